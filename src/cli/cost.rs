//! `cost`: sheets with their formulae, totals, figures to question.

use super::Answer;
use super::args::{CostCommand, CostShowArgs, CostTotalArgs};
use super::context::Context;
use super::groups::GroupNames;
use super::nouns::not_found;
use super::{cost_check, cost_edit, cost_method};
use crate::cost::Sum;
use crate::model::{Fraction, Kind, LinkedService};
use crate::reform::{GroupBy, Subject, shared_saving};
use crate::view::nouns::cost_sheet;
use crate::view::{Cell, Table, declare};
use crate::words::cli::CliMessage;
use crate::words::cost::CostWord;
use crate::words::linked::LinkedWord;
use crate::words::sheet::SheetWord;
use crate::words::{Fault, Message, Result};
use std::collections::BTreeMap;

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
    let regulation = workspace.regulation(&args.code)?.ok_or_else(|| not_found(Kind::Regulation, &args.code))?;
    let sheet = workspace.sheet(&args.code)?;
    if sheet.is_empty() {
        return Err(
            Fault::missing(SheetWord::NoSheet.said(&[&args.code])).hint(SheetWord::NoSheetHint.said(&[&args.code]))
        );
    }
    context.answer_page(&cost_sheet::page(&context.source(&workspace, context.today()), &regulation, &sheet)?)
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
pub(super) fn group_key(subject: &Subject, by: Option<GroupBy>) -> String {
    match by {
        None => String::new(),
        Some(GroupBy::Agency) => subject.agency.clone().unwrap_or_default(),
        Some(GroupBy::Field) => subject.field.clone().unwrap_or_default(),
        Some(GroupBy::Kind) => subject.kind.name().to_owned(),
    }
}
