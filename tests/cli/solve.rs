//! `scenario solve`: the best set of measures, kept, asked again, or told why there is none.

use super::home::Home;
use serde_json::{Value, json};

/// A day on which the shipped measures have been proposed.
const DAY: &str = "2026-12-31";

/// The codes of the measures of an answer.
fn codes(answer: &Value) -> Vec<&str> {
    answer["measures"].as_array().unwrap().iter().map(|measure| measure["code"].as_str().unwrap()).collect()
}

#[test]
fn the_greatest_saving_within_one_decree_is_the_measure_that_saves_most_alone() {
    let home = Home::new();
    let found = home.json(&["scenario", "solve", "--as-of", DAY, "--objective", "greatest-saving", "--budget", "20"]);
    // As `measure list` tells it, which knows nothing of choosing. A decree takes 20 points, and so do two circulars and an
    // internal decision, of which the catalogue has none that save as much.
    let alone = home.rows(&["measure", "list"]);
    let most = alone.iter().max_by_key(|row| row["saved_alone_dong"].as_i64().unwrap()).unwrap();
    assert_eq!(found["saved_dong"], most["saved_alone_dong"]);
    assert_eq!(codes(&found), [most["code"].as_str().unwrap()]);
    assert_eq!((&found["status"], &found["optimal"], &found["effort"]), (&json!("solved"), &json!(true), &json!(20)));
    assert_eq!((&found["gap_percent"], &found["bound"]), (&json!(0), &found["saved_dong"]));
    let accounted = codes(&found).len() + found["left"].as_array().unwrap().len();
    assert_eq!(accounted, alone.len());
}

#[test]
fn a_solution_is_kept_as_a_scenario_and_its_problem_solved_again() {
    let home = Home::new();
    home.write(
        "problem.toml",
        "exclude = [\"1.004222-m3\"]\n\n[[target]]\nmetric = \"cost_saved\"\npercent = 15\n\n[[conflict]]\nmeasures = [\"1.000656-m1\", \"1.001193-m1\"]\n",
    );
    let first = home.json(&[
        "scenario",
        "solve",
        "problem.toml",
        "--as-of",
        DAY,
        "--save",
        "least",
        "--name",
        "Ít công sức nhất",
    ]);
    assert_eq!(first["targets"][0]["met"], json!(true));
    let percent = first["targets"][0]["percent"].as_f64().unwrap();
    assert!(percent >= 15.0);
    // The catalogue: 1.128.525.558.712 đồng; 15% of it.
    assert_eq!(first["targets"][0]["needed"], json!(169_278_833_807_i64));
    assert!(!codes(&first).contains(&"1.004222-m3"));
    let kept = home.rows(&["scenario", "list"]);
    assert_eq!((&kept[0]["code"], &kept[0]["name"]), (&json!("least"), &json!("Ít công sức nhất")));
    assert_eq!(kept[0]["measures"], json!(codes(&first).len()));
    let again = home.json(&["scenario", "solve", "--again", "least", "--as-of", DAY]);
    assert_eq!((&again["measures"], &again["effort"]), (&first["measures"], &first["effort"]));
    // A set that a person put together is not written over, and has nothing to solve.
    home.write("by-hand.toml", "[[scenario]]\ncode = \"mine\"\nname = \"Của tôi\"\nmeasures = [\"1.000656-m1\"]\n");
    home.run(&["import", "by-hand.toml"]).ok();
    home.run(&["scenario", "solve", "problem.toml", "--save", "mine"]).refused(2, "mine");
    home.run(&["scenario", "solve", "--again", "mine"]).refused(2, "mine");
    home.run(&["scenario", "solve", "--again", "none"]).refused(2, "none");
}

#[test]
fn the_printed_problem_is_the_same_problem() {
    let home = Home::new();
    let asked = [
        "--target",
        "cost_saved=12%",
        "--target",
        "cut_or_simplified@BCA=1",
        "--max-level",
        "decree",
        "--needs",
        "1.000656-m2=1.000656-m1",
    ];
    let solve = |more: &[&str]| home.json(&[&["scenario", "solve", "--as-of", DAY], more].concat());
    let direct = solve(&asked);
    for lang in ["vi", "en"] {
        let printed = home.run(&[&["--lang", lang, "scenario", "solve", "--print-problem"], &asked[..]].concat()).ok();
        home.write("printed.toml", &printed.out);
        let from_file = solve(&["printed.toml"]);
        assert_eq!((&from_file["measures"], &from_file["targets"]), (&direct["measures"], &direct["targets"]));
    }
    let chosen = codes(&direct);
    assert!(!chosen.contains(&"1.000656-m2") || chosen.contains(&"1.000656-m1"));
    assert!(direct["measures"].as_array().unwrap().iter().all(|measure| measure["level"] != json!("law")));
}

