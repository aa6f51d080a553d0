//! What the nouns of the trade are called.

crate::messages! {
    /// One of each noun, in lower case, as a message names it.
    NounWord {
        Agency { vi: "cơ quan", en: "agency" }
        Instrument { vi: "văn bản", en: "instrument" }
        InstrumentVersion { vi: "bản của văn bản", en: "version of an instrument" }
        Regulation { vi: "quy định", en: "regulation" }
        Activity { vi: "dòng bảng tính", en: "row of the sheet" }
        Component { vi: "thành phần hồ sơ", en: "component" }
        Procedure { vi: "thủ tục", en: "procedure" }
        Sheet { vi: "bảng tính", en: "cost sheet" }
        Measure { vi: "phương án", en: "measure" }
        Programme { vi: "chương trình", en: "programme" }
        Parameter { vi: "tham số", en: "parameter" }
        MeasureKind { vi: "loại phương án", en: "kind of measure" }
        LinkedService { vi: "dịch vụ liên thông", en: "linked service" }
        Holiday { vi: "ngày nghỉ", en: "holiday" }
        InstrumentLevel { vi: "cấp văn bản", en: "level of instruments" }
        Scenario { vi: "kịch bản", en: "scenario" }
        Uncertainty { vi: "độ bất định", en: "uncertainty" }
        StateData { vi: "dữ liệu nhà nước đã có", en: "state data" }
        Directive { vi: "chỉ đạo", en: "directive" }
        Assignment { vi: "nhiệm vụ", en: "assignment" }
        Campaign { vi: "đợt rà soát", en: "review campaign" }
        Indicator { vi: "chỉ số", en: "indicator" }
        Baseline { vi: "số liệu gốc", en: "baseline" }
    }
}
