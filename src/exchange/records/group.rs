//! Rows between the records of a list: heads of groups (`I. LĨNH VỰC HỘ TỊCH`), totals, signatures.

use crate::exchange::tables::{is_blank, line};
use crate::model::procedure_code::ProcedureCode;
use crate::text::fold;
use serde_json::Value;

/// What such a row says of the records that follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Between {
    /// Their field.
    Field(String),
    /// Their agency.
    Agency(String),
    /// Nothing.
    Nothing,
}

/// What a row says that is no record; nothing where it is one. `width` is that of the table.
pub(super) fn between(row: &[Value], width: usize) -> Option<Between> {
    let mut texts: Vec<String> = Vec::new();
    let mut filled = 0;
    for text in row.iter().filter(|cell| !is_blank(cell)).map(line) {
        filled += 1;
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    let marks = texts.iter().filter(|text| is_mark(text)).count();
    let mut words = texts.iter().filter(|text| !is_mark(text));
    let (Some(text), None) = (words.next(), words.next()) else {
        return (filled == 1 && width > 2).then_some(Between::Nothing);
    };
    // Two cells of a table of two are a record.
    if width <= 2 || marks > 1 || ProcedureCode::read(text).is_some() || texts.len() - marks != 1 {
        return None;
    }
    let (marked, heading) = without_mark(text);
    let (heading, marked) = (heading.trim(), marked || marks == 1);
    let folded = fold(heading);
    Some(if folded.starts_with("linh vuc") {
        let name = heading.chars().skip("lĩnh vực".chars().count()).collect::<String>();
        match name.trim_start_matches([':', '-', '–', ' ']).trim() {
            "" => Between::Nothing,
            name => Between::Field(tidy(name)),
        }
    } else if ["bo ", "so ", "ubnd ", "uy ban nhan dan", "cong an ", "ngan hang nha nuoc"]
        .iter()
        .any(|w| folded.starts_with(w))
    {
        Between::Agency(tidy(heading))
    } else if marked
        && !["tong", "cong", "thu tuc", "tthc", "danh muc", "cap ", "phan ", "phu luc"]
            .iter()
            .any(|w| folded.starts_with(w))
    {
        Between::Field(tidy(heading))
    } else {
        Between::Nothing
    })
}

/// Whether a text numbers a row or a group: `I`, `II.`, `A`, `1`, `1.2`.
fn is_mark(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ')']);
    let roman = text.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'));
    let letter = text.chars().count() == 1 && text.chars().all(char::is_alphabetic);
    let number =
        text.split('.').all(|part| !part.is_empty() && part.len() < 4 && part.bytes().all(|b| b.is_ascii_digit()));
    !text.is_empty() && (roman || letter || number)
}

/// A heading without the mark before it, and whether there was one.
fn without_mark(text: &str) -> (bool, &str) {
    match text.split_once([' ', '.', ')', '-']) {
        Some((mark, rest)) if is_mark(mark) && text[mark.len()..].starts_with(['.', ')', '-', ' ']) => {
            let own = text[mark.len()..].starts_with(['.', ')', '-']) || mark.len() > 1;
            if own { (true, rest.trim_start_matches(['.', ')', ' ', '-'])) } else { (false, text) }
        }
        _ => (false, text),
    }
}

/// A heading in capitals as it is written within a text.
fn tidy(text: &str) -> String {
    let mut text = text.trim().trim_end_matches([':', '.']).trim();
    // How many procedures follow is no part of a name: `HỘ TỊCH (12 TTHC)`.
    if let Some((head, count)) = text.strip_suffix(')').and_then(|text| text.rsplit_once('('))
        && count.contains(|c: char| c.is_ascii_digit())
    {
        text = head.trim_end().trim_end_matches([':', '.']).trim_end();
    }
    if text.chars().any(char::is_lowercase) {
        return text.to_owned();
    }
    let mut letters = text.chars();
    letters.next().into_iter().chain(letters.flat_map(char::to_lowercase)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(cells: &[&str], width: usize) -> Option<Between> {
        between(&cells.iter().map(|cell| Value::from(*cell)).collect::<Vec<_>>(), width)
    }

    #[test]
    fn a_heading_gives_the_field_or_the_agency_of_what_follows() {
        for cells in [
            vec!["", "", "I. LĨNH VỰC ĐẤT ĐAI", ""],
            vec!["II", "LĨNH VỰC ĐẤT ĐAI", "", ""],
            vec!["A", "Lĩnh vực: Đất đai", "Lĩnh vực: Đất đai", "Lĩnh vực: Đất đai"],
            vec!["I", "Đất đai", "", ""],
            vec!["I", "LĨNH VỰC ĐẤT ĐAI (12 TTHC)", "", ""],
            vec!["I", "Đất đai: (03 thủ tục)", "", ""],
        ] {
            assert_eq!(said(&cells, 4), Some(Between::Field("Đất đai".to_owned())), "{cells:?}");
        }
        assert_eq!(said(&["I", "BỘ TƯ PHÁP", ""], 3), Some(Between::Agency("Bộ tư pháp".to_owned())));
        for cells in
            [vec!["", "Tổng cộng: 12 thủ tục", ""], vec!["", "", "Người lập biểu"], vec!["B", "TTHC CẤP TỈNH", ""]]
        {
            assert_eq!(said(&cells, 3), Some(Between::Nothing), "{cells:?}");
        }
        for cells in [vec!["1", "1.000001", "Cấp giấy"], vec!["1", "1.000001", ""], vec!["9.000001", "Cấp giấy", ""]]
        {
            assert_eq!(said(&cells, 3), None, "{cells:?}");
        }
    }
}
