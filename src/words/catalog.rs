//! What the room `catalog` says.

crate::messages! {
    /// Messages of the shipped catalogue.
    CatalogMessage {
        NotReadable { vi: "tệp “{0}” của danh mục kèm theo chương trình không đọc được", en: "the file “{0}” of the catalogue that comes with the program cannot be read" }
        NotReadableHint { vi: "đây là lỗi của bản phát hành, không phải của dữ liệu của bạn; đề nghị gửi báo lỗi kèm thông báo này", en: "this is a fault of the release, not of your data; please report it with this message" }
    }
}
