//! A document as Word, in the form of administrative documents (Nghị định 30/2020/NĐ-CP, Phụ lục I): A4, margins 20–25 mm, left
//! 30–35 mm, right 15–20 mm, Times New Roman 14, justified, first line indented, page number centred on top but not on page 1. Elements
//! stand in the order of the schema (ECMA-376 part 1, `wml.xsd`), which Word demands and other programs do not.

mod body;
mod columns;
mod ends;
mod letter;
mod pages;
mod parts;
mod xml;

use super::tree::Block;
use super::{Form, cannot};
use crate::text::Lang;
use crate::words::Result;
use jiff::civil::Date;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What the file says of itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct About<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its language.
    pub lang: Lang,
    /// Who is named with tracked changes and remarks.
    pub author: &'a str,
    /// Of which day these are; of none where it is not known. Never the day on which the file is made: the same input gives the same
    /// bytes.
    pub date: Option<Date>,
    /// What its properties say besides; empty where there is nothing to say.
    pub description: &'a str,
}

/// The file.
///
/// # Errors
/// Anything else, when it cannot be written.
pub(super) fn file(blocks: &[Block], about: &About<'_>) -> Result<Vec<u8>> {
    written(blocks, about).map_err(|e| cannot(Form::Docx, e))
}

fn written(blocks: &[Block], about: &About<'_>) -> std::io::Result<Vec<u8>> {
    let body = body::written(blocks, about)?;
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, bytes: &[u8]| {
        zip.start_file(name, SimpleFileOptions::default()).map_err(std::io::Error::other)?;
        zip.write_all(bytes)
    };
    let remarked = body.remarks.is_some();
    put("[Content_Types].xml", &parts::types(remarked)?)?;
    put("_rels/.rels", &parts::package()?)?;
    put("docProps/core.xml", &parts::core(about)?)?;
    put("docProps/app.xml", &parts::app()?)?;
    put("word/document.xml", &body.document)?;
    put("word/_rels/document.xml.rels", &parts::relations(remarked)?)?;
    put("word/styles.xml", &parts::styles(about)?)?;
    put("word/settings.xml", &parts::settings(body.tracked)?)?;
    put("word/header1.xml", &parts::header()?)?;
    if let Some(remarks) = &body.remarks {
        put("word/comments.xml", remarks)?;
    }
    Ok(zip.finish().map_err(std::io::Error::other)?.into_inner())
}

#[cfg(test)]
mod tests;
