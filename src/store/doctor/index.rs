//! The search index against what would be built from the nouns: the same entries, each with the same words at the same places.

use super::finding::{Finding, FindingCode, Findings};
use crate::store::search::{self, NOUNS, SearchKind};
use crate::words::store::StoreMessage;
use crate::words::{Message, Result};
use foldhash::fast::RandomState;
use rusqlite::{Connection, Rows, params};
use std::collections::{BTreeSet, HashMap};
use std::hash::BuildHasher;

pub(super) fn compare(conn: &Connection, found: &mut Findings) -> Result<()> {
    let missing = format!(
        "SELECT kind, key FROM ({NOUNS}) EXCEPT SELECT kind, key FROM search_entry
         WHERE number IN (SELECT id FROM search_index_docsize)"
    );
    each(conn, &missing, |kind, key| {
        let said =
            StoreMessage::SearchMissing.said_by(|lang| vec![search::noun(kind).text(lang).to_owned(), key.to_owned()]);
        let make = || Finding::problem(FindingCode::SearchMissing, said).name(kind).key(vec![key.to_owned()]);
        found.add(FindingCode::SearchMissing, Some("search_entry"), make);
    })?;
    let extra = format!(
        "SELECT kind, key FROM search_entry EXCEPT SELECT kind, key FROM ({NOUNS})
         UNION ALL SELECT '', id FROM search_index_docsize WHERE id NOT IN (SELECT number FROM search_entry)"
    );
    each(conn, &extra, |kind, key| {
        let said =
            StoreMessage::SearchExtra.said_by(|lang| vec![search::noun(kind).text(lang).to_owned(), key.to_owned()]);
        let make = || Finding::problem(FindingCode::SearchExtra, said).name(kind).key(vec![key.to_owned()]);
        found.add(FindingCode::SearchExtra, Some("search_entry"), make);
    })?;
    for number in other_words(conn)? {
        let of = "SELECT kind, key FROM search_entry WHERE number = ?1";
        let entry = conn.prepare_cached(of)?.query_row([number], |row| Ok((row.get(0)?, row.get(1)?)));
        let Ok((kind, key)): rusqlite::Result<(String, String)> = entry else { continue };
        let said =
            StoreMessage::SearchText.said_by(|lang| vec![search::noun(&kind).text(lang).to_owned(), key.clone()]);
        let make = || Finding::problem(FindingCode::SearchText, said).name(kind).key(vec![key]);
        found.add(FindingCode::SearchText, Some("search_entry"), make);
    }
    Ok(())
}

fn each(conn: &Connection, sql: &str, mut tell: impl FnMut(&str, &str)) -> Result<()> {
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (kind, key): (String, rusqlite::types::Value) = (row.get(0)?, row.get(1)?);
        match key {
            rusqlite::types::Value::Text(key) => tell(&kind, &key),
            rusqlite::types::Value::Integer(number) => tell(&kind, &number.to_string()),
            _ => {}
        }
    }
    Ok(())
}

/// The numbers of the entries whose words in the index are not those of the noun.
fn other_words(conn: &Connection) -> Result<BTreeSet<i64>> {
    conn.execute_batch("CREATE VIRTUAL TABLE temp.search_word USING fts5vocab (main, search_index, instance)")?;
    let differing = suspects(conn).and_then(|suspects| differing(conn, suspects));
    conn.execute_batch("DROP TABLE temp.search_word")?;
    differing
}

/// The numbers of the entries of which a digest of their words in the index is not that of the texts of the noun, cut into words about as the
/// index does it: all that differ, and those in which signs are rare of which the index thinks otherwise.
fn suspects(conn: &Connection) -> Result<BTreeSet<i64>> {
    let hasher = RandomState::default();
    let placed = |word: u64, column: u8, offset: i64| hasher.hash_one((word, column, offset));
    let mut there: HashMap<i64, u64, RandomState> = HashMap::default();
    let mut statement = conn.prepare("SELECT doc, offset, col, term FROM temp.search_word")?;
    let mut rows = statement.query([])?;
    // They come in the order of the words.
    let (mut last, mut word) = (Vec::new(), hasher.hash_one(b"".as_slice()));
    while let Some(row) = rows.next()? {
        let (number, offset): (i64, i64) = (row.get(0)?, row.get(1)?);
        let column = row.get_ref(2)?.as_bytes()?.first().copied().unwrap_or_default();
        let term = row.get_ref(3)?.as_bytes()?;
        if last != term {
            last = term.to_vec();
            word = hasher.hash_one(term);
        }
        let sum = there.entry(number).or_default();
        *sum = sum.wrapping_add(placed(word, column, offset));
    }
    let mut suspects = BTreeSet::new();
    each_entry(
        conn,
        |_| true,
        |number, title, body| {
            let mut sum = 0_u64;
            for (column, text) in [(b't', title), (b'b', body)] {
                let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
                for (offset, word) in (0..).zip(words) {
                    sum = sum.wrapping_add(placed(hasher.hash_one(word.as_bytes()), column, offset));
                }
            }
            if there.remove(&number).unwrap_or_default() != sum {
                suspects.insert(number);
            }
            Ok(())
        },
    )?;
    suspects.extend(there.into_keys());
    Ok(suspects)
}

