//! Names: of replicas, changes, rows; hashes; values.

use sha2::{Digest, Sha256};
use std::fmt;

/// A data file that has joined, by a number drawn when it joined.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReplicaId(pub [u8; 16]);

/// A change, by its replica and its number there, from 1 on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChangeId {
    /// Who made it.
    pub replica: ReplicaId,
    /// The how manieth of that replica.
    pub number: u64,
}

/// A SHA-256.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

/// A row in the exchange: its table, and its key. The last part of a key that the program gave by itself has, behind a `#`, what the row was when
/// it was made; the code that officers see is given by order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId {
    /// The table.
    pub place: String,
    /// The parts of the key.
    pub key: Vec<String>,
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Nothing.
    Null,
    /// A whole number.
    Int(i64),
    /// Words.
    Text(String),
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut out = [0; N];
    if text.len() != 2 * N || !text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
        return None;
    }
    for (at, byte) in out.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some(out)
}

impl ReplicaId {
    /// The one that is written like this: 32 small hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        unhex(text).map(Self)
    }

    /// How people tell it from others: its first eight digits.
    pub fn short(&self) -> String {
        hex(&self.0[..4])
    }
}

impl Hash {
    /// Before the first change of a replica.
    pub const START: Self = Self([0; 32]);

    /// Of some bytes.
    pub fn of(parts: &[&[u8]]) -> Self {
        let mut digest = Sha256::new();
        parts.iter().for_each(|part| digest.update(part));
        Self(digest.finalize().into())
    }

    /// The one that is written like this: 64 small hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        unhex(text).map(Self)
    }

    /// Its first sixteen digits.
    pub fn short(&self) -> String {
        hex(&self.brief())
    }

    /// Its first bytes, by which names of files tell it.
    pub fn brief(&self) -> [u8; 8] {
        std::array::from_fn(|at| self.0[at])
    }
}

impl RowId {
    /// A row of a table by its key.
    pub fn new(place: &str, key: &[&str]) -> Self {
        Self { place: place.to_owned(), key: key.iter().map(|part| (*part).to_owned()).collect() }
    }

    /// The last part of its key without what the row was when it was made.
    pub fn base(&self) -> &str {
        let last = self.key.last().map_or("", String::as_str);
        last.rsplit_once('#').map_or(last, |(base, _)| base)
    }

    /// All parts of its key but the last.
    pub fn parent(&self) -> &[String] {
        self.key.split_last().map_or(&[], |(_, parent)| parent)
    }
}

impl fmt::Display for ReplicaId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl fmt::Debug for ReplicaId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.short())
    }
}

impl fmt::Display for ChangeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.replica, self.number)
    }
}

impl fmt::Debug for ChangeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}-{}", self.replica, self.number)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.short())
    }
}
