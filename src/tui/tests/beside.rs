//! What is read beside the screen; groups that fold; the mouse.

use super::{NEW_YEAR, change, go, options, screen, send, session, shows};
use crate::exchange::catalog;
use crate::store::Workspace;
use crate::text::Lang;
use crate::tui::place::Place;
use crate::tui::screen::Hit;
use crate::tui::session::Session;
use ratatui::crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// A session on a file, so that work beside the screen has a door of its own.
fn on_file(folder: &std::path::Path) -> Session {
    let path = folder.join("w.db");
    let who = change("Lan", NEW_YEAR + 300 * 86_400);
    let mut workspace = Workspace::create(&path).unwrap();
    workspace.change(&who, |w| w.put_batch(&catalog::shipped().unwrap())).unwrap();
    let options = super::Options { file: path.display().to_string(), ..options(Lang::Vi, who) };
    Session::new(Workspace::open(&path).unwrap(), options).unwrap()
}

fn wait(session: &mut Session) {
    let done = session.jobs.wait().unwrap();
    session.finished(done, None);
}

/// Clicks what was drawn at a hit.
fn click(session: &mut Session, hit: &Hit) {
    screen(session, 80, 24);
    let place = session.app.shared.hits.borrow().iter().rev().find(|(_, other)| other == hit).map(|(area, _)| *area);
    let area = place.unwrap_or_else(|| panic!("{hit:?} is not drawn"));
    let event = MouseEvent {
        kind: MouseEventKind::Down(MouseButton::Left),
        column: area.x,
        row: area.y,
        modifiers: KeyModifiers::NONE,
    };
    let effects = session.app.mouse(event);
    session.carry_out(effects, None);
}

#[test]
fn the_health_is_looked_at_beside_the_screen_and_again_after_what_was_mended() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = on_file(folder.path());
    go(&mut session, Place::of("health"));
    shows(&mut session, &["Đang rà soát dữ liệu"]);
    wait(&mut session);
    shows(&mut session, &["Đúng · toàn giả định (3)"]);
    let before = session.app.screen().grid_seen().unwrap().counts().0;
    // A person is named for a measure: one line less, once it is looked at again.
    let given = |desk: &mut crate::desk::Desk<'_>| {
        let edits = vec![crate::desk::MeasureEdit {
            slot: crate::model::MeasureSlot::parse("person"),
            typed: "Lan".to_owned(),
        }];
        desk.edit_measure(&crate::desk::EditMeasure { code: "1.001193-m1".to_owned(), edits, expected: Vec::new() })
    };
    let today = session.app.shared.today;
    given(&mut crate::desk::Desk::new(&mut session.workspace, change("Lan", NEW_YEAR), today)).unwrap();
    session.reload(&crate::tui::world::Touch::Everything).unwrap();
    wait(&mut session);
    assert_eq!(session.app.screen().grid_seen().unwrap().counts().0, before - 1);
    // What a person asks for does not wait for it.
    session.reload(&crate::tui::world::Touch::Everything).unwrap();
    assert!(session.jobs.busy() && !session.jobs.holds());
}

#[test]
fn the_journal_opens_any_change_in_full() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = on_file(folder.path());
    for n in 0..70 {
        let who = change("Minh", NEW_YEAR + n);
        let today = session.app.shared.today;
        let mut desk = crate::desk::Desk::new(&mut session.workspace, who, today);
        let code = format!("kb-{n}");
        let none = |_: &crate::store::Reader| Ok(Vec::new());
        let asked =
            crate::desk::NewScenario { code: &code, name: Some("Thử"), programme: None, note: "", measures: &none };
        desk.new_scenario(asked).unwrap();
    }
    session.reload(&crate::tui::world::Touch::Everything).unwrap();
    go(&mut session, Place::of("history"));
    shows(&mut session, &["thêm kịch bản"]);
    wait(&mut session);
    send(&mut session, &["end", "enter"]);
    shows(&mut session, &["Thay đổi 1", "thêm cơ quan"]);
}

#[test]
fn groups_fold_and_a_folded_title_stands_for_its_rows() {
    let mut session = session(Lang::Vi);
    go(&mut session, Place::of("work"));
    let seen = |session: &Session| session.app.screen().grid_seen().unwrap().position().unwrap().1;
    let all = seen(&session);
    send(&mut session, &["left"]);
    shows(&mut session, &["▶▸ Quá hạn 3"]);
    assert_eq!(seen(&session), all - 2);
    assert_eq!(session.app.screen().grid_seen().unwrap().chosen().len(), 3);
    send(&mut session, &["space"]);
    assert_eq!(session.app.screen().grid_seen().unwrap().marks.len(), 3);
    send(&mut session, &["z"]);
    let folded = seen(&session);
    assert!(folded < all / 4, "{folded}");
    send(&mut session, &["z"]);
    assert_eq!(seen(&session), all);
    // A search shows what is folded away.
    send(&mut session, &["home", "left", "/", "=giao dich dien tu", "enter"]);
    shows(&mut session, &["Tổng hợp, đề xuất"]);
}

