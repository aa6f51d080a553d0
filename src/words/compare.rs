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
        Coarse { vi: "hai bản khác nhau nhiều, có chỗ chỉ so sánh sơ lược; phần khác nhau có thể nêu rộng hơn thực tế", en: "the versions differ so much that some places are compared coarsely; what is shown as replaced may be larger than need be" }
        Reworded { vi: "{0}; có sửa đổi lời văn", en: "{0}; reworded" }
    }
}
