//! The tables of a Word file: grid, rows, cells.

use super::{Body, Look, Set};
use crate::report::docx::columns::{Columns, UPRIGHT, twips};
use crate::report::docx::letter;
use crate::report::tree::{Cell, Change, Run, Table};
use std::io::Result;

impl Body {
    /// A table: its head stands again on each page, no row is parted by the end of one.
    pub(super) fn table(&mut self, table: &Table, columns: &Columns) -> Result<()> {
        self.xml.open("w:tbl", &[])?;
        self.xml.open("w:tblPr", &[])?;
        let whole: usize = columns.widths.iter().sum();
        self.xml.empty("w:tblW", &[("w:w", &whole.to_string()), ("w:type", "dxa")])?;
        self.xml.value("w:jc", "center")?;
        self.xml.open("w:tblBorders", &[])?;
        for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
            self.xml.empty(side, &[("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "auto")])?;
        }
        self.xml.close("w:tblBorders")?;
        self.xml.empty("w:tblLayout", &[("w:type", "fixed")])?;
        self.xml.open("w:tblCellMar", &[])?;
        for (side, width) in [("w:top", "28"), ("w:left", "85"), ("w:bottom", "28"), ("w:right", "85")] {
            self.xml.empty(side, &[("w:w", width), ("w:type", "dxa")])?;
        }
        self.xml.close("w:tblCellMar")?;
        self.xml.close("w:tblPr")?;
        self.grid(&columns.widths)?;
        let rows = std::iter::once((&table.head, true)).chain(table.rows.iter().map(|row| (row, false)));
        for (row, head) in rows {
            self.xml.open("w:tr", &[])?;
            self.xml.open("w:trPr", &[])?;
            self.xml.empty("w:cantSplit", &[])?;
            if head {
                self.xml.empty("w:tblHeader", &[])?;
            }
            self.xml.close("w:trPr")?;
            for (at, width) in columns.widths.iter().enumerate() {
                let none = Cell::default();
                let cell = row.get(at).unwrap_or(&none);
                let set = if head { Set::Centre } else { cell.align.into() };
                let look = Look { size: Some(columns.size), bold: head, set, ..Look::default() };
                let looks = vec![look; cell.lines.len()];
                self.cell(*width, &cell.lines, &looks, if head { "center" } else { "top" })?;
            }
            self.xml.close("w:tr")?;
        }
        self.xml.close("w:tbl")
    }

    /// Words side by side, without lines.
    pub(super) fn columns(&mut self, rows: &[Vec<Cell>]) -> Result<()> {
        let shares = letter::shares(rows);
        let widths: Vec<usize> = shares.iter().map(|share| twips(*share)).collect();
        self.xml.open("w:tbl", &[])?;
        self.xml.open("w:tblPr", &[])?;
        self.xml.empty("w:tblW", &[("w:w", &twips(UPRIGHT).to_string()), ("w:type", "dxa")])?;
        self.xml.value("w:jc", "center")?;
        self.xml.empty("w:tblLayout", &[("w:type", "fixed")])?;
        self.xml.open("w:tblCellMar", &[])?;
        for side in ["w:left", "w:right"] {
            self.xml.empty(side, &[("w:w", "0"), ("w:type", "dxa")])?;
        }
        self.xml.close("w:tblCellMar")?;
        self.xml.close("w:tblPr")?;
        self.grid(&widths)?;
        for row in rows {
            self.xml.open("w:tr", &[])?;
            self.xml.open("w:trPr", &[])?;
            self.xml.empty("w:cantSplit", &[])?;
            self.xml.close("w:trPr")?;
            for (at, width) in widths.iter().enumerate() {
                let none = Cell::default();
                let cell = row.get(at).unwrap_or(&none);
                let looks = letter::lines(row, at).into_iter().map(|line| {
                    let aside = line.rule.map_or(0, |tenths| width * (10 - tenths) / 20);
                    let (set, size) = (cell.align.into(), Some(line.size));
                    Look { size, set, left: aside, right: aside, rule: line.rule.is_some(), ..Look::default() }
                });
                self.cell(*width, &cell.lines, &looks.collect::<Vec<_>>(), "top")?;
            }
            self.xml.close("w:tr")?;
        }
        self.xml.close("w:tbl")
    }

    fn grid(&mut self, widths: &[usize]) -> Result<()> {
        self.xml.open("w:tblGrid", &[])?;
        for width in widths {
            self.xml.empty("w:gridCol", &[("w:w", &width.to_string())])?;
        }
        self.xml.close("w:tblGrid")
    }

    /// A cell ends with a paragraph, an empty one where it says nothing.
    fn cell(&mut self, width: usize, lines: &[Vec<Run>], looks: &[Look], stands: &str) -> Result<()> {
        self.xml.open("w:tc", &[])?;
        self.xml.open("w:tcPr", &[])?;
        self.xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")])?;
        self.xml.value("w:vAlign", stands)?;
        self.xml.close("w:tcPr")?;
        for (line, look) in lines.iter().zip(looks) {
            // The rule stands below the words: a paragraph of its own, so narrow that it is no line of text, keeps the words whole.
            self.paragraph(&Look { rule: false, left: 0, right: 0, ..*look }, line, Change::None)?;
            if look.rule {
                self.paragraph(&Look { size: Some(4), ..*look }, &[], Change::None)?;
            }
        }
        if lines.is_empty() {
            self.paragraph(&Look::default(), &[], Change::None)?;
        }
        self.xml.close("w:tc")
    }
}
