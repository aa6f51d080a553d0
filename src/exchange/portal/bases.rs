//! Legal bases: title and number of each instrument, glued together.

use super::citation::{self, Citation};
use super::{Taken, after, after_head, before, is_nothing};
use crate::model::Basis;
use crate::model::instrument::normal_number;
use crate::text::clean::collapse;

/// The head of the table.
const HEAD: &str = "Tên văn bản pháp lýMã văn bản";

/// Takes apart a glued table of legal bases. A title without number is a row without number.
pub fn bases(text: &str) -> Taken<Basis> {
    let mut taken = Taken::default();
    if is_nothing(text) {
        return taken;
    }
    let text = after_head(text, HEAD);
    let citations = citation::find(text);
    let mut row = 0;
    let mut next = 0;
    while next < citations.len() {
        let Some((start, index)) = number_cell(text, row, &citations, next) else { break };
        let cited = &citations[index];
        taken.rows.push(basis(&text[row..start], Some(&text[cited.start..cited.end])));
        row = cited.end;
        next = index + 1;
    }
    let left = text[row..].trim();
    if !left.trim_matches(['.', ';', ',', ' ']).is_empty() {
        taken.rows.push(basis(left, own_number(left)));
    }
    taken
}

/// Makes a basis of cells that already stand apart. When the number cell holds no whole number, the title may.
pub fn row(number: &str, title: &str) -> Basis {
    let own = citation::find(number);
    let cited = match own.first() {
        Some(cited) => Some(number[cited.start..cited.end].to_owned()),
        None => own_number(title).map(str::to_owned),
    };
    let title = if title.trim().is_empty() { number } else { title };
    basis(title, cited.as_deref())
}

/// The own number of a title: at its head or right behind its kind there. Numbers further on are cited by it.
fn own_number(title: &str) -> Option<&str> {
    let start = title.len() - title.trim_start_matches([':', ' ', '-']).len();
    let cited = citation::find(title).into_iter().next()?;
    let own = cited.start == start || citation::kind_before(title, cited.start) == Some(start);
    own.then(|| &title[cited.start..cited.end])
}

/// The next number cell of the row that begins at `row`: where the cell begins (with its kind in words) and its citation.
fn number_cell(text: &str, row: usize, citations: &[Citation], from: usize) -> Option<(usize, usize)> {
    for (index, cited) in citations.iter().enumerate().skip(from) {
        let start = cell_start(text, cited);
        let last = index + 1 == citations.len();
        let ends = glued_behind(text, cited.end);
        // A row begins with its title, also where the title is a number itself; without another number, it is both.
        if start <= row {
            if last && ends && text[cited.end..].trim().is_empty() {
                return Some((row, index));
            }
            continue;
        }
        let number = |c: &Citation| normal_number(&text[c.start..c.end]);
        if glued_before(text, start) {
            // A title may end in its own number behind its kind, and the cell repeats it.
            let repeated = start < cited.start
                && citations
                    .get(index + 1)
                    .is_some_and(|next| cell_start(text, next) <= cited.end + 1 && number(next) == number(cited));
            if !repeated && (ends || opens_behind_blank(&text[cited.end..])) && !text[..start].ends_with("số") {
                return Some((start, index));
            }
            continue;
        }
        // Behind a blank a citation belongs to the title; but a title that cites names the kind, so without one the blank
        // is the last of the title. When nothing else numbers the row, its own citation does.
        let only = last && text[cited.end..].trim().is_empty();
        if ends && (only || ends_title(text, cited.start)) {
            return Some((start, index));
        }
    }
    None
}

/// Whether the next title begins behind a blank: with a bullet, a capital, or a verb with which titles begin.
fn opens_behind_blank(rest: &str) -> bool {
    const VERBS: &[&str] = &["quy định", "sửa đổi", "hướng dẫn", "ban hành"];
    let next = rest.trim_start();
    let opens = |next: &str| next.starts_with("- ") || next.starts_with(char::is_uppercase);
    next.len() < rest.len() && (opens(next) || VERBS.iter().any(|verb| next.starts_with(verb)))
}

/// Whether the words before a blank and a citation end a title: no kind of instrument, no list of numbers.
fn ends_title(text: &str, at: usize) -> bool {
    let head = text[..at].trim_end();
    let word: String = head.chars().rev().take_while(|c| c.is_alphanumeric()).collect();
    let listing = word.chars().rev().collect::<String>();
    citation::kind_before(text, at).is_none()
        && !head.ends_with([',', ';', ':', '(', '/', '-'])
        && !matches!(
            listing.as_str(),
            "và" | "hoặc" | "với" | "của" | "theo" | "tại" | "TT" | "NĐ" | "QĐ" | "luật" | "định" | "tư"
        )
}

/// Where the cell of a citation begins: at its kind in words, if that is glued to what stands before, else at the number.
fn cell_start(text: &str, cited: &Citation) -> usize {
    match citation::kind_before(text, cited.start) {
        Some(kind) if kind == 0 || glued_before(text, kind) => kind,
        _ => cited.start,
    }
}

fn glued_before(text: &str, at: usize) -> bool {
    before(text, at).is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '/' | '-' | '"' | '“'))
}

