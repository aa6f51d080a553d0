//! What every command needs to know: language, form, workspace file, who and when.

use super::args::{Global, ListOptions};
use super::config::Config;
use super::output;
use crate::desk::Desk;
use crate::exchange::catalog;
use crate::hub::conflict;
use crate::reform::Uncounted;
use crate::store::{ChangeMeta, Changed, Passed, Reader, Workspace};
use crate::text::{Lang, date};
use crate::view::nouns::Source;
use crate::view::{Format, Page, Table, pretty};
use crate::words::cli::CliMessage;
use crate::words::hub::HubWord;
use crate::words::valid::ValidWord;
use crate::words::{Fault, Message, Result, Said};
use clap::ColorChoice;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::path::{Path, PathBuf};

/// The moment at which the program started. On which day that was is told only where it is asked for: to learn the time zone of the system, the
/// zones of the whole world are looked through.
#[derive(Debug, Clone, Copy)]
pub enum Now {
    /// By the clock; the day is that of the time zone of the system.
    Clock(Timestamp),
    /// As the environment fixes it; the day is that of UTC.
    Fixed(Timestamp),
}

impl Now {
    /// SOURCE_DATE_EPOCH (the convention of reproducible builds) where it is set, else the clock.
    pub fn of_environment() -> Self {
        let fixed = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
        let fixed = fixed.and_then(|seconds| Timestamp::from_second(seconds).ok());
        fixed.map_or_else(|| Self::Clock(Timestamp::now()), Self::Fixed)
    }

    fn day(self) -> Date {
        match self {
            Self::Clock(moment) => moment.to_zoned_datetime(TimeZone::system()).date(),
            Self::Fixed(moment) => moment.to_zoned_datetime(TimeZone::UTC).date(),
        }
    }

    fn local(self, at: Timestamp) -> DateTime {
        let zone = if matches!(self, Self::Clock(_)) { TimeZone::system() } else { TimeZone::UTC };
        at.to_zoned_datetime(zone).datetime()
    }

    fn moment(self) -> Timestamp {
        match self {
            Self::Clock(moment) | Self::Fixed(moment) => moment,
        }
    }
}

/// What every command needs to know.
#[derive(Debug)]
pub struct Context {
    /// Language of everything said.
    pub lang: Lang,
    /// Whether the language was asked for.
    pub lang_given: bool,
    /// Form of the output, where the user chose one.
    pub format: Option<Format>,
    /// Where the output goes.
    pub output: Option<PathBuf>,
    /// No messages but errors.
    pub quiet: bool,
    /// More messages.
    pub verbose: bool,
    /// Whether colours are used on standard output.
    pub color: ColorChoice,
    /// The moment at which the program started.
    pub now: Now,
    /// The configuration file.
    pub config: Config,
    database: PathBuf,
    chosen_database: bool,
    /// What lists and sums of the workspace left out.
    passed: RefCell<Passed>,
    /// The rows of what was shown in which values stand against each other: table and key.
    contested: RefCell<Vec<(String, Vec<String>)>>,
    /// How many conflicts the data file has that nobody decided, where the command does not speak of them itself.
    undecided: std::cell::Cell<usize>,
}

impl Context {
    /// Puts together what arguments, environment and configuration say.
    ///
    /// # Errors
    /// Anything else, when the platform has no folder for data and no file is named.
    pub fn new(global: Global, lang: Lang, config: Config, now: Now) -> Result<Self> {
        let chosen = global.db.or_else(|| config.database.clone());
        let chosen_database = chosen.is_some();
        let database = match chosen {
            Some(path) => path,
            None => default_database()?,
        };
        Ok(Self {
            lang,
            lang_given: global.lang.is_some(),
            format: global.format,
            output: global.output,
            quiet: global.quiet,
            verbose: global.verbose > 0,
            color: global.color.unwrap_or(ColorChoice::Auto),
            now,
            config,
            database,
            chosen_database,
            passed: RefCell::default(),
            contested: RefCell::default(),
            undecided: std::cell::Cell::new(0),
        })
    }

