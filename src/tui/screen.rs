//! What a screen is, what it is given, and what it asks for. A screen knows itself alone; the application knows no field of any screen.

pub(super) use super::beside::{Watch, Wish, Work};
use super::command::{Can, Command};
use super::corner::Heard;
use super::kept::{Draft, Kept};
use super::keymap::Keymap;
use super::layers::Layer;
use super::place::Place;
use super::status::Sign;
use super::theme::{Look, Theme};
use super::widgets::grid::Grid;
use super::world::{Touch, World};
use crate::desk::{Desk, Outcome, Standing};
use crate::model::Programme;
use crate::store::{ChangeMeta, Changed, Workspace};
use crate::text::Lang;
use crate::view::nouns::Source;
use crate::words::{Fault, Message, Result, Said};
use jiff::ZonedDateTime;
use jiff::civil::Date;
use ratatui::Frame;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use ratatui::text::Line;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// What all screens share.
#[derive(Debug)]
pub(super) struct Shared {
    /// The language of people.
    pub(super) lang: Lang,
    /// How things look.
    pub(super) theme: Theme,
    /// The day of statuses and rates.
    pub(super) today: Date,
    /// The author of changes.
    pub(super) author: String,
    /// Who makes changes; the time and the command are those of each change.
    pub(super) change: ChangeMeta,
    /// Columns and rows of the window.
    pub(super) size: (u16, u16),
    /// The keys.
    pub(super) keymap: Keymap,
    /// What is loaded for all screens.
    pub(super) world: World,
    /// What is remembered from day to day.
    pub(super) kept: Kept,
    /// The workspace file as it is named to people and in commands; empty in memory.
    pub(super) file: String,
    /// Whether `--db` must be said to mean it.
    pub(super) named_file: bool,
    /// Whether the mouse is read.
    pub(super) mouse: bool,
    /// What the last drawing put where, for the mouse.
    pub(super) hits: RefCell<Vec<(Rect, Hit)>>,
    /// What was heard of the place of exchange in this session.
    pub(super) asked: Cell<Option<Heard>>,
    /// Code of the programme that the overview shows; empty until it does.
    pub(super) programme: RefCell<String>,
}

impl Shared {
    /// The programme in hand: that of the overview, else the one that screens begin with.
    pub(super) fn programme(&self) -> Option<&Programme> {
        let shown = self.programme.borrow();
        let shown = self.world.snapshot.programmes.iter().find(|programme| programme.code == *shown);
        shown.or_else(|| self.world.programme(self.today))
    }

    /// A message in the language of people.
    pub(super) fn word(&self, message: impl Message) -> &'static str {
        message.text(self.lang)
    }

    /// What is said in the language of people.
    pub(super) fn text<'s>(&self, said: &'s Said) -> &'s str {
        said.text(self.lang)
    }

    /// A fault with what to do about it.
    pub(super) fn fault(&self, fault: &Fault) -> String {
        let hint = fault.hint_text(self.lang).map(|hint| format!(" – {hint}")).unwrap_or_default();
        fault.message(self.lang) + &hint
    }

    /// Who makes a change now, by a command of this name.
    pub(super) fn who(&self, command: &str) -> ChangeMeta {
        // A fixed start (reproducible runs) stays fixed; else the clock tells when the change is made.
        let fixed = std::env::var_os("SOURCE_DATE_EPOCH").is_some();
        let at = if fixed { self.change.at } else { ZonedDateTime::now().timestamp() };
        ChangeMeta { command: command.to_owned(), at, ..self.change.clone() }
    }

    /// Notes what was drawn where.
    pub(super) fn hit(&self, area: Rect, hit: Hit) {
        self.hits.borrow_mut().push((area, hit));
    }

    /// Whether the window is wide enough for a pane beside the list.
    pub(super) fn wide(&self) -> bool {
        self.size.0 >= WIDE
    }

    /// A command for scripts on this workspace: the words after the program's name.
    pub(super) fn command_line(&self, words: &str) -> String {
        let db = if self.named_file { format!(" --db {}", shell_words::quote(&self.file)) } else { String::new() };
        format!("tinhgon{db} {words}")
    }
}

