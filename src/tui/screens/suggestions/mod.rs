//! What dossiers suggest: grouped by paper, by database and by procedure. Opening a row shows the procedure; measures are made of the rows that
//! are marked, after a look at what they would be.

mod forms;
mod rows;

use crate::exchange::catalog;
use crate::reform::suggest::{Fit, Suggestion};
use crate::store::{Reader, Workspace};
use crate::text::number;
use crate::text::width::{cut, wrap};
use crate::tui::command::{Can, Group, command, id};
use crate::tui::kept::Draft;
use crate::tui::place::Place;
use crate::tui::screen::{Around, Detail, Effect, Entry, Loader, Screen, Shared, Wish, Work};
use crate::tui::status::Sign;
use crate::tui::widgets::grid::{Grid, Seen, Shape, Width};
use crate::tui::world::Touch;
use crate::view::dong;
use crate::words::choosing::ChoosingWord as C;
use crate::words::screen::ScreenWord as W;
use crate::words::{Message, Result};
use jiff::civil::Date;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};
use rows::{kind_name, marked, paper, saved};
use std::any::Any;
use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;

const REJECT: &str = "suggestions.reject";
const MARK_GROUP: &str = "suggestions.mark-group";

pub(in crate::tui) const ENTRY: Entry = Entry {
    name: "suggestions",
    title: W::Suggestions,
    listed: true,
    under: "suggestions",
    commands: &[
        command(MARK_GROUP, &[], W::DoMarkGroup, Group::Look, 0),
        command(REJECT, &[], W::DoReject, Group::Change, 0),
    ],
    open: |place, shared| Box::new(Suggestions::new(place, shared)),
    count: |_| String::new(),
};

const FACETS: &[&str] = &["database", "kind", "agency>field", "fit"];
const SEARCHED: &[&str] = &["regulation", "name", "document", "database", "kind", "agency"];
const PROCEDURE: Seen = Seen { key: "regulation", title: None, width: Width::Cells(12), drop: 0 };
const NAME: Seen = Seen { key: "name", title: None, width: Width::Name, drop: 0 };
const DOCUMENT: Seen = Seen { key: "document", title: None, width: Width::Text, drop: 1 };
const DATABASE: Seen = Seen { key: "database", title: None, width: Width::Text, drop: 3 };
const FIT: Seen = Seen { key: "fit", title: None, width: Width::Cells(10), drop: 2 };
const SAVED: Seen = Seen { key: "saved_dong", title: None, width: Width::Money, drop: 0 };

static SHAPES: [Shape; 4] = [
    Shape {
        name: "suggestions",
        key: "code",
        columns: &[PROCEDURE, NAME, FIT, SAVED],
        facets: FACETS,
        searched: SEARCHED,
        sort: "",
    },
    Shape {
        name: "suggestions-database",
        key: "code",
        columns: &[PROCEDURE, NAME, DOCUMENT, FIT, SAVED],
        facets: FACETS,
        searched: SEARCHED,
        sort: "",
    },
    Shape {
        name: "suggestions-procedure",
        key: "code",
        columns: &[DOCUMENT, DATABASE, FIT, SAVED],
        facets: FACETS,
        searched: SEARCHED,
        sort: "",
    },
    Shape {
        name: "suggestions-answered",
        key: "code",
        columns: &[
            PROCEDURE,
            DOCUMENT,
            Seen { key: "measure", title: None, width: Width::Cells(14), drop: 2 },
            Seen { key: "status", title: None, width: Width::Cells(22), drop: 0 },
        ],
        facets: &["status", "agency>field"],
        searched: &["regulation", "name", "document", "measure", "note"],
        sort: "",
    },
];

/// The tabs: their names in places, and their titles.
const TABS: [(&str, C); 4] =
    [("", C::ByDocument), ("database", C::ByDatabase), ("procedure", C::ByProcedure), ("answered", C::Answered)];
/// The one of those that were answered.
const ANSWERED: usize = 3;

/// A register of more regulations than this is read beside the screen.
const AT_ONCE: usize = 3_000;

/// What was read beside the screen, and for which time it was asked.
struct Read(Result<Found>, u64);

/// Those that are open, and those that a measure answers, with its code.
type Found = (Vec<Suggestion>, Vec<(Suggestion, String)>);

fn read(reader: &Reader, day: Date) -> Result<Found> {
    reader.suggestions_with_answered(&catalog::suggest_rules(None)?, day)
}

/// How many measures a preview names.
const PREVIEWED: usize = 8;

/// The suggestions in hand.
#[derive(Debug)]
pub(in crate::tui) struct Suggestions {
    grids: [Grid; 4],
    tab: usize,
    all: HashMap<String, Suggestion>,
    /// Those that were answered, with the measure.
    answered: HashMap<String, (Suggestion, String)>,
    wish: Wish,
    /// What was read last.
    found: Found,
    at: String,
}

