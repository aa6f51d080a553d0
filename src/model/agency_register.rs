//! Which agency a name means: by its code, its names, those that it had before, the usual abbreviations of them; and to which agency a
//! department or a commune belongs, where its name says so.

use super::instrument::normal_number;
use super::{Agency, AgencyKind};
use crate::text::fold;
use std::collections::HashMap;

/// The agencies of a catalogue by every name by which these are known.
#[derive(Debug, Clone, Default)]
pub struct AgencyRegister {
    /// Codes by name, folded.
    names: HashMap<String, String>,
    /// Codes by the words of names; nothing where the words mean two agencies.
    words: HashMap<String, Option<String>>,
    /// The bare names of provinces, with their codes.
    provinces: Vec<(String, String)>,
}

impl AgencyRegister {
    /// The register of some agencies.
    pub fn of(agencies: &[Agency]) -> Self {
        let mut register = Self::default();
        agencies.iter().for_each(|agency| register.add(agency));
        register
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Adds the names of an agency. A present name wins over a former one.
    pub fn add(&mut self, agency: &Agency) {
        let code = &agency.code;
        for name in [code, &agency.name].into_iter().chain(&agency.name_en) {
            self.names.insert(fold(name), code.clone());
        }
        for name in &agency.names {
            self.names.entry(fold(&name.name)).or_insert_with(|| code.clone());
        }
        for name in [&agency.name].into_iter().chain(agency.names.iter().map(|name| &name.name)) {
            let words = words(name);
            for short in initials(&words) {
                self.note(short, code);
            }
            if agency.kind == AgencyKind::Province {
                let bare = ["tinh ", "thanh pho "].iter().find_map(|head| words.strip_prefix(head)).unwrap_or(&words);
                self.provinces.push((bare.to_owned(), code.clone()));
            }
            self.note(words, code);
        }
        self.note(words(code), code);
    }

    fn note(&mut self, words: String, code: &str) {
        let known = self.words.entry(words).or_insert_with(|| Some(code.to_owned()));
        if known.as_deref() != Some(code) {
            *known = None;
        }
    }

    /// The code of the agency that goes by a code, name, former name or usual abbreviation: `Bộ TN&MT`, `UBND TP.HCM`,
    /// `UBND tỉnh Bà Rịa – Vũng Tàu`.
    pub fn resolve(&self, name: &str) -> Option<String> {
        if let Some(code) = self.names.get(&fold(name.trim())) {
            return Some(code.clone());
        }
        let words = words(name);
        let known = |words: &str| self.words.get(words).cloned().flatten();
        if let Some(code) = known(&words) {
            return Some(code);
        }
        if let Some(rest) = words.strip_prefix("bo ") {
            return known(&format!("bo {}", rest.replace(' ', "")));
        }
        let rest = COUNCILS.iter().find_map(|head| words.strip_prefix(head))?.trim();
        known(rest).or_else(|| self.province(rest))
    }

    /// The same; of a department or a commune whose name ends in that of its province, the province.
    pub fn answering(&self, name: &str) -> Option<String> {
        if let Some(code) = self.resolve(name) {
            return Some(code);
        }
        let words = words(name);
        let tail = |mark: &str| words.rfind(mark).and_then(|at| self.province(&words[at + mark.len()..]));
        if let Some(code) = tail(" tinh ").or_else(|| tail(" thanh pho ")) {
            return Some(code);
        }
        // `Sở Tư pháp Lào Cai`
        let within = ["so ", "ban quan ly ", "cong an ", "uy ban nhan dan "].iter().any(|head| words.starts_with(head));
        let ends =
            |(bare, _): &&(String, String)| words.strip_suffix(bare.as_str()).is_some_and(|head| head.ends_with(' '));
        self.provinces
            .iter()
            .filter(|_| within)
            .filter(ends)
            .max_by_key(|(bare, _)| bare.len())
            .map(|(_, code)| code.clone())
    }

    /// The agency that the number of a decision names: the abbreviation behind `QĐ-` or at the end.
    pub fn of_decision(&self, decision: &str) -> Option<String> {
        let number = normal_number(decision);
        let parts = number.split(['/', '-']).filter(|part| part.chars().filter(|c| c.is_uppercase()).count() > 1);
        parts.filter_map(|part| self.names.get(&fold(part))).next().cloned()
    }

    fn province(&self, words: &str) -> Option<String> {
        let bare = ["tinh ", "thanh pho "].iter().find_map(|head| words.strip_prefix(head)).unwrap_or(words).trim();
        self.provinces.iter().find(|(name, _)| name == bare).map(|(_, code)| code.clone())
    }
}

/// What stands before the name of a province where its government is meant.
const COUNCILS: [&str; 4] =
    ["van phong uy ban nhan dan ", "chu tich uy ban nhan dan ", "uy ban nhan dan ", "hoi dong nhan dan "];

/// The words of a name, folded, with the abbreviations of everyday use written out.
fn words(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = Vec::new();
    let folded = folded.replace(" & ", " va ");
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        // `Bộ TP` is no city.
        let after_ministry = words.last() == Some(&"bo");
        match word {
            other if after_ministry => words.push(other),
            "ubnd" => words.extend(["uy", "ban", "nhan", "dan"]),
            "hdnd" => words.extend(["hoi", "dong", "nhan", "dan"]),
            "vp" => words.extend(["van", "phong"]),
            "tp" => words.extend(["thanh", "pho"]),
            "hcm" => words.extend(["ho", "chi", "minh"]),
            "tphcm" => words.extend(["thanh", "pho", "ho", "chi", "minh"]),
            other => words.push(other),
        }
    }
    words.join(" ")
}

