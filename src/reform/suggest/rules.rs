//! How components of dossiers are read for suggestions: words and phrases, as data (`catalog/suggestion-rules.toml`).

use serde::Deserialize;

/// The rules. Every phrase is compared folded, as whole words; a comma in it is a comma of the text.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuggestRules {
    /// How a component is read.
    pub reading: ReadingRules,
    /// Papers that data of the state makes superfluous.
    pub data: DataRules,
    /// Certified copies.
    pub certified: CertifiedRules,
    /// Reports filed on paper.
    pub report: ReportRules,
    /// Where the rules come from.
    pub source: String,
}

/// How a component is read.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadingRules {
    /// Components that explain and ask for nothing: they, or the heading of their group, begin with one of these.
    pub explaining: Vec<String>,
    /// A part that begins with one of these is written by the applicant, or is another paper: what it mentions is not asked for.
    pub forms: Vec<String>,
    /// Words that may stand before the first word of a paper ("bản sao", "01").
    pub leads: Vec<String>,
    /// What follows is a condition.
    pub conditions: Vec<String>,
    /// What follows is content of another paper.
    pub contents: Vec<String>,
    /// What follows is asked for, even after a condition or a form.
    pub asks: Vec<String>,
    /// The part says that what it mentions need not be handed in.
    pub negations: Vec<String>,
    /// The part says that data is used instead.
    pub data_used: Vec<String>,
    /// In such a part: it means every paper of the component.
    pub every_paper: Vec<String>,
    /// A paper right after one of these is only mentioned.
    pub not_after: Vec<String>,
    /// The part speaks of papers of another state.
    pub foreign: Vec<String>,
    /// The paper is shown, not handed in.
    pub shown: Vec<String>,
    /// Words that join papers in a part.
    pub joins: Vec<String>,
    /// Those of them after which a paper stands in the place of the one before.
    pub alternatives: Vec<String>,
    /// Beside a paper, these ask for no other paper.
    pub equivalents: Vec<String>,
}

/// Papers that data of the state makes superfluous.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DataRules {
    /// Kind of measure that is suggested.
    pub kind: String,
    /// Procedures that deal with papers of other states: their name holds one of these.
    pub foreign_procedures: Vec<String>,
    /// Procedures whose point is one of the papers, beyond those whose name mentions it.
    #[serde(default)]
    pub not_in: Vec<NotIn>,
}

/// Where an item is not suggested.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotIn {
    /// Database and item, `customs.declaration`.
    pub item: String,
    /// The name of the procedure holds one of these.
    pub procedures: Vec<String>,
}

/// Certified copies.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertifiedRules {
    /// Kind of measure that is suggested.
    pub kind: String,
    /// How components ask for a certified copy.
    pub phrases: Vec<String>,
    /// A plain or electronic copy is taken too, or the paper comes from another state: nothing to suggest.
    pub unless: Vec<String>,
    /// Words by which a text speaks of certification at all: where the record marks a component as certified and its text holds
    /// none of these, the mark alone is evidence.
    pub words: Vec<String>,
    /// Procedures whose point is certification: their name holds one of these.
    pub not_in: Vec<String>,
}

/// Reports filed on paper.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportRules {
    /// Kind of measure that is suggested.
    pub kind: String,
    /// Reports that are electronic though the catalogue does not mark them: their name holds one of these.
    pub unless: Vec<String>,
}
