//! Answers as an Excel workbook.

use super::cell::Cell;
use crate::model::Fraction;
use crate::text::Lang;
use rust_xlsxwriter::utility::{row_col_to_cell, row_col_to_cell_absolute};
use rust_xlsxwriter::{
    Chart, ChartType, Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Workbook,
    Worksheet, XlsxError,
};
use std::collections::BTreeMap;

/// How a column follows from others, by their places. A spreadsheet computes it again; the file holds our figure beside the formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follows {
    /// The share of a column in the sum of it, percent with two decimals.
    Share(u16),
    /// The same, summed up from the first row.
    Cumulative(u16),
    /// One column less another.
    Less(u16, u16),
    /// One column in percent of another, with two decimals.
    Percent(u16, u16),
}

/// What a sheet shows as bars: the names of its first rows, and columns of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    /// Where the names are.
    pub names: u16,
    /// Where the figures are.
    pub figures: Vec<u16>,
}

/// At most so many rows are drawn.
const DRAWN: usize = 15;

/// A sheet: its name, its columns, its rows.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// As its tab says.
    pub name: String,
    /// The titles of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// The columns that follow from others.
    pub follows: Vec<(u16, Follows)>,
    /// What is drawn beside the rows.
    pub bars: Option<Bars>,
    /// How many rows at the end are sums of those above.
    pub sums: usize,
    /// Formulas of cells, by row and column from 0; the cell holds what a spreadsheet makes of it.
    pub formulas: BTreeMap<(usize, u16), String>,
    /// Columns that are meant to be filled, and what may stand there.
    pub choices: Vec<(u16, Vec<String>)>,
}

impl Sheet {
    /// The name of a cell, by row and column from 0: `B2` for the first row of the second column, below the head.
    pub fn cell_name(row: usize, column: u16) -> String {
        row_col_to_cell(u32::try_from(row).unwrap_or(u32::MAX).saturating_add(1), column)
    }

    /// The rows of a column from the first to the one before `end`, as a formula names them on another sheet too: `'Tab'!$B$2:$B$9`.
    pub fn range(name: &str, column: u16, end: usize) -> String {
        let last = u32::try_from(end).unwrap_or(u32::MAX).max(1);
        let corner = |row: u32| row_col_to_cell_absolute(row, column);
        format!("'{}'!{}:{}", name.replace('\'', "''"), corner(1), corner(last))
    }
}

impl Follows {
    /// The formula in a row, of so many rows below the head.
    fn formula(self, row: u32, rows: u32) -> String {
        let cell = |row: u32, column: u16| row_col_to_cell(row, column);
        let column = |column: u16| {
            let [first, last] = [cell(1, column), cell(rows, column)].map(|name| fixed(&name));
            (format!("{first}:{last}"), first)
        };
        match self {
            Self::Share(of) => format!("=ROUND({}/SUM({})*100,2)", cell(row, of), column(of).0),
            Self::Cumulative(of) => {
                let (whole, first) = column(of);
                format!("=ROUND(SUM({first}:{})/SUM({whole})*100,2)", cell(row, of))
            }
            Self::Less(from, what) => format!("={}-{}", cell(row, from), cell(row, what)),
            Self::Percent(part, whole) => format!("=ROUND({}/{}*100,2)", cell(row, part), cell(row, whole)),
        }
    }

