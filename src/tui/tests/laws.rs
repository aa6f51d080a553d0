//! The screens of instruments.

use super::super::app::Place;
use super::super::law::{Affected, Pane};
use super::super::screens;
use super::super::session::Session;
use super::{press, screen, send, session};
use crate::model::{Batch, Instrument, InstrumentVersion, Provenance};
use crate::store::ChangeMeta;
use crate::text::Lang;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyModifiers};

const LAW: &str = "BỘ THỬ\nChương I\nQUY ĐỊNH CHUNG\nĐiều 16. Phạm vi\n1. Người nộp hồ sơ theo khoản 2 Điều 12 Luật này:\na) Tờ khai;\nđ) Bản sao có chứng thực giấy tờ.\n\
                   2. Khoản hai nói về 漢字 và e\u{301}\u{302} dài dòng để xuống hàng trong một cửa sổ hẹp mà không đứt chữ nào cả, kể cả chữ cuối.\n\
                   Chương II\nTHỦ TỤC\nĐiều 17. Thời hạn\nBa ngày làm việc.\nĐiều 18. Hiệu lực\n1. Ngay.\n2. Không.\nNơi nhận:\n- Như trên.";

/// A session whose workspace holds the law on civil status in two versions; procedures of the catalogue rest on it.
pub(super) fn with_law(lang: Lang, size: (u16, u16)) -> Session {
    let mut session = session(lang);
    let version = |name: &str, text: String| {
        let (kind, from) = InstrumentVersion::of_name(name);
        InstrumentVersion {
            instrument: "60/2014/QH13".into(),
            name: name.into(),
            kind,
            from,
            source: "thử".into(),
            text,
        }
    };
    let newer = LAW.replace("Ba ngày", "Hai ngày").replace("2. Không.\n", "") + "\n";
    let batch = Batch {
        instruments: vec![Instrument {
            number: "1/2031/TT-BTN".into(),
            title: "Chưa có toàn văn".into(),
            issuer: None,
            issued: None,
            effective: None,
            expired: None,
            provenance: Provenance::Assumption,
            source: String::new(),
        }],
        instrument_versions: vec![version("original", LAW.into()), version("consolidated 2030-01-01", newer)],
        ..Batch::default()
    };
    let change = ChangeMeta { command: "import".into(), ..session.who("import") };
    session.workspace.change(&change, |w| w.put_batch(&batch)).unwrap();
    session.reload().unwrap();
    session.app.resized(size.0, size.1);
    session
}

fn open(session: &mut Session) {
    send(session, &["f11", "/", "=60/2014", "enter"]);
    assert_eq!(session.app.place(), Place::Law);
}

fn place(session: &Session) -> String {
    session.app.shelf.reading.as_ref().unwrap().address().map(ToString::to_string).unwrap_or_default()
}

#[track_caller]
fn sees(session: &Session, (width, height): (u16, u16), words: &[&str]) {
    let seen = screen(session, width, height);
    for word in words {
        assert!(seen.contains(word), "{word} is missing in\n{seen}");
    }
}

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (200, 50);

#[test]
fn instruments_are_listed_with_what_rests_on_them() {
    for (lang, words) in [(Lang::Vi, ["Văn bản", "Thủ tục"]), (Lang::En, ["Instruments", "Proced."])] {
        for size in [SMALL, LARGE] {
            let mut session = with_law(lang, size);
            send(&mut session, &["f11"]);
            sees(&session, size, &words);
            // What has a text comes first, with its two versions.
            let first = screen(&session, size.0, size.1).lines().nth(3).unwrap().to_owned();
            assert!(first.contains("60/2014/QH13") && first.contains(" 2 "), "{first}");
            send(&mut session, &["/", "=chua co toan van", "enter"]);
            sees(&session, size, &["1/2031/TT-BTN", "tinhgon import"]);
        }
    }
}

#[test]
fn a_narrow_window_shows_one_pane_and_a_wide_one_both() {
    for lang in [Lang::Vi, Lang::En] {
        let mut session = with_law(lang, SMALL);
        open(&mut session);
        let seen = screen(&session, 80, 24);
        assert!(seen.contains("Điều 18. Hiệu lực") && !seen.contains("Ba ngày làm việc"), "{seen}");
        send(&mut session, &["down", "down", "right", "right", "enter"]);
        assert_eq!(place(&session), "khoản 1 Điều 16");
        sees(&session, SMALL, &["▌ 1. Người nộp", "▌ đ) Bản sao", "  2. Khoản hai"]);
        send(&mut session, &["esc"]);
        assert_eq!(session.app.shelf.reading.as_ref().unwrap().pane, Pane::Tree);
        session.app.resized(200, 50);
        sees(&session, LARGE, &["▸ Điều 18. Hiệu lực", "Ba ngày làm việc."]);
        send(&mut session, &["esc"]);
        assert_eq!(session.app.place(), Place::Instruments);
    }
}

