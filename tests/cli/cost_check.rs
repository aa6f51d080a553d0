//! `cost check`: figures to question, each with its reason; tables whose printed figures do not multiply.

use super::home::Home;
use serde_json::Value;

/// A procedure with a fee list and two components, and its twin at another agency.
const RECORDS: &str = r#"
[[procedure]]
regulation = { code = "9.000001", kind = "procedure", name = "Cấp giấy phép thử nghiệm rà soát số liệu", agency = "BTP", field = "Hải quan", provenance = "assumption", source = "thử" }
components = [{ id = "c1", name = "Đơn đề nghị", originals = 1 }]
channels = [
  { id = "k1", mode = "in_person", fees = [{ amount = 20000 }, { amount = 50000 }] },
  { id = "k2", mode = "online", fees = [{ amount = 10000 }] },
]

[[procedure]]
regulation = { code = "9.000001.000.00.00.H38", kind = "procedure", name = "Cấp giấy phép thử nghiệm rà soát số liệu", agency = "T01", provenance = "assumption", source = "thử" }
"#;

/// A row of a sheet in TOML, with what the test changes.
fn row(id: &str, group: &str, cells: &str, source: &str) -> String {
    format!(
        "[[sheet.activity]]\nid = \"{id}\"\ngroup = \"{group}\"\nname = \"Việc {id}\"\ntariff = \"income.business\"\n{cells}\nprovenance = {{ minutes = \"measured\" }}\nsource = \"{source}\"\n"
    )
}

fn sheet(code: &str, rows: &[String]) -> String {
    format!("[[sheet]]\nregulation = \"{code}\"\n{}", rows.concat())
}

/// What is asked about a procedure whose sheet has these rows: (doubt, rows, cell).
fn asked(home: &Home, rows: &[String]) -> Vec<(String, String, String)> {
    home.write("sheet.toml", &sheet("9.000001", rows));
    home.run(&["import", "sheet.toml", "--replace"]).ok();
    let ran = home.run(&["cost", "check", "9.000001", "--format", "json"]);
    assert!(ran.code <= 1, "{}", ran.err);
    let text = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    let answer = ran.json();
    let rows = answer["rows"].as_array().unwrap();
    assert_eq!(ran.code, i32::from(!rows.is_empty()));
    rows.iter().map(|row| (text(row, "doubt"), text(row, "row"), text(row, "cell"))).collect()
}

fn one(doubt: &str, row: &str, cell: &str) -> Vec<(String, String, String)> {
    vec![(doubt.to_owned(), row.to_owned(), cell.to_owned())]
}

const USUAL: &str = "minutes = 60\ncharges = 800000\ntimes = 1\npopulation = 100";
const FEE: &str = "minutes = 10\ncharges = 20000\ntimes = 1\npopulation = 100";

#[test]
fn each_doubt_is_raised_by_what_it_is_about_and_by_nothing_else() {
    let home = Home::new();
    home.write("records.toml", RECORDS);
    home.run(&["import", "records.toml"]).ok();
    let usual = || row("a1", "dossier", USUAL, "khảo sát 2025");
    let fee = || row("a2", "fees", FEE, "biểu phí 2025");
    let with = |cells: &str| row("a1", "dossier", cells, "khảo sát 2025");
    assert_eq!(asked(&home, &[usual(), fee()]), []);
    assert_eq!(asked(&home, &[row("a1", "dossier", USUAL, ""), fee()]), one("no_source", "a1", ""));
    let many = USUAL.replace("population = 100", "population = 101300001");
    assert_eq!(asked(&home, &[with(&many), fee()]), one("population", "a1", "population"));
    let all = USUAL.replace("population = 100", "population = 101300000");
    assert_eq!(asked(&home, &[with(&all), fee()]), []);
    assert_eq!(asked(&home, &[with(&USUAL.replace("times = 1", "times = 0")), fee()]), one("zero", "a1", "times"));
    let none = USUAL.replace("population = 100", "population = 0");
    assert_eq!(asked(&home, &[with(&none), fee()]), one("zero", "a1", "population"));
    let minutes = |n: &str| with(&USUAL.replace("minutes = 60", &format!("minutes = {n}")));
    assert_eq!(asked(&home, &[minutes("961"), fee()]), one("minutes", "a1", "minutes"));
    assert_eq!(asked(&home, &[minutes("2"), fee()]), one("minutes_as_hours", "a1", "minutes"));
    assert_eq!(asked(&home, &[minutes("5"), fee()]), []);
    let thousands = FEE.replace("20000", "20");
    let doubts: Vec<String> =
        asked(&home, &[usual(), row("a2", "fees", &thousands, "2025")]).into_iter().map(|(doubt, ..)| doubt).collect();
    assert_eq!(doubts, ["thousands", "fee_differs"]);
    let other = FEE.replace("20000", "30000");
    assert_eq!(asked(&home, &[usual(), row("a2", "fees", &other, "2025")]), one("fee_differs", "a2", "charges"));
    let sum = FEE.replace("20000", "80000");
    assert_eq!(asked(&home, &[usual(), row("a2", "fees", &sum, "2025")]), [], "all fees of the list together");
    assert_eq!(asked(&home, &[usual()]), one("fee_missing", "", "charges"));
    let of = |component: &str| with(&format!("{USUAL}\ncomponent = \"{component}\""));
    assert_eq!(asked(&home, &[of("c1"), fee()]), []);
    assert_eq!(asked(&home, &[row("a1", "dossier", USUAL, "khảo sát 2022"), fee()]), one("old", "a1", ""));
    assert_eq!(
        asked(&home, &[row("a1", "dossier", USUAL, "khảo sát 2023"), fee()]),
        [],
        "three years are not more than three"
    );
    let guessed = [usual(), fee()].map(|text| text.replace("minutes = \"measured\"", "minutes = \"assumption\""));
    assert_eq!(asked(&home, &guessed), one("all_assumption", "", ""));
    // APCI 2018: a customs procedure costs 3,5 million đ; the tenth part is 350.000.
    let cheap = USUAL.replace("800000", "200000");
    assert_eq!(asked(&home, &[with(&cheap), fee()]), one("magnitude", "", ""));
}

