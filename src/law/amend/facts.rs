//! What the head of an amending instrument says: its number, title and date, and which instrument it amends.

use super::complete::is_attached;
use super::directive::spoken_case;
use super::operation::Named;
use crate::law::name::mention::{self, Mention};
use crate::law::name::place;
use crate::law::{Document, Header, Outline};
use crate::model::{Address, InstrumentKind, Level};
use crate::text::clean::collapse;
use crate::text::{Lang, fold};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What the head of an instrument says.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Its number, and the name by which it is cited.
    pub named: Named,
    /// Its kind as written in citations: `Thông tư`.
    pub kind: Option<&'static str>,
    /// The body that issued it: `Ngân hàng Nhà nước Việt Nam`.
    pub issuer: Option<String>,
    /// Who enacted it, as the sentence of enactment says: `Thống đốc Ngân hàng Nhà nước Việt Nam`.
    pub enactor: Option<String>,
    /// Its title.
    pub title: String,
    /// When it was issued.
    pub issued: Option<Date>,
    /// The instrument that the title names as amended, if it names exactly one.
    pub target: Option<Named>,
    /// The rules issued with that instrument, where these are what is amended: `Quy chế`.
    pub part: Address,
    /// Whether it says of itself that it amends, repeals, suspends or corrects.
    pub amends: bool,
    /// Folded kind and name of each Luật named with its number → the number.
    pub names: BTreeMap<String, String>,
}

/// Reads the head of an instrument.
pub fn read(document: &Document) -> Facts {
    let mut facts = Facts::default();
    let Some(head) = document.provisions.first().filter(|p| p.level == Level::Preamble) else { return facts };
    // By itself: behind a list of its articles, or before rules that are issued with it, the head is longer in the whole text.
    let header = Header::read(&Outline::read(&head.text));
    facts.named.number = header.number.map(|n| n.value);
    facts.title = header.title.map(|t| t.value).unwrap_or_default();
    facts.issued = header.issued.map(|d| d.value);
    facts.issuer = header.issuer.map(|i| i.value);
    facts.enactor = enactor(&head.text);
    let kind = header.kind.map(|k| k.value);
    facts.kind = kind.map(|kind| kind.word(Lang::Vi));
    facts.named.name = kind
        .filter(|k| matches!(k, InstrumentKind::Law | InstrumentKind::Code))
        .and_then(|k| own_name(k, &facts.title));
    let mut found = targets(&collapse(&head.text));
    facts.amends = !found.is_empty() || says_so(&facts.title);
    // Copies leave the sentence of enactment out: the title names the instrument too.
    if found.is_empty() && facts.amends {
        found = named_behind_verb(&spoken_case(&facts.title));
    }
    for mention in &found {
        if let (Some(name), Some(number)) = (&mention.name, &mention.number) {
            facts.names.insert(fold(name), number.clone());
        }
    }
    found.dedup_by(|a, b| a.same(b));
    if found.len() == 1 {
        facts.target = found.pop();
        facts.part = attached_part(&spoken_case(&facts.title));
    }
    facts
}

/// The name by which a Luật is cited.
fn own_name(kind: InstrumentKind, title: &str) -> Option<String> {
    (!title.is_empty() && title.chars().count() < 120).then(|| format!("{} {title}", kind.word(Lang::Vi)))
}

/// The word of the sentence of enactment.
const ENACTS: &str = "ban hành ";

/// Who enacts, in the sentence of enactment: `Bộ trưởng Bộ Y tế ban hành Thông tư …`.
fn enactor(head: &str) -> Option<String> {
    let line = head.lines().rev().find(|line| line.contains(ENACTS))?;
    let (who, what) = line.trim().split_once(ENACTS)?;
    let who = collapse(who.trim_matches([' ', ',']));
    let named = who.starts_with(char::is_uppercase) && who.chars().count() < 100 && !who.contains(['.', ';', ':']);
    let ground = ["Căn cứ", "Theo ", "Xét "].iter().any(|word| who.starts_with(word));
    (named && !ground && InstrumentKind::words().any(|kind| what.starts_with(kind))).then_some(who)
}

