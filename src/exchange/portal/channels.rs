//! Ways to submit: mode, time, fee and note, glued together.

use super::fees::{self, FeeCell, Head};
use super::{NOTHING, Taken, after, after_head, amounts, closing, is_nothing, times};
use crate::model::{Channel, Mode, TimeLimit};

/// The head of the table.
const HEAD: &str = "Hình thức nộpThời gianPhí, lệ phíMô tả";

/// How the portal names the modes.
const MODES: &[(&str, Mode)] =
    &[("Trực tuyến", Mode::Online), ("Trực tiếp", Mode::InPerson), ("Dịch vụ bưu chính", Mode::Post)];

/// How far a time cell in words may reach before its fee cell, in bytes.
const TIME_WORDS: usize = 600;

/// How far the evidence for parting digits is looked for, in characters.
const EVIDENCE: usize = 2_000;

/// A row with what its fee cell counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelRow {
    /// The channel.
    pub channel: Channel,
    /// Figures in its fee cell that look like money.
    pub figures: usize,
    /// How many of them became a fee.
    pub typed: usize,
    /// Whether the source leaves the time cell empty, so that there is nothing to type.
    pub no_time: bool,
}

/// The mode that a cell names, whatever its letters' case.
pub fn mode(text: &str) -> Option<Mode> {
    let text = text.trim().to_lowercase();
    MODES.iter().find(|(word, _)| word.to_lowercase() == text).map(|(_, mode)| *mode)
}

/// Makes a row of cells that already stand apart.
pub fn row(mode: Mode, time: &str, fee: &str, note: &str) -> ChannelRow {
    let (plain, nothing) = (times::cell(time), is_nothing(time));
    let no_time = nothing || times::gives_none(time);
    // A range and what stands in words are kept as they are written, too.
    let is_plain = plain.is_some() && !time.contains(['-', '–']);
    let words = (!is_plain && !nothing).then(|| time.trim().to_owned());
    let limit = plain.or_else(|| times::in_words(time));
    made(mode, limit, words, fees::cell(fee), if is_nothing(note) { "" } else { note.trim() }, no_time)
}

/// Takes apart a glued table of channels.
pub fn channels(text: &str) -> Taken<ChannelRow> {
    let mut taken = Taken::default();
    if is_nothing(text) {
        return taken;
    }
    let text = after_head(text, HEAD);
    let mut starts = Vec::new();
    let mut at = 0;
    while at < text.len() {
        match start(&text[at..]) {
            Some(row) => {
                let next = at + row.cells;
                starts.push((at, row));
                at = next;
            }
            None => at += after(text, at).map_or(1, char::len_utf8),
        }
    }
    let head = &text[..starts.first().map_or(text.len(), |(at, _)| *at)];
    if !is_nothing(head) {
        taken.left.push(head.trim().to_owned());
    }
    for (index, (at, row)) in starts.iter().enumerate() {
        let end = starts.get(index + 1).map_or(text.len(), |(next, _)| *next);
        taken.rows.push(finished(row, &text[at + row.fee..end]));
    }
    taken
}

/// The beginning of a row: where its fee cell begins, and where its cells end.
struct Start {
    mode: Mode,
    limit: Option<TimeLimit>,
    words: Option<String>,
    no_time: bool,
    fee: usize,
    cells: usize,
}

/// A row at the head of `text`, if a time cell and a fee cell follow the mode. Mode words inside notes have none.
fn start(text: &str) -> Option<Start> {
    let (word, mode) = MODES.iter().find(|(word, _)| text.starts_with(word))?;
    let base = word.len();
    let rest = &text[base..];
    let start = |time: usize, limit, words, no_time| {
        let (len, _) = fees::head(&rest[time..])?;
        Some(Start { mode: *mode, limit, words, no_time, fee: base + time, cells: base + time + len })
    };
    if let Some((len, limit)) = times::with_unit(rest) {
        return start(len, Some(limit), None, false);
    }
    let len = amounts::number(rest);
    if len > 0 {
        if let Some(row) = start(len, times::bare(&rest[..len]), None, false) {
            return Some(row);
        }
        let split = split(rest, len)?;
        return start(split, times::bare(&rest[..split]), None, false);
    }
    if let Some(after_nothing) = rest.strip_prefix(NOTHING)
        && fees::head(after_nothing).is_some()
    {
        return start(NOTHING.len(), None, None, true);
    }
    let len = words(rest)?;
    let written = rest[..len].trim().to_owned();
    let no_time = times::gives_none(&written);
    start(len, times::in_words(&written), Some(written), no_time)
}

/// Where the digits of a bare time end and those of its fee begin (`120 VNĐ` is 1 and 20): the parenthesis proves it where
/// it repeats the fee, in full or in thousands; else the time has one digit.
fn split(rest: &str, len: usize) -> Option<usize> {
    let (word, ..) = amounts::currency(&rest[len..])?;
    let tail = &rest[len + word..];
    let evidence = match tail.starts_with('(') {
        true => {
            let near = tail.char_indices().nth(EVIDENCE).map_or(tail.len(), |(at, _)| at);
            amounts::find(&tail[..closing(&tail[..near]).unwrap_or(near)])
        }
        false => Vec::new(),
    };
    let head = super::digits(rest);
    let proven = (1..head).find(|at| {
        let fee = amounts::value(&rest[*at..len], 1);
        !rest[*at..].starts_with('0')
            && evidence.iter().any(|e| Some(e.amount) == fee || fee.and_then(|f| f.checked_mul(1000)) == Some(e.amount))
    });
    proven.or((head > 1 && !rest[1..].starts_with('0')).then_some(1))
}

