//! Sets of measures: the compiled engine against a plain second version of the rules, shares against all orders written out, scenarios
//! against sums over single regulations.

use super::{edit, fraction, kind, proposed, row, subject};
use jiff::civil::date;
use proptest::prelude::*;
use std::collections::BTreeMap;
use tinhgon::model::{
    Action, ActivityGroup, Cell, CountsAs, Edit, Fraction, InstrumentLevel, Measure, MeasureKind, RegulationKind,
    Selector,
};
use tinhgon::reform::{
    Axis, Evaluation, Figures, IssueKind, Levels, Register, Share, Snapshot, Subject, apply, evaluate, set_effect,
};

/// Kinds that touch everything an edit can touch, with values that are whole, fractions, and too long for 64 bits.
fn kinds() -> BTreeMap<String, MeasureKind> {
    let drop = |on| edit(on, Action::Drop, None, None);
    let cell = |on, action, cell, value| edit(on, action, Some(cell), Some(value));
    let one = |id: &str, order, counts_as, edits: Vec<Edit>| kind(id, order, counts_as, &["v"], edits);
    use CountsAs::{Abolished, Simplified};
    let all = [
        one("abolish", 10, Abolished, vec![drop(Selector::Regulation)]),
        one("remove", 20, Simplified, vec![drop(Selector::Targets)]),
        one("no-fees", 25, Simplified, vec![drop(Selector::Fees), drop(Selector::Inspection)]),
        one("half", 30, Simplified, vec![cell(Selector::All, Action::Scale, Cell::Minutes, "50")]),
        one("third", 35, Simplified, vec![cell(Selector::Targets, Action::Scale, Cell::Charges, "100/3")]),
        one("fine", 36, Simplified, vec![cell(Selector::All, Action::Scale, Cell::Minutes, "33.3333333")]),
        one("fewer", 40, Simplified, vec![cell(Selector::All, Action::Cap, Cell::Times, "$v")]),
        one("people", 45, Simplified, vec![cell(Selector::All, Action::Cap, Cell::Population, "$v")]),
        one("minutes", 50, Simplified, vec![cell(Selector::Dossier, Action::Set, Cell::Minutes, "$v")]),
        one("days", 60, Simplified, vec![edit(Selector::ProcessingTime, Action::Cap, None, Some("$v"))]),
        one("sooner", 65, Simplified, vec![edit(Selector::ProcessingTime, Action::Scale, None, Some("70"))]),
        one("limit", 66, Simplified, vec![edit(Selector::ProcessingTime, Action::Set, None, Some("$v"))]),
        one("nothing", 70, Simplified, vec![]),
    ];
    all.into_iter().map(|k| (k.id.clone(), k)).collect()
}

fn levels() -> Levels {
    let level = |id: &str, rank, effort| InstrumentLevel {
        id: id.to_owned(),
        name: id.to_owned(),
        name_en: id.to_owned(),
        rank,
        authority: format!("cơ quan {id}"),
        authority_en: id.to_owned(),
        effort: fraction(effort),
        symbols: Vec::new(),
        source: String::new(),
    };
    Levels::new([level("decree", 60, "20"), level("circular", 40, "15/2")])
}

fn snapshot(subjects: Vec<Subject>, measures: Vec<Measure>) -> Snapshot {
    Snapshot {
        live: Register { frozen_on: None, subjects },
        measures,
        kinds: kinds(),
        levels: levels(),
        working_day: Fraction::whole(8),
        ..Snapshot::default()
    }
}

