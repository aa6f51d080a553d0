//! The chain of a replica: which of the changes that are offered are new, and which may not come in.

use super::change::{Change, Malformed};
use super::id::{Hash, ReplicaId};

/// A change that is offered: its bytes, read, and its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it says.
    pub change: Change,
    /// Its bytes, word for word.
    pub bytes: Vec<u8>,
    /// Its hash, over the one before it.
    pub hash: Hash,
}

/// Why changes may not come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// They are no changes, or not of this replica, or not numbered one after the other.
    Malformed,
    /// Their hashes do not hang together: something was altered, or is missing.
    Broken,
    /// Changes before them are missing: the next that could come in has this number.
    Gap(u64),
    /// A change with this number is known, and is another one: two files have gone on under one name.
    Fork(u64),
}

impl From<Malformed> for Refusal {
    fn from(_: Malformed) -> Self {
        Self::Malformed
    }
}

/// Reads bodies that follow each other in a replica, the first of them upon a hash.
///
/// # Errors
/// Malformed, where one is no change or not the next of the replica.
pub fn read(replica: ReplicaId, first: u64, before: Hash, bodies: Vec<Vec<u8>>) -> Result<Vec<Link>, Refusal> {
    let (mut before, mut number) = (before, first);
    let mut links = Vec::with_capacity(bodies.len());
    for bytes in bodies {
        let change = Change::read(&bytes)?;
        if change.id.replica != replica || change.id.number != number {
            return Err(Refusal::Malformed);
        }
        before = Change::hash(&before, &bytes);
        number = number.checked_add(1).ok_or(Refusal::Malformed)?;
        links.push(Link { change, bytes, hash: before });
    }
    Ok(links)
}

/// Which of the changes that are offered are new; those that are known are compared with what is known, not believed. `before` is the hash on which the
/// first of them stands; `head` is the number of the last that is known, `hash` gives the hash of a known one.
///
/// # Errors
/// A gap, a fork; an error of the look-up.
pub fn admit<E>(
    links: Vec<Link>,
    before: Hash,
    head: u64,
    hash: impl Fn(u64) -> Result<Option<Hash>, E>,
) -> Result<Result<Vec<Link>, Refusal>, E> {
    let Some(first) = links.first().map(|link| link.change.id.number) else { return Ok(Ok(links)) };
    if first > head + 1 {
        return Ok(Err(Refusal::Gap(head + 1)));
    }
    if first > 1 && hash(first - 1)? != Some(before) {
        return Ok(Err(Refusal::Fork(first - 1)));
    }
    if first == 1 && before != Hash::START {
        return Ok(Err(Refusal::Broken));
    }
    for link in links.iter().take_while(|link| link.change.id.number <= head) {
        if hash(link.change.id.number)? != Some(link.hash) {
            return Ok(Err(Refusal::Fork(link.change.id.number)));
        }
    }
    Ok(Ok(links.into_iter().filter(|link| link.change.id.number > head).collect()))
}
