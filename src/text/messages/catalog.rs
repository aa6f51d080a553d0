//! What the room `catalog` says.

crate::messages! {
    /// Messages of `catalog`.
    CatalogMessage {
        Empty { vi: "trống", en: "empty" }
    }
}
