//! The exchange, measured: `cargo bench --bench hub [-- PART …]`.
//!
//! `server` is the hub on PostgreSQL against the same bytes by a binary COPY, and against `pg_dump | psql` of the same rows, in one run. It wants
//! `TINHGON_HUB=postgres://postgres@127.0.0.1/bench`: an empty database of its own, whose login may make roles and databases; without it, it says that it is skipped.
//! `rollup` adds up many agencies, `year` is a year of a few officers; both exchange over a folder. `TINHGON_AGENCIES`, `TINHGON_PROCEDURES` set the size of a roll-up.

#![allow(clippy::unwrap_used)]

mod made;
mod rollup;
mod year;

use postgres::binary_copy::BinaryCopyInWriter;
use postgres::types::Type;
use postgres::{Client, NoTls};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tinhgon::hub::core::change::{Change, Op, Wrote};
use tinhgon::hub::core::file::Run;
use tinhgon::hub::core::{ChangeId, Hash, ReplicaId, RowId, Value};
use tinhgon::hub::place::{Place, whole};
use tinhgon::hub::server::{Address, Member, Server};

/// So many changes in the long run.
const CHANGES: u64 = 100_000;
/// So many in a batch, as the program sends them.
const BATCH: usize = 500;

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).filter(|part| !part.starts_with('-')).collect();
    let is_asked = |part: &str| asked.is_empty() || asked.iter().any(|asked| asked == part);
    match std::env::var("TINHGON_HUB").ok() {
        _ if !is_asked("server") => {}
        Some(address) => exchanged(&address),
        None => eprintln!("SKIPPED: TINHGON_HUB names no PostgreSQL database of its own to measure on"),
    }
    if is_asked("rollup") {
        rollup::measure();
    }
    if is_asked("year") {
        year::measure();
    }
}

