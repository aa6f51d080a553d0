//! The instruments: what procedures rest on and measures change; those that have a text first.

use crate::model::InstrumentKind;
use crate::text::number;
use crate::text::width::{cut, wrap};
use crate::tui::command::{Can, Group, command, id};
use crate::tui::place::Place;
use crate::tui::screen::{Around, Detail, Effect, Entry, Loader, Screen, Shared};
use crate::tui::widgets::grid::{Grid, Seen, Shape, Width};
use crate::tui::world::Touch;
use crate::view::nouns::instrument::table;
use crate::view::{Cell, Column};
use crate::words::law_screen::LawScreenWord as L;
use crate::words::screen::ScreenWord as W;
use crate::words::{Message, Result};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};

const DRAFT: &str = "instruments.draft";

pub(in crate::tui) const ENTRY: Entry = Entry {
    name: "instruments",
    title: W::Instruments,
    listed: true,
    under: "instruments",
    commands: &[command(DRAFT, &[], W::DoDraftAmending, Group::Write, 0)],
    open: |place, shared| Box::new(Instruments { grid: Grid::new(&SHAPE, shared), at: place.at.clone() }),
    count: |shared| super::count(shared.world.counts.instruments, shared.lang),
};

static SHAPE: Shape = Shape {
    name: "instruments",
    key: "number",
    columns: &[
        Seen { key: "number", title: None, width: Width::Cells(19), drop: 0 },
        Seen { key: "title", title: None, width: Width::Name, drop: 0 },
        Seen { key: "issued", title: None, width: Width::Cells(12), drop: 2 },
        Seen { key: "effective", title: None, width: Width::Cells(12), drop: 5 },
        Seen { key: "versions", title: Some(W::VersionsShort), width: Width::Cells(3), drop: 3 },
        Seen { key: "procedures", title: Some(W::ProceduresShort), width: Width::Cells(4), drop: 0 },
        Seen { key: "measures", title: Some(W::MeasuresShort), width: Width::Cells(3), drop: 0 },
    ],
    facets: &["kind", "issuer", "has_text"],
    searched: &["number", "title", "issuer"],
    sort: "",
};

/// The list in hand.
#[derive(Debug)]
struct Instruments {
    grid: Grid,
    at: String,
}

impl Instruments {
    /// Whether there is no instrument at all.
    fn none(&self) -> bool {
        self.grid.counts().0 == 0
    }

    fn counted(&self, column: &str) -> i128 {
        match self.grid.cell(column) {
            Some(Cell::Whole(n)) => *n,
            _ => 0,
        }
    }
}

impl Screen for Instruments {
    fn place(&self) -> Place {
        Place::of("instruments").at(self.grid.hand().unwrap_or(&self.at))
    }

    fn load(&mut self, from: &Loader<'_>, _touch: &Touch) -> Result<()> {
        let (shared, lang) = (from.shared, from.shared.lang);
        let mut rows = table(&from.source())?;
        let (number, versions) = (rows.column("number")?, rows.column("versions")?);
        rows.columns.push(Column::new("kind", shared.word(L::KindOfInstrument).to_owned()));
        rows.columns.push(Column::new("has_text", shared.word(L::HasText).to_owned()));
        for row in &mut rows.rows {
            let kind = InstrumentKind::of_number(&row[number].shown(lang));
            let has = row[versions] != Cell::Whole(0);
            row.push(kind.map_or(Cell::Empty, |kind| Cell::worded(kind, lang)));
            row.push(Cell::Flag(has));
        }
        // What can be read comes first.
        rows.rows.sort_by_key(|row| row[versions] == Cell::Whole(0));
        self.grid.take(rows, shared);
        if !self.at.is_empty() {
            let at = std::mem::take(&mut self.at);
            self.grid.go(&at);
        }
        Ok(())
    }

    fn around(&self, shared: &Shared) -> Around {
        let left = self.grid.filtered(shared).unwrap_or_else(|| shared.word(W::NoFilter).to_owned());
        Around { left, right: self.grid.told(shared), ..Around::default() }
    }

