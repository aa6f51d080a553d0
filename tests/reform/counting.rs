//! How a programme counts: net, stages, prices, ratios of out and in, all by hand. A minute of work is 100.000 đồng a year.

use super::*;
use tinhgon::model::{
    Counting, CountsIn, CountsOut, PriceStep, Ratio, Scope, Succession, Valuation, ValueBasis, Weighs,
};
use tinhgon::reform::{InOutLine, forecast, in_out};

const TODAY: Date = date(2026, 7, 1);

fn million(whole: i64) -> Fraction {
    Fraction::whole(whole * 1_000_000)
}

/// So many minutes, so that ten of them are a million đồng a year.
fn procedure(code: &str, agency: &str, minutes: i64) -> Subject {
    let rows = vec![row("a1", ActivityGroup::Dossier, None, &minutes.to_string(), 0)];
    subject(code, agency, RegulationKind::Procedure, rows)
}

fn in_force_from(code: &str, regulation: &str, kind: &str, from: Date) -> Measure {
    measure(code, regulation, kind, &[], &[(MeasureStatus::Proposed, START), (MeasureStatus::InForce, from)])
}

/// Frozen: A of 10 million and B of 6 (BTP), C of 4 (BCA). In force: A halved (5 million), C abolished (4 million). Since then N of 3 million came to BTP
/// and M, whose cost nobody knows, to BCA.
fn snapshot_of(counting: Counting) -> (Snapshot, Programme) {
    let frozen = vec![procedure("A", "BTP", 100), procedure("B", "BTP", 60), procedure("C", "BCA", 40)];
    let mut unknown = procedure("M", "BCA", 1);
    (unknown.waits, unknown.annual) = (true, Fraction::ZERO);
    let mut living = frozen.clone();
    living.extend([unknown, procedure("N", "BTP", 30)]);
    let march = date(2026, 3, 1);
    let measures = vec![in_force_from("m1", "A", "half", march), in_force_from("m2", "C", "abolish", march)];
    let mut snapshot = snapshot(living, measures);
    snapshot.baselines.insert("test".into(), Register { frozen_on: Some(START), subjects: frozen });
    let programme = Programme {
        counting,
        targets: vec![
            Target::new("cost", Metric::CostSaved, Fraction::whole(40), date(2026, 12, 31)),
            Target::new("count", Metric::CutOrSimplified, Fraction::whole(40), date(2026, 12, 31)),
        ],
        ..programme()
    };
    snapshot.programmes = vec![programme.clone()];
    (snapshot, programme)
}

fn ratio(out: i64, weighs: Weighs, ins: CountsIn, outs: CountsOut) -> Ratio {
    Ratio {
        id: "r".into(),
        out: Fraction::whole(out),
        weighs,
        ins,
        outs,
        together: false,
        months: None,
        source: "by hand".into(),
    }
}

fn with(ratio: Ratio) -> Counting {
    Counting { ratios: vec![ratio], ..Counting::default() }
}

fn came_on() -> BTreeMap<String, Date> {
    [("N".to_owned(), date(2026, 2, 1))].into()
}

/// The lines of all, of BCA and of BTP in the only book.
fn lines(counting: Counting) -> [InOutLine; 3] {
    let (snapshot, programme) = snapshot_of(counting);
    let mut book = in_out(&snapshot, &programme, TODAY, &came_on()).unwrap().books.remove(0);
    let agencies: Vec<_> = book.agencies.iter().map(|line| line.agency.as_deref()).collect();
    assert_eq!(agencies, [Some("BCA"), Some("BTP")]);
    let btp = book.agencies.remove(1);
    [book.total, book.agencies.remove(0), btp]
}

