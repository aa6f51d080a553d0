//! Models of fractions brought to whole numbers and solved, against trying everything.

use crate::model::Fraction;
use crate::reform::choose::model::{Choice, Class, Model};
use crate::reform::choose::optimum::optimise;
use crate::reform::choose::whole::Whole;
use proptest::prelude::*;

/// A model from costs and gains by class, option and row.
fn model(classes: &[Vec<(Fraction, Vec<Fraction>)>], rows: Vec<Fraction>) -> Model {
    let option = |(cost, gains): &(Fraction, Vec<Fraction>)| Choice {
        mask: 0,
        cost: *cost,
        gains: gains.iter().copied().enumerate().filter(|(_, gain)| !gain.is_zero()).collect(),
    };
    let class = |options: &Vec<_>| {
        let mut class = Class { pool: 0, options: options.iter().map(option).collect() };
        class.prune();
        class
    };
    Model { classes: classes.iter().map(class).collect(), rows, ..Model::default() }
}

/// The least cost by trying everything.
fn least(model: &Model) -> Option<Fraction> {
    let plus = |a: Fraction, b: Fraction| a.plus(b).unwrap();
    let mut sums: Vec<(Fraction, Vec<Fraction>)> = vec![(Fraction::ZERO, vec![Fraction::ZERO; model.rows.len()])];
    for class in &model.classes {
        let grown = sums.iter().flat_map(|(cost, gains)| {
            class.options.iter().map(move |option| {
                let gains = gains.iter().enumerate().map(|(row, gain)| plus(*gain, option.gain(row)));
                (plus(*cost, option.cost), gains.collect())
            })
        });
        sums = grown.collect();
    }
    let meets = |gains: &Vec<Fraction>| gains.iter().zip(&model.rows).all(|(gain, row)| gain >= row);
    sums.into_iter().filter(|(_, gains)| meets(gains)).map(|(cost, _)| cost).min()
}

fn fraction() -> impl Strategy<Value = Fraction> {
    (-5_i128..40, prop::sample::select(vec![1_i128, 1, 1, 2, 3])).prop_map(|(n, d)| Fraction::new(n, d).unwrap())
}

fn models(rows: usize) -> impl Strategy<Value = Model> {
    let option = (fraction(), prop::collection::vec(fraction(), rows));
    let classes = prop::collection::vec(prop::collection::vec(option, 1..5), 1..7);
    (classes, prop::collection::vec(0_i64..120, rows))
        .prop_map(|(classes, bounds)| model(&classes, bounds.into_iter().map(Fraction::whole).collect()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn one_row_is_solved_as_trying_everything_does(model in models(1)) {
        solved_as_trying_everything_does(&model)?;
    }

    #[test]
    fn several_rows_are_solved_as_trying_everything_does(model in (2_usize..7).prop_flat_map(models)) {
        solved_as_trying_everything_does(&model)?;
    }

    /// With a gap, what is found is within it of the best, and the bound is true.
    #[test]
    fn a_gap_is_kept(model in models(1), gap in 0_i64..60) {
        let gap = Fraction::whole(gap);
        let (optimum, best) = (optimise(&model, gap, &|| 60.0).unwrap(), least(&model));
        prop_assert_eq!(optimum.taken.is_some(), best.is_some());
        if let (Some(taken), Some(best), Some(bound)) = (&optimum.taken, best, optimum.bound) {
            let cost = model.classes.iter().zip(taken)
                .fold(Fraction::ZERO, |sum, (class, at)| sum.plus(class.options[*at].cost).unwrap());
            prop_assert!(bound <= best && best <= cost);
            let size = if cost.is_negative() { Fraction::ZERO.minus(cost).unwrap() } else { cost };
            let allowed = size.times(gap).unwrap().over(Fraction::whole(100)).unwrap();
            prop_assert!(cost.minus(bound).unwrap() <= allowed, "{} over {}", cost, bound);
        }
    }
}

fn solved_as_trying_everything_does(model: &Model) -> Result<(), TestCaseError> {
    prop_assert!(Whole::of(model).unwrap().exact);
    let optimum = optimise(model, Fraction::ZERO, &|| 60.0).unwrap();
    let plus = |sum: Fraction, (class, at): (&Class, &usize)| sum.plus(class.options[*at].cost).unwrap();
    let cost = |taken: &Vec<usize>| model.classes.iter().zip(taken).fold(Fraction::ZERO, plus);
    prop_assert_eq!(optimum.taken.as_ref().map(cost), least(model));
    prop_assert_eq!(optimum.bound, least(model));
    Ok(())
}

/// One đồng in a thousand billion is below what floating point sees; the whole numbers see it.
#[test]
fn a_miss_by_a_hair_is_not_taken() {
    let whole = Fraction::whole;
    let close = 1_000_000_000_000_000;
    let class = |gain: i64| vec![(whole(0), vec![whole(0), whole(0)]), (whole(1), vec![whole(gain), whole(1)])];
    // The first gives one đồng too little; the second, dearer one gives enough.
    let dear = vec![(whole(0), vec![whole(0), whole(0)]), (whole(2), vec![whole(close), whole(1)])];
    let model = model(&[class(close - 1), dear], vec![whole(close), whole(1)]);
    let optimum = optimise(&model, Fraction::ZERO, &|| 60.0).unwrap();
    assert_eq!((optimum.bound, optimum.taken), (Some(whole(2)), Some(vec![0, 1])));
}

/// Sums beyond what whole numbers of 62 bits hold are rounded so that what is found still holds exactly.
#[test]
fn figures_too_fine_for_whole_numbers_are_rounded_safely() {
    let prime = |n: i128| Fraction::new(1_000_000_007 * n, 999_999_937).unwrap();
    let other = |n: i128| Fraction::new(1_000_000_009 * n, 999_999_893).unwrap();
    let third = |n: i128| Fraction::new(998_244_353 * n, 1_000_000_021).unwrap();
    let option =
        |cost: i64, gain: Fraction| vec![(Fraction::ZERO, vec![Fraction::ZERO]), (Fraction::whole(cost), vec![gain])];
    let classes = [option(3, prime(1_000_000)), option(4, other(1_000_001)), option(5, third(1_000_002))];
    let model = model(&classes, vec![Fraction::whole(2_000_000)]);
    let numbers = Whole::of(&model).unwrap();
    assert!(!numbers.exact);
    assert_eq!(optimise(&model, Fraction::ZERO, &|| 60.0).unwrap().bound, least(&model));
}