#[test]
fn fees_too_large_to_add_up_are_no_accident() {
    let home = Home::new();
    home.write("records.toml", &RECORDS.replace("50000", "900000000000000").replace("20000", "900000000000001"));
    home.run(&["import", "records.toml"]).ok();
    let rows = [row("a1", "dossier", USUAL, "khảo sát 2025"), row("a2", "fees", FEE, "biểu phí 2025")];
    assert_eq!(asked(&home, &rows), one("fee_differs", "a2", "charges"));
}

#[test]
fn a_row_whose_component_is_gone_is_asked_about() {
    let home = Home::new();
    home.write("records.toml", RECORDS);
    home.run(&["import", "records.toml"]).ok();
    let prepares = |component: &str| row("a1", "dossier", &format!("{USUAL}\ncomponent = \"{component}\""), "2025");
    let fee = || row("a2", "fees", FEE, "2025");
    assert_eq!(asked(&home, &[prepares("c1"), fee()]), []);
    home.write("sheet.toml", &sheet("9.000001", &[prepares("c9"), fee()]));
    home.run(&["import", "--replace", "sheet.toml"]).refused(3, "c9");
    // A workspace of an older version may hold such a row.
    let raw = rusqlite::Connection::open(home.database()).unwrap();
    raw.execute_batch(
        "DROP TRIGGER journal_activity_update; DROP TRIGGER bounds_activity_update; UPDATE activity SET component = 'c9' WHERE id = 'a1';",
    )
    .unwrap();
    drop(raw);
    let answer = home.run(&["cost", "check", "9.000001", "--format", "json"]).ended(1).json();
    let doubts: Vec<&Value> = answer["rows"].as_array().unwrap().iter().map(|row| &row["doubt"]).collect();
    assert_eq!(doubts, ["component_gone"]);
}

#[test]
fn without_a_year_in_the_source_the_journal_tells_the_age() {
    let home = Home::new();
    home.write("records.toml", RECORDS);
    home.run(&["import", "records.toml"]).ok();
    let rows = [row("a1", "dossier", USUAL, "phỏng vấn"), row("a2", "fees", FEE, "theo 158/2015/TTLT-BTC-BTP")];
    assert_eq!(asked(&home, &rows), []);
    // The workspace was last changed on 1 January 2026; four years later that is old.
    let later = home.run_with(("SOURCE_DATE_EPOCH", "1893456000"), &["cost", "check", "9.000001"]).ended(1);
    later.says("số liệu cũ").says("01/01/2026");
}

#[test]
fn the_same_procedure_at_two_agencies_is_compared() {
    let home = Home::new();
    home.write("records.toml", RECORDS);
    home.run(&["import", "records.toml"]).ok();
    let mine = sheet("9.000001", &[row("a1", "other", USUAL, "2025"), row("a2", "fees", FEE, "2025")]);
    let theirs = |charges: &str| {
        sheet("9.000001.000.00.00.H38", &[row("a1", "other", &USUAL.replace("800000", charges), "2025")])
    };
    let differ = |theirs: String| {
        home.write("both.toml", &format!("{mine}{theirs}"));
        home.run(&["import", "both.toml"]).ok();
        let ran = home.run(&["cost", "check", "--severity", "warning", "--format", "json"]);
        let answer = ran.json();
        let rows = answer["rows"].as_array().unwrap().clone();
        rows.into_iter().filter(|row| row["doubt"] == "agencies_differ").collect::<Vec<_>>()
    };
    // 60 min × 53.977,27 + 800.000 + 10 min × 53.977,27 + 20.000 = 882.973 đ here; 60 min + 700.000 = 753.977 đ there: 17% apart.
    assert_eq!(differ(theirs("700000")), Vec::<Value>::new());
    // 60 min + 600.000 = 653.977 đ: 35% apart.
    let rows = differ(theirs("600000"));
    assert_eq!(rows.len(), 1, "by code and by name, but told once");
    assert_eq!((&rows[0]["figure"], &rows[0]["held_against"]), (&882_973.into(), &653_977.into()));
    assert_eq!(rows[0]["code"], "9.000001");
}

