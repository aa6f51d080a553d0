//! The overview of a programme: gauges on one scale, the trend, agencies by what they lack, what is late, the largest burdens. Every line opens
//! where it can be mended.

use crate::model::{Fraction, Metric, Stage, Succession};
use crate::reform::{
    BaselineState, Debt, GroupBy, GroupProgress, InOut, Progress, Snapshot, Subject, TargetProgress, in_out, owes,
    progress,
};
use crate::text::width::wrap;
use crate::text::{date, number};
use crate::tui::command::{Can, Command, Group, command, id};
use crate::tui::layers::{Field, Form, Refusal};
use crate::tui::place::Place;
use crate::tui::screen::{After, Around, Detail, Effect, Entry, Hit, Loader, Screen, Shared, Verb};
use crate::tui::status::Sign;
use crate::tui::world::Touch;
use crate::words::screen::ScreenWord as W;
use crate::words::valid::ValidWord;
use crate::words::{Message, Result};
use jiff::ToSpan;
use jiff::civil::Date;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};
use std::cell::Cell;
use std::collections::BTreeMap;

mod draw;

const FREEZE: &str = "overview.freeze";

/// Agencies as they are, or as they were when the baseline was frozen.
const AGENCIES: &str = "overview.agencies";

const COMMANDS: &[Command] =
    &[command(FREEZE, &[], W::DoFreeze, Group::Change, 0), command(AGENCIES, &[], W::DoAgenciesThen, Group::Look, 0)];

pub(in crate::tui) const ENTRY: Entry = Entry {
    name: "overview",
    title: W::Overview,
    listed: true,
    under: "overview",
    commands: COMMANDS,
    open: |place, shared| Box::new(Overview::new(place, shared)),
    count: |shared| {
        let behind = |p: &Progress| {
            let stage = p.programme.counting.stage();
            p.targets.iter().filter(|target| !target.total.at(stage).met).count()
        };
        let open: usize = shared.world.progress(shared.today).iter().map(behind).sum();
        W::TargetsOpen.with(shared.lang, &[&open])
    },
};

/// How many lines a section has in a wide window, and how many months the trend.
const WIDE_ROWS: usize = 9;
const MONTHS: usize = 24;

/// How many of the largest burdens are remembered.
const LARGEST: usize = 12;

/// A section of the overview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    Targets,
    Agencies,
    Late,
    Burdens,
}

const SECTIONS: [Section; 4] = [Section::Targets, Section::Agencies, Section::Late, Section::Burdens];

/// One of the largest burdens.
#[derive(Debug)]
struct Burden {
    code: String,
    /// đồng per year, or of one performance.
    cost: Fraction,
    measures: usize,
    /// With those before it, in percent of all.
    running: Option<Fraction>,
}

/// The overview in hand.
#[derive(Debug)]
pub(in crate::tui) struct Overview {
    programme: String,
    section: usize,
    at: [usize; 4],
    /// The target whose figures the agencies show.
    target: usize,
    late: Vec<Debt>,
    soon: usize,
    burdens: Vec<Burden>,
    /// Whether they stand in the order of one performance, as nobody counted who complies.
    once: bool,
    /// How many sheets wait for that number.
    waiting: usize,
    /// What is in force at the end of each month, in percent of the baseline, of the target in hand.
    trend: Vec<(Date, Option<Fraction>)>,
    /// Regulations with a sheet of assumptions alone, and with a sheet.
    assumed: (usize, usize),
    /// First days of regulations, and the book of in and out of the programme in hand.
    came_on: BTreeMap<String, Date>,
    book: Option<InOut>,
    tops: [Cell<usize>; 4],
    /// Progress of all programmes by the agencies of the time of their baselines, where it is asked for.
    then: Option<Vec<Progress>>,
}

