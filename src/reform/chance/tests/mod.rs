//! The compiled model against the exact way; the exact way against hand counts; draws against closed forms.

mod random;

use super::drawn::draw;
use super::*;
use crate::cost::CostRow;
use crate::model::{
    Action, ActivityGroup, Cell, CountsAs, Edit, Fraction, KindParameter, Measure, MeasureKind, Metric, Provenance,
    RegulationKind, Selector, Spread, Target, TargetKind, Uncertainty, Unit,
};
use crate::reform::{Register, Snapshot, Subject, SubjectRow};
use jiff::civil::date;

fn whole(value: i64) -> Fraction {
    Fraction::whole(value)
}

fn uncertain(of: &str, spread: Spread, low: i64, likely: Option<i64>, high: i64) -> Uncertainty {
    Uncertainty {
        of: of.into(),
        spread,
        low: whole(low),
        likely: likely.map(whole),
        high: whole(high),
        provenance: Provenance::Assumption,
        source: "test".into(),
    }
}

/// A row whose minutes are hours in disguise: an income of 100 an hour.
fn row(id: &str, minutes: i64, population: i64) -> SubjectRow {
    SubjectRow {
        id: id.into(),
        group: ActivityGroup::Dossier,
        component: None,
        row: CostRow {
            minutes: whole(minutes),
            hourly: whole(100),
            outsourcing: Fraction::ZERO,
            charges: Fraction::ZERO,
            times: Fraction::ONE,
            population: whole(population),
        },
    }
}

fn subject(code: &str, kind: RegulationKind, rows: Vec<SubjectRow>) -> Subject {
    let annual = rows.iter().fold(Fraction::ZERO, |sum, row| sum.plus(row.row.annual().unwrap()).unwrap());
    Subject {
        code: code.into(),
        kind,
        agency: None,
        field: None,
        electronic: false,
        processing_hours: Some(whole(80)),
        annual,
        has_sheet: true,
        one: Fraction::ZERO,
        waits: false,
        concerns: None,
        components: None,
        rows,
    }
}

fn kind(id: &str, counts_as: CountsAs, parameters: &[&str], edits: Vec<Edit>) -> MeasureKind {
    let parameter = |id: &&str| KindParameter {
        id: (*id).into(),
        name: (*id).into(),
        name_en: (*id).into(),
        unit: Unit::Percent,
        default: Some("60".into()),
    };
    MeasureKind {
        level: None,
        weight: None,
        id: id.into(),
        name: id.into(),
        name_en: id.into(),
        counts_as,
        order: 10,
        targets: TargetKind::None,
        parameters: parameters.iter().map(parameter).collect(),
        edits,
        source: String::new(),
    }
}

fn edit(on: Selector, action: Action, cell: Option<Cell>, value: Option<&str>) -> Edit {
    Edit { on, action, cell, value: value.map(Into::into) }
}

fn measure(code: &str, regulation: &str, kind: &str, targets: &[&str]) -> Measure {
    let mut measure = Measure::proposed(regulation, kind, date(2026, 1, 1));
    measure.code = code.into();
    measure.targets = targets.iter().map(|t| (*t).to_owned()).collect();
    measure
}

fn snapshot(kinds: Vec<MeasureKind>, subjects: Vec<Subject>) -> Snapshot {
    Snapshot {
        live: Register { frozen_on: None, subjects },
        kinds: kinds.into_iter().map(|kind| (kind.id.clone(), kind)).collect(),
        working_day: whole(8),
        ..Snapshot::default()
    }
}

fn target(metric: Metric, percent: i64, kinds: &[RegulationKind]) -> (String, Target) {
    let on_all = Target::new("t", metric, whole(percent), date(2026, 12, 31));
    ("p".into(), Target { kinds: kinds.to_vec(), ..on_all })
}

const HOW: Draws = Draws { draws: 20_000, seed: 68, threads: 2, level: 90 };

fn drawn(chance: &Chance, measured: Measured) -> Distribution {
    chance.figures.iter().find(|f| f.measured == measured).unwrap().drawn.unwrap()
}

