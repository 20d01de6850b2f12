//! Permanent addresses: what is printed on a wall cannot be mended.

use crate::diagnostic::{Finding, SiteFault};
use crate::model::{BaseUrl, Community, Matter, PublishedCode, Region, Route};

/// The longest address, in bytes, that a code of version 6 holds at level M (ISO/IEC 18004, byte mode).
///
/// A finer code than version 6 (41 modules) has modules below 1 mm on the 4 cm that a card or leaflet gives it.
pub const LONGEST_ADDRESS: usize = 106;

/// The permanent address of a matter's page.
pub fn matter_address<T, U>(
    base: &BaseUrl,
    community: &Community<T>,
    matter: &Matter<U>,
) -> String {
    let code = PublishedCode::new(&community.id, &matter.code.value);
    poster_address(base, &code)
}

/// The permanent address that a poster's code holds.
pub fn poster_address(base: &BaseUrl, poster: &PublishedCode) -> String {
    base.address(&Route::code(poster))
}

pub(super) fn check(region: &Region) -> Vec<Finding> {
    let place = || region.base_url.place.clone();
    let base = match &region.base_url.value {
        Ok(base) => base,
        Err(problem) => return vec![Finding::at(place(), problem.clone())],
    };
    // One message, about the longest address, says all that there is to mend.
    let addresses = region.communities.iter().flat_map(|community| {
        region
            .offered(community)
            .map(|matter| matter_address(base, community, matter))
    });
    let longest = addresses.max_by_key(String::len);
    longest
        .filter(|address| address.len() > LONGEST_ADDRESS)
        .map(|address| {
            let problem = SiteFault::AddressTooLong {
                length: address.len(),
                address,
                limit: LONGEST_ADDRESS,
            }
            .into();
            Finding::at(place(), problem)
        })
        .into_iter()
        .collect()
}
