//! The catalogue that comes with the program, embedded in it: agencies, programmes, parameters, kinds of measure, days off,
//! the register of data that the state holds, checklists of reviews, two linked services, directives. All of it is data in `catalog/`, in
//! the same form that a user imports.

use super::{input, methods};
use crate::cost::FirstSheetRules;
use crate::model::Batch;
use crate::reform::suggest::SuggestRules;
use crate::words::catalog::CatalogMessage;
use crate::words::suggest::SuggestWord;
use crate::words::{Fault, Message, Result};
use serde::de::DeserializeOwned;
use std::path::Path;

macro_rules! file {
    ($name:literal) => {
        ($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog/", $name)))
    };
}

/// The files of the catalogue with their texts, in the order in which they are read.
const FILES: [(&str, &str); 16] = [
    file!("agencies.toml"),
    file!("holidays.toml"),
    file!("parameters.toml"),
    file!("programmes.toml"),
    file!("instrument-levels.toml"),
    file!("measure-kinds.toml"),
    file!("state-data.toml"),
    file!("checks/review.toml"),
    file!("checks/digital-ready.toml"),
    file!("linked-services/birth.toml"),
    file!("linked-services/death.toml"),
    file!("directives/conference-2023-07-12.toml"),
    file!("directives/resolutions-2026.toml"),
    file!("directives/news-2026.toml"),
    file!("indicators.toml"),
    file!("instruments.toml"),
];

/// Numbers of those who comply with procedures that do not come with the program.
const POPULATIONS: (&str, &str) = file!("populations.toml");

const FIRST_SHEET: (&str, &str) = file!("first-sheet.toml");

const SUGGESTIONS: (&str, &str) = file!("suggestion-rules.toml");

/// The shipped catalogue: every file of `catalog/` as one batch.
///
/// # Errors
/// When a file that comes with the program cannot be read, which is a fault of the release.
pub fn shipped() -> Result<Batch> {
    let mut all = Batch::default();
    for file in FILES {
        all.append(read(file)?);
    }
    Ok(all)
}

/// The shipped catalogue with what it says of procedures that do not come with it: for a workspace that may have them.
///
/// # Errors
/// As [`shipped`].
pub fn offered() -> Result<Batch> {
    let mut all = shipped()?;
    all.append(read(POPULATIONS)?);
    Ok(all)
}

/// The shipped rules by which a first cost sheet is made from the record of a procedure.
///
/// # Errors
/// When the file that comes with the program cannot be read, which is a fault of the release.
pub fn first_sheet_rules() -> Result<FirstSheetRules> {
    read(FIRST_SHEET)
}

/// The rules by which cuts are suggested: those in a file, or those that come with the program.
///
/// # Errors
/// Bad input, with file, line and column.
pub fn suggest_rules(path: Option<&Path>) -> Result<SuggestRules> {
    match path {
        None => read(SUGGESTIONS),
        Some(path) => methods::toml(&input::text(path)?, SuggestWord::BadRules, SuggestWord::BadRulesHint)
            .map_err(|fault| fault.in_file(path)),
    }
}

fn read<T: DeserializeOwned>((name, text): (&str, &str)) -> Result<T> {
    toml::from_str(text).map_err(|cause| {
        Fault::other(CatalogMessage::NotReadable.said(&[&name]))
            .hint(CatalogMessage::NotReadableHint.said(&[]))
            .because(cause)
    })
}

#[cfg(test)]
mod tests;
