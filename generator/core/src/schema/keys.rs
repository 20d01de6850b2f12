//! Every key and every enumerated value: one English and one Chinese name, from one table.

use crate::model::{
    ActsAs, Channel, DETAILS, DeskMode, DetailKind, ExemptBy, Language, OnlineKind, StopKind,
    TimeUnit,
};

/// A key of the content format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) zh: &'static str,
    pub(crate) en: &'static str,
}

/// The key of a detail of a paper.
pub(crate) const fn detail(kind: &DetailKind) -> Key {
    Key {
        zh: kind.chinese,
        en: kind.id,
    }
}

macro_rules! keys {
    ($($name:ident = $zh:literal $en:literal;)*) => {
        $(pub(crate) const $name: Key = Key { zh: $zh, en: $en };)*
        const ALL: &[Key] = &[$($name),*];
    };
}

keys! {
    NAME = "名称" "name";
    BASE_URL = "网址" "base_url";
    LANGUAGES = "语言" "languages";
    CATEGORIES = "分类" "categories";
    CATEGORY = "分类" "category";
    LIFE_EVENTS = "人生事件" "life_events";
    HOURS = "工作时间" "hours";
    LOCAL_FACTS = "地方事实" "local_facts";
    VALUE = "值" "value";
    LOCALLY = "当地" "locally";
    DISCLAIMER = "声明" "disclaimer";
    COMMUNITY = "社区" "community";
    ID = "编号" "id";
    ENGLISH = "英文" "en";
    DAYS_OF_WEEK = "星期" "days";
    TIMES = "时段" "times";
    HOLIDAYS = "假日" "holidays";
    OFF = "休" "off";
    WORK = "班" "work";
    SOURCE = "来源" "source";
    EXCEPTIONS = "例外" "exceptions";
    DATE = "日期" "date";
    NOTE = "说明" "note";
    SUBDISTRICT = "街道" "subdistrict";
    EXAMPLE = "示例" "example";
    ADDRESS = "地址" "address";
    DIRECTIONS = "怎么走" "directions";
    DOOR_PHOTO = "门口照片" "door_photo";
    CONSULT_PHONE = "咨询电话" "consult_phone";
    COMPLAINT_PHONE = "监督电话" "complaint_phone";
    WORKERS = "工作人员" "workers";
    CALLED = "称呼" "name";
    ROLE = "职责" "role";
    PHONE = "电话" "phone";
    CONSENT = "同意公开" "consent";
    AREA = "片区" "area";
    PHOTO = "照片" "photo";
    LEFT = "左" "left";
    TOP = "上" "top";
    BOTTOM = "下" "bottom";
    COLUMNS = "列" "columns";
    WIDTH = "宽" "width";
    HEIGHT = "高" "height";
    HEADING_HEIGHT = "标题高" "heading";
    NOT_OFFERED = "不办" "not_offered";
    RESULT_OF = "由" "result_of";
    PAPER_PAGE = "网页" "page";
    CRITERIA = "受理标准" "criteria";
    COUNTS = "算" "accepted";
    COUNTS_NOT = "不算" "refused";
    PICTURE = "图" "picture";
    FRESH = "有效期" "fresh";
    FRESH_DAYS = "天数" "days";
    FRESH_TEXT = "说明" "text";
    DEFER = "容缺" "defer";
    DEFER_HOW = "怎么补" "how";
    RECOMMENDED = "建议带" "recommended";
    EXEMPT = "免提交" "exempt";
    MANNER = "方式" "by";
    PROMISE_FORM = "承诺书" "promise_form";
    CHANGE = "怎样才行" "change";
    E_CERTIFICATE = "电子证照" "e_certificate";
    ASK = "问" "ask";
    WHY = "说明" "why";
    TYPE = "类型" "type";
    UNIT = "单位" "unit";
    MIN = "最小" "min";
    MAX = "最大" "max";
    EARLIEST = "最早" "earliest";
    LATEST = "最晚" "latest";
    VISIT_DAY = "来的日子" "visit_day";
    DECIMALS = "小数" "decimals";
    OPTIONS = "选项" "options";
    ACTS_AS = "身份" "acts_as";
    CODE = "编号" "code";
    DRAFT = "草稿" "draft";
    EFFECTIVE = "生效日期" "effective";
    TITLE = "标题" "title";
    SUMMARY = "一句话" "summary";
    ALIASES = "别名" "aliases";
    DESK_MODE = "办件" "desk_mode";
    AUTHORITY = "决定机关" "authority";
    ACCEPTED_BY = "受理" "accepted_by";
    TIME_LIMIT = "时限" "time_limit";
    STATUTORY = "法定" "statutory";
    PROMISED = "承诺" "promised";
    CHANNELS = "渠道" "channels";
    ONLINE = "网上办" "online";
    KIND = "类型" "kind";
    FEE = "收费" "fee";
    AMOUNT = "标准" "amount";
    BASIS_TEXT = "依据" "basis";
    VISITS = "到场" "visits";
    COUNT = "次数" "count";
    REASON = "原因" "reason";
    VISITORS = "谁" "who";
    ACCEPTED = "受理时间" "accepted";
    YEARLY = "每年" "yearly";
    QUARTERLY = "每季度" "quarterly";
    MONTHLY = "每月" "monthly";
    APPOINTMENT = "预约" "appointment";
    NEEDED = "要" "needed";
    HOW = "怎么约" "how";
    AHEAD = "提前" "ahead";
    VENUE = "在哪办" "venue";
    VENUE_OF = "地点" "place";
    VENUES = "地点" "venues";
    BASIS = "依据" "basis";
    DOC_NO = "文号" "doc_no";
    ARTICLE = "条款" "article";
    URL = "网址" "url";
    CHECKED_ON = "核对日期" "checked_on";
    VERIFIED_ON = "核对日期" "verified_on";
    VERIFIED_BY = "核对人" "verified_by";
    REVIEW_BY = "复核期限" "review_by";
    QUESTIONS = "问题" "questions";
    FACTS = "事实" "facts";
    FACT = "事实" "fact";
    REQUIREMENTS = "受理条件" "requirements";
    REQUIREMENT = "条件" "requirement";
    JUDGED = "怎么判断" "judged";
    STOPS = "中止" "stops";
    WHEN = "当" "when";
    TEXT = "说明" "text";
    INSTEAD = "改办" "instead";
    MATERIALS = "材料" "materials";
    USE = "用" "use";
    OF = "谁的" "of";
    ORIGINALS = "原件" "originals";
    COPIES = "复印件" "copies";
    EACH = "每" "each";
    FOR_EACH = "份" "times";
    PLUS = "加" "plus";
    HAND_IN = "收走" "hand_in";
    BLANK_FORM = "空白表" "blank_form";
    SAMPLE_FORM = "样表" "sample_form";
    PICK = "任选" "pick";
    FROM = "以下" "from";
    TOGETHER = "一起" "together";
    IMPLIES = "意味着" "implies";
    STEPS = "步骤" "steps";
    WHO = "谁" "who";
    DAYS = "天数" "days";
    WHAT_YOU_DO = "您要做的" "what_you_do";
    RESULT = "结果" "result";
    DELIVERY = "送达" "delivery";
    NOTES = "注意" "notes";
    PITFALLS = "常见退件" "pitfalls";
    RELATED = "顺带" "related";
    SCENARIOS = "情形" "scenarios";
    ANSWERS = "答" "answers";
    BRING = "带" "bring";
    STOP = "中止" "stop";
    ANY = "任一" "any";
    TEXTS = "译文" "texts";
    ALL_OF = "都" "all";
    NOT = "非" "not";
    BUT = "之外" "but";
    AT_LEAST = "至少" "at_least";
    AMONG = "之中" "among";
    ALLOW = "放过" "allow";
    CHECK = "提示" "check";
    FILE = "文件" "file";
}

