//! `campaign`: instruments under review, an outcome for each, and the measures that carry it.

use super::{Lines, agency_names, date_option, day_cell, in_language, line, line_option, stored};
use crate::cli::args::{CampaignAddArgs, CampaignCommand, CampaignNewArgs, CampaignOutcomeArgs, CampaignRemoveArgs};
use crate::cli::context::Context;
use crate::cli::cost_edit::{names, unknown};
use crate::cli::nouns::{Noun, not_found};
use crate::cli::show::json_of;
use crate::desk::{PutUnderReview, ReviewOutcome};
use crate::model::{Campaign, Outlook};
use crate::reform::{CampaignState, ReviewStanding, campaign_state};
use crate::store::Workspace;
use crate::text::{Lang, clean_line};
use crate::view::{Cell, Table, declare};
use crate::words::assign::AssignWord as W;
use crate::words::cli::CliMessage;
use crate::words::{Message, Result};
use jiff::civil::Date;
use serde_json::{Map, Value, json};

/// Runs a command of `campaign`.
pub(in crate::cli) fn run(context: &Context, command: CampaignCommand) -> Result<()> {
    match command {
        CampaignCommand::List(args) => {
            let workspace = context.open()?;
            let table = table(context, &workspace, context.date(args.as_of.as_deref())?)?;
            context.answer_list(table, &args.options, &workspace)
        }
        CampaignCommand::Show(args) => {
            show(context, &context.open()?, &args.code, context.date(args.as_of.as_deref())?)
        }
        CampaignCommand::New(args) => begin(context, &args),
        CampaignCommand::Add(args) => add(context, &args),
        CampaignCommand::Outcome(args) => outcome(context, &args),
        CampaignCommand::Remove(args) => remove(context, &args),
    }
}

declare! {
    CAMPAIGN = "campaign" of "list campaign, campaign list" {
        "code", W::Code, "text";
        "name", W::Name, "names";
        "lead", W::Lead, "agency?";
        "due", W::Due, "day?";
        "assignment", W::Assignment, "text?";
        "instruments", W::Instruments, "whole";
        "without_outcome", W::WithoutOutcome, "whole";
        "without_measure", W::WithoutMeasure, "whole";
    }
}

/// All campaigns on a day.
pub(super) fn table(context: &Context, workspace: &Workspace, day: Date) -> Result<Table> {
    let measures = workspace.measures()?;
    let mut table = Table::of(&CAMPAIGN, context.lang);
    for campaign in workspace.all::<Campaign>()? {
        let state = campaign_state(&campaign, &measures, day);
        table.push(vec![
            campaign.code.clone().into(),
            Cell::names(&campaign.name, campaign.name_en.as_deref()),
            campaign.lead.clone().into(),
            day_cell(campaign.due),
            campaign.assignment.clone().into(),
            state.instruments.into(),
            state.open.len().into(),
            state.without_measure.len().into(),
        ]);
    }
    Ok(table)
}

/// One campaign with what is missing in it.
pub(super) fn show(context: &Context, workspace: &Workspace, code: &str, day: Date) -> Result<()> {
    let campaign = find(workspace, code)?;
    let state = campaign_state(&campaign, &workspace.measures()?, day);
    let names = agency_names(workspace, context.lang)?;
    let lead = campaign.lead.as_ref().map_or("", |code| names.get(code).unwrap_or(code));
    let text = || text(&campaign, lead, &state, context.lang);
    context.answer_noun("campaign", || json_state(&campaign, &state, day), text)
}

fn json_state(campaign: &Campaign, state: &CampaignState, day: Date) -> Value {
    let mut value = json_of(campaign);
    if let Value::Object(fields) = &mut value {
        let outcomes = state.outcomes.iter().map(|(outlook, count)| (outlook.name().to_owned(), json!(count)));
        let unknown = state.unknown_measures.iter();
        let unknown: Vec<Value> = unknown.map(|(i, m)| json!({ "instrument": i, "measure": m })).collect();
        fields.insert("as_of".into(), json!(day));
        fields.insert("outcomes".into(), Value::Object(outcomes.collect::<Map<_, _>>()));
        fields.insert("without_outcome".into(), json!(state.open));
        fields.insert("without_measure".into(), json!(state.without_measure));
        fields.insert("unknown_measures".into(), json!(unknown));
    }
    value
}

fn text(campaign: &Campaign, lead: &str, state: &CampaignState, lang: Lang) -> String {
    let mut out = Lines::new(&campaign.code, in_language(&campaign.name, campaign.name_en.as_deref(), lang), lang);
    out.other_name(&campaign.name, campaign.name_en.as_deref());
    out.line(W::Trigger, &campaign.trigger);
    out.line(W::Assignment, campaign.assignment.as_deref().unwrap_or(""));
    out.line(W::Lead, lead);
    out.day(W::Due, campaign.due);
    out.line(W::Source, &campaign.source);
    out.line(W::Instruments, &state.instruments.to_string());
    for (outlook, count) in state.outcomes.iter().filter(|(_, count)| *count > 0) {
        out.line(*outlook, &count.to_string());
    }
    out.line(W::WithoutOutcome, &state.open.len().to_string());
    out.line(W::WithoutMeasure, &state.without_measure.join(", "));
    if !campaign.instruments.is_empty() {
        out.title(W::Instruments);
        for item in &campaign.instruments {
            let found =
                item.outcome.map_or(ReviewStanding::UnderReview.word(lang), |outlook| outlook.word(lang)).to_owned();
            let measures = item.measures.join(", ");
            let person = item.person.clone().unwrap_or_default();
            let words = [found, day_cell(item.date).shown(lang), measures, item.reason.clone(), person];
            let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
            out.item(&format!("{:<20}", item.instrument), &words.join(" · "));
        }
    }
    out.done()
}

fn find(workspace: &Workspace, code: &str) -> Result<Campaign> {
    workspace.all::<Campaign>()?.into_iter().find(|c| c.code == code).ok_or_else(|| not_found(Noun::Campaign, code))
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
