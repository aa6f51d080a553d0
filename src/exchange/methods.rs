//! Cost methods and cases: those that come with the program, and files that an analyst writes.

use super::{input, toml_text};
use crate::cost::method::{CaseFile, Method};
use crate::words::method::MethodWord as W;
use crate::words::{Fault, Message, Result};
use serde::de::DeserializeOwned;
use std::path::Path;

macro_rules! file {
    ($name:literal) => {
        ($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog/", $name)))
    };
}

/// The methods that come with the program.
const METHODS: [(&str, &str); 6] = [
    file!("methods/vietnam.toml"),
    file!("methods/standard-cost-model.toml"),
    file!("methods/australia.toml"),
    file!("methods/germany.toml"),
    file!("methods/canada.toml"),
    file!("methods/united-states.toml"),
];

/// The cases that come with the program.
const CASES: (&str, &str) = file!("cost-cases.toml");

/// The methods that come with the program.
///
/// # Errors
/// When a file that comes with the program cannot be read, which is a fault of the release.
pub fn shipped() -> Result<Vec<Method>> {
    METHODS.iter().map(|(name, text)| method(text).map_err(|fault| fault.in_file(Path::new(name)))).collect()
}

/// The cases that come with the program: published figures of the shipped methods.
///
/// # Errors
/// When the file that comes with the program cannot be read, which is a fault of the release.
pub fn shipped_cases() -> Result<CaseFile> {
    cases(CASES.1).map_err(|fault| fault.in_file(Path::new(CASES.0)))
}

/// A method by its name, or from a file that an analyst wrote (a path that ends in `.toml`).
///
/// # Errors
/// Wrong usage when there is no such method; bad input, with file, line and column, when the file cannot be read.
pub fn find(name: &str) -> Result<Method> {
    let path = Path::new(name);
    if path.extension().is_some_and(|ending| ending == "toml") {
        return method(&input::text(path)?).map_err(|fault| fault.in_file(path));
    }
    let shipped = shipped()?;
    let known = shipped.iter().map(|method| method.id.clone()).collect::<Vec<_>>().join(", ");
    shipped
        .into_iter()
        .find(|method| method.id == name)
        .ok_or_else(|| Fault::missing(W::NoMethod.said(&[&name, &known])).hint(W::NoMethodHint.said(&[])))
}

/// Reads a file of cases.
///
/// # Errors
/// Bad input, with file, line and column.
pub fn read_cases(path: &Path) -> Result<CaseFile> {
    cases(&input::text(path)?).map_err(|fault| fault.in_file(path))
}

fn method(text: &str) -> Result<Method> {
    let method: Method = toml(text, W::BadMethodFile, W::BadMethodHint)?;
    method.check()?;
    Ok(method)
}

fn cases(text: &str) -> Result<CaseFile> {
    toml(text, W::BadCaseFile, W::BadCaseHint)
}

/// Reads TOML after cleaning it, and places what is wrong.
pub(super) fn toml<T: DeserializeOwned, M: Message>(text: &str, what: M, hint: M) -> Result<T> {
    let text = crate::text::clean(text);
    toml_text::read(&text, || Fault::input(what.said(&[])).hint(hint.said(&[])))
}
