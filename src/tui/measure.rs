//! What the benchmarks draw; no part of the application.

use super::Options;
use super::app::{App, Effect, Place};
use super::command::Do;
use super::data::{Data, Line};
use super::law::Reading;
use super::screens;
use super::session::Session;
use super::theme::Theme;
use crate::model::{Fraction, Instrument, InstrumentVersion, Provenance, RegulationKind, VersionKind};
use crate::store::{ChangeMeta, Workspace};
use crate::text::{Lang, fold};
use crate::words::Result;
use jiff::Timestamp;
use jiff::civil::date;
use ratatui::Frame;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

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

/// The sheet of a regulation, in a session on a workspace; types another figure into a cell and draws the frame that shows it, a call.
///
/// # Errors
/// The workspace cannot be read.
pub fn sheet(workspace: Workspace, regulation: &str) -> Result<impl FnMut(&mut Frame<'_>)> {
    let change = ChangeMeta {
        author: "bench".to_owned(),
        device: String::new(),
        command: "tui".to_owned(),
        note: String::new(),
        at: Timestamp::UNIX_EPOCH,
    };
    let options = Options { lang: Lang::Vi, change, templates: None, kept: Vec::new(), no_color: false };
    let mut session = Session::new(workspace, options)?;
    session.carry_out(Effect::Load(regulation.to_owned()), None);
    session.app.go(Place::Sheet);
    let mut figure = 0_u32;
    Ok(move |frame: &mut Frame<'_>| {
        figure += 1;
        let digits = figure.to_string().chars().map(KeyCode::Char).collect::<Vec<_>>();
        let clear = KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL);
        let plain = |code| KeyEvent::new(code, KeyModifiers::NONE);
        let keys = [plain(KeyCode::Enter), clear].into_iter().chain(digits.into_iter().map(plain));
        for key in keys.chain([plain(KeyCode::Enter)]) {
            for effect in session.app.key(key) {
                session.carry_out(effect, None);
            }
        }
        screens::draw(&session.app, frame);
    })
}

/// The text of an instrument of this many Điều, each of five lines, in a window of this size; draws one frame a call, one row further
/// each time.
pub fn law(articles: usize, size: (u16, u16)) -> impl FnMut(&mut Frame<'_>) {
    let article = |n: usize| {
        format!(
            "Điều {n}. Hồ sơ\n1. Người nộp theo khoản 2 Điều 7 Thông tư này:\na) Tờ khai theo mẫu;\nb) Bản sao.\n2. Thời hạn giải quyết là \
             năm ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, trừ trường hợp phải xác minh theo quy định tại khoản 1 Điều này.\n"
        )
    };
    let instrument = Instrument {
        number: "1/2031/TT-BTN".to_owned(),
        title: "Thử".to_owned(),
        issuer: None,
        issued: None,
        effective: None,
        expired: None,
        provenance: Provenance::Assumption,
        source: String::new(),
    };
    let version = InstrumentVersion {
        instrument: instrument.number.clone(),
        name: "original".to_owned(),
        kind: VersionKind::Original,
        from: None,
        source: String::new(),
        text: (1..=articles).map(article).collect(),
    };
    let mut app = App::new(Lang::Vi, Theme::new(false), date(2026, 1, 1));
    app.resized(size.0, size.1);
    app.read(Some(Reading::of(instrument, Vec::new(), Some(version), Vec::new(), Vec::new())));
    app.go(Place::Law);
    app.run_law(Do::Last);
    app.run_law(Do::Next);
    move |frame| {
        app.run_law(Do::Down);
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
