//! `suggest`: cuts that the dossiers suggest, listed with evidence, accepted one by one.

use super::args::{SuggestAcceptArgs, SuggestCommand, SuggestDismissArgs, SuggestListArgs, SuggestShowArgs};
use super::context::Context;
use super::nouns::{Noun, not_found};
use crate::desk::{AcceptSuggestions, DismissSuggestion, agency_name, find_suggestion};
use crate::exchange::catalog;
use crate::model::{Agency, Fraction, StateData};
use crate::reform::suggest::{Fit, Suggestion};
use crate::store::Workspace;
use crate::text::{Lang, number};
use crate::view::{Cell, Table, declare};
use crate::words::suggest::SuggestWord as Say;
use crate::words::{Fault, Message, Result, Said};
use serde_json::{Value, json};
use std::fmt::Write;
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
        Some(name) => Some(workspace.resolve_agency(name)?.ok_or_else(|| not_found(Noun::Agency, name))?),
    };
    let kinds = workspace.measure_kinds()?;
    if let Some(code) = &args.regulation {
        workspace.regulation(code)?.ok_or_else(|| not_found(Noun::Regulation, code))?;
    }
    if let Some(id) = args.kind.as_ref().filter(|id| !kinds.iter().any(|kind| kind.id == **id)) {
        return Err(not_found(Noun::MeasureKind, id));
    }
    let register = workspace.all::<StateData>()?;
    if let Some(id) = args.data.as_ref().filter(|id| !register.iter().any(|data| data.id == **id)) {
        return Err(not_found(Noun::StateData, id));
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
    let mut table = table(context, &found);
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

declare! {
    SUGGESTION = "suggestion" of "suggest list" {
        "code", Say::Id, "text";
        "measure_kind", Say::Kind, "measure_kind", Programs;
        "regulation", Say::Regulation, "text", Programs;
        "agency", Say::Agency, "agency?", Programs;
        "component", Say::ComponentId, "text?", Programs;
        "component_text", Say::Component, "text";
        "data", Say::Data, "text?", Programs;
        "holder", Say::Holder, "agency?";
        "evidence", Say::EvidenceTitle, "text";
        "evidence_at", Say::Place, "text", Programs;
        "fit", Say::FitTitle, "fit";
        "shown", Say::Shown, "flag", Programs;
        "coverage", Say::Coverage, "whole";
        "saved_alone_dong", Say::SavedAlone, "dong?", Programs;
        "saved_beside_dong", Say::SavedBeside, "dong?";
    }
}

fn table(context: &Context, found: &[Suggestion]) -> Table {
    let mut table = Table::of(&SUGGESTION, context.lang);
    for s in found {
        let texts: Vec<String> = s.evidence.iter().map(|e| e.text.clone()).filter(|t| !t.is_empty()).collect();
        let places: Vec<String> = s.evidence.iter().map(|e| format!("{}-{}", e.from, e.to)).collect();
        let text = if s.component.is_none() { &s.name } else { &s.component_name };
        let money = |value: fn(&crate::reform::suggest::Saving) -> Fraction| {
            s.saving.as_ref().map_or(Cell::Empty, |saving| Cell::Dong(value(saving)))
        };
        table.push(vec![
            s.id.clone().into(),
            s.kind.clone().into(),
            s.regulation.clone().into(),
            s.agency.clone().into(),
            s.component.clone().into(),
            Cell::Coded(text.clone(), beginning(text)),
            s.held.as_ref().map(|held| held.id.clone()).into(),
            s.held.as_ref().map(|held| held.holder.clone()).into(),
            if texts.is_empty() { unsaid(s).text(context.lang).into() } else { texts.join("; ").into() },
            places.join("; ").into(),
            Cell::worded(s.fit, context.lang),
            Cell::Flag(s.shown),
            s.coverage.into(),
            money(|saving| saving.alone),
            money(|saving| saving.beside),
        ]);
    }
    table
}

/// The first words of a text, for a column.
fn beginning(text: &str) -> String {
    const LONGEST: usize = 90;
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text.to_owned(),
    }
}

/// What shows a suggestion whose text does not say it.
fn unsaid(suggestion: &Suggestion) -> Say {
    if suggestion.component.is_some() { Say::Marked } else { Say::PaperReport }
}

