//! Draws per second against NumPy doing the same model vectorised (`benches/peers/chance.py`), both on two threads, both without
//! the time to load and fold the model: 10.000 procedures × 15 activities, two measures on each, two uncertain incomes that every
//! row uses, and some thousand uncertain cells of all four distributions.
//!
//! Both fold the model before the clock starts: constants, straight lines, and each income multiplied once with the sum of its rows, as
//! a NumPy user would write it by hand and as the compiled model finds by itself. What is left is row by row in both: the draws of some
//! thousand cells, a cap, and a product with addressees. They differ in how PERT and lognormal are drawn: the peer by NumPy's exact
//! generators, tinhgon by tables of quantiles whose error is stated and tested (`draw`).
//!
//! Needs a Python with NumPy: `python3`, or what `TINHGON_BENCH_PYTHON` names.

use super::generate::Numbers;
use super::race::Figure;
use jiff::civil::date;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use tinhgon::cost::{CostRow, Sum};
use tinhgon::draw::Draws;
use tinhgon::model::{
    Action, ActivityGroup, Cell, CountsAs, Edit, Fraction, KindParameter, Measure, MeasureKind, Provenance,
    RegulationKind, Selector, Spread, TargetKind, Uncertainty, Unit,
};
use tinhgon::reform::chance::{Case, IncomeRow, Question, savings};
use tinhgon::reform::{Register, Snapshot, Subject, SubjectRow};

const PROCEDURES: usize = 10_000;
const ACTIVITIES: usize = 15;
/// One procedure in so many has an uncertain cell in minutes, and every other of these one in addressees of the same row.
const UNCERTAIN: usize = 4;
const DRAWS: usize = 20_000;
const RUNS: usize = 5;
/// What a measure leaves of the minutes of the row at which it aims, percent; what another caps the minutes of every row at.
const LEFT: i64 = 60;
const CAP: i64 = 240;

pub fn measure(folder: &Path) -> Vec<Figure> {
    let python = std::env::var("TINHGON_BENCH_PYTHON").unwrap_or_else(|_| "python3".into());
    let numpy = Command::new(&python).args(["-c", "import numpy"]).output().is_ok_and(|o| o.status.success());
    if !numpy {
        eprintln!(
            "SKIPPED: chance: {python} has no NumPy to measure against; TINHGON_BENCH_PYTHON names another Python"
        );
        return Vec::new();
    }
    let (snapshot, measures, uncertainties, incomes) = world();
    let measures: Vec<&Measure> = measures.iter().collect();
    let question = Question {
        snapshot: &snapshot,
        register: &snapshot.live,
        measures,
        targets: &[],
        uncertainties: &uncertainties,
        incomes: &incomes,
    };
    let case = Case::new(&question).expect("computes");
    let compiled = Instant::now();
    let model = case.compile();
    eprintln!(
        "chance: {} uncertain parameters, {} products left to compute in each draw; compiled in {:?}",
        model.parameters(),
        model.products(),
        compiled.elapsed()
    );
    let path = folder.join("chance.json");
    std::fs::write(&path, for_peer(&snapshot, &uncertainties, &incomes).to_string()).expect("writes");
    let mut figures = Vec::new();
    for threads in [2_usize, 1] {
        let (mut own, mut peer) = (Vec::new(), Vec::new());
        for run in 0..=RUNS {
            let start = Instant::now();
            let saved = savings(&model, &case, &Draws { draws: DRAWS, seed: run as u64, threads, level: 90 });
            let taken = start.elapsed();
            let answer = numpy_draws(&python, &path, threads, run);
            let numpy_taken = Duration::from_secs_f64(answer["seconds"].as_f64().expect("seconds"));
            let mean = saved.iter().sum::<f64>() / saved.len() as f64;
            let numpy_mean = answer["mean"].as_f64().expect("mean");
            assert!((mean / numpy_mean - 1.0).abs() < 0.01, "the same model: {mean} and {numpy_mean}");
            if run > 0 {
                own.push(taken);
                peer.push(numpy_taken);
            }
        }
        own.sort_unstable();
        peer.sort_unstable();
        let (tinhgon, alternative) = (own[RUNS / 2], peer[RUNS / 2]);
        let per_second = |taken: Duration| (DRAWS as f64 / taken.as_secs_f64()).round();
        figures.push(Figure {
            what: format!(
                "Monte Carlo, {DRAWS} draws of {} parameters, {threads} threads: {} draws a second",
                model.parameters(),
                per_second(tinhgon)
            ),
            tinhgon,
            alternative,
            against: format!("NumPy on {threads} threads, {} draws a second", per_second(alternative)),
            aim: "≤ 0.2×",
        });
    }
    figures
}

