//! One operation on one instrument.

use super::{paragraph, phrase};
use crate::law::amend::{Action, Position};
use crate::law::{Document, Provision};
use crate::model::{Address, Label, Level};
use crate::text::Lang;
use crate::words::amend::AmendMessage as Say;

/// What stands in the place of a repealed provision (Pháp lệnh 01/2012/UBTVQH13).
pub const REPEALED: &str = "(được bãi bỏ)";

/// Why an operation could not be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Failure {
    /// The place is not in the instrument.
    NoSuchPlace,
    /// The place beside which new text goes is not in the instrument.
    NoSuchAnchor,
    /// A unit with the label of the new one is already there.
    AlreadyThere,
    /// The phrase does not occur in the place.
    NoSuchPhrase,
    /// The new text cannot be read as the unit that the operation names.
    OtherUnit,
    /// The annex that replaces another is not in the amending instrument.
    NoSuchAnnex,
    /// Forms stand behind the annex, and it is not known whether they are of it.
    FormsBehind,
    /// It is not certain which paragraph of the unit is meant.
    DoubtfulParagraph,
    /// It is not known when the operation takes effect.
    NoDate,
    /// Another operation of the same instrument says otherwise of the same place.
    Contradicts,
}

impl Failure {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Failure::NoSuchPlace => "no-such-place",
            Failure::NoSuchAnchor => "no-such-anchor",
            Failure::AlreadyThere => "already-there",
            Failure::NoSuchPhrase => "no-such-phrase",
            Failure::OtherUnit => "other-unit",
            Failure::NoSuchAnnex => "no-such-annex",
            Failure::FormsBehind => "forms-behind",
            Failure::DoubtfulParagraph => "doubtful-paragraph",
            Failure::NoDate => "no-date",
            Failure::Contradicts => "contradicts",
        }
    }

    /// The reason in both languages.
    pub fn said(self) -> Say {
        match self {
            Failure::NoSuchPlace => Say::NoSuchPlace,
            Failure::NoSuchAnchor => Say::NoSuchAnchor,
            Failure::AlreadyThere => Say::AlreadyThere,
            Failure::NoSuchPhrase => Say::NoSuchPhrase,
            Failure::OtherUnit => Say::OtherUnit,
            Failure::NoSuchAnnex => Say::NoSuchAnnex,
            Failure::FormsBehind => Say::FormsBehind,
            Failure::DoubtfulParagraph => Say::DoubtfulParagraph,
            Failure::NoDate => Say::NoDate,
            Failure::Contradicts => Say::Contradicts,
        }
    }
}

/// Carries an action out at a place; gives back the place that the note is for. A failed action changes nothing.
///
/// # Errors
/// The reason why the action does not fit the instrument.
pub fn carry_out(
    document: &mut Document,
    place: &Address,
    heading: bool,
    action: &Action,
    amending: &Document,
) -> Result<Address, Failure> {
    match action {
        Action::Repeal if forms_behind(document, place) => return Err(Failure::FormsBehind),
        Action::ReplaceAnnex { by } if forms_behind(document, place) || forms_behind(amending, by) => {
            return Err(Failure::FormsBehind);
        }
        Action::Replace { text } => replace(document, place, text)?,
        Action::ReplaceHeading { text } => replace_heading(document, place, text)?,
        Action::Insert { position, text } => return insert(document, place, position, text),
        Action::Repeal if paragraph::is_paragraph(place) => {
            paragraph::edit(document, place, |one| {
                repeal(one);
                Ok(())
            })?;
        }
        Action::Repeal => repeal(document.find_mut(place).ok_or(Failure::NoSuchPlace)?),
        Action::ReplacePhrase { .. } | Action::DeletePhrase { .. } | Action::InsertPhrase { .. } => {
            change_phrase(document, place, heading, action, false)?;
        }
        Action::ReplaceAnnex { by } => replace_annex(document, place, by, amending)?,
        Action::Suspend { .. } if place.is_whole() => {}
        Action::Suspend { .. } if paragraph::is_paragraph(place) => paragraph::edit(document, place, |_| Ok(()))?,
        Action::Suspend { .. } => {
            document.find(place).ok_or(Failure::NoSuchPlace)?;
        }
    }
    Ok(place.clone())
}

