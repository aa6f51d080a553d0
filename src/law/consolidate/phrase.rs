//! Phrases within a provision: found, replaced, put in, taken out. A phrase is found as whole words, and also with a capital where it begins a
//! sentence; nothing else is taken for it.

use crate::law::amend::Action;
use crate::law::{Document, Provision};
use crate::model::{Address, Level};
use crate::text::{clean_line, comparable};
use std::ops::Range;

/// A phrase that is looked for.
#[derive(Clone, Copy)]
pub(super) struct Sought<'a> {
    /// The phrase.
    pub text: &'a str,
    /// The longer phrase within which alone it counts.
    pub within: Option<&'a str>,
    /// Whether capitals do not count.
    pub any_case: bool,
}

/// A provision with a phrase replaced in it, or taken out, as an order on it would be carried out; and how often it was.
pub(crate) fn phrased(provision: &Provision, old: &str, new: Option<&str>, heading: bool) -> (Provision, usize) {
    let mut changed = provision.clone();
    let sought = Sought { text: old, within: None, any_case: false };
    let count = match new {
        Some(new) => replace(&mut changed, sought, new, heading),
        None => delete(&mut changed, sought, heading),
    };
    (changed, count)
}

/// Whether a phrase occurs in a text, as whole words.
pub(crate) fn holds(text: &str, phrase: &str) -> bool {
    !occurrences(text, phrase, false).is_empty()
}

/// Whether a text has a phrase that an order would change into another: where it reads as that already, it has none.
pub(crate) fn changes(text: &str, old: &str, new: Option<&str>) -> bool {
    let already = new.map(|new| occurrences(text, new, false)).unwrap_or_default();
    let held = |one: &Range<usize>| already.iter().any(|a| a.start <= one.start && one.end <= a.end);
    occurrences(text, old, false).iter().any(|one| !held(one))
}

/// Replaces each occurrence of a phrase in a provision and all that stands in it; how many there were. What already reads as the new phrase is
/// left alone: the same amendment may have put it there.
pub(super) fn replace(provision: &mut Provision, old: Sought<'_>, new: &str, heading_only: bool) -> usize {
    edit(provision, heading_only, &mut |text| replace_in(text, old, new))
}

/// Takes each occurrence of a phrase out, with one of the blanks beside it.
pub(super) fn delete(provision: &mut Provision, phrase: Sought<'_>, heading_only: bool) -> usize {
    edit(provision, heading_only, &mut |text| {
        let found = find_all(text, phrase);
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for place in &found {
            out.push_str(text.get(from..place.start).unwrap_or_default());
            let after = text.get(place.end..).unwrap_or_default();
            let blank_before = out.ends_with([' ', '\n']) || out.is_empty();
            let stop_after = after.starts_with([',', ';', '.', ':', ')', '\n']) || after.is_empty();
            from = place.end + usize::from(blank_before && after.starts_with(' '));
            if blank_before && stop_after && out.ends_with(' ') {
                out.pop();
            }
        }
        out.push_str(text.get(from..).unwrap_or_default());
        (out, found.len())
    })
}

/// Puts a phrase in behind or before each occurrence of another.
pub(super) fn insert(
    provision: &mut Provision,
    text: &str,
    beside: Sought<'_>,
    before: bool,
    heading_only: bool,
) -> usize {
    let glue = if text.starts_with([',', ';', '.', ':']) { "" } else { " " };
    let other = beside.text;
    let new = if before { format!("{text} {other}") } else { format!("{other}{glue}{text}") };
    replace(provision, beside, &new, heading_only)
}

/// Changes the text of a provision and all that stands in it, marks left alone.
fn edit(provision: &mut Provision, heading_only: bool, change: &mut impl FnMut(&str) -> (String, usize)) -> usize {
    let (mark, body) = provision.text.split_at_checked(provision.after_mark).unwrap_or((&provision.text, ""));
    // The name of a chapter stands below its mark: the line that ends it is the first after the blanks, counted with them.
    let blanks = body.len() - body.trim_start().len();
    let end = match heading_only {
        true => body.trim_start().find('\n').map_or(body.len(), |at| blanks + at),
        false => body.len(),
    };
    let (body, tail) = body.split_at_checked(end).unwrap_or((body, ""));
    let (changed, mut count) = change(body);
    if count > 0 {
        provision.text = format!("{mark}{changed}{tail}");
    }
    if !heading_only {
        count += provision.children.iter_mut().map(|child| edit(child, false, change)).sum::<usize>();
    }
    count
}

