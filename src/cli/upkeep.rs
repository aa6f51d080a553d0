//! `backup`, `restore`, `doctor`: the health of the workspace.

use super::Answer;
use super::args::{BackupArgs, RestoreArgs};
use super::context::Context;
use super::output::Table;
use crate::store::{Severity, Workspace};
use crate::text::messages::cli::CliMessage;
use crate::text::{Message, Result};

/// Copies the workspace.
pub(super) fn backup(context: &Context, args: &BackupArgs) -> Result<()> {
    context.open()?.backup(&args.to)?;
    context.tell(&CliMessage::BackedUp.said(&[&args.to.display()]));
    Ok(())
}

/// Puts a copy in the place of the workspace; what was there is kept beside it.
pub(super) fn restore(context: &Context, args: &RestoreArgs) -> Result<()> {
    let kept = Workspace::restore(&args.from, context.database())?;
    context.tell(&CliMessage::Restored.said(&[&args.from.display(), &context.database().display()]));
    if let Some(kept) = kept {
        context.tell(&CliMessage::KeptBeside.said(&[&kept.display()]));
    }
    Ok(())
}

/// Examines the workspace; a finding worse than a remark is a "no".
pub(super) fn doctor(context: &Context) -> Result<Answer> {
    let workspace = context.open()?;
    let columns = [("severity", CliMessage::SeverityColumn), ("finding", CliMessage::Found)];
    let mut table = Table::new("finding", context.lang, &columns);
    let findings = workspace.doctor()?;
    for finding in &findings {
        table.push(vec![finding.severity.name().into(), finding.said.text(context.lang).into()]);
    }
    context.answer(&table)?;
    let sound = findings.iter().all(|finding| finding.severity != Severity::Problem);
    Ok(if sound { Answer::Done } else { Answer::No })
}
