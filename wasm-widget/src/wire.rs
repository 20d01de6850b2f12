//! The frame around everything that travels: a format, a fingerprint, a body in postcard.
//!
//! One byte for the format, four for the fingerprint (little-endian), then the body. The fingerprint is a hash of
//! what follows it, so it changes with the contents and tells damage.

use alloc::vec::Vec;
use core::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::hash::fnv1a;

/// Format and fingerprint.
const HEAD: usize = 5;
/// Longer bytes were not made here.
pub(crate) const LONGEST: usize = 1 << 20;

/// Why bytes cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WireError {
    /// They are written in a format that this version does not know: build page and engine anew together.
    Format,
    /// They are cut, changed or made up, or beyond the limits.
    Damaged,
}

impl fmt::Display for WireError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            WireError::Format => "the rules are written in a format that this engine does not know",
            WireError::Damaged => "the rules are damaged",
        })
    }
}

impl core::error::Error for WireError {}

/// What stands inside the frame.
pub(crate) fn body<T: Serialize>(contents: &T) -> Vec<u8> {
    // Writing into memory fails for no type of this crate; were it to, readers would refuse the empty body.
    postcard::to_allocvec(contents).unwrap_or_default()
}

/// The frame and what stands inside.
pub(crate) fn seal<T: Serialize>(format: u8, contents: &T) -> Vec<u8> {
    let body = body(contents);
    let mut bytes = Vec::from([format]);
    bytes.extend(fnv1a(&body).to_le_bytes());
    bytes.extend(body);
    bytes
}

/// What stands inside, and its fingerprint.
pub(crate) fn open<T: DeserializeOwned>(format: u8, bytes: &[u8]) -> Result<(T, u32), WireError> {
    let (head, body) = bytes.split_at_checked(HEAD).ok_or(WireError::Damaged)?;
    if head[0] != format {
        return Err(WireError::Format);
    }
    let fingerprint = fnv1a(body);
    if head[1..] != fingerprint.to_le_bytes() || bytes.len() > LONGEST {
        return Err(WireError::Damaged);
    }
    match postcard::take_from_bytes(body) {
        Ok((contents, [])) => Ok((contents, fingerprint)),
        _ => Err(WireError::Damaged),
    }
}
