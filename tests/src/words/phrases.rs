//! What the words of conditions promise, in each language, without white space.

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
}

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
};
