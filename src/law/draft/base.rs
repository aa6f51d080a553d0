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
        Self { document, facts: facts::read(document) }
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
            (Some(number), Some(name)) if is_law(number) => format!("{} số {number}", sentence_case(name)),
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

/// `Luật AN TOÀN THỰC PHẨM` → `Luật An toàn thực phẩm`; a name that is not all capitals stays.
fn sentence_case(name: &str) -> String {
    let Some((kind, rest)) = name.split_once(' ') else { return name.to_owned() };
    if rest.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    // What stands in parentheses is an acronym: "(HIV/AIDS)".
    let acronym = |word: &str| word.starts_with('(') && word.ends_with(')');
    let words = rest.split(' ').map(|word| if acronym(word) { word.to_owned() } else { word.to_lowercase() });
    let lower = words.collect::<Vec<_>>().join(" ");
    let mut chars = lower.chars();
    let first: String = chars.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{kind} {first}{}", chars.as_str())
}
