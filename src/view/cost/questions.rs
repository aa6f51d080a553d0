//! Figures to question, each with its reason; and what does not multiply in the tables of others.

use crate::cost::Rates;
use crate::cost::check::{CheckRules, Checked, Doubt, Misprint, Question, questions};
use crate::model::{Activity, Fraction, Observation, Parameter, Procedure, Regulation};
use crate::store::Reader;
use crate::text::Lang;
use crate::view::{Cell, Table, declare};
use crate::words::check::CheckWord as W;
use crate::words::{Message, Result, Said};
use jiff::civil::Date;
use std::collections::{BTreeSet, HashMap};

/// How many places a line shows that stands for many.
const SHOWN_PLACES: usize = 3;

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

/// The questions that a workspace raises, and what was looked at.
#[derive(Debug)]
pub struct Asked {
    /// The questions, gravest first.
    pub questions: Vec<Question>,
    /// All regulations.
    pub regulations: Vec<Regulation>,
    /// Codes of those with a cost sheet: only these are questioned.
    pub with_sheet: BTreeSet<String>,
}

/// Questions the sheets of a workspace under the rates of a day; `only` keeps the questions about one regulation.
///
/// # Errors
/// As [`questions`]; and the workspace cannot be read.
pub fn ask(reader: &Reader, day: Date, only: Option<&str>, rules: &CheckRules) -> Result<Asked> {
    let regulations = reader.regulations()?;
    let procedures: HashMap<String, Procedure> =
        reader.procedures()?.into_iter().map(|one| (one.regulation.code.clone(), one)).collect();
    let sheets: HashMap<String, Vec<Activity>> =
        reader.sheets()?.into_iter().map(|sheet| (sheet.regulation, sheet.activities)).collect();
    let populations = reader.populations()?;
    let mut answers: HashMap<String, Vec<Observation>> = HashMap::new();
    for one in reader.all::<Observation>()? {
        answers.entry(one.regulation.clone()).or_default().push(one);
    }
    let changed = reader.last_changed()?;
    let all: Vec<Checked<'_>> = regulations
        .iter()
        .filter_map(|regulation| {
            let sheet = sheets.get(&regulation.code).map(Vec::as_slice).filter(|sheet| !sheet.is_empty())?;
            let procedure = procedures.get(&regulation.code);
            let (population, changed) = (populations.get(&regulation.code), changed.get(&regulation.code).copied());
            let observations = answers.get(&regulation.code).map_or(&[][..], Vec::as_slice);
            Some(Checked { regulation, procedure, population, sheet, observations, changed })
        })
        .collect();
    let found = questions(&all, only, rules, &Rates::on(day, reader.all::<Parameter>()?))?;
    let with_sheet = all.iter().map(|one| one.regulation.code.clone()).collect();
    Ok(Asked { questions: found, regulations, with_sheet })
}

/// The questions as rows; those of one doubt about many regulations as one row, unless every one is wanted.
pub fn table(found: &[Question], rules: &CheckRules, every: bool, lang: Lang) -> Table {
    let mut table = Table::of(&COST_QUESTION, lang);
    for line in lines(found, rules, every) {
        table.push(if line.len() == 1 { one(line[0], lang) } else { many(&line, lang) });
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
fn one(question: &Question, lang: Lang) -> Vec<Cell> {
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
fn many(alike: &[&Question], lang: Lang) -> Vec<Cell> {
    let codes: BTreeSet<&str> = alike.iter().map(|one| one.regulation.as_str()).collect();
    let shown: Vec<&str> = codes.iter().take(SHOWN_PLACES).copied().collect();
    let shown = if codes.len() > shown.len() { format!("{}, …", shown.join(", ")) } else { shown.join(", ") };
    let mut cells = one(alike[0], lang);
    cells[2] = W::Grouped.with(lang, &[&codes.len(), &shown]).into();
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

/// The products that differ from what a table prints, each with the number of its table.
pub fn misprints<'m>(found: impl Iterator<Item = (usize, &'m Misprint)>, lang: Lang) -> Table {
    let mut table = Table::of(&MISPRINT, lang);
    for (sheet, one) in found {
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
    table
}