/// Whether an annex is nothing but its heading, and forms stand behind it: then they are what it holds, and not it alone can go.
fn forms_behind(document: &Document, place: &Address) -> bool {
    let [step] = place.0.as_slice() else { return false };
    let is_form = |p: &Provision| p.level == Level::Annex && p.label.as_ref().is_some_and(|l| l.as_str().contains(' '));
    let mut annexes = document.provisions.iter().skip_while(|p| !p.is(step.level, &step.label));
    step.level == Level::Annex
        && annexes.next().is_some_and(|annex| !is_form(annex) && annex.children.is_empty())
        && annexes.next().is_some_and(is_form)
}

/// Carries out an action on a phrase; in any case, where capitals do not count. Only phrases of several words are taken for each other so: of one
/// word the capital can be the difference.
///
/// # Errors
/// As [`carry_out`].
pub(super) fn change_phrase(
    document: &mut Document,
    place: &Address,
    heading: bool,
    action: &Action,
    any_case: bool,
) -> Result<(), Failure> {
    let sought = |text, within| phrase::Sought { text, within, any_case };
    let worded = |text: &str| !any_case || text.trim().contains(' ');
    match action {
        Action::ReplacePhrase { old, new, within } if worded(old) => {
            in_place(document, place, |p| phrase::replace(p, sought(old, within.as_deref()), new, heading))
        }
        Action::DeletePhrase { text, within } if worded(text) => {
            in_place(document, place, |p| phrase::delete(p, sought(text, within.as_deref()), heading))
        }
        Action::InsertPhrase { text, beside: Some(beside), before } if worded(beside) => {
            in_place(document, place, |p| phrase::insert(p, text, sought(beside, None), *before, heading))
        }
        Action::InsertPhrase { text, beside: None, .. } if !any_case => {
            match paragraph::is_paragraph(place) {
                true => paragraph::edit(document, place, |one| {
                    append_words(one, text);
                    Ok(())
                })?,
                false => append_words(document.find_mut(place).ok_or(Failure::NoSuchPlace)?, text),
            }
            Ok(())
        }
        _ => Err(Failure::NoSuchPhrase),
    }
}

/// A phrase action on a place, or on the whole instrument for the empty address.
fn in_place(
    document: &mut Document,
    place: &Address,
    mut act: impl FnMut(&mut Provision) -> usize,
) -> Result<(), Failure> {
    let count = if place.is_whole() {
        let body = document.provisions.iter_mut().filter(|p| !matches!(p.level, Level::Preamble | Level::Closing));
        body.map(act).sum()
    } else if paragraph::is_paragraph(place) {
        paragraph::edit(document, place, |one| Ok(act(one)))?
    } else {
        act(document.find_mut(place).ok_or(Failure::NoSuchPlace)?)
    };
    if count == 0 { Err(Failure::NoSuchPhrase) } else { Ok(()) }
}

fn replace(document: &mut Document, place: &Address, text: &str) -> Result<(), Failure> {
    let step = place.last().ok_or(Failure::NoSuchPlace)?.clone();
    if step.level == Level::Paragraph {
        return paragraph::replace(document, place, text);
    }
    let (siblings, at) = document.siblings_mut(place).ok_or(Failure::NoSuchPlace)?;
    let old = siblings.get(at).ok_or(Failure::NoSuchPlace)?;
    let units = units(text, step.level, &step.label, old.text.get(..old.after_mark).unwrap_or_default())
        .ok_or(Failure::OtherUnit)?;
    // The parts of a point that the new text brings with it take the place of those that were there.
    let parts = siblings.iter().skip(at + 1).take_while(|s| is_part(step.level, &step.label, s)).count();
    let replaced =
        if units.iter().skip(1).any(|u| is_part(step.level, &step.label, u)) { at..=at + parts } else { at..=at };
    siblings.splice(replaced, units);
    Ok(())
}

