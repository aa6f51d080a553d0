//! Assignments: who leads, what is due, by when, and where the part of every agency stands.

use super::Source;
use crate::model::{AgencyNames, Assignment, AssignmentStatus};
use crate::reform::{Ledger, bearers, part_on, whole_on};
use crate::view::{Cell, Page, Table, declare};
use crate::words::Result;
use crate::words::assign::AssignWord as W;
use jiff::civil::Date;
use serde_json::{Value, json};

declare! {
    ASSIGNMENT = "assignment" of "list assignment, assignment list" {
        "code", W::Code, "text";
        "directive", W::Directive, "text";
        "title", W::Title, "names";
        "leads", W::Leads, "agencies";
        "due", W::Due, "day?";
        "person", W::Person, "text?";
        "status", W::Status, "assignment_status";
        "parts", W::Parts, "whole";
        "parts_done", W::PartsDone, "whole";
        "days_late", W::DaysLate, "whole";
    }
}

/// All assignments, each as a whole.
///
/// # Errors
/// The workspace cannot be read.
pub fn table(from: &Source<'_>) -> Result<Table> {
    Ok(rows(from, &from.reader.ledger()?, None, |_, _, _| true))
}

/// Assignments as wholes, or the parts of one agency in them; those that `wanted` keeps, by status and days late.
pub fn rows(
    from: &Source<'_>,
    ledger: &Ledger,
    agency: Option<&str>,
    wanted: impl Fn(&Assignment, AssignmentStatus, u32) -> bool,
) -> Table {
    let (day, names) = (from.day, AgencyNames::new(&ledger.agencies, from.lang));
    let mut table = Table::of(&ASSIGNMENT, from.lang);
    for assignment in &ledger.assignments {
        let given = ledger.given(&assignment.directive);
        let leads = bearers(&assignment.leads, &ledger.agencies);
        if given.is_some_and(|given| given > day) || agency.is_some_and(|code| !leads.iter().any(|lead| lead == code)) {
            continue;
        }
        let status = match agency {
            Some(code) => part_on(assignment, code, given, day).0,
            None => whole_on(assignment, ledger, day),
        };
        let late = days_late(assignment, status, ledger, day);
        if !wanted(assignment, status, late) {
            continue;
        }
        let done = |lead: &&String| part_on(assignment, lead, given, day).0 == AssignmentStatus::Done;
        table.push(vec![
            assignment.code.clone().into(),
            assignment.directive.clone().into(),
            Cell::names(&assignment.title, assignment.title_en.as_deref()),
            Cell::Coded(assignment.leads.join(", "), names.codes(&assignment.leads)),
            assignment.due.map_or(Cell::Empty, Cell::Day),
            assignment.person.clone().into(),
            Cell::worded(status, from.lang),
            leads.len().into(),
            leads.iter().filter(done).count().into(),
            Cell::Whole(late.into()),
        ]);
    }
    table
}

/// Working days late on a day; zero for what is done or cancelled.
fn days_late(assignment: &Assignment, status: AssignmentStatus, ledger: &Ledger, day: Date) -> u32 {
    let over = matches!(status, AssignmentStatus::Done | AssignmentStatus::Cancelled);
    assignment.due.filter(|_| !over).map_or(0, |due| ledger.calendar.days_late(due, day))
}

/// One assignment with where every part stands.
///
/// # Errors
/// The workspace cannot be read.
pub fn page(from: &Source<'_>, code: &str) -> Result<Option<Page>> {
    let ledger = from.reader.ledger()?;
    let Some(assignment) = ledger.assignments.iter().find(|a| a.code == code) else { return Ok(None) };
    let (lang, day) = (from.lang, from.day);
    let given = ledger.given(&assignment.directive);
    let status = whole_on(assignment, &ledger, day);
    let late = days_late(assignment, status, &ledger, day);
    let leads = bearers(&assignment.leads, &ledger.agencies);
    let parts: Vec<(&String, AssignmentStatus, Option<Date>)> = leads
        .iter()
        .map(|lead| {
            let (status, since) = part_on(assignment, lead, given, day);
            (lead, status, since)
        })
        .collect();
    let names = from.reader.agency_names(from.lang)?;
    let title = assignment.title_in(from.lang);
    let mut page = Page::about("assignment", lang, &assignment.code, title);
    page.noun(assignment);
    page.field("as_of", day.to_string());
    page.field("status", status.name());
    page.field("days_late", late);
    let part = |(agency, status, since): &(&String, AssignmentStatus, Option<Date>)| json!({ "agency": agency, "status": status.name(), "since": since });
    page.field("parts", parts.iter().map(part).collect::<Vec<Value>>());
    page.other_name(&assignment.title, &assignment.title_en);
    page.fact(W::Directive, &assignment.directive);
    page.fact(W::Leads, names.list(&assignment.leads));
    page.fact(W::Cooperating, names.list(&assignment.cooperating));
    page.fact(W::Deliverable, &assignment.deliverable);
    page.day(W::Due, assignment.due);
    page.fact(W::Person, assignment.person.as_deref().unwrap_or_default());
    page.fact(W::Status, status.word(from.lang));
    if late > 0 {
        page.shown(W::DaysLate, &Cell::Whole(late.into()));
    }
    page.fact(W::Note, &assignment.note);
    page.fact(W::Source, &assignment.source);
    let shown = |day: Option<Date>| day.map_or(Cell::Empty, Cell::Day).shown(lang);
    if parts.len() > 1 {
        page.heading(W::PartsTitle);
        for (agency, status, since) in &parts {
            let words = [names.of(agency), status.word(from.lang), &shown(*since)].join(" · ");
            page.item(*agency, words.trim_end_matches(" · "));
        }
    }
    if !assignment.steps.is_empty() {
        page.heading(W::Steps);
        for step in &assignment.steps {
            let words = [
                shown(Some(step.date)),
                step.agency.clone().unwrap_or_default(),
                step.status.word(from.lang).to_owned(),
                step.evidence.clone(),
                step.note.clone(),
            ];
            let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
            page.item("", words.join(" · "));
        }
    }
    Ok(Some(page))
}
