//! What is not valid is refused at the door, with its line; what is stored and not valid stops nothing.

use super::files::full;
use super::home::{Home, kinds};
use tinhgon::model::{Field, Holds, Kind};

/// A sheet of one row in which one cell is given; the cell stands on line 13.
fn sheet(cell: &str) -> String {
    let cells =
        ["minutes = 5", "charges = 0", "staff = 1", "times = 1", "population = 10", "tariff = \"income.citizen\""];
    let name = cell.split(' ').next().unwrap();
    let others: Vec<&str> = cells.into_iter().filter(|other| other.split(' ').next() != Some(name)).collect();
    let mut rest: String = others.iter().map(|line| format!("{line}\n")).collect();
    rest.push_str(&"\n".repeat(6 - others.len().min(6)));
    format!(
        "[[sheet]]\nregulation = \"1.001193\"\n\n[[sheet.activity]]\nid = \"a1\"\ngroup = \"other\"\nname = \"x\"\n{}{cell}\n",
        rest
    )
}

/// Refused with the file, the line and these words; nothing of it is stored.
#[track_caller]
fn refused(home: &Home, text: &str, line: usize, words: &str) {
    let before = home.everything();
    home.write("bad.toml", text);
    let place = format!("bad.toml:{line}:");
    let ran = home.run(&["import", "bad.toml"]).refused(3, &place).tells(words).tells("hướng dẫn:");
    assert!(!ran.err.contains("unknown variant"), "{}", ran.err);
    assert_eq!(home.everything(), before, "something was stored");
}

#[test]
fn absurd_cells_are_refused_with_their_line() {
    let home = Home::new();
    for (cell, words) in [
        ("minutes = -5", "phải từ 0 đến 5.256.000"),
        ("minutes = 5256001", "phải từ 0 đến 5.256.000"),
        ("minutes = \"1/1001\"", "mẫu số"),
        ("charges = -500000", "phải từ 0 đến 1.000.000.000.000.000"),
        ("charges = 9223372036854775807", "phải từ 0"),
        ("outsourcing = -1", "phải từ 0"),
        ("times = 1000001", "phải từ 0 đến 1.000.000"),
        ("population = 9223372036854775807", "phải từ 0 đến 10.000.000.000"),
        ("population = -1", "phải từ 0"),
        ("staff = -1", "phải từ 0"),
        ("tariff = \"income.doanh-nghiep\"", "không có tham số “income.doanh-nghiep”"),
        ("component = \"c99\"", "không có thành phần hồ sơ “c99”"),
    ] {
        let text = sheet(cell);
        let line = text.lines().position(|line| line == cell).unwrap() + 1;
        refused(&home, &text, line, words);
    }
    // Each within its bounds, together more than the whole country works.
    let much = sheet("minutes = 5000000").replace("population = 10\n", "population = 10000000000\n");
    home.write("bad.toml", &much);
    home.run(&["import", "bad.toml"]).refused(3, "giờ một năm");
}

