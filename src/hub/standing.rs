//! Where a data file stands in the exchange, with a look at the place or without one.

use super::core::{Hash, ReplicaId};
use super::place::{Place, Refused};
use super::session::Session;
use super::sync::{Origin, Taken, Whose, handed_over, offered, origin, take_up};
use crate::store::{Reader, Replica, Workspace};
use crate::words::Result;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// Where a data file stands in the exchange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// Its name.
    pub replica: Replica,
    /// So many changes are to be handed over.
    pub to_send: u64,
    /// So many are to come in.
    pub to_receive: u64,
    /// In so many fields values stand against each other.
    pub conflicts: usize,
    /// The replicas that are known: how many changes of each are here, and how many at the place.
    pub replicas: Vec<Known>,
    /// What would not be taken.
    pub refused: Vec<Refused>,
    /// What makes the rules of the place void.
    pub traps: Vec<Refused>,
}

/// A replica that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its number.
    pub id: String,
    /// The agency, author, device and time of its last change here.
    pub last: Option<Origin>,
    /// So many of its changes are here.
    pub here: u64,
    /// So many are at the place.
    pub there: u64,
    /// The hash of its last change here.
    pub hash: String,
}

/// Where the data file stands; nothing is changed.
///
/// # Errors
/// It has not joined; it or the place cannot be read.
pub fn status(workspace: &mut Workspace, place: &mut dyn Place) -> Result<Status> {
    let taken = take_up(workspace, place, Whose::Counted, &[])?;
    let (vouched, traps) = (place.vouches(), place.traps()?);
    let mut there_of = BTreeMap::new();
    for (replica, head) in workspace.exchanged_heads()? {
        let Some(id) = ReplicaId::parse(&replica) else { continue };
        let own = workspace.replica()?.is_some_and(|known| known.id == replica);
        let there = handed_over(workspace, place, &taken.listing.held, (id, &replica, own), head)?;
        there_of.insert(id, (there, place.carries(own)));
    }
    workspace.look_at_exchange(|x| {
        let session = Session::open(x)?;
        let Taken { listing, runs, .. } = taken;
        let mut told = listing.strange;
        let offered = offered(&session, runs, &mut told)?;
        let mut to_receive = 0;
        let mut to_send = x.entries_after(session.replica.derived)?.len() as u64;
        let mut ids: BTreeSet<ReplicaId> = listing.held.iter().map(|held| held.replica).collect();
        ids.insert(session.id);
        ids.extend(there_of.keys());
        let mut replicas = Vec::new();
        for id in ids {
            let name = id.to_string();
            let here = session.head(id)?;
            let (there, carried) = there_of.get(&id).copied().unwrap_or((0, true));
            let more = if vouched {
                let last = listing.held.iter().filter(|held| held.replica == id).map(|held| held.label.last).max();
                last.unwrap_or(0).saturating_sub(here)
            } else {
                offered.get(&id).map_or(0, |links| links.len() as u64)
            };
            to_receive += more;
            if carried {
                to_send += here - there.min(here);
            }
            let last = if here == 0 { None } else { origin(x, &name, here)? };
            let hash = session.hash(id, here)?.unwrap_or(Hash::START).to_string();
            replicas.push(Known { id: name, last, here, there: there.max(here.min(there) + more), hash });
        }
        Ok(Status {
            to_send,
            to_receive,
            conflicts: x.count_contested()?,
            replicas,
            refused: told,
            traps,
            replica: session.replica.clone(),
        })
    })
}

/// How many changes are to be handed over, and when the last exchange was, as far as the data file itself knows; nothing where it has not joined.
///
/// # Errors
/// It cannot be read.
pub fn standing(reader: &Reader) -> Result<Option<(u64, Option<Timestamp>)>> {
    let Some(replica) = reader.replica()? else { return Ok(None) };
    let heard = reader.heard(&replica.hub)?;
    let sent = heard.as_ref().map_or(0, |heard| heard.sent);
    let pending = reader.entries_after(replica.derived)?.len() as u64;
    let to_send = reader.exchanged_head(&replica.id)?.saturating_sub(sent) + pending;
    Ok(Some((to_send, heard.map(|heard| heard.at))))
}
