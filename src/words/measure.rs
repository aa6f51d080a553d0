//! What is said of measures: the ladder of statuses that one climbs, and what its fields cannot hold.

crate::messages! {
    /// Why a measure is not changed.
    MeasureWord {
        CannotFollow { vi: "tình trạng “{0}” không đi sau “{1}”; có thể: {2}", en: "status “{0}” cannot follow “{1}”; possible: {2}" }
        NothingFollows { vi: "phương án đã ở tình trạng “{1}”, không còn bước sau; không chuyển sang “{0}” được", en: "the measure is “{1}”, and nothing follows that; it cannot become “{0}”" }
        ThereAlready { vi: "phương án đã ở tình trạng “{0}” từ {1}; có thể chuyển sang: {2}", en: "the measure is “{0}” already, since {1}; it may become: {2}" }
        Backwards { vi: "ngày {0} sớm hơn ngày của tình trạng trước ({1}); nêu ngày khác bằng --date", en: "{0} is before the date of the previous status ({1}); give another date with --date" }
        OnlyInForceEnds { vi: "chỉ phương án đã thực thi (in_force) mới có ngày hết hiệu lực, không phải “{0}”", en: "only a measure in force has a last day, not one that is “{0}”" }
        NeedsDocument { vi: "chuyển sang “{0}” phải có số, ký hiệu văn bản: --document SỐ", en: "status “{0}” needs the number of the decision or instrument: --document NUMBER" }
        NoInstrumentNumber { vi: "“{0}” không phải là số, ký hiệu văn bản (ví dụ 123/2015/NĐ-CP)", en: "“{0}” is not an instrument number (such as 123/2015/NĐ-CP)" }
        BadWeight { vi: "“{0}” không phải là hệ số khó; viết số lớn hơn 0 (2, 0,5 hoặc 1/3)", en: "“{0}” is not a complexity factor; write a number above zero (2, 0.5 or 1/3)" }
        UnknownWord { vi: "“{0}” không có trong: {1}", en: "“{0}” is not one of: {1}" }
        TwoReadings { vi: "{0}={1} có hai cách hiểu; viết liền {2}, hoặc viết phần thập phân theo cách khác", en: "{0}={1} can be read in two ways; write {2} without marks, or the decimals in another way" }
        RemovedFromScenarios { vi: "đã xóa {0}, cả khỏi kịch bản {1}; hoàn tác: tinhgon undo", en: "removed {0}, from scenario {1} too; revert: tinhgon undo" }
        NoMeasure { vi: "không có phương án “{0}”", en: "no measure “{0}” found" }
        NoMeasureHint { vi: "xem: tinhgon list measure; tìm theo từ: tinhgon search “{0}”", en: "see: tinhgon list measure; search by words: tinhgon search “{0}”" }
        NoRegulation { vi: "không có quy định “{0}”", en: "no regulation “{0}” found" }
        NoRegulationHint { vi: "xem: tinhgon list regulation; tìm theo từ: tinhgon search “{0}”", en: "see: tinhgon list regulation; search by words: tinhgon search “{0}”" }
    }
}