#[test]
fn what_cannot_be_is_refused_with_its_line() {
    let home = Home::new();
    let programme = |targets: &str| {
        format!("[[programme]]\ncode = \"p9\"\nname = \"x\"\nname_en = \"x\"\nbaseline = \"2026-01-01\"\n{targets}\n")
    };
    let target = |percent: &str, due: &str, more: &str| {
        programme(&format!(
            "targets = [{{ id = \"a\", metric = \"cost_saved\", percent = \"{percent}\", due = \"{due}\" }}{more}]"
        ))
    };
    refused(&home, &target("250", "2027-01-01", ""), 6, "phải từ 0 đến 100");
    refused(&home, &target("-5", "2027-01-01", ""), 6, "phải từ 0 đến 100");
    refused(&home, &target("5", "2020-01-01", ""), 6, "không được trước");
    let twice = ", { id = \"a\", metric = \"abolished\", percent = \"5\", due = \"2027-01-01\" }";
    refused(&home, &target("5", "2027-01-01", twice), 6, "xuất hiện hai lần");
    let none = programme(
        "targets = [{ id = \"a\", metric = \"conditions_abolished\", percent = \"5\", due = \"2027-01-01\", kinds = [\"report\"] }]",
    );
    refused(&home, &none, 6, "condition");

    // A name tells one agency, and a code can be named on the command line.
    let agency =
        |code: &str, name: &str| format!("[[agency]]\ncode = \"{code}\"\nname = \"{name}\"\nkind = \"ministry\"\n");
    refused(&home, &agency("X9", "Bộ công an"), 3, "BCA");
    refused(&home, &agency("-x", "Bộ Thử"), 2, "gạch nối");

    let service = |members: &str, more: &str| {
        format!("[[linked_service]]\ncode = \"l1\"\nname = \"x\"\nmembers = {members}\n{more}\nsource = \"x\"\n")
    };
    refused(&home, &service("[\"1.001193\", \"1.001193\"]", ""), 4, "hai lần");
    refused(&home, &service("[\"1.001193\", \"l1\"]", ""), 4, "chính là dịch vụ này");
    refused(&home, &service("[\"1.001193\", \"khong-co\"]", ""), 4, "khong-co");
    refused(&home, &service("[\"1.001193\", \"1.004222\"]", "uptake = \"400\""), 5, "phải từ 0 đến 100");
    let shared = "shared = [{ name = \"w\", rows = [{ regulation = \"1.001193\", row = \"a99\" }], source = \"x\" }]";
    refused(&home, &service("[\"1.001193\", \"1.004222\"]", shared), 5, "a99");

    let wage = "[[parameter]]\nid = \"income.citizen\"\nfrom = \"2026-11-01\"\nvalue = -100000\nunit = \"dong/hour\"\nname = \"x\"\nname_en = \"x\"\nprovenance = \"official\"\nsource = \"x\"\n";
    refused(&home, wage, 4, "phải từ 0 đến 100.000.000");

    let kind = |level: &str, edits: &str| {
        format!(
            "[[measure_kind]]\nid = \"k9\"\nname = \"x\"\nname_en = \"x\"\ncounts_as = \"simplified\"\norder = 5\nlevel = \"{level}\"\ntargets = \"none\"\nedits = [{{ {edits} }}]\n"
        )
    };
    let charges = "on = \"other\", do = \"set\", cell = \"charges\"";
    refused(&home, &kind("decree", &format!("{charges}, value = \"-5000\"")), 9, "phải từ 0");
    refused(&home, &kind("decree", &format!("{charges}, value = \"$nope\"")), 9, "nope");
    refused(&home, &kind("decree", "on = \"all\", do = \"cap\", value = \"1\""), 9, "phải nêu ô");
    refused(&home, &kind("khong-co-cap", &format!("{charges}, value = \"0\"")), 7, "khong-co-cap");

    let measure = |kind: &str, more: &str| {
        format!(
            "[[measure]]\ncode = \"m9\"\nregulation = \"1.001193\"\nkind = \"{kind}\"\ntitle = \"x\"\nprovenance = \"assumption\"\n{more}\n"
        )
    };
    let proposed = "statuses = [{ status = \"proposed\", date = \"2026-01-02\" }";
    refused(&home, &measure("shorten-time", &format!("{proposed}]")), 1, "days");
    refused(&home, &measure("shorten-time", "values = { days = \"-3\" }"), 7, "không phải là số không âm");
    refused(&home, &measure("shorten-time", "values = { days = \"3\", nope = \"1\" }"), 7, "nope");
    refused(&home, &measure("remove-component", "targets = [\"c99\"]"), 7, "c99");
    refused(&home, &measure("nope", ""), 4, "không có loại phương án “nope”");
    refused(&home, &measure("abolish", "level = \"nope\""), 7, "không có cấp văn bản “nope”");
    let back = format!("{proposed}, {{ status = \"rejected\", date = \"2026-01-01\" }}]");
    refused(&home, &measure("abolish", &back), 7, "m9");
    let leap = format!("{proposed}, {{ status = \"in_force\", date = \"2026-02-01\", document = \"1/QĐ\" }}]");
    refused(&home, &measure("abolish", &leap), 7, "không đi sau");
    let bare = format!("{proposed}, {{ status = \"approved\", date = \"2026-02-01\" }}]");
    refused(&home, &measure("abolish", &bare), 7, "văn bản");

    let instrument =
        |days: &str| format!("[[instrument]]\nnumber = \"1/2030/TT-BTP\"\nprovenance = \"official\"\n{days}\n");
    refused(&home, &instrument("issued = \"2030-02-01\"\neffective = \"2030-01-01\""), 5, "không được trước");
    refused(&home, &instrument("effective = \"2030-02-01\"\nexpired = \"2030-01-01\""), 5, "không được trước");

    let assignment =
        "[[assignment]]\ncode = \"g9\"\ndirective = \"hn-2023-07-12\"\ntitle = \"x\"\nleads = [\"KHONG-CO\"]\n";
    refused(&home, assignment, 5, "KHONG-CO");
}

#[test]
fn a_row_of_a_table_is_refused_with_its_line() {
    let home = Home::new();
    home.run(&["export", "sheet", "-o", "sheet.csv"]).ok();
    let text = home.text("sheet.csv");
    let at = text.lines().position(|line| line.starts_with("sheet,1.004222,a2,")).unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines[at] = lines[at].replacen("income.citizen", "income.nobody", 1);
    home.write("sheet.csv", &(lines.join("\n") + "\n"));
    home.run(&["import", "sheet.csv"]).refused(3, &format!("sheet.csv:{}:", at + 1)).tells("income.nobody");
}

/// A workspace as another program, or an older version, may have left it.
/// The file of a home without anything that refuses what is written.
fn unguarded(home: &Home) -> rusqlite::Connection {
    let raw = rusqlite::Connection::open(home.database()).unwrap();
    let mut statement = raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").unwrap();
    let triggers: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    drop(statement);
    for trigger in triggers {
        raw.execute_batch(&format!("DROP TRIGGER \"{trigger}\"")).unwrap();
    }
    raw.execute_batch("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF").unwrap();
    raw
}

