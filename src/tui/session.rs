//! The loop: events in, effects carried out on the workspace and the terminal, the screen drawn when something changed.

use super::app::{App, Effect, Over, Place};
use super::data::{Data, Detail, Loading};
use super::effect::Document;
use super::form::{Form as Asked, Purpose};
use super::job::Jobs;
use super::law::{Beside, Drafted, Drafting, Reading};
use super::terminal::Held;
use super::theme::Theme;
use super::{Options, cannot, screens};
use crate::desk::{Freeze, Touched, redo_plan, undo_plan};
use crate::exchange::{check_output, is_taken, write_whole};
use crate::law::consolidate::published::unmarked;
use crate::law::draft::Head;
use crate::model::{InstrumentVersion, Stage};
use crate::report::{Form, Scope, Wanted, amending, make};
use crate::store::{ChangeMeta, Workspace};
use crate::text::{Lang, clean_line};
use crate::words::tui::TuiWord as W;
use crate::words::{Fault, Message, Result};
use jiff::ZonedDateTime;
use ratatui::crossterm::event::{self, Event, KeyEventKind};
use std::path::Path;
use std::time::Duration;

/// How often the workspace is asked whether another program wrote to it.
const LOOK: Duration = Duration::from_millis(250);

/// The same while something is computed beside the screen.
const SOON: Duration = Duration::from_millis(40);

/// How many rows of a change are told on the screen of the journal.
const TOLD: usize = 500;

/// The application at work on a workspace.
pub(super) struct Session {
    pub(super) workspace: Workspace,
    pub(super) options: Options,
    pub(super) app: App,
    /// The version of the data that is loaded; another program's writing gives it a new one.
    pub(super) seen: i64,
    /// The last change in the journal when the application was started.
    since: i64,
    pub(super) jobs: Jobs,
}

impl Session {
    pub(super) fn new(workspace: Workspace, options: Options) -> Result<Self> {
        let today = options.change.at.to_zoned_datetime(jiff::tz::TimeZone::system()).date();
        let mut app = App::new(options.lang, Theme::new(options.no_color), today);
        // What cannot be loaded is told; the screens stand open with what there is.
        match Data::load(&workspace, today) {
            Ok(data) => app.loaded(data),
            Err(fault) => app.complain(fault.message(options.lang)),
        }
        let seen = workspace.data_version()?;
        let since = app.data.changes.first().map_or(0, |change| change.id);
        let mut session = Self { workspace, options, app, seen, since, jobs: Jobs::default() };
        session.tell_passed();
        Ok(session)
    }

    pub(super) fn run(mut self) -> Result<()> {
        let mut held = Held::take()?;
        let mut changed = true;
        let size = held.terminal.size().map_err(cannot)?;
        self.app.resized(size.width, size.height);
        loop {
            if changed {
                held.terminal.draw(|frame| screens::draw(&self.app, frame)).map_err(cannot)?;
            }
            changed = event::poll(if self.jobs.busy() { SOON } else { LOOK }).map_err(cannot)?;
            if let Some(done) = self.jobs.take() {
                self.finished(done);
                changed = true;
                continue;
            }
            if !changed {
                changed = self.look_or_complain();
                continue;
            }
            let effects = match event::read().map_err(cannot)? {
                Event::Key(key) if key.kind != KeyEventKind::Release => self.app.key(key),
                Event::Paste(text) => {
                    self.app.paste(&text);
                    Vec::new()
                }
                Event::Resize(width, height) => {
                    self.app.resized(width, height);
                    Vec::new()
                }
                _ => Vec::new(),
            };
            for effect in effects {
                if effect == Effect::Quit {
                    return Ok(());
                }
                self.carry_out(effect, Some(&mut held));
            }
        }
    }

    /// The same, and what goes wrong is told on the screen, which goes on with what was there.
    pub(super) fn look_or_complain(&mut self) -> bool {
        self.look().unwrap_or_else(|fault| {
            let said = fault.message(self.app.lang);
            let new = self.app.said.as_ref().is_none_or(|(_, before)| *before != said);
            self.app.complain(said);
            new
        })
    }

    /// Tells what lists and sums left out because it cannot be read or computed.
    fn tell_passed(&mut self) {
        if let Some(said) = self.workspace.passed().said().first() {
            self.app.complain(said.text(self.app.lang).to_owned());
        }
    }

