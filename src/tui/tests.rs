//! The application without a terminal: keys in, screens out, on a workspace in memory with the shipped catalogue.

mod beside;
mod catalogue;
mod choosing;
mod every_screen;
mod exchange;
mod law_answers;
mod measures;
mod sheet;
mod shots;
mod tasks;
mod work_kept;

use super::chrome;
use super::place::Place;
use super::screen::Effect;
use super::session::Session;
use super::theme::Look;
use super::{Options, screens};
use crate::exchange::catalog;
use crate::store::{ChangeMeta, Workspace};
use crate::text::Lang;
use crate::words::Message;
use jiff::Timestamp;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::collections::BTreeMap;

fn change(author: &str, second: i64) -> ChangeMeta {
    ChangeMeta {
        author: author.into(),
        device: "bàn 3".into(),
        command: "tui".into(),
        note: String::new(),
        at: Timestamp::from_second(second).unwrap(),
    }
}

fn options(lang: Lang, change: ChangeMeta) -> Options {
    Options {
        lang,
        lang_given: true,
        change,
        templates: None,
        kept: Vec::new(),
        no_color: false,
        look: Look::Dark,
        ascii: false,
        mouse: false,
        keys: BTreeMap::new(),
        file: String::new(),
        named_file: false,
    }
}

/// The first second of 2026.
const NEW_YEAR: i64 = 1_767_225_600;

/// The shipped catalogue with programmes that cover everything: its procedures are those of people, of which programmes of business measure none.
fn shipped() -> crate::model::Batch {
    let mut batch = catalog::shipped().unwrap();
    batch.programmes.iter_mut().for_each(|programme| programme.scope = crate::model::Scope::default());
    batch
}

fn session(lang: Lang) -> Session {
    let change = change("Lan", NEW_YEAR);
    let mut workspace = Workspace::in_memory().unwrap();
    workspace.change(&change, |w| w.put_batch(&shipped())).unwrap();
    Session::new(workspace, options(lang, change)).unwrap()
}

