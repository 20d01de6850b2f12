//! A guide, a community's overlay of it, and its English texts.

use super::Shape::{
    Answers, Condition, Count, Date, Either, Like, List, Named, OneOf, Part, Record as Of, Text,
    YesNo,
};
use super::rules::{ALLOW, APPOINTMENT_SHAPE, WHEN};
use super::{Field, GROUP, LINE, Record, Shape, WINDOW, both, keys, may, must};

const ACCEPTED: Field = may!(
    keys::ACCEPTED,
    Either(&[Text, List(&Of(&WINDOW))]),
    "[{星期: [一, 三], 时段: [\"08:30-12:00\"]}]",
    "什么时候收；不写就是开门就收",
    "When it is accepted; whenever its place is open where this is missing",
);

const APPOINTED: Field = may!(
    keys::APPOINTMENT,
    APPOINTMENT_SHAPE,
    "{怎么约: 打社区电话, 提前: 1 天}",
    "要不要预约",
    "Whether an appointment is needed",
);

const CODE: Shape = Like("^[a-z0-9]{2,6}$");

/// Front matter of a guide.
pub(crate) static GUIDE: Record = Record {
    id: "guide",
    about: ["matters/ 里的一份办事指南", "A matter guide in matters/"],
    fields: &[
        must!(
            keys::CODE,
            CODE,
            "a07",
            "印在二维码里，二到六个小写字母和数字，定了就不改",
            "What the printed code says: two to six small letters and digits, for ever",
        ),
        may!(
            keys::DRAFT,
            YesNo,
            "是",
            "还没写好，不发布",
            "It is not finished and is not published",
        ),
        may!(
            keys::EFFECTIVE,
            Date,
            "2027-01-01",
            "从哪天起用这一份",
            "The day from which this version holds",
        ),
        must!(
            keys::TITLE,
            Text,
            "高龄津贴",
            "居民怎么叫这件事",
            "What residents call the matter",
        ),
        must!(
            keys::SUMMARY,
            Text,
            "满 80 岁的老人每月领的钱。",
            "一句话说清是什么",
            "What it is, in a sentence",
        ),
        may!(
            keys::ALIASES,
            List(&Text),
            "[老年补贴, 尊老金]",
            "别的叫法，搜索时也能找到",
            "Other names, by which it is found",
        ),
        must!(
            keys::CATEGORY,
            Text,
            "elderly",
            "哪一类（site.yaml 的“分类”）",
            "Its group, of site.yaml",
        ),
        may!(
            keys::LIFE_EVENTS,
            List(&Text),
            "[退休]",
            "什么时候会用到（site.yaml 的“人生事件”）",
            "The events of life that lead to it, of site.yaml",
        ),
        must!(
            keys::DESK_MODE,
            OneOf(|| both(keys::DESK_MODES)),
            "当场办结",
            "当场办好，还是交上去等",
            "Whether it is done on the spot, or passed on",
        ),
        must!(keys::AUTHORITY, Text, "区民政局", "谁决定", "Who decides"),
        must!(
            keys::ACCEPTED_BY,
            Text,
            "社区",
            "谁收材料",
            "Who takes the papers",
        ),
        must!(
            keys::TIME_LIMIT,
            List(&Of(&LIMIT)),
            "{法定: 20, 承诺: 10, 单位: 工作日}",
            "多久办好",
            "How long it takes",
        ),
        must!(
            keys::CHANNELS,
            List(&OneOf(|| both(keys::CHANNEL_NAMES))),
            "[窗口帮办, 专员代办]",
            "可以怎么办",
            "The ways in which it can be done",
        ),
        may!(
            keys::ONLINE,
            List(&Of(&ONLINE)),
            "[{名称: 山西政务服务网, 类型: 网站, 网址: \"https://www.sxzwfw.gov.cn\"}]",
            "在网上哪里办",
            "Where it is done online",
        ),
        must!(
            keys::FEE,
            Either(&[Text, List(&Of(&FEE))]),
            "不收费",
            "要不要钱，收多少",
            "What it costs",
        ),
        must!(
            keys::VISITS,
            List(&Of(&VISIT)),
            "{次数: 1, 原因: 核对身份}",
            "要来几次，为什么",
            "How often one has to come, and why",
        ),
        may!(
            keys::VENUE,
            Either(&[Text, List(&Of(&VENUE_CASE))]),
            "便民中心",
            "在哪里办；不写就是社区大厅",
            "Where it is done; in the community's hall where this is missing",
        ),
        APPOINTED,
        ACCEPTED,
        must!(
            keys::BASIS,
            List(&Of(&BASIS)),
            "[{名称: 居住证暂行条例, 文号: 国务院令第663号, 条款: 第九条}]",
            "依据哪些规定",
            "The rules that it stands on",
        ),
        must!(
            keys::VERIFIED_ON,
            Date,
            "2026-11-01",
            "哪天核对过",
            "When it was checked",
        ),
        must!(
            keys::VERIFIED_BY,
            Text,
            "综合岗",
            "谁核对的",
            "Who checked it",
        ),
        must!(
            keys::REVIEW_BY,
            Date,
            "2027-05-01",
            "最晚哪天再核对",
            "When it has to be checked again",
        ),
        may!(
            keys::QUESTIONS,
            Named(&Either(&[Text, Of(&super::QUESTION)])),
            "{谁来办: 共用, 户籍: {问: 户口在哪里？, 选项: [本区, 外地]}}",
            "问居民什么；“共用”的在 questions.yaml",
            "What residents are asked; “shared” questions are in questions.yaml",
        ),
        may!(
            keys::FACTS,
            Named(&Condition),
            "{别人替办: {谁来办: 代办}}",
            "给条件起名字，别处写“事实: 名字”",
            "Names for conditions",
        ),
        may!(
            keys::REQUIREMENTS,
            List(&Either(&[Text, Of(&REQUIREMENT)])),
            "[{条件: 本区户籍, 中止: 请回户口所在地问}]",
            "法规要求的条件",
            "What the law wants",
        ),
        may!(
            keys::STOPS,
            List(&Of(&STOP)),
            "[{当: {户籍: 外地}, 标题: 请回户口所在地问, 说明: 这件事在户口所在地办。}]",
            "哪些人先别来",
            "Who need not come yet",
        ),
        must!(
            keys::MATERIALS,
            List(&Either(&[Of(&LINE), Of(&GROUP)])),
            "[{用: 身份证, 原件: 1, 复印件: 1}]",
            "要带什么",
            "What to bring",
        ),
        must!(
            keys::STEPS,
            List(&Of(&STEP)),
            "[{名称: 当场办好, 谁: 社区, 天数: 0}]",
            "一步一步怎么办",
            "How it goes, step by step",
        ),
        must!(
            keys::RESULT,
            Either(&[Text, Of(&RESULT)]),
            "{名称: 登记回执, 送达: 当场给您}",
            "办完得到什么",
            "What one gets",
        ),
        may!(
            keys::NOTES,
            List(&Either(&[Text, Of(&REMARK)])),
            "[{当: {谁来办: 代办}, 说明: 老人会接到核实电话。}]",
            "要注意什么",
            "What to bear in mind",
        ),
        may!(
            keys::PITFALLS,
            List(&Text),
            "[身份证过期了]",
            "常常因为什么被退回",
            "Why people are often sent back",
        ),
        may!(
            keys::RELATED,
            List(&Text),
            "[a01]",
            "顺便还能办什么（编号或文件名）",
            "What else can be done on the way, by code or file name",
        ),
        may!(
            keys::SCENARIOS,
            List(&Of(&SCENARIO)),
            "[{名称: 本人来, 答: {谁来办: 本人}, 带: [身份证]}]",
            "真实的例子：这样的人该带什么",
            "Worked examples: what such a person brings",
        ),
        ALLOW,
    ],
};

