//! `assignment`: who leads, what is due, by when, and where the part of every agency stands.

use super::{agency, date_option, stored};
use crate::cli::args::{
    AssignmentAddArgs, AssignmentCommand, AssignmentEditArgs, AssignmentFields, AssignmentListArgs, AssignmentMoveArgs,
    CodeArgs,
};
use crate::cli::context::Context;
use crate::cli::cost_edit::{names, unknown};
use crate::cli::show::page;
use crate::desk::not_found;
use crate::desk::{AssignmentEdit, MoveAssignment};
use crate::model::{AssignmentStatus, Kind};
use crate::text::fold;
use crate::view::nouns::assignment;
use crate::words::assign::AssignWord as W;
use crate::words::cli::CliMessage;
use crate::words::{Message, Result};

/// Runs a command of `assignment`.
pub(in crate::cli) fn run(context: &Context, command: AssignmentCommand) -> Result<()> {
    match command {
        AssignmentCommand::List(args) => list(context, &args),
        AssignmentCommand::Show(args) => {
            let day = context.date(args.as_of.as_deref())?;
            page(context, &context.open()?, Kind::Assignment, &args.code, day)
        }
        AssignmentCommand::Add(args) => add(context, &args),
        AssignmentCommand::Edit(args) => edit(context, &args),
        AssignmentCommand::Move(args) => advance(context, &args),
        AssignmentCommand::Remove(args) => remove(context, &args),
    }
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
        return Err(not_found(Kind::Directive, code));
    }
    let person = args.person.as_deref().map(fold);
    let from = context.source(&workspace, day);
    let table = assignment::rows(&from, &ledger, whose.as_deref(), |assignment, is, late| {
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
