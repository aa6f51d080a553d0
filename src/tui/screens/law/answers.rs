//! What an amending instrument leaves for review, answered by hand: each line is chosen, taken or passed over, and the answer is kept and replayed.

use super::Law;
use crate::desk::KeepAnswers;
use crate::law::Document;
use crate::law::amend::fix::{Fix, Kept, Ruling};
use crate::law::amend::{self, Unresolved};
use crate::model::order_answer::mark_of;
use crate::model::{Address, OrderAnswer};
use crate::store::{Changed, Reader};
use crate::text::clean_line;
use crate::tui::layers::{Chooser, Field, Form, Item, Refusal};
use crate::tui::screen::{After, Effect, Shared, Verb};
use crate::tui::status::Sign;
use crate::words::amend::AmendMessage as Say;
use crate::words::law_screen::LawScreenWord as L;
use crate::words::screen::ScreenWord as W;
use crate::words::{Message, Result};

/// The answers that are kept to orders of an instrument.
pub(super) fn of(reader: &Reader, number: &str) -> Result<Vec<OrderAnswer>> {
    let mut all = reader.all::<OrderAnswer>()?;
    all.retain(|one| one.instrument == number);
    Ok(all)
}

/// An order that is answered, or may be.
#[derive(Debug, Clone)]
struct Line {
    at: Address,
    order: String,
    reason: Say,
    known: Option<OrderAnswer>,
}

impl Line {
    fn of(one: &Unresolved, answers: &[OrderAnswer]) -> Self {
        let (at, mark) = (one.source.to_string(), mark_of(&one.sentence, ""));
        let known = answers.iter().find(|answer| answer.at == at && answer.mark == mark).cloned();
        Self { at: one.source.clone(), order: clean_line(&one.sentence), reason: one.reason.said(), known }
    }

    /// What became of it, in short.
    fn told(&self, shared: &Shared) -> String {
        match &self.known {
            None => shared.word(self.reason).to_owned(),
            Some(answer) => ruled(answer, shared),
        }
    }
}

/// How an order was answered, in short.
fn ruled(answer: &OrderAnswer, shared: &Shared) -> String {
    let (word, said) =
        if answer.skip.is_empty() { (Say::AnswerTake, &answer.take) } else { (Say::AnswerSkip, &answer.skip) };
    format!("{}: {}", shared.word(word), clean_line(said))
}

impl Law {
    /// Asks which line for review is to be answered.
    pub(super) fn ask_answers(&self, shared: &Shared) -> Effect {
        let text = self.reading.as_ref().and_then(|reading| {
            reading.versions.iter().find(|one| Some(&one.name) == reading.version.as_ref()).map(|one| one.text.clone())
        });
        let document = Document::read(&text.unwrap_or_default());
        let read = amend::read(&document);
        let lines: Vec<Line> = read.unresolved.iter().map(|one| Line::of(one, &self.answers)).collect();
        let used = |answer: &OrderAnswer| lines.iter().any(|line| line.known.as_ref() == Some(answer));
        let others: Vec<OrderAnswer> = self.answers.iter().filter(|answer| !used(answer)).cloned().collect();
        if lines.is_empty() && others.is_empty() {
            return Effect::Say(Sign::Info, shared.word(L::NothingToAnswer).to_owned());
        }
        let asked = lines.into_iter().map(|line| {
            let (label, right) = (format!("{}: {}", line.at, line.order), line.told(shared));
            let document = document.clone();
            Item::new(label, right, move |shared: &Shared| vec![form(&line, &document, shared)])
        });
        // What was answered of orders that were read, or that no longer stand there, can be taken back.
        let kept = others.into_iter().map(|answer| {
            let label = format!("{}: {}", answer.at, answer.order);
            Item::new(label, ruled(&answer, shared), move |_: &Shared| vec![take_back(&answer)])
        });
        let items = asked.chain(kept).collect();
        Effect::Over(Box::new(Chooser::new(shared.word(W::DoAnswerOrders), items).wide(110)))
    }
}

/// Takes an answer back.
fn take_back(answer: &OrderAnswer) -> Effect {
    let answer = answer.clone();
    Verb::plain("tui law fixes", move |desk| {
        let gone = desk.take_back_answer(&answer)?;
        let said = After::said(Say::AnswersCleared.said(&[&answer.instrument, &gone.value]));
        Ok(Changed { value: said, change: gone.change })
    })
}

/// The form in which a line is answered; empty, its answer is taken back.
fn form(line: &Line, document: &Document, shared: &Shared) -> Effect {
    let known = |field: fn(&OrderAnswer) -> &str| line.known.as_ref().map(field).unwrap_or_default().to_owned();
    let person = line.known.as_ref().and_then(|one| one.person.clone()).unwrap_or_default();
    let fields = vec![
        Field::told(shared.word(Say::Order), &line.order),
        Field::told(shared.word(Say::Reason), shared.word(line.reason)),
        Field::text("take", shared.word(Say::AnswerTake), &known(|one| &one.take)).hint(shared.word(L::TakeHint)),
        Field::line("skip", shared.word(Say::AnswerSkip), &known(|one| &one.skip)).hint(shared.word(L::SkipHint)),
        Field::line("note", shared.word(Say::AnswerNote), &known(|one| &one.note)),
        Field::line("person", shared.word(Say::AnswerPerson), &person),
    ];
    let title = format!("{}: {}", shared.word(W::DoAnswerOrders).trim_end_matches('…'), line.at);
    let (line, document) = (line.clone(), document.clone());
    let form = Form::new(title, fields, move |answers, shared| {
        let answer = |name: &str| answers.get(name).map(|typed| typed.trim().to_owned()).unwrap_or_default();
        let ruling = match (answer("take"), answer("skip")) {
            (take, skip) if !take.is_empty() && !skip.is_empty() => {
                return Err(Refusal::of("skip", shared.word(Say::FixTwice)));
            }
            (take, skip) if take.is_empty() && skip.is_empty() => {
                return match &line.known {
                    Some(known) => Ok(vec![take_back(known)]),
                    None => Err(Refusal::of("take", shared.word(Say::FixUnanswered))),
                };
            }
            (take, skip) if skip.is_empty() => Ruling::Take(take),
            (_, skip) => Ruling::Skip(skip),
        };
        // It is for the very order that is seen.
        let kept = Some(Kept { order: line.order.clone(), base: None });
        let fix = Fix { line: 0, by: None, at: line.at.clone(), place: None, order: None, ruling, kept };
        let person = Some(answer("person")).filter(|person| !person.is_empty());
        let asked = KeepAnswers {
            amending: document.clone(),
            fixes: vec![fix],
            base: None,
            note: answer("note"),
            person,
            date: shared.today,
        };
        Ok(vec![Verb::plain("tui law fixes", move |desk| {
            let kept = desk.keep_answers(&asked)?;
            Ok(Changed { value: After::said(Say::AnswersKept.said(&[&kept.value])), change: kept.change })
        })])
    });
    form.at("take").open()
}