/// What a community may say otherwise.
pub(crate) static OVERLAY: Record = Record {
    id: "overlay",
    about: [
        "communities/社区/ 里的一份：这个社区和地区指南不一样的地方",
        "What a community does otherwise than the region's guide",
    ],
    fields: &[
        may!(
            keys::EFFECTIVE,
            Date,
            "2027-01-01",
            "改的是从哪天起用的那一份",
            "Which version it is about, by its day",
        ),
        may!(
            keys::SUMMARY,
            Text,
            "满 80 岁的老人每月领的钱。",
            "一句话说清是什么",
            "What it is, in a sentence",
        ),
        may!(
            keys::ALIASES,
            List(&Text),
            "[老年补贴]",
            "别的叫法",
            "Other names",
        ),
        may!(
            keys::ACCEPTED_BY,
            Text,
            "街道",
            "谁收材料",
            "Who takes the papers",
        ),
        may!(
            keys::TIME_LIMIT,
            Of(&LIMIT),
            "{承诺: 5}",
            "这里承诺几天",
            "How many days are promised here",
        ),
        may!(
            keys::CHANNELS,
            List(&OneOf(|| both(keys::CHANNEL_NAMES))),
            "[窗口帮办]",
            "可以怎么办",
            "The ways in which it can be done",
        ),
        may!(
            keys::ONLINE,
            List(&Of(&ONLINE)),
            "[{名称: 锦川通, 类型: 小程序}]",
            "在网上哪里办",
            "Where it is done online",
        ),
        may!(
            keys::FEE,
            Either(&[Text, List(&Of(&FEE))]),
            "不收费",
            "要不要钱，收多少",
            "What it costs",
        ),
        may!(
            keys::VISITS,
            List(&Of(&VISIT)),
            "{次数: 1, 原因: 核对身份}",
            "要来几次，为什么",
            "How often one has to come, and why",
        ),
        may!(
            keys::VENUE,
            Text,
            "便民中心",
            "在哪里办",
            "Where it is done",
        ),
        APPOINTED,
        ACCEPTED,
        may!(
            keys::VERIFIED_ON,
            Date,
            "2026-11-01",
            "这里哪天核对过",
            "When it was checked here",
        ),
        may!(
            keys::VERIFIED_BY,
            Text,
            "综合岗",
            "这里谁核对的",
            "Who checked it here",
        ),
        may!(
            keys::MATERIALS,
            Named(&Of(&LINE)),
            "{身份证: {复印件: 2}}",
            "哪份材料不一样",
            "Which papers differ",
        ),
        may!(
            keys::STEPS,
            Either(&[Named(&Part(&STEP)), List(&Of(&STEP))]),
            "{社区受理: {您要做的: 到二号窗口}}",
            "哪一步不一样",
            "Which steps differ",
        ),
        may!(
            keys::RESULT,
            Either(&[Text, Of(&RESULT)]),
            "{名称: 登记回执, 送达: 当场给您}",
            "办完得到什么",
            "What one gets",
        ),
        may!(
            keys::NOTES,
            List(&Either(&[Text, Of(&REMARK)])),
            "[停车请走北门。]",
            "再加的注意事项",
            "What else to bear in mind",
        ),
        may!(
            keys::PITFALLS,
            List(&Text),
            "[身份证过期了]",
            "再加的常见退件",
            "Why else people are sent back",
        ),
        may!(
            keys::RELATED,
            List(&Text),
            "[a01]",
            "顺便还能办什么",
            "What else can be done on the way",
        ),
        ALLOW,
    ],
};

