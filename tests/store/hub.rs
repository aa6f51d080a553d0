//! Data files that exchange over a folder while officers work on whatever noun: the same nouns everywhere in the end, with a sound journal; and what a
//! stranger hands over is taken or refused, never half.

use std::path::Path;
use tinhgon::desk::{Desk, Undo};
use tinhgon::hub::core::change::{Change, Op};
use tinhgon::hub::core::file::Run;
use tinhgon::hub::core::{ChangeId, Hash, ReplicaId, RowId, Value as Held, Wrote};
use tinhgon::hub::folder::Folder;
use tinhgon::hub::place::{Given, Held as HeldThere, Listing, Place, Refused};
use tinhgon::hub::{join, standing, sync};
use tinhgon::model::{Batch, Kind};
use tinhgon::store::{ChangeMeta, Finding, FindingCode, HistoryFilter, Severity, Workspace};
use tinhgon::words::Result;

use jiff::Timestamp;
use jiff::civil::date;
use serde_json::Value;

fn who(author: &str) -> ChangeMeta {
    ChangeMeta {
        author: author.into(),
        device: "bàn 3".into(),
        command: "test".into(),
        note: String::new(),
        at: Timestamp::from_second(1_767_225_600).unwrap(),
    }
}

fn everything(workspace: &Workspace) -> Value {
    let mut batch = Batch::default();
    Kind::ALL.iter().for_each(|kind| workspace.gather(*kind, &mut batch).unwrap());
    serde_json::to_value(batch).unwrap()
}

fn joined(folder: &Path) -> Workspace {
    let batch = tinhgon::exchange::catalog::shipped().unwrap();
    let mut workspace = Workspace::in_memory().unwrap();
    workspace.change(&who("init"), |writer| writer.put_batch(&batch)).unwrap();
    join::join(&mut workspace, &folder.display().to_string(), "").unwrap();
    workspace
}

/// Numbers out of a seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % bound.max(1) as u64).unwrap()
    }
}

/// What an officer may write without asking what else stands there.
const WRITTEN: &[&str] = &[
    "name",
    "note",
    "source",
    "title",
    "minutes",
    "reason",
    "person",
    "charges",
    "requirements",
    "evidence",
    "group_en",
    "deliverable",
    "name_en",
    "current_text",
];

fn leaves(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                let here = format!("{at}/{name}");
                if WRITTEN.contains(&name.as_str()) && (inner.is_string() || inner.is_number()) {
                    found.push(here);
                } else {
                    leaves(inner, &here, found);
                }
            }
        }
        Value::Array(items) => items.iter().enumerate().for_each(|(i, item)| leaves(item, &format!("{at}/{i}"), found)),
        _ => {}
    }
}

