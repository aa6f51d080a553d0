//! Numbers as people write them: `1.234.567,5` in Vietnamese, `1,234,567.5` in English.

use super::Lang;

/// Groups the digits of a whole number by three.
pub fn whole(value: i128, lang: Lang) -> String {
    grouped(value < 0, &value.unsigned_abs().to_string(), lang)
}

/// Writes `numerator / denominator` with a fixed number of decimals, rounded half away from zero. Trailing zeros stay.
///
/// The denominator must be positive. Very large values lose no digit: nothing passes through floating point.
pub fn decimal(numerator: i128, denominator: i128, decimals: u32, lang: Lang) -> String {
    let scale = 10_u128.pow(decimals.min(18));
    let (n, d) = (numerator.unsigned_abs(), denominator.unsigned_abs().max(1));
    let (whole_part, rest) = (n / d, n % d);
    let mut fraction = match rest.checked_mul(scale) {
        Some(scaled) => (scaled + d / 2) / d,
        None => rest / (d / scale).max(1),
    };
    let mut whole_part = whole_part;
    if fraction >= scale {
        whole_part += 1;
        fraction = 0;
    }
    let negative = numerator < 0 && (whole_part > 0 || fraction > 0);
    let mut out = grouped(negative, &whole_part.to_string(), lang);
    if decimals > 0 {
        out.push(if lang == Lang::Vi { ',' } else { '.' });
        let digits = fraction.to_string();
        for _ in digits.len()..decimals as usize {
            out.push('0');
        }
        out.push_str(&digits);
    }
    out
}

/// A share as percent with a fixed number of decimals: `decimal` of 100 × the fraction, then `%`.
pub fn percent(numerator: i128, denominator: i128, decimals: u32, lang: Lang) -> String {
    match numerator.checked_mul(100) {
        Some(hundredfold) => decimal(hundredfold, denominator, decimals, lang) + "%",
        None => decimal(numerator, (denominator / 100).max(1), decimals, lang) + "%",
    }
}

/// A figure, as it is shown, with its unit: `30 phút`, but `20%`.
pub fn with_unit(shown: &str, unit: &str) -> String {
    if unit == "%" { format!("{shown}%") } else { format!("{shown} {unit}").trim_end().to_owned() }
}

fn grouped(negative: bool, digits: &str, lang: Lang) -> String {
    let mark = if lang == Lang::Vi { '.' } else { ',' };
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if negative {
        out.push('-');
    }
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(c);
    }
    out
}

/// Reads a whole number that may be grouped by `.`, `,` or blanks in threes: `50.000`, `10,000`, `1 200`, `7`.
/// Anything else, such as `1.5` or `10,00`, is not a whole number and gives nothing.
pub fn parse_whole(text: &str) -> Option<i64> {
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let marks: Vec<char> = digits.chars().filter(|c| !c.is_ascii_digit()).collect();
    let value: i64 = match marks.first() {
        None => digits.parse().ok()?,
        Some(mark) => {
            if !matches!(mark, '.' | ',' | ' ') || marks.iter().any(|m| m != mark) {
                return None;
            }
            let groups: Vec<&str> = digits.split(*mark).collect();
            let (head, tail) = groups.split_first()?;
            if head.is_empty() || head.len() > 3 || tail.iter().any(|g| g.len() != 3) {
                return None;
            }
            groups.concat().parse().ok()?
        }
    };
    Some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_in_both_languages() {
        assert_eq!(whole(1_234_567, Lang::Vi), "1.234.567");
        assert_eq!(whole(-1_234_567, Lang::En), "-1,234,567");
        assert_eq!(whole(999, Lang::Vi), "999");
        assert_eq!(whole(0, Lang::Vi), "0");
    }

    #[test]
    fn decimals_round_half_away_from_zero() {
        assert_eq!(decimal(12_345_675, 10, 1, Lang::Vi), "1.234.567,5");
        assert_eq!(decimal(2, 3, 2, Lang::Vi), "0,67");
        assert_eq!(decimal(-1, 200, 2, Lang::En), "-0.01");
        assert_eq!(decimal(-1, 2000, 2, Lang::En), "0.00");
        assert_eq!(decimal(999, 1000, 2, Lang::En), "1.00");
        assert_eq!(percent(650, 975, 2, Lang::Vi), "66,67%");
        assert_eq!(percent(3_241, 15_801, 1, Lang::Vi), "20,5%");
    }

    #[test]
    fn a_percent_sign_stands_at_its_figure_and_a_unit_behind_a_blank() {
        assert_eq!(with_unit("0", "%"), "0%");
        assert_eq!(with_unit("1.250", "lượt"), "1.250 lượt");
        assert_eq!(with_unit("7", ""), "7");
    }

    #[test]
    fn reads_grouped_numbers_only_when_sure() {
        assert_eq!(parse_whole("10,000"), Some(10_000));
        assert_eq!(parse_whole("50.000"), Some(50_000));
        assert_eq!(parse_whole("1.200.000"), Some(1_200_000));
        assert_eq!(parse_whole("1.5"), None);
        assert_eq!(parse_whole("1.200,000"), None);
        assert_eq!(parse_whole("12"), Some(12));
        assert_eq!(parse_whole(""), None);
    }
}
