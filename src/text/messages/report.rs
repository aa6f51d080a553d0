//! What the room `report` says.

crate::messages! {
    /// Messages of `report`.
    ReportWord {
        Empty { vi: "trống", en: "empty" }
    }
}
