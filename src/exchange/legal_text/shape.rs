//! What readers of all forms share: labels at the head of a line, ornaments, raised notes, and tables as rows or as lines.

/// A line with the line of the file on which it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SourceLine {
    pub text: String,
    pub source: usize,
}

/// How deep tables are followed within tables; those deeper give plain lines.
pub(super) const NESTED: usize = 16;

/// A table while it is read: rows of cells of lines.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<Vec<SourceLine>>>,
}

impl Table {
    /// Begins a row.
    pub fn row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// Begins a cell.
    pub fn cell(&mut self) {
        if self.rows.is_empty() {
            self.row();
        }
        if let Some(row) = self.rows.last_mut() {
            row.push(Vec::new());
        }
    }

    /// Adds a line to the cell that was begun last.
    pub fn push(&mut self, line: SourceLine) {
        if self.rows.last().is_none_or(Vec::is_empty) {
            self.cell();
        }
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            cell.push(line);
        }
    }

    /// The table as lines: `| a | b |` a row; a table that only sets the head, the signature or whole articles in columns gives its lines,
    /// column by column.
    pub fn lines(self) -> Vec<SourceLine> {
        let wide = self.rows.iter().filter(|row| row.iter().filter(|cell| !cell.is_empty()).count() > 1).count();
        let text = |line: &SourceLine| is_layout(&line.text) || line.text.starts_with('|') || is_article(&line.text);
        if wide == 0 || self.rows.iter().flatten().flatten().any(text) {
            return self.rows.into_iter().flatten().flatten().collect();
        }
        let mut found = Vec::with_capacity(self.rows.len());
        for cells in self.rows {
            let Some(source) = cells.iter().flatten().next().map(|line| line.source) else { continue };
            let cells: Vec<String> = cells.into_iter().map(|cell| joined(&cell)).collect();
            found.push(SourceLine { text: row(cells.iter().map(String::as_str)), source });
        }
        found
    }
}

fn joined(cell: &[SourceLine]) -> String {
    let lines: Vec<&str> = cell.iter().map(|line| line.text.trim()).collect();
    lines.join(" ")
}

/// One row of a table as a line.
pub(super) fn row<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let mut line = String::from("|");
    for cell in cells {
        line.push(' ');
        line.push_str(cell.trim());
        line.push_str(" |");
    }
    line
}

/// Whether a cell is a piece of the page rather than of a table: the head of an instrument with its two columns, the block of the signature.
pub(super) fn is_layout(cell: &str) -> bool {
    let text = cell.trim_start_matches(['*', '_', ' ']).to_lowercase();
    let number = text.starts_with("số:") && text.contains('/');
    let words = ["chủ nghĩa việt nam", "độc lập - tự do", "độc lập – tự do", "nơi nhận", "kính gửi"];
    number || words.iter().any(|words| text.contains(words))
}

fn is_article(text: &str) -> bool {
    text.trim_start().strip_prefix("Điều ").is_some_and(|rest| {
        let tail = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        tail.len() < rest.len() && tail.starts_with(['.', ':'])
    })
}

/// Whether a line is only ornament: dashes, underscores, stars under a heading.
pub(super) fn is_ornament(line: &str) -> bool {
    let text = line.trim();
    !text.is_empty() && text.chars().all(|c| matches!(c, '-' | '_' | '–' | '—' | '*' | '=' | '~' | '―' | '─'))
}

/// Digits raised above the line, where they can be written so: `m²`; otherwise `^…`. `106` for 10⁶ would be another number.
pub(super) fn raised(text: &str) -> String {
    const RAISED: &[char] = &['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digits: Option<String> =
        text.chars().map(|c| c.to_digit(10).and_then(|d| RAISED.get(d as usize)).copied()).collect();
    digits.unwrap_or_else(|| {
        if text.contains(char::is_alphanumeric) { format!("^{}", text.trim()) } else { text.to_owned() }
    })
}

/// Whether a text begins with the label of an Điều, khoản, điểm or tiết. `\` before its punctuation and marks of emphasis are passed over, as
/// Markdown has them.
pub(super) fn is_label(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mut rest = text.get(digits..).unwrap_or_default().chars().peekable();
    if digits > 0 {
        rest.next_if(|c| c.is_ascii_lowercase() || *c == 'đ');
        rest.next_if_eq(&'\\');
        return digits <= 3 && rest.next() == Some('.') && rest.next().is_none_or(|c| !c.is_ascii_digit());
    }
    if let Some(number) = text.strip_prefix("Điều ") {
        return number.starts_with(|c: char| c.is_ascii_digit());
    }
    let label: String = rest.take_while(|c| !matches!(c, ')' | '*' | '_' | '\\')).take(6).collect();
    let mut letters = label.chars();
    let small = letters.next().is_some_and(|c| c.is_ascii_lowercase() || c == 'đ');
    let point = small && letters.next().is_none_or(|c| c.is_ascii_digit()) && letters.next().is_none();
    let sub_item = !label.is_empty() && label.len() < 6 && label.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    let tail = text.get(label.len()..).unwrap_or_default();
    (point || sub_item) && tail.trim_start_matches(['*', '_', '\\']).starts_with(')')
}

/// Whether a line of a page looks like one of an instrument rather than of the page around it.
pub(super) fn is_legal(text: &str) -> bool {
    is_label(text) || ["Chương ", "CHƯƠNG ", "Căn cứ "].iter().any(|head| text.starts_with(head))
}