#[test]
fn a_net_programme_takes_off_what_is_new() {
    let of = |counting| {
        let (snapshot, programme) = snapshot_of(counting);
        let found = progress(&snapshot, &programme, TODAY, None);
        (found.targets[0].total.clone(), found.remarks.len())
    };
    // 9 of 20 million are 45 %; without the 3 that are new, 6 of 20 are 30 %.
    let (gross, remarks) = of(Counting::default());
    let now = gross.at(Stage::InForce);
    assert_eq!((now.achieved, now.percent, now.met, remarks), (million(9), Some(Fraction::whole(45)), true, 0));
    let (net, remarks) = of(Counting { net: true, ..Counting::default() });
    let now = net.at(Stage::InForce);
    // That it is net, and that the cost of M is in no sum.
    assert_eq!((now.achieved, now.gross, now.met, remarks), (million(6), million(9), false, 2));
    assert_eq!((now.percent, now.gap), (Some(Fraction::whole(30)), million(2)));
    // The table of gross and net says the same of both.
    assert_eq!(net.net(Stage::InForce), gross.net(Stage::InForce));
    // Two of three regulations were cut, two came.
    let (snapshot, programme) = snapshot_of(Counting { net: true, ..Counting::default() });
    let count = &progress(&snapshot, &programme, TODAY, None).targets[1].total;
    assert_eq!(count.at(Stage::InForce).achieved, Fraction::ZERO);
    // A forecast takes the same off.
    let ahead = forecast(&snapshot, &programme, TODAY);
    assert_eq!(ahead.targets[0].planned.at_due.achieved, million(6));
}

#[test]
fn a_net_programme_without_a_frozen_baseline_is_not_met_and_says_so() {
    let (mut snapshot, programme) = snapshot_of(Counting { net: true, ..Counting::default() });
    snapshot.baselines.clear();
    let found = progress(&snapshot, &programme, TODAY, None);
    let now = *found.targets[0].total.at(Stage::InForce);
    // 9 of 23 million of the living catalogue; 10 % would be reached, and is not said to be.
    assert_eq!(now.achieved, million(9));
    let easy = Programme {
        targets: vec![Target::new("cost", Metric::CostSaved, Fraction::whole(10), date(2026, 12, 31))],
        ..programme
    };
    let found = progress(&snapshot, &easy, TODAY, None);
    assert!(!found.targets[0].total.at(Stage::InForce).met && found.remarks.len() == 1);
}

#[test]
fn amounts_are_in_the_prices_that_are_stated_or_are_told_not_to_be() {
    let step = |year, factor: &str| PriceStep { year, factor: fraction(factor), source: "by hand".into() };
    let counting = |prices| Counting { net: true, price_year: Some(2020), prices, ..Counting::default() };
    let cost = |counting| {
        let (mut snapshot, programme) = snapshot_of(counting);
        // Frozen in 2024, seen in 2026.
        let frozen = snapshot.baselines.get_mut("test").unwrap();
        frozen.frozen_on = Some(date(2024, 12, 31));
        let found = progress(&snapshot, &programme, TODAY, None);
        let book = in_out(&snapshot, &programme, TODAY, &came_on()).unwrap();
        (found.targets[0].total.clone(), found.remarks.len(), book.books.len())
    };
    // The baseline and its savings × 0,8; what is new × 0,5: 16 million, 7,2 saved, 1,5 new.
    let (total, _, books) = cost(counting(vec![step(2024, "0.8"), step(2026, "0.5")]));
    let now = total.at(Stage::InForce);
    assert_eq!((total.baseline, now.gross), (million(16), fraction("7200000")));
    assert_eq!((now.achieved, books), (fraction("5700000"), 1));
    // Today: 16 less 7,2 and 1,5 more.
    assert_eq!(total.burden.unwrap().today, fraction("10300000"));
    // No conversion of what is new: it is not taken off, nothing is met, remarks say why (and that the cost of M is unknown), and there is no book.
    let (total, remarks, books) = cost(counting(vec![step(2024, "0.8")]));
    let now = total.at(Stage::InForce);
    assert_eq!((now.achieved, now.met, remarks, books), (fraction("7200000"), false, 3, 0));
}

