//! site.yaml and communities/: the region, its communities, their places and people.

use super::Shape::{
    Count, Dated, Either, Like, List, Named, Number, OneOf, Record as Of, Text, YesNo,
};
use super::paper::PATH;
use super::rules::ALLOW;
use super::{EXCEPTION, Field, HOLIDAYS, HOURS, Record, SITE_ALLOWANCE, both, keys, may, must};

const LOCAL_FACTS: Field = may!(
    keys::LOCAL_FACTS,
    Named(&Either(&[Text, Dated(&FACT, DATED)])),
    "{津贴标准: 每月 100 元, 起领年龄: {值: 80, 单位: 周岁}}",
    "各地不一样的内容，指南里写 {{名字}}",
    "What differs from place to place; a guide says {{name}}",
);

const EXAMPLE: Field = may!(
    keys::EXAMPLE,
    YesNo,
    "是",
    "这里的地址、电话是举例，不是真的",
    "Addresses and numbers here are examples and not real",
);

const HOURS_FIELD: Field = may!(
    keys::HOURS,
    List(&Of(&HOURS)),
    "[{星期: [一, 二, 三, 四, 五], 时段: [\"08:30-12:00\", \"14:30-17:30\"]}]",
    "什么时候开门",
    "When it is open",
);

const EXCEPTIONS: Field = may!(
    keys::EXCEPTIONS,
    List(&Of(&EXCEPTION)),
    "[{日期: 2026-12-31, 时段: [\"08:30-12:00\"]}]",
    "哪些天和平常不一样",
    "Days that are not like the others",
);

const DOOR_PHOTO: Field = may!(
    keys::DOOR_PHOTO,
    Like(PATH),
    "files/men-kou.jpg",
    "门口的照片，第一次来的人好认",
    "A photo of the door, for whoever comes for the first time",
);

const VENUES: Field = may!(
    keys::VENUES,
    Named(&Of(&VENUE)),
    "{便民中心: {名称: 街道便民服务中心, 地址: 示例路 1 号}}",
    "大厅以外办事的地方",
    "Other places than the hall",
);

/// A key of a local fact that says from when on another value holds.
const DATED: &str = r"^(自|from) ?\d";

/// site.yaml.
pub(crate) static SITE: Record = Record {
    id: "site",
    about: ["site.yaml：整个地区", "site.yaml: the region"],
    fields: &[
        must!(
            keys::NAME,
            Text,
            "锦川区",
            "地区的名字",
            "What the region is called",
        ),
        may!(
            keys::BASE_URL,
            Like("^https?://"),
            "https://www.example.gov.cn/banshi/",
            "网站的地址，印在二维码里",
            "The address of the site, which is printed in the codes",
        ),
        may!(
            keys::LANGUAGES,
            List(&OneOf(|| both(keys::LANGUAGE_NAMES))),
            "[zh, en]",
            "网页有哪些语言，第一个是原文",
            "The languages of the pages, the content's own first",
        ),
        must!(
            keys::CATEGORIES,
            List(&Of(&CATEGORY)),
            "[{编号: elderly, 名称: 老年人}]",
            "事项分哪几类",
            "The groups of matters",
        ),
        may!(
            keys::LIFE_EVENTS,
            List(&Text),
            "[生孩子, 退休]",
            "人生事件",
            "The events of life that lead to matters",
        ),
        HOURS_FIELD,
        may!(
            keys::HOLIDAYS,
            Named(&Of(&HOLIDAYS)),
            "{2026: {休: [2026-10-01..2026-10-07], 班: [2026-10-10]}}",
            "每年的放假和调休",
            "The public holidays, by year",
        ),
        VENUES,
        LOCAL_FACTS,
        may!(
            keys::DISCLAIMER,
            Text,
            "以窗口答复为准。",
            "每页最下面的一句话",
            "What stands at the foot of every page",
        ),
        may!(
            keys::COMMUNITY,
            Of(&COMMUNITY),
            "{名称: 文源社区, 地址: 示例路 1 号, 咨询电话: 0354-555-0100, 监督电话: \"12345\"}",
            "只有一个社区时写在这里，不要 communities 文件夹",
            "The community of a site that has only one, without a folder communities",
        ),
        may!(
            keys::ALLOW,
            List(&Of(&SITE_ALLOWANCE)),
            "[{提示: local-fact-idle, 原因: 明年用, 文件: communities/wenyuan.yaml}]",
            "哪些提醒可以放过，为什么",
            "Warnings that may pass, and why"
        ),
    ],
};

/// A group of matters.
pub(crate) static CATEGORY: Record = Record {
    id: "category",
    about: ["一类事项", "A group of matters"],
    fields: &[
        must!(
            keys::ID,
            Like("^[a-z0-9-]+$"),
            "elderly",
            "网址里的名字，小写字母和数字",
            "Its name in addresses: small letters and digits",
        ),
        must!(
            keys::NAME,
            Text,
            "老年人",
            "页面上的名字",
            "What it is called",
        ),
        may!(
            keys::ENGLISH,
            Text,
            "Elderly",
            "英文名字",
            "What it is called in English",
        ),
        may!(
            keys::PICTURE,
            Like(PATH),
            "files/tu-lei-yang-lao.svg",
            "首页上这一类的小图",
            "A small picture of it on the home",
        ),
    ],
};

