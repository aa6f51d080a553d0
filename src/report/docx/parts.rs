//! The parts of a Word file beside its text: types, relations, properties, styles, settings, the head of a page.

use super::About;
use super::xml::{MAIN, RELATIONS, Xml};
use crate::text::Lang;
use std::io::Result;

/// The heading of a level from 1, of those that there are styles for.
pub(super) const HEADINGS: usize = 6;

const FONT: &str = "Times New Roman";

/// Half points.
pub(super) const BODY: &str = "28";

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/";

/// Which type each part is of.
pub(super) fn types(remarked: bool) -> Result<Vec<u8>> {
    let xmlns = format!("{PACKAGE}content-types");
    let mut xml = Xml::part("Types", &[("xmlns", &xmlns)])?;
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    let package = "application/vnd.openxmlformats-package.";
    xml.empty("Default", &[("Extension", "rels"), ("ContentType", &format!("{package}relationships+xml"))])?;
    xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")])?;
    let mut part = |name: &str, kind: &str| xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
    part("/word/document.xml", &format!("{word}document.main+xml"))?;
    part("/word/styles.xml", &format!("{word}styles+xml"))?;
    part("/word/settings.xml", &format!("{word}settings+xml"))?;
    part("/word/header1.xml", &format!("{word}header+xml"))?;
    if remarked {
        part("/word/comments.xml", &format!("{word}comments+xml"))?;
    }
    part("/docProps/core.xml", &format!("{package}core-properties+xml"))?;
    part("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml")?;
    xml.done("Types")
}

/// Where the package has its document and its properties.
pub(super) fn package() -> Result<Vec<u8>> {
    related(&[
        (&format!("{RELATIONS}/officeDocument"), "word/document.xml"),
        (&format!("{PACKAGE}relationships/metadata/core-properties"), "docProps/core.xml"),
        (&format!("{RELATIONS}/extended-properties"), "docProps/app.xml"),
    ])
}

/// Where the document has its other parts; the head of the pages is the third.
pub(super) fn relations(remarked: bool) -> Result<Vec<u8>> {
    let kind = |name: &str| format!("{RELATIONS}/{name}");
    let (styles, settings, header, comments) = (kind("styles"), kind("settings"), kind("header"), kind("comments"));
    let mut parts = vec![(&*styles, "styles.xml"), (&settings, "settings.xml"), (&header, "header1.xml")];
    if remarked {
        parts.push((&comments, "comments.xml"));
    }
    related(&parts)
}

/// The relation of the head of the pages.
pub(super) const HEADER: &str = "rId3";

fn related(parts: &[(&str, &str)]) -> Result<Vec<u8>> {
    let mut xml = Xml::part("Relationships", &[("xmlns", &format!("{PACKAGE}relationships"))])?;
    for (at, (kind, target)) in parts.iter().enumerate() {
        let id = format!("rId{}", at + 1);
        xml.empty("Relationship", &[("Id", &id), ("Type", kind), ("Target", target)])?;
    }
    xml.done("Relationships")
}

/// Title, author, description and language.
pub(super) fn core(about: &About<'_>) -> Result<Vec<u8>> {
    let root = "cp:coreProperties";
    let properties = format!("{PACKAGE}metadata/core-properties");
    let mut xml = Xml::part(
        root,
        &[
            ("xmlns:cp", &properties),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    )?;
    xml.text("dc:title", &[], about.title)?;
    xml.text("dc:creator", &[], about.author)?;
    if !about.description.is_empty() {
        xml.text("dc:description", &[], about.description)?;
    }
    if let Some(date) = about.date {
        let day = format!("{date}T00:00:00Z");
        xml.text("dcterms:created", &[("xsi:type", "dcterms:W3CDTF")], &day)?;
        xml.text("dcterms:modified", &[("xsi:type", "dcterms:W3CDTF")], &day)?;
    }
    xml.text("dc:language", &[], language(about.lang))?;
    xml.done(root)
}

/// With what it was made.
pub(super) fn app() -> Result<Vec<u8>> {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    let mut xml = Xml::part("Properties", &[("xmlns", types)])?;
    xml.text("Application", &[], "tinhgon")?;
    xml.done("Properties")
}

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "vi-VN",
        Lang::En => "en-GB",
    }
}

