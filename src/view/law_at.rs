//! What holds at a place of an instrument on a day, as a page.

use super::Page;
use super::nouns::order_answer::{settled_json, settled_said, unused_json, unused_said};
use crate::desk::holding::Holding;
use crate::law::amend::called;
use crate::law::at::Standing;
use crate::model::InstrumentVersion;
use crate::model::instrument::full_name;
use crate::text::{Lang, date::short};
use crate::words::amend::AmendMessage as Say;
use crate::words::{Message, Named};
use jiff::civil::Date;
use serde_json::{Value, json};

/// The page.
pub fn page(holding: &Holding, lang: Lang) -> Page {
    let Holding { stable, version, found, considered, meanwhile } = holding;
    let day = stable.day.map(|day| short(day, lang)).unwrap_or_default();
    let place = stable.place.to_string();
    let named = [place.as_str(), stable.number.as_str()].into_iter().filter(|part| !part.is_empty());
    let mut page = Page::new("law_at", lang, format!("{}, {day}", named.collect::<Vec<_>>().join(" ")));
    let by = found.changes.last().map_or_else(|| full_name(&stable.number), |note| called(&note.by));
    page.fact(Say::AtState, found.state.text(lang));
    page.fact(Say::AtBy, &by);
    page.day(Say::AtFrom, found.from);
    page.day(Say::AtUntil, found.until);
    page.fact(Say::AtVersion, InstrumentVersion::called(&version.name, lang));
    let none = Say::AtNoneConsidered.text(lang).to_owned();
    page.fact(Say::AtConsidered, if considered.is_empty() { none } else { considered.join(", ") });
    page.prose(Say::AtText, found.text.as_deref().unwrap_or_default());
    if !found.changes.is_empty() {
        page.heading(Say::AtChanges);
        found.changes.iter().for_each(|note| page.line(note.to_string()));
    }
    if !meanwhile.is_empty() {
        page.heading(Say::AtMeanwhile);
        for one in meanwhile {
            page.say(Say::AtMeanwhileLine, &[&one.by, &one.place, &last_day(one.until, lang)]);
        }
    }
    if !found.review.is_empty() {
        page.heading(Say::AtToReview);
        found.review.iter().for_each(|one| page.line(Standing::review_said(one).text(lang).to_owned()));
    }
    if !found.settled.is_empty() || !found.unused.is_empty() {
        page.heading(Say::AtAnswered);
        found.settled.iter().for_each(|one| page.line(settled_said(one).text(lang).to_owned()));
        found.unused.iter().for_each(|one| page.line(unused_said(one).text(lang).to_owned()));
    }
    page.fields(fields(holding, &by));
    page
}

/// The last day of what ends on another.
fn last_day(ends: Date, lang: Lang) -> String {
    short(ends.yesterday().unwrap_or(ends), lang)
}

fn fields(holding: &Holding, by: &str) -> Value {
    let Holding { stable, version, found, considered, meanwhile } = holding;
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let changes: Vec<Value> = found
        .changes
        .iter()
        .map(|note| {
            json!({ "kind": note.kind.name(), "by": called(&note.by), "source": note.source.to_string(),
                "effective": day(note.effective), "text": note.to_string() })
        })
        .collect();
    let meanwhile: Vec<Value> = meanwhile
        .iter()
        .map(|one| json!({ "by": one.by, "place": one.place, "until": one.until.to_string() }))
        .collect();
    let review: Vec<Value> = found
        .review
        .iter()
        .map(|(by, line, why)| {
            json!({ "by": called(by), "line": line, "text": why.text(Lang::Vi), "text_en": why.text(Lang::En) })
        })
        .collect();
    json!({ "address": stable.to_string(), "number": stable.number, "place": stable.place.to_string(), "day": day(stable.day),
        "state": Named::name(found.state), "by": by, "from": day(found.from), "until": day(found.until), "version": version.name,
        "considered": considered,
        "text": found.text, "changes": changes, "meanwhile": meanwhile, "review": review,
        "settled": settled_json(&found.settled), "unused": unused_json(&found.unused) })
}
