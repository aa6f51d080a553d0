//! Names that nouns carry in both languages.

use crate::text::Lang;

/// An English name, where there is one.
pub trait English {
    /// The name; nothing where it is missing or empty.
    fn english(&self) -> Option<&str>;
}

impl English for String {
    fn english(&self) -> Option<&str> {
        Some(self.as_str()).filter(|name| !name.is_empty())
    }
}

impl English for Option<String> {
    fn english(&self) -> Option<&str> {
        self.as_ref().and_then(English::english)
    }
}

/// A name in one language: the English one where it is asked for and there is one, else the Vietnamese.
pub fn in_language<'n>(vi: &'n str, en: &'n impl English, lang: Lang) -> &'n str {
    match lang {
        Lang::Vi => vi,
        Lang::En => en.english().unwrap_or(vi),
    }
}

/// Gives nouns with the fields `name` and `name_en` the method that tells the name in one language.
macro_rules! named_in {
    ($($noun:ty),+ $(,)?) => {
        $(impl $noun {
            /// The name in one language; the Vietnamese one where there is none in English.
            pub fn name_in(&self, lang: $crate::text::Lang) -> &str {
                $crate::words::in_language(&self.name, &self.name_en, lang)
            }
        })+
    };
}
pub(crate) use named_in;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_missing_in_english_is_told_in_vietnamese() {
        let name = |en: &str, lang| in_language("Bộ A", &en.to_owned(), lang).to_owned();
        assert_eq!(name("Ministry A", Lang::Vi), "Bộ A");
        assert_eq!(name("Ministry A", Lang::En), "Ministry A");
        assert_eq!(name("", Lang::En), "Bộ A");
        assert_eq!(in_language("Bộ A", &None::<String>, Lang::En), "Bộ A");
    }
}
