//! What the room `tui` says.

crate::messages! {
    /// Messages of `tui`.
    TuiWord {
        Empty { vi: "trống", en: "empty" }
    }
}
