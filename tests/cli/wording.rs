//! What people read in Vietnamese: no code of an enumeration where there is a word, no date as programs write it.

use super::home::Home;
use tinhgon::model::{
    AgencyKind, AssignmentStatus, Cell, CountsAs, MeasureStatus, Metric, MetricUnit, Provenance, RegulationKind,
    Selector, Stage, TargetKind, TimeUnit, Unit,
};
use tinhgon::text::Lang;
use tinhgon::words::{Message, Named};

/// The names of values that have another word in Vietnamese.
fn codes() -> Vec<&'static str> {
    fn of<V: Named + Message>() -> impl Iterator<Item = &'static str> {
        V::VALUES.iter().filter(|value| value.text(Lang::Vi) != value.name()).map(|value| value.name())
    }
    let mut codes: Vec<&str> = Vec::new();
    codes.extend(of::<AgencyKind>().chain(of::<AssignmentStatus>()).chain(of::<Cell>()).chain(of::<CountsAs>()));
    codes.extend(of::<MeasureStatus>().chain(of::<Metric>()).chain(of::<MetricUnit>()).chain(of::<Provenance>()));
    codes.extend(of::<RegulationKind>().chain(of::<Selector>()).chain(of::<Stage>()).chain(of::<TargetKind>()));
    codes.extend(of::<TimeUnit>().chain(of::<Unit>()));
    codes.extend(["ministries", "provinces", "circular", "decree", "original", "replace-by-data", "shorten-time"]);
    codes
}

/// A workspace with a measure of each kind of value, one that another takes, and what changed.
fn home() -> Home {
    let home = Home::new();
    home.run(&["measure", "add", "1.001193", "--kind", "drop-step", "--target", "a10", "-q"]).ok();
    home.run(&["measure", "add", "1.001193", "--kind", "drop-step", "--target", "a10", "--title", "Lần nữa", "-q"])
        .ok();
    home.run(&["cost", "set", "1.001193", "a1", "minutes=45", "--provenance", "measured", "-q"]).ok();
    home
}

#[test]
fn no_code_and_no_date_of_programs_stands_in_what_people_read() {
    let (home, codes) = (home(), codes());
    let mut found = Vec::new();
    for command in [
        &["list", "measure"][..],
        &["list", "measure", "--format", "md"],
        &["list", "programme"],
        &["list", "parameter", "--columns", "from,value,unit,name,provenance"],
        &["list", "measure-kind", "--columns", "name,counts_as,targets,values,edits,level"],
        &["list", "agency"],
        &["list", "assignment"],
        &["list", "indicator"],
        &["show", "measure", "1.004222-m1"],
        &["show", "measure", "1.001193-m2"],
        &["show", "measure", "1.001193-m4"],
        &["show", "programme", "nq66-2026"],
        &["show", "agency", "BCA"],
        &["show", "indicator", "compliance-cost-cut"],
        &["show", "assignment", "hn-2023-07-12-c01"],
        &["cost", "show", "1.001193"],
        &["cost", "set", "1.001193", "a1", "minutes=50", "times=1/2"],
        &["measure", "edit", "1.001193-m2", "--set", "minutes=20", "--due", "2026-11-30"],
        &["scenario", "show", "planned"],
        &["scenario", "solve", "--target", "cost_saved=90%", "--max-level", "circular"],
        &["progress"],
        &["progress", "--forecast"],
        &["check"],
        &["owes"],
        &["report", "proposal"],
        &["report", "progress"],
        &["report", "cost"],
        &["report", "reminder", "--scope", "agency:BCA"],
    ] {
        let ran = home.run(command);
        assert!(ran.code <= 1, "{command:?}: {}", ran.err);
        let said = format!("{}{}", ran.out, ran.err).replace("hn-2023-07-12", "");
        // A page begins with what was asked for.
        let said = command.last().and_then(|code| said.strip_prefix(*code)).unwrap_or(&said).to_owned();
        // What stands behind a command or, in brackets, behind its word is to be typed; a name in English is English.
        let said = codes.iter().fold(said, |said, code| said.replace(&format!("({code})"), ""));
        let said: String = said
            .lines()
            .filter(|line| !line.starts_with("Tên tiếng Anh"))
            .map(|line| line.split("tinhgon ").next().unwrap_or_default().to_owned() + "\n")
            .collect();
        for word in said.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '/'))) {
            let parts: Vec<&str> = word.split('-').collect();
            let is_date = parts.iter().map(|part| part.len()).eq([4, 2, 2]) && !word.contains(char::is_alphabetic);
            if codes.contains(&word) || is_date {
                found.push(format!("{command:?} says {word}"));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_percentage_stands_at_its_sign_and_a_value_has_its_name_and_unit() {
    let home = home();
    home.run(&["show", "indicator", "compliance-cost-cut"]).ok().says("Giá trị gốc: 0%\n").says("20%\n");
    home.run(&["show", "measure", "1.004222-m1"])
        .ok()
        .says("5 ngày làm việc")
        .says("Rút ngắn thời hạn giải quyết (shorten-time)\n");
    home.run(&["cost", "set", "1.001193", "a1", "minutes=50"]).ok().tells("a1, phút: 45 (đo thực tế");
}

#[test]
fn documents_name_measures_and_no_codes() {
    let home = home();
    for document in ["proposal", "progress"] {
        let ran = home.run(&["report", document]).ok();
        let text = format!("{}{}", ran.out, ran.err);
        assert!(text.contains("phương án “"), "{text}");
        assert!(!text.contains("1.001193-m"), "{text}");
    }
}

#[test]
fn what_holds_of_every_programme_is_said_once() {
    let home = Home::new();
    let ran = home.run(&["progress"]).ok().tells("nq66-2025, nq66-2026, nq68-2020: chưa chốt số liệu gốc");
    assert_eq!(ran.err.matches("chưa chốt số liệu gốc").count(), 1, "{}", ran.err);
    home.run(&["progress", "--programme", "nq66-2026"]).ok().tells("tinhgon baseline freeze nq66-2026");
}

#[test]
fn a_document_of_wide_columns_has_them_all() {
    let home = Home::new();
    let table = home.run(&["list", "measure", "--format", "md"]).ok().out;
    assert!(table.contains("| Thẩm quyền sửa |") && table.contains("(giờ)"), "{table}");
    assert!(!home.run(&["list", "measure"]).ok().out.contains("Thẩm quyền sửa"));
}
