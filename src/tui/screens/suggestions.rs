//! What dossiers suggest: grouped by paper, by database and by procedure. Opening a row shows the procedure; measures are made of the rows that
//! are marked, after a look at what they would be.

use crate::desk::{AcceptSuggestions, DismissSuggestions};
use crate::exchange::catalog;
use crate::model::Fraction;
use crate::reform::suggest::{Fit, Suggestion};
use crate::store::Changed;
use crate::text::width::{cut, wrap};
use crate::text::{date, fold, number};
use crate::tui::command::{Can, Group, command, id};
use crate::tui::kept::Draft;
use crate::tui::layers::{Field, Form, Refusal};
use crate::tui::place::Place;
use crate::tui::screen::{After, Around, Detail, Effect, Entry, Loader, Screen, Shared, Verb};
use crate::tui::widgets::grid::{Grid, Seen, Shape, Width, millions_of};
use crate::tui::world::Touch;
use crate::view::{Cell, Column, Table, dong};
use crate::words::choosing::ChoosingWord as C;
use crate::words::screen::ScreenWord as W;
use crate::words::valid::ValidWord;
use crate::words::{Message, Result};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span, Text};
use std::collections::{BTreeSet, HashMap};

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

static SHAPES: [Shape; 3] = [
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
];

/// The tabs: their names in places, and their titles.
const TABS: [(&str, C); 3] = [("", C::ByDocument), ("database", C::ByDatabase), ("procedure", C::ByProcedure)];

/// How many measures a preview names.
const PREVIEWED: usize = 8;

/// The suggestions in hand.
#[derive(Debug)]
pub(in crate::tui) struct Suggestions {
    grids: [Grid; 3],
    tab: usize,
    all: HashMap<String, Suggestion>,
    at: String,
}

impl Suggestions {
    fn new(place: &Place, shared: &Shared) -> Self {
        Self {
            grids: [0, 1, 2].map(|at| Grid::new(&SHAPES[at], shared)),
            tab: TABS.iter().position(|(name, _)| *name == place.tab).unwrap_or(0),
            all: HashMap::new(),
            at: place.at.clone(),
        }
    }

    fn here(&self) -> &Grid {
        &self.grids[self.tab.min(2)]
    }

    fn hand(&self) -> Option<&Suggestion> {
        self.all.get(self.here().hand()?)
    }

    /// The rows of a tab: the group that saves most first, in it what saves most.
    fn rows(all: &[Suggestion], tab: usize, shared: &Shared) -> Table {
        let lang = shared.lang;
        let group = |s: &Suggestion| match tab {
            0 => paper(s),
            1 => database(s, shared),
            _ => format!("{} {}", s.regulation, s.name),
        };
        let mut groups: HashMap<String, (String, usize, Fraction)> = HashMap::new();
        for one in all {
            let name = group(one);
            let known = groups.entry(fold(&name)).or_insert((name, 0, Fraction::ZERO));
            known.1 += 1;
            known.2 = known.2.more(saved(one).unwrap_or_default());
        }
        let place = |s: &Suggestion| groups.get(&fold(&group(s))).cloned().unwrap_or_default();
        let mut order: Vec<&Suggestion> = all.iter().collect();
        order.sort_by_cached_key(|s| {
            let (name, _, sum) = place(s);
            (std::cmp::Reverse(sum), name, std::cmp::Reverse(saved(s)), s.id.clone())
        });
        let column = |key, word: C| Column::new(key, shared.word(word).to_owned());
        let columns = vec![
            column("code", C::Code),
            column("group", C::Document),
            column("regulation", C::Procedure),
            column("name", C::Name),
            column("document", C::Document),
            column("database", C::Database),
            column("kind", C::KindOf),
            column("fit", C::Fits),
            column("saved_dong", C::CostSaved),
            column("agency", C::Agency),
            column("field", C::Field),
            column("coverage", C::Coverage),
        ];
        let row = |s: &&Suggestion| {
            let (name, count, sum) = place(s);
            let count = number::whole(count as i128, lang);
            let money = C::MillionsOf.with(lang, &[&millions_of(sum, shared)]);
            let money = if sum.is_zero() { String::new() } else { format!("{money} · ") };
            let title = C::GroupOf.with(lang, &[&count, &money, &name]);
            let held = s.held.as_ref().map(|held| held.name_in(lang).to_owned());
            vec![
                s.id.as_str().into(),
                Cell::Coded(fold(&name), title),
                s.regulation.as_str().into(),
                s.name.as_str().into(),
                paper(s).into(),
                held.into(),
                kind_name(s, shared).into(),
                Cell::worded(s.fit, lang),
                saved(s).map_or(Cell::Empty, Cell::Dong),
                s.agency.clone().into(),
                s.field.clone().into(),
                s.coverage.into(),
            ]
        };
        let mut table = Table::new("suggestion", columns);
        table.rows = order.iter().map(row).collect();
        table
    }

