//! Suggesting cuts: papers that the state holds already ("once only"), certified copies, reports filed on paper, and what a review found.
//!
//! A suggestion shows the words by which it was found and what it would save. It is listed, never applied: a person accepts it,
//! which makes a proposed measure, or dismisses it, which makes a rejected one, so that it is not suggested again.

mod book;
mod found;
mod reading;
mod rules;
mod weigh;
mod words;

pub use book::Book;
pub use found::{Finding, of_reviews};
pub use rules::{CertifiedRules, DataRules, NotIn, ReadingRules, ReportRules, SuggestRules};
pub use weigh::{open, order, weigh};

use crate::model::{Component, Fraction, Measure, MeasureStatus, StateData, StatusEntry};
use crate::text::Lang;
use crate::words::Message;
use crate::words::suggest::SuggestWord as Say;
use jiff::civil::Date;
use std::collections::HashMap;

/// A procedure or report as the reading needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Code of the agency.
    pub agency: Option<String>,
    /// Field.
    pub field: Option<String>,
    /// Components of the dossier, in their order.
    pub components: Vec<Component>,
}

/// A suggested cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Unique and stable: regulation, component and database, `1.004222-c2-population`; `…-c2-copy` for a certified copy,
    /// `…-electronic` for a report, `…-review-abolish` where answers of a review suggest a kind of measure.
    pub id: String,
    /// Kind of measure.
    pub kind: String,
    /// Code of the regulation.
    pub regulation: String,
    /// Name of the regulation.
    pub name: String,
    /// Code of the agency that answers for it.
    pub agency: Option<String>,
    /// Field.
    pub field: Option<String>,
    /// Id of the component; nothing for a report.
    pub component: Option<String>,
    /// The component in the words of the record; empty for a report.
    pub component_name: String,
    /// The database that holds what the component asks for; nothing for other kinds.
    pub held: Option<Held>,
    /// The answers of a review that suggest it; none where the dossier does.
    pub found: Vec<Finding>,
    /// The words by which it was found.
    pub evidence: Vec<Evidence>,
    /// How much of the component is meant.
    pub fit: Fit,
    /// The paper is shown, not handed in.
    pub shown: bool,
    /// In how many procedures of the workspace the same cut is suggested (the same database, or the same kind).
    pub coverage: usize,
    /// What it saves a year; nothing where the regulation has no cost sheet, or nobody knows how many comply.
    pub saving: Option<Saving>,
    /// What it saves in one performance, đồng, where nobody knows how many comply.
    pub once: Option<Fraction>,
}

/// A database of the state and what it holds of a component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Its id in the register.
    pub id: String,
    /// Its name in Vietnamese.
    pub name: String,
    /// Its name in English.
    pub name_en: String,
    /// Code of the agency that keeps it.
    pub holder: String,
    /// Number of the instrument that founds it.
    pub instrument: Option<String>,
}

/// Words of a component that show what it asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The words as they stand; empty where the record marks the component instead of saying it.
    pub text: String,
    /// The first character of the component that they are, from 0.
    pub from: usize,
    /// The character behind the last.
    pub to: usize,
    /// Id of the item of the database, `birth`.
    pub item: Option<String>,
}

crate::words::named! {
    /// How much of a component a suggestion means.
    Fit {
        /// It asks for that paper and nothing else.
        Whole = "whole" { vi: "toàn bộ", en: "whole" },
        /// One of several papers, an alternative, or only in some cases: its saving is a ceiling.
        Part = "part" { vi: "một phần", en: "part" },
    }
}

/// What a suggestion saves per year, đồng, exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saving {
    /// As the only measure.
    pub alone: Fraction,
    /// Beside the measures that are planned on the regulation.
    pub beside: Fraction,
}

