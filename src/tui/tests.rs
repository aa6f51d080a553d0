//! The application without a terminal: keys in, screens out, on a workspace in memory with the shipped catalogue.

mod choosing;
mod desk;
mod journal;
mod laws;
mod loading;
mod overwriting;

use super::app::{Effect, Over, Place};
use super::session::Session;
use super::{Options, screens};
use crate::exchange::catalog;
use crate::store::{ChangeMeta, Workspace};
use crate::text::Lang;
use jiff::Timestamp;
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

fn session(lang: Lang) -> Session {
    session_at(lang, 1_767_225_600)
}

/// A session at a moment, in seconds since 1970.
fn session_at(lang: Lang, second: i64) -> Session {
    let change = ChangeMeta {
        author: "Lan".into(),
        device: "bàn 3".into(),
        command: "tui".into(),
        note: String::new(),
        at: Timestamp::from_second(second).unwrap(),
    };
    let mut workspace = Workspace::in_memory().unwrap();
    workspace.change(&change, |w| w.put_batch(&catalog::shipped().unwrap())).unwrap();
    Session::new(workspace, Options { lang, change, templates: None, kept: Vec::new(), no_color: false }).unwrap()
}

/// Sends keys: names as the table of commands writes them; `=text` types a text.
fn send(session: &mut Session, keys: &[&str]) {
    for name in keys {
        match name.strip_prefix('=') {
            Some(text) => text.chars().for_each(|c| press(session, KeyCode::Char(c), KeyModifiers::NONE)),
            None => {
                let (name, modifiers) = match name.strip_prefix("ctrl-") {
                    Some(rest) => (rest, KeyModifiers::CONTROL),
                    None => (*name, KeyModifiers::NONE),
                };
                press(session, code(name), modifiers);
            }
        }
    }
}

fn code(name: &str) -> KeyCode {
    match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "backtab" => KeyCode::BackTab,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "pagedown" => KeyCode::PageDown,
        "pageup" => KeyCode::PageUp,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "delete" => KeyCode::Delete,
        "insert" => KeyCode::Insert,
        "backspace" => KeyCode::Backspace,
        "space" => KeyCode::Char(' '),
        function if function.len() > 1 => KeyCode::F(function[1..].parse().unwrap()),
        letter => KeyCode::Char(letter.chars().next().unwrap()),
    }
}

fn press(session: &mut Session, code: KeyCode, modifiers: KeyModifiers) {
    for effect in session.app.key(KeyEvent::new(code, modifiers)) {
        if effect != Effect::Suspend {
            session.carry_out(effect, None);
        }
    }
}

fn screen(session: &Session, width: u16, height: u16) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| screens::draw(&session.app, frame)).unwrap();
    let buffer = terminal.backend().buffer();
    let line = |y: u16| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    (0..height).map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_overview_shows_a_gauge_a_target_and_who_is_behind() {
    let mut session = session(Lang::Vi);
    send(&mut session, &["down"]);
    let seen = screen(&session, 80, 24);
    for text in ["Tổng quan", "▶ Cắt giảm chi phí tuân thủ", "Còn thiếu nhiều nhất", "Bộ Công an", "F10 Thoát"]
    {
        assert!(seen.contains(text), "{text} is missing in\n{seen}");
    }
}

