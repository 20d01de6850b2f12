//! A machine in the hall: nobody finds what the last one answered, and nothing leads away.

use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::webdriver::{Browser, Session};
use serde_json::json;

use crate::accessibility::assert_accessible;
use crate::page::{browser, console_errors, go_through};

/// Lets time pass for the page at a word.
const LATER: &str = "
  const now = Date.now;
  let passed = 0;
  Date.now = () => now.call(Date) + passed;
  self.later = (seconds) => { passed += seconds * 1000; };";

fn kept(session: &Session) -> String {
    let keys =
        "return Object.keys(localStorage).filter((key) => key.startsWith('onetrip.')).join();";
    let keys = session.execute(keys, &[]);
    keys.as_str().unwrap_or_default().to_owned()
}

/// Goes through the questions of 老年优待 by hand and ticks the first paper.
fn use_it(session: &Session) {
    go_through(session, "70");
    let tick = session.find_visible("#list .lines input[type=checkbox]");
    tick.bring_to_the_middle();
    tick.click();
    assert_ne!(kept(session), "");
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn whoever_comes_next_begins_anew() {
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    session.before_every_page(LATER);
    session.viewport(1080, 1920);
    session.open(&server.url("wenyuan/index.html?kiosk"));
    session.wait_for("document.documentElement.classList.contains('kiosk')");
    // At the beginning nobody is asked whether they are there.
    session.execute("later(600);", &[]);
    session.execute_async("setTimeout(arguments[0], 1500);", &[]);
    assert_eq!(session.find_all(".kiosk-box").len(), 0);
    // The mode goes along with links.
    session.find("a[href='a02.html']").click();
    session.wait_for("location.pathname.endsWith('/a02.html') && document.documentElement.classList.contains('kiosk')");
    use_it(&session);
    assert!(session.find_visible("[data-keep=print]").is_displayed());
    assert_eq!(session.execute("return Array.from(document.querySelectorAll('[data-keep=text], [data-keep=link]')).filter((one) => one.offsetParent).length;", &[]), json!(0));
    session.execute("later(61);", &[]);
    session.wait_for("document.querySelector('.kiosk-box')");
    assert_eq!(session.find("#kiosk-title").text(), "您还在吗？");
    assert_accessible(&session, "the question whether somebody is there");
    session.find("#kiosk-stay").click();
    session.wait_for("!document.querySelector('.kiosk-box')");
    assert_eq!(
        session.execute("return document.documentElement.dataset.screen;", &[]),
        json!("finished")
    );
    session.execute("later(91);", &[]);
    session.wait_for("location.pathname.endsWith('/wenyuan/index.html') && location.search === '?kiosk' && document.documentElement.classList.contains('kiosk')");
    assert_eq!(kept(&session), "");
    // What lies behind "back" is not the last one's list.
    session.back();
    session.wait_for("location.pathname.endsWith('/wenyuan/index.html') && !location.hash && document.documentElement.classList.contains('kiosk')");
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
    session.open(&server.url("wenyuan/index.html?kiosk=off"));
    session.open(&server.url("wenyuan/a02.html"));
    session.wait_for("document.getElementById('door')");
    assert_eq!(
        session.execute(
            "return document.documentElement.classList.contains('kiosk');",
            &[]
        ),
        json!(false)
    );
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn in_chromium_nothing_leads_away() {
    nothing_leads_away(&browser());
}

#[test]
#[ignore = "needs WebKit; tests/run runs it"]
fn in_webkit_nothing_leads_away() {
    nothing_leads_away(&Session::start(Browser::WebKit));
}

fn nothing_leads_away(session: &Session) {
    let server = Server::start(&Site::demonstration().root());
    session.open(&server.url("wenyuan/c03.html?kiosk"));
    session.wait_for(
        "document.documentElement.classList.contains('kiosk') && document.getElementById('door')",
    );
    let here = session.url();
    let outside = "
      const links = Array.from(document.querySelectorAll('a[href]')).filter((link) => !link.hash || link.pathname !== location.pathname);
      return links.filter((link) => link.origin !== location.origin || /\\.(pdf|png|jpe?g)$/.test(link.pathname)).map((link) => {
        link.click();
        const said = document.getElementById('kiosk-said');
        return [link.href, said ? said.textContent : ''];
      });";
    let said = session.execute(outside, &[]);
    let said = said.as_array().cloned().unwrap_or_default();
    assert!(said.len() > 3, "{said:?}");
    for one in &said {
        let (link, text) = (
            one[0].as_str().unwrap_or_default(),
            one[1].as_str().unwrap_or_default(),
        );
        let wanted = link.strip_prefix("tel:").map_or_else(
            || "这台机器上打不开这个。".to_owned(),
            |number| format!("手机打：{number}"),
        );
        assert!(text.contains(&wanted), "{link}: {text}");
    }
    assert_eq!(session.url(), here);
}