fn replace_in(text: &str, old: Sought<'_>, new: &str) -> (String, usize) {
    let already = occurrences(text, new, false);
    let found: Vec<Range<usize>> = find_all(text, old)
        .into_iter()
        .filter(|f| !already.iter().any(|a| a.start <= f.start && f.end <= a.end))
        .collect();
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for place in &found {
        out.push_str(text.get(from..place.start).unwrap_or_default());
        let capital = text.get(place.clone()).is_some_and(|t| t.starts_with(char::is_uppercase))
            && !old.text.starts_with(char::is_uppercase);
        if capital {
            out.push_str(&capitalised(new))
        } else {
            out.push_str(new)
        }
        from = place.end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    (out, found.len())
}

/// Words with which the names of bodies begin: what follows them belongs to the name.
const HEADS: &[&str] = &["Bộ", "Sở", "Ban", "Cục", "Tổng", "Chi", "Phòng", "Viện", "Trung", "Trường", "Hội", "Quỹ"];

/// Where a phrase that is sought stands within a longer name or word, as far as that can be seen: with another capital than the order gives it and
/// not where a sentence begins; beside words that carry a name on; and, of one syllable, wherever another word stands beside it. Each with the words around
/// it. What already reads as the `new` phrase is left out.
fn doubtful(text: &str, sought: Sought<'_>, new: Option<&str>) -> Vec<String> {
    let all = tokens(text);
    let phrase = tokens(sought.text);
    let already = new.map(|new| occurrences(text, new, false)).unwrap_or_default();
    let capital = |word: Option<&str>| word.is_some_and(|word| word.starts_with(char::is_uppercase));
    let within =
        |found: &Range<usize>, held: &[Range<usize>]| held.iter().any(|h| h.start <= found.start && found.end <= h.end);
    let mut said = Vec::new();
    for found in find_all(text, sought).into_iter().filter(|found| !within(found, &already)) {
        let Some(first) = all.iter().position(|token| token.span.start == found.start) else { continue };
        let last = first + phrase.len() - 1;
        let word = |n: Option<usize>| {
            let token = n.and_then(|n| all.get(n))?;
            text.get(token.span.clone()).filter(|word| word.starts_with(char::is_alphanumeric))
        };
        let before = word(first.checked_sub(1));
        let behind = word(Some(last + 1));
        let begins = |n: usize| all.get(n).is_some_and(|token| begins_a_sentence(text, token.span.start));
        let upper = capital(text.get(found.clone()));
        let turned = upper != capital(Some(sought.text)) && !(upper && begins(first));
        let name = upper && phrase.len() > 1;
        let next = word(Some(last + 2)).filter(|next| behind == Some("và") && !HEADS.contains(next));
        let carried = capital(behind) || capital(next);
        let headed = before.is_some_and(|word| HEADS.contains(&word))
            || (capital(before) && first.checked_sub(1).is_some_and(|n| !begins(n)));
        let one =
            phrase.len() == 1 && sought.text.chars().all(char::is_alphabetic) && (before.is_some() || behind.is_some());
        if turned || one || (name && (carried || headed)) {
            let from = all.get(first.saturating_sub(3)).map_or(0, |token| token.span.start);
            let until = all.get((last + 3).min(all.len().saturating_sub(1))).map_or(text.len(), |token| token.span.end);
            said.push(clean_line(text.get(from..until).unwrap_or_default()));
        }
    }
    said
}

/// Where the phrase of an action stands within longer names or words, before it is carried out: the units, and the words around it.
pub(super) fn doubts(document: &Document, place: &Address, heading: bool, action: &Action) -> Vec<(Address, String)> {
    let (text, within, new) = match action {
        Action::ReplacePhrase { old, new, within } => (old, within.as_deref(), Some(new.as_str())),
        Action::DeletePhrase { text, within } => (text, within.as_deref(), None),
        Action::InsertPhrase { beside: Some(beside), .. } => (beside, None, None),
        _ => return Vec::new(),
    };
    let sought = Sought { text, within, any_case: false };
    let mut found = Vec::new();
    let mut look = |unit: &Provision, at: &Address| {
        let own = unit.text.get(unit.after_mark..).unwrap_or_default();
        let own = if heading { own.trim_start().lines().next().unwrap_or_default() } else { own };
        found.extend(doubtful(own, sought, new).into_iter().map(|words| (at.clone(), words)));
    };
    fn below(unit: &Provision, at: &Address, look: &mut impl FnMut(&Provision, &Address)) {
        look(unit, at);
        for child in &unit.children {
            let label = child.label.as_ref().filter(|_| child.level.is_labelled());
            let place = label.map(|label| at.unit(child.level, label.as_str()));
            below(child, place.as_ref().unwrap_or(at), look);
        }
    }
    match document.find(place) {
        _ if place.is_whole() => {
            let body = document.provisions.iter().filter(|p| !matches!(p.level, Level::Preamble | Level::Closing));
            for unit in body {
                let own = unit.label.as_ref().map(|label| place.unit(unit.level, label.as_str()));
                below(unit, own.as_ref().unwrap_or(place), &mut look);
            }
        }
        Some(unit) if heading => look(unit, place),
        Some(unit) => below(unit, place, &mut look),
        None => {}
    }
    found
}

/// Whether a sentence, or an item of a list, begins at a byte of a text.
fn begins_a_sentence(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default().trim_end_matches([' ', '“', '"', '(']);
    before.is_empty() || before.ends_with(['.', ';', ':', '!', '?', '\n', '-', '+', '|'])
}

/// A word or a sign of a text, in one spelling of its tones.
struct Token {
    word: String,
    span: Range<usize>,
}

fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or_default();
        let end = match first.is_alphanumeric() {
            true => rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()),
            false => first.len_utf8(),
        };
        let piece = rest.get(..end).unwrap_or_default();
        if !first.is_whitespace() {
            let word = if first.is_alphanumeric() { comparable(piece) } else { piece.to_owned() };
            found.push(Token { word, span: at..at + end });
        }
        at += end;
    }
    found
}