/// 时限.
pub(crate) static LIMIT: Record = Record {
    id: "time_limit",
    about: [
        "多久办好；不一样的情况分开写，各带一个“当”",
        "How long it takes; a list where it differs, each with “when”",
    ],
    fields: &[
        may!(
            keys::STATUTORY,
            Either(&[Count, Text]),
            "20",
            "法规说最多几天；没有规定写“无”",
            "The days that the law allows; “none” where it says nothing",
        ),
        must!(
            keys::PROMISED,
            Count,
            "10",
            "承诺几天办好；当场办结写 0",
            "The days that are promised; 0 on the spot",
        ),
        may!(
            keys::UNIT,
            OneOf(|| both(keys::TIME_UNITS)),
            "工作日",
            "工作日还是天；不写就是工作日",
            "Workdays (where it is missing) or days",
        ),
        WHEN,
    ],
};

/// A fee.
pub(crate) static FEE: Record = Record {
    id: "fee",
    about: ["一项收费", "A fee"],
    fields: &[
        must!(keys::NAME, Text, "到期换领", "叫什么", "What it is for"),
        may!(keys::AMOUNT, Text, "20 元", "多少钱", "How much"),
        may!(
            keys::BASIS_TEXT,
            Text,
            "计价格〔2003〕2322号",
            "依据哪份规定",
            "The rule that it stands on",
        ),
        WHEN,
    ],
};

