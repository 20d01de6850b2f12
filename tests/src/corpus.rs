//! A region of many small matters, to see what grows with their number.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::situations::Dice;

const SITE: &str = "名称: 大区\n网址: https://example.org/\n分类:\n";
const COMMUNITY: &str = "名称: 大社区\n地址: 示例路 1 号\n咨询电话: 0354-5550101\n监督电话: 0354-5550102\n\
                         工作时间:\n  - {星期: [一, 二, 三, 四, 五], 时段: [08:30-12:00, 14:30-18:00]}\n";
/// Categories of the region.
const CATEGORIES: usize = 9;
/// Signs of a title; a real district's have 15 on average.
const TITLE: usize = 15;
/// Titles of offices are put together of few words; these say nothing.
const WORDS: [&str; 64] = [
    "企业", "变更", "登记", "许可", "核发", "备案", "申请", "确认", "补贴", "资格", "证明", "注销",
    "设立", "延续", "审批", "补办", "机构", "人员", "医疗", "卫生", "建设", "工程", "项目", "养老",
    "保险", "待遇", "领取", "退休", "残疾", "救助", "临时", "困难", "家庭", "生活", "教育", "学校",
    "教师", "车辆", "运输", "道路", "经营", "食品", "药品", "零售", "生产", "安全", "消防", "检验",
    "检测", "农业", "种子", "兽药", "林木", "采伐", "土地", "使用", "规划", "水土", "保持", "取水",
    "文化", "演出", "体育", "法律",
];

/// Lays out so many matters in one community, `big`.
pub fn lay_out(content: &Path, matters: usize) {
    let write = |path: &str, text: &str| {
        let full = content.join(path);
        let parent = full.parent().expect("a file lies in a folder");
        fs::create_dir_all(parent).unwrap_or_else(|error| panic!("{}: {error}", parent.display()));
        fs::write(&full, text).unwrap_or_else(|error| panic!("{}: {error}", full.display()));
    };
    let mut site = SITE.to_owned();
    for category in 0..CATEGORIES {
        let _ = writeln!(site, "  - {{编号: c{category}, 名称: 第{category}类}}");
    }
    write("site.yaml", &site);
    write("communities/big.yaml", COMMUNITY);
    let mut dice = Dice::new(20_261_122);
    for at in 0..matters {
        write(&format!("matters/m{at}.md"), &guide(at, &mut dice));
    }
}

fn guide(at: usize, dice: &mut Dice) -> String {
    let mut title = String::new();
    while title.chars().count() < TITLE {
        title.push_str(WORDS[dice.below(WORDS.len())]);
        // A sign that no other title has at this place.
        if dice.below(3) == 0 {
            title.extend(char::from_u32(
                0x4e00 + u32::try_from(dice.below(2500)).unwrap_or(0),
            ));
        }
    }
    format!(
        "---\n编号: {}\n标题: {title}\n一句话: 为{title}而来的人看的。\n分类: c{}\n办件: 当场办结\n决定机关: 区政府\n受理: 社区\n\
         时限: {{法定: 20, 承诺: 10, 单位: 工作日}}\n渠道: [窗口帮办]\n收费: 不收费\n到场: {{次数: 1, 原因: 核对身份}}\n\
         依据:\n  - {{名称: 测试法, 条款: 第一条}}\n核对日期: 2026-11-01\n核对人: 测试岗\n复核期限: 2099-05-01\n\
         材料:\n  - {{名称: 身份证, 原件: 1}}\n步骤:\n  - {{名称: 社区受理, 谁: 社区}}\n结果: {{名称: 办好了}}\n---\n",
        code(at),
        at % CATEGORIES,
    )
}

fn code(at: usize) -> String {
    let digit = |unit: usize| {
        let digit = u32::try_from(at / unit % 36).expect("below 36");
        char::from_digit(digit, 36).expect("below 36")
    };
    format!("m{}{}{}", digit(36 * 36), digit(36), digit(1))
}
