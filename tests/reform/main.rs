//! Measures and progress against published figures and hand counts.

#![allow(clippy::unwrap_used, clippy::panic)]

mod counting;
mod counts;
mod in_time;
mod sets;

use jiff::civil::{Date, date};
use std::collections::BTreeMap;
use tinhgon::cost::CostRow;
use tinhgon::model::{
    Action, ActivityGroup, Cell, CountsAs, Edit, Fraction, KindParameter, Measure, MeasureKind, MeasureStatus, Metric,
    Programme, Provenance, RegulationKind, Selector, Stage, StatusEntry, Target, TargetKind, Unit,
};
use tinhgon::reform::{GroupBy, Register, Snapshot, Subject, SubjectRow, apply, progress, set_effect};

fn fraction(text: &str) -> Fraction {
    Fraction::parse(text).expect(text)
}

fn row(id: &str, group: ActivityGroup, component: Option<&str>, minutes: &str, charges: i64) -> SubjectRow {
    SubjectRow {
        id: id.into(),
        group,
        component: component.map(Into::into),
        row: CostRow {
            minutes: fraction(minutes),
            hourly: fraction("60000"),
            outsourcing: Fraction::ZERO,
            charges: Fraction::whole(charges),
            times: Fraction::ONE,
            population: Fraction::whole(100),
        },
    }
}

fn subject(code: &str, agency: &str, kind: RegulationKind, rows: Vec<SubjectRow>) -> Subject {
    let annual = rows.iter().fold(Fraction::ZERO, |sum, r| sum.plus(r.row.annual().expect("annual")).expect("sum"));
    Subject {
        code: code.into(),
        kind,
        agency: Some(agency.into()),
        field: None,
        electronic: false,
        processing_hours: Some(Fraction::whole(80)),
        annual,
        has_sheet: !rows.is_empty(),
        one: Fraction::ZERO,
        waits: false,
        concerns: None,
        components: None,
        rows,
    }
}

fn kind(id: &str, order: u32, counts_as: CountsAs, parameters: &[&str], edits: Vec<Edit>) -> MeasureKind {
    let parameter = |id: &&str| KindParameter {
        id: (*id).into(),
        name: (*id).into(),
        name_en: (*id).into(),
        unit: Unit::Percent,
        default: None,
    };
    MeasureKind {
        level: None,
        weight: None,
        id: id.into(),
        name: id.into(),
        name_en: id.into(),
        counts_as,
        order,
        targets: TargetKind::None,
        parameters: parameters.iter().map(parameter).collect(),
        edits,
        source: String::new(),
    }
}

fn edit(on: Selector, action: Action, cell: Option<Cell>, value: Option<&str>) -> Edit {
    Edit { on, action, cell, value: value.map(Into::into) }
}

fn kinds() -> BTreeMap<String, MeasureKind> {
    let drop = |on| edit(on, Action::Drop, None, None);
    let all = [
        kind("abolish", 10, CountsAs::Abolished, &[], vec![drop(Selector::Regulation)]),
        kind("remove", 20, CountsAs::Simplified, &[], vec![drop(Selector::Targets)]),
        kind(
            "half",
            30,
            CountsAs::Simplified,
            &[],
            vec![edit(Selector::All, Action::Scale, Some(Cell::Minutes), Some("50"))],
        ),
        kind(
            "fewer",
            40,
            CountsAs::Simplified,
            &["times"],
            vec![edit(Selector::All, Action::Cap, Some(Cell::Times), Some("$times"))],
        ),
        kind(
            "fee",
            50,
            CountsAs::Simplified,
            &["fee"],
            vec![edit(Selector::Fees, Action::Cap, Some(Cell::Charges), Some("$fee"))],
        ),
        kind(
            "time",
            60,
            CountsAs::Simplified,
            &["days"],
            vec![edit(Selector::ProcessingTime, Action::Cap, None, Some("$days"))],
        ),
    ];
    all.into_iter().map(|k| (k.id.clone(), k)).collect()
}

