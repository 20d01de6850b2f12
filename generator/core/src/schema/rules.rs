//! Records that several others have: conditions, questions, times of opening.

use super::Shape::{
    Count, Date, Either, Like, List, Named, Number, OneOf, Record as Of, Text, YesNo,
};
use super::{Field, Record, Shape, both, keys, may, must};

/// When something holds.
pub(super) const WHEN: Field = may!(
    keys::WHEN,
    Shape::Condition,
    "{户籍: 外地}",
    "什么情况下才算；不写就总是",
    "In which situations it holds; always where it is missing",
);

const NOTE: Field = may!(
    keys::NOTE,
    Text,
    "示例，以窗口为准",
    "补充的一句话",
    "A sentence about it",
);

/// A question.
pub(crate) static QUESTION: Record = Record {
    id: "question",
    about: ["一个问题", "A question"],
    fields: &[
        must!(
            keys::ASK,
            Text,
            "老人今年多大？",
            "问什么，一次只问一件事",
            "What is asked, one thing at a time",
        ),
        may!(
            keys::WHY,
            Text,
            "年纪决定能领多少。",
            "为什么问、看哪里",
            "Why it is asked, and where to look it up",
        ),
        may!(
            keys::TYPE,
            OneOf(|| both(keys::QUESTION_TYPES)),
            "数字",
            "答案是什么：选一个（不写就是）、选几个、数字、日期",
            "What the answer is: one option (where it is missing), several, a number, a date",
        ),
        may!(
            keys::UNIT,
            Text,
            "周岁",
            "数字的单位",
            "The unit of a number",
        ),
        may!(
            keys::MIN,
            Number,
            "0",
            "数字最小多少",
            "The smallest number",
        ),
        may!(
            keys::MAX,
            Number,
            "130",
            "数字最大多少",
            "The largest number",
        ),
        may!(
            keys::DECIMALS,
            Count,
            "1",
            "数字可以有几位小数，最多四位",
            "How many decimals a number may have, up to four",
        ),
        may!(
            keys::EACH,
            Text,
            "每个孩子",
            "按这个数字算份数时，页面怎么说“每一个”",
            "How the page says “each”, where papers are counted by this number",
        ),
        may!(
            keys::EARLIEST,
            Date,
            "2008-01-01",
            "日期最早哪天",
            "The earliest date",
        ),
        may!(
            keys::LATEST,
            Date,
            "2099-12-31",
            "日期最晚哪天；不写就是来的那天",
            "The latest date; that of the visit where it is missing",
        ),
        may!(
            keys::OPTIONS,
            List(&Either(&[Text, Of(&OPTION)])),
            "[本人, 代办]",
            "有哪些选项；“不清楚”会自动加上",
            "The options; “not sure” is added by itself",
        ),
    ],
};

/// An option of a question.
pub(crate) static OPTION: Record = Record {
    id: "option",
    about: ["一个选项", "An option"],
    fields: &[
        must!(
            keys::NAME,
            Text,
            "本人",
            "选项的名字，条件里也写它",
            "What it is called, also in conditions",
        ),
        may!(
            keys::NOTE,
            Text,
            "要办事的这个人自己来",
            "说明是什么意思",
            "What it means",
        ),
        may!(
            keys::IMPLIES,
            Named(&Text),
            "{能否到场: 能来}",
            "选了它，别的问题的答案就定了，不用再问",
            "What the answers to other questions are then, so that they are not asked",
        ),
        may!(
            keys::ACTS_AS,
            OneOf(|| both(keys::PARTIES)),
            "代办",
            "选它的人是本人、监护人还是代办；不写就看名字里有没有“代办”",
            "Whether who chooses it comes for himself, as guardian or as agent; by its name where this is missing"
        ),
    ],
};

/// When a place is open.
pub(crate) static HOURS: Record = Record {
    id: "hours",
    about: ["开门的时间", "When a place is open"],
    fields: &[
        must!(
            keys::DAYS_OF_WEEK,
            List(&OneOf(|| both(keys::WEEKDAYS))),
            "[一, 二, 三, 四, 五]",
            "星期几",
            "On which days of the week",
        ),
        must!(
            keys::TIMES,
            List(&Like(SPAN)),
            "[\"08:30-12:00\", \"14:30-17:30\"]",
            "几点到几点",
            "From when to when",
        ),
        NOTE,
    ],
};

/// From one time to another.
pub(super) const SPAN: &str = r"\d{1,2}[:：]\d{2}";

/// A day on which a place opens otherwise.
pub(crate) static EXCEPTION: Record = Record {
    id: "exception",
    about: [
        "和平常不一样的一天或几天",
        "Days that are not like the others",
    ],
    fields: &[
        must!(
            keys::DATE,
            Text,
            "2026-10-01..2026-10-07",
            "哪一天，或者从哪天到哪天",
            "Which day, or from which to which",
        ),
        may!(keys::OFF, YesNo, "是", "不开门", "It is closed"),
        may!(
            keys::TIMES,
            List(&Like(SPAN)),
            "[\"09:00-11:00\"]",
            "这天几点到几点",
            "When it is open on that day",
        ),
        NOTE,
    ],
};

