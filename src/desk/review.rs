//! Reviews of a regulation: the questions of a checklist answered, and answers taken back.

use super::{Desk, no_regulation, not_found};
use crate::model::{Answered, Checklist, Kind, ReviewAnswer};
use crate::store::{Changed, Reader};
use crate::text::clean_line;
use crate::words::review::ReviewWord as W;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;

/// What is asked: answers to questions for a regulation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerReview {
    /// Code of the regulation.
    pub regulation: String,
    /// Code of the checklist; nothing where each question stands in one alone.
    pub checklist: Option<String>,
    /// Questions by their ids, with their answers and why; where no reason is given, that which is there stays.
    pub answers: Vec<(String, Answered, Option<String>)>,
    /// Who answers.
    pub person: Option<String>,
    /// On which day.
    pub date: Date,
}

impl Desk<'_> {
    /// Answers questions for a regulation; gives how many of the answers find something wrong.
    ///
    /// # Errors
    /// Missing, where there is no such regulation, checklist or question; usage, where a question stands in several checklists.
    pub fn answer_review(&mut self, asked: &AnswerReview) -> Result<Changed<usize>> {
        let person = asked.person.as_deref().map(clean_line).filter(|person| !person.is_empty());
        self.change(|writer| {
            let code = asked.regulation.as_str();
            writer.regulation(code)?.ok_or_else(|| no_regulation(code))?;
            let known = writer.review_answers(code)?;
            let checklists = checklists(writer, asked.checklist.as_deref())?;
            let mut found = 0;
            for (question, answer, note) in &asked.answers {
                let checklist = asking(&checklists, question)?;
                let same = |one: &&ReviewAnswer| one.checklist == checklist.code && one.question == *question;
                let before = known.iter().find(same);
                let note = note.as_deref().map(clean_line);
                writer.put(&ReviewAnswer {
                    regulation: code.to_owned(),
                    checklist: checklist.code.clone(),
                    question: question.clone(),
                    answer: *answer,
                    note: note.or_else(|| before.map(|one| one.note.clone())).unwrap_or_default(),
                    person: person.clone().or_else(|| before.and_then(|one| one.person.clone())),
                    date: Some(asked.date),
                })?;
                found += usize::from(checklist.question(question).is_some_and(|one| one.finds(*answer)));
            }
            Ok(found)
        })
    }

    /// Takes answers of a regulation back: those to some questions, or all of a checklist, or all; gives how many.
    ///
    /// # Errors
    /// Missing, where there is nothing of that to take back.
    pub fn clear_review(
        &mut self,
        regulation: &str,
        checklist: Option<&str>,
        questions: &[String],
    ) -> Result<Changed<usize>> {
        self.change(|writer| {
            let mut given = writer.review_answers(regulation)?;
            given.retain(|one| checklist.is_none_or(|code| one.checklist == code));
            if let Some(other) = questions.iter().find(|id| !given.iter().any(|one| one.question == **id)) {
                return Err(
                    Fault::missing(W::NotAnswered.said(&[&regulation, other])).hint(W::See.said(&[&regulation]))
                );
            }
            given.retain(|one| questions.is_empty() || questions.contains(&one.question));
            if given.is_empty() {
                return Err(Fault::missing(W::NoAnswers.said(&[&regulation])));
            }
            for one in &given {
                writer.remove_one(one)?;
            }
            Ok(given.len())
        })
    }
}

/// The checklists with a code, or all where none is asked for.
fn checklists(reader: &Reader, code: Option<&str>) -> Result<Vec<Checklist>> {
    let mut all = reader.all::<Checklist>()?;
    if let Some(code) = code {
        all.retain(|one| one.code == code);
        if all.is_empty() {
            return Err(not_found(Kind::Checklist, code));
        }
    }
    Ok(all)
}

/// The checklist that asks a question.
fn asking<'c>(checklists: &'c [Checklist], question: &str) -> Result<&'c Checklist> {
    let asking: Vec<&Checklist> = checklists.iter().filter(|one| one.question(question).is_some()).collect();
    match asking.as_slice() {
        [one] => Ok(one),
        [] => {
            let ids = checklists.iter().flat_map(|one| one.questions.iter().map(|known| known.id.as_str()));
            let ids: Vec<&str> = ids.collect();
            Err(Fault::missing(W::NoQuestion.said(&[&question])).hint(W::Questions.said(&[&ids.join(", ")])))
        }
        several => {
            let codes: Vec<&str> = several.iter().map(|one| one.code.as_str()).collect();
            Err(Fault::usage(W::SeveralForms.said(&[&question, &codes.join(", ")])))
        }
    }
}
