//! What a row is after the changes that came in: each field with the values that no later operation has seen.
//!
//! It depends on which changes came in, not on their order. Two rules stand beside "later has seen earlier":
//! *the same fact twice*: two replicas that made one row with one value (both took in the same catalogue) stated one fact, so whoever has seen one of
//! them has seen both; and *an edit beats a delete*: a deletion ends what it had seen, and a value that it had not seen keeps the row.

use super::bytes::{Reading, Writing};
use super::change::{Malformed, Wrote};
use super::id::{ChangeId, Hash, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The field without a name, which says whether the row is there.
pub const PRESENCE: &str = "";
/// It is there.
pub const THERE: Value = Value::Int(1);
/// It was taken away.
pub const GONE: Value = Value::Int(0);

/// A value that a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The clock of the change that wrote it.
    pub clock: u64,
    /// That change.
    pub id: ChangeId,
    /// What it wrote.
    pub value: Value,
    /// Whether the row was new then.
    pub birth: bool,
    /// Whether a deletion has seen it.
    pub dead: bool,
}

/// A field: the values that no operation has seen, by clock and change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Field {
    /// The values; the last is shown.
    pub held: Vec<Version>,
    /// What was seen and has not come in yet.
    awaited: BTreeSet<ChangeId>,
    /// What the row was made with, and somebody has replaced.
    spent: BTreeSet<Hash>,
    /// What the row was made with, and somebody has deleted.
    killed: BTreeSet<Hash>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Its fields by name, with [`PRESENCE`] among them.
    pub fields: BTreeMap<String, Field>,
    /// What a deletion has seen and has not come in yet.
    doomed: BTreeSet<ChangeId>,
    /// The first change that made it, by clock; nothing while only what came after it is here.
    pub born: Option<(u64, ChangeId)>,
}

fn digest(value: &Value) -> Hash {
    let mut out = Writing::default();
    out.value(value);
    Hash::of(&[&out.0])
}

impl Field {
    fn replace(&mut self, seen: &[ChangeId], delivered: &impl Fn(&ChangeId) -> bool) {
        for id in seen {
            match self.held.iter().position(|version| version.id == *id) {
                Some(at) => {
                    let version = self.held.remove(at);
                    if version.birth {
                        self.spent.insert(digest(&version.value));
                    }
                }
                None if !delivered(id) => {
                    self.awaited.insert(*id);
                }
                None => {}
            }
        }
    }

    fn add(&mut self, version: Version, doomed: bool) {
        let of = digest(&version.value);
        if self.awaited.contains(&version.id) {
            if version.birth {
                self.spent.insert(of);
            }
            return;
        }
        if doomed && version.birth {
            self.killed.insert(of);
        }
        let at = self.held.partition_point(|held| (held.clock, held.id) < (version.clock, version.id));
        self.held.insert(at, Version { dead: doomed || version.dead, ..version });
    }

    /// Applies what is known of the values with which the row was made.
    fn settle(&mut self) {
        let Self { held, spent, killed, .. } = self;
        if spent.is_empty() && killed.is_empty() {
            return;
        }
        killed.retain(|value| !spent.contains(value));
        held.retain(|version| !version.birth || !spent.contains(&digest(&version.value)));
        for version in held.iter_mut().filter(|version| version.birth) {
            version.dead |= killed.contains(&digest(&version.value));
        }
    }

    /// The value that is shown: that of the highest clock, as whoever has seen more has.
    pub fn shown(&self) -> Option<&Version> {
        self.held.last()
    }

    /// Whether several values stand against each other.
    pub fn is_contested(&self) -> bool {
        self.held.iter().any(|version| Some(&version.value) != self.held.last().map(|last| &last.value))
    }

    /// The changes that wrote what is held, of those only that wrote this value where one is given.
    pub fn seen(&self, value: Option<&Value>) -> Vec<ChangeId> {
        let of = |version: &&Version| value.is_none_or(|value| version.value == *value);
        let mut ids: Vec<ChangeId> = self.held.iter().filter(of).map(|version| version.id).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }
}

impl Row {
    /// Fields were written by a change. `delivered` tells which changes came in already.
    pub fn write(
        &mut self,
        (clock, id): (u64, ChangeId),
        birth: bool,
        fields: &[Wrote],
        delivered: impl Fn(&ChangeId) -> bool,
    ) {
        let doomed = self.doomed.contains(&id);
        for wrote in fields {
            let field = self.fields.entry(wrote.field.clone()).or_default();
            field.replace(&wrote.seen, &delivered);
            field.add(Version { clock, id, value: wrote.value.clone(), birth, dead: false }, doomed);
            field.settle();
            if wrote.field == PRESENCE && wrote.value == THERE {
                self.born = Some(self.born.map_or((clock, id), |born| born.min((clock, id))));
            }
        }
        self.came_in(&id);
    }

