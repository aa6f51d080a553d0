//! Letters of before Unicode: TCVN3 (TCVN 5712:1993, the fonts `.VnTime`), VNI (`VNI-Times`) and Windows-1258 put Vietnamese in the place of other
//! letters; a text in UTF-8 that was taken for a one-byte text holds two letters for one. They are told by what they give: syllables of Vietnamese.

use super::remark::Remark;
use crate::text::is_syllable;
use crate::words::exchange::ExchangeMessage as Say;
use crate::words::{Fault, Message, Result};
use encoding_rs::{WINDOWS_1252, WINDOWS_1258};
use std::borrow::Cow;

crate::words::named! {
    /// An encoding from which text is converted.
    Encoding {
        /// TCVN 5712:1993, VN3, with capitals in fonts of their own.
        Tcvn3 = "tcvn3",
        /// VNI for Windows: a letter, and its marks as a letter behind it.
        Vni = "vni",
        /// Code page 1258, tones as letters of their own.
        Windows1258 = "windows_1258",
        /// UTF-8 that was taken for code page 1252 and encoded again.
        Twice = "utf8_twice",
    }
}

/// How many words of exchanged letters make a text certain, and what share of them must become syllables, in a hundred.
const WORDS: usize = 3;
const SHARE: usize = 85;

/// The text of bytes that are not UTF-8, where one encoding alone makes Vietnamese of them.
pub(super) fn of_bytes(bytes: &[u8], stated: Option<Encoding>) -> Option<(String, Encoding)> {
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let from = |encoding: Encoding| match encoding {
        Encoding::Windows1258 => WINDOWS_1258.decode_without_bom_handling(bytes).0.into_owned(),
        other => other.convert(&text),
    };
    let found = stated.or_else(|| {
        let named: Vec<Encoding> = Encoding::ALL.iter().copied().filter(|e| *e != Encoding::Twice).collect();
        certain(&text, &named, from)
    })?;
    Some((from(found), found))
}

/// A text of which letters were exchanged, as it was meant: as is said, else where one encoding alone makes Vietnamese of it. Lines that hold letters
/// of Vietnamese as they are stay.
///
/// # Errors
/// Bad input: the letters were exchanged, and which encoding they are in is not certain.
pub(super) fn mended(text: Cow<'_, str>, stated: Option<Encoding>) -> Result<(Cow<'_, str>, Option<Remark>)> {
    if stated.is_none() && !is_suspect(&text) {
        return Ok((text, None));
    }
    let odd = |line: &&str| is_foreign(line) && syllables(line).0 * 2 <= syllables(line).1;
    let foreign: String = text.split_inclusive('\n').filter(odd).collect();
    let Some(encoding) = stated.or_else(|| certain(&foreign, Encoding::ALL, |encoding| encoding.convert(&foreign)))
    else {
        let Some(name) = suspected(&foreign) else { return Ok((text, None)) };
        return Err(Fault::input(Say::OldFont.said(&[&name])).hint(Say::OldFontHint.said(&[&name])));
    };
    // Among lines of Vietnamese as it is, a line is exchanged only where it gains by it.
    let mixed = !text.split('\n').all(|line| line.is_ascii() || is_foreign(line));
    let gains = |new: &str, line: &str| !mixed || syllables(new).0 > syllables(line).0;
    let (mut out, mut lines) = (String::with_capacity(text.len()), 0);
    for line in text.split_inclusive('\n') {
        let converted = Some(line).filter(|line| is_foreign(line)).map(|line| encoding.convert(line));
        match converted.filter(|new| gains(new, line)) {
            Some(new) => {
                lines += 1;
                out.push_str(&new);
            }
            None => out.push_str(line),
        }
    }
    Ok((Cow::Owned(out), Some(Remark::Converted { encoding, lines })))
}

/// Whether letters of a text may have been exchanged: it has many of Latin-1, and few that only Vietnamese has.
fn is_suspect(text: &str) -> bool {
    let (mut latin, mut viet) = (0_usize, 0_usize);
    for at in memchr::memchr3_iter(0xC2, 0xC3, 0xE1, text.as_bytes()) {
        if text.as_bytes().get(at) == Some(&0xE1) { viet += 1 } else { latin += 1 }
    }
    latin >= WORDS && (latin > viet * 3 || suspected(text).is_some())
}

/// The name of the encoding whose commonest words a text holds.
fn suspected(text: &str) -> Option<&'static str> {
    let signs: &[(&str, &[&str])] = &[
        ("TCVN3 (.VnTime)", &["§iÒu", " cña ", " vµ ", "nhµ n"]),
        ("VNI (VNI-Times)", &["Ñieàu", " cuûa ", " vaø ", "ñöôïc"]),
        ("UTF-8 × 2", &["á»", "Ä‘", "Æ°"]),
    ];
    let count = |word: &&str| memchr::memmem::find_iter(text.as_bytes(), word.as_bytes()).take(4).count();
    signs.iter().find(|(_, words)| words.iter().map(count).sum::<usize>() >= 4).map(|(name, _)| *name)
}

