//! Orders about phrases: `Thay thế cụm từ “A” bằng cụm từ “B” tại …`, and orders in the passive.

use super::words::{begins, quoted, verb};
use super::{Anchor, Order, Reader, Side, Verb};
use crate::law::name::{mention, place};

/// What a list of places may name that is none: it stays for a person, the others of the list are read.
const STRANGE: &[&str] = &[
    "tên Thông tư",
    "tên Nghị định",
    "tên Quyết định",
    "tên Luật",
    "tên Nghị quyết",
    "tên văn bản",
    "tên gọi của Thông tư",
    "tên gọi của Nghị định",
    "tiêu đề Thông tư",
    "phần căn cứ",
    "căn cứ ",
    "phần mở đầu",
    "nơi nhận",
    "phần nơi nhận",
    "Danh mục",
    "danh mục",
    "các Phụ lục",
    "các phụ lục",
    "các mẫu",
    "các biểu mẫu",
    "Quy chế",
    "Quy định ban hành",
    "Quy trình ban hành",
    "trích yếu",
    "toàn bộ các mẫu",
    "toàn bộ mẫu",
    "toàn bộ các biểu mẫu",
    "toàn bộ biểu mẫu",
    "toàn bộ các phụ lục",
    "toàn bộ các Phụ lục",
    "toàn bộ phụ lục",
    "toàn bộ Phụ lục",
];

/// Words that say that as many phrases take the place of as many, each of its own.
const PAIRED: &[&str] = &["lần lượt ", "tương ứng "];

/// Words for the heading of the Điều whose place follows: "tên Điều và khoản 5 Điều 40".
const HEADED: &[&str] = &["tên điều, ", "tên Điều, ", "tên điều và ", "tên Điều và "];

