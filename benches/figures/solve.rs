//! Choosing among 20.000 measures on 10.000 procedures of 15 activities, and among measures of which many need others or go along with
//! what they cost, against HiGHS on the same model.
//!
//! The peer is `benches/peers/solve.py`; it needs Python with `highspy` (`pip install highspy`; `PYTHON` names another Python). It
//! reads the model that tinhgon wrote, and its time is that of its `run` alone, without reading. Ours is that of the whole way from a
//! loaded workspace to the verified answer: finding the options, solving, checking, and explaining each measure.

use super::race::{self, Figure};
use jiff::civil::{Date, date};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use tinhgon::cost::CostRow;
use tinhgon::exchange::catalog;
use tinhgon::model::{ActivityGroup, Fraction, Measure, Metric, RegulationKind};
use tinhgon::reform::choose::{Conflict, Finding, Objective, Precedence, Problem, Solution, Wanted, model_as_mps};
use tinhgon::reform::{Levels, Register, Snapshot, Subject, SubjectRow, choose};

const PROCEDURES: usize = 10_000;
const MEASURES: usize = 20_000;
const ACTIVITIES: usize = 15;
const TODAY: Date = date(2026, 1, 1);
const AGENCIES: [&str; 5] = ["BTP", "BCA", "BTC", "BYT", "BXD"];

/// Numbers that look random and are the same in every run (the generator of Knuth's MMIX).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 33).expect("31 bits") % bound
    }

    fn place(&mut self, bound: usize) -> usize {
        usize::try_from(self.below(i64::try_from(bound).expect("small"))).expect("not below zero")
    }
}

fn subject(at: usize, numbers: &mut Numbers) -> Subject {
    let groups = ActivityGroup::ALL;
    // A few procedures carry most of the cost, as in real catalogues.
    let population = 10 + numbers.below(200) * numbers.below(200) * (1 + numbers.below(20));
    let rows: Vec<SubjectRow> = (0..ACTIVITIES)
        .map(|row| SubjectRow {
            id: format!("a{}", row + 1),
            group: groups[row * groups.len() / ACTIVITIES],
            component: (row < 4).then(|| format!("c{}", row + 1)),
            row: CostRow {
                minutes: Fraction::whole(5 + numbers.below(480)),
                hourly: Fraction::whole([43_750, 48_200, 54_000][numbers.place(3)]),
                outsourcing: Fraction::whole(numbers.below(3) * 50_000),
                charges: Fraction::whole(numbers.below(5) * 10_000),
                times: [Fraction::ONE, Fraction::whole(12), Fraction::new(1, 5).expect("a number")][numbers.place(3)],
                population: Fraction::whole(population),
            },
        })
        .collect();
    let annual =
        rows.iter().filter_map(|row| row.row.annual()).fold(Fraction::ZERO, |sum, cost| sum.plus(cost).expect("fits"));
    Subject {
        code: format!("7.{at:06}"),
        kind: RegulationKind::Procedure,
        agency: Some(AGENCIES[numbers.place(5)].to_owned()),
        field: None,
        electronic: false,
        processing_hours: Some(Fraction::whole(8 * (1 + numbers.below(30)))),
        annual,
        has_sheet: true,
        one: Fraction::ZERO,
        waits: false,
        concerns: None,
        components: None,
        rows,
    }
}

fn measure(at: usize, numbers: &mut Numbers) -> Measure {
    let regulation = format!("7.{:06}", if at < PROCEDURES { at } else { numbers.place(PROCEDURES) });
    let kind = [
        "remove-component",
        "remove-component",
        "lower-fee",
        "shorten-time",
        "drop-inspection",
        "drop-step",
        "abolish",
    ][numbers.place(7)];
    let mut measure = Measure::proposed(&regulation, kind, TODAY);
    measure.code = format!("{regulation}-m{at}");
    measure.targets = match kind {
        "remove-component" => vec![format!("c{}", 1 + numbers.below(4))],
        "drop-step" => vec![format!("a{}", 1 + numbers.below(15))],
        _ => Vec::new(),
    };
    let value = |name: &str, value: i64| BTreeMap::from([(name.to_owned(), value.to_string())]);
    measure.values = match kind {
        "lower-fee" => value("fee", 5_000),
        "shorten-time" => value("days", 1 + numbers.below(8)),
        _ => BTreeMap::new(),
    };
    measure.level =
        Some(["law", "decree", "decree", "circular", "circular", "circular", "internal"][numbers.place(7)].to_owned());
    measure.weight = Fraction::new((5 + numbers.below(20)).into(), 10);
    measure
}