#[test]
fn a_dieu_is_reached_by_its_number_and_words_are_found_without_marks() {
    let mut session = with_law(Lang::Vi, SMALL);
    open(&mut session);
    send(&mut session, &["1", "8"]);
    sees(&session, SMALL, &["Đến Điều số: 18"]);
    send(&mut session, &["enter"]);
    assert_eq!(place(&session), "Điều 18");
    send(&mut session, &["g", "=99"]);
    sees(&session, SMALL, &["không có Điều 99"]);
    send(&mut session, &["esc", "home", "/", "=khoan hai", "enter"]);
    assert_eq!(place(&session), "khoản 2 Điều 16");
    // Telex: the letter, then Backspace and the composed letter.
    send(&mut session, &["/", "=d", "backspace", "=đ) ba", "enter"]);
    assert_eq!(place(&session), "điểm đ khoản 1 Điều 16");
    send(&mut session, &["z", "z", "home", "down"]);
    assert_eq!(place(&session), "Chương I");
}

#[test]
fn references_are_marked_in_the_text() {
    let mut session = with_law(Lang::Vi, SMALL);
    open(&mut session);
    send(&mut session, &["tab"]);
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    terminal.draw(|frame| screens::draw(&session.app, frame)).unwrap();
    let buffer = terminal.backend().buffer();
    let reference = session.app.theme.reference();
    let marked: String = (0..24)
        .flat_map(|y| (0..80).map(move |x| (x, y)))
        .filter(|at| buffer[*at].fg == reference.fg.unwrap() && buffer[*at].modifier.contains(reference.add_modifier))
        .map(|at| buffer[at].symbol())
        .collect();
    assert_eq!(marked, "khoản 2 Điều 12 Luật này");
}

#[test]
fn wide_and_combined_letters_are_not_torn() {
    let mut session = with_law(Lang::Vi, (60, 20));
    open(&mut session);
    send(&mut session, &["/", "=khoan hai", "enter", "enter"]);
    // The cell behind a wide letter is blank.
    sees(&session, (60, 20), &["2. Khoản hai nói về 漢 字  và e\u{301}\u{302} dài", "▌ cuối."]);
}

#[test]
fn a_provision_becomes_the_proposed_text_of_a_new_measure() {
    for size in [SMALL, LARGE] {
        let mut session = with_law(Lang::Vi, size);
        open(&mut session);
        send(&mut session, &["/", "=ban sao", "enter", "enter", "a"]);
        sees(&session, size, &["điểm đ khoản 1 Điều 16 60/2014/QH13: 0 phương án", "1.001193", "Điều 16"]);
        send(&mut session, &["e"]);
        sees(&session, size, &["đ) Bản sao có chứng thực giấy tờ.", "Ghi vào phương án"]);
        send(&mut session, &["f12"]);
        sees(&session, size, &["✗ nội dung đề xuất giống nội dung hiện hành"]);
        // "Bản sao có chứng thực" → "Bản quét có chứng thực", typed in the editor of the form.
        send(&mut session, &["home", "delete", "=đ", "end", "=, hoặc bản điện tử", "tab"]);
        let form_choice = screen(&session, size.0, size.1);
        assert!(form_choice.contains("phương án mới: 1.001193"), "{form_choice}");
        choose(&mut session, "phương án mới: 1.001193");
        send(&mut session, &["f12"]);
        let at = session.app.data.kinds.iter().position(|k| k.id == "remove-component").unwrap();
        send(&mut session, &vec!["down"; at]);
        send(&mut session, &["enter", "=x", "f12"]);
        assert_eq!(session.app.place(), Place::Law, "{}", screen(&session, size.0, size.1));
        let reading = session.app.shelf.reading.as_ref().unwrap();
        let measure = reading.measures.last().unwrap().clone();
        assert_eq!(measure.instrument.as_deref(), Some("60/2014/QH13"));
        assert_eq!(measure.provision.as_deref(), Some("điểm đ khoản 1 Điều 16"));
        assert_eq!(measure.current_text, "đ) Bản sao có chứng thực giấy tờ.");
        assert_eq!(measure.proposed_text, "đ) Bản sao có chứng thực giấy tờ., hoặc bản điện tử");
        assert_eq!((measure.regulation.as_str(), measure.kind.as_str()), ("1.001193", "remove-component"));
        send(&mut session, &["d"]);
        sees(&session, size, &["[+", "bản điện tử+]", &measure.code]);
        // Edited again, it is the same measure that says so; its text is where the editor begins.
        send(&mut session, &["e"]);
        sees(&session, size, &["giấy tờ., hoặc bản điện tử"]);
        send(&mut session, &["end", "=!", "f12"]);
        let reading = session.app.shelf.reading.as_ref().unwrap();
        assert_eq!(reading.measures.len(), 1);
        assert!(reading.measures[0].proposed_text.ends_with("điện tử!"));
        // What is taken back is gone from the screen of the difference as well.
        send(&mut session, &["d"]);
        sees(&session, size, &["điện tử!+]"]);
        send(&mut session, &["f8"]);
        assert!(!screen(&session, size.0, size.1).contains("điện tử!+]"));
        send(&mut session, &["f9", "esc"]);
        // One change each: two steps back, and nothing is left of it.
        send(&mut session, &["f8"]);
        assert!(session.app.shelf.reading.as_ref().unwrap().measures[0].proposed_text.ends_with("điện tử"));
        send(&mut session, &["f8"]);
        assert!(session.app.shelf.reading.as_ref().unwrap().measures.is_empty());
        send(&mut session, &["f9", "esc"]);
        sees(&session, size, &["✎"]);
    }
}