/// When a matter is accepted.
pub(crate) static WINDOW: Record = Record {
    id: "window",
    about: [
        "这件事什么时候收，在开门的时间以内",
        "When the matter is accepted, within the hours of its place",
    ],
    fields: &[
        may!(
            keys::DAYS_OF_WEEK,
            List(&OneOf(|| both(keys::WEEKDAYS))),
            "[一, 三]",
            "星期几",
            "On which days of the week",
        ),
        may!(
            keys::TIMES,
            List(&Like(SPAN)),
            "[\"08:30-12:00\"]",
            "几点到几点",
            "From when to when",
        ),
        may!(
            keys::YEARLY,
            List(&Text),
            "09-01..12-25",
            "每年从哪天到哪天",
            "From which day of the year to which",
        ),
        may!(
            keys::QUARTERLY,
            List(&OneOf(|| both(keys::MONTHS_OF_QUARTER))),
            "最后一个月",
            "每季度的第几个月",
            "In which month of every quarter",
        ),
        may!(
            keys::MONTHLY,
            List(&Text),
            "1..10",
            "每月从哪天到哪天",
            "From which day of the month to which",
        ),
        NOTE,
    ],
};

/// 预约 with its details.
pub(crate) static APPOINTMENT: Record = Record {
    id: "appointment",
    about: ["要不要预约", "Whether an appointment is needed"],
    fields: &[
        may!(
            keys::NEEDED,
            YesNo,
            "是",
            "要不要预约；不写就是要",
            "Whether it is needed; it is where this is missing",
        ),
        may!(keys::HOW, Text, "打社区电话", "怎么约", "How to make it"),
        may!(
            keys::PHONE,
            Text,
            "0354-555-0100",
            "约的电话",
            "The number to call",
        ),
        may!(
            keys::AHEAD,
            Text,
            "1 天",
            "至少提前多久",
            "How long ahead at least",
        ),
    ],
};

/// 假日 of a year.
pub(crate) static HOLIDAYS: Record = Record {
    id: "holidays",
    about: ["一年的放假和调休", "The public holidays of a year"],
    fields: &[
        may!(
            keys::OFF,
            List(&Text),
            "[2026-10-01..2026-10-07]",
            "放假的日子",
            "The days off",
        ),
        may!(
            keys::WORK,
            List(&Text),
            "[2026-10-10]",
            "调休上班的日子",
            "The days at work that make up for them",
        ),
        may!(
            keys::SOURCE,
            Text,
            "国办发明电〔2025〕7号",
            "依据哪份通知",
            "The notice that says so",
        ),
    ],
};

/// A condition on an answer: anything but some options, or at least so many of them.
pub(crate) static ANSWER: Record = Record {
    id: "answer",
    about: [
        "条件里对一个答案的要求",
        "What a condition wants of an answer",
    ],
    fields: &[
        may!(
            keys::BUT,
            List(&Text),
            "[本区]",
            "除了这几个，别的都行",
            "Anything but these",
        ),
        may!(
            keys::AT_LEAST,
            Count,
            "2",
            "至少选了几个",
            "At least so many",
        ),
        may!(
            keys::AMONG,
            List(&Text),
            "[甲, 乙, 丙]",
            "在这几个里面",
            "Of these",
        ),
    ],
};

const LET_PASS: Field = must!(
    keys::CHECK,
    Text,
    "office-word",
    "提醒的编号，在方括号里",
    "The id of the warning, which stands in brackets"
);

const BECAUSE: Field = must!(
    keys::REASON,
    Text,
    "文件上就叫这个名字",
    "为什么可以放过",
    "Why it may pass"
);

/// A warning that a file lets pass.
pub(crate) static ALLOWANCE: Record = Record {
    id: "allowance",
    about: [
        "放过一条提醒，要写原因",
        "A warning that may pass, with the reason",
    ],
    fields: &[LET_PASS, BECAUSE],
};

/// The same in site.yaml, which may name another file.
pub(crate) static SITE_ALLOWANCE: Record = Record {
    id: "site_allowance",
    about: [
        "放过一条提醒，可以是别的文件的",
        "A warning that may pass, of any file",
    ],
    fields: &[
        LET_PASS,
        BECAUSE,
        may!(
            keys::FILE,
            Text,
            "matters/elderly/gao-ling-jin-tie.md",
            "哪个文件里的；不写就是不属于哪个文件的",
            "Of which file; where it is missing, one that belongs to none"
        ),
    ],
};

/// 放过.
pub(super) const ALLOW: Field = may!(
    keys::ALLOW,
    List(&Of(&ALLOWANCE)),
    "[{提示: office-word, 原因: 文件上就叫这个名字}]",
    "哪些提醒可以放过，为什么",
    "Warnings that may pass, and why"
);

/// A number of pieces that an answer says.
pub(crate) static AMOUNT: Record = Record {
    id: "amount",
    about: ["按答案算的份数", "A number of pieces that an answer says"],
    fields: &[
        must!(
            keys::EACH,
            Text,
            "几个孩子",
            "按哪个问题的数字算",
            "The question that says how many",
        ),
        may!(
            keys::FOR_EACH,
            Count,
            "2",
            "每一个要几份；不写就是一份",
            "How many for each; one where it is missing",
        ),
        may!(keys::PLUS, Count, "1", "另外再加几份", "How many more"),
    ],
};

/// 是, 否 or a table.
pub(super) const APPOINTMENT_SHAPE: Shape = Either(&[YesNo, Of(&APPOINTMENT)]);
