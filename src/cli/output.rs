//! Where an answer goes: standard output, a file; and what is said beside it.

use crate::words::cli::CliMessage;
use crate::words::{Fault, Message, Result};
use std::io::{IsTerminal, Write};
use std::path::Path;

/// Writes bytes to a file, wholly or not at all, or through a device, a pipe or a link to where it leads. `-` or nothing is standard
/// output.
///
/// # Errors
/// Anything else, when it cannot be written; a broken pipe ends quietly.
pub fn write(to: Option<&Path>, bytes: &[u8]) -> Result<()> {
    let path = to.filter(|p| p.as_os_str() != "-");
    match path.map(|path| (crate::exchange::own_stream(path), path)) {
        None | Some((Some(1), _)) => through(std::io::stdout().lock(), "stdout", bytes),
        Some((Some(2), _)) => through(std::io::stderr().lock(), "stderr", bytes),
        Some((_, path)) => crate::exchange::write_whole(path, bytes),
    }
}

/// Writes to a stream. That nobody reads further is no fault.
fn through(mut out: impl Write, name: &str, bytes: &[u8]) -> Result<()> {
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        Err(e) => Err(Fault::other(CliMessage::CannotWrite.said(&[&name])).because_io(&e)),
        Ok(()) => Ok(()),
    }
}

/// Writes a line to standard error. That nobody reads it is no fault.
pub fn remark(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// The width of the terminal that standard output is, if it is one.
pub fn terminal_width() -> Option<u16> {
    std::io::stdout().is_terminal().then(|| crossterm::terminal::size().map_or(80, |(columns, _)| columns))
}