/// From so many columns on, the detail stands beside the list.
pub(super) const WIDE: u16 = 110;

/// What stands at a place of the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Hit {
    /// A screen in the first row, by its name.
    Screen(&'static str),
    /// A tab.
    Tab(usize),
    /// A command in the footer.
    Command(&'static str),
    /// A row of the list, by its place.
    Row(usize),
    /// The title of a group of rows, by the place of its first row.
    Group(usize),
    /// The head of a column.
    Column(usize),
    /// An item of what lies over the screen.
    Item(usize),
    /// A line of a list that is no grid.
    Line(usize),
    /// A cell of the sheet: its row and column.
    Cell(usize, usize),
    /// What opens in a text.
    Link(usize),
}

/// What is loaded from.
pub(super) struct Loader<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) shared: &'a Shared,
    /// A folder with own templates of documents.
    pub(super) templates: Option<&'a Path>,
}

impl Loader<'_> {
    /// From what the answers of `view` are made.
    pub(super) fn source(&self) -> Source<'_> {
        Source {
            reader: self.workspace,
            lang: self.shared.lang,
            day: self.shared.today,
            snapshot: Some(&self.shared.world.snapshot),
            verbose: false,
        }
    }
}

/// What stands around the body of a screen.
#[derive(Debug, Default)]
pub(super) struct Around {
    /// The tabs.
    pub(super) tabs: Vec<String>,
    /// The one in hand.
    pub(super) tab: usize,
    /// What it is about, filters, order.
    pub(super) left: String,
    /// Counts, positions.
    pub(super) right: String,
}

/// The row in hand, shown whole: three rows above the status, or the pane beside the list.
#[derive(Debug, Default)]
pub(super) struct Detail {
    /// At the left of its border.
    pub(super) title: String,
    /// At the right of its border.
    pub(super) right: String,
    /// Its lines; the narrow window shows the first two.
    pub(super) lines: Vec<Line<'static>>,
}

/// A screen.
pub(super) trait Screen: fmt::Debug {
    /// Where it is, so that it can be opened there again.
    fn place(&self) -> Place;

    /// Takes what it shows from the workspace; cursors stay on what they are on.
    fn load(&mut self, from: &Loader<'_>, touch: &Touch) -> Result<()>;

    /// Work that what it shows needs: begun beside the screen as soon as nothing else runs there, and given way to what a person asks for.
    fn wanted(&mut self, _shared: &Shared) -> Option<Work> {
        None
    }

    /// What stands around the body.
    fn around(&self, shared: &Shared) -> Around;

    /// The row in hand, in so many cells; nothing where the body shows everything itself.
    fn detail(&self, _shared: &Shared, _cells: usize) -> Option<Detail> {
        None
    }

    /// Draws the body.
    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect);

    /// Whether one of its commands can be run.
    fn can(&self, id: &str, shared: &Shared) -> Can;

