//! Time limits: `7 Ngày làm việc`, `1`, `0.5 Giờ`; and in words: `Không quá 03 ngày làm việc`, `02 (hai) ngày`, `17–20 ngày`, `1/2 ngày`,
//! `30 phút`, with a case or a condition beside each.

use super::amounts::number;
use crate::model::{Fraction, TimeLimit, TimeUnit};

/// Units, longer words first.
const UNITS: &[(&str, TimeUnit)] = &[
    ("Ngày làm việc", TimeUnit::WorkingDay),
    ("ngày làm việc", TimeUnit::WorkingDay),
    ("Ngày", TimeUnit::Day),
    ("ngày", TimeUnit::Day),
    ("Phút", TimeUnit::Hour),
    ("phút", TimeUnit::Hour),
    ("Giờ làm việc", TimeUnit::Hour),
    ("giờ làm việc", TimeUnit::Hour),
    ("Giờ", TimeUnit::Hour),
    ("giờ", TimeUnit::Hour),
    ("Tuần", TimeUnit::Week),
    ("tuần", TimeUnit::Week),
    ("Tháng", TimeUnit::Month),
    ("tháng", TimeUnit::Month),
    ("Năm", TimeUnit::Year),
    ("năm", TimeUnit::Year),
];

/// A number with a unit at the head of a text: its length in bytes and the limit.
pub fn with_unit(text: &str) -> Option<(usize, TimeLimit)> {
    let len = number(text);
    if len == 0 {
        return None;
    }
    let rest = &text[len..];
    let blanks = rest.len() - rest.trim_start_matches(' ').len();
    let (word, unit) = UNITS.iter().find(|(word, _)| rest[blanks..].starts_with(word))?;
    let written = amount(&text[..len])?;
    let amount = if word.eq_ignore_ascii_case("phút") || *word == "Phút" {
        written.over(Fraction::whole(60))?
    } else {
        written
    };
    Some((len + blanks + word.len(), TimeLimit { amount, unit: *unit }))
}

/// A time cell in words as one limit: the longest of those that it states, each of which may hold for a case of its own; of a range its end.
/// The words themselves are kept beside it. Nothing where no limit is stated.
pub fn in_words(text: &str) -> Option<TimeLimit> {
    let text = text.to_lowercase();
    let mut found: Vec<TimeLimit> = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + offset;
        let (len, limit) = stated(&text[start..]);
        // Parts of numbers of instruments (`12/2020/NĐ-CP`) and of days (`01/7/2025`) are no limits.
        let inside = text[..start].chars().next_back().is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '.'));
        found.extend(limit.filter(|_| !inside));
        at = start + len.max(1);
    }
    if found.is_empty() {
        // Without a number: within the day on which the dossier comes.
        let day = ["trong ngày", "trong ngày làm việc", "ngay trong ngày"].iter().any(|words| text.contains(words));
        return day.then_some(TimeLimit { amount: Fraction::ONE, unit: TimeUnit::WorkingDay });
    }
    found.into_iter().max_by_key(|limit| hours(*limit))
}

/// About how many hours of the clock a limit lasts: to tell the longer of two.
fn hours(limit: TimeLimit) -> Option<Fraction> {
    let hours = match limit.unit {
        TimeUnit::Hour => 1,
        TimeUnit::WorkingDay | TimeUnit::Day | TimeUnit::Unstated => 24,
        TimeUnit::Week => 7 * 24,
        TimeUnit::Month => 30 * 24,
        TimeUnit::Year => 365 * 24,
    };
    limit.amount.times(Fraction::whole(hours))
}

/// A number at the head of a text, and the limit that it states: `02 (hai) ngày`, `17 - 20 ngày`, `1/2 ngày`, `từ 5 đến 7 ngày`.
fn stated(text: &str) -> (usize, Option<TimeLimit>) {
    let mut len = number(text);
    let mut written = amount(&text[..len]);
    if let Some(under) = text[len..].strip_prefix('/') {
        let more = number(under);
        written = amount(&under[..more]).and_then(|under| written?.over(under));
        len += 1 + more;
    }
    let after = |at: usize| at + (text[at..].len() - text[at..].trim_start_matches([' ', '\u{a0}']).len());
    let dash =
        |at: usize| ["-", "–", "—", "đến", "tới"].into_iter().find(|word| text[at..].starts_with(word)).map(str::len);
    if let Some(more) = dash(after(len)) {
        let end = after(after(len) + more);
        let digits = number(&text[end..]);
        if digits > 0 {
            (written, len) = (amount(&text[end..end + digits]), end + digits);
        }
    }
    let mut unit = after(len);
    if text[unit..].starts_with('(')
        && let Some(close) = text[unit..].find(')').filter(|close| *close < 40)
    {
        unit = after(unit + close + 1);
    }
    let known = UNITS.iter().find(|(word, _)| text[unit..].starts_with(word));
    let limit = known.zip(written).and_then(|((word, unit), written)| {
        let amount = if *word == "phút" { written.over(Fraction::whole(60))? } else { written };
        Some(TimeLimit { amount, unit: *unit })
    });
    (len, limit)
}

