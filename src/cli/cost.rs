//! `cost`: sheets with their formulae, totals, figures to question.

use super::Answer;
use super::args::{By, CostCommand, CostShowArgs, CostTotalArgs};
use super::context::Context;
use super::groups::GroupNames;
use super::nouns::{Noun, not_found};
use super::{cost_check, cost_edit, cost_method};
use crate::cost::{Rates, Sum, explain, sheet_figures};
use crate::model::{Activity, Cell as SheetCell, Fraction, LinkedService, Parameter, Provenance, Regulation};
use crate::reform::{Subject, shared_saving};
use crate::text::{Lang, date, number};
use crate::view::{Cell, Table, declare};
use crate::words::cli::CliMessage;
use crate::words::cost::CostWord;
use crate::words::linked::LinkedWord;
use crate::words::{Fault, Message, Result};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Runs a command of `cost`.
pub(super) fn run(context: &Context, command: CostCommand) -> Result<Answer> {
    let done = |result: Result<()>| result.map(|()| Answer::Done);
    match command {
        CostCommand::Show(args) => done(show(context, &args)),
        CostCommand::Total(args) => done(total(context, &args)),
        CostCommand::Check(args) => cost_check::run(context, &args),
        CostCommand::Method(command) => cost_method::run(context, &command),
        CostCommand::Draft(args) => cost_edit::draft(context, &args),
        CostCommand::Set(args) => cost_edit::set(context, &args),
        CostCommand::Add(args) => cost_edit::add(context, &args),
        CostCommand::Remove(args) => cost_edit::remove(context, &args),
    }
}

fn show(context: &Context, args: &CostShowArgs) -> Result<()> {
    if let Some(method) = &args.method {
        return cost_method::show_sheet(context, &args.code, method);
    }
    let workspace = context.open()?;
    let regulation = workspace.regulation(&args.code)?.ok_or_else(|| not_found(Noun::Regulation, &args.code))?;
    let sheet = workspace.sheet(&args.code)?;
    if sheet.is_empty() {
        return Err(
            Fault::missing(CliMessage::NoSheet.said(&[&args.code])).hint(CliMessage::NoSheetHint.said(&[&args.code]))
        );
    }
    let rates = Rates::on(context.today(), workspace.all::<Parameter>()?);
    let figures = sheet_figures(&sheet, &rates)?;
    let text = || sheet_text(context, &regulation, &sheet, &figures, &rates);
    let value = || sheet_json(&regulation, &sheet, &figures, &rates);
    context.answer_noun("cost_sheet", value, text)
}

/// The sheet as a person reads it: each row with its formula, where its cells come from, and the source.
fn sheet_text(
    context: &Context,
    regulation: &Regulation,
    sheet: &[Activity],
    figures: &crate::cost::SheetFigures,
    rates: &Rates,
) -> String {
    let lang = context.lang;
    let mut out = format!("{}  {}\n", regulation.code, regulation.name);
    let mut group = None;
    for (activity, row) in sheet.iter().zip(&figures.rows) {
        if group != Some(activity.group) {
            group = Some(activity.group);
            // Writing to a String cannot fail.
            let _ = writeln!(out, "\n{}", activity.group.word(lang));
        }
        let _ = writeln!(out, "  {:<4} {}", activity.id, activity.name);
        if !activity.how.is_empty() {
            let _ = writeln!(out, "       {}", activity.how);
        }
        let _ = writeln!(out, "       {}", explain(row, lang));
        let tariff = rates.find(&activity.tariff);
        let tariff_name =
            tariff.map_or(activity.tariff.as_str(), |p| if lang == Lang::Vi { &p.name } else { &p.name_en });
        let _ = writeln!(out, "       {}", CliMessage::TariffLine.with(lang, &[&tariff_name, &activity.tariff]));
        if let Some(tariff) = tariff {
            let sure = tariff.provenance.word(lang);
            let from = date::short(tariff.from, lang);
            let _ = writeln!(out, "         {}", CliMessage::TariffSource.with(lang, &[&from, &sure, &tariff.source]));
        }
        let _ = writeln!(out, "       {}", CliMessage::ProvenanceLine.with(lang, &[&provenance_text(activity, lang)]));
        if !activity.source.is_empty() {
            let _ = writeln!(out, "       {}", CliMessage::SourceLine.with(lang, &[&activity.source]));
        }
    }
    let one = number::whole(figures.one.round(), lang);
    let annual = number::whole(figures.annual.round(), lang);
    let _ = writeln!(out, "\n{}", CliMessage::SheetTotal.with(lang, &[&one, &annual]));
    let _ = writeln!(out, "{}", CliMessage::RoundingNote.text(lang));
    out
}

