//! `linked`: procedures done as one, with the work they share counted once.

use super::args::{LinkedCommand, LinkedListArgs, LinkedShowArgs};
use super::context::Context;
use super::nouns::{Noun, not_found};
use super::show::Page;
use crate::model::{Fraction, LinkedService, Measure, Stage};
use crate::reform::{LinkedFigures, LinkedState, SharedFigure, Snapshot, linked_figures};
use crate::store::Workspace;
use crate::text::{Lang, date, number};
use crate::view::{Cell, Table, TableKind, declare};
use crate::words::linked::LinkedWord as Say;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Runs a command of `linked`.
pub(super) fn run(context: &Context, command: LinkedCommand) -> Result<()> {
    match command {
        LinkedCommand::List(args) => list(context, &args),
        LinkedCommand::Show(args) => show(context, &args),
    }
}

/// The figures of a service with the measures that are planned on a day.
fn figures(service: &LinkedService, snapshot: &Snapshot, day: Date) -> Result<LinkedFigures> {
    let planned = |m: &&Measure| m.status_on(day).is_some_and(|status| status.counts_at(Stage::Planned));
    let planned: Vec<&Measure> = snapshot.measures.iter().filter(planned).collect();
    linked_figures(service, &snapshot.live, &planned, snapshot).map_err(Fault::input)
}

declare! {
    LINKED_SERVICE = "linked_service" of "list linked-service" {
        "code", Say::Code, "text";
        "name", Say::Name, "names";
        "members", Say::Members, "text";
        "separate_dong", Say::Separate, "dong";
        "as_one_dong", Say::AsOne, "dong";
        "after_separate_dong", Say::After, "dong";
        "after_as_one_dong", Say::AfterAsOne, "dong";
        "saved_dong", Say::Saved, "dong";
    }
}

/// The same by the name that `linked list` gives it.
pub(super) const LINKED_SERVICE_COST: TableKind =
    TableKind { name: "linked_service_cost", commands: "linked list", ..LINKED_SERVICE };

fn list(context: &Context, args: &LinkedListArgs) -> Result<()> {
    let workspace = context.open()?;
    let mut table = table(context, &workspace, context.date(args.as_of.as_deref())?)?;
    // By this name programs know the answer of this command.
    table.kind = "linked_service_cost";
    context.answer_list(table, &args.options, &workspace)
}

/// All services with what their procedures cost one by one and as one, before and after the planned measures.
pub(super) fn table(context: &Context, workspace: &Workspace, day: Date) -> Result<Table> {
    let snapshot = workspace.snapshot(day)?;
    let mut table = Table::of(&LINKED_SERVICE, context.lang);
    for service in workspace.all::<LinkedService>()? {
        let figures = figures(&service, &snapshot, day)?;
        table.push(vec![
            service.code.clone().into(),
            Cell::names(&service.name, service.name_en.as_deref()),
            service.members.join(" → ").into(),
            Cell::Dong(figures.before.separate),
            Cell::Dong(figures.before.as_one),
            Cell::Dong(figures.after.separate),
            Cell::Dong(figures.after.as_one),
            Cell::Dong(all_saved(&figures)),
        ]);
    }
    Ok(table)
}

fn name(service: &LinkedService, lang: Lang) -> &str {
    service.name_en.as_deref().filter(|_| lang == Lang::En).unwrap_or(&service.name)
}

/// By measures and by doing them as one.
fn all_saved(figures: &LinkedFigures) -> Fraction {
    figures.before.separate.less(figures.after.as_one)
}

fn show(context: &Context, args: &LinkedShowArgs) -> Result<()> {
    let day = context.date(args.as_of.as_deref())?;
    show_service(context, &context.open()?, &args.code, day)
}

/// Shows a linked service with its figures.
pub(super) fn show_service(context: &Context, workspace: &Workspace, code: &str, day: Date) -> Result<()> {
    let services = workspace.all::<LinkedService>()?;
    let service = services.iter().find(|s| s.code == code).ok_or_else(|| not_found(Noun::LinkedService, code))?;
    let figures = figures(service, &workspace.snapshot(day)?, day)?;
    let mut names = BTreeMap::new();
    for member in &service.members {
        let name = workspace.regulation(member)?.map(|regulation| regulation.name).unwrap_or_default();
        names.insert(member.as_str(), name);
    }
    let value = || as_json(service, &figures, &names, day);
    context.answer_noun("linked_service", value, || as_text(service, &figures, &names, day, context.lang))
}

fn dong(value: Fraction) -> Value {
    Cell::Dong(value).json()
}

fn state_json(state: &LinkedState) -> Value {
    json!({
        "separate_dong": dong(state.separate), "as_one_dong": dong(state.as_one), "saved_dong": dong(state.saved()),
    })
}

