//! A site to begin with, and a community.

use jiff::civil::Date;

use super::matter::{Kind, NewMatter, Purpose};
use super::skeleton::{Names, quoted, written};
use crate::schema::{COMMUNITY, Key, SITE, keys, renamed};

/// What is known of a new community.
#[derive(Clone, Debug)]
pub struct NewCommunity {
    /// What it is called.
    pub name: String,
    /// The address of its hall.
    pub address: String,
    /// The number to ask.
    pub phone: String,
    /// The number to complain.
    pub complaint_phone: String,
    /// When it is open on workdays; none: as the region says.
    pub hours: Vec<String>,
    /// Names of keys.
    pub names: Names,
}

impl NewCommunity {
    /// Its file.
    pub fn text(&self) -> String {
        written(&COMMUNITY, self.names, |key| {
            let chinese = self.chinese(key)?;
            let field = COMMUNITY.field(key)?;
            Some(match self.names {
                Names::Chinese => chinese,
                Names::English => renamed(&field.shape, &chinese),
            })
        })
    }

    fn chinese(&self, key: Key) -> Option<String> {
        match key {
            keys::NAME => Some(quoted(&self.name)),
            keys::ADDRESS => Some(quoted(&self.address)),
            keys::CONSULT_PHONE => Some(quoted(&self.phone)),
            keys::COMPLAINT_PHONE => Some(quoted(&self.complaint_phone)),
            keys::HOURS if !self.hours.is_empty() => Some(hours(&self.hours)),
            _ => None,
        }
    }
}

/// What is known of a new site.
#[derive(Clone, Debug)]
pub struct NewSite {
    /// What the region is called.
    pub name: String,
    /// The address of the site.
    pub url: String,
    /// Its first community.
    pub community: NewCommunity,
    /// The day on which it is begun.
    pub today: Date,
}

/// 假日 of 2026, by 国办发明电〔2025〕7号.
const HOLIDAYS: &str = "\n  2026:\n    休: [2026-01-01..2026-01-03, 2026-02-15..2026-02-23, 2026-04-04..2026-04-06, 2026-05-01..2026-05-05, 2026-06-19..2026-06-21, 2026-09-25..2026-09-27, 2026-10-01..2026-10-07]\n    班: [2026-01-04, 2026-02-14, 2026-02-28, 2026-05-09, 2026-09-20, 2026-10-10]\n    来源: 国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）";

const CATEGORIES: &str = "\n  - {编号: elderly, 名称: 养老}\n  - {编号: medical, 名称: 医疗保障}\n  - {编号: welfare, 名称: 救助与福利}\n  - {编号: children, 名称: 生育与儿童}\n  - {编号: residence, 名称: 居住与住房}\n  - {编号: work, 名称: 就业创业}";

impl NewSite {
    /// All files by their paths below the content folder.
    pub fn files(&self, community: &str) -> Vec<(String, String)> {
        let names = self.community.names;
        let english = |shape, text: &str| match names {
            Names::Chinese => text.to_owned(),
            Names::English => renamed(shape, text),
        };
        let site = written(&SITE, names, |key| {
            let chinese = self.chinese(key)?;
            Some(english(&SITE.field(key)?.shape, &chinese))
        });
        let who = match names {
            Names::Chinese => {
                "# 几份指南都要问的问题写在这里，指南里写“谁来办: 共用”。\n谁来办:\n  问: 谁来办？\n  说明: 谁来，就带谁的身份证。\n  选项: [本人, 代办]\n"
            }
            Names::English => {
                "# Questions that several guides ask; a guide says “谁来办: shared”.\n谁来办:\n  ask: Who comes?\n  why: Bring the identity card of who comes.\n  options: [本人, 代办]\n"
            }
        };
        let papers = match names {
            Names::Chinese => {
                "# 材料的登记簿：同一份材料只写一次，指南里写“用: 身份证”。\n身份证:\n  名称: 居民身份证\n户口簿:\n委托书:\n  怎么取得: 自己写一张，写清委托谁、办什么，签名按手印。\n"
            }
            Names::English => {
                "# The register of papers: each is written once, and a guide says “use: 身份证”.\n身份证:\n  name: Identity card\n户口簿:\n委托书:\n  name: Letter of authority\n"
            }
        };
        let community_file = NewCommunity {
            hours: Vec::new(),
            ..self.community.clone()
        };
        let first = NewMatter {
            title: match names {
                Names::Chinese => "示范事项".to_owned(),
                Names::English => "Example matter".to_owned(),
            },
            code: "a01".to_owned(),
            category: "residence".to_owned(),
            kind: Kind::Registration,
            names,
            today: self.today,
            asks_who: true,
            has_id_card: true,
            has_letter: true,
            // A site with drafts alone has nothing to show.
            purpose: Purpose::Example,
        };
        Vec::from([
            ("site.yaml".to_owned(), site),
            (
                format!("communities/{community}.yaml"),
                community_file.text(),
            ),
            ("questions.yaml".to_owned(), who.to_owned()),
            ("materials.yaml".to_owned(), papers.to_owned()),
            (
                "matters/residence/shi-fan-shi-xiang.md".to_owned(),
                first.text(),
            ),
        ])
    }

    fn chinese(&self, key: Key) -> Option<String> {
        match key {
            keys::NAME => Some(quoted(&self.name)),
            keys::BASE_URL => Some(self.url.clone()),
            keys::CATEGORIES => Some(CATEGORIES.to_owned()),
            keys::HOURS => Some(hours(&self.community.hours)),
            keys::HOLIDAYS => Some(HOLIDAYS.to_owned()),
            keys::DISCLAIMER => Some("本页只作参考，以窗口答复为准。".to_owned()),
            _ => None,
        }
    }
}

fn hours(times: &[String]) -> String {
    let times: Vec<String> = times.iter().map(|time| format!("\"{time}\"")).collect();
    format!(
        "\n  - {{星期: [一, 二, 三, 四, 五], 时段: [{}]}}",
        times.join(", ")
    )
}
