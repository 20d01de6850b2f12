//! Every text that becomes a code: which there are, whose they are, and whether they can be codes at all.

use jiff::civil::Date;

use crate::check::{LONGEST_ADDRESS, poster_address};
use crate::diagnostic::{Finding, Place, SiteFault};
use crate::model::{Ending, LEDGER, PublishedCode, Region, Route, Share};
use crate::output::{PreviousBuild, Seal, made_from};
use crate::parallel;
use crate::qr::{self, Codes, Level, Unfit};
use crate::resolve::{FactWords, Facts};

/// A code that hangs somewhere.
pub(super) struct Poster {
    code: PublishedCode,
    address: String,
    /// What it would be changed by.
    place: Place,
}

/// Every code that hangs somewhere in the communities of a share.
pub(super) fn posters(region: &Region, share: Share) -> Vec<Poster> {
    let offered = share.communities(region).flat_map(|community| {
        region.offered(community).map(|matter| {
            let code = PublishedCode::new(&community.id, &matter.code.value);
            (code, matter.code.place.clone())
        })
    });
    // Ended codes hang on: they are kept as they are.
    let ended = region
        .retirements()
        .filter(|(code, ..)| share.covers(region, &code.community))
        .map(|(code, ..)| (code.clone(), Place::file(LEDGER)));
    let poster = |(code, place): (PublishedCode, Place)| Poster {
        address: poster_address(region.base(), &code),
        code,
        place,
    };
    offered.chain(ended).map(poster).collect()
}

/// A code's two files, and what they were made from.
pub(super) struct CodeFiles {
    pub(super) routes: [Route; 2],
    pub(super) made_from: String,
    pub(super) files: Files,
}

/// Where a code's files come from.
pub(super) enum Files {
    /// They are new.
    Made([Vec<u8>; 2]),
    /// They stay where they are.
    Kept([Seal; 2]),
}

impl Poster {
    /// The code's files, read back; those of an earlier build, which were read back then, where it had the same address. They `stay`
    /// in their places where files can.
    pub(super) fn files(
        self,
        codes: &Codes,
        earlier: &PreviousBuild<'_>,
        stay: bool,
    ) -> Result<CodeFiles, Finding> {
        let made_from = made_from(&[&self.address]);
        let routes = [Ending::Svg, Ending::Png].map(|ending| Route::picture(&self.code, ending));
        let [svg, png] = &routes;
        let still = |route: &Route| earlier.still(&route.path(), &made_from);
        let keep = |route: &Route| earlier.keep(&route.path(), &made_from);
        let stays = stay.then(|| still(svg).zip(still(png))).flatten();
        let files = if let Some((svg, png)) = stays {
            Files::Kept([svg, png])
        } else if let Some((svg, png)) = keep(svg).zip(keep(png)) {
            Files::Made([svg, png])
        } else {
            match codes.files(&self.address) {
                Ok(code) => Files::Made([code.svg.into_bytes(), code.png]),
                Err(why) => return Err(self.unfit(&why)),
            }
        };
        Ok(CodeFiles {
            routes,
            made_from,
            files,
        })
    }

    fn unfit(self, why: &Unfit) -> Finding {
        let (address, got) = (self.address, why.to_string());
        Finding::at(
            self.place,
            SiteFault::CodeUnreadable { address, got }.into(),
        )
    }
}

/// Proves that every contact, and with `addresses` every address, fits into a code that decodes to it. No picture is drawn, so that a check
/// stays quick: a build reads each off a picture, and draws it in another way when it cannot.
pub(super) fn check(region: &Region, today: Date, addresses: bool) -> Vec<Finding> {
    let mut wanted = Vec::new();
    // An address that cannot be printed at all has its own finding.
    if addresses && region.base_url.value.is_ok() {
        wanted = posters(region, Share::default());
        wanted.retain(|poster| poster.address.len() <= LONGEST_ADDRESS);
    }
    let wrong = parallel::map_each(wanted, |poster| {
        let why = qr::decodes(&poster.address, Level::M).err()?;
        Some(poster.unfit(&why))
    });
    let mut findings: Vec<Finding> = wrong.into_iter().flatten().collect();
    for community in &region.communities {
        let words = FactWords::bare("{name}", today);
        let community = Facts::new(region, Some(community), words).community(community);
        let workers = community.workers.iter();
        findings.extend(workers.filter_map(|worker| qr::contact(&community, worker).err()));
    }
    findings
}
