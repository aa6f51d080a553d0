//! `cost check`: figures to question, each with its reason; and tables of others whose printed figures do not multiply.

use super::Answer;
use super::args::CostCheckArgs;
use super::context::Context;
use super::cost_edit::unknown;
use super::nouns::not_found;
use crate::cost::Rates;
use crate::cost::check::{CheckRules, Checked, Doubt, Question, Severity, check_printed, questions};
use crate::exchange::checks;
use crate::model::{Activity, Fraction, Kind, Parameter, Procedure};
use crate::view::filter::{Condition, keep_those};
use crate::view::{Cell, Format, Table, declare};
use crate::words::check::CheckWord as W;
use crate::words::{Fault, Message, Result, Said};
use std::collections::{BTreeSet, HashMap};
use std::path::Path;

/// How many places a line shows that stands for many.
const SHOWN_PLACES: usize = 3;

/// Runs `cost check`.
pub(super) fn run(context: &Context, args: &CostCheckArgs) -> Result<Answer> {
    let rules = checks::rules(args.rules.as_deref())?;
    if let Some(path) = &args.printed {
        return printed(context, path, &rules);
    }
    let least = match args.severity.as_deref() {
        None => Severity::Note,
        Some(name) => Severity::parse(name)
            .filter(|severity| *severity != Severity::Off)
            .ok_or_else(|| unknown(name, "note, warning, error".to_owned()))?,
    };
    let workspace = context.open()?;
    if let Some(code) = &args.code
        && workspace.regulation(code)?.is_none()
    {
        return Err(not_found(Kind::Regulation, code));
    }
    let regulations = workspace.regulations()?;
    let procedures: HashMap<String, Procedure> =
        workspace.procedures()?.into_iter().map(|one| (one.regulation.code.clone(), one)).collect();
    let sheets: HashMap<String, Vec<Activity>> =
        workspace.sheets()?.into_iter().map(|sheet| (sheet.regulation, sheet.activities)).collect();
    let changed = workspace.last_changed()?;
    let of = |code: &str| sheets.get(code).map(Vec::as_slice).unwrap_or_default();
    let all: Vec<Checked<'_>> = regulations
        .iter()
        .filter(|regulation| !of(&regulation.code).is_empty())
        .map(|regulation| Checked {
            regulation,
            procedure: procedures.get(&regulation.code),
            sheet: of(&regulation.code),
            changed: changed.get(&regulation.code).copied(),
        })
        .collect();
    let rates = Rates::on(context.today(), workspace.all::<Parameter>()?);
    let mut found = questions(&all, args.code.as_deref(), &rules, &rates)?;
    found.retain(|question| question.severity >= least);
    let conditions = Condition::all(&args.filters)?;
    keep_those(&table(context, &found, &rules, true), &mut found, &conditions, &workspace)?;
    let looked_at = args.code.as_ref().map_or(all.len(), |_| 1);
    if found.is_empty() {
        context.tell(&W::NothingFound.said(&[&looked_at]));
    } else {
        let about: BTreeSet<&str> = found.iter().map(|question| question.regulation.as_str()).collect();
        context.tell(&W::Found.said(&[&found.len(), &about.len(), &looked_at]));
    }
    // Programs and spreadsheets get every question; people get those that are alike as one line.
    let every = args.all || args.code.is_some() || matches!(context.form(), Format::Json | Format::Csv);
    if !found.is_empty() || context.form() != Format::Table {
        context.answer(&table(context, &found, &rules, every))?;
    }
    Ok(if found.is_empty() { Answer::Done } else { Answer::No })
}

declare! {
    COST_QUESTION = "cost_question" of "cost check" {
        "severity", W::SeverityColumn, "check_severity";
        "doubt", W::DoubtColumn, "doubt";
        "code", W::PlaceColumn, "text";
        "row", W::RowsColumn, "text";
        "cell", W::CellColumn, "cell?";
        "figure", W::FigureColumn, "number?";
        "held_against", W::AgainstColumn, "number?";
        "reason", W::ReasonColumn, "names";
        "count", W::CountColumn, "whole";
    }
}

/// The questions as rows; those of one doubt about many regulations as one row, unless every one is wanted.
fn table(context: &Context, found: &[Question], rules: &CheckRules, every: bool) -> Table {
    let mut table = Table::of(&COST_QUESTION, context.lang);
    for line in lines(found, rules, every) {
        table.push(if line.len() == 1 { one(context, line[0]) } else { many(context, &line) });
    }
    table
}

