//! How things travel: the frame around them, and numbers in bytes.
//!
//! One byte for the format, four for the fingerprint (little-endian), then the body. The fingerprint is a hash of
//! what follows it, so it changes with the contents and tells damage.
//!
//! A body is numbers: seven bits to a byte, the lowest first, the eighth set where more follow (LEB128). A list is its length and
//! then what is in it. What travels says its parts once ([`Travel`]), for writing and reading alike. A serialisation library
//! does the same in a quarter of the engine's whole weight, which a phone has to load.

use alloc::vec::Vec;
use core::fmt;

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

/// What can be written into bytes and read out of them.
pub(crate) trait Travel: Clone + Default {
    /// Names all parts, in their order.
    fn travel(&mut self, carrier: &mut impl Carrier);
}

/// Writes parts, or puts in what was written.
pub(crate) trait Carrier: Sized {
    /// Whether it reads.
    fn reads(&self) -> bool;

    /// A number.
    fn wide(&mut self, number: &mut u64);

    /// Room for a list of this length, or the length that there is.
    fn length(&mut self, length: usize) -> usize;

    /// A number that does not fit where it belongs.
    fn refuse(&mut self);

    /// A small number.
    fn number(&mut self, number: &mut u32) {
        let mut wide = u64::from(*number);
        self.wide(&mut wide);
        if self.reads() {
            *number = u32::try_from(wide).unwrap_or_else(|_| {
                self.refuse();
                0
            });
        }
    }

    /// A number that may be negative: its sign is the lowest bit.
    fn signed(&mut self, number: &mut i64) {
        let mut wide = (number.cast_unsigned() << 1) ^ (*number >> 63).cast_unsigned();
        self.wide(&mut wide);
        if self.reads() {
            *number = (wide >> 1).cast_signed() ^ -(wide & 1).cast_signed();
        }
    }

    /// A number that may be missing: 0 stands for that, and the others are one more.
    fn optional(&mut self, number: &mut Option<u32>) {
        let mut wide = number.map_or(0, |number| u64::from(number) + 1);
        self.wide(&mut wide);
        if self.reads() {
            *number = wide.checked_sub(1).and_then(|number| {
                let fits = u32::try_from(number).ok();
                if fits.is_none() {
                    self.refuse();
                }
                fits
            });
        }
    }

    /// A list of what travels.
    fn list<T: Travel>(&mut self, list: &mut Vec<T>) {
        let length = self.length(list.len());
        if !self.reads() {
            return list.iter_mut().for_each(|one| one.travel(self));
        }
        // One after the other: what is made up must not take room for what never comes.
        for _ in 0..length {
            let mut one = T::default();
            one.travel(self);
            list.push(one);
        }
    }
}

impl Travel for u32 {
    fn travel(&mut self, carrier: &mut impl Carrier) {
        carrier.number(self);
    }
}

impl Travel for i64 {
    fn travel(&mut self, carrier: &mut impl Carrier) {
        carrier.signed(self);
    }
}

struct Writer(Vec<u8>);

impl Carrier for Writer {
    fn reads(&self) -> bool {
        false
    }

    fn wide(&mut self, number: &mut u64) {
        let mut rest = *number;
        while rest > 0x7f {
            self.0.push(rest.to_le_bytes()[0] | 0x80);
            rest >>= 7;
        }
        self.0.push(rest.to_le_bytes()[0]);
    }

    fn length(&mut self, length: usize) -> usize {
        self.wide(&mut (length as u64));
        length
    }

    fn refuse(&mut self) {}
}

/// Bytes that are left, and whether something was wrong: then the rest reads as zeros.
struct Reader<'a> {
    rest: &'a [u8],
    wrong: bool,
}

impl Carrier for Reader<'_> {
    fn reads(&self) -> bool {
        true
    }

    fn wide(&mut self, number: &mut u64) {
        *number = 0;
        for shift in (0..64).step_by(7) {
            let Some((byte, rest)) = self.rest.split_first() else {
                break;
            };
            self.rest = rest;
            *number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return;
            }
        }
        self.refuse();
    }

    fn length(&mut self, _: usize) -> usize {
        let mut length = 0;
        self.wide(&mut length);
        // Nothing travels in less than a byte, so no made-up length takes more memory than its bytes.
        let fits = usize::try_from(length)
            .ok()
            .filter(|length| *length <= self.rest.len());
        fits.unwrap_or_else(|| {
            self.refuse();
            0
        })
    }

    fn refuse(&mut self) {
        self.wrong = true;
        self.rest = &[];
    }
}

/// What stands inside the frame.
pub(crate) fn body<T: Travel>(contents: &T) -> Vec<u8> {
    let mut writer = Writer(Vec::new());
    contents.clone().travel(&mut writer);
    writer.0
}

/// The frame and what stands inside.
pub(crate) fn seal<T: Travel>(format: u8, contents: &T) -> Vec<u8> {
    let body = body(contents);
    let mut bytes = Vec::from([format]);
    bytes.extend(fnv1a(&body).to_le_bytes());
    bytes.extend(body);
    bytes
}

/// What stands inside, and its fingerprint.
pub(crate) fn open<T: Travel>(format: u8, bytes: &[u8]) -> Result<(T, u32), WireError> {
    let (head, body) = bytes.split_at_checked(HEAD).ok_or(WireError::Damaged)?;
    if head[0] != format {
        return Err(WireError::Format);
    }
    let fingerprint = fnv1a(body);
    if head[1..] != fingerprint.to_le_bytes() || bytes.len() > LONGEST {
        return Err(WireError::Damaged);
    }
    let mut reader = Reader {
        rest: body,
        wrong: false,
    };
    let mut contents = T::default();
    contents.travel(&mut reader);
    if reader.wrong || !reader.rest.is_empty() {
        return Err(WireError::Damaged);
    }
    Ok((contents, fingerprint))
}
