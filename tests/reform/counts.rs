//! What counts: a measure that changes nothing does not, and is told with the reason; one that changes something counts without a cost.
//! By hand throughout; the time limit of a procedure is 80 hours, ten working days.

use super::*;
use std::collections::BTreeSet;
use tinhgon::reform::{Axis, IssueKind, evaluate};

/// One procedure with a sheet: a component of 60 minutes, submission of 20, a fee of 10.000.
fn procedure() -> Subject {
    let rows = vec![
        row("a1", ActivityGroup::Dossier, Some("c1"), "60", 0),
        row("a2", ActivityGroup::Submission, None, "20", 0),
        row("a3", ActivityGroup::Fees, None, "0", 10_000),
    ];
    Subject {
        components: Some(["c1", "c2"].map(str::to_owned).into()),
        ..subject("p", "BTP", RegulationKind::Procedure, rows)
    }
}

fn more_kinds() -> Snapshot {
    let mut all = snapshot(vec![procedure()], vec![]);
    let simplified = |id: &str, order, edits| (id.to_owned(), kind(id, order, CountsAs::Simplified, &["v"], edits));
    let cell = |on, action, cell| edit(on, action, Some(cell), Some("$v"));
    all.kinds.extend([
        simplified(
            "online",
            60,
            vec![
                edit(Selector::Regulation, Action::Electronic, None, None),
                cell(Selector::Submission, Action::Cap, Cell::Minutes),
            ],
        ),
        simplified("set-fee", 70, vec![cell(Selector::Fees, Action::Set, Cell::Charges)]),
        simplified("set-time", 71, vec![edit(Selector::ProcessingTime, Action::Set, None, Some("$v"))]),
        simplified("scale-time", 72, vec![edit(Selector::ProcessingTime, Action::Scale, None, Some("$v"))]),
        simplified("no-inspection", 73, vec![edit(Selector::Inspection, Action::Drop, None, None)]),
        simplified("copy", 74, vec![cell(Selector::Targets, Action::Cap, Cell::Minutes)]),
        simplified("nothing", 75, vec![]),
    ]);
    let merge = vec![
        edit(Selector::All, Action::Scale, Some(Cell::Minutes), Some("$v")),
        edit(Selector::All, Action::Scale, Some(Cell::Charges), Some("$v")),
        edit(Selector::ProcessingTime, Action::Drop, None, None),
    ];
    all.kinds.insert("merge".into(), kind("merge", 15, CountsAs::Abolished, &["v"], merge));
    all
}

fn aimed(code: &str, kind: &str, targets: &[&str], value: &str) -> Measure {
    let mut measure = proposed(code, "p", kind, &[("v", value), ("days", value), ("fee", value), ("times", value)]);
    measure.targets = targets.iter().map(|target| (*target).to_owned()).collect();
    measure
}

/// Whether the set counts as simplified; who does not count, and why, with who took it.
fn counted(subject: &Subject, measures: &[Measure]) -> (bool, Vec<(String, IssueKind, String)>) {
    let after = apply(subject, &measures.iter().collect::<Vec<_>>(), &more_kinds());
    let idle: BTreeSet<&String> = after.idle.iter().collect();
    let mut told: Vec<_> = after.issues.iter().filter(|issue| idle.contains(&issue.measure)).collect();
    told.sort_by(|a, b| a.measure.cmp(&b.measure));
    assert_eq!(told.len(), idle.len(), "every measure that does not count is told once: {:?}", after.issues);
    let told = told.iter().map(|issue| (issue.measure.clone(), issue.kind, issue.by.join(",")));
    (after.outcome.simplified, told.collect())
}

fn idle(measure: &str, kind: IssueKind, by: &str) -> (String, IssueKind, String) {
    (measure.to_owned(), kind, by.to_owned())
}

