//! The screens of choosing: scenarios, the solver, uncertainty, suggestions, who owes what.

use super::super::app::Place;
use super::super::session::Session;
use super::{screen, send, session_at};
use crate::model::{Fraction, Provenance, Scenario, Spread, Uncertainty};
use crate::reform::evaluate;
use crate::text::{Lang, number};

/// The measures of the catalogue are proposed by then: 27/11/2026.
fn session(lang: Lang) -> Session {
    session_at(lang, 1_795_737_600)
}

#[track_caller]
fn sees(session: &Session, (width, height): (u16, u16), words: &[&str]) {
    let seen = screen(session, width, height);
    for word in words {
        assert!(seen.contains(word), "{word} is missing in\n{seen}");
    }
}

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (200, 50);

/// Waits for what is computed beside the screen.
fn wait(session: &mut Session) {
    let done = session.jobs.wait().expect("something is computed");
    session.finished(done);
}

/// A scenario of its own, with the measures of the planned stage that are named.
fn with_scenario(lang: Lang) -> Session {
    let mut session = session(lang);
    send(&mut session, &["f12", "a", "=thu-1", "enter", "=Thử một", "enter", "enter"]);
    assert_eq!(session.app.place(), Place::Scenario, "{}", screen(&session, 80, 24));
    session
}

#[test]
fn the_stages_are_scenarios_and_a_new_one_is_empty() {
    let mut session = session(Lang::Vi);
    send(&mut session, &["f12"]);
    for size in [SMALL, LARGE] {
        sees(&session, size, &["planned", "approved", "in-force", "Chưa có kịch bản nào do bạn lập"]);
    }
    let session = with_scenario(Lang::Vi);
    sees(&session, SMALL, &["thu-1 · Thử một", "Tiết kiệm 0 đ/năm (0,0%)", "[ ]", "đã lưu kịch bản thu-1"]);
    assert_eq!(session.workspace.scenario("thu-1").unwrap().unwrap().measures, Vec::<String>::new());
}

#[test]
fn figures_follow_while_measures_are_taken_up_and_leaving_keeps_them() {
    let mut session = with_scenario(Lang::Vi);
    send(&mut session, &["space", "down", "space"]);
    let table = session.app.board.table.as_ref().unwrap();
    assert!(table.touched);
    let codes: Vec<String> = table.rows.iter().take(2).map(|row| row.code.clone()).collect();
    // The same set computed anew gives the same figures.
    let names = codes.iter().map(String::as_str);
    let anew = evaluate(&session.app.data.snapshot, names, table.scenario.programme.as_deref());
    assert_eq!(table.figures, anew.totals().unwrap());
    assert!(table.figures.saved() > Fraction::ZERO);
    sees(&session, SMALL, &["● chưa lưu", "[x]"]);
    // No figure is cut off, in a narrow window either.
    let worth = session.app.board.table.as_ref().unwrap().worth.as_ref().unwrap();
    let share = number::whole(worth.share.annual.round(), Lang::Vi);
    for size in [SMALL, LARGE] {
        sees(&session, size, &[&format!("Phần đóng góp {share} đ/năm")]);
    }
    send(&mut session, &["esc"]);
    assert_eq!(session.workspace.scenario("thu-1").unwrap().unwrap().measures, codes);
    assert_eq!(session.app.place(), Place::Scenarios);
    send(&mut session, &["f8"]);
    assert_eq!(session.workspace.scenario("thu-1").unwrap().unwrap().measures, Vec::<String>::new());
}

#[test]
fn a_filter_leaves_what_fits_and_all_of_it_can_be_taken_up() {
    let mut session = with_scenario(Lang::En);
    let all = session.app.board.table.as_ref().unwrap().rows.len();
    send(&mut session, &["/", "=1.004222", "enter", "a"]);
    let table = session.app.board.table.as_ref().unwrap();
    let shown = table.found.len();
    assert!(shown > 0 && shown < all);
    assert_eq!(table.figures.measures, shown);
    send(&mut session, &["a"]);
    assert_eq!(session.app.board.table.as_ref().unwrap().figures.measures, 0);
    send(&mut session, &["esc"]);
    assert_eq!(session.app.board.table.as_ref().unwrap().found.len(), all, "the first Esc clears the filter");
}

#[test]
fn what_was_rejected_is_not_offered() {
    let mut session = session(Lang::Vi);
    send(&mut session, &["6", "delete", "=không đúng", "enter"]);
    let all = session.app.data.snapshot.measures.len();
    send(&mut session, &["f12", "a", "=moi", "f12"]);
    let table = session.app.board.table.as_ref().unwrap();
    assert_eq!((table.open(), table.found.len()), (all - 1, all - 1));
}

