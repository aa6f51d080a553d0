//! `law`: texts of law.

use super::args::LawCommand;
use super::context::Context;
use super::{Answer, law_compare};
use crate::exchange::input;
use crate::text::{Result, clean};
use std::path::Path;

/// Runs one of the commands of `law`.
pub(super) fn run(context: &Context, command: LawCommand) -> Result<Answer> {
    match command {
        LawCommand::Compare(args) => law_compare::run(context, &args),
    }
}

/// The cleaned text of an instrument.
pub(super) fn read(path: &Path) -> Result<String> {
    Ok(clean(&input::text(path)?))
}
