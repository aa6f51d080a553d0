//! Signs of the fonts Symbol and Wingdings, whose letters are signs: Word keeps the letter, readers see the sign.

/// Symbol, from 21 to FE (Adobe, Symbol encoding); `\0` where it has no sign, or one that only puts brackets together.
const SYMBOL: &str = "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
const SYMBOL_HIGH: &str = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑";

/// Wingdings: those that stand in documents of offices.
const WINGDINGS: &[(u8, char)] = &[
    (0x28, '☎'),
    (0x2A, '✉'),
    (0x6C, '●'),
    (0x6E, '■'),
    (0x6F, '☐'),
    (0x71, '❑'),
    (0x72, '❒'),
    (0x73, '⬧'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x77, '⬥'),
    (0x78, '☒'),
    (0x9E, '·'),
    (0x9F, '•'),
    (0xA0, '▪'),
    (0xA1, '○'),
    (0xA2, '○'),
    (0xA7, '▪'),
    (0xA8, '☐'),
    (0xAB, '★'),
    (0xD8, '➢'),
    (0xDF, '←'),
    (0xE0, '→'),
    (0xE1, '↑'),
    (0xE2, '↓'),
    (0xE8, '➔'),
    (0xEF, '⇦'),
    (0xF0, '⇨'),
    (0xF1, '⇧'),
    (0xF2, '⇩'),
    (0xFB, '✗'),
    (0xFC, '✓'),
    (0xFD, '☒'),
    (0xFE, '☑'),
];

/// Whether the letters of a font are signs.
pub(super) fn is_of_signs(font: &str) -> bool {
    font == "Symbol" || font.starts_with("Wingdings") || font == "Webdings" || font == "MT Extra"
}

/// The sign that a letter shows in a font of signs; `None` where it is not known.
pub(super) fn sign(font: &str, letter: char) -> Option<char> {
    let place = match u32::from(letter) {
        code @ 0xF020..=0xF0FF => u8::try_from(code - 0xF000).ok()?,
        code => u8::try_from(code).ok()?,
    };
    if place == b' ' {
        return Some(' ');
    }
    match font {
        "Wingdings" => WINGDINGS.iter().find(|(at, _)| *at == place).map(|(_, sign)| *sign),
        // Glyphs of private use without a font of signs are those of Symbol.
        font if font.starts_with("Wingdings") || font == "Webdings" || font == "MT Extra" => None,
        _ => match place {
            0x21..=0x7E => SYMBOL.chars().nth(usize::from(place - 0x21)),
            0xA0..=0xE5 => SYMBOL_HIGH.chars().nth(usize::from(place - 0xA0)),
            _ => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::sign;

    /// Places from Adobe's table of the Symbol encoding and Microsoft's of Wingdings.
    #[test]
    fn signs_stand_at_their_places() {
        for (font, letter, shown) in [
            ("Symbol", '\u{f0b3}', '≥'),
            ("Symbol", '\u{f0a3}', '≤'),
            ("Symbol", '\u{f0b1}', '±'),
            ("Symbol", '\u{f0b4}', '×'),
            ("Symbol", '\u{f0b9}', '≠'),
            ("Symbol", '\u{f0b7}', '•'),
            ("Symbol", '\u{f0ae}', '→'),
            ("Symbol", '\u{f0e5}', '∑'),
            ("Symbol", '\u{f0d6}', '√'),
            ("Symbol", '³', '≥'),
            ("Symbol", 'a', 'α'),
            ("Symbol", 'W', 'Ω'),
            ("Symbol", '~', '∼'),
            ("Wingdings", '\u{f0a8}', '☐'),
            ("Wingdings", '\u{f0fe}', '☑'),
        ] {
            assert_eq!(sign(font, letter), Some(shown), "{font} {letter:?}");
        }
        assert_eq!(sign("Wingdings 2", '\u{f050}'), None);
        assert_eq!(sign("Symbol", 'ế'), None);
    }
}
