//! Scenarios side by side: their figures with the difference, what only one has, and what each saves by group.

use super::lines::{Line, Registers};
use crate::cost::explain::show;
use crate::model::{Fraction, RegulationKind};
use crate::reform::{Axis, Figures, Snapshot};
use crate::text::Lang;
use crate::text::width::{cut, left, right};
use crate::tui::screen::Shared;
use crate::tui::widgets::grid::millions_of;
use crate::tui::widgets::pager::{Ink, Marked};
use crate::view::{dong, short_percent};
use crate::words::choosing::ChoosingWord as C;
use crate::words::{Message, Result};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A figure of a scenario, and how it is shown.
type Figure = (C, fn(&Figures) -> Option<Fraction>, fn(Fraction, Lang) -> String);

fn whole(n: usize) -> Fraction {
    Fraction::whole(i64::try_from(n).unwrap_or(i64::MAX))
}

/// The figures that stand side by side.
const FIGURES: [Figure; 11] = [
    (C::Measures, |f| Some(whole(f.measures)), show),
    (C::Effort, |f| Some(f.effort), show),
    (C::Abolished, |f| Some(whole(f.abolished)), show),
    (C::Simplified, |f| Some(whole(f.simplified)), show),
    (C::FigureCounted, Figures::counted_percent, short_percent),
    (C::CostBefore, |f| Some(f.before), dong),
    (C::CostAfter, |f| Some(f.after), dong),
    (C::CostSaved, |f| Some(f.saved()), dong),
    (C::CostSavedPercent, Figures::saved_percent, short_percent),
    (C::TimeSaved, |f| Some(f.hours_saved()), dong),
    (C::FigureHoursPercent, Figures::hours_percent, short_percent),
];

/// What a scenario is called: its code, or what a stage is called.
fn called(line: &Line) -> &str {
    if line.special { &line.scenario.name } else { &line.scenario.code }
}

/// A difference with its sign.
fn difference(from: Option<Fraction>, to: Option<Fraction>, show: fn(Fraction, Lang) -> String, lang: Lang) -> String {
    let (Some(from), Some(to)) = (from, to) else { return "–".to_owned() };
    let by = to.less(from);
    match by {
        by if by.is_zero() => "=".to_owned(),
        by if by.is_negative() => format!("−{}", show(Fraction::ZERO.less(by), lang)),
        by => format!("+{}", show(by, lang)),
    }
}

/// The comparison as a text for a window of so many cells.
///
/// # Errors
/// A figure does not fit.
pub(super) fn laid(lines: &[&Line], axis: Option<Axis>, shared: &Shared, cells: usize) -> Result<Marked> {
    let (lang, mut marked) = (shared.lang, Marked::default());
    let name = (cells / 4).clamp(20, 36);
    let column = (cells.saturating_sub(name) / (lines.len() + 1)).clamp(14, 24);
    let fit = (cells.saturating_sub(name) / column).saturating_sub(1).max(1);
    let seen = &lines[..lines.len().min(fit)];
    if seen.len() < lines.len() {
        marked.line(&C::OnlyFit.with(lang, &[&seen.len()]), Some(Ink::Faint));
    }
    let row = |label: &str, values: &[String]| {
        let values: String = values.iter().map(|value| right(&cut(value, column - 1), column)).collect();
        format!("{}{values}", left(&cut(label, name - 1), name))
    };
    let mut heads: Vec<String> = seen.iter().map(|line| called(line).to_owned()).collect();
    heads.push(shared.word(C::Difference).to_owned());
    marked.line(&row("", &heads), Some(Ink::Heading));
    for (word, figure, show) in FIGURES {
        let found: Vec<Option<Fraction>> = seen.iter().map(|line| figure(&line.figures)).collect();
        let mut values: Vec<String> =
            found.iter().map(|value| value.map_or_else(|| "–".to_owned(), |value| show(value, lang))).collect();
        values.push(difference(found.first().copied().flatten(), found.last().copied().flatten(), show, lang));
        marked.line(&row(shared.word(word), &values), None);
    }
    let mut registers = Registers::default();
    let snapshot = &shared.world.snapshot;
    for line in seen {
        only(&mut marked, line, seen, (snapshot, &mut registers), shared)?;
    }
    if let Some(axis) = axis {
        marked.line("", None);
        let word = shared.word(axis_word(axis));
        marked.line(&C::SavedBy.with(lang, &[&word]), Some(Ink::Heading));
        for (key, values) in groups(seen, axis, snapshot, &mut registers)? {
            let mut shown: Vec<String> = values.iter().map(|value| dong(*value, lang)).collect();
            shown.push(difference(values.first().copied(), values.last().copied(), dong, lang));
            marked.line(&row(&group_name(axis, key.as_deref(), shared), &shown), None);
        }
    }
    Ok(marked)
}

