//! The time that a record takes does not grow with their number.

use jiff::Timestamp;
use std::fmt::Write as _;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tinhgon::exchange::records::read_records;
use tinhgon::store::{ChangeMeta, Workspace};

/// How long a list of so many records takes to come in.
fn time_of(records: usize) -> Duration {
    let folder = TempDir::new().unwrap();
    let mut text = String::from("Mã số,Tên,Cơ quan ban hành,Cơ quan thực hiện,Lĩnh vực\n");
    for n in 0..records {
        writeln!(text, "9.{n:06},Thủ tục cấp giấy phép số {n},Bộ Thử,Cục Thử,Lĩnh vực thử").unwrap();
    }
    let path = folder.path().join("list.csv");
    std::fs::write(&path, text).unwrap();
    let mut workspace = Workspace::create(&folder.path().join("w.db")).unwrap();
    let begun = Instant::now();
    let batch = read_records(&path, None, &mut |_, _| {}).unwrap().batch;
    let who = ChangeMeta {
        author: "thử".into(),
        device: String::new(),
        command: "import".into(),
        note: String::new(),
        at: Timestamp::default(),
    };
    workspace.change(&who, |writer| writer.put_batch(&batch)).unwrap();
    begun.elapsed()
}

#[test]
fn twelve_times_the_records_take_no_more_than_twice_twelve_times_as_long() {
    time_of(50);
    // The quicker of two, since others use the machine too. Reading every row once a record made it five times as long.
    let quickest = |records: usize| time_of(records).min(time_of(records));
    let (few, many) = (quickest(500), quickest(6_000));
    assert!(many < few * 24, "500 records: {few:?}, 6.000 records: {many:?}");
}
