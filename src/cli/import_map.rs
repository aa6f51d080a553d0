//! `import --map`: a mapping made at the terminal, column by column, with what the first rows become, kept in a file.

use super::context::Context;
use super::output;
use crate::exchange::guide::Guide;
use crate::exchange::write_whole;
use crate::words::guide::GuideWord as W;
use crate::words::{Fault, Message, Result};
use std::io::BufRead;
use std::path::{Path, PathBuf};

/// How many rows are shown.
const ROWS: usize = 10;

/// Asks which column is what and keeps the mapping; gives the file in which it is kept. Answers come from standard input, a line each: an
/// empty one takes the guess.
///
/// # Errors
/// Bad input: the file holds no table, or the answers end; wrong usage: what was answered is no column.
pub(super) fn run(context: &Context, path: &Path) -> Result<PathBuf> {
    let lang = context.lang;
    let guide = Guide::of(path)?;
    let tell = |text: String| output::remark(&text);
    tell(W::Columns.with(lang, &[&path.display(), &guide.columns.len()]));
    for (at, column) in guide.columns.iter().enumerate() {
        let samples = column.samples.iter().map(|cell| short(cell)).collect::<Vec<_>>().join(" · ");
        tell(format!("  {:>2}  {}   {samples}", at + 1, short(&column.head)));
    }
    let register = context.open()?.agency_register()?;
    let mut lines = std::io::stdin().lock().lines();
    let mut ask = |question: String| -> Result<String> {
        tell(question);
        match lines.next() {
            Some(Ok(line)) => Ok(line.trim().to_owned()),
            _ => Err(Fault::usage(W::Ended.said(&[])).hint(W::EndedHint.said(&[]))),
        }
    };
    loop {
        let mut chosen = Vec::new();
        for field in &guide.fields {
            let guess = field.guess.and_then(|at| guide.columns.get(at));
            let guess = guess.map_or_else(|| W::NoColumn.text(lang).to_owned(), |column| short(&column.head));
            loop {
                let typed = ask(W::Which.with(lang, &[&field.word(lang), &guess]))?;
                let column = match typed.as_str() {
                    "" => field.guess,
                    "-" | "0" => None,
                    typed => match typed.parse::<usize>().ok().filter(|at| (1..=guide.columns.len()).contains(at)) {
                        Some(at) => Some(at - 1),
                        None => {
                            tell(W::NotAColumn.with(lang, &[&typed, &guide.columns.len()]));
                            continue;
                        }
                    },
                };
                if column.is_none() && field.needed {
                    tell(W::NeededField.with(lang, &[&field.word(lang)]));
                    continue;
                }
                chosen.push(column);
                break;
            }
        }
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let mapping = guide.mapping(&stem, &chosen)?;
        match Guide::preview(path, &mapping, &register, ROWS) {
            Ok(rows) => {
                tell(W::Preview.with(lang, &[&rows.len()]));
                for row in rows {
                    let regulation = &row.procedure.regulation;
                    let part = |text: &Option<String>| text.as_deref().map(short).unwrap_or_default();
                    let agency = regulation
                        .agency
                        .as_deref()
                        .map(|name| register.answering(name).unwrap_or_else(|| name.to_owned()));
                    tell(format!(
                        "  {}  {} | {} | {}",
                        regulation.code,
                        short(&regulation.name),
                        part(&agency),
                        part(&regulation.field)
                    ));
                    row.said.iter().for_each(|said| tell(format!("      {}", said.text(lang))));
                }
            }
            Err(fault) => {
                tell(fault.message(lang));
                continue;
            }
        }
        let offered = format!("{stem}.mapping.toml");
        let typed = ask(W::Save.with(lang, &[&offered]))?;
        if typed == "-" {
            continue;
        }
        let file = PathBuf::from(if typed.is_empty() { offered } else { typed });
        let file = if file.extension().is_some_and(|e| e == "toml") { file } else { file.with_extension("toml") };
        write_whole(&file, mapping.as_bytes())?;
        tell(W::Saved.with(lang, &[&file.display(), &path.display()]));
        return Ok(file);
    }
}

/// A text short enough to stand beside others.
fn short(text: &str) -> String {
    match text.char_indices().nth(48) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