#[test]
fn a_measure_that_changes_nothing_does_not_count_and_is_told() {
    use IssueKind::{EmptyKind, Heavier, NoChange, NoTimeLimit, TouchesNothing};
    let procedure = procedure();
    let one = |measure: Measure| counted(&procedure, &[measure]);
    for (measure, why) in [
        (aimed("m", "time", &[], "10"), NoChange),    // ten days are ten days
        (aimed("m", "time", &[], "30"), NoChange),    // 10 days → 30 days
        (aimed("m", "set-time", &[], "30"), Heavier), // the same, by a kind that sets
        (aimed("m", "scale-time", &[], "100"), NoChange),
        (aimed("m", "fee", &[], "10000"), NoChange), // the fee as it is
        (aimed("m", "fee", &[], "50000"), NoChange),
        (aimed("m", "set-fee", &[], "50000"), Heavier),
        (aimed("m", "fewer", &[], "1"), NoChange), // once a year already
        (aimed("m", "copy", &["c1"], "60"), NoChange),
        (aimed("m", "no-inspection", &[], "0"), TouchesNothing),
        (aimed("m", "remove", &["c9"], "0"), TouchesNothing), // neither the sheet nor the dossier has it
        (aimed("m", "nothing", &[], "0"), EmptyKind),
    ] {
        assert_eq!(one(measure.clone()), (false, vec![idle("m", why, "")]), "{measure:?}");
    }
    let unlimited = Subject { processing_hours: None, ..procedure.clone() };
    assert_eq!(counted(&unlimited, &[aimed("m", "time", &[], "5")]), (false, vec![idle("m", NoTimeLimit, "")]));
    let electronic = Subject { electronic: true, ..procedure.clone() };
    assert_eq!(counted(&electronic, &[aimed("m", "online", &[], "20")]), (false, vec![idle("m", NoChange, "")]));
    // One cell lower is enough, and so is doing it electronically alone.
    assert_eq!(counted(&electronic, &[aimed("m", "online", &[], "19")]), (true, vec![]));
    assert_eq!(one(aimed("m", "online", &[], "20")), (true, vec![]));
    assert_eq!(one(aimed("m", "set-fee", &[], "9999")), (true, vec![]));
}

#[test]
fn what_counts_needs_neither_a_cost_nor_a_sheet() {
    let procedure = procedure();
    // Nobody complies, so that the row costs nothing; it is lowered all the same.
    let mut nobody = procedure.clone();
    nobody.rows.iter_mut().for_each(|row| row.row.population = Fraction::ZERO);
    assert_eq!(counted(&nobody, &[aimed("m", "copy", &["c1"], "5")]), (true, vec![]));
    // A component of the dossier that the sheet does not cost: it counts, and that no row shows it is told.
    let uncosted = aimed("m", "remove", &["c2"], "0");
    assert_eq!(counted(&procedure, std::slice::from_ref(&uncosted)), (true, vec![]));
    let issues = apply(&procedure, &[&uncosted], &more_kinds()).issues;
    assert_eq!(issues.iter().map(|issue| issue.kind).collect::<Vec<_>>(), [IssueKind::TouchesNothing]);
    // Without a sheet: a component, a group, all, the time, electronic.
    let bare = Subject { rows: vec![], has_sheet: false, annual: Fraction::ZERO, ..procedure };
    for measure in [
        aimed("m", "remove", &["c1"], "0"),
        aimed("m", "copy", &["c2"], "5"),
        aimed("m", "no-inspection", &[], "0"),
        aimed("m", "fee", &[], "1000"),
        aimed("m", "half", &[], "0"),
        aimed("m", "time", &[], "9"),
        aimed("m", "online", &[], "20"),
    ] {
        assert_eq!(counted(&bare, std::slice::from_ref(&measure)), (true, vec![]), "{measure:?}");
    }
    // What the record does not have, or has so already, does not.
    assert_eq!(
        counted(&bare, &[aimed("m", "remove", &["c9"], "0")]),
        (false, vec![idle("m", IssueKind::NoChange, "")])
    );
    assert_eq!(counted(&bare, &[aimed("m", "time", &[], "10")]), (false, vec![idle("m", IssueKind::NoChange, "")]));
    // A frozen baseline keeps no dossier: what a measure names is taken to have been there.
    let frozen = Subject { components: None, ..bare };
    assert_eq!(counted(&frozen, &[aimed("m", "remove", &["c9"], "0")]), (true, vec![]));
}

