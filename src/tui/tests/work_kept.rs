//! Nothing that is typed is lost: drafts, a locked file, undo that asks.

use super::{change, go, options, screen, send, session, shows};
use crate::model::Fraction;
use crate::store::Workspace;
use crate::text::Lang;
use crate::tui::place::Place;
use crate::tui::session::Session;

#[test]
fn a_cell_and_a_form_are_offered_again_after_a_kill() {
    let mut session = session(Lang::Vi);
    go(&mut session, Place::about("procedure", "1.001193").tab("sheet"));
    send(&mut session, &["right", "=2h30"]);
    // The program is killed here: nothing more of this session is written.
    let Session { workspace, .. } = session;
    let mut again = Session::new(workspace, options(Lang::Vi, change("Lan", super::NEW_YEAR))).unwrap();
    again.offer_at_start();
    shows(&mut again, &["Có 1 nháp chưa lưu", "2h30"]);
    send(&mut again, &["down", "enter"]);
    shows(&mut again, &["2h30", "= 150 phút"]);
    send(&mut again, &["enter"]);
    assert_eq!(again.workspace.sheet("1.001193").unwrap()[0].minutes, Fraction::whole(150));
    assert!(again.app.shared.kept.drafts().is_empty(), "what was saved is no draft any more");

    go(&mut again, Place::about("procedure", "1.001193").tab("measures"));
    send(&mut again, &["ctrl-n", "=bai bo", "enter"]);
    let typed = "Bỏ hẳn thủ tục này";
    send(&mut again, &["ctrl-u", &format!("={typed}")]);
    let Session { workspace, .. } = again;
    let mut third = Session::new(workspace, options(Lang::Vi, change("Lan", super::NEW_YEAR))).unwrap();
    third.offer_at_start();
    send(&mut third, &["down", "enter"]);
    shows(&mut third, &[typed]);
}

#[test]
fn esc_asks_where_something_typed_would_be_lost_and_keeps_it_first() {
    let mut session = session(Lang::Vi);
    go(&mut session, Place::about("procedure", "1.001193").tab("measures"));
    send(&mut session, &["ctrl-n", "=bai bo", "enter", "=x", "esc"]);
    shows(&mut session, &["Nội dung đã gõ chưa lưu", "▶ Sửa tiếp"]);
    send(&mut session, &["enter"]);
    assert_eq!(session.app.layers().len(), 1, "the form is still there");
    send(&mut session, &["esc", "down", "enter"]);
    assert!(session.app.layers().is_empty());
    assert_eq!(session.app.shared.kept.drafts().len(), 1);
}

#[test]
fn a_locked_file_keeps_the_cell_open_and_is_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("w.db");
    let who = change("Lan", super::NEW_YEAR);
    let mut other = Workspace::create(&path).unwrap();
    other.change(&who, |w| w.put_batch(&super::shipped())).unwrap();
    let mut session = Session::new(Workspace::open(&path).unwrap(), options(Lang::Vi, who.clone())).unwrap();
    go(&mut session, Place::about("procedure", "1.001193").tab("sheet"));
    send(&mut session, &["right", "=50"]);
    other
        .change(&who, |_| {
            send(&mut session, &["enter"]);
            let seen = screen(&mut session, 80, 24);
            assert!(seen.contains("chương trình khác đang ghi") && seen.contains("50"), "{seen}");
            Ok(())
        })
        .unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert!(session.try_again(None));
    assert_eq!(session.workspace.sheet("1.001193").unwrap()[0].minutes, Fraction::whole(50));
    assert!(!screen(&mut session, 80, 24).contains("Giá trị"), "the cell is closed when it is stored");
}

#[test]
fn undo_takes_back_ones_own_first_names_it_and_asks_before_what_others_did() {
    let mut session = session(Lang::Vi);
    go(&mut session, Place::about("procedure", "1.001193").tab("sheet"));
    send(&mut session, &["right", "=50", "enter", "f8"]);
    shows(&mut session, &["đã hoàn tác", "50 → 30"]);
    // What is left was done before this start: it is asked, and the first choice loses nothing.
    send(&mut session, &["f8"]);
    shows(&mut session, &["Hoàn tác việc này?", "▶ Thôi, để nguyên"]);
    send(&mut session, &["enter"]);
    assert_eq!(session.workspace.sheet("1.001193").unwrap().len(), 11);
}
