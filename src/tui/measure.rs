//! What the benchmarks drive; no part of the application: a session without a terminal, keys in, frames out.

use super::Options;
use super::chrome;
use super::place::Place;
use super::screen::Effect;
use super::screens::ENTRIES;
use super::session::Session;
use super::theme::Look;
use crate::model::{
    Batch, Instrument, InstrumentVersion, Provenance, Regulation, RegulationKind, RegulationStatus, VersionKind,
};
use crate::store::{ChangeMeta, Workspace};
use crate::text::Lang;
use crate::words::Result;
use jiff::Timestamp;
use ratatui::Frame;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::collections::BTreeMap;

fn who() -> ChangeMeta {
    ChangeMeta {
        author: "bench".to_owned(),
        device: String::new(),
        command: "tui".to_owned(),
        note: String::new(),
        at: Timestamp::UNIX_EPOCH,
    }
}

/// A session on a workspace at a place, in a window of this size.
fn session(workspace: Workspace, place: Place, size: (u16, u16)) -> Result<Session> {
    let options = Options {
        lang: Lang::Vi,
        lang_given: true,
        change: who(),
        templates: None,
        kept: Vec::new(),
        no_color: false,
        look: Look::Dark,
        ascii: false,
        mouse: false,
        keys: BTreeMap::new(),
        file: String::new(),
        named_file: false,
    };
    let mut session = Session::new(workspace, options)?;
    session.app.shared.size = size;
    session.carry_out(vec![Effect::Open(place)], None);
    Ok(session)
}

fn press(session: &mut Session, code: KeyCode) {
    let effects = session.app.key(KeyEvent::new(code, KeyModifiers::NONE));
    session.carry_out(effects, None);
}

/// The catalogue with this many rows; moves the cursor a row on and draws the frame, a call.
///
/// # Errors
/// The workspace cannot be made.
pub fn catalogue(rows: usize) -> Result<impl FnMut(&mut Frame<'_>)> {
    let regulation = |n: usize| Regulation {
        code: format!("1.{n:06}"),
        kind: RegulationKind::Report,
        name: format!("Thủ tục đăng ký, cấp giấy chứng nhận số {n}"),
        agency: Some("BTP".to_owned()),
        field: None,
        decision: None,
        status: RegulationStatus::InForce,
        from: None,
        electronic: false,
        concerns: None,
        provenance: Provenance::Assumption,
        source: String::new(),
    };
    let mut workspace = Workspace::in_memory()?;
    let batch = Batch { regulations: (0..rows).map(regulation).collect(), ..Batch::default() };
    workspace.change(&who(), |writer| writer.put_batch(&batch))?;
    let mut session = session(workspace, Place::of("catalogue"), (120, 40))?;
    Ok(move |frame: &mut Frame<'_>| {
        press(&mut session, KeyCode::Down);
        chrome::draw(&session.app, frame);
    })
}

/// Every screen in its turn, on a workspace with the shipped catalogue.
pub struct Screens {
    session: Session,
    left: std::vec::IntoIter<Place>,
}

/// All screens, with what those are about that are opened from others.
///
/// # Errors
/// The workspace cannot be read.
pub fn screens(workspace: Workspace, regulation: &str, instrument: &str, assignment: &str) -> Result<Screens> {
    let about = |name: &str| match name {
        "procedure" => regulation,
        "law" => instrument,
        "scenario" => "planned",
        "assignment" => assignment,
        _ => "",
    };
    let mut places: Vec<Place> = ENTRIES.iter().map(|entry| Place::about(entry.name, about(entry.name))).collect();
    places.push(Place::about("holds", &format!("{instrument}#d1@2026-01-01")));
    places.extend(["sheet", "measures"].map(|tab| Place::about("procedure", regulation).tab(tab)));
    let session = session(workspace, Place::of("overview"), (120, 40))?;
    Ok(Screens { session, left: places.into_iter() })
}

impl Screens {
    /// Goes to the next screen; its name, nothing behind the last.
    pub fn turn(&mut self) -> Option<String> {
        let place = self.left.next()?;
        let name = [place.screen.as_str(), &place.tab].into_iter().filter(|part| !part.is_empty());
        let name = name.collect::<Vec<_>>().join(", ");
        self.session.carry_out(vec![Effect::Open(place)], None);
        Some(name)
    }

    /// The command for scripts that gives what the screen in hand shows.
    pub fn command_line(&self) -> Option<String> {
        self.session.app.command_line()
    }

    /// Moves a row on and draws.
    pub fn frame(&mut self, frame: &mut Frame<'_>) {
        press(&mut self.session, KeyCode::Down);
        chrome::draw(&self.session.app, frame);
    }
}

/// The sheet of a regulation; types another figure into a cell and draws the frame that shows it, a call.
///
/// # Errors
/// The workspace cannot be read.
pub fn sheet(workspace: Workspace, regulation: &str) -> Result<impl FnMut(&mut Frame<'_>)> {
    let mut session = session(workspace, Place::about("procedure", regulation).tab("sheet"), (120, 40))?;
    press(&mut session, KeyCode::Right);
    let mut figure = 0_u32;
    Ok(move |frame: &mut Frame<'_>| {
        figure += 1;
        for digit in figure.to_string().chars() {
            press(&mut session, KeyCode::Char(digit));
        }
        press(&mut session, KeyCode::Enter);
        press(&mut session, KeyCode::Up);
        chrome::draw(&session.app, frame);
    })
}

/// The text of an instrument of this many Điều, each of five lines, in a window of this size; moves a row on and draws, a call.
///
/// # Errors
/// The workspace cannot be made.
pub fn law(articles: usize, size: (u16, u16)) -> Result<impl FnMut(&mut Frame<'_>)> {
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
    let mut workspace = Workspace::in_memory()?;
    let place = Place::about("law", &instrument.number);
    let batch = Batch { instruments: vec![instrument], instrument_versions: vec![version], ..Batch::default() };
    workspace.change(&who(), |writer| writer.put_batch(&batch))?;
    let mut session = session(workspace, place, size)?;
    press(&mut session, KeyCode::Tab);
    Ok(move |frame: &mut Frame<'_>| {
        press(&mut session, KeyCode::Down);
        chrome::draw(&session.app, frame);
    })
}
