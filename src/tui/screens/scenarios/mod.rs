//! The list of scenarios: those of the stages and those that people or the solver put together, each with what it saves; those that are marked
//! side by side.

mod beside;
pub(in crate::tui) mod lines;

use crate::cost::explain::show;
use crate::desk::{CopyScenario, EditScenario, NewScenario};
use crate::reform::Axis;
use crate::text::number;
use crate::text::width::{cut, wrap};
use crate::tui::command::{Can, Group, command, id};
use crate::tui::kept::Draft;
use crate::tui::layers::{Field, Form, Refusal, ask};
use crate::tui::place::Place;
use crate::tui::screen::{After, Around, Detail, Effect, Entry, Loader, Screen, Shared, Verb};
use crate::tui::status::Sign;
use crate::tui::widgets::grid::{Grid, Seen, Shape, Width};
use crate::tui::widgets::pager::{Marked, Pager};
use crate::tui::world::Touch;
use crate::view::{Cell, Column, Table, dong, short_percent};
use crate::words::choosing::ChoosingWord as C;
use crate::words::screen::ScreenWord as W;
use crate::words::{FaultKind, Message, Result};
use lines::{Line as Known, Registers};
use ratatui::Frame;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};

const COPY: &str = "scenarios.copy";
const SOLVE: &str = "scenarios.solve";
const SPLIT: &str = "scenarios.split";

pub(in crate::tui) const ENTRY: Entry = Entry {
    name: "scenarios",
    title: W::Scenarios,
    listed: true,
    under: "scenarios",
    commands: &[
        command(SOLVE, &[], W::DoSolve, Group::Look, 0),
        command(COPY, &[], W::DoCopyScenario, Group::Change, 0),
        command(SPLIT, &[], W::DoSplit, Group::Look, 0),
    ],
    open: |place, shared| Box::new(Scenarios::new(place, shared)),
    count: |shared| super::count(shared.world.counts.scenarios, shared.lang),
};

static SHAPE: Shape = Shape {
    name: "scenarios",
    key: "code",
    columns: &[
        Seen { key: "code", title: None, width: Width::Cells(12), drop: 1 },
        Seen { key: "name", title: None, width: Width::Text, drop: 0 },
        Seen { key: "measures", title: None, width: Width::Cells(9), drop: 2 },
        Seen { key: "effort", title: None, width: Width::Cells(6), drop: 3 },
        Seen { key: "saved_dong", title: None, width: Width::Money, drop: 0 },
        Seen { key: "saved_percent", title: None, width: Width::Cells(8), drop: 0 },
    ],
    facets: &["programme", "made"],
    searched: &["code", "name", "programme"],
    sort: "",
};

/// The list of scenarios in hand.
#[derive(Debug)]
pub(in crate::tui) struct Scenarios {
    grid: Grid,
    lines: Vec<Known>,
    compare: bool,
    beside: Pager,
    axis: Option<Axis>,
    at: String,
}

impl Scenarios {
    fn new(place: &Place, shared: &Shared) -> Self {
        Self {
            grid: Grid::new(&SHAPE, shared),
            lines: Vec::new(),
            compare: place.tab == "compare",
            beside: Pager::default(),
            axis: None,
            at: place.at.clone(),
        }
    }

    fn line(&self, code: &str) -> Option<&Known> {
        self.lines.iter().find(|line| line.scenario.code == code)
    }

    fn hand(&self) -> Option<&Known> {
        self.line(self.grid.hand()?)
    }

    /// The scenarios that are compared, in the order of the list.
    fn compared(&self) -> Vec<&Known> {
        let marks = &self.grid.marks;
        self.lines.iter().filter(|line| marks.contains(&line.scenario.code)).collect()
    }

    /// Lays the comparison out anew.
    fn lay(&mut self, shared: &Shared) {
        let lines = self.compared();
        let cells = usize::from(shared.size.0).saturating_sub(3);
        let laid = match lines.len() {
            0 | 1 => {
                let mut marked = Marked::default();
                marked.line(shared.word(C::CompareHint), None);
                Ok(marked)
            }
            _ => beside::laid(&lines, self.axis, shared, cells),
        };
        let laid = laid.unwrap_or_else(|fault| {
            let mut marked = Marked::default();
            marked.line(&shared.fault(&fault), None);
            marked
        });
        self.beside.take(laid);
    }

