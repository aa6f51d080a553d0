//! Help of `cost population`, `cost observe`, `cost plan`, `cost method` and `cost check`.

/// (command or command/argument, Vietnamese, English)
pub const HELP: &[(&str, &str, &str)] = &[
    (
        "cost method",
        "Phương pháp tính chi phí của các nước: xem, tính thử, đối chiếu số công bố",
        "Cost methods of several countries: show, compute cases, reproduce published figures",
    ),
    ("cost method list", "Liệt kê các phương pháp", "List the methods"),
    ("cost method show", "Các tham số của một phương pháp", "The parameters of a method"),
    ("cost method show/name", "Tên phương pháp, hoặc tệp .toml", "Name of a method, or a .toml file"),
    (
        "cost method run",
        "Tính các trường hợp trong một tệp, từng dòng có công thức (mã thoát 1 nếu khác số công bố)",
        "Compute the cases of a file, each line with its formula (exit code 1 where a published figure differs)",
    ),
    ("cost method run/name", "Tên phương pháp, hoặc tệp .toml", "Name of a method, or a .toml file"),
    (
        "cost method run/file",
        "Tệp TOML có các [[case]] (không ghi: các ví dụ kèm chương trình)",
        "A TOML file of [[case]] (left out: the examples that come with the program)",
    ),
    (
        "cost population",
        "Số đối tượng tuân thủ và số lần thực hiện một năm của một quy định; các dòng bảng tính lấy theo",
        "How many comply with a regulation, and how often a year; rows of its sheet take it",
    ),
    (
        "cost observe",
        "Câu trả lời khảo sát về một ô: lấy trung vị, số thấp hơn; cost show giải thích. Bảng nhiều câu trả lời: tinhgon import",
        "Answers of a survey about a cell: the lower middle is taken, and cost show explains it. Tables of answers: tinhgon import",
    ),
    ("cost observe/code", "Mã quy định", "Code of the regulation"),
    (
        "cost observe/row",
        "Dòng của bảng tính; - là số đối tượng của cả quy định",
        "Row of the sheet; - is the affected population of the regulation itself",
    ),
    (
        "cost observe/cell",
        "minutes hoặc hours, outsourcing, charges, times, population",
        "minutes or hours, outsourcing, charges, times, population",
    ),
    ("cost observe/values", "Các câu trả lời, thêm vào những câu đã có", "The answers, added to those that are there"),
    ("cost observe/source", "Cuộc khảo sát, cách thu thập", "The survey, and how it was made"),
    ("cost observe/date", "Ngày trả lời", "Day of the answers"),
    (
        "cost observe/clear",
        "Bỏ các câu trả lời về ô này; ô giữ nguyên số",
        "Remove the answers about the cell; its figure stays",
    ),
    ("cost population/code", "Mã quy định", "Code of the regulation"),
    (
        "cost population/count",
        "Số đối tượng (hoặc số hồ sơ) một năm: 1.000, 600 nghìn, 2,4 triệu",
        "How many (or files received) a year: 1,000, 600k, 2.4 million",
    ),
    (
        "cost population/times",
        "Mỗi đối tượng bao nhiêu lần một năm (mặc định một lần)",
        "How often each, a year (default once)",
    ),
    (
        "cost population/shares",
        "Tỷ lệ phần trăm của một nhóm đối tượng, ví dụ online=40; dòng bảng tính nêu nhóm bằng among=online",
        "Percentage of a group, for example online=40; rows of the sheet name it by among=online",
    ),
    ("cost population/date", "Ngày của số liệu", "The day for which it was counted"),
    (
        "cost population/provenance",
        "assumption (giả định), measured (đo thực tế), surveyed (khảo sát) hoặc official (công bố chính thức); mặc định assumption khi ghi số mới",
        "assumption, measured, surveyed or official (default assumption where a number is given)",
    ),
    ("cost population/source", "Nguồn và cách thu thập", "Source, and how it was collected"),
    (
        "cost population/rows",
        "Bỏ số lần và số đối tượng ghi riêng ở các dòng bảng tính để lấy theo số này",
        "Take away the frequency and population that rows of the sheet have of their own, so that they follow this one",
    ),
    ("cost population/unknown", "Chưa biết số đối tượng: bỏ số đang có", "Nobody knows: take away what is there"),
    (
        "cost plan",
        "Khảo sát gì trước: thủ tục mà số đối tượng làm tổng chi phí thay đổi nhiều nhất; ghi ra CSV, điền số, nhập lại được",
        "What to survey first: whose affected population would move the total most; as CSV it can be filled in and imported",
    ),
    ("cost check", "Số liệu cần xem lại (mã thoát 1 nếu có)", "Figures to review (exit code 1 where there are any)"),
    ("cost check/code", "Chỉ quy định này", "Only this regulation"),
    (
        "cost check/severity",
        "Từ mức này trở lên: note, warning hoặc error (mặc định note)",
        "From this severity on: note, warning or error (default note)",
    ),
    ("cost check/all", "Không gộp các điều giống nhau", "Do not group like issues"),
    (
        "cost check/rules",
        "Tệp quy tắc thay cho catalog/cost-checks.toml",
        "A file of rules instead of catalog/cost-checks.toml",
    ),
    (
        "cost check/printed",
        "Kiểm tra bảng CSV hoặc XLSX của nơi khác: số công bố ở từng dòng có bằng tích các cột không",
        "Check a CSV or XLSX table of others: whether the published figure of each row is the product of its columns",
    ),
    (
        "cost set/expect",
        "Chỉ sửa khi ô đang có giá trị này: TÊN=GIÁ TRỊ, hoặc chỉ giá trị khi sửa một ô. Nếu khác thì nêu giá trị đang có, người sửa, loại số liệu; không ghi (mã thoát 1)",
        "Correct only if the cell has this value: NAME=VALUE, or the value alone where one cell is set. Otherwise the present value, its author and source quality are shown; nothing is written (exit code 1)",
    ),
    (
        "measure edit/expect",
        "Chỉ sửa khi trường đang có giá trị này (mã thoát 1 nếu khác, không ghi gì)",
        "Change only if the field has this value (otherwise exit code 1; nothing is written)",
    ),
    (
        "cost show/method",
        "Tính bằng phương pháp khác: tên hoặc tệp .toml; mức thu nhập vẫn của tệp dữ liệu, đơn vị đồng",
        "Value by another method: name or .toml file; rates stay those of the data file, in đồng",
    ),
    (
        "cost total/method",
        "Tính bằng phương pháp khác: tên hoặc tệp .toml; mức thu nhập vẫn của tệp dữ liệu, đơn vị đồng",
        "Value by another method: name or .toml file; rates stay those of the data file, in đồng",
    ),
];
