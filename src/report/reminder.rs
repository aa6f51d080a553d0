//! A reminder to one agency (công văn đôn đốc): what is late, what is due in thirty days, what else is open, what was done.

use super::names::{Names, printed};
use super::{Request, Scope, cannot_json};
use crate::model::{MeasureStatus, StatusEntry};
use crate::reform::{Debt, DebtKind, Deed, Ledger, deeds, owes};
use crate::store::Workspace;
use crate::text::Lang;
use crate::view::{Cell, Sheet};
use crate::words::report::ReportWord as W;
use crate::words::{Fault, Message, Result};
use jiff::ToSpan;
use serde::Serialize;
use serde_json::Value as Json;
use std::collections::HashMap;

/// How many days ahead what is due is named.
const AHEAD: i32 = 30;

#[derive(Debug, Serialize)]
struct Letter {
    as_of: String,
    until: String,
    agency: String,
    /// Whom the letter addresses.
    addressee: String,
    agency_code: String,
    directives: Vec<DirectivePart>,
    late: Vec<Item>,
    due_soon: Vec<Item>,
    other: Vec<Item>,
    done: Vec<Done>,
}

/// A directive by which the agency owes something.
#[derive(Debug, Serialize)]
struct DirectivePart {
    name: String,
    document: Option<String>,
}

#[derive(Debug, Serialize)]
struct Item {
    kind: &'static str,
    kind_word: &'static str,
    code: String,
    item: Option<String>,
    what: String,
    /// What ordered it: the directive of an assignment or of its review, the document that approved a measure.
    basis: Option<String>,
    person: Option<String>,
    status: &'static str,
    status_word: &'static str,
    since: Option<String>,
    due: Option<String>,
    days_late: u32,
}

#[derive(Debug, Serialize)]
struct Done {
    kind: &'static str,
    kind_word: &'static str,
    code: String,
    what: String,
    date: String,
    evidence: String,
}

impl Item {
    fn of(debt: &Debt, ledger: &Ledger, names: &HashMap<String, String>, lang: Lang) -> Self {
        Self {
            basis: basis(debt, ledger, lang),
            kind: debt.kind.name(),
            kind_word: debt.kind.word(lang),
            code: debt.code.clone(),
            item: debt.item.clone(),
            what: match (debt.kind, debt.item.as_deref().and_then(|code| names.get(code))) {
                // Many measures have one title; the regulation tells them apart.
                (DebtKind::Measure, Some(name)) => format!("{} ({name})", debt.what.text(lang)),
                _ => debt.what.text(lang).to_owned(),
            },
            person: debt.person.clone(),
            status: debt.standing.name(),
            status_word: debt.standing.word(lang),
            since: debt.since.map(|day| day.to_string()),
            due: debt.due.map(|day| day.to_string()),
            days_late: debt.days_late,
        }
    }
}

/// What ordered an item: of an assignment and of the review that carries one out its directive, by the number of its document or by its
/// name; of a measure the document that approved it or brought it into force.
fn basis(debt: &Debt, ledger: &Ledger, lang: Lang) -> Option<String> {
    let assignment = match debt.kind {
        DebtKind::Assignment => Some(&debt.code),
        DebtKind::Review => ledger.campaigns.iter().find(|c| c.code == debt.code)?.assignment.as_ref(),
        DebtKind::Measure => {
            let statuses = &ledger.measures.iter().find(|m| m.code == debt.code)?.statuses;
            // What the agency itself handed in orders nothing.
            let orders = |step: &&StatusEntry| matches!(step.status, MeasureStatus::Approved | MeasureStatus::InForce);
            return statuses.iter().rev().filter(orders).find_map(|step| step.document.as_deref().map(printed));
        }
    }?;
    let assignment = ledger.assignments.iter().find(|a| a.code == *assignment)?;
    let directive = ledger.directives.iter().find(|d| d.code == assignment.directive)?;
    let name = directive.name_in(lang);
    Some(directive.document.as_deref().unwrap_or(name).to_owned())
}

impl Done {
    fn of(deed: &Deed, lang: Lang) -> Self {
        Self {
            kind: deed.kind.name(),
            kind_word: deed.kind.word(lang),
            code: deed.code.clone(),
            what: deed.what.text(lang).to_owned(),
            date: deed.date.to_string(),
            evidence: deed.evidence.clone(),
        }
    }
}

