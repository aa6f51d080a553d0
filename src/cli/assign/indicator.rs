//! `indicator`: numbers over time, how far they are from their target, and where a straight line leads.

use super::{Lines, agency_names, date_option, day_cell, in_language, line, line_option, number, stored};
use crate::cli::args::{CodeArgs, IndicatorAddArgs, IndicatorCommand, IndicatorReadArgs};
use crate::cli::context::Context;
use crate::cli::nouns::{Noun, not_found};
use crate::cli::show::json_of;
use crate::model::{Fraction, Indicator, Reading};
use crate::reform::{IndicatorState, indicator_states};
use crate::store::Workspace;
use crate::text::{Lang, clean_line, date};
use crate::view::{Cell, Table, declare};
use crate::words::assign::AssignWord as W;
use crate::words::cli::CliMessage;
use crate::words::record::RecordWord;
use crate::words::{Message, Result, Said};
use jiff::civil::Date;
use serde_json::{Value, json};
use std::collections::HashMap;

/// Runs a command of `indicator`.
pub(in crate::cli) fn run(context: &Context, command: IndicatorCommand) -> Result<()> {
    match command {
        IndicatorCommand::List(args) => {
            let workspace = context.open()?;
            let table = table(context, &workspace, context.date(args.as_of.as_deref())?)?;
            context.answer_list(table, &args.options, &workspace)
        }
        IndicatorCommand::Show(args) => {
            show(context, &context.open()?, &args.code, context.date(args.as_of.as_deref())?)
        }
        IndicatorCommand::Add(args) => add(context, &args),
        IndicatorCommand::Read(args) => read(context, &args),
        IndicatorCommand::Remove(args) => remove(context, &args),
    }
}

fn exact(value: Option<Fraction>) -> Cell {
    value.map_or(Cell::Empty, Cell::Exact)
}

fn flag(value: Option<bool>) -> Cell {
    value.map_or(Cell::Empty, Cell::Flag)
}

declare! {
    INDICATOR = "indicator" of "list indicator, indicator list" {
        "code", W::Code, "text";
        "name", W::Name, "names";
        "unit", W::Unit, "text";
        "agency", W::Agency, "agency?";
        "baseline", W::Baseline, "number?";
        "latest", W::Latest, "number?";
        "read_on", W::ReadOn, "day?";
        "target", W::TargetValue, "number?";
        "due", W::Due, "day?";
        "distance", W::Distance, "number?";
        "met", W::Met, "flag?";
        "trend_at_due", W::TrendAtDue, "number?";
        "trend_reaches", W::TrendReaches, "day?";
    }
}

/// All indicators, a row for the whole country and one for each agency with readings; one without figures where there are none.
pub(super) fn table(context: &Context, workspace: &Workspace, day: Date) -> Result<Table> {
    let mut table = Table::of(&INDICATOR, context.lang);
    for indicator in workspace.all::<Indicator>()? {
        let mut states: Vec<Option<IndicatorState>> = indicator_states(&indicator, day).into_iter().map(Some).collect();
        if states.is_empty() {
            states.push(None);
        }
        for state in states {
            let trend = state.as_ref().and_then(|s| s.trend.as_ref());
            table.push(vec![
                indicator.code.clone().into(),
                Cell::names(&indicator.name, indicator.name_en.as_deref()),
                indicator.unit.clone().into(),
                state.as_ref().and_then(|s| s.agency.clone()).into(),
                exact(indicator.baseline),
                exact(state.as_ref().map(|s| s.latest.value)),
                day_cell(state.as_ref().map(|s| s.latest.date)),
                exact(indicator.target),
                day_cell(indicator.due),
                exact(state.as_ref().and_then(|s| s.distance)),
                flag(state.as_ref().and_then(|s| s.met)),
                exact(trend.and_then(|t| t.at_due)),
                day_cell(trend.and_then(|t| t.reaches)),
            ]);
        }
    }
    Ok(table)
}

/// One indicator with where it stands, agency by agency.
pub(super) fn show(context: &Context, workspace: &Workspace, code: &str, day: Date) -> Result<()> {
    let indicator = find(workspace, code)?;
    let states = indicator_states(&indicator, day);
    let names = agency_names(workspace, context.lang)?;
    let value = || {
        let mut value = json_of(&indicator);
        if let Value::Object(fields) = &mut value {
            fields.insert("as_of".into(), json!(day));
            fields.insert("states".into(), states.iter().map(json_state).collect());
        }
        value
    };
    context.answer_noun("indicator", value, || text(&indicator, &states, &names, context.lang))
}

fn json_state(state: &IndicatorState) -> Value {
    let number = |value: Option<Fraction>| exact(value).json();
    let trend = state.trend.as_ref().map(|t| {
        json!({ "method": "least_squares_line", "per_day": number(Some(t.per_day)), "at_due": number(t.at_due),
                "meets": t.meets, "reaches": t.reaches })
    });
    json!({
        "agency": state.agency, "latest": number(Some(state.latest.value)), "read_on": state.latest.date,
        "readings": state.readings, "distance": number(state.distance), "met": state.met,
        "way_percent": state.way.map(|way| Cell::Percent(way).json()), "trend": trend,
    })
}

