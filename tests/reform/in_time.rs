//! What moved since a frozen baseline, and what is expected ahead, by hand.

use super::*;
use proptest::prelude::*;
use tinhgon::reform::{Burden, ChangeKind, forecast};

const TODAY: Date = date(2026, 7, 1);

fn million(tenths: i64) -> Fraction {
    Fraction::whole(tenths * 100_000)
}

/// A procedure of 80 working hours with rows of so many minutes; a minute is 100.000 đồng a year.
fn procedure(code: &str, minutes: &[i64]) -> Subject {
    let rows = minutes
        .iter()
        .enumerate()
        .map(|(at, minutes)| row(&format!("a{}", at + 1), ActivityGroup::Dossier, None, &minutes.to_string(), 0));
    subject(code, "BTP", RegulationKind::Procedure, rows.collect())
}

/// A has 60 minutes of work and a fee of 10.000: 7,0 million; B 30 minutes, C 20, D 10: together 13,0 million.
fn baseline() -> Vec<Subject> {
    let a = subject(
        "A",
        "BTP",
        RegulationKind::Procedure,
        vec![row("a1", ActivityGroup::Dossier, None, "60", 0), row("a2", ActivityGroup::Fees, None, "0", 10_000)],
    );
    vec![a, procedure("B", &[30]), procedure("C", &[20]), procedure("D", &[10])]
}

fn in_force(code: &str, regulation: &str, kind: &str, values: &[(&str, &str)]) -> Measure {
    measure(
        code,
        regulation,
        kind,
        values,
        &[(MeasureStatus::Proposed, START), (MeasureStatus::InForce, date(2026, 3, 1))],
    )
}

/// In force: the work of A is halved (3,0 million saved), C is abolished (2,0 million).
fn beside(living: Vec<Subject>) -> Snapshot {
    let measures = vec![in_force("m1", "A", "half", &[]), in_force("m2", "C", "abolish", &[])];
    let mut snapshot = snapshot(living, measures);
    snapshot.baselines.insert("test".into(), Register { frozen_on: Some(START), subjects: baseline() });
    snapshot
}

/// A changed as told, with its cost per year worked out again.
fn changed(subject: &Subject, change: impl FnOnce(&mut Vec<SubjectRow>)) -> Subject {
    let mut changed = subject.clone();
    change(&mut changed.rows);
    changed.annual = changed.rows.iter().fold(Fraction::ZERO, |sum, r| sum.plus(r.row.annual().unwrap()).unwrap());
    changed
}

fn cost(snapshot: &Snapshot) -> tinhgon::reform::GroupProgress {
    progress(snapshot, &programme(), TODAY, None).targets[2].total.clone()
}

#[test]
fn what_the_living_sheet_says_is_reform_or_a_reestimate() {
    let a = &baseline()[0];
    let minutes = |rows: &mut Vec<SubjectRow>, minutes| rows[0].row.minutes = Fraction::whole(minutes);
    let fee = |rows: &mut Vec<SubjectRow>, fee| rows[1].row.charges = Fraction::whole(fee);
    // How A lives, and its re-estimate: after the measure it costs 3,0 of work and 1,0 of fee.
    let cases = [
        ("untouched", changed(a, |_| {}), 0),
        ("the effect of the measure written in", changed(a, |r| minutes(r, 30)), 0),
        ("the fee corrected to 12.000", changed(a, |r| fee(r, 12_000)), 2),
        (
            "both",
            changed(a, |r| {
                minutes(r, 30);
                fee(r, 12_000)
            }),
            2,
        ),
        ("measured again: 40 minutes", changed(a, |r| minutes(r, 40)), 10),
        ("measured again: 25 minutes", changed(a, |r| minutes(r, 25)), -5),
        ("a row of 5 minutes added", changed(a, |r| r.push(row("a3", ActivityGroup::Other, None, "5", 0))), 5),
        (
            "the fee removed",
            changed(a, |r| {
                r.remove(1);
            }),
            -10,
        ),
        // 30 minutes × 66.000 đ an hour × 100 = 3,3 million; the row of the fee has no work.
        ("income per hour up by a tenth", changed(a, |r| r[0].row.hourly = Fraction::whole(66_000)), 3),
        // 3,0 million of work of 110 instead of 100.
        ("ten more who comply", changed(a, |r| r[0].row.population = Fraction::whole(110)), 3),
    ];
    for (what, living, tenths) in cases {
        let mut all = baseline();
        all[0] = living;
        let found = cost(&beside(all));
        let burden = found.burden.unwrap();
        assert_eq!(burden.reestimate, million(tenths), "{what}");
        assert_eq!(burden.reestimated, usize::from(tenths != 0), "{what}");
        assert_eq!(found.at(Stage::InForce).achieved, million(50), "{what}: the effect of reform stays");
        // B and D as they were, A after the measure and as re-estimated; C is gone though the living catalogue still has it.
        assert_eq!(burden.today, million(40 + tenths + 40), "{what}");
    }
}

