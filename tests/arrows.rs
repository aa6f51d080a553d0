//! The arrows of the house point down: which room may use which, who may print, who may know the database, the terminal or the clock.
//! The source files are read, not the compiler's answers, so that the rule is seen where it is broken.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The rooms by floor, from the top. A room may use the rooms of every floor below its own, none of its own floor but itself.
const FLOORS: &[&[&str]] = &[
    &["cli", "tui"],
    &["report"],
    &["view"],
    &["desk"],
    &["exchange", "hub"],
    &["store"],
    &["reform"],
    &["cost", "law", "solve", "draw"],
    &["model"],
    &["words"],
    &["text"],
];

/// The one way across a floor: `cli` without a command opens the terminal application.
const DOORS: &[(&str, &str)] = &[("cli", "tui")];

/// Rooms of mathematics, which know nothing of the trade: they use no other room.
const ALONE: &[&str] = &["solve", "draw"];

/// Rooms of plain calls: they know neither the database nor the terminal nor the clock.
const PURE: &[&str] = &["cost", "law", "solve", "draw", "reform", "model", "words", "text"];

/// Parts of rooms that know no world and no other room: the exchange itself, which is tried without file, database and clock.
const PURE_PARTS: &[&str] = &["hub/core"];

/// How long a file of src may be.
const LONGEST: usize = 520;

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&room))
}

/// Whether the room at the first place may use the one at the second.
fn allowed(from: &str, to: &str) -> bool {
    from == to || DOORS.contains(&(from, to)) || (floor(from) < floor(to) && !ALONE.contains(&from))
}

/// A piece of code: a word, `::`, or one sign; with its line.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Token {
    text: String,
    line: usize,
}

/// The code of a source text without comments, strings and characters.
fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let mut out = Vec::new();
    let (mut i, mut line) = (0, 1);
    while i < chars.len() {
        let from = i;
        let c = at(i);
        if c == '/' && at(i + 1) == '/' {
            while i < chars.len() && at(i) != '\n' {
                i += 1;
            }
        } else if c == '/' && at(i + 1) == '*' {
            let mut depth = 0;
            loop {
                if at(i) == '/' && at(i + 1) == '*' {
                    depth += 1;
                    i += 2;
                } else if at(i) == '*' && at(i + 1) == '/' {
                    depth -= 1;
                    i += 2;
                } else {
                    i += 1;
                }
                if depth == 0 || i >= chars.len() {
                    break;
                }
            }
        } else if let Some(end) = raw_string(&chars, i) {
            i = end;
        } else if c == '"' {
            i = string(&chars, i);
        } else if c == '\'' {
            // A character, or a lifetime.
            if at(i + 1) == '\\' {
                i += 3;
                while i < chars.len() && at(i) != '\'' {
                    i += 1;
                }
                i += 1;
            } else if at(i + 2) == '\'' {
                i += 3;
            } else {
                i += 1;
            }
        } else if c.is_alphanumeric() || c == '_' {
            while at(i).is_alphanumeric() || at(i) == '_' {
                i += 1;
            }
            out.push(Token { text: chars[from..i].iter().collect(), line });
        } else if c == ':' && at(i + 1) == ':' {
            i += 2;
            out.push(Token { text: "::".to_owned(), line });
        } else {
            i += 1;
            if !c.is_whitespace() {
                out.push(Token { text: c.to_string(), line });
            }
        }
        line += chars[from..i.min(chars.len())].iter().filter(|c| **c == '\n').count();
    }
    out
}

/// The end of the string that opens here.
fn string(chars: &[char], open: usize) -> usize {
    let mut i = open + 1;
    while i < chars.len() && chars[i] != '"' {
        i += if chars[i] == '\\' { 2 } else { 1 };
    }
    i + 1
}

