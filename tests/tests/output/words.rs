//! Random conditions, written as an author writes them, built, and read back from the pages' words in both languages: the
//! words hold in exactly the situations in which the condition does.

use std::fmt::Write as _;
use std::fs;

use onetrip_tests::html::Document;
use onetrip_tests::site::{Site, copy_folder};
use onetrip_tests::situations::Dice;
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;
use onetrip_tests::words::Reader;
use onetrip_widget::rules::Answer;

const GUIDES: usize = 40;
const NOTES: usize = 55;

/// Names that invite to be misread.
const WHO: [&str; 4] = ["老人或孩子", "老人", "孩子", "老人，并且孩子"];
const STATE: [&str; 4] = ["低保", "没选低保", "有“二级或三级”证的", "一级；二级"];
const WHERE: [&str; 2] = ["不是外地", "外地"];
const AGES: std::ops::RangeInclusive<i64> = 0..=7;
const HEADS: std::ops::RangeInclusive<i64> = -2..=2;

/// A condition as the test means it.
#[derive(Debug, Clone)]
enum Meant {
    All(Vec<Meant>),
    Any(Vec<Meant>),
    Not(Box<Meant>),
    Chosen(usize, Vec<usize>),
    Number(usize, &'static str, i64, i64),
    Fact(usize),
}

impl Meant {
    fn holds(&self, facts: &[Meant], answers: &[Answer]) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(|part| part.holds(facts, answers)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(facts, answers)),
            Self::Not(inner) => !inner.holds(facts, answers),
            Self::Fact(index) => facts[*index].holds(facts, answers),
            Self::Chosen(question, options) => match &answers[*question] {
                Answer::Choice(option) => options.contains(option),
                Answer::Multi(chosen) => options.iter().any(|option| chosen.contains(option)),
                other => panic!("{other:?} to question {question}"),
            },
            Self::Number(question, operator, n, to) => {
                let Answer::Number(number) = answers[*question] else {
                    panic!("question {question} asks for a number");
                };
                match *operator {
                    "<" => number < *n,
                    "<=" => number <= *n,
                    ">" => number > *n,
                    ">=" => number >= *n,
                    ".." => (*n..=*to).contains(&number),
                    _ => number == *n,
                }
            }
        }
    }

    /// As the guide has it.
    fn yaml(&self) -> String {
        let many = |parts: &[Meant]| {
            let parts: Vec<String> = parts.iter().map(Meant::yaml).collect();
            parts.join(", ")
        };
        match self {
            Self::All(parts) => format!("{{都: [{}]}}", many(parts)),
            Self::Any(parts) => format!("{{任一: [{}]}}", many(parts)),
            Self::Not(inner) => format!("{{非: {}}}", inner.yaml()),
            Self::Fact(index) => format!("{{事实: 说法{index}}}"),
            Self::Chosen(question, options) => {
                let (name, all): (_, &[&str]) = match question {
                    0 => ("给谁办", &WHO),
                    1 => ("情况", &STATE),
                    _ => ("户籍", &WHERE),
                };
                let names: Vec<String> =
                    options.iter().map(|o| format!("\"{}\"", all[*o])).collect();
                format!("{{{name}: [{}]}}", names.join(", "))
            }
            Self::Number(question, operator, n, to) => {
                let name = if *question == 3 { "年龄" } else { "人数" };
                match *operator {
                    ".." => format!("{{{name}: \"{n}..{to}\"}}"),
                    "" => format!("{{{name}: {n}}}"),
                    operator => format!("{{{name}: \"{operator} {n}\"}}"),
                }
            }
        }
    }

    /// The options of a choice question of which one has to be the answer, where it says nothing else.
    fn plain_choice<'m>(&'m self, facts: &'m [Meant]) -> Option<(usize, &'m [usize])> {
        match self {
            Self::Fact(index) => facts[*index].plain_choice(facts),
            Self::Chosen(question, options) if *question != 1 => Some((*question, options)),
            _ => None,
        }
    }

    /// Whether the check would take it for a slip: two answers of one choice at once.
    fn is_slip(&self, facts: &[Meant]) -> bool {
        match self {
            Self::Not(inner) => inner.is_slip(facts),
            Self::Any(parts) => parts.iter().any(|part| part.is_slip(facts)),
            Self::All(parts) => {
                let plain: Vec<_> = parts.iter().filter_map(|p| p.plain_choice(facts)).collect();
                let clash = |question, options: &[usize]| {
                    plain.iter().any(|(other, others)| {
                        *other == question && !others.iter().any(|o| options.contains(o))
                    })
                };
                plain
                    .iter()
                    .any(|(question, options)| clash(*question, options))
                    || parts.iter().any(|part| part.is_slip(facts))
            }
            _ => false,
        }
    }
}

