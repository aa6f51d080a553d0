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