/// The length of a time cell in words: glued to its mode with a capital, on one line, up to a glued fee cell.
fn words(rest: &str) -> Option<usize> {
    if !after(rest, 0)?.is_uppercase() {
        return None;
    }
    let mut previous = ' ';
    for (at, c) in rest.char_indices().take_while(|(at, c)| *at < TIME_WORDS && *c != '\n') {
        if at > 0 && MODES.iter().any(|(word, _)| rest[at..].starts_with(word)) {
            return None;
        }
        let begins_cell = matches!(fees::head(&rest[at..]), Some((_, Head::Free | Head::Unstated)))
            || (c.is_ascii_digit() && !previous.is_ascii_digit() && fees::head(&rest[at..]).is_some());
        // A cell before may end in a blank, but a sentence that goes on in lower case does not open a cell.
        if at > 0 && begins_cell && (!previous.is_whitespace() || rest[..at].trim_end().len() < 20) {
            return Some(at);
        }
        previous = c;
    }
    None
}

fn finished(row: &Start, text: &str) -> ChannelRow {
    let (len, fee) = fees::glued(text).unwrap_or_default();
    let note = text[len..].trim();
    let note = if is_nothing(note) { "" } else { note };
    made(row.mode, row.limit, row.words.clone(), fee, note, row.no_time)
}

fn made(
    mode: Mode,
    limit: Option<TimeLimit>,
    words: Option<String>,
    fee: FeeCell,
    note: &str,
    no_time: bool,
) -> ChannelRow {
    ChannelRow {
        channel: Channel {
            id: String::new(),
            mode,
            limit,
            limit_cases: words.as_deref().map(times::cases).unwrap_or_default(),
            limit_verbatim: words,
            fees: fee.fees,
            fee_verbatim: fee.verbatim,
            note: note.to_owned(),
        },
        figures: fee.figures,
        typed: fee.typed,
        no_time,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Fraction, TimeUnit};

    type Plain = (Mode, Option<(Fraction, TimeUnit)>, Vec<i64>, String);

    fn rows(text: &str) -> Vec<Plain> {
        let taken = channels(&format!("{HEAD}{text}"));
        assert!(taken.left.is_empty(), "{:?}", taken.left);
        let row = |r: ChannelRow| {
            let fees = r.channel.fees.iter().map(|f| f.amount).collect();
            (r.channel.mode, r.channel.limit.map(|l| (l.amount, l.unit)), fees, r.channel.note)
        };
        taken.rows.into_iter().map(row).collect()
    }

    fn limit(n: i64, unit: TimeUnit) -> Option<(Fraction, TimeUnit)> {
        Some((Fraction::whole(n), unit))
    }

    #[test]
    fn rows_with_units_and_notes() {
        let found = rows(
            "Trực tuyến7 Ngày làm việc10,000 Việt Nam Đồng(mỗi bản)Trực tiếp: nộp tại quầyTrực tiếp3 NgàyMiễn phí",
        );
        assert_eq!(
            found,
            [
                (Mode::Online, limit(7, TimeUnit::WorkingDay), vec![10_000], "Trực tiếp: nộp tại quầy".to_owned()),
                (Mode::InPerson, limit(3, TimeUnit::Day), vec![0], String::new()),
            ]
        );
    }

    #[test]
    fn bare_numbers_are_limits_without_unit() {
        let found = rows("Trực tuyến1Miễn phíDịch vụ bưu chính15Không có thông tin");
        assert_eq!(found[0].1, limit(1, TimeUnit::Unstated));
        assert_eq!(found[1], (Mode::Post, limit(15, TimeUnit::Unstated), vec![], String::new()));
    }

    #[test]
    fn time_and_fee_digits_are_parted() {
        assert_eq!(
            rows("Trực tiếp130 VNĐ")[0],
            (Mode::InPerson, limit(1, TimeUnit::Unstated), vec![30], String::new())
        );
        assert_eq!(rows("Trực tiếp1100,000 VNĐ")[0].2, [100_000]);
        let proven = rows("Trực tiếp1240 VNĐ(40.000 đồng mỗi tờ)");
        assert_eq!((proven[0].1, &proven[0].2), (limit(12, TimeUnit::Unstated), &vec![40, 40_000]));
    }

    #[test]
    fn a_time_in_words_stays_in_words() {
        let taken = channels("Trực tiếpTrả ngay khi xongMiễn phíGhi chú: nộp Trực tuyến đều được");
        assert_eq!(taken.rows.len(), 1);
        assert_eq!(taken.rows[0].channel.limit_verbatim.as_deref(), Some("Trả ngay khi xong"));
        assert_eq!(taken.rows[0].channel.note, "Ghi chú: nộp Trực tuyến đều được");
        let taken = channels("Trực tiếpKhông có thông tinKhông có thông tin");
        assert!(taken.rows[0].no_time && taken.rows[0].channel.limit_verbatim.is_none());
    }

    #[test]
    fn what_is_no_table_is_left() {
        let taken = channels("Nộp ở đâu cũng được");
        assert!(taken.rows.is_empty());
        assert_eq!(taken.left, ["Nộp ở đâu cũng được"]);
        assert_eq!(channels("Không có thông tin"), Taken::default());
    }

    #[test]
    fn cells_that_stand_apart() {
        let one = row(Mode::Online, "20 Ngày làm việc", "Phí : 0 Đồng", "");
        assert_eq!(one.channel.fees[0].amount, 0);
        let other = row(Mode::Online, "Không quy định", "", "xem hướng dẫn");
        assert_eq!(other.channel.limit_verbatim.as_deref(), Some("Không quy định"));
        assert_eq!(mode("trực tiếp"), Some(Mode::InPerson));
    }
}
