//! Linked services: procedures done as one, with the work they share counted once.
//!
//! The rule. A service names rows of the sheets of its members that are the same work. Who does the members as one does this work
//! once: of its rows the one that costs most each time is kept, the others are saved. How often that happens in a year is the
//! smallest number of occasions (times a year × how many comply) among the rows, since no more can need all of them, × the share of
//! those who do them as one (the uptake). So
//!
//! saved a year = smallest number of occasions × uptake × (sum of the costs of one time − the greatest of them).
//!
//! After measures the rule is applied to the rows that the measures left, so that nothing is saved twice: where a measure took the
//! submission of a member away already, there is nothing left to share. A row belongs to one shared work; where a service names it
//! again, the first counts. A row that no sheet has counts as no work.

use crate::model::{Fraction, LinkedService, Measure, SharedWork};
use crate::reform::evaluate::{outcome, rows_left};
use crate::reform::{Register, Snapshot, SubjectRow};
use crate::words::reform::ReformWord;
use crate::words::{Message, Said};
use std::collections::BTreeSet;

/// A linked service in figures: before and after a set of measures, separately and as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedFigures {
    /// Code of the service.
    pub code: String,
    /// Its members, in the order in which they are done.
    pub members: Vec<MemberFigure>,
    /// Without measures.
    pub before: LinkedState,
    /// With the measures.
    pub after: LinkedState,
}

/// What a member costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberFigure {
    /// Code of the regulation.
    pub code: String,
    /// Whether it is in force and has a cost sheet; what has none costs nothing here.
    pub has_sheet: bool,
    /// Whether its sheet waits for the number of those who comply; nothing of it is counted then.
    pub waits: bool,
    /// Cost per year before measures, đồng.
    pub before: Fraction,
    /// After measures.
    pub after: Fraction,
}

/// The cost of a group, done separately and done as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedState {
    /// Cost per year when each member is done for itself: the sum of the members, đồng.
    pub separate: Fraction,
    /// Cost per year when those who do them as one do the shared work once.
    pub as_one: Fraction,
    /// Each shared work.
    pub shared: Vec<SharedFigure>,
}

impl LinkedState {
    /// Saved per year by doing the shared work once, đồng.
    pub fn saved(&self) -> Fraction {
        self.separate.less(self.as_one)
    }
}

/// One shared work in figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedFigure {
    /// What it is.
    pub name: String,
    /// Its rows that have work, in the order of the service.
    pub rows: Vec<SharedRowFigure>,
    /// How often a year it is done once instead of several times.
    pub occasions: Fraction,
    /// Saved per year, đồng; nothing where fewer than two rows have work.
    pub saved: Fraction,
}

/// A row of a shared work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedRowFigure {
    /// Code of the member.
    pub regulation: String,
    /// Id of the row.
    pub row: String,
    /// Cost of one time, đồng.
    pub one: Fraction,
    /// Occasions a year: times × how many comply.
    pub occasions: Fraction,
    /// It is the one that is kept.
    pub kept: bool,
}

/// The figures of a linked service under a set of measures; measures on other regulations are ignored. The rows of the members must be
/// in the register.
///
/// # Errors
/// The figures are too large to compute exactly.
pub fn linked_figures(
    service: &LinkedService,
    register: &Register,
    measures: &[&Measure],
    snapshot: &Snapshot,
) -> Result<LinkedFigures, Said> {
    let mut members = Vec::new();
    let (mut rows, mut left) = (Vec::new(), Vec::new());
    for code in &service.members {
        let Some(subject) = register.find(code) else {
            let none = Fraction::ZERO;
            members.push(MemberFigure {
                code: code.clone(),
                has_sheet: false,
                waits: false,
                before: none,
                after: none,
            });
            continue;
        };
        let too_large = || ReformWord::TooLarge.said(&[&service.code]);
        let after = outcome(subject, measures, snapshot).ok_or_else(too_large)?;
        members.push(MemberFigure {
            code: code.clone(),
            has_sheet: subject.has_sheet,
            waits: subject.waits,
            before: subject.annual,
            after: after.annual,
        });
        rows.push((code.as_str(), subject.rows.clone()));
        left.push((code.as_str(), rows_left(subject, measures, snapshot)));
    }
    let figures = || {
        let before = state(service, &rows, members.iter().map(|m| m.before), &mut BTreeSet::new())?;
        let after = state(service, &left, members.iter().map(|m| m.after), &mut BTreeSet::new())?;
        Some((before, after))
    };
    let (before, after) = figures().ok_or_else(|| ReformWord::TooLarge.said(&[&service.code]))?;
    Ok(LinkedFigures { code: service.code.clone(), members, before, after })
}

