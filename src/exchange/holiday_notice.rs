//! A year's announcement of days off, as it is issued: runs of days, days swapped for worked Saturdays. Every day that it names in a sentence about days
//! off must be understood; else nothing of it is taken.

use crate::model::{Holiday, Provenance};
use crate::words::exchange_notice::NoticeWord as W;
use crate::words::{Fault, Message, Result};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// Words of a sentence about days off or days worked for them.
const ABOUT: [&str; 4] = ["nghỉ", "hoán đổi", "làm bù", "đi làm"];

/// What days off are for, as the announcement names it, and as the calendar does.
const OCCASIONS: [(&str, &str); 12] = [
    ("tết dương lịch", "Tết Dương lịch"),
    ("năm mới dương lịch", "Tết Dương lịch"),
    ("tết nguyên đán", "Tết Nguyên đán"),
    ("tết âm lịch", "Tết Nguyên đán"),
    ("giỗ tổ", "Giỗ Tổ Hùng Vương"),
    ("chiến thắng", "Ngày Chiến thắng"),
    ("giải phóng miền nam", "Ngày Chiến thắng"),
    ("30/4", "Ngày Chiến thắng"),
    ("quốc tế lao động", "Ngày Quốc tế Lao động"),
    ("1/5", "Ngày Quốc tế Lao động"),
    ("quốc khánh", "Quốc khánh"),
    ("văn hóa việt nam", "Ngày Văn hóa Việt Nam"),
];

/// Words behind which a day belongs to a document that is cited, or to the head of the announcement.
const CITED: [&str; 9] = [
    "văn bản số",
    "công văn số",
    "thông báo số",
    "quyết định số",
    "nghị quyết số",
    "nghị định số",
    "tờ trình số",
    "luật số",
    "hà nội,",
];

/// Most days of a run: no announcement closes offices for a month.
const LONGEST: i32 = 30;

/// A day that the text names.
#[derive(Debug, Clone, Copy)]
struct Named {
    start: usize,
    end: usize,
    day: i8,
    month: i8,
    year: Option<i16>,
}

/// The days of an announcement; nothing where the text is none.
///
/// # Errors
/// Bad input, with the line: a day that is not understood, that is not the weekday that the text says, or that does not exist.
pub(super) fn read(text: &str) -> Result<Option<Vec<Holiday>>> {
    let plain: String = text.nfc().collect::<String>().to_lowercase();
    let plain = without_lunar(&plain);
    let is_one = plain.contains("nghỉ")
        && (plain.contains("hoán đổi") || OCCASIONS.iter().any(|(name, _)| plain.contains(name)));
    let dates = dates(&plain);
    if !is_one || !dates.iter().any(|date| date.year.is_some()) {
        return Ok(None);
    }
    let mut days: BTreeMap<Date, Holiday> = BTreeMap::new();
    for clause in clauses(&plain, &dates) {
        let about = &plain[clause.clone()];
        let within: Vec<Named> = dates.iter().filter(|date| clause.contains(&date.start)).copied().collect();
        if within.is_empty() || !ABOUT.iter().any(|word| about.contains(word)) {
            continue;
        }
        Clause { plain: &plain, start: clause.start, dates: &within }.read(&mut days)?;
    }
    Ok((!days.is_empty()).then(|| days.into_values().collect()))
}

/// A sentence with the days that it names.
struct Clause<'a> {
    plain: &'a str,
    start: usize,
    dates: &'a [Named],
}

