//! `import`: files in. Each comes in whole or not at all; one that fails does not keep the others out.

use super::Answer;
use super::args::ImportArgs;
use super::context::Context;
use super::{import_map, output};
use crate::desk::{Import, Imported, Stage, Touched};
use crate::exchange::import::{Asked, from_stdin};
use crate::exchange::law_text::Stated;
use crate::exchange::records::{Coverage, Problem};
use crate::store::{Kept, Workspace};
use crate::text::number;
use crate::view::{Cell, Format, SCHEMA_VERSION, Table, declare, pretty};
use crate::words::cli::CliMessage;
use crate::words::guide::GuideWord;
use crate::words::taken::TakenWord;
use crate::words::{Fault, Message, Result};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

/// How many problems of a file, and how many of its other lines, are shown without being asked for all.
const SHOWN: usize = 10;

/// How many changed rows are.
const CHANGES: usize = 20;

/// What became of one file.
struct Done {
    file: String,
    imported: Imported,
}

/// Imports the files one after the other; gives the first fault when all are done.
pub(super) fn run(context: &Context, args: &ImportArgs) -> Result<Answer> {
    if args.name.is_some() && args.paths.len() > 1 {
        return Err(Fault::usage(TakenWord::NameForOne.said(&[])));
    }
    if let [path] = &args.paths[..]
        && crate::exchange::import::is_data_file(path)
    {
        return super::hub::import(context, path, args.dry_run);
    }
    let mapping = match (args.map, &args.paths[..]) {
        (false, _) => args.mapping.clone(),
        (true, [path]) if path.as_os_str() != "-" => {
            Some(import_map::run(context, path)?.to_string_lossy().into_owned())
        }
        (true, _) => return Err(Fault::usage(GuideWord::OneFile.said(&[]))),
    };
    let mut workspace = context.open()?;
    let mut one = |path: &Path, name: Option<&str>| one(context, &mut workspace, path, name, mapping.as_deref(), args);
    let mut done = Vec::new();
    let mut failed: Option<Fault> = None;
    for path in &args.paths {
        let taken = if path.as_os_str() == "-" {
            from_stdin(args.name.as_deref()).and_then(|file| {
                let name = args.name.as_deref().unwrap_or(&file.name);
                one(&file.path(), Some(name))
            })
        } else {
            one(path, args.name.as_deref())
        };
        match taken {
            Ok(one) => {
                tell(context, &one);
                done.push(one);
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
    answer(context, &done, args.dry_run)?;
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

fn one(
    context: &Context,
    workspace: &mut Workspace,
    path: &Path,
    name: Option<&str>,
    mapping: Option<&str>,
    args: &ImportArgs,
) -> Result<Done> {
    let shown = name.map_or(path, Path::new);
    let bar = bar(context, shown);
    let stated = Stated {
        number: args.instrument.as_deref(),
        version: args.version.as_deref(),
        force: args.force,
        encoding: args.letters.encoding,
    };
    let asked = Asked { mapping, agency: args.agency.as_deref(), stated, name, register: None };
    let all = BTreeSet::new();
    let import = Import { path, shown, asked, replace: args.replace, dry_run: args.dry_run, left_out: &all };
    let file = shown.display().to_string();
    let imported = context.desk(workspace, "import", &file).import(import, &mut |stage, done, of| {
        // Reading and writing take about as long; the bar goes once from end to end.
        bar.set_length(2 * of);
        bar.set_position(if stage == Stage::Reading { done } else { of + done });
    });
    bar.finish_and_clear();
    Ok(Done { file, imported: imported? })
}

/// A bar on the terminal; elsewhere nothing.
fn bar(context: &Context, path: &Path) -> ProgressBar {
    if context.quiet {
        return ProgressBar::hidden();
    }
    // Draws on standard error, and only where that is a terminal.
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {percent}%") {
        bar.set_style(style);
    }
    bar.set_message(path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default());
    bar
}

fn tell(context: &Context, done: &Done) {
    let Done { file, imported } = done;
    let total = imported.counts.total();
    context.tell(&CliMessage::ImportedFile.said(&[
        file,
        &total.added,
        &total.updated,
        &total.unchanged,
        &imported.rows.removed,
        &imported.refused().count(),
        &imported.report.count(),
    ]));
    if context.quiet {
        return;
    }
    let lang = context.lang;
    let of_rows = |rows: &[Touched]| -> Vec<String> { rows.iter().map(|row| line_of(context, row)).collect() };
    let all = imported.rows;
    list(context, &of_rows(&imported.removed), all.removed);
    let changed = of_rows(&imported.changed);
    // Not all rows of a large file are at hand; only where they are does `-v` show all.
    let more = if changed.len() == all.updated { CliMessage::MoreChanges } else { CliMessage::MoreProblems };
    list_up_to(context, CHANGES, &changed, all.updated, more);
    let refused: Vec<String> = imported.refused().map(|kept| kept.said().text(lang).to_owned()).collect();
    list(context, &refused, refused.len());
    let kept: Vec<String> = if context.verbose {
        imported.kept().map(|kept| kept.said().text(lang).to_owned()).collect()
    } else {
        let owners = imported.kept_by_owner();
        owners.iter().map(|(owner, count)| TakenWord::RowsKept.with(lang, &[owner, count])).collect()
    };
    list(context, &kept, kept.len());
    let problems: Vec<String> = imported.problems().iter().map(|p| problem(context, file, p)).collect();
    list(context, &problems, imported.report.count());
}

/// The first lines, and how many more there are.
fn list(context: &Context, lines: &[String], of: usize) {
    list_up_to(context, SHOWN, lines, of, CliMessage::MoreProblems);
}

fn list_up_to(context: &Context, most: usize, lines: &[String], of: usize, more: CliMessage) {
    let shown = if context.verbose { lines.len() } else { lines.len().min(most) };
    for line in lines.iter().take(shown) {
        output::remark(&format!("  {line}"));
    }
    if of > shown {
        output::remark(&format!("  {}", more.with(context.lang, &[&(of - shown)])));
    }
}

fn problem(context: &Context, file: &str, p: &Problem) -> String {
    let sheet = p.sheet.as_deref().map(|sheet| format!(" [{sheet}]")).unwrap_or_default();
    let line = if p.line > 0 { format!(":{}", p.line) } else { String::new() };
    let code = p.code.as_deref().map(|code| format!("{code}: ")).unwrap_or_default();
    format!("{file}{sheet}{line}: {code}{}", p.said.text(context.lang))
}

/// A row that was changed or removed, in one line: what stood there and what stands there now.
fn line_of(context: &Context, row: &Touched) -> String {
    if row.kind != "delete" {
        return row.line().text(context.lang).to_owned();
    }
    let name = row.fields.iter().find(|f| matches!(f.field.as_str(), "name" | "title"));
    let name = name.and_then(|f| f.before.as_ref()).and_then(Value::as_str).map(shortened).unwrap_or_default();
    TakenWord::RowRemoved.with(context.lang, &[&row.place, &row.key.join(" "), &name])
}

/// A text short enough to stand in a line of others.
fn shortened(text: &str) -> String {
    let text = crate::text::clean_line(text);
    match text.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}

declare! {
    IMPORT = "import" of "" {
        "file", CliMessage::FileColumn, "text";
        "kind", CliMessage::KindColumn, "text";
        "added", CliMessage::AddedColumn, "text";
        "updated", CliMessage::UpdatedColumn, "text";
        "unchanged", CliMessage::UnchangedColumn, "text";
        "problems", CliMessage::ProblemsColumn, "text";
    }
}

fn answer(context: &Context, done: &[Done], dry_run: bool) -> Result<()> {
    if done.is_empty() {
        return Ok(());
    }
    if context.form() == Format::Json {
        let files: Vec<Value> = done.iter().map(|one| json_of(one, dry_run)).collect();
        let whole = json!({ "schema_version": SCHEMA_VERSION, "kind": "import", "files": files });
        return output::write(context.output.as_deref(), pretty(&whole)?.as_bytes());
    }
    use CliMessage as M;
    let mut table = Table::of(&IMPORT, context.lang);
    let mut coverage = Coverage::default();
    for Done { file, imported } in done {
        coverage.merge(&imported.report.coverage);
        for (at, (noun, counts)) in imported.counts.nouns.iter().enumerate() {
            // Problems are of the file, so they stand beside the first kind of noun.
            let problems = if at == 0 { imported.report.count() } else { 0 };
            table.push(vec![
                file.clone().into(),
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

fn json_of(done: &Done, dry_run: bool) -> Value {
    let Done { file, imported } = done;
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
    let line = |p: &Problem| Some(p.line).filter(|line| *line > 0);
    let problems: Vec<Value> = imported
        .problems()
        .iter()
        .map(|p| {
            json!({ "sheet": p.sheet, "line": line(p), "code": p.code, "message_vi": p.said.vi, "message_en": p.said.en })
        })
        .collect();
    let rows = imported.rows;
    let touched = |rows: &[Touched]| -> Vec<Value> { rows.iter().map(super::changed::row).collect() };
    let refused: Vec<Value> = imported.refused().map(left).collect();
    let kept: Vec<Value> = imported.kept().map(left).collect();
    json!({
        "file": file, "mapping": imported.mapping, "dry_run": dry_run, "change": imported.change, "nouns": nouns,
        "records": imported.report.records,
        "rows": { "added": rows.added, "updated": rows.updated, "removed": rows.removed },
        "changes": touched(&imported.changed), "removed": touched(&imported.removed), "refused": refused, "kept": kept,
        "coverage": coverage, "problems": problems, "problem_count": imported.report.count(),
    })
}

/// What was offered and not done, and a row that the file does not have.
fn left(kept: &Kept) -> Value {
    match kept {
        Kept::Row { place, key, name } => json!({ "what": "removal", "table": place, "key": key, "name": name }),
        Kept::Figure { place, key, field, stored, known, offered, claimed } => json!({
            "what": "figure", "table": place, "key": key, "field": field,
            "stored": stored, "stored_provenance": known.name(), "offered": offered, "offered_provenance": claimed.name(),
        }),
    }
}
