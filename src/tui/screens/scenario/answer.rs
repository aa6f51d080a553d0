//! What the solver found, as a text to be read: the set, or what is to be given up and how near one gets. What is named in it opens.

use crate::cost::explain::show;
use crate::model::Fraction;
use crate::reform::Snapshot;
use crate::reform::choose::{Finding, Limit, Solution, Unreachable};
use crate::text::{Lang, number};
use crate::tui::screen::Shared;
use crate::tui::widgets::grid::millions_of;
use crate::tui::widgets::pager::{Ink, Marked};
use crate::view::nouns::scenario::{conflicts, constraint_text, most, quantity, target_name};
use crate::view::{Cell, dong};
use crate::words::Message;
use crate::words::choose::ChooseWord as Say;
use crate::words::choosing::ChoosingWord as C;
use std::collections::{HashMap, HashSet};

/// How many burdens without measures are listed where no set reaches the targets.
const BURDENS: usize = 12;

/// The answer as a text; its links name a regulation, and a measure on it behind a tab.
pub(super) fn laid(finding: &Finding, shared: &Shared) -> Marked {
    let (lang, snapshot) = (shared.lang, &*shared.world.snapshot);
    let mut marked = Marked::default();
    match finding {
        Finding::Solved(solution) => solved(&mut marked, solution, snapshot, lang),
        Finding::Unreachable(why) => {
            unreachable(&mut marked, why, snapshot, lang);
            burdens(&mut marked, shared);
        }
        Finding::OutOfTime(out) => {
            let seconds = seconds(out.seconds, lang);
            let word = if out.stopped == Limit::Time { C::OutOfTime } else { C::OutOfRoom };
            marked.line(&word.with(lang, &[&seconds]), Some(Ink::Warning));
        }
    }
    marked
}

/// What stands there before anything was asked.
pub(super) fn none(shared: &Shared) -> Marked {
    let mut marked = Marked::default();
    marked.line(shared.word(C::NoQuestionYet), None);
    marked
}

/// Seconds with one decimal. A statistic of the search, no figure of the catalogue.
fn seconds(seconds: f64, lang: Lang) -> String {
    #[allow(clippy::cast_possible_truncation)]
    let tenths = (seconds * 10.0).round() as i128;
    number::decimal(tenths, 10, 1, lang)
}

fn percent(part: Fraction, of: Fraction, lang: Lang) -> Option<String> {
    let share = part.times(Fraction::whole(100)).and_then(|part| part.over(of))?;
    Some(Cell::Percent(share).shown(lang))
}

fn solved(marked: &mut Marked, solution: &Solution, snapshot: &Snapshot, lang: Lang) {
    let share = percent(solution.saved, solution.baseline, lang).unwrap_or_else(|| "–".to_owned());
    let (effort, saved) = (show(solution.effort, lang), dong(solution.saved, lang));
    marked.line(&Say::Solved.with(lang, &[&solution.chosen.len(), &effort, &saved, &share]), Some(Ink::Heading));
    let time = seconds(solution.seconds, lang);
    if solution.gap.is_zero() {
        marked.line(&C::ProvenBest.with(lang, &[&time]), None);
    } else {
        marked.line(&C::WithGap.with(lang, &[&Cell::Percent(solution.gap).shown(lang), &time]), Some(Ink::Warning));
        if solution.stopped == Some(Limit::Memory) {
            marked.line(C::RoomEnded.text(lang), Some(Ink::Warning));
        }
    }
    if !solution.bounded.is_empty() {
        marked.line(&C::Bounded.with(lang, &[&solution.bounded.join(", ")]), Some(Ink::Warning));
    }
    marked.line(C::KeepHint.text(lang), Some(Ink::Faint));
    marked.line("", None);
    marked.section(C::TargetsTitle.text(lang));
    for one in &solution.reached {
        let metric = one.wanted.metric;
        let mark = match (one.aside(), one.met()) {
            (true, _) => "–",
            (_, true) => "✓",
            _ => "✗",
        };
        let reached = one.percent.map_or_else(|| "–".to_owned(), |p| Cell::Percent(p).shown(lang));
        let (name, needed) = (target_name(&one.wanted, lang), quantity(metric, one.needed, lang));
        let achieved = quantity(metric, one.achieved, lang);
        marked.line(&format!("{mark} {}", C::Reached.with(lang, &[&name, &achieved, &reached, &needed])), None);
    }
    marked.line("", None);
    marked.section(C::SetTitle.text(lang));
    let titles: HashMap<&str, &str> = snapshot.measures.iter().map(|m| (m.code.as_str(), m.title.as_str())).collect();
    for chosen in &solution.chosen {
        let title = titles.get(chosen.code.as_str()).copied().unwrap_or_default();
        let (effort, within) = (show(chosen.effort, lang), dong(chosen.within, lang));
        marked.piece("· ", None);
        marked.link(&chosen.code, &format!("{}\t{}", chosen.regulation, chosen.code));
        marked.line(&format!(" {title}"), None);
        marked.line(&format!("    {}", C::ChosenLine.with(lang, &[&effort, &within])), Some(Ink::Faint));
    }
}

fn unreachable(marked: &mut Marked, why: &Unreachable, snapshot: &Snapshot, lang: Lang) {
    marked.line(Say::Unreachable.text(lang), Some(Ink::Warning));
    for (title, constraints) in conflicts(why) {
        marked.line("", None);
        marked.section(title.text(lang));
        for constraint in constraints {
            marked.line(&format!("· {}", constraint_text(&why.problem, constraint, snapshot, lang)), None);
        }
    }
    if let Some(limit) = why.stopped {
        let word = if limit == Limit::Time { Say::Incomplete } else { Say::IncompleteRoom };
        marked.line(word.text(lang), Some(Ink::Warning));
    }
    marked.line("", None);
    marked.section(Say::Nearest.text(lang));
    for near in &why.nearest {
        let metric = near.wanted.metric;
        let most = |value| most(near, value, lang);
        let name = target_name(&near.wanted, lang);
        let needed = quantity(metric, near.needed, lang);
        marked.line(&C::NearLine.with(lang, &[&name, &needed, &most(near.alone), &most(near.with_others)]), None);
    }
}

/// The largest burdens on which no measure stands: where something more is to be found.
fn burdens(marked: &mut Marked, shared: &Shared) {
    let snapshot = &shared.world.snapshot;
    let touched: HashSet<&str> =
        snapshot.measures.iter().filter(|m| !m.is_dropped()).map(|m| m.regulation.as_str()).collect();
    let mut bare: Vec<_> = snapshot
        .live
        .subjects
        .iter()
        .filter(|subject| !subject.annual.is_zero() && !touched.contains(subject.code.as_str()))
        .collect();
    bare.sort_by_key(|subject| std::cmp::Reverse(subject.annual));
    marked.line("", None);
    if bare.is_empty() {
        marked.line(shared.word(C::NoBareBurdens), Some(Ink::Faint));
        return;
    }
    marked.section(shared.word(C::BareBurdens));
    for subject in bare.into_iter().take(BURDENS) {
        marked.piece("▸ ", None);
        marked.link(&subject.code, &subject.code);
        let money = C::MillionsOf.with(shared.lang, &[&millions_of(subject.annual, shared)]);
        marked.line(&format!(" {} · {money}", shared.world.name(&subject.code)), None);
    }
}
