//! The schema of the file against that which this version makes.

use super::finding::{Finding, FindingCode, Findings};
use super::replay::Defaults;
use crate::store::schema::seal;
use crate::words::store::StoreMessage;
use crate::words::{Message, Result};
use rusqlite::Connection;
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// Everything in the schema by name: what it is, and the text that makes it.
fn things(conn: &Connection) -> Result<BTreeMap<String, (String, String)>> {
    let mut statement = conn.prepare("SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Names what is missing, changed, or not of this program. A table or view of somebody else harms nothing and is only told.
pub(super) fn compare(conn: &Connection, own: &Connection, found: &mut Findings) -> Result<()> {
    let (there, expected) = (things(conn)?, things(own)?);
    for (name, (kind, sql)) in &expected {
        let (code, message) = match there.get(name) {
            None => (FindingCode::SchemaMissing, StoreMessage::SchemaMissing),
            Some((is, text)) if is != kind || text != sql => (FindingCode::SchemaChanged, StoreMessage::SchemaChanged),
            Some(_) => continue,
        };
        found.add(code, None, || Finding::problem(code, named(message, kind, name)).name(name));
    }
    for (name, (kind, _)) in there.iter().filter(|(name, _)| !expected.contains_key(*name)) {
        let said = named(StoreMessage::SchemaExtra, kind, name);
        let harmless = kind == "table" || kind == "view";
        let make = if harmless { Finding::warning } else { Finding::problem };
        found.push(make(FindingCode::SchemaExtra, said).name(name));
    }
    if seal(conn).ok() != seal(own).ok() {
        found.push(Finding::problem(FindingCode::Seal, StoreMessage::SealBroken.said(&[])));
    }
    Ok(())
}

fn named(message: StoreMessage, kind: &str, name: &str) -> crate::words::Said {
    message.said_by(|lang| {
        let kind = match kind {
            "table" => StoreMessage::SchemaTable,
            "index" => StoreMessage::SchemaIndex,
            "trigger" => StoreMessage::SchemaTrigger,
            _ => StoreMessage::SchemaView,
        };
        vec![kind.text(lang).to_owned(), name.to_owned()]
    })
}

/// What a column holds in rows that are older than it.
pub(in crate::store) fn defaults(own: &Connection) -> Result<Defaults> {
    let mut found = Defaults::new();
    for table in crate::store::schema::journalled() {
        let mut statement = own.prepare("SELECT name, dflt_value FROM pragma_table_info(?1)")?;
        let columns =
            statement.query_map([table], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Option<String>>(1)?)))?;
        for column in columns {
            let (name, default) = column?;
            let sql = format!("SELECT json_array({})", default.as_deref().unwrap_or("NULL"));
            let value: String = own.query_row(&sql, [], |row| row.get(0))?;
            let value = serde_json::from_str::<Vec<Json>>(&value).unwrap_or_default().pop().unwrap_or(Json::Null);
            found.insert((table.to_owned(), name), value);
        }
    }
    Ok(found)
}