#[test]
fn rows_that_a_measure_dropped_do_not_come_back() {
    let frozen = procedure("A", &[60, 20]);
    let living = changed(&frozen, |rows| rows.iter_mut().for_each(|r| r.row.population = Fraction::whole(120)));
    let mut remove = in_force("m", "A", "remove", &[]);
    remove.targets = vec!["a2".into()];
    let mut snapshot = snapshot(vec![living], vec![remove]);
    snapshot.baselines.insert("test".into(), Register { frozen_on: Some(START), subjects: vec![frozen] });
    let burden = cost(&snapshot).burden.unwrap();
    // 60 minutes for 120 instead of 100 who comply: 7,2 million instead of 6,0.
    assert_eq!((burden.today, burden.reestimate), (million(72), million(12)));
}

/// The fee of A is corrected (+0,2), B has ten more who comply (+0,3), D left without a measure (1,0), E came (0,5).
fn moved() -> Snapshot {
    let mut all = baseline();
    all[0] = changed(&all[0], |rows| rows[1].row.charges = Fraction::whole(12_000));
    all[1] = changed(&all[1], |rows| rows[0].row.population = Fraction::whole(110));
    all.truncate(3);
    all.push(procedure("E", &[5]));
    beside(all)
}

#[test]
fn new_burden_is_shown_and_the_net_figure_beside_the_gross() {
    let snapshot = moved();
    let found = cost(&snapshot);
    let expected = Burden {
        reestimate: million(5),
        reestimated: 2,
        dropped: million(10),
        dropped_regulations: 1,
        new: million(5),
        new_regulations: 1,
        // 4,2 + 3,3 + 0,5; also 13,0 − 5,0 + 0,5 − 1,0 + 0,5.
        today: million(80),
    };
    assert_eq!(found.burden, Some(expected));
    let (gross, net) = (found.at(Stage::InForce), found.net(Stage::InForce).unwrap());
    assert_eq!((gross.achieved, gross.percent), (million(50), Fraction::new(500, 13)));
    assert_eq!((net.achieved, net.percent), (million(45), Fraction::new(450, 13)));
    let report = progress(&snapshot, &programme(), TODAY, Some(GroupBy::Agency));
    let changes: Vec<_> = report.changes.iter().map(|c| (c.code.as_str(), c.kind, c.after, c.today)).collect();
    let expected = [
        ("A", ChangeKind::Reestimated, Some(million(40)), Some(million(42))),
        ("B", ChangeKind::Reestimated, Some(million(30)), Some(million(33))),
        ("D", ChangeKind::Dropped, Some(million(10)), None),
        ("E", ChangeKind::New, None, Some(million(5))),
    ];
    assert_eq!(changes, expected);
    assert_eq!(report.targets[2].groups[0].burden, found.burden, "the one agency has all of it");
    // Regulations: two of four cut or simplified, one left, one came; net one of four.
    let count = &report.targets[0].total;
    let burden = count.burden.unwrap();
    assert_eq!((burden.dropped, burden.new, burden.reestimate), (Fraction::ONE, Fraction::ONE, Fraction::ZERO));
    assert_eq!(count.net(Stage::InForce).unwrap().percent, Some(Fraction::whole(25)));
    // A living baseline moves with the catalogue, so nothing can be told apart.
    let mut unfrozen = moved();
    unfrozen.baselines.clear();
    assert_eq!((cost(&unfrozen).burden, cost(&unfrozen).net(Stage::InForce)), (None, None));
}

