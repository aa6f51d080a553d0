//! The head of an instrument: kind, number, issuing body, place and date, title, legal grounds, and the date of effect. Each is told with the
//! line on which it stands; what the text does not say, the front matter of its file may fill.

pub(in crate::law) mod dates;
mod kind;
mod lines;

pub use dates::PartEffect;
pub use lines::Located;

use super::name::{
    date::{first_date, folded_at},
    number,
};
use super::read::line::is_upper;
use crate::law::Outline;
use crate::model::{Instrument, InstrumentKind, Level, Provenance};
use crate::text::clean::collapse;
use crate::text::fold;
use dates::EffectDates;
use jiff::civil::Date;
use kind::kind_at_head;
use lines::{BODIES, HeadLines, before_motto, grounds, is_office, ornament};

/// The head of an instrument. What is not said is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Header {
    /// The kind.
    pub kind: Option<Located<InstrumentKind>>,
    /// Number and symbol in normal form ([`crate::model::instrument::normal_number`]).
    pub number: Option<Located<String>>,
    /// The issuing body.
    pub issuer: Option<Located<String>>,
    /// Where it was issued.
    pub place: Option<Located<String>>,
    /// The day of issue.
    pub issued: Option<Located<Date>>,
    /// The title, without kind and number, on one line.
    pub title: Option<Located<String>>,
    /// The legal grounds (`Căn cứ …`, `Theo đề nghị …`), one each.
    pub grounds: Vec<Located<String>>,
    /// The day from which the whole applies.
    pub effective: Option<Located<Date>>,
    /// Parts that apply from a day of their own.
    pub parts: Vec<PartEffect>,
    /// The first day on which the whole no longer applies.
    pub expired: Option<Located<Date>>,
    /// Parts that no longer apply from a day of their own on.
    pub lapses: Vec<PartEffect>,
}

impl Header {
    /// Reads the head of an instrument and its date of effect.
    pub fn read(outline: &Outline<'_>) -> Self {
        let first = outline.units.first().filter(|unit| unit.level == Level::Preamble);
        let head = HeadLines::of(first.and_then(|unit| outline.text.get(..unit.end)).unwrap_or_default());
        let mut header = Self::default();
        header.read_number(&head);
        header.read_kind_and_title(&head);
        header.read_issuer(&head);
        header.read_date(&head);
        header.issued = header.issued.or_else(|| passed(outline));
        header.grounds = grounds(&head);
        let effect = EffectDates::of_outline(outline, header.issued.as_ref().map(|d| d.value));
        header.effective = effect.whole.and_then(|(date, line)| Located::at(date, line));
        header.parts = effect.parts;
        header.expired = effect.ends.and_then(|(date, line)| Located::at(date, line));
        header.lapses = effect.lapses;
        // What a table of information before the text says counts less than the text.
        for (line, row) in &head.rows {
            let mut cells = row.trim_matches('|').split('|').map(str::trim);
            if let (Some(key), Some(value)) = (cells.next(), cells.next()) {
                header.fill_one(key, value, Some(*line));
            }
        }
        for (line, text) in head.before_grounds() {
            if let Some((key, value)) = text.strip_prefix("- ").and_then(|item| item.split_once(':')) {
                header.fill_one(key, value, Some(line));
            }
        }
        header.conclude();
        header
    }

    /// Fills what the text does not say from the front matter of its file.
    pub fn fill(&mut self, front: &[(String, String)]) {
        for (key, value) in front {
            self.fill_one(key, value, None);
        }
        if let (None, Some((_, title))) = (&self.title, front.iter().find(|(key, _)| key == "title")) {
            let rest = kind_at_head(title).map_or(title.as_str(), |(_, rest)| rest).trim_start();
            let rest = rest.strip_prefix("số ").unwrap_or(rest);
            let rest =
                if number::at_head(rest).is_some() { rest.split_once(' ').map_or("", |(_, rest)| rest) } else { rest };
            let title = collapse(rest.trim_start_matches(['-', '–', ':', ' ']));
            self.title = Some(title).filter(|t| !t.is_empty()).map(|value| Located { value, line: None });
        }
        self.conclude();
    }

