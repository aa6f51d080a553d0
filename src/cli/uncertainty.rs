//! `uncertainty set|list|remove`: parameters that are a range or a distribution.

use super::args::{UncertaintyCommand, UncertaintyRemoveArgs, UncertaintySetArgs};
use super::context::Context;
use super::cost_edit::{names, read_provenance, unknown};
use crate::desk::{uncertain_of, uncertain_value};
use crate::model::{Fraction, Spread, Uncertainty};
use crate::text::{Lang, clean_line};
use crate::view::nouns::uncertainty;
use crate::words::cli::CliMessage;
use crate::words::uncertainty::UncertaintyWord as W;
use crate::words::{Fault, Message, Result, Said};

/// Runs a command of `uncertainty`.
pub(super) fn run(context: &Context, command: UncertaintyCommand) -> Result<()> {
    match command {
        UncertaintyCommand::Set(args) => set(context, &args),
        UncertaintyCommand::List(options) => {
            let workspace = context.open()?;
            let table = uncertainty::table(&context.source(&workspace, context.today()))?;
            context.answer_list(table, &options, &workspace)
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
    uncertainty::doubt(&uncertainty, Some(point)).iter().for_each(|said| context.tell(said));
    Ok(())
}

fn remove(context: &Context, args: &UncertaintyRemoveArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let removed = context.desk(&mut workspace, "uncertainty remove", "").remove_uncertainty(&args.of)?;
    context.done(&workspace, &removed, &CliMessage::Removed.said(&[&clean_line(&args.of)]))
}
