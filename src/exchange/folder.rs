//! The catalogue as a folder of TOML files, for those who keep it in git: a folder a kind of noun, a file a noun, a line a field.
//!
//! Each file says in its first line under which name it was written. Only files that say so under their own name are ever replaced or
//! removed; whatever else lies in the folder is somebody else's and stays.

use super::document;
use super::input;
use crate::model::{Batch, Kind};
use crate::words::exchange::ExchangeMessage as M;
use crate::words::{Fault, Message, Result};
use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What the first line of a file begins with that was written here; the name of the file follows.
const MARK: &str = "# tinhgon export: ";

/// Lies in the folder while it is being written.
const UNFINISHED: &str = ".tinhgon-unfinished";

/// How the name of a file begins that is not whole yet.
const PART: &str = ".tinhgon-part-";

/// The longest name of a file without its ending, in bytes: systems allow 255.
const LONGEST: usize = 180;

/// Names that a system keeps for its devices, whatever their ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// What writing the nouns of one kind did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// Files that were not there.
    pub added: usize,
    /// Files that are different now.
    pub updated: usize,
    /// Files that were the same and were not touched.
    pub unchanged: usize,
    /// Files of nouns that are no more.
    pub removed: usize,
}

/// Writes nouns to a folder and removes the files of those that are no more, of the kinds that were `asked` for (as the fields of a batch
/// name them). A file that is the same is not touched.
///
/// # Errors
/// Anything else: a file of somebody else's has the name of one that is to be written (then nothing was done), or something cannot be
/// written (then the folder says that it is not whole, and writing it again makes it so).
pub fn write(folder: &Path, batch: &Batch, asked: &[&str]) -> Result<Vec<(String, Written)>> {
    let files = files(batch)?;
    let mut work = Vec::new();
    for kind in asked {
        let own = folder.join(folder_name(kind));
        let files = files.get(*kind).cloned().unwrap_or_default();
        for name in files.keys() {
            let path = own.join(name);
            if path.symlink_metadata().is_ok() && !is_ours(&path, kind, name) {
                return Err(Fault::other(M::ForeignFile.said(&[&path.display()])).hint(M::ForeignFileHint.said(&[])));
            }
        }
        work.push((*kind, own, files));
    }
    let failed = |path: &Path, error: io::Error| {
        Fault::other(M::CannotWriteFile.said(&[&path.display()])).because_io(&error).hint(M::UnfinishedHint.said(&[]))
    };
    let unfinished = folder.join(UNFINISHED);
    fs::create_dir_all(folder).and_then(|()| fs::write(&unfinished, b"")).map_err(|e| failed(folder, e))?;
    let mut done = Vec::new();
    for (kind, own, files) in work {
        let written = write_kind(kind, &own, &files).map_err(|e| failed(&own, e))?;
        if written != Written::default() {
            done.push((folder_name(kind), written));
        }
    }
    fs::remove_file(&unfinished).map_err(|e| failed(&unfinished, e))?;
    Ok(done)
}

fn write_kind(kind: &str, own: &Path, files: &BTreeMap<String, String>) -> io::Result<Written> {
    let mut written = Written::default();
    if !files.is_empty() {
        fs::create_dir_all(own)?;
    }
    for (name, text) in files {
        let path = own.join(name);
        let before = fs::read(&path).ok();
        match &before {
            Some(before) if before == text.as_bytes() => {
                written.unchanged += 1;
                continue;
            }
            Some(_) => written.updated += 1,
            None => written.added += 1,
        }
        let mut part = super::sink::usual().prefix(PART).tempfile_in(own)?;
        part.write_all(text.as_bytes())?;
        part.persist(&path).map_err(|error| error.error)?;
    }
    for entry in fs::read_dir(own).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if name.starts_with(PART) {
            fs::remove_file(path)?;
        } else if !files.contains_key(&name) && is_ours(&path, kind, &name) {
            fs::remove_file(path)?;
            written.removed += 1;
        }
    }
    // A folder that has become empty was ours; git keeps none either.
    if files.is_empty() {
        let _ = fs::remove_dir(own);
    }
    Ok(written)
}

/// Whether a file says that it was written here under the name that it has.
fn is_ours(path: &Path, kind: &str, name: &str) -> bool {
    let whole = path.symlink_metadata().is_ok_and(|about| about.is_file());
    let text = if whole { fs::read_to_string(path).ok() } else { None };
    text.is_some_and(|text| text.lines().next() == Some(&first_line(kind, name)))
}

