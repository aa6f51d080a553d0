//! One frame of the catalogue, against a ratatui `Table` that is given every row, every frame; one of the text of an instrument, against
//! a ratatui `Paragraph` that wraps the whole text, every frame; and opening that text, against laying all of it out once. A figure typed
//! into a cell, stored and shown, against storing it in a bare table by SQL and summing all sheets again, as a form over a database would.

use super::generate::{self, PROCEDURES};
use super::race::{Figure, race};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Constraint;
use ratatui::widgets::{Paragraph, Row, Table, TableState, Wrap};
use rusqlite::Connection;
use std::path::Path;
use tinhgon::store::Workspace;
use tinhgon::tui::measure::{catalogue, law, screens, sheet};

const ROWS: usize = 100_000;
const WINDOW: (u16, u16) = (120, 40);

/// How many frames tinhgon draws in one measured turn, since one alone is too short for the clock.
const FRAMES: u32 = 200;

pub fn measure(folder: &Path) -> Vec<Figure> {
    let window = || Terminal::new(TestBackend::new(WINDOW.0, WINDOW.1)).expect("a window in memory");
    let (mut own, mut other) = (window(), window());
    let mut frame_of = catalogue(ROWS).expect("a catalogue in memory");
    let rows: Vec<[String; 6]> = (0..ROWS)
        .map(|n| {
            [format!("1.{n:06}"), "Đăng ký khai sinh".into(), "BTP".into(), "TTHC".into(), "1.000 đ".into(), "1".into()]
        })
        .collect();
    let mut state = TableState::new().with_selected(ROWS / 2);
    let figure = race(
        format!("a frame of the catalogue, {ROWS} rows, {}×{}", WINDOW.0, WINDOW.1),
        ("`Table` of all rows", "≤ 1 ms"),
        7,
        || {
            for _ in 0..FRAMES {
                own.draw(&mut frame_of).expect("draws");
            }
        },
        || {
            other
                .draw(|frame| {
                    let widths = [11, 40, 28, 10, 18, 4].map(Constraint::Length);
                    let table = Table::new(rows.iter().map(|row| Row::new(row.iter().map(String::as_str))), widths);
                    state.select_next();
                    frame.render_stateful_widget(table, frame.area(), &mut state);
                })
                .expect("draws");
        },
    );
    let mut figures = vec![Figure { tinhgon: figure.tinhgon / FRAMES, ..figure }, text(), opening(), typed(folder)];
    figures.extend(each(folder));
    figures
}

/// A frame of every screen, against the text of that frame drawn as it is.
fn each(folder: &Path) -> Vec<Figure> {
    let workspace = generate::workspace(&folder.join("each.db"));
    let mut all = screens(workspace, "1.001193", "60/2014/QH13", "hn-2023-07-12-c02").expect("opens");
    let window = || Terminal::new(TestBackend::new(WINDOW.0, WINDOW.1)).expect("a window in memory");
    let mut figures = Vec::new();
    while let Some(name) = all.turn() {
        let (mut own, mut other) = (window(), window());
        own.draw(|frame| all.frame(frame)).expect("draws");
        let buffer = own.backend().buffer();
        let row = |y: u16| (0..WINDOW.0).map(|x| buffer[(x, y)].symbol()).collect::<String>() + "\n";
        let text: String = (0..WINDOW.1).map(row).collect();
        let figure = race(
            format!("a frame of: {name}, {PROCEDURES} procedures"),
            ("its text as a `Paragraph`", "≤ 1 ms"),
            5,
            || {
                for _ in 0..FRAMES {
                    own.draw(|frame| all.frame(frame)).expect("draws");
                }
            },
            || {
                for _ in 0..FRAMES {
                    other
                        .draw(|frame| frame.render_widget(Paragraph::new(text.as_str()), frame.area()))
                        .expect("draws");
                }
            },
        );
        figures.push(Figure { tinhgon: figure.tinhgon / FRAMES, alternative: figure.alternative / FRAMES, ..figure });
    }
    figures
}

