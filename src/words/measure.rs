//! What is said of measures: the ladder of statuses that one climbs, and what its fields cannot hold.

crate::messages! {
    /// Why a measure is not changed.
    MeasureWord {
        CannotFollow { vi: "trạng thái {0} không đi sau {1}; có thể: {2}", en: "status {0} cannot follow {1}; it may be: {2}" }
        NothingFollows { vi: "phương án đã ở trạng thái {1}, không còn bước nào sau đó; không chuyển sang {0} được", en: "the measure is {1} and nothing comes after that; it cannot become {0}" }
        ThereAlready { vi: "phương án đã ở trạng thái {0} từ {1}; có thể chuyển sang: {2}", en: "the measure is {0} already, since {1}; it may become: {2}" }
        Backwards { vi: "ngày {0} sớm hơn trạng thái trước ({1})", en: "{0} is before the status before it ({1})" }
        NeedsDocument { vi: "trạng thái {0} cần số của quyết định hoặc văn bản (trên dòng lệnh: --document SỐ)", en: "status {0} needs the number of the decision or instrument (on the command line: --document NUMBER)" }
        NoInstrumentNumber { vi: "“{0}” không phải là số hiệu văn bản (ví dụ 123/2015/NĐ-CP)", en: "“{0}” is no number of an instrument (such as 123/2015/NĐ-CP)" }
        BadWeight { vi: "“{0}” không phải là mức khó: viết số lớn hơn 0 (2, 0.5 hoặc 1/3)", en: "“{0}” is no weight: write a number above zero (2, 0.5 or 1/3)" }
        BadDate { vi: "“{0}” không phải là ngày; viết 2026-12-31 hoặc 31/12/2026", en: "“{0}” is no date; write 2026-12-31 or 31/12/2026" }
        UnknownWord { vi: "“{0}” không có trong: {1}", en: "“{0}” is not one of: {1}" }
        TwoReadings { vi: "{0}={1} đọc được hai cách; viết liền {2}, hoặc viết phần thập phân theo cách khác", en: "{0}={1} can be read in two ways; write {2} without marks, or the decimals in another way" }
        NoMeasure { vi: "không có phương án “{0}”", en: "there is no measure “{0}”" }
        NoMeasureHint { vi: "tinhgon list measure liệt kê; tinhgon search “{0}” tìm theo từ", en: "tinhgon list measure lists them; tinhgon search “{0}” looks for words" }
        NoRegulation { vi: "không có quy định “{0}”", en: "there is no regulation “{0}”" }
        NoRegulationHint { vi: "tinhgon list regulation liệt kê; tinhgon search “{0}” tìm theo từ", en: "tinhgon list regulation lists them; tinhgon search “{0}” looks for words" }
    }
}
