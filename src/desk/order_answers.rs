//! Answers by hand to orders of amending instruments: kept, replayed, taken back.

use super::Desk;
use crate::law::Document;
use crate::law::amend::fix::{Fix, Kept, Misfit, Ruling, Settled, settle};
use crate::law::amend::{self, Named};
use crate::law::name::place::address_of;
use crate::model::instrument::{is_number, normal_number};
use crate::model::order_answer::mark_of;
use crate::model::{Address, InstrumentVersion, OrderAnswer};
use crate::store::{Changed, Put, Reader, Writer};
use crate::text::clean_line;
use crate::words::amend::AmendMessage as Say;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What is asked: answers to orders of one amending instrument.
#[derive(Debug, Clone)]
pub struct KeepAnswers {
    /// The amending instrument.
    pub amending: Document,
    /// The answers.
    pub fixes: Vec<Fix>,
    /// The instrument at which they aim where they name none.
    pub base: Option<Named>,
    /// A remark.
    pub note: String,
    /// Who answers.
    pub person: Option<String>,
    /// On which day.
    pub date: Date,
}

/// The answers that were given before to orders of some instruments, ready to be replayed.
///
/// # Errors
/// The workspace cannot be read.
pub fn kept_fixes(reader: &Reader) -> Result<Vec<Fix>> {
    Ok(reader.all::<OrderAnswer>()?.iter().filter_map(fix).collect())
}

/// An answer as it is replayed; nothing where another program wrote a place that is none.
pub fn fix(answer: &OrderAnswer) -> Option<Fix> {
    let ruling = match answer.skip.is_empty() {
        true => Ruling::Take(answer.take.clone()),
        false => Ruling::Skip(answer.skip.clone()),
    };
    let base = (!answer.base.is_empty()).then(|| named(&answer.base));
    Some(Fix {
        line: 0,
        by: Some(answer.instrument.clone()),
        at: address_of(&answer.at)?,
        place: if answer.place.is_empty() { None } else { Some(address_of(&answer.place)?) },
        order: None,
        ruling,
        kept: Some(Kept { order: answer.order.clone(), base }),
    })
}

/// An instrument by its number, or by its name.
pub fn named(text: &str) -> Named {
    let number = normal_number(text);
    match is_number(&number) {
        true => Named { number: Some(number), name: None },
        false => Named { number: None, name: Some(text.to_owned()) },
    }
}

/// The one instrument that the read orders of an amendment aim at; nothing where there are several.
fn only_base(amendment: &amend::Amendment) -> Option<Named> {
    let mut aims = amendment.operations.iter().map(|one| &one.instrument);
    let first = aims.next()?;
    aims.all(|other| other.same(first)).then(|| first.clone())
}

/// An answer as it is kept.
fn kept(settled: &Settled, base: Option<&Named>, asked: (&str, Option<&str>, Date)) -> Option<OrderAnswer> {
    let (note, person, date) = asked;
    let (take, skip) = match &settled.ruling {
        Ruling::Take(order) => (order.trim().to_owned(), String::new()),
        Ruling::Skip(reason) => (String::new(), clean_line(reason)),
    };
    let place = settled.place.as_ref().map(ToString::to_string).unwrap_or_default();
    let order = clean_line(&settled.order);
    Some(OrderAnswer {
        instrument: settled.by.number.clone()?,
        at: settled.source.to_string(),
        mark: mark_of(&order, &place),
        order,
        place,
        take,
        skip,
        base: base.and_then(|base| base.number.clone().or_else(|| base.name.clone())).unwrap_or_default(),
        note: clean_line(note),
        person: person.map(clean_line).filter(|person| !person.is_empty()),
        date: Some(date),
    })
}