/// The one encoding that makes Vietnamese of a text which is none as it stands.
fn certain(text: &str, among: &[Encoding], convert: impl Fn(Encoding) -> String) -> Option<Encoding> {
    let (before, of) = syllables(text);
    if of < WORDS || before * 2 > of {
        return None;
    }
    let good = |encoding: &Encoding| {
        let (found, of) = syllables(&convert(*encoding));
        found >= WORDS && found * 100 >= of * SHARE
    };
    let mut found = among.iter().copied().filter(good);
    found.next().filter(|_| found.next().is_none())
}

/// How many of the words with other letters than ASCII are syllables of Vietnamese, and how many there are.
fn syllables(text: &str) -> (usize, usize) {
    let sign = |c: char| c.is_ascii_punctuation() || c.is_ascii_digit() || matches!(c, '“' | '”' | '–' | '…');
    let words = text.split_whitespace().flat_map(|word| word.split(sign)).filter(|word| !word.is_ascii());
    words.fold((0, 0), |(found, of), word| (found + usize::from(is_syllable(word)), of + 1))
}

/// Whether a line holds letters of Latin-1 and none that only Vietnamese in Unicode has.
fn is_foreign(line: &str) -> bool {
    let only_viet = |c: char| {
        matches!(c, 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | '\u{1EA0}'..='\u{1EF9}')
    };
    !line.is_ascii() && !line.contains(only_viet)
}

impl Encoding {
    /// How people call it.
    pub(super) fn title(self) -> &'static str {
        match self {
            Encoding::Tcvn3 => "TCVN3 (.VnTime)",
            Encoding::Vni => "VNI (VNI-Times)",
            Encoding::Windows1258 => "Windows-1258",
            Encoding::Twice => "UTF-8 × 2",
        }
    }

    /// Text whose letters are those of code page 1252 at the places of this encoding.
    fn convert(self, text: &str) -> String {
        match self {
            Encoding::Tcvn3 => capitals(&text.chars().map(tcvn3).collect::<String>()),
            Encoding::Vni => capitals(&vni(text)),
            Encoding::Windows1258 => {
                let lines = text.split_inclusive('\n').map(|line| match one_byte(line) {
                    Some(bytes) => Cow::Owned(WINDOWS_1258.decode_without_bom_handling(&bytes).0.into_owned()),
                    None => Cow::Borrowed(line),
                });
                lines.collect()
            }
            Encoding::Twice => {
                let lines = text.split_inclusive('\n').map(|line| {
                    let meant = one_byte(line).and_then(|bytes| String::from_utf8(bytes).ok());
                    meant.map_or(Cow::Borrowed(line), Cow::Owned)
                });
                lines.collect()
            }
        }
    }
}

/// The bytes of a text in code page 1252, where it can be written so; the five places that the page leaves empty are bytes too.
fn one_byte(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        match u32::from(c) {
            code @ 0..=0xFF => bytes.push(u8::try_from(code).ok()?),
            _ => {
                let mut letter = [0; 4];
                let (found, _, lost) = WINDOWS_1252.encode(c.encode_utf8(&mut letter));
                if lost {
                    return None;
                }
                bytes.extend_from_slice(&found);
            }
        }
    }
    Some(bytes)
}

/// TCVN 5712:1993, VN3: the letters in order from A1; a blank where there is none.
const TCVN3: &str = "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ";

fn tcvn3(c: char) -> char {
    // Programs that know the soft hyphen write a minus in its place; the micro sign has a Greek twin.
    let place = match c {
        '\u{2212}' => 0xAD,
        'μ' => 0xB5,
        c => u32::from(c),
    };
    let at = place.checked_sub(0xA1).map(|at| at as usize);
    at.and_then(|at| TCVN3.chars().nth(at)).filter(|c| *c != ' ' && place <= 0xFE).unwrap_or(c)
}

/// Letters of VNI that stand alone.
const VNI_ALONE: &[(char, char)] =
    &[('ñ', 'đ'), ('ô', 'ơ'), ('ö', 'ư'), ('í', 'í'), ('ì', 'ì'), ('æ', 'ỉ'), ('ó', 'ĩ'), ('ò', 'ị'), ('î', 'ỵ')];

/// Marks of VNI that stand behind their letter, as marks of Unicode.
const VNI_MARKS: &[(char, &str)] = &[
    ('ù', "\u{301}"),
    ('ø', "\u{300}"),
    ('û', "\u{309}"),
    ('õ', "\u{303}"),
    ('ï', "\u{323}"),
    ('â', "\u{302}"),
    ('á', "\u{302}\u{301}"),
    ('à', "\u{302}\u{300}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{323}\u{302}"),
    ('ê', "\u{306}"),
    ('é', "\u{306}\u{301}"),
    ('è', "\u{306}\u{300}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
    ('ë', "\u{323}\u{306}"),
];

fn vni(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        let small = c.to_lowercase().next().unwrap_or(c);
        let vowel = matches!(before, 'a' | 'e' | 'o' | 'u' | 'y' | 'A' | 'E' | 'O' | 'U' | 'Y' | 'ô' | 'ö' | 'Ô' | 'Ö');
        let mark = VNI_MARKS.iter().find(|(letter, _)| *letter == small).filter(|_| vowel);
        if let Some((_, mark)) = mark {
            out.push_str(mark);
        } else if let Some((_, letter)) = VNI_ALONE.iter().find(|(letter, _)| *letter == small) {
            out.extend(letter.to_uppercase().filter(|_| c != small));
            out.extend(Some(*letter).filter(|_| c == small));
        } else {
            out.push(c);
        }
        before = c;
    }
    out
}