impl Clause<'_> {
    fn read(&self, days: &mut BTreeMap<Date, Holiday>) -> Result<()> {
        let mut at = 0;
        let mut before = self.start;
        while let Some(date) = self.dates.get(at) {
            let gap = &self.plain[before..date.start];
            let next = self.dates.get(at + 1).map(|next| (next, &self.plain[date.end..next.start]));
            before = date.end;
            at += 1;
            if is_name(gap, date) || is_cited(gap) {
                continue;
            }
            let starts = |words: &[&str]| words.iter().any(|word| gap.contains(word));
            match next {
                Some((next, between)) if starts(&["hoán đổi"]) && between.contains("sang") => {
                    self.swap(date, next, days)?;
                    (at, before) = (at + 1, next.end);
                }
                Some((next, between)) if starts(&["nghỉ"]) && between.contains("làm bù") => {
                    self.swap(date, next, days)?;
                    (at, before) = (at + 1, next.end);
                }
                Some((next, between)) if last_word_is(gap, "từ") && between.contains("đến") => {
                    self.run(date, next, days)?;
                    (at, before) = (at + 1, next.end);
                }
                _ if starts(&["nghỉ"]) && !starts(&["hoán đổi", "làm bù", "trước", "sau"]) => {
                    self.run(date, date, days)?
                }
                _ => {
                    let said = self.plain[date.start..date.end].trim();
                    return Err(self.fault(date, W::NotUnderstood.said(&[&said])));
                }
            }
        }
        Ok(())
    }

    /// The days from one to another on which offices would be open.
    fn run(&self, from: &Named, to: &Named, days: &mut BTreeMap<Date, Holiday>) -> Result<()> {
        let (first, last) = (self.date(from)?, self.date(to)?);
        let length = (last - first).get_days();
        if !(0..LONGEST).contains(&length) {
            return Err(self.fault(to, W::BadRun.said(&[&first, &last])));
        }
        let name = self.occasion(from.start);
        let mut day = first;
        while day <= last {
            // A day that is swapped keeps what is said of it.
            if !weekend(day) {
                let off = Holiday { date: day, name: name.clone(), worked: false, provenance: Provenance::Official };
                days.entry(day).or_insert(off);
            }
            day = day.checked_add(1.day()).map_err(|_| self.fault(to, W::BadRun.said(&[&first, &last])))?;
        }
        Ok(())
    }

    /// A day off for which a Saturday or Sunday is worked.
    fn swap(&self, off: &Named, worked: &Named, days: &mut BTreeMap<Date, Holiday>) -> Result<()> {
        let (free, busy) = (self.date(off)?, self.date(worked)?);
        if weekend(free) || !weekend(busy) {
            return Err(self.fault(worked, W::BadSwap.said(&[&free, &busy])));
        }
        let shown = |day: Date| format!("{:02}/{:02}/{}", day.day(), day.month(), day.year());
        let one = |date, name, worked| Holiday { date, name, worked, provenance: Provenance::Official };
        days.insert(free, one(free, format!("Nghỉ hoán đổi (làm bù ngày {})", shown(busy)), false));
        days.insert(busy, one(busy, format!("Làm bù cho ngày nghỉ {}", shown(free)), true));
        Ok(())
    }

    /// A named day: its year where it has none is that of the next day of the sentence that has one. The weekday that the text says must be its own.
    fn date(&self, named: &Named) -> Result<Date> {
        let later = self.dates.iter().filter(|one| one.start >= named.start).find_map(|one| one.year);
        let year = named.year.or(later).or_else(|| self.dates.iter().rev().find_map(|one| one.year));
        let bad = || {
            let said = self.plain[named.start..named.end].trim();
            self.fault(named, W::NoDay.said(&[&said]))
        };
        let day = Date::new(year.ok_or_else(bad)?, named.month, named.day).map_err(|_| bad())?;
        let head = &self.plain[self.start..named.start];
        match weekday_before(head) {
            Some(said) if said != day.weekday() => Err(self.fault(named, W::OtherWeekday.said(&[&day]))),
            _ => Ok(day),
        }
    }

    /// What the days are off for: what was named last before them; several where one sentence names several.
    fn occasion(&self, before: usize) -> String {
        let own = &self.plain[self.start..before];
        let mut named: Vec<(usize, &str)> =
            OCCASIONS.iter().filter_map(|(word, name)| Some((own.rfind(word)?, *name))).collect();
        if named.is_empty() {
            let earlier = &self.plain[..before];
            named.extend(OCCASIONS.iter().filter_map(|(word, name)| Some((earlier.rfind(word)?, *name))).max());
        }
        named.sort_unstable();
        let mut names: Vec<&str> = named.into_iter().map(|(_, name)| name).collect();
        let mut seen = Vec::new();
        names.retain(|name| {
            let new = !seen.contains(name);
            seen.push(name);
            new
        });
        if names.is_empty() { "Ngày nghỉ theo thông báo".to_owned() } else { names.join(", ") }
    }

    fn fault(&self, at: &Named, said: crate::words::Said) -> Fault {
        let line = self.plain[..at.start].matches('\n').count() + 1;
        Fault::input(said).hint(W::NoticeHint.said(&[])).at_line(line)
    }
}

