//! The hub on PostgreSQL against the same bytes by a binary COPY, in one run: `TINHGON_HUB=postgres://postgres@127.0.0.1/bench cargo bench --bench hub`.
//! The database is an empty one of its own, and its login may make roles; without the variable the bench says that it is skipped.

#![allow(clippy::unwrap_used)]

use postgres::binary_copy::BinaryCopyInWriter;
use postgres::types::Type;
use postgres::{Client, NoTls};
use std::time::{Duration, Instant};
use tinhgon::hub::core::change::{Change, Op, Wrote};
use tinhgon::hub::core::file::Run;
use tinhgon::hub::core::{ChangeId, Hash, ReplicaId, RowId, Value};
use tinhgon::hub::place::Place;
use tinhgon::hub::server::{Address, Member, Server};
use tinhgon::hub::{join, rollup, sync};
use tinhgon::store::{ChangeMeta, Workspace};

/// So many changes in the long run.
const CHANGES: u64 = 100_000;
/// So many in a batch, as the program sends them.
const BATCH: usize = 500;

fn main() {
    let Some(address) = std::env::var("TINHGON_HUB").ok() else {
        eprintln!("SKIPPED: TINHGON_HUB names no PostgreSQL database of its own to measure on");
        return;
    };
    let server = || Server::new(Address::parse(&address).unwrap()).unwrap();
    let mut admin = Client::connect(&address, NoTls).unwrap();
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

    whole(&mut server());
}

/// A data file with the shipped catalogue and many figures: joined, handed over, taken in by another, added up.
fn whole(server: &mut Server) {
    let folder = tempfile::tempdir().unwrap();
    let who = ChangeMeta {
        author: "lan".into(),
        device: "bench".into(),
        command: "bench".into(),
        note: String::new(),
        at: jiff::Timestamp::UNIX_EPOCH,
    };
    let mut batch = tinhgon::exchange::catalog::shipped().unwrap();
    let mut first = Workspace::create(&folder.path().join("a.db")).unwrap();
    first.change(&who, |w| w.put_batch(&batch)).unwrap();
    let one = batch.procedures.first().cloned().unwrap();
    batch = Default::default();
    for number in 0..5_000 {
        let mut procedure = one.clone();
        procedure.regulation.code = format!("9.{number:06}");
        batch.procedures.push(procedure);
    }
    first.change(&who, |w| w.put_batch(&batch)).unwrap();
    let timed = |name: &str, start: Instant| println!("{name}  {:?}", start.elapsed());
    let start = Instant::now();
    join::join(&mut first, "bench", "BCA").unwrap();
    timed("5.000 procedures: join", start);
    let start = Instant::now();
    sync::push(&mut first, server, &who).unwrap();
    timed("5.000 procedures: push", start);
    let mut second = Workspace::create(&folder.path().join("b.db")).unwrap();
    join::join(&mut second, "bench", "BCA").unwrap();
    let heads = rollup::heads(&first).unwrap();
    let start = Instant::now();
    drop(rollup::rebuild(&mut Workspace::create(&folder.path().join("c.db")).unwrap(), server, &heads, &who).unwrap());
    timed("5.000 procedures: taken in by an empty data file", start);
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
    let count: usize = held.iter().map(|held| server.read(held, 0).unwrap().unwrap().bodies.len()).sum();
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
