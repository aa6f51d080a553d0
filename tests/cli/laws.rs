//! Texts of instruments: taken in, listed, shown, carried over.

use super::home::Home;

const LAW: &str = "BỘ THỬ\nSố: 12/2031/TT-BTN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Nội, ngày 05 tháng 3 năm 2031\nTHÔNG TƯ\n\
                   Quy định về thử nghiệm\nCăn cứ Luật Thử;\nĐiều 1. Phạm vi\n1. Khoản một:\na) Điểm a;\nđ) Điểm đ.\n2. Khoản hai.\n\
                   Điều 2. Hiệu lực\nThông tư này có hiệu lực kể từ ngày 20 tháng 4 năm 2031.\n";

/// A home with the text in two versions.
fn with_law() -> Home {
    let home = Home::new();
    home.write("thu.txt", LAW);
    home.run(&["import", "thu.txt"]).ok().tells("thêm 2");
    home.write("hop-nhat.md", &LAW.replace("Khoản hai.", "Khoản hai mới."));
    home.run(&["import", "hop-nhat.md", "--version", "consolidated 2032-01-01"]).ok();
    home
}

#[test]
fn a_law_comes_in_once_and_a_better_text_takes_its_place() {
    let home = with_law();
    let before = home.everything();
    home.run(&["import", "thu.txt"]).ok().tells("thêm 0, cập nhật 0, không đổi 2");
    assert_eq!(home.everything(), before);
    home.write("thu.txt", &LAW.replace("Phạm vi", "Phạm vi điều chỉnh"));
    home.run(&["import", "thu.txt", "--replace"]).ok().tells("cập nhật 1, không đổi 1");
    home.run(&["show", "instrument", "12/2031/TT-BTN", "--provision", "Điều 1", "--version", "original"])
        .ok()
        .says("Điều 1. Phạm vi điều chỉnh\n1. Khoản một:\na) Điểm a;");
    home.run(&["undo"]).ok();
    assert_eq!(home.everything(), before);
    home.run(&["redo"]).ok();
    home.run(&["doctor"]).ok();
}

#[test]
fn what_the_catalogue_knows_of_an_instrument_stays() {
    let home = Home::new();
    let known = home.json(&["show", "instrument", "60/2014/QH13"]);
    home.write("60-2014-QH13.txt", "LUẬT\nHỘ TỊCH\nĐiều 1. Một\nHai.");
    home.run(&["import", "60-2014-QH13.txt"]).ok();
    let now = home.json(&["show", "instrument", "60/2014/QH13"]);
    assert_eq!(now["title"], known["title"]);
    assert_eq!(now["versions"][0]["article"], 1);
    let row = &home.rows(&["list", "instrument", "--where", "number=60/2014/QH13"])[0];
    assert_eq!((&row["versions"], row["procedures"].as_u64() > Some(0)), (&1.into(), true));
    home.run(&["search", "hai", "--kind", "instrument"]).ok().says("60/2014/QH13");
}

#[test]
fn versions_and_provisions_are_shown() {
    let home = with_law();
    home.run(&["show", "instrument", "12/2031/tt-btn"])
        .ok()
        .says("consolidated 2032-01-01")
        .says("2 Điều, 2 khoản, 2 điểm");
    // On 1 January 2026 nothing of it applies yet, so it is the text as issued.
    let show = |rest: &[&str]| home.run(&[&["show", "instrument", "12/2031/TT-BTN"], rest].concat());
    assert_eq!(show(&["--provision", "điểm đ khoản 1 Điều 1"]).ok().out, "đ) Điểm đ.\n");
    assert_eq!(
        show(&["--provision", "khoản 2 Điều 1", "--version", "consolidated 2032-01-01"]).ok().out,
        "2. Khoản hai mới.\n"
    );
    let json = home.json(&["show", "instrument", "12/2031/TT-BTN", "--provision", "khoản 2 Điều 1"]);
    assert_eq!((&json["provision"], &json["text"]), (&"khoản 2 Điều 1".into(), &"2. Khoản hai.".into()));
    show(&["--version", "original"]).ok().says("Căn cứ Luật Thử;");
    show(&["--version", "nosuch"]).refused(6, "consolidated 2032-01-01");
    show(&["--provision", "Điều 9"]).refused(6, "Điều 9");
    show(&["--provision", "mọi thứ"]).refused(2, "điểm a khoản 1");
    home.run(&["show", "agency", "BTP", "--version", "x"]).refused(2, "instrument");
    home.run(&["show", "instrument", "123/2015/NĐ-CP", "--version", "original"]).refused(6, "import");
}

#[test]
fn a_text_that_tells_no_number_needs_one() {
    let home = Home::new();
    home.write("a.txt", "Điều 1. Một\nHai.");
    home.run(&["import", "a.txt"]).refused(3, "--instrument");
    home.run(&["import", "a.txt", "--instrument", "7/2031/NĐ-CP"]).ok();
    home.run(&["show", "instrument", "7/2031/NĐ-CP"]).ok().says("original");
}

#[test]
fn a_measure_that_changes_what_the_text_does_not_have_is_told() {
    let home = with_law();
    let add = |provision: &str| {
        let args = ["measure", "add", "1.001193", "--kind", "drop-step", "--target", "a10", "--title", provision];
        let texts = ["--instrument", "12/2031/TT-BTN", "--provision", provision, "--current-text", "x"];
        home.run(&[&args[..], &texts].concat()).ok();
    };
    add("khoản 2 Điều 1");
    assert!(!home.run(&["doctor"]).out.contains("khoản 2 Điều 1"));
    add("khoản 3 Điều 1");
    home.run(&["doctor"]).says("khoản 3 Điều 1");
}

/// The folder of real data.
fn shared(path: &str) -> String {
    let root = std::env::var("TINHGON_SHARED").unwrap_or_else(|_| "../shared".to_owned());
    std::fs::canonicalize(root).unwrap().join("data").join(path).to_string_lossy().into_owned()
}

#[test]
#[ignore = "needs ../shared/data"]
fn real_laws_come_in_with_all_their_provisions_and_go_out_unchanged() {
    let home = Home::new();
    let circular = shared("consolidation/tt-39-2016-tt-nhnn.txt");
    let merged = shared("consolidation/vbhn-21-2024-tt39.txt");
    home.run(&["import", &circular]).ok();
    home.run(&["import", &merged, "--instrument", "39/2016/TT-NHNN", "--version", "consolidated 2024-07-01"]).ok();
    let folder = shared("laws");
    let mut laws: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path().to_string_lossy().into_owned()).collect();
    laws.sort();
    for law in &laws {
        home.run(&["import", law]).ok();
    }
    let before = home.everything();
    for file in laws.iter().chain([&circular]) {
        home.run(&["import", file]).ok().tells("thêm 0, cập nhật 0, không đổi 2");
    }
    assert!(home.everything() == before, "importing again changes nothing");
    // Counted by hand: 35 / 106 / 86 as issued, 43 / 122 / 88 consolidated.
    home.run(&["show", "instrument", "39/2016/TT-NHNN"])
        .ok()
        .says("35 Điều, 106 khoản, 86 điểm")
        .says("43 Điều, 122 khoản, 88 điểm");
    for form in ["toml", "json", "xlsx"] {
        let name = format!("all.{form}");
        home.run(&["export", "all", "-o", &name]).ok();
        let other = Home::empty();
        std::fs::copy(home.path(&name), other.path(&name)).unwrap();
        other.run(&["import", &name]).ok();
        assert!(other.everything() == before, "{form}");
    }
}
