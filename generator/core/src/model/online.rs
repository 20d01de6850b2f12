//! 网上办: where a matter can be done without coming.

use url::Url;

use super::{Attachment, Text};
use crate::diagnostic::Place;

/// A website, a mini-program or an app in which a matter is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Online<T = Text> {
    /// What it is called; a mini-program and an app are found by it.
    pub name: T,
    /// Which of the three.
    pub kind: OnlineKind,
    /// Of a website: its address, `http` or `https`.
    pub url: Option<String>,
    /// Of a mini-program: the picture to long-press inside WeChat.
    pub picture: Option<Attachment>,
    /// What else there is to say of it.
    pub note: Option<T>,
    /// Where the guide names it.
    pub place: Place,
}

/// What kind of way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnlineKind {
    /// Opened by a link.
    Website,
    /// Opened inside WeChat: by a picture or by its name.
    MiniProgram,
    /// Searched for by its name.
    App,
}

impl<T: PartialEq> Online<T> {
    /// Whether both say the same, wherever they stand.
    pub fn says_what(&self, other: &Self) -> bool {
        let path = |online: &Self| online.picture.as_ref().map(|picture| picture.path.clone());
        let words = (&self.name, self.kind, &self.url, &self.note);
        words == (&other.name, other.kind, &other.url, &other.note) && path(self) == path(other)
    }
}

/// The host of a web address; none when it is no address that a browser opens, or one with a local fact left in it.
pub fn web_host(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let is_web = matches!(url.scheme(), "http" | "https");
    let is_plain = !address.contains(['{', '}', ' ']) && url.username().is_empty();
    let host = url.host_str().filter(|_| is_web && is_plain)?;
    Some(match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::web_host;

    #[test]
    fn addresses_that_a_browser_opens_have_a_host() {
        let host = |address| web_host(address).unwrap_or_default();
        assert_eq!(host("https://www.example.org/a?b=1#c"), "www.example.org");
        assert_eq!(host("http://example.org:8080/"), "example.org:8080");
        for wrong in [
            "www.example.org",
            "javascript:alert(1)",
            "https://",
            "https://{{主机}}/",
            "https://example.org/{{编号}}",
            "https://example.org/a b",
            "https://bank@example.org/",
            "ftp://example.org/",
        ] {
            assert_eq!(web_host(wrong), None, "{wrong}");
        }
    }
}
