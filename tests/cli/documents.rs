//! `report`: documents in every form.

use super::home::{Home, Ran, package};
use super::word::{self, Changes};
use calamine::Reader;

const REPORTS: [&str; 20] = [
    "proposal",
    "annex-ii",
    "submission-minister",
    "submission-pm",
    "decision",
    "review-report",
    "review-plan",
    "review",
    "progress",
    "late",
    "lapses",
    "brief",
    "overview",
    "cost",
    "ranking",
    "sheet",
    "sheet-comparison",
    "scenario",
    "uncertainty",
    "reminder",
];

/// A workspace with a measure whose texts carry the labels of Vietnamese law.
fn with_labels() -> Home {
    let home = Home::new();
    let current = "Điều 5. Hồ sơ\n1. Tờ khai\na) Bản chính\nđ) Bản sao\n- gạch đầu dòng";
    let proposed = "Điều 5. Hồ sơ\n1. Tờ khai điện tử\na) Bản chính\nđ) Bãi bỏ\n2) <b>Thêm</b> *sao* & |";
    let args = [
        "measure",
        "add",
        "1.001193",
        "--kind",
        "drop-step",
        "--target",
        "a10",
        "--title",
        "1. Trả kết quả điện tử",
        "--current-text",
        current,
        "--proposed-text",
        proposed,
        "--instrument",
        "123/2015/NĐ-CP",
        "-q",
    ];
    home.run(&args).ok();
    home
}

