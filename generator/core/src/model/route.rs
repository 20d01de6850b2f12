//! Every page and file of a site: where it lies. Links, printed addresses and the tree all come from here.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::PublishedCode;
use crate::diagnostic::{Origin, SiteFile};

/// A page or a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Route {
    /// The home of a region of several communities.
    Region,
    /// What a host shows for an address that there is not.
    NotFound,
    /// `sitemap.xml`.
    Sitemap,
    /// `manifest.json`.
    Manifest,
    /// The worker that keeps pages for those without a network; browsers look for it at one address.
    Worker,
    /// A free page, by name.
    Page(String),
    /// A file that pages load, by its fingerprinted name.
    Asset(String),
    /// A file of the content folder, by its path there, `files/…`.
    Attachment(String),
    /// Something of a community, by its id; empty for a site of one community, which has it at its top.
    In(String, Spot),
}

/// What there is of each community.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// Its home.
    Home,
    /// Several matters in one trip.
    Plan,
    /// Where one finds out what there is for oneself.
    Find,
    /// What a screen in its hall shows.
    Screen,
    /// What it offers of one category, where its home is too short for all; by the name of the page.
    Category(String),
    /// The page of a code: a matter, or what became of it.
    Code(String),
    /// What takes the place of a matter on a day.
    Version(String, Date),
    /// A paper of the register, by the name of its page.
    Paper(String),
    /// A code as a picture.
    Picture(String, Ending),
    /// A matter as data, under `index` the list of all, or under `search` what finds them.
    Data(String, DataFile),
    /// What a phone needs to put its home beside other apps.
    App,
    /// The list of what a phone keeps.
    Kept,
    /// A file for the printer, by its name.
    Sheet(String),
}

/// The kinds of pictures of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ending {
    /// For printing.
    Svg,
    /// For everything else.
    Png,
}

/// The kinds of files that data comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DataFile {
    /// To be fetched.
    Json,
    /// The same in a call, for pages that are opened from a disk.
    Script,
}

/// The list of a site's files.
pub const MANIFEST: &str = "manifest.json";
/// The booklet's page and its style sheet, among the files for the printer.
const BOOKLET: [&str; 2] = ["booklet.html", "booklet.css"];

impl Route {
    /// A community's home.
    pub fn home(community: &str) -> Self {
        Self::In(community.to_owned(), Spot::Home)
    }

    /// A community's plan.
    pub fn plan(community: &str) -> Self {
        Self::In(community.to_owned(), Spot::Plan)
    }

    /// Where one finds out what a community has for oneself.
    pub fn find(community: &str) -> Self {
        Self::In(community.to_owned(), Spot::Find)
    }

    /// What a screen in a community's hall shows.
    pub fn screen(community: &str) -> Self {
        Self::In(community.to_owned(), Spot::Screen)
    }

    /// The page of a category of a community's, by its name.
    pub fn category(community: &str, name: &str) -> Self {
        Self::In(community.to_owned(), Spot::Category(name.to_owned()))
    }

    /// The page at the address of a published code.
    pub fn code(code: &PublishedCode) -> Self {
        Self::In(code.community.clone(), Spot::Code(code.code.clone()))
    }

    /// The page of what takes the place of a matter on a day.
    pub fn version(code: &PublishedCode, day: Date) -> Self {
        let spot = Spot::Version(code.code.clone(), day);
        Self::In(code.community.clone(), spot)
    }

    /// The page of a paper, by its name.
    pub fn paper(community: &str, name: &str) -> Self {
        Self::In(community.to_owned(), Spot::Paper(name.to_owned()))
    }

    /// A published code as a picture.
    pub fn picture(code: &PublishedCode, ending: Ending) -> Self {
        let spot = Spot::Picture(code.code.clone(), ending);
        Self::In(code.community.clone(), spot)
    }

    /// A matter as data, by its code; the list of all under `index`.
    pub fn data(community: &str, name: &str, file: DataFile) -> Self {
        Self::In(community.to_owned(), Spot::Data(name.to_owned(), file))
    }

    /// What a phone needs to put a community's home beside other apps.
    pub fn app(community: &str) -> Self {
        Self::In(community.to_owned(), Spot::App)
    }

    /// The list of what a phone keeps of a community.
    pub fn kept(community: &str) -> Self {
        Self::In(community.to_owned(), Spot::Kept)
    }

    /// A file for the printer.
    pub fn sheet(community: &str, name: &str) -> Self {
        Self::In(community.to_owned(), Spot::Sheet(name.to_owned()))
    }