/// A second version of the rules, as plain as can be: (cost per year, processing hours) after the measures.
fn plainly(subject: &Subject, measures: &[&Measure]) -> (Fraction, Option<Fraction>) {
    let kinds = kinds();
    let mut ordered = measures.to_vec();
    ordered.sort_by_key(|m| (kinds[&m.kind].order, m.code.clone()));
    let mut rows = subject.rows.clone();
    let mut hours = subject.processing_hours;
    let percent = |value: Fraction, of: &str| value.times(fraction(of)).unwrap().over(Fraction::whole(100)).unwrap();
    for m in ordered {
        let v = fraction(m.values.get("v").map_or("0", String::as_str));
        let aimed =
            |id: &str, component: &Option<String>| m.targets.iter().any(|t| t == id || Some(t) == component.as_ref());
        match m.kind.as_str() {
            "abolish" => (rows, hours) = (Vec::new(), hours.map(|_| Fraction::ZERO)),
            "remove" => rows.retain(|r| !aimed(&r.id, &r.component)),
            "no-fees" => rows.retain(|r| !matches!(r.group, ActivityGroup::Fees | ActivityGroup::Inspection)),
            "days" => hours = hours.map(|h| h.min(v.times(Fraction::whole(8)).unwrap())),
            // What is gone takes no time, whatever limit is set.
            "limit" if !measures.iter().any(|m| m.kind == "abolish") => {
                hours = hours.map(|_| v.times(Fraction::whole(8)).unwrap());
            }
            "limit" => {}
            "sooner" => hours = hours.map(|h| percent(h, "70")),
            kind => {
                for r in &mut rows {
                    match kind {
                        "half" => r.row.minutes = percent(r.row.minutes, "50"),
                        "fine" => r.row.minutes = percent(r.row.minutes, "33.3333333"),
                        "third" if aimed(&r.id, &r.component) => r.row.charges = percent(r.row.charges, "100/3"),
                        "fewer" => r.row.times = r.row.times.min(v),
                        "people" => r.row.population = r.row.population.min(v),
                        "minutes" if r.group == ActivityGroup::Dossier => r.row.minutes = v,
                        _ => {}
                    }
                }
            }
        }
    }
    let annual = rows.iter().fold(Fraction::ZERO, |sum, r| sum.plus(r.row.annual().unwrap()).unwrap());
    (annual, hours)
}

fn any_subject(code: &'static str) -> impl Strategy<Value = Subject> {
    let cells = (0..6_usize, 0..4_usize, 0..50_i64, 0..4_usize, 1..2_000_i64);
    (prop::collection::vec(cells, 1..5), prop::option::of(1..60_i64), 0..3_usize).prop_map(
        move |(rows, days, agency)| {
            let rows = rows.into_iter().enumerate().map(|(n, (group, minutes, charges, times, people))| {
                let component = (n % 2 == 0).then(|| format!("c{n}"));
                let minutes = ["15", "7.5", "120", "1/3"][minutes];
                let id = format!("a{n}");
                let mut row = row(&id, ActivityGroup::ALL[group], component.as_deref(), minutes, charges * 1_000);
                row.row.times = fraction(["1", "12", "1/5", "2"][times]);
                row.row.population = Fraction::whole(people);
                row.row.hourly = fraction(["60000", "4577/50"][n % 2]);
                row
            });
            let mut subject = subject(code, ["BTP", "BCA", "BYT"][agency], RegulationKind::Procedure, rows.collect());
            subject.processing_hours = days.map(|days| Fraction::whole(days * 8));
            subject
        },
    )
}

fn any_measures(code: &'static str, most: usize) -> impl Strategy<Value = Vec<Measure>> {
    let ids: Vec<String> = kinds().into_keys().collect();
    let one = (prop::sample::select(ids), 0..6_usize, 0..4_usize, 0..3_usize, 0..3_i16);
    prop::collection::vec(one, 0..=most).prop_map(move |all| {
        let all = all.into_iter().enumerate().map(|(n, (kind, value, target, level, year))| {
            // Two of them go beyond 64 bits; the sums of three may go beyond what the plain version holds.
            let kind = if kind == "fine" && n > 1 { "half".to_owned() } else { kind };
            let value = ["0", "1", "3", "1/7", "2.5", "40"][value];
            let mut m = proposed(&format!("{code}-m{n}"), code, &kind, &[("v", value)]);
            m.targets = vec![["a0", "c0", "a1", "c2"][target].into()];
            m.level = [None, Some("decree"), Some("circular")][level].map(Into::into);
            m.due = (year > 0).then(|| date(2026 + year, 6, 30));
            m
        });
        all.collect()
    })
}

