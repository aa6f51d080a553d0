//! From the tree of an amending instrument to its operations: each order is completed by the orders that announce it, and the new text that
//! follows it is given to the places that it names. What is not certain goes to the review list.

use super::complete::{complete, complete_all, wider_base};
use super::directive::{self, Anchor, Order, Side, Verb};
use super::operation::{Action, Amendment, Named, Operation, Position, Reason, Unresolved};
use super::sentence::{Spoken, begins_with_verb, lists_below, spoken};
use super::texts::Texts;
use super::{dates, facts};
use crate::law::name::mention::Mention;
use crate::law::read::quote::unquoted;
use crate::law::{Document, Provision};
use crate::model::{Address, Level};
use crate::text::clean::collapse;
use std::collections::BTreeMap;

/// Reads the operations of an amending instrument. An instrument that amends nothing gives none.
pub fn read(document: &Document) -> Amendment {
    let facts = facts::read(document);
    let mut reader = Reader { names: facts.names, amendment: Amendment::default() };
    let context = Context { instrument: facts.target, ..Context::default() };
    for provision in &document.provisions {
        reader.container(provision, &Address::default(), &context);
    }
    let mut amendment = reader.amendment;
    dates::apply(document, facts.issued, &mut amendment);
    Amendment { named: facts.named, title: facts.title, issued: facts.issued, ..amendment }
}

/// What the orders above a place have said.
#[derive(Debug, Clone, Default)]
struct Context {
    instrument: Option<Named>,
    base: Address,
    /// An order whose places are listed below it: "Bãi bỏ các điều, khoản sau đây:".
    listed: Option<Order>,
    /// Whether an order above announced amendments.
    amending: bool,
}

/// A sentence in its place.
struct Said<'a> {
    spoken: &'a Spoken<'a>,
    here: &'a Address,
    /// What the orders above it have said.
    context: &'a Context,
    /// Whether provisions below it give orders of their own.
    below: bool,
}

struct Reader {
    names: BTreeMap<String, String>,
    amendment: Amendment,
}

impl Reader {
    fn container(&mut self, provision: &Provision, above: &Address, context: &Context) {
        if provision.level == Level::Article {
            self.article(provision, above, context);
            return;
        }
        if !provision.level.is_container() {
            return;
        }
        let mut inner = context.clone();
        if let Some(order) = directive::read(&collapse(provision.words())).first()
            && let Some(named) = order.instrument.as_ref().and_then(|m| self.named(m))
        {
            inner.instrument = Some(named);
        }
        for child in &provision.children {
            self.container(child, above, &inner);
        }
    }

    fn article(&mut self, article: &Provision, above: &Address, context: &Context) {
        let here = address_of(article, above);
        self.provision(article, &here, context);
    }

    /// One provision and what stands below it.
    fn provision(&mut self, provision: &Provision, here: &Address, context: &Context) {
        let mut inner = context.clone();
        inner.listed = None;
        let sentences = spoken(provision);
        let last = sentences.iter().rposition(|s| !s.orders.is_empty());
        for (n, one) in sentences.iter().enumerate() {
            // What an earlier sentence of the same provision announced holds for the later ones.
            let above = if n == 0 { context.clone() } else { inner.clone() };
            let later = last.is_some_and(|last| last > n);
            let children = || provision.children.iter().any(|c| c.level.is_labelled() && orders_within(c, &one.orders));
            let below = later || (!one.orders.is_empty() && children());
            self.sentence(one, provision, here, &above, &mut inner, below);
        }
        for child in &provision.children {
            if child.level.is_labelled() {
                let address = address_of(child, here);
                self.provision(child, &address, &inner);
            }
        }
    }

