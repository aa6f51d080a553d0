//! `history`, `undo`, `redo`: every change is told, taken back and done again.

use super::home::Home;
use serde_json::Value;

#[test]
fn the_journal_says_who_when_and_by_what() {
    let home = Home::new();
    home.run(&["cost", "set", "1.001193", "a1", "minutes=31", "--note", "đo lại"]).ok();
    let rows = home.rows(&["history"]);
    assert_eq!(rows.len(), 2);
    for (key, value) in [("author", "lan"), ("at", "2026-01-01T00:00:00Z"), ("command", "cost set"), ("note", "đo lại")]
    {
        assert_eq!(rows[0][key], value, "{key}");
    }
    assert_eq!((&rows[1]["command"], &rows[0]["undoes"]), (&Value::from("init"), &Value::Null));
    home.run(&["history"]).ok().says("cost set");
}

#[test]
fn the_journal_is_cut_and_narrowed_to_a_noun() {
    let home = Home::new();
    home.run(&["cost", "set", "1.001193", "a1", "minutes=31"]).ok();
    home.run(&["cost", "set", "1.004222", "a1", "minutes=31"]).ok();
    assert_eq!(home.rows(&["history", "--limit", "1"]).len(), 1);
    let of_one = home.rows(&["history", "1.001193"]);
    assert_eq!(of_one.len(), 2, "the correction and the catalogue: {of_one:?}");
    assert!(home.rows(&["history", "no-such-noun"]).is_empty());
}

#[test]
fn changes_are_taken_back_one_by_one_and_done_again() {
    let home = Home::new();
    let first = home.everything();
    home.run(&["cost", "set", "1.001193", "a1", "minutes=31"]).ok();
    let second = home.everything();
    home.run(&["measure", "remove", "1.004222-m1"]).ok();
    let third = home.everything();
    home.run(&["undo"]).ok().tells("measure remove");
    assert_eq!(home.everything(), second);
    home.run(&["undo"]).ok().tells("cost set");
    assert_eq!(home.everything(), first);
    home.run(&["redo"]).ok();
    assert_eq!(home.everything(), second);
    home.run(&["redo"]).ok();
    assert_eq!(home.everything(), third);
    home.run(&["redo"]).ended(2);
    home.run(&["doctor"]).ok();
}

#[test]
fn a_change_is_taken_back_out_of_turn_unless_another_stands_on_it() {
    let home = Home::new();
    home.run(&["cost", "set", "1.001193", "a1", "minutes=31"]).ok();
    home.run(&["cost", "set", "1.004222", "a1", "minutes=32"]).ok();
    home.run(&["undo", "2"]).ok();
    assert_eq!(home.json(&["cost", "show", "1.001193"])["rows"][0]["minutes"], 30);
    assert_eq!(home.json(&["cost", "show", "1.004222"])["rows"][0]["minutes"], 32);
    let refused = home.run(&["undo", "1"]).ended(2);
    assert!(!refused.err.contains("--key"), "the hint names what there is: {}", refused.err);
    home.run(&["undo", "999"]).refused(2, "999");
    home.run(&["undo", "abc"]).refused(2, "abc");
}

#[test]
fn a_command_that_changes_nothing_leaves_no_trace() {
    let home = Home::new();
    home.run(&["cost", "set", "1.001193", "a1", "minutes=30"]).ok();
    home.run(&["import", super::home::package("catalog/agencies.toml").to_str().unwrap()]).ok();
    assert_eq!(home.rows(&["history"]).len(), 1);
}