    fn rows(&self, shared: &Shared) -> Table {
        let column = |key, word: C| Column::new(key, shared.word(word).to_owned());
        let columns = vec![
            column("code", C::Code),
            column("name", C::Name),
            column("programme", C::Over),
            column("measures", C::Measures),
            column("abolished", C::Abolished),
            column("simplified", C::Simplified),
            column("effort", C::Effort),
            column("saved_dong", C::CostSaved),
            column("saved_percent", C::Share),
            column("made", C::MadeBy),
        ];
        let row = |line: &Known| {
            let (scenario, figures) = (&line.scenario, &line.figures);
            let code = if line.special { shared.word(C::MadeStage).to_owned() } else { scenario.code.clone() };
            let made = match (line.special, scenario.is_found()) {
                (true, _) => Cell::Named("stage", shared.word(C::MadeStage)),
                (_, true) => Cell::Named("found", shared.word(C::MadeFound)),
                _ => Cell::Named("hand", shared.word(C::MadeByHand)),
            };
            vec![
                Cell::Coded(scenario.code.clone(), code),
                scenario.name.as_str().into(),
                Cell::from(programme_name(scenario.programme.as_deref(), shared)),
                figures.measures.into(),
                figures.abolished.into(),
                figures.simplified.into(),
                Cell::Exact(figures.effort),
                Cell::Dong(figures.saved()),
                figures.saved_percent().map_or(Cell::Empty, Cell::Percent),
                made,
            ]
        };
        let mut table = Table::new("scenario", columns);
        table.rows = self.lines.iter().map(row).collect();
        table
    }

    /// Opens the place of a link of the comparison.
    fn opens(&self) -> Option<Place> {
        let (regulation, measure) = self.beside.link()?.split_once('\t')?;
        Some(Place::about("procedure", regulation).tab("measures").at(measure))
    }
}

/// What a scenario stands over, for people.
pub(in crate::tui) fn programme_name(code: Option<&str>, shared: &Shared) -> String {
    let known = code.and_then(|code| shared.world.snapshot.programmes.iter().find(|p| p.code == code));
    known.map_or_else(|| shared.word(C::LivingCatalogue).to_owned(), |p| short_name(&p.code))
}

/// A programme as the tabs of the overview call it: names are long, and alike.
fn short_name(code: &str) -> String {
    code.to_uppercase().replace('-', " ")
}

/// The registers that a scenario can stand over: the living catalogue, or the baseline of a programme.
pub(in crate::tui) fn programmes(shared: &Shared) -> Vec<(String, String)> {
    let live = (String::new(), shared.word(C::LivingCatalogue).to_owned());
    let all = shared
        .world
        .snapshot
        .programmes
        .iter()
        .map(|p| (p.code.clone(), format!("{} · {}", short_name(&p.code), p.name_in(shared.lang))));
    std::iter::once(live).chain(all).collect()
}

/// The fields that name a scenario.
pub(in crate::tui) fn named_fields(shared: &Shared, code: &str, name: &str) -> Vec<Field> {
    vec![
        Field::line("code", shared.word(C::Code), code).needed().hint(shared.word(C::CodeHint)),
        Field::line("name", shared.word(C::Name), name),
    ]
}

/// Refuses what cannot be the code of a scenario.
pub(in crate::tui) fn usable_code(code: &str, shared: &Shared) -> Result<String, Refusal> {
    crate::model::Scenario::code_of(code, FaultKind::Usage).map_err(|fault| Refusal::of("code", shared.fault(&fault)))
}

/// What follows a scenario that was stored under a code: it is opened.
pub(in crate::tui) fn stored(
    changed: crate::store::Changed<crate::model::Scenario>,
    open: bool,
) -> crate::store::Changed<After> {
    let scenario = changed.value;
    let after = After::said(C::Saved.said(&[&scenario.code, &scenario.measures.len()]));
    let then = if open { vec![Effect::Open(Place::about("scenario", &scenario.code))] } else { Vec::new() };
    crate::store::Changed { value: after.then(then), change: changed.change }
}

