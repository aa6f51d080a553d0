//! The exchange, told: where a data file stands, and what stands against each other.

use super::{Cell, Table, declare};
use crate::desk::{Disputed, in_words};
use crate::hub::audit::{Deed, Entry};
use crate::hub::conflict::Claim;
use crate::hub::server::Member;
use crate::hub::standing::{Known, Status};
use crate::hub::sync::Origin;
use crate::model::nouns::{field_word, row_word};
use crate::text::{Lang, date};
use crate::words::Message;
use crate::words::cli::CliMessage;
use crate::words::hub::HubWord as W;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

declare! {
    KNOWN = "hub_replica" of "" {
        "replica", W::ReplicaColumn, "text";
        "agency", W::AgencyColumn, "text?";
        "author", CliMessage::Author, "text?";
        "device", CliMessage::Device, "text?";
        "at", CliMessage::At, "moment?";
        "here", W::HereColumn, "whole";
        "there", W::ThereColumn, "whole";
        "hash", W::HashColumn, "text", Programs;
    }
    CONFLICT = "hub_conflict" of "hub conflicts" {
        "table", W::TableColumn, "text";
        "key", W::KeyColumn, "text";
        "field", W::FieldColumn, "text?";
        "take", W::TakeColumn, "whole";
        "shown", W::ShownColumn, "flag";
        "value", W::ValueColumn, "text?";
        "before", W::BeforeColumn, "text?";
        "beside", W::BesideColumn, "any?";
        "annual_cost_dong", CliMessage::AnnualCost, "dong?";
        "author", CliMessage::Author, "text";
        "at", CliMessage::At, "moment?";
        "why", W::WhyColumn, "text";
        "agency", W::AgencyColumn, "text", Wide;
        "device", CliMessage::Device, "text", Programs;
        "command", CliMessage::Command, "text", Wide;
    }
    /// A line for each field that was written, each row that was taken away.
    AUDIT = "hub_audit" of "hub audit" {
        "replica", W::ReplicaColumn, "text";
        "number", W::NumberColumn, "whole";
        "hash", W::HashColumn, "text", Programs;
        "agency", W::AgencyColumn, "text?";
        "author", CliMessage::Author, "text";
        "device", CliMessage::Device, "text", Wide;
        "at", CliMessage::At, "moment?";
        "command", CliMessage::Command, "text", Wide;
        "why", W::WhyColumn, "text";
        "deed", W::DeedColumn, "text";
        "table", W::TableColumn, "text?";
        "key", W::KeyColumn, "text?";
        "field", W::FieldColumn, "text?";
        "value", W::ValueColumn, "text?";
        "replaced", W::ReplacedColumn, "whole?", Programs;
    }
    MEMBER = "hub_member" of "" {
        "login", W::LoginColumn, "text";
        "agency", W::AgencyColumn, "text";
        "centre", W::CentreColumn, "flag";
    }
}

/// The data files that are known, each with how many of its changes are here and at the place.
pub fn replicas(status: &Status, zone: &TimeZone, lang: Lang) -> Table {
    let mut table = Table::of(&KNOWN, lang);
    for Known { id, last, here, there, hash } in &status.replicas {
        let of = |part: fn(&Origin) -> &String| last.as_ref().map(part).filter(|text| !text.is_empty()).cloned();
        let own = if *id == status.replica.id { format!("{} {}", short(id), W::Own.text(lang)) } else { short(id) };
        table.push(vec![
            Cell::Coded(id.clone(), own),
            of(|origin| &origin.agency).into(),
            of(|origin| &origin.author).into(),
            of(|origin| &origin.device).into(),
            of(|origin| &origin.at).map_or(Cell::Empty, |at| moment(&at, zone, lang)),
            Cell::Whole((*here).into()),
            Cell::Whole((*there).into()),
            hash.clone().into(),
        ]);
    }
    table
}

/// The first digits of a number, which people tell replicas by.
fn short(id: &str) -> String {
    id.get(..8).unwrap_or(id).to_owned()
}

fn moment(at: &str, zone: &TimeZone, lang: Lang) -> Cell {
    match at.parse::<Timestamp>() {
        Ok(moment) => Cell::Coded(at.to_owned(), date::moment(moment, zone, lang)),
        Err(_) => Cell::Empty,
    }
}

