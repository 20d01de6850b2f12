//! `onetrip build --single-file`: a matter's page with everything that it needs in one file, for a chat or a stick.
//!
//! It is made of the finished site, so that it can say nothing else than the page does. Whatever leads to another page leads to the site.

mod page;
mod style;

use std::collections::{BTreeMap, BTreeSet};

use onetrip_core::diagnostic::{Finding, ReferenceFault};
use onetrip_core::model::{Community, Ending, PublishedCode, Region, Route};
use onetrip_core::output::Sink;
use onetrip_core::source::Theme;

pub use page::page;

/// The page that is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Its community; empty for a site of one community.
    pub community: String,
    /// Its code.
    pub code: String,
    /// Its path below the site's top.
    pub path: String,
    /// The name of its language.
    pub language: String,
}

impl Wanted {
    /// What somebody means by `typed`: a code, behind `en/` in that language; `community` where the site has several.
    ///
    /// # Errors
    /// When there is no such page, or several.
    pub fn find(region: &Region, typed: &str, community: Option<&str>) -> Result<Self, Finding> {
        let (folder, code) = match typed.split_once('/') {
            Some((language, code)) => (format!("{language}/"), code),
            None => (String::new(), typed),
        };
        let code = code.trim_end_matches(".html").to_lowercase();
        let has = |one: &&Community| region.offered(one).any(|matter| matter.code.value == code);
        let all = region.communities.iter();
        let here: Vec<&Community> = all
            .filter(|one| community.is_none_or(|wanted| one.id == wanted))
            .collect();
        let having: Vec<&&Community> = here.iter().filter(|one| has(one)).collect();
        match having[..] {
            [one] => {
                let route = Route::code(&PublishedCode::new(&one.id, &code));
                let language = match folder.trim_end_matches('/') {
                    "" => region.language.to_owned(),
                    further => further.to_owned(),
                };
                Ok(Self {
                    community: one.id.clone(),
                    path: route.path_in(&folder),
                    language,
                    code,
                })
            }
            [] => Err(Self::unknown(region, typed, community)),
            _ => {
                let known = having.iter().map(|one| one.id.clone()).collect();
                Err(Finding::nowhere(
                    ReferenceFault::CommunityWanted { code, known }.into(),
                ))
            }
        }
    }

    /// Says that there is no such page, and which there are.
    pub fn unknown(region: &Region, typed: &str, community: Option<&str>) -> Finding {
        let all = region.communities.iter();
        let here = all.filter(|one| community.is_none_or(|wanted| one.id == wanted));
        let offered = here.flat_map(|one| region.offered(one));
        let known: BTreeSet<String> = offered.map(|matter| matter.code.value.clone()).collect();
        let fault = ReferenceFault::UnknownCode {
            name: typed.to_owned(),
            known: known.into_iter().collect(),
        };
        Finding::nowhere(fault.into())
    }

    /// What the file is called, where nobody says otherwise.
    pub fn name(&self) -> String {
        self.path.replace('/', "-")
    }
}

/// A heavier picture stays with the site: the file has to pass through a chat.
const LIGHT: usize = 20_000;

/// What of a site's files the page can need.
#[derive(Debug)]
pub struct Needed {
    page: String,
    /// Of its code, of papers and of doors.
    pictures: BTreeSet<String>,
    /// The files, by their paths below the site's top.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Needed {
    /// Nothing yet.
    pub fn of(wanted: &Wanted, region: &Region) -> Self {
        let code = PublishedCode::new(&wanted.community, &wanted.code);
        let shown = region.pictures();
        let shown = shown.map(|picture| Route::Attachment(picture.path.clone()).path());
        Self {
            page: wanted.path.clone(),
            pictures: shown
                .chain([Route::picture(&code, Ending::Png).path()])
                .collect(),
            files: BTreeMap::new(),
        }
    }
}

impl Sink for Needed {
    fn take(&mut self, files: Vec<(String, Vec<u8>)>) -> Result<(), Finding> {
        let needed = files.into_iter().filter(|(path, bytes)| {
            let light = self.pictures.contains(path) && bytes.len() <= LIGHT;
            light || path.starts_with("assets/") || *path == self.page
        });
        self.files.extend(needed);
        Ok(())
    }
}

/// What the file says of itself: from when it is, and where the page is that is kept up to date.
pub fn note(theme: &Theme, language: &str, day: &str, address: &str) -> String {
    let texts = theme.texts.get(language);
    let text = texts.and_then(|texts| texts.get("single_note"));
    let link = format!("<a href=\"{address}\">{address}</a>");
    let said = text.map_or("", String::as_str);
    said.replace("{date}", day).replace("{address}", &link)
}
