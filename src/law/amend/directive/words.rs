//! The words of orders: verbs, fillers, quotation marks.

use super::{Open, Verb};
use crate::law::amend::passing;
use crate::law::name::place;
use crate::law::read::quote::is_opening;
use crate::model::InstrumentKind;
use crate::model::provision::roman;
use crate::text::fold;
use std::borrow::Cow;

/// The verbs, longer ones first.
pub(super) const VERBS: &[(&str, Verb)] = &[
    ("sửa đổi, bổ sung", Verb::Replace),
    ("sửa đổi và bổ sung", Verb::Replace),
    ("sửa đổi bổ sung", Verb::Replace),
    ("sửa đổi", Verb::Replace),
    ("sửa", Verb::Replace),
    ("bổ sung thêm", Verb::Insert),
    ("bổ sung", Verb::Insert),
    ("thêm", Verb::Insert),
    ("bãi bỏ", Verb::Repeal),
    ("huỷ bỏ", Verb::Repeal),
    ("hủy bỏ", Verb::Repeal),
    ("lược bỏ", Verb::Repeal),
    ("xóa bỏ", Verb::Repeal),
    ("xoá bỏ", Verb::Repeal),
    ("loại bỏ", Verb::Repeal),
    ("bỏ", Verb::Repeal),
    ("thay thế", Verb::Substitute),
    ("thay", Verb::Substitute),
    ("tạm ngưng hiệu lực thi hành", Verb::Suspend),
    ("ngưng hiệu lực thi hành", Verb::Suspend),
    ("tạm ngưng hiệu lực", Verb::Suspend),
    ("ngưng hiệu lực", Verb::Suspend),
    ("đính chính", Verb::Correct),
];

/// Words between a verb and its places that name none.
pub(super) const FILLERS: &[&str] = &[
    ": ",
    "lỗi kỹ thuật ",
    "một số ",
    "một phần ",
    "toàn bộ ",
    "nội dung ",
    "quy định ",
    "các ",
    "những ",
    "của ",
    "tại ",
    "trong ",
    "ở ",
    "thuộc ",
    "khoản ",
    "khoản, ",
    "điểm ",
    "điểm, ",
    "điều ",
    "điều, ",
    "Điều, ",
    "mục, ",
    "mục ",
    "chương ",
    "đoạn ",
    "tên điều ",
    "tên điều, ",
    "tên mục ",
    "tên mục, ",
    "tên chương ",
    "tên chương, ",
    "tên ",
    "và ",
    "hoặc ",
    "biểu mẫu ",
    "mẫu, ",
    "mẫu ",
    "phụ lục ",
    "phụ lục, ",
    "phần ",
    "cụm từ, ",
    "cụm từ ",
    "từ ngữ ",
    "ghi chú ",
    "ban hành kèm theo ",
    "kèm theo ",
    "quy định, ",
];

/// Words that announce a list of whole instruments: "các văn bản sau đây".
const INSTRUMENTS: &[&str] =
    &["các văn bản", "văn bản", "các thông tư", "các nghị định", "các quyết định", "các nghị quyết"];

/// Whether a text speaks of instruments that are listed below it: "toàn bộ các văn bản quy phạm pháp luật sau đây:".
pub(super) fn announces_instruments(text: &str) -> bool {
    let text = text.trim_start();
    let text = ["toàn bộ ", "một phần "].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    // "14 văn bản quy phạm pháp luật sau đây:".
    let text = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let ends = text.trim_end_matches(['.', ' ']);
    INSTRUMENTS.iter().any(|word| begins(text, word))
        && (ends.ends_with(':') || ends.ends_with("sau đây") || ends.ends_with("như sau") || ends.ends_with("sau"))
}

