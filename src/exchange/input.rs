//! Reading files from outside: how large they may be, what they are, and whether their text can be read at all.

use crate::words::exchange::ExchangeMessage as Say;
use crate::words::{Fault, Message, Result};
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

/// The largest file that is read, in bytes.
pub const LARGEST: u64 = 512 << 20;

/// What a file is by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A zip archive, as spreadsheets are.
    Zip,
    /// An old Office file (or an encrypted one).
    OldOffice,
    /// A web page.
    Html,
    /// A PDF.
    Pdf,
    /// Text in UTF-16.
    Utf16,
    /// Anything else; text, if it is UTF-8.
    Text,
}

/// Opens a file and tells its size.
///
/// # Errors
/// Bad input when it cannot be opened, is no plain file, is empty, or is larger than `largest` bytes.
pub fn open(path: &Path, largest: u64) -> Result<(File, u64)> {
    let refused = |error: std::io::Error| Fault::input(Say::CannotOpen.said(&[])).in_file(path).because_io(&error);
    let no_file = || Fault::input(Say::NoPlainFile.said(&[])).hint(Say::NoPlainFileHint.said(&[])).in_file(path);
    // Looked at first: to open a pipe is to wait for whoever writes to it.
    if !std::fs::metadata(path).map_err(refused)?.is_file() {
        return Err(no_file());
    }
    let file = File::open(path).map_err(refused)?;
    let about = file.metadata().map_err(refused)?;
    if !about.is_file() {
        return Err(no_file());
    }
    match about.len() {
        0 => Err(Fault::input(Say::EmptyFile.said(&[])).hint(Say::EmptyFileHint.said(&[])).in_file(path)),
        size if size > largest => {
            let mib = |bytes: u64| bytes.div_ceil(1 << 20);
            Err(Fault::input(Say::TooLarge.said(&[&mib(size), &mib(largest)]))
                .hint(Say::TooLargeHint.said(&[]))
                .in_file(path))
        }
        size => Ok((file, size)),
    }
}

/// Reads a whole file.
///
/// # Errors
/// As [`open`].
pub fn whole(path: &Path, largest: u64) -> Result<Vec<u8>> {
    let (file, size) = open(path, largest)?;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    // The file may grow while it is read; the limit holds all the same.
    file.take(largest)
        .read_to_end(&mut bytes)
        .map_err(|error| Fault::input(Say::CannotOpen.said(&[])).in_file(path).because_io(&error))?;
    Ok(bytes)
}

/// The text of a whole file, without the mark at its head.
///
/// # Errors
/// As [`open`]; the file is no text, or not in UTF-8.
pub fn text(path: &Path) -> Result<String> {
    let bytes = whole(path, LARGEST)?;
    if let Some(text) = utf16(&bytes) {
        return text.map_err(|fault| fault.in_file(path));
    }
    let kind = kind(&bytes);
    let refused = match kind {
        Kind::Zip => Some(Fault::input(Say::IsArchive.said(&[])).hint(Say::IsArchiveHint.said(&[]))),
        kind => unreadable(kind),
    };
    match refused {
        Some(fault) => Err(fault.in_file(path)),
        None => utf8(&bytes).map(str::to_owned).map_err(|fault| fault.in_file(path)),
    }
}

/// The text of a file in UTF-16, as Excel saves "Unicode text"; nothing where its head does not say that it is.
fn utf16(bytes: &[u8]) -> Option<Result<String>> {
    let unit: fn([u8; 2]) -> u16 = match bytes.get(..2)? {
        [0xFF, 0xFE] => u16::from_le_bytes,
        [0xFE, 0xFF] => u16::from_be_bytes,
        _ => return None,
    };
    let units = bytes.get(2..)?.chunks(2).map(|pair| unit([pair[0], pair.get(1).copied().unwrap_or_default()]));
    let text: std::result::Result<String, _> = char::decode_utf16(units).collect();
    Some(text.map_err(|error| Fault::input(Say::BrokenUtf16.said(&[])).because(error)))
}

/// What the first bytes of a file tell.
pub fn kind(head: &[u8]) -> Kind {
    let text = head.trim_ascii_start();
    let begins = |word: &[u8]| text.len() >= word.len() && text[..word.len()].eq_ignore_ascii_case(word);
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        Kind::Zip
    } else if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        Kind::OldOffice
    } else if head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]) {
        Kind::Utf16
    } else if head.starts_with(b"%PDF") {
        Kind::Pdf
    } else if begins(b"<!doctype") || begins(b"<html") || begins(b"<?xml") {
        Kind::Html
    } else {
        Kind::Text
    }
}

/// The fault of a file of a kind that holds no records, nothing for text and archives.
pub fn unreadable(kind: Kind) -> Option<Fault> {
    let (what, hint) = match kind {
        Kind::OldOffice => (Say::OldOffice, Say::OldOfficeHint),
        Kind::Utf16 => (Say::Utf16, Say::NotUtf8Hint),
        Kind::Html => (Say::WebPage, Say::WebPageHint),
        Kind::Pdf => (Say::Pdf, Say::WebPageHint),
        Kind::Zip | Kind::Text => return None,
    };
    Some(Fault::input(what.said(&[])).hint(hint.said(&[])))
}

