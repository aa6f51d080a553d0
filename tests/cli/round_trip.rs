//! What goes out comes back: into an empty workspace, in every form, with nothing lost on the way.

use super::home::{Home, package};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const FORMS: [&str; 4] = ["toml", "json", "csv", "xlsx"];

/// Invented; the lists of its dossier are longer than a cell of a workbook.
fn long_dossier() -> String {
    let mut text = String::from(
        "[[procedure]]\nlevels = [\"Cấp xã\"]\n[procedure.regulation]\ncode = \"9.200009\"\nkind = \"procedure\"\n\
         name = \"Thủ tục có hồ sơ dài\"\nagency = \"BTP\"\nfield = \"Hộ tịch\"\nprovenance = \"assumption\"\nsource = \"thử\"\n",
    );
    for n in 1..=400 {
        text += &format!(
            "[[procedure.components]]\nid = \"c{n}\"\noriginals = 1\n\
             name = \"Giấy tờ số {n}: bản chính, \\\"kèm\\\" [bảng] kê và {{phụ}} lục ghi rõ lý do nộp, người nộp\"\n"
        );
    }
    text
}

/// The first programme of the catalogue.
fn programme(home: &Home) -> String {
    let all = home.run(&["export", "programme"]).ok().out;
    all.lines().find_map(|line| line.strip_prefix("code = \"")?.strip_suffix('"')).unwrap().to_owned()
}

/// The shipped catalogue with examples, a frozen baseline, a scenario that answers a question, and a dossier longer than a cell.
fn full() -> Home {
    let home = Home::new();
    home.write("long.toml", &long_dossier());
    home.run(&["import", package("catalog/examples.toml").to_str().unwrap(), "long.toml"]).ok();
    let programme = programme(&home);
    home.run(&["baseline", "freeze", &programme]).ok();
    home.write(
        "scenario.toml",
        "[[scenario]]\ncode = \"giai\"\nname = \"Đã giải\"\nproblem = \"\"\"\n\nobjective = \"least-effort\"\n\n[[target]]\n\
         percent = \"10\"\n\"\"\"\n",
    );
    home.run(&["import", "scenario.toml"]).ok();
    home
}

/// An empty workspace into which a file or folder of another home was imported.
fn restored(home: &Home, name: &str) -> Home {
    let other = Home::empty();
    let source = home.path(name);
    let source = source.to_str().unwrap();
    other.run(&["import", source]).ok();
    other
}

/// The files of a folder by their path in it.
fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    let mut open = vec![folder.to_owned()];
    while let Some(at) = open.pop() {
        for entry in fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_owned());
            }
        }
    }
    found
}

#[test]
fn a_whole_workspace_comes_back_in_every_form() {
    let home = full();
    let before = home.everything();
    assert!(before.contains("[[baseline]]") && before.contains("[[baseline.activity]]"));
    assert!(before.contains("percent = \"10\"\n\"\"\""), "the last line end of a problem is kept");
    for form in FORMS {
        let name = format!("all.{form}");
        home.run(&["export", "all", "-o", &name]).ok();
        let other = restored(&home, &name);
        assert!(other.everything() == before, "{form}");
        other.run(&["export", "all", "-o", &name]).ok();
        assert!(other.read(&name) == home.read(&name), "{form}: the same bytes");
        other.run(&["doctor"]).ok();
        home.run(&["import", &name]).ok();
        assert!(home.everything() == before, "{form}: an import of one's own export changes nothing");
    }
}

#[test]
fn a_frozen_baseline_is_a_noun_and_is_not_moved_by_an_import() {
    let home = full();
    for form in FORMS {
        let name = format!("b.{form}");
        home.run(&["export", "baseline", "-o", &name]).ok();
        let all = home.run(&["export", "baseline"]).ok().out;
        home.run(&["import", &name]).ok();
        assert_eq!(home.run(&["export", "baseline"]).ok().out, all);
    }
    let text = home.text("b.toml");
    let first = text.lines().find(|line| line.starts_with("minutes = ")).unwrap().to_owned();
    home.write("c.toml", &text.replacen(&first, "minutes = \"12345\"", 1));
    home.run(&["import", "c.toml"]).refused(3, "số liệu gốc").tells("baseline drop");
    home.write("d.toml", &text.replacen(&first, "minutes = \"-1\"", 1));
    let programme = programme(&home);
    home.run(&["baseline", "drop", &programme]).ok();
    home.run(&["import", "d.toml"]).refused(3, "số âm");
    home.run(&["import", "b.toml"]).ok();
    assert_eq!(home.run(&["export", "baseline"]).ok().out, text);
}

#[test]
fn an_export_of_nothing_can_be_read_again() {
    let home = Home::empty();
    for noun in ["regulation", "baseline", "all"] {
        for form in FORMS {
            let name = format!("{noun}.{form}");
            home.run(&["export", noun, "-o", &name]).ok();
            home.run(&["import", &name]).ok();
        }
    }
    assert_eq!(home.everything().trim(), "");
}

