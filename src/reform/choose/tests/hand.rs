//! Worked by hand: two procedures, four measures.
//!
//! `p1` (agency A) costs 100 + 60, `p2` (agency B) costs 80: 240 together. `m1` drops the 100 (5 points), `m2` the 60 (4), `m3` halves
//! all of `p1` (3), `m4` abolishes `p2` (6). Half of 240 is 120. `m1` and `m3` together save 100 + 30 = 130 for 8 points, though
//! alone they save 100 + 80; `m1` and `m2` save 160 for 9, `m3` and `m4` 160 for 9, `m2` and `m3` only 60 + 50 for 7.

use super::given::{TODAY, measure, snapshot, subject, watch};
use crate::model::{Fraction, MeasureStatus, Metric};
use crate::reform::Snapshot;
use crate::reform::choose::{
    Conflict, Constraint, Finding, LeftBecause, Limit, Objective, Precedence, Problem, Solution, Unreachable, Wanted,
    choose,
};
use jiff::civil::date;

fn workspace() -> Snapshot {
    let measures = vec![
        measure("m1", "p1", "drop", &["a1"], 5),
        measure("m2", "p1", "drop", &["a2"], 4),
        measure("m3", "p1", "halve", &[], 3),
        measure("m4", "p2", "abolish", &[], 6),
    ];
    snapshot(vec![subject("p1", "A", &[100, 60]), subject("p2", "B", &[80])], measures)
}

fn half() -> Problem {
    Problem { targets: vec![Wanted::percent(Metric::CostSaved, Fraction::whole(50))], ..Problem::default() }
}

fn solved(snapshot: &Snapshot, problem: &Problem) -> Solution {
    match choose(snapshot, problem, TODAY, &watch).unwrap() {
        Finding::Solved(solution) => *solution,
        other => panic!("{other:?}"),
    }
}

fn unreachable(snapshot: &Snapshot, problem: &Problem) -> Unreachable {
    match choose(snapshot, problem, TODAY, &watch).unwrap() {
        Finding::Unreachable(why) => *why,
        other => panic!("{other:?}"),
    }
}

fn codes(solution: &Solution) -> Vec<&str> {
    solution.chosen.iter().map(|chosen| chosen.code.as_str()).collect()
}

#[test]
fn what_overlaps_is_chosen_by_what_it_saves_together() {
    let found = solved(&workspace(), &half());
    assert_eq!(codes(&found), ["m1", "m3"]);
    assert_eq!((found.effort, found.saved), (Fraction::whole(8), Fraction::whole(130)));
    assert_eq!((found.bound, found.gap, found.optimal), (Fraction::whole(8), Fraction::ZERO, true));
    let figures: Vec<(Fraction, Fraction)> = found.chosen.iter().map(|c| (c.alone, c.within)).collect();
    let whole = Fraction::whole;
    assert_eq!(figures, [(whole(100), whole(50)), (whole(80), whole(30))]);
    assert_eq!(found.reached[0].needed, whole(120));
    // 130 of 240.
    assert_eq!(found.reached[0].percent, Fraction::new(325, 6));
    let left: Vec<(&str, LeftBecause)> = found.left.iter().map(|l| (l.code.as_str(), l.because)).collect();
    assert_eq!(left, [("m2", LeftBecause::NotNeeded), ("m4", LeftBecause::NotNeeded)]);
}

#[test]
fn the_greatest_saving_stays_within_the_budget() {
    for (budget, saved) in
        [(2, 0), (3, 80), (4, 80), (5, 100), (7, 110), (8, 130), (9, 160), (14, 210), (15, 240), (100, 240)]
    {
        let budget = Some(Fraction::whole(budget));
        let found =
            solved(&workspace(), &Problem { objective: Objective::GreatestSaving, budget, ..Problem::default() });
        assert_eq!(found.saved, Fraction::whole(saved), "{budget:?}");
    }
}

#[test]
fn every_kind_of_constraint_is_kept() {
    let list = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
    let of_b = Wanted { agency: Some("B".into()), ..Wanted::percent(Metric::CostSaved, Fraction::whole(50)) };
    let needs_m4 = Precedence { measure: "m3".into(), needs: list(&["m4"]) };
    let cases: Vec<(&str, Problem, i64)> = vec![
        ("excluded", Problem { exclude: list(&["m3"]), ..half() }, 9),
        ("required", Problem { require: list(&["m4"]), ..half() }, 9),
        ("in conflict", Problem { conflicts: vec![Conflict { measures: list(&["m1", "m3"]) }], ..half() }, 9),
        // At most one of m1, m2 and m4: m1 with m3 is still there.
        (
            "in conflict across",
            Problem { conflicts: vec![Conflict { measures: list(&["m1", "m2", "m4"]) }], ..half() },
            8,
        ),
        ("in order", Problem { precedences: vec![needs_m4], exclude: list(&["m2"]), ..half() }, 9),
        ("of an agency", Problem { agencies: list(&["A"]), ..half() }, 8),
        ("of a kind", Problem { kinds: list(&["drop", "abolish"]), ..half() }, 9),
        ("a target of an agency", Problem { targets: vec![half().targets[0].clone(), of_b], ..half() }, 9),
        ("with a budget", Problem { budget: Some(Fraction::whole(8)), ..half() }, 8),
    ];
    for (what, problem, effort) in cases {
        assert_eq!(solved(&workspace(), &problem).effort, Fraction::whole(effort), "{what}");
    }
}