/// Whether what stands behind a verb, and the words that name nothing, only announces the lines below it: "sau đây:", "sau:", "tại:".
pub(super) fn announces_a_list(text: &str) -> bool {
    let text = text.trim();
    if matches!(text, ":" | "tại:" | "trong:" | "của:" | "ở:" | "gồm:" | "là:") {
        return true;
    }
    let text = ["tại ", "trong ", "của ", "ở "].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let named = ["các văn bản ", "văn bản ", "các điều, khoản ", "các điều khoản ", "các điều "];
    let text = named.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    text.starts_with("sau") && text.ends_with(':') && !text.contains('“')
}

/// A heading in capitals as a sentence, so that its verbs, places and instruments are read: numbers and names of kinds keep their capitals.
pub(in crate::law::amend) fn spoken_case(sentence: &str) -> Cow<'_, str> {
    if sentence.chars().any(char::is_lowercase) {
        return Cow::Borrowed(sentence);
    }
    let mut words: Vec<String> = Vec::new();
    for word in sentence.split(' ') {
        let kept = word.contains('/')
            || word.contains(|c: char| c.is_ascii_digit())
            || roman(word.trim_end_matches([',', '.', ':'])).is_some();
        words.push(if kept { word.to_owned() } else { word.to_lowercase() });
    }
    let mut text = words.join(" ");
    for kind in InstrumentKind::words().chain(["Điều", "Chương", "Mục", "Phụ lục", "Phần"]) {
        let small = kind.to_lowercase();
        let mut from = 0;
        while let Some(at) = text.get(from..).and_then(|rest| rest.find(&small)).map(|at| at + from) {
            let end = at + small.len();
            let before = text.get(..at).is_some_and(|t| t.ends_with(char::is_alphanumeric));
            let after = text.get(end..).unwrap_or_default();
            // "điều" is a level only before a number: "một số điều của".
            let named = !after.starts_with(char::is_alphabetic)
                && (small.contains(' ')
                    || small == "luật"
                    || after.trim_start().starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase()));
            if !before && named {
                text.replace_range(at..end, kind);
            }
            from = end;
        }
    }
    Cow::Owned(text)
}

/// Whether a text begins with a word, its first letter in either case.
pub(super) fn begins(text: &str, word: &str) -> bool {
    let mut have = text.chars();
    word.chars().enumerate().all(|(n, want)| {
        have.next().is_some_and(|c| c == want || (n == 0 && c.to_lowercase().eq(std::iter::once(want))))
    })
}

/// The verb with which a text begins, and its length. Marks that a scanner misread do not count: "bỗ sung", "sửa đỗi".
pub(super) fn verb(text: &str) -> Option<(Verb, usize)> {
    if !text.starts_with(|c: char| "sbthlxnđSBTHLXNĐ".contains(c)) {
        return None;
    }
    VERBS.iter().find_map(|(word, verb)| {
        let length = if begins(text, word) { word.len() } else { misread(text, word)? };
        (!text.get(length..)?.starts_with(char::is_alphabetic)).then_some((*verb, length))
    })
}

/// The length of a verb of several words whose marks were misread.
fn misread(text: &str, word: &str) -> Option<usize> {
    let length: usize = text.chars().take(word.chars().count()).map(char::len_utf8).sum();
    let near = text.get(..length)?;
    (word.contains(' ') && near.len() + 8 > word.len() && fold(near) == fold(word)).then_some(length)
}

/// A phrase between quotation marks at the start of a text, and its length with the marks. Marks nest.
pub(super) fn quoted(text: &str) -> Option<(&str, usize)> {
    let (open, inner) = match text.strip_prefix('“') {
        Some(inner) => ('“', inner),
        None => (if text.starts_with('”') { '”' } else { '"' }, text.strip_prefix(['"', '”'])?),
    };
    if open != '“' {
        let closes = |(at, c): &(usize, char)| matches!(c, '"' | '”') || (*c == '“' && !is_opening(inner, *at));
        let (end, close) = inner.char_indices().find(closes)?;
        return Some((inner.get(..end)?.trim(), text.len() - inner.len() + end + close.len_utf8()));
    }
    let mut depth = 1;
    for (at, c) in inner.char_indices() {
        match c {
            '“' if is_opening(inner, at) => depth += 1,
            '“' | '”' | '"' => depth -= 1,
            _ => continue,
        }
        if depth == 0 {
            return Some((inner.get(..at)?.trim(), open.len_utf8() + at + c.len_utf8()));
        }
    }
    None
}