    fn sentence(
        &mut self,
        spoken: &Spoken<'_>,
        provision: &Provision,
        here: &Address,
        context: &Context,
        inner: &mut Context,
        below: bool,
    ) {
        let mut orders = spoken.orders.clone();
        if orders.is_empty()
            && let Some(order) = context.listed.as_ref().and_then(|listed| directive::listed(listed, &spoken.sentence))
        {
            orders.push(order);
        }
        if orders.is_empty() {
            if context.amending
                && (begins_with_verb(&spoken.sentence) || !spoken.quotes.is_empty())
                && here.last().is_some()
            {
                self.amendment.orders += 1;
                self.review(spoken, here, Reason::Wording, Vec::new());
            }
            return;
        }
        let explicit = orders.iter().any(|o| o.instrument.as_ref().is_some_and(|m| !m.this));
        let starts = context.amending || provision.level == Level::Article || explicit;
        if !starts || orders.iter().all(|o| o.instrument.as_ref().is_some_and(|m| m.this)) && !context.amending {
            return;
        }
        self.amendment.orders += 1;
        let resolved = self.resolve(&orders, context);
        inner.amending = true;
        if let Some(named) = orders.iter().find_map(|o| o.instrument.as_ref().and_then(|m| self.named(m))) {
            inner.instrument = Some(named);
        }
        inner.base = common(&resolved).unwrap_or_else(|| context.base.clone());
        inner.listed = orders.last().filter(|o| o.places.is_empty() || lists_below(&spoken.sentence)).cloned();
        if spoken.quotes.is_empty() && below {
            return;
        }
        self.carry_out(&Said { spoken, here, context, below }, &resolved);
    }

    fn review(&mut self, spoken: &Spoken<'_>, here: &Address, reason: Reason, targets: Vec<(Named, Address)>) {
        self.amendment.unresolved.push(Unresolved {
            source: here.clone(),
            line: spoken.line,
            sentence: spoken.sentence.clone(),
            reason,
            targets,
        });
    }

    /// The instrument of a mention; "này" is none. A Luật named without its number gets the number that the preamble says.
    fn named(&self, mention: &Mention) -> Option<Named> {
        if mention.this {
            return None;
        }
        let name = mention.name.as_ref().map(|name| format!("{} {name}", mention.kind));
        let number = mention
            .number
            .clone()
            .or_else(|| name.as_ref().and_then(|n| self.names.get(&crate::text::fold(n)).cloned()));
        Some(Named { number, name })
    }