    /// A community's booklet.
    pub fn booklet(community: &str) -> Self {
        Self::sheet(community, BOOKLET[0])
    }

    /// The style sheet of a community's booklet.
    pub fn booklet_style(community: &str) -> Self {
        Self::sheet(community, BOOKLET[1])
    }

    /// The home that stands above it.
    #[must_use]
    pub fn home_above(&self) -> Self {
        match self {
            Self::In(community, _) => Self::home(community),
            _ => Self::Region,
        }
    }

    /// Its path below the site's top, in the first language.
    pub fn path(&self) -> String {
        self.path_in("")
    }

    /// Its path in the language whose pages stand in `folder` (`en/`). What is no page is there once.
    pub fn path_in(&self, folder: &str) -> String {
        match self {
            Self::Region => format!("{folder}index.html"),
            Self::NotFound => "404.html".to_owned(),
            Self::Sitemap => "sitemap.xml".to_owned(),
            Self::Manifest => MANIFEST.to_owned(),
            Self::Worker => "sw.js".to_owned(),
            Self::Page(name) => format!("{folder}{name}.html"),
            Self::Asset(name) => format!("assets/{name}"),
            Self::Attachment(path) => path.clone(),
            Self::In(community, spot) => {
                let place = match community.as_str() {
                    "" => String::new(),
                    id => format!("{id}/"),
                };
                format!("{place}{}", spot.path_in(folder))
            }
        }
    }

    /// The link to it from the page at `from`; both in the languages of these folders.
    pub fn href(&self, folder: &str, from: &str) -> String {
        relative(from, &self.path_in(folder))
    }

    /// What it is, for messages; `file` is the content's file that it is made of.
    pub fn origin(&self, file: Option<&str>) -> Origin {
        let what = match self {
            Self::Region => SiteFile::Home,
            Self::NotFound => SiteFile::NotFound,
            Self::Sitemap => SiteFile::Sitemap,
            Self::Manifest => SiteFile::Manifest,
            Self::Page(_) => SiteFile::Page,
            Self::Worker | Self::Asset(_) => SiteFile::Asset,
            Self::Attachment(_) => SiteFile::Attachment,
            Self::In(_, spot) => spot.kind(),
        };
        let file = match self {
            Self::Attachment(path) => Some(path.as_str()),
            _ => file,
        };
        Origin {
            what,
            file: file.map(str::to_owned),
        }
    }

    /// The pages that are there whatever the content says: in a community's folder, and at the site's top.
    pub fn fixed(community: &str) -> Vec<Self> {
        let mut fixed = vec![
            Self::home(community),
            Self::plan(community),
            Self::find(community),
            Self::screen(community),
        ];
        if community.is_empty() {
            fixed.extend([Self::NotFound, Self::Sitemap, Self::Manifest]);
        }
        fixed
    }

    /// The folders at a site's top that are no community's.
    pub fn folders() -> Vec<String> {
        let name = || "x".to_owned();
        let spots = [
            Spot::Home,
            Spot::Plan,
            Spot::Find,
            Spot::Code(name()),
            Spot::Paper(name()),
            Spot::Picture(name(), Ending::Svg),
            Spot::Data(name(), DataFile::Json),
            Spot::Sheet(name()),
        ];
        let routes = spots.map(|spot| Self::In(String::new(), spot)).into_iter();
        let routes = routes.chain([Self::Asset(name()), Self::Attachment("files/x".to_owned())]);
        let mut seen = BTreeSet::new();
        let folders = routes.filter_map(|route| {
            let path = route.path();
            let (folder, _) = path.split_once('/')?;
            seen.insert(folder.to_owned()).then(|| folder.to_owned())
        });
        folders.collect()
    }
}

impl Spot {
    fn path_in(&self, folder: &str) -> String {
        match self {
            Self::Home => format!("{folder}index.html"),
            Self::Plan => format!("{folder}plan.html"),
            Self::Find => format!("{folder}find.html"),
            Self::Screen => format!("{folder}screen.html"),
            Self::Category(name) => format!("{folder}category-{name}.html"),
            Self::Code(code) => format!("{folder}{code}.html"),
            Self::Version(code, day) => format!("{folder}{code}-from-{day}.html"),
            Self::Paper(name) => format!("{folder}paper/{name}.html"),
            Self::Picture(code, Ending::Svg) => format!("qr/{code}.svg"),
            Self::Picture(code, Ending::Png) => format!("qr/{code}.png"),
            Self::Data(code, DataFile::Json) => format!("{folder}data/{code}.json"),
            Self::Data(code, DataFile::Script) => format!("{folder}data/{code}.js"),
            Self::App => format!("{folder}app.webmanifest"),
            Self::Kept => format!("{folder}offline.json"),
            Self::Sheet(name) => format!("print/{name}"),
        }
    }

