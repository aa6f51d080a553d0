//! The lines of a unit, and which of them are its number, its heading and its text; what stands between the quotation marks of new text; the cells of
//! a row.

use crate::law::Provision;
use crate::model::Level;

/// The text of a unit before its children, in the parts that Akoma Ntoso tells apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Own<'t> {
    /// Its mark: `Điều 5.`
    pub num: Option<&'t str>,
    /// The lines of its heading; of a unit whose text begins below its mark, an empty one.
    pub heading: Option<Vec<&'t str>>,
    /// Whether the heading stands on the line of the mark.
    pub run_in: bool,
    /// What stands between the mark and what follows on its line, where it is not one blank.
    pub gap: Option<&'t str>,
    /// The lines of its text.
    pub text: Vec<&'t str>,
}

impl<'t> Own<'t> {
    /// The parts of a unit of the hierarchy.
    pub fn of(provision: &'t Provision) -> Self {
        let (mark, words) = provision.text.split_at_checked(provision.after_mark).unwrap_or(("", &provision.text));
        if mark.trim().is_empty() {
            return Self { text: lines(&provision.text).collect(), ..Self::default() };
        }
        let beside = words
            .split('\n')
            .next()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !mark.trim_start().contains('\n'));
        let mut text: Vec<&str> = lines(words).collect();
        let heading = if provision.level.is_container() {
            let capitals = |line: &&&str| !line.chars().any(char::is_lowercase);
            let first = usize::from(!text.is_empty());
            let count = first + text.iter().skip(first).take_while(capitals).count();
            // A title that is not in capitals is one line.
            let count = if text.first().is_some_and(|line| !capitals(&line)) { first } else { count };
            Some(text.drain(..count).collect())
        } else if beside.is_none() {
            Some(Vec::new())
        } else if provision.level == Level::Article && (text.len() > 1 || !provision.children.is_empty()) {
            Some(text.drain(..1).collect())
        } else {
            None
        };
        let from = mark.trim_end_matches(' ').len();
        let to = mark.len() + words.len() - words.trim_start_matches(' ').len();
        let gap = provision.text.get(from..to).filter(|gap| beside.is_some() && *gap != " ");
        Self { num: Some(mark.trim()), heading, run_in: beside.is_some(), gap, text }
    }
}

/// The lines of a text that are not empty, without their margins.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').map(str::trim).filter(|line| !line.is_empty())
}

/// New text with its quotation marks taken off.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Quoted<'t> {
    /// The mark with which it begins; nothing where it has none of its own.
    pub start: Option<&'t str>,
    /// What stands between.
    pub text: &'t str,
    /// The mark with which it ends.
    pub end: Option<&'t str>,
    /// What follows the mark: a stop.
    pub tail: &'t str,
}

/// Takes the quotation marks off a quotation where they are its own: the one at its head is closed by the one at its end.
pub(super) fn quoted(text: &str) -> Quoted<'_> {
    let text = text.trim();
    let bare = Quoted { start: None, text, end: None, tail: "" };
    let Some(start) = ["“", "\"", "''"].into_iter().find(|mark| text.starts_with(mark)) else { return bare };
    let bare_start = start;
    // Blanks beside a mark are of the mark: the lines between stand without margins.
    let margin = text.get(start.len()..).map_or(0, |rest| rest.len() - rest.trim_start_matches(' ').len());
    let (start, inner) = text.split_at_checked(start.len() + margin).unwrap_or(("", text));
    let close = if bare_start == "“" {
        let mut depth = 1_usize;
        let closing = inner.char_indices().find(|(_, c)| {
            match c {
                '“' => depth += 1,
                '”' => depth -= 1,
                _ => {}
            }
            depth == 0
        });
        match closing {
            Some((at, _)) => Some((at, '”'.len_utf8())),
            // A mark on a line of its own is a line.
            None if inner.starts_with('\n') => return bare,
            // It never closes: all that follows is quoted.
            None => return Quoted { start: Some(start), text: inner, end: None, tail: "" },
        }
    } else {
        inner.rfind(bare_start).filter(|at| inner.find(bare_start) == Some(*at)).map(|at| (at, bare_start.len()))
    };
    let Some((at, width)) = close else { return bare };
    let margin = inner.get(..at).map_or(0, |text| text.len() - text.trim_end_matches(' ').len());
    let (at, width) = (at - margin, width + margin);
    let (Some(text), Some(end), Some(tail)) = (inner.get(..at), inner.get(at..at + width), inner.get(at + width..))
    else {
        return bare;
    };
    // More than a stop: the marks are those of a phrase.
    if tail.chars().any(|c| c.is_alphanumeric() || c == '\n') || text.ends_with('\n') || text.starts_with('\n') {
        return bare;
    }
    Quoted { start: Some(start), text, end: Some(end), tail }
}

/// The cells of a row between bars; nothing where the row is not written as rows are (`| a | b |`).
pub(super) fn cells(line: &str) -> Option<Vec<&str>> {
    let inner = line.strip_prefix("| ")?.strip_suffix(" |")?;
    let cells: Vec<&str> = inner.split(" | ").collect();
    let plain = |cell: &&str| !cell.contains('|') && cell.trim() == *cell && !cell.contains("  ");
    cells.iter().all(plain).then_some(cells)
}
