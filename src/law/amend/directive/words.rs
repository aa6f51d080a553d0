//! The words of orders: verbs, fillers, quotation marks.

use super::Verb;

/// The verbs, longer ones first.
pub(super) const VERBS: &[(&str, Verb)] = &[
    ("sửa đổi, bổ sung", Verb::Replace),
    ("sửa đổi và bổ sung", Verb::Replace),
    ("sửa đổi bổ sung", Verb::Replace),
    ("sửa đổi", Verb::Replace),
    ("bổ sung", Verb::Insert),
    ("bãi bỏ", Verb::Repeal),
    ("huỷ bỏ", Verb::Repeal),
    ("hủy bỏ", Verb::Repeal),
    ("lược bỏ", Verb::Repeal),
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
    "một số ",
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

/// Whether a text begins with a word, its first letter in either case.
pub(super) fn begins(text: &str, word: &str) -> bool {
    let mut have = text.chars();
    word.chars().enumerate().all(|(n, want)| {
        have.next().is_some_and(|c| c == want || (n == 0 && c.to_lowercase().eq(std::iter::once(want))))
    })
}

/// The verb with which a text begins, and its length.
pub(super) fn verb(text: &str) -> Option<(Verb, usize)> {
    let (word, verb) = VERBS.iter().find(|(word, _)| {
        begins(text, word) && !text.get(word.len()..).unwrap_or_default().starts_with(char::is_alphabetic)
    })?;
    Some((*verb, word.len()))
}

/// A phrase between quotation marks at the start of a text, and its length with the marks. Marks nest.
pub(super) fn quoted(text: &str) -> Option<(&str, usize)> {
    let (open, inner) = match text.strip_prefix('“') {
        Some(inner) => ('“', inner),
        None => ('"', text.strip_prefix(['"', '”'])?),
    };
    if open == '"' {
        let end = inner.find(['"', '”'])?;
        let close = inner.get(end..)?.chars().next()?.len_utf8();
        return Some((inner.get(..end)?.trim(), text.len() - inner.len() + end + close));
    }
    let mut depth = 1;
    for (at, c) in inner.char_indices() {
        match c {
            '“' => depth += 1,
            '”' | '"' => depth -= 1,
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
