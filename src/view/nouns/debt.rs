//! Who owes what, since when, by agency and by person.

use super::Source;
use crate::model::AgencyNames;
use crate::reform::{Debt, totals};
use crate::view::{Cell, Table, declare};
use crate::words::assign::AssignWord as W;

declare! {
    DEBT = "debt" of "owes" {
        "agency", W::Agency, "agency?";
        "person", W::Person, "text?";
        "kind", W::Kind, "debt_kind";
        "code", W::Code, "text";
        "item", W::Item, "text?";
        "what", W::What, "names";
        "status", W::Status, "standing";
        "since", W::Since, "day?";
        "due", W::Due, "day?";
        "days_late", W::DaysLate, "whole";
    }
    DEBT_TOTAL = "debt_total" of "owes --totals" {
        "agency?", W::Agency, "agency?";
        "person?", W::Person, "text?";
        "open", W::Open, "whole";
        "late", W::Late, "whole";
        "longest_late", W::Longest, "whole";
        "next_due", W::NextDue, "day?";
    }
}

/// What is owed, a row each.
pub fn rows(from: &Source<'_>, debts: &[Debt], names: &AgencyNames) -> Table {
    let lang = from.lang;
    let mut table = Table::of(&DEBT, lang);
    for debt in debts {
        table.push(vec![
            debt.agency.as_ref().map_or(Cell::Empty, |code| coded(code, names)),
            debt.person.clone().into(),
            Cell::worded(debt.kind, lang),
            debt.code.clone().into(),
            debt.item.clone().into(),
            Cell::said(&debt.what),
            Cell::Named(debt.standing.name(), debt.standing.word(lang)),
            debt.since.map_or(Cell::Empty, Cell::Day),
            debt.due.map_or(Cell::Empty, Cell::Day),
            Cell::Whole(debt.days_late.into()),
        ]);
    }
    table
}

/// A code: people read the name that it stands for.
fn coded(code: &str, names: &AgencyNames) -> Cell {
    Cell::Coded(code.to_owned(), names.of(code).to_owned())
}

/// How much is owed and is late, by agency or by person.
pub fn sums(from: &Source<'_>, debts: &[Debt], by_person: bool, names: &AgencyNames) -> Table {
    let mut table = Table::of(&DEBT_TOTAL, from.lang);
    let found = totals(debts, |debt| if by_person { debt.person.as_deref() } else { debt.agency.as_deref() });
    for total in found {
        let who = total.who.map_or_else(|| Cell::Nothing(from.word(W::Nobody)), |code| coded(&code, names));
        table.push(vec![
            who.clone(),
            who,
            total.open.into(),
            total.late.into(),
            Cell::Whole(total.longest.into()),
            total.next_due.map_or(Cell::Empty, Cell::Day),
        ]);
    }
    table.without(if by_person { "agency" } else { "person" });
    table
}
