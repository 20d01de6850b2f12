//! First this, then that: a matter of the plan on whose result another one depends.

use onetrip_tests::server::{Options, Server};
use onetrip_tests::webdriver::Session;
use serde_json::{Value, json};

use crate::page::{Page, at_home, browser, case_site, confirm, console_errors};

/// What is seen of it: the ways to what comes first and what can be added, row by row; the order; what is said of the trip.
const SEEN: &str = "
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const texts = (selector, within) => all(selector, within).filter((node) => node.getClientRects().length).map((node) => node.textContent.trim());
  return {
    chosen: texts('#chosen-matters .matter-link'),
    firsts: all('#list .line[data-name]').map((line) => [line.dataset.name, texts(':scope > .first', line), texts(':scope > p > [data-do=add]', line)]).filter(([, ...said]) => said.some((some) => some.length)),
    order: texts('#order-rows > p'),
    once: texts('#trip-rows li').some((text) => text.includes('同一个地方')),
  };";

fn seen(session: &Session) -> Value {
    session.execute(SEEN, &[])
}

/// The plan of these matters, confirmed; none of them asks anything.
fn open(session: &Session, server: &Server, codes: &str) -> Value {
    session.open("about:blank");
    let page = Page::open(session, &server.url(&format!("dong/plan.html#{codes}")));
    confirm(session);
    page.wait_until("the list", |state| state.state() == "finished");
    seen(session)
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn what_comes_first_can_be_added_and_then_it_takes_two_trips() {
    let site = case_site("plan-order");
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let session = browser();
    let alone = open(&session, &server, "f03");
    let first = |paper, matter| {
        json!([
            paper,
            [format!("没有？先办“{matter}”")],
            [format!("把“{matter}”也加进来")]
        ])
    };
    assert_eq!(
        alone["firsts"],
        json!([first("甲证", "甲事"), first("乙证", "乙事")])
    );
    assert_eq!(
        (&alone["order"], &alone["chosen"]),
        (&json!([]), &json!(["丙事"]))
    );

    session.find_visible("[data-do=add][value=f01]").click();
    let both = session.wait("the matter in the trip", || {
        Some(seen(&session))
            .filter(|now| now["chosen"].as_array().is_some_and(|all| all.len() == 2))
    });
    let way = json!(["甲证", ["没有？先办“甲事”"], []]);
    assert_eq!(
        both["firsts"],
        json!([way, first("乙证", "乙事")]),
        "nothing to add any more"
    );
    let order = [
        "手里没有甲证的：先办“甲事”（承诺 10 个工作日内办好），拿到甲证，再来办丙事。",
        "要等的先办，一共要跑 2 趟。手里已经有的，一趟就行。",
    ];
    assert_eq!(both["order"], json!(order));
    assert_eq!(both["once"], false, "not all is done in one visit");

    // It goes along when the list is sent to somebody.
    let script = "let said = ''; navigator.clipboard.writeText = (text) => { said = text; return Promise.resolve(); };
      document.querySelector('[data-keep=text]').click(); return said;";
    let text = session.execute(script, &[]);
    let text = text.as_str().unwrap_or_default();
    assert!(
        order.iter().all(|sentence| text.contains(sentence)),
        "{text}"
    );
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn trips_are_counted_along_the_longest_chain() {
    let site = case_site("plan-order");
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let session = browser();
    let chain = open(&session, &server, "f05+f03+f01");
    let order = chain["order"].as_array().cloned().unwrap_or_default();
    assert_eq!(order.len(), 3, "{order:?}");
    assert_eq!(
        order[2],
        "要等的先办，一共要跑 3 趟。手里已经有的，一趟就行。"
    );
    // What is done on the spot needs no second trip.
    let spot = open(&session, &server, "f03+f02");
    assert_eq!(
        spot["order"],
        json!(["手里没有乙证的：先办“乙事”，当场就能办好，拿到乙证接着办丙事。"])
    );
    assert_eq!(spot["once"], true);
    // A choice leaves another way: it tells what comes first, and takes nobody's second trip for granted.
    let choice = open(&session, &server, "f04+f01");
    assert_eq!(choice["order"], json!([]));
    assert_eq!(
        choice["firsts"],
        json!([["甲证", ["没有？先办“甲事”"], []]])
    );
    assert_eq!(choice["once"], true);
}
