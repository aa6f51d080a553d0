//! Records on their way from a file into the workspace. All of a file is read, and every fault of it found, before the first of its
//! records is written; so that a list of a million rows need not lie in memory meanwhile, what is over waits in a file without a name.

use crate::model::Procedure;
use crate::words::exchange::ExchangeMessage as Say;
use crate::words::{Fault, Message, Result};
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Seek, SeekFrom, Write};

/// How many records lie in memory, and are written at a time.
const CHUNK: usize = 4_096;

/// Records that were read and are not written yet, in their order.
#[derive(Debug, Default)]
pub struct Spool {
    memory: Vec<Procedure>,
    file: Option<BufWriter<File>>,
    count: usize,
}

fn cannot(error: impl std::fmt::Display) -> Fault {
    Fault::other(Say::NoRoomBeside.said(&[])).because(error)
}

impl Spool {
    /// How many records wait.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether none does.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    pub(super) fn push(&mut self, procedure: Procedure) -> Result<()> {
        self.memory.push(procedure);
        self.count += 1;
        if self.memory.len() < CHUNK {
            return Ok(());
        }
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(BufWriter::new(tempfile::tempfile().map_err(cannot)?)),
        };
        for procedure in self.memory.drain(..) {
            serde_json::to_writer(&mut *file, &procedure).map_err(cannot)?;
            file.write_all(b"\n").map_err(cannot)?;
        }
        Ok(())
    }

    /// Gives the records in their order, some thousands at a time.
    ///
    /// # Errors
    /// Those of `take`; anything else, when the file in which they wait cannot be read.
    pub fn drain(self, mut take: impl FnMut(Vec<Procedure>) -> Result<()>) -> Result<()> {
        if let Some(file) = self.file {
            let mut file = file.into_inner().map_err(|error| cannot(error.error()))?;
            file.seek(SeekFrom::Start(0)).map_err(cannot)?;
            let mut reader = BufReader::new(file);
            let (mut line, mut chunk) = (String::new(), Vec::with_capacity(CHUNK));
            while reader.read_line(&mut line).map_err(cannot)? > 0 {
                chunk.push(serde_json::from_str(&line).map_err(cannot)?);
                line.clear();
                if chunk.len() == CHUNK {
                    take(std::mem::replace(&mut chunk, Vec::with_capacity(CHUNK)))?;
                }
            }
            take(chunk)?;
        }
        take(self.memory)
    }

    /// All of them at once.
    pub(in crate::exchange) fn all(self) -> Result<Vec<Procedure>> {
        if self.file.is_none() {
            return Ok(self.memory);
        }
        let mut all = Vec::with_capacity(self.count);
        self.drain(|chunk| {
            all.extend(chunk);
            Ok(())
        })?;
        Ok(all)
    }
}

/// Where each code stands in its file: sheet and line. A million codes of the national form take some 30 MB.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lines {
    sheets: Vec<String>,
    national: HashMap<u32, (u16, u32)>,
    others: HashMap<Box<str>, (u16, u32)>,
}

/// The digits of a code of the form `N.NNNNNN`.
fn digits(code: &str) -> Option<u32> {
    let digit = |b: u8| b.is_ascii_digit().then(|| u32::from(b - b'0'));
    match code.as_bytes() {
        [first, b'.', rest @ ..] if rest.len() == 6 => {
            rest.iter().try_fold(digit(*first)?, |n, b| Some(n * 10 + digit(*b)?))
        }
        _ => None,
    }
}

impl Lines {
    /// The lines that follow are those of another sheet of a workbook.
    pub(super) fn begin_sheet(&mut self, name: &str) {
        self.sheets.push(name.to_owned());
    }

    /// Notes a code; gives the sheet and the line on which it stands already, if it does.
    pub(super) fn note(&mut self, code: &str, line: usize) -> Option<(Option<&str>, usize)> {
        let here = (u16::try_from(self.sheets.len()).unwrap_or(u16::MAX), u32::try_from(line).unwrap_or(u32::MAX));
        if self.place(code).is_some() {
            return self.of(code);
        }
        match digits(code) {
            Some(number) => self.national.insert(number, here),
            None => self.others.insert(code.into(), here),
        };
        None
    }

    fn place(&self, code: &str) -> Option<(u16, u32)> {
        match digits(code) {
            Some(number) => self.national.get(&number).copied(),
            None => self.others.get(code).copied(),
        }
    }

    /// The sheet, where there are several, and the line on which a code stands.
    pub fn of(&self, code: &str) -> Option<(Option<&str>, usize)> {
        let (sheet, line) = self.place(code)?;
        let sheet = usize::from(sheet).checked_sub(1).and_then(|at| self.sheets.get(at)).map(String::as_str);
        Some((sheet, usize::try_from(line).unwrap_or(usize::MAX)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn procedure(code: &str) -> Procedure {
        let regulation =
            serde_json::json!({ "code": code, "kind": "procedure", "name": "Thử", "provenance": "official" });
        serde_json::from_value(serde_json::json!({ "regulation": regulation })).expect("a procedure")
    }

    #[test]
    fn records_come_out_as_they_went_in_whether_they_fit_in_memory_or_not() {
        for count in [3, CHUNK, 2 * CHUNK + 5] {
            let mut spool = Spool::default();
            for n in 0..count {
                spool.push(procedure(&format!("9.{n:06}"))).expect("room");
            }
            assert_eq!(spool.len(), count);
            let (mut next, mut largest) = (0, 0);
            spool
                .drain(|chunk| {
                    largest = largest.max(chunk.len());
                    for procedure in chunk {
                        assert_eq!(procedure.regulation.code, format!("9.{next:06}"));
                        next += 1;
                    }
                    Ok(())
                })
                .expect("all of them");
            assert_eq!(next, count);
            assert!(largest <= CHUNK);
        }
    }

    #[test]
    fn a_code_is_found_where_it_stood_first() {
        let mut lines = Lines::default();
        assert_eq!(lines.note("1.000001", 4), None);
        assert_eq!(lines.note("1.000001", 9), Some((None, 4)));
        lines.begin_sheet("Trang hai");
        assert_eq!(lines.note("1.000002", 2), None);
        assert_eq!(lines.of("1.000002"), Some((Some("Trang hai"), 2)));
        assert_eq!(lines.of("1.000003"), None);
        assert_eq!(lines.note("1.00000a", 3), None);
        assert_eq!(lines.note("1.00000a", 5), Some((Some("Trang hai"), 3)));
    }
}
