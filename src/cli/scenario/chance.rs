//! `scenario chance`: intervals, and the probability that each target is met.

use super::resolve::{Asked, ask, draws};
use crate::cli::args::ChanceArgs;
use crate::cli::context::Context;
use crate::cli::output;
use crate::model::{Fraction, MetricUnit};
use crate::reform::chance::{Chance, Distribution, FigureChance, Measured, TargetChance, chance};
use crate::text::{Lang, number};
use crate::view::{Cell, Format, Table, declare, noun_json, pretty};
use crate::words::uncertainty::UncertaintyWord as W;
use crate::words::{Message, Result, Said};
use serde_json::{Map, Value, json};

/// Draws and answers.
pub(super) fn run(context: &Context, args: &ChanceArgs) -> Result<()> {
    let workspace = context.open()?;
    let asked = ask(context, &workspace, &args.draw)?;
    let case = asked.case()?;
    let answer = chance(&case, &draws(&args.draw, args.level))?;
    let lang = context.lang;
    let text = match context.form() {
        Format::Json => pretty(&noun_json("scenario_chance", json_of(&answer, &asked)))?,
        Format::Csv => rows(context, &answer).render(Format::Csv, lang, None)?,
        form => {
            let width = context.width();
            let mut text = asked.over(lang) + "\n\n" + &figures(context, &answer).render(form, lang, width)?;
            if !answer.targets.is_empty() {
                text.push('\n');
                text.push_str(&targets(context, &answer).render(form, lang, width)?);
            }
            text
        }
    };
    output::write(context.output.as_deref(), text.as_bytes())?;
    tell(context, &answer);
    asked.notes(context, &case);
    asked.note_programmes(context);
    Ok(())
}

fn tell(context: &Context, answer: &Chance) {
    if answer.parameters == 0 {
        return;
    }
    let said = |lang| {
        let draws = number::whole(answer.draws.draws as i128, lang);
        W::Drawn.with(lang, &[&draws, &answer.draws.seed, &answer.parameters, &answer.draws.level])
    };
    context.tell(&Said::by(said));
    context.tell(&W::Midpoints.said(&[]));
}

/// Unit of a figure: its name in JSON, its word.
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

/// A statistic as a figure with as many decimals as are shown.
pub(super) fn statistic(value: f64) -> Fraction {
    // Draws of what exact figures fit in 128 bits stay far below what does not.
    #[allow(clippy::cast_possible_truncation)]
    let hundredfold = (value * 100.0).round() as i128;
    Fraction::new(hundredfold, 100).unwrap_or_default()
}

fn drawn(measured: Measured, drawn: Option<&Distribution>, of: impl Fn(&Distribution) -> f64) -> Cell {
    exact(measured, drawn.map(|distribution| statistic(of(distribution))))
}

fn cells(figure: &FigureChance) -> [Cell; 9] {
    let exact = |value| exact(figure.measured, value);
    let drawn = |of: fn(&Distribution) -> f64| drawn(figure.measured, figure.drawn.as_ref(), of);
    [
        exact(figure.point),
        drawn(|d| d.mean),
        drawn(|d| d.median),
        drawn(|d| d.from),
        drawn(|d| d.to),
        exact(figure.input_midpoint),
        exact(figure.output_midpoint),
        exact(figure.all_low),
        exact(figure.all_high),
    ]
}

/// The names of [`cells`].
const KEYS: [&str; 9] = [
    "point",
    "mean",
    "median",
    "interval_from",
    "interval_to",
    "input_midpoint",
    "output_midpoint",
    "all_low",
    "all_high",
];

/// Time is shown where a measure moves it.
fn shown(answer: &Chance) -> impl Iterator<Item = &FigureChance> {
    let still = |f: &FigureChance| f.measured == Measured::TimeSaved && f.point.is_none_or(Fraction::is_zero);
    answer.figures.iter().filter(move |figure| answer.time_moves || !still(figure))
}

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

/// The figures for people, without the two ends that only programs ask for.
fn figures(context: &Context, answer: &Chance) -> Table {
    let mut table = Table::of(&CHANCE_FIGURES, context.lang);
    for figure in shown(answer) {
        let mut row: Vec<Cell> = vec![
            figure.measured.word(context.lang).into(),
            unit(figure.measured, context.lang).shown(context.lang).into(),
        ];
        row.extend(cells(figure));
        table.push(row);
    }
    table
}

