//! Who is to do what is owed, and by when: given for several things at once, in one change.

use super::overwrite::{Figure, Outcome, Standing, last_of};
use super::{Desk, not_found};
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
                let gone = |kind| not_found(kind, &owed.code);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::tests::{desk, imported};
    use crate::model::Measure;
    use jiff::civil::date;

    const TEXT: &str = r#"
        agency = [{ code = "BA", name = "Bộ A", name_en = "Ministry A", kind = "ministry" }]
        regulation = [{ code = "r1", kind = "condition", name = "x", agency = "BA", provenance = "assumption" }]
        measure_kind = [{ id = "gone", name = "x", name_en = "x", counts_as = "abolished", order = 1, edits = [{ on = "regulation", do = "drop" }] }]
        measure = [{ code = "m1", regulation = "r1", kind = "gone", title = "1", provenance = "assumption", person = "Minh", statuses = [{ status = "proposed", date = "2025-01-01" }] }]
        directive = [{ code = "d1", name = "x", date = "2025-01-01" }]
        assignment = [{ code = "a1", directive = "d1", title = "x", leads = ["BA"] }]
        campaign = [{ code = "c1", name = "x", trigger = "x", lead = "BA", instruments = [{ instrument = "1/2020/TT-BTC" }, { instrument = "2/2020/TT-BTC" }] }]
    "#;

    fn owed(kind: DebtKind, code: &str, item: Option<&str>, person: Option<&str>) -> Owed {
        Owed { kind, code: code.into(), item: item.map(str::to_owned), person: person.map(str::to_owned), due: None }
    }

    #[test]
    fn several_things_are_given_to_one_person_in_one_change() {
        let mut workspace = imported(TEXT);
        let all = [
            owed(DebtKind::Assignment, "a1", None, None),
            owed(DebtKind::Measure, "m1", None, Some("Minh")),
            owed(DebtKind::Review, "c1", Some("1/2020/TT-BTC"), None),
            owed(DebtKind::Review, "c1", Some("2/2020/TT-BTC"), None),
        ];
        let due = date(2026, 6, 30);
        let asked = Charge { owed: &all, person: Some(" Lan "), due: Some(Some(due)), overlooked: &[] };
        let done = desk(&mut workspace).charge(asked).unwrap();
        assert_eq!((done.value, done.change.is_some()), (Outcome::Done(4), true));
        let assignment = workspace.all::<Assignment>().unwrap().remove(0);
        let campaign = workspace.all::<Campaign>().unwrap().remove(0);
        let measure: Measure = workspace.measure("m1").unwrap().unwrap();
        let lan = Some("Lan".to_owned());
        assert_eq!((&assignment.person, assignment.due), (&lan, Some(due)));
        assert_eq!((&measure.person, measure.due), (&lan, Some(due)));
        assert_eq!(campaign.due, Some(due));
        assert!(campaign.instruments.iter().all(|item| item.person == lan));
    }

    #[test]
    fn what_another_wrote_meanwhile_stands_until_it_is_overlooked() {
        let mut workspace = imported(TEXT);
        // Minh was written after the list was seen.
        let seen = [owed(DebtKind::Measure, "m1", None, None)];
        let asked = Charge { owed: &seen, person: Some("Lan"), due: None, overlooked: &[] };
        let Outcome::Stands(standing) = desk(&mut workspace).charge(asked).unwrap().value else { panic!("given") };
        assert_eq!((standing[0].field.as_str(), standing[0].figure.value.as_str()), ("person", "Minh"));
        assert_eq!(workspace.measure("m1").unwrap().unwrap().person.as_deref(), Some("Minh"));
        let done = desk(&mut workspace).charge(Charge { overlooked: &standing, ..asked }).unwrap();
        assert_eq!(done.value, Outcome::Done(1));
        assert_eq!(workspace.measure("m1").unwrap().unwrap().person.as_deref(), Some("Lan"));
    }
}
