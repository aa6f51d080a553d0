//! `cost population`: how many comply with a regulation, and how often.

use super::Answer;
use super::args::CostPopulationArgs;
use super::context::Context;
use super::cost_edit::read_provenance;
use crate::cost::typed::{forms, read};
use crate::desk::{PopulationChange, SetPopulation};
use crate::model::{Cell as SheetCell, Fraction, PopulationGroup};
use crate::store::Changed;
use crate::text::Lang;
use crate::view::Cell;
use crate::view::nouns::population;
use crate::words::cost::CostWord as W;
use crate::words::{Fault, Message, Result, Said};
use serde_json::{Value, json};

/// Says how many comply, or that nobody knows.
pub(super) fn run(context: &Context, args: &CostPopulationArgs) -> Result<Answer> {
    let mut workspace = context.open()?;
    let mut desk = context.desk(&mut workspace, "cost population", "");
    let changed =
        if args.unknown { desk.remove_population(&args.code)? } else { desk.set_population(&asked(context, args)?)? };
    answer(context, &args.code, &changed, &workspace)
}

fn asked(context: &Context, args: &CostPopulationArgs) -> Result<SetPopulation> {
    let figure = |cell: SheetCell, typed: &String| {
        let said = |lang: Lang| vec![typed.clone(), forms(cell).text(lang).to_owned()];
        read(cell, typed).map_err(|_| Fault::usage(W::BadPopulation.said_by(said)))
    };
    let count = args.count.as_ref().map(|typed| figure(SheetCell::Population, typed)).transpose()?;
    Ok(SetPopulation {
        regulation: args.code.clone(),
        count: count.and_then(|count| i64::try_from(count.numerator()).ok()),
        times: args.times.as_ref().map(|typed| figure(SheetCell::Times, typed)).transpose()?,
        date: args.date.as_deref().map(|day| context.date(Some(day))).transpose()?,
        provenance: args.provenance.as_deref().map(|text| read_provenance(Some(text))).transpose()?,
        source: args.source.clone(),
        groups: args.shares.iter().map(|text| group(text)).collect::<Result<_>>()?,
        rows: args.rows,
    })
}

fn group(text: &str) -> Result<PopulationGroup> {
    PopulationGroup::parse(text).ok_or_else(|| Fault::usage(W::BadShare.said(&[&text])))
}

fn answer(
    context: &Context,
    code: &str,
    changed: &Changed<PopulationChange>,
    workspace: &crate::store::Workspace,
) -> Result<Answer> {
    let PopulationChange { now, before, after } = &changed.value;
    let said = |lang: Lang| {
        let [before, after] = [before, after].map(|cost| Cell::known(*cost, lang).shown(lang));
        match now {
            Some(now) => W::PopulationSet.with(lang, &[&code, &population::said(now, lang), &before, &after]),
            None => W::PopulationGone.with(lang, &[&code, &before, &after]),
        }
    };
    let dong = |cost: &Option<Fraction>| cost.map_or(Value::Null, |cost| Cell::Dong(cost).json());
    let more = json!({
        "regulation": code, "population": now, "annual_cost_before_dong": dong(before), "annual_cost_dong": dong(after),
    });
    context.done_with(workspace, changed, &Said::by(said), more)?;
    Ok(Answer::Done)
}
