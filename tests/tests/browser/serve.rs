//! The preview in a browser: the open page follows the guide and keeps place and answers; what is wrong is told on it.

use onetrip_tests::preview::Preview;

use crate::page::{ALLOWANCE, Page, browser};

const GUIDE: &str = "matters/elderly/gao-ling.md";
const TOLD: &str = "document.getElementById('onetrip-findings')?.shadowRoot.querySelector('section').innerText || ''";

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_open_page_follows_and_keeps_what_was_answered() {
    let preview = Preview::start();
    let session = browser();
    let page = Page::open(&session, &format!("http://{}/{ALLOWANCE}", preview.address));
    page.choose("代办");
    page.number("85");
    page.wait_until("two answers", |state| state.texts("answers").len() == 2);
    let before = page.state();
    session.execute("scrollTo(0, 600); window.old = true;", &[]);
    let scrolled = session.execute("return scrollY", &[]);

    preview.edit(GUIDE, "标题: 高龄津贴", "标题: 高龄补贴");
    session
        .wait_for("document.querySelector('h1')?.textContent.includes('高龄补贴') && !window.old");
    page.wait_until("the answers", |state| state.texts("answers").len() == 2);
    assert_eq!(page.state().essence(), before.essence());
    session.wait("the same place", || {
        (session.execute("return scrollY", &[]) == scrolled).then_some(())
    });

    preview.edit(GUIDE, "办件:", "办牛:");
    session.wait_for(&format!("{TOLD}.includes('办牛')"));
    let told = session.execute(&format!("return {TOLD}"), &[]);
    let told = told.as_str().unwrap_or_default();
    assert!(
        told.contains("是不是想写“办件”？") && told.contains("上一次没有错的页面"),
        "{told}"
    );
    page.wait_until("the answers", |state| state.texts("answers").len() == 2);

    preview.edit(GUIDE, "办牛:", "办件:");
    session.wait_for(
        "!document.getElementById('onetrip-findings') && document.readyState === 'complete'",
    );
    page.wait_until("the answers", |state| state.texts("answers").len() == 2);
    assert_eq!(page.state().essence(), before.essence());
}
