//! Every screen, at every size, with any keys: nothing brings it down, and taking everything back leaves the register as it was.

use super::{change, code, go, options, press, screen, send, session};
use crate::model::Kind;
use crate::store::Workspace;
use crate::text::Lang;
use crate::tui::place::Place;
use crate::tui::screens::ENTRIES;
use crate::tui::session::Session;
use crate::tui::widgets::grid::Grid;
use proptest::prelude::*;
use ratatui::crossterm::event::{KeyCode, KeyModifiers};

/// A place of every screen.
pub(super) fn places() -> Vec<Place> {
    let about = |name: &str| match name {
        "procedure" => "1.001193",
        "law" => "60/2014/QH13",
        "holds" => "60/2014/QH13#d2@2026-11-29",
        "scenario" => "planned",
        "assignment" => "hn-2023-07-12-c02",
        _ => "",
    };
    let place = |entry: &crate::tui::screen::Entry| {
        // A new screen that is opened from others says here about what it is opened.
        assert!(entry.listed || !about(entry.name).is_empty(), "{}: about what is it?", entry.name);
        let at = if entry.name == "import" { "/no-such-folder/" } else { "" };
        Place::about(entry.name, about(entry.name)).at(at)
    };
    let mut places: Vec<Place> = ENTRIES.iter().map(place).collect();
    for tab in ["sheet", "measures"] {
        places.push(Place::about("procedure", "1.001193").tab(tab));
    }
    places
}

#[test]
fn every_screen_is_drawn_in_both_languages_at_every_size() {
    for lang in [Lang::Vi, Lang::En] {
        let mut session = session(lang);
        for place in places() {
            go(&mut session, place.clone());
            for size in [(80, 24), (120, 40), (200, 50), (60, 16), (41, 12), (1, 1), (0, 0), (300, 3)] {
                let seen = screen(&mut session, size.0, size.1);
                assert!(size.0 < 80 || size.1 < 16 || seen.contains("F1 "), "{place:?} {size:?}\n{seen}");
            }
        }
    }
}

#[test]
fn no_vietnamese_screen_has_a_bare_code_of_the_program() {
    let mut session = session(Lang::Vi);
    for place in places() {
        go(&mut session, place.clone());
        let seen = screen(&mut session, 120, 40);
        for code in
            ["percent", "minutes", "in-force", "in_force", "time_saved", "cost_saved", "proposed", "remove-component"]
        {
            assert!(!seen.contains(code), "{code} on {place:?}\n{seen}");
        }
    }
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
        "delete",
        "f1",
        "f2",
        "f3",
        "f4",
        "f5",
        "f6",
        "f7",
        "f8",
        "f9",
        "f12",
    ]);
    prop_oneof![
        5 => names.prop_map(|name| (code(name), KeyModifiers::NONE)),
        2 => prop::char::any().prop_map(|c| (KeyCode::Char(c), KeyModifiers::NONE)),
        3 => prop::sample::select("aesgpdvt/?:x19đ ,-".chars().collect::<Vec<_>>())
            .prop_map(|c| (KeyCode::Char(c), KeyModifiers::NONE)),
        1 => prop::sample::select("ahpuwndgf".chars().collect::<Vec<_>>())
            .prop_map(|c| (KeyCode::Char(c), KeyModifiers::CONTROL)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn no_keys_on_no_size_bring_it_down_and_all_of_it_can_be_taken_back(
        at in 0_usize..64,
        keys in prop::collection::vec(any_key(), 1..60),
        size in (0_u16..=200, 0_u16..=200),
    ) {
        let mut session = session(Lang::Vi);
        // All nouns as they are exported, byte for byte.
        let register = |session: &Session| {
            let mut batch = crate::model::Batch::default();
            Kind::ALL.iter().for_each(|kind| session.workspace.gather(*kind, &mut batch).unwrap());
            serde_json::to_string(&batch).unwrap()
        };
        let before = register(&session);
        let places = places();
        go(&mut session, places[at % places.len()].clone());
        for (code, modifiers) in keys {
            press(&mut session, code, modifiers);
            screen(&mut session, size.0, size.1);
            // Nothing is written to files by chance.
            let writes = session.app.layers().last().is_some_and(|layer| format!("{layer:?}").contains("\"path\""));
            if writes {
                send(&mut session, &["esc", "end", "enter"]);
            }
        }
        screen(&mut session, 80, 24);
        // Every change of this session is taken back, the newest first.
        let today = session.app.shared.today;
        for _ in 0..200 {
            let latest = crate::desk::Undo { change: None, force: true };
            if register(&session) == before {
                break;
            }
            let mut desk = crate::desk::Desk::new(&mut session.workspace, change("Lan", super::NEW_YEAR), today);
            if desk.undo(latest).is_err() {
                break;
            }
        }
        // What the keys themselves took back of the time before is done again.
        for _ in 0..50 {
            if register(&session) == before {
                break;
            }
            let mut desk = crate::desk::Desk::new(&mut session.workspace, change("Lan", super::NEW_YEAR), today);
            if desk.redo(true).is_err() {
                break;
            }
        }
        prop_assert_eq!(register(&session), before);
    }
}

#[test]
fn no_stored_value_keeps_a_screen_shut() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bad.db");
    let who = change("Lan", super::NEW_YEAR);
    let mut workspace = Workspace::create(&path).unwrap();
    workspace.change(&who, |w| w.put_batch(&super::shipped())).unwrap();
    let open = || Session::new(Workspace::open(&path).unwrap(), options(Lang::Vi, who.clone())).unwrap();
    // A session is at work while another program spoils the file.
    let mut other = open();
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
    other.look_or_complain();
    let mut fresh = open();
    for session in [&mut other, &mut fresh] {
        for place in places() {
            go(session, place);
            screen(session, 100, 30);
        }
    }
}

#[test]
fn a_list_of_many_rows_draws_those_in_sight() {
    // What is drawn depends on the window, not on the list: the rows drawn are those of the window.
    let mut session = session(Lang::Vi);
    go(&mut session, Place::of("catalogue"));
    let lines = screen(&mut session, 80, 24).lines().count();
    assert_eq!(lines, 24);
    let grid: &Grid = session.app.screen().grid_seen().unwrap();
    assert_eq!(grid.counts(), (6, 6));
}