/// Does something; what the file refuses is not done.
fn act(workspace: &mut Workspace, author: &str, dice: &mut Dice) {
    let meta = who(author);
    match dice.below(12) {
        0 => {
            let mut measures = workspace.all::<tinhgon::model::Measure>().unwrap();
            let at = dice.below(measures.len());
            let Some(mut measure) = (!measures.is_empty()).then(|| measures.swap_remove(at)) else { return };
            measure.code.clear();
            measure.title = format!("Phương án {}", dice.below(3));
            let _ = workspace.change(&meta, |writer| writer.put_measure(&measure));
        }
        1 => {
            let measures = workspace.measures().unwrap();
            let Some(measure) = measures.get(dice.below(measures.len())) else { return };
            let _ = workspace.change(&meta, |writer| writer.remove_measure(&measure.code));
        }
        2 | 3 => {
            let sheets = workspace.all::<tinhgon::model::Sheet>().unwrap();
            let Some(sheet) = sheets.get(dice.below(sheets.len())) else { return };
            let mut rows = sheet.activities.clone();
            if dice.below(2) == 0 {
                rows.remove(dice.below(rows.len()));
            } else {
                let mut row = rows[dice.below(rows.len())].clone();
                row.id.clear();
                row.name = format!("Việc {}", dice.below(3));
                rows.push(row);
            }
            let code = sheet.regulation.clone();
            let _ = workspace.change(&meta, |writer| writer.put_sheet(&code, &rows));
        }
        4 => {
            // Their own work of a moment ago, not the catalogue with which they began.
            let latest = HistoryFilter { key: None, limit: Some(1) };
            if workspace.history(&latest).unwrap()[0].author != author {
                return;
            }
            let mut desk = Desk::new(workspace, meta, date(2026, 1, 1));
            let _ = desk.undo(Undo { change: None, force: true });
        }
        _ => {
            let kind = Kind::ALL[dice.below(Kind::ALL.len())];
            let mut batch = Batch::default();
            workspace.gather(kind, &mut batch).unwrap();
            let mut value = serde_json::to_value(&batch).unwrap();
            let mut found = Vec::new();
            leaves(&value, "", &mut found);
            if found.is_empty() {
                return;
            }
            let leaf = value.pointer_mut(&found[dice.below(found.len())]).unwrap();
            let number = dice.below(4);
            *leaf = match &*leaf {
                Value::Number(_) => Value::from(number),
                Value::String(text) if text.parse::<u64>().is_ok() => Value::from(number.to_string()),
                _ => Value::from(format!("chữ {number}")),
            };
            let Ok(batch) = serde_json::from_value::<Batch>(value) else { return };
            let _ = workspace.change(&meta, |writer| writer.put_batch(&batch));
        }
    }
}

#[test]
fn whatever_officers_do_all_come_to_the_same_nouns_with_a_sound_journal() {
    let mut conflicts = 0;
    for seed in 0..4 {
        let mut dice = Dice(seed);
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::open(place.path()).unwrap();
        let mut officers: Vec<(String, Workspace)> =
            (1..=3).map(|n| (format!("officer {n}"), joined(place.path()))).collect();
        for _ in 0..40 {
            let at = dice.below(officers.len());
            let (name, workspace) = &mut officers[at];
            if dice.below(5) == 0 {
                let synced = sync::sync(workspace, &mut folder.clone(), &who(name)).unwrap();
                assert_eq!(synced.refused, [], "seed {seed}");
            } else {
                act(workspace, name, &mut dice);
            }
        }
        for _ in 0..2 {
            for (name, workspace) in &mut officers {
                sync::sync(workspace, &mut folder.clone(), &who(name)).unwrap();
            }
        }
        let (first, contested) = (everything(&officers[0].1), officers[0].1.count_contested().unwrap());
        conflicts += contested;
        for (name, workspace) in &officers {
            let same = everything(workspace) == first;
            assert!(same, "seed {seed}: {name} has other nouns");
            assert_eq!(workspace.count_contested().unwrap(), contested, "seed {seed}: {name}");
            let found = workspace.doctor().unwrap();
            // Two that are right may not be right together, which the doctor tells and people mend.
            let wrong =
                |f: &Finding| f.code != FindingCode::Invalid && f.name.as_deref() != Some(FindingCode::Invalid.name());
            let problems: Vec<&str> = found
                .iter()
                .filter(|f| f.severity == Severity::Problem && wrong(f))
                .map(|f| f.said.en.as_str())
                .collect();
            assert_eq!(problems, Vec::<&str>::new(), "seed {seed}: {name}");
        }
    }
    assert!(conflicts > 0, "nobody ever met anybody");
}

/// Hands over changes of a stranger, each with its operations.
fn hand_over(folder: &Folder, all: Vec<Vec<Op>>) {
    let replica = ReplicaId([0xee; 16]);
    let (mut before, mut bodies) = (Hash::START, Vec::new());
    for (at, ops) in all.into_iter().enumerate() {
        let number = at as u64 + 1;
        let text = |text: &str| text.to_owned();
        let change = Change {
            id: ChangeId { replica, number },
            clock: number,
            agency: text("BTP"),
            author: text("người \u{1b}[31mlạ"),
            device: text(""),
            at: text("không phải giờ"),
            command: text("cost set"),
            why: text("vì sao"),
            ops,
        };
        let bytes = change.bytes();
        before = Change::hash(&before, &bytes);
        bodies.push(bytes);
    }
    folder.clone().write(&Run { replica, first: 1, before: Hash::START, bodies }, &before).unwrap();
}