#[test]
fn prices_of_two_years_are_not_mixed_without_a_word() {
    let net = Counting { net: true, ..with(ratio(1, Weighs::Cost, CountsIn::WithCost, CountsOut::Relief)) };
    let (mut snapshot, programme) = snapshot_of(net);
    let remarks = |snapshot: &Snapshot| {
        let found = progress(snapshot, &programme, TODAY, None);
        (found.remarks.len(), in_out(snapshot, &programme, TODAY, &came_on()).unwrap().remarks.len())
    };
    // That it is net, and the unknown cost of M; in the book the latter.
    assert_eq!(remarks(&snapshot), (2, 1));
    snapshot.baselines.get_mut("test").unwrap().frozen_on = Some(date(2024, 12, 31));
    assert_eq!(remarks(&snapshot), (3, 2));
}

#[test]
fn what_is_owed_follows_the_definitions_of_in_and_out() {
    use CountsIn::{Every, WithCost};
    use CountsOut::{Abolished, Relief};
    let regulations = |out, ins, outs| lines(with(ratio(out, Weighs::Regulations, ins, outs)));
    let number = Fraction::whole;
    // Two for one, every new rule, every relief: BCA 1 in, 1 out, 2 owed; BTP likewise.
    let [all, bca, btp] = regulations(2, Every, Relief);
    assert_eq!((bca.came, bca.gone, bca.owed, bca.debt), (number(1), number(1), Some(number(2)), Some(number(1))));
    assert_eq!((btp.balance, btp.debt), (number(-1), Some(number(1))));
    assert_eq!((all.came, all.gone, all.debt), (number(2), number(2), Some(number(2))));
    // Only what costs something is in: M is not known to, and is told.
    let [all, bca, _] = regulations(2, WithCost, Relief);
    assert_eq!((bca.came, bca.unknown, bca.debt), (number(0), 1, Some(number(0))));
    assert_eq!((all.unknown, all.debt), (1, Some(number(1))));
    // Only what is abolished is out: A was made lighter and does not pay.
    let [_, bca, btp] = regulations(1, Every, Abolished);
    assert_eq!((bca.debt, btp.gone, btp.debt), (Some(number(0)), number(0), Some(number(1))));
    // By cost: BTP 3 million in, 5 out; BCA nothing known in, 4 out. One for one leaves 2 and 4.
    let [all, bca, btp] = lines(with(ratio(1, Weighs::Cost, WithCost, Relief)));
    assert_eq!((bca.balance, btp.balance, all.balance), (million(4), million(2), million(6)));
    // Without a ratio nothing is owed.
    let [all, ..] = lines(Counting::default());
    assert_eq!((all.owed, all.debt, all.balance), (None, None, million(6)));
}

#[test]
fn one_agency_pays_for_another_only_where_the_programme_says_so() {
    // Two for one by cost: BTP owes 6 and gave 5; BCA owes nothing and gave 4.
    let mut rule = ratio(2, Weighs::Cost, CountsIn::WithCost, CountsOut::Relief);
    rule.months = Some(12);
    let [all, _, btp] = lines(with(rule.clone()));
    assert_eq!((btp.debt, all.debt), (Some(million(1)), Some(million(1))));
    // N came on 1/2/2026.
    assert_eq!((btp.due, all.due), (Some(date(2027, 2, 1)), Some(date(2027, 2, 1))));
    rule.together = true;
    let [all, _, btp] = lines(with(rule));
    assert_eq!((btp.debt, all.debt, all.due), (None, Some(Fraction::ZERO), None));
}

