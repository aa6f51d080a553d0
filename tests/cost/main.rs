//! The vectors of published methods that the cost sheet reproduces. Expected values are the published ones.

#![allow(clippy::unwrap_used, clippy::panic)]

mod complying;
mod methods;

use jiff::civil::date;
use tinhgon::cost::{Rates, sheet_figures};
use tinhgon::model::{Activity, ActivityGroup, CellProvenance, Fraction, Parameter, Provenance, Unit};

fn fraction(text: &str) -> Fraction {
    Fraction::parse(text).expect(text)
}

/// An income per hour; `individual` ones know no staff factor.
fn tariff(id: &str, value: &str, individual: bool) -> Parameter {
    Parameter {
        id: id.into(),
        from: date(2020, 1, 1),
        value: fraction(value),
        unit: Unit::DongPerHour,
        name: id.into(),
        name_en: id.into(),
        individual,
        provenance: Provenance::Official,
        source: "test".into(),
    }
}

struct Row {
    minutes: &'static str,
    charges: i64,
    times: &'static str,
    population: i64,
    staff: &'static str,
    tariff: &'static str,
}

const ROW: Row = Row { minutes: "0", charges: 0, times: "1", population: 1, staff: "1", tariff: "none" };

fn annual(rows: &[Row]) -> Fraction {
    let rates = Rates::on(
        date(2026, 7, 1),
        [
            tariff("none", "0", false),
            tariff("au.work", "91.54", false),
            tariff("au.leisure", "41", true),
            tariff("de", "45", true),
            tariff("d2", "60", false),
            tariff("us", "75", false),
        ],
    );
    let activities: Vec<Activity> = rows
        .iter()
        .map(|row| Activity {
            id: "a1".into(),
            group: ActivityGroup::Other,
            name: "row".into(),
            how: String::new(),
            component: None,
            tariff: row.tariff.into(),
            minutes: fraction(row.minutes),
            outsourcing: 0,
            charges: row.charges,
            staff: fraction(row.staff),
            times: Some(fraction(row.times)),
            population: Some(row.population),
            among: None,
            provenance: CellProvenance::default(),
            source: String::new(),
        })
        .collect();
    sheet_figures(&activities, &rates, None).expect("figures").annual.expect("everybody is counted")
}

#[test]
fn a1_australian_labour() {
    let cost = annual(&[Row { minutes: "120", times: "24", population: 1000, tariff: "au.work", ..ROW }]);
    assert_eq!(cost, fraction("4393920"));
}

#[test]
fn a2_australian_individuals_know_no_staff_factor() {
    for staff in ["1", "3"] {
        let cost =
            annual(&[Row { minutes: "30", times: "2", population: 100_000, tariff: "au.leisure", staff, ..ROW }]);
        assert_eq!(cost, fraction("4100000"), "staff {staff}");
    }
    let firms = annual(&[Row { minutes: "30", times: "2", population: 100_000, tariff: "au.work", staff: "3", ..ROW }]);
    assert_eq!(firms, fraction("27462000"), "0,5 h × 91,54 × 3 × 2 × 100.000");
}

#[test]
fn a3_australian_purchase() {
    assert_eq!(annual(&[Row { charges: 250, times: "2", population: 4000, ..ROW }]), fraction("2000000"));
}

#[test]
fn d1_german_citizens_or_firms() {
    let cost = annual(&[Row { minutes: "240", charges: 10, population: 1_800_000, tariff: "de", ..ROW }]);
    assert_eq!(cost, fraction("342000000"));
}

#[test]
fn d2_standard_cost_model() {
    let work = Row { minutes: "30", charges: 10, times: "2", population: 10, tariff: "d2", ..ROW };
    let acquisition = Row { charges: 60, times: "2", population: 10, ..ROW };
    assert_eq!(annual(&[work, acquisition]), fraction("2000"));
}

#[test]
fn u1_united_states_burden() {
    let rows = [("4800", 7, "42000"), ("300", 33, "12375"), ("1800", 2, "4500")];
    for (minutes, population, cost) in rows {
        assert_eq!(annual(&[Row { minutes, population, tariff: "us", ..ROW }]), fraction(cost));
    }
}

#[test]
fn frequencies_below_one_stay_exact() {
    let once_in_three_years = annual(&[Row { charges: 100, times: "1/3", population: 3, ..ROW }]);
    assert_eq!(once_in_three_years, fraction("100"));
}
