//! Opening a workbook from outside: it must be one, and it must not unpack to more than there is room for.

use super::{input, tables};
use crate::words::exchange::ExchangeMessage as Say;
use crate::words::{Fault, Message, Result};
use calamine::{Ods, Reader, Sheets, Xls, Xlsx};
use std::fs::File;
use std::io::{BufReader, Seek, SeekFrom};
use std::path::Path;

/// The most that a workbook may unpack to, in bytes.
const LARGEST_UNPACKED: u64 = 1 << 30;

/// An open workbook.
pub(super) type Book = Sheets<BufReader<File>>;

/// Opens a file that should be a workbook.
///
/// # Errors
/// Bad input that says what the file is instead, or that it is damaged or too large.
pub(super) fn open(path: &Path) -> Result<Book> {
    from_file(input::open(path, input::LARGEST)?.0)
}

/// Opens a file, open at its head, that should be a workbook: XLSX, XLS or ODS.
///
/// # Errors
/// As [`open`].
pub(super) fn from_file(mut file: File) -> Result<Book> {
    let kind = tables::kind(&mut file)?;
    if kind == input::Kind::OldOffice {
        // Documents of Word and files with a password come in the same container.
        let other = || input::unreadable(kind).unwrap_or_else(not_one);
        return Xls::new(BufReader::new(file))
            .map(Sheets::Xls)
            .map_err(|error: calamine::XlsError| other().because(error));
    }
    if kind != input::Kind::Zip {
        return Err(input::unreadable(kind).unwrap_or_else(not_one));
    }
    let directory = input::directory(&mut file)?;
    if directory.unpacked > LARGEST_UNPACKED {
        let mib = |bytes: u64| bytes >> 20;
        return Err(Fault::input(Say::UnpackedTooLarge.said(&[&mib(directory.unpacked), &mib(LARGEST_UNPACKED)]))
            .hint(Say::TooLargeHint.said(&[])));
    }
    let broken = |error: calamine::Error| {
        Fault::input(Say::BrokenArchive.said(&[])).hint(Say::BrokenArchiveHint.said(&[])).because(error)
    };
    file.seek(SeekFrom::Start(0)).map_err(|error| Fault::input(Say::CannotOpen.said(&[])).because_io(&error))?;
    let file = BufReader::new(file);
    if directory.has_workbook {
        Xlsx::new(file).map(Sheets::Xlsx).map_err(|error: calamine::XlsxError| broken(error.into()))
    } else if directory.is_open_document {
        Ods::new(file).map(Sheets::Ods).map_err(|error: calamine::OdsError| broken(error.into()))
    } else {
        Err(not_one())
    }
}

fn not_one() -> Fault {
    Fault::input(Say::NotAWorkbook.said(&[])).hint(Say::NotAWorkbookHint.said(&[]))
}
