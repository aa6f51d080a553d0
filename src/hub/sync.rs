//! What an officer does in the exchange: join, hand over, take in, see where it stands.

use super::core::change::{Change, Op};
use super::core::file::Run;
use super::core::{ChangeId, Hash, Link, Refusal, ReplicaId, RowId, chain};
use super::folder::{Folder, Held, Refused, refused};
use super::forms::{list, parts};
use super::session::{Session, not_joined};
use crate::store::{ChangeMeta, Exchange, Logged, Reader, Replica, Workspace};
use crate::words::hub::HubWord;
use crate::words::{Fault, Message, Result};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// How many changes a file holds at most.
const RUN: usize = 500;
/// From how many bytes on a file takes no further change.
const RUN_BYTES: usize = 8 << 20;

/// What an exchange did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Synced {
    /// So many changes were handed over.
    pub sent: usize,
    /// So many of others came in.
    pub received: usize,
    /// The entries that they made in the journal: the first and the last.
    pub entries: Option<(i64, i64)>,
    /// So many of what came in hold operations of a later version of the program, which are kept and handed on.
    pub unknown: usize,
    /// What was not taken.
    pub refused: Vec<Refused>,
}

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
    /// The replicas that are known: how many changes of each are here, and how many in the folder.
    pub replicas: Vec<Known>,
    /// What would not be taken.
    pub refused: Vec<Refused>,
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
    /// So many are in the folder.
    pub there: u64,
    /// The hash of its last change here.
    pub hash: String,
}

/// Who made a change, when, how and why, as its replica says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The agency.
    pub agency: String,
    /// Who.
    pub author: String,
    /// On which device.
    pub device: String,
    /// When.
    pub at: String,
    /// By which command.
    pub command: String,
    /// Why.
    pub why: String,
}

impl Origin {
    pub(super) fn of(change: &Change) -> Self {
        let clean = |text: &str| crate::text::clean_line(text);
        Self {
            agency: clean(&change.agency),
            author: clean(&change.author),
            device: clean(&change.device),
            at: clean(&change.at),
            command: clean(&change.command),
            why: clean(&change.why),
        }
    }
}

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

