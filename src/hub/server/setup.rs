//! Making a database a hub: schema, rights, members, and the views that others read.

use super::Server;
use crate::model::noun::{Field, Holds};
use crate::model::nouns::tables;
use crate::words::hub::HubWord;
use crate::words::{Fault, Message, Result};
use postgres::{Client, Transaction};
use std::fmt::Write as _;

/// The schema, safe to run again.
const SCHEMA: &str = include_str!("schema.sql");
/// The oldest server on which views may be asked as whoever asks them.
const OLDEST: i32 = 150_000;
/// One set-up after the other.
const LOCK: i64 = 0x7467_6f6e;

/// Who may hand over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The login at the server.
    pub login: String,
    /// The agency for which it hands over.
    pub agency: String,
    /// Whether it is of the centre, which sees all agencies and publishes.
    pub centre: bool,
}

impl Server {
    /// Makes the database a hub, or brings it to what this version needs; adds members, or gives them another agency, and takes others away. All of it, or
    /// nothing. A login that is not there is made, without a password. Gives all members.
    ///
    /// # Errors
    /// It cannot be reached; the server is too old; the login may not make schemas and roles.
    pub fn set_up(&mut self, add: &[Member], remove: &[String]) -> Result<Vec<Member>> {
        let version: String = self.ask(|client| client.query_one("SHOW server_version_num", &[])?.try_get(0))?;
        if version.parse::<i32>().is_ok_and(|version| version < OLDEST) {
            return Err(Fault::database(HubWord::ServerOld.said(&[])).hint(HubWord::ServerOldHint.said(&[])));
        }
        self.standing = None;
        if !remove.is_empty() {
            let members = self.ask(known)?;
            if let Some(login) = remove.iter().find(|login| !members.iter().any(|member| member.login == **login)) {
                return Err(Fault::missing(HubWord::NotMember.said(&[login])).hint(HubWord::NotMemberHint.said(&[])));
            }
        }
        let views = views();
        self.ask(|client| all(client, &views, add, remove))
    }

    /// All members.
    ///
    /// # Errors
    /// It cannot be reached, or is not set up.
    pub fn members(&mut self) -> Result<Vec<Member>> {
        self.ask(read)
    }
}

/// The members of a database that may be no hub yet, as the owner of the tables sees them.
fn known(client: &mut Client) -> Result<Vec<Member>, postgres::Error> {
    let mut transaction = client.transaction()?;
    if !transaction.query_one("SELECT to_regclass('tinhgon.member') IS NOT NULL", &[])?.try_get::<_, bool>(0)? {
        return Ok(Vec::new());
    }
    transaction.execute("SET LOCAL ROLE tinhgon_owner", &[])?;
    transaction.query(MEMBERS, &[])?.iter().map(member).collect()
}

fn all(
    client: &mut Client,
    views: &str,
    add: &[Member],
    remove: &[String],
) -> std::result::Result<Vec<Member>, postgres::Error> {
    let mut transaction = client.transaction()?;
    transaction.execute("SELECT pg_advisory_xact_lock($1)", &[&LOCK])?;
    transaction.batch_execute(SCHEMA)?;
    transaction.batch_execute(views)?;
    transaction.batch_execute("RESET ROLE")?;
    for member in add {
        put(&mut transaction, member)?;
    }
    for login in remove {
        transaction.execute("SET LOCAL ROLE tinhgon_owner", &[])?;
        transaction.execute("DELETE FROM tinhgon.member WHERE login = $1::text::name", &[login])?;
        transaction.execute("RESET ROLE", &[])?;
        formatted(&mut transaction, "REVOKE tinhgon_member, tinhgon_centre FROM %I", login)?;
    }
    transaction.execute("SET LOCAL ROLE tinhgon_owner", &[])?;
    let rows = transaction.query(MEMBERS, &[])?;
    let members = rows.iter().map(member).collect::<Result<_, _>>()?;
    transaction.commit()?;
    Ok(members)
}

