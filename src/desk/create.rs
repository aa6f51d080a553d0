//! One noun made from a few fields.

use super::Desk;
use crate::exchange::template;
use crate::model::{Field, Kind, RegulationKind};
use crate::store::Changed;
use crate::words::template::TemplateWord as W;
use crate::words::{Fault, Message, Result};

/// What is asked: a noun from some fields, each with what was typed for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNoun {
    /// Which kind.
    pub kind: Kind,
    /// The fields.
    pub fields: Vec<(String, String)>,
}

impl Desk<'_> {
    /// Makes a noun; gives its key. Nobody vouches for its figures unless a field says who does.
    ///
    /// # Errors
    /// Usage, where there is one of the same key already, or no such field; bad input, where a field is missing or cannot hold what was typed.
    pub fn create(&mut self, asked: &NewNoun) -> Result<Changed<String>> {
        let kind = asked.kind;
        let hinted = |fault: Fault| fault.hint(W::Fields.said(&[&kind.name()]));
        let mut fields = Vec::new();
        for (name, typed) in &asked.fields {
            let within = format!("regulation.{name}");
            let own = |field: &Field| field.key == name.as_str() && field.is_own();
            let known = if kind.column(&within).is_some() && !kind.description().fields.iter().any(own) {
                within
            } else if kind.column(name).is_some() {
                name.clone()
            } else {
                return Err(hinted(Fault::usage(
                    W::NoSuchField.said_by(|lang| vec![kind.word().text(lang).to_owned(), name.clone()]),
                )));
            };
            fields.push((known, typed.clone()));
        }
        for (name, value) in [
            ("regulation.kind", RegulationKind::Procedure.name()),
            ("regulation.provenance", "assumption"),
            ("provenance", "assumption"),
        ] {
            let takes = kind.column(name).is_some() && kind != Kind::Sheet;
            if takes && !fields.iter().any(|(given, _)| given == name) {
                fields.push((name.to_owned(), value.to_owned()));
            }
        }
        let batch = template::one(kind, &fields).map_err(hinted)?;
        let keys = ["code", "regulation.code", "id", "number", "date", "regulation"];
        let key =
            keys.iter().find_map(|key| fields.iter().find(|(name, _)| name == key)).map(|(_, typed)| typed.clone());
        let key = key.unwrap_or_default();
        self.change(|writer| {
            let total = writer.put_batch(&batch)?.total();
            if total.added == 0 {
                let fault =
                    Fault::usage(W::Exists.said_by(|lang| vec![kind.word().text(lang).to_owned(), key.clone()]));
                return Err(fault.hint(W::ExistsHint.said(&[&kind.name(), &key])));
            }
            Ok(key.clone())
        })
    }
}
