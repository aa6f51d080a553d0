use super::*;
use serde_json::json;

fn drawn(kind: &str, of: Json) -> String {
    let block = block(kind, &Value::from(minijinja::value::Serde(of))).unwrap();
    let inner = block.trim().strip_prefix(&format!("```{BLOCK}\n")).unwrap().strip_suffix("\n```").unwrap();
    drawing(inner, Lang::Vi).unwrap()
}

fn target(in_force: Option<f64>) -> Json {
    json!({
        "metric": "cắt giảm <chi phí>", "percent": 20, "due": "2026-12-31", "unit": "đ/năm",
        "total": { "planned_percent": 40.0, "approved_percent": 20.0, "in_force_percent": in_force },
        "planned": { "points": [["2026-01-01", 0.0], ["2026-07-01", 20.0], ["2027-01-01", 10.0]] },
        "approved": { "points": [["2026-01-01", 0.0], ["2027-01-01", 0.0]] },
    })
}

/// By hand: the largest is 40 %, so 20 % is half of 720 and 10 % a quarter.
#[test]
fn gauges_are_as_long_as_their_figures_and_text_stays_text() {
    let svg = drawn("targets", json!([target(Some(10.0))]));
    assert!(svg.contains("class=\"planned\" x=\"0.0\" y=\"24.0\" width=\"720.0\""), "{svg}");
    assert!(svg.contains("class=\"approved\" x=\"0.0\" y=\"24.0\" width=\"360.0\""), "{svg}");
    assert!(svg.contains("class=\"done\" x=\"0.0\" y=\"24.0\" width=\"180.0\""), "{svg}");
    assert!(svg.contains("x1=\"360.0\"") && svg.contains("Cắt giảm &lt;chi phí&gt;") && !svg.contains("<chi"), "{svg}");
    // Nothing to measure against, nothing to draw.
    assert_eq!(drawn("targets", json!([target(None)])), "");
}

/// A figure holds until the next day, so that what ends falls like a cliff: at 2027-01-01 there are two heights at one place.
#[test]
fn what_ends_falls_like_a_cliff() {
    let svg = drawn("course", json!([target(Some(10.0))]));
    let points = svg.split("class=\"course planned\" points=\"").nth(1).unwrap().split('"').next().unwrap();
    let at_the_end: Vec<&str> = points.split(' ').filter(|point| point.starts_with("716.0,")).collect();
    assert_eq!(at_the_end.len(), 3, "{points}");
    assert_ne!(at_the_end[0], at_the_end[1]);
}

#[test]
fn bars_are_in_order_and_figures_as_large_as_they_come() {
    let line = |name: &str, cost: Json, percent: f64| json!({ "name": name, "cost": cost, "percent": percent });
    let svg = drawn(
        "pareto",
        json!([
            line("A", json!(2_000_000), 80.0),
            line("B", json!("99999999999999999999"), 20.0),
            line("C", Json::Null, 0.0)
        ]),
    );
    assert!(svg.contains("2.000.000 đồng/năm · 80%"), "{svg}");
    assert!(svg.contains("99.999.999.999.999.999.999 đồng/năm · 20%"), "{svg}");
    assert_eq!(svg.matches("<rect").count(), 2, "{svg}");
    let item = |name: &str, before: i64, after: i64| json!({ "name": name, "cost": { "before": before, "after": after, "saved": before - after } });
    let items =
        json!([{ "fields": [{ "items": [item("Ít", 100, 90), item("Nhiều", 200, 50), item("Không", 5, 5)] }] }]);
    let svg = drawn("before-after", items);
    assert!(svg.find("Nhiều").unwrap() < svg.find("Ít").unwrap() && !svg.contains("Không"), "{svg}");
}

#[test]
fn a_chart_that_there_is_not_is_refused() {
    let wrong = block("pie", &Value::from(minijinja::value::Serde(json!([])))).unwrap_err();
    assert!(wrong.to_string().contains("pie"), "{wrong}");
    assert!(block("targets", &Value::from(minijinja::value::Serde(json!([{ "metric": 1 }])))).is_err());
}

/// By hand: 200 is the whole width of 720, so what takes 100 off is a bar of 360 that begins at 360, the next takes 50 from there.
#[test]
fn a_waterfall_goes_down_by_the_share_of_each_measure() {
    let measure = |title: &str, share: i64| json!({ "title": title, "saved_share": share });
    let of = |measures: Json, after: i64| {
        json!({
            "total": { "before": 200, "after": after, "saved": 200 - after },
            "agencies": [{ "fields": [{ "items": [{ "name": "A", "cost": null, "measures": measures }] }] }],
        })
    };
    let svg = drawn("waterfall", of(json!([measure("Ít", 50), measure("Nhiều", 100), measure("Không", 0)]), 50));
    assert!(svg.contains("class=\"planned\" x=\"0.0\" y=\"45.0\" width=\"720.0\""), "{svg}");
    assert!(svg.contains("class=\"fall\" x=\"360.0\"") && svg.contains("width=\"360.0\""), "{svg}");
    assert!(svg.contains("class=\"fall\" x=\"180.0\"") && svg.contains("−50 đồng/năm"), "{svg}");
    assert!(svg.contains("class=\"done\" x=\"0.0\"") && !svg.contains("Không"), "{svg}");
    // More than are drawn are taken together, so that the last bar is what is left.
    let many: Vec<Json> = (0..20).map(|n| measure(&format!("m{n}"), 5)).collect();
    let svg = drawn("waterfall", of(json!(many), 100));
    assert!(svg.contains("5 phương án khác") && svg.matches("class=\"fall\"").count() == MOST + 1, "{svg}");
    assert_eq!(drawn("waterfall", of(json!([measure("Không", 0)]), 200)), "");
}

/// By hand: from 50 to 150 is the width of 720; the saving as it is, 100, stands in the middle.
#[test]
fn a_tornado_stands_about_the_saving_as_it_is() {
    let bar = |what: &str, low: i64, high: i64| json!({ "what": what, "saved_at_low": low, "saved_at_high": high, "point_saved": 100 });
    let svg = drawn("tornado", json!([bar("Phút", 50, 150), bar("Lượt", 100, 125)]));
    assert!(svg.contains("class=\"planned\" x=\"0.0\" y=\"45.0\" width=\"360.0\""), "{svg}");
    assert!(svg.contains("class=\"done\" x=\"360.0\" y=\"45.0\" width=\"360.0\""), "{svg}");
    assert!(
        svg.contains("width=\"180.0\"") && svg.contains("x1=\"360.0\"") && svg.contains("100 … 125 đồng/năm"),
        "{svg}"
    );
    assert_eq!(drawn("tornado", json!([])), "");
    assert_eq!(drawn("tornado", json!([bar("Không", 100, 100)])), "");
}
