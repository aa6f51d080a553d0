//! What a line starts: the marks of Phần, Chương, Mục, Điều, khoản, điểm and the rest, read from the line alone. Whether the mark fits the
//! sequence is decided by [`super::outline`].

use crate::model::Level;
use crate::model::provision::{ORDINALS, roman};

/// A mark at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::law) struct Mark<'a> {
    /// The level that the mark opens.
    pub level: Level,
    /// The label without its punctuation.
    pub label: &'a str,
    /// Where in the line the text after the mark begins, in bytes.
    pub after: usize,
    /// Whether a full stop, colon or dash, or the end of the line, follows the label: a heading, not a reference in running text.
    pub closed: bool,
}

/// The line without the blanks before it. Nearly all lines begin with a letter or digit, which their first byte tells.
#[inline]
pub(super) fn unindented(line: &str) -> &str {
    match line.as_bytes().first() {
        Some(b'!'..=b'~' | 0xC3..=0xDF) => line,
        _ => line.trim_start(),
    }
}

/// The mark with which a line starts; the line may be indented.
pub(in crate::law) fn mark(line: &str) -> Option<Mark<'_>> {
    let text = unindented(line);
    let indent = line.len() - text.len();
    let first = *text.as_bytes().first()?;
    let found = match first {
        b'0'..=b'9' => clause(text),
        b'(' => item(text),
        b'-' | b'+' => dash(text),
        b'|' => Some(Mark { level: Level::Table, label: "", after: 0, closed: true }),
        b'a'..=b'z' => point(text),
        // đ) and Điều.
        0xC4 => point(text).or_else(|| heading(text)),
        // The first letters of WORDS.
        b'B' | b'C' | b'M' | b'P' | b'T' => heading(text),
        0xE2 | b'\'' | b':' | b'.' | b',' | b'`' | b'_' => stained(text),
        _ => None,
    };
    found.map(|m| Mark { after: m.after + indent, ..m })
}

/// `1.` `12a.`: not `1.000` and not `1.1.`. Some offices write `1/`, which counts in its place alone.
fn clause(text: &str) -> Option<Mark<'_>> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 3 {
        return None;
    }
    let mut end = digits;
    if let Some(letter) = text.get(digits..)?.chars().next().filter(|c| is_label_letter(*c)) {
        end += letter.len_utf8();
    }
    let tail = text.get(end..)?;
    let slash = tail.starts_with("/ ");
    let rest = if slash { tail.strip_prefix('/')? } else { tail.strip_prefix('.')? };
    if rest.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let after = text.len() - rest.trim_start().len();
    Some(Mark { level: Level::Clause, label: text.get(..end)?, after, closed: !slash })
}

/// `a)` `đ)` `g1)`, also the sub-items written `i)` `iv)`. Some offices write `a.` or `a/`, which counts in its place alone.
fn point(text: &str) -> Option<Mark<'_>> {
    let Some(close) = text.bytes().take(6).position(|b| b == b')') else { return other_point(text) };
    let label = text.get(..close)?;
    let after = text.len() - text.get(close + 1..)?.trim_start().len();
    let mut letters = label.chars();
    let is_point = letters.next().is_some_and(is_label_letter)
        && match letters.next() {
            None => true,
            Some(second) => second.is_ascii_digit() && letters.next().is_none(),
        };
    let level = if is_point {
        Level::Point
    } else if label.len() > 1 && is_small_roman(label) {
        Level::Item
    } else {
        return None;
    };
    Some(Mark { level, label, after, closed: true })
}

/// `a. ` `đ/ `.
fn other_point(text: &str) -> Option<Mark<'_>> {
    let letter = text.chars().next().filter(|c| is_label_letter(*c))?;
    let (label, rest) = text.split_at(letter.len_utf8());
    let words = rest.strip_prefix(". ").or_else(|| rest.strip_prefix("/ "))?;
    let after = text.len() - words.trim_start().len();
    Some(Mark { level: Level::Point, label, after, closed: false })
}

/// `(i)` `(iv)`.
fn item(text: &str) -> Option<Mark<'_>> {
    let close = text.bytes().take(8).position(|b| b == b')')?;
    let label = text.get(1..close)?;
    let after = text.len() - text.get(close + 1..)?.trim_start().len();
    is_small_roman(label).then_some(Mark { level: Level::Item, label, after, closed: true })
}

/// `- ` `+ `.
fn dash(text: &str) -> Option<Mark<'_>> {
    let rest = text.get(1..)?;
    (rest.starts_with(' ') && !rest.trim().is_empty()).then(|| Mark {
        level: Level::Dash,
        label: "",
        after: text.len() - rest.trim_start().len(),
        closed: true,
    })
}

