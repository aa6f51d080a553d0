//! What the verbs of the desk say: refusals, and what to do about them.

crate::messages! {
    /// Messages of the desk.
    DeskMessage {
        NoProgramme { vi: "không có chương trình “{0}”", en: "there is no programme “{0}”" }
        AlreadyFrozen { vi: "số liệu gốc {0} đã chốt, tại ngày {1}", en: "the baseline of {0} is frozen already, as of {1}" }
        AlreadyFrozenHint { vi: "tinhgon baseline freeze {0} --again --note “lý do” để chốt lại", en: "tinhgon baseline freeze {0} --again --note “reason” replaces it" }
        Frozen { vi: "đã chốt số liệu gốc {0} tại ngày {1}: {2} quy định, {3} dòng chi phí", en: "froze the baseline of {0} as of {1}: {2} {2:regulation|regulations}, {3} cost {3:row|rows}" }
        FrozenLater { vi: "để ngoài {0} quy định có sau ngày {1}: {2}", en: "left out {0} {0:regulation|regulations} that came later than {1}: {2}" }
        FrozenGone { vi: "để ngoài {0} quy định đã bãi bỏ, đến ngày {1} hoặc không rõ từ ngày nào: {2}", en: "left out {0} {0:regulation|regulations} repealed by {1} or on a day that nothing tells: {2}" }
        FrozenUndated { vi: "{0} quy định không rõ áp dụng từ ngày nào, vẫn tính", en: "{0} {0:regulation|regulations} of which it is not known since when {0:it applies|they apply} {0:is|are} counted" }
        FrozenLaterRate { vi: "{0}: chưa có giá trị của ngày {1}; lấy giá trị sớm nhất, từ {2}", en: "{0}: no value of {1} is known; the earliest is taken, of {2}" }
        NotFrozen { vi: "số liệu gốc {0} chưa chốt", en: "the baseline of {0} is not frozen" }
        ToldField { vi: "{0} của {1}: {2} → {3}", en: "{0} of {1}: {2} → {3}" }
        ToldFieldAfter { vi: "{0}: {1} → {2}", en: "{0}: {1} → {2}" }
        ToldInserted { vi: "thêm {0} {1}", en: "{0} {1} added" }
        ToldDeleted { vi: "xóa {0} {1}", en: "{0} {1} removed" }
        ToldNewField { vi: "{0}: {1}", en: "{0}: {1}" }
        ToldNothing { vi: "trống", en: "nothing" }
        ToldYes { vi: "có", en: "yes" }
        ToldNo { vi: "không", en: "no" }
        CountInserted { vi: "thêm {0} {1}", en: "{1}: {0} added" }
        CountUpdated { vi: "sửa {0} {1}", en: "{1}: {0} changed" }
        CountDeleted { vi: "xóa {0} {1}", en: "{1}: {0} removed" }
        OthersChange { vi: "thay đổi {0} là của {1}, {2} ({3}): {4}", en: "change {0} was made by {1}, {2} ({3}): {4}" }
        OthersChangeHint { vi: "hỏi người đó trước; thêm --force để vẫn làm", en: "ask them first; --force does it all the same" }
    }
}
