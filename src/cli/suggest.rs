//! `suggest`: cuts that the dossiers suggest, listed with evidence, accepted one by one.

use super::args::{SuggestAcceptArgs, SuggestCommand, SuggestDismissArgs, SuggestListArgs, SuggestShowArgs};
use super::context::Context;
use crate::desk::{AcceptSuggestions, DismissSuggestions, find_suggestion, not_found};
use crate::exchange::catalog;
use crate::model::{Fraction, Kind, StateData};
use crate::reform::suggest::{Fit, Suggestion};
use crate::store::Workspace;
use crate::text::Lang;
use crate::view::Cell;
use crate::view::nouns::suggestion;
use crate::words::suggest::SuggestWord as Say;
use crate::words::{Fault, Message, Result, Said};
use std::path::Path;

/// Runs a command of `suggest`.
pub(super) fn run(context: &Context, command: SuggestCommand) -> Result<()> {
    match command {
        SuggestCommand::List(args) => list(context, &args),
        SuggestCommand::Show(args) => show(context, &args),
        SuggestCommand::Accept(args) => accept(context, &args),
        SuggestCommand::Dismiss(args) => dismiss(context, &args),
    }
}

fn list(context: &Context, args: &SuggestListArgs) -> Result<()> {
    let selection = args.options.selection()?;
    let least = match &args.min_saving {
        None => None,
        Some(text) => Some(Fraction::parse(text).ok_or_else(|| Fault::usage(Say::BadSaving.said(&[text])))?),
    };
    let workspace = context.open()?;
    let agency = match &args.agency {
        None => None,
        Some(name) => Some(workspace.resolve_agency(name)?.ok_or_else(|| not_found(Kind::Agency, name))?),
    };
    let kinds = workspace.measure_kinds()?;
    if let Some(code) = &args.regulation {
        workspace.regulation(code)?.ok_or_else(|| not_found(Kind::Regulation, code))?;
    }
    if let Some(id) = args.kind.as_ref().filter(|id| !kinds.iter().any(|kind| kind.id == **id)) {
        return Err(not_found(Kind::MeasureKind, id));
    }
    let register = workspace.all::<StateData>()?;
    if let Some(id) = args.data.as_ref().filter(|id| !register.iter().any(|data| data.id == **id)) {
        return Err(not_found(Kind::StateData, id));
    }
    if register.is_empty() {
        context.tell(&Say::NoRegister.said(&[]));
    }
    let mut found = suggestions(context, &workspace, args.rules.as_deref())?;
    found.retain(|s| {
        args.kind.as_ref().is_none_or(|kind| s.kind == *kind)
            && args.regulation.as_ref().is_none_or(|code| s.regulation == *code)
            && args.data.as_ref().is_none_or(|data| s.held.as_ref().is_some_and(|held| held.id == *data))
            && agency.as_ref().is_none_or(|code| s.agency.as_ref() == Some(code))
            && least.is_none_or(|least| s.saving.is_some_and(|saving| saving.beside >= least))
            && (!args.whole || s.fit == Fit::Whole)
    });
    let mut table = suggestion::table(&context.source(&workspace, context.today()), &found);
    selection.choose(&mut table, &workspace)?;
    let saved = table.column("saved_beside_dong")?;
    let weighed = table.rows.iter().filter(|row| row[saved] != Cell::Empty).count();
    let said = Say::Listed.said(&[&table.rows.len(), &weighed]);
    selection.cut(&mut table);
    selection.columns(&mut table)?;
    context.answer(&table)?;
    context.tell(&said);
    Ok(())
}

fn suggestions(context: &Context, workspace: &Workspace, rules: Option<&Path>) -> Result<Vec<Suggestion>> {
    workspace.suggestions(&catalog::suggest_rules(rules)?, context.today())
}

fn show(context: &Context, args: &SuggestShowArgs) -> Result<()> {
    let workspace = context.open()?;
    let found = suggestions(context, &workspace, args.rules.as_deref())?;
    let suggestion = find_suggestion(&found, &args.id)?;
    context.answer_page(&suggestion::page(&context.source(&workspace, context.today()), suggestion)?)
}

fn accept(context: &Context, args: &SuggestAcceptArgs) -> Result<()> {
    let asked = AcceptSuggestions {
        ids: &args.ids,
        rules: &catalog::suggest_rules(args.rules.as_deref())?,
        day: context.date(args.date.as_deref())?,
        due: args.due.as_deref().map(|due| context.date(Some(due))).transpose()?,
        person: args.person.as_deref(),
        lang: context.lang,
    };
    let mut workspace = context.open()?;
    let changed = context.desk(&mut workspace, "suggest accept", "").accept_suggestions(asked)?;
    let join = |lang: Lang| {
        let each = changed.value.iter().map(|(id, code)| Say::Accepted.with(lang, &[id, code]));
        each.collect::<Vec<_>>().join("\n")
    };
    context.done(&workspace, &changed, &Said::by(join))
}

fn dismiss(context: &Context, args: &SuggestDismissArgs) -> Result<()> {
    let rules = catalog::suggest_rules(args.rules.as_deref())?;
    let ids = std::slice::from_ref(&args.id);
    let asked = DismissSuggestions { ids, rules: &rules, reason: &args.reason, lang: context.lang };
    let mut workspace = context.open()?;
    let changed = context.desk(&mut workspace, "suggest dismiss", "").dismiss_suggestions(asked)?;
    let code = changed.value.first().map_or("", |(_, code)| code.as_str());
    context.done(&workspace, &changed, &Say::Dismissed.said(&[&args.id, &code]))
}
