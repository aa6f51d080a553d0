//! Law texts as they are saved from the web: what instrument a file holds, and its cleaned text.

use super::input::{self, Kind};
use super::legal_text::{Encoding, Remark};
use crate::law::consolidate::published;
use crate::law::{Document, Header, Located, Outline};
use crate::model::instrument::{is_number, normal_number};
use crate::model::{Instrument, InstrumentVersion, Level, Provenance, VersionKind};
use crate::text::{clean_line, fold};
use crate::words::exchange::ExchangeMessage as M;
use crate::words::taken::TakenWord;
use crate::words::{Fault, Message, Result};
use std::collections::BTreeSet;
use std::path::Path;

/// The endings of files that may hold the text of a law.
pub const ENDINGS: &[&str] = &["txt", "md", "html", "htm", "docx", "doc", "pdf"];

/// What a user says about a file that the file may not say itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stated<'a> {
    /// The number of the instrument whose text it is.
    pub number: Option<&'a str>,
    /// The name of the version, see [`InstrumentVersion::of_name`].
    pub version: Option<&'a str>,
    /// Whether this holds although the file says otherwise.
    pub force: bool,
    /// In which encoding of before Unicode its letters are.
    pub encoding: Option<Encoding>,
}

/// The text of an instrument, read from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawText {
    /// What it says of its instrument.
    pub instrument: Instrument,
    /// The text, as a version of it.
    pub version: InstrumentVersion,
    /// What a person should know of how the file was read.
    pub remarks: Vec<Remark>,
}

/// Reads the text of an instrument from the bytes of a file; the path gives its source, and its number where the text has none
/// (`123-2015-NĐ-CP.txt`). `ending` says what the file is, where its content does not.
///
/// # Errors
/// Bad input: no letters that can be read, no Điều, no number, or another number than the one stated.
pub fn read(path: &Path, ending: Option<&str>, bytes: &[u8], stated: Stated<'_>) -> Result<LawText> {
    let read = super::legal_text::from_bytes_as(bytes, ending, stated.encoding)?;
    let text = tidy(&read.text);
    let outline = Outline::read(&text);
    if outline.count(Level::Article) == 0 {
        return Err(Fault::input(M::NoLaw.said(&[])).hint(M::NoLawHint.said(&[])));
    }
    let mut header = Header::read(&outline);
    header.fill(&read.front);
    let value = |found: Option<&Located<String>>| found.map(|f| f.value.clone());
    let published = published::head(&Document::from_outline(&outline));
    let own = match &published {
        Some(published) => published.base.clone(),
        None => value(header.number.as_ref()).map(|number| normal_number(&number)).filter(|number| is_number(number)),
    };
    if let (Some(own), Some(stated)) = (own, stated.number.filter(|_| !stated.force))
        && own != normal_number(stated)
    {
        let fault = Fault::input(TakenWord::OtherNumber.said(&[&own, &normal_number(stated)]));
        return Err(fault.hint(TakenWord::OtherNumberHint.said(&[])));
    }
    let number = match (stated.number, &published) {
        (Some(number), _) => Some(normal_number(number)),
        // A published consolidation has a number of its own, which is not that of the instrument whose text it is.
        (None, Some(published)) => Some(
            published
                .base
                .clone()
                .ok_or_else(|| Fault::input(M::BaseUnsaid.said(&[])).hint(M::BaseUnsaidHint.said(&[])))?,
        ),
        (None, None) => value(header.number.as_ref()).or_else(|| number_of_name(path)),
    };
    let number = number
        .filter(|n| is_number(n))
        .ok_or_else(|| Fault::input(M::NoInstrumentNumber.said(&[])).hint(M::NoInstrumentNumberHint.said(&[])))?;
    let source = path.file_name().map(|name| clean_line(&name.to_string_lossy())).unwrap_or_default();
    let (name, (kind, from)) = match (stated.version.map(clean_line), &published) {
        (Some(name), _) => (name.clone(), InstrumentVersion::of_name(&name)),
        (None, Some(published)) => {
            let kind = VersionKind::Consolidated;
            let day = published.from.map(|day| format!(" {day}")).unwrap_or_default();
            (format!("{}{day}", kind.name()), (kind, published.from))
        }
        (None, None) => (VersionKind::Original.name().to_owned(), (VersionKind::Original, None)),
    };
    // What a later version says of its head is the head of the instrument all the same, but not its first day.
    let effective = header.effective.as_ref().map(|d| d.value).filter(|_| kind == VersionKind::Original);
    let instrument = Instrument {
        number: number.clone(),
        title: value(header.title.as_ref()).unwrap_or_default(),
        issuer: value(header.issuer.as_ref()),
        // A published consolidation is dated by itself.
        issued: header.issued.as_ref().map(|d| d.value).filter(|_| published.is_none()),
        effective,
        expired: None,
        provenance: Provenance::Official,
        source: source.clone(),
    };
    let version = InstrumentVersion { instrument: number, name, kind, from: from.or(effective), source, text };
    Ok(LawText { instrument, version, remarks: read.remarks })
}

/// The title that the text of an instrument gives itself.
pub fn title_of(text: &str) -> Option<String> {
    Header::read(&Outline::read(text)).title.map(|found| found.value).filter(|title| !title.is_empty())
}

