//! Dates as people write them, in both languages.

use super::Lang;
use jiff::civil::Date;

/// A short date: `12/7/2023` in Vietnamese, `12 Jul 2023` in English.
pub fn short(date: Date, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{}/{}/{}", date.day(), date.month(), date.year()),
        Lang::En => {
            let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
            let month = months.get(usize::from(date.month().unsigned_abs()).wrapping_sub(1)).copied().unwrap_or("");
            format!("{} {month} {}", date.day(), date.year())
        }
    }
}

/// A date as an administrative document writes it: `ngày 12 tháng 7 năm 2023`, with days below 10 and months 1 and 2 padded
/// by 0 (Nghị định 30/2020/NĐ-CP, Phụ lục I).
pub fn in_document(date: Date, lang: Lang) -> String {
    match lang {
        Lang::Vi => {
            let month = if date.month() <= 2 { format!("{:02}", date.month()) } else { date.month().to_string() };
            format!("ngày {:02} tháng {month} năm {}", date.day(), date.year())
        }
        Lang::En => short(date, lang),
    }
}

/// Reads a date: `2023-07-12`, `12/7/2023`, `12-07-2023` or `12.7.2023` (day before month). Nothing when it is no date.
pub fn parse(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Ok(date) = text.parse::<Date>() {
        return Some(date);
    }
    let mark = text.chars().find(|c| matches!(c, '/' | '-' | '.'))?;
    let parts: Vec<&str> = text.split(mark).map(str::trim).collect();
    let [day, month, year] = parts.as_slice() else {
        return None;
    };
    if year.len() != 4 || day.len() > 2 || month.len() > 2 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn writes_both_ways() {
        let day = date(2023, 7, 5);
        assert_eq!(short(day, Lang::Vi), "5/7/2023");
        assert_eq!(short(day, Lang::En), "5 Jul 2023");
        assert_eq!(in_document(day, Lang::Vi), "ngày 05 tháng 7 năm 2023");
        assert_eq!(in_document(date(2024, 2, 12), Lang::Vi), "ngày 12 tháng 02 năm 2024");
    }

    #[test]
    fn reads_what_officers_type() {
        for text in ["2023-07-12", "12/7/2023", "12-07-2023", " 12.7.2023 "] {
            assert_eq!(parse(text), Some(date(2023, 7, 12)), "{text}");
        }
        for text in ["31/2/2023", "12/7/23", "hôm nay", "", "7/2023"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
