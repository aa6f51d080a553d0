//! What an amending instrument leaves for review, answered on its screen, and taken back.

use super::{NEW_YEAR, change, go, screen, send, session};
use crate::model::{Batch, Instrument, InstrumentVersion, OrderAnswer, Provenance, VersionKind};
use crate::text::Lang;
use crate::tui::place::Place;

const TEXT: &str = "BỘ CHÈ LAM\nSố: 9/2031/TT-BCL\nTHÔNG TƯ\nSửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL\n\
    Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL\n1. Đánh số lại các khoản của Điều 5.\n2. Bãi bỏ khoản 1 Điều 8.\n";

#[test]
fn a_line_for_review_is_answered_and_the_answer_taken_back() {
    let mut session = session(Lang::Vi);
    let number = "9/2031/TT-BCL".to_owned();
    let instrument = Instrument {
        number: number.clone(),
        title: "Sửa đổi".into(),
        issuer: None,
        issued: None,
        effective: None,
        expired: None,
        provenance: Provenance::Assumption,
        source: "thử".into(),
    };
    let version = InstrumentVersion {
        instrument: number.clone(),
        name: "original".into(),
        kind: VersionKind::Original,
        from: None,
        text: TEXT.into(),
        source: "thử".into(),
    };
    let batch = Batch { instruments: vec![instrument], instrument_versions: vec![version], ..Batch::default() };
    session.workspace.change(&change("Minh", NEW_YEAR + 60), |w| w.put_batch(&batch)).unwrap();
    go(&mut session, Place::about("law", &number));
    send(&mut session, &["f4", "=tra loi noi dung", "enter"]);
    let seen = screen(&mut session, 120, 30);
    assert!(seen.contains("khoản 1 Điều 1: Đánh số lại các khoản của Điều 5."), "{seen}");
    send(&mut session, &["enter", "=Bãi bỏ khoản 3 Điều 5.", "ctrl-s"]);
    let kept = session.workspace.all::<OrderAnswer>().unwrap();
    assert_eq!(kept.len(), 1, "{}", screen(&mut session, 120, 30));
    let answer = &kept[0];
    assert_eq!((answer.take.as_str(), answer.base.as_str()), ("Bãi bỏ khoản 3 Điều 5.", "3/2021/TT-BCL"));
    assert_eq!(answer.order, "Đánh số lại các khoản của Điều 5.");
    // It is seen where the line was, and empty it is taken back.
    send(&mut session, &["f4", "=tra loi noi dung", "enter"]);
    let seen = screen(&mut session, 120, 30);
    assert!(seen.contains("Nhận là: Bãi bỏ khoản 3 Điều 5."), "{seen}");
    send(&mut session, &["enter"]);
    for _ in 0.."Bãi bỏ khoản 3 Điều 5.".chars().count() {
        send(&mut session, &["backspace"]);
    }
    send(&mut session, &["ctrl-s"]);
    assert_eq!(session.workspace.all::<OrderAnswer>().unwrap(), [], "{}", screen(&mut session, 120, 30));
}
