//! To take along: the list as text, links with and without the answers, the visit in a calendar, dates from its day.

use jiff::ToSpan as _;
use jiff::civil::Date;
use onetrip_tests::html::Document;
use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::situations::{Guide, all, guides, session as native};
use onetrip_tests::webdriver::Session;
use onetrip_widget::rules::Status;
use onetrip_widget::share;
use serde_json::json;

use crate::page::{ALLOWANCE, Page, base_server, browser, console_errors};

/// Keeps what the page would hand to the clipboard and to the calendar.
pub(crate) const CATCH: &str = "
  window.caught = {};
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text) => { window.caught.text = text; return Promise.resolve(); } } });
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => { blob.text().then((text) => { window.caught.calendar = text; }); return make(blob); };
  HTMLAnchorElement.prototype.click = function () { window.caught.name = this.download; };";
/// A browser that lets no script copy.
const REFUSE: &str = "
  Object.defineProperty(navigator, 'clipboard', { value: undefined });
  document.execCommand = () => false;";

pub(crate) fn finished<'s>(session: &'s Session, url: &str) -> Page<'s> {
    let page = Page::open(session, url);
    page.choose("代办");
    page.number("85");
    page.choose("外地");
    page.choose("残疾");
    assert_eq!(page.state().state(), "finished");
    page
}

pub(crate) fn press(session: &Session, name: &str) {
    let button = session.find_visible(&format!("[data-keep={name}]"));
    button.bring_to_the_middle();
    button.click();
}

