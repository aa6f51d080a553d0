//! Which word stands for which doubt and severity.

use super::{Doubt, Severity};
use crate::words::check::CheckWord as W;

impl W {
    /// The name of a severity.
    pub fn severity(severity: Severity) -> Self {
        match severity {
            Severity::Off => Self::SeverityOff,
            Severity::Note => Self::SeverityNote,
            Severity::Warning => Self::SeverityWarning,
            Severity::Error => Self::SeverityError,
        }
    }

    /// The name of a doubt.
    pub fn doubt(doubt: Doubt) -> Self {
        match doubt {
            Doubt::NoSource => Self::DoubtNoSource,
            Doubt::AllAssumption => Self::DoubtAllAssumption,
            Doubt::Zero => Self::DoubtZero,
            Doubt::Population => Self::DoubtPopulation,
            Doubt::Minutes => Self::DoubtMinutes,
            Doubt::MinutesAsHours => Self::DoubtMinutesAsHours,
            Doubt::Thousands => Self::DoubtThousands,
            Doubt::FeeDiffers => Self::DoubtFeeDiffers,
            Doubt::FeeMissing => Self::DoubtFeeMissing,
            Doubt::ComponentGone => Self::DoubtComponentGone,
            Doubt::Old => Self::DoubtOld,
            Doubt::AgenciesDiffer => Self::DoubtAgenciesDiffer,
            Doubt::Magnitude => Self::DoubtMagnitude,
        }
    }
}
