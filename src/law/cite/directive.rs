//! The wording of directives: what begins one, and how its places complete each other.

use super::{Cited, Reference, Role};
use crate::law::name::place::Place;
use crate::model::{Address, Level};

/// A place under the steps of another that are wider than it.
pub(super) fn under(holder: Option<&Address>, place: &Place) -> Address {
    let Some(first) = place.address.0.first() else { return holder.cloned().unwrap_or_default() };
    let reset = first.level.depth() <= Level::Article.depth();
    let upper = holder.map_or(&[][..], |h| &h.0).iter().take_while(|s| !reset && s.level.depth() < first.level.depth());
    Address(upper.chain(&place.address.0).cloned().collect())
}

/// In a directive the last place names the holder for those before it: `Sửa đổi điểm c khoản 6 và bổ sung khoản 12 Điều 2`, `Bổ sung khoản 1a sau khoản
/// 1 Điều 11`.
pub(super) fn complete(references: &mut [Reference], words: &str) {
    let mut next: Option<(usize, Role, Address, Cited)> = None;
    for reference in references.iter_mut().rev() {
        let bare = reference.cited == Cited::Unsaid && reference.places.iter().all(|p| p.this.is_none());
        if let Some((start, role, address, cited)) = next.take().filter(|_| bare) {
            let gap = words.get(reference.span.end..start).unwrap_or_default();
            if role == Role::Anchor || only_verbs(gap) {
                for place in &mut reference.places {
                    place.address = under(Some(&address), place);
                }
                reference.cited = cited;
            }
        }
        let own = reference.places.first().filter(|p| p.this.is_none() && reference.role != Role::History);
        next = own.map(|p| (reference.span.start, reference.role, p.address.clone(), reference.cited.clone()));
    }
}

pub(super) fn common_part(one: &Address, other: &Address) -> Address {
    Address(one.0.iter().zip(&other.0).take_while(|(a, b)| a == b).map(|(a, _)| a.clone()).collect())
}

/// Whether a text begins as a directive does.
pub(super) fn is_directive_word(text: &str) -> bool {
    const VERBS: &[&str] = &[
        "Sửa đổi",
        "Bổ sung",
        "Bãi bỏ",
        "Thay thế",
        "Thay cụm từ",
        "Bỏ ",
        "Huỷ bỏ",
        "Hủy bỏ",
        "Ngưng hiệu lực",
        "Đính chính",
    ];
    VERBS.iter().any(|verb| text.starts_with(verb))
}

/// Whether a provision says what is to be changed: it begins with a verb of change, and a place, a phrase or an instrument follows.
pub(super) fn amends(words: &str, references: &[Reference]) -> bool {
    let text = words.trim_start();
    if !is_directive_word(text) {
        return false;
    }
    const OBJECTS: &[&str] = &[
        "cụm từ",
        "từ “",
        "một số điều",
        "một số khoản",
        "một số điểm",
        "một số nội dung",
        "một số quy định",
        "một số cụm từ",
        "toàn bộ",
    ];
    let end = text.find(['.', ':', '\n']).unwrap_or(text.len());
    let head = text.get(..end).unwrap_or(text);
    let first = references.first().map_or(words.len(), |r| r.span.start);
    let before = words.get(..first).unwrap_or_default();
    OBJECTS.iter().any(|w| head.contains(w)) || (first < words.len() && only_verbs(before))
}

/// Whether a text holds nothing but the verbs of change and what joins them.
fn only_verbs(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "sửa", "đổi", "bổ", "sung", "bãi", "bỏ", "thay", "thế", "hủy", "huỷ", "ngưng", "hiệu", "lực", "thi", "hành",
        "đính", "chính", "và", "thêm", "vào", "mới", "nội", "dung", "quy", "định", "tại", "của", "các", "tên",
    ];
    let near = text.len() < 200;
    near && text
        .split(|c: char| !c.is_alphanumeric())
        .all(|w| w.is_empty() || WORDS.contains(&w.to_lowercase().as_str()))
}
