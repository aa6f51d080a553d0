//! Dates as laws write them: `ngày 01 tháng 7 năm 2024`, `ngày 01/7/2024`.

use jiff::civil::Date;

/// The date that begins at a byte of a text, blanks before it skipped, and where it ends.
pub fn spoken_at(text: &str, from: usize) -> Option<(Date, usize)> {
    let mut cursor = Cursor { text, at: from };
    cursor.word("ngày");
    let day = cursor.number()?;
    let worded = cursor.word("tháng");
    if !worded && !cursor.sign(['/', '-', '.']) {
        return None;
    }
    let month = cursor.number()?;
    if worded {
        if !cursor.word("năm") {
            return None;
        }
    } else if !cursor.sign(['/', '-', '.']) {
        return None;
    }
    let year = cursor.number()?;
    let date = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    (year >= 1900).then_some((date, cursor.at))
}

struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl Cursor<'_> {
    fn rest(&mut self) -> &str {
        let rest = self.text.get(self.at..).unwrap_or_default();
        self.at += rest.len() - rest.trim_start().len();
        self.text.get(self.at..).unwrap_or_default()
    }

    fn word(&mut self, word: &str) -> bool {
        let found = self.rest().starts_with(word);
        self.at += if found { word.len() } else { 0 };
        found
    }

    fn sign(&mut self, signs: [char; 3]) -> bool {
        let found = self.rest().starts_with(signs);
        self.at += usize::from(found);
        found
    }

    fn number(&mut self) -> Option<u32> {
        let rest = self.rest();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let value = rest.get(..digits).filter(|d| d.len() < 5)?.parse().ok()?;
        self.at += digits;
        Some(value)
    }
}

/// A date at the head of a folded text: `ngay 01 thang 7 nam 2026`, `ngay 01/7/2026`, `01-07-2026`; and how many bytes it takes.
pub(in crate::law) fn folded_at(text: &str) -> Option<(Date, usize)> {
    let rest = text.strip_prefix("ngay").unwrap_or(text);
    let (day, rest) = number(rest.trim_start_matches([' ', ':']))?;
    let word = |rest: &str, word: &str| -> Option<usize> {
        let inner = rest.trim_start();
        inner.strip_prefix(word).or_else(|| inner.strip_prefix(['/', '-', '.'])).map(str::len)
    };
    let rest = rest.get(rest.len() - word(rest, "thang")?..)?;
    let (month, rest) = number(rest.trim_start())?;
    let rest = rest.get(rest.len() - word(rest, "nam")?..)?;
    let (year, rest) = number(rest.trim_start())?;
    let date = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    (year > 1900).then_some((date, text.len() - rest.len()))
}

fn number(text: &str) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let value = text.get(..digits).filter(|d| (1..=4).contains(&d.len()))?.parse().ok()?;
    Some((value, text.get(digits..)?))
}

/// The first date of a text, written in words with "ngày", and where it stands in the folded text.
pub(in crate::law) fn first_date(folded: &str) -> Option<(Date, usize)> {
    let mut from = 0;
    while let Some(at) = folded.get(from..).and_then(|rest| rest.find("ngay")).map(|at| from + at) {
        if let Some((date, _)) = folded.get(at..).and_then(folded_at) {
            return Some((date, at));
        }
        from = at + 4;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn spoken_and_written_dates_are_read() {
        assert_eq!(spoken_at(" ngày 01 tháng 7 năm 2024.", 0).map(|d| d.0), Some(date(2024, 7, 1)));
        assert_eq!(spoken_at("ngày 1/7/2024", 0).map(|d| d.0), Some(date(2024, 7, 1)));
        assert_eq!(spoken_at("ngày 31 tháng 2 năm 2024", 0), None);
    }
}
