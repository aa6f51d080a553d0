//! Answers by hand to orders of amending instruments: how each order is taken, or why it is passed over.

use super::Source;
use crate::law::amend::called;
use crate::law::amend::fix::{Fix, Misfit, Ruling, Settled};
use crate::model::OrderAnswer;
use crate::view::{Cell, Table, declare};
use crate::words::amend::AmendMessage as Say;
use crate::words::{Message, Result, Said};
use serde_json::{Value, json};

declare! {
    ORDER_ANSWER = "order_answer" of "list order-answer, law fixes list" {
        "instrument", Say::AnswerAmending, "text";
        "at", Say::Source, "text";
        "order", Say::Order, "text";
        "place", Say::AnswerPlace, "text?";
        "take", Say::AnswerTake, "text?";
        "skip", Say::AnswerSkip, "text?";
        "base", Say::AnswerBase, "text?";
        "person", Say::AnswerPerson, "text?";
        "date", Say::AnswerDate, "day?";
        "note", Say::AnswerNote, "text?";
    }
}

/// The answers that are kept.
///
/// # Errors
/// The workspace cannot be read.
pub fn table(from: &Source<'_>) -> Result<Table> {
    let mut table = Table::of(&ORDER_ANSWER, from.lang);
    let text = |text: &str| Cell::from((!text.is_empty()).then(|| text.to_owned()));
    for one in from.reader.all::<OrderAnswer>()? {
        table.push(vec![
            one.instrument.into(),
            one.at.into(),
            one.order.into(),
            text(&one.place),
            text(&one.take),
            text(&one.skip),
            text(&one.base),
            one.person.into(),
            one.date.map_or(Cell::Empty, Cell::Day),
            text(&one.note),
        ]);
    }
    Ok(table)
}

/// How an order was settled by hand.
pub fn settled_said(one: &Settled) -> Said {
    let (by, at) = (called(&one.by), &one.source);
    match (&one.ruling, one.kept) {
        (Ruling::Take(_), false) => Say::TakenByHand.said(&[&one.line, at, &by, &one.operations]),
        (Ruling::Take(_), true) => Say::TakenBefore.said(&[&one.line, at, &by, &one.operations]),
        (Ruling::Skip(reason), false) => Say::SkippedByHand.said(&[&one.line, at, &by, reason]),
        (Ruling::Skip(reason), true) => Say::SkippedBefore.said(&[&one.line, at, &by, reason]),
    }
}

/// Why an answer of earlier was not used.
pub fn unused_said((fix, misfit): &(Fix, Misfit)) -> Said {
    let by = fix.by.clone().unwrap_or_default();
    Say::AnswerUnused.said_by(|lang| vec![by.clone(), misfit.said(fix).text(lang).to_owned()])
}

/// What was answered, for programs.
pub fn settled_json(settled: &[Settled]) -> Vec<Value> {
    let one = |one: &Settled| {
        let (taken, skipped) = ruling(&one.ruling);
        json!({ "by": called(&one.by), "source": one.source.to_string(), "line": one.line, "operations": one.operations,
            "take": taken, "skip": skipped, "kept": one.kept })
    };
    settled.iter().map(one).collect()
}

/// What could not be used of the answers of earlier, for programs.
pub fn unused_json(unused: &[(Fix, Misfit)]) -> Vec<Value> {
    let one = |(fix, misfit): &(Fix, Misfit)| {
        let (taken, skipped) = ruling(&fix.ruling);
        json!({ "by": fix.by, "source": fix.at.to_string(), "take": taken, "skip": skipped, "reason": misfit.name() })
    };
    unused.iter().map(one).collect()
}

fn ruling(ruling: &Ruling) -> (Option<&str>, Option<&str>) {
    match ruling {
        Ruling::Take(order) => (Some(order), None),
        Ruling::Skip(reason) => (None, Some(reason)),
    }
}