    /// The form that makes measures of suggestions, with what they would be.
    fn accept_form(&self, ids: Vec<String>, shared: &Shared) -> Form {
        let lang = shared.lang;
        let chosen: Vec<&Suggestion> = ids.iter().filter_map(|id| self.all.get(id)).collect();
        let mut about: Vec<String> = Vec::new();
        for one in chosen.iter().take(PREVIEWED) {
            let holder = one.held.as_ref().map_or("", |held| shared.world.agency(&held.holder, lang));
            let measure = one.measure(holder, lang, shared.today);
            let money = saved(one).map_or_else(|| "–".to_owned(), |saved| millions_of(saved, shared));
            about.push(cut(&format!("{} · {money} · {}", one.regulation, measure.title), 120));
        }
        if chosen.len() > PREVIEWED {
            about.push(C::AcceptMore.with(lang, &[&(chosen.len() - PREVIEWED)]));
        }
        let sum = chosen.iter().filter_map(|one| saved(one)).fold(Fraction::ZERO, Fraction::more);
        about.push(C::AcceptSum.with(lang, &[&millions_of(sum, shared)]));
        let fields = vec![
            Field::line("person", shared.word(C::Person), ""),
            Field::line("due", shared.word(C::Due), "").hint(shared.word(C::DayHint)),
        ];
        let title = C::AcceptTitle.with(lang, &[&chosen.len()]);
        let form = Form::new(title, fields, move |answers, shared| {
            let answer = |name: &str| answers.get(name).cloned().unwrap_or_default();
            let (person, typed) = (answer("person"), answer("due"));
            let bad = || Refusal::of("due", ValidWord::BadDate.with(shared.lang, &[&typed]));
            let due = if typed.is_empty() { None } else { Some(date::parse(&typed).ok_or_else(bad)?) };
            let (ids, day, lang) = (ids.clone(), shared.today, shared.lang);
            Ok(vec![Verb::plain("tui suggest accept", move |desk| {
                let rules = catalog::suggest_rules(None)?;
                let person = Some(person.as_str());
                let asked = AcceptSuggestions { ids: &ids, rules: &rules, day, due, person, lang };
                let made = desk.accept_suggestions(asked)?;
                let said = match made.value.as_slice() {
                    [(_, code)] => C::Accepted.said(&[code]),
                    many => C::AcceptedMany.said(&[&many.len()]),
                };
                Ok(Changed { value: After::said(said), change: made.change })
            })])
        });
        form.about(about).drafted(self.place(), "accept")
    }

    /// The form that asks why suggestions are none.
    fn reject_form(&self, ids: Vec<String>, shared: &Shared) -> Form {
        let chosen = ids.iter().filter_map(|id| self.all.get(id));
        let about =
            chosen.take(PREVIEWED).map(|one| cut(&format!("{} · {}", one.regulation, paper(one)), 120)).collect();
        let field = Field::line("reason", shared.word(C::Reason), "").needed();
        let form = Form::new(shared.word(C::RejectTitle), vec![field], move |answers, shared| {
            let reason = answers.get("reason").cloned().unwrap_or_default();
            let (ids, lang) = (ids.clone(), shared.lang);
            Ok(vec![Verb::plain("tui suggest dismiss", move |desk| {
                let rules = catalog::suggest_rules(None)?;
                let asked = DismissSuggestions { ids: &ids, rules: &rules, reason: &reason, lang };
                let done = desk.dismiss_suggestions(asked)?;
                let said = C::Rejected.said(&[&done.value.len()]);
                Ok(Changed { value: After::said(said), change: done.change })
            })])
        });
        form.about(about).drafted(self.place(), "reject")
    }
}

