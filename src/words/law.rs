//! What the room `law` says, and the words of the law in both languages.

crate::messages! {
    /// Messages about the text of instruments.
    LawMessage {
        LevelPreamble { vi: "phần mở đầu", en: "preamble" }
        LevelPart { vi: "Phần", en: "Part" }
        LevelChapter { vi: "Chương", en: "Chapter" }
        LevelSection { vi: "Mục", en: "Section" }
        LevelSubsection { vi: "Tiểu mục", en: "Subsection" }
        LevelArticle { vi: "Điều", en: "Article" }
        LevelClause { vi: "khoản", en: "Clause" }
        LevelPoint { vi: "điểm", en: "Point" }
        LevelItem { vi: "tiết", en: "Item" }
        LevelDash { vi: "gạch đầu dòng", en: "Dash" }
        LevelQuote { vi: "đoạn trích", en: "Quotation" }
        LevelTable { vi: "bảng", en: "Table" }
        LevelParagraph { vi: "đoạn", en: "Paragraph" }
        LevelClosing { vi: "phần ký", en: "Signature" }
        LevelAnnex { vi: "Phụ lục", en: "Annex" }
        KindConstitution { vi: "Hiến pháp", en: "Constitution" }
        KindCode { vi: "Bộ luật", en: "Code" }
        KindLaw { vi: "Luật", en: "Law" }
        KindOrdinance { vi: "Pháp lệnh", en: "Ordinance" }
        KindJointResolution { vi: "Nghị quyết liên tịch", en: "Joint resolution" }
        KindResolution { vi: "Nghị quyết", en: "Resolution" }
        KindDecree { vi: "Nghị định", en: "Decree" }
        KindDecision { vi: "Quyết định", en: "Decision" }
        KindJointCircular { vi: "Thông tư liên tịch", en: "Joint circular" }
        KindCircular { vi: "Thông tư", en: "Circular" }
        KindOrder { vi: "Lệnh", en: "Order" }
        KindDirective { vi: "Chỉ thị", en: "Directive" }
        KindConsolidated { vi: "Văn bản hợp nhất", en: "Consolidated text" }
        Gap { vi: "{0} {1} đứng sau {0} {2}: thiếu ở giữa", en: "{0} {1} follows {0} {2}: what stands between is missing" }
        GapAtStart { vi: "bắt đầu từ {0} {1}", en: "it begins with {0} {1}" }
        Backwards { vi: "{0} {1} đứng sau {0} {2}: lặp lại hoặc lùi số", en: "{0} {1} follows {0} {2}: repeated, or back in order" }
        Stray { vi: "{0} {1} không nối vào dãy số ở hai bên: đọc như lời văn", en: "{0} {1} does not fit the sequence around it: read as text" }
        Letter { vi: "điểm {0}: chữ cái này không dùng để đánh điểm", en: "point {0}: this letter does not label points" }
        OpenQuote { vi: "dấu ngoặc kép mở ra mà không đóng", en: "a quotation begins and does not end" }
        NoArticle { vi: "văn bản không có Điều nào", en: "the text has no Điều" }
        Kind { vi: "Loại văn bản", en: "Kind" }
        Number { vi: "Số, ký hiệu", en: "Number" }
        Issuer { vi: "Cơ quan ban hành", en: "Issued by" }
        IssuedAt { vi: "Nơi ban hành", en: "Place" }
        Issued { vi: "Ngày ban hành", en: "Date of issue" }
        Title { vi: "Trích yếu", en: "Title" }
        Ground { vi: "Căn cứ", en: "Ground" }
        Effective { vi: "Ngày hiệu lực", en: "In force from" }
        EffectiveFor { vi: "Hiệu lực riêng", en: "In force apart" }
        LineNumber { vi: "dòng {0}", en: "line {0}" }
        Line { vi: "Dòng", en: "Line" }
        Unit { vi: "Đơn vị", en: "Unit" }
        Words { vi: "Tên hoặc lời đầu", en: "Heading or first words" }
        Count { vi: "Số lượng", en: "Count" }
        Warning { vi: "cảnh báo", en: "warning" }
        Warnings { vi: "Cần xem lại", en: "To look at" }
    }
}