fn first_line(kind: &str, name: &str) -> String {
    format!("{MARK}{}/{name}", folder_name(kind))
}

fn folder_name(kind: &str) -> String {
    kind.replace('_', "-")
}

/// The files of a batch: by kind, by name.
fn files(batch: &Batch) -> Result<BTreeMap<String, BTreeMap<String, String>>> {
    let mut files = BTreeMap::new();
    for (kind, items) in kinds(batch)? {
        let keys: Vec<String> = items.iter().map(|item| key(&kind, item)).collect();
        let mut of_kind = BTreeMap::new();
        for (item, name) in items.into_iter().zip(names(&keys)) {
            let one = Json::Object(Map::from_iter([(kind.clone(), Json::Array(vec![item]))]));
            let one: Batch = serde_json::from_value(one).map_err(bad)?;
            let text = format!("{}\n{}", first_line(&kind, &name), document::to_toml(&one)?);
            of_kind.insert(name, text);
        }
        files.insert(kind, of_kind);
    }
    Ok(files)
}

fn bad(error: serde_json::Error) -> Fault {
    Fault::other(M::BadValue.said(&[])).because(error)
}

fn kinds(batch: &Batch) -> Result<Vec<(String, Vec<Json>)>> {
    let Json::Object(kinds) = serde_json::to_value(batch).map_err(bad)? else { return Ok(Vec::new()) };
    let list = |(kind, items): (String, Json)| match items {
        Json::Array(items) => Some((kind, items)),
        _ => None,
    };
    Ok(kinds.into_iter().filter_map(list).collect())
}

/// What tells a noun from the others of its kind.
fn key(kind: &str, item: &Json) -> String {
    let text = |path: &str| path.split('.').try_fold(item, |value, name| value.get(name)).and_then(Json::as_str);
    let key = Kind::of_key(kind).map(|kind| kind.description().key()).unwrap_or_default();
    key.iter().filter_map(|field| text(field.path)).map(escaped).collect::<Vec<_>>().join("@")
}

/// A text as a part of a name that every system takes: letters, digits, `.`, `_` and `-` as they are, every other byte as `%` and two
/// digits, as in an address of the web. Nothing is lost: the text can be told from the name.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'_' | b'-' => out.push(char::from(byte)),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// The names of files for keys that are escaped: none hidden, none taken for a device or an option, no two that differ only in large and
/// small letters, none too long.
fn names(keys: &[String]) -> Vec<String> {
    let mut alike: BTreeMap<String, usize> = BTreeMap::new();
    for key in keys {
        *alike.entry(key.to_lowercase()).or_default() += 1;
    }
    let percent = |c: char| format!("%{:02X}", u32::from(c));
    let name = |key: &String| {
        let mut name = key.clone();
        if alike.get(&key.to_lowercase()).is_some_and(|n| *n > 1) {
            // The digits after `%` are large letters too, and stay.
            let mut digits = 0;
            name = name.chars().fold(String::new(), |mut out, c| {
                match c {
                    '%' => digits = 3,
                    c if digits == 0 && c.is_ascii_uppercase() => {
                        out.push_str(&percent(c));
                        return out;
                    }
                    _ => {}
                }
                digits = usize::max(digits, 1) - 1;
                out.push(c);
                out
            });
        }
        let stem = name.split('.').next().unwrap_or_default().to_lowercase();
        let numbered =
            |word: &str| stem.strip_prefix(word).is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()));
        let device = DEVICES.contains(&stem.as_str()) || numbered("com") || numbered("lpt");
        if let Some(first) = name.chars().next().filter(|c| device || matches!(c, '.' | '-')) {
            name = percent(first) + &name[first.len_utf8()..];
        }
        if name.len() > LONGEST {
            let mark: String =
                Sha256::digest(name.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
            name = format!("{}~{mark}", &name[..LONGEST]);
        }
        if name.is_empty() { "%".to_owned() } else { name }
    };
    keys.iter().map(|key| name(key) + ".toml").collect()
}

