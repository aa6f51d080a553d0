//! Whether a word is a syllable of Vietnamese: what begins it, and what it rhymes with. Tells a text in Vietnamese from one whose letters were
//! exchanged.

use unicode_normalization::UnicodeNormalization;

/// What a syllable can begin with; those of several letters first.
const ONSETS: &[&str] = &[
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x", "",
];

/// What a syllable can rhyme with, without its tone.
const RHYMES: &str = " a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh \
    êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng \
    oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um \
    un ung uơ up ut uy uya uych uyên uyêt uynh uyt uyu uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên \
    yêng yêt yêu ăn uốn uâ uan uang uanh uat uac uach uai uao uau uay uăc uăn uăng uăt ue uen ueo uet uên uêt uit uyp ươ uôm ";

/// Whether a word is a syllable of Vietnamese, with or without its marks; letters big or small.
pub fn is_syllable(word: &str) -> bool {
    let plain = toneless(word);
    ONSETS.iter().any(|onset| {
        plain.strip_prefix(onset).is_some_and(|rhyme| {
            // `gì`, `giếng`: the vowel of the onset is that of the rhyme too.
            is_rhyme(rhyme) || (*onset == "gi" && (rhyme.is_empty() || is_rhyme(&format!("i{rhyme}"))))
        })
    })
}

fn is_rhyme(rhyme: &str) -> bool {
    !rhyme.is_empty() && RHYMES.split_ascii_whitespace().any(|known| known == rhyme)
}

/// A word in small letters without the five marks of tone.
fn toneless(word: &str) -> String {
    let tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    word.to_lowercase().nfd().filter(|c| !tone(c)).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::is_syllable;

    #[test]
    fn syllables_are_told_from_words_of_exchanged_letters() {
        for word in "Điều khoản của được và những quyền nghị quyết thuộc giấy gì giếng Hòa hoà thuỷ thủy chuyển nghiêng ngườI QUỐC khuya quỹ xoong hươu"
            .split(' ')
        {
            assert!(is_syllable(word), "{word}");
        }
        for word in "§iÒu cña vµ ®Þnh Ñieàu cuûa ñöôïc Äiá»u Ä‘á»‹nh kho¶n lÖ quyeàn".split(' ')
        {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
