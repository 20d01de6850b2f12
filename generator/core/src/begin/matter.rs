//! A guide to begin with.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::skeleton::{Names, quoted, written};
use crate::schema::{GUIDE, Key, keys, renamed};

/// What kind of matter it is: how it usually goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 津贴: money, decided elsewhere.
    Allowance,
    /// 登记: done on the spot.
    Registration,
    /// 证明: a paper, done on the spot.
    Certificate,
    /// 认证: somebody is seen or called.
    Recognition,
}

impl Kind {
    /// What a title says of it: 高龄津贴 is money.
    pub fn of_title(title: &str) -> Self {
        let has = |words: &[&str]| words.iter().any(|word| title.to_lowercase().contains(word));
        match () {
            () if has(&[
                "津贴",
                "补贴",
                "补助",
                "救助",
                "保障",
                "allowance",
                "subsidy",
            ]) =>
            {
                Self::Allowance
            }
            () if has(&["认证", "recognition"]) => Self::Recognition,
            () if has(&["证明", "certificate"]) => Self::Certificate,
            () => Self::Registration,
        }
    }
}

/// What a new guide is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be filled in: a draft until then.
    Draft,
    /// To be looked at: an example stands in every place, and it is no draft.
    Example,
}

/// What is known of a new guide.
#[derive(Clone, Debug)]
pub struct NewMatter {
    /// What residents call it.
    pub title: String,
    /// A code that no other has or had.
    pub code: String,
    /// The id of its group in site.yaml.
    pub category: String,
    /// How it goes.
    pub kind: Kind,
    /// Names of keys.
    pub names: Names,
    /// The day on which it is begun.
    pub today: Date,
    /// questions.yaml asks who comes, with the options 本人 and 代办.
    pub asks_who: bool,
    /// materials.yaml has 身份证.
    pub has_id_card: bool,
    /// It has 委托书.
    pub has_letter: bool,
    /// What it is there for.
    pub purpose: Purpose,
}

impl NewMatter {
    /// The guide; a draft, so that nothing of it is published before somebody says so.
    pub fn text(&self) -> String {
        let front = written(&GUIDE, self.names, |key| self.value(key));
        let body = self.blank(
            [
                "还要对居民说的话，像平常写文章一样；没有就删掉这一行",
                "whatever else residents should know, as you would write it; else take this line away",
            ],
            [
                "这一页是示范。改好以后，把这句话删掉。",
                "This page is an example. Take this sentence away when it is none any more.",
            ],
        );
        format!("---\n{front}---\n{body}\n")
    }

    /// What is to be filled in, in Chinese and in English: it is found as such as soon as the guide is no draft any more.
    fn blank(&self, [zh, en]: [&str; 2], example: [&str; 2]) -> String {
        match (self.names, self.purpose) {
            (Names::Chinese, Purpose::Example) => example[0].to_owned(),
            (Names::English, Purpose::Example) => example[1].to_owned(),
            (Names::Chinese, Purpose::Draft) => format!("（请填：{zh}）"),
            (Names::English, Purpose::Draft) => format!("(please fill in: {en})"),
        }
    }

    fn value(&self, key: Key) -> Option<String> {
        let chinese = self.chinese(key)?;
        Some(match self.names {
            Names::Chinese => chinese,
            Names::English => match GUIDE.field(key) {
                Some(field) => renamed(&field.shape, &chinese),
                None => chinese,
            },
        })
    }

