//! What can be wrong with facts of a guide or a community, each of which is well formed.

use jiff::civil::Date;

use super::acceptance::clock;
use super::{Argument, declare};
use crate::model::TimeSpan;

impl From<TimeSpan> for Argument {
    fn from(span: TimeSpan) -> Self {
        Self::Words(clock(span))
    }
}

declare! {
    /// Facts that contradict each other, or that say nothing.
    SenseFault

    /// One number to ask and to complain.
    "phones-equal" Warning PhonesEqual {
        /// The number.
        phone: String,
    }

    /// No number where a phone number belongs.
    "phone-words" Error PhoneWords {
        /// What stands there.
        words: String,
    }

    /// Several numbers where one belongs.
    "phone-several" Error PhoneSeveral {
        /// What stands there.
        phone: String,
    }

    /// A number that only the town itself can dial.
    "phone-no-area" Warning PhoneNoArea {
        /// The number.
        phone: String,
    }

    /// A number with too few or too many figures.
    "phone-length" Warning PhoneLength {
        /// The number.
        phone: String,
    }

    /// The steps take other days than are promised.
    "steps-promise" Warning StepsPromise {
        /// The days of all steps.
        days: u32,
        /// The days promised.
        promised: u32,
    }

    /// Finished on the spot, and days are promised.
    "on-the-spot-days" Warning OnTheSpotDays {
        /// The days promised.
        promised: u32,
    }

    /// One has to come, and nobody knows what for.
    "visit-no-reason" Warning VisitNoReason {
        /// How often.
        count: u32,
    }

    /// Two matters, or two communities, of one name; or a name of a matter that is another one's title.
    "name-taken" Warning NameTaken {
        /// The name.
        name: String,
        /// Where it stands first.
        other: String,
    }

    /// Two communities with one number to ask, or one address: most likely a file was copied.
    "contact-shared" Warning ContactShared {
        /// The number or the address.
        words: String,
        /// The other community's file.
        other: String,
    }

    /// The sentence about a matter says its title and nothing else.
    "summary-idle" Warning SummaryIdle {
        /// The title.
        title: String,
    }

    /// So many papers or visits are most likely a slip.
    "number-large" Warning NumberLarge {
        /// The number.
        number: u32,
        /// What is usual at the most.
        most: u32,
    }

    /// Nobody has to come, and the desk is the only way.
    "visit-no-way" Warning VisitNoWay

    /// Only the person may come, and yet somebody else may.
    "in-person-or-not" Warning InPersonOrNot {
        /// The words that say so.
        words: String,
    }

    /// Nothing is charged, and a note names a charge.
    "free-but-paid" Warning FreeButPaid {
        /// What is charged.
        fee: String,
    }

    /// Two lines of one paper that can both hold and say different things of it.
    "paper-two-rules" Warning PaperTwoRules {
        /// The paper.
        paper: String,
        /// What the first line says.
        first: Argument,
        /// What the second says.
        second: Argument,
        /// Answers with which both hold; empty: any.
        answers: String,
    }

    /// A line of which nothing is to be brought.
    "paper-nothing" Warning PaperNothing {
        /// The paper.
        paper: String,
    }

    /// The text says other days than are promised.
    "days-in-text" Warning DaysInText {
        /// The days of the text.
        days: u32,
        /// The days promised.
        promised: u32,
    }

    /// One paper in two lines for the same situations that want different things.
    "paper-unlike" Warning PaperUnlike {
        /// The paper.
        paper: String,
    }

    /// A law without its article.
    "basis-no-article" Warning BasisNoArticle {
        /// The law.
        name: String,
    }

    /// Something is to be paid, and nobody knows how much.
    "fee-no-amount" Warning FeeNoAmount {
        /// What for.
        fee: String,
    }

    /// Something is to be paid, and nobody knows by what rule.
    "fee-no-basis" Warning FeeNoBasis {
        /// What for.
        fee: String,
    }

    /// 法定 smaller than 承诺.
    "promise-above-statutory" Error PromiseAboveStatutory {
        /// Promised days.
        promised: u32,
        /// Statutory days.
        statutory: u32,
    }

    /// 复核期限 is past.
    "review-overdue" Warning ReviewOverdue {
        /// The date.
        review_by: String,
    }

    /// To be checked again on the day of the last check, or before.
    "review-not-later" Error ReviewNotLater {
        /// The day of the last check.
        checked: Date,
        /// The day by which it is to be checked again.
        review: Date,
    }

    /// Checked on a day that is still to come.
    "checked-in-future" Warning CheckedInFuture {
        /// That day.
        checked: Date,
        /// Today.
        today: Date,
    }

    /// Checked so long ago that the year is most likely wrong.
    "checked-long-ago" Warning CheckedLongAgo {
        /// That day.
        checked: Date,
    }

    /// A guide that sends people to itself.
    "leads-to-itself" Error LeadsToItself {
        /// The reference, as written.
        name: String,
    }

    /// Opening hours that overlap on one day.
    "hours-overlap" Warning HoursOverlap {
        /// The earlier ones.
        first: TimeSpan,
        /// The later ones.
        second: TimeSpan,
    }

    /// Opening hours at night.
    "hours-at-night" Warning HoursAtNight {
        /// The hours.
        time: TimeSpan,
    }

    /// A closed day that is long past.
    "exception-past" Warning ExceptionPast {
        /// Its last day.
        last: Date,
    }

    /// A local fact that another place says in another unit.
    "local-fact-units" Warning LocalFactUnits {
        /// The fact.
        fact: String,
        /// The unit here.
        first: String,
        /// The other unit.
        second: String,
        /// Where that stands.
        file: String,
    }

    /// A local fact that nothing uses.
    "local-fact-idle" Warning LocalFactIdle {
        /// The fact.
        fact: String,
        /// The one that is probably meant.
        suggestion: Option<String>,
    }
}
