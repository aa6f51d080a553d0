//! Versions of instruments.

use super::Desk;
use crate::model::InstrumentVersion;
use crate::store::{Changed, Put};
use crate::words::Result;

impl Desk<'_> {
    /// Keeps a text as a version of an instrument, under the normal form of its number.
    ///
    /// # Errors
    /// Input, where there is no such instrument.
    pub fn keep_version(&mut self, version: &InstrumentVersion) -> Result<Changed<Put>> {
        self.change(|writer| writer.put_instrument_version(version))
    }
}
