//! Which lines that look like headings of an Điều are headings: those that make the best sequence. A cross-reference that happens to begin a
//! line ("Điều 93. …") would otherwise cut off all Điều behind it, and so would a heading of new text that stands without quotation marks.

use super::line::{Mark, mark, starts_title, unindented};
use super::quote::{self, Block};
use super::sequence::article_parts;
use crate::model::Level;
use std::collections::HashMap;

/// The headings of Điều of a text.
#[derive(Debug, Default)]
pub(super) struct Chain {
    /// The lines that open an Điều, counted from 0, in order.
    pub lines: Vec<usize>,
    /// Those of them behind an annex that go on with the Điều before it: the body is open again.
    pub reopens: Vec<usize>,
    /// The last line of a table of contents, counted from 0: nothing up to it opens anything.
    pub contents: Option<usize>,
}

impl Chain {
    /// Whether a line opens an Điều.
    pub fn holds(&self, line: usize) -> bool {
        self.lines.binary_search(&line).is_ok()
    }
}

/// A line that may open an Điều.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    line: usize,
    number: u32,
    /// 0 for none, else the place of the letter from 1.
    letter: usize,
    /// Whether punctuation and a title follow the number; others count only directly behind their forerunner.
    strong: bool,
    weight: u32,
}

/// How much a heading counts, and how much more if it directly follows its forerunner.
const STRONG: u32 = 4;
const WRAPPED: u32 = 2;
const WEAK: u32 = 1;
const FOLLOWS: u32 = 3;

/// Finds the headings among the lines outside quoted blocks. Each annex has a sequence of its own.
pub(super) fn read(lines: &[&str], blocks: &[Block], attached: &[usize]) -> Chain {
    let mut chain = Chain::default();
    // Where an annex begins: the run of the body goes on behind it if the Điều do.
    let mut beyond: Option<usize> = None;
    let mut run = Vec::new();
    let mut blocks = blocks.iter().peekable();
    let mut quoted_until = None;
    for (n, line) in lines.iter().enumerate() {
        if quoted_until.is_some_and(|end| n <= end) {
            continue;
        }
        if let Some(block) = blocks.next_if(|b| *b.lines.start() == n) {
            quoted_until = Some(*block.lines.end());
            continue;
        }
        if attached.binary_search(&n).is_ok() {
            finish(lines, &mut run, &mut chain);
            beyond = None;
            continue;
        }
        // Most lines are told from their first letter.
        match unindented(line).as_bytes().first() {
            Some(0xC4 | 0xE2 | b'\'' | b':' | b'.' | b',' | b'`' | b'_') => {
                if let Some(found) = mark(line).filter(|m| m.level == Level::Article && !m.label.contains('.'))
                    && let Some(found) = candidate(lines, n, line, found)
                {
                    match beyond.take() {
                        Some(_) if goes_on(&run, found) => chain.reopens.push(n),
                        Some(_) => finish(lines, &mut run, &mut chain),
                        None => {}
                    }
                    run.push(found);
                }
            }
            Some(b'P' | b'M') if mark(line).is_some_and(|m| m.level == Level::Annex && !m.label.contains(' ')) => {
                beyond = beyond.or(Some(n));
            }
            _ => {}
        }
    }
    finish(lines, &mut run, &mut chain);
    if chain.contents.is_none() {
        chain.contents = chain.lines.first().and_then(|first| containers_listed(lines, *first));
    }
    chain
}

