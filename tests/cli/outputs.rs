//! `-o` never destroys: devices, pipes and links stay, inputs are not written over, paths that are mistyped make nothing.
#![cfg(unix)]

use super::home::{Home, Ran};
use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const LAW: &str =
    "THÔNG TƯ\nSố: 01/2030/TT-BTC\nQuy định việc thử\n\nĐiều 1. Thử\nNội dung một.\n\nĐiều 2. Hiệu lực\nHết.\n";
const AMENDING: &str = "THÔNG TƯ\nSố: 02/2030/TT-BTC\nSửa đổi Thông tư số 01/2030/TT-BTC\n\n\
    Điều 1. Sửa đổi Điều 1 Thông tư số 01/2030/TT-BTC như sau:\n“Điều 1. Thử\nNội dung hai.”.\n";

fn mkfifo(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// Runs a command that must end by itself within seconds.
fn at_once(home: &Home, args: &[&str]) -> Ran {
    let mut child = home.command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let started = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if started.elapsed() > Duration::from_secs(30) {
            child.kill().unwrap();
            panic!("{args:?} hangs");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ran::of(child.wait_with_output().unwrap())
}

#[test]
fn links_pipes_and_devices_stay_what_they_are() {
    let home = Home::new();
    home.write("real.md", "cũ");
    symlink("real.md", home.path("link.md")).unwrap();
    symlink("new.md", home.path("dangling.md")).unwrap();
    let report = |to: &str| home.run(&["report", "proposal", "-o", to]).ok();
    report("link.md");
    report("dangling.md");
    let whole = home.text("real.md");
    assert!(whole.len() > 100 && home.text("new.md") == whole);
    assert!(home.path("link.md").symlink_metadata().unwrap().is_symlink());
    assert!(home.path("dangling.md").symlink_metadata().unwrap().is_symlink());
    mkfifo(&home.path("pipe.md"));
    let reader = Command::new("cat").arg(home.path("pipe.md")).stdout(Stdio::piped()).spawn().unwrap();
    report("pipe.md");
    assert_eq!(String::from_utf8(reader.wait_with_output().unwrap().stdout).unwrap(), whole);
    assert!(home.path("pipe.md").symlink_metadata().unwrap().file_type().is_fifo());
    home.run(&["export", "all", "-o", "/dev/null"]).ok();
    assert!(Path::new("/dev/null").metadata().unwrap().file_type().is_char_device());
    assert_eq!(home.run(&["report", "proposal", "-o", "/dev/stdout"]).ok().out, whole);
    assert_eq!(home.run(&["report", "proposal", "-o", "/dev/fd/1"]).ok().out, whole);
    home.run(&["completions", "bash", "-o", "link.md"]).ok();
    assert!(home.path("link.md").symlink_metadata().unwrap().is_symlink() && home.text("real.md").contains("tinhgon"));
}

#[test]
fn what_was_written_to_a_stream_before_is_not_lost() {
    let home = Home::new();
    home.write("log.md", "trước\n");
    let log = std::fs::OpenOptions::new().append(true).open(home.path("log.md")).unwrap();
    let done = home.command(&["report", "proposal", "-o", "/dev/stdout"]).stdout(log).status().unwrap();
    assert!(done.success());
    assert!(home.text("log.md").starts_with("trước\n#"), "{}", home.text("log.md"));
}

#[test]
fn no_input_is_written_over() {
    let home = Home::new();
    home.write("z.txt", LAW);
    home.write("am.txt", AMENDING);
    std::fs::hard_link(home.path("z.txt"), home.path("hard.txt")).unwrap();
    symlink("z.txt", home.path("soft.txt")).unwrap();
    home.run(&["law", "apply", "z.txt", "am.txt", "-o", "out.txt"]).ok();
    assert!(home.text("out.txt").contains("Nội dung hai"));
    for output in ["z.txt", "./z.txt", "hard.txt", "soft.txt", "am.txt"] {
        for command in [
            vec!["law", "apply", "z.txt", "am.txt"],
            vec!["law", "draft", "am.txt", "z.txt"],
            vec!["law", "compare", "z.txt", "am.txt"],
            vec!["law", "apply", "out.txt", "am.txt", "--against", "z.txt"],
        ] {
            let command = [command, vec!["-o", output]].concat();
            home.run(&command).refused(2, output.trim_start_matches("./"));
        }
    }
    let from_stdin = std::fs::File::open(home.path("z.txt")).unwrap();
    let ran = home.command(&["law", "outline", "-", "-o", "z.txt"]).stdin(from_stdin).output().unwrap();
    Ran::of(ran).refused(2, "z.txt");
    assert_eq!((home.text("z.txt"), home.text("am.txt")), (LAW.to_owned(), AMENDING.to_owned()));
    home.write("x.toml", "[[agency]]\ncode = \"X\"\nname = \"X\"\nkind = \"ministry\"\n");
    let before = home.text("x.toml");
    home.run(&["import", "x.toml", "-o", "x.toml"]).refused(2, "x.toml");
    home.run(&["cost", "method", "run", "vn-official", "x.toml", "-o", "x.toml"]).refused(2, "x.toml");
    home.run(&["import", "z.csv", "--mapping", "x.toml", "-o", "x.toml"]).refused(2, "x.toml");
    home.run(&["suggest", "list", "--rules", "x.toml", "-o", "x.toml"]).refused(2, "x.toml");
    assert_eq!(home.text("x.toml"), before);
    std::fs::create_dir(home.path("own")).unwrap();
    home.write("own/proposal.vi.md", "mẫu");
    home.run(&["report", "proposal", "--templates", "own", "-o", "own/proposal.vi.md"]).refused(2, "own");
    home.run(&["report", "proposal", "--templates", "own", "-o", "own/out.md"]).ok();
    assert_eq!(home.text("own/proposal.vi.md"), "mẫu");
}

#[test]
fn the_workspace_and_the_configuration_are_not_written_over() {
    let home = Home::new();
    std::fs::create_dir_all(home.path("config/tinhgon")).unwrap();
    home.write("config/tinhgon/config.toml", "author = \"Lan\"\n");
    std::fs::copy(home.database(), home.path("w.md")).unwrap();
    symlink("w.md", home.path("l.md")).unwrap();
    let before = home.read("w.md");
    for (database, output) in [
        ("w.md", "w.md"),
        ("l.md", "w.md"),
        ("w.md", "l.md"),
        ("w.md", "w.md-wal"),
        ("l.md", "w.md-shm"),
        ("w.md", "config/tinhgon/config.toml"),
    ] {
        home.run(&["--db", database, "report", "proposal", "-o", output]).refused(2, output);
        home.run_with(("TINHGON_DB", database), &["export", "all", "--format", "json", "-o", output])
            .refused(2, output);
    }
    let own = home.database();
    home.run(&["list", "agency", "-o", own.to_str().unwrap()]).refused(2, "tinhgon.db");
    assert!(home.read("w.md") == before);
    assert_eq!(home.text("config/tinhgon/config.toml"), "author = \"Lan\"\n");
}

#[test]
fn a_folder_and_a_missing_folder_are_told_before_anything_is_done() {
    let home = Home::new();
    std::fs::create_dir(home.path("there")).unwrap();
    for output in ["there", "there/", "new/"] {
        home.run(&["export", "all", "-o", output]).refused(2, "thư mục").tells("--to");
    }
    let add =
        ["measure", "add", "1.001193", "--kind", "drop-step", "--target", "a10", "--title", "x", "-o", "no/a.json"];
    home.run(&add).refused(5, "no/a.json");
    assert_eq!(home.rows(&["history"]).len(), 1, "nothing was done");
    assert_eq!(home.names(), ["there"]);
}

#[test]
fn the_mode_of_a_file_is_kept() {
    let home = Home::new();
    home.write("a.md", "x");
    std::fs::set_permissions(home.path("a.md"), std::fs::Permissions::from_mode(0o600)).unwrap();
    home.run(&["report", "proposal", "-o", "a.md"]).ok();
    assert_eq!(home.path("a.md").metadata().unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_pipe_or_a_device_is_no_workspace_and_no_import() {
    let home = Home::new();
    mkfifo(&home.path("fifo.jsonl"));
    for path in ["fifo.jsonl", "/dev/null", "data"] {
        at_once(&home, &["import", path]).ended(3);
        for command in [vec!["list", "agency"], vec!["init"], vec!["init", "--empty"], vec!["doctor"]] {
            at_once(&home, &[vec!["--db", path], command].concat()).ended(4);
        }
        at_once(&home, &["restore", path]).ended(4);
        at_once(&home, &["--db", path, "restore", "data/tinhgon/tinhgon.db"]).ended(4);
        at_once(&home, &["law", "outline", path]).ended(3);
    }
    assert!(home.path("fifo.jsonl").symlink_metadata().unwrap().file_type().is_fifo());
    assert!(home.path("data").is_dir() && Path::new("/dev/null").metadata().unwrap().file_type().is_char_device());
}

#[test]
fn a_mistyped_workspace_is_made_by_init_alone() {
    let home = Home::new();
    home.run(&["backup", "copy.bak"]).ok();
    let commands: [&[&str]; 9] = [
        &[],
        &["list", "programme"],
        &["progress"],
        &["import", "copy.bak"],
        &["export", "all"],
        &["doctor"],
        &["backup", "other.bak"],
        &["restore", "copy.bak"],
        &["undo"],
    ];
    std::fs::create_dir_all(home.path("config/tinhgon")).unwrap();
    for command in commands {
        home.run(&[&["--db", "no/such/place.db"], command].concat()).refused(4, "no/such/place.db").tells("init");
        home.run_with(("TINHGON_DB", "no/such/place.db"), command).refused(4, "no/such/place.db");
        home.write("config/tinhgon/config.toml", "database = \"no/such/place.db\"\n");
        home.run(command).refused(4, "no/such/place.db");
        home.write("config/tinhgon/config.toml", "");
    }
    assert_eq!(home.names(), ["config", "copy.bak"]);
    home.run(&["--db", "no/such/place.db", "init", "--empty"]).ok();
    home.run(&["--db", "no/such/place.db", "restore", "copy.bak"]).ok();
    assert_eq!(home.run(&["--db", "no/such/place.db", "export", "all"]).ok().out, home.everything());
    // The usual one comes with the first start, and with a copy.
    Home::bare().run(&[]).ok();
    let fresh = Home::bare();
    std::fs::copy(home.path("copy.bak"), fresh.path("copy.bak")).unwrap();
    fresh.run(&["restore", "copy.bak"]).ok();
    assert_eq!(fresh.everything(), home.everything());
}

#[test]
fn a_copy_takes_the_place_of_no_link_and_of_no_file() {
    let home = Home::new();
    home.write("mine.bak.part", "của tôi");
    home.run(&["backup", "mine.bak"]).refused(4, "mine.bak.part");
    assert_eq!(home.text("mine.bak.part"), "của tôi");
    symlink("nothing", home.path("link.bak")).unwrap();
    home.run(&["backup", "link.bak"]).refused(4, "link.bak");
    home.run(&["backup", "copy.bak"]).ok();
    symlink(home.database(), home.path("w.db")).unwrap();
    home.run(&["--db", "w.db", "restore", "copy.bak"]).ok();
    assert!(home.path("w.db").symlink_metadata().unwrap().is_symlink());
}

#[test]
fn backups_on_a_schedule_keep_the_newest_and_touch_nothing_else() {
    let home = Home::new();
    std::fs::create_dir(home.path("luu")).unwrap();
    home.write("luu/tinhgon-2026.db", "của người khác");
    let at = |second: i64| (1_767_225_600 + second).to_string();
    for second in [0, 86_400, 2 * 86_400, 3 * 86_400] {
        let ran = home
            .run_with(("SOURCE_DATE_EPOCH", &at(second)), &["backup", "luu", "--keep", "2", "--format", "json"])
            .ok();
        assert_eq!(ran.json()["removed"].as_array().unwrap().len(), usize::from(second >= 2 * 86_400), "{}", ran.out);
    }
    let mut names: Vec<String> =
        std::fs::read_dir(home.path("luu")).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["tinhgon-2026.db", "tinhgon-20260103-000000.db", "tinhgon-20260104-000000.db"]);
    home.run(&["restore", "luu/tinhgon-20260104-000000.db"]).ok();
    home.run(&["backup", "chua-co", "--keep", "2"]).refused(6, "chua-co");
    home.run(&["backup", "luu", "--keep", "0"]).refused(2, "");
}

#[test]
fn a_backup_goes_through_a_pipe_and_comes_back() {
    let home = Home::new();
    home.run(&["cost", "set", "1.001193", "a1", "minutes=31"]).ok();
    let streamed = home.command(&["backup", "-"]).output().unwrap();
    assert!(streamed.status.success() && streamed.stdout.starts_with(b"SQLite format 3\0"));
    let before = home.everything();
    home.run(&["undo"]).ok();
    assert!(home.everything() != before);
    let restore = |bytes: &[u8]| {
        let mut child = home.command(&["restore", "-"]);
        child
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped());
        let mut child = child.spawn().unwrap();
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), bytes).unwrap();
        crate::home::Ran::of(child.wait_with_output().unwrap())
    };
    // One that was cut off on the way takes the place of nothing.
    restore(&streamed.stdout[..streamed.stdout.len() / 2]).refused(4, "");
    restore(b"").refused(4, "");
    restore(&streamed.stdout).ok();
    assert!(home.everything() == before);
    let beside: Vec<_> = std::fs::read_dir(home.database().parent().unwrap()).unwrap().flatten().collect();
    assert!(beside.iter().all(|entry| !entry.path().is_dir()), "{beside:?}");
}
