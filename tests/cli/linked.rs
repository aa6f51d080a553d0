//! `linked`: groups of procedures, their shared work counted once.

use super::home::Home;
use serde_json::Value;

const DEATH: &str = "lien-thong-khai-tu";

/// A sheet of one row, so that a hand can compute.
const TWO: &str = r#"
[[procedure]]
regulation = { code = "p1", kind = "procedure", name = "Một", provenance = "assumption" }
[[procedure]]
regulation = { code = "p2", kind = "procedure", name = "Hai", provenance = "assumption" }
[[sheet]]
regulation = "p1"
[[sheet.activity]]
id = "a1"
group = "submission"
name = "Nộp"
tariff = "income.citizen"
minutes = 0
charges = 30000
times = 2
population = 100
[[sheet]]
regulation = "p2"
[[sheet.activity]]
id = "a1"
group = "submission"
name = "Nộp"
tariff = "income.citizen"
minutes = 0
charges = 50000
times = 1
population = 150
[[linked_service]]
code = "lt"
name = "Liên thông thử"
name_en = "Trial"
members = ["p1", "p2"]
uptake = 40
[[linked_service.shared]]
name = "Nộp hồ sơ"
rows = [{ regulation = "p1", row = "a1" }, { regulation = "p2", row = "a1" }]
"#;

#[test]
fn shared_work_is_counted_once_by_hand() {
    let home = Home::new();
    home.write("two.toml", TWO);
    home.run(&["import", "two.toml"]).ok();
    let shown = home.json(&["linked", "show", "lt"]);
    // 30 000 × 200 + 50 000 × 150 = 13 500 000; 150 occasions × 40% × 30 000 = 1 800 000.
    assert_eq!(shown["before"]["separate_dong"], 13_500_000);
    assert_eq!(shown["before"]["as_one_dong"], 11_700_000);
    assert_eq!(shown["shared"][0]["before"]["occasions"], 60);
    assert_eq!(shown["shared"][0]["before"]["rows"][1]["kept"], true);
    assert_eq!(shown["uptake_percent"], 40.0);
    assert_eq!(home.json(&["show", "linked-service", "lt"]), shown);
    // `link` on the second takes its 7 500 000 away, and with it all that could be shared.
    home.run(&["measure", "add", "p2", "--kind", "link"]).ok();
    let shown = home.json(&["linked", "show", "lt"]);
    assert_eq!(
        shown["after"],
        serde_json::json!({ "separate_dong": 6_000_000, "as_one_dong": 6_000_000, "saved_dong": 0 })
    );
    assert_eq!((&shown["saved_by_measures_dong"], &shown["saved_dong"]), (&7_500_000.into(), &7_500_000.into()));
    home.run(&["--lang", "en", "linked", "show", "lt"])
        .ok()
        .says("40% of cases use the linked service")
        .says("nothing is left to share");
    home.run(&["linked", "show", "nosuch"]).refused(6, "nosuch");
}

#[test]
fn the_shipped_services_are_cheaper_as_one() {
    let home = Home::new();
    let rows = home.rows(&["linked", "list", "--as-of", "2026-11-26"]);
    assert_eq!(rows.len(), 2);
    for row in &rows {
        let dong = |key: &str| row[key].as_i64().unwrap();
        assert!(dong("as_one_dong") < dong("separate_dong"), "{row}");
        assert!(dong("after_as_one_dong") < dong("after_separate_dong"), "{row}");
        assert_eq!(dong("saved_dong"), dong("separate_dong") - dong("after_as_one_dong"));
    }
    // In person 105 000 times: 120 minutes and 20 000 đ of the second submission.
    // 105 000 × (2 × 114 000 000 ÷ 2112 + 20 000) = 13 435 227 272,7.
    let shown = home.json(&["linked", "show", DEATH, "--as-of", "2026-11-26"]);
    let work = |name: &str| shown["shared"].as_array().unwrap().iter().find(|work| work["name"] == name).unwrap();
    assert_eq!(work("Nộp hồ sơ trực tiếp")["before"]["saved_dong"], 13_435_227_273_i64);
    // Before anything is proposed, nothing changes.
    let early = home.json(&["linked", "show", DEATH, "--as-of", "2026-01-01"]);
    assert_eq!(early["before"], early["after"]);
    home.run(&["linked", "show", DEATH]).ok().says("Quy tắc").says("được giữ lại");
}

#[test]
fn totals_stay_sums_unless_asked() {
    let home = Home::new();
    let annual = |row: &Value| row["annual_cost_dong"].as_i64().unwrap();
    let plain = home.rows(&["cost", "total"]);
    let linked = home.rows(&["cost", "total", "--linked"]);
    assert_eq!((plain.len(), linked.len()), (1, 3));
    assert_eq!(plain[0], linked[0]);
    assert!(annual(&linked[1]) < 0);
    assert!(
        (annual(&linked[0]) + annual(&linked[1]) - annual(&linked[2])).abs() <= 1,
        "each line is rounded on its own"
    );
    let services = home.rows(&["linked", "list"]);
    let shared: i64 =
        services.iter().map(|s| s["separate_dong"].as_i64().unwrap() - s["as_one_dong"].as_i64().unwrap()).sum();
    assert!((shared + annual(&linked[1])).abs() <= 2);
    assert_eq!(
        home.rows(&["cost", "total", "--by", "agency", "--linked"]).len(),
        home.rows(&["cost", "total", "--by", "agency"]).len() + 2
    );
}

#[test]
fn the_register_is_listed_and_shown() {
    let home = Home::new();
    let rows = home.rows(&["list", "state-data"]);
    assert!(rows.iter().any(|row| row["code"] == "civil-status" && row["holder"] == "BTP"));
    assert_eq!(home.json(&["show", "state-data", "land"])["holder"], "BNNMT");
    home.run(&["show", "state-data", "civil-status"]).ok().says("giấy khai sinh");
    home.run(&["show", "state-data", "nosuch"]).refused(6, "nosuch");
}

/// The service of birth since 1/9/2026: 24 hours, 2 (5 with verification), 2 and 5 working days, 3 (5) in all.
#[test]
fn the_linked_service_of_birth_of_2026_comes_in_with_its_members_and_times() {
    let home = Home::new();
    let file = super::home::package("catalog/linked-services/newborn-2026.toml");
    let file = file.to_str().unwrap();
    home.run(&["import", file]).ok();
    let service = home.json(&["linked", "show", "3.000722"]);
    let members: Vec<&str> =
        service["members"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert_eq!(members, ["1.001193", "1.004222", "1.014137", "1.116410"]);
    assert_eq!(service["limits"].as_array().unwrap().len(), 7);
    home.run(&["linked", "show", "3.000722"])
        .ok()
        .says("cả dịch vụ: 3 ngày làm việc")
        .says("1.001193: 24 giờ")
        .says("1.004222: 5 ngày làm việc (khi phải xác minh)");
    // A limit of a procedure that is no member is refused; what is there goes out and in again.
    let before = home.everything();
    let text = std::fs::read_to_string(file).unwrap();
    home.write("wrong.toml", &text.replace("regulation = \"1.116410\"", "regulation = \"1.000656\""));
    home.run(&["import", "wrong.toml"]).refused(3, "1.000656");
    home.run(&["export", "linked-service", "-o", "l.toml"]).ok();
    home.run(&["import", "l.toml"]).ok();
    assert_eq!(home.everything(), before);
}
