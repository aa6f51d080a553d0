//! What a file of Akoma Ntoso states by its elements: which of them hold lines, whether its units are those that its text gives, and how its numbers are
//! written here.

use crate::law::Outline;
use crate::model::Level;

/// Elements that begin a line of their own and hold no line themselves.
const STRUCTURE: &str = "akomaNtoso act bill doc statement amendment portion documentCollection collectionBody officialGazette amendmentList component components \
    attachments attachment coverPage preface preamble body mainBody amendmentBody portionBody conclusions book title tome division list alinea \
    rule subrule proviso subpart subchapter subtitle subdivision clause subclause sublist level transitional hcontainer content intro wrapUp \
    longTitle formula container recitals recital citations citation blockList blockContainer tblock toc table ul ol div interstitial foreign";

/// Elements that hold a line.
const LINES: &str =
    "p block li item tocItem num heading subheading td th crossHeading caption listIntroduction listWrapUp";

/// Whether an element begins a line of its own and holds no line itself.
pub(super) fn is_structure(name: &str) -> bool {
    STRUCTURE.split(' ').any(|own| own == name)
}

/// Whether an element holds a line.
pub(super) fn is_line(name: &str) -> bool {
    LINES.split(' ').any(|own| own == name)
}

/// The levels that are elements of the hierarchy.
pub(super) const LEVELS: [Level; 9] = [
    Level::Part,
    Level::Chapter,
    Level::Section,
    Level::Subsection,
    Level::Article,
    Level::Clause,
    Level::Point,
    Level::Item,
    Level::Dash,
];

/// Lines, from 1, at which the file states another unit than the text gives.
pub(super) fn differs(text: &str, stated: &[(Level, usize)]) -> Vec<usize> {
    if !stated.iter().any(|(level, _)| *level == Level::Article) {
        return Vec::new();
    }
    let outline = Outline::read(text);
    let mut read: Vec<(usize, Level)> = outline
        .units
        .iter()
        .filter(|unit| unit.level == Level::Annex || LEVELS.contains(&unit.level))
        .map(|unit| (unit.line, unit.level))
        .collect();
    read.sort_unstable();
    let mut said: Vec<(usize, Level)> = stated.iter().map(|(level, line)| (*line, *level)).collect();
    said.sort_unstable();
    let missing = said.iter().filter(|one| read.binary_search(one).is_err());
    // An annex within the Điều is no component.
    let more = read.iter().filter(|one| one.1 != Level::Annex && said.binary_search(one).is_err());
    let mut lines: Vec<usize> = missing.chain(more).map(|(line, _)| *line).collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

/// The number of a unit as instruments here write it, where a file writes it otherwise: `Article 5`, `(1)`, `(a)`.
pub(super) fn respelt(level: Level, num: &str) -> Option<String> {
    // `i)` alone is a point; behind others of its kind it is none.
    let fits = |found: Level| found == level || (found == Level::Point && level == Level::Item);
    let reads =
        |num: &str| Outline::read_fragment(&format!("{num} LÒ")).units.first().is_some_and(|unit| fits(unit.level));
    // A quotation mark that slipped before it is left where it is.
    let bare = num.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(');
    // `i.` is no number for itself; behind a point it is one.
    let below = || level == Level::Item && bare.trim_end_matches(['.', ')', '/']).chars().all(char::is_alphanumeric);
    if level == Level::Dash || reads(bare) || reads(&format!("{bare}\n")) || below() {
        return None;
    }
    let word = num.split(|c: char| !c.is_alphanumeric()).rfind(|word| !word.is_empty())?;
    let spelt = match level {
        Level::Part => format!("Phần {word}"),
        Level::Chapter => format!("Chương {word}"),
        Level::Section => format!("Mục {word}"),
        Level::Subsection => format!("Tiểu mục {word}"),
        Level::Article => format!("Điều {word}."),
        Level::Clause => format!("{word}."),
        Level::Point => format!("{}.", word.to_lowercase()).replace('.', ")"),
        _ => format!("({})", word.to_lowercase()),
    };
    reads(&spelt).then_some(spelt)
}
