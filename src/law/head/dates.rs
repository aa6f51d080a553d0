//! When an instrument takes effect, as its own text says: "… này có hiệu lực thi hành kể từ ngày …", for the whole and for parts of it.

use crate::law::name::date::folded_at;
use crate::law::{Document, Outline};
use crate::model::Level;
use crate::text::fold;
use jiff::civil::Date;

/// A part of an instrument that takes effect, or ends, on a day of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartEffect {
    /// For what the text says it: `Điều 5 và khoản 3 Điều 7 Nghị định này`.
    pub place: String,
    /// From which day.
    pub date: Date,
    /// On which line, from 1.
    pub line: usize,
}

/// The dates of effect that an instrument states.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::law) struct EffectDates {
    /// The one for the whole, with its line.
    pub whole: Option<(Date, usize)>,
    /// Those for parts, in the order of the text.
    pub parts: Vec<PartEffect>,
    /// The first day on which the whole no longer applies, with its line.
    pub ends: Option<(Date, usize)>,
    /// The first days on which parts no longer apply.
    pub lapses: Vec<PartEffect>,
    /// Parts of which a day of effect is said that could not be read, with the line.
    pub unread: Vec<(String, usize)>,
}

impl EffectDates {
    /// Reads the dates of effect from an outline. `issued` dates those that begin "từ ngày ký".
    pub(super) fn of_outline(outline: &Outline<'_>, issued: Option<Date>) -> Self {
        let mut reader = Reader::of(issued);
        for unit in &outline.units {
            reader.unit(unit.level, outline.own_text(unit), unit.after_mark.saturating_sub(unit.start), unit.line);
        }
        reader.dates
    }

    /// As [`Self::of_outline`], from a tree.
    pub(in crate::law) fn of_document(document: &Document, issued: Option<Date>) -> Self {
        let mut reader = Reader::of(issued);
        document.each(&mut |p| reader.unit(p.level, &p.text, p.after_mark, p.line));
        reader.dates
    }
}

/// Reads the units in the order of the text.
struct Reader {
    dates: EffectDates,
    issued: Option<Date>,
    /// Whether the Điều at hand is about effect.
    about_effect: bool,
    body_ends: bool,
}

impl Reader {
    fn of(issued: Option<Date>) -> Self {
        Self { dates: EffectDates::default(), issued, about_effect: false, body_ends: false }
    }

    /// A unit by its own text, with its mark, and the place where the words behind the mark begin.
    fn unit(&mut self, level: Level, text: &str, after_mark: usize, line: usize) {
        match level {
            Level::Article => {
                let title = text.lines().next().map(fold).unwrap_or_default();
                self.about_effect = title.contains("hieu luc") || title.contains("thi hanh");
            }
            Level::Annex | Level::Closing => self.body_ends = true,
            _ => {}
        }
        // Quoted text is the one of another instrument; it says nothing about this one. Most units say nothing of effect; they are passed over before
        // anything is folded.
        if !self.body_ends
            && !matches!(level, Level::Quote | Level::Preamble | Level::Table)
            && (text.contains(" lực") || text.contains("áp dụng"))
        {
            self.sentences(text.get(after_mark..).unwrap_or_default(), line);
        }
    }