/// The share of each measure by the definition: the average, over all orders, of what it adds to those before it.
fn by_all_orders(subject: &Subject, measures: &[&Measure]) -> Vec<(Fraction, Fraction)> {
    let none = Fraction::ZERO;
    let mut sums = vec![(none, none); measures.len()];
    let mut order: Vec<usize> = (0..measures.len()).collect();
    let mut orders = 0;
    permutations(&mut order, 0, &mut |order| {
        orders += 1;
        let mut before = plainly(subject, &[]);
        for upto in 1..=order.len() {
            let set: Vec<&Measure> = order[..upto].iter().map(|at| measures[*at]).collect();
            let after = plainly(subject, &set);
            let sum = &mut sums[order[upto - 1]];
            sum.0 = sum.0.plus(before.0.minus(after.0).unwrap()).unwrap();
            let hours = before.1.unwrap_or_default().minus(after.1.unwrap_or_default()).unwrap();
            sum.1 = sum.1.plus(hours).unwrap();
            before = after;
        }
    });
    let orders = Fraction::whole(orders);
    sums.into_iter().map(|(a, h)| (a.over(orders).unwrap(), h.over(orders).unwrap())).collect()
}

fn permutations(order: &mut Vec<usize>, from: usize, done: &mut impl FnMut(&[usize])) {
    if from == order.len() {
        return done(order);
    }
    for at in from..order.len() {
        order.swap(from, at);
        permutations(order, from + 1, done);
        order.swap(from, at);
    }
}

fn sum(parts: impl Iterator<Item = Fraction>) -> Fraction {
    parts.fold(Fraction::ZERO, |sum, part| sum.plus(part).unwrap())
}