fn put(transaction: &mut Transaction<'_>, Member { login, agency, centre }: &Member) -> Result<(), postgres::Error> {
    let there = transaction.query_opt("SELECT FROM pg_catalog.pg_roles WHERE rolname = $1::text::name", &[login])?;
    if there.is_none() {
        formatted(transaction, "CREATE ROLE %I LOGIN", login)?;
    }
    formatted(transaction, "REVOKE tinhgon_member, tinhgon_centre FROM %I", login)?;
    formatted(transaction, if *centre { "GRANT tinhgon_centre TO %I" } else { "GRANT tinhgon_member TO %I" }, login)?;
    transaction.execute("SET LOCAL ROLE tinhgon_owner", &[])?;
    transaction.execute(
        "INSERT INTO tinhgon.member (login, agency, centre) VALUES ($1::text::name, $2, $3) \
         ON CONFLICT (login) DO UPDATE SET agency = excluded.agency, centre = excluded.centre",
        &[login, agency, centre],
    )?;
    transaction.execute("RESET ROLE", &[])?;
    Ok(())
}

/// Runs a statement that names a login, which only the server can quote.
fn formatted(transaction: &mut Transaction<'_>, statement: &str, login: &str) -> Result<(), postgres::Error> {
    let row = transaction.query_one("SELECT format($1, $2::text)", &[&statement, &login])?;
    transaction.batch_execute(row.try_get(0)?)
}

const MEMBERS: &str = "SELECT login::text, agency, centre FROM tinhgon.member ORDER BY agency, login";

fn read(client: &mut Client) -> Result<Vec<Member>, postgres::Error> {
    client.query(MEMBERS, &[])?.iter().map(member).collect()
}

fn member(row: &postgres::Row) -> Result<Member, postgres::Error> {
    Ok(Member { login: row.try_get(0)?, agency: row.try_get(1)?, centre: row.try_get(2)? })
}

/// A view for each table of the catalogue, which asks as whoever asks it: a column for each field, as text, a whole number or a day.
fn views() -> String {
    let mut sql = String::new();
    for table in tables() {
        let name = table.name;
        let columns: Vec<String> = table.fields.iter().map(column).collect();
        let _ = write!(
            sql,
            "DROP VIEW IF EXISTS tinhgon_rollup.\"{name}\";\n\
             CREATE VIEW tinhgon_rollup.\"{name}\" WITH (security_invoker = true) AS SELECT line.agency AS of_agency, \
             {} FROM tinhgon.line WHERE line.place = '{name}';\n\
             GRANT SELECT ON tinhgon_rollup.\"{name}\" TO tinhgon_member;\n",
            columns.join(", ")
        );
    }
    sql + PROGRESS
}

fn column(field: &Field) -> String {
    let key = field.key;
    let value = format!("line.columns ->> '{key}'");
    match field.holds {
        Holds::Whole | Holds::Position => format!("({value})::bigint AS \"{key}\""),
        Holds::Day => format!("nullif({value}, '')::date AS \"{key}\""),
        Holds::Flag => format!("(({value})::bigint = 1) AS \"{key}\""),
        _ => format!("{value} AS \"{key}\""),
    }
}

/// The published figures with their columns.
const PROGRESS: &str = "\
DROP VIEW IF EXISTS tinhgon_rollup.progress;
CREATE VIEW tinhgon_rollup.progress WITH (security_invoker = true) AS
SELECT nullif(figure.agency, '') AS agency, columns ->> 'programme' AS programme, columns ->> 'target' AS target,
  columns ->> 'metric' AS metric, columns ->> 'stage' AS stage, (columns ->> 'baseline')::numeric AS baseline,
  (columns ->> 'achieved')::numeric AS achieved, (columns ->> 'percent')::numeric AS percent,
  (columns ->> 'target_percent')::numeric AS target_percent, (columns ->> 'met')::boolean AS met,
  (columns ->> 'due')::date AS due, columns ->> 'unit' AS unit, rollup.day, rollup.hash AS rollup_hash
FROM tinhgon.figure, tinhgon.rollup;
GRANT SELECT ON tinhgon_rollup.progress TO tinhgon_member;
";
