//! Plain text: its encoding, and whether its letters are still there.

use super::encoding::{self, Encoding};
use super::remark::Remark;
use super::{LegalText, furniture};
use crate::text::{clean_line, is_clean};
use crate::words::exchange::ExchangeMessage as Say;
use crate::words::{Fault, Message, Result};
use std::borrow::Cow;

/// The text of bytes: UTF-8 with or without its mark, UTF-16 with its mark, or an encoding of before Unicode, which is told.
///
/// # Errors
/// Bad input, with line and column, when the bytes are none of these for certain.
pub(super) fn decode(bytes: &[u8], stated: Option<Encoding>) -> Result<(Cow<'_, str>, Option<Remark>)> {
    let units = |from: fn([u8; 2]) -> u16| {
        let pairs = bytes.get(2..).unwrap_or_default().chunks(2);
        let units = pairs.map(|pair| from([pair.first().copied().unwrap_or(0), pair.get(1).copied().unwrap_or(0)]));
        let text: std::result::Result<String, _> = char::decode_utf16(units).collect();
        let text = text.map_err(|error| {
            Fault::input(Say::BrokenUtf16.said(&[])).hint(Say::EncodingHint.said(&[])).because(error)
        })?;
        encoding::mended(Cow::Owned(text), stated)
    };
    if bytes.starts_with(&[0xFF, 0xFE]) {
        return units(u16::from_le_bytes);
    }
    if bytes.starts_with(&[0xFE, 0xFF]) {
        return units(u16::from_be_bytes);
    }
    let text = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    // Every other byte of UTF-16 without its mark is zero in Latin text; no text holds zeros.
    let other = || Fault::input(Say::OtherEncoding.said(&[])).hint(Say::EncodingHint.said(&[]));
    if text.iter().take(4096).filter(|b| **b == 0).count() > 8 {
        return Err(other());
    }
    match super::input::str_of(text) {
        Ok(found) => encoding::mended(Cow::Borrowed(found), stated),
        Err(error) => {
            let (line, column) = super::input::position(text, error.valid_up_to());
            let (found, encoding) =
                encoding::of_bytes(text, stated).ok_or_else(|| other().at_line(line).at_column(column))?;
            let lines = found.split('\n').filter(|line| !line.is_ascii()).count();
            Ok((Cow::Owned(found), Some(Remark::Converted { encoding, lines })))
        }
    }
}

/// The lines of a plain text, as they are; page furniture of the gazette is taken out.
pub(super) fn read(text: &str) -> LegalText {
    if ["CÔNG BÁO/Số", "Người ký:", "Ký bởi:"].iter().any(|sign| text.contains(sign)) {
        return without_furniture(text);
    }
    // Clean text, the usual case for large files, is taken whole.
    if is_clean(text) {
        let count = memchr::memchr_iter(b'\n', text.as_bytes()).count() + 1;
        return LegalText { text: text.to_owned(), lines: (1..=count).collect(), ..LegalText::default() };
    }
    let mut out = LegalText { text: String::with_capacity(text.len()), ..LegalText::default() };
    for (number, line) in lines(text) {
        out.push(line, number);
    }
    out
}

/// The lines of a text that came from pages of the gazette.
fn without_furniture(text: &str) -> LegalText {
    let numbered: Vec<(usize, &str)> = lines(text).collect();
    let plain: Vec<&str> = numbered.iter().map(|(_, line)| *line).collect();
    let furniture = furniture::lines(&plain);
    let mut out = LegalText { text: String::with_capacity(text.len()), ..LegalText::default() };
    for (at, (number, line)) in numbered.into_iter().enumerate() {
        if furniture.binary_search(&at).is_err() {
            out.push(line, number);
        } else if !line.trim().is_empty() {
            out.dropped.push((number, clean_line(line)));
        }
    }
    out
}

/// The lines of a text with their numbers from 1; `\n`, `\r\n` and a lone `\r` end them.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = Some(text);
    let ends = std::iter::from_fn(move || {
        let text = rest?;
        let Some(at) = memchr::memchr2(b'\n', b'\r', text.as_bytes()) else {
            rest = None;
            return Some(text);
        };
        let (line, tail) = (text.get(..at)?, text.get(at..)?);
        rest = tail.strip_prefix("\r\n").or_else(|| tail.get(1..));
        Some(line)
    });
    ends.zip(1..).map(|(line, number)| (number, line))
}

/// Whether the letters of a text are still there.
///
/// # Errors
/// Bad input when a conversion replaced letters by `?`: they cannot be won back.
pub(super) fn legible(text: &str) -> Result<()> {
    if let Some((words, line)) = lost(text) {
        let fault = Fault::input(Say::LostLetters.said(&[&words])).hint(Say::LostLettersHint.said(&[]));
        return Err(fault.at_line(line));
    }
    Ok(())
}

/// How many words lost letters, and the first line that holds one; none if they are too few to tell of a conversion: addresses of web pages hold
/// a `?` between letters, and scans a stray one.
fn lost(text: &str) -> Option<(usize, usize)> {
    let marks = |text: &str| {
        memchr::memchr(b'?', text.as_bytes()).is_some()
            || memchr::memmem::find(text.as_bytes(), "\u{fffd}".as_bytes()).is_some()
    };
    if !marks(text) {
        return None;
    }
    let (mut words, mut first) = (0, None);
    for (line, text) in text.split('\n').enumerate().filter(|(_, text)| marks(text)) {
        let before = words;
        words += text.split_ascii_whitespace().filter(|word| is_lost(word)).count();
        if words > before {
            first.get_or_insert(line + 1);
        }
    }
    let all = || text.split_ascii_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    (words >= 8 && words * 25 >= all()).then_some((words, first.unwrap_or(1)))
}

/// Whether a word lost letters.
fn is_lost(word: &str) -> bool {
    let replaced = word.contains('\u{fffd}');
    // A question mark with a letter behind it stands within a word or at its head.
    let within = memchr::memchr_iter(b'?', word.as_bytes())
        .any(|at| word.get(at + 1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_alphabetic() || c == '?')));
    word.contains(char::is_alphabetic) && (replaced || (within && !word.contains("://")))
}
