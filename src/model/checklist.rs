//! Checklists of a review (phiếu rà soát): the questions that an officer asks of each regulation, and what was answered.

use super::Kind;
use super::noun::{
    CODE, Description, Field, ID, NAME, NAME_EN, NOTE, Noun, PERSON, SOURCE, choice, day, list, rests_on, text, word,
};
use super::valid::Checks;
use super::{Valid, Way, Wrong};
use crate::text::{Lang, fold};
use crate::words::in_language;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

crate::words::named! {
    /// What is answered to a question of a checklist.
    Answered {
        /// Có.
        Yes = "yes" { vi: "có", en: "yes" },
        /// Một phần.
        Partly = "partly" { vi: "một phần", en: "partly" },
        /// Không.
        No = "no" { vi: "không", en: "no" },
        /// Không áp dụng.
        NotApplicable = "not_applicable" { vi: "không áp dụng", en: "not applicable" },
    }
}

impl Answered {
    /// Reads an answer by its stable name or by its word in either language, without marks.
    pub fn read(typed: &str) -> Option<Self> {
        let typed = fold(&typed.replace(['_', '-'], " "));
        let is = |one: &&Self| {
            [one.name().replace('_', " "), fold(one.word(Lang::Vi)), fold(one.word(Lang::En))].contains(&typed)
        };
        Self::ALL.iter().find(is).copied()
    }
}

/// The questions of a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    /// Code, unique in the workspace.
    pub code: String,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// The questions, in their order.
    pub questions: Vec<Question>,
    /// Where they come from, and what of that could not be checked.
    pub source: String,
}

/// A question of a checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Unique within the checklist, for example `necessity.1`.
    pub id: String,
    /// The criterion to which it belongs, in Vietnamese.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub group: String,
    /// The criterion in English.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub group_en: String,
    /// What is asked, in Vietnamese.
    pub text: String,
    /// What is asked, in English.
    pub text_en: String,
    /// The answer with which nothing is wrong.
    pub good: Answered,
    /// The kind of measure that any other answer suggests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggests: Option<String>,
}

/// What was answered to a question for a regulation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewAnswer {
    /// Code of the regulation.
    pub regulation: String,
    /// Code of the checklist.
    pub checklist: String,
    /// Id of the question.
    pub question: String,
    /// The answer.
    pub answer: Answered,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Who answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// On which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
}

const QUESTION: &[Field] = &[
    ID,
    text("group", "tiêu chí", "criterion").or_empty(),
    text("group_en", "tiêu chí tiếng Anh", "criterion in English").or_empty(),
    text("text", "câu hỏi", "question"),
    text("text_en", "câu hỏi tiếng Anh", "question in English"),
    choice::<Answered>("good", "answer", "câu trả lời đạt", "answer that passes"),
    rests_on(Kind::MeasureKind, "suggests", "gợi ý loại phương án", "suggested kind of measure").or_none(),
];

impl Noun for Checklist {
    const DESCRIPTION: &'static Description = &Description {
        name: "checklist",
        word: word("phiếu rà soát", "checklist"),
        keys: 1,
        alike: None,
        fields: &[CODE, NAME, NAME_EN.or_none(), list("questions", QUESTION, "các câu hỏi", "questions"), SOURCE],
        parts: &[],
    };
}

impl Noun for ReviewAnswer {
    const DESCRIPTION: &'static Description = &Description {
        name: "review_answer",
        word: word("câu trả lời rà soát", "review answer"),
        keys: 3,
        alike: None,
        fields: &[
            rests_on(Kind::Regulation, "regulation", "quy định", "regulation"),
            rests_on(Kind::Checklist, "checklist", "phiếu rà soát", "checklist"),
            text("question", "câu hỏi", "question"),
            choice::<Answered>("answer", "answer", "trả lời", "answer"),
            NOTE,
            PERSON,
            day("date", "ngày", "date").or_none(),
        ],
        parts: &[],
    };
}

impl Question {
    /// Whether an answer says that something is wrong with the regulation.
    pub fn finds(&self, answer: Answered) -> bool {
        answer != self.good && answer != Answered::NotApplicable
    }

    /// The question in one language.
    pub fn text_in(&self, lang: Lang) -> &str {
        in_language(&self.text, &self.text_en, lang)
    }

    /// Its criterion in one language.
    pub fn group_in(&self, lang: Lang) -> &str {
        in_language(&self.group, &self.group_en, lang)
    }
}

impl Checklist {
    /// The question with an id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// Of the answers that regulations have, those to its questions, in their order.
    pub fn answers<'a>(&'a self, given: &'a [ReviewAnswer]) -> impl Iterator<Item = (&'a Question, &'a ReviewAnswer)> {
        self.questions.iter().flat_map(move |question| {
            let to = move |one: &&ReviewAnswer| one.checklist == self.code && one.question == question.id;
            given.iter().filter(to).map(move |one| (question, one))
        })
    }
}

impl Valid for Checklist {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.code(Way::to("code"), &self.code);
        checks.once(self.questions.iter().map(|one| one.id.as_str()), |at| Way::to("questions").at(at).field("id"));
        for (at, question) in self.questions.iter().enumerate() {
            let way = |field: &str| Way::to("questions").at(at).field(field);
            checks.code(way("id"), &question.id);
            checks.given(way("text"), &question.text);
        }
        checks.done()
    }
}

impl Valid for ReviewAnswer {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.given(Way::to("question"), &self.question);
        checks.day(Way::to("date"), self.date);
        checks.done()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_in_both_languages_and_only_the_good_one_finds_nothing() {
        for (typed, answer) in [
            ("yes", Answered::Yes),
            ("Có", Answered::Yes),
            ("KHÔNG", Answered::No),
            ("khong ap dung", Answered::NotApplicable),
            ("not-applicable", Answered::NotApplicable),
            ("một phần", Answered::Partly),
        ] {
            assert_eq!(Answered::read(typed), Some(answer), "{typed}");
        }
        assert_eq!(Answered::read("có lẽ"), None);
        let text = String::new;
        let question = Question {
            id: "q".into(),
            group: text(),
            group_en: text(),
            text: text(),
            text_en: text(),
            good: Answered::No,
            suggests: None,
        };
        let found: Vec<bool> = Answered::ALL.iter().map(|answer| question.finds(*answer)).collect();
        assert_eq!(found, [true, true, false, false]);
    }
}
