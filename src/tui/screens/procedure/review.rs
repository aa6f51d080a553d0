//! The questions of a checklist for the regulation in hand: chosen, asked, kept.

use super::Loaded;
use crate::desk::AnswerReview;
use crate::model::{Answered, Checklist, ReviewAnswer};
use crate::tui::layers::{Chooser, Field, Form, Item};
use crate::tui::screen::{After, Effect, Shared, Verb};
use crate::words::Message;
use crate::words::review::ReviewWord as W;

/// Asks which checklist, where there are several.
pub(super) fn choose(loaded: &Loaded, shared: &Shared) -> Effect {
    if let [one] = loaded.checklists.as_slice() {
        return form(&loaded.regulation.code, one, &loaded.answers, shared);
    }
    let item = |one: &Checklist| {
        let (code, answers, checklist) = (loaded.regulation.code.clone(), loaded.answers.clone(), one.clone());
        let answered = one.answers(&answers).count();
        let right = format!("{answered}/{}", one.questions.len());
        Item::new(one.name_in(shared.lang), right, move |shared: &Shared| {
            vec![form(&code, &checklist, &answers, shared)]
        })
        .also(&one.code)
    };
    let items = loaded.checklists.iter().map(item).collect();
    Effect::Over(Box::new(Chooser::new(shared.word(W::ChooseForm), items).wide(90)))
}

/// The questions of a checklist with what was answered.
fn form(code: &str, checklist: &Checklist, answers: &[ReviewAnswer], shared: &Shared) -> Effect {
    let lang = shared.lang;
    let mut fields = Vec::new();
    for question in &checklist.questions {
        let to = |one: &&ReviewAnswer| one.checklist == checklist.code && one.question == question.id;
        let known = answers.iter().find(to);
        let mut options = vec![(String::new(), shared.word(W::Open).to_owned())];
        options.extend(Answered::ALL.iter().map(|one| (one.name().to_owned(), one.word(lang).to_owned())));
        let chosen = known.map_or("", |one| one.answer.name());
        fields.push(Field::told(question.group_in(lang), question.text_in(lang)));
        fields.push(Field::choice(&question.id, shared.word(W::AnswerLabel), options, chosen));
        fields.push(Field::line(&note(&question.id), shared.word(W::NoteLabel), known.map_or("", |one| &one.note)));
    }
    let title = W::FormTitle.with(lang, &[&code, &checklist.name_in(lang)]);
    let first = checklist.questions.first().map(|question| question.id.clone()).unwrap_or_default();
    let (code, checklist, known) = (code.to_owned(), checklist.clone(), answers.to_vec());
    Form::new(title, fields, move |answers, shared| {
        let mut given = Vec::new();
        let mut gone = Vec::new();
        for question in &checklist.questions {
            let to = |one: &&ReviewAnswer| one.checklist == checklist.code && one.question == question.id;
            let before = known.iter().find(to);
            let typed = answers.get(&note(&question.id)).cloned().unwrap_or_default();
            match answers.get(&question.id).and_then(|name| Answered::parse(name)) {
                Some(answer) if before.is_none_or(|one| one.answer != answer || one.note != typed) => {
                    given.push((question.id.clone(), answer, Some(typed)));
                }
                None if before.is_some() => gone.push(question.id.clone()),
                _ => {}
            }
        }
        let mut verbs = Vec::new();
        if !gone.is_empty() {
            let (code, form, gone) = (code.clone(), checklist.code.clone(), gone);
            verbs.push(Verb::plain("tui review", move |desk| {
                let cleared = desk.clear_review(&code, Some(&form), &gone)?;
                Ok(crate::store::Changed { value: After::said(W::Saved.said(&[&code])), change: cleared.change })
            }));
        }
        if !given.is_empty() {
            let asked = AnswerReview {
                regulation: code.clone(),
                checklist: Some(checklist.code.clone()),
                answers: given,
                person: None,
                date: shared.today,
            };
            verbs.push(Verb::plain("tui review", move |desk| {
                let set = desk.answer_review(&asked)?;
                let said = After::said(W::Saved.said(&[&asked.regulation]));
                Ok(crate::store::Changed { value: said, change: set.change })
            }));
        }
        Ok(verbs)
    })
    .at(&first)
    .open()
}

/// The field of the note to a question.
fn note(question: &str) -> String {
    format!("{question}/note")
}
