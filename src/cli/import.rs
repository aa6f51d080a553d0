//! `import`: files in. Each comes in whole or not at all; one that fails does not keep the others out.

use super::Answer;
use super::args::{Format, ImportArgs};
use super::context::Context;
use super::output::{self, Cell, Table};
use crate::exchange::import::{Incoming, from_stdin, read};
use crate::exchange::law_text::Stated;
use crate::exchange::records::{Coverage, ImportReport, Problem};
use crate::store::{BatchCounts, Workspace, Writer};
use crate::text::messages::cli::CliMessage;
use crate::text::{Fault, Message, Result, number};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};
use std::path::Path;

/// How many problems of a file are shown without being asked for all.
const PROBLEMS_SHOWN: usize = 10;

/// What became of one file.
struct Imported {
    file: String,
    mapping: Option<String>,
    counts: BatchCounts,
    report: ImportReport,
}

/// Imports the files one after the other; gives the first fault when all are done.
pub(super) fn run(context: &Context, args: &ImportArgs) -> Result<Answer> {
    let mut workspace = context.open()?;
    let mut done = Vec::new();
    let mut failed: Option<Fault> = None;
    for path in &args.paths {
        let taken = if path.as_os_str() == "-" {
            from_stdin().and_then(|file| one(context, &mut workspace, file.path(), args))
        } else {
            one(context, &mut workspace, path, args)
        };
        match taken {
            Ok(imported) => {
                tell(context, &imported);
                done.push(imported);
            }
            Err(fault) => match &failed {
                None => failed = Some(fault),
                Some(_) => super::fail_message(&fault, context.lang),
            },
        }
    }
    if args.dry_run {
        context.tell(&CliMessage::DryRun.said(&[]));
    }
    answer(context, &done)?;
    match failed {
        None => Ok(Answer::Done),
        Some(fault) => {
            if args.paths.len() > 1 {
                context.tell(&CliMessage::ImportFailed.said(&[&done.len()]));
            }
            Err(fault)
        }
    }
}

fn one(context: &Context, workspace: &mut Workspace, path: &Path, args: &ImportArgs) -> Result<Imported> {
    let bar = bar(context, path);
    let stated = Stated { number: args.instrument.as_deref(), version: args.version.as_deref() };
    let incoming = read(path, args.mapping.as_deref(), args.agency.as_deref(), stated, &mut |at, of| {
        bar.set_length(of);
        bar.set_position(at);
    });
    bar.finish_and_clear();
    let Incoming { batch, gaps_only, records } = incoming?;
    let file = path.display().to_string();
    let meta = context.change("import", &file);
    let put = |writer: &Writer<'_>| if gaps_only { writer.fill_gaps(&batch) } else { writer.put_batch(&batch) };
    let counts = if args.dry_run {
        workspace.rehearse(&meta, put)
    } else {
        workspace.change(&meta, put).map(|changed| changed.value)
    };
    let (mapping, report) =
        records.map_or((None, ImportReport::default()), |(mapping, report)| (Some(mapping), report));
    Ok(Imported { counts: counts.map_err(|fault| fault.in_file(path))?, file, mapping, report })
}

/// A bar on the terminal; elsewhere nothing.
fn bar(context: &Context, path: &Path) -> ProgressBar {
    if context.quiet {
        return ProgressBar::hidden();
    }
    // Draws on standard error, and only where that is a terminal.
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {percent} %") {
        bar.set_style(style);
    }
    bar.set_message(path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default());
    bar
}

