//! Record files through their mappings: real files where they are at hand, broken files always.

#![allow(clippy::unwrap_used, clippy::panic)]

mod again;
mod broken;
mod linear;
mod sample;

use std::path::PathBuf;
use tinhgon::exchange::mapping::Mapping;
use tinhgon::exchange::records::{Coverage, Reading, read_records};
use tinhgon::text::{Lang, number};

/// Where the real records are.
fn procedures() -> PathBuf {
    match std::env::var_os("TINHGON_SHARED") {
        Some(shared) => PathBuf::from(shared).join("data/procedures"),
        None => PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/procedures")),
    }
}

fn reading(file: &str) -> Reading {
    read_records(&procedures().join(file), None, &mut |_, _| {})
        .unwrap_or_else(|fault| panic!("{}", fault.message(Lang::En)))
}

fn shown(coverage: &Coverage) -> String {
    let row = |row: &tinhgon::exchange::records::CoverageRow| {
        let share = number::percent(row.n as i128, row.of.max(1) as i128, 2, Lang::En);
        let mark = if row.reached() { "" } else { " MISSED" };
        format!("{}: {} of {} = {share}{mark}", row.label.en, row.n, row.of)
    };
    coverage.said().iter().map(row).collect::<Vec<_>>().join("\n")
}

#[test]
#[ignore = "needs ../shared/data"]
fn coverage_of_three_ministries_reaches_its_targets() {
    let mut all = Coverage::default();
    let mut records = 0;
    for file in ["bo-tu-phap.jsonl", "bo-cong-an.jsonl", "bo-tai-chinh.jsonl"] {
        let reading = reading(file);
        assert_eq!(reading.mapping, "portal-jsonl");
        println!("{file}\n{}\n", shown(&reading.report.coverage));
        for problem in &reading.report.problems {
            println!("{file}:{} {} {}", problem.line, problem.code.as_deref().unwrap_or("-"), problem.said.en);
        }
        records += reading.batch.procedures.len();
        all.merge(&reading.report.coverage);
    }
    println!("\n{}\nverbatim: {}, without time: {}", shown(&all), all.verbatim, all.channels_without_time);
    assert_eq!(records, 1316);
    assert!(all.said().iter().all(|row| row.reached()), "{}", shown(&all));
}

#[test]
#[ignore = "needs ../shared/data"]
fn a_new_layout_is_a_new_mapping() {
    let reading = reading("bo-quoc-phong-tables.jsonl");
    assert_eq!(reading.mapping, "tables-jsonl");
    println!("{}", shown(&reading.report.coverage));
    for problem in &reading.report.problems {
        println!("{} {} {}", problem.line, problem.code.as_deref().unwrap_or("-"), problem.said.en);
    }
    let coverage = reading.report.coverage;
    assert_eq!(reading.report.records, 207);
    assert_eq!((coverage.channels, coverage.components, coverage.bases), (462, 814, 751));
    assert_eq!(coverage.components_split, coverage.components);
    assert!(reading.batch.procedures.iter().all(|p| !p.regulation.name.is_empty()));
}

/// Of the rows that give a time limit, how many are typed: at least 98 of a hundred in each of the four layouts.
#[test]
#[ignore = "needs ../shared/data"]
fn time_limits_of_the_four_layouts_are_typed() {
    for file in ["bo-tu-phap.jsonl", "bo-cong-an.jsonl", "bo-tai-chinh.jsonl", "bo-quoc-phong-tables.jsonl"] {
        let reading = reading(file);
        let coverage = reading.report.coverage;
        let (typed, given) = (coverage.channels_typed_limit, coverage.channels - coverage.channels_without_time);
        let channels = || reading.batch.procedures.iter().flat_map(|p| p.channels.iter().map(move |c| (p, c)));
        let cases = channels().filter(|(_, channel)| !channel.limit_cases.is_empty()).count();
        let shares = channels().flat_map(|(_, channel)| &channel.fees).filter(|fee| fee.percent.is_some()).count();
        println!("{file}: {typed} of {given} limits typed, {cases} with cases, {shares} fees in percent");
        for (procedure, channel) in channels().filter(|(_, c)| c.limit.is_none() && c.limit_verbatim.is_some()) {
            println!("  {}: {:?}", procedure.regulation.code, channel.limit_verbatim);
        }
        assert!(typed * 100 >= given * 98, "{file}");
    }
}

#[test]
#[ignore = "needs ../shared/data"]
fn exported_lists_are_read() {
    for (file, agency) in [
        ("danh-sach-tthc-BoCongAn.xlsx", "Bộ Công an"),
        ("danh-sach-tthc-BoTaiChinh.xlsx", "Bộ Tài chính"),
        ("danh-sach-tthc-BoTuPhap.xlsx", "Bộ Tư pháp"),
    ] {
        let reading = reading(file);
        assert_eq!(reading.mapping, "portal-list");
        println!("{file}: {} records, {} problems", reading.report.records, reading.report.problems.len());
        for problem in &reading.report.problems {
            println!("{} {} {}", problem.line, problem.code.as_deref().unwrap_or("-"), problem.said.en);
        }
        assert!(reading.report.records > 200);
        let owned = reading.batch.procedures.iter().filter(|p| p.regulation.agency.as_deref() == Some(agency)).count();
        assert!(owned * 2 > reading.report.records, "{owned} of {}", reading.report.records);
    }
}

#[test]
fn mappings_can_be_read_from_a_file() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/catalog/mappings/");
    for mapping in Mapping::shipped().unwrap() {
        let read = Mapping::read(&PathBuf::from(format!("{folder}{}.toml", mapping.name()))).unwrap();
        assert_eq!(read, mapping);
    }
}
