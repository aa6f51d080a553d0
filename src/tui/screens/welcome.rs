//! The first hour: three sentences of welcome, a guided round whose steps are fulfilled by doing them, hints that can be switched off, and
//! other workspaces.

use crate::exchange::catalog;
use crate::store::Workspace;
use crate::text::number;
use crate::tui::app::App;
use crate::tui::layers::{Chooser, Field, Form, Item, Layer, ask};
use crate::tui::place::Place;
use crate::tui::screen::{Effect, Shared, Watch, Work};
use crate::tui::status::Sign;
use crate::words::Message;
use crate::words::health::HealthWord as H;
use crate::words::screen::ScreenWord as W;
use std::path::PathBuf;

/// Under which name it is remembered that one was welcomed.
const WELCOMED: &str = "welcomed";

/// The welcome of who starts the program on this workspace for the first time.
pub(in crate::tui) fn welcome(shared: &Shared) -> Option<Box<dyn Layer>> {
    if shared.kept.get(WELCOMED).is_some() {
        return None;
    }
    let done = || Effect::Keep(WELCOMED.to_owned(), Some("yes".to_owned()));
    let all = shared.world.names.len();
    // What is there besides the samples is somebody's own.
    let shipped = catalog::shipped().map(|batch| batch.procedures).unwrap_or_default();
    let samples = shipped.iter().filter(|one| !shared.world.name(&one.regulation.code).is_empty()).count();
    let holds = match samples {
        0 => W::WelcomeOwn.with(shared.lang, &[&number::whole(all as i128, shared.lang)]),
        _ if samples == all => W::WelcomeSamples.with(shared.lang, &[&samples]),
        _ => W::WelcomeMixed.with(shared.lang, &[&number::whole(all as i128, shared.lang), &samples]),
    };
    let about = vec![
        shared.word(W::WelcomeWhat).to_owned(),
        W::WelcomeFile.with(shared.lang, &[&shared.file]),
        holds,
        shared.word(W::WelcomeKeys).to_owned(),
    ];
    let items = vec![
        Item::new(shared.word(W::WelcomeTryOut), "", move |_| vec![done(), Effect::Run("try-out")]),
        Item::new(shared.word(W::WelcomeImport), "", move |_| vec![done(), Effect::Open(Place::of("import"))]),
        Item::new(shared.word(W::DoWorkspaces), "", move |_| vec![done(), Effect::Run("workspaces")]),
        Item::new(shared.word(W::WelcomeEnter), "", move |_| vec![done()]),
        Item::new(shared.word(W::DoLanguage), "", |_| vec![Effect::Language]).staying(),
    ];
    Some(Box::new(Chooser::question(shared.word(W::WelcomeTitle), about, items)))
}

/// The steps of the guided round: what is said, and the screen on which it is.
const STEPS: [(W, &str); 5] = [
    (W::TourFind, "catalogue"),
    (W::TourOpen, "procedure"),
    (W::TourCorrect, "procedure"),
    (W::TourPropose, "procedure"),
    (W::TourGauge, "overview"),
];

/// What the status row says where there is nothing else to say: the step of the guided round, or a hint.
pub(in crate::tui) fn hint(app: &App) -> Option<String> {
    let shared = &app.shared;
    if let Some((step, _)) = app.tour {
        let (word, _) = STEPS.get(step)?;
        return Some(W::TourStep.with(shared.lang, &[&(step + 1), &STEPS.len(), &shared.word(*word)]));
    }
    if shared.kept.get("hints") == Some("off") {
        return None;
    }
    let word = match app.entry().name {
        "overview" => W::HintOverview,
        "catalogue" => W::HintCatalogue,
        _ => return None,
    };
    Some(shared.word(word).to_owned())
}

/// Whether the step of the guided round is fulfilled by what was done: the next, or none where it was the last.
pub(in crate::tui) fn step_on(app: &App) -> Option<usize> {
    let (step, before) = app.tour?;
    let place = app.screen().place();
    let changed = app.shared.world.counts.changes > before;
    let done = match step {
        0 => place.screen == "catalogue" && app.screen().grid_seen().is_some_and(|grid| !grid.state.words.is_empty()),
        1 => place.screen == "procedure" && place.tab == "sheet",
        2 | 3 => changed,
        _ => place.screen == "overview",
    };
    done.then_some(step + 1)
}

/// How many steps the guided round has.
pub(in crate::tui) const ROUND: usize = STEPS.len();

/// Looks at the data file beside the screen: its journal, tables and search index.
pub(in crate::tui) fn check_file(shared: &Shared) -> Effect {
    let (path, lang) = (PathBuf::from(&shared.file), shared.lang);
    let run = move |_: &Watch| -> Box<dyn std::any::Any + Send> {
        let found = Workspace::open(&path).and_then(|workspace| workspace.doctor());
        let said = match found {
            Ok(findings) if findings.is_empty() => (Sign::Done, H::FileChecked.text(lang).to_owned()),
            Ok(findings) => (Sign::Warning, H::FileFindings.with(lang, &[&findings.len()])),
            Err(fault) => (Sign::Fault, fault.message(lang)),
        };
        Box::new(said)
    };
    Effect::Work(Work { name: shared.word(H::CheckingFile).to_owned(), place: Place::of("health"), run: Box::new(run) })
}

/// The workspace files that were opened last, and another by its path.
pub(in crate::tui) fn workspaces(shared: &Shared) -> Effect {
    let mut items: Vec<Item> = crate::tui::recent_files()
        .into_iter()
        .filter(|path| path.display().to_string() != shared.file)
        .map(|path| {
            let label = path.display().to_string();
            Item::new(label, "", move |_| vec![Effect::Workspace(path.clone())])
        })
        .collect();
    items.push(Item::new(shared.word(W::AnotherFile), "", |shared| vec![another(shared)]));
    Effect::Over(Box::new(Chooser::new(shared.word(W::DoWorkspaces), items).wide(90)))
}

fn another(shared: &Shared) -> Effect {
    let field = Field::line("path", shared.word(W::WorkspacePath), "").needed();
    Form::new(shared.word(W::DoWorkspaces), vec![field], |answers, shared| {
        let path = PathBuf::from(answers.get("path").cloned().unwrap_or_default());
        if path.exists() {
            return Ok(vec![Effect::Workspace(path)]);
        }
        // A typing error opens no empty world.
        let title = W::NoSuchWorkspace.with(shared.lang, &[&path.display()]);
        let make = Item::new(shared.word(W::MakeWorkspace), "", move |_| vec![Effect::Workspace(path.clone())]);
        Ok(vec![ask::choices(title, Vec::new(), vec![ask::nothing(shared.word(W::LeaveIt)), make])])
    })
    .does(W::FormOpens)
    .open()
}
