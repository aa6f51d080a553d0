//! What dossiers suggest: accepted, which makes a measure, or dismissed, which makes one that is rejected.

use super::Desk;
use crate::reform::suggest::{SuggestRules, Suggestion};
use crate::store::{Changed, Reader};
use crate::text::{Lang, clean_line};
use crate::words::suggest::SuggestWord as Say;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;

/// Suggestions to be accepted.
#[derive(Debug, Clone, Copy)]
pub struct AcceptSuggestions<'a> {
    /// Their ids.
    pub ids: &'a [String],
    /// The rules by which they are found.
    pub rules: &'a SuggestRules,
    /// The day on which the measures are proposed.
    pub day: Date,
    /// By when they are due.
    pub due: Option<Date>,
    /// The person responsible.
    pub person: Option<&'a str>,
    /// Language of the titles and reasons of the measures.
    pub lang: Lang,
}

/// Suggestions to be dismissed.
#[derive(Debug, Clone, Copy)]
pub struct DismissSuggestions<'a> {
    /// Their ids.
    pub ids: &'a [String],
    /// The rules by which they are found.
    pub rules: &'a SuggestRules,
    /// Why they are none.
    pub reason: &'a str,
    /// Language of the titles of the measures.
    pub lang: Lang,
}

impl Desk<'_> {
    /// Makes proposed measures of suggestions that are still there; gives id and code of each.
    ///
    /// # Errors
    /// Missing, where there is no such suggestion (any more); usage, where two aim at the same component.
    pub fn accept_suggestions(&mut self, asked: AcceptSuggestions<'_>) -> Result<Changed<Vec<(String, String)>>> {
        let person = asked.person.map(clean_line).filter(|person| !person.is_empty());
        let today = self.today;
        self.change(|writer| {
            let found = writer.suggestions(asked.rules, today)?;
            let mut chosen: Vec<&Suggestion> = Vec::new();
            for id in asked.ids {
                let one = find_suggestion(&found, id)?;
                let same = |other: &&&Suggestion| {
                    let aim = one.component.is_some() || other.kind == one.kind;
                    other.regulation == one.regulation && other.component == one.component && aim
                };
                if let Some(other) = chosen.iter().find(same) {
                    return Err(Fault::usage(Say::SameComponent.said(&[&other.id, id])));
                }
                chosen.push(one);
            }
            let mut made = Vec::new();
            for one in chosen {
                let mut measure = one.measure(&holder(writer, one, asked.lang)?, asked.lang, asked.day);
                measure.person.clone_from(&person);
                measure.due = asked.due;
                made.push((one.id.clone(), writer.put_measure(&measure)?.0));
            }
            Ok(made)
        })
    }

    /// Remembers that suggestions are none, as measures that are rejected; gives id and code of each.
    ///
    /// # Errors
    /// Missing, where there is no such suggestion (any more); usage, where no reason is given.
    pub fn dismiss_suggestions(&mut self, asked: DismissSuggestions<'_>) -> Result<Changed<Vec<(String, String)>>> {
        let reason = clean_line(asked.reason);
        if reason.is_empty() {
            return Err(Fault::usage(Say::NoReason.said(&[])));
        }
        let today = self.today;
        self.change(|writer| {
            let found = writer.suggestions(asked.rules, today)?;
            let mut made = Vec::new();
            for id in asked.ids {
                let one = find_suggestion(&found, id)?;
                let measure = one.dismissed(&holder(writer, one, asked.lang)?, asked.lang, today, &reason);
                made.push((one.id.clone(), writer.put_measure(&measure)?.0));
            }
            Ok(made)
        })
    }
}

/// The suggestion with an id.
///
/// # Errors
/// Missing, where there is none.
pub fn find_suggestion<'s>(found: &'s [Suggestion], id: &str) -> Result<&'s Suggestion> {
    let missing = || Fault::missing(Say::NotThere.said(&[&id])).hint(Say::NotThereHint.said(&[]));
    found.iter().find(|one| one.id == id).ok_or_else(missing)
}

/// The name of who keeps the data that a suggestion rests on; nothing where it rests on none.
fn holder(reader: &Reader, suggestion: &Suggestion, lang: Lang) -> Result<String> {
    let Some(held) = &suggestion.held else { return Ok(String::new()) };
    Ok(reader.agency_names(lang)?.of(&held.holder).to_owned())
}
