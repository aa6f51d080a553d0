//! `campaign`: instruments under review, an outcome for each, and the measures that carry it.

use super::{date_option, line, line_option, stored};
use crate::cli::args::{CampaignAddArgs, CampaignCommand, CampaignNewArgs, CampaignOutcomeArgs, CampaignRemoveArgs};
use crate::cli::context::Context;
use crate::cli::cost_edit::{names, unknown};
use crate::cli::show::page;
use crate::desk::{PutUnderReview, ReviewOutcome};
use crate::model::{Campaign, Kind, Outlook};
use crate::text::clean_line;
use crate::view::nouns::campaign;
use crate::words::assign::AssignWord as W;
use crate::words::cli::CliMessage;
use crate::words::{Message, Result};

/// Runs a command of `campaign`.
pub(in crate::cli) fn run(context: &Context, command: CampaignCommand) -> Result<()> {
    match command {
        CampaignCommand::List(args) => {
            let workspace = context.open()?;
            let table = campaign::table(&context.source(&workspace, context.date(args.as_of.as_deref())?))?;
            context.answer_list(table, &args.options, &workspace)
        }
        CampaignCommand::Show(args) => {
            let day = context.date(args.as_of.as_deref())?;
            page(context, &context.open()?, Kind::Campaign, &args.code, day)
        }
        CampaignCommand::New(args) => begin(context, &args),
        CampaignCommand::Add(args) => add(context, &args),
        CampaignCommand::Outcome(args) => outcome(context, &args),
        CampaignCommand::Remove(args) => remove(context, &args),
    }
}

fn begin(context: &Context, args: &CampaignNewArgs) -> Result<()> {
    let campaign = Campaign {
        code: clean_line(&args.code),
        name: clean_line(&args.name),
        name_en: line_option(args.name_en.as_deref()),
        assignment: args.assignment.clone(),
        trigger: clean_line(&args.trigger),
        lead: args.lead.clone(),
        due: date_option(context, args.due.as_deref())?,
        instruments: Vec::new(),
        source: line(args.source.as_deref()),
    };
    let mut workspace = context.open()?;
    let begun = context.desk(&mut workspace, "campaign new", "").new_campaign(&campaign)?;
    stored(context, &workspace, &begun)
}

/// Puts instruments under review: those named, and those on which procedures of an agency rest.
fn add(context: &Context, args: &CampaignAddArgs) -> Result<()> {
    let asked = PutUnderReview {
        code: &args.code,
        instruments: &args.instruments,
        of_agency: args.of_agency.as_deref(),
        person: args.person.as_deref(),
    };
    let mut workspace = context.open()?;
    let added = context.desk(&mut workspace, "campaign add", "").put_under_review(asked)?;
    let (new, there) = added.value;
    context.done(&workspace, &added, &W::AddedInstruments.said(&[&args.code, &new, &there]))
}

/// Records what the review found for an instrument, and which measures carry it.
fn outcome(context: &Context, args: &CampaignOutcomeArgs) -> Result<()> {
    let outlook = Outlook::parse(&args.outcome);
    let outlook = outlook.ok_or_else(|| unknown(&args.outcome, names(Outlook::ALL, Outlook::name)))?;
    let asked = ReviewOutcome {
        code: &args.code,
        instrument: &args.instrument,
        outlook,
        date: context.date(args.date.as_deref())?,
        measures: &args.measures,
        reason: args.reason.as_deref(),
        person: args.person.as_deref(),
    };
    let mut workspace = context.open()?;
    let found = context.desk(&mut workspace, "campaign outcome", "").review_outcome(asked)?;
    let (number, lacks) = &found.value;
    context.done(
        &workspace,
        &found,
        &W::OutcomeStored.said_by(|lang| vec![args.code.clone(), number.clone(), outlook.word(lang).to_owned()]),
    )?;
    if *lacks {
        context.tell(&W::OutcomeNeedsMeasure.said(&[]));
    }
    Ok(())
}

/// Removes a campaign, or takes instruments out of it.
fn remove(context: &Context, args: &CampaignRemoveArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let removed = context.desk(&mut workspace, "campaign remove", "").remove_campaign(&args.code, &args.instruments)?;
    let what = if args.instruments.is_empty() { args.code.clone() } else { args.instruments.join(", ") };
    context.done(&workspace, &removed, &CliMessage::Removed.said(&[&what]))
}
