//! What documents call agencies and instruments.

use super::{Request, Scope};
use crate::model::{AgencyNames, Instrument, Measure, instrument};
use crate::reform::{Issue, Levels};
use crate::store::Workspace;
use crate::text::Lang;
use crate::words::report::ReportWord as W;
use crate::words::{Message, Result};
use std::borrow::Borrow;
use std::collections::HashMap;

/// What a measure cannot do, with measures by what they are about: documents print no codes.
pub(super) fn issue_text<M: Borrow<Measure>>(issue: &Issue, measures: &[M], lang: Lang) -> String {
    let title = |code: &str| {
        let measure = measures.iter().map(Borrow::borrow).find(|measure| measure.code == code);
        measure.map(|measure| format!("“{}”", measure.title)).unwrap_or_default()
    };
    let said = issue.said_naming(title);
    if issue.measure.is_empty() {
        said.text(lang).to_owned()
    } else {
        format!("{}: {}", title(&issue.measure), said.text(lang))
    }
}

/// The name of a regulation as it stands in a sentence: some records end theirs with a full stop.
pub(super) fn bare(name: &str) -> String {
    name.trim_end_matches(['.', ';', ',', ' ']).to_owned()
}

/// The number of a document as it is printed.
pub(super) fn printed(number: &str) -> String {
    instrument::printed_number(number).into_owned()
}

/// Names for codes.
pub(super) struct Names {
    agencies: AgencyNames,
    instruments: HashMap<String, Instrument>,
    lang: Lang,
}

impl Names {
    pub(super) fn read(workspace: &Workspace, lang: Lang) -> Result<Self> {
        Ok(Self {
            agencies: workspace.agency_names(lang)?,
            instruments: workspace.all::<Instrument>()?.into_iter().map(|i| (i.number.clone(), i)).collect(),
            lang,
        })
    }

    pub(super) fn agency(&self, code: &str) -> String {
        if code.is_empty() {
            return W::NoAgency.text(self.lang).to_owned();
        }
        self.agencies.of(code).to_owned()
    }

    /// The agency that leads the change of an instrument, where its number tells it: the one that issued it (75/2022/TT-BTC), of a joint
    /// circular the first. Bodies that enact what ministries prepare lead nothing: the levels of instruments name them.
    pub(super) fn issuer(&self, instrument: &str, levels: &Levels) -> Option<String> {
        levels.issuers_of(instrument).iter().find_map(|code| self.agencies.get(code)).map(str::to_owned)
    }

    /// The title of an instrument; empty where it is not known.
    pub(super) fn title(&self, instrument: &str) -> String {
        self.instruments.get(instrument).map(|known| known.title.clone()).unwrap_or_default()
    }

    /// An instrument as a document cites it first.
    pub(super) fn citation(&self, instrument: &str) -> String {
        self.instruments.get(instrument).map_or_else(|| instrument::full_name(instrument), Instrument::citation)
    }

    /// What documents call the scope: a regulation by its name, as no letter has a code for its subject.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub(super) fn scope(&self, workspace: &Workspace, request: &Request) -> Result<String> {
        Ok(match &request.scope {
            Scope::Agency(code) => self.agency(code),
            Scope::Regulation(code) => {
                workspace.regulation_names(&[code])?.remove(code).unwrap_or_else(|| code.clone())
            }
            other => other.name().to_owned(),
        })
    }
}
