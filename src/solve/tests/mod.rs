//! The ways to solve a problem against each other, against another solver, and against trying everything.
#![allow(clippy::unwrap_used, clippy::panic)]

mod peer;

use super::bound::Bounding;
use super::branch::search;
use super::conflicts::Rows;
use super::counting::priced;
use super::exchange::improved;
use super::factor::Factored;
use super::knapsack::{MEMORY, searched};
use super::{Item, Limit, Optimum, Problem, Search, knapsack, lagrange, least};
use proptest::prelude::*;

/// A proven optimum, without an end.
const PROVEN: Search<'static> = Search { step: &|_| 1, stop: &|| false };

/// A problem from costs and gains by group, option and row, of any sign: brought to zero.
fn problem(groups: Vec<Vec<(i128, Vec<i128>)>>, mut bounds: Vec<i128>) -> Problem {
    let from_zero = |options: Vec<(i128, Vec<i128>)>| -> Vec<Item> {
        let cheapest = options.iter().map(|(cost, _)| *cost).min().unwrap();
        let rows = 0..bounds.len();
        let base: Vec<i128> = rows.map(|row| options.iter().map(|(_, gains)| gains[row]).min().unwrap()).collect();
        bounds.iter_mut().zip(&base).for_each(|(bound, base)| *bound -= base);
        let item = |(cost, gains): &(i128, Vec<i128>)| {
            let gains = gains.iter().zip(&base).map(|(gain, base)| gain - base).enumerate();
            Item { cost: cost - cheapest, gains: gains.filter(|(_, gain)| *gain != 0).collect() }
        };
        options.iter().map(item).collect()
    };
    let groups = groups.into_iter().map(from_zero).collect();
    Problem { groups, bounds }
}

fn problems(rows: usize) -> impl Strategy<Value = Problem> {
    let option = (-5_i128..40, prop::collection::vec(-5_i128..40, rows));
    let groups = prop::collection::vec(prop::collection::vec(option, 1..5), 1..7);
    (groups, prop::collection::vec(0_i128..120, rows)).prop_map(|(groups, bounds)| problem(groups, bounds))
}

/// Groups of cost and gains like those of targets overall and by agency: rows of small whole numbers that share no group, rows over all.
fn crowded() -> impl Strategy<Value = Problem> {
    let option = (1_i128..60, 0_i128..9, 0_i128..2, 0_i128..5_000_000_000);
    let groups = prop::collection::vec((0_usize..3, prop::collection::vec(option, 1..4)), 5..30);
    (groups, prop::collection::vec(0_i128..90, 5)).prop_map(|(groups, percent)| {
        let mut problem = Problem { groups: Vec::new(), bounds: vec![0; 5] };
        for (agency, options) in groups {
            let mut items = vec![Item { cost: 0, gains: Vec::new() }];
            items.extend(options.into_iter().map(|(cost, days, counts, saved)| {
                let gains = [(agency, days), (3, counts), (4, saved)].into_iter().filter(|(_, gain)| *gain != 0);
                Item { cost, gains: gains.collect() }
            }));
            for (row, bound) in problem.bounds.iter_mut().enumerate() {
                *bound += items.iter().map(|item| item.gain(row)).max().unwrap();
            }
            problem.groups.push(items);
        }
        problem.bounds.iter_mut().zip(percent).for_each(|(bound, percent)| *bound = *bound * percent / 100);
        problem
    })
}

/// Groups of taking something or not, with one thing to reach; some need others, of some at most one goes.
fn tied() -> impl Strategy<Value = Problem> {
    let takes = prop::collection::vec((1_i128..30, 1_i128..1_000), 4..16);
    let pairs = |most| prop::collection::vec((0_usize..16, 0_usize..16), 0..most);
    (takes, pairs(14), pairs(6), 5_i128..50).prop_map(|(takes, needs, conflicts, percent)| {
        let rows = 1 + needs.len() + conflicts.len();
        let option = |cost, gains: Vec<i128>| (cost, gains);
        let mut groups: Vec<Vec<(i128, Vec<i128>)>> =
            takes.iter().map(|_| vec![option(0, vec![0; rows]), option(0, vec![0; rows])]).collect();
        for (group, (cost, gain)) in groups.iter_mut().zip(&takes) {
            group[1].0 = *cost;
            group[1].1[0] = *gain;
        }
        let mut bounds = vec![takes.iter().map(|(_, gain)| gain).sum::<i128>() * percent / 100];
        for (at, (one, other)) in needs.iter().chain(&conflicts).enumerate() {
            let (one, other) = (one % takes.len(), other % takes.len());
            let needs = at < needs.len();
            bounds.push(if needs { 0 } else { -1 });
            groups[one][1].1[at + 1] -= 1;
            groups[other][1].1[at + 1] += if needs { 1 } else { -1 };
        }
        problem(groups, bounds)
    })
}