/// An Điều behind a stain that a scanner took for a sign: `'Điều 15.`, `: Điều 18.`
fn stained(text: &str) -> Option<Mark<'_>> {
    let bare = text.trim_start_matches(['\'', ':', '.', ',', '`', '_', ' ', '“', '„', '‘', '’']);
    let stain = text.len() - bare.len();
    if stain > 6 || text.starts_with("''") || !bare.starts_with("Điều ") {
        return None;
    }
    let found = heading(bare).filter(|m| m.level == Level::Article && m.closed)?;
    Some(Mark { after: found.after + stain, ..found })
}

/// Phần, Chương, Mục, Tiểu mục, Điều, Phụ lục, Mẫu, Biểu.
fn heading(text: &str) -> Option<Mark<'_>> {
    // Nearly all lines are told from their first letter.
    let first = text.as_bytes().first();
    let word = |(word, level): &(&'static str, Level)| {
        (word.as_bytes().first() == first && text.starts_with(word)).then_some((*level, *word))
    };
    let (level, word) = WORDS.iter().find_map(word)?;
    let rest = text.get(word.len()..)?;
    // "Mục.2." is a slip of some sources for "Mục 2.".
    let body = if level == Level::Section { rest.trim_start_matches(['.', ' ']) } else { rest.trim_start() };
    let gap = rest.len() - body.len();
    if level == Level::Annex {
        return annex(text, word, body);
    }
    if gap == 0 && !(level == Level::Article && body.starts_with(|c: char| c.is_ascii_digit())) {
        return None;
    }
    let (label, tail) = match level {
        Level::Article => article_label(body)?,
        Level::Part => part_label(body)?,
        _ => number_label(body)?,
    };
    let tail_text = tail.trim_start();
    let stripped = tail_text.trim_start_matches(['.', ':', '-', '–', ' ']);
    let closed = stripped.is_empty() || stripped.len() < tail_text.len();
    Some(Mark { level, label, after: text.len() - stripped.len(), closed })
}

const WORDS: &[(&str, Level)] = &[
    ("Điều", Level::Article),
    ("ĐIỀU", Level::Article),
    ("Chương", Level::Chapter),
    ("CHƯƠNG", Level::Chapter),
    ("Tiểu mục", Level::Subsection),
    ("TIỂU MỤC", Level::Subsection),
    ("Mục", Level::Section),
    ("MỤC", Level::Section),
    ("Phần", Level::Part),
    ("PHẦN", Level::Part),
    ("Phụ lục", Level::Annex),
    ("PHỤ LỤC", Level::Annex),
    ("Mẫu số", Level::Annex),
    ("MẪU SỐ", Level::Annex),
    ("Mẫu", Level::Annex),
    ("MẪU", Level::Annex),
    ("Biểu mẫu", Level::Annex),
    ("Biểu số", Level::Annex),
    ("BIỂU SỐ", Level::Annex),
];

/// A heading of an annex: the word with a short label, and nothing behind it that runs on in small letters. The label of a `Phụ lục` is its
/// number; the one of a `Mẫu` or `Biểu` keeps the word.
fn annex<'a>(text: &'a str, word: &str, body: &'a str) -> Option<Mark<'a>> {
    let is_annex = matches!(word, "Phụ lục" | "PHỤ LỤC");
    // "Phụ lục số 02".
    let numbered = ["số ", "Số ", "SỐ "].iter().find_map(|word| body.strip_prefix(word)).map(str::trim_start);
    let body = numbered.filter(|_| is_annex).unwrap_or(body);
    let end = body.find([' ', '.', ':', ',', ';', '(']).unwrap_or(body.len());
    let label = body.get(..end)?;
    let is_label = label.len() <= 8
        && (roman(label).is_some_and(|_| label.chars().all(char::is_uppercase))
            || label.starts_with(|c: char| c.is_ascii_digit())
            || (label.len() <= 2 && label.chars().all(|c| c.is_ascii_uppercase())));
    if body.is_empty() && is_annex {
        return Some(Mark { level: Level::Annex, label: "", after: text.len(), closed: true });
    }
    let (label, rest) = if is_label { (label, body.get(end..)?) } else { ("", body) };
    let rest = rest.trim_start();
    let ending = rest.trim_end();
    // "Phụ lục I ban hành kèm theo Nghị định này …" cites; a heading names the instrument by its number. "Phụ lục.doc" is a link.
    let issued = rest.starts_with("ban hành kèm theo") && !ending.ends_with(['.', ';', ',']) && !rest.contains(" này");
    let file = [".doc", ".pdf", ".xls", ".rar", ".zip"].iter().any(|end| rest.starts_with(end));
    let heading =
        ending.is_empty() || rest.starts_with(['.', ':', '(', '-', '–']) || is_upper(rest) || (is_label && issued);
    if !heading || file || (label.is_empty() && !is_annex) || ending.ends_with(';') {
        return None;
    }
    let from = if is_annex { text.len() - body.len() } else { 0 };
    let label = text.get(from..text.len() - body.len() + label.len())?;
    Some(Mark { level: Level::Annex, label, after: text.len() - rest.len(), closed: true })
}

