//! An instrument as a document, drafted or consolidated: every line a paragraph, its labels kept as they are, Điều as headings.

mod linked;

use crate::law::Outline;
use crate::law::name::stable::Stable;
use crate::model::Level;
use crate::report::evidence::Sealed;
use crate::report::{Form, Origin, cannot, docx, html, markdown, pdf, tree};
use crate::text::Lang;
use crate::words::Result;
use linked::Linked;
use std::collections::HashSet;

/// The forms in which an instrument is written.
pub const FORMS: &[Form] = &[Form::Markdown, Form::Html, Form::Docx, Form::Pdf];

/// An instrument in one form. On a page of HTML each provision has the name of its stable address (`k3-d22`), and what cites a place of the same
/// instrument leads there; where the number of the instrument is known, and from when it reads so, each provision has its whole address, too. From what it
/// was made stands in the properties of the file or in a comment, not in the text, which is read as law.
///
/// # Errors
/// Wrong usage for a form that is not for texts; anything else when a library cannot write the form.
pub fn render(text: &str, form: Form, title: &str, own: Option<&Stable>, origin: Option<&Origin>) -> Result<Vec<u8>> {
    let comment = || origin.map(Sealed::comment).transpose();
    match form {
        Form::Markdown => {
            let end = comment()?.map(|comment| format!("\n{comment}\n")).unwrap_or_default();
            Ok((page(text, false) + &end).into_bytes())
        }
        Form::Html => {
            let (markdown, names) = laid(text, true, Some(&Linked::of(text, own)));
            html::named_page(&markdown, title, Lang::Vi, &names, &comment()?.unwrap_or_default())
        }
        Form::Docx => {
            let description = origin.map(Sealed::property).transpose()?.unwrap_or_default();
            let about = docx::About { title, lang: Lang::Vi, author: "tinhgon", date: None, description: &description };
            docx::file(&tree::read(&page(text, true), false), &about)
        }
        Form::Pdf => {
            let again = |form| move || render(text, form, title, own, origin);
            pdf::made(again(Form::Docx), again(Form::Html))
        }
        Form::Xlsx | Form::Json => {
            let known: Vec<&str> = FORMS.iter().map(|f| f.name()).collect();
            Err(cannot(form, known.join(", ")))
        }
    }
}

/// The text as Markdown. Chương and Điều that the instrument has itself are headings; those in new texts stay paragraphs. With a letterhead,
/// the body and the number stand beside the motto and the date, as in administrative documents (Nghị định 30/2020/NĐ-CP, Phụ lục I).
fn page(text: &str, with_letterhead: bool) -> String {
    laid(text, with_letterhead, None).0
}

