//! File names of forms that are glued to the end of a component's name.

use super::{after, before};

/// Endings of file names, longer ones first.
const ENDINGS: &[&str] =
    &[".docx", ".doc", ".xlsx", ".xls", ".pdf", ".rtf", ".zip", ".rar", ".png", ".jpg", ".jpeg", ".odt"];

/// Words with which file names begin, longer ones first: glued to a name, they prove where it ends.
const OPENERS: &[&str] = &[
    "Biểu mẫu",
    "Bieu mau",
    "Phụ lục",
    "Phu luc",
    "Mẫu",
    "mẫu",
    "Mau",
    "mau",
    "Mus",
    "Mu ",
    "PL ",
    "BM",
    "Tờ khai",
    "Đơn",
    "đơn",
    "bản thông tin",
];

/// How far back a file name may reach, in characters.
const LONGEST: usize = 120;

/// How many forms one component may have.
const MOST: usize = 20;

/// Parts the text of a row (without its count) into the name and its forms.
pub fn part(text: &str) -> (&str, Vec<&str>) {
    let mut name = text.trim_end();
    let mut forms = Vec::new();
    while let Some(stem) = stem(name).filter(|_| forms.len() < MOST) {
        // A row must keep a name: what is a file name from its first letter on stays the name.
        let Some(start) = start(name, stem).filter(|start| *start > 0) else { break };
        forms.insert(0, name[start..].trim());
        name = name[..start].trim_end();
    }
    (name, forms)
}

/// The length of a text without the ending of a file name, if it has one.
fn stem(text: &str) -> Option<usize> {
    ENDINGS.iter().find_map(|ending| {
        let at = text.len().checked_sub(ending.len())?;
        (text.is_char_boundary(at) && text[at..].eq_ignore_ascii_case(ending)).then_some(at)
    })
}

/// Where the file name begins whose ending begins at `stem`, if a border shows it.
fn start(text: &str, ending: usize) -> Option<usize> {
    let mut stem = ending;
    while let Some(doubled) = self::stem(&text[..stem]) {
        stem = doubled;
    }
    // Another file name right before is the surest border.
    let floor = text[..stem].char_indices().rev().take(LONGEST).last().map_or(0, |(at, _)| at);
    let lower = text[floor..stem].to_ascii_lowercase();
    let other = ENDINGS.iter().filter_map(|e| lower.rfind(e).map(|at| floor + at + e.len())).max();
    let floor = other.unwrap_or(floor);
    if other.is_some_and(|o| o < stem) && !text[floor..].starts_with([')', ' ', ',']) {
        return Some(floor);
    }
    let borders: Vec<usize> =
        text[floor..stem].char_indices().map(|(at, _)| floor + at).filter(|at| *at > 0 && glued(text, *at)).collect();
    let opened = borders.iter().rev().find(|at| OPENERS.iter().any(|word| text[**at..].starts_with(word)));
    if let Some(at) = opened {
        return Some(with_number(text, *at));
    }
    let strong = borders.iter().find(|at| matches!(before(text, **at), Some(')' | ';' | ':' | '”' | '"')));
    let stop = borders.iter().find(|at| before(text, **at) == Some('.'));
    let weak = borders.iter().find(|at| before(text, **at).is_some_and(char::is_alphanumeric));
    // A border inside a word of many capitals (`GCNdchv`) lies behind the one that opens the file name.
    let first = [strong, stop, weak].into_iter().flatten().min();
    first.copied()
}

/// A number that opens a file name stands before its word: `7-Mẫu NA6`, `2.Vnbn`, `31-Mẫu`.
fn with_number(text: &str, at: usize) -> usize {
    let head = text[..at].trim_end_matches(['-', '.']);
    if head.len() == at {
        return at;
    }
    let number = head.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_number = number.len() < head.len() && head.len() - number.len() <= 3;
    if is_number && before(text, number.len()).is_some_and(|c| !c.is_whitespace() && c != '/') {
        number.len()
    } else {
        at
    }
}

