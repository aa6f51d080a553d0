//! `completions` and `man`.

use super::args::{Cli, CompletionsArgs};
use super::context::Context;
use super::{help, output};
use crate::words::cli::CliMessage;
use crate::words::{Fault, Message, Result};
use clap::{Command, CommandFactory};

/// Prints shell completions.
pub(super) fn completions(context: &Context, args: &CompletionsArgs) -> Result<()> {
    let mut out = Vec::new();
    clap_complete::generate(args.shell, &mut help::localised(Cli::command(), context.lang), "tinhgon", &mut out);
    output::write(context.output.as_deref(), &out)
}

/// Prints the manual: the page of the program, then one section a command.
pub(super) fn man(context: &Context) -> Result<()> {
    let mut command = help::localised(Cli::command(), context.lang);
    command.build();
    let mut out = Vec::new();
    page(&command, &mut out)?;
    let out = String::from_utf8_lossy(&out);
    let lines = out.lines().map(|line| heading(line).map_or_else(|| line.to_owned(), |word| shown(word, context)));
    output::write(context.output.as_deref(), (lines.collect::<Vec<_>>().join("\n") + "\n").as_bytes())
}

/// The heading of a section that the library writes in English.
fn heading(line: &str) -> Option<CliMessage> {
    Some(match line {
        ".SH NAME" => CliMessage::ManName,
        ".SH SYNOPSIS" => CliMessage::ManSynopsis,
        ".SH DESCRIPTION" => CliMessage::ManDescription,
        ".SH EXTRA" => CliMessage::ManExtra,
        ".SH VERSION" => CliMessage::ManVersion,
        _ => return None,
    })
}

fn shown(heading: CliMessage, context: &Context) -> String {
    format!(".SH \"{}\"", context.word(heading))
}

fn page(command: &Command, out: &mut Vec<u8>) -> Result<()> {
    let failed = |e: std::io::Error| Fault::other(CliMessage::CannotWrite.said(&[&"man"])).because(e);
    clap_mangen::Man::new(command.clone()).render(out).map_err(failed)?;
    for child in command.get_subcommands() {
        page(child, out)?;
    }
    Ok(())
}
