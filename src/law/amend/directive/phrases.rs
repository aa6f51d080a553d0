//! Orders about phrases: `Thay thế cụm từ “A” bằng cụm từ “B” tại …`, and orders in the passive.

use super::words::{quoted, verb};
use super::{Anchor, Order, Reader, Side, Verb};
use crate::law::name::{mention, place};

impl Reader<'_> {
    /// `cụm từ “A”` with what follows. Whether the object is a list of phrases.
    pub(super) fn phrase_list(&mut self, verb: Verb) -> bool {
        let before = self.at;
        let phrases = self.phrases();
        if phrases.is_empty() {
            self.at = before;
            return false;
        }
        let mut order = Order { phrases, about_phrases: true, ..Order::new(verb) };
        if verb == Verb::Insert {
            self.phrase_anchor(&mut order);
        }
        if order.by.is_none() {
            self.by(&mut order);
        }
        self.phrase_places(&mut order);
        if order.by.is_none() {
            self.by(&mut order);
        }
        if order.places.is_empty() && order.by.is_some() {
            self.phrase_places(&mut order);
        }
        let verb = order.verb;
        self.orders.push(order);
        // "…; cụm từ “C” bằng cụm từ “D” tại …": the same verb goes on.
        let before = self.at;
        if !(self.joint() && self::verb(self.rest()).is_none() && self.phrase_list(verb)) {
            self.at = before;
        }
        true
    }

    /// Quoted phrases behind "cụm từ", joined by commas and "và".
    fn phrases(&mut self) -> Vec<String> {
        let mut found = Vec::new();
        loop {
            let before = self.at;
            let worded = self.phrase_word();
            self.take_any(&[": "]);
            self.blanks();
            match quoted(self.rest()) {
                Some((phrase, length)) if worded || !found.is_empty() => {
                    found.push(phrase.to_owned());
                    self.at += length;
                }
                _ => {
                    self.at = before;
                    return found;
                }
            }
            let before = self.at;
            if !self.joint() || verb(self.rest()).is_some() {
                self.at = before;
                return found;
            }
        }
    }

    fn phrase_word(&mut self) -> bool {
        self.take_any(&["các "]);
        self.take_any(&["cụm từ ", "từ ngữ ", "từ ", "cụm ", "chữ ", "số ", "dấu ", "nội dung ", "câu ", "đoạn "])
    }

    fn by(&mut self, order: &mut Order) {
        let before = self.at;
        self.take_any(&["được ", "lần lượt "]);
        if !self.take_any(&[
            "thay thế bằng ",
            "thay bằng ",
            "thay thế thành ",
            "sửa thành ",
            "sửa đổi thành ",
            "bằng ",
            "thành ",
            "là ",
        ]) {
            self.at = before;
            return;
        }
        self.phrase_word();
        self.blanks();
        match quoted(self.rest()) {
            Some((phrase, length)) => {
                order.by = Some(phrase.to_owned());
                self.at += length;
            }
            None => self.at = before,
        }
    }

    fn phrase_anchor(&mut self, order: &mut Order) {
        let before = self.at;
        let Some(side) = self.side() else { return };
        self.phrase_word();
        self.blanks();
        match quoted(self.rest()) {
            Some((phrase, length)) => {
                order.anchor = Some(Anchor { side, places: Vec::new(), phrase: Some(phrase.to_owned()) });
                self.at += length;
            }
            None if side == Side::End => order.anchor = Some(Anchor { side, places: Vec::new(), phrase: None }),
            None => self.at = before,
        }
    }

    /// The places of a phrase: `tại khoản 4 Điều 5 và Điều 64 của Luật X`.
    fn phrase_places(&mut self, order: &mut Order) {
        let before = self.at;
        self.take_any(&["quy định tại ", "nêu tại ", "được quy định tại ", "tại ", "trong ", "của ", "ở "]);
        self.take_any(&["các điều, khoản, điểm sau: ", "các điều, khoản sau: ", "nội dung ", "đoạn quy định tại "]);
        match place::read(self.text, self.at) {
            Some((places, end)) => {
                order.places = places;
                self.at = end;
                self.instrument(order);
            }
            None => {
                self.instrument(order);
                if order.instrument.is_none() {
                    self.at = before;
                }
            }
        }
    }

    /// `Trong Luật X, cụm từ “A” được thay bằng cụm từ “B”; cụm từ “C” …`.
    pub(super) fn phrases_of_a_place(&mut self) {
        let mut head = Order::new(Verb::Substitute);
        if let Some((places, end)) = place::read(self.text, self.at) {
            head.places = places;
            self.at = end;
        }
        self.instrument(&mut head);
        while self.joint() || self.rest().starts_with(':') {
            if self.rest().starts_with(':') {
                self.at += 1;
            }
            self.passive_phrase(&head);
        }
    }

    fn passive_phrase(&mut self, head: &Order) {
        let phrases = self.phrases();
        if phrases.is_empty() {
            return;
        }
        let mut order = Order { phrases, about_phrases: true, ..head.clone() };
        self.by(&mut order);
        if order.by.is_none() {
            if !self.take_any(&["được bãi bỏ", "bị bãi bỏ", "được bỏ"]) {
                return;
            }
            order.verb = Verb::Repeal;
        }
        self.orders.push(order);
    }

    /// `Điều 3 được sửa đổi, bổ sung như sau`; `cụm từ “A” được thay bằng cụm từ “B” tại …`.
    pub(super) fn passive(&mut self) {
        let before = self.at;
        let phrases = self.phrases();
        if !phrases.is_empty() {
            let mut order = Order { phrases, about_phrases: true, ..Order::new(Verb::Substitute) };
            self.phrase_places(&mut order);
            self.by(&mut order);
            if order.places.is_empty() {
                self.phrase_places(&mut order);
            }
            if order.by.is_some() {
                self.orders.push(order);
            }
            return;
        }
        self.at = before;
        self.take("bổ sung ");
        let Some((places, end)) = place::read(self.text, self.at) else {
            self.expiry();
            return;
        };
        self.at = end;
        let mut order = Order { places, ..Order::new(Verb::Replace) };
        let instrument_from = self.at;
        self.take_any(&["của "]);
        if let Some(found) = mention::read(self.text, self.at) {
            self.at = found.span.end;
            order.instrument = Some(found);
        } else {
            self.at = instrument_from;
        }
        if !self.take_any(&["được ", "bị ", "đã được "]) {
            return;
        }
        if let Some((verb, length)) = verb(self.rest()) {
            self.at += length;
            order.verb = verb;
            let history = self.take_any(&[" bởi ", " theo ", " tại "]);
            if !history {
                self.orders.push(order);
            }
        }
    }

    /// `Thông tư số … hết hiệu lực kể từ ngày …`: the whole instrument ends.
    fn expiry(&mut self) {
        let mut order = Order::new(Verb::Repeal);
        self.instrument(&mut order);
        let ends = self.rest().trim_start();
        if order.instrument.as_ref().is_some_and(|m| !m.this)
            && (ends.starts_with("hết hiệu lực") || ends.contains(" hết hiệu lực"))
        {
            self.orders.push(order);
        }
    }
}
