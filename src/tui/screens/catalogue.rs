//! The catalogue: all regulations in one list, with facets, sorts, marks and filters under a name; the largest burdens on one key.

use crate::model::Kind;
use crate::text::width::wrap;
use crate::text::{Lang, date, fold, number};
use crate::tui::command::{Can, Group, command, id};
use crate::tui::layers::{Field, Form, Refusal, ask};
use crate::tui::place::Place;
use crate::tui::screen::{After, Around, Detail, Effect, Entry, Loader, Screen, Shared, Verb};
use crate::tui::status::Sign;
use crate::tui::widgets::grid::{Grid, GridState, Seen, Shape, Width};
use crate::tui::world::Touch;
use crate::view::filter::Selection;
use crate::view::nouns;
use crate::view::{Cell, Column, dong};
use crate::words::screen::ScreenWord as W;
use crate::words::{Message, Result};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The command that makes first sheets.
const DRAFT: &str = "catalogue.draft-sheets";
const SAVE_FILTER: &str = id::SAVE;
const DROP_FILTER: &str = "catalogue.drop-filter";

pub(in crate::tui) const ENTRY: Entry = Entry {
    name: "catalogue",
    title: W::Catalogue,
    listed: true,
    under: "catalogue",
    commands: &[
        command(DRAFT, &[], W::DoDraftSheets, Group::Change, 0),
        command(DROP_FILTER, &[], W::DoDropFilter, Group::Look, 0),
    ],
    open: |place, shared| Box::new(Catalogue::new(place, shared)),
    count: |shared| super::count(shared.world.names.len(), shared.lang),
};

/// Under which names filters are kept.
const FILTER: &str = "filter:";

/// The column of what each row and those above it have of the whole.
const SHARE: &str = "running_share";

static SHAPE: Shape = Shape {
    name: "catalogue",
    key: "code",
    columns: &[
        Seen { key: "code", title: None, width: Width::Cells(11), drop: 0 },
        Seen { key: "name", title: None, width: Width::Name, drop: 0 },
        Seen { key: "agency", title: Some(W::AgencyShort), width: Width::Agency, drop: 2 },
        Seen { key: "measures", title: Some(W::MeasuresShort), width: Width::Cells(3), drop: 3 },
        Seen { key: "annual_cost_dong", title: Some(W::CostAYear), width: Width::Money, drop: 0 },
    ],
    facets: &["agency>field", "kind", "data", "stage", "late", "status"],
    searched: &["code", "name", "agency", "field"],
    sort: "",
};

/// The catalogue in hand.
#[derive(Debug)]
pub(in crate::tui) struct Catalogue {
    grid: Grid,
    /// Which tab: all, the largest burdens, what is marked, then the filters under a name.
    tab: usize,
    at: String,
    saved: Vec<String>,
    /// How the list was before a tab changed it.
    all: GridState,
}

/// The tabs before the filters under a name.
const OWN_TABS: usize = 3;

/// The one of the largest burdens.
const LARGEST: usize = 1;

impl Catalogue {
    fn new(place: &Place, shared: &Shared) -> Self {
        let grid = Grid::new(&SHAPE, shared);
        let saved: Vec<String> =
            shared.kept.names(FILTER).map(|name| name.trim_start_matches(FILTER).to_owned()).collect();
        let tab = match place.tab.as_str() {
            "largest" => 1,
            "marked" => 2,
            name => saved.iter().position(|saved| saved == name).map_or(0, |at| at + OWN_TABS),
        };
        let mut made = Self { all: grid.state.clone(), grid, tab: 0, at: place.at.clone(), saved };
        // `agency:BTP`: the regulations of one agency.
        if let Some(agency) = place.about.strip_prefix("agency:") {
            made.grid.state.facets.insert("agency>field".to_owned(), BTreeSet::from([agency.to_owned()]));
        }
        if tab != 0 {
            made.show(tab, shared);
        }
        made
    }

