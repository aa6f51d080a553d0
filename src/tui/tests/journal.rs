//! The journal on the screen: what each change did, and what is asked before it is taken back.

use super::super::command::{COMMANDS, Do};
use super::*;
use crate::model::Agency;

fn of(author: &str, command: &str) -> ChangeMeta {
    ChangeMeta {
        author: author.into(),
        device: "bàn 4".into(),
        command: command.into(),
        note: String::new(),
        at: Timestamp::from_second(1_767_225_700).unwrap(),
    }
}

/// Somebody puts other minutes in the first row of a sheet.
fn put_minutes(session: &mut Session, who: &ChangeMeta, code: &str, minutes: i64) {
    let mut sheet = session.workspace.sheet(code).unwrap();
    sheet[0].minutes = crate::model::Fraction::whole(minutes);
    session.workspace.change(who, |w| w.put_sheet(code, &sheet)).unwrap();
    session.reload().unwrap();
}

fn minutes(session: &Session, code: &str) -> crate::model::Fraction {
    session.workspace.sheet(code).unwrap()[0].minutes
}

#[test]
fn the_journal_shows_what_the_change_in_hand_did() {
    let mut session = session(Lang::Vi);
    put_minutes(&mut session, &of("Hoa", "cost set"), "1.004222", 150);
    put_minutes(&mut session, &of("Hoa", "cost set"), "1.004222", 151);
    let history = COMMANDS.iter().find(|c| c.what == Do::History).unwrap().keys[0];
    send(&mut session, &[history]);
    let seen = screen(&session, 80, 24);
    assert!(seen.contains("phút: 150 → 151"), "{seen}");
    assert!(seen.contains("01/01/2026"), "{seen}");
    send(&mut session, &["down"]);
    assert!(screen(&session, 80, 24).contains("phút: 30 → 150"));
    // The whole catalogue does not fit; in hand it fills the screen and can be read on.
    send(&mut session, &["down", "enter"]);
    let first = screen(&session, 80, 24);
    assert!(first.contains("tinhgon history 1"), "{first}");
    send(&mut session, &["pagedown"]);
    assert_ne!(screen(&session, 80, 24), first);
    send(&mut session, &["esc"]);
    assert!(screen(&session, 80, 24).contains("▶") || session.app.place() == Place::History);
    for (width, height) in [(1, 1), (20, 3), (80, 9), (200, 60)] {
        screen(&session, width, height);
    }
}

#[test]
fn what_was_done_here_is_taken_back_first_and_without_a_question() {
    let mut session = session(Lang::Vi);
    send(&mut session, &["f6", "/", "=1.004222", "enter", "tab", "enter", "ctrl-u", "=150", "enter"]);
    assert_eq!(minutes(&session, "1.004222"), crate::model::Fraction::whole(150));
    // A colleague writes after that, to another sheet.
    put_minutes(&mut session, &of("Hoa", "cost set"), "1.001193", 77);
    send(&mut session, &["f8"]);
    assert_eq!(minutes(&session, "1.004222"), crate::model::Fraction::whole(30));
    assert_eq!(minutes(&session, "1.001193"), crate::model::Fraction::whole(77));
    let said = session.app.said.as_ref().unwrap().1.clone();
    assert!(said.contains("Phút của a1, 1.004222: 150 → 30"), "{said}");
    // What is left is a colleague's: it is named and asked.
    send(&mut session, &["f8"]);
    let seen = screen(&session, 100, 24);
    assert!(seen.contains("Hoa") && seen.contains("77"), "{seen}");
    send(&mut session, &["esc"]);
    assert_eq!(minutes(&session, "1.001193"), crate::model::Fraction::whole(77));
    send(&mut session, &["f8", "enter"]);
    assert_ne!(minutes(&session, "1.001193"), crate::model::Fraction::whole(77));
}

#[test]
fn what_was_there_before_is_asked() {
    let mut session = session(Lang::En);
    let before = session.workspace.all::<Agency>().unwrap();
    send(&mut session, &["f8"]);
    assert!(screen(&session, 100, 24).contains("Undo change 1?"));
    send(&mut session, &["esc"]);
    assert_eq!(session.workspace.all::<Agency>().unwrap(), before);
    send(&mut session, &["f8", "enter"]);
    assert!(session.workspace.all::<Agency>().unwrap().is_empty());
    // It touched many rows, so doing it again is asked as well.
    send(&mut session, &["f9"]);
    assert!(screen(&session, 100, 24).contains("Redo change 1?"));
    send(&mut session, &["enter"]);
    assert_eq!(session.workspace.all::<Agency>().unwrap(), before);
}
