//! Orders in the words of amending instruments (Nghị định 78/2025/NĐ-CP Điều 63–70).

use super::orders::{Beside, Order, Spot};
use crate::model::provision::POINT_LETTERS;
use crate::model::{Address, Level};

impl Order {
    /// The order as the amending instrument words it, without the new text: `Sửa đổi, bổ sung khoản 2 Điều 5`. `kind` is the kind of the
    /// amending instrument, with which new annexes are issued.
    pub fn words(&self, kind: &str) -> String {
        words(self, None, kind)
    }
}

/// The khoản of one Điều that amends an instrument, in the order of the orders: one an Điều of the base, several orders under it as points.
pub(super) fn clauses(orders: &[Order], annexes: &str) -> String {
    let mut out = String::new();
    let mut number = 0;
    let mut rest = orders;
    while let Some(first) = rest.first() {
        let article = first.place().and_then(Address::article);
        let together = |o: &&Order| o.place().and_then(Address::article) == article;
        let count = if article.is_some() { rest.iter().take_while(together).count() } else { 1 };
        let (group, after) = rest.split_at(count.max(run(rest)).min(rest.len()));
        rest = after;
        number += 1;
        match (group, article) {
            (one, _) if run(one) == one.len() => out.push_str(&format!("{number}. {}", sentence(one, None, annexes))),
            (many, Some(article)) => {
                out.push_str(&format!("{number}. Sửa đổi, bổ sung một số nội dung của {article} như sau:\n"));
                let mut many = many;
                for letter in POINT_LETTERS.chars() {
                    let (one, after) = many.split_at(run(many));
                    if !one.is_empty() {
                        out.push_str(&format!("{letter}) {}", sentence(one, Some(&article), annexes)));
                    }
                    many = after;
                }
            }
            (_, None) => {}
        }
    }
    out
}

/// How many orders from the first on are said in one sentence: units beside each other that are written anew, or go. Each Điều that is written anew has
/// a sentence of its own.
fn run(orders: &[Order]) -> usize {
    let kind = |order: &Order| match order {
        Order::Repeal { place } => Some((place.parent()?, place.last()?.level, true)),
        Order::Replace { place, .. } => {
            let level = place.last()?.level;
            (level.depth() > Level::Article.depth()).then_some((place.parent()?, level, false))
        }
        _ => None,
    };
    let first = orders.first().and_then(kind);
    let alike = orders.iter().take_while(|order| first.is_some() && kind(order) == first).count();
    alike.max(1).min(orders.len())
}

/// Orders of one run with their new text, ending with a line end. Within an Điều that the line above names, places are said without it.
fn sentence(run: &[Order], article: Option<&Address>, annexes: &str) -> String {
    let Some(first) = run.first() else { return String::new() };
    let places: Vec<Address> = run.iter().filter_map(Order::place).cloned().collect();
    let listed = listed(&places, article);
    let words = match first {
        Order::Replace { .. } if run.len() > 1 => format!("Sửa đổi, bổ sung {listed}"),
        Order::Repeal { .. } if run.len() > 1 => format!("Bãi bỏ {listed}"),
        one => words(one, article, annexes),
    };
    let text = |order: &Order| match order {
        Order::Replace { text, .. } | Order::Heading { text, .. } | Order::Insert { text, .. } => Some(text.clone()),
        Order::Repeal { .. } | Order::Phrase { .. } | Order::Annex { .. } => None,
    };
    let texts: Vec<String> = run.iter().filter_map(text).collect();
    match texts.is_empty() {
        true => format!("{words}.\n"),
        false => format!("{words} như sau:\n{}", quoted(&texts.join("\n"))),
    }
}

/// Units of one holder: `khoản 1, khoản 2 và khoản 3 Điều 5`.
fn listed(places: &[Address], article: Option<&Address>) -> String {
    let steps: Vec<String> = places.iter().map(last_step).collect();
    let holder = places.first().and_then(Address::parent).unwrap_or_default();
    if holder.is_whole() || article == Some(&holder) {
        return joined(&steps);
    }
    format!("{} {}", joined(&steps), said(&holder, article))
}

/// The places of a phrase, those of one holder together: `khoản 1 Điều 1, khoản 1 và khoản 2 Điều 2, tên Điều 3`.
fn spots(spots: &[Spot]) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut rest = spots;
    while let Some(first) = rest.first() {
        let kin = |spot: &&Spot| {
            !spot.heading
                && spot.place.parent() == first.place.parent()
                && spot.place.last().map(|s| s.level) == first.place.last().map(|s| s.level)
        };
        let count = if first.heading { 1 } else { rest.iter().take_while(kin).count().max(1) };
        let (group, after) = rest.split_at(count);
        rest = after;
        let places: Vec<Address> = group.iter().map(|spot| spot.place.clone()).collect();
        let named = listed(&places, None);
        out.push(if first.heading { format!("tên {named}") } else { named });
    }
    out.join(", ")
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
        Order::Phrase { old, new: Some(new), places } => {
            format!("Thay thế cụm từ “{old}” bằng cụm từ “{new}” tại {}", spots(places))
        }
        Order::Phrase { old, new: None, places } => format!("Bỏ cụm từ “{old}” tại {}", spots(places)),
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
