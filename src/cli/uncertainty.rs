//! `uncertainty set|list|remove`: parameters that are a range or a distribution.

use super::args::{UncertaintyCommand, UncertaintyRemoveArgs, UncertaintySetArgs};
use super::context::Context;
use super::cost_edit::{names, read_provenance, unknown};
use crate::desk::{uncertain_of, uncertain_value};
use crate::model::{Fraction, Spread, Uncertain, Uncertainty};
use crate::reform::chance::outside;
use crate::report::described;
use crate::store::Workspace;
use crate::text::{Lang, clean_line};
use crate::view::{Cell, Table, declare};
use crate::words::cli::CliMessage;
use crate::words::uncertainty::UncertaintyWord as W;
use crate::words::{Fault, Message, Result, Said};

/// Runs a command of `uncertainty`.
pub(super) fn run(context: &Context, command: UncertaintyCommand) -> Result<()> {
    match command {
        UncertaintyCommand::Set(args) => set(context, &args),
        UncertaintyCommand::List(options) => {
            let workspace = context.open()?;
            context.answer_list(table(context, &workspace)?, &options, &workspace)
        }
        UncertaintyCommand::Remove(args) => remove(context, &args),
    }
}

fn set(context: &Context, args: &UncertaintySetArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let of = clean_line(&args.of);
    let uncertain = uncertain_of(&of)?;
    let spread = args.spread.to_ascii_lowercase();
    let spread = Spread::parse(&spread).ok_or_else(|| unknown(&args.spread, names(Spread::ALL, Spread::name)))?;
    let read = |text: &str| uncertain_value(text, &uncertain).ok_or_else(|| Fault::usage(W::BadNumber.said(&[&text])));
    let uncertainty = Uncertainty {
        of,
        spread,
        low: read(&args.low)?,
        likely: args.likely.as_deref().map(read).transpose()?,
        high: read(&args.high)?,
        provenance: read_provenance(args.provenance.as_deref())?,
        source: clean_line(&args.source),
    };
    let changed = context.desk(&mut workspace, "uncertainty set", "").set_uncertainty(&uncertainty)?;
    let point = changed.value;
    let said = |lang: Lang| {
        let spread = spread.text(lang);
        let show = |value: Fraction| crate::cost::explain::show(value, lang);
        let likely = uncertainty.likely.map(|likely| format!("{} – ", show(likely))).unwrap_or_default();
        let range = format!("{spread}, {} – {likely}{}", show(uncertainty.low), show(uncertainty.high));
        W::Stored.with(lang, &[&uncertainty.of, &range, &show(point)])
    };
    context.done(&workspace, &changed, &Said::by(said))?;
    warn(context, &uncertainty, Some(point));
    Ok(())
}

fn remove(context: &Context, args: &UncertaintyRemoveArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let removed = context.desk(&mut workspace, "uncertainty remove", "").remove_uncertainty(&args.of)?;
    context.done(&workspace, &removed, &CliMessage::Removed.said(&[&clean_line(&args.of)]))
}

declare! {
    UNCERTAINTY = "uncertainty" of "list uncertainty, uncertainty list" {
        "of", W::Of, "text";
        "what", W::What, "names";
        "spread", W::Spread, "spread";
        "low", W::Low, "number";
        "likely", W::Likely, "number?";
        "high", W::High, "number";
        "point", W::Point, "number?";
        "provenance", W::Provenance, "provenance";
        "source", W::Source, "text";
    }
}

/// What is uncertain, beside the values in use; what does not fit is told on standard error.
pub(super) fn table(context: &Context, workspace: &Workspace) -> Result<Table> {
    let mut table = Table::of(&UNCERTAINTY, context.lang);
    for uncertainty in workspace.all::<Uncertainty>()? {
        let (what, point) = describe(workspace, context, &uncertainty.of)?;
        warn(context, &uncertainty, point);
        table.push(vec![
            uncertainty.of.into(),
            what,
            Cell::Named(uncertainty.spread.name(), uncertainty.spread.text(context.lang)),
            Cell::Exact(uncertainty.low),
            uncertainty.likely.map_or(Cell::Empty, Cell::Exact),
            Cell::Exact(uncertainty.high),
            point.map_or(Cell::Empty, Cell::Exact),
            Cell::worded(uncertainty.provenance, context.lang),
            uncertainty.source.into(),
        ]);
    }
    Ok(table)
}

fn warn(context: &Context, uncertainty: &Uncertainty, point: Option<Fraction>) {
    let Some(point) = point else { return context.tell(&W::Gone.said(&[&uncertainty.of])) };
    if outside(uncertainty, point) {
        let said = |lang: Lang| {
            let show = |value: Fraction| crate::cost::explain::show(value, lang);
            W::Outside.with(lang, &[&uncertainty.of, &show(point), &show(uncertainty.low), &show(uncertainty.high)])
        };
        context.tell(&Said::by(said));
    }
}

/// Describes what an uncertainty stands on, and the value in use; what is no longer there is named as it is written.
pub(super) fn describe(workspace: &Workspace, context: &Context, of: &str) -> Result<(Cell, Option<Fraction>)> {
    let found = match Uncertain::parse(of) {
        Some(uncertain) => described(workspace, &uncertain, context.today())?,
        None => None,
    };
    Ok(found.map_or_else(|| (of.into(), None), |d| (Cell::said(&d.what), Some(d.point))))
}
