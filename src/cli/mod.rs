//! The command line: one file a command. Data goes to standard output, messages and progress to standard error.

pub mod args;
mod assign;
mod baseline;
mod changed;
mod check;
mod config;
mod context;
mod cost;
mod cost_check;
mod cost_edit;
mod cost_method;
mod cost_observe;
mod cost_population;
mod export;
mod health;
mod help;
mod history;
mod hub;
mod import;
mod import_map;
mod init;
mod law;
mod linked;
mod list;
mod manual;
mod measure;
mod measure_edit;
mod merge_local;
mod new;
mod nouns;
mod output;
mod outputs;
mod overwrite;
mod progress;
mod report;
mod report_verify;
mod review;
mod scenario;
mod schema;
mod search;
mod show;
mod show_instrument;
mod suggest;
mod uncertainty;
mod upkeep;

use crate::text::Lang;
use crate::words::cause::CauseWord;
use crate::words::cli::CliMessage;
use crate::words::{Fault, Message, Result};
use args::{Cli, Command};
use clap::{ArgMatches, CommandFactory, FromArgMatches};
use config::Config;
use context::{Context, Now};
use std::ffi::OsString;
use std::io::IsTerminal;
use std::mem::ManuallyDrop;
use std::process::ExitCode;

/// How a command ended when nothing went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Done, or an answer of "yes" (exit code 0).
    Done,
    /// An answer of "no": a target missed, a check failed (exit code 1).
    No,
}

/// Runs the program on its arguments and gives its exit code: 0 done · 1 an answer of "no" · 2 wrong usage · 3 bad input ·
/// 4 the database · 5 anything else · 6 what was asked for does not exist.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let config = Config::load();
    let asked = asked_language(&arguments);
    let lang =
        config.as_ref().map_or_else(|_| Config::default().language(asked.as_deref()), |c| c.language(asked.as_deref()));
    let config = match config {
        Ok(config) => config,
        Err(fault) => return fail(&fault, lang),
    };
    let matches = match matches(lang, &arguments) {
        Ok(matches) => matches,
        Err(error) => return usage(&error, lang),
    };
    let cli = match Cli::from_arg_matches(&matches) {
        Ok(cli) => cli,
        Err(error) => return usage(&error, lang),
    };
    let (quiet, verbose) = (cli.global.quiet, cli.global.verbose > 0);
    for unknown in config.unknown.iter().filter(|_| !quiet) {
        output::remark(&format!("{} {}", CliMessage::WarningHeading.text(lang), unknown.text(lang)));
    }
    match Context::new(cli.global, lang, config, Now::of_environment()).and_then(|context| {
        outputs::check(&context, &matches)?;
        check_ending(&context, cli.command.as_ref())?;
        let answer = dispatch(&context, cli.command);
        context.tell_passed();
        context.tell_conflicts();
        answer
    }) {
        Ok(Answer::Done) => ExitCode::SUCCESS,
        Ok(Answer::No) => ExitCode::from(1),
        Err(fault) => {
            let code = fail(&fault, lang);
            if let Some(technical) = fault.technical().filter(|_| lang == Lang::Vi) {
                let said =
                    if verbose { CauseWord::Technical.said(&[&technical]) } else { CauseWord::MoreWithV.said(&[]) };
                if verbose || !quiet {
                    output::remark(said.text(lang));
                }
            }
            code
        }
    }
}

/// Refuses to write a table under the name of a document, which no program could open. Commands that write documents know their own.
fn check_ending(context: &Context, command: Option<&Command>) -> Result<()> {
    use args::LawCommand;
    const DOCUMENTS: [&str; 9] = ["doc", "docx", "htm", "html", "ods", "odt", "pdf", "xls", "xlsx"];
    let writes_documents = match command {
        Some(Command::Report(_) | Command::Export(_) | Command::Template(_)) => true,
        Some(Command::Law(LawCommand::Compare(_) | LawCommand::Draft(_))) => true,
        Some(Command::Law(LawCommand::Apply(args))) => args.against.is_none(),
        _ => false,
    };
    match context.extension() {
        Some(ending) if !writes_documents && DOCUMENTS.contains(&ending.as_str()) => {
            Err(Fault::usage(CliMessage::UnknownEnding.said(&[&ending, &"md, csv, json, txt"])))
        }
        _ => Ok(()),
    }
}

