//! The terminal application on a real pseudo-terminal: a few ways through it, key by key, and how it leaves the terminal.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic)]

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const ROWS: u16 = 24;
const COLUMNS: u16 = 80;
const PATIENCE: Duration = Duration::from_secs(20);
const LEAVE: &str = "\u{1b}[?1049l";

const F3: &str = "\u{1b}[13~";
const F6: &str = "\u{1b}[17~";
const F8: &str = "\u{1b}[19~";
const F10: &str = "\u{1b}[21~";
const F4: &str = "\u{1b}[14~";
const F11: &str = "\u{1b}[23~";
const F12: &str = "\u{1b}[24~";
const RIGHT: &str = "\u{1b}[C";

/// A terminal of 80 × 24 in which the program runs on a home of its own.
struct Screen {
    home: TempDir,
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    raw: Arc<Mutex<Vec<u8>>>,
}

impl Screen {
    fn open() -> Self {
        let home = tempfile::tempdir().unwrap();
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tinhgon"));
        for (name, value) in environment(&home) {
            command.env(name, value);
        }
        for name in ["TINHGON_DB", "VISUAL", "NO_COLOR", "LC_ALL", "LC_MESSAGES"] {
            command.env_remove(name);
        }
        command.env("TERM", "xterm-256color");
        command.cwd(home.path());
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let raw = Arc::new(Mutex::new(Vec::new()));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let sink = Arc::clone(&raw);
        std::thread::spawn(move || {
            let mut buffer = [0_u8; 4096];
            while let Ok(read) = reader.read(&mut buffer) {
                if read == 0 {
                    break;
                }
                sink.lock().unwrap().extend_from_slice(&buffer[..read]);
            }
        });
        Self { home, master: pair.master, child, writer, raw }
    }

    fn raw(&self) -> String {
        String::from_utf8_lossy(&self.raw.lock().unwrap()).into_owned()
    }

    /// What stands on the screen now.
    fn seen(&self) -> String {
        let mut parser = vt100::Parser::new(NonZeroU16::new(ROWS).unwrap(), NonZeroU16::new(COLUMNS).unwrap(), 0);
        parser.process(&self.raw.lock().unwrap());
        parser.screen().contents()
    }