/// The attached rules that a title names as amended: "… một số điều của Quy chế … ban hành kèm theo Quyết định số …".
fn attached_part(title: &str) -> Address {
    let named = title.match_indices(" của ").find_map(|(at, of)| {
        let (places, _) = place::read(title, at + of.len())?;
        places.into_iter().next().map(|place| place.address).filter(|a| a.last().is_some_and(is_attached))
    });
    named.unwrap_or_default()
}

/// Whether a title is one of an instrument that changes others.
fn says_so(title: &str) -> bool {
    let folded = fold(title);
    let folded = folded.strip_prefix("ve viec ").or_else(|| folded.strip_prefix("ve ")).unwrap_or(&folded);
    ["sua doi", "bo sung mot so", "bai bo", "huy bo", "thay the", "dinh chinh", "ngung hieu luc", "tam ngung"]
        .iter()
        .any(|verb| folded.starts_with(verb))
        || ["sua doi, bo sung mot so ", "sua doi, bo sung dieu "].iter().any(|verb| folded.contains(verb))
        || ["ban hanh bo sung ", "ban hanh sua doi"].iter().any(|verb| folded.starts_with(verb))
}

const VERBS: &[&str] = &["sửa đổi", "bổ sung một số", "bãi bỏ", "ngưng hiệu lực", "thay thế", "đính chính"];

/// The instruments that the sentence of enactment names as amended: "… ban hành Thông tư sửa đổi, bổ sung một số điều của Thông tư số …".
fn targets(text: &str) -> Vec<Named> {
    // The title of what is amended may say "ban hành" too, behind the verb.
    let sentence = text.rmatch_indices(ENACTS).find_map(|(at, _)| {
        let sentence = text.get(at + ENACTS.len()..)?;
        VERBS.iter().filter_map(|v| sentence.find(v)).min().filter(|at| *at < 60)?;
        Some(sentence)
    });
    sentence.map(named_behind_verb).unwrap_or_default()
}

/// What a mention calls: by its number, or a Luật by its name. Of others the words behind the kind are no name: "các Thông tư liên tịch do Bộ trưởng … ban
/// hành". Nothing where it calls the instrument in which it stands.
pub(super) fn known_by(mention: &Mention) -> Option<Named> {
    let by_name = matches!(mention.kind, "Hiến pháp" | "Luật" | "Bộ luật" | "Pháp lệnh");
    let name = mention.name.as_ref().map(|name| format!("{} {name}", mention.kind));
    let known = !mention.this && (mention.number.is_some() || (by_name && name.is_some()));
    known.then(|| Named { number: mention.number.clone(), name })
}

