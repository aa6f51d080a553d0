//! What a programme covers, and figures that were published of it.

use super::home::{Home, package};

const KOREAN: &str = r#"
[[programme]]
code = "kr"
name = "Hàn Quốc"
name_en = "Korea"
baseline = "2022-01-01"
targets = []
[[programme.published]]
id = "2022"
name = "chi phí của quy định"
of = "15269"
percent = "80"
makes = "13069"
unit = "tỷ KRW"
source = "số đã in"
"#;

#[test]
fn programmes_of_other_countries_come_in_as_data_and_what_does_not_multiply_is_refused() {
    let home = Home::new();
    let folder = package("catalog/programmes");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert_eq!(files.len(), 10);
    for file in &files {
        home.run(&["import", file.to_str().unwrap()]).ok();
    }
    // By hand: 22,4 × 25 % = 5,6; −8.995,6 × 7 % = −629,692; −817,8 × 7 % = −57,246; 52,31 × 1,75 = 91,5425.
    let uk = home.json(&["show", "programme", "uk-admin-burden"]);
    assert_eq!(uk["published"][0]["makes"], "5.6");
    home.run(&["show", "programme", "us-eo-13771"]).ok().says("-629,7");
    let before = home.everything();
    // 15.269 → 13.069 is 85,6 %, not 80 %.
    home.write("kr.toml", KOREAN);
    home.run(&["import", "kr.toml"]).refused(3, "13069");
    assert_eq!(home.everything(), before);
    home.write("kr.toml", &KOREAN.replace("\"80\"", "\"85.6\""));
    home.run(&["import", "kr.toml"]).ok();
}

#[test]
fn birth_registration_is_no_business_and_an_officer_may_say_otherwise() {
    let home = Home::bare();
    home.run(&["init"]).ok();
    assert_eq!(home.json(&["show", "programme", "nq66-2026"])["scope"]["concerns"], "business");
    let frozen = home.json(&["baseline", "freeze", "nq66-2026", "--as-of", "2026-11-01"]);
    assert_eq!((&frozen["regulations"], &frozen["left_out_scope"]), (&0.into(), &6.into()));
    home.run(&["show", "procedure", "1.001193"]).ok().says("người dân").says("Công dân Việt Nam");
    home.run(&["export", "procedure", "-o", "all.toml"]).ok();
    let said = home.text("all.toml").replace("electronic = false\n", "electronic = false\nconcerns = \"business\"\n");
    home.write("said.toml", &said);
    home.run(&["import", "said.toml"]).ok();
    let frozen = home.json(&["baseline", "freeze", "nq66-2026", "--again", "--as-of", "2026-11-01"]);
    assert_eq!(frozen["regulations"], 6);
}

/// Task 15 of 109/NQ-CP and point l of II.3 of 122/NQ-CP: half of time and cost, of citizens too, by the second quarter of 2026, then by the third.
#[test]
fn the_programme_of_2026_covers_people_and_says_when_its_day_was_moved() {
    let home = Home::bare();
    home.run(&["init"]).ok();
    let programme = home.json(&["show", "programme", "nq109-2026"]);
    let target = &programme["targets"][0];
    assert_eq!((&target["due"], &target["instrument"]), (&"2026-09-30".into(), &"122/NQ-CP".into()));
    assert_eq!(target["earlier"][0]["due"], "2026-06-30");
    home.run(&["show", "programme", "nq109-2026"])
        .ok()
        .says("30/9/2026 theo 122/NQ-CP (trước là 30/6/2026 theo 109/NQ-CP)");
    let frozen = home.json(&["baseline", "freeze", "nq109-2026", "--as-of", "2026-11-01"]);
    assert_eq!((&frozen["regulations"], &frozen["left_out_scope"]), (&6.into(), &0.into()));

    home.run(&["export", "programme", "-o", "p.toml"]).ok();
    let before = home.everything();
    home.run(&["import", "p.toml"]).ok();
    assert_eq!(home.everything(), before);
    // No day lies before the baseline, and who moved it is said.
    home.write("p.toml", &home.text("p.toml").replace("due = \"2026-06-30\"", "due = \"2024-06-30\""));
    home.run(&["import", "p.toml"]).refused(3, "2024-06-30");
    assert_eq!(home.everything(), before);
}
