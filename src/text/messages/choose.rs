//! What choosing measures says.

crate::messages! {
    /// Messages about the question, the set that was found, and why there is none.
    ChooseWord {
        UnknownProgramme { vi: "không có chương trình “{0}”; có: {1}", en: "there is no programme “{0}”; there are: {1}" }
        NoTargets { vi: "bài toán không nêu chỉ tiêu nào", en: "the problem names no target" }
        NoTargetsHint { vi: "nêu --programme (có: {0}), hoặc --target cost_saved=20%, hoặc [[target]] trong tệp", en: "give --programme (there are: {0}), or --target cost_saved=20%, or [[target]] in the file" }
        NoBudget { vi: "tìm mức tiết kiệm lớn nhất cần có giới hạn công sức", en: "the greatest saving needs a budget of effort" }
        NoBudgetHint { vi: "nêu --budget ĐIỂM, hoặc budget trong tệp", en: "give --budget POINTS, or budget in the file" }
        Negative { vi: "“{0}” phải là số không âm", en: "“{0}” must be zero or more" }
        NegativeTarget { vi: "chỉ tiêu “{0}” phải là số không âm", en: "the target “{0}” must be zero or more" }
        PercentOrAmount { vi: "chỉ tiêu “{0}” cần đúng một trong hai: percent hoặc amount", en: "the target “{0}” needs one of the two: percent or amount" }
        UnknownLevel { vi: "không có cấp văn bản “{0}”; có: {1}", en: "there is no level of instruments “{0}”; there are: {1}" }
        UnknownKind { vi: "không có loại phương án “{0}”; có: {1}", en: "there is no kind of measure “{0}”; there are: {1}" }
        UnknownMeasure { vi: "không có phương án “{0}”", en: "there is no measure “{0}”" }
        UnknownMeasureHint { vi: "xem “tinhgon measure list”", en: "see “tinhgon measure list”" }
        UnknownAgency { vi: "không có quy định nào của cơ quan “{0}” trong số liệu gốc", en: "no regulation of the agency “{0}” is in the baseline" }
        UnknownAgencyHint { vi: "xem “tinhgon list agency”", en: "see “tinhgon list agency”" }
        TooLarge { vi: "số liệu quá lớn, không tính được chính xác", en: "the figures are too large to compute exactly" }
        NotVerified { vi: "tập hợp tìm được không qua được kiểm tra chính xác ({0}); đây là lỗi của chương trình", en: "the set that was found did not pass the exact check ({0}); this is a fault of the program" }
    }
}
