//! The kinds of instruments: the one list, which all that reads their names and symbols goes by.

use crate::text::Lang;

crate::words::named! {
    /// The kinds of instruments (Luật 64/2025/QH15 Điều 4, and the other administrative ones of Nghị định 30/2020/NĐ-CP Điều 7).
    InstrumentKind {
        /// Hiến pháp.
        Constitution = "constitution" { vi: "Hiến pháp", en: "Constitution" },
        /// Bộ luật.
        Code = "code" { vi: "Bộ luật", en: "Code" },
        /// Luật.
        Law = "law" { vi: "Luật", en: "Law" },
        /// Pháp lệnh.
        Ordinance = "ordinance" { vi: "Pháp lệnh", en: "Ordinance" },
        /// Nghị quyết liên tịch.
        JointResolution = "joint_resolution" { vi: "Nghị quyết liên tịch", en: "Joint resolution" },
        /// Nghị quyết.
        Resolution = "resolution" { vi: "Nghị quyết", en: "Resolution" },
        /// Nghị định.
        Decree = "decree" { vi: "Nghị định", en: "Decree" },
        /// Quyết định.
        Decision = "decision" { vi: "Quyết định", en: "Decision" },
        /// Thông tư liên tịch.
        JointCircular = "joint_circular" { vi: "Thông tư liên tịch", en: "Joint circular" },
        /// Thông tư.
        Circular = "circular" { vi: "Thông tư", en: "Circular" },
        /// Lệnh.
        Order = "order" { vi: "Lệnh", en: "Order" },
        /// Chỉ thị.
        Directive = "directive" { vi: "Chỉ thị", en: "Directive" },
        /// Văn bản hợp nhất.
        Consolidated = "consolidated" { vi: "Văn bản hợp nhất", en: "Consolidated text" },
    }
}

impl InstrumentKind {
    /// The Vietnamese words of all kinds, longer ones before those that they begin with.
    pub fn words() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|kind| kind.word(Lang::Vi))
    }

    /// How far down a kind stands, by its Vietnamese word: codes, laws and ordinances are on one level.
    pub fn rank(word: &str) -> usize {
        let lowest_law = Self::words().position(|kind| kind == Self::Ordinance.word(Lang::Vi)).unwrap_or(0);
        Self::words().position(|kind| kind == word).unwrap_or(usize::MAX).max(lowest_law)
    }

    /// The kind that the symbol of a number tells: `TT` of `39/2016/TT-NHNN`.
    pub fn of_number(number: &str) -> Option<Self> {
        let symbol = number.rsplit('/').next()?;
        let signs = [
            ("VBHN", Self::Consolidated),
            ("UBTVQH", Self::Ordinance),
            ("NQLT", Self::JointResolution),
            ("NQ", Self::Resolution),
            ("NĐ", Self::Decree),
            ("QĐ", Self::Decision),
            ("TTLT", Self::JointCircular),
            ("TT", Self::Circular),
            ("CT", Self::Directive),
            ("L-CTN", Self::Order),
            ("QH", Self::Law),
        ];
        signs.iter().find(|(sign, _)| symbol.starts_with(sign)).map(|(_, kind)| *kind)
    }
}
