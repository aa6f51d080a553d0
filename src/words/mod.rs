//! What the program says, in Vietnamese and English: one catalogue, a file a room; and how a fault is told.
//!
//! One thing has one word everywhere. A message is a variant of an enum made by [`messages!`](crate::messages).

pub mod amend;
pub mod assign;
pub mod catalog;
pub mod cause;
pub mod chance;
pub mod chart;
pub mod check;
pub mod choose;
pub mod choosing;
pub mod cli;
pub mod compare;
pub mod cost;
pub mod counting;
pub mod dashboard;
pub mod desk;
pub mod document_screen;
pub mod evidence;
pub mod exchange;
pub mod exchange_notice;
mod fault;
pub mod filter;
pub mod form;
pub mod guide;
pub mod health;
pub mod help;
pub mod help_assign;
pub mod help_chance;
pub mod help_cost;
pub mod help_hub;
pub mod help_import;
pub mod help_law;
pub mod help_register;
pub mod help_report;
pub mod help_scenario;
pub mod help_solve;
pub mod hub;
pub mod import_screen;
pub mod law;
pub mod law_screen;
mod library_error;
pub mod linked;
pub mod local;
pub mod measure;
mod message;
pub mod method;
mod name;
mod named;
pub mod observe;
pub mod plan;
pub mod procedure_screen;
pub mod progress;
pub mod record;
pub mod reform;
pub mod report;
pub mod review;
pub mod scenario;
pub mod schema;
pub mod screen;
pub mod sheet;
pub mod store;
pub mod suggest;
pub mod taken;
pub mod template;
#[cfg(test)]
mod terms;
pub mod uncertainty;
pub mod valid;
pub mod value_name;
pub mod work_screen;

pub use fault::{Fault, FaultKind, Place, Result, Subject};
pub use message::{Message, Said};
pub(crate) use name::named_in;
pub use name::{English, in_language};
pub use named::{Named, capital, typed, word_of};
pub(crate) use named::{dashed, named};

#[cfg(test)]
use crate::text::Lang;

/// Fails unless every message has both languages, with the same places for values and no stray blanks.
#[cfg(test)]
pub(crate) fn check_complete<M: Message>() {
    let places = |text: &str| -> Vec<String> {
        let mut found: Vec<String> =
            text.split('{').skip(1).filter_map(|rest| rest.split_once(['}', ':']).map(|(n, _)| n.to_owned())).collect();
        found.sort();
        found.dedup();
        found
    };
    for message in M::ALL {
        let (vi, en) = (message.text(Lang::Vi), message.text(Lang::En));
        assert!(!vi.trim().is_empty() && !en.trim().is_empty(), "{} is empty", message.key());
        assert_eq!(places(vi), places(en), "{} has other places for values", message.key());
        assert_eq!(vi, crate::text::clean(vi), "{} is not clean", message.key());
        let words = |text: &'static str| text.split('{').filter_map(|r| r.split_once('}')?.0.split_once(':'));
        assert_eq!(words(vi).count(), 0, "{}: Vietnamese has one form", message.key());
        assert!(words(en).all(|(_, w)| w.split('|').count() == 2), "{}: one word, then that of many", message.key());
    }
}
