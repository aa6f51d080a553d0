//! Carrying out what screens ask for.

use super::corner::{Asked, Heard};
use super::job::Done;
use super::layers::{Item, ask};
use super::place::Place;
use super::screen::{After, Effect, FileBytes, Loader, Verb, Watch, Work, Write};
use super::screens::exchange::Exchange;
use super::session::Session;
use super::status::Sign;
use super::terminal::Held;
use super::world::Touch;
use crate::desk::{Desk, Outcome, Plan, Touched, Undo, redo_plan, undo_plan};
use crate::exchange::{check_output, is_taken, write_whole};
use crate::hub::standing::Status;
use crate::text::{Lang, clean_line, date};
use crate::words::screen::ScreenWord as W;
use crate::words::{Message, Result};
use jiff::tz::TimeZone;
use std::any::Any;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How many rows of a change are looked at; one that touched more has everything loaded again.
const LOOKED_AT: usize = 1_000;

/// How long is waited before a change is tried again.
const AGAIN: Duration = Duration::from_secs(1);

/// A change that waits for another program to end its writing: the form or the cell stays open meanwhile.
pub(super) struct Waiting {
    verb: Verb,
    giver: Option<usize>,
    tried: u32,
    next: Instant,
}

impl Session {
    /// Carries out one effect; whether that went well.
    pub(super) fn carry(&mut self, effect: Effect, giver: Option<usize>, held: Option<&mut Held>) -> bool {
        match self.do_it(effect, giver, held) {
            Ok(done) => done,
            Err(fault) => {
                self.complain(&fault);
                false
            }
        }
    }

    fn do_it(&mut self, effect: Effect, giver: Option<usize>, held: Option<&mut Held>) -> Result<bool> {
        let lang = self.app.shared.lang;
        match effect {
            Effect::Quit => self.quit = true,
            Effect::Suspend => {
                if let Some(held) = held {
                    held.suspend(self.app.shared.word(W::Suspended))?;
                }
            }
            Effect::Redraw => {
                if let Some(held) = held {
                    held.redraw()?;
                }
            }
            Effect::Open(place) => self.open(&place),
            Effect::Back => {
                self.app.leave();
                self.refresh();
            }
            Effect::Over(layer) => self.app.put_over(layer),
            Effect::Change(verb) => return Ok(self.change(verb, giver)),
            Effect::Undo => {
                let plan = undo_plan(&self.workspace, &self.options.change.author, self.since)?;
                if plan.ask { self.ask_turning(&plan, true) } else { self.undo(plan.first.id)? }
            }
            Effect::Redo => {
                let plan = redo_plan(&self.workspace, &self.options.change.author, self.since)?;
                if plan.ask { self.ask_turning(&plan, false) } else { self.redo()? }
            }
            Effect::UndoSure(change) => self.undo(change)?,
            Effect::RedoSure => self.redo()?,
            Effect::Work(work) => {
                if let Some(told) = self.jobs.told().filter(|_| self.jobs.holds()) {
                    let said = W::StillRuns.with(lang, &[&told]);
                    self.app.say(Sign::Warning, said);
                    return Ok(false);
                }
                self.jobs.start(work, false);
                self.app.working = self.jobs.told();
            }
            Effect::StopWork => {
                if self.jobs.stop() {
                    self.app.working = None;
                    self.app.say(Sign::Info, self.app.shared.word(W::Stopped));
                }
            }
            Effect::Edit(text) => {
                let edited = held.map_or(Ok(None), |held| held.edit(&text))?;
                match (self.app.top_layer(), edited) {
                    (Some(layer), Some(text)) => layer.edited(&text),
                    _ => self.app.say(Sign::Info, self.app.shared.word(W::EditorChangedNothing)),
                }
            }
            Effect::Copy(text) => {
                if let Some(held) = held {
                    held.copy(&text)?;
                }
            }
            Effect::Say(sign, text) => self.app.say(sign, text),
            Effect::Write(write) => return self.write(write),
            Effect::Keep(name, value) => self.keep(&name, value.as_deref())?,
            Effect::Reopen(draft) => {
                let (screen, shared) = self.app.screen_mut();
                let effects = screen.reopen(&draft, shared);
                self.carry_out(effects, held);
            }
            Effect::Pick(field, value) => {
                if let Some(layer) = self.app.top_layer() {
                    layer.pick(&field, &value);
                }
            }
            Effect::LeaveForm { keep } => {
                let top = self.app.layers().len().saturating_sub(1);
                let draft = match self.app.layers().last() {
                    Some(layer) => layer.draft(),
                    None => self.app.screen().draft(),
                };
                if let Some(draft) = draft.filter(|_| keep) {
                    // It stays among the drafts, and is offered at the next start.
                    self.drafted.remove(&draft.name());
                }
                self.app.close(top);
            }
            Effect::WriteMine => {
                let effects = self.app.again();
                self.carry_out(effects, held);
            }
            Effect::Grid(order) => {
                let (screen, shared) = self.app.screen_mut();
                let kept = screen.grid().map(|grid| {
                    order(grid, shared);
                    (grid.kept_as(), grid.remembered())
                });
                if let Some((name, value)) = kept {
                    self.keep(&name, Some(&value))?;
                }
            }
            Effect::Run(id) => {
                let effects = self.app.run_named(id);
                self.carry_out(effects, held);
            }
            Effect::Screen(put) => {
                if let Some(screen) = self.app.screen_mut().0.any() {
                    put(screen);
                }
                self.app.stale();
                self.refresh();
            }
            Effect::Refresh => {
                self.app.stale();
                self.refresh();
            }
            Effect::Launch(path) => {
                launch(&path)?;
                let said = W::Launched.with(lang, &[&path]);
                self.app.say(Sign::Done, said);
            }
            Effect::Reload => self.reload(&Touch::Everything)?,
            Effect::Language => {
                self.app.shared.lang = lang.other();
                let name = if self.app.shared.lang == Lang::Vi { "vi" } else { "en" };
                self.keep("lang", Some(name))?;
                self.app.touched(&Touch::Everything);
                self.refresh();
            }
            Effect::Look(look) => {
                self.app.shared.theme.look = look;
                self.keep("look", Some(look.name()))?;
            }
            Effect::Mouse => {
                let on = !self.app.shared.mouse;
                self.app.shared.mouse = on;
                if let Some(held) = held {
                    held.mouse(on)?;
                }
                let word = if on { W::MouseOn } else { W::MouseOff };
                self.app.say(Sign::Info, self.app.shared.word(word));
            }
            Effect::Workspace(path) => {
                self.other = Some(path);
                self.quit = true;
            }
        }
        Ok(true)
    }