fn write(row: RowId, birth: bool, fields: &[(&str, Held)]) -> Op {
    let wrote = |(field, value): &(&str, Held)| Wrote { field: (*field).into(), value: value.clone(), seen: vec![] };
    Op::Write { row, birth, fields: fields.iter().map(wrote).collect() }
}

#[test]
fn what_a_stranger_hands_over_comes_in_whole_or_not_at_all() {
    let agency = |code: &str| RowId::new("agency", &[code]);
    let text = |text: &str| Held::Text(text.into());
    let sound = |name: &str| {
        vec![write(
            agency("LA"),
            true,
            &[
                ("", Held::Int(1)),
                ("kind", text("ministry")),
                ("name", text(name)),
                ("names", text("[]")),
                ("source", text("")),
                ("successors", text("[]")),
            ],
        )]
    };
    for bad in [
        // What no table takes: a list that is none; a number for words; no number where one must be.
        write(agency("LA"), false, &[("names", text("không phải danh sách"))]),
        write(agency("LA"), false, &[("name", Held::Int(5))]),
        write(agency("LA"), false, &[("name", Held::Null)]),
        // What would move the terminal of whoever looks at it, as it stands and inside a list.
        write(agency("LA"), false, &[("name", text("\u{1b}]0;x\u{7}"))]),
        write(agency("LA"), false, &[("names", text("[{\"name\":\"\\u001b[2J\"}]"))]),
        write(agency("LA"), false, &[("name", text("abc\u{202e}def"))]),
    ] {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::open(place.path()).unwrap();
        let mut workspace = joined(place.path());
        hand_over(&folder, vec![sound("Bộ Lạ"), vec![bad.clone()], sound("Sau đó")]);
        let synced = sync::pull(&mut workspace, &mut folder.clone(), &who("Lan")).unwrap();
        assert_eq!((synced.received, synced.refused.len()), (1, 1), "{bad:?}");
        assert_eq!(synced.refused[0].reason, "unfit");
        let agencies = everything(&workspace)["agency"].clone();
        let la = agencies.as_array().unwrap().iter().find(|a| a["code"] == "LA").unwrap().clone();
        assert_eq!(la["name"], "Bộ Lạ", "what came before it is there, it and what follows is not");
        assert!(workspace.doctor().unwrap().iter().all(|f| f.severity != Severity::Problem), "{bad:?}");
        // Who it says that it was is cleaned.
        let history = workspace.history(&HistoryFilter { key: Some("LA".into()), limit: None }).unwrap();
        assert_eq!(history[0].author, "người [31mlạ");
        // Nothing of it hinders what is sound.
        workspace.change(&who("Lan"), |writer| writer.remove_measure("1.004222-m1")).unwrap();
        assert_eq!(sync::push(&mut workspace, &mut folder.clone(), &who("Lan")).unwrap().sent, 2);
    }
}