/// What a reader sees of Markdown, line by line.
fn seen(markdown: &str) -> String {
    let html = comrak::markdown_to_html(markdown, &tinhgon::report::tree_options());
    let (mut text, mut inside) = (String::new(), false);
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[test]
fn reports_are_listed() {
    let home = Home::new();
    let names: Vec<String> =
        home.rows(&["report", "list"]).iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect();
    assert_eq!(names, REPORTS);
    home.run(&["report", "list"]).ok().says("Tiến độ");
    home.run(&["--lang", "en", "report", "list"]).ok().says("Progress against the targets");
}

#[test]
fn every_report_is_written_in_every_form_and_twice_the_same() {
    let home = with_labels();
    for report in REPORTS {
        // A reminder goes to one agency.
        let scope = if report == "reminder" { "agency:BCA" } else { "all" };
        for form in ["md", "html", "docx", "xlsx", "json"] {
            for lang in ["vi", "en"] {
                let (one, two) = (format!("{report}-{lang}.{form}"), format!("{report}-{lang}-2.{form}"));
                home.run(&["--lang", lang, "report", report, "--scope", scope, "-o", &one]).ok();
                home.run(&["--lang", lang, "report", report, "--scope", scope, "-o", &two]).ok();
                let bytes = home.read(&one);
                assert!(bytes == home.read(&two), "{one}: the same workspace gives the same bytes");
                if lang == "en" {
                    home.run(&["report", "verify", &one]).ok();
                }
                match form {
                    "docx" => assert_eq!(word::faults(&bytes), [""; 0], "{one}"),
                    "xlsx" => {
                        let mut book: calamine::Xlsx<_> = calamine::open_workbook(home.path(&one)).unwrap();
                        assert!(!book.worksheets()[0].1.is_empty(), "{one}");
                    }
                    "json" => {
                        let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
                        assert_eq!((&value["schema_version"], &value["kind"]), (&1.into(), &"report".into()));
                    }
                    "html" => assert!(String::from_utf8(bytes).unwrap().contains("charset"), "{one}"),
                    _ => assert!(seen(&String::from_utf8(bytes).unwrap()).len() > 100, "{one}"),
                }
            }
        }
        assert_eq!(home.run(&["report", report, "--scope", scope]).ok().out, home.text(&format!("{report}-vi.md")));
        home.run(&["report", report, "--scope", scope, "--format", "json"]).ok().says("\"schema_version\"");
    }
}

#[test]
fn a_proposal_keeps_the_labels_of_the_law() {
    let home = with_labels();
    let text = seen(&home.run(&["report", "proposal", "--scope", "1.001193"]).ok().out);
    for label in [
        "1. Trả kết quả",
        "1. Tờ khai",
        "a) Bản chính",
        "đ) Bản sao",
        "- gạch đầu dòng",
        "a) Nội dung",
        "2) <b>Thêm</b> *sao* & |",
    ] {
        assert!(text.contains(label), "{label:?} is not in: {text}");
    }
    assert!(text.contains("tiết kiệm: 84.811.363.636 đồng/năm"), "{text}");
    assert!(text.contains("123/2015/NĐ-CP"), "{text}");
    let html = home.run(&["report", "proposal", "-o", "p.html"]).ok();
    assert_eq!(html.out, "");
    assert!(!home.text("p.html").contains("<b>Thêm"), "texts bring no markup in");
    home.run(&["report", "proposal", "-o", "p.docx"]).ok();
    let document = word::paragraphs(&home.read("p.docx"), Changes::Accepted).join("\n");
    for label in ["1. Tờ khai", "đ) Bản sao"] {
        assert!(document.contains(label), "{label:?} is not in the DOCX");
    }
}

#[test]
fn a_report_is_narrowed_by_scope_day_programme_and_stage() {
    let home = with_labels();
    for scope in
        ["1.001193", "procedure:1.001193", "agency:BTP", "agency:Bộ Tư pháp", "field:ho tich", "Hộ tịch", "all"]
    {
        home.run(&["report", "proposal", "--scope", scope]).ok().says("84.811.363.636");
    }
    let other = home.run(&["report", "proposal", "--scope", "agency:BYT"]).ok().out;
    assert!(!other.contains("84.811.363.636") && other.contains("Không có phương án nào"), "{other}");
    home.run(&["report", "proposal", "--scope", "agency:nowhere"]).refused(6, "nowhere");
    let approved = home.run(&["report", "proposal", "--stage", "approved"]).ok().out;
    assert!(approved.contains("Không có phương án nào"), "{approved}");
    // The shipped measures are proposed from 15 July 2026 on.
    home.run(&["report", "proposal", "--as-of", "2026-08-01"]).ok().says("1.004222");
    let one = home.run(&["report", "progress", "--programme", "nq68-2020"]).ok().out;
    assert!(one.contains("2020 - 2025") && !one.contains("nq66-2026"), "{one}");
    home.run(&["report", "progress", "--programme", "nosuch"]).refused(6, "nosuch");
    home.run(&["report", "ranking", "--as-of", "never"]).refused(2, "never");
    home.run(&["report", "nosuch"]).refused(2, "ranking");
}

#[test]
fn own_templates_take_the_place_of_the_shipped_ones() {
    let home = Home::new();
    std::fs::create_dir(home.path("mine")).unwrap();
    home.write("mine/ranking.vi.md", "# CỦA TÔI {{ as_of }}\n");
    home.run(&["report", "ranking", "--templates", "mine"]).ok().says("CỦA TÔI 2026-01-01");
    home.write("mine/ranking.vi.md", "{% if %}");
    home.run(&["report", "ranking", "--templates", "mine"]).refused(3, "mẫu");
}

#[test]
fn a_template_of_a_new_name_is_a_new_document() {
    let home = Home::new();
    std::fs::create_dir(home.path("mine")).unwrap();
    let head = "{#\ntitle = \"Báo cáo tháng\"\nreader = \"Chánh Văn phòng\"\ndata = [\"cost\", \"ranking\"]\n#}\n";
    let text = "{% from \"parts\" import signature %}\n# THÁNG {{ as_of }}\n\n{{ total.regulations }} · {{ ranking.lines|length }}\n\n{{ signature(\"VPCP\") }}\n";
    home.write("mine/monthly.vi.md", &format!("{head}{text}"));
    home.run(&["report", "monthly", "--templates", "mine"])
        .ok()
        .says("# THÁNG 2026-01-01")
        .says("6 · 6")
        .says("- VPCP;");
    let listed = home.rows(&["report", "list", "--templates", "mine"]);
    let own: Vec<_> = listed.iter().filter(|row| row["own"] == true).collect();
    assert_eq!(
        (own.len(), &own[0]["title"], &own[0]["reader"]),
        (1, &"Báo cáo tháng".into(), &"Chánh Văn phòng".into())
    );
    // The head of all letters is written once.
    home.write("mine/parts.vi.md", "{% macro signature(to) %}KÝ THAY {{ to }}{% endmacro %}");
    home.run(&["report", "monthly", "--templates", "mine"]).ok().says("KÝ THAY VPCP");
    home.write("mine/parts.vi.md", "{% macro %}");
    home.run(&["report", "monthly", "--templates", "mine"]).refused(3, "parts.vi.md:1");
    home.write("mine/monthly.vi.md", "{#\ntitle = \"A\"\ndata = [\"nosuch\"]\n#}\n");
    home.run(&["report", "monthly", "--templates", "mine"]).refused(3, "nosuch").tells("ranking");
    home.run(&["report", "yearly", "--templates", "mine"]).refused(2, "yearly").tells("proposal");
}

#[test]
fn a_proposal_is_tracked_with_the_reason_of_each_measure() {
    let home = with_labels();
    home.run(&["report", "proposal", "--scope", "1.001193", "--track"]).refused(2, "--track");
    home.run(&["report", "proposal", "--scope", "1.001193", "--track", "-o", "t.docx"]).ok();
    home.run(&["report", "proposal", "--scope", "1.001193", "-o", "p.docx"]).ok();
    let (tracked, plain) = (home.read("t.docx"), home.read("p.docx"));
    assert_eq!(word::faults(&tracked), [""; 0]);
    let (before, after) =
        (word::paragraphs(&tracked, Changes::Rejected), word::paragraphs(&tracked, Changes::Accepted));
    // Each text stands in the comparison table anyway; in the tracked one only what stays or comes, or what stood.
    let times = |text: &[String], line: &str| text.iter().filter(|one| *one == line).count();
    for (line, rejected, accepted) in [("đ) Bản sao", 2, 1), ("đ) Bãi bỏ", 1, 2), ("2) <b>Thêm</b> *sao* & |", 1, 2)]
    {
        assert_eq!((times(&before, line), times(&after, line)), (rejected, accepted), "{line}: {after:?}");
    }
    assert!(word::part(&tracked, "word/comments.xml").contains("đồng/năm"));
    assert!(word::part(&plain, "word/comments.xml").is_empty());
}

#[test]
fn a_consolidation_in_word_names_the_instrument_that_orders_each_change() {
    let home = Home::new();
    let base = "BỘ THỬ\nSố: 1/2020/TT-BT\nTHÔNG TƯ\nQuy định về thử\nĐiều 1. Hồ sơ\n1. Tờ khai.\n2. Bản sao.\nĐiều 2. Hiệu lực\nTừ ngày 01 tháng 7 năm 2020.\n";
    let amending = "BỘ THỬ\nSố: 2/2021/TT-BT\nTHÔNG TƯ\nSửa đổi, bổ sung một số điều của Thông tư số 1/2020/TT-BT\nĐiều 1. Sửa đổi, bổ sung một số điều của Thông tư số 1/2020/TT-BT\n\
                    1. Sửa đổi, bổ sung khoản 2 Điều 1 như sau:\n“2. Bản sao điện tử.”.\nĐiều 2. Hiệu lực thi hành\nThông tư này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2021.\n";
    home.write("base.txt", base);
    home.write("am.txt", amending);
    home.run(&["law", "apply", "base.txt", "am.txt", "--track"]).refused(2, "--track");
    home.run(&["law", "apply", "base.txt", "am.txt", "--track", "-o", "c.docx"]).ok();
    let file = home.read("c.docx");
    assert_eq!(word::faults(&file), [""; 0]);
    assert_eq!(word::paragraphs(&file, Changes::Rejected), lines(base));
    assert_eq!(word::paragraphs(&file, Changes::Accepted), lines(&base.replace("2. Bản sao.", "2. Bản sao điện tử.")));
    assert!(word::part(&file, "word/document.xml").contains("w:author=\"Thông tư số 2/2021/TT-BT\""));
}

#[test]
fn the_dossier_of_an_agency_is_a_folder_with_an_index() {
    let home = with_labels();
    home.run(&["report", "all", "--scope", "agency:BTP"]).refused(2, "-o");
    let files =
        home.run(&["report", "all", "--scope", "agency:BTP", "-o", "dossier"]).ok().says("submission-minister.docx");
    assert!(files.out.contains("reminder.docx"), "an agency can be reminded: {}", files.out);
    let index = home.text("dossier/index.md");
    for name in REPORTS {
        assert!(index.contains(&format!("[{name}.docx]({name}.docx)")), "{name}: {index}");
        assert_eq!(word::faults(&home.read(&format!("dossier/{name}.docx"))), [""; 0], "{name}");
        assert!(!home.text(&format!("dossier/{name}.md")).is_empty());
    }
    home.run(&["report", "all", "-o", "dossier"]).refused(2, "dossier");
    home.run(&["report", "all", "-o", "whole"]).ok();
    assert!(!home.path("whole/reminder.md").exists() && home.path("whole/decision.md").exists());
}

#[test]
fn a_form_that_cannot_be_written_is_refused_with_what_to_do() {
    let home = Home::new();
    home.run(&["report", "cost", "-o", "x.rtf"]).refused(2, "docx");
    home.run(&["report", "cost", "-o", "x.odt"]).refused(2, "xlsx");
    assert!(!home.path("x.rtf").exists() && !home.path("x.odt").exists());
}

#[test]
fn figures_of_the_ranking_are_those_of_the_sheets() {
    let home = Home::new();
    home.run(&["report", "ranking", "-o", "r.xlsx"]).ok();
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(home.path("r.xlsx")).unwrap();
    let (_, cells) = book.worksheets().remove(0);
    assert!(cells.used_cells().any(|(_, _, cell)| *cell == 275_936_155_303.0), "{cells:?}");
    home.run(&["report", "ranking"]).ok().says("| 275.936.155.303 |");
}

#[test]
fn sheets_before_and_after_are_compared_row_by_row() {
    let home = Home::new();
    // 95.000.000 đồng a year over 1.760 hours; 1.400.000 births a year; fetching the paper takes 20 minutes, 2 with the measure.
    let saved =
        "| 1.2 | Lấy và nộp Giấy chứng sinh | 17.992 | 1.799 | 25.189.393.939 | 2.518.939.394 | 22.670.454.545 | 90% |";
    let document = home.run(&["report", "sheet-comparison", "--as-of", "2026-11-30", "--scope", "1.001193"]).ok().out;
    assert!(document.contains(saved), "{document}");
    let rows = document.lines().filter(|line| line.starts_with("| 1.2 | Lấy và nộp Giấy chứng sinh"));
    assert_eq!(rows.count(), 3, "now, after, and both");
    // Of a scenario without that measure nothing is saved there; one that abolishes leaves no activity.
    home.run(&["scenario", "new", "kb", "--measure", "1.001193-m2", "-q"]).ok();
    let document = home.run(&["report", "sheet-comparison", "--as-of", "2026-11-30", "--scenario", "kb"]).ok().out;
    assert!(document.contains("| 25.189.393.939 | 25.189.393.939 | 0 | 0% |") && !document.contains("(1.004222)"));
    home.run(&["measure", "add", "1.003197", "--kind", "abolish", "--title", "Bãi bỏ", "-q"]).ok();
    let document = home.run(&["report", "sheet-comparison", "--as-of", "2026-11-30", "--scope", "1.003197"]).ok().out;
    assert!(document.contains("Thủ tục được bãi bỏ") && document.contains("| 100% |"), "{document}");
    // The workbook has the same figures, and says how they follow from each other.
    home.run(&["report", "sheet-comparison", "--as-of", "2026-11-30", "-o", "so-sanh.xlsx"]).ok();
    let bytes = std::fs::read(home.path("so-sanh.xlsx")).unwrap();
    let mut book = calamine::open_workbook_auto_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let tab = book.sheet_names()[0].clone();
    let formula = book.worksheet_formula(&tab).unwrap();
    assert!(formula.rows().flatten().any(|cell| cell.starts_with("F2-G2")), "{:?}", formula.get_value((1, 7)));
}

#[test]
fn how_sure_a_saving_is_is_a_document_with_a_tornado() {
    let home = Home::new();
    let of_day = ["--as-of", "2026-11-30"];
    let nothing = home.run(&[&["report", "uncertainty"][..], &of_day].concat()).ok().out;
    assert!(nothing.contains("Chưa nêu khoảng dao động"), "{nothing}");
    let range = [
        "uncertainty",
        "set",
        "sheet:1.001193:a2:minutes",
        "--spread",
        "range",
        "--low",
        "12",
        "--high",
        "32",
        "--source",
        "thử",
        "-q",
    ];
    home.run(&range).ok();
    let document = home.run(&[&["report", "uncertainty", "--scope", "1.001193"][..], &of_day].concat()).ok().out;
    // The measure leaves 2 minutes: at 12 it takes 10 off, at 32 it takes 30, each 1.400.000 times at 53.977,27 đồng an hour; the other one
    // saves 657.734.848 whatever that is.
    assert!(document.contains("| 13.252.431.818 | 38.441.825.758 |"), "{document}");
    home.run(&[&["report", "uncertainty", "-o", "u.html"][..], &of_day].concat()).ok();
    let page = std::fs::read_to_string(home.path("u.html")).unwrap();
    assert!(page.contains("Mức tiết kiệm khi từng tham số") && page.contains("<svg"));
}

#[test]
fn a_reminder_tells_one_agency_what_is_late_what_is_due_and_what_was_done() {
    let home = Home::new();
    home.run(&["report", "reminder"]).refused(2, "chưa nêu cơ quan nhận").tells("--scope agency:");
    let code = |number: &str| format!("hn-2023-07-12-{number}");
    home.run(&["assignment", "edit", &code("c09"), "--person", "Nguyễn Văn An"]).ok();
    let done =
        ["assignment", "move", &code("c06"), "done", "--date", "2025-06-26", "--evidence", "Luật | 91/2025/QH15"];
    home.run(&done).ok();
    // On 9 December 2024 the data centre is due in 22 days.
    let reminder = ["report", "reminder", "--scope", "agency:Bộ Công an", "--as-of", "2024-12-09"];
    let data = home.json(&reminder)["report"].clone();
    let codes = |part: &str| -> Vec<String> {
        let items = data[part].as_array().unwrap().iter();
        items.map(|item| item["code"].as_str().unwrap().trim_start_matches("hn-2023-07-12-").to_owned()).collect()
    };
    assert_eq!(codes("late"), ["c09"]);
    assert_eq!(codes("due_soon"), ["c11"]);
    assert_eq!(codes("other"), ["c01", "c05", "c06", "c12"]);
    assert_eq!(codes("done"), [""; 0], "it was done later");
    let later = home.json(&["report", "reminder", "--scope", "agency:BCA"])["report"].clone();
    assert_eq!((&later["done"][0]["code"], later["late"].as_array().unwrap().len()), (&code("c06").into(), 2));
    let text = seen(&home.run(&["report", "reminder", "--scope", "agency:BCA"]).ok().out);
    for words in ["Kính gửi: Bộ Công an", "1. Chưa hoàn thành, quá hạn: 02", "Luật | 91/2025/QH15", "Nơi nhận:"]
    {
        assert!(text.contains(words), "{words:?} is not in: {text}");
    }
    // What leaves the office names neither officers nor codes of the data file.
    assert!(!text.contains("Nguyễn Văn An") && !text.contains(&code("c09")), "{text}");
    let province = seen(&home.run(&["report", "reminder", "--scope", "agency:T04"]).ok().out);
    assert!(province.contains("Kính gửi: Ủy ban nhân dân tỉnh Cao Bằng"), "{province}");
    home.run(&["report", "reminder", "--scope", "agency:BCA", "-o", "r.docx"]).ok();
    // The head of the letter is one row side by side; the list of what is late has a head and two rows.
    assert_eq!(word::tables(&home.read("r.docx"))[..2], [1, 3]);
}

/// The lines of a text that say something.
fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect()
}

