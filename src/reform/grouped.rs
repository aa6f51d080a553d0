//! The figures of a scenario by group: of regulations by agency, field and kind, and of measures by level, authority and year.

use super::compiled::{CompiledMeasure, CompiledRegister};
use super::engine::Work;
use super::scenario::{Base, Evaluation, Figures, Tally, too_large};
use crate::cost::Sum;
use crate::model::RegulationKind;
use crate::words::Result;
use std::collections::BTreeMap;

crate::model::named! {
    /// How the figures of a scenario are split.
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
        let register = &*self.register;
        match axis {
            Axis::Agency => self.of_regulations(register.agencies.clone(), |at| register.subjects[at].agency),
            Axis::Field => self.of_regulations(register.fields.clone(), |at| register.subjects[at].field),
            Axis::Kind => {
                let names = RegulationKind::ALL.iter().map(|kind| Some(kind.name().to_owned())).collect();
                self.of_regulations(names, |at| register.subjects[at].kind as usize)
            }
            Axis::Level | Axis::Authority | Axis::Year => self.of_measures(axis),
        }
    }

    fn of_regulations(&self, names: Vec<Option<String>>, group_of: impl Fn(usize) -> usize) -> Result<Vec<Group>> {
        let register = &*self.register;
        let mut groups = vec![(Base::default(), Tally::default()); names.len()];
        for (at, place) in register.subjects.iter().enumerate() {
            groups[group_of(at)].0.add(place).ok_or_else(too_large)?;
        }
        for (unit, state) in register.units.iter().zip(&self.states) {
            groups[group_of(unit.subject)].1.put(&register.subjects[unit.subject], state).ok_or_else(too_large)?;
        }
        for at in self.chosen() {
            let subject = register.units[register.measures[at].unit].subject;
            groups[group_of(subject)].1.take_up(register, at).ok_or_else(too_large)?;
        }
        let finished = names.into_iter().zip(groups).filter(|(_, (base, _))| base.regulations > 0);
        let finished = finished.map(|(key, (base, tally))| {
            let figures = tally.finish(&base, register).ok_or_else(too_large)?;
            Ok(Group { key, figures })
        });
        let mut groups = finished.collect::<Result<Vec<_>>>()?;
        groups.sort_by(|a, b| (a.key.is_none(), &a.key).cmp(&(b.key.is_none(), &b.key)));
        Ok(groups)
    }

    fn of_measures(&self, axis: Axis) -> Result<Vec<Group>> {
        let register = &*self.register;
        let whole = self.totals()?;
        let mut parts: BTreeMap<Place, Part> = BTreeMap::new();
        let mut work = Work::default();
        for (unit, state) in register.units.iter().zip(&self.states) {
            for (at, share) in self.shares(unit, &mut work)? {
                let part = parts.entry(place(axis, register, &register.measures[at])).or_default();
                part.tally.take_up(register, at).ok_or_else(too_large)?;
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
            let first = measures.map(|m| place(axis, register, m)).min();
            if let Some(part) = first.and_then(|first| parts.get_mut(&first)) {
                part.abolished += usize::from(state.abolished);
                part.simplified += usize::from(state.simplified);
            }
        }
        let finish = |(place, part): (Place, Part)| {
            let figures = part.tally.finish(&Base::default(), register)?;
            Some(Group {
                key: place.key,
                figures: Figures {
                    regulations: whole.regulations,
                    abolished: part.abolished,
                    simplified: part.simplified,
                    before: whole.before,
                    after: whole.before.minus(part.saved.total()?)?,
                    hours_before: whole.hours_before,
                    hours_after: whole.hours_before.minus(part.hours_saved.total()?)?,
                    ..figures
                },
            })
        };
        parts.into_iter().map(|part| finish(part).ok_or_else(too_large)).collect()
    }
}

/// Where a group stands among the others: lower levels and earlier years first, those without one last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    order: (bool, i64),
    key: Option<String>,
}

/// The part of some measures in the figures of the whole.
#[derive(Default)]
struct Part {
    tally: Tally,
    abolished: usize,
    simplified: usize,
    saved: Sum,
    hours_saved: Sum,
}

fn place(axis: Axis, register: &CompiledRegister, measure: &CompiledMeasure) -> Place {
    let level = measure.level.and_then(|at| register.levels().get(at));
    let (order, key) = match axis {
        Axis::Year => (measure.year.map(i64::from), measure.year.map(|year| year.to_string())),
        Axis::Authority => {
            let key = measure.authority.clone().or_else(|| level.map(|level| level.authority.clone()));
            (level.map(|level| i64::from(level.rank)), key)
        }
        _ => (level.map(|level| i64::from(level.rank)), level.map(|level| level.id.clone())),
    };
    Place { order: (order.is_none(), order.unwrap_or_default()), key }
}
