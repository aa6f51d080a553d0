//! The one place where what libraries say of what went wrong becomes words of our own, in both languages. Libraries speak English; what
//! they say is known by its form.

use super::cause::CauseWord as W;
use super::{Message, Said};
use crate::text::Lang;

/// What a library said, in our words; nothing when it is not known.
pub fn translated(text: &str) -> Option<Said> {
    // JSON says where, behind what.
    if let Some((before, place)) = text.rsplit_once(" at line ")
        && let Some((line, column)) = place.split_once(" column ")
        && [line, column].iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
    {
        let said = translated(before)?;
        let at = |lang: Lang| W::AtPlace.with(lang, &[&said.text(lang), &line, &column]);
        return Some(Said::by(at));
    }
    if let Some((value, range)) = text.split_once(" is not in ").filter(|(value, _)| !value.contains(' ')) {
        return Some(W::OutOfRange.said(&[&value, &range]));
    }
    named(text).or_else(|| typed(text)).or_else(|| of_table(text)).or_else(|| {
        let lower = text.to_lowercase();
        KNOWN.iter().find(|(part, _)| lower.contains(part)).map(|(_, word)| word.said(&[]))
    })
}

/// The words in backticks.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// Fields and values by name.
fn named(text: &str) -> Option<Said> {
    let names = quoted(text);
    let (first, others) = names.split_first().map(|(first, others)| (*first, others.join(", ")))?;
    let others = if others.is_empty() { "–".to_owned() } else { others };
    if text.starts_with("unknown variant") {
        Some(W::UnknownVariant.said(&[&first, &others]))
    } else if text.starts_with("unknown field") {
        Some(W::UnknownField.said(&[&first, &others]))
    } else if text.starts_with("missing field") {
        Some(W::MissingField.said(&[&first]))
    } else if text.starts_with("duplicate field") || text.starts_with("duplicate key") {
        Some(W::DuplicateField.said(&[&first]))
    } else {
        None
    }
}

/// `invalid type: integer `5`, expected a string`.
fn typed(text: &str) -> Option<Said> {
    let rest =
        ["invalid type: ", "invalid value: ", "invalid length "].iter().find_map(|start| text.strip_prefix(start))?;
    let (found, expected) = rest.split_once(", expected ")?;
    let stands = quoted(found).first().map(|word| (*word).to_owned()).or_else(|| {
        let (_, text) = found.split_once('"')?;
        Some(format!("“{}”", text.trim_end_matches('"')))
    });
    let kind = match found.split(' ').next()? {
        "map" => W::ATable,
        "sequence" => W::AList,
        "null" | "unit" => W::Nothing,
        _ => W::Other,
    };
    let wanted = wanted(expected);
    let said = |lang: Lang| {
        let found = stands.clone().unwrap_or_else(|| kind.text(lang).to_owned());
        W::WrongType.with(lang, &[&wanted.text(lang), &found])
    };
    Some(Said::by(said))
}

/// What a library expected.
fn wanted(expected: &str) -> W {
    let number = |sign: char| expected.strip_prefix(sign).is_some_and(|bits| bits.parse::<u8>().is_ok());
    match expected {
        "usize" | "isize" => W::AWhole,
        _ if number('i') || number('u') => W::AWhole,
        _ if number('f') => W::ANumber,
        _ if expected.contains("exact number") => W::AnExact,
        _ if expected.contains("date") => W::ADate,
        _ if expected.contains("boolean") => W::AFlag,
        _ if expected.contains("sequence") || expected.contains("tuple") || expected.contains("array") => W::AList,
        _ if expected.contains("map") || expected.contains("struct") || expected.contains("table") => W::ATable,
        _ if expected.contains("string") => W::AText,
        _ => W::Other,
    }
}

/// What the reader of CSV says: `CSV error: record 1 (line: 2, byte: 209): found record with 3 fields, but the previous record has 5 fields`.
fn of_table(text: &str) -> Option<Said> {
    let numbers = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_ascii_digit());
        words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (place, what) = text.strip_prefix("CSV error: record ")?.split_once("): found record with ")?;
    let line = numbers(place).get(1).cloned()?;
    let [found, before] = <[String; 2]>::try_from(numbers(what)).ok()?;
    Some(W::OtherLength.said(&[&line, &found, &before]))
}

