//! What an officer does in the exchange: hand over, take in, see where it stands.

use super::core::change::Change;
use super::core::file::Run;
use super::core::{Hash, Link, Refusal, ReplicaId, chain};
use super::place::{Held, Listing, Place, Refused};
use super::session::{Session, not_joined};
use crate::store::{ChangeMeta, Exchange, Heard, Logged, Reader, Replica, Workspace};
use crate::words::hub::HubWord;
use crate::words::{Fault, Message, Result};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// How many changes a file holds at most.
const RUN: usize = 500;
/// How many changes come in within a transaction.
const PART: usize = 100;
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
    /// So many of its own the place had confirmed once and did not have any more: they were handed over again.
    pub again: u64,
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

pub(super) fn damaged_log() -> Fault {
    Fault::database(HubWord::LogDamaged.said(&[])).hint(HubWord::LogDamagedHint.said(&[]))
}

/// What a place has, and those of its changes that are not here, read before the data file is held.
struct Taken {
    listing: Listing,
    /// What each of the listed holds; nothing of what is here already, or was not asked for.
    runs: Vec<Offer>,
}

type Offer = (Held, Option<std::result::Result<Run, Refused>>);

/// Whose changes are taken up.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    All,
    Own,
    /// Nobody's, where the place vouches for what it lists.
    Counted,
}

/// Takes up what is not here.
fn take_up(reader: &Reader, place: &mut dyn Place, whose: Whose) -> Result<Taken> {
    let own = reader.replica()?.ok_or_else(not_joined)?.id;
    let listing = place.list()?;
    let heads: BTreeMap<String, u64> = reader.exchanged_heads()?.into_iter().collect();
    let mut runs = Vec::with_capacity(listing.held.len());
    for held in &listing.held {
        let replica = held.replica.to_string();
        let here = heads.get(&replica).copied().unwrap_or(0);
        let wanted = match whose {
            Whose::All => true,
            Whose::Own => replica == own,
            Whose::Counted => !place.vouches(),
        };
        let run = if wanted && held.label.last > here { Some(place.read(held, here)?) } else { None };
        runs.push((held.clone(), run));
    }
    Ok(Taken { listing, runs })
}

/// Turns the journal into changes and takes in what others have handed over: so many at a time, each part in a transaction of its own, so that whoever writes
/// meanwhile waits for no more than a part. A stop between two parts leaves what came in until then.
///
/// # Errors
/// It has not joined; a copy of it went its own way; it cannot be written, or the place not read.
pub fn pull(workspace: &mut Workspace, place: &mut dyn Place, who: &ChangeMeta) -> Result<Synced> {
    let taken = take_up(workspace, place, Whose::All)?;
    let mut synced = Synced { refused: taken.listing.strange.clone(), ..Synced::default() };
    let (last, mut waiting) = workspace.exchange(|x| {
        let mut session = Session::open(x)?;
        refuse_own_way(&session, &taken.runs)?;
        let last = x.head()?.map_or(0, |(entry, _)| entry);
        own_first(&mut session, who)?;
        let waiting = offered(&session, taken.runs, &mut synced.refused)?;
        session.close()?;
        Ok((last, waiting))
    })?;
    while waiting.values().any(|links| !links.is_empty()) {
        workspace.exchange(|x| {
            let mut session = Session::open(x)?;
            // What was done here since the last part had not seen what comes in now.
            own_first(&mut session, who)?;
            for _ in 0..PART {
                let Some(link) = next_of(&mut waiting) else { break };
                take_in(&mut session, link, &mut waiting, &mut synced)?;
            }
            session.close()
        })?;
    }
    let head = workspace.head()?;
    synced.entries = head.map(|(entry, _)| (last + 1, entry)).filter(|(first, last)| first <= last);
    Ok(synced)
}

/// Turns what was done here into changes, before something else comes in.
fn own_first(session: &mut Session<'_, '_>, who: &ChangeMeta) -> Result<()> {
    let (_, moved) = session.derive()?;
    session.settle(&moved, who)?;
    Ok(())
}

/// Takes in a change; after one that cannot be taken, none of its replica is.
fn take_in(
    session: &mut Session<'_, '_>,
    link: Link,
    waiting: &mut BTreeMap<ReplicaId, VecDeque<Link>>,
    synced: &mut Synced,
) -> Result<()> {
    let (id, unknown) = (link.change.id, link.change.unknown());
    // Another program may have taken it in since the place was read.
    if id.number <= session.head(id.replica)? {
        return Ok(());
    }
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
    Ok(())
}

/// The change that comes in next: of those that are the next of their replica the one with the lowest clock.
fn next_of(waiting: &mut BTreeMap<ReplicaId, VecDeque<Link>>) -> Option<Link> {
    let first = waiting.iter().filter_map(|(id, links)| Some((links.front()?.change.clock, *id))).min();
    waiting.get_mut(&first?.1)?.pop_front()
}