/// The measures that only one scenario has, what it saves by them first.
fn only(
    marked: &mut Marked,
    line: &Line,
    all: &[&Line],
    (snapshot, registers): (&Snapshot, &mut Registers),
    shared: &Shared,
) -> Result<()> {
    let others: BTreeSet<&String> = all
        .iter()
        .filter(|other| other.scenario.code != line.scenario.code)
        .flat_map(|other| &other.scenario.measures)
        .collect();
    let evaluation = registers.evaluate(snapshot, &line.scenario);
    let mut mine = evaluation.worths()?;
    let measures = evaluation.register().measures();
    mine.retain(|worth| !others.contains(&measures[worth.measure].code));
    mine.sort_by_key(|worth| std::cmp::Reverse(worth.within));
    marked.line("", None);
    marked.line(&C::OnlyOf.with(shared.lang, &[&called(line), &mine.len()]), Some(Ink::Heading));
    let titles: HashMap<&str, &str> = snapshot.measures.iter().map(|m| (m.code.as_str(), m.title.as_str())).collect();
    for worth in mine {
        let measure = &measures[worth.measure];
        let title = titles.get(measure.code.as_str()).copied().unwrap_or_default();
        marked.piece("  ", None);
        marked.link(&measure.code, &format!("{}\t{}", measure.regulation, measure.code));
        let saved = millions_of(worth.within, shared);
        marked.line(&format!(" {title} · {}", C::MillionsOf.with(shared.lang, &[&saved])), None);
    }
    Ok(())
}

/// What each scenario saves by group, the group that saves most first.
type Groups = Vec<(Option<String>, Vec<Fraction>)>;

fn groups(lines: &[&Line], axis: Axis, snapshot: &Snapshot, registers: &mut Registers) -> Result<Groups> {
    let mut found: BTreeMap<Option<String>, Vec<Fraction>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        for group in registers.evaluate(snapshot, &line.scenario).groups(axis)? {
            let values = found.entry(group.key).or_insert_with(|| vec![Fraction::ZERO; lines.len()]);
            values[at] = group.figures.saved();
        }
    }
    let mut rows: Groups = found.into_iter().filter(|(_, values)| values.iter().any(|v| !v.is_zero())).collect();
    rows.sort_by_key(|(_, values)| std::cmp::Reverse(values.iter().max().copied()));
    Ok(rows)
}

/// What a way to split is called.
pub(super) fn axis_word(axis: Axis) -> C {
    match axis {
        Axis::Agency => C::AxisAgency,
        Axis::Field => C::AxisField,
        Axis::Kind => C::AxisKind,
        Axis::Level => C::AxisLevel,
        Axis::Authority => C::AxisAuthority,
        Axis::Year => C::AxisYear,
    }
}

fn group_name(axis: Axis, key: Option<&str>, shared: &Shared) -> String {
    let lang = shared.lang;
    match (axis, key) {
        (_, None) => shared.word(C::None).to_owned(),
        (Axis::Agency, Some(key)) => shared.world.agency(key, lang).to_owned(),
        (Axis::Kind, Some(key)) => RegulationKind::parse(key).map_or(key, |kind| kind.short(lang)).to_owned(),
        (Axis::Level, Some(key)) => {
            shared.world.snapshot.levels.find(key).map_or(key, |level| level.name_in(lang)).to_owned()
        }
        (_, Some(key)) => key.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_has_a_sign_and_none_is_said_so() {
        let of = |from, to| difference(Some(Fraction::whole(from)), Some(Fraction::whole(to)), dong, Lang::Vi);
        assert_eq!((of(5, 8), of(8, 5), of(5, 5)), ("+3".to_owned(), "−3".to_owned(), "=".to_owned()));
        assert_eq!(difference(None, Some(Fraction::ONE), dong, Lang::Vi), "–");
    }
}
