//! Places as a text names them: `điểm a, b và đ khoản 1 Điều 39`, `khoản 1, điểm a khoản 2 Điều 22`, `từ Điều 5 đến Điều 7`, `Điều 6 (điểm a
//! khoản 2; khoản 3)`, `khoản 2 Điều này`. The grammar is the one of Nghị định 78/2025/NĐ-CP Điều 69: from the smallest unit up; a wider unit holds
//! the narrower ones before it that have no holder yet.

use super::form::form;
use super::label::{blanks, label, starts_with_word};
use crate::model::provision::attached_word;
use crate::model::{Address, Label, Level, Step};
use std::ops::Range;

/// A place named in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The steps that the text names, from the widest down; wider ones may be left to the context.
    pub address: Address,
    /// The last label of a range, of the level of the last step.
    pub until: Option<Label>,
    /// The level that the text points at with "này": `khoản 2 Điều này` is khoản 2 of the Điều in which it stands.
    pub this: Option<Level>,
    /// Whether the heading alone is meant: `tên Điều 5`.
    pub heading: bool,
    /// Whether it may as well lie in the one before it, or hold it: a comma alone stands between. `khoản 3 Điều 4, Chương II`, `Điều 4, khoản 2`.
    pub doubtful: bool,
    /// Where the text names it.
    pub span: Range<usize>,
}

/// How a group of labels is joined to the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    Start,
    /// Nothing, or `của`: the wider unit holds the narrower.
    Of,
    Comma,
    And,
}

/// A word of a level with its labels: `khoản 1, 2 và 3`.
pub(super) struct Group {
    pub level: Level,
    pub labels: Vec<Named>,
    pub heading: bool,
    pub this: bool,
    pub span: Range<usize>,
}

/// A label of a group, with the sub-item in parentheses behind it and the end of its range.
pub(super) struct Named {
    pub label: Label,
    pub item: Option<Label>,
    pub until: Option<Label>,
    pub span: Range<usize>,
}

/// Reads the places that begin at a byte of a text; the second value is where they end. `None` if no place begins there.
pub fn read(text: &str, from: usize) -> Option<(Vec<Place>, usize)> {
    read_within(text, from, 0)
}

/// All places that a text names.
pub fn all(text: &str) -> Vec<Place> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        match read(text, at) {
            Some((places, end)) if end > at => {
                found.extend(places);
                at = end;
            }
            _ => at += text.get(at..).and_then(|rest| rest.find(' ')).map_or(text.len(), |blank| blank + 1),
        }
    }
    found
}

/// The place that a text names from its beginning, where it is one place: `điểm a khoản 1 Điều 2`.
pub fn address_of(text: &str) -> Option<Address> {
    let (places, _) = read(text.trim(), 0)?;
    places.into_iter().next().filter(|p| p.this.is_none()).map(|p| p.address)
}

fn read_within(text: &str, from: usize, depth: u8) -> Option<(Vec<Place>, usize)> {
    let mut places: Vec<Place> = Vec::new();
    let mut at = from;
    let mut joint = Joint::Start;
    let mut last_level: Option<Level> = None;
    let mut after_articles: Vec<usize> = Vec::new();
    while let Some((group, end)) = group_behind(text, at, &places) {
        at = end;
        // "Điều 4 khoản 2 điểm a": from the widest down, with nothing between.
        if joint == Joint::Of && reaches_down(&places, &group) {
            let within_it = within_last(&mut places, group);
            last_level = within_it.or(last_level);
            let (next, after) = joint_at(text, at);
            joint = next;
            if joint == Joint::Start || group_behind(text, after, &places).is_none() {
                break;
            }
            at = after;
            continue;
        }
        let holder = match (joint, last_level) {
            (Joint::Of, Some(last)) => group.level.depth() < last.depth() || is_form_in(&places, &group),
            // "khoản 5, Điều 7": a narrower unit alone before a comma has no other holder.
            (Joint::Comma, Some(last)) => {
                group.level.depth() < last.depth()
                    && matches!(group.level, Level::Article | Level::Clause)
                    && group.labels.len() <= 1
                    && places.last().is_some_and(|p| widest(p) == Some(last))
            }
            _ => false,
        };
        last_level = Some(group.level);
        let of_article = joint == Joint::Comma && places.last().and_then(widest) == Some(Level::Article);
        let in_doubt = of_article && !holder && group.level.is_container() && !group.heading;
        if of_article && !holder && group.level.depth() > Level::Article.depth() {
            after_articles.push(places.len());
        }
        let before = places.len();
        if holder {
            hold(&mut places, group)
        } else {
            name(&mut places, group)
        }
        if in_doubt {
            places.iter_mut().skip(before).for_each(|place| place.doubtful = true);
        }
        if let Some((inner, end)) = parenthesis(text, at, depth) {
            within(&mut places, inner);
            at = end;
        }
        let (next, after) = joint_at(text, at);
        joint = next;
        let Some((follows, _)) = group_behind(text, after, &places).filter(|_| joint != Joint::Start) else { break };
        // "khoản 4 tại Điều 13" is one place; "khoản 4 tại khoản 5" is none.
        let wider = follows.level.depth() < last_level.map_or(0, Level::depth) || is_form_in(&places, &follows);
        let at_wider = wider || !stands_at(text, at, after);
        if !at_wider {
            break;
        }
        at = after;
    }
    // "Điều 4, khoản 2 Điều 5" has found its Điều by now; "Điều 4, khoản 2" has not.
    for number in after_articles {
        if let Some(place) = places.get_mut(number) {
            let unheld = widest(place).is_some_and(|level| level.depth() > Level::Article.depth());
            place.doubtful |= place.this.is_none() && unheld;
        }
    }
    (!places.is_empty()).then_some((places, at))
}

