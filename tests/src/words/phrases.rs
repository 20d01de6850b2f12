//! What the words of conditions promise, in each language, without white space.

use jiff::civil::Date;

/// The phrases of one language.
#[derive(Debug)]
pub(super) struct Phrases {
    /// Between parts of which all hold.
    pub(super) and: &'static str,
    /// Between parts of which one holds at least.
    pub(super) or: &'static str,
    pub(super) open: &'static str,
    pub(super) close: &'static str,
    /// Before a bracket with parts of which none holds.
    pub(super) none_of: &'static str,
    /// Before a bracket with parts of which some does not hold.
    pub(super) not_all_of: &'static str,
    /// Between the parts of such a bracket.
    pub(super) between: &'static str,
    /// The heads of lists.
    pub(super) all: &'static str,
    pub(super) any: &'static str,
    pub(super) none: &'static str,
    pub(super) not_all: &'static str,
    /// Between a question and its answer.
    pub(super) colon: &'static str,
    /// `{}` is the name in quotation marks.
    pub(super) term: &'static str,
    pub(super) not_term: &'static str,
    pub(super) choice: &'static [Options],
    pub(super) multi: &'static [Options],
    /// Before, between and behind options of which so many at least are chosen, and of which fewer are.
    pub(super) several: [[&'static str; 2]; 3],
    pub(super) numbers: &'static [(&'static str, Meaning)],
    /// What stands before days of the visit.
    pub(super) visit: &'static str,
    /// Of ages: `{n}` and `{unit}`.
    pub(super) ages: &'static [(&'static str, Side)],
    /// In what they are counted, what begins like another one after it.
    pub(super) units: &'static [(&'static str, Unit)],
    /// This year, last year, the year before.
    pub(super) years: [&'static str; 3],
    /// Before years that are not meant, between two, and for all before.
    pub(super) year_words: [&'static str; 3],
    /// Of days of the calendar; `{day}` is one.
    pub(super) days: &'static [(&'static str, Stretch)],
    /// A day, by its year, month and day; one number where it is written with hyphens.
    pub(super) day: &'static str,
}

/// On which side of an age a date is: whether the day on which it is complete has come (at the latest that day), or is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// On that day or later.
    Complete,
    /// Before it.
    Short,
    /// On that day at the latest.
    Within,
    /// After it.
    Beyond,
}

/// What an age is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Years.
    Years,
    /// Months.
    Months,
    /// Days.
    Days,
}

/// Whether a day lies inside (or outside), and between which days, ends included.
pub(super) type Stretch = fn(Date, Date) -> (bool, (Date, Date));

/// A way to name options.
#[derive(Debug)]
pub(super) struct Options {
    pub(super) before: &'static str,
    pub(super) between: &'static str,
    /// Whether one of them is the answer, or none.
    pub(super) holds: bool,
    /// Whether it is for several options, or for one.
    pub(super) several: Option<bool>,
}

/// Whether the number lies inside (or outside), and the range.
pub(super) type Meaning = fn(i64, i64) -> (bool, (i64, i64));

const fn options(
    before: &'static str,
    between: &'static str,
    holds: bool,
    several: Option<bool>,
) -> Options {
    Options {
        before,
        between,
        holds,
        several,
    }
}

const BEFORE: Stretch = |day, _| (true, (Date::MIN, day.yesterday().unwrap_or(day)));
const SINCE: Stretch = |day, _| (true, (day, Date::MAX));
const UNTIL: Stretch = |day, _| (true, (Date::MIN, day));
const AFTER: Stretch = |day, _| (true, (day.tomorrow().unwrap_or(day), Date::MAX));
const ON: Stretch = |from, to| (true, (from, to));
const NOT_ON: Stretch = |from, to| (false, (from, to));

const FROM: Meaning = |n, _| (true, (n, i64::MAX));
const ABOVE: Meaning = |n, _| (true, (n + 1, i64::MAX));
const BELOW: Meaning = |n, _| (true, (i64::MIN, n - 1));
const AT_MOST: Meaning = |n, _| (true, (i64::MIN, n));
const INSIDE: Meaning = |from, to| (true, (from, to));
const OUTSIDE: Meaning = |from, to| (false, (from, to));

