//! What the solver is asked on screen, and what it found, in rows to be read.

use super::Wish;
use crate::cost::explain::show;
use crate::model::{Fraction, Metric, Scenario};
use crate::reform::Snapshot;
use crate::reform::choose::{Constraint, Finding, Objective, Problem, Solution, Unreachable, Wanted};
use crate::report::{constraint_text, quantity, target_name};
use crate::text::messages::choose::ChooseWord as Say;
use crate::text::messages::choosing::ChoosingWord as C;
use crate::text::{Lang, Message, date, number};
use crate::tui::app::{App, Effect};
use crate::tui::form::{Field, Form, Purpose};
use crate::tui::law::{Ink, Laid};
use std::collections::HashMap;

/// How long the solver may search when it is asked on screen, in seconds.
const SECONDS: u32 = 20;

/// What the solver found.
#[derive(Debug)]
pub(in crate::tui) struct Found {
    finding: Finding,
    /// The code under which the set is to be kept.
    code: String,
    pub(in crate::tui) laid: Laid,
}

impl Found {
    /// Puts what was found into rows.
    pub(in crate::tui) fn new(finding: Finding, code: String, snapshot: &Snapshot, lang: Lang) -> Self {
        let mut laid = Laid::default();
        match &finding {
            Finding::Solved(solution) => solved(&mut laid, solution, snapshot, lang),
            Finding::Unreachable(why) => unreachable(&mut laid, why, lang),
            Finding::OutOfTime(out) => {
                let seconds = seconds(out.seconds, lang);
                laid.line(&Say::OutOfTime.with(lang, &[&seconds]), Some(Ink::Warning));
            }
        }
        Self { finding, code, laid }
    }

    /// Whether there is a set to be kept.
    pub(in crate::tui) fn is_solved(&self) -> bool {
        matches!(self.finding, Finding::Solved(_))
    }

    /// The set as a scenario that remembers its question; nothing when none was found.
    pub(in crate::tui) fn scenario(&self, lang: Lang) -> Option<Scenario> {
        let Finding::Solved(solution) = &self.finding else { return None };
        let objective = match (solution.problem.objective, solution.problem.budget) {
            (Objective::GreatestSaving, Some(budget)) => Say::GreatestSaving.with(lang, &[&budget]),
            _ => Say::LeastEffort.text(lang).to_owned(),
        };
        Some(Scenario {
            code: self.code.clone(),
            name: Say::SolutionName.with(lang, &[&objective]),
            programme: solution.problem.programme.clone(),
            measures: solution.chosen.iter().map(|measure| measure.code.clone()).collect(),
            note: String::new(),
            problem: crate::exchange::problem::to_toml(&solution.problem).ok()?,
        })
    }
}

/// Seconds with one decimal. A statistic of the search, no figure of the catalogue.
fn seconds(seconds: f64, lang: Lang) -> String {
    #[allow(clippy::cast_possible_truncation)]
    let tenths = (seconds * 10.0).round() as i128;
    number::decimal(tenths, 10, 1, lang)
}

fn percent(value: Fraction, lang: Lang) -> String {
    number::decimal(value.numerator(), value.denominator(), 2, lang) + " %"
}

fn solved(laid: &mut Laid, solution: &Solution, snapshot: &Snapshot, lang: Lang) {
    let share = solution.saved.times(Fraction::whole(100)).and_then(|part| part.over(solution.baseline));
    let share = share.map_or_else(|| "–".to_owned(), |share| percent(share, lang));
    let (effort, saved) = (show(solution.effort, lang), number::whole(solution.saved.round(), lang));
    let head = Say::Solved.with(lang, &[&solution.chosen.len(), &effort, &saved, &share]);
    laid.line(&head, Some(Ink::Heading));
    let time = seconds(solution.seconds, lang);
    if solution.gap.is_zero() {
        laid.line(&C::ProvenBest.with(lang, &[&time]), None);
    } else {
        laid.line(&C::WithGap.with(lang, &[&percent(solution.gap, lang), &time]), Some(Ink::Warning));
    }
    if solution.missed {
        laid.line(Say::Missed.text(lang), None);
    }
    if !solution.bounded.is_empty() {
        laid.line(&Say::Bounded.with(lang, &[&solution.bounded.join(", ")]), Some(Ink::Warning));
    }
    laid.line("", None);
    laid.line(C::TargetsTitle.text(lang), Some(Ink::Heading));
    for one in &solution.reached {
        let metric = one.wanted.metric;
        let mark = if one.aside() {
            "–"
        } else if one.met() {
            "✓"
        } else {
            "✗"
        };
        let reached = one.percent.map_or_else(|| "–".to_owned(), |p| percent(p, lang));
        let (name, needed) = (target_name(&one.wanted, lang), quantity(metric, one.needed, lang));
        let achieved = quantity(metric, one.achieved, lang);
        laid.line(&format!("{mark} {}", C::Reached.with(lang, &[&name, &achieved, &reached, &needed])), None);
    }
    laid.line("", None);
    laid.line(C::SetTitle.text(lang), Some(Ink::Heading));
    let titles: HashMap<&str, &str> = snapshot.measures.iter().map(|m| (m.code.as_str(), m.title.as_str())).collect();
    for chosen in &solution.chosen {
        let title = titles.get(chosen.code.as_str()).copied().unwrap_or_default();
        let (effort, within) = (show(chosen.effort, lang), number::whole(chosen.within.round(), lang));
        laid.line(&format!("· {} · {title}", chosen.code), None);
        laid.line(&format!("    {}", C::ChosenLine.with(lang, &[&effort, &within])), None);
    }
}

