//! What a server says went wrong, in the words of officers.

use super::address::Address;
use crate::words::hub::HubWord as W;
use crate::words::{Fault, Message};
use postgres::error::SqlState;
use std::error::Error;

/// Whether the same may go well in a moment: the line was lost, the server is starting or stopping, others were in the way.
pub(super) fn may_pass(error: &postgres::Error) -> bool {
    match error.code() {
        Some(code) => [
            SqlState::ADMIN_SHUTDOWN,
            SqlState::CRASH_SHUTDOWN,
            SqlState::CANNOT_CONNECT_NOW,
            SqlState::TOO_MANY_CONNECTIONS,
            SqlState::T_R_SERIALIZATION_FAILURE,
            SqlState::T_R_DEADLOCK_DETECTED,
        ]
        .contains(code),
        None => error.is_closed() || error.source().is_some_and(is_of_the_line),
    }
}

/// An error of reading and writing, which no certificate is to blame for: a wrong one stays wrong.
fn is_of_the_line(cause: &(dyn Error + 'static)) -> bool {
    cause.downcast_ref::<std::io::Error>().is_some_and(|error| {
        !error.get_ref().is_some_and(|inner| inner.is::<rustls::Error>())
            && error.kind() != std::io::ErrorKind::InvalidData
    })
}

/// The fault that an error of a server is.
pub(super) fn of(error: &postgres::Error, address: &Address) -> Fault {
    let [host, port, database, login] = address.parts();
    let Some(said) = error.as_db_error() else {
        // The server asks for a password, and none is known.
        if error.source().is_some_and(|cause| cause.to_string() == "password missing") {
            return Fault::input(W::NoPassword.said(&[&login])).hint(W::PasswordHint.said(&[]));
        }
        let unsafe_line = error.source().is_some_and(|cause| {
            cause
                .downcast_ref::<std::io::Error>()
                .and_then(std::io::Error::get_ref)
                .is_some_and(|e| e.is::<rustls::Error>())
        });
        if unsafe_line {
            let fault = Fault::input(W::ServerUnproven.said(&[&host])).hint(W::NoCertificatesHint.said(&[]));
            return fault.because(chain(error));
        }
        let fault = Fault::other(W::ServerAway.said(&[&host, &port])).hint(W::ServerAwayHint.said(&[]));
        return fault.because(chain(error));
    };
    let at = said.detail().unwrap_or_default();
    match said.code().code() {
        "TG001" => Fault::input(W::NotMember.said(&[&login])).hint(W::NotMemberHint.said(&[])),
        "TG002" => Fault::input(W::OtherAgency.said(&[])).hint(W::OtherAgencyHint.said(&[])),
        "TG003" => Fault::input(W::ServerGap.said(&[&at])).hint(W::ServerGapHint.said(&[])),
        "TG005" => Fault::input(W::OwnWay.said(&[&at])).hint(W::OwnWayHint.said(&[])),
        "TG004" | "TG006" => Fault::input(W::ServerRefusedChange.said(&[&at])).hint(W::LogDamagedHint.said(&[])),
        "TG007" => Fault::input(W::ChangeOfOtherAgency.said(&[&at])).hint(W::ChangeOfOtherAgencyHint.said(&[])),
        _ if [SqlState::INVALID_PASSWORD, SqlState::INVALID_AUTHORIZATION_SPECIFICATION].contains(said.code()) => {
            Fault::input(W::LoginRefused.said(&[&login])).hint(W::PasswordHint.said(&[]))
        }
        _ if *said.code() == SqlState::INVALID_CATALOG_NAME => {
            Fault::missing(W::NoDatabase.said(&[&database])).hint(W::NoDatabaseHint.said(&[&database]))
        }
        _ if [SqlState::UNDEFINED_TABLE, SqlState::INVALID_SCHEMA_NAME, SqlState::UNDEFINED_FUNCTION]
            .contains(said.code()) =>
        {
            Fault::missing(W::NotSetUp.said(&[])).hint(W::NotSetUpHint.said(&[]))
        }
        _ if *said.code() == SqlState::INSUFFICIENT_PRIVILEGE => {
            Fault::input(W::NotAllowed.said(&[&login])).hint(W::NotAllowedHint.said(&[])).because(said.message())
        }
        _ if *said.code() == SqlState::DISK_FULL => {
            Fault::other(W::ServerFull.said(&[])).hint(W::ServerAwayHint.said(&[]))
        }
        _ if may_pass(error) => {
            Fault::other(W::ServerAway.said(&[&host, &port])).hint(W::ServerAwayHint.said(&[])).because(said.message())
        }
        _ => Fault::other(W::ServerSays.said(&[])).because(said.message()),
    }
}

/// What an error says and what it comes from.
fn chain(error: &postgres::Error) -> String {
    let mut told = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        told = format!("{told}: {error}");
        cause = error.source();
    }
    told
}
