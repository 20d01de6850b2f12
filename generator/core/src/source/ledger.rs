//! codes.lock: the ledger, one line an address or a code. What [`crate::output::ledger_text`] writes, read again.
//!
//! Columns are set apart by any white space, so that an editor may align them anew. A line that is not understood is
//! reported and the ledger is not used: it is the only memory of what was printed, and is never guessed at.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;

use super::decode::Reader;
use crate::diagnostic::{LedgerFault, LedgerLine};
use crate::model::{
    End, Entry, LEDGER, LEDGER_FORMAT, Ledger, Opened, Published, PublishedCode, Retirement,
};

/// The ledger; none when anything in it is wrong, which was reported.
pub(super) fn ledger(reader: &Reader) -> Option<Ledger> {
    let mut scan = Scan {
        reader,
        ledger: Ledger::default(),
        number: 1,
        first: BTreeMap::new(),
        sound: true,
        merged: false,
    };
    let mut lines = lines(&reader.text);
    if scan.head(lines.next()) {
        for (span, line) in lines {
            scan.number += 1;
            scan.line(&span, line);
        }
    }
    scan.sound.then_some(scan.ledger)
}

/// Lines with their bytes, without what surrounds them.
fn lines(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |whole| {
        let line = whole.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let start = at + whole.find(line).unwrap_or_default();
        at += whole.len();
        (start..start + line.len(), line)
    })
}

struct Scan<'a> {
    reader: &'a Reader,
    ledger: Ledger,
    /// Of the line that is read.
    number: usize,
    /// The line that an address or a code stands on, and its words.
    first: BTreeMap<String, (usize, Vec<&'a str>)>,
    sound: bool,
    /// A mark of an unfinished merge was seen: what stands twice does so because of it.
    merged: bool,
}

impl<'a> Scan<'a> {
    fn report(&mut self, span: &Range<usize>, fault: LedgerFault) {
        self.sound = false;
        self.reader.report(span, fault.into());
    }

    /// Whether the file is one that can be read on.
    fn head(&mut self, line: Option<(Range<usize>, &str)>) -> bool {
        let (span, line) = line.unwrap_or((0..0, ""));
        let format = line
            .strip_prefix(LEDGER)
            .and_then(|rest| rest.trim().parse::<u32>().ok());
        match format {
            Some(LEDGER_FORMAT) => return true,
            Some(format) if format > LEDGER_FORMAT => {
                self.report(&span, LedgerFault::Newer { format });
            }
            _ if mark(line) => self.merge(&span, line),
            _ => self.report(&span, LedgerFault::Head),
        }
        false
    }

    fn line(&mut self, span: &Range<usize>, line: &'a str) {
        if line.is_empty() || line.starts_with('#') {
            return;
        }
        if mark(line) {
            self.merge(span, line);
            return;
        }
        if let Err(what) = self.entry(span, line) {
            self.report(span, LedgerFault::Line { what });
        }
    }

    /// One report for each place where two branches met.
    fn merge(&mut self, span: &Range<usize>, line: &str) {
        if line.starts_with('<') || !self.merged {
            self.report(span, LedgerFault::Merge);
        }
        self.merged = true;
    }

    fn entry(&mut self, span: &Range<usize>, line: &'a str) -> Result<(), LedgerLine> {
        let place = self.reader.place(span);
        let (first, rest) = word(line);
        if first != "@" {
            let poster = PublishedCode::parse(first).ok_or(LedgerLine::Code)?;
            let (matter, rest) = word(rest);
            if matter.is_empty() {
                return Err(LedgerLine::Matter);
            }
            let (since, rest) = date(rest)?;
            let (title, end) = title_and_end(rest, &poster.community)?;
            if self.is_new(first, span, line) {
                let record = Entry {
                    matter: matter.to_owned(),
                    since,
                    title,
                    end,
                    place,
                };
                self.ledger.posters.insert(poster, record);
            }
            return Ok(());
        }
        let (address, rest) = word(rest);
        let (since, rest) = date(rest)?;
        if !self.is_new(&format!("@ {address}"), span, line) {
            return Ok(());
        }
        if address.contains("://") {
            let published = Published {
                since,
                moved: moved(rest)?,
                place,
            };
            self.ledger.sites.insert(address.to_owned(), published);
        } else {
            let id = if address == "." { "" } else { address };
            if !PublishedCode::is_id(id) || rest.is_empty() {
                return Err(LedgerLine::Community);
            }
            let opened = Opened {
                since,
                name: rest.to_owned(),
                place,
            };
            self.ledger.communities.insert(id.to_owned(), opened);
        }
        Ok(())
    }

