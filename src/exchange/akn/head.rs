//! What stands before the Điều: the head, with number, day, kind and title marked, then the legal grounds and the sentence of enactment.

use super::Act;
use super::xml::Xml;
use crate::law::Provision;
use crate::text::fold;

/// Writes the preface and the preamble. Of an instrument whose text has no Điều, what follows the grounds is given back: it is its text.
pub(super) fn write(xml: &mut Xml, act: &Act<'_>, before: &Provision, whole: bool) -> Vec<String> {
    let all: Vec<(usize, &str)> = before
        .text
        .split('\n')
        .enumerate()
        .map(|(n, line)| (n + before.line.max(1), line.trim()))
        .filter(|(_, line)| !line.is_empty())
        .collect();
    let starts = grounds(act, &all);
    let first = starts.first().copied().unwrap_or(all.len());
    let (head, grounds) = all.split_at_checked(first).unwrap_or((&all, &[]));
    if !head.is_empty() {
        xml.start("preface", &[]);
        for (number, line) in head {
            xml.open("p", &[]);
            marked(xml, act, *number, line);
            xml.end("p");
        }
        xml.end("preface");
    }
    if grounds.is_empty() {
        return Vec::new();
    }
    // The last ground ends with the line that ends its sentence; behind it the instrument is enacted.
    let last = starts.last().map_or(0, |at| at - first);
    let ends = |(_, line): &(usize, &str)| line.ends_with([';', '.', ',', ':']);
    let end = grounds.iter().skip(last).position(ends).map_or(last + 1, |n| last + n + 1).min(grounds.len());
    let (grounds, enacted) = grounds.split_at_checked(end).unwrap_or((grounds, &[]));
    xml.start("preamble", &[]);
    xml.start("citations", &[("eId", "cits")]);
    let mut rest = grounds;
    let mut count = 0;
    while !rest.is_empty() {
        count += 1;
        let next = starts.get(count).map_or(grounds.len(), |at| at - first).min(grounds.len());
        let length = next.saturating_sub(grounds.len() - rest.len()).max(1);
        let (one, behind) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        xml.start("citation", &[("eId", &format!("cits__cit_{count}"))]);
        one.iter().for_each(|(_, line)| xml.line("p", line));
        xml.end("citation");
        rest = behind;
    }
    xml.end("citations");
    // Where nothing else holds the text, it is the body.
    let enacting = if whole { enacted.len().min(1) } else { enacted.len() };
    let (enacting, text) = enacted.split_at_checked(enacting).unwrap_or((enacted, &[]));
    if !enacting.is_empty() {
        xml.start("formula", &[("name", "enacting"), ("eId", "formula_1")]);
        enacting.iter().for_each(|(_, line)| xml.line("p", line));
        xml.end("formula");
    }
    xml.end("preamble");
    text.iter().map(|(_, line)| (*line).to_owned()).collect()
}

/// Which of the lines begin a legal ground, counted from 0.
fn grounds(act: &Act<'_>, all: &[(usize, &str)]) -> Vec<usize> {
    let at = |line: usize| all.iter().position(|(number, _)| *number == line);
    let mut starts: Vec<usize> = act.header.grounds.iter().filter_map(|ground| at(ground.line?)).collect();
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// A line of the head with what it says marked, where that is told letter for letter.
fn marked(xml: &mut Xml, act: &Act<'_>, number: usize, line: &str) {
    let header = act.header;
    let is = |line: Option<usize>| line == Some(number);
    let day =
        header.issued.as_ref().filter(|day| is(day.line)).and_then(|day| Some((day_in(line)?, day.value.to_string())));
    let own = header
        .number
        .as_ref()
        .filter(|own| is(own.line))
        .and_then(|own| Some((line.find(&own.value)?, own.value.len())));
    // The title goes on over lines that it holds word for word.
    let title = header.title.as_ref().is_some_and(|title| {
        let words = |text: &str| fold(&crate::text::clean::collapse(text));
        title.line.is_some_and(|first| first <= number && number < first + 12)
            && words(&title.value).contains(&words(line))
    });
    let whole = if title {
        Some("docTitle")
    } else if header.kind.as_ref().is_some_and(|kind| is(kind.line)) && !line.contains('/') {
        Some("docType")
    } else if header.issuer.as_ref().is_some_and(|issuer| is(issuer.line) && fold(&issuer.value) == fold(line)) {
        Some("docProponent")
    } else {
        None
    };
    if let Some(name) = whole {
        xml.open(name, &[]);
        xml.text(line);
        return xml.close(name);
    }
    // Number and day may share a line, the number first.
    let mut from = 0;
    let number = own.map(|(at, length)| (at..at + length, "docNumber", None));
    let day = day.map(|(range, value)| (range, "docDate", Some(value)));
    for (range, name, value) in number.into_iter().chain(day) {
        let (Some(before), Some(text)) = (line.get(from..range.start), line.get(range.clone())) else { continue };
        xml.text(before);
        let attributes: Vec<(&str, &str)> = value.iter().map(|value| ("date", value.as_str())).collect();
        xml.open(name, &attributes);
        xml.text(text);
        xml.close(name);
        from = range.end;
    }
    xml.text(line.get(from..).unwrap_or_default());
}

/// Where a line says a day: `ngày 6 tháng 1 năm 2026`.
fn day_in(line: &str) -> Option<std::ops::Range<usize>> {
    let start = line.find("ngày")?;
    let year = start + line.get(start..)?.rfind("năm ")? + "năm ".len();
    let digits = line.get(year..)?.bytes().take_while(u8::is_ascii_digit).count();
    (digits == 4).then_some(start..year + digits)
}
