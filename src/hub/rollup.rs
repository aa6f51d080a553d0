//! Adding up: the rows of all nouns as they are published, and the same made again from nothing but the changes of a place.

use super::conflict;
use super::core::file::Run;
use super::core::{Change, Hash, ReplicaId};
use super::join;
use super::place::{Given, Held, Listing, Place, Refused};
use super::server::Line;
use super::shape::REGULATION;
use super::sync;
use crate::model::nouns::{table, tables};
use crate::model::{Agency, Description, Holds, Kind, Noun};
use crate::store::{ChangeMeta, Reader, Workspace};
use crate::words::Result;
use serde_json::{Map, Value as Json};
use std::collections::{BTreeMap, HashMap};

/// The last change of a data file.
pub type Head = (ReplicaId, u64, Hash);

/// The rows of all nouns, each with the agency to which it belongs: its own, or that of its regulation.
///
/// # Errors
/// The data file cannot be read.
pub fn lines(reader: &Reader) -> Result<Vec<Line>> {
    let owners = Owners::read(reader)?;
    let mut lines = Vec::new();
    for table in tables() {
        for (key, columns) in reader.table_rows(table.name)? {
            let agency = owners.agency(table, &columns);
            lines.push(Line { place: table.name.to_owned(), key, agency, columns: Json::Object(columns).to_string() });
        }
    }
    Ok(lines)
}

/// To which agency a row belongs.
struct Owners {
    /// The agency of a regulation.
    of_regulation: HashMap<String, String>,
    /// The regulation of a measure.
    of_measure: HashMap<String, String>,
}

impl Owners {
    fn read(reader: &Reader) -> Result<Self> {
        let ledger = reader.ledger()?;
        let of_measure = ledger.measures.into_iter().map(|measure| (measure.code, measure.regulation)).collect();
        Ok(Self { of_regulation: ledger.regulations, of_measure })
    }

    fn agency(&self, table: &Description, columns: &Map<String, Json>) -> Option<String> {
        let text = |name: &str| columns.get(name).and_then(Json::as_str).filter(|text| !text.is_empty());
        if table.name == Agency::DESCRIPTION.name {
            return text("code").map(str::to_owned);
        }
        let own =
            table.fields.iter().filter(|field| field.holds == Holds::Code(Kind::Agency)).find_map(|f| text(f.key));
        // A regulation, or what is one and more: its code is that of the regulation.
        let is_one = table.name == Kind::Regulation.key()
            || table.parts.iter().any(|p| p.single && p.of.name == Kind::Regulation.key());
        let itself = || text("code").filter(|_| is_one);
        let of_measure = || text(Kind::Measure.key()).and_then(|code| self.of_measure.get(code)).map(String::as_str);
        let regulation = text(REGULATION).or_else(itself).or_else(of_measure);
        own.map(str::to_owned).or_else(|| self.of_regulation.get(regulation?).cloned())
    }
}

/// What each agency has of the exchange.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Share {
    /// So many data files, by the agency that their last change names.
    pub files: usize,
    /// When the last change was made, as its device had it (RFC 3339).
    pub last: String,
    /// So many conflicts in rows that belong to it.
    pub conflicts: usize,
}

/// What each agency has of the exchange, by code; what belongs to none under an empty one.
///
/// # Errors
/// The data file has not joined, or cannot be read.
pub fn shares(workspace: &mut Workspace) -> Result<BTreeMap<String, Share>> {
    let mut shares: BTreeMap<String, Share> = BTreeMap::new();
    for (name, number) in workspace.exchanged_heads()? {
        let Some(logged) = workspace.exchanged(&name, number)? else { continue };
        let Ok(change) = Change::read(&logged.body) else { continue };
        let of = shares.entry(change.agency).or_default();
        of.files += 1;
        if crate::text::clean_line(&change.at) > of.last {
            of.last = crate::text::clean_line(&change.at);
        }
    }
    let owners = Owners::read(workspace)?;
    for conflict in conflict::all(workspace)? {
        let Some(table) = table(&conflict.place) else { continue };
        let columns = workspace.columns(table.name, &super::forms::list(&conflict.key))?.unwrap_or_default();
        shares.entry(owners.agency(table, &columns).unwrap_or_default()).or_default().conflicts += 1;
    }
    Ok(shares)
}

/// The last changes of all data files that are here.
///
/// # Errors
/// The data file cannot be read.
pub fn heads(reader: &Reader) -> Result<Vec<Head>> {
    let mut heads = Vec::new();
    for (name, number) in reader.exchanged_heads()? {
        let hash = reader.exchanged_hash(&name, number)?.and_then(|hash| Hash::parse(&hash));
        if let (Some(id), Some(hash)) = (ReplicaId::parse(&name), hash) {
            heads.push((id, number, hash));
        }
    }
    Ok(heads)
}

/// Makes an empty data file what follows from the changes of a place up to some last ones. Gives those of them that the place does not have so.
///
/// # Errors
/// The place cannot be reached; the data file has joined already or cannot be written.
pub fn rebuild(empty: &mut Workspace, place: &mut dyn Place, heads: &[Head], who: &ChangeMeta) -> Result<Vec<Head>> {
    join::join(empty, "", "")?;
    let limits = heads.iter().map(|(replica, number, hash)| (*replica, (*number, *hash))).collect();
    sync::pull(empty, &mut UpTo { place, limits }, who)?;
    let mut missing = Vec::new();
    for head in heads {
        let (replica, number, hash) = head;
        if empty.exchanged_hash(&replica.to_string(), *number)? != Some(hash.to_string()) {
            missing.push(*head);
        }
    }
    Ok(missing)
}

/// A place, as it was when each data file had handed over so many changes.
struct UpTo<'p> {
    place: &'p mut dyn Place,
    limits: BTreeMap<ReplicaId, (u64, Hash)>,
}

impl Place for UpTo<'_> {
    fn address(&self) -> String {
        self.place.address()
    }

    fn list(&mut self) -> Result<Listing> {
        let mut listing = self.place.list()?;
        let limit = |mut held: Held| {
            let (limit, hash) = *self.limits.get(&held.replica)?;
            if held.label.last > limit {
                held.label.last = limit;
                held.label.hash = hash.brief();
            }
            (held.label.first <= limit).then_some(held)
        };
        listing.held = listing.held.into_iter().filter_map(limit).collect();
        Ok(listing)
    }

    fn read(&mut self, held: &Held, after: u64) -> Result<std::result::Result<Given, Refused>> {
        self.place.read(held, after)
    }

    /// Nothing is handed over by whoever only looks.
    fn write(&mut self, _run: &Run, _hash: &Hash) -> Result<()> {
        Ok(())
    }

    fn vouches(&self) -> bool {
        self.place.vouches()
    }

    fn carries(&self, _own: bool) -> bool {
        false
    }
}
