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