fn damaged() -> Home {
    let home = Home::new();
    let raw = unguarded(&home);
    raw.execute_batch(
        "UPDATE activity SET population = 9223372036854775807 WHERE regulation = '1.004222' AND id = 'a1';
         UPDATE activity SET minutes = 'x/y' WHERE regulation = '1.001193' AND id = 'a2';
         UPDATE activity SET tariff = 'nope' WHERE regulation = '1.000656' AND id = 'a1';
         UPDATE measure_status SET status = 'weird' WHERE measure = '1.004222-m1';
         UPDATE parameter SET unit = 'furlong' WHERE id = 'price.certification.page_1_2';
         UPDATE parameter SET \"from\" = '30/4/2026' WHERE id = 'hours.week';
         UPDATE linked_service SET members = '[1,2]' WHERE code = 'lien-thong-khai-sinh';
         UPDATE holiday SET date = 'tết' WHERE date = (SELECT min(date) FROM holiday);
         UPDATE measure_kind SET edits = 'no JSON' WHERE id = 'abolish';
         UPDATE agency SET kind = 'guild' WHERE code = 'BTC';
         UPDATE directive SET date = 'soon';
         UPDATE channel SET limit_amount = 'seven' WHERE regulation = '1.004222' AND id = 'k1';",
    )
    .unwrap();
    home
}

#[test]
fn the_doctor_looks_at_every_kind() {
    let home = full();
    let raw = unguarded(&home);
    // What is frozen is read with its programme.
    let looked_at = || Kind::ALL.iter().filter(|kind| **kind != Kind::Baseline);
    let table = |kind: &Kind| {
        let own = kind.description();
        if own.has_rows() { own } else { own.parts[0].of }
    };
    for kind in looked_at() {
        let table = table(kind);
        let typed = |field: &&Field| {
            matches!(field.holds, Holds::Choice(_) | Holds::Day | Holds::Texts | Holds::Codes(_) | Holds::List(_))
        };
        let field = table.fields[table.keys..].iter().find(typed).unwrap().key;
        let (name, key) = (table.name, table.fields[0].key);
        let spoil =
            format!("UPDATE {name} SET \"{field}\" = 'no such' WHERE \"{key}\" = (SELECT min(\"{key}\") FROM {name})");
        assert!(raw.execute(&spoil, []).unwrap() > 0, "{kind}");
    }
    let ran = home.run(&["doctor", "--format", "json"]);
    let found = ran.json()["rows"].as_array().unwrap().clone();
    for kind in looked_at() {
        assert!(found.iter().any(|row| row["table"] == table(kind).name), "{kind}: {found:?}");
    }
}

#[test]
fn no_stored_value_keeps_anything_else_away() {
    let home = damaged();
    let others = [
        "progress",
        "progress --by agency",
        "progress --forecast",
        "cost total",
        "cost total --by agency",
        "suggest list",
        "owes",
        "report proposal",
        "report progress",
        "report ranking",
        "search khai",
        "history",
        "show procedure 1.004222",
        "show procedure 1.001193",
        "scenario compare planned",
        "scenario show planned",
        "uncertainty list",
        "export all",
        "baseline list",
    ];
    let lists: Vec<String> = kinds().map(|kind| format!("list {kind}")).collect();
    for question in others.into_iter().chain(lists.iter().map(String::as_str)) {
        let args: Vec<&str> = question.split(' ').collect();
        let ran = home.run(&args);
        assert_eq!(ran.code, 0, "{question}: {}", ran.err);
    }
    // What cannot be shown is told with its row.
    home.run(&["cost", "show", "1.001193"]).refused(4, "1.001193 / a2");
    let doctor = home.run(&["doctor"]).ended(1);
    for row in ["1.001193 / a2", "hours.week", "furlong", "lien-thong-khai-sinh"] {
        assert!(doctor.out.contains(row), "{row}: {}", doctor.out);
    }
}

#[test]
fn totals_name_what_they_could_not_add() {
    let home = damaged();
    let counted = |json: &serde_json::Value| -> Vec<(String, String)> {
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let sheets = json["uncounted"].as_array().unwrap().iter();
        sheets.map(|sheet| (text(&sheet["code"]), text(&sheet["reason"]))).collect()
    };
    let expected = [
        ("1.000656", "unknown_parameter"),
        ("1.001193", "unreadable"),
        ("1.004222", "out_of_range"),
        ("1.004222", "unreadable"),
    ]
    .map(|(code, reason)| (code.to_owned(), reason.to_owned()));
    assert_eq!(counted(&home.json(&["cost", "total"])), expected);
    assert_eq!(counted(&home.json(&["progress"])), expected);
    home.run(&["cost", "total"]).ok().tells("3 bảng tính không tính được").tells("1.004222");
    home.run(&["check"]).ended(1).tells("bảng tính không tính được");
    // The others are summed as ever: of six regulations three sheets are left.
    let total = home.rows(&["cost", "total"]);
    assert_eq!((&total[0]["regulations"], &total[0]["with_sheet"]), (&6.into(), &3.into()));
    let sound = Home::new();
    assert_eq!(counted(&sound.json(&["cost", "total"])), []);
}
