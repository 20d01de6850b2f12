//! The domain: plain types, no I/O, no rules of spelling.
//!
//! A [`Region`] is everything that a site says. What holds words is generic over them: as written they are [`Text`], which may hold
//! local facts; resolved for one community they are plain strings.

mod acceptance;
mod amount;
mod any_of;
mod base_url;
mod brackets;
mod calendar;
mod case;
mod claim;
mod condition;
mod convert;
mod criteria;
mod date;
mod decimal;
mod detail;
mod draft;
mod follow;
mod language;
mod ledger;
mod local;
mod markdown;
mod matter;
mod money;
mod naming;
mod office;
mod online;
mod overrides;
mod paper;
mod question;
mod region;
mod requirement;
mod route;
mod rows;
mod rules;
mod share;
mod text;
mod threshold;
mod translation;
mod version;

pub use acceptance::{Appointment, MonthSpan, Window, YearDay, YearSpan};
pub use amount::{Amount, PerAnswer};
pub use any_of::{AnyOf, Bundle, Way, WayOf, both, not, rule};
pub use base_url::BaseUrl;
pub use brackets::{Bracketed, brackets_in};
pub use calendar::{Days, Exception, HolidayYear, Holidays};
pub use case::{Case, Fee, NO_FEE, TimeLimit, VenueId, Visits, vary};
pub use claim::{Claim, claims};
pub use condition::{Choice, Condition, Fact, Range};
pub use criteria::{Criteria, Criterion};
pub use date::{AgeUnit, Dated, Side, When, date, day};
pub use decimal::{Decimal, Limits, MOST_DECIMALS};
pub use detail::{COPY_NOTE, DETAILS, DetailKind, DetailPlace, Details, ISSUER, NOTE};
pub use draft::Draft;
pub use follow::follows;
pub use language::Language;
pub use ledger::{
    End, Entry, LEDGER, LEDGER_FORMAT, Ledger, Opened, Published, PublishedCode, Retirement,
    Successor,
};
pub use local::{Bound, LocalFact, LocalFacts};
pub use markdown::Markdown;
pub use matter::{
    Basis, Channel, DeskMode, Duration, Matter, NamesAt, Note, Scenario, Step, Stop, StopKind,
    TimeUnit,
};
pub use money::{money, yuan};
pub use office::{HALL, Office, Venue};
pub use online::{Online, OnlineKind, web_host};
pub use overrides::{Override, Part};
pub use paper::{Attachment, Defer, Exempt, ExemptBy, Fresh, Group, Line, LineKind, Paper};
pub use question::{ActsAs, AnswerKind, AnswerOption, Follows, Question};
pub use region::{Category, Community, Contact, Hours, Material, Page, Region, TimeSpan, Worker};
pub use requirement::Requirement;
pub use route::{DataFile, Ending, MANIFEST, Route, Spot};
pub(crate) use rows::small;
pub use rows::{FormItem, Row, RowItems, TripLines};
pub use rules::{ChoiceItems, FeeSet, Items, Keys, Refusals, WayItems};
pub use share::Share;
pub(crate) use text::fill;
pub use text::{Convert, Text, names_in};
pub use threshold::{Numbers, Period, Threshold};
pub use translation::{GuideTexts, Phrase, Phrasebook, Translation};
