//! Word files looked at as Word does, without it: the order of elements of the schema (ECMA-376 part 1, `wml.xsd`), what Word refuses
//! beside it, and the text with its changes accepted or rejected.

use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeSet;
use std::io::{Cursor, Read};

/// An element of a part.
#[derive(Debug, Default)]
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Element>,
    text: String,
}

/// Children that must follow each other as they are listed. What is not listed must not stand there.
const ORDERS: &[(&str, &[&str])] = &[
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:widowControl",
            "w:numPr",
            "w:pBdr",
            "w:shd",
            "w:tabs",
            "w:spacing",
            "w:ind",
            "w:contextualSpacing",
            "w:jc",
            "w:textAlignment",
            "w:outlineLvl",
            "w:rPr",
            "w:sectPr",
            "w:pPrChange",
        ],
    ),
    (
        "w:rPr",
        &[
            "w:ins",
            "w:del",
            "w:moveFrom",
            "w:moveTo",
            "w:rStyle",
            "w:rFonts",
            "w:b",
            "w:bCs",
            "w:i",
            "w:iCs",
            "w:caps",
            "w:strike",
            "w:color",
            "w:spacing",
            "w:sz",
            "w:szCs",
            "w:highlight",
            "w:u",
            "w:vertAlign",
            "w:lang",
            "w:rPrChange",
        ],
    ),
    ("w:pBdr", &["w:top", "w:left", "w:bottom", "w:right", "w:between", "w:bar"]),
    ("w:tbl", &["w:tblPr", "w:tblGrid", "w:tr"]),
    (
        "w:tblPr",
        &[
            "w:tblStyle",
            "w:tblW",
            "w:jc",
            "w:tblInd",
            "w:tblBorders",
            "w:shd",
            "w:tblLayout",
            "w:tblCellMar",
            "w:tblLook",
        ],
    ),
    ("w:tblBorders", &["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"]),
    ("w:tblCellMar", &["w:top", "w:left", "w:bottom", "w:right"]),
    ("w:tblGrid", &["w:gridCol"]),
    ("w:tr", &["w:trPr", "w:tc"]),
    ("w:tc", &["w:tcPr", "w:p"]),
    ("w:tcPr", &["w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:shd", "w:noWrap", "w:vAlign"]),
    (
        "w:sectPr",
        &[
            "w:headerReference",
            "w:footerReference",
            "w:type",
            "w:pgSz",
            "w:pgMar",
            "w:pgNumType",
            "w:cols",
            "w:titlePg",
            "w:docGrid",
        ],
    ),
    ("w:styles", &["w:docDefaults", "w:latentStyles", "w:style"]),
    ("w:docDefaults", &["w:rPrDefault", "w:pPrDefault"]),
    ("w:style", &["w:name", "w:basedOn", "w:next", "w:link", "w:uiPriority", "w:qFormat", "w:pPr", "w:rPr", "w:tblPr"]),
    (
        "w:settings",
        &["w:zoom", "w:trackRevisions", "w:defaultTabStop", "w:characterSpacingControl", "w:compat", "w:themeFontLang"],
    ),
    ("w:comment", &["w:p"]),
];

/// What Word would refuse of a file, or mark in it.
pub(crate) fn faults(file: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    let document = part(file, "word/document.xml");
    for name in ["word/document.xml", "word/styles.xml", "word/settings.xml", "word/header1.xml", "word/comments.xml"] {
        if let Some(root) = parsed(file, name) {
            orders(name, &root, &mut found);
        }
    }
    let Some(root) = parsed(file, "word/document.xml") else { return vec!["no document".to_owned()] };
    let mut ids = BTreeSet::new();
    walk(&root, &mut |element, parent| {
        let attribute = |key: &str| element.attributes.iter().find(|(k, _)| k == key).map(|(_, v)| v.as_str());
        let marks = [
            "w:ins",
            "w:del",
            "w:moveFrom",
            "w:moveTo",
            "w:commentRangeStart",
            "w:moveFromRangeStart",
            "w:moveToRangeStart",
        ];
        if marks.contains(&element.name.as_str()) && !attribute("w:id").is_some_and(|id| ids.insert(id.to_owned())) {
            found.push(format!("{}: no number of its own", element.name));
        }
        match (element.name.as_str(), parent) {
            ("w:ins" | "w:del" | "w:moveFrom" | "w:moveTo", "w:r") => found.push("a change inside a run".to_owned()),
            ("w:t", "w:r") if element.text.contains('\n') => found.push("a line end in a text".to_owned()),
            ("w:gridCol", _) if attribute("w:type").is_some() => found.push("gridCol with a type".to_owned()),
            ("w:tblGrid", _) if element.children.is_empty() => found.push("an empty grid".to_owned()),
            ("w:tc", _) if element.children.last().is_none_or(|last| last.name != "w:p") => {
                found.push("a cell without a paragraph at its end".to_owned());
            }
            ("w:tr", _) => {
                let cells = element.children.iter().filter(|child| child.name == "w:tc").count();
                if cells == 0 {
                    found.push("a row without cells".to_owned());
                }
            }
            _ => {}
        }
    });
    let styles = part(file, "word/styles.xml");
    if !styles.contains("<w:lang ") {
        found.push("no language".to_owned());
    }
    if document.contains("<w:tblBorders>") && !document.contains("<w:tblHeader/>") {
        found.push("a head that stands on the first page only".to_owned());
    }
    let core = part(file, "docProps/core.xml");
    for name in ["dc:title", "dc:creator"] {
        if core.contains(&format!("<{name}></{name}>")) || !core.contains(&format!("<{name}>")) {
            found.push(format!("no {name}"));
        }
    }
    found
}

