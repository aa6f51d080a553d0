//! Workbooks: what they hold adds up as it is shown, and formulas hold what they come to (`tests/tries/workbooks.py` computes them anew).

use super::home::Home;
use calamine::{Data, Reader};

type Book = calamine::Xlsx<std::io::BufReader<std::fs::File>>;

fn number(value: Option<&Data>) -> f64 {
    match value {
        Some(Data::Float(number)) => *number,
        Some(Data::Int(number)) => *number as f64,
        other => panic!("no number: {other:?}"),
    }
}

/// The step a10 of 1.001193 costs 84 811 363 636 đồng a year (see `counted.rs`).
const SAVED: f64 = 84_811_363_636.0;

#[test]
fn a_scenario_is_a_workbook_to_calculate_with() {
    let home = Home::new();
    home.run(&["measure", "add", "1.001193", "--kind", "drop-step", "--target", "a10", "--title", "=Bỏ", "-q"]).ok();
    home.run(&["measure", "add", "1.004222", "--kind", "drop-step", "--target", "a1", "--title", "Bỏ", "-q"]).ok();
    home.run(&["report", "scenario", "-o", "s.xlsx"]).ok();
    let mut book: Book = calamine::open_workbook(home.path("s.xlsx")).unwrap();
    assert_eq!(book.sheet_names(), ["Phương án", "Trước và sau", "Mục tiêu"]);
    let measures = book.worksheet_range("Phương án").unwrap();
    let rows: Vec<u32> = (1..=2).collect();
    // The shares of the measures add up to the total, which counts all of them.
    let shares: Vec<f64> = rows.iter().map(|row| number(measures.get_value((*row, 8)))).collect();
    assert!(shares.contains(&SAVED), "{shares:?}");
    for column in [8, 9] {
        assert_eq!(number(measures.get_value((3, column))), shares.iter().sum::<f64>(), "column {column}");
    }
    assert!(rows.iter().all(|row| measures.get_value((*row, 0)) == Some(&Data::String("Có".into()))));
    let formulas = book.worksheet_formula("Phương án").unwrap();
    assert_eq!(formulas.get_value((1, 9)).unwrap(), "IF(A2=\"Có\",I2,0)");
    assert_eq!(formulas.get_value((3, 9)).unwrap(), "SUM(J2:J3)");
    // A title is no formula.
    assert!(rows.iter().all(|row| formulas.get_value((*row, 3)).is_none_or(String::is_empty)));
    let regulations = book.worksheet_range("Trước và sau").unwrap();
    for row in 1..=3 {
        let [before, saved, after] = [3, 4, 5].map(|column| number(regulations.get_value((row, column))));
        assert_eq!(after, before - saved, "row {row}");
    }
    for column in [3, 4, 5] {
        let parts: f64 = rows.iter().map(|row| number(regulations.get_value((*row, column)))).sum();
        assert_eq!(number(regulations.get_value((3, column))), parts, "column {column}");
    }
    let formulas = book.worksheet_formula("Trước và sau").unwrap();
    assert_eq!(formulas.get_value((1, 4)).unwrap(), "SUMIF('Phương án'!$B$2:$B$3,A2,'Phương án'!$J$2:$J$3)");
    // The list that may be chosen from, the head that stays, the columns on paper.
    let page = super::word::part(&home.read("s.xlsx"), "xl/worksheets/sheet1.xml");
    for part in ["<formula1>\"Có,Không\"</formula1>", "sqref=\"A2:A3\"", "topLeftCell=\"A2\"", "fitToPage=\"1\""] {
        assert!(page.contains(part), "{part}");
    }
    assert!(super::word::part(&home.read("s.xlsx"), "xl/charts/chart1.xml").contains("barChart"));
}

#[test]
fn what_was_is_and_is_saved_add_up_as_they_are_printed() {
    let home = Home::new();
    home.run(&["measure", "add", "1.001193", "--kind", "drop-step", "--target", "a10", "-q"]).ok();
    let told = home.json(&["report", "proposal", "--as-of", "2026-12-01"])["report"].clone();
    let mut looked_at = 0;
    let mut check = |cost: &serde_json::Value| {
        let [before, after, saved] = ["before", "after", "saved"].map(|key| cost[key].as_i64().unwrap());
        assert_eq!(before - saved, after, "{cost}");
        looked_at += 1;
    };
    check(&told["total"]);
    for agency in told["agencies"].as_array().unwrap() {
        check(&agency["total"]);
        let items = agency["fields"].as_array().unwrap().iter().flat_map(|field| field["items"].as_array().unwrap());
        items.filter(|item| item["cost"].is_object()).for_each(|item| check(&item["cost"]));
    }
    assert!(looked_at > 4, "{looked_at}");
}
