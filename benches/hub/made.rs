//! Data files to measure with.

use std::path::{Path, PathBuf};
use tinhgon::model::{Batch, Procedure};
use tinhgon::store::{ChangeMeta, Workspace};

/// Who does it.
pub fn who(command: &str) -> ChangeMeta {
    ChangeMeta {
        author: "lan".into(),
        device: "bench".into(),
        command: command.into(),
        note: String::new(),
        at: jiff::Timestamp::UNIX_EPOCH,
    }
}

/// A data file with the shipped catalogue.
pub fn shipped(path: &Path) -> Workspace {
    let batch = tinhgon::exchange::catalog::shipped().unwrap();
    let mut made = Workspace::create(path).unwrap();
    made.change(&who("init"), |w| w.put_batch(&batch)).unwrap();
    made
}

/// So many procedures of an agency, each as the first of the shipped catalogue is, in one import.
pub fn procedures(into: &mut Workspace, agency: &str, mark: usize, count: usize) {
    let one: Procedure = into.all::<Procedure>().unwrap().remove(0);
    let procedure = |number: usize| {
        let mut procedure = one.clone();
        procedure.regulation.code = format!("9.{mark:02}{number:05}");
        procedure.regulation.agency = Some(agency.to_owned());
        procedure
    };
    let batch = Batch { procedures: (0..count).map(procedure).collect(), ..Batch::default() };
    into.change(&who("import"), |w| w.put_batch(&batch)).unwrap();
}

/// Megabytes of a data file, with its log of what was written last.
pub fn megabytes(path: &Path) -> String {
    let length = |path: &Path| std::fs::metadata(path).map_or(0, |about| about.len());
    format!("{:.1} MB", (length(path) + length(&PathBuf::from(format!("{}-wal", path.display())))) as f64 / 1e6)
}