pub(crate) fn caught(session: &Session, what: &str) -> String {
    let read = || session.execute(&format!("return window.caught.{what} || ''"), &[]);
    let text = session.wait(what, || {
        read()
            .as_str()
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    });
    session.execute("window.caught = {}", &[]);
    text
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_list_and_links_are_copied() {
    let (server, session) = (base_server(), browser());
    session.before_every_page(CATCH);
    let page = finished(&session, &server.url(ALLOWANCE));
    press(&session, "text");
    let text = caught(&session, "text");
    for line in page.state().all_lines() {
        let name = line["name"].as_str().expect("a line has a name");
        assert!(text.contains(&format!("□ {name}")), "{name}: {text}");
    }
    for wanted in ["谁来办：代办", "任选", "○ 户口簿", "0354-"] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    let address = server.url(ALLOWANCE);
    assert!(
        text.ends_with(&address),
        "the list comes without the answers' link: {text}"
    );
    press(&session, "link");
    assert_eq!(caught(&session, "text"), address);
    assert!(
        session.find("#answers-warning").is_displayed(),
        "the warning stands before the link"
    );
    press(&session, "link-answers");
    assert_eq!(
        caught(&session, "text"),
        format!("{address}#{}", session.fragment())
    );
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn what_no_script_may_copy_is_laid_out_for_the_hand() {
    let (server, session) = (base_server(), browser());
    session.before_every_page(REFUSE);
    finished(&session, &server.url(ALLOWANCE));
    press(&session, "text");
    let field = session.find_visible("#copy-text");
    assert!(
        field
            .property("value")
            .as_str()
            .is_some_and(|text| text.contains("□ 委托书"))
    );
    let marked = session.execute(
        "return document.activeElement.id + getSelection().toString().slice(0, 1)",
        &[],
    );
    assert!(
        marked
            .as_str()
            .is_some_and(|marked| marked.starts_with("copy-text")),
        "{marked}"
    );
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_visit_goes_into_the_calendar() {
    let (server, session) = (base_server(), browser());
    session.before_every_page(CATCH);
    finished(&session, &server.url(ALLOWANCE));
    set_day(&session, "2099-03-02");
    press(&session, "calendar");
    let text = caught(&session, "calendar");
    assert!(
        text.split("\r\n").all(|line| line.len() <= 75),
        "lines are short: {text}"
    );
    let whole = text.replace("\r\n ", "");
    let has = |start: &str| whole.lines().any(|line| line.starts_with(start));
    for wanted in [
        "BEGIN:VEVENT",
        "DTSTART",
        "DTEND",
        "LOCATION:",
        "SUMMARY:",
        "TRIGGER:-PT14H",
        "END:VCALENDAR",
    ] {
        assert!(has(wanted), "{wanted}: {whole}");
    }
    assert!(
        whole.contains("20990302") && whole.contains("委托书"),
        "{whole}"
    );
    assert_eq!(caught_name(&session), "onetrip-20990302.ics");
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_calendar_that_cannot_be_loaded_says_so_and_can_be_tried_again() {
    let (server, session) = (base_server(), browser());
    session.before_every_page(CATCH);
    session.cdp("Network.enable", &json!({}));
    finished(&session, &server.url(ALLOWANCE));
    session.cdp("Network.setBlockedURLs", &json!({ "urls": ["*slip*.js"] }));
    press(&session, "calendar");
    session.wait_for("document.getElementById('copied').textContent.includes('没能放进日历')");
    session.cdp("Network.setBlockedURLs", &json!({ "urls": [] }));
    press(&session, "calendar");
    assert!(caught(&session, "calendar").contains("BEGIN:VEVENT"));
    assert_eq!(session.find("#copied").text(), "", "the sentence goes");
}

fn caught_name(session: &Session) -> String {
    // The name was told before the text; both are gone once one is taken.
    press(session, "calendar");
    caught(session, "name")
}

pub(crate) fn set_day(session: &Session, day: &str) {
    let set = "const field = document.getElementById('visit-day'); field.value = arguments[0]; field.dispatchEvent(new Event('change'))";
    session.execute(set, &[json!(day)]);
}

/// A line that must be fresh and hangs on a condition, with answers that bring it onto the list: how many days old it may
/// be, and the address.
fn fresh_line(guide: &Guide) -> Option<(i32, String)> {
    let page = Document::parse(&guide.html);
    let mut lines = page
        .with("data-item")
        .filter(|element| element.has_class("line"));
    lines.find_map(|line| {
        let days = line
            .descendants()
            .find_map(|inner| inner.attribute("data-fresh")?.parse().ok())?;
        let item: usize = line.attribute("data-item")?.parse().ok()?;
        let situations = all(&guide.book);
        let mut settled = situations
            .iter()
            .map(|answers| native(&guide.book, answers));
        let found =
            settled.find(|one| one.stop().is_none() && one.status(item) == Status::Needed)?;
        Some((days, share::fragment(&found)))
    })
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_earliest_acceptable_date_follows_the_day_of_the_visit() {
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    let found = guides(Site::demonstration())
        .iter()
        .find_map(|guide| Some((guide.page.clone(), fresh_line(guide)?)));
    let (guide, (days, part)) = found.expect("some paper of some guide must be fresh");
    let page = Page::open(&session, &format!("{}#{part}", server.url(&guide)));
    page.wait_until("the list", |state| state.state() == "finished");
    for day in ["2099-03-02", "2100-12-31"] {
        set_day(&session, day);
        let visit: Date = day.parse().expect("a date");
        let earliest = visit.checked_sub(days.days()).expect("within the calendar");
        let wanted = format!("{} 月 {} 日", earliest.month(), earliest.day());
        let said = session.execute(
            "return Array.from(document.querySelectorAll('.fresh-day')).filter((node) => node.getClientRects().length).map((node) => node.textContent).join()",
            &[],
        );
        assert!(
            said.as_str().is_some_and(|said| said.contains(&wanted)),
            "{guide} {day}: {wanted} in {said}"
        );
    }
}

/// Answers with the first option of every question; then what must stand in the text, each with what it is about.
const LISTED: &str = "
  const shown = (node) => node.getClientRects().length > 0;
  const said = (node) => (node.dataset.words || node.textContent).replace(/\\s+/g, ' ').replace(/^ *· /, '').trim();
  const listed = [];
  document.querySelectorAll('#list .lines > .line').forEach((line) => {
    if (line.hidden) return;
    const add = (selector) => line.querySelectorAll(selector).forEach((node) => { if (!node.closest('[hidden]') && said(node)) listed.push([line.dataset.name, said(node)]); });
    listed.push([line.dataset.name, line.dataset.name]);
    add(':scope > .counts strong');
    add(':scope > .counts .keep:not(.keep--back)');
    add(':scope > [data-copy]');
  });
  const hall = document.getElementById('hall').dataset;
  [hall.phone, hall.address].forEach((text) => listed.push(['hall', text]));
  return listed;";

const FIRST_OPTION: &str = "
  const question = Array.from(document.querySelectorAll('#questions [data-question]')).find((node) => !node.hidden);
  if (!question || document.getElementById('questions').hidden) return false;
  const fields = Array.from(question.querySelectorAll('input[type=text]'));
  if (question.dataset.kind === 'date') question.querySelector('input[value=u]').click();
  else if (question.dataset.kind === 'number') fields[0].value = String(Math.max(Number(question.dataset.min), Math.min(83, Number(question.dataset.max))));
  else question.querySelector('.choice input').click();
  document.getElementById('next').click();
  return true;";

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_text_says_all_that_the_list_says_and_fits_a_message() {
    let server = Server::start(&Site::demonstration().root());
    let session = browser();
    session.before_every_page(CATCH);
    let (mut seen, mut stay) = (0, 0);
    let files = Site::demonstration().files();
    let pages = files.iter().filter(|(path, bytes)| {
        path.starts_with("wenyuan/")
            && path.matches('/').count() == 1
            && String::from_utf8_lossy(bytes).contains("data-rules=")
    });
    for (path, _) in pages {
        let page = Page::open(&session, &server.url(path));
        let asks = |_: &i32| session.execute(FIRST_OPTION, &[]) == json!(true);
        let asked = (0..50).take_while(asks).count();
        assert!(asked < 50, "{path}: {}", page.state().text("error"));
        let state = page.state();
        if state.state() == "stopped" {
            continue;
        }
        press(&session, "text");
        let text = caught(&session, "text");
        let listed = session.execute(LISTED, &[]);
        for one in listed.as_array().expect("a list") {
            let said = one[1].as_str().expect("words");
            assert!(text.contains(said), "{path}: {one} in {text}");
            stay += usize::from(said.contains("交上"));
        }
        assert!(text.ends_with(&server.url(path)), "{path}: {text}");
        if state.lines("depends").is_empty() {
            let length = text.chars().count();
            assert!(length <= 1000, "{path}: {length} characters\n{text}");
            seen += 1;
        }
    }
    assert!(seen >= 10 && stay >= 5, "{seen} lists, {stay} papers stay");
}
