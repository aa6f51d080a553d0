//! The official form of cost sheets as a workbook: products and sums as formulas.

use super::{Costed, costed, numbered};
use crate::cost::complying;
use crate::exchange::forms::{Column, Layout};
use crate::model::{ActivityGroup, Fraction};
use crate::reform::Snapshot;
use crate::report::Request;
use crate::report::names::Names;
use crate::store::Workspace;
use crate::words::form::FormWord;
use crate::words::{Message, Result};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};
use std::collections::BTreeSet;

/// The longest text of a cell of a workbook, in characters.
const CELL: usize = 32_000;

/// The columns of the form in the order in which it is written.
const COLUMNS: [Column; 12] = [
    Column::Number,
    Column::Work,
    Column::How,
    Column::Time,
    Column::Hourly,
    Column::Outsourcing,
    Column::Charges,
    Column::Times,
    Column::Population,
    Column::One,
    Column::Annual,
    Column::Note,
];

/// The official form: a sheet of the workbook a procedure, products and sums as formulas.
///
/// # Errors
/// A sheet cannot be computed; the workspace cannot be read; the library cannot write it.
pub fn official(workspace: &Workspace, snapshot: &Snapshot, layout: &Layout, request: &Request) -> Result<Vec<u8>> {
    let sheets = &costed(workspace, snapshot, request)?;
    let names = Names::read(workspace, request.lang)?;
    let cannot = |error: XlsxError| crate::report::cannot(crate::report::Form::Xlsx, error);
    let mut book = Workbook::new();
    // The same workspace gives the same bytes, so the file says nothing of the hour at which it was made.
    let created = ExcelDateTime::from_ymd(2020, 1, 1).map_err(cannot)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let mut tabs = BTreeSet::new();
    for costed in sheets {
        let page = book.add_worksheet();
        page.set_name(tab(&costed.regulation.code, &mut tabs)).map_err(cannot)?;
        let agency = names.agency(costed.regulation.agency.as_deref().unwrap_or_default());
        form(page, costed, layout, &agency, request).map_err(cannot)?;
    }
    if sheets.is_empty() {
        book.add_worksheet();
    }
    book.save_to_buffer().map_err(cannot)
}

/// A name for a tab: at most 31 letters, none that a workbook does not allow, none twice.
fn tab(code: &str, taken: &mut BTreeSet<String>) -> String {
    let plain: String = code.chars().map(|c| if "[]:*?/\\'".contains(c) { '-' } else { c }).take(27).collect();
    let mut name = plain.clone();
    let mut nth = 1;
    while !taken.insert(name.to_lowercase()) {
        nth += 1;
        name = format!("{plain}~{nth}");
    }
    name
}

struct Styles {
    bold: Format,
    head: Format,
    text: Format,
    count: Format,
    decimal: Format,
    group: Format,
}

impl Styles {
    fn new() -> Self {
        let boxed = || {
            Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::Top).set_font_name("Times New Roman")
        };
        Self {
            bold: Format::new().set_bold().set_font_name("Times New Roman"),
            head: boxed().set_bold().set_text_wrap().set_align(FormatAlign::Center),
            text: boxed().set_text_wrap(),
            count: boxed().set_num_format("#,##0"),
            decimal: boxed().set_num_format("0.####"),
            group: boxed().set_bold(),
        }
    }
}