    /// Waits until something holds of the screen.
    #[track_caller]
    fn until(&mut self, what: &str, holds: impl Fn(&str) -> bool) -> String {
        let start = Instant::now();
        loop {
            let seen = self.seen();
            if holds(&seen) {
                return seen;
            }
            assert!(start.elapsed() < PATIENCE, "{what} did not come:\n{seen}");
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// Waits until words stand on the screen.
    #[track_caller]
    fn shows(&mut self, words: &str) -> String {
        self.until(words, |seen| seen.contains(words))
    }

    fn press(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// Waits until the program has ended; gives whether it went well.
    #[track_caller]
    fn ended(&mut self) -> bool {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.success();
            }
            assert!(start.elapsed() < PATIENCE, "the program does not end:\n{}", self.seen());
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// Waits until the alternate screen has been left.
    #[track_caller]
    fn left(&self) {
        let start = Instant::now();
        while !self.raw().contains(LEAVE) {
            assert!(start.elapsed() < PATIENCE, "the alternate screen was not left");
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// Runs a command beside the application, on the same workspace.
    fn beside(&self, args: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tinhgon"));
        command.args(args).current_dir(self.home.path()).envs(environment(&self.home)).env_remove("TINHGON_DB");
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    }

    /// Finds the registration of a birth by its name without marks and opens its record.
    fn open_birth(&mut self) {
        self.shows("Chưa chốt số liệu gốc");
        self.press(F6);
        self.shows("Xóa đăng ký thường trú");
        self.press("/");
        self.press("dang ky khai sinh");
        self.until("one hit", |seen| seen.contains("Đăng ký khai sinh") && !seen.contains("Xóa đăng ký thường trú"));
        // Enter leaves the line of the search and opens what is chosen.
        self.press("\r");
        self.shows("1.001193 · Đăng ký khai sinh");
        self.shows("Cách thức thực hiện");
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn environment(home: &TempDir) -> Vec<(&'static str, String)> {
    let path = |name: &str| home.path().join(name).to_string_lossy().into_owned();
    vec![
        ("HOME", path("")),
        ("XDG_DATA_HOME", path("data")),
        ("XDG_CONFIG_HOME", path("config")),
        ("SOURCE_DATE_EPOCH", "1767225600".to_owned()),
        ("LANG", "C.UTF-8".to_owned()),
        ("TZ", "UTC".to_owned()),
        ("USER", "lan".to_owned()),
        ("EDITOR", format!("sh {}", path("editor.sh"))),
    ]
}

#[test]
fn the_first_start_shows_the_overview_and_f10_leaves_the_terminal_as_it_was() {
    let mut screen = Screen::open();
    screen.shows("Chưa chốt số liệu gốc");
    // A frame may come in pieces: the footer is waited for.
    screen.until("help and the way out in the footer", |seen| seen.contains("F10") && seen.contains("F1 "));
    screen.press(F10);
    assert!(screen.ended());
    screen.left();
    assert!(screen.raw().contains("\u{1b}[?2004l"), "bracketed paste is put back");
    assert!(screen.home.path().join("data/tinhgon/tinhgon.db").exists());
}

#[test]
fn a_record_is_found_without_marks_and_a_cell_of_its_sheet_is_changed_and_taken_back() {
    let mut screen = Screen::open();
    screen.open_birth();
    screen.press("\t");
    // The figure is checked by hand in tests/cli/cost.rs.
    screen.shows("275.936.155.303");
    // The first cell: 30 minutes become 15, for 1 400 000 people 18 892 045 454,5 đồng less.
    screen.press("\r");
    screen.press("\u{7f}\u{7f}15");
    let typed = screen.shows("257.044.109.848");
    assert!(typed.contains("(trước: 275.936.155.303)"), "the total before stands beside it while typing:\n{typed}");
    screen.press("\r");
    let saved = screen.shows("đã lưu");
    assert!(saved.contains("257.044.109.848"), "{saved}");
    assert!(screen.beside(&["cost", "show", "1.001193", "--format", "json"]).contains("257044109848"));
    screen.press(F8);
    let undone = screen.shows("đã hoàn tác");
    assert!(undone.contains("275.936.155.303"), "{undone}");
    screen.press(F10);
    assert!(screen.ended());
    assert!(screen.beside(&["cost", "show", "1.001193", "--format", "json"]).contains("275936155303"));
}

#[test]
fn vietnamese_is_typed_into_the_search() {
    let mut screen = Screen::open();
    screen.shows("Chưa chốt số liệu gốc");
    screen.press(F6);
    screen.shows("Hỗ trợ chi phí mai táng");
    screen.press("/");
    screen.press("đăng ký");
    let seen = screen.until("hits only", |seen| seen.contains("Đăng ký khai sinh") && !seen.contains("mai táng"));
    assert!(seen.contains("đăng ký"), "{seen}");
    // As Telex sends it: the letter is taken back and comes again with its mark.
    screen.press(" khai tu\u{7f}ử");
    screen.until("one hit", |seen| seen.contains("Đăng ký khai tử") && !seen.contains("Đăng ký khai sinh"));
}

#[test]
fn f3_switches_the_language_where_the_user_is() {
    let mut screen = Screen::open();
    screen.open_birth();
    screen.press("\t");
    screen.shows("275.936.155.303");
    screen.press(F3);
    let seen = screen.shows("275,936,155,303");
    assert!(seen.contains("Cost sheet"), "{seen}");
    screen.press(F3);
    screen.shows("Bảng tính chi phí");
}

#[test]
fn a_figure_that_is_none_is_told_and_not_saved() {
    let mut screen = Screen::open();
    screen.open_birth();
    screen.press("\t");
    screen.shows("275.936.155.303");
    screen.press(RIGHT);
    screen.press("\r");
    screen.press("abc");
    screen.shows("chưa phải là số hợp lệ");
    screen.press("\u{1b}");
    screen.until("the cell as it was", |seen| !seen.contains("chưa phải là số hợp lệ"));
    assert!(screen.beside(&["cost", "show", "1.001193", "--format", "json"]).contains("275936155303"));
    assert_eq!(screen.beside(&["history", "--format", "csv"]).lines().count(), 2, "only the catalogue was written");
}

#[test]
fn a_provision_is_edited_in_the_editor_of_the_user_and_becomes_the_text_of_a_measure() {
    let mut screen = Screen::open();
    screen.shows("Chưa chốt số liệu gốc");
    let law = "Điều 1. Phạm vi\nMọi hồ sơ.\nĐiều 16. Thủ tục đăng ký khai sinh\n1. Nộp bản sao có chứng thực.\n2. Nhận kết quả.\n";
    std::fs::write(screen.home.path().join("60-2014-QH13.txt"), law).unwrap();
    std::fs::write(screen.home.path().join("editor.sh"), "sed -i 's/bản sao có chứng thực/bản điện tử/' \"$1\"\n")
        .unwrap();
    screen.beside(&["import", "60-2014-QH13.txt"]);
    screen.shows("chương trình khác vừa ghi vào tệp");
    screen.press(F11);
    screen.shows("60/2014/QH13");
    // What has a text comes first in the list.
    screen.press("\u{1b}[H\r");
    screen.shows("▸ Điều 16. Thủ tục");
    screen.press("16\r");
    screen.press(RIGHT);
    screen.press(RIGHT);
    screen.shows("khoản 1 Điều 16");
    screen.press("e");
    screen.shows("Nộp bản sao có chứng thực.");
    screen.press(F4);
    screen.shows("Nộp bản điện tử.");
    // The first choice is a new measure on the procedure that rests on this Điều; of its kinds the one that abolishes.
    screen.press(F12);
    screen.shows("Loại phương án");
    screen.press("\r");
    screen.shows("khoản 1 Điều 16 ");
    screen.press(F12);
    screen.shows("đã lưu phương án 1.001193-m");
    screen.press("d");
    screen.shows("[+điện tử+].");
    let measures = screen.beside(&["export", "measure", "--format", "json"]);
    assert!(measures.contains("\"proposed_text\": \"1. Nộp bản điện tử.\""), "{measures}");
    assert!(measures.contains("\"current_text\": \"1. Nộp bản sao có chứng thực.\""), "{measures}");
    screen.press(F8);
    screen.shows("đã hoàn tác");
    assert!(!screen.beside(&["export", "measure", "--format", "json"]).contains("bản điện tử."));
}

#[test]
fn a_change_of_another_program_is_seen() {
    let mut screen = Screen::open();
    screen.open_birth();
    screen.press("\t");
    screen.shows("275.936.155.303");
    screen.beside(&["cost", "set", "1.001193", "a1", "minutes=15"]);
    screen.shows("257.044.109.848");
}

#[test]
fn a_signal_to_end_leaves_the_terminal_as_it_was() {
    let mut screen = Screen::open();
    screen.shows("Chưa chốt số liệu gốc");
    let id = screen.child.process_id().unwrap();
    assert!(Command::new("kill").args(["-TERM", &id.to_string()]).status().unwrap().success());
    screen.ended();
    screen.left();
}

#[test]
fn a_terminal_that_is_too_small_or_grows_is_drawn_again() {
    let mut screen = Screen::open();
    screen.shows("Chưa chốt số liệu gốc");
    // An answered key shows that the program listens to the terminal, so that the change of size is heard.
    screen.press(F6);
    screen.shows("Xóa đăng ký thường trú");
    let size = |rows, cols| PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
    screen.master.resize(size(5, 20)).unwrap();
    screen.shows("quá nhỏ");
    screen.master.resize(size(ROWS, COLUMNS)).unwrap();
    screen.until("the catalogue again", |seen| seen.contains("Xóa đăng ký thường trú") && !seen.contains("quá nhỏ"));
    screen.press(F10);
    assert!(screen.ended());
}
