//! The ledger of published codes (台账, `codes.lock`): what hangs on walls and can no longer be changed.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;

use crate::diagnostic::Place;

/// The ledger's file, and the word that it begins with.
pub const LEDGER: &str = "codes.lock";
/// The format that is read and written.
pub const LEDGER_FORMAT: u32 = 1;

/// A code on the walls of one community. Written as it stands in its address: `wenyuan/a07`, or `a07` at the site's top.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PublishedCode {
    /// The community's id; empty for a site of one community.
    pub community: String,
    /// The code.
    pub code: String,
}

/// What a poster promises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The matter: its file's name, since files may move between folders.
    pub matter: String,
    /// First published.
    pub since: Date,
    /// What the poster says, as it was first published.
    pub title: String,
    /// How it ended; none while it is in use.
    pub end: Option<End>,
    /// Where it stands in `codes.lock`.
    pub place: Place,
}

/// The end of a poster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// When.
    pub on: Date,
    /// What its page says since.
    pub retirement: Retirement,
}

/// What the page of an ended code says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Retirement {
    /// The matter is now there.
    To(PublishedCode),
    /// The matter is no more, because of this.
    Because(String),
}

/// An address under which the site was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// First published.
    pub since: Date,
    /// When the site moved away, and where to.
    pub moved: Option<(Date, String)>,
    /// Where it stands in `codes.lock`.
    pub place: Place,
}

/// A community that posters were published for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// First published.
    pub since: Date,
    /// Its name as it was first published.
    pub name: String,
    /// Where it stands in `codes.lock`.
    pub place: Place,
}

/// Every code ever published, and the addresses under which it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// By address, with `/` at the end.
    pub sites: BTreeMap<String, Published>,
    /// By id.
    pub communities: BTreeMap<String, Opened>,
    /// Sorted by community, then by code.
    pub posters: BTreeMap<PublishedCode, Entry>,
}

/// What became of an ended code, at the end of all its successors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Successor<'a> {
    /// The matter is to be found there.
    Lives(&'a PublishedCode),
    /// The last of its successors ended as well, because of this.
    Ended(&'a str),
}

impl PublishedCode {
    /// The poster of a code in a community.
    pub fn new(community: &str, code: &str) -> Self {
        Self {
            community: community.to_owned(),
            code: code.to_owned(),
        }
    }

    /// Reads `wenyuan/a07`, or `a07` at the site's top.
    pub fn parse(text: &str) -> Option<Self> {
        let (community, code) = text.rsplit_once('/').unwrap_or(("", text));
        let fits = (2..=6).contains(&code.len()) && Self::is_id(code) && !code.contains('-');
        let whole = !community.is_empty() || !text.contains('/');
        (fits && whole && Self::is_id(community)).then(|| Self::new(community, code))
    }

    /// Reads a successor beside a poster of `community`: `b12` there, `yuhu/b12` elsewhere, `./b12` at the site's top.
    pub fn parse_beside(text: &str, community: &str) -> Option<Self> {
        if let Some(at_top) = text.strip_prefix("./") {
            return Self::parse(at_top).filter(|poster| poster.community.is_empty());
        }
        let poster = Self::parse(text)?;
        Some(if poster.community.is_empty() {
            Self::new(community, &poster.code)
        } else {
            poster
        })
    }

    /// Whether this can be a community's id (or empty).
    pub fn is_id(text: &str) -> bool {
        text.bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    }

    /// As a command is told which one is meant: `a07 --community wenyuan`.
    pub fn typed(&self) -> String {
        match self.community.as_str() {
            "" => self.code.clone(),
            id => format!("{} --community {id}", self.code),
        }
    }

    /// As a successor is written beside a poster of `community`: the code alone where the community is the same.
    pub fn beside(&self, community: &str) -> String {
        match self.community.as_str() {
            same if same == community => self.code.clone(),
            "" => format!("./{}", self.code),
            _ => self.to_string(),
        }
    }
}

impl fmt::Display for PublishedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.community.is_empty() {
            f.write_str(&self.code)
        } else {
            write!(f, "{}/{}", self.community, self.code)
        }
    }
}

impl Ledger {
    /// The addresses that the site has not moved away from: one, but in a ledger that was mangled.
    pub fn addresses(&self) -> impl Iterator<Item = (&str, &Published)> {
        self.sites
            .iter()
            .filter(|(_, site)| site.moved.is_none())
            .map(|(url, site)| (url.as_str(), site))
    }

