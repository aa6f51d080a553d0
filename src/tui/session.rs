//! The loop: events in, effects carried out on the workspace and the terminal, the screen drawn when something changed.

use super::app::{App, Stop};
use super::carry::Waiting;
use super::chrome;
use super::job::Jobs;
use super::kept::Kept;
use super::keymap::Keymap;
use super::place::Place;
use super::screen::{Effect, Loader, Shared};
use super::screens;
use super::status::Sign;
use super::terminal::Held;
use super::theme::{Look, Theme};
use super::world::{Touch, World};
use super::{Options, cannot};
use crate::store::{ChangeMeta, Workspace};
use crate::text::Lang;
use crate::words::Result;
use crate::words::screen::ScreenWord as W;
use crate::words::{Fault, Message};
use ratatui::crossterm::event::{self, Event, KeyEventKind};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::time::Duration;

/// How often the workspace is asked whether another program wrote to it.
const LOOK: Duration = Duration::from_millis(250);

/// The same while something is done beside the screen.
const SOON: Duration = Duration::from_millis(40);

/// How often the place of exchange is asked whether there is something to receive.
const ASK_HUB: Duration = Duration::from_secs(300);

/// How long a change waits for another program before it is tried again later: the screen does not freeze.
const PATIENCE: Duration = Duration::from_millis(60);

/// The application at work on a workspace.
pub(super) struct Session {
    pub(super) workspace: Workspace,
    pub(super) options: Options,
    pub(super) app: App,
    /// The version of the data that is loaded; another program's writing gives it a new one.
    pub(super) seen: i64,
    /// The last change in the journal when the application was started.
    pub(super) since: i64,
    pub(super) jobs: Jobs,
    /// What waits for another program to end its writing.
    pub(super) waiting: Option<Waiting>,
    /// The names of the drafts that are kept now.
    pub(super) drafted: BTreeSet<String>,
    /// Whether it was said that another file stands in the place of the workspace.
    replaced: bool,
    /// When the place of exchange was last asked.
    hub_asked: Option<std::time::Instant>,
    pub(super) quit: bool,
    /// A workspace that is to be opened instead.
    pub(super) other: Option<std::path::PathBuf>,
}

impl Session {
    pub(super) fn new(workspace: Workspace, options: Options) -> Result<Self> {
        let today = options.change.at.to_zoned_datetime(jiff::tz::TimeZone::system()).date();
        // What cannot be loaded is told; the screens stand open with what there is.
        let (world, fault) = match World::load(&workspace, today) {
            Ok(world) => (world, None),
            Err(fault) => (World::default(), Some(fault)),
        };
        let kept = Kept::load(&workspace, &options.change.author).unwrap_or_default();
        let (keymap, refused) = Keymap::new(&options.keys);
        let lang = kept.get("lang").map(|name| if name == "en" { Lang::En } else { Lang::Vi });
        let look = kept.get("look").and_then(Look::parse).unwrap_or(options.look);
        let look = if options.no_color && look != Look::Contrast { Look::Mono } else { look };
        let shared = Shared {
            lang: if options.lang_given { options.lang } else { lang.unwrap_or(options.lang) },
            theme: Theme { ascii: options.ascii, ..Theme::new(look) },
            today,
            author: options.change.author.clone(),
            change: options.change.clone(),
            size: (80, 24),
            keymap,
            world,
            kept,
            file: options.file.clone(),
            named_file: options.named_file,
            mouse: options.mouse,
            hits: RefCell::new(Vec::new()),
            asked: Default::default(),
            programme: RefCell::default(),
        };
        workspace.set_patience(PATIENCE)?;
        let seen = workspace.data_version()?;
        let since = shared.world.counts.changes;
        let app = App::new(shared);
        let mut session = Self {
            workspace,
            options,
            app,
            seen,
            since,
            jobs: Jobs::default(),
            waiting: None,
            drafted: BTreeSet::new(),
            replaced: false,
            hub_asked: None,
            quit: false,
            other: None,
        };
        for said in refused {
            let text = said.text(session.app.shared.lang).to_owned();
            session.app.say(Sign::Warning, text);
        }
        if let Some(fault) = fault {
            session.complain(&fault);
        }
        session.refresh();
        session.take_up_the_way();
        session.tell_passed();
        Ok(session)
    }

    /// Runs until the user leaves; gives the workspace that is to be opened instead, if one is.
    pub(super) fn run(mut self) -> Result<Option<std::path::PathBuf>> {
        let mut held = Held::take(self.app.shared.mouse)?;
        let mut changed = true;
        let size = held.terminal.size().map_err(cannot)?;
        self.app.shared.size = (size.width, size.height);
        self.offer_at_start();
        loop {
            if changed {
                held.terminal.draw(|frame| chrome::draw(&self.app, frame)).map_err(cannot)?;
            }
            let soon = self.jobs.busy() || self.waiting.is_some();
            changed = event::poll(if soon { SOON } else { LOOK }).map_err(cannot)?;
            if let Some(done) = self.jobs.take() {
                self.finished(done, Some(&mut held));
                changed = true;
                continue;
            }
            if !changed {
                self.ask_hub();
                let told = self.tell_work();
                changed = self.look_or_complain() | self.try_again(Some(&mut held)) | told;
                continue;
            }
            let effects = match event::read().map_err(cannot)? {
                Event::Key(key) if key.kind != KeyEventKind::Release => self.app.key(key),
                Event::Paste(text) => self.app.paste(&text),
                Event::Mouse(mouse) => self.app.mouse(mouse),
                Event::Resize(width, height) => {
                    self.app.shared.size = (width, height);
                    Vec::new()
                }
                _ => Vec::new(),
            };
            self.carry_out(effects, Some(&mut held));
            if self.quit {
                self.remember_the_way();
                return Ok(self.other.take());
            }
        }
    }