#[test]
fn a_folder_holds_a_file_a_noun_and_gives_the_workspace_back() {
    let home = full();
    home.run(&["export", "all", "--to", "kho"]).ok().tells("backup");
    let folder = home.path("kho");
    let count = |kind: &str| fs::read_dir(folder.join(kind)).unwrap().count();
    for kind in ["agency", "measure-kind", "parameter"] {
        assert_eq!(count(kind), home.rows(&["list", kind]).len(), "{kind}");
    }
    assert_eq!(count("baseline"), 1);
    for path in files(&folder) {
        let name = path.to_str().unwrap();
        assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b"/._-%@".contains(&b)), "{name}");
        let text = fs::read_to_string(folder.join(&path)).unwrap();
        assert!(text.starts_with(&format!("# tinhgon export: {name}\n[[")), "{name}");
    }
    let before = home.everything();
    let other = restored(&home, "kho");
    assert!(other.everything() == before);
    assert_eq!(other.rows(&["history"]).len(), 1, "one change, which one undo takes back");
    other.run(&["export", "all", "--to", "kho"]).ok();
    assert_eq!(files(&other.path("kho")), files(&folder));
    for path in files(&folder) {
        assert!(fs::read(other.path("kho").join(&path)).unwrap() == fs::read(folder.join(&path)).unwrap(), "{path:?}");
    }
}

#[test]
fn writing_a_folder_again_touches_what_changed_and_removes_what_was_its_own() {
    let home = full();
    home.run(&["measure", "add", "1.001193", "--kind", "drop-step", "--target", "a10", "--title", "Bỏ bước"]).ok();
    let all = home.run(&["export", "measure"]).ok().out;
    let code = all.lines().find_map(|line| line.strip_prefix("code = \"1.001193-")?.strip_suffix('"')).unwrap();
    let code = format!("1.001193-{code}");
    home.run(&["export", "all", "--to", "kho"]).ok();
    let own = home.path("kho/measure").join(format!("{code}.toml"));
    let changed = |path: &Path| fs::metadata(path).unwrap().modified().unwrap();
    let agency = home.path("kho/agency/BTP.toml");
    let at = changed(&agency);
    // What somebody put there stays: a text, a document of his own, a copy of one of ours.
    home.write("kho/README.md", "của bộ");
    home.write("kho/measure/ghi-chu.txt", "của bộ");
    home.write("kho/measure/rieng.toml", "# của bộ\n");
    fs::copy(&own, home.path("kho/measure/ban-sao.toml")).unwrap();
    home.run(&["measure", "remove", &code]).ok();
    home.run(&["export", "all", "--to", "kho"]).ok();
    assert!(!own.exists(), "the file of a measure that is no more");
    for kept in ["README.md", "measure/ghi-chu.txt", "measure/rieng.toml", "measure/ban-sao.toml"] {
        assert!(home.path("kho").join(kept).exists(), "{kept}");
    }
    assert_eq!(changed(&agency), at, "what is the same is not touched");
    // A file of somebody else's where one of ours would be: nothing is done.
    home.write("kho/agency/BTP.toml", "của tôi");
    home.run(&["export", "all", "--to", "kho"]).refused(5, "BTP.toml");
    assert_eq!(home.text("kho/agency/BTP.toml"), "của tôi");
    fs::remove_file(&agency).unwrap();
    home.run(&["export", "all", "--to", "kho"]).ok();
    // Of one kind only its own folder is looked at.
    home.run(&["export", "agency", "--to", "kho"]).ok();
    assert!(home.path("kho/programme").is_dir());
    home.write("tệp", "x");
    home.run(&["export", "all", "--to", "tệp"]).ended(5);
    assert_eq!(home.text("tệp"), "x");
}

#[test]
fn a_folder_comes_in_wholly_or_not_at_all() {
    let home = full();
    home.run(&["export", "all", "--to", "kho"]).ok();
    let other = Home::empty();
    let folder = home.path("kho");
    let import = ["import", folder.to_str().unwrap()];
    home.write("kho/.tinhgon-unfinished", "");
    other.run(&import).refused(3, "chưa được ghi xong");
    fs::remove_file(home.path("kho/.tinhgon-unfinished")).unwrap();
    fs::copy(home.path("kho/agency/BTP.toml"), home.path("kho/agency/x.toml")).unwrap();
    other.run(&import).refused(3, "x.toml").tells("BTP.toml");
    home.write("kho/agency/x.toml", "[[agency]]\ncode = 5\n");
    other.run(&import).refused(3, "x.toml:2");
    assert_eq!(other.everything().trim(), "");
    fs::create_dir(home.path("trống")).unwrap();
    home.run(&["import", "trống"]).refused(3, "trống");
    home.run(&["import", "kho", "-o", "kho/agency/BTP.toml"]).refused(2, "BTP.toml");
}

/// The records of three ministries.
#[test]
#[ignore = "needs ../shared/data"]
fn the_records_of_three_ministries_come_back() {
    let root = std::env::var("TINHGON_SHARED").unwrap_or_else(|_| "../shared".to_owned());
    let root = fs::canonicalize(root).unwrap().join("data/procedures");
    let home = Home::new();
    for name in ["bo-cong-an", "bo-tai-chinh", "bo-tu-phap"] {
        home.run(&["import", root.join(format!("{name}.jsonl")).to_str().unwrap()]).ok();
    }
    let before = home.everything();
    assert!(before.matches("[[procedure]]").count() > 1_000);
    for form in FORMS {
        let name = format!("all.{form}");
        home.run(&["export", "all", "-o", &name]).ok();
        let other = restored(&home, &name);
        assert!(other.everything() == before, "{form}");
    }
    home.run(&["export", "all", "--to", "kho"]).ok();
    assert!(restored(&home, "kho").everything() == before);
}