impl Desk<'_> {
    /// Keeps answers to orders of an amending instrument; gives how many. An answer of earlier at the same place, whose order no longer stands there,
    /// is taken back with it.
    ///
    /// # Errors
    /// Input: the instrument has no number, or an answer fits no order, or several, or says an order that cannot be read.
    pub fn keep_answers(&mut self, asked: &KeepAnswers) -> Result<Changed<usize>> {
        let read = amend::read(&asked.amending);
        let number = read.named.number.clone();
        let number = number.ok_or_else(|| Fault::input(Say::AnswersNoNumber.said(&[])))?;
        let base = asked.base.clone().or_else(|| only_base(&read));
        let own = base.clone().unwrap_or_default();
        let mut left = read.clone();
        let told = |fix: &Fix, misfit: &Misfit| {
            let fault = Fault::input(misfit.said(fix)).hint(Say::FixesHint.said(&[]));
            if fix.line > 0 { fault.at_line(fix.line) } else { fault }
        };
        let mut answers = Vec::new();
        for fix in asked.fixes.iter().filter(|fix| fix.by.is_none() || fix.by.as_ref() == Some(&number)) {
            let settled = settle(&asked.amending, &mut left, &own, fix).map_err(|misfit| told(fix, &misfit))?;
            answers.extend(kept(&settled, base.as_ref(), (&asked.note, asked.person.as_deref(), asked.date)));
        }
        if answers.is_empty() {
            return Err(Fault::input(Say::AnswersNone.said(&[&number])));
        }
        self.change(|writer| {
            let given: BTreeSet<String> = answers.iter().map(|one| one.at.clone()).collect();
            for old in writer.all::<OrderAnswer>()? {
                let gone =
                    || fix(&old).is_none_or(|fix| settle(&asked.amending, &mut read.clone(), &own, &fix).is_err());
                if old.instrument == number && given.contains(&old.at) && gone() {
                    writer.remove_one(&old)?;
                }
            }
            put(writer, &answers)
        })
    }

    /// Keeps a consolidated text as a version of its instrument, and with it the answers by hand that it rests on, in one change.
    ///
    /// # Errors
    /// Input, where there is no such instrument.
    pub fn keep_answered_version(
        &mut self,
        version: &InstrumentVersion,
        settled: &[Settled],
        base: &Named,
    ) -> Result<Changed<Put>> {
        let today = self.today;
        let new = settled.iter().filter(|one| !one.kept);
        let answers: Vec<OrderAnswer> = new.filter_map(|one| kept(one, Some(base), ("", None, today))).collect();
        self.change(|writer| {
            put(writer, &answers)?;
            writer.put_instrument_version(version)
        })
    }

    /// Takes one answer back; gives how many that were.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub fn take_back_answer(&mut self, answer: &OrderAnswer) -> Result<Changed<usize>> {
        self.change(|writer| writer.remove_one(answer).map(usize::from))
    }

    /// Takes answers to orders of an instrument back: those at some places, or all; gives how many.
    ///
    /// # Errors
    /// Missing, where there is nothing of that to take back.
    pub fn clear_answers(&mut self, instrument: &str, places: &[Address]) -> Result<Changed<usize>> {
        let number = normal_number(instrument);
        self.change(|writer| {
            let mut given = writer.all::<OrderAnswer>()?;
            given.retain(|one| one.instrument == number);
            let at: Vec<String> = places.iter().map(ToString::to_string).collect();
            if let Some(other) = at.iter().find(|at| !given.iter().any(|one| one.at == **at)) {
                return Err(Fault::missing(Say::AnswersNotAt.said(&[&number, other])).hint(Say::AnswersSee.said(&[])));
            }
            given.retain(|one| at.is_empty() || at.contains(&one.at));
            if given.is_empty() {
                return Err(Fault::missing(Say::AnswersNone.said(&[&number])).hint(Say::AnswersSee.said(&[])));
            }
            for one in &given {
                writer.remove_one(one)?;
            }
            Ok(given.len())
        })
    }
}

/// Puts answers; gives how many. Each replaces the one before to the same order as a whole.
fn put(writer: &Writer<'_>, answers: &[OrderAnswer]) -> Result<usize> {
    for answer in answers {
        writer.put(answer)?;
    }
    Ok(answers.len())
}
