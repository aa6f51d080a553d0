//! What other instruments of the register cite of one, and it of them: found beside the screen.

use super::Law;
use crate::law::cite::words;
use crate::law::{Document, Graph, Titles};
use crate::store::{Reader, Workspace};
use crate::tui::place::Place;
use crate::tui::screen::{Shared, Work};
use crate::words::Result;
use crate::words::law_screen::LawScreenWord as L;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What was found, and for which time it was asked.
pub(super) struct Found(pub(super) Result<Graph>, pub(super) u64);

/// What is to be found.
pub(super) struct Abroad {
    number: String,
    text: String,
    /// Numbers and titles of all instruments.
    instruments: Vec<(String, String)>,
    day: Date,
}

impl Abroad {
    /// Beside the screen, on a connection of its own.
    pub(super) fn work(self, place: Place, time: u64, shared: &Shared) -> Work {
        let path = PathBuf::from(&shared.file);
        let read = move |own: Workspace| self.read(&own);
        let run = move || Workspace::open(&path).and_then(read);
        let name = shared.word(L::ReadingReferences).to_owned();
        Work { name, place, run: Box::new(move |_| Box::new(Found(run(), time))) }
    }

    /// The references of the instrument and of those that it may cite, or that may cite it.
    pub(super) fn read(&self, reader: &Reader) -> Result<Graph> {
        let title = self.instruments.iter().find(|(number, _)| *number == self.number).map(|(_, title)| title.as_str());
        let own = Titles::new([(self.number.as_str(), title.unwrap_or_default())]);
        let own_words = words(&self.text);
        let mut documents = BTreeMap::from([(self.number.clone(), Document::read(&self.text))]);
        for (number, title) in self.instruments.iter().filter(|(number, _)| *number != self.number) {
            let Some(text) = reader.applying_text(number, self.day)? else { continue };
            let named = Titles::new([(number.as_str(), title.as_str())]).may_stand_in(&own_words);
            if named || own.may_stand_in(&words(&text)) {
                documents.insert(number.clone(), Document::read(&text));
            }
        }
        let titles = Titles::new(self.instruments.iter().map(|(number, title)| (number.as_str(), title.as_str())));
        Ok(Graph::over(&documents, &titles))
    }
}

impl Law {
    /// What is to be found; nothing where there is no text, or no other instrument.
    pub(super) fn cited_abroad(&self, shared: &Shared) -> Option<Abroad> {
        let others = shared.world.instruments.len() > 1;
        let reading = self.reading.as_ref().filter(|_| self.has_text() && others)?;
        Some(Abroad {
            number: self.number.clone(),
            text: reading.text().to_owned(),
            instruments: shared.world.instruments.clone(),
            day: self.day.unwrap_or(shared.today),
        })
    }

    /// Takes what was found.
    pub(super) fn widen(&mut self, graph: Graph, shared: &Shared) {
        if let Some(reading) = &mut self.reading {
            reading.widen(graph);
        }
        self.relate(shared);
    }
}
