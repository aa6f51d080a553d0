//! From the tree of an amending instrument to its operations: each order is completed by the orders that announce it, and the new text that
//! follows it is given to the places that it names. What is not certain goes to the review list.

use super::complete::{complete, complete_all, is_attached, wider_base};
use super::directive::{self, Directive, Open, Order, Verb};
use super::heard::{Frame, Heard, missed, once};
use super::operation::{Action, Amendment, Named, Operation, Position, Reason, Unresolved};
use super::resolved::{Resolved, common, end_of, phrase_action, position};
use super::said::{Context, Said, Stand, Waiting, address_of, operation};
use super::sentence::{
    Spoken, begins_an_item, begins_with_target, begins_with_verb, ends_an_instrument, is_dashed_order, lists_below,
    only_instrument, speaks_of_law, spoken,
};
use super::texts::{Texts, leaves_out};
use super::unplaced::{holds_an_order, orders_within, without_articles};
use super::{annexed, dates, facts, overlap, passing};
use crate::law::consolidate::is_repealed;
use crate::law::name::mention::Mention;
use crate::law::read::quote::{is_cut_short, unquoted};
use crate::law::{Document, Provision};
use crate::model::{Address, Level};
use crate::text::clean::collapse;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Reads the operations of an amending instrument. An instrument that amends nothing gives none. Every order that is seen gives an operation or
/// stands for review.
pub fn read(document: &Document) -> Amendment {
    let facts = facts::read(document);
    let own = facts.named.number.clone();
    let mut reader =
        Reader { names: facts.names, amends: facts.amends, own, issued: facts.issued, ..Reader::default() };
    let context = Context { instrument: facts.target, base: facts.part, ..Context::default() };
    for provision in &document.provisions {
        reader.container(provision, &Address::default(), &context);
    }
    let lost = missed(&reader.heard, &reader.frames, &reader.amendment);
    let mut amendment = reader.amendment;
    amendment.unresolved.extend(lost);
    annexed::read(document, &mut amendment);
    if amendment.operations.is_empty() && amendment.unresolved.is_empty() {
        amendment.unresolved = without_articles(document);
    }
    dates::apply(document, facts.issued, &mut amendment);
    overlap::part(document, &mut amendment);
    amendment.unresolved = once(std::mem::take(&mut amendment.unresolved));
    amendment.orders = amendment.operations.len() + amendment.unresolved.len();
    Amendment { named: facts.named, title: facts.title, issued: facts.issued, ..amendment }
}

#[derive(Default)]
struct Reader {
    /// The number of the instrument that is read.
    own: Option<String>,
    /// When it was issued.
    issued: Option<Date>,
    names: BTreeMap<String, String>,
    /// Whether the instrument says of itself that it amends.
    amends: bool,
    amendment: Amendment,
    /// Every sentence that looks like an order, read or not.
    heard: Vec<Heard>,
    /// Sentences that only announce the orders below them.
    frames: Vec<Frame>,
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
        let words = collapse(provision.words());
        if let Some(order) = directive::read(&words).orders.first() {
            inner.amending = true;
            match order.instrument.as_ref().and_then(|m| self.named(m)).filter(|_| !order.several) {
                Some(named) => inner.instrument = Some(named),
                None if order.several => inner.instrument = None,
                None => {}
            }
        } else if begins_with_verb(&words) {
            // A heading of orders that names no instrument to be read: which one they aim at is not known.
            inner.instrument = None;
            inner.amending = true;
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
        let last = sentences.iter().rposition(|s| !s.directive.orders.is_empty());
        for (n, one) in sentences.iter().enumerate() {
            // What an earlier sentence of the same provision announced holds for the later ones.
            let above = if n == 0 { context.clone() } else { inner.clone() };
            let later = last.is_some_and(|last| last > n);
            let orders = &one.directive.orders;
            let children = || provision.children.iter().any(|c| c.level.is_labelled() && orders_within(c, orders));
            let below = later || (!orders.is_empty() && children());
            let withdrawn = provision.children.iter().any(is_repealed);
            let stand = Stand { heading: n == 0 && provision.level == Level::Article, below, withdrawn };
            let before = self.told();
            self.sentence(one, here, &above, &mut inner, stand);
            self.in_passing(one, here, stand, before);
        }
        for child in &provision.children {
            if child.level.is_labelled() && !is_dashed_order(child) {
                let address = address_of(child, here);
                self.provision(child, &address, &inner);
            }
        }
    }

