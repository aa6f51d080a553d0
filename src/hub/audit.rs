//! The trail: every change of the exchange, whose chain is looked at on the way, field by field.

use super::core::change::Op;
use super::core::{Change, Hash, Link, ReplicaId, Value, chain};
use super::forms::json;
use super::sync::{Origin, damaged_log};
use crate::store::Reader;
use crate::words::hub::HubWord;
use crate::words::{Fault, Message, Result};
use serde_json::Value as Json;

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// A field was written.
    Wrote {
        /// The table, or what a later version calls so.
        place: String,
        /// The key of the row, as the exchange has it.
        key: Vec<String>,
        /// The field; nothing where the row itself was made.
        field: Option<String>,
        /// What it holds.
        value: Json,
        /// So many values it replaced.
        replaced: usize,
    },
    /// A row was taken away.
    Deleted {
        /// The table.
        place: String,
        /// The key of the row.
        key: Vec<String>,
    },
    /// What a later version of the program did, which this one keeps word for word.
    Unknown,
}

/// A line of the trail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The data file.
    pub replica: String,
    /// The number of the change in it.
    pub number: u64,
    /// Its hash, which holds those of all before it in that data file.
    pub hash: String,
    /// Who made it, when, how and why.
    pub origin: Origin,
    /// What was done.
    pub deed: Deed,
}

/// The whole trail, by data file and number.
///
/// # Errors
/// The data file has not joined; a change of the log is altered or missing: it is named, and the trail before it is not given out as whole.
pub fn trail(reader: &Reader) -> Result<Vec<Entry>> {
    if reader.replica()?.is_none() {
        return Err(super::session::not_joined());
    }
    let mut trail = Vec::new();
    for (replica, head) in reader.exchanged_heads()? {
        let id = ReplicaId::parse(&replica).ok_or_else(damaged_log)?;
        let mut before = Hash::START;
        for number in 1..=head {
            let broken = || {
                let fault = Fault::database(HubWord::TrailBroken.said(&[&replica, &number]));
                fault.hint(HubWord::LogDamagedHint.said(&[]))
            };
            let logged = reader.exchanged(&replica, number).map_err(|_| broken())?.ok_or_else(broken)?;
            let links = chain::read(id, number, before, vec![logged.body]).map_err(|_| broken())?;
            for Link { change, hash, .. } in links {
                if hash.to_string() != logged.hash {
                    return Err(broken());
                }
                before = hash;
                let origin = Origin::of(&change);
                for op in change.ops {
                    deeds(op, |deed| {
                        trail.push(Entry {
                            replica: replica.clone(),
                            number,
                            hash: logged.hash.clone(),
                            origin: origin.clone(),
                            deed,
                        });
                    });
                }
            }
        }
    }
    Ok(trail)
}

/// From which change on the trail of a data file does not hang together, or its end was cut off: data file and number. Nothing where all is sound.
///
/// # Errors
/// The data file cannot be read.
pub fn broken(reader: &Reader) -> Result<Vec<(String, u64)>> {
    let Some(own) = reader.replica()? else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for (replica, head) in reader.exchanged_heads()? {
        let mut before = Hash::START;
        for number in 1..=head {
            // What cannot be read is as good as altered.
            let logged = reader.exchanged(&replica, number).ok().flatten();
            let hash = logged.as_ref().map(|logged| Change::hash(&before, &logged.body));
            match (logged, hash) {
                (Some(logged), Some(hash)) if hash.to_string() == logged.hash => before = hash,
                _ => {
                    found.push((replica, number));
                    break;
                }
            }
        }
    }
    // The place confirmed more of its own than it has.
    let head = reader.exchanged_head(&own.id)?;
    if reader.heard(&own.hub)?.is_some_and(|heard| heard.sent > head) {
        found.push((own.id, head + 1));
    }
    Ok(found)
}

fn deeds(op: Op, mut put: impl FnMut(Deed)) {
    match op {
        Op::Unknown { .. } => put(Deed::Unknown),
        Op::Delete { row, .. } => put(Deed::Deleted { place: row.place, key: row.key }),
        Op::Write { row, fields, .. } => {
            for wrote in fields {
                let value = if wrote.value == Value::Null { Json::Null } else { json(&wrote.value) };
                put(Deed::Wrote {
                    place: row.place.clone(),
                    key: row.key.clone(),
                    field: Some(wrote.field).filter(|field| !field.is_empty()),
                    value,
                    replaced: wrote.seen.len(),
                });
            }
        }
    }
}