/// The abbreviations of a ministry's name: `bo gtvt`, `bgtvt`.
fn initials(words: &str) -> Vec<String> {
    let Some(rest) = words.strip_prefix("bo ") else { return Vec::new() };
    let letters: String = rest.split(' ').filter(|word| *word != "va").filter_map(|word| word.chars().next()).collect();
    if letters.chars().count() < 2 { Vec::new() } else { vec![format!("bo {letters}"), format!("b{letters}")] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::AgencyName;

    fn agency(code: &str, name: &str, kind: AgencyKind, former: &[&str]) -> Agency {
        let names = former.iter().map(|name| AgencyName { name: (*name).to_owned(), until: None }).collect();
        let (code, name) = (code.to_owned(), name.to_owned());
        Agency {
            code,
            name,
            name_en: None,
            kind,
            official_code: None,
            names,
            successors: Vec::new(),
            source: String::new(),
        }
    }

    fn register() -> AgencyRegister {
        AgencyRegister::of(&[
            agency("BA", "Bộ Sông hồ", AgencyKind::Ministry, &["Bộ Kênh rạch - Ao đầm và Suối khe"]),
            agency("BB", "Bộ Núi đồi", AgencyKind::Ministry, &["Bộ Hang động"]),
            agency("T90", "Thành phố Đông Hải", AgencyKind::Province, &["Tỉnh Tây Sơn - Bắc Hà"]),
            agency("T91", "Tỉnh Lâm Khê", AgencyKind::Province, &[]),
        ])
    }

    #[test]
    fn names_resolve_however_they_are_written() {
        let register = register();
        for (name, code) in [
            ("Bộ KR-AĐ&SK", Some("BA")),
            ("Bộ KRAĐSK", Some("BA")),
            ("bộ kênh rạch – ao đầm và suối khe", Some("BA")),
            ("Bộ Kênh rạch, Ao đầm và Suối khe", Some("BA")),
            ("BHĐ", Some("BB")),
            ("Bộ Kênh rạch - Ao đầm & Suối khe", Some("BA")),
            ("UBND TP. Đông Hải", Some("T90")),
            ("UBND tỉnh Tây Sơn – Bắc Hà", Some("T90")),
            ("Ủy ban nhân dân tỉnh Lâm Khê", Some("T91")),
            ("Sở Nước tỉnh Lâm Khê", None),
            ("Bộ Mây", None),
        ] {
            assert_eq!(register.resolve(name).as_deref(), code, "{name}");
        }
    }

    #[test]
    fn a_department_answers_through_its_province() {
        let register = register();
        for (name, code) in [
            ("Sở Nước tỉnh Lâm Khê", Some("T91")),
            ("Sở Nước Lâm Khê", Some("T91")),
            ("UBND xã Suối Nhỏ, tỉnh Lâm Khê", Some("T91")),
            ("UBND xã Suối Nhỏ", None),
            ("Sở Nước", None),
        ] {
            assert_eq!(register.answering(name).as_deref(), code, "{name}");
        }
    }

    #[test]
    fn a_decision_names_its_agency() {
        let register = register();
        for (decision, code) in [
            ("163/QĐ-BA", Some("BA")),
            ("QĐ2338-BB", Some("BB")),
            ("QĐ/0001-BA", Some("BA")),
            ("1/QD-BB", Some("BB")),
            ("5/QĐ-BA-C06", Some("BA")),
            ("1103", None),
            ("9/QĐ-UBND", None),
        ] {
            assert_eq!(register.of_decision(decision).as_deref(), code, "{decision}");
        }
    }
}