#[test]
fn a_click_takes_in_hand_and_a_second_opens() {
    let mut session = session(Lang::Vi);
    click(&mut session, &Hit::Row(3000));
    assert_eq!(session.app.screen().place().screen, "overview");
    click(&mut session, &Hit::Row(3000));
    assert_eq!(session.app.screen().place().about, "1.004222");
    go(&mut session, Place::about("procedure", "1.001193").tab("sheet"));
    click(&mut session, &Hit::Cell(1, 2));
    send(&mut session, &["=7"]);
    shows(&mut session, &["a2"]);
    send(&mut session, &["esc", "enter"]);
    go(&mut session, Place::of("work"));
    click(&mut session, &Hit::Group(0));
    shows(&mut session, &["▸ Quá hạn 3"]);
    go(&mut session, Place::about("assignment", "hn-2023-07-12-c02"));
    click(&mut session, &Hit::Link(0));
    assert_eq!(session.app.screen().place().tab, "directive");
}

#[test]
fn what_the_solver_is_asked_is_chosen_in_fields_and_kept_for_the_next_question() {
    let mut session = session(Lang::Vi);
    go(&mut session, Place::about("scenario", "planned").tab("solve"));
    send(&mut session, &["f2"]);
    let seen = screen(&mut session, 120, 50);
    for text in ["Thêm một mục tiêu", "phải đạt", "của cơ quan", "Nhiều nhất một trong", "Phương án này"]
    {
        assert!(seen.contains(text), "{text}\n{seen}");
    }
    assert!(!seen.contains("time_saved"), "{seen}");
}

#[test]
fn single_records_are_left_out_of_an_import() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = on_file(folder.path());
    let file = folder.path().join("new.json");
    let regulation = |code: &str| {
        format!(
            r#"{{"code": "{code}", "kind": "report", "name": "Báo cáo thử {code}", "status": "in_force",
                "provenance": "assumption", "source": "thử"}}"#
        )
    };
    std::fs::write(
        &file,
        format!(
            r#"{{"schema_version": 1, "workspace": {{"regulation": [{}, {}]}}}}"#,
            regulation("9.1"),
            regulation("9.2")
        ),
    )
    .unwrap();
    go(&mut session, Place::of("import").at(&file.display().to_string()));
    send(&mut session, &["enter", "f6", "f6"]);
    wait(&mut session);
    let seen = screen(&mut session, 80, 24);
    assert!(seen.contains("9.1") && seen.contains("9.2"), "{seen}");
    let row = |session: &mut Session, code: &str| {
        let grid = session.app.screen_mut().0.grid().unwrap();
        let key =
            grid.seen().find(|key| grid.cell_of(key, "about").unwrap().shown(Lang::Vi) == code).unwrap().to_owned();
        grid.go(&key);
    };
    row(&mut session, "9.1");
    send(&mut session, &["space"]);
    shows(&mut session, &["✗ 9.1", "không lấy"]);
    send(&mut session, &["ctrl-s"]);
    shows(&mut session, &["Không lấy 1 bản ghi"]);
    send(&mut session, &["down", "enter"]);
    wait(&mut session);
    let there = |code: &str| session.workspace.regulation(code).unwrap().is_some();
    assert!(!there("9.1") && there("9.2"));
}

#[test]
fn the_whole_dossier_is_written_beside_the_screen_into_a_new_folder() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = on_file(folder.path());
    let to = folder.path().join("ho-so");
    std::fs::create_dir(&to).unwrap();
    std::fs::write(to.join("a.txt"), "x").unwrap();
    go(&mut session, Place::about("documents", "agency:BTP"));
    let ask = |session: &mut Session, to: &std::path::Path| {
        let effects = session.app.run_named("documents.dossier");
        session.carry_out(effects, None);
        send(session, &["ctrl-u"]);
        session.app.paste(&to.display().to_string());
        send(session, &["ctrl-s"]);
    };
    ask(&mut session, &to);
    shows(&mut session, &["đã có tệp"]);
    send(&mut session, &["esc"]);
    let to = folder.path().join("ho-so-2");
    ask(&mut session, &to);
    assert!(!to.exists(), "the folder appears whole");
    wait(&mut session);
    // Each document in Word and Markdown, and the index.
    let documents = crate::report::templates(Lang::Vi, None).unwrap().len();
    assert_eq!(std::fs::read_dir(&to).unwrap().count(), documents * 2 + 1);
    let said = format!("đã ghi {} tệp", documents * 2 + 1);
    shows(&mut session, &[said.as_str()]);
}