impl Overview {
    fn new(place: &Place, shared: &Shared) -> Self {
        if shared.world.snapshot.programmes.iter().any(|p| p.code == place.tab) {
            shared.programme.borrow_mut().clone_from(&place.tab);
        }
        let programme = shared.programme().map(|p| p.code.clone()).unwrap_or_default();
        shared.programme.borrow_mut().clone_from(&programme);
        Self {
            programme,
            section: 0,
            at: [0; 4],
            target: 0,
            late: Vec::new(),
            soon: 0,
            burdens: Vec::new(),
            once: false,
            waiting: 0,
            trend: Vec::new(),
            assumed: (0, 0),
            came_on: BTreeMap::new(),
            book: None,
            tops: Default::default(),
            then: None,
        }
    }

    fn progress<'s>(&'s self, shared: &'s Shared) -> Option<&'s Progress> {
        let all = self.then.as_deref().unwrap_or_else(|| shared.world.progress(shared.today));
        all.iter().find(|p| p.programme.code == self.programme).or_else(|| all.first())
    }

    /// Progress by the agencies of then: nobody stands for another.
    fn find_then(shared: &Shared) -> Vec<Progress> {
        let snapshot = Snapshot { succession: Succession::default(), ..Snapshot::clone(&shared.world.snapshot) };
        let of = |programme| progress(&snapshot, programme, shared.today, Some(GroupBy::Agency));
        snapshot.programmes.iter().map(of).collect()
    }

    /// The agencies by what they lack in force, the most first.
    fn agencies<'s>(&'s self, shared: &'s Shared) -> Vec<&'s GroupProgress> {
        let Some(target) = self.target_in_hand(shared) else { return Vec::new() };
        let mut groups: Vec<&GroupProgress> = target.groups.iter().filter(|g| !g.baseline.is_zero()).collect();
        let missing = |g: &GroupProgress, stage| g.at(stage).missing();
        groups.sort_by_key(|g| std::cmp::Reverse((missing(g, Stage::InForce), missing(g, Stage::Planned))));
        groups
    }

    /// How many sheets of the programme wait for the number of those who comply, where a target rests on cost: their baseline is not nothing, it is
    /// unknown.
    fn waits_for_count(&self, metric: Metric, shared: &Shared) -> Option<usize> {
        let waiting = self.progress(shared)?.waiting;
        (metric == Metric::CostSaved && waiting > 0).then_some(waiting)
    }

    fn target_in_hand<'s>(&'s self, shared: &'s Shared) -> Option<&'s TargetProgress> {
        let targets = &self.progress(shared)?.targets;
        targets.get(self.target).or_else(|| targets.first())
    }

    fn rows(&self, section: Section, shared: &Shared) -> usize {
        match section {
            Section::Targets => self.progress(shared).map_or(0, |p| p.targets.len()),
            Section::Agencies => self.agencies(shared).len(),
            Section::Late => self.late.len(),
            Section::Burdens => self.burdens.len(),
        }
    }

    /// Goes a line on, over the ends of sections.
    fn step(&mut self, by: isize, shared: &Shared) {
        let count = self.rows(SECTIONS[self.section], shared);
        let at = self.at[self.section] as isize + by;
        if at >= 0 && (at as usize) < count {
            self.at[self.section] = at as usize;
        } else {
            self.turn_section(by > 0, shared);
        }
        self.follow(shared);
    }

    fn turn_section(&mut self, forward: bool, shared: &Shared) {
        for step in 1..=SECTIONS.len() {
            let next =
                if forward { self.section + step } else { self.section + SECTIONS.len() * 2 - step } % SECTIONS.len();
            // The list does not turn round at its ends.
            if forward && next < self.section || !forward && next > self.section {
                return;
            }
            let count = self.rows(SECTIONS[next], shared);
            if count > 0 {
                self.section = next;
                self.at[next] = if forward { 0 } else { count.min(self.shown(SECTIONS[next], shared)) - 1 };
                return;
            }
        }
    }

    /// How many lines of a section are seen.
    fn shown(&self, section: Section, shared: &Shared) -> usize {
        if shared.wide() { WIDE_ROWS.max(1) } else { narrow(section) }
    }