/// What doing the shared work of all services once saves per year, without measures. A row that two services share counts in the first.
///
/// # Errors
/// The figures are too large to compute exactly.
pub fn shared_saving(services: &[LinkedService], register: &Register) -> Result<Fraction, Said> {
    let mut used = BTreeSet::new();
    let mut sum = Fraction::ZERO;
    for service in services {
        let members =
            service.members.iter().filter_map(|code| Some((code.as_str(), register.find(code)?.rows.clone())));
        let members: Vec<_> = members.collect();
        let state = state(service, &members, std::iter::empty(), &mut used);
        let saved = state.and_then(|state| sum.minus(state.as_one));
        sum = saved.ok_or_else(|| ReformWord::TooLarge.said(&[&service.code]))?;
    }
    Ok(sum)
}

fn state<'s>(
    service: &'s LinkedService,
    rows: &[(&str, Vec<SubjectRow>)],
    mut annual: impl Iterator<Item = Fraction>,
    used: &mut BTreeSet<(&'s str, &'s str)>,
) -> Option<LinkedState> {
    let separate = annual.try_fold(Fraction::ZERO, Fraction::plus)?;
    let share = service.uptake.unwrap_or(Fraction::whole(100)).over(Fraction::whole(100))?;
    let shared: Vec<SharedFigure> =
        service.shared.iter().map(|work| shared_work(work, rows, share, used)).collect::<Option<_>>()?;
    let saved = shared.iter().try_fold(Fraction::ZERO, |sum, work| sum.plus(work.saved))?;
    Some(LinkedState { separate, as_one: separate.minus(saved)?, shared })
}