    /// Shows a tab.
    fn show(&mut self, tab: usize, shared: &Shared) {
        if self.tab == 0 {
            self.all = self.grid.state.clone();
        }
        self.tab = tab;
        self.grid.state = match tab {
            0 | 2 => self.all.clone(),
            LARGEST => GridState {
                // What nobody counted stands behind, in the order of one performance.
                sort: vec!["-annual_cost_dong".to_owned(), "-one_dong".to_owned()],
                columns: self.all.columns.iter().cloned().chain([SHARE, "one_dong"].map(str::to_owned)).collect(),
                ..GridState::of(&SHAPE)
            },
            at => {
                let kept = self.saved.get(at - OWN_TABS).and_then(|name| shared.kept.read(&format!("{FILTER}{name}")));
                kept.unwrap_or_else(|| self.all.clone())
            }
        };
        if tab == 2 {
            self.grid.state.facets.insert("marked".to_owned(), BTreeSet::from(["true".to_owned()]));
            let marks = self.grid.marks.clone();
            for key in self.grid.table().rows.iter().map(|row| row[0].shown(Lang::Vi)).collect::<Vec<_>>() {
                self.grid.renew(&key, &[("marked", Cell::Flag(marks.contains(&key)))]);
            }
        }
        self.grid.arrange();
    }

    /// What stands in the columns that the answer does not have: how sure the figures are, how far the measures are, what is late.
    fn more(from: &Loader<'_>, table: &mut crate::view::Table) -> Result<()> {
        let (shared, lang) = (from.shared, from.shared.lang);
        let codes: Vec<String> = table.rows.iter().map(|row| row[0].shown(lang)).collect();
        let refs: Vec<&str> = codes.iter().map(String::as_str).collect();
        let assumed = from.workspace.assumed_sheets(&refs)?;
        let mut stages: HashMap<&str, Cell> = HashMap::new();
        let mut late: BTreeSet<&str> = BTreeSet::new();
        for measure in &shared.world.snapshot.measures {
            let Some(status) = measure.status_on(shared.today) else { continue };
            stages.insert(&measure.regulation, Cell::worded(status, lang));
            if measure.due.is_some_and(|due| due < shared.today) && !status.next().is_empty() {
                late.insert(&measure.regulation);
            }
        }
        let total = shared.world.snapshot.live.subjects.iter().map(|s| s.annual);
        let total = total.fold(crate::model::Fraction::ZERO, crate::model::Fraction::more);
        let cost = table.column("annual_cost_dong")?;
        let mut by_cost: Vec<usize> = (0..table.rows.len()).collect();
        by_cost.sort_by(|a, b| table.rows[*b][cost].as_fraction().cmp(&table.rows[*a][cost].as_fraction()));
        let mut running = crate::model::Fraction::ZERO;
        let mut shares = vec![Cell::Empty; table.rows.len()];
        for at in by_cost {
            if let Some(annual) = table.rows[at][cost].as_fraction() {
                running = running.more(annual);
                shares[at] = Cell::share(running, total);
            }
        }
        for (key, title) in [
            ("data", W::DataQuality),
            ("stage", W::StageColumn),
            ("late", W::LateColumn),
            (SHARE, W::RunningShare),
            ("marked", W::MarkedColumn),
        ] {
            table.columns.push(Column::new(key, shared.word(title).to_owned()));
        }
        let sheet = table.column("sheet_rows")?;
        for ((row, code), share) in table.rows.iter_mut().zip(&codes).zip(shares) {
            let data = match (&row[sheet], assumed.contains(code.as_str())) {
                (Cell::Whole(0), _) => Cell::Named("none", shared.word(W::NoSheet)),
                (_, true) => Cell::Named("assumed", shared.word(W::AllAssumed)),
                _ => Cell::Named("figures", shared.word(W::SomeFigures)),
            };
            row.push(data);
            row.push(stages.get(code.as_str()).cloned().unwrap_or(Cell::Empty));
            row.push(Cell::Flag(late.contains(code.as_str())));
            row.push(share);
            row.push(Cell::Flag(false));
        }
        Ok(())
    }
}

impl Screen for Catalogue {
    fn place(&self) -> Place {
        let tab = match self.tab {
            0 => "",
            1 => "largest",
            2 => "marked",
            at => self.saved.get(at - OWN_TABS).map_or("", String::as_str),
        };
        Place::of("catalogue").tab(tab).at(self.grid.hand().unwrap_or(&self.at))
    }

    fn load(&mut self, from: &Loader<'_>, _touch: &Touch) -> Result<()> {
        let mut rows = nouns::table(&from.source(), Kind::Regulation, &Selection::default())?;
        Self::more(from, &mut rows)?;
        self.grid.take(rows, from.shared);
        if !self.at.is_empty() {
            let at = std::mem::take(&mut self.at);
            self.grid.go(&at);
        }
        Ok(())
    }

