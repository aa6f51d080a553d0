//! Another program writes while a figure or a form is typed.

use super::super::app::{Over, Place};
use super::super::session::Session;
use super::{screen, send, session};
use crate::cost::RowField;
use crate::desk::{AddRow, Desk, EditMeasure, MeasureEdit, RowEdit, SetRow};
use crate::model::{ActivityGroup, MeasureSlot, MeasureStatus, Provenance};
use crate::store::{ChangeMeta, Workspace};
use crate::text::Lang;

const BIRTH: &str = "1.001193";

fn opened(lang: Lang) -> Session {
    let mut session = session(lang);
    send(&mut session, &["f6", "/", "=1.001193", "enter", "tab"]);
    assert_eq!(session.app.place(), Place::Sheet);
    session
}

/// Another officer at the desk; the screen has not looked yet.
fn another<T>(session: &mut Session, does: impl FnOnce(&mut Desk<'_>) -> T) -> T {
    let who = ChangeMeta { author: "Minh".into(), command: "cost set".into(), ..session.who("") };
    let today = session.app.today;
    does(&mut Desk::new(&mut session.workspace, who, today))
}

fn another_sets(session: &mut Session, row: &str, minutes: &str) {
    let edit = RowEdit {
        field: RowField::parse("minutes").unwrap(),
        typed: Some(minutes.into()),
        provenance: Provenance::Surveyed,
    };
    let asked = SetRow { regulation: BIRTH.into(), row: row.into(), edits: vec![edit], expected: Vec::new() };
    another(session, |desk| desk.set_row(&asked)).unwrap();
}

fn minutes(session: &Session, row: &str) -> (String, Provenance) {
    let sheet = session.workspace.sheet(BIRTH).unwrap();
    let row = sheet.iter().find(|r| r.id == row).unwrap();
    (row.minutes.to_string(), row.provenance.minutes)
}

#[test]
fn a_cell_that_another_changed_is_asked_about_before_it_is_written_over() {
    for (lang, question, kept) in [
        (Lang::Vi, "vừa đổi thành 45, khảo sát, Minh; ghi đè?", "Esc giữ 45"),
        (Lang::En, "just changed to 45, surveyed, Minh; write over it?", "Esc keeps 45"),
    ] {
        let mut session = opened(lang);
        send(&mut session, &["enter", "ctrl-u", "=20"]);
        another_sets(&mut session, "a1", "45");
        send(&mut session, &["tab"]);
        let seen = screen(&session, 100, 30);
        assert!(seen.contains(question) && seen.contains(kept), "{seen}");
        assert_eq!(minutes(&session, "a1"), ("45".into(), Provenance::Surveyed), "nothing is written yet");
        assert_eq!((session.app.typing.as_ref().unwrap().input.value(), session.app.column), ("20", 0));
        // Esc keeps what the other wrote.
        send(&mut session, &["esc"]);
        assert!(session.app.typing.is_none() && !screen(&session, 100, 30).contains(question));
        assert_eq!(minutes(&session, "a1").0, "45");
        // Enter writes over it, but not over what a third wrote meanwhile.
        send(&mut session, &["enter", "ctrl-u", "=20"]);
        another_sets(&mut session, "a1", "46");
        send(&mut session, &["enter"]);
        another_sets(&mut session, "a1", "47");
        send(&mut session, &["enter"]);
        assert!(screen(&session, 100, 30).contains("47"), "asked once more");
        assert_eq!(minutes(&session, "a1").0, "47");
        send(&mut session, &["enter"]);
        assert_eq!(minutes(&session, "a1"), ("20".into(), Provenance::Assumption));
        assert!(session.app.typing.is_none());
    }
}

#[test]
fn what_another_does_to_other_rows_is_no_question_and_leads_to_no_other_row() {
    let mut session = opened(Lang::Vi);
    send(&mut session, &["down", "enter", "ctrl-u", "=21"]);
    let row = session.app.detail.as_ref().unwrap().sheet[1].id.clone();
    another_sets(&mut session, "a1", "45");
    // A row that comes before the one in hand, then the screen looks.
    let asked =
        AddRow {
            regulation: BIRTH.into(), group: ActivityGroup::Dossier, name: "Việc mới".into(), edits: Vec::new()
        };
    let first = another(&mut session, |desk| desk.add_row(&asked)).unwrap();
    session.reload().unwrap();
    send(&mut session, &["enter"]);
    assert_eq!(minutes(&session, &row).0, "21");
    assert_eq!((minutes(&session, "a1").0.as_str(), minutes(&session, &first.value.row).0.as_str()), ("45", "0"));
    assert_eq!(session.app.detail.as_ref().unwrap().sheet[session.app.row].id, row);
    assert_eq!(session.app.detail.as_ref().unwrap().sheet[0].minutes.to_string(), "45", "what another wrote is shown");
}

#[test]
fn twenty_digits_are_refused_before_anything_is_written() {
    for column in 0..5 {
        let mut session = opened(Lang::Vi);
        send(&mut session, &vec!["right"; column]);
        let before = session.workspace.history(&crate::store::HistoryFilter::default()).unwrap().len();
        send(&mut session, &["enter", "ctrl-u", "=12345678901234567890", "enter"]);
        let seen = screen(&session, 100, 30);
        assert!(seen.contains('✗'), "{seen}");
        assert_eq!(session.app.typing.as_ref().unwrap().input.value(), "12345678901234567890", "the cell stays open");
        assert_eq!(session.workspace.history(&crate::store::HistoryFilter::default()).unwrap().len(), before);
        send(&mut session, &["ctrl-u", "=7", "enter"]);
        assert!(session.app.typing.is_none());
    }
}

#[test]
fn how_sure_a_figure_is_and_a_row_are_not_taken_from_under_another() {
    let mut session = opened(Lang::Vi);
    another_sets(&mut session, "a1", "45");
    send(&mut session, &["p"]);
    assert!(screen(&session, 100, 30).contains("vừa đổi thành 45, khảo sát"));
    assert_eq!(minutes(&session, "a1"), ("45".into(), Provenance::Surveyed));
    send(&mut session, &["delete"]);
    another_sets(&mut session, "a1", "46");
    send(&mut session, &["enter"]);
    assert!(screen(&session, 100, 30).contains("46"), "{}", screen(&session, 100, 30));
    assert_eq!(minutes(&session, "a1").0, "46", "the row is there");
    send(&mut session, &["enter"]);
    assert!(!session.workspace.sheet(BIRTH).unwrap().iter().any(|row| row.id == "a1"));
}

#[test]
fn a_form_writes_what_was_changed_in_it_and_asks_where_another_changed_the_same() {
    let mut session = opened(Lang::Vi);
    send(&mut session, &["tab"]);
    let code = session.app.chosen_measure().unwrap().code.clone();
    send(&mut session, &["e"]);
    let at = |session: &Session, id: &str| match &session.app.over {
        Some(Over::Form(form)) => form.fields.iter().position(|f| f.id == id).unwrap(),
        _ => panic!("no form"),
    };
    let title = at(&session, "title");
    send(&mut session, &vec!["tab"; title]);
    send(&mut session, &["ctrl-u", "=Tên của Lan"]);
    let edit = |field: &str, typed: &str| MeasureEdit { slot: MeasureSlot::parse(field), typed: typed.into() };
    let edits = vec![edit("title", "Tên của Minh"), edit("person", "Minh"), edit("evidence", "Khảo sát")];
    let asked = EditMeasure { code: code.clone(), edits, expected: Vec::new() };
    another(&mut session, |desk| desk.edit_measure(&asked)).unwrap();
    session.reload().unwrap();
    send(&mut session, &["f12"]);
    let seen = screen(&session, 120, 40);
    assert!(seen.contains("vừa đổi thành Tên của Minh, Minh") && seen.contains("ghi đè?"), "{seen}");
    assert!(seen.contains("Tên của Lan"), "what was typed is there: {seen}");
    assert_eq!(session.workspace.measure(&code).unwrap().unwrap().title, "Tên của Minh");
    send(&mut session, &["f12"]);
    let measure = session.workspace.measure(&code).unwrap().unwrap();
    assert_eq!(measure.title, "Tên của Lan");
    assert_eq!(
        (measure.person.as_deref(), measure.evidence.as_str()),
        (Some("Minh"), "Khảo sát"),
        "the rest is Minh's"
    );
}

#[test]
fn a_measure_that_another_moved_is_not_moved_from_where_it_was() {
    let mut session = opened(Lang::Vi);
    send(&mut session, &["tab"]);
    let code = session.app.chosen_measure().unwrap().code.clone();
    send(&mut session, &["s"]);
    let asked = crate::desk::AdvanceMeasure {
        code: code.clone(),
        status: MeasureStatus::Consulted,
        day: jiff::civil::date(2026, 8, 1),
        document: String::new(),
        note: String::new(),
        seen: None,
    };
    another(&mut session, |desk| desk.advance_measure(&asked)).unwrap();
    send(&mut session, &["f12"]);
    let statuses = |session: &Session| session.workspace.measure(&code).unwrap().unwrap().statuses.len();
    let before = statuses(&session);
    assert!(screen(&session, 120, 40).contains("vừa đổi thành"), "{}", screen(&session, 120, 40));
    send(&mut session, &["esc", "esc"]);
    assert_eq!(statuses(&session), before);
}

#[test]
fn while_the_workspace_is_busy_nothing_that_was_typed_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("w.db");
    let made = session(Lang::Vi);
    made.workspace.backup(&path).unwrap();
    let mut session = Session::new(Workspace::open(&path).unwrap(), made.options.clone()).unwrap();
    session.workspace.set_patience(std::time::Duration::from_millis(10)).unwrap();
    let mut other = Workspace::open(&path).unwrap();
    send(&mut session, &["f6", "/", "=1.001193", "enter", "tab", "enter", "ctrl-u", "=21"]);
    let who = session.who("import");
    other
        .change(&who, |_| {
            send(&mut session, &["enter"]);
            assert!(screen(&session, 100, 30).contains('✗'), "{}", screen(&session, 100, 30));
            assert_eq!(session.app.typing.as_ref().unwrap().input.value(), "21");
            Ok(())
        })
        .unwrap();
    send(&mut session, &["enter"]);
    assert_eq!(minutes(&session, "a1").0, "21");
    // The same of a form.
    send(&mut session, &["up", "a", "enter", "=Việc của Lan"]);
    other
        .change(&who, |_| {
            send(&mut session, &["f12"]);
            let seen = screen(&session, 100, 30);
            assert!(seen.contains("Việc của Lan") && seen.contains('✗'), "{seen}");
            Ok(())
        })
        .unwrap();
    send(&mut session, &["f12"]);
    assert!(session.workspace.sheet(BIRTH).unwrap().iter().any(|row| row.name == "Việc của Lan"));
}
