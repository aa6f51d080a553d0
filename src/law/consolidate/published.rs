//! A published consolidation: its head names the base and what amended it; its note marks stand as numbers among the words. They are known by
//! their sequence, and taken out by it.

use crate::law::name::{date::first_date, mention};
use crate::law::{Document, Header, Outline, Provision};
use crate::model::{InstrumentKind, Level};
use crate::text::clean::collapse;
use crate::text::fold;
use jiff::civil::Date;

/// What the head of a published consolidation says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Published {
    /// The number of the instrument whose text it is, in normal form.
    pub base: Option<String>,
    /// The last day of effect among the base and its amendments: from then on it reads so.
    pub from: Option<Date>,
}

/// How far behind `hiệu lực` its date stands at most, in bytes of folded text.
const NEAR: usize = 80;

/// What the head of a text says, if the text is a published consolidation: its kind or number says so (`21/VBHN-NHNN`), or the sentence that
/// names the base and what amended it (Pháp lệnh 01/2012/UBTVQH13: `Thông tư số … được sửa đổi, bổ sung bởi:`).
pub fn head(document: &Document) -> Option<Published> {
    let head = document.provisions.first().filter(|p| p.level == Level::Preamble)?;
    // Legal grounds and the sentence of enactment name other instruments.
    let lines: Vec<&str> = head.text.lines().map(str::trim).take_while(|l| !l.starts_with("Căn cứ")).collect();
    let mut named = None;
    let mut base = None;
    for line in &lines {
        named = mention::read(line, 0).and_then(|m| m.number).filter(|n| !n.contains("VBHN")).or(named);
        let end = line.trim_end_matches([':', ' ']);
        if end.ends_with("sửa đổi, bổ sung bởi") || end.ends_with("sửa đổi bởi") {
            base = named.take();
            break;
        }
    }
    let header = Header::read(&Outline::read(&head.text));
    let consolidated = header.kind.is_some_and(|k| k.value == InstrumentKind::Consolidated)
        || header.number.is_some_and(|n| n.value.contains("VBHN"));
    if base.is_none() && !consolidated {
        return None;
    }
    let folded = fold(&collapse(&lines.join(" ")));
    let dates = folded.match_indices("hieu luc").filter_map(|(at, _)| {
        let mut end = folded.len().min(at + NEAR);
        while !folded.is_char_boundary(end) {
            end -= 1;
        }
        first_date(folded.get(at..end)?).map(|(date, _)| date)
    });
    Some(Published { base, from: dates.max() })
}

/// The tree of a version of an instrument as it is compared and amended: of a published consolidation without its note marks.
pub fn unmarked(text: &str) -> Document {
    let mut document = Document::read(without_notes(text));
    if head(&document).is_some() {
        take_marks_out(&mut document);
    }
    document
}

/// The text before the notes of a consolidation that stand behind it: lines `[1] …`, `[2] …` in order, to its end.
pub fn without_notes(text: &str) -> &str {
    let mut at = 0;
    let mut begin = None;
    let mut next = 1;
    for line in text.split_inclusive('\n') {
        let number = line.strip_prefix('[').and_then(|rest| rest.split_once("] ")).and_then(|(n, _)| n.parse().ok());
        match number {
            Some(1) => (begin, next) = (Some(at), 2),
            Some(n) if n == next => next += 1,
            // Numbers out of order are no notes.
            Some(_) => begin = None,
            None => {}
        }
        at += line.len();
    }
    begin.and_then(|begin| text.get(..begin)).unwrap_or(text)
}

/// Takes the note marks out of a published consolidation, in the order of their numbers; how many there were. A number that is not the next
/// mark stays.
pub fn take_marks_out(document: &mut Document) -> usize {
    let mut next = 1;
    for provision in &mut document.provisions {
        walk(provision, &mut next);
    }
    next - 1
}

fn walk(provision: &mut Provision, next: &mut usize) {
    if matches!(provision.level, Level::Closing | Level::Annex) {
        return;
    }
    if provision.level == Level::Preamble {
        // Marks stand behind legal grounds and behind the sentence of enactment.
        let last = provision.text.trim_end().rfind('\n').map_or(0, |at| at + 1);
        let mut at = 0;
        let mut out = String::with_capacity(provision.text.len());
        for line in provision.text.split_inclusive('\n') {
            let words = line.trim_end();
            let marked = at == last || words.trim_start().starts_with("Căn cứ");
            let kept = if marked { trailing(words, next) } else { words };
            out.push_str(kept);
            out.push_str(line.get(words.len()..).unwrap_or_default());
            at += line.len();
        }
        provision.text = out;
        return;
    }
    let (mark, body) = provision.text.split_at(provision.after_mark.min(provision.text.len()));
    let (mark, mut body) = (mark.to_owned(), body.to_owned());
    if let Some(rest) = leading(&body, next) {
        body = rest.to_owned();
    }
    let line = body.find('\n').unwrap_or(body.len());
    let (first, tail) = body.split_at(line);
    let first = trailing(first.trim_end(), next);
    provision.text = format!("{mark}{first}{tail}");
    provision.children.iter_mut().for_each(|child| walk(child, next));
}

