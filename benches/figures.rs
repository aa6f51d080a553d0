//! What tinhgon costs, always beside a named alternative that is measured in the same run: `cargo bench --bench figures`.
//!
//! Nothing here passes or fails. Times differ from machine to machine; the ratios say whether something became slow. Words after
//! `--` choose what is measured (`cargo bench --bench figures -- import screen`).

#[path = "figures/chance.rs"]
mod chance;
#[path = "figures/desk.rs"]
mod desk;
#[path = "figures/doctor.rs"]
mod doctor;
#[path = "figures/generate.rs"]
mod generate;
#[path = "figures/import.rs"]
mod import;
#[path = "figures/import_many.rs"]
mod import_many;
#[path = "figures/outline.rs"]
mod outline;
#[path = "figures/progress.rs"]
mod progress;
#[path = "figures/race.rs"]
mod race;
#[path = "figures/scenario.rs"]
mod scenario;
#[path = "figures/screen.rs"]
mod screen;
#[path = "figures/search.rs"]
mod search;
#[path = "figures/solve.rs"]
mod solve;
#[path = "figures/start.rs"]
mod start;

use race::Figure;

fn main() {
    let chosen: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let wanted = |name: &str| chosen.is_empty() || chosen.iter().any(|word| word == name);
    let folder = tempfile::tempdir().expect("a folder for the files");
    let mut figures: Vec<Figure> = Vec::new();
    if wanted("import") {
        figures.extend(import::measure(folder.path()));
    }
    if wanted("growth") {
        figures.extend(import_many::growth(folder.path()));
    }
    // Minutes, and gigabytes on the disk: only where it is asked for by name.
    if chosen.iter().any(|word| word == "million") {
        figures.extend(import_many::million(folder.path()));
    }
    if wanted("progress") || wanted("search") || wanted("start") || wanted("doctor") {
        eprintln!("making a workspace of {} procedures …", generate::PROCEDURES);
        let path = folder.path().join("generated.db");
        let mut workspace = generate::workspace(&path);
        // What changes the file comes last: the start-up and the first progress are those of the file as it was made.
        if wanted("start") {
            figures.extend(start::measure(folder.path(), &path));
        }
        if wanted("doctor") {
            figures.push(doctor::measure(&workspace, &path));
        }
        if wanted("search") {
            figures.extend(search::measure(&workspace, &path));
        }
        if wanted("progress") {
            figures.extend(progress::measure(&mut workspace, &path));
        }
    }
    if wanted("desk") {
        figures.extend(desk::measure(folder.path()));
    }
    if wanted("chance") {
        figures.extend(chance::measure(folder.path()));
    }
    if wanted("outline") {
        figures.extend(outline::measure());
    }
    if wanted("solve") {
        figures.extend(solve::measure_all(folder.path()));
    }
    if wanted("scenario") {
        figures.extend(scenario::measure());
    }
    if wanted("screen") {
        figures.extend(screen::measure(folder.path()));
    }
    print!("{}", race::table(&figures));
}
