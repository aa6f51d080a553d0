//! How far a figure can be trusted.

crate::words::named! {
    /// Where a figure comes from. What is an assumption says so on its face.
    Provenance {
        /// Nobody measured it; a default or an estimate that waits for correction.
        Assumption = "assumption" { vi: "giả định", en: "assumption" },
        /// Timed or counted on real cases.
        Measured = "measured" { vi: "đo thực tế", en: "measured" },
        /// Asked of those who comply.
        Surveyed = "surveyed" { vi: "khảo sát", en: "surveyed" },
        /// Stated by an instrument or an official record.
        Official = "official" { vi: "chính thức", en: "official" },
    }
}

impl Provenance {
    /// How far it can be trusted: an assumption least, what was measured or surveyed more, what is official most. What was measured
    /// and what was surveyed are different evidence, neither better than the other.
    pub fn rank(self) -> u8 {
        match self {
            Self::Assumption => 0,
            Self::Measured | Self::Surveyed => 1,
            Self::Official => 2,
        }
    }

    /// Whether a figure of this provenance must not silently take the place of one of the other.
    pub fn is_worse_than(self, other: Self) -> bool {
        self.rank() < other.rank()
    }
}

#[cfg(test)]
mod tests {
    use super::Provenance::{Assumption, Measured, Official, Surveyed};

    #[test]
    fn an_assumption_is_worse_than_evidence_and_evidence_worse_than_the_official_figure() {
        assert!(Assumption.is_worse_than(Measured) && Assumption.is_worse_than(Surveyed));
        assert!(Measured.is_worse_than(Official) && Surveyed.is_worse_than(Official));
        assert!(!Measured.is_worse_than(Surveyed) && !Surveyed.is_worse_than(Measured));
        assert!(!Official.is_worse_than(Assumption) && !Official.is_worse_than(Official));
    }
}
