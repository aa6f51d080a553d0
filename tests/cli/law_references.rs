//! `law references`: what an instrument cites, what cites a place, what a repeal leaves behind.

use super::home::Home;

const TEXT: &str = "Số: 5/2030/TT-BO\nTHÔNG TƯ\nĐiều 1. Một\n1. Theo Điều 2 Thông tư này.\n2. Theo điểm a khoản 1 Điều 2 và Điều 9.\n\
                    Điều 2. Hai\n1. Gồm:\na) Một, theo Luật Ong;\nb) Hai.\n";

fn home() -> Home {
    let home = Home::bare();
    home.write("a.txt", TEXT);
    home
}

#[test]
fn references_are_listed_with_what_became_of_them() {
    let home = home();
    let rows = home.rows(&["law", "references", "a.txt"]);
    let cell = |n: usize, key: &str| rows[n][key].as_str().unwrap_or_default().to_owned();
    assert_eq!(rows.len(), 4);
    assert_eq!(rows[0]["line"], 4);
    assert_eq!((cell(0, "source"), cell(0, "place")), ("khoản 1 Điều 1".into(), "Điều 2".into()));
    assert_eq!(cell(0, "state"), "resolved");
    assert_eq!((cell(2, "state"), cell(2, "place")), ("no_such_place".into(), "Điều 9".into()));
    assert_eq!(cell(3, "state"), "unknown_name");
    assert!(cell(3, "reference").contains("Luật Ong"));
    home.run(&["--lang", "en", "law", "references", "a.txt"]).ok().says("no Điều 9");
    // A command over a file makes no workspace.
    assert!(!home.database().exists());
}

#[test]
fn what_cites_a_place_is_listed() {
    let home = home();
    let rows = home.rows(&["law", "references", "a.txt", "--to", "điểm a khoản 1 Điều 2"]);
    let reach: Vec<&str> = rows.iter().map(|r| r["reach"].as_str().unwrap()).collect();
    assert_eq!(reach, ["itself", "holder"]);
    home.run(&["law", "references", "a.txt", "--to", "Điều 7"]).refused(3, "không có Điều 7");
    home.run(&["law", "references", "a.txt", "--to", "khắp nơi"]).refused(2, "khắp nơi");
}

#[test]
fn what_a_repeal_leaves_behind_is_an_answer_of_no() {
    let home = home();
    home.run(&["law", "references", "a.txt", "--repealed", "khoản 1 Điều 2"]).ended(1).says("điểm a khoản 1 Điều 2");
    home.run(&["law", "references", "a.txt", "--repealed", "điểm b khoản 1 Điều 2", "Điều 1"]).ok();
    home.run(&["law", "references", "none.txt"]).refused(3, "none.txt");
}

#[test]
fn what_other_instruments_cite_dangles_too() {
    let home = home();
    let other = "Số: 9/2031/TT-BO\nTHÔNG TƯ\nĐiều 1. Một\n1. Theo điểm a khoản 1 Điều 2 Thông tư số 5/2030/TT-BO.\n";
    home.write("b.txt", other);
    let from = |args: &[&str], code: i32| -> Vec<(String, i64)> {
        let args = [&["law", "references", "a.txt", "--format", "json"], args].concat();
        let answer: serde_json::Value = serde_json::from_str(&home.run(&args).ended(code).out).unwrap();
        let rows = answer["rows"].as_array().unwrap().iter();
        rows.map(|row| (row["in"].as_str().unwrap().to_owned(), row["line"].as_i64().unwrap())).collect()
    };
    let beside = from(&["--beside", "b.txt", "--repealed", "Điều 2"], 1);
    let own = "5/2030/TT-BO".to_owned();
    assert_eq!(beside, [(own.clone(), 4), (own.clone(), 5), ("9/2031/TT-BO".into(), 4)]);
    // The same from the workspace, where the instrument itself is left out.
    home.run(&["init"]).ok();
    home.run(&["import", "a.txt"]).ok();
    home.run(&["import", "b.txt"]).ok();
    assert_eq!(from(&["--catalogue", "--repealed", "Điều 2"], 1), beside);
    let to = from(&["--catalogue", "--to", "điểm a khoản 1 Điều 2"], 0);
    assert_eq!(to, [(own.clone(), 5), ("9/2031/TT-BO".into(), 4), (own, 4)]);
}
