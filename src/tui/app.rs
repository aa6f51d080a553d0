//! The application: the way of screens that led here, what lies over the one in hand, and where a key goes. It knows no field of any screen.

use super::command::{COMMON, Can, Command, Group, find, id};
use super::kept::Draft;
use super::keymap::key_name;
use super::layers::facets::Drawer;
use super::layers::menus::{self, Here};
use super::layers::{Layer, Step, ask, palette};
use super::place::Place;
use super::screen::{Effect, Entry, Screen, Shared};
use super::screens;
use super::status::{Sign, Status};
use super::world::Touch;
use crate::words::Message;
use crate::words::screen::ScreenWord as W;
use ratatui::crossterm::event::KeyEvent;
use std::collections::BTreeSet;

/// How many screens the way back holds.
const TRAIL: usize = 40;

/// A screen on the way, with what changed since it was loaded.
#[derive(Debug)]
pub(super) struct Stop {
    pub(super) screen: Box<dyn Screen>,
    pub(super) stale: Touch,
}

/// The state of the application.
#[derive(Debug)]
pub(super) struct App {
    pub(super) shared: Shared,
    /// The way: the last is in hand, the first is the overview.
    pub(super) trail: Vec<Stop>,
    pub(super) layers: Vec<Box<dyn Layer>>,
    pub(super) status: Status,
    /// What stands at the right of the status row: work under way, drafts.
    pub(super) working: Option<String>,
    pub(super) kept_draft: bool,
    /// The layer that asked for what is being done.
    giver: Option<usize>,
    /// Screens on which an unknown key was told once.
    told: BTreeSet<String>,
    /// The step of the guided round, and the last change before it, while the round goes on.
    pub(super) tour: Option<(usize, i64)>,
    /// Places that were left last, the latest first.
    pub(super) recent: Vec<(Place, String)>,
}

impl App {
    pub(super) fn new(shared: Shared) -> Self {
        let first = screens::make(&Place::of("overview"), &shared);
        Self {
            shared,
            trail: vec![Stop { screen: first, stale: Touch::Everything }],
            layers: Vec::new(),
            status: Status::default(),
            working: None,
            kept_draft: false,
            giver: None,
            told: BTreeSet::new(),
            tour: None,
            recent: Vec::new(),
        }
    }

    /// The screen in hand.
    /// The command for scripts that gives what is seen.
    pub(super) fn command_line(&self) -> Option<String> {
        self.screen().command_line(&self.shared)
    }

    pub(super) fn screen(&self) -> &dyn Screen {
        // The overview never goes.
        self.trail[self.trail.len() - 1].screen.as_ref()
    }

    /// The screen in hand, to be changed.
    pub(super) fn screen_mut(&mut self) -> (&mut dyn Screen, &Shared) {
        let last = self.trail.len() - 1;
        (self.trail[last].screen.as_mut(), &self.shared)
    }

    /// What lies over it.
    pub(super) fn layers(&self) -> &[Box<dyn Layer>] {
        &self.layers
    }

