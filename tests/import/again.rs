//! Real records through the workspace: once is as good as twice, and a poorer list takes nothing away.

use super::procedures;
use tinhgon::exchange::catalog;
use tinhgon::exchange::records::read_records;
use tinhgon::model::Procedure;
use tinhgon::store::{BatchCounts, ChangeMeta, NounCounts, Workspace};

const RECORDS: [&str; 3] = ["bo-tu-phap.jsonl", "bo-cong-an.jsonl", "bo-tai-chinh.jsonl"];
const LISTS: [&str; 3] =
    ["danh-sach-tthc-BoTuPhap.xlsx", "danh-sach-tthc-BoCongAn.xlsx", "danh-sach-tthc-BoTaiChinh.xlsx"];

fn who(note: &str) -> ChangeMeta {
    ChangeMeta {
        author: "thử".into(),
        device: String::new(),
        command: "import".into(),
        note: note.into(),
        at: jiff::Timestamp::UNIX_EPOCH,
    }
}

fn import(workspace: &mut Workspace, file: &str) -> BatchCounts {
    let incoming = read_records(&procedures().join(file), None, &mut |_, _| {}).unwrap();
    let put = workspace.change(&who(file), |writer| {
        if incoming.gaps_only { writer.fill_gaps(&incoming.batch) } else { writer.put_batch(&incoming.batch) }
    });
    put.unwrap().value
}

/// How many facts a procedure states.
fn facts(procedure: &Procedure) -> usize {
    let texts = [&procedure.steps, &procedure.requirements, &procedure.description];
    let maybe = [
        &procedure.performing_agency,
        &procedure.deciding_agency,
        &procedure.regulation.agency,
        &procedure.regulation.field,
    ];
    texts.iter().filter(|text| !text.is_empty()).count()
        + maybe.iter().filter(|field| field.is_some()).count()
        + procedure.channels.len()
        + procedure.components.len()
        + procedure.bases.len()
        + procedure.results.len()
}

#[test]
#[ignore = "needs ../shared/data"]
fn importing_again_changes_nothing_and_a_list_never_blanks() {
    let mut workspace = Workspace::in_memory().unwrap();
    workspace.change(&who("catalog"), |writer| writer.put_batch(&catalog::shipped().unwrap())).unwrap();
    for file in RECORDS {
        import(&mut workspace, file);
    }
    let before = workspace.procedures().unwrap();
    for file in LISTS {
        assert_eq!(import(&mut workspace, file).total().added, 0, "{file}");
    }
    let after = workspace.procedures().unwrap();
    for (poor, rich) in before.iter().zip(&after) {
        assert!(facts(rich) >= facts(poor), "{}", rich.regulation.code);
        assert_eq!(rich.regulation.name, poor.regulation.name);
    }
    let total: usize = RECORDS.iter().chain(&LISTS).map(|file| import(&mut workspace, file)).map(unchanged).sum();
    assert_eq!(total, 2 * 1316);
    assert_eq!(workspace.procedures().unwrap(), after);
}

fn unchanged(counts: BatchCounts) -> usize {
    let NounCounts { added, updated, unchanged } = counts.total();
    assert_eq!((added, updated), (0, 0));
    unchanged
}