/// Parts of what libraries say, in lower case, and what they mean; the first that is found counts.
const KNOWN: &[(&str, W)] = &[
    ("eof while parsing", W::Ended),
    ("unexpected end of", W::Ended),
    ("unexpected eof", W::Ended),
    ("trailing ", W::Trailing),
    ("cannot parse integer from empty string", W::EmptyInteger),
    ("invalid digit found in string", W::NoInteger),
    ("too large to fit in target type", W::TooLarge),
    ("too small to fit in target type", W::TooLarge),
    ("number out of range", W::TooLarge),
    ("parsed date is not valid", W::NoSuchDay),
    ("parameter 'day' is not in the required range", W::NoSuchDay),
    ("parameter 'month' is not in the required range", W::NoSuchDay),
    ("expected four digit year", W::DateForm),
    ("failed to parse four digit integer as year", W::DateForm),
    ("digit integer as", W::DateForm),
    ("failed to parse year", W::DateForm),
    ("failed to parse month", W::DateForm),
    ("failed to parse day", W::DateForm),
    ("in date", W::DateForm),
    ("civil date", W::DateForm),
    ("utf-8", W::NotUtf8),
    ("utf8", W::NotUtf8),
    ("duplicate key", W::DuplicateKey),
    ("missing closing", W::NotClosed),
    ("unclosed", W::NotClosed),
    ("expected value", W::Syntax),
    ("expected ident", W::Syntax),
    ("expected `", W::Syntax),
    ("key must be a string", W::Syntax),
    ("key with no value", W::Syntax),
    ("control character", W::Syntax),
    ("invalid escape", W::Syntax),
    ("invalid number", W::Syntax),
    ("syntax error", W::Syntax),
    ("unquoted", W::Syntax),
    ("too many levels of symbolic links", W::LinkLoop),
    ("file name too long", W::NameTooLong),
    ("no such file or directory", W::NoSuchFile),
    ("permission denied", W::NotPermitted),
    ("operation not permitted", W::NotPermitted),
    ("is a directory", W::IsFolder),
    ("not a directory", W::NoFolder),
    ("no space left", W::DiskFull),
    ("disk is full", W::DiskFull),
    ("read-only file system", W::ReadOnly),
    ("readonly database", W::ReadOnly),
    ("input/output error", W::DeviceFault),
    ("disk i/o error", W::DeviceFault),
    ("resource busy", W::Busy),
    ("text file busy", W::Busy),
    ("database is locked", W::Busy),
    ("broken pipe", W::Closed),
    ("disk image is malformed", W::Malformed),
    ("file is not a database", W::NoDatabase),
    ("zip archive", W::BrokenArchive),
    ("corrupt deflate", W::BrokenArchive),
    ("undefined value", W::Undefined),
    ("unknown filter", W::UnknownFilter),
    ("unknown function", W::UnknownFilter),
    ("unknown test", W::UnknownFilter),
];

/// Whether a text is a sentence of a library in English, and no name, code or sentence of ours.
pub fn is_technical(text: &str) -> bool {
    text.is_ascii() && text.trim().contains(' ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case", deny_unknown_fields)]
    #[allow(dead_code)]
    struct Noun {
        level: Level,
        count: u32,
        day: jiff::civil::Date,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Level {
        Law,
        Decree,
    }

    /// Said by the libraries themselves, so that a newer one that says it otherwise is noticed.
    #[test]
    fn what_libraries_say_is_told_in_vietnamese() {
        let toml = |text: &str| toml::from_str::<Noun>(text).unwrap_err().message().to_owned();
        let json = |text: &str| serde_json::from_str::<Noun>(text).unwrap_err().to_string();
        let day = |text: &str| toml(&format!("level = 'law'\ncount = 1\nday = '{text}'"));
        let io = |code: i32| std::io::Error::from_raw_os_error(code).to_string();
        let mut csv = csv::Reader::from_reader(&b"a,b\n1,2\n3\n"[..]);
        let csv = csv.records().find_map(|record| record.err()).unwrap().to_string();
        for (said, vi) in [
            (toml("level = 'nope'\ncount = 1\nday = '2026-01-01'"), "không có giá trị “nope”; có: law, decree"),
            (toml("level = 'law'\nday = '2026-01-01'"), "thiếu trường “count”"),
            (toml("level = 'law'\ncount = 'x'\nday = '2026-01-01'"), "cần số nguyên, ở đây là “x”"),
            (toml("level = 'law'\ncount = 1\nday = '30/4/2026'"), "viết ngày như 2026-04-30"),
            (day("2026-02-30"), "không có ngày này; viết ngày như 2026-04-30"),
            (day("2026-13-01"), "không có ngày này; viết ngày như 2026-04-30"),
            (day("2026-04-31"), "không có ngày này; viết ngày như 2026-04-30"),
            (day("2026-04-00"), "không có ngày này; viết ngày như 2026-04-30"),
            (day(""), "viết ngày như 2026-04-30"),
            (toml("colour = 1"), "không có trường “colour”; có: level, count, day"),
            (json("{\"level\": \"law\""), "hết giữa chừng, dòng 1, cột 15"),
            (json("{\"level\": law}"), "sai cú pháp, dòng 1, cột 11"),
            ("x".parse::<u32>().unwrap_err().to_string(), "không phải là số nguyên"),
            ("".parse::<u32>().unwrap_err().to_string(), "thiếu số"),
            ("99999999999".parse::<u32>().unwrap_err().to_string(), "số quá lớn"),
            (io(40), "các liên kết trỏ vòng quanh nhau"),
            (io(28), "hết chỗ trên đĩa"),
            (String::from_utf8(vec![0xff]).unwrap_err().to_string(), "không phải là UTF-8"),
            (csv, "dòng 3 có 1 ô, các dòng trước có 2 ô"),
        ] {
            let found = translated(&said).unwrap_or_else(|| panic!("{said}"));
            assert_eq!(found.vi, vi, "{said}");
            assert!(found.en.is_ascii() || found.en.contains('“'), "{}", found.en);
        }
    }

    #[test]
    fn what_is_not_known_is_kept_for_the_curious() {
        assert_eq!(translated("flux capacitor overheated"), None);
        assert!(is_technical("flux capacitor overheated"));
        assert!(!is_technical("ca-1") && !is_technical("mẫu dùng một giá trị không có"));
    }
}
