//! `cost`: sheets, totals, questions, corrections.

use super::home::{Home, package};
use serde_json::Value;

/// The income of a citizen per hour in 2026 is 114 000 000 / 2112 đồng (catalog/parameters.toml). By hand, minutes × people of the
/// sheet of 1.001193 (catalog/linked-services/birth.toml): 30·1 400 000 + 20·1 400 000 + 60·28 000 + 5·1 400 000 + 60·14 000 +
/// 120·826 000 + 20·560 000 + 45·14 000 + 0·1 400 000 + 90·840 000 + 5·560 000 = 268 870 000 minutes; ÷ 60 × 114 000 000 ÷ 2112 =
/// 241 881 155 303,03 đồng. Charges: 10 000·28 000 + 2 500·14 000 + 20 000·826 000 + 30 000·14 000 + 20 000·840 000 = 34 055 000 000.
/// Together 275 936 155 303,03: shown as 275 936 155 303.
const BIRTH: i64 = 275_936_155_303;

#[test]
fn a_sheet_is_computed_as_by_hand() {
    let home = Home::new();
    let minutes: i128 = [
        (30, 1_400_000),
        (20, 1_400_000),
        (60, 28_000),
        (5, 1_400_000),
        (60, 14_000),
        (120, 826_000),
        (20, 560_000),
        (45, 14_000),
        (90, 840_000),
        (5, 560_000),
    ]
    .iter()
    .map(|(minutes, people)| minutes * people)
    .sum();
    let charges: i128 = [(10_000, 28_000), (2_500, 14_000), (20_000, 826_000), (30_000, 14_000), (20_000, 840_000)]
        .iter()
        .map(|(dong, people)| dong * people)
        .sum();
    let (top, bottom) = (minutes * 114_000_000, 60 * 2112);
    assert_eq!((top * 2 + bottom) / (bottom * 2) + charges, i128::from(BIRTH));
    let sheet = home.json(&["cost", "show", "1.001193"]);
    assert_eq!(sheet["annual_cost_dong"], BIRTH);
    assert_eq!(sheet["rates_on"], "2026-01-01");
    assert_eq!(sheet["rows"].as_array().unwrap().len(), 11);
    home.run(&["cost", "show", "1.001193"]).ok().says("cả năm: 275.936.155.303 đ").says("53.977,27 đ/giờ");
    home.run(&["--lang", "en", "cost", "show", "1.001193"]).ok().says("per year: 275,936,155,303 đ");
}

#[test]
fn a_row_shows_its_formula_and_where_it_comes_from() {
    let home = Home::new();
    let sheet = home.json(&["cost", "show", "1.001193"]);
    let row = sheet["rows"].as_array().unwrap().iter().find(|row| row["id"] == "a10").unwrap();
    // 90 minutes and 20 000 đồng for 840 000 people: 1,5 · 53 977,2727 + 20 000 = 100 965,909…; × 840 000 = 84 811 363 636,36.
    assert_eq!((&row["one_dong"], &row["annual_cost_dong"]), (&Value::from(100_966), &Value::from(84_811_363_636_i64)));
    for key in ["formula", "source", "tariff_source"] {
        assert!(row[key].as_str().is_some_and(|text| !text.is_empty()), "{key}: {row}");
    }
    assert_eq!(row["provenance"]["minutes"], "assumption");
}

#[test]
fn totals_add_up_however_they_are_split() {
    let home = Home::new();
    let sum = |rows: &[Value]| rows.iter().map(|row| row["annual_cost_dong"].as_i64().unwrap()).sum::<i64>();
    let whole = home.rows(&["cost", "total"]);
    assert_eq!((whole.len(), sum(&whole)), (1, 1_128_525_558_712));
    for by in ["agency", "field", "kind"] {
        let rows = home.rows(&["cost", "total", "--by", by]);
        // Each line is rounded on its own, the total once: they differ by half a đồng a line at most.
        assert!((sum(&rows) - 1_128_525_558_712).abs() <= rows.len() as i64, "{by}: {rows:?}");
        let count: i64 = rows.iter().map(|row| row["regulations"].as_i64().unwrap()).sum();
        assert_eq!(count, 6, "{by}");
    }
    home.run(&["cost", "total", "--by", "moon"]).refused(2, "moon");
    // Programs read keys, people names in their language.
    assert_eq!(whole[0]["group"], "total");
    home.run(&["--lang", "en", "cost", "total", "--by", "agency"]).ok().says("Ministry of Justice");
    home.run(&["--lang", "en", "cost", "total", "--by", "kind", "--method", "germany"]).ok().says("procedure");
    home.run(&["cost", "total", "--method", "germany", "--linked"]).refused(2, "--linked");
}

