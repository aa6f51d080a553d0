//! Writing a file whole or not at all.

use crate::text::messages::exchange::ExchangeMessage as M;
use crate::text::{Fault, Message, Result};
use std::io::Write;
use std::path::Path;

/// Writes a file so that a reader sees the old one or the new one, never a part.
///
/// # Errors
/// Anything else, when the file cannot be written; then the old one is as it was.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let failed = |e: std::io::Error| Fault::other(M::CannotWriteFile.said(&[&path.display()])).because_io(&e);
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    set_usual_mode(file.path(), path);
    file.persist(path).map_err(|e| failed(e.error))?;
    Ok(())
}

/// A temporary file is private; a document that replaces another keeps its mode, a new one is readable as usual.
#[cfg(unix)]
fn set_usual_mode(temporary: &Path, target: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(target).map_or(0o644, |m| m.permissions().mode());
    // The bytes are what matters: a file system without modes is no reason to fail.
    let _ = std::fs::set_permissions(temporary, std::fs::Permissions::from_mode(mode));
}

#[cfg(not(unix))]
fn set_usual_mode(_: &Path, _: &Path) {}
