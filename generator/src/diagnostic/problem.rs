//! Everything that can be wrong, one variant each, with the values that its texts need.

use std::io::{self, ErrorKind};

use super::{AddressFault, Declared, LedgerProblem, Locally, Origin, SheetFault, YearDayFault};

/// Why the system refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The kind, where it has a name of ours.
    pub kind: ErrorKind,
    /// What the system says (its own language).
    pub text: String,
}

impl From<io::Error> for Reason {
    fn from(error: io::Error) -> Self {
        Self {
            kind: error.kind(),
            text: error.to_string(),
        }
    }
}

/// What was expected where something else stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A single text.
    Text,
    /// A list.
    List,
    /// A table of keys.
    Map,
    /// A whole number, not negative.
    Count,
    /// A whole number.
    Number,
    /// A number, which may have decimals.
    Decimal,
    /// A number with or without a decimal point, not negative.
    Measure,
    /// A date such as 2026-11-01.
    Date,
    /// A date, or two with `..` between.
    Days,
    /// Some days of every year, such as 09-01..12-25.
    YearDays,
    /// Some days of every month, such as 1..10.
    MonthDays,
    /// How long ahead, such as 1 天.
    Ahead,
    /// 是 or 否.
    YesNo,
    /// A condition.
    Condition,
    /// A number condition such as `>= 60`.
    NumberRange,
    /// A condition on a date such as `满 80 周岁`.
    DateCondition,
    /// Days of the calendar such as `>= 2027-01-01`.
    CalendarDays,
    /// Opening hours such as 08:30-12:00.
    Hours,
    /// A code of 2 to 6 small letters and digits.
    Code,
    /// A question, or 共用.
    Question,
    /// 不收费, or a list of fees.
    Fee,
    /// A line of papers.
    Line,
}

/// What stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing after the colon.
    Nothing,
    /// This text.
    Text(String),
    /// A list.
    List,
    /// A table of keys.
    Map,
}

/// A fault of YAML itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum YamlFault {
    /// `编号：a07`: a full-width colon where a key's colon belongs. The mended line.
    FullWidthColon(String),
    /// `编号:a07`: no space after the colon. The mended line.
    NoSpaceAfterColon(String),
    /// Full-width or no-break spaces as indentation. The mended line.
    WideIndent(String),
    /// A tab as indentation. The mended line.
    TabIndent(String),
    /// `，` between the entries of a `{…}` or `[…]`. The mended line.
    FullWidthComma(String),
    /// A value that YAML understands only in quotation marks.
    NeedsQuotes {
        /// Why.
        reason: QuoteReason,
        /// The mended line.
        line: String,
    },
    /// `示例路 1 号 #3 楼`: a ` #` that makes a remark of the rest.
    HashCuts {
        /// What is left out.
        lost: String,
        /// The line with the whole value in quotation marks.
        line: String,
    },
    /// A quotation mark that is never closed.
    Unclosed,
    /// A bracket that is never closed, or of the wrong kind.
    Bracket,
    /// Lines that do not stand under each other.
    Indentation,
    /// `&name` or `*name`.
    Alias,
    /// `!tag`.
    Tag,
    /// More than the allowed number of entries, or too deeply nested.
    TooLarge,
    /// More than one document in a file.
    SecondDocument,
    /// Anything else: what the parser says (English).
    Other(String),
}

/// Why a value needs quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteReason {
    /// It begins with this sign.
    Sign(char),
    /// It begins with a local fact.
    Fact,
    /// `: ` in it.
    Colon,
    /// Only its beginning is in quotation marks.
    Half,
    /// A bracket in it, inside brackets.
    Bracket,
    /// ` #` in it, inside brackets.
    Hash,
}

/// Why a symbolic link is not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// It leads out of the content folder.
    Outside,
    /// What it leads to does not exist.
    Nowhere,
    /// It leads to a folder.
    Folder,
}

/// Which folder a finding about folders speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folder {
    /// The content folder.
    Content,
    /// The theme folder.
    Theme,
    /// The output folder.
    Output,
}

