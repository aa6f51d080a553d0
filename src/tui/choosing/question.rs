//! What the solver is asked on screen.

use super::Wish;
use crate::exchange::problem::from_toml;
use crate::exchange::problem_line::{
    codes, conflict, conflict_line, number, precedence, precedence_line, target, target_line,
};
use crate::model::{Fraction, Metric};
use crate::reform::choose::{Objective, Problem, Wanted};
use crate::text::date;
use crate::tui::app::{App, Effect};
use crate::tui::form::{Field, Form, Purpose};
use crate::words::choosing::ChoosingWord as C;
use crate::words::valid::ValidWord;
use crate::words::{Fault, Message};

/// How long the solver may search when it is asked on screen, in seconds.
const SECONDS: u32 = 20;

/// The targets that have a field of their own: so many percent over all regulations.
const OWN_FIELDS: [(&str, Metric); 3] =
    [("cost", Metric::CostSaved), ("time", Metric::TimeSaved), ("count", Metric::CutOrSimplified)];

/// The field in which a target stands alone, if any.
fn own_field(wanted: &Wanted) -> Option<&'static str> {
    let plain = wanted.percent.is_some() && wanted.agency.is_none() && wanted.kinds.is_empty();
    OWN_FIELDS.iter().find(|(_, metric)| plain && *metric == wanted.metric).map(|(id, _)| *id)
}

fn joined<T>(all: &[T], line: impl Fn(&T) -> String) -> String {
    all.iter().map(line).collect::<Vec<_>>().join("; ")
}

impl App {
    /// The question of the scenario in hand, so that it can be asked again; an open one when it has none.
    fn question_in_hand(&self) -> Problem {
        let asked = self.scenario_in_hand();
        let programme = || self.progress().map(|p| p.programme.code.clone());
        let open = || Problem {
            programme: asked.and_then(|scenario| scenario.programme.clone()).or_else(programme),
            seconds: SECONDS,
            ..Problem::default()
        };
        let kept = asked.filter(|scenario| !scenario.problem.is_empty());
        kept.and_then(|scenario| from_toml(&scenario.problem).ok()).unwrap_or_else(open)
    }

    /// The form that asks the solver.
    pub(in crate::tui) fn solve_form(&self) -> Form {
        let asked = self.question_in_hand();
        let objectives = [("least_effort", C::LeastEffort), ("greatest_saving", C::GreatestSaving)]
            .map(|(id, name)| (id.to_owned(), self.said_in(name).to_owned()));
        let any = (String::new(), self.said_in(C::AnyLevel).to_owned());
        let mut levels: Vec<_> = self.data.snapshot.levels.all().collect();
        levels.sort_by_key(|level| std::cmp::Reverse(level.rank));
        let level = |l: &&crate::model::InstrumentLevel| (l.id.clone(), l.name_in(self.lang).to_owned());
        let levels = std::iter::once(any).chain(levels.iter().map(level)).collect();
        let line = |id: &str, label: C, value: &str| Field::line(id, self.said_in(label), value);
        let text = |number: Option<Fraction>| number.map_or_else(String::new, |number| number.to_string());
        let (programme, max_level) = (asked.programme.clone().unwrap_or_default(), asked.max_level.clone());
        let own = |id: &str| {
            let one = asked.targets.iter().find(|wanted| own_field(wanted) == Some(id));
            text(one.and_then(|wanted| wanted.percent))
        };
        let mut seen = Vec::new();
        let mut more = asked.targets.clone();
        // The first of each metric stands in its own field; a second would be lost there.
        more.retain(|wanted| {
            own_field(wanted).is_none_or(|id| {
                seen.contains(&id) || {
                    seen.push(id);
                    false
                }
            })
        });
        let due = asked.due_by.map_or_else(String::new, |day| date::short(day, self.lang));
        let fields = vec![
            Field::choice("objective", self.said_in(C::Objective), objectives.to_vec(), asked.objective.name()),
            Field::choice("programme", self.said_in(C::Over), self.programme_options(), &programme),
            line("cost", C::CostTarget, &own("cost")),
            line("time", C::TimeTarget, &own("time")),
            line("count", C::CountTarget, &own("count")),
            line("targets", C::MoreTargets, &joined(&more, target_line)),
            line("budget", C::Budget, &text(asked.budget)),
            Field::choice("level", self.said_in(C::MaxLevel), levels, &max_level.unwrap_or_default()),
            line("due", C::DueBy, &due),
            line("agencies", C::Agencies, &asked.agencies.join(", ")),
            line("exclude", C::Exclude, &asked.exclude.join(", ")),
            line("require", C::Require, &asked.require.join(", ")),
            line("conflicts", C::Conflicts, &joined(&asked.conflicts, conflict_line)),
            line("needs", C::Needs, &joined(&asked.precedences, precedence_line)),
            line("code", C::KeepAs, &self.free_code("solved")),
        ];
        Form::new(Purpose::Solve, self.said_in(C::SolveTitle).to_owned(), fields)
    }

    /// A code that no scenario has.
    fn free_code(&self, stem: &str) -> String {
        let taken = |code: &str| self.board.lines.iter().any(|line| line.scenario.code == code);
        let numbered = (1..).map(|n| format!("{stem}-{n}"));
        numbered.into_iter().find(|code| !taken(code)).unwrap_or_else(|| stem.to_owned())
    }

    /// The question of a form.
    ///
    /// # Errors
    /// What cannot be read, in words.
    pub(in crate::tui) fn problem(&self, form: &Form) -> Result<Effect, String> {
        let told = |fault: Fault| {
            let hint = fault.hint_text(self.lang).map(|hint| format!(" – {hint}")).unwrap_or_default();
            fault.message(self.lang) + &hint
        };
        let maybe = |id: &str| form.answer(id).filter(|text| !text.is_empty());
        let positive = |id: &str| maybe(id).map(|text| number(text.trim_end_matches('%'))).transpose().map_err(told);
        let list = |id: &str| codes(&maybe(id).unwrap_or_default().replace([';', ' '], ","));
        let parts = |id: &str| -> Vec<String> {
            let text = maybe(id).unwrap_or_default();
            text.split(';').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
        };
        let mut targets = Vec::new();
        for (id, metric) in OWN_FIELDS {
            targets.extend(positive(id)?.map(|percent| Wanted::percent(metric, percent)));
        }
        for part in parts("targets") {
            targets.push(target(&part).map_err(told)?);
        }
        let due_by = match maybe("due") {
            None => None,
            Some(text) => Some(date::parse(&text).ok_or_else(|| ValidWord::BadDate.with(self.lang, &[&text]))?),
        };
        let problem = Problem {
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
            precedences: parts("needs").iter().map(|part| precedence(part)).collect::<Result<_, _>>().map_err(told)?,
            // What has no field stays as it was asked.
            ..self.question_in_hand()
        };
        // What it names must be there before the search begins.
        problem.settled(&self.data.snapshot).map_err(told)?;
        let code = self.usable_code(&maybe("code").unwrap_or_default())?;
        Ok(Wish::Solve { problem: Box::new(problem), code }.into())
    }
}