/// How the text looks if nothing else is said, and the headings.
pub(super) fn styles(about: &About<'_>) -> Result<Vec<u8>> {
    let mut xml = Xml::part("w:styles", &[("xmlns:w", MAIN)])?;
    xml.open("w:docDefaults", &[])?;
    xml.open("w:rPrDefault", &[])?;
    xml.open("w:rPr", &[])?;
    xml.empty("w:rFonts", &[("w:ascii", FONT), ("w:hAnsi", FONT), ("w:eastAsia", FONT), ("w:cs", FONT)])?;
    xml.value("w:sz", BODY)?;
    xml.value("w:szCs", BODY)?;
    // Without it Word marks every Vietnamese word as misspelt.
    let tongue = language(about.lang);
    xml.empty("w:lang", &[("w:val", tongue), ("w:eastAsia", tongue), ("w:bidi", "ar-SA")])?;
    xml.close("w:rPr")?;
    xml.close("w:rPrDefault")?;
    xml.empty("w:pPrDefault", &[])?;
    xml.close("w:docDefaults")?;
    style(&mut xml, "Normal", "Normal", true, |_| Ok(()))?;
    for level in 1..=HEADINGS {
        style(&mut xml, &format!("Heading{level}"), &format!("heading {level}"), false, |xml| {
            xml.open("w:pPr", &[])?;
            xml.empty("w:keepNext", &[])?;
            xml.empty("w:spacing", &[("w:before", "120")])?;
            if level <= 2 {
                xml.value("w:jc", "center")?;
            }
            xml.value("w:outlineLvl", &(level - 1).to_string())?;
            xml.close("w:pPr")?;
            xml.open("w:rPr", &[])?;
            xml.empty("w:b", &[])?;
            xml.empty("w:bCs", &[])?;
            xml.close("w:rPr")
        })?;
    }
    xml.done("w:styles")
}

fn style(xml: &mut Xml, id: &str, name: &str, default: bool, look: impl FnOnce(&mut Xml) -> Result<()>) -> Result<()> {
    let mut attributes = vec![("w:type", "paragraph")];
    if default {
        attributes.push(("w:default", "1"));
    }
    attributes.push(("w:styleId", id));
    xml.open("w:style", &attributes)?;
    xml.value("w:name", name)?;
    if !default {
        xml.value("w:basedOn", "Normal")?;
        xml.value("w:next", "Normal")?;
    }
    xml.empty("w:qFormat", &[])?;
    look(xml)?;
    xml.close("w:style")
}

/// Whether changes go on to be tracked, and that nothing is to be laid out as by an old Word.
pub(super) fn settings(tracked: bool) -> Result<Vec<u8>> {
    let mut xml = Xml::part("w:settings", &[("xmlns:w", MAIN)])?;
    if tracked {
        xml.empty("w:trackRevisions", &[])?;
    }
    xml.value("w:defaultTabStop", "720")?;
    xml.value("w:characterSpacingControl", "doNotCompress")?;
    xml.open("w:compat", &[])?;
    xml.empty(
        "w:compatSetting",
        &[("w:name", "compatibilityMode"), ("w:uri", "http://schemas.microsoft.com/office/word"), ("w:val", "15")],
    )?;
    xml.close("w:compat")?;
    xml.done("w:settings")
}

/// The number of the page, in the middle.
pub(super) fn header() -> Result<Vec<u8>> {
    let mut xml = Xml::part("w:hdr", &[("xmlns:w", MAIN)])?;
    xml.open("w:p", &[])?;
    xml.open("w:pPr", &[])?;
    xml.value("w:jc", "center")?;
    xml.close("w:pPr")?;
    xml.open("w:fldSimple", &[("w:instr", " PAGE ")])?;
    xml.open("w:r", &[])?;
    xml.text("w:t", &[], "2")?;
    xml.close("w:r")?;
    xml.close("w:fldSimple")?;
    xml.close("w:p")?;
    xml.done("w:hdr")
}
