//! What an officer does in the exchange: hand over, and take in.

use super::core::change::Change;
use super::core::file::Run;
use super::core::{Hash, Link, Refusal, ReplicaId, chain};
use super::place::{Given, Held, Listing, Place, Refused, whole};
use super::session::{Renamed, Session, not_joined};
use crate::store::{ChangeMeta, Exchange, Heard, Logged, Reader, Workspace};
use crate::words::hub::HubWord;
use crate::words::{Fault, Message, Result};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// How many changes a file holds at most.
const RUN: usize = 500;
/// How many operations come in within a transaction, with those of the change that begins it: whoever writes meanwhile waits for no more.
const PART: usize = 1_000;
/// From how many bytes on no further changes are taken up before these have come in.
const AT_ONCE: usize = 64 << 20;
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
    /// What stands here under another code than before.
    pub renamed: Vec<Renamed>,
    /// What was not taken.
    pub refused: Vec<Refused>,
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
pub(super) struct Taken {
    pub(super) listing: Listing,
    /// What each of the listed holds; nothing of what is here already, or was not asked for.
    pub(super) runs: Vec<Offer>,
    /// Whether there is more.
    more: bool,
}

pub(super) type Offer = (Held, Option<std::result::Result<Given, Refused>>);

/// Whose changes are taken up.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    All,
    Own,
    /// Nobody's, where the place vouches for what it lists.
    Counted,
}

/// Takes up what is not here, and was not refused before: as much as may be held at once.
pub(super) fn take_up(reader: &Reader, place: &mut dyn Place, whose: Whose, refused: &[Refused]) -> Result<Taken> {
    let own = reader.replica()?.ok_or_else(not_joined)?.id;
    let mut listing = place.list()?;
    // Its own first: whether it went its own way has to be known before anything is done.
    listing.held.sort_by_key(|held| held.replica.to_string() != own);
    let heads: BTreeMap<String, u64> = reader.exchanged_heads()?.into_iter().collect();
    let (mut runs, mut bytes, mut more) = (Vec::with_capacity(listing.held.len()), 0, false);
    for held in &listing.held {
        let replica = held.replica.to_string();
        let here = heads.get(&replica).copied().unwrap_or(0);
        let wanted = match whose {
            Whose::All => true,
            Whose::Own => replica == own,
            Whose::Counted => !place.vouches(),
        };
        let told = || refused.iter().any(|refused| refused.name == held.name() || refused.name == replica);
        if !wanted || held.label.last <= here || told() {
            runs.push((held.clone(), None));
            continue;
        }
        if bytes >= AT_ONCE && whose == Whose::All {
            more = true;
            break;
        }
        let given = if whose == Whose::All { place.read(held, here) } else { whole(place, held, here) }?;
        if let Ok(given) = &given {
            bytes += given.run.bodies.iter().map(Vec::len).sum::<usize>();
            more |= given.run.last() < held.label.last;
        }
        runs.push((held.clone(), Some(given)));
    }
    Ok(Taken { listing, runs, more })
}

/// Turns the journal into changes and takes in what others have handed over: so many at a time, each part in a transaction of its own, so that whoever writes
/// meanwhile waits for no more than a part. A stop between two parts leaves what came in until then.
///
/// # Errors
/// It has not joined; a copy of it went its own way; it cannot be written, or the place not read.
pub fn pull(workspace: &mut Workspace, place: &mut dyn Place, who: &ChangeMeta) -> Result<Synced> {
    let before = workspace.head()?.map_or(0, |(entry, _)| entry);
    let mut synced = Synced::default();
    loop {
        let taken = take_up(workspace, place, Whose::All, &synced.refused)?;
        let (more, done) = (taken.more, (synced.received, synced.refused.len()));
        come_in(workspace, taken, who, &mut synced)?;
        // Where nothing came of it, nothing would the next time.
        if !more || (synced.received, synced.refused.len()) == done {
            break;
        }
    }
    let head = workspace.head()?;
    synced.entries = head.map(|(entry, _)| (before + 1, entry)).filter(|(first, last)| first <= last);
    Ok(synced)
}