#[test]
fn level_date_and_stage_bar_measures_and_say_so() {
    let mut snapshot = workspace();
    snapshot.measures[2].level = Some("law".into());
    snapshot.measures[2].weight = Fraction::new(3, 10);
    snapshot.measures[2].due = Some(date(2027, 3, 1));
    snapshot.measures[0].statuses[0].status = MeasureStatus::Approved;
    snapshot.measures[1].statuses[0].status = MeasureStatus::Approved;
    // Ten points × 3/10: as before.
    assert_eq!(solved(&snapshot, &half()).effort, Fraction::whole(8));
    let cases = [
        (Problem { max_level: Some("circular".into()), ..half() }, LeftBecause::Level),
        (Problem { due_by: Some(date(2026, 12, 31)), ..half() }, LeftBecause::Due),
        (Problem { stage: crate::model::Stage::Approved, ..half() }, LeftBecause::Stage),
    ];
    for (problem, because) in cases {
        let found = solved(&snapshot, &problem);
        assert_eq!(codes(&found), ["m1", "m2"], "{because}");
        assert_eq!(found.left[0].because, because);
    }
}

#[test]
fn what_is_in_force_counts_and_takes_no_effort() {
    let mut snapshot = workspace();
    snapshot.measures[3].statuses[0].status = MeasureStatus::InForce;
    let found = solved(&snapshot, &half());
    assert_eq!((codes(&found), found.effort), (vec!["m3", "m4"], Fraction::whole(3)));
    assert!(found.chosen[1].in_force);
    let without = solved(&snapshot, &Problem { exclude: vec!["m4".into()], ..half() });
    assert_eq!(without.effort, Fraction::whole(8));
}

#[test]
fn counts_are_not_added_twice() {
    // Both procedures must be touched: m3 (3) and m4 (6); two measures on p1 are still one procedure.
    let both = Wanted {
        percent: None,
        amount: Some(Fraction::whole(2)),
        ..Wanted::percent(Metric::CutOrSimplified, Fraction::ZERO)
    };
    let found = solved(&workspace(), &Problem { targets: vec![both], ..Problem::default() });
    assert_eq!((codes(&found), found.effort), (vec!["m3", "m4"], Fraction::whole(9)));
}

#[test]
fn the_culprit_is_told_and_how_near_one_gets() {
    // All together save 240; without m1, 60 + 50 + 80 = 190.
    let most = Wanted::percent(Metric::CostSaved, Fraction::whole(90));
    let problem =
        Problem { targets: vec![most], exclude: vec!["m1".into()], require: vec!["m2".into()], ..Problem::default() };
    let why = unreachable(&workspace(), &problem);
    let culprits = vec![Constraint::Target(0), Constraint::Exclude("m1".into())];
    assert_eq!((&why.any_of, &why.core, why.stopped), (&culprits, &culprits, None));
    assert_eq!(why.nearest[0].alone, Some(Fraction::whole(190)));
    assert_eq!((why.nearest[0].needed, why.nearest[0].proven), (Fraction::whole(216), true));
}

#[test]
fn a_required_measure_that_no_set_can_have_is_told_with_its_reason() {
    let asked = |change: &dyn Fn(&mut Snapshot), expected: &str| {
        let mut snapshot = workspace();
        change(&mut snapshot);
        let problem = Problem { require: vec!["m2".into()], ..half() };
        let fault = choose(&snapshot, &problem, TODAY, &watch).unwrap_err();
        assert_eq!(fault.kind(), crate::words::FaultKind::Input);
        assert!(fault.message(crate::text::Lang::En).contains(expected), "{fault:?}");
    };
    let moved = |status| {
        move |snapshot: &mut Snapshot| {
            let measure = snapshot.measures.iter_mut().find(|m| m.code == "m2").unwrap();
            let step = measure.statuses[0].clone();
            measure.statuses.push(crate::model::StatusEntry { status, date: date(2025, 5, 2), ..step });
        }
    };
    asked(&moved(MeasureStatus::Rejected), "“m2” was rejected on 2 May 2025");
    asked(&moved(MeasureStatus::Withdrawn), "“m2” was withdrawn on 2 May 2025");
    let later = |snapshot: &mut Snapshot| {
        let measure = snapshot.measures.iter_mut().find(|m| m.code == "m2").unwrap();
        measure.statuses[0].date = date(2027, 1, 1);
    };
    asked(&later, "“m2” was not yet proposed");
    let gone = |snapshot: &mut Snapshot| {
        let measure = snapshot.measures.iter_mut().find(|m| m.code == "m2").unwrap();
        measure.regulation = "elsewhere".into();
    };
    asked(&gone, "“elsewhere”, which is not in the baseline");
}