    /// The same, and what goes wrong is told on the screen, which goes on with what was there.
    pub(super) fn look_or_complain(&mut self) -> bool {
        match self.look() {
            Ok(changed) => changed,
            Err(fault) => {
                let said = self.app.shared.fault(&fault);
                let new = self.app.status.now().is_none_or(|(_, before)| *before != said);
                self.app.say(Sign::Fault, said);
                new
            }
        }
    }

    /// Loads everything again when another program wrote to the workspace.
    fn look(&mut self) -> Result<bool> {
        if self.workspace.is_replaced() && !self.replaced {
            self.replaced = true;
            let text = crate::words::store::StoreMessage::Replaced.text(self.app.shared.lang);
            self.app.say(Sign::Fault, text.to_owned());
            return Ok(true);
        }
        let version = self.workspace.data_version()?;
        let changed = version != self.seen;
        if changed {
            self.seen = version;
            self.reload(&Touch::Everything)?;
            let who = self.last_author();
            let text = W::ChangedOutside.with(self.app.shared.lang, &[&who]);
            self.app.say(Sign::Info, text);
            self.tell_passed();
        }
        Ok(changed)
    }

    fn last_author(&self) -> String {
        let filter = crate::store::HistoryFilter { key: None, limit: Some(1) };
        let last = self.workspace.history(&filter).ok().and_then(|all| all.into_iter().next());
        last.map(|change| change.author).unwrap_or_default()
    }

    /// Tells what lists and sums left out because it cannot be read or computed.
    pub(super) fn tell_passed(&mut self) {
        if let Some(said) = self.workspace.passed().said().first() {
            let text = said.text(self.app.shared.lang).to_owned();
            self.app.say(Sign::Warning, text);
        }
    }

    /// Tells how far the work beside the screen is; whether that is new.
    fn tell_work(&mut self) -> bool {
        let told = self.jobs.told();
        let new = told != self.app.working;
        self.app.working = told;
        new
    }

    pub(super) fn complain(&mut self, fault: &Fault) {
        let said = self.app.shared.fault(fault);
        self.app.say(Sign::Fault, said);
    }

    pub(super) fn who(&self, command: &str) -> ChangeMeta {
        self.app.shared.who(command)
    }

    /// Loads again what changed, and what the screen in hand shows of it.
    ///
    /// # Errors
    /// The workspace cannot be read; what was there stays.
    pub(super) fn reload(&mut self, touch: &Touch) -> Result<()> {
        let today = self.app.shared.today;
        let loaded = self.app.shared.world.renew(&self.workspace, today, touch);
        self.app.touched(touch);
        let seen = self.workspace.data_version().map(|seen| self.seen = seen);
        self.refresh();
        loaded.and(seen)
    }

    /// Loads what the screen in hand shows, where something touched it since.
    pub(super) fn refresh(&mut self) {
        let last = self.app.trail.len() - 1;
        let stop = &mut self.app.trail[last];
        let stale = std::mem::take(&mut stop.stale);
        if stale == Touch::Nothing {
            return self.begin_wanted();
        }
        let from = Loader {
            workspace: &self.workspace,
            shared: &self.app.shared,
            templates: self.options.templates.as_deref(),
        };
        if let Err(fault) = stop.screen.load(&from, &stale) {
            self.complain(&fault);
        }
        self.begin_wanted();
    }

    /// Begins what the screen in hand wants to know, where nothing else runs beside it.
    pub(super) fn begin_wanted(&mut self) {
        if self.jobs.busy() {
            return;
        }
        let (screen, shared) = self.app.screen_mut();
        if let Some(work) = screen.wanted(shared) {
            self.jobs.start(work, true);
            self.app.working = self.jobs.told();
        }
        self.ask_hub();
    }

    /// Asks the place of exchange now and then, where nothing else runs beside the screen.
    fn ask_hub(&mut self) {
        let shared = &self.app.shared;
        let joined = shared.world.exchange.is_some() && !shared.file.is_empty();
        let due = self.hub_asked.is_none_or(|at| at.elapsed() >= ASK_HUB);
        if joined && due && !self.jobs.busy() {
            self.hub_asked = Some(std::time::Instant::now());
            self.jobs.start(screens::exchange::ask(shared), true);
            self.app.working = self.jobs.told();
        }
    }

    /// Opens a place.
    pub(super) fn open(&mut self, place: &Place) {
        if self.app.take_up(place) {
            self.refresh();
            return;
        }
        let screen = screens::make(place, &self.app.shared);
        self.app.arrive(Stop { screen, stale: Touch::Everything });
        self.refresh();
    }

    /// Carries out effects in their order; what goes wrong ends them and is told.
    pub(super) fn carry_out(&mut self, effects: Vec<Effect>, mut held: Option<&mut Held>) {
        let giver = self.app.take_giver();
        let mut done = true;
        for effect in effects {
            if !self.carry(effect, giver, held.as_deref_mut()) {
                done = false;
                break;
            }
        }
        if let (true, Some(giver)) = (done && self.waiting.is_none(), giver) {
            self.app.close(giver);
        }
        self.keep_draft();
        self.follow_round();
    }

    /// Goes on to the next step of the guided round, where that in hand is fulfilled by what was done.
    fn follow_round(&mut self) {
        let Some(next) = screens::welcome::step_on(&self.app) else { return };
        let changes = self.app.shared.world.counts.changes;
        self.app.tour = (next < screens::welcome::ROUND).then_some((next, changes));
        if self.app.tour.is_none() {
            self.app.say(Sign::Done, self.app.shared.word(W::TourDone));
        } else {
            self.app.status.clear();
        }
    }
}