#[test]
fn a_comparison_in_word_is_the_new_text_when_accepted_and_the_old_one_when_rejected() {
    let home = Home::new();
    let old = "THÔNG TƯ\nQuy định về thử\nĐiều 1. Phạm vi\nThông tư này quy định về thử <b> & đo.\nĐiều 2. Hồ sơ\n1. Tờ khai;\n2. Bản sao.\n\
               Điều 3. Thời hạn\nThời hạn là 05 ngày làm việc.\nĐiều 4. Hiệu lực\nTừ ngày 01 tháng 7 năm 2026.\n";
    let new = "THÔNG TƯ\nQuy định về thử\nĐiều 1. Phạm vi\nThông tư này quy định về đo lường.\nĐiều 2. Thời hạn\nThời hạn là 05 ngày làm việc.\n\
               Điều 3. Hồ sơ\n1. Tờ khai điện tử;\n2. Bản sao;\n3. Ảnh.\nĐiều 4. Hiệu lực\nTừ ngày 01 tháng 7 năm 2026.\n";
    home.write("old.txt", old);
    home.write("new.txt", new);
    home.run(&["law", "compare", "old.txt", "new.txt", "-o", "c.docx"]).ended(1);
    let file = home.read("c.docx");
    assert_eq!(word::faults(&file), [""; 0]);
    assert_eq!(word::paragraphs(&file, Changes::Accepted), lines(new));
    assert_eq!(word::paragraphs(&file, Changes::Rejected), lines(old));
    assert!(word::part(&file, "word/document.xml").contains("w:author=\"new.txt\""), "who orders the changes");
    // In the comparison table the current text stands as it is, and the proposed one shows what changes.
    for view in ["table", "side"] {
        home.run(&["law", "compare", "old.txt", "new.txt", "--as", view, "-o", "t.docx"]).ended(1);
        let file = home.read("t.docx");
        assert_eq!(word::faults(&file), [""; 0], "{view}");
        let rejected = word::paragraphs(&file, Changes::Rejected);
        let twice = rejected.iter().filter(|line| *line == "Thông tư này quy định về thử <b> & đo.").count();
        assert_eq!(twice, 2, "{view}: {rejected:?}");
    }
}

