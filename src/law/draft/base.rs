//! What a draft is made of: the head that the amending instrument is to have, and the instruments that it amends.

use crate::law::Document;
use crate::law::amend::facts::{self, Facts};
use crate::law::amend::in_sentence;
use crate::model::instrument::full_name;
use crate::model::{Instrument, InstrumentKind};
use crate::text::{Lang, date::in_document};
use jiff::civil::Date;

/// What the amending instrument says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// Its number, if it has one yet.
    pub number: Option<String>,
    /// Where it is issued.
    pub place: Option<String>,
    /// When it is issued.
    pub issued: Option<Date>,
    /// When it takes effect.
    pub effective: Option<Date>,
    /// Whether a local body issues it.
    pub local: bool,
    /// Whether it is made under the shortened procedure (thủ tục rút gọn), for which no time before effect is set.
    pub shortened: bool,
}

/// An instrument that is amended.
#[derive(Debug, Clone)]
pub struct Base<'d> {
    /// Its text in force.
    pub document: &'d Document,
    /// What its head says.
    pub facts: Facts,
}

impl<'d> Base<'d> {
    /// An instrument by its text.
    pub fn new(document: &'d Document) -> Self {
        let mut facts = facts::read(document);
        facts.title = recased(&facts.title, document);
        if let Some((kind, rest)) = facts.named.name.as_deref().and_then(|name| name.split_once(' ')) {
            facts.named.name = Some(format!("{kind} {}", recased(rest, document)));
        }
        Self { document, facts }
    }

    /// An instrument of the catalogue by a version of its text: a consolidated text carries another number and kind in its head, or none.
    pub fn known(document: &'d Document, instrument: &Instrument) -> Self {
        let mut base = Self::new(document);
        let facts = &mut base.facts;
        let kind = InstrumentKind::of_number(&instrument.number);
        facts.kind = kind.map(|kind| kind.word(Lang::Vi)).or(facts.kind);
        facts.named.number = Some(instrument.number.clone());
        facts.issuer = facts.issuer.take().or_else(|| instrument.issuer.clone());
        // Of a consolidated text, date and title are its own.
        facts.issued = instrument.issued.or(facts.issued);
        if !instrument.title.is_empty() {
            facts.title.clone_from(&instrument.title);
        }
        if facts.named.name.is_none() && kind == Some(InstrumentKind::Law) && !instrument.title.is_empty() {
            facts.named.name = Some(format!("{} {}", InstrumentKind::Law.word(Lang::Vi), instrument.title));
        }
        base
    }

    /// How it is cited after the first time: kind and number; a Luật by its name.
    pub fn citation(&self) -> String {
        match (&self.facts.named.number, &self.facts.named.name) {
            (Some(number), Some(name)) if is_law(number) => format!("{name} số {number}"),
            (Some(number), _) => full_name(number),
            (None, Some(name)) => name.clone(),
            (None, None) => self.kind().to_owned(),
        }
    }

    /// How it is cited the first time: kind, number, date, who issued it and its title; a Luật by its name.
    pub fn first_citation(&self) -> String {
        let Facts { named, issued, enactor, issuer, title, .. } = &self.facts;
        let mut cited = self.citation();
        if named.number.as_deref().is_none_or(is_law) {
            return cited;
        }
        if let Some(issued) = issued {
            cited.push_str(&format!(" {}", in_document(*issued, Lang::Vi)));
        }
        if let Some(who) = enactor.as_ref().or(issuer.as_ref()) {
            cited.push_str(&format!(" của {who}"));
        }
        // The catalogue puts a number where it does not know the title.
        if !title.is_empty() && named.number.as_ref().is_none_or(|number| !title.contains(number.as_str())) {
            cited.push_str(&format!(" {}", in_sentence(title)));
        }
        cited
    }

    /// Its kind, as the amending instrument will be of the same.
    pub fn kind(&self) -> &'static str {
        self.facts.kind.unwrap_or("Văn bản")
    }
}