impl Reader<'_> {
    /// `cụm từ “A”` with what follows. Whether the object is a list of phrases.
    pub(super) fn phrase_list(&mut self, verb: Verb) -> bool {
        let before = self.at;
        let phrases = self.phrases(matches!(verb, Verb::Substitute | Verb::Replace | Verb::Correct));
        if phrases.is_empty() {
            self.at = before;
            return false;
        }
        let mut order = Order { phrases, about_phrases: true, ..Order::new(verb) };
        if verb == Verb::Insert {
            self.phrase_anchor(&mut order);
        }
        self.within(&mut order);
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
        let first = self.orders.len();
        let each = std::mem::take(&mut order.each);
        match each.is_empty() {
            true => self.orders.push(order),
            false => {
                let pairs = std::mem::take(&mut order.phrases).into_iter().zip(each);
                let pair = |(old, new)| Order { phrases: vec![old], by: Some(new), ..order.clone() };
                self.orders.extend(pairs.map(pair));
            }
        }
        // "…; cụm từ “C” bằng cụm từ “D” tại …": the same verb goes on.
        let (before, own) = (self.at, self.orders.len() - 1);
        if !(self.joint() && self::verb(self.rest()).is_none() && self.phrase_list(verb)) {
            self.at = before;
            return true;
        }
        // "cụm từ “A” thành “B” và cụm từ “C” thành “D” tại Điều 5": what is joined by "và" or a comma stands at the same places.
        let joined = self.text.get(before..).map(str::trim_start);
        let joined = joined.is_some_and(|rest| rest.starts_with("và ") || rest.starts_with(','));
        let Some(behind) = self.orders.get(own + 1).filter(|_| joined).cloned() else { return true };
        for order in self.orders.iter_mut().skip(first).take(own + 1 - first) {
            let bare = order.places.is_empty() && order.unread.is_empty() && order.instrument.is_none();
            if bare && order.by.is_some() {
                order.places.clone_from(&behind.places);
                order.unread.clone_from(&behind.unread);
                order.instrument.clone_from(&behind.instrument);
            }
        }
        true
    }

    /// Quoted phrases behind "cụm từ", joined by commas and "và". A `bare` one has no word before it, and what takes its place behind it.
    fn phrases(&mut self, bare: bool) -> Vec<String> {
        let mut found = Vec::new();
        loop {
            let before = self.at;
            let worded = self.phrase_word();
            self.take_any(&[": "]);
            self.blanks();
            match quoted(self.rest()) {
                Some((phrase, length)) if worded || !found.is_empty() || (bare && self.becomes(length)) => {
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

    /// Whether a phrase with its word stands here.
    fn is_phrase(&self) -> bool {
        !Reader { text: self.text, at: self.at, orders: Vec::new() }.phrases(false).is_empty()
    }

    /// Whether a quotation of this length is followed by another that takes its place.
    fn becomes(&self, length: usize) -> bool {
        let from = self.at + length;
        let mut behind = Reader { text: self.text, at: from, orders: Vec::new() };
        behind.by(&mut Order::new(Verb::Substitute));
        behind.at > from
    }

    fn phrase_word(&mut self) -> bool {
        self.take_any(&["các ", "một số ", "những "]);
        self.take_any(&[
            "cụm từ: ",
            "cụm từ sau: ",
            "cụm từ sau đây: ",
            "cụm từ ",
            "từ ngữ ",
            "từ ",
            "cụm ",
            "chữ ",
            "số ",
            "dấu ",
            "nội dung ",
            "câu ",
            "đoạn ",
            "quy định ",
            "cụm số ",
            "ký hiệu ",
        ])
    }

    /// `trong cụm từ “…”`: the phrase is meant only there.
    fn within(&mut self, order: &mut Order) {
        let before = self.at;
        let worded = self.take_any(&["trong ", "tại ", "thuộc "]) && self.phrase_word();
        self.blanks();
        match quoted(self.rest()) {
            Some((phrase, length)) if worded => {
                order.within = Some(phrase.to_owned());
                self.at += length;
            }
            _ => self.at = before,
        }
    }

    fn by(&mut self, order: &mut Order) {
        let before = self.at;
        self.take_any(&["được "]);
        let mut each = self.take_any(PAIRED);
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
        each |= self.take_any(PAIRED);
        self.phrase_word();
        each |= self.take_any(PAIRED);
        self.blanks();
        match quoted(self.rest()) {
            Some((phrase, length)) => {
                order.by = Some(phrase.to_owned());
                self.at += length;
                self.by_each(order, each);
            }
            None => self.at = before,
        }
    }

    /// “A”, “B” lần lượt bằng “C”, “D”: as many phrases as are replaced, where it is said that they go in turn.
    fn by_each(&mut self, order: &mut Order, mut said: bool) {
        let begin = self.at;
        let mut all: Vec<String> = order.by.iter().cloned().collect();
        while all.len() < order.phrases.len() && self.joint() {
            self.phrase_word();
            self.blanks();
            match quoted(self.rest()) {
                Some((phrase, length)) if !self.becomes(length) => {
                    all.push(phrase.to_owned());
                    self.at += length;
                }
                _ => break,
            }
        }
        if all.len() > 1 && all.len() == order.phrases.len() {
            said |= self.take_any(PAIRED) || self.take_any(&["tương ứng"]);
            if said {
                order.each = all;
                return;
            }
        }
        self.at = begin;
        // Said of other numbers than there are, it is not known what takes the place of which.
        if said && order.phrases.len() > 1 {
            order.by = None;
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
        loop {
            let before = self.at;
            // "tại tên điều, khoản 3 Điều 6": the heading of the Điều that is named next.
            let heading = self.take_any(HEADED);
            match place::read(self.text, self.at) {
                Some((places, end)) => {
                    if let Some(first) = places.first().filter(|p| heading && p.address.article().is_some()) {
                        let address = first.address.article().unwrap_or_default();
                        order.places.push(place::Place { address, heading: true, until: None, ..first.clone() });
                    }
                    order.places.extend(places);
                    self.at = end;
                }
                None => match self.strange() {
                    Some(item) => order.unread.push(item),
                    None => break,
                },
            }
            let behind = self.at;
            let goes_on = self.joint() && verb(self.rest()).is_none();
            let headed = HEADED.iter().any(|word| begins(self.rest(), word));
            if !goes_on || !(headed || place::read(self.text, self.at).is_some() || self.is_strange()) {
                self.at = behind;
                break;
            }
            if self.at == before {
                break;
            }
        }
        self.instrument(order);
        if order.places.is_empty() && order.unread.is_empty() && order.instrument.is_none() {
            self.at = before;
        }
    }

    /// What a list of repeals names beside its places and that is none: "Điều 1, Điều 4 và toàn bộ các mẫu tại Phụ lục ban hành kèm theo". It stays for a
    /// person, the places are read.
    pub(super) fn strange_items(&mut self, order: &mut Order) {
        while order.verb == Verb::Repeal {
            let before = self.at;
            if !(self.joint() && self.is_strange() && verb(self.rest()).is_none()) {
                self.at = before;
                return;
            }
            order.unread.extend(self.strange());
            let behind = self.at;
            match self.joint().then(|| place::read(self.text, self.at)).flatten() {
                Some((places, end)) => {
                    order.places.extend(places);
                    self.at = end;
                }
                None => self.at = behind,
            }
        }
    }

    /// An item of a list of places that names none: the title, the grounds, an annex without number.
    fn strange(&mut self) -> Option<String> {
        let rest = self.rest();
        STRANGE.iter().find(|word| begins(rest, word))?;
        let ends = [",", ";", ".", " và ", " của Nghị", " của Thông", " của Quyết", " của Luật", " của Bộ luật"];
        let stop = ends.iter().filter_map(|stop| rest.find(stop)).min().unwrap_or(rest.len());
        self.at += stop;
        Some(rest.get(..stop)?.trim().to_owned())
    }

    fn is_strange(&self) -> bool {
        STRANGE.iter().any(|word| begins(self.rest(), word))
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
            self.blanks();
            if verb(self.rest()).is_some() {
                self.active_at(&head);
                return;
            }
            self.passive_phrase(&head);
        }
    }

    /// `Tại khoản 2 Điều 4 Thông tư số …, thay thế cụm từ “A” bằng cụm từ “B”`: the orders that name no place are about the one before the comma.
    fn active_at(&mut self, head: &Order) {
        let own = self.orders.len();
        self.verbs();
        for order in self.orders.iter_mut().skip(own) {
            if order.places.is_empty() && order.unread.is_empty() && order.instrument.is_none() {
                order.places.clone_from(&head.places);
            }
            order.instrument = order.instrument.take().or_else(|| head.instrument.clone());
        }
    }

    fn passive_phrase(&mut self, head: &Order) {
        let phrases = self.phrases(false);
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
        let phrases = self.phrases(false);
        if !phrases.is_empty() {
            let mut order = Order { phrases, about_phrases: true, ..Order::new(Verb::Substitute) };
            self.phrase_places(&mut order);
            self.by(&mut order);
            if order.places.is_empty() {
                self.phrase_places(&mut order);
            }
            if order.by.is_some() {
                self.orders.push(order);
                // "…; cụm từ “C” tại Điều 5 được thay bằng …".
                let before = self.at;
                let own = self.orders.len();
                if self.joint() && verb(self.rest()).is_none() && self.is_phrase() {
                    self.passive();
                }
                if self.orders.len() == own {
                    self.at = before;
                }
            }
            return;
        }
        self.at = before;
        self.take("bổ sung ");
        let Some((places, end)) = place::read(self.text, self.at) else { return };
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
                let own = self.orders.len();
                self.orders.push(order);
                self.take_day(own);
            }
        }
    }
}
