//! The help of documents: `report`.

/// Help texts, as in [`super::help::HELP`].
pub const HELP: &[(&str, &str, &str)] = &[
    (
        "report",
        "Kết xuất văn bản (theo đuôi tệp của -o: .md, .html, .docx, .pdf, .xlsx, .json)",
        "Write a document (by the ending of -o: .md, .html, .docx, .pdf, .xlsx, .json)",
    ),
    (
        "report/name",
        "Tên văn bản; list: xem các tên; all: mọi văn bản vào một thư mục mới (-o THƯ-MỤC), kèm mục lục; dashboard: trang web nội bộ vào một thư mục mới; verify: kiểm tra một tệp đã ghi",
        "Name of the document; list: see the names; all: every document into a new folder (-o FOLDER), with an index; dashboard: a site for the intranet into a new folder; verify: look at a file again",
    ),
    (
        "report/file",
        "Với verify: tệp do report ghi; cho biết dữ liệu hiện tại có còn cho đúng tệp này không (mã thoát 1 nếu không)",
        "With verify: a file that report wrote; tells whether the data still gives exactly this file (exit code 1 if not)",
    ),
    (
        "report/scope",
        "all, mã thủ tục, agency:MÃ hoặc field:TÊN (mặc định all)",
        "all, a code, agency:CODE or field:NAME (default all)",
    ),
    ("report/as_of", "Tính đến ngày (mặc định hôm nay)", "As of a day (default today)"),
    (
        "report/period",
        "Kỳ báo cáo tiến độ: tháng, quý hoặc năm, ví dụ 2026-11, 2026-Q4, 2026 (mặc định tháng của ngày tính đến); số liệu đến cuối kỳ, nếu kỳ đã qua",
        "Period of the progress report: a month, a quarter or a year, such as 2026-11, 2026-Q4, 2026 (default the month of the day); as of its end, where it is over",
    ),
    ("report/programme", "Chỉ chương trình này", "Only this programme"),
    ("report/scenario", "Chỉ các phương án của kịch bản này", "Only measures of this scenario"),
    (
        "report/stage",
        "Chỉ phương án dự kiến (planned), đã phê duyệt (approved) hoặc đã thực thi (in-force)",
        "Only measures of the stage planned, approved or in-force",
    ),
    (
        "report/track",
        "Ghi chỗ khác nhau thành thay đổi được theo dõi, kèm nhận xét nêu lý do và mức tiết kiệm (chỉ Word)",
        "What differs as tracked changes, with remarks on reason and saving (Word only)",
    ),
    (
        "report/templates",
        "Thư mục mẫu của riêng bạn: TÊN.vi.md thay mẫu cùng tên hoặc là một văn bản mới; parts.vi.md: phần đầu, phần ký chung",
        "A folder with templates of your own: NAME.en.md takes the place of the one of that name or is a new document; parts.en.md: head and foot",
    ),
    (
        "report/form",
        "Bảng tính theo biểu mẫu official, có công thức (report sheet -o TỆP.xlsx), hoặc bố cục riêng (.toml)",
        "Cost sheets on the form official, with formulas (report sheet -o FILE.xlsx), or on a layout of your own (.toml)",
    ),
];