/// Whether a narrower unit follows the last place, which is one, with nothing between: it lies in it.
fn reaches_down(places: &[Place], group: &Group) -> bool {
    let last = places.last().filter(|p| p.this.is_none() && p.until.is_none() && !p.heading);
    let level = last.and_then(|p| p.address.0.last()).map(|step| step.level);
    !group.heading
        && !group.this
        && group.level != Level::Annex
        && level.is_some_and(|level| level.depth() < group.level.depth() && level != Level::Annex)
}

/// Puts what a group names into the last place; gives the level of that place.
fn within_last(places: &mut Vec<Place>, group: Group) -> Option<Level> {
    let holder = places.last().and_then(widest);
    let mut inner = Vec::new();
    name(&mut inner, group);
    within(places, inner);
    holder
}

/// The group at a byte; behind an Điều or what lies in one also rules by their word alone: "Điều 2 Quy chế làm việc".
fn group_behind(text: &str, at: usize, places: &[Place]) -> Option<(Group, usize)> {
    let of_article = || places.last().and_then(widest).is_some_and(|level| level.depth() >= Level::Article.depth());
    group(text, at).or_else(|| rules(text, at).filter(|_| of_article()))
}

/// Rules by their word and title, without the instrument that issues them; "Quy chế này" are those in which it stands.
fn rules(text: &str, at: usize) -> Option<(Group, usize)> {
    let rest = text.get(at..)?;
    let word = attached_word(rest).filter(|word| rest.starts_with(*word))?;
    let tail = rest.get(word.len()..)?;
    if tail.trim_start().starts_with("này") {
        return None;
    }
    let stops =
        [",", ";", ":", ".", "“", "(", " như sau", " được ", " bằng ", " tại ", " và ", " trong ", " ban hành "];
    let end = stops.iter().filter_map(|stop| tail.find(stop)).min().unwrap_or(tail.len());
    let span = at..at + word.len() + tail.get(..end)?.trim_end().len();
    let named = Named { label: Label::new(word), item: None, until: None, span: span.clone() };
    let end = span.end;
    Some((Group { level: Level::Annex, labels: vec![named], heading: false, this: false, span }, end))
}

fn widest(place: &Place) -> Option<Level> {
    place.this.or_else(|| place.address.0.first().map(|s| s.level))
}

/// Whether a place is a form: its label keeps the word, `Mẫu số 01`.
fn is_form(place: &Place) -> bool {
    place.address.0.first().is_some_and(|s| s.level == Level::Annex && s.label.as_str().contains(' '))
}

/// `Mẫu số 01 Phụ lục II`: the form lies in the annex.
fn is_form_in(places: &[Place], group: &Group) -> bool {
    group.level == Level::Annex
        && places.last().is_some_and(is_form)
        && group.labels.first().is_some_and(|l| !l.label.as_str().contains(' '))
}

/// The wider unit takes the narrower places before it that have no holder of its level yet; further labels are places of their own.
fn hold(places: &mut Vec<Place>, group: Group) {
    let Group { level, labels, span, this, heading } = group;
    let mut labels = labels.into_iter();
    let first = labels.next();
    // From the last one back to the first that has its holder: a long list is not walked again for each holder.
    // "điểm a khoản này" has its holder: the one in which it stands. An Điều needs none: "Điều 8, tiêu đề Mục 4 Chương IV".
    let last = places.last().and_then(widest);
    let free = |p: &&mut Place| {
        let form = level == Level::Annex && p.address.0.len() == 1 && is_form(p);
        let beyond = level.is_container() && last != widest(p) && widest(p) == Some(Level::Article);
        p.this.is_none() && !beyond && (form || widest(p).is_none_or(|w| w.depth() > level.depth()))
    };
    for place in places.iter_mut().rev().take_while(free) {
        if this {
            place.this = Some(level);
        } else if let Some(first) = &first {
            place.address.0.insert(0, Step { level, label: first.label.clone() });
        }
        place.span.end = place.span.end.max(first.as_ref().map_or(span.end, |f| f.span.end));
    }
    let rest: Vec<Named> = labels.collect();
    if !rest.is_empty() {
        name(places, Group { level, labels: rest, heading, this: false, span });
    }
}

