//! What the doctor finds: for programs a code and values, for people a sentence.

use crate::words::Said;
use serde_json::Value as Json;

crate::words::named! {
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

crate::words::named! {
    /// What was found; programs go by this, the values stand in the fields of the [`Finding`].
    FindingCode {
        /// Everything was examined, and nothing is wrong. `count` changes, `name` the hash of the last.
        Sound = "sound",
        /// SQLite finds the file damaged. `name`: what it says.
        File = "file",
        /// Something cannot be read. `table`, `name`: what the database says.
        Unreadable = "unreadable",
        /// A row points to one that is not there. `table`, `name`: the table pointed to.
        ForeignKey = "foreign_key",
        /// The hash of a change is not what its entry gives. `change`.
        BrokenChain = "broken_chain",
        /// A change of the exchange is altered or missing. `name`: the data file that made it, `change`: its number there.
        BrokenTrail = "broken_trail",
        /// A field is not as the journal says. `table`, `key`, `field`, `stored`, `expected`, `change`.
        RowDiffers = "row_differs",
        /// The journal knows a row that is not there. `table`, `key`, `change`.
        RowGone = "row_gone",
        /// A row is there that the journal does not know. `table`, `key`.
        RowUnknown = "row_unknown",
        /// More findings of one kind than are told one by one. `name`: the code, `table`, `count`.
        More = "more",
        /// A table, index, view or trigger of the schema is missing. `name`.
        SchemaMissing = "schema_missing",
        /// One is other than this version makes it. `name`.
        SchemaChanged = "schema_changed",
        /// One is there that this version does not make. `name`.
        SchemaExtra = "schema_extra",
        /// What the file says of its own triggers is not what this version writes.
        Seal = "seal",
        /// A noun is not in the search index. `name`: its kind, `key`.
        SearchMissing = "search_missing",
        /// The search index names something that is not there. `name`: its kind, `key`.
        SearchExtra = "search_extra",
        /// The search index has other words than the noun. `name`: its kind, `key`.
        SearchText = "search_text",
        /// A stored noun is not valid. `table`, `key`, `field`, `stored`.
        Invalid = "invalid",
        /// Regulations name an agency that is not in the catalogue. `name`, `count`.
        UnknownAgency = "unknown_agency",
        /// A measure aims at what is not there. `key`: the measure, `name`: the target.
        DanglingTarget = "dangling_target",
        /// A measure changes a provision that the text does not have. `key`: the measure, `name`: the provision.
        DanglingProvision = "dangling_provision",
        /// The text of an instrument cannot be read. `key`: number and version.
        Unparsed = "unparsed",
        /// What a rescue saved. `count` rows.
        RescueSaved = "rescue_saved",
        /// Of a row, what the journal says was taken. `table`, `key`.
        RescueJournal = "rescue_journal",
        /// Of a row, what is stored was taken, not what the journal says. `table`, `key`.
        RescueStored = "rescue_stored",
        /// A row could not be saved. `table`, `key`.
        RescueLost = "rescue_lost",
        /// Changes of the journal could not be kept. `count`, `change`: the first.
        RescueHistory = "rescue_history",
        /// The `sqlite3` of this machine can damage the file. `name`: its version.
        OldSqlite = "old_sqlite",
        /// The file lies on a network drive. `name`: the file system.
        NetworkFolder = "network_folder",
    }
}

/// Something that the doctor found.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// What it is.
    pub code: FindingCode,
    /// The table, where it is about one.
    pub table: Option<String>,
    /// The key of the row, part by part; empty where it is about no row.
    pub key: Vec<String>,
    /// The column.
    pub field: Option<String>,
    /// What stands in the file.
    pub stored: Option<Json>,
    /// What should stand there.
    pub expected: Option<Json>,
    /// Another name: of an index, an agency, a file system.
    pub name: Option<String>,
    /// How many.
    pub count: Option<usize>,
    /// The number of a change.
    pub change: Option<i64>,
    /// The same for people.
    pub said: Said,
}

impl Finding {
    pub(in crate::store) fn new(severity: Severity, code: FindingCode, said: Said) -> Self {
        Self {
            severity,
            code,
            table: None,
            key: Vec::new(),
            field: None,
            stored: None,
            expected: None,
            name: None,
            count: None,
            change: None,
            said,
        }
    }

    /// Something that is wrong.
    pub fn problem(code: FindingCode, said: Said) -> Self {
        Self::new(Severity::Problem, code, said)
    }

    pub(in crate::store) fn warning(code: FindingCode, said: Said) -> Self {
        Self::new(Severity::Warning, code, said)
    }

    pub(in crate::store) fn table(mut self, table: &str) -> Self {
        self.table = Some(table.to_owned());
        self
    }

    pub(in crate::store) fn key(mut self, key: Vec<String>) -> Self {
        self.key = key;
        self
    }

    /// With another name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    pub(in crate::store) fn count(mut self, count: usize) -> Self {
        self.count = Some(count);
        self
    }

    /// With the number of a change.
    #[must_use]
    pub fn change(mut self, change: Option<i64>) -> Self {
        self.change = change;
        self
    }
}

/// How many findings of one kind about one table are told one by one.
const TOLD: usize = 20;

/// The findings so far.
#[derive(Debug, Default)]
pub(in crate::store) struct Findings {
    found: Vec<Finding>,
    /// How many there were of each kind and table.
    counts: Vec<(FindingCode, Option<String>, usize)>,
}

impl Findings {
    /// Adds one; those of a kind and table past the first few are only counted, so they are not even made.
    pub(in crate::store) fn add(&mut self, code: FindingCode, table: Option<&str>, make: impl FnOnce() -> Finding) {
        let known = self.counts.iter_mut().find(|(c, t, _)| *c == code && t.as_deref() == table);
        let count = match known {
            Some((_, _, count)) => {
                *count += 1;
                *count
            }
            None => {
                self.counts.push((code, table.map(str::to_owned), 1));
                1
            }
        };
        if count <= TOLD {
            self.found.push(make());
        }
    }

    /// Adds one of a kind of which there are few.
    pub(in crate::store) fn push(&mut self, finding: Finding) {
        self.found.push(finding);
    }

    pub(in crate::store) fn has_problem(&self) -> bool {
        self.found.iter().any(|finding| finding.severity == Severity::Problem)
    }

    /// All of them, with a line for those that were only counted.
    pub(in crate::store) fn all(mut self, more: impl Fn(FindingCode, Option<&str>, usize) -> Said) -> Vec<Finding> {
        for (code, table, count) in &self.counts {
            if let Some(rest) = count.checked_sub(TOLD).filter(|rest| *rest > 0) {
                let said = more(*code, table.as_deref(), rest);
                let mut finding = Finding::problem(FindingCode::More, said).name(code.name()).count(rest);
                finding.table.clone_from(table);
                self.found.push(finding);
            }
        }
        self.found
    }
}
