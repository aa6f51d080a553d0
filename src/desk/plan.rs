//! A list of cuts that a resolution decided becomes measures on the procedures of the catalogue: matched by code, the paper by its name. What
//! is doubtful or not matched is told row by row. Nothing is said of money: a saving follows from the sheet of the procedure, where it has one.

use crate::exchange::plan::{Plan, PlanItem};
use crate::exchange::portal::citation;
use crate::exchange::records::Problem;
use crate::model::instrument::normal_number;
use crate::model::procedure_code::ProcedureCode;
use crate::model::{Batch, Component, Measure, MeasureKind, MeasureStatus, StateData, StatusEntry, TargetKind};
use crate::store::Writer;
use crate::text::{Lang, fold};
use crate::words::plan::PlanWord as W;
use crate::words::{Message, Result, Said};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Of which share of its words, in percent, a name must agree with another to be the same.
const SAME_NAME: usize = 60;

/// The same where a name alone tells the procedure.
const NEAR_NAME: usize = 90;

/// The measures of a list, and what deserves a look.
pub(super) struct Taken {
    pub batch: Batch,
    pub problems: Vec<Problem>,
}

/// In how many letters a paper says what it is.
const HEAD: usize = 120;

/// How well a row was matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    Sure,
    Doubtful,
    None,
}

/// The measures of a list. One that is there stays as it is, so that what an officer settled in it is kept, unless `replace` is said.
///
/// # Errors
/// The workspace cannot be read.
pub(super) fn taken(writer: &Writer<'_>, plan: &Plan, replace: bool) -> Result<Taken> {
    let known: BTreeMap<String, String> =
        writer.regulations()?.into_iter().map(|regulation| (regulation.code, regulation.name)).collect();
    let data = writer.all::<StateData>()?;
    let databases: Vec<String> = data.iter().map(|data| plain(&data.name)).collect();
    let mut by_name: HashMap<String, Vec<&str>> = HashMap::new();
    for (code, name) in &known {
        by_name.entry(plain(name)).or_default().push(code);
    }
    let mut making = Making {
        plan,
        known: &known,
        by_name: &by_name,
        data: &data,
        seen: HashMap::new(),
        used: BTreeSet::new(),
        problems: Vec::new(),
    };
    let mut batch = Batch::default();
    let mut fits = [0_usize; 3];
    for item in &plan.items {
        let (fit, measure) = making.measure(writer, item, &databases)?;
        fits[match fit {
            Fit::Sure => 0,
            Fit::Doubtful => 1,
            Fit::None => 2,
        }] += 1;
        let Some(measure) = measure else { continue };
        let stored = writer.measure(&measure.code)?.filter(|_| !replace);
        batch.measures.push(stored.unwrap_or(measure));
    }
    let mut problems = making.problems;
    for (line, text) in &plan.unread {
        problems.push(Problem { sheet: None, line: *line, code: None, said: W::Unread.said(&[text]) });
    }
    fits[2] += plan.unread.len();
    let mut documents: Vec<&str> = plan.items.iter().map(|item| item.document.as_str()).collect();
    documents.sort_unstable();
    documents.dedup();
    let rows = plan.items.len() + plan.unread.len();
    let said = W::Summary.said(&[&documents.join(", "), &rows, &fits[0], &fits[1], &fits[2]]);
    problems.insert(0, Problem { sheet: None, line: 0, code: None, said });
    Ok(Taken { batch, problems })
}

struct Making<'a> {
    plan: &'a Plan,
    known: &'a BTreeMap<String, String>,
    by_name: &'a HashMap<String, Vec<&'a str>>,
    data: &'a [StateData],
    /// Where a code stood first, and where with each of its papers.
    seen: HashMap<String, Vec<(usize, String)>>,
    /// The codes that measures got.
    used: BTreeSet<String>,
    problems: Vec<Problem>,
}

