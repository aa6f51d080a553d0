//! Every screen as it is seen: its text in both languages, and its styles once a theme. A change is looked at, then taken over with
//! `INSTA_UPDATE=always cargo test --lib tui::tests::shots`.

use super::every_screen::places;
use super::{NEW_YEAR, change, go, screen, send, session};
use crate::model::{Batch, InstrumentVersion, VersionKind};
use crate::text::Lang;
use crate::tui::chrome;
use crate::tui::place::Place;
use crate::tui::session::Session;
use crate::tui::theme::Look;
use crate::tui::world::Touch;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::Style;
use std::fmt::Write;

/// What is seen, without the time of day, which depends on where one is.
fn seen(session: &mut Session) -> String {
    let text = screen(session, 80, 24);
    let bytes = text.as_bytes();
    let clock = |at: usize| {
        let digits = |range: std::ops::Range<usize>| bytes.get(range).is_some_and(|b| b.iter().all(u8::is_ascii_digit));
        bytes.get(at + 2) == Some(&b':') && digits(at..at + 2) && digits(at + 3..at + 5)
    };
    let mut out = String::new();
    let mut skip = 0;
    for (at, letter) in text.char_indices() {
        match (skip, clock(at)) {
            (0, true) => {
                out.push_str("--:--");
                skip = 4;
            }
            (0, false) => out.push(letter),
            _ => skip -= 1,
        }
    }
    out
}

/// A text of two Điều that refer to each other, put together here.
const TEXT: &str = "Điều 1. Nộp hồ sơ\n1. Người yêu cầu nộp hồ sơ theo khoản 2 Điều 2 Luật này.\n2. Hồ sơ gồm: a) Tờ khai;\nb) Giấy tờ tùy thân.\n\
                    Điều 2. Giải quyết\n1. Nơi tiếp nhận kiểm tra hồ sơ tại Điều 1.\n2. Thời hạn giải quyết là 05 ngày làm việc.\n";

/// All screens one after the other, each under its place.
fn all(lang: Lang) -> String {
    let mut session = session(lang);
    let version = |name: &str, kind, text: &str| InstrumentVersion {
        instrument: "60/2014/QH13".into(),
        name: name.into(),
        kind,
        from: None,
        source: String::new(),
        text: text.into(),
    };
    let versions = vec![
        version("original", VersionKind::Original, TEXT),
        version("consolidated", VersionKind::Consolidated, &TEXT.replace("05 ngày", "03 ngày")),
    ];
    let batch = Batch { instrument_versions: versions, ..Batch::default() };
    session.workspace.change(&change("Lan", NEW_YEAR), |w| w.put_batch(&batch)).unwrap();
    session.reload(&Touch::Everything).unwrap();
    let mut out = String::new();
    let of_law = ["references", "compare", "versions", "draft"];
    let of_law = of_law.map(|tab| Place::about("law", "60/2014/QH13").tab(tab).at("Điều 2"));
    let of_scenario = ["steps", "solve", "chances"].map(|tab| Place::about("scenario", "planned").tab(tab));
    for place in places().into_iter().chain(of_law).chain(of_scenario) {
        writeln!(out, "== {} {} {}", place.screen, place.about, place.tab).unwrap();
        go(&mut session, place);
        writeln!(out, "{}\n", seen(&mut session)).unwrap();
    }
    out
}

#[test]
fn every_screen_in_vietnamese() {
    insta::assert_snapshot!(all(Lang::Vi));
}

#[test]
fn every_screen_in_english() {
    insta::assert_snapshot!(all(Lang::En));
}

/// What stands in another style than plain text, a piece a line.
fn styled(session: &mut Session) -> String {
    let (width, height) = (80, 24);
    session.app.shared.size = (width, height);
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| chrome::draw(&session.app, frame)).unwrap();
    let buffer = terminal.backend().buffer();
    let style_of = |style: Style| {
        let colour = style.fg.filter(|fg| *fg != ratatui::style::Color::Reset).map(|fg| format!("{fg} "));
        format!("{}{:?}", colour.unwrap_or_default(), style.add_modifier)
    };
    let plain = style_of(Style::new());
    let mut out = String::new();
    for y in 0..height {
        let mut pieces: Vec<(String, String)> = Vec::new();
        for x in 0..width {
            let cell = &buffer[(x, y)];
            let style = style_of(cell.style());
            match pieces.last_mut().filter(|(last, _)| *last == style) {
                Some((_, text)) => text.push_str(cell.symbol()),
                None => pieces.push((style, cell.symbol().to_owned())),
            }
        }
        for (style, text) in pieces.iter().filter(|(style, text)| *style != plain && !text.trim().is_empty()) {
            writeln!(out, "{y:>2} {style}: {}", text.trim_end()).unwrap();
        }
    }
    out
}

#[test]
fn the_roles_of_colours_in_every_theme() {
    let mut out = String::new();
    for look in [Look::Dark, Look::Light, Look::Contrast, Look::Mono] {
        let mut session = session(Lang::Vi);
        session.app.shared.theme.look = look;
        let ways: [(&str, Place, &[&str]); 4] = [
            ("overview", Place::of("overview"), &[]),
            ("a list, searched, one row marked", Place::of("catalogue"), &["/", "=dang ky", "enter", "space"]),
            ("a sheet, one cell typed", Place::about("procedure", "1.001193").tab("sheet"), &["right", "=7"]),
            ("a question", Place::of("documents"), &["f4"]),
        ];
        for (name, place, keys) in ways {
            writeln!(out, "== {} · {name}", look.name()).unwrap();
            go(&mut session, place);
            send(&mut session, keys);
            writeln!(out, "{}", styled(&mut session)).unwrap();
            send(&mut session, &["esc", "esc"]);
        }
    }
    insta::assert_snapshot!(out);
}
