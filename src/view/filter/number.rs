//! Numbers as the program prints them and people type them, in both languages: `1.000.000`, `1,000,000`, `1,5 tỷ`, `650 triệu`,
//! `1 billion`, `1e9`, `12,5`, `20 %`, `1/3`.

use crate::model::Fraction;
use crate::text::fold;

/// What a typed number may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// One number.
    Number(Fraction),
    /// One of two: with the mark between thousands, or before decimals.
    Doubtful(Fraction, Fraction),
}

/// What a number is of, which tells how its marks are read and what may stand behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Only whole numbers occur: three digits behind one mark are thousands.
    pub whole: bool,
    /// It is an amount: `đồng` may stand behind it.
    pub money: bool,
    /// It is a percentage: `%` may stand behind it.
    pub percent: bool,
}

/// The language of a word of magnitude, which says what a point and a comma are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tongue {
    Vietnamese,
    English,
}

/// Words of magnitude, without marks: the power of ten, and whose word it is.
const MAGNITUDES: &[(&str, u32, Tongue)] = &[
    ("nghin", 3, Tongue::Vietnamese),
    ("ngan", 3, Tongue::Vietnamese),
    ("trieu", 6, Tongue::Vietnamese),
    ("ty", 9, Tongue::Vietnamese),
    ("ti", 9, Tongue::Vietnamese),
    ("thousand", 3, Tongue::English),
    ("million", 6, Tongue::English),
    ("billion", 9, Tongue::English),
    ("bn", 9, Tongue::English),
    ("trillion", 12, Tongue::English),
];

/// What may stand behind an amount, without marks.
const CURRENCIES: &[&str] = &["dong", "vnd", "d", "₫"];

/// Reads a typed number; nothing when it is none, or none of this kind.
pub fn read(typed: &str, reading: Reading) -> Option<Typed> {
    let clean: String = typed
        .chars()
        .map(|c| match c {
            '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
            '\u{2212}' => '-',
            c => c,
        })
        .collect();
    let folded = fold(clean.trim());
    let mut rest = folded.as_str();
    if let Some(before) = rest.strip_suffix('%') {
        if !reading.percent {
            return None;
        }
        rest = before.trim_end();
    }
    if reading.money
        && let Some(before) = CURRENCIES.iter().find_map(|word| word_before(rest, word))
    {
        rest = before;
    }
    let (mut power, mut tongue) = (0_u32, None);
    while let Some((before, more, whose)) =
        MAGNITUDES.iter().find_map(|(word, power, tongue)| Some((word_before(rest, word)?, *power, *tongue)))
    {
        (rest, power, tongue) = (before, power + more, Some(whose));
    }
    let (negative, digits) = match rest.strip_prefix('-') {
        Some(digits) => (true, digits.trim_start()),
        None => (false, rest),
    };
    let scaled = |value: Fraction| {
        let value = value.times(Fraction::new(10_i128.checked_pow(power)?, 1)?)?;
        if negative { Fraction::ZERO.minus(value) } else { Some(value) }
    };
    // With a word of magnitude decimals are usual even of whole things.
    Some(match mantissa(digits, reading.whole && power == 0, tongue)? {
        Typed::Number(value) => Typed::Number(scaled(value)?),
        Typed::Doubtful(thousands, decimal) => Typed::Doubtful(scaled(thousands)?, scaled(decimal)?),
    })
}

/// What stands before a word at the end of a text, where a number does.
fn word_before<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let before = text.strip_suffix(word)?;
    let ended = before.ends_with(|c: char| c.is_ascii_digit() || c == ' ');
    let before = before.trim_end();
    (ended && !before.is_empty()).then_some(before)
}

/// A number without sign and words.
fn mantissa(text: &str, whole: bool, tongue: Option<Tongue>) -> Option<Typed> {
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if let Some((mantissa, exponent)) = text.split_once('e') {
        let value = decimal(mantissa)?;
        let exponent: i32 = exponent.strip_prefix('+').unwrap_or(exponent).parse().ok()?;
        let power = Fraction::new(10_i128.checked_pow(exponent.unsigned_abs())?, 1)?;
        return Some(Typed::Number(if exponent < 0 { value.over(power)? } else { value.times(power)? }));
    }
    if let Some((numerator, denominator)) = text.split_once('/') {
        let plain = all_digits(numerator.trim()) && all_digits(denominator.trim());
        return if plain { Fraction::parse(text).map(Typed::Number) } else { None };
    }
    let marks: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    let Some(last) = marks.last().copied() else { return decimal(text).map(Typed::Number) };
    let grouped = |text: &str, mark: char| {
        let groups: Vec<&str> = text.split(mark).collect();
        let (head, tail) = groups.split_first()?;
        let fits = all_digits(head) && head.len() <= 3 && tail.iter().all(|g| g.len() == 3 && all_digits(g));
        fits.then(|| decimal(&groups.concat())).flatten()
    };
    let kinds = |kinds: &[char]| marks.iter().all(|c| kinds.contains(c));
    if kinds(&[last]) && (marks.len() > 1 || last == ' ') {
        return if kinds(&['.', ',', ' ']) { grouped(text, last).map(Typed::Number) } else { None };
    }
    if !kinds(&['.', ',', ' ']) || last == ' ' {
        return None;
    }
    let (head, tail) = text.rsplit_once(last)?;
    if let Some(mark) = marks.first().copied().filter(|mark| *mark != last) {
        // Thousands by one mark, decimals behind another.
        let thousands = grouped(head, mark)?;
        let decimals = decimal(&format!("0.{tail}"))?;
        return thousands.plus(decimals).map(Typed::Number);
    }
    let as_decimal = decimal(&format!("{head}.{tail}"))?;
    let Some(thousands) = grouped(text, last).filter(|_| !head.starts_with('0')) else {
        return Some(Typed::Number(as_decimal));
    };
    let thousands_of = |tongue| if tongue == Tongue::Vietnamese { '.' } else { ',' };
    if whole || tongue.is_some_and(|tongue| thousands_of(tongue) == last) {
        return Some(Typed::Number(thousands));
    }
    Some(Typed::Doubtful(thousands, as_decimal))
}