/// Whether a cell may end at `at`: nothing follows, or the next title begins at once.
fn glued_behind(text: &str, at: usize) -> bool {
    match after(text, at) {
        None | Some('\n' | '-' | '+' | '*' | '•' | '“' | '"') => true,
        Some(' ') => text[at..].trim().is_empty(),
        Some(c) => c.is_alphanumeric(),
    }
}

fn basis(title: &str, number: Option<&str>) -> Basis {
    Basis {
        id: String::new(),
        // Some numbers have a low line for the hyphen.
        number: number.map(|number| normal_number(&number.replace('_', "-"))),
        title: collapse(title),
        provision: None,
        issued: None,
        issuer: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(text: &str) -> Vec<(String, String)> {
        let taken = bases(&format!("{HEAD}{text}"));
        taken.rows.into_iter().map(|b| (b.title, b.number.unwrap_or_default())).collect()
    }

    fn pair(title: &str, number: &str) -> (String, String) {
        (title.to_owned(), number.to_owned())
    }

    #[test]
    fn titles_and_numbers_alternate() {
        assert_eq!(
            pairs("Luật 52/2014/QH1352/2014/QH13Thông tư hướng dẫn Nghị định số 1/2020/NĐ-CP về thử07/2021/TT-BTP"),
            [
                pair("Luật 52/2014/QH13", "52/2014/QH13"),
                pair("Thông tư hướng dẫn Nghị định số 1/2020/NĐ-CP về thử", "07/2021/TT-BTP"),
            ]
        );
    }

    #[test]
    fn a_cell_may_name_its_kind() {
        assert_eq!(
            pairs("quy định lệ phíThông tư số 3/2023/TT-BTPquy định phíNghị định 4/2016/NĐ-CP"),
            [pair("quy định lệ phí", "3/2023/TT-BTP"), pair("quy định phí", "4/2016/NĐ-CP")]
        );
    }

    #[test]
    fn a_title_may_be_a_number() {
        assert_eq!(
            pairs("Luật Thử59/2020/QH1447/2019/TT-BTCThông tư 47/2019/TT-BTC"),
            [pair("Luật Thử", "59/2020/QH14"), pair("47/2019/TT-BTC", "47/2019/TT-BTC")]
        );
        assert_eq!(pairs("86/2024/TT-BTC86/2024/TT-BTC"), [pair("86/2024/TT-BTC", "86/2024/TT-BTC")]);
        assert_eq!(
            pairs("Thông tư số 6/2025/TT-BCTThông tư số 6/2025/TT-BCT"),
            [pair("Thông tư số 6/2025/TT-BCT", "6/2025/TT-BCT")]
        );
    }

    #[test]
    fn blanks_and_lists_inside_a_title_mislead_nobody() {
        assert_eq!(
            pairs(
                "Nghị định 1/2011/NĐ-CP - Quy định thử1/2011/NĐ-CPThông tư của Bộ Thử 2/2026/TT-BTPLuật 3/2010/QH12 - Thử3/2010/QH12"
            ),
            [
                pair("Nghị định 1/2011/NĐ-CP - Quy định thử", "1/2011/NĐ-CP"),
                pair("Thông tư của Bộ Thử", "2/2026/TT-BTP"),
                pair("Luật 3/2010/QH12 - Thử", "3/2010/QH12"),
            ]
        );
        assert_eq!(
            pairs("thuộc Bộ Thử1/2026/NĐ-CP Thông tư 2/2016/TT-BTC2/2016/TT-BTC"),
            [pair("thuộc Bộ Thử", "1/2026/NĐ-CP"), pair("Thông tư 2/2016/TT-BTC", "2/2016/TT-BTC")]
        );
        assert_eq!(
            pairs("Luật1/2001/QH10Về thử.2/2026/NQ-CP Về thử nữa3/2017/TT_BTP"),
            [pair("Luật", "1/2001/QH10"), pair("Về thử.", "2/2026/NQ-CP"), pair("Về thử nữa", "3/2017/TT-BTP")]
        );
        assert_eq!(
            pairs("Thông tư số 5/2025/TT-BCAngày đầu năm5/2025/TT-BCA"),
            [pair("Thông tư số 5/2025/TT-BCAngày đầu năm", "5/2025/TT-BCA")]
        );
    }

    #[test]
    fn a_title_may_end_in_a_year_or_lack_its_number() {
        assert_eq!(pairs("Sửa Luật Thử 202076/2025/QH15"), [pair("Sửa Luật Thử 2020", "76/2025/QH15")]);
        assert_eq!(pairs("Hiến chương"), [pair("Hiến chương", "")]);
        assert_eq!(bases("Không có thông tin"), Taken::default());
    }

    #[test]
    fn cells_that_stand_apart() {
        assert_eq!(row("số 5/2017/QH14", "Luật Thử").number.as_deref(), Some("5/2017/QH14"));
        let own = row("12", "Quyết định số 12/2021/QĐ-TTg về thử");
        assert_eq!(own.number.as_deref(), Some("12/2021/QĐ-TTG"));
        assert_eq!(row("12", "Luật Thử sửa Luật 1/2001/QH10").number, None);
    }
}