/// communities/ID.yaml.
pub(crate) static COMMUNITY: Record = Record {
    id: "community",
    about: ["一个社区", "A community"],
    fields: &[
        must!(
            keys::NAME,
            Text,
            "文源社区",
            "社区的名字",
            "What it is called",
        ),
        may!(
            keys::SUBDISTRICT,
            Text,
            "锦纶街道",
            "属于哪个街道",
            "The subdistrict that it belongs to",
        ),
        EXAMPLE,
        must!(
            keys::ADDRESS,
            Text,
            "示例路 1 号",
            "大厅的地址",
            "The address of its hall",
        ),
        may!(
            keys::DIRECTIONS,
            Text,
            "菜市场对面，一楼",
            "怎么走",
            "How to get there",
        ),
        DOOR_PHOTO,
        HOURS_FIELD,
        EXCEPTIONS,
        must!(
            keys::CONSULT_PHONE,
            Text,
            "0354-555-0100",
            "问事情打的电话",
            "The number to ask",
        ),
        must!(
            keys::COMPLAINT_PHONE,
            Text,
            "\"12345\"",
            "提意见打的电话，和咨询电话不能一样",
            "The number to complain, another one",
        ),
        may!(
            keys::WORKERS,
            List(&Of(&WORKER)),
            "[{称呼: 王小明, 职责: 综合岗}]",
            "工作人员",
            "Its workers",
        ),
        may!(
            keys::NOT_OFFERED,
            List(&Text),
            "[a07]",
            "这个社区不办的事项（编号或文件名）",
            "Matters that are not done here, by code or file name",
        ),
        VENUES,
        LOCAL_FACTS,
        ALLOW,
    ],
};

/// A place other than the hall.
pub(crate) static VENUE: Record = Record {
    id: "venue",
    about: ["大厅以外办事的地方", "A place other than the hall"],
    fields: &[
        must!(
            keys::NAME,
            Text,
            "锦纶街道便民服务中心",
            "叫什么",
            "What it is called",
        ),
        EXAMPLE,
        must!(keys::ADDRESS, Text, "示例路 1 号", "地址", "Its address"),
        may!(
            keys::DIRECTIONS,
            Text,
            "菜市场对面，一楼",
            "怎么走",
            "How to get there",
        ),
        DOOR_PHOTO,
        HOURS_FIELD,
        EXCEPTIONS,
        may!(keys::PHONE, Text, "0354-555-0100", "电话", "Its number"),
    ],
};

/// Somebody who works in a community.
pub(crate) static WORKER: Record = Record {
    id: "worker",
    about: ["一位工作人员", "A worker"],
    fields: &[
        must!(
            keys::CALLED,
            Text,
            "王小明",
            "怎么称呼",
            "What they are called",
        ),
        may!(keys::ROLE, Text, "综合岗", "管什么", "What they do"),
        may!(
            keys::AREA,
            Text,
            "1 到 5 号楼",
            "管哪一片",
            "The part that is theirs",
        ),
        may!(
            keys::PHONE,
            Text,
            "0354-555-0101",
            "电话；本人同意公开才会印",
            "Their number; printed with their consent only",
        ),
        may!(
            keys::PHOTO,
            Like(PATH),
            "files/wang.jpg",
            "照片；本人同意公开才会印",
            "Their photo; printed with their consent only",
        ),
        may!(
            keys::CONSENT,
            YesNo,
            "是",
            "本人同意公开电话和照片",
            "They agree to number and photo being shown",
        ),
    ],
};

/// A local fact with more than words.
pub(crate) static FACT: Record = Record {
    id: "fact",
    about: [
        "一条地方事实；“自 2027-01-01: 75” 是从那天起的值",
        "A local fact; “from 2027-01-01: 75” is its value from that day on",
    ],
    fields: &[
        must!(keys::VALUE, Text, "80", "现在的值", "Its value"),
        may!(keys::UNIT, Text, "周岁", "单位", "Its unit"),
        may!(
            keys::EXAMPLE,
            YesNo,
            "是",
            "是举例，页面上会注明",
            "It is an example, and the page says so",
        ),
    ],
};

/// A grid of print/sheets.yaml in a theme.
pub(crate) static GRID: Record = Record {
    id: "grid",
    about: [
        "一张纸上一格一格怎么排，单位毫米",
        "Where things stand on a sheet that holds many; millimetres",
    ],
    fields: &[
        must!(keys::LEFT, Number, "15", "离左边多远", "From the left edge"),
        must!(keys::TOP, Number, "40", "离上边多远", "From the upper edge"),
        must!(
            keys::BOTTOM,
            Number,
            "280",
            "到哪里为止",
            "Below this nothing stands",
        ),
        may!(
            keys::COLUMNS,
            Count,
            "2",
            "一排几个",
            "How many stand side by side",
        ),
        must!(keys::WIDTH, Number, "90", "一格多宽", "How wide a place is"),
        must!(
            keys::HEIGHT,
            Number,
            "55",
            "一格多高",
            "How high a place is",
        ),
        may!(
            keys::HEADING_HEIGHT,
            Number,
            "12",
            "标题多高",
            "How high a heading is",
        ),
    ],
};
