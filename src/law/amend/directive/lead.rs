//! Words before an order and behind it that say from when: "Kể từ ngày Thông tư này có hiệu lực, …", "… kể từ ngày 1 tháng 1 năm 2031".

use super::words::{announces_instruments, verb};
use super::{Order, Reader, Verb};
use crate::law::amend::passing;
use crate::law::name::date::spoken_at;

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

    /// The day behind an order, which holds for those read from the n-th on: "Bãi bỏ khoản 2 Điều 4 kể từ ngày 1 tháng 1 năm 2031; …".
    pub(super) fn from_day(&mut self, n: usize) {
        let before = self.at;
        self.take_any(&[", "]);
        self.blanks();
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
