//! Answers of a survey behind a cell: the lower middle is taken, explained, kept with its answers; and a population that is uncertain.

use super::home::Home;
use serde_json::{Value, json};

const CODE: &str = "1.004222";

fn row(home: &Home, id: &str) -> Value {
    let shown = home.json(&["cost", "show", CODE]);
    shown["rows"].as_array().unwrap().iter().find(|row| row["id"] == id).unwrap().clone()
}

/// By hand: of 20, 30, 45, 60 the two in the middle are 30 and 45; the lower is taken. With 10 and 12 more, of 10, 12, 20, 30, 45, 60 it is 20.
#[test]
fn the_lower_middle_is_taken_and_explained() {
    let home = Home::new();
    let said =
        home.json(&["cost", "observe", CODE, "a1", "minutes", "60", "20", "45", "30", "--source", "Khảo sát 11/2026"]);
    assert_eq!(
        (&said["count"], &said["low"], &said["middle"], &said["high"]),
        (&json!(4), &json!(20), &json!(30), &json!(60))
    );
    assert_eq!(said["taken"], true);
    let now = row(&home, "a1");
    assert_eq!((&now["minutes"], &now["provenance"]["minutes"]), (&json!(30), &json!("surveyed")));
    assert_eq!(now["observed"], json!([{ "cell": "minutes", "count": 4, "low": 20, "middle": 30, "high": 60 }]));
    assert!(now["source"].as_str().unwrap().contains("Khảo sát 11/2026"));
    home.run(&["cost", "show", CODE]).ok().says("của 4 câu trả lời, từ 20 đến 60");
    // More answers are added; hours are minutes.
    home.run(&["cost", "observe", CODE, "a1", "minutes", "10", "12", "--source", "Bổ sung"]).ok().tells("lấy 20");
    assert_eq!(row(&home, "a1")["minutes"], 20);
    home.run(&["cost", "observe", CODE, "a1", "hours", "0,5", "--source", "Bổ sung"]).ok();
    // What somebody types afterwards is told to differ, and stays.
    home.run(&["cost", "set", CODE, "a1", "minutes=99"]).ok();
    home.run(&["cost", "show", CODE]).ok().says("ô đang ghi 99");
    // Of 10, 12, 20, 30, 30, 45, 60 the one in the middle is 30.
    let answer = home.run(&["cost", "check", CODE, "--format", "json"]).ended(1).json();
    let every = answer["rows"].as_array().unwrap();
    let asked: Vec<&Value> = every.iter().filter(|row| row["doubt"] == "survey_differs").collect();
    assert_eq!(asked.len(), 1, "{every:?}");
    assert_eq!(
        (&asked[0]["cell"], &asked[0]["figure"], &asked[0]["held_against"]),
        (&json!("minutes"), &json!(99), &json!(30))
    );
    home.run(&["undo"]).ok();
    assert_eq!(home.rows(&["list", "observation"]).len(), 7);
    home.run(&["cost", "observe", CODE, "a1", "minutes", "--clear"]).ok();
    assert_eq!((home.rows(&["list", "observation"]).len(), row(&home, "a1")["observed"].clone()), (0, json!([])));
}

#[test]
fn a_better_figure_stays_and_what_cannot_be_is_refused() {
    let home = Home::new();
    home.run(&["cost", "set", CODE, "a1", "minutes=33", "--provenance", "official", "--source", "Thông tư"]).ok();
    let said = home.json(&["cost", "observe", CODE, "a1", "minutes", "10", "20", "--source", "khảo sát"]);
    assert_eq!((&said["taken"], &said["middle"]), (&json!(false), &json!(10)));
    assert_eq!(row(&home, "a1")["minutes"], 33);
    let before = home.everything();
    home.run(&["cost", "observe", CODE, "a1", "minutes", "10"]).refused(2, "--source");
    home.run(&["cost", "observe", CODE, "a1", "minutes", "--source", "x"]).refused(2, "20 30 45");
    home.run(&["cost", "observe", CODE, "a99", "minutes", "10", "--source", "x"]).refused(6, "a99");
    home.run(&["cost", "observe", CODE, "a1", "gia", "10", "--source", "x"]).ended(2);
    home.run(&["cost", "observe", CODE, "a1", "minutes", "lâu", "--source", "x"]).ended(2);
    home.run(&["cost", "observe", CODE, "a1", "charges", "10,5", "--source", "x"]).ended(2);
    home.run(&["cost", "observe", CODE, "-", "minutes", "10", "--source", "x"]).refused(2, "population");
    home.run(&["cost", "observe", "9.9", "a1", "minutes", "10", "--source", "x"]).ended(6);
    home.run(&["cost", "observe", CODE, "a1", "charges", "--clear"]).refused(6, "a1");
    assert_eq!(home.everything(), before);
}