/// The end of the raw string that opens here, if one does.
fn raw_string(chars: &[char], open: usize) -> Option<usize> {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    if open > 0 && chars.get(open - 1).is_some_and(|c| word(*c)) {
        return None;
    }
    let mut i = open;
    if matches!(chars.get(i), Some('b' | 'c')) {
        i += 1;
    }
    if chars.get(i) != Some(&'r') {
        return None;
    }
    i += 1;
    let hashes = chars[i..].iter().take_while(|c| **c == '#').count();
    i += hashes;
    if chars.get(i) != Some(&'"') {
        return None;
    }
    i += 1;
    while i < chars.len() {
        if chars[i] == '"' && chars[i + 1..].iter().take(hashes).filter(|c| **c == '#').count() == hashes {
            return Some(i + 1 + hashes);
        }
        i += 1;
    }
    Some(i)
}

/// Which rooms a source text uses, and where: every path that starts at `crate`, at the name of the library, or climbs to the root by
/// `super`. `depth` is how deep the module of the file lies.
fn uses(tokens: &[Token], depth: usize) -> Vec<(String, usize)> {
    let text = |i: usize| tokens.get(i).map_or("", |t| t.text.as_str());
    let mut found = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let mut next = i + 1;
        let rooted = match text(i) {
            "crate" | "tinhgon" => text(i + 1) == "::",
            "super" if i == 0 || text(i - 1) != "::" => {
                let mut climbed = 1;
                while text(next) == "::" && text(next + 1) == "super" {
                    climbed += 1;
                    next += 2;
                }
                climbed >= depth && text(next) == "::"
            }
            _ => false,
        };
        if rooted {
            for at in heads(tokens, next + 1) {
                if floor(text(at)).is_some() {
                    found.push((text(at).to_owned(), tokens[at].line));
                }
            }
        }
        i = next;
    }
    found
}

/// Where the first names after a root stand: one name, or each of a group in braces.
fn heads(tokens: &[Token], start: usize) -> Vec<usize> {
    let text = |i: usize| tokens.get(i).map_or("", |t| t.text.as_str());
    if text(start) != "{" {
        return vec![start];
    }
    let (mut found, mut depth, mut i) = (Vec::new(), 0_usize, start);
    while i < tokens.len() {
        match text(i) {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if depth == 1 && matches!(text(i), "{" | ",") && !matches!(text(i + 1), "}" | "," | "{") {
            found.push(i + 1);
        }
        i += 1;
    }
    found
}

/// The names that only some rooms may know: library → the rooms that may.
const KNOWN_TO: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("ratatui", &["tui"]),
    ("crossterm", &["tui", "cli"]),
    ("tui_input", &["tui"]),
    ("ratatui_textarea", &["tui"]),
    ("clap", &["cli"]),
    ("indicatif", &["cli"]),
    ("comfy_table", &["view"]),
];

/// What a room says or asks that it must not.
fn misdeeds(room: &str, tokens: &[Token]) -> Vec<(String, usize)> {
    let text = |i: usize| tokens.get(i).map_or("", |t| t.text.as_str());
    let front = FLOORS[0].contains(&room);
    let mut found = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        let name = token.text.as_str();
        let prints = matches!(name, "println" | "print" | "eprintln" | "eprint" | "dbg") && text(i + 1) == "!";
        if prints && !front {
            found.push((format!("{name}!"), token.line));
        }
        // `command.stdout(…)` says where another program prints.
        let own = i == 0 || text(i - 1) != ".";
        if matches!(name, "stdout" | "stderr") && text(i + 1) == "(" && own && !front {
            found.push((format!("{name}()"), token.line));
        }
        let clock = (name == "now" && i > 0 && text(i - 1) == "::") || matches!(name, "SystemTime" | "Instant");
        if clock && (PURE.contains(&room) || PURE_PARTS.contains(&room)) {
            found.push((format!("the clock ({name})"), token.line));
        }
        let path = text(i + 1) == "::" || (i > 0 && text(i - 1) == "use");
        if path && KNOWN_TO.iter().any(|(library, rooms)| *library == name && !rooms.contains(&room)) {
            found.push((name.to_owned(), token.line));
        }
    }
    found
}