/// Whether a unit is `a1`, `a2` of point a.
fn is_part(level: Level, label: &Label, unit: &Provision) -> bool {
    level == Level::Point
        && unit.level == Level::Point
        && unit
            .label
            .as_ref()
            .and_then(|l| l.as_str().strip_prefix(label.as_str()))
            .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()))
}

/// The units of a new text: the first is the named one. A text without a label gets the mark of the unit that it replaces.
fn units(text: &str, level: Level, label: &Label, mark: &str) -> Option<Vec<Provision>> {
    let mut read = Document::read_fragment(&ended(text)).provisions;
    if !read.first().is_some_and(|p| p.is(level, label)) {
        if read.first().is_some_and(|p| p.label.is_some() && p.level.depth() <= level.depth() && p.level != Level::Dash)
        {
            return None;
        }
        let words = without_label(text.trim_start(), level, label);
        read = Document::read_fragment(&ended(&format!("{mark}{words}"))).provisions;
    }
    if let Some(first) = read.first_mut().filter(|p| level == Level::Article && p.words().starts_with(", ")) {
        // A comma for the point behind the label is a slip of the copy.
        let words = first.text.get(first.after_mark..).unwrap_or_default().trim_start_matches([',', ' ']).to_owned();
        let mark = mark_for(level, label);
        first.after_mark = mark.len();
        first.text = mark + &words;
    }
    read.first().is_some_and(|p| p.is(level, label) || level == Level::Dash).then_some(read)
}

/// A text without the label of the unit for which it is, where it repeats it in another form than the reader knows: "2) Hồ sơ" for khoản 2, "Điều 2. giải thích".
pub(super) fn without_label<'t>(text: &'t str, level: Level, label: &Label) -> &'t str {
    let rest = if level == Level::Article { text.strip_prefix("Điều ") } else { Some(text) };
    let rest = rest.and_then(|rest| rest.strip_prefix(label.as_str()));
    let words = rest.and_then(|rest| rest.strip_prefix(['.', ')', ':', '/', '-']));
    words.filter(|words| words.starts_with(char::is_whitespace)).map_or(text, str::trim_start)
}

/// The text with exactly one line end behind it.
pub(super) fn ended(text: &str) -> String {
    format!("{}\n", text.trim_end())
}

fn replace_heading(document: &mut Document, place: &Address, text: &str) -> Result<(), Failure> {
    let provision = document.find_mut(place).ok_or(Failure::NoSuchPlace)?;
    let read = Document::read_fragment(text).provisions;
    let words = match read.first() {
        Some(unit) if unit.level == provision.level && unit.label.is_some() => unit.words().to_owned(),
        _ => match &provision.label {
            Some(label) => without_label(text.trim(), provision.level, label).to_owned(),
            None => text.trim().to_owned(),
        },
    };
    let mark = provision.text.get(..provision.after_mark).unwrap_or_default();
    let body = provision.text.get(provision.after_mark..).unwrap_or_default();
    // Behind the heading of an Điều its own paragraphs may follow; the heading of a Chương or Mục is all of its text.
    let lead = body.get(..body.len() - body.trim_start().len()).filter(|_| provision.level.is_container());
    let tail = if provision.level.is_container() { "" } else { body.split_once('\n').map_or("", |(_, tail)| tail) };
    provision.text = format!("{mark}{}{words}\n{tail}", lead.unwrap_or_default());
    Ok(())
}