#[test]
#[ignore = "needs ../shared/data"]
fn a_real_consolidation_in_word_gives_both_texts_back() {
    let home = Home::new();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/consolidation");
    let (old, new) = (format!("{folder}/tt-39-2016-tt-nhnn.txt"), format!("{folder}/vbhn-21-2024-tt39.txt"));
    home.run(&["law", "compare", &old, &new, "-o", "c.docx"]).ended(1);
    let file = home.read("c.docx");
    assert_eq!(word::faults(&file), [""; 0]);
    for (path, changes) in [(old, Changes::Rejected), (new, Changes::Accepted)] {
        let text = std::fs::read_to_string(&path).unwrap();
        // The marks and notes of a publisher are none of the law, and no difference.
        let text = tinhgon::law::consolidate::published::unmarked(&text).text();
        let (said, expected) = (word::paragraphs(&file, changes).join("\n"), lines(&text).join("\n"));
        assert!(said == expected, "{path}: {:?}", said.lines().zip(expected.lines()).find(|(a, b)| a != b));
    }
}

#[test]
fn a_progress_report_looks_ahead_and_says_what_is_late() {
    let home = Home::new();
    home.run(&["baseline", "freeze", "nq66-2026"]).ok();
    let text = home.run(&["report", "progress", "--programme", "nq66-2026"]).ok().out;
    for words in
        ["Biến động khác so với số liệu gốc", "Dự báo theo thời hạn của phương án", "Nhiệm vụ, phương án quá hạn"]
    {
        assert!(text.contains(words), "{words:?} is not in: {text}");
    }
    assert!(text.contains("Còn thiếu (đã thực thi)"), "what is missing names its stage: {text}");
}