    /// Runs a command; nothing when it is none of its own.
    fn run(&mut self, id: &'static str, shared: &Shared) -> Option<Vec<Effect>>;

    /// The name of a common command here: what it adds, what it opens.
    fn named(&self, _id: &str, _shared: &Shared) -> Option<String> {
        None
    }

    /// What it is about, where its code says nothing to people.
    fn called(&self) -> Option<String> {
        None
    }

    /// Takes a key while something is typed on the screen itself; nothing when nothing is.
    fn key(&mut self, _key: KeyEvent, _shared: &Shared) -> Option<Vec<Effect>> {
        None
    }

    /// Takes pasted text.
    fn paste(&mut self, _text: &str, _shared: &Shared) -> Vec<Effect> {
        Vec::new()
    }

    /// Goes to a tab.
    fn turn(&mut self, _tab: usize, _shared: &Shared) -> Vec<Effect> {
        Vec::new()
    }

    /// Takes in hand what was clicked and is no grid's; whether it is to be opened: it was in hand already, or opens at once.
    fn clicked(&mut self, _hit: &Hit, _shared: &Shared) -> bool {
        false
    }

    /// Its list, where its body is one.
    fn grid(&mut self) -> Option<&mut Grid> {
        None
    }

    /// Its list, to be looked at.
    fn grid_seen(&self) -> Option<&Grid> {
        None
    }

    /// What is typed on it and not saved.
    fn draft(&self) -> Option<Draft> {
        None
    }

    /// Takes up what was typed and not saved.
    fn reopen(&mut self, _draft: &Draft, _shared: &Shared) -> Vec<Effect> {
        Vec::new()
    }

    /// A change that it asked for was refused.
    fn refused(&mut self, _fault: &Fault, _shared: &Shared) {}

    /// A change that it asked for was not made, because something else stands there.
    fn stands(&mut self, _standing: Vec<Standing>, _shared: &Shared) -> Vec<Effect> {
        Vec::new()
    }

    /// Asks once more for what was not done, over what stands there.
    fn again(&mut self) -> Vec<Effect> {
        Vec::new()
    }

    /// Takes what work beside the screen gave.
    fn finished(&mut self, _done: Box<dyn Any + Send>, _shared: &Shared) -> Vec<Effect> {
        Vec::new()
    }

    /// Itself, where something that was chosen over it is to be put in it.
    fn any(&mut self) -> Option<&mut dyn Any> {
        None
    }

    /// The command line that gives what is seen.
    fn command_line(&self, _shared: &Shared) -> Option<String> {
        None
    }
}

/// How a screen is made and where it stands.
pub(super) struct Entry {
    /// Its name.
    pub(super) name: &'static str,
    /// What it is called.
    pub(super) title: crate::words::screen::ScreenWord,
    /// Whether one can go to it from anywhere; the others are opened from these.
    pub(super) listed: bool,
    /// The screen in the first row under which it stands.
    pub(super) under: &'static str,
    /// What it alone can do.
    pub(super) commands: &'static [Command],
    /// Makes it at a place.
    pub(super) open: fn(&Place, &Shared) -> Box<dyn Screen>,
    /// What stands beside its name where one goes to it.
    pub(super) count: fn(&Shared) -> String,
}

/// Something about a list.
pub(super) type OfGrid = Rc<dyn Fn(&mut Grid, &Shared)>;

/// Something put in a screen.
type OfScreen = Rc<dyn Fn(&mut dyn Any)>;

/// A document in the form that an ending names.
type Rendering = Rc<dyn Fn(&Loader<'_>, &str) -> Result<FileBytes>>;

/// What a file is to hold.
pub(super) enum FileBytes {
    /// This.
    Here(Vec<u8>),
    /// What takes longer than a frame, and is made beside the screen.
    Later(Box<dyn FnOnce() -> Result<Vec<u8>> + Send>),
}

/// What is to be done beyond the state of a screen.
pub(super) enum Effect {
    Quit,
    Suspend,
    Redraw,
    /// Open a place; the way back leads here.
    Open(Place),
    /// Close the screen in hand.
    Back,
    /// Put something over the screen.
    Over(Box<dyn Layer>),
    /// Change the workspace.
    Change(Verb),
    /// Take back, or do again, what is next; asked first where it may not be meant.
    Undo,
    Redo,
    /// Take this change back, which was asked.
    UndoSure(i64),
    RedoSure,
    /// Do something beside the screen.
    Work(Work),
    StopWork,
    /// Edit a text in the editor of the system; the form in hand takes it.
    Edit(String),
    /// Put a text on the clipboard.
    Copy(String),
    Say(Sign, String),
    /// Write a file.
    Write(Write),
    /// Remember something from day to day; nothing to forget it.
    Keep(String, Option<String>),
    /// Take up what was typed and not saved.
    Reopen(Draft),
    /// Give what was chosen in a list to the field of the form below it.
    Pick(String, String),
    /// Close the form in hand, and keep what was typed as a draft or not.
    LeaveForm {
        keep: bool,
    },
    /// Write over what another wrote meanwhile.
    WriteMine,
    /// Something about the list in hand.
    Grid(OfGrid),
    /// A command, as if its key had been pressed.
    Run(&'static str),
    /// Put something that was chosen in the screen in hand, and load what it shows then.
    Screen(OfScreen),
    /// Load what the screen in hand shows anew.
    Refresh,
    /// Open a file in the program of the system.
    Launch(String),
    /// Load everything anew.
    Reload,
    Language,
    Look(Look),
    Mouse,
    /// Open another workspace file.
    Workspace(PathBuf),
}

impl fmt::Debug for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Quit => "Quit",
            Self::Open(place) => return f.debug_tuple("Open").field(place).finish(),
            Self::Say(sign, text) => return f.debug_tuple("Say").field(sign).field(text).finish(),
            Self::Change(verb) => return f.debug_tuple("Change").field(&verb.command).finish(),
            Self::Run(id) => return f.debug_tuple("Run").field(id).finish(),
            _ => "…",
        };
        f.write_str(name)
    }
}

