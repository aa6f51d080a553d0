//! A PostgreSQL server as the place of exchange. It is any server from version 15 on, without a program of ours on it: a schema, one function through which changes
//! come in, and rules that keep rows from who may not see them (`schema.sql`).
//!
//! What is lost on the way is asked for again, within a bound. A change that came in twice is one, so an answer that never came is no matter.

mod address;
mod fault;
pub mod publish;
mod secret;
mod setup;
mod tls;
mod traps;

pub use address::Address;
pub use publish::{Figure, Line, Published, Rollup};
pub use setup::Member;

use super::core::file::{Label, Run};
use super::core::{Change, Hash, ReplicaId};
use super::place::{AgencyHead, Given, Held, Listing, Place, Refused};
use crate::words::hub::HubWord;
use crate::words::{Fault, Message, Result};
use postgres::fallible_iterator::FallibleIterator;
use postgres::{Client, NoTls};
use std::time::Duration;

/// The version of the schema that this program knows.
const VERSION: i32 = 1;
/// How long it waits before each further try, where a server was not to be reached or lost the connection.
const WAITS: [Duration; 4] =
    [Duration::from_millis(100), Duration::from_millis(300), Duration::from_secs(1), Duration::from_secs(2)];
/// How long it waits for a server to take a connection up, and for a line that is dead.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a statement may take on the server, milliseconds.
const LONGEST: &str = "-c statement_timeout=300000 -c lock_timeout=60000 -c idle_in_transaction_session_timeout=300000";

/// A server.
pub struct Server {
    address: Address,
    password: Option<String>,
    client: Option<Client>,
    standing: Option<Standing>,
}

/// As whom the server knows the login.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The agency for which it hands over.
    pub agency: String,
    /// Whether it is of the centre, which sees all agencies.
    pub centre: bool,
}

impl Server {
    /// The server at an address; nothing is asked of it yet.
    ///
    /// # Errors
    /// The file with passwords cannot be read, or others may read it.
    pub fn new(address: Address) -> Result<Self> {
        let password = secret::password(&address)?;
        Ok(Self { address, password, client: None, standing: None })
    }

    /// Does some work on a connection. Where the line was lost or the server is starting, it is done again from the beginning, so that it must be such that
    /// doing it twice is doing it once.
    fn ask<T>(&mut self, work: impl Fn(&mut Client) -> std::result::Result<T, postgres::Error>) -> Result<T> {
        let mut waits = WAITS.iter();
        loop {
            let error = match self.connected() {
                Ok(client) => match work(client) {
                    Ok(value) => return Ok(value),
                    Err(error) => error,
                },
                Err(error) => error?,
            };
            match waits.next().filter(|_| fault::may_pass(&error)) {
                Some(wait) => {
                    self.client = None;
                    std::thread::sleep(*wait);
                }
                None => return Err(fault::of(&error, &self.address)),
            }
        }
    }

    /// The connection, which is made where there is none.
    fn connected(&mut self) -> std::result::Result<&mut Client, Result<postgres::Error>> {
        if self.client.as_ref().is_none_or(Client::is_closed) {
            let mut config = self.address.config.clone();
            config
                .connect_timeout(PATIENCE)
                .tcp_user_timeout(PATIENCE)
                .keepalives_idle(PATIENCE)
                .application_name("tinhgon")
                .options(LONGEST);
            if let Some(password) = &self.password {
                config.password(password);
            }
            let client = if self.address.secured {
                config.ssl_mode(postgres::config::SslMode::Require);
                config.connect(tls::connector(&self.address).map_err(Err)?)
            } else {
                config.ssl_mode(postgres::config::SslMode::Disable);
                config.connect(NoTls)
            };
            self.client = Some(client.map_err(Ok)?);
        }
        // It was put there in the lines above.
        self.client.as_mut().ok_or_else(|| Err(Fault::other(HubWord::NoServer.said(&[]))))
    }

    /// As whom the server knows the login.
    ///
    /// # Errors
    /// It cannot be reached, is not set up, is of another version, or does not know the login.
    pub fn standing(&mut self) -> Result<Standing> {
        if let Some(known) = &self.standing {
            return Ok(known.clone());
        }
        let version: Option<i32> = self.ask(|client| {
            let row = client.query_opt("SELECT version FROM tinhgon.about", &[])?;
            row.map(|row| row.try_get(0)).transpose()
        })?;
        match version {
            Some(VERSION) => {}
            Some(later) if later > VERSION => {
                return Err(Fault::database(HubWord::HubNewer.said(&[])).hint(HubWord::HubNewerHint.said(&[])));
            }
            _ => return Err(Fault::database(HubWord::HubOlder.said(&[])).hint(HubWord::HubOlderHint.said(&[]))),
        }
        let member = self.ask(|client| {
            client.query_opt("SELECT agency, centre FROM tinhgon.member WHERE login = session_user", &[])
        })?;
        let Some(row) = member else {
            let login = &self.address.parts()[3];
            return Err(Fault::input(HubWord::NotMember.said(&[login])).hint(HubWord::NotMemberHint.said(&[])));
        };
        let unread = |error: postgres::Error| fault::of(&error, &self.address);
        let standing = Standing { agency: row.try_get(0).map_err(unread)?, centre: row.try_get(1).map_err(unread)? };
        self.standing = Some(standing.clone());
        Ok(standing)
    }
}

