//! `import`, `export`: files in and out, and back again.

use super::home::{Home, kinds, package};
use calamine::Reader;
use tinhgon::model::Kind;

fn examples() -> String {
    package("catalog/examples.toml").to_string_lossy().into_owned()
}

/// The text of an instrument that no cell of a workbook holds.
fn long_law() -> String {
    let clause = |n: usize| format!("{n}. Khoản “{n}” nói dài, = + - @ 'vậy' để thử.");
    let clauses: Vec<String> = (1..1_500).map(clause).collect();
    format!("NGHỊ ĐỊNH\nVề việc thử\n\nĐiều 1. Thử\n{}\n\n- Hết", clauses.join("\n"))
}

/// A workspace with every kind of noun, and with texts that try every form.
pub fn full() -> Home {
    let home = Home::new();
    home.run(&["import", &examples()]).ok();
    let odd = "=1+1; \"ngoặc\", 'phẩy' | đ₫ – \\ {{ x }}";
    let text = "1. Một,\na) Hai;\nđ) Ba\t\"bốn\"";
    let args = [
        "measure",
        "add",
        "1.001193",
        "--kind",
        "drop-step",
        "--target",
        "a10",
        "--title",
        odd,
        "--current-text",
        text,
    ];
    home.run(&args).ok();
    home.write("1-2031-NĐ-CP.txt", &long_law());
    home.run(&["import", "1-2031-NĐ-CP.txt"]).ok();
    let shares = ["--times", "1/2", "--share", "online=40", "--date", "31/12/2024", "--source", odd];
    home.run(&[&["cost", "population", "1.001193", "1.400.000"][..], &shares].concat()).ok();
    home.run(&["cost", "observe", "1.001193", "a1", "minutes", "15", "--date", "1/12/2026", "--source", odd]).ok();
    home.run(&["review", "answer", "1.001193", "can-thiet.1=không", "--note", odd, "--person", "Lan"]).ok();
    let amending = "NGHỊ ĐỊNH\nSố: 9/2031/NĐ-CP\nSửa đổi, bổ sung một số điều của Nghị định số 1/2031/NĐ-CP\nĐiều 1. Sửa đổi, bổ sung một số điều \
        của Nghị định số 1/2031/NĐ-CP\n1. Đánh số lại các khoản của Điều 1.\n";
    home.write("sửa.txt", amending);
    home.run(&["law", "fixes", "set", "sửa.txt", "--at", "khoản 1 Điều 1", "--skip", odd, "--note", odd]).ok();
    home.run(&["baseline", "freeze", "nq66-2026"]).ok();
    home.run(&["scenario", "new", "best", "--programme", "nq68-2020", "--where", "status=proposed"]).ok();
    let range = ["--spread", "range", "--low", "40000", "--high", "70000", "--source", "khảo sát"];
    home.run(&[&["uncertainty", "set", "parameter:income.citizen"][..], &range].concat()).ok();
    home
}

fn added(home: &Home, args: &[&str], key: &str) -> i64 {
    let files = home.json(args)["files"].as_array().unwrap().clone();
    files.iter().flat_map(|f| f["nouns"].as_array().unwrap().clone()).map(|n| n[key].as_i64().unwrap()).sum()
}

#[test]
fn a_document_is_imported_once_and_again_changes_nothing() {
    let home = Home::new();
    let file = examples();
    assert_eq!(added(&home, &["import", &file, "--dry-run"], "added"), 8);
    assert_eq!(home.rows(&["history"]).len(), 1, "a dry run leaves no trace");
    assert_eq!(added(&home, &["import", &file], "added"), 8);
    let after = home.everything();
    assert_eq!(added(&home, &["import", &file], "unchanged"), 8);
    assert_eq!(home.everything(), after);
    assert_eq!(home.rows(&["history"]).len(), 2);
    home.run(&["import", &file]).ok().says("regulation").tells("không đổi 8");
}

#[test]
fn every_noun_goes_out_in_every_form_and_comes_back_unchanged() {
    let home = full();
    for noun in kinds() {
        for form in ["toml", "json", "csv", "xlsx"] {
            let name = format!("{noun}.{form}");
            home.run(&["export", noun, "-o", &name]).ok();
            let first = home.read(&name);
            home.run(&["export", noun, "-o", &name]).ok();
            assert!(home.read(&name) == first, "{name}: the same nouns give the same bytes");
            let unchanged = added(&home, &["import", &name], "unchanged");
            let counted = home.rows(&["history"]).len();
            assert!(unchanged > 0, "{name}");
            assert_eq!(counted, 11, "{name}: the import of an export changes nothing");
        }
    }
}