    /// Loads everything again when another program wrote to the workspace.
    fn look(&mut self) -> Result<bool> {
        let version = self.workspace.data_version()?;
        let changed = version != self.seen;
        if changed {
            self.seen = version;
            self.reload()?;
            self.app.tell(self.app.word(W::ChangedOutside).to_owned());
            self.tell_passed();
        }
        Ok(changed)
    }

    /// Carries out what a key asked for; what goes wrong is told on the screen, and a form whose answers could not be used is there again.
    pub(super) fn carry_out(&mut self, effect: Effect, held: Option<&mut Held>) {
        if let Err(fault) = self.try_to(effect, held).and_then(|()| self.catch_up()) {
            let lang = self.app.lang;
            let hint = fault.hint_text(lang).map(|hint| format!(" – {hint}")).unwrap_or_default();
            let said = fault.message(lang) + &hint;
            // Nothing that was typed is lost.
            if let Some(typing) = self.app.sent.take() {
                self.app.typing = Some(typing);
            }
            match self.app.given.take() {
                Some(form) => self.app.over = Some(Over::Form(Box::new(form.refused(said)))),
                None => self.app.complain(said),
            }
        }
    }

    fn try_to(&mut self, effect: Effect, held: Option<&mut Held>) -> Result<()> {
        let Some(effect) = self.save(effect)? else { return Ok(()) };
        match effect {
            Effect::Choosing(wish) => self.choose(wish)?,
            Effect::Suspend => {
                if let Some(held) = held {
                    held.suspend()?;
                }
            }
            Effect::Edit(text) => {
                let edited = held.map_or(Ok(None), |held| held.edit(&text))?;
                if let (Some(Over::Form(form)), Some(text)) = (&mut self.app.over, edited) {
                    form.replace_text(&text);
                }
            }
            Effect::Read { number, version } => {
                self.read(&number, version.as_deref())?;
                self.app.go(Place::Law);
            }
            Effect::Compare { number, old, new } => {
                self.app.shelf.beside = None;
                self.compare(&number, &old, &new)?;
                self.app.go(Place::Versions);
            }
            Effect::Propose { regulation, text } => {
                self.open(&regulation)?;
                self.app.propose(*text);
            }
            Effect::Amend(of) => {
                self.amend(of, self.app.place())?;
                self.app.go(Place::Drafted);
            }
            Effect::Load(code) => self.open(&code)?,
            Effect::Reload => self.reload()?,
            Effect::Undo => {
                let plan = undo_plan(&self.workspace, &self.options.change.author, self.since)?;
                let change = plan.first.id;
                if plan.ask { self.app.ask_undo(&plan) } else { self.undo(change)? }
            }
            Effect::UndoSure(change) => self.undo(change)?,
            Effect::Redo => {
                let plan = redo_plan(&self.workspace, &self.options.change.author, self.since)?;
                if plan.ask { self.app.ask_redo(&plan) } else { self.redo()? }
            }
            Effect::RedoSure => self.redo()?,
            Effect::Tell(change) => {
                let rows = Touched::rows_of(&self.workspace, change, TOLD)?;
                self.app.told = Some((change, rows.iter().flat_map(Touched::lines).collect()));
            }
            Effect::Freeze { programme, as_of, again } => {
                let asked = Freeze { programme: &programme, as_of, again };
                let frozen = self.desk("tui baseline").freeze_baseline(asked)?.value;
                self.reload()?;
                let (said, notes) = frozen.said();
                let all: Vec<&str> = std::iter::once(&said).chain(&notes).map(|s| s.text(self.app.lang)).collect();
                self.app.tell(all.join("; "));
            }
            Effect::Write { path, what, over } => self.write(&path, what, over)?,
            _ => {}
        }
        Ok(())
    }

    pub(super) fn code(&self) -> String {
        self.app.detail.as_ref().map(|d| d.regulation.code.clone()).unwrap_or_default()
    }

    pub(super) fn who(&self, command: &str) -> ChangeMeta {
        // A fixed start (reproducible runs) stays fixed; else the clock tells when the change is made.
        let fixed = std::env::var_os("SOURCE_DATE_EPOCH").is_some();
        let at = if fixed { self.options.change.at } else { ZonedDateTime::now().timestamp() };
        ChangeMeta { command: command.to_owned(), at, ..self.options.change.clone() }
    }

