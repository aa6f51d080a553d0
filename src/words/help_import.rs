//! Help of what brings the analyst's own material in: mappings, empty tables, forms, local codes.

/// Help texts: path, Vietnamese, English.
pub const HELP: &[(&str, &str, &str)] = &[
    ("new", "Tạo một mục từ vài trường", "Make a noun from a few fields"),
    ("new/kind", "{kinds}", "{kinds}"),
    (
        "new/fields",
        "Ví dụ: code=1.009999 name=\"Cấp giấy phép\" agency=\"Bộ Tư pháp\" (các trường: xem tinhgon template)",
        "For example: code=1.009999 name=\"Cấp giấy phép\" agency=\"Bộ Tư pháp\" (for the fields, see tinhgon template)",
    ),
    (
        "template",
        "Ghi bảng trống để điền: tiêu đề cột, ví dụ, danh sách giá trị (.csv, hoặc .xlsx theo đuôi tệp của -o); import đọc lại",
        "Write an empty table to fill in: heads, examples, lists of values (.csv, or .xlsx by the ending of -o); import reads it",
    ),
    ("template/kind", "{kinds}", "{kinds}"),
    (
        "merge-local",
        "Gộp thủ tục nhập theo mã của địa phương (1.012753.H19) vào thủ tục quốc gia (1.012753); undo lấy lại một bước",
        "Merge procedures under local codes (1.012753.H19) into the national ones (1.012753); undo takes it back in one step",
    ),
    ("merge-local/codes", "Chỉ các mã này (mặc định: tất cả)", "Only these codes (default: all)"),
    (
        "import/map",
        "Hỏi từng cột của tệp là gì, cho xem mười dòng đầu sẽ thành gì, lưu ánh xạ rồi nhập",
        "Ask what each column of the file is, show what the first ten rows become, keep the mapping and import",
    ),
    ("cost clear", "Xóa cả bảng tính của một quy định", "Remove the whole sheet of a regulation"),
    ("cost clear/code", "Mã quy định", "Code of the regulation"),
    (
        "cost copy",
        "Lấy một bảng tính làm khởi đầu cho quy định khác; mọi ô thành giả định",
        "Take a sheet as the start of another; every cell becomes an assumption",
    ),
    ("cost copy/from", "Mã quy định có bảng tính", "Code of the regulation that has the sheet"),
    ("cost copy/to", "Mã quy định chưa có bảng tính", "Code of the regulation that has none"),
];