/// Whether a time cell says that there is no limit.
pub fn gives_none(text: &str) -> bool {
    let folded = crate::text::fold(text.trim());
    let folded = folded.trim_end_matches('.').trim();
    let none = [
        "khong",
        "khong co",
        "khong quy dinh",
        "chua quy dinh",
        "khong quy dinh thoi han",
        "khong xac dinh",
        "khong co thoi han",
    ];
    none.contains(&folded) || folded.starts_with("khong phai tra ket qua")
}

/// A bare number as a limit whose unit the source does not state.
pub fn bare(written: &str) -> Option<TimeLimit> {
    Some(TimeLimit { amount: amount(written)?, unit: TimeUnit::Unstated })
}

/// A whole time cell: a limit when it is one, else nothing.
pub fn cell(text: &str) -> Option<TimeLimit> {
    let text = text.trim();
    match with_unit(text) {
        Some((len, limit)) if text[len..].trim_matches(['.', ' ']).is_empty() => Some(limit),
        Some(_) => None,
        None if number(text) == text.len() && !text.is_empty() => bare(text),
        // `10-25`: the end of the range.
        None => match stated(text) {
            (len, None) if len == text.len() && text.contains(['-', '–']) => {
                let end = text.rfind(['-', '–'])?;
                bare(text[end..].trim_start_matches(['-', '–', ' ']))
            }
            _ => None,
        },
    }
}

fn amount(written: &str) -> Option<Fraction> {
    Fraction::parse(&written.replace(',', "."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_with_and_without_unit() {
        let limit = |n, unit| Some(TimeLimit { amount: Fraction::whole(n), unit });
        assert_eq!(cell("7 Ngày làm việc"), limit(7, TimeUnit::WorkingDay));
        assert_eq!(cell("07 Ngày"), limit(7, TimeUnit::Day));
        assert_eq!(cell("3"), limit(3, TimeUnit::Unstated));
        assert_eq!(cell("0.5 Giờ").map(|l| l.amount), Fraction::new(1, 2));
        assert_eq!(cell("ngay sau khi nhận"), None);
        assert_eq!(cell("20-30"), limit(30, TimeUnit::Unstated));
        assert_eq!(cell("5 Ngày kể từ khi nhận"), None);
    }

    #[test]
    fn limits_in_words() {
        let limit = |n, d, unit| Fraction::new(n, d).map(|amount| TimeLimit { amount, unit });
        for (text, found) in [
            ("Không quá 03 ngày làm việc", limit(3, 1, TimeUnit::WorkingDay)),
            ("02 (hai) ngày", limit(2, 1, TimeUnit::Day)),
            ("17–20 ngày", limit(20, 1, TimeUnit::Day)),
            ("Từ 5 đến 7 ngày làm việc", limit(7, 1, TimeUnit::WorkingDay)),
            ("45 ngày kể từ ngày nhận đủ hồ sơ hợp lệ", limit(45, 1, TimeUnit::Day)),
            ("1/2 ngày", limit(1, 2, TimeUnit::Day)),
            ("30 phút", limit(1, 2, TimeUnit::Hour)),
            (
                "- 05 ngày làm việc đối với cấp mới; - 10 ngày làm việc nếu phải xác minh",
                limit(10, 1, TimeUnit::WorkingDay),
            ),
            ("Ngay trong ngày làm việc", limit(1, 1, TimeUnit::WorkingDay)),
            ("Theo Nghị định 12/2020/NĐ-CP ngày 01/7/2020", None),
            ("Chậm nhất là ngay trước khi tàu rời cảng", None),
        ] {
            assert_eq!(in_words(text), found, "{text}");
        }
        assert!(
            gives_none("Không quy định.")
                && gives_none("Không phải trả kết quả cho người nộp")
                && !gives_none("Không quá 3 ngày")
        );
    }
}