#[test]
fn every_way_leads_through_a_day_of_work() {
    let mut session = session(Lang::Vi);
    send(&mut session, &["f6", "/", "=dang ky khai sinh", "enter"]);
    assert!(screen(&session, 80, 24).contains("1.001193 · "));
    send(&mut session, &["tab"]);
    let before = session.app.detail.as_ref().unwrap().figures.as_ref().unwrap().annual;

    send(&mut session, &["right", "right", "enter", "ctrl-u", "=50000"]);
    assert!(screen(&session, 80, 24).contains("(trước: 275.936.155.303)"), "the total follows what is typed");
    send(&mut session, &["enter"]);
    let after = session.app.detail.as_ref().unwrap().figures.as_ref().unwrap().annual;
    // 50.000 đồng more, once a year, for the 1.400.000 of the row.
    assert_eq!(after.minus(before).unwrap(), crate::model::Fraction::whole(50_000 * 1_400_000));
    assert!(screen(&session, 80, 24).contains("50.000 "), "what a person corrected is no assumption");
    send(&mut session, &["f8"]);
    assert_eq!(session.app.detail.as_ref().unwrap().figures.as_ref().unwrap().annual, before);
    send(&mut session, &["f9", "f8"]);
    assert_eq!(session.app.detail.as_ref().unwrap().figures.as_ref().unwrap().annual, before);

    send(&mut session, &["tab"]);
    let measures = session.app.detail.as_ref().unwrap().measures.len();
    send(&mut session, &["a"]);
    let at = session.app.data.kinds.iter().position(|k| k.id == "remove-component").unwrap();
    send(&mut session, &vec!["down"; at]);
    send(&mut session, &["enter", "f12"]);
    assert!(screen(&session, 80, 24).contains("✗"), "a measure without targets is refused");
    send(&mut session, &["=x", "f12"]);
    let detail = session.app.detail.as_ref().unwrap();
    assert_eq!((detail.measures.len(), detail.measures.last().unwrap().targets[0].as_str()), (measures + 1, "c1"));
    assert!(session.app.over.is_none() && session.app.place() == Place::Measures);

    send(&mut session, &["s", "end", "home", "enter", "enter", "enter"]);
    let status = session.app.chosen_measure().unwrap().statuses.len();
    assert_eq!(status, 2, "{}", screen(&session, 80, 24));
    send(&mut session, &["tab"]);
    assert!(screen(&session, 80, 24).contains("Phụ lục I"));
    send(&mut session, &["f7"]);
    assert!(screen(&session, 80, 24).contains("tui measure"));
    send(&mut session, &["f3"]);
    assert!(screen(&session, 80, 24).contains("Journal"));
}

#[test]
fn a_figure_that_is_none_is_refused_and_nothing_is_lost() {
    let mut session = session(Lang::En);
    send(&mut session, &["f6", "/", "=1.001193", "enter", "tab", "enter", "ctrl-u", "=abc", "enter"]);
    let seen = screen(&session, 80, 24);
    assert!(seen.contains("abc") && seen.contains("✗"), "{seen}");
    send(&mut session, &["esc"]);
    assert_eq!(session.app.detail.as_ref().unwrap().sheet[0].minutes.to_string(), "30");
}

#[test]
fn vietnamese_is_typed_as_input_methods_send_it() {
    let mut session = session(Lang::Vi);
    // Telex: a letter, then Backspace and the composed letter; some terminals send Backspace as Ctrl-H.
    send(&mut session, &["f6", "/", "=d", "backspace", "=đa", "ctrl-h", "=ăng"]);
    assert_eq!(session.app.search.value(), "đăng");
    session.app.paste("\u{202e} ky\u{301}\n");
    assert_eq!(session.app.search.value(), "đăngký");
}

#[test]
fn the_palette_finds_commands_in_both_languages_and_says_why_one_is_refused() {
    let mut session = session(Lang::Vi);
    send(&mut session, &["f6", "/", "=1.001193", "enter", "tab", "f2", "=bang so bo"]);
    assert!(screen(&session, 80, 24).contains("đã có bảng tính"));
    send(&mut session, &["esc", "f2", "=english", "enter"]);
    assert_eq!(session.app.lang, Lang::En);
}

#[test]
fn a_form_leaves_no_trace_when_it_is_left() {
    let mut session = session(Lang::Vi);
    send(&mut session, &["f5", "f", "esc", "w", "=zzz", "esc"]);
    assert!(session.app.over.is_none());
    send(&mut session, &["f", "enter"]);
    assert!(screen(&session, 80, 24).contains("đã chốt"));
    assert!(session.app.over.is_none());
}

