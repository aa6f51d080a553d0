//! The exchange with other data files: join, hand over, take in, decide.

use super::Desk;
use crate::cost::Sum;
use crate::hub::audit;
use crate::hub::conflict::{self, Conflict, Decided, Decision};
use crate::hub::data_file::DataFile;
use crate::hub::folder::{self, Folder};
use crate::hub::join;
use crate::hub::place::Place;
use crate::hub::rollup::{self, Share};
use crate::hub::server::publish;
use crate::hub::server::{Address, Figure, Member, Rollup, Server};
use crate::hub::standing::{self, Status};
use crate::hub::sync::{self, Synced};
use crate::model::{Agency, Fraction};
use crate::store::{Reader, Replica, Workspace};
use crate::text::date;
use crate::words::hub::HubWord;
use crate::words::{Fault, FaultKind, Message, Result, Said};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A conflict, with what follows from each of its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disputed {
    /// The values that stand against each other.
    pub conflict: Conflict,
    /// The compliance cost of the regulation per year under each of them, in their order, đồng; nothing where it is not a matter of a cost sheet.
    pub annual: Vec<Option<Fraction>>,
}

/// What was published, beside what follows from the changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The day for which it was published.
    pub day: String,
    /// The hash of the rows that was published.
    pub hash: String,
    /// That of the rows as they stand at the server now.
    pub hash_there: String,
    /// That of the rows as they follow from the changes.
    pub hash_here: String,
    /// The data files whose changes are not at the server as they were.
    pub missing: Vec<String>,
    /// The figures that differ: agency, programme, target, stage.
    pub figures: Vec<String>,
}

impl Verified {
    /// Whether all of it is what it should be.
    pub fn holds(&self) -> bool {
        self.hash == self.hash_here
            && self.hash_there == self.hash_here
            && self.missing.is_empty()
            && self.figures.is_empty()
    }
}

