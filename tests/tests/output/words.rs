//! Random conditions, written as an author writes them, built, and read back from the pages' words in both languages: the
//! words hold in exactly the situations in which the condition does, and so do the rules that the page carries. Many compare with local
//! facts: each community has its own numbers in words and in rules, and those with equal numbers have equal rules.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use onetrip_tests::html::Document;
use onetrip_tests::site::{Site, copy_folder};
use onetrip_tests::situations::{Dice, decoded};
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;
use onetrip_tests::words::Reader;
use onetrip_widget::rules::{Answer, RuleBook, Session, Status};
use serde_json::Value;

use crate::meant::{
    AGES, HEADS, Locals, Meant, PLACES, STATE, WHERE, WHO, conditions, is_stopped, situations,
    tenths,
};

const GUIDES: usize = 40;
const NOTES: usize = 55;

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
        "  年龄: {{问: 多大？, 类型: 数字, 单位: 周岁, 最小: {}, 最大: {}}}\n  人数: {{问: 几个？, 类型: 数字, 小数: 1, 最小: {}, 最大: {}}}\n事实:\n",
        AGES.start(),
        AGES.end(),
        tenths(*HEADS.start()),
        tenths(*HEADS.end())
    );
    for (at, fact) in facts.iter().enumerate() {
        let _ = writeln!(text, "  说法{at}: {}", fact.yaml());
    }
    text.push_str("中止:\n  - {当: {年龄: \"< {{数0}}\"}, 标题: 太小, 说明: \"满 {{数0}} 再来。\", 电话: \"12345\"}\n情形:\n  - {名称: 处处, 答: {年龄: 0}, 中止: 太小}\n");
    for [first, ..] in PLACES {
        let last = first - 1;
        let _ = writeln!(
            text,
            "  - {{名称: 不满 {first}, 当地: {{数0: {first}}}, 答: {{年龄: {last}}}, 中止: 太小}}"
        );
    }
    text.push_str("材料:\n  - {用: 身份证, 谁的: 老人, 原件: 1}\n步骤:\n  - {名称: 受理}\n结果: 好了\n注意:\n");
    for (at, note) in notes.iter().enumerate() {
        let _ = writeln!(text, "  - {{当: {}, 说明: 注意{at}}}", note.yaml());
    }
    text.push_str("---\n数一：{{数0}}；数二：{{数1}}；数三：{{数2}}。\n");
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
    text.push_str("---\nOne: {{数0}}; two: {{数1}}; three: {{数2}}.\n");
    text
}

/// The communities with the numbers of their local facts; the last has those of the first.
const COMMUNITIES: [(&str, Locals); 4] = [
    ("dong", PLACES[0]),
    ("xi", PLACES[1]),
    ("nan", PLACES[2]),
    ("bei", PLACES[0]),
];

/// A content folder with the communities and no guide but the base's.
fn place_folder(folder: &Path) {
    let cases = tools::workspace().join("tests/cases");
    copy_folder(&cases.join("base"), folder);
    copy_folder(&cases.join("good/english/in"), folder);
    let change = |file: &str, change: &dyn Fn(String) -> String| {
        let path = folder.join(file);
        let text = fs::read_to_string(&path).expect("the base has it");
        fs::write(path, change(text)).expect("writable");
    };
    change("site.yaml", &|text| {
        // What a community says counts before what the region says.
        let facts = "地方事实:\n  数0: {值: 7, 单位: 周岁}\n  数1: 1";
        let text = text.replace("语言: [zh]", "语言: [zh, en]");
        text.replace("地方事实:", facts)
    });
    change("site.en.yaml", &|text| format!("{text}\n周岁: years\n"));
    let communities = folder.join("communities");
    for copy in ["nan", "bei"] {
        let from = communities.join("xi.yaml");
        fs::copy(from, communities.join(format!("{copy}.yaml"))).expect("writable");
    }
    for (community, [first, second, third]) in COMMUNITIES {
        change(&format!("communities/{community}.yaml"), &|text| {
            let (head, _) = text.split_once("地方事实:").unwrap_or((&text, ""));
            format!(
                "{head}地方事实:\n  津贴标准: 5 元\n  数0: {{值: {first}, 单位: 周岁}}\n  数1: {second}\n  数2: {{值: {}}}\n",
                tenths(third)
            )
        });
    }
}

