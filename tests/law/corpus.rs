//! All instruments of the shared data: nothing is lost on the way from the file to the tree, and the Điều stand in sequence or a warning says where not.

use crate::shared;
use std::path::PathBuf;
use tinhgon::exchange::legal_text;
use tinhgon::law::{Document, Oddity, Outline};
use tinhgon::model::Level;
use tinhgon::text::clean;

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(shared(folder)).unwrap().map(|e| e.unwrap().path()).collect();
    found.retain(|p| p.extension().is_some_and(|e| e == ending));
    found.sort();
    found
}

/// The letters and digits of a Markdown file as a reader sees them: without front matter, tags, entities and the addresses of links.
fn letters_of_source(source: &str) -> String {
    let body =
        source.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map_or(source, |(_, body)| body);
    let mut out = String::new();
    let mut rest = body;
    while let Some(c) = rest.chars().next() {
        let tag = ["<br>", "<div style=\"text-align: center;\">", "</div>", "&nbsp;"]
            .into_iter()
            .find(|tag| rest.starts_with(tag));
        let link = ["](http", "](/", "](#"].iter().any(|open| rest.starts_with(open));
        rest = match tag {
            Some(tag) => &rest[tag.len()..],
            None if link => &rest[rest.find(')').unwrap()..],
            None => {
                out.push(c);
                &rest[c.len_utf8()..]
            }
        };
    }
    letters(&clean(&out))
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
#[ignore = "needs ../shared/data"]
fn nothing_of_any_instrument_is_lost() {
    let files = files("instruments", "md");
    assert_eq!(files.len(), 122);
    for file in files {
        let read = legal_text::read(&file).unwrap();
        let (text, source) = (letters(&read.text), letters_of_source(&std::fs::read_to_string(&file).unwrap()));
        let same = text.chars().zip(source.chars()).take_while(|(a, b)| a == b).count();
        let around = |text: &str| text.chars().skip(same.saturating_sub(40)).take(100).collect::<String>();
        assert!(text == source, "{}:\n{}\n{}", file.display(), around(&text), around(&source));
        let outline = Outline::read(&read.text);
        assert!(Document::from_outline(&outline).text() == read.text, "{}", file.display());
        assert_eq!(read.lines.len(), read.text.split('\n').count());
    }
}

#[test]
#[ignore = "needs ../shared/data"]
fn the_articles_stand_in_sequence_or_a_warning_says_where_not() {
    let mut articles = 0;
    for file in files("instruments", "md") {
        let read = legal_text::read(&file).unwrap();
        let outline = Outline::read(&read.text);
        let annex = outline.units.iter().position(|u| u.level == Level::Annex).unwrap_or(outline.units.len());
        let mut last = 0;
        for unit in outline.units[..annex].iter().filter(|u| u.level == Level::Article) {
            articles += 1;
            let label = outline.label(unit);
            let number: u32 = label.trim_end_matches(|c: char| !c.is_ascii_digit()).parse().unwrap();
            let inserted = number == last && !label.ends_with(|c: char| c.is_ascii_digit());
            let told = outline
                .warnings
                .iter()
                .any(|w| w.line == unit.line && matches!(w.oddity, Oddity::Gap { level: Level::Article, .. }));
            assert!(number == last + 1 || inserted || told, "{}: Điều {label} behind {last}", file.display());
            last = number;
        }
        assert!(last > 0, "{}", file.display());
    }
    // The README of the data: more than 3.000.
    assert!(articles > 3000, "{articles}");
}

/// Kind, number and issuing body are known for every instrument of which any line says them.
#[test]
#[ignore = "needs ../shared/data"]
fn every_instrument_has_a_head() {
    for file in files("instruments", "md") {
        let read = legal_text::read(&file).unwrap();
        let mut header = tinhgon::law::Header::read(&Outline::read(&read.text));
        header.fill(&read.front);
        assert!(
            header.kind.is_some() && header.issuer.is_some() && header.title.is_some(),
            "{}: {header:?}",
            file.display()
        );
        assert!(header.number.is_some(), "{}", file.display());
    }
}
