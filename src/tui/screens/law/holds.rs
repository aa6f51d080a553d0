//! What holds at a provision on a day, and by which instrument, as a page; and the instrument as Akoma Ntoso.

use super::Law;
use crate::desk::holding::{holding, texts};
use crate::exchange::akn::Told;
use crate::law::name::stable::Stable;
use crate::model::Address;
use crate::store::{Reader, Workspace};
use crate::text::date;
use crate::tui::beside::Wish;
use crate::tui::command::Can;
use crate::tui::command::id;
use crate::tui::layers::{Field, Form, Refusal};
use crate::tui::place::Place;
use crate::tui::screen::{Around, Effect, Entry, FileBytes, Loader, Screen, Shared, Work, Write};
use crate::tui::screens::laid::laid;
use crate::tui::screens::scenarios::copied;
use crate::tui::widgets::pager::{Ink, Marked, Pager};
use crate::tui::world::Touch;
use crate::view::{Page, law_at};
use crate::words::amend::AmendMessage;
use crate::words::law_screen::LawScreenWord as L;
use crate::words::screen::ScreenWord as W;
use crate::words::{Fault, Message, Result};
use ratatui::Frame;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use std::any::Any;
use std::path::PathBuf;
use std::rc::Rc;

const NAME: &str = "holds";

pub(in crate::tui) const ENTRY: Entry = Entry {
    name: NAME,
    title: W::Instruments,
    listed: false,
    under: "instruments",
    commands: &[],
    open: |place, _| Box::new(Holds::new(place)),
    count: |_| String::new(),
};

/// The answer in hand.
#[derive(Debug, Default)]
struct Holds {
    /// The stable address that is asked for, with its day.
    asked: String,
    page: Pager,
    wish: Wish,
}

/// What was found, and for which time it was asked.
struct Found(Result<Page>, u64);

/// The answer to a stable address.
fn answer(reader: &Reader, asked: &str, shared: &Asked) -> Result<Page> {
    let stable = Stable::parse(asked).ok_or_else(|| Fault::usage(AmendMessage::AtNoPlace.said(&[&asked])))?;
    let day = stable.day.unwrap_or(shared.today);
    Ok(law_at::page(&holding(reader, &stable, day)?, shared.lang))
}

/// What an answer needs of the screen.
#[derive(Debug, Clone, Copy)]
struct Asked {
    today: jiff::civil::Date,
    lang: crate::text::Lang,
}

impl Holds {
    fn new(place: &Place) -> Self {
        Self { asked: place.about.clone(), ..Self::default() }
    }

    fn take(&mut self, found: Result<Page>, shared: &Shared) {
        let mut marked = Marked::default();
        match found {
            Ok(page) => {
                marked.line(page.title(), Some(Ink::Heading));
                marked.line("", None);
                let at = marked.text.len();
                let body = laid(page, None, shared);
                marked.text.push_str(&body.text);
                let moved = |range: std::ops::Range<usize>| range.start + at..range.end + at;
                marked.inks.extend(body.inks.into_iter().map(|(piece, ink)| (moved(piece), ink)));
                marked.sections.extend(body.sections.into_iter().map(|mut anchor| {
                    anchor.at = moved(anchor.at);
                    anchor
                }));
            }
            Err(fault) => marked.line(&shared.fault(&fault), Some(Ink::Warning)),
        }
        self.page.take(marked);
    }
}

impl Screen for Holds {
    fn place(&self) -> Place {
        Place::about(NAME, &self.asked)
    }

    fn load(&mut self, from: &Loader<'_>, _touch: &Touch) -> Result<()> {
        self.wish.ask();
        if from.shared.file.is_empty() {
            // A register in memory has no second door.
            let asked = Asked { today: from.shared.today, lang: from.shared.lang };
            self.wish.open().into_iter().for_each(|time| self.wish.answered(time));
            self.take(answer(from.workspace, &self.asked, &asked), from.shared);
        }
        Ok(())
    }

    fn wanted(&mut self, shared: &Shared) -> Option<Work> {
        let time = self.wish.open()?;
        let (path, place, asked) =
            (PathBuf::from(&shared.file), self.asked.clone(), Asked { today: shared.today, lang: shared.lang });
        let run = move || Workspace::open(&path).and_then(|own| answer(&own, &place, &asked));
        let name = shared.word(L::ReadingHolding).to_owned();
        Some(Work { name, place: self.place(), run: Box::new(move |_| Box::new(Found(run(), time))) })
    }

