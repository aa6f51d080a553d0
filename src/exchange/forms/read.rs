//! Reading a form: a block per procedure, wherever its table stands on a sheet; groups of work, rows, totals. Figures are taken from the
//! factors; where a printed product differs from them, that is said.

use super::figure::{self, Clock};
use super::lines::{code_in, is_numbering, mark_of, without_code, without_number};
use super::{Column, Layout, plain};
use crate::exchange::records::Problem;
use crate::exchange::records::header::titles;
use crate::exchange::tables::{Row, SourceTable, is_blank, line};
use crate::model::{ActivityGroup, Dong, Fraction};
use crate::words::form::FormWord as W;
use crate::words::{Fault, Message, Result};
use serde_json::Value;

/// The most rows of a head.
const HIGHEST: usize = 3;

/// A part of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    /// What is in force.
    #[default]
    Current,
    /// What shall be.
    Simplified,
    /// Both beside each other.
    Comparison,
}

/// A row of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormRow {
    /// Where it stands, from 1.
    pub line: usize,
    /// Its group.
    pub group: ActivityGroup,
    /// What is done.
    pub name: String,
    /// How it is done.
    pub how: String,
    /// Minutes of work for one performance.
    pub minutes: Fraction,
    /// Income per hour, đồng; nothing where the row gives none.
    pub hourly: Option<Fraction>,
    /// Outsourcing for one performance, đồng.
    pub outsourcing: Dong,
    /// Fees and other costs for one performance, đồng.
    pub charges: Dong,
    /// Performances a year; nothing where the row gives none.
    pub times: Option<Fraction>,
    /// How many comply a year; nothing where the row gives none.
    pub population: Option<i64>,
    /// The remark.
    pub note: String,
}

/// The sheet of one procedure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FormSheet {
    /// The sheet of the workbook, where it has several.
    pub sheet: Option<String>,
    /// Where its table begins, from 1.
    pub line: usize,
    /// The code of the procedure, where the form gives it.
    pub code: Option<String>,
    /// Its name, where the form gives it.
    pub name: Option<String>,
    /// Which part of the form it is.
    pub part: Part,
    /// The rows.
    pub rows: Vec<FormRow>,
}

/// A column: what it holds, for time in what it counts, and its head.
type Columns = Vec<Option<(Column, Option<Clock>, String)>>;

/// Whether one of the tables is such a form.
pub(in crate::exchange) fn is_one(tables: &[SourceTable], layout: &Layout) -> bool {
    tables.iter().any(|table| (0..table.rows.len().min(60)).any(|at| head(layout, &table.rows, at).is_some()))
}

/// The sheets of a form, and what deserves a look.
///
/// # Errors
/// Bad input, with the line: a figure that cannot be read, or in two ways; a column of time that does not say in what it counts.
pub(in crate::exchange) fn read(tables: &[SourceTable], layout: &Layout) -> Result<(Vec<FormSheet>, Vec<Problem>)> {
    let mut reading = Reading { layout, sheets: Vec::new(), problems: Vec::new() };
    for table in tables {
        reading.table(table)?;
    }
    Ok((reading.sheets, reading.problems))
}

/// The head that begins at a row, and how many rows it has.
fn head(layout: &Layout, rows: &[Row], at: usize) -> Option<(Columns, usize)> {
    // A title above the table and a row of work are no rows of its head.
    let own = rows[at].1.iter().filter(|cell| layout.column(&line(cell)).is_some()).count();
    if own < 3 {
        return None;
    }
    let mut best: Option<(usize, Columns, usize)> = None;
    for high in 1..=HIGHEST.min(rows.len() - at) {
        if rows[at + high - 1].1.iter().any(Value::is_number) {
            break;
        }
        let mut columns: Columns = Vec::new();
        for may_be in titles(&rows[at..at + high]) {
            let mut heads = may_be.iter().skip(1).chain(may_be.first());
            let found =
                heads.find_map(|head| Some((layout.column(head)?, Clock::of(&plain(&may_be[0])), may_be[0].clone())));
            columns.push(found);
        }
        let has = |key: Column| columns.iter().flatten().any(|(column, ..)| *column == key);
        let whole = has(Column::Work)
            && has(Column::Time)
            && (has(Column::Hourly) || has(Column::Charges))
            && [Column::Times, Column::Population, Column::One, Column::Annual].into_iter().any(has);
        let known = columns.iter().flatten().count();
        if whole && best.as_ref().is_none_or(|(before, ..)| *before < known) {
            best = Some((known, columns, high));
        }
    }
    best.map(|(_, columns, high)| (columns, high))
}