impl Suggestion {
    /// The measure that this suggestion proposes, on a day. Its texts are in one language.
    pub fn measure(&self, holder: &str, lang: Lang, day: Date) -> Measure {
        let mut measure = Measure::proposed(&self.regulation, &self.kind, day);
        measure.targets = self.component.iter().cloned().collect();
        let paper = shortened(&self.component_name);
        let quoted: Vec<String> =
            self.evidence.iter().filter(|e| !e.text.is_empty()).map(|e| format!("“{}”", e.text)).collect();
        let quoted = quoted.join(", ");
        match &self.held {
            Some(held) => {
                let name = held.name_in(lang);
                measure.title = Say::DataTitle.with(lang, &[&paper, &name]);
                measure.reason = Say::DataReason.with(lang, &[&name, &holder]);
                measure.evidence = Say::DataEvidence.with(lang, &[&quoted]);
                if let Some(number) = &held.instrument {
                    measure.evidence.push_str(&Say::Founded.with(lang, &[number]));
                }
            }
            None if self.component.is_some() => {
                measure.title = Say::CopyTitle.with(lang, &[&paper]);
                measure.reason = Say::CopyReason.text(lang).to_owned();
                measure.evidence = if quoted.is_empty() {
                    Say::CopyMark.text(lang).to_owned()
                } else {
                    Say::DataEvidence.with(lang, &[&quoted])
                };
            }
            None if !self.found.is_empty() => {
                let said = |one: fn(&Finding, Lang) -> String| {
                    self.found.iter().map(|finding| one(finding, lang)).filter(|said| !said.is_empty()).collect()
                };
                let (kinds, notes, answers): (Vec<String>, Vec<String>, Vec<String>) =
                    (said(Finding::kind), said(Finding::reason), said(Finding::said));
                let kind = kinds.first().map_or(self.kind.as_str(), String::as_str);
                measure.title = Say::FoundTitle.with(lang, &[&kind, &self.name]);
                measure.reason = notes.join("; ");
                measure.evidence = answers.join("; ");
            }
            None => {
                measure.title = Say::ReportTitle.with(lang, &[&self.name]);
                measure.reason = Say::ReportReason.text(lang).to_owned();
                measure.evidence = Say::ReportEvidence.text(lang).to_owned();
            }
        }
        if self.fit == Fit::Part {
            measure.note = Say::PartNote.text(lang).to_owned();
        }
        measure
    }

    /// The rejected measure by which a dismissed suggestion is remembered.
    pub fn dismissed(&self, holder: &str, lang: Lang, day: Date, reason: &str) -> Measure {
        let mut measure = self.measure(holder, lang, day);
        let status = MeasureStatus::Rejected;
        measure.statuses.push(StatusEntry { status, date: day, document: None, until: None, note: reason.to_owned() });
        measure
    }
}

/// The beginning of a long text, whole words.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 120;
    // The mark of a list says nothing outside it.
    let text = text.trim_start_matches(['-', '–', '+', '*', '•', '·', ' ']);
    if text.chars().count() <= LONGEST {
        return text.trim_end_matches(['.', ';', ',', ' ']).to_owned();
    }
    let cut: String = text.chars().take(LONGEST).collect();
    let mut whole = cut.rsplit_once(char::is_whitespace).map_or(cut.as_str(), |(whole, _)| whole);
    // No parenthesis that is never closed, and no part of a sentence that breaks off, where enough is left without it.
    let open = whole.rfind('(').filter(|at| !whole[*at..].contains(')'));
    let part = whole.rfind([',', ';', ':', '.']).filter(|at| at * 2 > whole.len());
    if let Some(at) = open.filter(|at| *at > 0).or(part) {
        whole = &whole[..at];
    }
    format!("{}…", whole.trim_end_matches([',', ';', ':', '.', ' ']))
}

/// Everything that could be suggested for procedures and for reports that are not electronic, without its saving and whether or
/// not a measure is there already.
pub fn suggest(book: &Book, procedures: &[Source], reports: &[Source]) -> Vec<Suggestion> {
    let mut all: Vec<Suggestion> = procedures.iter().flat_map(|procedure| of_procedure(book, procedure)).collect();
    all.extend(reports.iter().filter_map(|report| of_report(book, report)));
    let mut asked: HashMap<(String, Option<String>), Vec<&str>> = HashMap::new();
    let key = |s: &Suggestion| (s.kind.clone(), s.held.as_ref().map(|held| held.id.clone()));
    for suggestion in &all {
        let codes = asked.entry(key(suggestion)).or_default();
        if codes.last() != Some(&suggestion.regulation.as_str()) {
            codes.push(&suggestion.regulation);
        }
    }
    let counts: HashMap<_, usize> = asked.into_iter().map(|(key, codes)| (key, codes.len())).collect();
    for suggestion in &mut all {
        suggestion.coverage = counts.get(&key(suggestion)).copied().unwrap_or_default();
    }
    all
}

