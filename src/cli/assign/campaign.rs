//! `campaign`: instruments under review, an outcome for each, and the measures that carry it.

use super::{
    Lines, agency, agency_names, agency_option, date_option, day_cell, in_language, line, line_option, new_code,
    said_with_word, stored,
};
use crate::cli::args::{CampaignAddArgs, CampaignCommand, CampaignNewArgs, CampaignOutcomeArgs, CampaignRemoveArgs};
use crate::cli::context::Context;
use crate::cli::cost_edit::{names, unknown};
use crate::cli::nouns::{Noun, not_found};
use crate::cli::output::{Cell, Table};
use crate::cli::show::json_of;
use crate::model::instrument::{is_number, normal_number};
use crate::model::{Campaign, Outlook, Reviewed};
use crate::reform::{CampaignState, campaign_state};
use crate::report::Worded;
use crate::store::Workspace;
use crate::text::messages::assign::AssignWord as W;
use crate::text::messages::cli::CliMessage;
use crate::text::messages::value::ValueWord;
use crate::text::{Fault, Lang, Message, Result, clean_line};
use jiff::civil::Date;
use serde_json::{Map, Value, json};

/// Runs a command of `campaign`.
pub(in crate::cli) fn run(context: &Context, command: CampaignCommand) -> Result<()> {
    match command {
        CampaignCommand::List(args) => {
            context.answer(&table(context, &context.open()?, context.date(args.as_of.as_deref())?)?)
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

/// All campaigns on a day.
pub(super) fn table(context: &Context, workspace: &Workspace, day: Date) -> Result<Table> {
    let columns = [
        ("code", W::Code),
        ("name", W::Name),
        ("lead", W::Lead),
        ("due", W::Due),
        ("assignment", W::Assignment),
        ("instruments", W::Instruments),
        ("without_outcome", W::WithoutOutcome),
        ("without_measure", W::WithoutMeasure),
    ];
    let measures = workspace.measures()?;
    let mut table = Table::new("campaign", context.lang, &columns);
    for campaign in workspace.campaigns()? {
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
    out.line(W::Trigger, &campaign.trigger);
    out.line(W::Assignment, campaign.assignment.as_deref().unwrap_or(""));
    out.line(W::Lead, lead);
    out.day(W::Due, campaign.due);
    out.line(W::Source, &campaign.source);
    out.line(W::Instruments, &state.instruments.to_string());
    for (outlook, count) in state.outcomes.iter().filter(|(_, count)| *count > 0) {
        out.line(outlook.word(), &count.to_string());
    }
    out.line(W::WithoutOutcome, &state.open.len().to_string());
    out.line(W::WithoutMeasure, &state.without_measure.join(", "));
    if !campaign.instruments.is_empty() {
        out.title(W::Instruments);
        for item in &campaign.instruments {
            let found = item.outcome.map_or(ValueWord::UnderReview, Worded::word).text(lang).to_owned();
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
    workspace.campaigns()?.into_iter().find(|c| c.code == code).ok_or_else(|| not_found(Noun::Campaign, code))
}

fn begin(context: &Context, args: &CampaignNewArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let known = workspace.campaigns()?;
    if let Some(code) = &args.assignment
        && !workspace.assignments()?.iter().any(|a| a.code == *code)
    {
        return Err(not_found(Noun::Assignment, code));
    }
    let campaign = Campaign {
        code: new_code(&args.code, known.iter().map(|c| &c.code))?,
        name: clean_line(&args.name),
        name_en: line_option(args.name_en.as_deref()),
        assignment: args.assignment.clone(),
        trigger: clean_line(&args.trigger),
        lead: agency_option(&workspace, args.lead.as_deref())?,
        due: date_option(context, args.due.as_deref())?,
        instruments: Vec::new(),
        source: line(args.source.as_deref()),
    };
    put(context, &mut workspace, &campaign, "campaign new")?;
    stored(context, &campaign.code);
    Ok(())
}

fn put(context: &Context, workspace: &mut Workspace, campaign: &Campaign, command: &str) -> Result<()> {
    workspace.change(&context.change(command, ""), |writer| writer.put_campaign(campaign))?;
    Ok(())
}

fn number(given: &str) -> Result<String> {
    let number = normal_number(given);
    if is_number(&number) { Ok(number) } else { Err(Fault::usage(CliMessage::NoInstrumentNumber.said(&[&given]))) }
}

/// Puts instruments under review: those named, and those on which procedures of an agency rest.
fn add(context: &Context, args: &CampaignAddArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let mut campaign = find(&workspace, &args.code)?;
    let mut numbers: Vec<String> = args.instruments.iter().map(|n| number(n)).collect::<Result<_>>()?;
    if let Some(name) = &args.of_agency {
        let code = agency(&workspace, name)?;
        let under = workspace.instruments_under(&code)?;
        if under.is_empty() {
            return Err(Fault::usage(W::NothingUnder.said(&[&code])));
        }
        numbers.extend(under);
    }
    if numbers.is_empty() {
        return Err(Fault::usage(W::NoInstruments.said(&[])));
    }
    let person = line_option(args.person.as_deref());
    let (mut added, mut there) = (0, 0);
    for number in numbers {
        if let Some(item) = campaign.instruments.iter_mut().find(|item| item.instrument == number) {
            there += 1;
            item.person = person.clone().or(item.person.take());
        } else {
            added += 1;
            campaign.instruments.push(Reviewed {
                instrument: number,
                outcome: None,
                date: None,
                person: person.clone(),
                measures: Vec::new(),
                reason: String::new(),
            });
        }
    }
    put(context, &mut workspace, &campaign, "campaign add")?;
    context.tell(&W::AddedInstruments.said(&[&campaign.code, &added, &there]));
    Ok(())
}

/// Records what the review found for an instrument, and which measures carry it.
fn outcome(context: &Context, args: &CampaignOutcomeArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let mut campaign = find(&workspace, &args.code)?;
    let number = number(&args.instrument)?;
    let outlook = Outlook::parse(&args.outcome);
    let outlook = outlook.ok_or_else(|| unknown(&args.outcome, names(Outlook::ALL, Outlook::name)))?;
    let date = context.date(args.date.as_deref())?;
    for code in &args.measures {
        workspace.measure(code)?.ok_or_else(|| not_found(Noun::Measure, code))?;
    }
    if outlook == Outlook::Keep && !args.measures.is_empty() {
        return Err(Fault::usage(W::KeptWithMeasure.said(&[])));
    }
    let item = campaign.instruments.iter_mut().find(|item| item.instrument == number);
    let Some(item) = item else {
        return Err(Fault::usage(W::NotUnderReview.said(&[&number, &campaign.code]))
            .hint(W::NotUnderReviewHint.said(&[&number, &campaign.code])));
    };
    item.outcome = Some(outlook);
    item.date = Some(date);
    if !args.measures.is_empty() || outlook == Outlook::Keep {
        item.measures.clone_from(&args.measures);
    }
    if let Some(reason) = &args.reason {
        item.reason = clean_line(reason);
    }
    item.person = line_option(args.person.as_deref()).or(item.person.take());
    let lacks = crate::reform::owes::lacks_measure(item, date);
    put(context, &mut workspace, &campaign, "campaign outcome")?;
    context.tell(&said_with_word(W::OutcomeStored, &[&campaign.code, &number], outlook.word()));
    if lacks {
        context.tell(&W::OutcomeNeedsMeasure.said(&[]));
    }
    Ok(())
}

/// Removes a campaign, or takes instruments out of it.
fn remove(context: &Context, args: &CampaignRemoveArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let mut campaign = find(&workspace, &args.code)?;
    if args.instruments.is_empty() {
        workspace.change(&context.change("campaign remove", ""), |writer| writer.remove_campaign(&args.code))?;
        context.tell(&CliMessage::Removed.said(&[&args.code]));
        return Ok(());
    }
    for given in &args.instruments {
        let number = number(given)?;
        let before = campaign.instruments.len();
        campaign.instruments.retain(|item| item.instrument != number);
        if campaign.instruments.len() == before {
            return Err(Fault::usage(W::NotUnderReview.said(&[&number, &campaign.code])));
        }
    }
    put(context, &mut workspace, &campaign, "campaign remove")?;
    context.tell(&CliMessage::Removed.said(&[&args.instruments.join(", ")]));
    Ok(())
}