/// 到场.
pub(crate) static VISIT: Record = Record {
    id: "visit",
    about: ["要来几次", "How often one has to come"],
    fields: &[
        must!(keys::COUNT, Count, "1", "几次", "How often"),
        may!(keys::REASON, Text, "核对身份", "为什么要来", "Why"),
        may!(
            keys::VISITORS,
            List(&Text),
            "[本人, 监护人]",
            "谁要来",
            "Who",
        ),
        WHEN,
    ],
};

/// An entry of 在哪办.
pub(crate) static VENUE_CASE: Record = Record {
    id: "venue_case",
    about: ["在哪里办，看情况", "Where it is done, by the situation"],
    fields: &[
        must!(
            keys::VENUE_OF,
            Text,
            "便民中心",
            "哪个地方（“地点”里的名字），或者“社区大厅”",
            "Which place, or the hall",
        ),
        WHEN,
    ],
};

/// 网上办.
pub(crate) static ONLINE: Record = Record {
    id: "online_way",
    about: ["在网上哪里办", "Where a matter is done online"],
    fields: &[
        must!(
            keys::NAME,
            Text,
            "山西政务服务网",
            "叫什么",
            "What it is called",
        ),
        must!(
            keys::KIND,
            OneOf(|| both(keys::ONLINE_KINDS)),
            "网站",
            "网站、小程序还是 App",
            "A website, a mini-program or an app",
        ),
        may!(
            keys::URL,
            Like("^https?://"),
            "https://www.sxzwfw.gov.cn",
            "网址（网站才有）",
            "Its address, of a website",
        ),
        may!(
            keys::PICTURE,
            Like(super::paper::PATH),
            "files/xcx.png",
            "小程序码的图片（小程序才有）",
            "The picture of its code, of a mini-program",
        ),
        may!(
            keys::NOTE,
            Text,
            "首页搜“高龄”",
            "怎么找到",
            "How to find the matter there",
        ),
    ],
};

/// An entry of 依据.
pub(crate) static BASIS: Record = Record {
    id: "basis",
    about: ["一份依据", "A rule that the guide stands on"],
    fields: &[
        must!(
            keys::NAME,
            Text,
            "居住证暂行条例",
            "叫什么",
            "What it is called",
        ),
        may!(keys::DOC_NO, Text, "国务院令第663号", "文号", "Its number"),
        may!(
            keys::ARTICLE,
            Text,
            "第九条",
            "哪一条，或者“全文”",
            "The article, or all of it",
        ),
        may!(
            keys::URL,
            Like("^https?://"),
            "https://www.gov.cn/zhengce/example.htm",
            "网上在哪里",
            "Where it is published",
        ),
        may!(
            keys::CHECKED_ON,
            Date,
            "2026-11-01",
            "哪天看过",
            "When it was looked up",
        ),
    ],
};

/// An entry of 受理条件.
pub(crate) static REQUIREMENT: Record = Record {
    id: "requirement",
    about: ["法规要求的一个条件", "Something that the law wants"],
    fields: &[
        must!(keys::REQUIREMENT, Text, "本区户籍", "条件", "What it wants"),
        may!(
            keys::STOP,
            List(&Text),
            "请回户口所在地问",
            "由哪个中止来判断（写它的标题）",
            "The stops that decide it, by their titles",
        ),
        may!(
            keys::JUDGED,
            Text,
            "窗口看材料判断",
            "不由页面判断的，怎么判断",
            "How it is judged, where no stop does",
        ),
    ],
};

/// A stop.
pub(crate) static STOP: Record = Record {
    id: "stop",
    about: [
        "先别来：一种情况",
        "A situation in which one need not come yet",
    ],
    fields: &[
        must!(
            keys::WHEN,
            Condition,
            "{户籍: 外地}",
            "什么情况",
            "In which situation",
        ),
        must!(
            keys::TITLE,
            Text,
            "请回户口所在地问",
            "一句话怎么说",
            "What to say, in a phrase",
        ),
        may!(
            keys::KIND,
            OneOf(|| both(keys::STOP_KINDS)),
            "去别处",
            "算哪一种；不写就是“不符合”",
            "What it means; “not_eligible” where nothing is said",
        ),
        may!(
            keys::REQUIREMENT,
            Text,
            "无",
            "不对应受理条件时写“无”",
            "“none” where it enforces no requirement",
        ),
        must!(
            keys::TEXT,
            Text,
            "这件事在户口所在地办。",
            "为什么，去哪里",
            "Why, and where to go",
        ),
        may!(
            keys::CHANGE,
            Text,
            "满 80 岁以后就能办",
            "怎样就行了",
            "What would change it",
        ),
        may!(
            keys::INSTEAD,
            List(&Text),
            "[a02]",
            "可以改办什么（编号或文件名）",
            "What can be done instead, by code or file name",
        ),
        may!(
            keys::PHONE,
            Text,
            "\"12345\"",
            "先打哪个电话",
            "The number to call",
        ),
    ],
};