#[test]
fn a_whole_workspace_is_carried_over_in_every_form() {
    let home = full();
    home.run(&["export", "all", "-o", "x.toml"]).ok();
    let before = home.text("x.toml");
    for form in ["toml", "json", "xlsx"] {
        let name = format!("all.{form}");
        home.run(&["export", "all", "-o", &name]).ok();
        let other = Home::empty();
        std::fs::copy(home.path(&name), other.path(&name)).unwrap();
        other.run(&["import", &name]).ok();
        other.run(&["export", "all", "-o", "x.toml"]).ok();
        assert!(other.text("x.toml") == before, "{form}");
    }
}

#[test]
fn a_workspace_is_carried_over_in_csv_noun_by_noun() {
    let home = full();
    let other = Home::empty();
    let mut names = Vec::new();
    // What others point to comes first.
    for noun in Kind::WRITTEN.iter().map(|kind| kind.name()) {
        let name = format!("{noun}.csv");
        home.run(&["export", noun, "-o", &name]).ok();
        std::fs::copy(home.path(&name), other.path(&name)).unwrap();
        names.push(name);
    }
    let mut args = vec!["import"];
    args.extend(names.iter().map(String::as_str));
    other.run(&args).ok();
    assert!(other.everything() == home.everything());
    home.run(&["export", "all", "-o", "all.csv"]).ok();
    let one = Home::empty();
    std::fs::copy(home.path("all.csv"), one.path("all.csv")).unwrap();
    one.run(&["import", "all.csv"]).ok();
    assert!(one.everything() == home.everything());
}

#[test]
fn cells_that_a_spreadsheet_would_run_are_guarded() {
    let home = full();
    home.run(&["export", "measure", "-o", "m.csv"]).ok();
    let listed = home.run(&["measure", "list", "--format", "csv"]).ok().out;
    for csv in [home.text("m.csv"), listed] {
        assert!(csv.contains("'=1+1"), "{csv}");
        for record in csv::Reader::from_reader(csv.as_bytes()).records() {
            for cell in &record.unwrap() {
                assert!(!cell.starts_with(['=', '+', '@']), "{cell}");
            }
        }
    }
    home.run(&["export", "measure", "-o", "m.xlsx"]).ok();
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(home.path("m.xlsx")).unwrap();
    let name = book.sheet_names()[0].clone();
    let cells = book.worksheet_range(&name).unwrap();
    assert!(cells.used_cells().any(|(_, _, cell)| cell.to_string().contains("=1+1")), "the text stands as text");
    let formulas = book.worksheet_formula(&name).unwrap();
    assert!(formulas.used_cells().all(|(_, _, formula)| formula.is_empty()));
}

#[test]
fn a_bad_file_keeps_the_good_ones_in_and_tells_where() {
    let home = Home::new();
    home.write("bad.toml", "[[regulation]]\ncode = 5\n");
    home.run(&["import", "bad.toml", &examples()])
        .refused(3, "bad.toml:2:8")
        .tells("\nso với tệp mẫu bằng: tinhgon export");
    home.run(&["show", "regulation", "vd-dieu-kien-1"]).ok();
    let before = home.everything();
    home.write(
        "half.toml",
        "[[agency]]\ncode = \"AAA\"\nkind = \"ministry\"\nname = \"A\"\nsource = \"thử\"\n\n[[agency]]\nnosuch = 1\n",
    );
    home.run(&["import", "half.toml"]).refused(3, "half.toml");
    home.run(&["import", "missing.toml"]).refused(3, "missing.toml");
    home.run(&["import", "missing.toml", "bad.toml"]).refused(3, "bad.toml").tells("missing.toml");
    home.run(&["import"]).ended(2);
    assert_eq!(home.everything(), before, "a file comes in whole or not at all");
}