/// `4 Cho vay`, `[4] Cho vay` → `Cho vay` if 4 is the next mark.
fn leading<'t>(body: &'t str, next: &mut usize) -> Option<&'t str> {
    let rest = body.strip_prefix(&next.to_string()).or_else(|| body.strip_prefix(&format!("[{next}]")))?;
    if !rest.starts_with([' ', '\n']) && !rest.is_empty() {
        return None;
    }
    *next += 1;
    Some(rest.trim_start())
}

/// `THỰC HIỆN45,46`, `THỰC HIỆN [45][46]` → `THỰC HIỆN` if 45 and 46 are the next marks.
fn trailing<'t>(line: &'t str, next: &mut usize) -> &'t str {
    let start = line.len()
        - line
            .chars()
            .rev()
            .take_while(|c| c.is_ascii_digit() || matches!(c, ',' | ' ' | '[' | ']'))
            .map(char::len_utf8)
            .sum::<usize>();
    let numbers: Option<Vec<usize>> = line
        .get(start..)
        .unwrap_or_default()
        .split([',', ']'])
        .map(|n| n.trim().trim_start_matches('['))
        .filter(|n| !n.is_empty())
        .map(|n| n.parse().ok())
        .collect();
    match numbers {
        Some(numbers) if !numbers.is_empty() && numbers.iter().enumerate().all(|(n, have)| *have == *next + n) => {
            *next += numbers.len();
            line.get(..start).unwrap_or(line)
        }
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const HEAD: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTHÔNG TƯ\nQuy định về việc thử\n\
                        Thông tư số 39/2016/TT-BT ngày 30 tháng 12 năm 2016 của Bộ trưởng Bộ Thử, có hiệu lực kể từ ngày 15 tháng 3 năm 2017, được sửa đổi, bổ sung bởi:\n\
                        1. Thông tư số 06/2023/TT-BT ngày 28 tháng 6 năm 2023 sửa đổi, bổ sung một số điều của Thông tư số 39/2016/TT-BT, có hiệu lực kể từ ngày 01 tháng 9 năm 2023.\n\
                        Căn cứ Luật Thử có hiệu lực từ ngày 01 tháng 01 năm 2030;\nBộ trưởng ban hành Thông tư. 1\n";

    #[test]
    fn the_head_names_the_base_and_the_last_day() {
        let text = format!("{HEAD}Điều 1. Phạm vi2\nMột.\n");
        let found = head(&Document::read(&text)).unwrap();
        assert_eq!((found.base.as_deref(), found.from), (Some("39/2016/TT-BT"), Some(date(2023, 9, 1))));
        assert!(unmarked(&text).text().ends_with("Điều 1. Phạm vi\nMột.\n"));
        let bare = "BỘ THỬ\nSố: 21/VBHN-BT\nTHÔNG TƯ\nVề việc thử\nĐiều 1. Một";
        assert_eq!(head(&Document::read(bare)), Some(Published::default()));
        let base = "BỘ THỬ\nSố: 1/2020/TT-BT\nTHÔNG TƯ\nVề việc thử\nCăn cứ Luật Thử được sửa đổi, bổ sung bởi:\nĐiều 1. Một 1";
        assert_eq!(head(&Document::read(base)), None);
        assert_eq!(unmarked(base).text(), base);
    }

    #[test]
    fn marks_in_brackets_go_with_their_notes() {
        let text = format!(
            "{}Điều 1. Phạm vi [2]\n1. [3] Một [x].\n2. Hai [4][5]\n[1] Có căn cứ:\n“Căn cứ [9].”\n[2] Điều này.\n[3] Khoản.\n[4] A.\n[5] B.\n",
            HEAD.replace(" 1\n", " [1]\n")
        );
        assert!(
            unmarked(&text).text().ends_with("ban hành Thông tư.\nĐiều 1. Phạm vi\n1. Một [x].\n2. Hai\n"),
            "{}",
            unmarked(&text).text()
        );
        assert_eq!(without_notes("Điều 1. A\n[2] b\n"), "Điều 1. A\n[2] b\n");
    }

    #[test]
    fn marks_go_by_their_sequence_and_other_numbers_stay() {
        let text = "THÔNG TƯ\nBộ trưởng ban hành. 1, 2\nChương I. CHUNG3\nĐiều 1. Phạm vi4\n1. 5 Có 12\nđồng.\na)6 Một;\nĐiều 2.7 (được bãi bỏ)\nĐiều 3. Số 9";
        let mut document = Document::read(text);
        assert_eq!(take_marks_out(&mut document), 7);
        assert_eq!(
            document.text(),
            "THÔNG TƯ\nBộ trưởng ban hành.\nChương I. CHUNG\nĐiều 1. Phạm vi\n1. Có 12\nđồng.\na)Một;\nĐiều 2.(được bãi bỏ)\nĐiều 3. Số 9"
        );
    }
}