/// Whether `word` is a key anywhere in the format, in either language.
pub(crate) fn is_known(word: &str) -> bool {
    let is_detail = |kind: &DetailKind| kind.chinese == word || kind.id == word;
    ALL.iter().any(|key| key.zh == word || key.en == word) || DETAILS.iter().any(is_detail)
}

/// Whether an entry begins with the line's first sign: one of a list, or a key of the format.
pub(crate) fn begins(text: &str) -> bool {
    text.starts_with("- ") || text.split(": ").next().is_some_and(is_known)
}

/// What stands under 由 on a line whose paper comes from no matter of this region, whatever the register says.
pub(crate) const ELSEWHERE: [&str; 2] = ["别处", "elsewhere"];

/// What stands under 条件 of a stop that enforces none of the 受理条件.
pub(crate) const NO_REQUIREMENT: [&str; 2] = ["无", "none"];

/// An enumerated value with its two names.
pub(crate) type Names<T> = &'static [(&'static str, &'static str, T)];

pub(crate) const DESK_MODES: Names<DeskMode> = &[
    ("当场办结", "on_the_spot", DeskMode::OnTheSpot),
    ("受理后流转", "transfer", DeskMode::Transfer),
];

/// What a stop means.
pub(crate) const STOP_KINDS: Names<StopKind> = &[
    ("不符合", "not_eligible", StopKind::NotEligible),
    ("不用办", "not_needed", StopKind::NotNeeded),
    ("去别处", "elsewhere", StopKind::Elsewhere),
    ("换办法", "another_way", StopKind::AnotherWay),
    ("不用跑", "no_trip", StopKind::NoTrip),
];