    fn follow(&mut self, shared: &Shared) {
        if SECTIONS[self.section] == Section::Targets {
            self.target = self.at[0];
        }
        let _ = shared;
    }

    /// The place that the line in hand opens.
    fn opens(&self, shared: &Shared) -> Option<Place> {
        let at = self.at[self.section];
        Some(match SECTIONS[self.section] {
            Section::Targets => Place::of("scenarios"),
            Section::Agencies => {
                let code = self.agencies(shared).get(at)?.key.clone().unwrap_or_default();
                Place::about("catalogue", &format!("agency:{code}"))
            }
            Section::Late => Place::of("work").at(&self.late.get(at)?.code),
            Section::Burdens => Place::about("procedure", &self.burdens.get(at)?.code),
        })
    }

    /// The book of in and out of the programme in hand, where it weighs out against in.
    fn find_book(&mut self, shared: &Shared) {
        let found = self.progress(shared).filter(|found| !found.programme.counting.ratios.is_empty());
        let book = found.map(|found| in_out(&shared.world.snapshot, &found.programme, shared.today, &self.came_on));
        self.book = book.and_then(crate::words::Result::ok);
    }

    /// The trend of the target in hand by months: progress is computed for the months in which a status changed alone.
    fn find_trend(&mut self, shared: &Shared) {
        let Some(found) = self.progress(shared) else { return };
        let programme = found.programme.clone();
        let snapshot = &shared.world.snapshot;
        let mut days: Vec<Date> = Vec::new();
        let first = shared.today.first_of_month();
        for back in (0..MONTHS as i64).rev() {
            if let Ok(month) = first.checked_sub(back.months()) {
                days.push(month.last_of_month().min(shared.today));
            }
        }
        let moved = |from: Option<Date>, to: Date| {
            snapshot
                .measures
                .iter()
                .flat_map(|m| &m.statuses)
                .any(|s| s.date <= to && from.is_none_or(|from| s.date > from))
        };
        let mut last: Option<(Date, Option<Fraction>)> = None;
        self.trend.clear();
        for day in days {
            let value = match last {
                Some((before, value)) if !moved(Some(before), day) => value,
                None if !moved(None, day) => Some(Fraction::ZERO),
                _ => {
                    let then = progress(snapshot, &programme, day, None);
                    then.targets.get(self.target).and_then(|t| t.total.at(Stage::InForce).percent)
                }
            };
            last = Some((day, value));
            self.trend.push((day, value));
        }
    }

    /// The form that freezes the baseline; asks once more where one is frozen.
    fn freeze_form(&self, shared: &Shared) -> Option<Effect> {
        let progress = self.progress(shared)?;
        let (code, lang) = (progress.programme.code.clone(), shared.lang);
        let again = matches!(progress.baseline, BaselineState::Frozen(_));
        let about = match progress.baseline {
            BaselineState::Frozen(day) => W::FreezeAgain.with(lang, &[&code, &date::short(day, lang)]),
            BaselineState::Live => shared.word(W::FreezeAbout).to_owned(),
        };
        let day = Field::line("as_of", shared.word(W::AsOfDay), "").hint(shared.word(W::EmptyIsToday));
        let form = Form::new(W::FreezeTitle.with(lang, &[&code]), vec![day], move |answers, shared| {
            let text = answers.get("as_of").cloned().unwrap_or_default();
            let as_of = match text.as_str() {
                "" => None,
                text => Some(
                    date::parse(text)
                        .ok_or_else(|| Refusal::of("as_of", ValidWord::BadDate.with(shared.lang, &[&text])))?,
                ),
            };
            let code = code.clone();
            Ok(vec![Verb::plain("tui baseline", move |desk| {
                let asked = crate::desk::Freeze { programme: &code, as_of, again };
                let frozen = desk.freeze_baseline(asked)?;
                let (said, _) = frozen.value.said();
                Ok(crate::store::Changed { value: After::said(said), change: frozen.change })
            })])
        });
        Some(form.does(W::FormFreezes).about(vec![about]).open())
    }
}

