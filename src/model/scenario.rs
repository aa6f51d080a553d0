//! Scenarios (kịch bản): named sets of measures over a baseline.

use super::Kind;
use super::noun::{CODE, Description, NAME, NOTE, Noun, rests_on, text, texts, word};
use super::valid::Checks;
use super::{Measure, Stage, Valid, Way, Wrong};
use crate::text::clean_line;
use crate::words::scenario::ScenarioWord as Say;
use crate::words::{Fault, FaultKind, Message, Result};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Names that stand for the measures of a stage, or for none, and so for no stored scenario.
pub const RESERVED: [&str; 4] = ["planned", "approved", "in-force", "none"];

/// Whether a name stands for a set of its own, in either spelling (`in-force`, `in_force`).
pub fn is_reserved(name: &str) -> bool {
    RESERVED.contains(&name.replace('_', "-").as_str())
}

/// The codes of the measures that such a name stands for on a day; nothing where it is the name of no such set.
pub fn reserved<'m>(measures: &'m [Measure], name: &str, as_of: Date) -> Option<Vec<&'m str>> {
    let stage = match name.replace('-', "_").as_str() {
        "none" => return Some(Vec::new()),
        stage => Stage::parse(stage)?,
    };
    let counts = |m: &&Measure| m.status_on(as_of).is_some_and(|status| status.counts_at(stage));
    Some(measures.iter().filter(counts).map(|m| m.code.as_str()).collect())
}

/// A named set of measures. Its figures are computed when they are asked for; none is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Code, unique in the workspace.
    pub code: String,
    /// Name.
    pub name: String,
    /// The programme over whose baseline it stands; the living catalogue when nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<String>,
    /// Codes of its measures, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<String>,
    /// A remark, for example the scenario that it varies.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The question that it answers, in TOML, when it was found by `scenario solve`; empty when a person put it together.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub problem: String,
}

impl Noun for Scenario {
    const DESCRIPTION: &'static Description = &Description {
        name: "scenario",
        word: word("kịch bản", "scenario"),
        keys: 1,
        alike: None,
        fields: &[
            CODE,
            NAME,
            rests_on(Kind::Programme, "programme", "chương trình", "programme").or_none(),
            texts("measures", "các phương án", "measures").or_empty().refers(&["measure"]),
            NOTE,
            text("problem", "bài toán", "problem").long().or_empty(),
        ],
        parts: &[],
    };
}

impl Valid for Scenario {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.given(Way::to("code"), &self.code);
        if !self.code.is_empty() && Self::code_of(&self.code, FaultKind::Input).map_or(true, |code| code != self.code) {
            checks.add(Way::to("code"), Some(Say::BadCode.said(&[&self.code])));
        }
        checks.done()
    }
}

impl Scenario {
    /// A code as a scenario may bear it, cleaned: one word that can be written on the command line and in a list of codes (no blanks,
    /// no comma, no stroke in front), and no name that stands for something else.
    ///
    /// # Errors
    /// A fault of the kind that is given, when the text is no such code: of usage where a person typed it, of input where it was read.
    pub fn code_of(text: &str, kind: FaultKind) -> Result<String> {
        let code = clean_line(text);
        let odd = code.starts_with('-') || code.contains(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
        if code.is_empty() || odd || is_reserved(&code) {
            let hint = Say::BadCodeHint.said(&[&RESERVED.join(", ")]);
            return Err(Fault::new(kind, Say::BadCode.said(&[&code])).hint(hint));
        }
        Ok(code)
    }

    /// Whether it is as the solver left it: it remembers the question that it answers.
    pub fn is_found(&self) -> bool {
        !self.problem.is_empty()
    }

    /// Makes its measures other ones, each named once, in order. A set that changed no longer answers the question that it was found
    /// for, so that the question goes.
    pub fn set_measures(&mut self, measures: impl IntoIterator<Item = String>) {
        let mut measures: Vec<String> = measures.into_iter().collect();
        measures.sort();
        measures.dedup();
        if measures != self.measures {
            self.problem.clear();
            self.measures = measures;
        }
    }

    /// The scenario under another code, to be varied: what a solver found answers its question, and a copy no longer does.
    #[must_use]
    pub fn copied(self, code: String) -> Self {
        Self { code, problem: String::new(), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scenario(measures: &[&str], problem: &str) -> Scenario {
        Scenario {
            code: "a".into(),
            name: "A".into(),
            programme: None,
            measures: measures.iter().map(|m| (*m).into()).collect(),
            note: String::new(),
            problem: problem.into(),
        }
    }

    #[test]
    fn a_code_is_one_word_that_can_be_named() {
        for bad in ["", " ", "-x,y", "-x", "x,y", "x;y", "a b", "planned", "in_force", "in-force", "none", "a\u{a0}b"] {
            let fault = Scenario::code_of(bad, FaultKind::Input).unwrap_err();
            assert_eq!(fault.kind(), FaultKind::Input, "{bad}");
        }
        for (typed, code) in [(" best ", "best"), ("kb-1", "kb-1"), ("kịch_bản", "kịch_bản")] {
            assert_eq!(Scenario::code_of(typed, FaultKind::Usage).unwrap(), code);
        }
    }

    #[test]
    fn a_set_that_changes_or_is_copied_answers_no_question() {
        let mut found = scenario(&["m1", "m2"], "budget = 3");
        found.set_measures(["m2".to_owned(), "m1".to_owned(), "m2".to_owned()]);
        assert!(found.is_found(), "the same set");
        found.set_measures(["m3".to_owned(), "m1".to_owned()]);
        assert_eq!((found.measures.join(" "), found.is_found()), ("m1 m3".to_owned(), false));
        let copy = scenario(&["m1"], "budget = 3").copied("b".into());
        assert_eq!((copy.code.as_str(), copy.is_found()), ("b", false));
    }
}
