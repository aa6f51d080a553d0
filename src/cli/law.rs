//! `law`: texts of the law. These commands need no workspace.

use super::args::LawCommand;
use super::context::Context;
use super::{Answer, law_outline};
use crate::exchange::input::LARGEST;
use crate::exchange::legal_text::{self, LegalText};
use crate::text::messages::cli::CliMessage;
use crate::text::{Fault, Message, Result};
use std::io::Read;
use std::path::Path;

/// Runs a command of `law`.
pub(super) fn run(context: &Context, command: LawCommand) -> Result<Answer> {
    match command {
        LawCommand::Outline(args) => law_outline::run(context, &args).map(|()| Answer::Done),
    }
}

/// Reads an instrument from a file, or from standard input for `-`.
///
/// # Errors
/// Bad input, with the place.
pub(super) fn read(path: &Path) -> Result<LegalText> {
    if path.as_os_str() != "-" {
        return legal_text::read(path);
    }
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .take(LARGEST)
        .read_to_end(&mut bytes)
        .map_err(|e| Fault::input(CliMessage::CannotRead.said(&[&"stdin"])).because(e))?;
    legal_text::from_bytes(&bytes, None).map_err(|fault| fault.in_file(path))
}
