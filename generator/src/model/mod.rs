//! The domain: plain types, no I/O, no rules of spelling.
//!
//! A [`Region`] is everything that a site says. Texts may hold `{{name}}`, the place of a local fact, which
//! [`LocalFacts::fill`] puts in for one community.

mod base_url;
mod calendar;
mod condition;
mod facts;
mod ledger;
mod matter;
mod overrides;
mod paper;
mod question;
mod region;
mod route;
mod rules;
mod translation;

pub use base_url::BaseUrl;
pub use calendar::{Days, Exception, HolidayYear, Holidays};
pub use condition::{Choice, Condition};
pub use facts::{LocalFacts, names_in};
pub use ledger::{
    End, Entry, LEDGER, LEDGER_FORMAT, Ledger, Opened, Published, PublishedCode, Retirement,
    Successor,
};
pub use matter::{
    Basis, Channel, DeskMode, Duration, Fee, Markdown, Matter, Note, Scenario, Step, Stop,
    TimeUnit, Visits,
};
pub use overrides::{Override, Part};
pub use paper::{Attachment, Defer, Fresh, Group, Line, Paper};
pub use question::{AnswerKind, AnswerOption, Question};
pub use region::{Category, Community, Hours, Material, Page, Region, TimeSpan, Worker};
pub use route::{Ending, MANIFEST, Route, Spot};
pub use rules::{Items, Keys};
pub use translation::{GuideTexts, Phrase, Phrasebook, Translation};
