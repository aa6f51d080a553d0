//! Fee cells: an amount or "Miễn phí", then its condition in parentheses, with further amounts inside.

use super::{NOTHING, amounts, before, closing, is_nothing};
use crate::model::{Fee, Fraction};

/// A fee cell taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FeeCell {
    /// One fee an amount; the amounts of a condition follow the main one.
    pub fees: Vec<Fee>,
    /// Words that no fee carries.
    pub verbatim: Option<String>,
    /// Figures in the cell that look like money.
    pub figures: usize,
    /// How many of them became a fee.
    pub typed: usize,
}

impl FeeCell {
    fn join(&mut self, other: Self) {
        self.fees.extend(other.fees);
        self.verbatim = match (self.verbatim.take(), other.verbatim) {
            (Some(a), Some(b)) => Some(format!("{a}\n{b}")),
            (a, b) => a.or(b),
        };
        self.figures += other.figures;
        self.typed += other.typed;
    }
}

/// What stands first in a fee cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// "Miễn phí".
    Free,
    /// "Không có thông tin".
    Unstated,
    /// An amount in a currency.
    Amount(i64, &'static str),
}

/// The head of a fee cell at the head of a text: its length in bytes and what it is.
pub fn head(text: &str) -> Option<(usize, Head)> {
    const FREE: &str = "Miễn phí";
    if text.starts_with(FREE) {
        return Some((FREE.len(), Head::Free));
    }
    if text.starts_with(NOTHING) {
        return Some((NOTHING.len(), Head::Unstated));
    }
    let len = amounts::number(text);
    if len == 0 {
        return None;
    }
    let (word, factor, currency) = amounts::currency(&text[len..])?;
    // A cell names its currency in capitals; `20.000 đồng/lần` begins a note, not a cell.
    if text[len + word..].starts_with('/') {
        return None;
    }
    Some((len + word, Head::Amount(amounts::value(&text[..len], factor)?, currency)))
}

/// Takes the fee cell at the head of a text: how many bytes it holds, with the parenthesis after it, and its fees.
pub fn glued(text: &str) -> Option<(usize, FeeCell)> {
    let (mut len, first) = head(text)?;
    let mut cell = one(first, None, text, &mut len);
    // Several amounts of one cell stand behind each other, each with its parenthesis.
    while let Some((more, next @ Head::Amount(..))) = head(&text[len..]) {
        let mut inner = more;
        let next = one(next, None, &text[len..], &mut inner);
        cell.join(next);
        len += inner;
    }
    Some((len, cell))
}

/// Takes apart a cell that stands alone, with or without the words `Phí :` and `Lệ phí :` before each amount.
pub fn cell(text: &str) -> FeeCell {
    let mut out = FeeCell::default();
    let mut words = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !is_nothing(line)) {
        let (kind, rest) = kind_of(line);
        let rest = if kind.is_some() { rest.trim_start_matches([':', ' ']) } else { rest };
        match head(rest) {
            Some((len, first)) => {
                let mut end = len;
                let mut one = one(first, kind, &rest[len..], &mut 0);
                let tail = rest[len..].trim_start();
                if tail.starts_with('(') {
                    let start = rest.len() - tail.len();
                    end = start + closing(tail).unwrap_or(tail.len());
                    one = with_condition(first, kind, &rest[start..end]);
                }
                out.join(one);
                if !rest[end..].trim().is_empty() {
                    words.push(rest[end..].trim().to_owned());
                }
            }
            None => {
                out.join(inside(rest, kind));
                let bare = rest.trim_matches([' ', '.', ':', '-']).to_lowercase();
                if !matches!(bare.as_str(), "" | "đồng" | "không đồng" | "không") {
                    words.push(line.to_owned());
                }
            }
        }
    }
    if !words.is_empty() {
        let words = words.join("\n");
        out.join(FeeCell { verbatim: Some(words), ..FeeCell::default() });
    }
    out
}

/// One fee at the head of `text` whose head takes `len` bytes; `len` grows by the parenthesis.
fn one(first: Head, kind: Option<&'static str>, text: &str, len: &mut usize) -> FeeCell {
    let rest = &text[*len..];
    if *len > 0 && rest.starts_with('(') {
        let end = closing(rest).unwrap_or(rest.len());
        *len += end;
        return with_condition(first, kind, &rest[..end]);
    }
    with_condition(first, kind, "")
}

