//! Scenarios over 10.000 procedures × 15 activities × 20.000 measures: before and after of all of them, against a single pass written by
//! hand for exactly these kinds of measure over plain integers, whose result must be the same; and taking one measure up or dropping it.

use super::generate::{Numbers, PROCEDURES, TODAY};
use super::race::{Figure, race};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;
use tinhgon::cost::CostRow;
use tinhgon::exchange::catalog;
use tinhgon::model::{ActivityGroup, Fraction, Measure, RegulationKind};
use tinhgon::reform::{CompiledRegister, Evaluation, Register, Snapshot, Subject, SubjectRow};

const ACTIVITIES: usize = 15;
const MEASURES: usize = 20_000;
const TOGGLES: usize = 1_000;

/// What all denominators of the generated figures divide: 60 × 2 × 3 × 5.
const PARTS: i64 = 1_800;

pub fn measure() -> Vec<Figure> {
    let (snapshot, hand) = generated();
    let codes: Vec<&str> = snapshot.measures.iter().map(|m| m.code.as_str()).collect();
    let compile = || Arc::new(CompiledRegister::new(&snapshot, &snapshot.measures, None));
    let register = compile();
    let anew = |register: &Arc<CompiledRegister>| {
        Evaluation::new(register.clone(), codes.iter().copied()).totals().expect("fits")
    };
    let (own, by_hand) = (anew(&register), pass(&hand));
    let parts = Fraction::whole(PARTS);
    let exact = |sum: i128| Fraction::new(sum, 1).and_then(|sum| sum.over(parts));
    assert_eq!((Some(own.before), Some(own.after)), (exact(by_hand.before), exact(by_hand.after)), "the same figures");
    assert_eq!(own.hours_after, Fraction::whole(by_hand.hours_after));
    assert_eq!((own.abolished, own.simplified), (by_hand.abolished, by_hand.simplified));

    let size = format!("{PROCEDURES} × {ACTIVITIES} × {MEASURES}");
    let chosen = vec![true; register.measures().len()];
    let full = race(
        format!("scenario, before and after, compiled, {size}"),
        ("a pass written by hand", "≤ 2×"),
        15,
        || {
            let evaluation = Evaluation::of_chosen(register.clone(), chosen.clone());
            black_box(evaluation.totals().expect("fits"));
        },
        || {
            black_box(pass(black_box(&hand)));
        },
    );
    let first = race(
        format!("scenario, compiled first, {size}"),
        ("a pass written by hand over ready integers", "–"),
        5,
        || {
            black_box(anew(&compile()));
        },
        || {
            black_box(pass(black_box(&hand)));
        },
    );
    let mut evaluation = Evaluation::new(register.clone(), codes.iter().copied());
    let there = register.measures().len();
    let mut at = 0;
    let toggle = race(
        format!("{TOGGLES} measures toggled, totals after each"),
        ("the pass written by hand, once", "each < 16 ms"),
        15,
        || {
            for _ in 0..TOGGLES {
                at = (at + 7_919) % there;
                evaluation.toggle(at);
                black_box(evaluation.totals().expect("fits"));
            }
        },
        || {
            black_box(pass(black_box(&hand)));
        },
    );
    vec![full, first, toggle]
}

/// A row as someone would write it down who needs no more than this benchmark.
#[derive(Clone, Copy, PartialEq, Eq)]
struct HandRow {
    minutes: (i64, i64),
    hourly: i64,
    outsourcing: i64,
    charges: i64,
    times: (i64, i64),
    population: i64,
    group: ActivityGroup,
}

/// A measure as someone would write it down by hand, in the order of application.
#[derive(Clone, Copy)]
enum HandMeasure {
    Abolish,
    DropInspection,
    RemoveComponent(usize),
    ReplaceByData(usize),
    LowerFee(i64),
    LowerFrequency(i64),
    ShortenTime(i64),
}

struct HandProcedure {
    rows: [HandRow; ACTIVITIES],
    measures: Vec<HandMeasure>,
    hours: i64,
}

