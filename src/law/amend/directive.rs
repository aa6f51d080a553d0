//! A sentence of an amending instrument taken apart: what is done (sửa đổi, bổ sung, bãi bỏ, thay thế …), to which places, of which instrument. The wording
//! is the one of Nghị định 78/2025/NĐ-CP Điều 63–70 and what was counted in real instruments.

use crate::law::mention::{self, Mention};
use crate::law::place::{self, Place};

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

/// The verbs, longer ones first.
const VERBS: &[(&str, Verb)] = &[
    ("sửa đổi, bổ sung", Verb::Replace),
    ("sửa đổi và bổ sung", Verb::Replace),
    ("sửa đổi bổ sung", Verb::Replace),
    ("sửa đổi", Verb::Replace),
    ("bổ sung", Verb::Insert),
    ("bãi bỏ", Verb::Repeal),
    ("huỷ bỏ", Verb::Repeal),
    ("hủy bỏ", Verb::Repeal),
    ("lược bỏ", Verb::Repeal),
    ("bỏ", Verb::Repeal),
    ("thay thế", Verb::Substitute),
    ("thay", Verb::Substitute),
    ("tạm ngưng hiệu lực thi hành", Verb::Suspend),
    ("ngưng hiệu lực thi hành", Verb::Suspend),
    ("tạm ngưng hiệu lực", Verb::Suspend),
    ("ngưng hiệu lực", Verb::Suspend),
    ("đính chính", Verb::Correct),
];

