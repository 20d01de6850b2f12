//! Every guide that writes one paper in three lines with conditions from a pool, held against every situation.

use jiff::civil::date;
use onetrip_widget::rules::{Session, Status};
use onetrip_widget::trip::Form;

use super::super::rules::compile;
use crate::check::Compiled;
use crate::model::{Matter, Region};
use crate::source::{self, Embedded, Files, Memory, NoFonts, World};

/// One person in one situation.
#[derive(Clone, Copy, Debug)]
struct Situation {
    who: usize,
    home: usize,
    /// Bits: 低保, 残疾.
    poor: usize,
}

type Holds = fn(Situation) -> bool;

/// Conditions as a guide writes them, and what they mean.
const POOL: [(&str, Holds); 7] = [
    ("", |_| true),
    (", 当: {谁来办: 代办}", |now| now.who == 1),
    (", 当: {谁来办: 本人}", |now| now.who == 0),
    (", 当: {户籍: 本区}", |now| now.home == 0),
    (", 当: {户籍: [本区, 外地]}", |now| now.home != 1),
    (", 当: {情况: 低保, 谁来办: 代办}", |now| {
        now.poor & 1 == 1 && now.who == 1
    }),
    (
        ", 当: {任一: [{情况: 残疾}, {户籍: 本市}]}",
        |now| now.poor & 2 == 2 || now.home == 1,
    ),
];

/// What the three lines want: shown and copies, copies, handed in; and how fresh.
const LINES: [&str; 3] = [
    "原件: 1, 复印件: 1",
    "复印件: 2, 有效期: {天数: 90}",
    "原件: 2, 收走: 是, 有效期: {天数: 30}",
];
const WANTS: [[u32; 3]; 3] = [[1, 0, 1], [0, 0, 2], [0, 2, 0]];
const FRESH: [Option<u32>; 3] = [None, Some(90), Some(30)];

/// Outside the region nothing can be done here.
fn is_stopped(now: Situation) -> bool {
    now.home == 2 && now.who == 0
}

fn guide(number: usize, conditions: [usize; 3]) -> String {
    let lines = LINES.iter().zip(conditions);
    let lines: Vec<String> = lines
        .map(|(line, when)| format!("  - {{用: 户口簿, {line}{}}}\n", POOL[when].0))
        .collect();
    format!(
        "---\n编号: g{number:03}\n标题: 第 {number} 号\n一句话: 一件事。\n分类: 养老\n办件: 当场办结\n决定机关: 区里\n受理: 社区\n\
         时限: {{法定: 20, 承诺: 0, 单位: 工作日}}\n渠道: [窗口帮办]\n收费: 不收费\n到场: {{次数: 1, 原因: 核对}}\n依据:\n  - {{名称: 某法, 条款: 第一条}}\n\
         核对日期: 2026-11-01\n核对人: 岗\n复核期限: 2099-05-01\n问题:\n  谁来办: {{问: 谁来？, 选项: [本人, 代办]}}\n\
         \x20 户籍: {{问: 哪里？, 选项: [本区, 本市, 外地]}}\n  情况: {{问: 哪些？, 类型: 多选, 选项: [低保, 残疾]}}\n\
         中止:\n  - {{当: {{户籍: 外地, 谁来办: 本人}}, 标题: 不在这里办, 说明: 请打电话。, 电话: 12345}}\n\
         材料:\n{}步骤:\n  - {{名称: 受理, 谁: 社区, 天数: 0}}\n结果: {{名称: 回执}}\n---\n",
        lines.concat()
    )
}