#[test]
fn a_document_says_itself_what_it_leaves_out() {
    let home = Home::new();
    let raw = rusqlite::Connection::open(home.database()).unwrap();
    raw.execute_batch(
        "DROP TRIGGER journal_activity_update; DROP TRIGGER bounds_activity_update;
         UPDATE activity SET population = 9223372036854775807 WHERE regulation = '1.004222';",
    )
    .unwrap();
    drop(raw);
    home.run(&["report", "proposal", "--as-of", "2026-12-31", "-o", "all.md"]).ok();
    let all = home.text("all.md");
    assert!(all.contains("không tính được") && all.contains("1.004222"), "{all}");
    assert!(all.contains("Tính trên 5 quy định đã có bảng tính chi phí"), "six of the catalogue have measures: {all}");
    home.run(&["report", "proposal", "--as-of", "2026-12-31", "--scope", "regulation:1.004222", "-o", "one.md"]).ok();
    let one = home.text("one.md");
    assert!(one.contains("Chi phí tuân thủ chưa tính được") && !one.contains(" 0 đồng/năm"), "{one}");
}

/// Every link of a site leads to a file of it, no page needs anything from elsewhere, and nobody's name is on it.
#[test]
fn a_site_is_whole_and_needs_nothing_else() {
    let home = Home::new();
    let title = "Bỏ <b>giấy</b> | tờ";
    home.run(&["measure", "add", "1.004222", "--kind", "remove-component", "--target", "c2", "--title", title]).ok();
    let files = home.run(&["report", "dashboard", "-o", "site", "--format", "json"]).ok().json();
    let written: Vec<String> =
        files["rows"].as_array().unwrap().iter().map(|row| row["file"].as_str().unwrap().to_owned()).collect();
    assert!(written.contains(&"regulation/1.004222.html".to_owned()), "{written:?}");
    for file in &written {
        let page = home.text(&format!("site/{file}"));
        for (attribute, rest) in [("href=\"", &page), ("src=\"", &page)] {
            for link in rest.split(attribute).skip(1).map(|rest| rest.split('"').next().unwrap()) {
                let target = home.path("site").join(file).parent().unwrap().join(link);
                assert!(!link.contains(':') && !link.starts_with('/') && target.is_file(), "{file}: {link}");
            }
        }
        assert!(!page.contains("<b>giấy") && !page.contains("lan@"), "{file}");
        assert!(page.contains("script-src 'sha256-"), "{file}");
    }
    assert!(home.text("site/index.html").contains("<svg"));
    // What became of its measures is in its history; of what came in with everything else no more than that.
    let page = home.text("site/regulation/1.004222.html");
    let (_, history) = page.split_once("Lịch sử thay đổi").unwrap();
    assert!(history.contains("cùng nhiều mục khác") && history.contains("thêm phương án 1.004222-m4"), "{history}");
    assert!(!history.contains("ngày nghỉ"), "{history}");
    // What people read, not what programs do.
    assert!(!home.text("site/regulation/1.004222.html").contains("schema_version"));
    // What is there stays.
    home.run(&["report", "dashboard", "-o", "site"]).refused(2, "site");
    home.run(&["report", "dashboard"]).refused(2, "-o");
}