    fn detail(&self, shared: &Shared, cells: usize) -> Option<Detail> {
        let (lang, hand) = (shared.lang, self.grid.hand()?.to_owned());
        let right = self
            .grid
            .position()
            .map(|(at, of)| W::RowOf.with(lang, &[&number::whole(at as i128, lang), &number::whole(of as i128, lang)]));
        let day = |column: &str, word: L| {
            let day = self.grid.text(column, lang);
            if day.is_empty() { String::new() } else { word.with(lang, &[&day]) }
        };
        let counted = |column: &str, word: L| match self.counted(column) {
            0 => String::new(),
            n => word.with(lang, &[&n]),
        };
        let text = match self.counted("versions") {
            0 => shared.word(L::NoTextHere).to_owned(),
            n => L::VersionsHeld.with(lang, &[&n]),
        };
        let facts = [
            text,
            self.grid.text("issuer", lang),
            day("issued", L::IssuedOn),
            day("effective", L::EffectiveOn),
            day("expired", L::ExpiredOn),
            counted("procedures", L::ProceduresRest),
            counted("measures", L::MeasuresChange),
        ];
        let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
        let title = self.grid.text("title", lang);
        let mut lines: Vec<Line<'static>>;
        if shared.wide() {
            lines = wrap(&title, cells).into_iter().map(|line| Line::styled(line, shared.theme.heading())).collect();
            lines.push(Line::raw(""));
            for fact in &facts {
                lines.extend(wrap(fact, cells).into_iter().map(Line::raw));
            }
            lines.push(Line::raw(""));
            for measure in shared.world.snapshot.measures.iter().filter(|m| m.instrument.as_ref() == Some(&hand)) {
                let place = measure.provision.as_deref().unwrap_or_default();
                lines.push(Line::raw(cut(&format!("◆ {} {place}", measure.code), cells)));
                let said = wrap(&measure.title, cells.saturating_sub(2));
                lines.extend(said.into_iter().map(|line| Line::styled(format!("  {line}"), shared.theme.faint())));
            }
        } else {
            lines = vec![Line::raw(cut(&title, cells)), Line::raw(cut(&facts.join(" · "), cells))];
        }
        Some(Detail { title: hand, right: right.unwrap_or_default(), lines })
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        if self.none() {
            let said = wrap(shared.word(L::NoInstrumentYet), usize::from(area.width).saturating_sub(2));
            let lines: Vec<Line<'_>> = said.iter().map(|line| Line::raw(format!(" {line}"))).collect();
            frame.render_widget(Text::from(lines), area);
            return;
        }
        self.grid.draw(shared, frame, area);
    }

    fn can(&self, what: &str, shared: &Shared) -> Can {
        match what {
            id::OPEN => Can::when(self.none() || self.grid.hand().is_some(), || shared.word(W::NoRowHere).to_owned()),
            id::NEW => Can::Yes,
            DRAFT => Can::when(self.counted("measures") > 0, || shared.word(L::NoMeasureOnInstrument).to_owned()),
            _ => Can::NotHere,
        }
    }

    fn named(&self, what: &str, shared: &Shared) -> Option<String> {
        match what {
            id::NEW => Some(shared.word(W::DoImportText).to_owned()),
            id::OPEN if self.none() => Some(shared.word(W::DoImportText).to_owned()),
            _ => None,
        }
    }

    fn run(&mut self, what: &'static str, _shared: &Shared) -> Option<Vec<Effect>> {
        let place = match what {
            id::NEW => Place::of("import"),
            id::OPEN if self.none() => Place::of("import"),
            id::OPEN => Place::about("law", self.grid.hand()?),
            DRAFT => Place::about("law", self.grid.hand()?).tab("draft"),
            _ => return None,
        };
        Some(vec![Effect::Open(place)])
    }

    fn grid(&mut self) -> Option<&mut Grid> {
        Some(&mut self.grid)
    }

    fn grid_seen(&self) -> Option<&Grid> {
        Some(&self.grid)
    }

    fn command_line(&self, shared: &Shared) -> Option<String> {
        let state = &self.grid.state;
        let mut words = "list instrument".to_owned();
        // The command line has no "or" over one column: what it cannot say is left to its reader.
        if let Some(issuer) = state.facets.get("issuer").filter(|all| all.len() == 1).and_then(|all| all.first()) {
            words += &format!(" --where {}", shell_words::quote(&format!("issuer={issuer}")));
        }
        for word in state.words.split_whitespace() {
            words += &format!(" --where {}", shell_words::quote(&format!("title~{word}")));
        }
        if let Some(sort) = state.sort.first().filter(|sort| !sort.ends_with("kind") && !sort.ends_with("has_text")) {
            words += &format!(" --sort={sort}");
        }
        Some(shared.command_line(&words))
    }
}
