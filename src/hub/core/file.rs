//! Changes as a file that is handed on: which replica, from which number, on which hash, the changes word for word, and at its end a hash of it all.
//! Its name says what is in it, so that there is one writer to a name and the same content under the same name.

use super::bytes::{Reading, Writing};
use super::change::Malformed;
use super::id::{Hash, ReplicaId};

const HEAD: &[u8; 16] = b"tinhgon changes\n";
/// The version of the form of the file.
const VERSION: u8 = 1;

/// What a file says that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label {
    /// The number of its first change.
    pub first: u64,
    /// The number of its last.
    pub last: u64,
    /// The hash of its last, in short.
    pub hash: [u8; 8],
}

/// The changes of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Whose.
    pub replica: ReplicaId,
    /// The number of the first.
    pub first: u64,
    /// The hash of the change before the first.
    pub before: Hash,
    /// The changes, word for word.
    pub bodies: Vec<Vec<u8>>,
}

/// Why a file is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// It is no file of changes.
    Foreign,
    /// It is of a later version of the program.
    Newer,
    /// It is not as it was written: cut off, or altered.
    Broken,
}

impl From<Malformed> for Damage {
    fn from(_: Malformed) -> Self {
        Self::Broken
    }
}

impl Label {
    /// The name of the file: `000001-000500-0123456789abcdef.tgc`.
    pub fn name(&self) -> String {
        let hash: String = self.hash.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("{:06}-{:06}-{hash}.tgc", self.first, self.last)
    }

    /// What a name says; nothing of a name that no such file has.
    pub fn parse(name: &str) -> Option<Self> {
        let mut parts = name.strip_suffix(".tgc")?.splitn(3, '-');
        let mut number = || parts.next()?.parse::<u64>().ok();
        let (first, last) = (number()?, number()?);
        let text = parts.next()?;
        let mut hash = [0; 8];
        for (at, byte) in hash.iter_mut().enumerate() {
            *byte = u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()?;
        }
        let label = Self { first, last, hash };
        (first > 0 && first <= last && label.name() == name).then_some(label)
    }
}

impl Run {
    /// The number of its last change.
    pub fn last(&self) -> u64 {
        self.first + (self.bodies.len() as u64).saturating_sub(1)
    }

    /// What the file of it is called, when its last change has this hash.
    pub fn label(&self, hash: &Hash) -> Label {
        Label { first: self.first, last: self.last(), hash: hash.brief() }
    }

    /// Its bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut out = Writing(HEAD.to_vec());
        out.byte(VERSION);
        out.0.extend(self.replica.0);
        out.number(self.first);
        out.0.extend(self.before.0);
        out.length(self.bodies.len());
        self.bodies.iter().for_each(|body| out.bytes(body));
        let end = Hash::of(&[&out.0]);
        out.0.extend(end.0);
        out.0
    }

    /// What a file holds.
    ///
    /// # Errors
    /// It is foreign, of a later version, or damaged.
    pub fn read(bytes: &[u8]) -> Result<Self, Damage> {
        let rest = match bytes.strip_prefix(HEAD) {
            Some(rest) => rest,
            // A file that was cut off in its first line is no stranger's.
            None if HEAD.starts_with(bytes) => return Err(Damage::Broken),
            None => return Err(Damage::Foreign),
        };
        match rest.first() {
            Some(&VERSION) => {}
            Some(version) if *version > VERSION => return Err(Damage::Newer),
            _ => return Err(Damage::Broken),
        }
        let end = bytes.len().checked_sub(32).ok_or(Damage::Broken)?;
        let (body, end) = bytes.split_at_checked(end).ok_or(Damage::Broken)?;
        if Hash::of(&[body]).0 != end {
            return Err(Damage::Broken);
        }
        let mut from = Reading(body.get(HEAD.len() + 1..).ok_or(Damage::Broken)?);
        let (replica, first, before) = (from.replica()?, from.number()?, from.hash()?);
        let bodies = from.list(|from| from.bytes().map(<[u8]>::to_vec))?;
        from.end()?;
        if first == 0 || bodies.is_empty() || first.checked_add(bodies.len() as u64).is_none() {
            return Err(Damage::Broken);
        }
        Ok(Self { replica, first, before, bodies })
    }
}
