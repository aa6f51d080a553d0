//! A document as PDF, by the first program found on the path that can make one: LibreOffice from the Word file, else Chromium from the page. None is
//! needed for anything else, and none is shipped. The program writes the hour into the file, so that a PDF is never twice the same.

use crate::words::evidence::EvidenceWord as W;
use crate::words::{Fault, Message, Result};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How long a program may take.
const LONGEST: Duration = Duration::from_secs(180);

/// A program that makes PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Engine {
    /// What it is called.
    pub name: &'static str,
    kind: Kind,
    file: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Office,
    Browser,
}

/// The names under which they stand on the path, in the order in which they are looked for.
const ENGINES: [(&str, Kind, &str); 6] = [
    ("soffice", Kind::Office, "LibreOffice"),
    ("libreoffice", Kind::Office, "LibreOffice"),
    ("chromium", Kind::Browser, "Chromium"),
    ("chromium-browser", Kind::Browser, "Chromium"),
    ("google-chrome", Kind::Browser, "Chrome"),
    ("google-chrome-stable", Kind::Browser, "Chrome"),
];

/// The first program on the path that makes PDF.
pub fn engine() -> Option<Engine> {
    let path = std::env::var_os("PATH")?;
    ENGINES.into_iter().find_map(|(file, kind, name)| {
        let file = std::env::split_paths(&path).map(|folder| folder.join(file)).find(|file| file.is_file())?;
        Some(Engine { name, kind, file })
    })
}

/// Whether a PDF has its structure (headings, tables, order of reading) marked, which those who do not see it need.
pub fn is_tagged(pdf: &[u8]) -> bool {
    let mark = b"/StructTreeRoot";
    pdf.windows(mark.len()).any(|bytes| bytes == mark)
}

/// The PDF of a document, given as a Word file and as a page.
///
/// # Errors
/// Bad input: no program makes PDF here, or the one that is here does not.
pub(super) fn made(word: impl FnOnce() -> Result<Vec<u8>>, page: impl FnOnce() -> Result<Vec<u8>>) -> Result<Vec<u8>> {
    let engine = engine().ok_or_else(|| Fault::input(W::NoPdf.said(&[])).hint(W::NoPdfHint.said(&[])))?;
    let failed = |why: &dyn std::fmt::Display| Fault::other(W::PdfFailed.said(&[&engine.name])).because(why);
    let folder = tempfile::tempdir().map_err(|e| failed(&e))?;
    let beside = |name: &str| folder.path().join(name);
    let made = beside("x.pdf");
    let mut command = Command::new(&engine.file);
    match engine.kind {
        Kind::Office => {
            std::fs::write(beside("x.docx"), word()?).map_err(|e| failed(&e))?;
            command
                .arg(joined("-env:UserInstallation=file://", &beside("profile")))
                .args(["--headless", "--norestore", "--convert-to"])
                .arg("pdf:writer_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"}}")
                .args([OsStr::new("--outdir"), folder.path().as_os_str(), beside("x.docx").as_os_str()]);
        }
        Kind::Browser => {
            std::fs::write(beside("x.html"), page()?).map_err(|e| failed(&e))?;
            // The page runs nothing but our own script and loads nothing, so that it is safe where a browser has no sandbox (as in a container).
            command
                .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"])
                .arg(joined("--user-data-dir=", &beside("profile")))
                .arg(joined("--print-to-pdf=", &made))
                .arg(joined("file://", &beside("x.html")));
        }
    }
    run(&mut command).map_err(|e| failed(&e))?;
    let pdf = std::fs::read(&made).map_err(|e| failed(&e))?;
    if pdf.starts_with(b"%PDF-") { Ok(pdf) } else { Err(failed(&W::NoPdfWritten.text(crate::text::Lang::En))) }
}

fn joined(option: &str, file: &Path) -> std::ffi::OsString {
    let mut whole = std::ffi::OsString::from(option);
    whole.push(file);
    whole
}

/// Runs a program to its end, or for as long as it may take.
fn run(command: &mut Command) -> std::io::Result<()> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let begun = Instant::now();
    while child.try_wait()?.is_none() {
        if begun.elapsed() > LONGEST {
            child.kill()?;
            child.wait()?;
            return Err(std::io::ErrorKind::TimedOut.into());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}