    /// How much was read, heard or announced so far.
    fn told(&self) -> (usize, usize) {
        (self.amendment.operations.len() + self.amendment.unresolved.len() + self.frames.len(), self.heard.len())
    }

    /// Hears a sentence that nothing was read of, and that orders something about an instrument that it names.
    fn in_passing(&mut self, spoken: &Spoken<'_>, here: &Address, stand: Stand, before: (usize, usize)) {
        let (read, heard) = self.told();
        if read > before.0 {
            return;
        }
        if heard > before.1 {
            let last = self.heard.pop();
            self.heard.extend(last.map(Heard::silent));
        } else if passing::orders(&spoken.sentence, self.own.as_deref()) {
            self.heard.push(Heard::of(spoken, here, stand.heading, None).silent());
        }
    }

    fn sentence(&mut self, spoken: &Spoken<'_>, here: &Address, context: &Context, inner: &mut Context, stand: Stand) {
        let mut directive = Directive { orders: spoken.directive.orders.clone(), open: spoken.directive.open };
        directive.settle_days(self.issued);
        let mut of_list = false;
        if directive.orders.is_empty()
            && let Some(listed) = &context.listed
        {
            directive = directive::listed(listed, &spoken.sentence);
            of_list = !directive.orders.is_empty();
        }
        let orders = &directive.orders;
        let scope = self.amends || context.amending;
        let verbal = begins_with_verb(&spoken.sentence);
        let target = context.amending && !stand.heading && begins_with_target(&spoken.sentence);
        // A line of a list that an order announces says what is meant, whether it can be read or not.
        let target = target || (context.listed.is_some() && begins_an_item(&spoken.sentence));
        if scope && (verbal || !spoken.quotes.is_empty()) || target || ends_an_instrument(&spoken.sentence) {
            let aim = context.instrument.clone().map(|named| (named, context.base.clone()));
            self.heard.push(Heard::of(spoken, here, stand.heading, aim));
        }
        if spoken.stray {
            // It is heard, and stands for review.
            return;
        }
        let explicit = orders.iter().any(|o| o.instrument.as_ref().is_some_and(|m| !m.this));
        // "Các văn bản sau đây hết hiệu lực:" names none; the lines below it do.
        let lists = orders.iter().any(|o| o.announces && o.verb == Verb::Repeal && o.places.is_empty());
        let starts = scope || stand.heading || explicit || lists;
        let own = orders.iter().all(|o| o.instrument.as_ref().is_some_and(|m| m.this)) && !context.amending;
        // "Điều 8. Hủy bỏ Quyết định công nhận" is about a paper, where nothing says that the instrument amends.
        let paper = !scope && !orders.is_empty() && orders.iter().all(|o| self.names_an_unknown(o));
        if orders.is_empty() || !starts || own || paper {
            if stand.heading && verbal && speaks_of_law(&spoken.sentence) {
                inner.amending = true;
                if let Some(named) = only_instrument(&spoken.sentence).and_then(|m| self.named(&m)) {
                    inner.instrument = Some(named);
                }
            }
            return;
        }
        let resolved = self.resolve(orders, context);
        inner.amending = true;
        let own = context.amending && orders.iter().any(Order::aims_at_its_own);
        if let Some(named) = orders.iter().find_map(|o| o.instrument.as_ref().and_then(|m| self.named(m))) {
            inner.instrument = Some(named).filter(|_| !orders.iter().any(|o| o.several));
        } else if orders.iter().any(|o| self.names_an_unknown(o)) {
            inner.instrument = None;
        }
        if stand.heading && orders.iter().all(|o| o.announces && o.instrument.is_none() && o.places.is_empty()) {
            inner.instrument =
                only_instrument(&spoken.sentence).and_then(|m| self.named(&m)).or(inner.instrument.take());
        }
        inner.base = common(&resolved).unwrap_or_else(|| context.base.clone());
        inner.listed = match of_list {
            // The list goes on with the next line.
            true => context.listed.clone(),
            false => orders.last().filter(|o| o.places.is_empty() || lists_below(&spoken.sentence)).cloned(),
        };
        let announces = |o: &Order| o.announces || (o.places.is_empty() && !o.ends_a_whole());
        let frame = stand.heading || lists_below(&spoken.sentence) || orders.iter().all(announces);
        if spoken.quotes.is_empty() && stand.below && frame {
            // Of places whose order was taken away since, none is lost.
            let places = resolved.iter().flat_map(Resolved::named_places).filter(|_| !stand.withdrawn);
            self.frames.push(Frame::of(spoken, here, places));
            return;
        }
        let said = Said { spoken, here, context, below: stand.below };
        match directive.open {
            // What is not wholly understood is not carried out in part.
            Some(open) => {
                let reason = match open {
                    Open::More => Reason::PartlyRead,
                    Open::Exception => Reason::Exception,
                    Open::Limit => Reason::Limit,
                    Open::Place => Reason::DoubtfulPlace,
                    Open::Day => Reason::NoDay,
                };
                let targets = resolved.iter().flat_map(Resolved::named_places).collect();
                self.review(spoken, here, reason, targets);
            }
            // "Bãi bỏ Điều 5 Thông tư này" outside of quotations: this one is the one that amends, whatever it may mean.
            None if own => self.review(spoken, here, Reason::OwnText, Vec::new()),
            None => self.carry_out(&said, &resolved),
        }
    }

