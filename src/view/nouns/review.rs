//! Reviews of regulations by checklists: where they stand, and one with its questions and answers.

use super::Source;
use crate::model::{Checklist, ReviewAnswer};
use crate::view::{Cell, Page, Table, declare};
use crate::words::review::ReviewWord as W;
use crate::words::{Message, Result};
use serde_json::{Value, json};
use std::collections::BTreeMap;

declare! {
    REVIEW = "review" of "review list" {
        "regulation", W::Regulation, "text";
        "name", W::Name, "text";
        "agency", W::Agency, "agency?";
        "checklist", W::Form, "text";
        "answered", W::AnsweredColumn, "whole";
        "questions", W::QuestionsColumn, "whole";
        "findings", W::Findings, "whole";
    }
}

/// Where the review of a regulation by a checklist stands: how many questions are answered, and how many of the answers find something wrong.
pub fn standing(checklist: &Checklist, given: &[ReviewAnswer]) -> (usize, usize) {
    let answers = || checklist.answers(given);
    (answers().count(), answers().filter(|(question, one)| question.finds(one.answer)).count())
}

/// The answers of each regulation that has some.
///
/// # Errors
/// The workspace cannot be read.
pub fn by_regulation(from: &Source<'_>) -> Result<BTreeMap<String, Vec<ReviewAnswer>>> {
    let mut given: BTreeMap<String, Vec<ReviewAnswer>> = BTreeMap::new();
    for answer in from.reader.all::<ReviewAnswer>()? {
        given.entry(answer.regulation.clone()).or_default().push(answer);
    }
    Ok(given)
}

/// The reviews that were begun, a row for each regulation and checklist.
///
/// # Errors
/// The workspace cannot be read.
pub fn table(from: &Source<'_>) -> Result<Table> {
    let checklists = from.reader.all::<Checklist>()?;
    let mut table = Table::of(&REVIEW, from.lang);
    for (code, given) in by_regulation(from)? {
        let regulation = from.reader.regulation(&code)?;
        for checklist in checklists.iter().filter(|one| given.iter().any(|answer| answer.checklist == one.code)) {
            let (answered, findings) = standing(checklist, &given);
            table.push(vec![
                code.clone().into(),
                regulation.as_ref().map(|one| one.name.clone()).unwrap_or_default().into(),
                regulation.as_ref().and_then(|one| one.agency.clone()).into(),
                checklist.code.clone().into(),
                answered.into(),
                checklist.questions.len().into(),
                findings.into(),
            ]);
        }
    }
    Ok(table)
}

/// The review of a regulation: every question of every checklist with its answer.
///
/// # Errors
/// The workspace cannot be read.
pub fn page(from: &Source<'_>, code: &str) -> Result<Option<Page>> {
    let Some(regulation) = from.reader.regulation(code)? else { return Ok(None) };
    let mut page = Page::about("review", from.lang, code, &regulation.name);
    page.field("regulation", code);
    page.field("name", regulation.name.as_str());
    let given = from.reader.review_answers(code)?;
    let mut forms = Vec::new();
    for checklist in from.reader.all::<Checklist>()? {
        let (answered, findings) = standing(&checklist, &given);
        let whole = checklist.questions.len();
        forms.push(json!({
            "checklist": checklist.code, "name": checklist.name, "name_en": checklist.name_en,
            "answered": answered, "questions": whole, "findings": findings, "answers": answers(&checklist, &given),
        }));
        say(&mut page, &checklist, &given, (answered, findings));
    }
    if forms.is_empty() {
        page.notes.push(W::NoForms.said(&[]));
    }
    page.field("checklists", forms);
    Ok(Some(page))
}

/// A checklist of a page for people: where it stands, and its questions under their criteria.
pub fn say(page: &mut Page, checklist: &Checklist, given: &[ReviewAnswer], (answered, findings): (usize, usize)) {
    let lang = page.lang();
    page.blank();
    page.line(format!("{} ({})", checklist.name_in(lang), checklist.code));
    page.say(W::Standing, &[&answered, &checklist.questions.len(), &findings]);
    let mut group = "";
    for question in &checklist.questions {
        if question.group_in(lang) != group {
            group = question.group_in(lang);
            page.group(group);
        }
        let to = |one: &&ReviewAnswer| one.checklist == checklist.code && one.question == question.id;
        let said = match given.iter().find(to) {
            None => W::Open.text(lang).to_owned(),
            Some(one) => {
                let sign = if question.finds(one.answer) { W::Finding.text(lang) } else { "" };
                let day = one.date.map_or(Cell::Empty, Cell::Day).shown(lang);
                let person = one.person.clone().unwrap_or_default();
                let words = [one.answer.word(lang).to_owned(), sign.to_owned(), one.note.clone(), person, day];
                words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · ")
            }
        };
        page.item(question.id.clone(), format!("{} – {said}", question.text_in(lang)));
    }
}

/// The questions of a checklist with their answers, for programs.
fn answers(checklist: &Checklist, given: &[ReviewAnswer]) -> Vec<Value> {
    let one = |question: &crate::model::Question| {
        let to = |one: &&ReviewAnswer| one.checklist == checklist.code && one.question == question.id;
        let given = given.iter().find(to);
        json!({
            "question": question.id, "text": question.text, "text_en": question.text_en,
            "answer": given.map(|one| one.answer), "finding": given.map(|one| question.finds(one.answer)),
            "note": given.map_or("", |one| &one.note), "person": given.and_then(|one| one.person.clone()),
            "date": given.and_then(|one| one.date), "suggests": question.suggests,
        })
    };
    checklist.questions.iter().map(one).collect()
}