    /// What follows from the symbol of the number: the kind, and the body where only one uses the symbol.
    fn conclude(&mut self) {
        let Some(Located { value, line }) = &self.number else { return };
        if self.kind.is_none() {
            self.kind = InstrumentKind::of_number(value).map(|value| Located { value, line: *line });
        }
        if self.issuer.is_none() {
            let symbol = value.rsplit('/').next().unwrap_or_default();
            let bodies = [
                ("UBTVQH", "Ủy ban Thường vụ Quốc hội"),
                ("QH", "Quốc hội"),
                ("NĐ-CP", "Chính phủ"),
                ("NQ-CP", "Chính phủ"),
                ("QĐ-TTG", "Thủ tướng Chính phủ"),
            ];
            let body = bodies.iter().find(|(sign, _)| symbol.starts_with(sign));
            self.issuer = body.map(|(_, body)| Located { value: (*body).to_owned(), line: *line });
        }
    }

    /// The instrument as the catalogue holds it, if its number is known.
    pub fn instrument(&self, provenance: Provenance, source: &str) -> Option<Instrument> {
        Some(Instrument {
            number: self.number.as_ref()?.value.clone(),
            title: self.title.as_ref().map(|t| t.value.clone()).unwrap_or_default(),
            issuer: self.issuer.as_ref().map(|i| i.value.clone()),
            issued: self.issued.as_ref().map(|d| d.value),
            effective: self.effective.as_ref().map(|d| d.value),
            expired: self.expired.as_ref().map(|d| d.value),
            provenance,
            source: source.to_owned(),
        })
    }

    fn fill_one(&mut self, key: &str, value: &str, line: Option<usize>) {
        let key: String = fold(key).chars().filter(char::is_ascii_alphanumeric).collect();
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        let is = |keys: &[&str]| keys.contains(&key.as_str());
        if is(&["sohieu", "so", "sokyhieu", "sovanban"]) && self.number.is_none() {
            self.number = number::at_head(value).map(|value| Located { value, line });
        } else if is(&["loaivanban", "loai"]) && self.kind.is_none() {
            self.kind = kind_at_head(value).map(|(value, _)| Located { value, line });
        } else if is(&["coquanbanhanh", "noibanhanh", "capbanhanh", "cquanbanhanh", "coquan", "bo", "issuer"])
            && self.issuer.is_none()
        {
            if BODIES.iter().any(|body| fold(value).starts_with(body)) {
                self.issuer = Some(Located { value: value.to_owned(), line });
            }
        } else if is(&["ngaybanhanh", "ngayky", "ngay"]) && self.issued.is_none() {
            self.issued = any_date(value).map(|value| Located { value, line });
        } else if is(&["ngayhieuluc", "ngaycohieuluc", "hieuluc", "effectivedate"]) && self.effective.is_none() {
            self.effective = any_date(value).map(|value| Located { value, line });
        } else if is(&["trichyeu", "tenvanban"]) && self.title.is_none() {
            self.title = Some(Located { value: collapse(value), line });
        }
    }

