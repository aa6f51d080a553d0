//! Help of `cost method` and `cost check`.

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