/// Reads a folder of nouns as [`write()`] makes it: the documents in its folders of kinds, whatever else lies there.
///
/// # Errors
/// Bad input, with file, line and column: a document that cannot be read, a noun that stands in two files, a folder that was not written to
/// its end or holds no document.
pub fn read(folder: &Path) -> Result<Batch> {
    if folder.join(UNFINISHED).exists() {
        return Err(Fault::input(M::Unfinished.said(&[])).hint(M::UnfinishedHint.said(&[])).in_file(folder));
    }
    let documents = documents(folder)?;
    if documents.is_empty() {
        return Err(Fault::input(M::NoDocuments.said(&[])).hint(M::NoDocumentsHint.said(&[])).in_file(folder));
    }
    let mut all: Map<String, Json> = Map::new();
    let mut seen: BTreeMap<(String, String), PathBuf> = BTreeMap::new();
    for path in documents {
        for (kind, items) in kinds(&document::read(&path, document::FileKind::Toml)?.0)? {
            for item in items {
                let key = key(&kind, &item);
                // A measure without a code gets one when it is put.
                if !key.is_empty()
                    && let Some(first) = seen.insert((kind.clone(), key), path.clone())
                {
                    return Err(Fault::input(M::TwoFiles.said(&[&first.display()])).in_file(&path));
                }
                if let Json::Array(list) = all.entry(kind.clone()).or_insert_with(|| Json::Array(Vec::new())) {
                    list.push(item);
                }
            }
        }
    }
    serde_json::from_value(Json::Object(all)).map_err(bad)
}

/// The documents in the folders of kinds, in order.
fn documents(folder: &Path) -> Result<Vec<PathBuf>> {
    let cannot = |e: io::Error| Fault::input(M::CannotOpen.said(&[])).because_io(&e).in_file(folder);
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if !path.is_dir() || Kind::of_key(&name.replace('-', "_")).is_none() {
            continue;
        }
        for entry in fs::read_dir(&path).map_err(cannot)? {
            let path = entry.map_err(cannot)?.path();
            let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
            if !hidden && path.extension().is_some_and(|ending| ending == "toml") {
                input::open(&path, input::LARGEST)?;
                found.insert(path);
            }
        }
    }
    Ok(found.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The text that was escaped.
    fn unescaped(name: &str) -> Option<String> {
        let mut bytes = Vec::new();
        let mut rest = name.as_bytes();
        while let Some((first, after)) = rest.split_first() {
            if *first == b'%' {
                let digits = std::str::from_utf8(after.get(..2)?).ok()?;
                bytes.push(u8::from_str_radix(digits, 16).ok()?);
                rest = &after[2..];
            } else {
                bytes.push(*first);
                rest = after;
            }
        }
        String::from_utf8(bytes).ok()
    }

    fn named(keys: &[&str]) -> Vec<String> {
        names(&keys.iter().map(|key| escaped(key)).collect::<Vec<_>>())
    }

    #[test]
    fn names_are_safe_everywhere() {
        assert_eq!(
            named(&["1.004222", "01/2030/TT-BTC", "CON", "nul.x", "com1", ".ẩn", "-x", "a b", "console"]),
            [
                "1.004222.toml",
                "01%2F2030%2FTT-BTC.toml",
                "%43ON.toml",
                "%6Eul.x.toml",
                "%63om1.toml",
                "%2E%E1%BA%A9n.toml",
                "%2Dx.toml",
                "a%20b.toml",
                "console.toml"
            ]
        );
        assert_eq!(named(&["Ab/", "aB/", "c"]), ["%41b%2F.toml", "a%42%2F.toml", "c.toml"]);
        let (one, other) = ("đ".repeat(300), "đ".repeat(299) + "e");
        let long = named(&[&one, &other]);
        assert!(long[0] != long[1] && long.iter().all(|name| name.len() < 210));
    }

    proptest! {
        #[test]
        fn names_say_their_keys(keys in prop::collection::btree_set("\\PC{0,12}|[aAbB/.%-]{1,4}", 1..8)) {
            let keys: Vec<String> = keys.into_iter().filter(|key| !key.is_empty()).collect();
            let names = names(&keys.iter().map(|key| escaped(key)).collect::<Vec<_>>());
            for (name, key) in names.iter().zip(&keys) {
                prop_assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-%".contains(&b)), "{}", name);
                let stem = name.strip_suffix(".toml").unwrap_or_default();
                prop_assert_eq!(unescaped(stem), Some(key.clone()));
            }
            let unlike: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
            prop_assert_eq!(unlike.len(), names.len());
        }
    }
}
