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

/// The widths of the columns: no word is broken, and what is left goes to the columns with long texts. Where words have no room beside each
/// other the letters become smaller, then the page is turned; where that is not enough, words of the widest columns are broken.
pub(super) fn columns(table: &Table) -> Columns {
    for (page, landscape) in [(UPRIGHT, false), (LYING, true)] {
        for size in SIZES {
            if let Some(widths) = fitted(&needs(table, size), page) {
                return Columns { widths, size, landscape };
            }
        }
    }
    let size = SIZES[SIZES.len() - 1];
    let needs = needs(table, size);
    let whole: usize = needs.iter().map(|(least, _)| least).sum::<usize>().max(1);
    let widths = needs.iter().map(|(least, _)| twips((least * LYING / whole).max(SIDES + 20))).collect();
    Columns { widths, size, landscape: true }
}

/// For each column the width of its longest word and that of its longest line, in tenths of a millimetre.
fn needs(table: &Table, size: usize) -> Vec<(usize, usize)> {
    let mut needs: Vec<(usize, usize)> = vec![(0, 0); table.columns.len()];
    let rows = std::iter::once((&table.head, true)).chain(table.rows.iter().map(|row| (row, false)));
    for (row, head) in rows {
        for (cell, (least, whole)) in row.iter().zip(&mut needs) {
            let (word, line) = lengths(cell, size, head);
            *least = (*least).max(word + SIDES);
            *whole = (*whole).max(line + SIDES).max(*least);
        }
    }
    needs
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

/// About how long a text is: in letters of 12 points capitals take 3 millimetres, other letters a little more than 2, bold ones a tenth more.
fn length(text: &str, size: usize, bold: bool) -> usize {
    let at_twelve: usize = text.chars().map(|c| if c.is_uppercase() { 30 } else { 22 }).sum();
    at_twelve * size / 24 * if bold { 11 } else { 10 } / 10
}

/// The widths on a page of a width; nothing where even the longest words have no room.
fn fitted(needs: &[(usize, usize)], page: usize) -> Option<Vec<usize>> {
    let spare = page.checked_sub(needs.iter().map(|(least, _)| least).sum())?;
    let wanted: usize = needs.iter().map(|(least, whole)| whole.min(&page) - least.min(&page)).sum();
    let share = |more: usize| if wanted <= spare { more } else { more * spare / wanted };
    let width = |(least, whole): &(usize, usize)| twips(least + share(whole.min(&page) - least.min(&page)));
    Some(needs.iter().map(width).collect())
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
    fn where_words_have_no_room_letters_become_smaller_then_the_page_is_turned() {
        let table = |letters: usize, columns: usize| {
            let row = |word: &str| format!("|{}\n", format!(" {word} |").repeat(columns));
            of(&(row("a") + &row("---") + &row(&"a".repeat(letters))))
        };
        let roomy = table(10, 3);
        assert!(roomy.size == 24 && !roomy.landscape);
        let tight = table(12, 6);
        assert!(tight.size < 24 && !tight.landscape, "{tight:?}");
        let wide = table(14, 8);
        assert!(wide.landscape && wide.widths.iter().sum::<usize>() <= twips(LYING), "{wide:?}");
        let hopeless = table(200, 8);
        assert!(hopeless.landscape && hopeless.widths.iter().sum::<usize>() <= twips(LYING) + 8, "{hopeless:?}");
    }
}
