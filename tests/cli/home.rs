//! A home of its own for each test, and the program run in it.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use tempfile::TempDir;

/// Where the files of the package are.
pub fn package(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The kinds of noun, by the names that commands have for them.
pub fn kinds() -> impl Iterator<Item = &'static str> {
    tinhgon::model::Kind::ALL.iter().map(|kind| kind.name())
}

/// The second at which everything happens in a home: 1 January 2026.
const NOW: i64 = 1_767_225_600;

/// A home with nothing of the user's.
pub struct Home {
    folder: TempDir,
}

/// What a run left behind.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Home {
    /// A home without a workspace.
    pub fn bare() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A home whose workspace holds the shipped catalogue, with programmes that cover everything: the shipped procedures are those of people, so
    /// that programmes of business would measure nothing. It is made once and copied, so that tests are quick.
    pub fn new() -> Self {
        static MADE: OnceLock<Vec<u8>> = OnceLock::new();
        let bytes = MADE.get_or_init(|| {
            let home = Self::bare();
            let mut batch = tinhgon::exchange::catalog::shipped().unwrap();
            batch.programmes.iter_mut().for_each(|programme| programme.scope = Default::default());
            let who = tinhgon::store::ChangeMeta {
                author: "tinhgon".into(),
                device: String::new(),
                command: "init".into(),
                note: String::new(),
                // The time that `command` gives to what it runs, so that the journal has one hash wherever it is made.
                at: jiff::Timestamp::from_second(NOW).unwrap(),
            };
            let mut made = tinhgon::store::Workspace::create(&home.path("copy.db")).unwrap();
            made.change(&who, |writer| writer.put_batch(&batch)).unwrap();
            drop(made);
            std::fs::read(home.path("copy.db")).unwrap()
        });
        let home = Self::bare();
        std::fs::create_dir_all(home.database().parent().unwrap()).unwrap();
        std::fs::write(home.database(), bytes).unwrap();
        home
    }

    /// A home whose workspace is empty.
    pub fn empty() -> Self {
        let home = Self::bare();
        home.run(&["init", "--empty"]).ok();
        home
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The workspace where no other is named.
    pub fn database(&self) -> PathBuf {
        self.path("data/tinhgon/tinhgon.db")
    }

    pub fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    pub fn text(&self, name: &str) -> String {
        String::from_utf8(self.read(name)).unwrap()
    }

    /// Names in the home, but the folder of data.
    pub fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).filter(|n| n != "data").collect();
        names.sort();
        names
    }

    /// The program in this home, not started yet. The day is 1 January 2026.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tinhgon"));
        command.args(args).current_dir(self.folder.path()).stdin(Stdio::null());
        for name in
            ["TINHGON_DB", "PGPASSWORD", "PGPASSFILE", "NO_COLOR", "LC_ALL", "LC_MESSAGES", "CLICOLOR_FORCE", "COLUMNS"]
        {
            command.env_remove(name);
        }
        command
            .env("HOME", self.folder.path())
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("SOURCE_DATE_EPOCH", NOW.to_string())
            .env("LANG", "C.UTF-8")
            .env("TZ", "UTC")
            .env("USER", "lan");
        command
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        Ran::of(self.command(args).output().unwrap())
    }

    pub fn run_with(&self, variable: (&str, &str), args: &[&str]) -> Ran {
        Ran::of(self.command(args).env(variable.0, variable.1).output().unwrap())
    }

    /// The answer in JSON.
    pub fn json(&self, args: &[&str]) -> Value {
        let mut args = args.to_vec();
        args.extend(["--format", "json"]);
        self.run(&args).ok().json()
    }

    /// The rows of the answer.
    pub fn rows(&self, args: &[&str]) -> Vec<Value> {
        self.json(args)["rows"].as_array().unwrap().clone()
    }

    /// The whole workspace as one text.
    pub fn everything(&self) -> String {
        self.run(&["export", "all"]).ok().out
    }
}

impl Ran {
    pub fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Went well.
    #[track_caller]
    pub fn ok(self) -> Self {
        self.ended(0)
    }

    /// Ended with this code; what went wrong is said on standard error, with a word of what to do.
    #[track_caller]
    pub fn ended(self, code: i32) -> Self {
        assert_eq!(self.code, code, "out: {}\nerr: {}", self.out, self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self
    }

    /// Was refused with this code and says these words.
    #[track_caller]
    pub fn refused(self, code: i32, words: &str) -> Self {
        let ran = self.ended(code);
        assert!(ran.err.contains("lỗi:"), "{}", ran.err);
        assert!(ran.err.contains(words), "{words:?} is not in: {}", ran.err);
        ran
    }

    #[track_caller]
    pub fn says(self, words: &str) -> Self {
        assert!(self.out.contains(words), "{words:?} is not in: {}", self.out);
        self
    }

    #[track_caller]
    pub fn tells(self, words: &str) -> Self {
        assert!(self.err.contains(words), "{words:?} is not in: {}", self.err);
        self
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {}", self.out))
    }
}