/// What follows a change that was made.
#[derive(Debug, Default)]
pub(super) struct After {
    /// What was done.
    pub(super) said: Said,
    /// What is done next.
    pub(super) then: Vec<Effect>,
}

impl After {
    /// What was done.
    pub(super) fn said(said: Said) -> Self {
        Self { said, then: Vec::new() }
    }

    /// The same, with what is done next.
    pub(super) fn then(self, then: Vec<Effect>) -> Self {
        Self { then, ..self }
    }
}

/// How a change is made at the desk: it can be tried again while another program writes, and once more over what stands there.
type Making = Rc<dyn Fn(&mut Desk<'_>, &[Standing]) -> Result<Changed<Outcome<After>>>>;

/// A change of the workspace.
#[derive(Clone)]
pub(super) struct Verb {
    /// What the journal calls it.
    pub(super) command: &'static str,
    /// What stands there and was seen: it is written over.
    pub(super) seen: Vec<Standing>,
    pub(super) make: Making,
}

impl Verb {
    /// A change that takes nothing for granted.
    pub(super) fn plain(
        command: &'static str,
        make: impl Fn(&mut Desk<'_>) -> Result<Changed<After>> + 'static,
    ) -> Effect {
        let make = move |desk: &mut Desk<'_>, _: &[Standing]| {
            make(desk).map(|made| Changed { value: Outcome::Done(made.value), change: made.change })
        };
        Effect::Change(Self { command, seen: Vec::new(), make: Rc::new(make) })
    }

    /// A change that is not made where something else stands than was seen.
    pub(super) fn expecting(
        command: &'static str,
        make: impl Fn(&mut Desk<'_>, &[Standing]) -> Result<Changed<Outcome<After>>> + 'static,
    ) -> Effect {
        Effect::Change(Self { command, seen: Vec::new(), make: Rc::new(make) })
    }
}

/// A document to be written.
#[derive(Clone)]
pub(super) struct Write {
    /// Where.
    pub(super) path: String,
    /// Whether it is written over what is there.
    pub(super) over: bool,
    /// What, in the form that the ending of the file names.
    pub(super) make: Rendering,
}

/// What follows a change that looked at what stands there first.
pub(super) fn after<T>(changed: Changed<Outcome<T>>, said: impl FnOnce(T) -> After) -> Changed<Outcome<After>> {
    let value = match changed.value {
        Outcome::Done(value) => Outcome::Done(said(value)),
        Outcome::Stands(standing) => Outcome::Stands(standing),
    };
    Changed { value, change: changed.change }
}