    fn around(&self, shared: &Shared) -> Around {
        let marked = W::MarkedTab.with(shared.lang, &[&self.grid.marks.len()]);
        let mut tabs = vec![shared.word(W::AllTab).to_owned(), shared.word(W::LargestTab).to_owned(), marked];
        tabs.extend(self.saved.iter().cloned());
        let sorted = self.grid.sorted(shared);
        let mut left = self.grid.filtered(shared).unwrap_or_else(|| shared.word(W::NoFilter).to_owned());
        if !sorted.is_empty() {
            left += &format!(" · {}", W::SortedBy.with(shared.lang, &[&sorted]));
        }
        Around { tabs, tab: self.tab, left, right: self.grid.told(shared) }
    }

    fn detail(&self, shared: &Shared, cells: usize) -> Option<Detail> {
        let (lang, code) = (shared.lang, self.grid.hand()?);
        let right = self
            .grid
            .position()
            .map(|(at, of)| W::RowOf.with(lang, &[&number::whole(at as i128, lang), &number::whole(of as i128, lang)]));
        let name = self.grid.text("name", lang);
        let agency = self.grid.text("agency", lang);
        let annual = match self.grid.cell("annual_cost_dong") {
            Some(Cell::Dong(value)) => W::DongAYear.with(lang, &[&dong(*value, lang)]),
            _ if self.grid.cell("sheet_rows") != Some(&Cell::Whole(0)) => shared.word(W::TooLarge).to_owned(),
            _ => String::new(),
        };
        let measures = match self.grid.cell("measures") {
            Some(Cell::Whole(n)) if *n > 0 => W::MeasuresCount.with(lang, &[n]),
            _ => shared.word(W::NoMeasures).to_owned(),
        };
        let rows = match self.grid.cell("sheet_rows") {
            Some(Cell::Whole(n)) if *n > 0 => W::RowsCount.with(lang, &[n]),
            _ => String::new(),
        };
        let facts = [
            shared.world.agency(&agency, lang).to_owned(),
            self.grid.text("field", lang),
            rows,
            self.grid.text("data", lang),
            annual,
            measures,
        ];
        let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
        let mut lines: Vec<Line<'static>>;
        if shared.wide() {
            lines = wrap(&name, cells).into_iter().map(|line| Line::styled(line, shared.theme.heading())).collect();
            lines.push(Line::raw(""));
            for fact in &facts {
                lines.extend(wrap(fact, cells).into_iter().map(Line::raw));
            }
            lines.push(Line::raw(""));
            for measure in shared.world.snapshot.measures.iter().filter(|m| m.regulation == code) {
                let status = measure.statuses.last();
                let said = status
                    .map_or_else(String::new, |s| format!("{} {}", s.status.word(lang), date::short(s.date, lang)));
                lines.extend(wrap(&format!("▸ {}", measure.title), cells).into_iter().map(Line::raw));
                lines.push(Line::styled(format!("   {said}"), shared.theme.faint()));
            }
        } else {
            lines = vec![Line::raw(crate::text::width::cut(&name, cells)), Line::raw(facts.join(" · "))];
        }
        Some(Detail { title: code.to_owned(), right: right.unwrap_or_default(), lines })
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        self.grid.draw(shared, frame, area);
    }

    fn can(&self, what: &str, shared: &Shared) -> Can {
        let any = || Can::when(self.grid.hand().is_some(), || shared.word(W::NoRowHere).to_owned());
        let chosen = || number::whole(self.grid.chosen().len() as i128, shared.lang);
        match what {
            id::OPEN => any(),
            id::NEW => any(),
            DRAFT => match any() {
                Can::Yes => Can::With(chosen()),
                no => no,
            },
            SAVE_FILTER => Can::when(self.grid.filtered(shared).is_some() || self.tab == 1, || {
                shared.word(W::NothingFiltered).to_owned()
            }),
            DROP_FILTER => Can::when(self.tab >= OWN_TABS, || shared.word(W::NotASavedFilter).to_owned()),
            _ => Can::NotHere,
        }
    }

