//! Words that every room uses.

crate::messages! {
    /// Words and labels shared by commands, screens and reports.
    Word {
        Yes { vi: "có", en: "yes" }
        No { vi: "không", en: "no" }
        None { vi: "không có", en: "none" }
    }
}