/// Vector A9 of the spec: 1–3 hours × 1.000–3.000 firms × 100. The middle of the inputs is 400.000, of the outputs 500.000.
#[test]
fn the_midpoint_of_inputs_is_not_that_of_outputs() {
    let kinds =
        vec![kind("abolish", CountsAs::Abolished, &[], vec![edit(Selector::Regulation, Action::Drop, None, None)])];
    let snapshot = snapshot(kinds, vec![subject("1", RegulationKind::Procedure, vec![row("a1", 90, 1_200)])]);
    let abolish = measure("1-m1", "1", "abolish", &[]);
    let uncertainties = [
        uncertain("sheet:1:a1:minutes", Spread::Range, 60, None, 180),
        uncertain("sheet:1:a1:population", Spread::Range, 1_000, None, 3_000),
        uncertain("sheet:1:a9:minutes", Spread::Range, 0, None, 1),
    ];
    let case = Case::new(&Question {
        snapshot: &snapshot,
        register: &snapshot.live,
        measures: vec![&abolish],
        targets: &[],
        uncertainties: &uncertainties,
        incomes: &[],
    })
    .unwrap();
    let answer = chance(&case, &HOW).unwrap();
    for measured in [Measured::CostBefore, Measured::CostSaved] {
        let figure = answer.figures.iter().find(|f| f.measured == measured).unwrap();
        assert_eq!(figure.point, Some(whole(180_000)));
        assert_eq!(figure.input_midpoint, Some(whole(400_000)));
        assert_eq!(figure.output_midpoint, Some(whole(500_000)));
        assert_eq!((figure.all_low, figure.all_high), (Some(whole(100_000)), Some(whole(900_000))));
        // Independent ranges: the mean of the product is the product of the means, whose deviation is 100 × √(E[h²]E[n²] − 16·10⁶)
        // = 100 × √(13/3 × 13/3 × 10⁶ − 16 × 10⁶) ≈ 166.667; six standard errors of the mean are 7.071.
        let mean = figure.drawn.unwrap().mean;
        assert!((mean - 400_000.0).abs() < 7_100.0, "{mean}");
    }
    assert_eq!(answer.idle, ["sheet:1:a9:minutes"]);
    assert_eq!(answer.parameters, 2);
    let percent = drawn(&answer, Measured::CostSavedPercent);
    assert!((percent.from - 100.0).abs() < 1e-9 && (percent.to - 100.0).abs() < 1e-9, "{percent:?}");
}

/// The probability of a target with a closed form: two rows, one removed; the share saved is x ÷ (x + 60), uniform x on 0…60 minutes,
/// so 20 % is met where x ≥ 15: in three draws of four.
#[test]
fn the_probability_of_a_target_is_that_of_the_closed_form() {
    let kinds =
        vec![kind("remove", CountsAs::Simplified, &[], vec![edit(Selector::Targets, Action::Drop, None, None)])];
    let rows = vec![row("a1", 30, 100), row("a2", 60, 100)];
    let subjects = vec![subject("1", RegulationKind::Procedure, rows), subject("2", RegulationKind::Condition, vec![])];
    let snapshot = snapshot(kinds, subjects);
    let remove = measure("1-m1", "1", "remove", &["a1"]);
    let uncertainties = [uncertain("sheet:1:a1:minutes", Spread::Range, 0, None, 60)];
    let targets = [
        target(Metric::CostSaved, 20, &[]),
        target(Metric::CostSaved, 20, &[RegulationKind::Condition]),
        target(Metric::CutOrSimplified, 50, &[]),
        target(Metric::CutOrSimplified, 51, &[]),
        target(Metric::TimeSaved, 1, &[]),
    ];
    let case = Case::new(&Question {
        snapshot: &snapshot,
        register: &snapshot.live,
        measures: vec![&remove],
        targets: &targets,
        uncertainties: &uncertainties,
        incomes: &[],
    })
    .unwrap();
    let answer = chance(&case, &HOW).unwrap();
    let probability: Vec<f64> = answer.targets.iter().map(|t| t.probability).collect();
    // Six standard errors of a share of ¾ over 20.000 draws.
    assert!((probability[0] - 0.75).abs() < 6.0 * (0.75 * 0.25 / 20_000.0_f64).sqrt(), "{probability:?}");
    assert_eq!(probability[1..], [0.0, 1.0, 0.0, 0.0]);
    assert_eq!(answer.targets[0].point, Fraction::new(100, 3));
    assert!(answer.targets[1].drawn.is_none() && !answer.time_moves);
}

