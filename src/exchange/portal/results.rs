//! Results: name and code of each, then the buttons of the page.

use super::{NOTHING, Taken, after, digits, is_nothing};
use crate::model::Outcome;
use crate::text::clean::collapse;

/// What stands before a code.
const CODE: &str = "Mã: ";

/// Words of the page that follow the last result.
const BUTTONS: &[&str] = &["Từ khóaKhông", "Từ khóa", "Mô tảKhông có thông tin", "Chọn cơ quan thực hiện", "Nộp hồ sơ"];

/// Takes apart the results of a record.
pub fn results(text: &str) -> Taken<Outcome> {
    let mut taken = Taken::default();
    if is_nothing(text) {
        return taken;
    }
    let mut rest = text.trim();
    while let Some(at) = rest.find(CODE) {
        let name = rest[..at].trim();
        rest = &rest[at + CODE.len()..];
        let len = code(rest);
        push(&mut taken.rows, name, &rest[..len]);
        rest = &rest[len..];
        if BUTTONS.iter().any(|button| rest.trim_start().starts_with(button)) {
            return taken;
        }
    }
    let end = BUTTONS.iter().filter_map(|button| rest.find(button)).min().unwrap_or(rest.len());
    push(&mut taken.rows, rest[..end].trim(), "");
    taken
}

/// One result a line of a plain text.
pub fn lines(text: &str) -> Taken<Outcome> {
    let mut taken = Taken::default();
    for line in text.lines() {
        push(&mut taken.rows, line.trim_start_matches(['-', '+', '*', '•', ' ']), "");
    }
    taken
}

fn push(rows: &mut Vec<Outcome>, name: &str, code: &str) {
    if is_nothing(name) && code.is_empty() {
        return;
    }
    let code = (!code.is_empty() && code != NOTHING).then(|| code.to_owned());
    rows.push(Outcome { id: String::new(), code, name: collapse(name) });
}

/// The length of the code at the head of a text. It is glued to the next name, which begins with a capital before a small
/// letter, or with a sign.
fn code(text: &str) -> usize {
    if let Some(known) = known(text) {
        return known;
    }
    let mut len = 0;
    for (at, c) in text.char_indices() {
        let next = after(text, at + c.len_utf8());
        let begins_word = c.is_uppercase() && next.is_some_and(char::is_lowercase) && !text[..at].ends_with(['.', '-']);
        let part = c.is_ascii_alphanumeric()
            || (matches!(c, '.' | '-' | '_') && next.is_some_and(|n| n.is_ascii_alphanumeric()));
        if !part || (begins_word && at > 0) {
            break;
        }
        len = at + 1;
    }
    // A name where the code should stand: its first letters are no code.
    let inside_word = after(text, len).is_some_and(|c| c.is_alphabetic() && !c.is_ascii() && c.is_lowercase());
    let is_code = text[..len].contains(|c: char| c.is_ascii_digit()) || !inside_word;
    if is_code { len } else { 0 }
}

/// Codes of a known build, so that a name may begin with a digit: `KQ.G15.000032`.
fn known(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("KQ.")?;
    let group = after(rest, 0).filter(char::is_ascii_uppercase)?.len_utf8() + digits(&rest[1..]);
    let tail = rest.get(group..)?.strip_prefix('.')?;
    let number = digits(tail);
    (number >= 5).then_some(3 + group + 1 + if tail[..number].len() > 7 { 6 } else { number })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(text: &str) -> Vec<(String, String)> {
        results(text).rows.into_iter().map(|r| (r.name, r.code.unwrap_or_default())).collect()
    }

    fn pair(name: &str, code: &str) -> (String, String) {
        (name.to_owned(), code.to_owned())
    }

    #[test]
    fn results_are_cut_at_their_codes() {
        assert_eq!(
            pairs("Giấy thửMã: KQ.G15.000032- Thông báoMã: KQ.G15.000033Từ khóaKhông có thông tinNộp hồ sơ"),
            [pair("Giấy thử", "KQ.G15.000032"), pair("- Thông báo", "KQ.G15.000033")]
        );
        assert_eq!(
            pairs("MộtMã: 000.00.00.G15-KQ0108HaiMã: utw12Từ khóaKhông có thông tin"),
            [pair("Một", "000.00.00.G15-KQ0108"), pair("Hai", "utw12")]
        );
    }

    #[test]
    fn a_name_in_place_of_a_code_is_a_name() {
        assert_eq!(pairs("MộtMã: Cơ quan thửTừ khóaKhông có thông tin"), [pair("Một", ""), pair("Cơ quan thử", "")]);
    }

    #[test]
    fn a_result_without_code_is_kept() {
        assert_eq!(pairs("Công văn trả lờiTừ khóaKhông có thông tin"), [pair("Công văn trả lời", "")]);
        assert!(pairs("Không có thông tin").is_empty());
        assert_eq!(lines("- Một;\n\n- Hai").rows.len(), 2);
    }
}
