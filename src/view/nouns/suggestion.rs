//! Cuts that the dossiers suggest, with their evidence.

use super::Source;
use crate::model::Fraction;
use crate::reform::suggest::{Fit, Suggestion};
use crate::text::Lang;
use crate::view::{Cell, Page, Table, declare};
use crate::words::suggest::SuggestWord as Say;
use crate::words::{Message, Result};
use serde_json::{Value, json};

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
        "saved_once_dong", Say::SavedOnce, "dong?";
    }
}

/// Suggestions, a row each.
pub fn table(from: &Source<'_>, found: &[Suggestion]) -> Table {
    let mut table = Table::of(&SUGGESTION, from.lang);
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
            evidence(s, &texts, from.lang).into(),
            places.join("; ").into(),
            Cell::worded(s.fit, from.lang),
            Cell::Flag(s.shown),
            s.coverage.into(),
            money(|saving| saving.alone),
            money(|saving| saving.beside),
            s.once.map_or(Cell::Empty, Cell::Dong),
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

/// What shows a suggestion: the words of the component, the answers of a review, or what the record says of itself.
fn evidence(s: &Suggestion, texts: &[String], lang: Lang) -> String {
    let found: Vec<String> = s.found.iter().map(|finding| finding.said(lang)).collect();
    match (texts.is_empty(), found.is_empty()) {
        (false, _) => texts.join("; "),
        (true, false) => found.join("; "),
        (true, true) => unsaid(s).text(lang).to_owned(),
    }
}

/// What shows a suggestion whose text does not say it.
fn unsaid(suggestion: &Suggestion) -> Say {
    if suggestion.component.is_some() { Say::Marked } else { Say::PaperReport }
}

/// One suggestion: the component with the words of the evidence, and what they mean.
///
/// # Errors
/// The workspace cannot be read.
pub fn page(from: &Source<'_>, s: &Suggestion) -> Result<Page> {
    let lang = from.lang;
    let kinds = from.reader.measure_kinds()?;
    let kind = kinds.iter().find(|kind| kind.id == s.kind);
    let kind = kind.map_or("", |kind| kind.name_in(from.lang));
    let mut page = Page::about("suggestion", lang, &s.id, &s.name);
    page.fields(as_json(s));
    page.fact(Say::Kind, format!("{kind} ({})", s.kind));
    page.fact(Say::Regulation, &s.regulation);
    if let Some(component) = &s.component {
        page.fact(Say::Component, format!("{component}  {}", s.component_name));
    }
    if let Some(held) = &s.held {
        let instrument = held.instrument.as_ref().map(|number| format!(" ({number})")).unwrap_or_default();
        page.fact(Say::Data, format!("{}{instrument}", held.name_in(from.lang)));
        page.fact(Say::Holder, from.reader.agency_names(from.lang)?.of(&held.holder));
    }
    for evidence in &s.evidence {
        if evidence.text.is_empty() {
            page.fact(Say::EvidenceTitle, from.word(unsaid(s)));
        } else {
            let place = Say::CharactersLine.with(lang, &[&evidence.from, &evidence.to]);
            page.fact(Say::EvidenceTitle, format!("“{}” ({place})", evidence.text));
        }
    }
    for finding in &s.found {
        page.fact(Say::EvidenceTitle, finding.said(lang));
        page.fact(Say::FoundNote, &finding.note);
    }
    if s.evidence.is_empty() && s.found.is_empty() {
        page.fact(Say::EvidenceTitle, from.word(unsaid(s)));
    }
    page.fact(Say::FitTitle, from.word(s.fit));
    if s.fit == Fit::Part {
        page.say(Say::PartNote, &[]);
    }
    page.say(Say::SameAsked, &[&s.coverage]);
    match &s.saving {
        None if s.once.is_some() => {
            let once = s.once.map_or(Cell::Empty, Cell::Dong).shown(lang);
            page.say(Say::SavedOnceLong, &[&once, &s.regulation]);
        }
        None => page.say(Say::NoSheet, &[&s.regulation]),
        Some(saving) => {
            let dong = |value: Fraction| Cell::Dong(value).shown(lang);
            page.blank();
            page.say(Say::SavedAloneLong, &[&dong(saving.alone)]);
            page.say(Say::SavedBesideLong, &[&dong(saving.beside)]);
        }
    }
    Ok(page)
}

fn as_json(s: &Suggestion) -> Value {
    let evidence: Vec<Value> =
        s.evidence.iter().map(|e| json!({ "text": e.text, "from": e.from, "to": e.to, "item": e.item })).collect();
    let held = s.held.as_ref().map(|held| {
        json!({ "id": held.id, "name": held.name, "name_en": held.name_en, "holder": held.holder,
                "instrument": held.instrument })
    });
    let found: Vec<Value> = s
        .found
        .iter()
        .map(|one| json!({ "checklist": one.checklist, "question": one.question.id, "answer": one.answer, "note": one.note }))
        .collect();
    json!({
        "code": s.id, "measure_kind": s.kind, "regulation": s.regulation, "regulation_name": s.name, "agency": s.agency,
        "field": s.field, "component": s.component, "component_text": s.component_name, "data": held,
        "evidence": evidence, "review": found, "fit": s.fit.name(), "shown": s.shown, "coverage": s.coverage,
        "saved_alone_dong": s.saving.map(|saving| Cell::Dong(saving.alone).json()),
        "saved_beside_dong": s.saving.map(|saving| Cell::Dong(saving.beside).json()),
        "saved_once_dong": s.once.map(|once| Cell::Dong(once).json()),
    })
}
