//! Which word stands for which value.

use crate::model::{
    ActivityGroup, Cell, MeasureStatus, Metric, Mode, Provenance as Sureness, RegulationKind, TimeUnit,
};
use crate::text::messages::tui::TuiWord;

impl TuiWord {
    /// The word for a group of the sheet.
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

    /// The word for a cell of the sheet.
    pub(super) fn cell(cell: Cell) -> Self {
        match cell {
            Cell::Minutes => Self::CellMinutes,
            Cell::Outsourcing => Self::CellOutsourcing,
            Cell::Charges => Self::CellCharges,
            Cell::Times => Self::CellTimes,
            Cell::Population => Self::CellPopulation,
        }
    }

    /// The word for how sure a figure is.
    pub(super) fn provenance(provenance: Sureness) -> Self {
        match provenance {
            Sureness::Assumption => Self::Assumption,
            Sureness::Measured => Self::Measured,
            Sureness::Surveyed => Self::Surveyed,
            Sureness::Official => Self::Official,
        }
    }

    /// The word for where a measure stands.
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

    /// The word for a kind of regulation, short.
    pub(super) fn kind(kind: RegulationKind) -> Self {
        match kind {
            RegulationKind::Procedure => Self::KindProcedure,
            RegulationKind::Condition => Self::KindCondition,
            RegulationKind::Report => Self::KindReport,
            RegulationKind::Standard => Self::KindStandard,
            RegulationKind::Inspection => Self::KindInspection,
        }
    }

    /// The word for a metric, short.
    pub(super) fn metric(metric: Metric) -> Self {
        match metric {
            Metric::CutOrSimplified => Self::MetricCutOrSimplified,
            Metric::Abolished => Self::MetricAbolished,
            Metric::ConditionsAbolished => Self::MetricConditions,
            Metric::CostSaved => Self::MetricCost,
            Metric::TimeSaved => Self::MetricTime,
            Metric::Electronic => Self::MetricElectronic,
        }
    }

    /// The word for the unit of a metric, in few cells.
    pub(super) fn short_unit(metric: Metric) -> Self {
        match metric {
            Metric::TimeSaved => Self::HoursShort,
            Metric::CostSaved => Self::DongShort,
            metric => Self::unit(metric),
        }
    }

    /// The word for the unit of a metric.
    pub(super) fn unit(metric: Metric) -> Self {
        match metric {
            Metric::CostSaved => Self::Dong,
            Metric::TimeSaved => Self::Hours,
            _ => Self::Regulations,
        }
    }

    /// The word for a way to submit.
    pub(super) fn mode(mode: Mode) -> Self {
        match mode {
            Mode::InPerson => Self::InPerson,
            Mode::Online => Self::Online,
            Mode::Post => Self::Post,
        }
    }

    /// The word for a unit of time.
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
}