/// One draw of an income serves all rows: with every row of the register at that income, the share saved is the same in every draw.
#[test]
fn one_draw_of_an_income_serves_all_rows() {
    let kinds =
        vec![kind("remove", CountsAs::Simplified, &[], vec![edit(Selector::Targets, Action::Drop, None, None)])];
    let subjects = vec![
        subject("1", RegulationKind::Procedure, vec![row("a1", 30, 100), row("a2", 60, 100)]),
        subject("2", RegulationKind::Report, vec![row("a1", 10, 100)]),
    ];
    let snapshot = snapshot(kinds, subjects);
    let remove = measure("1-m1", "1", "remove", &["a1"]);
    let income = |regulation: &str, row: &str| IncomeRow {
        regulation: regulation.into(),
        row: row.into(),
        parameter: "income.citizen".into(),
        value: whole(100),
        factor: Fraction::ONE,
    };
    let incomes = [income("1", "a1"), income("1", "a2"), income("2", "a1")];
    let uncertainties = [uncertain("parameter:income.citizen", Spread::Lognormal, 50, None, 200)];
    // Exactly 30 %: met in every draw, whatever rounding does.
    let targets = [target(Metric::CostSaved, 30, &[])];
    let case = Case::new(&Question {
        snapshot: &snapshot,
        register: &snapshot.live,
        measures: vec![&remove],
        targets: &targets,
        uncertainties: &uncertainties,
        incomes: &incomes,
    })
    .unwrap();
    let answer = chance(&case, &HOW).unwrap();
    let percent = drawn(&answer, Measured::CostSavedPercent);
    assert!((percent.from - 30.0).abs() < 1e-9 && (percent.to - 30.0).abs() < 1e-9, "{percent:?}");
    assert!((answer.targets[0].probability - 1.0).abs() < f64::EPSILON);
    // So the income moves the saving in đồng and is all of its variance, and does not move its share.
    let saved = tornado(&case, &HOW, Scale::Saved).unwrap();
    assert!((saved.bars[0].variance_share.unwrap() - 1.0).abs() < 1e-9);
    let share = tornado(&case, &HOW, Scale::Percent).unwrap();
    assert_eq!((share.bars[0].swing(Scale::Percent), share.bars[0].correlation), (Fraction::ZERO, None));
    // Low and high are the 5th and the 95th percentile: of the cost, 100 × 10.000 minutes ÷ 60 times as much.
    let before = drawn(&answer, Measured::CostBefore);
    let per_income = 10_000.0 / 60.0;
    assert!((before.from / per_income / 50.0 - 1.0).abs() < 0.03, "{before:?}");
    assert!((before.to / per_income / 200.0 - 1.0).abs() < 0.03, "{before:?}");
    assert!((before.median / per_income / 100.0 - 1.0).abs() < 0.03, "{before:?}");
}