/// Where a phrase occurs, of those within a longer one only those.
fn find_all(text: &str, phrase: Sought<'_>) -> Vec<Range<usize>> {
    let found = occurrences(text, phrase.text, phrase.any_case);
    let Some(within) = phrase.within else { return found };
    let holders = occurrences(text, within, phrase.any_case);
    let held = |place: &Range<usize>| holders.iter().any(|h| h.start <= place.start && place.end <= h.end);
    found.into_iter().filter(held).collect()
}

/// Where a phrase occurs as whole words, its first letter in either case (or all of them), whatever the blanks between them and the placement of
/// tones (`uỷ`, `ủy`).
fn occurrences(text: &str, phrase: &str, any_case: bool) -> Vec<Range<usize>> {
    let (text, phrase) = (tokens(text), tokens(phrase));
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while !phrase.is_empty() && at + phrase.len() <= text.len() {
        let here = text.get(at..at + phrase.len()).unwrap_or_default();
        let mut pairs = here.iter().zip(&phrase);
        let same =
            |a: &Token, b: &Token| a.word == b.word || (any_case && a.word.to_lowercase() == b.word.to_lowercase());
        let equal = pairs.next().is_some_and(|(a, b)| same_but_capital(&a.word, &b.word) || same(a, b))
            && pairs.all(|(a, b)| same(a, b));
        if let (true, Some(first), Some(last)) = (equal, here.first(), here.last()) {
            found.push(first.span.start..last.span.end);
            at += phrase.len();
        } else {
            at += 1;
        }
    }
    found
}

