//! Where a server is: `postgres://LOGIN@HOST[:PORT]/DATABASE`, with `sslrootcert`, `sslmode` and `passfile` behind a `?`. A password has no place in it, since an
//! address is kept in the data file and in the history of a shell.

use crate::words::hub::HubWord;
use crate::words::{Fault, Message, Result};
use postgres::Config;
use postgres::config::Host;
use std::path::PathBuf;

/// Where a server is.
#[derive(Debug, Clone)]
pub struct Address {
    /// As it was written.
    pub text: String,
    /// What the client makes of it; without a password.
    pub(super) config: Config,
    /// The certificates of those who may vouch for the server; nothing: those that the system trusts.
    pub(super) roots: Option<PathBuf>,
    /// A file with passwords, in the form of `.pgpass`.
    pub(super) passwords: Option<PathBuf>,
    /// Whether what is said is encrypted, and the server shows who it is.
    pub(super) secured: bool,
}

impl Address {
    /// Whether somebody means a server.
    pub fn is_meant(text: &str) -> bool {
        text.starts_with("postgres:") || text.starts_with("postgresql:")
    }

    /// The address that is written like this.
    ///
    /// # Errors
    /// It is none; it has a password, or says nothing of who comes and to which database.
    pub fn parse(text: &str) -> Result<Self> {
        let (base, query) = text.split_once('?').unwrap_or((text, ""));
        let (mut roots, mut passwords, mut mode, mut rest) = (None, None, None, Vec::new());
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            match pair.split_once('=') {
                Some(("sslrootcert", path)) => roots = Some(PathBuf::from(path)),
                Some(("passfile", path)) => passwords = Some(PathBuf::from(path)),
                Some(("sslmode", word)) => mode = Some(word),
                _ => rest.push(pair),
            }
        }
        let plain = if rest.is_empty() { base.to_owned() } else { format!("{base}?{}", rest.join("&")) };
        // What the library says of it may hold the password.
        let config: Config = plain.parse().map_err(|_| bad(text))?;
        if config.get_password().is_some() {
            return Err(Fault::usage(HubWord::PasswordInAddress.said(&[])).hint(HubWord::PasswordHint.said(&[])));
        }
        let complete = config.get_user().is_some() && config.get_dbname().is_some() && config.get_hosts().len() == 1;
        let secured = match mode {
            None => !config.get_hosts().iter().all(is_near),
            Some("disable") => false,
            Some("verify-full" | "require") => true,
            Some(_) => return Err(bad(text)),
        };
        if !complete {
            return Err(bad(text));
        }
        Ok(Self { text: text.to_owned(), config, roots, passwords, secured })
    }

    /// Host, port, database, login: what `.pgpass` looks a password up by.
    pub(super) fn parts(&self) -> [String; 4] {
        let host = match self.config.get_hosts().first() {
            Some(Host::Tcp(host)) => host.clone(),
            _ => "localhost".to_owned(),
        };
        let port = self.config.get_ports().first().copied().unwrap_or(5432).to_string();
        let word = |word: Option<&str>| word.unwrap_or_default().to_owned();
        [host, port, word(self.config.get_dbname()), word(self.config.get_user())]
    }
}

/// Whether a host is this machine, so that nothing goes over a wire.
fn is_near(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => {
            name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
        }
        #[cfg(unix)]
        Host::Unix(_) => true,
    }
}

fn bad(text: &str) -> Fault {
    // What stands before the @ may be a password.
    let shown = match text.rsplit_once('@') {
        Some((_, place)) => format!("postgres://…@{place}"),
        None => text.to_owned(),
    };
    Fault::usage(HubWord::BadAddress.said(&[&shown])).hint(HubWord::BadAddressHint.said(&[]))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::Address;
    use crate::text::Lang;

    #[test]
    fn what_goes_over_a_wire_is_encrypted_unless_said_otherwise() {
        let secured = |text: &str| Address::parse(text).unwrap().secured;
        assert!(secured("postgres://lan@hub.example.vn/tinhgon"));
        assert!(secured("postgresql://lan@10.0.0.5:5433/tinhgon?sslrootcert=/etc/ca.pem"));
        assert!(!secured("postgres://lan@localhost/tinhgon"));
        assert!(!secured("postgres://lan@127.0.0.1:5433/tinhgon"));
        assert!(secured("postgres://lan@127.0.0.1/tinhgon?sslmode=verify-full"));
        assert!(!secured("postgres://lan@hub.example.vn/tinhgon?sslmode=disable"));
    }

    #[test]
    fn a_password_is_refused_and_never_shown() {
        for text in [
            "postgres://lan:bi-mat@hub.example.vn/tinhgon",
            "postgres://lan@hub.example.vn/tinhgon?password=bi-mat",
            "postgres://lan:bi-mat@hub.example.vn:nhiều/tinhgon",
            "postgres://lan:bi-mat@hub.example.vn",
        ] {
            let fault = Address::parse(text).unwrap_err();
            for lang in [Lang::Vi, Lang::En] {
                assert!(!fault.message(lang).contains("bi-mat"), "{text}: {}", fault.message(lang));
            }
            assert!(!format!("{:?}", fault.technical()).contains("bi-mat"), "{text}");
        }
    }

    #[test]
    fn who_comes_to_what_is_asked_for() {
        for text in [
            "postgres://hub.example.vn/tinhgon",
            "postgres://lan@hub.example.vn",
            "postgres:",
            "postgres://lan@h/d?sslmode=hm",
        ] {
            assert!(Address::parse(text).is_err(), "{text}");
        }
    }
}
