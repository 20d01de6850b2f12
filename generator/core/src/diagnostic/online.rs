//! What can be wrong with the ways to do a matter online (网上办).

use super::{Argument, Term, declare};
use crate::model::OnlineKind;

declare! {
    /// A fault of 网上办.
    OnlineFault

    /// A key that this kind of way cannot have.
    "online-unfit" Error Unfit {
        /// Which kind.
        kind: OnlineKind,
        /// The key, its Chinese and its English name.
        key: (&'static str, &'static str),
        /// What to write instead, by the kind.
        instead: Term,
    }

    /// No address that a browser opens.
    "online-address" Error Address {
        /// As written.
        url: String,
    }

    /// A file that is no picture.
    "online-no-picture" Error NoPicture {
        /// Its path.
        path: String,
    }

    /// The ways are named, but 掌上办 is not among 渠道.
    "online-no-channel" Warning NoChannel

    /// 掌上办 is among 渠道, and nothing says where.
    "online-no-way" Warning NoWay
}

impl From<OnlineKind> for Argument {
    fn from(kind: OnlineKind) -> Self {
        Self::Term(Term(match kind {
            OnlineKind::Website => "term-kind-website",
            OnlineKind::MiniProgram => "term-kind-mini-program",
            OnlineKind::App => "term-kind-app",
        }))
    }
}

/// What a way of this kind has instead of what it cannot have.
impl From<OnlineKind> for Term {
    fn from(kind: OnlineKind) -> Self {
        Self(match kind {
            OnlineKind::Website => "term-online-website",
            OnlineKind::MiniProgram => "term-online-mini-program",
            OnlineKind::App => "term-online-app",
        })
    }
}
