//! What each measure of a set did to a regulation, and what it could not do.

use super::outcome::Outcome;
use crate::model::{Cell, Fraction, Measure};
use crate::reform::engine::{Common, Compiled, Event, Touches, Trouble, Work};
use crate::reform::{Snapshot, Subject, SubjectRow};
use crate::words::reform::ReformWord;
use crate::words::{Message, Said};

/// A regulation after a set of measures, explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct After {
    /// Its figures.
    pub outcome: Outcome,
    /// What each measure changed, in the order of application.
    pub changes: Vec<Change>,
    /// What a measure could not do, and what changes nothing.
    pub issues: Vec<Issue>,
    /// The measures that make nothing lighter in the set, by code: they do not count. Why is told in the issues.
    pub idle: Vec<String>,
}

/// One change that a measure made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Code of the measure.
    pub measure: String,
    /// Id of the row; nothing for the regulation itself.
    pub row: Option<String>,
    /// The cell; nothing when the row or the regulation was dropped, or for the processing time.
    pub cell: Option<Cell>,
    /// The value before.
    pub before: Option<Fraction>,
    /// The value after; nothing when dropped.
    pub after: Option<Fraction>,
}

crate::words::named! {
    /// Why something could not be done, or changes nothing.
    IssueKind {
        /// The kind or a value of the measure is wrong.
        Faulty = "faulty",
        /// The sheet has no row at which it aims.
        TouchesNothing = "touches_nothing",
        /// Another measure of the set abolishes the regulation.
        AlreadyGone = "already_gone",
        /// Other measures of the set do what it does.
        Taken = "taken",
        /// Everything is already as it asks for, or lower.
        NoChange = "no_change",
        /// Its kind edits nothing.
        EmptyKind = "empty_kind",
        /// It only makes things heavier.
        Heavier = "heavier",
        /// No time limit is stated that could be shortened.
        NoTimeLimit = "no_time_limit",
        /// The regulation is not in force any more.
        NotInForce = "not_in_force",
        /// A figure does not fit.
        TooLarge = "too_large",
    }
}

impl IssueKind {
    /// Whether it says that a measure changes nothing, and not that something of it could not be done.
    pub fn is_idle(self) -> bool {
        use IssueKind as I;
        matches!(self, I::AlreadyGone | I::Taken | I::NoChange | I::EmptyKind | I::Heavier | I::NotInForce)
    }
}

/// Something that a measure asked for and that could not be done, or that changes nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Code of the measure; empty when it is none of a single one.
    pub measure: String,
    /// Why, for programs.
    pub kind: IssueKind,
    /// The other measures that did before what it asks for, by code.
    pub by: Vec<String>,
    /// What is wrong.
    pub said: Said,
}

impl Issue {
    /// What is wrong, with a name of the other measures that documents may print.
    pub fn said_naming(&self, name: impl Fn(&str) -> String) -> Said {
        because_of(self.kind, &self.by, name).unwrap_or_else(|| self.said.clone())
    }
}

/// What is wrong because of other measures, where it is.
fn because_of(kind: IssueKind, by: &[String], name: impl Fn(&str) -> String) -> Option<Said> {
    let word = match kind {
        IssueKind::TouchesNothing if !by.is_empty() => ReformWord::TouchesNoMore,
        IssueKind::AlreadyGone => ReformWord::AlreadyGone,
        IssueKind::Taken => ReformWord::Taken,
        _ => return None,
    };
    let names: Vec<String> = by.iter().map(|code| name(code)).collect();
    Some(word.said(&[&names.join(", ")]))
}

/// A regulation with measures that aim at it, compiled.
pub(in crate::reform) struct Aimed {
    pub(super) compiled: Compiled,
    pub(super) common: Common,
    pub(super) before: Outcome,
}

impl Aimed {
    /// Compiles those of the measures that aim at a regulation.
    pub(in crate::reform) fn new(subject: &Subject, measures: &[&Measure], snapshot: &Snapshot) -> Self {
        let mine = measures.iter().copied().filter(|m| m.regulation == subject.code);
        let compiled = Compiled::of(subject, mine, snapshot);
        let mut common = Common::default();
        compiled.widen_common(&mut common);
        Self { compiled, common, before: Outcome::untouched(subject) }
    }

    /// The place of a measure in the order of application.
    pub(in crate::reform) fn place(&self, code: &str) -> Option<usize> {
        self.compiled.codes().iter().position(|known| known == code)
    }

    /// What the measure at a place touches.
    pub(in crate::reform) fn touches(&self, place: usize) -> Touches {
        self.compiled.touches(place)
    }

    /// The regulation after the measures at whose place `on` says so; nothing where its figures do not fit.
    pub(in crate::reform) fn after(&self, on: impl Fn(usize) -> bool, work: &mut Work) -> Option<Outcome> {
        let state = self.compiled.state(on, &self.common, work);
        (!state.unfit).then(|| self.before.after(&state, &self.common))
    }
}

