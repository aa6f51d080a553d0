//! Blocks of quoted text: which lines of an instrument stand between quotation marks and so hold the new text of another. Sources use “ ”,
//! straight `"` and `''`; quotes nest; some never close.

use super::line::{mark, unindented};
use crate::law::name::place;
use crate::model::Level;
use crate::model::provision::POINT_LETTERS;
use crate::text::Lang;
use memchr::memmem::Finder;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

/// A block of lines between quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// The lines, counted from 0.
    pub lines: RangeInclusive<usize>,
    /// Whether the closing mark was found.
    pub closed: bool,
}

/// How many quotation marks a line opens and closes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Balance {
    opened: usize,
    closed: usize,
}

/// Finds the quoted blocks of the lines, in order; they do not overlap. Each line is read a bounded number of times.
pub(super) fn blocks(lines: &[&str]) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut at = 0;
    // Once a block ran to the end of the text without being closed, the count of marks is not to be trusted: blocks then end at the
    // first line that ends with a closing mark.
    let mut ends: Option<Vec<Ends>> = None;
    // How often the text is read on to see whether a quotation within a quotation closes; bounded, for hostile texts.
    let mut readings = 64_u32;
    while let Some(line) = lines.get(at) {
        // A block of several lines is announced; a mark at the head of any other line is a slip, or a phrase that the next line ends.
        let alone = || ends_closed(line) && balance(line).opened <= balance(line).closed;
        if !opens(line) || !(alone() || announced(lines, at, found.last())) {
            if let Some(block) = unmarked(lines, at) {
                at = block.lines.end() + 1;
                found.push(block);
            } else {
                at += 1;
            }
            continue;
        }
        let counted = if ends.is_none() { by_depth(lines, at, &mut readings) } else { None };
        let block = counted.unwrap_or_else(|| by_end(lines, at, ends.get_or_insert_with(|| read_ends(lines))));
        at = block.lines.end() + 1;
        found.push(block);
    }
    found
}