#[test]
fn what_cannot_be_reached_is_told_with_its_culprits() {
    let home = Home::new();
    let args = ["scenario", "solve", "--as-of", DAY, "--target", "cost_saved=20%", "--max-level", "circular"];
    let ran = home.run(&[&args[..], &["--format", "json"]].concat()).ended(1);
    let why = ran.json();
    assert_eq!(why["status"], json!("unreachable"));
    let kinds: Vec<&Value> = why["any_of"].as_array().unwrap().iter().map(|one| &one["constraint"]).collect();
    assert_eq!(kinds, ["target", "max_level"]);
    assert_eq!(why["any_of"], why["core"]);
    let near = &why["nearest"][0];
    assert!(near["most_alone"].as_i64().unwrap() < near["needed"].as_i64().unwrap());
    // What is the most there is what the greatest saving without a limit of effort finds.
    let most = home.json(&[
        "scenario",
        "solve",
        "--as-of",
        DAY,
        "--objective",
        "greatest-saving",
        "--budget",
        "1000000",
        "--max-level",
        "circular",
    ]);
    assert_eq!(near["most_alone"], most["saved_dong"]);
    home.run(&args).ended(1).says("Không đạt được").says("cấp văn bản từ “Thông tư của Bộ trưởng");
    home.run(&[&["--lang", "en"], &args[..]].concat())
        .ended(1)
        .says("Cannot be reached")
        .says("level “Circular of a minister” or below");
}

#[test]
fn bad_problems_are_refused_with_their_place() {
    let home = Home::new();
    home.write("bad.toml", "objective = \"least_effort\"\n\n[[target]]\nmetric = \"money\"\npercent = 20\n");
    home.run(&["scenario", "solve", "bad.toml"]).refused(3, "bad.toml:4:10");
    home.write("unknown.toml", "exlude = [\"1.000656-m1\"]\n");
    home.run(&["scenario", "solve", "unknown.toml"]).refused(3, "unknown.toml:1:1");
    home.run(&["scenario", "solve", "none.toml"]).refused(3, "none.toml");
    home.run(&["scenario", "solve"]).refused(3, "mục tiêu");
    home.run(&["scenario", "solve", "--target", "cost_saved=150%"]).refused(3, "150%");
    home.run(&["scenario", "solve", "--target", "cost_saved=20%", "--exclude", "none"]).refused(3, "none");
    home.run(&["scenario", "solve", "--target", "cost=20%"]).refused(2, "cost=20%");
    home.run(&["scenario", "solve", "--target", "cost_saved=-3"]).refused(2, "-3");
    home.run(&["scenario", "solve", "--target", "cost_saved=1%", "--needs", "x"]).refused(2, "x");
    home.run(&["scenario", "solve", "--as-of", DAY, "--objective", "greatest-saving"]).refused(3, "khối lượng");
}

#[test]
fn numbers_and_places_are_told_where_they_are_wrong() {
    let home = Home::new();
    home.write("less.toml", "[[target]]\nmetric = \"cost_saved\"\npercent = -5\n");
    home.run(&["scenario", "solve", "less.toml"]).refused(3, "less.toml");
    home.run(&["scenario", "solve", "--target", "cost_saved=1%", "--budget", "-1"]).refused(2, "“-1” không phải là số");
    home.run(&["scenario", "solve", "--target", "cost_saved=1%", "--seconds", "-1"]).refused(2, "--seconds");
    home.run(&["scenario", "solve", "--target", "money=1%"]).refused(2, "time_saved, cut_or_simplified");
    home.run(&["scenario", "solve", "--again", "nosuch"]).refused(6, "kịch bản có sẵn: planned");
}

#[test]
fn dates_in_a_problem_may_stand_without_quotes() {
    let home = Home::new();
    let problem = |due: &str| format!("due_by = {due}\n\n[[target]]\nmetric = \"cost_saved\"\npercent = 5\n");
    home.write("bare.toml", &problem("2026-12-31"));
    home.write("quoted.toml", &problem("\"2026-12-31\""));
    let solve = |file: &str| home.json(&["scenario", "solve", file, "--as-of", DAY]);
    assert_eq!(solve("bare.toml")["measures"], solve("quoted.toml")["measures"]);
}

