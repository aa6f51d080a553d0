//! Many agencies, each with the shipped catalogue and procedures of its own, added up by the centre; and how long whoever writes there meanwhile has to wait.

use super::made;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tinhgon::hub::folder::Folder;
use tinhgon::hub::{join, rollup, sync};
use tinhgon::model::Agency;
use tinhgon::store::Workspace;

pub fn measure() {
    let number = |name: &str, usual: usize| std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(usual);
    let (agencies, procedures) = (number("TINHGON_AGENCIES", 60), number("TINHGON_PROCEDURES", 50));
    println!("roll-up over {agencies} agencies × {procedures} procedures");
    let home = tempfile::tempdir().unwrap();
    let exchange = home.path().join("exchange");
    std::fs::create_dir(&exchange).unwrap();
    let mut place = Folder::open(&exchange).unwrap();

    let (mut joining, mut pushing) = (Duration::ZERO, Duration::ZERO);
    for mark in 0..agencies {
        let path = home.path().join(format!("{mark}.db"));
        let mut one = made::shipped(&path);
        let known = one.all::<Agency>().unwrap();
        let agency = known[mark % known.len()].code.clone();
        made::procedures(&mut one, &agency, mark, procedures);
        let start = Instant::now();
        join::join(&mut one, "bench", &agency).unwrap();
        joining += start.elapsed();
        let start = Instant::now();
        sync::push(&mut one, &mut place, &made::who("hub push")).unwrap();
        pushing += start.elapsed();
        if mark == 0 {
            println!("  one agency: joined in {joining:.2?}, {}", made::megabytes(&path));
        }
        drop(one);
        std::fs::remove_file(&path).unwrap();
    }
    println!("  all agencies: join {joining:.2?}, push {pushing:.2?}");

    let path = home.path().join("centre.db");
    let mut centre = made::shipped(&path);
    join::join(&mut centre, "bench", "").unwrap();
    let done = AtomicBool::new(false);
    let (took, waits) = std::thread::scope(|scope| {
        let writer = scope.spawn(|| waits(&path, &done));
        let start = Instant::now();
        let synced = sync::pull(&mut centre, &mut place, &made::who("hub pull")).unwrap();
        let took = start.elapsed();
        done.store(true, Ordering::Relaxed);
        assert!(synced.refused.is_empty());
        (took, writer.join().unwrap())
    });
    println!("  taken in {took:.2?}, {}", made::megabytes(&path));
    let longest = waits.iter().max().copied().unwrap_or_default();
    println!("  {} changes written meanwhile, the longest wait {longest:.2?}", waits.len());
    for (name, work) in [
        ("rows of all nouns", (|w| drop(rollup::lines(w).unwrap())) as fn(&mut Workspace)),
        ("files, last changes and conflicts by agency", |w| drop(rollup::shares(w).unwrap())),
    ] {
        let start = Instant::now();
        work(&mut centre);
        println!("  {name}  {:.2?}", start.elapsed());
    }
    drop(centre);
    let start = Instant::now();
    let ran = std::process::Command::new(env!("CARGO_BIN_EXE_tinhgon"))
        .args(["progress", "--by", "agency", "--format", "json", "--db"])
        .arg(&path)
        .output()
        .unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    println!("  progress by agency, a process of its own  {:.2?}", start.elapsed());
}

/// How long each of many small changes of another program waited and took, until it is done. A change that was told to come again later counts with all of its time.
fn waits(path: &std::path::Path, done: &AtomicBool) -> Vec<Duration> {
    let mut other = Workspace::open(path).unwrap();
    let mut agency = other.all::<Agency>().unwrap().remove(0);
    let mut waits = Vec::new();
    while !done.load(Ordering::Relaxed) {
        agency.name = format!("Cơ quan {}", waits.len());
        let start = Instant::now();
        while other.change(&made::who("edit"), |w| w.put_agency(&agency)).is_err() {}
        waits.push(start.elapsed());
        std::thread::sleep(Duration::from_millis(20));
    }
    waits
}