#[test]
fn a_stage_that_is_varied_asks_for_a_name() {
    let mut session = session(Lang::Vi);
    send(&mut session, &["f12", "enter", "space", "esc"]);
    sees(&session, SMALL, &["Lưu thành kịch bản mới"]);
    send(&mut session, &["=planned", "f12"]);
    sees(&session, SMALL, &["✗"]);
    send(&mut session, &["ctrl-u", "=bien-the", "f12"]);
    let kept = session.workspace.scenario("bien-the").unwrap().unwrap();
    let planned = session.app.data.snapshot.measures.len();
    assert_eq!(kept.measures.len(), planned - 1);
    assert_eq!(session.app.place(), Place::Scenario);
    send(&mut session, &["esc", "home", "enter", "space", "esc", "esc", "esc"]);
    assert_eq!(session.app.place(), Place::Scenarios, "a second Esc lets the changes go");
    // Another screen, or the end, asks as well.
    for key in ["6", "f10"] {
        send(&mut session, &["f12", "home", "enter", "space", key]);
        sees(&session, SMALL, &["Lưu thành kịch bản mới"]);
        send(&mut session, &["esc"]);
    }
}

#[test]
fn scenarios_stand_side_by_side_and_are_copied_and_removed() {
    let mut session = with_scenario(Lang::Vi);
    send(&mut session, &["space", "esc", "v"]);
    sees(&session, SMALL, &["đánh dấu ít nhất hai"]);
    send(&mut session, &["home", "space", "end", "space", "v"]);
    sees(&session, SMALL, &["planned", "thu-1", "Chi phí trước", "toàn bộ"]);
    send(&mut session, &["tab"]);
    sees(&session, SMALL, &["tiết kiệm đ/năm theo cơ quan"]);
    send(&mut session, &["esc", "home", "down", "space", "space", "v"]);
    sees(&session, SMALL, &["So sánh 4 kịch bản", "chỉ hiện 3, cửa sổ hẹp"]);
    sees(&session, LARGE, &["planned", "approved", "in-force", "thu-1"]);
    for _ in 0..7 {
        send(&mut session, &["tab"]);
        screen(&session, 80, 24);
    }
    sees(&session, LARGE, &["toàn bộ"]);
    send(&mut session, &["esc", "end", "c", "f12"]);
    let copy = session.workspace.scenario("thu-1-2").unwrap().unwrap();
    assert_eq!(copy.measures, session.workspace.scenario("thu-1").unwrap().unwrap().measures);
    send(&mut session, &["esc", "home", "delete"]);
    sees(&session, SMALL, &["không xóa được"]);
    send(&mut session, &["end", "delete", "enter"]);
    assert_eq!(session.workspace.all::<Scenario>().unwrap().len(), 1);
}

#[test]
fn the_solver_is_asked_and_its_answer_kept() {
    let mut session = session(Lang::Vi);
    // 10% of the cost over the living catalogue: a small part of what is planned.
    send(&mut session, &["f12", "s", "tab", "home", "tab", "=10", "f12"]);
    wait(&mut session);
    assert_eq!(session.app.place(), Place::Found, "{}", screen(&session, 80, 24));
    sees(&session, SMALL, &["tối ưu có chứng minh", "✓"]);
    send(&mut session, &["w"]);
    let kept = session.workspace.scenario("solved-1").unwrap().unwrap();
    assert!(!kept.measures.is_empty() && !kept.problem.is_empty());
    let table = session.app.board.table.as_ref().unwrap();
    assert!(table.figures.saved_percent().unwrap() >= Fraction::whole(10));
    let asked = crate::exchange::problem::from_toml(&kept.problem).unwrap();
    // Asked again, the form holds the question; what is added to it counts.
    let (one, other) = (kept.measures[0].clone(), kept.measures[1].clone());
    send(&mut session, &["esc", "s", "tab", "tab"]);
    sees(&session, SMALL, &["Chi phí phải cắt giảm, % (trống: mục tiêu của chương trình): 10"]);
    send(&mut session, &["tab", "tab", "tab", "=cut_or_simplified@BTP=1"]);
    for _ in 0..7 {
        send(&mut session, &["tab"]);
    }
    send(&mut session, &[&format!("={one},{other}"), "f12"]);
    wait(&mut session);
    send(&mut session, &["w"]);
    let again = session.workspace.scenario("solved-2").unwrap().unwrap();
    assert!(!(again.measures.contains(&one) && again.measures.contains(&other)), "{:?}", again.measures);
    let problem = crate::exchange::problem::from_toml(&again.problem).unwrap();
    assert_eq!((problem.targets[0].clone(), problem.targets.len()), (asked.targets[0].clone(), 2));
    assert_eq!(problem.targets[1].agency.as_deref(), Some("BTP"));
    assert_eq!(problem.conflicts[0].measures, [one, other]);
}

