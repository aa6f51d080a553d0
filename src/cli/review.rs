//! `review`: the questions of checklists, answered for a regulation.

use super::args::{ReviewAnswerArgs, ReviewClearArgs, ReviewCommand};
use super::context::Context;
use crate::desk::{AnswerReview, not_found};
use crate::model::{Answered, Kind};
use crate::view::nouns::review;
use crate::words::review::ReviewWord as W;
use crate::words::{Fault, Message, Result};
use serde_json::json;

/// Runs a command of `review`.
pub(super) fn run(context: &Context, command: ReviewCommand) -> Result<()> {
    match command {
        ReviewCommand::List(args) => {
            let workspace = context.open()?;
            let table = review::table(&context.source(&workspace, context.today()))?;
            context.answer_list(table, &args.options, &workspace)
        }
        ReviewCommand::Show(args) => {
            let workspace = context.open()?;
            let page = review::page(&context.source(&workspace, context.today()), &args.code)?;
            context.answer_page(&page.ok_or_else(|| not_found(Kind::Regulation, &args.code))?)
        }
        ReviewCommand::Answer(args) => answer(context, &args),
        ReviewCommand::Clear(args) => clear(context, &args),
    }
}

fn answer(context: &Context, args: &ReviewAnswerArgs) -> Result<()> {
    let read = |text: &String| {
        let bad = || Fault::usage(W::BadAnswer.said(&[text]));
        let (question, answer) = text.split_once('=').ok_or_else(bad)?;
        let answer = Answered::read(answer.trim()).ok_or_else(bad)?;
        Ok((question.trim().to_owned(), answer, args.note.clone()))
    };
    let asked = AnswerReview {
        regulation: args.code.clone(),
        checklist: args.form.clone(),
        answers: args.answers.iter().map(read).collect::<Result<_>>()?,
        person: args.person.clone(),
        date: context.date(args.date.as_deref())?,
    };
    let mut workspace = context.open()?;
    let changed = context.desk(&mut workspace, "review answer", "").answer_review(&asked)?;
    let said = W::Answered.said(&[&args.code, &args.answers.len(), &changed.value]);
    let more = json!({ "regulation": args.code, "answers": args.answers.len(), "findings": changed.value });
    context.done_with(&workspace, &changed, &said, more)
}

fn clear(context: &Context, args: &ReviewClearArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let cleared = context.desk(&mut workspace, "review clear", "").clear_review(
        &args.code,
        args.form.as_deref(),
        &args.questions,
    )?;
    let said = W::Cleared.said(&[&args.code, &cleared.value]);
    context.done_with(&workspace, &cleared, &said, json!({ "regulation": args.code, "answers": cleared.value }))
}
