//! Suggestions for the workspace: its dossiers read with its register, weighed with its cost sheets.

use super::Reader;
use crate::model::{Checklist, Component, ReviewAnswer, StateData};
use crate::reform::suggest::{Book, Source, SuggestRules, Suggestion, of_reviews, open, order, suggest, weigh};
use crate::words::store::StoreMessage;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Suggestions that a measure answers, with its code.
pub type Answered = Vec<(Suggestion, String)>;

impl Reader {
    /// The cuts that can be suggested on a day and that no measure answers yet, with what each saves; the greatest saving first.
    ///
    /// # Errors
    /// A parameter is missing, a figure does not fit, or the workspace cannot be read.
    pub fn suggestions(&self, rules: &SuggestRules, day: Date) -> Result<Vec<Suggestion>> {
        Ok(self.suggestions_with_answered(rules, day)?.0)
    }

    /// The same, with those that a measure answers, and its code.
    ///
    /// # Errors
    /// As [`Self::suggestions`].
    pub fn suggestions_with_answered(&self, rules: &SuggestRules, day: Date) -> Result<(Vec<Suggestion>, Answered)> {
        // All of one moment, whatever another program writes meanwhile.
        let reading = self.one_moment()?;
        let book = Book::new(&self.all::<StateData>()?, rules);
        let book = book.ok_or_else(|| Fault::input(StoreMessage::RegisterTooLarge.said(&[])))?;
        let mut found = suggest(&book, &self.dossiers()?, &self.paper_reports()?);
        let answers = self.all::<ReviewAnswer>()?;
        if !answers.is_empty() {
            let kinds = self.measure_kinds()?;
            found.extend(of_reviews(&self.reviewed()?, &self.all::<Checklist>()?, &answers, &kinds));
        }
        let codes: BTreeSet<String> = found.iter().map(|s| s.regulation.clone()).collect();
        drop(reading);
        let snapshot = self.snapshot_with(day, &codes)?;
        let (mut found, answered) = open(found, &snapshot);
        weigh(&mut found, &snapshot, day);
        order(&mut found);
        Ok((found, answered))
    }

    /// The procedures in force with their dossiers.
    fn dossiers(&self) -> Result<Vec<Source>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT r.code, r.name, r.agency, r.field, c.id, c.\"group\", c.name, c.certified, c.note
             FROM component AS c JOIN regulation AS r ON r.code = c.regulation
             WHERE r.status = 'in_force' ORDER BY c.regulation, c.position",
        )?;
        let mut rows = statement.query([])?;
        let mut sources: Vec<Source> = Vec::new();
        while let Some(row) = rows.next()? {
            let code = row.get_ref(0)?.as_str().map_err(|error| Fault::from(rusqlite::Error::from(error)))?;
            if sources.last().is_none_or(|last| last.code != code) {
                sources.push(Source {
                    code: code.to_owned(),
                    name: row.get(1)?,
                    agency: row.get(2)?,
                    field: row.get(3)?,
                    components: Vec::new(),
                });
            }
            if let Some(last) = sources.last_mut() {
                last.components.push(Component {
                    id: row.get(4)?,
                    group: row.get(5)?,
                    name: row.get(6)?,
                    form: None,
                    originals: None,
                    copies: None,
                    certified: row.get(7)?,
                    note: row.get(8)?,
                });
            }
        }
        Ok(sources)
    }

    /// The reports in force that are not electronic.
    fn paper_reports(&self) -> Result<Vec<Source>> {
        self.bare("kind = 'report' AND NOT electronic")
    }

    /// The regulations in force that were reviewed.
    fn reviewed(&self) -> Result<Vec<Source>> {
        self.bare("code IN (SELECT regulation FROM review_answer)")
    }

    /// The regulations in force that fit a condition, without their dossiers.
    fn bare(&self, condition: &str) -> Result<Vec<Source>> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT code, name, agency, field FROM regulation WHERE status = 'in_force' AND {condition} ORDER BY code"
        ))?;
        let found = statement.query_map([], |row| {
            Ok(Source {
                code: row.get(0)?,
                name: row.get(1)?,
                agency: row.get(2)?,
                field: row.get(3)?,
                components: Vec::new(),
            })
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}