fn text(indicator: &Indicator, states: &[IndicatorState], names: &HashMap<String, String>, lang: Lang) -> String {
    let mut out = Lines::new(&indicator.code, in_language(&indicator.name, indicator.name_en.as_deref(), lang), lang);
    let with_unit = |value: Fraction| format!("{} {}", Cell::Exact(value).shown(lang), indicator.unit);
    let shown = |value: Option<Fraction>| value.map(with_unit).unwrap_or_default();
    out.other_name(&indicator.name, indicator.name_en.as_deref());
    out.line(W::Unit, &indicator.unit);
    out.line(W::Assignment, indicator.assignment.as_deref().unwrap_or(""));
    out.line(W::Baseline, &shown(indicator.baseline));
    out.line(W::TargetValue, &shown(indicator.target));
    out.day(W::Due, indicator.due);
    if indicator.lower_is_better {
        out.line(W::LowerIsBetter, CliMessage::Yes.text(lang));
    }
    out.line(W::Source, &indicator.source);
    for state in states {
        let country = W::Country.text(lang);
        let whose = state.agency.as_ref().map_or(country, |code| names.get(code).unwrap_or(code));
        out.prose(whose);
        out.line(W::Latest, &format!("{} ({})", with_unit(state.latest.value), date::short(state.latest.date, lang)));
        out.line(W::Readings, &state.readings.to_string());
        if state.met == Some(true) {
            out.line(W::Met, CliMessage::Yes.text(lang));
        } else {
            out.line(W::Distance, &shown(state.distance));
        }
        out.line(W::Way, &state.way.map(|way| Cell::Percent(way).shown(lang)).unwrap_or_default());
        if let Some(trend) = &state.trend {
            out.line(W::TrendPerDay, &with_unit(trend.per_day));
            out.line(W::TrendAtDue, &shown(trend.at_due));
            out.line(W::TrendMeets, &flag(trend.meets).shown(lang));
            out.day(W::TrendReaches, trend.reaches);
        }
    }
    if !indicator.readings.is_empty() {
        out.prose(RecordWord::Readings.text(lang));
    }
    for reading in &indicator.readings {
        let country = W::Country.text(lang);
        let whose = reading.agency.as_ref().map_or(country, |code| names.get(code).unwrap_or(code));
        let words =
            [date::short(reading.date, lang), whose.to_owned(), with_unit(reading.value), reading.source.clone()];
        out.item("", words.join(" · ").trim_end_matches(" · "));
    }
    if states.iter().any(|state| state.trend.is_some()) {
        out.prose(W::TrendNote.text(lang));
    }
    out.done()
}

fn find(workspace: &Workspace, code: &str) -> Result<Indicator> {
    workspace.all::<Indicator>()?.into_iter().find(|i| i.code == code).ok_or_else(|| not_found(Noun::Indicator, code))
}

fn add(context: &Context, args: &IndicatorAddArgs) -> Result<()> {
    let value = |given: &Option<String>| given.as_deref().map(number).transpose();
    let indicator = Indicator {
        code: clean_line(&args.code),
        name: clean_line(&args.name),
        name_en: line_option(args.name_en.as_deref()),
        unit: clean_line(&args.unit),
        assignment: args.assignment.clone(),
        baseline: value(&args.baseline)?,
        target: value(&args.target)?,
        due: date_option(context, args.due.as_deref())?,
        lower_is_better: args.lower_is_better,
        readings: Vec::new(),
        source: line(args.source.as_deref()),
    };
    let mut workspace = context.open()?;
    let added = context.desk(&mut workspace, "indicator add", "").add_indicator(&indicator)?;
    stored(context, &workspace, &added)
}

/// Records a reading; one of the same day and agency gives way.
fn read(context: &Context, args: &IndicatorReadArgs) -> Result<()> {
    let reading = Reading {
        date: context.date(args.date.as_deref())?,
        agency: args.agency.clone(),
        value: number(&args.value)?,
        source: clean_line(&args.source),
    };
    let mut workspace = context.open()?;
    let done = context.desk(&mut workspace, "indicator read", "").read_indicator(&args.code, &reading)?;
    let said = |lang: Lang| {
        let shown = format!("{} {}", Cell::Exact(reading.value).shown(lang), done.value.unit);
        W::ReadStored.with(lang, &[&args.code, &date::short(reading.date, lang), &shown])
    };
    context.done(&workspace, &done, &Said { vi: said(Lang::Vi), en: said(Lang::En) })
}

fn remove(context: &Context, args: &CodeArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let removed = context.desk(&mut workspace, "indicator remove", "").remove_indicator(&args.code)?;
    context.done(&workspace, &removed, &CliMessage::Removed.said(&[&args.code]))
}
