//! Answers as an Excel workbook.

use super::cell::Cell;
use crate::model::Fraction;
use crate::text::Lang;
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{
    Chart, ChartType, DocProperties, ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError,
};

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
    let (bold, whole) = (Format::new().set_bold().set_text_wrap(), Format::new().set_num_format("#,##0"));
    let (decimals, wrap) = (Format::new().set_num_format("0.00"), Format::new().set_text_wrap());
    for (nth, sheet) in sheets.iter().enumerate() {
        let page = book.add_worksheet();
        page.set_name(&sheet.name)?;
        page.set_freeze_panes(1, 0)?;
        for (at, title) in (0_u16..).zip(&sheet.columns) {
            page.write_string_with_format(0, at, title, &bold)?;
            page.set_column_width(at, 18)?;
        }
        let follows: Vec<(u16, Follows, Vec<Option<Fraction>>)> =
            sheet.follows.iter().map(|(column, follows)| (*column, *follows, follows.values(sheet))).collect();
        for (nth_row, (line, row)) in (1_u32..).zip(&sheet.rows).enumerate() {
            for (at, cell) in (0_u16..).zip(row) {
                // Where a spreadsheet would come to another figure, by rounding or because it cannot hold it, ours stands alone.
                let formula = || {
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
                    // Lines of a text stay lines.
                    Cell::Text(text) => page.write_string_with_format(line, at, text, &wrap)?,
                    other => page.write_string_with_format(line, at, other.shown(lang), &wrap)?,
                };
            }
        }
        draw(page, sheet)?;
        if nth == 0 {
            let below = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX).saturating_add(2);
            for (line, note) in (below..).zip(notes) {
                page.write_string(line, 0, note)?;
            }
        }
    }
    book.save_to_buffer()
}

/// The whole number of a cell, as it is printed.
fn figure(cell: &Cell) -> Option<i128> {
    cell.printed().map(|value| value.numerator())
}

/// Draws the first rows beside the table.
fn draw(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let Some(bars) = sheet.bars.as_ref().filter(|_| !sheet.rows.is_empty()) else { return Ok(()) };
    let last = u32::try_from(sheet.rows.len().min(DRAWN)).unwrap_or(1);
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