/// `5` `3a`; in the codified law `44.5.NĐ.1.2`.
fn article_label(body: &str) -> Option<(&str, &str)> {
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 4 {
        return None;
    }
    let mut end = digits;
    if let Some(dotted) = codified_label(body) {
        return Some(body.split_at(dotted));
    }
    let mut letters = body.get(digits..)?.chars();
    if let Some(letter) = letters.next().filter(|c| is_label_letter(*c)) {
        let second = letters.next();
        if second.is_none_or(|c| !c.is_alphabetic()) {
            end += letter.len_utf8();
            if second.is_some_and(|c| c.is_ascii_digit()) && !letters.next().is_some_and(|c| c.is_ascii_digit()) {
                end += 1;
            }
        }
    }
    let (label, tail) = body.split_at(end);
    (!tail.starts_with(|c: char| c.is_alphanumeric() || c == '/')).then_some((label, tail))
}

/// The length of a label of the codified law, `16.1.LQ.3`, if the text starts with one.
fn codified_label(body: &str) -> Option<usize> {
    /// The longest segment, in bytes.
    const SEGMENT: usize = 8;
    let mut segments = 0;
    let mut lettered = false;
    let mut end = 0;
    while segments <= 8 {
        let rest = body.get(end + usize::from(segments > 0)..)?;
        // The title behind the label is long and seldom holds a full stop: it is not looked through for one.
        let width = rest.bytes().take(SEGMENT + 1).position(|b| b == b'.').unwrap_or(rest.len());
        let plain = |c: char| c.is_ascii_digit() || c.is_ascii_lowercase() || c.is_uppercase();
        let Some(segment) = rest.get(..width).filter(|s| (1..=SEGMENT).contains(&s.len()) && s.chars().all(plain))
        else {
            break;
        };
        lettered |= segment.chars().all(char::is_uppercase) && !segment.starts_with(|c: char| c.is_ascii_digit());
        end += segment.len() + usize::from(segments > 0);
        segments += 1;
    }
    (segments >= 3 && lettered && body.get(end..)?.starts_with('.')).then_some(end)
}

/// `thứ nhất`, `I`, `1`: the label is the word or the number.
fn part_label(body: &str) -> Option<(&str, &str)> {
    let Some(spoken) = body.strip_prefix("thứ ").or_else(|| body.strip_prefix("THỨ ")) else {
        return number_label(body);
    };
    let (label, tail) = spoken.split_at(spoken.find([' ', '.', ':']).unwrap_or(spoken.len()));
    ORDINALS.contains(&label.to_lowercase().as_str()).then_some((label, tail))
}

/// A Roman number in capitals or a number, possibly with a letter: `II`, `3`, `1a`.
fn number_label(body: &str) -> Option<(&str, &str)> {
    let end =
        body.find(|c: char| !(c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))).unwrap_or(body.len());
    if end == 0 {
        return None;
    }
    let mut end = end;
    let mut after = body.get(end..)?.chars();
    if let Some(letter) =
        after.next().filter(|c| is_label_letter(*c) && after.clone().next().is_none_or(|n| !n.is_alphabetic()))
    {
        end += letter.len_utf8();
    }
    let (label, tail) = body.split_at(end);
    let valid =
        label.starts_with(|c: char| c.is_ascii_digit()) || roman(label.trim_end_matches(is_label_letter)).is_some();
    (valid && label.len() <= 8 && !tail.starts_with(char::is_alphanumeric)).then_some((label, tail))
}

/// Whether a letter can stand in a label: a small Latin letter or đ.
pub(in crate::law) fn is_label_letter(c: char) -> bool {
    c.is_ascii_lowercase() || c == 'đ'
}

fn is_small_roman(label: &str) -> bool {
    !label.is_empty() && label.len() < 7 && label.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'))
}

/// Whether a text has letters, and all of them are capitals.
pub(in crate::law) fn is_upper(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}

/// Whether a title without punctuation before it begins like one.
pub(super) fn starts_title(title: &str) -> bool {
    const REFERENCES: &[&str] = &["Luật", "Bộ luật", "Nghị", "Thông", "Quyết", "Pháp", "Hiến", "Điều", "Chương", "Quy"];
    let title = title.strip_prefix(", ").unwrap_or(title);
    title.starts_with(char::is_uppercase) && !REFERENCES.iter().any(|k| title.starts_with(k))
}