fn measure(
    code: &str,
    regulation: &str,
    kind: &str,
    values: &[(&str, &str)],
    steps: &[(MeasureStatus, Date)],
) -> Measure {
    Measure {
        level: None,
        weight: None,
        code: code.into(),
        regulation: regulation.into(),
        kind: kind.into(),
        targets: Vec::new(),
        values: values.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect(),
        title: code.into(),
        reason: String::new(),
        evidence: String::new(),
        provision: None,
        instrument: None,
        authority: None,
        current_text: String::new(),
        proposed_text: String::new(),
        person: None,
        due: None,
        provenance: Provenance::Assumption,
        note: String::new(),
        statuses: steps
            .iter()
            .map(|(status, date)| StatusEntry {
                status: *status,
                date: *date,
                document: None,
                until: None,
                note: String::new(),
            })
            .collect(),
    }
}

const START: Date = date(2026, 1, 1);

fn proposed(code: &str, regulation: &str, kind: &str, values: &[(&str, &str)]) -> Measure {
    measure(code, regulation, kind, values, &[(MeasureStatus::Proposed, START)])
}

fn snapshot(subjects: Vec<Subject>, measures: Vec<Measure>) -> Snapshot {
    Snapshot {
        live: Register { frozen_on: None, subjects },
        measures,
        kinds: kinds(),
        working_day: Fraction::whole(8),
        ..Snapshot::default()
    }
}

/// V1 of the cost page: 12 → 4 times × 250.000 đ × 325.000 businesses: 975 → 325 billion.
#[test]
fn v1_tax_filing_from_twelve_to_four_times() {
    let mut filing = row("a1", ActivityGroup::Other, None, "0", 250_000);
    filing.row.times = Fraction::whole(12);
    filing.row.population = Fraction::whole(325_000);
    let subject = subject("tax", "BTC", RegulationKind::Procedure, vec![filing]);
    let m = proposed("m", "tax", "fewer", &[("times", "4")]);
    let effect = set_effect(&subject, &[&m], &snapshot(vec![], vec![]));
    assert_eq!(effect.before.annual, fraction("975000000000"));
    assert_eq!(effect.after.outcome.annual, fraction("325000000000"));
    assert_eq!(effect.saved(), fraction("650000000000"));
    assert_eq!(tinhgon::text::number::percent(650, 975, 2, tinhgon::text::Lang::Vi), "66,67%");
}

/// V2: certificate of origin 60.000 → 30.000 đ per dossier: 50%.
#[test]
fn v2_certificate_of_origin_at_half_the_fee() {
    let subject =
        subject("co", "BCT", RegulationKind::Procedure, vec![row("a1", ActivityGroup::Fees, None, "0", 60_000)]);
    let m = proposed("m", "co", "fee", &[("fee", "30000")]);
    let effect = set_effect(&subject, &[&m], &snapshot(vec![], vec![]));
    assert_eq!(
        effect.saved().times(Fraction::whole(100)).unwrap().over(effect.before.annual),
        Some(Fraction::whole(50))
    );
}

/// Two cuts on one procedure: a component of 60 min removed (6.000.000 a year), then the remaining 120 min halved.
/// By hand: 180 min × 1.000 đ × 100 = 18.000.000; alone they save 6.000.000 and 9.000.000; together 6 + 6 = 12.000.000.
#[test]
fn a_set_is_computed_on_the_set() {
    let rows = vec![
        row("a1", ActivityGroup::Dossier, Some("c1"), "60", 0),
        row("a2", ActivityGroup::Submission, None, "120", 0),
    ];
    let subject = subject("p", "BTP", RegulationKind::Procedure, rows);
    let mut remove = proposed("m1", "p", "remove", &[]);
    remove.targets = vec!["c1".into()];
    let half = proposed("m2", "p", "half", &[]);
    let effect = set_effect(&subject, &[&half, &remove], &snapshot(vec![], vec![]));
    assert_eq!(effect.before.annual, fraction("18000000"));
    assert_eq!(effect.saved(), fraction("12000000"));
    let by_code: BTreeMap<&str, (Fraction, Fraction)> =
        effect.each.iter().map(|e| (e.code.as_str(), (e.alone, e.within))).collect();
    assert_eq!(by_code["m1"], (fraction("6000000"), fraction("3000000")));
    assert_eq!(by_code["m2"], (fraction("9000000"), fraction("6000000")));
}