fn numpy_draws(python: &str, model: &Path, threads: usize, seed: usize) -> Value {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/chance.py");
    let mut command = Command::new(python);
    command.arg(script).arg(model).args([DRAWS, threads, seed].map(|n| n.to_string()));
    // Its own choice of kernels; the threads are those of the script.
    command.env_remove("OPENBLAS_CORETYPE").env("OPENBLAS_NUM_THREADS", "1");
    serde_json::from_slice(&super::race::run(&mut command)).expect("JSON")
}

/// The numbers of the rows and the parameters, column by column.
fn for_peer(snapshot: &Snapshot, uncertainties: &[Uncertainty], incomes: &[IncomeRow]) -> Value {
    let number = |of: &str| uncertainties.iter().position(|u| u.of == of).expect("is uncertain");
    let float = |value: Fraction| value.numerator() as f64 / value.denominator() as f64;
    let mut by_place = std::collections::HashMap::new();
    for (n, uncertainty) in uncertainties.iter().enumerate() {
        by_place.insert(uncertainty.of.as_str(), n);
    }
    let mut rows = Vec::new();
    let mut incomes = incomes.iter();
    for subject in &snapshot.live.subjects {
        for (n, row) in subject.rows.iter().enumerate() {
            let place = |cell| by_place.get(format!("sheet:{}:{}:{cell}", subject.code, row.id).as_str());
            let income = number(&format!("parameter:{}", incomes.next().expect("one a row").parameter));
            rows.push(json!([
                float(row.row.minutes),
                income,
                float(row.row.outsourcing) + float(row.row.charges),
                float(row.row.times),
                float(row.row.population),
                place("minutes").map_or(-1, |n| i64::try_from(*n).expect("small")),
                place("population").map_or(-1, |n| i64::try_from(*n).expect("small")),
                if aimed_at(&subject.code) == n { LEFT as f64 / 100.0 } else { 1.0 },
            ]));
        }
    }
    let parameter =
        |u: &Uncertainty| json!([u.spread.name(), float(u.low), u.likely.map_or(0.0, float), float(u.high)]);
    json!({ "parameters": uncertainties.iter().map(parameter).collect::<Vec<_>>(), "rows": rows, "cap": CAP })
}

/// The row at which the measure on a procedure aims: that whose cells may be uncertain.
fn aimed_at(code: &str) -> usize {
    code.parse::<usize>().expect("a number") % ACTIVITIES
}

type World = (Snapshot, Vec<Measure>, Vec<Uncertainty>, Vec<IncomeRow>);