/// Whether two cells may meet at `at`: no blank, and a change that words do not have.
fn glued(text: &str, at: usize) -> bool {
    let (Some(last), Some(next)) = (before(text, at), after(text, at)) else { return false };
    if last.is_whitespace() || !next.is_alphanumeric() {
        return false;
    }
    let opener = OPENERS.iter().any(|word| text[at..].starts_with(word));
    match last {
        ')' | ';' | ':' | '”' | '"' => true,
        // `14.4`, `I.1.8` and `2.Vnbn` are parts of file names; a sentence ends in a word or a bracket.
        '.' if text[..at].ends_with("..") => opener || next.is_uppercase(),
        '.' => word_before(text, at - 1) || (opener && before(text, at - 1).is_some_and(|c| c == ')')),
        '-' => opener && with_number(text, at) < at,
        c if c.is_ascii_digit() => opener && next.is_uppercase(),
        c if c.is_lowercase() => {
            (next.is_uppercase() || next.is_ascii_digit() || (opener && last_word_ends(text, at)))
                && !ascii_code(text, at)
        }
        // `NĐ-CPMẫu`: capitals meet an opening word.
        c if c.is_uppercase() => {
            let number_ends = ["-BTC", "-CP", "-BCA", "-BTP"].iter().any(|end| text[..at].ends_with(end));
            (opener && next.is_uppercase()) || (number_ends && next.is_ascii_digit())
        }
        _ => false,
    }
}

/// Whether a lower-case opener may follow: behind a letter with a mark, which few file names of the portal hold; `mẫu số`
/// stands nowhere but at their head.
fn last_word_ends(text: &str, at: usize) -> bool {
    before(text, at).is_some_and(|c| !c.is_ascii()) || text[at..].starts_with("mẫu số")
}

/// Whether the border lies inside a code such as `VNeID`.
fn ascii_code(text: &str, at: usize) -> bool {
    text[..at].ends_with("VNe") || text[..at].ends_with(" m")
}

/// Whether a word of at least two letters ends at `at`, or a bracket closes there.
fn word_before(text: &str, at: usize) -> bool {
    if before(text, at) == Some(')') {
        return true;
    }
    let letters = text[..at].chars().rev().take_while(|c| c.is_alphabetic()).count();
    let digits_before = text[..at].chars().rev().take_while(char::is_ascii_digit).count();
    letters >= 2 || (digits_before == 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> (String, Vec<String>) {
        let (name, forms) = part(text);
        (name.to_owned(), forms.into_iter().map(str::to_owned).collect())
    }

    #[test]
    fn file_names_are_cut_from_the_name() {
        let case = |text: &str, name: &str, form: &str| assert_eq!(cut(text), (name.to_owned(), vec![form.to_owned()]));
        case("Đơn xin thử nghiệm1.nxinth.doc", "Đơn xin thử nghiệm", "1.nxinth.doc");
        case("Văn bản (nếu có)2.Vnbnthu (1).doc", "Văn bản (nếu có)", "2.Vnbnthu (1).doc");
        case("Tờ khai của cơ sởMẫu TP-01-sđ.docx", "Tờ khai của cơ sở", "Mẫu TP-01-sđ.docx");
        case("Bản khai của Bộ Công an.NA5.doc", "Bản khai của Bộ Công an.", "NA5.doc");
        case("Đề nghị.Mẫu I.1.8.g.docx", "Đề nghị.", "Mẫu I.1.8.g.docx");
        case("Phiếu theo NĐ-CPMẫu số 07.docx", "Phiếu theo NĐ-CP", "Mẫu số 07.docx");
        case("Giấy tờ (đối với cá nhân);7-Mẫu NA6 (1).doc", "Giấy tờ (đối với cá nhân);", "7-Mẫu NA6 (1).doc");
        case("Phiếu thử....Mẫu số 7 - giấy.docx", "Phiếu thử....", "Mẫu số 7 - giấy.docx");
        case("Theo Thông tư 1/2021/TT-BTC05 TNDN.docx", "Theo Thông tư 1/2021/TT-BTC", "05 TNDN.docx");
        case("Danh sách (thử)PL 02 Mau (1).docx.docx", "Danh sách (thử)", "PL 02 Mau (1).docx.docx");
        assert_eq!(cut("Giấy thử.doc"), ("Giấy thử.doc".to_owned(), vec![]));
        assert_eq!(cut("Không có mẫu"), ("Không có mẫu".to_owned(), vec![]));
    }

    #[test]
    fn several_forms_are_cut_one_by_one() {
        let (name, forms) = cut("Đề nghị thử.Mẫu số 13.docxMẫu số 14.docx");
        assert_eq!((name.as_str(), forms.join("|").as_str()), ("Đề nghị thử.", "Mẫu số 13.docx|Mẫu số 14.docx"));
    }
}