#[test]
fn what_is_abolished_saves_all_of_it_once() {
    let subject =
        subject("p", "BTP", RegulationKind::Procedure, vec![row("a1", ActivityGroup::Fees, None, "60", 5_000)]);
    let abolish = proposed("m1", "p", "abolish", &[]);
    let fee = proposed("m2", "p", "fee", &[("fee", "0")]);
    let after = apply(&subject, &[&fee, &abolish], &snapshot(vec![], vec![])).outcome;
    assert!(after.abolished && !after.simplified);
    assert_eq!(after.annual, Fraction::ZERO);
    assert_eq!(after.processing_hours, Some(Fraction::ZERO));
}

#[test]
fn a_measure_with_several_edits_is_told_of_once_and_only_when_none_finds_a_row() {
    let two = |id: &str, on: [Selector; 2]| {
        let edits = on.map(|on| edit(on, Action::Drop, None, None)).to_vec();
        (id.to_owned(), kind(id, 50, CountsAs::Simplified, &[], edits))
    };
    let one = subject("p", "BTP", RegulationKind::Procedure, vec![row("a1", ActivityGroup::Fees, None, "10", 0)]);
    let mut snapshot = snapshot(vec![one.clone()], vec![]);
    snapshot.kinds.extend([
        two("some", [Selector::Fees, Selector::Inspection]),
        two("none", [Selector::Dossier, Selector::Inspection]),
    ]);
    let (some, none) = (proposed("m1", "p", "some", &[]), proposed("m2", "p", "none", &[]));
    assert_eq!(apply(&one, &[&some], &snapshot).issues, []);
    let issues = apply(&one, &[&none], &snapshot).issues;
    assert_eq!(issues.iter().map(|issue| issue.measure.as_str()).collect::<Vec<_>>(), ["m2"]);
}

#[test]
fn what_cannot_be_done_is_told_and_changes_nothing() {
    let subject =
        subject("p", "BTP", RegulationKind::Procedure, vec![row("a1", ActivityGroup::Fees, None, "60", 5_000)]);
    let missing = proposed("m1", "p", "fee", &[]);
    let unknown = proposed("m2", "p", "no-such-kind", &[]);
    let after = apply(&subject, &[&missing, &unknown], &snapshot(vec![], vec![]));
    assert_eq!(after.outcome.annual, subject.annual);
    let who: Vec<&str> = after.issues.iter().map(|i| i.measure.as_str()).collect();
    assert_eq!(who, ["m2", "m1"]);
}

fn programme() -> Programme {
    let target = |id: &str, metric, kinds: &[RegulationKind]| Target {
        kinds: kinds.to_vec(),
        ..Target::new(id, metric, Fraction::whole(20), date(2026, 12, 31))
    };
    Programme {
        scope: Default::default(),
        counting: Default::default(),
        published: Vec::new(),
        code: "test".into(),
        name: "thử".into(),
        name_en: "test".into(),
        instrument: None,
        baseline: START,
        source: String::new(),
        targets: vec![
            target("count", Metric::CutOrSimplified, &[]),
            target("conditions", Metric::ConditionsAbolished, &[]),
            target("cost", Metric::CostSaved, &[RegulationKind::Procedure]),
            target("time", Metric::TimeSaved, &[RegulationKind::Procedure]),
        ],
    }
}

