//! A document as one HTML page that needs nothing else.

use super::markdown::tree_options;
use super::{Form, cannot, chart};
use crate::text::Lang;
use crate::words::chart::ChartWord as W;
use crate::words::{Message, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use comrak::nodes::{NodeHtmlBlock, NodeValue};
use comrak::{Arena, Node, parse_document};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

const STYLE: &str = ":root{color-scheme:light dark;--paper:#fff;--ink:#111;--faint:#555;--rule:#777;--gone:#a00;--ground:#e4e4e4;--done:#1a6b3c;--approved:#6fae3a;--planned:#c9b458;--goal:#a00}
@media(prefers-color-scheme:dark){:root{--paper:#151515;--ink:#eee;--faint:#aaa;--rule:#777;--gone:#f77;--ground:#333;--done:#3fae6e;--approved:#7fa850;--planned:#8d7c32;--goal:#f66}}
body{font:13pt/1.45 'Times New Roman',serif;max-width:46em;margin:2em auto;padding:0 1em;background:var(--paper);color:var(--ink)}
table{border-collapse:collapse;width:100%}td,th{border:1px solid var(--rule);padding:.3em .5em;vertical-align:top}
h1{font-size:15pt;text-align:center}h2,h3{font-size:14pt}h4,h5{font-size:13pt}del{color:var(--gone)}
table:has(thead th:empty) td,table:has(thead th:empty) th{border:0}table:has(thead th:empty) thead{display:none}
figure,div.wide{overflow-x:auto}figure{margin:1em 0}svg{width:100%;min-width:30em;height:auto;font:13px sans-serif;fill:var(--ink)}svg .faint{fill:var(--faint)}
svg .ground{fill:var(--ground)}svg .done{fill:var(--done)}svg .approved,svg .fall{fill:var(--approved)}svg .planned{fill:var(--planned)}
svg .goal{stroke:var(--goal);stroke-width:2}svg .axis{stroke:var(--faint)}svg .course{fill:none;stroke-width:2}
svg .course.done{stroke:var(--done)}svg .course.planned{stroke:var(--planned)}
th[aria-sort],th.sorts{cursor:pointer}th[aria-sort=ascending]::after{content:' \\25B2'}th[aria-sort=descending]::after{content:' \\25BC'}
input.filter{font:inherit;margin:.5em 0;padding:.2em .4em;width:20em;max-width:100%}
@media print{:root{--paper:#fff;--ink:#000;--faint:#333;--gone:#a00;--ground:#ddd;--done:#1a6b3c;--approved:#6fae3a;--planned:#c9b458;--goal:#a00}
body{margin:0;max-width:none}input.filter{display:none}figure,div.wide{overflow:visible}svg{min-width:0}td,th{overflow-wrap:anywhere}h1,h2,h3,h4,h5{break-after:avoid}tr,figure{break-inside:avoid}thead{display:table-header-group}}@page{size:A4;margin:20mm 15mm 20mm 30mm}";

/// Sorts a table by the column whose head is clicked, and leaves the rows that hold what is typed above it. Without it the page says the same.
const SCRIPT: &str = include_str!("table.js");

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

/// What a block of a page is called, by its place among the blocks: the name to which links lead, and its stable address where that is known.
pub(super) type Names = Vec<Option<(String, Option<String>)>>;

/// The page, its blocks named so that links lead to them; the comment stands at its end.
pub(super) fn named_page(markdown: &str, title: &str, lang: Lang, names: &Names, comment: &str) -> Result<Vec<u8>> {
    let arena = Arena::new();
    let root = tree(&arena, markdown, false);
    let mut options = tree_options();
    options.render.r#unsafe = true;
    let mut body = String::new();
    // Names are given by place: where Markdown makes other blocks of the lines, none of them is sure.
    let sure = root.children().count() == names.len();
    for (at, block) in root.children().enumerate() {
        let mut said = String::new();
        comrak::html::format_document(block, &options, &mut said).map_err(|e| cannot(Form::Html, e))?;
        let name = names.get(at).and_then(Option::as_ref).filter(|_| sure);
        match (name, said.trim_start().split_once('>')) {
            (Some((name, address)), Some((tag, rest))) => {
                let address = address.as_ref().map(|one| format!(" data-address=\"{}\"", escape(one)));
                let _ = write!(body, "{tag} id=\"{}\"{}>{rest}", escape(name), address.unwrap_or_default());
            }
            _ => body.push_str(&said),
        }
    }
    body.push_str(comment);
    body.push('\n');
    Ok(whole(&body, (lang, title, ""), "", "'none'").into_bytes())
}

/// The page; the comment stands at its end.
pub(super) fn page(markdown: &str, title: &str, lang: Lang, comment: &str) -> Result<Vec<u8>> {
    let arena = Arena::new();
    let mut body = String::new();
    let mut options = tree_options();
    // Lets the line breaks through; the tree holds no other HTML any more.
    options.render.r#unsafe = true;
    let root = tree(&arena, markdown, false);
    draw(root, lang)?;
    comrak::html::format_document(root, &options, &mut body).map_err(|e| cannot(Form::Html, e))?;
    body.push_str(comment);
    body.push('\n');
    let script = format!("<script>{SCRIPT}</script>\n");
    Ok(whole(&body, (lang, title, ""), &script, &allowed()).into_bytes())
}

/// Puts the drawings in the place of the blocks that hold charts.
fn draw<'a>(root: Node<'a>, lang: Lang) -> Result<()> {
    for node in root.descendants() {
        let mut data = node.data_mut();
        let NodeValue::CodeBlock(block) = &data.value else { continue };
        if block.info != chart::BLOCK {
            continue;
        }
        let literal = chart::drawing(&block.literal, lang)?;
        data.value = NodeValue::HtmlBlock(NodeHtmlBlock { block_type: 6, literal });
    }
    Ok(())
}

/// What a page may run: our own script and nothing else, by its digest (Content Security Policy 3, 2.3.1).
fn allowed() -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(SCRIPT)))
}

/// A page around a body, with styles beside the usual ones.
pub(super) fn frame(body: &str, lang: Lang, title: &str, style: &str) -> String {
    whole(body, (lang, title, style), "", "'none'")
}

/// The same with what it runs, and what it may run.
fn whole(body: &str, (lang, title, style): (Lang, &str, &str), script: &str, allowed: &str) -> String {
    // A table that is wider than the screen scrolls by itself, not with the page.
    let body =
        body.replace("<table>", "<div class=\"wide\" tabindex=\"0\"><table>").replace("</table>", "</table></div>");
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'; script-src {allowed}\">\n<meta name=\"viewport\" \
         content=\"width=device-width\">\n<title>{}</title>\n<style>{STYLE}{style}</style>\n</head>\n<body data-filter=\"{}\" \
         data-sort=\"{}\">\n{body}{script}</body>\n</html>\n",
        lang.tag(),
        escape(title),
        W::Filter.text(lang),
        W::Sort.text(lang),
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
            page("| a<br>b |\n| --- |\n| <script>x</script> |\n\n<script>\ny\n</script>\n", "t", Lang::Vi, "").unwrap(),
        )
        .unwrap();
        assert!(html.contains("a<br>b"), "{html}");
        // Only our own script, at the end.
        assert_eq!(html.matches("<script>").count(), 1, "{html}");
        assert!(html.contains("&lt;script&gt;x"), "{html}");
    }
}