#[test]
fn what_cannot_be_reached_says_why_and_what_is_wrong_is_told_in_the_form() {
    let mut session = session(Lang::En);
    send(&mut session, &["f12", "s", "tab", "home", "tab", "=99", "f12"]);
    wait(&mut session);
    sees(&session, SMALL, &["Cannot be reached", "99.00%"]);
    send(&mut session, &["w"]);
    sees(&session, SMALL, &["there is no set to save"]);
    send(&mut session, &["esc", "s", "tab", "tab", "=abc", "f12"]);
    sees(&session, SMALL, &["“abc” is not a number"]);
    send(&mut session, &["esc"]);
}

#[test]
fn uncertainty_is_drawn_as_charts() {
    let mut session = with_scenario(Lang::Vi);
    send(&mut session, &["space", "m"]);
    wait(&mut session);
    sees(&session, SMALL, &["Chưa tham số nào có khoảng dao động"]);
    let row = &session.app.board.table.as_ref().unwrap().rows[0];
    let sheet = session.workspace.sheet(&row.regulation).unwrap();
    let uncertain = Uncertainty {
        of: format!("sheet:{}:{}:population", row.regulation, sheet[0].id),
        spread: Spread::Triangular,
        low: Fraction::whole(sheet[0].population / 2),
        likely: Some(Fraction::whole(sheet[0].population)),
        high: Fraction::whole(sheet[0].population * 2),
        provenance: Provenance::Assumption,
        source: "thử".into(),
    };
    let who = session.who("uncertainty");
    session.workspace.change(&who, |w| w.put_uncertainty(&uncertain)).unwrap();
    session.reload().unwrap();
    send(&mut session, &["esc", "m"]);
    wait(&mut session);
    for size in [SMALL, LARGE] {
        sees(
            &session,
            size,
            &["Độ nhạy, xác suất của kịch bản thu-1", "Tiết kiệm", "Tham số ảnh hưởng nhiều nhất", "│"],
        );
    }
    send(&mut session, &["esc"]);
    assert_eq!(session.app.place(), Place::Scenario);
}

#[test]
fn a_suggestion_is_accepted_or_dismissed_and_comes_no_more() {
    let mut session = session(Lang::Vi);
    send(&mut session, &["6"]);
    let before = session.app.board.tips.all.len();
    let (measures, first) =
        (session.workspace.measures().unwrap().len(), session.app.board.tips.hand().unwrap().id.clone());
    for size in [SMALL, LARGE] {
        sees(&session, size, &["Căn cứ", "Cơ quan chủ quản CSDL"]);
    }
    send(&mut session, &["enter"]);
    assert_eq!(session.workspace.measures().unwrap().len(), measures + 1);
    assert!(session.app.board.tips.all.len() < before);
    assert!(session.app.board.tips.all.iter().all(|tip| tip.id != first));
    send(&mut session, &["delete", "f12"]);
    sees(&session, SMALL, &["✗"]);
    send(&mut session, &["=không đúng giấy tờ", "f12"]);
    assert_eq!(session.workspace.measures().unwrap().len(), measures + 2);
    send(&mut session, &["f8", "f8"]);
    assert_eq!(session.app.board.tips.all.len(), before);
}

#[test]
fn who_owes_what_is_seen_by_agency_and_by_person() {
    let mut session = session(Lang::Vi);
    send(&mut session, &["7"]);
    for size in [SMALL, LARGE] {
        sees(&session, size, &["quá hạn", "cơ quan", "Hạn"]);
    }
    let all = session.app.board.debts.found.len();
    send(&mut session, &["l"]);
    let late = session.app.board.debts.found.len();
    assert!(late > 0 && late < all, "some of the assignments of 2023 had a due date, some none");
    send(&mut session, &["l", "tab", "/", "=bo cong an", "enter"]);
    sees(&session, SMALL, &["người phụ trách", "Bộ Công an"]);
    send(&mut session, &["enter"]);
    sees(&session, SMALL, &["chỉ mở được"]);
}