/// New places, one a label.
fn name(places: &mut Vec<Place>, group: Group) {
    let Group { level, labels, heading, this, span } = group;
    if this {
        let (address, this) = (Address::default(), Some(level));
        places.push(Place { address, until: None, this, heading, doubtful: false, span });
        return;
    }
    for Named { label, item, until, span } in labels {
        let mut address = Address(vec![Step { level, label }]);
        if let Some(item) = item {
            address.0.push(Step { level: Level::Item, label: item });
        }
        places.push(Place { address, until, this: None, heading, doubtful: false, span });
    }
}

/// `Điều 6 (điểm a khoản 2; khoản 3)`: the places in parentheses lie in the last one before them.
fn within(places: &mut Vec<Place>, inner: Vec<Place>) {
    let Some(holder) = places.pop() else { return };
    for mut place in inner {
        let mut steps = holder.address.0.clone();
        steps.append(&mut place.address.0);
        places.push(Place { address: Address(steps), this: holder.this, ..place });
    }
}

fn parenthesis(text: &str, at: usize, depth: u8) -> Option<(Vec<Place>, usize)> {
    if depth > 0 {
        return None;
    }
    let rest = text.get(at..)?;
    let open = rest.len() - rest.trim_start().len();
    let inside = rest.get(open..)?.strip_prefix('(')?;
    let from = text.len() - inside.len();
    let (places, end) = read_within(text, from, depth + 1)?;
    let tail = text.get(end..)?;
    let close = tail.trim_start().strip_prefix(')')?;
    Some((places, text.len() - close.len()))
}

/// What joins two groups, and where the next one may begin. [`Joint::Start`] if nothing does.
pub(super) fn joint_at(text: &str, at: usize) -> (Joint, usize) {
    let rest = text.get(at..).unwrap_or_default();
    let trimmed = rest.trim_start_matches(' ');
    let begin = at + rest.len() - trimmed.len();
    if let Some(after) = trimmed.strip_prefix([',', ';']) {
        let next = after.trim_start_matches(' ');
        for word in ["và ", "hoặc ", "cùng "] {
            if let Some(tail) = next.strip_prefix(word) {
                return (Joint::And, text.len() - tail.len());
            }
        }
        return (Joint::Comma, text.len() - next.len());
    }
    for word in ["và ", "hoặc ", "và/hoặc "] {
        if let Some(tail) = trimmed.strip_prefix(word) {
            return (Joint::And, text.len() - tail.len());
        }
    }
    for word in ["của ", "thuộc ", "tại "] {
        if let Some(tail) = trimmed.strip_prefix(word) {
            return (Joint::Of, text.len() - tail.len());
        }
    }
    if trimmed.len() < rest.len() { (Joint::Of, begin) } else { (Joint::Start, at) }
}

/// Whether two groups are joined by "tại".
fn stands_at(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to).is_some_and(|joint| joint.trim_start().starts_with("tại "))
}

/// The words of the levels, longer ones first.
const LEVELS: &[(&str, Level)] = &[
    ("gạch đầu dòng", Level::Dash),
    ("tiểu mục", Level::Subsection),
    ("phụ lục", Level::Annex),
    ("khoản", Level::Clause),
    ("chương", Level::Chapter),
    ("điểm", Level::Point),
    ("điều", Level::Article),
    ("đoạn", Level::Paragraph),
    ("khổ", Level::Paragraph),
    ("tiết", Level::Item),
    ("phần", Level::Part),
    ("mục", Level::Section),
];