    /// The full addresses of each order's places.
    fn resolve<'o>(&self, orders: &'o [Order], context: &Context) -> Vec<Resolved<'o>> {
        // "Sửa đổi khoản 3 và bổ sung khoản 4 vào Điều 9": a later place may name what an earlier one leaves out.
        let named: Vec<Address> = orders
            .iter()
            .flat_map(|o| o.places.iter().chain(o.anchor.iter().flat_map(|a| &a.places)))
            .filter_map(|p| complete(p, &context.base).ok())
            .collect();
        let shared_instrument = orders.iter().rev().find_map(|o| o.instrument.as_ref().and_then(|m| self.named(m)));
        orders
            .iter()
            .map(|order| {
                let mut base = wider_base(order, &context.base, &named);
                let anchor = order.anchor.as_ref().map(|a| complete_all(&a.places, &base));
                if let Some(Ok(found)) = &anchor
                    && let Some(first) = found.first()
                {
                    base = first.0.clone();
                }
                let places = complete_all(&order.places, &base);
                let own = order.instrument.as_ref().and_then(|m| self.named(m));
                let instrument = own.or_else(|| context.instrument.clone()).or_else(|| shared_instrument.clone());
                Resolved { order, places, anchor, instrument }
            })
            .collect()
    }

    /// Carries out the orders of a sentence; each of which something is not certain goes to the review list.
    fn carry_out(&mut self, said: &Said<'_>, resolved: &[Resolved<'_>]) {
        let mut waiting = Vec::new();
        for one in resolved {
            let done = match &one.instrument {
                Some(instrument) => self.order(said, one, instrument, &mut waiting),
                None => Err(Reason::NoInstrument),
            };
            if let Err(reason) = done {
                self.review(said.spoken, said.here, reason, Vec::new());
            }
        }
        self.give_texts(said, waiting);
    }

    /// Carries out one order. What takes new text waits for it.
    fn order(
        &mut self,
        said: &Said<'_>,
        one: &Resolved<'_>,
        instrument: &Named,
        waiting: &mut Vec<Waiting>,
    ) -> Result<(), Reason> {
        let order = one.order;
        if order.about_phrases && !order.phrases.is_empty() {
            return self.phrases(said, one, instrument);
        }
        let mut places = one.places.clone()?;
        if order.context_heading {
            places = vec![(said.context.base.clone(), true)];
        }
        if places.is_empty() {
            return self.without_place(said, one, instrument, waiting);
        }
        let erratum = one.is_erratum();
        for (n, place) in places.into_iter().enumerate() {
            let in_annex = place.0.0.first().is_some_and(|s| s.level == Level::Annex);
            match order.verb {
                Verb::Repeal => self.push(said, instrument, place, Action::Repeal, erratum),
                Verb::Suspend => {
                    let until = dates::until(&said.spoken.sentence);
                    self.push(said, instrument, place, Action::Suspend { until }, erratum);
                }
                Verb::Substitute if in_annex => {
                    let by = order.by_places.get(n).or_else(|| order.by_places.first()).map(|p| p.address.clone());
                    let by = by.unwrap_or_else(|| place.0.clone());
                    self.push(said, instrument, place, Action::ReplaceAnnex { by }, erratum);
                }
                Verb::Insert if said.spoken.quotes.is_empty() && in_annex => {
                    // The annex itself stands behind the amending instrument.
                    let by = place.0.clone();
                    self.push(said, instrument, place, Action::ReplaceAnnex { by }, erratum);
                }
                Verb::Insert | Verb::Replace | Verb::Substitute | Verb::Correct => {
                    let position = (order.verb == Verb::Insert).then(|| position(one, n));
                    waiting.push(Waiting { instrument: instrument.clone(), place, erratum, position });
                }
            }
        }
        Ok(())
    }

    /// An order about phrases: one operation a phrase and place.
    fn phrases(&mut self, said: &Said<'_>, one: &Resolved<'_>, instrument: &Named) -> Result<(), Reason> {
        let order = one.order;
        let mut places = one.places.clone()?;
        if places.is_empty() {
            let whole = order.instrument.is_some() && order.places.is_empty();
            if !whole && said.context.base.is_whole() {
                return Err(Reason::NoPlace);
            }
            places.push((if whole { Address::default() } else { said.context.base.clone() }, false));
        }
        let actions: Option<Vec<Action>> = order.phrases.iter().map(|p| phrase_action(order, p)).collect();
        let actions = actions.ok_or(Reason::NoPhrase)?;
        for place in places {
            for action in &actions {
                self.push(said, instrument, place.clone(), action.clone(), one.is_erratum());
            }
        }
        Ok(())
    }

    /// An order that names no place: about the whole instrument, a frame for the orders below, or about what the orders above named.
    fn without_place(
        &mut self,
        said: &Said<'_>,
        one: &Resolved<'_>,
        instrument: &Named,
        waiting: &mut Vec<Waiting>,
    ) -> Result<(), Reason> {
        let (order, erratum, base) = (one.order, one.is_erratum(), &said.context.base);
        let mut wait = |place: Address, position| {
            waiting.push(Waiting { instrument: instrument.clone(), place: (place, false), erratum, position });
        };
        if order.verb == Verb::Repeal && order.instrument.is_some() && !order.announces {
            self.push(said, instrument, (Address::default(), false), Action::Repeal, erratum);
        } else if order.announces || order.instrument.is_some() && said.below {
            // Only a frame: the orders below say what.
        } else if let Some(end) = end_of(one) {
            wait(end, Some(Position::End));
        } else if order.verb == Verb::Replace && !said.spoken.quotes.is_empty() && !base.is_whole() {
            wait(base.clone(), None);
        } else {
            return Err(Reason::NoPlace);
        }
        Ok(())
    }

    /// Gives the new text behind a sentence to the places that wait for it.
    fn give_texts(&mut self, said: &Said<'_>, waiting: Vec<Waiting>) {
        if waiting.is_empty() {
            return;
        }
        let Said { spoken, here, .. } = *said;
        if spoken.quotes.is_empty() {
            let targets = waiting.into_iter().map(|w| (w.instrument, w.place.0)).collect();
            self.review(spoken, here, Reason::NoText, targets);
            return;
        }
        let text: Vec<String> = spoken.quotes.iter().map(|q| unquoted(&q.full_text()).to_owned()).collect();
        let mut texts = Texts::new(&text.join("\n"));
        let alone = waiting.len() == 1;
        for Waiting { instrument, place, erratum, position } in waiting {
            let Some(text) = texts.take(&place.0, place.1, alone) else {
                self.review(spoken, here, Reason::LabelNotInText, vec![(instrument, place.0)]);
                continue;
            };
            let action = match position {
                _ if place.1 => Action::ReplaceHeading { text },
                Some(position) => Action::Insert { position, text },
                None => Action::Replace { text },
            };
            self.push(said, &instrument, place, action, erratum);
        }
        if texts.has_more() {
            self.review(spoken, here, Reason::TextNotNamed, Vec::new());
        }
    }

    fn push(&mut self, said: &Said<'_>, instrument: &Named, place: (Address, bool), action: Action, erratum: bool) {
        self.amendment.operations.push(Operation {
            source: said.here.clone(),
            line: said.spoken.line,
            instrument: instrument.clone(),
            place: place.0,
            heading: place.1,
            action,
            effective: None,
            erratum,
        });
    }
}

