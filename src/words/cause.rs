//! What libraries say of what went wrong, in words of our own.

crate::messages! {
    /// Causes, as [`crate::words::cause`] finds them.
    CauseWord {
        UnknownVariant { vi: "không có giá trị “{0}”; có: {1}", en: "there is no value “{0}”; there are: {1}" }
        UnknownField { vi: "không có trường “{0}”; có: {1}", en: "there is no field “{0}”; there are: {1}" }
        MissingField { vi: "thiếu trường “{0}”", en: "the field “{0}” is missing" }
        DuplicateField { vi: "trường “{0}” ghi hai lần", en: "the field “{0}” is given twice" }
        DuplicateKey { vi: "một khóa ghi hai lần", en: "a key is given twice" }
        WrongType { vi: "cần {0}, ở đây là {1}", en: "{0} is needed, but it is {1}" }
        Ended { vi: "hết giữa chừng", en: "it ends in the middle" }
        Trailing { vi: "còn thừa ký tự phía sau", en: "there are more characters after it" }
        Syntax { vi: "sai cú pháp", en: "a syntax error" }
        NotClosed { vi: "thiếu dấu đóng ngoặc", en: "a quote or bracket is not closed" }
        NoInteger { vi: "không phải là số nguyên", en: "not a whole number" }
        EmptyInteger { vi: "thiếu số", en: "the number is missing" }
        OutOfRange { vi: "{0} nằm ngoài {1}", en: "{0} is not in {1}" }
        TooLarge { vi: "số quá lớn", en: "the number is too large" }
        DateForm { vi: "viết ngày như 2026-04-30", en: "write the date as 2026-04-30" }
        NoSuchDay { vi: "không có ngày này; viết ngày như 2026-04-30", en: "there is no such day; write 2026-04-30" }
        OtherLength { vi: "dòng {0} có {1} ô, các dòng trước có {2} ô", en: "line {0} has {1} {1:cell|cells}, those before have {2}" }
        NotUtf8 { vi: "không phải là UTF-8", en: "not UTF-8" }
        LinkLoop { vi: "các liên kết trỏ vòng quanh nhau", en: "the links form a circle" }
        NameTooLong { vi: "tên quá dài", en: "the name is too long" }
        NoSuchFile { vi: "không có tệp này", en: "there is no such file" }
        NotPermitted { vi: "không có quyền", en: "permission denied" }
        IsFolder { vi: "đây là thư mục", en: "it is a folder" }
        NoFolder { vi: "đường dẫn đi qua một tệp", en: "the path leads through a file" }
        DiskFull { vi: "hết chỗ trên đĩa", en: "the disk is full" }
        ReadOnly { vi: "chỉ đọc, không ghi được", en: "it can only be read" }
        DeviceFault { vi: "thiết bị báo lỗi đọc, ghi", en: "the device reports a fault" }
        Busy { vi: "đang được chương trình khác dùng", en: "another program uses it" }
        Closed { vi: "bên nhận đã đóng", en: "the other end is closed" }
        Malformed { vi: "tệp bị hỏng", en: "the file is damaged" }
        NoDatabase { vi: "tệp không phải là cơ sở dữ liệu SQLite", en: "not an SQLite database" }
        BrokenArchive { vi: "tệp nén bị hỏng", en: "the archive is damaged" }
        Undefined { vi: "mẫu dùng một giá trị không có", en: "the template uses a value that is not there" }
        UnknownFilter { vi: "mẫu dùng một bộ lọc hoặc hàm không có", en: "the template uses a filter or function that is not there" }
        AtPlace { vi: "{0}, dòng {1}, cột {2}", en: "{0}, line {1}, column {2}" }
        AText { vi: "chữ trong ngoặc kép", en: "text in quotes" }
        AWhole { vi: "số nguyên", en: "a whole number" }
        ANumber { vi: "số", en: "a number" }
        AnExact { vi: "số nguyên, hoặc số chính xác trong ngoặc kép như \"0.2\" hay \"1/3\"", en: "a whole number, or an exact number in quotes such as \"0.2\" or \"1/3\"" }
        AFlag { vi: "true hoặc false", en: "true or false" }
        AList { vi: "danh sách [ … ]", en: "a list [ … ]" }
        ATable { vi: "nhóm trường { … }", en: "a group of fields { … }" }
        ADate { vi: "ngày như 2026-04-30", en: "a date as 2026-04-30" }
        Nothing { vi: "không có gì", en: "nothing" }
        Other { vi: "giá trị dạng khác", en: "a value of another kind" }
        Technical { vi: "chi tiết kỹ thuật: {0}", en: "technical detail: {0}" }
        MoreWithV { vi: "xem chi tiết kỹ thuật: -v", en: "for the technical detail: -v" }
    }
}