fn form(
    page: &mut Worksheet,
    costed: &Costed,
    layout: &Layout,
    agency: &str,
    request: &Request,
) -> std::result::Result<(), XlsxError> {
    let (styles, lang) = (Styles::new(), request.lang);
    let last = u16::try_from(COLUMNS.len()).unwrap_or(1) - 1;
    page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    for (column, width) in (0_u16..).zip([6.0, 38.0, 28.0, 12.0, 14.0, 14.0, 14.0, 10.0, 14.0, 16.0, 20.0, 30.0]) {
        page.set_column_width(column, width)?;
    }
    page.write_string_with_format(0, 0, layout.title(lang).to_uppercase(), &styles.bold)?;
    let regulation = &costed.regulation;
    page.write_string_with_format(
        1,
        0,
        FormWord::ProcedureLine.with(lang, &[&cut(&regulation.name), &regulation.code]),
        &styles.bold,
    )?;
    page.write_string(2, 0, agency)?;
    if !layout.checked {
        page.write_string(3, 0, FormWord::Unchecked.text(lang))?;
    }
    for (at, column) in (0_u16..).zip(COLUMNS) {
        page.write_string_with_format(4, at, layout.head(column), &styles.head)?;
        page.write_string_with_format(5, at, format!("({})", at + 1), &styles.head)?;
    }
    page.set_freeze_panes(6, 2)?;
    let mut line = 6_u32;
    for (nth, group) in ActivityGroup::ALL.iter().enumerate() {
        page.write_string_with_format(line, 0, (nth + 1).to_string(), &styles.group)?;
        page.write_string_with_format(line, 1, layout.group(*group), &styles.group)?;
        for column in 2..=last {
            page.write_blank(line, column, &styles.group)?;
        }
        line += 1;
        for (number, row, figures) in numbered(costed, *group) {
            let at = line + 1;
            let hours = if layout.counts_minutes() {
                row.minutes
            } else {
                row.minutes.over(Fraction::whole(60)).unwrap_or_default()
            };
            let product = if layout.counts_minutes() { format!("D{at}/60*E{at}") } else { format!("D{at}*E{at}") };
            page.write_string_with_format(line, 0, number, &styles.text)?;
            page.write_string_with_format(line, 1, cut(&row.name), &styles.text)?;
            page.write_string_with_format(line, 2, cut(&row.how), &styles.text)?;
            page.write_number_with_format(line, 3, float(hours), &styles.decimal)?;
            page.write_number_with_format(line, 4, float(figures.row.hourly), &styles.count)?;
            page.write_number_with_format(line, 5, float(Fraction::whole(row.outsourcing)), &styles.count)?;
            page.write_number_with_format(line, 6, float(Fraction::whole(row.charges)), &styles.count)?;
            page.write_number_with_format(line, 7, float(figures.row.times), &styles.decimal)?;
            // What nobody counted is left blank, and so is what it would give.
            match complying(row, costed.whole.as_ref()) {
                Some(many) => page.write_number_with_format(line, 8, float(many), &styles.count)?,
                None => page.write_blank(line, 8, &styles.count)?,
            };
            let one = Formula::new(format!("={product}+F{at}+G{at}")).set_result(float(figures.one).to_string());
            page.write_formula_with_format(line, 9, one, &styles.count)?;
            match figures.annual {
                Some(annual) => {
                    let product = Formula::new(format!("=J{at}*H{at}*I{at}")).set_result(float(annual).to_string());
                    page.write_formula_with_format(line, 10, product, &styles.count)?;
                }
                None => _ = page.write_blank(line, 10, &styles.count)?,
            }
            page.write_string_with_format(line, 11, cut(&row.source), &styles.text)?;
            line += 1;
        }
    }
    page.write_blank(line, 0, &styles.group)?;
    page.write_string_with_format(line, 1, FormWord::Total.text(crate::text::Lang::Vi), &styles.group)?;
    for column in 2..=last {
        page.write_blank(line, column, &styles.group)?;
    }
    let bold = Format::new().set_bold().set_border(FormatBorder::Thin).set_num_format("#,##0");
    // What one performance costs is no sum of the rows: those of other channels and cases are shares of it.
    if let Some(annual) = costed.figures.annual {
        let sum = Formula::new(format!("=SUM(K7:K{line})")).set_result(float(annual).to_string());
        page.write_formula_with_format(line, 10, sum, &bold)?;
    }
    Ok(())
}

fn cut(text: &str) -> String {
    text.chars().take(CELL).collect()
}

/// A figure as spreadsheets keep it.
#[allow(clippy::cast_precision_loss)]
fn float(value: Fraction) -> f64 {
    value.numerator() as f64 / value.denominator() as f64
}
