//! What the verbs of the desk say: refusals, and what to do about them.

crate::messages! {
    /// Messages of the desk.
    DeskMessage {
        NoProgramme { vi: "không có chương trình “{0}”", en: "there is no programme “{0}”" }
        AlreadyFrozen { vi: "số liệu gốc {0} đã chốt", en: "the baseline of {0} is frozen already" }
        AlreadyFrozenHint { vi: "tinhgon baseline freeze {0} --again --note “lý do” để chốt lại", en: "tinhgon baseline freeze {0} --again --note “reason” replaces it" }
        NotFrozen { vi: "số liệu gốc {0} chưa chốt", en: "the baseline of {0} is not frozen" }
    }
}