fn with_condition(first: Head, kind: Option<&'static str>, parenthesis: &str) -> FeeCell {
    let condition = unwrapped(parenthesis);
    let mut cell = inside(condition, kind);
    let main = match first {
        Head::Free => Some((0, "VND")),
        Head::Amount(amount, currency) => {
            cell.figures += 1;
            cell.typed += 1;
            Some((amount, currency))
        }
        Head::Unstated => None,
    };
    match main {
        Some((amount, currency)) => {
            // The condition often repeats the amount of the cell; one fee is enough for both.
            cell.fees.retain(|fee| (fee.amount, fee.currency.as_str()) != (amount, currency));
            cell.fees.insert(0, fee(amount, currency, kind, condition));
            // Of one rate alone it is plain what the percents are of.
            if cell.fees.len() == 1 && amount > 0 {
                cell.fees.extend(shares(condition, amount, currency, kind));
            }
        }
        None if !condition.is_empty() => cell.verbatim = Some(condition.to_owned()),
        None => {}
    }
    cell
}

/// The amounts inside a condition, each with the clause in which it stands.
fn inside(condition: &str, kind: Option<&'static str>) -> FeeCell {
    let mut found = amounts::find(condition);
    // `giá trị dưới 2 tỷ đồng` says when, not how much.
    let bounds = found.clone();
    found.retain(|one| !is_bound(&condition[..one.range.start]));
    let unread = amounts::unread(condition, &bounds).len();
    let figures = found.len() + unread;
    let fees = found
        .iter()
        .map(|one| {
            let clause = clause(condition, one.range.start, one.range.end);
            fee(one.amount, one.currency, kind_of(clause).0.or(kind), clause)
        })
        .collect();
    FeeCell { fees, verbatim: None, figures, typed: found.len() }
}

/// Whether the words before an amount make it a bound of a value.
fn is_bound(before: &str) -> bool {
    let words = before.trim_end().to_lowercase();
    let near = words.char_indices().rev().nth(40).map_or(0, |(at, _)| at);
    let compared =
        ["dưới", "trên", "từ", "đến", "vượt", "quá", "trị giá", "giá trị"].iter().any(|word| words.ends_with(word));
    compared && ["giá trị", "trị giá"].iter().any(|word| words[near..].contains(word))
}

fn fee(amount: i64, currency: &str, kind: Option<&str>, condition: &str) -> Fee {
    Fee {
        amount,
        currency: currency.to_owned(),
        kind: kind.map(str::to_owned),
        condition: condition.to_owned(),
        from: None,
        until: None,
        basis: None,
        percent: None,
    }
}

/// What is paid of a rate where a text states it in percent (`bằng 95% mức thu`, `giảm 5%`), each with its clause. What is no whole amount is
/// left to the words.
fn shares(text: &str, rate: i64, currency: &str, kind: Option<&'static str>) -> Vec<Fee> {
    let small = text.to_lowercase();
    let mut found = Vec::new();
    for (sign, _) in small.match_indices('%') {
        let before = small[..sign].trim_end();
        let number = before.len() - before.bytes().rev().take_while(|b| b.is_ascii_digit() || *b == b',').count();
        let Some(written) = Fraction::parse(&before[number..].replace(',', ".")) else { continue };
        let head = before[..number].trim_end();
        let near: String = head.chars().rev().take(24).collect::<Vec<_>>().into_iter().rev().collect();
        let percent = if near.contains("giảm") {
            Fraction::whole(100).less(written)
        } else if near.ends_with("bằng") || near.ends_with("thu") || near.ends_with("nộp") {
            written
        } else {
            continue;
        };
        let amount = Fraction::whole(rate).times(percent).and_then(|amount| amount.over(Fraction::whole(100)));
        let amount =
            amount.filter(|amount| amount.is_whole() && !amount.is_negative() && percent <= Fraction::whole(100));
        let Some(amount) = amount.and_then(|amount| i64::try_from(amount.numerator()).ok()) else { continue };
        let clause =
            if small.len() == text.len() { clause(text, number, sign + 1) } else { clause(&small, number, sign + 1) };
        found.push(Fee { percent: Some(percent), ..fee(amount, currency, kind, clause) });
    }
    found
}

/// The kind that a text begins with, and the rest after it.
fn kind_of(text: &str) -> (Option<&'static str>, &str) {
    let start = text.trim_start_matches(['-', '+', '*', '•', ' ', '(']);
    for (word, kind) in [("Lệ phí", "lệ phí"), ("lệ phí", "lệ phí"), ("Phí", "phí"), ("phí", "phí")] {
        if let Some(rest) = start.strip_prefix(word)
            && !rest.starts_with(char::is_alphabetic)
        {
            return (Some(kind), rest);
        }
    }
    (None, text)
}

/// The clause around a range: up to `;`, a line end, or a full stop before a blank.
fn clause(text: &str, start: usize, end: usize) -> &str {
    let stops = |at: usize, c: char| {
        matches!(c, ';' | '\n')
            || (c == '.' && text[at + 1..].starts_with(' ') && !before(text, at).is_some_and(|p| p.is_ascii_digit()))
    };
    let from = text[..start].char_indices().rfind(|(at, c)| stops(*at, *c)).map_or(0, |(at, c)| at + c.len_utf8());
    let to = text[end..].char_indices().find(|(at, c)| stops(end + at, *c)).map_or(text.len(), |(at, _)| end + at);
    text[from..to].trim()
}

