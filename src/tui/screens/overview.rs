//! The overview of a programme: gauges on one scale, the trend, agencies by what they lack, what is late, the largest burdens. Every line opens
//! where it can be mended.

use crate::model::{Fraction, Stage};
use crate::reform::{BaselineState, Debt, GroupProgress, Progress, TargetProgress, owes, progress};
use crate::text::width::{cut, left, middle, right, width, wrap};
use crate::text::{date, number};
use crate::tui::command::{Can, Command, Group, command, id};
use crate::tui::layers::{Field, Form, Refusal};
use crate::tui::place::Place;
use crate::tui::screen::{After, Around, Detail, Effect, Entry, Hit, Loader, Screen, Shared, Verb};
use crate::tui::widgets::gauge::{Gauge, bar};
use crate::tui::widgets::grid::millions_of;
use crate::tui::widgets::window;
use crate::tui::world::Touch;
use crate::view::{dong, short_amount, short_percent};
use crate::words::screen::ScreenWord as W;
use crate::words::valid::ValidWord;
use crate::words::{Message, Result, capital};
use jiff::ToSpan;
use jiff::civil::Date;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::Block;
use std::cell::Cell;

const FREEZE: &str = "overview.freeze";

const COMMANDS: &[Command] = &[command(FREEZE, &[], W::DoFreeze, Group::Change, 0)];

pub(in crate::tui) const ENTRY: Entry = Entry {
    name: "overview",
    title: W::Overview,
    listed: true,
    under: "overview",
    commands: COMMANDS,
    open: |place, shared| Box::new(Overview::new(place, shared)),
    count: |shared| {
        let behind = |p: &Progress| p.targets.iter().filter(|target| !target.total.at(Stage::InForce).met).count();
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
    annual: Fraction,
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
    /// What is in force at the end of each month, in percent of the baseline, of the target in hand.
    trend: Vec<(Date, Option<Fraction>)>,
    /// Regulations with a sheet of assumptions alone, and with a sheet.
    assumed: (usize, usize),
    tops: [Cell<usize>; 4],
}

impl Overview {
    fn new(place: &Place, shared: &Shared) -> Self {
        let first = shared.world.programme(shared.today).map(|p| p.code.clone()).unwrap_or_default();
        let known = shared.world.snapshot.programmes.iter().any(|p| p.code == place.tab);
        Self {
            programme: if known { place.tab.clone() } else { first },
            section: 0,
            at: [0; 4],
            target: 0,
            late: Vec::new(),
            soon: 0,
            burdens: Vec::new(),
            trend: Vec::new(),
            assumed: (0, 0),
            tops: Default::default(),
        }
    }

    fn progress<'s>(&self, shared: &'s Shared) -> Option<&'s Progress> {
        let all = shared.world.progress(shared.today);
        all.iter().find(|p| p.programme.code == self.programme).or_else(|| all.first())
    }

    /// The agencies by what they lack in force, the most first.
    fn agencies<'s>(&self, shared: &'s Shared) -> Vec<&'s GroupProgress> {
        let Some(target) = self.target_in_hand(shared) else { return Vec::new() };
        let mut groups: Vec<&GroupProgress> = target.groups.iter().filter(|g| !g.baseline.is_zero()).collect();
        let missing = |g: &GroupProgress, stage| g.at(stage).missing();
        groups.sort_by_key(|g| std::cmp::Reverse((missing(g, Stage::InForce), missing(g, Stage::Planned))));
        groups
    }

    fn target_in_hand<'s>(&self, shared: &'s Shared) -> Option<&'s TargetProgress> {
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
        let debts = owes(&from.workspace.ledger()?, shared.today);
        let soon = shared.today.checked_add(42.days()).unwrap_or(shared.today);
        self.soon = debts.iter().filter(|d| !d.is_late() && d.due.is_some_and(|due| due <= soon)).count();
        self.late = debts.into_iter().filter(Debt::is_late).collect();
        self.late.sort_by_key(|debt| std::cmp::Reverse(debt.days_late));
        let subjects = &shared.world.snapshot.live.subjects;
        let mut costed: Vec<_> = subjects.iter().filter(|subject| subject.has_sheet).collect();
        let total = costed.iter().fold(Fraction::ZERO, |sum, subject| sum.more(subject.annual));
        let codes: Vec<&str> = costed.iter().map(|subject| subject.code.as_str()).collect();
        self.assumed = (from.workspace.assumed_sheets(&codes)?.len(), costed.len());
        costed.sort_by_key(|subject| std::cmp::Reverse(subject.annual));
        let mut running = Fraction::ZERO;
        self.burdens = costed
            .into_iter()
            .take(LARGEST)
            .filter(|subject| !subject.annual.is_zero())
            .map(|subject| {
                running = running.more(subject.annual);
                let measures = shared.world.snapshot.measures.iter().filter(|m| m.regulation == subject.code).count();
                let share = running.times(Fraction::whole(100)).and_then(|part| part.over(total));
                Burden { code: subject.code.clone(), annual: subject.annual, measures, running: share }
            })
            .collect();
        for (n, section) in SECTIONS.iter().enumerate() {
            self.at[n] = self.at[n].min(self.rows(*section, shared).saturating_sub(1));
        }
        self.find_trend(shared);
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
            _ => return None,
        }
        self.follow(shared);
        if matches!(what, id::UP | id::DOWN) && SECTIONS[self.section] == Section::Targets {
            self.find_trend(shared);
        }
        Some(Vec::new())
    }

    fn turn(&mut self, tab: usize, shared: &Shared) -> Vec<Effect> {
        if let Some(programme) = shared.world.snapshot.programmes.get(tab) {
            self.programme.clone_from(&programme.code);
            (self.section, self.at, self.target) = (0, [0; 4], 0);
            self.find_trend(shared);
        }
        Vec::new()
    }

    fn command_line(&self, shared: &Shared) -> Option<String> {
        Some(shared.command_line(&format!("progress {} --by agency", shell_words::quote(&self.programme))))
    }
}