/// The last line of a table of contents that lists Phần, Chương, Mục alone: before the first Điều, its first heading stands once more.
fn containers_listed(lines: &[&str], first: usize) -> Option<usize> {
    let marks = lines.iter().copied().take(first).enumerate().filter_map(|(n, line)| Some((n, mark(line)?)));
    let headings: Vec<(usize, Mark<'_>)> = marks.filter(|(_, m)| m.level.is_container()).collect();
    let (_, listed) = headings.first()?;
    let again = headings.iter().rposition(|(_, m)| m.level == listed.level && m.label == listed.label)?;
    // A heading that is said twice in a row is the head of a page.
    (again > 1).then(|| headings.get(again)?.0.checked_sub(1)).flatten()
}

/// Whether an Điều behind an annex goes on with the Điều before it: the annex was a link, or a reference that begins a line.
fn goes_on(run: &[Candidate], found: Candidate) -> bool {
    found.strong
        && found.letter == 0
        && found.number > 1
        && run.last().is_some_and(|last| last.number + 1 == found.number)
}

/// The blocks without those that only seem quoted: a stray mark that a scanner left makes all text up to the next mark a block. Such a block
/// holds the very Điều that are missing between those before and behind it. What is quoted within it is found again.
pub(super) fn trusted(lines: &[&str], blocks: Vec<Block>) -> Vec<Block> {
    let strong = |n: usize| -> Option<u32> {
        let line = lines.get(n)?;
        let found = mark(line).filter(|m| m.level == Level::Article && !m.label.contains('.'))?;
        candidate(lines, n, line, found).filter(|c| c.strong).map(|c| c.number)
    };
    // Where the text of a block turns out to be none: behind its first line if all is a mistake, before the Điều that follows if only its end
    // was missed.
    let cut = |block: &Block| -> Option<usize> {
        let (start, end) = (*block.lines.start(), *block.lines.end());
        if end == start {
            return None;
        }
        let inside: Vec<(usize, u32)> = (start + 1..=end).filter_map(|n| Some((n, strong(n)?))).collect();
        let Some(before) = (0..start).rev().take(2000).find_map(strong).filter(|_| !inside.is_empty()) else {
            // Before the first Điều stands no new text: a page note that quotes grounds was cut by the page.
            let (first, number) = *inside.first()?;
            let heading = |n: &usize| lines.get(*n).is_some_and(|l| mark(l).is_some_and(|m| m.level.is_container()));
            return (number == 1).then(|| (start + 1..first).find(heading).unwrap_or(first));
        };
        if block.closed && end - start < 8 {
            return None;
        }
        let (next, _) = *inside.iter().find(|(_, number)| *number == before + 1)?;
        let behind = (end + 1..lines.len()).take(2000).find_map(strong);
        let bridged = behind.is_some_and(|b| b > before + 1 && inside.iter().any(|(_, number)| number + 1 == b));
        match block.closed {
            true => bridged.then_some(start + 1),
            false => (bridged || behind.is_none()).then_some(next),
        }
    };
    let mut kept = Vec::with_capacity(blocks.len());
    for block in blocks {
        let Some(from) = cut(&block) else {
            kept.push(block);
            continue;
        };
        let (start, end) = (*block.lines.start(), *block.lines.end());
        if !block.closed || from > start + 1 {
            kept.push(Block { lines: start..=from - 1, closed: false });
        }
        let inner = quote::blocks(lines.get(from..=end).unwrap_or_default());
        kept.extend(inner.into_iter().map(|b| Block { lines: b.lines.start() + from..=b.lines.end() + from, ..b }));
    }
    kept
}

fn candidate(lines: &[&str], n: usize, line: &str, found: Mark<'_>) -> Option<Candidate> {
    let title = line.get(found.after..).unwrap_or_default();
    // A number alone on its line is a heading only in its place, and so is one behind a stain.
    let bare = line.trim_end().ends_with(found.label) || !line.trim_start().starts_with(['Đ', 'đ']);
    let lowercase = title.starts_with(char::is_lowercase);
    let another = title.trim_start_matches([',', '.', ' ']).strip_prefix("Điều ");
    let reference = another.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let strong = found.closed && !bare && !lowercase && !reference;
    let (number, letter) = article_parts(found.label);
    // A reference that was wrapped stands behind a line that does not end like one.
    let before = || lines.get(..n)?.iter().rev().take(4).map(|l| l.trim()).find(|l| !l.is_empty());
    let blank = n.checked_sub(1).and_then(|n| lines.get(n)).is_none_or(|l| l.trim().is_empty());
    let open =
        |l: &str| l.ends_with(|c: char| c.is_lowercase() || c == ',' || c.is_ascii_digit()) && l.chars().count() > 40;
    let wrapped = !blank && before().is_some_and(open);
    let weight = match (strong, wrapped) {
        (true, false) => STRONG,
        (true, true) => WRAPPED,
        _ if bare || starts_title(title) || (found.closed && lowercase && !wrapped) => WEAK,
        _ => return None,
    };
    Some(Candidate { line: n, number, letter, strong, weight })
}

/// Adds the best sequence of a run to the chain and empties it.
fn finish(lines: &[&str], run: &mut Vec<Candidate>, chain: &mut Chain) {
    if let Some(end) = contents(lines, run) {
        chain.contents = chain.contents.or(run.get(end).map(|c| c.line));
        run.drain(..=end);
    }
    if unbroken(run) {
        chain.lines.extend(run.iter().map(|c| c.line))
    } else {
        best(run, &mut chain.lines)
    }
    run.clear();
}

/// The last entry of a table of contents: the Điều begin again at 1, and before that hardly anything stands but headings.
fn contents(lines: &[&str], run: &[Candidate]) -> Option<usize> {
    let first = run.iter().position(|c| c.strong && c.number == 1)?;
    // The first heading of the text itself may begin with a small letter, by a slip: then the second one tells.
    let begins = |at: usize| {
        let follows = || run.get(at + 1).is_some_and(|next| next.strong && next.number == 2);
        run.get(at).is_some_and(|c| (c.number, c.letter) == (1, 0) && (c.strong || follows()))
    };
    let again = (first + 1..run.len()).find(|at| begins(*at))?;
    let (from, to) = (run.get(first)?.line, run.get(again)?.line);
    let filled = lines.get(from..to)?.iter().filter(|l| !l.trim().is_empty()).count();
    let headings = again - first;
    (headings > 1 && filled <= headings * 2 + 6).then_some(again - 1)
}

/// Whether each candidate of a run is the next behind the one before it: then all of them are the heaviest sequence.
fn unbroken(run: &[Candidate]) -> bool {
    let begins = run.first().is_none_or(|c| c.strong || (c.number, c.letter) == (1, 0));
    let follows = |before: &Candidate, c: &Candidate| match c.letter {
        0 => c.number == before.number + 1,
        letter => c.number == before.number && letter == before.letter + 1,
    };
    begins && run.windows(2).all(|pair| matches!(pair, [before, c] if follows(before, c)))
}

/// The heaviest rising sequence: each candidate takes the best of those before it with a smaller label, or of its direct forerunner with a
/// bonus. The best of all smaller labels stand in a tree by rank, so that a million headings take a million steps.
fn best(run: &[Candidate], out: &mut Vec<usize>) {
    let mut ranks: Vec<(u32, usize)> = run.iter().map(|c| (c.number, c.letter)).collect();
    ranks.sort_unstable();
    ranks.dedup();
    // (sum, candidate from 1; 0 is the start)
    let mut tree = vec![(0_u32, 0_usize); ranks.len() + 1];
    let mut ends: HashMap<(u32, usize), (u32, usize)> = HashMap::from([((0, 0), (0, 0))]);
    let mut numbers: HashMap<u32, (u32, usize)> = HashMap::from([(0, (0, 0))]);
    let mut above = vec![0_usize; run.len() + 1];
    let mut heaviest = (0, 0);
    for (at, c) in run.iter().enumerate() {
        let rank = ranks.partition_point(|r| *r < (c.number, c.letter));
        let forerunner =
            if c.letter == 0 { numbers.get(&c.number.wrapping_sub(1)) } else { ends.get(&(c.number, c.letter - 1)) };
        let next = forerunner.map(|(sum, from)| (sum + c.weight + FOLLOWS, *from));
        let later = c.strong.then(|| {
            let mut best = (0, 0);
            let mut slot = rank;
            while slot > 0 {
                best = best.max(tree.get(slot).copied().unwrap_or_default());
                slot &= slot - 1;
            }
            (best.0 + c.weight, best.1)
        });
        let Some((sum, from)) = next.max(later) else { continue };
        if let Some(slot) = above.get_mut(at + 1) {
            *slot = from;
        }
        let end = (sum, at + 1);
        let better = |old: &mut (u32, usize)| {
            if sum > old.0 {
                *old = end;
            }
        };
        ends.entry((c.number, c.letter)).and_modify(better).or_insert(end);
        numbers.entry(c.number).and_modify(better).or_insert(end);
        let mut slot = rank + 1;
        while let Some(best) = tree.get_mut(slot) {
            better(best);
            slot += slot & slot.wrapping_neg();
        }
        if sum > heaviest.0 {
            heaviest = end;
        }
    }
    let begin = out.len();
    let mut at = heaviest.1;
    while let Some(c) = at.checked_sub(1).and_then(|n| run.get(n)) {
        out.push(c.line);
        at = above.get(at).copied().unwrap_or(0);
    }
    if let Some(found) = out.get_mut(begin..) {
        found.reverse();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn headings(text: &str) -> Vec<usize> {
        let lines: Vec<&str> = text.split('\n').collect();
        read(&lines, &super::super::quote::blocks(&lines), &[]).lines
    }

    #[test]
    fn a_reference_that_begins_a_line_does_not_cut_the_sequence() {
        assert_eq!(headings("Điều 1. Một\nĐiều 93. Luật\nĐiều 2. Hai\nĐiều 3. Ba"), [0, 2, 3]);
        assert_eq!(headings("Điều 1. Một\nĐiều 3. Ba\nĐiều 3a. Ba a\nĐiều 5. Năm"), [0, 1, 2, 3]);
        // Four headings against four: those that follow each other win.
        assert_eq!(
            headings("Điều 1. A\nĐiều 4. B\nĐiều 5. C\nĐiều 7. D\nĐiều 2. E\nĐiều 3. F\nĐiều 4. G"),
            [0, 4, 5, 6]
        );
    }

    #[test]
    fn of_two_equal_headings_the_one_behind_a_finished_sentence_counts() {
        let wrapped = "a) Trường hợp nêu trên được thực hiện theo quy định tại các khoản của\nĐiều 2. Bộ trưởng xem xét.\nĐiều 2. Hai\nĐiều 3. Ba";
        assert_eq!(headings(&format!("Điều 1. Một\n{wrapped}")), [0, 3, 4]);
    }

    #[test]
    fn a_stray_mark_does_not_hide_the_headings_behind_it() {
        let body: Vec<String> = (2..6).map(|n| format!("Điều {n}. Tên\n1. Một\n2. Hai\n3. Ba")).collect();
        let text = format!("Điều 1. Sửa đổi như sau:\n“Lỗi quét\n{}\nhai”\nĐiều 6. Sáu", body.join("\n"));
        let lines: Vec<&str> = text.split('\n').collect();
        let blocks = trusted(&lines, quote::blocks(&lines));
        assert_eq!(read(&lines, &blocks, &[]).lines, [0, 2, 6, 10, 14, 19]);
        // Where only the closing mark was forgotten, the block ends before the next heading.
        let lines = [
            "Điều 1. Sửa đổi như sau:",
            "“a) Một",
            "Điều 2. Hai",
            "1. Sửa đổi khoản 1 như sau:",
            "“b) Hai.”",
            "Điều 3. Ba",
        ];
        let blocks = trusted(&lines, quote::blocks(&lines));
        assert_eq!(blocks.iter().map(|b| (*b.lines.start(), *b.lines.end())).collect::<Vec<_>>(), [(1, 1), (4, 4)]);
        // New text with numbers of its own stays quoted.
        let text = text.replace("Điều 6. Sáu", "Điều 2. Hai");
        let lines: Vec<&str> = text.split('\n').collect();
        assert_eq!(trusted(&lines, quote::blocks(&lines)).len(), 1);
    }

    #[test]
    fn weak_headings_count_only_in_their_place() {
        assert_eq!(headings("Điều 1. Một\nĐiều 2, Hai\nĐiều 9 Chín\nĐiều 3 Ba\nĐiều 4\nĐiều 39"), [0, 1, 3, 4]);
    }

    #[test]
    fn annexes_have_sequences_of_their_own_and_contents_none() {
        assert_eq!(headings("Điều 1. A\nĐiều 2. B\nPhụ lục I\nĐiều 1. C\nĐiều 2. D"), [0, 1, 3, 4]);
        let text = "MỤC LỤC\nĐiều 1. A\nĐiều 2. B\nĐiều 3. C\nĐiều 1. A\n1. x\nĐiều 2. B\n1. y\nĐiều 3. C";
        let lines: Vec<&str> = text.split('\n').collect();
        let chain = read(&lines, &[], &[]);
        assert_eq!((chain.lines, chain.contents), (vec![4, 6, 8], Some(3)));
        // A list of Chương alone, with the pages on which they stand.
        let text = "MỤC LỤC\nChương I LÒ … 1\nChương II BÁNH … 3\nChương I\nLÒ\nĐiều 1. A\nChương II\nBÁNH\nĐiều 2. B";
        let lines: Vec<&str> = text.split('\n').collect();
        assert_eq!(read(&lines, &[], &[]).contents, Some(2));
        // Nothing is listed where each Chương stands once.
        let text = "Phần I\nLÒ\nChương I\nBÁNH\nĐiều 1. A\nPhần II\nBỘT\nChương I\nLÒ\nĐiều 2. B";
        let lines: Vec<&str> = text.split('\n').collect();
        assert_eq!(read(&lines, &[], &[]).contents, None);
    }

    #[test]
    fn the_body_goes_on_behind_what_only_looks_like_an_annex() {
        let text = "Điều 1. A\nPhụ lục I\nx\nĐiều 2. B\nPhụ lục II\nĐiều 1. C\nĐiều 2. D";
        let lines: Vec<&str> = text.split('\n').collect();
        let chain = read(&lines, &[], &[]);
        assert_eq!((chain.lines, chain.reopens), (vec![0, 3, 5, 6], vec![3]));
    }

    #[test]
    fn a_page_note_does_not_hide_the_first_headings() {
        let text = "Quy định về lò.1\n1 Nghị định có căn cứ như sau:\n“Căn cứ Luật Bánh;\nChương I\nCHUNG\nĐiều 1. Phạm vi\nCăn cứ Luật Bột.”\nĐiều 2. Sổ";
        let lines: Vec<&str> = text.split('\n').collect();
        let blocks = trusted(&lines, quote::blocks(&lines));
        assert_eq!(read(&lines, &blocks, &[]).lines, [5, 7]);
    }

    proptest! {
        #[test]
        fn an_unbroken_run_is_its_own_best_sequence(first in 1_u32..3, steps in prop::collection::vec((any::<bool>(), 0_u8..3), 1..20)) {
            let (mut number, mut letter) = (first, 0);
            let mut run = Vec::new();
            for (line, (lettered, weight)) in steps.into_iter().enumerate() {
                if line > 0 {
                    (number, letter) = if lettered { (number, letter + 1) } else { (number + 1, 0) };
                }
                let weight = [WEAK, WRAPPED, STRONG][usize::from(weight)];
                run.push(Candidate { line, number, letter, strong: weight > WEAK, weight });
            }
            let mut found = Vec::new();
            best(&run, &mut found);
            prop_assert_eq!(found.len() == run.len(), unbroken(&run));
        }
    }
}
