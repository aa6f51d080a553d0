//! Bytes as they lie in the data file where they are long and much alike: deflated. What the exchange keeps of a row says the same few names for every field.

use crate::words::store::StoreMessage;
use crate::words::{Fault, Message, Result};
use flate2::Compression;
use flate2::read::{ZlibDecoder, ZlibEncoder};
use std::io::Read;

/// The first byte of what is packed. Neither a change (`t`) nor the state of a row (0, 1) begins so, and what was written before there was packing is read as
/// it is.
const PACKED: u8 = 0x78;
/// From so many bytes on packing is worth it.
const SHORT: usize = 64;
/// The most that something unpacks to: a data file of a stranger is not believed.
const LARGEST: u64 = 1 << 30;

/// Packs some bytes.
pub(super) fn packed(bytes: &[u8]) -> Vec<u8> {
    if bytes.len() < SHORT {
        return bytes.to_vec();
    }
    let mut out = Vec::new();
    // Reading from memory and writing to it does not fail.
    match ZlibEncoder::new(bytes, Compression::fast()).read_to_end(&mut out) {
        Ok(_) if out.first() == Some(&PACKED) => out,
        _ => bytes.to_vec(),
    }
}

/// The bytes that were packed.
///
/// # Errors
/// They are damaged, or more than anybody has.
pub(super) fn unpacked(bytes: Vec<u8>) -> Result<Vec<u8>> {
    if bytes.first() != Some(&PACKED) {
        return Ok(bytes);
    }
    let mut out = Vec::new();
    let damaged = || Fault::database(StoreMessage::Damaged.said(&[])).hint(StoreMessage::DamagedHint.said(&[]));
    let read = ZlibDecoder::new(bytes.as_slice()).take(LARGEST + 1).read_to_end(&mut out);
    match read {
        Ok(count) if count as u64 <= LARGEST => Ok(out),
        Ok(_) => Err(damaged()),
        Err(error) => Err(damaged().because(error)),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_packed_comes_back(mut bytes: Vec<u8>, times in 1usize..40) {
            // What begins as packed bytes do is never handed in.
            if bytes.first() == Some(&PACKED) { bytes[0] = b't'; }
            let long = bytes.repeat(times);
            prop_assert_eq!(unpacked(packed(&long)).unwrap(), long);
        }
    }

    #[test]
    fn what_is_damaged_is_refused_and_what_was_never_packed_is_read() {
        let mut bytes = packed(&b"tgc1 and so on ".repeat(100));
        assert!(bytes.len() < 100);
        assert_eq!(unpacked(b"tgc1".to_vec()).unwrap(), b"tgc1");
        bytes.truncate(20);
        assert!(unpacked(bytes).is_err());
    }
}
