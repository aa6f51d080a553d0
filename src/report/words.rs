//! The words for where assignments, reviews and measures stand, the same in documents, commands and on screen.

use crate::model::{AssignmentStatus, Metric, Outlook, RegulationKind, Stage};
use crate::reform::{DebtKind, Standing};
use crate::text::messages::assign::AssignWord as W;
use crate::text::messages::cli::CliMessage;
use crate::text::messages::report::ReportWord;
use crate::text::{Lang, Message};

/// The word for the status of an assignment.
pub fn assignment_word(status: AssignmentStatus) -> W {
    match status {
        AssignmentStatus::Open => W::StatusOpen,
        AssignmentStatus::UnderWay => W::StatusUnderWay,
        AssignmentStatus::Done => W::StatusDone,
        AssignmentStatus::Cancelled => W::StatusCancelled,
    }
}

/// The word for the outcome of a review.
pub fn outlook_word(outlook: Outlook) -> W {
    match outlook {
        Outlook::Keep => W::OutcomeKeep,
        Outlook::Amend => W::OutcomeAmend,
        Outlook::Repeal => W::OutcomeRepeal,
        Outlook::Replace => W::OutcomeReplace,
    }
}

/// The word for a kind of thing that is owed.
pub fn debt_word(kind: DebtKind) -> W {
    match kind {
        DebtKind::Assignment => W::KindAssignment,
        DebtKind::Measure => W::KindMeasure,
        DebtKind::Review => W::KindReview,
    }
}

/// The word for where something that is owed stands.
pub fn standing_word(standing: Standing, lang: Lang) -> &'static str {
    match standing {
        Standing::Assignment(status) => assignment_word(status).text(lang),
        Standing::Measure(status) => ReportWord::status(status).text(lang),
        Standing::UnderReview => W::StatusUnderReview.text(lang),
        Standing::WithoutMeasure(_) => W::StatusWithoutMeasure.text(lang),
    }
}

impl CliMessage {
    /// The name of a stage.
    pub(crate) fn stage(stage: Stage) -> Self {
        match stage {
            Stage::Planned => Self::StagePlanned,
            Stage::Approved => Self::StageApproved,
            Stage::InForce => Self::StageInForce,
        }
    }

    /// The name of a metric.
    pub(crate) fn metric(metric: Metric) -> Self {
        match metric {
            Metric::CutOrSimplified => Self::MetricCutOrSimplified,
            Metric::Abolished => Self::MetricAbolished,
            Metric::ConditionsAbolished => Self::MetricConditions,
            Metric::CostSaved => Self::MetricCost,
            Metric::TimeSaved => Self::MetricTime,
            Metric::Electronic => Self::MetricElectronic,
        }
    }

    /// The name of a kind of regulation.
    pub(crate) fn regulation_kind(kind: RegulationKind) -> Self {
        match kind {
            RegulationKind::Procedure => Self::KindProcedure,
            RegulationKind::Condition => Self::KindCondition,
            RegulationKind::Report => Self::KindReport,
            RegulationKind::Standard => Self::KindStandard,
            RegulationKind::Inspection => Self::KindInspection,
        }
    }
}
