//! Who complies, how often: shares are parts of one performance, what nobody counted is no figure, and what to survey first.

use super::{ROW, Row, fraction, tariff};
use jiff::civil::date;
use tinhgon::cost::plan::{Doubts, movement};
use tinhgon::cost::{Rates, sheet_figures};
use tinhgon::model::{Activity, ActivityGroup, CellProvenance, Fraction, Population, PopulationGroup, Provenance};

fn rates() -> Rates {
    Rates::on(date(2026, 7, 1), [tariff("hour", "60000", true)])
}

/// A row of so many minutes at 60.000 đ an hour, so that a minute costs 1.000 đ; all of it as the regulation's own population says.
fn row(id: &str, minutes: &'static str, among: Option<&str>) -> Activity {
    let Row { minutes, staff, .. } = Row { minutes, tariff: "hour", ..ROW };
    Activity {
        id: id.into(),
        group: ActivityGroup::Other,
        name: id.into(),
        how: String::new(),
        component: None,
        tariff: "hour".into(),
        minutes: fraction(minutes),
        outsourcing: 0,
        charges: 0,
        staff: fraction(staff),
        times: None,
        population: None,
        among: among.map(str::to_owned),
        provenance: CellProvenance::default(),
        source: String::new(),
    }
}

fn whole(count: Option<i64>, times: Option<&str>) -> Population {
    let group = |id: &str, percent: &str| PopulationGroup {
        id: id.into(),
        name: String::new(),
        percent: Some(fraction(percent)),
    };
    Population {
        regulation: "x".into(),
        count,
        times: times.map(fraction),
        date: None,
        provenance: Provenance::Official,
        source: "thử".into(),
        groups: vec![group("online", "40"), group("in_person", "60")],
    }
}

/// Everyone fills in for 60 minutes; 60 % go there for 120, 40 % send it in 10.
fn sheet() -> Vec<Activity> {
    vec![row("a1", "60", None), row("a2", "120", Some("in_person")), row("a3", "10", Some("online"))]
}

#[test]
fn channels_are_shares_of_a_performance_not_more_of_them() {
    // By hand: 60.000 + 0,6 × 120.000 + 0,4 × 10.000 = 136.000 đ; a million a year: 136 tỷ; twice a year each: 272 tỷ.
    for (times, annual) in [(None, 136_000_000_000), (Some("2"), 272_000_000_000)] {
        let figures = sheet_figures(&sheet(), &rates(), Some(&whole(Some(1_000_000), times))).unwrap();
        assert_eq!(figures.one, Fraction::whole(136_000));
        assert_eq!(figures.annual, Some(Fraction::whole(annual)));
        // 0,6 × 1.000.000 × 120.000 = 72 tỷ.
        let second = figures.rows[1].annual.unwrap();
        assert_eq!(second, Fraction::whole(annual / 136 * 72));
    }
}

#[test]
fn what_nobody_counted_has_a_cost_of_one_performance_and_none_a_year() {
    for unknown in [None, Some(whole(None, None))] {
        let figures = sheet_figures(&sheet(), &rates(), unknown.as_ref()).unwrap();
        assert_eq!(figures.annual, None);
        assert!(figures.rows.iter().all(|row| row.annual.is_none()));
        // Without shares, whoever reads it sees each row once: 60.000 + 120.000 + 10.000.
        let one = if unknown.is_none() { 190_000 } else { 136_000 };
        assert_eq!(figures.one, Fraction::whole(one));
    }
    // One row that nobody counted leaves the whole unknown; a group without a share is one.
    let mut rows = sheet();
    rows[2].among = Some("nobody knows".into());
    let figures = sheet_figures(&rows, &rates(), Some(&whole(Some(1_000), None))).unwrap();
    assert_eq!((figures.annual, figures.rows[2].annual), (None, None));
    assert_eq!(figures.rows[1].annual, Some(Fraction::whole(600 * 120_000)));
}

