//! Words of comparisons of two versions of an instrument.

crate::messages! {
    /// Words of comparisons.
    CompareWord {
        Title { vi: "So sánh hai bản của văn bản", en: "Two versions of an instrument compared" }
        Current { vi: "Hiện hành", en: "Current" }
        Proposed { vi: "Đề xuất", en: "Proposed" }
        Number { vi: "STT", en: "No." }
        Explanation { vi: "Thuyết minh", en: "Explanation" }
        Place { vi: "Điều khoản", en: "Provision" }
        Same { vi: "Hai bản giống nhau về lời văn.", en: "The two versions have the same words." }
        Coarse { vi: "hai bản khác nhau quá nhiều: có chỗ chỉ so sánh sơ lược, đoạn khác nhau được nêu lớn hơn thực tế", en: "the versions differ so much that some places are compared coarsely: what is shown as replaced is larger than need be" }
        CountUnchanged { vi: "{0} giữ nguyên", en: "{0} unchanged" }
        CountChanged { vi: "{0} sửa đổi", en: "{0} changed" }
        CountAdded { vi: "{0} bổ sung", en: "{0} added" }
        CountRemoved { vi: "{0} bỏ", en: "{0} removed" }
        CountMoved { vi: "{0} chuyển chỗ", en: "{0} moved" }
        CountRenumbered { vi: "{0} đánh số lại", en: "{0} renumbered" }
        CountSplit { vi: "{0} tách", en: "{0} split" }
        CountMerged { vi: "{0} gộp", en: "{0} merged" }
        Unchanged { vi: "Giữ nguyên", en: "Unchanged" }
        Changed { vi: "Sửa đổi", en: "Changed" }
        Added { vi: "Bổ sung", en: "Added" }
        Removed { vi: "Bỏ", en: "Removed" }
        Moved { vi: "Chuyển chỗ", en: "Moved" }
        Renumbered { vi: "Đánh số lại", en: "Renumbered" }
        Split { vi: "Tách", en: "Split" }
        Merged { vi: "Gộp", en: "Merged" }
        Reworded { vi: "{0}; có sửa đổi lời văn", en: "{0}; reworded" }
    }
}
