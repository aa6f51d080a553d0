//! Saying data in Markdown by a template.

use super::library::Template;
use super::{chart, markdown};
use crate::text::{Lang, date, number};
use crate::words::report::ReportWord;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior, Value};
use serde_json::Value as Json;
use std::path::Path;

/// Under which name templates import what they share.
const PARTS: &str = "parts";

/// What a text is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum For {
    /// To be read as it is.
    Reading,
    /// To be tracked: what differs is marked, with remarks.
    Tracking,
    /// A page that can show charts.
    Page,
}

/// Says the data in Markdown.
///
/// # Errors
/// Bad input, with file and line, when an own template is wrong.
pub(super) fn say(template: &Template, lang: Lang, data: &Json, made_for: For) -> Result<String> {
    let mut environment = environment(lang, made_for);
    let (parts, parts_file) = &template.parts;
    let said = environment
        .add_template(PARTS, parts)
        .and_then(|()| environment.template_from_named_str(&template.name, &template.text))
        .and_then(|made| made.render(minijinja::value::Serde(data)));
    let said = said.map_err(|error| {
        let mut fault = Fault::input(ReportWord::BadTemplate.said(&[])).because(causes(&error));
        if let Some(line) = error.line() {
            fault = fault.at_line(line);
        }
        let file = if error.name() == Some(PARTS) { parts_file } else { &template.file };
        let shipped = super::file_name(error.name().unwrap_or(&template.name), lang);
        fault.in_file(file.as_deref().unwrap_or(Path::new(&shipped))).hint(ReportWord::BadTemplateHint.said(&[]))
    })?;
    Ok(tidy(&said))
}

fn causes(error: &Error) -> String {
    error.detail().map_or_else(|| error.kind().to_string(), |detail| format!("{}: {detail}", error.kind()))
}

/// One empty line between blocks, none at the ends, whatever loops and conditions of the template left.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.lines().map(str::trim_end) {
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty < 2 && !(out.is_empty() && line.is_empty()) {
            out.push_str(line);
            out.push('\n');
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn environment<'t>(lang: Lang, made_for: For) -> Environment<'t> {
    let tracked = made_for == For::Tracking;
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    // Blocks on lines of their own leave no line behind; these settings cannot be refused, and the default would do too.
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        environment.set_syntax(syntax);
    }
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    environment.add_filter("md", |text: &str| markdown::inline(text));
    environment.add_filter("line", |text: &str| markdown::line(text));
    environment.add_filter("block", |text: &str| markdown::block(text));
    environment.add_filter("cell", |text: &str| markdown::cell(text));
    let difference = if tracked { markdown::tracked } else { markdown::difference };
    environment.add_filter("difference", move |old: &str, new: &str| difference(old, new));
    // On paper a remark has no place: it is said where changes are tracked.
    environment.add_filter("remark", move |said: &str, remark: &str| match tracked && !remark.trim().is_empty() {
        true => format!("{said}{}", markdown::remark(remark)),
        false => said.to_owned(),
    });
    environment.add_function("chart", move |kind: &str, of: Value| match made_for {
        For::Page => chart::block(kind, &of),
        For::Reading | For::Tracking => Ok(String::new()),
    });
    environment.add_filter("whole", move |value: Value| whole(&value, lang));
    environment.add_filter("decimal", move |value: f64| decimal(value, lang));
    environment.add_filter("count", move |value: Value| count(&value, lang));
    environment.add_filter("sentence", |text: &str| sentence(&markdown::line(text)));
    environment.add_filter("working_time", move |hours: i64, day: i64| working_time(hours, day, lang));
    environment.add_filter("percent", move |value: Value| percent(&value, lang));
    // `12/7/2023`; English documents write the month out.
    let in_text = if lang == Lang::Vi { date::short } else { date::in_document };
    environment.add_filter("date", move |text: &str| Ok::<_, Error>(in_text(day(text)?, lang)));
    environment.add_filter("long_date", move |text: &str| Ok::<_, Error>(date::in_document(day(text)?, lang)));
    environment
}

fn day(text: &str) -> Result<Date, Error> {
    text.parse().map_err(|_| Error::new(ErrorKind::InvalidOperation, format!("{text}: no date")))
}

/// A whole number, grouped; nothing shows as a dash.
fn whole(value: &Value, lang: Lang) -> Result<String, Error> {
    if value.is_none() || value.is_undefined() {
        return Ok("–".to_owned());
    }
    Ok(number::whole(i128::try_from(value.clone())?, lang))
}

/// A number with the decimals that it has, four at most.
fn decimal(value: f64, lang: Lang) -> String {
    let shown = format!("{value:.4}");
    let shown = shown.trim_end_matches('0').trim_end_matches('.');
    if lang == Lang::Vi { shown.replace('.', ",") } else { shown.to_owned() }
}

/// A count as Vietnamese documents write it: 1 to 9 padded by 0 (`02`).
fn count(value: &Value, lang: Lang) -> Result<String, Error> {
    let shown = whole(value, lang)?;
    let small = lang == Lang::Vi && shown.len() == 1 && shown != "0" && shown != "–";
    Ok(if small { format!("0{shown}") } else { shown })
}

/// A line that ends as a sentence does.
fn sentence(line: &str) -> String {
    let line = line.trim_end();
    let ended = line.ends_with(['.', '!', '?', '…', ':', ';']) || line.is_empty();
    if ended { line.to_owned() } else { format!("{line}.") }
}

/// Working hours as instruments state them: in working days of so many hours where these are whole, else in hours.
fn working_time(hours: i64, day: i64, lang: Lang) -> Result<String, Error> {
    let days = hours.checked_div(day).filter(|days| days * day == hours);
    let unit = if days.is_some() { ReportWord::WorkingDays } else { ReportWord::WorkingHours };
    Ok(format!("{} {}", count(&days.unwrap_or(hours).into(), lang)?, unit.text(lang)))
}

/// A percentage with two decimals, without them where they are naught: `20,33%`, `30%`; nothing shows as a dash.
fn percent(value: &Value, lang: Lang) -> Result<String, Error> {
    if value.is_none() || value.is_undefined() {
        return Ok("–".to_owned());
    }
    Ok(share(f64::try_from(value.clone())?, lang))
}

/// A percentage that is there, as documents write it.
pub(super) fn share(value: f64, lang: Lang) -> String {
    let shown = format!("{value:.2}");
    let shown = shown.strip_suffix(".00").unwrap_or(&shown).to_owned();
    (if lang == Lang::Vi { shown.replace('.', ",") } else { shown }) + "%"
}
