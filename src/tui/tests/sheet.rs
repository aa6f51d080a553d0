//! The cost sheet: typing replaces, units are understood, quality is asked beside the number, pasting is seen before it is done.

use super::{change, go, options, screen, send, session, shows};
use crate::cost::RowField;
use crate::desk::{Desk, Expected, RowEdit, SetRow};
use crate::model::{Cell, Fraction, Provenance};
use crate::store::Workspace;
use crate::text::Lang;
use crate::tui::place::Place;
use crate::tui::session::Session;

fn on_sheet() -> Session {
    let mut session = session(Lang::Vi);
    go(&mut session, Place::about("procedure", "1.001193").tab("sheet"));
    send(&mut session, &["right"]);
    session
}

fn row(session: &Session, at: usize) -> crate::model::Activity {
    session.workspace.sheet("1.001193").unwrap()[at].clone()
}

#[test]
fn typing_replaces_and_a_figure_is_an_assumption_until_somebody_says_otherwise() {
    let mut session = on_sheet();
    assert_eq!(row(&session, 0).minutes, Fraction::whole(30));
    send(&mut session, &["=2h30"]);
    shows(&mut session, &["2h30", "= 150 phút", "nháp đã giữ"]);
    send(&mut session, &["enter"]);
    assert_eq!(
        (row(&session, 0).minutes, row(&session, 0).provenance.minutes),
        (Fraction::whole(150), Provenance::Assumption)
    );
    // Down to the quality, to the right to "khảo sát", down to the source.
    send(&mut session, &["=45", "down", "right", "down", "=Khảo sát 40 hộ", "enter"]);
    let second = row(&session, 1);
    assert_eq!((second.minutes, second.provenance.minutes), (Fraction::whole(45), Provenance::Surveyed));
    assert_eq!(second.source, "Khảo sát 40 hộ");
    // The same quality and source are chosen for the next.
    send(&mut session, &["=15", "enter"]);
    assert_eq!(row(&session, 2).provenance.minutes, Provenance::Surveyed);
    send(&mut session, &["f8", "f8", "f8"]);
    assert_eq!((row(&session, 0).minutes, row(&session, 1).minutes), (Fraction::whole(30), Fraction::whole(20)));
}

#[test]
fn an_error_stays_at_the_cell_and_says_what_would_be_right() {
    let mut session = on_sheet();
    send(&mut session, &["=2h75", "enter"]);
    shows(&mut session, &["✗ số phút sau “h” phải từ 0 đến 59", "Có phải 195", "Viết được: 150"]);
    assert_eq!(row(&session, 0).minutes, Fraction::whole(30));
    send(&mut session, &["esc"]);
    assert!(!screen(&mut session, 80, 24).contains("2h75"));
    // Far too large a number is refused before it is written.
    send(&mut session, &["=99999999999999999999", "enter"]);
    shows(&mut session, &["✗"]);
    assert_eq!(row(&session, 0).minutes, Fraction::whole(30));
}

#[test]
fn rows_of_a_spreadsheet_are_pasted_after_they_were_seen() {
    let mut session = on_sheet();
    // A terminal sends the end of a line as the key Enter does.
    let effects = session.app.paste("25\t0\t1.000\r1h\t0\t2,5 nghìn\rx\r");
    session.carry_out(effects, None);
    shows(&mut session, &["Dán 3 dòng × 3 cột", "a1 Phút: 30 → 25", "a2 Phút: 20 → 1h", "✗ a3 Phút: “x”"]);
    send(&mut session, &["tab", "=Phiếu tháng 11", "ctrl-s"]);
    let (first, second) = (row(&session, 0), row(&session, 1));
    assert_eq!((first.minutes, first.charges), (Fraction::whole(25), 1_000));
    assert_eq!((second.minutes, second.charges), (Fraction::whole(60), 2_500));
    assert_eq!(first.source, "Phiếu tháng 11");
    // One step takes the whole of it back.
    send(&mut session, &["f8"]);
    assert_eq!((row(&session, 0).minutes, row(&session, 1).minutes), (Fraction::whole(30), Fraction::whole(20)));
}

#[test]
fn a_figure_is_filled_down_and_rows_come_and_go() {
    let mut session = on_sheet();
    send(&mut session, &["down", "ctrl-d", "down", "enter"]);
    let sheet = session.workspace.sheet("1.001193").unwrap();
    assert!(sheet[1..].iter().all(|row| row.minutes == Fraction::whole(20)), "{}", screen(&mut session, 80, 24));
    send(&mut session, &["f8", "ctrl-n", "=Gọi điện hỏi", "ctrl-s"]);
    shows(&mut session, &["Gọi điện hỏi", "đã thêm dòng"]);
    let added = session.workspace.sheet("1.001193").unwrap().len();
    assert_eq!(added, sheet.len() + 1);
    send(&mut session, &["delete", "down", "enter"]);
    assert_eq!(session.workspace.sheet("1.001193").unwrap().len(), sheet.len(), "{}", screen(&mut session, 80, 24));
}

#[test]
fn what_another_wrote_is_seen_before_it_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("w.db");
    let who = change("Lan", super::NEW_YEAR);
    let mut workspace = Workspace::create(&path).unwrap();
    workspace.change(&who, |w| w.put_batch(&super::shipped())).unwrap();
    let mut session = Session::new(Workspace::open(&path).unwrap(), options(Lang::Vi, who)).unwrap();
    go(&mut session, Place::about("procedure", "1.001193").tab("sheet"));
    send(&mut session, &["right", "=50"]);
    let field = RowField::Cell(Cell::Minutes);
    let other = SetRow {
        regulation: "1.001193".into(),
        row: "a1".into(),
        edits: vec![RowEdit { field, typed: Some("45".into()), provenance: Provenance::Measured }],
        expected: vec![Expected { field, value: "30".into(), provenance: None }],
    };
    let today = session.app.shared.today;
    Desk::new(&mut workspace, change("Minh", super::NEW_YEAR), today).set_row(&other).unwrap();
    assert!(session.look_or_complain());
    shows(&mut session, &["50", "Minh vừa ghi"]);
    send(&mut session, &["enter"]);
    shows(&mut session, &["Đang có 45 (đo thực tế) của Minh; bạn gõ 50", "▶ Giữ số của người kia"]);
    assert_eq!(row(&session, 0).minutes, Fraction::whole(45));
    send(&mut session, &["down", "enter"]);
    assert_eq!(row(&session, 0).minutes, Fraction::whole(50), "{}", screen(&mut session, 80, 24));
}