/// Tells the entries of the index that are asked for and whose noun is there: the number, and the texts that it should hold.
fn each_entry(
    conn: &Connection,
    asked: impl Fn(i64) -> bool,
    mut tell: impl FnMut(i64, &str, &str) -> Result<()>,
) -> Result<()> {
    let mut statement = conn.prepare("SELECT number, kind, key FROM search_entry ORDER BY number")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (number, kind, key): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let Some(kind) = SearchKind::parse(&kind).filter(|_| asked(number)) else { continue };
        if let Some((title, body)) = search::texts(conn, kind, &key)? {
            tell(number, &title, &body)?;
        }
    }
    Ok(())
}

/// Which of some entries differ. Their part of the index is built again, in memory, and both are gone through side by side, word by word.
fn differing(conn: &Connection, suspects: BTreeSet<i64>) -> Result<BTreeSet<i64>> {
    if suspects.is_empty() {
        return Ok(suspects);
    }
    let own = Connection::open_in_memory()?;
    own.execute_batch(
        "CREATE VIRTUAL TABLE search_index USING fts5 (title, body, content = '', tokenize = 'unicode61');
         CREATE VIRTUAL TABLE word USING fts5vocab (search_index, instance); BEGIN;",
    )?;
    let mut insert = own.prepare("INSERT INTO search_index (rowid, title, body) VALUES (?1, ?2, ?3)")?;
    each_entry(
        conn,
        |number| suspects.contains(&number),
        |number, title, body| {
            insert.execute(params![number, title, body])?;
            Ok(())
        },
    )?;
    let mut theirs = conn.prepare("SELECT doc, offset, col, term FROM temp.search_word")?;
    let mut ours = own.prepare("SELECT doc, offset, col, term FROM word")?;
    let mut there = Words::of(theirs.query([])?, &suspects)?;
    let mut here = Words::of(ours.query([])?, &suspects)?;
    let mut differing = BTreeSet::new();
    loop {
        match (&there.now, &here.now) {
            (None, None) => return Ok(differing),
            (Some(is), Some(should)) if is == should => {
                there.step()?;
                here.step()?;
            }
            (Some(is), should) if should.as_ref().is_none_or(|should| is < should) => {
                differing.insert(is.doc);
                there.step()?;
            }
            (_, Some(should)) => {
                differing.insert(should.doc);
                here.step()?;
            }
            (Some(_), None) => there.step()?,
        }
    }
}

/// A word of the index at its place; ordered as the index is.
#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Word {
    term: Vec<u8>,
    doc: i64,
    column: Vec<u8>,
    offset: i64,
}

/// The words of some entries of an index, one after the other.
struct Words<'s> {
    rows: Rows<'s>,
    of: &'s BTreeSet<i64>,
    now: Option<Word>,
}

impl<'s> Words<'s> {
    fn of(rows: Rows<'s>, of: &'s BTreeSet<i64>) -> Result<Self> {
        let mut words = Self { rows, of, now: Some(Word::default()) };
        words.step()?;
        Ok(words)
    }

    fn step(&mut self) -> Result<()> {
        while let Some(row) = self.rows.next()? {
            let doc: i64 = row.get(0)?;
            let Some(now) = self.now.as_mut().filter(|_| self.of.contains(&doc)) else { continue };
            (now.doc, now.offset) = (doc, row.get(1)?);
            for (at, text) in [(2, &mut now.column), (3, &mut now.term)] {
                text.clear();
                text.extend_from_slice(row.get_ref(at)?.as_bytes()?);
            }
            return Ok(());
        }
        self.now = None;
        Ok(())
    }
}
