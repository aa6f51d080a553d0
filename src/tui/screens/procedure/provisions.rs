//! The provisions that the form of a measure offers: those of the texts on which the procedure rests.

use super::Loaded;
use crate::law::Outline;
use crate::law::address::addresses;
use crate::law::name::place::address_of;
use crate::model::instrument::normal_number;
use crate::store::Workspace;
use crate::text::fold;
use crate::tui::layers::form::Answers;
use crate::tui::screen::Shared;
use crate::words::procedure_screen::ProcedureWord as P;
use crate::words::{Message, Result};
use jiff::civil::Date;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

/// How many choices a search gives.
const MOST: usize = 200;

/// So many characters of a provision stand behind its place.
const BEGINNING: usize = 80;

/// The texts of instruments by number, as they apply on a day.
#[derive(Debug, Clone, Default)]
pub(super) struct Provisions(Rc<BTreeMap<String, Text>>);

/// A text, whose provisions are read when they are first asked for.
#[derive(Debug)]
struct Text {
    text: String,
    provisions: OnceCell<Vec<Provision>>,
}

/// A provision that can be cited.
#[derive(Debug)]
struct Provision {
    /// In the order of citations.
    place: String,
    within: Range<usize>,
    /// Place and text without marks.
    folded: String,
}

impl Provisions {
    /// The texts of the instruments on which a procedure rests, and of those that its measures name.
    ///
    /// # Errors
    /// The data file cannot be read.
    pub(super) fn load(workspace: &Workspace, loaded: &Loaded, day: Date) -> Result<Self> {
        let bases = loaded.record.iter().flat_map(|record| &record.bases).filter_map(|basis| basis.number.as_deref());
        let named = loaded.measures.iter().filter_map(|measure| measure.instrument.as_deref());
        let mut texts = BTreeMap::new();
        for number in bases.chain(named).map(normal_number) {
            if !texts.contains_key(&number)
                && let Some(text) = workspace.applying_text(&number, day)?
            {
                texts.insert(number, Text { text, provisions: OnceCell::new() });
            }
        }
        Ok(Self(Rc::new(texts)))
    }

    /// The provisions that words find in the text of the instrument that the form names; what is typed itself comes last: an annex or a place
    /// that no text here holds can be meant.
    pub(super) fn find(&self, words: &str, answers: &Answers, shared: &Shared) -> Vec<(String, String, String)> {
        let text = answers.get("instrument").and_then(|number| self.0.get(&normal_number(number)));
        let folded: Vec<String> = words.split_whitespace().map(fold).collect();
        let all = text.map(Text::provisions).unwrap_or_default();
        let fits = |provision: &&Provision| folded.iter().all(|word| provision.folded.contains(word.as_str()));
        // A place that is typed whole comes before the provisions that cite it.
        let typed = address_of(words);
        let is_it = |provision: &&Provision| typed.is_some() && address_of(&provision.place) == typed;
        let first = all.iter().filter(is_it);
        let others = all.iter().filter(fits).filter(|provision| !is_it(provision));
        let mut found: Vec<(String, String, String)> = first
            .chain(others)
            .take(MOST)
            .map(|provision| (provision.place.clone(), provision.place.clone(), beginning(text, &provision.within)))
            .collect();
        let words = words.trim();
        if !words.is_empty() && found.iter().all(|(place, ..)| place != words) {
            let note = if text.is_some() { P::NotInText } else { P::NoTextHere };
            found.push((words.to_owned(), words.to_owned(), shared.word(note).to_owned()));
        }
        found
    }

    /// What is filled in where a provision is chosen: its text as it reads, unless something else was typed there.
    pub(super) fn fill(&self, field: &str, value: &str, answers: &Answers) -> Vec<(String, String)> {
        let answer = |name: &str| answers.get(name).map(String::as_str).unwrap_or_default();
        if field != "provision" {
            return Vec::new();
        }
        let (number, current) = (answer("instrument"), answer("current_text"));
        let untouched = current.is_empty() || self.text(number, answer("provision")) == Some(current);
        let text = self.text(number, value).filter(|_| untouched);
        text.map(|text| ("current_text".to_owned(), text.to_owned())).into_iter().collect()
    }

    /// What is to be said where the form names a provision that the text of its instrument does not have.
    pub(super) fn unknown(&self, answers: &Answers, shared: &Shared) -> Option<String> {
        let answer = |name: &str| answers.get(name).filter(|answer| !answer.is_empty());
        let (number, place) = (answer("instrument")?, answer("provision")?);
        let here = self.0.contains_key(&normal_number(number));
        (here && self.text(number, place).is_none()).then(|| P::PlaceNotInText.with(shared.lang, &[place, number]))
    }

    /// The text of a provision of an instrument, as it reads.
    fn text(&self, number: &str, place: &str) -> Option<&str> {
        let text = self.0.get(&normal_number(number))?;
        let wanted = address_of(place)?;
        let provision = text.provisions().iter().find(|one| address_of(&one.place).as_ref() == Some(&wanted))?;
        text.text.get(provision.within.clone()).map(str::trim)
    }
}

impl Text {
    fn provisions(&self) -> &[Provision] {
        self.provisions.get_or_init(|| {
            let outline = Outline::read(&self.text);
            let addresses = addresses(&outline);
            let citable = |unit: &crate::law::Unit| !unit.level.is_container();
            let mut found: Vec<Provision> = Vec::new();
            for (unit, address) in outline.units.iter().zip(&addresses) {
                if address.is_whole() || !citable(unit) {
                    continue;
                }
                let (place, within) = (address.to_string(), unit.start..unit.end);
                if found.last().is_some_and(|last| last.place == place) {
                    continue;
                }
                let folded = fold(&format!("{place} {}", self.text.get(within.clone()).unwrap_or_default()));
                found.push(Provision { place, within, folded });
            }
            found
        })
    }
}

/// How a provision begins.
fn beginning(text: Option<&Text>, within: &Range<usize>) -> String {
    let text = text.and_then(|text| text.text.get(within.clone())).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(BEGINNING).collect()
}
