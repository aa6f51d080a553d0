//! Who owes what, by hand.

use super::*;
use crate::model::{AgencyName, AssignmentStep, Holiday, Provenance, StatusEntry};
use jiff::civil::date;

fn agency(code: &str, kind: AgencyKind) -> Agency {
    Agency {
        code: code.into(),
        name: code.into(),
        name_en: None,
        kind,
        official_code: None,
        names: Vec::<AgencyName>::new(),
        successors: Vec::new(),
        source: String::new(),
    }
}

fn assignment(code: &str, leads: &[&str], due: Option<Date>) -> Assignment {
    Assignment {
        code: code.into(),
        directive: "d".into(),
        title: format!("Việc {code}"),
        title_en: Some(format!("Work {code}")),
        leads: leads.iter().map(|l| (*l).into()).collect(),
        cooperating: Vec::new(),
        deliverable: String::new(),
        due,
        person: None,
        note: String::new(),
        source: String::new(),
        steps: Vec::new(),
    }
}

fn step(agency: Option<&str>, status: AssignmentStatus, day: Date) -> AssignmentStep {
    AssignmentStep { agency: agency.map(Into::into), status, date: day, evidence: "x".into(), note: String::new() }
}

fn ledger() -> Ledger {
    let holiday = |day| Holiday { date: day, name: String::new(), worked: false, provenance: Provenance::Official };
    Ledger {
        agencies: vec![
            agency("BCA", AgencyKind::Ministry),
            agency("NHNN", AgencyKind::MinisterialBody),
            agency("QH", AgencyKind::CentralBody),
            agency("T01", AgencyKind::Province),
        ],
        directives: vec![Directive {
            code: "d".into(),
            name: "d".into(),
            name_en: None,
            date: date(2023, 7, 12),
            issuer: None,
            document: None,
            source: String::new(),
        }],
        calendar: Calendar::new(&[holiday(date(2023, 9, 1)), holiday(date(2023, 9, 4))]),
        ..Ledger::default()
    }
}

