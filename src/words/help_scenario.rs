//! The help of `scenario`.

/// Help texts, as in [`HELP`](super::help::HELP).
pub const HELP: &[(&str, &str, &str)] = &[
    ("scenario", "Kịch bản: tập hợp phương án", "Scenarios: sets of measures"),
    ("scenario new", "Lập một kịch bản", "Make a scenario"),
    ("scenario new/code", "Mã kịch bản, ví dụ dot-1", "Code of the scenario, for example round-1"),
    ("scenario */name", "Tên", "Name"),
    (
        "scenario */programme",
        "Chương trình có số liệu gốc được dùng (mặc định: số liệu hiện tại)",
        "Programme whose baseline is used (default: current data)",
    ),
    ("scenario */note", "Ghi chú", "A remark"),
    ("scenario new/measures", "Mã phương án, cách nhau bằng dấu phẩy", "Codes of measures, separated by commas"),
    (
        "scenario new/filters",
        "Lấy các phương án thỏa điều kiện trên một cột của measure list, ví dụ level=circular",
        "Take the measures for which a condition on a column of measure list holds, for example level=circular",
    ),
    (
        "scenario new/stage",
        "Chỉ lấy phương án ở giai đoạn này (cùng với --where: cả hai)",
        "Take only measures of this stage (with --where: both)",
    ),
    ("scenario list", "Liệt kê các kịch bản, với số liệu", "List the scenarios with their figures"),
    (
        "scenario show",
        "Xem một kịch bản: số liệu và phần đóng góp của từng phương án",
        "Show a scenario: its figures and the attributed saving of each measure",
    ),
    (
        "scenario show/code",
        "Mã kịch bản, hoặc kịch bản có sẵn: planned (dự kiến), approved (đã phê duyệt), in-force (đã thực thi), none (không phương án)",
        "Code of the scenario, or planned, approved, in-force, none",
    ),
    (
        "scenario */by",
        "Tách theo agency, field, kind, level, authority hoặc year; chỉ những nhóm có phương án",
        "Split by agency, field, kind, level, authority or year; only groups that have a measure",
    ),
    ("scenario compare", "So sánh nhiều kịch bản cạnh nhau", "Compare scenarios side by side"),
    (
        "scenario compare/codes",
        "Mã kịch bản, hoặc kịch bản có sẵn: planned (dự kiến), approved (đã phê duyệt), in-force (đã thực thi), none (không phương án)",
        "Codes of scenarios, or planned, approved, in-force, none",
    ),
    ("scenario copy", "Sao chép để thay đổi", "Copy a scenario, to vary it"),
    (
        "scenario copy/code",
        "Mã kịch bản gốc, hoặc kịch bản có sẵn: planned (dự kiến), approved (đã phê duyệt), in-force (đã thực thi), none (không phương án)",
        "Code of the original, or planned, approved, in-force, none",
    ),
    ("scenario copy/new", "Mã của bản sao", "Code of the copy"),
    (
        "scenario edit",
        "Thêm, bớt phương án; sửa tên, chương trình",
        "Take up or drop measures; change name or programme",
    ),
    ("scenario edit/code", "Mã kịch bản", "Code of the scenario"),
    ("scenario edit/add", "Mã phương án thêm vào, cách nhau bằng dấu phẩy", "Measures to take up, separated by commas"),
    ("scenario edit/drop", "Mã phương án bớt đi, cách nhau bằng dấu phẩy", "Measures to drop, separated by commas"),
    (
        "scenario diff",
        "Hai kịch bản khác nhau ở phương án nào, mỗi phương án tiết kiệm bao nhiêu (mã thoát 1 khi khác nhau)",
        "Which measures two scenarios do not share, and what each saves (exit code 1 when they differ)",
    ),
    (
        "scenario diff/one",
        "Mã kịch bản, hoặc kịch bản có sẵn: planned (dự kiến), approved (đã phê duyệt), in-force (đã thực thi), none (không phương án)",
        "Code of a scenario, or planned, approved, in-force, none",
    ),
    (
        "scenario diff/other",
        "Mã kịch bản, hoặc kịch bản có sẵn: planned (dự kiến), approved (đã phê duyệt), in-force (đã thực thi), none (không phương án)",
        "Code of a scenario, or planned, approved, in-force, none",
    ),
    ("scenario remove", "Xóa một kịch bản; các phương án vẫn còn", "Remove a scenario; its measures stay"),
    ("scenario remove/code", "Mã kịch bản", "Code of the scenario"),
];
