//! All subsets of the measures of small random workspaces, one by one.

use super::given::{TODAY, measure, snapshot, subject, watch};
use crate::model::{Fraction, Measure, MeasureStatus, Metric, RegulationKind};
use crate::reform::choose::candidates::Candidates;
use crate::reform::choose::find;
use crate::reform::choose::{Conflict, Finding, Objective, Precedence, Problem, Wanted};
use crate::reform::{Snapshot, apply};
use jiff::civil::date;
use proptest::prelude::*;
use std::collections::HashSet;

/// What a set reaches, counted anew: by target, the saving, the effort; nothing when it breaks a constraint other than a target.
fn counted(snapshot: &Snapshot, problem: &Problem, set: &[&Measure]) -> Option<(Vec<Fraction>, Fraction, Fraction)> {
    let has = |code: &String| set.iter().any(|m| m.code == *code);
    let in_force = |m: &Measure| m.status() == Some(MeasureStatus::InForce);
    for m in &snapshot.measures {
        let taken = has(&m.code);
        let excluded = problem.exclude.contains(&m.code);
        if (in_force(m) && taken == excluded) || (problem.require.contains(&m.code) && !taken) {
            return None;
        }
        let law = m.level.as_deref() == Some("law");
        let agency = snapshot.live.find(&m.regulation)?.agency.clone()?;
        let barred = excluded
            || (problem.max_level.is_some() && law)
            || problem.due_by.is_some_and(|day| m.due.unwrap() > day)
            || (!problem.agencies.is_empty() && !problem.agencies.contains(&agency))
            || (!problem.kinds.is_empty() && !problem.kinds.contains(&m.kind));
        if taken && barred && !in_force(m) {
            return None;
        }
    }
    if problem.conflicts.iter().any(|c| c.measures.iter().filter(|code| has(code)).collect::<HashSet<_>>().len() > 1)
        || problem.precedences.iter().any(|p| has(&p.measure) && !p.needs.iter().all(has))
    {
        return None;
    }
    let plus = |a: Fraction, b: Fraction| a.plus(b).unwrap();
    let points =
        |m: &&Measure| m.weight.unwrap().times(Fraction::whole(if m.level.is_some() { 10 } else { 1 })).unwrap();
    let effort = set.iter().filter(|m| !in_force(m)).map(points).fold(Fraction::ZERO, plus);
    if problem.budget.is_some_and(|budget| effort > budget) {
        return None;
    }
    let mut saved = Fraction::ZERO;
    let mut reached = vec![Fraction::ZERO; problem.targets.len()];
    for s in &snapshot.live.subjects {
        let after = apply(s, set, snapshot).outcome;
        // What changes something of the regulation as it is; two of these kinds never take everything from each other.
        let changes = |m: &&Measure| match m.kind.as_str() {
            "drop" => s.rows.iter().any(|row| m.targets.contains(&row.id)),
            "halve" => s.rows.iter().any(|row| !row.row.charges.is_zero()),
            "days5" => s.processing_hours.unwrap() > Fraction::whole(40),
            "online" => !s.electronic,
            _ => true,
        };
        let touched = set.iter().filter(|m| m.regulation == s.code).any(changes);
        saved = plus(saved, s.annual.minus(after.annual).unwrap());
        for (wanted, reached) in problem.targets.iter().zip(&mut reached) {
            if wanted.agency.is_some() && wanted.agency != s.agency {
                continue;
            }
            let one = |yes: bool| Fraction::whole(i64::from(yes));
            let gain = match wanted.metric {
                Metric::CostSaved => s.annual.minus(after.annual).unwrap(),
                Metric::TimeSaved => s.processing_hours.unwrap().minus(after.processing_hours.unwrap()).unwrap(),
                Metric::CutOrSimplified => one(touched),
                Metric::Abolished => one(after.abolished),
                Metric::ConditionsAbolished => one(after.abolished && s.kind == RegulationKind::Condition),
                Metric::Electronic => one(after.electronic || after.abolished),
            };
            *reached = plus(*reached, gain);
        }
    }
    Some((reached, saved, effort))
}

/// What a target needs, counted anew; nothing when it is a percentage of nothing.
fn needed(snapshot: &Snapshot, wanted: &Wanted) -> Option<Fraction> {
    if wanted.amount.is_some() {
        return wanted.amount;
    }
    let of = snapshot.live.subjects.iter().filter(|s| wanted.agency.is_none() || wanted.agency == s.agency);
    let weights = of.map(|s| match wanted.metric {
        Metric::CostSaved => s.annual,
        Metric::TimeSaved => s.processing_hours.unwrap(),
        Metric::ConditionsAbolished if s.kind != RegulationKind::Condition => Fraction::ZERO,
        _ => Fraction::ONE,
    });
    let baseline = weights.fold(Fraction::ZERO, |a, b| a.plus(b).unwrap());
    (!baseline.is_zero()).then(|| baseline.times(wanted.percent.unwrap()).unwrap().over(Fraction::whole(100)).unwrap())
}

