//! What is expected on the due dates ahead.

use super::alike;
use crate::model::Stage;
use crate::reform::{Forecast, StageForecast, TargetForecast};
use crate::text::{Lang, date};
use crate::view::{Cell, Table, declare};
use crate::words::progress::ProgressWord as W;
use crate::words::reform::ReformWord;
use crate::words::{Fault, Message, Result, Said};
use std::fmt::Display;

/// How many codes of measures a message names.
const NAMED: usize = 12;

declare! {
    PROGRESS_FORECAST = "progress_forecast" of "progress --forecast" {
        "programme", W::Programme, "programme";
        "target", W::Target, "text", Programs;
        "metric", W::Metric, "metric";
        "unit", W::Unit, "progress_unit";
        "stage", W::Stage, "stage";
        "date", W::Date, "day";
        "baseline", W::Baseline, "number";
        "expected", W::Expected, "number";
        "expected_percent", W::ExpectedPercent, "percent?";
        "target_percent", W::TargetPercent, "percent";
        "gap", W::Gap, "whole";
        "met", W::Met, "flag?";
        "due", W::Due, "day";
    }
}

/// A row for every target, stage and due date ahead; when targets are met, or what is missing, is noted.
///
/// # Errors
/// A figure is too large to compute exactly.
pub fn forecast(forecasts: &[Forecast], stage: Option<Stage>, lang: Lang) -> Result<Table> {
    let mut table = Table::of(&PROGRESS_FORECAST, lang);
    for (forecast, target, course) in courses(forecasts, stage) {
        let metric = target.target.metric;
        for (date, figure) in &course.points {
            table.push(vec![
                forecast.programme.clone().into(),
                target.target.id.clone().into(),
                Cell::worded(metric, lang),
                Cell::worded(metric.unit(), lang),
                Cell::worded(course.stage, lang),
                Cell::Day(*date),
                Cell::of_metric(metric, target.baseline),
                Cell::of_metric(metric, figure.achieved),
                figure.percent.map_or(Cell::Empty, Cell::Percent),
                Cell::Percent(target.target.percent),
                Cell::Whole(figure.missing()),
                if target.baseline.is_zero() { Cell::Empty } else { Cell::Flag(figure.met) },
                Cell::Day(target.target.due),
            ]);
        }
    }
    if let Some(forecast) = forecasts.iter().find(|forecast| forecast.too_large) {
        return Err(Fault::input(ReformWord::TooLarge.said(&[&forecast.programme])));
    }
    for (forecast, target) in forecasts.iter().flat_map(|f| f.targets.iter().map(move |target| (f, target))) {
        if target.baseline.is_zero() {
            let note = |lang| W::NothingToCut.with(lang, &[&forecast.programme, &target.target.metric.word(lang)]);
            table.notes.push(Said::by(note));
        }
    }
    for (forecast, target, course) in courses(forecasts, stage).filter(|(_, target, _)| !target.baseline.is_zero()) {
        table.notes.push(Said::by(|lang| outlook(forecast, target, course, lang)));
    }
    let counted = forecasts.iter().map(|f| (f.programme.as_str(), (f.as_of, &f.late, &f.undated)));
    for (programmes, (as_of, late, undated)) in alike(counted) {
        let of = programmes.join(", ");
        table.notes.push(Said::by(|lang| {
            W::ForecastNote.with(lang, &[&of, &date::short(as_of, lang), &late.len(), &undated.len()])
        }));
        for (word, codes) in [(W::LateCodes, late), (W::UndatedCodes, undated)] {
            if !codes.is_empty() {
                table.notes.push(Said::by(|lang| word.with(lang, &[&of, &listed(codes, lang)])));
            }
        }
    }
    Ok(table)
}

/// Every target with every course that is asked for: planned and approved where no stage is.
fn courses(
    forecasts: &[Forecast],
    stage: Option<Stage>,
) -> impl Iterator<Item = (&Forecast, &TargetForecast, &StageForecast)> {
    let of_targets =
        forecasts.iter().flat_map(|forecast| forecast.targets.iter().map(move |target| (forecast, target)));
    let of_stages = of_targets
        .flat_map(|(forecast, target)| [&target.planned, &target.approved].map(|course| (forecast, target, course)));
    of_stages.filter(move |(.., course)| stage.is_none_or(|only| only == course.stage))
}

/// When a target is expected to be met, or what will be missing; and what all measures would give.
fn outlook(forecast: &Forecast, target: &TargetForecast, course: &StageForecast, lang: Lang) -> String {
    let (programme, metric) = (&forecast.programme, target.target.metric);
    let (name, stage) = (metric.word(lang), course.stage.word(lang));
    let due = date::short(target.target.due, lang);
    let percent = |value| Cell::Percent(value).shown(lang);
    let head: [&dyn Display; 3] = [programme, &name, &stage];
    let with = |word: W, more: &[&dyn Display]| word.with(lang, &[&head, more].concat());
    match course.met_on {
        Some(day) if day <= target.target.due => with(W::MetOn, &[&date::short(day, lang)]),
        Some(day) => with(W::MetLate, &[&date::short(day, lang), &due]),
        None => {
            let reached = course.at_due.percent.map_or_else(|| "–".to_owned(), percent);
            let missing = Cell::Whole(course.at_due.missing()).shown(lang);
            let wanted = percent(target.target.percent);
            let unit = metric.unit().word(lang);
            let word = if target.target.due < forecast.as_of { W::MissedPast } else { W::Missed };
            let mut said = with(word, &[&due, &reached, &wanted, &missing, &unit]);
            if let Some(all) = course.with_all.percent.filter(|_| course.with_all.achieved != course.at_due.achieved) {
                said.push('\n');
                said.push_str(&W::WithAll.with(lang, &[programme, &stage, &percent(all)]));
            }
            said
        }
    }
}

fn listed(codes: &[String], lang: Lang) -> String {
    let first = codes[..codes.len().min(NAMED)].join(", ");
    if codes.len() > NAMED { W::AndMore.with(lang, &[&first, &(codes.len() - NAMED)]) } else { first }
}
