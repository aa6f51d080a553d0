//! Forms as a text names them: `Mẫu số 01`, `Mẫu số 04, 09 và 17`, `Biểu số 04-A`. The label keeps the word.

use super::label::blanks;
use super::place::{Group, Joint, Named, joint_at};
use crate::model::{Label, Level};

/// The words for forms, whose label keeps the word.
const FORMS: &[&str] =
    &["Mẫu số", "mẫu số", "Biểu số", "biểu số", "Biểu mẫu", "Mẫu", "MẪU SỐ", "BIỂU SỐ", "BIỂU MẪU", "MẪU"];

/// A form, or a list of them.
pub(super) fn form(text: &str, at: usize) -> Option<(Group, usize)> {
    let rest = text.get(at..)?;
    let word = FORMS.iter().find(|word| rest.starts_with(**word))?;
    let from = at + word.len() + blanks(text, at + word.len());
    let end = form_end(text, from)?;
    let span = at..end;
    let name = |label: &str| Label::new(crate::text::clean::collapse(&format!("{word} {label}")));
    let mut labels = vec![Named { label: name(text.get(from..end)?), item: None, until: None, span }];
    // "Mẫu số 04, 09 và 17": a bare number goes on with the list.
    let mut end = end;
    loop {
        let (joint, next) = joint_at(text, end);
        let goes_on = matches!(joint, Joint::Comma | Joint::And).then(|| form_end(text, next)).flatten();
        let Some(last) = goes_on.filter(|last| ends_a_list_item(text.get(*last..).unwrap_or_default())) else { break };
        labels.push(Named { label: name(text.get(next..last)?), item: None, until: None, span: next..last });
        end = last;
    }
    Some((Group { level: Level::Annex, labels, heading: false, this: false, span: at..end }, end))
}

/// Whether what follows a bare number leaves it an item of a list of labels: "Mẫu số 01, 30 ngày" has none.
fn ends_a_list_item(behind: &str) -> bool {
    let words = behind.trim_start();
    words.is_empty()
        || words.starts_with([',', ';', '.', ':', ')'])
        || ["và ", "của ", "ban hành ", "kèm theo ", "tại ", "thuộc ", "Phụ lục "]
            .iter()
            .any(|word| words.starts_with(word))
}

/// Where the label of a form ends that begins at a byte: `01`, `7.10`, `04-A`, `2a`. None of a date or of a number of an instrument.
fn form_end(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let part = |c: char| c.is_ascii_alphanumeric() || c == 'đ';
    let run = |at: usize| -> usize {
        rest.get(at..).map_or(0, |r| r.chars().take_while(|c| part(*c)).map(char::len_utf8).sum())
    };
    let mut end = run(0);
    if end == 0 || !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    while rest.get(end..)?.starts_with(['.', '-']) && run(end + 1) > 0 {
        end += 1 + run(end + 1);
    }
    (!rest.get(end..)?.starts_with('/')).then_some(from + end)
}

#[cfg(test)]
mod tests {
    use crate::law::name::place::read;

    #[test]
    fn forms_keep_their_word_and_lists_of_them_are_taken_apart() {
        let places = |text: &str| -> Vec<String> {
            let (places, _) = read(text, 0).unwrap_or_default();
            places.iter().map(|place| place.address.to_string()).collect()
        };
        for (text, expected) in [
            ("Mẫu số 04, 09 và 17.", vec!["Mẫu số 04", "Mẫu số 09", "Mẫu số 17"]),
            ("Mẫu số 04-A và Mẫu số 05 ban hành", vec!["Mẫu số 04-A", "Mẫu số 05"]),
            ("các Mẫu số 7.8, 7.10 Phụ lục VII", vec!["Mẫu số 7.8 Phụ lục VII", "Mẫu số 7.10 Phụ lục VII"]),
            ("MẪU SỐ 013 ban hành kèm theo", vec!["MẪU SỐ 013"]),
            // What goes on behind the comma is no label of the list.
            ("Mẫu số 01, 30 ngày trước", vec!["Mẫu số 01"]),
            ("Mẫu số 5/2020", vec![]),
        ] {
            assert_eq!(places(text), expected, "{text}");
        }
    }
}
