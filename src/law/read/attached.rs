//! Rules that an instrument issues with itself (Quy chế, Quy định, Điều lệ …): the lines that begin them. They stand behind the Điều by which they are
//! issued, behind the signature or without one, and have Điều of their own that begin at 1 again.

use super::line::{Mark, is_upper, mark, unindented};
use crate::model::Level;
use crate::model::provision::attached_word;

/// How many lines below its heading attached rules say with what they are issued.
const SAYS_SO: usize = 14;

/// The lines, counted from 0, that begin attached rules, in order.
pub(super) fn headings(lines: &[&str]) -> Vec<usize> {
    // Nearly all lines are told from their first letters; few instruments issue rules, so that what they say of it is looked for last.
    let Some(first) = lines.iter().position(|line| unindented(line).starts_with("Điều 1")) else {
        return Vec::new();
    };
    let mut says = Says { lines, read: first, so: false };
    let mut found = Vec::new();
    for (n, line) in lines.iter().enumerate().skip(first) {
        let text = unindented(line);
        if matches!(text.as_bytes().first(), Some(b'Q' | b'N' | b'D' | b'C' | b'K' | b'H' | 0xC4))
            && begins(lines, n, text.trim_end(), || says.before(n))
        {
            found.push(n);
        }
    }
    found
}

/// Whether the instrument said that it issues rules.
struct Says<'l> {
    lines: &'l [&'l str],
    /// The first line that was not read yet.
    read: usize,
    so: bool,
}

impl Says<'_> {
    /// Whether it did up to a line, read with it.
    fn before(&mut self, line: usize) -> bool {
        let unread = self.lines.get(self.read..=line).unwrap_or_default();
        self.so |= unread.iter().any(|line| line.contains("an hành kèm theo"));
        self.read = self.read.max(line + 1);
        self.so
    }
}

/// The mark of attached rules on a line that begins them.
pub(super) fn heading(line: &str) -> Option<Mark<'_>> {
    let text = line.trim_start();
    let word = attached_word(text)?;
    let indent = line.len() - text.len();
    let label = text.get(..word.len())?;
    Some(Mark { level: Level::Annex, label, after: indent + label.len(), closed: true })
}

/// Whether a line is the heading of attached rules: their word in capitals, or alone, and below it with what they are issued, or, where the
/// instrument said that it issues some, Điều from 1 on.
fn begins(lines: &[&str], at: usize, text: &str, mut issues: impl FnMut() -> bool) -> bool {
    let Some(word) = attached_word(text) else { return false };
    if !(is_upper(text) || text.len() == word.len()) || in_a_head(lines, at) {
        return false;
    }
    let below = || lines.iter().skip(at + 1).filter(|l| !l.trim().is_empty()).take(SAYS_SO);
    for line in below() {
        let line = line.trim();
        let bare = line.trim_start_matches(['(', '*', '_', ' ']);
        if [
            "ban hành kèm theo",
            "kèm theo quyết định",
            "kèm theo thông tư",
            "kèm theo nghị định",
            "kèm theo nghị quyết",
        ]
        .iter()
        .any(|words| bare.to_lowercase().starts_with(words))
        {
            return true;
        }
        match mark(line) {
            Some(m) if m.level == Level::Article => return m.label == "1" && m.closed && issues(),
            Some(m) if m.level.is_container() => {
                return matches!(m.label, "I" | "1" | "nhất" | "NHẤT") && issues();
            }
            Some(_) => return false,
            None => {}
        }
    }
    false
}

/// Whether a line belongs to the head of an annex, of a form or of a chapter, which may be called so: "PHỤ LỤC I", "DANH MỤC …"; "Chương I",
/// "QUY ĐỊNH CHUNG".
fn in_a_head(lines: &[&str], at: usize) -> bool {
    let above = lines.get(..at).unwrap_or_default().iter().rev().map(|l| l.trim()).filter(|l| !l.is_empty());
    above
        .take(3)
        .enumerate()
        .any(|(n, line)| mark(line).is_some_and(|m| m.level == Level::Annex || (n == 0 && m.level.is_container())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<usize> {
        headings(&text.split('\n').collect::<Vec<_>>())
    }

    #[test]
    fn attached_rules_begin_with_their_word() {
        let decision =
            "QUYẾT ĐỊNH\nBan hành Quy chế lò\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế lò.\nĐiều 2. Hiệu lực";
        assert_eq!(
            lines(&format!("{decision}\nQUY CHẾ\nLÒ\n(Ban hành kèm theo Quyết định số 4/2026/QĐ-B)\nĐiều 1. Phạm vi")),
            [4]
        );
        assert_eq!(lines(&format!("{decision}\nQUY CHẾ LÒ BÁNH\nChương I\nCHUNG\nĐiều 1. Phạm vi")), [4]);
        assert_eq!(lines(&format!("{decision}\nQuy chế\nLò bánh\nĐiều 1. Phạm vi")), [4]);
        // Neither the title of the instrument, nor that of an annex, nor a heading that goes on with the Điều.
        for text in [
            "QUY CHẾ\n(Ban hành kèm theo Quyết định số 4/2026/QĐ-B)\nĐiều 1. Phạm vi".to_owned(),
            format!("{decision}\nPHỤ LỤC I\nDANH MỤC LÒ\n(Ban hành kèm theo Quyết định số 4/2026/QĐ-B)"),
            format!("{decision}\nQUY ĐỊNH CHUNG\nĐiều 3. Phạm vi"),
            format!("{decision}\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi"),
            format!("{decision}\nQuy chế này áp dụng\nĐiều 1. Phạm vi"),
        ] {
            assert!(lines(&text).is_empty(), "{text}");
        }
    }
}