#[test]
fn many_questions_of_one_kind_are_one_line_unless_all_are_wanted() {
    let home = Home::new();
    // Three of the shipped sheets rest on assumptions alone. People read that once, programs get each.
    let lines = |args: &[&str]| {
        let ran = home.run(&[&["cost", "check"][..], args].concat()).ended(1);
        ran.out.lines().filter(|line| line.contains("toàn giả định")).map(str::to_owned).collect::<Vec<_>>()
    };
    let grouped = lines(&[]);
    assert_eq!(grouped.len(), 1);
    assert!(grouped[0].contains("3 quy định: "), "{grouped:?}");
    assert_eq!(lines(&["--all"]).len(), 3);
    let every = home.run(&["cost", "check", "--format", "json"]).ended(1).json();
    let every = every["rows"].as_array().unwrap().clone();
    let codes: Vec<&Value> =
        every.iter().filter(|row| row["doubt"] == "all_assumption").map(|row| &row["code"]).collect();
    assert_eq!(codes.len(), 3);
    for code in codes {
        home.run(&["show", "regulation", code.as_str().unwrap()]).ok();
    }
    let nothing = home.run(&["cost", "check", "--severity", "warning"]).ok().tells("không có số liệu cần xem lại");
    assert_eq!(nothing.out, "", "no table without rows");
    home.run(&["cost", "check", "--severity", "off"]).refused(2, "warning");
    home.run(&["cost", "check", "9.999"]).refused(6, "9.999");
}

#[test]
fn an_analyst_changes_the_rules() {
    let home = Home::new();
    let rules = std::fs::read_to_string(super::home::package("catalog/cost-checks.toml")).unwrap();
    home.write("mine.toml", &rules.replace("all_assumption = \"note\"", "all_assumption = \"off\""));
    home.run(&["cost", "check", "--rules", "mine.toml"]).ok();
    home.write("mine.toml", &rules.replace("most_years = 3 ", "most_years = \"x\" "));
    let refused = home.run(&["cost", "check", "--rules", "mine.toml"]).refused(3, "mine.toml:6");
    assert!(!refused.err.contains("bản phát hành"), "the analyst's file is no fault of the release: {}", refused.err);
}

/// U2: a row of a published burden table (United States) with 220 respondents, 112.615 responses, 0,83 h, 36.178 h, 35, 694.742; and one of
/// U1 that is right.
const BURDEN: [[&str; 7]; 3] = [
    ["Row", "Respondents", "Total responses", "Hours per response", "Total hours", "Hourly wage", "Total cost"],
    ["Application", "220", "112,615", "0.83", "36,178", "35", "694,742"],
    ["Recordkeeping", "7", "7", "80", "560", "75", "42,000"],
];

/// The first sheet is as published.
fn assert_u2(home: &Home, file: &str) {
    let ran = home.run(&["cost", "check", "--printed", file, "--format", "json"]).ended(1);
    let answer = ran.json();
    let rows: Vec<&Value> = answer["rows"].as_array().unwrap().iter().filter(|row| row["sheet"] == 1).collect();
    assert_eq!(rows.len(), 2, "{rows:?}");
    // 112.615 × 0,83 = 93.470,45 hours; 36.178 × 35 = 1.266.230.
    assert_eq!((&rows[0]["line"], &rows[0]["label"]), (&2.into(), &"Application".into()));
    assert_eq!((&rows[0]["printed"], &rows[0]["computed"]), (&36_178.into(), &93_470.45.into()));
    assert_eq!((&rows[1]["printed"], &rows[1]["computed"]), (&694_742.into(), &1_266_230.into()));
}