#[test]
fn a_cell_is_corrected_and_says_what_changed() {
    let home = Home::new();
    let args = [
        "cost",
        "set",
        "1.001193",
        "a1",
        "minutes=15",
        "--provenance",
        "measured",
        "--source",
        "bấm giờ",
        "--note",
        "đo",
    ];
    // 15 minutes less for 1 400 000 people: 350 000 hours × 53 977,2727 = 18 892 045 454,5 less.
    home.run(&args).ok().tells("275.936.155.303 → 257.044.109.848");
    let sheet = home.json(&["cost", "show", "1.001193"]);
    let row = &sheet["rows"][0];
    assert_eq!((&row["minutes"], &row["source"]), (&Value::from(15), &Value::from("bấm giờ")));
    assert_eq!(
        (&row["provenance"]["minutes"], &row["provenance"]["times"]),
        (&Value::from("measured"), &Value::from("assumption"))
    );
    assert_eq!(home.rows(&["history"])[0]["note"], "đo");
    home.run(&["cost", "set", "1.001193", "a1", "times=1/3", "charges=1.500.000"]).ok();
    assert_eq!(home.json(&["cost", "show", "1.001193"])["rows"][0]["charges_dong"], 1_500_000);
}

#[test]
fn a_wrong_cell_changes_nothing() {
    let home = Home::new();
    let before = home.everything();
    for cell in ["minutes=x", "minutes=-5", "minutes", "nosuch=1", "population=1,5"] {
        home.run(&["cost", "set", "1.001193", "a1", "charges=7", cell]).ended(2);
    }
    home.run(&["cost", "set", "1.001193", "a1", "minutes=6", "minutes=7"]).refused(2, "“minutes” ghi hai lần");
    home.run(&["cost", "set", "1.001193", "a1", "source=x", "--source", "y"]).refused(2, "“source” ghi hai lần");
    home.run(&["cost", "add", "1.001193", "--group", "other", "--name", "x", "minutes=6", "minutes=6"])
        .refused(2, "“minutes” ghi hai lần");
    home.run(&["cost", "set", "1.001193", "a99", "minutes=1"]).refused(6, "a11");
    home.run(&["cost", "set", "1.001193", "a1", "tariff=nosuch"]).refused(3, "nosuch");
    home.run(&["cost", "set", "9.999", "a1", "minutes=1"]).refused(6, "9.999");
    home.run(&["cost", "set", "1.001193", "a1", "minutes=1", "--provenance", "sure"]).refused(2, "official");
    assert_eq!(home.everything(), before);
}

#[test]
fn rows_are_added_and_removed() {
    let home = Home::new();
    home.run(&["cost", "add", "1.001193", "--group", "other", "--name", "Việc thêm", "minutes=60", "population=1000"])
        .ok();
    let sheet = home.json(&["cost", "show", "1.001193"]);
    let rows = sheet["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["name"] == "Việc thêm").unwrap();
    // An hour for 1000 people: 53 977 272,73.
    assert_eq!((rows.len(), &row["annual_cost_dong"]), (12, &Value::from(53_977_273)));
    home.run(&["cost", "remove", "1.001193", row["id"].as_str().unwrap()]).ok();
    assert_eq!(home.json(&["cost", "show", "1.001193"])["annual_cost_dong"], BIRTH);
    home.run(&["cost", "remove", "1.001193", "a99"]).refused(6, "a99");
    home.run(&["cost", "add", "1.001193", "--group", "moon", "--name", "x"]).refused(2, "dossier");
}

/// A procedure without a sheet, and one that says too little for a sheet.
const ONE: &str = r#"
[[procedure]]
regulation = { code = "9.000001", kind = "procedure", name = "Thủ tục thử", agency = "BTP", provenance = "assumption", source = "thử" }
components = [{ id = "c1", name = "Đơn đề nghị", originals = 1 }, { id = "c2", name = "Bằng cấp", copies = 1, certified = true }]

[[procedure]]
regulation = { code = "9.000002", kind = "procedure", name = "Thủ tục trống", agency = "BTP", provenance = "assumption", source = "thử" }
"#;

#[test]
fn a_first_sheet_is_drafted_only_where_there_is_none() {
    let home = Home::new();
    home.write("one.toml", ONE);
    home.run(&["import", "one.toml"]).ok();
    home.run(&["cost", "show", "9.000001"]).refused(6, "9.000001").tells("cost draft");
    home.run(&["cost", "draft", "1.001193"]).refused(2, "1.001193");
    home.run(&["cost", "draft"]).ended(2);
    home.run(&["cost", "draft", "9.000001", "--all"]).ended(2);
    home.run(&["cost", "draft", "9.000001"]).ok().tells("1 bảng tính");
    let sheet = home.json(&["cost", "show", "9.000001"]);
    for row in sheet["rows"].as_array().unwrap() {
        let cells = row["provenance"].as_object().unwrap();
        assert!(cells.values().all(|sure| sure == "assumption"), "{row}");
    }
    home.run(&["cost", "draft", "--all"]).ok().tells("0 bảng tính");
    home.run(&["cost", "draft", "9.999"]).refused(6, "9.999");
}

#[test]
fn regulations_of_every_kind_are_costed() {
    let home = Home::new();
    home.run(&["import", package("catalog/examples.toml").to_str().unwrap()]).ok();
    // vd-dieu-kien-1: (4 h × 53 977,2727 + 1 500 000) × 2000 + 4 h × 53 977,2727 × 1/5 × 2000 = 3 518 181 818,18.
    assert_eq!(home.json(&["cost", "show", "vd-dieu-kien-1"])["annual_cost_dong"], 3_518_181_818_i64);
    let kinds = home.rows(&["cost", "total", "--by", "kind"]);
    assert_eq!(kinds.len(), 4);
}
