//! Instruments (văn bản): what procedures rest on and what measures must change.

use super::Kind;
use super::noun::{Description, NAME, Noun, PROVENANCE, SOURCE, choice, day, rests_on, text, word};
use super::valid::Checks;
use super::{InstrumentKind, Provenance, Valid, Way, Wrong};
use crate::text::{Lang, date, fold};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// An instrument, known at least by its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Number and symbol in normal form, for example `63/2010/NĐ-CP`; see [`normal_number`].
    pub number: String,
    /// Title without kind and number.
    #[serde(default)]
    pub title: String,
    /// Issuing body as named by the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// Date of issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<Date>,
    /// Date of effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective: Option<Date>,
    /// Date from which it no longer applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expired: Option<Date>,
    /// How sure the facts are.
    pub provenance: Provenance,
    /// Where they come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

impl Noun for Instrument {
    const DESCRIPTION: &'static Description = &Description {
        name: "instrument",
        word: word("văn bản", "instrument"),
        keys: 1,
        alike: None,
        fields: &[
            text("number", "số, ký hiệu", "number"),
            text("title", "nội dung", "title"),
            text("issuer", "cơ quan ban hành", "issuer").or_none(),
            day("issued", "ngày ban hành", "issued").or_none(),
            day("effective", "ngày có hiệu lực", "effective").or_none(),
            day("expired", "ngày hết hiệu lực", "expired").or_none(),
            PROVENANCE,
            SOURCE.or_empty(),
        ],
        parts: &[],
    };
}

impl Instrument {
    /// How a document cites it the first time (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6): a law by its name and number (`Luật Cư
    /// trú số 68/2020/QH14`), everything else by kind, number, day, issuer and title, as far as these are known.
    pub fn citation(&self) -> String {
        let title = self.title.trim();
        if ["Luật ", "Bộ luật ", "Pháp lệnh "].iter().any(|kind| title.starts_with(kind))
            && full_name(&self.number) != self.number
        {
            return format!("{title} số {}", self.number);
        }
        let mut cited = full_name(&self.number);
        if let Some(day) = self.issued {
            cited += &format!(" ngày {}", date::short(day, Lang::Vi));
        }
        if let Some(issuer) = &self.issuer {
            let minister = self.number.contains("/TT-") && issuer.starts_with("Bộ ");
            cited += if minister { " của Bộ trưởng " } else { " của " };
            cited += issuer;
        }
        // Where nobody knows a title, kind and number stand for it: they are said once.
        let known = fold(&self.number);
        let mut letters = title.chars().filter(|_| !fold(title).contains(&known));
        if let Some(first) = letters.next() {
            cited.extend([' '].into_iter().chain(first.to_lowercase()).chain(letters));
        }
        cited
    }
}

/// Its days follow each other: issued, effective, expired.
impl Valid for Instrument {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.given(Way::to("number"), &self.number);
        checks.order(Way::to("effective"), self.effective, "issued", self.issued);
        let begun = if self.effective.is_some() { ("effective", self.effective) } else { ("issued", self.issued) };
        checks.order(Way::to("expired"), self.expired, begun.0, begun.1);
        checks.done()
    }
}

crate::words::named! {
    /// What a version of an instrument is.
    VersionKind {
        /// Văn bản gốc: as issued.
        Original = "original" { vi: "văn bản gốc", en: "as issued" },
        /// Văn bản hợp nhất: as later instruments left it.
        Consolidated = "consolidated" { vi: "hợp nhất", en: "consolidated" },
        /// Dự thảo: as somebody would have it.
        Proposed = "proposed" { vi: "dự thảo", en: "draft" },
    }
}

/// The text of an instrument as it reads from a day on. Its tree is computed from the text and never stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstrumentVersion {
    /// Number of the instrument in normal form.
    pub instrument: String,
    /// Name of the version, one of a kind in its instrument: `original`, `consolidated 2024-07-01`.
    pub name: String,
    /// What it is.
    pub kind: VersionKind,
    /// The day from which it applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// The text, cleaned, its lines as they are read.
    pub text: String,
}