/// What was typed. Most often nothing is said of the commands, so their help is put on only once it is asked for or something was typed wrongly.
fn matches(lang: Lang, arguments: &[OsString]) -> std::result::Result<ArgMatches, clap::Error> {
    // Only the command that is named gets its arguments (`defer` in `args`). There are many small parts to it all the same, and the process ends
    // before it would pay to take them apart.
    let mut bare = ManuallyDrop::new(Cli::command());
    bare.try_get_matches_from_mut(arguments)
        .or_else(|_| help::localised_for(Cli::command(), lang, arguments).try_get_matches_from(arguments))
}

fn dispatch(context: &Context, command: Option<Command>) -> Result<Answer> {
    let done = |result: Result<()>| result.map(|()| Answer::Done);
    match command {
        None => done(open(context)),
        Some(Command::Init(args)) => done(init::run(context, &args)),
        Some(Command::Import(args)) => import::run(context, &args),
        Some(Command::Export(args)) => done(export::run(context, &args)),
        Some(Command::New(args)) => new::create(context, &args),
        Some(Command::Template(args)) => done(new::template(context, &args)),
        Some(Command::MergeLocal(args)) => done(merge_local::run(context, &args)),
        Some(Command::List(args)) => done(list::run(context, &args)),
        Some(Command::Show(args)) => done(show::run(context, &args)),
        Some(Command::Search(args)) => search::run(context, &args),
        Some(Command::Cost(command)) => cost::run(context, command),
        Some(Command::Law(command)) => law::run(context, command),
        Some(Command::Measure(command)) => measure::run(context, *command),
        Some(Command::Linked(command)) => done(linked::run(context, command)),
        Some(Command::Suggest(command)) => done(suggest::run(context, command)),
        Some(Command::Review(command)) => done(review::run(context, command)),
        Some(Command::Scenario(command)) => scenario::run(context, command),
        Some(Command::Directive(command)) => done(assign::directive::run(context, *command)),
        Some(Command::Assignment(command)) => done(assign::assignment::run(context, *command)),
        Some(Command::Campaign(command)) => done(assign::campaign::run(context, *command)),
        Some(Command::Indicator(command)) => done(assign::indicator::run(context, *command)),
        Some(Command::Owes(args)) => done(assign::owes::run(context, &args)),
        Some(Command::Uncertainty(command)) => done(uncertainty::run(context, command)),
        Some(Command::Baseline(command)) => done(baseline::run(context, command)),
        Some(Command::Progress(args)) => done(progress::run(context, &args)),
        Some(Command::Check(args)) => check::run(context, &args),
        Some(Command::Health(args)) => health::run(context, &args),
        Some(Command::Report(args)) => report::run(context, &args),
        Some(Command::History(args)) => done(history::run(context, &args)),
        Some(Command::Hub(command)) => hub::run(context, command),
        Some(Command::Undo(args)) => done(history::undo(context, &args)),
        Some(Command::Redo(args)) => done(history::redo(context, &args)),
        Some(Command::Backup(args)) => done(upkeep::backup(context, &args)),
        Some(Command::Restore(args)) => done(upkeep::restore(context, &args)),
        Some(Command::Doctor(args)) => upkeep::doctor(context, &args),
        Some(Command::Completions(args)) => done(manual::completions(context, &args)),
        Some(Command::Schema(args)) => done(schema::run(context, &args)),
        Some(Command::Man) => done(manual::man(context)),
    }
}

/// Without a command: the terminal application; not on a terminal, the progress overview and a hint.
fn open(context: &Context) -> Result<()> {
    let workspace = context.open()?;
    if std::io::stdin().is_terminal()
        && std::io::stdout().is_terminal()
        && context.output.is_none()
        && context.format.is_none()
    {
        return screens(context, workspace);
    }
    progress::overview(context, &workspace)?;
    context.tell(&CliMessage::OverviewHint.said(&[]));
    Ok(())
}