/// Whether a number is one of the National Assembly, whose laws are cited by name.
fn is_law(number: &str) -> bool {
    number.rsplit('/').next().is_some_and(|symbol| symbol.starts_with("QH"))
}

/// A title in capitals with small letters, names as the text of the instrument writes them: `NGÂN HÀNG NHÀ NƯỚC` → `Ngân hàng Nhà nước`. One that is not all
/// capitals stays.
fn recased(title: &str, document: &Document) -> String {
    if title.chars().any(char::is_lowercase) {
        return title.to_owned();
    }
    let text = document.text();
    let written: Vec<Written<'_>> = text.lines().flat_map(written).collect();
    let words: Vec<&str> = title.split(' ').collect();
    let mut out: Vec<String> = Vec::new();
    while let Some(rest) = words.get(out.len()..).filter(|rest| !rest.is_empty()) {
        match as_written(rest, &written) {
            Some(found) => out.extend(found),
            // What stands in parentheses is an acronym: "(HIV/AIDS)".
            None => {
                out.extend(rest.first().map(|w| if w.starts_with('(') { (*w).to_owned() } else { w.to_lowercase() }))
            }
        }
    }
    let joined = out.join(" ");
    let mut chars = joined.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A word of the text without the punctuation at its ends, small, and whether a sentence begins with it.
struct Written<'t> {
    word: &'t str,
    small: String,
    begins: bool,
}

/// The words of a line; of one in capitals none, which says nothing of names.
fn written(line: &str) -> Vec<Written<'_>> {
    if !line.chars().any(char::is_lowercase) {
        return Vec::new();
    }
    let mut begins = true;
    let word = |piece| {
        let bare: &str = bare(piece);
        let here = std::mem::replace(&mut begins, piece.ends_with(['.', ')', ':', '“']) || piece.starts_with('“'));
        Written { word: bare, small: bare.to_lowercase(), begins: here || piece.starts_with(['“', '"', '(']) }
    };
    line.split_whitespace().map(word).collect()
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// The first words of a title as the text writes them within its sentences: the longest run of two or more, or one word that it writes in one way only.
fn as_written(title: &[&str], text: &[Written<'_>]) -> Option<Vec<String>> {
    let small: Vec<String> = title.iter().map(|word| bare(word).to_lowercase()).collect();
    let mut found: Option<&[Written<'_>]> = None;
    for at in 0..text.len() {
        let rest = text.get(at..).unwrap_or_default();
        // A capital at the beginning of a sentence says nothing.
        let begins = rest.first().is_none_or(|word| word.begins && word.word.starts_with(char::is_uppercase));
        let mut pairs = rest.iter().zip(&small).enumerate();
        let length =
            pairs.position(|(n, (a, b))| a.small != **b || (n > 0 && a.begins)).unwrap_or(rest.len().min(small.len()));
        if !begins && length > found.map_or(0, <[_]>::len) {
            found = rest.get(..length);
        }
    }
    let found = found?;
    let cased = |(word, written): (&&str, &Written<'_>)| word.replacen(bare(word), written.word, 1);
    Some(title.iter().zip(found).map(cased).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_in_capitals_keeps_its_names() {
        let text = "THÔNG TƯ\nQUY ĐỊNH VỀ VAY CỦA NGÂN HÀNG NHÀ NƯỚC VIỆT NAM, PHÒNG (HIV/AIDS)\nĐiều 1. Phạm vi\n\
            Thông tư này quy định về việc vay vốn của Ngân hàng Nhà nước Việt Nam. Phòng giao dịch là nơi phòng bệnh.\n";
        let title = "QUY ĐỊNH VỀ VAY CỦA NGÂN HÀNG NHÀ NƯỚC VIỆT NAM, PHÒNG (HIV/AIDS)";
        assert_eq!(
            recased(title, &Document::read(text)),
            "Quy định về vay của Ngân hàng Nhà nước Việt Nam, phòng (HIV/AIDS)"
        );
        assert_eq!(recased("Quy định về LÒ", &Document::read(text)), "Quy định về LÒ");
    }
}