/// Whether a child, or what stands below it, gives orders.
fn orders_within(child: &Provision, above: &[Order]) -> bool {
    let sentence = collapse(child.words());
    let listed =
        above.last().filter(|o| o.places.is_empty()).is_some_and(|o| directive::listed(o, &sentence).is_some());
    listed
        || !directive::read(&sentence).is_empty()
        || child.children.iter().any(|c| c.level.is_labelled() && orders_within(c, &[]))
}

/// An operation that waits for its text.
struct Waiting {
    instrument: Named,
    /// Where it acts, and whether on the heading alone.
    place: (Address, bool),
    erratum: bool,
    position: Option<Position>,
}

/// An order with its places in full.
struct Resolved<'o> {
    order: &'o Order,
    places: Result<Vec<(Address, bool)>, Reason>,
    anchor: Option<Result<Vec<(Address, bool)>, Reason>>,
    instrument: Option<Named>,
}

impl Resolved<'_> {
    fn is_erratum(&self) -> bool {
        self.order.verb == Verb::Correct
    }
}

fn phrase_action(order: &Order, phrase: &str) -> Option<Action> {
    match order.verb {
        Verb::Insert => {
            let anchor = order.anchor.as_ref();
            Some(Action::InsertPhrase {
                text: phrase.to_owned(),
                beside: anchor.and_then(|a| a.phrase.clone()),
                before: anchor.is_some_and(|a| a.side == Side::Before),
            })
            .filter(|_| anchor.is_some())
        }
        Verb::Repeal => Some(Action::DeletePhrase { text: phrase.to_owned() }),
        _ => Some(Action::ReplacePhrase { old: phrase.to_owned(), new: order.by.clone()? }),
    }
}

/// `Bổ sung đoạn … vào cuối khoản 3`: a paragraph behind all that the anchor holds.
fn end_of(one: &Resolved<'_>) -> Option<Address> {
    let anchor = one.anchor.as_ref()?.as_ref().ok()?;
    let (place, _) = anchor.first()?;
    (one.order.verb == Verb::Insert).then(|| place.child(Level::Paragraph, "cuối"))
}

/// Where the n-th insertion of an order goes: the first beside the anchor, each further one behind the one before.
fn position(one: &Resolved<'_>, n: usize) -> Position {
    let places = one.places.as_ref().map(Vec::as_slice).unwrap_or_default();
    if let Some((before, _)) = n.checked_sub(1).and_then(|at| places.get(at)) {
        return Position::After(before.clone());
    }
    let Some(Anchor { side, .. }) = &one.order.anchor else { return Position::ByLabel };
    let anchor =
        one.anchor.as_ref().and_then(|a| a.as_ref().ok()).and_then(|a| a.last()).map(|(place, _)| place.clone());
    match (side, anchor) {
        (Side::After, Some(place)) => Position::After(place),
        (Side::Before, Some(place)) => Position::Before(place),
        (Side::End, _) => Position::End,
        _ => Position::ByLabel,
    }
}

/// What all places have in common.
fn common(resolved: &[Resolved<'_>]) -> Option<Address> {
    let mut found: Option<Address> = None;
    let places =
        resolved.iter().flat_map(|r| r.places.iter().flatten().chain(r.anchor.iter().flat_map(|a| a.iter().flatten())));
    for (place, _) in places {
        found = Some(match found {
            None => place.clone(),
            Some(have) => {
                let shared = have.0.iter().zip(&place.0).take_while(|(a, b)| a == b).count();
                Address(have.0.into_iter().take(shared).collect())
            }
        });
    }
    found
}

fn address_of(provision: &Provision, above: &Address) -> Address {
    match &provision.label {
        Some(label) => above.child(provision.level, label.as_str()),
        None => above.clone(),
    }
}
