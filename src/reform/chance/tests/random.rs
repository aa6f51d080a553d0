//! The compiled model against `apply` and against the exact way, on random sets of measures.

use super::*;
use crate::draw::{BLOCK, Stream};
use crate::reform::apply;
use crate::reform::chance::model::{Side, slot};
use proptest::prelude::*;

/// What makes a random case: numbers that say what is uncertain and which measures there are.
#[derive(Debug, Clone)]
struct Dice {
    rows: Vec<(u8, [i64; 6], bool)>,
    edits: Vec<(u8, u8, u8, i64, bool)>,
    measures: Vec<(u8, u8, u8)>,
    spots: Vec<(u8, u8, i64, i64)>,
    values: Vec<i64>,
}

fn dice() -> impl Strategy<Value = Dice> {
    let row = (0_u8..6, prop::array::uniform6(0_i64..500), any::<bool>());
    let edit = (0_u8..10, 0_u8..5, 0_u8..5, 0_i64..300, any::<bool>());
    (
        prop::collection::vec(row, 1..8),
        prop::collection::vec(edit, 1..8),
        prop::collection::vec((0_u8..8, 0_u8..3, 0_u8..8), 0..6),
        prop::collection::vec((0_u8..8, 0_u8..6, 0_i64..300, 0_i64..300), 1..12),
        prop::collection::vec(0_i64..300, 20),
    )
        .prop_map(|(rows, edits, measures, spots, values)| Dice { rows, edits, measures, spots, values })
}

struct Made {
    snapshot: Snapshot,
    measures: Vec<Measure>,
    uncertainties: Vec<Uncertainty>,
    incomes: Vec<IncomeRow>,
}

/// Three subjects of different kinds that share the rows, kinds of one or two edits each, measures on any subject, and uncertainty on
/// cells, the income, and values of measures.
fn make(dice: &Dice) -> Made {
    let rows: Vec<SubjectRow> = dice
        .rows
        .iter()
        .enumerate()
        .map(|(n, (group, numbers, component))| SubjectRow {
            id: format!("a{n}"),
            group: ActivityGroup::ALL[*group as usize],
            component: component.then(|| format!("c{n}")),
            row: CostRow {
                minutes: whole(numbers[0]),
                hourly: whole(if numbers[5] % 2 == 0 { 120 } else { 75 }),
                outsourcing: whole(numbers[1]),
                charges: whole(numbers[2]),
                times: Fraction::new(numbers[3].into(), 5).unwrap(),
                population: whole(numbers[4]),
            },
        })
        .collect();
    let kinds = [RegulationKind::Procedure, RegulationKind::Condition, RegulationKind::Report];
    let codes = ["r0", "r1", "r2"];
    let subjects: Vec<Subject> =
        codes.iter().zip(kinds).map(|(code, kind)| subject(code, kind, rows.clone())).collect();
    let mut incomes = Vec::new();
    for subject in &subjects {
        for row in subject.rows.iter().filter(|row| row.row.hourly == whole(120)) {
            incomes.push(IncomeRow {
                regulation: subject.code.clone(),
                row: row.id.clone(),
                parameter: "income".into(),
                value: whole(60),
                factor: whole(2),
            });
        }
    }
    let made_kinds: Vec<MeasureKind> = dice
        .edits
        .iter()
        .enumerate()
        .map(|(n, (on, action, cell, value, named))| {
            let written = value.to_string();
            let value = if *named { "$v" } else { &written };
            let cell = Cell::ALL[*cell as usize];
            let edits = vec![
                edit(Selector::ALL[*on as usize], Action::ALL[*action as usize], Some(cell), Some(value)),
                edit(Selector::All, Action::Cap, Some(Cell::Minutes), Some("400")),
                edit(Selector::Dossier, Action::Scale, Some(cell), Some("$v")),
            ];
            let edits = edits.into_iter().take(1 + n % 3).collect();
            MeasureKind { order: (n % 4) as u32, ..kind(&format!("k{n}"), CountsAs::Simplified, &["v"], edits) }
        })
        .collect();
    let measures: Vec<Measure> = dice
        .measures
        .iter()
        .enumerate()
        .map(|(n, (kind, on, row))| {
            let kind = format!("k{}", usize::from(*kind) % made_kinds.len());
            let row = usize::from(*row) % dice.rows.len();
            let mut made =
                measure(&format!("m{n}"), codes[*on as usize], &kind, &[&format!("a{row}"), &format!("c{}", row / 2)]);
            if n % 2 == 0 {
                made.values.insert("v".into(), dice.values[n].to_string());
            }
            made
        })
        .collect();
    let mut uncertainties: Vec<Uncertainty> = dice
        .spots
        .iter()
        .enumerate()
        .map(|(n, (row, cell, a, b))| {
            let of = match cell {
                5 if n % 2 == 0 => "parameter:income".to_owned(),
                5 => format!("measure:m{}:v", usize::from(*row) % 6),
                cell => format!(
                    "sheet:{}:a{}:{}",
                    codes[n % 3],
                    usize::from(*row) % dice.rows.len(),
                    Cell::ALL[*cell as usize]
                ),
            };
            let (low, high) = (*a.min(b), *a.max(b));
            match n % 3 {
                0 => uncertain(&of, Spread::Range, low, None, high),
                1 => uncertain(&of, Spread::Pert, low, Some(i64::midpoint(low, high)), high),
                _ => uncertain(&of, Spread::Lognormal, low + 1, None, high + 1),
            }
        })
        .collect();
    uncertainties.sort_by(|a, b| a.of.cmp(&b.of));
    uncertainties.dedup_by(|a, b| a.of == b.of);
    Made { snapshot: snapshot(made_kinds, subjects), measures, uncertainties, incomes }
}

