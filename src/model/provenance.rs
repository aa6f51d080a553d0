//! How far a figure can be trusted.

super::named! {
    /// Where a figure comes from. What is an assumption says so on its face.
    Provenance {
        /// Nobody measured it; a default or an estimate that waits for correction.
        Assumption = "assumption",
        /// Timed or counted on real cases.
        Measured = "measured",
        /// Asked of those who comply.
        Surveyed = "surveyed",
        /// Stated by an instrument or an official record.
        Official = "official",
    }
}
