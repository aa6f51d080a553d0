//! Every row against the journal: one pass over the operations folds each row to what it should be, one pass over the tables compares.
//!
//! Of a row that was written whole and never changed since only a digest of its text is held; of the others, which operations made them.
//! So the memory needed grows with the number of rows, not with their texts.

use super::finding::{Finding, FindingCode, Findings};
use crate::model::nouns::{field_word, row_word};
use crate::store::history::readable;
use crate::store::journal::{OpRow, hash_of_ops};
use crate::store::schema::journalled;
use crate::words::store::StoreMessage;
use crate::words::{Message, Result, Said};
use foldhash::fast::RandomState;
use rusqlite::{Connection, OptionalExtension};
use serde_json::{Map, Value as Json};
use std::collections::HashMap;
use std::hash::BuildHasher;

/// What the journal says of one row.
#[derive(Debug, Default)]
struct Told {
    /// Whether the row is there, by its last operation.
    present: bool,
    /// Whether the row was met in its table.
    met: bool,
    /// Digest of the text of the whole row as it was inserted.
    whole: u64,
    /// The operations since the last insertion, that one first.
    ops: Vec<Op>,
}

/// An operation: the stored row, and whether it is read the other way round, as an undo is.
#[derive(Debug, Clone, Copy)]
struct Op {
    seq: i64,
    turned: bool,
    /// The change that made it.
    by: i64,
}

/// What the journal says of all rows.
pub(super) struct Replay {
    rows: HashMap<u64, Told, RandomState>,
    digests: RandomState,
    /// The hash of the last change.
    pub(super) head: String,
    /// How many changes there are.
    pub(super) changes: usize,
}

/// Columns that older entries of the journal do not know, with what they hold where nobody gave a value.
pub(in crate::store) type Defaults = HashMap<(String, String), Json>;

impl Replay {
    /// Goes through the whole journal; what its hashes tell is added to the findings.
    pub(super) fn read(conn: &Connection, found: &mut Findings) -> Result<Self> {
        let digests = RandomState::default();
        let mut replay = Self { rows: HashMap::with_hasher(digests.clone()), digests, head: String::new(), changes: 0 };
        let mut statement = conn.prepare("SELECT id, hash FROM change ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, hash): (i64, String) = (row.get(0)?, row.get(1)?);
            let computed = hash_of_ops(conn, id, &replay.head, |op| replay.rows.fold(&replay.digests, op, id));
            if computed.ok().as_ref() != Some(&hash) {
                found.add(FindingCode::BrokenChain, None, || {
                    Finding::problem(FindingCode::BrokenChain, StoreMessage::BrokenChain.said(&[&id])).change(Some(id))
                });
            }
            // The next is judged by what is written here, so that one edited entry is not told of all that come after it.
            replay.head = hash;
            replay.changes += 1;
        }
        Ok(replay)
    }

    /// Compares the rows of a table with what the journal says of them.
    pub(super) fn compare(
        &mut self,
        conn: &Connection,
        table: &str,
        defaults: &Defaults,
        found: &mut Findings,
    ) -> Result<()> {
        let place = place_of(table);
        let (keys, columns) = columns_of(conn, table)?;
        let mut statement = conn.prepare(&format!(
            "SELECT json_array({}), json_object({}) FROM \"{table}\"",
            quoted(&keys).join(", "),
            columns
                .iter()
                .zip(quoted(&columns))
                .map(|(name, c)| format!("'{name}', {c}"))
                .collect::<Vec<_>>()
                .join(", ")
        ))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (key, whole) = (row.get_ref(0)?.as_bytes()?, row.get_ref(1)?.as_bytes()?);
            let digest = self.digests.hash_one((place, key));
            let told = self.rows.get_mut(&digest);
            let Some(told) = told.filter(|told| told.present) else {
                let key = String::from_utf8_lossy(key).into_owned();
                found.add(FindingCode::RowUnknown, Some(table), || unknown(table, &key));
                continue;
            };
            told.met = true;
            if told.ops.len() == 1 && told.whole == self.digests.hash_one(whole) {
                continue;
            }
            let key = String::from_utf8_lossy(key).into_owned();
            let stored: Map<String, Json> = serde_json::from_slice(whole).unwrap_or_default();
            let (expected, change) = folded(conn, &told.ops)?;
            let nothing = Json::Null;
            for column in &columns {
                let default = || defaults.get(&(table.to_owned(), column.clone()));
                let Some(should) = expected.get(column).or_else(default) else { continue };
                let is = stored.get(column).unwrap_or(&nothing);
                if is != should {
                    found.add(FindingCode::RowDiffers, Some(table), || {
                        differs(table, &key, column, (is, should), change)
                    });
                }
            }
        }
        Ok(())
    }

    /// Tells the rows that the journal knows and no table has; asked after all tables that could be read were compared.
    pub(super) fn gone(&self, conn: &Connection, unread: &[&str], found: &mut Findings) -> Result<()> {
        let mut statement = conn.prepare("SELECT place, key FROM op WHERE seq = ?1")?;
        let lost = self.rows.values().filter(|told| told.present && !told.met);
        let mut last: Vec<Op> = lost.filter_map(|told| told.ops.last().copied()).collect();
        last.sort_unstable_by_key(|op| (op.by, op.seq));
        for op in last {
            let of = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
            let Some((place, key)) = statement.query_row([op.seq], of).optional()? else { continue };
            let (place, key): (String, String) = (place, key);
            if !unread.contains(&place.as_str()) {
                found.add(FindingCode::RowGone, Some(&place), || gone(&place, &key, op.by));
            }
        }
        Ok(())
    }
}

