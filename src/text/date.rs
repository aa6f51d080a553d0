//! Dates as people write them, in both languages.

use super::Lang;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// A short date: `05/7/2023` in Vietnamese, with days below 10 and months 1 and 2 padded by 0 (Nghị định 30/2020/NĐ-CP, Phụ lục I),
/// `5 Jul 2023` in English.
pub fn short(date: Date, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{:02}/{}/{}", date.day(), month_number(date), date.year()),
        Lang::En => format!("{} {} {}", date.day(), month_name(date).get(..3).unwrap_or_default(), date.year()),
    }
}

/// The number of a month as Vietnamese documents write it: months 1 and 2 padded by 0.
fn month_number(date: Date) -> String {
    if date.month() <= 2 { format!("{:02}", date.month()) } else { date.month().to_string() }
}

/// The month of a day as documents write it: `tháng 02 năm 2026`, `February 2026`.
pub fn month(date: Date, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("tháng {} năm {}", month_number(date), date.year()),
        Lang::En => format!("{} {}", month_name(date), date.year()),
    }
}

/// The English name of a month.
fn month_name(date: Date) -> &'static str {
    MONTHS.get(usize::from(date.month().unsigned_abs()).wrapping_sub(1)).copied().unwrap_or_default()
}

/// A moment in a time zone: `12/7/2023 14:05` in Vietnamese, `12 Jul 2023 14:05` in English.
pub fn moment(at: Timestamp, zone: &TimeZone, lang: Lang) -> String {
    let there = at.to_zoned_datetime(zone.clone());
    format!("{} {:02}:{:02}", short(there.date(), lang), there.hour(), there.minute())
}

/// A date as an administrative document writes it: `ngày 12 tháng 7 năm 2023`, padded as [`short`] is; `12 July 2023` in English.
pub fn in_document(date: Date, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("ngày {:02} tháng {} năm {}", date.day(), month_number(date), date.year()),
        Lang::En => format!("{} {} {}", date.day(), month_name(date), date.year()),
    }
}

/// Reads a date: `2023-07-12`, `12/7/2023`, `12-07-2023` or `12.7.2023` (day before month), and as dates are shown: `12 Jul 2023`,
/// `ngày 12 tháng 7 năm 2023`. Nothing when it is no date.
pub fn parse(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Ok(date) = text.parse::<Date>() {
        return Some(date);
    }
    if let Some(date) = in_words(text) {
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

/// Reads a date with words in it.
fn in_words(text: &str) -> Option<Date> {
    let folded = super::fold(text);
    let words: Vec<&str> = folded.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let (day, month, year) = match words.as_slice() {
        ["ngay", day, "thang", month, "nam", year] | [day, "thang", month, "nam", year] => {
            (*day, month.parse().ok()?, *year)
        }
        [a, b, year] => {
            let named = |word: &str| {
                let at =
                    MONTHS.iter().position(|name| name.to_ascii_lowercase().starts_with(word) && word.len() >= 3)?;
                i8::try_from(at + 1).ok()
            };
            match named(b) {
                Some(month) => (*a, month, *year),
                None => (*b, named(a)?, *year),
            }
        }
        _ => return None,
    };
    if year.len() != 4 || day.len() > 2 {
        return None;
    }
    Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_moment_is_that_of_the_place() {
        let at: Timestamp = "2023-07-12T23:05:59.123Z".parse().unwrap();
        let zone = TimeZone::fixed(jiff::tz::offset(7));
        assert_eq!(moment(at, &zone, Lang::Vi), "13/7/2023 06:05");
        assert_eq!(moment(at, &TimeZone::UTC, Lang::En), "12 Jul 2023 23:05");
    }

    #[test]
    fn writes_both_ways() {
        let day = date(2023, 7, 5);
        assert_eq!(short(day, Lang::Vi), "05/7/2023");
        assert_eq!(short(date(2024, 1, 1), Lang::Vi), "01/01/2024");
        assert_eq!(short(date(2024, 2, 12), Lang::Vi), "12/02/2024");
        assert_eq!(short(day, Lang::En), "5 Jul 2023");
        assert_eq!(in_document(day, Lang::Vi), "ngày 05 tháng 7 năm 2023");
        assert_eq!(in_document(date(2024, 2, 12), Lang::Vi), "ngày 12 tháng 02 năm 2024");
        assert_eq!(in_document(day, Lang::En), "5 July 2023");
    }

    #[test]
    fn reads_what_officers_type() {
        for text in [
            "2023-07-12",
            "12/7/2023",
            "12-07-2023",
            " 12.7.2023 ",
            "12 Jul 2023",
            "July 12, 2023",
            "ngày 12 tháng 7 năm 2023",
        ] {
            assert_eq!(parse(text), Some(date(2023, 7, 12)), "{text}");
        }
        for text in ["31/2/2023", "12/7/23", "hôm nay", "", "7/2023", "31 Feb 2023", "12 ju 2023"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