/// The form of a new scenario: empty, or with the measures of another.
fn new_form(lines: &[Known], from: &str, place: Place, shared: &Shared) -> Form {
    let mut fields = named_fields(shared, "", "");
    let mut from_options = vec![(String::new(), shared.word(C::FromNothing).to_owned())];
    from_options.extend(lines.iter().map(|line| {
        let name = if line.special {
            line.scenario.name.clone()
        } else {
            format!("{} · {}", line.scenario.code, line.scenario.name)
        };
        (line.scenario.code.clone(), name)
    }));
    let programme = lines.iter().find(|line| line.scenario.code == from).and_then(|l| l.scenario.programme.clone());
    let programme = programme.or_else(|| shared.programme().map(|p| p.code.clone()));
    fields.push(Field::choice("programme", shared.word(C::Over), programmes(shared), &programme.unwrap_or_default()));
    fields.push(Field::choice("from", shared.word(C::FromScenario), from_options, from));
    let title = shared.word(if from.is_empty() { C::NewTitle } else { C::CopyTitle });
    let form = Form::new(title, fields, move |answers, shared| {
        let answer = |name: &str| answers.get(name).cloned().unwrap_or_default();
        let code = usable_code(&answer("code"), shared)?;
        let (name, programme, from) = (answer("name"), answer("programme"), answer("from"));
        Ok(vec![Verb::plain("tui scenario new", move |desk| {
            let name = Some(name.as_str()).filter(|name| !name.is_empty());
            let made = if from.is_empty() {
                let programme = Some(programme.as_str());
                desk.new_scenario(NewScenario {
                    code: &code,
                    name,
                    programme,
                    note: "",
                    measures: &|_| Ok(Vec::new()),
                })?
            } else {
                desk.copy_scenario(CopyScenario { from: &from, code: &code, name, programme: Some(&programme) })?
            };
            Ok(stored(made, true))
        })])
    });
    form.drafted(place, "new")
}

/// The form of the name, the programme and the remark of a scenario.
pub(in crate::tui) fn rename_form(scenario: &crate::model::Scenario, place: Place, shared: &Shared) -> Form {
    let fields = vec![
        Field::line("name", shared.word(C::Name), &scenario.name).needed(),
        Field::choice(
            "programme",
            shared.word(C::Over),
            programmes(shared),
            scenario.programme.as_deref().unwrap_or_default(),
        ),
        Field::line("note", shared.word(C::Note), &scenario.note),
    ];
    let code = scenario.code.clone();
    let title = C::RenameTitle.with(shared.lang, &[&code]);
    let form = Form::new(title, fields, move |answers, _| {
        let (code, answers) = (code.clone(), answers.clone());
        Ok(vec![Verb::plain("tui scenario", move |desk| {
            let answer = |name: &str| answers.get(name).map(String::as_str);
            let asked = EditScenario {
                code: &code,
                name: answer("name"),
                programme: answer("programme"),
                note: answer("note"),
                ..Default::default()
            };
            Ok(stored(desk.edit_scenario(asked)?, false))
        })])
    });
    form.drafted(place, "name")
}

/// Copies the rows of a text that are seen.
pub(in crate::tui) fn copied(text: &Pager, shared: &Shared) -> Vec<Effect> {
    let seen = text.seen();
    let said = W::Copied.with(shared.lang, &[&seen.lines().count()]);
    vec![Effect::Copy(seen), Effect::Say(Sign::Done, said)]
}

/// The next way to split what is compared; as a whole behind the last.
fn next_axis(axis: Option<Axis>) -> Option<Axis> {
    match axis {
        None => Axis::ALL.first().copied(),
        Some(axis) => Axis::ALL.iter().position(|a| *a == axis).and_then(|at| Axis::ALL.get(at + 1)).copied(),
    }
}

impl Screen for Scenarios {
    fn place(&self) -> Place {
        let tab = if self.compare { "compare" } else { "" };
        Place::of("scenarios").tab(tab).at(self.grid.hand().unwrap_or(&self.at))
    }