/// Takes in what was taken up.
fn come_in(workspace: &mut Workspace, taken: Taken, who: &ChangeMeta, synced: &mut Synced) -> Result<()> {
    for strange in taken.listing.strange {
        if !synced.refused.contains(&strange) {
            synced.refused.push(strange);
        }
    }
    let mut waiting = workspace.exchange(|x| {
        let mut session = Session::open(x)?;
        refuse_own_way(&session, &taken.runs)?;
        own_first(&mut session, who)?;
        let waiting = offered(&session, taken.runs, &mut synced.refused)?;
        session.close()?;
        Ok(waiting)
    })?;
    while waiting.values().any(|links| !links.is_empty()) {
        workspace.exchange(|x| {
            let mut session = Session::open(x)?;
            // What is done here while its own changes come back from the place would stand under their numbers.
            let back = waiting.get(&session.id).and_then(VecDeque::front);
            if let Some(link) = back.filter(|_| !x.entries_after(session.replica.derived).is_ok_and(|e| e.is_empty())) {
                return Err(worked_on(&session, link.change.id.number));
            }
            // What was done here since the last part had not seen what comes in now.
            own_first(&mut session, who)?;
            let mut count = 0;
            while count < PART
                && let Some(link) = next_of(&mut waiting)
            {
                count += link.change.ops.len();
                take_in(&mut session, link, &mut waiting, synced)?;
            }
            synced.renamed.append(&mut session.renamed.borrow_mut());
            session.close()
        })?;
        if waiting.values().any(|links| !links.is_empty()) {
            workspace.give_way();
        }
    }
    Ok(())
}

/// Turns what was done here since the last exchange into changes.
///
/// # Errors
/// It has not joined, or cannot be written.
pub fn prepare(workspace: &mut Workspace, who: &ChangeMeta) -> Result<()> {
    workspace.exchange(|x| {
        let mut session = Session::open(x)?;
        own_first(&mut session, who)?;
        session.close()
    })
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
pub(super) fn offered(
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
            if known(held.label.last)?.is_some_and(|hash| hash.brief() != held.label.hash) {
                told.push(Refused::new(&held.name(), "fork", HubWord::FileFork));
                stopped.insert(replica);
            }
            continue;
        }
        let Given { run, hash } = match run {
            Some(Ok(given)) => given,
            Some(Err(refused)) => {
                told.push(refused);
                continue;
            }
            None => continue,
        };
        // The last of what was listed is what was listed.
        let hash = if run.last() == held.label.last { held.label.hash } else { hash };
        let before = run.before;
        let links = chain::read(run.replica, run.first, before, run.bodies);
        let links = links.map(|links| {
            let named = links.last().is_some_and(|link| link.hash.brief() == hash);
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
        None if lost && pending => Err(worked_on(session, head + 1)),
        None => Ok(()),
    }
}

fn worked_on(session: &Session<'_, '_>, number: u64) -> Fault {
    Fault::input(HubWord::WorkedOn.said(&[&session.id, &number])).hint(HubWord::WorkedOnHint.said(&[]))
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
    let taken = take_up(workspace, place, Whose::Own, &[])?;
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
    let heard = workspace.heard(&place.address())?;
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
    workspace.set_heard(&place.address(), &Heard { at: who.at, sent, agency })?;
    Ok(synced)
}

/// The last change of a replica, of those that are here, up to which a place says what is said here.
pub(super) fn handed_over(
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
            if known.is_some_and(|hash| hash.brief() == held.label.hash) {
                last = to;
            }
            continue;
        }
        // What is damaged counts for nothing: the changes are handed over again beside it.
        let Ok(Given { run, .. }) = whole(place, held, 0)? else { continue };
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

/// Who made a change of the log.
pub(super) fn origin(x: &Exchange<'_>, replica: &str, number: u64) -> Result<Option<Origin>> {
    let Some(logged) = x.exchanged(replica, number)? else { return Ok(None) };
    Ok(Some(Origin::of(&Change::read(&logged.body).map_err(|_| damaged_log())?)))
}
