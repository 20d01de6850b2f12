//! What really stands on a phone's screen: the page, then one question at a time, then the list; and what is one tap away.

use onetrip_tests::server::Server;
use onetrip_tests::site::{Site, is_kind};
use onetrip_tests::webdriver::{Browser, Session};
use serde_json::{Value, json};

use crate::page::{ALLOWANCE, Page, base_server, browser};

/// Which parts of the page have a box; where those that matter stand; the rows as they are.
const SCREEN: &str = "
  const seen = (node) => Boolean(node) && node.getClientRects().length > 0;
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const box = (selector) => { const node = all(selector).filter(seen)[0]; return node ? node.getBoundingClientRect() : {}; };
  const parts = { card: '#answer', question: '#questions legend', list: '#list', where: '#where', stops: '#stops', steps: '.steps', summary: '#summary',
    answers: '#said-all', foot: '.site-footer', door: '#door', call: '#bar .button--call', way: '#bar a[href=\"#where\"]',
    send: '#bar [data-keep=text]', print: '#bar [data-keep=print]', next: '#next', back: '#questions [data-do=back]', progress: '#way' };
  const bar = box('#bar');
  return {
    seen: Object.keys(parts).filter((name) => all(parts[name]).some(seen)),
    bar: { top: bar.top, bottom: bar.bottom, fixed: getComputedStyle(all('#bar')[0] || document.body).position === 'fixed' },
    actions: box('#questions .actions').bottom,
    list: { top: box('#list').top, left: box('#list').left, rows: box('#list .lines').bottom - box('#summary').top }, question: { left: box('#questions').left, right: box('#questions').right },
    rows: all('#list .lines > .line').filter(seen).map((row) => ({
      name: row.dataset.name,
      more: all('.line-more').filter((button) => row.contains(button) && seen(button)).length,
      said: Array.from(row.querySelectorAll('.keep--back, .line-note, .e-certificate, .when, details p, details dd')).filter(seen).length })),
    door: box('#door').width ? all('#door')[0].textContent : '', title: box('h1').top, summary: box('#summary').top, scrolled: scrollY, height: document.documentElement.scrollHeight };";

struct Screen(Value);

impl Screen {
    #[track_caller]
    fn of(session: &Session) -> Self {
        Self(session.execute(SCREEN, &[]))
    }

    #[track_caller]
    fn shows(&self, wanted: &[&str]) {
        let seen: Vec<_> = self.0["seen"].as_array().into_iter().flatten().collect();
        assert_eq!(seen, wanted, "{}", self.0);
    }

    #[track_caller]
    fn number(&self, pointer: &str) -> f64 {
        let number = self.0.pointer(pointer).and_then(Value::as_f64);
        number.unwrap_or_else(|| panic!("{pointer} in {}", self.0))
    }

    fn rows(&self) -> impl Iterator<Item = &Value> {
        self.0["rows"].as_array().into_iter().flatten()
    }
}

/// The page before anybody has pressed anything.
const PAGE: [&str; 9] = [
    "card", "list", "where", "stops", "steps", "foot", "door", "call", "way",
];

#[track_caller]
fn assert_page(screen: &Screen) {
    screen.shows(&PAGE);
}

const QUESTION: [&str; 5] = ["question", "summary", "next", "back", "progress"];

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn in_chromium_one_thing_stands_on_the_screen() {
    one_thing_stands_on_the_screen(&browser());
}

#[test]
#[ignore = "needs WebKit; tests/run runs it"]
fn in_webkit_one_thing_stands_on_the_screen() {
    one_thing_stands_on_the_screen(&Session::start(Browser::WebKit));
}

