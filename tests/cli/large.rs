//! Large and long: names of 2.000 characters, hundreds of rows; pages come, and nothing is cut.

use super::home::Home;
use super::word::{self, Changes};
use calamine::Reader;
use std::fmt::Write as _;

const LONG: usize = 2000;

/// Names of which one has no blank, one runs from right to left, one looks like a formula.
fn names() -> Vec<String> {
    let words = "cấp lại giấy chứng nhận đủ điều kiện ".repeat(60);
    let cut = |text: &str| text.chars().take(LONG).collect::<String>().trim().to_owned();
    let mut names = vec![cut(&"ẵ".repeat(LONG)), cut(&"مرحبا ".repeat(400)), cut(&format!("=1+1 {words}"))];
    names.extend((0..300).map(|at| cut(&format!("Quy định {at}: {words}"))));
    names
}

#[test]
fn long_names_and_many_rows_are_written_whole_in_every_form() {
    let home = Home::new();
    let mut batch = String::new();
    for (at, name) in names().iter().enumerate() {
        let _ = write!(
            batch,
            "[[regulation]]\ncode = \"t-{at:04}\"\nkind = \"condition\"\nname = \"{name}\"\nfield = \"Lĩnh vực {at}\"\n\
             provenance = \"assumption\"\nsource = \"thử\"\n\n[[sheet]]\nregulation = \"t-{at:04}\"\n\n[[sheet.activity]]\n\
             id = \"a1\"\ngroup = \"dossier\"\nname = \"Lập hồ sơ\"\ntariff = \"income.business\"\nminutes = 30\ntimes = 1\n\
             population = 100\nsource = \"thử\"\n\n"
        );
    }
    home.write("many.toml", &batch);
    home.run(&["import", "many.toml", "-q"]).ok();
    for form in ["md", "html", "docx", "xlsx"] {
        home.run(&["report", "ranking", "-o", &format!("r.{form}")]).ok();
    }
    let file = home.read("r.docx");
    assert_eq!(word::faults(&file), [""; 0]);
    let said = word::paragraphs(&file, Changes::Accepted);
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(home.path("r.xlsx")).unwrap();
    let sheet = book.worksheets().remove(0).1;
    let cells: Vec<String> = sheet.rows().filter_map(|row| row.get(2).map(ToString::to_string)).collect();
    for name in names() {
        let start: String = name.chars().take(20).collect();
        assert!(said.contains(&name), "{start} in Word");
        assert!(cells.contains(&name), "{start} in Excel");
    }
}