/// The same, with what leads where, and the name of each block.
fn laid(text: &str, with_letterhead: bool, linked: Option<&Linked>) -> (String, html::Names) {
    let outline = Outline::read(text);
    let starts = |of: fn(Level) -> bool| -> HashSet<usize> {
        outline.units.iter().filter(|unit| of(unit.level)).map(|unit| unit.start).collect()
    };
    let articles = starts(|level| level == Level::Article);
    // A Chương has its heading below its number.
    let containers: Vec<(usize, usize)> =
        outline.units.iter().filter(|unit| unit.level.is_container()).map(|unit| (unit.start, unit.own_end)).collect();
    let in_container = |at: usize| {
        let before = containers.partition_point(|(start, _)| *start <= at);
        before.checked_sub(1).and_then(|n| containers.get(n)).is_some_and(|(_, end)| at < *end)
    };
    // The lines of the head before the grounds are centred: issuer, motto, kind and title. Number, place and date are no headings.
    let body = outline.units.iter().find(|unit| unit.level != Level::Preamble).map_or(text.len(), |unit| unit.start);
    let mut in_head = true;
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let (mut start, mut names) = (0, Vec::new());
    if with_letterhead && let Some((head, end)) = letterhead(text.get(..body).unwrap_or_default()) {
        (out, start) = (head, end);
        names.push(None);
    }
    for line in text.get(start..).unwrap_or_default().split('\n') {
        let words = line.trim();
        in_head = in_head && start < body && !words.starts_with("Căn cứ");
        let heading = match () {
            () if words.is_empty() => None,
            () if articles.contains(&start) => Some("### "),
            () if in_container(start) || (in_head && !is_dated(words)) => Some("## "),
            () => Some(""),
        };
        if let Some(mark) = heading {
            out.push_str(mark);
            let at = start + (line.len() - line.trim_start().len());
            out.push_str(&linked.map_or_else(|| said(words, mark), |linked| linked.said(words, at, mark)));
            out.push_str("\n\n");
            names.push(linked.and_then(|linked| linked.name(start)));
        }
        start += line.len() + 1;
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    (out, names)
}

/// A line, or a piece of it, as Markdown.
fn said(words: &str, mark: &str) -> String {
    if mark.is_empty() { markdown::line(words) } else { markdown::inline(words) }
}

/// The lines before the kind as two columns, and where the kind begins. None where they are not as they should be: nothing is to be lost.
fn letterhead(head: &str) -> Option<(String, usize)> {
    let (mut left, mut right): (Vec<String>, Vec<String>) = Default::default();
    let (mut start, mut numbered) = (0, false);
    for line in head.split_inclusive('\n') {
        let words = line.trim();
        let said = markdown::inline(words);
        let motto = words.starts_with("CỘNG HÒA XÃ HỘI") || words.starts_with("Độc lập");
        let is_number = words.starts_with("Số") || words.starts_with("Luật số");
        let capitals = !words.chars().any(char::is_lowercase);
        match () {
            () if !words.chars().any(char::is_alphanumeric) => {}
            () if motto => right.push(format!("**{said}**")),
            () if words.contains(", ngày ") => right.push(format!("*{said}*")),
            () if is_number => {
                left.push(said);
                numbered = true;
            }
            // What comes behind number and motto is the kind; before them stands who issues.
            () if capitals && numbered && !right.is_empty() => {
                let head = format!("| | |\n| :---: | :---: |\n| {} | {} |\n\n", left.join("<br>"), right.join("<br>"));
                return (left.len() > 1).then_some((head, start));
            }
            () if capitals && !numbered && right.is_empty() => left.push(format!("**{said}**")),
            () => return None,
        }
        start += line.len();
    }
    None
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
        let page = page(TEXT, false);
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
        let html = String::from_utf8(render(TEXT, Form::Html, "Dự thảo", None, None).unwrap()).unwrap();
        assert!(!html.contains("<ol") && html.contains("<p id=\"k1-d1\">1. Sửa đổi"), "{html}");
        assert!(render(TEXT, Form::Docx, "Dự thảo", None, None).unwrap().starts_with(b"PK"));
        assert!(render(TEXT, Form::Xlsx, "", None, None).is_err());
    }

    #[test]
    fn provisions_have_their_stable_names_and_references_lead_to_them() {
        let text = "BỘ THỬ\nSố: 1/2026/TT-BT\nTHÔNG TƯ\nVề lò\nChương I\nCHUNG\nĐiều 1. Lò\n1. Lò nhỏ theo khoản 2 Điều này và Điều 2 Luật Lò.\n\
                    2. Lò to:\na) Một;\nb) Hai.\nĐiều 2. Như điểm b khoản 2 Điều 1\nTheo khoản 9 Điều 1.\nĐiều 3. Sửa đổi\n1. Sửa đổi Điều 5 Thông tư số 3/2020/TT-BT như sau:\n“Điều 5. Mới\n1. Hai.”.\n";
        let day = Some(jiff::civil::date(2026, 7, 1));
        let own = Stable { number: "1/2026/TT-BT".to_owned(), place: crate::model::Address::default(), day };
        let html = String::from_utf8(render(text, Form::Html, "Lò", Some(&own), None).unwrap()).unwrap();
        for part in [
            "<h3 id=\"d1\" data-address=\"1/2026/TT-BT#d1@2026-07-01\">Điều 1. Lò</h3>",
            "<p id=\"k1-d1\" data-address=\"1/2026/TT-BT#k1-d1@2026-07-01\">1. Lò nhỏ theo <a href=\"#k2-d1\">khoản 2 Điều này</a> và Điều 2 Luật Lò.</p>",
            "<p id=\"pb-k2-d1\"",
            ">Điều 2. Như <a href=\"#pb-k2-d1\">điểm b khoản 2 Điều 1</a></h3>",
            // What is not there, and what lies in another instrument, leads nowhere.
            "<p>Theo khoản 9 Điều 1.</p>",
            "<p>“Điều 5. Mới</p>\n<p>1. Hai.”.</p>",
            "id=\"cI\"",
        ] {
            assert!(html.contains(part), "{part} in\n{html}");
        }
        let names: Vec<&str> =
            html.match_indices(" id=\"").filter_map(|(at, _)| html[at + 5..].split('"').next()).collect();
        let all: HashSet<&&str> = names.iter().collect();
        assert_eq!(all.len(), names.len(), "{names:?}");
        // Marks lead to their notes behind the text; one without a note stays as it is.
        let noted =
            "Điều 1. Lò[1]\n1.[2] Lò nhỏ, xem [9].\n\n[1] Điều này được bổ sung.\n[2] Khoản này được bổ sung.\n";
        let html = String::from_utf8(render(noted, Form::Html, "Lò", None, None).unwrap()).unwrap();
        for part in [
            "Lò<a href=\"#note-1\">[1]</a></h3>",
            "1.<a href=\"#note-2\">[2]</a> Lò nhỏ, xem [9].",
            "<p id=\"note-2\">[2] Khoản này được bổ sung.</p>",
        ] {
            assert!(html.contains(part), "{part} in\n{html}");
        }
        // A draft has no number yet.
        let html = String::from_utf8(render(text, Form::Html, "Lò", None, None).unwrap()).unwrap();
        assert!(html.contains("<h3 id=\"d1\">") && !html.contains("data-address"), "{html}");
    }

    #[test]
    fn the_head_stands_in_two_columns_and_chapters_are_headings() {
        let text = "BỘ THỬ\nVÀ ĐO\n-----\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 1/2026/TT-BT\n\
                    Hà Nội, ngày 05 tháng 3 năm 2026\nTHÔNG TƯ\nQuy định về thử\nCăn cứ Luật Thử;\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Một\nHai.\n";
        let made = page(text, true);
        let head = "| | |\n| :---: | :---: |\n| **BỘ THỬ**<br>**VÀ ĐO**<br>Số: 1/2026/TT-BT | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>\
                    **Độc lập - Tự do - Hạnh phúc**<br>*Hà Nội, ngày 05 tháng 3 năm 2026* |\n\n## THÔNG TƯ\n\n## Quy định về thử\n\nCăn cứ Luật Thử;\n\n";
        assert!(made.starts_with(head), "{made}");
        assert!(made.contains("## Chương I\n\n## QUY ĐỊNH CHUNG\n\n### Điều 1. Một\n\nHai.\n"), "{made}");
        // Nothing is lost where the head is not as it should be.
        for odd in ["Bộ Thử\nSố: 1/2026/TT-BT\nTHÔNG TƯ\nĐiều 1. Một\n", "THÔNG TƯ\nĐiều 1. Một\n"]
        {
            let made = page(odd, true);
            assert!(!made.contains('|') && odd.lines().all(|line| made.contains(line)), "{made}");
        }
    }
}
