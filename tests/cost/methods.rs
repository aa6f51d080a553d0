//! The published vectors, computed from the cases and methods of the catalogue; and the named parts of a method one by one. Expected
//! values are published, or worked out by hand beside them.

use tinhgon::cost::method::{CaseFigures, CaseFile, Column, Figure, Method, Version, run_case, shown, to_fraction};
use tinhgon::exchange::methods;
use tinhgon::model::Fraction;
use tinhgon::text::Lang;

fn fraction(text: &str) -> Fraction {
    Fraction::parse(text).expect(text)
}

fn compute(method: &Method, cases: &str) -> CaseFigures {
    let file: CaseFile = toml::from_str(cases).unwrap_or_else(|e| panic!("{e}"));
    run_case(method, &file.cases[0], &|_: &str| None).unwrap_or_else(|e| panic!("{e}"))
}

fn method(name: &str) -> Method {
    methods::find(name).expect(name)
}

fn figure(figures: &CaseFigures, figure: Figure, column: Column, decimals: u32) -> Fraction {
    to_fraction(&figures.figure(figure, column).expect("figure"), decimals).expect("fits")
}

type Vector = (&'static str, Option<&'static str>, Figure, Column, &'static str, &'static str);

/// Every vector: case of the catalogue, its activity, figure, column, the value as published, and by whom.
#[rustfmt::skip]
const VECTORS: &[Vector] = &[
    ("A1", None, Figure::Average, Column::Before, "4393920", "Australia, Regulatory Burden Measurement, July 2026"),
    ("A2", None, Figure::Average, Column::Before, "4100000", "Australia, Regulatory Burden Measurement, July 2026"),
    ("A3", None, Figure::Average, Column::Before, "2000000", "Australia, Regulatory Burden Measurement"),
    ("A4", None, Figure::Total, Column::Before, "3630000", "Australia, Regulatory Burden Measurement"),
    ("A5", None, Figure::Total, Column::Before, "9611700", "Australia, Regulatory Burden Measurement, July 2026"),
    ("A6", None, Figure::Total, Column::Change, "-19872000", "Australia, Regulatory Burden Measurement"),
    ("A7-removed", None, Figure::Average, Column::Change, "-750000", "Australia, Regulatory Burden Measurement"),
    ("A7-500", None, Figure::Average, Column::Change, "-500000", "Australia, Regulatory Burden Measurement"),
    ("A7-100", None, Figure::Average, Column::Change, "-750000", "Australia, Regulatory Burden Measurement"),
    ("A8", Some("from-1"), Figure::Occurrences, Column::Before, "4", "Australia, Regulatory Burden Measurement"),
    ("A8", Some("from-4"), Figure::Occurrences, Column::Before, "3", "Australia, Regulatory Burden Measurement"),
    ("A9", None, Figure::MidpointOfInputs, Column::Before, "400000", "Australia, Regulatory Burden Measurement"),
    ("A9", None, Figure::MidpointOfOutputs, Column::Before, "500000", "Australia, Regulatory Burden Measurement"),
    ("D1", None, Figure::Total, Column::Before, "342000000", "Germany, Erfüllungsaufwand"),
    ("D2", None, Figure::Total, Column::Before, "2000", "Germany, worked example of the standard cost model"),
    ("D3", None, Figure::Cases, Column::Before, "13400000", "Germany, worked example of frequencies"),
    ("D3-frequency", None, Figure::Cases, Column::Before, "0.2", "Germany, worked example of frequencies"),
    ("C1", None, Figure::Annualised, Column::Before, "60000.21", "Canada, SOR/2015-202"),
    ("U1", Some("a1"), Figure::Total, Column::Before, "42000", "United States, a burden notice"),
    ("U1", Some("a2"), Figure::Total, Column::Before, "12375", "United States, a burden notice"),
    ("U1", Some("a3"), Figure::Total, Column::Before, "4500", "United States, a burden notice"),
    ("V1", None, Figure::Total, Column::Before, "975000000000", "Vietnam, press on tax filing"),
    ("V1", None, Figure::Total, Column::After, "325000000000", "Vietnam, press on tax filing"),
    ("V1", None, Figure::Total, Column::Saved, "650000000000", "Vietnam, press on tax filing"),
    ("V1", None, Figure::Percent, Column::Saved, "66.67", "Vietnam, press on tax filing"),
    ("V3", None, Figure::Total, Column::Saved, "1652000000000", "Hà Nội, press on 293 procedures"),
    ("V3", None, Figure::Percent, Column::Saved, "71.64", "Hà Nội, press on 293 procedures"),
    ("V2", None, Figure::Percent, Column::Saved, "50", "Vietnam, press on certificates of origin"),
    ("G1", None, Figure::Average, Column::Before, "1200000", "worked example: 50 × 2 h × 1.000 × 12"),
    ("G1", None, Figure::PresentValue, Column::Before, "8428297.85", "the same, ten years at 7%"),
];

