//! `cost observe`: the answers of a survey behind a cell.

use super::Answer;
use super::args::CostObserveArgs;
use super::context::Context;
use super::cost_edit::{names, unknown};
use crate::cost::typed::{forms, read};
use crate::cost::{RowField, explain};
use crate::desk::{Observe, ObservedCell};
use crate::model::{Cell, Fraction};
use crate::text::Lang;
use crate::words::observe::ObserveWord as W;
use crate::words::{Fault, Message, Result, Said};
use serde_json::json;

/// Adds answers, or takes them back.
pub(super) fn run(context: &Context, args: &CostObserveArgs) -> Result<Answer> {
    let (code, row) = (&args.code, &args.row);
    // Hours are minutes.
    let named = RowField::typed(&args.cell, "1").and_then(|(field, _)| match field {
        RowField::Cell(cell) => Some(cell),
        _ => None,
    });
    let cell = named.ok_or_else(|| unknown(&args.cell, names(Cell::ALL, Cell::name)))?;
    let mut workspace = context.open()?;
    if args.clear {
        let gone = context.desk(&mut workspace, "cost observe", "").forget_observations(code, row, cell)?;
        let said = W::Forgotten
            .said_by(|lang| vec![code.clone(), row.clone(), cell.word(lang).to_owned(), gone.value.to_string()]);
        let more = json!({ "regulation": code, "row": row, "cell": cell, "removed": gone.value });
        context.done_with(&workspace, &gone, &said, more)?;
        return Ok(Answer::Done);
    }
    if args.values.is_empty() {
        return Err(Fault::usage(W::NoValues.said(&[code, row, &args.cell])));
    }
    let value = |typed: &String| {
        let (_, typed) = RowField::typed(&args.cell, typed).unwrap_or((RowField::Cell(cell), typed.clone()));
        read(cell, &typed)
            .map_err(|unread| Fault::usage(unread.said).hint(Said::by(|lang| forms(cell).text(lang).to_owned())))
    };
    let asked = Observe {
        regulation: code.clone(),
        row: row.clone(),
        cell,
        values: args.values.iter().map(value).collect::<Result<_>>()?,
        source: args.source.clone().unwrap_or_default(),
        date: args.date.as_deref().map(|day| context.date(Some(day))).transpose()?,
    };
    let changed = context.desk(&mut workspace, "cost observe", "").observe(&asked)?;
    let ObservedCell { observed, before, taken } = changed.value;
    let said = |lang: Lang| {
        let show = |value: Fraction| explain::show(value, lang);
        let Some(seen) = observed else { return String::new() };
        let before = before.map_or_else(|| "-".to_owned(), show);
        let [low, middle, high] = [seen.low, seen.middle, seen.high].map(show);
        let word = if taken { W::Observed } else { W::Kept };
        word.with(lang, &[code, row, &cell.word(lang), &middle, &seen.count, &low, &high, &before])
    };
    let exact = |value: Fraction| crate::view::Cell::Exact(value).json();
    let more = json!({
        "regulation": code, "row": row, "cell": cell, "taken": taken, "before": before.map(exact),
        "count": observed.map(|seen| seen.count), "low": observed.map(|seen| exact(seen.low)),
        "middle": observed.map(|seen| exact(seen.middle)), "high": observed.map(|seen| exact(seen.high)),
    });
    context.done_with(&workspace, &changed, &Said::by(said), more)?;
    Ok(Answer::Done)
}
