//! What the tests of the verbs share: a small workspace in memory, and a desk at it.

use super::Desk;
use crate::model::Batch;
use crate::store::{ChangeMeta, Workspace};
use jiff::Timestamp;
use jiff::civil::date;

/// A workspace that holds what a text in TOML says.
pub(super) fn imported(text: &str) -> Workspace {
    let batch: Batch = toml::from_str(text).unwrap();
    let mut workspace = Workspace::in_memory().unwrap();
    workspace.change(&who(), |writer| writer.put_batch(&batch)).unwrap();
    workspace
}

/// One regulation with three measures, `m1` to `m3`.
pub(super) fn workspace() -> Workspace {
    imported(
        r#"
        agency = [{ code = "BA", name = "Bộ A", name_en = "Ministry A", kind = "ministry" }]
        regulation = [{ code = "r1", kind = "condition", name = "x", agency = "BA", provenance = "assumption" }]
        measure_kind = [{ id = "gone", name = "x", name_en = "x", counts_as = "abolished", order = 1, edits = [{ on = "regulation", do = "drop" }] }]
        measure = [
            { code = "m1", regulation = "r1", kind = "gone", title = "1", provenance = "assumption", statuses = [{ status = "proposed", date = "2025-01-01" }] },
            { code = "m2", regulation = "r1", kind = "gone", title = "2", provenance = "assumption", statuses = [{ status = "proposed", date = "2025-01-01" }] },
            { code = "m3", regulation = "r1", kind = "gone", title = "3", provenance = "assumption", statuses = [{ status = "proposed", date = "2025-01-01" }] },
        ]
        "#,
    )
}

/// A desk on 1 January 2026.
pub(super) fn desk(workspace: &mut Workspace) -> Desk<'_> {
    Desk::new(workspace, who(), date(2026, 1, 1))
}

fn who() -> ChangeMeta {
    ChangeMeta {
        author: "Lan".into(),
        device: "bàn 3".into(),
        command: "thử".into(),
        note: String::new(),
        at: Timestamp::from_second(1_767_225_600).unwrap(),
    }
}
