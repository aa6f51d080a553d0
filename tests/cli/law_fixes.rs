//! `law fixes`: answers by hand are kept in the data file and replayed wherever the amending instrument is read again.

use super::home::Home;
use serde_json::{Value, json};

const BASE: &str = "BỘ THỬ NGHIỆM\nSố: 01/2030/TT-BTN\nHà Nội, ngày 02 tháng 3 năm 2030\nTHÔNG TƯ\nQuy định về thẻ thư viện\n\
Điều 1. Hồ sơ\n1. Đơn.\n2. Bản sao có chứng thực.\n3. Ảnh.\nĐiều 2. Trả thẻ\nTrả thẻ trong 05 ngày.\n\
Điều 3. Hiệu lực thi hành\nThông tư này có hiệu lực thi hành từ ngày 01 tháng 5 năm 2030.\n";

const AMENDING: &str = "BỘ THỬ NGHIỆM\nSố: 07/2031/TT-BTN\nHà Nội, ngày 10 tháng 4 năm 2031\nTHÔNG TƯ\nSửa đổi, bổ sung một số điều của Thông tư số 01/2030/TT-BTN\n\
Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 01/2030/TT-BTN\n1. Sửa đổi, bổ sung khoản 2 Điều 1 như sau:\n“2. Bản sao điện tử.”.\n\
2. Đánh số lại các khoản của Điều 1.\n3. Sửa đổi, bổ sung khoản 9 Điều 1 như sau:\n“9. Khác.”.\n\
Điều 2. Hiệu lực thi hành\nThông tư này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2031.\n";

const TAKE: &[&str] = &["--at", "khoản 2 Điều 1", "--take", "Bãi bỏ khoản 3 Điều 1."];
const SKIP: &[&str] = &["--at", "khoản 3 Điều 1", "--place", "khoản 9 Điều 1", "--skip", "bản gốc không có khoản 9"];

fn home() -> Home {
    let home = Home::new();
    home.write("gốc.txt", BASE);
    home.write("sửa.txt", AMENDING);
    home
}

fn set(home: &Home, answer: &[&str]) -> Value {
    home.json(&[&["law", "fixes", "set", "sửa.txt", "--person", "Lan", "--date", "3/7/2031"], answer].concat())
}

#[test]
fn answers_are_kept_listed_replayed_and_taken_back() {
    let home = home();
    let apply = || home.run(&["law", "apply", "gốc.txt", "sửa.txt", "--format", "json"]);
    let before = apply().ended(1).json();
    assert_eq!((&before["settled"], before["failed"].as_array().unwrap().len()), (&json!([]), 1));
    assert!(set(&home, TAKE)["change"].is_number());
    set(&home, SKIP);
    let rows = home.rows(&["law", "fixes", "list"]);
    let row = |at: usize, key: &str| rows[at][key].clone();
    assert_eq!(rows.len(), 2);
    assert_eq!((row(0, "instrument"), row(0, "at")), (json!("07/2031/TT-BTN"), json!("khoản 2 Điều 1")));
    assert_eq!(row(0, "order"), "Đánh số lại các khoản của Điều 1.");
    assert_eq!((row(0, "take"), row(0, "skip")), (json!("Bãi bỏ khoản 3 Điều 1."), Value::Null));
    // The only instrument that is amended is the one at which an answer aims.
    assert_eq!(
        (row(0, "base"), row(0, "person"), row(0, "date")),
        (json!("01/2030/TT-BTN"), json!("Lan"), json!("2031-07-03"))
    );
    assert_eq!((row(1, "place"), row(1, "skip")), (json!("khoản 9 Điều 1"), json!("bản gốc không có khoản 9")));

    // Nothing but the files is named, and both are used and told.
    let done = apply().ended(0);
    let done = (done.json(), done.err);
    assert!(done.1.contains("dùng 2 câu trả lời đã lưu"), "{}", done.1);
    assert!(done.0["text"].as_str().unwrap().contains("3.[2] (được bãi bỏ)"), "{}", done.0["text"]);
    assert_eq!((&done.0["settled"][0]["kept"], &done.0["settled"][1]["skip"]), (&json!(true), &row(1, "skip")));
    let read = home.run(&["law", "operations", "sửa.txt", "--format", "json"]).ended(0).json();
    let places: Vec<&str> =
        read["operations"].as_array().unwrap().iter().map(|o| o["place"].as_str().unwrap()).collect();
    assert_eq!(places, ["khoản 2 Điều 1", "khoản 3 Điều 1"]);
    assert_eq!(read["operations"][1]["instrument"]["number"], "01/2030/TT-BTN");

    // What a file answers now goes before what was answered earlier.
    home.write("mới.toml", "[[fix]]\nat = \"khoản 2 Điều 1\"\nskip = \"để sau\"\n");
    let anew =
        home.run(&["law", "apply", "gốc.txt", "sửa.txt", "--fixes", "mới.toml", "--format", "json"]).ended(0).json();
    assert_eq!((&anew["settled"][0]["skip"], &anew["settled"][0]["kept"]), (&json!("để sau"), &json!(false)));
    assert_eq!((&anew["settled"][1]["kept"], &anew["unused"]), (&json!(true), &json!([])));

    home.run(&["law", "fixes", "clear", "07/2031/TT-BTN", "khoản 9 Điều 1"]).refused(6, "khoản 9 Điều 1");
    home.run(&["law", "fixes", "clear", "07/2031/TT-BTN", "khoản 2 Điều 1"]).ok().tells("đã rút lại 1");
    assert_eq!(apply().ended(1).json()["settled"].as_array().unwrap().len(), 1);
    home.run(&["law", "fixes", "clear", "07/2031/TT-BTN"]).ok();
    assert_eq!(apply().ended(1).json(), before);
    // A step back is a step back.
    home.run(&["undo"]).ok();
    assert_eq!(home.rows(&["law", "fixes", "list"]).len(), 1);
}