impl Overview {
    /// The line in hand in words: a figure with its unit, period, baseline and stage.
    fn said(&self, shared: &Shared) -> Option<(String, String)> {
        let (lang, at) = (shared.lang, self.at[self.section]);
        let percent = |value: Option<Fraction>| value.map_or_else(|| "–".to_owned(), |p| short_percent(p, lang));
        match SECTIONS[self.section] {
            Section::Targets => {
                let target = self.progress(shared)?.targets.get(at)?;
                let (metric, now) = (target.target.metric, target.total.at(Stage::InForce));
                let title = format!("{} ≥ {}", capital(metric.short(lang)), short_percent(target.target.percent, lang));
                let unit = metric.unit().short(lang);
                if now.percent.is_none() {
                    return Some((title, shared.word(W::NothingToCut).to_owned()));
                }
                let figure = |value| short_amount(metric, value, lang);
                let text = W::TargetSaid.with(
                    lang,
                    &[
                        &figure(now.achieved),
                        &unit,
                        &percent(now.percent),
                        &figure(now.needed),
                        &number::whole(now.missing(), lang),
                        &percent(target.total.at(Stage::Planned).percent),
                    ],
                );
                Some((title, text))
            }
            Section::Agencies => {
                let group = *self.agencies(shared).get(at)?;
                let target = self.target_in_hand(shared)?;
                let now = group.at(Stage::InForce);
                let unit = target.target.metric.unit().short(lang);
                let text = W::AgencySaid.with(
                    lang,
                    &[
                        &short_amount(target.target.metric, group.baseline, lang),
                        &unit,
                        &percent(now.percent),
                        &number::whole(now.missing(), lang),
                        &percent(group.at(Stage::Planned).percent),
                    ],
                );
                Some((agency_name(group, shared), text))
            }
            Section::Late => {
                let debt = self.late.get(at)?;
                let due = debt.due.map(|day| date::short(day, lang)).unwrap_or_default();
                let person = debt.person.clone().unwrap_or_else(|| shared.word(W::NobodyYet).to_owned());
                Some((debt.code.clone(), W::LateSaid.with(lang, &[&debt.what.text(lang), &due, &person])))
            }
            Section::Burdens => {
                let burden = self.burdens.get(at)?;
                let text = W::BurdenSaid
                    .with(lang, &[&shared.world.name(&burden.code), &dong(burden.annual, lang), &burden.measures]);
                Some((burden.code.clone(), text))
            }
        }
    }

