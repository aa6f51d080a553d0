//! Searching the workspace. The index holds folded words, so that "dang ky" finds "đăng ký"; hits that have the very marks of
//! the query come first.

use super::Reader;
use crate::model::Kind;
use crate::text::fold;
use crate::text::fold::find_folded;
use crate::words::store::StoreMessage;
use crate::words::{Message, Result, Said};
use rusqlite::{Connection, OptionalExtension, params};

/// How many hits are looked at more closely to put them in order.
const RANKED: usize = 200;

/// How many characters of the text around a hit are shown.
const EXCERPT: usize = 120;

crate::words::named! {
    /// A kind of noun that can be searched.
    SearchKind {
        /// Procedures.
        Procedure = "procedure" { vi: "thủ tục hành chính", en: "procedure" },
        /// Regulations that are no procedures.
        Regulation = "regulation" { vi: "quy định", en: "regulation" },
        /// Instruments.
        Instrument = "instrument" { vi: "văn bản", en: "instrument" },
        /// Measures.
        Measure = "measure" { vi: "phương án", en: "measure" },
        /// Agencies.
        Agency = "agency" { vi: "cơ quan", en: "agency" },
    }
}

/// A noun that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its kind.
    pub kind: SearchKind,
    /// Its code or number.
    pub key: String,
    /// Its name.
    pub title: String,
    /// The text around the first word that was found; empty when that is in the name.
    pub excerpt: String,
}

/// The nouns that are searched, as entries of the index.
pub(super) const NOUNS: &str =
    "SELECT CASE kind WHEN 'procedure' THEN 'procedure' ELSE 'regulation' END AS kind, code AS key FROM regulation
     UNION ALL SELECT 'instrument', number FROM instrument UNION ALL SELECT 'measure', code FROM measure
     UNION ALL SELECT 'agency', code FROM agency";

impl Reader {
    /// Finds the nouns in which all these words occur, with or without their marks; the last word may be unfinished.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn search(&self, words: &str, kind: Option<SearchKind>, limit: usize) -> Result<Vec<Hit>> {
        let words: Vec<&str> = words.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).collect();
        let folded: Vec<String> = words.iter().map(|w| fold(w)).collect();
        let Some(expression) = expression(&folded) else { return Ok(Vec::new()) };
        let exact: Vec<String> = words.iter().map(|w| w.to_lowercase()).collect();
        let mut statement = self.conn.prepare_cached(
            "SELECT e.kind, e.key FROM search_index JOIN search_entry AS e ON e.number = search_index.rowid
             WHERE search_index MATCH ?1 AND (?2 IS NULL OR e.kind = ?2)
             ORDER BY bm25(search_index, 10.0, 1.0), e.kind, e.key LIMIT ?3",
        )?;
        let looked_at = i64::try_from(limit.max(RANKED)).unwrap_or(i64::MAX);
        let found = statement.query_map(params![expression, kind.map(SearchKind::name), looked_at], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })?;
        let mut ranked = Vec::new();
        for (order, pair) in found.enumerate() {
            let (kind, key) = pair?;
            let Some(kind) = SearchKind::parse(&kind) else { continue };
            let Some(title) = title(&self.conn, kind, &key)? else { continue };
            let lower = title.to_lowercase();
            let whole = lower.contains(&exact.join(" "));
            let marks = exact.iter().filter(|word| lower.contains(*word)).count();
            // Of names that have the whole phrase, the one that says little else is meant.
            let phrase = fold(&title).contains(&folded.join(" "));
            let rest = if phrase { title.chars().count() } else { usize::MAX };
            ranked.push(((!whole, exact.len() - marks, rest, order), kind, key, title));
        }
        ranked.sort_by_key(|(rank, ..)| *rank);
        ranked.truncate(limit);
        let hit = |(_, kind, key, title): (_, SearchKind, String, String)| {
            let excerpt =
                if has_all(&title, &folded) { String::new() } else { excerpt(&self.conn, kind, &key, &folded)? };
            Ok(Hit { kind, key, title, excerpt })
        };
        ranked.into_iter().map(hit).collect()
    }
}