impl Suggestions {
    fn new(place: &Place, shared: &Shared) -> Self {
        Self {
            grids: [0, 1, 2, 3].map(|at| Grid::new(&SHAPES[at], shared)),
            tab: TABS.iter().position(|(name, _)| *name == place.tab).unwrap_or(0),
            all: HashMap::new(),
            answered: HashMap::new(),
            wish: Wish::default(),
            found: Found::default(),
            at: place.at.clone(),
        }
    }

    fn here(&self) -> &Grid {
        &self.grids[self.tab.min(ANSWERED)]
    }

    fn hand(&self) -> Option<&Suggestion> {
        let key = self.here().hand()?;
        if self.tab == ANSWERED { self.answered.get(key).map(|(one, _)| one) } else { self.all.get(key) }
    }

    /// Puts what was read in the lists.
    fn list(&mut self, shared: &Shared) {
        let (open, answered) = &self.found;
        for (tab, grid) in self.grids.iter_mut().enumerate() {
            let rows = if tab == ANSWERED { rows::answered(answered, shared) } else { rows::rows(open, tab, shared) };
            grid.take(rows, shared);
            grid.grouped_by("group");
            if !self.at.is_empty() {
                grid.go(&self.at);
            }
        }
        if self.wish.is_known() {
            self.at.clear();
        }
        self.all = open.iter().map(|one| (one.id.clone(), one.clone())).collect();
        self.answered = answered.iter().map(|one| (one.0.id.clone(), one.clone())).collect();
    }
}

impl Screen for Suggestions {
    fn place(&self) -> Place {
        Place::of("suggestions").tab(TABS[self.tab.min(ANSWERED)].0).at(self.here().hand().unwrap_or(&self.at))
    }

    fn load(&mut self, from: &Loader<'_>, _touch: &Touch) -> Result<()> {
        self.wish.ask();
        if from.shared.file.is_empty() || from.shared.world.names.len() <= AT_ONCE {
            self.found = read(from.workspace, from.shared.today)?;
            self.wish.open().into_iter().for_each(|time| self.wish.answered(time));
        }
        self.list(from.shared);
        Ok(())
    }

    fn wanted(&mut self, shared: &Shared) -> Option<Work> {
        let (time, path, day) = (self.wish.open()?, PathBuf::from(&shared.file), shared.today);
        Some(Work {
            name: shared.word(C::ReadingDossiers).to_owned(),
            place: Place::of("suggestions"),
            run: Box::new(move |_| Box::new(Read(Workspace::open(&path).and_then(|own| read(&own, day)), time))),
        })
    }

    fn finished(&mut self, done: Box<dyn Any + Send>, shared: &Shared) -> Vec<Effect> {
        let Ok(Read(found, time)) = done.downcast::<Read>().map(|read| *read) else { return Vec::new() };
        self.wish.answered(time);
        match found {
            Ok(found) => {
                self.found = found;
                self.list(shared);
                Vec::new()
            }
            Err(fault) => vec![Effect::Say(Sign::Fault, shared.fault(&fault))],
        }
    }

    fn around(&self, shared: &Shared) -> Around {
        let grid = self.here();
        let left = grid.filtered(shared).unwrap_or_else(|| shared.word(W::NoFilter).to_owned());
        let mut tabs: Vec<String> = TABS.iter().map(|(_, word)| shared.word(*word).to_owned()).collect();
        tabs[ANSWERED] += &format!(" {}", number::whole(self.answered.len() as i128, shared.lang));
        Around { tabs, tab: self.tab, left, right: grid.told(shared) }
    }

