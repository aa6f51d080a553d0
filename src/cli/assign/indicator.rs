//! `indicator`: numbers over time, how far they are from their target, and where a straight line leads.

use super::{date_option, line, line_option, stored};
use crate::cli::args::{CodeArgs, IndicatorAddArgs, IndicatorCommand, IndicatorReadArgs};
use crate::cli::context::Context;
use crate::cli::show::page;
use crate::desk::reading_value;
use crate::model::{Indicator, Kind, Reading};
use crate::text::{Lang, clean_line, date, number};
use crate::view::Cell;
use crate::view::nouns::indicator;
use crate::words::assign::AssignWord as W;
use crate::words::cli::CliMessage;
use crate::words::{Message, Result, Said};

/// Runs a command of `indicator`.
pub(in crate::cli) fn run(context: &Context, command: IndicatorCommand) -> Result<()> {
    match command {
        IndicatorCommand::List(args) => {
            let workspace = context.open()?;
            let table = indicator::table(&context.source(&workspace, context.date(args.as_of.as_deref())?))?;
            context.answer_list(table, &args.options, &workspace)
        }
        IndicatorCommand::Show(args) => {
            let day = context.date(args.as_of.as_deref())?;
            page(context, &context.open()?, Kind::Indicator, &args.code, day)
        }
        IndicatorCommand::Add(args) => add(context, &args),
        IndicatorCommand::Read(args) => read(context, &args),
        IndicatorCommand::Remove(args) => remove(context, &args),
    }
}

fn add(context: &Context, args: &IndicatorAddArgs) -> Result<()> {
    let value = |given: &Option<String>| given.as_deref().map(reading_value).transpose();
    let indicator = Indicator {
        code: clean_line(&args.code),
        name: clean_line(&args.name),
        name_en: line_option(args.name_en.as_deref()),
        unit: clean_line(&args.unit),
        assignment: args.assignment.clone(),
        baseline: value(&args.baseline)?,
        target: value(&args.target)?,
        due: date_option(context, args.due.as_deref())?,
        lower_is_better: args.lower_is_better,
        readings: Vec::new(),
        source: line(args.source.as_deref()),
    };
    let mut workspace = context.open()?;
    let added = context.desk(&mut workspace, "indicator add", "").add_indicator(&indicator)?;
    stored(context, &workspace, &added)
}

/// Records a reading; one of the same day and agency gives way.
fn read(context: &Context, args: &IndicatorReadArgs) -> Result<()> {
    let reading = Reading {
        date: context.date(args.date.as_deref())?,
        agency: args.agency.clone(),
        value: reading_value(&args.value)?,
        source: clean_line(&args.source),
    };
    let mut workspace = context.open()?;
    let done = context.desk(&mut workspace, "indicator read", "").read_indicator(&args.code, &reading)?;
    let said = |lang: Lang| {
        let shown = number::with_unit(&Cell::Exact(reading.value).shown(lang), &done.value.unit);
        W::ReadStored.with(lang, &[&args.code, &date::short(reading.date, lang), &shown])
    };
    context.done(&workspace, &done, &Said::by(said))
}

fn remove(context: &Context, args: &CodeArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let removed = context.desk(&mut workspace, "indicator remove", "").remove_indicator(&args.code)?;
    context.done(&workspace, &removed, &CliMessage::Removed.said(&[&args.code]))
}