impl Noun for InstrumentVersion {
    const DESCRIPTION: &'static Description = &Description {
        name: "instrument_version",
        word: word("bản của văn bản", "version of an instrument"),
        keys: 2,
        alike: None,
        fields: &[
            rests_on(Kind::Instrument, "instrument", "văn bản", "instrument"),
            NAME,
            choice::<VersionKind>("kind", "version_kind", "loại", "kind"),
            day("from", "từ ngày", "from").or_none(),
            SOURCE.or_empty(),
            text("text", "toàn văn", "text").long(),
        ],
        parts: &[],
    };
}

impl Valid for InstrumentVersion {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.given(Way::to("name"), &self.name);
        checks.done()
    }
}

impl InstrumentVersion {
    /// What a version is by its name, and the day from which it applies where the name ends with one: `original`, `proposed …`, and
    /// everything else consolidated.
    pub fn of_name(name: &str) -> (VersionKind, Option<Date>) {
        let begins = |kind: VersionKind| name.split(' ').next() == Some(kind.name());
        let kind = [VersionKind::Original, VersionKind::Proposed].into_iter().find(|kind| begins(*kind));
        (kind.unwrap_or(VersionKind::Consolidated), name.rsplit(' ').next().and_then(date::parse))
    }

    /// What people call a version: `văn bản gốc`, `hợp nhất 01/7/2024`.
    pub fn called(name: &str, lang: Lang) -> String {
        let word = |part: &str| match VersionKind::parse(part) {
            Some(kind) => kind.word(lang).to_owned(),
            None => part.parse().map_or_else(|_| part.to_owned(), |day| date::short(day, lang)),
        };
        name.split(' ').map(word).collect::<Vec<_>>().join(" ")
    }
}

/// The normal form of an instrument number: cleaned, no blanks, capitals, `Đ` for every look-alike. Two spellings of one number have one normal form.
pub fn normal_number(text: &str) -> String {
    let cleaned = crate::text::clean_line(text);
    cleaned.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).map(latin).collect()
}

/// The number of an instrument as another noun cites it: in its normal form where the text is one number and nothing else, so that all
/// that cites it finds it; else as it stands, cleaned, for it may be prose (`Công văn 12/BTP ngày 1/2`).
pub fn cited_number(text: &str) -> String {
    let cleaned = crate::text::clean_line(text);
    let joint = |c: char| matches!(c, '/' | '-' | '–' | '—' | '‐' | '‑' | '−');
    let words: Vec<&str> = cleaned.split_whitespace().collect();
    let one = words.windows(2).all(|pair| pair[0].ends_with(joint) || pair[1].starts_with(joint));
    let number = normal_number(&cleaned);
    if !(one && is_number(&number) && number.starts_with(|c: char| c.is_ascii_digit())) {
        return cleaned;
    }
    // These are no instruments that anybody looks up by capitals: they keep their symbols as they are printed (Nghị định 30/2020/NĐ-CP, Phụ lục III).
    let Some((head, symbol)) = number.split_once('/') else { return number };
    let (kind, body) = symbol.split_once('-').map_or((symbol, ""), |(kind, body)| (kind, body));
    let kind = match kind {
        "TTR" => "TTr",
        "CTR" => "CTr",
        "QYĐ" => "QyĐ",
        "CĐ" if body == "TTG" => return format!("{head}/CĐ-TTg"),
        _ => return number,
    };
    if body.is_empty() { format!("{head}/{kind}") } else { format!("{head}/{kind}-{body}") }
}

/// A number as it is printed: the symbol of the Prime Minister is `TTg`, which the normal form writes in capitals.
pub fn printed_number(number: &str) -> Cow<'_, str> {
    match number.strip_suffix("-TTG") {
        Some(head) => Cow::Owned(format!("{head}-TTg")),
        None => Cow::Borrowed(number),
    }
}

/// Whether a text can be the number of an instrument: it has a digit and a part behind a stroke (`63/2010/NĐ-CP`, `24/2024`).
pub fn is_number(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit()) && text.contains('/')
}

