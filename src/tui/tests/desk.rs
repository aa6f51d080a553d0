//! Verbs of the desk from the screens: they ask before they replace, and leave what a neighbour did meanwhile.

use super::super::app::Place;
use super::super::choosing::Wish;
use super::{screen, send, session, session_at};
use crate::desk::{Desk, EditScenario, NewScenario};
use crate::model::Scenario;
use crate::store::ChangeMeta;
use crate::text::Lang;
use jiff::Timestamp;
use jiff::civil::date;

/// Somebody else at the same workspace.
fn neighbour() -> ChangeMeta {
    ChangeMeta {
        author: "Minh".into(),
        device: "bàn 4".into(),
        command: "scenario edit".into(),
        note: String::new(),
        at: Timestamp::from_second(1_795_737_600).unwrap(),
    }
}

#[test]
fn freezing_again_says_what_is_there_and_asks() {
    let mut session = session(Lang::Vi);
    send(&mut session, &["f5", "f"]);
    let asked = screen(&session, 100, 24);
    assert!(asked.contains("Chốt số liệu gốc của") && asked.contains("Tại ngày"), "{asked}");
    send(&mut session, &["enter"]);
    let programme = session.app.progress().unwrap().programme.clone();
    let frozen = session.workspace.baselines().unwrap();
    assert_eq!(frozen, [(programme.code.clone(), programme.baseline)], "the day of the programme");
    send(&mut session, &["f"]);
    let asked = screen(&session, 200, 24);
    assert!(asked.contains("đã có số liệu gốc, tại ngày") && asked.contains("Chốt lại?"), "{asked}");
    send(&mut session, &["esc"]);
    assert_eq!(session.workspace.baselines().unwrap(), frozen, "nothing is replaced unasked");
    send(&mut session, &["f", "ctrl-u", "=mai", "enter"]);
    assert!(session.app.over.is_some(), "no day");
    send(&mut session, &["ctrl-u", "=1/7/2025", "enter"]);
    assert_eq!(session.workspace.baselines().unwrap(), [(programme.code.clone(), date(2025, 7, 1))]);
    // A neighbour froze while the first question stood: what he made is not replaced.
    Desk::new(&mut session.workspace, neighbour(), date(2026, 1, 1)).drop_baseline(&programme.code).unwrap();
    session.reload().unwrap();
    send(&mut session, &["f"]);
    let freeze = crate::desk::Freeze { programme: &programme.code, as_of: Some(date(2025, 8, 1)), again: false };
    Desk::new(&mut session.workspace, neighbour(), date(2026, 1, 1)).freeze_baseline(freeze).unwrap();
    send(&mut session, &["enter"]);
    assert_eq!(session.workspace.baselines().unwrap(), [(programme.code, date(2025, 8, 1))]);
    assert!(session.app.over.is_some(), "the form is there again, with why");
}

#[test]
fn a_scenario_on_screen_keeps_what_a_neighbour_took_up_and_dropped() {
    // The measures of the catalogue are proposed by then.
    let mut session = session_at(Lang::Vi, 1_795_737_600);
    send(&mut session, &["f12", "a", "=chung", "enter", "enter", "enter"]);
    assert_eq!(session.app.place(), Place::Scenario, "{}", screen(&session, 80, 24));
    send(&mut session, &["space", "ctrl-s"]);
    let mine = session.workspace.scenario("chung").unwrap().unwrap().measures;
    assert_eq!(mine.len(), 1);
    send(&mut session, &["down", "space"]);
    // Before this is saved, somebody drops the first and takes up another.
    let other = session.app.board.table.as_ref().unwrap().rows.last().unwrap().code.clone();
    let edit = EditScenario { code: "chung", add: std::slice::from_ref(&other), drop: &mine, ..Default::default() };
    Desk::new(&mut session.workspace, neighbour(), date(2026, 1, 1)).edit_scenario(edit).unwrap();
    send(&mut session, &["ctrl-s"]);
    let both = session.workspace.scenario("chung").unwrap().unwrap().measures;
    assert_eq!(both.len(), 2, "{both:?}");
    assert!(both.contains(&other) && !both.contains(&mine[0]), "{both:?}");
    // The same where the screen is loaded anew before it is saved.
    send(&mut session, &["end", "up", "space"]);
    let now: Vec<String> = session.app.board.table.as_ref().unwrap().chosen().measures;
    let edit = EditScenario { code: "chung", drop: std::slice::from_ref(&other), ..Default::default() };
    Desk::new(&mut session.workspace, neighbour(), date(2026, 1, 1)).edit_scenario(edit).unwrap();
    session.reload().unwrap();
    let shown: Vec<String> = session.app.board.table.as_ref().unwrap().chosen().measures;
    let expected: Vec<String> = now.into_iter().filter(|code| *code != other).collect();
    assert_eq!(shown, expected, "what is stored now, with what was changed here");
    send(&mut session, &["esc"]);
    assert_eq!(session.workspace.scenario("chung").unwrap().unwrap().measures, expected);
}

#[test]
fn codes_of_scenarios_are_held_to_the_rule_of_the_noun() {
    let mut session = session_at(Lang::Vi, 1_795_737_600);
    send(&mut session, &["f12", "a", "=-x,y", "enter", "enter", "enter"]);
    assert!(screen(&session, 100, 30).contains("không dùng làm mã kịch bản được"));
    assert!(session.workspace.all::<Scenario>().unwrap().iter().all(|scenario| !scenario.code.contains(',')));
}

#[test]
fn a_solution_does_not_take_the_place_of_what_a_person_put_together() {
    let mut session = session_at(Lang::Vi, 1_795_737_600);
    let by_hand = NewScenario { code: "tay", name: None, programme: None, note: "", measures: &|_| Ok(Vec::new()) };
    Desk::new(&mut session.workspace, neighbour(), date(2026, 1, 1)).new_scenario(by_hand).unwrap();
    session.carry_out(Wish::Solve { problem: Box::default(), code: "tay".into() }.into(), None);
    let (good, told) = session.app.said.clone().unwrap();
    assert!(!good && told.contains("do người lập"), "{told}");
}
