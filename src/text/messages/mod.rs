//! Everything the program says, in Vietnamese and English: one catalogue, one file a room.
//!
//! A message is a variant of an enum made by [`messages!`](crate::messages): both languages stand beside each other, so that a missing
//! translation does not compile. `{0}`, `{1}` … mark where values go; a test proves that both languages use the same ones.

use super::Lang;
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
        Said { vi: fill(self.text(Lang::Vi), values), en: fill(self.text(Lang::En), values) }
    }

    /// The text in both languages with values that have words of their own in each.
    fn said_by(self, values: impl Fn(Lang) -> Vec<String>) -> Said {
        let with = |lang| {
            let values = values(lang);
            let values: Vec<&dyn Display> = values.iter().map(|value| value as &dyn Display).collect();
            self.with(lang, &values)
        };
        Said { vi: with(Lang::Vi), en: with(Lang::En) }
    }

    /// The text in one language with values in their places.
    fn with(self, lang: Lang, values: &[&dyn Display]) -> String {
        fill(self.text(lang), values)
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
    /// The text in one language.
    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

/// Puts values in the places `{0}`, `{1}` … of a template, and words that agree with a number in places like `{0|measure|measures}`:
/// the first when the value is written `1`. A place without a value stays as it is; values are not scanned again.
pub fn fill(template: &str, values: &[&dyn Display]) -> String {
    let mut out = String::with_capacity(template.len() + 16 * values.len());
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        rest = &rest[open..];
        let value = rest.find('}').and_then(|close| {
            let (index, words) = rest[1..close].split_once('|').unwrap_or((&rest[1..close], ""));
            let value = values.get(index.parse::<usize>().ok()?)?.to_string();
            let word = words.split_once('|').map(|(one, many)| if value == "1" { one } else { many });
            Some((close, word.map_or(value.clone(), str::to_owned)))
        });
        match value {
            Some((close, value)) => {
                out.push_str(&value);
                rest = &rest[close + 1..];
            }
            None => {
                out.push('{');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// Declares one part of the catalogue: an enum whose variants carry the text in both languages.
#[macro_export]
macro_rules! messages {
    ($(#[$doc:meta])* $name:ident { $($variant:ident { vi: $vi:literal, en: $en:literal $(,)? })* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs)]
        pub enum $name { $($variant),* }

        impl $crate::text::Message for $name {
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
                $crate::text::messages::check_complete::<super::$name>();
            }
        }
    };
}

/// Fails unless every message has both languages, with the same places for values and no stray blanks.
#[cfg(test)]
pub(crate) fn check_complete<M: Message>() {
    let places = |text: &str| -> Vec<String> {
        let mut found: Vec<String> =
            text.split('{').skip(1).filter_map(|rest| rest.split_once(['}', '|']).map(|(n, _)| n.to_owned())).collect();
        found.sort();
        found.dedup();
        found
    };
    for message in M::ALL {
        let (vi, en) = (message.text(Lang::Vi), message.text(Lang::En));
        assert!(!vi.trim().is_empty() && !en.trim().is_empty(), "{} is empty", message.key());
        assert_eq!(places(vi), places(en), "{} has other places for values", message.key());
        assert_eq!(vi, crate::text::clean(vi), "{} is not clean", message.key());
    }
}

pub mod amend;
pub mod assign;
pub mod catalog;
pub mod chance;
pub mod check;
pub mod choose;
pub mod choosing;
pub mod cli;
pub mod compare;
pub mod cost;
pub mod exchange;
pub mod help;
pub mod help_assign;
pub mod help_chance;
pub mod help_cost;
pub mod help_register;
pub mod help_scenario;
pub mod help_solve;
pub mod law;
pub mod linked;
pub mod method;
pub mod noun;
pub mod progress;
pub mod reform;
pub mod report;
pub mod scenario;
pub mod store;
pub mod suggest;
pub mod tui;
pub mod uncertainty;
pub mod value;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_take_their_places() {
        assert_eq!(fill("{1} of {0}", &[&"a", &2]), "2 of a");
        assert_eq!(fill("{2} {x} {", &[&1]), "{2} {x} {");
        assert_eq!(fill("{0}", &[&"{0}"]), "{0}");
    }

    #[test]
    fn words_agree_with_the_number() {
        let said = |n: usize| fill("{0} {0|measure was|measures were} saved", &[&n]);
        assert_eq!(said(1), "1 measure was saved");
        assert_eq!((said(0), said(21)), ("0 measures were saved".into(), "21 measures were saved".into()));
        assert_eq!(fill("{1|a|b}", &[&1]), "{1|a|b}");
    }
}