fn exchanged(address: &str) {
    let server = || Server::new(Address::parse(address).unwrap()).unwrap();
    let mut admin = Client::connect(address, NoTls).unwrap();
    let login: String = admin.query_one("SELECT session_user::text", &[]).unwrap().get(0);
    let member = Member { login, agency: "BCA".into(), centre: true };
    server().set_up(&[member], &[]).unwrap();
    let bodies = chain(ReplicaId([1; 16]), CHANGES);
    let bytes: usize = bodies.iter().map(Vec::len).sum();
    println!("{CHANGES} changes, {} MB", bytes / 1_000_000);

    let copy = copied(&mut admin, &bodies);
    let push = pushed(&mut server(), ReplicaId([1; 16]), &bodies);
    let again = pushed(&mut server(), ReplicaId([1; 16]), &bodies);
    let pull = pulled(&mut server());
    println!("binary COPY {copy:?}");
    println!("push  {push:?}  {:.2}x of COPY", ratio(push, copy));
    println!("the same again, nothing added  {again:?}  {:.2}x", ratio(again, copy));
    println!("pull  {pull:?}  {:.2}x of COPY", ratio(pull, copy));
    if let Some(dump) = dumped(&mut admin, address) {
        println!("pg_dump | psql of the copied rows  {dump:?}; push is {:.2}x of it", ratio(push, dump));
    }

    // 300 officers × 50 changes, at once on 25 lines.
    let start = Instant::now();
    std::thread::scope(|scope| {
        for line in 0..25u16 {
            let server = &server;
            scope.spawn(move || {
                let mut server = server();
                for officer in 0..12 {
                    let replica =
                        ReplicaId(std::array::from_fn(
                            |at| if at < 8 { 2 } else { (line * 12 + officer) as u8 ^ at as u8 },
                        ));
                    pushed(&mut server, replica, &chain(replica, 50));
                }
            });
        }
    });
    println!("300 officers × 50 changes  {:?}", start.elapsed());
    let holes = "SELECT max(place) - count(*) FROM tinhgon.change";
    assert_eq!(admin.query_one(holes, &[]).unwrap().get::<_, i64>(0), 0, "numbered without holes");
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

/// Changes of a replica as officers make them: a figure with what it saw.
fn chain(replica: ReplicaId, count: u64) -> Vec<Vec<u8>> {
    let change = |number: u64| {
        let seen = if number > 1 { vec![ChangeId { replica, number: number - 1 }] } else { Vec::new() };
        let field = |field: &str, value| Wrote { field: field.into(), value, seen: seen.clone() };
        Change {
            id: ChangeId { replica, number },
            clock: number,
            agency: "BCA".into(),
            author: "Nguyễn Thị Lan".into(),
            device: "bàn 3".into(),
            at: "2026-11-30T08:00:00Z".into(),
            command: "cost set".into(),
            why: "đo lại tại bộ phận một cửa".into(),
            ops: vec![Op::Write {
                row: RowId { place: "activity".into(), key: vec![format!("1.{:06}", number % 10_000), "a1".into()] },
                birth: false,
                fields: vec![
                    field("minutes", Value::Text(format!("{}", number % 300))),
                    field("population", Value::Int(number as i64)),
                    field("source", Value::Text("khảo sát 20 hồ sơ".into())),
                ],
            }],
        }
        .bytes()
    };
    (1..=count).map(change).collect()
}

fn pushed(server: &mut Server, replica: ReplicaId, bodies: &[Vec<u8>]) -> Duration {
    let start = Instant::now();
    let (mut before, mut first) = (Hash::START, 1);
    for batch in bodies.chunks(BATCH) {
        let run = Run { replica, first, before, bodies: batch.to_vec() };
        batch.iter().for_each(|body| before = Change::hash(&before, body));
        server.write(&run, &before).unwrap();
        first = run.last() + 1;
    }
    start.elapsed()
}

fn pulled(server: &mut Server) -> Duration {
    let start = Instant::now();
    let held = server.list().unwrap().held;
    let count: usize = held.iter().map(|held| whole(server, held, 0).unwrap().unwrap().run.bodies.len()).sum();
    assert_eq!(count as u64, CHANGES);
    start.elapsed()
}

fn copied(admin: &mut Client, bodies: &[Vec<u8>]) -> Duration {
    admin.batch_execute("DROP TABLE IF EXISTS public.copied; CREATE TABLE public.copied (number bigint PRIMARY KEY, hash bytea, body bytea)").unwrap();
    let start = Instant::now();
    let writer = admin.copy_in("COPY public.copied FROM STDIN BINARY").unwrap();
    let mut writer = BinaryCopyInWriter::new(writer, &[Type::INT8, Type::BYTEA, Type::BYTEA]);
    for (number, body) in bodies.iter().enumerate() {
        writer.write(&[&(number as i64), &[0u8; 32].as_slice(), body]).unwrap();
    }
    writer.finish().unwrap();
    start.elapsed()
}

/// The copied rows, dumped and read into another database by the tools that come with the server; nothing where they are not at hand.
fn dumped(admin: &mut Client, address: &str) -> Option<Duration> {
    admin.batch_execute("DROP DATABASE IF EXISTS tinhgon_dumped").unwrap();
    admin.batch_execute("CREATE DATABASE tinhgon_dumped").unwrap();
    let (server, _) = address.rsplit_once('/')?;
    let start = Instant::now();
    let mut dump =
        Command::new("pg_dump").args([address, "--table=public.copied"]).stdout(Stdio::piped()).spawn().ok()?;
    let read = Command::new("psql")
        .args(["--quiet", "--set=ON_ERROR_STOP=1", &format!("{server}/tinhgon_dumped")])
        .stdin(dump.stdout.take()?)
        .stdout(Stdio::null())
        .status()
        .ok()?;
    let taken = start.elapsed();
    let all = dump.wait().ok()?.success() && read.success();
    admin.batch_execute("DROP DATABASE tinhgon_dumped").unwrap();
    all.then_some(taken)
}
