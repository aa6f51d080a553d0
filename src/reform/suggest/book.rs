//! The phrases of the register and of the rules, compiled to be found in one pass.

use super::rules::SuggestRules;
use super::words::{Folder, Words};
use crate::model::StateData;
use aho_corasick::AhoCorasick;
use std::collections::{BTreeMap, BTreeSet};

/// What a phrase means where it is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// A paper that an item of the register makes superfluous; its place in [`Book::items`].
    Paper(usize),
    /// The part names something else than this item.
    Unless(usize),
    Form,
    Lead,
    Condition,
    Content,
    Asks,
    Negation,
    DataUsed,
    EveryPaper,
    NotAfter,
    Foreign,
    Shown,
    Join,
    Alternative,
    Equivalent,
    /// A certified copy is asked for.
    Certified,
    /// A plain copy is taken too.
    Plain,
    /// The text speaks of certification.
    Certification,
    ForeignProcedure,
    /// This item is not suggested for a procedure of this name.
    NotIn(usize),
    CertifyingProcedure,
    ElectronicReport,
}

/// A phrase found: its words are those from `from` until before `to` of the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub from: usize,
    pub to: usize,
    pub sign: Sign,
}

/// An item of the register, as a pair of places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Item {
    /// In [`Book::register`].
    pub data: usize,
    /// In its [`StateData::items`].
    pub item: usize,
}

/// The register and the rules, compiled.
#[derive(Debug, Clone)]
pub struct Book {
    /// The register of data that the state holds.
    pub(super) register: Vec<StateData>,
    pub(super) items: Vec<Item>,
    pub(super) rules: SuggestRules,
    folder: Folder,
    automaton: AhoCorasick,
    signs: Vec<Vec<Sign>>,
    explaining: Vec<String>,
}

impl Book {
    /// Compiles a register and rules. Nothing when they are too large to compile (more than four thousand million bytes).
    pub fn new(register: &[StateData], rules: &SuggestRules) -> Option<Self> {
        let folder = Folder::new();
        let mut phrases: BTreeMap<String, BTreeSet<Sign>> = BTreeMap::new();
        let mut add = |texts: &[String], sign: Sign| {
            for text in texts {
                let phrase = folder.phrase(text);
                if phrase.len() > 1 {
                    phrases.entry(phrase).or_default().insert(sign);
                }
            }
        };
        let mut items = Vec::new();
        for (data, held) in register.iter().enumerate() {
            for (item, what) in held.items.iter().enumerate() {
                add(&what.phrases, Sign::Paper(items.len()));
                add(&what.unless, Sign::Unless(items.len()));
                for not_in in rules.data.not_in.iter().filter(|n| n.item == format!("{}.{}", held.id, what.id)) {
                    add(&not_in.procedures, Sign::NotIn(items.len()));
                }
                items.push(Item { data, item });
            }
        }
        let reading = &rules.reading;
        for (texts, sign) in [
            (&reading.forms, Sign::Form),
            (&reading.leads, Sign::Lead),
            (&reading.conditions, Sign::Condition),
            (&reading.contents, Sign::Content),
            (&reading.asks, Sign::Asks),
            (&reading.negations, Sign::Negation),
            (&reading.data_used, Sign::DataUsed),
            (&reading.every_paper, Sign::EveryPaper),
            (&reading.not_after, Sign::NotAfter),
            (&reading.foreign, Sign::Foreign),
            (&reading.shown, Sign::Shown),
            (&reading.joins, Sign::Join),
            (&reading.alternatives, Sign::Alternative),
            (&reading.equivalents, Sign::Equivalent),
            (&rules.certified.phrases, Sign::Certified),
            (&rules.certified.unless, Sign::Plain),
            (&rules.certified.words, Sign::Certification),
            (&rules.certified.not_in, Sign::CertifyingProcedure),
            (&rules.data.foreign_procedures, Sign::ForeignProcedure),
            (&rules.report.unless, Sign::ElectronicReport),
        ] {
            add(texts, sign);
        }
        let explaining = reading.explaining.iter().map(|head| folder.phrase(head)).collect();
        let automaton = AhoCorasick::new(phrases.keys()).ok()?;
        let signs = phrases.into_values().map(|signs| signs.into_iter().collect()).collect();
        Some(Self { register: register.to_vec(), items, rules: rules.clone(), folder, automaton, signs, explaining })
    }

    /// A text as words, and every phrase in it in the order in which they begin, the longer first.
    pub(super) fn read(&self, text: &str) -> (Words, Vec<Found>) {
        let words = self.folder.words(text);
        let mut found = Vec::new();
        for hit in self.automaton.find_overlapping_iter(&words.text) {
            let (from, to) = (words.index(hit.start() + 1), words.index(hit.end()));
            let signs = self.signs.get(hit.pattern().as_usize()).into_iter().flatten();
            found.extend(signs.map(|sign| Found { from, to, sign: *sign }));
        }
        found.sort_by_key(|f| (f.from, std::cmp::Reverse(f.to), f.sign));
        (words, found)
    }

    /// Whether a component, or the heading of its group, begins as those that only explain.
    pub(super) fn explains(&self, text: &str) -> bool {
        let beginning: String = text.chars().take(40).collect();
        let folded = self.folder.phrase(&beginning);
        let bare = folded.trim_start_matches([' ', ';', ':', '(']);
        self.explaining.iter().any(|head| bare.starts_with(head.trim_start()))
    }
}
