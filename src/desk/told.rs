//! What a change did, in words: the row, the field, what stood there and what stands there now.

use super::{FieldChange, Touched};
use crate::model::nouns::{field_word, row_word, table};
use crate::model::{Holds, InstrumentVersion, Noun, Provenance};
use crate::store::Reader;
use crate::text::{Lang, date, number};
use crate::words::desk::DeskMessage as M;
use crate::words::{Message, Result, Said, capital, word_of};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// Up to so many rows are told one by one; of more, how many of each kind.
const ROWS: usize = 3;

/// How much of a text is shown in one line, characters.
const LINE: usize = 60;

/// A change in one line: its rows, or how many of each kind it touched. `turned`: what taking it back does.
///
/// # Errors
/// The workspace cannot be read.
pub fn summary(reader: &Reader, change: i64, turned: bool) -> Result<Said> {
    let touched = Touched::rows_of(reader, change, ROWS + 1)?;
    if touched.len() <= ROWS {
        let rows = touched.into_iter().map(|row| if turned { row.turned() } else { row });
        let said: Vec<Said> = rows.map(|row| row.line()).collect();
        return Ok(joined(&said, "; "));
    }
    let counts = reader.change_counts(change)?;
    let said = counts.iter().map(|(kind, place, count)| {
        let message = match (kind.as_str(), turned) {
            ("insert", false) | ("delete", true) => M::CountInserted,
            ("insert", true) | ("delete", false) => M::CountDeleted,
            _ => M::CountUpdated,
        };
        message.said_by(|lang| {
            let count = i128::try_from(*count).unwrap_or_default();
            vec![number::whole(count, lang), row_word(place).text(lang).to_owned()]
        })
    });
    Ok(joined(&said.collect::<Vec<_>>(), ", "))
}

fn joined(parts: &[Said], mark: &str) -> Said {
    Said::by(|lang| parts.iter().map(|said| said.text(lang)).collect::<Vec<_>>().join(mark))
}

impl Touched {
    /// What taking this back does.
    #[must_use]
    pub fn turned(mut self) -> Self {
        for field in &mut self.fields {
            std::mem::swap(&mut field.before, &mut field.after);
        }
        self.kind = match self.kind.as_str() {
            "insert" => "delete".to_owned(),
            "delete" => "insert".to_owned(),
            _ => self.kind,
        };
        self
    }

    /// The row in one line: “Phút của a1, 1.000426: 150 → 30”.
    pub fn line(&self) -> Said {
        let message = match self.kind.as_str() {
            "insert" => M::ToldInserted,
            "delete" => M::ToldDeleted,
            _ => return self.changes(Some(LINE)),
        };
        message.said_by(|lang| vec![row_word(&self.place).text(lang).to_owned(), self.name(lang)])
    }

    /// The row in full, a line a field.
    pub fn lines(&self) -> Vec<Said> {
        let mut lines = vec![match self.kind.as_str() {
            "insert" | "delete" => self.line(),
            _ => {
                let head = |lang| format!("{} {}", row_word(&self.place).text(lang), self.name(lang));
                Said::by(head)
            }
        }];
        for part in self.fields.iter().flat_map(|change| self.parts(change)) {
            let one = |lang| format!("  {}", self.part_said(&part, None).text(lang));
            lines.push(Said::by(one));
        }
        lines
    }

    /// How people name the row: the part before the whole.
    fn name(&self, lang: Lang) -> String {
        let of_version = self.place == InstrumentVersion::DESCRIPTION.name;
        let part = |(at, key): (usize, &String)| match at {
            1 if of_version => InstrumentVersion::called(key, lang),
            _ => key.clone(),
        };
        self.key.iter().enumerate().map(part).rev().collect::<Vec<_>>().join(", ")
    }

    fn changes(&self, most: Option<usize>) -> Said {
        let said = self.fields.iter().flat_map(|change| self.parts(change)).enumerate().map(|(at, part)| {
            if at > 0 {
                return self.part_said(&part, most);
            }
            M::ToldField.said_by(|lang| {
                let (before, after) = self.sides(&part, lang, most);
                vec![capital(part.word.text(lang)), self.name(lang), before, after]
            })
        });
        joined(&said.collect::<Vec<_>>(), "; ")
    }

