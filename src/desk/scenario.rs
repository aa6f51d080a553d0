//! Scenarios: made, copied, changed, removed, and kept as the solver found them.

use super::{Desk, not_found};
use crate::exchange::problem;
use crate::model::scenario::{RESERVED, is_reserved, reserved};
use crate::model::{Kind, Measure, Programme, Scenario};
use crate::reform::choose::Solution;
use crate::store::{Changed, Reader, Writer};
use crate::text::{Lang, clean_line};
use crate::words::choose::ChooseWord;
use crate::words::scenario::ScenarioWord as Say;
use crate::words::{Fault, FaultKind, Message, Result, Said};
use jiff::civil::Date;

/// Which measures a new scenario has, told by what is stored when it is made.
pub type Chosen<'a> = &'a dyn Fn(&Reader) -> Result<Vec<String>>;

/// A scenario to be made.
#[derive(Clone, Copy)]
pub struct NewScenario<'a> {
    /// Its code, as typed.
    pub code: &'a str,
    /// Its name; the code when nothing.
    pub name: Option<&'a str>,
    /// Code of the programme over whose baseline it stands; the living catalogue when nothing or empty.
    pub programme: Option<&'a str>,
    /// A remark.
    pub note: &'a str,
    /// Codes of its measures.
    pub measures: Chosen<'a>,
}

/// A scenario to be copied.
#[derive(Debug, Clone, Copy)]
pub struct CopyScenario<'a> {
    /// Code of the original, or a special name.
    pub from: &'a str,
    /// Code of the copy, as typed.
    pub code: &'a str,
    /// Name of the copy; that of the original when nothing, and its own code for a copy of a special name.
    pub name: Option<&'a str>,
    /// The programme over whose baseline the copy stands (empty: the living catalogue); that of the original when nothing.
    pub programme: Option<&'a str>,
}

/// What of a scenario is changed; what is nothing stays.
#[derive(Debug, Clone, Copy, Default)]
pub struct EditScenario<'a> {
    /// Its code.
    pub code: &'a str,
    /// Another name.
    pub name: Option<&'a str>,
    /// Another programme; the living catalogue when empty.
    pub programme: Option<&'a str>,
    /// Another remark.
    pub note: Option<&'a str>,
    /// Measures to take up; those that are in already stay.
    pub add: &'a [String],
    /// Measures to drop.
    pub drop: &'a [String],
    /// Whether a measure to be dropped may be gone from the set already, as one that a neighbour dropped meanwhile.
    pub gone_is_fine: bool,
}

/// A solution to be kept.
#[derive(Debug, Clone, Copy)]
pub struct KeepSolution<'a> {
    /// The code under which it is kept, as typed. One that the solver found gives way; one that a person put together does not.
    pub code: &'a str,
    /// Its name; that of the solution that gives way, or the code, when nothing.
    pub name: Option<&'a str>,
    /// What was found.
    pub solution: &'a Solution,
}