    fn read_number(&mut self, head: &HeadLines<'_>) {
        for (line, text) in head.before_grounds() {
            let folded = fold(text);
            let Some(at) = folded.find("so").filter(|at| *at < 24) else { continue };
            let before = folded.get(..at).unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric());
            let named = before.is_empty() || kind_at_head(before).is_some_and(|(_, rest)| rest.trim().is_empty());
            let behind = text.char_indices().nth(folded.get(..at + 2).map_or(0, |f| f.chars().count()));
            let Some(rest) = behind.and_then(|(at, _)| text.get(at..)).filter(|_| named) else { continue };
            // With the kind before it, a number in running text is the one of another instrument.
            let apart = before.is_empty() || rest.trim_start().starts_with([':', '：']);
            let whole =
                |number: &String| rest.chars().filter(|c| !c.is_whitespace()).count() < number.chars().count() + 3;
            let number = number::at_head(rest.trim_start_matches([' ', ':', '.', '：']));
            if let Some(number) = number.filter(|number| apart || whole(number)) {
                self.number = Located::at(number, line);
                return;
            }
        }
        // A heading that editors give: "Nghị định 24/2026/NĐ-CP", or the number alone.
        let heading = |text: &str| number::after_word(kind_at_head(text).map_or(text, |(_, rest)| rest));
        self.number = head.before_grounds().find_map(|(line, text)| Located::at(heading(text)?, line));
    }

    fn read_kind_and_title(&mut self, head: &HeadLines<'_>) {
        let lines: Vec<(usize, &str)> = head.before_grounds().collect();
        let heading = |text: &str| -> Option<InstrumentKind> {
            let (kind, rest) = kind_at_head(text)?;
            let word = text.get(..text.len() - rest.len()).is_some_and(is_upper);
            (word
                && (rest.trim_matches([':', ' ', '.']).is_empty() || is_upper(rest))
                && number::after_word(rest).is_none())
            .then_some(kind)
        };
        let at = lines.iter().rposition(|(_, text)| heading(text).is_some());
        let by_number = self
            .number
            .as_ref()
            .and_then(|n| Some(Located { value: InstrumentKind::of_number(&n.value)?, line: n.line }));
        let Some((at, (line, text))) = at.and_then(|at| Some((at, *lines.get(at)?))) else {
            self.kind = by_number;
            return;
        };
        // Back to the first of several headings in a row: "LUẬT" over "LUẬT SƯ" is a kind over a title.
        let above = at.checked_sub(1).and_then(|n| lines.get(n)).filter(|(_, t)| {
            heading(t).is_some() && kind_at_head(t).is_some_and(|(_, rest)| rest.trim_matches([':', ' ']).is_empty())
        });
        let (at, line, text) = above.map_or((at, line, text), |(l, t)| (at - 1, *l, *t));
        let Some((kind, rest)) = kind_at_head(text) else { return };
        self.kind = by_number.filter(|n| n.value == InstrumentKind::Consolidated).or_else(|| Located::at(kind, line));
        let mut title: Vec<&str> = Vec::new();
        let mut first = line;
        let own = rest.trim_matches([':', ' ', '.']);
        if !own.is_empty() {
            title.push(own);
        }
        for (line, text) in lines.iter().skip(at + 1).take(14) {
            // Some sources put the number between the kind and the title.
            if ornament(text) || (title.is_empty() && number::is_on_line(text)) {
                continue;
            }
            let instrument = kind_at_head(text).is_some_and(|(_, rest)| number::after_word(rest).is_some());
            let other =
                ["thong tin van ban", "can cu phap l", "trich yeu", "noi dung", "tong quan", "cua quoc hoi", "muc luc"];
            let other = text.starts_with("- ") || other.iter().any(|head| fold(text).starts_with(head));
            // Where no ground stands before it, the sentence of enactment follows the title.
            let enacts = text.split_once(" ban hành ").is_some_and(|(who, what)| {
                is_office(&who.to_uppercase()) && InstrumentKind::words().any(|kind| what.starts_with(kind))
            });
            let other = other || (enacts && !title.is_empty());
            if other || (instrument && !title.is_empty()) || text.starts_with(['|', '*']) || number::is_on_line(text) {
                break;
            }
            if title.is_empty() {
                first = *line;
            }
            title.push(text);
        }
        if title.len() > 1 && title.last().is_some_and(|last| is_office(last)) {
            let joins = |text: &&&str| {
                ["của", "và", "về", "do", "cho", "với"].iter().any(|w| text.to_lowercase().ends_with(w))
                    && is_upper(text)
            };
            if title.iter().rev().nth(1).filter(joins).is_none() {
                title.pop();
            }
        }
        // Two columns read one after the other can put the body behind the kind.
        if title.len() > 1 && title.first().is_some_and(|t| is_office(t)) && !title.iter().all(|t| is_upper(t)) {
            title.remove(0);
        }
        if !title.is_empty() {
            let title = collapse(&title.join(" "));
            // The enacting words say a title in capitals again, with capitals where names are.
            let written = if is_upper(&title) { head.as_written(&title) } else { None };
            self.title = Located::at(written.as_deref().map_or(title, capitalised), first);
        }
    }

    fn read_issuer(&mut self, head: &HeadLines<'_>) {
        let kind_line = self.kind.as_ref().and_then(|k| k.line).unwrap_or(usize::MAX);
        let mut name: Vec<&str> = Vec::new();
        let mut first = None;
        for (line, text) in head.before_grounds().take_while(|(line, _)| *line < kind_line).take(40) {
            let text = before_motto(text).trim_matches(['.', ' ', '-', '_']);
            let starts = BODIES.iter().any(|body| fold(text).starts_with(body));
            if !is_upper(text) || number::is_on_line(text) || text.len() > 160 || fold(text).contains("doc lap") {
                if first.is_some() {
                    break;
                }
                continue;
            }
            match first {
                None if starts => {
                    first = Some(line);
                    name.push(text);
                }
                // The name goes on until the number, an ornament or the motto.
                Some(_) if !starts || name.last().is_some_and(|n| n.ends_with(['-', ','])) => name.push(text),
                Some(_) => break,
                None => {}
            }
        }
        if let Some(line) = first {
            let capitals = collapse(&name.join(" "));
            self.issuer = Located::at(head.as_written(&capitals).unwrap_or(capitals), line);
        }
    }

    fn read_date(&mut self, head: &HeadLines<'_>) {
        for (line, text) in head.before_grounds() {
            let folded = fold(text);
            let Some((date, at)) = first_date(&folded) else { continue };
            let Some(before) = folded.get(..at).map(|f| text.chars().take(f.chars().count()).collect::<String>())
            else {
                continue;
            };
            let before = before.trim().trim_end_matches([',', ' ', '.']);
            // The place is a few words with capitals before the date; a date within running text is another one.
            let mut words: Vec<&str> = before
                .split(' ')
                .rev()
                .take_while(|w| w.starts_with(char::is_uppercase) || *w == "phố")
                .take(5)
                .collect();
            words.reverse();
            let whole_line = before.split(' ').count() <= words.len();
            let stray = number::is_on_line(text) || text.contains("CỘNG H");
            if (words.is_empty() && !before.is_empty()) || !(whole_line || stray) {
                continue;
            }
            self.issued = Located::at(date, line);
            if !words.is_empty() {
                self.place = Located::at(words.join(" "), line);
            }
            return;
        }
    }
}

/// A law says at its end when it was passed.
fn passed(outline: &Outline<'_>) -> Option<Located<Date>> {
    outline.units.iter().filter(|u| u.level == Level::Closing).find_map(|unit| {
        let text = outline.text.get(unit.start..unit.end)?;
        text.lines().zip(unit.line..).take(40).find_map(|(text, line)| {
            let folded = fold(text);
            let (_, tail) = folded.split_once("thong qua")?;
            Located::at(first_date(tail)?.0, line)
        })
    })
}

/// With a capital first letter.
fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// A date in any of the usual forms at the head of a text.
fn any_date(text: &str) -> Option<Date> {
    let word = text.split(' ').next().unwrap_or_default();
    let folded = fold(text);
    let written = folded.strip_prefix("tu ").unwrap_or(&folded);
    crate::text::date::parse(word).or_else(|| folded_at(written).map(|(date, _)| date))
}

#[cfg(test)]
mod tests;
