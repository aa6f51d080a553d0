//! The book of in and out in the report of progress: a table a ratio, a line an agency.

use super::names::Names;
use crate::model::Fraction;
use crate::reform::{InOut, InOutLine};
use crate::text::Lang;
use crate::view::progress::{BookUnit, unit};
use crate::view::{Cell, whole};
use crate::words::Message;
use crate::words::counting::CountingWord as W;
use crate::words::report::ReportWord;
use serde::Serialize;

/// A book by one ratio.
#[derive(Debug, Serialize)]
pub(super) struct BookPart {
    /// The id of the ratio; nothing where the programme sets none.
    rule: Option<String>,
    /// How many must go for each that comes.
    out: Cell,
    unit: &'static str,
    total: BookLine,
    agencies: Vec<BookLine>,
}

/// A line of a book.
#[derive(Debug, Serialize)]
struct BookLine {
    name: String,
    came_regulations: usize,
    came: Cell,
    gone_regulations: usize,
    gone: Cell,
    owed: Cell,
    balance: Cell,
    debt: Cell,
    due: Option<String>,
}

/// The books of a programme; none of one that sets no ratio where nothing came.
pub(super) fn books(of: &InOut, names: &Names, lang: Lang) -> Vec<BookPart> {
    let told = of.books.iter().filter(|book| book.ratio.is_some() || book.total.came_regulations > 0);
    told.map(|book| {
        let agencies = book.agencies.iter();
        BookPart {
            rule: book.ratio.as_ref().map(|ratio| ratio.id.clone()),
            out: book.ratio.as_ref().map_or(Cell::Empty, |ratio| Cell::Exact(ratio.out)),
            // Documents write đồng in full.
            unit: match unit(of, book) {
                BookUnit::DongPerYear => ReportWord::DongPerYear.text(lang),
                unit => unit.text(lang),
            },
            total: line(&book.total, W::Total.text(lang).to_owned()),
            agencies: agencies.map(|one| line(one, names.agency(one.agency.as_deref().unwrap_or_default()))).collect(),
        }
    })
    .collect()
}

fn line(one: &InOutLine, name: String) -> BookLine {
    let figure = |value| Cell::Whole(whole(value));
    // A part of a regulation cannot go.
    let up = |value: Option<Fraction>| value.map_or(Cell::Empty, |value| Cell::Whole(value.ceil()));
    BookLine {
        name,
        came_regulations: one.came_regulations,
        came: figure(one.came),
        gone_regulations: one.gone_regulations,
        gone: figure(one.gone),
        owed: up(one.owed),
        balance: figure(one.balance),
        debt: up(one.debt),
        due: one.due.map(|day| day.to_string()),
    }
}
