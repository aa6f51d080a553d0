//! How the pages stand on which blocks are.

use super::columns::{Columns, columns};
use crate::report::tree::Block;

/// The page of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Page {
    /// Whether it lies on its side.
    pub lies: bool,
    /// The columns of a table.
    pub columns: Option<Columns>,
}

/// The pages of blocks: wide tables lie, and the words in front of, between and behind them, so that no title is alone on a page. The head of
/// a letter and a signature stand upright, and what is on their page with them.
pub(super) fn pages(blocks: &[Block]) -> Vec<Page> {
    let made = |block: &Block| match block {
        Block::Table(table) => Some(columns(table)),
        _ => None,
    };
    let made: Vec<Option<Columns>> = blocks.iter().map(made).collect();
    let own = |at: usize| match &made[at] {
        Some(columns) => Some(columns.landscape),
        None => matches!(blocks[at], Block::Columns(_)).then_some(false),
    };
    // What is known of the next block of which something is known.
    let mut ahead = vec![None; blocks.len()];
    for at in (1..blocks.len()).rev() {
        ahead[at - 1] = own(at).or(ahead[at]);
    }
    let mut before = None;
    let mut lies = Vec::with_capacity(blocks.len());
    for (at, next) in ahead.into_iter().enumerate() {
        let known = own(at);
        let between = [before, next].into_iter().flatten().all(|wide| wide) && before.or(next).is_some();
        lies.push(known.unwrap_or(between));
        before = known.or(before);
    }
    // The title of a wide table goes with it, but not that of a letter, which stands below its head.
    for at in 1..blocks.len() {
        let words = (1..at).rev().take_while(|place| own(*place).is_none());
        let title = words.take(4).find(|place| matches!(blocks[*place], Block::Heading(..)));
        if let Some(title) =
            title.filter(|title| own(at) == Some(true) && !matches!(blocks[title - 1], Block::Columns(_)))
        {
            lies[title..at].fill(true);
        }
    }
    lies.into_iter().zip(made).map(|(lies, columns)| Page { lies, columns }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tree::read;

    #[test]
    fn words_lie_with_the_wide_tables_around_them_and_stand_with_letters() {
        let row = |text: &str| format!("|{}\n", format!(" {text} |").repeat(9));
        let wide = row("một") + &row("---") + &row("100.000.000.000.000");
        let narrow = "| a | b |\n| --- | --- |\n| 1 | 2 |\n";
        let letter = "| | |\n| --- | --- |\n| A | B |\n";
        let lies = |parts: &[&str]| -> String {
            let blocks = read(&parts.join("\n\n"), false);
            pages(&blocks).iter().map(|page| if page.lies { '-' } else { '|' }).collect()
        };
        assert_eq!(lies(&["# A", "b", &wide, "c", &wide, "d"]), "------");
        assert_eq!(lies(&[letter, "# A", &wide, "c", letter]), "||-||");
        assert_eq!(lies(&["# A", narrow, "c", &wide, "d"]), "|||--");
        assert_eq!(lies(&["# A", narrow, "# B", "c", &wide, "d"]), "||----");
        assert_eq!(lies(&["a", "b"]), "||");
        assert_eq!(lies(&[]), "");
    }
}
