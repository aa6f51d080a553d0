//! What the benchmarks draw; no part of the application.

use super::app::{App, Place};
use super::data::{Data, Line};
use super::screens;
use super::theme::Theme;
use crate::model::{Fraction, RegulationKind};
use crate::text::{Lang, fold};
use jiff::civil::date;
use ratatui::Frame;

/// The catalogue with this many rows; draws one frame a call, the cursor a row further each time, from the middle on.
pub fn catalogue(rows: usize) -> impl FnMut(&mut Frame<'_>) {
    let mut app = App::new(Lang::Vi, Theme::new(false), date(2026, 1, 1));
    app.loaded(Data { lines: (0..rows).map(line).collect(), ..Data::default() });
    app.go(Place::Catalogue);
    app.line = rows / 2;
    move |frame| {
        app.line = (app.line + 1) % rows.max(1);
        screens::draw(&app, frame);
    }
}

fn line(n: usize) -> Line {
    let (code, name) = (format!("1.{n:06}"), format!("Thủ tục đăng ký, cấp giấy chứng nhận số {n}"));
    Line {
        folded: fold(&format!("{code} {name}")),
        annual: i64::try_from(n).ok().map(Fraction::whole),
        repealed: n.is_multiple_of(50),
        code,
        name,
        agency: "BTP".to_owned(),
        kind: RegulationKind::Procedure,
        measures: n % 3,
    }
}
