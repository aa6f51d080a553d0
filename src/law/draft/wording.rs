//! Orders in the words of amending instruments (Nghị định 78/2025/NĐ-CP Điều 63–70).

use super::orders::{Beside, Order};
use crate::model::provision::POINT_LETTERS;
use crate::model::{Address, Level};

impl Order {
    /// The order as the amending instrument words it, without the new text: `Sửa đổi, bổ sung khoản 2 Điều 5`. `kind` is the kind of the
    /// amending instrument, with which new annexes are issued.
    pub fn words(&self, kind: &str) -> String {
        words(self, None, kind)
    }
}

/// The khoản of one Điều that amends an instrument, in the order of the orders: one a Điều of the base, several orders under it as points.
pub(super) fn clauses(orders: &[Order], annexes: &str) -> String {
    let mut out = String::new();
    let mut number = 0;
    let mut rest = orders;
    while let Some(first) = rest.first() {
        let article = first.place().and_then(Address::article);
        let count = match &article {
            Some(article) => {
                rest.iter().take_while(|o| o.place().and_then(Address::article).as_ref() == Some(article)).count()
            }
            None => 1,
        };
        let (group, after) = rest.split_at(count.max(1));
        rest = after;
        number += 1;
        match (group, article) {
            ([one], _) | ([one, ..], None) => out.push_str(&format!("{number}. {}", sentence(one, None, annexes))),
            (many, Some(article)) => {
                out.push_str(&format!("{number}. Sửa đổi, bổ sung một số nội dung của {article} như sau:\n"));
                for (one, letter) in many.iter().zip(POINT_LETTERS.chars()) {
                    out.push_str(&format!("{letter}) {}", sentence(one, Some(&article), annexes)));
                }
            }
            ([], _) => {}
        }
    }
    out
}

/// One order with its new text, ending with a line end. Within an Điều that the line above names, places are said without it.
fn sentence(order: &Order, article: Option<&Address>, annexes: &str) -> String {
    let words = words(order, article, annexes);
    match order {
        Order::Replace { text, .. } | Order::Heading { text, .. } | Order::Insert { text, .. } => {
            format!("{words} như sau:\n{}", quoted(text))
        }
        Order::Repeal { .. } | Order::Annex { .. } => format!("{words}.\n"),
    }
}

/// What an order says before its new text.
pub(super) fn words(order: &Order, article: Option<&Address>, annexes: &str) -> String {
    match order {
        Order::Replace { place, .. } => format!("Sửa đổi, bổ sung {}", said(place, article)),
        Order::Heading { place, .. } if article == Some(place) => "Sửa đổi, bổ sung tên điều".to_owned(),
        Order::Heading { place, .. } => format!("Sửa đổi, bổ sung tên {}", said(place, article)),
        Order::Insert { places, beside, .. } => {
            let new: Vec<String> = places.iter().map(last_step).collect();
            let new = joined(&new);
            let holder = places.first().and_then(Address::parent).unwrap_or_default();
            let place = match beside {
                Some(Beside::After(anchor)) => format!("{new} vào sau {}", said(anchor, article)),
                Some(Beside::Before(anchor)) => format!("{new} vào trước {}", said(anchor, article)),
                None if holder.is_whole() || article == Some(&holder) => new,
                None if holder.last().is_some_and(|s| s.level.is_container()) => {
                    format!("{new} {}", said(&holder, article))
                }
                None => format!("{new} vào {}", said(&holder, article)),
            };
            format!("Bổ sung {place}")
        }
        Order::Repeal { place } => format!("Bãi bỏ {}", said(place, article)),
        Order::Annex { place, new: true, .. } => format!("Bổ sung {place} ban hành kèm theo {annexes} này"),
        Order::Annex { place, .. } => format!("Thay thế {place} bằng {place} ban hành kèm theo {annexes} này"),
    }
}

/// A place, without the Điều that is already named.
fn said(place: &Address, article: Option<&Address>) -> String {
    match article {
        Some(article) if article.holds(place) && place != article => {
            Address(place.0.get(article.0.len()..).unwrap_or_default().to_vec()).to_string()
        }
        _ => place.to_string(),
    }
}

/// The last step of a place; a sub-item keeps its point.
fn last_step(place: &Address) -> String {
    let keep = match place.last().map(|s| s.level) {
        Some(Level::Item) if place.label(Level::Point).is_some() => 2,
        _ => 1,
    };
    Address(place.0.get(place.0.len().saturating_sub(keep)..).unwrap_or_default().to_vec()).to_string()
}

/// `khoản 2a, khoản 2b và khoản 2c`.
fn joined(places: &[String]) -> String {
    match places.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} và {last}", before.join(", ")),
        None => String::new(),
    }
}

fn quoted(text: &str) -> String {
    format!("“{}”.\n", text.trim())
}
