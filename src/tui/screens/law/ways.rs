//! What can be done on the screen of an instrument, and how.

use super::propose;
use super::reading::{Pane, Reading};
use super::related::{Goes, goes};
use super::{
    ANSWERS, BESIDE, COMPARE, DAY, DRAFT, EXPORT, HOLDS, IMPORT, JUMP, Law, REFERENCES, TEXT, VERSION, VERSIONS, VIEW,
    WRITE,
};
use crate::tui::command::{Can, id};
use crate::tui::layers::{Chooser, Item};
use crate::tui::place::Place;
use crate::tui::screen::{Effect, Shared};
use crate::tui::status::Sign;
use crate::tui::widgets::pager::Pager;
use crate::words::Message;
use crate::words::law_screen::LawScreenWord as L;
use crate::words::screen::ScreenWord as W;

impl Law {
    pub(super) fn can_here(&self, what: &str, shared: &Shared) -> Can {
        let no = |word: L| Can::No(shared.word(word).to_owned());
        let Some(reading) = &self.reading else {
            return if matches!(what, IMPORT | id::OPEN) { Can::Yes } else { Can::NotHere };
        };
        match what {
            IMPORT => return Can::Yes,
            VERSION | DAY | HOLDS | EXPORT | ANSWERS if reading.heads.is_empty() => return no(L::NoTextHere),
            VERSION | DAY | HOLDS | EXPORT | ANSWERS => return Can::Yes,
            VERSIONS if reading.heads.len() < 2 => return no(L::OneVersion),
            VERSIONS => return Can::Yes,
            VIEW => return if self.tab == COMPARE { Can::Yes } else { Can::NotHere },
            WRITE => return Can::when(self.drafted.has_text(), || shared.word(L::NothingToDraft).to_owned()),
            id::EDIT if !self.has_text() => return no(L::NoTextHere),
            id::EDIT => {
                return Can::when(reading.address().is_some(), || shared.word(L::NoProvisionInHand).to_owned());
            }
            JUMP => return Can::when(self.has_text(), || shared.word(L::NoTextHere).to_owned()),
            id::FOLD_ALL => return if self.tab == TEXT && self.has_text() { Can::Yes } else { Can::NotHere },
            _ => {}
        }
        match self.tab {
            TEXT if !self.has_text() => match what {
                id::OPEN => Can::Yes,
                _ => Can::NotHere,
            },
            TEXT => match what {
                id::OPEN | id::NEXT_PANE | id::PREVIOUS_PANE | id::LEFT | id::RIGHT | id::COPY => Can::Yes,
                what => reading.pager.can(what, shared),
            },
            REFERENCES if what == id::OPEN => {
                Can::when(self.grid.hand().is_some(), || shared.word(W::NoRowHere).to_owned())
            }
            REFERENCES => Can::NotHere,
            COMPARE if matches!(what, id::NEXT_HIT | id::PREVIOUS_HIT) => {
                Can::when(self.proposals.shown.has_edits(), || shared.word(L::NothingDiffers).to_owned())
            }
            BESIDE if matches!(what, id::NEXT_HIT | id::PREVIOUS_HIT) => {
                Can::when(self.versions.changes() > 0, || shared.word(L::NothingDiffers).to_owned())
            }
            COMPARE => self.proposals.shown.pager.borrow().can(what, shared),
            BESIDE => self.versions.shown.pager.borrow().can(what, shared),
            _ => self.drafted.pager.can(what, shared),
        }
    }

    pub(super) fn run_here(&mut self, what: &'static str, shared: &Shared) -> Option<Vec<Effect>> {
        let nothing = Some(Vec::new());
        match what {
            IMPORT => return Some(vec![Effect::Open(Place::of("import"))]),
            VERSION => return Some(vec![self.choose_version(shared)]),
            DAY => return Some(vec![self.ask_day(shared)]),
            HOLDS => return Some(vec![self.ask_holding(shared)]),
            ANSWERS => return Some(vec![self.ask_answers(shared)]),
            EXPORT => return Some(vec![self.ask_export(shared)]),
            VERSIONS => return Some(vec![self.ask_versions(shared)]),
            JUMP => return Some(vec![self.choose_article(shared)]),
            WRITE => return Some(vec![self.drafted.file_form(&self.number, shared)]),
            id::EDIT => {
                return self.reading.as_ref().and_then(|r| propose::form(r, shared)).map(|form| vec![form.open()]);
            }
            VIEW => {
                self.proposals.next_view(shared);
                return nothing;
            }
            id::FOLD_ALL => {
                if let Some(reading) = &mut self.reading {
                    reading.fold_all();
                }
                return nothing;
            }
            _ => {}
        }
        match self.tab {
            TEXT if !self.has_text() => (what == id::OPEN).then(|| vec![Effect::Open(Place::of("import"))]),
            TEXT => self.run_text(what, shared),
            REFERENCES if what == id::OPEN => {
                let goes = self.related.goes(self.grid.hand()?)?.clone();
                Some(self.go(goes, shared))
            }
            REFERENCES => None,
            BESIDE if matches!(what, id::NEXT_HIT | id::PREVIOUS_HIT) => {
                let pager = self.versions.shown.pager.get_mut();
                if pager.hits().is_none() || !pager.run(what) {
                    self.versions.next_change(what == id::NEXT_HIT);
                }
                nothing
            }
            COMPARE if matches!(what, id::NEXT_HIT | id::PREVIOUS_HIT) => {
                let pager = self.proposals.shown.pager.get_mut();
                if pager.hits().is_none() || !pager.run(what) {
                    self.proposals.shown.next_edit(what == id::NEXT_HIT);
                }
                nothing
            }
            COMPARE => paged(self.proposals.shown.pager.get_mut(), what, shared),
            BESIDE => paged(self.versions.shown.pager.get_mut(), what, shared),
            DRAFT => paged(&mut self.drafted.pager, what, shared),
            _ => None,
        }
    }

