//! Codes of procedures: the national code `N.NNNNNN`, and what a province or commune puts behind it for its own announcement of the same
//! procedure (`1.012753.H19`, `1.000656.000.00.00.H38`).

use std::fmt::Write as _;

/// A code of a procedure, as it is written somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcedureCode {
    /// The national code.
    pub national: String,
    /// The identifier of the unit whose announcement it is (`H38`), where the code names one.
    pub unit: Option<String>,
    /// Whether it was written in another form, such as one that a spreadsheet makes of it: `1000421`, `1,000421`.
    pub mended: bool,
}

impl ProcedureCode {
    /// Reads a code; nothing where it is none.
    pub fn read(text: &str) -> Option<Self> {
        let whole = text.trim();
        Self::plain(whole).or_else(|| {
            // With words before it, in parentheses, with blanks in it, with a mark behind it.
            let bare = match whole.rsplit_once([' ', ':', '(']) {
                Some((label, code)) if !label.contains(|c: char| c.is_ascii_digit()) => code,
                _ => whole,
            };
            let bare: String = bare.trim_matches(['(', ')', '.', ',', ';', '-']).split_whitespace().collect();
            Self::plain(&bare).map(|code| Self { mended: code.mended || code.unit.is_none(), ..code })
        })
    }

    /// Reads a code that stands alone.
    fn plain(text: &str) -> Option<Self> {
        if let (Some(head), Some(tail)) = (text.get(..8), text.get(8..))
            && is_national(head)
        {
            let unit = if tail.is_empty() { Some(None) } else { unit(tail) };
            return Some(Self { national: head.to_owned(), unit: unit?, mended: false });
        }
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let grouped = |mark: char| {
            let groups: Vec<usize> = text.split(mark).map(str::len).collect();
            groups == [1, 6] || groups == [1, 3, 3]
        };
        let plain = text.len() == 7 || grouped(',') || grouped('.') || grouped(' ');
        let other = |c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.' | ' ');
        if digits.len() != 7 || text.contains(other) || !plain || digits.starts_with('0') {
            return None;
        }
        Some(Self { national: format!("{}.{}", &digits[..1], &digits[1..]), unit: None, mended: true })
    }

    /// The code that a spreadsheet keeps as a number: with its point (1.00042 is `1.000420`) or without (1000421 is `1.000421`).
    pub fn of_number(number: f64) -> Option<Self> {
        let mut text = String::new();
        // What has more decimals than a code has digits is none.
        if (1.0..10.0).contains(&number) && (number * 1e6 - (number * 1e6).round()).abs() < 1e-3 {
            write!(text, "{number:.6}").ok()?;
        } else if (1_000_000.0..10_000_000.0).contains(&number) && number.fract() == 0.0 {
            write!(text, "{number:.0}").ok()?;
        }
        Self::read(&text).map(|code| Self { mended: true, ..code })
    }

    /// The code that a spreadsheet cut the last zeros from before it was written as text: `1.00042`, `1,00042` are `1.000420`.
    pub fn of_cut(text: &str) -> Option<Self> {
        let (head, tail) = text.trim().split_once(['.', ','])?;
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        let cut = head.len() == 1 && (1..6).contains(&tail.len()) && digits(head) && digits(tail);
        cut.then(|| Self { national: format!("{head}.{tail:0<6}"), unit: None, mended: true })
    }
}

/// Whether a text has the form of the national database: `N.NNNNNN`.
pub fn is_national(code: &str) -> bool {
    let bytes = code.as_bytes();
    bytes.len() == 8 && bytes[1] == b'.' && bytes.iter().enumerate().all(|(i, b)| i == 1 || b.is_ascii_digit())
}

/// The unit named behind a national code; nothing inside where it is only zeros, nothing at all where it is something else.
fn unit(tail: &str) -> Option<Option<String>> {
    let mut unit = None;
    for part in tail.strip_prefix(['.', '-'])?.split(['.', '-']) {
        let zeros = !part.is_empty() && part.bytes().all(|b| b == b'0');
        let names = part.starts_with(|c: char| c.is_ascii_alphabetic())
            && part.len() > 1
            && part.bytes().skip(1).all(|b| b.is_ascii_digit());
        // A unit within a unit: `H38.15`.
        let within = unit.is_some() && part.bytes().all(|b| b.is_ascii_digit()) && !part.is_empty();
        match (&mut unit, names) {
            (None, true) => unit = Some(part.to_ascii_uppercase()),
            (Some(unit), _) if within => {
                let _ = write!(unit, ".{part}");
            }
            _ if zeros => {}
            _ => return None,
        }
    }
    Some(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_local_code_names_its_procedure_and_its_unit() {
        for (text, national, unit, mended) in [
            ("1.012753", "1.012753", None, false),
            ("1.012753.H19", "1.012753", Some("H19"), false),
            ("1.000656.000.00.00.H38", "1.000656", Some("H38"), false),
            ("1.000656.000.00.00.H38.15", "1.000656", Some("H38.15"), false),
            ("2.001218.000.00.00", "2.001218", None, false),
            ("1000421", "1.000421", None, true),
            ("1,000421", "1.000421", None, true),
            ("1.000.421", "1.000421", None, true),
            ("1. 000421", "1.000421", None, true),
            ("1.000 421", "1.000421", None, true),
            ("Mã TTHC: 1.000421", "1.000421", None, true),
            ("(1.000421)", "1.000421", None, true),
            ("1.000421.", "1.000421", None, true),
            ("1.001193.h19", "1.001193", Some("H19"), false),
            ("1.001193.000.00.00.H38.", "1.001193", Some("H38"), false),
        ] {
            let unit = unit.map(str::to_owned);
            assert_eq!(
                ProcedureCode::read(text),
                Some(ProcedureCode { national: national.to_owned(), unit, mended }),
                "{text}"
            );
        }
        for text in [
            "",
            "1.01385",
            "1.0003811",
            "A.000123",
            "1.000656.x",
            "0000421",
            "1.000656.12",
            "T-TTHC-1",
            "12/2026",
            "01.000421",
            "1.000421; 1.000422",
            "1.00042E+06",
        ] {
            assert_eq!(ProcedureCode::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_is_the_code_it_was() {
        for (number, code) in [(1.00042, "1.000420"), (9.0, "9.000000"), (1_000_421.0, "1.000421")] {
            assert_eq!(ProcedureCode::of_number(number).map(|code| code.national).as_deref(), Some(code));
        }
        for none in [12.5, 0.5, 1.000_421_1, 10_004_210.0, -1.000_421, 1e19] {
            assert_eq!(ProcedureCode::of_number(none), None, "{none}");
        }
        assert_eq!(ProcedureCode::of_cut("1,01385").map(|code| code.national).as_deref(), Some("1.013850"));
        assert_eq!(ProcedureCode::of_cut("1.0138501"), None);
    }
}