    fn detail(&self, shared: &Shared, cells: usize) -> Option<Detail> {
        let (one, lang) = (self.hand()?, shared.lang);
        let said: Vec<&str> = one.evidence.iter().map(|e| e.text.as_str()).filter(|text| !text.is_empty()).collect();
        let text = paper(one);
        let held = one.held.as_ref().map(|held| {
            let founded = held.instrument.as_ref().map(|number| format!(", {}", C::FoundedOn.with(lang, &[number])));
            format!("{}{}", held.name_in(lang), founded.unwrap_or_default())
        });
        let money = match saved(one) {
            Some(saved) => C::SavesBeside.with(lang, &[&dong(saved, lang)]),
            None => shared.word(C::NoSheetYet).to_owned(),
        };
        let part = if one.fit == Fit::Part { shared.word(C::PartOnly) } else { "" };
        let none = if said.is_empty() { shared.word(C::NoEvidence) } else { "" };
        let agency = one.agency.as_deref().map_or("", |code| shared.world.agency(code, lang));
        let facts = [part, none, &money, held.as_deref().unwrap_or_default(), &kind_name(one, shared), agency]
            .into_iter()
            .filter(|fact| !fact.is_empty())
            .map(str::to_owned)
            .collect::<Vec<_>>();
        let title = format!("{} · {}", one.regulation, one.name);
        let lines = if shared.wide() {
            let mut lines: Vec<Line<'static>> =
                wrap(&text, cells).iter().map(|row| marked(row, &said, shared)).collect();
            lines.push(Line::raw(""));
            lines.extend(facts.iter().flat_map(|fact| wrap(fact, cells)).map(Line::raw));
            lines
        } else {
            // The first words that speak for it are seen, however long the paper is.
            let from = said.iter().filter_map(|word| text.find(word)).min().unwrap_or(0);
            let from = text[..from].char_indices().rev().nth(cells / 3).map_or(0, |(at, _)| at);
            let row = if from > 0 { format!("…{}", &text[from..]) } else { text.clone() };
            vec![marked(&cut(&row, cells), &said, shared), Line::raw(cut(&facts.join(" · "), cells))]
        };
        Some(Detail { title, right: String::new(), lines })
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        if self.here().counts().0 == 0 {
            let word = match (self.wish.is_known(), self.tab) {
                (false, _) => C::ReadingNow,
                (true, ANSWERED) => C::NothingAnswered,
                (true, _) => C::NothingSuggested,
            };
            let lines = wrap(shared.word(word), usize::from(area.width).saturating_sub(2));
            let lines: Vec<Line<'_>> = lines.into_iter().map(|line| Line::raw(format!(" {line}"))).collect();
            frame.render_widget(Text::from(lines), area);
            return;
        }
        self.here().draw(shared, frame, area);
    }

    fn can(&self, what: &str, shared: &Shared) -> Can {
        let any = || Can::when(self.here().hand().is_some(), || shared.word(W::NoRowHere).to_owned());
        if self.tab == ANSWERED {
            return if what == id::OPEN { any() } else { Can::NotHere };
        }
        let chosen = || match any() {
            Can::Yes => Can::With(number::whole(self.here().chosen().len() as i128, shared.lang)),
            no => no,
        };
        match what {
            id::OPEN | MARK_GROUP => any(),
            id::NEW | REJECT => chosen(),
            _ => Can::NotHere,
        }
    }

    fn named(&self, what: &str, shared: &Shared) -> Option<String> {
        (what == id::NEW).then(|| shared.word(C::MakeMeasures).to_owned())
    }

    fn run(&mut self, what: &'static str, shared: &Shared) -> Option<Vec<Effect>> {
        match what {
            id::OPEN if self.tab == ANSWERED => {
                let (one, measure) = self.answered.get(self.here().hand()?)?;
                Some(vec![Effect::Open(Place::about("procedure", &one.regulation).tab("measures").at(measure))])
            }
            id::OPEN => {
                let one = self.hand()?;
                let place = Place::about("procedure", &one.regulation).tab("record");
                Some(vec![Effect::Open(place.at(one.component.as_deref().unwrap_or_default()))])
            }
            id::NEW => Some(vec![self.accept_form(self.here().chosen(), shared).open()]),
            REJECT => Some(vec![self.reject_form(self.here().chosen(), shared).open()]),
            MARK_GROUP => {
                let grid = self.here();
                let group = grid.cell("group")?.clone();
                let of = |key: &&str| grid.cell_of(key, "group") == Some(&group);
                let keys: BTreeSet<String> = grid.seen().filter(of).map(str::to_owned).collect();
                let marks = &mut self.grids[self.tab.min(ANSWERED)].marks;
                if keys.is_subset(marks) {
                    marks.retain(|key| !keys.contains(key));
                } else {
                    marks.extend(keys);
                }
                Some(Vec::new())
            }
            _ => None,
        }
    }

    fn turn(&mut self, tab: usize, _shared: &Shared) -> Vec<Effect> {
        // Marks and the row in hand go with the person who turns the list another way.
        let (marks, hand) = (self.here().marks.clone(), self.here().hand().unwrap_or_default().to_owned());
        let other = (self.tab == ANSWERED) != (tab == ANSWERED);
        self.tab = tab.min(ANSWERED);
        if other {
            return Vec::new();
        }
        let grid = &mut self.grids[self.tab];
        grid.marks = marks;
        grid.go(&hand);
        Vec::new()
    }

    fn grid(&mut self) -> Option<&mut Grid> {
        Some(&mut self.grids[self.tab.min(ANSWERED)])
    }

    fn grid_seen(&self) -> Option<&Grid> {
        Some(self.here())
    }

    fn reopen(&mut self, draft: &Draft, shared: &Shared) -> Vec<Effect> {
        let ids = self.here().chosen();
        let form = match draft.form.as_str() {
            "accept" => self.accept_form(ids, shared),
            "reject" => self.reject_form(ids, shared),
            _ => return Vec::new(),
        };
        vec![form.filled(&draft.answers).open()]
    }

    fn command_line(&self, shared: &Shared) -> Option<String> {
        Some(shared.command_line("suggest list"))
    }
}
