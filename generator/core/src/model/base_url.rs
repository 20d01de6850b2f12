//! The address under which a site is published: what is printed on a wall cannot be mended.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

use url::{Host, Position, Url};

use super::Route;
use crate::diagnostic::{AddressFault, Problem, SiteFault};

/// An http(s) address of a folder, as every browser opens it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(Url);

/// Ports that no browser opens (Fetch Standard, port blocking), and 0, which is none.
const BAD_PORTS: [u16; 83] = [
    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101,
    102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427,
    465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990,
    993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667,
    6668, 6669, 6679, 6697, 10080,
];

impl BaseUrl {
    /// Reads an address as somebody writes it, with or without `/` at its end.
    ///
    /// # Errors
    /// When it is empty, when a browser would not open it, or when it is not that of a folder.
    pub fn parse(written: &str) -> Result<Self, Problem> {
        let written = written.trim();
        if written.is_empty() {
            return Err(SiteFault::BaseUrlMissing.into());
        }
        read(written).map_err(|fault| {
            SiteFault::BaseUrlInvalid {
                url: written.to_owned(),
                fault,
            }
            .into()
        })
    }

    /// Whether somebody wrote this very address, if in another way.
    pub fn is(&self, written: &str) -> bool {
        Self::parse(written).is_ok_and(|other| other == *self)
    }

    /// The address, with `/` at its end.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// What stands behind the host: `/banshi/`.
    pub fn path(&self) -> &str {
        self.0.path()
    }

    /// The host, with its port where it has one of its own: what people know a site by.
    pub fn host(&self) -> &str {
        &self.0[Position::BeforeHost..Position::AfterPort]
    }

    /// The permanent address of a page or file; that of the site's own home is the site's.
    pub fn address(&self, route: &Route) -> String {
        self.address_in(route, "")
    }

    /// The address of a page in the language whose pages stand in `folder`.
    pub fn address_in(&self, route: &Route, folder: &str) -> String {
        match route.path_in(folder).as_str() {
            "index.html" => self.to_string(),
            path => format!("{self}{path}"),
        }
    }