    fn named(&self, what: &str, shared: &Shared) -> Option<String> {
        match what {
            SAVE_FILTER => Some(shared.word(W::DoSaveFilter).to_owned()),
            id::NEW if self.grid.marks.len() > 1 => Some(shared.word(W::DoMeasureOnMarked).to_owned()),
            id::NEW => Some(shared.word(crate::words::procedure_screen::ProcedureWord::DoAddMeasure).to_owned()),
            _ => None,
        }
    }

    fn run(&mut self, what: &'static str, shared: &Shared) -> Option<Vec<Effect>> {
        match what {
            id::OPEN => {
                let code = self.grid.hand()?.to_owned();
                Some(vec![Effect::Open(Place::about("procedure", &code))])
            }
            DRAFT => Some(draft_sheets(self.grid.chosen(), shared)),
            id::NEW => Some(vec![match self.grid.chosen().as_slice() {
                [one] => super::procedure::kind_chooser(one, shared),
                several => super::procedure::measure_on_marked(several.to_vec(), shared),
            }]),
            SAVE_FILTER => {
                let state = self.grid.state.clone();
                let field = Field::line("name", shared.word(W::FilterName), "").needed();
                let form = Form::new(shared.word(W::DoSaveFilter), vec![field], move |answers, shared| {
                    let name = answers.get("name").cloned().unwrap_or_default();
                    if fold(&name).is_empty() {
                        return Err(Refusal::of("name", shared.word(W::FieldMissing)));
                    }
                    let text = serde_json::to_string(&state).unwrap_or_default();
                    Ok(vec![
                        Effect::Keep(format!("{FILTER}{name}"), Some(text)),
                        Effect::Say(Sign::Done, W::FilterSaved.with(shared.lang, &[&name])),
                        Effect::Open(Place::of("catalogue").tab(&name)),
                    ])
                });
                Some(vec![form.open()])
            }
            DROP_FILTER => {
                let name = self.saved.get(self.tab.checked_sub(OWN_TABS)?)?.clone();
                self.saved.retain(|saved| *saved != name);
                self.show(0, shared);
                Some(vec![Effect::Keep(format!("{FILTER}{name}"), None)])
            }
            _ => None,
        }
    }

    fn turn(&mut self, tab: usize, shared: &Shared) -> Vec<Effect> {
        self.show(tab.min(OWN_TABS + self.saved.len() - 1), shared);
        if self.tab == LARGEST {
            // Who asks for the largest looks at the largest.
            self.grid.go_to(0);
        }
        Vec::new()
    }

    fn grid(&mut self) -> Option<&mut Grid> {
        Some(&mut self.grid)
    }

    fn grid_seen(&self) -> Option<&Grid> {
        Some(&self.grid)
    }

    fn command_line(&self, shared: &Shared) -> Option<String> {
        let state = &self.grid.state;
        let mut words = "list regulation".to_owned();
        let single: BTreeMap<&String, &BTreeSet<String>> = state.facets.iter().collect();
        for (name, values) in single {
            // The command line has no "or" over one column: what it cannot say is left to its reader.
            if let (1, Some(value)) = (values.len(), values.first()) {
                for (key, part) in name.split('>').zip(value.split('\u{1}')) {
                    words += &format!(" --where {}", shell_words::quote(&format!("{key}={part}")));
                }
            }
        }
        for word in state.words.split_whitespace() {
            words += &format!(" --where {}", shell_words::quote(&format!("name~{word}")));
        }
        if let Some(sort) = state.sort.first() {
            words += &format!(" --sort={sort}");
        }
        Some(shared.command_line(&words))
    }
}

/// Makes first sheets for procedures, asked before.
pub(in crate::tui) fn draft_sheets(codes: Vec<String>, shared: &Shared) -> Vec<Effect> {
    let count = number::whole(codes.len() as i128, shared.lang);
    let about = vec![shared.word(W::DraftSheetsAbout).to_owned()];
    let title = W::DraftSheetsTitle.with(shared.lang, &[&count]);
    vec![ask::before(shared, title, about, shared.word(W::DoDraftSheets), move |_| {
        let codes = codes.clone();
        vec![Verb::plain("tui cost draft", move |desk| {
            let drafted = desk.draft_sheets(Some(&codes))?;
            let said = W::SheetsDrafted.said(&[&drafted.value.sheets, &drafted.value.rows]);
            Ok(crate::store::Changed { value: After::said(said), change: drafted.change })
        })]
    })]
}