/// What is done with the changes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Changes {
    /// All are accepted.
    Accepted,
    /// All are rejected.
    Rejected,
}

/// The paragraphs of a file that say something, with its changes accepted or rejected. One whose end goes runs on in the next.
pub(crate) fn paragraphs(file: &[u8], changes: Changes) -> Vec<String> {
    let root = parsed(file, "word/document.xml").expect("a document");
    let gone: &[&str] = if changes == Changes::Accepted { &["w:del", "w:moveFrom"] } else { &["w:ins", "w:moveTo"] };
    let (mut found, mut open) = (Vec::new(), String::new());
    walk(&root, &mut |element, _| {
        if element.name != "w:p" {
            return;
        }
        said(element, gone, &mut open);
        let properties = element.children.iter().find(|child| child.name == "w:pPr");
        let marks = properties.and_then(|p| p.children.iter().find(|child| child.name == "w:rPr"));
        if !marks.is_some_and(|rpr| rpr.children.iter().any(|mark| gone.contains(&mark.name.as_str()))) {
            found.push(std::mem::take(&mut open));
        }
    });
    found.push(open);
    let lines = found.iter().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect()
}

fn said(element: &Element, gone: &[&str], out: &mut String) {
    for child in &element.children {
        match child.name.as_str() {
            "w:pPr" | "w:rPr" => {}
            name if gone.contains(&name) => {}
            "w:t" | "w:delText" => out.push_str(&child.text),
            "w:br" => out.push(' '),
            _ => said(child, gone, out),
        }
    }
}

/// How many rows each table has.
pub(crate) fn tables(file: &[u8]) -> Vec<usize> {
    let root = parsed(file, "word/document.xml").expect("a document");
    let mut found = Vec::new();
    walk(&root, &mut |element, _| {
        if element.name == "w:tbl" {
            found.push(element.children.iter().filter(|child| child.name == "w:tr").count());
        }
    });
    found
}

/// A part as text; empty where there is none.
pub(crate) fn part(file: &[u8], name: &str) -> String {
    let mut text = String::new();
    if let Ok(mut part) = zip::ZipArchive::new(Cursor::new(file)).expect("a zip").by_name(name) {
        part.read_to_string(&mut text).expect("text");
    }
    text
}

fn orders(part: &str, element: &Element, found: &mut Vec<String>) {
    if let Some((_, order)) = ORDERS.iter().find(|(name, _)| *name == element.name) {
        let mut last = 0;
        for child in &element.children {
            match order.iter().position(|name| *name == child.name) {
                None => found.push(format!("{part}: {} in {}", child.name, element.name)),
                Some(at) if at < last => found.push(format!("{part}: {} too late in {}", child.name, element.name)),
                Some(at) => last = at,
            }
        }
    }
    element.children.iter().for_each(|child| orders(part, child, found));
}

fn walk(element: &Element, visit: &mut impl FnMut(&Element, &str)) {
    for child in &element.children {
        visit(child, &element.name);
        walk(child, visit);
    }
}

fn parsed(file: &[u8], name: &str) -> Option<Element> {
    let text = part(file, name);
    if text.is_empty() {
        return None;
    }
    let mut reader = Reader::from_str(&text);
    let mut stack = vec![Element::default()];
    loop {
        match reader.read_event().expect("well formed") {
            Event::Start(start) => stack.push(element(&start)),
            Event::Empty(start) => stack.last_mut()?.children.push(element(&start)),
            Event::End(_) => {
                let done = stack.pop()?;
                stack.last_mut()?.children.push(done);
            }
            Event::Text(text) => stack.last_mut()?.text.push_str(&text),
            Event::GeneralRef(entity) => {
                let sign = match &*entity {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    _ => '\'',
                };
                stack.last_mut()?.text.push(sign);
            }
            Event::Eof => return stack.pop(),
            _ => {}
        }
    }
}

fn element(start: &quick_xml::events::BytesStart<'_>) -> Element {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.expect("an attribute");
        (attribute.key.as_ref().to_owned(), attribute.value.into_owned())
    });
    Element { name: start.name().as_ref().to_owned(), attributes: attributes.collect(), ..Element::default() }
}
