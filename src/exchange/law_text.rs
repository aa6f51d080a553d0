//! Law texts as they are saved from the web: what instrument a file holds, and its cleaned text.

use crate::law::Outline;
use crate::law::mention::{KINDS, number_at};
use crate::model::instrument::{is_number, normal_number};
use crate::model::{Instrument, InstrumentVersion, Level, Provenance, VersionKind};
use crate::text::messages::exchange::ExchangeMessage as M;
use crate::text::{Fault, Message, Result, clean, clean_line, fold};
use jiff::civil::Date;
use std::path::Path;

/// The endings of files that may hold the text of a law.
pub const ENDINGS: &[&str] = &["txt", "md"];

/// How many lines the head of an instrument takes at most.
const HEAD: usize = 60;

/// How long a title may be, in characters.
const TITLE: usize = 600;

/// What a user says about a file that the file may not say itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stated<'a> {
    /// The number of the instrument whose text it is.
    pub number: Option<&'a str>,
    /// The name of the version, see [`InstrumentVersion::of_name`].
    pub version: Option<&'a str>,
}

/// Reads the text of an instrument from the bytes of a file; the path gives its source, and its number where the text has none
/// (`123-2015-NĐ-CP.txt`).
///
/// # Errors
/// Bad input: no UTF-8, no Điều, or no number.
pub fn read(path: &Path, bytes: &[u8], stated: Stated<'_>) -> Result<(Instrument, InstrumentVersion)> {
    let text = tidy(super::input::utf8(bytes)?);
    if !is_law(&text) {
        return Err(Fault::input(M::NoLaw.said(&[])).hint(M::NoLawHint.said(&[])));
    }
    let head = Head::read(&text);
    let number = match stated.number {
        Some(number) => Some(normal_number(number)),
        None => head.number.clone().or_else(|| number_of_name(path)),
    };
    let number = number
        .filter(|n| is_number(n))
        .ok_or_else(|| Fault::input(M::NoInstrumentNumber.said(&[])).hint(M::NoInstrumentNumberHint.said(&[])))?;
    let source = path.file_name().map(|name| clean_line(&name.to_string_lossy())).unwrap_or_default();
    let (name, (kind, from)) = match stated.version.map(clean_line) {
        Some(name) => (name.clone(), InstrumentVersion::of_name(&name)),
        None => (VersionKind::Original.name().to_owned(), (VersionKind::Original, None)),
    };
    // What a later version says of its head is the head of the instrument all the same, but not its first day.
    let effective = effective(&text).filter(|_| kind == VersionKind::Original);
    let instrument = Instrument {
        number: number.clone(),
        title: head.title,
        issuer: head.issuer,
        issued: head.issued,
        effective,
        expired: None,
        provenance: Provenance::Official,
        source: source.clone(),
    };
    let version = InstrumentVersion { instrument: number, name, kind, from: from.or(effective), source, text };
    Ok((instrument, version))
}

/// Whether a text is an instrument: it has at least one Điều.
pub fn is_law(text: &str) -> bool {
    text.contains("Điều") && Outline::read(text).count(Level::Article) > 0
}

/// The text cleaned, without blanks at the ends of lines and of the whole.
fn tidy(text: &str) -> String {
    let cleaned = clean(text);
    let lines: Vec<&str> = cleaned.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}

/// What stands before the first provision.
#[derive(Debug, Default, PartialEq, Eq)]
struct Head {
    number: Option<String>,
    title: String,
    issuer: Option<String>,
    issued: Option<Date>,
}

impl Head {
    fn read(text: &str) -> Self {
        let mut head = Self::default();
        let lines: Vec<&str> = text.lines().map(str::trim).take(HEAD).collect();
        let end = lines.iter().position(|line| begins_body(line)).unwrap_or(lines.len());
        let lines = lines.get(..end).unwrap_or_default();
        let is_number_line = |line: &str| ["so:", "luat so:", "bo luat so:"].iter().any(|s| fold(line).starts_with(s));
        if let Some(line) = lines.iter().find(|line| is_number_line(line)) {
            let from = line.find(|c: char| c.is_ascii_digit()).unwrap_or(line.len());
            head.number = number_at(line, from).map(|(number, _)| number);
        }
        let state = |line: &str| fold(line).starts_with("cong hoa xa hoi") || fold(line).starts_with("doc lap");
        let issuer: Vec<&str> = lines
            .iter()
            .take_while(|line| !is_number_line(line) && !state(line))
            .copied()
            .filter(|line| is_upper(line) && !is_kind(line))
            .collect();
        head.issuer = Some(clean_line(&issuer.join(" "))).filter(|issuer| !issuer.is_empty());
        head.issued = lines.iter().find_map(|line| date_in(line));
        if let Some(at) = lines.iter().position(|line| is_kind(line)) {
            // Some sources give the number behind the kind.
            let title: Vec<&str> = lines
                .iter()
                .skip(at + 1)
                .copied()
                .skip_while(|line| is_number_line(line))
                .take_while(|line| !line.is_empty() && !begins_ground(line))
                .collect();
            head.title = clean_line(&title.join(" ")).chars().take(TITLE).collect();
        }
        head
    }
}