/// What orders say; nearly every heading is asked for it.
static AMENDS: LazyLock<[Finder<'static>; 3]> = LazyLock::new(|| ["ửa đổi", "ổ sung", "hay thế"].map(Finder::new));

/// New text that stands without quotation marks behind the order that announces it: it begins with a label that the order names, and goes on to the
/// next order or heading.
fn unmarked(lines: &[&str], at: usize) -> Option<Block> {
    let order = lines.get(at)?.trim_end();
    if !(order.ends_with(':') || order.starts_with("Điều "))
        || !AMENDS.iter().any(|word| word.find(order.as_bytes()).is_some())
    {
        return None;
    }
    let first = (at + 1..lines.len()).take(3).find(|n| lines.get(*n).is_some_and(|l| !l.trim().is_empty()))?;
    let line = lines.get(first)?;
    let head = mark(line).filter(|m| matches!(m.level, Level::Article | Level::Clause | Level::Point))?;
    let named = |level: Level, label: &str| {
        let word = level.word(Lang::Vi);
        order.match_indices(word).any(|(from, _)| {
            let places = place::read(order, from).map(|(places, _)| places).unwrap_or_default();
            places.iter().any(|p| p.address.last().is_some_and(|s| s.level == level && s.label.as_str() == label))
        })
    };
    if opens(line) || gives_order(line) || !named(head.level, head.label) {
        return None;
    }
    let ends = |line: &str| {
        let heading = mark(line).is_some_and(|m| match m.level {
            Level::Article => !named(m.level, m.label),
            level => level.is_container() || level == Level::Annex,
        });
        heading || gives_order(line) || is_closing_line(line) || opens(line)
    };
    let end = (first + 1..lines.len()).find(|n| lines.get(*n).is_some_and(|l| ends(l.trim()))).unwrap_or(lines.len());
    let last = (first..end).rev().find(|n| lines.get(*n).is_some_and(|l| !l.trim().is_empty()))?;
    Some(Block { lines: first..=last, closed: true })
}

/// Whether a line with a mark gives an order.
fn gives_order(line: &str) -> bool {
    const VERBS: &[&str] = &["Sửa đổi", "Bổ sung", "Bãi bỏ", "Thay thế", "Bỏ ", "Hủy bỏ", "Huỷ bỏ", "Đính chính"];
    let text = mark(line).map_or(line, |m| line.get(m.after..).unwrap_or_default());
    VERBS.iter().any(|verb| text.trim_start().starts_with(verb))
}

/// Whether the lines before announce new text: the last one ends with a colon or speaks of amending, or is itself quoted. Text that begins with a
/// label may stand below a title of a few lines that speaks of it.
fn announced(lines: &[&str], at: usize, last: Option<&Block>) -> bool {
    let before = |n: &usize| lines.get(*n).is_some_and(|l| !l.trim().is_empty());
    let mut above = (0..at).rev().take(12).filter(before);
    let text = lines.get(at).map(|l| l.trim_start().trim_start_matches(['“', '"', '\''])).unwrap_or_default();
    let reach = if mark(text).is_some() { 3 } else { 1 };
    let Some(nearest) = above.next() else { return true };
    last.is_some_and(|block| *block.lines.end() == nearest)
        || lines.get(nearest).is_some_and(|l| l.trim_end().ends_with(':') && !speaks_of_penalty(l))
        || std::iter::once(nearest)
            .chain(above)
            .take(reach)
            .any(|n| lines.get(n).is_some_and(|l| speaks_of_amending(l)))
}

/// Whether a line speaks of amending, as far as a scanner left its letters.
fn speaks_of_amending(line: &str) -> bool {
    let folded = crate::text::fold(line).replace("phat bo sung", "");
    ["sua doi", "bo sung", "thay the", "nhu sau", "doc la", "dinh chinh", "thay cum tu"]
        .iter()
        .any(|w| folded.contains(w))
}

/// "Hình thức xử phạt bổ sung:" announces no new text.
fn speaks_of_penalty(line: &str) -> bool {
    crate::text::fold(line).contains("phat bo sung")
}

/// Whether a line begins with an opening mark and is a block or the start of one: it stays open, or ends with the closing mark.
fn opens(line: &str) -> bool {
    let text = unindented(line);
    if !matches!(text.as_bytes().first(), Some(b'"' | b'\'' | 0xE2)) {
        return false;
    }
    if !text.starts_with(['“', '"', '\'', '”']) || (text.starts_with('\'') && !text.starts_with("''")) {
        return false;
    }
    if text.starts_with('”') && turned(text, 0) != Some(Turned::Opening) {
        return false;
    }
    let balance = balance(text);
    balance.opened > balance.closed || ends_closed(text)
}

/// The block that starts at a line, by counting marks; `None` if the text ends first.
fn by_depth(lines: &[&str], start: usize, readings: &mut u32) -> Option<Block> {
    let mut depth = 0_usize;
    let mut last = start;
    for (n, line) in lines.iter().enumerate().skip(start) {
        let text = line.trim();
        if text.is_empty() {
            continue;
        }
        if n > start && depth > 0 && opens(text) && lines.get(last).is_some_and(|before| is_directive(before)) {
            // The line before announces new text, and new text begins here: an amendment quoted in an amendment, if both close; else the
            // block above was never closed.
            if *readings > 0 && !goes_on_outside(lines, start, n) {
                *readings -= 1;
                let amends = lines.get(start).is_some_and(|first| quotes_amendment(first));
                let swallows = |end: usize| lines.get(start..=end).unwrap_or_default().iter().any(|l| announces(l));
                if let Some(end) = closes_at(lines, n, depth).filter(|end| amends || !swallows(*end)) {
                    *readings += 1;
                    return Some(Block { lines: start..=end, closed: true });
                }
            }
            let above =
                |i: &usize| lines.get(*i).is_some_and(|l| !l.trim().is_empty() && !announces(l) && !is_directive(l));
            let end = (start..last).rev().find(above).unwrap_or(start);
            return Some(Block { lines: start..=end, closed: lines.get(end).is_some_and(|l| ends_closed(l)) });
        }
        let Balance { opened, closed } = balance(text);
        depth = if n == start { opened.saturating_sub(closed) } else { inner_depth(depth, text, opened, closed) };
        if depth == 0 {
            return Some(Block { lines: start..=n, closed: true });
        }
        last = n;
    }
    None
}

/// Whether an order within an open block bears the label that follows the one of the order above the block: then it is no part of the block, which was
/// never closed.
fn goes_on_outside(lines: &[&str], start: usize, end: usize) -> bool {
    let label = |line: &str| {
        let mark = mark(line.trim())?;
        let number = match mark.level {
            Level::Point => POINT_LETTERS.chars().position(|c| mark.label.chars().eq(std::iter::once(c)))?,
            _ => mark.label.parse().ok()?,
        };
        Some((mark.level, number))
    };
    let above = (0..start).rev().take(8).find_map(|n| lines.get(n).filter(|line| is_directive(line)));
    let Some((level, number)) = above.and_then(|line| label(line)) else { return false };
    let first = lines.get(start).and_then(|line| label(line.trim_start().trim_start_matches(['“', '"', '”', '\''])));
    let inside = lines.get(start + 1..end).unwrap_or_default();
    first != Some((level, number)) && inside.iter().any(|l| is_directive(l) && label(l) == Some((level, number + 1)))
}

/// The line on which a block that is open before a line closes, if that happens before the signature.
fn closes_at(lines: &[&str], from: usize, mut depth: usize) -> Option<usize> {
    for (n, line) in lines.iter().enumerate().skip(from) {
        let text = line.trim();
        if is_closing_line(text) {
            return None;
        }
        let Balance { opened, closed } = balance(text);
        depth = inner_depth(depth, text, opened, closed);
        if depth == 0 {
            return Some(n);
        }
    }
    None
}

/// The depth after a line within a block. A mark opened in the middle of a line and not closed there is a slip, not a block.
fn inner_depth(depth: usize, text: &str, opened: usize, closed: usize) -> usize {
    if closed > opened {
        depth.saturating_sub(closed - opened)
    } else if opened > closed && text.starts_with(['“', '"', '”']) && depth < 64 {
        depth + 1
    } else {
        depth
    }
}

/// From a line on: where the next line ends with a closing mark, and where a new directive or the signature begins.
#[derive(Debug, Clone, Copy)]
struct Ends {
    closing: usize,
    directive: usize,
}

fn read_ends(lines: &[&str]) -> Vec<Ends> {
    let mut next = Ends { closing: usize::MAX, directive: lines.len() };
    let mut ends = vec![next; lines.len() + 1];
    for (n, line) in lines.iter().enumerate().rev() {
        let text = line.trim();
        if ends_closed(text) {
            next.closing = n;
        }
        if is_directive(text) || is_closing_line(text) {
            next.directive = n;
        }
        if let Some(slot) = ends.get_mut(n) {
            *slot = next;
        }
    }
    ends
}

/// The block that starts at a line, up to the first line that ends with a closing mark and before the next directive.
fn by_end(lines: &[&str], start: usize, ends: &[Ends]) -> Block {
    let closing = ends.get(start).map_or(usize::MAX, |e| e.closing);
    let directive = ends.get(start + 1).map_or(lines.len(), |e| e.directive);
    if closing < directive {
        return Block { lines: start..=closing, closed: true };
    }
    // Without any end in sight only the line itself is certain.
    let end = if directive < lines.len() { directive.saturating_sub(1).max(start) } else { start };
    Block { lines: start..=end, closed: false }
}

/// A line that announces new text: it carries a mark or begins with a verb of amendment, and ends with `như sau:` or the like.
fn is_directive(line: &str) -> bool {
    let text = line.trim();
    if !text.ends_with(':') {
        return false;
    }
    let verbs = ["Sửa đổi", "Bổ sung", "Thay thế", "Bãi bỏ", "Đính chính"];
    let marked = mark(text).is_some_and(|m| matches!(m.level, Level::Article | Level::Clause | Level::Point));
    verbs.iter().any(|verb| text.starts_with(verb))
        || (marked && ["ửa đổi", "ổ sung", "hay thế", "như sau", "đọc là"].iter().any(|word| text.contains(word)))
}

/// Whether a block begins with an order of an amending instrument, so that quotations within it are to be expected.
fn quotes_amendment(first: &str) -> bool {
    let text = first.trim_start().trim_start_matches(['“', '"', '\'']);
    mark(text).is_some() && ["ửa đổi", "ổ sung", "hay thế", "ãi bỏ"].iter().any(|verb| text.contains(verb))
}

/// The heading of an Điều that announces amendments: "Điều 2. Sửa đổi, bổ sung một số điều của …".
fn announces(line: &str) -> bool {
    mark(line).is_some_and(|m| {
        let title = line.get(m.after..).unwrap_or_default();
        m.level == Level::Article
            && ["Sửa đổi", "Bổ sung", "Thay thế", "Bãi bỏ"].iter().any(|verb| title.starts_with(verb))
    })
}

/// The start of the signature block.
fn is_closing_line(text: &str) -> bool {
    text.starts_with("Nơi nhận") || text.starts_with("TM. ") || text.starts_with("KT. ")
}

/// Whether a line ends with a closing mark and at most a full stop, semicolon or comma behind it.
pub(super) fn ends_closed(line: &str) -> bool {
    let text = line.trim_end().trim_end_matches(['.', ';', ',', ' ', '/']);
    text.ends_with(['”', '"'])
        || text.ends_with("''")
        || text.strip_suffix('“').is_some_and(|inner| {
            let stopped = text.len() < line.trim_end().len();
            !inner.trim().is_empty() && (stopped || !inner.ends_with([' ', ':', '(']))
        })
}

/// What a mark is that was set the wrong way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::law) enum Turned {
    /// `”` that opens: it stands at the head of a word, behind nothing or a blank.
    Opening,
    /// `“` that closes: it stands at the end of a word, before nothing, a blank or a stop.
    Closing,
}