    /// The address under which the posters lead to their pages; none before the first build.
    pub fn address(&self) -> Option<&str> {
        self.addresses().next().map(|(url, _)| url)
    }

    /// Posters that are in use.
    pub fn living(&self) -> impl Iterator<Item = (&PublishedCode, &Entry)> {
        self.posters
            .iter()
            .filter(|(_, record)| record.end.is_none())
    }

    /// Posters whose page says where the matter went, or why it ended.
    pub fn ended(&self) -> impl Iterator<Item = (&PublishedCode, &Entry, &End)> {
        self.posters
            .iter()
            .filter_map(|(poster, record)| Some((poster, record, record.end.as_ref()?)))
    }

    /// What became of a poster with this end; none when its successors form a circle.
    pub fn successor<'a>(&'a self, end: &'a End) -> Option<Successor<'a>> {
        let mut end = end;
        for _ in 0..=self.posters.len() {
            let next = match &end.retirement {
                Retirement::To(next) => next,
                Retirement::Because(text) => return Some(Successor::Ended(text)),
            };
            match self
                .posters
                .get(next)
                .and_then(|record| record.end.as_ref())
            {
                Some(further) => end = further,
                None => return Some(Successor::Lives(next)),
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{End, Entry, Ledger, PublishedCode, Retirement, Successor};
    use crate::diagnostic::Place;

    fn ledger(ends: &[(&str, Option<Retirement>)]) -> Ledger {
        let mut ledger = Ledger::default();
        for (code, retirement) in ends {
            let end = retirement.clone().map(|retirement| End {
                on: date(2027, 1, 1),
                retirement,
            });
            let record = Entry {
                matter: format!("matter-{code}"),
                since: date(2026, 11, 22),
                title: String::new(),
                end,
                place: Place::file("codes.lock"),
            };
            ledger
                .posters
                .insert(PublishedCode::new("dong", code), record);
        }
        ledger
    }

    fn successor<'a>(ledger: &'a Ledger, code: &str) -> Option<Successor<'a>> {
        ledger.successor(
            ledger.posters[&PublishedCode::new("dong", code)]
                .end
                .as_ref()
                .expect("it ended"),
        )
    }

    #[test]
    fn a_chain_of_successors_ends_at_the_last_that_lives() {
        let to = |code| Some(Retirement::To(PublishedCode::new("dong", code)));
        let because = Some(Retirement::Because("不再办".into()));
        let ledger = ledger(&[
            ("a1", to("a2")),
            ("a2", to("a3")),
            ("a3", None),
            ("b1", to("b2")),
            ("b2", because),
        ]);
        assert_eq!(
            successor(&ledger, "a1"),
            Some(Successor::Lives(&PublishedCode::new("dong", "a3")))
        );
        assert_eq!(successor(&ledger, "b1"), Some(Successor::Ended("不再办")));
    }

    #[test]
    fn a_circle_has_no_end() {
        let to = |code| Some(Retirement::To(PublishedCode::new("dong", code)));
        assert_eq!(
            successor(&ledger(&[("a1", to("a2")), ("a2", to("a1"))]), "a1"),
            None
        );
    }

    #[test]
    fn a_successor_is_written_as_short_as_it_can_be() {
        assert_eq!(PublishedCode::new("dong", "a1").beside("dong"), "a1");
        assert_eq!(PublishedCode::new("dong", "a1").beside("xi"), "dong/a1");
        assert_eq!(PublishedCode::new("", "a1").beside("xi"), "./a1");
        assert_eq!(PublishedCode::new("", "a1").beside(""), "a1");
        for (community, to) in [
            ("dong", "dong"),
            ("dong", "xi"),
            ("dong", ""),
            ("", ""),
            ("", "xi"),
        ] {
            let to = PublishedCode::new(to, "a1");
            assert_eq!(
                PublishedCode::parse_beside(&to.beside(community), community),
                Some(to)
            );
        }
        for wrong in ["", "/a1", "a", "a/b/c1", "A1", "dong/", "./dong/a1"] {
            assert_eq!(PublishedCode::parse_beside(wrong, "dong"), None, "{wrong}");
        }
    }
}
