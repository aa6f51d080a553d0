//! Reviews by checklists: questions answered, taken back, exported, imported, and what they feed.

use super::home::Home;
use serde_json::{Value, json};

const CODE: &str = "1.001193";

fn of(home: &Home, checklist: &str) -> Value {
    let shown = home.json(&["review", "show", CODE]);
    shown["checklists"].as_array().unwrap().iter().find(|one| one["checklist"] == checklist).unwrap().clone()
}

#[test]
fn questions_are_answered_in_words_and_taken_back() {
    let home = Home::new();
    // The shipped checklists: four criteria in twelve questions, seven Danish principles.
    assert_eq!(
        (of(&home, "ra-soat")["questions"].clone(), of(&home, "san-sang-so")["questions"].clone()),
        (json!(12), json!(7))
    );
    let answered = home.json(&[
        "review",
        "answer",
        CODE,
        "can-thiet.1=có",
        "can-thiet.2=không",
        "hop-ly.5=một phần",
        "so.2=không",
        "--note",
        "còn nộp giấy",
        "--person",
        "Lan",
        "--date",
        "1/12/2026",
    ]);
    assert_eq!(
        (&answered["kind"], &answered["answers"], &answered["findings"]),
        (&json!("change"), &json!(4), &json!(2))
    );
    let form = of(&home, "ra-soat");
    assert_eq!((&form["answered"], &form["findings"]), (&json!(3), &json!(1)));
    let one = form["answers"].as_array().unwrap().iter().find(|one| one["question"] == "hop-ly.5").unwrap().clone();
    assert_eq!(
        (&one["answer"], &one["finding"], &one["note"], &one["person"], &one["date"], &one["suggests"]),
        (
            &json!("partly"),
            &json!(true),
            &json!("còn nộp giấy"),
            &json!("Lan"),
            &json!("2026-12-01"),
            &json!("move-online")
        )
    );
    // Without a note that which is there stays.
    home.run(&["review", "answer", CODE, "hop-ly.5=no"]).ok().tells("1 câu chưa đạt");
    let one = of(&home, "ra-soat")["answers"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["question"] == "hop-ly.5")
        .unwrap()
        .clone();
    assert_eq!((&one["answer"], &one["note"]), (&json!("no"), &json!("còn nộp giấy")));
    home.run(&["undo"]).ok();
    let listed = home.rows(&["review", "list"]);
    assert_eq!(listed.len(), 2);
    assert_eq!(
        (&listed[0]["checklist"], &listed[0]["answered"], &listed[0]["findings"]),
        (&json!("ra-soat"), &json!(3), &json!(1))
    );
    assert_eq!(home.rows(&["list", "review-answer", "--where", "answer=no"]).len(), 2);
    home.run(&["review", "clear", CODE, "can-thiet.2"]).ok();
    assert_eq!(of(&home, "ra-soat")["answered"], 2);
    home.run(&["review", "clear", CODE, "--form", "ra-soat"]).ok();
    assert_eq!(
        (of(&home, "ra-soat")["answered"].clone(), of(&home, "san-sang-so")["answered"].clone()),
        (json!(0), json!(1))
    );
    home.run(&["history", CODE]).ok().says("review clear");
}

#[test]
fn what_is_no_question_or_no_answer_is_refused_and_changes_nothing() {
    let home = Home::new();
    let before = home.everything();
    home.run(&["review", "answer", CODE, "can-thiet.1=có lẽ"]).refused(2, "có lẽ");
    home.run(&["review", "answer", CODE, "can-thiet.1"]).refused(2, "can-thiet.1");
    home.run(&["review", "answer", CODE, "can-thiet.1=có", "x.9=có"]).refused(6, "x.9");
    home.run(&["review", "answer", CODE, "so.1=có", "--form", "ra-soat"]).refused(6, "so.1");
    home.run(&["review", "answer", CODE, "so.1=có", "--form", "khac"]).refused(6, "khac");
    home.run(&["review", "answer", "9.9", "so.1=có"]).refused(6, "9.9");
    home.run(&["review", "clear", CODE]).refused(6, CODE);
    home.run(&["review", "clear", CODE, "so.1"]).refused(6, "so.1");
    home.write("bad.csv", "noun,regulation,checklist,question,answer\nreview_answer,1.001193,ra-soat,x.9,yes\n");
    home.run(&["import", "bad.csv"]).refused(3, "x.9");
    assert_eq!(home.everything(), before);
    // A question that stands in two checklists is of neither by itself.
    let own = "[[checklist]]\ncode = \"rieng\"\nname = \"Phiếu riêng\"\nsource = \"đơn vị\"\n[[checklist.questions]]\nid = \"so.1\"\ntext = \"Rõ ràng?\"\ntext_en = \"Clear?\"\ngood = \"yes\"\n";
    home.write("own.toml", own);
    home.run(&["import", "own.toml"]).ok();
    home.run(&["review", "answer", CODE, "so.1=có"]).refused(2, "--form");
    home.run(&["review", "answer", CODE, "so.1=có", "--form", "rieng"]).ok();
    home.write("kind.toml", &own.replace("good =", "suggests = \"khong-co\"\ngood ="));
    home.run(&["import", "kind.toml"]).refused(3, "khong-co");
}