/// The conflicts, a row a value.
pub fn conflicts(all: &[Disputed], zone: &TimeZone, lang: Lang) -> Table {
    let mut table = Table::of(&CONFLICT, lang);
    for Disputed { conflict, annual } in all {
        let count = conflict.values.len();
        for (at, (claim, annual)) in conflict.values.iter().zip(annual).enumerate() {
            let shown = |value: &Value| said_value(&conflict.place, conflict.field.as_deref(), value, lang);
            let Claim { value, beside, origin } = claim;
            let field = conflict.field.as_ref().map_or(Cell::Empty, |field| {
                Cell::Coded(field.clone(), field_word(&conflict.place, field).text(lang).to_owned())
            });
            table.push(vec![
                Cell::Coded(conflict.place.clone(), row_word(&conflict.place).text(lang).to_owned()),
                conflict.key.join("/").into(),
                field,
                (at + 1).into(),
                Cell::Told(json!(at + 1 == count), if at + 1 == count { "✓".to_owned() } else { String::new() }),
                shown(value),
                conflict.before.as_ref().map_or(Cell::Empty, shown),
                vouched(&conflict.place, beside, lang),
                annual.map_or(Cell::Empty, Cell::Dong),
                origin.author.clone().into(),
                moment(&origin.at, zone, lang),
                origin.why.clone().into(),
                origin.agency.clone().into(),
                origin.device.clone().into(),
                origin.command.clone().into(),
            ]);
        }
    }
    table
}

/// What vouches for a figure: `source quality surveyed, source sổ theo dõi`.
fn vouched(place: &str, beside: &[(&'static str, Value)], lang: Lang) -> Cell {
    if beside.is_empty() {
        return Cell::Empty;
    }
    let all: serde_json::Map<String, Value> =
        beside.iter().map(|(field, value)| ((*field).to_owned(), value.clone())).collect();
    let beside = beside.iter().map(|(field, value)| (*field, value));
    Cell::Told(Value::Object(all), along(place, beside, lang))
}

/// Fields with what stands in them, in words.
pub fn along<'a>(place: &str, fields: impl Iterator<Item = (&'a str, &'a Value)>, lang: Lang) -> String {
    let said = |(field, value): (&str, &Value)| {
        format!("{} {}", field_word(place, field).text(lang), said_value(place, Some(field), value, lang).shown(lang))
    };
    fields.map(said).collect::<Vec<_>>().join(", ")
}

/// A value as people read it; of a disputed row, whether it is there.
fn said_value(place: &str, field: Option<&str>, value: &Value, lang: Lang) -> Cell {
    let raw = match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let told = match (field, value) {
        (None, Value::Bool(true)) => W::Stays.text(lang).to_owned(),
        (None, _) => W::Deleted.text(lang).to_owned(),
        (Some(field), _) => in_words(place, field, &raw, lang),
    };
    Cell::Coded(raw, told)
}

/// The trail.
pub fn trail(entries: &[Entry], zone: &TimeZone, lang: Lang) -> Table {
    let mut table = Table::of(&AUDIT, lang);
    for Entry { replica, number, hash, origin, deed } in entries {
        let row = |place: &str| Cell::Coded(place.to_owned(), row_word(place).text(lang).to_owned());
        let (deed, word, rest) = match deed {
            Deed::Wrote { place, key, field, value, replaced } => {
                let name = field.as_ref().map_or(Cell::Empty, |field| {
                    Cell::Coded(field.clone(), field_word(place, field).text(lang).to_owned())
                });
                let value = field.as_ref().map_or(Cell::Empty, |_| said_value(place, field.as_deref(), value, lang));
                ("write", W::Wrote, [row(place), key.join("/").into(), name, value, (*replaced).into()])
            }
            Deed::Deleted { place, key } => {
                ("delete", W::DeletedRow, [row(place), key.join("/").into(), Cell::Empty, Cell::Empty, Cell::Empty])
            }
            Deed::Unknown => ("unknown", W::OfLaterVersion, std::array::from_fn(|_| Cell::Empty)),
        };
        let mut cells = vec![
            Cell::Coded(replica.clone(), short(replica)),
            Cell::Whole((*number).into()),
            hash.clone().into(),
            Some(origin.agency.clone()).filter(|agency| !agency.is_empty()).into(),
            origin.author.clone().into(),
            origin.device.clone().into(),
            moment(&origin.at, zone, lang),
            origin.command.clone().into(),
            origin.why.clone().into(),
            Cell::Coded(deed.to_owned(), word.text(lang).to_owned()),
        ];
        cells.extend(rest);
        table.push(cells);
    }
    table
}

/// The members of a hub.
pub fn members(members: &[Member], lang: Lang) -> Table {
    let mut table = Table::of(&MEMBER, lang);
    for Member { login, agency, centre } in members {
        table.push(vec![login.clone().into(), agency.clone().into(), Cell::Flag(*centre)]);
    }
    table
}
