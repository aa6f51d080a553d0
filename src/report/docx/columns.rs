//! How wide the columns of a table are.

use crate::report::tree::{Cell, Table, plain};

/// The columns of a table on a page: their widths, and how large its letters are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    /// Twentieths of a point.
    pub widths: Vec<usize>,
    /// Half points.
    pub size: usize,
    /// Whether the page lies on its side.
    pub landscape: bool,
}

/// Twentieths of a point in a length, as Word measures: 1440 in an inch of 25,4 mm.
pub(super) fn twips(tenths_of_millimetres: usize) -> usize {
    tenths_of_millimetres * 1440 / 254
}

/// The tenths of a millimetre between the margins of a page that stands, and of one that lies.
pub(super) const UPRIGHT: usize = 1650;
const LYING: usize = 2520;

/// Sizes of letters in a table, in half points, the first that fits.
const SIZES: [usize; 4] = [24, 22, 20, 18];

/// The tenths of a millimetre at both sides of the text of a cell.
const SIDES: usize = 40;

/// From so many columns on, a table whose texts would be squeezed lies on its side: a cost sheet, not a list with some figures.
const MANY: usize = 9;

/// The widths of the columns: no word is broken, and what is left goes to the columns with long texts. Where words have no room beside each
/// other the letters become smaller, then the page is turned; where that is not enough, words of the widest columns are broken.
pub(super) fn columns(table: &Table) -> Columns {
    let measures = measures(table);
    let on_one_line = needs(&measures, SIZES[0], 1);
    if on_one_line.iter().map(|(_, whole)| whole).sum::<usize>() <= UPRIGHT {
        let widths = on_one_line.iter().map(|(_, whole)| twips(*whole)).collect();
        return Columns { widths, size: SIZES[0], landscape: false };
    }
    let measured = SIZES.map(|size| (size, needs(&measures, size, 2)));
    let many = table.columns.len() >= MANY;
    let mut tries = [(UPRIGHT, false, true), (UPRIGHT, false, false), (LYING, true, true), (LYING, true, false)];
    if many {
        tries.swap(1, 2);
    }
    for (page, landscape, roomy) in tries {
        let of_size = |(size, needs): &(usize, Vec<(usize, usize)>)| {
            let widths = fitted(needs, page).filter(|_| !roomy || is_roomy(needs, page))?;
            Some(Columns { widths, size: *size, landscape })
        };
        // The largest letters with which there is room; where there is none, the smallest leave most of it.
        let found = if roomy { measured.iter().find_map(of_size) } else { measured.iter().rev().find_map(of_size) };
        if let Some(found) = found {
            return found;
        }
    }
    let (size, needs) = measured.last().cloned().unwrap_or_default();
    let whole: usize = needs.iter().map(|(least, _)| least).sum::<usize>().max(1);
    let widths = needs.iter().map(|(least, _)| twips((least * LYING / whole).max(SIDES + 20))).collect();
    Columns { widths, size, landscape: true }
}

/// What a column holds, in letters of 12 points and tenths of a millimetre.
#[derive(Debug, Clone, Copy, Default)]
struct Measure {
    /// Its longest word, its longest line below the head, and its head.
    word: usize,
    line: usize,
    head: usize,
}

/// What the columns of a table hold: it is gone through once.
fn measures(table: &Table) -> Vec<Measure> {
    let mut found = vec![Measure::default(); table.columns.len()];
    let rows = std::iter::once((&table.head, true)).chain(table.rows.iter().map(|row| (row, false)));
    for (row, head) in rows {
        for (cell, measure) in row.iter().zip(&mut found) {
            let (word, line) = lengths(cell, SIZES[0], head);
            measure.word = measure.word.max(word);
            let longest = if head { &mut measure.head } else { &mut measure.line };
            *longest = (*longest).max(line);
        }
    }
    found
}

/// For each column the width that it needs and the one that it wants in letters of a size: the words of a head stand on so many lines, where
/// they are more than what is below them.
fn needs(measures: &[Measure], size: usize, head_lines: usize) -> Vec<(usize, usize)> {
    let scaled = |length: usize| length * size / SIZES[0] + SIDES;
    let need = |of: &Measure| {
        let least = scaled(of.word);
        (least, scaled(of.line.max(of.head / head_lines)).max(least))
    };
    measures.iter().map(need).collect()
}

fn lengths(cell: &Cell, size: usize, head: bool) -> (usize, usize) {
    let lines = cell.lines.iter().map(|runs| plain(runs));
    let mut found = (0, 0);
    for line in lines {
        let word = line.split_whitespace().map(|word| length(word, size, head)).max().unwrap_or(0);
        found = (found.0.max(word), found.1.max(length(&line, size, head)));
    }
    found
}

/// About how long a text is, in tenths of a millimetre; bold letters take a little more.
fn length(text: &str, size: usize, bold: bool) -> usize {
    let letters: usize = text.chars().map(width).sum();
    // 12 points are 4,233 mm; sizes are half points.
    let long = letters * 4233 * size / 24 / 100_000;
    if bold { long * 108 / 100 } else { long }
}

