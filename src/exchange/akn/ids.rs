//! The `eId` of units by the naming convention of Akoma Ntoso (OASIS akn-nc 1.0, section 5): short name of the element, number, and before them what
//! holds the unit, from the nearest one within which numbers do not repeat: `art_5__para_2__point_a`.

use super::uri::slug;
use crate::model::provision::ORDINALS;
use crate::model::{Address, Label, Level};
use std::collections::{HashMap, HashSet};

/// The element of a level of the hierarchy, and its short name; of a level that is none, nothing.
pub(super) fn element(level: Level) -> Option<(&'static str, &'static str)> {
    Some(match level {
        Level::Part => ("part", "part"),
        Level::Chapter => ("chapter", "chp"),
        Level::Section => ("section", "sec"),
        Level::Subsection => ("subsection", "subsec"),
        Level::Article => ("article", "art"),
        Level::Clause => ("paragraph", "para"),
        Level::Point => ("point", "point"),
        Level::Item => ("subparagraph", "subpara"),
        Level::Dash => ("indent", "indent"),
        _ => return None,
    })
}

/// The number of a unit in its `eId`: as it is written, `đ` and all; words become a number or are joined.
pub(super) fn number(label: &Label) -> String {
    let text = label.as_str();
    if let Some(at) = ORDINALS.iter().position(|word| *word == text) {
        return (at + 1).to_string();
    }
    if text.contains(' ') {
        return slug(text);
    }
    text.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect()
}

/// The `eId` of the unit at an address of an instrument whose text is not at hand.
pub(super) fn of_address(address: &Address) -> String {
    let mut steps: Vec<String> = Vec::new();
    for step in &address.0 {
        match step.level {
            Level::Annex => steps.push(format!("att_{}", number(&step.label))),
            // Where it stands in its holder is not known of a paragraph without a label: the holder is named.
            level => {
                let Some((_, short)) = element(level) else { break };
                steps.push(format!("{short}_{}", number(&step.label)));
            }
        }
    }
    steps.join("__")
}

/// The `eId`s that were given, each with how many were wanted so.
#[derive(Debug, Default)]
pub(super) struct Ids {
    given: HashSet<String>,
    wanted: HashMap<String, usize>,
}

impl Ids {
    /// The `eId` as it is wanted, or, where a text gives one label twice, with the count behind it.
    pub fn give(&mut self, wanted: String) -> String {
        if self.given.insert(wanted.clone()) {
            return wanted;
        }
        loop {
            let count = self.wanted.entry(wanted.clone()).or_insert(1);
            *count += 1;
            let id = format!("{wanted}-{count}");
            if self.given.insert(id.clone()) {
                return id;
            }
        }
    }

    /// The next `eId` of what carries no label: `art_1__qstr_2`.
    pub fn next(&mut self, holder: &str, short: &str) -> String {
        let head = if holder.is_empty() { short.to_owned() } else { format!("{holder}__{short}") };
        loop {
            let count = self.wanted.entry(head.clone()).or_default();
            *count += 1;
            let id = format!("{head}_{count}");
            if self.given.insert(id.clone()) {
                return id;
            }
        }
    }
}
