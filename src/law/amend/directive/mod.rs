//! A sentence of an amending instrument taken apart: what is done (sửa đổi, bổ sung, bãi bỏ, thay thế …), to which places, of which instrument. The wording
//! is the one of Nghị định 78/2025/NĐ-CP Điều 63–70 and what was counted in real instruments.

mod anchor;
mod heading;
mod history;
mod lead;
mod phrases;
mod title;
mod whole;
mod words;

use crate::law::name::mention::{self, Mention};
use crate::law::name::place::{self, Place};
use crate::model::{Address, Level};
use jiff::civil::Date;
pub(super) use words::spoken_case;
use words::{FILLERS, announces_a_list, announces_instruments, begins, verb};

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
    /// The longer phrase within which alone they are meant: "bỏ cụm từ “A” trong cụm từ “B”".
    pub within: Option<String>,
    /// Whether the order is about phrases ("cụm từ"), even if none is quoted.
    pub about_phrases: bool,
    /// What takes the place of the phrases.
    pub by: Option<String>,
    /// What takes the place of each of them, where that is another for each.
    pub each: Vec<String>,
    /// What takes the place of the places: an annex of another instrument.
    pub by_places: Vec<Place>,
    /// Whether the order only announces ("một số điều của …"): the orders below it say what.
    pub announces: bool,
    /// Whether the heading of the context is meant: "tên điều".
    pub context_heading: bool,
    /// Whether further instruments are named beside the one of the order: orders below it then belong to none for certain.
    pub several: bool,
    /// Items of its list of places that name none, as they stand: "tên Thông tư".
    pub unread: Vec<String>,
    /// From when, where the order itself says it.
    pub from: Option<Date>,
    /// Whether that day stands behind the title of an instrument, to which it may as well belong.
    pub day_in_title: bool,
}

impl Order {
    fn new(verb: Verb) -> Self {
        Self {
            verb,
            places: Vec::new(),
            instrument: None,
            anchor: None,
            phrases: Vec::new(),
            within: None,
            about_phrases: false,
            by: None,
            each: Vec::new(),
            by_places: Vec::new(),
            announces: false,
            context_heading: false,
            several: false,
            unread: Vec::new(),
            from: None,
            day_in_title: false,
        }
    }
}

impl Order {
    /// Whether it names the very instrument that gives it as the one that it changes. An annex that comes with it may be new text.
    pub fn aims_at_its_own(&self) -> bool {
        let brings = matches!(self.verb, Verb::Insert | Verb::Replace | Verb::Substitute);
        let annexes = self.places.iter().all(|place| in_annex(&place.address));
        self.instrument.as_ref().is_some_and(|m| m.this) && !self.announces && !(brings && annexes)
    }

    /// Whether it ends a whole instrument.
    pub fn ends_a_whole(&self) -> bool {
        self.verb == Verb::Repeal && self.places.is_empty() && self.instrument.is_some() && !self.about_phrases
    }
}

/// What a sentence orders.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Directive {
    /// Its orders, in turn; none if it gives none.
    pub orders: Vec<Order>,
    /// Why the orders are not all that it says, where words are left over that name places, phrases or exceptions.
    pub open: Option<Open>,
}

/// What of a sentence was not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    /// More places, phrases or orders than were read.
    More,
    /// An exception: "trừ Điều 5".
    Exception,
    /// A limit: for whom, in which case, of what a part.
    Limit,
    /// A place that can be read in two ways: "Điều 4, khoản 2".
    Place,
    /// A day that may be the one of the order, or belong to a title.
    Day,
}

impl Directive {
    /// Days behind titles, against the day on which the instrument was issued: an order takes effect after it, a title tells of what was before.
    pub fn settle_days(&mut self, issued: Option<Date>) {
        for order in self.orders.iter_mut().filter(|order| order.day_in_title) {
            match issued {
                Some(issued) if order.from.is_some_and(|from| from < issued) => order.from = None,
                Some(_) => {}
                None => self.open = self.open.or(Some(Open::Day)),
            }
        }
    }
}

/// The orders of a sentence. Lines should be joined and blanks collapsed.
pub(super) fn read(sentence: &str) -> Directive {
    let text = spoken_case(sentence);
    let mut reader = Reader { text: &text, at: 0, orders: Vec::new() };
    reader.sentence();
    reader.take_lead_day();
    reader.directive()
}