/// Gives a copy that went its own way a name of its own: what it has beyond what the folder knows under its old name becomes changes of the new one.
///
/// # Errors
/// It has not joined; it cannot be written; the folder cannot be read.
pub fn join_anew(workspace: &mut Workspace, folder: &Folder, who: &ChangeMeta) -> Result<Replica> {
    let listing = folder.list()?;
    workspace.exchange(|x| {
        let session = Session::open(x)?;
        let (old, id) = (session.replica.clone(), session.id);
        let common = common(&session, folder, listing.held.iter().filter(|held| held.replica == id))?;
        drop(session);
        let log = x.whole_log()?;
        x.clear_log()?;
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

/// The last change of its own that the data file and the folder have alike; all of them, where the folder has none.
fn common<'h>(session: &Session<'_, '_>, folder: &Folder, own: impl Iterator<Item = &'h Held>) -> Result<u64> {
    let head = session.head(session.id)?;
    let (mut common, mut any) = (0, false);
    for held in own {
        any = true;
        let Ok(run) = folder.read(held) else { continue };
        let Ok(links) = chain::read(run.replica, run.first, run.before, run.bodies) else { continue };
        for link in links.iter().filter(|link| link.change.id.number <= head) {
            if session.hash(session.id, link.change.id.number)? == Some(link.hash) {
                common = common.max(link.change.id.number);
            }
        }
    }
    Ok(if any { common } else { head })
}

fn damaged_log() -> Fault {
    Fault::database(HubWord::LogDamaged.said(&[])).hint(HubWord::LogDamagedHint.said(&[]))
}

/// Turns the journal into changes and takes in what others have handed over, all of it in one transaction.
///
/// # Errors
/// It has not joined; a copy of it went its own way; it cannot be written, or the folder not read.
pub fn pull(workspace: &mut Workspace, folder: &Folder, who: &ChangeMeta) -> Result<Synced> {
    let listing = folder.list()?;
    workspace.exchange(|x| {
        let mut session = Session::open(x)?;
        refuse_own_way(&session, folder, &listing.held)?;
        let mut synced = Synced { refused: listing.strange.clone(), ..Synced::default() };
        let last = x.head()?.map_or(0, |(entry, _)| entry);
        let (_, moved) = session.derive()?;
        session.settle(&moved, who)?;
        let mut waiting = offered(&session, folder, &listing.held, &mut synced.refused)?;
        while let Some(link) = next_of(&mut waiting) {
            let id = link.change.id;
            let unknown = link.change.unknown();
            match session.take(link)? {
                Ok(()) => {
                    synced.received += 1;
                    synced.unknown += usize::from(unknown > 0);
                }
                Err(fault) => {
                    waiting.remove(&id.replica);
                    let said = HubWord::ChangeUnfit.said_by(|lang| vec![id.number.to_string(), fault.message(lang)]);
                    synced.refused.push(Refused { name: id.replica.to_string(), reason: "unfit", said });
                }
            }
        }
        session.close()?;
        synced.entries = x.head()?.map(|(entry, _)| (last + 1, entry)).filter(|(first, last)| first <= last);
        Ok(synced)
    })
}

/// The change that comes in next: of those that are the next of their replica the one with the lowest clock.
fn next_of(waiting: &mut BTreeMap<ReplicaId, VecDeque<Link>>) -> Option<Link> {
    let first = waiting.iter().filter_map(|(id, links)| Some((links.front()?.change.clock, *id))).min();
    waiting.get_mut(&first?.1)?.pop_front()
}

/// The changes in a folder that are not here yet, by replica.
fn offered(
    session: &Session<'_, '_>,
    folder: &Folder,
    held: &[Held],
    told: &mut Vec<Refused>,
) -> Result<BTreeMap<ReplicaId, VecDeque<Link>>> {
    let mut offered: BTreeMap<ReplicaId, VecDeque<Link>> = BTreeMap::new();
    let mut stopped = BTreeSet::new();
    for held in held {
        let replica = held.replica;
        if stopped.contains(&replica) {
            continue;
        }
        let here = session.head(replica)?;
        let of = offered.entry(replica).or_default();
        let known = |number: u64| -> Result<Option<Hash>> {
            match number.checked_sub(here + 1).and_then(|at| of.get(usize::try_from(at).unwrap_or(usize::MAX))) {
                Some(link) => Ok(Some(link.hash)),
                None if number <= here => session.hash(replica, number),
                None => Ok(None),
            }
        };
        let head = here + of.len() as u64;
        if held.label.last <= head {
            // Known by its name: the same number with another hash is another change.
            if known(held.label.last)?.is_some_and(|hash| hash.0[..8] != held.label.hash) {
                told.push(refused(&held.name(), "fork", HubWord::FileFork));
                stopped.insert(replica);
            }
            continue;
        }
        let run = match folder.read(held) {
            Ok(run) => run,
            Err(refused) => {
                told.push(refused);
                continue;
            }
        };
        let before = run.before;
        let links = chain::read(run.replica, run.first, before, run.bodies);
        let links = links.map(|links| {
            let named = links.last().is_some_and(|link| link.hash.0[..8] == held.label.hash);
            if named { chain::admit(links, before, head, known) } else { Ok(Err(Refusal::Malformed)) }
        });
        match links {
            Ok(Ok(Ok(links))) => of.extend(links),
            Ok(Err(fault)) => return Err(fault),
            Ok(Ok(Err(refusal))) | Err(refusal) => {
                let (reason, word) = match refusal {
                    Refusal::Malformed => ("malformed", HubWord::FileMalformed),
                    Refusal::Broken => ("broken_chain", HubWord::FileBroken),
                    Refusal::Gap(_) => ("gap", HubWord::FileGap),
                    Refusal::Fork(_) => ("fork", HubWord::FileFork),
                };
                told.push(refused(&held.name(), reason, word));
                if matches!(refusal, Refusal::Fork(_)) {
                    stopped.insert(replica);
                }
            }
        }
    }
    Ok(offered)
}

/// Refuses where the folder has changes under the name of this data file that it did not make.
fn refuse_own_way(session: &Session<'_, '_>, folder: &Folder, held: &[Held]) -> Result<()> {
    let own: Vec<Held> = held.iter().filter(|held| held.replica == session.id).cloned().collect();
    let head = session.head(session.id)?;
    let mut told = Vec::new();
    let offered = offered(session, folder, &own, &mut told)?;
    let fork = told.iter().find(|refused| refused.reason == "fork").map(|refused| refused.name.clone());
    // A backup that was put back: what it had handed over comes back to it, unless it was worked on since.
    let pending = !session.x.entries_after(session.replica.derived)?.is_empty();
    let lost = offered.get(&session.id).is_some_and(|links| !links.is_empty());
    match fork {
        Some(name) => Err(own_way(&name)),
        None if lost && pending => Err(own_way(&format!("{}, {}", session.id, head + 1))),
        None => Ok(()),
    }
}

fn own_way(name: &str) -> Fault {
    Fault::input(HubWord::OwnWay.said(&[&name])).hint(HubWord::OwnWayHint.said(&[]))
}

/// Turns the journal into changes and hands over what the folder does not have, its own and those of others.
///
/// # Errors
/// It has not joined; a copy of it went its own way; the folder is full or cannot be written. Then what was handed over is there, and the rest follows the
/// next time.
pub fn push(workspace: &mut Workspace, folder: &Folder, who: &ChangeMeta) -> Result<Synced> {
    let listing = folder.list()?;
    workspace.exchange(|x| {
        let mut session = Session::open(x)?;
        refuse_own_way(&session, folder, &listing.held)?;
        let (_, moved) = session.derive()?;
        session.settle(&moved, who)?;
        session.close()
    })?;
    hand_over(workspace, folder)
}

/// Takes in, and hands over.
///
/// # Errors
/// Those of [`pull`] and [`push`].
pub fn sync(workspace: &mut Workspace, folder: &Folder, who: &ChangeMeta) -> Result<Synced> {
    let pulled = pull(workspace, folder, who)?;
    let pushed = hand_over(workspace, folder)?;
    Ok(Synced { sent: pushed.sent, ..pulled })
}

/// Writes what the folder does not have.
fn hand_over(reader: &Reader, folder: &Folder) -> Result<Synced> {
    let own = reader.replica()?.ok_or_else(not_joined)?.id;
    let held = folder.list()?.held;
    let mut synced = Synced::default();
    for (replica, head) in reader.exchanged_heads()? {
        let Some(id) = ReplicaId::parse(&replica) else { continue };
        if replica == own {
            folder.clean(id);
        }
        let mut first = handed_over(reader, folder, &held, (id, &replica, replica == own), head)? + 1;
        while first <= head {
            let (run, hash) = run_from(reader, id, &replica, first, head)?;
            folder.write(&run, &hash)?;
            synced.sent += run.bodies.len();
            first = run.last() + 1;
        }
    }
    Ok(synced)
}

/// The last change of a replica, of those that are here, up to which whole files of a folder say what is said here.
fn handed_over(
    reader: &Reader,
    folder: &Folder,
    held: &[Held],
    (id, replica, own): (ReplicaId, &str, bool),
    head: u64,
) -> Result<u64> {
    let mut last = 0;
    for held in held.iter().filter(|held| held.replica == id) {
        let to = held.label.last.min(head);
        if held.label.first > last + 1 || to <= last {
            continue;
        }
        let known = reader.exchanged_hash(replica, to)?.and_then(|hash| Hash::parse(&hash));
        // Whether the files of others are sound is looked at by whoever made them: their names tell enough.
        if !own && to == held.label.last {
            if known.is_some_and(|hash| hash.0[..8] == held.label.hash) {
                last = to;
            }
            continue;
        }
        // A file that is damaged counts for nothing: the changes are handed over again beside it.
        let Ok(run) = folder.read(held) else { continue };
        let Ok(links) = chain::read(id, run.first, run.before, run.bodies) else { continue };
        let there = links.iter().find(|link| link.change.id.number == to).map(|link| link.hash);
        if there.is_some() && there == known {
            last = to;
        }
    }
    Ok(last)
}

/// The changes of a file from a number on, and the hash of its last.
fn run_from(reader: &Reader, id: ReplicaId, replica: &str, first: u64, head: u64) -> Result<(Run, Hash)> {
    let logged = |number: u64| -> Result<Logged> { reader.exchanged(replica, number)?.ok_or_else(damaged_log) };
    let hash = |text: &str| Hash::parse(text).ok_or_else(damaged_log);
    let before = if first == 1 { Hash::START } else { hash(&logged(first - 1)?.hash)? };
    let (mut bodies, mut bytes, mut last) = (Vec::new(), 0, before);
    let mut number = first;
    while number <= head && bodies.len() < RUN && bytes < RUN_BYTES {
        let logged = logged(number)?;
        last = hash(&logged.hash)?;
        bytes += logged.body.len();
        bodies.push(logged.body);
        number += 1;
    }
    Ok((Run { replica: id, first, before, bodies }, last))
}

/// Where the data file stands; nothing is changed.
///
/// # Errors
/// It has not joined; it or the folder cannot be read.
pub fn status(workspace: &mut Workspace, folder: &Folder) -> Result<Status> {
    let listing = folder.list()?;
    workspace.exchange(|x| {
        let session = Session::open(x)?;
        let mut told = listing.strange.clone();
        let offered = offered(&session, folder, &listing.held, &mut told)?;
        let pending = x.entries_after(session.replica.derived)?.len() as u64;
        let mut to_send = pending;
        let mut ids: BTreeSet<ReplicaId> = listing.held.iter().map(|held| held.replica).collect();
        ids.insert(session.id);
        ids.extend(x.exchanged_heads()?.iter().filter_map(|(id, _)| ReplicaId::parse(id)));
        let mut replicas = Vec::new();
        for id in ids {
            let name = id.to_string();
            let here = session.head(id)?;
            let there = handed_over(x, folder, &listing.held, (id, &name, id == session.id), here)?;
            let more = offered.get(&id).map_or(0, |links| links.len() as u64);
            to_send += here - there.min(here);
            let last = if here == 0 { None } else { origin(x, &name, here)? };
            let hash = session.hash(id, here)?.unwrap_or(Hash::START).to_string();
            replicas.push(Known { id: name, last, here, there: there.max(here.min(there) + more), hash });
        }
        Ok(Status {
            to_send,
            to_receive: offered.values().map(|links| links.len() as u64).sum(),
            conflicts: x.count_contested()?,
            replicas,
            refused: told,
            replica: session.replica.clone(),
        })
    })
}

/// Who made a change of the log.
pub(super) fn origin(x: &Exchange<'_>, replica: &str, number: u64) -> Result<Option<Origin>> {
    let Some(logged) = x.exchanged(replica, number)? else { return Ok(None) };
    Ok(Some(Origin::of(&Change::read(&logged.body).map_err(|_| damaged_log())?)))
}
