//! Eight officers at one sheet: 8 × 50 edits at the desk, each a change of its own that is on the disk when it is acknowledged, against one
//! who makes all 400. Every writer has a connection of its own, as a process has.

use super::generate::TODAY;
use super::race::{Figure, race};
use jiff::Timestamp;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tinhgon::cost::RowField;
use tinhgon::desk::{Desk, RowEdit, SetRow};
use tinhgon::exchange::catalog;
use tinhgon::model::Provenance;
use tinhgon::store::{ChangeMeta, Workspace};

const WRITERS: u64 = 8;
const EDITS: u64 = 50;
const SHEET: &str = "1.004222";

pub fn measure(folder: &Path) -> Vec<Figure> {
    let path = folder.join("desk.db");
    let mut workspace = Workspace::create(&path).expect("a workspace");
    let shipped = catalog::shipped().expect("the shipped catalogue");
    workspace.change(&who("init"), |writer| writer.put_batch(&shipped)).expect("is written");
    // Each edit sets another figure, so that none is for nothing.
    let figure = AtomicU64::new(1);
    let edits = &|writer: u64, count: u64| {
        let mut workspace = Workspace::open(&path).expect("opens");
        workspace.set_patience(Duration::from_secs(60)).expect("waits");
        for _ in 0..count {
            let minutes = figure.fetch_add(1, Ordering::Relaxed) % 100_000;
            let field = RowField::parse("minutes").expect("a cell");
            let edit = RowEdit { field, typed: Some(minutes.to_string()), provenance: Provenance::Measured };
            let asked = SetRow {
                regulation: SHEET.to_owned(),
                row: format!("a{}", writer + 1),
                edits: vec![edit],
                expected: Vec::new(),
            };
            let set = Desk::new(&mut workspace, who("cost set"), TODAY).set_row(&asked).expect("is set");
            assert!(set.change.is_some(), "every edit is acknowledged");
        }
    };
    vec![race(
        format!("{WRITERS} writers × {EDITS} edits of one sheet, at once"),
        (format!("one writer, {} edits", WRITERS * EDITS), "≤ 2×"),
        5,
        || {
            std::thread::scope(|scope| {
                for writer in 0..WRITERS {
                    scope.spawn(move || edits(writer, EDITS));
                }
            });
        },
        || edits(0, WRITERS * EDITS),
    )]
}

fn who(command: &str) -> ChangeMeta {
    ChangeMeta {
        author: "bench".to_owned(),
        device: String::new(),
        command: command.to_owned(),
        note: String::new(),
        at: Timestamp::UNIX_EPOCH,
    }
}