fn shared_work<'w>(
    work: &'w SharedWork,
    rows: &[(&str, Vec<SubjectRow>)],
    share: Fraction,
    used: &mut BTreeSet<(&'w str, &'w str)>,
) -> Option<SharedFigure> {
    let mut figures = Vec::new();
    for named in &work.rows {
        if !used.insert((&named.regulation, &named.row)) {
            continue;
        }
        let member = rows.iter().find(|(code, _)| *code == named.regulation);
        let Some(row) = member.and_then(|(_, rows)| rows.iter().find(|row| row.id == named.row)) else { continue };
        let occasions = row.row.times.times(row.row.population)?;
        if occasions.is_zero() {
            continue;
        }
        let (regulation, id) = (named.regulation.clone(), named.row.clone());
        figures.push(SharedRowFigure { regulation, row: id, one: row.row.one()?, occasions, kept: false });
    }
    let (mut occasions, mut saved) = (Fraction::ZERO, Fraction::ZERO);
    if figures.len() > 1 {
        let fewest = figures.iter().map(|row| row.occasions).min()?;
        occasions = fewest.times(share)?;
        // The first of the costliest, so that the answer does not depend on chance.
        let most = figures.iter().map(|row| row.one).max()?;
        if let Some(kept) = figures.iter_mut().find(|row| row.one == most) {
            kept.kept = true;
        }
        let all = figures.iter().try_fold(Fraction::ZERO, |sum, row| sum.plus(row.one))?;
        saved = all.minus(most)?.times(occasions)?;
    }
    Some(SharedFigure { name: work.name.clone(), rows: figures, occasions, saved })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cost::CostRow;
    use crate::model::{
        Action, ActivityGroup, Cell, CountsAs, Edit, MeasureKind, RegulationKind, Selector, SharedRow, TargetKind,
    };
    use crate::reform::Subject;
    use jiff::civil::date;
    use proptest::prelude::*;

    /// Rows of charges only, so that a hand can compute: (id, đồng of one time, times a year, people).
    fn subject(code: &str, rows: &[(&str, i64, i64, i64)]) -> Subject {
        let row = |(id, one, times, people): &(&str, i64, i64, i64)| SubjectRow {
            id: (*id).to_owned(),
            group: ActivityGroup::Submission,
            component: None,
            row: CostRow {
                minutes: Fraction::ZERO,
                hourly: Fraction::whole(60_000),
                outsourcing: Fraction::ZERO,
                charges: Fraction::whole(*one),
                times: Fraction::whole(*times),
                population: Fraction::whole(*people),
            },
        };
        Subject {
            code: code.to_owned(),
            kind: RegulationKind::Procedure,
            agency: None,
            field: None,
            electronic: false,
            processing_hours: None,
            annual: Fraction::whole(rows.iter().map(|(_, one, times, people)| one * times * people).sum()),
            has_sheet: true,
            one: Fraction::ZERO,
            waits: false,
            concerns: None,
            components: None,
            rows: rows.iter().map(row).collect(),
        }
    }

    fn service(shared: &[&[(&str, &str)]], uptake: Option<i64>) -> LinkedService {
        let work = |rows: &&[(&str, &str)]| SharedWork {
            name: "nộp".to_owned(),
            rows: rows.iter().map(|(r, row)| SharedRow { regulation: (*r).into(), row: (*row).into() }).collect(),
            source: String::new(),
        };
        LinkedService {
            code: "lt".to_owned(),
            name: String::new(),
            name_en: None,
            members: vec!["a".to_owned(), "b".to_owned(), "gone".to_owned()],
            shared: shared.iter().map(work).collect(),
            limits: Vec::new(),
            uptake: uptake.map(Fraction::whole),
            source: String::new(),
        }
    }

    /// The kind `link` takes the submission away.
    fn snapshot(subjects: Vec<Subject>) -> Snapshot {
        let edit = Edit { on: Selector::Submission, action: Action::Cap, cell: Some(Cell::Charges), value: None };
        let kind = MeasureKind {
            id: "link".to_owned(),
            name: String::new(),
            name_en: String::new(),
            counts_as: CountsAs::Simplified,
            order: 1,
            level: None,
            weight: None,
            targets: TargetKind::None,
            parameters: Vec::new(),
            edits: vec![edit],
            source: String::new(),
        };
        let live = Register { frozen_on: None, subjects };
        Snapshot { live, kinds: [("link".to_owned(), kind)].into(), ..Snapshot::default() }
    }

    fn link(code: &str) -> Measure {
        Measure { code: format!("{code}-m1"), ..Measure::proposed(code, "link", date(2026, 1, 1)) }
    }

    fn figures(service: &LinkedService, measures: &[&Measure], snapshot: &Snapshot) -> LinkedFigures {
        linked_figures(service, &snapshot.live, measures, snapshot).unwrap()
    }

    #[test]
    fn shared_work_is_done_once_by_those_who_do_it_as_one() {
        // a: 100 people × 2 times × 30 đ = 6 000; b: 150 × 1 × 50 = 7 500; together 13 500.
        let snapshot = snapshot(vec![subject("a", &[("x", 30, 2, 100)]), subject("b", &[("y", 50, 1, 150)])]);
        let both: &[&[(&str, &str)]] = &[&[("a", "x"), ("b", "y")]];
        // The fewest occasions are 150; the row of 50 đ is kept, the one of 30 đ saved: 150 × 30 = 4 500.
        let all = figures(&service(both, None), &[], &snapshot);
        assert_eq!(all.before.separate, Fraction::whole(13_500));
        assert_eq!(all.before.as_one, Fraction::whole(9_000));
        assert_eq!(all.before.shared[0].occasions, Fraction::whole(150));
        assert_eq!(all.before.shared[0].rows.iter().map(|r| r.kept).collect::<Vec<_>>(), [false, true]);
        assert!(!all.members[2].has_sheet, "a member that is not in force costs nothing");
        // One in three: 1 500.
        let some = LinkedService { uptake: Fraction::new(100, 3), ..service(both, None) };
        assert_eq!(figures(&some, &[], &snapshot).before.saved(), Fraction::whole(1_500));
    }

    #[test]
    fn measures_first_then_what_is_left_is_shared() {
        let snapshot = snapshot(vec![subject("a", &[("x", 30, 2, 100)]), subject("b", &[("y", 50, 1, 150)])]);
        let service = service(&[&[("a", "x"), ("b", "y")]], None);
        // `link` on b takes its 7 500 away; the submission of a (6 000) is kept and there is nothing left to share.
        let one = figures(&service, &[&link("b")], &snapshot);
        assert_eq!((one.after.separate, one.after.as_one), (Fraction::whole(6_000), Fraction::whole(6_000)));
        assert_eq!(one.before.as_one, Fraction::whole(9_000));
        let none = figures(&service, &[&link("a"), &link("b")], &snapshot);
        assert_eq!((none.after.as_one, none.after.saved()), (Fraction::ZERO, Fraction::ZERO));
    }

    #[test]
    fn what_is_named_twice_or_not_there_is_not_counted_twice() {
        let snapshot = snapshot(vec![subject("a", &[("x", 30, 1, 100)]), subject("b", &[("y", 30, 1, 100)])]);
        let twice = service(&[&[("a", "x"), ("b", "y")], &[("a", "x"), ("b", "y")]], None);
        assert_eq!(figures(&twice, &[], &snapshot).before.saved(), Fraction::whole(3_000));
        let absent = service(&[&[("a", "x"), ("b", "z"), ("gone", "x")]], None);
        assert_eq!(figures(&absent, &[], &snapshot).before.saved(), Fraction::ZERO);
        let services = [service(&[&[("a", "x"), ("b", "y")]], None), twice];
        assert_eq!(shared_saving(&services, &snapshot.live), Ok(Fraction::whole(3_000)));
    }

    #[test]
    fn what_is_too_large_is_said() {
        let mut large = subject("a", &[("x", 1, 1, 1)]);
        let row = &mut large.rows[0].row;
        (row.charges, row.times) = (Fraction::whole(i64::MAX), Fraction::whole(i64::MAX));
        row.population = Fraction::whole(i64::MAX);
        let other = Subject { code: "b".to_owned(), ..large.clone() };
        let snapshot = snapshot(vec![large, other]);
        assert!(linked_figures(&service(&[&[("a", "x"), ("b", "x")]], None), &snapshot.live, &[], &snapshot).is_err());
    }

    proptest! {
        /// Done person by person: each of the fewest does every row but the costliest for nothing.
        #[test]
        fn equals_going_from_person_to_person(
            rows in prop::collection::vec((0_i64..1000, 1_i64..30), 2..5),
        ) {
            let named: Vec<String> = (0..rows.len()).map(|n| format!("r{n}")).collect();
            let of_a: Vec<_> = rows.iter().zip(&named).map(|((one, people), id)| (id.as_str(), *one, 1, *people)).collect();
            let snapshot = snapshot(vec![subject("a", &of_a)]);
            let pairs: Vec<(&str, &str)> = named.iter().map(|id| ("a", id.as_str())).collect();
            let service = service(&[&pairs], None);
            let fewest = rows.iter().map(|(_, people)| *people).min().unwrap();
            let mut paid = 0;
            for person in 0..rows.iter().map(|(_, people)| *people).max().unwrap() {
                let mine: Vec<i64> = rows.iter().filter(|(_, people)| person < *people).map(|(one, _)| *one).collect();
                paid += if person < fewest { *mine.iter().max().unwrap() } else { mine.iter().sum() };
            }
            let state = figures(&service, &[], &snapshot).before;
            prop_assert_eq!(state.as_one, Fraction::whole(paid));
            prop_assert!(!state.saved().is_negative());
        }
    }
}