    fn run_text(&mut self, what: &'static str, shared: &Shared) -> Option<Vec<Effect>> {
        let nothing = Some(Vec::new());
        let room = isize::try_from(self.room.get().max(2) - 1).unwrap_or(1);
        let pane = self.reading.as_ref()?.pane;
        let by = match what {
            id::UP => Some(-1),
            id::DOWN => Some(1),
            id::PAGE_UP => Some(-room),
            id::PAGE_DOWN => Some(room),
            id::FIRST => Some(isize::MIN),
            id::LAST => Some(isize::MAX),
            _ => None,
        };
        if let Some(by) = by {
            self.moved(shared, |reading| match pane {
                Pane::Tree => reading.step(by),
                Pane::Text => reading.scroll(what),
            });
            return nothing;
        }
        match (what, pane) {
            (id::NEXT_PANE | id::PREVIOUS_PANE, _) => {
                let reading = self.reading.as_mut()?;
                reading.pane = if pane == Pane::Tree { Pane::Text } else { Pane::Tree };
            }
            (id::LEFT, Pane::Tree) => _ = self.moved(shared, Reading::fold),
            (id::RIGHT, Pane::Tree) => _ = self.moved(shared, Reading::unfold),
            (id::LEFT | id::RIGHT, Pane::Text) => self.reading.as_mut()?.pager.next_link(what == id::RIGHT),
            (id::OPEN, Pane::Tree) => self.reading.as_mut()?.pane = Pane::Text,
            (id::OPEN, Pane::Text) => return Some(self.follow(shared)),
            (id::FIND, _) => {
                // What is found stands in the text, so the text is in hand.
                let reading = self.reading.as_mut()?;
                reading.pane = Pane::Text;
                reading.pager.run(what);
            }
            (id::NEXT_HIT | id::PREVIOUS_HIT, _) => {
                self.moved(shared, |reading| {
                    reading.pane = Pane::Text;
                    reading.pager.run(what);
                    reading.follow_hit();
                });
            }
            (id::COPY, _) => {
                let reading = self.reading.as_ref()?;
                let text = reading.text_of(reading.selected).to_owned();
                let place = reading.address().map_or_else(|| self.number.clone(), ToString::to_string);
                let said = L::ProvisionCopied.with(shared.lang, &[&place]);
                return Some(vec![Effect::Copy(text), Effect::Say(Sign::Done, said)]);
            }
            (id::BACK, _) if self.reading.as_mut()?.pager.run(id::BACK) => {}
            (id::BACK, Pane::Text) => self.reading.as_mut()?.pane = Pane::Tree,
            _ => return None,
        }
        nothing
    }

    /// Follows the reference in hand; where none is, the first one that is seen is taken in hand.
    fn follow(&mut self, shared: &Shared) -> Vec<Effect> {
        let Some(reading) = &mut self.reading else { return Vec::new() };
        let Some(at) = reading.pager.link().and_then(|name| name.parse::<usize>().ok()) else {
            reading.pager.next_link(true);
            return vec![Effect::Say(Sign::Info, shared.word(L::ReferenceInHand).to_owned())];
        };
        let cited = reading.cited_at(at, &shared.world.instruments);
        let ways: Vec<(String, Goes)> = cited
            .iter()
            .map(|citation| {
                let number = citation.number().filter(|number| *number != self.number).unwrap_or_default();
                let place = if citation.place.is_whole() { String::new() } else { citation.place.to_string() };
                (format!("{place} {number}").trim().to_owned(), goes(citation, shared))
            })
            .collect();
        match ways.as_slice() {
            [] => vec![Effect::Say(Sign::Info, shared.word(L::NotRead).to_owned())],
            [(_, only)] => {
                let only = only.clone();
                self.go(only, shared)
            }
            several => {
                let item = |(label, goes): &(String, Goes)| match goes {
                    Goes::Nowhere(why) => Item::not(label, why),
                    Goes::Open(place) => {
                        let place = place.clone();
                        Item::new(label, "", move |_| vec![Effect::Open(place.clone())])
                    }
                    Goes::Byte(_) => Item::not(label, ""),
                    Goes::Provision(address) => {
                        let at = address.to_string();
                        Item::new(label, "", move |_| super::choices::jump(&at))
                    }
                };
                let items = several.iter().map(item).collect();
                vec![Effect::Over(Box::new(Chooser::new(shared.word(L::WhichReference), items).wide(74)))]
            }
        }
    }

    /// Goes where a line or a reference leads.
    fn go(&mut self, goes: Goes, shared: &Shared) -> Vec<Effect> {
        match goes {
            Goes::Open(place) => return vec![Effect::Open(place)],
            Goes::Nowhere(why) => return vec![Effect::Say(Sign::Info, why)],
            Goes::Byte(at) => {
                self.tab = TEXT;
                self.moved(shared, |reading| reading.go_to(at));
            }
            Goes::Provision(address) => return super::choices::jump(&address.to_string()),
        }
        Vec::new()
    }
}

/// Runs a command of a text that is read.
fn paged(pager: &mut Pager, what: &'static str, shared: &Shared) -> Option<Vec<Effect>> {
    if what == id::COPY {
        let said = shared.word(L::SeenCopied).to_owned();
        return Some(vec![Effect::Copy(pager.seen()), Effect::Say(Sign::Done, said)]);
    }
    pager.run(what).then(Vec::new)
}