fn snapshot() -> Snapshot {
    let mut numbers = Numbers(2026);
    let shipped = catalog::shipped().expect("the shipped catalogue");
    let subjects = (0..PROCEDURES).map(|at| subject(at, &mut numbers)).collect();
    let measures = (0..MEASURES).map(|at| measure(at, &mut numbers)).collect();
    Snapshot {
        live: Register { frozen_on: None, subjects },
        measures,
        kinds: shipped.measure_kinds.into_iter().map(|kind| (kind.id.clone(), kind)).collect(),
        levels: Levels::new(shipped.instrument_levels),
        working_day: Fraction::whole(8),
        ..Snapshot::default()
    }
}

fn problems() -> Vec<(&'static str, Problem)> {
    let percent = |metric, percent| Wanted::percent(metric, Fraction::whole(percent));
    let least = |targets: Vec<Wanted>| Problem { targets, seconds: 120, ..Problem::default() };
    let by_agency =
        |metric, part| AGENCIES.map(|agency| Wanted { agency: Some(agency.to_owned()), ..percent(metric, part) });
    let mut each: Vec<Wanted> = vec![percent(Metric::CostSaved, 12), percent(Metric::CutOrSimplified, 30)];
    each.extend(by_agency(Metric::TimeSaved, 8));
    let mut saving: Vec<Wanted> = vec![percent(Metric::CutOrSimplified, 40)];
    saving.extend(by_agency(Metric::TimeSaved, 12));
    let mut all: Vec<Wanted> = vec![percent(Metric::CostSaved, 20), percent(Metric::TimeSaved, 12)];
    for (metric, part) in [(Metric::CutOrSimplified, 35), (Metric::CostSaved, 15), (Metric::TimeSaved, 10)] {
        all.extend(by_agency(metric, part));
    }
    vec![
        ("cost ≥ 12 %", least(vec![percent(Metric::CostSaved, 12)])),
        (
            "most saved for 20.000 points",
            Problem {
                objective: Objective::GreatestSaving,
                budget: Some(Fraction::whole(20_000)),
                seconds: 120,
                ..Problem::default()
            },
        ),
        (
            "cost, count and time ≥ 12, 30, 8 %",
            least(vec![
                percent(Metric::CostSaved, 12),
                percent(Metric::CutOrSimplified, 30),
                percent(Metric::TimeSaved, 8),
            ]),
        ),
        ("cost, count, and time in each of 5 agencies", least(each)),
        ("cost and time, and cost, count and time in each of 5 agencies", least(all)),
        (
            "most saved for 25.000 points with count, and time in each of 5 agencies",
            Problem {
                objective: Objective::GreatestSaving,
                budget: Some(Fraction::whole(25_000)),
                targets: saving,
                seconds: 120,
                ..Problem::default()
            },
        ),
    ]
}

/// How measures need each other.
#[derive(Debug, Clone, Copy)]
enum Shape {
    /// Each the one before it, in chains of so many.
    Chains(usize),
    /// Each the one above it, in trees of so many with two branches at each.
    Trees(usize),
    /// Each the two below it, in such trees turned round.
    Turned(usize),
    /// Each up to two of the forty before it.
    Mixed,
    /// None another; what they save is their effort and as much again for all.
    AlongCost,
    /// The same with their effort less as much for all.
    BeyondCost,
}