fn has_all(text: &str, folded: &[String]) -> bool {
    let text = fold(text);
    folded.iter().all(|word| text.contains(word.as_str()))
}

/// All words, each as a phrase of its own parts (`61/2018/nd-cp`), the last one possibly unfinished.
fn expression(folded: &[String]) -> Option<String> {
    let phrases: Vec<String> = folded.iter().map(|word| format!("\"{}\"", word.replace('"', " "))).collect();
    (!phrases.is_empty()).then(|| phrases.join(" AND ") + "*")
}

/// Brings the index up to date with what a change touched. What was touched is read sorted, a noun at a time, so that a change of a
/// million rows needs no list of them.
pub(super) fn refresh(conn: &Connection, change: i64) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT CASE place
           WHEN 'regulation' THEN 0 WHEN 'procedure' THEN 0 WHEN 'channel' THEN 0 WHEN 'component' THEN 0 WHEN 'basis' THEN 0
           WHEN 'outcome' THEN 0 WHEN 'instrument' THEN 1 WHEN 'instrument_version' THEN 1 WHEN 'measure' THEN 2 WHEN 'agency' THEN 3
         END AS sort, subject FROM op WHERE change = ?1 AND sort IS NOT NULL ORDER BY sort, subject",
    )?;
    let mut touched = statement.query([change])?;
    while let Some(row) = touched.next()? {
        let (sort, key): (i64, String) = (row.get(0)?, row.get(1)?);
        match sort {
            0 => {
                // Which of the two it is shows only when it is read.
                enter(conn, SearchKind::Procedure, &key)?;
                enter(conn, SearchKind::Regulation, &key)?;
            }
            1 => enter(conn, SearchKind::Instrument, &key)?,
            2 => enter(conn, SearchKind::Measure, &key)?,
            _ => enter(conn, SearchKind::Agency, &key)?,
        }
    }
    Ok(())
}

/// Makes the whole index of the nouns that are there.
pub(super) fn rebuild(conn: &Connection) -> Result<()> {
    let mut statement = conn.prepare(NOUNS)?;
    let nouns = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for (kind, key) in nouns.collect::<rusqlite::Result<Vec<(String, String)>>>()? {
        if let Some(kind) = SearchKind::parse(&kind) {
            enter(conn, kind, &key)?;
        }
    }
    Ok(())
}

fn enter(conn: &Connection, kind: SearchKind, key: &str) -> Result<()> {
    let number: Option<i64> = conn
        .prepare_cached("SELECT number FROM search_entry WHERE kind = ?1 AND key = ?2")?
        .query_row(params![kind.name(), key], |row| row.get(0))
        .optional()?;
    let texts = texts(conn, kind, key)?;
    if let Some(number) = number {
        conn.prepare_cached("DELETE FROM search_index WHERE rowid = ?1")?.execute([number])?;
    }
    match (texts, number) {
        (None, None) => {}
        (None, Some(number)) => {
            conn.prepare_cached("DELETE FROM search_entry WHERE number = ?1")?.execute([number])?;
        }
        (Some((title, body)), number) => {
            let number = match number {
                Some(number) => number,
                None => {
                    conn.prepare_cached("INSERT INTO search_entry (kind, key) VALUES (?1, ?2)")?
                        .execute(params![kind.name(), key])?;
                    conn.last_insert_rowid()
                }
            };
            conn.prepare_cached("INSERT INTO search_index (rowid, title, body) VALUES (?1, ?2, ?3)")?
                .execute(params![number, title, body])?;
        }
    }
    Ok(())
}

/// What the index should hold of a noun: the words of its key and name, and those of its texts; nothing when it is not there.
pub(super) fn texts(conn: &Connection, kind: SearchKind, key: &str) -> Result<Option<(String, String)>> {
    match title(conn, kind, key)? {
        Some(title) => Ok(Some((fold(&format!("{key} {title}")), fold(&body(conn, kind, key)?)))),
        None => Ok(None),
    }
}