/// Ten procedures of 60 min (6.000.000 a year, 80 h each) and two conditions. By hand: one abolished (in force since 1/3),
/// one fee cut proposed, one time limit from 10 to 5 days approved on 1/4, one condition abolished, approved on 1/4.
#[test]
fn progress_by_stage_and_day() {
    let mut subjects: Vec<Subject> = (0..10)
        .map(|n| {
            let agency = if n < 4 { "BTP" } else { "BCA" };
            subject(
                &format!("p{n}"),
                agency,
                RegulationKind::Procedure,
                vec![row("a1", ActivityGroup::Fees, None, "60", 0)],
            )
        })
        .collect();
    for n in 0..2 {
        let mut condition = subject(&format!("z{n}"), "BTP", RegulationKind::Condition, vec![]);
        condition.processing_hours = None;
        subjects.push(condition);
    }
    use MeasureStatus::{Approved, InForce, Proposed};
    let measures = vec![
        measure(
            "m1",
            "p0",
            "abolish",
            &[],
            &[(Proposed, START), (Approved, date(2026, 2, 1)), (InForce, date(2026, 3, 1))],
        ),
        proposed("m2", "p1", "half", &[]),
        measure("m3", "p5", "time", &[("days", "5")], &[(Proposed, START), (Approved, date(2026, 4, 1))]),
        measure("m4", "z0", "abolish", &[], &[(Proposed, START), (Approved, date(2026, 4, 1))]),
        measure("m5", "p2", "abolish", &[], &[(Proposed, START), (MeasureStatus::Rejected, date(2026, 2, 1))]),
    ];
    let snapshot = snapshot(subjects, measures);
    let on = |day| progress(&snapshot, &programme(), day, Some(GroupBy::Agency));

    let late = on(date(2026, 7, 1));
    let achieved = |target: usize, stage| late.targets[target].total.at(stage).achieved;
    assert_eq!(late.targets[0].total.baseline, Fraction::whole(12));
    assert_eq!(achieved(0, Stage::Planned), Fraction::whole(4));
    assert_eq!(achieved(0, Stage::Approved), Fraction::whole(3));
    assert_eq!(achieved(0, Stage::InForce), Fraction::ONE);
    assert_eq!(achieved(1, Stage::Approved), Fraction::ONE);
    assert_eq!(late.targets[1].total.at(Stage::Approved).percent, Some(Fraction::whole(50)));
    assert!(late.targets[1].total.at(Stage::Approved).met && !late.targets[1].total.at(Stage::InForce).met);
    assert_eq!(late.targets[2].total.baseline, fraction("60000000"));
    assert_eq!(achieved(2, Stage::Planned), fraction("9000000"));
    assert_eq!(achieved(2, Stage::InForce), fraction("6000000"));
    assert_eq!(late.targets[2].total.at(Stage::InForce).gap, fraction("6000000"));
    assert_eq!(achieved(3, Stage::Approved), Fraction::whole(80 + 40));
    let by_agency: Vec<(Option<&str>, Fraction)> =
        late.targets[0].groups.iter().map(|g| (g.key.as_deref(), g.at(Stage::Planned).achieved)).collect();
    assert_eq!(by_agency, [(Some("BCA"), Fraction::ONE), (Some("BTP"), Fraction::whole(3))]);

    let early = on(date(2026, 2, 15));
    assert_eq!(early.targets[0].total.at(Stage::Approved).achieved, Fraction::ONE);
    assert_eq!(early.targets[0].total.at(Stage::InForce).achieved, Fraction::ZERO);
    let before = on(date(2025, 12, 31));
    assert_eq!(before.targets[0].total.at(Stage::Planned).achieved, Fraction::ZERO);
}

#[test]
fn a_frozen_baseline_does_not_move_and_newcomers_stand_apart() {
    let old = subject("p0", "BTP", RegulationKind::Procedure, vec![row("a1", ActivityGroup::Fees, None, "60", 0)]);
    let mut corrected = old.clone();
    corrected.rows[0].row.minutes = Fraction::whole(600);
    corrected.annual = fraction("60000000");
    let new = subject("p1", "BTP", RegulationKind::Procedure, vec![row("a1", ActivityGroup::Fees, None, "30", 0)]);
    let mut snapshot = snapshot(vec![corrected, new], vec![proposed("m", "p0", "half", &[])]);
    let frozen = Register { frozen_on: Some(START), subjects: vec![old] };
    snapshot.baselines.insert("test".into(), frozen);
    let report = progress(&snapshot, &programme(), date(2026, 7, 1), None);
    assert_eq!(report.targets[2].total.baseline, fraction("6000000"));
    assert_eq!(report.targets[2].total.at(Stage::Planned).achieved, fraction("3000000"));
    assert_eq!((report.newcomers.regulations, report.newcomers.annual), (1, fraction("3000000")));
}
