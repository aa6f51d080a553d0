//! Agencies: who issues, decides and is responsible.

use super::noun::{CODE, Description, Field, NAME, NAME_EN, Noun, SOURCE, choice, day, list, text, word};
use super::valid::Checks;
use super::{Valid, Way, Wrong};
use crate::text::Lang;
use crate::words::Message;
use crate::words::assign::AssignWord;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

crate::words::named! {
    /// What kind of agency it is.
    AgencyKind {
        /// Bộ.
        Ministry = "ministry" { vi: "bộ", en: "ministry" },
        /// Cơ quan ngang bộ.
        MinisterialBody = "ministerial_body" { vi: "cơ quan ngang bộ", en: "ministerial body" },
        /// Cơ quan thuộc Chính phủ and others at the centre.
        CentralBody = "central_body" { vi: "cơ quan khác ở trung ương", en: "other central body" },
        /// Tỉnh, thành phố trực thuộc trung ương.
        Province = "province" { vi: "tỉnh, thành phố", en: "province" },
        /// Anything else.
        Other = "other" { vi: "cơ quan khác", en: "other" },
    }
}

/// What stands for every ministry and ministerial body among leads.
pub const MINISTRIES: &str = "ministries";

/// What stands for every province among leads.
pub const PROVINCES: &str = "provinces";

/// An agency. It has a validity: agencies merged in 2025 stay as names that resolve to their successor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// Short code as in instrument numbers, for example `BTP`, or `T01` for a province (T and the official two digits).
    pub code: String,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// Kind.
    pub kind: AgencyKind,
    /// Official code of the unit, where there is one (provinces).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub official_code: Option<String>,
    /// Other names that mean this agency: abbreviations, and agencies that it succeeded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<AgencyName>,
    /// Who takes over from it, each from a day on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub successors: Vec<Successor>,
    /// Where the facts come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

impl Noun for Agency {
    const DESCRIPTION: &'static Description = &Description {
        name: "agency",
        word: word("cơ quan", "agency"),
        keys: 1,
        alike: None,
        fields: &[
            CODE,
            NAME,
            NAME_EN.or_none(),
            choice::<AgencyKind>("kind", "agency_kind", "loại", "kind"),
            text("official_code", "mã định danh", "official code").or_none(),
            list("names", &[NAME, day("until", "đến ngày", "until").or_none()], "tên khác", "other names").or_empty(),
            list("successors", SUCCESSOR, "cơ quan kế thừa", "successors").or_empty(),
            SOURCE.or_empty(),
        ],
        parts: &[],
    };
}

impl Agency {
    /// Whom a letter to it addresses: of a province its People's Committee (`Ủy ban nhân dân tỉnh Cao Bằng`), of everybody else the
    /// name. Within a sentence `tỉnh` and `thành phố` are small letters but in the name of Thành phố Hồ Chí Minh (Nghị định
    /// 30/2020/NĐ-CP, Phụ lục II, mục III).
    pub fn addressee(&self, lang: Lang) -> String {
        let english = self.name_en.as_ref().unwrap_or(&self.name);
        match (self.kind, lang) {
            (AgencyKind::Province, Lang::Vi) => {
                let name = match self.name.strip_prefix("Tỉnh ") {
                    Some(name) => format!("tỉnh {name}"),
                    None if self.name == "Thành phố Hồ Chí Minh" => self.name.clone(),
                    None => self.name.replacen("Thành phố ", "thành phố ", 1),
                };
                format!("Ủy ban nhân dân {name}")
            }
            (AgencyKind::Province, Lang::En) => format!("People's Committee of {english}"),
            (_, Lang::Vi) => self.name.clone(),
            (_, Lang::En) => english.clone(),
        }
    }
}

/// Another name by which older records know an agency.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgencyName {
    /// The name or abbreviation.
    pub name: String,
    /// The last day on which it was in use, if it no longer is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// An agency that takes over from another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Successor {
    /// Code of the agency.
    pub agency: String,
    /// The first day on which it stands for the other.
    pub from: Date,
}

const SUCCESSOR: &[Field] = &[text("agency", "cơ quan", "agency"), day("from", "từ ngày", "from")];

/// An agency needs a code, and no day two successors.
impl Valid for Agency {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.code(Way::to("code"), &self.code);
        let days: Vec<String> = self.successors.iter().map(|one| one.from.to_string()).collect();
        checks.once(days.iter().map(String::as_str), |at| Way::to("successors").at(at).field("from"));
        checks.done()
    }
}

/// The names of agencies by code, in one language; groups of agencies have names too.
#[derive(Debug)]
pub struct AgencyNames(HashMap<String, String>);

impl AgencyNames {
    /// The names of some agencies.
    pub fn new(agencies: &[Agency], lang: Lang) -> Self {
        let groups = [(MINISTRIES, AssignWord::Ministries), (PROVINCES, AssignWord::Provinces)];
        let groups = groups.map(|(code, word)| (code.to_owned(), word.text(lang).to_owned()));
        let agencies = agencies.iter().map(|agency| (agency.code.clone(), agency.name_in(lang).to_owned()));
        Self(agencies.chain(groups).collect())
    }

    /// The name behind a code, where the catalogue knows it.
    pub fn get(&self, code: &str) -> Option<&str> {
        self.0.get(code).map(String::as_str)
    }

    /// The name behind a code; the code itself where the catalogue does not know it.
    pub fn of<'n>(&'n self, code: &'n str) -> &'n str {
        self.get(code).unwrap_or(code)
    }

    /// Some codes, those of groups by name: no reader knows `ministries`.
    pub fn codes(&self, codes: &[String]) -> String {
        let code = |code: &String| {
            if [MINISTRIES, PROVINCES].contains(&code.as_str()) { self.of(code) } else { code }.to_owned()
        };
        codes.iter().map(code).collect::<Vec<_>>().join(", ")
    }

    /// The names behind some codes.
    pub fn list(&self, codes: &[String]) -> String {
        codes.iter().map(|code| self.of(code)).collect::<Vec<_>>().join(", ")
    }
}

impl From<AgencyNames> for HashMap<String, String> {
    fn from(names: AgencyNames) -> Self {
        names.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agency(name: &str, name_en: &str, kind: AgencyKind) -> Agency {
        let (code, name, name_en) = ("X".to_owned(), name.to_owned(), Some(name_en.to_owned()));
        Agency {
            code,
            name,
            name_en,
            kind,
            official_code: None,
            names: Vec::new(),
            successors: Vec::new(),
            source: String::new(),
        }
    }

    /// As the letters of the Government Office address them (Công văn 9061/VPCP-CN of 20/11/2023).
    #[test]
    fn a_letter_to_a_province_goes_to_its_peoples_committee() {
        for (name, said) in [
            ("Tỉnh Cao Bằng", "Ủy ban nhân dân tỉnh Cao Bằng"),
            ("Thành phố Hà Nội", "Ủy ban nhân dân thành phố Hà Nội"),
            ("Thành phố Hồ Chí Minh", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ] {
            assert_eq!(agency(name, "", AgencyKind::Province).addressee(Lang::Vi), said);
        }
        let cao_bang = agency("Tỉnh Cao Bằng", "Cao Bang Province", AgencyKind::Province);
        assert_eq!(cao_bang.addressee(Lang::En), "People's Committee of Cao Bang Province");
        assert_eq!(agency("Bộ Công an", "", AgencyKind::Ministry).addressee(Lang::Vi), "Bộ Công an");
    }
}
