//! What the application remembers from day to day: the way, and what was typed and not saved.

use super::app::Stop;
use super::kept::Draft;
use super::layers::{Item, ask};
use super::place::Place;
use super::screen::Effect;
use super::screens;
use super::session::Session;
use super::world::Touch;
use crate::words::screen::ScreenWord as W;
use crate::words::{Message, Result};
use std::collections::BTreeSet;

/// Under which name the way is kept.
const WAY: &str = "way";

impl Session {
    /// Remembers something, or forgets it. While another program writes it is remembered in memory alone.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub(super) fn keep(&mut self, name: &str, value: Option<&str>) -> Result<()> {
        if !self.app.shared.kept.put(name, value) {
            return Ok(());
        }
        match self.workspace.keep(&self.app.shared.author, name, value) {
            Err(fault) if !fault.is_busy() => Err(fault),
            _ => {
                // Remembering is no change of data: it is not told as one.
                self.seen = self.workspace.data_version()?;
                Ok(())
            }
        }
    }

    /// Keeps what is typed now, here and on the screens that lead back, and forgets what was given or let go.
    pub(super) fn keep_draft(&mut self) {
        let drafts = self.app.drafts();
        let names: BTreeSet<String> = drafts.iter().map(Draft::name).collect();
        for gone in std::mem::take(&mut self.drafted).difference(&names) {
            let _ = self.keep(gone, None);
        }
        for draft in &drafts {
            let text = serde_json::to_string(draft).unwrap_or_default();
            let _ = self.keep(&draft.name(), Some(&text));
        }
        self.app.kept_draft = !drafts.is_empty();
        self.drafted = names;
    }

    /// Remembers where one is, to be there again at the next start.
    pub(super) fn remember_the_way(&mut self) {
        let way: Vec<Place> = self.app.trail.iter().skip(1).map(|stop| stop.screen.place()).collect();
        let first = self.app.trail[0].screen.place();
        let way: Vec<Place> = std::iter::once(first).chain(way).collect();
        if let Ok(text) = serde_json::to_string(&way) {
            let _ = self.keep(WAY, Some(&text));
        }
    }

    /// Is where one was.
    pub(super) fn take_up_the_way(&mut self) {
        let way: Vec<Place> = self.app.shared.kept.read(WAY).unwrap_or_default();
        for (at, place) in way.into_iter().enumerate() {
            if !screens::is_known(&place.screen) {
                continue;
            }
            let screen = screens::make(&place, &self.app.shared);
            let stop = Stop { screen, stale: Touch::Everything };
            if at == 0 {
                self.app.trail[0] = stop;
            } else {
                self.app.trail.push(stop);
            }
        }
        self.refresh();
    }

    /// What is offered at the start: what was typed and not saved, or a welcome.
    pub(super) fn offer_at_start(&mut self) {
        let drafts = self.app.shared.kept.drafts();
        if !drafts.is_empty() {
            let shared = &self.app.shared;
            let title = W::DraftsTitle.with(shared.lang, &[&drafts.len()]);
            let mut items = vec![ask::nothing(shared.word(W::DraftsLater))];
            for draft in drafts {
                let screen = shared.word(screens::entry(&draft.place.screen).title);
                // What a stage is called stands in the title; its code says nothing to people.
                let about = Some(draft.place.about.as_str())
                    .filter(|_| draft.place.screen != "scenario")
                    .filter(|code| !code.is_empty());
                let label = W::DraftOpen.with(shared.lang, &[&draft.title, &about.unwrap_or(screen)]);
                let opened = draft.clone();
                items.push(Item::new(label, "", move |_| {
                    vec![Effect::Open(opened.place.clone()), Effect::Reopen(opened.clone())]
                }));
                let name = draft.name();
                let label = W::DraftDrop.with(shared.lang, &[&draft.title]);
                items.push(Item::new(label, "", move |_| vec![Effect::Keep(name.clone(), None)]));
            }
            if let Effect::Over(layer) = ask::choices(title, Vec::new(), items) {
                self.app.put_over(layer);
            }
        } else if let Some(layer) = screens::welcome::welcome(&self.app.shared) {
            self.app.put_over(layer);
        }
    }
}