    fn finished(&mut self, done: Box<dyn Any + Send>, shared: &Shared) -> Vec<Effect> {
        if let Ok(found) = done.downcast::<Found>() {
            let Found(found, time) = *found;
            self.wish.answered(time);
            self.take(found, shared);
        }
        Vec::new()
    }

    fn any(&mut self) -> Option<&mut dyn Any> {
        Some(self)
    }

    fn around(&self, _shared: &Shared) -> Around {
        Around { left: self.asked.clone(), right: format!("{}%", self.page.percent()), ..Around::default() }
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        self.page.draw(shared, frame, area);
    }

    fn can(&self, what: &str, shared: &Shared) -> Can {
        self.page.can(what, shared)
    }

    fn run(&mut self, what: &'static str, shared: &Shared) -> Option<Vec<Effect>> {
        if what == id::COPY {
            return Some(copied(&self.page, shared));
        }
        self.page.run(what).then(Vec::new)
    }

    fn key(&mut self, key: KeyEvent, _shared: &Shared) -> Option<Vec<Effect>> {
        self.page.key(key).then(Vec::new)
    }

    fn command_line(&self, shared: &Shared) -> Option<String> {
        let line = || shared.command_line(&format!("law at {}", shell_words::quote(&self.asked)));
        (!self.asked.is_empty()).then(line)
    }
}

impl Law {
    /// Asks for the day on which something is to be known of the provision in hand.
    pub(super) fn ask_holding(&self, shared: &Shared) -> Effect {
        let place = self.reading.as_ref().and_then(|reading| reading.address()).cloned().unwrap_or_default();
        let day = self.day.unwrap_or(shared.today);
        let field = Field::line("day", shared.word(L::InForceDay), &date::short(day, shared.lang)).needed();
        let number = self.number.clone();
        let title = format!("{}: {}", shared.word(W::DoHoldsOn).trim_end_matches('…'), called(&place, &number));
        let form = Form::new(&title, vec![field], move |answers, shared| {
            let typed = answers.get("day").cloned().unwrap_or_default();
            let Some(day) = date::parse(&typed) else {
                return Err(Refusal::of("day", L::NoDay.with(shared.lang, &[&typed])));
            };
            let stable = Stable { number: number.clone(), place: place.clone(), day: Some(day) };
            Ok(vec![Effect::Open(Place::about(NAME, &stable.to_string()))])
        });
        form.open()
    }

    /// Asks for the file to which the instrument is written as Akoma Ntoso, and as of which day.
    pub(super) fn ask_export(&self, shared: &Shared) -> Effect {
        let name = format!("{}.xml", self.number.replace('/', "-"));
        let path = Field::line("path", shared.word(W::FileName), &name).needed().hint(".xml");
        let day = Field::line("day", shared.word(L::ExportDay), "").hint(shared.word(L::ExportDayHint));
        let number = self.number.clone();
        let title = shared.word(W::DoExportLaw).trim_end_matches('…');
        let form = Form::new(title, vec![path, day], move |answers, shared| {
            let answer = |name: &str| answers.get(name).cloned().unwrap_or_default();
            let (path, typed) = (answer("path"), answer("day"));
            let as_of = date::parse(&typed);
            if as_of.is_none() && !typed.trim().is_empty() {
                return Err(Refusal::of("day", L::NoDay.with(shared.lang, &[&typed])));
            }
            if !path.to_lowercase().ends_with(".xml") {
                return Err(Refusal::of("path", W::UnknownEnding.with(shared.lang, &[&".xml"])));
            }
            let number = number.clone();
            let make = move |from: &Loader<'_>, _: &str| {
                let kept = texts(from.workspace, &number, as_of.unwrap_or(from.shared.today))?;
                let (written, done) = kept.akoma_ntoso(&Told { as_of, ..Told::default() })?;
                // A file that is written is taken for whole: what is left for a person is answered first.
                let open = done.is_some_and(|done| !done.failed.is_empty() || !done.open(&kept.own).is_empty());
                if open {
                    return Err(
                        Fault::input(AmendMessage::ExportOpen.said(&[])).hint(AmendMessage::ExportOpenHint.said(&[]))
                    );
                }
                Ok(FileBytes::Here(written.xml.into_bytes()))
            };
            Ok(vec![Effect::Write(Write { path, over: false, make: Rc::new(make) })])
        });
        form.open()
    }
}

/// A provision of an instrument, or the whole of it.
fn called(place: &Address, number: &str) -> String {
    if place.is_whole() { number.to_owned() } else { format!("{place} {number}") }
}