fn some(dice: &mut Dice, facts: usize, depth: usize) -> Meant {
    let several = |dice: &mut Dice| {
        let count = 2 + dice.below(2);
        (0..count).map(|_| some(dice, facts, depth - 1)).collect()
    };
    match dice.below(if depth == 0 { 4 } else { 10 }) {
        4 | 5 => Meant::All(several(dice)),
        6 | 7 => Meant::Any(several(dice)),
        8 | 9 => Meant::Not(Box::new(some(dice, facts, depth - 1))),
        3 if facts > 0 => Meant::Fact(dice.below(facts)),
        2 => number(dice),
        _ => {
            let question = dice.below(3);
            let count = [WHO.len(), STATE.len(), WHERE.len()][question];
            let mut options: Vec<usize> = (0..count).filter(|_| dice.below(3) == 0).collect();
            if options.is_empty() {
                options.push(dice.below(count));
            }
            Meant::Chosen(question, options)
        }
    }
}

fn number(dice: &mut Dice) -> Meant {
    let question = 3 + dice.below(2);
    let range = if question == 3 { AGES } else { HEADS };
    let mut within = || {
        let offset = dice.below(usize::try_from(range.end() - range.start() + 1).expect("small"));
        range.start() + i64::try_from(offset).expect("small")
    };
    let (one, other) = (within(), within());
    let operator = ["<", "<=", ">", ">=", "..", ""][dice.below(6)];
    Meant::Number(question, operator, one.min(other), one.max(other))
}

/// A full answer to every question, all of them.
fn situations() -> Vec<Vec<Answer>> {
    let mut all = Vec::new();
    for who in 0..WHO.len() {
        for bits in 0..1usize << STATE.len() {
            let state: Vec<usize> = (0..STATE.len()).filter(|at| bits >> at & 1 == 1).collect();
            for place in 0..WHERE.len() {
                for age in AGES {
                    for heads in HEADS {
                        all.push(vec![
                            Answer::Choice(who),
                            Answer::Multi(state.clone()),
                            Answer::Choice(place),
                            Answer::Number(age),
                            Answer::Number(heads),
                        ]);
                    }
                }
            }
        }
    }
    all
}

/// The conditions of one guide: some with names, and those of its notes, none of which always or never holds.
fn conditions(dice: &mut Dice, situations: &[Vec<Answer>]) -> (Vec<Meant>, Vec<Meant>) {
    let mut facts: Vec<Meant> = Vec::new();
    while facts.len() < 6 {
        let fact = some(dice, facts.len(), 2);
        if !fact.is_slip(&facts) {
            facts.push(fact);
        }
    }
    let mut notes = Vec::new();
    while notes.len() < NOTES {
        let depth = dice.below(5);
        let note = some(dice, facts.len(), depth);
        let truths = || situations.iter().map(|answers| note.holds(&facts, answers));
        if !note.is_slip(&facts) && truths().any(|holds| holds) && truths().any(|holds| !holds) {
            notes.push(note);
        }
    }
    (facts, notes)
}

fn guide(base: &str, code: &str, facts: &[Meant], notes: &[Meant]) -> String {
    let (head, _) = base.split_once("问题:\n").expect("the base's guide asks");
    let mut text = head.replace("编号: a07", &format!("编号: {code}"));
    text = text.replace("标题: 高龄津贴", &format!("标题: 事项{code}"));
    let options = |names: &[&str]| {
        let quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
        quoted.join(", ")
    };
    let _ = write!(
        text,
        "问题:\n  给谁办: {{问: 给谁办？, 选项: [{}]}}\n  情况: {{问: 有哪些？, 类型: 多选, 选项: [{}]}}\n  户籍: {{问: 在哪里？, 选项: [{}]}}\n",
        options(&WHO),
        options(&STATE),
        options(&WHERE)
    );
    let _ = write!(
        text,
        "  年龄: {{问: 多大？, 类型: 数字, 单位: 周岁, 最小: {}, 最大: {}}}\n  人数: {{问: 几个？, 类型: 数字, 最小: {}, 最大: {}}}\n事实:\n",
        AGES.start(),
        AGES.end(),
        HEADS.start(),
        HEADS.end()
    );
    for (at, fact) in facts.iter().enumerate() {
        let _ = writeln!(text, "  说法{at}: {}", fact.yaml());
    }
    text.push_str("材料:\n  - {用: 身份证, 谁的: 老人, 原件: 1}\n步骤:\n  - {名称: 受理}\n结果: 好了\n注意:\n");
    for (at, note) in notes.iter().enumerate() {
        let _ = writeln!(text, "  - {{当: {}, 说明: 注意{at}}}", note.yaml());
    }
    text.push_str("---\n");
    text
}