/// The words inside a parenthesis, without a second pair around all of them; empty when they say nothing.
fn unwrapped(parenthesis: &str) -> &str {
    let mut text = parenthesis.trim();
    for _ in 0..3 {
        let Some(inner) = text.strip_prefix('(') else { break };
        if closing(text).is_some_and(|end| end != text.len()) {
            break;
        }
        text = inner.strip_suffix(')').unwrap_or(inner).trim();
    }
    if is_nothing(text) { "" } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amounts_of(cell: &FeeCell) -> Vec<i64> {
        cell.fees.iter().map(|f| f.amount).collect()
    }

    #[test]
    fn the_parenthesis_is_the_condition() {
        let (len, cell) = glued("10,000 Việt Nam Đồng(một lần (mỗi bản))Ghi chú").unwrap();
        assert_eq!(&"10,000 Việt Nam Đồng(một lần (mỗi bản))Ghi chú"[len..], "Ghi chú");
        assert_eq!(cell.fees[0].condition, "một lần (mỗi bản)");
        assert_eq!(cell.fees[0].currency, "VND");
    }

    #[test]
    fn amounts_of_the_condition_follow() {
        let (_, cell) = glued("Miễn phí((Miễn cho hộ nghèo; Lệ phí khác: 8.000 đồng/lần))").unwrap();
        assert_eq!(amounts_of(&cell), [0, 8_000]);
        assert_eq!(cell.fees[1].kind.as_deref(), Some("lệ phí"));
        assert_eq!(cell.fees[1].condition, "Lệ phí khác: 8.000 đồng/lần");
        assert_eq!((cell.figures, cell.typed), (1, 1));
    }

    #[test]
    fn a_repeated_amount_is_one_fee() {
        let (_, cell) = glued("30,000 VNĐ(30.000 đồng/hồ sơ)").unwrap();
        assert_eq!(amounts_of(&cell), [30_000]);
        assert_eq!((cell.figures, cell.typed), (2, 2));
    }

    /// 5 % less than 20.000 đ are 19.000 đ, half of 30.000 đ are 15.000 đ.
    #[test]
    fn a_share_of_the_rate_is_a_fee_of_its_own() {
        let (_, cell) = glued("20,000 VNĐ(Nộp trực tuyến giảm 5%; trẻ em được miễn)").unwrap();
        assert_eq!(amounts_of(&cell), [20_000, 19_000]);
        assert_eq!(cell.fees[1].percent, Some(Fraction::whole(95)));
        assert_eq!(cell.fees[1].condition, "Nộp trực tuyến giảm 5%");
        let (_, cell) = glued("30,000 VNĐ(cấp lại bằng 50% mức thu nêu trên)").unwrap();
        assert_eq!(amounts_of(&cell), [30_000, 15_000]);
        // Of which of two rates? The words stay.
        let (_, cell) = glued("30,000 VNĐ(người lớn; trẻ em 10.000 đồng; trực tuyến giảm 5%)").unwrap();
        assert_eq!(amounts_of(&cell), [30_000, 10_000]);
    }

    #[test]
    fn a_bound_is_no_fee() {
        let (_, cell) = glued("Miễn phí(Giá trị giao dịch dưới 2,5 tỷ đồng; ngoài ra 7.000 đồng)").unwrap();
        assert_eq!(amounts_of(&cell), [0, 7_000]);
        assert_eq!((cell.figures, cell.typed), (1, 1));
    }

    #[test]
    fn words_without_amount_stay() {
        let (_, cell) = glued("Không có thông tin(Theo quy định)").unwrap();
        assert!(cell.fees.is_empty());
        assert_eq!(cell.verbatim.as_deref(), Some("Theo quy định"));
        let (_, cell) = glued("Không có thông tinTrực tiếp").unwrap();
        assert_eq!(cell, FeeCell::default());
    }

    #[test]
    fn a_cell_with_kinds() {
        let both = cell("Phí : 5.000 Đồng (mỗi tờ)\nLệ phí : 10 USD (người lớn)");
        assert_eq!(amounts_of(&both), [5_000, 10]);
        assert_eq!(both.fees[1].kind.as_deref(), Some("lệ phí"));
        assert_eq!(both.fees[1].condition, "người lớn");
        assert_eq!(cell("Phí : 0 Đồng").fees[0].amount, 0);
        assert_eq!(cell("Phí : Không Đồng"), FeeCell::default());
        assert_eq!(cell("Phí : Bằng 5% mức thu").verbatim.as_deref(), Some("Phí : Bằng 5% mức thu"));
    }
}
