//! `law operations`, `law apply`, `law draft`: an invented circular and what amends it.

use super::home::Home;
use serde_json::Value;

const BASE: &str = "BỘ THỬ NGHIỆM\nSố: 01/2030/TT-BTN\nHà Nội, ngày 02 tháng 3 năm 2030\nTHÔNG TƯ\nQuy định về thẻ thư viện\n\
Bộ trưởng Bộ Thử nghiệm ban hành Thông tư quy định về thẻ thư viện.\nĐiều 1. Hồ sơ\n1. Đơn.\n2. Bản sao có chứng thực.\n3. Ảnh.\n\
Điều 2. Trả thẻ\nTrả thẻ trong 05 ngày.\nĐiều 3. Hiệu lực thi hành\nThông tư này có hiệu lực thi hành từ ngày 01 tháng 5 năm 2030.\nNơi nhận:\n- Lưu.\n";

const AMENDING: &str = "BỘ THỬ NGHIỆM\nSố: 07/2031/TT-BTN\nHà Nội, ngày 10 tháng 4 năm 2031\nTHÔNG TƯ\nSửa đổi, bổ sung một số điều của Thông tư số 01/2030/TT-BTN\n\
Bộ trưởng Bộ Thử nghiệm ban hành Thông tư sửa đổi, bổ sung một số điều của Thông tư số 01/2030/TT-BTN.\n\
Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 01/2030/TT-BTN\n1. Sửa đổi, bổ sung khoản 2 Điều 1 như sau:\n“2. Bản sao điện tử.”.\n\
2. Bãi bỏ khoản 3 Điều 1.\n3. Thay thế cụm từ “05 ngày” bằng cụm từ “03 ngày” tại Điều 2.\n4. Sửa đổi, bổ sung khoản 9 Điều 1 như sau:\n“9. Khác.”.\n\
Điều 2. Hiệu lực thi hành\nThông tư này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2031.\nNơi nhận:\n- Lưu.\n";

fn home() -> Home {
    let home = Home::bare();
    home.write("gốc.txt", BASE);
    home.write("sửa.txt", AMENDING);
    home
}