/// The terminal application; another workspace file that was chosen in it is opened in its turn.
fn screens(context: &Context, workspace: crate::store::Workspace) -> Result<()> {
    let config = &context.config;
    let mut options = crate::tui::Options {
        lang: context.lang,
        lang_given: context.lang_given,
        change: context.change("tui", ""),
        templates: config.templates.clone(),
        kept: outputs::always_kept(context),
        no_color: no_color(context),
        look: config.look(),
        ascii: config.ascii,
        mouse: config.mouse,
        keys: config.keys.clone(),
        file: context.database().display().to_string(),
        named_file: context.chose_database(),
    };
    let mut next = crate::tui::run(workspace, options.clone())?;
    while let Some(path) = next {
        options.file = path.display().to_string();
        options.named_file = true;
        next = crate::tui::run(context.open_at(&path)?, options.clone())?;
    }
    Ok(())
}

fn no_color(context: &Context) -> bool {
    match context.color {
        clap::ColorChoice::Always => false,
        clap::ColorChoice::Never => true,
        clap::ColorChoice::Auto => std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty()),
    }
}

/// `--lang` is needed before the arguments are parsed, so that even their errors and help speak it.
fn asked_language(arguments: &[OsString]) -> Option<String> {
    let texts: Vec<String> = arguments.iter().map(|a| a.to_string_lossy().into_owned()).collect();
    let at = texts.iter().position(|a| a == "--lang" || a.starts_with("--lang="))?;
    match texts[at].strip_prefix("--lang=") {
        Some(value) => Some(value.to_owned()),
        None => texts.get(at + 1).cloned(),
    }
}

fn fail(fault: &Fault, lang: Lang) -> ExitCode {
    fail_message(fault, lang);
    ExitCode::from(fault.kind().exit_code())
}

/// Says what went wrong and what to do.
fn fail_message(fault: &Fault, lang: Lang) {
    output::remark(&format!("{} {}", CliMessage::ErrorHeading.text(lang), fault.message(lang)));
    if let Some(hint) = fault.hint_text(lang) {
        // What says itself what it is (`xem: …`, `lập bằng: …`) needs no heading, and no second colon.
        let heading =
            if hint.contains(": ") { String::new() } else { format!("{} ", CliMessage::HintHeading.text(lang)) };
        output::remark(&format!("{heading}{hint}"));
    }
}

/// Wrong usage, told in the language of the user; help and version are no errors.
fn usage(error: &clap::Error, lang: Lang) -> ExitCode {
    use clap::error::{ContextKind, ErrorKind};
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        // A broken pipe while printing help is nobody's fault.
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    let context = |kind| error.get(kind).map(|value| crate::text::clean_line(&value.to_string()));
    let argument = context(ContextKind::InvalidArg).unwrap_or_default();
    let value = context(ContextKind::InvalidValue).unwrap_or_default();
    let said = match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            let _ = error.print();
            return ExitCode::from(2);
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => CliMessage::MissingValues.said(&[&argument]),
        ErrorKind::MissingRequiredArgument => CliMessage::MissingArgument.said(&[&argument]),
        ErrorKind::TooManyValues => CliMessage::TooManyValues.said(&[&value, &argument]),
        ErrorKind::UnknownArgument if argument.starts_with('-') => CliMessage::UnknownArgument.said(&[&argument]),
        ErrorKind::UnknownArgument => CliMessage::TooManyArguments.said(&[&argument]),
        ErrorKind::InvalidSubcommand => {
            CliMessage::UnknownCommand.said(&[&context(ContextKind::InvalidSubcommand).unwrap_or_default()])
        }
        ErrorKind::ArgumentConflict => {
            CliMessage::ArgumentsExclude.said(&[&argument, &context(ContextKind::PriorArg).unwrap_or_default()])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => CliMessage::BadValue.said(&[&value, &argument]),
        _ => CliMessage::BadUsage.said(&[]),
    };
    let suggestion = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::ValidValue]
        .into_iter()
        .find_map(context)
        .filter(|text| !text.is_empty());
    let hint = match suggestion {
        Some(text) => CliMessage::Suggestion.said(&[&text]),
        None => CliMessage::SeeHelp.said(&[]),
    };
    // Why a number does not fit, as “0 is not in 1..=64”; what there is no word for, as the library says it.
    let why = match error.kind() {
        ErrorKind::ValueValidation => std::error::Error::source(error).map(ToString::to_string),
        _ if said == CliMessage::BadUsage.said(&[]) => Some(crate::text::clean_line(&error.to_string())),
        _ => None,
    };
    let fault = Fault::usage(said).hint(hint);
    fail(&why.into_iter().fold(fault, Fault::because), lang)
}
