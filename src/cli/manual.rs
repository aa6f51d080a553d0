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
    output::write(context.output.as_deref(), &out)
}

fn page(command: &Command, out: &mut Vec<u8>) -> Result<()> {
    let failed = |e: std::io::Error| Fault::other(CliMessage::CannotWrite.said(&[&"man"])).because(e);
    clap_mangen::Man::new(command.clone()).render(out).map_err(failed)?;
    for child in command.get_subcommands() {
        page(child, out)?;
    }
    Ok(())
}