/// Measures that each abolish a condition of their own, and what is asked of them.
fn tied(shape: Shape, count: usize, seed: u64) -> (Snapshot, Problem) {
    let mut numbers = Numbers(seed);
    let code = |at: usize| format!("8.{at:06}-m1");
    let (mut subjects, mut measures) = (Vec::new(), Vec::new());
    for at in 0..count {
        let effort = 1 + numbers.below(1_000_000);
        let (effort, saved) = match shape {
            Shape::AlongCost => (effort, effort + 100_000),
            Shape::BeyondCost => (effort + 100_000, effort),
            _ => ([4, 10, 1, 50][numbers.place(4)], 10_000 + numbers.below(990_000)),
        };
        let regulation = format!("8.{at:06}");
        let row = CostRow {
            minutes: Fraction::ZERO,
            hourly: Fraction::ONE,
            outsourcing: Fraction::ZERO,
            charges: Fraction::whole(saved),
            times: Fraction::ONE,
            population: Fraction::ONE,
        };
        let row = SubjectRow { id: "a1".to_owned(), group: ActivityGroup::ALL[0], component: None, row };
        subjects.push(Subject {
            code: regulation.clone(),
            kind: RegulationKind::Condition,
            agency: None,
            field: None,
            electronic: false,
            processing_hours: None,
            annual: Fraction::whole(saved),
            has_sheet: true,
            one: Fraction::ZERO,
            waits: false,
            concerns: None,
            components: None,
            rows: vec![row],
        });
        let mut measure = Measure::proposed(&regulation, "abolish", TODAY);
        measure.code = code(at);
        measure.level = Some("internal".to_owned());
        measure.weight = Fraction::new(effort.into(), 2);
        measures.push(measure);
    }
    let mut problem = Problem { seconds: 120, ..Problem::default() };
    if matches!(shape, Shape::AlongCost | Shape::BeyondCost) {
        let all = measures.iter().fold(Fraction::ZERO, |sum, m| sum.plus(m.weight.expect("given")).expect("fits"));
        problem.objective = Objective::GreatestSaving;
        // An internal measure takes its weight twice.
        problem.budget = all.times(Fraction::new(4, 5).expect("a number"));
    } else {
        // Chains of twelve that conflicts cut short reach 23 % at most.
        let percent = if matches!(shape, Shape::Chains(12)) { 20 } else { 30 };
        problem.targets = vec![Wanted::percent(Metric::CostSaved, Fraction::whole(percent))];
        for at in 0..count {
            let needs: Vec<usize> = match shape {
                Shape::Chains(length) if at % length > 0 => vec![at - 1],
                Shape::Trees(size) if at % size > 0 => vec![at - at % size + (at % size - 1) / 2],
                Shape::Turned(size) => {
                    let below = [2 * (at % size) + 1, 2 * (at % size) + 2];
                    below.into_iter().filter(|b| *b < size).map(|b| at - at % size + b).filter(|b| *b < count).collect()
                }
                Shape::Mixed if at > 0 => (0..numbers.below(3)).map(|_| at - 1 - numbers.place(at.min(40))).collect(),
                _ => Vec::new(),
            };
            if !needs.is_empty() {
                let needs = needs.into_iter().map(code).collect();
                problem.precedences.push(Precedence { measure: code(at), needs });
            }
        }
        for _ in 0..count / 4 {
            let measures = (0..5).map(|_| code(numbers.place(count))).collect();
            problem.conflicts.push(Conflict { measures });
        }
    }
    let shipped = catalog::shipped().expect("the shipped catalogue");
    let snapshot = Snapshot {
        live: Register { frozen_on: None, subjects },
        measures,
        kinds: shipped.measure_kinds.into_iter().map(|kind| (kind.id.clone(), kind)).collect(),
        levels: Levels::new(shipped.instrument_levels),
        working_day: Fraction::whole(8),
        ..Snapshot::default()
    };
    (snapshot, problem)
}

