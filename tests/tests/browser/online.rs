//! Where a matter is done online: what the screen and the copied text say of `cases/good/online`.

use onetrip_tests::server::{Options, Server};
use onetrip_tests::webdriver::Session;
use serde_json::{Value, json};

use crate::keep::{CATCH, caught, press};
use crate::page::{ALLOWANCE, Page, at_home, browser, case_site, confirm, console_errors};

/// Each way as it is seen, with what a link or a picture does.
const WAYS: &str = "
  const seen = (node) => node.getClientRects().length > 0;
  return Array.from(document.querySelectorAll('.online li')).filter(seen).map((node) => {
    const link = node.querySelector('a.online-link');
    const picture = node.querySelector('img');
    return [
      link ? [link.href, link.rel, link.target] : [],
      Array.from(node.querySelectorAll('.badge')).map((badge) => badge.textContent),
      picture ? [picture.naturalWidth > 0, picture.alt] : [],
    ];
  });";

fn ways(session: &Session) -> Value {
    session.wait("the picture", || {
        let ways = session.execute(WAYS, &[]);
        (ways[1][2][0] != false).then_some(ways)
    })
}

fn copied(session: &Session) -> String {
    press(session, "text");
    caught(session, "text")
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_website_is_a_link_that_says_it_leaves_a_mini_program_a_picture_to_press() {
    let site = case_site("online");
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let session = browser();
    session.before_every_page(CATCH);
    let page = Page::open(&session, &server.url(ALLOWANCE));
    session.execute(
        "document.querySelector('.online-picture').scrollIntoView()",
        &[],
    );
    assert_eq!(
        ways(&session),
        json!([
            [
                [
                    "https://zwfw.example.net/a?b=1&c=2",
                    "noopener noreferrer",
                    ""
                ],
                ["离开本站"],
                []
            ],
            [[], [], [true, "微信小程序“示例通”的码，长按打开"]],
            [[], [], []],
        ])
    );
    page.choose("本人");
    page.number("85");
    page.choose("本区");
    page.choose("残疾");
    let text = copied(&session);
    let line = "也能在网上办：网站“省政务服务网” https://zwfw.example.net/a?b=1&c=2；微信小程序“示例通”（在微信里搜）；手机 App“掌上示例”（在应用商店里搜）。";
    assert!(text.contains(line), "{text}");

    // Who cannot get it is not sent elsewhere for it.
    page.change("年龄");
    page.number("70");
    assert_eq!(page.state().state(), "stopped");
    let text = copied(&session);
    assert!(!text.contains("也能在网上办"), "{text}");
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_plan_says_of_each_matter_where_it_is_done_online() {
    let site = case_site("online");
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let session = browser();
    session.before_every_page(CATCH);
    let page = Page::open(&session, &server.url("dong/plan.html#c02+b01+a07"));
    confirm(&session);
    page.wait_until("the first question", |state| state.state() == "asking");
    page.choose("本人");
    page.number("85");
    page.choose("本区");
    page.choose("残疾");
    let text = copied(&session);
    let ways = "长寿老人登记也能在网上办：微信小程序“示例通”（在微信里搜）；高龄津贴也能在网上办：网站“省政务服务网” https://zwfw.example.net/a?b=1&c=2；微信小程序";
    assert!(text.contains(ways), "{text}");
    assert!(!text.contains("居住登记也能"), "{text}");
    let rows = session.execute(
        "return Array.from(document.querySelectorAll('#trip-rows li'), (row) => row.textContent)",
        &[],
    );
    let row = json!("长寿老人登记也能在网上办：微信小程序“示例通”（在微信里搜）");
    assert!(
        rows.as_array().is_some_and(|rows| rows.contains(&row)),
        "{rows}"
    );

    page.change("年龄");
    page.number("70");
    let text = copied(&session);
    assert!(!text.contains("高龄津贴也能"), "a stopped matter: {text}");
    assert!(text.contains("长寿老人登记也能在网上办"), "{text}");
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}
