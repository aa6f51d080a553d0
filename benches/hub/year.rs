//! A year of three officers with one agency's procedures: each corrects figures on 250 days and exchanges every evening. How large a data file is then.

use super::made;
use std::time::{Duration, Instant};
use tinhgon::hub::folder::Folder;
use tinhgon::hub::{join, sync};
use tinhgon::store::Workspace;

/// So many procedures has the agency.
const PROCEDURES: usize = 320;
/// So many days does a year have.
const DAYS: usize = 250;
/// So many corrections does an officer make a day.
const A_DAY: usize = 10;

pub fn measure() {
    println!("a year: 3 officers × {DAYS} days × {A_DAY} corrections, {PROCEDURES} procedures");
    let home = tempfile::tempdir().unwrap();
    let exchange = home.path().join("exchange");
    std::fs::create_dir(&exchange).unwrap();
    let mut place = Folder::open(&exchange).unwrap();
    let path = |officer: usize| home.path().join(format!("{officer}.db"));
    let mut first = made::shipped(&path(0));
    made::procedures(&mut first, "BCA", 0, PROCEDURES);
    println!("  before: {}", made::megabytes(&path(0)));
    join::join(&mut first, "bench", "BCA").unwrap();
    println!("  joined: {}", made::megabytes(&path(0)));
    sync::push(&mut first, &mut place, &made::who("hub push")).unwrap();
    let mut officers = vec![first];
    for officer in [1, 2] {
        let mut new = Workspace::create(&path(officer)).unwrap();
        join::join(&mut new, "bench", "BCA").unwrap();
        sync::pull(&mut new, &mut place, &made::who("hub pull")).unwrap();
        officers.push(new);
    }
    let (mut writing, mut exchanging) = (Duration::ZERO, Duration::ZERO);
    for day in 0..DAYS {
        for (at, officer) in officers.iter_mut().enumerate() {
            let start = Instant::now();
            for number in 0..A_DAY {
                // Each works on procedures of the own; now and then two meet.
                let code = format!("9.00{:05}", (day * 7 + number * 3 + at * 100) % PROCEDURES);
                let mut procedure = officer.procedure(&code).unwrap().unwrap();
                procedure.regulation.source = format!("ngày {day}, chuyên viên {at}, lần {number}");
                officer.change(&made::who("edit"), |w| w.put_procedure(&procedure)).unwrap();
            }
            writing += start.elapsed();
            let start = Instant::now();
            sync::push(officer, &mut place, &made::who("hub push")).unwrap();
            sync::pull(officer, &mut place, &made::who("hub pull")).unwrap();
            exchanging += start.elapsed();
        }
    }
    let changes = 3 * DAYS * A_DAY;
    println!("  {changes} corrections {writing:.2?}, {} exchanges {exchanging:.2?}", 3 * DAYS);
    let mut one = officers.swap_remove(0);
    println!("  after: {}", made::megabytes(&path(0)));
    let copy = home.path().join("copy.db");
    let start = Instant::now();
    one.backup(&copy).unwrap();
    println!("  its backup, which leaves no room unused: {} in {:.2?}", made::megabytes(&copy), start.elapsed());
    let mut copied = Workspace::open(&copy).unwrap();
    let kept = |w: &mut Workspace| (w.head().unwrap(), w.exchanged_heads().unwrap());
    assert_eq!(kept(&mut one), kept(&mut copied), "what is compacted keeps every change");
    println!(
        "  every change is in it: {:?}",
        kept(&mut copied).1.iter().map(|(_, number)| *number).collect::<Vec<_>>()
    );
}
