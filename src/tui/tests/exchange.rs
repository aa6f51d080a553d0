//! The exchange on screen, with two officers over a folder.

use super::*;
use crate::cost::RowField;
use crate::desk::{Desk, RowEdit, SetRow};
use crate::hub::standing;
use crate::model::{Cell, Provenance};
use std::path::Path;
use tempfile::TempDir;

/// An officer with a data file in a folder.
fn officer(folder: &TempDir, name: &str) -> (std::path::PathBuf, ChangeMeta) {
    let path = folder.path().join(format!("{name}.db"));
    let who = change(name, NEW_YEAR);
    let mut workspace = Workspace::create(&path).unwrap();
    workspace.change(&who, |w| w.put_batch(&shipped())).unwrap();
    (path, who)
}

fn at_desk<T>(path: &Path, who: &ChangeMeta, work: impl FnOnce(&mut Desk<'_>) -> crate::words::Result<T>) -> T {
    let mut workspace = Workspace::open(path).unwrap();
    work(&mut Desk::new(&mut workspace, who.clone(), jiff::civil::date(2026, 1, 1))).unwrap()
}

fn opened(path: &Path, who: &ChangeMeta) -> Session {
    let options = Options { file: path.display().to_string(), ..options(Lang::Vi, who.clone()) };
    Session::new(Workspace::open(path).unwrap(), options).unwrap()
}

/// Waits for what runs beside the screen.
fn settle(session: &mut Session) {
    while let Some(done) = session.jobs.wait() {
        session.finished(done, None);
    }
}

fn minutes(path: &Path, who: &ChangeMeta, minutes: &str) {
    at_desk(path, who, |desk| {
        let edit = RowEdit {
            field: RowField::Cell(Cell::Minutes),
            typed: Some(minutes.to_owned()),
            provenance: Provenance::Measured,
        };
        let asked =
            SetRow { regulation: "1.004222".to_owned(), row: "a1".to_owned(), edits: vec![edit], expected: Vec::new() };
        desk.set_row(&asked)
    });
}

#[test]
fn two_officers_exchange_and_one_decides_on_screen() {
    let folder = tempfile::tempdir().unwrap();
    let common = folder.path().join("chung");
    std::fs::create_dir(&common).unwrap();
    let to = format!("folder:{}", common.display());
    let ((lan, of_lan), (minh, of_minh)) = (officer(&folder, "lan"), officer(&folder, "minh"));
    // Lan joins on screen: the place is typed.
    let mut session = opened(&lan, &of_lan);
    go(&mut session, Place::of("exchange"));
    settle(&mut session);
    let seen = screen(&mut session, 100, 24);
    assert!(seen.contains("Chưa tham gia") && !seen.contains("⇅"), "{seen}");
    send(&mut session, &["ctrl-n"]);
    let typed = format!("={}", to.trim_start_matches("folder:"));
    send(&mut session, &[typed.as_str(), "ctrl-s"]);
    settle(&mut session);
    let seen = screen(&mut session, 100, 24);
    assert!(seen.contains("đã gửi 1 thay đổi") && seen.contains("⇅ ✓"), "{seen}");
    // Both change one figure, apart.
    at_desk(&minh, &of_minh, |desk| desk.hub_join(&to, None));
    at_desk(&minh, &of_minh, |desk| desk.hub_sync(None));
    minutes(&minh, &of_minh, "150");
    minutes(&lan, &of_lan, "20");
    session.look_or_complain();
    assert!(screen(&mut session, 100, 24).contains("⇅ ↑1"), "one to send");
    at_desk(&minh, &of_minh, |desk| desk.hub_sync(None));
    send(&mut session, &["ctrl-t"]);
    settle(&mut session);
    let seen = screen(&mut session, 100, 24);
    assert!(
        seen.contains("≠1") && seen.contains("1.004222/a1") && seen.contains("150") && seen.contains("lan"),
        "{seen}"
    );
    go(&mut session, Place::about("procedure", "1.004222").tab("sheet"));
    let seen = screen(&mut session, 100, 24);
    assert!(seen.contains("≠1 đang có xung đột · 1.004222"), "{seen}");
    send(&mut session, &["esc"]);
    settle(&mut session);
    // The value in hand is taken, with the reason; then there is nothing to decide.
    send(&mut session, &["enter"]);
    let seen = screen(&mut session, 100, 24);
    assert!(seen.contains("Chọn"), "{seen}");
    send(&mut session, &["=đo lại tại Huế", "ctrl-s"]);
    settle(&mut session);
    let seen = screen(&mut session, 100, 24);
    assert!(!seen.contains("≠") && seen.contains("↑"), "{seen}");
    send(&mut session, &["ctrl-t"]);
    settle(&mut session);
    at_desk(&minh, &of_minh, |desk| desk.hub_sync(None));
    let decided = at_desk(&minh, &of_minh, |desk| desk.hub_conflicts());
    assert!(decided.is_empty());
    // The other tabs: the data files, and what the centre adds up.
    send(&mut session, &["f6"]);
    settle(&mut session);
    let seen = screen(&mut session, 120, 24);
    assert!(seen.contains("(tệp này)") && seen.contains("minh"), "{seen}");
    send(&mut session, &["f6"]);
    let seen = screen(&mut session, 120, 24);
    assert!(seen.contains("Bộ Công an"), "{seen}");
    // Without the place: work goes on, and the corner says so.
    std::fs::remove_dir_all(&common).unwrap();
    send(&mut session, &["ctrl-t"]);
    settle(&mut session);
    let seen = screen(&mut session, 100, 24);
    assert!(seen.contains("✗") && seen.contains("không có thư mục"), "{seen}");
    let standing = standing::standing(&Workspace::open(&lan).unwrap()).unwrap().unwrap();
    assert_eq!(standing.0, 0);
}