/// Whether the mark at a byte of a text is the wrong one of “ and ”; nothing where it is the right one, or either may be.
pub(in crate::law) fn turned(text: &str, at: usize) -> Option<Turned> {
    let before = text.get(..at)?.chars().next_back();
    let rest = text.get(at..)?;
    if let Some(behind) = rest.strip_prefix('“') {
        let next = behind.chars().next();
        let stops = |c: char| matches!(c, '.' | ';' | ',' | ':' | ')' | '/');
        let ended = next.is_none_or(|c| c.is_whitespace() || stops(c)) && !behind.starts_with("..");
        return match before {
            Some(c) if !c.is_whitespace() && !matches!(c, '(' | '[' | ':' | '“' | '"' | '”') => {
                ended.then_some(Turned::Closing)
            }
            // "… tại lò “.": nothing but a stop stands behind it.
            Some(c) if c.is_whitespace() => {
                let stop = behind.trim_end();
                (!stop.is_empty() && stop.chars().all(|c| matches!(c, '.' | ';'))).then_some(Turned::Closing)
            }
            _ => None,
        };
    }
    let behind = rest.strip_prefix('”')?;
    let head = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '['));
    (head && behind.starts_with(char::is_alphanumeric)).then_some(Turned::Opening)
}

/// Whether the mark “ or ” at a byte opens.
pub(in crate::law) fn is_opening(text: &str, at: usize) -> bool {
    match turned(text, at) {
        Some(turned) => turned == Turned::Opening,
        None => text.get(at..).is_some_and(|rest| rest.starts_with('“')),
    }
}

