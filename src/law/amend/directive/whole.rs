//! Orders about whole instruments: lists of them, and sentences by which they lose effect or are replaced.

use super::lead::{day_at, day_behind_title};
use super::words::begins;
use super::{Order, Reader, Verb};
use crate::law::amend::passing::begins_with_instrument;
use crate::law::name::mention::{self, Mention};
use crate::law::name::place;
use crate::model::InstrumentKind;
use jiff::civil::Date;

impl Reader<'_> {
    /// Instruments that stand here, joined by commas and "và", each with its title; an order like the given one for each. Whether there was any.
    pub(super) fn instruments(&mut self, like: &Order, from: Option<Date>) -> bool {
        let mut first: Option<Mention> = None;
        while let Some(found) = mention::read(self.text, self.at)
            .filter(|m| !m.this && (m.number.is_some() || m.issued.is_some() || is_law(m)))
        {
            let title = self.text.get(found.span.end..).unwrap_or_default();
            self.at = found.span.end + title_end(title, first.as_ref().unwrap_or(&found));
            first.get_or_insert_with(|| found.clone());
            self.orders.push(Order { instrument: Some(found), announces: false, from, ..like.clone() });
            let before = self.at;
            let joined = self.joint();
            self.take_any(&["các "]);
            if !joined || mention::read(self.text, self.at).is_none() {
                self.at = before;
                break;
            }
        }
        first.is_some()
    }

    /// `Thông tư số … hết hiệu lực kể từ ngày …`, `Thông tư này thay thế Thông tư số …`, `các văn bản sau đây hết hiệu lực:`.
    pub(super) fn expiry(&mut self) {
        let mut ends = self.text.match_indices("hết hiệu lực").map(|(end, _)| end);
        if let Some(end) = ends.find(|end| {
            let (begin, subject) = (self.lapsing(*end), self.text.get(..*end).unwrap_or_default());
            !of_something_else(subject, subject.get(begin..).unwrap_or_default(), self.text)
        }) {
            self.lapse(end);
        } else if let Some(at) = self.replaced() {
            // Only an instrument replaces one, and it says so of itself.
            let subject = self.text.get(..at).unwrap_or_default();
            if subject.contains(" này") && !subject.contains("Trường hợp") {
                self.at = at;
                self.instruments(&Order::new(Verb::Repeal), None);
            }
        }
    }

    /// Where the first instrument stands that another one is said to replace or to repeal.
    fn replaced(&self) -> Option<usize> {
        ["hay thế ", "ãi bỏ "]
            .iter()
            .filter_map(|word| {
                let (before, _) = self.text.split_once(word)?;
                let mut reader = Reader { text: self.text, at: before.len() + word.len(), orders: Vec::new() };
                reader.take_any(&["cho ", "toàn bộ "]);
                reader.take_any(&["các "]);
                mention::read(reader.text, reader.at).filter(|m| m.number.is_some()).map(|_| reader.at)
            })
            .min()
    }

    /// Where the subject begins that "hết hiệu lực" at a place is said of.
    fn lapsing(&self, end: usize) -> usize {
        let whole = self.text;
        let subject = whole.get(..end).unwrap_or_default();
        // "Kể từ ngày Thông tư này có hiệu lực, Thông tư số … hết hiệu lực": what stands before the comma is a day.
        let lead = ["Kể từ", "kể từ", "Từ ngày", "từ ngày", "Khi ", "Sau khi"]
            .iter()
            .any(|word| subject.trim_start().starts_with(word));
        let begin = if lead { subject.find(", ").map_or(0, |at| at + 2) } else { 0 };
        // Another sentence may stand on the same line before it.
        // In a list of instruments a semicolon parts these.
        let lists = mention::read(whole, begin).is_some_and(|m| !m.this && m.number.is_some());
        let stops: &[&str] = if lists { &[". "] } else { &["; ", ". "] };
        let parted = stops.iter().filter_map(|stop| subject.get(begin..)?.rfind(stop)).max();
        parted.map_or(begin, |at| begin + at + 2)
    }

    /// The subject of a sentence that ends with "hết hiệu lực".
    fn lapse(&mut self, end: usize) {
        let whole = self.text;
        let tail = whole.get(end + "hết hiệu lực".len()..).unwrap_or_default();
        let from = date_behind(tail);
        self.at = self.lapsing(end);
        self.take_any(&["toàn bộ ", "thì "]);
        self.take_any(&["các quy định tại ", "quy định tại ", "các nội dung quy định tại ", "nội dung quy định tại "]);
        let listed = self.rest().get(..end.saturating_sub(self.at)).unwrap_or_default().trim();
        let below = tail.trim_end().ends_with(':') || tail.contains("sau đây") || tail.contains("gồm");
        let names_none = || {
            let kinds = InstrumentKind::words().flat_map(|kind| listed.match_indices(kind).map(|(at, _)| at));
            kinds.filter_map(|at| mention::read(listed, at)).all(|m| m.this || m.number.is_none())
        };
        let colon = tail.trim_end().ends_with(':') || whole.trim_end().ends_with("sau đây:");
        let of_parts = listed.starts_with(['c', 'C']) && begins(listed, "các ") && colon && names_none();
        if (begins(listed, "các văn bản") || of_parts) && below {
            self.orders.push(Order { announces: true, from, ..Order::new(Verb::Repeal) });
            self.at = whole.len();
            return;
        }
        loop {
            let mut order = Order { from, ..Order::new(Verb::Repeal) };
            if let Some((places, after)) = place::read(whole, self.at).filter(|(_, after)| *after <= end) {
                order.places = places;
                self.at = after;
                self.instrument(&mut order);
                let named = order.instrument.as_ref().is_some_and(|m| !m.this);
                if named && self.at <= end {
                    self.orders.push(order);
                }
            } else {
                self.take_any(&["Các ", "các "]);
                if !self.instruments(&order, from) {
                    break;
                }
            }
            // "Thông tư số … và khoản 3 Điều 8 Thông tư số … hết hiệu lực": whole instruments and places stand in one list.
            let before = self.at;
            let begins = |at| place::read(whole, at).is_some() || mention::read(whole, at).is_some_and(|m| !m.this);
            if !(self.joint() && self.at < end && begins(self.at)) {
                self.at = before;
                break;
            }
        }
        if self.orders.is_empty() {
            return;
        }
        // What names the day names no further place.
        let behind = ["trừ ", "; ", "sau "].iter().filter_map(|word| tail.find(word)).min();
        self.at = behind.map_or(whole.len(), |at| end + "hết hiệu lực".len() + at);
    }
}