    /// Makes a change; while another program writes it waits, and is told of what stands there instead.
    fn change(&mut self, verb: Verb, giver: Option<usize>) -> bool {
        let (who, today) = (self.who(verb.command), self.app.shared.today);
        let made = {
            let mut desk = Desk::new(&mut self.workspace, who, today);
            (verb.make)(&mut desk, &verb.seen)
        };
        match made {
            Ok(made) => match made.value {
                Outcome::Done(after) => {
                    self.made(made.change, after, giver);
                    true
                }
                Outcome::Stands(standing) => {
                    // What was typed stays; what stands there now is seen behind the question.
                    let _ = self.reload(&Touch::Everything);
                    let effects = match giver.and_then(|at| self.app.layer(at)) {
                        Some((layer, shared)) => layer.stands(standing, shared),
                        None => {
                            let (screen, shared) = self.app.screen_mut();
                            screen.stands(standing, shared)
                        }
                    };
                    self.carry_out(effects, None);
                    false
                }
            },
            Err(fault) if fault.is_busy() => {
                let tried = self.waiting.as_ref().map_or(0, |waiting| waiting.tried) + 1;
                let said = W::Waiting.with(self.app.shared.lang, &[&tried, &self.app.shared.fault(&fault)]);
                self.app.say(Sign::Info, said);
                self.waiting = Some(Waiting { verb, giver, tried, next: Instant::now() + AGAIN });
                false
            }
            Err(fault) => {
                let layer = giver.and_then(|at| self.app.layer(at));
                match layer {
                    Some((layer, shared)) => layer.refused(&fault, shared),
                    None => {
                        let (screen, shared) = self.app.screen_mut();
                        screen.refused(&fault, shared);
                        self.complain(&fault);
                    }
                }
                false
            }
        }
    }

    /// Takes in what a change made here touched, says what was done, and does what comes next.
    fn made(&mut self, change: Option<i64>, after: After, giver: Option<usize>) {
        let touch = match self.touch_of(change) {
            Ok(touch) => touch,
            Err(fault) => {
                self.complain(&fault);
                Touch::Everything
            }
        };
        if let Err(fault) = self.reload(&touch) {
            self.complain(&fault);
        }
        let said = after.said.text(self.app.shared.lang).to_owned();
        if !said.is_empty() {
            self.app.say(Sign::Done, said);
        }
        self.tell_passed();
        if let (Some(giver), false) = (giver, after.then.is_empty()) {
            // What comes next is not to be put over the form that is done.
            self.app.close(giver);
        }
        if !after.then.is_empty() {
            self.carry_out(after.then, None);
        }
    }

