//! Which number an instrument has that is cited by its name: `Luật Hộ tịch`. The list comes from the catalogue.

use crate::law::name::mention::Mention;
use crate::model::InstrumentKind;
use crate::model::instrument::{full_name, normal_number};
use crate::text::fold;
use std::collections::HashMap;

/// Titles of instruments and the numbers that bear them.
#[derive(Debug, Clone, Default)]
pub struct Titles {
    numbers: HashMap<String, Vec<String>>,
}

/// What a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bearer {
    /// One instrument, by its number in normal form.
    Number(String),
    /// Several bear the name; the numbers in order.
    Ambiguous(Vec<String>),
    /// None in the list bears it.
    Unknown,
}

impl Titles {
    /// From numbers and titles; the kind may stand in front of a title or not.
    pub fn new<'a>(list: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut numbers: HashMap<String, Vec<String>> = HashMap::new();
        for (number, title) in list {
            let title = words(title);
            let bare = InstrumentKind::words().find_map(|kind| title.strip_prefix(&words(kind))?.strip_prefix(' '));
            let key = bare.unwrap_or(&title).to_owned();
            let number = normal_number(number);
            let bearers = numbers.entry(key).or_default();
            if !bearers.contains(&number) {
                bearers.push(number);
                bearers.sort();
            }
        }
        Self { numbers }
    }

    /// The instrument that a text names. Titles are compared without marks and capitals. The year behind the name or the date of issue decide
    /// between several that bear it; else it stays ambiguous.
    pub fn find(&self, mention: &Mention, year: Option<i16>) -> Bearer {
        if let Some(number) = &mention.number {
            return Bearer::Number(number.clone());
        }
        let Some(name) = &mention.name else { return Bearer::Unknown };
        let year = year.or_else(|| mention.issued.map(jiff::civil::Date::year));
        let words = words(name);
        let mut name = words.as_str();
        loop {
            if let Some(numbers) = self.numbers.get(name) {
                return choose(numbers, mention.kind, year);
            }
            // The sentence may go on behind the name: only words that cannot be part of one are left out.
            let Some(cut) = cut(name) else { return Bearer::Unknown };
            name = cut;
        }
    }
}

impl Titles {
    /// Whether a text may name one of these, by title or number: a quick look at its [`words`], no answer.
    pub fn may_stand_in(&self, words_of_text: &str) -> bool {
        let number = |number: &String| words_of_text.contains(&words(number));
        self.numbers.iter().any(|(title, numbers)| words_of_text.contains(title) || numbers.iter().any(number))
    }
}

/// The words of a title, or a text: folded, without punctuation, one blank between them.
pub fn words(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    words.join(" ")
}

/// The name up to the last word that goes on with the sentence.
fn cut(name: &str) -> Option<&str> {
    const WORDS: &[&str] = &[
        "va", "duoc", "co", "theo", "tai", "quy", "hoac", "trong", "ngay", "nam", "da", "thi", "de", "cho", "ve", "do",
        "khi", "phai", "la", "voi", "khong", "sua", "hien", "nay", "tru", "so", "sau", "neu", "cac", "cua", "chi",
        "dong", "nhung", "ma", "gom", "bao",
    ];
    name.rmatch_indices(' ').map(|(at, _)| name.split_at(at)).find_map(|(before, after)| {
        let next = after.trim_start().split(' ').next().unwrap_or_default();
        WORDS.contains(&next).then_some(before)
    })
}

/// The one among the bearers of a name that has the kind and the year.
fn choose(numbers: &[String], kind: &str, year: Option<i16>) -> Bearer {
    let laws = ["Luật", "Bộ luật"];
    let fits = |number: &&String| {
        let known = full_name(number);
        let own = InstrumentKind::words().find(|kind| known.starts_with(kind));
        let same = own.is_none_or(|own| own == kind || (laws.contains(&own) && laws.contains(&kind)));
        let when = year.is_none_or(|y| number.split('/').nth(1).is_none_or(|part| part == y.to_string()));
        same && when
    };
    let left: Vec<String> = numbers.iter().filter(fits).cloned().collect();
    match left.as_slice() {
        [] => Bearer::Unknown,
        [one] => Bearer::Number(one.clone()),
        _ => Bearer::Ambiguous(left),
    }
}