#[test]
fn an_answer_whose_order_reads_otherwise_is_told_and_not_used() {
    let home = home();
    set(&home, TAKE);
    set(&home, SKIP);
    home.write("sửa.txt", &AMENDING.replace("các khoản của Điều 1", "các khoản của Điều 2"));
    let read = home.run(&["law", "apply", "gốc.txt", "sửa.txt", "--format", "json"]).ended(1);
    assert!(read.err.contains("không còn như khi trả lời"), "{}", read.err);
    let answer = read.json();
    assert_eq!(
        (answer["unused"][0]["source"].clone(), answer["unused"][0]["reason"].clone()),
        (json!("khoản 2 Điều 1"), json!("changed"))
    );
    assert_eq!(answer["settled"].as_array().unwrap().len(), 1);
    // Answered again, the answer to the words that are gone goes with it.
    set(&home, TAKE);
    assert_eq!(home.rows(&["law", "fixes", "list"]).len(), 2);
    home.run(&["law", "apply", "gốc.txt", "sửa.txt"]).ended(0);
}

#[test]
fn a_version_is_kept_with_the_answers_on_which_it_rests_and_the_day_asks_the_same() {
    let home = home();
    home.run(&["import", "gốc.txt"]).ok();
    let apply = ["law", "apply", "gốc.txt", "sửa.txt", "--save"];
    home.run(&apply).ended(3);
    home.write(
        "trả-lời.toml",
        "[[fix]]\nat = \"khoản 2 Điều 1\"\ntake = \"Bãi bỏ khoản 3 Điều 1.\"\n\
        [[fix]]\nat = \"khoản 3 Điều 1\"\nplace = \"khoản 9 Điều 1\"\nskip = \"không có\"\n",
    );
    home.run(&[&apply[..], &["--fixes", "trả-lời.toml"]].concat()).ok();
    assert_eq!(home.rows(&["list", "order-answer"]).len(), 2);
    // Version and answers are one change.
    home.run(&["undo"]).ok();
    assert_eq!(home.rows(&["list", "order-answer"]).len(), 0);
    home.run(&["import", "sửa.txt"]).ok();
    let at = || home.run(&["law", "at", "01/2030/TT-BTN#k3-d1@2031-08-01", "--format", "json"]);
    assert_eq!(at().json()["state"], "in_force");
    home.run(&["law", "fixes", "set", "sửa.txt", "--fixes", "trả-lời.toml"]).ok();
    let held = at().ended(0).json();
    assert_eq!((&held["state"], held["settled"].as_array().unwrap().len()), (&json!("repealed"), 2));
    home.run(&["law", "at", "01/2030/TT-BTN#k3-d1@2031-08-01"]).ok().says("đã trả lời trước đây");
}

#[test]
fn what_answers_nothing_is_refused_and_nothing_is_kept() {
    let home = home();
    let set = |answer: &[&str]| home.run(&[&["law", "fixes", "set", "sửa.txt"], answer].concat());
    set(&["--at", "khoản 7 Điều 1", "--skip", "x"]).refused(3, "khoản 7 Điều 1");
    set(&["--at", "khoản 2 Điều 1", "--take", "làm cho đúng"]).refused(3, "take");
    set(&["--at", "khoản 2 Điều 1"]).ended(2);
    set(&["--at", "đâu đó", "--skip", "x"]).refused(2, "đâu đó");
    set(&["--at", "khoản 2 Điều 1", "--skip", " "]).ended(2);
    home.write("khác.toml", "[[fix]]\nby = \"08/2031/TT-BTN\"\nat = \"khoản 2 Điều 1\"\nskip = \"x\"\n");
    set(&["--fixes", "khác.toml"]).refused(3, "07/2031/TT-BTN");
    home.run(&["law", "fixes", "clear", "07/2031/TT-BTN"]).refused(6, "07/2031/TT-BTN");
    assert_eq!(home.rows(&["law", "fixes", "list"]).len(), 0);
}