fn near(compiled: f64, exact: Fraction) -> bool {
    let exact = float(exact);
    (compiled - exact).abs() <= 1e-9 * (1.0 + exact.abs())
}

fn agrees(figures: &[f64], exact: &crate::reform::ByKind) -> bool {
    RegulationKind::ALL.iter().all(|kind| {
        let part = exact.figures(&[*kind]).unwrap();
        near(figures[slot(*kind, Side::Before)], part.before)
            && near(figures[slot(*kind, Side::After)], part.after)
            && near(figures[slot(*kind, Side::HoursAfter)], part.hours_after)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn the_compiled_model_is_what_apply_does(dice in dice()) {
        let Made { snapshot, measures, uncertainties, incomes } = make(&dice);
        let measures: Vec<&Measure> = measures.iter().collect();
        let targets = [target(Metric::CostSaved, 20, &[RegulationKind::Procedure]), target(Metric::TimeSaved, 20, &[])];
        let case = Case::new(&Question {
            snapshot: &snapshot, register: &snapshot.live, measures: measures.clone(), targets: &targets,
            uncertainties: &uncertainties, incomes: &incomes,
        }).unwrap();
        // At the point, against plain `apply` over the untouched register.
        let model = case.compile();
        let point = model.at(|variable| float(case.variables[variable].point));
        for subject in &snapshot.live.subjects {
            let after = apply(subject, &measures, &snapshot).outcome;
            prop_assert!(near(point[slot(subject.kind, Side::Before)], subject.annual));
            prop_assert!(near(point[slot(subject.kind, Side::After)], after.annual));
            prop_assert!(near(point[slot(subject.kind, Side::HoursAfter)], after.processing_hours.unwrap()));
        }
        prop_assert!(agrees(&point, case.point()));
        // Elsewhere, against the exact way.
        let value = |variable: usize| whole(dice.values[variable % 20]);
        let of = |variable: &Variable| {
            value(case.variables.iter().position(|v| v.uncertainty.of == variable.uncertainty.of).unwrap())
        };
        prop_assert!(agrees(&model.at(|variable| float(value(variable))), &case.at(of).unwrap()));
        for variable in 0..case.variables.len() {
            let moved = case.with(variable, value(variable)).unwrap();
            let at = |other: usize| if other == variable { value(other) } else { case.variables[other].point };
            prop_assert!(agrees(&model.at(|other| float(at(other))), &moved));
        }
        // A block of draws is the model at each draw.
        let mut block = model.block();
        model.draw(&mut Stream::new(5, 3), &mut block);
        let mut columns = vec![[0.0; BLOCK]; case.variables.len()];
        for (variable, column) in columns.iter_mut().enumerate() {
            model.redraw(&mut Stream::new(5, 3), variable, column);
        }
        for draw in [0, 17, BLOCK - 1] {
            let at = model.at(|variable| columns[variable][draw]);
            for (place, figure) in at.iter().enumerate() {
                prop_assert!((block.figures[place][draw] - figure).abs() <= 1e-9 * (1.0 + figure.abs()));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn threads_and_company_change_nothing(dice in dice(), draws in 1_usize..2_000, seed in any::<u64>()) {
        let Made { snapshot, measures, uncertainties, incomes } = make(&dice);
        let measures: Vec<&Measure> = measures.iter().collect();
        let targets = [target(Metric::CostSaved, 20, &[])];
        let case = Case::new(&Question {
            snapshot: &snapshot, register: &snapshot.live, measures: measures.clone(), targets: &targets,
            uncertainties: &uncertainties, incomes: &incomes,
        }).unwrap();
        let on = |threads: usize| Draws { draws, seed, threads, level: 90 };
        let one = chance(&case, &on(1)).unwrap();
        for threads in [2, 3, 7] {
            let many = chance(&case, &on(threads)).unwrap();
            prop_assert_eq!(&many.figures, &one.figures);
            prop_assert_eq!(&many.targets, &one.targets);
            for scale in [Scale::Saved, Scale::Percent] {
                let tornado = |threads| tornado(&case, &on(threads), scale).unwrap();
                prop_assert_eq!(tornado(threads), tornado(1));
            }
        }
    }
}