fn is_upper(line: &str) -> bool {
    line.chars().any(char::is_alphabetic) && !line.chars().any(char::is_lowercase)
}

/// The kind of an instrument, alone on its line in capitals.
fn is_kind(line: &str) -> bool {
    is_upper(line) && KINDS.iter().any(|kind| line == kind.to_uppercase())
}

/// The first line of the legal grounds, or of what else stands between title and body.
fn begins_ground(line: &str) -> bool {
    ["Căn cứ", "Theo đề nghị", "Xét đề nghị", "---"].iter().any(|word| line.starts_with(word))
}

fn begins_body(line: &str) -> bool {
    ["Điều 1.", "Điều 1 ", "Chương I", "CHƯƠNG I", "Phần thứ nhất", "PHẦN THỨ NHẤT"].iter().any(|w| line.starts_with(w))
}

/// `ngày 30 tháng 12 năm 2016` in a line.
fn date_in(line: &str) -> Option<Date> {
    let mut numbers = [0_i16; 3];
    let mut rest = line.get(line.find("ngày")?..)?;
    for (word, number) in ["ngày", "tháng", "năm"].iter().zip(&mut numbers) {
        rest = rest.strip_prefix(word)?.trim_start();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        *number = rest.get(..digits)?.parse().ok()?;
        rest = rest.get(digits..)?.trim_start();
    }
    let [day, month, year] = numbers;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The day that the article on effect names.
fn effective(text: &str) -> Option<Date> {
    let says = |line: &&str| line.contains("này có hiệu lực") && line.contains("ngày");
    text.lines().filter(says).find_map(date_in)
}

/// The number in the name of a file: `123-2015-NĐ-CP.txt`.
fn number_of_name(path: &Path) -> Option<String> {
    let name = clean_line(&path.file_stem()?.to_string_lossy());
    let (number, rest) = name.split_once(['-', '_'])?;
    let (year, symbol) = rest.split_once(['-', '_'])?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    (digits(number) && digits(year) && year.len() == 4).then(|| normal_number(&format!("{number}/{year}/{symbol}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TEXT: &str = "BỘ THỬ\nNGHIỆM\nSố: 12 /2031/TT- BTN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\
                        Hà Nội, ngày 05 tháng 3 năm 2031\nTHÔNG TƯ\nQuy định về việc\nthử nghiệm\nCăn cứ Luật Thử;\nĐiều 1. Phạm vi\u{a0}\n1. Một.\r\n\
                        Điều 2. Hiệu lực\nThông tư này có hiệu lực thi hành kể từ ngày 20 tháng 4 năm 2031.\n";

    fn read_as(name: &str, text: &str, stated: Stated<'_>) -> Result<(Instrument, InstrumentVersion)> {
        read(Path::new(name), text.as_bytes(), stated)
    }

    #[test]
    fn the_head_tells_what_it_is() {
        let (instrument, version) = read_as("a/thu.txt", TEXT, Stated::default()).unwrap();
        assert_eq!(
            (instrument.number.as_str(), instrument.title.as_str()),
            ("12/2031/TT-BTN", "Quy định về việc thử nghiệm")
        );
        assert_eq!(instrument.issuer.as_deref(), Some("BỘ THỬ NGHIỆM"));
        assert_eq!((instrument.issued, instrument.effective), (Some(date(2031, 3, 5)), Some(date(2031, 4, 20))));
        assert_eq!(
            (version.kind, version.name.as_str(), version.from),
            (VersionKind::Original, "original", instrument.effective)
        );
        assert!(version.text.contains("Phạm vi\n1. Một.\nĐiều 2") && version.text.ends_with("2031."));
        assert_eq!(version.source, "thu.txt");
        let (instrument, _) = read_as("a.txt", "LUẬT\nSố: 3/2031/QH16\nThử\nĐiều 1. Một", Stated::default()).unwrap();
        assert_eq!((instrument.number.as_str(), instrument.title.as_str()), ("3/2031/QH16", "Thử"));
    }

    #[test]
    fn a_text_without_a_head_is_known_by_its_file_or_by_what_is_stated() {
        let (instrument, _) = read_as("55-2031-TT-BTN.txt", "Điều 1. Một\nHai.", Stated::default()).unwrap();
        assert_eq!(instrument.number, "55/2031/TT-BTN");
        let stated = Stated { number: Some("7/2031/nđ-cp"), version: Some("consolidated 2032-01-02") };
        let (instrument, version) = read_as("x.txt", "Điều 1. Một\nHai.", stated).unwrap();
        assert_eq!(instrument.number, "7/2031/NĐ-CP");
        assert_eq!((version.kind, version.from), (VersionKind::Consolidated, Some(date(2032, 1, 2))));
        assert!(read_as("x.txt", "Điều 1. Một", Stated::default()).is_err());
        assert!(read_as("1-2031-QĐ.txt", "Danh sách\nmột", Stated::default()).is_err());
    }
}
