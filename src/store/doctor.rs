//! The health of a workspace: the file, the journal against what is there, the data.

use super::history::{key_columns, object, readable, row_matches, values};
use super::journal::hash_of;
use super::{Workspace, search};
use crate::text::messages::store::StoreMessage;
use crate::text::{Message, Result, Said};
use std::collections::HashSet;
use std::process::Command;

crate::model::named! {
    /// How much a finding matters.
    Severity {
        /// All is well, or good to know.
        Note = "note",
        /// Something to look at.
        Warning = "warning",
        /// Something is wrong.
        Problem = "problem",
    }
}

/// Something that the doctor found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// What was found.
    pub said: Said,
}

impl Finding {
    fn new(severity: Severity, said: Said) -> Self {
        Self { severity, said }
    }
}

/// File systems on which the locks of SQLite cannot be trusted.
const NETWORK: [&str; 8] = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "fuse.sshfs"];

impl Workspace {
    /// Examines the workspace; nothing is changed.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn doctor(&self) -> Result<Vec<Finding>> {
        let mut found = Vec::new();
        self.check_file(&mut found)?;
        let head = self.check_chain(&mut found)?;
        self.check_latest(&mut found)?;
        self.check_data(&mut found)?;
        self.check_surroundings(&mut found);
        if found.iter().all(|f| f.severity != Severity::Problem) {
            let (changes, head) = (self.count("change", "1")?, head.get(..12).unwrap_or(&head).to_owned());
            found.insert(0, Finding::new(Severity::Note, StoreMessage::Sound.said(&[&changes, &head])));
        }
        Ok(found)
    }

    fn check_file(&self, found: &mut Vec<Finding>) -> Result<()> {
        let mut statement = self.conn.prepare("PRAGMA integrity_check(20)")?;
        for verdict in statement.query_map([], |row| row.get::<_, String>(0))? {
            let verdict = verdict?;
            if verdict != "ok" {
                found.push(Finding::new(Severity::Problem, StoreMessage::QuickCheck.said(&[&verdict])));
            }
        }
        let mut statement = self.conn.prepare("SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check")?;
        for pair in statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))? {
            let (table, parent) = pair?;
            found.push(Finding::new(Severity::Problem, StoreMessage::ForeignKey.said(&[&table, &parent])));
        }
        Ok(())
    }

    /// Computes every hash again; gives the last.
    fn check_chain(&self, found: &mut Vec<Finding>) -> Result<String> {
        let mut statement = self.conn.prepare("SELECT id, hash FROM change ORDER BY id")?;
        let changes: Vec<(i64, String)> =
            statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
        let mut before = String::new();
        for (id, hash) in changes {
            if hash_of(&self.conn, id, &before)? != hash {
                found.push(Finding::new(Severity::Problem, StoreMessage::BrokenChain.said(&[&id])));
                break;
            }
            before = hash;
        }
        Ok(before)
    }

    /// Compares the rows that the latest changes touched with what the journal says of them.
    fn check_latest(&self, found: &mut Vec<Finding>) -> Result<()> {
        let mut statement = self.conn.prepare("SELECT place, key, kind, after FROM op ORDER BY seq DESC LIMIT 1000")?;
        let mut rows = statement.query([])?;
        let mut seen = HashSet::new();
        while let Some(row) = rows.next()? {
            let (place, key, kind): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            if !seen.insert((place.clone(), key.clone())) {
                continue;
            }
            let after = row.get::<_, Option<String>>(3)?.as_deref().map(object).transpose()?.unwrap_or_default();
            let keys = key_columns(&self.conn, &place)?;
            let present = row_matches(&self.conn, &place, &keys, &values(&key)?, &after)?;
            let as_told = if kind == "delete" { present.is_none() } else { present == Some(true) };
            if !as_told {
                found.push(Finding::new(
                    Severity::Problem,
                    StoreMessage::BehindJournal.said(&[&place, &readable(&key)]),
                ));
            }
        }
        Ok(())
    }

    fn check_data(&self, found: &mut Vec<Finding>) -> Result<()> {
        let missing = search::missing(&self.conn)?;
        if missing > 0 {
            found.push(Finding::new(Severity::Warning, StoreMessage::SearchStale.said(&[&missing])));
        }
        let mut statement = self.conn.prepare(
            "SELECT agency, count(*) FROM regulation WHERE agency IS NOT NULL AND agency NOT IN (SELECT code FROM agency)
             GROUP BY agency ORDER BY agency",
        )?;
        for pair in statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))? {
            let (agency, count) = pair?;
            found.push(Finding::new(Severity::Warning, StoreMessage::UnknownAgency.said(&[&count, &agency])));
        }
        self.check_instruments(found)?;
        let mut statement = self.conn.prepare(
            "SELECT m.code, t.value FROM measure AS m, json_each(m.targets) AS t
             WHERE NOT EXISTS (SELECT 1 FROM component AS c WHERE c.regulation = m.regulation AND c.id = t.value)
             AND NOT EXISTS (SELECT 1 FROM activity AS a WHERE a.regulation = m.regulation AND a.id = t.value)
             ORDER BY m.code, t.value",
        )?;
        for pair in statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))? {
            let (measure, target) = pair?;
            found.push(Finding::new(Severity::Warning, StoreMessage::DanglingTarget.said(&[&measure, &target])));
        }
        Ok(())
    }

    fn check_surroundings(&self, found: &mut Vec<Finding>) {
        if let Some(version) = installed_sqlite().filter(|v| has_wal_defect(v)) {
            found.push(Finding::new(Severity::Warning, StoreMessage::OldSqlite.said(&[&version])));
        }
        if let Some(kind) = self.path().and_then(network_file_system) {
            found.push(Finding::new(Severity::Warning, StoreMessage::NetworkFolder.said(&[&kind])));
        }
    }
}

/// The version of the `sqlite3` tool on this machine, if there is one.
fn installed_sqlite() -> Option<String> {
    let output = Command::new("sqlite3").arg("--version").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    Some(text.split_whitespace().next()?.to_owned())
}

/// Versions 3.7 to 3.51.2 can corrupt a WAL file to which two programs write (fixed in 3.51.3).
fn has_wal_defect(version: &str) -> bool {
    let parts: Vec<u32> = version.split('.').filter_map(|part| part.parse().ok()).collect();
    matches!(parts.as_slice(), [3, ..]) && parts.as_slice() < [3, 51, 3].as_slice()
}

/// The network file system on which a file lies, if it does.
pub(super) fn network_file_system(path: &std::path::Path) -> Option<String> {
    let path = std::fs::canonicalize(path).ok()?;
    let mounts = std::fs::read_to_string("/proc/self/mounts").ok()?;
    let mounted = mounts.lines().filter_map(|line| {
        let mut fields = line.split(' ');
        let (_, point, kind) = (fields.next()?, fields.next()?, fields.next()?);
        path.starts_with(point).then(|| (point.len(), kind.to_owned()))
    });
    let (_, kind) = mounted.max_by_key(|(length, _)| *length)?;
    NETWORK.contains(&kind.as_str()).then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::has_wal_defect;

    #[test]
    fn versions_with_the_defect_are_known() {
        for (version, defect) in
            [("3.51.2", true), ("3.46.1", true), ("3.51.3", false), ("3.54.1", false), ("4.0", false)]
        {
            assert_eq!(has_wal_defect(version), defect, "{version}");
        }
    }
}