/// A step.
pub(crate) static STEP: Record = Record {
    id: "step",
    about: ["一步", "A step"],
    fields: &[
        must!(
            keys::NAME,
            Text,
            "社区受理",
            "这一步叫什么",
            "What it is called",
        ),
        may!(keys::WHO, Text, "社区", "谁来做", "Who does it"),
        may!(keys::DAYS, Count, "5", "几天", "How many days it takes"),
        may!(
            keys::WHAT_YOU_DO,
            Text,
            "交材料，拿回执",
            "居民这一步要做什么",
            "What the resident does",
        ),
        WHEN,
    ],
};

/// 结果.
pub(crate) static RESULT: Record = Record {
    id: "result",
    about: ["办完得到什么", "What one gets"],
    fields: &[
        must!(keys::NAME, Text, "登记回执", "得到什么", "What it is"),
        may!(
            keys::DELIVERY,
            Text,
            "当场给您",
            "怎么给",
            "How one gets it",
        ),
    ],
};

/// An entry of 注意.
pub(crate) static REMARK: Record = Record {
    id: "remark",
    about: ["一条注意", "Something to bear in mind"],
    fields: &[
        WHEN,
        must!(
            keys::TEXT,
            Text,
            "老人会接到核实电话。",
            "注意什么",
            "What it is",
        ),
    ],
};

/// A worked example.
pub(crate) static SCENARIO: Record = Record {
    id: "scenario",
    about: ["一个例子：这样的人，该带什么", "A worked example"],
    fields: &[
        must!(
            keys::NAME,
            Text,
            "女儿替 85 岁的老人来办",
            "是什么样的人",
            "Who it is about",
        ),
        may!(
            keys::LOCALLY,
            Named(&Text),
            "{起领年龄: 80}",
            "在哪样的地方（地方事实的值）",
            "What local facts say there",
        ),
        must!(
            keys::ANSWERS,
            Answers,
            "{谁来办: 代办, 年龄: 85}",
            "问题怎么答",
            "The answers",
        ),
        may!(
            keys::BRING,
            List(&Text),
            "[身份证/老人, 委托书]",
            "该带什么，“材料/谁的”",
            "What is on the list, “paper/whose”",
        ),
        may!(
            keys::STOP,
            Text,
            "还不到年龄",
            "先别来的，写中止的标题",
            "The stop, by its title",
        ),
        may!(keys::FEE, Text, "20 元", "该收多少", "What it costs"),
        may!(keys::VISITS, Count, "1", "要来几次", "How often to come"),
        may!(
            keys::TIME_LIMIT,
            Count,
            "10",
            "承诺几天",
            "The days promised",
        ),
        may!(
            keys::VENUE,
            Text,
            "便民中心",
            "在哪里办",
            "Where it is done",
        ),
    ],
};

/// Front matter of a guide's English texts.
pub(crate) static TRANSLATION: Record = Record {
    id: "translation",
    about: [
        "matters/名字.en.md：一份指南的英文",
        "matters/NAME.en.md: the English texts of a guide",
    ],
    fields: &[
        must!(
            keys::VERIFIED_ON,
            Date,
            "2026-11-01",
            "哪天核对过",
            "When it was checked",
        ),
        may!(
            keys::TEXTS,
            Named(&Text),
            "{高龄津贴: Old-age allowance}",
            "原文和译文",
            "Words and what they are in English",
        ),
    ],
};

/// Front matter of a page beside the matters.
pub(crate) static PAGE: Record = Record {
    id: "page",
    about: ["pages/ 里的一页", "A page in pages/"],
    fields: &[
        must!(keys::TITLE, Text, "关于我们", "标题", "Its title"),
        ALLOW,
    ],
};