#[test]
fn a_small_window_says_so() {
    let session = session(Lang::Vi);
    for (width, height) in [(0, 0), (1, 1), (2, 1), (59, 24), (80, 15)] {
        let seen = screen(&session, width, height);
        assert!(!seen.contains("Danh mục"), "{width}×{height}");
    }
    assert!(screen(&session, 59, 24).contains("Cửa sổ quá nhỏ"));
}

fn any_key() -> impl Strategy<Value = (KeyCode, KeyModifiers)> {
    let names = prop::sample::select(vec![
        "enter",
        "esc",
        "tab",
        "backtab",
        "up",
        "down",
        "left",
        "right",
        "pagedown",
        "pageup",
        "home",
        "end",
        "insert",
        "backspace",
        "f1",
        "f2",
        "f3",
        "f4",
        "f5",
        "f6",
        "f7",
        "f8",
        "f9",
        "f11",
        "f12",
    ]);
    prop_oneof![
        4 => names.prop_map(|name| (code(name), KeyModifiers::NONE)),
        3 => prop::char::any().prop_map(|c| (KeyCode::Char(c), KeyModifiers::NONE)),
        3 => prop::sample::select("aesgpwdvzt/?:xu19đ ".chars().collect::<Vec<_>>())
            .prop_map(|c| (KeyCode::Char(c), KeyModifiers::NONE)),
        1 => prop::sample::select("ahpuw".chars().collect::<Vec<_>>())
            .prop_map(|c| (KeyCode::Char(c), KeyModifiers::CONTROL)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn no_keys_on_no_size_bring_it_down(keys in prop::collection::vec(any_key(), 1..60), size in (0_u16..120, 0_u16..40)) {
        let mut session = laws::with_law(Lang::Vi, size);
        send(&mut session, if size.0 % 2 == 0 { &["f6", "enter"] } else { &["f11", "enter"] });
        for (code, modifiers) in keys {
            // Documents are not written anywhere by chance.
            if matches!(&session.app.over, Some(Over::Form(form)) if matches!(form.purpose, super::form::Purpose::Write(_))) {
                send(&mut session, &["esc"]);
            }
            press(&mut session, code, modifiers);
            screen(&session, size.0, size.1);
        }
        screen(&session, 80, 24);
    }
}

#[test]
fn no_stored_value_keeps_a_screen_shut() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bad.db");
    let change = session(Lang::Vi).who("init");
    let mut workspace = Workspace::create(&path).unwrap();
    workspace.change(&change, |w| w.put_batch(&catalog::shipped().unwrap())).unwrap();
    let options =
        || Options { lang: Lang::Vi, change: change.clone(), templates: None, no_color: false, kept: Vec::new() };
    // A session is at work while another program spoils the file.
    let mut other = Session::new(Workspace::open(&path).unwrap(), options()).unwrap();
    drop(workspace);
    crate::store::spoil(
        &path,
        "UPDATE activity SET population = 9223372036854775807 WHERE regulation = '1.004222' AND id = 'a1';
         UPDATE activity SET minutes = 'x/y' WHERE regulation = '1.001193' AND id = 'a2';
         UPDATE measure_status SET status = 'weird' WHERE measure = '1.004222-m1';
         UPDATE parameter SET \"from\" = '30/4/2026' WHERE id = 'hours.week';
         UPDATE linked_service SET members = '[1,2]' WHERE code = 'lien-thong-khai-sinh';
         UPDATE directive SET date = 'soon'; UPDATE agency SET kind = 'guild' WHERE code = 'BTP';",
    );
    assert!(other.look_or_complain(), "the other session sees the change and goes on");
    let mut fresh = Session::new(Workspace::open(&path).unwrap(), options()).unwrap();
    assert!(screen(&fresh, 120, 40).contains("không tính được"), "{}", screen(&fresh, 120, 40));
    for session in [&mut other, &mut fresh] {
        for regulation in ["1.001193", "1.004222", "1.000656"] {
            session.carry_out(Effect::Load(regulation.to_owned()), None);
            for place in Place::ALL {
                session.app.go(*place);
                screen(session, 100, 30);
            }
        }
    }
}