#[test]
fn every_published_vector_is_computed_from_data() {
    let cases = methods::shipped_cases().expect("cases").cases;
    for (id, activity, name, column, value, source) in VECTORS {
        let mut case = cases.iter().find(|case| case.id == *id).unwrap_or_else(|| panic!("{id}: {source}")).clone();
        let used = method(case.method.as_ref().expect(id));
        if let Some(activity) = activity {
            case.activities.retain(|one| one.id == *activity);
        }
        case.printed.clear();
        let figures = run_case(&used, &case, &|_: &str| None).unwrap_or_else(|e| panic!("{id}: {e}"));
        let decimals = if value.contains('.') { 2 } else { 0 };
        assert_eq!(figure(&figures, *name, *column, decimals), fraction(value), "{id}, {source}");
    }
}

#[test]
fn whole_vectors_are_exact_before_any_rounding() {
    let cases = methods::shipped_cases().expect("cases").cases;
    for (id, activity, name, column, value, source) in VECTORS {
        let rounded_by_its_source = value.contains('.') && *id != "D3-frequency";
        if activity.is_some() || rounded_by_its_source {
            continue;
        }
        let case = cases.iter().find(|case| case.id == *id).expect(id);
        let used = method(case.method.as_ref().expect(id));
        let figures = run_case(&used, case, &|_: &str| None).expect(id);
        let computed = figures.figure(*name, *column).expect(id);
        assert_eq!(computed, tinhgon::cost::method::exact(fraction(value)), "{id}, {source}");
    }
}

#[test]
fn printed_figures_of_the_catalogue_are_those_of_the_vectors() {
    let mut printed = 0;
    for case in methods::shipped_cases().expect("cases").cases {
        let used = method(case.method.as_ref().expect("method"));
        let figures = run_case(&used, &case, &|_: &str| None).unwrap_or_else(|e| panic!("{}: {e}", case.id));
        assert!(!figures.printed.is_empty() && figures.printed.iter().all(|p| p.same), "{}: {figures:?}", case.id);
        printed += figures.printed.len();
    }
    assert!(printed >= VECTORS.len(), "{printed}");
}

#[test]
fn a_partial_cut_is_not_multiplied_by_what_is_not_usual() {
    // The wrong way: (1.000 − 500) × (1 − 25%) × 1.000 = 375.000.
    let figures = compute(
        &method("australia"),
        r#"[[case]]
        id = "x"
        name = "x"
        segment = [{ id = "s", addressee = "business", population = 1000, usual = { amount = 250 } }]
        activity = [{ id = "a", name = "a", outlays = { purchase = 1000 } }]
        change = [{ activity = "a", outlays = { purchase = 500 } }]"#,
    );
    assert_eq!(figure(&figures, Figure::Average, Column::Saved, 0), fraction("500000"));
    assert_eq!(figure(&figures, Figure::Average, Column::After, 0), fraction("250000"));
}