    fn touch_of(&self, change: Option<i64>) -> Result<Touch> {
        let Some(change) = change else { return Ok(Touch::Nothing) };
        let rows = Touched::rows_of(&self.workspace, change, LOOKED_AT)?;
        let codes = Touched::regulations(&rows, &self.app.shared.world.snapshot.measures);
        let measures = rows.iter().any(|row| row.place != "activity");
        Ok(match codes {
            Some(codes) if rows.len() < LOOKED_AT => Touch::Regulations { codes, measures },
            _ => Touch::Everything,
        })
    }

    /// Tries again what waits for another program; whether something is to be drawn.
    pub(super) fn try_again(&mut self, held: Option<&mut Held>) -> bool {
        let Some(waiting) = self.waiting.take_if(|waiting| waiting.next <= Instant::now()) else { return false };
        let (verb, giver, tried) = (waiting.verb, waiting.giver, waiting.tried);
        // The form that asked for it may have been closed: then nobody waits any more.
        if giver.is_some_and(|at| at >= self.app.layers().len()) {
            return false;
        }
        if self.change(verb, giver) {
            if let Some(giver) = giver {
                self.app.close(giver);
            }
            self.keep_draft();
        } else if let Some(waiting) = &mut self.waiting {
            waiting.tried = tried + 1;
        }
        let _ = held;
        true
    }

    fn ask_turning(&mut self, plan: &Plan, back: bool) {
        let shared = &self.app.shared;
        let (change, lang) = (&plan.first, shared.lang);
        let at = date::moment(change.at, &TimeZone::system(), lang);
        let rows = crate::text::number::whole(change.rows as i128, lang);
        let about = vec![
            W::WhoseChange.with(lang, &[&change.id, &change.command, &change.author, &at, &rows]),
            plan.said.text(lang).to_owned(),
        ];
        let id = change.id;
        let see = Item::new(shared.word(W::SeeInHistory), "", move |_| {
            vec![Effect::Open(Place::of("history").at(&id.to_string()))]
        });
        let go = if back {
            Item::new(shared.word(W::UndoIt), rows, move |_| vec![Effect::UndoSure(id)])
        } else {
            Item::new(shared.word(W::RedoIt), rows, |_| vec![Effect::RedoSure])
        };
        let title = shared.word(if back { W::UndoTitle } else { W::RedoTitle });
        let none = ask::nothing(shared.word(W::LeaveIt));
        if let Effect::Over(layer) = ask::choices(title, about, vec![none, see, go]) {
            self.app.put_over(layer);
        }
    }

    /// Takes back what was asked, or what needs no question.
    fn undo(&mut self, change: i64) -> Result<()> {
        let (who, today) = (self.who("tui undo"), self.app.shared.today);
        let asked = Undo { change: Some(change), force: true };
        let done = Desk::new(&mut self.workspace, who, today).undo(asked)?;
        let said = W::Undone.said_by(|lang| vec![done.value.undone.to_string(), done.value.said.text(lang).to_owned()]);
        self.made(done.change, After::said(said), None);
        Ok(())
    }

    fn redo(&mut self) -> Result<()> {
        let (who, today) = (self.who("tui redo"), self.app.shared.today);
        let done = Desk::new(&mut self.workspace, who, today).redo(true)?;
        let said = W::Redone.said_by(|lang| vec![done.value.undone.to_string(), done.value.said.text(lang).to_owned()]);
        self.made(done.change, After::said(said), None);
        Ok(())
    }