impl Desk<'_> {
    /// Makes a scenario under a code that none has.
    ///
    /// # Errors
    /// Usage, where the code cannot be one or is taken; missing, where there is no such programme or measure.
    pub fn new_scenario(&mut self, asked: NewScenario<'_>) -> Result<Changed<Scenario>> {
        let code = Scenario::code_of(asked.code, FaultKind::Usage)?;
        self.change(|writer| {
            need_free(writer, &code)?;
            let mut scenario = Scenario {
                name: asked.name.map(clean_line).filter(|name| !name.is_empty()).unwrap_or_else(|| code.clone()),
                programme: programme(writer, asked.programme)?,
                measures: Vec::new(),
                note: clean_line(asked.note),
                problem: String::new(),
                code,
            };
            scenario.set_measures(known(writer, (asked.measures)(writer)?)?);
            put(writer, scenario)
        })
    }

    /// Copies a scenario, stored or special, under a code that none has. The copy is there to be varied: what a solver found answers
    /// its question, the copy answers none.
    ///
    /// # Errors
    /// Missing, where there is no such scenario or programme; usage, where the code cannot be one or is taken.
    pub fn copy_scenario(&mut self, asked: CopyScenario<'_>) -> Result<Changed<Scenario>> {
        let code = Scenario::code_of(asked.code, FaultKind::Usage)?;
        let today = self.today;
        self.change(|writer| {
            need_free(writer, &code)?;
            let original = named_scenario(writer, &writer.measures()?, asked.from, today, Lang::Vi)?;
            // The name of a stage is in the language of who looks at it, so that none is stored.
            let own = if is_reserved(&original.code) { code.clone() } else { original.name.clone() };
            let mut copy = original.copied(code);
            copy.name = asked.name.map(clean_line).filter(|name| !name.is_empty()).unwrap_or(own);
            if asked.programme.is_some() {
                copy.programme = programme(writer, asked.programme)?;
            }
            put(writer, copy)
        })
    }

    /// Changes a scenario as it is stored now, so that what two people take up or drop at one moment is all done.
    ///
    /// # Errors
    /// Missing, where there is no such scenario, programme or measure; usage, where a measure that is dropped is not in it.
    pub fn edit_scenario(&mut self, asked: EditScenario<'_>) -> Result<Changed<Scenario>> {
        self.change(|writer| {
            let mut scenario = stored_scenario(writer, asked.code)?;
            if let Some(name) = asked.name {
                scenario.name = clean_line(name);
            }
            if let Some(note) = asked.note {
                scenario.note = clean_line(note);
            }
            if asked.programme.is_some() {
                scenario.programme = programme(writer, asked.programme)?;
            }
            let mut measures = scenario.measures.clone();
            for code in asked.drop.iter().map(|code| clean_line(code)) {
                let before = measures.len();
                measures.retain(|measure| *measure != code);
                if measures.len() == before && !asked.gone_is_fine {
                    return Err(Fault::usage(Say::NotIn.said(&[&scenario.code, &code])));
                }
            }
            measures.extend(known(writer, asked.add.iter().map(|code| clean_line(code)))?);
            scenario.set_measures(measures);
            put(writer, scenario)
        })
    }

    /// Removes a scenario; the journal keeps it.
    ///
    /// # Errors
    /// Missing, where there is no such scenario; usage, where the name is a special one.
    pub fn remove_scenario(&mut self, code: &str) -> Result<Changed<()>> {
        self.change(|writer| {
            stored_scenario(writer, code)?;
            writer.remove::<Scenario>(code)?;
            Ok(())
        })
    }

    /// Keeps what the solver found as a scenario that remembers its question. Its name is in no language: the code, unless one is given.
    ///
    /// # Errors
    /// Usage, where the code cannot be one, or belongs to a scenario that a person put together.
    pub fn keep_solution(&mut self, asked: KeepSolution<'_>) -> Result<Changed<Scenario>> {
        let code = Scenario::code_of(asked.code, FaultKind::Usage)?;
        let question = problem::to_toml(&asked.solution.problem)?;
        self.change(|writer| {
            let before = need_found(writer, &code)?;
            let name = asked.name.map(clean_line).filter(|name| !name.is_empty());
            let mut scenario = Scenario {
                name: name.or_else(|| before.as_ref().map(|b| b.name.clone())).unwrap_or_else(|| code.clone()),
                programme: asked.solution.problem.programme.clone(),
                measures: Vec::new(),
                note: before.map(|before| before.note).unwrap_or_default(),
                problem: String::new(),
                code,
            };
            scenario.set_measures(asked.solution.chosen.iter().map(|measure| measure.code.clone()));
            scenario.problem = question;
            put(writer, scenario)
        })
    }
}

/// Whether a solution can be kept under a code, asked before a long search.
///
/// # Errors
/// As [`Desk::keep_solution`].
pub fn can_keep(reader: &Reader, code: &str) -> Result<()> {
    need_found(reader, &Scenario::code_of(code, FaultKind::Usage)?).map(|_| ())
}

fn need_found(reader: &Reader, code: &str) -> Result<Option<Scenario>> {
    match reader.scenario(code)? {
        Some(by_hand) if !by_hand.is_found() => Err(Fault::usage(ChooseWord::ByHand.said(&[&code]))),
        other => Ok(other),
    }
}

fn put(writer: &Writer<'_>, scenario: Scenario) -> Result<Scenario> {
    writer.put_scenario(&scenario)?;
    Ok(scenario)
}

fn need_free(reader: &Reader, code: &str) -> Result<()> {
    match reader.scenario(code)? {
        None => Ok(()),
        Some(_) => Err(Fault::usage(Say::Exists.said(&[&code])).hint(Say::ExistsHint.said(&[&code]))),
    }
}

/// The programme with a code; none for the empty one.
fn programme(reader: &Reader, code: Option<&str>) -> Result<Option<String>> {
    let Some(code) = code.map(clean_line).filter(|code| !code.is_empty()) else { return Ok(None) };
    let known = reader.all::<Programme>()?.iter().any(|p| p.code == code);
    if known { Ok(Some(code)) } else { Err(not_found(Kind::Programme, &code)) }
}

/// Codes of measures, each of which is there.
fn known(reader: &Reader, codes: impl IntoIterator<Item = String>) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for code in codes.into_iter().filter(|code| !code.is_empty()) {
        reader.measure(&code)?.ok_or_else(|| not_found(Kind::Measure, &code))?;
        all.push(code);
    }
    Ok(all)
}

/// What a special name stands for, in both languages.
pub fn special_name(code: &str) -> Said {
    let word = match code {
        "planned" => Say::SpecialPlanned,
        "approved" => Say::SpecialApproved,
        "in-force" => Say::SpecialInForce,
        _ => Say::SpecialNone,
    };
    word.said(&[])
}

/// The set of a special name (`planned`, `approved`, `in-force`, `none`) as of a day, as a scenario; nothing for another name.
pub fn special_scenario(all: &[Measure], name: &str, day: Date, lang: Lang) -> Option<Scenario> {
    let measures = reserved(all, name, day)?;
    let code = name.replace('_', "-");
    Some(Scenario {
        name: special_name(&code).text(lang).to_owned(),
        measures: measures.into_iter().map(str::to_owned).collect(),
        code,
        programme: None,
        note: String::new(),
        problem: String::new(),
    })
}