#[test]
fn a_row_may_differ_from_the_regulation() {
    // 100 of 1.000 do a row four times a year: 400 of 1.000 performances. By hand: (1.000 × 60.000 + 400 × 10.000) ÷ 1.000 = 64.000 đ.
    let mut rows = vec![row("a1", "60", None), row("a2", "10", None)];
    (rows[1].times, rows[1].population) = (Some(fraction("4")), Some(100));
    let figures = sheet_figures(&rows, &rates(), Some(&whole(Some(1_000), None))).unwrap();
    assert_eq!((figures.one, figures.annual), (Fraction::whole(64_000), Some(Fraction::whole(64_000_000))));
    // Sheets of before, whose rows all have numbers of their own: the row that most do is a performance.
    (rows[0].times, rows[0].population) = (Some(fraction("1")), Some(1_000));
    let figures = sheet_figures(&rows, &rates(), None).unwrap();
    assert_eq!((figures.one, figures.annual), (Fraction::whole(64_000), Some(Fraction::whole(64_000_000))));
}

/// The mean distance of the total from its mean when the number of one procedure is learned, by looking at every value of it: those of the others
/// stay at their mean, for they are independent.
fn by_brute_force(costs: &[i64], ranges: &[(i64, i64)], at: usize) -> Fraction {
    let mean = |(low, high): (i64, i64)| Fraction::new((low + high).into(), 2).unwrap();
    let total = |value: Fraction| {
        let term = |n: usize| {
            let number = if n == at { value } else { mean(ranges[n]) };
            Fraction::whole(costs[n]).times(number).unwrap()
        };
        (0..costs.len()).fold(Fraction::ZERO, |sum, n| sum.plus(term(n)).unwrap())
    };
    let expected = total(mean(ranges[at]));
    // Values in the middle of 64 equal parts of the range: the mean distance over them is that over the range, as their number is even.
    let (low, high) = ranges[at];
    let part = |n: i64| {
        let step = Fraction::new((high - low).into(), 128).unwrap();
        Fraction::whole(low).plus(step.times(Fraction::whole(2 * n + 1)).unwrap()).unwrap()
    };
    let distances = (0..64).map(|n| {
        let distance = total(part(n)).minus(expected).unwrap();
        if distance.is_negative() { Fraction::ZERO.minus(distance).unwrap() } else { distance }
    });
    distances.fold(Fraction::ZERO, |sum, one| sum.plus(one).unwrap()).over(Fraction::whole(64)).unwrap()
}

#[test]
fn the_value_of_knowing_is_that_of_a_brute_force_over_200_procedures() {
    // Costs and ranges without a pattern, the same at every run.
    let mut seed = 1_u64;
    let mut next = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((seed >> 33) % below).unwrap()
    };
    let costs: Vec<i64> = (0..200).map(|_| 1_000 + next(2_000_000)).collect();
    let ranges: Vec<(i64, i64)> = (0..200).map(|_| (next(1_000), 1_000 + next(100_000))).collect();
    for at in 0..200 {
        let (low, high) = ranges[at];
        let quick = movement(Fraction::whole(costs[at]), (Fraction::whole(low), Fraction::whole(high)));
        assert_eq!(quick, Some(by_brute_force(&costs, &ranges, at)), "{at}");
    }
}

#[test]
fn a_number_that_was_counted_needs_no_survey() {
    let doubts = Doubts {
        unknown: (Fraction::whole(10), Fraction::whole(100_000)),
        assumed: Fraction::whole(50),
        surveyed: Fraction::whole(10),
    };
    let thousand = Some(Fraction::whole(1_000));
    let range = |low, high| Some((Fraction::whole(low), Fraction::whole(high)));
    assert_eq!(doubts.range(None, Provenance::Assumption), range(10, 100_000));
    assert_eq!(doubts.range(thousand, Provenance::Assumption), range(500, 1_500));
    assert_eq!(doubts.range(thousand, Provenance::Surveyed), range(900, 1_100));
    assert_eq!(doubts.range(thousand, Provenance::Official), None);
    assert_eq!(doubts.range(thousand, Provenance::Measured), None);
}
