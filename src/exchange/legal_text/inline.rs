//! The marks within a line of Markdown: emphasis, escapes, links, tags, entities. One pass over the text and one over its marks.

/// A piece of the text.
#[derive(Debug)]
enum Piece {
    /// Bytes of the source that stay.
    Kept(usize, usize),
    /// A character that is not in the source.
    Made(char),
    /// A run of `*` or `_` that may be a mark.
    Run(Run),
}

#[derive(Debug)]
struct Run {
    sign: char,
    start: usize,
    /// How many signs the run has, and how many of them found no partner yet.
    length: usize,
    free: usize,
    opens: bool,
    closes: bool,
    /// Whether the run stands at the edge of its line.
    edge: bool,
}

/// Whether a text holds a sign that may be a mark.
pub(super) fn is_marked(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr3(b'*', b'_', b'\\', bytes).is_some() || memchr::memchr3(b'[', b'<', b'&', bytes).is_some()
}

/// The text without its marks. A lone `*` or `_` belongs to the text and stays. `line_break` takes the place of `<br>`.
pub(super) fn plain(text: &str, line_break: char) -> String {
    if !is_marked(text) {
        return text.to_owned();
    }
    let mut pieces = Scanner::new(text, line_break).scan();
    pair(&mut pieces);
    let mut out = String::with_capacity(text.len());
    for piece in &pieces {
        match piece {
            Piece::Kept(from, to) => out.push_str(text.get(*from..*to).unwrap_or_default()),
            Piece::Made(c) => out.push(*c),
            // Two stars at the edge of a line are a mark whose partner was forgotten.
            Piece::Run(run) if run.free < run.length || (run.edge && run.length == 2 && run.opens != run.closes) => {}
            Piece::Run(run) => out.push_str(text.get(run.start..run.start + run.length).unwrap_or_default()),
        }
    }
    out
}

/// Finds the partners of the runs: a closing run takes what is free of the last open ones.
fn pair(pieces: &mut [Piece]) {
    let mut open: [Vec<usize>; 2] = [Vec::new(), Vec::new()];
    for at in 0..pieces.len() {
        let Some(Piece::Run(Run { sign, length, opens, closes, .. })) = pieces.get(at) else { continue };
        let (side, opens, closes, mut free) = (usize::from(*sign == '_'), *opens, *closes, *length);
        let Some(stack) = open.get_mut(side) else { continue };
        while closes && free > 0 {
            let Some(partner) = stack.last().copied() else { break };
            let Some(Piece::Run(before)) = pieces.get_mut(partner) else { break };
            let taken = before.free.min(free);
            before.free -= taken;
            free -= taken;
            if before.free == 0 {
                stack.pop();
            }
        }
        if let Some(Piece::Run(run)) = pieces.get_mut(at) {
            run.free = free;
            if opens && free == run.length {
                stack.push(at);
            }
        }
    }
}

struct Scanner<'t> {
    text: &'t str,
    line_break: char,
    pieces: Vec<Piece>,
    /// Where the bytes that stay begin.
    from: usize,
    /// For each `[` that begins a link, from the last to the first: where it stands, where its `]` stands, where the link ends.
    links: Vec<(usize, usize, usize)>,
    /// The links that are open, by their `]` and end.
    ends: Vec<(usize, usize)>,
    /// Where the last `>` and the last `-->` stand: behind them nothing is searched in vain.
    last_close: Option<usize>,
    last_comment: Option<usize>,
}

impl<'t> Scanner<'t> {
    fn new(text: &'t str, line_break: char) -> Self {
        let last_close = memchr::memrchr(b'>', text.as_bytes());
        let last_comment = memchr::memmem::rfind(text.as_bytes(), b"-->");
        Self {
            text,
            line_break,
            pieces: Vec::new(),
            from: 0,
            links: links(text),
            ends: Vec::new(),
            last_close,
            last_comment,
        }
    }

