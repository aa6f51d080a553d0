//! What can be done on the screen of an instrument, and how.

use super::reading::{Pane, Reading};
use super::related::{Goes, goes};
use super::{AND, IN, PAIR, TABS, propose, version_name};
use super::{BESIDE, COMPARE, DAY, DRAFT, FOLD, IMPORT, JUMP, Law, REFERENCES, TEXT, VERSION, VERSIONS, VIEW, WRITE};
use crate::store::VersionHead;
use crate::text::{date, number};
use crate::tui::command::{Can, id};
use crate::tui::layers::{Chooser, Field, Form, Item, Refusal};
use crate::tui::place::Place;
use crate::tui::screen::{Effect, Screen, Shared};
use crate::tui::status::Sign;
use crate::tui::widgets::pager::Pager;
use crate::words::Message;
use crate::words::law_screen::LawScreenWord as L;
use crate::words::screen::ScreenWord as W;
use jiff::civil::Date;
use std::rc::Rc;

impl Law {
    pub(super) fn can_here(&self, what: &str, shared: &Shared) -> Can {
        let no = |word: L| Can::No(shared.word(word).to_owned());
        let Some(reading) = &self.reading else {
            return if matches!(what, IMPORT | id::OPEN) { Can::Yes } else { Can::NotHere };
        };
        match what {
            IMPORT => return Can::Yes,
            VERSION | DAY if reading.heads.is_empty() => return no(L::NoTextHere),
            VERSION | DAY => return Can::Yes,
            VERSIONS if reading.heads.len() < 2 => return no(L::OneVersion),
            VERSIONS => return Can::Yes,
            VIEW => return if self.tab == COMPARE { Can::Yes } else { Can::NotHere },
            WRITE => return Can::when(self.drafted.has_text(), || shared.word(L::NothingToDraft).to_owned()),
            id::EDIT if !self.has_text() => return no(L::NoTextHere),
            id::EDIT => {
                return Can::when(reading.address().is_some(), || shared.word(L::NoProvisionInHand).to_owned());
            }
            JUMP => return Can::when(self.has_text(), || shared.word(L::NoTextHere).to_owned()),
            FOLD => return if self.tab == TEXT && self.has_text() { Can::Yes } else { Can::NotHere },
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
            FOLD => {
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
                        let place = self.place_at(&address.to_string());
                        Item::new(label, "", move |_| vec![Effect::Open(place.clone())])
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
            Goes::Provision(address) => {
                self.tab = TEXT;
                self.go_to(&address.to_string());
                if let Some(reading) = &mut self.reading {
                    reading.pane = Pane::Text;
                }
                self.relate(shared);
            }
        }
        Vec::new()
    }

    fn choose_version(&self, shared: &Shared) -> Effect {
        let heads = self.reading.as_ref().map(|reading| reading.heads.as_slice()).unwrap_or_default();
        let items = heads.iter().map(|head| {
            let from = head.from.map(|day| L::EffectiveOn.with(shared.lang, &[&date::short(day, shared.lang)]));
            let long = L::Characters.with(shared.lang, &[&number::whole(head.characters as i128, shared.lang)]);
            let right = [from.unwrap_or_default(), long].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>();
            let place = self.place_in(&head.name);
            Item::new(version_name(&head.name, shared.lang), right.join(" · "), move |_| {
                vec![Effect::Open(place.clone())]
            })
        });
        let now = self.reading.as_ref().and_then(|reading| reading.version.as_deref()).unwrap_or_default();
        let chooser = Chooser::new(shared.word(W::DoVersion), items.collect()).at(&version_name(now, shared.lang));
        Effect::Over(Box::new(chooser.wide(74)))
    }

    /// The text in a version, or in that which applies on a day: the provision in hand stays in hand.
    fn place_in(&self, chosen: &str) -> Place {
        Place { tab: format!("{IN}{chosen}"), ..self.place() }
    }

    /// Another provision of the text that is read.
    fn place_at(&self, at: &str) -> Place {
        let chosen = self.chosen();
        let tab = if chosen.is_empty() { String::new() } else { format!("{IN}{chosen}") };
        Place::about("law", &self.number).tab(&tab).at(at)
    }

    fn ask_day(&self, shared: &Shared) -> Effect {
        let day = self.day.unwrap_or(shared.today);
        let field = Field::line("day", shared.word(L::InForceDay), &date::short(day, shared.lang)).needed();
        let heads: Vec<VersionHead> = self.reading.as_ref().map(|r| r.heads.clone()).unwrap_or_default();
        let place = self.place();
        let find: Rc<Applying> = Rc::new(move |typed| {
            let day = date::parse(typed)?;
            Some((day, VersionHead::applying(&heads, day)?.clone()))
        });
        let told = find.clone();
        let form = Form::new(shared.word(W::DoInForceOn), vec![field], move |answers, shared| {
            let typed = answers.get("day").cloned().unwrap_or_default();
            let Some((day, head)) = find(&typed) else {
                return Err(Refusal::of("day", L::NoDay.with(shared.lang, &[&typed])));
            };
            let name = version_name(&head.name, shared.lang);
            let said = L::AppliesOn.with(shared.lang, &[&date::short(day, shared.lang), &name]);
            let place = place.clone().tab(&format!("{IN}{day}"));
            Ok(vec![Effect::Open(place), Effect::Say(Sign::Info, said)])
        });
        let form = form.previewed(move |answers, shared| {
            let typed = answers.get("day").map(String::as_str).unwrap_or_default();
            let Some((day, head)) = told(typed) else { return Vec::new() };
            let begun = head.kind.name() == "proposed" || head.from.is_some_and(|from| from > day);
            let said = if begun { L::NoneAppliesYet } else { L::AppliesOn };
            vec![said.with(shared.lang, &[&date::short(day, shared.lang), &version_name(&head.name, shared.lang)])]
        });
        form.open()
    }

    fn ask_versions(&self, shared: &Shared) -> Effect {
        let heads = self.reading.as_ref().map(|reading| reading.heads.as_slice()).unwrap_or_default();
        let options: Vec<(String, String)> =
            heads.iter().map(|head| (head.name.clone(), version_name(&head.name, shared.lang))).collect();
        let (old, new) = self.versions.names.clone().unwrap_or_default();
        let fields = vec![
            Field::choice("old", shared.word(L::OldVersion), options.clone(), &old),
            Field::choice("new", shared.word(L::NewVersion), options, &new),
        ];
        let place = self.place();
        let form = Form::new(shared.word(W::DoTwoVersions), fields, move |answers, shared| {
            let answer = |name: &str| answers.get(name).cloned().unwrap_or_default();
            let (old, new) = (answer("old"), answer("new"));
            if old == new {
                return Err(Refusal::of("new", shared.word(L::TwoVersions)));
            }
            let tab = format!("{}{PAIR}{old}{AND}{new}", TABS[BESIDE]);
            Ok(vec![Effect::Open(place.clone().tab(&tab))])
        });
        form.open()
    }

    fn choose_article(&self, shared: &Shared) -> Effect {
        let articles = self.reading.as_ref().map(|reading| reading.articles().collect::<Vec<_>>()).unwrap_or_default();
        let addresses = self.reading.as_ref().map(|reading| reading.addresses.clone()).unwrap_or_default();
        let items = articles.into_iter().map(|(unit, title)| {
            let at = addresses.get(unit).map(ToString::to_string).unwrap_or_default();
            let place = self.place_at(&at);
            Item::new(title, "", move |_| vec![Effect::Open(place.clone())])
        });
        Effect::Over(Box::new(Chooser::new(shared.word(W::DoArticle), items.collect()).wide(74)))
    }
}

/// The day that is typed, with the version that applies on it.
type Applying = dyn Fn(&str) -> Option<(Date, VersionHead)>;

/// Runs a command of a text that is read.
fn paged(pager: &mut Pager, what: &'static str, shared: &Shared) -> Option<Vec<Effect>> {
    if what == id::COPY {
        let said = shared.word(L::SeenCopied).to_owned();
        return Some(vec![Effect::Copy(pager.seen()), Effect::Say(Sign::Done, said)]);
    }
    pager.run(what).then(Vec::new)
}