    /// Writes a document; asks first where a file would be lost.
    fn write(&mut self, write: Write) -> Result<bool> {
        let to = Path::new(&write.path);
        check_output(to, &self.options.kept)?;
        if !write.over && is_taken(to) {
            let shared = &self.app.shared;
            let other = free_path(&write.path);
            let (beside, over) =
                (Write { path: other.clone(), ..write.clone() }, Write { over: true, ..write.clone() });
            let items = vec![
                Item::new(W::WriteBeside.with(shared.lang, &[&other]), "", move |_| {
                    vec![Effect::Write(beside.clone())]
                }),
                Item::new(shared.word(W::WriteOverIt), "", move |_| vec![Effect::Write(over.clone())]),
                ask::nothing(shared.word(W::LeaveIt)),
            ];
            let title = W::FileIsThere.with(shared.lang, &[&clean_line(&write.path)]);
            if let Effect::Over(layer) = ask::choices(title, Vec::new(), items) {
                self.app.put_over(layer);
            }
            return Ok(true);
        }
        let ending = to.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
        let from = Loader {
            workspace: &self.workspace,
            shared: &self.app.shared,
            templates: self.options.templates.as_deref(),
        };
        match (write.make)(&from, &ending)? {
            FileBytes::Here(bytes) => {
                write_whole(to, &bytes)?;
                let said = W::Written.with(self.app.shared.lang, &[&to.display()]);
                self.app.say(Sign::Done, said);
                Ok(true)
            }
            FileBytes::Later(made) => {
                let (name, to) = (self.app.shared.word(W::WritingFile).to_owned(), to.to_owned());
                let run = move |watch: &Watch| {
                    let bytes = made().and_then(|bytes| {
                        // Who stopped it wants no file.
                        if watch.given_up() { Ok(()) } else { write_whole(&to, &bytes) }
                    });
                    Box::new(WrittenBeside(to, bytes)) as Box<dyn Any + Send>
                };
                let work = Work { name, place: self.app.screen().place(), run: Box::new(run) };
                self.do_it(Effect::Work(work), None, None)
            }
        }
    }

    /// Takes what work beside the screen gave to the screen that asked for it.
    pub(super) fn finished(&mut self, done: Done, held: Option<&mut Held>) {
        self.app.working = None;
        let Done { name, place, asked, value } = done;
        let at = self.app.trail.iter().rposition(|stop| stop.screen.place().same(&place));
        let seen = at.is_some_and(|at| at + 1 == self.app.trail.len());
        if !seen && asked {
            let said = W::WorkDone.with(self.app.shared.lang, &[&name]);
            self.app.say(Sign::Info, said);
        }
        let value = match value.downcast::<WrittenBeside>() {
            Ok(written) => {
                match written.1 {
                    Ok(()) => {
                        let said = W::Written.with(self.app.shared.lang, &[&written.0.display()]);
                        self.app.say(Sign::Done, said);
                    }
                    Err(fault) => self.complain(&fault),
                }
                return self.begin_wanted();
            }
            Err(value) => value,
        };
        let value = match value.downcast::<Asked>() {
            Ok(asked) => {
                self.heard(asked.0);
                return self.begin_wanted();
            }
            Err(value) => value,
        };
        let effects = at.map(|at| self.app.trail[at].screen.finished(value, &self.app.shared)).unwrap_or_default();
        // What another screen asks for waits until it is seen, but for what it says and what is loaded.
        let effects = effects.into_iter().filter(|effect| seen || matches!(effect, Effect::Say(..) | Effect::Reload));
        self.carry_out(effects.collect(), held);
        self.begin_wanted();
    }
}

impl Session {
    /// Takes what the place of exchange said; that it is not to be reached stands in the corner, and is no fault of what one does.
    fn heard(&mut self, status: Result<Status>) {
        let app = &mut self.app;
        let Ok(status) = status else { return app.shared.asked.set(Some(Heard::Away)) };
        app.shared.asked.set(Some(Heard::ToReceive(status.to_receive)));
        let at = app.trail.iter().rposition(|stop| stop.screen.place().screen == "exchange");
        if let Some(at) = at
            && let Some(screen) = app.trail[at].screen.any().and_then(|any| any.downcast_mut::<Exchange>())
        {
            screen.know(status, &app.shared);
        }
    }
}

/// A file that was made beside the screen: where, and whether it stands there.
struct WrittenBeside(PathBuf, Result<()>);

/// Opens a file in the program that the system has for it.
fn launch(path: &str) -> Result<()> {
    use std::process::{Command, Stdio};
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let quiet = |command: &mut Command| {
        command.arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()
    };
    quiet(&mut Command::new(program)).map_err(super::cannot_launch(program))?;
    Ok(())
}

/// A name beside that of a file that is there: `a-2.docx`.
fn free_path(path: &str) -> String {
    let to = Path::new(path);
    let stem = to.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    let ending = to.extension().map(|e| format!(".{}", e.to_string_lossy())).unwrap_or_default();
    let numbered = (2..).map(|n| to.with_file_name(format!("{stem}-{n}{ending}")));
    numbered.into_iter().find(|other| !is_taken(other)).map(|p| p.display().to_string()).unwrap_or_default()
}