/// The best value by trying every subset; nothing when no subset meets all.
fn best(snapshot: &Snapshot, problem: &Problem) -> Option<Fraction> {
    let needed: Vec<Option<Fraction>> = problem.targets.iter().map(|wanted| needed(snapshot, wanted)).collect();
    let mut best: Option<Fraction> = None;
    for mask in 0_u32..1 << snapshot.measures.len() {
        let chosen = snapshot.measures.iter().enumerate().filter(|(at, _)| mask >> at & 1 == 1).map(|(_, m)| m);
        let set: Vec<&Measure> = chosen.collect();
        let Some((reached, saved, effort)) = counted(snapshot, problem, &set) else { continue };
        if !reached.iter().zip(&needed).all(|(reached, needed)| needed.is_none_or(|needed| *reached >= needed)) {
            continue;
        }
        best = Some(match problem.objective {
            Objective::LeastEffort => best.map_or(effort, |best| best.min(effort)),
            Objective::GreatestSaving => best.map_or(saved, |best| best.max(saved)),
        });
    }
    best
}

const AGENCIES: [&str; 2] = ["A", "B"];
const KINDS: [&str; 5] = ["abolish", "drop", "halve", "days5", "online"];

fn workspace() -> impl Strategy<Value = Snapshot> {
    let subjects =
        prop::collection::vec((0_usize..2, prop::collection::vec(1_i64..1000, 1..4), any::<bool>(), 0..5_u8), 1..4);
    let measures =
        prop::collection::vec((0_usize..4, 0_usize..5, 0_usize..3, 1_i64..9, (any::<bool>(), 0..5_u8, 0..6_u8)), 1..9);
    (subjects, measures).prop_map(|(subjects, measures)| {
        let subjects: Vec<_> = subjects
            .iter()
            .enumerate()
            .map(|(at, (agency, costs, electronic, kind))| {
                let mut s = subject(&format!("p{at}"), AGENCIES[*agency], costs);
                s.electronic = *electronic;
                if *kind == 0 {
                    s.kind = RegulationKind::Condition;
                }
                s
            })
            .collect();
        let count = subjects.len();
        let measures = measures.into_iter().enumerate().map(|(at, (on, kind, row, weight, (late, law, status)))| {
            let target = format!("a{}", row + 1);
            let mut m = measure(&format!("m{at}"), &format!("p{}", on % count), KINDS[kind], &[&target], weight);
            m.level = (law == 0).then(|| "law".to_owned());
            if late {
                m.due = Some(date(2027, 1, 1));
            }
            if status == 0 {
                m.statuses[0].status = MeasureStatus::InForce;
            }
            m
        });
        snapshot(subjects, measures.collect())
    })
}

fn wanted() -> impl Strategy<Value = Wanted> {
    (0_usize..Metric::ALL.len(), 0_i64..90, prop::option::of(0_usize..2), any::<bool>()).prop_map(
        |(metric, percent, agency, amount)| {
            let mut wanted = Wanted::percent(Metric::ALL[metric], Fraction::whole(percent));
            if amount && metric % 2 == 0 {
                (wanted.percent, wanted.amount) = (None, Some(Fraction::whole(percent % 4)));
            }
            wanted.agency = agency.map(|at| AGENCIES[at].to_owned());
            wanted
        },
    )
}

