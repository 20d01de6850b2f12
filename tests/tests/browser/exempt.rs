//! Papers that need not be brought: what the screen says, held against what the guides of `cases/good/exempt` say.

use onetrip_tests::server::{Options, Server};
use onetrip_tests::webdriver::Session;
use serde_json::{Value, json};

use crate::keep::{CATCH, caught, press};
use crate::page::{ALLOWANCE, Page, at_home, browser, case_site, confirm, console_errors, whole};

/// What is seen of them: the name, the word that each wears, and everything else that is said of it.
const EXEMPTS: &str = "
  const seen = (node) => node.getClientRects().length > 0;
  const texts = (node, selector) => Array.from(node.querySelectorAll(selector)).filter((inner) => seen(inner) && !inner.closest('figure')).map((inner) => inner.textContent.trim());
  return Array.from(document.querySelectorAll('.exempt')).filter(seen)
    .map((node) => [node.dataset.name, texts(node, '.tag').join(' '), texts(node, 'p:not(.tag)').join(' ')]);";

/// Why each row of the plan is on the list.
const REASONS: &str = "
  return Array.from(document.querySelectorAll('#list .lines > .line')).filter((node) => node.getClientRects().length)
    .map((node) => [node.dataset.name, node.querySelector(':scope > .why').textContent]);";

const PROMISE: &str = "承诺书写明您的情况属实，由您本人签名。 承诺的不是真的，办好的要撤销，还会记进信用记录。 不想签的，把这份材料带来也行。";

fn exempts(session: &Session) -> Value {
    whole(session, EXEMPTS, &[])
}

/// The names, with the word that each wears.
fn names(session: &Session) -> Vec<String> {
    let all = exempts(session);
    let all = all.as_array().into_iter().flatten();
    all.map(|one| {
        let word = |at: usize| one[at].as_str().unwrap_or_default();
        format!("{} {}", word(0), word(1))
    })
    .collect()
}