fn one_thing_stands_on_the_screen(session: &Session) {
    let server = base_server();
    match session.browser() {
        Browser::Chromium => session.viewport(390, 844),
        Browser::WebKit => session.window_rect(500, 900),
    }
    session.open(&server.url(ALLOWANCE));
    session.wait_for("document.getElementById('wizard').dataset.state");
    let screen = Screen::of(session);
    assert_page(&screen);
    assert!(screen.0["bar"]["fixed"] == true, "{}", screen.0);
    assert_eq!(screen.0["door"], "看我要带什么");

    // Through the door: the question alone, with its buttons on the screen.
    session.find_visible("#door").click();
    let screen = Screen::of(session);
    screen.shows(&QUESTION);
    assert!(screen.number("/title") >= 0.0, "{}", screen.0);
    let inside = session.execute("return innerHeight;", &[]);
    assert!(screen.number("/actions") <= inside.as_f64().unwrap_or_default());

    // The browser's own Back leads out and Forward in again.
    session.back();
    session.wait_for("!document.documentElement.dataset.screen");
    assert_page(&Screen::of(session));
    session.find_visible("#door").click();
    let page = Page { session };
    page.choose("代办");
    page.number("85");

    // 看清单 shows how far it has come, and the door leads back to the same question.
    let question = page.state().question().to_owned();
    session.find_visible("[data-do=show-list]").click();
    let screen = Screen::of(session);
    // Nothing speaks against coming any more.
    let without: Vec<_> = PAGE.into_iter().filter(|part| *part != "stops").collect();
    screen.shows(&without);
    assert_eq!(screen.0["door"], "接着问");
    assert!(screen.number("/list/top").abs() < 200.0, "{}", screen.0);
    session.back();
    session.wait_for("document.documentElement.dataset.screen === 'asking'");
    session.find_visible("[data-do=show-list]").click();
    session.find_visible("#door").click();
    Screen::of(session).shows(&QUESTION);
    assert_eq!(page.state().question(), question);

    // A reload stays where it was.
    session.refresh();
    session.wait_for("document.getElementById('wizard').dataset.state === 'asking'");
    Screen::of(session).shows(&QUESTION);
    page.choose("外地");
    page.choose("残疾");

    // The list comes first.
    let screen = Screen::of(session);
    let mut result = vec![
        "list", "where", "steps", "summary", "answers", "foot", "call", "send",
    ];
    if screen.0["seen"].to_string().contains("print") {
        result.push("print");
    }
    screen.shows(&result);
    assert!(
        (0.0..400.0).contains(&screen.number("/summary")),
        "{}",
        screen.0
    );
    session.refresh();
    session.wait_for("document.getElementById('wizard').dataset.state === 'finished'");
    let again = Screen::of(session);
    again.shows(&result);
    assert!(
        (0.0..400.0).contains(&again.number("/summary")),
        "{}",
        again.0
    );

    // 改, and it is asked again.
    session.find_visible("[data-do=show-answers]").click();
    page.change("户籍");
    Screen::of(session).shows(&QUESTION[..4]);
    page.choose("本区");
    Screen::of(session).shows(&result);

    // Who may not come sees neither list nor page.
    page.change("年龄");
    page.number("70");
    Screen::of(session).shows(&["where", "stops", "steps", "foot", "call"]);
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_row_says_what_one_packs_and_the_rest_when_asked() {
    let (server, session) = (base_server(), browser());
    session.viewport(390, 844);
    let page = Page::open(&session, &server.url(ALLOWANCE));
    page.choose("代办");
    page.number("85");
    page.choose("外地");
    page.choose("残疾");
    let screen = Screen::of(&session);
    assert!(screen.rows().count() >= 5, "{}", screen.0);
    for row in screen.rows() {
        assert_eq!(row["said"], 0, "{row}");
    }
    let row = screen.rows().position(|row| row["more"] == 1);
    let row = row.expect("one has more to say");
    let button = &session.find_all("#list .line-more")[0];
    assert_eq!(button.attribute("aria-expanded").as_deref(), Some("false"));
    button.bring_to_the_middle();
    button.click();
    assert_eq!(button.attribute("aria-expanded").as_deref(), Some("true"));
    let open = Screen::of(&session);
    for (at, one) in open.rows().enumerate() {
        assert_eq!(one["said"] != 0, at == row, "{one}");
    }
    button.click();
    let closed = Screen::of(&session);
    assert_eq!(closed.0["rows"], screen.0["rows"]);
    // The box is beside the name, and a tap on it does not unfold anything.
    let tick = session.find_visible("#list .lines > .line .tick .choice");
    tick.click();
    assert_eq!(Screen::of(&session).0["rows"], screen.0["rows"]);
    session.wait_for("document.querySelectorAll('.line--packed').length === 1");
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn who_knocks_before_the_engine_is_there_is_let_in_when_it_comes() {
    const GATE: &str = "
      const real = self.fetch;
      self.fetch = (...what) => new Promise((go) => { self.gate = go; }).then((how) => (how ? real.apply(self, what) : Promise.reject(new Error('cut'))));";
    let server = base_server();
    let knock = |session: &Session| {
        session.before_every_page(GATE);
        session.viewport(390, 844);
        session.open(&server.url(ALLOWANCE));
        session.wait_for("self.gate");
        let before = Screen::of(session).number("/height");
        session.find_visible("#door").click();
        let screen = Screen::of(session);
        assert_eq!(screen.0["door"], "请稍等…");
        assert_page(&screen);
        assert!((screen.number("/height") - before).abs() < 0.5);
    };
    let session = browser();
    knock(&session);
    session.execute("self.gate(true);", &[]);
    session.wait_for("document.documentElement.dataset.screen === 'asking'");
    Screen::of(&session).shows(&QUESTION);
    session.back();
    session.wait_for("!document.documentElement.dataset.screen");
    assert_page(&Screen::of(&session));

    // Where it never comes, the complete list does.
    let session = browser();
    session.before_every_page("Object.defineProperty(self, 'onetripWasm', { get() { throw new Error('cut'); }, set() {} });");
    knock(&session);
    session.execute("self.gate(false);", &[]);
    session.wait_for("document.getElementById('door').textContent === '看我要带什么'");
    let screen = Screen::of(&session);
    assert_page(&screen);
    assert!(screen.number("/scrolled") > 0.0, "{}", screen.0);

    // Who pressed it before any script ran has the address of the list.
    let session = browser();
    session.viewport(390, 844);
    session.open(&server.url(&format!("{ALLOWANCE}#bring")));
    session.wait_for("document.documentElement.dataset.screen === 'asking'");
    Screen::of(&session).shows(&QUESTION);
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn without_a_script_the_list_follows_the_card_with_all_that_it_says() {
    let (server, session) = (base_server(), browser());
    session.viewport(390, 844);
    session.cdp(
        "Emulation.setScriptExecutionDisabled",
        &json!({ "value": true }),
    );
    session.open(&server.url(ALLOWANCE));
    let screen = Screen::of(&session);
    assert_page(&screen);
    for row in screen.rows() {
        assert_eq!(row["more"], 0, "{row}");
    }
    assert!(screen.rows().any(|row| row["said"] != 0), "{}", screen.0);
    assert!(
        session
            .find_all("#face")
            .iter()
            .all(|one| !one.is_displayed())
    );
    let order = "return ['answer', 'list', 'where'].map((id) => document.getElementById(id).getBoundingClientRect().top);";
    let order = session.execute(order, &[]);
    let tops: Vec<f64> = order
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_f64)
        .collect();
    assert!(tops.len() == 3 && tops.is_sorted(), "{order}");
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_bar_stands_aside_for_large_letters_and_low_screens() {
    let server = base_server();
    let look = |session: &Session, fixed: bool| {
        session.open(&server.url(ALLOWANCE));
        let is = if fixed { "===" } else { "!==" };
        session.wait_for(&format!(
            "getComputedStyle(document.getElementById('bar')).position {is} 'fixed'"
        ));
    };
    for (width, height, letters, wanted) in [
        (390, 844, 16, true),
        (320, 640, 16, true),
        (844, 390, 16, false),
        (390, 844, 32, false),
    ] {
        let session = browser();
        session.viewport(width, height);
        // A browser takes the size over for the page after the first.
        session.open(&server.url("index.html"));
        session.cdp(
            "Page.setFontSizes",
            &json!({ "fontSizes": { "standard": letters, "fixed": 13 } }),
        );
        look(&session, wanted);
    }
    let session = browser();
    session.viewport(390, 844);
    look(&session, true);
    session.execute("localStorage.setItem('onetrip.size', '3');", &[]);
    look(&session, false);
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn on_a_desk_the_list_stands_beside_the_question() {
    let (server, session) = (base_server(), browser());
    session.viewport(1280, 900);
    let page = Page::open(&session, &server.url(ALLOWANCE));
    let screen = Screen::of(&session);
    screen.shows(&[
        "question", "list", "where", "stops", "steps", "summary", "foot", "next", "back",
        "progress",
    ]);
    assert!(screen.number("/list/left") >= screen.number("/question/right"));
    page.choose("代办");
    // There it is on the screen already: no step is made of looking at it.
    let before = session.execute("return history.length;", &[]);
    session.find_visible("[data-do=show-list]").click();
    assert_eq!(session.execute("return history.length;", &[]), before);
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_real_guide_is_read_in_few_taps_and_few_screens() {
    let site = Site::demonstration();
    let (server, session) = (Server::start(&site.root()), browser());
    session.viewport(390, 844);
    session.open(&server.url("wenyuan/a01.html"));
    session.wait_for("document.getElementById('wizard').dataset.state");
    let screen = Screen::of(&session);
    let card = session.execute(
        "return document.getElementById('answer').getBoundingClientRect().bottom;",
        &[],
    );
    assert!(
        card.as_f64()
            .is_some_and(|end| end <= screen.number("/bar/top")),
        "{card} {}",
        screen.0
    );

    let mut taps = 1;
    session.find_visible("#door").click();
    let page = Page { session: &session };
    while page.state().state() == "asking" {
        let state = page.state();
        match state.text("kind") {
            "number" => page.number("85"),
            _ => page.choose(state.texts("options")[0]),
        }
        taps += 2;
    }
    assert_eq!(page.state().state(), "finished");
    assert!(taps <= 11, "{taps} taps");
    let screen = Screen::of(&session);
    assert!(
        (0.0..80.0).contains(&screen.number("/summary")),
        "{}",
        screen.0
    );
    assert!(
        screen.number("/list/rows") <= screen.number("/bar/top"),
        "{}",
        screen.0
    );

    let files = site.files();
    let is_matter = |path: &&String| {
        let name = path.rsplit('/').next().unwrap_or_default();
        let code = name.strip_suffix(".html").unwrap_or_default();
        is_kind(path, "html") && code.len() == 3 && code[1..].parse::<u8>().is_ok()
    };
    let (mut few, mut pages) = (0, 0);
    for path in files.keys().filter(is_matter) {
        session.open(&server.url(path));
        if session.find_all("#answer").is_empty() {
            continue;
        }
        session.wait_for("document.querySelector('.rows')");
        let screens = Screen::of(&session).number("/height") / 844.0;
        // English takes more room.
        let most = if path.contains("/en/") { 16.0 } else { 13.0 };
        assert!(screens < most, "{path}: {screens:.1} screens");
        if !path.contains("/en/") {
            pages += 1;
            few += usize::from(screens <= 8.0);
        }
    }
    assert!(
        pages >= 23 && few * 2 > pages,
        "{few} of {pages} within eight screens"
    );
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn an_error_stands_between_the_question_and_its_choices_and_is_tied_to_both() {
    let server = Server::start(&Site::demonstration().root());
    let session = browser();
    session.viewport(390, 844);
    for path in ["wenyuan/a01.html", "wenyuan/plan.html"] {
        let page = Page::open(&session, &server.url(path));
        if path.ends_with("plan.html") {
            session.find("#events button").click();
            session.find(".plan-go .button").click();
            page.wait_until("a question", |state| state.state() == "asking");
        }
        session.find("#next").click();
        let stands = session.execute(
            "const error = document.getElementById('question-error');
             const question = error.closest('[data-question]');
             const after = (one, other) => Boolean(one.compareDocumentPosition(other) & 4);
             const box = error.getBoundingClientRect();
             return [error.textContent !== '', after(question.querySelector('legend'), error), after(error, question.querySelector('input')),
               question.getAttribute('aria-describedby'), box.top >= 0 && box.bottom <= innerHeight, question.contains(document.activeElement)];",
            &[],
        );
        assert_eq!(
            stands,
            json!([true, true, true, "question-error", true, true]),
            "{path}"
        );
    }
}
