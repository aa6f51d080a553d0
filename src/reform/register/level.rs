//! At which level of instruments a measure must act, who must act there, and how much effort it is.

use crate::model::instrument::normal_number;
use crate::model::{Fraction, InstrumentLevel, Measure, MeasureKind};
use std::collections::BTreeMap;

/// The levels of instruments of a workspace.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levels(BTreeMap<String, InstrumentLevel>);

impl Levels {
    /// These levels.
    pub fn new(levels: impl IntoIterator<Item = InstrumentLevel>) -> Self {
        Self(levels.into_iter().map(|level| (level.id.clone(), level)).collect())
    }

    /// The level with this id.
    pub fn find(&self, id: &str) -> Option<&InstrumentLevel> {
        self.0.get(id)
    }

    /// All levels, by id.
    pub fn all(&self) -> impl Iterator<Item = &InstrumentLevel> {
        self.0.values()
    }

    /// The level of the instrument with a number, told by how its symbol begins; the longest beginning that fits decides.
    pub fn of_number(&self, number: &str) -> Option<&InstrumentLevel> {
        let number = normal_number(number);
        let symbol = number.rsplit('/').next().unwrap_or_default();
        let fits = |sign: &String| symbol.starts_with(&normal_number(sign)).then_some(sign.chars().count());
        let fit = |level: &InstrumentLevel| level.symbols.iter().filter_map(fits).max();
        self.all().filter_map(|level| Some((fit(level)?, level))).max_by_key(|(length, _)| *length).map(|(_, l)| l)
    }

    /// Whose an instrument is by its number: what its symbol says besides the sign of its level, `BTC` of `75/2022/TT-BTC`. Nothing where
    /// the sign of the level names the body, as those of decrees and of decisions of the Prime Minister do.
    pub fn issuers_of(&self, number: &str) -> Vec<String> {
        let number = normal_number(number);
        let symbol = number.rsplit('/').next().unwrap_or_default();
        let signs = self.all().flat_map(|level| &level.symbols).map(|sign| normal_number(sign));
        let sign = signs.filter(|sign| symbol.starts_with(sign.as_str())).max_by_key(|sign| sign.chars().count());
        let rest = symbol.strip_prefix(sign.as_deref().unwrap_or_default()).unwrap_or(symbol);
        rest.split('-').filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }

    /// The level at which a measure must act: its own, that of the instrument that it changes, or the usual one of its kind;
    /// nothing where none of them tells.
    pub fn of_measure(&self, measure: &Measure, kind: Option<&MeasureKind>) -> Option<&InstrumentLevel> {
        let own = measure.level.as_deref().and_then(|id| self.find(id));
        let changed = || self.of_number(measure.instrument.as_deref()?);
        let usual = || self.find(kind?.level.as_deref()?);
        own.or_else(changed).or_else(usual)
    }

    /// Who must act for a measure: as it says itself, else the authority of its level, in a language; nothing where no level is told.
    pub fn authority<'a>(
        &'a self,
        measure: &'a Measure,
        kind: Option<&MeasureKind>,
        lang: crate::text::Lang,
    ) -> Option<&'a str> {
        let own = measure.authority.as_deref().filter(|authority| !authority.is_empty());
        own.or_else(|| {
            let level = self.of_measure(measure, kind)?;
            Some(level.authority_in(lang))
        })
    }

    /// The effort of a measure in points: the effort of a change at its level × its weight, or that of its kind, or 1; nothing
    /// where no level is told, or on overflow.
    pub fn effort(&self, measure: &Measure, kind: Option<&MeasureKind>) -> Option<Fraction> {
        let weight = measure.weight.or_else(|| kind.and_then(|kind| kind.weight)).unwrap_or(Fraction::ONE);
        self.of_measure(measure, kind)?.effort.times(weight)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn levels() -> Levels {
        let level = |id: &str, effort: i64, symbols: &[&str]| InstrumentLevel {
            id: id.to_owned(),
            name: String::new(),
            name_en: String::new(),
            rank: 0,
            authority: String::new(),
            authority_en: String::new(),
            effort: Fraction::whole(effort),
            symbols: symbols.iter().map(|s| (*s).to_owned()).collect(),
            source: String::new(),
        };
        Levels::new([
            level("law", 100, &["QH"]),
            level("decree", 20, &["NĐ-CP", "NQ-CP"]),
            level("pm", 12, &["QĐ-TTg"]),
            level("circular", 8, &["TT"]),
            level("internal", 2, &["QĐ"]),
        ])
    }

    #[test]
    fn the_symbol_of_a_number_tells_its_level() {
        let levels = levels();
        for (number, id) in [
            ("68/2020/QH14", "law"),
            ("63/2010/nđ-cp", "decree"),
            ("66/NQ-CP", "decree"),
            ("1085/QĐ-TTg", "pm"),
            ("163/QĐ-BTP", "internal"),
            ("39/2016/TT-NHNN", "circular"),
        ] {
            assert_eq!(levels.of_number(number).map(|l| l.id.as_str()), Some(id), "{number}");
        }
        assert_eq!(levels.of_number("12/XYZ"), None);
    }

    #[test]
    fn the_symbol_beyond_its_level_tells_whose_an_instrument_is() {
        let levels = levels();
        for (number, whose) in [
            ("75/2022/TT-BTC", &["BTC"][..]),
            ("01/2014/TTLT-NHNN-BTP", &["LT", "NHNN", "BTP"]),
            ("163/QĐ-BTP", &["BTP"]),
            ("63/2010/nđ-cp", &[]),
            ("1085/QĐ-TTg", &[]),
            ("68/2020/QH14", &["14"]),
        ] {
            assert_eq!(levels.issuers_of(number), whose, "{number}");
        }
    }

    #[test]
    fn a_measure_says_its_level_before_its_instrument_and_its_kind() {
        let levels = levels();
        let mut measure = Measure::proposed("p", "k", date(2026, 1, 1));
        assert_eq!(levels.effort(&measure, None), None);
        measure.instrument = Some("39/2016/TT-NHNN".into());
        assert_eq!(levels.effort(&measure, None), Some(Fraction::whole(8)));
        measure.weight = Fraction::new(3, 2);
        assert_eq!(levels.effort(&measure, None), Some(Fraction::whole(12)));
        measure.level = Some("law".into());
        assert_eq!(levels.effort(&measure, None), Some(Fraction::whole(150)));
    }
}
