//! References of real instruments.

use crate::shared_text;
use tinhgon::law::cite::{Instrument, Outcome};
use tinhgon::law::{Document, Graph, Titles};

/// Every reference to a place of the same instrument resolves. None is excepted: the circular cites no place that it does not have.
#[test]
#[ignore = "needs ../shared/data"]
fn a_circular_cites_only_places_that_it_has() {
    let document = Document::read(&shared_text("consolidation/tt-39-2016-tt-nhnn.txt"));
    let graph = Graph::of(&document, &Titles::default());
    let own = graph.citations().iter().filter(|c| c.instrument == Instrument::Own && !c.place.is_whole());
    let lost: Vec<String> = own
        .clone()
        .filter(|c| !matches!(c.outcome, Outcome::Found))
        .map(|c| format!("{}: {} → {} {:?}", c.source.address, c.words, c.place, c.outcome))
        .collect();
    assert_eq!(lost, Vec::<String>::new());
    assert!(own.count() > 30);
}
