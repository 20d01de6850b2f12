//! Permanent addresses: what is printed on a wall cannot be mended.

use crate::diagnostic::{Finding, Problem};
use crate::model::{Community, Matter, PublishedCode, Region};

/// The longest address, in bytes, that a code of version 6 holds at level M (ISO/IEC 18004, byte mode).
///
/// A finer code than version 6 (41 modules) has modules below 1 mm on the 4 cm that a card or leaflet gives it.
pub const LONGEST_ADDRESS: usize = 106;

/// The permanent address of a matter's page.
pub fn matter_address<T, U>(
    base_url: &str,
    community: &Community<T>,
    matter: &Matter<U>,
) -> String {
    poster_address(
        base_url,
        &PublishedCode::new(&community.id, &matter.code.value),
    )
}

/// The permanent address that a poster's code holds.
pub fn poster_address(base_url: &str, poster: &PublishedCode) -> String {
    format!("{base_url}{poster}.html")
}

/// `written` with exactly one `/` at its end, or why it cannot be one.
///
/// # Errors
/// When it is empty, not http(s), without a host, or has anything but a path behind the host.
pub fn base_url(written: &str) -> Result<String, Problem> {
    let written = written.trim();
    if written.is_empty() {
        return Err(Problem::BaseUrlMissing);
    }
    let invalid = || Problem::BaseUrlInvalid {
        url: written.to_owned(),
    };
    let rest = ["https://", "http://"]
        .iter()
        .find_map(|scheme| {
            written
                .get(..scheme.len())
                .filter(|s| s.eq_ignore_ascii_case(scheme))
        })
        .map(|scheme| &written[scheme.len()..])
        .ok_or_else(invalid)?;
    let host = rest.split('/').next().unwrap_or_default();
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~%/:".contains(&b);
    if host.is_empty() || host.starts_with([':', '.']) || !rest.bytes().all(plain) {
        return Err(invalid());
    }
    Ok(format!("{}/", written.trim_end_matches('/')))
}

pub(super) fn check(region: &Region) -> Vec<Finding> {
    let base = match base_url(&region.base_url.value) {
        Ok(base) => base,
        Err(problem) => return vec![Finding::at(region.base_url.place.clone(), problem)],
    };
    // One message, about the longest address, says all that there is to mend.
    let addresses = region.communities.iter().flat_map(|community| {
        region
            .offered(community)
            .map(|matter| matter_address(&base, community, matter))
    });
    let longest = addresses.max_by_key(String::len);
    longest
        .filter(|address| address.len() > LONGEST_ADDRESS)
        .map(|address| {
            let problem = Problem::AddressTooLong {
                bytes: address.len(),
                address,
                limit: LONGEST_ADDRESS,
            };
            Finding::at(region.base_url.place.clone(), problem)
        })
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::base_url;

    #[test]
    fn addresses_that_can_be_printed() {
        assert_eq!(
            base_url("https://a.example").ok().as_deref(),
            Some("https://a.example/")
        );
        assert_eq!(
            base_url(" http://a.example:8080/x// ").ok().as_deref(),
            Some("http://a.example:8080/x/")
        );
        for bad in [
            "",
            "a.example",
            "ftp://a.example",
            "https://",
            "https://a/?x=1",
            "https://a/#b",
            "https://社区.example",
            "https://:80",
        ] {
            assert!(base_url(bad).is_err(), "{bad}");
        }
    }
}