/// Kind, code, item, agency, standing, since, days late.
type Row = (DebtKind, String, Option<String>, Option<String>, &'static str, Option<Date>, u32);

fn rows(ledger: &Ledger, day: Date) -> Vec<Row> {
    let row = |d: Debt| (d.kind, d.code, d.item, d.agency, d.standing.name(), d.since, d.days_late);
    owes(ledger, day).into_iter().map(row).collect()
}

#[test]
fn every_ministry_owes_its_own_part() {
    let mut ledger = ledger();
    let leads = ["provinces", "ministries", "T01"];
    assert_eq!(bearers(&leads.map(String::from), &ledger.agencies), ["T01", "BCA", "NHNN"]);
    let mut work = assignment("a", &["ministries"], Some(date(2023, 8, 31)));
    work.steps = vec![
        step(None, AssignmentStatus::UnderWay, date(2023, 8, 1)),
        step(Some("NHNN"), AssignmentStatus::Done, date(2023, 8, 20)),
    ];
    ledger.assignments = vec![work];
    let on = |day| rows(&ledger, day).into_iter().map(|r| (r.3.unwrap(), r.4, r.5.unwrap(), r.6)).collect::<Vec<_>>();
    assert_eq!(on(date(2023, 7, 11)), [], "the directive was not given yet");
    let given = date(2023, 7, 12);
    assert_eq!(on(given), [("BCA".into(), "open", given, 0), ("NHNN".into(), "open", given, 0)]);
    // 31/8 was a Thursday; 1/9 and 4/9 are days off here, so Wednesday 6/9 is the second working day after it.
    assert_eq!(on(date(2023, 9, 6)), [("BCA".into(), "under_way", date(2023, 8, 1), 2)]);
    let whole = |day| whole_on(&ledger.assignments[0], &ledger, day);
    assert_eq!(whole(date(2023, 7, 31)), AssignmentStatus::Open);
    assert_eq!(whole(date(2023, 8, 31)), AssignmentStatus::UnderWay);
    ledger.assignments[0].steps.push(step(Some("BCA"), AssignmentStatus::Cancelled, date(2023, 9, 7)));
    assert_eq!(whole_on(&ledger.assignments[0], &ledger, date(2023, 9, 7)), AssignmentStatus::Done);
    assert_eq!(rows(&ledger, date(2023, 9, 7)), []);
    let done: Vec<(String, Date)> =
        deeds(&ledger, "NHNN", date(2023, 9, 7)).into_iter().map(|d| (d.code, d.date)).collect();
    assert_eq!(done, [("a".to_owned(), date(2023, 8, 20))]);
    assert_eq!(deeds(&ledger, "BCA", date(2023, 9, 7)), []);
}

#[test]
fn a_measure_is_owed_from_its_due_date_or_its_approval_until_it_is_in_force() {
    let mut ledger = ledger();
    ledger.regulations.insert("r".into(), "BCA".into());
    let mut due = Measure::proposed("r", "k", date(2023, 7, 1));
    due.code = "due".into();
    due.due = Some(date(2023, 9, 1));
    let mut idle = Measure::proposed("elsewhere", "k", date(2023, 7, 1));
    idle.code = "idle".into();
    let entry = |status, day| StatusEntry { status, date: day, document: None, until: None, note: String::new() };
    idle.statuses.push(entry(MeasureStatus::Approved, date(2023, 8, 1)));
    due.statuses.push(entry(MeasureStatus::InForce, date(2023, 9, 12)));
    ledger.measures = vec![due, idle];
    let on = |day| rows(&ledger, day).into_iter().map(|r| (r.1, r.3, r.4, r.6)).collect::<Vec<_>>();
    assert_eq!(on(date(2023, 7, 2)), [("due".into(), Some("BCA".into()), "proposed", 0)]);
    // Friday 1/9 is a day off, so the term ends on Tuesday 5/9; Friday 8/9 is three working days after it.
    let late = [("due".into(), Some("BCA".into()), "proposed", 3), ("idle".into(), None, "approved", 0)];
    assert_eq!(on(date(2023, 9, 8)), late);
    assert_eq!(on(date(2023, 9, 12)), [("idle".into(), None, "approved", 0)]);
    assert_eq!(deeds(&ledger, "BCA", date(2023, 9, 12)).len(), 1);
}

#[test]
fn an_instrument_is_owed_until_its_outcome_has_a_measure() {
    let mut ledger = ledger();
    let item = |number: &str, outcome, day, measures: &[&str]| Reviewed {
        instrument: number.into(),
        outcome,
        date: day,
        person: Some("Lan".into()),
        measures: measures.iter().map(|m| (*m).into()).collect(),
        reason: String::new(),
    };
    let found = Some(date(2023, 8, 10));
    let campaign = Campaign {
        code: "c".into(),
        name: "Rà soát".into(),
        name_en: Some("Review".into()),
        assignment: None,
        trigger: "luật mới".into(),
        lead: Some("BCA".into()),
        due: None,
        instruments: vec![
            item("1/2020/NĐ-CP", None, None, &[]),
            item("2/2020/NĐ-CP", Some(Outlook::Keep), found, &[]),
            item("3/2020/NĐ-CP", Some(Outlook::Amend), found, &[]),
            item("4/2020/NĐ-CP", Some(Outlook::Repeal), found, &["m"]),
        ],
        source: String::new(),
    };
    ledger.campaigns = vec![campaign.clone()];
    let on = |day| rows(&ledger, day).into_iter().map(|r| (r.2.unwrap(), r.4, r.5)).collect::<Vec<_>>();
    let open = ("1/2020/NĐ-CP".to_owned(), "under_review", None);
    assert_eq!(on(date(2023, 8, 10)), [open, ("3/2020/NĐ-CP".into(), "without_measure", found)]);
    assert_eq!(on(date(2023, 8, 9)).len(), 4, "no outcome was known on the day before");
    let state = crate::reform::campaign_state(&campaign, &[], date(2023, 8, 10));
    assert_eq!(
        (state.instruments, state.open, state.without_measure),
        (4, vec!["1/2020/NĐ-CP".into()], vec!["3/2020/NĐ-CP".into()])
    );
    let counts: Vec<usize> = state.outcomes.iter().map(|(_, count)| *count).collect();
    assert_eq!(counts, [1, 1, 1, 0], "keep, amend, repeal, replace");
    assert_eq!(state.unknown_measures, [("4/2020/NĐ-CP".to_owned(), "m".to_owned())]);
}

#[test]
fn totals_count_by_whoever_owes() {
    let mut ledger = ledger();
    ledger.assignments = vec![
        assignment("a", &["BCA", "T01"], Some(date(2023, 8, 31))),
        assignment("b", &["BCA"], Some(date(2023, 10, 2))),
        assignment("c", &["BCA"], None),
    ];
    let debts = owes(&ledger, date(2023, 9, 5));
    let found = totals(&debts, |debt| debt.agency.as_deref());
    let row = |t: &DebtTotal| (t.who.clone().unwrap(), t.open, t.late, t.longest, t.next_due);
    let found: Vec<_> = found.iter().map(row).collect();
    assert_eq!(found, [("BCA".into(), 3, 1, 1, Some(date(2023, 10, 2))), ("T01".into(), 1, 1, 1, None)]);
    assert_eq!(totals(&debts, |debt| debt.person.as_deref()).len(), 1, "nobody is named");
}
