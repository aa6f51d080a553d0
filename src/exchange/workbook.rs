//! Opening a workbook from outside: it must be one, and it must not unpack to more than there is room for.

use super::input;
use crate::words::exchange::ExchangeMessage as Say;
use crate::words::{Fault, Message, Result};
use calamine::{Reader, Xlsx};
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;

/// The most that a workbook may unpack to, in bytes.
const LARGEST_UNPACKED: u64 = 1 << 30;

/// An open workbook.
pub(super) type Book = Xlsx<BufReader<File>>;

/// Opens a file that should be a workbook.
///
/// # Errors
/// Bad input that says what the file is instead, or that it is damaged or too large.
pub(super) fn open(path: &Path) -> Result<Book> {
    let (mut file, _) = input::open(path, input::LARGEST)?;
    let cannot = |error: std::io::Error| Fault::input(Say::CannotOpen.said(&[])).because_io(&error);
    let mut head = Vec::new();
    (&mut file).take(512).read_to_end(&mut head).map_err(cannot)?;
    file.seek(SeekFrom::Start(0)).map_err(cannot)?;
    let kind = input::kind(&head);
    if let Some(fault) = input::unreadable(kind) {
        return Err(fault);
    }
    if kind != input::Kind::Zip {
        return Err(Fault::input(Say::NotAWorkbook.said(&[])).hint(Say::NotAWorkbookHint.said(&[])));
    }
    from_archive(file)
}

/// Opens an archive that should be a workbook.
///
/// # Errors
/// As [`open`].
pub(super) fn from_archive(mut file: File) -> Result<Book> {
    let directory = input::directory(&mut file)?;
    if directory.unpacked > LARGEST_UNPACKED {
        let mib = |bytes: u64| bytes >> 20;
        return Err(Fault::input(Say::UnpackedTooLarge.said(&[&mib(directory.unpacked), &mib(LARGEST_UNPACKED)]))
            .hint(Say::TooLargeHint.said(&[])));
    }
    if !directory.has_workbook {
        return Err(Fault::input(Say::NotAWorkbook.said(&[])).hint(Say::NotAWorkbookHint.said(&[])));
    }
    let broken =
        |error| Fault::input(Say::BrokenArchive.said(&[])).hint(Say::BrokenArchiveHint.said(&[])).because(error);
    Xlsx::new(BufReader::new(file)).map_err(|error: calamine::XlsxError| broken(error))
}