/// The data of the letter and its sheet.
///
/// # Errors
/// Wrong usage, when the scope is no agency; the workspace cannot be read.
pub(super) fn data(workspace: &Workspace, request: &Request) -> Result<(Json, Vec<Sheet>)> {
    let (day, lang) = (request.as_of, request.lang);
    let Scope::Agency(code) = &request.scope else {
        return Err(Fault::usage(W::NeedsAgency.said(&[])).hint(W::NeedsAgencyHint.said(&[])));
    };
    let ledger = workspace.ledger()?;
    let until = day.checked_add(AHEAD.days()).unwrap_or(day);
    let mine: Vec<Debt> = owes(&ledger, day).into_iter().filter(|debt| debt.agency.as_ref() == Some(code)).collect();
    let is_soon = |debt: &Debt| !debt.is_late() && debt.due.is_some_and(|due| due <= until);
    let rows = workspace.regulation_rows()?.into_iter();
    let regulations: HashMap<String, String> = rows.map(|row| (row.code, row.name)).collect();
    let items = |wanted: &dyn Fn(&Debt) -> bool| -> Vec<Item> {
        mine.iter().filter(|debt| wanted(debt)).map(|debt| Item::of(debt, &ledger, &regulations, lang)).collect()
    };
    let owed = |directive: &str| {
        let is_owed = |code: &str| mine.iter().any(|debt| debt.code == code);
        ledger.assignments.iter().any(|a| a.directive == directive && is_owed(&a.code))
    };
    let directives = ledger
        .directives
        .iter()
        .filter(|d| owed(&d.code))
        .map(|d| DirectivePart { name: d.name_in(lang).to_owned(), document: d.document.clone() });
    let agency = ledger.agencies.iter().find(|agency| agency.code == *code);
    let letter = Letter {
        addressee: agency.map_or_else(|| code.clone(), |agency| agency.addressee(lang)),
        as_of: day.to_string(),
        until: until.to_string(),
        agency: Names::read(workspace, lang)?.agency(code),
        agency_code: code.clone(),
        directives: directives.collect(),
        late: items(&Debt::is_late),
        due_soon: items(&is_soon),
        other: items(&|debt| !debt.is_late() && !is_soon(debt)),
        done: deeds(&ledger, code, day).iter().map(|deed| Done::of(deed, lang)).collect(),
    };
    let sheet = sheet(&letter, lang);
    Ok((serde_json::to_value(letter).map_err(cannot_json)?, vec![sheet]))
}

fn sheet(letter: &Letter, lang: Lang) -> Sheet {
    let columns = [
        W::Section,
        W::Kind,
        W::Code,
        W::Concerns,
        W::Task,
        W::Person,
        W::Status,
        W::Since,
        W::DueDate,
        W::DaysLate,
        W::Evidence,
    ];
    let text = |text: &str| Cell::Text(text.to_owned());
    let day = |value: &Option<String>| value.as_ref().and_then(|day| day.parse().ok()).map_or(Cell::Empty, Cell::Day);
    let maybe = |value: &Option<String>| value.as_ref().map_or(Cell::Empty, |value| text(value));
    let mut rows = Vec::new();
    for (section, items) in
        [(W::SectionLate, &letter.late), (W::SectionSoon, &letter.due_soon), (W::SectionOther, &letter.other)]
    {
        for item in items {
            rows.push(vec![
                text(section.text(lang)),
                text(item.kind_word),
                text(&item.code),
                maybe(&item.item),
                text(&item.what),
                maybe(&item.person),
                text(item.status_word),
                day(&item.since),
                day(&item.due),
                Cell::Whole(item.days_late.into()),
                Cell::Empty,
            ]);
        }
    }
    for done in &letter.done {
        let mut row = vec![text(W::SectionDone.text(lang)), text(done.kind_word), text(&done.code), Cell::Empty];
        row.extend([text(&done.what), Cell::Empty, Cell::Empty, done.date.parse().map_or(Cell::Empty, Cell::Day)]);
        row.extend([Cell::Empty, Cell::Empty, text(&done.evidence)]);
        rows.push(row);
    }
    let columns = columns.iter().map(|c| c.text(lang).to_owned()).collect();
    Sheet { name: W::ReminderSheet.text(lang).to_owned(), columns, rows, ..Sheet::default() }
}