#[test]
fn a_target_is_not_met_by_measuring_again() {
    let mut all = baseline();
    all[1] = changed(&all[1], |rows| rows[0].row.minutes = Fraction::ZERO);
    let snapshot = beside(all);
    let mut programme = programme();
    programme.targets[2].percent = Fraction::whole(40);
    let found = &progress(&snapshot, &programme, TODAY, None).targets[2].total;
    // 5,0 of 13,0 million is 38,46%; with the 3,0 million that B is now thought to cost less it would be more than 60%.
    assert_eq!(found.burden.unwrap().reestimate, million(-30));
    assert!(!found.at(Stage::InForce).met);
    assert_eq!(found.at(Stage::InForce).gap, million(2));
}

#[test]
fn processing_times_are_told_apart_in_the_same_way() {
    // The limit of 80 hours is cut to 5 days of 8 hours; living 80, 40 or 60 hours.
    for (living_hours, reestimate) in [(80, 0), (40, 0), (60, 20)] {
        let frozen = procedure("A", &[10]);
        let mut living = frozen.clone();
        living.processing_hours = Some(Fraction::whole(living_hours));
        let mut snapshot = snapshot(vec![living], vec![in_force("m", "A", "time", &[("days", "5")])]);
        snapshot.baselines.insert("test".into(), Register { frozen_on: Some(START), subjects: vec![frozen] });
        let found = progress(&snapshot, &programme(), TODAY, None);
        let burden = found.targets[3].total.burden.unwrap();
        assert_eq!(burden.reestimate, Fraction::whole(reestimate), "{living_hours}");
        assert_eq!(burden.today, Fraction::whole(40 + reestimate), "{living_hours}");
    }
}

fn due(mut measure: Measure, day: Option<Date>) -> Measure {
    measure.due = day;
    measure
}

fn approved(code: &str, regulation: &str, kind: &str) -> Measure {
    measure(code, regulation, kind, &[], &[(MeasureStatus::Proposed, START), (MeasureStatus::Approved, START)])
}