/// Applies measures to a regulation and tells what each changed. Measures on other regulations are ignored.
pub fn apply(subject: &Subject, measures: &[&Measure], snapshot: &Snapshot) -> After {
    explained(&Aimed::new(subject, measures, snapshot), subject)
}

/// A regulation after all the measures that are compiled for it.
pub(super) fn explained(aimed: &Aimed, subject: &Subject) -> After {
    let ids = |row: usize| subject.rows.get(row).map(|row| row.id.clone());
    let (mut changes, mut issues, mut idle) = (Vec::new(), Vec::new(), Vec::new());
    let state = aimed.compiled.explained(
        |_| true,
        &aimed.common,
        &mut Work::default(),
        |at, event| match told(&aimed.compiled, at, event, &subject.code, &ids) {
            Told::Change(change) => changes.push(change),
            Told::Issue(issue) => issues.push(issue),
            Told::Idle(measure) => idle.push(measure),
        },
    );
    After { outcome: aimed.before.after(&state, &aimed.common), changes, issues, idle }
}

/// The figures of a regulation after measures, those on other regulations ignored; nothing where they do not fit.
pub(in crate::reform) fn outcome(subject: &Subject, measures: &[&Measure], snapshot: &Snapshot) -> Option<Outcome> {
    Aimed::new(subject, measures, snapshot).after(|_| true, &mut Work::default())
}

/// The rows of a regulation that measures leave, as they leave them.
pub fn rows_left(subject: &Subject, measures: &[&Measure], snapshot: &Snapshot) -> Vec<SubjectRow> {
    let Aimed { compiled, common, .. } = Aimed::new(subject, measures, snapshot);
    let left = subject.rows.iter().zip(compiled.left(|_| true, &common, &mut Work::default()));
    left.filter_map(|(row, left)| Some(SubjectRow { row: left?, ..row.clone() })).collect()
}

/// What the measures at whose place `on` says so cannot do.
pub(super) fn issues(
    compiled: &Compiled,
    regulation: &str,
    on: impl Fn(usize) -> bool,
    common: &Common,
    work: &mut Work,
) -> Vec<Issue> {
    let mut issues = Vec::new();
    compiled.explained(on, common, work, |at, event| {
        if let Told::Issue(issue) = told(compiled, at, event, regulation, &|_| None) {
            issues.push(issue);
        }
    });
    issues
}

/// An event in words.
enum Told {
    Change(Change),
    Issue(Issue),
    /// The code of a measure that makes nothing lighter.
    Idle(String),
}

fn told(
    compiled: &Compiled,
    at: usize,
    event: Event<Fraction>,
    regulation: &str,
    id: &dyn Fn(usize) -> Option<String>,
) -> Told {
    let code = |at: usize| compiled.codes().get(at).cloned().unwrap_or_default();
    let measure = code(at);
    let change = |row, cell, before, after| Told::Change(Change { measure: measure.clone(), row, cell, before, after });
    let trouble = match event {
        Event::Gone => return change(None, None, None, None),
        Event::Row(row, before) => return change(id(row), None, compiled.annual(row, &before), None),
        Event::Cell(row, cell, before, after) => return change(id(row), Some(cell), Some(before), Some(after)),
        Event::Time(before, after) => return change(None, None, Some(before), Some(after)),
        Event::Idle => return Told::Idle(measure),
        Event::Trouble(trouble) => trouble,
    };
    let mut by: Vec<String> = Vec::new();
    let (kind, said) = match trouble {
        Trouble::Fault(at) => (IssueKind::Faulty, compiled.faults().get(at).cloned().unwrap_or_default()),
        Trouble::TouchesNothing(others) => {
            by.extend(others.into_iter().map(code));
            (IssueKind::TouchesNothing, ReformWord::TouchesNothing.said(&[]))
        }
        Trouble::AlreadyGone(other) => {
            by.extend(other.map(code));
            (IssueKind::AlreadyGone, Said::default())
        }
        Trouble::Taken(others) => {
            by.extend(others.into_iter().map(code));
            (IssueKind::Taken, Said::default())
        }
        Trouble::NoChange => (IssueKind::NoChange, ReformWord::NoChange.said(&[])),
        Trouble::EmptyKind => (IssueKind::EmptyKind, ReformWord::EmptyKind.said(&[])),
        Trouble::Heavier => (IssueKind::Heavier, ReformWord::Heavier.said(&[])),
        Trouble::NoTimeLimit => (IssueKind::NoTimeLimit, ReformWord::NoTimeLimit.said(&[])),
        Trouble::TooLarge => (IssueKind::TooLarge, ReformWord::TooLarge.said(&[&regulation])),
    };
    let said = because_of(kind, &by, str::to_owned).unwrap_or(said);
    Told::Issue(Issue { measure, kind, by, said })
}
