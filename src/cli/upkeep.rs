//! `backup`, `restore`, `doctor`: the health of the workspace.

use super::Answer;
use super::args::{BackupArgs, DoctorArgs, RestoreArgs};
use super::context::Context;
use super::output;
use crate::hub::audit;
use crate::store::{Finding, FindingCode, KeptBackups, Severity, Workspace};
use crate::view::{Cell, Format, SCHEMA_VERSION, Table, declare, pretty};
use crate::words::cli::CliMessage;
use crate::words::hub::HubWord;
use crate::words::{Fault, Message, Result};
use serde_json::{Value, json};
use std::fs::File;
use std::path::Path;
use tempfile::TempDir;

/// Copies the workspace.
pub(super) fn backup(context: &Context, args: &BackupArgs) -> Result<()> {
    let workspace = context.open()?;
    if args.to.as_os_str() == "-" && args.keep.is_none() {
        let aside = beside(context)?;
        let copy = aside.path().join("copy.db");
        workspace.backup(&copy)?;
        let streamed = File::open(&copy).and_then(|mut from| std::io::copy(&mut from, &mut std::io::stdout().lock()));
        return streamed
            .map(drop)
            .map_err(|error| Fault::other(CliMessage::CannotWrite.said(&[&"-"])).because_io(&error));
    }
    let KeptBackups { to, removed } = match args.keep {
        Some(keep) => workspace.backup_into(&args.to, context.change("backup", "").at, keep)?,
        None => {
            workspace.backup(&args.to)?;
            KeptBackups { to: args.to.clone(), removed: Vec::new() }
        }
    };
    if context.form() == Format::Json {
        let removed: Vec<String> = removed.iter().map(|path| path.display().to_string()).collect();
        let value = || json!({ "to": to.display().to_string(), "removed": removed, "change": null });
        return context.answer_fields("backup", value());
    }
    context.tell(&CliMessage::BackedUp.said(&[&to.display()]));
    if !removed.is_empty() {
        context.tell(&CliMessage::OldCopiesGone.said(&[&removed.len()]));
    }
    Ok(())
}

/// A folder beside the data file, gone when it is dropped: what is copied there is as private as the data file itself.
fn beside(context: &Context) -> Result<TempDir> {
    let folder = context.database().parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let cannot =
        |error: std::io::Error| Fault::database(CliMessage::CannotWrite.said(&[&folder.display()])).because_io(&error);
    std::fs::create_dir_all(folder).map_err(cannot)?;
    tempfile::tempdir_in(folder).map_err(cannot)
}

/// Puts a copy in the place of the workspace; what was there is kept beside it.
pub(super) fn restore(context: &Context, args: &RestoreArgs) -> Result<()> {
    context.refuse_unmade()?;
    let kept = if args.from.as_os_str() == "-" {
        // It is examined as a file before it takes the place of the data file.
        let aside = beside(context)?;
        let copy = aside.path().join("copy.db");
        let cannot = |error: std::io::Error| Fault::input(CliMessage::CannotRead.said(&[&"-"])).because_io(&error);
        let mut file = File::create(&copy).map_err(cannot)?;
        std::io::copy(&mut std::io::stdin().lock(), &mut file).map_err(cannot)?;
        drop(file);
        Workspace::restore(&copy, context.database()).map_err(|fault| fault.renamed(&copy, Path::new("-")))?
    } else {
        Workspace::restore(&args.from, context.database())?
    };
    if context.form() == Format::Json {
        let value = || {
            let kept = kept.as_ref().map(|kept| kept.display().to_string());
            json!({ "from": args.from.display().to_string(), "to": context.database().display().to_string(),
                    "kept_beside": kept, "change": null })
        };
        return context.answer_fields("restored", value());
    }
    context.tell(&CliMessage::Restored.said(&[&args.from.display(), &context.database().display()]));
    if let Some(kept) = kept {
        context.tell(&CliMessage::KeptBeside.said(&[&kept.display()]));
    }
    Ok(())
}

/// Examines the workspace; a problem is a "no".
pub(super) fn doctor(context: &Context, args: &DoctorArgs) -> Result<Answer> {
    if let Some(to) = &args.rescue {
        let found = Workspace::rescue(context.database(), to, &context.change("doctor --rescue", ""))?;
        return tell_findings(context, &found);
    }
    let workspace = context.open()?;
    let mut found = workspace.doctor()?;
    let broken: Vec<Finding> = audit::broken(&workspace)?.into_iter().map(broken_trail).collect();
    if !broken.is_empty() {
        found.retain(|finding| finding.code != FindingCode::Sound);
        found.extend(broken);
    }
    tell_findings(context, &found)
}

fn broken_trail((replica, number): (String, u64)) -> Finding {
    let said = HubWord::TrailBroken.said(&[&replica, &number]);
    Finding::problem(FindingCode::BrokenTrail, said).name(replica).change(i64::try_from(number).ok())
}

declare! {
    FINDING = "finding" of "doctor" {
        "severity", CliMessage::SeverityColumn, "text";
        "finding", CliMessage::Found, "text";
    }
}

/// Answers with findings: to programs their codes and values, to people their sentences.
fn tell_findings(context: &Context, findings: &[Finding]) -> Result<Answer> {
    if context.form() == Format::Json {
        let rows: Vec<Value> = findings.iter().map(json_of).collect();
        let answer = json!({ "schema_version": SCHEMA_VERSION, "kind": "finding", "rows": rows });
        output::write(context.output.as_deref(), pretty(&answer)?.as_bytes())?;
    } else {
        let mut table = Table::of(&FINDING, context.lang);
        for finding in findings {
            let word = match finding.severity {
                Severity::Note => CliMessage::SeverityNote,
                Severity::Warning => CliMessage::SeverityWarning,
                Severity::Problem => CliMessage::SeverityProblem,
            };
            let severity = Cell::Named(finding.severity.name(), context.word(word));
            table.push(vec![severity, finding.said.text(context.lang).into()]);
        }
        context.answer(&table)?;
    }
    let sound = findings.iter().all(|finding| finding.severity != Severity::Problem);
    Ok(if sound { Answer::Done } else { Answer::No })
}

fn json_of(finding: &Finding) -> Value {
    json!({
        "severity": finding.severity.name(),
        "code": finding.code.name(),
        "table": finding.table,
        "key": finding.key,
        "field": finding.field,
        "stored": finding.stored,
        "expected": finding.expected,
        "name": finding.name,
        "count": finding.count,
        "change": finding.change,
    })
}