#[test]
fn what_this_version_does_not_know_is_kept_and_handed_on() {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::open(place.path()).unwrap();
    let [mut lan, mut minh] = [joined(place.path()), joined(place.path())];
    let before = everything(&lan);
    let strange = vec![
        Op::Unknown { kind: 200, bytes: vec![1, 2, 3] },
        write(RowId::new("spaceship", &["x"]), true, &[("", Held::Int(1)), ("name", Held::Text("y".into()))]),
        // A column that the agency of a later version has; the row itself is known.
        write(RowId::new("agency", &["BTP"]), false, &[("colour", Held::Text("đỏ".into()))]),
        // Not the exchange's to write: the journal, the triggers' seal, the tables of the exchange.
        write(RowId::new("change", &["1"]), true, &[("", Held::Int(1)), ("author", Held::Text("z".into()))]),
        write(RowId::new("seal", &["1"]), true, &[("", Held::Int(1)), ("triggers", Held::Int(0))]),
    ];
    hand_over(&folder, vec![strange]);
    let synced = sync::sync(&mut lan, &mut folder.clone(), &who("Lan")).unwrap();
    assert_eq!((synced.received, synced.unknown, synced.refused.len()), (1, 1, 0));
    assert_eq!(everything(&lan), before);
    assert!(lan.doctor().unwrap().iter().all(|f| f.severity != Severity::Problem));
    // Over another folder, where the stranger never was.
    let other = tempfile::tempdir().unwrap();
    let stick = Folder::open(other.path()).unwrap();
    sync::sync(&mut lan, &mut stick.clone(), &who("Lan")).unwrap();
    sync::sync(&mut minh, &mut stick.clone(), &who("Minh")).unwrap();
    let stranger = ReplicaId([0xee; 16]).to_string();
    let body = |workspace: &Workspace| workspace.exchanged(&stranger, 1).unwrap().unwrap().body;
    assert!(body(&lan) == body(&minh) && !body(&lan).is_empty());
}

#[test]
fn a_full_disk_leaves_the_file_as_it_was() {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::open(place.path()).unwrap();
    let [mut lan, mut minh] = [joined(place.path()), joined(place.path())];
    let mut dice = Dice(7);
    for _ in 0..10 {
        act(&mut lan, "lan", &mut dice);
    }
    sync::push(&mut lan, &mut folder.clone(), &who("Lan")).unwrap();
    let before = everything(&minh);
    minh.limit_pages(1).unwrap();
    assert!(sync::pull(&mut minh, &mut folder.clone(), &who("Minh")).is_err(), "there is no room");
    assert_eq!(everything(&minh), before);
    minh.limit_pages(1 << 20).unwrap();
    sync::sync(&mut minh, &mut folder.clone(), &who("Minh")).unwrap();
    sync::sync(&mut lan, &mut folder.clone(), &who("Lan")).unwrap();
    assert_eq!(everything(&minh), everything(&lan));
}

/// A place that gives two changes at a time, and lets something happen before it does.
struct Sparing<'m> {
    folder: Folder,
    meanwhile: Box<dyn FnMut(usize) + 'm>,
    times: usize,
}

impl Sparing<'_> {
    fn new<'m>(folder: &Folder, meanwhile: impl FnMut(usize) + 'm) -> Sparing<'m> {
        Sparing { folder: folder.clone(), meanwhile: Box::new(meanwhile), times: 0 }
    }
}

impl Place for Sparing<'_> {
    fn address(&self) -> String {
        self.folder.address()
    }

    fn list(&mut self) -> Result<Listing> {
        self.folder.list()
    }

    fn read(&mut self, held: &HeldThere, after: u64) -> Result<std::result::Result<Given, Refused>> {
        self.times += 1;
        (self.meanwhile)(self.times);
        let Given { mut run, .. } = self.folder.read(held, after)?.unwrap();
        let from = usize::try_from((after + 1).saturating_sub(run.first)).unwrap();
        let over = |before: Hash, body: &Vec<u8>| Change::hash(&before, body);
        run.before = run.bodies[..from].iter().fold(run.before, over);
        run.first += from as u64;
        run.bodies = run.bodies[from..].iter().take(2).cloned().collect();
        let hash = run.bodies.iter().fold(run.before, over).brief();
        Ok(Ok(Given { run, hash }))
    }

    fn write(&mut self, run: &Run, hash: &Hash) -> Result<()> {
        self.folder.write(run, hash)
    }

    fn vouches(&self) -> bool {
        false
    }

    fn carries(&self, own: bool) -> bool {
        self.folder.carries(own)
    }
}