/// How many Điều of five lines make an instrument of 10.000 lines.
const ARTICLES: usize = 2_000;

fn long_text() -> String {
    let line = "2. Thời hạn giải quyết là năm ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, trừ trường hợp phải xác minh theo quy định.\n";
    line.repeat(ARTICLES * 5)
}

fn text() -> Figure {
    let window = || Terminal::new(TestBackend::new(WINDOW.0, WINDOW.1)).expect("a window in memory");
    let (mut own, mut other) = (window(), window());
    let mut frame_of = law(ARTICLES, WINDOW).expect("an instrument in memory");
    let whole = long_text();
    let lines = u16::try_from(ARTICLES * 5).unwrap_or(u16::MAX);
    let figure = race(
        format!("a frame of a law, {lines} lines, {}×{}", WINDOW.0, WINDOW.1),
        ("`Paragraph` of all lines", "≤ 1 ms"),
        7,
        || {
            for _ in 0..FRAMES {
                own.draw(&mut frame_of).expect("draws");
            }
        },
        || {
            other
                .draw(|frame| {
                    let text = Paragraph::new(whole.as_str()).wrap(Wrap { trim: false }).scroll((lines, 0));
                    frame.render_widget(text, frame.area());
                })
                .expect("draws");
        },
    );
    Figure { tinhgon: figure.tinhgon / FRAMES, ..figure }
}

/// A figure changed on the screen, with all sheets there are.
fn typed(folder: &Path) -> Figure {
    let path = folder.join("typed.db");
    drop(generate::workspace(&path));
    let bare = Connection::open(folder.join("bare.db")).expect("a bare file");
    let copy = format!(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ATTACH '{}' AS full;
         CREATE TABLE activity AS SELECT * FROM full.activity; CREATE INDEX by_code ON activity (regulation, id); DETACH full;",
        path.display()
    );
    bare.execute_batch(&copy).expect("copies");
    let regulation: String = bare
        .query_row("SELECT regulation FROM activity WHERE regulation > '7.005' LIMIT 1", [], |row| row.get(0))
        .expect("a sheet");
    let mut own = Terminal::new(TestBackend::new(WINDOW.0, WINDOW.1)).expect("a window in memory");
    let mut frame_of = sheet(Workspace::open(&path).expect("opens"), &regulation).expect("opens the sheet");
    let mut minutes = 0;
    race(
        format!("a figure typed to the frame that shows it, {PROCEDURES} procedures"),
        ("`UPDATE` in a bare table, one SQL `sum(…)`", "< 16 ms"),
        15,
        || _ = own.draw(&mut frame_of).expect("draws"),
        || {
            minutes += 1;
            let sql = "UPDATE activity SET minutes = ?1 WHERE regulation = ?2 AND id = 'a1'";
            bare.execute(sql, (minutes.to_string(), &regulation)).expect("updates");
            let sum = "SELECT sum((minutes * 48000 / 60 + outsourcing + charges) * times * population) FROM activity";
            std::hint::black_box(bare.query_row(sum, [], |row| row.get::<_, f64>(0)).expect("sums"));
        },
    )
}

fn opening() -> Figure {
    let whole = long_text();
    let lines = u16::try_from(ARTICLES * 5).unwrap_or(u16::MAX);
    let mut other = Terminal::new(TestBackend::new(WINDOW.0, WINDOW.1)).expect("a window in memory");
    race(
        format!("opening a law of {} lines", ARTICLES * 5),
        ("`Paragraph` at its end", "≤ 200 ms"),
        5,
        || {
            drop(std::hint::black_box(law(ARTICLES, WINDOW).expect("an instrument in memory")));
        },
        || {
            other
                .draw(|frame| {
                    let text = Paragraph::new(whole.as_str()).wrap(Wrap { trim: false }).scroll((lines, 0));
                    frame.render_widget(text, frame.area());
                })
                .expect("draws");
        },
    )
}