#[test]
fn what_a_method_leaves_out_is_told_and_not_counted() {
    let figures = compute(
        &method("australia"),
        r#"[[case]]
        id = "x"
        name = "x"
        segment = [{ id = "s", addressee = "business", population = 10 }]
        activity = [{ id = "a", name = "a", hours = 1, outlays = { fee = 7, tax = 5, purchase = 3 } }]"#,
    );
    // (91,54 + 3) × 10 firms.
    assert_eq!(figure(&figures, Figure::Average, Column::Before, 2), fraction("945.4"));
    let line = &figures.versions[0].lines[0];
    let left: Vec<&str> = line.left_out.iter().map(|(part, _)| part.name()).collect();
    assert_eq!(left, ["fee", "tax"]);
    let text = tinhgon::cost::method::explain_line(&method("australia"), line, Lang::Vi);
    assert_eq!(
        text,
        "1 giờ × 91,54/giờ + mua sắm 3 = 94,54/lần; × 1 lần/năm × 10 đối tượng = 945,4/năm; các năm 1–10 (10 lần) = 9.454; không tính: phí, lệ phí 7, thuế 5"
    );
}

#[test]
fn german_citizens_have_hours_and_material_but_no_wage() {
    let figures = compute(
        &method("germany"),
        r#"[[case]]
        id = "x"
        name = "x"
        segment = [{ id = "s", addressee = "citizen", population = 600 }]
        activity = [{ id = "a", name = "a", minutes = 30, outlays = { purchase = 4 }, times = 2 }]"#,
    );
    assert_eq!(figure(&figures, Figure::Hours, Column::Before, 0), fraction("600"));
    assert_eq!(figure(&figures, Figure::Total, Column::Before, 0), fraction("4800"));
}

#[test]
fn measuring_again_is_no_saving() {
    let figures = compute(
        &method("standard-cost-model"),
        r#"[[case]]
        id = "x"
        name = "x"
        segment = [{ id = "s", addressee = "business", population = 100 }]
        activity = [{ id = "a", name = "a", hours = 10, hourly = 10, times = 1 }]
        [[case.change]]
        activity = "a"
        why = "estimate"
        hours = 6
        [[case.change]]
        activity = "a"
        times = "1/2"
        "#,
    );
    // 100 × 10 × 10 = 10.000 as first estimated; 6.000 estimated again; 3.000 after the reform.
    for (column, value) in [
        (Column::Before, "10000"),
        (Column::Restated, "6000"),
        (Column::After, "3000"),
        (Column::ReEstimate, "-4000"),
        (Column::Change, "-3000"),
        (Column::Saved, "3000"),
    ] {
        assert_eq!(figure(&figures, Figure::Total, column, 0), fraction(value), "{column}");
    }
    assert_eq!(figure(&figures, Figure::Percent, Column::Saved, 2), fraction("50"));
}

const TRANSITION: &str = r#"[[case]]
    id = "x"
    name = "x"
    segment = [{ id = "s", addressee = "business", population = 10 }]
    activity = [
      { id = "old", name = "giấy", outlays = { purchase = 100 } },
      { id = "same", name = "không đổi", outlays = { purchase = 1 } },
      { id = "new", name = "điện tử", only = "after", outlays = { purchase = 20 } },
      { id = "learn", name = "học", only = "after", outlays = { purchase = 50 }, one_off = true },
    ]
    change = [{ activity = "old", remove = true }]
"#;

#[test]
fn old_and_new_run_together_for_a_time() {
    let figures =
        compute(&method("australia"), &format!("{TRANSITION}\ntransition = {{ new_from = 2, old_until = 3 }}"));
    // Before: (100 + 1) × 10 × 10 years. After: old 3 years, new 9 years, learning once in year 2, the untouched all 10 years.
    assert_eq!(figure(&figures, Figure::Total, Column::Before, 0), fraction("10100"));
    let after = 10 * (3 * 100 + 9 * 20 + 50 + 10);
    assert_eq!(figure(&figures, Figure::Total, Column::After, 0), Fraction::whole(after));
    assert_eq!(figure(&figures, Figure::OneOff, Column::After, 0), fraction("500"));
    assert_eq!(to_fraction(&figures.overlap, 0), Some(fraction("2000")), "the old rule in years 2 and 3");
    let lines = &figures.version(Version::After).expect("after").lines;
    let years = |id: &str| lines.iter().find(|line| line.activity == id).expect(id).years.clone();
    assert_eq!((years("old"), years("learn")), (vec![1, 2, 3], vec![2]));
    let at_once = compute(&method("australia"), TRANSITION);
    assert_eq!(figure(&at_once, Figure::Total, Column::After, 0), Fraction::whole(10 * (200 + 50 + 10)));
}