fn problem() -> impl Strategy<Value = Problem> {
    let code = || (0_usize..8).prop_map(|at| format!("m{at}"));
    let rare = |list: std::ops::Range<usize>| prop::collection::vec(code(), list);
    let restrictions = (any::<bool>(), 0..4_u8, 0..4_u8, 0..6_u8, 0..6_u8);
    (
        prop::collection::vec(wanted(), 0..8),
        rare(0..2),
        rare(0..2),
        prop::collection::vec(rare(2..4), 0..3),
        prop::collection::vec(rare(2..4), 0..3),
        restrictions,
        prop::option::of(1_i64..25),
    )
        .prop_map(
            |(targets, exclude, require, conflicts, precedences, (saving, level, due, agency, kind), budget)| Problem {
                objective: if saving || targets.is_empty() {
                    Objective::GreatestSaving
                } else {
                    Objective::LeastEffort
                },
                budget: budget.map(Fraction::whole).or((saving || targets.is_empty()).then(|| Fraction::whole(20))),
                max_level: (level == 0).then(|| "circular".to_owned()),
                due_by: (due == 0).then(|| date(2026, 12, 31)),
                agencies: if agency == 0 { vec!["A".to_owned()] } else { Vec::new() },
                kinds: if kind == 0 { vec!["drop".to_owned(), "halve".to_owned()] } else { Vec::new() },
                exclude,
                require: if level == 3 { require } else { Vec::new() },
                conflicts: conflicts.into_iter().map(|measures| Conflict { measures }).collect(),
                precedences: precedences
                    .into_iter()
                    .map(|codes| Precedence { measure: codes[0].clone(), needs: codes[1..].to_vec() })
                    .collect(),
                targets,
                ..Problem::default()
            },
        )
}

/// The problem as far as it names what is in the workspace.
fn fitted(snapshot: &Snapshot, mut problem: Problem) -> Problem {
    let known = |code: &String| snapshot.measures.iter().any(|m| m.code == *code);
    problem.exclude.retain(known);
    problem.require.retain(known);
    problem.conflicts.retain(|c| c.measures.iter().all(known));
    problem.precedences.retain(|p| known(&p.measure) && p.needs.iter().all(known) && !p.needs.contains(&p.measure));
    let there = |agency: &String| snapshot.live.subjects.iter().any(|s| s.agency.as_ref() == Some(agency));
    problem.agencies.retain(there);
    problem.targets.retain(|t| t.agency.as_ref().is_none_or(there));
    if problem.targets.is_empty() && problem.objective == Objective::LeastEffort {
        problem.targets.push(Wanted::percent(Metric::CostSaved, Fraction::whole(10)));
    }
    problem
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn finds_what_trying_every_subset_finds(snapshot in workspace(), problem in problem(), merged in 0_usize..2) {
        let mut problem = fitted(&snapshot, problem);
        if merged == 0 {
            // Without merging, what ties the groups of a regulation becomes rows. An option that drops a regulation stands alone
            // there, which is no restriction where nothing ties measures by name.
            problem.require.clear();
            problem.conflicts.clear();
            problem.precedences.clear();
        }
        let expected = best(&snapshot, &problem);
        let settled = problem.settled(&snapshot).unwrap();
        let mut candidates = Candidates::new(&snapshot, &settled, TODAY);
        candidates.merged *= merged;
        match (find(&candidates, &settled, &watch).unwrap(), expected) {
            (Finding::Solved(found), Some(expected)) => {
                let value = if problem.objective == Objective::LeastEffort { found.effort } else { found.saved };
                prop_assert_eq!(value, expected);
                prop_assert!(found.optimal, "gap {} by {:?}", found.gap, found.method);
                // The set itself, counted anew.
                let set: Vec<&Measure> =
                    snapshot.measures.iter().filter(|m| found.chosen.iter().any(|c| c.code == m.code)).collect();
                let counts = counted(&snapshot, &problem, &set);
                prop_assert!(counts.is_some());
                let (reached, saved, effort) = counts.unwrap();
                prop_assert_eq!(saved, found.saved);
                prop_assert_eq!(effort, found.effort);
                prop_assert_eq!(reached, found.reached.iter().map(|r| r.achieved).collect::<Vec<_>>());
                prop_assert_eq!(found.chosen.len() + found.left.len(), snapshot.measures.len());
            }
            (Finding::Unreachable(why), None) => {
                for constraint in problem.constraints() {
                    let spared = best(&snapshot, &problem.without(std::slice::from_ref(&constraint))).is_some();
                    prop_assert_eq!(spared, why.any_of.contains(&constraint), "{:?}", constraint);
                }
                // The core alone cannot be met; without any one of its members it can.
                let all = problem.constraints();
                let but = |kept: &[crate::reform::choose::Constraint]| -> Problem {
                    problem.without(&all.iter().filter(|c| !kept.contains(c)).cloned().collect::<Vec<_>>())
                };
                prop_assert!(best(&snapshot, &but(&why.core)).is_none());
                for member in &why.core {
                    let kept: Vec<_> = why.core.iter().filter(|c| *c != member).cloned().collect();
                    prop_assert!(best(&snapshot, &but(&kept)).is_some(), "{member:?} is not needed");
                }
            }
            (found, expected) => prop_assert!(false, "{found:?} where trying all gives {expected:?}"),
        }
    }
}
