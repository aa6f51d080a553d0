//! The chance of a scenario: intervals, and the probability that each target is met.

use super::Source;
use super::drawn::Asked;
use crate::model::{Fraction, MetricUnit, Programme};
use crate::reform::chance::{self, Chance, Distribution, Draws, FigureChance, Measured, TargetChance};
use crate::text::{Lang, number};
use crate::view::{Cell, Page, Table, declare, statistic};
use crate::words::counting::CountingWord;
use crate::words::uncertainty::UncertaintyWord as W;
use crate::words::{Message, Result};
use serde_json::json;

declare! {
    /// People go without the two ends, which only programs ask for.
    CHANCE_FIGURES = "scenario_chance" of "" {
        "figure", W::Figure, "text";
        "unit", W::FigureUnit, "text";
        "point", W::Point, "number?";
        "mean", W::Mean, "number?";
        "median", W::Median, "number?";
        "interval_from", W::IntervalFrom, "number?";
        "interval_to", W::IntervalTo, "number?";
        "input_midpoint", W::InputMidpoint, "number?";
        "output_midpoint", W::OutputMidpoint, "number?";
        "all_low", W::AllLow, "number?", Programs;
        "all_high", W::AllHigh, "number?", Programs;
    }
    CHANCE_TARGETS = "scenario_chance" of "" {
        "programme", W::Programme, "text";
        "target", W::Target, "text", Programs;
        "metric", W::Target, "text";
        "target_percent", W::Needed, "text";
        "due", W::Target, "day", Programs;
        "point_percent", W::Point, "text";
        "point_met", W::Target, "flag", Programs;
        "mean_percent", W::Mean, "percent?", Programs;
        "median_percent", W::Median, "percent?", Programs;
        "interval_from_percent", W::IntervalFrom, "text";
        "interval_to_percent", W::IntervalTo, "text";
        "probability_percent", W::Probability, "text";
    }
    /// Figures and targets in one, for spreadsheets.
    CHANCE_ROWS = "scenario_chance" of "" {
        "figure", W::Figure, "text";
        "unit", W::FigureUnit, "text";
        "programme", W::Programme, "text?";
        "target", W::Target, "text?";
        "target_percent", W::Needed, "percent?";
        "probability_percent", W::Probability, "percent?";
        "point", W::Point, "number?";
        "mean", W::Mean, "number?";
        "median", W::Median, "number?";
        "interval_from", W::IntervalFrom, "number?";
        "interval_to", W::IntervalTo, "number?";
        "input_midpoint", W::InputMidpoint, "number?";
        "output_midpoint", W::OutputMidpoint, "number?";
        "all_low", W::AllLow, "number?";
        "all_high", W::AllHigh, "number?";
    }
}

/// Draws for a scenario, stored or special, over the baseline of a programme where one is named.
///
/// # Errors
/// There is no scenario or programme of this name, a figure is too large to compute exactly, or the workspace cannot be read.
pub fn chance(from: &Source<'_>, scenario: &str, programme: Option<&str>, draws: &Draws) -> Result<Page> {
    let asked = Asked::read(from, scenario, programme)?;
    let case = asked.case()?;
    let answer = chance::chance(&case, draws)?;
    let mut page = Page::new("scenario_chance", from.lang, "");
    page.fields(json!({
        "scenario": asked.scenario.code,
        "programme": asked.programme,
        "measures": asked.scenario.measures.len(),
        "draws": draws.draws,
        "seed": draws.seed,
        "level_percent": draws.level,
        "uncertain_parameters": answer.parameters,
        "without_effect": answer.idle,
        "frozen_rows_passed": asked.loaded.incomes_passed,
    }));
    let (figures, targets) = (figures(answer.figures.iter(), from.lang), targets(&answer, from.lang));
    page.rows("figures", &figures, &[]);
    page.rows("targets", &targets, &[]);
    let mut sheet = Table::of(&CHANCE_ROWS, from.lang);
    sheet.take(&figures, &[]);
    sheet.take(
        &targets,
        &[
            ("figure", "metric"),
            ("point", "point_percent"),
            ("mean", "mean_percent"),
            ("median", "median_percent"),
            ("interval_from", "interval_from_percent"),
            ("interval_to", "interval_to_percent"),
        ],
    );
    sheet.rows.iter_mut().skip(figures.rows.len()).for_each(|row| row[1] = "percent".into());
    page.sheet(sheet);
    page.line(asked.over(from.lang));
    page.table(self::figures(answer.shown(), from.lang));
    page.table(targets);
    if answer.parameters > 0 {
        page.notes.push(W::Drawn.said_by(|lang| {
            let times = number::whole(draws.draws as i128, lang);
            vec![times, draws.seed.to_string(), answer.parameters.to_string(), draws.level.to_string()]
        }));
        page.notes.push(W::Midpoints.said(&[]));
    }
    page.notes.extend(asked.notes(&case));
    for programme in from.reader.all::<Programme>()?.iter().filter(|one| one.counting.changes_figures()) {
        if asked.programme.as_ref().is_none_or(|code| *code == programme.code) {
            page.notes.push(CountingWord::GrossHere.said(&[&programme.code]));
        }
    }
    if asked.programme.is_none() {
        page.notes.push(W::LiveTargets.said(&[]));
    }
    Ok(page)
}

