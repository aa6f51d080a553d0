//! Values of which there are a few: each with its stable name, and with the word by which people know it.
//!
//! The words stand beside the names, so that one value has one word in messages, commands, documents and on screens.

use super::Message;
use crate::text::Lang;

/// One of a few values, as it is stored, exchanged and printed in JSON.
pub trait Named: Copy + PartialEq + Send + Sync + 'static {
    /// All values, in their usual order.
    const VALUES: &'static [Self];

    /// The stable name.
    fn name(self) -> &'static str;

    /// The stable name as an argument of the command line: with dashes.
    fn argument(self) -> &'static str;
}

/// A name with dashes where it has underscores.
pub(crate) const fn dashed<const N: usize>(name: &str) -> [u8; N] {
    let (name, mut out, mut at) = (name.as_bytes(), [0; N], 0);
    while at < N {
        out[at] = if name[at] == b'_' { b'-' } else { name[at] };
        at += 1;
    }
    out
}

/// The word for the value with this stable name.
pub fn word_of<V: Named + Message>(name: &str, lang: Lang) -> Option<&'static str> {
    V::VALUES.iter().find(|value| value.name() == name).map(|value| value.text(lang))
}

/// The word for a value with what is typed for it: `đã phê duyệt (approved)`; the name alone where that is the word.
pub fn typed(value: impl Named + Message, lang: Lang) -> String {
    let (name, word) = (Named::name(value), value.text(lang));
    if word == name { name.to_owned() } else { format!("{word} ({name})") }
}

/// A word with a capital letter in front, for the head of a sentence.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Declares an enum whose variants have one stable name each, as stored, exchanged and printed in JSON; and, where people meet the
/// values, their words: `InPerson = "in_person" { vi: "trực tiếp", en: "in person" }`, in lower case. `short: "…" / "…"` after them is
/// the word, Vietnamese and English, for a narrow column.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// All values, in their usual order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name, as stored and exchanged.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The value with this stable name.
            pub fn parse(name: &str) -> Option<Self> {
                match name { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl $crate::words::Named for $name {
            const VALUES: &'static [Self] = Self::ALL;
            fn name(self) -> &'static str {
                self.name()
            }
            fn argument(self) -> &'static str {
                match self {
                    $(Self::$variant => {
                        const TYPED: [u8; $word.len()] = $crate::words::dashed($word);
                        const { match std::str::from_utf8(&TYPED) { Ok(typed) => typed, Err(_) => $word } }
                    })+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }
    };
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal
        { vi: $vi:literal, en: $en:literal $(, short: $short_vi:literal / $short_en:literal)? }),+ $(,)? }) => {
        $crate::words::named! { $(#[$doc])* $name { $($(#[$vdoc])* $variant = $word),+ } }

        impl $name {
            /// The word in one language, in lower case.
            pub fn word(self, lang: $crate::text::Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$variant, $crate::text::Lang::Vi) => $vi,
                      (Self::$variant, $crate::text::Lang::En) => $en,)+
                }
            }

            /// The word for a narrow column: the short one where there is one.
            pub fn short(self, lang: $crate::text::Lang) -> &'static str {
                match (self, lang) {
                    $($((Self::$variant, $crate::text::Lang::Vi) => $short_vi,
                        (Self::$variant, $crate::text::Lang::En) => $short_en,)?)+
                    #[allow(unreachable_patterns)]
                    (other, lang) => other.word(lang),
                }
            }
        }

        impl $crate::words::Message for $name {
            const ALL: &'static [Self] = Self::ALL;
            fn key(self) -> &'static str {
                self.name()
            }
            fn text(self, lang: $crate::text::Lang) -> &'static str {
                self.word(lang)
            }
        }
    };
}
pub(crate) use named;

#[cfg(test)]
mod tests {
    use super::*;

    named! {
        Way {
            ByPost = "by_post" { vi: "bưu chính", en: "by post", short: "bưu" / "post" },
            Online = "online" { vi: "trực tuyến", en: "online" },
        }
    }

    #[test]
    fn a_value_is_known_by_its_name_typed_with_dashes_and_said_in_words() {
        assert_eq!(
            (Way::ByPost.name(), Way::ByPost.argument(), Way::Online.argument()),
            ("by_post", "by-post", "online")
        );
        assert_eq!((Way::ByPost.short(Lang::Vi), Way::Online.short(Lang::En)), ("bưu", "online"));
        assert_eq!(word_of::<Way>("by_post", Lang::Vi), Some("bưu chính"));
        assert_eq!((Way::parse("by_post"), Way::parse("by-post")), (Some(Way::ByPost), None));
        assert_eq!(capital("đo thực tế"), "Đo thực tế");
    }
}
