//! Freezing the baseline of a programme, and dropping it.

use super::Desk;
use crate::model::{Parameter, Programme};
use crate::store::{BaselineOn, Changed};
use crate::text::{Lang, date};
use crate::words::desk::DeskMessage as Say;
use crate::words::store::StoreMessage;
use crate::words::{Fault, Message, Result, Said};
use jiff::civil::Date;

/// What is asked: a baseline for a programme.
#[derive(Debug, Clone, Copy)]
pub struct Freeze<'a> {
    /// Code of the programme.
    pub programme: &'a str,
    /// The day whose state is frozen; the day at which the programme says that its baseline is taken, when nothing.
    pub as_of: Option<Date>,
    /// Whether one that is frozen already is replaced; every figure of the programme is then measured against the new one.
    pub again: bool,
}

/// What was frozen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen {
    /// Code of the programme.
    pub programme: String,
    /// The day whose state was frozen.
    pub as_of: Date,
    /// The day of the baseline that it took the place of.
    pub replaced: Option<Date>,
    /// Number of regulations.
    pub regulations: usize,
    /// Number of rows of their cost sheets.
    pub activities: usize,
    /// Codes of the regulations that are not in it because they came later.
    pub later: Vec<String>,
    /// Codes of the regulations that are not in it because they were gone by then, or are and nothing tells since when.
    pub gone: Vec<String>,
    /// Number of regulations that the programme does not cover.
    pub outside: usize,
    /// Number of regulations that are in it although nothing tells since when they apply.
    pub undated: usize,
    /// Incomes per hour that began later and were used because none of that day is known.
    pub later_rates: Vec<Parameter>,
}

/// How many codes a message names.
const NAMED: usize = 5;

impl Frozen {
    /// What was done, in one line, and what one must know of it, a line each.
    pub fn said(&self) -> (Said, Vec<Said>) {
        let day = |lang: Lang| date::short(self.as_of, lang);
        let done = Say::Frozen.said_by(|lang| {
            vec![self.programme.clone(), day(lang), self.regulations.to_string(), self.activities.to_string()]
        });
        let codes = |all: &[String]| {
            let more = if all.len() > NAMED { ", …" } else { "" };
            all.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ") + more
        };
        let mut notes = Vec::new();
        for (all, say) in [(&self.later, Say::FrozenLater), (&self.gone, Say::FrozenGone)] {
            if !all.is_empty() {
                notes.push(say.said_by(|lang| vec![all.len().to_string(), day(lang), codes(all)]));
            }
        }
        if self.outside > 0 {
            notes.push(Say::FrozenOutside.said(&[&self.outside]));
        }
        if self.undated > 0 {
            notes.push(Say::FrozenUndated.said(&[&self.undated]));
        }
        for rate in &self.later_rates {
            notes.push(
                Say::FrozenLaterRate.said_by(|lang| vec![rate.id.clone(), day(lang), date::short(rate.from, lang)]),
            );
        }
        (done, notes)
    }
}

