//! The words for values of the trade, the same in documents, commands and on screen.

use crate::model::{
    ActivityGroup, AssignmentStatus, Cell, MeasureStatus, Metric, Mode, OnlineLevel, Outlook, Provenance,
    RegulationKind, RegulationStatus, Stage, TimeUnit,
};
use crate::reform::{DebtKind, Standing};
use crate::words::value::ValueWord as W;

/// A value that has a word in both languages.
pub trait Worded: Copy {
    /// The word, in lower case.
    fn word(self) -> W;
}

/// Tells which word stands for which value.
macro_rules! worded {
    ($($value:ident { $($variant:ident: $word:ident),+ $(,)? })+) => {
        $(impl Worded for $value {
            fn word(self) -> W {
                match self {
                    $(Self::$variant => W::$word,)+
                }
            }
        })+
    };
}

worded! {
    ActivityGroup {
        Dossier: GroupDossier, Submission: GroupSubmission, Fees: GroupFees,
        Inspection: GroupInspection, Other: GroupOther, Result: GroupResult,
    }
    Cell {
        Minutes: CellMinutes, Outsourcing: CellOutsourcing, Charges: CellCharges, Times: CellTimes, Population: CellPopulation,
    }
    Provenance {
        Assumption: ProvenanceAssumption, Measured: ProvenanceMeasured, Surveyed: ProvenanceSurveyed, Official: ProvenanceOfficial,
    }
    MeasureStatus {
        Proposed: StatusProposed, Consulted: StatusConsulted, Submitted: StatusSubmitted, Approved: StatusApproved,
        InForce: StatusInForce, Rejected: StatusRejected, Withdrawn: StatusWithdrawn,
    }
    Stage { Planned: StagePlanned, Approved: StageApproved, InForce: StageInForce }
    Metric {
        CutOrSimplified: MetricCutOrSimplified, Abolished: MetricAbolished, ConditionsAbolished: MetricConditions,
        CostSaved: MetricCost, TimeSaved: MetricTime, Electronic: MetricElectronic,
    }
    RegulationKind {
        Procedure: KindProcedure, Condition: KindCondition, Report: KindReport, Standard: KindStandard, Inspection: KindInspection,
    }
    RegulationStatus { InForce: RegulationInForce, Repealed: RegulationRepealed }
    Mode { InPerson: ModeInPerson, Online: ModeOnline, Post: ModePost }
    TimeUnit {
        Hour: UnitHour, WorkingDay: UnitWorkingDay, Day: UnitDay, Week: UnitWeek, Month: UnitMonth, Year: UnitYear,
        Unstated: UnitUnstated,
    }
    OnlineLevel { Full: OnlineFull, Partial: OnlinePartial, Information: OnlineInformation }
    AssignmentStatus { Open: AssignmentOpen, UnderWay: AssignmentUnderWay, Done: AssignmentDone, Cancelled: AssignmentCancelled }
    Outlook { Keep: OutlookKeep, Amend: OutlookAmend, Repeal: OutlookRepeal, Replace: OutlookReplace }
    DebtKind { Assignment: DebtAssignment, Measure: DebtMeasure, Review: DebtReview }
}

impl Worded for Standing {
    fn word(self) -> W {
        match self {
            Self::Assignment(status) => status.word(),
            Self::Measure(status) => status.word(),
            Self::UnderReview => W::UnderReview,
            Self::WithoutMeasure(_) => W::WithoutMeasure,
        }
    }
}