    /// Writes a document; asks first where a file would be lost.
    fn write(&mut self, path: &str, what: Document, over: bool) -> Result<()> {
        let to = Path::new(path);
        check_output(to, &self.options.kept)?;
        if !over && is_taken(to) {
            let title = W::OverwriteQuestion.with(self.app.lang, &[&clean_line(path)]);
            let purpose = Purpose::Overwrite { path: path.to_owned(), what };
            self.app.over = Some(Over::Form(Box::new(Asked::new(purpose, title, Vec::new()))));
            return Ok(());
        }
        let ending = to.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
        let bytes = match what {
            Document::Proposal { all } => self.proposal(&ending, all)?,
            Document::Draft => match &self.app.shelf.drafted {
                Some(drafted) => draft_as(&drafted.text, &ending, self.app.lang)?,
                None => return Ok(()),
            },
        };
        write_whole(to, &bytes)?;
        self.app.tell(W::Written.with(self.app.lang, &[&to.display()]));
        Ok(())
    }

    fn proposal(&self, ending: &str, all: bool) -> Result<Vec<u8>> {
        let form =
            Form::parse(ending).ok_or_else(|| unknown_ending(ending, Form::ALL.iter().map(|form| form.name())))?;
        let scope = if all { Scope::All } else { Scope::Regulation(self.code()) };
        make(&self.workspace, &self.app.data.snapshot, &self.loading().request(scope))?.render(form)
    }

    /// Drafts the amending instrument of measures.
    pub(super) fn amend(&mut self, of: Drafting, from: Place) -> Result<()> {
        let (scope, instrument, only) = match &of {
            Drafting::Regulation(code) => (Scope::Regulation(code.clone()), None, None),
            Drafting::Instrument(number) => (Scope::All, Some(number.clone()), None),
            Drafting::Scenario { measures, .. } => (Scope::All, None, Some(measures.clone())),
        };
        let wanted = Wanted { scope, stage: Stage::Planned, as_of: self.app.today, instrument, only };
        let done = amending(&self.workspace, &self.app.data.snapshot, &wanted, &Head::default())?;
        self.app.drafted(Drafted::new(of, from, done, self.app.lang));
        Ok(())
    }

    pub(super) fn loading(&self) -> Loading<'_> {
        Loading {
            today: self.app.today,
            lang: self.app.lang,
            templates: self.options.templates.as_deref(),
            snapshot: &self.app.data.snapshot,
        }
    }

    pub(super) fn open(&mut self, code: &str) -> Result<()> {
        let detail = Detail::load(&self.workspace, code, &self.loading())?;
        let fault = detail.as_ref().and_then(|detail| detail.fault.as_ref()).map(|fault| fault.message(self.app.lang));
        self.app.opened(detail);
        if let Some(said) = fault {
            self.app.complain(said);
        }
        Ok(())
    }

    pub(super) fn read(&mut self, number: &str, version: Option<&str>) -> Result<()> {
        let reading = Reading::load(&self.workspace, number, version, self.app.today)?;
        self.app.read(reading);
        Ok(())
    }

    pub(super) fn compare(&mut self, number: &str, old: &str, new: &str) -> Result<()> {
        // The note marks of a published consolidation are no changes.
        let version = |name: &str| -> Result<Option<InstrumentVersion>> {
            let version = self.workspace.instrument_version(number, name)?;
            Ok(version.map(|version| InstrumentVersion { text: unmarked(&version.text).text(), ..version }))
        };
        let (old, new) = (version(old)?, version(new)?);
        self.app.compared(old.zip(new).map(|(old, new)| Beside::new(old, new)));
        Ok(())
    }
}

/// A draft in the form that the ending of a file names.
fn draft_as(text: &str, ending: &str, lang: Lang) -> Result<Vec<u8>> {
    match (ending, Form::parse(ending)) {
        ("txt", _) => Ok(text.as_bytes().to_vec()),
        (_, Some(form)) if crate::report::amending::FORMS.contains(&form) => {
            let title = crate::words::report::ReportWord::AmendingTitle.text(lang);
            crate::report::amending::render(text, form, title)
        }
        _ => {
            let forms = crate::report::amending::FORMS.iter().map(|form| form.name());
            Err(unknown_ending(ending, forms.chain(["txt"])))
        }
    }
}

fn unknown_ending<'a>(ending: &str, known: impl Iterator<Item = &'a str>) -> Fault {
    Fault::usage(W::UnknownEnding.said(&[&clean_line(ending), &known.collect::<Vec<_>>().join(", ")]))
}