    /// What of a field changed: where objects stood and stand there, the keys that differ; else the field.
    fn parts<'f>(&self, change: &'f FieldChange) -> Vec<Part<'f>> {
        let word = field_word(&self.place, &change.field);
        let column = Cow::Borrowed(change.field.as_str());
        let of_key = |(key, before, after): (String, Option<Value>, Option<Value>)| {
            let inner = field_word(&self.place, &key);
            let both = |lang| format!("{} ({})", word.text(lang), inner.text(lang));
            let column = if is_provenance(&change.field) { column.clone() } else { Cow::Owned(key) };
            Part { word: Said::by(both), column, before, after }
        };
        match differing(change) {
            Some(keys) => keys.into_iter().map(of_key).collect(),
            None => vec![Part { word, column, before: change.before.clone(), after: change.after.clone() }],
        }
    }

    fn part_said(&self, part: &Part<'_>, most: Option<usize>) -> Said {
        let of_update = self.kind == "update";
        let message = if of_update { M::ToldFieldAfter } else { M::ToldNewField };
        message.said_by(|lang| {
            let (before, after) = self.sides(part, lang, most);
            let word = part.word.text(lang).to_owned();
            match (of_update, self.kind.as_str()) {
                (true, _) => vec![word, before, after],
                (false, "delete") => vec![word, before],
                _ => vec![word, after],
            }
        })
    }

    fn sides(&self, part: &Part<'_>, lang: Lang, most: Option<usize>) -> (String, String) {
        let side = |value: &Option<Value>| {
            let text = shown(&self.place, &part.column, value.as_ref().unwrap_or(&Value::Null), lang);
            most.map_or_else(|| text.clone(), |most| cut(&text, most))
        };
        (side(&part.before), side(&part.after))
    }
}

/// A field that changed, or one key of the object in it.
struct Part<'f> {
    word: Said,
    /// By which its values are told.
    column: Cow<'f, str>,
    before: Option<Value>,
    after: Option<Value>,
}

/// The provenance of a cell is told under the name of the cell.
fn is_provenance(column: &str) -> bool {
    column == "provenance"
}

/// A key of an object, what stood there and what stands there now.
type KeyChange = (String, Option<Value>, Option<Value>);

/// The keys that differ, with what stood and stands under them; nothing where not both sides are objects, or nothing in them differs.
fn differing(change: &FieldChange) -> Option<Vec<KeyChange>> {
    let object = |side: &Option<Value>| match side.as_ref()? {
        Value::Object(fields) => Some(fields.clone()),
        Value::String(text) if text.starts_with('{') => serde_json::from_str::<Map<String, Value>>(text).ok(),
        _ => None,
    };
    let (before, mut after) = (object(&change.before)?, object(&change.after)?);
    let mut keys = Vec::new();
    for (key, old) in before {
        let new = after.remove(&key);
        if new.as_ref() != Some(&old) {
            keys.push((key, Some(old), new));
        }
    }
    keys.extend(after.into_iter().map(|(key, new)| (key, None, Some(new))));
    Some(keys).filter(|keys| !keys.is_empty())
}

fn cut(text: &str, most: usize) -> String {
    let text = text.replace('\n', " ");
    if text.chars().count() <= most {
        return text;
    }
    text.chars().take(most).chain(['…']).collect()
}

/// A value of a column for people: numbers and dates as they are written, values of an enumeration by their word, lists in one line.
fn shown(place: &str, column: &str, value: &Value, lang: Lang) -> String {
    match value {
        Value::Null => M::ToldNothing.text(lang).to_owned(),
        Value::Bool(yes) => (if *yes { M::ToldYes } else { M::ToldNo }).text(lang).to_owned(),
        Value::Number(n) => match n.as_i64() {
            Some(n) if holds(place, column) == Some(Holds::Flag) => shown(place, column, &Value::Bool(n != 0), lang),
            Some(n) => number::whole(n.into(), lang),
            None => n.to_string(),
        },
        Value::String(text) => in_words(place, column, text, lang),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| shown(place, column, item, lang)).collect();
            if items.is_empty() { M::ToldNothing.text(lang).to_owned() } else { items.join("; ") }
        }
        Value::Object(fields) => {
            let one = |(name, value): (&String, &Value)| {
                let inner = if is_provenance(column) { column } else { name };
                format!("{}: {}", field_word(place, name).text(lang), shown(place, inner, value, lang))
            };
            fields.iter().map(one).collect::<Vec<_>>().join(", ")
        }
    }
}

