//! The register of data that the state already holds, which no one should have to hand in again.

use super::Kind;
use super::noun::{Description, Field, ID, NAME, NAME_EN, Noun, SOURCE, cites, list, rests_on, texts, word};
use super::valid::Checks;
use super::{Valid, Way, Wrong};
use serde::{Deserialize, Serialize};

/// A database of the state and what of dossiers it makes superfluous.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StateData {
    /// Unique, for example `population`.
    pub id: String,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// Code of the agency that keeps it.
    pub holder: String,
    /// Number of the instrument that founds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<String>,
    /// What it holds.
    pub items: Vec<StateDataItem>,
    /// Where the facts come from.
    pub source: String,
}

const ITEM: &[Field] = &[
    ID,
    NAME,
    NAME_EN,
    texts("phrases", "cụm từ nhận ra", "phrases"),
    texts("unless", "trừ khi có", "unless").or_empty(),
];

impl Noun for StateData {
    const DESCRIPTION: &'static Description = &Description {
        name: "state_data",
        word: word("dữ liệu Nhà nước đã có", "state data"),
        keys: 1,
        alike: None,
        fields: &[
            ID,
            NAME,
            NAME_EN,
            rests_on(Kind::Agency, "holder", "cơ quan chủ quản cơ sở dữ liệu", "database owner"),
            cites("instrument", "văn bản", "instrument").or_none(),
            list("items", ITEM, "các mục", "items"),
            SOURCE,
        ],
        parts: &[],
    };
}

/// One thing that a database holds, and how dossiers call it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StateDataItem {
    /// Unique within the database, for example `birth`.
    pub id: String,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// Phrases by which components of dossiers name it, compared folded, as whole words.
    pub phrases: Vec<String>,
    /// Phrases in whose presence the component is something else, compared folded, as whole words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unless: Vec<String>,
}

impl Valid for StateData {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.given(Way::to("id"), &self.id);
        checks.once(self.items.iter().map(|item| item.id.as_str()), |at| Way::to("items").at(at).field("id"));
        checks.done()
    }
}