/// The text of bytes, without the mark at its head.
///
/// # Errors
/// Bad input, with line and column, when it is not UTF-8.
pub fn utf8(bytes: &[u8]) -> Result<&str> {
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    str_of(bytes).map_err(|error| {
        let (line, column) = position(bytes, error.valid_up_to());
        Fault::input(Say::NotUtf8.said(&[])).hint(Say::NotUtf8Hint.said(&[])).at_line(line).at_column(column)
    })
}

/// Bytes as text. Many bytes are looked at at a time; where one is wrong, they are looked at one by one to tell its place.
pub fn str_of(bytes: &[u8]) -> std::result::Result<&str, std::str::Utf8Error> {
    simdutf8::basic::from_utf8(bytes).or_else(|_| std::str::from_utf8(bytes))
}

/// Line and column (in characters, from 1) of a byte.
pub fn position(bytes: &[u8], at: usize) -> (usize, usize) {
    let head = &bytes[..at.min(bytes.len())];
    let start = head.iter().rposition(|b| *b == b'\n').map_or(0, |newline| newline + 1);
    let line = head.iter().filter(|b| **b == b'\n').count() + 1;
    (line, String::from_utf8_lossy(&head[start..]).chars().count() + 1)
}

/// Lines of a file, one at a time, none longer than a limit.
pub struct Lines<'a> {
    path: &'a Path,
    reader: BufReader<File>,
    longest: u64,
    line: usize,
    /// Bytes read so far.
    pub done: u64,
    buffer: Vec<u8>,
}

impl<'a> Lines<'a> {
    /// The lines of a file that is open at its head.
    pub fn new(path: &'a Path, file: File, longest: u64) -> Self {
        Self { path, reader: BufReader::new(file), longest, line: 0, done: 0, buffer: Vec::new() }
    }

    /// The next line without its end, with its number from 1; nothing at the end of the file.
    ///
    /// # Errors
    /// Bad input when the line is too long, not UTF-8, or cannot be read.
    pub fn read(&mut self) -> Result<Option<(usize, &str)>> {
        self.buffer.clear();
        let read = (&mut self.reader).take(self.longest + 1).read_until(b'\n', &mut self.buffer).map_err(|error| {
            Fault::input(Say::CannotOpen.said(&[])).in_file(self.path).at_line(self.line + 1).because_io(&error)
        })?;
        if read == 0 {
            return Ok(None);
        }
        self.line += 1;
        self.done += read as u64;
        if read as u64 > self.longest {
            let mib = self.longest >> 20;
            let fault = Fault::input(Say::LineTooLong.said(&[&mib])).hint(Say::LineTooLongHint.said(&[]));
            return Err(fault.at_line(self.line).in_file(self.path));
        }
        let mut bytes = self.buffer.as_slice();
        bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
        bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
        let line = self.line;
        let text = utf8(bytes).map_err(|fault| fault.at_line(line).in_file(self.path))?;
        Ok(Some((line, text)))
    }
}

/// What the directory of a zip archive says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Directory {
    /// How many bytes its members hold when unpacked.
    pub unpacked: u64,
    /// Whether it holds a workbook of Excel.
    pub has_workbook: bool,
    /// Whether it is an OpenDocument, as LibreOffice saves its workbooks.
    pub is_open_document: bool,
    /// Whether it holds a Word document.
    pub is_word: bool,
}

/// Reads the directory of a zip archive.
///
/// # Errors
/// Bad input when the archive is cut off or has no directory.
pub fn directory(file: &mut File) -> Result<Directory> {
    let broken = || Fault::input(Say::BrokenArchive.said(&[])).hint(Say::BrokenArchiveHint.said(&[]));
    let mut archive = zip::ZipArchive::new(&mut *file).map_err(|_| broken())?;
    let mut unpacked = 0_u64;
    for at in 0..archive.len() {
        unpacked = unpacked.saturating_add(archive.by_index_raw(at).map_err(|_| broken())?.size());
    }
    let holds = |head: &str| archive.file_names().flatten().any(|name| name.starts_with(head));
    let (has_workbook, is_open_document, is_word) =
        (holds("xl/workbook"), holds("content.xml"), holds("word/document"));
    file.seek(SeekFrom::Start(0)).map_err(|_| broken())?;
    Ok(Directory { unpacked, has_workbook, is_open_document, is_word })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_by_their_first_bytes() {
        assert_eq!(kind(b"PK\x03\x04rest"), Kind::Zip);
        assert_eq!(kind(&[0xD0, 0xCF, 0x11, 0xE0, 0]), Kind::OldOffice);
        assert_eq!(kind(b"\n <!DOCTYPE html>"), Kind::Html);
        assert_eq!(kind(b"{\"a\":1}"), Kind::Text);
        assert!(unreadable(Kind::Text).is_none() && unreadable(Kind::Utf16).is_some());
    }

    #[test]
    fn bad_bytes_are_placed() {
        let fault = utf8("một\nhai \u{1ea1}".as_bytes()).map(|_| ()).err();
        assert!(fault.is_none());
        let mut bytes = "một\nhai ".as_bytes().to_vec();
        bytes.push(0xFF);
        let fault = utf8(&bytes).unwrap_err();
        assert_eq!((fault.place().unwrap().line, fault.place().unwrap().column), (Some(2), Some(5)));
        assert_eq!(utf8(b"\xEF\xBB\xBFa").unwrap(), "a");
    }
}
