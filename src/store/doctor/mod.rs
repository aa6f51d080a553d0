//! The health of a workspace: the file, the schema, the journal against every row, the search index, the data.

mod finding;
mod index;
mod replay;
mod schema;
mod surroundings;

pub(super) use finding::Findings;
pub use finding::{Finding, FindingCode, Severity};
pub(super) use replay::{Defaults, columns_of, parts};
pub(super) use schema::defaults;

use super::schema::journalled;
use super::{Reader, Workspace};
use crate::model::nouns::row_word;
use crate::text::Lang;
use crate::words::store::StoreMessage;
use crate::words::{Fault, Message, Result, Said};
use replay::Replay;

impl Workspace {
    /// Examines the workspace; nothing is changed. The first finding says that all is well, but only when everything could be examined and
    /// nothing is wrong.
    ///
    /// # Errors
    /// The workspace is locked. What is damaged in the file is a finding.
    pub fn doctor(&self) -> Result<Vec<Finding>> {
        let _moment = self.one_moment()?;
        let mut found = Findings::default();
        examined(&mut found, None, |found| self.check_file(found));
        let own = Self::in_memory()?;
        examined(&mut found, None, |found| schema::compare(&self.conn, &own.conn, found));
        let replayed = self.check_journal(&own, &mut found);
        examined(&mut found, Some("search_index"), |found| index::compare(&self.conn, found));
        examined(&mut found, None, |found| self.check_data(found));
        surroundings::check(self.path(), &mut found);
        let mut all = Vec::new();
        if let Some(replay) = replayed.filter(|_| !found.has_problem()) {
            let head = replay.head.get(..12).unwrap_or(&replay.head);
            let said = StoreMessage::Sound.said(&[&replay.changes, &head]);
            all.push(Finding::new(Severity::Note, FindingCode::Sound, said).count(replay.changes).name(&replay.head));
        }
        all.extend(found.all(more));
        Ok(all)
    }

    fn check_file(&self, found: &mut Findings) -> Result<()> {
        let mut statement = self.conn.prepare("PRAGMA integrity_check(20)")?;
        for verdict in statement.query_map([], |row| row.get::<_, String>(0))? {
            let verdict = verdict?;
            if verdict != "ok" {
                found.push(
                    Finding::problem(FindingCode::File, StoreMessage::QuickCheck.said(&[&verdict])).name(verdict),
                );
            }
        }
        let mut statement = self.conn.prepare("SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check")?;
        for pair in statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))? {
            let (table, parent) = pair?;
            let said = StoreMessage::ForeignKey.said(&[&table, &parent]);
            found.push(Finding::problem(FindingCode::ForeignKey, said).table(&table).name(parent));
        }
        Ok(())
    }

    /// Every row against the journal, and the journal against its hashes; nothing where the journal cannot be read.
    fn check_journal(&self, own: &Reader, found: &mut Findings) -> Option<Replay> {
        let mut replay = examined(found, Some("op"), |found| Replay::read(&self.conn, found))?;
        let mut unread = Vec::new();
        let defaults = examined(found, None, |_| schema::defaults(&own.conn)).unwrap_or_default();
        for table in journalled() {
            if examined(found, Some(table), |found| replay.compare(&self.conn, table, &defaults, found)).is_none() {
                unread.push(table);
            }
        }
        examined(found, Some("op"), |found| replay.gone(&self.conn, &unread, found))?;
        Some(replay)
    }

    fn check_data(&self, found: &mut Findings) -> Result<()> {
        let mut statement = self.conn.prepare(
            "SELECT agency, count(*) FROM regulation WHERE agency IS NOT NULL AND agency NOT IN (SELECT code FROM agency)
             GROUP BY agency ORDER BY agency",
        )?;
        for pair in statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))? {
            let (agency, count) = pair?;
            let said = StoreMessage::UnknownAgency.said(&[&count, &agency]);
            let finding = Finding::warning(FindingCode::UnknownAgency, said).table("regulation").name(agency);
            found.push(finding.count(usize::try_from(count).unwrap_or_default()));
        }
        for row in self.invalid_rows()? {
            // Targets that are gone are told of below.
            if !row.own && row.field.as_deref().is_some_and(|field| field.starts_with("targets")) {
                continue;
            }
            found.add(FindingCode::Invalid, Some(row.table), || {
                let said = StoreMessage::Invalid.said_by(|lang| {
                    let key = row.key.join(" / ");
                    let field = row.field.as_deref().map(|field| format!(", {field}")).unwrap_or_default();
                    vec![word(row.table, lang), key, field, row.said.text(lang).to_owned()]
                });
                let make = if row.own { Finding::problem } else { Finding::warning };
                let mut finding = make(FindingCode::Invalid, said).table(row.table).key(row.key.clone());
                finding.field.clone_from(&row.field);
                finding
            });
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
            let said = StoreMessage::DanglingTarget.said(&[&measure, &target]);
            let finding = Finding::warning(FindingCode::DanglingTarget, said).table("measure");
            found.push(finding.key(vec![measure]).name(target));
        }
        Ok(())
    }
}

/// Examines a part; what cannot be read is a finding, and the other parts are examined all the same.
fn examined<T>(found: &mut Findings, table: Option<&str>, part: impl FnOnce(&mut Findings) -> Result<T>) -> Option<T> {
    match part(found) {
        Ok(done) => Some(done),
        Err(fault) => {
            found.push(unreadable(table, &fault));
            None
        }
    }
}

fn unreadable(table: Option<&str>, fault: &Fault) -> Finding {
    let said = StoreMessage::Unreadable.said_by(|lang| {
        let part = table.map_or_else(|| StoreMessage::TheFile.text(lang).to_owned(), |t| word(t, lang));
        vec![part, fault.message(lang)]
    });
    let mut finding = Finding::problem(FindingCode::Unreadable, said).name(fault.message(Lang::En));
    finding.table = table.map(str::to_owned);
    finding
}

fn word(table: &str, lang: Lang) -> String {
    row_word(table).text(lang).to_owned()
}

fn more(_: FindingCode, table: Option<&str>, count: usize) -> Said {
    StoreMessage::MoreFindings.said_by(|lang| {
        let of = table.map(|t| format!(" ({})", word(t, lang))).unwrap_or_default();
        vec![count.to_string(), of]
    })
}