/// Capitals back where a font of its own showed them: `PHáP` becomes `PHÁP`; in a line of such words `Bộ` is `BỘ` too.
fn capitals(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let text: String = text.nfc().collect();
    let mixed = |word: &str| {
        let small = word.contains(|c: char| c.is_ascii_lowercase());
        !small && word.chars().filter(char::is_ascii_uppercase).count() > 1 && word.contains(|c: char| c.is_lowercase())
    };
    let plain = |word: &str| word.chars().all(|c| c.is_ascii_uppercase()) && word.len() > 1;
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let words = || line.split_whitespace();
        let whole = !line.contains(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
            && words().any(|w| mixed(w) || plain(w));
        for word in line.split_inclusive(char::is_whitespace) {
            if whole || mixed(word) { out.push_str(&word.to_uppercase()) } else { out.push_str(word) }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines as each encoding has them, from the tables of the standards: not written by this program.
    #[test]
    fn each_encoding_is_recognised_and_read() {
        let law = "Điều 1. Phạm vi điều chỉnh\nThông tư này quy định mức lệ phí cấp giấy phép.";
        for (text, encoding) in [
            ("§iÒu 1. Ph¹m vi ®iÒu chØnh\nTh«ng t\u{ad} nµy quy ®Þnh møc lÖ phÝ cÊp giÊy phÐp.", Encoding::Tcvn3),
            ("Ñieàu 1. Phaïm vi ñieàu chænh\nThoâng tö naøy quy ñònh möùc leä phí caáp giaáy pheùp.", Encoding::Vni),
            (
                "ÐiêÌu 1. Phaòm vi ðiêÌu chiÒnh\nThông tý naÌy quy ðiònh mýìc lêò phiì câìp giâìy pheìp.",
                Encoding::Windows1258,
            ),
            (
                "Ä\u{90}iá»\u{81}u 1. Pháº¡m vi Ä‘iá»\u{81}u chá»‰nh\nThÃ´ng tÆ° nÃ\u{a0}y quy Ä‘á»‹nh má»©c lá»‡ phÃ\u{ad} cáº¥p giáº¥y phÃ©p.",
                Encoding::Twice,
            ),
        ] {
            let (read, remark) = mended(Cow::Borrowed(text), None).unwrap();
            assert_eq!(crate::text::clean(&read), law, "{encoding:?}");
            assert_eq!(remark, Some(Remark::Converted { encoding, lines: 2 }));
        }
        // Code page 1258: Ð is D0, ê EA, the tones CC, F2, D2, EC.
        let bytes = b"\xD0i\xEA\xCCu 1. Pha\xF2m vi \xF0i\xEA\xCCu chi\xD2nh c\xE2\xECp gi\xE2\xECy";
        let (text, encoding) = of_bytes(bytes, None).unwrap();
        assert_eq!(
            (crate::text::clean(&text).as_str(), encoding),
            ("Điều 1. Phạm vi điều chỉnh cấp giấy", Encoding::Windows1258)
        );
        let bytes = b"\xA7i\xD2u 1. Ph\xB9m vi \xAEi\xD2u ch\xD8nh";
        assert_eq!(of_bytes(bytes, None).unwrap(), ("Điều 1. Phạm vi điều chỉnh".to_owned(), Encoding::Tcvn3));
    }

    #[test]
    fn capitals_come_back() {
        assert_eq!(
            Encoding::Tcvn3.convert("Bé T¦ PH¸P\nSè: 21/2026/TT-BTP\nQuy ®Þnh"),
            "BỘ TƯ PHÁP\nSố: 21/2026/TT-BTP\nQuy định"
        );
        assert_eq!(Encoding::Vni.convert("THOÂNG TÖ\nÑieàu"), "THÔNG TƯ\nĐiều");
    }

    #[test]
    fn vietnamese_stays_and_what_is_mixed_is_mended_line_by_line() {
        let law = "Điều 1. Phạm vi\nCác cá nhân và tổ chức, công ty được cấp phép";
        assert_eq!(mended(Cow::Borrowed(law), None).unwrap(), (Cow::Borrowed(law), None));
        let french = "Déjà vu à Genève: l'été où naît l'âme, être né";
        assert_eq!(mended(Cow::Borrowed(french), None).unwrap().1, None);
        let mixed = format!("{law}\n§iÒu 2. Møc thu cña nhµ n\u{ad}íc vµ ®Þnh møc cña c¬ quan\nvà các cá nhân");
        let (read, _) = mended(Cow::Borrowed(&mixed), None).unwrap();
        assert_eq!(read, format!("{law}\nĐiều 2. Mức thu của nhà nước và định mức của cơ quan\nvà các cá nhân"));
    }
}
