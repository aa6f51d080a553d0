//! Which word stands for which value.

use crate::model::{ActivityGroup, Cell, MeasureStatus, Mode, OnlineLevel, Provenance, RegulationStatus, TimeUnit};
use crate::reform::Axis;
use crate::text::messages::cli::CliMessage;
use crate::text::messages::scenario::ScenarioWord;
use crate::text::{Lang, Message};

/// The heading of the groups of a split.
pub(super) fn axis_word(axis: Axis) -> ScenarioWord {
    match axis {
        Axis::Agency => ScenarioWord::Agency,
        Axis::Field => ScenarioWord::Field,
        Axis::Kind => ScenarioWord::Kind,
        Axis::Level => ScenarioWord::Level,
        Axis::Authority => ScenarioWord::Authority,
        Axis::Year => ScenarioWord::Year,
    }
}

impl CliMessage {
    /// Yes or no.
    pub(super) fn yes_no(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }

    /// The heading of a group of the cost sheet.
    pub(super) fn group(group: ActivityGroup) -> Self {
        match group {
            ActivityGroup::Dossier => Self::GroupDossier,
            ActivityGroup::Submission => Self::GroupSubmission,
            ActivityGroup::Fees => Self::GroupFees,
            ActivityGroup::Inspection => Self::GroupInspection,
            ActivityGroup::Other => Self::GroupOther,
            ActivityGroup::Result => Self::GroupResult,
        }
    }

    /// The name of a cell of the cost sheet.
    pub(super) fn cell(cell: Cell) -> Self {
        match cell {
            Cell::Minutes => Self::CellMinutes,
            Cell::Outsourcing => Self::CellOutsourcing,
            Cell::Charges => Self::CellCharges,
            Cell::Times => Self::CellTimes,
            Cell::Population => Self::CellPopulation,
        }
    }

    /// The name of a provenance.
    pub(super) fn provenance(provenance: Provenance) -> Self {
        match provenance {
            Provenance::Assumption => Self::ProvenanceAssumption,
            Provenance::Measured => Self::ProvenanceMeasured,
            Provenance::Surveyed => Self::ProvenanceSurveyed,
            Provenance::Official => Self::ProvenanceOfficial,
        }
    }

    /// The name of a status of a measure.
    pub(super) fn status(status: MeasureStatus) -> Self {
        match status {
            MeasureStatus::Proposed => Self::StatusProposed,
            MeasureStatus::Consulted => Self::StatusConsulted,
            MeasureStatus::Submitted => Self::StatusSubmitted,
            MeasureStatus::Approved => Self::StatusApproved,
            MeasureStatus::InForce => Self::StatusInForce,
            MeasureStatus::Rejected => Self::StatusRejected,
            MeasureStatus::Withdrawn => Self::StatusWithdrawn,
        }
    }

    /// The name of the status of a regulation.
    pub(super) fn regulation_status(status: RegulationStatus) -> Self {
        match status {
            RegulationStatus::InForce => Self::InForce,
            RegulationStatus::Repealed => Self::Repealed,
        }
    }

    /// The name of a way to submit.
    pub(super) fn mode(mode: Mode) -> Self {
        match mode {
            Mode::InPerson => Self::ModeInPerson,
            Mode::Online => Self::ModeOnline,
            Mode::Post => Self::ModePost,
        }
    }

    /// The name of a unit of time.
    pub(super) fn time_unit(unit: TimeUnit) -> Self {
        match unit {
            TimeUnit::Hour => Self::UnitHour,
            TimeUnit::WorkingDay => Self::UnitWorkingDay,
            TimeUnit::Day => Self::UnitDay,
            TimeUnit::Week => Self::UnitWeek,
            TimeUnit::Month => Self::UnitMonth,
            TimeUnit::Year => Self::UnitYear,
            TimeUnit::Unstated => Self::UnitUnstated,
        }
    }

    /// The name of an online level.
    pub(super) fn online_level(level: OnlineLevel) -> Self {
        match level {
            OnlineLevel::Full => Self::OnlineFull,
            OnlineLevel::Partial => Self::OnlinePartial,
            OnlineLevel::Information => Self::OnlineInformation,
        }
    }

    /// ` · 1 bản chính, 2 bản sao`, or nothing where the source does not say.
    pub(super) fn copies(originals: Option<u32>, copies: Option<u32>, lang: Lang) -> String {
        let one = |count: Option<u32>, word: Self| count.filter(|n| *n > 0).map(|n| word.with(lang, &[&n]));
        let parts: Vec<String> =
            [one(originals, Self::Originals), one(copies, Self::Copies)].into_iter().flatten().collect();
        if parts.is_empty() { String::new() } else { format!(" · {}", parts.join(", ")) }
    }
}
