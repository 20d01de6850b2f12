//! Guides → a content folder.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::make::sign;
use super::{Ask, Exempt, Fee, Fresh, Guide, Kind, Line, Question, Rule, Words, World};
use crate::cases;
use crate::site::copy_folder;

const HEAD: &str = "一句话: 试一试的事。
分类: residence
办件: 当场办结
决定机关: 区民政局
受理: 社区
时限: {法定: 3, 承诺: 0, 单位: 工作日}
渠道: [窗口帮办]
到场: {次数: 1, 原因: 核对身份}
依据:
  - {名称: 居住证暂行条例, 文号: 国务院令第663号, 条款: 全文}
核对日期: 2026-11-01
核对人: 综合岗
复核期限: 2099-05-01
步骤:
  - {名称: 当场办好, 谁: 社区, 天数: 0}
结果: {名称: 回执}
";

impl World {
    /// Writes the content into an empty folder; the community is `dong`.
    pub fn write(&self, folder: &Path) {
        let base = cases::root().join("base");
        copy_folder(&base.join("communities"), &folder.join("communities"));
        let xi = folder.join("communities/xi.yaml");
        fs::remove_file(xi).expect("the base has two communities");
        fs::copy(base.join("site.yaml"), folder.join("site.yaml")).expect("the base has a site");
        let file = |name: &str, text: String| {
            let path = folder.join(name);
            fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        };
        let questions = self
            .shared
            .iter()
            .map(|one| format!("{}: {}\n", one.id, question(one)));
        file("questions.yaml", questions.collect());
        file("materials.yaml", self.register());
        fs::create_dir(folder.join("matters")).expect("the folder was empty");
        for guide in &self.guides {
            file(&format!("matters/{}.md", guide.code), text(guide));
        }
    }

    fn register(&self) -> String {
        let registered = self.materials.iter().filter(|material| material.registered);
        let entries = registered.map(|material| {
            let certificate = if material.certificate { "是" } else { "否" };
            let mut keys = vec![format!("名称: {}, 电子证照: {certificate}", material.name)];
            keys.extend(spoken(&material.words, material.fresh.as_ref()));
            format!("{}: {{{}}}\n", material.id, keys.join(", "))
        });
        entries.collect()
    }
}

fn spoken(words: &Words, fresh: Option<&Fresh>) -> Vec<String> {
    let mut keys: Vec<String> = words
        .iter()
        .map(|(key, text)| format!("{key}: {text}"))
        .collect();
    keys.extend(fresh.map(|Fresh { days, words }| match days {
        Some(days) => format!("有效期: {{天数: {days}, 说明: {words}}}"),
        None => format!("有效期: {words}"),
    }));
    keys
}

fn question(one: &Question) -> String {
    let ask = format!("问: {}是怎样的？", one.id);
    let options = |count: usize| {
        let names: Vec<String> = (0..count).map(|nth| sign(nth).to_string()).collect();
        format!("选项: [{}]", names.join(", "))
    };
    match one.kind {
        Kind::Choice(count) => format!("{{{ask}, {}}}", options(count)),
        Kind::Multi(count) => format!("{{{ask}, 类型: 多选, {}}}", options(count)),
        Kind::Fine(min, max) => {
            let (min, max) = (hundredths(min), hundredths(max));
            format!("{{{ask}, 类型: 数字, 小数: 2, 最小: {min}, 最大: {max}}}")
        }
        Kind::Number(min, max) => {
            let each = if min > 0 { ", 每: 每一个" } else { "" };
            format!("{{{ask}, 类型: 数字, 最小: {min}, 最大: {max}{each}}}")
        }
    }
}

/// So many hundredths as people write them.
fn hundredths(number: i64) -> String {
    format!("{}.{:02}", number / 100, number % 100)
}

fn text(guide: &Guide) -> String {
    let mut text = format!("---\n编号: {}\n标题: {}\n{HEAD}", guide.code, guide.title);
    let mut line = |line: String| {
        writeln!(text, "{line}").expect("a string takes everything");
    };
    let questions = guide.questions.iter().map(|one| {
        let what = if one.shared {
            "共用".to_owned()
        } else {
            question(one)
        };
        format!("{}: {what}", one.id)
    });
    let section = |name: &str, entries: Vec<String>| {
        let entries = entries.iter().map(|entry| format!("\n  {entry}"));
        let entries: String = entries.collect();
        (!entries.is_empty()).then(|| format!("{name}:{entries}"))
    };
    let facts = guide.facts.iter().enumerate();
    let facts = facts.map(|(nth, fact)| format!("{}: {{{}}}", fact_name(nth), rule(guide, fact)));
    let stops = guide.stops.iter().enumerate().map(|(nth, stop)| {
        let title = stop_title(nth);
        format!(
            "- {{当: {{{}}}, 标题: {title}, 说明: 先打电话问。, 电话: \"12345\"}}",
            rule(guide, stop)
        )
    });
    let lines = guide
        .lines
        .iter()
        .map(|line| format!("- {{{}}}", material(guide, line)));
    let fees = guide
        .fees
        .iter()
        .map(|fee| format!("- {{{}}}", written(guide, fee)));
    line(section("收费", fees.collect()).unwrap_or_else(|| "收费: 不收费".to_owned()));
    section("问题", questions.collect())
        .into_iter()
        .for_each(&mut line);
    section("事实", facts.collect())
        .into_iter()
        .for_each(&mut line);
    section("中止", stops.collect())
        .into_iter()
        .for_each(&mut line);
    section("材料", lines.collect())
        .into_iter()
        .for_each(&mut line);
    text.push_str("---\n");
    text
}