/// The orders of a line that only lists places or instruments under an order above it: "a) Khoản 2 Điều 5;".
pub(super) fn listed(above: &Order, line: &str) -> Directive {
    let mut reader = Reader { text: line, at: 0, orders: Vec::new() };
    reader.take_any(&["tại "]);
    let mut order = Order { announces: false, instrument: None, places: Vec::new(), several: false, ..above.clone() };
    if let Some((places, end)) = place::read(line, reader.at) {
        order.places = places;
        reader.at = end;
        reader.strange_items(&mut order);
    } else if order.verb == Verb::Repeal && !order.about_phrases {
        reader.instruments(&order, above.from);
        return reader.directive();
    }
    if order.places.is_empty() {
        return Directive::default();
    }
    reader.instrument(&mut order);
    order.instrument = order.instrument.or_else(|| above.instrument.clone());
    reader.orders.push(order);
    reader.directive()
}

/// Whether a place is an annex or a form, or lies in one.
fn in_annex(address: &Address) -> bool {
    address.0.first().is_some_and(|step| step.level == Level::Annex)
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

    /// The orders, and whether what is left of the sentence says more.
    fn directive(self) -> Directive {
        let open = match self.orders.is_empty() {
            true => None,
            false => self.doubt().or_else(|| self.left_over()),
        };
        Directive { orders: self.orders, open }
    }

    /// What makes the orders other than they read: a limit, a place that can be read in two ways, an order of another kind behind the last place.
    fn doubt(&self) -> Option<Open> {
        let (read, rest) = (self.text.get(..self.at)?, self.rest().trim_start_matches([',', ' ']));
        if self.orders.iter().any(|order| order.places.iter().any(|place| place.doubtful)) {
            return Some(Open::Place);
        }
        // "Bãi bỏ Điều 5; khoản 2 Điều 4 được sửa đổi như sau": the list of places ran on into another order.
        if read.contains(';') && words::is_passive(rest) {
            return Some(Open::More);
        }
        // New text is limited by itself; an order without one is not.
        let acts = |order: &Order| {
            let ends = matches!(order.verb, Verb::Repeal | Verb::Suspend) && !order.places.is_empty();
            (ends && !order.announces) || order.about_phrases
        };
        let part = |order: &Order| acts(order) && !order.about_phrases && read.contains("một phần ");
        let limited = self.orders.iter().any(|order| part(order) || (acts(order) && words::limits(rest)));
        limited.then_some(Open::Limit)
    }

    fn sentence(&mut self) {
        self.blanks();
        if self.take("trong ") || self.take("tại ") || self.take("đối với ") {
            // "Trong Luật X, cụm từ “A” được thay bằng cụm từ “B”": the whole instrument or the named place.
            self.phrases_of_a_place();
            return;
        }
        if verb(self.rest()).is_none() {
            let begin = self.at;
            self.passive();
            if self.orders.is_empty() {
                self.at = begin;
                self.expiry();
            }
            if !self.orders.is_empty() || !self.late_verb() {
                return;
            }
        }
        self.verbs();
    }

    /// The orders that begin with a verb here, one behind the other.
    fn verbs(&mut self) {
        while let Some((verb, length)) = verb(self.rest()) {
            self.at += length;
            // "Bổ sung, thay thế, bãi bỏ một số …": only the last verb has an object.
            let before = self.at;
            if self.joint() && self::verb(self.rest()).is_some() {
                continue;
            }
            self.at = before;
            let own = self.orders.len();
            self.object(verb);
            self.take_day(own);
            let before = self.at;
            if !self.joint() || self::verb(self.rest()).is_none() {
                self.at = before;
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
        let lists = verb == Verb::Repeal && self.rest().trim() == ":";
        if lists || (matches!(verb, Verb::Repeal | Verb::Suspend) && announces_instruments(self.rest())) {
            let from = whole::date_behind(self.rest());
            self.orders.push(Order { announces: true, from, ..Order::new(verb) });
            self.at = self.text.len();
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
                if self.heading_and_places() {
                    self.orders.push(Order { context_heading: true, ..Order::new(verb) });
                } else if !order.context_heading {
                    order.announces = self.fillers(&mut order);
                }
            }
            if let Some((places, end)) = place::read(self.text, self.at) {
                order.places = places;
                self.at = end;
                self.strange_items(&mut order);
            }
            // "Bãi bỏ các điều, khoản của các văn bản sau đây từ ngày …:", "bãi bỏ các quy định sau:".
            let lists = matches!(verb, Verb::Repeal | Verb::Suspend) && order.places.is_empty() && first;
            if lists && (announces_instruments(self.rest()) || announces_a_list(self.rest())) {
                order.from = whole::date_behind(self.rest());
                self.orders.push(Order { announces: true, ..order });
                self.at = self.text.len();
                return;
            }
            if first && order.places.is_empty() && !order.announces && matches!(verb, Verb::Repeal | Verb::Substitute) {
                let before = (self.at, self.orders.len());
                if self.instruments(&Order::new(Verb::Repeal), None)
                    && !(verb == Verb::Substitute && self.rest().contains("bằng "))
                {
                    return;
                }
                self.at = before.0;
                self.orders.truncate(before.1);
            }
            self.instrument(&mut order);
            self.beside(&mut order);
            // "Thay thế cụm từ tại tên mục và các điều sau đây": the orders below name the phrases.
            order.announces |= order.about_phrases && order.places.is_empty();
            let at_the_end = verb == Verb::Insert
                && ["vào cuối ", "cuối "].iter().any(|word| begins(self.rest().trim_start(), word));
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
            // "Sửa Mẫu số 1 thành Mẫu số 28 ban hành kèm theo Thông tư này": a form takes the place of another.
            let annexes = |places: &[Place]| !places.is_empty() && places.iter().all(|p| in_annex(&p.address));
            let of_annexes = annexes(&order.places);
            if verb == Verb::Replace && of_annexes && order.anchor.is_none() {
                let before = self.at;
                let by = self.take_any(&["tương ứng bằng ", "bằng ", "thành "]);
                if by && place::read(self.text, self.at).is_some_and(|(places, _)| annexes(&places)) {
                    order.verb = Verb::Substitute;
                }
                self.at = before;
            }
            if order.verb == Verb::Substitute
                && self.take_any(&["tương ứng bằng ", "lần lượt bằng ", "bằng ", "thành "])
            {
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

    /// Passes over further instruments that an announcing order names beside its own: "một số điều của Thông tư số … và Thông tư số …".
    fn beside(&mut self, order: &mut Order) {
        if !order.places.is_empty() || order.instrument.is_none() {
            return;
        }
        // The rest of a heading belongs to the name of a Luật that has no number.
        if let Some(named) = order.instrument.as_mut().filter(|m| order.announces && m.number.is_none() && !m.this)
            && let Some(name) = &mut named.name
            && !self.rest().contains([',', ';', ':', '“'])
            && !self.rest().contains("như sau")
            && !self.rest().contains(" và ")
            && !self.rest().contains("được ")
        {
            let more = self.rest().trim_matches(['.', ' ']);
            name.push_str(if more.is_empty() { "" } else { " " });
            name.push_str(more);
            self.at = self.text.len();
        }
        loop {
            let before = self.at;
            if !(self.joint() && mention::read(self.text, self.at).is_some_and(|m| !m.this)) {
                self.at = before;
                return;
            }
            let mut other = Order::new(order.verb);
            self.instrument(&mut other);
            order.several = true;
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
            announces |= word.starts_with("một số") || word.starts_with("một phần");
            order.about_phrases |= word.contains("cụm từ") || word.contains("từ ngữ");
            self.at += word.len();
        }
    }

    /// The instrument behind a list of places, with its issuing body, its title and its history, which are passed over.
    fn instrument(&mut self, order: &mut Order) {
        self.in_parentheses();
        self.history();
        self.take_any(&["ban hành kèm theo ", "kèm theo ", "quy định tại ", "nêu tại ", "trong ", "ra khỏi "]);
        if let Some(found) = mention::read(self.text, self.at) {
            self.at = found.span.end;
            order.instrument = Some(found);
            self.at += usize::from(self.rest().starts_with(')'));
            self.title();
        }
        self.history();
    }

    /// `Điều 4 (Nghị định 9/2025/NĐ-CP)`: the parenthesis that holds nothing but the instrument opens.
    fn in_parentheses(&mut self) {
        self.blanks();
        let Some(inside) = self.rest().strip_prefix('(') else { return };
        let from = self.text.len() - inside.len();
        let named = mention::read(self.text, from).filter(|m| m.number.is_some());
        if named.is_some_and(|m| self.text.get(m.span.end..).is_some_and(|tail| tail.starts_with(')'))) {
            self.at = from;
        }
    }
}

#[cfg(test)]
mod tests;