/// Counts the marks of a line. A straight mark opens at the start of a word and closes at its end.
fn balance(line: &str) -> Balance {
    let bytes = line.as_bytes();
    let mut balance = Balance::default();
    let mut from = 0;
    while let Some(at) = bytes.get(from..).and_then(|rest| memchr::memchr3(b'"', 0xE2, b'\'', rest)).map(|at| from + at)
    {
        let rest = bytes.get(at..).unwrap_or_default();
        from = at + 1;
        if rest.starts_with("“".as_bytes()) || rest.starts_with("”".as_bytes()) {
            if is_opening(line, at) { balance.opened += 1 } else { balance.closed += 1 }
        } else if rest.starts_with(b"\"") || rest.starts_with(b"''") {
            let width = if rest.starts_with(b"\"") { 1 } else { 2 };
            from = at + width;
            let free_left = at == 0 || bytes.get(at - 1).is_none_or(|b| matches!(b, b' ' | b'(' | b'['));
            let word_right =
                bytes.get(at + width).is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80 || *b == b'(');
            if free_left && word_right { balance.opened += 1 } else { balance.closed += 1 }
        }
    }
    balance
}

/// Whether a quoted text is one line with an opening mark that nothing closes: no end was in sight, and more of it may follow.
pub(in crate::law) fn is_cut_short(block: &str) -> bool {
    let text = block.trim();
    let opened = text.starts_with(['“', '"']) || text.starts_with("''") || text.starts_with('”');
    opened && !text.contains('\n') && !ends_closed(text) && balance(text).opened > balance(text).closed
}