fn region() -> (Region, Vec<[usize; 3]>) {
    let mut files = Memory::default();
    let mut add = |path: String, text: String| files.0.insert(path, text.into_bytes());
    add(
        "site.yaml".into(),
        "名称: 例\n网址: https://onetrip.example\n分类:\n  - {编号: old, 名称: 养老}\n".into(),
    );
    add(
        "materials.yaml".into(),
        "户口簿:\n  出具: 公安机关\n".into(),
    );
    add(
        "communities/dong.yaml".into(),
        "名称: 东社区\n地址: 路 1 号\n咨询电话: 0354-5550101\n监督电话: 0354-5550102\n\
         工作时间:\n  - {星期: [一], 时段: [08:30-12:00]}\n"
            .into(),
    );
    let size = POOL.len();
    let all = (0..size * size * size).map(|n| [n / size / size, n / size % size, n % size]);
    let all: Vec<[usize; 3]> = all.collect();
    for (number, conditions) in all.iter().enumerate() {
        add(
            format!("matters/g{number:03}-x.md"),
            guide(number, *conditions),
        );
    }
    let world = World {
        content: &files,
        themes: vec![&Embedded as &dyn Files],
        today: date(2026, 11, 25),
        fonts: &NoFonts,
        earlier: None,
    };
    let loaded = source::load(&world, "content");
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings.first());
    (loaded.region.expect("it is a region"), all)
}

fn situations() -> impl Iterator<Item = Situation> {
    (0..24).map(|n| Situation {
        who: n % 2,
        home: n / 2 % 3,
        poor: n / 6,
    })
}

/// What the lines that hold want together, by the contract; nothing when none does.
fn wanted(conditions: [usize; 3], now: Situation) -> Option<([u32; 3], Option<u32>)> {
    let held: Vec<usize> = (0..3)
        .filter(|line| POOL[conditions[*line]].1(now))
        .collect();
    let shown = held.iter().map(|line| WANTS[*line][0]).max()?;
    let sum = |at: usize| held.iter().map(|line| WANTS[*line][at]).sum();
    let fresh = held.iter().filter_map(|line| FRESH[*line]).min();
    Some(([shown, sum(1), sum(2)], fresh))
}

/// What the engine says: whether the row is needed, and its forms that hold.
fn said(matter: &Matter, compiled: &Compiled, now: Situation) -> (bool, Vec<Form>) {
    let mut session = Session::new(compiled.book.clone());
    session.choose(0, now.who);
    session.choose(1, now.home);
    let poor: Vec<usize> = (0..2)
        .filter(|option| now.poor >> option & 1 == 1)
        .collect();
    session.choose_many(2, &poor);
    let holds =
        |item: Option<u32>| item.is_none_or(|item| session.status(item as usize) == Status::Needed);
    let wire = matter.trip_lines(&compiled.items);
    assert_eq!(wire.lines.0.len(), 1, "one row");
    let row = &wire.lines.0[0];
    let need = row.only().expect("one paper");
    let forms = need.forms.iter().filter(|form| holds(form.item));
    (holds(row.item), forms.cloned().collect())
}

#[test]
fn in_every_situation_the_row_has_the_one_form_that_its_lines_come_to() {
    let (region, all) = region();
    let (books, findings) = compile(&region);
    assert!(findings.is_empty(), "{:?}", findings.first());
    let mut possible = 0;
    for matter in &region.matters {
        let number: usize = matter.code.value[1..].parse().expect("a number");
        let conditions = all[number];
        let compiled = &books.sets(&matter.file)[0].compiled;
        let mut met: Vec<[u32; 3]> = Vec::new();
        for now in situations().filter(|now| !is_stopped(*now)) {
            let (needed, forms) = said(matter, compiled, now);
            let wanted = wanted(conditions, now);
            assert_eq!(needed, wanted.is_some(), "{conditions:?} {now:?}");
            let Some((counts, fresh)) = wanted else {
                continue;
            };
            let [form] = &forms[..] else {
                panic!("{conditions:?} {now:?}: {forms:?}");
            };
            assert_eq!(
                [form.shown, form.handed_in, form.copies],
                counts,
                "{conditions:?} {now:?}"
            );
            assert_eq!(form.fresh_days, fresh, "{conditions:?} {now:?}");
            if !met.contains(&counts) {
                met.push(counts);
            }
        }
        let forms = &compiled.items.rows[0].forms;
        assert_eq!(
            forms.len(),
            met.len(),
            "{conditions:?}: no form that no list has"
        );
        possible += forms.len();
    }
    assert!(possible > all.len(), "most rows have several forms");
}
