//! The help of `scenario solve`; see [`super::help`].

/// Help texts: path, Vietnamese, English.
pub const HELP: &[(&str, &str, &str)] = &[
    (
        "scenario solve",
        "Chọn tập hợp phương án đạt mục tiêu với khối lượng ít nhất, hoặc tiết kiệm nhiều nhất trong giới hạn khối lượng\n(mã thoát 1 khi không đạt được, kèm lý do)",
        "Find the set of measures that reaches the targets with the least effort, or saves the most within a budget of effort\n(exit code 1 when it cannot be reached, with the reason)",
    ),
    (
        "scenario solve/problem",
        "Bài toán viết bằng TOML (mẫu: --print-problem)",
        "The problem in TOML (a sample: --print-problem)",
    ),
    (
        "scenario solve/again",
        "Chọn lại theo bài toán của một kịch bản đã lưu",
        "Solve the problem of a saved scenario again",
    ),
    (
        "scenario solve/programme",
        "Chương trình: số liệu gốc, và mục tiêu khi không nêu mục tiêu khác",
        "Programme: baseline, and targets where none is named",
    ),
    (
        "scenario solve/objective",
        "least-effort (mặc định) hoặc greatest-saving (cần --budget)",
        "least-effort (default) or greatest-saving (needs --budget)",
    ),
    (
        "scenario solve/targets",
        "Phải đạt, ví dụ cost_saved=20%, cut_or_simplified/report=15 (chỉ chế độ báo cáo), time_saved@BTP=30%; còn có abolished, conditions_abolished, electronic (nêu được nhiều lần)",
        "To reach, for example cost_saved=20%, cut_or_simplified/report=15 (reports only), time_saved@BTP=30%; also abolished, conditions_abolished, electronic (may be repeated)",
    ),
    ("scenario solve/budget", "Giới hạn khối lượng sửa đổi văn bản, tính bằng điểm", "The effort limit, in points"),
    (
        "scenario solve/stage",
        "Chọn trong phương án dự kiến (planned, mặc định: tất cả), đã phê duyệt (approved) hoặc đã thực thi (in-force)",
        "Choose among measures planned (default: all), approved or in-force",
    ),
    (
        "scenario solve/max_level",
        "Chỉ sửa văn bản từ cấp này trở xuống (xem: list instrument-level)",
        "Only instruments at or below this level (see: list instrument-level)",
    ),
    ("scenario solve/due_by", "Chỉ phương án có thời hạn đến ngày này", "Only measures due by this day"),
    ("scenario solve/agencies", "Chỉ phương án của các cơ quan này", "Only measures of these agencies"),
    ("scenario solve/kinds", "Chỉ các loại phương án này", "Only these kinds of measure"),
    ("scenario solve/exclude", "Không chọn các phương án này", "Exclude these measures"),
    ("scenario solve/require", "Phải chọn các phương án này", "Require these measures"),
    (
        "scenario solve/conflicts",
        "Nhiều nhất một trong các phương án này, cách nhau bằng dấu phẩy (nêu được nhiều lần)",
        "At most one of these measures, separated by commas (may be repeated)",
    ),
    (
        "scenario solve/needs",
        "A=B,C: chỉ chọn A khi chọn cả B và C (nêu được nhiều lần)",
        "A=B,C: A only with both B and C (may be repeated)",
    ),
    ("scenario solve/seconds", "Thời gian tối đa, giây (mặc định 60)", "Time limit, in seconds (default 60)"),
    (
        "scenario solve/gap",
        "Chấp nhận chênh so với mức tốt nhất có thể, phần trăm (mặc định 0: tối ưu có chứng minh)",
        "The accepted gap to the best possible, in percent (default 0: a proven optimum)",
    ),
    (
        "scenario solve/as_of",
        "Tình trạng phương án tính đến ngày này (mặc định hôm nay)",
        "The statuses of measures as of this day (default today)",
    ),
    (
        "scenario solve/save",
        "Lưu tập hợp tìm được thành kịch bản có mã này, kèm bài toán",
        "Save the set as a scenario with this code, with its problem",
    ),
    ("scenario solve/name", "Tên của kịch bản", "Name of the scenario"),
    (
        "scenario solve/print_problem",
        "Không chọn, chỉ in bài toán bằng TOML kèm chú thích để sửa",
        "Do not solve; print the problem in TOML with remarks, for editing",
    ),
    (
        "scenario solve/model",
        "Ghi thêm mô hình dạng MPS để đối chiếu bằng bộ giải khác",
        "Also write the model in MPS, to ask another solver",
    ),
];