/// The script of the documentation, as it would run at night: everything, or exit code 1 with what failed.
#[test]
fn the_monthly_script_writes_every_dossier_and_names_what_it_could_not() {
    let home = Home::new();
    let run = || {
        let mut script = std::process::Command::new("bash");
        script.arg(package("docs/monthly.sh")).args(["out", "2026-01-01"]).current_dir(home.path(""));
        for (name, value) in home.command(&[]).get_envs() {
            value.map(|value| script.env(name, value));
        }
        Ran::of(script.env("TINHGON", env!("CARGO_BIN_EXE_tinhgon")).output().unwrap())
    };
    let ran = run().ok();
    assert!(ran.out.is_empty() && !ran.err.contains('\r'), "{}", ran.err);
    for file in ["out/BCA/index.md", "out/BTP/proposal.docx", "out/site/index.html", "out/owes.csv"] {
        assert!(home.path(file).is_file(), "{file}");
    }
    run().ended(1).tells("BCA: out/BCA is there already");
}

#[test]
fn what_was_approved_already_is_not_approved_again() {
    let home = Home::new();
    let step = |to: &str, document: &str| {
        home.run(&["measure", "move", "1.001193-m1", to, "--date", "2026-08-01", "--document", document]).ok();
    };
    let report = |name: &str| home.run(&["report", name, "--scope", "agency:BTP", "--as-of", "2026-12-01"]).ok().out;
    assert!(!report("decision").contains("đã được phê duyệt"));
    step("approved", "442/QĐ-TTg");
    assert!(report("decision").contains("tại Phụ lục I, trừ 01 phương án mà Phụ lục ghi đã được phê duyệt."));
    assert!(report("proposal").contains("(Đã được phê duyệt: 442/QĐ-TTg.)"));
    assert!(report("submission-pm").contains("trong đó 01 phương án đã được phê duyệt, nêu để tổng hợp"));
    let nothing = home.run(&["report", "decision", "--scope", "agency:BNG"]).ok().out;
    assert!(nothing.contains("chưa có phương án nào trong phạm vi này để phê duyệt") && !nothing.contains("Điều 1."));
}

