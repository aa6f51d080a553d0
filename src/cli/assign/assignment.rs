//! `assignment`: who leads, what is due, by when, and where the part of every agency stands.

use super::{Lines, agency, agency_names, date_option, day_cell, in_language, named, status_cell, stored};
use crate::cli::args::{
    AssignmentAddArgs, AssignmentCommand, AssignmentEditArgs, AssignmentFields, AssignmentListArgs, AssignmentMoveArgs,
    CodeArgs,
};
use crate::cli::context::Context;
use crate::cli::cost_edit::{names, unknown};
use crate::cli::nouns::{Noun, not_found};
use crate::cli::show::json_of;
use crate::desk::{AssignmentEdit, MoveAssignment};
use crate::model::{Assignment, AssignmentStatus};
use crate::reform::{Ledger, bearers, part_on, whole_on};
use crate::store::Workspace;
use crate::text::fold;
use crate::view::{Cell, Table, declare};
use crate::words::assign::AssignWord as W;
use crate::words::cli::CliMessage;
use crate::words::{Message, Result};
use jiff::civil::Date;
use serde_json::{Value, json};

/// Runs a command of `assignment`.
pub(in crate::cli) fn run(context: &Context, command: AssignmentCommand) -> Result<()> {
    match command {
        AssignmentCommand::List(args) => list(context, &args),
        AssignmentCommand::Show(args) => {
            show(context, &context.open()?, &args.code, context.date(args.as_of.as_deref())?)
        }
        AssignmentCommand::Add(args) => add(context, &args),
        AssignmentCommand::Edit(args) => edit(context, &args),
        AssignmentCommand::Move(args) => advance(context, &args),
        AssignmentCommand::Remove(args) => remove(context, &args),
    }
}

/// All assignments on a day, each as a whole.
pub(super) fn table(context: &Context, ledger: &Ledger, day: Date) -> Table {
    rows(context, ledger, day, None, |_, _, _| true)
}

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

/// Assignments as wholes, or the parts of one agency in them; those that `wanted` keeps, by status and days late.
fn rows(
    context: &Context,
    ledger: &Ledger,
    day: Date,
    agency: Option<&str>,
    wanted: impl Fn(&Assignment, AssignmentStatus, u32) -> bool,
) -> Table {
    let mut table = Table::of(&ASSIGNMENT, context.lang);
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
            assignment.leads.join(", ").into(),
            day_cell(assignment.due),
            assignment.person.clone().into(),
            status_cell(status, context.lang),
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

fn list(context: &Context, args: &AssignmentListArgs) -> Result<()> {
    let workspace = context.open()?;
    let day = context.date(args.as_of.as_deref())?;
    let whose = args.agency.as_deref().map(|name| agency(&workspace, name)).transpose()?;
    let status = args.status.as_deref().map(read_status).transpose()?;
    let ledger = workspace.ledger()?;
    if let Some(code) = &args.directive
        && !ledger.directives.iter().any(|d| d.code == *code)
    {
        return Err(not_found(Noun::Directive, code));
    }
    let person = args.person.as_deref().map(fold);
    let table = rows(context, &ledger, day, whose.as_deref(), |assignment, is, late| {
        args.directive.as_ref().is_none_or(|code| assignment.directive == *code)
            && person.as_ref().is_none_or(|name| assignment.person.as_deref().map(fold).as_ref() == Some(name))
            && status.is_none_or(|status| is == status)
            && (!args.late || late > 0)
    });
    context.answer_list(table, &args.options, &workspace)
}

fn read_status(given: &str) -> Result<AssignmentStatus> {
    let status = AssignmentStatus::parse(&given.replace('-', "_"));
    status.ok_or_else(|| unknown(given, names(AssignmentStatus::ALL, AssignmentStatus::name)))
}

/// One assignment with where every part stands.
pub(super) fn show(context: &Context, workspace: &Workspace, code: &str, day: Date) -> Result<()> {
    let ledger = workspace.ledger()?;
    let assignment = find(&ledger, code)?;
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
    let value = || {
        let mut value = json_of(assignment);
        if let Value::Object(fields) = &mut value {
            let part = |(agency, status, since): &(&String, AssignmentStatus, Option<Date>)| json!({ "agency": agency, "status": status.name(), "since": since });
            fields.insert("as_of".into(), json!(day));
            fields.insert("status".into(), json!(status.name()));
            fields.insert("days_late".into(), json!(late));
            fields.insert("parts".into(), parts.iter().map(part).collect());
        }
        value
    };
    let agencies = agency_names(workspace, context.lang)?;
    let text = || {
        let lang = context.lang;
        let title = in_language(&assignment.title, assignment.title_en.as_deref(), lang);
        let mut out = Lines::new(&assignment.code, title, lang);
        out.other_name(&assignment.title, assignment.title_en.as_deref());
        out.line(W::Directive, &assignment.directive);
        out.line(W::Leads, &named(&assignment.leads, &agencies));
        out.line(W::Cooperating, &named(&assignment.cooperating, &agencies));
        out.line(W::Deliverable, &assignment.deliverable);
        out.day(W::Due, assignment.due);
        out.line(W::Person, assignment.person.as_deref().unwrap_or(""));
        out.line(W::Status, status.word(lang));
        if late > 0 {
            out.line(W::DaysLate, &late.to_string());
        }
        out.line(W::Note, &assignment.note);
        out.line(W::Source, &assignment.source);
        if parts.len() > 1 {
            out.title(W::PartsTitle);
            for (agency, status, since) in &parts {
                let name = agencies.get(*agency).unwrap_or(agency);
                let words = [name.clone(), status.word(lang).to_owned(), day_cell(*since).shown(lang)];
                out.item(agency, words.join(" · ").trim_end_matches(" · "));
            }
        }
        if !assignment.steps.is_empty() {
            out.title(W::Steps);
            for step in &assignment.steps {
                let words = [
                    Cell::Day(step.date).shown(lang),
                    step.agency.clone().unwrap_or_default(),
                    step.status.word(lang).to_owned(),
                    step.evidence.clone(),
                    step.note.clone(),
                ];
                let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
                out.item("", &words.join(" · "));
            }
        }
        out.done()
    };
    context.answer_noun("assignment", value, text)
}

fn find<'l>(ledger: &'l Ledger, code: &str) -> Result<&'l Assignment> {
    ledger.assignments.iter().find(|a| a.code == code).ok_or_else(|| not_found(Noun::Assignment, code))
}

