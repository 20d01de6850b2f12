//! Random conditions on dates and on the day of the visit, written as an author writes them, built, and read back from the pages' words
//! in both languages: the words hold for exactly those days on which the rules do that the page carries.

use std::fmt::Write as _;
use std::fs;

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use onetrip_tests::html::Document;
use onetrip_tests::site::{Site, copy_folder};
use onetrip_tests::situations::{Dice, decoded};
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;
use onetrip_tests::words::Reader;
use onetrip_widget::rules::{Answer, RuleBook, Session, Status};

const NOTES: usize = 4;
const GUIDES: usize = 24;

/// Around which conditions are made.
const DAYS: [Date; 6] = [
    date(2024, 2, 29),
    date(2025, 12, 31),
    date(2026, 2, 28),
    date(2026, 11, 25),
    date(2027, 3, 1),
    date(2028, 2, 29),
];

const YEARS: [&str; 7] = [
    "今年",
    "去年",
    "前年",
    "今年或去年",
    "今年、去年或前年",
    "去年或更早",
    "前年或更早",
];

fn near(dice: &mut Dice) -> Date {
    let off = i64::try_from(dice.below(5)).expect("few") - 2;
    DAYS[dice.below(DAYS.len())] + off.days()
}

fn calendar(dice: &mut Dice) -> String {
    let (one, other) = (near(dice), near(dice));
    let (from, to) = (one.min(other), one.max(other));
    match dice.below(7) {
        0 => format!("\">= {one}\""),
        1 => format!("\"<= {one}\""),
        2 => format!("\"> {one}\""),
        3 => format!("\"< {one}\""),
        4 => format!("\"{one}\""),
        5 => format!("\"..{one}\""),
        _ => format!("\"{from}..{to}\""),
    }
}

fn age(dice: &mut Dice) -> String {
    let n = 1 + dice.below(3);
    let unit = ["周岁", "年", "个月", "天"][dice.below(4)];
    match dice.below(4) {
        0 => format!("满 {n} {unit}"),
        1 => format!("不满 {n} {unit}"),
        2 => format!("{n} {unit}内"),
        _ => format!("超过 {n} {unit}"),
    }
}

fn condition(dice: &mut Dice, depth: usize) -> String {
    match [0, 1, 2, 3, 7, 4, 5, 6][dice.below(if depth > 1 { 5 } else { 8 })] {
        0 => format!("{{来的日子: {}}}", calendar(dice)),
        1 => format!("{{出生日期: {}}}", calendar(dice)),
        2 | 3 => format!("{{出生日期: {}}}", age(dice)),
        7 => format!("{{出生日期: {}}}", YEARS[dice.below(YEARS.len())]),
        4 => format!("{{非: {}}}", condition(dice, depth + 1)),
        5 => format!(
            "{{任一: [{}, {}]}}",
            condition(dice, depth + 1),
            condition(dice, depth + 1)
        ),
        _ => format!(
            "{{都: [{}, {}]}}",
            condition(dice, depth + 1),
            condition(dice, depth + 1)
        ),
    }
}

fn guide(base: &str, code: &str, dice: &mut Dice) -> String {
    let (head, _) = base.split_once("问题:\n").expect("the base's guide asks");
    let mut text = head.replace("编号: a07", &format!("编号: {code}"));
    text = text.replace("标题: 高龄津贴", &format!("标题: 事项{code}"));
    text.push_str("问题:\n  出生日期: {问: 哪天出生？, 类型: 日期, 最早: 2020-01-01}\n材料:\n  - {用: 身份证, 谁的: 老人, 原件: 1}\n步骤:\n  - {名称: 受理}\n结果: 好了\n注意:\n");
    for note in 0..NOTES {
        // Neither always nor never, whatever the dice say.
        let _ = writeln!(
            text,
            "  - {{当: {{任一: [{{来的日子: 2030-01-01}}, {{都: [{}, {{来的日子: \"..2029-12-31\"}}]}}]}}, 说明: 注意{note}}}",
            condition(dice, 0)
        );
    }
    text.push_str("---\n");
    text
}

#[test]
fn the_words_of_dates_say_what_the_rules_do() {
    let dir = TempDir::new("dates");
    let content = dir.path().join("content");
    copy_folder(&tools::workspace().join("tests/cases/base"), &content);
    let path = content.join("matters/elderly/gao-ling.md");
    let base = fs::read_to_string(&path).expect("the base has it");
    let site = content.join("site.yaml");
    let both = fs::read_to_string(&site)
        .expect("the base has it")
        .replace("语言: [zh]", "语言: [zh, en]");
    fs::write(&site, both).expect("it can be written");
    let mut dice = Dice::new(77);
    for number in 0..GUIDES {
        let code = format!("r{number:02}");
        fs::write(
            content.join(format!("matters/{code}.md")),
            guide(&base, &code, &mut dice),
        )
        .expect("it can be written");
        let english = "---\n核对日期: 2026-11-01\n译文:\n  出生日期: Born\n---\n";
        fs::write(content.join(format!("matters/{code}.en.md")), english)
            .expect("it can be written");
    }
    let site = Site::build_with(&content, &["--no-print"]);
    let (mut checked, mut held) = (0, 0);
    for number in 0..GUIDES {
        for page in [
            format!("dong/r{number:02}.html"),
            format!("dong/en/r{number:02}.html"),
        ] {
            let document = Document::parse(&site.text(&page));
            let wizard = document
                .elements()
                .find(|one| one.attribute("id") == Some("wizard"));
            let rules = decoded(
                wizard
                    .and_then(|wizard| wizard.attribute("data-rules"))
                    .expect("rules"),
            );
            let book = RuleBook::from_bytes(&rules).expect("they are sound");
            let reader = Reader::of(&document);
            let notes = document
                .with("data-item")
                .filter(|one| one.descendants().any(|inner| inner.has_class("when")));
            let said = notes.map(|note| {
                let item = note
                    .attribute("data-item")
                    .and_then(|item| item.parse::<usize>().ok())
                    .expect("an item");
                let words = reader
                    .condition(&note)
                    .unwrap_or_else(|fault| panic!("{page}: {fault}"));
                (item, words)
            });
            let said: Vec<_> = said.collect();
            assert!(!said.is_empty(), "{page}");
            let mut session = Session::new(book);
            for visit in DAYS
                .into_iter()
                .flat_map(|day| (-1..=1).map(move |off| day + off.days()))
            {
                let number = |day: Date| i64::from((day - date(1970, 1, 1)).get_days());
                session.visit(Some(number(visit)));
                let back = [
                    0_i64, 1, 2, 3, 28, 29, 30, 31, 32, 58, 59, 60, 61, 89, 90, 91, 92, 93,
                ];
                let years = [1_i64, 2, 3]
                    .into_iter()
                    .flat_map(|years| (-2..=2).map(move |off| years * 365 + off));
                for days in back.into_iter().chain(years) {
                    let born = visit - days.days();
                    if born < date(2020, 1, 1) {
                        continue;
                    }
                    let answers = [Answer::Number(number(born))];
                    session.replace(answers.to_vec());
                    for (item, words) in &said {
                        let holds = words.holds_on(&answers, visit);
                        let expected = if holds {
                            Status::Needed
                        } else {
                            Status::NotNeeded
                        };
                        assert_eq!(
                            session.status(*item),
                            expected,
                            "{page} born {born}, comes {visit}: {words:?}"
                        );
                        checked += 1;
                        held += usize::from(holds);
                    }
                }
            }
        }
    }
    assert!(
        checked > 50_000 && held > checked / 10 && held < checked - checked / 10,
        "{checked} {held}"
    );
}
