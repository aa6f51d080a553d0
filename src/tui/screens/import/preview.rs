//! What the files would do, row by row, and what they did.

use super::mapping::mappings;
use super::run::{Ran, Row, What};
use super::{File, Taking};
use crate::model::Measure;
use crate::text::number;
use crate::tui::layers::ask;
use crate::tui::place::Place;
use crate::tui::screen::{Effect, Shared};
use crate::tui::status::Sign;
use crate::tui::widgets::pager::{Ink, Marked};
use crate::view::answers::Holds;
use crate::view::{Cell, Column, Table};
use crate::words::Message;
use crate::words::import_screen::ImportWord as I;
use crate::words::screen::ScreenWord as W;
use std::collections::{BTreeMap, BTreeSet};

impl Taking {
    /// The rows of all files that were rehearsed, in their order.
    pub(super) fn rows(&self) -> impl Iterator<Item = (usize, &Row)> {
        let files = self.rehearsed.iter().flat_map(|(_, ran)| ran.files.iter().enumerate());
        files.flat_map(|(at, told)| told.told.iter().map(move |row| (at, row)))
    }

    pub(super) fn row_of(&self, key: &str) -> Option<&Row> {
        self.rows().nth(key.parse().ok()?).map(|(_, row)| row)
    }

    /// The record to which a row belongs: its file and its code. What is counted by kind alone belongs to none, nor does what is not taken.
    pub(super) fn record_of(&self, key: &str) -> Option<(usize, String)> {
        let (file, row) = self.rows().nth(key.parse().ok()?)?;
        let takes = matches!(row.what, What::Changed | What::New | What::Removed);
        row.key.first().filter(|_| takes).map(|code| (file, code.clone()))
    }

    /// Takes what was rehearsed into the list.
    pub(super) fn list(&mut self, shared: &Shared) {
        if let Some((_, ran)) = &mut self.rehearsed {
            ran.files.iter_mut().for_each(|told| told.told.sort_by_key(|row| row.what));
        }
        let lang = shared.lang;
        let column = |key, word: I| Column::new(key, shared.word(word).to_owned());
        let mut table = Table::new(
            "import",
            vec![
                Column { holds: Holds::Whole, ..column("number", I::ColumnNumber) },
                column("about", I::ColumnAbout),
                column("line", I::ColumnLine),
                Column { holds: Holds::Whole, ..column("count", I::ColumnCount) },
                column("done", I::ColumnDone),
                column("group", I::ColumnGroup),
                column("file", I::ColumnFile),
                column("touched", I::ColumnTouched),
            ],
        );
        let mut groups = BTreeMap::new();
        let names: Vec<String> = self.files.borrow().iter().map(File::name).collect();
        let mut last = None;
        for (at, (file, row)) in self.rows().enumerate() {
            let name = names.get(file).cloned().unwrap_or_default();
            if last != Some((file, row.what)) {
                let of = self.rows().filter(|(other, one)| *other == file && one.what == row.what);
                let count: usize = of.map(|(_, one)| if one.what == What::New { one.count } else { 1 }).sum();
                let head = format!("{} {}", shared.word(row.what.title()), number::whole(count as i128, lang));
                let several = if names.len() > 1 { format!("{name} · ") } else { String::new() };
                groups.insert(at.to_string(), several + &head);
                last = Some((file, row.what));
            }
            let touched = touched(row, shared);
            let skipped = row.key.first().is_some_and(|code| self.skipped.contains(&(file, code.clone())));
            let skipped = skipped && matches!(row.what, What::Changed | What::New | What::Removed);
            let sign = match (skipped, touched.is_empty()) {
                (true, _) => "✗ ",
                (false, true) => "",
                (false, false) => "◆ ",
            };
            let done = if skipped { I::DoneLeftOut } else { row.what.done() };
            table.rows.push(vec![
                at.into(),
                format!("{sign}{}", row.about.text(lang)).into(),
                row.line.text(lang).trim().into(),
                row.count.into(),
                shared.word(done).into(),
                shared.word(row.what.title()).into(),
                name.into(),
                Cell::Flag(!touched.is_empty()),
            ]);
        }
        self.grid.take(table, shared);
        self.grid.grouped(groups);
    }

    /// The mapping by which the only file was read.
    pub(super) fn recognised(&self, shared: &Shared) -> Option<String> {
        let (_, ran) = self.rehearsed.as_ref()?;
        let name = ran.files.first()?.mapping.as_ref()?;
        let title = mappings(shared).into_iter().find(|(known, _)| known == name);
        Some(title.map_or_else(|| name.clone(), |(_, title)| title))
    }

    /// What the files would do, in one line.
    pub(super) fn summary(&self, shared: &Shared) -> String {
        self.rehearsed.as_ref().map(|(_, ran)| Self::summed(ran, shared)).unwrap_or_default()
    }