impl Making<'_> {
    fn note(&mut self, item: &PlanItem, code: &str, said: Said) {
        let code = Some(code.to_owned());
        self.problems.push(Problem { sheet: item.sheet.clone(), line: item.line, code, said });
    }

    fn measure(
        &mut self,
        writer: &Writer<'_>,
        item: &PlanItem,
        databases: &[String],
    ) -> Result<(Fit, Option<Measure>)> {
        let Some((code, mut fit)) = self.procedure(item) else { return Ok((Fit::None, None)) };
        let paper = plain(if item.text.is_empty() { &item.component } else { &item.text });
        let before = self.seen.entry(code.clone()).or_default().clone();
        if let Some((line, _)) = before.iter().find(|(_, other)| *other == paper) {
            self.note(item, &code, W::Twice.said(&[&code, line]));
            return Ok((fit, None));
        }
        self.seen.entry(code.clone()).or_default().push((item.line, paper));
        if let Some((line, _)) = before.first() {
            self.note(item, &code, W::Repeated.said(&[&code, line]));
        }
        if !item.database.is_empty() && !is_known(&item.database, databases) {
            self.note(item, &code, W::UnknownDatabase.said(&[&item.database]));
        }
        let number = format!("{}{}", item.annex, item.number.replace(' ', ""));
        let number = if number.is_empty() { item.line.to_string() } else { number };
        // Lists of several documents name each by its number.
        let own = if item.text.is_empty() { "" } else { item.document.split('/').next().unwrap_or_default() };
        let first = format!("{code}-{}{own}-{number}", self.plan.short);
        // One row of the annex may name several papers, each a row of the list.
        let mut codes = std::iter::once(first.clone()).chain((2..).map(|nth: usize| format!("{first}.{nth}")));
        let measure_code = codes.find(|code| self.used.insert(code.clone())).unwrap_or(first);
        let components = writer.procedure(&code)?.map(|procedure| procedure.components).unwrap_or_default();
        let found = papers(&item.component, &components, self.data);
        let names = |found: &[&Component]| {
            found.iter().map(|c| format!("{} “{}”", c.id, c.name)).collect::<Vec<_>>().join("; ")
        };
        match found.len() {
            _ if !item.text.is_empty() => {
                // What a kind must know of papers or values is not in the words of the resolution.
                let kind = writer.all::<MeasureKind>()?.into_iter().find(|kind| kind.id == item.kind);
                let lacks = kind.is_none_or(|kind| {
                    kind.targets != TargetKind::None
                        || kind.parameters.iter().any(|parameter| parameter.default.is_none())
                });
                if lacks {
                    self.note(item, &code, W::NeedsMore.said(&[&code, &item.kind]));
                    return Ok((Fit::Doubtful, None));
                }
            }
            // A measure of this kind aims at something.
            0 => {
                self.note(item, &code, W::NoPaper.said(&[&code, &item.component, &item.kind]));
                return Ok((Fit::Doubtful, None));
            }
            1 => {}
            several => {
                self.note(item, &code, W::SeveralPapers.said(&[&item.component, &several, &code, &names(&found)]));
                fit = Fit::Doubtful;
            }
        }
        let mut measure = Measure::proposed(&code, &item.kind, item.date);
        measure.code = measure_code;
        measure.title.clone_from(&item.title);
        measure.targets = found.iter().map(|component| component.id.clone()).collect();
        measure.evidence = if item.text.is_empty() {
            W::Evidence.with(Lang::Vi, &[&item.annex, &item.number, &item.document, &names(&found)])
        } else {
            W::EvidenceInWords.with(Lang::Vi, &[&item.annex, &item.document, &item.text])
        };
        measure.provision = Some(item.provisions.clone()).filter(|text| !text.is_empty());
        let cited = citation::find(&item.instruments);
        if let [only] = &cited[..] {
            measure.instrument = Some(normal_number(&item.instruments[only.start..only.end]));
        }
        let written = [&item.instruments, &item.database, &item.owner];
        measure.note =
            written.iter().filter(|text| !text.is_empty()).map(|text| text.as_str()).collect::<Vec<_>>().join("; ");
        // What only a name that is near tells is proposed: an officer says whether it is this procedure.
        if !item.text.is_empty() && fit == Fit::Doubtful {
            return Ok((fit, Some(measure)));
        }
        measure.statuses.push(StatusEntry {
            status: MeasureStatus::Approved,
            date: item.date,
            document: Some(item.document.clone()),
            until: None,
            note: String::new(),
        });
        if let Some((date, until)) = item.in_force {
            let document = Some(item.document.clone());
            let status = MeasureStatus::InForce;
            measure.statuses.push(StatusEntry { status, date, document, until, note: String::new() });
        }
        Ok((fit, Some(measure)))
    }

    /// The procedure that a row is of, and how sure that is.
    fn procedure(&mut self, item: &PlanItem) -> Option<(String, Fit)> {
        if item.code.is_empty() {
            return self.named(item);
        }
        let read = ProcedureCode::read(&item.code);
        let known = self.known;
        let agrees = |code: &str| known.get(code).is_some_and(|name| agreement(name, &item.name) >= SAME_NAME);
        if let Some(code) = &read
            && let Some(name) = known.get(&code.national)
        {
            if code.mended {
                self.note(item, &code.national, W::Malformed.said(&[&item.code, &code.national]));
            }
            if !item.name.is_empty() && !agrees(&code.national) {
                self.note(item, &code.national, W::OtherName.said(&[&item.name, name]));
                return Some((code.national.clone(), Fit::Doubtful));
            }
            return Some((code.national.clone(), Fit::Sure));
        }
        // A code that lost a digit, or that nobody knows: the name may tell.
        let named =
            self.by_name.get(&plain(&item.name)).filter(|codes| codes.len() == 1).map(|codes| codes[0].to_owned());
        let cut = ProcedureCode::of_cut(&item.code).map(|code| code.national).filter(|code| agrees(code));
        if let Some(code) = cut.or(named) {
            self.note(item, &code, W::ByName.said(&[&code]));
            return Some((code, Fit::Doubtful));
        }
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<Vec<char>>();
        let near = known.iter().filter(|_| read.as_ref().is_none_or(|code| code.mended));
        let near = near.map(|(code, name)| (apart(&digits(code), &digits(&item.code)), code, name)).min();
        let said = match near.filter(|(apart, ..)| *apart <= 2) {
            Some((_, code, name)) => W::Nearest.said(&[&item.code, code, name]),
            None => W::Unmatched.said(&[&item.code, &item.name]),
        };
        self.note(item, &item.code, said);
        None
    }
}