fn spouse() -> Value {
    json!([
        "身份证（配偶）",
        "不用带",
        "窗口自己调出电子证照。 纸的不用带，手机上的也不用出示。"
    ])
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn before_any_answer_each_stands_with_its_condition_and_nowhere_else() {
    let site = case_site("exempt");
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let session = browser();
    let page = Page::open(&session, &server.url(ALLOWANCE));
    assert_eq!(
        exempts(&session),
        json!([
            [
                "户口簿（老人）",
                "可能不用带",
                "窗口在网上查。 什么时候不用带 户籍：选了“本区”"
            ],
            [
                "低保证",
                "可能不用带",
                "窗口自己核对。 什么时候不用带 情况：选了“低保”"
            ],
            spouse(),
            [
                "收入证明",
                "可能不用带",
                format!(
                    "签一张承诺书代替。 什么时候不用带 户籍：选了“外地” {PROMISE} 街道也有空白的承诺书。"
                )
            ],
        ])
    );
    let promise = session.execute(
        "return document.querySelector('.exempt figure a').getAttribute('href')",
        &[],
    );
    assert_eq!(promise, json!("../files/promise.pdf"));
    let begun = page.state();
    let listed: Vec<&str> = ["always", "needed", "depends"]
        .iter()
        .flat_map(|status| begun.lines(status))
        .collect();
    let spared = ["户口簿（老人）", "低保证", "身份证（配偶）", "收入证明"];
    assert!(
        spared.iter().all(|name| !listed.contains(name)),
        "{listed:?}"
    );
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn what_need_not_be_brought_is_told_while_it_may_be_so_and_never_counted() {
    let site = case_site("exempt");
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let session = browser();
    session.before_every_page(CATCH);
    let page = Page::open(&session, &server.url(ALLOWANCE));
    page.choose("本人");
    page.number("85");
    page.choose("本区");
    assert_eq!(
        names(&session),
        [
            "户口簿（老人） 不用带",
            "低保证 可能不用带",
            "身份证（配偶） 不用带"
        ]
    );
    page.choose("残疾");
    let end = page.state();
    assert_eq!(end.lines("always"), ["身份证（老人）"]);
    assert_eq!(end.lines("needed"), ["残疾证"]);
    assert_eq!(end.text("summary"), "一共要带 2 样");
    assert_eq!(
        exempts(&session),
        json!([
            [
                "户口簿（老人）",
                "不用带",
                "窗口在网上查。 因为您答了：户籍是“本区”"
            ],
            spouse()
        ])
    );

    // Nothing to tick off: with the two in the bag everything is.
    assert_eq!(session.find_all(".exempt input").len(), 0);
    for tick in session.find_all("#list .line:not([hidden]) .tick .choice") {
        tick.bring_to_the_middle();
        tick.click();
    }
    let packed = session.find_visible("#packed").text();
    assert!(packed.starts_with("2 样都装好了"), "{packed}");
    press(&session, "text");
    let text = caught(&session, "text");
    let told = [
        "不用带：户口簿（老人）（窗口在网上查）",
        "不用带：身份证（配偶）（窗口自己调出电子证照）",
        "   纸的不用带，手机上的也不用出示。",
    ];
    assert!(text.contains(&told.join("\n")), "{text}");
    assert!(!text.contains("□ 户口簿"), "{text}");

    // 不清楚: it may be so, and it may be that the paper has to be brought.
    page.change("户籍");
    page.choose("不清楚");
    assert_eq!(
        names(&session),
        [
            "户口簿（老人） 可能不用带",
            "身份证（配偶） 不用带",
            "收入证明 可能不用带"
        ]
    );
    press(&session, "text");
    let text = caught(&session, "text");
    let told = [
        "可能不用带：户口簿（老人）（窗口在网上查）",
        "   什么时候不用带 户籍：选了“本区”",
    ];
    assert!(text.contains(&told.join("\n")), "{text}");
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn on_a_plan_a_paper_is_brought_for_the_matter_that_wants_it_and_the_row_names_who_does_not() {
    let site = case_site("exempt");
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let session = browser();
    session.before_every_page(CATCH);
    let page = Page::open(&session, &server.url("dong/plan.html#a07+c02"));
    confirm(&session);
    page.wait_until("the first question", |state| state.state() == "asking");
    page.choose("本人");
    page.number("85");
    page.choose("本区");
    page.choose("残疾");
    assert_eq!(page.state().text("summary"), "这一趟一共要带 3 样");
    assert_eq!(
        session.execute(REASONS, &[]),
        json!([
            ["身份证（老人）", "高龄津贴要"],
            ["残疾证", "高龄津贴要"],
            ["户口簿（老人）", "长寿老人登记要；高龄津贴不用它"],
        ])
    );
    assert_eq!(
        names(&session),
        ["身份证（配偶） 不用带", "收入证明 不用带", "低保证 不用带"],
        "what is brought is not told as what is not"
    );
    press(&session, "text");
    let text = caught(&session, "text");
    assert!(text.contains("□ 户口簿（老人） 原件 1、复印件 1"), "{text}");
    assert!(
        text.contains("不用带：收入证明（签一张承诺书代替）\n   长寿老人登记不用它"),
        "{text}"
    );

    // Both do without these, each in its own way and in its own words.
    page.change("户籍");
    page.choose("外地");
    page.change("情况");
    page.choose("低保");
    let all = exempts(&session);
    let said = |name: &str| {
        let entries = all.as_array().into_iter().flatten();
        let mut found = entries.filter(|one| one[0] == name);
        found.next().map(|one| one[2].clone()).unwrap_or_default()
    };
    assert_eq!(
        said("低保证"),
        json!("高龄津贴：窗口自己核对。 长寿老人登记：窗口在网上查。 高龄津贴、长寿老人登记不用它")
    );
    assert_eq!(
        said("收入证明"),
        json!(format!(
            "签一张承诺书代替。 高龄津贴、长寿老人登记不用它 {PROMISE} 高龄津贴：街道也有空白的承诺书。"
        ))
    );

    page.change("户籍");
    page.choose("不清楚");
    let reasons = session.execute(REASONS, &[]);
    let book = json!(["户口簿（老人）", "长寿老人登记要；高龄津贴可能不用它"]);
    assert!(
        reasons.as_array().is_some_and(|rows| rows.contains(&book)),
        "{reasons}"
    );
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_community_may_do_without_a_paper_and_the_same_answers_hold() {
    let site = case_site("exempt");
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let session = browser();
    let lists = ["dong", "xi"].map(|community| {
        let page = Page::open(&session, &server.url(&format!("{community}/a07.html")));
        page.choose("本人");
        page.number("85");
        page.choose("本区");
        page.choose("残疾");
        let state = page.state();
        let lines = state.all_lines().map(|line| line["name"].clone());
        (
            lines.collect::<Vec<Value>>(),
            names(&session),
            session.fragment(),
        )
    });
    let [(dong, _, answers), (xi, spared, same)] = lists;
    assert_eq!(dong, ["身份证（老人）", "残疾证"]);
    assert_eq!(xi, ["身份证（老人）"]);
    assert!(spared.contains(&"残疾证 不用带".to_owned()), "{spared:?}");
    assert_eq!(answers, same, "one rule book serves both");
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}