/// Two procedures of 10,0 million each; 30% by 30 June.
#[test]
fn a_forecast_follows_the_due_dates() {
    let measures = vec![
        due(proposed("m1", "R1", "half", &[]), Some(date(2026, 3, 31))),
        due(approved("m2", "R1", "abolish"), Some(date(2026, 8, 31))),
        due(proposed("m3", "R2", "half", &[]), None),
        due(proposed("m4", "R2", "abolish", &[]), Some(date(2025, 12, 31))),
    ];
    let snapshot = snapshot(vec![procedure("R1", &[100]), procedure("R2", &[100])], measures);
    let mut programme = programme();
    programme.targets =
        vec![Target { percent: Fraction::whole(30), due: date(2026, 6, 30), ..programme.targets[2].clone() }];
    let ahead = forecast(&snapshot, &programme, START);
    assert_eq!((ahead.late, ahead.undated), (vec!["m4".to_owned()], vec!["m3".to_owned()]));
    let target = &ahead.targets[0];
    assert_eq!(target.baseline, million(200));
    let points = |course: &tinhgon::reform::StageForecast| -> Vec<(Date, i128)> {
        course.points.iter().map(|(day, figure)| (*day, figure.achieved.round() / 100_000)).collect()
    };
    let planned = &target.planned;
    let expected = [(START, 0), (date(2026, 3, 31), 50), (date(2026, 6, 30), 50), (date(2026, 8, 31), 100)];
    assert_eq!(points(planned), expected, "what is abolished saves what halving left, not more");
    assert_eq!(planned.met_on, Some(date(2026, 8, 31)));
    assert_eq!((planned.at_due.achieved, planned.at_due.gap, planned.at_due.met), (million(50), million(10), false));
    assert_eq!(planned.with_all.percent, Some(Fraction::whole(100)));
    assert_eq!(points(&target.approved), [(START, 0), (date(2026, 6, 30), 0), (date(2026, 8, 31), 100)]);
    assert_eq!(target.approved.at_due.gap, million(60));
    assert_eq!((planned.stage, target.approved.stage), (Stage::Planned, Stage::Approved));
    // Once the target is due, what stands then is what was reached.
    let after = forecast(&snapshot, &programme, date(2026, 7, 1));
    assert_eq!(after.late, ["m1", "m4"]);
    assert_eq!(after.targets[0].planned.at_due.achieved, Fraction::ZERO);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// On every day ahead the forecast is the progress of a workspace in which the measures that are due by then are in force.
    #[test]
    fn a_forecast_is_the_progress_of_that_day(
        plan in prop::collection::vec((0..3_usize, 0..3_usize, prop::option::of(-2..6_i8), 0..3_u8), 0..9),
    ) {
        let subjects = vec![procedure("R0", &[10, 50]), procedure("R1", &[40]), procedure("R2", &[7, 9])];
        let day = |months: i8| date(2026, (6 + months).max(1), 15);
        let now = date(2026, 6, 15);
        let measures: Vec<Measure> = plan.iter().enumerate().map(|(at, (place, kind, months, status))| {
            let (code, regulation) = (format!("m{at}"), format!("R{place}"));
            let kind = ["half", "abolish", "time"][*kind];
            let values = [("days", "5")];
            let values = if kind == "time" { &values[..] } else { &[] };
            let more = [None, Some(MeasureStatus::Approved), Some(MeasureStatus::InForce)][usize::from(*status)];
            let steps: Vec<_> = [MeasureStatus::Proposed].into_iter().chain(more).map(|s| (s, START)).collect();
            due(measure(&code, &regulation, kind, values, &steps), months.map(day))
        }).collect();
        let ahead = forecast(&snapshot(subjects.clone(), measures.clone()), &programme(), now);
        for (at, target) in ahead.targets.iter().enumerate() {
            for course in [&target.planned, &target.approved] {
                for (day, figure) in &course.points {
                    let comes = |m: &&Measure| {
                        let status = m.status_on(now).unwrap();
                        status.counts_at(Stage::InForce)
                            || (status.counts_at(course.stage) && m.due.is_some_and(|due| now <= due && due <= *day))
                    };
                    let then = measures.iter().filter(comes).map(|m| {
                        measure(&m.code, &m.regulation, &m.kind, &[("days", "5")][..usize::from(m.kind == "time")], &[(MeasureStatus::InForce, START)])
                    });
                    let then = progress(&snapshot(subjects.clone(), then.collect()), &programme(), now, None);
                    prop_assert_eq!(then.targets[at].total.at(Stage::InForce).achieved, figure.achieved);
                    prop_assert_eq!(then.targets[at].total.at(Stage::InForce).met, figure.met);
                }
                let all = progress(&snapshot(subjects.clone(), measures.clone()), &programme(), now, None);
                prop_assert_eq!(all.targets[at].total.at(course.stage).achieved, course.with_all.achieved);
            }
        }
    }
}

#[test]
fn sums_that_do_not_fit_are_told() {
    // Two sheets of 10^38 đồng each fit; their sum is more than the largest number, 1,7 × 10^38.
    let large = |code: &str| Subject { annual: Fraction::new(10_i128.pow(38), 1).unwrap(), ..procedure(code, &[30]) };
    let told = |subjects: Vec<Subject>| {
        let snapshot = super::snapshot(subjects, Vec::new());
        let day = date(2026, 7, 1);
        let issues = progress(&snapshot, &programme(), day, None).issues.len();
        (issues, forecast(&snapshot, &programme(), day).too_large)
    };
    assert_eq!(told(vec![large("p1")]), (0, false));
    assert_eq!(told(vec![large("p1"), large("p2")]), (1, true));
}
