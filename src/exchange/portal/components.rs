//! Dossier components: groups with a heading, and in each the rows name, form and count, glued together.

use super::{Taken, after, before, digits, forms, is_nothing};
use crate::model::Component;
use crate::text::clean::collapse;

/// The head of the table, repeated for each group.
const HEAD: &str = "Tên giấy tờMẫu đơn, tờ khaiSố lượng";

/// Takes apart a glued table of components. A last row without count is a row that does not say how many.
pub fn components(text: &str) -> Taken<Component> {
    let mut taken = Taken::default();
    if is_nothing(text) {
        return taken;
    }
    let text = collapse(text);
    let mut parts = text.split(HEAD);
    let mut heading = parts.next().unwrap_or_default().trim().to_owned();
    let parts: Vec<&str> = parts.collect();
    if parts.is_empty() {
        taken.left.push(heading);
        return taken;
    }
    for (index, part) in parts.iter().enumerate() {
        let group = if is_nothing(&heading) { String::new() } else { heading.clone() };
        let counts = counts(part);
        let mut at = 0;
        for count in &counts {
            taken.rows.push(component(&group, &part[at..count.start], Some((count.originals, count.copies))));
            at = count.end;
        }
        let rest = part[at..].trim();
        if index + 1 < parts.len() {
            rest.clone_into(&mut heading);
        } else if !is_nothing(rest) {
            taken.rows.push(component(&group, rest, None));
        }
    }
    taken
}

/// Makes a component of cells that already stand apart; `count` is text such as `Bản chính: 1\nBản sao: 0`.
pub fn row(name: &str, form: &str, count: &str) -> Component {
    let number = |word: &str| {
        let count = count.to_lowercase();
        let rest = count[count.find(word)? + word.len()..].trim_start_matches([':', ' ']);
        rest[..digits(rest)].parse::<u32>().ok()
    };
    let (originals, copies) = (number("bản chính"), number("bản sao"));
    let told = (originals.is_some() || copies.is_some()).then(|| (originals.unwrap_or(0), copies.unwrap_or(0)));
    let mut made = component("", name, told);
    if !is_nothing(form) {
        made.form = Some(collapse(form));
    }
    made
}

/// A count: where it stands, and what it says.
struct Count {
    start: usize,
    end: usize,
    originals: u32,
    copies: u32,
}

/// All counts of a group's rows: `1 bản chính`, `0 bản chính,1 bản sao`, `Bản chính: 1Bản sao: 0`.
fn counts(text: &str) -> Vec<Count> {
    const ORIGINALS: &str = " bản chính";
    const COPIES: &str = " bản sao";
    let mut found: Vec<Count> = Vec::new();
    for (hit, _) in text.match_indices("ản ") {
        let row = found.last().map_or(0, |c| c.end);
        let count = if text[..hit].ends_with(" b") {
            let at = hit - 2;
            let word = [ORIGINALS, COPIES].into_iter().find(|word| text[at..].starts_with(word));
            word.filter(|_| at >= row).and_then(|word| plain(text, row, at, word))
        } else if text[..hit].ends_with('B') && hit > row {
            labelled(text, hit - 1)
        } else {
            None
        };
        found.extend(count);
    }
    found
}

/// `Bản chính: 1Bản sao: 0` at `at`: one digit each, as the next row follows at once.
fn labelled(text: &str, at: usize) -> Option<Count> {
    let rest = text[at..].strip_prefix("Bản chính: ")?;
    let first = rest.get(..1)?.parse().ok()?;
    let copies = rest[1..].trim_start().strip_prefix("Bản sao: ")?;
    let second = copies.get(..1)?.parse().ok()?;
    Some(Count { start: at, end: text.len() - copies.len() + 1, originals: first, copies: second })
}

/// A count whose word begins at `at`, with its digits right before. Counts inside a name stand after a blank or a
/// parenthesis, or the sentence goes on behind them.
fn plain(text: &str, row: usize, at: usize, word: &str) -> Option<Count> {
    let run = text[row..at].bytes().rev().take_while(u8::is_ascii_digit).count();
    if run == 0 {
        return None;
    }
    let start = at - own_digits(&text[row..at], run);
    // The portal prints no leading zero: `: 01 bản chính` stands in a name.
    let padded = text[at - run..].starts_with('0') && run == 2;
    let apart = before(text, at - run).is_some_and(|c| c.is_whitespace() || c == '(');
    if padded && (apart || at - run == row) && !text[at + word.len()..].is_empty() {
        return None;
    }
    let glued = start == row || before(text, start).is_some_and(|c| !c.is_whitespace() && c != '(');
    // A row may end in a blank; then only a single digit of which the table is full can be the count.
    let after_blank = before(text, start) == Some(' ') && text[..start].trim_end().ends_with(['.', ';', ')', ':']);
    if !glued && !after_blank {
        return None;
    }
    let number: u32 = text[start..at].parse().ok()?;
    let mut end = at + word.len();
    let (mut originals, mut copies) = if word.ends_with("sao") { (0, number) } else { (number, 0) };
    if let Some(second) = text[end..].strip_prefix(',') {
        let len = digits(second);
        let wanted = if word.ends_with("sao") { " bản chính" } else { " bản sao" };
        if len > 0 && second[len..].starts_with(wanted) {
            let number = second[..len].parse().ok()?;
            if word.ends_with("sao") {
                originals = number
            } else {
                copies = number
            }
            end += 1 + len + wanted.len();
        }
    }
    // Where two counts follow each other, the first belongs to the name.
    let next = &text[end..];
    let counted = digits(next) > 0 && [" bản chính", " bản sao"].iter().any(|w| next[digits(next)..].starts_with(w));
    (!counted && goes_on(next, glued)).then_some(Count { start, end, originals, copies })
}