impl Desk<'_> {
    /// Freezes what was in force on a day, at the incomes per hour of that day, as the baseline of a programme.
    ///
    /// # Errors
    /// Missing, where there is no such programme; usage, where its baseline is frozen already and `again` is not asked for.
    pub fn freeze_baseline(&mut self, asked: Freeze<'_>) -> Result<Changed<Frozen>> {
        let programme = asked.programme;
        self.change(|writer| {
            let known = writer.all::<Programme>()?.into_iter().find(|known| known.code == programme);
            let known = known.ok_or_else(|| Fault::missing(StoreMessage::NoProgramme.said(&[&programme])))?;
            let replaced = writer.baselines()?.into_iter().find(|(frozen, _)| frozen == programme).map(|(_, day)| day);
            if let (false, Some(day)) = (asked.again, replaced) {
                let said = Say::AlreadyFrozen.said_by(|lang| vec![programme.to_owned(), date::short(day, lang)]);
                return Err(Fault::usage(said).hint(Say::AlreadyFrozenHint.said(&[&programme])));
            }
            let as_of = asked.as_of.unwrap_or(known.baseline);
            let BaselineOn { baseline, later, gone, outside, undated, later_rates } =
                writer.baseline_on(programme, as_of)?;
            writer.freeze_baseline(&baseline)?;
            Ok(Frozen {
                programme: known.code,
                as_of,
                replaced,
                regulations: baseline.regulations.len(),
                activities: baseline.activities.len(),
                later,
                gone,
                outside,
                undated,
                later_rates,
            })
        })
    }

    /// Drops the frozen baseline of a programme.
    ///
    /// # Errors
    /// Missing, where none is frozen.
    pub fn drop_baseline(&mut self, programme: &str) -> Result<Changed<()>> {
        self.change(|writer| {
            let dropped = writer.drop_baseline(programme)?;
            if dropped { Ok(()) } else { Err(Fault::missing(Say::NotFrozen.said(&[&programme]))) }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::tests::{desk, imported};
    use crate::store::Workspace;
    use crate::words::FaultKind;
    use jiff::civil::date;

    const GIVEN: &str = r#"
        parameter = [
            { id = "income", from = "2018-01-01", value = 40000, unit = "dong/hour", name = "x", name_en = "x", provenance = "assumption", source = "x" },
            { id = "income", from = "2024-01-01", value = 60000, unit = "dong/hour", name = "x", name_en = "x", provenance = "assumption", source = "x" },
            { id = "late", from = "2023-01-01", value = 10000, unit = "dong/hour", name = "x", name_en = "x", provenance = "assumption", source = "x" },
        ]
        programme = [{ code = "p", name = "P", name_en = "P", baseline = "2020-05-31", targets = [] }]
        regulation = [
            { code = "old", kind = "condition", name = "x", from = "2019-01-01", provenance = "assumption" },
            { code = "on-the-day", kind = "condition", name = "x", from = "2020-05-31", provenance = "assumption" },
            { code = "new", kind = "condition", name = "x", from = "2020-06-01", provenance = "assumption" },
            { code = "undated", kind = "condition", name = "x", provenance = "assumption" },
            { code = "repealed", kind = "condition", name = "x", from = "2019-01-01", status = "repealed", provenance = "assumption" },
            { code = "cut-later", kind = "condition", name = "x", from = "2019-01-01", status = "repealed", provenance = "assumption" },
            { code = "cut-before", kind = "condition", name = "x", from = "2019-01-01", provenance = "assumption" },
        ]
        instrument = [{ number = "1/2021/NĐ-CP", effective = "2021-03-01", provenance = "official" }]
        measure_kind = [{ id = "gone", name = "x", name_en = "x", counts_as = "abolished", order = 1, edits = [{ on = "regulation", do = "drop" }] }]
        measure = [
            { code = "m1", regulation = "cut-later", kind = "gone", title = "x", provenance = "assumption", statuses = [{ status = "in_force", date = "2021-01-01", document = "1/QĐ-A" }] },
            { code = "m2", regulation = "cut-before", kind = "gone", title = "x", provenance = "assumption", statuses = [{ status = "in_force", date = "2020-01-01", document = "1/QĐ-A" }] },
        ]
        [[procedure]]
        regulation = { code = "1.000001", kind = "procedure", name = "x", provenance = "official" }
        bases = [{ number = "1/2021/NĐ-CP" }]
        [[procedure]]
        regulation = { code = "1.000002", kind = "procedure", name = "x", provenance = "official" }
        bases = [{ number = "1/2021/NĐ-CP" }, { number = "2/2011/NĐ-CP", issued = "2011-01-01" }]
        [[procedure]]
        regulation = { code = "1.000003", kind = "procedure", name = "x", provenance = "official" }
        bases = [{ number = "1/2021/NĐ-CP" }, { number = "3/2099/NĐ-CP" }]
        [[sheet]]
        regulation = "old"
        [[sheet.activity]]
        id = "a1"
        group = "other"
        name = "x"
        tariff = "income"
        minutes = "60"
        charges = 0
        times = "1"
        population = 1000
        [[sheet.activity]]
        id = "a2"
        group = "other"
        name = "y"
        tariff = "late"
        minutes = "60"
        charges = 0
        times = "1"
        population = 1
    "#;

    fn freeze(workspace: &mut Workspace, as_of: Option<Date>, again: bool) -> Result<Frozen> {
        Ok(desk(workspace).freeze_baseline(Freeze { programme: "p", as_of, again })?.value)
    }

    #[test]
    fn what_was_in_force_on_the_day_of_the_programme_is_frozen_at_the_rates_of_then() {
        let mut workspace = imported(GIVEN);
        let frozen = freeze(&mut workspace, None, false).unwrap();
        assert_eq!((frozen.as_of, frozen.replaced), (date(2020, 5, 31), None));
        // The first rests on a decree of 2021 alone; of the third's bases one has no day, so that nothing is known.
        assert_eq!(frozen.later, ["1.000001", "new"]);
        assert_eq!(frozen.gone, ["cut-before", "repealed"]);
        assert_eq!(frozen.undated, 2, "“undated” and 1.000003");
        let rates: Vec<(&str, Date)> = frozen.later_rates.iter().map(|rate| (rate.id.as_str(), rate.from)).collect();
        assert_eq!(rates, [("late", date(2023, 1, 1))]);
        let snapshot = workspace.snapshot(date(2026, 1, 1)).unwrap();
        let register = &snapshot.baselines["p"];
        let codes: Vec<&str> = register.subjects.iter().map(|s| s.code.as_str()).collect();
        assert_eq!(codes, ["1.000002", "1.000003", "cut-later", "old", "on-the-day", "undated"]);
        assert_eq!(register.frozen_on, Some(date(2020, 5, 31)));
        // An hour of 1 000 people at 40 000, and of one at 10 000.
        assert_eq!(register.find("old").unwrap().annual.round(), 40_010_000);
        let (_, notes) = frozen.said();
        assert_eq!(notes.len(), 4);
        assert!(
            notes[0].en.contains("2 regulations that came later than 31 May 2020: 1.000001, new"),
            "{}",
            notes[0].en
        );
    }

    #[test]
    fn another_day_is_said_and_another_baseline_asked_for() {
        let mut workspace = imported(GIVEN);
        freeze(&mut workspace, None, false).unwrap();
        let fault = freeze(&mut workspace, None, false).unwrap_err();
        assert_eq!(fault.kind(), FaultKind::Usage);
        assert!(
            fault.message(Lang::Vi).contains("31/5/2020") || fault.message(Lang::Vi).contains("31/05/2020"),
            "{fault}"
        );
        let frozen = freeze(&mut workspace, Some(date(2025, 1, 1)), true).unwrap();
        assert_eq!((frozen.replaced, frozen.later), (Some(date(2020, 5, 31)), Vec::new()));
        let snapshot = workspace.snapshot(date(2026, 1, 1)).unwrap();
        assert_eq!(snapshot.baselines["p"].find("old").unwrap().annual.round(), 60_010_000);
        desk(&mut workspace).drop_baseline("p").unwrap();
        assert_eq!(desk(&mut workspace).drop_baseline("p").unwrap_err().kind(), FaultKind::Missing);
    }
}
