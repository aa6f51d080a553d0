//! What the head of an amending instrument says: its number, title and date, and which instrument it amends.

use super::operation::Named;
use crate::law::name::mention;
use crate::law::{Document, Header, Outline};
use crate::model::{InstrumentKind, Level};
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
    for mention in &found {
        if let (Some(name), Some(number)) = (&mention.name, &mention.number) {
            facts.names.insert(fold(name), number.clone());
        }
    }
    found.dedup_by(|a, b| a.same(b));
    if found.len() == 1 {
        facts.target = found.pop();
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

/// The instruments that the sentence of enactment names as amended: "… ban hành Thông tư sửa đổi, bổ sung một số điều của Thông tư số …".
fn targets(text: &str) -> Vec<Named> {
    let verbs = ["sửa đổi", "bổ sung một số", "bãi bỏ", "ngưng hiệu lực", "thay thế", "đính chính"];
    // The title of what is amended may say "ban hành" too, behind the verb.
    let sentence = text.rmatch_indices(ENACTS).find_map(|(at, _)| {
        let sentence = text.get(at + ENACTS.len()..)?;
        let verb = verbs.iter().filter_map(|v| sentence.find(v)).min().filter(|at| *at < 60)?;
        Some((sentence, verb))
    });
    let Some((sentence, verb)) = sentence else { return Vec::new() };
    let mut found = Vec::new();
    let mut from = verb;
    while let Some(at) = next_mention(sentence, from) {
        let Some(mention) = mention::read(sentence, at) else { break };
        from = mention.span.end.max(at + 1);
        if !mention.this {
            let name = mention.name.as_ref().map(|name| format!("{} {name}", mention.kind));
            found.push(Named { number: mention.number, name });
        }
        // What stands behind the number of a circular or decree is its title, in which others may be named.
        let tail = sentence.get(from..).unwrap_or_default();
        let more = tail.trim_start().starts_with(',') || tail.trim_start().starts_with("và ");
        if !more {
            break;
        }
    }
    found
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
    fn an_omnibus_gives_numbers_to_names() {
        let text = "LUẬT\nSỬA ĐỔI 2 LUẬT\nQuốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Một số 1/2008/QH12, Luật Hai số 2/2015/QH13.\nĐiều 1. Sửa";
        let facts = read(&Document::read(text));
        assert!(facts.target.is_none());
        assert_eq!(facts.names.get(&fold("Luật Hai")).map(String::as_str), Some("2/2015/QH13"));
    }
}