fn probability(target: &TargetChance) -> Cell {
    // Of a baseline with nothing to cut no share is reached, whatever is drawn.
    if target.point.is_none() {
        return Cell::Empty;
    }
    Cell::Percent(statistic(target.probability * 100.0))
}

fn share(target: &TargetChance, of: impl Fn(&Distribution) -> f64) -> Cell {
    drawn(Measured::CostSavedPercent, target.drawn.as_ref(), of)
}

declare! {
    CHANCE_TARGETS = "scenario_chance" of "" {
        "programme", W::Programme, "text";
        "metric", W::Target, "text";
        "target_percent", W::Needed, "text";
        "point", W::Point, "text";
        "interval_from", W::IntervalFrom, "text";
        "interval_to", W::IntervalTo, "text";
        "probability_percent", W::Probability, "text";
    }
}

fn targets(context: &Context, answer: &Chance) -> Table {
    let mut table = Table::of(&CHANCE_TARGETS, context.lang);
    for target in &answer.targets {
        table.push(vec![
            target.programme.clone().into(),
            target.target.metric.word(context.lang).into(),
            Cell::Percent(target.target.percent),
            target.point.map_or(Cell::Empty, Cell::Percent),
            share(target, |d| d.from),
            share(target, |d| d.to),
            probability(target),
        ]);
    }
    table
}

/// Figures and targets in one table, for spreadsheets.
fn rows(context: &Context, answer: &Chance) -> Table {
    let mut table = Table::of(&CHANCE_ROWS, context.lang);
    for figure in &answer.figures {
        let mut row: Vec<Cell> = vec![figure.measured.name().into(), unit(figure.measured, context.lang)];
        row.extend([const { Cell::Empty }; 4]);
        row.extend(cells(figure));
        table.push(row);
    }
    for target in &answer.targets {
        let mut row: Vec<Cell> = vec![
            target.target.metric.name().into(),
            "percent".into(),
            target.programme.clone().into(),
            target.target.id.clone().into(),
            Cell::Percent(target.target.percent),
            probability(target),
            target.point.map_or(Cell::Empty, Cell::Percent),
            share(target, |d| d.mean),
            share(target, |d| d.median),
            share(target, |d| d.from),
            share(target, |d| d.to),
        ];
        row.extend([const { Cell::Empty }; 4]);
        table.push(row);
    }
    table
}

fn json_of(answer: &Chance, asked: &Asked) -> Value {
    let figure = |figure: &FigureChance| {
        let mut fields = Map::new();
        fields.insert("figure".into(), json!(figure.measured.name()));
        fields.insert("unit".into(), unit(figure.measured, Lang::En).json());
        fields.extend(KEYS.into_iter().map(str::to_owned).zip(cells(figure).iter().map(Cell::json)));
        Value::Object(fields)
    };
    let target = |target: &TargetChance| {
        json!({
            "programme": target.programme,
            "target": target.target.id,
            "metric": target.target.metric.name(),
            "target_percent": Cell::Percent(target.target.percent).json(),
            "due": target.target.due.to_string(),
            "point_percent": target.point.map_or(Value::Null, |p| Cell::Percent(p).json()),
            "point_met": target.met,
            "probability_percent": probability(target).json(),
            "mean_percent": share(target, |d| d.mean).json(),
            "median_percent": share(target, |d| d.median).json(),
            "interval_from_percent": share(target, |d| d.from).json(),
            "interval_to_percent": share(target, |d| d.to).json(),
        })
    };
    json!({
        "scenario": asked.code(),
        "programme": asked.programme(),
        "measures": asked.measures(),
        "draws": answer.draws.draws,
        "seed": answer.draws.seed,
        "level_percent": answer.draws.level,
        "uncertain_parameters": answer.parameters,
        "without_effect": answer.idle,
        "frozen_rows_passed": asked.loaded.incomes_passed,
        "figures": answer.figures.iter().map(figure).collect::<Vec<_>>(),
        "targets": answer.targets.iter().map(target).collect::<Vec<_>>(),
    })
}