    /// What a spreadsheet makes of it in each row, from the figures as they are printed; nothing where one is missing or too large to be exact.
    fn values(self, sheet: &Sheet) -> Vec<Option<Fraction>> {
        let read = |row: &Vec<Cell>, column: u16| row.get(usize::from(column)).and_then(figure);
        let exact = |row: &Vec<Cell>, column: u16| read(row, column).filter(|value| value.abs() < EXACT);
        let percent = |part: i128, whole: i128| {
            let share = Fraction::new(part.checked_mul(100)?, whole)?;
            Cell::Percent(share).printed()
        };
        match self {
            Self::Share(of) | Self::Cumulative(of) => {
                let mut figures = sheet.rows.iter().filter_map(|row| read(row, of));
                let sum = figures.try_fold(0_i128, |sum, one| sum.checked_add(one).filter(|sum| sum.abs() < EXACT));
                let mut so_far = 0;
                let value = |row| {
                    let (own, whole) = (exact(row, of)?, sum.filter(|sum| *sum > 0)?);
                    so_far += own;
                    percent(if matches!(self, Self::Share(_)) { own } else { so_far }, whole)
                };
                sheet.rows.iter().map(value).collect()
            }
            Self::Less(from, what) => {
                let value = |row| Fraction::new(exact(row, from)? - exact(row, what)?, 1);
                sheet.rows.iter().map(value).collect()
            }
            Self::Percent(part, whole) => {
                let value = |row| percent(exact(row, part)?, exact(row, whole).filter(|whole| *whole > 0)?);
                sheet.rows.iter().map(value).collect()
            }
        }
    }
}

/// The name of a cell whose row stays where a formula is copied.
fn fixed(name: &str) -> String {
    let digits = name.find(|c: char| c.is_ascii_digit()).unwrap_or(name.len());
    let (column, row) = name.split_at(digits);
    format!("{column}${row}")
}

/// The largest number of which every smaller whole one is exact in a spreadsheet.
const EXACT: i128 = 1 << 53;

/// The file; the notes stand below the rows of the first sheet, the description in its properties.
///
/// # Errors
/// The library cannot write it.
pub fn workbook(sheets: &[Sheet], notes: &[String], description: &str, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same workspace gives the same bytes, so the file says nothing of the hour at which it was made.
    let made = ExcelDateTime::from_ymd(2020, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made).set_comment(description));
    for (nth, sheet) in sheets.iter().enumerate() {
        let page = book.add_worksheet();
        page.set_name(&sheet.name)?;
        page.set_freeze_panes(1, 0)?;
        // On paper: A4 on its side, as wide as the table, its head on each page.
        page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        page.set_repeat_rows(0, 0)?;
        rows(page, sheet, lang)?;
        let below = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX).saturating_add(2);
        let last = u16::try_from(sheet.columns.len().max(1) - 1).unwrap_or(u16::MAX);
        // A chart beside the table would make it too small to read.
        page.set_print_area(0, 0, below.saturating_add(u32::try_from(notes.len()).unwrap_or(0)), last)?;
        fill(page, sheet)?;
        draw(page, sheet)?;
        if nth == 0 {
            for (line, note) in (below..).zip(notes) {
                page.write_string(line, 0, note)?;
            }
        }
    }
    book.save_to_buffer()
}

