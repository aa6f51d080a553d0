//! A sentence of an amending instrument taken apart: what is done (sửa đổi, bổ sung, bãi bỏ, thay thế …), to which places, of which instrument. The wording
//! is the one of Nghị định 78/2025/NĐ-CP Điều 63–70 and what was counted in real instruments.

mod phrases;
mod words;

use crate::law::name::mention::{self, Mention};
use crate::law::name::place::{self, Place};
use words::{FILLERS, begins, closing_parenthesis, verb};

/// What a sentence orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    /// Sửa đổi, bổ sung: new text for what is there.
    Replace,
    /// Bổ sung.
    Insert,
    /// Bãi bỏ, bỏ.
    Repeal,
    /// Thay thế.
    Substitute,
    /// Ngưng hiệu lực.
    Suspend,
    /// Đính chính.
    Correct,
}

/// Where new text goes in relation to the anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// vào sau.
    After,
    /// vào trước.
    Before,
    /// vào cuối.
    End,
    /// vào: within, at its place by label.
    Into,
}

/// What an insertion is measured from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Anchor {
    pub side: Side,
    pub places: Vec<Place>,
    pub phrase: Option<String>,
}

/// One order of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Order {
    pub verb: Verb,
    pub places: Vec<Place>,
    pub instrument: Option<Mention>,
    pub anchor: Option<Anchor>,
    /// The phrases that are replaced, deleted or inserted; empty if the order is about places.
    pub phrases: Vec<String>,
    /// Whether the order is about phrases ("cụm từ"), even if none is quoted.
    pub about_phrases: bool,
    /// What takes the place of the phrases.
    pub by: Option<String>,
    /// What takes the place of the places: an annex of another instrument.
    pub by_places: Vec<Place>,
    /// Whether the order only announces ("một số điều của …"): the orders below it say what.
    pub announces: bool,
    /// Whether the heading of the context is meant: "tên điều".
    pub context_heading: bool,
}

impl Order {
    fn new(verb: Verb) -> Self {
        Self {
            verb,
            places: Vec::new(),
            instrument: None,
            anchor: None,
            phrases: Vec::new(),
            about_phrases: false,
            by: None,
            by_places: Vec::new(),
            announces: false,
            context_heading: false,
        }
    }
}

/// The orders of a sentence, in turn; none if it gives no order. Lines should be joined and blanks collapsed.
pub(super) fn read(sentence: &str) -> Vec<Order> {
    let mut reader = Reader { text: sentence, at: 0, orders: Vec::new() };
    reader.sentence();
    reader.orders
}

