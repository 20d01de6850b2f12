//! What can be wrong with a site as a whole: its address, what lies at its addresses, its communities.

use super::{Argument, Term, declare};

declare! {
    /// A fault of the site.
    SiteFault

    /// base_url is missing.
    "base-url-missing" Error BaseUrlMissing

    /// No browser opens base_url, or it is not that of a folder.
    "base-url-invalid" Error BaseUrlInvalid {
        /// As written.
        url: String,
        /// Why.
        fault: AddressFault,
    }

    /// No theme has the words of the interface in a language of the pages.
    "language-unspoken" Error LanguageUnspoken {
        /// Its code.
        language: String,
        /// Those that the theme has.
        known: Vec<String>,
    }

    /// base_url opens on this machine or in this house only.
    "base-url-private" Warning BaseUrlPrivate {
        /// The address.
        url: String,
    }

    /// Two things want one address.
    "path-taken" Error PathTaken {
        /// The path below the site's top.
        path: String,
        /// What lies there.
        first: Origin,
        /// What is to come there.
        second: Origin,
        /// It is the page of a paper, whose address is written in materials.yaml.
        paper: bool,
    }

    /// A guide reached the pages without its rules.
    "not-compiled" Error NotCompiled

    /// The permanent address makes a code too fine for a wall.
    "address-too-long" Error AddressTooLong {
        /// The address.
        address: String,
        /// Its length in bytes.
        length: usize,
        /// The longest that fits.
        limit: usize,
    }

    /// A code that the independent decoder did not read back.
    "code-unreadable" Error CodeUnreadable {
        /// The address.
        address: String,
        /// What came back, or why nothing did.
        got: String,
    }

    /// A name for a community's file that cannot be part of an address.
    "community-id" Error CommunityId {
        /// The name.
        name: String,
        /// It could, but the site has a folder of that name.
        taken: bool,
    }

    /// No community at all.
    "no-community" Error NoCommunity

    /// No guide at all.
    "no-matter" Error NoMatter
}

impl SiteFault {
    /// That what is to come to a path finds something there.
    pub fn path_taken(path: String, first: Origin, second: Origin) -> Self {
        let paper = second.what == SiteFile::Paper;
        Self::PathTaken {
            path,
            first,
            second,
            paper,
        }
    }
}

/// Why the site's address cannot be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressFault {
    /// Not http(s).
    Scheme,
    /// A letter that an address cannot have.
    Character,
    /// A name or password before `@`.
    Credentials,
    /// A `?`.
    Query,
    /// A `#`.
    Fragment,
    /// No host, or one that no browser takes as it is written.
    Host,
    /// A port that is none, or that browsers refuse.
    Port,
    /// `.` or `..` among its folders.
    Dots,
    /// It is that of a page, not of a folder.
    Page,
}

impl From<AddressFault> for Argument {
    fn from(fault: AddressFault) -> Self {
        Self::Term(Term(match fault {
            AddressFault::Scheme => "term-address-scheme",
            AddressFault::Character => "term-address-character",
            AddressFault::Credentials => "term-address-credentials",
            AddressFault::Query => "term-address-query",
            AddressFault::Fragment => "term-address-fragment",
            AddressFault::Host => "term-address-host",
            AddressFault::Port => "term-address-port",
            AddressFault::Dots => "term-address-dots",
            AddressFault::Page => "term-address-page",
        }))
    }
}

/// What lies at an address, and the file that it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// What it is.
    pub what: SiteFile,
    /// The content's file; none where it is made of many, or of none.
    pub file: Option<String>,
}

impl From<Origin> for Argument {
    fn from(Origin { what, file }: Origin) -> Self {
        let what = Self::Term(what.term());
        Self::Phrase(
            Term("term-origin"),
            vec![("what", what), ("file", file.into())],
        )
    }
}

/// What a file of a site is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteFile {
    /// A home.
    Home,
    /// Several matters in one trip.
    Plan,
    /// Where one finds out what there is for oneself.
    Find,
    /// What a screen in a hall shows.
    Screen,
    /// A matter, or what became of it.
    Matter,
    /// A paper.
    Paper,
    /// A free page.
    Page,
    /// The page for what is not there.
    NotFound,
    /// The list of pages for search engines.
    Sitemap,
    /// The list of files.
    Manifest,
    /// What pages load.
    Asset,
    /// A file of the content folder.
    Attachment,
    /// A code as a picture.
    Picture,
    /// What scripts need of a matter.
    Data,
    /// A file for the printer.
    Sheet,
    /// A drawing.
    Drawing,
    /// The ledger that a part of a site brings.
    Ledger,
    /// A file of a part of a site.
    Part,
}

impl SiteFile {
    fn term(self) -> Term {
        Term(match self {
            Self::Home => "term-site-home",
            Self::Plan => "term-site-plan",
            Self::Find => "term-site-find",
            Self::Screen => "term-site-screen",
            Self::Matter => "term-site-matter",
            Self::Paper => "term-site-paper",
            Self::Page => "term-site-page",
            Self::NotFound => "term-site-not-found",
            Self::Sitemap => "term-site-sitemap",
            Self::Manifest => "term-site-manifest",
            Self::Asset => "term-site-asset",
            Self::Attachment => "term-site-attachment",
            Self::Picture => "term-site-picture",
            Self::Data => "term-site-data",
            Self::Sheet => "term-site-sheet",
            Self::Drawing => "term-site-drawing",
            Self::Ledger => "term-site-ledger",
            Self::Part => "term-site-part",
        })
    }
}