/// What does not fit in 128 bits is told, and nothing is counted of it: not the cuts that came before it either.
#[test]
fn what_is_too_long_to_be_counted_is_told_and_stays() {
    let rows = [("a0", "15", "60000"), ("a1", "1/3", "4577/50")].map(|(id, minutes, hourly)| {
        let mut row = row(id, ActivityGroup::Dossier, None, minutes, 0);
        (row.row.times, row.row.population, row.row.hourly) = (fraction("1/5"), Fraction::whole(818), fraction(hourly));
        row
    });
    let one = subject("p", "BTP", RegulationKind::Procedure, rows.into());
    let measures: Vec<Measure> = (0..6).map(|n| proposed(&format!("p-m{n}"), "p", "fine", &[("v", "0")])).collect();
    let all: Vec<&Measure> = measures.iter().collect();
    let snapshot = snapshot(vec![one.clone()], measures.clone());
    let explained = apply(&one, &all, &snapshot);
    assert_eq!(explained.outcome.annual, one.annual);
    assert!(explained.issues.iter().any(|issue| issue.kind == IssueKind::TooLarge), "{:?}", explained.issues);
    let fast = evaluate(&snapshot, all.iter().map(|m| m.code.as_str()), None);
    assert_eq!((fast.totals().unwrap().after, fast.issues()), (one.annual, explained.issues));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    /// The compiled engine, over small numbers and over fractions, does what the plain rules say.
    #[test]
    fn the_engine_follows_the_plain_rules(one in any_subject("p"), measures in any_measures("p", 6)) {
        let all: Vec<&Measure> = measures.iter().collect();
        let snapshot = snapshot(vec![one.clone()], measures.clone());
        let (annual, hours) = plainly(&one, &all);
        let explained = apply(&one, &all, &snapshot);
        prop_assert_eq!((explained.outcome.annual, explained.outcome.processing_hours), (annual, hours));
        let fast = evaluate(&snapshot, all.iter().map(|m| m.code.as_str()), None);
        let totals = fast.totals().unwrap();
        prop_assert_eq!((totals.after, totals.hours_after), (annual, hours.unwrap_or_default()));
        prop_assert_eq!((totals.abolished == 1, totals.simplified == 1), (explained.outcome.abolished, explained.outcome.simplified));
        prop_assert_eq!(fast.issues(), explained.issues);
    }

    #[test]
    fn shares_are_the_average_over_all_orders_and_add_up(one in any_subject("p"), measures in any_measures("p", 5)) {
        let all: Vec<&Measure> = measures.iter().collect();
        let effect = set_effect(&one, &all, &snapshot(vec![], vec![]));
        let shares: Vec<(Fraction, Fraction)> = effect.each.iter().map(|e| (e.share.annual, e.share.hours)).collect();
        prop_assert_eq!(&shares, &by_all_orders(&one, &all));
        prop_assert_eq!(sum(shares.iter().map(|s| s.0)), effect.saved());
        prop_assert_eq!(sum(shares.iter().map(|s| s.1)), effect.hours_saved());
        for (m, effect) in all.iter().zip(&effect.each) {
            let without: Vec<&Measure> = all.iter().copied().filter(|other| other.code != m.code).collect();
            let (alone, without) = (plainly(&one, &[m]), plainly(&one, &without));
            let with = plainly(&one, &all);
            prop_assert_eq!(effect.alone, one.annual.minus(alone.0).unwrap());
            prop_assert_eq!(effect.within, without.0.minus(with.0).unwrap());
            prop_assert_eq!(effect.hours_within, without.1.unwrap_or_default().minus(with.1.unwrap_or_default()).unwrap());
            if m.kind == "nothing" {
                prop_assert_eq!(effect.share, Share::default());
            }
        }
    }

    /// More measures interact than all subsets can be looked at: the shares are marked, and still add up exactly.
    #[test]
    fn averaged_shares_add_up_exactly(one in any_subject("p"), kinds in prop::collection::vec(0..3_usize, 13..16)) {
        let measures: Vec<Measure> = kinds.iter().enumerate().map(|(n, kind)| {
            let value = format!("{}/{}", n + 1, n + 5);
            proposed(&format!("m{n:02}"), "p", ["half", "fewer", "people"][*kind], &[("v", &value)])
        }).collect();
        let all: Vec<&Measure> = measures.iter().collect();
        let effect = set_effect(&one, &all, &snapshot(vec![], vec![]));
        prop_assert!(effect.each.iter().all(|e| e.share.averaged));
        prop_assert_eq!(sum(effect.each.iter().map(|e| e.share.annual)), effect.saved());
    }

    /// Taking measures up and dropping them one by one ends where computing the set anew does.
    #[test]
    fn toggling_equals_computing_anew(
        subjects in (any_subject("p"), any_subject("q"), any_subject("r")),
        measures in (any_measures("p", 4), any_measures("q", 3), any_measures("z", 2)),
        steps in prop::collection::vec(0..12_usize, 0..24),
    ) {
        let mut all = measures.0;
        all.extend(measures.1);
        all.extend(measures.2);
        let snapshot = snapshot(vec![subjects.0, subjects.1, subjects.2], all);
        let mut toggled = evaluate(&snapshot, [], None);
        let there = toggled.register().measures().len();
        for step in steps.into_iter().filter(|step| *step < there) {
            toggled.toggle(step);
        }
        let codes: Vec<&str> = toggled.chosen().map(|at| toggled.register().measures()[at].code.as_str()).collect();
        let anew = evaluate(&snapshot, codes.iter().copied(), None);
        prop_assert_eq!(toggled.totals().unwrap(), anew.totals().unwrap());
        for axis in Axis::ALL {
            prop_assert_eq!(toggled.groups(*axis).unwrap(), anew.groups(*axis).unwrap());
            adds_up(&anew, *axis);
        }
        let empty = evaluate(&snapshot, [], None);
        let difference = anew.difference(&empty).unwrap();
        prop_assert_eq!(difference.here.len(), codes.len());
        prop_assert_eq!(sum(difference.here.iter().map(|w| w.share.annual)), anew.totals().unwrap().saved());
    }
}