    fn load(&mut self, from: &Loader<'_>, _touch: &Touch) -> Result<()> {
        let shared = from.shared;
        let programme = shared.programme().map(|p| p.code.clone());
        let asked = (shared.today, shared.lang);
        let snapshot = &shared.world.snapshot;
        self.lines = Registers::default().lines(from.workspace, snapshot, asked, programme.as_deref())?;
        self.grid.take(self.rows(shared), shared);
        if !self.at.is_empty() {
            let at = std::mem::take(&mut self.at);
            self.grid.go(&at);
        }
        self.lay(shared);
        Ok(())
    }

    fn around(&self, shared: &Shared) -> Around {
        let count = number::whole(self.lines.len() as i128, shared.lang);
        let compared = C::CompareTab.with(shared.lang, &[&self.grid.marks.len()]);
        let tabs = vec![C::ListTab.with(shared.lang, &[&count]), compared];
        let left = if self.compare {
            let axis = self.axis.map_or_else(|| shared.word(C::Whole), |axis| shared.word(beside::axis_word(axis)));
            C::SideBySide.with(shared.lang, &[&self.compared().len(), &axis])
        } else {
            self.grid.filtered(shared).unwrap_or_else(|| shared.word(W::NoFilter).to_owned())
        };
        Around { tabs, tab: usize::from(self.compare), left, right: self.grid.told(shared) }
    }

    fn detail(&self, shared: &Shared, cells: usize) -> Option<Detail> {
        if self.compare {
            return None;
        }
        let line = self.hand()?;
        let (scenario, f, lang) = (&line.scenario, &line.figures, shared.lang);
        let share = f.saved_percent().map_or_else(|| "–".to_owned(), |share| short_percent(share, lang));
        let cost =
            C::CostLine.with(lang, &[&dong(f.before, lang), &dong(f.after, lang), &dong(f.saved(), lang), &share]);
        let over = programme_name(scenario.programme.as_deref(), shared);
        let counts = C::ShortCounts
            .with(lang, &[&f.abolished, &f.simplified, &dong(f.hours_saved(), lang), &show(f.effort, lang)]);
        let lines = if shared.wide() {
            let texts = [scenario.name.clone(), String::new(), over, cost, counts, scenario.note.clone()];
            texts.iter().flat_map(|text| wrap(text, cells)).map(Line::raw).collect()
        } else {
            vec![Line::raw(cut(&cost, cells)), Line::raw(cut(&format!("{counts} · {over}"), cells))]
        };
        let title =
            if line.special { scenario.name.clone() } else { format!("{} · {}", scenario.code, scenario.name) };
        Some(Detail { title, right: String::new(), lines })
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        if self.compare {
            self.beside.draw(shared, frame, area);
            return;
        }
        let only_stages = self.lines.iter().all(|line| line.special);
        let hint = if only_stages {
            wrap(shared.word(C::NoScenario), usize::from(area.width).saturating_sub(2))
        } else {
            Vec::new()
        };
        let high = u16::try_from(hint.len()).unwrap_or(0).min(area.height.saturating_sub(3));
        self.grid.draw(shared, frame, Rect { height: area.height - high, ..area });
        let lines: Vec<Line<'_>> =
            hint.into_iter().map(|line| Line::styled(format!(" {line}"), shared.theme.faint())).collect();
        frame.render_widget(Text::from(lines), Rect { y: area.bottom() - high, height: high, ..area });
    }

    fn can(&self, what: &str, shared: &Shared) -> Can {
        if self.compare {
            return match what {
                id::OPEN => Can::when(self.beside.link().is_some(), || shared.word(C::NoLinkYet).to_owned()),
                id::NEXT_PANE | id::PREVIOUS_PANE | SPLIT => Can::Yes,
                what => self.beside.can(what, shared),
            };
        }
        let hand = self.hand();
        let any = || Can::when(hand.is_some(), || shared.word(W::NoRowHere).to_owned());
        let own = || Can::when(hand.is_some_and(|line| !line.special), || shared.word(C::StageStays).to_owned());
        match what {
            id::OPEN | COPY => any(),
            id::NEW | SOLVE => Can::Yes,
            id::EDIT | id::DELETE => own(),
            _ => Can::NotHere,
        }
    }