/// Whether the next row, heading or the end may follow a count.
fn goes_on(rest: &str, glued: bool) -> bool {
    match after(rest, 0) {
        None => true,
        Some(' ') => {
            let next = rest.trim_start();
            next.is_empty() || (glued && !next.starts_with(|c: char| c.is_lowercase() || matches!(c, '(' | ')' | '/')))
        }
        Some(')' | ';' | '/' | '.') if !rest.starts_with("..") => false,
        Some(',') => glued && !rest.starts_with(", "),
        Some(_) => true,
    }
}

/// How many of the digits before a count word are its own: one, unless more are proven by a leading zero or by standing
/// alone behind a small letter.
fn own_digits(head: &str, run: usize) -> usize {
    let start = head.len() - run;
    let previous = before(head, start);
    let behind_word = previous.is_none_or(|c| c.is_lowercase() || matches!(c, ')' | ';'));
    if run == 2 && behind_word && !head[start..].starts_with('0') { 2 } else { 1 }
}

fn component(group: &str, text: &str, count: Option<(u32, u32)>) -> Component {
    let (name, forms) = forms::part(text.trim());
    Component {
        id: String::new(),
        group: group.to_owned(),
        name: collapse(name),
        form: (!forms.is_empty()).then(|| collapse(&forms.join("; "))),
        originals: count.map(|c| c.0),
        copies: count.map(|c| c.1),
        certified: certified(name),
        note: String::new(),
    }
}

/// Whether the name asks for a certified copy.
fn certified(name: &str) -> bool {
    let name = name.to_lowercase();
    let mut rest = name.as_str();
    while let Some(at) = rest.find("bản sao") {
        rest = &rest[at + "bản sao".len()..];
        let near: String = rest.chars().take(60).take_while(|c| !matches!(c, ';' | '.' | '\n')).collect();
        let word = near.find("chứng thực").or_else(|| near.find("công chứng"));
        if word.is_some_and(|w| !near[..w].contains("không") && !near[..w].contains("hoặc")) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Vec<(String, String, Option<u32>, Option<u32>)> {
        let taken = components(text);
        taken.rows.into_iter().map(|c| (c.group, c.name, c.originals, c.copies)).collect()
    }

    fn row_of(group: &str, name: &str, originals: u32, copies: u32) -> (String, String, Option<u32>, Option<u32>) {
        (group.to_owned(), name.to_owned(), Some(originals), Some(copies))
    }

    #[test]
    fn groups_and_counts() {
        assert_eq!(
            table(&format!(
                "* Phải nộp:{HEAD}Đơn thử;1 bản chínhẢnh chụp0 bản chính,2 bản sao--{HEAD}Khác.1 bản chính"
            )),
            [
                row_of("* Phải nộp:", "Đơn thử;", 1, 0),
                row_of("* Phải nộp:", "Ảnh chụp", 0, 2),
                row_of("", "Khác.", 1, 0)
            ]
        );
    }

    #[test]
    fn counts_inside_a_name_are_no_counts() {
        let text = format!("--{HEAD}Giấy thử (01 bản chính hoặc 01 bản sao có chứng thực)1 bản chính");
        assert_eq!(table(&text), [row_of("", "Giấy thử (01 bản chính hoặc 01 bản sao có chứng thực)", 1, 0)]);
        let text = format!("--{HEAD}Giấy thử: 01 bản chính1 bản chínhGiấy hai: 2 bản sao1 bản chính");
        assert_eq!(table(&text), [row_of("", "Giấy thử: 01 bản chính", 1, 0), row_of("", "Giấy hai: 2 bản sao", 1, 0)]);
        let text = format!("--{HEAD}nộp 2 bản chính tờ khai thử1 bản chính");
        assert_eq!(table(&text), [row_of("", "nộp 2 bản chính tờ khai thử", 1, 0)]);
    }

    #[test]
    fn digits_of_the_name_stay_with_it() {
        assert_eq!(table(&format!("--{HEAD}Theo Luật năm 20201 bản chính")), [row_of("", "Theo Luật năm 2020", 1, 0)]);
        assert_eq!(table(&format!("--{HEAD}Mẫu 01-4/HT1 bản chính")), [row_of("", "Mẫu 01-4/HT", 1, 0)]);
        assert_eq!(table(&format!("--{HEAD}Ảnh chân dung12 bản chính")), [row_of("", "Ảnh chân dung", 12, 0)]);
    }

    #[test]
    fn the_last_row_may_lack_its_count() {
        let rows = table(&format!("--{HEAD}Đơn1 bản chínhGiấy khác"));
        assert_eq!(rows[1], (String::new(), "Giấy khác".to_owned(), None, None));
        assert_eq!(components("Chỉ là lời").left, ["Chỉ là lời"]);
    }

    #[test]
    fn certified_copies_are_known() {
        assert!(certified("Bản sao có chứng thực giấy thử"));
        assert!(certified("bản sao hợp đồng có công chứng"));
        assert!(!certified("Văn bản ủy quyền phải chứng thực"));
        assert!(!certified("Bản sao (không phải chứng thực)"));
    }

    #[test]
    fn cells_that_stand_apart() {
        let one = row("Kế hoạch", "5-PL.doc", "Bản chính: 1\nBản sao: 2");
        assert_eq!((one.form.as_deref(), one.originals, one.copies), (Some("5-PL.doc"), Some(1), Some(2)));
        assert_eq!(row("Kế hoạch", "", "").originals, None);
    }
}
