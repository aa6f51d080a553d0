//! `law at`: what holds at a provision on a day, and by which instrument.

use super::home::Home;

const BASE: &str = "CHÍNH PHỦ\nSố: 1/2026/NĐ-CP\nHà Nội, ngày 05 tháng 12 năm 2025\nNGHỊ ĐỊNH\nVề lò bánh\nĐiều 1. Lò\n1. Lò nhỏ.\n2. Lò to.\nĐiều 2. Hiệu lực\n\
    Nghị định này có hiệu lực từ ngày 01 tháng 01 năm 2026.\n";
const LATER: &str = "CHÍNH PHỦ\nSố: 9/2026/NĐ-CP\nHà Nội, ngày 05 tháng 5 năm 2026\nNGHỊ ĐỊNH\nSửa đổi, bổ sung một số điều của Nghị định số 1/2026/NĐ-CP\n\
    Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 1/2026/NĐ-CP\n1. Sửa đổi khoản 2 Điều 1 như sau:\n“2. Lò rất to.”.\nĐiều 2. Hiệu lực thi hành\n\
    Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026.\n";
const MEANWHILE: &str = "CHÍNH PHỦ\nSố: 66.9/2026/NQ-CP\nHà Nội, ngày 05 tháng 4 năm 2026\nNGHỊ QUYẾT\nVề việc cắt giảm\nĐiều 1. Cắt giảm\n\
    1. Không áp dụng yêu cầu tại khoản 2 Điều 1 Nghị định số 1/2026/NĐ-CP.\nĐiều 2. Hiệu lực thi hành\n\
    Nghị quyết này có hiệu lực thi hành kể từ ngày 15 tháng 4 năm 2026 đến hết ngày 28 tháng 02 năm 2027.\n";

fn home() -> Home {
    let home = Home::new();
    for (name, text) in [("a.txt", BASE), ("b.txt", LATER), ("c.txt", MEANWHILE)] {
        home.write(name, text);
        home.run(&["import", name]).ok();
    }
    home
}

#[test]
fn what_holds_is_told_with_the_instrument_that_says_so() {
    let home = home();
    let at = |what: &[&str]| home.json(&[&["law", "at"], what].concat());
    let before = at(&["30/6/2026", "khoản 2 Điều 1 Nghị định số 1/2026/NĐ-CP"]);
    assert_eq!((&before["text"], &before["by"]), (&"2. Lò to.".into(), &"Nghị định số 1/2026/NĐ-CP".into()));
    assert_eq!(before["address"], "1/2026/NĐ-CP#k2-d1@2026-06-30");
    // The stable address of the answer asks the same again.
    let again = at(&["1/2026/NĐ-CP#k2-d1@2026-06-30"]);
    assert_eq!(again, before);
    let after = at(&["1/2026/NĐ-CP#k2-d1@2026-07-01"]);
    assert_eq!((&after["text"], &after["by"]), (&"2. Lò rất to.".into(), &"Nghị định số 9/2026/NĐ-CP".into()));
    assert_eq!((&after["state"], &after["from"]), (&"in_force".into(), &"2026-07-01".into()));
    assert_eq!(after["changes"][0]["source"], "khoản 1 Điều 1");
    // What was asked is told, and where nothing could be.
    assert_eq!(after["considered"], serde_json::json!(["66.9/2026/NQ-CP", "9/2026/NĐ-CP"]));
    home.run(&["law", "at", "66.9/2026/NQ-CP@2026-08-01"]).ok().says("chưa nhập văn bản nào nói đến văn bản này");
    // A resolution that ends by itself names it until its last day.
    assert_eq!(after["meanwhile"][0]["by"], "66.9/2026/NQ-CP");
    assert_eq!(after["meanwhile"][0]["until"], "2027-03-01");
    assert_eq!(at(&["1/2026/NĐ-CP#k2-d1@2027-03-01"])["meanwhile"], serde_json::json!([]));
    assert_eq!(at(&["1/2026/NĐ-CP#k2-d1@2025-12-31"])["state"], "not_yet");
    assert_eq!(at(&["66.9/2026/NQ-CP@2027-02-28"])["state"], "in_force");
    assert_eq!(at(&["66.9/2026/NQ-CP@2027-03-01"])["state"], "ended");
    home.run(&["law", "at", "1/2026/NĐ-CP#k2-d1@2026-07-01"])
        .ok()
        .says("đang có hiệu lực")
        .says("đến hết ngày 28/02/2027");
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let home = home();
    home.run(&["law", "at", "1/2026/NĐ-CP#k9-d1@2026-07-01"]).ended(6);
    home.run(&["law", "at", "7/2026/NĐ-CP#k9-d1"]).ended(6);
    home.run(&["law", "at", "khoản 2 Điều 1"]).ended(2);
    home.run(&["law", "at", "1/7/2026", "1/2026/NĐ-CP#k2-d1@2026-07-02"]).ended(2);
    home.run(&["law", "at", "hôm nay", "1/2026/NĐ-CP#k2-d1"]).ended(2);
}