    fn named(&self, what: &str, shared: &Shared) -> Option<String> {
        let word = match what {
            id::NEW => C::NewTitle,
            id::EDIT => C::Rename,
            id::MARK => C::MarkToCompare,
            id::NEXT_PANE if self.compare => C::NextLink,
            _ => return None,
        };
        Some(shared.word(word).to_owned())
    }

    fn run(&mut self, what: &'static str, shared: &Shared) -> Option<Vec<Effect>> {
        if self.compare {
            match what {
                id::OPEN => return Some(self.opens().map(Effect::Open).into_iter().collect()),
                id::NEXT_PANE | id::PREVIOUS_PANE => self.beside.next_link(what == id::NEXT_PANE),
                id::COPY => return Some(copied(&self.beside, shared)),
                id::BACK if !self.beside.run(what) => self.compare = false,
                id::BACK => {}
                SPLIT => {
                    self.axis = next_axis(self.axis);
                    self.lay(shared);
                }
                what if self.beside.run(what) => {}
                _ => return None,
            }
            return Some(Vec::new());
        }
        match what {
            id::NEW => return Some(vec![new_form(&self.lines, "", self.place(), shared).open()]),
            SOLVE => {
                let code = self.hand().map_or("planned", |line| &line.scenario.code);
                let place = Place::about("scenario", code).tab("solve");
                return Some(vec![Effect::Open(place), Effect::Run(super::scenario::SOLVE)]);
            }
            _ => {}
        }
        let line = self.hand()?;
        let code = line.scenario.code.clone();
        match what {
            id::OPEN => Some(vec![Effect::Open(Place::about("scenario", &code))]),
            COPY => Some(vec![new_form(&self.lines, &code, self.place(), shared).open()]),
            id::EDIT => Some(vec![rename_form(&line.scenario, self.place(), shared).open()]),
            id::DELETE => {
                let title = C::RemoveQuestion.with(shared.lang, &[&code]);
                let about = vec![line.scenario.name.clone()];
                Some(vec![ask::before(shared, title, about, shared.word(W::DoDelete), move |_| {
                    let code = code.clone();
                    vec![Verb::plain("tui scenario remove", move |desk| {
                        let removed = desk.remove_scenario(&code)?;
                        let after = After::said(C::Removed.said(&[&code]));
                        Ok(crate::store::Changed { value: after, change: removed.change })
                    })]
                })])
            }
            _ => None,
        }
    }

    fn key(&mut self, key: KeyEvent, _shared: &Shared) -> Option<Vec<Effect>> {
        (self.compare && self.beside.key(key)).then(Vec::new)
    }

    fn turn(&mut self, tab: usize, shared: &Shared) -> Vec<Effect> {
        self.compare = tab == 1;
        self.lay(shared);
        Vec::new()
    }

    fn grid(&mut self) -> Option<&mut Grid> {
        (!self.compare).then_some(&mut self.grid)
    }

    fn grid_seen(&self) -> Option<&Grid> {
        (!self.compare).then_some(&self.grid)
    }

    fn reopen(&mut self, draft: &Draft, shared: &Shared) -> Vec<Effect> {
        match draft.form.as_str() {
            "new" => vec![new_form(&self.lines, "", self.place(), shared).filled(&draft.answers).open()],
            "name" => {
                let named = self.line(&draft.place.at);
                let form = named.map(|line| rename_form(&line.scenario, draft.place.clone(), shared));
                form.map(|form| form.filled(&draft.answers).open()).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    fn command_line(&self, shared: &Shared) -> Option<String> {
        let codes: Vec<&str> = self.compared().iter().map(|line| line.scenario.code.as_str()).collect();
        let words = match (self.compare, codes.len()) {
            (true, 2..) => format!("scenario compare {}", codes.join(" ")),
            _ => "list scenario".to_owned(),
        };
        Some(shared.command_line(&words))
    }
}