/// Three parameters that add up with known variances: the widest first, the shares of variance those of the closed form.
#[test]
fn the_tornado_puts_first_what_matters_most() {
    let kinds =
        vec![kind("abolish", CountsAs::Abolished, &[], vec![edit(Selector::Regulation, Action::Drop, None, None)])];
    let rows = vec![row("a1", 60, 100), row("a2", 60, 100), row("a3", 60, 100)];
    let snapshot = snapshot(kinds, vec![subject("1", RegulationKind::Procedure, rows)]);
    let abolish = measure("1-m1", "1", "abolish", &[]);
    let uncertainties = [
        uncertain("sheet:1:a1:minutes", Spread::Range, 30, None, 90),
        uncertain("sheet:1:a2:minutes", Spread::Range, 0, None, 120),
        uncertain("sheet:1:a3:minutes", Spread::Range, 50, None, 70),
    ];
    let case = Case::new(&Question {
        snapshot: &snapshot,
        register: &snapshot.live,
        measures: vec![&abolish],
        targets: &[],
        uncertainties: &uncertainties,
        incomes: &[],
    })
    .unwrap();
    let answer = tornado(&case, &HOW, Scale::Saved).unwrap();
    let of: Vec<&str> = answer.bars.iter().map(|bar| bar.uncertainty.of.as_str()).collect();
    assert_eq!(of, ["sheet:1:a2:minutes", "sheet:1:a1:minutes", "sheet:1:a3:minutes"]);
    assert_eq!(answer.saved, whole(30_000));
    assert_eq!((answer.bars[0].saved_low, answer.bars[0].saved_high), (whole(20_000), whole(40_000)));
    assert_eq!(answer.bars[1].swing(Scale::Saved), whole(10_000));
    // Variances as 120² : 60² : 20².
    let total = 14_400.0 + 3_600.0 + 400.0;
    for (bar, variance) in answer.bars.iter().zip([14_400.0, 3_600.0, 400.0]) {
        assert!((bar.variance_share.unwrap() - variance / total).abs() < 0.02, "{bar:?}");
        assert!(bar.correlation.unwrap() > 0.0);
    }
}

/// An interval of 90 % is that between the 5th and 95th percentile: of a uniform one, 5 % from each end.
#[test]
fn intervals_are_percentiles() {
    let snapshot = snapshot(vec![], vec![subject("1", RegulationKind::Procedure, vec![row("a1", 60, 60)])]);
    let uncertainties = [uncertain("sheet:1:a1:minutes", Spread::Range, 0, None, 100)];
    let case = Case::new(&Question {
        snapshot: &snapshot,
        register: &snapshot.live,
        measures: vec![],
        targets: &[],
        uncertainties: &uncertainties,
        incomes: &[],
    })
    .unwrap();
    for (level, from, to) in [(90, 500.0, 9_500.0), (50, 2_500.0, 7_500.0), (0, 5_000.0, 5_000.0)] {
        let answer = chance(&case, &Draws { level, ..HOW }).unwrap();
        let before = drawn(&answer, Measured::CostBefore);
        // Six standard errors of a percentile near the middle of 20.000 uniform draws are 212.
        assert!((before.from - from).abs() < 212.0 && (before.to - to).abs() < 212.0, "{before:?}");
        assert!((before.median - 5_000.0).abs() < 212.0, "{before:?}");
    }
    let model = case.compile();
    assert_eq!(draw(&model, &case, &Draws { draws: 700, ..HOW }).before.len(), 700);
}

#[test]
fn what_cannot_be_is_told() {
    let said = |spread, low, likely, high| {
        check_uncertainty(&uncertain("parameter:x", spread, low, likely, high))
            .into_iter()
            .map(|s| s.en)
            .collect::<Vec<_>>()
    };
    assert!(said(Spread::Pert, 1, Some(2), 3).is_empty() && said(Spread::Range, 2, None, 2).is_empty());
    for (spread, low, likely, high, words) in [
        (Spread::Pert, 1, None, 3, "needs the likely value"),
        (Spread::Range, 1, Some(2), 3, "takes no likely value"),
        (Spread::Triangular, 1, Some(4), 3, "lies outside"),
        (Spread::Range, 3, None, 1, "above the highest"),
        (Spread::Range, -1, None, 1, "below zero"),
        (Spread::Lognormal, 0, None, 1, "above zero"),
    ] {
        let said = said(spread, low, likely, high);
        assert!(said.len() == 1 && said[0].contains(words), "{said:?}");
    }
    assert!(outside(&uncertain("parameter:x", Spread::Range, 1, None, 3), whole(4)));
    assert!(!outside(&uncertain("parameter:x", Spread::Range, 1, None, 3), whole(3)));
}