#[test]
fn what_was_typed_is_not_lost_by_one_esc() {
    let asked = [(Lang::Vi, "chưa được lưu"), (Lang::En, "is not saved")];
    for (lang, question) in asked {
        let mut session = with_law(lang, SMALL);
        open(&mut session);
        send(&mut session, &["/", "=ban sao", "enter", "enter", "e", "esc"]);
        assert!(session.app.over.is_none(), "nothing was typed, so one Esc leaves");
        send(&mut session, &["e", "end", "=, hoặc bản điện tử", "esc"]);
        sees(&session, SMALL, &[question, "hoặc bản điện tử"]);
        // Any other key goes on, and the question is put again.
        send(&mut session, &["=!"]);
        assert!(!screen(&session, 80, 24).contains(question));
        send(&mut session, &["esc", "tab"]);
        // The text goes with the form for the kind of the new measure, and with the form of the measure.
        choose(&mut session, "1.001193");
        send(&mut session, &["f12", "esc"]);
        sees(&session, SMALL, &[question]);
        send(&mut session, &["enter", "esc"]);
        sees(&session, SMALL, &[question]);
        send(&mut session, &["f12"]);
        let measures = &session.app.shelf.reading.as_ref().unwrap().measures;
        assert!(
            measures.iter().any(|m| m.proposed_text.ends_with("hoặc bản điện tử!")),
            "{}",
            screen(&session, 80, 24)
        );
        send(&mut session, &["e", "end", "=?", "esc", "esc"]);
        assert!(session.app.over.is_none(), "the second Esc leaves");
        assert!(session.app.shelf.reading.as_ref().unwrap().measures.iter().all(|m| !m.proposed_text.ends_with('?')));
    }
}

#[test]
fn answers_that_cannot_be_carried_out_stay_in_their_form() {
    let mut session = with_law(Lang::Vi, SMALL);
    send(&mut session, &["w", "ctrl-u", "=không/có/phương-án.md", "f12"]);
    sees(&session, SMALL, &["✗", "không/có/phương-án.md"]);
    send(&mut session, &["esc"]);
    assert!(session.app.over.is_none(), "a file name is no loss");
}

/// Goes down in the choice in hand until the chosen line has these words.
fn choose(session: &mut Session, words: &str) {
    for _ in 0..40 {
        let chosen = screen(session, 80, 24).lines().find(|l| l.contains("▶")).map(str::to_owned).unwrap_or_default();
        if chosen.contains(words) {
            return;
        }
        press(session, KeyCode::Down, KeyModifiers::NONE);
    }
    panic!("{words} cannot be chosen");
}