fn show(context: &Context, args: &SuggestShowArgs) -> Result<()> {
    let workspace = context.open()?;
    let found = suggestions(context, &workspace, args.rules.as_deref())?;
    let suggestion = find_suggestion(&found, &args.id)?;
    let agencies = workspace.all::<Agency>()?;
    let kinds = workspace.measure_kinds()?;
    let kind = kinds.iter().find(|kind| kind.id == suggestion.kind);
    let kind = kind.map_or("", |kind| if context.lang == Lang::Vi { &kind.name } else { &kind.name_en });
    context.answer_noun("suggestion", || as_json(suggestion), || as_text(suggestion, kind, &agencies, context.lang))
}

fn as_json(s: &Suggestion) -> Value {
    let evidence: Vec<Value> =
        s.evidence.iter().map(|e| json!({ "text": e.text, "from": e.from, "to": e.to, "item": e.item })).collect();
    let held = s.held.as_ref().map(|held| {
        json!({ "id": held.id, "name": held.name, "name_en": held.name_en, "holder": held.holder,
                "instrument": held.instrument })
    });
    json!({
        "code": s.id, "measure_kind": s.kind, "regulation": s.regulation, "regulation_name": s.name, "agency": s.agency,
        "field": s.field, "component": s.component, "component_text": s.component_name, "data": held,
        "evidence": evidence, "fit": s.fit.name(), "shown": s.shown, "coverage": s.coverage,
        "saved_alone_dong": s.saving.map(|saving| Cell::Dong(saving.alone).json()),
        "saved_beside_dong": s.saving.map(|saving| Cell::Dong(saving.beside).json()),
    })
}

/// The component with the words of the evidence in brackets, and what they mean. Writing to a String cannot fail.
fn as_text(s: &Suggestion, kind: &str, agencies: &[Agency], lang: Lang) -> String {
    let mut out = format!("{}  {}\n\n", s.id, s.name);
    let mut line = |label: Say, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(out, "{}: {value}", label.text(lang));
        }
    };
    line(Say::Kind, &format!("{kind} ({})", s.kind));
    line(Say::Regulation, &s.regulation);
    if let Some(component) = &s.component {
        line(Say::Component, &format!("{component}  {}", s.component_name));
    }
    if let Some(held) = &s.held {
        let name = if lang == Lang::Vi { &held.name } else { &held.name_en };
        let instrument = held.instrument.as_ref().map(|number| format!(" ({number})")).unwrap_or_default();
        line(Say::Data, &format!("{name}{instrument}"));
        line(Say::Holder, agency_name(agencies, &held.holder, lang));
    }
    for evidence in &s.evidence {
        if evidence.text.is_empty() {
            line(Say::EvidenceTitle, unsaid(s).text(lang));
        } else {
            let place = Say::CharactersLine.with(lang, &[&evidence.from, &evidence.to]);
            line(Say::EvidenceTitle, &format!("“{}” ({place})", evidence.text));
        }
    }
    if s.evidence.is_empty() {
        line(Say::EvidenceTitle, unsaid(s).text(lang));
    }
    line(Say::FitTitle, s.fit.word(lang));
    if s.fit == Fit::Part {
        let _ = writeln!(out, "{}", Say::PartNote.text(lang));
    }
    let _ = writeln!(out, "{}", Say::SameAsked.with(lang, &[&s.coverage]));
    match &s.saving {
        None => {
            let _ = writeln!(out, "{}", Say::NoSheet.with(lang, &[&s.regulation]));
        }
        Some(saving) => {
            let shown = |value: Fraction| number::whole(value.round(), lang);
            let _ = writeln!(out, "\n{}", Say::SavedAloneLong.with(lang, &[&shown(saving.alone)]));
            let _ = writeln!(out, "{}", Say::SavedBesideLong.with(lang, &[&shown(saving.beside)]));
        }
    }
    out
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
    context.done(&workspace, &changed, &Said { vi: join(Lang::Vi), en: join(Lang::En) })
}

fn dismiss(context: &Context, args: &SuggestDismissArgs) -> Result<()> {
    let rules = catalog::suggest_rules(args.rules.as_deref())?;
    let asked = DismissSuggestion { id: &args.id, rules: &rules, reason: &args.reason, lang: context.lang };
    let mut workspace = context.open()?;
    let changed = context.desk(&mut workspace, "suggest dismiss", "").dismiss_suggestion(asked)?;
    context.done(&workspace, &changed, &Say::Dismissed.said(&[&args.id, &changed.value]))
}