fn add(context: &Context, args: &AssignmentAddArgs) -> Result<()> {
    let edit = stated(context, Some(&args.title), &args.fields)?;
    let mut workspace = context.open()?;
    let added = context.desk(&mut workspace, "assignment add", "").add_assignment(&args.code, &args.directive, edit)?;
    stored(context, &workspace, &added)
}

fn edit(context: &Context, args: &AssignmentEditArgs) -> Result<()> {
    let edit = stated(context, args.title.as_deref(), &args.fields)?;
    let mut workspace = context.open()?;
    let edited = context.desk(&mut workspace, "assignment edit", "").edit_assignment(&args.code, edit)?;
    stored(context, &workspace, &edited)
}

/// What the options state.
fn stated<'a>(context: &Context, title: Option<&'a str>, fields: &'a AssignmentFields) -> Result<AssignmentEdit<'a>> {
    let due = |due: &String| date_option(context, Some(due.as_str()).filter(|due| !due.is_empty()));
    Ok(AssignmentEdit {
        title,
        title_en: fields.title_en.as_deref(),
        leads: &fields.leads,
        cooperating: &fields.cooperating,
        deliverable: fields.deliverable.as_deref(),
        due: fields.due.as_ref().map(due).transpose()?,
        person: fields.person.as_deref(),
        note: fields.note.as_deref(),
        source: fields.source.as_deref(),
    })
}

/// Gives an assignment, or the part of one agency in it, its next status.
fn advance(context: &Context, args: &AssignmentMoveArgs) -> Result<()> {
    let asked = MoveAssignment {
        code: &args.code,
        agency: args.agency.as_deref(),
        status: read_status(&args.status)?,
        date: context.date(args.date.as_deref())?,
        evidence: args.evidence.as_deref().unwrap_or_default(),
        note: args.note.as_deref().unwrap_or_default(),
    };
    let mut workspace = context.open()?;
    let moved = context.desk(&mut workspace, "assignment move", "").move_assignment(asked)?;
    let word = |lang| asked.status.word(lang).to_owned();
    let said = match &moved.value {
        None => W::Moved.said_by(|lang| vec![args.code.clone(), word(lang)]),
        Some(code) => W::MovedPart.said_by(|lang| vec![args.code.clone(), code.clone(), word(lang)]),
    };
    context.done(&workspace, &moved, &said)
}

fn remove(context: &Context, args: &CodeArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let removed = context.desk(&mut workspace, "assignment remove", "").remove_assignment(&args.code)?;
    context.done(&workspace, &removed, &CliMessage::Removed.said(&[&args.code]))
}
