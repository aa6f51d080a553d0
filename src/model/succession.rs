//! Which agency has taken over from which by a day: what a frozen baseline holds of an agency that is gone counts with its successor.

use super::Agency;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The agencies that others have taken over from, each with the one that stands for it now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Succession(BTreeMap<String, String>);

impl Succession {
    /// Who stands for whom on a day: the last successor whose day has come, however many took over one after the other; and for the former name of
    /// an agency that was kept as a code, that agency.
    pub fn of(agencies: &[Agency], day: Date) -> Self {
        let mut next: BTreeMap<&str, &str> = BTreeMap::new();
        for agency in agencies {
            let ended = agency.names.iter().filter(|name| name.until.is_some_and(|until| until < day));
            next.extend(ended.map(|name| (name.name.as_str(), agency.code.as_str())));
        }
        for agency in agencies {
            // A name that is a code of its own is that agency.
            next.remove(agency.code.as_str());
            let begun = agency.successors.iter().filter(|successor| successor.from <= day);
            if let Some(last) = begun.max_by_key(|successor| successor.from) {
                next.insert(&agency.code, &last.agency);
            }
        }
        let last = |code: &str| {
            // As many steps as there are agencies: a circle ends too.
            let mut at = code;
            for _ in 0..next.len() {
                match next.get(at) {
                    Some(after) if *after != code => at = after,
                    _ => break,
                }
            }
            at.to_owned()
        };
        Self(next.keys().map(|code| ((*code).to_owned(), last(code))).filter(|(code, last)| code != last).collect())
    }

    /// The agency that stands for this one now; itself where nobody took over.
    pub fn after<'s>(&'s self, code: &'s str) -> &'s str {
        self.0.get(code).map_or(code, String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{AgencyKind, AgencyName, Successor};
    use jiff::civil::date;

    fn agency(code: &str, successors: &[(&str, i16)]) -> Agency {
        let successors =
            successors.iter().map(|(agency, year)| Successor { agency: (*agency).to_owned(), from: date(*year, 1, 1) });
        Agency {
            code: code.to_owned(),
            name: code.to_owned(),
            name_en: None,
            kind: AgencyKind::Ministry,
            official_code: None,
            names: Vec::new(),
            successors: successors.collect(),
            source: String::new(),
        }
    }

    #[test]
    fn who_took_over_is_followed_to_the_last_whose_day_has_come() {
        let mut third = agency("C", &[]);
        third.names.push(AgencyName { name: "BO-CU".into(), until: Some(date(2025, 2, 28)) });
        // A goes to B in 2026, B to C in 2027; D and E name each other.
        let all = [
            agency("A", &[("B", 2026)]),
            agency("B", &[("C", 2027)]),
            third,
            agency("D", &[("E", 2020)]),
            agency("E", &[("D", 2020)]),
        ];
        let on = |year: i16, code: &str| Succession::of(&all, date(year, 6, 1)).after(code).to_owned();
        for (year, code, now) in [
            (2025, "A", "A"),
            (2026, "A", "B"),
            (2027, "A", "C"),
            (2027, "B", "C"),
            (2024, "BO-CU", "BO-CU"),
            (2026, "BO-CU", "C"),
        ] {
            assert_eq!(on(year, code), now, "{year} {code}");
        }
        assert_eq!(on(2026, "C"), "C");
        assert_eq!((on(2026, "D").as_str(), on(2026, "E").as_str()), ("E", "D"), "a circle ends");
    }
}