/// The questions by line: those with the same doubt and reason together; where a doubt still has many lines, all of it in one.
fn lines<'a>(found: &'a [Question], rules: &CheckRules, every: bool) -> Vec<Vec<&'a Question>> {
    let mut lines: Vec<Vec<&Question>> = Vec::new();
    if every {
        return found.iter().map(|question| vec![question]).collect();
    }
    let mut places: HashMap<(Doubt, &Said), usize> = HashMap::new();
    for question in found {
        let place = *places.entry((question.doubt, &question.reason)).or_insert(lines.len());
        match lines.get_mut(place) {
            Some(line) => line.push(question),
            None => lines.push(vec![question]),
        }
    }
    let count = |doubt: Doubt| lines.iter().filter(|line| line[0].doubt == doubt).count();
    let crowded: BTreeSet<Doubt> =
        Doubt::ALL.iter().copied().filter(|doubt| count(*doubt) > rules.one_by_one).collect();
    let mut out: Vec<Vec<&Question>> = Vec::new();
    for line in lines {
        let doubt = line[0].doubt;
        match out.iter_mut().find(|before| crowded.contains(&doubt) && before[0].doubt == doubt) {
            Some(before) => before.extend(line),
            None => out.push(line),
        }
    }
    out
}

/// The row of one question.
fn one(context: &Context, question: &Question) -> Vec<Cell> {
    let lang = context.lang;
    let figure = |value: Option<Fraction>| value.map_or(Cell::Empty, Cell::Exact);
    vec![
        Cell::worded(question.severity, lang),
        Cell::worded(question.doubt, lang),
        question.regulation.clone().into(),
        question.rows.join(", ").into(),
        question.cell.map_or(Cell::Empty, |cell| Cell::worded(cell, lang)),
        figure(question.figure),
        figure(question.against),
        Cell::said(&question.reason),
        1_usize.into(),
    ]
}

/// The row that stands for the same question about several regulations.
fn many(context: &Context, alike: &[&Question]) -> Vec<Cell> {
    let codes: BTreeSet<&str> = alike.iter().map(|one| one.regulation.as_str()).collect();
    let shown: Vec<&str> = codes.iter().take(SHOWN_PLACES).copied().collect();
    let shown = if codes.len() > shown.len() { format!("{}, …", shown.join(", ")) } else { shown.join(", ") };
    let mut cells = one(context, alike[0]);
    cells[2] = W::Grouped.with(context.lang, &[&codes.len(), &shown]).into();
    cells[3] = Cell::Empty;
    cells[5] = Cell::Empty;
    cells[6] = Cell::Empty;
    cells[7] = Cell::said(&grouped_reason(alike));
    cells[8] = alike.len().into();
    cells
}

/// The reason of many: their own where it is the same of all, else the kind of doubt and an example.
fn grouped_reason(alike: &[&Question]) -> Said {
    let Some(first) = alike.first() else { return Said::default() };
    if alike.iter().all(|one| one.reason == first.reason) {
        return first.reason.clone();
    }
    W::GroupedReason.said_by(|lang| {
        let doubt = first.doubt.word(lang);
        vec![doubt.to_owned(), first.regulation.clone(), first.reason.text(lang).to_owned()]
    })
}

declare! {
    MISPRINT = "misprint" of "cost check --printed" {
        "sheet", W::SheetColumn, "whole";
        "line", W::LineColumn, "whole";
        "label", W::LabelColumn, "text";
        "column", W::ColumnColumn, "text";
        "printed", W::PrintedColumn, "number";
        "computed", W::ComputedColumn, "number";
        "formula", W::FormulaColumn, "text";
    }
}

/// Holds the products of a table of others against what it prints.
fn printed(context: &Context, path: &Path, rules: &CheckRules) -> Result<Answer> {
    let tables = checks::tables(path)?;
    let checked: Vec<_> =
        tables.iter().enumerate().filter_map(|(at, rows)| Some((at + 1, check_printed(rows, rules)?))).collect();
    let held: usize = checked.iter().map(|(_, (_, held, _))| held).sum();
    if held == 0 {
        return Err(Fault::input(W::UnknownTable.said(&[])).hint(W::UnknownTableHint.said(&[])).in_file(path));
    }
    let layouts: BTreeSet<&str> = checked.iter().map(|(_, (layout, ..))| layout.as_str()).collect();
    let layout = layouts.into_iter().collect::<Vec<_>>().join(", ");
    let mut table = Table::of(&MISPRINT, context.lang);
    let found = || checked.iter().flat_map(|(sheet, (.., found))| found.iter().map(move |one| (*sheet, one)));
    let count = found().count();
    for (sheet, one) in found() {
        table.push(vec![
            sheet.into(),
            one.line.into(),
            one.label.clone().into(),
            one.column.clone().into(),
            Cell::Exact(one.printed),
            Cell::Exact(one.computed),
            one.formula.clone().into(),
        ]);
    }
    if count == 0 {
        context.tell(&W::Multiplies.said(&[&layout, &held]));
    } else {
        context.tell(&W::HeldAgainst.said(&[&layout, &count, &held]));
    }
    if count > 0 || context.form() != Format::Table {
        context.answer(&table)?;
    }
    Ok(if count == 0 { Answer::Done } else { Answer::No })
}
