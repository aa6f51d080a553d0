//! Words that are shorter than those of documents, for narrow columns, and what is said of figures on screen.

use crate::model::{Cell, Metric, RegulationKind};
use crate::words::tui::TuiWord;

impl TuiWord {
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
}
