//! How a data file comes into the exchange: it joins, or a copy of it joins under a name of its own.

use super::core::change::{Change, Op};
use super::core::{ChangeId, Hash, Link, ReplicaId, RowId, chain};
use super::forms::{list, parts};
use super::place::{Given, Place, Refused, whole};
use super::session::Session;
use super::sync::damaged_log;
use crate::store::{ChangeMeta, Replica, Workspace};
use crate::words::hub::HubWord;
use crate::words::{Fault, Message, Result};
use std::collections::BTreeSet;

/// Makes a data file one of those that exchange: it gets a name, and all of its journal becomes changes.
///
/// # Errors
/// It has joined already; its rows are not what its journal says; it cannot be written.
pub fn join(workspace: &mut Workspace, hub: &str, agency: &str) -> Result<Replica> {
    workspace.exchange(|x| {
        if let Some(known) = x.replica()? {
            let fault = Fault::usage(HubWord::JoinedAlready.said(&[&known.id]));
            return Err(fault.hint(HubWord::JoinedAlreadyHint.said(&[])));
        }
        let (agency, hub) = (agency.to_owned(), hub.to_owned());
        let mut session = Session::of(x, Replica { id: x.drawn_id()?, agency, hub, derived: 0, clock: 0 })?;
        let (_, moved) = session.derive()?;
        if !session.is_settled(&moved)? {
            let fault = Fault::database(HubWord::JournalDiffers.said(&[]));
            return Err(fault.hint(HubWord::JournalDiffersHint.said(&[])));
        }
        let replica = session.replica.clone();
        session.close()?;
        Ok(replica)
    })
}

/// Gives a copy that went its own way a name of its own: what it has beyond what the place knows under its old name becomes changes of the new one.
///
/// # Errors
/// It has not joined; it cannot be written; the place cannot be read.
pub fn join_anew(workspace: &mut Workspace, place: &mut dyn Place, who: &ChangeMeta) -> Result<Replica> {
    let own = workspace.replica()?.and_then(|replica| ReplicaId::parse(&replica.id));
    let held: Vec<_> = place.list()?.held.into_iter().filter(|held| Some(held.replica) == own).collect();
    let read: Vec<_> = held.iter().map(|held| whole(place, held, 0)).collect::<Result<_>>()?;
    workspace.exchange(|x| {
        let session = Session::open(x)?;
        let (old, id) = (session.replica.clone(), session.id);
        let common = common(&session, read)?;
        drop(session);
        let log = x.whole_log()?;
        x.clear_log()?;
        x.forget_heard()?;
        let mut session = Session::of(x, Replica { id: x.drawn_id()?, ..old })?;
        let mut next = 1;
        for logged in log {
            let mut change = Change::read(&logged.body).map_err(|_| damaged_log())?;
            let entry = logged.change;
            let link = if change.id.replica == id && change.id.number > common {
                renamed(&mut change, session.id, id, common);
                change.id = ChangeId { replica: session.id, number: next };
                next += 1;
                let bytes = change.bytes();
                let before = session.hash(session.id, change.id.number - 1)?.ok_or_else(damaged_log)?;
                Link { hash: Change::hash(&before, &bytes), change, bytes }
            } else {
                let hash = Hash::parse(&logged.hash).ok_or_else(damaged_log)?;
                Link { change, bytes: logged.body, hash }
            };
            session.integrate(&link.change)?;
            session.keep(link, entry)?;
        }
        let all: BTreeSet<RowId> =
            x.shelved_all()?.into_iter().map(|(place, key)| RowId { place, key: parts(&key) }).collect();
        for id in all.iter().filter(|id| crate::model::nouns::table(&id.place).is_some()) {
            // Where each row stood is told anew.
            let local = session.local(id)?;
            let there = x.columns(&id.place, &list(&local.key));
            if there.is_ok_and(|there| there.is_some()) {
                x.set_shelved_local(&id.place, &list(&id.key), Some(&list(&local.key)))?;
            }
        }
        // What was done since is its own.
        let (_, moved) = session.derive()?;
        session.settle(&all.union(&moved).cloned().collect(), who)?;
        let replica = session.replica.clone();
        session.close()?;
        Ok(replica)
    })
}

/// In a change of the old name, the changes beyond what is common are those of the new one.
fn renamed(change: &mut Change, new: ReplicaId, old: ReplicaId, common: u64) {
    let rename = |ids: &mut Vec<ChangeId>| {
        for id in ids.iter_mut().filter(|id| id.replica == old && id.number > common) {
            *id = ChangeId { replica: new, number: id.number - common };
        }
        ids.sort_unstable();
    };
    for op in &mut change.ops {
        match op {
            Op::Write { fields, .. } => fields.iter_mut().for_each(|wrote| rename(&mut wrote.seen)),
            Op::Delete { seen, .. } => rename(seen),
            Op::Unknown { .. } => {}
        }
    }
}

/// The last change of its own that the data file and the place have alike; all of them, where the place has none.
fn common(session: &Session<'_, '_>, own: Vec<std::result::Result<Given, Refused>>) -> Result<u64> {
    let head = session.head(session.id)?;
    let (mut common, any) = (0, !own.is_empty());
    for Given { run, .. } in own.into_iter().flatten() {
        let Ok(links) = chain::read(run.replica, run.first, run.before, run.bodies) else { continue };
        for link in links.iter().filter(|link| link.change.id.number <= head) {
            if session.hash(session.id, link.change.id.number)? == Some(link.hash) {
                common = common.max(link.change.id.number);
            }
        }
    }
    Ok(if any { common } else { head })
}
