//! Scenarios that are tried and kept, the solver, what dossiers suggest, and who owes what.

use super::{NEW_YEAR, change, go, options, screen, send, shows};
use crate::model::{Assignment, Scenario};
use crate::store::Workspace;
use crate::text::Lang;
use crate::tui::place::Place;
use crate::tui::session::Session;

/// The shipped catalogue in the autumn of 2026, when its measures are proposed.
fn session(lang: Lang) -> Session {
    let who = change("Lan", NEW_YEAR + 300 * 86_400);
    let mut workspace = Workspace::in_memory().unwrap();
    workspace.change(&who, |w| w.put_batch(&super::shipped())).unwrap();
    Session::new(workspace, options(lang, who)).unwrap()
}

fn stored(session: &Session) -> Vec<Scenario> {
    session.workspace.all::<Scenario>().unwrap()
}

/// Waits for the work beside the screen.
fn wait(session: &mut Session) {
    let done = session.jobs.wait().unwrap();
    session.finished(done, None);
}

#[test]
fn a_stage_is_tried_without_writing_and_kept_under_a_name() {
    let mut session = session(Lang::Vi);
    go(&mut session, Place::of("scenarios"));
    shows(&mut session, &["Mọi phương án dự kiến", "Ctrl-N lập mới"]);
    send(&mut session, &["enter", "space"]);
    shows(&mut session, &["đang thử, chưa lưu ✱", "[ ]", "Đang chọn"]);
    assert!(stored(&session).is_empty(), "nothing is written until it is saved");
    send(&mut session, &["esc"]);
    shows(&mut session, &["▶ Giữ nháp, về", "bỏ bớt 1 phương án"]);
    send(&mut session, &["enter"]);
    assert_eq!(session.app.shared.kept.drafts().len(), 1);
    // What was tried is tried still, and taken back by the same key it is no change any more.
    send(&mut session, &["enter"]);
    shows(&mut session, &["đang thử, chưa lưu ✱"]);
    send(&mut session, &["ctrl-s", "=kb-1", "tab", "=Thử", "ctrl-s"]);
    let kept = stored(&session);
    assert_eq!((kept.len(), kept[0].code.as_str(), kept[0].name.as_str()), (1, "kb-1", "Thử"));
    let all = session.app.shared.world.snapshot.measures.len();
    assert_eq!(kept[0].measures.len(), all - 1);
    shows(&mut session, &["kb-1 Thử", "đã lưu kịch bản kb-1"]);
    assert!(session.app.shared.kept.drafts().is_empty(), "what was saved is no draft any more");
    // A scenario of its own is saved as it is changed.
    send(&mut session, &["space", "ctrl-s"]);
    assert_eq!(stored(&session)[0].measures.len(), all - 2);
    send(&mut session, &["f8"]);
    assert_eq!(stored(&session)[0].measures.len(), all - 1);
}

#[test]
fn the_solver_searches_beside_the_screen_and_its_answer_is_kept() {
    let mut session = session(Lang::Vi);
    go(&mut session, Place::about("scenario", "planned").tab("solve"));
    shows(&mut session, &["F2 đặt bài toán"]);
    send(&mut session, &["f2", "tab", "tab", "=1", "ctrl-s"]);
    wait(&mut session);
    shows(&mut session, &["Không tập hợp nào tốt hơn", "Tập hợp được chọn"]);
    send(&mut session, &["ctrl-s", "=toi-uu", "ctrl-s"]);
    let kept = stored(&session);
    assert!(kept[0].is_found() && !kept[0].measures.is_empty());
    // What cannot be reached is told with what to give up.
    go(&mut session, Place::about("scenario", "toi-uu").tab("solve"));
    send(&mut session, &["f2", "tab", "tab", "ctrl-u", "=99", "ctrl-s"]);
    wait(&mut session);
    let seen = screen(&mut session, 80, 24);
    assert!(seen.contains("Không đạt được"), "{seen}");
}

#[test]
fn scenarios_stand_side_by_side_with_their_difference() {
    let mut session = session(Lang::Vi);
    go(&mut session, Place::of("scenarios"));
    send(&mut session, &["space", "space", "f6"]);
    shows(&mut session, &["Chênh lệch", "Chỉ Mọi phương án dự kiến có"]);
    send(&mut session, &["esc"]);
    shows(&mut session, &["[Danh sách"]);
}

#[test]
fn opening_a_suggestion_accepts_nothing_and_marked_ones_become_measures_in_one_change() {
    let mut session = session(Lang::Vi);
    let measures = |session: &Session| session.workspace.measures().unwrap().len();
    let before = measures(&session);
    go(&mut session, Place::of("suggestions"));
    send(&mut session, &["enter"]);
    assert_eq!((measures(&session), session.app.screen().place().screen), (before, "procedure".to_owned()));
    send(&mut session, &["esc", "space", "ctrl-n", "=Lan", "tab", "=30/6/2027"]);
    shows(&mut session, &["Lập 1 phương án từ gợi ý", "Lan"]);
    let changes = session.app.shared.world.counts.changes;
    send(&mut session, &["ctrl-s"]);
    assert_eq!(measures(&session), before + 1);
    assert_eq!(session.app.shared.world.counts.changes, changes + 1, "one change");
    send(&mut session, &["f8"]);
    assert_eq!(measures(&session), before);
}

#[test]
fn a_person_and_a_date_are_given_to_all_that_is_marked() {
    let mut session = session(Lang::Vi);
    go(&mut session, Place::of("work"));
    shows(&mut session, &["Quá hạn", "chưa hoàn thành"]);
    send(&mut session, &["space", "space", "f2", "=Lan", "tab", "=30/6/2027", "ctrl-s"]);
    let given =
        session.workspace.all::<Assignment>().unwrap().into_iter().filter(|a| a.person.as_deref() == Some("Lan"));
    let measures = session.workspace.measures().unwrap().into_iter().filter(|m| m.person.as_deref() == Some("Lan"));
    assert_eq!(given.count() + measures.count(), 2);
    // What is owed opens as a page, with its product.
    go(&mut session, Place::about("assignment", "hn-2023-07-12-c02"));
    shows(&mut session, &["Sản phẩm", "Chủ trì"]);
    send(&mut session, &["f2"]);
    shows(&mut session, &["Nhiệm vụ hn-2023-07-12-c02", "Phối hợp"]);
}