#[test]
fn a_solution_is_never_kept_under_a_special_name() {
    let home = Home::new();
    for code in ["planned", "in_force", "a b", ""] {
        let args = ["scenario", "solve", "--as-of", DAY, "--target", "cost_saved=5%", "--save", code];
        // Before solving, so that nothing is waited for in vain.
        assert_eq!(home.run(&args).refused(2, "planned").out, "");
    }
    assert_eq!(home.rows(&["scenario", "list"]).len(), 0);
}

#[test]
fn measures_in_force_are_counted_and_not_listed() {
    let home = Home::new();
    home.run(&["measure", "add", "1.001193", "--kind", "drop-step", "--target", "a10", "--title", "Đã xong"]).ok();
    home.run(&["measure", "move", "1.001193-m3", "approved", "--document", "1/QĐ-TTg"]).ok();
    home.run(&["measure", "move", "1.001193-m3", "in_force", "--document", "2/NĐ-CP"]).ok();
    let args = ["scenario", "solve", "--as-of", DAY, "--objective", "greatest-saving", "--budget", "20"];
    let shown = home.run(&args).ok().says("Chọn 1 phương án").says("Tính cả 1 phương án đã thực thi");
    assert!(!shown.out.contains("Đã xong"), "{}", shown.out);
    home.run(&[&args[..], &["-v"]].concat()).ok().says("Đã xong");
    // The effort of what is done is told apart where a scenario is shown: a step dropped takes a circular, 8 points.
    home.run(&[&args[..], &["--save", "best"]].concat()).ok();
    home.run(&["scenario", "show", "best"])
        .ok()
        .says("Khối lượng sửa đổi văn bản: 28 điểm")
        .says("trong đó 8 điểm của phương án đã thực thi");
    let done: Vec<Value> = home.json(&args)["measures"].as_array().unwrap().clone();
    assert_eq!(done.iter().filter(|measure| measure["in_force"] == json!(true)).count(), 1);
}

#[test]
fn one_target_that_is_too_much_conflicts_with_nothing() {
    let home = Home::new();
    let args = ["scenario", "solve", "--as-of", DAY, "--target", "cost_saved=99%", "--target", "abolished=99%"];
    let shown = home.run(&args).ended(1).says("Điều kiện sau không thể thỏa mãn").out;
    assert!(!shown.contains("không thể cùng thỏa mãn"), "{shown}");
}

#[test]
fn the_model_can_be_given_to_another_solver() {
    let home = Home::new();
    let found = home.json(&["scenario", "solve", "--as-of", DAY, "--target", "cost_saved=20%", "--model", "model.mps"]);
    let model = home.text("model.mps");
    let section = |name: &str| model.lines().position(|line| line.split(' ').next() == Some(name)).unwrap();
    assert!(
        section("ROWS") < section("COLUMNS")
            && section("COLUMNS") < section("RHS")
            && section("RHS") < section("ENDATA")
    );
    // Three words, the second quoted: with any other, solvers take the variables for continuous and answer the relaxation.
    let markers: Vec<&str> = model.lines().filter(|line| line.contains("MARKER")).map(str::trim).collect();
    assert_eq!(markers, ["MARKER 'MARKER' 'INTORG'", "MARKER 'MARKER' 'INTEND'"]);
    let variables: std::collections::BTreeSet<&str> =
        model.lines().filter_map(|line| line.trim().split(' ').next()).filter(|word| word.starts_with("x_")).collect();
    assert_eq!(json!(variables.len()), found["options"]);
}

#[test]
fn every_form_shows_the_set() {
    let home = Home::new();
    let args = ["scenario", "solve", "--as-of", DAY, "--objective", "greatest-saving", "--budget", "20"];
    home.run(&args).ok().says("1.000656-m2").says("Tối ưu").says("93.925.615.530");
    home.run(&[&["--lang", "en"], &args[..]].concat()).ok().says("Optimal").says("93,925,615,530");
    home.run(&[&args[..], &["--format", "md"]].concat()).ok().says("| 1.000656-m2 |");
    let csv = home.run(&[&args[..], &["--format", "csv"]].concat()).ok();
    let head = "code,title,level,effort,saved_alone_dong,saved_within_dong,remark,regulation,in_force,required";
    assert!(csv.out.starts_with(&format!("{head}\n1.000656-m2,")));
}
