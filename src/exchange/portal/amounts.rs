//! Amounts of money inside prose: `10,000 Việt Nam Đồng`, `50.000đ`, `01 triệu đồng`, `150 USD`.

use super::{after, before, digits};
use crate::text::number::parse_whole;
use std::ops::Range;

/// An amount of money found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Money {
    /// Where it stands, with its currency word.
    pub range: Range<usize>,
    /// The amount in the smallest whole unit of its currency that the source writes.
    pub amount: i64,
    /// ISO code.
    pub currency: &'static str,
}

/// Currency words, longer ones first, in lower case: what they multiply by, and the ISO code.
const CURRENCIES: &[(&str, i64, &str)] = &[
    ("việt nam đồng", 1, "VND"),
    ("triệu việt nam đồng", 1_000_000, "VND"),
    ("triệu đồng", 1_000_000, "VND"),
    ("nghìn đồng", 1_000, "VND"),
    ("ngàn đồng", 1_000, "VND"),
    ("tỷ đồng", 1_000_000_000, "VND"),
    ("tỉ đồng", 1_000_000_000, "VND"),
    ("đồng", 1, "VND"),
    ("vnđ", 1, "VND"),
    ("vnd", 1, "VND"),
    ("đ", 1, "VND"),
    ("đô la mỹ", 1, "USD"),
    ("usd", 1, "USD"),
    ("euro", 1, "EUR"),
    ("eur", 1, "EUR"),
];

/// A number at the head of a text, with groups and decimals (`1.200.000`, `0,5`): its length in bytes, 0 for none.
pub fn number(text: &str) -> usize {
    let mut len = digits(text);
    if len == 0 {
        return 0;
    }
    while text[len..].starts_with(['.', ',']) {
        let more = digits(&text[len + 1..]);
        if more == 0 {
            break;
        }
        len += 1 + more;
    }
    len
}

/// The currency word that follows a number (`rest` begins right after it): bytes up to its end, factor, ISO code.
pub fn currency(rest: &str) -> Option<(usize, i64, &'static str)> {
    let blanks = rest.len() - rest.trim_start_matches(' ').len();
    if blanks > 2 {
        return None;
    }
    let word = &rest[blanks..];
    for (name, factor, code) in CURRENCIES {
        let Some(len) = prefix_ignoring_case(word, name) else { continue };
        // `đ` and `đồng` also begin other words (`5 điểm`); a whole currency word may be glued to a capital of the next cell.
        let whole = match after(word, len) {
            Some(next) => !next.is_lowercase() && (name.chars().count() > 1 || !next.is_alphanumeric()),
            None => true,
        };
        if whole {
            return Some((blanks + len, *factor, code));
        }
    }
    None
}

/// The length in `text` of a prefix that equals `lower` when both are in lower case.
fn prefix_ignoring_case(text: &str, lower: &str) -> Option<usize> {
    let mut wanted = lower.chars();
    let mut len = 0;
    for c in text.chars() {
        let Some(want) = wanted.next() else { break };
        if !c.to_lowercase().eq(std::iter::once(want)) {
            return None;
        }
        len += c.len_utf8();
    }
    wanted.next().is_none().then_some(len)
}

/// The amount that a written number and its factor make: `1,5` and a million is 1.500.000. Nothing when it is no whole amount.
pub fn value(written: &str, factor: i64) -> Option<i64> {
    if let Some(whole) = parse_whole(written) {
        return whole.checked_mul(factor);
    }
    let (whole, decimals) = written.split_once([',', '.'])?;
    if decimals.len() > 6 || !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return mixed(written)?.checked_mul(factor);
    }
    let scale = 10_i64.checked_pow(u32::try_from(decimals.len()).ok()?)?;
    let scaled = whole.parse::<i64>().ok()?.checked_mul(scale)?.checked_add(decimals.parse().ok()?)?;
    let product = scaled.checked_mul(factor)?;
    (product % scale == 0).then_some(product / scale)
}

/// A number whose groups are marked unevenly (`5,000.000`): every group after the first has three digits.
fn mixed(written: &str) -> Option<i64> {
    let mut groups = written.split(['.', ',']);
    let head = groups.next()?;
    if head.is_empty() || head.len() > 3 || groups.any(|g| g.len() != 3) {
        return None;
    }
    written.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok()
}

/// All amounts of money in a text, in order.
pub fn find(text: &str) -> Vec<Money> {
    numbers(text)
        .into_iter()
        .filter_map(|range| {
            let (len, factor, code) = currency(&text[range.end..])?;
            let amount = value(&text[range.clone()], factor)?;
            Some(Money { range: range.start..range.end + len, amount, currency: code })
        })
        .collect()
}

/// The figures that look like money but were not read as an amount: grouped by thousands or followed by a currency word.
pub fn unread(text: &str, read: &[Money]) -> Vec<Range<usize>> {
    numbers(text)
        .into_iter()
        .filter(|range| {
            // Both lists are in the order of the text.
            let before = read.partition_point(|found| found.range.start <= range.start);
            before.checked_sub(1).is_none_or(|at| range.end > read[at].range.end)
        })
        .filter(|range| {
            let written = &text[range.clone()];
            let rest = &text[range.end..];
            let grouped = written.contains(['.', ',']) && mixed(written).is_some_and(|n| n >= 1000);
            let cited = rest.starts_with(['/', '-']) || before(text, range.start) == Some('/');
            currency(rest).is_some() || (grouped && !cited && !measured(rest))
        })
        .collect()
}

/// Whether a unit follows that is no money: `5.000 m3`.
fn measured(rest: &str) -> bool {
    let word: String = rest.trim_start().chars().take_while(|c| c.is_alphanumeric()).collect();
    matches!(
        word.to_lowercase().as_str(),
        "m" | "m2" | "m3" | "km" | "kg" | "tấn" | "gt" | "cc" | "cm3" | "w" | "kw" | "người" | "lít" | "dwt" | "bản"
    )
}

fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + offset;
        let end = start + number(&text[start..]);
        found.push(start..end);
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amounts(text: &str) -> Vec<(i64, &'static str)> {
        find(text).into_iter().map(|f| (f.amount, f.currency)).collect()
    }

    #[test]
    fn spellings_of_money_are_read() {
        assert_eq!(amounts("nộp 10,000 Việt Nam Đồng"), [(10_000, "VND")]);
        assert_eq!(amounts("50.000đ/lần, 7.000Đ"), [(50_000, "VND"), (7_000, "VND")]);
        assert_eq!(amounts("01 triệu đồng hoặc 1,5 triệu đồng"), [(1_000_000, "VND"), (1_500_000, "VND")]);
        assert_eq!(amounts("9USD/giấy"), [(9, "USD")]);
        assert_eq!(amounts("5,000.000 đồng"), [(5_000_000, "VND")]);
    }

    #[test]
    fn other_numbers_are_no_money() {
        assert!(find("điểm 5 điều 3, 50% của 5 tấn, 12/2020/TT-BTC").is_empty());
        assert!(unread("12.500 tấn", &[]).is_empty());
        assert_eq!(unread("mức 12.500 một lần", &[]).len(), 1);
    }
}
