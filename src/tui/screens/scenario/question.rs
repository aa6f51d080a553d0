//! What the solver is asked: a form, whose answers are a problem.

use super::super::scenarios::programmes;
use super::set::Set;
use crate::exchange::problem::from_toml;
use crate::exchange::problem_line::{codes, number};
use crate::model::{Fraction, InstrumentLevel, Metric, RegulationKind};
use crate::reform::choose::{Conflict, Constraint, Objective, Precedence, Problem, Wanted};
use crate::text::{collate, date};
use crate::tui::layers::form::Answers;
use crate::tui::layers::{Field, Form, Refusal};
use crate::tui::place::Place;
use crate::tui::screen::{Effect, Shared};
use crate::view::nouns::scenario::constraint_text;
use crate::words::Message;
use crate::words::choosing::ChoosingWord as C;
use crate::words::screen::ScreenWord as W;
use crate::words::valid::ValidWord;
use std::collections::BTreeSet;

/// How long the solver may search when it is asked on screen, in seconds.
const SECONDS: u32 = 20;

/// The targets that have a field of their own: so many percent over all regulations.
const OWN_FIELDS: [(&str, C, Metric); 3] = [
    ("cost", C::CostTarget, Metric::CostSaved),
    ("time", C::TimeTarget, Metric::TimeSaved),
    ("count", C::CountTarget, Metric::CutOrSimplified),
];

/// The field in which a target stands alone, if any.
fn own_field(wanted: &Wanted) -> Option<&'static str> {
    let plain = wanted.percent.is_some() && wanted.agency.is_none() && wanted.kinds.is_empty();
    OWN_FIELDS.iter().find(|(_, _, metric)| plain && *metric == wanted.metric).map(|(id, ..)| *id)
}

/// The question of a scenario, so that it can be asked again; an open one when it has none.
fn asked_before(set: &Set) -> Problem {
    let kept = Some(&set.scenario.problem).filter(|problem| !problem.is_empty());
    kept.and_then(|problem| from_toml(problem).ok()).unwrap_or_else(|| Problem {
        programme: set.scenario.programme.clone(),
        seconds: SECONDS,
        ..Problem::default()
    })
}