fn written(guide: &Guide, fee: &Fee) -> String {
    let Fee { name, cents, when } = fee;
    let amount = match cents % 100 {
        0 => (cents / 100).to_string(),
        part => format!("{}.{part:02}", cents / 100),
    };
    let when = when.as_ref();
    let when = when.map(|when| format!(", 当: {{{}}}", rule(guide, when)));
    let when = when.unwrap_or_default();
    format!("名称: {name}, 标准: {amount} 元, 依据: 试行办法{when}")
}

fn fact_name(nth: usize) -> String {
    format!("情况{}", sign(nth))
}

/// What a stop is called.
pub fn stop_title(nth: usize) -> String {
    format!("先别来{}", sign(nth))
}

fn material(guide: &Guide, line: &Line) -> String {
    let mut keys = Vec::new();
    match &line.pick {
        None => keys.push(paper(guide, &line.asks[0])),
        Some((pick, name)) => {
            let from: Vec<String> = line
                .asks
                .iter()
                .map(|ask| format!("{{{}}}", paper(guide, ask)))
                .collect();
            keys.push(format!(
                "任选: {pick}, 名称: {name}, 以下: [{}]",
                from.join(", ")
            ));
        }
    }
    if line.recommended {
        keys.push("建议带: 是".to_owned());
    }
    let when = line.when.as_ref();
    keys.extend(when.map(|when| format!("当: {{{}}}", rule(guide, when))));
    keys.join(", ")
}

fn paper(guide: &Guide, ask: &Ask) -> String {
    let material = &ask.material;
    let key = if material.registered { "用" } else { "名称" };
    let amount = |plus: u32, each: u32| match guide.counts() {
        Some(counts) if each > 0 => {
            let id = &guide.questions[counts].id;
            format!("{{每: {id}, 份: {each}, 加: {plus}}}")
        }
        _ => plus.to_string(),
    };
    let mut keys = vec![format!("{key}: {}", material.id)];
    keys.push(match &ask.exempt {
        None => format!(
            "原件: {}, 复印件: {}",
            amount(ask.originals, ask.each[0]),
            amount(ask.copies, ask.each[1])
        ),
        Some(Exempt {
            by,
            note: Some(note),
            ..
        }) => format!("免提交: {{方式: {by}, 说明: {note}}}"),
        Some(Exempt { by, .. }) => format!("免提交: {by}"),
    });
    keys.extend(ask.holder.map(|holder| format!("谁的: {holder}")));
    keys.extend(ask.hand_in.then(|| "收走: 是".to_owned()));
    keys.extend(spoken(&ask.words, ask.fresh.as_ref()));
    keys.join(", ")
}

/// A condition, without the braces around it.
fn rule(guide: &Guide, when: &Rule) -> String {
    let several = |parts: &[Rule]| {
        let parts: Vec<String> = parts
            .iter()
            .map(|part| format!("{{{}}}", rule(guide, part)))
            .collect();
        parts.join(", ")
    };
    let listed = |options: &[usize]| {
        let names: Vec<String> = options.iter().map(|nth| sign(*nth).to_string()).collect();
        format!("[{}]", names.join(", "))
    };
    match when {
        Rule::But(question, options) => {
            let id = &guide.questions[*question].id;
            format!("{id}: {{之外: {}}}", listed(options))
        }
        Rule::Several(question, options, least) => {
            let id = &guide.questions[*question].id;
            format!("{id}: {{至少: {least}, 之中: {}}}", listed(options))
        }
        Rule::Among(question, options) => {
            let names: Vec<String> = options.iter().map(|nth| sign(*nth).to_string()).collect();
            let id = &guide.questions[*question].id;
            match &names[..] {
                [only] => format!("{id}: {only}"),
                _ => format!("{id}: [{}]", names.join(", ")),
            }
        }
        Rule::Within(question, from, to) => {
            let number = |number: i64| match guide.questions[*question].kind {
                Kind::Fine(..) => hundredths(number),
                _ => number.to_string(),
            };
            let range = match (from, to) {
                (Some(from), Some(to)) if from == to => number(*from),
                (Some(from), Some(to)) => format!("{}..{}", number(*from), number(*to)),
                (Some(from), None) => format!(">= {}", number(*from)),
                (None, Some(to)) => format!("< {}", number(to + 1)),
                (None, None) => panic!("a range has an end"),
            };
            format!("{}: \"{range}\"", guide.questions[*question].id)
        }
        // A map says the same as 都, and both are written.
        Rule::All(parts) if matches!(parts[0], Rule::Among(..)) => {
            let parts: Vec<String> = parts.iter().map(|part| rule(guide, part)).collect();
            parts.join(", ")
        }
        Rule::All(parts) => format!("都: [{}]", several(parts)),
        Rule::Any(parts) => format!("任一: [{}]", several(parts)),
        Rule::Not(inner) => format!("非: {{{}}}", rule(guide, inner)),
        Rule::Fact(fact) => format!("事实: {}", fact_name(*fact)),
    }
}