fn weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Whether a day without a year is the name of a holiday: `lễ 30/4`, `Quốc khánh 2/9`.
fn is_name(gap: &str, date: &Named) -> bool {
    let gap = gap.trim_end();
    let of = ["lễ", "chiến thắng", "lao động", "quốc khánh", "miền nam", "đất nước", "tết dương lịch"];
    let whole = [(30, 4), (1, 5), (2, 9), (1, 1)].contains(&(date.day, date.month));
    date.year.is_none() && whole && of.iter().any(|word| gap.ends_with(word) || gap.strip_suffix("và").is_some())
}

/// Whether the day before which this stands is that of a document.
fn is_cited(gap: &str) -> bool {
    let last = CITED.iter().filter_map(|word| gap.rfind(word)).max();
    let about = ABOUT.iter().filter_map(|word| gap.rfind(word)).max();
    last.is_some() && last >= about
}

/// Whether the last word before a day, but for its weekday and `ngày`, is this one.
fn last_word_is(gap: &str, word: &str) -> bool {
    let skipped = ["ngày", "thứ", "hai", "ba", "tư", "năm", "sáu", "bảy", "chủ", "nhật"];
    let mut words = gap.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.rfind(|one| !skipped.contains(one) && !one.bytes().all(|b| b.is_ascii_digit())) == Some(word)
}

/// The weekday that stands just before a day.
fn weekday_before(head: &str) -> Option<Weekday> {
    let words: Vec<&str> = head.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let words = words.strip_suffix(&["ngày"]).unwrap_or(&words);
    match words {
        [.., "chủ", "nhật"] => Some(Weekday::Sunday),
        [.., "thứ", day] => Some(match *day {
            "hai" | "2" => Weekday::Monday,
            "ba" | "3" => Weekday::Tuesday,
            "tư" | "4" => Weekday::Wednesday,
            "năm" | "5" => Weekday::Thursday,
            "sáu" | "6" => Weekday::Friday,
            "bảy" | "bẩy" | "7" => Weekday::Saturday,
            _ => return None,
        }),
        _ => None,
    }
}

/// The text with blanks for what stands in parentheses about the lunar calendar, so that places stay.
fn without_lunar(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('(') {
        let (head, tail) = rest.split_at(open);
        out.push_str(head);
        let end = tail.find(')').map_or(tail.len(), |close| close + 1);
        let (inside, after) = tail.split_at(end);
        let lunar = ["tức", "âm lịch", "tháng chạp", "tháng giêng", "mùng"].iter().any(|word| inside.contains(word));
        if lunar {
            out.extend(inside.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        } else {
            out.push_str(inside);
        }
        rest = after;
    }
    out + rest
}

/// The days that a text names: `2/1/2026`, `14/2`, `02-01-2026`, `ngày 14 tháng 02 năm 2026`.
fn dates(text: &str) -> Vec<Named> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let fresh = at == 0 || !(bytes[at - 1].is_ascii_alphanumeric() || matches!(bytes[at - 1], b'/' | b'-' | b'.'));
        match (bytes[at].is_ascii_digit() && fresh).then(|| one(text, at)).flatten() {
            Some(date) => {
                at = date.end;
                found.push(date);
            }
            None => at += 1,
        }
    }
    found
}