    fn scan(mut self) -> Vec<Piece> {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            at = match byte {
                b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => {
                    self.keep_until(at);
                    self.from = at + 1;
                    at + 2
                }
                b'*' | b'_' => self.run(at),
                b'[' | b']' | b'!' => self.link(at),
                b'<' => self.tag(at),
                b'&' => self.entity(at),
                _ => at + 1,
            };
        }
        self.keep_until(bytes.len());
        self.pieces
    }

    fn keep_until(&mut self, at: usize) {
        if at > self.from {
            self.pieces.push(Piece::Kept(self.from, at));
        }
        self.from = at;
    }

    fn leave_out(&mut self, at: usize, end: usize) -> usize {
        self.keep_until(at);
        self.from = end;
        end
    }

    fn run(&mut self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        let sign = if rest.starts_with('*') { '*' } else { '_' };
        let length = rest.bytes().take_while(|b| char::from(*b) == sign).count();
        if length > 3 {
            return at + length;
        }
        let before = self.text.get(..at).and_then(|t| t.chars().next_back()).filter(|c| *c != '\n');
        let after = rest.get(length..).and_then(|t| t.chars().next()).filter(|c| *c != '\n');
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let inside = word(before) && word(after) && (sign == '_' || length == 1);
        let opens = !blank(after)
            && !inside
            && !after.is_some_and(|c| {
                matches!(c, ')' | ']' | '}' | '.' | ',' | ';' | ':' | '!' | '?' | '”' | '’' | '/' | '%')
            })
            && (sign == '*' || !word(before));
        let closes = !blank(before)
            && !inside
            && !before.is_some_and(|c| matches!(c, '(' | '[' | '{' | '“' | '‘' | '/'))
            && (sign == '*' || !word(after));
        self.keep_until(at);
        self.from = at + length;
        let edge = before.is_none() || after.is_none();
        self.pieces.push(Piece::Run(Run { sign, start: at, length, free: length, opens, closes, edge }));
        at + length
    }

    /// `[text](address)` becomes its text; `![text](address)` too.
    fn link(&mut self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let image = bytes.get(at) == Some(&b'!');
        let bracket = at + usize::from(image);
        if bytes.get(bracket) == Some(&b']') {
            if let Some((_, end)) = self.ends.pop_if(|(close, _)| *close == bracket) {
                return self.leave_out(bracket, end);
            }
            return bracket + 1;
        }
        while self.links.pop_if(|(open, ..)| *open < bracket).is_some() {}
        match self.links.pop_if(|(open, ..)| *open == bracket) {
            Some((_, close, end)) => {
                self.ends.push((close, end));
                self.leave_out(at, bracket + 1)
            }
            None => at + 1,
        }
    }

    /// Known tags and comments go; `<https://…>` keeps its address; anything else in angles belongs to the text.
    fn tag(&mut self, at: usize) -> usize {
        if self.last_close.is_none_or(|last| last < at) {
            return at + 1;
        }
        let rest = self.text.get(at..).unwrap_or_default();
        if rest.starts_with("<!--") {
            let open = self.last_comment.is_some_and(|last| last > at);
            let end = if open { rest.find("-->") } else { None };
            return end.map_or(at + 1, |end| self.leave_out(at, at + end + 3));
        }
        let inner = rest.get(1..).unwrap_or_default();
        let near = inner.as_bytes().get(..inner.len().min(1000)).unwrap_or_default();
        let Some(close) = memchr::memchr2(b'>', b'<', near).filter(|c| near.get(*c) == Some(&b'>')) else {
            return at + 1;
        };
        let body = inner.get(..close).unwrap_or_default();
        let end = at + close + 2;
        if body.starts_with("http://") || body.starts_with("https://") || body.starts_with("mailto:") {
            self.leave_out(at, at + 1);
            self.keep_until(end - 1);
            self.from = end;
            return end;
        }
        let name: String = body.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        let name = name.to_ascii_lowercase();
        // Behind the name only attributes stand: `a <b và c> d` is no tag.
        let behind = body.trim_start_matches('/').get(name.len()..).unwrap_or_default().trim_end_matches('/');
        let tag = behind.trim().is_empty() || (behind.starts_with(' ') && behind.contains('='));
        if !tag || !TAGS.contains(&name.as_str()) {
            return at + 1;
        }
        self.leave_out(at, end);
        if matches!(name.as_str(), "br" | "p" | "div") {
            self.pieces.push(Piece::Made(self.line_break));
        }
        end
    }

    fn entity(&mut self, at: usize) -> usize {
        let rest = self.text.get(at + 1..).unwrap_or_default();
        let Some(end) = rest.bytes().take(10).position(|b| b == b';') else { return at + 1 };
        let name = rest.get(..end).unwrap_or_default();
        let number = name.strip_prefix('#').and_then(|n| match n.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => n.parse().ok(),
        });
        let named = ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, c)| *c);
        let Some(c) = named.or_else(|| number.and_then(char::from_u32)) else { return at + 1 };
        let end = self.leave_out(at, at + end + 2);
        self.pieces.push(Piece::Made(c));
        end
    }
}

const TAGS: &[&str] = &[
    "br", "p", "div", "span", "b", "strong", "i", "em", "u", "s", "del", "ins", "sup", "sub", "small", "center",
    "font", "a", "table", "tr", "td", "th", "tbody", "thead", "details", "summary", "img", "hr", "mark",
];

const ENTITIES: &[(&str, char)] = &[
    ("nbsp", ' '),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("le", '≤'),
    ("ge", '≥'),
];

/// The links of a text, from the last to the first.
fn links(text: &str) -> Vec<(usize, usize, usize)> {
    let bytes = text.as_bytes();
    let mut open = Vec::new();
    let mut found = Vec::new();
    for at in memchr::memchr2_iter(b'[', b']', bytes) {
        if at > 0 && bytes.get(at - 1) == Some(&b'\\') {
            continue;
        }
        if bytes.get(at) == Some(&b'[') {
            open.push(at);
        } else if let Some(start) = open.pop()
            && let Some(length) = text.get(at + 1..).and_then(address)
        {
            found.push((start, at, at + 1 + length));
        }
    }
    found.sort_unstable_by(|a, b| b.cmp(a));
    found
}

/// The length of `(address)` or `(address "title")`, if the text starts with one.
fn address(text: &str) -> Option<usize> {
    const HEADS: &[&str] = &["http", "/", "#", "mailto:", "www.", "./", "../", "<http"];
    let inner = text.strip_prefix('(')?;
    let near = inner.as_bytes().get(..inner.len().min(2000))?;
    let mut depth = 0_usize;
    let mut end = None;
    for (at, byte) in near.iter().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 0 => {
                end = Some(at);
                break;
            }
            b')' => depth -= 1,
            b'\n' => return None,
            _ => {}
        }
    }
    let body = inner.get(..end?)?;
    let (target, title) = body.trim().split_once(' ').unwrap_or((body.trim(), ""));
    let titled = title.is_empty() || title.trim_start().starts_with(['"', '\'']);
    let page = [".html", ".htm", ".md", ".pdf", ".docx"].iter().any(|tail| target.ends_with(tail));
    (titled && (page || HEADS.iter().any(|head| target.starts_with(head)))).then_some(body.len() + 2)
}
