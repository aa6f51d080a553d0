//! The values of enumerations, by their key and by their word in each language.

use crate::cost::check::{Doubt, Severity};
use crate::model::{
    AgencyKind, AssignmentStatus, Cell, CountsAs, MeasureStatus, Metric, Mode, OnlineLevel, Outlook, Provenance,
    RegulationKind, RegulationStatus, Spread, Stage, TargetKind, TimeUnit, Unit,
};
use crate::reform::DebtKind;
use crate::reform::suggest::Fit;
use crate::store::SearchKind;
use crate::text::Lang;
use crate::view::Worded;
use crate::words::Message;
use crate::words::check::CheckWord;
use crate::words::cli::CliMessage;
use crate::words::suggest::SuggestWord;
use crate::words::uncertainty::UncertaintyWord;
use crate::words::value::ValueWord;

/// A value of an enumeration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The stable name, as JSON prints it.
    pub key: &'static str,
    /// The words shown, Vietnamese and English; empty where only the key is shown.
    pub words: [&'static str; 2],
}

fn choice(key: &'static str, word: impl Message) -> Choice {
    Choice { key, words: [word.text(Lang::Vi), word.text(Lang::En)] }
}

fn bare(key: &'static str) -> Choice {
    Choice { key, words: ["", ""] }
}

/// The values of an enumeration of which the words are kept in one place.
macro_rules! worded {
    ($name:ty) => {
        <$name>::ALL.iter().map(|value| choice(value.name(), value.word())).collect()
    };
}

/// The values of an enumeration, by the name that descriptions of answers give it; nothing when there is none of this name.
pub fn of(name: &str) -> Option<Vec<Choice>> {
    Some(match name {
        "agency_kind" => AgencyKind::ALL.iter().map(|kind| choice(kind.name(), agency_kind(*kind))).collect(),
        "regulation_kind" => worded!(RegulationKind),
        "regulation_status" => worded!(RegulationStatus),
        "measure_status" => worded!(MeasureStatus),
        "stage" => worded!(Stage),
        "metric" => worded!(Metric),
        "provenance" => worded!(Provenance),
        "assignment_status" => worded!(AssignmentStatus),
        "debt_kind" => worded!(DebtKind),
        "outlook" => worded!(Outlook),
        "mode" => worded!(Mode),
        "time_unit" => worded!(TimeUnit),
        "online_level" => worded!(OnlineLevel),
        "cell" => worded!(Cell),
        "standing" => standings(),
        "unit" => Unit::ALL.iter().map(|unit| bare(unit.name())).collect(),
        "progress_unit" => vec![
            choice("dong/year", CliMessage::UnitDongYear),
            choice("working_hours", CliMessage::UnitHours),
            choice("regulations", CliMessage::UnitRegulations),
        ],
        "counts_as" => vec![
            choice(CountsAs::Abolished.name(), CliMessage::CountsAbolished),
            choice(CountsAs::Simplified.name(), CliMessage::CountsSimplified),
        ],
        "target_kind" => vec![
            choice(TargetKind::None.name(), CliMessage::TargetsNone),
            choice(TargetKind::Components.name(), CliMessage::TargetsComponents),
            choice(TargetKind::Activities.name(), CliMessage::TargetsActivities),
        ],
        "spread" => vec![
            choice(Spread::Range.name(), UncertaintyWord::SpreadRange),
            choice(Spread::Triangular.name(), UncertaintyWord::SpreadTriangular),
            choice(Spread::Pert.name(), UncertaintyWord::SpreadPert),
            choice(Spread::Lognormal.name(), UncertaintyWord::SpreadLognormal),
        ],
        "search_kind" => SearchKind::ALL.iter().map(|kind| bare(kind.name())).collect(),
        "fit" => vec![choice(Fit::Whole.name(), SuggestWord::Whole), choice(Fit::Part.name(), SuggestWord::Part)],
        "check_severity" => {
            let asked = Severity::ALL.iter().filter(|severity| **severity != Severity::Off);
            asked.map(|severity| choice(severity.name(), CheckWord::severity(*severity))).collect()
        }
        "doubt" => Doubt::ALL.iter().map(|doubt| choice(doubt.name(), CheckWord::doubt(*doubt))).collect(),
        _ => return None,
    })
}

/// Where what is owed may stand: the statuses of assignments and of measures, and those of reviews.
fn standings() -> Vec<Choice> {
    let mut all: Vec<Choice> = worded!(AssignmentStatus);
    let measures: Vec<Choice> = worded!(MeasureStatus);
    all.extend(measures);
    all.push(choice("under_review", ValueWord::UnderReview));
    all.push(choice("without_measure", ValueWord::WithoutMeasure));
    all
}

/// The word for a kind of agency.
pub fn agency_kind(kind: AgencyKind) -> ValueWord {
    match kind {
        AgencyKind::Ministry => ValueWord::AgencyMinistry,
        AgencyKind::MinisterialBody => ValueWord::AgencyMinisterialBody,
        AgencyKind::CentralBody => ValueWord::AgencyCentralBody,
        AgencyKind::Province => ValueWord::AgencyProvince,
        AgencyKind::Other => ValueWord::AgencyOther,
    }
}