#[test]
fn two_targets_that_stand_against_each_other_are_told_with_what_is_left_of_each() {
    // 9 points save 160 at most, also when p2 is abolished (m3 and m4); 170 is not to be had for them.
    let saving = Wanted { percent: None, amount: Some(Fraction::whole(170)), ..half().targets[0].clone() };
    let abolished =
        Wanted { percent: None, amount: Some(Fraction::ONE), ..Wanted::percent(Metric::Abolished, Fraction::ZERO) };
    let problem = Problem { targets: vec![saving, abolished], budget: Some(Fraction::whole(9)), ..Problem::default() };
    let why = unreachable(&workspace(), &problem);
    assert_eq!(why.any_of, [Constraint::Target(0), Constraint::Budget]);
    assert_eq!(why.nearest[0].alone, Some(Fraction::whole(160)));
    assert_eq!(why.nearest[0].with_others, Some(Fraction::whole(160)));
    assert_eq!(why.nearest[1].alone, Some(Fraction::ONE));
    assert_eq!(why.nearest[1].with_others, None);
}

#[test]
fn a_percentage_of_nothing_is_left_aside() {
    let mut problem = half();
    problem.targets.push(Wanted::percent(Metric::ConditionsAbolished, Fraction::whole(30)));
    let found = solved(&workspace(), &problem);
    assert_eq!(found.effort, Fraction::whole(8));
    assert!(found.reached[1].aside() && !found.reached[1].met());
}

#[test]
fn what_is_unknown_or_unsaid_is_refused() {
    let list = |code: &str| vec![code.to_owned()];
    let most = || Wanted::percent(Metric::CostSaved, Fraction::ONE);
    for problem in [
        Problem::default(),
        Problem { objective: Objective::GreatestSaving, ..Problem::default() },
        Problem { programme: Some("none".into()), ..half() },
        Problem { exclude: list("m9"), ..half() },
        Problem { conflicts: vec![Conflict { measures: list("m9") }], ..half() },
        Problem { agencies: list("C"), ..half() },
        Problem { kinds: list("none"), ..half() },
        Problem { max_level: Some("none".into()), ..half() },
        Problem { targets: vec![Wanted { amount: Some(Fraction::ONE), ..most() }], ..Problem::default() },
        Problem { targets: vec![Wanted { percent: None, ..most() }], ..Problem::default() },
        Problem { budget: Some(Fraction::whole(-1)), ..half() },
    ] {
        assert!(choose(&workspace(), &problem, TODAY, &watch).is_err(), "{problem:?}");
    }
}

#[test]
fn a_watch_that_says_stop_gives_what_is_known() {
    let late = || 1e9;
    let mut problem = half();
    problem.targets.push(Wanted::percent(Metric::CutOrSimplified, Fraction::whole(50)));
    match choose(&workspace(), &problem, TODAY, &late).unwrap() {
        Finding::Solved(found) => assert!(found.effort >= Fraction::whole(8) && found.bound <= found.effort),
        Finding::OutOfTime(out) => assert!(out.bound.is_none_or(|bound| bound <= Fraction::whole(8))),
        Finding::Unreachable(why) => panic!("{why:?}"),
    }
}

#[test]
fn what_is_asked_and_why_not_have_one_deadline() {
    // A watch that goes on a second whenever it is looked at: there is no time to try all these.
    let now = std::cell::Cell::new(0.0);
    let watch = || now.replace(now.get() + 1.0);
    let conflict = Conflict { measures: vec!["m2".into(), "m3".into()] };
    let problem = Problem {
        targets: vec![Wanted::percent(Metric::CostSaved, Fraction::whole(90))],
        exclude: vec!["m1".into()],
        conflicts: vec![conflict; 200],
        seconds: 5,
        ..Problem::default()
    };
    match choose(&workspace(), &problem, TODAY, &watch).unwrap() {
        Finding::Unreachable(why) => {
            assert_eq!(why.stopped, Some(Limit::Time));
            assert!(why.seconds < 10.0, "{}", why.seconds);
            // What was not tried is left among what may stand against the target.
            assert!(why.core.contains(&Constraint::Target(0)) && why.core.contains(&Constraint::Exclude("m1".into())));
        }
        found => panic!("{found:?}"),
    }
}

#[test]
fn two_that_stand_against_each_other_are_found_among_many() {
    // Without m1 at most 190 of 240 can be saved; a thousand conflicts have no part in it.
    let conflict = Conflict { measures: vec!["m2".into(), "m3".into()] };
    let problem = Problem {
        targets: vec![Wanted::percent(Metric::CostSaved, Fraction::whole(90))],
        exclude: vec!["m1".into()],
        conflicts: vec![conflict; 1_000],
        ..Problem::default()
    };
    let why = unreachable(&workspace(), &problem);
    assert_eq!(why.core, [Constraint::Target(0), Constraint::Exclude("m1".into())]);
}