/// The head and the rows.
fn rows(page: &mut Worksheet, sheet: &Sheet, lang: Lang) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::VerticalCenter);
    let mut widths = Vec::with_capacity(sheet.columns.len());
    for (at, title) in (0_u16..).zip(&sheet.columns) {
        page.write_string_with_format(0, at, title, &head)?;
        let width = column_width(sheet, at, title, lang);
        page.set_column_width(at, f64::from(width))?;
        widths.push(usize::from(width));
    }
    page.set_row_height(0, height(sheet.columns.iter().map(String::as_str), &widths))?;
    let follows: Vec<(u16, Follows, Vec<Option<Fraction>>)> =
        sheet.follows.iter().map(|(column, follows)| (*column, *follows, follows.values(sheet))).collect();
    let sums = sheet.rows.len() - sheet.sums.min(sheet.rows.len());
    for (nth_row, (line, row)) in (1_u32..).zip(&sheet.rows).enumerate() {
        let texts = row.iter().map(|cell| match cell {
            Cell::Text(text) => text.as_str(),
            _ => "",
        });
        let tall = height(texts, &widths);
        if tall > LINE {
            page.set_row_height(line, tall)?;
        }
        let top = Format::new().set_align(FormatAlign::Top);
        let plain = if nth_row < sums { top } else { top.set_bold() };
        let whole = plain.clone().set_num_format("#,##0");
        let (decimals, wrap) = (plain.clone().set_num_format("0.00"), plain.clone().set_text_wrap());
        for (at, cell) in (0_u16..).zip(row) {
            // Where a spreadsheet would come to another figure, by rounding or because it cannot hold it, ours stands alone.
            let formula = || {
                if let Some(formula) = sheet.formulas.get(&(nth_row, at)) {
                    return Some(formula.clone());
                }
                let (_, follows, values) = follows.iter().find(|(column, ..)| *column == at)?;
                let same = values.get(nth_row)?.is_some() && values[nth_row] == cell.printed();
                same.then(|| follows.formula(line, u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX)))
            };
            match cell {
                Cell::Empty | Cell::Nothing(_) => continue,
                Cell::Whole(_) | Cell::Dong(_) => match figure(cell) {
                    #[allow(clippy::cast_precision_loss)]
                    Some(value) if value.abs() < EXACT => match formula() {
                        Some(text) => {
                            let formula = Formula::new(text).set_result(value.to_string());
                            page.write_formula_with_format(line, at, formula, &whole)?
                        }
                        None => page.write_number_with_format(line, at, value as f64, &whole)?,
                    },
                    // A spreadsheet could not hold it exactly.
                    Some(value) => page.write_string(line, at, value.to_string())?,
                    None => continue,
                },
                Cell::Exact(_) | Cell::Percent(_) => match (cell.json().as_f64(), formula()) {
                    (Some(value), Some(text)) => {
                        let formula = Formula::new(text).set_result(value.to_string());
                        page.write_formula_with_format(line, at, formula, &decimals)?
                    }
                    (Some(value), None) => page.write_number_with_format(line, at, value, &decimals)?,
                    (None, _) => page.write_string(line, at, cell.shown(lang))?,
                },
                Cell::Day(day) => {
                    let date = ExcelDateTime::from_ymd(
                        u16::try_from(day.year()).unwrap_or(1900),
                        day.month().unsigned_abs(),
                        day.day().unsigned_abs(),
                    );
                    match date {
                        Ok(date) => {
                            let format = plain.clone().set_num_format("dd/mm/yyyy");
                            page.write_datetime_with_format(line, at, &date, &format)?
                        }
                        // A day before the first that a spreadsheet knows.
                        Err(_) => page.write_string(line, at, cell.shown(lang))?,
                    }
                }
                // Lines of a text stay lines.
                other => {
                    let text = other.shown(lang);
                    match formula() {
                        Some(formula) => {
                            let formula = Formula::new(formula).set_result(text);
                            page.write_formula_with_format(line, at, formula, &wrap)?
                        }
                        None => page.write_string_with_format(line, at, text, &wrap)?,
                    }
                }
            };
        }
    }
    Ok(())
}

/// How wide a column is, in letters: as its longest text among the first rows, but no wider than is read at a glance.
fn column_width(sheet: &Sheet, at: u16, title: &str, lang: Lang) -> u16 {
    const LOOKED_AT: usize = 200;
    let cells = sheet.rows.iter().take(LOOKED_AT).filter_map(|row| row.get(usize::from(at)));
    let longest = cells.map(|cell| cell.shown(lang).lines().map(|l| l.chars().count()).max().unwrap_or(0)).max();
    // A title stands on two lines.
    let title = title.chars().count().div_ceil(2);
    let letters = longest.unwrap_or(0).max(title).clamp(8, 50) + 2;
    u16::try_from(letters).unwrap_or(18)
}

/// The height of a line, in points.
const LINE: f64 = 15.0;

/// The height of a row whose texts stand in columns of so many letters, in points: not every program finds it by itself.
fn height<'t>(texts: impl Iterator<Item = &'t str>, widths: &[usize]) -> f64 {
    let lines = |(text, width): (&str, &usize)| -> usize {
        // Words are not parted, so that a line holds a little less.
        let room = (width * 9 / 10).max(1);
        text.split('\n').map(|line| line.chars().count().div_ceil(room).max(1)).sum()
    };
    // 409 points are the most that a row can have.
    let tallest = texts.zip(widths).map(lines).max().unwrap_or(1).min(27);
    u32::try_from(tallest).map_or(LINE, |lines| f64::from(lines) * LINE)
}