fn insert(document: &mut Document, place: &Address, position: &Position, text: &str) -> Result<Address, Failure> {
    let step = place.last().ok_or(Failure::NoSuchPlace)?.clone();
    let holder = place.parent().unwrap_or_default();
    if step.level == Level::Paragraph {
        paragraph::insert(document, place, position, text)?;
        return Ok(place.clone());
    }
    if let Some((siblings, at)) = document.siblings_mut(place) {
        // A repealed unit may come back under its old label.
        let there = siblings.get_mut(at).ok_or(Failure::NoSuchPlace)?;
        if !is_repealed(there) {
            return Err(Failure::AlreadyThere);
        }
        replace(document, place, text)?;
        return Ok(place.clone());
    }
    let units = units(text, step.level, &step.label, &mark_for(step.level, &step.label)).ok_or(Failure::OtherUnit)?;
    take_back(document, &units)?;
    let (siblings, at) = match position {
        Position::After(anchor) => {
            let (siblings, at) = document.siblings_mut(anchor).ok_or(Failure::NoSuchAnchor)?;
            let mut at = at + 1;
            // What carries no label behind the anchor belongs to it.
            while siblings.get(at).is_some_and(|s| !s.level.is_labelled() && s.level != Level::Closing) {
                at += 1;
            }
            (siblings, at)
        }
        Position::Before(anchor) => document.siblings_mut(anchor).ok_or(Failure::NoSuchAnchor)?,
        Position::ByLabel | Position::End => {
            by_label(document, &holder, step.level, &step.label, *position == Position::End)?
        }
    };
    if let Some(before) = at.checked_sub(1).and_then(|n| siblings.get_mut(n)) {
        end_line(before);
    }
    siblings.splice(at..at, units);
    Ok(place.clone())
}

/// A container brings Điều with it, which stand once in an instrument: one of them that was repealed elsewhere moves here, one that is in force may not
/// come twice.
fn take_back(document: &mut Document, units: &[Provision]) -> Result<(), Failure> {
    let mut brought: Vec<Address> = Vec::new();
    for unit in units.iter().filter(|unit| unit.level.is_container()) {
        articles(unit, &mut brought);
    }
    let there = |place: &&Address| document.find(place).is_some();
    let moved: Vec<Address> = brought.iter().filter(there).cloned().collect();
    if moved.iter().any(|place| document.find(place).is_some_and(|old| !is_repealed(old))) {
        return Err(Failure::AlreadyThere);
    }
    for place in moved {
        if let Some((siblings, at)) = document.siblings_mut(&place) {
            siblings.remove(at);
        }
    }
    Ok(())
}

fn articles(unit: &Provision, found: &mut Vec<Address>) {
    for child in &unit.children {
        match &child.label {
            Some(label) if child.level == Level::Article => {
                found.push(Address::default().child(Level::Article, label.as_str()));
            }
            _ if child.level.is_container() => articles(child, found),
            _ => {}
        }
    }
}

/// Whether all that is left of a unit says that it was repealed.
pub(crate) fn is_repealed(provision: &Provision) -> bool {
    provision.words().trim_end_matches('.').ends_with(REPEALED)
}

/// The list and the place in it for a new unit, by its label.
fn by_label<'d>(
    document: &'d mut Document,
    holder: &Address,
    level: Level,
    label: &Label,
    at_the_end: bool,
) -> Result<(&'d mut Vec<Provision>, usize), Failure> {
    if holder.is_whole() && level == Level::Article {
        return article_by_label(document, label);
    }
    let list = if holder.is_whole() {
        &mut document.provisions
    } else {
        &mut document.find_mut(holder).ok_or(Failure::NoSuchPlace)?.children
    };
    let order = |l: &Label| if level == Level::Item { vec![l.roman().unwrap_or(0)] } else { Vec::new() };
    let before = |p: &Provision| {
        p.level == level
            && (at_the_end
                || p.label
                    .as_ref()
                    .is_some_and(|l| if level == Level::Item { order(l) < order(label) } else { l < label }))
    };
    let at = list.iter().rposition(before).map(|at| at + 1);
    let at = at.unwrap_or_else(|| match holder.is_whole() {
        true => list.iter().position(|p| p.level == Level::Closing).unwrap_or(list.len()),
        // The first of its level stands behind the text of its holder; with siblings of later labels, before them.
        false => list.iter().position(|p| p.level == level).unwrap_or(list.len()),
    });
    let mut at = at;
    while at > 0 && list.get(at).is_some_and(|s| !s.level.is_labelled() && s.level != Level::Closing) {
        at += 1;
    }
    Ok((list, at))
}

