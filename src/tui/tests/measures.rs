//! The form of a measure: the provision is chosen from the text of the instrument.

use super::{NEW_YEAR, change, go, screen, send, session, shows};
use crate::model::{Batch, InstrumentVersion, TargetKind, VersionKind};
use crate::text::Lang;
use crate::tui::place::Place;
use crate::tui::screen::Effect;
use crate::tui::session::Session;

/// A session in which the instrument on which 1.001193 rests has a text of our own.
fn with_text() -> Session {
    let mut session = session(Lang::Vi);
    let version = InstrumentVersion {
        instrument: "60/2014/QH13".into(),
        name: "ban-hanh".into(),
        kind: VersionKind::Original,
        from: None,
        text:
            "Điều 1. Phạm vi\nLuật này quy định việc thử.\nĐiều 16. Hồ sơ\n1. Nộp bản sao giấy khai.\n2. Nộp lệ phí.\n"
                .into(),
        source: "thử".into(),
    };
    let batch = Batch { instrument_versions: vec![version], ..Batch::default() };
    session.workspace.change(&change("Lan", NEW_YEAR + 1), |w| w.put_batch(&batch)).unwrap();
    session.reload(&crate::tui::world::Touch::Everything).unwrap();
    session
}

/// The form of a measure on the screen, with the instrument in it.
fn form(session: &mut Session, instrument: &str) {
    let place = Place::about("procedure", "1.001193").tab("measures").at("1.001193-m1");
    go(session, place);
    send(session, &["f2"]);
    session.carry_out(vec![Effect::Pick("instrument".to_owned(), instrument.to_owned())], None);
}

#[test]
fn a_provision_is_chosen_from_the_text_and_brings_how_it_reads() {
    let mut session = with_text();
    form(&mut session, "60/2014/QH13");
    // What the measure said of another instrument is not in this one.
    shows(&mut session, &["Không tìm thấy khoản 2 Điều 2 trong văn bản 60/2014/QH13"]);
    send(&mut session, &["tab", "tab", "tab", "tab", "tab", "tab", "enter"]);
    shows(&mut session, &["Điều 1", "khoản 1 Điều 16", "1. Nộp bản sao giấy khai."]);
    send(&mut session, &["=ban sao"]);
    let seen = screen(&mut session, 80, 24);
    assert!(seen.contains("khoản 1 Điều 16") && !seen.contains("khoản 2 Điều 16"), "{seen}");
    send(&mut session, &["down", "enter"]);
    shows(&mut session, &["▶Quy định hiện hành      1. Nộp bản sao giấy khai."]);
    assert!(!screen(&mut session, 80, 24).contains("Không tìm thấy"));
    // Another provision brings its own text; what was typed there stays.
    session.carry_out(vec![Effect::Pick("provision".to_owned(), "khoản 2 Điều 16".to_owned())], None);
    shows(&mut session, &["2. Nộp lệ phí."]);
    send(&mut session, &["= Thêm.", "backtab"]);
    session.carry_out(vec![Effect::Pick("provision".to_owned(), "khoản 1 Điều 16".to_owned())], None);
    shows(&mut session, &["2. Nộp lệ phí. Thêm."]);
}

#[test]
fn what_no_text_holds_can_be_typed_and_is_said() {
    let mut session = with_text();
    form(&mut session, "60/2014/QH13");
    send(&mut session, &["tab", "tab", "tab", "tab", "tab", "tab", "enter", "=Phụ lục 9"]);
    shows(&mut session, &["Phụ lục 9", "không có trong văn bản"]);
    send(&mut session, &["esc"]);
    session.carry_out(vec![Effect::Pick("instrument".to_owned(), "123/2015/NĐ-CP".to_owned())], None);
    send(&mut session, &["enter", "=Điều 4"]);
    shows(&mut session, &["Điều 4", "chưa có văn bản để đối chiếu"]);
}

#[test]
fn the_kinds_of_measures_say_for_what_they_are() {
    let mut session = session(Lang::Vi);
    go(&mut session, Place::about("procedure", "1.001193").tab("measures"));
    send(&mut session, &["ctrl-n"]);
    shows(&mut session, &["Loại phương án cho 1.001193 Đăng ký khai sinh"]);
    let kinds = &session.app.shared.world.kinds;
    let aimed = kinds.iter().filter(|kind| kind.targets != TargetKind::None).count();
    let two = vec!["1.001193".to_owned(), "1.004222".to_owned()];
    let effect = crate::tui::screens::procedure::measure_on_marked(two, &session.app.shared);
    session.carry_out(vec![effect], None);
    shows(&mut session, &["Loại phương án cho 2 quy định", &format!("{aimed} loại chọn giấy tờ hay hoạt động")]);
}
