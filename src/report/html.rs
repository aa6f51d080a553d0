//! A document as one HTML page that needs nothing else.

use super::markdown::tree_options;
use super::{Form, cannot};
use crate::text::Lang;
use crate::words::Result;
use comrak::nodes::NodeValue;
use comrak::{Arena, Node, parse_document};

const STYLE: &str = "body{font:13pt/1.45 'Times New Roman',serif;max-width:46em;margin:2em auto;padding:0 1em}
table{border-collapse:collapse;width:100%}td,th{border:1px solid #777;padding:.3em .5em;vertical-align:top}
h1{font-size:15pt;text-align:center}h2,h3{font-size:14pt}h4,h5{font-size:13pt}del{color:#a00}
table:has(thead th:empty) td,table:has(thead th:empty) th{border:0}table:has(thead th:empty) thead{display:none}
@media print{body{margin:0;max-width:none}}@page{size:A4;margin:20mm 15mm 20mm 30mm}";

/// What parts the lines of a table cell in our Markdown.
pub(super) const LINE_BREAK: &str = "<br>";

/// Marks of a text that is written to be tracked: what goes, what comes, what is remarked.
pub(super) const TRACKED: [&str; 4] = ["<del>", "</del>", "<ins>", "</ins>"];
pub(super) const REMARK: (&str, &str) = ("<!--", "-->");

/// Parses a document; HTML other than the line breaks of table cells, and the marks of one that is to be tracked, becomes the text that
/// it is.
pub(super) fn tree<'a>(arena: &'a Arena<'a>, markdown: &str, tracked: bool) -> Node<'a> {
    let root = parse_document(arena, markdown, &tree_options());
    for node in root.descendants() {
        let mut data = node.data_mut();
        match &mut data.value {
            NodeValue::HtmlInline(html) if html == LINE_BREAK => {}
            NodeValue::HtmlInline(html)
                if tracked && (TRACKED.contains(&html.as_str()) || html.starts_with(REMARK.0)) => {}
            NodeValue::HtmlInline(html) => data.value = NodeValue::Text(std::mem::take(html).into()),
            NodeValue::HtmlBlock(block) => block.literal = block.literal.replace('&', "&amp;").replace('<', "&lt;"),
            _ => {}
        }
    }
    root
}

/// The page.
pub(super) fn page(markdown: &str, title: &str, lang: Lang) -> Result<Vec<u8>> {
    let arena = Arena::new();
    let mut body = String::new();
    let mut options = tree_options();
    // Lets the line breaks through; the tree holds no other HTML any more.
    options.render.r#unsafe = true;
    comrak::html::format_document(tree(&arena, markdown, false), &options, &mut body)
        .map_err(|e| cannot(Form::Html, e))?;
    Ok(frame(&body, lang, title, "").into_bytes())
}

/// A page around a body, with styles beside the usual ones.
pub(super) fn frame(body: &str, lang: Lang, title: &str, style: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>{}</title>\n<style>{STYLE}{style}</style>\n</head>\n<body>\n{body}</body>\n</html>\n",
        lang.tag(),
        escape(title),
    )
}

/// A text that stands in HTML as it is.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_line_breaks_pass() {
        let html = String::from_utf8(
            page("| a<br>b |\n| --- |\n| <script>x</script> |\n\n<script>\ny\n</script>\n", "t", Lang::Vi).unwrap(),
        )
        .unwrap();
        assert!(html.contains("a<br>b"), "{html}");
        assert!(!html.contains("<script>"), "{html}");
    }
}