impl Desk<'_> {
    /// Makes the data file one of those that exchange at a place; gives its name among them.
    ///
    /// # Errors
    /// Wrong usage, where it has joined already or the place is none; missing, where there is no such agency or folder.
    pub fn hub_join(&mut self, to: &str, agency: Option<&str>) -> Result<Replica> {
        let mut place = place(to)?;
        let known = place.agency()?;
        let agency = match (agency, known) {
            (Some(said), Some(known)) if said != known => {
                let fault = Fault::usage(HubWord::AgencyDiffers.said(&[&known, &said]));
                return Err(fault.hint(HubWord::AgencyDiffersHint.said(&[])));
            }
            (said, known) => said.map(str::to_owned).or(known),
        };
        if let Some(code) = &agency
            && !self.workspace.all::<Agency>()?.iter().any(|known| known.code == *code)
        {
            return Err(super::not_found(crate::model::Kind::Agency, code));
        }
        join::join(self.workspace, &place.address(), &agency.unwrap_or_default())
    }

    /// Gives a copy that went its own way a name of its own.
    ///
    /// # Errors
    /// Wrong usage, where it has not joined.
    pub fn hub_join_anew(&mut self, to: Option<&str>) -> Result<Replica> {
        let mut place = self.place(to)?;
        join::join_anew(self.workspace, place.as_mut(), &self.who)
    }

    /// Hands over what the place of exchange does not have.
    ///
    /// # Errors
    /// Those of [`sync::push`].
    pub fn hub_push(&mut self, to: Option<&str>) -> Result<Synced> {
        let mut place = self.place(to)?;
        sync::push(self.workspace, place.as_mut(), &self.who)
    }

    /// Takes in what others have handed over.
    ///
    /// # Errors
    /// Those of [`sync::pull`].
    pub fn hub_pull(&mut self, to: Option<&str>) -> Result<Synced> {
        let mut place = self.place(to)?;
        sync::pull(self.workspace, place.as_mut(), &self.who)
    }

    /// Takes in, and hands over.
    ///
    /// # Errors
    /// Those of [`sync::sync`].
    pub fn hub_sync(&mut self, to: Option<&str>) -> Result<Synced> {
        let mut place = self.place(to)?;
        sync::sync(self.workspace, place.as_mut(), &self.who)
    }

    /// Where the data file stands.
    ///
    /// # Errors
    /// Those of [`standing::status`].
    pub fn hub_status(&mut self, to: Option<&str>) -> Result<Status> {
        let asked = self.place(to).and_then(|mut place| standing::status(self.workspace, place.as_mut()));
        let Err(fault) = asked else { return asked };
        // What is known here of the place of the last time is told all the same: that is what they wanted to know.
        let here = standing::standing(self.workspace)?.filter(|_| to.is_none() && fault.kind() != FaultKind::Usage);
        let Some((to_send, at)) = here else { return Err(fault) };
        let conflicts = self.workspace.count_contested()?;
        let hint = Said::by(|lang| {
            let at = at.map_or("–".to_owned(), |at| date::moment(at, &TimeZone::system(), lang));
            let here = HubWord::StandsHere.with(lang, &[&to_send, &conflicts, &at]);
            fault.hint_text(lang).into_iter().chain([here.as_str()]).collect::<Vec<_>>().join("; ")
        });
        Err(fault.hint(hint))
    }

    /// The conflicts, with what follows from each value.
    ///
    /// # Errors
    /// Wrong usage, where it has not joined; it cannot be read.
    pub fn hub_conflicts(&mut self) -> Result<Vec<Disputed>> {
        let (all, today) = (conflict::all(self.workspace)?, self.today);
        let of = |conflict: Conflict| {
            let annual = conflict::under_each(self.workspace, &conflict, &self.who, |reader, regulation| {
                annual(reader, regulation, today)
            })?;
            Ok(Disputed { conflict, annual })
        };
        all.into_iter().map(of).collect()
    }

    /// Decides a conflict.
    ///
    /// # Errors
    /// Missing, where there is no such conflict.
    pub fn hub_resolve(&mut self, decision: &Decision) -> Result<Decided> {
        conflict::decide(self.workspace, decision, &self.who)
    }

    /// Takes in what the data file of a colleague has; only tells how much that is, where it is a rehearsal.
    ///
    /// # Errors
    /// Wrong usage, where this data file has not joined; it is no data file, or has not joined.
    pub fn hub_import(&mut self, file: &Path, rehearsal: bool) -> Result<Synced> {
        let mut other = DataFile::open(file)?;
        if !rehearsal {
            // In a copy of this data file the same work has become the same changes.
            sync::prepare(self.workspace, &self.who)?;
            return sync::pull(self.workspace, &mut other, &self.who);
        }
        let status = standing::status(self.workspace, &mut other)?;
        let received = usize::try_from(status.to_receive).unwrap_or(usize::MAX);
        Ok(Synced { received, refused: status.refused, ..Synced::default() })
    }

    /// The trail of the exchange.
    ///
    /// # Errors
    /// Wrong usage, where the data file has not joined; a change was altered or is missing.
    pub fn hub_audit(&self) -> Result<Vec<audit::Entry>> {
        audit::trail(self.workspace)
    }

    /// What each agency has of the exchange, by code.
    ///
    /// # Errors
    /// Wrong usage, where the data file has not joined; it cannot be read.
    pub fn hub_shares(&mut self) -> Result<BTreeMap<String, Share>> {
        rollup::shares(self.workspace)
    }

    /// Publishes what the centre adds up: the rows of all nouns, and figures. All that is here has to be at the server, so that it follows from the changes
    /// there alone.
    ///
    /// # Errors
    /// Wrong usage, where the place is no server; the login is not of the centre; something here is not at the server.
    pub fn hub_publish(&mut self, to: Option<&str>, programmes: &[String], figures: Vec<Figure>) -> Result<String> {
        let mut server = server(&self.named(to)?)?;
        let status = standing::status(self.workspace, &mut server)?;
        let missing = status.replicas.iter().filter(|known| known.there < known.here).count();
        if status.to_send > 0 || missing > 0 {
            let fault = Fault::input(HubWord::NotAllThere.said(&[&status.to_send, &missing]));
            return Err(fault.hint(HubWord::NotAllThereHint.said(&[])));
        }
        server.publish(&Rollup {
            programme: programmes.join(", "),
            day: self.today.to_string(),
            heads: rollup::heads(self.workspace)?,
            lines: rollup::lines(self.workspace)?,
            figures,
        })
    }

    /// Adds up again what was published, from nothing but the changes at the server, and compares: rows and figures. `figures` gives those of a data file, of
    /// programmes, on a day.
    ///
    /// # Errors
    /// Wrong usage, where the place is no server; missing, where nothing was published; the login is not of the centre.
    pub fn hub_verify(
        &mut self,
        to: Option<&str>,
        figures: impl FnOnce(&Workspace, &[&str], Date) -> Result<Vec<Figure>>,
    ) -> Result<Verified> {
        let mut server = server(&self.named(to)?)?;
        let published = server.published()?;
        let published = published.ok_or_else(|| {
            Fault::missing(HubWord::NothingPublished.said(&[])).hint(HubWord::NothingPublishedHint.said(&[]))
        })?;
        let aside =
            tempfile::tempdir().map_err(|error| Fault::other(HubWord::NoRoomAside.said(&[])).because_io(&error))?;
        let mut again = Workspace::create(&aside.path().join("rollup.db"))?;
        let missing = rollup::rebuild(&mut again, &mut server, &published.heads, &self.who)?;
        let programmes: Vec<&str> = published.programme.split(", ").filter(|code| !code.is_empty()).collect();
        let day = published.day.parse().unwrap_or(self.today);
        let mut here = figures(&again, &programmes, day)?;
        here.sort_by(|a, b| (&a.agency, &a.name).cmp(&(&b.agency, &b.name)));
        let differ = |figure: &&Figure| !here.contains(figure);
        let mut figures: Vec<String> = published.figures.iter().filter(differ).map(figure_name).collect();
        figures.extend(here.iter().filter(|figure| !published.figures.contains(figure)).map(figure_name));
        figures.sort();
        figures.dedup();
        Ok(Verified {
            day: published.day,
            hash: published.hash,
            hash_there: published.hash_there,
            hash_here: publish::hash(&rollup::lines(&again)?),
            missing: missing.iter().map(|(replica, ..)| replica.to_string()).collect(),
            figures,
        })
    }

    /// The place of exchange that is named, else that of the last time.
    fn named(&self, to: Option<&str>) -> Result<String> {
        let known = self.workspace.replica()?.map(|known| known.hub);
        let none = || Fault::usage(HubWord::NoHub.said(&[])).hint(HubWord::NoHubHint.said(&[]));
        to.map(str::to_owned).or(known).ok_or_else(none)
    }

    /// The place of exchange that is named, else that of the last time.
    fn place(&self, to: Option<&str>) -> Result<Box<dyn Place>> {
        place(&self.named(to)?)
    }
}