/// The place for a new Điều: behind the last one before it.
fn article_by_label<'d>(document: &'d mut Document, label: &Label) -> Result<(&'d mut Vec<Provision>, usize), Failure> {
    let before = document
        .walk()
        .into_iter()
        .filter(|(a, p)| p.level == Level::Article && a.0.len() == 1 && p.label.as_ref().is_some_and(|l| l < label))
        .map(|(address, _)| address)
        .next_back()
        .ok_or(Failure::NoSuchAnchor)?;
    let (list, at) = document.siblings_mut(&before).ok_or(Failure::NoSuchAnchor)?;
    Ok((list, at + 1))
}

/// The mark of a unit as it is written.
pub fn mark_for(level: Level, label: &Label) -> String {
    match level {
        Level::Clause => format!("{label}. "),
        Level::Point => format!("{label}) "),
        Level::Item => format!("({label}) "),
        Level::Article => format!("Điều {label}. "),
        level => format!("{} {label}\n", level.word(Lang::Vi)),
    }
}

/// Makes sure that what follows begins on a line of its own.
pub(super) fn end_line(provision: &mut Provision) {
    match provision.children.last_mut() {
        Some(last) => end_line(last),
        None if !provision.text.ends_with('\n') => provision.text.push('\n'),
        None => {}
    }
}

/// The provision keeps its mark; what stood in it goes. Of a container, each Điều keeps its number.
fn repeal(provision: &mut Provision) {
    let mark = provision.text.get(..provision.after_mark).unwrap_or_default().trim_end().to_owned();
    let blank = if mark.is_empty() { "" } else { " " };
    provision.text = format!("{mark}{blank}{REPEALED}\n");
    provision.after_mark = mark.len() + blank.len();
    if provision.level.is_container() {
        provision.children.iter_mut().filter(|c| c.level.is_labelled()).for_each(repeal);
    } else {
        provision.children.clear();
    }
}

/// Words behind the last words of a provision, before its closing punctuation.
fn append_words(provision: &mut Provision, text: &str) {
    let words = provision.text.trim_end();
    let body = words.trim_end_matches(['.', ';', ',']);
    let stop = words.get(body.len()..).unwrap_or_default();
    let glue = if text.starts_with([',', ';']) { "" } else { " " };
    provision.text = format!("{body}{glue}{text}{stop}\n");
}

/// A paragraph behind all that a provision holds.
pub(super) fn append_paragraph(provision: &mut Provision, text: &str) {
    end_line(provision);
    if provision.children.is_empty() {
        provision.text.push_str(&ended(text));
    } else {
        provision.children.push(Provision {
            level: Level::Paragraph,
            label: None,
            text: ended(text),
            after_mark: 0,
            line: 0,
            notes: Vec::new(),
            children: Vec::new(),
        });
    }
}

fn replace_annex(document: &mut Document, place: &Address, by: &Address, amending: &Document) -> Result<(), Failure> {
    let mut new = amending.find(by).ok_or(Failure::NoSuchAnnex)?.clone();
    end_line(&mut new);
    match document.siblings_mut(place) {
        Some((siblings, at)) => {
            siblings.splice(at..=at, [new]);
        }
        None => {
            let holder = place.parent().unwrap_or_default();
            let list = if holder.is_whole() {
                &mut document.provisions
            } else {
                &mut document.find_mut(&holder).ok_or(Failure::NoSuchPlace)?.children
            };
            if let Some(last) = list.last_mut() {
                end_line(last);
            }
            list.push(new);
        }
    }
    Ok(())
}
