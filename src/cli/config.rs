//! The configuration file: `tinhgon/config.toml` in the platform's folder for configuration.

use crate::text::messages::cli::CliMessage;
use crate::text::{Fault, Lang, Message, Result, clean_line};
use serde::Deserialize;
use std::path::PathBuf;

/// What the configuration file may say. Every line may be left out.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// `vi` or `en`.
    pub lang: Option<String>,
    /// The name that stands in the journal.
    pub author: Option<String>,
    /// The workspace file.
    pub database: Option<PathBuf>,
    /// A folder with templates of documents that take the place of those shipped.
    pub templates: Option<PathBuf>,
}

impl Config {
    /// Reads the configuration file; without one, nothing is configured.
    ///
    /// # Errors
    /// Bad input when the file is no TOML or says something unknown.
    pub fn load() -> Result<Self> {
        let Some(path) = Self::path() else { return Ok(Self::default()) };
        let Ok(text) = std::fs::read_to_string(&path) else { return Ok(Self::default()) };
        toml::from_str(&text).map_err(|e| {
            let line = e.span().map_or(1, |span| text.bytes().take(span.start).filter(|b| *b == b'\n').count() + 1);
            Fault::input(CliMessage::BadConfig.said(&[&e.message()])).at_line(line).in_file(&path)
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
