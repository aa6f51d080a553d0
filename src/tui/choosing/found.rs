//! What the solver found, in rows to be read.

use crate::cost::explain::show;
use crate::reform::Snapshot;
use crate::reform::choose::{Finding, Limit, Solution, Unreachable};
use crate::text::Lang;
use crate::tui::law::{Ink, Laid};
use crate::view::nouns::scenario::{conflicts, constraint_text, most, quantity, saved_share, target_name};
use crate::view::{Cell, dong};
use crate::words::Message;
use crate::words::choose::ChooseWord as Say;
use crate::words::choosing::ChoosingWord as C;
use std::collections::HashMap;

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
            Finding::Unreachable(why) => unreachable(&mut laid, why, snapshot, lang),
            Finding::OutOfTime(out) => {
                let seconds = Cell::seconds(out.seconds).shown(lang);
                let word = if out.stopped == Limit::Time { Say::OutOfTime } else { Say::OutOfRoom };
                laid.line(&word.with(lang, &[&seconds]), Some(Ink::Warning));
            }
        }
        Self { finding, code, laid }
    }

    /// Whether there is a set to be kept.
    pub(in crate::tui) fn is_solved(&self) -> bool {
        self.solution().is_some()
    }

    /// The set that was found, if one was.
    pub(in crate::tui) fn solution(&self) -> Option<&Solution> {
        match &self.finding {
            Finding::Solved(solution) => Some(solution),
            _ => None,
        }
    }

    /// The code under which the set is to be kept.
    pub(in crate::tui) fn code(&self) -> &str {
        &self.code
    }
}

fn solved(laid: &mut Laid, solution: &Solution, snapshot: &Snapshot, lang: Lang) {
    let (effort, saved) = (show(solution.effort, lang), dong(solution.saved, lang));
    let head = Say::Solved.with(lang, &[&solution.chosen.len(), &effort, &saved, &saved_share(solution, lang)]);
    laid.line(&head, Some(Ink::Heading));
    let time = Cell::seconds(solution.seconds).shown(lang);
    if solution.gap.is_zero() {
        laid.line(&C::ProvenBest.with(lang, &[&time]), None);
    } else {
        laid.line(&C::WithGap.with(lang, &[&Cell::Percent(solution.gap).shown(lang), &time]), Some(Ink::Warning));
        if solution.stopped == Some(Limit::Memory) {
            laid.line(Say::RoomEnded.text(lang), Some(Ink::Warning));
        }
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
        let reached = one.percent.map_or_else(|| "–".to_owned(), |p| Cell::Percent(p).shown(lang));
        let (name, needed) = (target_name(&one.wanted, lang), quantity(metric, one.needed, lang));
        let achieved = quantity(metric, one.achieved, lang);
        laid.line(&format!("{mark} {}", C::Reached.with(lang, &[&name, &achieved, &reached, &needed])), None);
    }
    laid.line("", None);
    laid.line(C::SetTitle.text(lang), Some(Ink::Heading));
    let titles: HashMap<&str, &str> = snapshot.measures.iter().map(|m| (m.code.as_str(), m.title.as_str())).collect();
    for chosen in &solution.chosen {
        let title = titles.get(chosen.code.as_str()).copied().unwrap_or_default();
        let (effort, within) = (show(chosen.effort, lang), dong(chosen.within, lang));
        laid.line(&format!("· {} · {title}", chosen.code), None);
        laid.line(&format!("    {}", C::ChosenLine.with(lang, &[&effort, &within])), None);
    }
}

fn unreachable(laid: &mut Laid, why: &Unreachable, snapshot: &Snapshot, lang: Lang) {
    laid.line(Say::Unreachable.text(lang), Some(Ink::Warning));
    for (title, constraints) in conflicts(why) {
        laid.line("", None);
        laid.line(title.text(lang), Some(Ink::Heading));
        for constraint in constraints {
            laid.line(&format!("· {}", constraint_text(&why.problem, constraint, snapshot, lang)), None);
        }
    }
    if let Some(limit) = why.stopped {
        let word = if limit == Limit::Time { Say::Incomplete } else { Say::IncompleteRoom };
        laid.line(word.text(lang), Some(Ink::Warning));
    }
    laid.line("", None);
    laid.line(Say::Nearest.text(lang), Some(Ink::Heading));
    for near in &why.nearest {
        let metric = near.wanted.metric;
        let most = |value: Option<_>| {
            let text = most(near, value, lang);
            if value.is_some() && near.proven { Say::AtMost.with(lang, &[&text]) } else { text }
        };
        let name = target_name(&near.wanted, lang);
        let needed = quantity(metric, near.needed, lang);
        laid.line(&C::NearLine.with(lang, &[&name, &needed, &most(near.alone), &most(near.with_others)]), None);
    }
}
