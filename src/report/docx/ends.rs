//! Ends of paragraphs over which a change reaches.

use crate::report::tree::{Block, Change, Paragraph};
use std::borrow::Cow;

/// Blocks in which a change that goes from the end of a paragraph over whole paragraphs behind it is one stretch: the end of the first
/// paragraph is changed and that of the last is not, as a text processor writes down what is typed. The other way round says the same to Word;
/// LibreOffice takes the two for one change, and so loses the end of the first paragraph when the change is rejected (*seen* with 7.4).
pub(super) fn settled(blocks: &[Block]) -> Cow<'_, [Block]> {
    let mut settled = Cow::Borrowed(blocks);
    let mut at = 0;
    while at + 1 < blocks.len() {
        let reaching = paragraph(&blocks[at]).and_then(reaches);
        let whole =
            |block: &&Block| reaching.is_some_and(|change| paragraph(block).is_some_and(|p| is_wholly(p, change)));
        let last = at + blocks[at + 1..].iter().take_while(whole).count();
        if let Some(change) = reaching.filter(|_| last > at) {
            for (place, end) in [(at, change), (last, Change::None)] {
                if let Block::Paragraph(paragraph) = &mut settled.to_mut()[place] {
                    paragraph.end = end;
                }
            }
        }
        at = last + 1;
    }
    settled
}

fn paragraph(block: &Block) -> Option<&Paragraph> {
    match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        _ => None,
    }
}

/// The change that a paragraph ends with, where its end itself stays.
fn reaches(paragraph: &Paragraph) -> Option<Change> {
    let last = paragraph.runs.iter().rev().find(|run| !run.text.is_empty())?;
    Some(last.change)
        .filter(|change| paragraph.end == Change::None && matches!(change, Change::Inserted | Change::Deleted))
}

fn is_wholly(paragraph: &Paragraph, change: Change) -> bool {
    paragraph.end == change && paragraph.runs.iter().all(|run| run.change == change || run.text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tree::read;

    /// The ends of paragraphs: `+` comes, `-` goes, `.` stays.
    fn ends(markdown: &str) -> String {
        let blocks = read(markdown, true);
        let settled = settled(&blocks);
        let end = |block: &Block| match paragraph(block).map(|paragraph| paragraph.end) {
            Some(Change::Inserted) => '+',
            Some(Change::Deleted) => '-',
            _ => '.',
        };
        settled.iter().map(end).collect()
    }

    #[test]
    fn a_change_over_the_end_of_a_paragraph_is_one_stretch() {
        let more = "<ins>a</ins><ins></ins>\n\n<ins>b</ins><ins></ins>\n\n";
        assert_eq!(ends(&format!("x<ins>:</ins>\n\n{more}y\n")), "++..");
        assert_eq!(ends(&format!("x <ins>:</ins> z\n\n{more}y\n")), ".++.");
        assert_eq!(ends(&format!("x\n\n{more}y\n")), ".++.");
        assert_eq!(ends("x<del>:</del>\n\n<del>a</del><del></del>\n\ny\n"), "-..");
        assert_eq!(ends(&format!("x<del>:</del>\n\n{more}y\n")), ".++.");
        assert_eq!(ends(&format!("x<ins>:</ins>\n\n{more}")), "++.");
    }
}