fn all_choices(problem: &Problem) -> Vec<Vec<usize>> {
    problem.groups.iter().fold(vec![Vec::new()], |all, items| {
        all.iter().flat_map(|taken| (0..items.len()).map(|at| [taken.as_slice(), &[at]].concat())).collect()
    })
}

/// The least cost by trying everything.
fn cheapest(problem: &Problem) -> Option<i128> {
    all_choices(problem).iter().filter(|taken| problem.meets(taken)).map(|taken| problem.cost_of(taken)).min()
}

/// What was found costs what was expected, reaches every bound, and is proven.
fn is_proven(problem: &Problem, found: &Optimum, expected: Option<i128>) -> Result<(), TestCaseError> {
    prop_assert_eq!(found.taken.as_ref().map(|taken| problem.cost_of(taken)), expected);
    prop_assert!(found.taken.as_ref().is_none_or(|taken| problem.meets(taken)));
    prop_assert_eq!((found.bound, found.limit), (expected, None));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn one_row_is_solved_as_trying_everything_does(problem in problems(1)) {
        let expected = cheapest(&problem);
        is_proven(&problem, &knapsack::least(&problem, Some(0), PROVEN), expected)?;
        is_proven(&problem, &lagrange::least(&problem, PROVEN), expected)?;
    }

    #[test]
    fn several_rows_are_solved_as_trying_everything_does(problem in (2_usize..7).prop_flat_map(problems)) {
        is_proven(&problem, &least(&problem, PROVEN), cheapest(&problem))?;
    }

    /// With a price of giving anything the same is found, and what is known before is no worse for an exchange.
    #[test]
    fn a_price_of_giving_anything_changes_nothing_that_is_found(problem in problems(1)) {
        let expected = cheapest(&problem);
        let dear: Vec<usize> = problem.groups.iter()
            .map(|items| (0..items.len()).max_by_key(|at| items[*at].gain(0)).unwrap()).collect();
        for known in [None, expected.map(|_| dear.clone())] {
            let Some(priced) = priced(&problem, 0, known.as_deref(), PROVEN) else { continue };
            prop_assert!(expected.is_none_or(|cost| priced.bound <= cost));
            let found = searched(&problem, Some(0), PROVEN, priced.price, MEMORY, known.clone());
            prop_assert_eq!(found.taken.map(|taken| problem.cost_of(&taken)), expected);
            if let Some(known) = known {
                let better = improved(&problem, 0, known.clone(), priced.worth, &|| false);
                prop_assert!(problem.meets(&better) && problem.cost_of(&better) <= problem.cost_of(&known));
            }
        }
    }

    /// What rows close is in no choice that reaches them, nor are two that they let not go together.
    #[test]
    fn rows_close_nothing_that_a_choice_may_have(problem in prop_oneof![tied(), problems(3)]) {
        prop_assume!(problem.groups.len() < 12);
        let met: Vec<Vec<usize>> = all_choices(&problem).into_iter().filter(|taken| problem.meets(taken)).collect();
        let rows = Rows::of(&problem);
        let state = rows.state(&vec![true; rows.options()]);
        let conflicts = state.and_then(|mut state| Some((rows.conflicts(&mut state, &|| false)?, state)));
        prop_assert!(conflicts.is_some() || met.is_empty());
        let Some((conflicts, state)) = conflicts else { return Ok(()) };
        for taken in met {
            let options: Vec<usize> = problem.starts().iter().zip(&taken).map(|(start, at)| start + at).collect();
            for option in &options {
                prop_assert!(state.open[*option]);
                prop_assert!(options.iter().all(|other| conflicts[*option].binary_search(other).is_err()));
            }
        }
    }

    #[test]
    fn a_sparse_system_is_solved(rows in (1_usize..12).prop_flat_map(|size| {
        prop::collection::vec(prop::collection::vec((0..size, -3_i8..4), 1..4), size)
    }), right in prop::collection::vec(-9_i8..10, 12)) {
        let size = rows.len();
        let mut dense = vec![vec![0.0; size]; size];
        rows.iter().zip(&mut dense).for_each(|(terms, row)| terms.iter().for_each(|(at, value)| row[*at] = f64::from(*value)));
        let terms = |row: &Vec<f64>| row.iter().copied().enumerate().filter(|(_, value)| *value != 0.0).collect();
        let Some(factored) = Factored::of(dense.iter().map(terms).collect()) else { return Ok(()) };
        let right: Vec<f64> = right.iter().take(size).map(|value| f64::from(*value)).collect();
        let (x, y) = (factored.solve(&right), factored.solve_transposed(&right));
        for at in 0..size {
            let row: f64 = (0..size).map(|other| dense[at][other] * x[other]).sum();
            let column: f64 = (0..size).map(|other| dense[other][at] * y[other]).sum();
            prop_assert!((row - right[at]).abs() < 1e-6 && (column - right[at]).abs() < 1e-6);
        }
    }

    /// No choice costs less than the bound, whatever the prices, and none with an option less than the bound with it.
    #[test]
    fn any_prices_give_a_bound(problem in problems(2), prices in prop::collection::vec(0.0_f64..20.0, 2)) {
        let bounding = Bounding::new(&problem);
        let bound = bounding.at(&prices, &vec![true; problem.groups.iter().map(Vec::len).sum()]);
        let all = all_choices(&problem).into_iter().filter(|taken| problem.meets(taken));
        let Some(best) = all.min_by_key(|taken| problem.cost_of(taken)) else { return Ok(()) };
        let cost = problem.cost_of(&best);
        prop_assert!(bound.least() <= cost);
        for (start, at) in problem.starts().iter().zip(&best) {
            prop_assert!(bound.above[start + at] <= bound.room(cost));
        }
    }

    /// What the search says of a cost that must not be exceeded is true on both sides of the best.
    #[test]
    fn a_search_finds_what_is_there_and_proves_what_is_not(problem in problems(3), short in 0_i128..4) {
        let expected = cheapest(&problem);
        let most = expected.unwrap_or(50) + short - 2;
        let found = search(&problem, most, PROVEN);
        prop_assert!(found.complete);
        let cost = found.best.map(|taken| { assert!(problem.meets(&taken)); problem.cost_of(&taken) });
        prop_assert_eq!(cost, expected.filter(|expected| *expected <= most));
    }

    /// Many precedences and conflicts over one thing to reach: against microlp.
    #[test]
    fn precedences_and_conflicts_are_solved_as_another_solver_does(problem in tied()) {
        let theirs = peer::solved(&problem).map(|taken| problem.cost_of(&taken));
        is_proven(&problem, &least(&problem, PROVEN), theirs)?;
    }

    /// Up to thirty groups, too many to try everything: against microlp.
    #[test]
    fn targets_overall_and_by_agency_are_solved_as_another_solver_does(problem in crowded()) {
        let theirs = peer::solved(&problem).map(|taken| problem.cost_of(&taken));
        is_proven(&problem, &lagrange::least(&problem, PROVEN), theirs)?;
    }
}