/// Digits with at most one mark before decimals.
fn decimal(text: &str) -> Option<Fraction> {
    Fraction::parse(&text.replace(',', ".")).filter(|value| !value.is_negative())
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNT: Reading = Reading { whole: true, money: false, percent: false };
    const MONEY: Reading = Reading { whole: true, money: true, percent: false };
    const EXACT: Reading = Reading { whole: false, money: false, percent: false };
    const SHARE: Reading = Reading { whole: false, money: false, percent: true };

    fn number(n: i128, d: i128) -> Option<Typed> {
        Some(Typed::Number(Fraction::new(n, d).unwrap()))
    }

    #[test]
    fn both_languages_and_the_words_between_digits() {
        for (typed, n) in [
            ("1000000000", 1_000_000_000),
            ("1.000.000.000", 1_000_000_000),
            ("1,000,000,000", 1_000_000_000),
            ("1 000 000 000", 1_000_000_000),
            ("1\u{a0}000\u{a0}000", 1_000_000),
            ("1e9", 1_000_000_000),
            ("1.5E9", 1_500_000_000),
            ("1,5e+9", 1_500_000_000),
            ("1,5 tỷ", 1_500_000_000),
            ("1.5 tỉ đồng", 1_500_000_000),
            ("1 tỷ", 1_000_000_000),
            ("1ty", 1_000_000_000),
            ("650 triệu", 650_000_000),
            ("650 trieu dong", 650_000_000),
            ("1 billion", 1_000_000_000),
            ("2.5 Million VND", 2_500_000),
            ("3 nghìn tỷ", 3_000_000_000_000),
            ("1.500 tỷ", 1_500_000_000_000),
            ("1,500 billion", 1_500_000_000_000),
            ("1.000", 1_000),
            ("1,000 đ", 1_000),
            ("−12", -12),
            ("-1.234.567", -1_234_567),
        ] {
            assert_eq!(read(typed, MONEY), number(n, 1), "{typed}");
        }
        for (typed, n, d) in [
            ("12,5", 25, 2),
            ("12.5", 25, 2),
            ("1.234,5", 2469, 2),
            ("1,234.5", 2469, 2),
            ("1 234,5", 2469, 2),
            ("1.234.567,25", 4_938_269, 4),
            ("1/3", 1, 3),
            ("0,125", 1, 8),
            ("0.500", 1, 2),
            ("1000.250", 4001, 4),
            ("1e-2", 1, 100),
        ] {
            assert_eq!(read(typed, EXACT), number(n, d), "{typed}");
        }
        assert_eq!(read("20 %", SHARE), number(20, 1));
        assert_eq!(read("12,5%", SHARE), number(25, 2));
    }

    #[test]
    fn what_may_be_two_numbers_is_not_guessed() {
        for (typed, reading, thousands, (n, d)) in [
            ("1.000", EXACT, 1_000, (1, 1)),
            ("12,345", SHARE, 12_345, (2469, 200)),
            ("1,500 tỷ", MONEY, 1_500_000_000_000, (1_500_000_000, 1)),
            ("1.500 billion", MONEY, 1_500_000_000_000, (1_500_000_000, 1)),
        ] {
            let both = Typed::Doubtful(Fraction::new(thousands, 1).unwrap(), Fraction::new(n, d).unwrap());
            assert_eq!(read(typed, reading), Some(both), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for typed in [
            "",
            "abc",
            "-",
            "1.2.3",
            "1,23,456",
            "12.34,56.7",
            "1..5",
            "--1",
            "1-2",
            "1e",
            "e9",
            "1e999",
            "tỷ",
            "triệu",
            "5 x",
            "1.000,",
            ",5",
            "1.000.00",
            "20 %",
            "1 2",
            "0x10",
            "1_000",
            "１２",
        ] {
            assert_eq!(read(typed, COUNT), None, "{typed}");
        }
        assert_eq!(read("5 đồng", COUNT), None);
        assert_eq!(read("5 đồng", SHARE), None);
    }
}
