//! On which line of a CSV file a record stands, for messages.

/// How the lines of a file end, from its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LineEnds {
    /// Whether they end in CR LF, as programs on Windows write them.
    two: bool,
}

impl LineEnds {
    /// Looks at the first line.
    pub(super) fn of(head: &[u8]) -> Self {
        let end = head.iter().position(|byte| *byte == b'\n');
        Self { two: end.is_some_and(|at| at > 0 && head[at - 1] == b'\r') }
    }

    /// The line (from 1) of a position. The reader stands behind the CR of the record before it and has not counted the LF yet.
    pub(super) fn line(self, position: Option<&csv::Position>) -> usize {
        let Some(position) = position else { return 1 };
        let uncounted = self.two && position.record() > 0;
        usize::try_from(position.line()).unwrap_or(1) + usize::from(uncounted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_on_its_line_whatever_ends_the_lines() {
        for text in ["a,b\n1,2\n\"x\ny\",4\n5,6\n", "a,b\r\n1,2\r\n\"x\r\ny\",4\r\n5,6\r\n"] {
            let ends = LineEnds::of(text.as_bytes());
            for headers in [true, false] {
                let mut reader = csv::ReaderBuilder::new().has_headers(headers).from_reader(text.as_bytes());
                let lines: Vec<usize> = reader.records().map(|row| ends.line(row.unwrap().position())).collect();
                assert_eq!(lines, [1, 2, 3, 5][usize::from(headers)..], "{text:?}");
            }
        }
    }
}