/// The cells that are meant to be filled: coloured, with a list of what may stand there.
fn fill(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let colour = Format::new().set_background_color(Color::RGB(0x00FF_F2CC)).set_align(FormatAlign::Top);
    let Some(last) = (sheet.rows.len() - sheet.sums.min(sheet.rows.len())).checked_sub(1) else { return Ok(()) };
    let last = u32::try_from(last).unwrap_or(u32::MAX - 1) + 1;
    for (column, values) in &sheet.choices {
        page.add_data_validation(1, *column, last, *column, &DataValidation::new().allow_list_strings(values)?)?;
        page.set_range_format(1, *column, last, *column, &colour)?;
    }
    Ok(())
}

/// The whole number of a cell, as it is printed.
fn figure(cell: &Cell) -> Option<i128> {
    cell.printed().map(|value| value.numerator())
}

/// Draws the first rows beside the table.
fn draw(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let Some(bars) = sheet.bars.as_ref().filter(|_| !sheet.rows.is_empty()) else { return Ok(()) };
    let rows = sheet.rows.len() - sheet.sums.min(sheet.rows.len());
    let last = u32::try_from(rows.min(DRAWN)).unwrap_or(1);
    let mut chart = Chart::new(ChartType::Bar);
    for column in &bars.figures {
        chart
            .add_series()
            .set_categories((sheet.name.as_str(), 1, bars.names, last, bars.names))
            .set_values((sheet.name.as_str(), 1, *column, last, *column))
            .set_name((sheet.name.as_str(), 0, *column));
    }
    // The first row stands on top, as in the table.
    chart.y_axis().set_reverse();
    chart.set_width(720).set_height(80 + 28 * last);
    page.insert_chart(1, u16::try_from(sheet.columns.len()).unwrap_or(u16::MAX).saturating_add(1), &chart)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(follows: Follows, rows: &[[i128; 2]]) -> Sheet {
        let rows = rows.iter().map(|row| row.iter().map(|value| Cell::Whole(*value)).collect());
        Sheet { rows: rows.collect(), follows: vec![(2, follows)], ..Sheet::default() }
    }

    fn percents(follows: Follows, rows: &[[i128; 2]]) -> Vec<Option<Fraction>> {
        follows.values(&sheet(follows, rows))
    }

    /// By hand: 1 and 2 of 3 are 33,33 and 66,67 percent; 200 less 50 is 150, of 200 that is 75 percent.
    #[test]
    fn a_spreadsheet_comes_to_what_we_say() {
        let hundredths = |n: i128| Fraction::new(n, 100);
        let rows = [[1, 0], [2, 0]];
        assert_eq!(percents(Follows::Share(0), &rows), [hundredths(3333), hundredths(6667)]);
        assert_eq!(percents(Follows::Cumulative(0), &rows), [hundredths(3333), hundredths(10_000)]);
        assert_eq!(percents(Follows::Less(0, 1), &[[200, 50]]), [Fraction::new(150, 1)]);
        assert_eq!(percents(Follows::Percent(1, 0), &[[200, 150]]), [hundredths(7500)]);
        // Nothing of nothing, and what no spreadsheet holds.
        assert_eq!(percents(Follows::Share(0), &[[0, 0]]), [None]);
        assert_eq!(percents(Follows::Percent(1, 0), &[[0, 1]]), [None]);
        assert_eq!(percents(Follows::Less(0, 1), &[[EXACT, 1]]), [None]);
        assert_eq!(percents(Follows::Share(0), &[[EXACT - 1, 0], [5, 0]]), [None, None]);
        assert_eq!(Follows::Cumulative(5).formula(3, 9), "=ROUND(SUM(F$2:F4)/SUM(F$2:F$10)*100,2)");
        assert_eq!(Follows::Percent(8, 6).formula(1, 9), "=ROUND(I2/G2*100,2)");
    }
}