/// How many lines a section has in a narrow window.
fn narrow(section: Section) -> usize {
    match section {
        Section::Targets => 4,
        Section::Agencies => 4,
        Section::Late => 2,
        Section::Burdens => 3,
    }
}

impl Screen for Overview {
    fn place(&self) -> Place {
        Place::of("overview").tab(&self.programme)
    }

    fn load(&mut self, from: &Loader<'_>, _touch: &Touch) -> Result<()> {
        let shared = from.shared;
        self.then = self.then.is_some().then(|| Self::find_then(shared));
        let debts = owes(&from.workspace.ledger()?, shared.today);
        let soon = shared.today.checked_add(42.days()).unwrap_or(shared.today);
        self.soon = debts.iter().filter(|d| !d.is_late() && d.due.is_some_and(|due| due <= soon)).count();
        self.late = debts.into_iter().filter(Debt::is_late).collect();
        self.late.sort_by_key(|debt| std::cmp::Reverse(debt.days_late));
        let subjects = &shared.world.snapshot.live.subjects;
        let mut costed: Vec<_> = subjects.iter().filter(|subject| subject.has_sheet).collect();
        self.waiting = costed.iter().filter(|subject| subject.waits).count();
        // Until somebody counts who complies, burdens stand in the order of one performance.
        self.once = self.waiting == costed.len();
        let once = self.once;
        let burden = |subject: &Subject| if once { subject.one } else { subject.annual };
        let total = costed.iter().fold(Fraction::ZERO, |sum, subject| sum.more(burden(subject)));
        let codes: Vec<&str> = costed.iter().map(|subject| subject.code.as_str()).collect();
        self.assumed = (from.workspace.assumed_sheets(&codes)?.len(), costed.len());
        costed.sort_by_key(|subject| std::cmp::Reverse(burden(subject)));
        let mut running = Fraction::ZERO;
        self.burdens = costed
            .into_iter()
            .take(LARGEST)
            .filter(|subject| !burden(subject).is_zero())
            .map(|subject| {
                running = running.more(burden(subject));
                let measures = shared.world.snapshot.measures.iter().filter(|m| m.regulation == subject.code).count();
                let share = running.times(Fraction::whole(100)).and_then(|part| part.over(total));
                Burden { code: subject.code.clone(), cost: burden(subject), measures, running: share }
            })
            .collect();
        for (n, section) in SECTIONS.iter().enumerate() {
            self.at[n] = self.at[n].min(self.rows(*section, shared).saturating_sub(1));
        }
        self.came_on = from.workspace.first_days()?;
        self.find_trend(shared);
        self.find_book(shared);
        Ok(())
    }

    fn around(&self, shared: &Shared) -> Around {
        let programmes = &shared.world.snapshot.programmes;
        let tabs = programmes.iter().map(|p| p.code.to_uppercase().replace('-', " ")).collect();
        let tab = programmes.iter().position(|p| p.code == self.programme).unwrap_or(0);
        let Some(progress) = self.progress(shared) else {
            return Around { left: shared.word(W::NoProgramme).to_owned(), ..Around::default() };
        };
        let regulations = number::whole(progress.regulations as i128, shared.lang);
        let left = match progress.baseline {
            BaselineState::Live => W::BaselineLive.with(shared.lang, &[&regulations]),
            BaselineState::Frozen(day) => {
                W::BaselineFrozen.with(shared.lang, &[&date::short(day, shared.lang), &regulations])
            }
        };
        let due = progress.targets.iter().map(|target| target.target.due).max();
        let right = due.map(|due| W::DueOn.with(shared.lang, &[&date::short(due, shared.lang)])).unwrap_or_default();
        Around { tabs, tab, left, right }
    }

