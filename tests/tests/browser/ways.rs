//! Choices whose ways are more than single papers: papers that go together, a choice in a choice, a way for some people only; told
//! on the page, in the plan and in copied text.

use onetrip_tests::server::{Options, Server};
use onetrip_tests::webdriver::Session;
use serde_json::{Value, json};

use crate::keep::{CATCH, caught, press};
use crate::page::{ALLOWANCE, Page, at_home, browser, case_site, confirm, console_errors, whole};

/// The choice as it is seen: the sentence of each choice, the names of papers, conditions; what is inside is in a list of its own.
const CHOICE: &str = "
  const seen = (node) => node.getClientRects().length > 0;
  const inside = (node, selector) => Array.from(node.querySelectorAll(':scope > ' + selector)).filter(seen);
  const text = (nodes) => nodes.map((node) => node.textContent.replace(/\\s+/g, ' ').trim());
  const way = (node) => {
    const own = text(inside(node, '.line-name').concat(inside(node, '.when'), inside(node, '.pick'))).filter(Boolean);
    const from = [].concat(...inside(node, '.pick-from').map((list) => inside(list, '.line'))).map(way);
    return from.length ? own.concat([from]) : own.join(' | ');
  };
  const group = document.querySelector('#list .lines > .line--group');
  return group && seen(group) ? way(group) : null;";

fn choice(session: &Session) -> Value {
    whole(session, CHOICE, &[])
}

fn bills() -> Value {
    json!(["缴费单", "以下任选 2 种", ["水费单", "电费单", "燃气费单"]])
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn ways_are_told_and_only_those_that_count() {
    let site = case_site("choice-of-ways");
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let session = browser();
    session.before_every_page(CATCH);
    let page = Page::open(&session, &server.url(ALLOWANCE));
    let together = json!(["下面 2 样一起带", ["房产证", "户口簿"]]);
    let contract = "租房合同 | 什么时候可以用 户籍：选了“外地”";
    let all = json!(["居住证", together, bills(), contract]);
    let when = "什么时候要带 户籍：选了“本市其他区县”或“外地”";
    assert_eq!(
        choice(&session),
        json!(["户籍或居住证明", when, "以下任选 1 种", all])
    );

    page.choose("本人");
    page.number("85");
    page.choose("外地");
    page.choose("以上都没有");
    assert_eq!(page.state().text("summary"), "一共要带 2 到 3 样");
    let counting = json!(["居住证", together, bills(), "租房合同"]);
    assert_eq!(
        choice(&session),
        json!(["户籍或居住证明", "以下任选 1 种", counting]),
        "the condition holds"
    );
    press(&session, "text");
    let text = caught(&session, "text");
    let told = [
        "□ 户籍或居住证明",
        "   以下任选 1 种",
        "   ○ 居住证 原件 1",
        "   ○ 下面 2 样一起带",
        "      ○ 房产证 原件 1",
        "      ○ 户口簿 原件 1",
        "   ○ 缴费单 以下任选 2 种",
        "      ○ 水费单 原件 1",
        "      ○ 电费单 原件 1",
        "      ○ 燃气费单 复印件 1",
        "   ○ 租房合同 原件 1",
    ];
    assert!(text.contains(&told.join("\n")), "{text}");

    page.change("户籍");
    page.choose("本市其他区县");
    let counting = json!(["居住证", together, bills()]);
    assert_eq!(
        choice(&session),
        json!(["户籍或居住证明", "以下任选 1 种", counting])
    );
    press(&session, "text");
    assert!(!caught(&session, "text").contains("租房合同"));

    page.change("户籍");
    page.choose("不清楚");
    press(&session, "text");
    let text = caught(&session, "text");
    assert!(
        text.contains("   ○ 租房合同 原件 1\n      什么时候可以用 户籍：选了“外地”"),
        "{text}"
    );
    page.change("户籍");
    page.choose("本区");
    assert_eq!(choice(&session), Value::Null);
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn on_a_plan_a_choice_keeps_its_ways_and_papers_that_are_brought_together_serve_it() {
    let site = case_site("choice-of-ways");
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let session = browser();
    session.before_every_page(CATCH);
    let page = Page::open(&session, &server.url("dong/plan.html#a07"));
    confirm(&session);
    page.wait_until("the first question", |state| state.state() == "asking");
    page.choose("本人");
    page.number("85");
    page.choose("不清楚");
    page.choose("以上都没有");
    let together = json!(["下面 2 样一起带", ["房产证", "户口簿"]]);
    let open = "租房合同 | 什么时候可以用 户籍：选了“外地”";
    assert_eq!(
        choice(&session),
        json!([
            "户籍或居住证明",
            "以下任选 1 种",
            ["居住证", together, bills(), open]
        ])
    );
    assert_eq!(
        page.state().text("summary"),
        "这一趟一共要带 2 到 3 样：必带 1 · 可能要带 1 到 2"
    );
    page.change("户籍");
    page.choose("外地");
    assert_eq!(
        choice(&session),
        json!([
            "户籍或居住证明",
            "以下任选 1 种",
            ["居住证", together, bills(), "租房合同"]
        ])
    );
    press(&session, "text");
    let text = caught(&session, "text");
    assert!(
        text.contains("   ○ 下面 2 样一起带\n      ○ 房产证 原件 1\n      ○ 户口簿 原件 1\n"),
        "{text}"
    );

    // The other matter wants deed and register by name.
    let page = Page::open(&session, &server.url("dong/plan.html#a07+b01"));
    confirm(&session);
    page.wait_until("the first question", |state| state.state() == "asking");
    page.choose("本人");
    page.number("85");
    page.choose("外地");
    page.choose("以上都没有");
    assert_eq!(choice(&session), Value::Null, "nothing is left to choose");
    let rows = "return Array.from(document.querySelectorAll('#list .lines > .line')).map((node) => node.dataset.name + ' ' + node.querySelector(':scope > .serves').textContent);";
    let rows = session.execute(rows, &[]);
    let names: Vec<&str> = rows
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    for paper in ["房产证", "户口簿"] {
        let row = names.iter().find(|row| row.starts_with(paper));
        assert!(row.is_some_and(|row| row.contains("高龄津贴")), "{names:?}");
    }
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}
