//! Review campaigns: instruments under review, an outcome for each, and the measures that carry it.

use super::Source;
use crate::model::Campaign;
use crate::reform::{ReviewStanding, campaign_state};
use crate::view::{Cell, Page, Table, declare};
use crate::words::Result;
use crate::words::assign::AssignWord as W;
use serde_json::{Map, Value, json};

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
pub fn table(from: &Source<'_>) -> Result<Table> {
    let measures = from.reader.measures()?;
    let mut table = Table::of(&CAMPAIGN, from.lang);
    for campaign in from.reader.all::<Campaign>()? {
        let state = campaign_state(&campaign, &measures, from.day);
        table.push(vec![
            campaign.code.clone().into(),
            Cell::names(&campaign.name, campaign.name_en.as_deref()),
            campaign.lead.clone().into(),
            campaign.due.map_or(Cell::Empty, Cell::Day),
            campaign.assignment.clone().into(),
            state.instruments.into(),
            state.open.len().into(),
            state.without_measure.len().into(),
        ]);
    }
    Ok(table)
}

/// One campaign with what is missing in it.
///
/// # Errors
/// The workspace cannot be read.
pub fn page(from: &Source<'_>, code: &str) -> Result<Option<Page>> {
    let Some(campaign) = from.reader.all::<Campaign>()?.into_iter().find(|c| c.code == code) else { return Ok(None) };
    let state = campaign_state(&campaign, &from.reader.measures()?, from.day);
    let names = from.reader.agency_names(from.lang)?;
    let name = campaign.name_in(from.lang);
    let mut page = Page::about("campaign", from.lang, &campaign.code, name);
    page.noun(&campaign);
    let outcomes = state.outcomes.iter().map(|(outlook, count)| (outlook.name().to_owned(), json!(count)));
    let unknown = state.unknown_measures.iter();
    let unknown: Vec<Value> = unknown.map(|(i, m)| json!({ "instrument": i, "measure": m })).collect();
    page.field("as_of", from.day.to_string());
    page.field("outcomes", outcomes.collect::<Map<_, _>>());
    page.field("without_outcome", json!(state.open));
    page.field("without_measure", json!(state.without_measure));
    page.field("unknown_measures", unknown);
    page.other_name(&campaign.name, &campaign.name_en);
    page.fact(W::Trigger, &campaign.trigger);
    page.fact(W::Assignment, campaign.assignment.as_deref().unwrap_or_default());
    page.fact(W::Lead, campaign.lead.as_ref().map_or("", |code| names.of(code)));
    page.day(W::Due, campaign.due);
    page.fact(W::Source, &campaign.source);
    page.fact(W::Instruments, state.instruments.to_string());
    for (outlook, count) in state.outcomes.iter().filter(|(_, count)| *count > 0) {
        page.fact(*outlook, count.to_string());
    }
    page.fact(W::WithoutOutcome, state.open.len().to_string());
    page.fact(W::WithoutMeasure, state.without_measure.join(", "));
    if !campaign.instruments.is_empty() {
        page.heading(W::Instruments);
        for item in &campaign.instruments {
            let found = item
                .outcome
                .map_or_else(|| from.word(ReviewStanding::UnderReview), |found| from.word(found))
                .to_owned();
            let day = item.date.map_or(Cell::Empty, Cell::Day).shown(from.lang);
            let person = item.person.clone().unwrap_or_default();
            let words = [found, day, item.measures.join(", "), item.reason.clone(), person];
            let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
            page.item(format!("{:<20}", item.instrument), words.join(" · "));
        }
    }
    Ok(Some(page))
}