fn of_procedure(book: &Book, procedure: &Source) -> Vec<Suggestion> {
    let (_, named) = book.read(&procedure.name);
    let mut out = Vec::new();
    let asks = |component: &&Component| !book.explains(&component.group) && !book.explains(&component.name);
    for component in procedure.components.iter().filter(asks) {
        let reading = reading::read(book, &component.name, &component.note, &named);
        let fit = if reading.whole { Fit::Whole } else { Fit::Part };
        let evidence = |(from, to): (usize, usize), item: Option<String>| evidence(&component.name, from, to, item);
        let of = |ending: &str, kind: &str| Suggestion {
            id: format!("{}-{}-{ending}", procedure.code, component.id),
            kind: kind.to_owned(),
            regulation: procedure.code.clone(),
            name: procedure.name.clone(),
            agency: procedure.agency.clone(),
            field: procedure.field.clone(),
            component: Some(component.id.clone()),
            component_name: component.name.clone(),
            held: None,
            found: Vec::new(),
            evidence: Vec::new(),
            fit,
            shown: reading.shown,
            coverage: 0,
            saving: None,
            once: None,
        };
        let mut of_data: Vec<(usize, Suggestion)> = Vec::new();
        for paper in &reading.papers {
            let item = book.items[paper.item];
            let data = &book.register[item.data];
            let words = evidence((paper.from, paper.to), Some(data.items[item.item].id.clone()));
            match of_data.iter_mut().find(|(at, _)| *at == item.data) {
                Some((_, suggestion)) => suggestion.evidence.push(words),
                None => {
                    let mut suggestion = of(&data.id, &book.rules.data.kind);
                    suggestion.held = Some(held(data));
                    suggestion.evidence.push(words);
                    of_data.push((item.data, suggestion));
                }
            }
        }
        out.extend(of_data.into_iter().map(|(_, suggestion)| suggestion));
        let marked = component.certified && !reading.certification;
        if reading.certified.is_some() || marked {
            let mut suggestion = of("copy", &book.rules.certified.kind);
            suggestion.evidence.push(evidence(reading.certified.unwrap_or_default(), None));
            suggestion.fit = Fit::Whole;
            out.push(suggestion);
        }
    }
    out
}

fn of_report(book: &Book, report: &Source) -> Option<Suggestion> {
    let (_, named) = book.read(&report.name);
    if named.iter().any(|f| f.sign == book::Sign::ElectronicReport) {
        return None;
    }
    Some(Suggestion {
        id: format!("{}-electronic", report.code),
        kind: book.rules.report.kind.clone(),
        regulation: report.code.clone(),
        name: report.name.clone(),
        agency: report.agency.clone(),
        field: report.field.clone(),
        component: None,
        component_name: String::new(),
        held: None,
        found: Vec::new(),
        evidence: Vec::new(),
        fit: Fit::Whole,
        shown: false,
        coverage: 0,
        saving: None,
        once: None,
    })
}

fn held(data: &StateData) -> Held {
    Held {
        id: data.id.clone(),
        name: data.name.clone(),
        name_en: data.name_en.clone(),
        holder: data.holder.clone(),
        instrument: data.instrument.clone(),
    }
}

/// The words in some bytes of a component, with the place in characters.
fn evidence(name: &str, from: usize, to: usize, item: Option<String>) -> Evidence {
    let text = name.get(from..to).unwrap_or_default();
    let from = name.get(..from).map_or(0, |before| before.chars().count());
    Evidence { text: text.to_owned(), from, to: from + text.chars().count(), item }
}

crate::words::named_in! {
    Held,
}