    /// What was done, or would be, in one line.
    pub(super) fn summed(ran: &Ran, shared: &Shared) -> String {
        let sum = |of: fn(&(usize, usize, usize)) -> usize| -> String {
            let sum: usize = ran.files.iter().map(|told| of(&told.nouns)).sum();
            number::whole(sum as i128, shared.lang)
        };
        I::Summary.with(shared.lang, &[&sum(|n| n.0), &sum(|n| n.1), &sum(|n| n.2)])
    }

    /// Asks for what is written, where a measure is touched or something goes; else begins at once.
    pub(super) fn write(&mut self, shared: &Shared) -> Vec<Effect> {
        let touched: BTreeSet<String> = self.rows().flat_map(|(_, row)| touched(row, shared)).collect();
        let removed = self.rows().filter(|(_, row)| row.what == What::Removed).count();
        let left_out = self.skipped.len();
        let mut about = vec![self.summary(shared)];
        if left_out > 0 {
            about.push(I::LeavesOut.with(shared.lang, &[&left_out]));
        }
        if !touched.is_empty() {
            let codes = touched.iter().take(6).cloned().collect::<Vec<_>>().join(", ");
            about.push(I::TouchesMeasures.with(shared.lang, &[&touched.len(), &codes]));
        }
        if removed > 0 {
            about.push(I::RemovesRows.with(shared.lang, &[&removed]));
        }
        let work = self.start(false, shared);
        if about.len() == 1 {
            return work();
        }
        vec![ask::before(shared, shared.word(I::WriteTitle), about, shared.word(W::DoImport), move |_| work())]
    }

    /// What was done, file by file.
    pub(super) fn told(ran: &Ran, shared: &Shared) -> Marked {
        let lang = shared.lang;
        let whole = |n: usize| number::whole(n as i128, lang);
        let mut page = Marked::default();
        for told in &ran.files {
            page.section(&told.file.name());
            if let Some(fault) = &told.fault {
                page.line(&format!("✗ {}", fault.text(lang)), Some(Ink::Warning));
                continue;
            }
            let (added, updated, same) = told.nouns;
            page.line(&format!("✓ {}", I::Summary.with(lang, &[&whole(added), &whole(updated), &whole(same)])), None);
            match told.change {
                Some(change) => {
                    page.piece("  ", None);
                    page.link(&I::AsChange.with(lang, &[&change]), &change.to_string());
                    page.line("", None);
                }
                None => page.line(&format!("  {}", shared.word(I::NothingChanged)), None),
            }
            if told.problems > 0 {
                page.line(&format!("▲ {}", I::ProblemsCount.with(lang, &[&whole(told.problems)])), Some(Ink::Warning));
                for row in told.told.iter().filter(|row| row.what == What::Problem).take(100) {
                    page.line(&format!("  {} {}", row.about.text(lang), row.line.text(lang)), Some(Ink::Faint));
                }
            }
            page.line("", None);
        }
        page.line(shared.word(I::UndoHint), Some(Ink::Faint));
        page
    }

    /// Opens what the row in hand is about.
    pub(super) fn open(&self, shared: &Shared) -> Vec<Effect> {
        let row = self.grid.hand().and_then(|key| self.row_of(key));
        let Some(key) = row.and_then(|row| row.key.first()) else { return Vec::new() };
        let world = &shared.world;
        let place = match () {
            () if !world.name(key).is_empty() => Place::about("procedure", key),
            () if world.instruments.iter().any(|(number, _)| number == key) => Place::about("law", key),
            () => return vec![Effect::Say(Sign::Info, shared.word(I::NothingToOpen).to_owned())],
        };
        vec![Effect::Open(place)]
    }
}

/// The measures that aim at what a row changes: at the component or the row of the sheet itself; those without an aim, where a channel or a row
/// of the sheet is another; those that change the text of an instrument, where that is another.
pub(super) fn touched(row: &Row, shared: &Shared) -> Vec<String> {
    if !matches!(row.what, What::Changed | What::Removed) {
        return Vec::new();
    }
    let Some((owner, rest)) = row.key.split_first() else { return Vec::new() };
    let aims = |measure: &&Measure| {
        if row.place == "instrument_version" {
            return measure.instrument.as_ref() == Some(owner);
        }
        let whole = rest.is_empty() && row.what == What::Removed;
        let aimless = measure.targets.is_empty() && matches!(row.place.as_str(), "channel" | "activity");
        measure.regulation == *owner && (whole || aimless || rest.iter().any(|id| measure.targets.contains(id)))
    };
    let open = |measure: &&Measure| !measure.is_dropped();
    shared.world.snapshot.measures.iter().filter(aims).filter(open).map(|measure| measure.code.clone()).collect()
}