/// Sends keys: names as the table of commands writes them; `=text` types a text.
fn send(session: &mut Session, keys: &[&str]) {
    for name in keys {
        match name.strip_prefix('=') {
            Some(text) => text.chars().for_each(|c| press(session, KeyCode::Char(c), KeyModifiers::NONE)),
            None => {
                let (name, modifiers) = match (name.strip_prefix("ctrl-"), name.strip_prefix("shift-")) {
                    (Some(rest), _) => (rest, KeyModifiers::CONTROL),
                    (_, Some(rest)) => (rest, KeyModifiers::SHIFT),
                    _ => (*name, KeyModifiers::NONE),
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
    let effects = session.app.key(KeyEvent::new(code, modifiers));
    // Nothing here has a terminal to suspend, or a program to open a file with.
    let effects = effects.into_iter().filter(|e| !matches!(e, Effect::Suspend | Effect::Launch(_) | Effect::Quit));
    session.carry_out(effects.collect(), None);
}

/// Goes to a place.
fn go(session: &mut Session, place: Place) {
    session.carry_out(vec![Effect::Open(place)], None);
}

fn screen(session: &mut Session, width: u16, height: u16) -> String {
    session.app.shared.size = (width, height);
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| chrome::draw(&session.app, frame)).unwrap();
    let buffer = terminal.backend().buffer();
    let line = |y: u16| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    (0..height).map(line).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn shows(session: &mut Session, texts: &[&str]) {
    let seen = screen(session, 80, 24);
    for text in texts {
        assert!(seen.contains(text), "{text} is missing in\n{seen}");
    }
}

#[test]
fn the_overview_shows_a_gauge_a_target_who_is_behind_and_what_is_late() {
    let mut session = session(Lang::Vi);
    shows(&mut session, &["[Tổng quan]", "Còn thiếu nhiều nhất", "Bộ Công an", "Gánh nặng lớn nhất", "F1 Trợ giúp"]);
}

#[test]
fn a_cost_that_waits_for_counts_is_unknown_and_not_nothing_to_cut() {
    let mut batch = shipped();
    batch.populations.clear();
    for row in batch.sheets.iter_mut().flat_map(|sheet| &mut sheet.activities) {
        (row.population, row.among) = (None, None);
    }
    let who = change("Lan", NEW_YEAR);
    let mut workspace = Workspace::in_memory().unwrap();
    workspace.change(&who, |w| w.put_batch(&batch)).unwrap();
    let mut session = Session::new(workspace, options(Lang::Vi, who)).unwrap();
    go(&mut session, Place::of("overview"));
    shows(&mut session, &["chờ số đối tượng "]);
    send(&mut session, &["down"]);
    shows(&mut session, &["Chưa tính được: 6 bảng tính trong phạm vi chương trình"]);
}

#[test]
fn every_line_of_the_overview_opens_something() {
    let mut session = session(Lang::Vi);
    for _ in 0..20 {
        send(&mut session, &["enter"]);
        assert!(session.app.trail.len() > 1, "{}", screen(&mut session, 80, 24));
        send(&mut session, &["esc", "down"]);
    }
    assert_eq!(session.app.trail.len(), 1);
}

#[test]
fn the_way_back_leads_where_one_was() {
    let mut session = session(Lang::Vi);
    send(&mut session, &["f5", "=danh", "enter", "/", "=khai sinh", "enter", "enter"]);
    assert_eq!(session.app.screen().place().about, "1.001193");
    send(&mut session, &["esc"]);
    shows(&mut session, &["[Danh mục]", "tìm “khai sinh”"]);
    // The words of the search go first, then the screen.
    send(&mut session, &["esc"]);
    assert_eq!(session.app.screen().place().screen, "catalogue");
    send(&mut session, &["esc"]);
    assert_eq!(session.app.screen().place().screen, "overview");
    send(&mut session, &["esc"]);
    shows(&mut session, &["Thoát tinhgon?", "▶ Ở lại"]);
}

#[test]
fn an_unknown_key_is_told_once_and_digits_do_not_navigate() {
    let mut session = session(Lang::Vi);
    let before = session.app.screen().place();
    send(&mut session, &["2"]);
    shows(&mut session, &["chưa có việc ở đây"]);
    session.app.status.clear();
    send(&mut session, &["5", "u", "q", "a"]);
    assert!(session.app.status.now().is_none());
    assert_eq!(session.app.screen().place(), before);
    assert_eq!(session.workspace.history(&Default::default()).unwrap().len(), 1, "nothing was changed");
}

#[test]
fn the_palette_finds_commands_and_records_without_marks_and_in_english() {
    let mut session = session(Lang::Vi);
    send(&mut session, &["ctrl-p", "=birth"]);
    shows(&mut session, &["1.001193 Đăng ký khai sinh"]);
    send(&mut session, &["esc", ":", "=hoan tac"]);
    shows(&mut session, &["▶ Hoàn tác", "F8"]);
    send(&mut session, &["esc", "ctrl-p", "=tieng viet", "enter"]);
    assert_eq!(session.app.shared.lang, Lang::En);
    shows(&mut session, &["[Overview]", "F1 Help"]);
}

#[test]
fn all_commands_have_their_reasons_in_the_menu() {
    let mut session = session(Lang::Vi);
    go(&mut session, Place::about("procedure", "1.001193").tab("sheet"));
    send(&mut session, &["f4", "=bang so bo"]);
    shows(&mut session, &["Việc với 1.001193", "đã có bảng tính"]);
    send(&mut session, &["enter"]);
    shows(&mut session, &["Lập bảng tính sơ bộ…: đã có bảng tính"]);
}

#[test]
fn a_small_window_says_how_large_it_must_be() {
    let mut session = session(Lang::Vi);
    for size in [(0, 0), (1, 1), (2, 1), (39, 24), (80, 11)] {
        let seen = screen(&mut session, size.0, size.1);
        assert!(!seen.contains("Danh mục"), "{size:?}");
    }
    assert!(screen(&mut session, 39, 24).contains("Cửa sổ quá nhỏ"));
}

#[test]
fn what_is_remembered_is_there_at_the_next_start() {
    let mut session = session(Lang::Vi);
    send(&mut session, &["f5", "=danh", "enter", "/", "=khai sinh", "enter", "enter", "f6"]);
    send(&mut session, &["ctrl-p", "=english", "enter"]);
    session.remember_the_way();
    let Session { workspace, .. } = session;
    let options = Options { lang_given: false, ..options(Lang::Vi, change("Lan", NEW_YEAR)) };
    let mut again = Session::new(workspace, options).unwrap();
    let place = again.app.screen().place();
    assert_eq!((place.screen.as_str(), place.about.as_str(), place.tab.as_str()), ("procedure", "1.001193", "sheet"));
    shows(&mut again, &["[Cost sheet]"]);
    send(&mut again, &["esc"]);
    assert_eq!(again.app.screen().place().screen, "catalogue");
}

#[test]
fn every_screen_names_itself_and_its_commands() {
    for entry in screens::ENTRIES {
        assert!(screens::ENTRIES.iter().any(|other| other.name == entry.under && other.listed), "{}", entry.name);
        let ids: Vec<&str> = entry.commands.iter().map(|command| command.id).collect();
        assert!(ids.iter().all(|id| id.contains('.')), "{ids:?}: what one screen alone can do has its name");
    }
}

#[test]
fn every_command_is_reachable_in_both_languages_and_none_that_changes_data_hangs_on_a_letter() {
    let all = || screens::ENTRIES.iter().flat_map(|entry| entry.commands).chain(crate::tui::command::COMMON);
    for command in all() {
        let (vi, en) = (command.name.text(Lang::Vi), command.name.text(Lang::En));
        assert!(!vi.is_empty() && !en.is_empty() && vi != en, "{}", command.id);
        let bare = |key: &&str| key.chars().count() == 1;
        assert!(!command.changes() || !command.keys.iter().any(bare), "{}: {:?}", command.id, command.keys);
    }
    // What a screen alone can do stands in F4, by its name in either language; what all can do, on the first.
    for lang in [Lang::Vi, Lang::En] {
        let mut session = session(lang);
        for place in every_screen::places() {
            go(&mut session, place.clone());
            let everywhere = place.screen == "catalogue";
            let own = |one: &super::layers::menus::Here| everywhere || one.command.id.contains('.');
            let moves = |one: &super::layers::menus::Here| one.command.group == super::command::Group::Move;
            let here = session.app.here();
            for one in here.iter().filter(|one| own(one) && !moves(one)) {
                send(&mut session, &["f4", &format!("={}", one.name)]);
                let seen = screen(&mut session, 120, 40);
                let found = one.name.trim_end_matches('…');
                assert!(seen.contains(found), "{} on {place:?}\n{seen}", one.command.id);
                send(&mut session, &["esc"]);
            }
        }
    }
}

/// The page of all commands and keys, from the tables that the program uses.
fn page_of_keys() -> String {
    let mut page = "# Commands and keys of the screens\n\nMade from the tables of commands; a test holds it to them (`KEYS_PAGE=write cargo test --lib tui` writes it anew).\n\
        Commands without a key are found in F4 and in the palette (Ctrl-P). Keys are changed by name in `config.toml`.\n"
        .to_owned();
    let table = |title: &str, commands: &[crate::tui::command::Command]| {
        let mut text = format!("\n## {title}\n\n| name | Vietnamese | English | keys |\n| --- | --- | --- | --- |\n");
        for command in commands {
            let keys: Vec<String> =
                command.keys.iter().map(|key| format!("`{}`", crate::tui::keymap::shown(key))).collect();
            let (vi, en) = (command.name.text(Lang::Vi), command.name.text(Lang::En));
            text += &format!("| `{}` | {vi} | {en} | {} |\n", command.id, keys.join(" "));
        }
        text
    };
    page += &table("On all screens", crate::tui::command::COMMON);
    for entry in screens::ENTRIES.iter().filter(|entry| !entry.commands.is_empty()) {
        page += &table(&format!("{} · {}", entry.title.text(Lang::Vi), entry.title.text(Lang::En)), entry.commands);
    }
    page
}

#[test]
fn the_page_of_keys_says_what_the_tables_say() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/keys.md");
    if std::env::var_os("KEYS_PAGE").is_some() {
        std::fs::write(path, page_of_keys()).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        written == page_of_keys(),
        "docs/keys.md is not what the tables say; write it anew: KEYS_PAGE=write cargo test --lib tui"
    );
}