pub(super) const ZH: Phrases = Phrases {
    and: "，并且",
    or: "，或者",
    open: "（",
    close: "）",
    none_of: "都不符合（",
    not_all_of: "至少一条不符合（",
    between: "；",
    all: "以下都符合：",
    any: "以下符合一条就行：",
    none: "以下都不符合：",
    not_all: "以下至少一条不符合：",
    colon: "：",
    term: "属于{}",
    not_term: "不属于{}",
    choice: &[
        options("选了", "或", true, None),
        options("不是", "，也不是", false, None),
    ],
    multi: &[
        options("选了", "或", true, None),
        options("没选", "，也没选", false, None),
    ],
    several: [
        ["", ""],
        ["、", "、"],
        ["里，选了至少{n}样", "里，选了不到{n}样"],
    ],
    numbers: &[
        ("不满{n}或超过{n}{unit}", OUTSIDE),
        ("不满{n}{unit}", BELOW),
        ("不超过{n}{unit}", AT_MOST),
        ("满{n}{unit}", FROM),
        ("超过{n}{unit}", ABOVE),
        ("正好{n}{unit}", INSIDE),
        ("不是{n}{unit}", OUTSIDE),
        ("{n}到{n}{unit}", INSIDE),
    ],
    visit: "来的日子",
    ages: &[
        ("不满{n}{unit}", Side::Short),
        ("满{n}{unit}", Side::Complete),
        ("超过{n}{unit}", Side::Beyond),
        ("{n}{unit}内", Side::Within),
    ],
    units: &[
        ("周岁", Unit::Years),
        ("年", Unit::Years),
        ("个月", Unit::Months),
        ("天", Unit::Days),
    ],
    years: ["今年", "去年", "前年"],
    year_words: ["不是", "或", "更早"],
    days: &[
        ("早于{day}，或晚于{day}", NOT_ON),
        ("不是{day}", NOT_ON),
        ("{day}以前（不含当天）", BEFORE),
        ("{day}以后（不含当天）", AFTER),
        ("{day}或以后", SINCE),
        ("{day}或以前", UNTIL),
        ("{day}到{day}", ON),
        ("{day}", ON),
    ],
    day: "{y}年{m}月{d}日",
};

pub(super) const EN: Phrases = Phrases {
    and: ",and",
    or: ",or",
    open: "(",
    close: ")",
    none_of: "noneoftheseapplies(",
    not_all_of: "atleastoneofthesedoesnotapply(",
    between: ";",
    all: "alloftheseapply:",
    any: "atleastoneoftheseapplies:",
    none: "noneoftheseapplies:",
    not_all: "atleastoneofthesedoesnotapply:",
    colon: ":",
    term: "{}applies",
    not_term: "{}doesnotapply",
    choice: &[
        options("chose", "or", true, None),
        options("not", "nor", false, Some(false)),
        options("neither", "nor", false, Some(true)),
    ],
    multi: &[
        options("choseneither", "nor", false, Some(true)),
        options("chose", "or", true, None),
        options("didnotchoose", "nor", false, Some(false)),
    ],
    several: [["atleast{n}of", "fewerthan{n}of"], [",", ","], ["", ""]],
    numbers: &[
        ("under{n}ormorethan{n}{unit}", OUTSIDE),
        ("under{n}{unit}", BELOW),
        ("atmost{n}{unit}", AT_MOST),
        ("atleast{n}{unit}", FROM),
        ("morethan{n}{unit}", ABOVE),
        ("exactly{n}{unit}", INSIDE),
        ("not{n}{unit}", OUTSIDE),
        ("{n}to{n}{unit}", INSIDE),
    ],
    visit: "Dayofyourvisit",
    ages: &[
        ("lessthan{n}{unit}", Side::Short),
        ("atleast{n}{unit}", Side::Complete),
        ("morethan{n}{unit}", Side::Beyond),
        ("within{n}{unit}", Side::Within),
    ],
    units: &[
        ("yearsofage", Unit::Years),
        ("yearofage", Unit::Years),
        ("years", Unit::Years),
        ("year", Unit::Years),
        ("months", Unit::Months),
        ("month", Unit::Months),
        ("days", Unit::Days),
        ("day", Unit::Days),
    ],
    years: ["thisyear", "lastyear", "theyearbeforelast"],
    year_words: ["not", "or", "earlier"],
    days: &[
        ("before{day}orafter{day}", NOT_ON),
        ("before{day}", BEFORE),
        ("after{day}", AFTER),
        ("not{day}", NOT_ON),
        ("{day}orlater", SINCE),
        ("{day}orearlier", UNTIL),
        ("{day}to{day}", ON),
        ("{day}", ON),
    ],
    day: "{iso}",
};