#[test]
fn a_measure_that_has_no_provision_yet_can_say_so() {
    let mut session = with_law(Lang::Vi, SMALL);
    open(&mut session);
    let code = {
        let rests = |m: &&crate::model::Measure| {
            m.provision.is_none()
                && session.app.shelf.reading.as_ref().unwrap().resting.iter().any(|r| r.regulation == m.regulation)
        };
        session.app.data.snapshot.measures.iter().find(rests).map(|m| m.code.clone())
    };
    send(&mut session, &["1", "7", "enter", "e", "end", "=!", "tab"]);
    if let Some(code) = code {
        choose(&mut session, &code);
        send(&mut session, &["f12"]);
        let measure = session.workspace.measure(&code).unwrap().unwrap();
        assert_eq!(measure.provision.as_deref(), Some("Điều 17"));
        assert_eq!(measure.current_text, "Điều 17. Thời hạn\nBa ngày làm việc.");
    }
}

#[test]
fn two_versions_stand_side_by_side_and_their_changes_are_marked() {
    for (lang, size) in [(Lang::Vi, SMALL), (Lang::En, LARGE)] {
        let mut session = with_law(lang, size);
        open(&mut session);
        send(&mut session, &["v", "f12"]);
        assert_eq!(session.app.place(), Place::Versions);
        sees(
            &session,
            size,
            &["consolidated", "60/2014/QH13"]
                .map(|w| if lang == Lang::Vi && w == "consolidated" { "hợp nhất 01/01/2030" } else { w }),
        );
        send(&mut session, &["n"]);
        sees(&session, size, &["≠  Điều 17. Thời hạn", "≠  Ba ngày làm việc.", "│ Hai ngày làm việc.", "−  2. Không."]);
        assert_eq!(session.app.shelf.beside.as_ref().unwrap().changes.len(), 2);
        send(&mut session, &["esc"]);
        assert_eq!(session.app.place(), Place::Law);
    }
}

#[test]
fn another_version_is_read_from_the_same_provision_on() {
    let mut session = with_law(Lang::Vi, SMALL);
    open(&mut session);
    send(&mut session, &["1", "7", "enter", "enter", "t"]);
    assert_eq!(place(&session), "Điều 17");
    sees(&session, SMALL, &["[hợp nhất 01/01/2030]", "Hai ngày"]);
    send(&mut session, &["f11", "f8", "f9"]);
    assert_eq!(session.app.place(), Place::Instruments);
}

#[test]
fn what_is_affected_opens() {
    let mut session = with_law(Lang::Vi, SMALL);
    open(&mut session);
    send(&mut session, &["a", "enter"]);
    assert!(matches!(session.app.place(), Place::Record | Place::Measures));
    assert!(session.app.detail.is_some());
}

/// Gives the law a version that applies on the day of the tests.
fn with_version(session: &mut Session, text: String) {
    let version = InstrumentVersion {
        instrument: "60/2014/QH13".into(),
        name: "consolidated 2025-06-01".into(),
        kind: crate::model::VersionKind::Consolidated,
        from: Some(jiff::civil::date(2025, 6, 1)),
        source: String::new(),
        text,
    };
    session.workspace.change(&session.who("import"), |w| w.put_instrument_version(&version)).unwrap();
    session.reload().unwrap();
}

#[test]
fn what_refers_to_a_provision_and_would_dangle_is_listed() {
    for (lang, words) in
        [(Lang::Vi, ["2 chỗ viện dẫn đến", "mất viện dẫn"]), (Lang::En, ["cited in 2 places", "provision gone"])]
    {
        let mut session = with_law(lang, SMALL);
        let text =
            LAW.replace("1. Ngay.", "1. Theo Điều 17.").replace("2. Không.", "2. Theo Điều 17 và khoản 1 Điều này.");
        with_version(&mut session, text);
        open(&mut session);
        send(&mut session, &["1", "7", "enter", "a"]);
        sees(&session, SMALL, &words);
        sees(&session, SMALL, &["khoản 2 Điều 18"]);
        let at = session.app.shelf.affected.iter().position(|a| matches!(a, Affected::Reference { .. })).unwrap();
        session.app.shelf.at = at;
        send(&mut session, &["enter"]);
        assert_eq!((session.app.place(), place(&session)), (Place::Law, "khoản 1 Điều 18".to_owned()));
    }
}

