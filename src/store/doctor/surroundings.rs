//! What around the file may harm it: the drive that it lies on, other tools of this machine.

use super::finding::{Finding, FindingCode, Findings};
use crate::words::Message;
use crate::words::store::StoreMessage;
use std::path::Path;
use std::process::Command;

/// File systems on which the locks of SQLite cannot be trusted.
const NETWORK: [&str; 8] = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "fuse.sshfs"];

pub(super) fn check(path: Option<&Path>, found: &mut Findings) {
    if let Some(version) = installed_sqlite().filter(|v| has_wal_defect(v)) {
        found.push(Finding::warning(FindingCode::OldSqlite, StoreMessage::OldSqlite.said(&[&version])).name(version));
    }
    if let Some(kind) = path.and_then(network_file_system) {
        found.push(Finding::warning(FindingCode::NetworkFolder, StoreMessage::NetworkFolder.said(&[&kind])).name(kind));
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
fn network_file_system(path: &Path) -> Option<String> {
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
