//! Files in, in four steps: choose them, say what they are, look at what they would do, read what they did. Nothing is written before the third.

mod choose;
mod guided;
mod mapping;
mod preview;
mod run;

use crate::text::width::wrap;
use crate::tui::command::{Can, Command, Group, command, id};
use crate::tui::place::Place;
use crate::tui::screen::{Around, Detail, Effect, Entry, Hit, Loader, Screen, Shared, Watch, Work};
use crate::tui::status::Sign;
use crate::tui::widgets::grid::{Grid, Seen, Shape, Width};
use crate::tui::widgets::pager::Pager;
use crate::tui::world::Touch;
use crate::words::import_screen::ImportWord as I;
use crate::words::screen::ScreenWord as W;
use crate::words::{Message, Result};
use choose::Choose;
use ratatui::Frame;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};
use run::{File, Job, Ran, What};
use std::any::Any;
use std::cell::{Cell as Held, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::{Arc, OnceLock};

const REHEARSE: &str = "import.rehearse";

const GUIDE: &str = "import.guide";

const COMMANDS: &[Command] =
    &[command(REHEARSE, &[], W::DoRehearse, Group::Go, 0), command(GUIDE, &[], W::DoGuide, Group::Change, 0)];

pub(in crate::tui) const ENTRY: Entry = Entry {
    name: "import",
    title: W::Import,
    listed: true,
    under: "import",
    commands: COMMANDS,
    open: |place, shared| Box::new(Taking::new(place, shared)),
    count: |_| String::new(),
};

/// The steps, as places name them.
const TABS: [&str; 4] = ["", "mapping", "preview", "result"];
const CHOOSE: usize = 0;
const MAPPING: usize = 1;
const PREVIEW: usize = 2;
const RESULT: usize = 3;

static SHAPE: Shape = Shape {
    name: "import",
    key: "number",
    columns: &[
        Seen { key: "about", title: None, width: Width::Cells(30), drop: 0 },
        Seen { key: "line", title: None, width: Width::Text, drop: 0 },
        Seen { key: "count", title: None, width: Width::Cells(4), drop: 2 },
        Seen { key: "done", title: None, width: Width::Cells(11), drop: 1 },
    ],
    facets: &["group", "file", "touched"],
    searched: &["about", "line", "file"],
    sort: "",
};

/// What is under way beside the screen.
#[derive(Debug)]
struct Running {
    files: Vec<File>,
    /// How it is watched, once it runs.
    watch: Arc<OnceLock<Watch>>,
    dry: bool,
}

impl Running {
    /// Whether it runs, and somebody waits for it.
    fn goes(&self) -> bool {
        self.watch.get().is_some_and(|watch| !watch.given_up())
    }
}

/// Taking files in.
#[derive(Debug)]
struct Taking {
    step: usize,
    /// The files, shared with the form that says what one is.
    files: Rc<RefCell<Vec<File>>>,
    choose: Choose,
    /// The file in hand in the second step.
    row: usize,
    top: Held<usize>,
    running: Option<Running>,
    /// What was rehearsed: the files as they were asked for, and what they would do.
    rehearsed: Option<(Vec<File>, Ran)>,
    /// The records that are not taken: the file, by its place, and their codes.
    skipped: BTreeSet<(usize, String)>,
    /// The last change when it was rehearsed: what came later may make it another.
    seen: i64,
    grid: Grid,
    done: Option<Ran>,
    report: Pager,
}

impl Taking {
    fn new(place: &Place, shared: &Shared) -> Self {
        Self {
            step: TABS.iter().position(|tab| *tab == place.tab).unwrap_or(CHOOSE).min(MAPPING),
            files: Rc::default(),
            choose: Choose::new(&place.at),
            row: 0,
            top: Held::new(0),
            running: None,
            rehearsed: None,
            skipped: BTreeSet::new(),
            seen: 0,
            grid: Grid::new(&SHAPE, shared),
            done: None,
            report: Pager::default(),
        }
    }

    /// Whether what was rehearsed is what is asked for now.
    fn is_rehearsed(&self) -> bool {
        self.rehearsed.as_ref().is_some_and(|(files, _)| *files == *self.files.borrow())
    }

    fn goes(&self) -> bool {
        self.running.as_ref().is_some_and(Running::goes)
    }

    /// What rehearses the files, or takes in those that can be.
    fn start(&mut self, dry: bool, shared: &Shared) -> impl Fn() -> Vec<Effect> + use<> {
        let files: Vec<File> = match (&self.rehearsed, dry) {
            (Some((_, ran)), false) => {
                let whole = ran.files.iter().enumerate().filter(|(_, told)| told.fault.is_none());
                let of = |at: usize| self.skipped.iter().filter(move |(file, _)| *file == at);
                let left_out = |at: usize| of(at).map(|(_, code)| code.clone()).collect();
                whole.map(|(at, told)| File { left_out: left_out(at), ..told.file.clone() }).collect()
            }
            _ => self.files.borrow().clone(),
        };
        let watch: Arc<OnceLock<Watch>> = Arc::default();
        let (job, seen) = (Job::new(files.clone(), dry, shared), watch.clone());
        self.running = Some(Running { files, watch, dry });
        let name = shared.word(if dry { I::Rehearsing } else { I::Importing }).to_owned();
        let place = self.place();
        move || {
            let (job, seen) = (job.clone(), seen.clone());
            let run = move |watch: &Watch| {
                let _ = seen.set(watch.clone());
                job.run(watch)
            };
            vec![Effect::Work(Work { name: name.clone(), place: place.clone(), run: Box::new(run) })]
        }
    }

    /// Begins to rehearse where that is not done yet.
    fn rehearse(&mut self, shared: &Shared) -> Vec<Effect> {
        let nothing = self.files.borrow().is_empty() || self.is_rehearsed() || self.goes() || shared.file.is_empty();
        if nothing { Vec::new() } else { self.start(true, shared)() }
    }
}

fn lines(said: &[&str], frame: &mut Frame<'_>, area: Rect) {
    let cells = usize::from(area.width).saturating_sub(2);
    let lines: Vec<Line<'_>> =
        said.iter().flat_map(|text| wrap(text, cells)).map(|line| Line::raw(format!(" {line}"))).collect();
    frame.render_widget(Text::from(lines), area);
}

impl Screen for Taking {
    fn place(&self) -> Place {
        Place::of("import").tab(TABS[self.step])
    }

    fn load(&mut self, from: &Loader<'_>, _touch: &Touch) -> Result<()> {
        if self.seen != from.shared.world.counts.changes {
            self.rehearsed = None;
        }
        self.list(from.shared);
        if let Some(done) = &self.done {
            self.report.take(Self::told(done, from.shared));
        }
        Ok(())
    }

    fn around(&self, shared: &Shared) -> Around {
        let tabs = [I::TabChoose, I::TabMapping, I::TabPreview, I::TabResult];
        let tabs = tabs.map(|word| shared.word(word).to_owned()).to_vec();
        let count = self.files.borrow().len();
        let left = match self.files.borrow().first() {
            None => shared.word(I::NothingChosen).to_owned(),
            Some(only) if count == 1 => match self.recognised(shared).filter(|_| self.step == PREVIEW) {
                Some(title) => format!("{} · {}", only.name(), I::Recognised.with(shared.lang, &[&title])),
                None => only.name(),
            },
            Some(_) => I::FilesChosen.with(shared.lang, &[&count]),
        };
        let right = match self.step {
            PREVIEW if self.is_rehearsed() => self.summary(shared),
            _ => String::new(),
        };
        let left = match self.grid.filtered(shared).filter(|_| self.step == PREVIEW) {
            Some(filtered) => format!("{left} · {filtered}"),
            None => left,
        };
        Around { tabs, tab: self.step, left, right }
    }

    fn detail(&self, shared: &Shared, cells: usize) -> Option<Detail> {
        let lang = shared.lang;
        let said = |text: &str| wrap(text, cells).into_iter().map(Line::raw).collect::<Vec<_>>();
        match self.step {
            MAPPING => {
                let files = self.files.borrow();
                let file = files.get(self.row)?;
                let mut lines = said(&file.path.display().to_string());
                lines.extend(said(shared.word(I::MappingHint)));
                Some(Detail { title: file.name(), right: String::new(), lines })
            }
            PREVIEW if self.is_rehearsed() => {
                let row = self.row_of(self.grid.hand()?)?;
                let mut lines: Vec<Line<'static>> = Vec::new();
                let touched = preview::touched(row, shared);
                if !touched.is_empty() {
                    let text = I::TouchedBy.with(lang, &[&touched.join(", ")]);
                    lines.extend(wrap(&text, cells).into_iter().map(|l| Line::styled(l, shared.theme.warning())));
                }
                // The head of the row is the title already.
                let from = usize::from(row.lines.len() > 1);
                for one in row.lines.iter().skip(from) {
                    lines.extend(said(one.text(lang).trim()));
                }
                let right = shared.word(row.what.done()).to_owned();
                Some(Detail { title: row.about.text(lang).to_owned(), right, lines })
            }
            _ => None,
        }
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let under_way = self.running.as_ref().filter(|running| running.goes());
        match self.step {
            _ if shared.file.is_empty() => lines(&[shared.word(I::NoFileOfData)], frame, area),
            CHOOSE => self.choose.draw(&self.files.borrow(), shared, frame, area),
            MAPPING => self.draw_mapping(shared, frame, area),
            PREVIEW if self.files.borrow().is_empty() => lines(&[shared.word(I::ChooseFirst)], frame, area),
            PREVIEW if under_way.is_some_and(|running| running.dry) => {
                lines(&[shared.word(I::RehearsingNow)], frame, area);
            }
            PREVIEW if under_way.is_some() => lines(&[shared.word(I::ImportingNow)], frame, area),
            PREVIEW if self.is_rehearsed() && self.grid.counts().0 == 0 => {
                lines(&[shared.word(I::NothingWouldChange)], frame, area);
            }
            PREVIEW if self.is_rehearsed() => self.grid.draw(shared, frame, area),
            PREVIEW => lines(&[shared.word(I::NotRehearsed)], frame, area),
            _ if under_way.is_some_and(|running| !running.dry) => lines(&[shared.word(I::ImportingNow)], frame, area),
            _ if self.running.as_ref().is_some_and(|running| !running.dry && running.watch.get().is_some()) => {
                lines(&[shared.word(I::StoppedNow)], frame, area);
            }
            _ if self.done.is_none() => lines(&[shared.word(I::NothingDone)], frame, area),
            _ => self.report.draw(shared, frame, area),
        }
    }

    fn can(&self, what: &str, shared: &Shared) -> Can {
        let no = |word: I| Can::No(shared.word(word).to_owned());
        if shared.file.is_empty() {
            return Can::NotHere;
        }
        let none = self.files.borrow().is_empty();
        let faulty = || self.rows().all(|(_, row)| row.what == What::Fault);
        match (what, self.step) {
            (REHEARSE, _) if none => no(I::ChooseFirst),
            (REHEARSE, _) => Can::when(!self.goes(), || shared.word(I::RehearsingNow).to_owned()),
            (GUIDE, MAPPING) if none => no(I::ChooseFirst),
            (GUIDE, MAPPING) => Can::when(self.can_guide(), || shared.word(I::GuideNoTable).to_owned()),
            (id::SAVE, PREVIEW) if none => no(I::ChooseFirst),
            (id::SAVE, PREVIEW) if self.goes() => no(I::ImportingNow),
            (id::SAVE, PREVIEW) if !self.is_rehearsed() => no(I::NotRehearsed),
            (id::SAVE, PREVIEW) if self.grid.counts().0 == 0 => no(I::NothingWouldChange),
            (id::MARK, PREVIEW) if self.is_rehearsed() => {
                let can = self.grid.hand().and_then(|key| self.record_of(key)).is_some();
                Can::when(can, || shared.word(I::NotSingle).to_owned())
            }
            (id::SAVE, PREVIEW) if faulty() => no(I::NothingToTake),
            (id::SAVE, PREVIEW) => Can::Yes,
            (id::SAVE, _) => no(I::OnlyAtPreview),
            (id::DELETE, CHOOSE) if !self.choose.chosen => Can::NotHere,
            (id::DELETE, CHOOSE | MAPPING) => Can::when(!none, || shared.word(I::NothingChosen).to_owned()),
            (id::OPEN, CHOOSE) => {
                if self.choose.chosen {
                    Can::NotHere
                } else {
                    Can::Yes
                }
            }
            (id::NEXT_PANE | id::PREVIOUS_PANE, CHOOSE) => {
                Can::when(!none, || shared.word(I::NothingChosen).to_owned())
            }
            (id::OPEN | id::EDIT, MAPPING) => Can::when(!none, || shared.word(I::ChooseFirst).to_owned()),
            (id::OPEN, PREVIEW) => Can::when(!none, || shared.word(I::ChooseFirst).to_owned()),
            (id::OPEN | id::LEFT | id::RIGHT, RESULT) => {
                Can::when(!self.report.marked.links.is_empty(), || shared.word(I::NothingDone).to_owned())
            }
            (id::UP | id::DOWN, CHOOSE | MAPPING) => Can::Yes,
            (what, RESULT) => self.report.can(what, shared),
            _ => Can::NotHere,
        }
    }

    fn named(&self, what: &str, shared: &Shared) -> Option<String> {
        let word = match (what, self.step) {
            (id::OPEN, CHOOSE) => W::DoChooseFile,
            (id::OPEN | id::EDIT, MAPPING) => W::DoSayFile,
            (id::OPEN, PREVIEW) if !self.is_rehearsed() => W::DoRehearse,
            (id::OPEN, PREVIEW) => W::DoOpenRecord,
            (id::MARK, PREVIEW) => {
                let skipped =
                    self.grid.hand().and_then(|key| self.record_of(key)).is_some_and(|r| self.skipped.contains(&r));
                return Some(shared.word(if skipped { I::TakeAgain } else { I::LeaveOut }).to_owned());
            }
            (id::OPEN, RESULT) => W::SeeInHistory,
            (id::SAVE, _) => W::DoImport,
            (id::DELETE, _) => W::DoLeaveFile,
            _ => return None,
        };
        Some(shared.word(word).to_owned())
    }

    fn run(&mut self, what: &'static str, shared: &Shared) -> Option<Vec<Effect>> {
        let nothing = Some(Vec::new());
        let count = self.files.borrow().len();
        let row = if self.step == CHOOSE { &mut self.choose.row } else { &mut self.row };
        match (what, self.step) {
            (id::UP, CHOOSE | MAPPING) => *row = row.saturating_sub(1),
            (id::DOWN, CHOOSE | MAPPING) => *row = (*row + 1).min(count.saturating_sub(1)),
            (id::DELETE, CHOOSE | MAPPING) => {
                let at = *row;
                *row = at.min(count.saturating_sub(2));
                if at < count {
                    self.files.borrow_mut().remove(at);
                }
                self.choose.chosen &= count > 1;
            }
            (id::NEXT_PANE | id::PREVIOUS_PANE, CHOOSE) => self.choose.next_pane(&self.files.borrow()),
            (id::OPEN, CHOOSE) => {
                let enter = KeyEvent::from(ratatui::crossterm::event::KeyCode::Enter);
                self.choose.key(enter, &mut self.files.borrow_mut());
            }
            (id::OPEN | id::EDIT, MAPPING) => return self.form(shared).map(|form| vec![form]),
            (GUIDE, MAPPING) => return self.guide(shared).map(|form| vec![form]),
            (id::OPEN, PREVIEW) if !self.is_rehearsed() => return Some(self.rehearse(shared)),
            (id::OPEN, PREVIEW) => return Some(self.open(shared)),
            (id::SAVE, PREVIEW) => return Some(self.write(shared)),
            (id::MARK, PREVIEW) => {
                let record = self.grid.hand().and_then(|key| self.record_of(key))?;
                if !self.skipped.remove(&record) {
                    self.skipped.insert(record);
                }
                self.list(shared);
                self.grid.run(id::DOWN, shared);
            }
            (REHEARSE, _) => {
                self.step = PREVIEW;
                return Some(self.start(true, shared)());
            }
            (id::LEFT | id::RIGHT, RESULT) => self.report.next_link(what == id::RIGHT),
            (id::OPEN, RESULT) => {
                if self.report.link().is_none() {
                    self.report.next_link(true);
                }
                let change = self.report.link()?.to_owned();
                return Some(vec![Effect::Open(Place::of("history").at(&change))]);
            }
            (id::BACK, CHOOSE) if self.choose.chosen => self.choose.chosen = false,
            (id::BACK, MAPPING | PREVIEW) => self.step -= 1,
            (what, RESULT) => return self.report.run(what).then(Vec::new),
            _ => return None,
        }
        nothing
    }

    fn key(&mut self, key: KeyEvent, _shared: &Shared) -> Option<Vec<Effect>> {
        match self.step {
            CHOOSE => self.choose.key(key, &mut self.files.borrow_mut()).then(Vec::new),
            RESULT => self.report.key(key).then(Vec::new),
            _ => None,
        }
    }

    fn paste(&mut self, text: &str, _shared: &Shared) -> Vec<Effect> {
        if self.step == CHOOSE {
            self.choose.paste(text, &mut self.files.borrow_mut());
        }
        Vec::new()
    }

    fn turn(&mut self, tab: usize, shared: &Shared) -> Vec<Effect> {
        self.step = tab.min(RESULT);
        if self.step == PREVIEW { self.rehearse(shared) } else { Vec::new() }
    }

    fn clicked(&mut self, hit: &Hit, _shared: &Shared) -> bool {
        match (self.step, hit) {
            (CHOOSE, Hit::Line(at)) => self.choose.clicked(*at),
            (MAPPING, Hit::Line(at)) => std::mem::replace(&mut self.row, *at) == *at,
            (RESULT, Hit::Link(at)) => {
                self.report.take_link(*at);
                true
            }
            _ => false,
        }
    }

    fn grid(&mut self) -> Option<&mut Grid> {
        (self.step == PREVIEW && self.is_rehearsed()).then_some(&mut self.grid)
    }

    fn grid_seen(&self) -> Option<&Grid> {
        (self.step == PREVIEW && self.is_rehearsed()).then_some(&self.grid)
    }

    fn finished(&mut self, done: Box<dyn Any + Send>, shared: &Shared) -> Vec<Effect> {
        let (Ok(ran), Some(running)) = (done.downcast::<Ran>(), self.running.take()) else { return Vec::new() };
        if ran.dry {
            self.rehearsed = Some((running.files, *ran));
            self.skipped.clear();
            self.seen = shared.world.counts.changes;
            self.list(shared);
            let faults = self.rows().filter(|(_, row)| row.what == What::Fault).count();
            let (sign, said) = match faults {
                0 => (Sign::Info, format!("{} · {}", self.summary(shared), shared.word(I::NothingWritten))),
                n => (Sign::Fault, I::FilesFaulty.with(shared.lang, &[&n])),
            };
            return vec![Effect::Say(sign, said)];
        }
        let failed = ran.files.iter().filter(|told| told.fault.is_some()).count();
        let said = I::FilesTaken.with(shared.lang, &[&(ran.files.len() - failed), &Self::summed(&ran, shared)]);
        self.report.take(Self::told(&ran, shared));
        self.done = Some(*ran);
        self.rehearsed = None;
        self.files.borrow_mut().clear();
        self.step = RESULT;
        let sign = if failed == 0 { Sign::Done } else { Sign::Warning };
        vec![Effect::Reload, Effect::Say(sign, said)]
    }

    fn command_line(&self, shared: &Shared) -> Option<String> {
        let files = self.files.borrow();
        let mut words = "import".to_owned();
        let mut add = |name: &str, value: &str| {
            if !value.is_empty() {
                words += &format!(" {name} {}", shell_words::quote(value));
            }
        };
        let first = files.first()?;
        add("--mapping", &first.mapping);
        add("--agency", &first.agency);
        add("--instrument", &first.number);
        add("--version", &first.version);
        for (flag, on) in [("--replace", first.replace), ("--force", first.force), ("--dry-run", self.step <= PREVIEW)]
        {
            if on {
                words += &format!(" {flag}");
            }
        }
        for file in files.iter() {
            words += &format!(" {}", shell_words::quote(&file.path.display().to_string()));
        }
        Some(shared.command_line(&words))
    }
}
