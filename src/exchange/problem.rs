//! Problems of choosing in TOML: read, written, and written with remarks for editing.

use super::{input, toml_text};
use crate::reform::choose::{Problem, Wanted};
use crate::text::{Lang, clean_line};
use crate::words::choose::ChooseWord as Say;
use crate::words::{Fault, Message, Result};
use std::path::Path;

/// Reads a problem; all names are cleaned.
///
/// # Errors
/// Bad input, with file, line and column: not TOML, an unknown field, a wrong value.
pub fn read(path: &Path) -> Result<Problem> {
    from_toml(&input::text(path)?).map_err(|fault| fault.in_file(path))
}

/// Reads a problem from a text.
///
/// # Errors
/// Bad input, with line and column: not TOML, an unknown field, a wrong value.
pub fn from_toml(text: &str) -> Result<Problem> {
    let fault = || Fault::input(Say::BadProblem.said(&[])).hint(Say::BadProblemHint.said(&[]));
    let mut problem: Problem = toml_text::read(text, fault)?;
    problem.targets.iter().try_for_each(Wanted::check)?;
    let agencies = problem.targets.iter_mut().filter_map(|target| target.agency.as_mut());
    let linked = problem.conflicts.iter_mut().flat_map(|conflict| &mut conflict.measures);
    let needs = problem.precedences.iter_mut().flat_map(|p| p.needs.iter_mut().chain([&mut p.measure]));
    let lists = [&mut problem.agencies, &mut problem.kinds, &mut problem.exclude, &mut problem.require];
    let named = lists.into_iter().flatten().chain(agencies).chain(linked).chain(needs);
    let named = named.chain(problem.programme.as_mut()).chain(problem.max_level.as_mut());
    named.for_each(|name| *name = clean_line(name));
    Ok(problem)
}

/// Writes a problem.
///
/// # Errors
/// Anything else, when it cannot be written in TOML.
pub fn to_toml(problem: &Problem) -> Result<String> {
    toml::to_string(problem).map_err(|error| Fault::other(Say::BadProblem.said(&[])).because(error))
}

/// What can be stated, in order, with an example of each.
const FIELDS: [(&str, Say, &str); 16] = [
    ("programme", Say::AboutProgramme, "programme = \"nq66-2026\""),
    ("objective", Say::AboutObjective, "objective = \"least_effort\""),
    ("budget", Say::AboutBudget, "budget = 200"),
    ("stage", Say::AboutStage, "stage = \"planned\""),
    ("max_level", Say::AboutLevel, "max_level = \"decree\""),
    ("due_by", Say::AboutDue, "due_by = \"2026-12-31\""),
    ("agencies", Say::AboutAgencies, "agencies = [\"BTP\"]"),
    ("kinds", Say::AboutKinds, "kinds = [\"remove-component\"]"),
    ("exclude", Say::AboutExclude, "exclude = [\"1.004222-m1\"]"),
    ("require", Say::AboutRequire, "require = [\"1.004222-m2\"]"),
    ("seconds", Say::AboutSeconds, "seconds = 60"),
    ("gap", Say::AboutGap, "gap = \"0.5\""),
    (
        "target",
        Say::AboutTarget,
        "[[target]]\nmetric = \"cost_saved\"\npercent = 20\nagency = \"BTP\"\nkinds = [\"procedure\"]",
    ),
    ("", Say::AboutMetrics, ""),
    ("conflict", Say::AboutConflict, "[[conflict]]\nmeasures = [\"1.004222-m1\", \"1.004222-m2\"]"),
    ("precedence", Say::AboutPrecedence, "[[precedence]]\nmeasure = \"1.004222-m1\"\nneeds = [\"1.004222-m2\"]"),
];

/// Writes a problem for editing: every field with a remark; what it does not state stands there as an example that does not count.
///
/// # Errors
/// Anything else, when it cannot be written in TOML.
pub fn with_remarks(problem: &Problem, lang: Lang) -> Result<String> {
    let bad = |error: toml::ser::Error| Fault::other(Say::BadProblem.said(&[])).because(error);
    let stated = toml::Table::try_from(problem).map_err(bad)?;
    let mut out = format!("# {}\n", Say::AboutProblem.text(lang));
    for (field, about, example) in FIELDS {
        if field == "target" || !example.starts_with("[[") && !field.is_empty() {
            out.push('\n');
        }
        out.push_str(&format!("# {}\n", about.text(lang)));
        match stated.get(field) {
            Some(value) => {
                let one = toml::Table::from_iter([(field.to_owned(), value.clone())]);
                out.push_str(&toml::to_string(&one).map_err(bad)?);
            }
            None => example.lines().for_each(|line| out.push_str(&format!("# {line}\n"))),
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{Fraction, Metric};
    use crate::reform::choose::{Conflict, Objective, Precedence, Wanted};

    fn full() -> Problem {
        Problem {
            programme: Some("nq66-2026".into()),
            objective: Objective::GreatestSaving,
            budget: Some(Fraction::whole(40)),
            max_level: Some("decree".into()),
            exclude: vec!["m1".into()],
            targets: vec![Wanted {
                agency: Some("BTP".into()),
                ..Wanted::percent(Metric::TimeSaved, Fraction::whole(20))
            }],
            conflicts: vec![Conflict { measures: vec!["m2".into(), "m3".into()] }],
            precedences: vec![Precedence { measure: "m4".into(), needs: vec!["m5".into()] }],
            ..Problem::default()
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for problem in [full(), Problem::default()] {
            assert_eq!(from_toml(&to_toml(&problem).unwrap()).unwrap(), problem);
            for lang in [Lang::Vi, Lang::En] {
                assert_eq!(from_toml(&with_remarks(&problem, lang).unwrap()).unwrap(), problem);
            }
        }
    }

    /// The examples in the remarks are good TOML, of fields that there are.
    #[test]
    fn every_example_can_be_used() {
        for (field, _, example) in FIELDS {
            let read = from_toml(example).unwrap();
            assert!(field.is_empty() || example.contains(field));
            assert!(
                field.is_empty() || ["objective", "stage", "seconds"].contains(&field) || read != Problem::default()
            );
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let fault =
            from_toml("objective = \"least_effort\"\n\n[[target]]\nmetric = \"money\"\npercent = 20\n").unwrap_err();
        let place = fault.place().unwrap();
        assert_eq!((place.line, place.column), (Some(4), Some(10)));
        let fault = from_toml("budget = 10\nexlude = []\n").unwrap_err();
        assert_eq!(fault.place().unwrap().line, Some(2));
    }
}