/// Everything that can be wrong.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Problem {
    /// Of a kind that is declared.
    Declared(Declared),

    // ---- reading
    /// The content folder does not exist or holds nothing.
    ContentEmpty {
        /// The folder as it was named.
        folder: String,
    },
    /// There is no site.yaml.
    SiteMissing,
    /// A file cannot be read.
    Unreadable {
        /// The system's reason.
        reason: Reason,
    },
    /// A text file is not UTF-8.
    NotUtf8 {
        /// The line with the first bad byte.
        line: usize,
        /// Whether the bytes look like GB18030.
        gb18030: bool,
    },
    /// A text file is larger than any guide should be.
    TextTooLarge {
        /// Its size in bytes.
        bytes: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// An attachment is so large that a phone on a poor line will not get it.
    FileHeavy {
        /// Its size in bytes.
        bytes: u64,
    },
    /// A symbolic link that is not followed.
    LinkUnusable {
        /// Where it leads.
        target: String,
        /// Why not.
        fault: LinkFault,
    },
    /// A file name that some hosts or phones cannot serve.
    FileName {
        /// The name.
        name: String,
    },
    /// A file that no part of the site is made of.
    FileUnused,
    /// A copy that an operating system made beside the file (`a07 - 副本.md`).
    FileCopy {
        /// The file.
        original: String,
    },
    /// A `.md` file without front matter.
    FrontMatterMissing,
    /// Front matter that never ends.
    FrontMatterUnclosed,
    /// YAML itself is wrong.
    Yaml(YamlFault),

    // ---- spelling and shape
    /// A key that does not exist.
    UnknownKey {
        /// The key.
        key: String,
        /// The nearest known key.
        suggestion: Option<String>,
        /// All keys allowed here, Chinese names.
        known: Vec<&'static str>,
    },
    /// A key that stands twice (also once in Chinese and once in English).
    DuplicateKey {
        /// The key.
        key: String,
        /// The line of the first.
        first_line: usize,
    },
    /// Keys that must be there.
    MissingKeys {
        /// Chinese and English names.
        keys: Vec<(&'static str, &'static str)>,
    },
    /// A value of the wrong kind.
    WrongType {
        /// The key, or empty in a list.
        key: String,
        /// What belongs there.
        expected: Expected,
        /// What stands there.
        found: Found,
    },
    /// A value that is not on its list.
    NotInList {
        /// The value.
        value: String,
        /// What is allowed, Chinese names.
        allowed: Vec<&'static str>,
        /// The nearest.
        suggestion: Option<String>,
    },
    /// A number outside its limits.
    OutOfRange {
        /// The number.
        value: i64,
        /// The smallest allowed.
        min: i64,
        /// The largest allowed.
        max: i64,
    },
    /// A condition asks for a kind of answer that the question does not have: 至少 of one that has a single answer, 之外 of one that
    /// has several.
    NotOfAnswer {
        /// The question.
        question: String,
        /// The key, Chinese name.
        key: &'static str,
        /// Whether the question has several answers.
        several: bool,
    },
    /// A line with neither 用 nor 名称, or with both.
    LineNeedsName,
    /// A key that makes no sense for this type of question.
    KeyNotForType {
        /// The key.
        key: &'static str,
        /// The question's type, Chinese name.
        kind: &'static str,
    },
    /// A list that must not be empty.
    EmptyList {
        /// The key.
        key: String,
    },
    /// The same entry twice in a list.
    Repeated {
        /// The entry.
        value: String,
    },

    // ---- references
    /// Two guides with one code.
    DuplicateCode {
        /// The code.
        code: String,
        /// The other file.
        other: String,
    },
    /// Two guides whose file names are the same.
    DuplicateName {
        /// The name.
        name: String,
        /// The other file.
        other: String,
    },
    /// A guide's file name that is also another guide's code.
    NameIsCode {
        /// The name.
        name: String,
    },
    /// A condition or an answer names a question that the guide does not ask.
    UnknownQuestion {
        /// The name.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
        /// All questions of the guide.
        known: Vec<String>,
    },
    /// 共用, but questions.yaml has no such question.
    SharedQuestionMissing {
        /// The name.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
    },
    /// A condition names an option that the question does not have.
    UnknownOption {
        /// The question.
        question: String,
        /// The value.
        value: String,
        /// The nearest.
        suggestion: Option<String>,
        /// All options.
        known: Vec<String>,
    },
    /// Two answers of a question that has one are wanted at once.
    TwoAnswers {
        /// The question.
        question: String,
    },
    /// 不清楚 is written as an option.
    UnsureOption,
    /// A condition with an empty range of numbers.
    EmptyRange {
        /// As written.
        text: String,
    },
    /// A condition's name that 事实 does not define.
    UnknownCondition {
        /// The name.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
    },
    /// A named condition that refers to itself.
    ConditionLoop {
        /// The name.
        name: String,
    },
    /// 用 names a paper that materials.yaml does not have.
    UnknownMaterial {
        /// The name.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
    },
    /// A reference to a matter that does not exist.
    UnknownMatter {
        /// The name.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
    },
    /// A category that site.yaml does not have.
    UnknownCategory {
        /// The name.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
        /// All categories.
        known: Vec<String>,
    },
    /// A life event that site.yaml does not have.
    UnknownLifeEvent {
        /// The name.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
    },
    /// `{{name}}` that neither region nor any community defines.
    UnknownLocalFact {
        /// The name.
        name: String,
        /// The nearest.
        suggestion: Option<String>,
    },
    /// Words that look like a local fact and are none: `{name}`, `【name】`, `{{name`.
    FactBrackets {
        /// As written.
        written: String,
        /// The fact that is meant.
        name: String,
        /// Brackets that ordinary words may have too.
        plain: bool,
    },
    /// A local fact that one community lacks.
    LocalFactMissing {
        /// The fact.
        name: String,
        /// The community's file.
        community: String,
    },
    /// See [`Locally`].
    Locally(Box<Locally>),
    /// A local fact whose value names another one.
    FactInFact {
        /// The fact.
        name: String,
        /// What its value names.
        inner: String,
    },
    /// 任选 asks for as many as there are, or more.
    PickTooMany {
        /// k.
        pick: u32,
        /// n.
        of: usize,
    },
    /// The conditions of a guide are too entangled to be worked out exactly.
    TooComplex {
        /// The line, step, note or stop at which it was too much.
        what: String,
        /// The questions that its condition asks; of a guide that is too large as a whole, all.
        questions: Vec<String>,
    },
    /// 法定 smaller than 承诺.
    PromiseAboveStatutory {
        /// Promised days.
        promised: u32,
        /// Statutory days.
        statutory: u32,
    },
    /// 复核期限 is past.
    ReviewOverdue {
        /// The date.
        review_by: String,
    },

    // ---- what the engine proves of a guide's rules
    /// See [`SheetFault`].
    Sheet(SheetFault),

    // ---- days
    /// See [`YearDayFault`].
    YearDay(YearDayFault),

    // ---- links and files
    /// A file that does not exist.
    MissingFile {
        /// The path.
        path: String,
        /// The nearest.
        suggestion: Option<String>,
    },
    /// A path that leads out of the content folder or is not a plain relative one.
    BadPath {
        /// The path.
        path: String,
    },
    /// A link whose `#` part no heading has.
    BrokenAnchor {
        /// The anchor.
        anchor: String,
        /// All anchors of the page.
        known: Vec<String>,
    },
    /// A link of a kind that is not allowed (`javascript:`, `data:` …).
    UnsafeLink {
        /// The target.
        target: String,
    },
    /// HTML in Markdown.
    RawHtml {
        /// The beginning of it.
        html: String,
        /// Its words stay and only its looks are left out, as on so many further lines; none where its content is left out as well.
        kept: Option<usize>,
    },
    /// An image without alternative text.
    ImageWithoutAlt {
        /// The image.
        path: String,
    },

    // ---- the site's address and its codes
    /// base_url is missing.
    BaseUrlMissing,
    /// No browser opens base_url, or it is not that of a folder.
    BaseUrlInvalid {
        /// As written.
        url: String,
        /// Why.
        fault: AddressFault,
    },
    /// base_url opens on this machine or in this house only.
    BaseUrlPrivate {
        /// The address.
        url: String,
    },
    /// Two things want one address.
    PathTaken {
        /// The path below the site's top.
        path: String,
        /// What lies there.
        first: Origin,
        /// What is to come there.
        second: Origin,
    },
    /// A guide reached the pages without its rules.
    NotCompiled,
    /// The permanent address makes a code too fine for a wall.
    AddressTooLong {
        /// The address.
        address: String,
        /// Its length in bytes.
        bytes: usize,
        /// The longest that fits.
        limit: usize,
    },
    /// A code that the independent decoder did not read back.
    CodeUnreadable {
        /// The address.
        address: String,
        /// What came back, or why nothing did.
        got: String,
    },
    /// A name for a community's file that cannot be part of an address.
    CommunityId {
        /// The name.
        name: String,
        /// It could, but the site has a folder of that name.
        taken: bool,
    },
    /// No community at all.
    NoCommunity,
    /// `--community` names one that does not exist.
    UnknownCommunity {
        /// The name.
        name: String,
        /// All communities.
        known: Vec<String>,
    },
    /// No guide at all.
    NoMatter,

    // ---- published codes
    /// See [`LedgerProblem`].
    Ledger(LedgerProblem),

    // ---- theme and output
    /// A template is wrong.
    Template {
        /// What Tera says (English), first line.
        reason: String,
    },
    /// A text of the interface is missing in the theme.
    ThemeFileMissing {
        /// The file.
        path: String,
    },
    /// The output folder holds files that onetrip did not make.
    OutputForeign {
        /// The folder.
        folder: String,
        /// One of these files.
        example: String,
    },
    /// The output folder contains the content folder, or the other way round.
    OutputOverlaps {
        /// The folder.
        folder: String,
    },
    /// The output cannot be written.
    OutputUnwritable {
        /// The path.
        path: String,
        /// The system's reason.
        reason: Reason,
    },
    /// A folder that was named does not exist.
    FolderMissing {
        /// Which.
        folder: Folder,
        /// The path.
        path: String,
    },
}