fn figure_name(figure: &Figure) -> String {
    [figure.agency.as_str(), figure.name.as_str()].join("/")
}

/// Makes a database a hub, or brings it to what this version needs, and adds or takes away members; gives all of them.
///
/// # Errors
/// Wrong usage, where the place is no server; the server cannot be reached, or the login may not set it up.
pub fn hub_setup(to: &str, add: &[Member], remove: &[String]) -> Result<Vec<Member>> {
    server(to)?.set_up(add, remove)
}

/// The server that is written like this.
fn server(to: &str) -> Result<Server> {
    match Where::parse(to)? {
        Where::Server(address) => Server::new(*address),
        Where::Folder(_) => Err(Fault::usage(HubWord::OnlyServer.said(&[])).hint(HubWord::OnlyServerHint.said(&[]))),
    }
}

/// The place of exchange that is written like this.
fn place(to: &str) -> Result<Box<dyn Place>> {
    Ok(match Where::parse(to)? {
        Where::Folder(path) => Box::new(Folder::open(&path)?),
        Where::Server(address) => Box::new(Server::new(*address)?),
    })
}

/// Where a place of exchange is.
enum Where {
    Folder(PathBuf),
    Server(Box<Address>),
}

impl Where {
    fn parse(to: &str) -> Result<Self> {
        if let Some(path) = to.strip_prefix(folder::PREFIX).filter(|path| !path.is_empty()) {
            return Ok(Self::Folder(Path::new(path).to_owned()));
        }
        if Address::is_meant(to) {
            return Ok(Self::Server(Box::new(Address::parse(to)?)));
        }
        Err(Fault::usage(HubWord::BadHub.said(&[&to])).hint(HubWord::BadHubHint.said(&[])))
    }
}

/// The compliance cost of a regulation per year.
fn annual(reader: &Reader, regulation: &str, day: Date) -> Result<Option<Fraction>> {
    let snapshot = reader.snapshot_of(day, &BTreeSet::from([regulation.to_owned()]))?;
    let mut sum = Sum::default();
    snapshot.live.subjects.iter().for_each(|subject| sum.add_fraction(subject.annual));
    Ok(sum.total())
}