    fn chinese(&self, key: Key) -> Option<String> {
        let text = |text: &str| Some(text.to_owned());
        let review = self.today.saturating_add(6.months());
        let who = match (self.asks_who, self.names) {
            (true, Names::Chinese) => "共用",
            (true, Names::English) => "shared",
            (false, _) => "{问: 谁来办？, 选项: [本人, 代办]}",
        };
        let named = |has: bool| if has { "用" } else { "名称" };
        let (card, letter) = (named(self.has_id_card), named(self.has_letter));
        match key {
            keys::CODE => Some(self.code.clone()),
            keys::DRAFT => text("是").filter(|_| self.purpose == Purpose::Draft),
            keys::TITLE => Some(self.title.clone()),
            keys::SUMMARY => Some(quoted(&self.blank(
                ["一句话说清是什么事", "what it is, in a sentence"],
                [
                    "这是一份示范，照着改成你们的第一件事。",
                    "An example: make your first matter of it.",
                ],
            ))),
            keys::CATEGORY => Some(self.category.clone()),
            keys::DESK_MODE => text(match self.kind {
                Kind::Allowance | Kind::Recognition => "受理后流转",
                Kind::Registration | Kind::Certificate => "当场办结",
            }),
            keys::AUTHORITY => Some(quoted(&self.blank(
                ["谁决定，例如区民政局", "who decides"],
                ["区民政局（示例）", "District office (example)"],
            ))),
            keys::ACCEPTED_BY => text("社区"),
            keys::TIME_LIMIT => text(match self.kind {
                Kind::Allowance => "{法定: 无, 承诺: 10, 单位: 工作日}",
                Kind::Recognition => "{法定: 无, 承诺: 3, 单位: 工作日}",
                Kind::Registration | Kind::Certificate => "{法定: 无, 承诺: 0, 单位: 工作日}",
            }),
            keys::CHANNELS => text("[窗口帮办]"),
            keys::FEE => text("不收费"),
            keys::VISITS => text("{次数: 1, 原因: 核对身份}"),
            keys::BASIS => Some(format!(
                "\n  - {{名称: {}, 条款: 全文}}",
                quoted(&self.blank(
                    ["依据哪份规定", "the rule that it stands on"],
                    ["示例规定", "Example rule"],
                ))
            )),
            keys::VERIFIED_ON => Some(self.today.to_string()),
            keys::VERIFIED_BY => text("综合岗"),
            keys::REVIEW_BY => Some(review.to_string()),
            keys::QUESTIONS => Some(format!("\n  谁来办: {who}")),
            keys::MATERIALS => Some(format!(
                "\n  - {{{card}: 身份证, 原件: 1, 复印件: 1}}\n  - {{{card}: 身份证, 谁的: 代办人, 原件: 1, 当: {{谁来办: 代办}}}}\n  - {{{letter}: 委托书, 原件: 1, 收走: 是, 当: {{谁来办: 代办}}}}"
            )),
            keys::STEPS => text(match self.kind {
                Kind::Allowance => {
                    "\n  - {名称: 社区收下, 谁: 社区, 天数: 0, 您要做的: 交材料，拿回执}\n  - {名称: 街道审核, 谁: 街道, 天数: 5}\n  - {名称: 区里审定, 谁: 区里, 天数: 5}"
                }
                Kind::Recognition => {
                    "\n  - {名称: 登记, 谁: 社区, 天数: 0, 您要做的: 说一声}\n  - {名称: 核实, 谁: 社区, 天数: 3, 您要做的: 在家等电话}"
                }
                Kind::Registration | Kind::Certificate => {
                    "\n  - {名称: 当场办好, 谁: 社区, 天数: 0}"
                }
            }),
            keys::RESULT => text(match self.kind {
                Kind::Allowance => "{名称: 钱按月打到卡上, 送达: 打电话告诉您}",
                Kind::Recognition => "{名称: 认证通过, 送达: 打电话告诉您}",
                Kind::Registration => "{名称: 登记回执, 送达: 当场给您}",
                Kind::Certificate => "{名称: 证明, 送达: 当场给您}",
            }),
            keys::SCENARIOS => text(
                "\n  - {名称: 本人来办, 答: {谁来办: 本人}, 带: [身份证]}\n  - {名称: 别人替来, 答: {谁来办: 代办}, 带: [身份证, 身份证/代办人, 委托书]}",
            ),
            _ => None,
        }
    }
}