impl Making<'_> {
    /// The procedure whose name a row told in words has: the one of this name; in doubt the only one that nearly has it.
    fn named(&mut self, item: &PlanItem) -> Option<(String, Fit)> {
        let (name, known, by_name) = (plain(&item.name), self.known, self.by_name);
        if let Some([code]) = by_name.get(&name).map(Vec::as_slice) {
            return Some(((*code).to_owned(), Fit::Sure));
        }
        // Of a text a name is a part, too: neither may be much longer than the other.
        let long = |text: &str| text.split(' ').count();
        let near = known.iter().filter(|(_, known)| {
            let (one, other) = (long(&plain(known)), long(&name));
            one.min(other) * 10 >= one.max(other) * 7 && agreement(known, &item.name) >= NEAR_NAME
        });
        let near: Vec<&String> = near.map(|(code, _)| code).collect();
        if let [code] = near[..] {
            let code = code.clone();
            let name = known.get(&code).cloned().unwrap_or_default();
            self.note(item, &code, W::NearName.said(&[&code, &name]));
            return Some((code, Fit::Doubtful));
        }
        let some = near.iter().take(5).map(|code| code.as_str()).collect::<Vec<_>>().join(", ");
        let said = if near.is_empty() {
            W::UnmatchedName.said(&[&item.name])
        } else {
            W::SeveralNames.said(&[&item.name, &some])
        };
        self.problems.push(Problem { sheet: item.sheet.clone(), line: item.line, code: None, said });
        None
    }
}

