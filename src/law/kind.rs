//! Kinds and numbers of instruments, as the head of one writes them.

use super::line::is_upper;
use crate::model::instrument::{is_number, normal_number};
use crate::text::{Lang, fold};

crate::words::named! {
    /// The kinds of instruments (Luật 64/2025/QH15 Điều 4, and the other administrative ones of Nghị định 30/2020/NĐ-CP Điều 7).
    Kind {
        /// Hiến pháp.
        Constitution = "constitution" { vi: "Hiến pháp", en: "Constitution" },
        /// Bộ luật.
        Code = "code" { vi: "Bộ luật", en: "Code" },
        /// Luật.
        Law = "law" { vi: "Luật", en: "Law" },
        /// Pháp lệnh.
        Ordinance = "ordinance" { vi: "Pháp lệnh", en: "Ordinance" },
        /// Nghị quyết liên tịch.
        JointResolution = "joint_resolution" { vi: "Nghị quyết liên tịch", en: "Joint resolution" },
        /// Nghị quyết.
        Resolution = "resolution" { vi: "Nghị quyết", en: "Resolution" },
        /// Nghị định.
        Decree = "decree" { vi: "Nghị định", en: "Decree" },
        /// Quyết định.
        Decision = "decision" { vi: "Quyết định", en: "Decision" },
        /// Thông tư liên tịch.
        JointCircular = "joint_circular" { vi: "Thông tư liên tịch", en: "Joint circular" },
        /// Thông tư.
        Circular = "circular" { vi: "Thông tư", en: "Circular" },
        /// Lệnh.
        Order = "order" { vi: "Lệnh", en: "Order" },
        /// Chỉ thị.
        Directive = "directive" { vi: "Chỉ thị", en: "Directive" },
        /// Văn bản hợp nhất.
        Consolidated = "consolidated" { vi: "Văn bản hợp nhất", en: "Consolidated text" },
    }
}

impl Kind {
    /// The kind whose word stands at the head of a text, and what follows it. Blanks within the word do not count: `N G H Ị Đ Ị N H`.
    pub(super) fn at_head(text: &str) -> Option<(Self, &str)> {
        Self::ALL.iter().find_map(|kind| Some((*kind, after_word(text, kind.word(Lang::Vi))?)))
    }

    /// The kind that the symbol of a number tells.
    pub(super) fn of_number(number: &str) -> Option<Self> {
        let symbol = number.rsplit('/').next()?;
        let signs = [
            ("VBHN", Kind::Consolidated),
            ("UBTVQH", Kind::Ordinance),
            ("NQLT", Kind::JointResolution),
            ("NQ", Kind::Resolution),
            ("NĐ", Kind::Decree),
            ("QĐ", Kind::Decision),
            ("TTLT", Kind::JointCircular),
            ("TT", Kind::Circular),
            ("CT", Kind::Directive),
            ("L-CTN", Kind::Order),
            ("QH", Kind::Law),
        ];
        signs.iter().find(|(sign, _)| symbol.starts_with(sign)).map(|(_, kind)| *kind)
    }
}

/// What stands behind a word at the head of a text; case, marks and blanks within the word do not count.
fn after_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let letters = |text: &str| fold(text).replace(' ', "");
    let wanted = letters(word);
    let mut seen = String::new();
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            continue;
        }
        seen.push_str(&letters(c.encode_utf8(&mut [0; 4])));
        if !wanted.starts_with(&seen) {
            return None;
        }
        if seen == wanted {
            let rest = text.get(at + c.len_utf8()..)?;
            return (!rest.starts_with(char::is_alphanumeric)).then_some(rest);
        }
    }
    None
}

/// Whether a line carries the number of the instrument.
pub(super) fn is_number_line(text: &str) -> bool {
    text.split_once(['S', 's']).is_some_and(|(before, rest)| {
        before.len() < 24
            && rest.starts_with(['ố', 'Ố'])
            && number_after(rest.get('ố'.len_utf8()..).unwrap_or_default()).is_some()
    })
}

/// The number behind "số", if a text goes on with one.
pub(super) fn number_after(rest: &str) -> Option<String> {
    let rest = rest.trim_start();
    let rest =
        rest.strip_prefix("số").or_else(|| rest.strip_prefix("SỐ")).or_else(|| rest.strip_prefix("Số")).unwrap_or(rest);
    number_at(rest.trim_start_matches([' ', ':', '.']))
}

/// The number of an instrument at the head of a text: stray blanks about its strokes and hyphens do not count.
pub(super) fn number_at(text: &str) -> Option<String> {
    let mut number = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let joint = |c: Option<char>| c.is_none_or(|c| matches!(c, '/' | '-' | '–' | '⁄'));
        if c.is_whitespace() {
            while chars.next_if(|c| c.is_whitespace()).is_some() {}
            let ahead: String = chars.clone().take(3).collect();
            let stroke = ahead.starts_with(['/', '⁄'])
                || (joint(ahead.chars().next()) && is_upper(&ahead) && !ahead.contains(' '));
            let symbol = joint(number.chars().next_back())
                && (is_symbol(&ahead) || ahead.starts_with(|c: char| c.is_ascii_digit()));
            let hyphen = ahead.starts_with("- ")
                && number.contains('/')
                && chars.clone().skip(2).take(2).all(char::is_uppercase);
            if stroke || symbol || hyphen {
                continue;
            }
            break;
        }
        // A dot stands only in the numbers of some series: 66.22/2026/NQ-CP.
        let dot = c == '.' && !number.contains('/') && chars.peek().is_some_and(char::is_ascii_digit);
        if !(c.is_alphanumeric() || dot || joint(Some(c))) {
            break;
        }
        number.push(if c == '⁄' { '/' } else { c });
    }
    let number = normal_number(&number).replace("--", "-");
    let number = number.trim_end_matches('-');
    (number.starts_with(|c: char| c.is_ascii_digit()) && is_number(number) && number.len() < 40)
        .then(|| number.to_owned())
}

/// Whether a text begins like the symbol of a number: two capitals.
fn is_symbol(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none_or(|c| c.is_uppercase() || c == '-')
}
