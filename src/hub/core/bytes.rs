//! Canonical bytes: one way to write a thing, read back only as it is written. Numbers are eight bytes, the highest first; texts and lists have
//! their length before them.

use super::change::Malformed;
use super::id::{ChangeId, Hash, ReplicaId, Value};

/// Bytes that are being written.
#[derive(Debug, Default)]
pub struct Writing(pub Vec<u8>);

impl Writing {
    /// A byte.
    pub fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    /// A number.
    pub fn number(&mut self, number: u64) {
        self.0.extend(number.to_be_bytes());
    }

    /// The length of a list.
    pub fn length(&mut self, length: usize) {
        self.number(length as u64);
    }

    /// Bytes with their length before them.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.length(bytes.len());
        self.0.extend(bytes);
    }

    /// Words.
    pub fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// A list of words.
    pub fn texts(&mut self, texts: &[String]) {
        self.length(texts.len());
        texts.iter().for_each(|text| self.text(text));
    }

    /// The name of a change.
    pub fn change(&mut self, id: &ChangeId) {
        self.0.extend(id.replica.0);
        self.number(id.number);
    }

    /// Names of changes, in their order.
    pub fn changes<'c>(&mut self, ids: impl ExactSizeIterator<Item = &'c ChangeId>) {
        self.length(ids.len());
        ids.for_each(|id| self.change(id));
    }

    /// What a field holds.
    pub fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.byte(0),
            Value::Int(number) => {
                self.byte(1);
                self.number(u64::from_be_bytes(number.to_be_bytes()));
            }
            Value::Text(text) => {
                self.byte(2);
                self.text(text);
            }
        }
    }
}

/// Bytes that are being read.
#[derive(Debug)]
pub struct Reading<'b>(pub &'b [u8]);

impl<'b> Reading<'b> {
    fn take(&mut self, count: usize) -> Result<&'b [u8], Malformed> {
        let (head, rest) = self.0.split_at_checked(count).ok_or(Malformed)?;
        self.0 = rest;
        Ok(head)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Malformed> {
        self.take(N)?.try_into().map_err(|_| Malformed)
    }

    /// A byte.
    pub fn byte(&mut self) -> Result<u8, Malformed> {
        self.array::<1>().map(|[byte]| byte)
    }

    /// Yes or no.
    pub fn flag(&mut self) -> Result<bool, Malformed> {
        match self.byte()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Malformed),
        }
    }

    /// A number.
    pub fn number(&mut self) -> Result<u64, Malformed> {
        self.array().map(u64::from_be_bytes)
    }

    /// The length of a list, of which no item is shorter than a byte.
    pub fn length(&mut self) -> Result<usize, Malformed> {
        let length = usize::try_from(self.number()?).map_err(|_| Malformed)?;
        if length > self.0.len() { Err(Malformed) } else { Ok(length) }
    }

    /// Bytes with their length before them.
    pub fn bytes(&mut self) -> Result<&'b [u8], Malformed> {
        let length = self.length()?;
        self.take(length)
    }

    /// Words.
    pub fn text(&mut self) -> Result<String, Malformed> {
        String::from_utf8(self.bytes()?.to_vec()).map_err(|_| Malformed)
    }

    /// A list.
    pub fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Result<T, Malformed>) -> Result<Vec<T>, Malformed> {
        let length = self.length()?;
        (0..length).map(|_| item(self)).collect()
    }

    /// A list of words.
    pub fn texts(&mut self) -> Result<Vec<String>, Malformed> {
        self.list(Self::text)
    }

    /// A hash.
    pub fn hash(&mut self) -> Result<Hash, Malformed> {
        self.array().map(Hash)
    }

    /// The name of a replica.
    pub fn replica(&mut self) -> Result<ReplicaId, Malformed> {
        self.array().map(ReplicaId)
    }

    /// The name of a change.
    pub fn change(&mut self) -> Result<ChangeId, Malformed> {
        Ok(ChangeId { replica: self.replica()?, number: self.number()? })
    }

    /// Names of changes, each once and in their order.
    pub fn changes(&mut self) -> Result<Vec<ChangeId>, Malformed> {
        let ids = self.list(Self::change)?;
        if ids.windows(2).all(|pair| pair[0] < pair[1]) { Ok(ids) } else { Err(Malformed) }
    }

    /// What a field holds.
    pub fn value(&mut self) -> Result<Value, Malformed> {
        match self.byte()? {
            0 => Ok(Value::Null),
            1 => Ok(Value::Int(i64::from_be_bytes(self.array()?))),
            2 => self.text().map(Value::Text),
            _ => Err(Malformed),
        }
    }

    /// That nothing is left.
    pub fn end(&self) -> Result<(), Malformed> {
        if self.0.is_empty() { Ok(()) } else { Err(Malformed) }
    }
}
