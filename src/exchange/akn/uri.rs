//! The addresses of instruments by the naming convention of Akoma Ntoso (OASIS akn-nc 1.0, section 4): country, kind, issuing body, year, number.

use super::Act;
use crate::law::amend::Named;
use crate::law::name::register;
use crate::model::InstrumentKind;
use crate::text::{Lang, fold};
use jiff::civil::Date;

/// The address of an instrument: `/akn/vn/act/decree/2026/12`, `/akn/vn/act/circular/nhnn/2016/39`. The body stands in it where more than one issues
/// instruments of the kind; a kind that neither the number nor the register of laws tells is left out, as the convention allows.
pub fn work(number: &str, kind: Option<InstrumentKind>, issued: Option<Date>) -> String {
    let mut parts = number.split('/');
    let (first, second, third) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let is_year = |text: &&str| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    let (year, symbol) = match (second.filter(is_year), third) {
        (Some(year), Some(symbol)) => (Some(year.to_owned()), symbol),
        _ => (issued.map(|day| day.year().to_string()), number.split_once('/').map_or("", |(_, symbol)| symbol)),
    };
    let kind = InstrumentKind::of_number(number).or(kind).or_else(|| of_register(number));
    let body = symbol.split_once('-').map_or(symbol, |(_, body)| body);
    let body =
        Some(slug(body)).filter(|body| !(body.is_empty() || kind == Some(InstrumentKind::Decree) && body == "cp"));
    let kind = kind.map(|kind| kind.name().replace('_', "-"));
    let steps = [Some("/akn/vn/act".to_owned()), kind, body, year, Some(slug(first))];
    steps.into_iter().flatten().collect::<Vec<_>>().join("/")
}

/// The kind of a law, code or ordinance that the register holds under a number.
fn of_register(number: &str) -> Option<InstrumentKind> {
    let word = register::kind_of(number)?;
    InstrumentKind::ALL.iter().copied().find(|kind| kind.word(Lang::Vi) == word)
}

/// The address of an instrument that another one names; of one that is named without a number, kind and name.
pub(super) fn named(named: &Named) -> Option<String> {
    if let Some(number) = &named.number {
        let kind = named.name.as_deref().and_then(kind_of_name);
        return Some(work(number, kind, None));
    }
    let name = named.name.as_deref()?;
    let kind = kind_of_name(name)?;
    let rest = name.get(kind.word(Lang::Vi).len()..)?;
    Some(format!("/akn/vn/act/{}/{}", kind.name().replace('_', "-"), slug(rest)))
}

/// The kind with which a name begins: `Luật Dược`.
fn kind_of_name(name: &str) -> Option<InstrumentKind> {
    InstrumentKind::ALL.iter().copied().find(|kind| name.starts_with(kind.word(Lang::Vi)))
}

/// The address of the text as of a day, in Vietnamese.
pub(super) fn expression(work: &str, day: Date) -> String {
    format!("{work}/vie@{day}")
}

/// The word of the kind, as the name of the document.
pub(super) fn kind_name(act: &Act<'_>) -> String {
    let kind = act.header.kind.as_ref().map(|kind| kind.value).or_else(|| InstrumentKind::of_number(act.number));
    kind.map_or_else(|| "act".to_owned(), |kind| slug(kind.word(Lang::Vi)))
}

/// Letters and digits without marks, in small letters, words joined by `-`.
pub(super) fn slug(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
