//! The screens, a file each: its state, its keys, its drawing. Who adds one adds its file and its line here.

pub(super) mod catalogue;
pub(super) mod documents;
pub(super) mod exchange;
pub(super) mod health;
pub(super) mod history;
pub(super) mod import;
pub(super) mod instruments;
mod laid;
pub(super) mod law;
pub(super) mod overview;
pub(super) mod procedure;
pub(super) mod scenario;
pub(super) mod scenarios;
pub(super) mod suggestions;
pub(super) mod welcome;
pub(super) mod work;

use super::layers::{Field, Form, Refusal};
use super::place::Place;
use super::screen::{Effect, Entry, FileBytes, Screen, Shared, Write};
use crate::text::Lang;
use crate::text::number;
use crate::view::{Format, Sheet, workbook};
use crate::words::cli::CliMessage;
use crate::words::screen::ScreenWord as W;
use crate::words::{Fault, Message};
use std::rc::Rc;

/// All screens, those to which one can go in the order of the first row.
pub(super) static ENTRIES: &[Entry] = &[
    overview::ENTRY,
    catalogue::ENTRY,
    instruments::ENTRY,
    suggestions::ENTRY,
    scenarios::ENTRY,
    work::ENTRY,
    health::ENTRY,
    documents::ENTRY,
    history::ENTRY,
    import::ENTRY,
    exchange::ENTRY,
    procedure::ENTRY,
    law::ENTRY,
    law::holds::ENTRY,
    scenario::ENTRY,
    work::item::ENTRY,
];

/// The entry of a screen; the overview's, where there is none of this name.
pub(super) fn entry(name: &str) -> &'static Entry {
    ENTRIES.iter().find(|entry| entry.name == name).unwrap_or(&ENTRIES[0])
}

/// Whether there is a screen of this name.
pub(super) fn is_known(name: &str) -> bool {
    ENTRIES.iter().any(|entry| entry.name == name)
}

/// Makes the screen of a place; it is not loaded yet.
pub(super) fn make(place: &Place, shared: &Shared) -> Box<dyn Screen> {
    (entry(&place.screen).open)(place, shared)
}

/// What a screen is called where one goes back to it: `1.004222 › Bảng tính`.
pub(super) fn title(screen: &dyn Screen, shared: &Shared) -> String {
    let (place, around) = (screen.place(), screen.around(shared));
    let entry = entry(&place.screen);
    let about = screen.called().unwrap_or(place.about);
    let mut parts = vec![if about.is_empty() { shared.word(entry.title).to_owned() } else { about }];
    if let (false, Some(tab)) = (place.tab.is_empty(), around.tabs.get(around.tab)) {
        parts.push(tab.clone());
    }
    parts.join(" › ")
}

/// How many there are, as a count beside the name of a screen.
pub(super) fn count(n: usize, lang: Lang) -> String {
    number::whole(n as i128, lang)
}

/// Asks for a file to which the rows of a list are written.
pub(super) fn export_rows(screen: &dyn Screen, shared: &Shared) -> Vec<Effect> {
    let Some(grid) = screen.grid_seen() else { return Vec::new() };
    let table = grid.exported();
    let name = format!("{}.xlsx", screen.place().screen);
    let rows = number::whole(table.rows.len() as i128, shared.lang);
    let title = W::ExportTitle.with(shared.lang, &[&rows]);
    let field = Field::line("path", shared.word(W::FileName), &name).needed().hint(".xlsx .csv .json .md");
    let lang = shared.lang;
    let form = Form::new(title, vec![field], move |answers, shared| {
        let path = answers.get("path").cloned().unwrap_or_default();
        let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
        if !["xlsx", "csv", "json", "md"].contains(&ending.as_str()) {
            return Err(Refusal::of("path", W::UnknownEnding.with(shared.lang, &[&".xlsx .csv .json .md"])));
        }
        let table = table.clone();
        Ok(vec![Effect::Write(Write {
            path,
            over: false,
            make: Rc::new(move |_, ending| match ending {
                "csv" => table.render(Format::Csv, lang, None).map(String::into_bytes).map(FileBytes::Here),
                "json" => table.render(Format::Json, lang, None).map(String::into_bytes).map(FileBytes::Here),
                "md" => table.render(Format::Md, lang, None).map(String::into_bytes).map(FileBytes::Here),
                _ => {
                    let columns = table.columns.iter().map(|column| column.title.clone()).collect();
                    let sheet =
                        Sheet { name: table.kind.to_owned(), columns, rows: table.rows.clone(), ..Sheet::default() };
                    workbook(&[sheet], &[], "", lang)
                        .map(FileBytes::Here)
                        .map_err(|e| Fault::other(CliMessage::CannotWrite.said(&[&"xlsx"])).because(e))
                }
            }),
        })])
    });
    vec![form.open()]
}
