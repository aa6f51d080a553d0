//! What documents call agencies and instruments.

use super::{Request, Scope};
use crate::model::{AgencyNames, Instrument, instrument};
use crate::store::Workspace;
use crate::text::Lang;
use crate::words::report::ReportWord as W;
use crate::words::{Message, Result};
use std::collections::HashMap;

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

    /// The agency that leads the change of an instrument, where its number tells it: the one that issued it (75/2022/TT-BTC). Bodies that
    /// enact what ministries prepare (the National Assembly, the Government, the Prime Minister) lead nothing.
    pub(super) fn issuer(&self, instrument: &str) -> Option<String> {
        let code = instrument.rsplit(['-', '/']).next().filter(|code| !["CP", "TTg", "QH", "UBTVQH"].contains(code))?;
        self.agencies.get(code).map(str::to_owned)
    }

    /// The title of an instrument; empty where it is not known.
    pub(super) fn title(&self, instrument: &str) -> String {
        self.instruments.get(instrument).map(|known| known.title.clone()).unwrap_or_default()
    }

    /// An instrument as a document cites it first.
    pub(super) fn citation(&self, instrument: &str) -> String {
        self.instruments.get(instrument).map_or_else(|| instrument::full_name(instrument), Instrument::citation)
    }

    pub(super) fn scope(&self, request: &Request<'_>) -> String {
        match &request.scope {
            Scope::Agency(code) => self.agency(code),
            other => other.name().to_owned(),
        }
    }
}
