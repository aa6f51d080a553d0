//! Writing a file whole or not at all, and never over something that is to be kept: devices, pipes and links stay what they are, and
//! an output that is an input is refused.

use crate::words::exchange::ExchangeMessage as M;
use crate::words::{Fault, Message, Result};
use std::ffi::OsString;
use std::fs::{self, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// How many links may point to each other.
const LINKS: usize = 40;

/// What a path leads to that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Target {
    /// A stream that is open already; what is written is added to it.
    Stream(PathBuf),
    /// A device, a pipe, a socket: what is written goes through.
    Device(PathBuf),
    /// A folder.
    Folder,
    /// A file, or the name of a new one; links have been followed.
    File(PathBuf),
}

/// Writes a file so that a reader sees the old one or the new one, never a part. A link is followed and stays; a device, a pipe or a
/// stream of the program gets the bytes and stays what it is.
///
/// # Errors
/// Wrong usage when it is a folder; anything else, when it cannot be written; then the old one is as it was.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let written = match place(path)? {
        Target::Folder => return Err(is_folder(path)),
        Target::Stream(stream) => OpenOptions::new().append(true).open(stream).and_then(|to| through(to, bytes)),
        Target::Device(device) => OpenOptions::new().write(true).open(device).and_then(|device| through(device, bytes)),
        Target::File(target) => replace(&target, bytes),
    };
    written.map_err(|error| cannot(path, &error))
}

/// Examines a path before anything is read or done whose outcome is to be written there.
///
/// # Errors
/// Wrong usage when it is a folder, or when a file that is read or kept is the same file, by whatever name; anything else when the
/// folder of a new file is not there.
pub fn check_output(path: &Path, kept: &[PathBuf]) -> Result<()> {
    match place(path)? {
        Target::Folder => Err(is_folder(path)),
        Target::Stream(_) | Target::Device(_) => Ok(()),
        Target::File(target) => {
            let folder = folder_of(&target);
            if !folder.is_dir() {
                let error =
                    io::Error::from(if folder.exists() { ErrorKind::NotADirectory } else { ErrorKind::NotFound });
                return Err(cannot(path, &error));
            }
            match kept.iter().find(|kept| same(&target, kept)) {
                Some(kept) => Err(Fault::usage(M::OutputIsInput.said(&[&path.display(), &kept.display()]))
                    .hint(M::OutputIsInputHint.said(&[]))),
                None => Ok(()),
            }
        }
    }
}

/// Whether writing to a path would take the place of a file that is there.
pub fn is_taken(path: &Path) -> bool {
    matches!(place(path), Ok(Target::File(target)) if target.exists())
}