/// How an instrument is cited in Vietnamese by its number: `Nghị định số 63/2010/NĐ-CP` (Nghị định 78/2025/NĐ-CP, Điều 69). The
/// kind follows from the symbol; a number with an unknown symbol stays alone.
pub fn full_name(number: &str) -> String {
    // A consolidated text and an order to promulgate are not cited by their own numbers.
    let cited = |kind: &InstrumentKind| !matches!(kind, InstrumentKind::Consolidated | InstrumentKind::Order);
    let kind = InstrumentKind::of_number(number).filter(cited);
    let printed = printed_number(number);
    kind.map_or_else(|| printed.to_string(), |kind| format!("{} số {printed}", kind.word(Lang::Vi)))
}

/// Cyrillic and other letters that look like Latin ones, as they occur in scanned numbers.
fn latin(c: char) -> char {
    match c {
        'С' => 'C',
        'Р' => 'P',
        'А' => 'A',
        'В' => 'B',
        'Т' => 'T',
        'О' => 'O',
        'Н' => 'H',
        'К' => 'K',
        'М' => 'M',
        'Х' => 'X',
        '–' | '—' | '‐' | '‑' | '−' => '-',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::{InstrumentVersion, VersionKind, cited_number, full_name, is_number, normal_number};
    use jiff::civil::date;

    #[test]
    fn an_instrument_is_cited_by_kind_and_number() {
        for (number, name) in [
            ("63/2010/NĐ-CP", "Nghị định số 63/2010/NĐ-CP"),
            ("60/2014/QH13", "Luật số 60/2014/QH13"),
            ("01/2012/UBTVQH13", "Pháp lệnh số 01/2012/UBTVQH13"),
            ("10/2015/TTLT-BTP-BNG", "Thông tư liên tịch số 10/2015/TTLT-BTP-BNG"),
            ("55/2021/TT-BCA", "Thông tư số 55/2021/TT-BCA"),
            ("24/2024", "24/2024"),
        ] {
            assert_eq!(full_name(number), name);
            assert!(is_number(number));
        }
        assert!(!is_number("Luật Hộ tịch") && !is_number("123"));
    }

    #[test]
    fn the_name_of_a_version_tells_what_it_is() {
        for (name, kind, from) in [
            ("original", VersionKind::Original, None),
            ("consolidated 2024-07-01", VersionKind::Consolidated, Some(date(2024, 7, 1))),
            ("hợp nhất 1/7/2024", VersionKind::Consolidated, Some(date(2024, 7, 1))),
            ("proposed", VersionKind::Proposed, None),
        ] {
            assert_eq!(InstrumentVersion::of_name(name), (kind, from), "{name}");
        }
    }

    #[test]
    fn what_is_cited_is_normal_where_it_is_a_number_alone() {
        for (text, cited) in [
            (" 32 /2026/tt- nhnn", "32/2026/TT-NHNN"),
            ("68/2020/nq–cp", "68/2020/NQ-CP"),
            ("24/2024", "24/2024"),
            ("Công văn 12/BTP ngày 1/2", "Công văn 12/BTP ngày 1/2"),
            ("12/2024/NĐ-CP ngày 1/2/2024", "12/2024/NĐ-CP ngày 1/2/2024"),
            ("Luật Hộ tịch", "Luật Hộ tịch"),
            ("", ""),
        ] {
            assert_eq!(cited_number(text), cited);
        }
    }

    #[test]
    fn spellings_of_one_number_agree() {
        assert_eq!(cited_number("201/CĐ-TTg"), "201/CĐ-TTg");
        for (text, cited) in
            [("15/ttr-btp", "15/TTr-BTP"), ("7 / CTr-UBND", "7/CTr-UBND"), ("12/QYĐ-X", "12/QyĐ-X"), ("3/ttr", "3/TTr")]
        {
            assert_eq!(cited_number(text), cited);
        }
        assert_eq!(normal_number(" 32 /2026/TT- NHNN"), "32/2026/TT-NHNN");
        assert_eq!(normal_number("63/2010/nđ-cp"), "63/2010/NĐ-CP");
        assert_eq!(normal_number("63/2010/NÐ–СP"), "63/2010/NĐ-CP");
    }
}
