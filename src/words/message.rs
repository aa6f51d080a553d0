//! A message in two languages, and how values take their places in it.
//!
//! A message is a variant of an enum made by [`messages!`](crate::messages): both languages stand beside each other, so that a missing
//! translation does not compile. `{0}`, `{1}` … mark where values go; a test proves that both languages use the same ones. English counts
//! its nouns: `{1} {1:measure|measures}` is "1 measure", "2 measures"; Vietnamese has one form. What is counted so is grouped by three in
//! both languages, as figures are: `1.234 phương án`, `1,234 measures`.

use crate::text::{Lang, number};
use std::fmt::Display;

/// A message of the catalogue.
pub trait Message: Copy + 'static {
    /// All messages of this part of the catalogue.
    const ALL: &'static [Self];
    /// The name of the variant, for tests and for the documentation.
    fn key(self) -> &'static str;
    /// The text in one language, with its places for values.
    fn text(self, lang: Lang) -> &'static str;

    /// The text in both languages with values in their places.
    fn said(self, values: &[&dyn Display]) -> Said {
        Said::by(|lang| self.with(lang, values))
    }

    /// The text in both languages with values that have words of their own in each.
    fn said_by(self, values: impl Fn(Lang) -> Vec<String>) -> Said {
        let with = |lang| {
            let values = values(lang);
            let values: Vec<&dyn Display> = values.iter().map(|value| value as &dyn Display).collect();
            self.with(lang, &values)
        };
        Said::by(with)
    }

    /// The text in one language with values in their places.
    fn with(self, lang: Lang, values: &[&dyn Display]) -> String {
        fill(self.text(lang), self.text(Lang::En), values, lang)
    }
}

/// A finished message in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Said {
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
}

impl Said {
    /// What is said in each language.
    pub fn by<T: Into<String>>(said: impl Fn(Lang) -> T) -> Self {
        Self { vi: said(Lang::Vi).into(), en: said(Lang::En).into() }
    }

    /// The same in both languages: a name, a number, the words of somebody else.
    pub fn same(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { en: text.clone(), vi: text }
    }

    /// The text in one language.
    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

/// Puts values in the places `{0}`, `{1}` … of a template; `{0:one|many}` takes the word that goes with the number. A place without a value
/// stays as it is; values are not scanned again. `english` is the template that tells what is counted.
fn fill(template: &str, english: &str, values: &[&dyn Display], lang: Lang) -> String {
    let mut out = String::with_capacity(template.len() + 16 * values.len());
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        rest = &rest[open + 1..];
        let place =
            rest.split_once('}').and_then(|(place, after)| Some((filled(place, english, values, lang)?, after)));
        match place {
            Some((filled, after)) => {
                out.push_str(&filled);
                rest = after;
            }
            None => out.push('{'),
        }
    }
    out.push_str(rest);
    out
}

/// What goes in a place: the value, or the word that goes with it as a number.
fn filled(place: &str, english: &str, values: &[&dyn Display], lang: Lang) -> Option<String> {
    let (index, words) = place.split_once(':').map_or((place, None), |(index, words)| (index, Some(words)));
    let value = values.get(index.parse::<usize>().ok()?)?.to_string();
    let Some(words) = words else {
        let count = value.parse::<u64>().ok().filter(|_| english.contains(&format!("{{{index}:")));
        return Some(count.map_or(value, |count| number::whole(count.into(), lang)));
    };
    let (one, many) = words.split_once('|')?;
    Some(if value == "1" { one } else { many }.to_owned())
}

/// Declares one part of the catalogue: an enum whose variants carry the text in both languages.
#[macro_export]
macro_rules! messages {
    ($(#[$doc:meta])* $name:ident { $($variant:ident { vi: $vi:literal, en: $en:literal $(,)? })* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs)]
        pub enum $name { $($variant),* }

        impl $crate::words::Message for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),*];
            fn key(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant)),* }
            }
            fn text(self, lang: $crate::text::Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$variant, $crate::text::Lang::Vi) => $vi,
                      (Self::$variant, $crate::text::Lang::En) => $en,)*
                }
            }
        }

        #[cfg(test)]
        mod complete {
            #[test]
            fn both_languages_are_complete() {
                $crate::words::check_complete::<super::$name>();
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(template: &str, values: &[&dyn Display]) -> String {
        super::fill(template, template, values, Lang::En)
    }

    #[test]
    fn what_english_counts_is_grouped_in_both_languages() {
        let english = "{0} {0:row|rows} of {1}";
        let said = |template, lang| super::fill(template, english, &[&12_345, &2025], lang);
        assert_eq!(said("{0} dòng của {1}", Lang::Vi), "12.345 dòng của 2025");
        assert_eq!(said(english, Lang::En), "12,345 rows of 2025");
    }

    #[test]
    fn values_take_their_places() {
        assert_eq!(fill("{1} of {0}", &[&"a", &2]), "2 of a");
        assert_eq!(fill("{2} {x} {", &[&1]), "{2} {x} {");
        assert_eq!(fill("{0}", &[&"{0}"]), "{0}");
    }

    #[test]
    fn english_counts_its_nouns() {
        let counted = "{0} {0:measure|measures}, {1} {1:is|are} late";
        assert_eq!(fill(counted, &[&1, &0]), "1 measure, 0 are late");
        assert_eq!(fill(counted, &[&21, &"1"]), "21 measures, 1 is late");
        assert_eq!(fill("{0:one}{1:a|b}", &[&1]), "{0:one}{1:a|b}");
    }
}
