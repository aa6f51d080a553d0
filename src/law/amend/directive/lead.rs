//! Words before an order and behind it that say from when: "Kể từ ngày Thông tư này có hiệu lực, …", "… kể từ ngày 1 tháng 1 năm 2031".

use super::words::{announces_instruments, left_over, orders_behind, verb};
use super::{Open, Order, Reader, Verb};
use crate::law::amend::passing;
use crate::law::name::date::spoken_at;
use jiff::civil::Date;

impl Reader<'_> {
    /// Goes to the verb of an order behind words that say who orders or from when: "Kể từ ngày Thông tư này có hiệu lực thi hành, bãi bỏ các quy định
    /// sau:", "Thông tư này bãi bỏ Điều 3 …". Whether there is one.
    pub(super) fn late_verb(&mut self) -> bool {
        if let Some(at) = passing::verb_behind_lead(self.text)
            && let Some((verb, length)) = self.text.get(at..).and_then(verb)
        {
            self.at = at;
            // "Thông tư này thay thế:" lists instruments, and says nothing of what stands in their place.
            let behind = self.text.get(at + length..).unwrap_or_default();
            if verb == Verb::Substitute && (behind.trim() == ":" || announces_instruments(behind)) {
                self.orders.push(Order { announces: true, ..Order::new(Verb::Repeal) });
                self.at = self.text.len();
                return false;
            }
            return true;
        }
        if let Some(at) = passing::subject_behind_lead(self.text) {
            self.at = at;
            self.passive();
        }
        false
    }

    /// What the words behind the orders say that was not read: more places, another order, a day.
    pub(super) fn left_over(&self) -> Option<Open> {
        let rest = self.rest();
        let dated = self.orders.iter().any(|order| order.from.is_some());
        let day = || (!dated && names_a_day(rest)).then_some(Open::More);
        left_over(rest).or_else(|| orders_behind(rest)).or_else(day)
    }

    /// The day with which a sentence begins, for the orders that name none: "Từ ngày 1 tháng 7 năm 2031, bãi bỏ …".
    pub(super) fn take_lead_day(&mut self) {
        let text = self.text.trim_start();
        let day = ["Kể từ ", "Từ "].iter().find_map(|word| day_at(text.strip_prefix(word)?));
        for order in &mut self.orders {
            order.from = order.from.or(day);
        }
    }

    /// The day behind an order, which holds for those read from the n-th on: "Bãi bỏ khoản 2 Điều 4 kể từ ngày 1 tháng 1 năm 2031; …".
    pub(super) fn take_day(&mut self, n: usize) {
        let before = self.at;
        let parted = self.take_any(&[", "]);
        self.blanks();
        let titled = |order: &Order, at: usize| {
            let named = order.instrument.as_ref().and_then(|found| self.text.get(found.span.end..at));
            !parted && self.rest().starts_with("từ ngày ") && named.is_some_and(|title| !title.trim().is_empty())
        };
        let in_title = self.orders.last().is_some_and(|order| titled(order, before));
        let Some(word) = ["kể từ ngày ", "từ ngày "].iter().find(|word| self.rest().starts_with(**word)) else {
            self.at = before;
            return;
        };
        let at = self.at + word.len() - "ngày ".len();
        let Some((date, end)) = spoken_at(self.text, at) else {
            // "kể từ ngày Thông tư này có hiệu lực": the day of the instrument.
            let own = self.rest().find(" này có hiệu lực").map(|at| at + " này có hiệu lực".len());
            self.at = own.filter(|end| *end < 60).map_or(before, |end| self.at + end);
            self.take_any(&["thi hành"]);
            return;
        };
        self.at = end;
        for order in self.orders.iter_mut().skip(n) {
            order.from = order.from.or(Some(date));
            order.day_in_title = in_title;
        }
        // "… đến ngày 1 tháng 6 năm 2031" is the end of a suspension, which the sentence itself is asked for.
        self.blanks();
        if let Some(word) =
            ["cho đến hết ", "cho đến ", "đến hết ", "đến "].iter().find(|word| self.rest().starts_with(**word))
            && let Some((_, end)) = spoken_at(self.text, self.at + word.len())
        {
            self.at = end;
        }
    }
}

/// Where a day stands with which a title ends and which it does not govern: "quy định về lò từ ngày 1 tháng 7 năm 2031".
pub(super) fn day_behind_title(title: &str) -> Option<usize> {
    let at = title.rfind(" từ ngày ")?;
    let (_, end) = spoken_at(title, at + " từ ".len())?;
    let head = title.get(..at)?;
    let governed = ["kể", "hiệu lực", "thi hành", "áp dụng", "thực hiện", "tính", "ban hành", "hưởng"];
    let ends = title.get(end..)?.trim_matches(['.', ';', ',', ':', ' ']).is_empty();
    (ends && !governed.iter().any(|word| head.ends_with(word))).then_some(at)
}

/// The day that a text begins with, its hour passed over: "ngày 1 tháng 7 năm 2031", "0 giờ ngày 1/7/2031".
pub(super) fn day_at(text: &str) -> Option<Date> {
    let at =
        text.find("ngày ").filter(|at| *at < 24 && !text.get(..*at).is_some_and(|hour| hour.contains([',', ';'])))?;
    spoken_at(text, at).map(|(date, _)| date)
}

/// Whether words that are left over of an order say a day from which it holds, or a time after which it does.
fn names_a_day(rest: &str) -> bool {
    let rest = rest.split_once("như sau").map_or(rest, |(before, _)| before);
    let day = |word: &str| {
        rest.match_indices(word).any(|(at, _)| rest.get(at + word.len()..).is_some_and(|t| day_at(t).is_some()))
    };
    let later = rest.match_indices("sau ").any(|(at, word)| {
        let count = rest.get(at + word.len()..).unwrap_or_default();
        let unit = count.trim_start_matches(|c: char| c.is_ascii_digit());
        unit.len() < count.len() && [" ngày", " tháng", " năm"].iter().any(|word| unit.starts_with(word))
    });
    day("từ ") || day("vào ") || later
}
