//! The parts of a fragment, as far as they can be trusted.
//!
//! Chat apps change addresses: they append (`&appinstall=0`, `#weixin`, `?nsukey=…`), take the full stop of a sentence along,
//! shorten (`…`, `...`) or cut. So a fragment reaches to its end mark or to the first character that it never has, and a part
//! counts only when the beginning of another one follows it: `n8` may be half of `n85`.

use super::END;

/// A fragment from behind its form on.
pub(super) struct Parts<'a> {
    rest: &'a [u8],
}

/// The next part.
pub(super) enum Next<'a> {
    /// One behind which another begins.
    Whole(&'a [u8]),
    /// The last one, of which something may be missing.
    Last(&'a [u8]),
}

/// What a part turned out to be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Read,
    Malformed,
    /// It says again what was said already.
    Repeated,
}

/// How reading ended.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    Complete,
    Cut,
    Contradiction,
}

impl<'a> Parts<'a> {
    /// The parts of a fragment of this form, with or without its `#`; nothing when it has another form or is too long.
    pub(super) fn of(fragment: &'a str, form: &str, longest: usize) -> Option<Self> {
        let bytes = fragment.strip_prefix('#').unwrap_or(fragment).as_bytes();
        let ours =
            |byte: &u8| byte.is_ascii_digit() || byte.is_ascii_lowercase() || b".-_".contains(byte);
        let end = bytes.iter().take(longest + 1).position(|byte| !ours(byte));
        let end = end.unwrap_or(bytes.len());
        let rest = bytes.get(..end)?.strip_prefix(form.as_bytes())?;
        let rest = rest.strip_prefix(b".")?;
        (end <= longest).then_some(Self { rest })
    }

    pub(super) fn next(&mut self) -> Next<'a> {
        let dot = self.rest.iter().position(|byte| *byte == b'.');
        let (part, rest) = match dot {
            Some(dot) => (&self.rest[..dot], &self.rest[dot + 1..]),
            None => (self.rest, &[][..]),
        };
        self.rest = rest;
        if rest.first().is_some_and(u8::is_ascii_alphanumeric) {
            Next::Whole(part)
        } else {
            Next::Last(part)
        }
    }

    /// Hands out the parts up to the end mark, or to what cannot be read.
    pub(super) fn read(&mut self, mut take: impl FnMut(&[u8]) -> Part) -> Reading {
        loop {
            let (part, read) = match self.next() {
                Next::Whole(part) if part != END.as_bytes() => (part, take(part)),
                Next::Whole(part) | Next::Last(part) => (part, Part::Malformed),
            };
            match read {
                Part::Read => {}
                Part::Repeated => return Reading::Contradiction,
                // Whatever stands directly behind the end mark was put there by others.
                Part::Malformed if part.starts_with(END.as_bytes()) => return Reading::Complete,
                Part::Malformed => return Reading::Cut,
            }
        }
    }
}