/// A phrase with its first letter as a capital.
fn capitalised(phrase: &str) -> String {
    let mut chars = phrase.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Whether two words are equal, or differ in the capital of their first letter.
fn same_but_capital(a: &str, b: &str) -> bool {
    let (mut x, mut y) = (a.chars(), b.chars());
    let first = match (x.next(), y.next()) {
        (Some(p), Some(q)) => p == q || p.to_lowercase().eq(q.to_lowercase()),
        _ => false,
    };
    first && x.as_str() == y.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exactly(text: &str) -> Sought<'_> {
        Sought { text, within: None, any_case: false }
    }

    fn provision(text: &str) -> Provision {
        Document::read_fragment(text).provisions.remove(0)
    }

    #[test]
    fn whole_words_are_replaced_also_at_the_start_of_a_sentence() {
        let mut one = provision("1. Cơ quan cấp phép. Cơ quan này và cơ quan khác; cơ quanh.\na) cơ quan.");
        assert_eq!(replace(&mut one, exactly("cơ quan"), "tổ chức", false), 4);
        assert_eq!(one.full_text(), "1. Tổ chức cấp phép. Tổ chức này và tổ chức khác; cơ quanh.\na) tổ chức.");
    }

    #[test]
    fn what_reads_as_the_new_phrase_stays() {
        let mut one = provision("1. Quy tắc nghề và quy tắc nghề Việt Nam; uỷ ban.");
        assert_eq!(replace(&mut one, exactly("Quy tắc nghề"), "Quy tắc nghề Việt Nam", false), 1);
        assert_eq!(replace(&mut one, exactly("Ủy ban"), "Bộ", false), 1);
        assert_eq!(one.text, "1. Quy tắc nghề Việt Nam và quy tắc nghề Việt Nam; Bộ.");
    }

    #[test]
    fn a_phrase_within_another_name_or_word_is_seen() {
        let seen = |text: &str, phrase: &str| doubtful(text, exactly(phrase), None).len();
        for (text, phrase, count) in [
            ("Gửi Sở Chè lam và sở của tỉnh.", "sở", 2),
            ("Sở là nơi nhận.", "sở", 1),
            ("Nhận ở trụ sở; sở, ban.", "sở", 1),
            ("Nộp cho Bộ Chè; cho Bộ Chè lam Nung.", "Bộ Chè", 0),
            ("Nộp cho Bộ Chè Lam.", "Bộ Chè", 1),
            ("Nộp cho Bộ Chè và Lam.", "Bộ Chè", 1),
            ("Nộp cho Bộ Chè và Sở Lam.", "Bộ Chè", 0),
            ("Nộp cho Sở Chè lam.", "Chè lam", 1),
            ("Bánh chè lam và Chè lam.", "chè lam", 1),
            ("Chè lam. Chè lam; chè lam.", "chè lam", 0),
            ("Có hiệu lực 05 ngày.", "05", 0),
        ] {
            assert_eq!(seen(text, phrase), count, "{phrase} in {text}");
        }
        assert_eq!(doubtful("Nơi nhận ở trụ sở của bộ.", exactly("sở"), None), ["nhận ở trụ sở của bộ."]);
        // What the order itself brings is no other word.
        assert_eq!(doubtful("Rửa chảo gang.", exactly("chảo"), Some("chảo gang")), Vec::<String>::new());
    }

    #[test]
    fn a_phrase_is_taken_out_with_its_blank() {
        for (text, phrase, left) in [
            ("1. Sở, cơ quan, đơn vị công lập.", ", đơn vị công lập", "1. Sở, cơ quan."),
            ("1. Sở và cơ quan công lập.", "công lập", "1. Sở và cơ quan."),
            ("1. Ở miền núi, hải đảo, vùng xa.", "hải đảo,", "1. Ở miền núi, vùng xa."),
        ] {
            let mut one = provision(text);
            assert_eq!(delete(&mut one, exactly(phrase), false), 1);
            assert_eq!(one.text, left);
        }
    }

    #[test]
    fn a_phrase_goes_in_beside_another_and_the_heading_stays_apart() {
        let mut one = provision("Điều 1. Phí\nPhí là phí.");
        assert_eq!(insert(&mut one, "và lệ phí", exactly("phí"), false, true), 1);
        assert_eq!(one.text, "Điều 1. Phí và lệ phí\nPhí là phí.");
    }

    #[test]
    fn the_heading_of_a_chapter_is_read_to_its_last_letter() {
        for (name, changed) in [("Ban chỉ đạo xã về lò", "Ban chỉ đạo thôn về lò"), ("Việc của xã", "Việc của thôn")]
        {
            let mut one = provision(&format!("Chương I\n{name}\nĐiều 1. Việc xã\n1. Họp ở xã."));
            assert_eq!(replace(&mut one, exactly("xã"), "thôn", true), 1, "{name}");
            assert!(one.full_text().contains(changed), "{}", one.full_text());
            assert!(one.full_text().contains("Điều 1. Việc xã"), "{}", one.full_text());
        }
    }

    #[test]
    fn a_phrase_may_be_meant_only_within_another_or_in_any_case() {
        let mut one = provision("1. Lò của xã và lò chung của xã.");
        let within = Sought { within: Some("lò chung của xã"), ..exactly("của xã") };
        assert_eq!(delete(&mut one, within, false), 1);
        assert_eq!(one.text, "1. Lò của xã và lò chung.");
        let mut one = provision("1. Ban chỉ đạo trung ương họp.");
        let sought = exactly("Ban chỉ đạo Trung ương");
        assert_eq!(replace(&mut one, sought, "Ban chỉ đạo quốc gia", false), 0);
        assert_eq!(replace(&mut one, Sought { any_case: true, ..sought }, "Ban chỉ đạo quốc gia", false), 1);
        assert_eq!(one.text, "1. Ban chỉ đạo quốc gia họp.");
    }
}