/// Shapes, how many measures, and seeds of the tied ones.
const TIED: &[(&str, Shape, usize, u64)] = &[
    ("chains of 5", Shape::Chains(5), 800, 1),
    ("chains of 5, other numbers", Shape::Chains(5), 800, 2),
    ("chains of 12", Shape::Chains(12), 1_000, 3),
    ("trees of 15", Shape::Trees(15), 800, 4),
    ("trees of 15 turned round", Shape::Turned(15), 800, 5),
    ("some of those before", Shape::Mixed, 600, 6),
    ("savings along the effort", Shape::AlongCost, 1_000, 7),
    ("savings short of the effort", Shape::BeyondCost, 1_000, 8),
];

fn solved(snapshot: &Snapshot, problem: &Problem) -> (Duration, Box<Solution>) {
    let start = Instant::now();
    let finding = choose(snapshot, problem, TODAY, &|| start.elapsed().as_secs_f64()).expect("a good problem");
    let taken = start.elapsed();
    let Finding::Solved(solution) = finding else { unreachable!("no set: {finding:?}") };
    (taken, solution)
}

pub fn measure_all(folder: &Path) -> Vec<Figure> {
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let there =
        Command::new(&python).args(["-c", "import highspy"]).output().is_ok_and(|output| output.status.success());
    if !there {
        eprintln!("SKIPPED: solve: there is no highspy to measure against (pip install highspy)");
    }
    let peer = there.then_some(python.as_str());
    let snapshot = snapshot();
    let mut figures = Vec::new();
    for (what, problem) in problems() {
        figures.extend(raced(what, &snapshot, &problem, folder, peer, "≤ 1×"));
    }
    for (what, shape, count, seed) in TIED {
        let (snapshot, problem) = tied(*shape, *count, *seed);
        figures.extend(raced(what, &snapshot, &problem, folder, peer, "≤ 5×"));
    }
    figures
}

/// Ours three times and the peer once; nothing without a peer.
fn raced(
    what: &str,
    snapshot: &Snapshot,
    problem: &Problem,
    folder: &Path,
    peer: Option<&str>,
    aim: &'static str,
) -> Option<Figure> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers/solve.py");
    eprintln!("measuring: solve: {what}");
    let mut runs: Vec<(Duration, Box<Solution>)> = (0..3).map(|_| solved(snapshot, problem)).collect();
    runs.sort_by_key(|(time, _)| *time);
    let (time, solution) = runs.swap_remove(1);
    let [open, groups, options] = solution.size;
    eprintln!(
        "  tinhgon: {time:?} by {}, effort {}, saved {}, gap {} %, optimal {}, {open} measures, {groups} groups, {options} options",
        solution.method.name(),
        solution.effort,
        solution.saved.round(),
        plain(solution.gap),
        solution.optimal
    );
    let python = peer?;
    let model = folder.join("model.mps");
    std::fs::write(&model, model_as_mps(snapshot, problem, TODAY).expect("a model")).expect("writes");
    let told = race::run(Command::new(python).arg(script).arg(&model).arg("120"));
    let told = String::from_utf8(told).expect("text");
    eprintln!("  HiGHS: {}", told.trim());
    let field = |name: &str| -> f64 {
        let rest = told.split_once(&format!("{name}=")).expect(name).1;
        rest.split_whitespace().next().and_then(|word| word.parse().ok()).expect(name)
    };
    let value = if problem.objective == Objective::LeastEffort { solution.effort } else { solution.saved };
    let own: f64 = value.numerator() as f64 / value.denominator() as f64;
    let apart = (own - field("objective").abs() * field("unit")).abs() / own;
    Some(Figure {
        what: format!("solve: {what}; {open} measures, {options} options; optima {apart:.0e} apart"),
        tinhgon: time,
        alternative: Duration::from_secs_f64(field("seconds")),
        against: format!("HiGHS {}", told.split_once("version=").expect("version").1.trim()),
        aim,
    })
}

fn plain(gap: Fraction) -> f64 {
    gap.numerator() as f64 / gap.denominator() as f64
}