#[test]
fn present_value_at_the_start_of_the_year_is_higher_by_the_rate() {
    let case = |at: &str| {
        format!(
            r#"[[case]]
            id = "x"
            name = "x"
            horizon = 3
            discount = {{ rate = "0.25", at = "{at}" }}
            segment = [{{ id = "s", addressee = "business", population = 1 }}]
            activity = [{{ id = "a", name = "a", outlays = {{ purchase = 125 }} }}]"#
        )
    };
    // 125 ÷ 1,25 + 125 ÷ 1,5625 + 125 ÷ 1,953125 = 100 + 80 + 64.
    let scm = method("standard-cost-model");
    let present = |at| figure(&compute(&scm, &case(at)), Figure::PresentValue, Column::Before, 6);
    assert_eq!(present("year_end"), fraction("244"));
    assert_eq!(present("year_start"), fraction("305"));
    assert_eq!(present("each_time"), fraction("244"), "once a year is due at the end of the year");
}

#[test]
fn canada_discounts_each_performance_and_goes_back_to_2012() {
    let case = r#"[[case]]
        id = "x"
        name = "x"
        year = 2020
        segment = [{ id = "s", addressee = "business", population = 1000 }]
        activity = [{ id = "a", name = "a", hours = 2, hourly = 30, times = 12 }]"#;
    let figures = compute(&method("canada"), case);
    // Another way of computing: the sum of the 120 terms in floating point.
    let sum: f64 = (1..=120).map(|f| 60_000.0 / 1.07_f64.powf(f64::from(f) / 12.0)).sum();
    let expected = sum * 0.142_378 / 1.07_f64.powi(8);
    let computed = figure(&figures, Figure::Annualised, Column::Before, 2);
    let computed = computed.numerator() as f64 / computed.denominator() as f64;
    assert!((computed - expected).abs() < 0.01, "{computed} {expected}");
}

#[test]
fn prices_of_another_year_and_capital_that_serves_for_years() {
    let figures = compute(
        &method("united-states"),
        r#"[[case]]
        id = "x"
        name = "x"
        overhead = "0.5"
        prices = { base = 2020, index = { 2010 = 80, 2020 = 100 } }
        segment = [{ id = "s", addressee = "respondent", population = 10 }]
        activity = [
          { id = "buy", name = "a", outlays = { capital = 400, upkeep = 8 }, life = 5, price_year = 2010 },
          { id = "work", name = "b", hours = 2, hourly = 20 },
        ]"#,
    );
    // (400 ÷ 5 + 8) × 100 ÷ 80 = 110; 2 × 20 × 1,5 = 60; × 10.
    assert_eq!(figure(&figures, Figure::Total, Column::Before, 0), fraction("1700"));
}

#[test]
fn the_lowest_figure_takes_the_highest_of_what_lowers_it() {
    let figures = compute(
        &method("australia"),
        r#"[[case]]
        id = "x"
        name = "x"
        horizon = 1
        segment = [{ id = "s", addressee = "business", population = 1 }]
        activity = [{ id = "a", name = "a", delay = { approval = [10, 30], ready = [5, 15], income = 2, standby = 1 } }]"#,
    );
    for (name, value) in [(Figure::Low, "0"), (Figure::High, "75"), (Figure::Total, "30")] {
        assert_eq!(figure(&figures, name, Column::Before, 0), fraction(value), "{name}");
    }
}

