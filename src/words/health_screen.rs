//! What the screen of the health of the data says.

crate::messages! {
    /// Words of the screen of what is to be looked at in the data.
    HealthWord {
        Right { vi: "Đúng", en: "Right" }
        Complete { vi: "Đủ", en: "Complete" }
        Clean { vi: "Sạch", en: "Clean" }
        Live { vi: "Sống", en: "Live" }
        ColumnNumber { vi: "Số", en: "No." }
        ColumnFinding { vi: "Điều cần xem", en: "Finding" }
        ColumnCode { vi: "Mã", en: "Code" }
        ColumnAgency { vi: "Cơ quan", en: "Agency" }
        ColumnAbout { vi: "Nội dung", en: "About" }
        ColumnKind { vi: "Tiêu chí", en: "Criterion" }
        ColumnSeverity { vi: "Mức độ", en: "Severity" }
        AllAssumed { vi: "Bảng tính mọi ô là giả định", en: "Sheet of assumptions only" }
        NoSheet { vi: "Chưa có bảng tính chi phí", en: "No cost sheet" }
        NoAgency { vi: "Chưa xác định cơ quan", en: "No agency stated" }
        UnknownAgency { vi: "Cơ quan không có trong danh mục", en: "Agency not in the catalogue" }
        NoPerson { vi: "Phương án chưa phân công", en: "Measure not assigned" }
        NoDue { vi: "Phương án chưa xác định hạn", en: "Measure without a due date" }
        Late { vi: "Phương án quá hạn", en: "Measure overdue" }
        MeasureIssue { vi: "Phương án có vấn đề", en: "Measure with an issue" }
        NoText { vi: "Văn bản chưa có toàn văn", en: "Instrument without its text" }
        CannotCompute { vi: "Không tính được", en: "Cannot be computed" }
        LookedAt { vi: "{0} quy định đã được xem xét", en: "{0} regulations looked at" }
        NothingFound { vi: "Không có điều gì cần xem lại.", en: "There is nothing to look at again." }
        FileChecked { vi: "tệp dữ liệu toàn vẹn: nhật ký, bảng, chỉ mục tìm kiếm", en: "the data file is whole: journal, tables, search index" }
        FileFindings { vi: "{0} điều trong tệp dữ liệu; xem: tinhgon doctor", en: "{0} {0:finding|findings} in the data file; see: tinhgon doctor" }
        CheckingFile { vi: "kiểm tra tệp dữ liệu", en: "checking the data file" }
    }
}