    fn draw_narrow(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect, progress: &Progress) {
        let cells = usize::from(area.width);
        let mut y = area.y;
        for (n, section) in SECTIONS.iter().enumerate() {
            let left_rows = usize::from(area.bottom().saturating_sub(y));
            if left_rows < 2 {
                break;
            }
            let rows = self.rows(*section, shared);
            if *section == Section::Late && rows == 0 {
                continue;
            }
            let head = Rect { y, height: 1, ..area };
            frame.render_widget(self.head(*section, shared, progress, cells), head);
            y += 1;
            let last = *section == Section::Burdens;
            let room = if last { left_rows - 1 } else { narrow(*section).min(left_rows - 1) };
            let body = Rect { y, height: u16::try_from(room.min(rows)).unwrap_or(0), ..area };
            self.lines(n, shared, frame, body);
            y += body.height;
            if *section == Section::Targets && usize::from(area.bottom().saturating_sub(y)) > 9 {
                frame.render_widget(self.spark(shared, cells), Rect { y, height: 1, ..area });
                y += 1;
            }
        }
    }

    fn draw_wide(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect, progress: &Progress) {
        let targets = self.rows(Section::Targets, shared);
        let high = u16::try_from(targets + 1).unwrap_or(3).min(area.height / 3);
        let top = Rect { height: high, ..area };
        frame
            .render_widget(self.head(Section::Targets, shared, progress, area.width.into()), Rect { height: 1, ..top });
        self.lines(0, shared, frame, Rect { y: top.y + 1, height: top.height - 1, ..top });
        let rest = Rect { y: top.bottom(), height: area.height - top.height, ..area };
        let (half, upper) = (rest.width / 2, rest.height / 2);
        let cell = |right: bool, low: bool| Rect {
            x: rest.x + if right { half } else { 0 },
            y: rest.y + if low { upper } else { 0 },
            width: if right { rest.width - half } else { half },
            height: if low { rest.height - upper } else { upper },
        };
        self.pane(None, shared, frame, cell(false, false), progress);
        self.pane(Some(1), shared, frame, cell(true, false), progress);
        self.pane(Some(2), shared, frame, cell(false, true), progress);
        self.pane(Some(3), shared, frame, cell(true, true), progress);
    }

    /// A pane of the wide overview: a section, or the trend.
    fn pane(&self, section: Option<usize>, shared: &Shared, frame: &mut Frame<'_>, area: Rect, progress: &Progress) {
        let focus = section == Some(self.section);
        let title = match section {
            Some(n) => self.title(SECTIONS[n], shared, progress),
            None => shared.word(W::TrendTitle).to_owned(),
        };
        let mut block = Block::bordered().title(cut(&format!(" {title} "), usize::from(area.width).saturating_sub(4)));
        if focus {
            block = block.border_type(ratatui::widgets::BorderType::Thick).border_style(shared.theme.title());
        }
        let inside = block.inner(area);
        frame.render_widget(block, area);
        match section {
            Some(n) => {
                let hint = (focus && inside.height > 4).then(|| self.said(shared)).flatten();
                let text: Vec<String> =
                    hint.map(|(_, text)| wrap(&text, inside.width.saturating_sub(2).into())).unwrap_or_default();
                let high = u16::try_from(text.len().min(3)).unwrap_or(0);
                let body = Rect { height: inside.height - high, ..inside };
                self.lines(n, shared, frame, body);
                let lines: Vec<Line<'_>> = text
                    .into_iter()
                    .take(3)
                    .map(|line| Line::styled(format!(" {line}"), shared.theme.faint()))
                    .collect();
                frame.render_widget(Text::from(lines), Rect { y: body.bottom(), height: high, ..inside });
            }
            None => self.chart(shared, frame, inside),
        }
    }

