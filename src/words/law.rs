//! What the room `law` says, and the words of the law in both languages.

crate::messages! {
    /// Messages about the text of instruments.
    LawMessage {
        Gap { vi: "{0} {1} đứng sau {0} {2}: thiếu ở giữa", en: "{0} {1} follows {0} {2}: what stands between is missing" }
        GapAtStart { vi: "bắt đầu từ {0} {1}", en: "it begins with {0} {1}" }
        Backwards { vi: "{0} {1} đứng sau {0} {2}: lặp lại hoặc lùi số", en: "{0} {1} follows {0} {2}: repeated, or back in order" }
        Stray { vi: "{0} {1} không nối vào dãy số ở hai bên: đọc như lời văn", en: "{0} {1} does not fit the sequence around it: read as text" }
        Letter { vi: "điểm {0}: chữ cái này không dùng để đánh điểm", en: "point {0}: this letter does not label points" }
        OpenQuote { vi: "dấu ngoặc kép mở ra mà không đóng", en: "a quotation begins and does not end" }
        NoArticle { vi: "văn bản không có điều nào", en: "the text has no Điều" }
        Kind { vi: "Loại văn bản", en: "Kind" }
        Number { vi: "Số, ký hiệu", en: "Number" }
        Issuer { vi: "Cơ quan ban hành", en: "Issued by" }
        IssuedAt { vi: "Nơi ban hành", en: "Place" }
        Issued { vi: "Ngày ban hành", en: "Date of issue" }
        Title { vi: "Trích yếu", en: "Title" }
        Ground { vi: "Căn cứ", en: "Legal basis" }
        Effective { vi: "Ngày hiệu lực", en: "In force from" }
        EffectiveFor { vi: "Hiệu lực riêng", en: "Other dates of effect" }
        LineNumber { vi: "dòng {0}", en: "line {0}" }
        Line { vi: "Dòng", en: "Line" }
        Dropped { vi: "Nội dung đã bỏ", en: "Taken out" }
        DroppedLines { vi: "đã bỏ {0} dòng của trang in (đầu trang, số trang, dấu ký số); xem: tinhgon law outline TỆP --dropped", en: "{0} {0:line|lines} of printed pages taken out (running heads, page numbers, stamps); see: tinhgon law outline FILE --dropped" }
        OfFile { vi: "{0}: {1}", en: "{0}: {1}" }
        Unit { vi: "Điều khoản", en: "Provision" }
        Words { vi: "Tên hoặc lời đầu", en: "Heading or first words" }
        Count { vi: "Số lượng", en: "Count" }
        Warning { vi: "cảnh báo", en: "warning" }
        Warnings { vi: "Cần xem lại", en: "To review" }
    }
}