#[test]
fn what_comes_a_little_at_a_time_is_the_same() {
    let at = tempfile::tempdir().unwrap();
    let folder = Folder::open(at.path()).unwrap();
    let [mut lan, mut minh] = [joined(at.path()), joined(at.path())];
    let mut dice = Dice(3);
    for _ in 0..12 {
        act(&mut lan, "lan", &mut dice);
        act(&mut minh, "minh", &mut dice);
    }
    sync::push(&mut lan, &mut folder.clone(), &who("Lan")).unwrap();
    sync::sync(&mut minh, &mut folder.clone(), &who("Minh")).unwrap();
    let [mut at_once, mut in_parts] = [joined(at.path()), joined(at.path())];
    let one = sync::pull(&mut at_once, &mut folder.clone(), &who("Hà")).unwrap();
    let mut sparing = Sparing::new(&folder, |_| ());
    let other = sync::pull(&mut in_parts, &mut sparing, &who("Hà")).unwrap();
    assert!(one.received > 20 && one.received == other.received, "{one:?} {other:?}");
    assert!(sparing.times > 10, "{}", sparing.times);
    assert_eq!(everything(&in_parts), everything(&at_once));
    assert_eq!(in_parts.exchanged_heads().unwrap().len(), 3, "two, and its own");
    // Where it only counts, it counts all.
    let mut new = joined(at.path());
    let status = standing::status(&mut new, &mut Sparing::new(&folder, |_| ())).unwrap();
    assert_eq!(status.to_receive, one.received as u64);
}

#[test]
fn a_backup_that_is_worked_on_while_its_changes_come_back_takes_no_number_twice() {
    let at = tempfile::tempdir().unwrap();
    let folder = Folder::open(at.path()).unwrap();
    let (path, backup) = (at.path().join("lan.db"), at.path().join("backup.db"));
    let mut lan = Workspace::create(&path).unwrap();
    let batch = tinhgon::exchange::catalog::shipped().unwrap();
    lan.change(&who("init"), |writer| writer.put_batch(&batch)).unwrap();
    join::join(&mut lan, &at.path().display().to_string(), "").unwrap();
    lan.backup(&backup).unwrap();
    let mut dice = Dice(5);
    for _ in 0..8 {
        act(&mut lan, "lan", &mut dice);
    }
    sync::push(&mut lan, &mut folder.clone(), &who("Lan")).unwrap();
    let before = lan.exchanged_heads().unwrap();
    let mut old = Workspace::open(&backup).unwrap();
    let mut edit = |time: usize| {
        if time == 2 {
            let mut other = Workspace::open(&backup).unwrap();
            let mut agency = other.all::<tinhgon::model::Agency>().unwrap().remove(0);
            agency.name = "Sửa trong khi đồng bộ".into();
            other.change(&who("Lan"), |writer| writer.put_agency(&agency)).unwrap();
        }
    };
    let fault = sync::pull(&mut old, &mut Sparing::new(&folder, &mut edit), &who("Lan")).unwrap_err();
    assert!(fault.message(tinhgon::text::Lang::En).contains("put back and worked on"), "{fault:?}");
    // What came back until then is what it was, and nothing was made under a number that is known elsewhere.
    let (replica, last) = old.exchanged_heads().unwrap().remove(0);
    assert!(last > 1 && last < before[0].1);
    let hash = |workspace: &Workspace, number| workspace.exchanged_hash(&replica, number).unwrap();
    assert_eq!(hash(&old, last), hash(&lan, last));
    // Under a number of its own it goes on.
    join::join_anew(&mut old, &mut folder.clone(), &who("Lan")).unwrap();
    sync::sync(&mut old, &mut folder.clone(), &who("Lan")).unwrap();
    sync::sync(&mut lan, &mut folder.clone(), &who("Lan")).unwrap();
    assert_eq!(everything(&old), everything(&lan));
}
