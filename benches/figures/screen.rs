//! One frame of the catalogue, against a ratatui `Table` that is given every row, every frame.

use super::race::{Figure, race};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Constraint;
use ratatui::widgets::{Row, Table, TableState};
use tinhgon::tui::measure::catalogue;

const ROWS: usize = 100_000;
const WINDOW: (u16, u16) = (120, 40);

/// How many frames tinhgon draws in one measured turn, since one alone is too short for the clock.
const FRAMES: u32 = 200;

pub fn measure() -> Figure {
    let window = || Terminal::new(TestBackend::new(WINDOW.0, WINDOW.1)).expect("a window in memory");
    let (mut own, mut other) = (window(), window());
    let mut frame_of = catalogue(ROWS);
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
    Figure { tinhgon: figure.tinhgon / FRAMES, ..figure }
}
