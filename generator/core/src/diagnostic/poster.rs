//! What a build would do to posters that hang: the walls, and the command that mends it.

use super::shown::{communities, first};
use super::{Argument, Term, declare};

declare! {
    /// Posters that would lead nowhere, or elsewhere than they say.
    BrokenPoster

    /// A code without a page.
    "code-lost" Error Lost {
        /// The code.
        code: String,
        /// What the posters say.
        title: String,
        /// The communities.
        walls: Walls,
        /// What a command has to be told beside the code: nothing, or ` --community …`.
        only: String,
        /// How.
        by: LostBy,
    }

    /// A code that a guide of another name has now.
    "code-reassigned" Error Reassigned {
        /// The code.
        code: String,
        /// What the posters say.
        title: String,
        /// The communities.
        walls: Walls,
        /// The matter that it stands for.
        was: String,
        /// The guide that has it now.
        now: String,
        /// The other guide is gone: this may be it under a new name.
        renamed: bool,
    }

    /// The site's address is another one.
    "address-moved" Error Moved {
        /// The address on the posters.
        from: String,
        /// The address now.
        to: String,
        /// All posters.
        walls: Vec<AffectedPosters>,
    }

    /// A community's folder is gone.
    "community-gone" Error CommunityGone {
        /// Its id; none: the one community in site.yaml.
        id: Option<String>,
        /// The same as a command wants it.
        folder: String,
        /// Its posters.
        walls: AffectedPosters,
    }

    /// An ended code is offered again.
    "code-returned" Error Returned {
        /// The code.
        code: String,
        /// What a command has to be told beside the code.
        only: String,
        /// The community's name.
        name: String,
        /// When it ended.
        on: String,
    }

    /// Codes of this build lead elsewhere than the posters; nothing is recorded.
    "preview-address" Warning Preview {
        /// The address of this build.
        url: String,
        /// The posters' address; none where site.yaml does not name one.
        published: Option<String>,
    }
}

/// How a code was lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LostBy {
    /// No guide has it any more.
    Gone,
    /// Its guide has a new code now.
    Recoded(String),
    /// Its guide has the code of another published matter now.
    Swapped(String),
    /// The community does not offer it any more.
    Closed,
    /// Its guide is a draft.
    Draft,
}

impl From<LostBy> for Argument {
    fn from(by: LostBy) -> Self {
        let otherwise = || vec![("otherwise", Term("term-lost-otherwise").into())];
        let (term, arguments) = match by {
            LostBy::Gone => ("term-lost-gone", otherwise()),
            LostBy::Recoded(new) => ("term-lost-recoded", vec![("new", new.into())]),
            LostBy::Swapped(new) => ("term-lost-swapped", vec![("new", new.into())]),
            LostBy::Closed => ("term-lost-closed", otherwise()),
            LostBy::Draft => ("term-lost-draft", otherwise()),
        };
        Self::Phrase(Term(term), arguments)
    }
}

/// Communities on whose walls posters hang, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walls(pub Vec<String>);

impl From<Walls> for Argument {
    fn from(Walls(names): Walls) -> Self {
        communities(names, 8)
    }
}

/// The posters of one community.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AffectedPosters {
    /// Its name.
    pub community: String,
    /// Code and title of each.
    pub posters: Vec<String>,
}

impl From<AffectedPosters> for Argument {
    fn from(walls: AffectedPosters) -> Self {
        let count = walls.posters.len().into();
        let (posters, more) = first(walls.posters, 4);
        Self::Phrase(
            Term("term-posters"),
            vec![
                ("community", walls.community.into()),
                ("count", count),
                ("posters", posters),
                ("more", more.into()),
            ],
        )
    }
}