fn unreachable(laid: &mut Laid, why: &Unreachable, lang: Lang) {
    laid.line(Say::Unreachable.text(lang), Some(Ink::Warning));
    let mut list = |title: Say, all: &[Constraint]| {
        laid.line("", None);
        laid.line(title.text(lang), Some(Ink::Heading));
        for constraint in all {
            laid.line(&format!("· {}", constraint_text(&why.problem, constraint, lang)), None);
        }
    };
    if why.any_of.is_empty() {
        list(Say::NoSingle, &[]);
    } else {
        list(Say::AnyOf, &why.any_of);
    }
    if why.core != why.any_of {
        list(Say::Core, &why.core);
    }
    if !why.complete {
        laid.line(Say::Incomplete.text(lang), Some(Ink::Warning));
    }
    laid.line("", None);
    laid.line(Say::Nearest.text(lang), Some(Ink::Heading));
    for near in &why.nearest {
        let metric = near.wanted.metric;
        let most = |value: Option<Fraction>| match value {
            None => Say::NotEven.text(lang).to_owned(),
            Some(value) => {
                let share = value.times(Fraction::whole(100)).and_then(|part| part.over(near.baseline));
                let share = share.map_or_else(String::new, |share| format!(" ({})", percent(share, lang)));
                let text = quantity(metric, value, lang) + &share;
                if near.proven { text } else { Say::NotProven.with(lang, &[&text]) }
            }
        };
        let name = target_name(&near.wanted, lang);
        let needed = quantity(metric, near.needed, lang);
        laid.line(&C::NearLine.with(lang, &[&name, &needed, &most(near.alone), &most(near.with_others)]), None);
    }
}

impl App {
    /// The form that asks the solver.
    pub(in crate::tui) fn solve_form(&self) -> Form {
        let objectives = [("least_effort", C::LeastEffort), ("greatest_saving", C::GreatestSaving)]
            .map(|(id, name)| (id.to_owned(), self.said_in(name).to_owned()));
        let of_hand = self.board.table.as_ref().and_then(|table| table.scenario.programme.clone());
        let programme = of_hand.or_else(|| self.progress().map(|p| p.programme.code.clone())).unwrap_or_default();
        let any = (String::new(), self.said_in(C::AnyLevel).to_owned());
        let mut levels: Vec<_> = self.data.snapshot.levels.all().collect();
        levels.sort_by_key(|level| std::cmp::Reverse(level.rank));
        let level = |l: &&crate::model::InstrumentLevel| {
            (l.id.clone(), if self.lang == Lang::Vi { l.name.clone() } else { l.name_en.clone() })
        };
        let levels = std::iter::once(any).chain(levels.iter().map(level)).collect();
        let line = |id: &str, label: C, value: &str| Field::line(id, self.said_in(label), value);
        let fields = vec![
            Field::choice("objective", self.said_in(C::Objective), objectives.to_vec(), "least_effort"),
            Field::choice("programme", self.said_in(C::Over), self.programme_options(), &programme),
            line("cost", C::CostTarget, ""),
            line("time", C::TimeTarget, ""),
            line("count", C::CountTarget, ""),
            line("budget", C::Budget, ""),
            Field::choice("level", self.said_in(C::MaxLevel), levels, ""),
            line("due", C::DueBy, ""),
            line("agencies", C::Agencies, ""),
            line("exclude", C::Exclude, ""),
            line("require", C::Require, ""),
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
        let maybe = |id: &str| form.answer(id).filter(|text| !text.is_empty());
        let number = |id: &str| match maybe(id) {
            None => Ok(None),
            Some(text) => {
                let plain = text.trim_end_matches('%').trim().replace(',', ".");
                let read = Fraction::parse(&plain).filter(|value| !value.is_negative());
                read.map(Some).ok_or_else(|| C::NoNumber.with(self.lang, &[&text]))
            }
        };
        let list = |id: &str| -> Vec<String> {
            let text = maybe(id).unwrap_or_default();
            text.split([',', ';', ' ']).map(str::trim).filter(|code| !code.is_empty()).map(str::to_owned).collect()
        };
        let mut targets = Vec::new();
        for (id, metric) in
            [("cost", Metric::CostSaved), ("time", Metric::TimeSaved), ("count", Metric::CutOrSimplified)]
        {
            targets.extend(number(id)?.map(|percent| Wanted::percent(metric, percent)));
        }
        let due_by = match maybe("due") {
            None => None,
            Some(text) => {
                let bad = || crate::text::messages::tui::TuiWord::BadDate.with(self.lang, &[&text]);
                Some(date::parse(&text).ok_or_else(bad)?)
            }
        };
        let problem = Problem {
            programme: maybe("programme"),
            objective: maybe("objective").and_then(|name| Objective::parse(&name)).unwrap_or(Objective::LeastEffort),
            budget: number("budget")?,
            max_level: maybe("level"),
            due_by,
            agencies: list("agencies"),
            exclude: list("exclude"),
            require: list("require"),
            seconds: SECONDS,
            targets,
            ..Problem::default()
        };
        // What it names must be there before the search begins.
        problem.settled(&self.data.snapshot).map_err(|fault| {
            let hint = fault.hint_text(self.lang).map(|hint| format!(" – {hint}")).unwrap_or_default();
            fault.message(self.lang) + &hint
        })?;
        let code = maybe("code").ok_or_else(|| self.said_in(C::CodeMissing).to_owned())?;
        Ok(Wish::Solve { problem: Box::new(problem), code }.into())
    }
}
