//! Bytes to text, and the full-width forms that Chinese keyboards produce.

use std::borrow::Cow;

use crate::diagnostic::{Problem, ReadingFault, Size};

/// No guide needs more than this many bytes of text.
pub(super) const LIMIT: u64 = 1_000_000;
/// A line for every code on every wall of a large city.
pub(super) const LEDGER_LIMIT: u64 = 50_000_000;

/// The text of a file, or what is wrong with its bytes.
pub(super) fn decode(bytes: Cow<'_, [u8]>) -> Result<String, Problem> {
    decode_up_to(LIMIT, bytes)
}

/// The same with a limit of its own.
pub(super) fn decode_up_to(limit: u64, bytes: Cow<'_, [u8]>) -> Result<String, Problem> {
    let size = bytes.len() as u64;
    if size > limit {
        return Err(ReadingFault::TextTooLarge {
            bytes: Size(size),
            limit: Size(limit),
        }
        .into());
    }
    String::from_utf8(bytes.into_owned()).map_err(|error| {
        let bytes = error.as_bytes();
        let valid = error.utf8_error().valid_up_to();
        let line = String::from_utf8_lossy(&bytes[..valid])
            .matches('\n')
            .count()
            + 1;
        ReadingFault::NotUtf8 {
            first_line: line,
            gb18030: looks_like_gb18030(&bytes[valid..]),
        }
        .into()
    })
}

/// Whether non-ASCII bytes come in the pairs of GBK.
fn looks_like_gb18030(bytes: &[u8]) -> bool {
    let mut pairs = 0;
    let mut rest = bytes.iter();
    while let Some(byte) = rest.next() {
        if *byte >= 0x81 {
            match rest.next() {
                Some(second) if *second >= 0x40 && *second != 0x7f => pairs += 1,
                _ => return false,
            }
        }
    }
    pairs > 1
}

/// The parts of what was written as one with Chinese commas between: 本区、外地.
pub(super) fn parts(text: &str) -> Vec<&str> {
    let parts = text.split(['，', '、', '；', ',', ';']).map(str::trim);
    parts.filter(|part| !part.is_empty()).collect()
}

/// Full-width ASCII (`８０`, `＜`, `：`) and the full-width space as their ordinary forms.
pub(super) fn narrow(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{3000}' | '\u{a0}' => ' ',
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            _ => c,
        })
        .collect()
}

/// A name as it is compared: ordinary width, without surrounding spaces and quotation marks typed by habit.
pub(super) fn name(text: &str) -> String {
    let quotes = ['“', '”', '‘', '’', '"', '\'', '「', '」'];
    narrow(text)
        .trim_matches(|c: char| c.is_whitespace() || quotes.contains(&c))
        .to_owned()
}

/// A file's name, up to its first dot.
pub(super) fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('.').next().unwrap_or(name)
}