/// The scenario of a name, special or stored, given all measures of the workspace.
///
/// # Errors
/// As [`stored_scenario`].
pub fn named_scenario(reader: &Reader, all: &[Measure], code: &str, day: Date, lang: Lang) -> Result<Scenario> {
    special_scenario(all, code, day, lang).map_or_else(|| stored_scenario(reader, code), Ok)
}

/// The stored scenario with a code.
///
/// # Errors
/// Missing, when there is none: says which there are. Usage, when it is a special name: says how to vary it.
pub fn stored_scenario(reader: &Reader, code: &str) -> Result<Scenario> {
    if let Some(scenario) = reader.scenario(code)? {
        return Ok(scenario);
    }
    if is_reserved(code) {
        return Err(Fault::usage(Say::NotStored.said(&[&code])).hint(Say::NotStoredHint.said(&[&code])));
    }
    let known: Vec<String> = reader.all::<Scenario>()?.into_iter().map(|s| s.code).collect();
    let known = if known.is_empty() { "–".to_owned() } else { known.join(", ") };
    Err(Fault::missing(Say::UnknownScenario.said(&[&code]))
        .hint(Say::UnknownScenarioHint.said(&[&known, &RESERVED.join(", ")])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::tests::{desk, workspace};
    use crate::store::Workspace;

    fn new<'a>(code: &'a str, measures: Chosen<'a>) -> NewScenario<'a> {
        NewScenario { code, name: None, programme: None, note: "", measures }
    }

    fn with(codes: &[&str]) -> Workspace {
        let mut workspace = workspace();
        let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
        desk(&mut workspace).new_scenario(new("a", &|_| Ok(codes.clone()))).unwrap();
        workspace
    }

    fn measures(workspace: &Workspace, code: &str) -> String {
        workspace.scenario(code).unwrap().unwrap().measures.join(" ")
    }

    #[test]
    fn a_scenario_is_made_of_what_is_there_under_a_code_that_can_be_named() {
        let mut workspace = with(&["m2", "m1", "m2"]);
        assert_eq!(measures(&workspace, "a"), "m1 m2");
        let kind =
            |asked: NewScenario<'_>, workspace: &mut Workspace| desk(workspace).new_scenario(asked).unwrap_err().kind();
        let none: Chosen<'_> = &|_| Ok(Vec::new());
        assert_eq!(kind(new("-x,y", none), &mut workspace), FaultKind::Usage);
        assert_eq!(kind(new("a", none), &mut workspace), FaultKind::Usage, "taken");
        assert_eq!(kind(new("b", &|_| Ok(vec!["m9".into()])), &mut workspace), FaultKind::Missing);
        let over = NewScenario { programme: Some("p9"), ..new("b", none) };
        assert_eq!(kind(over, &mut workspace), FaultKind::Missing);
        assert_eq!(workspace.all::<Scenario>().unwrap().len(), 1, "what is refused changes nothing");
    }

    #[test]
    fn edits_are_done_to_what_is_stored_now() {
        let mut workspace = with(&["m1"]);
        let (m2, m1) = (["m2".to_owned()], ["m1".to_owned()]);
        let edit = EditScenario { code: "a", add: &m2, ..Default::default() };
        desk(&mut workspace).edit_scenario(edit).unwrap();
        // Somebody whose screen still shows m1 alone drops it: m2 stays.
        let edit = EditScenario { code: "a", drop: &m1, gone_is_fine: true, ..Default::default() };
        desk(&mut workspace).edit_scenario(edit).unwrap();
        assert_eq!(measures(&workspace, "a"), "m2");
        assert!(desk(&mut workspace).edit_scenario(edit).is_ok(), "gone already");
        let strict = EditScenario { gone_is_fine: false, ..edit };
        assert_eq!(desk(&mut workspace).edit_scenario(strict).unwrap_err().kind(), FaultKind::Usage);
    }

    #[test]
    fn a_copy_of_a_solution_answers_no_question_and_a_stage_lends_no_name() {
        let mut workspace = with(&["m1"]);
        let mut found = workspace.scenario("a").unwrap().unwrap();
        found.problem = "budget = \"3\"\n".into();
        desk(&mut workspace).change(|writer| writer.put_scenario(&found)).unwrap();
        let copy = CopyScenario { from: "a", code: "b", name: None, programme: None };
        let copied = desk(&mut workspace).copy_scenario(copy).unwrap().value;
        assert_eq!((copied.measures.join(" ").as_str(), copied.is_found()), ("m1", false));
        let copy = CopyScenario { from: "planned", code: "c", ..copy };
        let copied = desk(&mut workspace).copy_scenario(copy).unwrap().value;
        assert_eq!((copied.name.as_str(), copied.measures.join(" ").as_str()), ("c", "m1 m2 m3"));
    }
}
