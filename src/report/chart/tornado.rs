//! The tornado: what the saving is with each uncertain parameter at its low and at its high, the others as they are.

use super::svg::{Anchor, Svg};
use super::{LINE, MOST, WIDTH, dong, legend, short};
use crate::text::Lang;
use crate::words::Message;
use crate::words::chart::ChartWord as W;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

/// A parameter with the saving at its low, at its high, and as it is.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Bar {
    what: String,
    saved_at_low: Json,
    saved_at_high: Json,
    point_saved: Json,
}

/// The drawing; nothing where nothing moves the saving.
pub(super) fn tornado(bars: &[Bar], lang: Lang) -> String {
    let size = |value: &Json| value.as_f64().unwrap_or_default();
    let ends = || bars.iter().flat_map(|bar| [&bar.saved_at_low, &bar.saved_at_high, &bar.point_saved]).map(size);
    let (least, most) = (ends().fold(f64::INFINITY, f64::min), ends().fold(f64::NEG_INFINITY, f64::max));
    let Some(point) = bars.first().map(|bar| size(&bar.point_saved)).filter(|_| most > least) else {
        return String::new();
    };
    let x = |value: f64| (value - least) / (most - least) * WIDTH;
    let mut svg = Svg::new(W::Tornado.text(lang));
    svg.text("", (0.0, LINE - 4.0), Anchor::Start, W::Tornado.text(lang));
    let mut y = LINE * 2.0 + 4.0;
    for bar in bars.iter().take(MOST) {
        svg.text("", (0.0, y), Anchor::Start, &short(&bar.what));
        let said = W::TornadoSaid.with(lang, &[&dong(&bar.saved_at_low, lang), &dong(&bar.saved_at_high, lang)]);
        svg.text("faint", (WIDTH, y), Anchor::End, &said);
        y += 5.0;
        for (class, end) in [("planned", size(&bar.saved_at_low)), ("done", size(&bar.saved_at_high))] {
            let (left, right) = (x(end.min(point)), x(end.max(point)));
            svg.rect(class, (left, y), (right - left, 10.0), &bar.what);
        }
        svg.line("goal", (x(point), y - 2.0), (x(point), y + 12.0));
        y += 10.0 + LINE + 4.0;
    }
    legend(&mut svg, y, &[("planned", W::AtLow.text(lang)), ("done", W::AtHigh.text(lang))]);
    svg.done(WIDTH, y + 6.0)
}
