//! The configuration file: `tinhgon/config.toml` in the platform's folder for configuration.

use crate::text::{Lang, clean_line};
use crate::tui::Look;
use crate::words::cli::CliMessage;
use crate::words::{Fault, Message, Result, Said};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::PathBuf;

/// What the configuration file may say. Every line may be left out.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Config {
    /// `vi` or `en`.
    pub lang: Option<String>,
    /// The name that stands in the journal.
    pub author: Option<String>,
    /// The workspace file.
    pub database: Option<PathBuf>,
    /// A folder with templates of documents that take the place of those shipped.
    pub templates: Option<PathBuf>,
    /// How the screens look: `dark`, `light`, `contrast`, `mono`; asked of the terminal where it is left out.
    pub theme: Option<String>,
    /// Whether borders and signs are those of ASCII.
    pub ascii: bool,
    /// Whether the screens read the mouse.
    pub mouse: bool,
    /// Other keys, by the name of a command.
    pub keys: BTreeMap<String, Vec<String>>,
    /// What it says that is not known: told, and passed over.
    #[serde(skip)]
    pub unknown: Vec<Said>,
}

/// What the configuration file may say.
const FIELDS: [&str; 8] = ["lang", "author", "database", "templates", "theme", "ascii", "mouse", "keys"];

impl Config {
    /// Reads the configuration file; without one, nothing is configured.
    ///
    /// # Errors
    /// Bad input when the file is there and cannot be read, is no TOML, or names a language that there is not.
    pub fn load() -> Result<Self> {
        let Some(path) = Self::path() else { return Ok(Self::default()) };
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            // Without a file nothing is configured; nor where the folder itself is none.
            Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(Self::default()),
            Err(e) => return Err(Fault::input(CliMessage::BadConfig.said(&[])).because_io(&e).in_file(&path)),
        };
        Self::read(&text).map_err(|fault| fault.in_file(&path))
    }

    fn read(text: &str) -> Result<Self> {
        let bad = |e: toml::de::Error| {
            let line = e.span().map_or(1, |span| text.bytes().take(span.start).filter(|b| *b == b'\n').count() + 1);
            Fault::input(CliMessage::BadConfig.said(&[])).because(e.message()).at_line(line)
        };
        let mut config: Self = toml::from_str(text).map_err(bad)?;
        let line_of = |field: &str| {
            let said = |line: &str| {
                line.trim_start().strip_prefix(field).is_some_and(|rest| rest.trim_start().starts_with('='))
            };
            text.lines().position(said).map_or(1, |at| at + 1)
        };
        if let Some(lang) = config.lang.as_ref().filter(|lang| !matches!(lang.as_str(), "vi" | "en")) {
            return Err(Fault::input(CliMessage::BadConfigLanguage.said(&[lang])).at_line(line_of("lang")));
        }
        if let Some(theme) = config.theme.as_ref().filter(|theme| Look::parse(theme).is_none()) {
            let known = Look::ALL.iter().map(|look| look.name()).collect::<Vec<_>>().join(", ");
            return Err(Fault::input(CliMessage::BadConfigTheme.said(&[theme, &known])).at_line(line_of("theme")));
        }
        let fields: toml::Table = toml::from_str(text).map_err(bad)?;
        for field in fields.keys().filter(|field| !FIELDS.contains(&field.as_str())) {
            config.unknown.push(CliMessage::UnknownConfig.said(&[field, &line_of(field), &FIELDS.join(", ")]));
        }
        Ok(config)
    }

    /// How the screens look: as configured, else as fits the background of the terminal; dark where it does not tell.
    pub fn look(&self) -> Look {
        let configured = self.theme.as_deref().and_then(Look::parse);
        configured.unwrap_or_else(|| {
            let options = terminal_colorsaurus::QueryOptions::default();
            match terminal_colorsaurus::theme_mode(options) {
                Ok(terminal_colorsaurus::ThemeMode::Light) => Look::Light,
                _ => Look::Dark,
            }
        })
    }

    /// Where the configuration file is, or would be.
    pub fn path() -> Option<PathBuf> {
        use etcetera::BaseStrategy;
        Some(etcetera::choose_base_strategy().ok()?.config_dir().join("tinhgon").join("config.toml"))
    }

    /// The language: the argument, then the configuration, then the locale, then Vietnamese.
    pub fn language(&self, argument: Option<&str>) -> Lang {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|v| std::env::var(v).ok());
        let locale = locale.into_iter().find(|v| !v.is_empty());
        [argument, self.lang.as_deref(), locale.as_deref()]
            .into_iter()
            .flatten()
            .find_map(Lang::parse)
            .unwrap_or_default()
    }

    /// The name that stands in the journal: configured, else the name of the login, else that of the home folder.
    pub fn author(&self) -> String {
        let login = || ["USER", "LOGNAME", "USERNAME"].into_iter().find_map(|v| std::env::var(v).ok());
        let home = || Some(std::env::home_dir()?.file_name()?.to_string_lossy().into_owned());
        clean_line(&self.author.clone().or_else(login).or_else(home).unwrap_or_default())
    }
}
