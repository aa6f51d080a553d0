//! Instrument numbers in prose: `04/2020/TT-BTP`, `52/2014/QH13`, `1898/QĐ-BTP`, `24/2024`.

use super::{after, digits};
use crate::model::InstrumentKind;

/// Names of issuing bodies as they stand in numbers, so that a number ends where the next title in capitals begins.
const BODIES: &[&str] = &[
    "BNNPTNT", "BNN&PTNT", "BVHTTDL", "BLĐTBXH", "BTNMT", "BTTTT", "BGDĐT", "BKHCN", "BKHĐT", "BGTVT", "BNNMT",
    "BDTTG", "VKSNDTC", "TANDTC", "UBTVQH", "UBCKNN", "UBND", "HĐND", "HĐTP", "NHNN", "BVHTT", "BGD", "BKH", "BNN",
    "BTP", "BCA", "BTC", "BQP", "BCT", "BXD", "BYT", "BNV", "BNG", "BCN", "BTM", "TTCP", "VPCP", "VPQH", "UBDT",
    "KTNN", "TCHQ", "TCT", "UBCK", "KBNN", "BHXH", "CTN", "CP", "TTg", "TTG", "TW", "QH",
];

/// Words that may stand before a number beside the kinds of instrument.
const OTHER_KINDS: &[&str] = &["Công văn", "Hiệp định", "Kế hoạch", "Văn bản", "Số", "số"];

/// The kind, or another word before a number, with which a text ends.
fn kind_at_end(text: &str) -> Option<&'static str> {
    InstrumentKind::words().chain(OTHER_KINDS.iter().copied()).find(|word| text.ends_with(word))
}

/// A number of an instrument in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

/// All numbers of instruments in a text, in order. Digits that a citation before them has taken are not taken again.
pub fn find(text: &str) -> Vec<Citation> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + offset;
        match here(&text[start..]) {
            // `6/2025` of the date `30/6/2025` is no number.
            Some((_, len)) if text[..start].ends_with('/') && is_short(&text[start..start + len]) => {
                at = start + len;
            }
            Some((skip, len)) => {
                found.push(Citation { start: start + skip, end: start + len });
                at = start + len;
            }
            None => at = start + digits(&text[start..]).max(1),
        }
    }
    found
}

/// Whether a number has no symbol: `24/2024`.
fn is_short(number: &str) -> bool {
    !number.contains(char::is_alphabetic)
}

/// A citation whose digits begin at the head of `text`: how many digits belong to what stands before, and its length.
fn here(text: &str) -> Option<(usize, usize)> {
    let head = digits(text);
    let skip = year_before(&text[..head]);
    let mut len = head;
    // Decimal numbers of resolutions: `66.7/2025/NQ-CP`.
    if text[len..].starts_with('.') && (1..=2).contains(&digits(&text[len + 1..])) {
        len += 1 + digits(&text[len + 1..]);
    }
    len += slash(&text[len..])?;
    let year = digits(&text[len..]);
    if year > 0 {
        if year < 4 || !matches!(&text[len..len + 2], "19" | "20") {
            return None;
        }
        // A short number (`24/2024`) may be glued to digits of the next cell; the year takes four of them.
        len += 4;
        match slash(&text[len..]).and_then(|slash| Some(slash + symbol(&text[len + slash..])?)) {
            Some(more) => len += more,
            None if year > 4 || text[len..].starts_with('/') => return None,
            None => {}
        }
        return Some((skip, len));
    }
    Some((skip, len + symbol(&text[len..])?))
}

/// How many leading digits are a year that ends the title before: `202076` is 2020 and 76.
fn year_before(run: &str) -> usize {
    let is_year = run.len() > 4 && (run.starts_with("19") || run.starts_with("20"));
    if is_year { 4 } else { 0 }
}

/// A slash with at most one blank on each side.
fn slash(text: &str) -> Option<usize> {
    let blanks = usize::from(text.starts_with(' '));
    let rest = text[blanks..].strip_prefix('/')?;
    Some(blanks + 1 + usize::from(rest.starts_with(' ')))
}

/// The symbol of a number (`TT-BTP`, `QH13`, `TTLT/BTP-BCA`): its length.
fn symbol(text: &str) -> Option<usize> {
    let mut end = 0;
    loop {
        let part = part(&text[end..])?;
        end += part;
        let tail = &text[end..];
        let joint = ["-", "–", "_", "/", " - ", "- ", " -", "&"].iter().find(|joint| tail.starts_with(**joint));
        match joint {
            // A hyphen may also be the bullet of the next title; it joins only what is a part without it.
            Some(joint) if part_is_known(&tail[joint.len()..], joint.contains(' ')) => end += joint.len(),
            _ => return Some(end + unit(tail)),
        }
    }
}

