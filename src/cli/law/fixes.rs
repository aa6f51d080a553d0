//! `law fixes`: answers by hand to what amending instruments leave for review, kept in the data file, and replayed by the other commands of `law`.

use super::file;
use crate::cli::Answer;
use crate::cli::args::{LawFixesClearArgs, LawFixesCommand, LawFixesSetArgs};
use crate::cli::context::Context;
use crate::desk::KeepAnswers;
use crate::desk::order_answers::{kept_fixes, named};
use crate::exchange::law_fixes;
use crate::law::amend::fix::{Fix, Misfit, Ruling, Settled};
use crate::law::name::place::address_of;
use crate::model::instrument::normal_number;
use crate::model::{Address, Kind};
use crate::view::nouns;
use crate::view::nouns::order_answer::{settled_said, unused_said};
use crate::words::amend::AmendMessage as Say;
use crate::words::{Fault, Message, Result};
use serde_json::json;

/// Runs a command of `law fixes`.
pub(super) fn run(context: &Context, command: LawFixesCommand) -> Result<Answer> {
    match command {
        LawFixesCommand::List(args) => {
            let selection = args.options.selection()?;
            let workspace = context.open()?;
            let source = context.source(&workspace, context.today());
            context.answer(&nouns::table(&source, Kind::OrderAnswer, &selection)?)?;
        }
        LawFixesCommand::Set(args) => set(context, &args)?,
        LawFixesCommand::Clear(args) => clear(context, &args)?,
    }
    Ok(Answer::Done)
}

fn set(context: &Context, args: &LawFixesSetArgs) -> Result<()> {
    let amending = file::read(context, &args.amending, args.letters)?;
    let fixes = match &args.fixes {
        Some(path) => law_fixes::read(path)?,
        None => vec![typed(args)?],
    };
    let asked = KeepAnswers {
        amending,
        fixes,
        base: args.base.as_deref().map(named),
        note: args.note.clone().unwrap_or_default(),
        person: args.person.clone(),
        date: context.date(args.date.as_deref())?,
    };
    let mut workspace = context.open()?;
    let kept = context.desk(&mut workspace, "law fixes set", "").keep_answers(&asked);
    let kept = kept.map_err(|fault| args.fixes.as_ref().map_or(fault.clone(), |path| fault.in_file(path)))?;
    context.done_with(&workspace, &kept, &Say::AnswersKept.said(&[&kept.value]), json!({ "answers": kept.value }))
}

/// The answer of the options.
fn typed(args: &LawFixesSetArgs) -> Result<Fix> {
    let ruling = match (&args.take, &args.skip) {
        (Some(order), _) => Ruling::Take(order.clone()),
        (None, reason) => Ruling::Skip(reason.clone().unwrap_or_default()),
    };
    let (Ruling::Take(said) | Ruling::Skip(said)) = &ruling;
    if said.trim().is_empty() {
        return Err(Fault::usage(Say::FixUnanswered.said(&[])));
    }
    let at = place(args.at.as_deref().unwrap_or_default())?;
    let changed = args.place.as_deref().map(place).transpose()?;
    Ok(Fix { line: 0, by: None, at, place: changed, order: args.order.clone(), ruling, kept: None })
}

fn place(text: &str) -> Result<Address> {
    address_of(text).ok_or_else(|| Fault::usage(Say::FixPlace.said(&[&text])))
}

fn clear(context: &Context, args: &LawFixesClearArgs) -> Result<()> {
    let places = args.places.iter().map(|text| place(text)).collect::<Result<Vec<_>>>()?;
    let number = normal_number(&args.number);
    let mut workspace = context.open()?;
    let cleared = context.desk(&mut workspace, "law fixes clear", "").clear_answers(&number, &places)?;
    let more = json!({ "instrument": number, "answers": cleared.value });
    context.done_with(&workspace, &cleared, &Say::AnswersCleared.said(&[&number, &cleared.value]), more)
}

/// The answers that the data file keeps; none where there is no data file. A data file that cannot be read stops nothing: the work is on files.
pub(super) fn kept(context: &Context) -> Vec<Fix> {
    if !context.has_workspace() {
        return Vec::new();
    }
    match context.open().and_then(|workspace| kept_fixes(&workspace)) {
        Ok(fixes) => fixes,
        Err(fault) => {
            context.tell(&Say::AnswersUnread.said_by(|lang| vec![fault.message(lang)]));
            Vec::new()
        }
    }
}

/// Says which answers were used, and which were not, with why.
pub(super) fn tell(context: &Context, settled: &[Settled], unused: &[(Fix, Misfit)]) {
    let before = settled.iter().filter(|one| one.kept).count();
    if before > 0 {
        context.tell(&Say::AnswersUsed.said(&[&before]));
    }
    settled.iter().for_each(|one| context.tell(&settled_said(one)));
    unused.iter().for_each(|one| context.tell(&unused_said(one)));
}