/// A text folded, with blanks for the signs in it.
fn plain(text: &str) -> String {
    let kept: String = fold(text).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn contains(text: &str, words: &str) -> bool {
    !words.is_empty() && format!(" {text} ").contains(&format!(" {words} "))
}

/// Of how many of the words of both, in percent, two names agree.
fn agreement(one: &str, other: &str) -> usize {
    let words = |text: &str| plain(text).split(' ').map(str::to_owned).collect::<BTreeSet<String>>();
    let (one, other) = (words(one), words(other));
    let fewer = one.len().min(other.len());
    (one.intersection(&other).count() * 100).checked_div(fewer).unwrap_or(0)
}

/// How many digits must be changed, put in or taken out to make one row of digits of another (Levenshtein).
fn apart(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut before = std::mem::replace(&mut row[0], i + 1);
        for (j, b) in other.iter().enumerate() {
            let here = if a == b { before } else { 1 + before.min(row[j]).min(row[j + 1]) };
            before = std::mem::replace(&mut row[j + 1], here);
        }
    }
    row[other.len()]
}

/// The papers of a dossier that a list names: by the words of the list, else by what the state has the same data of.
fn papers<'c>(named: &str, components: &'c [Component], data: &[StateData]) -> Vec<&'c Component> {
    let pieces = |text: &str| -> Vec<String> {
        let text = text.replace(" hoặc ", ";");
        let pieces = text.split([',', ';', '/', '(', ')']).map(plain);
        pieces
            .map(|piece| piece.strip_prefix("ban sao ").map_or(piece.clone(), str::to_owned))
            .filter(|piece| piece.contains(' '))
            .collect()
    };
    let words = pieces(named);
    let holds = |component: &&Component, words: &[String]| {
        let name = plain(&component.name);
        words.iter().any(|word| contains(&name, word))
    };
    let found: Vec<&Component> = components.iter().filter(|component| holds(component, &words)).collect();
    if !found.is_empty() {
        // A paper says what it is in its first words; another may speak of it further on.
        let head = |component: &Component| plain(&component.name).chars().take(HEAD).collect::<String>();
        let first = |component: &&&Component| words.iter().any(|word| contains(&head(component), word));
        let named: Vec<&Component> = found.iter().filter(first).copied().collect();
        return if named.is_empty() { found } else { named };
    }
    let text = plain(named);
    let items = data.iter().flat_map(|data| &data.items);
    let fitting = items.filter(|item| item.phrases.iter().any(|phrase| contains(&text, &plain(phrase))));
    let phrases: Vec<String> = fitting.flat_map(|item| item.phrases.iter().map(|phrase| plain(phrase))).collect();
    components.iter().filter(|component| holds(component, &phrases)).collect()
}

/// Whether a database is one of the register, however it is spelled.
fn is_known(name: &str, databases: &[String]) -> bool {
    const NO_SIGN: [&str; 12] = ["co", "so", "du", "lieu", "csdl", "csdlqg", "quoc", "gia", "ve", "dien", "tu", "he"];
    let kernel = |text: &str| -> Vec<String> {
        text.split(' ').filter(|word| !NO_SIGN.contains(word)).map(str::to_owned).collect()
    };
    let parts = name.split([';', ',']).map(|part| kernel(&plain(part))).filter(|part| !part.is_empty());
    let known: Vec<Vec<String>> = databases.iter().map(|name| kernel(name)).collect();
    parts.into_iter().all(|part| known.iter().any(|known| part.iter().all(|word| known.contains(word))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_is_known_however_it_is_spelled() {
        let known = [plain("Cơ sở dữ liệu quốc gia về rừng cây"), plain("Cơ sở dữ liệu sông suối")];
        for name in ["CSDL quốc gia về rừng cây", "CSDLQG về Rừng cây.", "CSDL sông suối; CSDL rừng cây"]
        {
            assert!(is_known(name, &known), "{name}");
        }
        assert!(!is_known("CSDL về mây", &known));
    }

    #[test]
    fn digits_apart() {
        let digits = |text: &str| text.chars().collect::<Vec<char>>();
        // One digit lost; two digits changed places.
        assert_eq!(apart(&digits("1013850"), &digits("101385")), 1);
        assert_eq!(apart(&digits("1013850"), &digits("1013580")), 2);
    }
}
