//! Time limits: `7 Ngày làm việc`, `1`, `0.5 Giờ`; and in words: `Không quá 03 ngày làm việc`, `02 (hai) ngày`, `17–20 ngày`, `1/2 ngày`,
//! `30 phút`, with a case or a condition beside each.

use super::amounts::number;
use crate::model::{Fraction, LimitCase, TimeLimit, TimeUnit};
use std::ops::Range;

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
    let found = all_in(&text);
    if found.is_empty() {
        // Without a number: within the day on which the dossier comes.
        let day = ["trong ngày", "trong ngày làm việc", "ngay trong ngày"].iter().any(|words| text.contains(words));
        return day.then_some(TimeLimit { amount: Fraction::ONE, unit: TimeUnit::WorkingDay });
    }
    found.into_iter().map(|(_, limit)| limit).max_by_key(|limit| hours(*limit))
}

/// The limits that a text in small letters states, with their places.
fn all_in(text: &str) -> Vec<(Range<usize>, TimeLimit)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + offset;
        let (len, unit, limit) = stated(&text[start..]);
        // Parts of numbers of instruments (`12/2020/NĐ-CP`) and of days (`01/7/2025`) are no limits.
        let inside = text[..start].chars().next_back().is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '.'));
        found.extend(limit.filter(|_| !inside).map(|limit| (start..start + unit, limit)));
        at = start + len.max(1);
    }
    found
}

/// The limits of a time cell, each with the words of the case for which it holds; nothing where it states one without a condition.
pub fn cases(text: &str) -> Vec<LimitCase> {
    let small = text.to_lowercase();
    // Letters whose small form has another length do not occur in Vietnamese; where they do, the small letters are kept.
    let text = if small.len() == text.len() { text } else { &small };
    let found = all_in(&small);
    let mut cases = Vec::new();
    for (nth, (range, limit)) in found.iter().enumerate() {
        let (mut from, mut to) = clause(text, range.clone());
        // Two limits in one sentence: what stands before the second, from the last comma or word of a case on, is of it.
        if let Some((before, _)) =
            nth.checked_sub(1).and_then(|at| found.get(at)).filter(|(before, _)| before.end > from)
        {
            from = parting(&small, before.end..range.start);
        }
        if let Some((next, _)) = found.get(nth + 1).filter(|(next, _)| next.start < to) {
            to = parting(&small, range.end..next.start);
        }
        let (head, tail) =
            (text.get(from..range.start).unwrap_or_default(), text.get(range.end..to).unwrap_or_default());
        let condition = [without_lead(head), tail.trim_matches(EDGES)].join(" ");
        let condition = condition.trim_matches(EDGES).to_owned();
        cases.push(LimitCase { amount: limit.amount, unit: limit.unit, condition });
    }
    if cases.len() == 1 && cases[0].condition.is_empty() { Vec::new() } else { cases }
}

/// What stands around the words of a condition.
const EDGES: [char; 11] = [' ', '-', '–', '+', '*', '•', ':', ',', '.', ';', '\n'];

/// The clause around a place: up to `;`, a line end, a full stop before a blank.
fn clause(text: &str, range: Range<usize>) -> (usize, usize) {
    let stops = |(at, c): &(usize, char)| {
        let digit = text[..*at].chars().next_back().is_some_and(|c| c.is_ascii_digit());
        matches!(c, ';' | '\n') || *c == '.' && text[at + 1..].starts_with(' ') && !digit
    };
    let from = text[..range.start].char_indices().rev().find(stops).map_or(0, |(at, c)| at + c.len_utf8());
    let to = text.char_indices().skip_while(|(at, _)| *at < range.end).find(stops).map_or(text.len(), |(at, _)| at);
    (from, to)
}

/// Where what is said of one limit ends and what is said of the next begins.
fn parting(text: &str, between: Range<usize>) -> usize {
    let part = &text[between.clone()];
    let words = [" trường hợp", " đối với", " nếu", " hoặc", ",", " và"];
    words.iter().find_map(|word| part.rfind(word)).map_or(between.end, |at| between.start + at)
}

/// The words before a limit without those that only lead to it.
fn without_lead(head: &str) -> &str {
    let mut head = head.trim_matches(EDGES);
    while let Some(rest) = LEADS.iter().find_map(|lead| {
        let at = head.len().checked_sub(lead.len())?;
        head.get(at..).filter(|tail| tail.to_lowercase() == *lead).map(|_| &head[..at])
    }) {
        head = rest.trim_end_matches(EDGES);
    }
    head.trim_matches(EDGES)
}

/// Words that lead to a limit and say nothing of a case.
const LEADS: [&str; 12] = [
    "không quá",
    "trong thời hạn",
    "thời hạn giải quyết",
    "thời hạn",
    "tối đa",
    "chậm nhất",
    "trong vòng",
    "trong",
    "là",
    "kể từ",
    "thời gian giải quyết",
    "từ",
];

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
///
/// Beside how far the number reaches comes how far its unit does.
fn stated(text: &str) -> (usize, usize, Option<TimeLimit>) {
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
    (len, known.map_or(len, |(word, _)| unit + word.len()), limit)
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
            (len, _, None) if len == text.len() && text.contains(['-', '–']) => {
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
    fn each_limit_keeps_its_case() {
        let of = |text: &str| -> Vec<(String, TimeUnit, String)> {
            cases(text).into_iter().map(|case| (case.amount.to_string(), case.unit, case.condition)).collect()
        };
        let (working, day) = (TimeUnit::WorkingDay, TimeUnit::Day);
        let case = |amount: &str, unit, condition: &str| (amount.to_owned(), unit, condition.to_owned());
        assert_eq!(
            of("- 05 ngày làm việc đối với cấp mới; - 10 ngày làm việc nếu phải xác minh"),
            [case("5", working, "đối với cấp mới"), case("10", working, "nếu phải xác minh")]
        );
        assert_eq!(
            of("Không quá 03 ngày làm việc, trường hợp phải xác minh không quá 08 ngày làm việc"),
            [case("3", working, ""), case("8", working, "trường hợp phải xác minh")]
        );
        assert_eq!(
            of("Nộp trực tuyến: 02 (hai) ngày. Vùng sâu, vùng xa: 17–20 ngày"),
            [case("2", day, "Nộp trực tuyến"), case("20", day, "Vùng sâu, vùng xa")]
        );
        assert_eq!(of("45 ngày kể từ ngày nhận đủ hồ sơ"), [case("45", day, "kể từ ngày nhận đủ hồ sơ")]);
        assert_eq!(of("Không quá 03 ngày làm việc"), []);
        assert_eq!(of("Theo Nghị định 12/2020/NĐ-CP ngày 01/7/2020"), []);
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
