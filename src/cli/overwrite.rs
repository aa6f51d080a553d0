//! What a command replaced, and what stands where something else was expected: whose, since when, how sure. For people and for programs.

use super::Answer;
use super::changed;
use super::context::Context;
use super::output;
use crate::desk::{Figure, LastTouch, Replaced, Standing, in_words};
use crate::model::nouns::{field_word, table};
use crate::model::{Cell as SheetCell, Fraction, KindParameter};
use crate::text::{Lang, date};
use crate::view::{Cell, noun_json, pretty};
use crate::words::sheet::SheetWord;
use crate::words::{Message, Result};
use serde_json::{Map, Value, json};

/// What fields lie in, so that people read their names: tables, and the parameters of a kind of measure, which are fields of its measures.
#[derive(Debug, Default)]
pub(super) struct Place {
    /// The tables, by their names.
    pub(super) tables: &'static [&'static str],
    /// The parameters.
    pub(super) parameters: Vec<KindParameter>,
}

impl Place {
    fn label(&self, field: &str, lang: Lang) -> String {
        let parameter = self.parameters.iter().find(|parameter| parameter.id == field);
        parameter
            .map_or_else(|| field_word(self.table(field), field).text(lang).to_owned(), |p| p.name_in(lang).to_owned())
    }

    fn table(&self, field: &str) -> &'static str {
        let holds = |name: &&&str| table(name).is_some_and(|table| table.field(field).is_some());
        self.tables.iter().find(holds).copied().unwrap_or_default()
    }

    fn shown(&self, field: &str, text: &str, lang: Lang) -> String {
        match text {
            "" => SheetWord::Nothing.text(lang).to_owned(),
            text => in_words(self.table(field), field, text, lang).replace('\n', " "),
        }
    }
}

/// Answers that nothing was written because something else stands there than was expected: an answer of "no".
///
/// # Errors
/// The output cannot be written.
pub(super) fn stands(context: &Context, of: &str, place: &Place, standing: &[Standing]) -> Result<Answer> {
    let lang = context.lang;
    for field in standing {
        let whose = whose(context, lang, &field.figure, field.last.as_ref());
        let (label, stands) = (place.label(&field.field, lang), place.shown(&field.field, &field.figure.value, lang));
        let values: [&dyn std::fmt::Display; 5] =
            [&of, &label, &stands, &whose, &place.shown(&field.field, &field.expected, lang)];
        output::remark(&format!(
            "{} {}",
            context.word(crate::words::cli::CliMessage::ErrorHeading),
            SheetWord::Stands.with(context.lang, &values)
        ));
    }
    if context.is_json() {
        let standing: Vec<Value> = standing.iter().map(standing_json).collect();
        let answer = noun_json("conflict", json!({"change": null, "of": of, "standing": standing}));
        output::write(context.output.as_deref(), pretty(&answer)?.as_bytes())?;
    }
    Ok(Answer::No)
}

/// A line a field that was replaced: `a1, phút: 30 (giả định; Lan, 1/1/2026 08:30) → 45 (khảo sát)`.
pub(super) fn lines(context: &Context, lang: Lang, of: &str, place: &Place, replaced: &[Replaced]) -> String {
    let mut out = String::new();
    for field in replaced {
        let before = whose(context, lang, &field.before, field.last.as_ref());
        let after = field.after.provenance.map(|sure| sure.word(lang));
        let after = after.map(|sure| format!(" ({sure})")).unwrap_or_default();
        let [old, new] = [&field.before, &field.after].map(|figure| place.shown(&field.field, &figure.value, lang));
        out += &format!("\n{of}, {}: {old} ({before}) → {new}{after}", place.label(&field.field, lang));
    }
    out
}

/// The fields that were replaced, for programs.
pub(super) fn json(replaced: &[Replaced]) -> Value {
    let one = |field: &Replaced| {
        json!({
            "field": field.field,
            "before": value(&field.field, &field.before.value), "before_provenance": sure(&field.before),
            "after": value(&field.field, &field.after.value), "after_provenance": sure(&field.after),
            "last_changed": field.last.as_ref().map(changed::last_json),
        })
    };
    replaced.iter().map(one).collect()
}

fn standing_json(standing: &Standing) -> Value {
    json!({
        "field": standing.field, "expected": standing.expected,
        "value": value(&standing.field, &standing.figure.value), "provenance": sure(&standing.figure),
        "last_changed": standing.last.as_ref().map(changed::last_json),
    })
}

fn sure(figure: &Figure) -> Option<&'static str> {
    figure.provenance.map(crate::model::Provenance::name)
}

/// A figure of a cell as a number, anything else as text.
fn value(field: &str, text: &str) -> Value {
    let number = SheetCell::parse(field).is_some() || field == "staff";
    match Fraction::parse(text).filter(|_| number) {
        Some(exact) => Cell::Exact(exact).json(),
        None => json!(text),
    }
}

/// How sure a figure is, who wrote it, and when by the clock of the user.
fn whose(context: &Context, lang: Lang, figure: &Figure, last: Option<&LastTouch>) -> String {
    let sure = figure.provenance.map(|sure| sure.word(lang).to_owned());
    let who = last.map(|last| {
        let at = context.local(last.at);
        format!("{}, {} {:02}:{:02}", last.author, date::short(at.date(), lang), at.hour(), at.minute())
    });
    let parts: Vec<String> = sure.into_iter().chain(who).collect();
    if parts.is_empty() { SheetWord::Unknown.text(lang).to_owned() } else { parts.join("; ") }
}

/// What a command changed, with more that programs want to know of it.
///
/// # Errors
/// The workspace cannot be read.
pub(super) fn changed_with(reader: &crate::store::Reader, change: Option<i64>, more: Value) -> Result<Value> {
    let mut answer = changed::json(reader, change)?;
    if let (Value::Object(answer), Value::Object(more)) = (&mut answer, more) {
        answer.extend(more.into_iter().collect::<Map<_, _>>());
    }
    Ok(answer)
}