#[test]
fn how_sure_the_figures_of_an_agency_are_is_told_of_its_own_cost() {
    let home = Home::new();
    home.run(&[
        "uncertainty",
        "set",
        "parameter:income.citizen",
        "--spread",
        "range",
        "--low",
        "40000",
        "--high",
        "70000",
        "--source",
        "khảo sát",
    ])
    .ok();
    let report = |name: &str| {
        let asked = ["report", name, "--scope", "agency:BCA", "--as-of", "2026-12-01", "--format", "json"];
        home.run(&asked).ok().json()["report"].clone()
    };
    let (proposal, uncertainty) = (report("proposal"), report("uncertainty"));
    let figure = |name: &str| {
        let rows = uncertainty["figures"].as_array().unwrap();
        rows.iter().find(|row| row["figure"] == name).unwrap_or_else(|| panic!("{name}: {uncertainty}"))["point"]
            .clone()
    };
    assert_eq!(
        (figure("cost_before"), figure("cost_after")),
        (proposal["total"]["before"].clone(), proposal["total"]["after"].clone())
    );
    // What a programme measures against a frozen baseline is passed over by name.
    home.run(&["baseline", "freeze", "nq109-2026"]).ok();
    let uncertainty = report("uncertainty");
    assert!(uncertainty["targets"].as_array().unwrap().iter().all(|row| row["programme"] != "nq109-2026"));
    assert!(uncertainty["notes"].to_string().contains("nq109-2026"), "{uncertainty}");
}