/// The form that asks the solver; what it gives is done with the problem that it asks. `before`: what was asked last.
pub(super) fn form(
    set: &Set,
    before: Option<&Problem>,
    place: Place,
    shared: &Shared,
    give: impl Fn(Problem, &Shared) -> Vec<Effect> + 'static,
) -> Form {
    let asked = before.cloned().unwrap_or_else(|| asked_before(set));
    let lang = shared.lang;
    let objectives = [("least_effort", C::LeastEffort), ("greatest_saving", C::GreatestSaving)]
        .map(|(id, name)| (id.to_owned(), shared.word(name).to_owned()));
    let mut levels: Vec<&InstrumentLevel> = shared.world.snapshot.levels.all().collect();
    levels.sort_by_key(|level| std::cmp::Reverse(level.rank));
    let any = (String::new(), shared.word(C::AnyLevel).to_owned());
    let levels = levels.into_iter().map(|l| (l.id.clone(), l.name_in(lang).to_owned()));
    let levels = std::iter::once(any).chain(levels).collect();
    let text = |number: Option<Fraction>| number.map_or_else(String::new, |number| number.to_string());
    let own = |id: &str| {
        let one = asked.targets.iter().find(|wanted| own_field(wanted) == Some(id));
        text(one.and_then(|wanted| wanted.percent))
    };
    // What is asked besides, each to be kept or left; the first of each metric stands in its own field.
    let mut seen = BTreeSet::new();
    let besides = |wanted: &Wanted| own_field(wanted).is_none_or(|id| !seen.insert(id));
    let more: Vec<bool> = asked.targets.iter().map(besides).collect();
    let kept =
        |of: fn(usize) -> Constraint, count: usize, stays: &dyn Fn(usize) -> bool| -> Vec<(String, String, bool)> {
            let said = |at: usize| constraint_text(&asked, &of(at), &shared.world.snapshot, lang);
            (0..count).filter(|at| stays(*at)).map(|at| (at.to_string(), said(at), true)).collect()
        };
    let kept_targets = kept(Constraint::Target, asked.targets.len(), &|at| more[at]);
    let kept_conflicts = kept(Constraint::Conflict, asked.conflicts.len(), &|_| true);
    let kept_needs = kept(Constraint::Precedence, asked.precedences.len(), &|_| true);
    let due = asked.due_by.map_or_else(String::new, |day| date::short(day, lang));
    let measures = |chosen: &[String]| -> Vec<(String, String, bool)> {
        let one = |row: &super::set::Row| {
            (row.code.clone(), format!("{} · {}", row.code, row.title), chosen.contains(&row.code))
        };
        set.rows.iter().map(one).collect()
    };
    let mut agencies: Vec<(String, String, bool)> = shared
        .world
        .snapshot
        .live
        .subjects
        .iter()
        .filter_map(|subject| subject.agency.clone())
        .collect::<BTreeSet<String>>()
        .into_iter()
        .map(|code| (code.clone(), shared.world.agency(&code, lang).to_owned(), asked.agencies.contains(&code)))
        .collect();
    agencies.sort_by(|a, b| collate::compare(&a.1, &b.1));
    let all_agencies = agencies.iter().map(|(code, name, _)| (code.clone(), name.clone())).collect();
    let line = |id: &str, label: C, value: &str| Field::line(id, shared.word(label), value);
    let mut fields = vec![
        Field::choice("objective", shared.word(C::Objective), objectives.to_vec(), asked.objective.name()),
        Field::choice(
            "programme",
            shared.word(C::Over),
            programmes(shared),
            asked.programme.as_deref().unwrap_or_default(),
        ),
    ];
    fields.extend(OWN_FIELDS.iter().map(|(id, label, _)| line(id, *label, &own(id)).hint(shared.word(C::TargetHint))));
    fields.extend([
        line("budget", C::Budget, &text(asked.budget)).hint(shared.word(C::BudgetHint)),
        Field::choice("level", shared.word(C::MaxLevel), levels, asked.max_level.as_deref().unwrap_or_default()),
        line("due", C::DueBy, &due).hint(shared.word(C::DayHint)),
        Field::checks("agencies", shared.word(C::Agencies), agencies),
        Field::checks("require", shared.word(C::Require), measures(&asked.require)),
        Field::checks("exclude", shared.word(C::Exclude), measures(&asked.exclude)),
    ]);
    let listed = |id: &str, label: C, all: Vec<(String, String, bool)>| {
        (!all.is_empty()).then(|| Field::checks(id, shared.word(label), all))
    };
    let with_none = |all: Vec<(String, String)>| -> Vec<(String, String)> {
        std::iter::once((String::new(), shared.word(C::None).to_owned())).chain(all).collect()
    };
    let metrics = Metric::ALL.iter().map(|metric| (metric.name().to_owned(), metric.word(lang).to_owned())).collect();
    let kinds = RegulationKind::ALL.iter().map(|kind| (kind.name().to_owned(), kind.word(lang).to_owned(), false));
    let one_of_all = set.rows.iter().map(|row| (row.code.clone(), format!("{} · {}", row.code, row.title))).collect();
    let of_agency = with_none(all_agencies);
    fields.extend(listed("targets_kept", C::TargetsKept, kept_targets));
    fields.push(Field::choice("metric", shared.word(C::OneMoreTarget), with_none(metrics), ""));
    fields.push(line("much", C::MustReach, "").hint(shared.word(C::MustReachHint)));
    fields.push(Field::choice("of_agency", shared.word(C::OfAgency), of_agency, ""));
    fields.push(Field::checks("of_kinds", shared.word(C::OfKinds), kinds.collect()));
    fields.extend(listed("conflicts_kept", C::ConflictsKept, kept_conflicts));
    fields.push(Field::checks("conflict", shared.word(C::Conflicts), measures(&[])));
    fields.extend(listed("needs_kept", C::NeedsKept, kept_needs));
    fields.push(Field::choice("needing", shared.word(C::Needs), with_none(one_of_all), ""));
    fields.push(Field::checks("needed", shared.word(C::Needed), measures(&[])));
    let form = Form::new(shared.word(C::SolveTitle), fields, move |answers, shared| {
        let problem = problem(&asked, answers, shared)?;
        // What it names must be there before the search begins.
        problem.settled(&shared.world.snapshot).map_err(|fault| Refusal::fault(&fault, shared))?;
        Ok(give(problem, shared))
    });
    form.does(W::FormFinds).about(vec![shared.word(C::SolveAbout).to_owned()]).drafted(place, "solve")
}

