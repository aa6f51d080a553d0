//! Vietnamese collation: a, ă, â, b, … d, đ, e, ê … and tone marks only as the last difference.

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;
use std::cmp::Ordering;
use std::sync::LazyLock;

static VIETNAMESE: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| {
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Tertiary);
    Collator::try_new(locale!("vi").into(), options).ok()
});

/// Compares two texts in the order of a Vietnamese dictionary.
pub fn compare(a: &str, b: &str) -> Ordering {
    match VIETNAMESE.as_ref() {
        Some(collator) => collator.compare(a, b).then_with(|| a.cmp(b)),
        None => a.cmp(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_a_dictionary_does() {
        let mut words = ["an", "ba", "dân", "e", "ân", "ê", "ăn", "đăng", "d", "ông", "on", "ơn"];
        words.sort_by(|a, b| compare(a, b));
        assert_eq!(words, ["an", "ăn", "ân", "ba", "d", "dân", "đăng", "e", "ê", "on", "ông", "ơn"]);
    }
}