#[test]
fn what_came_first_is_paid_first() {
    let (mut snapshot, programme) =
        snapshot_of(with(Ratio { months: Some(6), ..ratio(1, Weighs::Cost, CountsIn::WithCost, CountsOut::Relief) }));
    // 3 million in February, 4 in May; 5 went: February is paid, May is not.
    snapshot.live.subjects.push(procedure("O", "BTP", 40));
    let mut came_on = came_on();
    came_on.insert("O".into(), date(2026, 5, 1));
    let book = &in_out(&snapshot, &programme, TODAY, &came_on).unwrap().books[0];
    let btp = &book.agencies[1];
    assert_eq!((btp.debt, btp.due), (Some(million(2)), Some(date(2026, 11, 1))));
    // Of a day that nobody knows no due date is made.
    came_on.remove("O");
    let book = &in_out(&snapshot, &programme, TODAY, &came_on).unwrap().books[0];
    assert_eq!((book.agencies[1].debt, book.agencies[1].due), (Some(million(2)), None));
}

#[test]
fn credits_lapse_and_temporary_cuts_count_for_their_time() {
    let cost = || ratio(1, Weighs::Cost, CountsIn::WithCost, CountsOut::Relief);
    // In force since 1/3/2026: two months later they pay for nothing.
    let [all, _, btp] = lines(Counting { credit_months: Some(2), ..with(cost()) });
    assert_eq!((all.gone, all.lapsed, btp.debt), (Fraction::ZERO, million(9), Some(million(3))));
    let [all, ..] = lines(Counting { credit_months: Some(4), ..with(cost()) });
    assert_eq!((all.gone, all.lapsed), (million(9), Fraction::ZERO));

    let temporary = |counting: Counting| {
        let (mut snapshot, programme) = snapshot_of(counting);
        // C is abolished for two years only, to the end of 28/2/2028.
        snapshot.measures[1].statuses[1].until = Some(date(2028, 2, 28));
        (progress(&snapshot, &programme, TODAY, None), in_out(&snapshot, &programme, TODAY, &came_on()).unwrap())
    };
    let valuation =
        |basis, rate: Option<i64>, years| Valuation { basis, rate: rate.map(Fraction::whole), years, factor: None };
    // Averaged over ten years: 5 million of A, and 2/10 of 4 of C.
    let average = Some(valuation(ValueBasis::Average, None, Some(10)));
    let (_, book) = temporary(Counting { valuation: average, ..with(cost()) });
    let years = tinhgon::model::years_between(date(2026, 3, 1), date(2028, 2, 29)).unwrap();
    // 29/2/2028 is the day after, 1 year and 365 days of 365 from 1/3/2026.
    assert_eq!(years, Fraction::whole(2));
    assert_eq!(book.books[0].total.gone, fraction("5800000"));
    // Lasting ones only: C counts neither to the target nor in the book.
    let (found, book) = temporary(Counting { lasting_only: true, ..with(cost()) });
    assert_eq!(found.targets[0].total.at(Stage::InForce).achieved, million(5));
    assert_eq!(book.books[0].total.gone, million(5));
    assert_eq!(found.remarks.len(), 1);
}

#[test]
fn the_stage_that_counts_and_the_agency_that_took_over_are_followed() {
    let (mut snapshot, programme) = snapshot_of(Counting {
        stage: Some(Stage::Planned),
        ..with(ratio(1, Weighs::Regulations, CountsIn::Every, CountsOut::Relief))
    });
    snapshot.measures.push(proposed("m3", "B", "half", &[]));
    let book = in_out(&snapshot, &programme, TODAY, &came_on()).unwrap();
    assert_eq!((book.stage, book.books[0].total.gone), (Stage::Planned, Fraction::whole(3)));
    assert_eq!(Succession::default().after("BTP"), "BTP");
    // Fields that the programme leaves out are out of the book too.
    let scope = Scope { without_agencies: vec!["BTP".into()], ..Scope::default() };
    let book = in_out(&snapshot, &Programme { scope, ..programme }, TODAY, &came_on()).unwrap();
    assert_eq!(book.books[0].total.came, Fraction::ONE, "N of BTP is not covered");
}

#[test]
fn without_a_frozen_baseline_there_is_no_book() {
    let (mut snapshot, programme) = snapshot_of(Counting::default());
    snapshot.baselines.clear();
    assert!(in_out(&snapshot, &programme, TODAY, &came_on()).unwrap().books.is_empty());
}