fn as_json(service: &LinkedService, figures: &LinkedFigures, names: &BTreeMap<&str, String>, day: Date) -> Value {
    let members: Vec<Value> = figures
        .members
        .iter()
        .map(|m| {
            json!({
                "code": m.code, "name": names.get(m.code.as_str()), "has_sheet": m.has_sheet,
                "before_dong": dong(m.before), "after_dong": dong(m.after),
            })
        })
        .collect();
    let shared: Vec<Value> = figures
        .before
        .shared
        .iter()
        .zip(&figures.after.shared)
        .zip(&service.shared)
        .map(|((before, after), work)| {
            json!({ "name": work.name, "source": work.source, "before": work_json(before), "after": work_json(after) })
        })
        .collect();
    json!({
        "code": service.code, "name": service.name, "name_en": service.name_en, "as_of": day.to_string(),
        "uptake_percent": service.uptake.map(|share| Cell::Percent(share).json()), "members": members,
        "before": state_json(&figures.before), "after": state_json(&figures.after),
        "saved_by_measures_dong": dong(figures.before.separate.less(figures.after.separate)),
        "saved_dong": dong(all_saved(figures)), "shared": shared, "source": service.source,
    })
}

fn work_json(work: &SharedFigure) -> Value {
    let rows: Vec<Value> = work
        .rows
        .iter()
        .map(|row| {
            json!({
                "regulation": row.regulation, "row": row.row, "one_dong": dong(row.one),
                "occasions": Cell::Exact(row.occasions).json(), "kept": row.kept,
            })
        })
        .collect();
    json!({ "occasions": Cell::Exact(work.occasions).json(), "saved_dong": dong(work.saved), "rows": rows })
}

/// The service as a person reads it. Writing to a String cannot fail.
fn as_text(
    service: &LinkedService,
    figures: &LinkedFigures,
    names: &BTreeMap<&str, String>,
    day: Date,
    lang: Lang,
) -> String {
    let shown = |value: Fraction| number::whole(value.round(), lang);
    let mut page = Page { out: format!("{}  {}\n\n", service.code, name(service, lang)), lang };
    page.other_name(&service.name, service.name_en.as_deref());
    let mut out = page.out;
    let mut line = |indent: &str, text: String| {
        let _ = writeln!(out, "{indent}{text}");
    };
    line("", Say::AsOfLine.with(lang, &[&date::short(day, lang)]));
    line(
        "",
        match service.uptake {
            None => Say::UptakeAll.text(lang).to_owned(),
            Some(share) => Say::UptakeLine.with(lang, &[&crate::cost::explain::show(share, lang)]),
        },
    );
    line("\n", Say::Members.text(lang).to_owned());
    for member in &figures.members {
        let name = names.get(member.code.as_str()).map_or("", String::as_str);
        let values: [&dyn std::fmt::Display; 4] = [&member.code, &name, &shown(member.before), &shown(member.after)];
        line(
            "  ",
            if member.has_sheet {
                Say::MemberLine.with(lang, &values)
            } else {
                format!("{}  {name}: {}", member.code, Say::MemberNoSheet.text(lang))
            },
        );
    }
    if !service.shared.is_empty() {
        line("\n", Say::SharedTitle.text(lang).to_owned());
    }
    for (before, after) in figures.before.shared.iter().zip(&figures.after.shared) {
        let source =
            service.shared.iter().find(|work| work.name == before.name).map_or("", |work| work.source.as_str());
        if before.rows.len() < 2 {
            line("  ", Say::SharedNever.with(lang, &[&before.name]));
            if !source.is_empty() {
                line("      ", format!("{}: {source}", Say::Source.text(lang)));
            }
            continue;
        }
        let left = if after.saved.is_zero() {
            Say::SharedNone.text(lang).to_owned()
        } else {
            Say::SharedLeft.with(lang, &[&shown(after.saved)])
        };
        let occasions = crate::cost::explain::show(before.occasions, lang);
        line("  ", Say::SharedLine.with(lang, &[&before.name, &occasions, &shown(before.saved), &left]));
        for row in &before.rows {
            let kept = if row.kept { Say::KeptMark.text(lang) } else { "" };
            let occasions = crate::cost::explain::show(row.occasions, lang);
            let values: [&dyn std::fmt::Display; 5] = [&row.regulation, &row.row, &shown(row.one), &occasions, &kept];
            line("      ", Say::SharedRowLine.with(lang, &values));
        }
        if !source.is_empty() {
            line("      ", format!("{}: {source}", Say::Source.text(lang)));
        }
    }
    let (before, after) = (&figures.before, &figures.after);
    let by_measures = before.separate.less(after.separate);
    let all = all_saved(figures);
    line("\n", Say::FiguresTitle.text(lang).to_owned());
    line("  ", Say::BeforeLine.with(lang, &[&shown(before.separate)]));
    line("  ", Say::BeforeOneLine.with(lang, &[&shown(before.as_one), &shown(before.saved())]));
    line("  ", Say::AfterLine.with(lang, &[&shown(after.separate), &shown(by_measures)]));
    line("  ", Say::AfterOneLine.with(lang, &[&shown(after.as_one), &shown(after.saved())]));
    let percent = match all.over(before.separate).and_then(|share| share.times(Fraction::whole(100))) {
        Some(percent) => Cell::Percent(percent).shown(lang),
        None => "–".to_owned(),
    };
    line("  ", Say::TotalLine.with(lang, &[&shown(all), &percent]));
    line("\n", Say::RuleLine.text(lang).to_owned());
    if !service.source.is_empty() {
        line("", format!("{}: {}", Say::Source.text(lang), service.source));
    }
    out
}
