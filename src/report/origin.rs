//! From what a document on the law was made: files by their digests, or the data file. Such a document cannot be made again from its evidence
//! alone; what can be told later is whether that from which it was made is still the same.

use super::evidence::{Sealed, Verdict};
use crate::store::{Reader, Workspace};
use crate::text::{Lang, date, number};
use crate::words::evidence::EvidenceWord as W;
use crate::words::{Message, Result};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::path::Path;

/// From what a document on the law was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// By which command: `law compare`.
    pub law: String,
    /// The files, in the order in which they were given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inputs: Vec<Input>,
    /// Number and hash of the last change of the data file, where it rests on that, and the day of its statuses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<(i64, String, Date)>,
}

/// A file from which a document was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// Its name without its folder.
    pub name: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
}

crate::words::named! {
    /// What became of a file from which a document was made.
    InputState {
        /// Its bytes are the same.
        Same = "same" { vi: "không đổi", en: "unchanged" },
        /// It has other bytes.
        Changed = "changed" { vi: "đã khác", en: "changed" },
        /// It is neither beside the document nor in the folder in hand.
        Gone = "gone" { vi: "không thấy", en: "not found" },
    }
}

/// What was found of a document on the law.
#[derive(Debug, Clone)]
pub struct OriginFound {
    /// What it says of itself.
    pub origin: Origin,
    /// What became of that.
    pub verdict: Verdict,
    /// Of each file, in their order.
    pub inputs: Vec<InputState>,
    /// How many changes the data file had since, where it rests on that one.
    pub changes_since: Option<usize>,
}

impl Sealed for Origin {}

impl Origin {
    /// That of a command on files; nothing where one of them cannot be read twice, as standard input.
    pub fn of_files(law: &str, files: &[&Path]) -> Option<Self> {
        let input = |path: &&Path| {
            let name = crate::text::clean_line(&path.file_name()?.to_string_lossy());
            Some(Input { name, sha256: digest(path)? })
        };
        let inputs = files.iter().map(input).collect::<Option<Vec<_>>>()?;
        Some(Self { law: law.to_owned(), inputs, data: None })
    }

    /// That of a command on the data file.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn of_data(law: &str, workspace: &Reader, as_of: Date) -> Result<Self> {
        let (change, hash) = workspace.head()?.unwrap_or_default();
        Ok(Self { law: law.to_owned(), inputs: Vec::new(), data: Some((change, hash, as_of)) })
    }

    /// The line that people read.
    pub(super) fn line(&self, lang: Lang) -> String {
        let short = |hash: &str| hash.get(..super::evidence::SHOWN).unwrap_or(hash).to_owned();
        match &self.data {
            Some((change, hash, day)) => {
                let change = number::whole((*change).into(), lang);
                W::Line.with(lang, &[&change, &short(hash), &date::short(*day, lang), &""])
            }
            None => {
                let inputs = self.inputs.iter().map(|input| W::Input.with(lang, &[&input.name, &short(&input.sha256)]));
                W::FromFiles.with(lang, &[&inputs.collect::<Vec<_>>().join("; ")])
            }
        }
    }

    /// What a document says that it was made from; nothing where it says nothing, or what documents of figures say.
    fn read(bytes: &[u8], form: super::Form) -> Option<Self> {
        serde_json::from_str(&super::evidence::said(bytes, form).ok()?).ok()
    }
}

fn digest(path: &Path) -> Option<String> {
    Some(hex::encode(Sha256::digest(std::fs::read(path).ok()?)))
}

/// Tells whether that from which a document on the law was made is still the same; nothing where the file is none. Files are looked for beside
/// the document, then in the folder in hand.
///
/// # Errors
/// The workspace cannot be read.
pub fn verify_origin(workspace: &Workspace, file: &Path) -> Result<Option<OriginFound>> {
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let found = super::Form::parse(&ending).and_then(|form| Origin::read(&std::fs::read(file).ok()?, form));
    let Some(origin) = found else { return Ok(None) };
    if let Some((change, hash, _)) = &origin.data {
        let known = *change == 0 || workspace.hash_of_change(*change)?.as_ref() == Some(hash);
        let since = if known { Some(workspace.changes_since(*change)?) } else { None };
        let verdict = match since {
            None => Verdict::Foreign,
            Some(0) => Verdict::DataSame,
            Some(_) => Verdict::DataChanged,
        };
        return Ok(Some(OriginFound { origin, verdict, inputs: Vec::new(), changes_since: since }));
    }
    let state = |input: &Input| {
        let beside = file.parent().map(|folder| folder.join(&input.name));
        let here = beside.into_iter().chain([Path::new(&input.name).to_owned()]);
        let found: Vec<String> = here.filter_map(|path| digest(&path)).collect();
        match found.is_empty() {
            true => InputState::Gone,
            false if found.contains(&input.sha256) => InputState::Same,
            false => InputState::Changed,
        }
    };
    let inputs: Vec<InputState> = origin.inputs.iter().map(state).collect();
    let verdict = match () {
        () if inputs.contains(&InputState::Changed) => Verdict::InputsChanged,
        () if inputs.contains(&InputState::Gone) => Verdict::InputsGone,
        () => Verdict::InputsSame,
    };
    Ok(Some(OriginFound { origin, verdict, inputs, changes_since: None }))
}
