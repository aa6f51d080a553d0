//! What the room `cli` says.

crate::messages! {
    /// Messages of `cli`.
    CliMessage {
        Empty { vi: "trống", en: "empty" }
    }
}