#[test]
fn what_another_measure_of_the_set_did_is_told_with_its_code() {
    use IssueKind::{AlreadyGone, Taken};
    let procedure = procedure();
    let bare = Subject { rows: vec![], has_sheet: false, annual: Fraction::ZERO, ..procedure.clone() };
    for subject in [&procedure, &bare] {
        // Components are removed (order 20) before copies are made simpler (order 74).
        let set = [aimed("m1", "copy", &["c1"], "5"), aimed("m2", "remove", &["c1"], "0")];
        assert_eq!(counted(subject, &set), (true, vec![idle("m1", Taken, "m2")]));
        // Ties go by the code: 5 days leave nothing to 8 days, and 8 days something to 5 days.
        let set = [aimed("m1", "time", &[], "5"), aimed("m2", "time", &[], "8")];
        assert_eq!(counted(subject, &set), (true, vec![idle("m2", Taken, "m1")]));
        let set = [aimed("m1", "time", &[], "8"), aimed("m2", "time", &[], "5")];
        assert_eq!(counted(subject, &set), (true, vec![]));
        let set = [aimed("m1", "fee", &[], "500"), aimed("m2", "fee", &[], "700")];
        assert_eq!(counted(subject, &set), (true, vec![idle("m2", Taken, "m1")]));
        // What is gone is not simplified; the set counts once, as abolished.
        let set = [aimed("m1", "abolish", &[], "0"), aimed("m2", "abolish", &[], "0"), aimed("m3", "time", &[], "5")];
        assert_eq!(counted(subject, &set), (false, vec![idle("m2", AlreadyGone, "m1"), idle("m3", AlreadyGone, "m1")]));
        // A merge is a change though all work goes on elsewhere.
        let after = apply(subject, &[&aimed("m", "merge", &[], "100")], &more_kinds());
        assert_eq!((after.outcome.abolished, after.outcome.simplified, after.idle.len()), (true, false, 0));
    }
}

/// Three procedures; on the first a measure that is worth something, on the second one that changes nothing, on the third both.
#[test]
fn every_figure_counts_by_the_one_rule() {
    let mut all = more_kinds();
    let of = |code: &str, regulation: &str, days: &str, instrument: &str| {
        let mut measure = aimed(code, "time", &[], days);
        measure.regulation = regulation.into();
        measure.authority = Some(instrument.into());
        measure
    };
    all.live.subjects = ["p1", "p2", "p3"].map(|code| Subject { code: code.into(), ..procedure() }).into();
    all.measures = vec![
        of("m1", "p1", "5", "late"),
        of("m2", "p2", "30", "early"),
        of("m3", "p3", "10", "early"),
        of("m4", "p3", "6", "late"),
    ];
    let found = progress(&all, &programme(), date(2026, 7, 1), None);
    assert_eq!(found.targets[0].total.at(Stage::Planned).achieved, Fraction::whole(2));
    let told: Vec<(&str, IssueKind)> = found.issues.iter().map(|i| (i.measure.as_str(), i.kind)).collect();
    assert_eq!(told, [("m2", IssueKind::NoChange), ("m3", IssueKind::NoChange)]);
    let scenario = evaluate(&all, ["m1", "m2", "m3", "m4"], None);
    assert_eq!((scenario.totals().unwrap().simplified, scenario.totals().unwrap().abolished), (2, 0));
    let groups = scenario.groups(Axis::Authority).unwrap();
    let groups: Vec<_> = groups.iter().map(|g| (g.key.as_deref(), g.figures.simplified)).collect();
    assert_eq!(groups, [(Some("early"), 0), (Some("late"), 2)], "p3 counts with the measure that simplifies it");
    let ahead = tinhgon::reform::forecast(&all, &programme(), date(2026, 7, 1));
    assert_eq!(ahead.targets[0].planned.with_all.achieved, Fraction::whole(2));
}

/// 60 minutes and 20 minutes of work at 1.000 đ and a fee of 10.000, for 100: 9,0 million; 30% of it are 2,7 million. The other
/// procedure stays as it is.
#[test]
fn a_merge_in_force_keeps_the_rest_of_its_cost_in_today() {
    for kept in [true, false] {
        let mut all = more_kinds();
        let other = Subject { code: "q".into(), ..procedure() };
        let mut merge = aimed("m", "merge", &[], "30");
        merge.statuses.push(StatusEntry {
            status: MeasureStatus::InForce,
            date: date(2026, 3, 1),
            document: None,
            until: None,
            note: String::new(),
        });
        all.measures = vec![merge];
        all.live.subjects = if kept { vec![procedure(), other.clone()] } else { vec![other.clone()] };
        let frozen = Register { frozen_on: Some(START), subjects: vec![procedure(), other] };
        all.baselines.insert("test".into(), frozen);
        let found = progress(&all, &programme(), date(2026, 7, 1), None);
        let of = |at: usize| {
            (found.targets[at].total.at(Stage::InForce).achieved, found.targets[at].total.burden.unwrap().today)
        };
        assert_eq!(of(2), (fraction("6300000"), fraction("11700000")), "cost: 9,0 − 6,3 + 9,0");
        assert_eq!(of(3), (fraction("80"), fraction("80")), "time: only the other has any");
        assert_eq!(of(0), (Fraction::ONE, Fraction::ONE), "one regulation is left");
        assert!(found.changes.is_empty(), "nothing moved besides the measure");
    }
}
