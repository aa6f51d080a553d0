//! What the verbs of the desk say: refusals, and what to do about them.

crate::messages! {
    /// Messages of the desk.
    DeskMessage {
        AlreadyFrozen { vi: "chương trình {0} đã chốt số liệu gốc, tại ngày {1}", en: "the baseline of {0} is frozen already, as of {1}" }
        AlreadyFrozenHint { vi: "chốt lại bằng: tinhgon baseline freeze {0} --again --note “lý do”", en: "to replace it, run: tinhgon baseline freeze {0} --again --note “reason”" }
        Frozen { vi: "đã chốt số liệu gốc {0} tại ngày {1}: {2} quy định, {3} dòng chi phí", en: "froze the baseline of {0} as of {1}: {2} {2:regulation|regulations}, {3} cost {3:row|rows}" }
        FrozenLater { vi: "không tính {0} quy định có sau ngày {1}: {2}", en: "not included: {0} {0:regulation|regulations} that came later than {1}: {2}" }
        FrozenGone { vi: "không tính {0} quy định hết hiệu lực đến ngày {1} hoặc không rõ từ ngày nào: {2}", en: "not included: {0} {0:regulation|regulations} repealed by {1} or on an unknown day: {2}" }
        FrozenOutside { vi: "{0} quy định ngoài phạm vi của chương trình, không tính", en: "not included, as the programme does not cover {0:it|them}: {0} {0:regulation|regulations}" }
        FrozenUndated { vi: "{0} quy định không rõ áp dụng từ ngày nào, vẫn tính", en: "included although it is not known since when {0:it applies|they apply}: {0} {0:regulation|regulations}" }
        FrozenLaterRate { vi: "{0}: chưa có giá trị của ngày {1}; lấy giá trị sớm nhất, từ {2}", en: "{0}: no value of {1} is known; the earliest, of {2}, is used" }
        NotFrozen { vi: "chương trình {0} chưa chốt số liệu gốc; xem: tinhgon baseline list", en: "the baseline of {0} is not frozen; see: tinhgon baseline list" }
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
        DecisionStands { vi: "thay đổi {0} đã quyết định một xung đột với người khác nên không hoàn tác được", en: "change {0} decided a conflict with others and cannot be undone" }
        DecisionStandsHint { vi: "ghi giá trị khác vào ô đó; hoàn tác thay đổi cũ hơn bằng: tinhgon undo SỐ", en: "write another value there; to undo an earlier change, run: tinhgon undo NUMBER" }
        OthersChangeHint { vi: "hỏi người đó trước; nếu vẫn làm, thêm --force", en: "ask them first; --force does it all the same" }
    }
}