/// The instruments that a sentence names behind its first verb of change, each with its title. Joined to the first are those of a list; those
/// on which a title rests stand above it and are not meant.
fn named_behind_verb(sentence: &str) -> Vec<Named> {
    let folded = sentence.to_lowercase();
    let verb = VERBS.iter().filter_map(|v| folded.find(v)).min();
    let Some(mut from) = verb.filter(|at| sentence.is_char_boundary(*at)) else { return Vec::new() };
    let mut found: Vec<(Named, &'static str)> = Vec::new();
    while let Some(at) = next_mention(sentence, from) {
        let Some(mention) = mention::read(sentence, at) else {
            from = at + 1;
            continue;
        };
        let before = sentence.get(from..at).unwrap_or_default().trim_end();
        let joined = before.is_empty()
            || [",", ";", " và", "và các", ", các"].iter().any(|joint| before.ends_with(joint))
            || before == "và";
        let first = found.first().map(|(_, kind)| *kind);
        let beside =
            first.is_none_or(|first| joined && InstrumentKind::rank(mention.kind) >= InstrumentKind::rank(first));
        from = mention.span.end.max(at + 1);
        if beside && let Some(named) = known_by(&mention) {
            found.push((named, mention.kind));
        }
    }
    found.into_iter().map(|(named, _)| named).collect()
}

/// Where the next kind of instrument is named, by its capital.
fn next_mention(text: &str, from: usize) -> Option<usize> {
    InstrumentKind::words().filter_map(|kind| text.get(from..)?.find(kind).map(|at| at + from)).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_head_names_itself_and_what_it_amends() {
        let text = "BỘ THỬ\nSố: 06/2023/TT-BT\nHà Nội, ngày 28 tháng 6 năm 2023\nTHÔNG TƯ\nSửa đổi, bổ sung một số điều của Thông tư số 39/2016/TT-BT\n\
                    Căn cứ Luật Thử ngày 16 tháng 6 năm 2010;\nBộ trưởng ban hành Thông tư sửa đổi, bổ sung một số điều của Thông tư số 39/2016/TT-BT ngày 30 \
                    tháng 12 năm 2016 quy định về Luật Khác.\nĐiều 1. Sửa đổi";
        let facts = read(&Document::read(text));
        assert_eq!(facts.named.number.as_deref(), Some("06/2023/TT-BT"));
        assert_eq!(facts.issued, Some(date(2023, 6, 28)));
        assert_eq!(facts.title, "Sửa đổi, bổ sung một số điều của Thông tư số 39/2016/TT-BT");
        assert_eq!(facts.target.and_then(|t| t.number).as_deref(), Some("39/2016/TT-BT"));
        assert_eq!(facts.enactor.as_deref(), Some("Bộ trưởng"));
    }

    #[test]
    fn a_title_may_say_ban_hanh_and_stand_in_capitals() {
        let text = "BỘ THỬ\nSố: 7/2024/TT-BT\nTHÔNG TƯ\nSỬA ĐỔI MỘT SỐ ĐIỀU CỦA THÔNG TƯ SỐ 48/2020/TT-BT BAN HÀNH QUY CHẾ ĐO CỦA VIỆT NAM\n\
                    Căn cứ Luật Thử ngày 16 tháng 6 năm 2010;\nBộ trưởng Bộ Thử ban hành Thông tư sửa đổi một số điều của Thông tư số 48/2020/TT-BT \
                    ban hành Quy chế đo của Việt Nam.\nĐiều 1. Sửa đổi";
        let facts = read(&Document::read(text));
        assert_eq!(facts.target.and_then(|t| t.number).as_deref(), Some("48/2020/TT-BT"));
        assert_eq!(facts.enactor.as_deref(), Some("Bộ trưởng Bộ Thử"));
        assert_eq!(facts.title, "Sửa đổi một số điều của Thông tư số 48/2020/TT-BT ban hành Quy chế đo của Việt Nam");
    }

    #[test]
    fn the_title_names_what_is_amended_where_the_enacting_sentence_is_missing() {
        let target = |text: &str| read(&Document::read(text)).target.and_then(|t| t.number);
        let head = "CHÍNH PHỦ\nSố: 7/2030/NĐ-CP\nNGHỊ ĐỊNH\n";
        let one =
            "Sửa đổi, bổ sung một số điều của Nghị định số 9/2025/NĐ-CP ngày 1 tháng 2 năm 2025 của Chính phủ về lò";
        let text = format!("{head}{one}\nCăn cứ Luật Lò số 1/2019/QH14;\nĐiều 1. Sửa đổi");
        assert_eq!(target(&text).as_deref(), Some("9/2025/NĐ-CP"));
        let two = one.replace(" về lò", " về lò và Nghị định số 8/2024/NĐ-CP về bột");
        assert_eq!(target(&text.replace(one, &two)), None);
        let enacted = format!(
            "{head}Sửa các nghị định về lò\nChính phủ ban hành Nghị định {}.\nĐiều 1. Sửa đổi",
            two.replace("Sửa đổi", "sửa đổi")
        );
        assert_eq!(target(&enacted), None);
    }

    #[test]
    fn an_omnibus_gives_numbers_to_names() {
        let text = "LUẬT\nSỬA ĐỔI 2 LUẬT\nQuốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Một số 1/2008/QH12, Luật Hai số 2/2015/QH13.\nĐiều 1. Sửa";
        let facts = read(&Document::read(text));
        assert!(facts.target.is_none());
        assert_eq!(facts.names.get(&fold("Luật Hai")).map(String::as_str), Some("2/2015/QH13"));
    }
}
