//! The values of enumerations, by their key and by their word in each language.

use crate::cost::check::{Doubt, Severity};
use crate::model::{
    AgencyKind, Answered, AssignmentStatus, Cell, CountsAs, MeasureStatus, Metric, MetricUnit, Mode, OnlineLevel,
    Outlook, Provenance, RegulationKind, RegulationStatus, Spread, Stage, TargetKind, TimeUnit, Unit,
};
use crate::reform::suggest::Fit;
use crate::reform::{DebtKind, ReviewStanding};
use crate::store::SearchKind;
use crate::text::Lang;
use crate::view::health::{Criterion, Lack};
use crate::words::{Message, Named};

/// A value of an enumeration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The stable name, as JSON prints it.
    pub key: &'static str,
    /// The words shown, Vietnamese and English.
    pub words: [&'static str; 2],
}

/// All values of an enumeration.
fn all<V: Named + Message>() -> Vec<Choice> {
    let choice = |value: &V| Choice { key: value.name(), words: [value.text(Lang::Vi), value.text(Lang::En)] };
    V::VALUES.iter().map(choice).collect()
}

/// The values of an enumeration, by the name that descriptions of answers give it; nothing when there is none of this name.
pub fn of(name: &str) -> Option<Vec<Choice>> {
    Some(match name {
        "agency_kind" => all::<AgencyKind>(),
        "regulation_kind" => all::<RegulationKind>(),
        "regulation_status" => all::<RegulationStatus>(),
        "measure_status" => all::<MeasureStatus>(),
        "stage" => all::<Stage>(),
        "metric" => all::<Metric>(),
        "provenance" => all::<Provenance>(),
        "assignment_status" => all::<AssignmentStatus>(),
        "debt_kind" => all::<DebtKind>(),
        "outlook" => all::<Outlook>(),
        "answer" => all::<Answered>(),
        "mode" => all::<Mode>(),
        "time_unit" => all::<TimeUnit>(),
        "online_level" => all::<OnlineLevel>(),
        "cell" => all::<Cell>(),
        // Where what is owed may stand: the statuses of assignments and of measures, and those of reviews.
        "standing" => [all::<AssignmentStatus>(), all::<MeasureStatus>(), all::<ReviewStanding>()].concat(),
        "unit" => all::<Unit>(),
        "progress_unit" => all::<MetricUnit>(),
        "counts_as" => all::<CountsAs>(),
        "target_kind" => all::<TargetKind>(),
        "spread" => all::<Spread>(),
        "search_kind" => all::<SearchKind>(),
        "fit" => all::<Fit>(),
        "check_severity" => {
            let asked = |choice: &Choice| choice.key != Severity::Off.name();
            all::<Severity>().into_iter().filter(asked).collect()
        }
        "doubt" => all::<Doubt>(),
        "health_criterion" => all::<Criterion>(),
        // What is found: doubtful figures, and what else there is.
        "health_lack" => [all::<Doubt>(), all::<Lack>()].concat(),
        _ => return None,
    })
}
