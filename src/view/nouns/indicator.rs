//! Indicators: numbers over time, how far they are from their target, and where a straight line leads.

use super::Source;
use crate::model::{Fraction, Indicator};
use crate::reform::{IndicatorState, indicator_states};
use crate::text::number;
use crate::view::{Cell, Page, Table, declare};
use crate::words::Result;
use crate::words::assign::AssignWord as W;
use crate::words::cli::CliMessage;
use crate::words::record::RecordWord;
use serde_json::{Value, json};

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
pub fn table(from: &Source<'_>) -> Result<Table> {
    let mut table = Table::of(&INDICATOR, from.lang);
    for indicator in from.reader.all::<Indicator>()? {
        let mut states: Vec<Option<IndicatorState>> =
            indicator_states(&indicator, from.day).into_iter().map(Some).collect();
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
                state.as_ref().map(|s| s.latest.date).map_or(Cell::Empty, Cell::Day),
                exact(indicator.target),
                indicator.due.map_or(Cell::Empty, Cell::Day),
                exact(state.as_ref().and_then(|s| s.distance)),
                flag(state.as_ref().and_then(|s| s.met)),
                exact(trend.and_then(|t| t.at_due)),
                trend.and_then(|t| t.reaches).map_or(Cell::Empty, Cell::Day),
            ]);
        }
    }
    Ok(table)
}

/// One indicator with where it stands, agency by agency.
///
/// # Errors
/// The workspace cannot be read.
pub fn page(from: &Source<'_>, code: &str) -> Result<Option<Page>> {
    let Some(indicator) = from.reader.all::<Indicator>()?.into_iter().find(|i| i.code == code) else { return Ok(None) };
    let states = indicator_states(&indicator, from.day);
    let names = from.reader.agency_names(from.lang)?;
    let name = indicator.name_in(from.lang);
    let mut page = Page::about("indicator", from.lang, &indicator.code, name);
    page.noun(&indicator);
    page.field("as_of", from.day.to_string());
    page.field("states", states.iter().map(json_state).collect::<Vec<Value>>());
    let with_unit = |value: Fraction| number::with_unit(&Cell::Exact(value).shown(from.lang), &indicator.unit);
    let shown = |value: Option<Fraction>| value.map(with_unit).unwrap_or_default();
    page.other_name(&indicator.name, &indicator.name_en);
    page.fact(W::Unit, &indicator.unit);
    page.fact(W::Assignment, indicator.assignment.as_deref().unwrap_or_default());
    page.fact(W::Baseline, shown(indicator.baseline));
    page.fact(W::TargetValue, shown(indicator.target));
    page.day(W::Due, indicator.due);
    if indicator.lower_is_better {
        page.fact(W::LowerIsBetter, from.word(CliMessage::Yes));
    }
    page.fact(W::Source, &indicator.source);
    let whose = |agency: Option<&String>| agency.map_or(from.word(W::Country), |code| names.of(code)).to_owned();
    for state in &states {
        page.blank();
        page.line(whose(state.agency.as_ref()));
        let read_on = Cell::Day(state.latest.date).shown(from.lang);
        page.fact(W::Latest, format!("{} ({read_on})", with_unit(state.latest.value)));
        page.shown(W::Readings, &state.readings.into());
        if state.met == Some(true) {
            page.fact(W::Met, from.word(CliMessage::Yes));
        } else {
            page.fact(W::Distance, shown(state.distance));
        }
        page.shown(W::Way, &state.way.map_or(Cell::Empty, Cell::Percent));
        if let Some(trend) = &state.trend {
            page.fact(W::TrendPerDay, with_unit(trend.per_day));
            page.fact(W::TrendAtDue, shown(trend.at_due));
            page.shown(W::TrendMeets, &flag(trend.meets));
            page.day(W::TrendReaches, trend.reaches);
        }
    }
    if !indicator.readings.is_empty() {
        page.heading(RecordWord::Readings);
    }
    for reading in &indicator.readings {
        let day = Cell::Day(reading.date).shown(from.lang);
        let words = [day, whose(reading.agency.as_ref()), with_unit(reading.value), reading.source.clone()];
        page.item("", words.join(" · ").trim_end_matches(" · "));
    }
    if states.iter().any(|state| state.trend.is_some()) {
        page.heading(W::TrendNote);
    }
    Ok(Some(page))
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