/// The groups of every axis add up to the whole, in every number.
fn adds_up(evaluation: &Evaluation, axis: Axis) {
    let whole = evaluation.totals().unwrap();
    let groups = evaluation.groups(axis).unwrap();
    let count = |of: fn(&Figures) -> usize| groups.iter().map(|g| of(&g.figures)).sum::<usize>();
    assert_eq!(count(|f| f.measures), whole.measures, "{axis}");
    assert_eq!(count(|f| f.abolished), whole.abolished, "{axis}");
    assert_eq!(count(|f| f.simplified), whole.simplified, "{axis}");
    assert_eq!(count(|f| f.without_effort), whole.without_effort, "{axis}");
    assert_eq!(sum(groups.iter().map(|g| g.figures.saved())), whole.saved(), "{axis}");
    assert_eq!(sum(groups.iter().map(|g| g.figures.hours_saved())), whole.hours_saved(), "{axis}");
    assert_eq!(sum(groups.iter().map(|g| g.figures.effort)), whole.effort, "{axis}");
}

/// By hand: 180 minutes × 1.000 đ × 100 people = 18.000.000. Two measures that each cap the times at a half save 9.000.000 together,
/// 4.500.000 each; one that removes the first row (6.000.000) and halves nothing else shares with them.
#[test]
fn measures_that_do_the_same_have_equal_shares() {
    let rows = vec![
        row("a1", ActivityGroup::Dossier, Some("c1"), "60", 0),
        row("a2", ActivityGroup::Submission, None, "120", 0),
    ];
    let subject = subject("p", "BTP", RegulationKind::Procedure, rows);
    let twins = [proposed("m1", "p", "fewer", &[("v", "0.5")]), proposed("m2", "p", "fewer", &[("v", "0.5")])];
    let effect = set_effect(&subject, &[&twins[0], &twins[1]], &snapshot(vec![], vec![]));
    let shares: Vec<Fraction> = effect.each.iter().map(|e| e.share.annual).collect();
    assert_eq!(shares, [fraction("4500000"), fraction("4500000")]);
    assert_eq!(effect.each[0].within, Fraction::ZERO);
    // Remove and halve: alone 6 and 9 million, together 12; the 3 that they have in common go half and half: 4,5 and 7,5.
    let mut remove = proposed("m1", "p", "remove", &[]);
    remove.targets = vec!["c1".into()];
    let half = proposed("m2", "p", "half", &[]);
    let effect = set_effect(&subject, &[&remove, &half], &snapshot(vec![], vec![]));
    let shares: Vec<Fraction> = effect.each.iter().map(|e| e.share.annual).collect();
    assert_eq!(shares, [fraction("4500000"), fraction("7500000")]);
}

/// Thirteen measures on thirteen rows do not interact: their shares are exact, each what it saves alone.
#[test]
fn measures_that_do_not_interact_are_shared_exactly_however_many() {
    let rows = (0..13).map(|n| row(&format!("a{n}"), ActivityGroup::Dossier, None, "60", n * 1_000)).collect();
    let subject = subject("p", "BTP", RegulationKind::Procedure, rows);
    let measures: Vec<Measure> = (0..13)
        .map(|n| {
            let mut m = proposed(&format!("m{n:02}"), "p", "remove", &[]);
            m.targets = vec![format!("a{n}")];
            m
        })
        .collect();
    let effect = set_effect(&subject, &measures.iter().collect::<Vec<_>>(), &snapshot(vec![], vec![]));
    for each in &effect.each {
        assert_eq!((each.share.annual, each.share.averaged), (each.alone, false), "{}", each.code);
    }
}

/// What no number holds is told, and nothing is computed wrongly: the saving is left out.
#[test]
fn figures_that_do_not_fit_are_told() {
    let subject = subject("p", "BTP", RegulationKind::Procedure, vec![row("a1", ActivityGroup::Fees, None, "61", 7)]);
    let fine = proposed("m1", "p", "fine", &[]);
    let finer: Vec<Measure> = (0..6).map(|n| Measure { code: format!("m{n}"), ..fine.clone() }).collect();
    let snapshot = snapshot(vec![subject.clone()], finer.clone());
    let after = apply(&subject, &finer.iter().collect::<Vec<_>>(), &snapshot);
    assert!(after.issues.iter().any(|i| i.said.en.contains("too large")), "{:?}", after.issues);
    let evaluation = evaluate(&snapshot, finer.iter().map(|m| m.code.as_str()), None);
    assert!(!evaluation.issues().is_empty());
}