/// A database file with the files that its engine keeps beside it.
pub fn with_logs(database: &Path) -> Vec<PathBuf> {
    let real = end_of_links(database).unwrap_or_else(|_| database.to_owned());
    let named = |base: &Path, ending: &str| {
        let mut name: OsString = base.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    let endings = ["", "-wal", "-shm", "-journal"];
    endings.iter().flat_map(|ending| [named(database, ending), named(&real, ending)]).collect()
}

/// The number of the stream of this program to which a path leads, such as 1 for `/dev/stdout`.
pub fn own_stream(path: &Path) -> Option<u32> {
    stream(&end_of_links(path).ok()?)
}

fn cannot(path: &Path, error: &io::Error) -> Fault {
    Fault::other(M::CannotWriteFile.said(&[&path.display()])).because_io(error)
}

fn is_folder(path: &Path) -> Fault {
    Fault::usage(M::OutputIsFolder.said(&[&path.display()])).hint(M::OutputIsFolderHint.said(&[]))
}

fn place(path: &Path) -> Result<Target> {
    // A name that ends like that of a folder is no name for a file, whether or not there is such a folder.
    let ends_as_folder = path.to_string_lossy().ends_with(std::path::is_separator);
    if ends_as_folder || path.as_os_str().is_empty() || path.is_dir() {
        return Ok(Target::Folder);
    }
    let end = end_of_links(path).map_err(|error| cannot(path, &error))?;
    if stream(&end).is_some() {
        return Ok(Target::Stream(end));
    }
    match fs::metadata(&end) {
        Ok(about) if about.is_dir() => Ok(Target::Folder),
        Ok(about) if about.is_file() => Ok(Target::File(end)),
        Ok(_) => Ok(Target::Device(end)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Target::File(end)),
        Err(error) => Err(cannot(path, &error)),
    }
}

/// The number of the stream of this program that a name of the system stands for.
fn stream(path: &Path) -> Option<u32> {
    match path.to_str() {
        Some("/dev/stdin") => return Some(0),
        Some("/dev/stdout") => return Some(1),
        Some("/dev/stderr") => return Some(2),
        _ => {}
    }
    let number = path.file_name()?.to_str()?.parse().ok()?;
    let folder = path.parent()?;
    if folder == Path::new("/dev/fd") {
        return Some(number);
    }
    let own = format!("/proc/{}/fd", std::process::id());
    let of_process = folder.starts_with("/proc") && folder.ends_with("fd");
    (of_process && folder.canonicalize().is_ok_and(|folder| folder == Path::new(&own))).then_some(number)
}

/// The path at the end of a chain of links. What it names need not be there.
fn end_of_links(path: &Path) -> io::Result<PathBuf> {
    let mut at = path.to_owned();
    for _ in 0..LINKS {
        match fs::symlink_metadata(&at) {
            Ok(about) if about.is_symlink() && stream(&at).is_none() => {
                let to = fs::read_link(&at)?;
                at = folder_of(&at).join(to);
            }
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => return Ok(at),
        }
    }
    // What the system says of links that lead in a circle.
    fs::metadata(path).map(|_| at)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Writes to what cannot be replaced. That nobody reads further is no fault.
fn through(mut to: impl Write, bytes: &[u8]) -> io::Result<()> {
    match to.write_all(bytes).and_then(|()| to.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

/// Puts a new file in the place of one that may be there, with its mode and owner.
fn replace(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let before = fs::metadata(target).ok();
    if before.as_ref().is_some_and(|before| before.permissions().readonly()) {
        return Err(ErrorKind::PermissionDenied.into());
    }
    let mut file = usual().tempfile_in(folder_of(target))?;
    file.write_all(bytes)?;
    if let Some(before) = &before {
        keep_mode(file.path(), before);
    }
    file.as_file().sync_all()?;
    file.persist(target).map_err(|error| error.error)?;
    Ok(())
}

/// A temporary file that is as readable as any new file.
#[cfg(unix)]
pub(super) fn usual() -> tempfile::Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt;
    let mut builder = tempfile::Builder::new();
    builder.permissions(fs::Permissions::from_mode(0o666));
    builder
}

#[cfg(not(unix))]
pub(super) fn usual() -> tempfile::Builder<'static, 'static> {
    tempfile::Builder::new()
}

/// Gives a file the owner and the mode of the one before it. The bytes are what matters: a file system without modes, or a file of
/// another owner, is no reason to fail.
#[cfg(unix)]
fn keep_mode(file: &Path, before: &Metadata) {
    use std::os::unix::fs::MetadataExt;
    let _ = std::os::unix::fs::chown(file, Some(before.uid()), Some(before.gid()));
    let _ = fs::set_permissions(file, before.permissions());
}

#[cfg(not(unix))]
fn keep_mode(file: &Path, before: &Metadata) {
    let _ = fs::set_permissions(file, before.permissions());
}

/// Whether two paths name one file: the same bytes on the disk (links and hard links too), or the same name that is not there yet.
fn same(target: &Path, kept: &Path) -> bool {
    match (fs::metadata(target), fs::metadata(kept)) {
        (Ok(a), Ok(b)) => b.is_file() && same_file(&a, &b, target, kept),
        (Err(_), Err(_)) => real_name(target).is_some_and(|name| real_name(kept) == Some(name)),
        _ => false,
    }
}

#[cfg(unix)]
fn same_file(a: &Metadata, b: &Metadata, _: &Path, _: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    (a.dev(), a.ino()) == (b.dev(), b.ino())
}

#[cfg(not(unix))]
fn same_file(_: &Metadata, _: &Metadata, a: &Path, b: &Path) -> bool {
    a.canonicalize().ok() == b.canonicalize().ok()
}

/// The full name of a file that need not be there, in a folder that is.
fn real_name(path: &Path) -> Option<PathBuf> {
    let end = end_of_links(path).ok()?;
    Some(folder_of(&end).canonicalize().ok()?.join(end.file_name()?))
}

#[cfg(test)]
mod tests;