/// The day behind "từ ngày", "từ 0 giờ ngày", "vào ngày".
pub(super) fn date_behind(tail: &str) -> Option<Date> {
    let words = ["từ ", "vào "].iter().flat_map(|word| tail.match_indices(word));
    words.filter_map(|(at, word)| day_at(tail.get(at + word.len()..)?)).next()
}

/// Whether not an instrument but a paper or a contract loses effect, or one day may. The title of an instrument may speak of papers: "Thông tư số … về hợp
/// đồng hết hiệu lực".
fn of_something_else(before: &str, subject: &str, whole: &str) -> bool {
    const PAPERS: &[&str] = &["iấy", "ợp đồng", "hứng chỉ", "thẻ", "rường hợp"];
    let behind = whole.get(before.len() + "hết hiệu lực".len()..).unwrap_or_default();
    let maybe =
        behind.starts_with(" thì") || ["đến khi ", "trước khi ", "tiếp tục "].iter().any(|word| subject.contains(word));
    let paper = PAPERS.iter().any(|word| subject.contains(word)) || before.contains("rường hợp");
    maybe || (paper && !begins_with_instrument(subject))
}

fn is_law(mention: &Mention) -> bool {
    mention.name.is_some() && matches!(mention.kind, "Luật" | "Bộ luật" | "Pháp lệnh")
}

/// Where the title behind an instrument ends: where the next one of a list begins, or the sentence goes on.
fn title_end(title: &str, first: &Mention) -> usize {
    let mut end = title.len();
    for stop in [" hết hiệu lực", " kể từ ngày", ", trừ ", " trừ ", " (trừ ", ": "] {
        end = title.find(stop).map_or(end, |at| end.min(at));
    }
    for joint in [", ", "; ", " và ", " và các "] {
        let mut from = 0;
        while let Some(at) = title.get(from..end).and_then(|rest| rest.find(joint)).map(|at| at + from) {
            let next = mention::read(title, at + joint.len()).filter(|m| !m.this && m.number.is_some());
            // A title names the instruments on which it rests; they stand above the one that it entitles.
            // So does a place of one: "Thông tư số … và khoản 3 Điều 8 Thông tư số …". A title that amends may name places of others.
            let amends = title.get(..at).is_some_and(|head| head.contains("sửa đổi") || head.contains("hướng dẫn"));
            let place = place::read(title, at + joint.len()).filter(|_| !amends);
            let next = next
                .or_else(|| place.and_then(|(_, after)| mention::read(title, after)).filter(|m| m.number.is_some()));
            if next.is_some_and(|m| InstrumentKind::rank(m.kind) >= InstrumentKind::rank(first.kind)) {
                end = at;
                break;
            }
            from = at + joint.len();
        }
    }
    let end = title.get(..end).and_then(day_behind_title).unwrap_or(end);
    title.get(..end).unwrap_or_default().trim_end_matches(['.', ';', ',', ' ']).len()
}
