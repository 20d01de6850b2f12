//! A generated region: guides of ordinary size in one community.

use std::fmt::Write as _;

use onetrip_core::source::Memory;

const SITE: &str =
    "名称: 基准\n网址: https://onetrip.example\n分类:\n  - {编号: old, 名称: 养老}\n";
const COMMUNITY: &str = "名称: 文源社区\n地址: 示例路 1 号\n咨询电话: 0354-5550101\n监督电话: 0354-5550102\n\
                         工作时间:\n  - {星期: [一, 二, 三, 四, 五], 时段: [08:30-12:00, 14:30-18:00]}\n";
const MATERIALS: &str = "身份证:\n  出具: 公安机关\n  怎么取得: 户籍地或居住地的派出所\n户口簿:\n  出具: 公安机关\n\
                         委托书:\n  怎么取得: 自己写\n居住证:\n  出具: 公安机关\n";
const QUESTIONS: &str = "谁来办:\n  问: 谁来窗口？\n  选项: [本人, 代办]\n";

/// The code of guide `n`: four letters and digits.
pub(crate) fn code(n: usize) -> String {
    const DIGITS: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    [36 * 36 * 36, 36 * 36, 36, 1]
        .iter()
        .map(|unit| char::from(DIGITS[n / unit % 36]))
        .collect()
}

/// A guide of ordinary size: four questions, nine lines, three steps, a body.
fn guide(n: usize) -> String {
    let code = code(n);
    let mut text = format!(
        "---\n编号: {code}\n标题: 第 {n} 号津贴\n一句话: 年满 80 周岁的老人按月领取的津贴。\n别名: [老年补贴, 长寿补贴]\n分类: 养老\n\
         办件: 受理后流转\n决定机关: 区民政局\n受理: 社区\n时限: {{法定: 20, 承诺: 10, 单位: 工作日}}\n渠道: [窗口帮办, 专员代办]\n\
         收费: 不收费\n到场: {{次数: 1, 原因: 核对身份}}\n依据:\n  - {{名称: 中华人民共和国老年人权益保障法, 条款: 第三十三条}}\n\
         核对日期: 2026-11-01\n核对人: 民政岗\n复核期限: 2027-05-01\n问题:\n  谁来办: 共用\n  年龄:\n    问: 老人今年多大？\n    类型: 数字\n    单位: 周岁\n\
         \x20 户籍:\n    问: 户口在哪里？\n    选项: [本区, 本市其他区县, 外地]\n  情况:\n    问: 有下面哪些情况？\n    类型: 多选\n    选项: [低保, 残疾, 独居]\n\
         中止:\n  - {{当: {{年龄: \"< 80\"}}, 标题: 还不到年龄, 说明: 满 80 周岁当月就可以来办。}}\n材料:\n"
    );
    text.push_str(
        "  - {用: 身份证, 谁的: 老人, 原件: 1, 复印件: 1, 复印要求: 正反面印在同一页}\n  - {用: 户口簿, 原件: 1}\n\
         \x20 - {用: 身份证, 谁的: 代办人, 原件: 1, 当: {谁来办: 代办}}\n  - {用: 委托书, 原件: 1, 收走: 是, 当: {谁来办: 代办}}\n\
         \x20 - {任选: 1, 名称: 居住证明, 当: {户籍: [本市其他区县, 外地]}, 以下: [{用: 户口簿, 原件: 1}, {用: 居住证, 原件: 1}]}\n\
         \x20 - {名称: 低保证, 原件: 1, 当: {情况: 低保}}\n  - {名称: 残疾人证, 原件: 1, 当: {情况: 残疾, 年龄: \">= 90\"}}\n\
         \x20 - {名称: 独居说明, 原件: 1, 当: {任一: [{情况: 独居}, {年龄: \">= 100\"}]}}\n  - {名称: 申请表, 原件: 1}\n\
         步骤:\n  - {名称: 社区受理, 谁: 社区, 天数: 0}\n  - {名称: 街道初审, 谁: 街道, 天数: 5}\n  - {名称: 区级审定, 谁: 区民政局, 天数: 5}\n\
         结果: {名称: 津贴按月发放, 送达: 打入社会保障卡}\n注意:\n  - {当: {谁来办: 代办}, 说明: 请保持电话畅通。}\n---\n\n## 常见问题\n\n",
    );
    let _ = write!(
        text,
        "**注意：**请带原件。\n\n能不能请人代办？可以，带上**“委托书”**和双方的身份证。\n\n| 年龄 | 说明 |\n|---|---|\n| 80 | 起 |\n| 100 | 另加 |\n\n详见[下一项](matter:{}).\n",
        self::code(n.saturating_sub(1))
    );
    text
}

/// So many guides in one community.
pub(crate) fn corpus(guides: usize) -> Memory {
    let mut files = Memory::default();
    let mut add = |path: String, text: String| files.0.insert(path, text.into_bytes());
    add("site.yaml".into(), SITE.into());
    add("materials.yaml".into(), MATERIALS.into());
    add("questions.yaml".into(), QUESTIONS.into());
    add("communities/wenyuan.yaml".into(), COMMUNITY.into());
    for n in 0..guides {
        add(format!("matters/guide-{n}.md"), guide(n));
    }
    files
}