/// A level word with its labels. Plural words before it are skipped; `tên` and `tiêu đề` make it a heading.
fn group(text: &str, from: usize) -> Option<(Group, usize)> {
    let mut at = from + blanks(text, from);
    let mut heading = false;
    for word in ["các ", "Các ", "những ", "một số "] {
        if text.get(at..)?.starts_with(word) {
            at += word.len();
        }
    }
    at += range_start(text, at);
    for word in ["tên gọi của ", "tên gọi ", "tên của ", "tên ", "tiêu đề của ", "tiêu đề ", "Tên ", "Tiêu đề "]
    {
        if text.get(at..)?.starts_with(word) {
            at += word.len();
            heading = true;
            break;
        }
    }
    if let Some(found) = form(text, at).or_else(|| attached(text, at, heading)) {
        return Some(found);
    }
    let rest = text.get(at..)?;
    let (word, level) = LEVELS.iter().find(|(word, _)| starts_with_word(rest, word))?;
    let start = at;
    at += word.len();
    at += blanks(text, at);
    if let Some(tail) = text.get(at..)?.strip_prefix("này") {
        let end = text.len() - tail.len();
        let whole = !tail.starts_with(char::is_alphabetic);
        let group = Group { level: *level, labels: Vec::new(), heading, this: true, span: start..end };
        return whole.then_some((group, end));
    }
    if at == start + word.len() && *level != Level::Article {
        return None;
    }
    // "Phụ lục số 02".
    if let Some(tail) = text.get(at..)?.strip_prefix("số ").filter(|_| *level == Level::Annex) {
        at = text.len() - tail.len();
    }
    // "các điều từ 5 đến 7", "các điều từ Điều 5 đến Điều 7".
    if let Some(tail) = text.get(at..)?.strip_prefix("từ ") {
        let again = if starts_with_word(tail, word) { word.len() } else { 0 };
        at = text.len() - tail.len() + again;
        at += blanks(text, at);
    }
    let (labels, end) = labels(text, at, *level, start)?;
    Some((Group { level: *level, labels, heading, this: false, span: start..end }, end))
}

/// How many bytes the word takes that begins a range: "khoản 2 Điều 4, từ Điều 6 đến Điều 9".
fn range_start(text: &str, at: usize) -> usize {
    let tail = text.get(at..).and_then(|rest| rest.strip_prefix("từ ").or_else(|| rest.strip_prefix("Từ ")));
    let level = |tail: &str| LEVELS.iter().any(|(word, _)| starts_with_word(tail, word));
    tail.filter(|tail| level(tail)).map_or(0, |tail| text.len() - tail.len() - at)
}

/// Rules that an instrument issues with itself, by their word: "Điều 2 Quy chế phối hợp ban hành kèm theo Quyết định số …". The words of their
/// title are passed over; without the instrument behind it such a word is none.
fn attached(text: &str, at: usize, heading: bool) -> Option<(Group, usize)> {
    let rest = text.get(at..)?;
    let word = attached_word(rest)?;
    let tail = rest.get(word.len()..)?;
    let near: usize = tail.chars().take(300).map(char::len_utf8).sum();
    let tail = tail.get(..near)?;
    let title = tail.find("an hành kèm theo ").map(|n| tail.get(..n).unwrap_or_default())?;
    let title = title.strip_suffix(['b', 'B']).unwrap_or(title).trim_end_matches(['(', ' ', ',']);
    if title.contains([';', ':', '.', '“', '(']) || title.contains(" Điều ") || title.contains(" khoản ") {
        return None;
    }
    let span = at..at + word.len() + title.len();
    let named = Named { label: Label::new(word), item: None, until: None, span: span.clone() };
    let end = span.end;
    Some((Group { level: Level::Annex, labels: vec![named], heading, this: false, span }, end))
}

/// The labels behind a level word: a list, ranges in it.
fn labels(text: &str, from: usize, level: Level, start: usize) -> Option<(Vec<Named>, usize)> {
    let mut found: Vec<Named> = Vec::new();
    let mut at = from;
    let mut begin = start;
    while let Some((label, item, end)) = label(text, at, level) {
        at = end;
        let mut until = None;
        if let Some((last, end)) = range_end(text, at, level) {
            until = Some(last);
            at = end;
        }
        found.push(Named { label, item, until, span: begin..at });
        let (joint, next) = joint_at(text, at);
        // A bare label goes on with the list; a level word begins another group.
        if !matches!(joint, Joint::Comma | Joint::And) || label_at(text, next, level).is_none() {
            break;
        }
        at = next;
        begin = next;
    }
    (!found.is_empty()).then_some((found, at))
}

fn label_at(text: &str, at: usize, level: Level) -> Option<usize> {
    label(text, at, level).map(|(_, _, end)| end)
}

/// `đến khoản 5`, `đến 5` behind a label.
fn range_end(text: &str, at: usize, level: Level) -> Option<(Label, usize)> {
    let from = at + blanks(text, at);
    let tail = text.get(from..)?.strip_prefix("đến ").or_else(|| text.get(from..)?.strip_prefix("- "))?;
    let mut at = text.len() - tail.len();
    for word in ["hết ", "và bao gồm "] {
        if text.get(at..)?.starts_with(word) {
            at += word.len();
        }
    }
    if let Some((word, _)) =
        LEVELS.iter().find(|(word, l)| *l == level && starts_with_word(text.get(at..).unwrap_or_default(), word))
    {
        at += word.len();
        at += blanks(text, at);
    }
    let (label, _, end) = label(text, at, level)?;
    Some((label, end))
}

#[cfg(test)]
mod tests;
