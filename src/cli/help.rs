//! Puts the help texts of the catalogue on the command line, in one language.

use crate::model::Kind;
use crate::text::Lang;
use crate::words::Message;
use crate::words::cli::CliMessage;
use crate::words::help::all;
use crate::words::value_name::in_vietnamese;
use clap::Command;
use std::ffi::OsString;

/// The command line with all its help in one language.
pub fn localised(command: Command, lang: Lang) -> Command {
    used(dress(whole(command), "", lang, &|_| true), lang)
}

/// As [`localised`], but only of the commands that the arguments name: no other can be asked for its help, and there are many.
pub fn localised_for(command: Command, lang: Lang, arguments: &[OsString]) -> Command {
    used(dress(whole(command), "", lang, &|name| arguments.iter().any(|argument| argument == name)), lang)
}

/// The command line with the line of usage of every command in one language; the library says `[OPTIONS]` in English.
fn used(command: Command, lang: Lang) -> Command {
    if lang == Lang::En {
        return command;
    }
    let mut built = command.clone();
    built.build();
    with_usage(command, &mut built, lang)
}

fn with_usage(mut command: Command, built: &mut Command, lang: Lang) -> Command {
    let usage = built.render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    command = command.override_usage(usage.replace("[OPTIONS]", CliMessage::OptionsWord.text(lang)));
    for child in built.get_subcommands_mut() {
        let name = child.get_name().to_owned();
        command = command.mut_subcommand(&name, |command| with_usage(command, child, lang));
    }
    command
}

/// The command line with the arguments of every command, which a command else has only once it is named.
fn whole(command: Command) -> Command {
    let mut built = command.clone();
    built.build();
    with_arguments(command, &built)
}

/// A command with the arguments that it has when it is built, before those that all commands share.
fn with_arguments(mut command: Command, built: &Command) -> Command {
    if command.get_arguments().next().is_none() {
        let own = built.get_arguments().filter(|argument| !argument.is_global_set()).cloned();
        command = command.defer(|command| command).groups(built.get_groups().cloned()).args(own);
    }
    for child in built.get_subcommands() {
        command = command.mut_subcommand(child.get_name(), |command| with_arguments(command, child));
    }
    command
}

/// The help text of a command (`measure add`) or argument (`measure add/kind`); `measure */title` serves all commands of `measure`, `*/db` all commands.
fn text(command: &str, argument: Option<&str>, lang: Lang) -> Option<&'static str> {
    let parent = command.split(' ').next().unwrap_or("");
    let paths = match argument {
        None => vec![command.to_owned()],
        Some(name) => vec![format!("{command}/{name}"), format!("{parent} */{name}"), format!("*/{name}")],
    };
    let found = paths.iter().find_map(|path| all().find(|(key, ..)| key == path))?;
    Some(if lang == Lang::Vi { found.1 } else { found.2 })
}

/// The kinds of noun as they are typed.
pub(super) fn kinds() -> String {
    Kind::ALL.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(", ")
}

fn dress(command: Command, path: &str, lang: Lang, named: &dyn Fn(&str) -> bool) -> Command {
    let usage = CliMessage::UsageHeading.text(lang);
    let mut command = command
        .about(text(path, None, lang).unwrap_or(""))
        .help_template(format!("{{about}}\n\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"))
        .after_help(if path.is_empty() { CliMessage::ExitCodes.text(lang) } else { "" })
        .subcommand_help_heading(CliMessage::CommandsHeading.text(lang))
        .subcommand_value_name(CliMessage::CommandWord.text(lang));
    let mut at = 0;
    command = command.mut_args(|argument| {
        // Without a place of their own, positional arguments would be listed by the alphabet.
        let argument = if argument.is_positional() { argument.display_order(at) } else { argument };
        at += 1;
        let heading = match (argument.is_positional(), argument.is_global_set()) {
            (true, _) => CliMessage::ArgumentsHeading,
            (false, true) => CliMessage::GlobalHeading,
            (false, false) => CliMessage::OptionsHeading,
        };
        let help = text(path, Some(argument.get_id().as_str()), lang).unwrap_or("");
        let names = argument.get_value_names().into_iter().flatten().cloned().map(|name| match lang {
            Lang::Vi => in_vietnamese(&name).map_or(name, Into::into),
            Lang::En => name,
        });
        let names: Vec<_> = names.collect();
        let argument = if names.is_empty() { argument } else { argument.value_names(names) };
        argument.help(help.replace("{kinds}", &kinds())).help_heading(heading.text(lang))
    });
    let children: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    for name in children {
        let child = if path.is_empty() { name.clone() } else { format!("{path} {name}") };
        command = command.mut_subcommand(&name, |c| match named(&name) {
            true => dress(c, &child, lang, named),
            false => c.about(text(&child, None, lang).unwrap_or("")),
        });
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Cli;
    use clap::CommandFactory;

    fn missing(command: &Command, path: &str, out: &mut Vec<String>) {
        if text(path, None, Lang::Vi).is_none() {
            out.push(path.to_owned());
        }
        for argument in command.get_arguments() {
            if text(path, Some(argument.get_id().as_str()), Lang::Vi).is_none() {
                out.push(format!("{path}/{}", argument.get_id()));
            }
        }
        for child in command.get_subcommands() {
            let child_path =
                if path.is_empty() { child.get_name().to_owned() } else { format!("{path} {}", child.get_name()) };
            missing(child, &child_path, out);
        }
    }

    #[test]
    fn every_command_and_argument_has_help() {
        let mut out = Vec::new();
        missing(&whole(Cli::command()), "", &mut out);
        assert_eq!(out, Vec::<String>::new());
    }

    #[test]
    fn both_languages_are_there_and_clean() {
        for (path, vi, en) in all() {
            assert!(!vi.is_empty() && !en.is_empty(), "{path}");
            assert_eq!(*vi, crate::text::clean(vi), "{path}");
        }
    }

    /// Every command, with what its help and its line of usage say.
    fn helps(command: &mut Command, out: &mut Vec<String>) {
        out.push(command.render_long_help().to_string());
        command.get_subcommands_mut().for_each(|child| helps(child, out));
    }

    #[test]
    fn help_in_vietnamese_has_no_words_of_the_library() {
        for (lang, options) in [(Lang::Vi, "[TÙY CHỌN]"), (Lang::En, "[OPTIONS]")] {
            let (mut command, mut out) = (localised(Cli::command(), lang), Vec::new());
            command.build();
            helps(&mut command, &mut out);
            assert!(out.len() > 60 && out.iter().all(|help| help.contains(options)), "{lang:?}");
            let english =
                ["[OPTIONS]", "Usage", "possible values", "default:", "COMMAND", "FILE", "CODE", "TEXT", "DATE"];
            for help in out.iter().filter(|_| lang == Lang::Vi) {
                assert!(!english.iter().any(|word| help.contains(word)), "{help}");
            }
        }
    }

    #[test]
    fn every_name_of_a_value_has_one_in_vietnamese() {
        fn check(command: &Command) {
            let valued = command.get_arguments().filter(|argument| argument.get_action().takes_values());
            for name in valued.flat_map(|argument| argument.get_value_names().into_iter().flatten()) {
                let english = name.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_uppercase));
                assert!(!english || in_vietnamese(name).is_some(), "{} of {}", name, command.get_name());
            }
            command.get_subcommands().for_each(check);
        }
        check(&whole(Cli::command()));
    }

    #[test]
    fn the_command_line_is_sound() {
        for lang in [Lang::Vi, Lang::En] {
            localised(Cli::command(), lang).debug_assert();
        }
    }
}
