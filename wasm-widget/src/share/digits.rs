//! Numbers in a fragment: keys in base 36, typed numbers in base 10.

use alloc::string::String;
use alloc::vec::Vec;

pub(super) fn parse_key(text: &[u8]) -> Option<u32> {
    u32::try_from(parse_digits(text, 36)?).ok()
}

/// A number, digit by digit; a checked multiplication would bring 128-bit arithmetic onto the phone.
pub(super) fn parse_digits(text: &[u8], base: u32) -> Option<u64> {
    let next = |sum: u64, byte: &u8| {
        let digit = u64::from(
            char::from(*byte)
                .to_digit(base)
                .filter(|_| !byte.is_ascii_uppercase())?,
        );
        let room = sum <= (u64::MAX - digit) / u64::from(base);
        room.then(|| sum * u64::from(base) + digit)
    };
    if text.is_empty() {
        None
    } else {
        text.iter().try_fold(0, next)
    }
}

pub(super) fn push_key(text: &mut String, key: u32) {
    push_digits(text, u64::from(key), 36);
}

pub(super) fn push_digits(text: &mut String, mut number: u64, base: u32) {
    let mut digits = Vec::new();
    while number > 0 || digits.is_empty() {
        let digit = u32::try_from(number % u64::from(base)).unwrap_or(0);
        digits.push(char::from_digit(digit, base).unwrap_or('0'));
        number /= u64::from(base);
    }
    text.extend(digits.iter().rev());
}