#[test]
fn operations_are_listed_with_places_and_dates() {
    let home = home();
    let out = home.run(&["law", "operations", "sửa.txt", "--format", "json"]).ended(0).out;
    let value: Value = serde_json::from_str(&out).unwrap();
    let rows: Vec<(&str, &str)> = value["operations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|o| (o["operation"].as_str().unwrap(), o["place"].as_str().unwrap()))
        .collect();
    assert_eq!(
        rows,
        [
            ("replace", "khoản 2 Điều 1"),
            ("repeal", "khoản 3 Điều 1"),
            ("replace-phrase", "Điều 2"),
            ("replace", "khoản 9 Điều 1")
        ]
    );
    assert_eq!(value["effective"], "2031-07-01");
    let out = home.run(&["law", "operations", "sửa.txt", "--lang", "en"]).ended(0).out;
    assert!(out.contains("replace phrase") && out.contains("“05 ngày” → “03 ngày”"), "{out}");
}

#[test]
fn amendments_are_applied_and_what_does_not_fit_is_told() {
    let home = home();
    let run = home.run(&["law", "apply", "gốc.txt", "sửa.txt"]).ended(1);
    for line in ["2.[1] Bản sao điện tử.\n", "3.[2] (được bãi bỏ)\n", "Trả thẻ trong 03 ngày."] {
        assert!(run.out.contains(line), "{line} in\n{}", run.out);
    }
    assert!(run.err.contains("khoản 9 Điều 1"), "{}", run.err);
    let before = home.run(&["law", "apply", "gốc.txt", "sửa.txt", "--as-of", "2031-06-30"]).ended(0).out;
    assert!(before.contains("Bản sao có chứng thực") && !before.contains("[1]"), "{before}");
}

#[test]
fn what_is_for_review_is_answered_by_hand_and_replayed() {
    let home = home();
    home.write("sửa.txt", &AMENDING.replace("2. Bãi bỏ khoản 3 Điều 1.", "2. Đánh số lại các khoản của Điều 1."));
    let apply = |more: &[&str]| home.run(&[&["law", "apply", "gốc.txt", "sửa.txt"], more].concat());
    apply(&["--review", "trả-lời.toml"]).ended(1).tells("2 mục");
    apply(&["--review", "trả-lời.toml"]).refused(2, "đã có");
    let asked = home.text("trả-lời.toml");
    assert!(
        asked.contains("order = \"Đánh số lại các khoản của Điều 1.\"") && asked.contains("place = \"khoản 9 Điều 1\""),
        "{asked}"
    );
    // Nothing is answered yet.
    apply(&["--fixes", "trả-lời.toml"]).refused(3, "take").tells("trả-lời.toml");
    let answered = asked.replacen("take = \"\"", "take = \"Bãi bỏ khoản 3 Điều 1.\"", 1);
    let skip = answered.rfind("skip = \"\"").unwrap();
    let answered =
        format!("{}skip = \"bản gốc không có khoản 9\"{}", &answered[..skip], &answered[skip + "skip = \"\"".len()..]);
    home.write("trả-lời.toml", &answered);
    let done = apply(&["--fixes", "trả-lời.toml"]).ended(0).says("(được bãi bỏ)").tells("nhận thành 1");
    assert!(done.err.contains("bỏ qua, lý do: bản gốc không có khoản 9"), "{}", done.err);
    let json: Value = serde_json::from_str(&apply(&["--fixes", "trả-lời.toml", "--format", "json"]).out).unwrap();
    assert_eq!(
        (json["settled"][0]["operations"].as_u64(), json["settled"][1]["skip"].as_str()),
        (Some(1), Some("bản gốc không có khoản 9"))
    );
    // An answer to nothing, and one that is no order, are refused with the line of the file.
    for (answer, reason) in [
        ("[[fix]]\nat = \"khoản 7 Điều 1\"\nskip = \"x\"", "khoản 7 Điều 1"),
        ("[[fix]]\nat = \"khoản 2 Điều 1\"\ntake = \"làm lại\"", "take"),
        ("[[fix]]\nat = \"đâu đó\"\nskip = \"x\"", "đâu đó"),
        ("[[fix]]\nat = \"khoản 2 Điều 1\"\nwhy = \"x\"", "why"),
    ] {
        home.write("khác.toml", answer);
        apply(&["--fixes", "khác.toml"]).refused(3, reason).tells("khác.toml:");
    }
}

#[test]
fn a_draft_is_the_way_from_one_text_to_the_other() {
    let home = home();
    home.write("chỉnh.txt", &BASE.replace("2. Bản sao có chứng thực.", "2. Bản sao.\n2a. Mã số định danh."));
    let draft = home.run(&["law", "draft", "gốc.txt", "chỉnh.txt", "-o", "soạn.txt"]).ended(0);
    assert!(draft.out.is_empty());
    let made = home.run(&["law", "apply", "gốc.txt", "soạn.txt"]).ended(0).out;
    assert!(made.contains("] Bản sao.\n2a.["), "{made}");
    let again = home.run(&["law", "draft", "gốc.txt", "gốc.txt"]).ended(0);
    assert!(again.out.is_empty() && !again.err.is_empty());
    home.run(&["law", "draft", "gốc.txt", "chỉnh.txt", "gốc.txt"]).ended(2);
}

#[test]
fn a_consolidation_is_written_as_the_document_that_its_name_says() {
    let home = home();
    for (name, begins) in [("hn.docx", "PK"), ("hn.html", "<!DOCTYPE html>"), ("hn.txt", "BỘ"), ("hn.md", "BỘ")] {
        home.run(&["law", "apply", "gốc.txt", "sửa.txt", "-o", name]).ended(1);
        assert!(
            home.read(name).starts_with(begins.as_bytes()),
            "{name}: {}",
            String::from_utf8_lossy(&home.read(name))
        );
    }
    assert!(home.text("hn.html").contains("[1]"), "{}", home.text("hn.html"));
    home.run(&["law", "apply", "gốc.txt", "sửa.txt", "-o", "hn.odt"]).refused(2, "docx");
}

#[test]
fn a_table_is_not_written_under_the_name_of_a_document() {
    let home = home();
    for command in [
        &["law", "outline", "gốc.txt"][..],
        &["law", "operations", "sửa.txt"],
        &["law", "references", "gốc.txt"],
        &["list", "agency"],
    ] {
        for name in ["b.docx", "b.xlsx", "b.html", "b.PDF"] {
            home.run(&[command, &["-o", name]].concat()).refused(2, "md, csv, json, txt");
            assert!(!home.path(name).exists());
        }
    }
    home.run(&["law", "outline", "gốc.txt", "-o", "b.txt"]).ok();
}

#[test]
fn what_a_later_instrument_takes_away_is_told() {
    let home = home();
    let later = "BỘ THỬ NGHIỆM\nSố: 09/2031/TT-BTN\nHà Nội, ngày 10 tháng 5 năm 2031\nTHÔNG TƯ\nBãi bỏ một số quy định của Thông tư số 07/2031/TT-BTN\n\
                 Bộ trưởng Bộ Thử nghiệm ban hành Thông tư bãi bỏ một số quy định của Thông tư số 07/2031/TT-BTN.\n\
                 Điều 1. Bãi bỏ khoản 2, khoản 4 Điều 1 Thông tư số 07/2031/TT-BTN.\n\
                 Điều 2. Hiệu lực thi hành\nThông tư này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2031.\nNơi nhận:\n- Lưu.\n";
    home.write("bãi bỏ.txt", later);
    let ran = home.run(&["law", "apply", "gốc.txt", "sửa.txt", "bãi bỏ.txt"]).ended(0);
    assert!(ran.out.contains("\n3. Ảnh.\n"), "{}", ran.out);
    ran.tells("07/2031/TT-BTN: đã áp dụng 2\n").tells("07/2031/TT-BTN: 2 nội dung sửa đổi đã bị văn bản sau bãi bỏ");
    let sources = home.json(&["law", "apply", "gốc.txt", "sửa.txt", "bãi bỏ.txt"])["sources"].clone();
    assert_eq!((&sources[0]["applied"], &sources[0]["withdrawn"]), (&2.into(), &2.into()));
}

#[test]
fn orders_that_touch_one_place_and_phrases_within_other_words_are_told() {
    let home = home();
    let orders = "1. Bãi bỏ khoản 3 Điều 1.\n2. Bãi bỏ khoản 3 Điều 1.\n3. Thay thế cụm từ “sao” bằng cụm từ “chụp” tại Điều 1.\n\
        4. Sửa đổi, bổ sung khoản 2 Điều 1 như sau: “2. Bản sao.”.\n5. Bãi bỏ khoản 2 Điều 1.\n";
    let (head, tail) = AMENDING.split_once("1. Sửa đổi, bổ sung khoản 2").unwrap();
    let tail = &tail[tail.find("Điều 2. Hiệu lực").unwrap()..];
    home.write("hai.txt", &format!("{head}{orders}{tail}"));
    let run = home.run(&["law", "apply", "gốc.txt", "hai.txt"]).ended(1);
    for told in [
        "(dòng 8, khoản 1 Điều 1)",
        "(dòng 9, khoản 2 Điều 1)",
        "chỉ áp dụng một lần",
        "mâu thuẫn",
        "dòng 12, khoản 5",
        "“…Bản sao có chứng thực…”",
    ] {
        assert!(run.err.contains(told), "{told} in {}", run.err);
    }
    let listed = home.run(&["law", "operations", "hai.txt", "--lang", "en"]).ended(1);
    assert!(
        listed.err.contains("ordered twice") && listed.out.contains("says otherwise"),
        "{}{}",
        listed.out,
        listed.err
    );
    let value = home.run(&["law", "apply", "gốc.txt", "hai.txt", "--format", "json"]).ended(1).json();
    assert_eq!(value["overlaps"][0]["kind"], "twice");
    assert_eq!(value["doubts"][0]["places"][0]["place"], "khoản 2 Điều 1");
    let value = home.run(&["law", "operations", "hai.txt", "--format", "json"]).ended(1).json();
    assert_eq!(value["unresolved"][0]["beside"][0]["line"], 12);
}
