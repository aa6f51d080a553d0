//! What the room `cost` says.

crate::messages! {
    /// Messages of `cost`.
    CostWord {
        Empty { vi: "trống", en: "empty" }
    }
}
