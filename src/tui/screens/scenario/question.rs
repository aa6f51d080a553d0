//! What the solver is asked: a form, whose answers are a problem.

use super::super::scenarios::programmes;
use super::set::Set;
use crate::exchange::problem::from_toml;
use crate::exchange::problem_line::{
    codes, conflict, conflict_line, number, precedence, precedence_line, target, target_line,
};
use crate::model::{Fraction, InstrumentLevel, Metric};
use crate::reform::choose::{Objective, Problem, Wanted};
use crate::text::{collate, date};
use crate::tui::layers::form::Answers;
use crate::tui::layers::{Field, Form, Refusal};
use crate::tui::place::Place;
use crate::tui::screen::{Effect, Shared};
use crate::words::Message;
use crate::words::choosing::ChoosingWord as C;
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

fn joined<T>(all: &[T], line: impl Fn(&T) -> String) -> String {
    all.iter().map(line).collect::<Vec<_>>().join("; ")
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

/// The form that asks the solver; what it gives is done with the problem that it asks.
pub(super) fn form(
    set: &Set,
    place: Place,
    shared: &Shared,
    give: impl Fn(Problem, &Shared) -> Vec<Effect> + 'static,
) -> Form {
    let asked = asked_before(set);
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
    // The first of each metric stands in its own field; a second would be lost there.
    let mut seen = BTreeSet::new();
    let more: Vec<Wanted> =
        asked.targets.iter().filter(|w| own_field(w).is_none_or(|id| !seen.insert(id))).cloned().collect();
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
        line("targets", C::MoreTargets, &joined(&more, target_line)).hint(shared.word(C::MoreTargetsHint)),
        line("conflicts", C::Conflicts, &joined(&asked.conflicts, conflict_line)).hint(shared.word(C::ConflictsHint)),
        line("needs", C::Needs, &joined(&asked.precedences, precedence_line)).hint(shared.word(C::NeedsHint)),
    ]);
    let form = Form::new(shared.word(C::SolveTitle), fields, move |answers, shared| {
        let problem = problem(&asked, answers, shared)?;
        // What it names must be there before the search begins.
        problem.settled(&shared.world.snapshot).map_err(|fault| Refusal::fault(&fault, shared))?;
        Ok(give(problem, shared))
    });
    form.about(vec![shared.word(C::SolveAbout).to_owned()]).drafted(place, "solve")
}

/// The problem that answers ask.
fn problem(asked: &Problem, answers: &Answers, shared: &Shared) -> Result<Problem, Refusal> {
    let maybe = |id: &str| answers.get(id).filter(|text| !text.is_empty()).cloned();
    let positive = |id: &str| {
        let read = maybe(id).map(|text| number(text.trim_end_matches('%')));
        read.transpose().map_err(|fault| Refusal::of(id, shared.fault(&fault)))
    };
    let list = |id: &str| codes(&maybe(id).unwrap_or_default());
    let parts = |id: &str| -> Vec<String> {
        let text = maybe(id).unwrap_or_default();
        text.split(';').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let mut targets = Vec::new();
    for (id, _, metric) in OWN_FIELDS {
        targets.extend(positive(id)?.map(|percent| Wanted::percent(metric, percent)));
    }
    for part in parts("targets") {
        targets.push(target(&part).map_err(|fault| Refusal::of("targets", shared.fault(&fault)))?);
    }
    let bad_day = |text: &String| Refusal::of("due", ValidWord::BadDate.with(shared.lang, &[text]));
    let due_by = maybe("due").map(|text| date::parse(&text).ok_or_else(|| bad_day(&text))).transpose()?;
    let needs = parts("needs").iter().map(|part| precedence(part)).collect::<crate::words::Result<Vec<_>>>();
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
        conflicts: parts("conflicts").iter().map(|part| conflict(part)).collect(),
        precedences: needs.map_err(|fault| Refusal::of("needs", shared.fault(&fault)))?,
        // What has no field stays as it was asked.
        ..asked.clone()
    })
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