#[test]
fn broken_forms_are_told_with_their_line() {
    let home = Home::new();
    home.write("a.json", "{\n  \"schema_version\": 1,\n  \"workspace\": { \"agency\": [ } }\n");
    home.run(&["import", "a.json"]).refused(3, "a.json:3");
    home.write("b.csv", "noun,code,kind,name,source\nagency,AAA,moon,A,thử\n");
    home.run(&["import", "b.csv"]).refused(3, "b.csv:2");
    home.write("c.xlsx", "không phải workbook");
    home.run(&["import", "c.xlsx"]).refused(3, "c.xlsx");
    std::fs::write(home.path("d.toml"), b"# \xff\n").unwrap();
    home.run(&["import", "d.toml"]).refused(3, "d.toml:1");
    home.write("e.json", "{\"schema_version\": 99, \"workspace\": {}}");
    home.run(&["import", "e.json"]).refused(3, "99");
    home.write("f.txt", "chữ");
    home.run(&["import", "f.txt"]).refused(3, "toml");
    home.write("g.jsonl", "{\"a\": 1}\n");
    home.run(&["import", "g.jsonl"]).refused(3, "g.jsonl:1");
}

#[test]
fn lists_of_others_come_in_through_a_mapping_and_only_fill_gaps() {
    let home = Home::new();
    let csv = "Mã số,Tên,Cơ quan ban hành,Lĩnh vực\n9.000001,Thủ tục thử,Bộ Tư pháp,Hộ tịch\n1.001193,Tên khác,Bộ Y tế,Lĩnh vực khác\n";
    home.write("list.csv", csv);
    home.run(&["import", "list.csv", "--mapping", "nosuch"]).refused(2, "portal-list");
    let report = home.json(&["import", "list.csv"]);
    assert_eq!((&report["files"][0]["mapping"], &report["files"][0]["records"]), (&"portal-list".into(), &2.into()));
    let new = home.json(&["show", "procedure", "9.000001"]);
    assert_eq!((&new["agency"], &new["field"]), (&"BTP".into(), &"Hộ tịch".into()));
    assert_eq!(home.json(&["show", "procedure", "1.001193"])["name"], "Đăng ký khai sinh");
    assert_eq!(added(&home, &["import", "list.csv", "--mapping", "portal-list"], "added"), 0);
}

#[test]
fn records_of_the_portal_come_in_whole() {
    let home = Home::new();
    let record = r#"{"ma_thu_tuc":"9.000002","ten_thu_tuc":"Thủ tục ghi thử","so_quyet_dinh":"1/QĐ-BTP","cap_thuc_hien":"Cấp xã","linh_vuc":"Hộ tịch","doi_tuong_thuc_hien":"Công dân Việt Nam","trinh_tu_thuc_hien":"Bước 1","cach_thuc_thuc_hien":"","thanh_phan_ho_so":"","can_cu_phap_ly":""}"#;
    home.write("r.jsonl", &format!("{record}\n"));
    home.run(&["import", "r.jsonl", "--mapping", "portal-jsonl", "--agency", "BTP"]).ok();
    let shown = home.json(&["show", "procedure", "9.000002"]);
    assert_eq!((&shown["name"], &shown["agency"]), (&"Thủ tục ghi thử".into(), &"BTP".into()));
}

#[test]
fn export_goes_to_standard_output_or_a_file_wholly_or_not_at_all() {
    let home = Home::new();
    let out = home.run(&["export", "programme"]).ok().out;
    home.run(&["export", "programme", "-o", "p.toml"]).ok();
    assert_eq!(home.text("p.toml"), out);
    assert_eq!(home.run(&["export", "programme", "-o", "-"]).ok().out, out);
    home.run(&["export", "programme", "--format", "json"]).ok().says("\"schema_version\": 1");
    home.run(&["export", "programme", "--format", "csv"]).ok().says("noun,code");
    home.run(&["export", "nosuch"]).refused(2, "linked-service");
    home.run(&["export", "programme", "-o", "p.docx"]).refused(2, "xlsx");
    // A file is replaced as a whole; a failure leaves what was there, and nothing else beside it.
    home.write("p.toml", &"cũ\n".repeat(10_000));
    home.run(&["export", "programme", "-o", "p.toml"]).ok();
    assert_eq!(home.text("p.toml"), out);
    home.write("all.pdf", "cũ");
    home.run(&["export", "all", "-o", "all.pdf"]).ended(2);
    assert_eq!(home.text("all.pdf"), "cũ");
    home.run(&["export", "programme", "-o", "no/folder/p.toml"]).ended(5);
    assert_eq!(home.names(), ["all.pdf", "p.toml"]);
}
