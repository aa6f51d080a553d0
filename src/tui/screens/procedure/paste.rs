//! Rows pasted from a spreadsheet: each cell is read as if it were typed, and what would change is shown before anything is written.

use super::cell::cell_shown;
use super::sheet::{CELLS, set_rows};
use super::{Loaded, year};
use crate::cost::{RowField, typed};
use crate::desk::{RowEdit, SetRow, edited};
use crate::model::{Cell, Provenance};
use crate::text::{clean_line, fold};
use crate::tui::layers::{Field, Form, Refusal};
use crate::tui::screen::{Effect, Shared};
use crate::tui::status::Sign;
use crate::words::Message;
use crate::words::procedure_screen::ProcedureWord as P;

/// How many cells are told one by one.
const TOLD: usize = 10;

/// A cell that was pasted.
struct Pasted {
    row: usize,
    cell: Cell,
    text: String,
    value: Result<String, String>,
}

/// The form that shows what would be pasted, from the cell in hand on, and asks for its quality and source.
pub(super) fn form(
    loaded: &Loaded,
    text: &str,
    (row, column): (usize, usize),
    last: Option<&(Provenance, String)>,
    shared: &Shared,
) -> Vec<Effect> {
    let cells = read(loaded, text, row, column, shared);
    if cells.is_empty() {
        return vec![Effect::Say(Sign::Warning, shared.word(P::PasteUnread).to_owned())];
    }
    let lang = shared.lang;
    let (mut about, mut same, mut bad) = (Vec::new(), 0, 0);
    let mut asked: Vec<SetRow> = Vec::new();
    for cell in &cells {
        let Some(activity) = loaded.sheet.get(cell.row) else { continue };
        let name = cell.cell.short(lang);
        match &cell.value {
            Ok(value) if *value == crate::cost::cell_text(activity, cell.cell) => same += 1,
            Ok(value) => {
                let before = cell_shown(activity, cell.cell, lang);
                about.push(P::PasteCell.with(lang, &[&activity.id, &name, &before, &cell.text]));
                let field = RowField::Cell(cell.cell);
                let edit = RowEdit { field, typed: Some(value.clone()), provenance: Provenance::Assumption };
                match asked.iter_mut().find(|row| row.row == activity.id) {
                    Some(row) => row.edits.push(edit),
                    None => asked.push(SetRow {
                        regulation: loaded.regulation.code.clone(),
                        row: activity.id.clone(),
                        edits: vec![edit],
                        expected: Vec::new(),
                    }),
                }
            }
            Err(why) => {
                bad += 1;
                about.push(P::PasteBad.with(lang, &[&activity.id, &name, &cell.text, why]));
            }
        }
    }
    let changed: usize = asked.iter().map(|row| row.edits.len()).sum();
    if about.len() > TOLD {
        let more = about.len() - TOLD;
        about.truncate(TOLD);
        about.push(format!("… +{more}"));
    }
    about.push(P::PasteSummary.with(lang, &[&changed, &same, &bad]));
    let mut sheet = loaded.sheet.clone();
    for row in &mut sheet {
        if let Some(asked) = asked.iter().find(|asked| asked.row == row.id)
            && let Ok(new) = edited(row, &asked.edits)
        {
            *row = new;
        }
    }
    if let Ok(after) = loaded.figures_of(&sheet) {
        about.push(P::PasteYear.with(lang, &[&year(loaded.annual(), shared), &year(after.annual, shared)]));
    }
    let (quality, source) = last.cloned().unwrap_or((Provenance::Assumption, String::new()));
    let qualities = Provenance::ALL.iter().map(|p| (p.name().to_owned(), p.word(lang).to_owned())).collect();
    let fields = vec![
        Field::choice("quality", shared.word(P::EditorQuality), qualities, quality.name()),
        Field::line("source", shared.word(P::EditorSource), &source),
    ];
    let rows = cells.iter().map(|cell| cell.row).collect::<std::collections::BTreeSet<_>>().len();
    let columns = cells.iter().map(|cell| cell.cell).collect::<std::collections::HashSet<_>>().len();
    let title = P::PasteTitle.with(lang, &[&rows, &columns]);
    let form = Form::new(title, fields, move |answers, shared| {
        if changed == 0 {
            return Err(Refusal::of("", shared.word(P::PasteNothing)));
        }
        let quality = answers.get("quality").and_then(|name| Provenance::parse(name)).unwrap_or(Provenance::Assumption);
        let source = answers.get("source").cloned().unwrap_or_default();
        let mut asked = asked.clone();
        for row in &mut asked {
            row.edits.iter_mut().for_each(|edit| edit.provenance = quality);
            if !source.is_empty() {
                row.edits.push(RowEdit { field: RowField::Source, typed: Some(source.clone()), provenance: quality });
            }
        }
        Ok(vec![set_rows(asked, P::Pasted)])
    });
    vec![form.about(about).open()]
}

/// What was pasted, cell by cell. A first row that names columns says which they are; else they follow each other from the cell in hand on.
fn read(loaded: &Loaded, text: &str, row: usize, column: usize, shared: &Shared) -> Vec<Pasted> {
    let mut lines: Vec<Vec<&str>> =
        text.lines().filter(|line| !line.trim().is_empty()).map(|line| line.split('\t').collect()).collect();
    let named = |title: &str| {
        let title = fold(title.trim());
        CELLS.iter().copied().find(|cell| {
            let names = [
                cell.short(crate::text::Lang::Vi),
                cell.short(crate::text::Lang::En),
                cell.word(crate::text::Lang::Vi),
                cell.name(),
            ];
            names.iter().any(|name| fold(name) == title)
        })
    };
    let heads: Vec<Option<Cell>> =
        lines.first().map(|first| first.iter().map(|title| named(title)).collect()).unwrap_or_default();
    let columns: Vec<Option<Cell>> = if heads.iter().any(Option::is_some) {
        lines.remove(0);
        heads
    } else {
        // A first column of names, as the sheet is copied from here, is passed over.
        let names = lines.iter().all(|line| line.len() > 1 && typed::read(CELLS[0], line[0]).is_err());
        let skipped = std::iter::repeat_n(None, usize::from(names));
        skipped.chain(CELLS.iter().skip(if names { 0 } else { column }).copied().map(Some)).collect()
    };
    let mut cells = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        if row + n >= loaded.sheet.len() {
            break;
        }
        for (text, cell) in line.iter().zip(&columns) {
            let (Some(cell), text) = (cell, clean_line(text)) else { continue };
            if text.is_empty() {
                continue;
            }
            let value = typed::read(*cell, &text).map(|value| value.to_string());
            let value = value.map_err(|unread| unread.said.text(shared.lang).to_owned());
            cells.push(Pasted { row: row + n, cell: *cell, text, value });
        }
    }
    cells
}
