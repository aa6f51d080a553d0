//! `--where`: right or refused, everywhere and in every form of the answer.

use super::home::Home;

/// What the shipped catalogue holds, by hand: annual cost and agency of each procedure.
const PROCEDURES: [(&str, i64, &str); 6] = [
    ("1.000656", 165_804_905_303, "BTP"),
    ("1.001193", 275_936_155_303, "BTP"),
    ("1.003197", 57_975_757_576, "BCA"),
    ("1.004222", 350_971_969_697, "BCA"),
    ("bhyt-tre-em-duoi-6", 243_371_969_697, "BTC"),
    ("ho-tro-mai-tang", 34_464_801_136, "BYT"),
];

fn codes(home: &Home, args: &[&str]) -> Vec<String> {
    home.rows(args).iter().map(|row| row["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn numbers_are_read_as_they_are_printed_and_typed() {
    let home = Home::new();
    let above = |limit: i64| -> Vec<&str> { PROCEDURES.iter().filter(|p| p.1 > limit).map(|p| p.0).collect() };
    for (condition, limit) in [
        ("annual_cost_dong>200000000000", 200_000_000_000),
        ("annual_cost_dong>200.000.000.000", 200_000_000_000),
        ("annual_cost_dong>200,000,000,000", 200_000_000_000),
        ("annual_cost_dong > 200 tỷ", 200_000_000_000),
        ("annual_cost_dong>2e11", 200_000_000_000),
        ("annual_cost_dong>57,9 tỷ đồng", 57_900_000_000),
        ("annual_cost_dong>57.9 billion", 57_900_000_000),
        ("annual_cost_dong>=275.936.155.303", 275_936_155_302),
        ("annual_cost_dong>275.936.155.303", 275_936_155_303),
        ("annual_cost_dong>650 triệu", 650_000_000),
    ] {
        for lang in ["vi", "en"] {
            assert_eq!(
                codes(&home, &["list", "procedure", "--where", condition, "--lang", lang]),
                above(limit),
                "{condition}"
            );
        }
    }
}

#[test]
fn agencies_go_by_code_and_name_and_values_by_key_and_word() {
    let home = Home::new();
    let of = |agency: &str| -> Vec<&str> { PROCEDURES.iter().filter(|p| p.2 == agency).map(|p| p.0).collect() };
    // BTC took over the tasks of the Ministry of Planning and Investment and of the social insurance in 2025.
    for (condition, agency) in [
        ("agency=BCA", "BCA"),
        ("agency=bộ công an", "BCA"),
        ("agency=Ministry of Justice", "BTP"),
        ("agency=Bộ Kế hoạch và Đầu tư", "BTC"),
    ] {
        assert_eq!(codes(&home, &["list", "procedure", "--where", condition]), of(agency), "{condition}");
    }
    for condition in
        ["status=in_force", "status=in-force", "status=đang áp dụng", "status=In Force", "status!=hết hiệu lực"]
    {
        assert_eq!(home.rows(&["list", "procedure", "--where", condition]).len(), PROCEDURES.len(), "{condition}");
    }
    home.run(&["scenario", "new", "all", "--where", "status=đề xuất"]).ok();
    let english =
        home.rows(&["scenario", "compare", "all", "--by", "agency", "--where", "group=Bộ Tư pháp", "--lang", "en"]);
    assert_eq!(english.len(), 1);
    assert_eq!(english[0]["group"], "BTP");
}

#[test]
fn what_cannot_be_compared_is_refused_everywhere() {
    let home = Home::new();
    for command in [
        &["list", "procedure"][..],
        &["measure", "list"],
        &["scenario", "new", "x", "--programme", "nq66-2026"],
        &["scenario", "compare", "planned"],
        &["suggest", "list"],
        &["owes"],
        &["assignment", "list"],
        &["progress"],
        &["progress", "--net"],
        &["progress", "--forecast"],
        &["cost", "check"],
        &["health"],
    ] {
        let with = |condition: &'static str| home.run(&[command, &["--where", condition]].concat());
        with("nosuch=1").refused(2, "nosuch");
        with("no condition").refused(2, "no condition");
        with("nosuch>=").refused(2, "nosuch");
    }
    for (command, condition, said) in [
        (&["list", "procedure"][..], "annual_cost_dong>abc", "1,5 tỷ"),
        (&["list", "procedure"], "status=nope", "repealed (hết hiệu lực)"),
        (&["list", "procedure"], "agency=nope", "BCA (Bộ Công an)"),
        (&["list", "indicator"], "latest>1.000", "1.000"),
        (&["scenario", "new", "x"], "level=nope", "circular"),
        (&["measure", "list"], "measure_kind=nope", "remove-component"),
        (&["measure", "list"], "due<nope", "31/12/2026"),
        (&["suggest", "list"], "fit=nope", "part (một phần)"),
        (&["owes"], "days_late>many", "1,5 tỷ"),
        (&["owes"], "status=nope", "under_review"),
        (&["progress"], "met=perhaps", "có"),
        (&["progress"], "programme=nope", "nq66-2026"),
        (&["cost", "check"], "severity=nope", "warning"),
    ] {
        home.run(&[command, &["--where", condition]].concat()).refused(2, said);
    }
    assert!(home.rows(&["scenario", "list"]).iter().all(|row| row["code"] != "x"));
}

#[test]
fn every_form_of_an_answer_keeps_the_same_rows() {
    let home = Home::new();
    let lines = |args: &[&str]| home.run(args).ok().out.lines().count();
    for args in [
        &["progress", "--as-of", "29/11/2026", "--where", "stage=planned", "--where", "percent>20%"][..],
        &["progress", "--by", "agency", "--where", "group=Bộ Công an", "--where", "stage=dự kiến"],
        &["owes", "--where", "agency=Bộ Công an"],
        &["list", "procedure", "--where", "agency=BCA"],
        &["measure", "list", "--where", "status=đề xuất"],
    ] {
        let rows = home.rows(args).len();
        assert!(rows > 0, "{args:?}");
        assert_eq!(lines(&[args, &["--format", "csv"]].concat()), rows + 1, "{args:?}");
        assert_eq!(lines(&[args, &["--format", "md"]].concat()), rows + 2, "{args:?}");
    }
    let late = home.rows(&["owes", "--where", "days_late>=300"]);
    assert!(!late.is_empty() && late.iter().all(|row| row["days_late"].as_i64().unwrap() >= 300));
    let totals = home.rows(&["owes", "--totals", "--where", "agency=BCA"]);
    assert_eq!((totals.len(), &totals[0]["agency"]), (1, &"BCA".into()));
}