    /// The workspace file.
    pub fn database(&self) -> &Path {
        &self.database
    }

    /// Whether the workspace file was named by the user.
    pub fn chose_database(&self) -> bool {
        self.chosen_database
    }

    /// The day on which the program started.
    pub fn today(&self) -> Date {
        self.now.day()
    }

    /// The time zone in which moments are told.
    pub fn zone(&self) -> TimeZone {
        match self.now {
            Now::Clock(_) => TimeZone::system(),
            Now::Fixed(_) => TimeZone::UTC,
        }
    }

    /// Who makes a change, when, by which command.
    pub fn change(&self, command: &str, note: &str) -> ChangeMeta {
        ChangeMeta {
            author: self.config.author(),
            device: device(),
            command: command.to_owned(),
            note: note.to_owned(),
            at: self.now.moment(),
        }
    }

    /// The desk at which a command does its one change.
    pub fn desk<'w>(&self, workspace: &'w mut Workspace, command: &str, note: &str) -> Desk<'w> {
        Desk::new(workspace, self.change(command, note), self.today())
    }

    /// Answers what a command changed: to programs as JSON, with the number of the change and every field that it touched; to people in
    /// the words given.
    ///
    /// # Errors
    /// The workspace cannot be read, or the output cannot be written.
    pub fn done<T>(&self, workspace: &Workspace, changed: &Changed<T>, said: &Said) -> Result<()> {
        self.done_with(workspace, changed, said, Value::Null)
    }

    /// The same; to programs with more fields beside those of every change.
    ///
    /// # Errors
    /// As [`Context::done`].
    pub fn done_with<T>(&self, workspace: &Workspace, changed: &Changed<T>, said: &Said, more: Value) -> Result<()> {
        if self.is_json() {
            let answer = super::overwrite::changed_with(workspace, changed.change, more)?;
            let written = output::write(self.output.as_deref(), pretty(&answer)?.as_bytes());
            return written.map_err(|fault| match changed.change {
                // Who runs it again would do it twice.
                Some(number) => fault.hint(CliMessage::MadeUnsaid.said(&[&number])),
                None => fault,
            });
        }
        self.tell(said);
        Ok(())
    }

    /// Opens the workspace. The usual file is created with the shipped catalogue when it is not there yet; a file that the
    /// user named must exist.
    ///
    /// # Errors
    /// The workspace cannot be used, or there is none.
    pub fn open(&self) -> Result<Workspace> {
        if self.database.exists() {
            return self.open_there();
        }
        self.refuse_unmade()?;
        self.create(true)
    }

    /// A workspace that the user named must have been made by `init`: a mistyped path makes none.
    ///
    /// # Errors
    /// There is none where the user said.
    pub fn refuse_unmade(&self) -> Result<()> {
        if !self.chosen_database || self.database.exists() {
            return Ok(());
        }
        let path = self.database.display();
        Err(Fault::database(CliMessage::NoWorkspace.said(&[&path])).hint(CliMessage::NoWorkspaceHint.said(&[&path])))
    }

    /// Opens the file, and says when it was brought up to date.
    fn open_there(&self) -> Result<Workspace> {
        let workspace = Workspace::open(&self.database)?;
        if let Some(copy) = workspace.copy_of_older() {
            self.tell(&CliMessage::BroughtUpToDate.said(&[&copy.display()]));
        }
        self.passed.replace(workspace.passed());
        self.undecided.set(workspace.count_contested()?);
        if !workspace.is_watched() {
            self.tell(&CliMessage::Unwatched.said(&[]));
        }
        Ok(workspace)
    }

    /// Whether there is a file where the workspace should be.
    pub fn has_workspace(&self) -> bool {
        self.database.exists()
    }

    /// Creates the workspace, with the shipped catalogue or empty.
    ///
    /// # Errors
    /// The file exists already, or cannot be written.
    pub fn create(&self, with_catalogue: bool) -> Result<Workspace> {
        self.create_at(&self.database, with_catalogue)
    }

    /// Opens another workspace, which is made with the shipped catalogue where it is not there.
    ///
    /// # Errors
    /// It cannot be used or written.
    pub fn open_at(&self, path: &Path) -> Result<Workspace> {
        if path.exists() { Workspace::open(path) } else { self.create_at(path, true) }
    }

    fn create_at(&self, path: &Path, with_catalogue: bool) -> Result<Workspace> {
        let shipped = if with_catalogue { Some(catalog::shipped()?) } else { None };
        if let Some(folder) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder)
                .map_err(|e| Fault::database(CliMessage::CannotWrite.said(&[&folder.display()])).because(e))?;
        }
        let mut workspace = Workspace::create(path)?;
        if let Some(batch) = shipped {
            let meta = self.change("init", CliMessage::CatalogueLoaded.text(self.lang));
            workspace.change(&meta, |writer| writer.put_batch(&batch))?;
        }
        self.tell(&CliMessage::WorkspaceCreated.said(&[&path.display()]));
        Ok(workspace)
    }

    /// Says something on standard error, unless told to be quiet.
    pub fn tell(&self, said: &Said) {
        if !self.quiet {
            output::remark(said.text(self.lang));
        }
    }

    /// The cost sheets that no sum of this command counts, because they cannot be computed.
    pub fn uncounted(&self) -> Vec<Uncounted> {
        self.passed.borrow().sheets()
    }

    /// Tells what the answer left out because it cannot be read or computed.
    pub fn tell_passed(&self) {
        self.passed.borrow().said().iter().for_each(|said| self.tell(said));
    }

    /// Takes note of the rows of a noun in which values stand against each other, so that the answer says it.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn note_conflicts(&self, reader: &Reader, code: &str) -> Result<()> {
        self.contested.borrow_mut().extend(conflict::of_noun(reader, code)?);
        Ok(())
    }

    /// Tells what of the answer is in conflict.
    pub fn tell_conflicts(&self) {
        let contested = self.contested.borrow();
        if !contested.is_empty() {
            let rows: Vec<String> = contested.iter().map(|(_, key)| key.join("/")).collect();
            self.tell(&HubWord::ShownInConflict.said(&[&rows.len(), &rows.join(", ")]));
        } else if self.undecided.get() > 0 {
            self.tell(&HubWord::Conflicts.said(&[&self.undecided.get()]));
        }
    }

    /// The command speaks of conflicts itself.
    pub fn conflicts_are_told(&self) {
        self.undecided.set(0);
    }

    /// A message in the language of the output.
    pub fn word(&self, message: impl Message) -> &'static str {
        message.text(self.lang)
    }

    /// Answers with a table, in the form that was asked for.
    ///
    /// # Errors
    /// The output cannot be written.
    pub fn answer(&self, table: &Table) -> Result<()> {
        let text = match self.form() {
            Format::Json => pretty(&self.with_uncounted(table.json(), table.kind))?,
            form => table.render(form, self.lang, self.width())?,
        };
        output::write(self.output.as_deref(), text.as_bytes())?;
        table.notes.iter().for_each(|note| self.tell(note));
        Ok(())
    }

    /// Answers with what was found; where that is nothing, people were told in words.
    ///
    /// # Errors
    /// The output cannot be written.
    pub fn answer_found(&self, table: &Table) -> Result<()> {
        if table.rows.is_empty() && self.form() == Format::Table { Ok(()) } else { self.answer(table) }
    }

    /// Answers with those rows and columns of a table that were asked for.
    ///
    /// # Errors
    /// Wrong usage when an option names no column, or a value that its column cannot have; the output cannot be written.
    pub fn answer_list(&self, mut table: Table, options: &ListOptions, reader: &Reader) -> Result<()> {
        options.selection()?.apply(&mut table, reader)?;
        self.answer(&table)
    }

    /// The answer with the sheets that could not be counted: always where it is made of sums, else where there are any.
    pub fn with_uncounted(&self, mut answer: Value, kind: &str) -> Value {
        const SUMS: [&str; 3] = ["progress", "check", "cost_total"];
        let sheets = self.uncounted();
        if let Value::Object(fields) = &mut answer
            && (SUMS.contains(&kind) || !sheets.is_empty())
        {
            let of = |sheet: &Uncounted| json!({ "code": sheet.code, "programme": sheet.programme, "reason": sheet.reason.name(), "what": sheet.what });
            fields.insert("uncounted".to_owned(), sheets.iter().map(of).collect());
        }
        let contested = self.contested.borrow();
        if let Value::Object(fields) = &mut answer
            && !contested.is_empty()
        {
            let of = |(table, key): &(String, Vec<String>)| json!({ "table": table, "key": key });
            fields.insert("in_conflict".to_owned(), contested.iter().map(of).collect());
        }
        answer
    }

    /// From what the answers about nouns are made, as they are on a day.
    pub fn source<'r>(&self, reader: &'r Reader, day: Date) -> Source<'r> {
        Source { reader, lang: self.lang, day, snapshot: None, verbose: self.verbose }
    }

    /// Answers with a page, in the form that was asked for.
    ///
    /// # Errors
    /// The output cannot be written.
    pub fn answer_page(&self, page: &Page) -> Result<()> {
        let out = match self.form() {
            Format::Json => pretty(&self.with_uncounted(page.json(), page.kind()))?,
            form => page.render(form, self.width())?,
        };
        output::write(self.output.as_deref(), out.as_bytes())?;
        page.notes.iter().for_each(|note| self.tell(note));
        Ok(())
    }

    /// Answers a program with an object that people are told in other words.
    ///
    /// # Errors
    /// The output cannot be written.
    pub fn answer_fields(&self, kind: &'static str, object: Value) -> Result<()> {
        let mut page = Page::new(kind, self.lang, "");
        page.fields(object);
        self.answer_page(&page)
    }

    /// The columns of the terminal on which the answer is shown; none where it goes elsewhere.
    pub fn width(&self) -> Option<u16> {
        if self.output.is_none() { output::terminal_width() } else { None }
    }

    /// The form of the output: as asked for, else by the ending of the output file, else for people.
    pub fn form(&self) -> Format {
        self.format.unwrap_or_else(|| match self.extension().as_deref() {
            Some("json") => Format::Json,
            Some("csv") => Format::Csv,
            Some("md") => Format::Md,
            _ => Format::Table,
        })
    }

    /// Whether a program reads the answer.
    pub fn is_json(&self) -> bool {
        self.form() == Format::Json
    }

    /// A moment by the clock of the user.
    pub fn local(&self, at: Timestamp) -> DateTime {
        self.now.local(at)
    }

    /// The ending of the output file, in lower case.
    pub fn extension(&self) -> Option<String> {
        let extension = self.output.as_ref()?.extension()?;
        Some(extension.to_string_lossy().to_ascii_lowercase())
    }

    /// Reads a date that the user typed.
    ///
    /// # Errors
    /// Wrong usage, showing the forms there are.
    pub fn date(&self, text: Option<&str>) -> Result<Date> {
        match text {
            None => Ok(self.today()),
            Some(text) => date::parse(text).ok_or_else(|| Fault::usage(ValidWord::BadDate.said(&[&text]))),
        }
    }
}

fn default_database() -> Result<PathBuf> {
    use etcetera::BaseStrategy;
    let strategy = etcetera::choose_base_strategy();
    let strategy = strategy.map_err(|e| Fault::other(CliMessage::NoDataFolder.said(&[])).because(e))?;
    Ok(strategy.data_dir().join("tinhgon").join("tinhgon.db"))
}

fn device() -> String {
    let named = std::fs::read_to_string("/etc/hostname").ok().or_else(|| std::env::var("COMPUTERNAME").ok());
    crate::text::clean_line(named.as_deref().unwrap_or(""))
}
