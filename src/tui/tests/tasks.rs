//! Ten everyday tasks from the overview, in keystrokes: each is done, and takes no more keys than is said here. A text that is typed counts as
//! one beside them.

use super::{NEW_YEAR, change, options, screen, send};
use crate::model::{Batch, Fraction, InstrumentVersion, Provenance, VersionKind};
use crate::store::Workspace;
use crate::text::Lang;
use crate::tui::session::Session;
use std::path::Path;

/// A session on a file at its overview, with the text of one law of our own.
fn start(folder: &Path) -> Session {
    let path = folder.join("w.db");
    let who = change("Lan", NEW_YEAR + 300 * 86_400);
    let mut workspace = Workspace::create(&path).unwrap();
    workspace.change(&who, |w| w.put_batch(&super::shipped())).unwrap();
    let version = InstrumentVersion {
        instrument: "60/2014/QH13".into(),
        name: "original".into(),
        kind: VersionKind::Original,
        from: None,
        text: "Điều 1. Phạm vi\nLuật này quy định việc thử.\nĐiều 16. Hồ sơ\n1. Nộp tờ khai.\n2. Nộp lệ phí.\n".into(),
        source: "thử".into(),
    };
    let batch = Batch { instrument_versions: vec![version], ..Batch::default() };
    workspace.change(&change("Minh", NEW_YEAR + 300 * 86_400 + 1), |w| w.put_batch(&batch)).unwrap();
    let options = super::Options { file: path.display().to_string(), ..options(Lang::Vi, who) };
    let mut session = Session::new(Workspace::open(&path).unwrap(), options).unwrap();
    // The welcome of the first start is over.
    if !session.app.layers().is_empty() {
        send(&mut session, &["esc"]);
    }
    session
}

/// Does a task; it takes so many keys and typed texts.
#[track_caller]
fn does(session: &mut Session, keys: usize, texts: usize, task: &[&str]) {
    send(session, task);
    let typed = task.iter().filter(|key| key.starts_with('=')).count();
    assert_eq!((task.len() - typed, typed), (keys, texts), "{task:?}");
}

/// What stands on the screen, for a test that fails.
fn seen(session: &mut Session) -> String {
    screen(session, 80, 24)
}

fn wait(session: &mut Session) {
    while session.jobs.busy() {
        if let Some(done) = session.jobs.wait() {
            session.finished(done, None);
        }
    }
}

fn minutes(session: &Session, row: usize) -> Fraction {
    session.workspace.sheet("1.001193").unwrap()[row].minutes
}

#[test]
fn a_figure_of_a_known_procedure_is_corrected_in_five_keys() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = start(folder.path());
    does(&mut session, 5, 2, &["ctrl-p", "=1.001193", "enter", "f6", "right", "=25", "enter"]);
    assert_eq!(minutes(&session, 0), Fraction::whole(25), "{}", seen(&mut session));
    let quality = session.workspace.sheet("1.001193").unwrap()[0].provenance.minutes;
    assert_eq!(quality, Provenance::Assumption, "a figure is not measured until somebody says so");
}

#[test]
fn figures_of_a_survey_are_pasted_in_seven_keys() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = start(folder.path());
    send(&mut session, &["ctrl-p", "=1.001193", "enter", "f6", "right"]);
    let effects = session.app.paste("21\t0\t1.000\r22\t0\t2.000\r23\t0\t3.000\r");
    session.carry_out(effects, None);
    does(&mut session, 2, 1, &["tab", "=Phiếu tháng 11", "ctrl-s"]);
    assert_eq!((minutes(&session, 0), minutes(&session, 2)), (Fraction::whole(21), Fraction::whole(23)));
}

#[test]
fn the_most_expensive_procedures_stand_first_in_three_keys() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = start(folder.path());
    does(&mut session, 3, 1, &["f5", "=danh muc", "enter", "f6"]);
    let first = session.app.screen().grid_seen().unwrap().seen().next().map(str::to_owned);
    assert_eq!(first.as_deref(), Some("1.004222"), "{}", seen(&mut session));
}