#[test]
fn bounds_hold_also_above_a_floor_that_moves_and_do_not_subtract() {
    // The current rule takes 1 to 3 hours, half of which is usual; the reform leaves 1 to 2.
    let case = r#"
[[case]]
id = "x"
name = "x"
horizon = 1
segment = [{ id = "firms", addressee = "business", population = 10 }]
activity = [{ id = "a1", name = "y", hourly = 100, hours = [1, 3], usual = { share = "0.5" } }]
change = [{ activity = "a1", hours = [1, 2] }]
"#;
    let figures = compute(&method("australia"), case);
    let of = |which, column| figure(&figures, which, column, 2);
    // Before: half of 1 to half of 3 hours: 500 to 1.500, at the middle 1.000.
    assert_eq!(of(Figure::Low, Column::Before), fraction("500"));
    assert_eq!(of(Figure::Total, Column::Before), fraction("1000"));
    assert_eq!(of(Figure::High, Column::Before), fraction("1500"));
    // After: from 1 hour above 1,5 usual ones, which is nothing, to 2 above half an hour: 1.500; at the middle 1,5 − 1 hours: 500.
    assert_eq!(of(Figure::Low, Column::After), fraction("0"));
    assert_eq!(of(Figure::Total, Column::After), fraction("500"));
    assert_eq!(of(Figure::High, Column::After), fraction("1500"));
    for bound in [Figure::Low, Figure::High, Figure::MidpointOfOutputs] {
        assert_eq!(figures.figure(bound, Column::Change), None, "{bound:?}");
    }
    // A percentage is one of a difference.
    assert_eq!(of(Figure::Percent, Column::Saved), fraction("50"));
    assert_eq!(figures.figure(Figure::Percent, Column::After), None);
}

#[test]
fn what_cannot_be_computed_is_refused_with_its_reason() {
    let case = |rest: &str| {
        format!(
            "[[case]]\nid = \"x\"\nname = \"x\"\nsegment = [{{ id = \"s\", addressee = \"business\", population = 1 }}]\n{rest}"
        )
    };
    let canada = method("canada");
    for (rest, words) in [
        ("activity = [{ id = \"a\", name = \"a\", hours = 1 }]", "hourly rate"),
        ("activity = [{ id = \"a\", name = \"a\", hours = 1, minutes = 1, hourly = 1 }]", "both hours and minutes"),
        ("activity = [{ id = \"a\", name = \"a\", segment = \"t\" }]", "no segment “t”"),
        ("activity = [{ id = \"a\", name = \"a\" }, { id = \"a\", name = \"b\" }]", "“a” is used twice"),
        ("activity = [{ id = \"a\", name = \"a\", one_off = true, every = 2 }]", "periodic"),
        ("activity = [{ id = \"a\", name = \"a\" }]\nchange = [{ activity = \"b\", times = 1 }]", "no activity “b”"),
        ("activity = [{ id = \"a\", name = \"a\" }]\nchange = [{ times = 1 }]", "[[case.change]]"),
        ("activity = [{ id = \"a\", name = \"a\", price_year = 1999 }]", "price index of 1999"),
        ("activity = [{ id = \"a\", name = \"a\" }]", "needs the year"),
        ("year = 2012\nactivity = [{ id = \"a\", name = \"a\", times = 1000 }]", "at most 366"),
        ("horizon = 0\nactivity = []", "1 to 200"),
    ] {
        let file: CaseFile = toml::from_str(&case(rest)).unwrap_or_else(|e| panic!("{rest}: {e}"));
        let fault = run_case(&canada, &file.cases[0], &|_: &str| None).expect_err(rest);
        assert!(fault.message(Lang::En).contains(words), "{rest}: {fault}");
    }
    for quantity in ["-1", "[3, 1]", "1.5", "\"x\""] {
        let text = case(&format!("activity = [{{ id = \"a\", name = \"a\", times = {quantity} }}]"));
        assert!(toml::from_str::<CaseFile>(&text).is_err(), "{quantity}");
    }
}

#[test]
fn numbers_are_shown_as_people_write_them() {
    let value = tinhgon::cost::method::exact(fraction("8428297.846"));
    assert_eq!(
        (shown(&value, 2, Lang::Vi), shown(&value, 2, Lang::En)),
        ("8.428.297,85".into(), "8,428,297.85".into())
    );
}