#[test]
fn a_document_that_was_written_is_verified_on_screen_and_told_outdated_after_a_change() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = on_file(folder.path());
    let file = folder.path().join("p.md").display().to_string();
    go(&mut session, Place::of("documents"));
    let write = crate::tui::screens::documents::VERIFY;
    let form = |session: &mut Session, what: &'static str, file: &str| {
        session.carry_out(vec![crate::tui::screen::Effect::Run(what)], None);
        // What stands in the field is offered and can be typed over.
        send(session, &["ctrl-u"]);
        let effects = session.app.paste(file);
        session.carry_out(effects, None);
        send(session, &["ctrl-s"]);
    };
    form(&mut session, crate::tui::command::id::SAVE, &file);
    wait(&mut session);
    assert!(std::path::Path::new(&file).exists());
    form(&mut session, write, &file);
    wait(&mut session);
    shows(&mut session, &["vẫn đúng từng byte"]);
    send(&mut session, &["enter"]);
    let today = session.app.shared.today;
    let none = |_: &crate::store::Reader| Ok(Vec::new());
    let asked =
        crate::desk::NewScenario { code: "kb", name: Some("Thử"), programme: None, note: "", measures: &none };
    crate::desk::Desk::new(&mut session.workspace, change("Minh", NEW_YEAR), today).new_scenario(asked).unwrap();
    // A byte of the file is another.
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replacen('a', "b", 1)).unwrap();
    form(&mut session, write, &file);
    wait(&mut session);
    shows(&mut session, &["dữ liệu đã thay đổi", "Số thay đổi từ đó: 1"]);
}

#[test]
fn a_preview_is_made_beside_the_screen_and_tells_of_the_period_that_is_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = on_file(folder.path());
    go(&mut session, Place::of("documents").tab("progress"));
    shows(&mut session, &["Lập bản xem trước"]);
    wait(&mut session);
    shows(&mut session, &["Kỳ báo cáo", "tháng 10 năm 2026", "BÁO CÁO"]);
    // The third choice; of months, quarters and years the fourth is the quarter before.
    send(&mut session, &["down", "down", "enter", "down", "down", "down", "enter"]);
    wait(&mut session);
    shows(&mut session, &["quý III năm 2026"]);
    let said = session.app.screen().command_line(&session.app.shared).unwrap();
    assert!(said.contains("report progress --scope all --period 2026-Q3 -o tien-do-all-2026-Q3.docx"), "{said}");
    assert_eq!(session.app.screen().place().tab, "progress");
}

/// Heads that no synonym knows: the columns are guessed by what stands in them, shown with what the rows become, and kept as the command keeps them.
#[test]
fn columns_are_told_one_by_one_and_the_mapping_is_kept() {
    use crate::exchange::guide::Guide;
    let folder = tempfile::tempdir().unwrap();
    let mut session = on_file(folder.path());
    let file = folder.path().join("la.csv");
    std::fs::write(&file, "Ký hiệu A;Việc B\n9.100001;Xin phép trồng cây ven hồ lớn\n9.100002;Xin phép đào ao\n")
        .unwrap();
    go(&mut session, Place::of("import").at(&file.display().to_string()));
    send(&mut session, &["enter", "f6"]);
    let effects = session.app.run_named("import.guide");
    session.carry_out(effects, None);
    shows(&mut session, &["Ghép cột của la", "9.100001", "Xin phép trồng cây", "la.mapping.toml"]);
    let kept = folder.path().join("la.mapping.toml");
    // A file of somebody else stays.
    std::fs::write(&kept, "x").unwrap();
    send(&mut session, &["ctrl-s"]);
    shows(&mut session, &["đã có và khác"]);
    assert_eq!(std::fs::read_to_string(&kept).unwrap(), "x");
    std::fs::remove_file(&kept).unwrap();
    send(&mut session, &["ctrl-s"]);
    // What `import --map` writes where every guess is taken.
    let guide = Guide::of(&file).unwrap();
    let guesses: Vec<Option<usize>> = guide.fields.iter().map(|field| field.guess).collect();
    assert_eq!(std::fs::read_to_string(&kept).unwrap(), guide.mapping("la", &guesses).unwrap());
    send(&mut session, &["f6"]);
    wait(&mut session);
    shows(&mut session, &["9.100002"]);
}