/// How wide a letter of Times New Roman is, in thousandths of its size. Letters with marks are as wide as those below the marks.
fn width(c: char) -> usize {
    match c {
        ' ' | '.' | ',' => 250,
        'i' | 'j' | 'l' | 't' | '/' | ':' | ';' | 'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' => 278,
        '(' | ')' | '-' | 'f' | 'r' | 'I' | '[' | ']' => 333,
        's' | 'J' => 389,
        'a' | 'c' | 'e' | 'z' | '“' | '”' => 444,
        'm' => 778,
        'w' => 722,
        '%' => 833,
        'M' | 'W' | '…' => 944,
        c if c.is_uppercase() => 700,
        _ => 500,
    }
}

/// Whether the texts of a table have room beside its longest words: all that they want, or a fifth of the page.
fn is_roomy(needs: &[(usize, usize)], page: usize) -> bool {
    let least: usize = needs.iter().map(|(least, _)| least).sum();
    let wanted: usize = needs.iter().map(|(least, whole)| whole - least).sum();
    page.checked_sub(least).is_some_and(|spare| wanted <= spare || spare * 5 >= page)
}

/// The widths on a page of a width; nothing where even the longest words have no room. Columns of short texts get all they want first; the
/// long ones share what is left as they want it.
fn fitted(needs: &[(usize, usize)], page: usize) -> Option<Vec<usize>> {
    let mut spare = page.checked_sub(needs.iter().map(|(least, _)| least).sum())?;
    // A very long text is as long as two lines of a page: it takes no more from the others.
    let more: Vec<usize> = needs.iter().map(|(least, whole)| (*whole).min(page * 2) - (*least).min(page * 2)).collect();
    let mut given = vec![0; needs.len()];
    let mut open: Vec<usize> = (0..needs.len()).collect();
    while !open.is_empty() {
        let fair = spare / open.len();
        let (short, long): (Vec<usize>, Vec<usize>) = open.iter().partition(|at| more[**at] <= fair);
        if short.is_empty() {
            break;
        }
        for at in short {
            given[at] = more[at];
            spare -= more[at];
        }
        open = long;
    }
    let wanted: usize = open.iter().map(|at| more[*at]).sum();
    for at in open {
        given[at] = more[at] * spare / wanted.max(1);
    }
    Some(needs.iter().zip(given).map(|((least, _), given)| twips(least + given)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tree::{Block, read};

    fn of(markdown: &str) -> Columns {
        let blocks = read(markdown, false);
        let Some(Block::Table(table)) = blocks.first() else { panic!("{blocks:?}") };
        columns(table)
    }

    #[test]
    fn columns_are_as_wide_as_their_texts_and_fill_the_page_at_most() {
        let long = "lời dài ".repeat(40);
        let found = of(&format!("| STT | Hiện hành | Đề xuất |\n| --- | --- | --- |\n| 1 | {long} | {long} |"));
        let widths = &found.widths;
        assert!(widths[0] < twips(200) && widths[1].abs_diff(widths[2]) < twips(10), "{found:?}");
        assert!((twips(UPRIGHT - 30)..=twips(UPRIGHT)).contains(&widths.iter().sum()), "{found:?}");
        // What is short takes no more than it needs.
        assert!(of("| a | b |\n| --- | --- |\n| 1 | 2 |").widths.iter().sum::<usize>() < twips(400));
    }

    #[test]
    fn a_short_text_stands_on_one_line_beside_long_ones() {
        let long = "lời dài ".repeat(60);
        let found =
            of(&format!("| Cơ quan | Hiện hành | Đề xuất |\n| --- | --- | --- |\n| Bộ Công an | {long} | {long} |"));
        // Ten letters and blanks of 12 points: B 700, ộ 500, C 700, ô 500, n 500, g 500, a 444, n 500, two blanks 250 are 4844 thousandths
        // of 4,233 mm, 20,5 mm, and 4 mm at the sides.
        assert!(found.widths[0] >= twips(240) && found.widths[0] < twips(260), "{found:?}");
    }

    #[test]
    fn a_sheet_of_many_columns_lies_where_its_texts_would_be_squeezed() {
        let row = |text: &str| format!("| {text} |{}\n", " 100.000.000 |".repeat(9));
        let table = |text: &str| of(&(row("Việc") + &format!("{}|\n", "| --- ".repeat(10)) + &row(text)));
        assert!(table(&"một công việc dài ".repeat(8)).landscape);
        assert!(!of("| a | b | c | d | e | f | g | h | i | j |\n|---|---|---|---|---|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 |").landscape);
    }

    #[test]
    fn where_words_have_no_room_letters_become_smaller_then_the_page_is_turned() {
        let table = |letters: usize, columns: usize| {
            let row = |word: &str| format!("|{}\n", format!(" {word} |").repeat(columns));
            of(&(row("a") + &row("---") + &row(&"a".repeat(letters))))
        };
        let roomy = table(10, 3);
        assert!(roomy.size == 24 && !roomy.landscape);
        let tight = table(14, 6);
        assert!(tight.size < 24 && !tight.landscape, "{tight:?}");
        let wide = table(14, 8);
        assert!(wide.landscape && wide.widths.iter().sum::<usize>() <= twips(LYING), "{wide:?}");
        let hopeless = table(200, 8);
        assert!(hopeless.landscape && hopeless.widths.iter().sum::<usize>() <= twips(LYING) + 8, "{hopeless:?}");
    }
}