/// Whether two titles can be those of one instrument: half of the words of the shorter are among those of the other.
pub fn same_title(one: &str, other: &str) -> bool {
    let words = |title: &str| fold(title).split_whitespace().map(str::to_owned).collect::<BTreeSet<_>>();
    let (one, other) = (words(one), words(other));
    2 * one.intersection(&other).count() >= one.len().min(other.len())
}

/// Whether the bytes of a file are the text of an instrument: it has at least one Điều.
pub fn is_law_file(bytes: &[u8]) -> bool {
    let reads = |text: &str| Outline::read(text).count(Level::Article) > 0;
    // `Điều` as Unicode, TCVN3, VNI and Windows-1258 have it, in UTF-8 or in their own bytes; documents say it within.
    let words: [&[u8]; 7] =
        ["iều".as_bytes(), "iÒu".as_bytes(), b"i\xD2u", "ieàu".as_bytes(), b"ie\xE0u", b"i\xEA\xCCu", "iá»".as_bytes()];
    let may = input::kind(bytes) == Kind::Pdf || words.iter().any(|word| memchr::memmem::find(bytes, word).is_some());
    may && super::legal_text::from_bytes(bytes, None).is_ok_and(|read| reads(&read.text))
}

/// The text without blanks at the ends of lines and of the whole.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
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
        read(Path::new(name), Some("txt"), text.as_bytes(), stated).map(|law| (law.instrument, law.version))
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
    fn a_published_consolidation_is_a_version_of_its_base() {
        let list = "Thông tư số 12/2031/TT-BTN ngày 05 tháng 3 năm 2031 có hiệu lực kể từ ngày 20 tháng 4 năm 2031, được sửa đổi, bổ sung bởi:\n\
                    Thông tư số 3/2032/TT-BTN, có hiệu lực kể từ ngày 01 tháng 7 năm 2032.\n";
        let text = TEXT
            .replace("12 /2031/TT- BTN", "5/VBHN-BTN")
            .replace("Căn cứ Luật Thử;", &format!("{list}Căn cứ Luật Thử;"));
        let (instrument, version) = read_as("vbhn.txt", &text, Stated::default()).unwrap();
        assert_eq!(
            (instrument.number.as_str(), instrument.issued, instrument.effective),
            ("12/2031/TT-BTN", None, None)
        );
        assert_eq!((version.kind, version.name.as_str()), (VersionKind::Consolidated, "consolidated 2032-07-01"));
        assert_eq!(version.from, Some(date(2032, 7, 1)));
        let unsaid = TEXT.replace("12 /2031/TT- BTN", "5/VBHN-BTN");
        assert!(read_as("5-2031-VBHN-BTN.txt", &unsaid, Stated::default()).is_err());
        let stated = Stated { number: Some("12/2031/TT-BTN"), ..Stated::default() };
        let (_, version) = read_as("vbhn.txt", &unsaid, stated).unwrap();
        assert_eq!((version.instrument.as_str(), version.name.as_str()), ("12/2031/TT-BTN", "consolidated"));
    }

    #[test]
    fn another_number_than_the_one_stated_is_refused_unless_it_is_insisted_on() {
        let stated = |force| Stated { number: Some("68/2020/QH14"), force, ..Stated::default() };
        let fault = read_as("a.txt", TEXT, stated(false)).unwrap_err();
        let message = fault.message(crate::text::Lang::En);
        assert!(message.contains("12/2031/TT-BTN") && message.contains("68/2020/QH14"), "{message}");
        assert_eq!(read_as("a.txt", TEXT, stated(true)).unwrap().0.number, "68/2020/QH14");
        let spelled = Stated { number: Some("12/2031/tt-btn"), ..Stated::default() };
        assert_eq!(read_as("a.txt", TEXT, spelled).unwrap().0.number, "12/2031/TT-BTN");
    }

    #[test]
    fn titles_are_told_apart_by_their_words() {
        assert!(same_title("Quy định về hộ tịch", "QUY ĐỊNH VỀ HỘ TỊCH (hợp nhất)"));
        assert!(!same_title("Luật Cư trú", "Quy định mức thu phí sát hạch lái xe"));
    }

    #[test]
    fn a_text_without_a_head_is_known_by_its_file_or_by_what_is_stated() {
        let (instrument, _) = read_as("55-2031-TT-BTN.txt", "Điều 1. Một\nHai.", Stated::default()).unwrap();
        assert_eq!(instrument.number, "55/2031/TT-BTN");
        let stated =
            Stated { number: Some("7/2031/nđ-cp"), version: Some("consolidated 2032-01-02"), ..Stated::default() };
        let (instrument, version) = read_as("x.txt", "Điều 1. Một\nHai.", stated).unwrap();
        assert_eq!(instrument.number, "7/2031/NĐ-CP");
        assert_eq!((version.kind, version.from), (VersionKind::Consolidated, Some(date(2032, 1, 2))));
        assert!(read_as("x.txt", "Điều 1. Một", Stated::default()).is_err());
        assert!(read_as("1-2031-QĐ.txt", "Danh sách\nmột", Stated::default()).is_err());
    }
}