    fn detail(&self, shared: &Shared, cells: usize) -> Option<Detail> {
        if shared.wide() {
            return None;
        }
        let (title, text) = self.said(shared)?;
        let lines = wrap(&text, cells).into_iter().map(Line::raw).collect();
        Some(Detail { title, right: String::new(), lines })
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let Some(progress) = self.progress(shared) else {
            let said = wrap(shared.word(W::NoProgrammeHint), area.width.saturating_sub(2).into());
            frame.render_widget(
                Text::from(said.into_iter().map(|line| Line::raw(format!(" {line}"))).collect::<Vec<_>>()),
                area,
            );
            return;
        };
        if shared.wide() && area.height >= 22 {
            self.draw_wide(shared, frame, area, progress)
        } else {
            self.draw_narrow(shared, frame, area, progress)
        }
    }

    fn can(&self, what: &str, shared: &Shared) -> Can {
        match what {
            id::UP
            | id::DOWN
            | id::PAGE_UP
            | id::PAGE_DOWN
            | id::FIRST
            | id::LAST
            | id::NEXT_PANE
            | id::PREVIOUS_PANE => Can::Yes,
            id::OPEN => Can::when(self.opens(shared).is_some(), || shared.word(W::NoRowHere).to_owned()),
            AGENCIES => Can::when(self.progress(shared).is_some(), || shared.word(W::NoProgramme).to_owned()),
            FREEZE => Can::when(self.progress(shared).is_some(), || shared.word(W::NoProgramme).to_owned()),
            _ => Can::NotHere,
        }
    }

    fn run(&mut self, what: &'static str, shared: &Shared) -> Option<Vec<Effect>> {
        match what {
            id::UP => self.step(-1, shared),
            id::DOWN => self.step(1, shared),
            id::PAGE_UP | id::PREVIOUS_PANE => self.turn_section(false, shared),
            id::PAGE_DOWN | id::NEXT_PANE => self.turn_section(true, shared),
            id::FIRST => (self.section, self.at[0]) = (0, 0),
            id::LAST => (self.section, self.at[3]) = (3, self.burdens.len().saturating_sub(1)),
            id::OPEN => return Some(self.opens(shared).map(Effect::Open).into_iter().collect()),
            FREEZE => return Some(vec![self.freeze_form(shared)?]),
            AGENCIES => {
                self.then = if self.then.is_none() { Some(Self::find_then(shared)) } else { None };
                let word = if self.then.is_some() { W::AgenciesThen } else { W::AgenciesNow };
                return Some(vec![Effect::Say(Sign::Info, shared.word(word).to_owned())]);
            }
            _ => return None,
        }
        self.follow(shared);
        if matches!(what, id::UP | id::DOWN) && SECTIONS[self.section] == Section::Targets {
            self.find_trend(shared);
        }
        Some(Vec::new())
    }

    fn clicked(&mut self, hit: &Hit, shared: &Shared) -> bool {
        let Hit::Row(row) = hit else { return false };
        let (section, at) = (row / 1000, row % 1000);
        let again = (section, at) == (self.section, self.at[self.section]);
        if section < SECTIONS.len() {
            self.section = section;
            self.at[section] = at;
            self.follow(shared);
        }
        again
    }

    fn turn(&mut self, tab: usize, shared: &Shared) -> Vec<Effect> {
        if let Some(programme) = shared.world.snapshot.programmes.get(tab) {
            self.programme.clone_from(&programme.code);
            shared.programme.borrow_mut().clone_from(&programme.code);
            (self.section, self.at, self.target) = (0, [0; 4], 0);
            self.find_trend(shared);
            self.find_book(shared);
        }
        Vec::new()
    }

    fn command_line(&self, shared: &Shared) -> Option<String> {
        let then = if self.then.is_some() { " --agencies then" } else { "" };
        let programme = shell_words::quote(&self.programme);
        Some(shared.command_line(&format!("progress --programme {programme} --by agency{then}")))
    }
}