fn tell(context: &Context, imported: &Imported) {
    let total = imported.counts.total();
    let problems = imported.report.problems.len() + imported.counts.notes.len();
    context.tell(&CliMessage::ImportedFile.said(&[
        &imported.file,
        &total.added,
        &total.updated,
        &total.unchanged,
        &problems,
    ]));
    if context.quiet {
        return;
    }
    let lang = context.lang;
    let line = |p: &Problem| {
        let code = p.code.as_deref().map(|code| format!("{code}: ")).unwrap_or_default();
        format!("  {}:{}: {code}{}", imported.file, p.line, p.said.text(lang))
    };
    let notes = imported.counts.notes.iter().map(|note| format!("  {}", note.text(lang)));
    let lines: Vec<String> = imported.report.problems.iter().map(line).chain(notes).collect();
    let shown = if context.verbose { lines.len() } else { PROBLEMS_SHOWN };
    for line in lines.iter().take(shown) {
        output::remark(line);
    }
    if lines.len() > shown {
        output::remark(&format!("  {}", CliMessage::MoreProblems.with(lang, &[&(lines.len() - shown)])));
    }
}

fn answer(context: &Context, done: &[Imported]) -> Result<()> {
    if done.is_empty() {
        return Ok(());
    }
    if context.form() == Format::Json {
        let files: Vec<Value> = done.iter().map(|imported| json_of(context, imported)).collect();
        let whole = json!({ "schema_version": output::SCHEMA_VERSION, "kind": "import", "files": files });
        return output::write(context.output.as_deref(), output::pretty(&whole)?.as_bytes());
    }
    use CliMessage as M;
    let columns = [
        ("file", M::FileColumn),
        ("kind", M::KindColumn),
        ("added", M::AddedColumn),
        ("updated", M::UpdatedColumn),
        ("unchanged", M::UnchangedColumn),
        ("problems", M::ProblemsColumn),
    ];
    let mut table = Table::new("import", context.lang, &columns);
    let mut coverage = Coverage::default();
    for imported in done {
        coverage.merge(&imported.report.coverage);
        for (at, (noun, counts)) in imported.counts.nouns.iter().enumerate() {
            let problems = if at == 0 { imported.report.problems.len() } else { 0 };
            table.push(vec![
                imported.file.clone().into(),
                (*noun).into(),
                counts.added.into(),
                counts.updated.into(),
                counts.unchanged.into(),
                problems.into(),
            ]);
        }
    }
    context.answer(&table)?;
    if !context.quiet && coverage != Coverage::default() {
        for row in coverage.said().iter().filter(|row| row.of > 0) {
            let percent = number::percent(row.n as i128, row.of as i128, 2, context.lang);
            let goal = row.target.map_or_else(String::new, |target| {
                let mark = if row.reached() { "✓" } else { "✗" };
                format!(" {mark} ≥ {}", number::percent(target as i128, 1000, 0, context.lang))
            });
            let values: [&dyn std::fmt::Display; 4] =
                [&row.label.text(context.lang), &row.n, &row.of, &(percent + &goal)];
            output::remark(&M::CoverageLine.with(context.lang, &values));
        }
    }
    Ok(())
}

fn json_of(context: &Context, imported: &Imported) -> Value {
    let nouns: Vec<Value> = imported
        .counts
        .nouns
        .iter()
        .map(|(noun, n)| json!({ "kind": noun, "added": n.added, "updated": n.updated, "unchanged": n.unchanged }))
        .collect();
    let coverage: Vec<Value> = imported
        .report
        .coverage
        .said()
        .iter()
        .filter(|row| row.of > 0)
        .map(|row| {
            let percent = Cell::Percent(crate::model::Fraction::new(row.n as i128 * 100, row.of as i128).unwrap_or_default());
            let target = row.target.map(|per_mille| per_mille as f64 / 10.0);
            json!({ "what": row.label.en, "n": row.n, "of": row.of, "percent": percent.json(), "target_percent": target, "reached": row.reached() })
        })
        .collect();
    let problems: Vec<Value> = imported
        .report
        .problems
        .iter()
        .map(|p| json!({ "line": p.line, "code": p.code, "message": p.said.text(context.lang) }))
        .collect();
    let notes: Vec<&str> = imported.counts.notes.iter().map(|note| note.text(context.lang)).collect();
    json!({ "file": imported.file, "mapping": imported.mapping, "nouns": nouns, "records": imported.report.records,
            "coverage": coverage, "problems": problems, "notes": notes })
}
