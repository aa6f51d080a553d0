//! The cost sheet of a regulation: each row with its formula, where its cells come from, and the source.

use super::{Source, population};
use crate::cost::{Rates, SheetFigures, complying as many, explain, sheet_figures};
use crate::model::observation::WHOLE;
use crate::model::{
    Activity, Cell as SheetCell, Fraction, Observation, Observed, Parameter, Population, Provenance, Regulation,
};
use crate::text::Lang;
use crate::view::{Cell, Page};
use crate::words::cli::CliMessage as M;
use crate::words::cost::CostWord;
use crate::words::observe::ObserveWord as W;
use crate::words::{Message, Result};
use serde_json::{Value, json};

/// The sheet of a regulation by the rates of the day.
///
/// # Errors
/// The sheet cannot be computed; the workspace cannot be read.
pub fn page(from: &Source<'_>, regulation: &Regulation, sheet: &[Activity]) -> Result<Page> {
    let lang = from.lang;
    let rates = Rates::on(from.day, from.reader.all::<Parameter>()?);
    let whole = from.reader.population(&regulation.code)?;
    let figures = sheet_figures(sheet, &rates, whole.as_ref())?;
    let asked = from.reader.observations(&regulation.code)?;
    let mut page = Page::about("cost_sheet", lang, &regulation.code, &regulation.name);
    page.fields(sheet_json(regulation, sheet, whole.as_ref(), &figures, &rates, &asked));
    let mut group = None;
    for (activity, row) in sheet.iter().zip(&figures.rows) {
        if group != Some(activity.group) {
            group = Some(activity.group);
            page.heading(activity.group);
        }
        page.item(&activity.id, &activity.name);
        if !activity.how.is_empty() {
            page.within(7, &activity.how);
        }
        page.within(7, explain::explain(row, lang));
        let tariff = rates.find(&activity.tariff);
        let name = tariff.map_or(activity.tariff.as_str(), |p| p.name_in(from.lang));
        page.within(7, M::TariffLine.with(lang, &[&name, &activity.tariff]));
        if let Some(tariff) = tariff {
            let (since, sure) = (Cell::Day(tariff.from).shown(lang), tariff.provenance.word(from.lang));
            page.within(9, M::TariffSource.with(lang, &[&since, &sure, &tariff.source]));
        }
        for (cell, seen) in observed(&asked, &activity.id) {
            page.within(7, explained(cell, &seen, in_cell(activity, cell, whole.as_ref()), lang));
        }
        page.within(7, M::ProvenanceLine.with(lang, &[&provenance_text(activity, lang)]));
        if !activity.source.is_empty() {
            page.within(7, M::SourceLine.with(lang, &[&activity.source]));
        }
    }
    page.blank();
    let year = Cell::known(figures.annual, lang);
    page.say(M::SheetTotal, &[&Cell::Dong(figures.one).shown(lang), &year.shown(lang)]);
    complying(&mut page, whole.as_ref(), &figures, &regulation.code);
    for (cell, seen) in observed(&asked, WHOLE) {
        let stands = whole.as_ref().and_then(|whole| match cell {
            SheetCell::Times => whole.times,
            _ => whole.count.map(Fraction::whole),
        });
        page.line(explained(cell, &seen, stands, lang));
    }
    page.say(M::RoundingNote, &[]);
    Ok(page)
}

/// The cells of a row about which somebody answered, with the answers in numbers.
pub fn observed(asked: &[Observation], row: &str) -> Vec<(SheetCell, Observed)> {
    SheetCell::ALL.iter().filter_map(|cell| Some((*cell, Observed::of(asked, row, *cell)?))).collect()
}

/// What stands in a cell, its own or by the regulation's own number.
pub fn in_cell(row: &Activity, cell: SheetCell, whole: Option<&Population>) -> Option<Fraction> {
    match cell {
        SheetCell::Minutes => Some(row.minutes),
        SheetCell::Outsourcing => Some(Fraction::whole(row.outsourcing)),
        SheetCell::Charges => Some(Fraction::whole(row.charges)),
        SheetCell::Times => row.times.or(whole.and_then(|whole| whole.times)),
        SheetCell::Population => many(row, whole),
    }
}