/// Its translation: enough to give the conditions English names as treacherous as the Chinese ones.
fn translation(facts: usize) -> String {
    let mut text = "---\n核对日期: 2026-11-01\n译文:\n".to_owned();
    let names = [
        ("给谁办", "For whom"),
        ("情况", "Situation"),
        ("户籍", "Registered"),
        ("年龄", "Age"),
        ("人数", "Heads"),
        ("周岁", "years"),
        (WHO[0], "old person or child"),
        (WHO[1], "old person"),
        (WHO[2], "child"),
        (WHO[3], "old person, and child"),
        (STATE[0], "allowance"),
        (STATE[1], "did not choose allowance"),
        (STATE[2], "has a “second or third” card"),
        (STATE[3], "first; second"),
        (WHERE[0], "not elsewhere"),
        (WHERE[1], "elsewhere"),
    ];
    for (words, english) in names {
        let _ = writeln!(text, "  {words}: \"{english}\"");
    }
    for at in 0..facts {
        let _ = writeln!(text, "  说法{at}: \"case {at}\"");
    }
    text.push_str("---\n");
    text
}

#[test]
fn random_conditions_are_read_back_as_they_are_meant() {
    let content = TempDir::new("words");
    let cases = tools::workspace().join("tests/cases");
    copy_folder(&cases.join("base"), content.path());
    copy_folder(&cases.join("good/english/in"), content.path());
    let site = content.path().join("site.yaml");
    let yaml = fs::read_to_string(&site).expect("the base has a site");
    fs::write(&site, yaml.replace("语言: [zh]", "语言: [zh, en]")).expect("writable");
    let base = fs::read_to_string(content.path().join("matters/elderly/gao-ling.md"));
    let base = base.expect("the base has a guide");
    let situations = situations();
    let mut dice = Dice::new(20_261_125);
    let mut made = Vec::new();
    for number in 0..GUIDES {
        let (facts, notes) = conditions(&mut dice, &situations);
        let code = format!("z{number:02}");
        let path = content.path().join(format!("matters/{code}"));
        fs::write(
            path.with_extension("md"),
            guide(&base, &code, &facts, &notes),
        )
        .expect("writable");
        fs::write(path.with_extension("en.md"), translation(facts.len())).expect("writable");
        made.push((code, facts, notes));
    }
    let site = Site::build_with(content.path(), &["--no-print"]);
    let (mut read, mut lists, mut named) = (0, 0, 0);
    for (code, facts, notes) in &made {
        for page in [format!("dong/{code}.html"), format!("dong/en/{code}.html")] {
            let html = site.text(&page);
            let document = Document::parse(&html);
            let reader = Reader::of(&document);
            lists += document.with("data-words").count();
            named += document.with("data-term").count();
            for (at, note) in notes.iter().enumerate() {
                let at = at.to_string();
                let mut items = document.with("data-item");
                let item = items.find(|item| item.attribute("data-item") == Some(&at));
                let said = reader.condition(&item.expect("every note is there"));
                let said = said.unwrap_or_else(|fault| panic!("{page}: {}: {fault}", note.yaml()));
                let misread = situations
                    .iter()
                    .find(|answers| note.holds(facts, answers) != said.holds(answers));
                assert_eq!(misread, None, "{page}: {} read as {said:?}", note.yaml());
                read += 1;
            }
        }
    }
    println!("{read} conditions read back, {lists} of them lists, {named} names explained");
    assert!(read >= 4_000 && lists > 100 && named > 20);
}