/// The order of a line that only lists places or instruments under an order above it: "a) Khoản 2 Điều 5;".
pub(super) fn listed(above: &Order, line: &str) -> Option<Order> {
    let mut reader = Reader { text: line, at: 0, orders: Vec::new() };
    reader.take_any(&["tại "]);
    let mut order = Order { announces: false, instrument: None, places: Vec::new(), ..above.clone() };
    if let Some((places, end)) = place::read(line, reader.at) {
        order.places = places;
        reader.at = end;
    }
    reader.instrument(&mut order);
    let whole = order.places.is_empty() && order.verb == Verb::Repeal && !order.about_phrases;
    if order.places.is_empty() && !(whole && order.instrument.is_some()) {
        return None;
    }
    order.instrument = order.instrument.or_else(|| above.instrument.clone());
    Some(order)
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    orders: Vec<Order>,
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    /// Takes a word if it stands here, with a capital or not.
    fn take(&mut self, word: &str) -> bool {
        self.blanks();
        let found = begins(self.rest(), word);
        if found {
            self.at += word.len();
        }
        found
    }

    fn take_any(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.take(word))
    }

    fn sentence(&mut self) {
        self.blanks();
        if self.take("trong ") || self.take("tại ") {
            // "Trong Luật X, cụm từ “A” được thay bằng cụm từ “B”": the whole instrument or the named place.
            self.phrases_of_a_place();
            return;
        }
        if verb(self.rest()).is_none() {
            self.passive();
            return;
        }
        while let Some((verb, length)) = verb(self.rest()) {
            self.at += length;
            // "Bổ sung, thay thế, bãi bỏ một số …": only the last verb has an object.
            let before = self.at;
            if self.joint() && self::verb(self.rest()).is_some() {
                continue;
            }
            self.at = before;
            self.object(verb);
            if !self.joint() {
                break;
            }
        }
    }

    /// `, và ;` between two orders.
    fn joint(&mut self) -> bool {
        self.blanks();
        let sign = self.rest().starts_with([',', ';']);
        self.at += usize::from(sign);
        let word = self.take("và ") || self.take("đồng thời ");
        self.blanks();
        sign || word
    }

    fn object(&mut self, verb: Verb) {
        self.blanks();
        if self.phrase_list(verb) {
            return;
        }
        self.place_list(verb);
    }

    /// Places with their instruments, until another order begins.
    fn place_list(&mut self, verb: Verb) {
        let mut first = true;
        loop {
            let mut order = Order::new(verb);
            if first {
                order.context_heading = self.heading_of_context();
                if !order.context_heading {
                    order.announces = self.fillers(&mut order);
                }
            }
            if let Some((places, end)) = place::read(self.text, self.at) {
                order.places = places;
                self.at = end;
            }
            self.instrument(&mut order);
            // "Thay thế cụm từ tại tên mục và các điều sau đây": the orders below name the phrases.
            order.announces |= order.about_phrases && order.places.is_empty();
            let at_the_end = verb == Verb::Insert && begins(self.rest().trim_start(), "vào cuối ");
            if order.places.is_empty()
                && order.instrument.is_none()
                && !order.announces
                && !order.context_heading
                && !at_the_end
            {
                return;
            }
            if verb == Verb::Insert || verb == Verb::Replace {
                order.anchor = self.anchor();
                if order.instrument.is_none() {
                    self.instrument(&mut order);
                }
            }
            if verb == Verb::Substitute && self.take("bằng ") {
                if let Some((places, end)) = place::read(self.text, self.at) {
                    order.by_places = places;
                    self.at = end;
                }
                let mut by = Order::new(verb);
                self.instrument(&mut by);
            }
            // "một số điều của Luật X" announces; "khoản 2 Điều 5" does not.
            order.announces &=
                order.places.is_empty() || self.text.get(..self.at).is_some_and(|t| t.contains("một số"));
            self.orders.push(order);
            first = false;
            let before = self.at;
            if !(self.joint() && self::verb(self.rest()).is_none() && place::read(self.text, self.at).is_some()) {
                self.at = before;
                return;
            }
        }
    }

    /// Skips words that name no place; whether any of them announces a list to come.
    fn fillers(&mut self, order: &mut Order) -> bool {
        let mut announces = false;
        loop {
            self.blanks();
            if place::read(self.text, self.at).is_some() || mention::read(self.text, self.at).is_some() {
                return announces;
            }
            let Some(word) = FILLERS.iter().find(|word| begins(self.rest(), word)) else { return announces };
            announces |= word.starts_with("một số");
            order.about_phrases |= word.contains("cụm từ") || word.contains("từ ngữ");
            self.at += word.len();
        }
    }

    /// `tên điều như sau`: the heading of what the orders above name.
    fn heading_of_context(&mut self) -> bool {
        for word in ["tên điều", "tên Điều", "tên chương", "tên Chương", "tên mục", "tên Mục", "tiêu đề"]
        {
            if let Some(after) = self.rest().strip_prefix(word)
                && (after.trim().is_empty() || after.trim_start().starts_with("như sau") || after.starts_with(':'))
            {
                self.at += word.len();
                return true;
            }
        }
        false
    }

    /// The instrument behind a list of places, with its issuing body, its title and its history, which are passed over.
    fn instrument(&mut self, order: &mut Order) {
        self.history();
        self.take_any(&["ban hành kèm theo ", "kèm theo ", "quy định tại ", "nêu tại ", "trong "]);
        if let Some(found) = mention::read(self.text, self.at) {
            self.at = found.span.end;
            order.instrument = Some(found);
            self.title();
        }
        self.history();
    }

    /// The issuing body and title behind the date of an instrument: up to where the sentence goes on.
    fn title(&mut self) {
        let rest = self.rest();
        let starts = [
            "của ",
            "quy định ",
            "về ",
            "hướng dẫn ",
            "ban hành ",
            "sửa đổi",
            "bổ sung ",
            "bãi bỏ",
            "thay thế",
            "ngưng ",
            "phê duyệt ",
        ];
        if !starts.iter().any(|s| rest.trim_start().starts_with(s)) || begins(rest.trim_start(), "bổ sung khoản") {
            return;
        }
        let mut end = rest.len();
        for stop in [
            " như sau",
            " được sửa đổi",
            " đã được",
            " (",
            ";",
            " tại ",
            ": ",
            " bằng cụm từ",
            " bằng từ",
            " bằng “",
            " thành “",
            " thành cụm từ",
        ] {
            end = rest.find(stop).map_or(end, |at| end.min(at));
        }
        // The sentence goes on where a joint leads to places or to another order with places.
        for joint in [" và ", ", "] {
            let mut from = 0;
            while let Some(at) = rest.get(from..end).and_then(|r| r.find(joint)).map(|at| at + from) {
                let next = self.at + at + joint.len();
                let tail = self.text.get(next..).unwrap_or_default();
                let object = verb(tail).map_or(next, |(_, length)| next + length);
                if place::read(self.text, object).is_some() {
                    end = at;
                    break;
                }
                from = at + joint.len();
            }
        }
        if rest.get(..end).is_some_and(|title| title.trim_end().ends_with(['.', ':'])) {
            end = rest.get(..end).unwrap_or_default().trim_end_matches(['.', ':', ' ']).len();
        }
        self.at += end;
    }

    /// `(đã được sửa đổi …)` and `đã được sửa đổi, bổ sung bởi điểm c khoản 6 Điều 1 Thông tư số …`: history, not targets.
    fn history(&mut self) {
        loop {
            self.blanks();
            if self.rest().starts_with('(') {
                let Some(close) = closing_parenthesis(self.rest()) else { return };
                self.at += close;
                continue;
            }
            let Some(start) = [
                "đã được sửa đổi",
                "được sửa đổi",
                "đã được bổ sung",
                "được bổ sung",
                "đã sửa đổi",
                "đã được thay thế",
            ]
            .iter()
            .find(|s| self.rest().starts_with(**s)) else {
                return;
            };
            let tail = self.rest();
            let by =
                [" bởi ", " theo ", " tại ", " bằng "].iter().filter_map(|w| tail.find(w).map(|at| at + w.len())).min();
            let limit = [" như sau", ";", ":"].iter().filter_map(|w| tail.find(w)).min().unwrap_or(tail.len());
            let Some(by) = by.filter(|by| *by <= limit && *by < start.len() + 60) else { return };
            self.at += by;
            self.history_sources();
        }
    }

    /// The places and instruments that a history names, joined by commas and "và".
    fn history_sources(&mut self) {
        loop {
            if let Some((_, end)) = place::read(self.text, self.at) {
                self.at = end;
            }
            let Some(found) = mention::read(self.text, self.at) else { return };
            self.at = found.span.end;
            self.title();
            let before = self.at;
            let joined = self.joint();
            let object = place::read(self.text, self.at).map_or(self.at, |(_, end)| end);
            // Places of the same kind of clause go on only if they too name an amending instrument.
            if !joined
                || verb(self.rest()).is_some()
                || mention::read(self.text, object).is_none()
                || place::read(self.text, self.at).is_some()
            {
                self.at = before;
                return;
            }
        }
    }

    fn anchor(&mut self) -> Option<Anchor> {
        let before = self.at;
        let side = self.side()?;
        match place::read(self.text, self.at) {
            Some((places, end)) => {
                self.at = end;
                Some(Anchor { side, places, phrase: None })
            }
            None if side == Side::End => Some(Anchor { side, places: Vec::new(), phrase: None }),
            None => {
                self.at = before;
                None
            }
        }
    }

    fn side(&mut self) -> Option<Side> {
        for (words, side) in [
            (&["vào phía sau ", "vào sau ", "vào ngay sau ", "tiếp sau ", "sau "][..], Side::After),
            (&["vào phía trước ", "vào trước ", "trước "], Side::Before),
            (&["vào cuối "], Side::End),
            (&["vào ", "tại "], Side::Into),
        ] {
            if self.take_any(words) {
                return Some(side);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests;
