//! Directives: who gave what to do, and the assignments into which it is broken.

use super::Source;
use crate::model::{Assignment, AssignmentStatus};
use crate::reform::whole_on;
use crate::view::{Cell, Page, Table, declare};
use crate::words::Result;
use crate::words::assign::AssignWord as W;
use serde_json::{Value, json};

declare! {
    DIRECTIVE = "directive" of "list directive, directive list" {
        "code", W::Code, "text";
        "name", W::Name, "names";
        "date", W::Date, "day";
        "issuer", W::Issuer, "agency?";
        "document", W::Document, "text?";
        "assignments", W::Assignments, "whole";
        "done", W::PartsDone, "whole";
    }
}

/// Directives with how many assignments each gives, and how many of them are done.
pub fn table(from: &Source<'_>) -> Result<Table> {
    let ledger = from.reader.ledger()?;
    let mut table = Table::of(&DIRECTIVE, from.lang);
    for directive in &ledger.directives {
        let of: Vec<&Assignment> = ledger.assignments.iter().filter(|a| a.directive == directive.code).collect();
        let done = |a: &&&Assignment| whole_on(a, &ledger, from.day) == AssignmentStatus::Done;
        table.push(vec![
            directive.code.clone().into(),
            Cell::names(&directive.name, directive.name_en.as_deref()),
            Cell::Day(directive.date),
            directive.issuer.clone().into(),
            directive.document.clone().into(),
            of.len().into(),
            of.iter().filter(done).count().into(),
        ]);
    }
    Ok(table)
}

/// One directive with its assignments.
///
/// # Errors
/// The workspace cannot be read.
pub fn page(from: &Source<'_>, code: &str) -> Result<Option<Page>> {
    let ledger = from.reader.ledger()?;
    let Some(directive) = ledger.directives.iter().find(|d| d.code == code) else { return Ok(None) };
    let names = from.reader.agency_names(from.lang)?;
    let name = directive.name_in(from.lang);
    let mut page = Page::about("directive", from.lang, &directive.code, name);
    page.noun(directive);
    page.other_name(&directive.name, &directive.name_en);
    page.day(W::Date, Some(directive.date));
    page.fact(W::Issuer, directive.issuer.as_deref().unwrap_or_default());
    page.fact(W::Document, directive.document.as_deref().unwrap_or_default());
    page.fact(W::Source, &directive.source);
    page.heading(W::Assignments);
    let mut fields: Vec<Value> = Vec::new();
    for assignment in ledger.assignments.iter().filter(|a| a.directive == code) {
        let status = whole_on(assignment, &ledger, from.day);
        fields.push(json!({
            "code": assignment.code, "title": assignment.title, "title_en": assignment.title_en,
            "leads": assignment.leads, "due": assignment.due, "status": status.name(),
        }));
        let due = assignment.due.map_or(Cell::Empty, Cell::Day).shown(from.lang);
        let title = assignment.title_in(from.lang);
        let mut words = vec![title.to_owned(), names.list(&assignment.leads)];
        words.extend(Some(due).filter(|due| !due.is_empty()));
        words.push(status.word(from.lang).to_owned());
        page.item(&assignment.code, words.join(" · "));
    }
    page.field("assignments", fields);
    Ok(Some(page))
}