    /// Whether it opens on this machine or in this house only.
    pub fn is_private(&self) -> bool {
        match self.0.host() {
            Some(Host::Domain(name)) => {
                let within = |zone: &str| name == zone || name.ends_with(&format!(".{zone}"));
                // RFC 6761, RFC 6762, RFC 8375, and what ICANN keeps free for use in a house.
                let own = ["localhost", "local", "home.arpa", "internal"];
                own.into_iter().any(within) || !name.contains('.')
            }
            Some(Host::Ipv4(address)) => is_private_v4(address),
            Some(Host::Ipv6(address)) => is_private_v6(address),
            None => false,
        }
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

fn is_private_v4(address: Ipv4Addr) -> bool {
    // 100.64.0.0/10 is shared by the customers of a carrier (RFC 6598).
    let shared = address.octets()[0] == 100 && address.octets()[1] & 0xc0 == 64;
    shared
        || address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_unspecified()
}

fn is_private_v6(address: Ipv6Addr) -> bool {
    address.to_ipv4_mapped().is_some_and(is_private_v4)
        || address.is_loopback()
        || address.is_unicast_link_local()
        || address.is_unique_local()
        || address.is_unspecified()
}

/// The URL standard forgives much that a wall does not: what it would mend is refused before it is asked.
fn read(written: &str) -> Result<BaseUrl, AddressFault> {
    let rest = after_scheme(written).ok_or(AddressFault::Scheme)?;
    for (sign, fault) in [
        ('?', AddressFault::Query),
        ('#', AddressFault::Fragment),
        ('@', AddressFault::Credentials),
    ] {
        if rest.contains(sign) {
            return Err(fault);
        }
    }
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    if !path.bytes().all(|b| is_plain(b) || b"%/:".contains(&b))
        || !host.bytes().all(|b| is_plain(b) || b":[]".contains(&b))
    {
        return Err(AddressFault::Character);
    }
    if host.is_empty() {
        return Err(AddressFault::Host);
    }
    let path = path.trim_end_matches('/');
    judge_path(path)?;
    let url = Url::parse(&format!("{}/", written.trim_end_matches('/')));
    let url = url.map_err(|error| match error {
        url::ParseError::InvalidPort => AddressFault::Port,
        _ => AddressFault::Host,
    })?;
    judge_host(host, &url)?;
    Ok(BaseUrl(url))
}

fn after_scheme(written: &str) -> Option<&str> {
    let is = |scheme: &&str| {
        let start = written.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    let scheme = ["https://", "http://"].into_iter().find(is)?;
    written.get(scheme.len()..)
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

fn judge_path(path: &str) -> Result<(), AddressFault> {
    let decodes = |part: &str| {
        let mut marks = part.split('%').skip(1);
        marks.all(|mark| {
            let digits = mark.as_bytes().get(..2);
            digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
        })
    };
    if !decodes(path) {
        return Err(AddressFault::Character);
    }
    let lower = path.to_ascii_lowercase();
    let dots = |part: &str| matches!(part.replace("%2e", ".").as_str(), "." | "..");
    if lower.split('/').any(dots) {
        return Err(AddressFault::Dots);
    }
    if lower.ends_with(".html") || lower.ends_with(".htm") {
        return Err(AddressFault::Page);
    }
    Ok(())
}

/// The host as it was written has to be the one that browsers make of it.
fn judge_host(written: &str, url: &Url) -> Result<(), AddressFault> {
    let (name, port) = match written.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, Some(port)),
        _ => (written, None),
    };
    if port.is_some_and(str::is_empty)
        || url
            .port_or_known_default()
            .is_none_or(|port| BAD_PORTS.contains(&port))
    {
        return Err(AddressFault::Port);
    }
    let sound = match url.host() {
        Some(Host::Domain(domain)) => {
            domain.eq_ignore_ascii_case(name) && domain.split('.').all(is_label)
        }
        Some(host) => host.to_string().eq_ignore_ascii_case(name),
        None => false,
    };
    if sound {
        Ok(())
    } else {
        Err(AddressFault::Host)
    }
}

/// A part of a host's name (RFC 1123, and `_`, which browsers open as well).
fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;
    use crate::diagnostic::{AddressFault, Problem, SiteFault};

    fn parsed(written: &str) -> Result<String, Option<AddressFault>> {
        match BaseUrl::parse(written) {
            Ok(base) => Ok(base.to_string()),
            Err(Problem::Site(SiteFault::BaseUrlInvalid { fault, .. })) => Err(Some(fault)),
            Err(_) => Err(None),
        }
    }

    #[test]
    fn addresses_that_can_be_printed() {
        for (written, printed) in [
            ("https://a.example", "https://a.example/"),
            (" http://a.example:8080/x// ", "http://a.example:8080/x/"),
            ("HTTPS://A.Example/Ban-shi", "https://a.example/Ban-shi/"),
            ("https://a.example:443/", "https://a.example/"),
            ("https://xn--fiqs8s.example/", "https://xn--fiqs8s.example/"),
            (
                "https://a.example/%E5%8A%9E/",
                "https://a.example/%E5%8A%9E/",
            ),
            (
                "http://[2001:db8::1]:8080/x",
                "http://[2001:db8::1]:8080/x/",
            ),
            ("http://203.0.113.5/x", "http://203.0.113.5/x/"),
            ("https://a.example/~b/c.d_e", "https://a.example/~b/c.d_e/"),
        ] {
            assert_eq!(parsed(written).as_deref(), Ok(printed), "{written}");
        }
    }

    #[test]
    fn addresses_that_no_browser_opens_or_that_print_badly() {
        use AddressFault as F;
        assert_eq!(parsed("  "), Err(None));
        for (written, fault) in [
            ("a.example", F::Scheme),
            ("ftp://a.example", F::Scheme),
            ("https:/a.example", F::Scheme),
            ("https://", F::Host),
            ("https:///x", F::Host),
            ("https://.", F::Host),
            ("https://...", F::Host),
            ("https://a..example", F::Host),
            ("https://.a.example", F::Host),
            ("https://a.example.", F::Host),
            ("https://-a.example", F::Host),
            ("https://1.2.3", F::Host),
            ("https://0x7f.0.0.1", F::Host),
            ("https://256.1.1.1", F::Host),
            ("https://[::1", F::Host),
            ("https://xn--a.example", F::Host),
            ("https://:80", F::Host),
            ("https://a.example:", F::Port),
            ("https://a.example:0", F::Port),
            ("https://a.example:99999", F::Port),
            ("https://a.example:x", F::Port),
            ("https://a.example:6000", F::Port),
            ("http://a.example:10080/x", F::Port),
            ("https://a/?x=1", F::Query),
            ("https://a/#b", F::Fragment),
            ("https://me:word@a.example", F::Credentials),
            ("https://社区.example", F::Character),
            ("https://a.example/办事", F::Character),
            ("https://a.example/a b", F::Character),
            ("https://a.example\\x", F::Character),
            ("https://a.example/%zz", F::Character),
            ("https://a.example/../x", F::Dots),
            ("https://a.example/x/%2E%2e", F::Dots),
            ("https://a.example/./x", F::Dots),
            ("https://a.example/index.html", F::Page),
            ("https://a.example/x/INDEX.HTM", F::Page),
        ] {
            assert_eq!(parsed(written), Err(Some(fault)), "{written}");
        }
    }

    #[test]
    fn what_opens_in_this_house_only() {
        let private = |host: &str| {
            let base = BaseUrl::parse(&format!("http://{host}/x")).expect("it can be opened");
            base.is_private()
        };
        for host in [
            "localhost",
            "localhost:8080",
            "a.localhost",
            "127.0.0.1",
            "127.8.9.1:8000",
            "10.1.2.3",
            "192.168.1.5",
            "172.16.0.1",
            "172.31.255.1",
            "[::1]:8080",
            "[fe80::1]",
            "[fd00::1]",
            "nas.local",
            "nas",
            "site.internal",
            "pi.home.arpa",
            "100.64.0.1",
            "100.127.255.254",
        ] {
            assert!(private(host), "{host}");
        }
        for host in [
            "a.example",
            "172.32.0.1",
            "11.0.0.1",
            "locals.example",
            "internal.example",
            "100.63.0.1",
            "100.128.0.1",
            "[2001:db8::1]",
        ] {
            assert!(!private(host), "{host}");
        }
    }
}