/// One in a million billions is below what floating point sees; the whole numbers see it.
#[test]
fn a_miss_by_a_hair_is_not_taken() {
    let close = 1_000_000_000_000_000;
    // The first gives one too little; the second, dearer one gives enough.
    let group = |cost: i128, gain: i128| vec![(0, vec![0, 0]), (cost, vec![gain, 1])];
    let problem = problem(vec![group(1, close - 1), group(2, close)], vec![close, 1]);
    let found = least(&problem, PROVEN);
    assert_eq!((found.bound, found.taken), (Some(2), Some(vec![0, 1])));
    let other = peer::solved(&problem);
    assert_eq!(other, Some(vec![1, 0]), "floating point sees the difference: this test needs a finer one");
}

/// Costs and gains that differ by the same in every group leave no slope to go by; how many groups give anything does.
#[test]
fn what_goes_along_with_each_other_is_proven() {
    let group = |gain: i128| vec![(0, vec![0]), (gain + 100_000, vec![gain])];
    let groups: Vec<_> = (1..300).map(|n| group(n * 7_919 % 99_991 * 10 + n * 31 % 10)).collect();
    let most: i128 = groups.iter().map(|group| group[1].1[0]).sum();
    let problem = problem(groups, vec![most / 3]);
    let found = least(&problem, PROVEN);
    assert_eq!((found.limit, found.taken.map(|taken| problem.cost_of(&taken))), (None, found.bound));
}

/// What is told to stop says so, and what it says of the best is true.
#[test]
fn a_search_that_is_stopped_says_why() {
    let group = |cost: i128, gain: i128| vec![(0, vec![0, 0]), (cost, vec![gain, gain % 7])];
    let groups = (1..40).map(|n| group(n * 37 % 101 + 1, n * 53 % 97 + 1)).collect();
    let problem = problem(groups, vec![900, 51]);
    let best = least(&problem, PROVEN);
    let found = least(&problem, Search { stop: &|| true, ..PROVEN });
    assert_eq!((best.limit, found.limit), (None, Some(Limit::Time)));
    assert!(found.bound < best.bound);
}