/// The rules that a page carries hold each note in the same situations as the test does.
fn rules_hold(page: &Document, facts: &[Meant], notes: &[Meant], locals: &Locals) -> Vec<u8> {
    let mut elements = page.elements();
    let wizard = elements.find(|one| one.attribute("id") == Some("wizard"));
    let rules = wizard
        .and_then(|one| one.attribute("data-rules"))
        .map(decoded);
    let rules = rules.expect("the page carries rules");
    let mut session = Session::new(RuleBook::from_bytes(&rules).expect("sound rules"));
    // Each of them costs some work; a step that meets every answer to every question.
    for answers in situations().into_iter().step_by(13) {
        session.replace(answers.clone());
        let stopped = is_stopped(locals, &answers);
        assert_eq!(
            session.stop(),
            stopped.then_some(0),
            "{answers:?} {locals:?}"
        );
        if stopped {
            continue;
        }
        for (at, note) in notes.iter().enumerate() {
            let needed = session.status(at) == Status::Needed;
            assert_eq!(
                needed,
                note.holds(facts, locals, &answers),
                "{}: {answers:?} {locals:?}",
                note.yaml()
            );
        }
    }
    rules
}

#[test]
fn random_conditions_are_read_back_as_they_are_meant() {
    let content = TempDir::new("words");
    place_folder(content.path());
    let base = fs::read_to_string(content.path().join("matters/elderly/gao-ling.md"));
    let base = base.expect("the base has a guide");
    let situations = situations();
    let mut dice = Dice::new(20_261_125);
    let mut made = Vec::new();
    for number in 0..GUIDES {
        let (facts, notes) = conditions(&mut dice, &situations, NOTES);
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
        let mut books = Vec::new();
        for (community, locals) in COMMUNITIES {
            for folder in [community.to_owned(), format!("{community}/en")] {
                let page = format!("{folder}/{code}.html");
                let document = Document::parse(&site.text(&page));
                let rules = rules_hold(&document, facts, notes, &locals);
                let data: Value =
                    serde_json::from_str(&site.text(&format!("{folder}/data/{code}.json")))
                        .expect("JSON");
                let in_data = data["rules"].as_str().map(decoded);
                assert_eq!(
                    in_data.as_ref(),
                    Some(&rules),
                    "{page}: page and data carry the same rules"
                );
                let [first, second, third] = locals;
                let third = tenths(third);
                let said = if folder == community {
                    format!("数一：{first} 周岁；数二：{second}；数三：{third}。")
                } else {
                    format!("One: {first} years; two: {second}; three: {third}.")
                };
                assert!(
                    document.elements().any(|one| one.text().trim() == said),
                    "{page}: {said}"
                );
                books.push(rules);
                // Words in every place; each condition of them in one, and in another language.
                if community == "bei" {
                    continue;
                }
                let reader = Reader::of(&document);
                let stop = document.with("data-stop").next().expect("a stop");
                let stop = reader.condition(&stop).expect("words of the stop");
                let is_read =
                    |answers: &Vec<Answer>| stop.holds(answers) == is_stopped(&locals, answers);
                assert!(situations.iter().all(is_read), "{page}: {stop:?}");
                lists += document.with("data-words").count();
                named += document.with("data-term").count();
                for (at, note) in notes.iter().enumerate() {
                    let at = at.to_string();
                    let mut items = document.with("data-item");
                    let item = items.find(|item| item.attribute("data-item") == Some(&at));
                    let said = reader.condition(&item.expect("every note is there"));
                    let said =
                        said.unwrap_or_else(|fault| panic!("{page}: {}: {fault}", note.yaml()));
                    let misread = situations
                        .iter()
                        .find(|answers| note.holds(facts, &locals, answers) != said.holds(answers));
                    assert_eq!(misread, None, "{page}: {} read as {said:?}", note.yaml());
                    read += 1;
                }
            }
        }
        // Two languages of a place, and places with equal numbers, share one book.
        for (one, other) in [(0, 1), (2, 3), (4, 5), (0, 6), (0, 7)] {
            assert!(books[one] == books[other], "{code}: {one} and {other}");
        }
        assert!(books[0] != books[2] && books[2] != books[4], "{code}");
    }
    println!("{read} conditions read back, {lists} of them lists, {named} names explained");
    assert!(read >= 12_000 && lists > 300 && named > 60);
}
