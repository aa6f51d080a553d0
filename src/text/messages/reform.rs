//! What the room `reform` says.

crate::messages! {
    /// Messages of `reform`.
    ReformWord {
        Empty { vi: "trống", en: "empty" }
    }
}
