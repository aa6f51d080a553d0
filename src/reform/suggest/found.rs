//! Cuts that the answers of a review suggest: each answer that finds something wrong and whose question names a kind of measure.

use super::{Fit, Source, Suggestion};
use crate::model::{Answered, Checklist, MeasureKind, Question, ReviewAnswer, TargetKind};
use crate::text::Lang;
use crate::words::Message;
use crate::words::suggest::SuggestWord as Say;
use std::collections::HashMap;

/// An answer of a review that finds something wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Code of the checklist.
    pub checklist: String,
    /// The question.
    pub question: Question,
    /// The answer.
    pub answer: Answered,
    /// Why.
    pub note: String,
    /// The names of the kind of measure that it suggests, in Vietnamese and English.
    pub names: (String, String),
}

impl Finding {
    /// The kind of measure in one language.
    pub(super) fn kind(&self, lang: Lang) -> String {
        if lang == Lang::En { self.names.1.clone() } else { self.names.0.clone() }
    }

    /// Why: the note of the answer.
    pub(super) fn reason(&self, _: Lang) -> String {
        self.note.clone()
    }

    /// The question and its answer in one line.
    pub fn said(&self, lang: Lang) -> String {
        let (text, answer) = (self.question.text_in(lang), self.answer.word(lang));
        Say::FoundEvidence.with(lang, &[&self.checklist, &self.question.id, &text, &answer])
    }
}

/// The cuts that answers suggest for regulations in force: one for each regulation and kind of measure, with all answers that suggest it.
/// Kinds that aim at components or rows, and those whose values nobody can guess, are none: an answer does not say them.
pub fn of_reviews(
    regulations: &[Source],
    checklists: &[Checklist],
    answers: &[ReviewAnswer],
    kinds: &[MeasureKind],
) -> Vec<Suggestion> {
    let guessed = |kind: &&MeasureKind| {
        kind.targets == TargetKind::None && kind.parameters.iter().all(|parameter| parameter.default.is_some())
    };
    let kinds: HashMap<&str, &MeasureKind> =
        kinds.iter().filter(guessed).map(|kind| (kind.id.as_str(), kind)).collect();
    let mut given: HashMap<&str, Vec<ReviewAnswer>> = HashMap::new();
    for answer in answers {
        given.entry(&answer.regulation).or_default().push(answer.clone());
    }
    let mut all: Vec<Suggestion> = Vec::new();
    for of in regulations {
        let given = given.get(of.code.as_str()).map_or(&[][..], Vec::as_slice);
        let mut own: Vec<Suggestion> = Vec::new();
        for checklist in checklists {
            for (question, answer) in checklist.answers(given).filter(|(question, one)| question.finds(one.answer)) {
                let Some(kind) = question.suggests.as_deref().and_then(|id| kinds.get(id)) else { continue };
                let finding = Finding {
                    checklist: checklist.code.clone(),
                    question: question.clone(),
                    answer: answer.answer,
                    note: answer.note.clone(),
                    names: (kind.name.clone(), kind.name_in(Lang::En).to_owned()),
                };
                match own.iter_mut().find(|known| known.kind == kind.id) {
                    Some(known) => known.found.push(finding),
                    None => own.push(suggestion(of, &kind.id, finding)),
                }
            }
        }
        all.extend(own);
    }
    let mut counts: HashMap<String, usize> = HashMap::new();
    all.iter().for_each(|one| *counts.entry(one.kind.clone()).or_default() += 1);
    all.iter_mut().for_each(|one| one.coverage = counts.get(&one.kind).copied().unwrap_or_default());
    all
}

fn suggestion(of: &Source, kind: &str, finding: Finding) -> Suggestion {
    Suggestion {
        id: format!("{}-review-{kind}", of.code),
        kind: kind.to_owned(),
        regulation: of.code.clone(),
        name: of.name.clone(),
        agency: of.agency.clone(),
        field: of.field.clone(),
        component: None,
        component_name: String::new(),
        held: None,
        found: vec![finding],
        evidence: Vec::new(),
        fit: Fit::Whole,
        shown: false,
        coverage: 0,
        saving: None,
        once: None,
    }
}
