//! What is said of empty tables, and of nouns that are made from a few fields.

crate::messages! {
    /// Messages of `template` and `new`.
    TemplateWord {
        Needed { vi: "Phải có", en: "Needed" }
        OneOf { vi: "Một trong: {0}", en: "One of: {0}" }
        Example { vi: "Ví dụ: {0}", en: "Example: {0}" }
        BadEnding { vi: "mẫu bảng chỉ ghi được ra .csv hoặc .xlsx, không ra .{0}", en: "a template is written to .csv or .xlsx, not to .{0}" }
        NotAField { vi: "“{0}” chưa đúng; viết TRƯỜNG=GIÁ TRỊ, ví dụ name=\"Đăng ký khai sinh\"", en: "“{0}” is not valid; write FIELD=VALUE, for example name=\"Đăng ký khai sinh\"" }
        Fields { vi: "các trường: xem tinhgon template {0} -o mau.csv", en: "for the fields, run: tinhgon template {0} -o table.csv" }
        Exists { vi: "{0} {1} đã có; chưa ghi gì", en: "{0} {1} exists already; nothing was written" }
        ExistsHint { vi: "xem: tinhgon show {0} {1}", en: "see: tinhgon show {0} {1}" }
        Made { vi: "đã tạo {0} {1}", en: "made {0} {1}" }
        NoSuchField { vi: "{0} không có trường “{1}”", en: "{0} has no field “{1}”" }
    }
}
