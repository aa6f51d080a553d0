//! What a person's screens remember: where one was, columns, filters, what was typed and not saved. It stands beside the journal, not in it:
//! nothing of it is data of the register, and none of it is exported.

use super::Workspace;
use crate::words::Result;
use std::collections::BTreeMap;

impl Workspace {
    /// What is remembered of a person, by name.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn kept_of(&self, person: &str) -> Result<BTreeMap<String, String>> {
        let mut statement = self.conn.prepare_cached("SELECT name, value FROM kept WHERE person = ?1")?;
        let rows = statement.query_map([person], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Remembers something of a person, or forgets it.
    ///
    /// # Errors
    /// The workspace cannot be written, or another program is writing.
    pub fn keep(&self, person: &str, name: &str, value: Option<&str>) -> Result<()> {
        let put = "INSERT INTO kept (person, name, value) VALUES (?1, ?2, ?3)
                   ON CONFLICT (person, name) DO UPDATE SET value = excluded.value";
        match value {
            Some(value) => self.conn.prepare_cached(put)?.execute([person, name, value])?,
            None => {
                self.conn.prepare_cached("DELETE FROM kept WHERE person = ?1 AND name = ?2")?.execute([person, name])?
            }
        };
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::store::Workspace;

    #[test]
    fn what_a_person_keeps_is_that_persons_and_no_change() {
        let workspace = Workspace::in_memory().unwrap();
        workspace.keep("Lan", "lang", Some("en")).unwrap();
        workspace.keep("Lan", "lang", Some("vi")).unwrap();
        workspace.keep("Minh", "lang", Some("en")).unwrap();
        assert_eq!(workspace.kept_of("Lan").unwrap().get("lang").map(String::as_str), Some("vi"));
        workspace.keep("Lan", "lang", None).unwrap();
        assert!(workspace.kept_of("Lan").unwrap().is_empty());
        assert_eq!(workspace.kept_of("Minh").unwrap().len(), 1);
        assert!(workspace.history(&crate::store::HistoryFilter::default()).unwrap().is_empty());
    }
}