    /// The entry of the screen in hand.
    pub(super) fn entry(&self) -> &'static Entry {
        screens::entry(&self.screen().place().screen)
    }

    /// The screen in the first row under which that in hand stands.
    pub(super) fn under(&self) -> &'static str {
        self.entry().under
    }

    pub(super) fn say(&mut self, sign: Sign, text: impl Into<String>) {
        self.status.say(sign, text.into());
    }

    /// What stands at the right of the status row.
    pub(super) fn beside(&self) -> String {
        let draft = if self.kept_draft { self.shared.word(W::DraftKept) } else { "" };
        let working = self.working.as_deref().unwrap_or_default();
        [working, draft].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// What the status row says where there is nothing to say.
    pub(super) fn hint(&self) -> Option<String> {
        super::screens::welcome::hint(self)
    }

    /// The commands that there are here, and whether they can be done.
    pub(super) fn here(&self) -> Vec<Here> {
        let (screen, shared, own) = (self.screen(), &self.shared, self.entry().commands);
        let one = |command: &'static Command| {
            let can = self.can(command);
            let of_grid = || screen.grid_seen().and_then(|grid| grid.named(command.id));
            let plain = || shared.word(of_grid().unwrap_or(command.name)).to_owned();
            let name = screen.named(command.id, shared).unwrap_or_else(plain);
            (can != Can::NotHere).then_some(Here { command, name, can })
        };
        own.iter().chain(COMMON).filter_map(one).collect()
    }

    /// Whether a command can be done here.
    pub(super) fn can(&self, command: &Command) -> Can {
        let shared = &self.shared;
        match command.id {
            id::HELP
            | id::PALETTE
            | id::ACTIONS
            | id::GO_TO
            | id::QUIT
            | id::SUSPEND
            | id::REDRAW
            | id::LANGUAGE
            | id::LOOK
            | id::MOUSE
            | id::BACK
            | id::NOTICES
            | id::HINTS
            | id::TRY_OUT
            | id::WORKSPACES => {
                return Can::Yes;
            }
            id::UNDO | id::REDO => return Can::Yes,
            id::STOP => {
                return Can::when(self.working.is_some(), || shared.word(W::NothingRuns).to_owned());
            }
            id::COPY_COMMAND => {
                let line = self.command_line();
                return line.map_or_else(|| Can::No(shared.word(W::NoCommandLine).to_owned()), |_| Can::Yes);
            }
            id::NEXT_TAB | id::PREVIOUS_TAB => {
                return if self.screen().around(shared).tabs.len() > 1 { Can::Yes } else { Can::NotHere };
            }
            _ => {}
        }
        match (self.screen().can(command.id, shared), self.screen().grid_seen()) {
            (Can::NotHere, Some(grid)) => grid.can(command.id, shared),
            (can, _) => can,
        }
    }

    /// Takes a key.
    pub(super) fn key(&mut self, key: KeyEvent) -> Vec<Effect> {
        let name = key_name(key);
        let shared = &self.shared;
        let suspend = find(id::SUSPEND, &[]).is_some_and(|c| shared.keymap.is(c, &name));
        let redraw = find(id::REDRAW, &[]).is_some_and(|c| shared.keymap.is(c, &name));
        if suspend || redraw {
            return vec![if suspend { Effect::Suspend } else { Effect::Redraw }];
        }
        if let Some(layer) = self.layers.last_mut() {
            let step = layer.key(key, &self.shared);
            return self.stepped(step);
        }
        let (screen, shared) = self.screen_mut();
        if let Some(effects) = screen.key(key, shared) {
            return effects;
        }
        if screen.grid().is_some_and(|grid| grid.key(key)) {
            return Vec::new();
        }
        let own = self.entry().commands;
        let is = |command: &&'static Command| self.shared.keymap.is(command, &name);
        let command = own.iter().chain(COMMON).filter(is).find(|command| self.can(command) != Can::NotHere);
        match command {
            Some(command) => self.run(command),
            None => {
                // Once a screen, so that a person who types is not scolded at each letter.
                let screen = self.screen().place().screen;
                if !name.is_empty() && self.told.insert(screen) {
                    let text = W::UnknownKey.with(self.shared.lang, &[&super::keymap::shown(&name)]);
                    self.say(Sign::Info, text);
                }
                Vec::new()
            }
        }
    }

    /// What comes of a key in what lies over the screen.
    pub(super) fn stepped(&mut self, step: Step) -> Vec<Effect> {
        match step {
            Step::Stay(effects) => effects,
            Step::Close(effects) => {
                self.layers.pop();
                effects
            }
            Step::Give(effects) => {
                self.giver = Some(self.layers.len() - 1);
                effects
            }
        }
    }

    /// Takes pasted text. Terminals send the end of a line as the key Enter does.
    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        let text = &text.replace("\r\n", "\n").replace('\r', "\n");
        if let Some(layer) = self.layers.last_mut() {
            layer.paste(text, &self.shared);
            return Vec::new();
        }
        let (screen, shared) = self.screen_mut();
        if screen.grid_seen().is_some_and(|grid| grid.finding().is_some()) {
            if let Some(grid) = screen.grid() {
                grid.paste(text);
            }
            return Vec::new();
        }
        screen.paste(text, shared)
    }

    /// Runs the command of a name.
    pub(super) fn run_named(&mut self, name: &str) -> Vec<Effect> {
        match find(name, self.entry().commands) {
            Some(command) => self.run(command),
            None => Vec::new(),
        }
    }

    /// Runs a command, or says why it cannot be run.
    pub(super) fn run(&mut self, command: &'static Command) -> Vec<Effect> {
        if command.group != Group::Move {
            self.status.clear();
        }
        if let Can::No(why) = self.can(command) {
            self.say(Sign::Info, why);
            return Vec::new();
        }
        match command.id {
            id::HELP => return vec![self.help()],
            id::ACTIONS => {
                let title = self.title_of_actions();
                return vec![Effect::Over(Box::new(menus::actions(&title, &self.here(), &self.shared)))];
            }
            id::PALETTE => return vec![Effect::Over(Box::new(palette::palette(self.here(), &self.shared)))],
            id::GO_TO => {
                let chooser = menus::go_to(&self.shared, self.recent.clone(), self.under());
                return vec![Effect::Over(Box::new(chooser))];
            }
            id::NOTICES => return vec![Effect::Over(Box::new(menus::notices(&self.status, &self.shared)))],
            id::LOOK => return vec![Effect::Over(Box::new(menus::looking(&self.shared)))],
            id::LANGUAGE => return vec![Effect::Language],
            id::MOUSE => return vec![Effect::Mouse],
            id::HINTS => {
                let off = self.shared.kept.get("hints") == Some("off");
                return vec![Effect::Keep("hints".to_owned(), (!off).then(|| "off".to_owned()))];
            }
            // Once more ends the round.
            id::TRY_OUT => {
                self.tour = if self.tour.is_none() { Some((0, self.shared.world.counts.changes)) } else { None }
            }
            id::WORKSPACES => return vec![super::screens::welcome::workspaces(&self.shared)],
            id::STOP => return vec![Effect::StopWork],
            id::UNDO => return vec![Effect::Undo],
            id::REDO => return vec![Effect::Redo],
            id::QUIT => return self.quit(),
            id::COPY_COMMAND => {
                let line = self.command_line().unwrap_or_default();
                let said = W::CopiedCommand.with(self.shared.lang, &[&line]);
                return vec![Effect::Copy(line), Effect::Say(Sign::Done, said)];
            }
            id::NEXT_TAB | id::PREVIOUS_TAB => {
                let around = self.screen().around(&self.shared);
                let (count, forward) = (around.tabs.len().max(1), command.id == id::NEXT_TAB);
                let to = (around.tab + if forward { 1 } else { count - 1 }) % count;
                let (screen, shared) = self.screen_mut();
                return screen.turn(to, shared);
            }
            _ => {}
        }
        let (screen, shared) = self.screen_mut();
        if let Some(effects) = screen.run(command.id, shared) {
            return effects;
        }
        if let (id::FILTER | id::COLUMNS, Some(grid)) = (command.id, screen.grid_seen()) {
            let layer: Box<dyn Layer> = match command.id {
                id::FILTER => Box::new(Drawer::new(grid, shared)),
                _ => Box::new(menus::columns(grid, shared)),
            };
            return vec![Effect::Over(layer)];
        }
        if command.id == id::EXPORT_ROWS {
            return screens::export_rows(screen, shared);
        }
        if let Some(effects) = screen.grid().and_then(|grid| grid.run(command.id, shared)) {
            return effects;
        }
        match command.id {
            id::BACK => self.back(),
            _ => Vec::new(),
        }
    }

    fn title_of_actions(&self) -> String {
        let grid = self.screen().grid_seen();
        let chosen = grid.map(|grid| (grid.marks.len(), grid.called(self.shared.lang)));
        match chosen {
            Some((marked, _)) if marked > 0 => W::ActionsOnMarked.with(self.shared.lang, &[&marked]),
            Some((_, hand)) if !hand.is_empty() => W::ActionsOn.with(self.shared.lang, &[&hand]),
            _ => {
                let about = self.screen().called().unwrap_or(self.screen().place().about);
                let title = self.shared.word(self.entry().title);
                W::ActionsOn
                    .with(self.shared.lang, &[if about.is_empty() { &title as &dyn std::fmt::Display } else { &about }])
            }
        }
    }

    fn help(&self) -> Effect {
        let title = W::HelpTitle.with(self.shared.lang, &[&self.shared.word(self.entry().title)]);
        let signs = self.shared.word(W::Signs);
        Effect::Over(Box::new(menus::help(&title, &self.here(), signs, &self.shared)))
    }

    /// One screen back; at the first, asks whether to leave.
    fn back(&mut self) -> Vec<Effect> {
        if self.trail.len() > 1 { vec![Effect::Back] } else { vec![self.ask_quit()] }
    }

    fn ask_quit(&self) -> Effect {
        let shared = &self.shared;
        let items = vec![
            ask::nothing(shared.word(W::StayHere)),
            super::layers::Item::new(shared.word(W::DoQuit), "", |_| vec![Effect::Quit]),
        ];
        ask::choices(shared.word(W::QuitTitle), Vec::new(), items)
    }

    fn quit(&mut self) -> Vec<Effect> {
        let shared = &self.shared;
        match &self.working {
            None => vec![Effect::Quit],
            Some(work) => {
                let about = vec![W::StillRuns.with(shared.lang, &[work])];
                vec![ask::before(shared, shared.word(W::QuitTitle), about, shared.word(W::DoQuit), |_| {
                    vec![Effect::Quit]
                })]
            }
        }
    }

    /// Puts something over the screen.
    pub(super) fn put_over(&mut self, layer: Box<dyn Layer>) {
        self.layers.push(layer);
    }

    /// The layer that asked for what is done now.
    pub(super) fn take_giver(&mut self) -> Option<usize> {
        self.giver.take()
    }

    /// Closes a layer.
    pub(super) fn close(&mut self, layer: usize) {
        if layer < self.layers.len() {
            self.layers.remove(layer);
        }
    }

    /// A layer, to be told something.
    pub(super) fn layer(&mut self, at: usize) -> Option<(&mut dyn Layer, &Shared)> {
        let shared = &self.shared;
        self.layers.get_mut(at).map(|layer| (layer.as_mut() as &mut dyn Layer, shared))
    }

    /// The layer in hand.
    pub(super) fn top_layer(&mut self) -> Option<&mut Box<dyn Layer>> {
        self.layers.last_mut()
    }

    /// Asks once more for what was not done, over what stands there.
    pub(super) fn again(&mut self) -> Vec<Effect> {
        match self.layers.last_mut() {
            Some(layer) => {
                let effects = layer.again();
                self.giver = Some(self.layers.len() - 1);
                effects
            }
            None => {
                let (screen, _) = self.screen_mut();
                screen.again()
            }
        }
    }

    /// What is typed and not saved.
    pub(super) fn drafts(&self) -> Vec<Draft> {
        let layers = self.layers.iter().filter_map(|layer| layer.draft());
        layers.chain(self.trail.iter().filter_map(|stop| stop.screen.draft())).collect()
    }

    /// Takes up a screen that is on the way already as it was left; whether there was one.
    pub(super) fn take_up(&mut self, place: &Place) -> bool {
        let Some(at) = self.trail.iter().position(|other| other.screen.place().same(place)) else { return false };
        if !place.tab.is_empty() || !place.at.is_empty() {
            // Another part of the same thing: it is made anew there, and the way does not hold it twice.
            if at > 0 {
                self.trail.remove(at);
            }
            return false;
        }
        self.note_recent();
        if at == 0 {
            // The overview is the first of the way: going there ends it.
            self.trail.truncate(1);
        } else {
            let stop = self.trail.remove(at);
            self.trail.push(stop);
        }
        true
    }

    /// Puts a screen in hand; the way back leads to that before it.
    pub(super) fn arrive(&mut self, stop: Stop) {
        self.note_recent();
        self.trail.push(stop);
        if self.trail.len() > TRAIL {
            self.trail.remove(1);
        }
    }

    /// Leaves the screen in hand.
    pub(super) fn leave(&mut self) {
        self.note_recent();
        if self.trail.len() > 1 {
            self.trail.pop();
        }
    }

    fn note_recent(&mut self) {
        let place = self.screen().place();
        let title = super::screens::title(self.screen(), &self.shared);
        if place.about.is_empty() {
            return;
        }
        self.recent.retain(|(other, _)| !other.same(&place));
        self.recent.insert(0, (place, title));
        self.recent.truncate(10);
    }

    /// What the screen in hand shows is loaded anew.
    pub(super) fn stale(&mut self) {
        if let Some(stop) = self.trail.last_mut() {
            stop.stale = Touch::Everything;
        }
    }

    /// Says that a change touched something: what is on the way is loaded again when it is seen.
    pub(super) fn touched(&mut self, touch: &Touch) {
        for stop in &mut self.trail {
            stop.stale = std::mem::take(&mut stop.stale).and(touch);
        }
    }
}