/// The problem that answers ask.
fn problem(asked: &Problem, answers: &Answers, shared: &Shared) -> Result<Problem, Refusal> {
    let maybe = |id: &str| answers.get(id).filter(|text| !text.is_empty()).cloned();
    let positive = |id: &str| {
        let read = maybe(id).map(|text| number(text.trim_end_matches('%')));
        read.transpose().map_err(|fault| Refusal::of(id, shared.fault(&fault)))
    };
    let list = |id: &str| codes(&maybe(id).unwrap_or_default());
    // What was asked before and is kept, by its place.
    let keeps = |id: &str, at: usize| list(id).iter().any(|kept| *kept == at.to_string());
    let mut targets = Vec::new();
    for (id, _, metric) in OWN_FIELDS {
        targets.extend(positive(id)?.map(|percent| Wanted::percent(metric, percent)));
    }
    let kept = asked.targets.iter().enumerate().filter(|(at, _)| keeps("targets_kept", *at));
    targets.extend(kept.map(|(_, wanted)| wanted.clone()));
    targets.extend(one_more(answers, shared)?);
    let mut conflicts: Vec<Conflict> = asked.conflicts.clone();
    let mut at = 0..;
    conflicts.retain(|_| at.next().is_some_and(|at| keeps("conflicts_kept", at)));
    let together = list("conflict");
    match together.len() {
        0 => {}
        1 => return Err(Refusal::of("conflict", shared.word(C::TwoAtLeast))),
        _ => conflicts.push(Conflict { measures: together }),
    }
    let mut precedences: Vec<Precedence> = asked.precedences.clone();
    let mut at = 0..;
    precedences.retain(|_| at.next().is_some_and(|at| keeps("needs_kept", at)));
    let needs = list("needed");
    match (maybe("needing"), needs.is_empty()) {
        (Some(measure), false) => precedences.push(Precedence { measure, needs }),
        (Some(_), true) => return Err(Refusal::of("needed", shared.word(C::WhichNeeded))),
        (None, false) => return Err(Refusal::of("needing", shared.word(C::WhichNeeds))),
        (None, true) => {}
    }
    let bad_day = |text: &String| Refusal::of("due", ValidWord::BadDate.with(shared.lang, &[text]));
    let due_by = maybe("due").map(|text| date::parse(&text).ok_or_else(|| bad_day(&text))).transpose()?;
    Ok(Problem {
        programme: maybe("programme"),
        objective: maybe("objective").and_then(|name| Objective::parse(&name)).unwrap_or(Objective::LeastEffort),
        budget: positive("budget")?,
        max_level: maybe("level"),
        due_by,
        agencies: list("agencies"),
        exclude: list("exclude"),
        require: list("require"),
        targets,
        conflicts,
        precedences,
        // What has no field stays as it was asked.
        ..asked.clone()
    })
}

/// The target that is asked besides those that have a field of their own.
fn one_more(answers: &Answers, shared: &Shared) -> Result<Option<Wanted>, Refusal> {
    let answer = |id: &str| answers.get(id).map(String::as_str).unwrap_or_default();
    let (metric, much) = (Metric::parse(answer("metric")), answer("much"));
    let metric = match (metric, much) {
        (None, "") => return Ok(None),
        (None, _) => return Err(Refusal::of("metric", shared.word(C::WhichMetric))),
        (Some(_), "") => return Err(Refusal::of("much", shared.word(C::HowMuch))),
        (Some(metric), _) => metric,
    };
    let read = number(much.trim_end_matches('%')).map_err(|fault| Refusal::of("much", shared.fault(&fault)))?;
    let (percent, amount) = if much.ends_with('%') { (Some(read), None) } else { (None, Some(read)) };
    let kinds = codes(answer("of_kinds")).iter().filter_map(|kind| RegulationKind::parse(kind)).collect();
    let agency = Some(answer("of_agency").to_owned()).filter(|agency| !agency.is_empty());
    Ok(Some(Wanted { metric, percent, amount, agency, kinds }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_percentage_has_a_field_of_its_own_and_what_is_limited_has_none() {
        let plain = Wanted::percent(Metric::CostSaved, Fraction::whole(20));
        assert_eq!(own_field(&plain), Some("cost"));
        assert_eq!(own_field(&Wanted { agency: Some("BTP".to_owned()), ..plain.clone() }), None);
        assert_eq!(own_field(&Wanted::percent(Metric::Electronic, Fraction::whole(20))), None);
        assert_eq!(own_field(&Wanted { percent: None, amount: Some(Fraction::ONE), ..plain }), None);
    }
}
