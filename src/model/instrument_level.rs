//! Levels of instruments: who must act to change one, and how much work that is.

use super::bounds::{Bound, COUNT, PLAIN, VALUE_PARTS};
use super::noun::{Description, ID, NAME, NAME_EN, Noun, SOURCE, count, exact, text, texts, word};
use super::valid::Checks;
use super::{Fraction, Valid, Way, Wrong};
use crate::text::Lang;
use crate::words::in_language;
use serde::{Deserialize, Serialize};

/// A level in the hierarchy of instruments (Luật 64/2025/QH15, Điều 4): the authority that must act, and the effort of one change
/// at this level. Which level a measure needs is told by the measure, the number of its instrument, or its kind, in this order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstrumentLevel {
    /// Unique, for example `law`, `decree`, `circular`, `internal`.
    pub id: String,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// Position in the hierarchy; a higher number is a higher instrument. "At or below a level" compares these.
    pub rank: u32,
    /// Who must act, in Vietnamese (Quốc hội, Chính phủ, Bộ trưởng …).
    pub authority: String,
    /// Who must act, in English.
    pub authority_en: String,
    /// Effort of one change at this level, in points, zero or more: a weight that an analyst sets, no unit of time.
    pub effort: Fraction,
    /// How the symbol of an instrument of this level begins (`QH`, `NĐ-CP`, `TT-`); the longest that fits decides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub symbols: Vec<String>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

impl Noun for InstrumentLevel {
    const DESCRIPTION: &'static Description = &Description {
        name: "instrument_level",
        word: word("cấp văn bản", "level of instruments"),
        keys: 1,
        alike: None,
        fields: &[
            ID,
            NAME,
            NAME_EN,
            count("rank", "thứ bậc", "rank"),
            text("authority", "thẩm quyền", "authority"),
            text("authority_en", "thẩm quyền (tiếng Anh)", "authority in English"),
            exact("effort", "khối lượng", "effort", PLAIN),
            texts("symbols", "ký hiệu", "symbols").or_empty(),
            SOURCE.or_empty(),
        ],
        parts: &[],
    };
}

impl InstrumentLevel {
    /// Who must act, in one language.
    pub fn authority_in(&self, lang: Lang) -> &str {
        in_language(&self.authority, &self.authority_en, lang)
    }
}

impl Valid for InstrumentLevel {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.given(Way::to("id"), &self.id);
        checks.whole(Way::to("rank"), self.rank.into(), Bound::whole(COUNT.into()));
        checks.number(Way::to("effort"), self.effort, Bound::exact(PLAIN, VALUE_PARTS));
        checks.once(self.symbols.iter().map(String::as_str), |at| Way::to("symbols").at(at));
        checks.done()
    }
}