/// Where the parenthesis that opens at the start of a text ends.
pub(super) fn closing_parenthesis(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// What the words left over of a sentence say that was not read: places, phrases, orders, exceptions. Words on time, manner and history say
/// nothing of the kind.
pub(super) fn left_over(rest: &str) -> Option<Open> {
    if [" trừ ", "(trừ ", "ngoại trừ "].iter().any(|word| rest.contains(word))
        || rest.trim_start_matches([',', ' ', '(']).starts_with("trừ ")
    {
        return Some(Open::Exception);
    }
    let rest = rest.split_once("như sau").map_or(rest, |(before, _)| before);
    let label = |word: &str| {
        rest.match_indices(word).any(|(at, _)| {
            let own = place::read(rest, at).is_some_and(|(places, _)| places.iter().any(|p| p.this.is_none()));
            own && !rest.get(..at).is_some_and(passing)
        })
    };
    // "Mẫu số 04, 09 và 17": labels without their word go on with the list.
    let bare = rest.trim_start().strip_prefix([',', ';']).map(str::trim_start).is_some_and(|next| {
        let digits = next.bytes().take_while(u8::is_ascii_digit).count();
        digits > 0
            && next.get(digits..).is_some_and(|behind| behind.is_empty() || behind.starts_with([',', ' ', '.', ';']))
    });
    // "điểm k, điểm I": a level goes on with the list, whose label could not be read.
    let next = rest.trim_start().strip_prefix([',', ';']).map(str::trim_start).unwrap_or_default();
    let next = next.strip_prefix("và ").or_else(|| rest.trim_start().strip_prefix("và ")).unwrap_or(next);
    let bare = bare || ["điểm ", "khoản ", "Điều "].iter().any(|word| next.starts_with(word));
    const PLACES: &[&str] = &["Điều ", "khoản ", "điểm ", "Phụ lục ", "tên ", "Mẫu ", "mẫu ", "Biểu ", "biểu "];
    let more = PLACES.iter().any(|word| label(word)) || rest.contains('“') || bare;
    more.then_some(Open::More)
}

/// Whether the words behind the places of an order say for whom, where or in which case alone it is.
pub(super) fn limits(rest: &str) -> bool {
    const LIMITS: &[&str] = &[
        "đối với ",
        "trong trường hợp ",
        "nếu ",
        "cho đến khi ",
        "trên địa bàn ",
        "trong phạm vi ",
        "và các quy định khác",
        "và quy định khác",
    ];
    LIMITS.iter().any(|word| rest.starts_with(word))
}

/// Whether a text goes on with an order in the passive.
pub(super) fn is_passive(rest: &str) -> bool {
    let rest = rest.strip_prefix("được ").or_else(|| rest.strip_prefix("bị "));
    rest.is_some_and(|rest| verb(rest).is_some())
}

/// What the next sentence or clause behind an order says, where it orders something too.
pub(super) fn orders_behind(rest: &str) -> Option<Open> {
    let next = rest.trim_start().strip_prefix([';', '.'])?;
    passing::orders(next, None).then_some(Open::More)
}

/// Whether what follows these words is named in passing: who asked for it, on what it rests, from when.
fn passing(before: &str) -> bool {
    ["theo ", "kể từ", "từ ngày", "căn cứ", "để ", "phù hợp", "hướng dẫn", "được sửa đổi", "đã được"]
        .iter()
        .any(|word| before.contains(word))
}