/// The lines of a text, also the empty one behind a last line end. The law of a country is a hundred million letters: the line ends are looked for
/// many bytes at a time.
pub(super) fn split_lines(text: &str) -> Vec<&str> {
    let ends = || memchr::memchr_iter(b'\n', text.as_bytes());
    let mut lines = Vec::with_capacity(ends().count() + 1);
    let mut start = 0;
    for end in ends().chain([text.len()]) {
        lines.push(text.get(start..end).unwrap_or_default());
        start = end + 1;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(Level, &str, &str)> {
        mark(line).map(|m| (m.level, m.label, &line[m.after..]))
    }

    #[test]
    fn each_mark_is_read_with_its_label_and_what_follows() {
        for (line, level, label, rest) in [
            ("Điều 5. Phạm vi", Level::Article, "5", "Phạm vi"),
            ("Điều 32đ. Thẩm định", Level::Article, "32đ", "Thẩm định"),
            ("Điều 29.41 (được bãi bỏ)", Level::Article, "29", "41 (được bãi bỏ)"),
            ("Điều 16.1.NĐ.1.2. Đối tượng", Level::Article, "16.1.NĐ.1.2", "Đối tượng"),
            ("1. Thông tư này", Level::Clause, "1", "Thông tư này"),
            ("1a. Thông tư này", Level::Clause, "1a", "Thông tư này"),
            ("đ) Quỹ", Level::Point, "đ", "Quỹ"),
            ("g1) Quỹ", Level::Point, "g1", "Quỹ"),
            ("(iii) Trường hợp", Level::Item, "iii", "Trường hợp"),
            ("iv) Trường hợp", Level::Item, "iv", "Trường hợp"),
            ("i) Trường hợp", Level::Point, "i", "Trường hợp"),
            ("Chương II. QUY ĐỊNH", Level::Chapter, "II", "QUY ĐỊNH"),
            ("CHƯƠNG IV", Level::Chapter, "IV", ""),
            ("Mục 3: HOẠT ĐỘNG", Level::Section, "3", "HOẠT ĐỘNG"),
            ("Tiểu mục 1. VI PHẠM", Level::Subsection, "1", "VI PHẠM"),
            ("Phần thứ nhất", Level::Part, "nhất", ""),
            ("PHẦN THỨ HAI", Level::Part, "HAI", ""),
            ("Phụ lục II", Level::Annex, "II", ""),
            ("BIỂU SỐ 2", Level::Annex, "BIỂU SỐ 2", ""),
            ("PHỤ LỤC", Level::Annex, "", ""),
            ("Mẫu số 01. ĐƠN", Level::Annex, "Mẫu số 01", ". ĐƠN"),
            ("' Điều 15. Vi phạm", Level::Article, "15", "Vi phạm"),
            (": Điều 18: Vi phạm", Level::Article, "18", "Vi phạm"),
            ("Điều 3 . Tên", Level::Article, "3", "Tên"),
            ("Điều 7.Tên", Level::Article, "7", "Tên"),
            ("Điều 20, Vi phạm", Level::Article, "20", ", Vi phạm"),
            ("  - Có tên", Level::Dash, "", "Có tên"),
        ] {
            assert_eq!(read(line), Some((level, label, rest)), "{line}");
        }
    }

    #[test]
    fn running_text_is_no_mark() {
        for line in [
            "1.000.000 đồng",
            "1.1. Nội dung",
            "2026. Nghị định",
            "Mục tiêu chung",
            "Chương trình đào tạo",
            "Phần lãi từ tiền gửi",
            "Phụ lục VI kèm theo Thông tư này;",
            "Phụ lục I ban hành kèm theo Nghị định này; ",
            "Phụ lục I ban hành kèm theo Thông tư này. Riêng đối với hộ",
            "Phụ lục.doc",
            "Mẫu đơn đề nghị",
            "abc) thử",
            "-Không phải gạch",
            "Điều kiện vay vốn",
            "'Điều 5 của Luật",
            "''Điều 5. Tên",
            "...... Điều 5. Tên",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
        assert!(!mark("Điều 5 của Luật này").unwrap_or_else(|| unreachable!()).closed);
        assert!(!mark("Chương VI Nghị định này").unwrap_or_else(|| unreachable!()).closed);
    }

    #[test]
    fn a_line_is_unindented_by_any_blank() {
        for first in ('\0'..=char::MAX).map(|c| format!("{c}a")) {
            assert_eq!(unindented(&first), first.trim_start());
        }
    }
}
