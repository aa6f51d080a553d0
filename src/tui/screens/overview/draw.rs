//! How the overview is drawn: panes in a wide window, sections under one another in a narrow one.

use super::{Overview, SECTIONS, Section, narrow};
use crate::model::{Fraction, Stage};
use crate::reform::{GroupProgress, Progress, TargetProgress};
use crate::text::width::{cut, left, middle, right, width, wrap};
use crate::text::{date, number};
use crate::tui::screen::{Hit, Shared};
use crate::tui::widgets::gauge::{Gauge, bar};
use crate::tui::widgets::grid::millions_of;
use crate::tui::widgets::window;
use crate::view::progress::unit;
use crate::view::{dong, short_amount, short_percent, whole};
use crate::words::counting::CountingWord;
use crate::words::screen::ScreenWord as W;
use crate::words::{Message, capital};
use jiff::civil::Date;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::Block;

impl Overview {
    /// The line in hand in words: a figure with its unit, period, baseline and stage.
    pub(super) fn said(&self, shared: &Shared) -> Option<(String, String)> {
        let (lang, at) = (shared.lang, self.at[self.section]);
        let percent = |value: Option<Fraction>| value.map_or_else(|| "–".to_owned(), |p| short_percent(p, lang));
        match SECTIONS[self.section] {
            Section::Targets => {
                let target = self.progress(shared)?.targets.get(at)?;
                let (metric, now) = (target.target.metric, target.total.at(Stage::InForce));
                let title = format!("{} ≥ {}", capital(metric.short(lang)), short_percent(target.target.percent, lang));
                let unit = metric.unit().short(lang);
                if now.percent.is_none() {
                    let waiting = self.waits_for_count(metric, shared).map(|many| number::whole(many as i128, lang));
                    let why = waiting.map(|many| W::CountsMissing.with(lang, &[&many]));
                    return Some((title, why.unwrap_or_else(|| shared.word(W::NothingToCut).to_owned())));
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
                Some((agency_name(group, shared), format!("{}{text}", self.book_said(group.key.as_deref(), shared))))
            }
            Section::Late => {
                let debt = self.late.get(at)?;
                let due = debt.due.map(|day| date::short(day, lang)).unwrap_or_default();
                let person = debt.person.clone().unwrap_or_else(|| shared.word(W::NobodyYet).to_owned());
                Some((debt.code.clone(), W::LateSaid.with(lang, &[&debt.what.text(lang), &due, &person])))
            }
            Section::Burdens => {
                let burden = self.burdens.get(at)?;
                let said = if self.once { W::BurdenOnceSaid } else { W::BurdenSaid };
                let text =
                    said.with(lang, &[&shared.world.name(&burden.code), &dong(burden.cost, lang), &burden.measures]);
                Some((burden.code.clone(), text))
            }
        }
    }

    /// What an agency has in the book of in and out, as a sentence before another; nothing where the programme keeps none.
    fn book_said(&self, agency: Option<&str>, shared: &Shared) -> String {
        let lang = shared.lang;
        let lines = self.book.iter().flat_map(|one| one.books.iter().map(move |book| (one, book)));
        let said = lines.filter_map(|(one, book)| {
            let line = book.agencies.iter().find(|line| line.agency.as_deref() == agency)?;
            let figure = |value: Fraction| number::whole(whole(value), lang);
            let (word, rest) = match line.debt.filter(|debt| !debt.is_zero()) {
                Some(debt) => (CountingWord::Owes, number::whole(debt.ceil(), lang)),
                None => (CountingWord::HasLeft, figure(line.balance)),
            };
            let unit = unit(one, book).text(lang);
            let values: [&dyn std::fmt::Display; 5] =
                [&unit, &figure(line.came), &figure(line.gone), &word.text(lang), &rest];
            Some(format!("{}. ", CountingWord::LedgerSaid.with(lang, &values)))
        });
        said.collect()
    }

    pub(super) fn draw_narrow(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect, progress: &Progress) {
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

    pub(super) fn draw_wide(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect, progress: &Progress) {
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
                let word = if self.then.is_some() { W::AgenciesThenTitle } else { W::AgenciesTitle };
                word.with(lang, &[&unit])
            }
            Section::Late => W::LateTitle.with(lang, &[&self.late.len(), &self.soon]),
            Section::Burdens => {
                let last = self.burdens.iter().rev().find_map(|burden| burden.running);
                let share = last.map_or_else(|| "–".to_owned(), |share| short_percent(share, lang));
                let word = if self.once { W::BurdensOnceTitle } else { W::BurdensTitle };
                let title = word.with(lang, &[&self.burdens.len(), &share]);
                match self.waiting {
                    0 => title,
                    waiting => title + &W::BurdensWaiting.with(lang, &[&waiting]),
                }
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
        let named = |target: &TargetProgress| {
            let name = capital(target.target.metric.short(lang));
            if cells < 100 { name } else { format!("{name} ≥ {}", short_percent(target.target.percent, lang)) }
        };
        let name = named(target);
        // As wide as the longest needs, as long as a gauge can be read beside it.
        let targets = self.progress(shared).map(|p| p.targets.as_slice()).unwrap_or_default();
        let longest = targets.iter().map(|target| width(&named(target)) + 1).max().unwrap_or(0);
        let name_cells = longest.clamp(18, cells.saturating_sub(FIGURE * 3 + 2 + GAUGE).max(18));
        let room = cells.saturating_sub(name_cells + FIGURE * 3 + 2);
        let mut spans = vec![Span::raw(left(&name, name_cells))];
        if target.total.at(Stage::InForce).percent.is_none() {
            let waits = self.waits_for_count(target.target.metric, shared).is_some();
            let word = if waits { W::CountsMissingShort } else { W::NothingToCutShort };
            spans.push(Span::styled(left(shared.word(word), room), shared.theme.faint()));
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
        let mut spans = vec![Span::raw(left(&cut(&agency_name(group, shared), name_cells - 1), name_cells))];
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
            Span::raw(left(&cut(agency, name_cells - 1), name_cells)),
            Span::raw(left(&cut(debt.what.text(shared.lang), room.saturating_sub(1)), room)),
            Span::styled(right(&days, 7), shared.theme.warning()),
        ])
    }

    fn burden_line(&self, at: usize, shared: &Shared, cells: usize) -> Line<'static> {
        let Some(burden) = self.burdens.get(at) else { return Line::default() };
        let most = self.burdens.first().map_or(Fraction::ONE, |first| first.cost);
        let bar_cells = (cells / 6).clamp(8, 20);
        let money = if self.once { dong(burden.cost, shared.lang) } else { millions_of(burden.cost, shared) };
        // Names are what burdens are known by: where there is little room a long code is cut first.
        let longest = self.burdens.iter().map(|burden| width(&burden.code)).max().unwrap_or_default();
        let code_cells = longest.min(if cells < ROOMY { 11 } else { 18 }) + 1;
        let room = cells.saturating_sub(code_cells + bar_cells + 13 + 2);
        let name = shared.world.name(&burden.code);
        let bare = name.strip_prefix("Thủ tục ").map_or_else(|| name.to_owned(), capital);
        Line::from(vec![
            Span::raw(left(&cut(&burden.code, code_cells - 1), code_cells)),
            Span::raw(left(&middle(&bare, room.saturating_sub(1)), room)),
            Span::styled(left(&bar(burden.cost, most, bar_cells), bar_cells), Style::new()),
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
        // Between the months where there is room, else behind them, whole or not at all.
        let between = gap.saturating_sub(width(legend));
        let line = if between >= 4 {
            format!("     {from}{}{legend}{}{to}", " ".repeat(between / 2), " ".repeat(between - between / 2))
        } else {
            format!("     {from}{}{to}  {legend}", " ".repeat(gap))
        };
        let fits = width(&line) <= usize::from(area.width);
        let line = if fits { line } else { format!("     {from}{}{to}", " ".repeat(gap)) };
        lines.push(Line::styled(cut(&line, area.width.into()), shared.theme.faint()));
        frame.render_widget(Text::from(lines), area);
    }
}

/// The least cells of a gauge beside the name of its target.
const GAUGE: usize = 16;

/// From so many cells on, codes stand whole beside names.
const ROOMY: usize = 76;

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
