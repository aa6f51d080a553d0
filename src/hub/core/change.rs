//! A change and its canonical bytes.

use super::bytes::{Reading, Writing};
use super::id::{ChangeId, Hash, RowId, Value};
use std::collections::BTreeSet;

/// The first bytes of a change.
const HEAD: &[u8; 4] = b"tgc1";
/// The highest clock that is believed: whoever counts on from there has counted for longer than there are changes.
pub const LATEST: u64 = 1 << 53;

const WRITE: u8 = 1;
const DELETE: u8 = 2;

/// What is said to be a change and is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Malformed;

/// A change: what somebody did at one moment in one replica.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its replica, and its number there.
    pub id: ChangeId,
    /// Higher than that of every change which its replica had by then. It orders what is shown; no time of a device does.
    pub clock: u64,
    /// The agency for which the replica works; empty where it said none.
    pub agency: String,
    /// Who.
    pub author: String,
    /// On which device.
    pub device: String,
    /// When, as the device had it (RFC 3339).
    pub at: String,
    /// By which command or screen.
    pub command: String,
    /// Why.
    pub why: String,
    /// What was done, each row once.
    pub ops: Vec<Op>,
}

/// What was done to a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Op {
    /// Fields were written.
    Write {
        /// Of which row.
        row: RowId,
        /// Whether the row was new to its replica.
        birth: bool,
        /// Which fields, each once, in the order of their names. The field without a name says that the row is there.
        fields: Vec<Wrote>,
    },
    /// The row was taken away.
    Delete {
        /// Which row.
        row: RowId,
        /// All that its fields held, as its replica knew them.
        seen: Vec<ChangeId>,
    },
    /// What a later version of the program does; kept word for word and handed on.
    Unknown {
        /// Its kind.
        kind: u8,
        /// All that it says.
        bytes: Vec<u8>,
    },
}

/// A field that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrote {
    /// Its name.
    pub field: String,
    /// What it holds.
    pub value: Value,
    /// The changes whose values in this field were seen, and are replaced by this one.
    pub seen: Vec<ChangeId>,
}

impl Op {
    /// The row that it concerns, where this version understands it.
    pub fn row(&self) -> Option<&RowId> {
        match self {
            Self::Write { row, .. } | Self::Delete { row, .. } => Some(row),
            Self::Unknown { .. } => None,
        }
    }

    fn seen(&self) -> impl Iterator<Item = &ChangeId> {
        let (fields, seen): (&[Wrote], &[ChangeId]) = match self {
            Self::Write { fields, .. } => (fields, &[]),
            Self::Delete { seen, .. } => (&[], seen),
            Self::Unknown { .. } => (&[], &[]),
        };
        fields.iter().flat_map(|wrote| &wrote.seen).chain(seen)
    }
}

impl Change {
    /// Its hash, over that of the change before it in its replica and its own bytes.
    pub fn hash(before: &Hash, bytes: &[u8]) -> Hash {
        Hash::of(&[&before.0, bytes])
    }

    /// Its bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut out = Writing(HEAD.to_vec());
        out.change(&self.id);
        out.number(self.clock);
        for text in [&self.agency, &self.author, &self.device, &self.at, &self.command, &self.why] {
            out.text(text);
        }
        out.length(self.ops.len());
        for op in &self.ops {
            let (kind, bytes) = op_bytes(op);
            out.byte(kind);
            out.bytes(&bytes);
        }
        out.0
    }

    /// The change that these bytes are.
    ///
    /// # Errors
    /// They are no change, or not written in the one way in which it is.
    pub fn read(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut from = Reading(bytes.strip_prefix(HEAD).ok_or(Malformed)?);
        let (id, clock) = (from.change()?, from.number()?);
        let mut text = || from.text();
        let (agency, author, device, at, command, why) = (text()?, text()?, text()?, text()?, text()?, text()?);
        let ops = from.list(|from| read_op(from.byte()?, from.bytes()?))?;
        from.end()?;
        let change = Self { id, clock, agency, author, device, at, command, why, ops };
        change.check()?;
        Ok(change)
    }

    /// Whether these bytes are a change in a form of a later version of the program.
    pub fn is_later(bytes: &[u8]) -> bool {
        bytes.get(..3) == HEAD.get(..3) && bytes.get(3).is_some_and(|form| (b'2'..=b'9').contains(form))
    }

    /// What no replica writes: a number or clock out of bounds, a row twice, or what comes after it as seen.
    fn check(&self) -> Result<(), Malformed> {
        let mut rows = BTreeSet::new();
        let once = self.ops.iter().filter_map(Op::row).all(|row| rows.insert(row));
        let past =
            |seen: &ChangeId| seen.number > 0 && (seen.replica != self.id.replica || seen.number < self.id.number);
        let fits = self.id.number > 0 && (1..=LATEST).contains(&self.clock);
        if once && fits && self.ops.iter().flat_map(Op::seen).all(past) { Ok(()) } else { Err(Malformed) }
    }

    /// How many of its operations this version does not understand.
    pub fn unknown(&self) -> usize {
        self.ops.iter().filter(|op| matches!(op, Op::Unknown { .. })).count()
    }
}

fn op_bytes(op: &Op) -> (u8, Vec<u8>) {
    let mut out = Writing::default();
    let mut head = |row: &RowId| {
        out.text(&row.place);
        out.texts(&row.key);
    };
    match op {
        Op::Write { row, birth, fields } => {
            head(row);
            out.byte(u8::from(*birth));
            out.length(fields.len());
            for wrote in fields {
                out.text(&wrote.field);
                out.value(&wrote.value);
                out.changes(wrote.seen.iter());
            }
            (WRITE, out.0)
        }
        Op::Delete { row, seen } => {
            head(row);
            out.changes(seen.iter());
            (DELETE, out.0)
        }
        Op::Unknown { kind, bytes } => (*kind, bytes.clone()),
    }
}

fn read_op(kind: u8, bytes: &[u8]) -> Result<Op, Malformed> {
    if !matches!(kind, WRITE | DELETE) {
        return Ok(Op::Unknown { kind, bytes: bytes.to_vec() });
    }
    let mut from = Reading(bytes);
    let row = RowId { place: from.text()?, key: from.texts()? };
    if row.key.is_empty() {
        return Err(Malformed);
    }
    let op = if kind == DELETE {
        Op::Delete { row, seen: from.changes()? }
    } else {
        let birth = from.flag()?;
        let fields =
            from.list(|from| Ok(Wrote { field: from.text()?, value: from.value()?, seen: from.changes()? }))?;
        if fields.is_empty() || !fields.windows(2).all(|pair| pair[0].field < pair[1].field) {
            return Err(Malformed);
        }
        Op::Write { row, birth, fields }
    };
    from.end()?;
    Ok(op)
}