impl Place for Server {
    fn address(&self) -> String {
        self.address.text.clone()
    }

    fn list(&mut self) -> Result<Listing> {
        let agency = self.standing()?.agency;
        let rows = self.ask(|client| {
            let sql = "SELECT replica, number, hash FROM tinhgon.replica WHERE number > 0 ORDER BY replica";
            let rows = client.query(sql, &[])?;
            rows.iter()
                .map(|row| Ok((row.try_get(0)?, row.try_get(1)?, row.try_get(2)?)))
                .collect::<Result<Vec<_>, _>>()
        })?;
        let rows: Vec<(Vec<u8>, i64, Vec<u8>)> = rows;
        let held = |(replica, number, hash): (Vec<u8>, i64, Vec<u8>)| {
            let replica = ReplicaId(replica.try_into().ok()?);
            let hash = hash.get(..8)?.try_into().ok()?;
            let label = Label { first: 1, last: u64::try_from(number).ok()?, hash };
            Some(Held { replica, label, file: None })
        };
        let head = self.ask(|client| {
            let row = client.query_opt("SELECT number, hash FROM tinhgon.head WHERE agency = $1", &[&agency])?;
            row.map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).transpose()
        })?;
        let head: Option<(i64, Vec<u8>)> = head;
        let head = head.and_then(|(number, hash)| {
            Some(AgencyHead { agency, number: u64::try_from(number).ok()?, hash: Hash(hash.try_into().ok()?) })
        });
        Ok(Listing { held: rows.into_iter().filter_map(held).collect(), strange: Vec::new(), agency: head })
    }

    fn read(&mut self, held: &Held, after: u64) -> Result<std::result::Result<Given, Refused>> {
        // They are numbered without holes: so few are named outright, as a limit lets a server that knows nothing of the table yet read and sort all.
        let last = held.label.last.min(after.saturating_add(Given::MOST));
        let (replica, first, last) = (held.replica.0.to_vec(), signed(after), signed(last));
        let rows: Vec<(i64, Vec<u8>, Vec<u8>)> = self.ask(|client| {
            let sql = "SELECT number, hash, CASE WHEN number > $2 THEN body ELSE '' END FROM tinhgon.change \
                       WHERE replica = $1 AND number BETWEEN $2 AND $3 ORDER BY number";
            // Of the one before them only the hash comes along.
            let with: [&(dyn postgres::types::ToSql + Sync); 3] = [&replica, &first, &last];
            let mut rows = client.query_raw(sql, with)?;
            let (mut taken, mut bytes) = (Vec::new(), 0);
            while bytes < Given::BYTES
                && let Some(row) = rows.next()?
            {
                let body: Vec<u8> = row.try_get(2)?;
                bytes += body.len();
                taken.push((row.try_get(0)?, row.try_get(1)?, body));
            }
            Ok(taken)
        })?;
        let refused = |reason, word| Ok(Err(Refused::new(&held.name(), reason, word)));
        let mut rows = rows.into_iter().peekable();
        // The change on which these stand comes along, so that a fork is seen.
        let before = match after {
            0 => Hash::START,
            _ => match rows.next_if(|(number, ..)| *number == first).map(|(_, hash, _)| hash.try_into()) {
                Some(Ok(hash)) => Hash(hash),
                _ => return refused("gap", HubWord::FileGap),
            },
        };
        let (hashes, bodies): (Vec<Vec<u8>>, Vec<Vec<u8>>) = rows.map(|(_, hash, body)| (hash, body)).unzip();
        let Some(Ok(hash)) = hashes.last().and_then(|hash| hash.get(..8)).map(TryInto::try_into) else {
            return refused("gap", HubWord::FileGap);
        };
        // What was written by a later version is told from what is none.
        if bodies.iter().any(|body| Change::is_later(body)) {
            return refused("newer", HubWord::FileNewer);
        }
        Ok(Ok(Given { run: Run { replica: held.replica, first: after + 1, before, bodies }, hash }))
    }

    fn write(&mut self, run: &Run, _hash: &Hash) -> Result<()> {
        let mut before = run.before;
        let hashes: Vec<Vec<u8>> = run
            .bodies
            .iter()
            .map(|body| {
                before = Change::hash(&before, body);
                before.0.to_vec()
            })
            .collect();
        let (replica, first) = (run.replica.0.to_vec(), signed(run.first));
        self.ask(|client| {
            client.query_one("SELECT tinhgon.append($1, $2, $3, $4)", &[&replica, &first, &hashes, &run.bodies])
        })?;
        Ok(())
    }

    /// The function through which changes come in has looked at every hash.
    fn vouches(&self) -> bool {
        true
    }

    fn traps(&mut self) -> Result<Vec<Refused>> {
        self.void_rules()
    }

    fn agency(&mut self) -> Result<Option<String>> {
        Ok(Some(self.standing()?.agency))
    }

    /// A login hands over what its own data file made; others hand over theirs.
    fn carries(&self, own: bool) -> bool {
        own
    }
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