/// Folding of one operation after the other.
trait Fold {
    fn fold(&mut self, digests: &RandomState, op: &OpRow<'_>, by: i64);
}

impl Fold for HashMap<u64, Told, RandomState> {
    fn fold(&mut self, digests: &RandomState, op: &OpRow<'_>, by: i64) {
        let told = self.entry(digests.hash_one((place_of(op.place), op.key.as_bytes()))).or_default();
        let one = Op { seq: op.seq, turned: op.turned, by };
        match op.kind {
            "insert" => {
                told.present = true;
                told.whole = digests.hash_one(op.after.unwrap_or_default().as_bytes());
                told.ops.clear();
                told.ops.push(one);
            }
            "update" => told.ops.push(one),
            _ => {
                told.present = false;
                told.ops.clear();
            }
        }
    }
}

/// The row that operations make, and the change that made the last.
fn folded(conn: &Connection, ops: &[Op]) -> Result<(Map<String, Json>, Option<i64>)> {
    let mut statement = conn.prepare_cached("SELECT before, after FROM op WHERE seq = ?1")?;
    let mut row = Map::new();
    for op in ops {
        let after = statement.query_row([op.seq], |row| row.get(usize::from(!op.turned)))?;
        let after: Option<String> = after;
        row.extend(serde_json::from_str::<Map<String, Json>>(&after.unwrap_or_default()).unwrap_or_default());
    }
    Ok((row, ops.last().map(|op| op.by)))
}

/// The number of a table among those that are journalled.
fn place_of(table: &str) -> usize {
    journalled().position(|name| name == table).unwrap_or(usize::MAX)
}

/// The columns of a table: those of its key, and all.
pub(in crate::store) fn columns_of(conn: &Connection, table: &str) -> Result<(Vec<String>, Vec<String>)> {
    let keys = crate::store::history::key_columns(conn, table)?;
    let mut statement = conn.prepare_cached("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    let columns = statement.query_map([table], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok((keys, columns))
}

fn quoted(columns: &[String]) -> Vec<String> {
    columns.iter().map(|c| format!("\"{}\"", c.replace('"', "\"\""))).collect()
}

/// The parts of a key as the journal has it.
pub(in crate::store) fn parts(key: &str) -> Vec<String> {
    let parts: Vec<Json> = serde_json::from_str(key).unwrap_or_default();
    parts.iter().map(|part| part.as_str().map_or_else(|| part.to_string(), str::to_owned)).collect()
}

/// How much of a text is shown in a finding, characters.
const SHOWN: usize = 60;

/// A value for people.
fn shown(value: &Json) -> Said {
    let text = match value {
        Json::Null => return StoreMessage::EmptyValue.said(&[]),
        Json::String(text) => text.replace('\n', " "),
        other => other.to_string(),
    };
    let mut cut: String = text.chars().take(SHOWN).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    Said::same(format!("“{cut}”"))
}

fn differs(table: &str, key: &str, column: &str, (is, should): (&Json, &Json), change: Option<i64>) -> Finding {
    let said = StoreMessage::RowDiffers.said_by(|lang| {
        let word = |said: Said| said.text(lang).to_owned();
        vec![
            word(row_word(table)),
            readable(key),
            word(field_word(table, column)),
            word(shown(is)),
            word(shown(should)),
            change.unwrap_or_default().to_string(),
        ]
    });
    let mut finding = Finding::problem(FindingCode::RowDiffers, said).table(table).key(parts(key)).change(change);
    finding.field = Some(column.to_owned());
    (finding.stored, finding.expected) = (Some(is.clone()), Some(should.clone()));
    finding
}

fn unknown(table: &str, key: &str) -> Finding {
    let said = StoreMessage::RowUnknown.said_by(|lang| vec![row_word(table).text(lang).to_owned(), readable(key)]);
    Finding::problem(FindingCode::RowUnknown, said).table(table).key(parts(key))
}

fn gone(table: &str, key: &str, change: i64) -> Finding {
    let said = StoreMessage::RowGone
        .said_by(|lang| vec![row_word(table).text(lang).to_owned(), readable(key), change.to_string()]);
    Finding::problem(FindingCode::RowGone, said).table(table).key(parts(key)).change(Some(change))
}
