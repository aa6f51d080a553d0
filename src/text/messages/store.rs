//! What the room `store` says.

crate::messages! {
    /// Messages of `store`.
    StoreMessage {
        Empty { vi: "trống", en: "empty" }
    }
}