/// Which cells are what: `assumption: minutes, times; official: charges`.
fn provenance_text(activity: &Activity, lang: Lang) -> String {
    let mut parts = Vec::new();
    for provenance in Provenance::ALL {
        let cells = SheetCell::ALL.iter().filter(|cell| activity.provenance.of(**cell) == *provenance);
        let names: Vec<&str> = cells.map(|cell| cell.word(lang)).collect();
        if !names.is_empty() {
            parts.push(format!("{}: {}", provenance.word(lang), names.join(", ")));
        }
    }
    parts.join("; ")
}

fn sheet_json(
    regulation: &Regulation,
    sheet: &[Activity],
    figures: &crate::cost::SheetFigures,
    rates: &Rates,
) -> Value {
    let exact = |value: Fraction| Cell::Exact(value).json();
    let dong = |value: Fraction| Cell::Dong(value).json();
    let rows: Vec<Value> = sheet
        .iter()
        .zip(&figures.rows)
        .map(|(activity, row)| {
            let tariff = rates.find(&activity.tariff);
            json!({
                "id": activity.id, "group": activity.group.name(), "name": activity.name, "how": activity.how,
                "component": activity.component, "minutes": exact(activity.minutes),
                "tariff": activity.tariff, "hourly_dong": exact(row.row.hourly),
                "tariff_source": tariff.map(|p| &p.source), "tariff_provenance": tariff.map(|p| p.provenance.name()),
                "outsourcing_dong": activity.outsourcing, "charges_dong": activity.charges, "staff": exact(activity.staff),
                "times_per_year": exact(activity.times), "population": activity.population,
                "labour_dong": dong(row.labour), "one_dong": dong(row.one), "annual_cost_dong": dong(row.annual),
                "formula": explain(row, Lang::En), "provenance": activity.provenance, "source": activity.source,
            })
        })
        .collect();
    json!({
        "code": regulation.code, "name": regulation.name, "rates_on": rates.day().to_string(),
        "one_dong": dong(figures.one), "annual_cost_dong": dong(figures.annual), "rows": rows,
    })
}

declare! {
    COST_TOTAL = "cost_total" of "cost total" {
        "group", CliMessage::Group, "text?";
        "regulations", CliMessage::Regulations, "whole?";
        "with_sheet", CliMessage::WithSheet, "whole?";
        "annual_cost_dong", CliMessage::AnnualCost, "dong";
    }
}

fn total(context: &Context, args: &CostTotalArgs) -> Result<()> {
    use CliMessage as M;
    if let Some(method) = &args.method {
        return cost_method::total(context, args, method);
    }
    let workspace = context.open()?;
    let snapshot = workspace.snapshot(context.today())?;
    let mut groups: BTreeMap<String, (usize, usize, Sum)> = BTreeMap::new();
    for subject in &snapshot.live.subjects {
        let (count, costed, sum) = groups.entry(group_key(subject, args.by)).or_default();
        *count += 1;
        *costed += usize::from(subject.has_sheet);
        sum.add_fraction(subject.annual);
    }
    let mut table = Table::of(&COST_TOTAL, context.lang);
    let names = GroupNames::read(context, &workspace)?;
    for (key, (count, costed, sum)) in groups {
        let annual = sum.total().ok_or_else(|| Fault::input(CostWord::SumTooLarge.said(&[])))?;
        let title = match args.by {
            None => Cell::Named("total", context.word(M::Total)),
            Some(_) => names.cell(Some(&key)),
        };
        table.push(vec![title, count.into(), costed.into(), Cell::Dong(annual)]);
    }
    if args.by.is_some() {
        crate::view::filter::sort_by(&mut table, "-annual_cost_dong")?;
    }
    if args.linked {
        let saved = shared_saving(&workspace.all::<LinkedService>()?, &snapshot.live).map_err(Fault::input)?;
        let mut all = Sum::default();
        snapshot.live.subjects.iter().for_each(|subject| all.add_fraction(subject.annual));
        let once = all.total().and_then(|all| all.minus(saved));
        let once = once.ok_or_else(|| Fault::input(CostWord::SumTooLarge.said(&[])))?;
        let less = Fraction::ZERO.less(saved);
        for (key, title, annual) in
            [("shared_work", LinkedWord::TotalShared, less), ("total_once", LinkedWord::TotalOnce, once)]
        {
            table.push(vec![Cell::Named(key, title.text(context.lang)), Cell::Empty, Cell::Empty, Cell::Dong(annual)]);
        }
    }
    context.answer(&table)
}

/// The group that a regulation falls in.
pub(super) fn group_key(subject: &Subject, by: Option<By>) -> String {
    match by {
        None => String::new(),
        Some(By::Agency) => subject.agency.clone().unwrap_or_default(),
        Some(By::Field) => subject.field.clone().unwrap_or_default(),
        Some(By::Kind) => subject.kind.name().to_owned(),
    }
}
