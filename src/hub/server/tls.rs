//! An encrypted line to a server that shows who it is.

use super::address::Address;
use crate::words::hub::HubWord;
use crate::words::{Fault, Message, Result};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use std::sync::Arc;
use tokio_postgres_rustls::MakeRustlsConnect;

/// What makes a line encrypted: the server has to show a certificate for its name, from one of those who may vouch for it.
///
/// # Errors
/// The certificates cannot be read, or there are none.
pub(super) fn connector(address: &Address) -> Result<MakeRustlsConnect> {
    let mut roots = RootCertStore::empty();
    match &address.roots {
        Some(file) => {
            let unread = |error: &dyn std::fmt::Display| {
                Fault::input(HubWord::CertificatesUnreadable.said(&[])).because(error).in_file(file)
            };
            for certificate in CertificateDer::pem_file_iter(file).map_err(|error| unread(&error))? {
                roots.add(certificate.map_err(|error| unread(&error))?).map_err(|error| unread(&error))?;
            }
        }
        None => {
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
    }
    if roots.is_empty() {
        return Err(Fault::input(HubWord::NoCertificates.said(&[])).hint(HubWord::NoCertificatesHint.said(&[])));
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| Fault::other(HubWord::NoServer.said(&[])).because(error))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}