/// What a suggestion saves beside what is planned.
fn saved(s: &Suggestion) -> Option<Fraction> {
    s.saving.map(|saving| saving.beside)
}

/// The paper that a suggestion is about, in a line; of a report its name.
fn paper(s: &Suggestion) -> String {
    let text = if s.component.is_none() { &s.name } else { &s.component_name };
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Lists of papers begin with strokes and crosses.
    line.trim_start_matches(['-', '+', '–', '•', '*', ' ']).to_owned()
}

/// The database that holds it; the kind of measure where none does.
fn database(s: &Suggestion, shared: &Shared) -> String {
    match &s.held {
        Some(held) => {
            format!("{} ({})", held.name_in(shared.lang), shared.world.agency(&held.holder, shared.lang))
        }
        None => kind_name(s, shared),
    }
}

fn kind_name(s: &Suggestion, shared: &Shared) -> String {
    let kind = shared.world.kinds.iter().find(|kind| kind.id == s.kind);
    kind.map_or("", |kind| kind.name_in(shared.lang)).to_owned()
}

/// A row of the paper, the words of the evidence in it marked.
fn marked(row: &str, said: &[&str], shared: &Shared) -> Line<'static> {
    let mut spans = Vec::new();
    let mut rest = row;
    while let Some((at, word)) = said.iter().filter_map(|word| Some((rest.find(*word)?, *word))).min() {
        spans.push(Span::raw(rest[..at].to_owned()));
        spans.push(Span::styled(word.to_owned(), shared.theme.hit()));
        rest = &rest[at + word.len()..];
    }
    spans.push(Span::raw(rest.to_owned()));
    Line::from(spans)
}

impl Screen for Suggestions {
    fn place(&self) -> Place {
        Place::of("suggestions").tab(TABS[self.tab.min(2)].0).at(self.here().hand().unwrap_or(&self.at))
    }

    fn load(&mut self, from: &Loader<'_>, _touch: &Touch) -> Result<()> {
        let shared = from.shared;
        let found = from.workspace.suggestions(&catalog::suggest_rules(None)?, shared.today)?;
        for (tab, grid) in self.grids.iter_mut().enumerate() {
            grid.take(Self::rows(&found, tab, shared), shared);
            grid.grouped_by("group");
            if !self.at.is_empty() {
                grid.go(&self.at);
            }
        }
        self.at.clear();
        self.all = found.into_iter().map(|one| (one.id.clone(), one)).collect();
        Ok(())
    }

    fn around(&self, shared: &Shared) -> Around {
        let grid = self.here();
        let left = grid.filtered(shared).unwrap_or_else(|| shared.word(W::NoFilter).to_owned());
        let tabs = TABS.iter().map(|(_, word)| shared.word(*word).to_owned()).collect();
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
        if self.all.is_empty() {
            let lines = wrap(shared.word(C::NothingSuggested), usize::from(area.width).saturating_sub(2));
            let lines: Vec<Line<'_>> = lines.into_iter().map(|line| Line::raw(format!(" {line}"))).collect();
            frame.render_widget(Text::from(lines), area);
            return;
        }
        self.here().draw(shared, frame, area);
    }

    fn can(&self, what: &str, shared: &Shared) -> Can {
        let any = || Can::when(self.here().hand().is_some(), || shared.word(W::NoRowHere).to_owned());
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
                let marks = &mut self.grids[self.tab.min(2)].marks;
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
        self.tab = tab.min(2);
        let grid = &mut self.grids[self.tab];
        grid.marks = marks;
        grid.go(&hand);
        Vec::new()
    }

    fn grid(&mut self) -> Option<&mut Grid> {
        Some(&mut self.grids[self.tab.min(2)])
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
