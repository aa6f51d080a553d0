//! From the tree of an amending instrument to its operations: each order is completed by the orders that announce it, and the new text that
//! follows it is given to the places that it names. What is not certain goes to the review list.

use super::complete::{complete, complete_all, wider_base};
use super::directive::{self, Anchor, Order, Side, Verb};
use super::operation::{Action, Amendment, Named, Operation, Position, Reason, Unresolved};
use super::texts::Texts;
use super::{effect, facts};
use crate::law::document::{Document, Provision};
use crate::law::mention::Mention;
use crate::law::quote::unquoted;
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
    effect::apply(document, facts.issued, &mut amendment);
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

/// A sentence of a provision with the quotations that follow it.
struct Spoken<'d> {
    sentence: String,
    orders: Vec<Order>,
    quotes: Vec<&'d Provision>,
    line: usize,
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
        self.carry_out(spoken, here, &resolved, context, below);
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

    fn carry_out(
        &mut self,
        spoken: &Spoken<'_>,
        here: &Address,
        resolved: &[Resolved<'_>],
        context: &Context,
        below: bool,
    ) {
        let text: Vec<String> = spoken.quotes.iter().map(|q| unquoted(&q.full_text()).to_owned()).collect();
        let mut texts = Texts::new(&text.join("\n"));
        let mut waiting: Vec<Waiting> = Vec::new();
        for one in resolved {
            let Some(instrument) = one.instrument.clone() else {
                self.review(spoken, here, Reason::NoInstrument, Vec::new());
                continue;
            };
            let erratum = one.order.verb == Verb::Correct;
            let mut push = |(place, heading): (Address, bool), action: Action| {
                self.amendment.operations.push(Operation {
                    source: here.clone(),
                    line: spoken.line,
                    instrument: instrument.clone(),
                    place,
                    heading,
                    action,
                    effective: None,
                    erratum,
                });
            };
            let order = one.order;
            if order.about_phrases && !order.phrases.is_empty() {
                let places = match &one.places {
                    Ok(places) if !places.is_empty() => places.clone(),
                    Ok(_) if order.instrument.is_some() && order.places.is_empty() => vec![(Address::default(), false)],
                    Ok(_) if !context.base.is_whole() => vec![(context.base.clone(), false)],
                    Ok(_) => {
                        self.review(spoken, here, Reason::NoPlace, Vec::new());
                        continue;
                    }
                    Err(reason) => {
                        let reason = *reason;
                        self.review(spoken, here, reason, Vec::new());
                        continue;
                    }
                };
                let actions: Option<Vec<Action>> = order.phrases.iter().map(|p| phrase_action(order, p)).collect();
                let Some(actions) = actions else {
                    self.review(spoken, here, Reason::NoPhrase, Vec::new());
                    continue;
                };
                for (place, heading) in places {
                    actions.iter().for_each(|action| push((place.clone(), heading), action.clone()));
                }
                continue;
            }
            let mut places = match &one.places {
                Ok(places) => places.clone(),
                Err(reason) => {
                    let reason = *reason;
                    self.review(spoken, here, reason, Vec::new());
                    continue;
                }
            };
            if order.context_heading {
                places = vec![(context.base.clone(), true)];
            }
            if places.is_empty() {
                if order.verb == Verb::Repeal && order.instrument.is_some() && !order.announces {
                    push((Address::default(), false), Action::Repeal);
                } else if order.announces || order.instrument.is_some() && below {
                    // Only a frame: the orders below say what.
                } else if let Some(end) = end_of(one) {
                    waiting.push(Waiting {
                        instrument,
                        place: end,
                        heading: false,
                        erratum,
                        position: Some(Position::End),
                    });
                } else if order.verb == Verb::Replace && !spoken.quotes.is_empty() && !context.base.is_whole() {
                    let place = context.base.clone();
                    waiting.push(Waiting { instrument, place, heading: false, erratum, position: None });
                } else {
                    self.review(spoken, here, Reason::NoPlace, Vec::new());
                }
                continue;
            }
            for (n, place) in places.into_iter().enumerate() {
                match order.verb {
                    Verb::Repeal => push(place, Action::Repeal),
                    Verb::Suspend => push(place, Action::Suspend { until: effect::until(&spoken.sentence) }),
                    Verb::Substitute if place.0.0.first().is_some_and(|s| s.level == Level::Annex) => {
                        let by = order.by_places.get(n).or_else(|| order.by_places.first()).map(|p| p.address.clone());
                        let by = by.unwrap_or_else(|| place.0.clone());
                        push(place, Action::ReplaceAnnex { by });
                    }
                    Verb::Insert
                        if spoken.quotes.is_empty() && place.0.0.first().is_some_and(|s| s.level == Level::Annex) =>
                    {
                        // The annex itself stands behind the amending instrument.
                        let by = place.0.clone();
                        push(place, Action::ReplaceAnnex { by });
                    }
                    Verb::Insert | Verb::Replace | Verb::Substitute | Verb::Correct => {
                        let position = (order.verb == Verb::Insert).then(|| position(one, n));
                        let instrument = instrument.clone();
                        waiting.push(Waiting { instrument, place: place.0, heading: place.1, erratum, position });
                    }
                }
            }
        }
        if waiting.is_empty() {
            return;
        }
        if spoken.quotes.is_empty() {
            let targets = waiting.into_iter().map(|w| (w.instrument, w.place)).collect();
            self.review(spoken, here, Reason::NoText, targets);
            return;
        }
        let alone = waiting.len() == 1;
        for Waiting { instrument, place, heading, erratum, position } in waiting {
            let Some(text) = texts.take(&place, heading, alone) else {
                self.review(spoken, here, Reason::LabelNotInText, vec![(instrument, place)]);
                continue;
            };
            let action = match position {
                _ if heading => Action::ReplaceHeading { text },
                Some(position) => Action::Insert { position, text },
                None => Action::Replace { text },
            };
            self.amendment.operations.push(Operation {
                source: here.clone(),
                line: spoken.line,
                instrument,
                place,
                heading,
                action,
                effective: None,
                erratum,
            });
        }
        if texts.has_more() {
            self.review(spoken, here, Reason::TextNotNamed, Vec::new());
        }
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
    place: Address,
    heading: bool,
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

/// The sentences of a provision: its own words, and each paragraph in it, with the quotations behind each.
fn spoken(provision: &Provision) -> Vec<Spoken<'_>> {
    let mut found: Vec<Spoken<'_>> = Vec::new();
    let mut sentence = String::new();
    for line in provision.words().lines() {
        // A paragraph that begins an order of its own is a sentence of its own.
        if !sentence.is_empty()
            && line.trim_start().starts_with(char::is_uppercase)
            && begins_with_verb(line.trim_start())
        {
            found.push(Spoken {
                sentence: collapse(&sentence),
                orders: Vec::new(),
                quotes: Vec::new(),
                line: provision.line,
            });
            sentence.clear();
        }
        sentence.push_str(line);
        sentence.push(' ');
    }
    found.push(Spoken { sentence: collapse(&sentence), orders: Vec::new(), quotes: Vec::new(), line: provision.line });
    for child in &provision.children {
        match child.level {
            Level::Quote => {
                if let Some(last) = found.last_mut() {
                    last.quotes.push(child);
                }
            }
            Level::Paragraph => {
                found.push(Spoken {
                    sentence: collapse(&child.text),
                    orders: Vec::new(),
                    quotes: Vec::new(),
                    line: child.line,
                });
            }
            _ => {}
        }
    }
    for one in &mut found {
        one.orders = directive::read(&one.sentence);
    }
    found
}

fn begins_with_verb(sentence: &str) -> bool {
    ["Sửa đổi", "Bổ sung", "Bãi bỏ", "Thay thế", "Bỏ cụm", "Bỏ từ", "Ngưng hiệu lực", "Đính chính"]
        .iter()
        .any(|v| sentence.starts_with(v))
}

fn lists_below(sentence: &str) -> bool {
    let text = sentence.trim_end();
    text.ends_with(':') || text.ends_with(" tại") || text.ends_with("sau đây")
}
