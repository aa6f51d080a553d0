//! The answers of a survey about the cell in hand: asked and kept.

use super::Loaded;
use crate::cost::typed::read;
use crate::desk::Observe;
use crate::model::{Cell, Observation};
use crate::tui::layers::{Field, Form, Refusal};
use crate::tui::screen::{After, Effect, Shared, Verb};
use crate::words::Message;
use crate::words::observe::ObserveWord as W;

/// Asks for more answers about a cell; those that are there are told.
pub(super) fn form(loaded: &Loaded, row: &str, cell: Cell, shared: &Shared) -> Effect {
    let lang = shared.lang;
    let about = |one: &&Observation| one.row == row && one.cell == cell;
    let known = loaded.observations.iter().filter(about);
    let known: Vec<String> =
        known.map(|one| format!("{} ({})", crate::cost::explain::show(one.value, lang), one.source)).collect();
    let fields = vec![
        Field::line("values", shared.word(W::ScreenValues), "").needed().hint(shared.word(W::ScreenHint)),
        Field::line("source", shared.word(W::ScreenSource), "").needed(),
    ];
    let (code, row) = (loaded.regulation.code.clone(), row.to_owned());
    let title = W::ScreenTitle.with(lang, &[&code, &row, &cell.word(lang)]);
    Form::new(title, fields, move |answers, shared| {
        let typed = answers.get("values").cloned().unwrap_or_default();
        let value = |typed: &str| {
            read(cell, typed.trim()).map_err(|unread| Refusal::of("values", unread.said.text(shared.lang)))
        };
        let asked = Observe {
            regulation: code.clone(),
            row: row.clone(),
            cell,
            values: typed.split(';').filter(|one| !one.trim().is_empty()).map(value).collect::<Result<_, _>>()?,
            source: answers.get("source").cloned().unwrap_or_default(),
            date: Some(shared.today),
        };
        let code = code.clone();
        Ok(vec![Verb::plain("tui cost", move |desk| {
            let changed = desk.observe(&asked)?;
            Ok(crate::store::Changed { value: After::said(W::ScreenSaved.said(&[&code])), change: changed.change })
        })])
    })
    .about(known)
    .at("values")
    .open()
}
