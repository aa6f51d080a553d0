//! The book of in and out: what came, what went, what is owed, by agency.

use crate::model::{Fraction, ValueBasis, Weighs};
use crate::reform::{BaselineState, InOut, InOutBook, InOutLine};
use crate::text::Lang;
use crate::view::nouns::Source;
use crate::view::{Cell, GroupNames, Table, declare};
use crate::words::counting::CountingWord as W;
use crate::words::progress::ProgressWord;
use crate::words::{Message, Result};

crate::words::named! {
    /// In what a book is kept.
    BookUnit {
        /// Cost per year.
        DongPerYear = "dong/year" { vi: "đ/năm", en: "đ/year" },
        /// Cost of all years together, discounted.
        Dong = "dong" { vi: "đ, giá trị hiện tại", en: "đ, present value" },
        /// Regulations, each as one.
        Regulations = "regulations" { vi: "quy định", en: "regulations" },
    }
}

declare! {
    /// A line of an agency, or of all under none. Without a ratio nothing is owed.
    PROGRESS_LEDGER = "progress_ledger" of "progress --ledger" {
        "programme", W::Programme, "programme";
        "rule", W::Rule, "text?";
        "weighs", W::Weighs, "text";
        "agency", W::Agency, "text?";
        "came_regulations", W::CameRegulations, "whole";
        "came", W::Came, "number";
        "unknown", W::Unknown, "whole", Wide;
        "gone_regulations", W::GoneRegulations, "whole";
        "gone", W::Gone, "number";
        "lapsed", W::Lapsed, "number", Wide;
        "owed", W::Owed, "number?";
        "balance", W::Balance, "number";
        "debt", W::Debt, "number?";
        "due", W::Due, "day?";
        "unit", W::Unit, "text";
    }
}

/// The books of some programmes.
///
/// # Errors
/// The workspace cannot be read.
pub fn ledger(from: &Source<'_>, books: &[InOut]) -> Result<Table> {
    let names = GroupNames::read(from)?;
    let mut table = Table::of(&PROGRESS_LEDGER, from.lang);
    for one in books {
        for book in &one.books {
            for line in std::iter::once(&book.total).chain(&book.agencies) {
                let agency = match (&line.agency, std::ptr::eq(line, &raw const book.total)) {
                    (_, true) => Cell::Told(serde_json::Value::Null, from.word(W::Total).to_owned()),
                    (key, false) => names.cell(key.as_deref()),
                };
                table.push(row(one, book, line, agency, from.lang));
            }
        }
        let code = one.programme.code.as_str();
        table.notes.push(match one.baseline {
            BaselineState::Live => ProgressWord::NotFrozen.said(&[&code, &code]),
            BaselineState::Frozen(_) => {
                W::LedgerNote.said_by(|lang| vec![code.to_owned(), one.stage.text(lang).to_owned()])
            }
        });
        table.notes.extend(one.remarks.iter().cloned());
    }
    Ok(table)
}

fn row(one: &InOut, book: &InOutBook, line: &InOutLine, agency: Cell, lang: Lang) -> Vec<Cell> {
    let figure = |value: Fraction| amount(book.weighs, value);
    let optional = |value: Option<Fraction>| value.map_or(Cell::Empty, figure);
    // What is short of a whole regulation is short.
    let debt = match (line.debt, book.weighs) {
        (Some(debt), Weighs::Regulations) => Cell::Whole(debt.ceil()),
        (debt, _) => optional(debt),
    };
    vec![
        one.programme.code.clone().into(),
        match &book.ratio {
            Some(ratio) => ratio.id.clone().into(),
            None => Cell::Told(serde_json::Value::Null, W::NoRule.text(lang).to_owned()),
        },
        Cell::worded(book.weighs, lang),
        agency,
        line.came_regulations.into(),
        figure(line.came),
        line.unknown.into(),
        line.gone_regulations.into(),
        figure(line.gone),
        figure(line.lapsed),
        optional(line.owed),
        figure(line.balance),
        debt,
        line.due.map_or(Cell::Empty, Cell::Day),
        Cell::worded(unit(one, book), lang),
    ]
}

/// A figure of a book: whole đồng, or regulations as exactly as the ratio makes them.
fn amount(weighs: Weighs, value: Fraction) -> Cell {
    match weighs {
        Weighs::Cost => Cell::Dong(value),
        Weighs::Regulations => Cell::Exact(value),
    }
}

/// In what a book is kept.
pub fn unit(one: &InOut, book: &InOutBook) -> BookUnit {
    let basis = one.programme.counting.valuation.as_ref().map(|valuation| valuation.basis);
    match (book.weighs, basis) {
        (Weighs::Regulations, _) => BookUnit::Regulations,
        (Weighs::Cost, Some(ValueBasis::PresentValue)) => BookUnit::Dong,
        (Weighs::Cost, _) => BookUnit::DongPerYear,
    }
}