#[derive(Default)]
struct HandTotals {
    before: i128,
    after: i128,
    hours_after: i64,
    abolished: usize,
    simplified: usize,
}

impl HandRow {
    /// Cost per year in parts of a đồng.
    fn parts(&self) -> i128 {
        let per_hour = self.minutes.1 * 60;
        let one = self.minutes.0 * self.hourly + (self.outsourcing + self.charges) * per_hour;
        let year = i128::from(one) * i128::from(self.times.0 * self.population);
        year * i128::from(PARTS / (per_hour * self.times.1))
    }
}

fn pass(procedures: &[HandProcedure]) -> HandTotals {
    let mut totals = HandTotals::default();
    for procedure in procedures {
        let mut rows = procedure.rows;
        let mut gone = [false; ACTIVITIES];
        let mut hours = procedure.hours;
        let mut abolished = false;
        for row in &rows {
            totals.before += row.parts();
        }
        for measure in &procedure.measures {
            match measure {
                HandMeasure::Abolish => {
                    abolished = true;
                    hours = 0;
                    gone = [true; ACTIVITIES];
                }
                HandMeasure::DropInspection => {
                    for (row, gone) in rows.iter().zip(&mut gone) {
                        *gone |= row.group == ActivityGroup::Inspection;
                    }
                }
                HandMeasure::RemoveComponent(at) => gone[*at] = true,
                HandMeasure::ReplaceByData(at) => {
                    let row = &mut rows[*at];
                    if row.minutes.0 > 2 * row.minutes.1 {
                        row.minutes = (2, 1);
                    }
                    row.outsourcing = 0;
                    row.charges = 0;
                }
                HandMeasure::LowerFee(fee) => {
                    for row in rows.iter_mut().filter(|row| row.group == ActivityGroup::Fees) {
                        row.charges = row.charges.min(*fee);
                    }
                }
                HandMeasure::LowerFrequency(times) => {
                    for row in &mut rows {
                        if row.times.0 > times * row.times.1 {
                            row.times = (*times, 1);
                        }
                    }
                }
                HandMeasure::ShortenTime(limit) => hours = hours.min(*limit),
            }
        }
        for (row, gone) in rows.iter().zip(gone) {
            if !gone {
                totals.after += row.parts();
            }
        }
        totals.hours_after += hours;
        totals.abolished += usize::from(abolished);
        // A measure that changes nothing simplifies nothing.
        let changed = gone.contains(&true) || hours != procedure.hours || rows != procedure.rows;
        totals.simplified += usize::from(!abolished && changed);
    }
    totals
}

/// The same figures as tinhgon reads them from a workspace, and by hand.
fn generated() -> (Snapshot, Vec<HandProcedure>) {
    let mut numbers = Numbers(2023);
    let mut hand: Vec<HandProcedure> = (0..PROCEDURES).map(|_| procedure(&mut numbers)).collect();
    let mut subjects: Vec<Subject> = hand.iter().enumerate().map(|(n, p)| subject(n, p)).collect();
    let mut measures = Vec::new();
    let mut planned: Vec<Vec<(u32, String, HandMeasure)>> = vec![Vec::new(); PROCEDURES];
    let kinds: BTreeMap<_, _> =
        catalog::shipped().expect("the catalogue").measure_kinds.into_iter().map(|k| (k.id.clone(), k)).collect();
    for n in 0..MEASURES {
        let at = n % PROCEDURES;
        let by_hand = one(&mut numbers);
        let measure = by_hand.measure(format!("{}-m{n:05}", subjects[at].code), &subjects[at].code);
        planned[at].push((kinds[&measure.kind].order, measure.code.clone(), by_hand));
        measures.push(measure);
    }
    for (procedure, mut planned) in hand.iter_mut().zip(planned) {
        planned.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        procedure.measures = planned.into_iter().map(|(.., measure)| measure).collect();
    }
    subjects.sort_by(|a, b| a.code.cmp(&b.code));
    let live = Register { frozen_on: None, subjects };
    (Snapshot { live, measures, kinds, working_day: Fraction::whole(8), ..Snapshot::default() }, hand)
}