fn world() -> World {
    let mut numbers = Numbers(68);
    let mut snapshot = Snapshot { working_day: Fraction::whole(8), ..Snapshot::default() };
    let (mut measures, mut uncertainties, mut incomes) = (Vec::new(), Vec::new(), Vec::new());
    for (id, low, high) in [("income.citizen", 40_000, 70_000), ("income.business", 45_000, 90_000)] {
        uncertainties.push(uncertain(format!("parameter:{id}"), Spread::Lognormal, low, high));
    }
    let edit = |on, action, value: &str| Edit { on, action, cell: Some(Cell::Minutes), value: Some(value.into()) };
    for (order, id, edit) in
        [(1, "cap", edit(Selector::All, Action::Cap, "$v")), (2, "scale", edit(Selector::Targets, Action::Scale, "$v"))]
    {
        snapshot.kinds.insert(id.into(), kind(id, order, edit));
    }
    for n in 0..PROCEDURES {
        let code = format!("{n:05}");
        let mut rows = Vec::new();
        let mut annual = Sum::default();
        for place in 0..ACTIVITIES {
            let row = row(place, &mut numbers);
            let parameter = if numbers.below(4) == 0 { "income.business" } else { "income.citizen" };
            row.row.add_annual(&mut annual);
            incomes.push(IncomeRow {
                regulation: code.clone(),
                row: row.id.clone(),
                parameter: parameter.into(),
                value: row.row.hourly,
                factor: Fraction::ONE,
            });
            rows.push(row);
        }
        let aimed = &rows[aimed_at(&code)];
        if n % UNCERTAIN == 0 {
            let spread = Spread::ALL[n / UNCERTAIN % Spread::ALL.len()];
            let around = |value: Fraction| i64::try_from(value.round()).expect("small");
            let minutes = around(aimed.row.minutes);
            let (low, high) = (minutes / 2 + 1, minutes * 2 + 2);
            uncertainties.push(uncertain(format!("sheet:{code}:{}:minutes", aimed.id), spread, low, high));
            if (n / UNCERTAIN).is_multiple_of(2) {
                let people = around(aimed.row.population);
                let (low, high) = (people / 2 + 1, people * 3 / 2 + 2);
                uncertainties.push(uncertain(format!("sheet:{code}:{}:population", aimed.id), spread, low, high));
            }
        }
        for (kind, value) in [("cap", CAP), ("scale", LEFT)] {
            let mut measure = Measure::proposed(&code, kind, date(2026, 1, 1));
            measure.code = format!("{code}-{kind}");
            measure.targets = vec![aimed.id.clone()];
            measure.values.insert("v".into(), value.to_string());
            measures.push(measure);
        }
        snapshot.live.subjects.push(Subject {
            code,
            kind: RegulationKind::Procedure,
            agency: None,
            field: None,
            electronic: false,
            processing_hours: Some(Fraction::whole(80)),
            annual: annual.total().expect("fits"),
            has_sheet: true,
            one: Fraction::ZERO,
            waits: false,
            concerns: None,
            components: None,
            rows,
        });
    }
    let live = std::mem::take(&mut snapshot.live.subjects);
    snapshot.live = Register { frozen_on: None, subjects: live };
    (snapshot, measures, uncertainties, incomes)
}

fn uncertain(of: String, spread: Spread, low: i64, high: i64) -> Uncertainty {
    let peaked = matches!(spread, Spread::Triangular | Spread::Pert);
    Uncertainty {
        of,
        spread,
        low: Fraction::whole(low),
        likely: peaked.then(|| Fraction::whole(low + (high - low) / 3)),
        high: Fraction::whole(high),
        provenance: Provenance::Assumption,
        source: "bench".into(),
    }
}

fn kind(id: &str, order: u32, edit: Edit) -> MeasureKind {
    let parameter =
        KindParameter { id: "v".into(), name: "v".into(), name_en: "v".into(), unit: Unit::Minutes, default: None };
    MeasureKind {
        level: None,
        weight: None,
        id: id.into(),
        name: id.into(),
        name_en: id.into(),
        counts_as: CountsAs::Simplified,
        order,
        targets: TargetKind::None,
        parameters: vec![parameter],
        edits: vec![edit],
        source: String::new(),
    }
}

fn row(place: usize, numbers: &mut Numbers) -> SubjectRow {
    let whole = |n: usize| Fraction::whole(i64::try_from(n).expect("small"));
    let (times, years) = numbers.of(&[(1, 1), (1, 1), (2, 1), (12, 1), (1, 5), (1, 3)]);
    SubjectRow {
        id: format!("a{place}"),
        group: ActivityGroup::ALL[place * ActivityGroup::ALL.len() / ACTIVITIES],
        component: None,
        row: CostRow {
            minutes: whole(5 + numbers.below(480)),
            hourly: Fraction::whole(54_000),
            outsourcing: whole(numbers.below(3) * 50_000),
            charges: whole(numbers.below(5) * 10_000),
            times: Fraction::new(times, years).expect("not over zero"),
            population: whole(1 + numbers.below(50_000)),
        },
    }
}