    fn sentences(&mut self, text: &str, first_line: usize) {
        let text: Vec<char> = text.chars().collect();
        // One small letter without marks for each character, so that places agree and slips of the scanner ("thị hành") are read.
        let folded: String =
            text.iter().map(|c| fold(c.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(' ')).map(blank).collect();
        for (words, ends) in [("co hieu luc", false), ("het hieu luc", true)] {
            for (at, _) in folded.match_indices(words) {
                self.effect((&text, &folded), (at, at + words.len()), first_line, ends);
            }
        }
        // "Khoản 1 Điều 1 Thông tư này được áp dụng từ ngày …" says the day of a part; of anything else, no effect.
        for (at, words) in folded.match_indices("ap dung") {
            let before = folded.get(..at).unwrap_or_default();
            let subject = before.get(subject_start(before)..).unwrap_or_default().trim_start();
            let subject = subject.strip_prefix("cac ").unwrap_or(subject);
            let subject = subject.strip_prefix("quy dinh tai ").unwrap_or(subject);
            let part = ["diem ", "khoan ", "dieu "].iter().any(|word| subject.starts_with(word));
            if part && !subject.contains("hieu luc") {
                self.effect((&text, &folded), (at, at + words.len()), first_line, false);
            }
        }
    }

    /// What is said of effect at a place of a text: from when, and until when.
    fn effect(&mut self, (text, folded): (&[char], &str), (at, from): (usize, usize), first_line: usize, ends: bool) {
        let tail = folded.get(from..).unwrap_or_default();
        let (begins, ends) = match ends {
            true => (None, day_after(tail, self.issued)),
            false => (day_after(tail, self.issued), last_day(tail).and_then(|day| day.tomorrow().ok())),
        };
        let rest = tail.trim_start().trim_start_matches("thi hanh").trim_start();
        // "có hiệu lực khi …" says a day, "được áp dụng khi …" a case.
        let effect = folded.get(at..from).is_some_and(|words| words.ends_with("hieu luc"));
        let said = ["tu ", "ke tu "].iter().any(|word| rest.starts_with(word))
            || (effect && ["sau ", "khi ", "vao "].iter().any(|word| rest.starts_with(word)));
        if begins.is_some() || ends.is_some() || said {
            let before = folded.get(..at).unwrap_or_default();
            let begin = subject_start(before);
            let line = first_line + before.chars().zip(text).filter(|(_, c)| **c == '\n').count();
            let subject = before.get(begin..).unwrap_or_default();
            // Below a title, the sentence begins with its line.
            let at_line = |kind: &str| {
                let head = subject
                    .trim_end()
                    .strip_suffix(kind)
                    .map(|head| before.chars().count() - subject.chars().count() + head.chars().count());
                head.is_some_and(|at| at.checked_sub(1).and_then(|n| text.get(n)) == Some(&'\n'))
            };
            let is_whole =
                WHOLE.iter().any(|kind| subject.trim().trim_start_matches(['_', '.', ' ']) == *kind || at_line(kind));
            let part = || {
                let named = self.about_effect && !subject.contains(" so ") && !subject.contains('/');
                let skip = before.get(..begin).map_or(0, |head| head.chars().count());
                let place: String = text.iter().skip(skip).take(subject.chars().count()).collect();
                Some(crate::text::clean::collapse(&place)).filter(|place| named && !place.is_empty())
            };
            match (is_whole, part()) {
                (true, _) => {
                    self.dates.whole = self.dates.whole.or(begins.map(|date| (date, line)));
                    self.dates.ends = self.dates.ends.or(ends.map(|date| (date, line)));
                }
                (false, Some(place)) if begins.is_none() && ends.is_none() => {
                    let named = ["diem ", "khoan ", "dieu "].iter().any(|word| subject.trim_start().starts_with(word));
                    self.dates.unread.extend(named.then_some((place, line)));
                }
                (false, Some(place)) => {
                    let effect = |date| PartEffect { place: place.clone(), date, line };
                    self.dates.parts.extend(begins.map(effect));
                    self.dates.lapses.extend(ends.map(effect));
                }
                _ => {}
            }
        }
    }
}

/// The last day of an effect, where the sentence names it: "… đến hết ngày 28 tháng 02 năm 2027".
fn last_day(tail: &str) -> Option<Date> {
    let sentence = tail.split([';', '\n']).next()?.split(". ").next()?;
    let sentence = sentence.split(", tru ").next()?;
    let at = ["den het ngay ", "den ngay "]
        .iter()
        .find_map(|words| Some(sentence.find(words)? + words.len() - "ngay ".len()))?;
    folded_at(sentence.get(at..)?).map(|(date, _)| date)
}

fn blank(c: char) -> char {
    if c.is_whitespace() { ' ' } else { c }
}

/// How an instrument names itself, folded.
const WHOLE: &[&str] = &[
    "luat nay",
    "bo luat nay",
    "phap lenh nay",
    "nghi quyet nay",
    "nghi dinh nay",
    "quyet dinh nay",
    "thong tu nay",
    "thong tu lien tich nay",
    "lenh nay",
    "chi thi nay",
    "quy che nay",
];

/// Where the words begin for which an effect is said: behind the last end of a sentence, or behind an exception.
fn subject_start(before: &str) -> usize {
    let mut begin = 0;
    for end in [". ", "; ", ": ", "rieng ", " tru "] {
        if let Some(at) = before.rfind(end) {
            begin = begin.max(at + end.len());
        }
    }
    begin
}

/// The day that follows "có hiệu lực", if one is named close behind it.
fn day_after(tail: &str, issued: Option<Date>) -> Option<Date> {
    let mut rest = tail.trim_start();
    for words in ["thi hanh", "ke", "sau"] {
        rest = rest.strip_prefix(words).unwrap_or(rest).trim_start();
    }
    // "sau 45 ngày, kể từ ngày ký"
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let count: Option<i32> = rest.get(..digits).filter(|d| (1..=3).contains(&d.len())).and_then(|d| d.parse().ok());
    // "sau 06 tháng kể từ ngày ký"
    let mut later = jiff::Span::new();
    if let Some(count) = count {
        let behind = rest.get(digits..)?.trim_start();
        let units = [("ngay", later.days(count)), ("thang", later.months(count)), ("nam", later.years(count))];
        let (unit, span) = units.into_iter().find(|(unit, _)| behind.starts_with(unit))?;
        later = span;
        rest = behind.get(unit.len()..)?.trim_start_matches([',', ' ']);
        rest = rest.strip_prefix("ke ").unwrap_or(rest);
    }
    let rest = rest.strip_prefix("tu ")?.trim_start();
    if let Some((date, _)) = folded_at(rest) {
        return date.checked_add(later).ok();
    }
    let signed = rest.strip_prefix("ngay ")?;
    let signed = ["ky", "ban hanh", "duoc ky", "thong qua", "duoc thong qua"].iter().any(|w| signed.starts_with(w));
    let issued = issued.filter(|_| signed && !rest.starts_with("ngay ky xac nhan"))?;
    issued.checked_add(later).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn effect(text: &str) -> EffectDates {
        let dates = EffectDates::of_outline(&Outline::read(text), Some(date(2026, 1, 5)));
        assert_eq!(EffectDates::of_document(&Document::read(text), Some(date(2026, 1, 5))), dates);
        dates
    }

    #[test]
    fn the_general_date_is_told_from_those_of_parts() {
        let text = "BỘ THỬ\nĐiều 1. Một\nGiấy phép có hiệu lực từ ngày 02/02/2020.\nĐiều 2. Hiệu lực thi hành\n\
            1. Thông tư này có hiệu lực thi\nhành kể từ ngày 01 tháng 7 năm 2026, trừ khoản 2\nĐiều 1 có hiệu lực từ ngày 15/8/2026.\n\
            2. Điều 5 và khoản 3 Điều 7 Thông tư này có hiệu lực từ ngày 01-01-2027. Thông tư số 1/2020/TT-BT có hiệu lực từ ngày 01/01/2020.\n\
            3. Thông tư số 9 hết hiệu lực kể từ ngày Thông tư này có hiệu lực thi hành.";
        let found = effect(text);
        assert_eq!(found.whole, Some((date(2026, 7, 1), 5)));
        let parts: Vec<(&str, Date, usize)> = found.parts.iter().map(|p| (p.place.as_str(), p.date, p.line)).collect();
        assert_eq!(
            parts,
            [("khoản 2 Điều 1", date(2026, 8, 15), 7), ("Điều 5 và khoản 3 Điều 7 Thông tư này", date(2027, 1, 1), 8),]
        );
    }

    #[test]
    fn an_effect_from_signing_is_dated_by_the_issue() {
        for (words, day) in [
            ("Nghị định này có hiệu lực thi hành kể từ ngày ký ban hành.", Some(date(2026, 1, 5))),
            ("Nghị định này có hiệu lực thi hành sau 45 ngày, kể từ ngày ký.", Some(date(2026, 2, 19))),
            ("Nghị định này có hiệu lực thị hành kế từ ngày 02 tháng 5 năm 2026", Some(date(2026, 5, 2))),
            ("Nghị định này có hiệu lực từ ngày 31/2/2026", None),
            ("Tên điều\nNghị định này có hiệu lực từ ngày 02/5/2026", Some(date(2026, 5, 2))),
            ("Nghị định này có hiệu lực sau khi được phê duyệt", None),
        ] {
            assert_eq!(effect(&format!("X\nĐiều 1. Hiệu lực\n{words}")).whole.map(|w| w.0), day, "{words}");
        }
    }

    #[test]
    fn the_last_day_of_the_whole_and_of_parts_is_read() {
        let text = "X\nĐiều 9. Hiệu lực thi hành\n1. Nghị quyết này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2026 đến hết ngày 28 tháng 02 năm 2027, trừ khoản 2 Điều này.\n\
            2. Khoản 3 Điều 4 Nghị quyết này hết hiệu lực kể từ ngày 01 tháng 01 năm 2027. Thông tư số 9 hết hiệu lực kể từ ngày 02/02/2027.\n\
            3. Điều 5 có hiệu lực đến hết ngày 30/11/2026.";
        let found = effect(text);
        assert_eq!(found.whole, Some((date(2026, 7, 1), 3)));
        assert_eq!(found.ends, Some((date(2027, 3, 1), 3)));
        let lapses: Vec<(&str, Date)> = found.lapses.iter().map(|p| (p.place.as_str(), p.date)).collect();
        assert_eq!(lapses, [("Khoản 3 Điều 4 Nghị quyết này", date(2027, 1, 1)), ("Điều 5", date(2026, 12, 1))]);
        let signed = "X\nĐiều 9. Hiệu lực\nNghị quyết này có hiệu lực thi hành kể từ ngày ký và được áp dụng đến hết ngày 31 tháng 12 năm 2027.";
        assert_eq!(effect(signed).ends.map(|e| e.0), Some(date(2028, 1, 1)));
    }

    #[test]
    fn quoted_text_says_nothing_of_the_instrument() {
        let text = "X\nĐiều 1. Sửa đổi như sau:\n“2. Thông tư này có hiệu lực từ ngày 01/01/2020.”.\nĐiều 2. Hiệu lực\nThông tư này có hiệu lực từ ngày 02/01/2020.";
        assert_eq!(effect(text).whole.map(|w| w.0), Some(date(2020, 1, 2)));
    }
}