struct Reading<'l> {
    layout: &'l Layout,
    sheets: Vec<FormSheet>,
    problems: Vec<Problem>,
}

/// Where the reader stands in a table.
#[derive(Default)]
struct Block {
    columns: Columns,
    sheet: FormSheet,
    group: Option<ActivityGroup>,
    /// Whether a line without figures named a group; then the numbers of rows tell none.
    named: bool,
    /// Sums of the rows since the head: cost of one performance, cost per year.
    sums: [Option<Fraction>; 2],
    /// How many đồng a line above the table says that its sums count in; nothing where none does.
    unit: Option<i64>,
}

impl Reading<'_> {
    fn table(&mut self, table: &SourceTable) -> Result<()> {
        let mut block = Block { sheet: self.begin(table), sums: [Some(Fraction::ZERO); 2], ..Block::default() };
        block.sheet.code = table.name.as_deref().and_then(code_in);
        block.sheet.part = table.name.as_deref().and_then(|name| self.layout.part(name)).unwrap_or_default();
        let mut at = 0;
        while at < table.rows.len() {
            let (number, cells) = &table.rows[at];
            if let Some((columns, high)) = head(self.layout, &table.rows, at) {
                self.open(&mut block, columns, *number)?;
                at += high;
                continue;
            }
            at += 1;
            self.row(&mut block, table, *number, cells)?;
        }
        self.finish(&mut block);
        Ok(())
    }

    fn begin(&self, table: &SourceTable) -> FormSheet {
        FormSheet { sheet: table.name.clone(), ..FormSheet::default() }
    }

    /// A head begins a block, unless it only repeats that of the page before.
    fn open(&mut self, block: &mut Block, mut columns: Columns, line: usize) -> Result<()> {
        let mut seen = Vec::new();
        let mut cut = None;
        for (at, (column, ..)) in columns.iter().enumerate().filter_map(|(at, column)| Some((at, column.as_ref()?))) {
            let once = matches!(column, Column::Hourly | Column::Times | Column::Population | Column::Annual);
            if once && seen.contains(column) {
                cut = Some(at);
                break;
            }
            seen.push(*column);
        }
        if let Some(cut) = cut {
            let first = columns[..cut].iter().position(Option::is_some).unwrap_or(0);
            let from = columns[cut].as_ref().map(|(.., head)| head.clone()).unwrap_or_default();
            self.note(block, line, W::SecondSet.said(&[&from]));
            // The second set begins where its first column, that of time, stands.
            let time = (first..cut).rev().find(|at| matches!(columns[*at], Some((Column::Time, ..))) && *at + 1 == cut);
            columns.truncate(time.unwrap_or(cut));
        }
        for (column, clock, head) in columns.iter().flatten() {
            if let Some(unit) = figure::unit(head).filter(|_| column.is_money()) {
                self.note(block, line, W::ColumnCountedIn.said(&[head, &unit]));
            }
            if *column == Column::Time && clock.is_none() {
                let fault = Fault::input(W::NoClock.said(&[head])).hint(W::NoClockHint.said(&[]));
                return Err(placed(fault, block, line));
            }
        }
        if block.columns.is_empty() {
            block.sheet.line = line;
        }
        block.columns = columns;
        Ok(())
    }

    /// Keeps the block that is over, and begins the next of the same procedure.
    fn finish(&mut self, block: &mut Block) {
        let next = FormSheet { line: 0, rows: Vec::new(), ..block.sheet.clone() };
        let done = std::mem::replace(&mut block.sheet, next);
        if !done.rows.is_empty() {
            self.sheets.push(done);
        }
        (block.group, block.named, block.sums) = (None, false, [Some(Fraction::ZERO); 2]);
    }

    fn row(&mut self, block: &mut Block, table: &SourceTable, number: usize, cells: &[Value]) -> Result<()> {
        let mut texts: Vec<String> = Vec::new();
        for text in cells.iter().filter(|cell| !is_blank(cell)).map(line) {
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        let whole = texts.join(" ");
        if is_numbering(&texts) {
            return Ok(());
        }
        if let Some(unit) =
            figure::unit(&whole).filter(|_| plain(&whole).starts_with("don vi") || plain(&whole).starts_with("dvt"))
        {
            block.unit = Some(unit);
            self.note(block, number, W::CountedIn.said(&[&unit]));
            return Ok(());
        }
        if let Some((code, name)) = self.procedure(&whole, &texts, block.columns.is_empty()) {
            if code.is_some() && name.is_none() && block.sheet.rows.is_empty() && block.sheet.code.is_none() {
                block.sheet.code = code;
            } else {
                self.finish(block);
                (block.sheet.code, block.sheet.name, block.sheet.part) = (code, name, Part::Current);
            }
            return Ok(());
        }
        let in_table = !block.columns.is_empty();
        let figures = if in_table { Figures::read(block, table, number, cells)? } else { Figures::default() };
        if !figures.is_any() {
            let total =
                texts.iter().any(|text| ["tong", "cong"].iter().any(|w| plain(text).split(' ').next() == Some(w)));
            if total && in_table {
                self.hold_total(block, number, &figures);
            } else if let Some(group) = texts.iter().find_map(|text| self.layout.opens(without_number(text))) {
                (block.group, block.named) = (Some(group), true);
            } else if let Some(part) = self.layout.part(&whole).filter(|_| texts.len() < 3) {
                self.finish(block);
                block.sheet.part = part;
            } else if in_table && !figures.work.is_empty() && !figures.number.is_empty() {
                self.note(block, number, W::NoFigures.said(&[&figures.work]));
            }
            return Ok(());
        }
        if block.sheet.line == 0 {
            block.sheet.line = number;
        }
        self.take(block, number, figures);
        Ok(())
    }

    /// The procedure that a line names: its code, its name.
    fn procedure(&self, whole: &str, texts: &[String], above: bool) -> Option<(Option<String>, Option<String>)> {
        let code = code_in(whole);
        let after = |labels: &[String]| {
            let folded = plain(whole);
            let label = labels.iter().map(|label| plain(label)).filter(|label| {
                folded.strip_prefix(label.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            });
            let words = label.max_by_key(String::len)?.split(' ').count();
            let rest: Vec<&str> = without_number(whole).split_whitespace().skip(words).collect();
            Some((words, rest.join(" ")))
        };
        // A label stands before a colon, or in a cell of its own.
        let labelled = whole.contains(':') || texts.len() > 1;
        let (named, coded) = (after(&self.layout.procedure), after(&self.layout.code));
        match (named, coded) {
            (named, Some((words, _))) if code.is_some() && named.as_ref().is_none_or(|(fewer, _)| *fewer <= words) => {
                Some((code, None))
            }
            (Some((_, rest)), _) if code.is_some() || labelled && above => {
                let name = without_code(&rest);
                Some((code, Some(name).filter(|name| !name.is_empty())))
            }
            _ if code.is_some() && (above || texts.len() == 1) => {
                let name = without_code(without_number(whole));
                Some((code, Some(name).filter(|name| name.chars().any(char::is_alphabetic))))
            }
            _ => None,
        }
    }

    fn take(&mut self, block: &mut Block, number: usize, figures: Figures) {
        let opened = self.layout.opens(without_number(&figures.work));
        let mark = figures.number.clone();
        let mark = if mark.is_empty() { mark_of(&figures.work).to_owned() } else { mark };
        let parts: Vec<&str> = mark.trim_end_matches('.').split('.').collect();
        let nth = |text: &str| {
            text.parse::<usize>().ok().and_then(|n| self.layout.groups.get(n.checked_sub(1)?)).map(|g| g.key)
        };
        let by_number = parts.first().filter(|_| parts.len() > 1 && !block.named).and_then(|first| nth(first));
        // A group of one row may stand in its own line: `3 | Nộp phí, lệ phí | 0,1 | …`.
        let own = parts.len() == 1 && parts[0].parse::<usize>().is_ok();
        if let Some(group) =
            opened.filter(|group| parts.len() < 2 && (!block.named || own && nth(parts[0]) == Some(*group)))
        {
            block.group = Some(group);
        }
        let group = by_number.or(block.group).or(opened).unwrap_or_else(|| {
            self.note(block, number, W::NoGroup.said(&[&figures.work]));
            ActivityGroup::Other
        });
        let row = FormRow {
            line: number,
            group,
            // Where the number has a cell of its own, what stands before the words is of the name.
            name: if figures.number.is_empty() { without_number(&figures.work) } else { &figures.work }.to_owned(),
            how: figures.how.clone(),
            minutes: figures.minutes.unwrap_or_default(),
            hourly: figures.hourly,
            outsourcing: figures.outsourcing.unwrap_or_default(),
            charges: figures.charges.unwrap_or_default(),
            times: figures.times,
            population: figures.population,
            note: figures.note.clone(),
        };
        self.hold(block, &row, &figures);
        block.sheet.rows.push(row);
    }

    /// Holds the printed products of a row against its factors.
    fn hold(&mut self, block: &mut Block, row: &FormRow, figures: &Figures) {
        let hours = row.minutes.over(Fraction::whole(60));
        let labour = hours.and_then(|hours| hours.times(row.hourly.unwrap_or_default()));
        let external = Fraction::whole(row.outsourcing).plus(Fraction::whole(row.charges));
        let one = labour.and_then(|labour| labour.plus(external?));
        let often = row.times.unwrap_or(Fraction::ONE).times(Fraction::whole(row.population.unwrap_or(1)));
        let annual = one.and_then(|one| one.times(often?));
        for (sum, value) in block.sums.iter_mut().zip([one, annual]) {
            *sum = sum.and_then(|sum| sum.plus(value?));
        }
        // A time with decimals may be printed rounded in its last digit; a product may be rounded to whole đồng.
        let slack = figures.slack.and_then(|hours| hours.times(row.hourly.unwrap_or_default())).unwrap_or_default();
        let half = Fraction::new(1, 2).unwrap_or_default();
        let more = |value: Option<Fraction>| value.and_then(|value| value.plus(half)).unwrap_or(half);
        self.differs(block, row.line, Column::One, figures.one, one, more(Some(slack)));
        // The cost of one performance may have been rounded before it was multiplied.
        let often = often.unwrap_or_default();
        self.differs(
            block,
            row.line,
            Column::Annual,
            figures.annual,
            annual,
            more(slack.plus(half).and_then(|s| s.times(often))),
        );
    }

    fn hold_total(&mut self, block: &Block, number: usize, figures: &Figures) {
        let rows = i64::try_from(block.sheet.rows.len()).unwrap_or(i64::MAX);
        let slack = Fraction::whole(rows.saturating_add(1));
        self.differs(block, number, Column::One, figures.one, block.sums[0], slack);
        self.differs(block, number, Column::Annual, figures.annual, block.sums[1], slack);
    }

    fn differs(
        &mut self,
        block: &Block,
        number: usize,
        column: Column,
        printed: Option<Fraction>,
        computed: Option<Fraction>,
        slack: Fraction,
    ) {
        let (Some(printed), Some(computed)) = (printed, computed) else { return };
        if printed.apart(computed) <= slack {
            return;
        }
        let head =
            block.columns.iter().flatten().find(|(one, ..)| *one == column).map_or("", |(.., head)| head.as_str());
        let shown = |value: Fraction| move |lang| crate::text::number::whole(value.round(), lang);
        let said = W::Differs.said_by(|lang| vec![head.to_owned(), shown(printed)(lang), shown(computed)(lang)]);
        self.note(block, number, said);
    }

    fn note(&mut self, block: &Block, line: usize, said: crate::words::Said) {
        let code = block.sheet.code.clone();
        self.problems.push(Problem { sheet: block.sheet.sheet.clone(), line, code, said });
    }
}

/// What the cells of a row say.
#[derive(Debug, Default)]
struct Figures {
    number: String,
    work: String,
    how: String,
    note: String,
    minutes: Option<Fraction>,
    hourly: Option<Fraction>,
    outsourcing: Option<Dong>,
    charges: Option<Dong>,
    times: Option<Fraction>,
    population: Option<i64>,
    one: Option<Fraction>,
    annual: Option<Fraction>,
    /// How far the printed time may be from the one that was meant, hours.
    slack: Option<Fraction>,
}

impl Figures {
    fn read(block: &Block, table: &SourceTable, number: usize, cells: &[Value]) -> Result<Self> {
        let mut found = Self::default();
        for (at, column) in block.columns.iter().enumerate() {
            let (Some((column, clock, head)), cell) = (column, cells.get(at).unwrap_or(&Value::Null)) else { continue };
            let bad = |text: String| {
                let fault = Fault::input(W::BadFigure.said(&[head, &text])).hint(W::BadFigureHint.said(&[]));
                placed(fault, block, number)
            };
            let is_factor = !matches!(column, Column::One | Column::Annual);
            if is_blank(cell) {
                if is_factor && table.formulas.contains(&(number, at)) {
                    let fault = Fault::input(W::NoValue.said(&[head])).hint(W::NoValueHint.said(&[]));
                    return Err(placed(fault, block, number));
                }
                continue;
            }
            let unit = figure::unit(head).or(block.unit).filter(|_| column.is_money()).unwrap_or(1);
            let money = |value: Fraction| value.times(Fraction::whole(unit)).ok_or_else(|| line(cell));
            let rate = || figure::money(cell).and_then(|value| value.map(money).transpose());
            let dong = |sum: Option<Dong>| -> Result<Option<Dong>> {
                let read = if unit == 1 { figure::number(cell, true) } else { rate() };
                let Some(value) = read.map_err(bad)? else { return Ok(sum) };
                let whole = i64::try_from(value.numerator()).ok().filter(|_| value.is_whole() && !value.is_negative());
                let whole = whole.ok_or_else(|| bad(line(cell)))?;
                Ok(Some(sum.unwrap_or(0).saturating_add(whole)))
            };
            let positive = |value: Option<Fraction>| match value {
                Some(value) if value.is_negative() => Err(bad(line(cell))),
                value => Ok(value),
            };
            match column {
                Column::Number => found.number = line(cell),
                Column::Work => found.work = line(cell),
                Column::How => found.how = line(cell),
                Column::Note => found.note = line(cell),
                Column::Time => {
                    let minutes = positive(figure::minutes(cell, *clock).map_err(bad)?)?;
                    found.slack = last_digit(cell).filter(|_| *clock == Some(Clock::Hours));
                    found.minutes = match (found.minutes, minutes) {
                        (Some(before), Some(more)) => before.plus(more),
                        (before, more) => more.or(before),
                    };
                }
                Column::Hourly => found.hourly = positive(rate().map_err(bad)?)?,
                Column::Outsourcing => found.outsourcing = dong(found.outsourcing)?,
                Column::Charges => found.charges = dong(found.charges)?,
                Column::Times => found.times = positive(figure::number(cell, false).map_err(bad)?)?,
                Column::Population => found.population = dong(None)?,
                // What a form computes wrongly, or in words, is no reason to refuse its factors.
                Column::One => found.one = rate().unwrap_or(None),
                Column::Annual => found.annual = rate().unwrap_or(None),
            }
        }
        Ok(found)
    }

    /// Whether the row gives a figure of work or of what is paid.
    fn is_any(&self) -> bool {
        !self.work.is_empty() && (self.minutes.is_some() || self.outsourcing.is_some() || self.charges.is_some())
    }
}

/// Half of the last digit of a number that may have been rounded: one with two to four decimals (`0,17` hours are ten minutes).
fn last_digit(cell: &Value) -> Option<Fraction> {
    let text = line(cell);
    let decimals = text.split_once(['.', ',']).map_or(0, |(_, decimals)| decimals.trim().len());
    if !(2..=4).contains(&decimals) {
        return None;
    }
    Fraction::new(1, 10_i128.checked_pow(u32::try_from(decimals).ok()?)?.checked_mul(2)?)
}

fn placed(fault: Fault, block: &Block, line: usize) -> Fault {
    let fault = fault.at_line(line);
    match &block.sheet.sheet {
        Some(sheet) => fault.because(format!("[{sheet}]")),
        None => fault,
    }
}
