//! Who is to do what is owed, and by when: given for several things at once, in one change.

use super::overwrite::{Figure, Outcome, Standing, last_of};
use super::{Desk, missing};
use crate::model::{Assignment, Campaign, Kind};
use crate::reform::DebtKind;
use crate::store::{Changed, Writer};
use crate::text::clean_line;
use crate::words::Result;
use jiff::civil::Date;

/// Something that is owed, as it was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// What kind of thing it is.
    pub kind: DebtKind,
    /// Code of the assignment, measure or campaign.
    pub code: String,
    /// Of a review, the number of the instrument.
    pub item: Option<String>,
    /// The person that was seen.
    pub person: Option<String>,
    /// The due date that was seen; of a review that of its campaign.
    pub due: Option<Date>,
}

/// What is asked: a person and a due date for what is owed.
#[derive(Debug, Clone, Copy)]
pub struct Charge<'a> {
    /// What is owed.
    pub owed: &'a [Owed],
    /// The person responsible, taken out where it is empty; nothing to let it be.
    pub person: Option<&'a str>,
    /// By when; `Some(None)` takes the date out, nothing lets it be.
    pub due: Option<Option<Date>>,
    /// What stands there instead of what was seen, and may be written over.
    pub overlooked: &'a [Standing],
}

impl Charge<'_> {
    /// Notes a field in which something else stands than was seen.
    fn look(
        &self,
        writer: &Writer<'_>,
        (place, code, field): (&str, &str, &str),
        (seen, is): (String, String),
        standing: &mut Vec<Standing>,
    ) -> Result<()> {
        let known = self.overlooked.iter().any(|one| one.field == field && one.figure.value == is);
        if seen != is && !known {
            let last = last_of(writer, place, &[code], field)?;
            let figure = Figure { value: is, provenance: None };
            standing.push(Standing { field: field.to_owned(), expected: seen, figure, last });
        }
        Ok(())
    }

    /// Gives person and due date to one thing, where what was seen stands there.
    fn give(
        &self,
        writer: &Writer<'_>,
        (owed, place): (&Owed, &str),
        (person, due): (&mut Option<String>, &mut Option<Date>),
        standing: &mut Vec<Standing>,
    ) -> Result<()> {
        let day = |day: &Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        if let Some(given) = self.person {
            let seen = owed.person.clone().unwrap_or_default();
            let is = person.clone().unwrap_or_default();
            self.look(writer, (place, &owed.code, "person"), (seen, is), standing)?;
            *person = Some(clean_line(given)).filter(|person| !person.is_empty());
        }
        if let Some(given) = self.due {
            self.look(writer, (place, &owed.code, "due"), (day(&owed.due), day(due)), standing)?;
            *due = given;
        }
        Ok(())
    }
}

impl Desk<'_> {
    /// Gives a person and a due date to what is owed, all of it or nothing; gives how many things it was given to.
    ///
    /// # Errors
    /// Missing, where one of them is not there (any more).
    pub fn charge(&mut self, asked: Charge<'_>) -> Result<Changed<Outcome<usize>>> {
        self.change(|writer| {
            let mut standing = Vec::new();
            let (mut assignments, mut campaigns, mut measures) = (Vec::new(), Vec::<Campaign>::new(), Vec::new());
            for owed in asked.owed {
                let gone = |kind| missing(kind, &owed.code);
                match owed.kind {
                    DebtKind::Assignment => {
                        let found = writer.all::<Assignment>()?.into_iter().find(|a| a.code == owed.code);
                        let mut found = found.ok_or_else(|| gone(Kind::Assignment))?;
                        let fields = (&mut found.person, &mut found.due);
                        asked.give(writer, (owed, "assignment"), fields, &mut standing)?;
                        assignments.push(found);
                    }
                    DebtKind::Measure => {
                        let mut found = writer.measure(&owed.code)?.ok_or_else(|| gone(Kind::Measure))?;
                        let fields = (&mut found.person, &mut found.due);
                        asked.give(writer, (owed, "measure"), fields, &mut standing)?;
                        measures.push(found);
                    }
                    DebtKind::Review => {
                        // Several instruments of one campaign are given to it one after the other.
                        let taken = campaigns.iter().position(|c| c.code == owed.code);
                        let stored =
                            || writer.all::<Campaign>().map(|all| all.into_iter().find(|c| c.code == owed.code));
                        let mut campaign = match taken {
                            Some(at) => campaigns.swap_remove(at),
                            None => stored()?.ok_or_else(|| gone(Kind::Campaign))?,
                        };
                        let mut due = if taken.is_some() { owed.due } else { campaign.due };
                        let item = campaign.instruments.iter_mut().find(|i| Some(&i.instrument) == owed.item.as_ref());
                        let item = item.ok_or_else(|| gone(Kind::Campaign))?;
                        let fields = (&mut item.person, &mut due);
                        asked.give(writer, (owed, "campaign"), fields, &mut standing)?;
                        campaign.due = due;
                        campaigns.push(campaign);
                    }
                }
            }
            if !standing.is_empty() {
                return Ok(Outcome::Stands(standing));
            }
            assignments.iter().try_for_each(|one| writer.put(one).map(|_| ()))?;
            campaigns.iter().try_for_each(|one| writer.put(one).map(|_| ()))?;
            measures.iter().try_for_each(|one| writer.put_measure(one).map(|_| ()))?;
            Ok(Outcome::Done(asked.owed.len()))
        })
    }
}
