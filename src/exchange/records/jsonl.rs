//! One JSON object a line.

use super::{LONGEST_LINE, MOST_RECORDS, Record, Records, Source, lookup};
use crate::exchange::input::Lines;
use crate::exchange::mapping::Format;
use crate::words::exchange::ExchangeMessage as Say;
use crate::words::{Fault, Message, Result};
use serde_json::Value;
use std::fs::File;

/// How deep a record may be nested. Real ones need four levels.
const DEEPEST: usize = 32;

pub(super) fn read(source: &mut Source<'_>, file: File) -> Result<Records> {
    let mut lines = Lines::new(source.path, file, LONGEST_LINE);
    let mut builder = None;
    let mut count = 0_usize;
    while let Some((line, text)) = lines.read()? {
        if text.trim().is_empty() {
            continue;
        }
        let record = object(text).map_err(|fault| fault.at_line(line))?;
        count += 1;
        if count > MOST_RECORDS {
            return Err(Fault::input(Say::TooManyRows.said(&[&MOST_RECORDS]))
                .hint(Say::TooLargeHint.said(&[]))
                .at_line(line));
        }
        if builder.is_none() {
            let has = |name: &str| lookup(&record, name).is_some();
            let Some(mapping) = source.recognise(Format::Jsonl, &has)? else {
                let keys: Vec<String> = record.keys().cloned().collect();
                return Err(source.unknown(Format::Jsonl, &keys, &has).at_line(line));
            };
            builder = Some(source.builder(mapping));
        }
        if let Some(builder) = &mut builder {
            builder.add(line, &record).map_err(|fault| fault.at_line(line))?;
        }
        (source.progress)(lines.done, source.size);
    }
    match builder {
        Some(builder) => Ok(builder.finish()),
        None => Err(Fault::input(Say::EmptyFile.said(&[])).hint(Say::EmptyFileHint.said(&[]))),
    }
}

/// The object of a line.
fn object(text: &str) -> Result<Record> {
    if depth(text) > DEEPEST {
        return Err(Fault::input(Say::TooDeep.said(&[&DEEPEST])).hint(Say::TooDeepHint.said(&[])));
    }
    match serde_json::from_str(text) {
        Ok(Value::Object(record)) => Ok(record),
        Ok(_) => Err(Fault::input(Say::NoObject.said(&[])).hint(Say::BadJsonHint.said(&[]))),
        Err(error) => {
            let said = if error.is_eof() { Say::CutJson } else { Say::BadJson };
            // The parser counts bytes; people count characters.
            let head = text.get(..error.column().saturating_sub(1)).unwrap_or(text);
            let column = head.chars().count() + 1;
            Err(Fault::input(said.said(&[])).hint(Say::BadJsonHint.said(&[])).at_column(column).because(reason(&error)))
        }
    }
}

/// What the parser says, without its own line and column.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}

/// How deep brackets are nested outside strings.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest, mut quoted, mut escaped) = (0_usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_count_characters() {
        let fault = object("{\"tên\": đ}").unwrap_err();
        assert_eq!(fault.place().unwrap().column, Some(9));
        assert!(object("[1]").is_err() && object("{\"a\":").is_err());
        assert!(object(&format!("{}{}", "[".repeat(100), "]".repeat(100))).is_err());
        assert_eq!(depth(r#"{"a":"[[[\"[","b":[{}]}"#), 3);
    }
}
