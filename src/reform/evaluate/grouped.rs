//! The figures of a set by group: of regulations by agency, field and kind, and of measures by level, authority and year.

use super::compiled::{CompiledMeasure, CompiledRegister, GroupBy};
use super::evaluation::{Effort, Evaluation};
use super::figures::Figures;
use super::tally::too_large;
use crate::cost::Sum;
use crate::reform::engine::Work;
use crate::words::Result;
use std::collections::BTreeMap;

crate::words::named! {
    /// How the figures of a set are split.
    Axis {
        /// By agency of the regulation.
        Agency = "agency",
        /// By field of the regulation.
        Field = "field",
        /// By kind of the regulation.
        Kind = "kind",
        /// By level of the instrument that must change.
        Level = "level",
        /// By the authority that must act.
        Authority = "authority",
        /// By the year of the due date.
        Year = "year",
    }
}

/// The figures of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Code of the agency, field, kind, id of the level, authority (in Vietnamese, as the catalogue names it), or year; nothing for
    /// those without one.
    pub key: Option<String>,
    /// Its figures.
    pub figures: Figures,
}

impl Evaluation {
    /// The figures by group. Groups of regulations have their own figures before and after, and are there for every group of the
    /// register. Groups of measures have the part of their measures in the saving of the whole, by fair shares, and a regulation
    /// counts once: with the measure that abolishes it or else simplifies it (one that changes nothing in the set does neither), at
    /// the lowest level or in the earliest year.
    ///
    /// # Errors
    /// Bad input when a sum does not fit.
    pub fn groups(&self, axis: Axis) -> Result<Vec<Group>> {
        match axis {
            Axis::Agency => self.of_regulations(GroupBy::Agency),
            Axis::Field => self.of_regulations(GroupBy::Field),
            Axis::Kind => self.of_regulations(GroupBy::Kind),
            Axis::Level | Axis::Authority | Axis::Year => self.of_measures(axis),
        }
    }

    fn of_regulations(&self, by: GroupBy) -> Result<Vec<Group>> {
        let register = &*self.register;
        let tallies = self.split(by, &register.split(by));
        let mut efforts = vec![Effort::default(); tallies.len()];
        for at in self.chosen() {
            let regulation = register.units[register.measures[at].unit].regulation;
            efforts[register.group_of(by, regulation)].take_up(register, at);
        }
        let mut groups = Vec::new();
        for ((key, tallies), effort) in register.groups(by).into_iter().zip(tallies).zip(efforts) {
            let figures = effort.on(tallies.figures(&[])).ok_or_else(too_large)?;
            if figures.regulations > 0 {
                groups.push(Group { key: key.map(str::to_owned), figures });
            }
        }
        groups.sort_by(|a, b| (a.key.is_none(), &a.key).cmp(&(b.key.is_none(), &b.key)));
        Ok(groups)
    }

    fn of_measures(&self, axis: Axis) -> Result<Vec<Group>> {
        let register = &*self.register;
        let whole = self.totals()?;
        let mut parts: BTreeMap<Key, Part> = BTreeMap::new();
        let mut work = Work::default();
        for (unit, state) in register.units.iter().zip(&self.states) {
            for (at, share) in self.shares(unit, &mut work)? {
                let part = parts.entry(key(axis, register, &register.measures[at])).or_default();
                part.effort.take_up(register, at);
                part.saved.add_fraction(share.annual);
                part.hours_saved.add_fraction(share.hours);
            }
            let first = unit.measures.start;
            let on = |at: usize| self.is_chosen(first + at);
            // Those that change nothing are troubled too.
            let idle = if state.troubled { unit.compiled.idle(on, &register.common, &mut work) } else { Vec::new() };
            let counts = unit.measures.clone().filter(|at| on(at - first) && !idle.contains(&(at - first)));
            let reaches = |m: &&CompiledMeasure| m.abolishes == state.abolished;
            let measures = counts.map(|at| &register.measures[at]).filter(reaches);
            let first = measures.map(|m| key(axis, register, m)).min();
            if let Some(part) = first.and_then(|first| parts.get_mut(&first)) {
                part.abolished += usize::from(state.abolished);
                part.simplified += usize::from(state.simplified);
            }
        }
        let finish = |(key, part): (Key, Part)| {
            let figures = Figures {
                abolished: part.abolished,
                simplified: part.simplified,
                after: whole.before.less(part.saved.total()?),
                hours_after: whole.hours_before.less(part.hours_saved.total()?),
                ..whole
            };
            Some(Group { key: key.name, figures: part.effort.on(Some(figures))? })
        };
        parts.into_iter().map(|part| finish(part).ok_or_else(too_large)).collect()
    }
}

/// A group of measures. Lower levels and earlier years come first, those without one last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    order: (bool, i64),
    name: Option<String>,
}

/// The part of some measures in the figures of the whole.
#[derive(Default)]
struct Part {
    effort: Effort,
    abolished: usize,
    simplified: usize,
    saved: Sum,
    hours_saved: Sum,
}

fn key(axis: Axis, register: &CompiledRegister, measure: &CompiledMeasure) -> Key {
    let level = measure.level.and_then(|at| register.levels().get(at));
    let (order, name) = match axis {
        Axis::Year => (measure.year.map(i64::from), measure.year.map(|year| year.to_string())),
        Axis::Authority => {
            let name = measure.authority.clone().or_else(|| level.map(|level| level.authority.clone()));
            (level.map(|level| i64::from(level.rank)), name)
        }
        _ => (level.map(|level| i64::from(level.rank)), level.map(|level| level.id.clone())),
    };
    Key { order: (order.is_none(), order.unwrap_or_default()), name }
}