fn procedure(numbers: &mut Numbers) -> HandProcedure {
    let whole = |n: usize| i64::try_from(n).expect("small");
    let rows = std::array::from_fn(|row| HandRow {
        minutes: (whole(5 + numbers.below(480)), numbers.of(&[1, 1, 1, 2])),
        hourly: numbers.of(&[48_200, 54_000, 54_000, 54_000]),
        outsourcing: whole(numbers.below(3) * 50_000),
        charges: whole(numbers.below(5) * 10_000),
        times: numbers.of(&[(1, 1), (1, 1), (1, 1), (2, 1), (12, 1), (1, 5), (1, 3)]),
        population: whole(1 + numbers.below(50_000)),
        group: ActivityGroup::ALL[row * ActivityGroup::ALL.len() / ACTIVITIES],
    });
    HandProcedure { rows, measures: Vec::new(), hours: whole(1 + numbers.below(30)) * 8 }
}

fn one(numbers: &mut Numbers) -> HandMeasure {
    let row = numbers.below(4);
    let amount = i64::try_from(numbers.below(4)).expect("small");
    match numbers.below(20) {
        0 => HandMeasure::Abolish,
        1..3 => HandMeasure::DropInspection,
        3..9 => HandMeasure::RemoveComponent(row),
        9..14 => HandMeasure::ReplaceByData(row),
        14..16 => HandMeasure::LowerFee(amount * 5_000),
        16..18 => HandMeasure::LowerFrequency(amount),
        _ => HandMeasure::ShortenTime((amount + 1) * 8),
    }
}

impl HandMeasure {
    /// The same measure as an analyst would enter it.
    fn measure(self, code: String, regulation: &str) -> Measure {
        let component = |at: usize| Some(format!("c{}", at + 1));
        let (kind, target, value) = match self {
            Self::Abolish => ("abolish", None, None),
            Self::DropInspection => ("drop-inspection", None, None),
            Self::RemoveComponent(at) => ("remove-component", component(at), None),
            Self::ReplaceByData(at) => ("replace-by-data", component(at), None),
            Self::LowerFee(fee) => ("lower-fee", None, Some(("fee", fee))),
            Self::LowerFrequency(times) => ("lower-frequency", None, Some(("times", times))),
            Self::ShortenTime(hours) => ("shorten-time", None, Some(("days", hours / 8))),
        };
        let mut measure = Measure::proposed(regulation, kind, TODAY);
        measure.code = code;
        measure.targets = target.into_iter().collect();
        measure.values = value.into_iter().map(|(name, value)| (name.to_owned(), value.to_string())).collect();
        measure
    }
}

fn subject(n: usize, procedure: &HandProcedure) -> Subject {
    let pair = |(n, d): (i64, i64)| Fraction::new(n.into(), d.into()).expect("not over zero");
    let row = |(at, row): (usize, &HandRow)| SubjectRow {
        id: format!("a{}", at + 1),
        group: row.group,
        component: (at < 4).then(|| format!("c{}", at + 1)),
        row: CostRow {
            minutes: pair(row.minutes),
            hourly: Fraction::whole(row.hourly),
            outsourcing: Fraction::whole(row.outsourcing),
            charges: Fraction::whole(row.charges),
            times: pair(row.times),
            population: Fraction::whole(row.population),
        },
    };
    let parts: i128 = procedure.rows.iter().map(HandRow::parts).sum();
    Subject {
        code: format!("7.{n:06}"),
        kind: RegulationKind::Procedure,
        agency: Some(["BTP", "BCA", "BTC", "BYT"][n % 4].to_owned()),
        field: Some(format!("Lĩnh vực {}", n % 32)),
        electronic: false,
        processing_hours: Some(Fraction::whole(procedure.hours)),
        annual: Fraction::new(parts, PARTS.into()).expect("not over zero"),
        has_sheet: true,
        one: Fraction::ZERO,
        waits: false,
        concerns: None,
        components: None,
        rows: procedure.rows.iter().enumerate().map(row).collect(),
    }
}
