//! What suggestions save, which of them are still open, and in which order they are listed.

use super::{Saving, Suggestion};
use crate::model::{Fraction, Measure, Stage};
use crate::reform::evaluate::outcome;
use crate::reform::{Outcome, Snapshot};
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::HashMap;

/// Those that no measure answers yet, and those that one does, with its code. A measure that is neither rejected nor withdrawn answers every
/// suggestion on its component, or on its regulation where it aims at no component of its own; one that was answers those of its kind.
/// A suggestion of a kind that the workspace does not know is dropped.
pub fn open(all: Vec<Suggestion>, snapshot: &Snapshot) -> (Vec<Suggestion>, Vec<(Suggestion, String)>) {
    let mut by_regulation: HashMap<&str, Vec<&Measure>> = HashMap::new();
    for measure in &snapshot.measures {
        by_regulation.entry(&measure.regulation).or_default().push(measure);
    }
    let (mut open, mut answered) = (Vec::new(), Vec::new());
    for suggestion in all.into_iter().filter(|s| snapshot.kinds.contains_key(&s.kind)) {
        let answers = |measure: &&&Measure| {
            let same_kind = measure.kind == suggestion.kind;
            let aims = suggestion.component.as_ref().map_or(same_kind, |c| measure.targets.contains(c));
            aims && (!measure.is_dropped() || same_kind)
        };
        let on_it = by_regulation.get(suggestion.regulation.as_str()).into_iter().flatten();
        match on_it.filter(answers).map(|measure| measure.code.clone()).next() {
            None => open.push(suggestion),
            Some(code) => answered.push((suggestion, code)),
        }
    }
    (open, answered)
}

/// Computes what each suggestion saves per year: as the only measure, and beside the measures that are planned on a day. The rows
/// of the regulations must be in the snapshot.
pub fn weigh(suggestions: &mut [Suggestion], snapshot: &Snapshot, day: Date) {
    let mut planned: HashMap<&str, Vec<&Measure>> = HashMap::new();
    for measure in &snapshot.measures {
        if measure.status_on(day).is_some_and(|status| status.counts_at(Stage::Planned)) {
            planned.entry(&measure.regulation).or_default().push(measure);
        }
    }
    for suggestion in suggestions {
        let Some(subject) = snapshot.live.find(&suggestion.regulation).filter(|subject| subject.has_sheet) else {
            continue;
        };
        let mut measure = Measure::proposed(&suggestion.regulation, &suggestion.kind, day);
        measure.code.clone_from(&suggestion.id);
        measure.targets = suggestion.component.iter().cloned().collect();
        let after = |measures: &[&Measure]| outcome(subject, measures, snapshot).map(|after| after.annual);
        let alone = after(&[&measure]).map(|after| subject.annual.less(after));
        let others = planned.get(suggestion.regulation.as_str()).map_or(&[][..], Vec::as_slice);
        let beside = if others.is_empty() {
            alone
        } else {
            let with: Vec<&Measure> = others.iter().copied().chain([&measure]).collect();
            after(others).zip(after(&with)).map(|(without, with)| without.less(with))
        };
        if subject.waits {
            // Nobody knows how many comply: what it saves each time is known all the same.
            let mut once = subject.clone();
            once.annual = once.one;
            once.rows.iter_mut().for_each(|row| row.row.population = Fraction::ONE);
            let saved = |after: Outcome| once.annual.less(after.annual);
            suggestion.once = outcome(&once, &[&measure], snapshot).map(saved);
            continue;
        }
        suggestion.saving = alone.zip(beside).map(|(alone, beside)| Saving { alone, beside });
    }
}

/// The greatest saving beside the planned measures first; then, where nobody knows how many comply, the greatest of one performance; then those
/// without a cost sheet by how many procedures ask for the same.
pub fn order(suggestions: &mut [Suggestion]) {
    suggestions.sort_by(|a, b| {
        let saving = |s: &Suggestion| s.saving.map(|saving| saving.beside);
        let key = |s: &Suggestion| (Reverse(saving(s)), Reverse(s.once), s.fit, Reverse(s.coverage));
        key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
    });
}