/// Words between a verb and its places that name none.
const FILLERS: &[&str] = &[
    "một số ",
    "toàn bộ ",
    "nội dung ",
    "quy định ",
    "các ",
    "những ",
    "của ",
    "tại ",
    "trong ",
    "ở ",
    "thuộc ",
    "khoản ",
    "khoản, ",
    "điểm ",
    "điểm, ",
    "điều ",
    "điều, ",
    "Điều, ",
    "mục, ",
    "mục ",
    "chương ",
    "đoạn ",
    "tên điều ",
    "tên điều, ",
    "tên mục ",
    "tên mục, ",
    "tên chương ",
    "tên chương, ",
    "tên ",
    "và ",
    "hoặc ",
    "biểu mẫu ",
    "mẫu, ",
    "mẫu ",
    "phụ lục ",
    "phụ lục, ",
    "phần ",
    "cụm từ, ",
    "cụm từ ",
    "từ ngữ ",
    "ghi chú ",
    "ban hành kèm theo ",
    "kèm theo ",
    "quy định, ",
];

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

    /// `cụm từ “A”` with what follows. Whether the object is a list of phrases.
    fn phrase_list(&mut self, verb: Verb) -> bool {
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
    fn phrases_of_a_place(&mut self) {
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
    fn passive(&mut self) {
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

/// Whether a text begins with a word, its first letter in either case.
fn begins(text: &str, word: &str) -> bool {
    let mut have = text.chars();
    word.chars().enumerate().all(|(n, want)| {
        have.next().is_some_and(|c| c == want || (n == 0 && c.to_lowercase().eq(std::iter::once(want))))
    })
}

/// The verb with which a text begins, and its length.
fn verb(text: &str) -> Option<(Verb, usize)> {
    let (word, verb) = VERBS.iter().find(|(word, _)| {
        begins(text, word) && !text.get(word.len()..).unwrap_or_default().starts_with(char::is_alphabetic)
    })?;
    Some((*verb, word.len()))
}

/// A phrase between quotation marks at the start of a text, and its length with the marks. Marks nest.
fn quoted(text: &str) -> Option<(&str, usize)> {
    let (open, inner) = match text.strip_prefix('“') {
        Some(inner) => ('“', inner),
        None => ('"', text.strip_prefix(['"', '”'])?),
    };
    if open == '"' {
        let end = inner.find(['"', '”'])?;
        let close = inner.get(end..)?.chars().next()?.len_utf8();
        return Some((inner.get(..end)?.trim(), text.len() - inner.len() + end + close));
    }
    let mut depth = 1;
    for (at, c) in inner.char_indices() {
        match c {
            '“' => depth += 1,
            '”' | '"' => depth -= 1,
            _ => continue,
        }
        if depth == 0 {
            return Some((inner.get(..at)?.trim(), open.len_utf8() + at + c.len_utf8()));
        }
    }
    None
}

/// Where the parenthesis that opens at the start of a text ends.
fn closing_parenthesis(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(sentence: &str) -> Vec<String> {
        read(sentence)
            .iter()
            .map(|o| {
                let mut out = format!("{:?}", o.verb);
                for place in &o.places {
                    out.push_str(if place.heading { " tên " } else { " " });
                    out.push_str(&place.address.to_string());
                    out.push(';');
                }
                if let Some(anchor) = &o.anchor {
                    out.push_str(&format!(" {:?}", anchor.side));
                    anchor.places.iter().for_each(|p| out.push_str(&format!(" {}", p.address)));
                    out.push_str(&anchor.phrase.as_ref().map(|p| format!(" “{p}”")).unwrap_or_default());
                }
                o.phrases.iter().for_each(|p| out.push_str(&format!(" “{p}”")));
                out.push_str(&o.by.as_ref().map(|p| format!(" → “{p}”")).unwrap_or_default());
                o.by_places.iter().for_each(|p| out.push_str(&format!(" → {}", p.address)));
                if let Some(m) = &o.instrument {
                    out.push_str(&format!(" @{}", m.number.clone().or(m.name.clone()).unwrap_or_default()));
                }
                if o.announces {
                    out.push_str(" …");
                }
                if o.context_heading {
                    out.push_str(" tên");
                }
                out
            })
            .collect()
    }

    #[test]
    fn places_with_verbs() {
        for (sentence, orders) in [
            ("Sửa đổi, bổ sung khoản 2 Điều 5 như sau:", vec!["Replace khoản 2 Điều 5;"]),
            (
                "Sửa đổi, bổ sung điểm c khoản 6 và bổ sung khoản 12 Điều 2 như sau:",
                vec!["Replace điểm c khoản 6;", "Insert khoản 12 Điều 2;"],
            ),
            ("Bổ sung Điều 3a vào sau Điều 3 như sau:", vec!["Insert Điều 3a; After Điều 3"]),
            ("Bổ sung khoản 5 vào Điều 26 như sau:", vec!["Insert khoản 5; Into Điều 26"]),
            (
                "Sửa đổi, bổ sung khoản 4, bổ sung khoản 5 và khoản 6 vào sau khoản 4 như sau:",
                vec!["Replace khoản 4;", "Insert khoản 5; khoản 6; After khoản 4"],
            ),
            ("Sửa đổi, bổ sung một số điều của Luật Dược", vec!["Replace @Dược …"]),
            ("Sửa đổi, bổ sung một số điểm, khoản của Điều 22 như sau:", vec!["Replace Điều 22; …"]),
            ("Sửa đổi, bổ sung tên điều và một số khoản của Điều 9 như sau:", vec!["Replace Điều 9; …"]),
            ("Sửa đổi, bổ sung tên điều như sau:", vec!["Replace tên"]),
            ("Sửa đổi tên Điều 5 như sau:", vec!["Replace tên Điều 5;"]),
            (
                "Bãi bỏ khoản 1 và sửa đổi, bổ sung khoản 3 Điều 88 như sau:",
                vec!["Repeal khoản 1;", "Replace khoản 3 Điều 88;"],
            ),
            ("Bãi bỏ các điều 10, 11 và khoản 1 Điều 52.", vec!["Repeal Điều 10; Điều 11; khoản 1 Điều 52;"]),
            (
                "Bãi bỏ toàn bộ Thông tư số 01/2020/TT-BTP ngày 02 tháng 3 năm 2020 của Bộ trưởng Bộ Tư pháp.",
                vec!["Repeal @01/2020/TT-BTP"],
            ),
            ("Điều 3 được sửa đổi, bổ sung như sau:", vec!["Replace Điều 3;"]),
            ("Bổ sung Mục 3 Chương II như sau:", vec!["Insert Mục 3 Chương II;"]),
            (
                "Bãi bỏ Điều 29, Điều 32 Thông tư số 39/2016/TT-NHNN và Điều 32g Thông tư số 39/2016/TT-NHNN đã được sửa đổi, bổ sung bởi khoản 11 Điều 1 Thông tư số 06/2023/TT-NHNN.",
                vec!["Repeal Điều 29; Điều 32; @39/2016/TT-NHNN", "Repeal Điều 32g; @39/2016/TT-NHNN"],
            ),
            (
                "Sửa đổi, bổ sung Điều 24 Thông tư số 39/2016/TT-NHNN đã được sửa đổi, bổ sung bởi khoản 8 Điều 1 Thông tư số 06/2023/TT-NHNN như sau:",
                vec!["Replace Điều 24; @39/2016/TT-NHNN"],
            ),
            (
                "Ngưng hiệu lực thi hành khoản 8, khoản 9 Điều 8 của Thông tư số 39/2016/TT-NHNN ngày 30 tháng 12 năm 2016 của Thống đốc quy định về hoạt động (đã được bổ sung theo khoản 2 Điều 1 Thông tư số 06/2023/TT-NHNN) từ ngày 01 tháng 9 năm 2023",
                vec!["Suspend khoản 8 Điều 8; khoản 9 Điều 8; @39/2016/TT-NHNN"],
            ),
            (
                "Thay thế Phụ lục II kèm theo Nghị định số 1/2024/NĐ-CP bằng Phụ lục I kèm theo Nghị định này.",
                vec!["Substitute Phụ lục II; → Phụ lục I @1/2024/NĐ-CP"],
            ),
            ("Bổ sung, thay thế, bãi bỏ một số cụm từ, điểm, khoản, điều", vec!["Repeal …"]),
        ] {
            assert_eq!(told(sentence), orders, "{sentence}");
        }
    }

    #[test]
    fn phrases_with_verbs() {
        for (sentence, orders) in [
            (
                "Thay thế cụm từ “A” bằng cụm từ “B” tại khoản 4 Điều 5 và Điều 64;",
                vec!["Substitute khoản 4 Điều 5; Điều 64; “A” → “B”"],
            ),
            (
                "Thay thế từ “A” bằng “B” tại Điều 2; thay thế cụm từ “C” bằng cụm từ “D” tại khoản 1 Điều 6.",
                vec!["Substitute Điều 2; “A” → “B”", "Substitute khoản 1 Điều 6; “C” → “D”"],
            ),
            ("Thay thế cụm từ “A” và từ “B” bằng cụm từ “C” tại Điều 42;", vec!["Substitute Điều 42; “A” “B” → “C”"]),
            ("Thay thế cụm từ “A” tại khoản 1 thành “B”", vec!["Substitute khoản 1; “A” → “B”"]),
            ("Bỏ cụm từ “, X” tại điểm b khoản 4 Điều 5.", vec!["Repeal điểm b khoản 4 Điều 5; “, X”"]),
            (
                "Bỏ cụm từ “X” quy định tại điểm d khoản 3 Điều 78 của Luật luật sư số 65/2006/QH11.",
                vec!["Repeal điểm d khoản 3 Điều 78; “X” @65/2006/QH11"],
            ),
            ("Bổ sung cụm từ “X” vào sau cụm từ “Y” tại khoản 1 Điều 3.", vec!["Insert khoản 1 Điều 3; After “Y” “X”"]),
            (
                "Trong Luật luật sư số 65/2006/QH11, cụm từ “A” được thay bằng cụm từ “B”; cụm từ “C” được thay bằng cụm từ “D”.",
                vec!["Substitute “A” → “B” @65/2006/QH11", "Substitute “C” → “D” @65/2006/QH11"],
            ),
            ("Thay thế một số cụm từ tại các điều, khoản, điểm như sau:", vec!["Substitute …"]),
        ] {
            assert_eq!(told(sentence), orders, "{sentence}");
        }
    }

    #[test]
    fn other_sentences_give_no_order() {
        for sentence in [
            "Thông tư này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2024.",
            "Bổ sung kinh phí cho các địa phương.",
            "Các khoản thu khác.",
        ] {
            assert_eq!(told(sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
