//! The kinds of noun that commands name.

use crate::words::cli::CliMessage;
use crate::words::noun::NounWord;
use crate::words::{Fault, Message, Result};

crate::words::named! {
    /// A kind of noun, as commands name it.
    Noun {
        /// Cơ quan.
        Agency = "agency",
        /// Văn bản.
        Instrument = "instrument",
        /// Bản của một văn bản.
        InstrumentVersion = "instrument-version",
        /// Quy định.
        Regulation = "regulation",
        /// Thủ tục hành chính.
        Procedure = "procedure",
        /// Bảng tính chi phí.
        Sheet = "sheet",
        /// Phương án.
        Measure = "measure",
        /// Chương trình.
        Programme = "programme",
        /// Tham số.
        Parameter = "parameter",
        /// Loại phương án.
        MeasureKind = "measure-kind",
        /// Dịch vụ liên thông.
        LinkedService = "linked-service",
        /// Ngày nghỉ.
        Holiday = "holiday",
        /// Cấp văn bản.
        InstrumentLevel = "instrument-level",
        /// Kịch bản.
        Scenario = "scenario",
        /// Độ bất định.
        Uncertainty = "uncertainty",
        /// Dữ liệu nhà nước đã có.
        StateData = "state-data",
        /// Chỉ đạo.
        Directive = "directive",
        /// Nhiệm vụ.
        Assignment = "assignment",
        /// Đợt rà soát.
        Campaign = "campaign",
        /// Chỉ số.
        Indicator = "indicator",
        /// Số liệu gốc đã chốt.
        Baseline = "baseline",
    }
}

impl Noun {
    /// What it is called, in lower case.
    fn word(self) -> NounWord {
        use NounWord as W;
        match self {
            Self::Agency => W::Agency,
            Self::Instrument => W::Instrument,
            Self::InstrumentVersion => W::InstrumentVersion,
            Self::Regulation => W::Regulation,
            Self::Procedure => W::Procedure,
            Self::Sheet => W::Sheet,
            Self::Measure => W::Measure,
            Self::Programme => W::Programme,
            Self::Parameter => W::Parameter,
            Self::MeasureKind => W::MeasureKind,
            Self::LinkedService => W::LinkedService,
            Self::Holiday => W::Holiday,
            Self::InstrumentLevel => W::InstrumentLevel,
            Self::Scenario => W::Scenario,
            Self::Uncertainty => W::Uncertainty,
            Self::StateData => W::StateData,
            Self::Directive => W::Directive,
            Self::Assignment => W::Assignment,
            Self::Campaign => W::Campaign,
            Self::Indicator => W::Indicator,
            Self::Baseline => W::Baseline,
        }
    }

    /// Reads a kind that a command accepts.
    ///
    /// # Errors
    /// Wrong usage, naming the kinds that are accepted.
    pub(super) fn read(text: &str, accepted: &[Self]) -> Result<Self> {
        Self::parse(text).filter(|noun| accepted.contains(noun)).ok_or_else(|| {
            let names: Vec<&str> = accepted.iter().map(|noun| noun.name()).collect();
            Fault::usage(CliMessage::UnknownKind.said(&[&text, &names.join(", ")]))
        })
    }
}

/// A programme that does not exist, with those that do.
pub(super) fn no_programme<'c>(code: &str, known: impl Iterator<Item = &'c str>) -> Fault {
    let known: Vec<&str> = known.collect();
    not_found(Noun::Programme, code).hint(CliMessage::KnownProgrammes.said(&[&known.join(", ")]))
}

/// There is no such noun.
pub(super) fn not_found(noun: Noun, id: &str) -> Fault {
    let said = CliMessage::NotFound.said_by(|lang| vec![noun.word().text(lang).to_owned(), id.to_owned()]);
    Fault::missing(said).hint(CliMessage::NotFoundHint.said(&[&noun, &id]))
}
