//! The password of a login: from the environment, else from a file in the form of `.pgpass`. It is kept nowhere and never said.
//! The form: PostgreSQL, libpq, "The Password File": `host:port:database:login:password`, `*` for anything, `\` before `:` and `\`.

use super::address::Address;
use crate::words::hub::HubWord;
use crate::words::{Fault, Message, Result};
use std::path::{Path, PathBuf};

/// The password of the login of an address; nothing where none is known, as the server may ask for none.
///
/// # Errors
/// The file with passwords that was named cannot be read, or others may read it.
pub(super) fn password(address: &Address) -> Result<Option<String>> {
    if let Some(password) = std::env::var("PGPASSWORD").ok().filter(|word| !word.is_empty()) {
        return Ok(Some(password));
    }
    let named = address.passwords.clone().or_else(|| std::env::var_os("PGPASSFILE").map(PathBuf::from));
    let file = match named {
        Some(file) => file,
        None => match std::env::var_os("HOME").map(|home| Path::new(&home).join(".pgpass")).filter(|f| f.is_file()) {
            Some(file) => file,
            None => return Ok(None),
        },
    };
    open_to_others(&file)?;
    let text = std::fs::read_to_string(&file)
        .map_err(|error| Fault::input(HubWord::PasswordsUnreadable.said(&[])).because_io(&error).in_file(&file))?;
    Ok(found(&text, &address.parts()))
}

/// Refuses a file that others may read, as libpq does.
fn open_to_others(file: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        if std::fs::metadata(file).is_ok_and(|about| about.permissions().mode() & 0o077 != 0) {
            return Err(Fault::input(HubWord::PasswordsOpen.said(&[]))
                .hint(HubWord::PasswordsOpenHint.said(&[&file.display()]))
                .in_file(file));
        }
    }
    Ok(())
}

/// The password of the first line that fits host, port, database and login.
fn found(text: &str, parts: &[String; 4]) -> Option<String> {
    text.lines().filter(|line| !line.starts_with('#')).find_map(|line| {
        let fields = fields(line);
        let [rest @ .., password] = fields.as_slice() else { return None };
        let fits = rest.len() == 4 && rest.iter().zip(parts).all(|(field, part)| field == "*" || field == part);
        fits.then(|| password.clone())
    })
}

/// The five fields of a line; in the last of them a colon is a colon.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut signs = line.chars();
    while let Some(sign) = signs.next() {
        match sign {
            ':' if fields.len() < 5 => fields.push(String::new()),
            '\\' => fields.last_mut().into_iter().for_each(|field| field.extend(signs.next())),
            other => fields.last_mut().into_iter().for_each(|field| field.push(other)),
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::found;

    #[test]
    fn the_first_line_that_fits_gives_the_password() {
        let file =
            "# của phòng\nhub.vn:5432:tinhgon:minh:của minh\n*:*:tinhgon:lan:a\\:b\\\\c:d\n*:*:*:*:chung\nthiếu:ô\n";
        let of = |host: &str, port: &str, database: &str, login: &str| {
            found(file, &[host, port, database, login].map(str::to_owned))
        };
        assert_eq!(of("hub.vn", "5432", "tinhgon", "minh").as_deref(), Some("của minh"));
        assert_eq!(of("hub.vn", "5432", "tinhgon", "lan").as_deref(), Some("a:b\\c:d"));
        assert_eq!(of("khac.vn", "1", "tinhgon", "minh").as_deref(), Some("chung"));
        assert_eq!(found("hub.vn:5432:tinhgon:minh:x", &["hub.vn", "5432", "tinhgon", "lan"].map(str::to_owned)), None);
    }
}