/// The day that begins at a digit.
fn one(text: &str, start: usize) -> Option<Named> {
    let (day, at) = number(text, start, 2)?;
    let rest = text.get(at..)?;
    let mark = rest.chars().next()?;
    let (month, year, end) = if matches!(mark, '/' | '-') {
        let (month, at) = number(text, at + 1, 2)?;
        match text.get(at..).and_then(|rest| rest.strip_prefix(mark)).and_then(|_| number(text, at + 1, 4)) {
            Some((year, end)) if year >= 1900 => (month, Some(year), end),
            Some(_) => return None,
            None => (month, None, at),
        }
    } else {
        let (month, at) = number(text, word(text, at, "tháng")?, 2)?;
        match word(text, at, "năm").and_then(|at| number(text, at, 4)) {
            Some((year, end)) => (month, Some(year), end),
            None => (month, None, at),
        }
    };
    // `12/2026` is a month, `3/12729` a number.
    let whole = !text.as_bytes().get(end).is_some_and(|next| next.is_ascii_alphanumeric() || *next == b'/');
    let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
    let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    whole.then_some(Named { start, end, day, month, year })
}

/// A number of at most so many digits that begins at a place, and where it ends.
fn number(text: &str, at: usize, most: usize) -> Option<(i16, usize)> {
    let digits = text.get(at..)?.bytes().take_while(u8::is_ascii_digit).count();
    (1..=most).contains(&digits).then(|| Some((text.get(at..at + digits)?.parse().ok()?, at + digits)))?
}

/// Where what follows a word begins, which stands at a place behind blanks.
fn word(text: &str, at: usize, word: &str) -> Option<usize> {
    let rest = text.get(at..)?;
    let trimmed = rest.trim_start();
    let behind = trimmed.strip_prefix(word)?;
    let begins = behind.trim_start();
    Some(at + rest.len() - trimmed.len() + word.len() + (behind.len() - begins.len()))
}