#[test]
fn a_table_of_answers_comes_in_once() {
    let home = Home::new();
    // A line for each who answered, with a column for each cell; of 20, 40, 90 minutes the middle is 40, of 5.000 and 7.000 đồng the lower.
    let table = "Mã TTHC;Dòng;Phiếu;Phút;Chi phí khác;Nguồn\n1.004222;a1;P1;20;5.000;KS\n1.004222;a1;P2;1h30;7.000;KS\n1.004222;a1;P3;40;;KS\n9.999999;a1;P1;1;;KS\n";
    home.write("khao-sat.csv", table);
    home.run(&["import", "khao-sat.csv"]).ok().tells("5 câu trả lời khảo sát, 2 ô").tells("9.999999");
    let now = row(&home, "a1");
    assert_eq!((&now["minutes"], &now["charges_dong"]), (&json!(40), &json!(5_000)));
    let changes = home.rows(&["history"]).len();
    home.run(&["import", "khao-sat.csv"]).ok();
    assert_eq!(home.rows(&["history"]).len(), changes, "the second import changes nothing");
    // A line for each answer, of the population of the regulation itself.
    home.write(
        "dan-so.csv",
        "code,row,cell,value,respondent\n1.004222,-,population,1.400.000,A\n1.004222,-,population,1.300.000,B\n",
    );
    home.run(&["import", "dan-so.csv"]).ok();
    assert_eq!(home.json(&["cost", "show", CODE])["population"]["count"], 1_300_000);
    home.write("bad.csv", "code,row,cell,value,respondent\n1.001193,-,mau,1,A\n");
    home.run(&["import", "bad.csv"]).refused(3, "mau").tells("bad.csv:2");
    home.write("bad.csv", "code,row,cell,value,respondent\n1.001193,a1,minutes,lâu,A\n");
    home.run(&["import", "bad.csv"]).refused(3, "lâu").tells("bad.csv:2");
    home.write("bad.csv", "code,row,cell,value,respondent\n1.001193,a99,minutes,5,A\n");
    home.run(&["import", "bad.csv"]).refused(6, "a99");
    // What goes out comes in as it was, and takes nothing.
    home.run(&["cost", "set", CODE, "a1", "minutes=50", "--provenance", "measured", "--source", "đo"]).ok();
    home.run(&["export", "--to", "all"]).ok();
    let other = Home::new();
    std::fs::create_dir_all(other.path("all")).unwrap();
    for folder in ["observation", "sheet"] {
        std::fs::create_dir_all(other.path(&format!("all/{folder}"))).unwrap();
        for file in std::fs::read_dir(home.path(&format!("all/{folder}"))).unwrap() {
            let file = file.unwrap().file_name().into_string().unwrap();
            std::fs::copy(home.path(&format!("all/{folder}/{file}")), other.path(&format!("all/{folder}/{file}")))
                .unwrap();
        }
    }
    other.run(&["import", "all"]).ok();
    assert_eq!(
        (row(&other, "a1")["minutes"].clone(), row(&other, "a1")["observed"].clone()),
        (json!(50), row(&home, "a1")["observed"].clone())
    );
}

/// By hand: all rows of a sheet that take the regulation's own number move with one draw of it, so that the cost at its ends is in their proportion.
#[test]
fn a_population_is_uncertain_once_for_all_its_rows() {
    let home = Home::new();
    home.run(&[
        "uncertainty",
        "set",
        "population:9.9",
        "--spread",
        "range",
        "--low",
        "1",
        "--high",
        "2",
        "--source",
        "x",
    ])
    .ended(6);
    let set = [
        "uncertainty",
        "set",
        "population:1.004222",
        "--spread",
        "range",
        "--low",
        "1.000",
        "--high",
        "3.000",
        "--source",
        "ước",
    ];
    home.run(&["cost", "population", CODE, "--unknown"]);
    home.run(&set).refused(6, "cost population");
    home.run(&["cost", "population", CODE, "2.000", "--source", "KS", "--rows"]).ok();
    home.run(&set).ok().tells("2.000");
    let rows = home.rows(&["uncertainty", "list"]);
    assert_eq!((&rows[0]["of"], &rows[0]["point"]), (&json!("population:1.004222"), &json!(2_000)));
    let chance = home.json(&["scenario", "chance", "none", "--draws", "200"]);
    let before =
        chance["figures"].as_array().unwrap().iter().find(|one| one["figure"] == "cost_before").unwrap().clone();
    let [low, high, point] = ["all_low", "all_high", "point"].map(|key| before[key].as_f64().unwrap_or(f64::NAN));
    let own = home.json(&["cost", "show", CODE])["annual_cost_dong"].as_f64().unwrap();
    // All else is as it is: the sheet alone is cut to a half, and half as much again.
    assert!((point - low - own / 2.0).abs() < 2.0 && (high - point - own / 2.0).abs() < 2.0, "{before}");
    home.run(&["uncertainty", "remove", "population:1.004222"]).ok();
}
