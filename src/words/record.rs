//! What the pages of nouns say besides the words of commands.

crate::messages! {
    /// Labels of fields on the page of a noun.
    RecordWord {
        Since { vi: "Áp dụng từ", en: "Applies from" }
        Concerns { vi: "Liên quan đến", en: "Concerns" }
        ConcernsBy { vi: "{0} (gợi ý, theo đối tượng “{1}”)", en: "{0} (suggested by those who comply: “{1}”)" }
        ConcernsByKind { vi: "{0} (gợi ý, theo loại quy định)", en: "{0} (suggested by the kind of regulation)" }
        ScopeLine { vi: "Phạm vi", en: "Scope" }
        ScopeWithout { vi: "không gồm {0}", en: "without {0}" }
        PublishedLine { vi: "Số công bố", en: "Published figures" }
        PublishedSaid { vi: "{0}: {1}% của {2} là {3} {4}", en: "{0}: {1}% of {2} is {3} {4}" }
        Electronic { vi: "Thực hiện điện tử", en: "Done electronically" }
        AuthorisedAgency { vi: "Cơ quan được ủy quyền", en: "Authorised agency" }
        Description { vi: "Mô tả", en: "Description" }
        InEnglish { vi: "Tên tiếng Anh", en: "Name in English" }
        InVietnamese { vi: "Tên tiếng Việt", en: "Name in Vietnamese" }
        Valid { vi: "áp dụng {0}", en: "valid {0}" }
        FromDay { vi: "từ {0}", en: "from {0}" }
        UntilDay { vi: "đến {0}", en: "until {0}" }
        IssuedOn { vi: "ban hành {0}", en: "issued {0}" }
        CertifiedCopies { vi: "{0} bản sao chứng thực", en: "{0} certified {0:copy|copies}" }
        Certified { vi: "bản sao phải chứng thực", en: "the copy must be certified" }
        DueIfToday { vi: "nộp hôm nay: trả kết quả chậm nhất {0}", en: "filed today: due {0}" }
        SetBy { vi: "{0} theo {1}", en: "{0} by {1}" }
        MovedFrom { vi: "{0} (trước là {1})", en: "{0} (before: {1})" }
        OfKinds { vi: "chỉ tính {0}", en: "only {0}" }
        EditDrop { vi: "bỏ {0}", en: "drop {0}" }
        EditElectronic { vi: "{0}: thực hiện điện tử", en: "{0}: done electronically" }
        Readings { vi: "Các lần cập nhật", en: "Readings" }
    }
}
