//! Small made-up workspaces.

use crate::cost::CostRow;
use crate::model::{
    Action, ActivityGroup, Cell, CountsAs, Edit, Fraction, InstrumentLevel, Measure, MeasureKind, RegulationKind,
    Selector, TargetKind,
};
use crate::reform::{Levels, Register, Snapshot, Subject, SubjectRow};
use jiff::civil::{Date, date};

pub const TODAY: Date = date(2026, 1, 1);

pub fn watch() -> f64 {
    0.0
}

/// A row that costs so much per year.
pub fn row(id: &str, charges: i64) -> SubjectRow {
    SubjectRow {
        id: id.into(),
        group: ActivityGroup::Dossier,
        component: None,
        row: CostRow {
            minutes: Fraction::ZERO,
            hourly: Fraction::ONE,
            outsourcing: Fraction::ZERO,
            charges: Fraction::whole(charges),
            times: Fraction::ONE,
            population: Fraction::ONE,
        },
    }
}

/// A procedure with ten days of eight hours, whose rows `a1`, `a2` … cost so much.
pub fn subject(code: &str, agency: &str, costs: &[i64]) -> Subject {
    Subject {
        code: code.into(),
        kind: RegulationKind::Procedure,
        agency: Some(agency.into()),
        field: None,
        electronic: false,
        processing_hours: Some(Fraction::whole(80)),
        annual: Fraction::whole(costs.iter().sum()),
        has_sheet: true,
        one: Fraction::ZERO,
        waits: false,
        concerns: None,
        components: Some(std::collections::BTreeSet::new()),
        rows: costs.iter().enumerate().map(|(at, cost)| row(&format!("a{}", at + 1), *cost)).collect(),
    }
}

fn kind(id: &str, order: u32, counts_as: CountsAs, edits: Vec<Edit>) -> MeasureKind {
    MeasureKind {
        id: id.into(),
        name: String::new(),
        name_en: String::new(),
        counts_as,
        order,
        level: Some("circular".into()),
        weight: None,
        targets: TargetKind::None,
        parameters: Vec::new(),
        edits,
        source: String::new(),
    }
}

/// `abolish`; `drop` rows named; `halve` the charges of all rows; `days5` caps the time at five days; `online`.
pub fn kinds() -> Vec<MeasureKind> {
    let edit = |on, action, cell, value: Option<&str>| Edit { on, action, cell, value: value.map(Into::into) };
    vec![
        kind("abolish", 1, CountsAs::Abolished, vec![edit(Selector::Regulation, Action::Drop, None, None)]),
        kind("drop", 2, CountsAs::Simplified, vec![edit(Selector::Targets, Action::Drop, None, None)]),
        kind(
            "halve",
            3,
            CountsAs::Simplified,
            vec![edit(Selector::All, Action::Scale, Some(Cell::Charges), Some("50"))],
        ),
        kind("days5", 4, CountsAs::Simplified, vec![edit(Selector::ProcessingTime, Action::Cap, None, Some("5"))]),
        kind("online", 5, CountsAs::Simplified, vec![edit(Selector::Regulation, Action::Electronic, None, None)]),
    ]
}

/// A measure whose effort is its weight: the level `circular` takes one point, `law` ten.
pub fn measure(code: &str, regulation: &str, kind: &str, targets: &[&str], weight: i64) -> Measure {
    Measure {
        code: code.into(),
        targets: targets.iter().map(|t| (*t).into()).collect(),
        weight: Some(Fraction::whole(weight)),
        due: Some(date(2026, 6, 30)),
        ..Measure::proposed(regulation, kind, date(2025, 1, 1))
    }
}

pub fn level(id: &str, rank: u32, effort: i64) -> InstrumentLevel {
    InstrumentLevel {
        id: id.into(),
        name: id.into(),
        name_en: id.into(),
        rank,
        authority: String::new(),
        authority_en: String::new(),
        effort: Fraction::whole(effort),
        symbols: Vec::new(),
        source: String::new(),
    }
}

pub fn snapshot(subjects: Vec<Subject>, measures: Vec<Measure>) -> Snapshot {
    Snapshot {
        live: Register { frozen_on: None, subjects },
        measures,
        kinds: kinds().into_iter().map(|kind| (kind.id.clone(), kind)).collect(),
        levels: Levels::new([level("circular", 40, 1), level("law", 90, 10)]),
        working_day: Fraction::whole(8),
        ..Snapshot::default()
    }
}
