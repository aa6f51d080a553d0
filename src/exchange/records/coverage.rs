//! How much of a file was understood, and what was not.

use crate::words::exchange::ExchangeMessage as Say;
use crate::words::{Message, Said};

/// What an import found out about a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportReport {
    /// Records read.
    pub records: usize,
    /// How much of them was taken apart.
    pub coverage: Coverage,
    /// What deserves a look, in the order of the file; the first ten thousand.
    pub problems: Vec<Problem>,
    /// How many more there are.
    pub further: usize,
}

/// How many problems of one file are kept.
const MOST_PROBLEMS: usize = 10_000;

impl ImportReport {
    /// Adds something that deserves a look.
    pub fn add(&mut self, problem: Problem) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(problem);
        } else {
            self.further += 1;
        }
    }

    /// How much deserves a look.
    pub fn count(&self) -> usize {
        self.problems.len() + self.further
    }
}

/// Something in a record that deserves a look; the record was imported all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The sheet of the workbook, where it has several.
    pub sheet: Option<String>,
    /// Line or row, from 1; 0 where it is about the whole sheet.
    pub line: usize,
    /// Code of the procedure.
    pub code: Option<String>,
    /// What is odd.
    pub said: Said,
}

/// How many cells there are and how many were typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Records in the file.
    pub records: usize,
    /// Records that were read.
    pub records_read: usize,
    /// Rows of channels.
    pub channels: usize,
    /// Rows of channels whose time cell the source leaves empty.
    pub channels_without_time: usize,
    /// Rows of channels with a typed time limit.
    pub channels_typed_limit: usize,
    /// Figures in fee texts that look like money.
    pub fee_figures: usize,
    /// Figures that became a fee.
    pub fee_figures_typed: usize,
    /// Dossier components.
    pub components: usize,
    /// Components with number and kind.
    pub components_split: usize,
    /// Legal bases.
    pub bases: usize,
    /// Legal bases with an instrument number.
    pub bases_numbered: usize,
    /// Results.
    pub results: usize,
    /// Results with a code.
    pub results_coded: usize,
    /// Texts that were kept verbatim because they could not be taken apart.
    pub verbatim: usize,
}

/// One line of the coverage as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageRow {
    /// What is counted.
    pub label: Said,
    /// How many were typed.
    pub n: usize,
    /// Of how many.
    pub of: usize,
    /// The target, per mille, where there is one.
    pub target: Option<usize>,
}

impl CoverageRow {
    /// Whether the target is reached; without a target, or with nothing to count, it is.
    pub fn reached(&self) -> bool {
        self.target.is_none_or(|target| self.n * 1000 >= target * self.of)
    }
}

impl Coverage {
    /// Adds the counts of another file.
    pub fn merge(&mut self, other: &Self) {
        self.records += other.records;
        self.records_read += other.records_read;
        self.channels += other.channels;
        self.channels_without_time += other.channels_without_time;
        self.channels_typed_limit += other.channels_typed_limit;
        self.fee_figures += other.fee_figures;
        self.fee_figures_typed += other.fee_figures_typed;
        self.components += other.components;
        self.components_split += other.components_split;
        self.bases += other.bases;
        self.bases_numbered += other.bases_numbered;
        self.results += other.results;
        self.results_coded += other.results_coded;
        self.verbatim += other.verbatim;
    }

    /// The lines to show, in order. The target of time limits counts the rows whose source states a time; where the time cell is
    /// empty there is nothing to type, and the row before says how many there are.
    pub fn said(&self) -> Vec<CoverageRow> {
        let stated = self.channels - self.channels_without_time;
        let row = |label: Say, n, of, target| CoverageRow { label: label.said(&[]), n, of, target };
        vec![
            row(Say::CoverRecords, self.records_read, self.records, Some(1000)),
            row(Say::CoverChannels, self.channels_typed_limit, self.channels, None),
            row(Say::CoverStated, self.channels_typed_limit, stated, Some(980)),
            row(Say::CoverFees, self.fee_figures_typed, self.fee_figures, Some(950)),
            row(Say::CoverComponents, self.components_split, self.components, Some(950)),
            row(Say::CoverBases, self.bases_numbered, self.bases, Some(970)),
            row(Say::CoverResults, self.results_coded, self.results, None),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_exact() {
        let mut coverage = Coverage { bases: 1000, bases_numbered: 969, ..Coverage::default() };
        let reached = |c: &Coverage| c.said().iter().all(CoverageRow::reached);
        assert!(!reached(&coverage));
        coverage.merge(&Coverage { bases: 40, bases_numbered: 40, ..Coverage::default() });
        assert!(reached(&coverage));
    }
}