/// What a kind of noun in the index is called.
pub(super) fn noun(kind: &str) -> Said {
    let kind = SearchKind::parse(kind).and_then(|kind| Kind::parse(kind.name()));
    kind.map_or_else(|| StoreMessage::IndexEntry.said(&[]), |kind| kind.word().said())
}

fn title(conn: &Connection, kind: SearchKind, key: &str) -> Result<Option<String>> {
    let sql = match kind {
        SearchKind::Procedure => "SELECT name FROM regulation WHERE code = ?1 AND kind = 'procedure'",
        SearchKind::Regulation => "SELECT name FROM regulation WHERE code = ?1 AND kind <> 'procedure'",
        SearchKind::Instrument => "SELECT title FROM instrument WHERE number = ?1",
        SearchKind::Measure => "SELECT title FROM measure WHERE code = ?1",
        SearchKind::Agency => "SELECT name FROM agency WHERE code = ?1",
    };
    Ok(conn.prepare_cached(sql)?.query_row([key], |row| row.get(0)).optional()?)
}

/// The searchable texts of a noun besides its name, one a line.
fn body(conn: &Connection, kind: SearchKind, key: &str) -> Result<String> {
    let queries: &[&str] = match kind {
        SearchKind::Procedure => &[
            "SELECT field, decision, agency FROM regulation WHERE code = ?1",
            "SELECT levels, addressees, deciding_agency, performing_agency, cooperating_agency, authorised_agency, address,
             category, steps, requirements, description, verbatim FROM procedure WHERE code = ?1",
            "SELECT \"group\", name, form, note FROM component WHERE regulation = ?1 ORDER BY position",
            "SELECT fees, note, fee_verbatim, limit_verbatim FROM channel WHERE regulation = ?1 ORDER BY position",
            "SELECT number, title FROM basis WHERE regulation = ?1 ORDER BY position",
            "SELECT code, name FROM outcome WHERE regulation = ?1 ORDER BY position",
        ],
        SearchKind::Regulation => &["SELECT field, decision, agency, source FROM regulation WHERE code = ?1"],
        SearchKind::Instrument => &[
            "SELECT number, issuer FROM instrument WHERE number = ?1",
            "SELECT text FROM instrument_version WHERE instrument = ?1 ORDER BY name",
        ],
        SearchKind::Measure => &[
            "SELECT regulation, reason, evidence, provision, instrument, current_text, proposed_text, person, note
             FROM measure WHERE code = ?1",
        ],
        SearchKind::Agency => &["SELECT name_en, names, official_code FROM agency WHERE code = ?1"],
    };
    let mut text = String::new();
    for sql in queries {
        let mut statement = conn.prepare_cached(sql)?;
        let width = statement.column_count();
        let mut rows = statement.query([key])?;
        while let Some(row) = rows.next()? {
            for at in 0..width {
                if let Ok(piece) = row.get_ref(at)?.as_str() {
                    text.push_str(piece);
                    text.push('\n');
                }
            }
        }
    }
    Ok(text)
}

/// The text around the first of the words, in the line that has the most of them.
fn excerpt(conn: &Connection, kind: SearchKind, key: &str, folded: &[String]) -> Result<String> {
    let text = body(conn, kind, key)?;
    let score = |line: &str| {
        let line = fold(line);
        folded.iter().filter(|word| line.contains(word.as_str())).count()
    };
    let best = text.lines().enumerate().max_by_key(|(at, line)| (score(line), std::cmp::Reverse(*at)));
    let line = best.map_or("", |(_, line)| line);
    let first = find_folded(line, folded).into_iter().next().map_or(0, |found| found.start);
    let lead = line[..first].chars().rev().take(EXCERPT / 3).map(char::len_utf8).sum::<usize>();
    Ok(line[first - lead..].chars().take(EXCERPT).collect::<String>().trim().to_owned())
}
