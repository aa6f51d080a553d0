//! What is loaded again after a change is what a fresh start loads.

use super::{screen, send, session};
use crate::store::HistoryFilter;
use crate::text::Lang;
use crate::tui::app::Place;
use crate::tui::data::Data;
use crate::tui::session::Session;

/// Compares all that is loaded with all that is there.
fn nothing_is_old(session: &mut Session, after: &str) {
    let fresh = Data::load(&session.workspace, session.app.today).unwrap();
    let data = &mut session.app.data;
    assert_eq!(format!("{:?}", data.snapshot), format!("{:?}", fresh.snapshot), "the snapshot after {after}");
    assert_eq!(format!("{:?}", data.lines), format!("{:?}", fresh.lines), "the catalogue after {after}");
    assert_eq!(format!("{:?}", data.instruments), format!("{:?}", fresh.instruments), "the instruments after {after}");
    assert_eq!(data.changes, fresh.changes, "the journal after {after}");
    data.renew_progress(session.app.today);
    assert_eq!(format!("{:?}", data.progress), format!("{:?}", fresh.progress), "the progress after {after}");
}

#[test]
fn a_change_renews_what_it_touched() {
    let mut session = session(Lang::Vi);
    send(&mut session, &["f5", "f", "enter"]);
    nothing_is_old(&mut session, "a baseline is frozen");
    send(&mut session, &["f6", "/", "=1.004222", "enter", "tab"]);
    let at = session.app.data.kinds.iter().position(|kind| kind.id == "remove-component").unwrap();
    let propose = [&["tab", "a"] as &[&str], &vec!["down"; at], &["enter", "=x", "f12"]].concat();
    for (keys, what) in [
        (vec!["right", "right", "enter", "ctrl-u", "=50000", "enter"], "a figure is typed"),
        (vec!["p"], "how sure a figure is was told"),
        (vec!["f8"], "that is taken back"),
        (vec!["f9"], "that is done again"),
        (propose, "a measure is proposed"),
        (vec!["f8"], "a measure is taken back"),
        (vec!["f9"], "a measure is there again"),
        (vec!["end", "s", "end", "home", "enter", "enter", "enter"], "a measure moves on"),
    ] {
        let before = session.app.data.changes[0].id;
        send(&mut session, &keys);
        assert!(session.app.data.changes[0].id > before, "{what}:\n{}", screen(&session, 100, 30));
        nothing_is_old(&mut session, what);
    }
}

#[test]
fn what_one_screen_shows_is_made_when_it_is_shown() {
    let mut session = session(Lang::Vi);
    send(
        &mut session,
        &["f6", "/", "=1.001193", "enter", "tab", "right", "right", "enter", "ctrl-u", "=50000", "enter"],
    );
    assert!(session.app.data.progress_is_old && session.app.detail.as_ref().unwrap().proposal.is_none());
    send(&mut session, &["backtab", "backtab"]);
    assert_eq!(session.app.place(), Place::Proposal);
    assert!(session.app.detail.as_ref().unwrap().proposal.as_ref().unwrap().contains("Phụ lục I"));
    send(&mut session, &["f5"]);
    assert!(!session.app.data.progress_is_old);
    let known = session.workspace.history(&HistoryFilter::default()).unwrap();
    assert_eq!(session.app.data.changes.len(), known.len());
}