pub(crate) const TIME_UNITS: Names<TimeUnit> = &[
    ("工作日", "workday", TimeUnit::Workday),
    ("天", "day", TimeUnit::Day),
];

pub(crate) const CHANNEL_NAMES: Names<Channel> = &[
    ("掌上办", "online", Channel::Online),
    ("自助快办", "kiosk", Channel::Kiosk),
    ("就近好办", "nearby", Channel::Nearby),
    ("窗口帮办", "counter", Channel::Counter),
    ("专员代办", "agent", Channel::Agent),
    ("上门暖办", "home", Channel::Home),
    ("邮寄", "mail", Channel::Mail),
];

/// How an office does without a paper.
pub(crate) const EXEMPTIONS: Names<ExemptBy> = &[
    ("电子证照", "e_certificate", ExemptBy::ECertificate),
    ("数据共享", "data_sharing", ExemptBy::DataSharing),
    ("告知承诺", "promise", ExemptBy::Promise),
    ("内部核验", "internal_check", ExemptBy::InternalCheck),
];

/// Where a matter is done online.
pub(crate) const ONLINE_KINDS: Names<OnlineKind> = &[
    ("网站", "website", OnlineKind::Website),
    ("小程序", "mini_program", OnlineKind::MiniProgram),
    ("App", "app", OnlineKind::App),
];

/// Languages that pages can be made in.
pub(crate) const LANGUAGE_NAMES: Names<&'static str> = &language_names();

const fn language_names() -> [(&'static str, &'static str, &'static str); Language::ALL.len()] {
    let mut all = [("", "", ""); Language::ALL.len()];
    let mut at = 0;
    while at < all.len() {
        let known = &Language::ALL[at];
        all[at] = (known.code, known.name, known.code);
        at += 1;
    }
    all
}

/// Who comes, by an answer.
pub(crate) const PARTIES: Names<ActsAs> = &[
    ("本人", "person", ActsAs::Person),
    ("监护人", "guardian", ActsAs::Guardian),
    ("代办", "agent", ActsAs::Agent),
];

/// The type of a question, before its options are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum QuestionType {
    Choice,
    Multi,
    Number,
    Date,
}

pub(crate) const QUESTION_TYPES: Names<QuestionType> = &[
    ("选择", "choice", QuestionType::Choice),
    ("多选", "multi", QuestionType::Multi),
    ("数字", "number", QuestionType::Number),
    ("日期", "date", QuestionType::Date),
];

pub(crate) const YES_NO: Names<bool> = &[
    ("是", "yes", true),
    ("否", "no", false),
    ("是", "true", true),
    ("否", "false", false),
];

pub(crate) const WEEKDAYS: Names<u8> = &[
    ("一", "mon", 0),
    ("二", "tue", 1),
    ("三", "wed", 2),
    ("四", "thu", 3),
    ("五", "fri", 4),
    ("六", "sat", 5),
    ("日", "sun", 6),
];

pub(crate) const MONTHS_OF_QUARTER: Names<u8> = &[
    ("第一个月", "first_month", 1),
    ("第二个月", "second_month", 2),
    ("最后一个月", "last_month", 3),
    ("第三个月", "third_month", 3),
];
