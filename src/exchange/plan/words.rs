//! The text of a resolution as the gazette prints it: the items of its annexes that begin with words of the layout, one sentence each, over wrapped lines and
//! pages. What an annex says besides (new text of provisions, forms, the closing table of instruments) is no item.

use crate::text::fold;

/// An item as it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    /// Its first line, from 1.
    pub line: usize,
    /// The annex, `I.3`.
    pub annex: String,
    /// The part of the annex, `A`; empty where it has none.
    pub part: String,
    /// The number of the item; empty where it has none.
    pub number: String,
    /// Its sentence, with its number.
    pub text: String,
}

/// The number of the document that a text is of, from the line `Số: …` of its head.
pub(super) fn number_of(text: &str) -> Option<String> {
    let head = text.lines().take(HEAD).filter_map(|line| {
        let line = line.trim();
        let rest = line.strip_prefix("Số")?.trim_start_matches([':', ' ']);
        let number: String = rest.split_whitespace().collect();
        (number.contains('/') && number.starts_with(|c: char| c.is_ascii_digit())).then_some(number)
    });
    head.into_iter().next()
}

/// In how many lines the number of the document is looked for.
const HEAD: usize = 60;

/// The items of a text that begin with one of some words, folded.
pub(super) fn items(text: &str, begins: &[String]) -> Vec<Item> {
    let mut found: Vec<Item> = Vec::new();
    let (mut annex, mut part) = (String::new(), String::new());
    let (mut open, mut closing) = (false, false);
    for (at, raw) in text.lines().enumerate() {
        let line = raw.trim();
        if line.is_empty() || is_furniture(line) {
            continue;
        }
        if let Some(name) = annex_of(line) {
            (annex, part) = (name, String::new());
            (open, closing) = (false, false);
            continue;
        }
        let (label, rest) = labelled(line);
        // `A. CẮT GIẢM …` opens a part, the list of instruments ends what counts.
        if label.len() == 1 && label.chars().all(char::is_uppercase) && is_capitals(rest) && !"IVX".contains(label) {
            part = label.to_owned();
            (open, closing) = (false, fold(rest).starts_with("danh muc van ban"));
            continue;
        }
        if is_capitals(line) {
            closing |= fold(line).starts_with("danh muc van ban");
            open = false;
            continue;
        }
        let folded = fold(rest);
        let begins_one = begins.iter().any(|words| folded.starts_with(words.as_str()));
        if begins_one && !annex.is_empty() && !closing {
            let (annex, part) = (annex.clone(), part.clone());
            found.push(Item { line: at + 1, annex, part, number: label.to_owned(), text: line.to_owned() });
            open = !line.ends_with(['.', ':']);
        } else if open && !label.is_empty() {
            open = false;
        } else if open && let Some(item) = found.last_mut() {
            item.text.push(' ');
            item.text.push_str(line);
            open = !line.ends_with(['.', ':']);
        }
    }
    // A table of contents names annexes by what they do, without a provision and without an end.
    found.retain(|item| {
        !item.number.is_empty() || item.text.ends_with(['.', ':']) || fold(&item.text).contains(" dieu ")
    });
    found
}

/// Running heads, page numbers and stamps of the gazette.
fn is_furniture(line: &str) -> bool {
    let stamps = ["CÔNG BÁO/Số", "Ký bởi:", "Cơ quan: VĂN PHÒNG", "Ngày ký:"];
    line.bytes().all(|b| b.is_ascii_digit()) || stamps.iter().any(|stamp| line.starts_with(stamp))
}

/// The annex that a line opens: `Phụ lục I.3`, and nothing behind it.
fn annex_of(line: &str) -> Option<String> {
    let (word, name) = line.split_at_checked("Phụ lục".len())?;
    let name = name.trim();
    let is_name = !name.is_empty()
        && name.len() < 12
        && name.chars().all(|c| c.is_ascii_digit() || c == '.' || matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'));
    (fold(word) == "phu luc" && is_name).then(|| name.trim_end_matches('.').to_owned())
}

/// The number with which a line begins, and what stands behind it: `XI. `, `3. `, `a) `, `- `.
fn labelled(line: &str) -> (&str, &str) {
    if let Some(rest) = line.strip_prefix(['-', '–', '+']) {
        return ("-", rest.trim_start());
    }
    let Some((label, rest)) = line.split_once(['.', ')']) else { return ("", line) };
    let roman = label.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'));
    let short = label.chars().count() <= 3 && label.chars().all(char::is_alphanumeric);
    let digits = label.bytes().all(|b| b.is_ascii_digit());
    let is_label = !label.is_empty() && (roman && label.len() < 8 || short && (digits || label.chars().count() <= 2));
    if is_label && rest.starts_with(char::is_whitespace) { (label, rest.trim_start()) } else { ("", line) }
}

/// Whether a line is a title in capitals.
fn is_capitals(line: &str) -> bool {
    let letters = || line.chars().filter(|c| c.is_alphabetic());
    letters().count() > 3 && letters().all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "CÔNG BÁO/Số 272/Ngày 14-05-2026\n14\nCHÍNH PHỦ\nSố: 22/2026/NQ-CP\nĐiều 1. Phạm vi\nBãi bỏ thủ tục theo Phụ lục I.\n\
        Phụ lục I.1\nPhân cấp thủ tục hành chính thuộc lĩnh vực ao hồ\n\n\
        Phụ lục I.1\nCẮT GIẢM THỦ TỤC\n(Kèm theo Nghị quyết số 22/2026/NQ-CP)\nA. CẮT GIẢM THỦ TỤC\n\
        I. Không thực hiện thủ tục Xin phép trồng cây\n\nCÔNG BÁO/Số 272/Ngày 14-05-2026\n15\nven hồ tại Điều 5 Nghị định số 1/2026/NĐ-CP.\n\
        1. Trình tự thực hiện:\na) Bãi bỏ thành phần hồ sơ này tại khoản 2\nII. Thời hạn thực hiện thủ tục đào ao\n\
        B. PHÂN CẤP\nKhông thực hiện điều kiện đào ao tại Điều 6 Nghị định số 1/2026/NĐ-CP.\n\
        C. DANH MỤC VĂN BẢN QUY PHẠM PHÁP LUẬT CẦN SỬA ĐỔI\nBãi bỏ Điều 2, Điều 3\n";

    #[test]
    fn items_are_sentences_of_annexes() {
        let begins = ["khong thuc hien", "bai bo", "phan cap"].map(str::to_owned);
        let found: Vec<_> =
            items(TEXT, &begins).into_iter().map(|i| (i.line, i.annex, i.part, i.number, i.text)).collect();
        let item = |line, part: &str, number: &str, text: &str| {
            (line, "I.1".to_owned(), part.to_owned(), number.to_owned(), text.to_owned())
        };
        assert_eq!(
            found,
            [
                item(
                    14,
                    "A",
                    "I",
                    "I. Không thực hiện thủ tục Xin phép trồng cây ven hồ tại Điều 5 Nghị định số 1/2026/NĐ-CP."
                ),
                item(20, "A", "a", "a) Bãi bỏ thành phần hồ sơ này tại khoản 2"),
                item(23, "B", "", "Không thực hiện điều kiện đào ao tại Điều 6 Nghị định số 1/2026/NĐ-CP."),
            ]
        );
        assert_eq!(number_of(TEXT).as_deref(), Some("22/2026/NQ-CP"));
        assert_eq!(number_of("Danh mục"), None);
    }
}