/// What a column holds, as the noun describes it.
fn holds(place: &str, column: &str) -> Option<Holds> {
    table(place)?.field(column).map(|field| field.holds)
}

/// What stands in a column as text, for people: numbers and dates as they are written, values of an enumeration by their word.
pub fn in_words(place: &str, column: &str, text: &str, lang: Lang) -> String {
    if text.is_empty() {
        return M::ToldNothing.text(lang).to_owned();
    }
    let word = match holds(place, column) {
        Some(Holds::Choice(choice)) => (choice.word)(text, lang),
        // How sure each cell of a row is.
        Some(Holds::Map(_)) if is_provenance(column) => word_of::<Provenance>(text, lang),
        _ => None,
    };
    if let Some(word) = word {
        return word.to_owned();
    }
    if holds(place, column) == Some(Holds::Exact)
        && let Ok(whole) = text.parse::<i128>()
    {
        return number::whole(whole, lang);
    }
    if text.len() == 10
        && let Ok(day) = text.parse::<jiff::civil::Date>()
    {
        return date::short(day, lang);
    }
    if text.starts_with(['[', '{'])
        && let Ok(inner @ (Value::Array(_) | Value::Object(_))) = serde_json::from_str(text)
    {
        return shown(place, column, &inner, lang);
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn touched(kind: &str, fields: &[(&str, Value, Value)]) -> Touched {
        let side = |value: &Value| Some(value.clone()).filter(|v| *v != json!("none"));
        let field = |(name, before, after): &(&str, Value, Value)| FieldChange {
            field: (*name).to_owned(),
            before: side(before),
            after: side(after),
            last: None,
        };
        Touched {
            place: "activity".to_owned(),
            key: vec!["1.000426".to_owned(), "a1".to_owned()],
            kind: kind.to_owned(),
            fields: fields.iter().map(field).collect(),
        }
    }

    #[test]
    fn a_cell_is_told_as_people_speak_of_it() {
        let cell = touched("update", &[("minutes", json!("150"), json!("30"))]);
        assert_eq!(cell.line().vi, "Phút của a1, 1.000426: 150 → 30");
        assert_eq!(cell.line().en, "Minutes of a1, 1.000426: 150 → 30");
        assert_eq!(cell.turned().line().vi, "Phút của a1, 1.000426: 30 → 150");
        let people = touched("update", &[("population", json!(1_400_000), Value::Null)]);
        assert_eq!(people.line().vi, "Số đối tượng của a1, 1.000426: 1.400.000 → trống");
        assert_eq!(people.line().en, "Population of a1, 1.000426: 1,400,000 → nothing");
        let sure = touched(
            "update",
            &[("provenance", json!(r#"{"minutes":"assumption"}"#), json!(r#"{"minutes":"surveyed"}"#))],
        );
        assert_eq!(sure.line().vi, "Loại số liệu (phút) của a1, 1.000426: giả định → khảo sát");
        let two = touched(
            "update",
            &[(
                "provenance",
                json!(r#"{"minutes":"official","times":"official","population":"official"}"#),
                json!(r#"{"minutes":"assumption","times":"official","staff":"measured"}"#),
            )],
        );
        let told = "Loại số liệu (phút) của a1, 1.000426: chính thức → giả định; ";
        assert!(two.line().vi.starts_with(told), "{}", two.line().vi);
        assert_eq!(two.lines().len(), 4, "what is as it was is not told");
    }

    #[test]
    fn a_row_is_told_by_its_name_and_in_full_by_its_fields() {
        let row = touched("insert", &[("minutes", json!("none"), json!("30")), ("source", json!("none"), json!(""))]);
        assert_eq!(row.line().vi, "thêm dòng bảng tính a1, 1.000426");
        let lines: Vec<String> = row.lines().into_iter().map(|said| said.vi).collect();
        assert_eq!(lines, ["thêm dòng bảng tính a1, 1.000426", "  phút: 30", "  nguồn: trống"]);
        assert_eq!(row.turned().lines()[1].en, "  minutes: 30");
        let two =
            touched("update", &[("minutes", json!("1/3"), json!("2")), ("source", json!(""), json!("x".repeat(99)))]);
        let cut = "x".repeat(60) + "…";
        assert_eq!(two.line().vi, format!("Phút của a1, 1.000426: 1/3 → 2; nguồn: trống → {cut}"));
        assert!(two.lines()[2].vi.contains(&"x".repeat(99)), "in full nothing is cut");
    }
}