    /// The row was deleted by a change which had seen what these wrote.
    pub fn delete(&mut self, (clock, id): (u64, ChangeId), seen: &[ChangeId], delivered: impl Fn(&ChangeId) -> bool) {
        let presence = self.fields.entry(PRESENCE.to_owned()).or_default();
        presence.replace(seen, &delivered);
        presence.add(Version { clock, id, value: GONE, birth: false, dead: false }, self.doomed.contains(&id));
        for field in self.fields.values_mut() {
            for version in field.held.iter_mut().filter(|version| seen.contains(&version.id)) {
                version.dead = true;
                if version.birth {
                    field.killed.insert(digest(&version.value));
                }
            }
            field.settle();
        }
        self.doomed.extend(seen.iter().filter(|id| !delivered(id)));
        self.came_in(&id);
    }

    /// A change came in: nobody waits for it any longer.
    fn came_in(&mut self, id: &ChangeId) {
        self.doomed.remove(id);
        self.fields.values_mut().for_each(|field| {
            field.awaited.remove(id);
        });
    }

    /// Whether something of it stands that no deletion has seen. What a `quiet` field holds keeps no row.
    pub fn stands(&self, quiet: impl Fn(&str) -> bool) -> bool {
        let keeps = |name: &str, version: &Version| !version.dead && (name != PRESENCE || version.value != GONE);
        self.fields.iter().any(|(name, field)| !quiet(name) && field.held.iter().any(|version| keeps(name, version)))
    }

    /// Whether somebody has deleted it, and nobody has said since that it stays.
    pub fn is_deleted(&self) -> bool {
        self.deletions().next().is_some()
    }

    /// The deletions of which nobody has said since that it stays.
    pub fn deletions(&self) -> impl Iterator<Item = &ChangeId> {
        let held = self.fields.get(PRESENCE).into_iter().flat_map(|field| &field.held);
        held.filter(|version| version.value == GONE).map(|version| &version.id)
    }

    /// What a field shows.
    pub fn value(&self, field: &str) -> Option<&Value> {
        self.fields.get(field)?.shown().map(|version| &version.value)
    }

    /// What its fields show, without the field of presence.
    pub fn values(&self) -> impl Iterator<Item = (&str, &Value)> {
        let named = self.fields.iter().filter(|(name, _)| *name != PRESENCE);
        named.filter_map(|(name, field)| field.shown().map(|version| (name.as_str(), &version.value)))
    }

    /// The fields in which several values stand against each other.
    pub fn contested(&self, quiet: impl Fn(&str) -> bool) -> Vec<&str> {
        let named =
            self.fields.iter().filter(|(name, field)| *name != PRESENCE && !quiet(name) && field.is_contested());
        named.map(|(name, _)| name.as_str()).collect()
    }

    /// Every change of which it holds something.
    pub fn all_seen(&self) -> Vec<ChangeId> {
        let mut ids: Vec<ChangeId> = self.fields.values().flat_map(|field| field.seen(None)).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// Its bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut out = Writing::default();
        out.byte(u8::from(self.born.is_some()));
        if let Some((clock, id)) = &self.born {
            out.number(*clock);
            out.change(id);
        }
        out.changes(self.doomed.iter());
        out.length(self.fields.len());
        for (name, field) in &self.fields {
            out.text(name);
            out.length(field.held.len());
            for version in &field.held {
                out.number(version.clock);
                out.change(&version.id);
                out.value(&version.value);
                out.byte(u8::from(version.birth));
                out.byte(u8::from(version.dead));
            }
            out.changes(field.awaited.iter());
            for hashes in [&field.spent, &field.killed] {
                out.length(hashes.len());
                hashes.iter().for_each(|hash| out.0.extend(hash.0));
            }
        }
        out.0
    }

    /// The row that these bytes are.
    ///
    /// # Errors
    /// They are none.
    pub fn read(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut from = Reading(bytes);
        let born = if from.flag()? { Some((from.number()?, from.change()?)) } else { None };
        let doomed = from.changes()?.into_iter().collect();
        let fields = from.list(|from| {
            let name = from.text()?;
            let held = from.list(|from| {
                let (clock, id, value) = (from.number()?, from.change()?, from.value()?);
                Ok(Version { clock, id, value, birth: from.flag()?, dead: from.flag()? })
            })?;
            let awaited = from.changes()?.into_iter().collect();
            let spent = from.list(Reading::hash)?.into_iter().collect();
            let killed = from.list(Reading::hash)?.into_iter().collect();
            Ok((name, Field { held, awaited, spent, killed }))
        })?;
        from.end()?;
        Ok(Self { fields: fields.into_iter().collect(), doomed, born })
    }
}