#[test]
fn u2_a_published_row_that_does_not_multiply_is_reported() {
    let home = Home::new();
    let lines: Vec<String> = BURDEN.iter().map(|row| row.map(|cell| format!("\"{cell}\"")).join(",")).collect();
    home.write("u2.csv", &lines.join("\n"));
    assert_u2(&home, "u2.csv");
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    for (at, row) in BURDEN.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            let (line, column) = (u32::try_from(at).unwrap(), u16::try_from(column).unwrap());
            match cell.replace(',', "").parse::<f64>() {
                Ok(number) => page.write_number(line, column, number).unwrap(),
                Err(_) => page.write_string(line, column, *cell).unwrap(),
            };
        }
    }
    // A table on a later sheet is looked at too.
    let later = book.add_worksheet();
    for (line, cells) in
        [["Respondents", "Frequency", "Responses"], ["10", "2", "20"], ["10", "2", "21"]].iter().enumerate()
    {
        for (column, cell) in cells.iter().enumerate() {
            later.write_string(u32::try_from(line).unwrap(), u16::try_from(column).unwrap(), *cell).unwrap();
        }
    }
    book.save(home.path("u2.xlsx")).unwrap();
    let ran = home.run(&["cost", "check", "--printed", "u2.xlsx", "--format", "json"]).ended(1).json();
    let rows = ran["rows"].as_array().unwrap().clone();
    let later: Vec<_> =
        rows.iter().filter(|row| row["sheet"] == 2).map(|row| (&row["line"], &row["printed"])).collect();
    assert_eq!(later, [(&3.into(), &21.into())]);
    assert_u2(&home, "u2.xlsx");
}

#[test]
fn rounded_figures_that_can_multiply_are_let_be() {
    let home = Home::new();
    let sheet = |one: &str, annual: &str| {
        format!(
            "Bảng tính;;;;;;;\nCông việc;Số giờ;Thu nhập một giờ;Phí, lệ phí;Số lần một năm;Số đối tượng;Chi phí một lần;Chi phí một năm\nNộp hồ sơ;0,33;54.000;20.000;1;1.000;{one};{annual}\n"
        )
    };
    // A third of an hour is printed as 0,33: 54.000 ÷ 3 + 20.000 = 38.000, though 0,33 × 54.000 + 20.000 = 37.820.
    home.write("sheet.csv", &sheet("38.000", "38.000.000"));
    home.run(&["cost", "check", "--printed", "sheet.csv"]).ok().tells("2 phép nhân đều khớp");
    home.write("sheet.csv", &sheet("39.000", "39.000.000"));
    home.run(&["cost", "check", "--printed", "sheet.csv"]).ended(1).says("39.000").says("37.820");
    // 5 hours × 30,75 = 153,75, printed in whole units as 154; 153 is wrong. 0.125 hours is no 125 hours.
    let burden = |cost: &str| {
        format!("Total responses,Hours per response,Total hours,Hourly wage,Total cost\n40,0.125,5,30.75,{cost}\n")
    };
    home.write("burden.csv", &burden("154"));
    home.run(&["cost", "check", "--printed", "burden.csv"]).ok().tells("2 phép nhân đều khớp");
    home.write("burden.csv", &burden("153"));
    home.run(&["cost", "check", "--printed", "burden.csv"]).ended(1).says("153,75");
    home.write("sheet.csv", "a;b\n1;2\n");
    home.run(&["cost", "check", "--printed", "sheet.csv"]).refused(3, "sheet.csv");
    home.run(&["cost", "check", "--printed", "none.csv"]).refused(3, "none.csv");
    home.run(&["cost", "check", "--printed", "sheet.csv", "--all"]).ended(2);
}

#[test]
fn the_health_of_the_data_is_told_line_by_line() {
    let home = Home::new();
    // Six sheets of assumptions, three of them wholly; twenty-one instruments without text; ten measures with dates and nobody in charge.
    let ran = home.run(&["health", "--as-of", "2026-01-01", "--format", "json"]).ended(1);
    let rows = ran.json()["rows"].as_array().unwrap().clone();
    let count = |key: &str, value: &str| rows.iter().filter(|row| row[key] == value).count();
    assert_eq!((count("finding", "assumed_sheet"), count("finding", "no_text")), (6, 21));
    assert_eq!(count("criterion", "complete"), 27);
    let told = |day: &str, condition: &str| -> Vec<Value> {
        let ran = home.run(&["health", "--as-of", day, "--where", condition, "--format", "json"]).ended(1);
        ran.json()["rows"].as_array().unwrap().clone()
    };
    let only = told("2026-01-01", "criterion=right");
    assert!(only.iter().all(|row| row["criterion"] == "right" && row["severity"].is_string()), "{only:?}");
    // After the measures were proposed: none of the ten names a person.
    let rows = told("2026-08-01", "finding=no_person");
    assert_eq!(rows.len(), 10);
    assert!(rows.iter().all(|row| row["kind"] == "measure" && row["regulation"].is_string()), "{rows:?}");
    home.run(&["health", "--where", "finding=late", "--as-of", "2026-08-01"]).ok();
}