    fn kind(&self) -> SiteFile {
        match self {
            Self::Home | Self::Category(_) => SiteFile::Home,
            Self::Plan => SiteFile::Plan,
            Self::Find => SiteFile::Find,
            Self::Screen => SiteFile::Screen,
            Self::Code(_) | Self::Version(..) => SiteFile::Matter,
            Self::Paper(_) => SiteFile::Paper,
            Self::Picture(..) => SiteFile::Picture,
            Self::Data(..) | Self::App | Self::Kept => SiteFile::Data,
            Self::Sheet(_) => SiteFile::Sheet,
        }
    }
}

/// The way from the page at one path to another path, both below the site's top.
fn relative(from: &str, to: &str) -> String {
    let (folder, _) = from.rsplit_once('/').unwrap_or(("", from));
    let mut here: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let mut there: Vec<&str> = to.split('/').collect();
    while here
        .first()
        .is_some_and(|part| there.len() > 1 && *part == there[0])
    {
        here.remove(0);
        there.remove(0);
    }
    format!("{}{}", "../".repeat(here.len()), there.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{Ending, PublishedCode, Route, relative};

    #[test]
    fn addresses_are_where_they_were_printed() {
        let code = PublishedCode::new("wenyuan", "a07");
        for (route, path) in [
            (Route::Region, "index.html"),
            (Route::home("wenyuan"), "wenyuan/index.html"),
            (Route::home(""), "index.html"),
            (Route::plan("wenyuan"), "wenyuan/plan.html"),
            (Route::find("wenyuan"), "wenyuan/find.html"),
            (Route::screen("wenyuan"), "wenyuan/screen.html"),
            (Route::code(&code), "wenyuan/a07.html"),
            (Route::code(&PublishedCode::new("", "a07")), "a07.html"),
            (Route::picture(&code, Ending::Svg), "wenyuan/qr/a07.svg"),
            (Route::picture(&code, Ending::Png), "wenyuan/qr/a07.png"),
            (Route::booklet("wenyuan"), "wenyuan/print/booklet.html"),
            (
                Route::paper("wenyuan", "ju-zhu-zheng"),
                "wenyuan/paper/ju-zhu-zheng.html",
            ),
            (Route::paper("", "ju-zhu-zheng"), "paper/ju-zhu-zheng.html"),
            (Route::Page("about".into()), "about.html"),
            (Route::Asset("a-1.css".into()), "assets/a-1.css"),
            (Route::Attachment("files/a.pdf".into()), "files/a.pdf"),
        ] {
            assert_eq!(route.path(), path);
        }
        assert_eq!(Route::code(&code).path_in("en/"), "wenyuan/en/a07.html");
        assert_eq!(
            Route::paper("wenyuan", "ju-zhu-zheng").path_in("en/"),
            "wenyuan/en/paper/ju-zhu-zheng.html"
        );
        assert_eq!(Route::Region.path_in("en/"), "en/index.html");
        assert_eq!(Route::Page("about".into()).path_in("en/"), "en/about.html");
        assert_eq!(
            Route::booklet("wenyuan").path_in("en/"),
            "wenyuan/print/booklet.html"
        );
    }

    #[test]
    fn a_link_is_as_short_as_it_can_be() {
        for (from, to, link) in [
            ("a.html", "b.html", "b.html"),
            ("dong/a.html", "dong/b.html", "b.html"),
            ("dong/a.html", "index.html", "../index.html"),
            ("dong/en/a.html", "dong/a.html", "../a.html"),
            ("dong/a.html", "dong/en/a.html", "en/a.html"),
            ("dong/en/a.html", "files/x.png", "../../files/x.png"),
            ("dong/print/b.html", "dong/a.html", "../a.html"),
            (
                "en/index.html",
                "dong/en/index.html",
                "../dong/en/index.html",
            ),
            ("dong/a.html", "dong", "../dong"),
        ] {
            assert_eq!(relative(from, to), link, "{from} {to}");
        }
    }

    #[test]
    fn folders_of_the_site_are_no_community() {
        assert_eq!(
            Route::folders(),
            ["paper", "qr", "data", "print", "assets", "files"]
        );
    }
}