    fn title(&self, section: Section, shared: &Shared, _progress: &Progress) -> String {
        let lang = shared.lang;
        match section {
            Section::Targets => shared.word(W::TargetsTitle).to_owned(),
            Section::Agencies => {
                let unit = self.target_in_hand(shared).map_or("", |target| target.target.metric.unit().short(lang));
                W::AgenciesTitle.with(lang, &[&unit])
            }
            Section::Late => W::LateTitle.with(lang, &[&self.late.len(), &self.soon]),
            Section::Burdens => {
                let last = self.burdens.iter().rev().find_map(|burden| burden.running);
                let share = last.map_or_else(|| "–".to_owned(), |share| short_percent(share, lang));
                W::BurdensTitle.with(lang, &[&self.burdens.len(), &share])
            }
        }
    }

    fn head(&self, section: Section, shared: &Shared, progress: &Progress, cells: usize) -> Line<'static> {
        let theme = shared.theme;
        if section == Section::Targets {
            let stages =
                [W::InForceShort, W::ApprovedShort, W::PlannedShort].map(|word| right(shared.word(word), FIGURE));
            let legend = format!(
                " █ {} ▓ {} ░ {} │ {}",
                shared.word(W::InForceShort),
                shared.word(W::ApprovedShort),
                shared.word(W::PlannedShort),
                shared.word(W::TargetShort)
            );
            let tail = stages.concat();
            let room = cells.saturating_sub(width(&tail));
            return Line::from(vec![
                Span::styled(left(&legend, room), theme.faint()),
                Span::styled(tail, theme.heading()),
            ]);
        }
        let title = format!("─ {} ", self.title(section, shared, progress));
        let fill = "─".repeat(cells.saturating_sub(width(&title)));
        Line::from(vec![Span::styled(cut(&title, cells), theme.heading()), Span::styled(fill, theme.faint())])
    }

    fn lines(&self, n: usize, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let section = SECTIONS[n];
        let count = self.rows(section, shared);
        let seen = window(self.tops[n].get(), self.at[n], count, area.height.into());
        self.tops[n].set(seen.start);
        let cells = usize::from(area.width);
        let scale = Gauge::scale(self.gauges(shared));
        let mut lines = Vec::new();
        for (y, at) in seen.clone().enumerate() {
            if y >= usize::from(area.height) || count == 0 {
                break;
            }
            let in_hand = n == self.section && at == self.at[n];
            shared.hit(Rect { y: area.y + y as u16, height: 1, ..area }, Hit::Row(n * 1000 + at));
            let mut line = match section {
                Section::Targets => self.target_line(at, shared, cells, scale),
                Section::Agencies => self.agency_line(at, shared, cells),
                Section::Late => self.late_line(at, shared, cells),
                Section::Burdens => self.burden_line(at, shared, cells),
            };
            line.spans.insert(0, Span::raw(if in_hand { "▶" } else { " " }));
            if in_hand {
                line = line.style(shared.theme.hand());
            }
            lines.push(line);
        }
        if count == 0 {
            let word = if section == Section::Late { W::NothingLate } else { W::NothingHere };
            lines.push(Line::styled(format!(" {}", shared.word(word)), shared.theme.faint()));
        }
        frame.render_widget(Text::from(lines), area);
    }

    fn gauges<'s>(&'s self, shared: &'s Shared) -> impl Iterator<Item = Gauge> + 's {
        let targets = self.progress(shared).map(|p| p.targets.as_slice()).unwrap_or_default();
        targets.iter().map(|target| gauge(&target.total, target.target.percent))
    }

    fn target_line(&self, at: usize, shared: &Shared, cells: usize, scale: Fraction) -> Line<'static> {
        let Some(target) = self.progress(shared).and_then(|p| p.targets.get(at)) else { return Line::default() };
        let lang = shared.lang;
        let figures = [Stage::InForce, Stage::Approved, Stage::Planned].map(|stage| {
            let share = target.total.at(stage).percent.map_or_else(|| "–".to_owned(), |p| short_percent(p, lang));
            right(&share, FIGURE)
        });
        let name_cells = (cells * 2 / 5).clamp(18, 44);
        let name = capital(target.target.metric.short(lang));
        let name =
            if cells < 100 { name } else { format!("{name} ≥ {}", short_percent(target.target.percent, lang)) };
        let room = cells.saturating_sub(name_cells + FIGURE * 3 + 2);
        let mut spans = vec![Span::raw(left(&name, name_cells))];
        if target.total.at(Stage::InForce).percent.is_none() {
            spans.push(Span::styled(left(shared.word(W::NothingToCutShort), room), shared.theme.faint()));
        } else {
            spans.extend(gauge(&target.total, target.target.percent).spans(scale, room, shared.theme));
        }
        spans.push(Span::raw(figures.concat()));
        Line::from(spans)
    }

    fn agency_line(&self, at: usize, shared: &Shared, cells: usize) -> Line<'static> {
        let groups = self.agencies(shared);
        let Some((group, target)) = groups.get(at).zip(self.target_in_hand(shared)) else { return Line::default() };
        let lang = shared.lang;
        let share = group.at(Stage::InForce).percent.map_or_else(|| "–".to_owned(), |p| short_percent(p, lang));
        let gap = group.at(Stage::InForce).missing();
        let gap = if gap == 0 { "✓".to_owned() } else { W::Lacks.with(lang, &[&gap_text(gap, target, shared)]) };
        let name_cells = (cells / 3).clamp(18, 34);
        let room = cells.saturating_sub(name_cells + 9 + 22 + 2);
        let scale = Gauge::scale(groups.iter().map(|g| gauge(g, target.target.percent)).chain(self.gauges(shared)));
        let mut spans = vec![Span::raw(left(&agency_name(group, shared), name_cells))];
        spans.extend(gauge(group, target.target.percent).spans(scale, room, shared.theme));
        spans.push(Span::raw(right(&share, 9)));
        spans.push(Span::raw(right(&gap, 22)));
        Line::from(spans)
    }

    fn late_line(&self, at: usize, shared: &Shared, cells: usize) -> Line<'static> {
        let Some(debt) = self.late.get(at) else { return Line::default() };
        let agency = debt.agency.as_deref().unwrap_or_default();
        let agency = shared.world.agency(agency, shared.lang);
        let days = number::whole(debt.days_late.into(), shared.lang);
        let name_cells = (cells / 4).clamp(14, 26);
        let room = cells.saturating_sub(name_cells + 9);
        Line::from(vec![
            Span::raw(left(agency, name_cells)),
            Span::raw(left(&cut(debt.what.text(shared.lang), room.saturating_sub(1)), room)),
            Span::styled(right(&days, 7), shared.theme.warning()),
        ])
    }

    fn burden_line(&self, at: usize, shared: &Shared, cells: usize) -> Line<'static> {
        let Some(burden) = self.burdens.get(at) else { return Line::default() };
        let most = self.burdens.first().map_or(Fraction::ONE, |first| first.annual);
        let bar_cells = (cells / 6).clamp(8, 20);
        let money = millions_of(burden.annual, shared);
        let room = cells.saturating_sub(19 + bar_cells + 13 + 2);
        let name = shared.world.name(&burden.code);
        let bare = name.strip_prefix("Thủ tục ").map_or_else(|| name.to_owned(), capital);
        Line::from(vec![
            Span::raw(left(&burden.code, 19)),
            Span::raw(left(&middle(&bare, room.saturating_sub(1)), room)),
            Span::styled(left(&bar(burden.annual, most, bar_cells), bar_cells), Style::new()),
            Span::raw(right(&money, 12)),
        ])
    }

    /// The trend in one row.
    fn spark(&self, shared: &Shared, cells: usize) -> Line<'static> {
        const LEVELS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
        let Some(target) = self.target_in_hand(shared) else { return Line::default() };
        let goal = target.target.percent;
        let sign = |value: &Option<Fraction>| {
            let part = value.and_then(|v| v.times(Fraction::whole(7))).and_then(|v| v.over(goal));
            part.map_or('╳', |part| LEVELS[usize::try_from(part.round()).unwrap_or(0).min(7)])
        };
        let marks: String = self.trend.iter().map(|(_, value)| sign(value)).collect();
        let month = |at: Option<&(Date, Option<Fraction>)>| {
            at.map(|(day, _)| format!("{}/{}", day.month(), day.year() % 100)).unwrap_or_default()
        };
        let text = W::TrendRow.with(
            shared.lang,
            &[&month(self.trend.first()), &marks, &month(self.trend.last()), &short_percent(goal, shared.lang)],
        );
        Line::styled(cut(&format!(" {text}"), cells), shared.theme.faint())
    }

    /// The trend as a chart: what is in force month by month, and the line that leads to the target by its day.
    fn chart(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let Some(target) = self.target_in_hand(shared) else { return };
        if area.height < 5 || area.width < 30 || self.trend.is_empty() {
            frame.render_widget(self.spark(shared, area.width.into()), area);
            return;
        }
        let goal = target.target.percent;
        let high = usize::from(area.height - 1);
        let labels = 5;
        let months = (usize::from(area.width) - labels - 1).min(self.trend.len() * 2).max(1);
        let scale = Gauge::scale([gauge(&target.total, goal)].into_iter());
        let level = |value: Fraction| crate::tui::widgets::gauge::cells_of(value, scale, high);
        let first = self.trend.first().map_or(shared.today, |(day, _)| *day);
        let span = days(first, target.target.due).max(1);
        let mut lines: Vec<Line<'static>> = Vec::new();
        for row in (1..=high).rev() {
            let label =
                if row == level(goal).max(1) { format!("{:>4}┤", goal.round()) } else { "    │".to_owned() };
            let mut spans = vec![Span::styled(label, shared.theme.faint())];
            for x in 0..months {
                let at = x * self.trend.len() / months;
                let (day, value) = self.trend[at];
                let filled = value.map_or(0, level);
                let gone = i64::from(days(first, day)).clamp(0, i64::from(span));
                let due = goal.times(Fraction::new(gone.into(), span.into()).unwrap_or_default()).unwrap_or_default();
                spans.push(if row <= filled {
                    Span::styled("█", shared.theme.good())
                } else if row == level(due).max(1) {
                    Span::styled("┄", shared.theme.faint())
                } else {
                    Span::raw(" ")
                });
            }
            lines.push(Line::from(spans));
        }
        let month = |day: Date| format!("{}/{}", day.month(), day.year() % 100);
        let last = self.trend.last().map_or(first, |(day, _)| *day);
        let (from, to) = (month(first), month(last));
        let legend = shared.word(W::TrendLegend);
        let gap = months.saturating_sub(width(&from) + width(&to));
        lines.push(Line::styled(
            cut(&format!("     {from}{}{to}  {legend}", " ".repeat(gap)), area.width.into()),
            shared.theme.faint(),
        ));
        frame.render_widget(Text::from(lines), area);
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
        Some(form.about(vec![about]).open())
    }
}

/// Cells of a percentage.
const FIGURE: usize = 10;

fn gauge(group: &GroupProgress, target: Fraction) -> Gauge {
    let share = |stage| group.at(stage).percent.filter(|p| !p.is_negative()).unwrap_or_default();
    Gauge { in_force: share(Stage::InForce), approved: share(Stage::Approved), planned: share(Stage::Planned), target }
}

fn agency_name(group: &GroupProgress, shared: &Shared) -> String {
    match group.key.as_deref() {
        None | Some("") => shared.word(W::NoAgency).to_owned(),
        Some(code) => shared.world.agency(code, shared.lang).to_owned(),
    }
}

/// What is missing: money in millions, else whole units.
fn gap_text(gap: i128, target: &TargetProgress, shared: &Shared) -> String {
    if target.target.metric == crate::model::Metric::CostSaved {
        let value = Fraction::new(gap, 1).unwrap_or_default();
        format!("{} {}", millions_of(value, shared), shared.word(W::MillionsShort))
    } else {
        number::whole(gap, shared.lang)
    }
}

/// Days from one day to another.
fn days(from: Date, to: Date) -> i32 {
    from.until((jiff::Unit::Day, to)).map_or(0, |span| span.get_days())
}