/// The text without the quotation marks around it and the punctuation behind them. A mark that is missing on one side is not invented.
pub fn unquoted(block: &str) -> &str {
    let text = block.trim();
    let turned = text.strip_prefix('”').filter(|_| turned(text, 0) == Some(Turned::Opening));
    let opened = text.strip_prefix(['“', '"']).or_else(|| text.strip_prefix("''")).or(turned).unwrap_or(text);
    let tail = opened.trim_end_matches(['.', ';', ',', ' ', '/']);
    for close in ["”", "\"", "''", "“"] {
        if let Some(inner) = tail.strip_suffix(close) {
            return inner.trim();
        }
    }
    opened.trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranges(text: &str) -> Vec<(usize, usize, bool)> {
        let lines: Vec<&str> = text.lines().collect();
        blocks(&lines).iter().map(|b| (*b.lines.start(), *b.lines.end(), b.closed)).collect()
    }

    #[test]
    fn blocks_of_one_and_of_many_lines_are_found() {
        assert_eq!(
            ranges("1. Sửa đổi như sau:\n“c) Một.”.\n2. Bổ sung như sau:\n“Điều 3. Hai\n1. Ba;\n2. Bốn.”\n3. Năm"),
            [(1, 1, true), (3, 5, true)]
        );
        assert_eq!(ranges("\"1. Một\n2. Hai\".\nBa"), [(0, 1, true)]);
        assert_eq!(ranges("''1. Một\n2. Hai''.\nBa"), [(0, 1, true)]);
    }

    #[test]
    fn new_text_may_stand_without_marks() {
        let text = "Điều 1. Sửa đổi, bổ sung một số khoản của Điều 4\n1. Bổ sung khoản 3a vào sau khoản 3 như sau:\n3a. Lò đất.\n\n\
                    2. Sửa đổi, bổ sung khoản 4 như sau:\n4. Lò gạch.\na) Một.\nĐiều 2. Sửa đổi, bổ sung điểm b khoản 1 Điều 9\nb) Lò đồng.\nĐiều 3. Hiệu lực\n1. Một";
        assert_eq!(ranges(text), [(2, 2, true), (5, 6, true), (8, 8, true)]);
        // Another label is not what the order names.
        assert_eq!(ranges("1. Bổ sung khoản 3a như sau:\n5. Lò đất."), []);
        assert_eq!(ranges("Điều 1. Sửa đổi khoản 1 Điều 4 như sau:\n1. Sửa đổi điểm a như sau:"), []);
    }

    #[test]
    fn quotes_within_quotes_do_not_close_the_block() {
        assert_eq!(ranges("“Điều 1. Từ ngữ\n1. “Vay” là một.\n2. “Trả” là hai.”.\n3. Ba"), [(0, 2, true)]);
        assert_eq!(ranges("“Cho vay” là một.\nHai"), []);
    }

    #[test]
    fn a_block_that_never_closes_ends_before_the_next_directive() {
        let text = "1. Sửa đổi khoản 1 như sau:\n“1. Một.\n2. Sửa đổi khoản 2 như sau:\n“2. Hai.”\n3. Bãi bỏ";
        assert_eq!(ranges(text), [(1, 1, false), (3, 3, true)]);
        assert_eq!(ranges("1. Sửa đổi:\n“1. Một.\n2. Sửa đổi khoản 2 như sau:\nHai"), [(1, 1, false)]);
        assert_eq!(ranges(&format!("{}x", "“a\n".repeat(10_000))).len(), 10_000);
    }

    #[test]
    fn the_next_order_is_no_part_of_a_block_that_never_closes() {
        let text = "7. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Một.\nHai.\n8. Sửa đổi Điều 6 như sau:\na) Sửa đổi khoản 1 như sau:\n“1. Ba.”.\n9. Sửa đổi Điều 7 như sau:\n“Điều 7. Bốn.”.”\nNăm";
        assert_eq!(ranges(text), [(1, 2, false), (5, 5, true), (7, 7, true)]);
        // What is quoted in an amendment stays in it.
        let nested = "7. Bổ sung khoản 2 Điều 5 như sau:\n“2. Sửa đổi Điều 6 như sau:\n“Điều 6. Ba.”.\n3. Sửa đổi Điều 7 như sau:\n“Điều 7. Bốn.”.”\nNăm";
        assert_eq!(ranges(nested), [(1, 4, true)]);
    }

    #[test]
    fn a_stray_mark_begins_no_block() {
        for before in ["a) đến địa chỉ của", "3. Hình thức xử phạt bổ sung:", "2. Một."] {
            assert_eq!(ranges(&format!("{before}\n“người nhận và\nHai”\nBa")), [], "{before}");
        }
        assert_eq!(ranges("Điều 2. Bỗ sung Điều 3a\nvào sau Điều 3\n“Điều 3a. Một\nHai.”"), [(2, 3, true)]);
    }

    #[test]
    fn marks_set_the_wrong_way_round_do_as_they_are_meant() {
        assert_eq!(ranges("1. Sửa đổi như sau:\n“Điều 5. Chảo\n1. Rửa.\n2. Hong.“.\n2. Bãi bỏ"), [(1, 3, true)]);
        assert_eq!(ranges("1. Sửa đổi như sau:\n”Điều 5. Chảo\n1. Rửa “chảo“.\n2. Hong “.\n2. Bãi bỏ"), [(1, 3, true)]);
        assert_eq!(
            ranges("1. Sửa đổi như sau:\n“Điều 5. Chảo\n1. Bỏ cụm từ “, nồi“ và “lò”.\n2. Hong.”.\nHai"),
            [(1, 3, true)]
        );
        assert_eq!(ranges("2. Một dòng\n”hai\nBa"), []);
        for (text, at) in [("như sau: “", 11), ("là “...”", 4), ("sau “, ấm”", 4), ("(“A”)", 1)] {
            assert_eq!(turned(text, text.find('“').unwrap()), None, "{text} {at}");
        }
        for (marked, bare) in [("“Một“.", "Một"), ("”Một”", "Một"), ("”Một“;", "Một"), ("“Một “.", "Một")]
        {
            assert_eq!(unquoted(marked), bare);
        }
    }

    #[test]
    fn the_marks_come_off_once() {
        assert_eq!(unquoted("“c) Một.”."), "c) Một.");
        assert_eq!(unquoted("\"Một\";"), "Một");
        assert_eq!(unquoted("“Một “hai”.”."), "Một “hai”.");
        assert_eq!(unquoted("“Một"), "Một");
    }
}