/// The source files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every file of a room: the room, how deep its module lies, its name for messages, its code.
fn rooms() -> Vec<(String, usize, String, Vec<Token>)> {
    let src = src();
    let mut found = Vec::new();
    for path in files(&src) {
        let inside: Vec<String> =
            path.strip_prefix(&src).unwrap().iter().map(|p| p.to_string_lossy().into_owned()).collect();
        let name = inside.join("/");
        if inside.len() < 2 {
            assert!(matches!(name.as_str(), "lib.rs" | "main.rs"), "{name} stands in no room");
            continue;
        }
        assert!(floor(&inside[0]).is_some(), "{name}: a room that is not on the map");
        let depth = inside.len() - usize::from(inside.last().is_some_and(|l| l == "mod.rs"));
        found.push((inside[0].clone(), depth, name, tokens(&std::fs::read_to_string(&path).unwrap())));
    }
    found
}

#[test]
fn rooms_use_only_rooms_below_them() {
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for (room, depth, name, code) in rooms() {
        seen.insert(room.clone());
        for (used, line) in uses(&code, depth) {
            if !allowed(&room, &used) {
                wrong.push(format!("src/{name}:{line}: {room} uses {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "arrows that do not point down:\n{}", wrong.join("\n"));
    let all: BTreeSet<String> = FLOORS.iter().flat_map(|f| f.iter().map(|r| (*r).to_owned())).collect();
    assert_eq!(seen, all, "the map and the house have different rooms");
}

#[test]
fn nothing_below_the_front_ends_prints_and_pure_rooms_know_no_world() {
    let mut wrong = Vec::new();
    for (room, _, name, code) in rooms() {
        wrong.extend(misdeeds(&room, &code).into_iter().map(|(what, line)| format!("src/{name}:{line}: {what}")));
    }
    assert!(wrong.is_empty(), "what a room must not know or do:\n{}", wrong.join("\n"));
}

#[test]
fn a_pure_part_of_a_room_knows_no_room_and_no_world() {
    let mut seen = 0;
    for (_, depth, name, code) in rooms() {
        let Some(part) = PURE_PARTS.iter().find(|part| name.starts_with(&format!("{part}/"))) else { continue };
        seen += 1;
        // Its tests name themselves by the way from the root.
        let own = |room: &String| name.contains("/tests/") && part.starts_with(&format!("{room}/"));
        let used: Vec<String> =
            uses(&code, depth).into_iter().map(|(room, _)| room).filter(|room| !own(room)).collect();
        assert!(used.is_empty(), "src/{name} uses {used:?}");
        assert_eq!(misdeeds(part, &code), [], "src/{name}");
        let world = ["fs", "net", "env", "process", "thread", "rusqlite", "jiff", "postgres"];
        let known = |pair: &[Token]| pair[1].text == "::" && world.contains(&pair[0].text.as_str());
        assert!(!code.windows(2).any(known), "src/{name} knows the world");
    }
    assert!(seen > 5, "{seen} files");
}

#[test]
fn main_holds_nothing_but_the_call() {
    let code: Vec<String> =
        tokens(&std::fs::read_to_string(src().join("main.rs")).unwrap()).into_iter().map(|t| t.text).collect();
    let code = code.join(" ");
    assert_eq!(
        code,
        "use std :: process :: ExitCode ; fn main ( ) - > ExitCode { tinhgon :: cli :: run ( std :: env :: args_os ( ) ) }"
    );
}

#[test]
fn no_file_is_too_long_to_read() {
    let mut long = Vec::new();
    for path in files(&src()) {
        let lines = std::fs::read_to_string(&path).unwrap().lines().count();
        if lines > LONGEST {
            long.push(format!("{}: {lines} lines", path.display()));
        }
    }
    assert!(long.is_empty(), "longer than {LONGEST} lines:\n{}", long.join("\n"));
}

/// The paths that a page names between backticks: those that start at a folder of the repository and hold no placeholder.
fn paths_named(page: &str) -> Vec<String> {
    let named = page.split('`').skip(1).step_by(2);
    let roots = ["src/", "tests/", "docs/", "catalog/", "reports/", "benches/"];
    let plain = |word: &str| {
        word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '/' | '_' | '-' | '.'))
    };
    named.filter(|word| roots.iter().any(|root| word.starts_with(root)) && plain(word)).map(str::to_owned).collect()
}

#[test]
fn what_the_pages_for_maintainers_name_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut named_rooms = BTreeSet::new();
    for page in
        ["docs/architecture.md", "docs/contributing.md", "docs/decisions.md", "docs/glossary.md", "CHANGELOG.md"]
    {
        let text = std::fs::read_to_string(root.join(page)).unwrap();
        for path in paths_named(&text) {
            assert!(root.join(&path).exists(), "{page} names {path}");
            named_rooms.extend(path.strip_prefix("src/").filter(|r| !r.contains('/')).map(str::to_owned));
        }
    }
    let rooms: BTreeSet<String> = FLOORS.iter().flat_map(|f| f.iter().map(|r| (*r).to_owned())).collect();
    assert!(rooms.is_subset(&named_rooms), "docs/architecture.md names not all rooms: {named_rooms:?}");
    assert_eq!(paths_named("`src/law` src/no `src/X.rs` `tests/a_b.py` `cargo`"), ["src/law", "tests/a_b.py"]);
}

// The scanner on made-up text: a test of arrows that cannot fail would hold nothing.

fn used(source: &str, depth: usize) -> Vec<String> {
    uses(&tokens(source), depth).into_iter().map(|(room, line)| format!("{room}:{line}")).collect()
}

#[test]
fn the_scanner_sees_every_way_to_name_a_room() {
    assert_eq!(used("use crate::store::Workspace;", 1), ["store:1"]);
    assert_eq!(
        used("use crate::{\n  model::{a, cost},\n  store::{b},\n  text,\n};", 1),
        ["model:2", "store:3", "text:4"]
    );
    assert_eq!(used("fn f() -> crate::tui::Options { $crate::cli::run() }", 2), ["tui:1", "cli:1"]);
    assert_eq!(used("use super::super::store::X; use super::store::Y;", 2), ["store:1"]);
    assert_eq!(used("pub(crate) use tinhgon::report::make;", 1), ["report:1"]);
    let lifetime = "fn f<'a>(x: &'a str, c: char) { if c == '\"' { crate::cli::run() } }";
    assert_eq!(used(lifetime, 1), ["cli:1"]);
}

#[test]
fn the_scanner_passes_over_comments_and_strings() {
    assert!(
        used("//! [`cli`](crate::cli)\n/// crate::tui\n/* crate::store /* crate::cli */ crate::tui */", 1).is_empty()
    );
    assert!(
        used("let a = \"crate::store \\\" crate::cli\"; let b = r#\"crate::tui \" crate::cli\"#; let c = '\\'';", 1)
            .is_empty()
    );
    assert!(used("crate::model::named! { A } crate::messages! { B } // crate::cli", 1) == ["model:1"]);
}

#[test]
fn the_rule_refuses_what_points_up_or_across() {
    for (from, to) in [
        ("desk", "report"),
        ("exchange", "desk"),
        ("cost", "law"),
        ("text", "model"),
        ("store", "cli"),
        ("solve", "model"),
    ] {
        assert!(!allowed(from, to), "{from} → {to}");
    }
    for (from, to) in [("cli", "text"), ("cli", "tui"), ("report", "store"), ("reform", "cost"), ("law", "law")] {
        assert!(allowed(from, to), "{from} → {to}");
    }
    assert!(!allowed("tui", "cli"));
}

#[test]
fn the_rule_sees_printing_the_clock_and_the_database() {
    let found = |room: &str, source: &str| -> Vec<String> {
        misdeeds(room, &tokens(source)).into_iter().map(|(what, _)| what).collect()
    };
    assert_eq!(found("store", "fn f() { println!(\"a\"); writeln!(out, \"b\"); }"), ["println!"]);
    assert!(found("cli", "eprintln!(\"a\")").is_empty());
    assert_eq!(found("cost", "let t = jiff::Timestamp::now();"), ["the clock (now)"]);
    assert_eq!(found("reform", "use rusqlite::Connection;"), ["rusqlite"]);
    assert_eq!(found("report", "fn f(c: &rusqlite::Connection) {}"), ["rusqlite"]);
    assert!(found("store", "use rusqlite::Connection; // println!").is_empty());
}
