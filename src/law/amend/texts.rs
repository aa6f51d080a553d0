//! The new text of an order, by the units in it.

use crate::law::Document;
use crate::model::{Address, Label, Level, Step};

/// One of the widest units of the new text.
struct NewUnit {
    level: Level,
    label: Label,
    text: String,
    given: bool,
}

/// Whether a label is a part of a point: `a1` of `a`.
fn is_part(point: &Label, label: &Label) -> bool {
    label
        .as_str()
        .strip_prefix(point.as_str())
        .is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()) && !rest.is_empty())
}

/// Whether a new text leaves out what stays as it is, "(...)" on a line or under a label: it is not the whole text of its place.
pub(super) fn leaves_out(text: &str) -> bool {
    let left = |words: &str| {
        ["(...)", "[...]", "...", "…", "(…)", "[…]", "(....)"].contains(&words.trim_end_matches([';', '”', '"']).trim())
    };
    let behind_label = |line: &str| {
        let (label, rest) = line.split_once(' ').unwrap_or_default();
        label.ends_with(['.', ')']) && label.chars().count() <= 4 && left(rest)
    };
    text.lines().map(str::trim).any(|line| left(line) || behind_label(line))
}

/// The new text, by the units in it.
pub(super) struct Texts {
    raw: String,
    units: Vec<NewUnit>,
    /// The last steps of the places that the order names.
    named: Vec<Step>,
    /// Text before the first labelled unit.
    has_lead: bool,
    whole_taken: bool,
}

impl Texts {
    /// The text, read by the places that the order names: `i)` is a point where they say so.
    pub(super) fn new<'a>(raw: &str, places: impl Iterator<Item = &'a (Address, bool)>) -> Self {
        let places: Vec<&(Address, bool)> = places.collect();
        let named: Vec<Step> = places.iter().filter_map(|(place, _)| place.last()).cloned().collect();
        let points: Vec<&str> =
            named.iter().filter(|step| step.level == Level::Point).map(|step| step.label.as_str()).collect();
        let mut fragment = Document::read_fragment_with(raw, &points);
        // Of an Điều whose heading and some units are named, each of these is given alone.
        if let [only] = fragment.provisions.as_mut_slice()
            && let Some(label) = &only.label
        {
            let headed = |(place, heading): &&(Address, bool)| {
                *heading && place.last().is_some_and(|step| step.level == only.level && step.label.same(label))
            };
            let inside = |step: &Step| only.children.iter().any(|child| child.level == step.level);
            if places.iter().any(headed) && places.iter().filter_map(|(place, _)| place.last()).any(inside) {
                let children = std::mem::take(&mut only.children);
                fragment.provisions.extend(children);
            }
        }
        let mut units: Vec<NewUnit> = Vec::new();
        let mut has_lead = false;
        for provision in &fragment.provisions {
            match &provision.label {
                Some(label) if provision.level != Level::Dash => {
                    let (level, label) = (provision.level, label.clone());
                    units.push(NewUnit { level, label, text: provision.full_text(), given: false });
                }
                _ => match units.last_mut() {
                    Some(last) => last.text.push_str(&provision.full_text()),
                    None => has_lead = true,
                },
            }
        }
        Self { raw: raw.to_owned(), units, named, has_lead, whole_taken: false }
    }

    /// The text for a place. A text without a label is for the one place that the order names.
    pub(super) fn take(&mut self, place: &Address, heading: bool, alone: bool) -> Option<String> {
        let step = place.last()?;
        let labelled = !matches!(step.level, Level::Paragraph | Level::Dash);
        if labelled
            && let Some(unit) =
                self.units.iter_mut().find(|u| !u.given && u.level == step.level && u.label.same(&step.label))
        {
            unit.given = true;
            let mut text = unit.text.trim_end().to_owned();
            // `a1)`, `a2)` behind `a)` are parts of point a unless the order names them.
            let named = &self.named;
            let parts = |u: &&mut NewUnit| {
                let of_its_own = named.iter().any(|n| n.level == u.level && n.label.same(&u.label));
                u.level == Level::Point && step.level == Level::Point && is_part(&step.label, &u.label) && !of_its_own
            };
            for part in self.units.iter_mut().filter(|u| !u.given).filter(parts) {
                part.given = true;
                text.push('\n');
                text.push_str(part.text.trim_end());
            }
            return Some(text);
        }
        // A quotation may repeat the heading of the Điều above the unit it changes: such text is not certain.
        let unlabelled =
            self.units.is_empty() || (self.has_lead && self.units.iter().all(|u| u.level.depth() > step.level.depth()));
        if (alone || heading) && (!labelled || unlabelled) && !self.whole_taken {
            self.whole_taken = true;
            self.units.iter_mut().for_each(|u| u.given = true);
            return Some(self.raw.trim().to_owned());
        }
        None
    }

    pub(super) fn has_more(&self) -> bool {
        self.units.iter().any(|u| !u.given)
    }
}
