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
    home.run(&["history", "no-such-noun"]).refused(6, "“no-such-noun”");
    home.run(&["history", "999"]).refused(6, "999");
    home.run(&["--lang", "en", "history", "-1"]).ended(2);
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
    home.run(&["undo", "999"]).refused(6, "999");
    home.run(&["undo", "abc"]).refused(2, "abc");
}

#[test]
fn a_command_that_changes_nothing_leaves_no_trace() {
    let home = Home::new();
    home.run(&["cost", "set", "1.001193", "a1", "minutes=30"]).ok();
    home.run(&["import", super::home::package("catalog/agencies.toml").to_str().unwrap()]).ok();
    assert_eq!(home.rows(&["history"]).len(), 1);
}

#[test]
fn an_undo_says_in_words_what_it_takes_back() {
    let home = Home::new();
    home.run(&["cost", "set", "1.004222", "a1", "minutes=150"]).ok();
    let undone = home.run(&["undo"]).ok();
    // The sheet of the catalogue has 30 minutes there.
    assert!(undone.err.contains("Phút của a1, 1.004222: 150 → 30"), "{}", undone.err);
    let redone = home.run(&["--lang", "en", "redo"]).ok();
    assert!(redone.err.contains("Minutes of a1, 1.004222: 30 → 150"), "{}", redone.err);
    let answer = home.json(&["undo"]);
    assert_eq!((&answer["undone"], &answer["change"]), (&Value::from(2), &Value::from(5)));
    let fields = &answer["changed"][0]["fields"]["minutes"];
    assert_eq!((&fields["before"], &fields["after"]), (&Value::from("150"), &Value::from("30")));
    let change = fields["last_changed"]["change"].as_i64();
    assert_eq!(change, Some(4), "what an undo and a redo wrote was written by the redo");
}

#[test]
fn what_another_changed_is_not_taken_back_by_chance() {
    let home = Home::new();
    home.run_with(("USER", "hoa"), &["cost", "set", "1.004222", "a1", "minutes=150"]).ok();
    let before = home.everything();
    let refused = home.run(&["undo"]).refused(2, "hoa");
    for word in ["Phút của a1, 1.004222: 150 → 30", "01/01/2026 00:00", "cost set", "--force"] {
        assert!(refused.err.contains(word), "{word}: {}", refused.err);
    }
    assert_eq!(home.everything(), before);
    home.run(&["undo", "--force"]).ok();
    // Lan took it back, so Hoa asks before it is done again.
    home.run_with(("USER", "hoa"), &["redo"]).refused(2, "lan");
    home.run_with(("USER", "hoa"), &["redo", "--force"]).ok();
    assert_eq!(home.everything(), before);
    // One's own goes through, however many rows it touched.
    home.write("two.toml", "[[agency]]\ncode = \"Z1\"\nname = \"Cơ quan Z\"\nkind = \"other\"\nsource = \"thử\"\n");
    home.run(&["import", "two.toml"]).ok();
    home.run(&["undo"]).ok().tells("xóa cơ quan Z1");
}

#[test]
fn the_number_and_the_author_of_what_another_did_are_of_one_change() {
    let home = Home::new();
    home.run(&["cost", "set", "1.004222", "a1", "minutes=150"]).ok();
    home.run(&["undo"]).ok();
    home.run_with(("USER", "minh"), &["redo", "--force"]).ok();
    let refused = home.run(&["undo"]).refused(2, "thay đổi 4 là của minh");
    assert!(refused.err.contains("(redo)"), "{}", refused.err);
    home.run_with(("USER", "minh"), &["--lang", "en", "undo"]).ended(2).tells("change 2 was made by lan");
}

#[test]
fn a_change_is_told_in_full_and_in_words() {
    let home = Home::new();
    home.run(&["cost", "set", "1.004222", "a1", "minutes=150", "--note", "đo lại"]).ok();
    let list = home.run(&["history"]).ok();
    assert!(list.out.contains("01/01/2026 00:00") && !list.out.contains("2026-01-01T"), "{}", list.out);
    let full = home.run(&["history", "2"]).ok();
    for word in
        ["Thay đổi 2: lan, 01/01/2026 00:00, lệnh cost set", "đo lại", "phút: 30 → 150", "dòng bảng tính a1, 1.004222"]
    {
        assert!(full.out.contains(word), "{word}: {}", full.out);
    }
    let english = home.run(&["--lang", "en", "history", "2"]).ok();
    assert!(english.out.contains("minutes: 30 → 150"), "{}", english.out);
    let json = home.json(&["history", "2"]);
    assert_eq!((&json["at"], &json["author"]), (&Value::from("2026-01-01T00:00:00Z"), &Value::from("lan")));
    assert_eq!(json["changed"][0]["fields"]["minutes"]["after"], "150");
    let vietnamese = home.run(&["--lang", "vi", "--format", "json", "history"]).ok().out;
    assert_eq!(vietnamese, home.run(&["--lang", "en", "--format", "json", "history"]).ok().out);
}

#[test]
fn the_time_is_that_of_the_place() {
    let home = Home::new();
    let mut command = home.command(&["cost", "set", "1.004222", "a1", "minutes=150"]);
    command.env_remove("SOURCE_DATE_EPOCH").env("TZ", "UTC");
    super::home::Ran::of(command.output().unwrap()).ok();
    let shown = |zone: &str| {
        let mut command = home.command(&["history", "2"]);
        command.env_remove("SOURCE_DATE_EPOCH").env("TZ", zone);
        super::home::Ran::of(command.output().unwrap()).ok().out
    };
    assert_ne!(shown("UTC").lines().next(), shown("UTC-7").lines().next());
}