/// Unit of a figure.
fn unit(measured: Measured, lang: Lang) -> Cell {
    match measured {
        Measured::CostSavedPercent => Cell::Named("percent", W::UnitPercent.text(lang)),
        Measured::TimeSaved => Cell::worded(MetricUnit::WorkingHours, lang),
        _ => Cell::worded(MetricUnit::DongPerYear, lang),
    }
}

/// An exact figure as it is shown.
fn exact(measured: Measured, value: Option<Fraction>) -> Cell {
    match (measured, value) {
        (_, None) => Cell::Empty,
        (Measured::CostSavedPercent, Some(value)) => Cell::Percent(value),
        (Measured::TimeSaved, Some(value)) => Cell::Exact(value),
        (_, Some(value)) => Cell::Dong(value),
    }
}

fn drawn(measured: Measured, drawn: Option<&Distribution>, of: impl Fn(&Distribution) -> f64) -> Cell {
    exact(measured, drawn.map(|distribution| statistic(of(distribution), 2)))
}

pub(super) fn figures<'c>(figures: impl Iterator<Item = &'c FigureChance>, lang: Lang) -> Table {
    let mut table = Table::of(&CHANCE_FIGURES, lang);
    for figure in figures {
        let exact = |value| exact(figure.measured, value);
        let drawn = |of: fn(&Distribution) -> f64| drawn(figure.measured, figure.drawn.as_ref(), of);
        table.push(vec![
            Cell::worded(figure.measured, lang),
            unit(figure.measured, lang),
            exact(figure.point),
            drawn(|d| d.mean),
            drawn(|d| d.median),
            drawn(|d| d.from),
            drawn(|d| d.to),
            exact(figure.input_midpoint),
            exact(figure.output_midpoint),
            exact(figure.all_low),
            exact(figure.all_high),
        ]);
    }
    table
}

pub(super) fn targets(answer: &Chance, lang: Lang) -> Table {
    let mut table = Table::of(&CHANCE_TARGETS, lang);
    for TargetChance { programme, target, point, met, probability, drawn } in &answer.targets {
        let drawn = |of: fn(&Distribution) -> f64| self::drawn(Measured::CostSavedPercent, drawn.as_ref(), of);
        table.push(vec![
            programme.as_str().into(),
            target.id.as_str().into(),
            Cell::worded(target.metric, lang),
            Cell::Percent(target.percent),
            Cell::Day(target.due),
            point.map_or(Cell::Empty, Cell::Percent),
            Cell::Flag(*met),
            drawn(|d| d.mean),
            drawn(|d| d.median),
            drawn(|d| d.from),
            drawn(|d| d.to),
            // Of a baseline with nothing to cut no share is reached, whatever is drawn.
            point.map_or(Cell::Empty, |_| Cell::Percent(statistic(probability * 100.0, 2))),
        ]);
    }
    table
}