/// The changes that were taken up and are not here yet, by replica.
fn offered(
    session: &Session<'_, '_>,
    runs: impl IntoIterator<Item = Offer>,
    told: &mut Vec<Refused>,
) -> Result<BTreeMap<ReplicaId, VecDeque<Link>>> {
    let mut offered: BTreeMap<ReplicaId, VecDeque<Link>> = BTreeMap::new();
    let mut stopped = BTreeSet::new();
    for (held, run) in runs {
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
                told.push(Refused::new(&held.name(), "fork", HubWord::FileFork));
                stopped.insert(replica);
            }
            continue;
        }
        let run = match run {
            Some(Ok(run)) => run,
            Some(Err(refused)) => {
                told.push(refused);
                continue;
            }
            None => continue,
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
                told.push(Refused::new(&held.name(), reason, word));
                if matches!(refusal, Refusal::Fork(_)) {
                    stopped.insert(replica);
                }
            }
        }
    }
    Ok(offered)
}

/// Refuses where the place has changes under the name of this data file that it did not make.
fn refuse_own_way(session: &Session<'_, '_>, runs: &[Offer]) -> Result<()> {
    let head = session.head(session.id)?;
    let mut told = Vec::new();
    let own = runs.iter().filter(|(held, _)| held.replica == session.id).cloned();
    let offered = offered(session, own, &mut told)?;
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

/// Turns the journal into changes and hands over what the place does not have: its own, and those of others where the place takes them.
///
/// # Errors
/// It has not joined; a copy of it went its own way; the place is full, cannot be written or reached. Then what was handed over is there, and the rest follows
/// the next time.
pub fn push(workspace: &mut Workspace, place: &mut dyn Place, who: &ChangeMeta) -> Result<Synced> {
    let taken = take_up(workspace, place, Whose::Own)?;
    workspace.exchange(|x| {
        let mut session = Session::open(x)?;
        refuse_own_way(&session, &taken.runs)?;
        own_first(&mut session, who)?;
        session.close()
    })?;
    hand_over(workspace, place, who)
}

/// Takes in, and hands over.
///
/// # Errors
/// Those of [`pull`] and [`push`].
pub fn sync(workspace: &mut Workspace, place: &mut dyn Place, who: &ChangeMeta) -> Result<Synced> {
    let pulled = pull(workspace, place, who)?;
    let pushed = hand_over(workspace, place, who)?;
    Ok(Synced { sent: pushed.sent, again: pushed.again, ..pulled })
}

/// Hands over what the place does not have, and keeps what was heard of it.
fn hand_over(workspace: &mut Workspace, place: &mut dyn Place, who: &ChangeMeta) -> Result<Synced> {
    let replica = workspace.replica()?.ok_or_else(not_joined)?;
    let heard = workspace.heard(&replica.hub)?;
    let held = place.list()?.held;
    let mut synced = Synced::default();
    for (name, head) in workspace.exchanged_heads()? {
        let (Some(id), own) = (ReplicaId::parse(&name), name == replica.id) else { continue };
        if !place.carries(own) {
            continue;
        }
        if own {
            place.clean(id);
        }
        let there = handed_over(workspace, place, &held, (id, &name, own), head)?;
        if own && let Some(heard) = &heard {
            // It had more of them once: it was put back to an earlier day, or lost what it had.
            synced.again = heard.sent.saturating_sub(there);
        }
        let mut first = there + 1;
        while first <= head {
            let (run, hash) = run_from(workspace, id, &name, first, head)?;
            place.write(&run, &hash)?;
            synced.sent += run.bodies.len();
            first = run.last() + 1;
        }
    }
    let agency = place.list()?.agency;
    let sent = workspace.exchanged_head(&replica.id)?;
    let agency = agency.map(|head| (head.agency, head.number, head.hash.to_string()));
    workspace.set_heard(&replica.hub, &Heard { at: who.at, sent, agency })?;
    Ok(synced)
}

/// The last change of a replica, of those that are here, up to which a place says what is said here.
fn handed_over(
    reader: &Reader,
    place: &mut dyn Place,
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
        if (!own || place.vouches()) && to == held.label.last {
            if known.is_some_and(|hash| hash.0[..8] == held.label.hash) {
                last = to;
            }
            continue;
        }
        // What is damaged counts for nothing: the changes are handed over again beside it.
        let Ok(run) = place.read(held, 0)? else { continue };
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
/// It has not joined; it or the place cannot be read.
pub fn status(workspace: &mut Workspace, place: &mut dyn Place) -> Result<Status> {
    let taken = take_up(workspace, place, Whose::Counted)?;
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
        let Taken { listing, runs } = taken;
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

/// Who made a change of the log.
pub(super) fn origin(x: &Exchange<'_>, replica: &str, number: u64) -> Result<Option<Origin>> {
    let Some(logged) = x.exchanged(replica, number)? else { return Ok(None) };
    Ok(Some(Origin::of(&Change::read(&logged.body).map_err(|_| damaged_log())?)))
}