/// The unit of a ministry in parentheses behind a symbol: `TT-BCA(X13)`.
fn unit(tail: &str) -> usize {
    let Some(inner) = tail.strip_prefix('(').and_then(|t| t.split_once(')')).map(|(inner, _)| inner) else { return 0 };
    let code = inner.trim_end_matches(|c: char| c.is_ascii_digit());
    if code.len() == 1 && code.len() < inner.len() && code.chars().all(char::is_uppercase) {
        inner.len() + 2
    } else {
        0
    }
}

fn part_is_known(text: &str, strictly: bool) -> bool {
    if strictly { BODIES.iter().any(|body| text.starts_with(body)) } else { part(text).is_some() }
}

/// One part of a symbol: capitals, with the two digits of a National Assembly.
fn part(text: &str) -> Option<usize> {
    for body in ["UBTVQH", "QH"] {
        if let Some(rest) = text.strip_prefix(body) {
            return Some(body.len() + digits(rest).min(if rest.starts_with('1') { 2 } else { 1 }));
        }
    }
    let known = BODIES.iter().filter(|body| text.starts_with(**body)).map(|body| body.len()).max();
    if let Some(len) = known {
        // `QĐ-BCA-C06`: a unit of the ministry may follow after a hyphen, as another part.
        return Some(len);
    }
    let run: usize = text.chars().take_while(|c| c.is_uppercase()).map(char::len_utf8).sum();
    let run_digits = digits(&text[run..]);
    let next = after(text, run);
    if run == 0 {
        // Lower-case numbers (`63/2010/nđ-cp`) are known by their kind alone.
        return ["nđ", "tt", "qđ", "cp", "nq", "btc", "bca", "btp", "QĐ"]
            .into_iter()
            .find(|w| text.starts_with(w))
            .map(str::len);
    }
    if next.is_some_and(char::is_lowercase) {
        // The last capital begins the next title: `TT-XYZNghị định`.
        let last = text[..run].chars().next_back().map_or(0, char::len_utf8);
        return (run > last).then_some(run - last);
    }
    // Units of a ministry carry digits (`C06`).
    Some(run + if text[..run].chars().count() == 1 { run_digits.min(2) } else { 0 })
}

/// Where the kind in words before a citation begins (`Thông tư số ` before `03/2023/TT-BTP`), if one stands there.
pub fn kind_before(text: &str, start: usize) -> Option<usize> {
    let mut end = text[..start].trim_end().len();
    if end == start {
        // `Luật29/2001/QH10` is a title and its number, not a number with its kind.
        return None;
    }
    for marker in ["số", "Số"] {
        if let Some(rest) = text[..end].strip_suffix(marker) {
            let trimmed = rest.trim_end().len();
            match kind_at_end(&text[..trimmed]) {
                Some(_) => end = trimmed,
                None => return Some(rest.len()),
            }
            break;
        }
    }
    let kind = kind_at_end(&text[..end])?;
    Some(end - kind.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|c| &text[c.start..c.end]).collect()
    }

    #[test]
    fn numbers_end_where_the_next_title_begins() {
        assert_eq!(all("04/2020/TT-BTPNghị định"), ["04/2020/TT-BTP"]);
        assert_eq!(all("07/2023/TT-BTPTHÔNG TƯ MỚI"), ["07/2023/TT-BTP"]);
        assert_eq!(all("Luật 52/2014/QH1354/2014/QH13"), ["52/2014/QH13", "54/2014/QH13"]);
        assert_eq!(all("12/2021/QĐ-TTgQuy chế"), ["12/2021/QĐ-TTg"]);
        assert_eq!(all("5/2017/TT-ABCDXem"), ["5/2017/TT-ABCD"]);
        assert_eq!(all("66.7/2025/NQ-CP"), ["66.7/2025/NQ-CP"]);
        assert_eq!(all("1898/QĐ-BTP"), ["1898/QĐ-BTP"]);
        assert_eq!(all("21/2007/TT-BCA(X13)Luật"), ["21/2007/TT-BCA(X13)"]);
        assert_eq!(all("31/2025/TT_BCALUẬT"), ["31/2025/TT_BCA"]);
        assert_eq!(all("35/2014/TTLT/BQP-BTCvề"), ["35/2014/TTLT/BQP-BTC"]);
    }

    #[test]
    fn years_and_dates_stay_with_the_title() {
        assert_eq!(all("Luật Thử 202076/2025/QH15"), ["76/2025/QH15"]);
        assert_eq!(all("ngày 30/6/2025"), [] as [&str; 0]);
        assert_eq!(all("24/2024"), ["24/2024"]);
    }

    #[test]
    fn kinds_in_words_are_found() {
        let text = "về thửThông tư số 03/2023/TT-BTP";
        let at = find(text)[0].start;
        assert_eq!(kind_before(text, at).map(|k| &text[k..at]), Some("Thông tư số "));
        assert_eq!(kind_before("theo 03/2023/TT-BTP", 5), None);
    }
}