    fn review(&mut self, spoken: &Spoken<'_>, here: &Address, reason: Reason, targets: Vec<(Named, Address)>) {
        self.amendment.unresolved.push(Unresolved {
            source: here.clone(),
            line: spoken.line,
            sentence: spoken.sentence.clone(),
            reason,
            targets,
            beside: Vec::new(),
        });
    }

    /// The instrument of a mention; "này" is none. A Luật named without its number gets the number that the preamble says.
    fn named(&self, mention: &Mention) -> Option<Named> {
        if !mention.this && mention.number.is_none() && mention.issued.is_some() {
            let name = mention.name.as_ref().map(|name| format!("{} {name}", mention.kind));
            return Some(Named { number: None, name });
        }
        let Named { number, name } = facts::known_by(mention)?;
        let number = number.or_else(|| name.as_ref().and_then(|n| self.names.get(&crate::text::fold(n)).cloned()));
        Some(Named { number, name })
    }

    /// Whether an order names an instrument of which not enough is said: "… của Thông tư liên tịch do Bộ trưởng … ban hành".
    fn names_an_unknown(&self, order: &Order) -> bool {
        order.instrument.as_ref().is_some_and(|m| !m.this && self.named(m).is_none())
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
            .enumerate()
            .map(|(n, order)| {
                let mut base = wider_base(order, &context.base, &named);
                // An order that names its instrument means that, not the rules that were issued with another.
                if order.instrument.as_ref().is_some_and(|m| !m.this) && base.0.first().is_some_and(is_attached) {
                    base = Address::default();
                }
                let anchor = order.anchor.as_ref().map(|a| complete_all(&a.places, &base));
                if let Some(Ok(found)) = &anchor
                    && let Some(first) = found.first()
                {
                    base = first.0.clone();
                }
                let places = complete_all(&order.places, &base);
                let own = order.instrument.as_ref().and_then(|m| self.named(m));
                let above = || context.instrument.clone().or_else(|| shared_instrument.clone());
                // "Bãi bỏ Điều 4 Thông tư số …; bãi bỏ Điều 5": whether the second means that one or the one above is not known.
                let other = orders.iter().take(n).rev().find_map(|o| o.instrument.as_ref().and_then(|m| self.named(m)));
                let doubtful = other.zip(context.instrument.as_ref()).is_some_and(|(one, above)| !one.same(above));
                let unknown = self.names_an_unknown(order) || doubtful;
                let instrument = own.or_else(|| if unknown { None } else { above() });
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
                // It only announces, and the orders below it name the instruments.
                None if one.order.announces && one.order.places.is_empty() && self.names_an_unknown(one.order) => {
                    self.frames.push(Frame::of(said.spoken, said.here, std::iter::empty()));
                    Ok(())
                }
                None => Err(Reason::NoInstrument),
            };
            if let Err(reason) = done {
                self.review(said.spoken, said.here, reason, one.aims(&said.context.base));
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
        self.unread(said, one, instrument);
        for (n, place) in places.into_iter().enumerate() {
            let in_annex = place.0.0.first().is_some_and(|s| s.level == Level::Annex);
            match order.verb {
                Verb::Repeal => self.push(said, one, instrument, place, Action::Repeal),
                Verb::Suspend => {
                    let until = dates::until(&said.spoken.sentence);
                    self.push(said, one, instrument, place, Action::Suspend { until });
                }
                Verb::Substitute if in_annex => {
                    let by = order.by_places.get(n).or_else(|| order.by_places.first()).map(|p| p.address.clone());
                    let by = by.unwrap_or_else(|| place.0.clone());
                    self.push(said, one, instrument, place, Action::ReplaceAnnex { by });
                }
                Verb::Insert if said.spoken.quotes.is_empty() && in_annex => {
                    // The annex itself stands behind the amending instrument.
                    let by = place.0.clone();
                    self.push(said, one, instrument, place, Action::ReplaceAnnex { by });
                }
                Verb::Insert | Verb::Replace | Verb::Substitute | Verb::Correct => {
                    let position = (order.verb == Verb::Insert).then(|| position(one, n));
                    let from = order.from;
                    waiting.push(Waiting { instrument: instrument.clone(), place, erratum, position, from });
                }
            }
        }
        Ok(())
    }

    /// An order about phrases: one operation a phrase and place.
    fn phrases(&mut self, said: &Said<'_>, one: &Resolved<'_>, instrument: &Named) -> Result<(), Reason> {
        let order = one.order;
        let mut places = one.places.clone()?;
        if places.is_empty() && order.unread.is_empty() {
            let whole = order.instrument.is_some();
            if !whole && said.context.base.is_whole() {
                return Err(Reason::NoPlace);
            }
            places.push((if whole { Address::default() } else { said.context.base.clone() }, false));
        }
        let actions: Option<Vec<Action>> = order.phrases.iter().map(|p| phrase_action(order, p)).collect();
        let actions = actions.ok_or(Reason::NoPhrase)?;
        self.unread(said, one, instrument);
        for place in places {
            for action in &actions {
                self.push(said, one, instrument, place.clone(), action.clone());
            }
        }
        Ok(())
    }

    /// What a list of places names and that is none stands for review, item by item.
    fn unread(&mut self, said: &Said<'_>, one: &Resolved<'_>, instrument: &Named) {
        for item in &one.order.unread {
            let sentence = format!("{} [{item}]", said.spoken.sentence);
            let open = Unresolved {
                source: said.here.clone(),
                line: said.spoken.line,
                sentence,
                reason: Reason::NoPlace,
                targets: vec![(instrument.clone(), said.context.base.clone())],
                beside: Vec::new(),
            };
            self.amendment.unresolved.push(open);
        }
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
        let whole = order.instrument.is_some() && !order.announces;
        let quoted = !said.spoken.quotes.is_empty();
        let mut wait = |place: Address, position| {
            waiting.push(Waiting {
                instrument: instrument.clone(),
                place: (place, false),
                erratum,
                position,
                from: order.from,
            });
        };
        if order.verb == Verb::Repeal && whole {
            self.push(said, one, instrument, (Address::default(), false), Action::Repeal);
        } else if order.verb == Verb::Suspend && whole {
            let until = dates::until(&said.spoken.sentence);
            self.push(said, one, instrument, (Address::default(), false), Action::Suspend { until });
        } else if !quoted && (order.announces || order.instrument.is_some() && said.below) {
            // Only a frame: the orders below say what.
            self.frames.push(Frame::of(said.spoken, said.here, std::iter::empty()));
        } else if let Some(end) = end_of(one) {
            wait(end, Some(Position::End));
        } else if matches!(order.verb, Verb::Replace | Verb::Correct) && quoted && !base.is_whole() {
            wait(base.clone(), None);
        } else {
            return Err(Reason::NoPlace);
        }
        Ok(())
    }

    /// Gives the new text behind a sentence to the places that wait for it: to all of them, or the sentence stands for review.
    fn give_texts(&mut self, said: &Said<'_>, waiting: Vec<Waiting>) {
        if waiting.is_empty() {
            return;
        }
        let Said { spoken, here, .. } = *said;
        let targets = |waiting: &[Waiting]| waiting.iter().map(|w| (w.instrument.clone(), w.place.0.clone())).collect();
        let inline = spoken.text_behind();
        if spoken.quotes.is_empty() && inline.is_none() && spoken.texts_below.is_empty() {
            self.review(spoken, here, Reason::NoText, targets(&waiting));
            return;
        }
        let cut = spoken.quotes.iter().any(|quote| is_cut_short(&quote.full_text()));
        let quoted = spoken.quotes.iter().map(|q| unquoted(&q.full_text()).to_owned());
        let below = spoken.texts_below.iter().cloned();
        let text: Vec<String> = inline.map(str::to_owned).into_iter().chain(quoted).chain(below).collect();
        if cut || text.iter().any(|text| leaves_out(text)) {
            let reason = if cut { Reason::Unclosed } else { Reason::LeftOut };
            self.review(spoken, here, reason, targets(&waiting));
            return;
        }
        let mut texts = Texts::new(&text.join("\n"), waiting.iter().map(|w| &w.place));
        let alone = waiting.len() == 1;
        let given: Vec<Option<String>> = waiting.iter().map(|w| texts.take(&w.place.0, w.place.1, alone)).collect();
        let orders = given.iter().flatten().any(|text| holds_an_order(text));
        // "Sửa đổi tên Điều 5, Điều 6 như sau:" means the headings of all, where nothing but headings is given.
        let headings = waiting.first().is_some_and(|first| first.place.1)
            && waiting.iter().all(|w| w.place.0.last().is_some_and(|step| step.level == Level::Article))
            && given.iter().flatten().all(|text| text.lines().count() == 1);
        if given.contains(&None) || texts.has_more() || orders {
            let reason = if given.contains(&None) { Reason::LabelNotInText } else { Reason::TextNotNamed };
            self.review(spoken, here, reason, targets(&waiting));
            return;
        }
        for (Waiting { instrument, place, erratum, position, from }, text) in
            waiting.into_iter().zip(given.into_iter().flatten())
        {
            let action = match position {
                _ if place.1 || headings => Action::ReplaceHeading { text },
                Some(position) => Action::Insert { position, text },
                None => Action::Replace { text },
            };
            let place = (place.0, place.1 || headings);
            let operation = operation(said, &instrument, place, action, erratum);
            self.amendment.operations.push(Operation { effective: from, ..operation });
        }
    }

    fn push(
        &mut self,
        said: &Said<'_>,
        one: &Resolved<'_>,
        instrument: &Named,
        place: (Address, bool),
        action: Action,
    ) {
        let operation = operation(said, instrument, place, action, one.is_erratum());
        self.amendment.operations.push(Operation { effective: one.order.from, ..operation });
    }
}
