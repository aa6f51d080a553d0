//! What the room `exchange` says.

crate::messages! {
    /// Messages of `exchange`.
    ExchangeMessage {
        Empty { vi: "trống", en: "empty" }
    }
}