/// How the figure of a cell follows from the answers, or that it differs from them.
pub fn explained(cell: SheetCell, seen: &Observed, stands: Option<Fraction>, lang: Lang) -> String {
    let show = |value: Fraction| explain::show(value, lang);
    let [low, middle, high] = [seen.low, seen.middle, seen.high].map(show);
    let word = cell.word(lang);
    if stands == Some(seen.middle) {
        return W::Explained.with(lang, &[&word, &middle, &seen.count, &low, &high]);
    }
    let stands = stands.map_or_else(|| "-".to_owned(), show);
    W::Differs.with(lang, &[&word, &middle, &seen.count, &low, &high, &stands])
}

/// Which cells are what: `assumption (time, frequency); official (fees and other costs)`.
fn provenance_text(activity: &Activity, lang: Lang) -> String {
    let mut parts = Vec::new();
    for provenance in Provenance::ALL {
        let cells = SheetCell::ALL.iter().filter(|cell| activity.provenance.of(**cell) == *provenance);
        let names: Vec<&str> = cells.map(|cell| cell.word(lang)).collect();
        if !names.is_empty() {
            parts.push(format!("{} ({})", provenance.word(lang), names.join(", ")));
        }
    }
    parts.join("; ")
}

/// How many comply by the regulation's own population, and what is asked where nobody knows.
fn complying(page: &mut Page, whole: Option<&Population>, figures: &SheetFigures, code: &str) {
    let lang = page.lang();
    if let Some(whole) = whole {
        page.say(CostWord::WholeLine, &[&population::said(whole, lang)]);
    }
    if figures.annual.is_none() {
        page.say(CostWord::UnknownYear, &[&code]);
    }
}

fn sheet_json(
    regulation: &Regulation,
    sheet: &[Activity],
    whole: Option<&Population>,
    figures: &SheetFigures,
    rates: &Rates,
    asked: &[Observation],
) -> Value {
    let exact = |value: Fraction| Cell::Exact(value).json();
    let dong = |value: Fraction| Cell::Dong(value).json();
    let known = |value: Option<Fraction>| value.map_or(Value::Null, dong);
    let seen = |row: &str| -> Vec<Value> {
        let one = |(cell, seen): (SheetCell, Observed)| {
            json!({ "cell": cell, "count": seen.count, "low": exact(seen.low), "middle": exact(seen.middle),
                    "high": exact(seen.high) })
        };
        observed(asked, row).into_iter().map(one).collect()
    };
    let rows: Vec<Value> = sheet
        .iter()
        .zip(&figures.rows)
        .map(|(activity, row)| {
            let tariff = rates.find(&activity.tariff);
            json!({
                "id": activity.id, "group": activity.group.name(), "name": activity.name, "how": activity.how,
                "component": activity.component, "minutes": exact(activity.minutes),
                "tariff": activity.tariff, "hourly_dong": exact(row.row.hourly),
                "tariff_source": tariff.map(|p| &p.source), "tariff_provenance": tariff.map(|p| p.provenance.name()),
                "outsourcing_dong": activity.outsourcing, "charges_dong": activity.charges, "staff": exact(activity.staff),
                "times_per_year": exact(row.row.times), "population": row.annual.map(|_| exact(row.row.population)),
                "own_times": activity.times.map(exact), "own_population": activity.population, "among": activity.among,
                "labour_dong": dong(row.labour), "one_dong": dong(row.one), "annual_cost_dong": known(row.annual),
                "formula": explain::explain(row, Lang::En), "observed": seen(&activity.id), "provenance": activity.provenance, "source": activity.source,
            })
        })
        .collect();
    json!({
        "code": regulation.code, "name": regulation.name, "rates_on": rates.day().to_string(),
        "one_dong": dong(figures.one), "annual_cost_dong": known(figures.annual), "population": whole, "observed": seen(WHOLE), "rows": rows,
    })
}