#[test]
fn note_marks_of_a_published_consolidation_are_no_changes() {
    let mut session = with_law(Lang::Vi, SMALL);
    let head = "Luật số 60/2014/QH13 ngày 20 tháng 11 năm 2014, có hiệu lực từ ngày 01 tháng 01 năm 2016, được sửa đổi, bổ sung bởi:\n\
                Luật số 1/2025/QH15, có hiệu lực từ ngày 01 tháng 6 năm 2025.\n";
    let text = LAW
        .replace("BỘ THỬ\n", &format!("BỘ THỬ\nLUẬT\nThử\n{head}"))
        .replace("Điều 17. Thời hạn", "Điều 17. Thời hạn1");
    with_version(&mut session, text.replace("Ba ngày", "2 Bốn ngày"));
    open(&mut session);
    session.carry_out(
        super::super::app::Effect::Compare {
            number: "60/2014/QH13".into(),
            old: "original".into(),
            new: "consolidated 2025-06-01".into(),
        },
        None,
    );
    let beside = session.app.shelf.beside.as_ref().unwrap();
    assert!(beside.new.text.contains("Điều 17. Thời hạn\n"), "{}", beside.new.text);
    // Only the head and the one provision that says something else.
    assert!(beside.changes.len() <= 3);
}

#[test]
fn the_draft_of_measures_is_shown_and_written() {
    let folder = tempfile::tempdir().unwrap();
    for (lang, word) in [(Lang::Vi, "Dự thảo văn bản sửa đổi"), (Lang::En, "Draft amending instrument")] {
        let mut session = with_law(lang, SMALL);
        session
            .workspace
            .change(&session.who("measure"), |w| {
                let mut measure =
                    crate::model::Measure::proposed("1.001193", "drop-step", jiff::civil::date(2025, 12, 1));
                measure.targets = vec!["a10".into()];
                measure.title = "Rút ngắn".into();
                measure.instrument = Some("60/2014/QH13".into());
                measure.provision = Some("khoản 2 Điều 16".into());
                measure.proposed_text = "2. Khoản hai ngắn.".into();
                w.put_measure(&measure)
            })
            .unwrap();
        session.reload().unwrap();
        open(&mut session);
        send(&mut session, &["b"]);
        assert_eq!(session.app.place(), Place::Drafted);
        sees(&session, SMALL, &[word, "60/2014/QH13 "]);
        send(&mut session, &["down", "down"]);
        sees(&session, SMALL, &["“2. Khoản hai ngắn.”."]);
        let path = folder.path().join(format!("du-thao-{}.html", lang.tag()));
        send(&mut session, &["w"]);
        let typed = format!("={}", path.display());
        send(&mut session, &["ctrl-u", &typed, "enter"]);
        assert!(std::fs::read_to_string(&path).unwrap().contains("<p>“2. Khoản hai ngắn.”.</p>"));
        // A file that is there is asked for before it is lost.
        std::fs::write(&path, "của tôi").unwrap();
        send(&mut session, &["w", "ctrl-u", &typed, "enter"]);
        assert!(session.app.over.is_some());
        send(&mut session, &["esc"]);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "của tôi");
        send(&mut session, &["w", "ctrl-u", &typed, "enter", "enter"]);
        assert!(session.app.over.is_none());
        assert!(std::fs::read_to_string(&path).unwrap().contains("<p>“2. Khoản hai ngắn.”.</p>"));
        send(&mut session, &["esc"]);
        assert_eq!(session.app.place(), Place::Law);
        send(&mut session, &["f11", "b", "esc"]);
        assert_eq!(session.app.place(), Place::Instruments);
        // A scenario is drafted as it is chosen, over all instruments.
        send(&mut session, &["f12", "enter", "b"]);
        sees(&session, SMALL, &[word, "planned"]);
        assert!(session.app.shelf.drafted.as_ref().unwrap().text.contains("“2. Khoản hai ngắn.”."));
        send(&mut session, &["esc"]);
        assert_eq!(session.app.place(), Place::Scenario);
        send(&mut session, &["esc"]);
        while session.app.board.lines[session.app.board.line].scenario.code != "approved" {
            send(&mut session, &["down"]);
        }
        send(&mut session, &["b"]);
        assert!(session.app.shelf.drafted.as_ref().unwrap().text.is_empty());
        send(&mut session, &["esc"]);
        assert_eq!(session.app.place(), Place::Scenarios);
        // An instrument that no measure changes has no draft.
        send(&mut session, &["f11", "esc", "/", "=chua co toan van", "esc", "b"]);
        assert_eq!(session.app.place(), Place::Drafted);
        assert!(session.app.shelf.drafted.as_ref().unwrap().text.is_empty());
        send(&mut session, &["w"]);
        assert!(session.app.over.is_none());
    }
}