#[test]
fn a_filter_of_a_ministry_with_words_is_kept_for_tomorrow_in_nine_keys() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = start(folder.path());
    let task = [
        "f5",
        "=danh muc",
        "enter",
        "f7",
        "=tu phap",
        "space",
        "enter",
        "/",
        "=khai sinh",
        "enter",
        "ctrl-s",
        "=Khai sinh",
        "ctrl-s",
    ];
    does(&mut session, 9, 4, &task);
    let seen_keys: Vec<String> = session.app.screen().grid_seen().unwrap().seen().map(str::to_owned).collect();
    assert_eq!(seen_keys, ["1.001193"]);
    assert!(seen(&mut session).contains("[Khai sinh]"));
}

#[test]
fn a_measure_with_its_provision_is_made_in_fourteen_keys() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = start(folder.path());
    let task = [
        "ctrl-p",
        "=1.001193",
        "enter",
        "f6",
        "f6",
        "ctrl-n",
        "=bai bo",
        "enter",
        "tab",
        "tab",
        "tab",
        "enter",
        "=60/2014",
        "enter",
        "enter",
        "=khoan 1 dieu 16",
        "enter",
        "ctrl-s",
    ];
    does(&mut session, 14, 4, &task);
    let measures = session.workspace.measures_of("1.001193").unwrap();
    let made = measures.iter().find(|measure| measure.provision.as_deref() == Some("khoản 1 Điều 16"));
    let made = made.unwrap_or_else(|| panic!("{}", seen(&mut session)));
    assert_eq!((made.instrument.as_deref(), made.current_text.as_str()), (Some("60/2014/QH13"), "1. Nộp tờ khai."));
}

#[test]
fn one_measure_is_made_on_several_procedures_in_four_keys_and_one_for_each() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = start(folder.path());
    let before = session.workspace.measures().unwrap().len();
    let task = ["f5", "=danh muc", "enter", "space", "space", "space", "space", "ctrl-n", "=bai bo", "enter", "ctrl-s"];
    does(&mut session, 5 + 4, 2, &task);
    assert_eq!(session.workspace.measures().unwrap().len(), before + 4, "{}", seen(&mut session));
}

#[test]
fn a_scenario_is_tried_without_a_measure_in_six_keys() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = start(folder.path());
    does(&mut session, 6, 1, &["f5", "=kich ban", "enter", "enter", "space", "esc", "enter"]);
    assert_eq!(session.app.shared.kept.drafts().len(), 1, "{}", seen(&mut session));
}

#[test]
fn the_letter_to_who_is_late_is_written_in_seven_keys() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = start(folder.path());
    let file = folder.path().join("cong-van.docx");
    let path = format!("={}", file.display());
    does(&mut session, 7, 2, &["tab", "tab", "enter", "f4", "=cong van", "enter", "ctrl-u", &path, "ctrl-s"]);
    assert!(file.exists(), "{}", seen(&mut session));
}

#[test]
fn what_somebody_changed_is_seen_and_taken_back_in_ten_keys() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = start(folder.path());
    let versions = |session: &Session| session.workspace.version_heads("60/2014/QH13").unwrap().len();
    assert_eq!(versions(&session), 1);
    does(&mut session, 2, 1, &["f5", "=nhat ky", "enter"]);
    wait(&mut session);
    does(&mut session, 8, 2, &["f7", "=minh", "space", "enter", "enter", "f4", "=hoan tac", "enter", "down", "enter"]);
    assert_eq!(versions(&session), 0, "{}", seen(&mut session));
}

#[test]
fn a_file_is_seen_before_it_is_taken_in_in_six_keys() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = start(folder.path());
    let file = folder.path().join("danh-muc.csv");
    std::fs::write(&file, "code,name\n9.000001,Thủ tục thử\n").unwrap();
    let path = format!("={}", file.display());
    does(&mut session, 5, 2, &["f5", "=nhap", "enter", &path, "enter", "f6", "f6"]);
    wait(&mut session);
    assert!(seen(&mut session).contains("thêm 1 thủ tục"));
    does(&mut session, 1, 0, &["ctrl-s"]);
    wait(&mut session);
    assert!(session.workspace.procedure("9.000001").unwrap().is_some(), "{}", seen(&mut session));
}
