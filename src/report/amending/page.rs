//! An instrument as a document, drafted or consolidated: every line a paragraph, its labels kept as they are, Điều as headings.

use crate::law::Outline;
use crate::model::Level;
use crate::report::{Form, cannot, docx, html, markdown};
use crate::text::{Lang, Result};
use std::collections::HashSet;

/// The forms in which an instrument is written.
pub const FORMS: &[Form] = &[Form::Markdown, Form::Html, Form::Docx];

/// An instrument in one form.
///
/// # Errors
/// Wrong usage for a form that is not for texts; anything else when a library cannot write the form.
pub fn render(text: &str, form: Form, title: &str) -> Result<Vec<u8>> {
    let page = page(text);
    match form {
        Form::Markdown => Ok(page.into_bytes()),
        Form::Html => html::page(&page, title, Lang::Vi),
        Form::Docx => docx::file(&page),
        Form::Xlsx | Form::Json => {
            let known: Vec<&str> = FORMS.iter().map(|f| f.name()).collect();
            Err(cannot(form, known.join(", ")))
        }
    }
}

/// The text as Markdown. Điều that the instrument has itself are headings; those in new texts stay paragraphs.
fn page(text: &str) -> String {
    let outline = Outline::read(text);
    let articles: HashSet<usize> =
        outline.units.iter().filter(|unit| unit.level == Level::Article).map(|unit| unit.start).collect();
    // The lines of the head before the grounds are centred: issuer, motto, kind and title. Number, place and date are no headings.
    let body = outline.units.iter().find(|unit| unit.level != Level::Preamble).map_or(text.len(), |unit| unit.start);
    let mut in_head = true;
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut start = 0;
    for line in text.split('\n') {
        let words = line.trim();
        in_head = in_head && start < body && !words.starts_with("Căn cứ");
        let heading = match () {
            () if words.is_empty() => None,
            () if articles.contains(&start) => Some("### "),
            () if in_head && !is_dated(words) => Some("## "),
            () => Some(""),
        };
        if let Some(mark) = heading {
            out.push_str(mark);
            out.push_str(&if mark.is_empty() { markdown::line(words) } else { markdown::inline(words) });
            out.push_str("\n\n");
        }
        start += line.len() + 1;
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// Whether a line of the head is the one of the number, or of place and date.
fn is_dated(line: &str) -> bool {
    line.starts_with("Số:") || line.starts_with("Luật số:") || line.contains(", ngày ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "BỘ THỬ\nSố: …\nHà Nội, ngày … tháng … năm …\nTHÔNG TƯ\nSửa đổi *một*\nCăn cứ …;\nĐiều 1. Sửa đổi\n\
                        1. Sửa đổi, bổ sung Điều 5 như sau:\n“Điều 5. Mới\n1. Một.\n2. Hai.”.\n2. Bãi bỏ Điều 6.\nĐiều 2. Hiệu lực\nNgay.\n";

    #[test]
    fn labels_stay_and_only_own_articles_are_headings() {
        let page = page(TEXT);
        for part in [
            "## BỘ THỬ\n",
            "\nSố: …\n",
            "## Sửa đổi \\*một\\*\n",
            "\nCăn cứ …;\n",
            "### Điều 1. Sửa đổi\n",
            "\n1\\. Sửa đổi, bổ sung Điều 5 như sau:\n",
            "\n“Điều 5. Mới\n",
            "\n2\\. Hai.”.\n",
            "### Điều 2. Hiệu lực\n",
        ] {
            assert!(page.contains(part), "{part} in\n{page}");
        }
        let html = String::from_utf8(render(TEXT, Form::Html, "Dự thảo").unwrap()).unwrap();
        assert!(!html.contains("<ol") && html.contains("<p>1. Sửa đổi"), "{html}");
        assert!(render(TEXT, Form::Docx, "Dự thảo").unwrap().starts_with(b"PK"));
        assert!(render(TEXT, Form::Xlsx, "").is_err());
    }
}