#[test]
fn answers_go_out_and_come_in_again() {
    let home = Home::new();
    home.run(&["review", "answer", CODE, "can-thiet.1=không", "so.1=có", "--note", "“thử”, xong"]).ok();
    home.run(&["export", "review-answer", "-o", "answers.csv"]).ok();
    let other = Home::new();
    other.write("answers.csv", &home.text("answers.csv"));
    other.run(&["import", "answers.csv"]).ok();
    assert_eq!(other.json(&["review", "show", CODE]), home.json(&["review", "show", CODE]));
    other.run(&["import", "answers.csv"]).ok();
    assert_eq!(other.rows(&["history"]).len(), 2, "the second import changes nothing");
}

#[test]
fn findings_suggest_measures_and_stand_in_the_reports() {
    let home = Home::new();
    home.run(&["review", "answer", CODE, "can-thiet.1=không", "--note", "đã có dữ liệu dân cư"]).ok();
    // A second answer that suggests the same kind is of the same suggestion; questions without a kind suggest none.
    home.run(&["review", "answer", CODE, "can-thiet.2=có", "hop-ly.1=không", "chi-phi.2=không"]).ok();
    let id = format!("{CODE}-review-abolish");
    let rows = home.rows(&["suggest", "list", "--regulation", CODE, "--kind", "abolish"]);
    assert_eq!(rows.len(), 1);
    assert_eq!((&rows[0]["code"], &rows[0]["component"]), (&json!(id), &Value::Null));
    let shown = home.json(&["suggest", "show", &id]);
    assert_eq!(shown["review"].as_array().unwrap().len(), 2, "{shown}");
    home.run(&["suggest", "accept", &id]).ok();
    let measures = home.rows(&["measure", "list", "--where", "measure_kind=abolish"]);
    let made = measures.iter().find(|one| one["regulation"] == CODE).unwrap();
    let shown = home.json(&["measure", "show", made["code"].as_str().unwrap()]);
    assert_eq!(shown["reason"], "đã có dữ liệu dân cư");
    assert!(shown["evidence"].as_str().unwrap().contains("can-thiet.1"), "{shown}");
    // It is not suggested again.
    assert!(home.rows(&["suggest", "list", "--regulation", CODE, "--kind", "abolish"]).is_empty());
    home.run(&["report", "review-report"]).ok().says("đã có dữ liệu dân cư").says("03 câu chưa đạt");
    home.run(&["report", "review", "--scope", CODE]).ok().says("Sự cần thiết").says("Không (chưa đạt)");
    home.run(&["report", "review", "--scope", "agency:BTC"]).ok().says("Chưa có câu trả lời");
}

#[test]
fn answers_of_a_local_copy_go_with_its_procedure() {
    let home = Home::new();
    home.write(
        "local.toml",
        "[[procedure]]\nregulation = { code = \"1.001193.H19\", kind = \"procedure\", name = \"Đăng ký khai sinh\", agency = \"BTP\", provenance = \"official\", source = \"tỉnh\" }\n",
    );
    home.run(&["import", "local.toml"]).ok();
    let there = home.json(&["list", "procedure", "--where", "code=1.001193.H19"])["rows"].as_array().unwrap().len();
    if there == 1 {
        home.run(&["review", "answer", "1.001193.H19", "so.1=có"]).ok();
        home.run(&["merge-local"]).ok();
        assert_eq!(of(&home, "san-sang-so")["answered"], 1);
    }
}
