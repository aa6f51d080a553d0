//! Bytes as they lie in the data file where they are long and much alike: deflated. What the exchange keeps of a row says the same few names for every field.

use crate::words::store::StoreMessage;
use crate::words::{Fault, Message, Result};
use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};
use std::cell::RefCell;

/// The first byte of what is packed. Neither a change (`t`) nor the state of a row (0, 1) begins so, and what was written before there was packing is read as
/// it is.
const PACKED: u8 = 0x78;
/// From so many bytes on packing is worth it.
const SHORT: usize = 64;
/// The most that something unpacks to: a data file of a stranger is not believed.
const LARGEST: u64 = 1 << 30;

/// So much room is given at once to what is unpacked.
const PART: usize = 1 << 14;

thread_local! {
    // Each is some hundred thousand bytes of tables. A row is a few hundred bytes: making the tables anew for each cost more than all that is done with them.
    static PACKER: RefCell<Compress> = RefCell::new(Compress::new(Compression::fast(), true));
    static UNPACKER: RefCell<Decompress> = RefCell::new(Decompress::new(true));
}

/// Packs some bytes.
pub(super) fn packed(bytes: &[u8]) -> Vec<u8> {
    if bytes.len() < SHORT {
        return bytes.to_vec();
    }
    PACKER.with_borrow_mut(|packer| {
        packer.reset();
        // What would not become shorter stays as it is.
        let mut out = Vec::with_capacity(bytes.len());
        match packer.compress_vec(bytes, &mut out, FlushCompress::Finish) {
            Ok(Status::StreamEnd) if out.first() == Some(&PACKED) => out,
            _ => bytes.to_vec(),
        }
    })
}

/// The bytes that were packed.
///
/// # Errors
/// They are damaged, or more than anybody has.
pub(super) fn unpacked(bytes: Vec<u8>) -> Result<Vec<u8>> {
    if bytes.first() != Some(&PACKED) {
        return Ok(bytes);
    }
    let damaged = || Fault::database(StoreMessage::Damaged.said(&[])).hint(StoreMessage::DamagedHint.said(&[]));
    UNPACKER.with_borrow_mut(|unpacker| {
        unpacker.reset(true);
        let mut out = Vec::with_capacity(bytes.len() * 4);
        loop {
            let rest = usize::try_from(unpacker.total_in()).ok().and_then(|read| bytes.get(read..)).unwrap_or_default();
            let before = (unpacker.total_in(), unpacker.total_out());
            match unpacker.decompress_vec(rest, &mut out, FlushDecompress::None) {
                Ok(Status::StreamEnd) => return Ok(out),
                Ok(_) if unpacker.total_out() > LARGEST => return Err(damaged()),
                // There was room, and nothing came: the end is missing.
                Ok(_) if out.len() < out.capacity() && before == (unpacker.total_in(), unpacker.total_out()) => {
                    return Err(damaged());
                }
                Ok(_) => out.reserve(PART),
                Err(error) => return Err(damaged().because(error)),
            }
        }
    })
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
