//! A sentence where it stands: what the orders above it have said, what waits for the text behind it.

use super::directive::Order;
use super::operation::{Action, Named, Operation, Position};
use super::sentence::Spoken;
use crate::law::Provision;
use crate::model::Address;
use jiff::civil::Date;

/// What the orders above a place have said.
#[derive(Debug, Clone, Default)]
pub(super) struct Context {
    pub instrument: Option<Named>,
    pub base: Address,
    /// An order whose places are listed below it: "Bãi bỏ các điều, khoản sau đây:".
    pub listed: Option<Order>,
    /// Whether an order above announced amendments.
    pub amending: bool,
}

/// A sentence in its place.
pub(super) struct Said<'a> {
    pub spoken: &'a Spoken<'a>,
    pub here: &'a Address,
    /// What the orders above it have said.
    pub context: &'a Context,
    /// Whether provisions below it give orders of their own.
    pub below: bool,
}

/// Where a sentence stands in its provision.
#[derive(Clone, Copy)]
pub(super) struct Stand {
    /// Whether it is the heading of an Điều.
    pub heading: bool,
    /// Whether a later sentence or a provision below gives orders.
    pub below: bool,
    /// Whether a later instrument took an order below it away.
    pub withdrawn: bool,
}

/// An operation that a sentence orders.
pub(super) fn operation(
    said: &Said<'_>,
    instrument: &Named,
    place: (Address, bool),
    action: Action,
    erratum: bool,
) -> Operation {
    Operation {
        source: said.here.clone(),
        line: said.spoken.line,
        instrument: instrument.clone(),
        place: place.0,
        heading: place.1,
        action,
        effective: None,
        erratum,
    }
}

/// An operation that waits for its text.
pub(super) struct Waiting {
    pub instrument: Named,
    /// Where it acts, and whether on the heading alone.
    pub place: (Address, bool),
    pub erratum: bool,
    pub position: Option<Position>,
    pub from: Option<Date>,
}

/// The address of a provision below another one.
pub(super) fn address_of(provision: &Provision, above: &Address) -> Address {
    match &provision.label {
        Some(label) => above.child(provision.level, label.as_str()),
        None => above.clone(),
    }
}