    /// Whether this is the first line of its address or code. The same line once more is what merging leaves, and no fault.
    fn is_new(&mut self, key: &str, span: &Range<usize>, line: &'a str) -> bool {
        let words: Vec<&str> = line.split_whitespace().collect();
        let Some((first_line, first)) = self.first.get(key) else {
            self.first.insert(key.to_owned(), (self.number, words));
            return true;
        };
        if !self.merged && *first != words {
            let fault = LedgerFault::Twice {
                entry: key.to_owned(),
                first_line: *first_line,
            };
            self.report(span, fault);
        }
        false
    }
}

/// A mark that a version control leaves where it could not merge.
fn mark(line: &str) -> bool {
    ["<<<<<<<", "=======", ">>>>>>>", "|||||||"]
        .iter()
        .any(|mark| line.starts_with(mark))
}

/// The first word and the rest.
fn word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    text.split_once(char::is_whitespace)
        .map_or((text, ""), |(word, rest)| (word, rest.trim_start()))
}

fn date(text: &str) -> Result<(Date, &str), LedgerLine> {
    let (date, rest) = word(text);
    let date = Some(date)
        .filter(|date| is_date(date))
        .and_then(|date| date.parse().ok());
    Ok((date.ok_or(LedgerLine::Date)?, rest))
}

/// Whether it has the form of 2026-11-22.
fn is_date(text: &str) -> bool {
    let fits = |(at, byte): (usize, u8)| {
        if at == 4 || at == 7 {
            byte == b'-'
        } else {
            byte.is_ascii_digit()
        }
    };
    text.len() == 10 && text.bytes().enumerate().all(fits)
}

/// `高龄津贴  ended 2027-01-01 -> b12`: the title may hold any words, so what follows it is looked for by its whole form.
fn title_and_end(text: &str, community: &str) -> Result<(String, Option<End>), LedgerLine> {
    let found = text.match_indices("ended").find_map(|(at, ended)| {
        let before = &text[..at];
        let rest = text[at + ended.len()..].trim_start();
        let (date, rest) = word(rest);
        let apart = before.ends_with(char::is_whitespace);
        let retirement = |text: &str| text.starts_with("->") || text.starts_with('"');
        let begins = is_date(date) || retirement(date) || retirement(rest);
        (apart && begins).then_some((before.trim_end(), at + ended.len()))
    });
    let (title, end) = match found {
        Some((title, at)) => (title, Some(end(&text[at..], community)?)),
        None => (text, None),
    };
    if title.is_empty() {
        return Err(LedgerLine::Title);
    }
    Ok((title.to_owned(), end))
}

fn end(text: &str, community: &str) -> Result<End, LedgerLine> {
    let (on, rest) = date(text)?;
    let retirement = if let Some(to) = rest.strip_prefix("->") {
        Retirement::To(PublishedCode::parse_beside(to.trim(), community).ok_or(LedgerLine::End)?)
    } else {
        let text = rest
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'))
            .map(str::trim);
        Retirement::Because(
            text.filter(|text| !text.is_empty())
                .ok_or(LedgerLine::End)?
                .to_owned(),
        )
    };
    Ok(End { on, retirement })
}

fn moved(text: &str) -> Result<Option<(Date, String)>, LedgerLine> {
    if text.is_empty() {
        return Ok(None);
    }
    let rest = text.strip_prefix("ended").ok_or(LedgerLine::End)?;
    let (on, rest) = date(rest)?;
    let to = rest
        .strip_prefix("->")
        .map(str::trim)
        .filter(|to| to.contains("://"))
        .ok_or(LedgerLine::End)?;
    Ok(Some((on, to.to_owned())))
}
