//! The one table, on the catalogue: searched, filtered, sorted, marked, saved under a name, changed in bulk.

use super::{go, screen, send, session, shows};
use crate::text::Lang;
use crate::tui::place::Place;
use crate::tui::session::Session;

fn keys(session: &Session) -> Vec<String> {
    session.app.screen().grid_seen().unwrap().seen().map(str::to_owned).collect()
}

#[test]
fn words_are_found_without_marks_in_any_order_and_old_words_give_way() {
    let mut session = session(Lang::Vi);
    go(&mut session, Place::of("catalogue"));
    send(&mut session, &["/", "=sinh khai", "enter"]);
    assert_eq!(keys(&session), ["1.001193"]);
    // The words of before are selected: the first letter takes their place.
    send(&mut session, &["/", "=k", "=hai tu", "enter"]);
    assert_eq!(keys(&session), ["1.000656"]);
    send(&mut session, &["esc"]);
    assert_eq!(keys(&session).len(), 6);
}

#[test]
fn vietnamese_is_typed_as_input_methods_send_it() {
    let mut session = session(Lang::Vi);
    go(&mut session, Place::of("catalogue"));
    // Telex: a letter, then Backspace and the composed letter; some terminals send Backspace as Ctrl-H.
    send(&mut session, &["/", "=d", "backspace", "=đa", "ctrl-h", "=ăng"]);
    session.app.paste(" ky\u{301}\n");
    assert_eq!(session.app.screen().grid_seen().unwrap().state.words, "đăng ký");
}

#[test]
fn the_largest_burdens_come_first_on_one_key_with_their_running_share() {
    let mut session = session(Lang::Vi);
    go(&mut session, Place::of("catalogue"));
    send(&mut session, &["f6"]);
    // 350.972, 275.936, 243.372 … million đồng, as the sheets come to.
    assert_eq!(keys(&session)[..3], ["1.004222", "1.001193", "bhyt-tre-em-duoi-6"]);
    let seen = screen(&mut session, 100, 24);
    assert!(seen.contains("Lũy kế") && seen.contains("100,00%"), "{seen}");
}

#[test]
fn facets_choose_rows_and_a_filter_is_saved_as_a_tab() {
    let mut session = session(Lang::Vi);
    go(&mut session, Place::of("catalogue"));
    send(&mut session, &["f7", "=bo tu phap", " ", "enter"]);
    // A blank is a part of words while words are typed; so the row is chosen by Space on an empty search.
    send(&mut session, &["f7", "space", "enter"]);
    let chosen = keys(&session);
    assert!(!chosen.is_empty() && chosen.len() < 6, "{chosen:?}");
    send(&mut session, &["ctrl-s", "=Của tôi", "ctrl-s"]);
    shows(&mut session, &["[Của tôi]"]);
    send(&mut session, &["f6"]);
    assert_eq!(keys(&session).len(), 6);
    send(&mut session, &["shift-f6"]);
    assert_eq!(keys(&session), chosen);
}

#[test]
fn one_measure_is_made_on_all_marked_rows_in_one_change_and_taken_back_in_one() {
    let mut session = session(Lang::Vi);
    go(&mut session, Place::of("catalogue"));
    let before = session.workspace.measures().unwrap().len();
    send(&mut session, &["space", "space", "space"]);
    shows(&mut session, &["dấu 3"]);
    send(&mut session, &["ctrl-n", "=phan cap", "enter"]);
    shows(&mut session, &["3 quy định"]);
    send(&mut session, &["ctrl-s"]);
    assert_eq!(session.workspace.measures().unwrap().len(), before + 3, "{}", screen(&mut session, 80, 24));
    send(&mut session, &["f8"]);
    assert_eq!(session.workspace.measures().unwrap().len(), before);
}

#[test]
fn the_cursor_stays_on_its_row_when_the_order_changes() {
    let mut session = session(Lang::Vi);
    go(&mut session, Place::of("catalogue"));
    send(&mut session, &["down", "down"]);
    let hand = |session: &Session| session.app.screen().grid_seen().unwrap().hand().unwrap().to_owned();
    let before = hand(&session);
    send(&mut session, &["right", "right", "right", "right", "f3", "enter"]);
    assert_eq!(hand(&session), before);
    assert_ne!(keys(&session)[2], before, "the order is another");
}
