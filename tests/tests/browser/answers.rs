//! Answers, Back, Change, 不清楚, and the address that keeps them: exact, on the small site.

use onetrip_tests::webdriver::{Browser, Session};

use crate::page::{ALLOWANCE, Page, base_server, browser, console_errors};

const AGENT: &str = "身份证（代办人）";
const LETTER: &str = "委托书";
const RESIDENCE: &str = "户籍或居住证明";

/// 代办, 85, 外地, 残疾.
fn answer_all(page: &Page<'_>) {
    page.choose("代办");
    page.number("85");
    page.choose("外地");
    page.choose("残疾");
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_list_follows_the_answers_and_gives_reasons() {
    let (server, session) = (base_server(), browser());
    let page = Page::open(&session, &server.url(ALLOWANCE));
    let start = page.state();
    assert_eq!(start.question(), "谁来办");
    assert_eq!(start.lines("always"), ["身份证（老人）"]);
    assert_eq!(
        start.lines("depends"),
        [AGENT, LETTER, RESIDENCE, "残疾证", "百岁照片"]
    );
    let condition = start.line(RESIDENCE, "when");
    assert!(
        condition.ends_with("户籍：选了“本市其他区县”或“外地”"),
        "{condition}"
    );

    page.choose("代办");
    let one = page.state();
    assert_eq!(
        (one.question(), one.lines("needed")),
        ("年龄", vec![AGENT, LETTER])
    );
    assert!(
        one.line(LETTER, "why").contains("谁来办是“代办”"),
        "{one:?}"
    );

    page.number("85");
    let two = page.state();
    assert_eq!(
        (two.question(), two.lines("depends")),
        ("户籍", vec![RESIDENCE, "残疾证"])
    );
    assert_eq!(two.texts("stops"), Vec::<&str>::new());

    page.choose("外地");
    page.choose("残疾");
    let end = page.state();
    assert_eq!(end.state(), "finished");
    assert_eq!(end.lines("needed"), [AGENT, LETTER, RESIDENCE, "残疾证"]);
    assert_eq!(end.lines("depends"), Vec::<&str>::new());
    assert_eq!(end.text("summary"), "一共要带 5 样");
    assert_eq!(end.texts("answers").len(), 4);
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn in_chromium_back_and_forward_lose_nothing() {
    back_and_forward_lose_nothing(&browser());
}

#[test]
#[ignore = "needs WebKit; tests/run runs it"]
fn in_webkit_back_and_forward_lose_nothing() {
    back_and_forward_lose_nothing(&Session::start(Browser::WebKit));
}

fn back_and_forward_lose_nothing(session: &Session) {
    let server = base_server();
    let page = Page::open(session, &server.url(ALLOWANCE));
    let mut states = vec![page.state().essence()];
    let steps: [&dyn Fn(); 4] = [
        &|| page.choose("代办"),
        &|| page.number("85"),
        &|| page.choose("外地"),
        &|| {
            page.choose("残疾");
        },
    ];
    for step in steps {
        step();
        states.push(page.state().essence());
    }
    let end = states.pop().expect("five states");
    // The page's own button for two steps, the browser's for the others.
    for (at, wanted) in states.iter().enumerate().rev() {
        if at >= 2 {
            page.back();
        } else {
            session.back();
        }
        let state = page.wait_until("one step back", |state| state.essence() == *wanted);
        assert_eq!(state.state(), "asking");
    }
    // The choices are still marked: going on is enough.
    for _ in 0..4 {
        let before = page.state();
        page.next();
        page.wait_until("the next question", |state| *state != before);
    }
    assert_eq!(page.state().essence(), end);
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_changed_answer_changes_only_what_hangs_on_it() {
    let (server, session) = (base_server(), browser());
    let page = Page::open(&session, &server.url(ALLOWANCE));
    answer_all(&page);
    page.change("谁来办");
    page.choose("本人");
    let state = page.state();
    assert_eq!(
        (state.state(), state.lines("needed")),
        ("finished", vec![RESIDENCE, "残疾证"])
    );
    assert_eq!(state.text("summary"), "一共要带 3 样");
    session.wait("the announcement", || {
        let said = session.find("#announce").text();
        (said.contains(AGENT) && said.contains(LETTER) && !said.contains(RESIDENCE)).then_some(())
    });
    // And the browser's Back takes the change back.
    session.back();
    session.back();
    page.wait_until("the old answer", |state| {
        state.lines("needed").contains(&LETTER)
    });
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn unsure_leaves_lines_open_and_says_so() {
    let (server, session) = (base_server(), browser());
    let page = Page::open(&session, &server.url(ALLOWANCE));
    for _ in 0..4 {
        page.choose("不清楚");
    }
    let state = page.state();
    assert_eq!(state.state(), "finished");
    assert_eq!(
        state.lines("depends"),
        [AGENT, LETTER, RESIDENCE, "残疾证", "百岁照片"]
    );
    assert!(state.line(RESIDENCE, "why").contains("户籍"), "{state:?}");
    assert_eq!(
        state.texts("stops"),
        ["还不到年龄"],
        "a stop that is still possible stays on the page"
    );
    assert!(session.find("#still-open").is_displayed());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn none_of_several_is_an_answer_and_excludes_the_others() {
    let (server, session) = (base_server(), browser());
    let page = Page::open(&session, &server.url(ALLOWANCE));
    page.choose("本人");
    page.number("100");
    page.choose("本区");
    page.next();
    assert_ne!(
        page.state().text("error"),
        "",
        "nothing marked is no answer"
    );
    page.mark("低保");
    page.mark("残疾");
    page.choose("以上都没有");
    let state = page.state();
    assert_eq!(
        (state.state(), state.lines("needed")),
        ("finished", vec!["百岁照片"])
    );
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_stop_takes_the_place_of_the_list_and_can_be_taken_back() {
    let (server, session) = (base_server(), browser());
    let page = Page::open(&session, &server.url(ALLOWANCE));
    page.choose("本人");
    page.number("79");
    let state = page.state();
    assert_eq!(
        (state.state(), state.texts("stops")),
        ("stopped", vec!["还不到年龄"])
    );
    assert_eq!(state.all_lines().count(), 0);
    let instead = session.find_visible("[data-stop] a.matter-link");
    assert_eq!(instead.text(), "居住登记");
    let back = page.back();
    assert_eq!((back.question(), back.all_lines().count()), ("年龄", 4));
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn numbers_are_read_as_people_type_them() {
    let (server, session) = (base_server(), browser());
    let page = Page::open(&session, &server.url(ALLOWANCE));
    page.choose("本人");
    let mut hints = Vec::new();
    for wrong in ["八十五", "-1", "131", "80.5", "99999999999999999999"] {
        page.number(wrong);
        let state = page.state();
        assert_eq!(state.question(), "年龄", "{wrong} is no age");
        assert_ne!(state.text("error"), "", "{wrong}");
        hints.push(state.text("error").to_owned());
    }
    assert_ne!(hints[1], hints[2], "too small and too large are told apart");
    page.number(" ８５ 周岁 ");
    let state = page.state();
    assert_eq!((state.question(), state.text("error")), ("户籍", ""));
    assert!(state.texts("answers")[1].contains("85"), "{state:?}");
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_address_keeps_the_answers() {
    let (server, session) = (base_server(), browser());
    let page = Page::open(&session, &server.url(ALLOWANCE));
    answer_all(&page);
    let end = page.state();
    let address = session.url();
    let fragment = session.fragment();
    assert!(
        fragment
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-._~+".contains(&byte)),
        "{fragment}"
    );

    session.refresh();
    let again = page.wait_until("the answers after Reload", |state| {
        state.running() && state.state() == "finished"
    });
    assert_eq!(again.essence(), end.essence());

    let other = browser();
    let sent = Page::open(&other, &address);
    assert_eq!(sent.state().essence(), end.essence());
    assert!(
        sent.state().is("restored"),
        "the page says where the answers come from"
    );
    // Opened from a link there is no history: Back takes back the last answer.
    assert_eq!(sent.back().question(), "情况");
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn an_address_of_an_older_version_says_so() {
    let (server, session) = (base_server(), browser());
    let page = Page::open(&session, &server.url(ALLOWANCE));
    page.choose("代办");
    let fragment = session.fragment();
    let mut parts: Vec<&str> = fragment.split('.').collect();
    assert!(
        parts.len() >= 5,
        "format.fingerprint.matter.answers.end: {fragment}"
    );
    parts[1] = if parts[1] == "1" { "2" } else { "1" };
    let other = browser();
    let old = Page::open(
        &other,
        &format!("{}#{}", server.url(ALLOWANCE), parts.join(".")),
    );
    let state = old.state();
    assert!(state.is("old"), "{state:?}");
    assert_eq!(
        (state.question(), state.lines("needed")),
        ("年龄", vec![AGENT, LETTER])
    );
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn an_address_whose_answers_are_all_gone_says_so() {
    let (server, session) = (base_server(), browser());
    let page = Page::open(&session, &server.url(ALLOWANCE));
    page.choose("代办");
    let fragment = session.fragment();
    let (start, _) = fragment.split_once('-').expect("one answer");
    let (start, _) = start.rsplit_once('.').expect("a question");
    let other = browser();
    let old = Page::open(
        &other,
        &format!("{}#{start}.zzzz-c1.z", server.url(ALLOWANCE)),
    );
    let state = old.state();
    assert_eq!(
        (state.question(), state.texts("answers").len()),
        ("谁来办", 0)
    );
    assert!(
        !state.is("old") && !state.is("restored"),
        "there is nothing to look at again: {state:?}"
    );
    assert!(other.find("#answers-lost").is_displayed());
    old.choose("代办");
    assert!(
        !other.find("#answers-lost").is_displayed(),
        "what is answered now is new"
    );
}