/// The sentences of a text: to a semicolon, a full stop, an empty line, or a line that begins with a dash or a number. No day is cut.
fn clauses(text: &str, dates: &[Named]) -> Vec<std::ops::Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let ends = match c {
            ';' => true,
            '.' => rest.starts_with(char::is_whitespace) || rest.is_empty(),
            '\n' => {
                let line = rest.trim_start_matches([' ', '\t']);
                line.starts_with(['\n', '-', '–', '+', '*', '•'])
                    || line.split_once(['.', ')']).is_some_and(|(head, _)| {
                        !head.is_empty() && head.len() < 3 && head.bytes().all(|b| b.is_ascii_alphanumeric())
                    })
            }
            _ => false,
        };
        if ends && !dates.iter().any(|date| (date.start..date.end).contains(&at)) {
            all.push(start..at);
            start = at + c.len_utf8();
        }
    }
    all.push(start..text.len());
    all
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::text::Lang;
    use jiff::civil::date;

    /// The wording of 12729/VPCP-KGVX (25/12/2025) as the press quotes it, and of the announcement for the other holidays of 2026.
    const NOTICE: &str = "BỘ NỘI VỤ\nSố: 1/TB-BNV\nHà Nội, ngày 26 tháng 12 năm 2025\nTHÔNG BÁO\nVề việc nghỉ Tết và nghỉ lễ năm 2026\n\
        Thực hiện ý kiến của Phó Thủ tướng Chính phủ tại văn bản số 12729/VPCP-KGVX ngày 25/12/2025, Bộ Nội vụ thông báo:\n\
        1. Dịp Tết Dương lịch: công chức, viên chức được nghỉ 4 ngày liên tục từ thứ Năm (ngày 1/1/2026) đến hết Chủ nhật\n\
        (ngày 4/1/2026); hoán đổi từ ngày làm việc thứ Sáu (ngày 2/1/2026) sang ngày nghỉ hằng tuần thứ Bảy (ngày 10/1/2026).\n\
        2. Tết Nguyên đán Bính Ngọ: nghỉ từ thứ Bảy 14/2/2026 (tức 27 tháng Chạp, năm Ất Tỵ) đến hết Chủ nhật 22/2/2026 (tức mùng 6\n\
        tháng Giêng, năm Bính Ngọ).\n\
        3. Dịp lễ Quốc khánh 2/9: nghỉ 5 ngày, từ thứ Bảy, ngày 29 tháng 8 đến hết thứ Tư, ngày 02 tháng 9 năm 2026;\n\
        hoán đổi ngày làm việc từ thứ Hai, ngày 31/8/2026 sang thứ Bảy, ngày 22/8/2026.\n\
        4. Các cơ quan bố trí trực và giải quyết công việc liên tục.\n";

    fn days(text: &str) -> Vec<(Date, bool)> {
        read(text).unwrap().unwrap().into_iter().map(|day| (day.date, day.worked)).collect()
    }

    #[test]
    fn an_announcement_is_read_as_it_is_issued() {
        // By hand: weekdays of the runs, and the two swaps.
        let off = [(1, 1), (1, 2), (2, 16), (2, 17), (2, 18), (2, 19), (2, 20), (8, 31), (9, 1), (9, 2)];
        let worked = [(1, 10), (8, 22)];
        let mut expected: Vec<(Date, bool)> = off.map(|(month, day)| (date(2026, month, day), false)).to_vec();
        expected.extend(worked.map(|(month, day)| (date(2026, month, day), true)));
        expected.sort();
        assert_eq!(days(NOTICE), expected);
        let all = read(NOTICE).unwrap().unwrap();
        let name = |month, day| all.iter().find(|one| one.date == date(2026, month, day)).unwrap().name.clone();
        assert_eq!(name(1, 1), "Tết Dương lịch");
        assert_eq!(name(2, 18), "Tết Nguyên đán");
        assert_eq!(name(9, 1), "Quốc khánh");
        assert_eq!(name(8, 31), "Nghỉ hoán đổi (làm bù ngày 22/08/2026)");
        assert_eq!(name(1, 10), "Làm bù cho ngày nghỉ 02/01/2026");
    }

    #[test]
    fn single_days_and_days_that_are_worked_for_them() {
        let text = "Ngày Giỗ Tổ Hùng Vương năm 2026 nghỉ bù vào thứ Hai, ngày 27/4/2026.\n\
                    Nghỉ thứ Sáu, ngày 02/01/2026 và làm bù vào thứ Bảy, ngày 10/01/2026.\n\
                    Dịp lễ 30/4 và 1/5: nghỉ từ thứ Năm, ngày 30/4 đến hết Chủ nhật, ngày 3/5/2026.";
        let expected = [(1, 2, false), (1, 10, true), (4, 27, false), (4, 30, false), (5, 1, false)];
        assert_eq!(days(text), expected.map(|(month, day, worked)| (date(2026, month, day), worked)));
    }

    #[test]
    fn what_is_not_understood_is_refused_with_its_line() {
        let refused = |text: &str| {
            let fault = read(text).unwrap_err();
            (fault.place().and_then(|place| place.line), fault.message(Lang::Vi))
        };
        // 2/1/2026 is a Friday.
        let (line, said) = refused(&NOTICE.replace("thứ Sáu (ngày 2/1/2026)", "thứ Năm (ngày 2/1/2026)"));
        assert_eq!(line, Some(8), "{said}");
        // A working day cannot be worked for another.
        let (line, said) = refused(&NOTICE.replace("thứ Bảy, ngày 22/8/2026", "ngày 24/8/2026"));
        assert_eq!(line, Some(12), "{said}");
        // A swap without its other half.
        let (_, said) = refused("Tết Dương lịch: nghỉ ngày 1/1/2026; hoán đổi ngày làm việc 2/1/2026.");
        assert!(said.contains("2/1/2026"), "{said}");
        let (_, said) = refused("Quốc khánh: nghỉ từ ngày 1/9/2026 đến hết ngày 2/11/2026.");
        assert!(said.contains("2026-11-02"), "{said}");
        let (_, said) = refused("Tết Dương lịch: nghỉ ngày 31/2/2026.");
        assert!(said.contains("31/2/2026"), "{said}");
        assert!(read("Nghị quyết về việc nghỉ phép ngày 1/2/2026.").unwrap().is_none(), "no holiday is named");
        assert!(read("Điều 1. Phạm vi").unwrap().is_none());
    }
}
