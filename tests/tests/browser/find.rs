//! 我能申请什么: asked by hand, read as a resident reads it, and handed on to the plan and to a matter's own page.

use std::fs;

use onetrip_tests::server::{Options, Server};
use onetrip_tests::site::{Site, copy_folder};
use onetrip_tests::temp::TempDir;
use onetrip_tests::webdriver::{Browser, Session};
use serde_json::{Value, json};

use crate::accessibility::assert_accessible;
use crate::page::{browser, console_errors};

const FIND: &str = "wenyuan/find.html";

/// Opens the page and waits for what it asks, or for what it shows.
fn open(session: &Session, url: &str) {
    session.open(url);
    session.wait_for("document.getElementById('wizard').dataset.state");
}

fn asked(session: &Session) -> String {
    session.find_visible("#questions legend").text()
}

/// Answers what is asked by a real click on an option, or by typing.
fn answer(session: &Session, question: &str, with: &str) {
    assert!(
        asked(session).contains(question),
        "{} is asked, not {question}",
        asked(session)
    );
    let fields = session.find_all("#questions [data-question]:not([hidden]) input[type=text]");
    if let Some(field) = fields.first() {
        field.clear();
        field.send_keys(with);
    } else {
        let choices = session.find_all("#questions [data-question]:not([hidden]) .choice");
        let choice = choices
            .iter()
            .find(|choice| choice.text().starts_with(with));
        choice.expect(with).click();
    }
    session.find("#next").click();
}

/// The titles in one of the groups, with all that stands in each row.
fn group(session: &Session, id: &str) -> Vec<(String, String)> {
    let rows = session.execute(
        "return Array.from(document.querySelectorAll('#' + arguments[0] + ' > .find-rows > li'), (row) => [(row.querySelector('.choice-text') || row.querySelector('a')).textContent, row.textContent.replace(/\\s+/g, ' ')]);",
        &[json!(id)],
    );
    let rows = rows.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    rows.iter()
        .map(|row| (text(&row[0]), text(&row[1])))
        .collect()
}

fn titles(session: &Session, id: &str) -> Vec<String> {
    group(session, id)
        .into_iter()
        .map(|(title, _)| title)
        .collect()
}

fn tally(session: &Session) -> String {
    session.find("#summary").text()
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn in_chromium_few_questions_say_what_may_be_applied_for() {
    few_questions_say_it(&browser());
}

#[test]
#[ignore = "needs WebKit; tests/run runs it"]
fn in_webkit_few_questions_say_what_may_be_applied_for() {
    few_questions_say_it(&Session::start(Browser::WebKit));
}

fn few_questions_say_it(session: &Session) {
    let server = Server::start(&Site::demonstration().root());
    session.open(&server.url("wenyuan/index.html"));
    session.find("a[href='find.html']").click();
    session.wait_for(
        "document.getElementById('wizard') && document.getElementById('wizard').dataset.state",
    );
    // Of all that is asked in 23 guides three questions decide about several of them.
    answer(session, "多大", "70");
    answer(session, "户口", "本区");
    answer(session, "养老金", "没有");
    session.wait_for("document.documentElement.dataset.screen === 'finished'");
    assert_eq!(titles(session, "find-may"), ["老年优待"]);
    let no = group(session, "find-no");
    let row = |title: &str| {
        let found = no.iter().find(|(known, _)| known == title);
        found.map_or("", |(_, text)| text.as_str())
    };
    assert_eq!(no.len(), 3, "{no:?}");
    assert!(row("高龄津贴").contains("还不到年龄"), "{no:?}");
    assert!(
        row("高龄津贴").contains("老人满了 80 周岁（示例），再来申请。"),
        "{no:?}"
    );
    assert!(row("居住证").contains("本区户口不用办居住证"), "{no:?}");
    assert!(row("居住登记").contains("本区户口不用登记"), "{no:?}");
    let open = group(session, "find-open");
    let pension = open.iter().find(|(title, _)| title == "城乡居民养老金申领");
    let (_, pension) = pension.expect("whether one has paid long enough is open");
    assert!(
        pension.contains("衔接人员") && pension.contains("交费年数"),
        "{pension}"
    );
    let told = format!("可能符合 1 件，还要看 {} 件，不符合 3 件。", open.len());
    assert_eq!(tally(session), told);
    // A matter's own question, asked from its row; the eye stays at that matter.
    let rows = session.find_all("#find-open .find-row");
    let rent = rows
        .iter()
        .find(|row| row.text().starts_with("公租房申请"))
        .expect("it is open");
    let at = rent.attribute("data-matter").expect("its number");
    session
        .find(&format!("[data-matter='{at}'] [data-do=decide]"))
        .click();
    session.wait_for("document.documentElement.dataset.screen === 'asking'");
    answer(session, "房子", "有房够住");
    session.wait_for("document.documentElement.dataset.screen === 'finished'");
    let focused = session.execute("const row = document.activeElement.closest('.find-row'); return row ? row.dataset.matter : '';", &[]);
    assert_eq!(focused, json!(at));
    assert!(titles(session, "find-no").contains(&"公租房申请".to_owned()));
    // One step back is the question, one more the list without it.
    session.back();
    session.wait_for("document.documentElement.dataset.screen === 'asking'");
    session.back();
    session.wait_for("document.documentElement.dataset.screen === 'finished'");
    assert_eq!(tally(session), told);
    session.refresh();
    session.wait_for("document.documentElement.dataset.screen === 'finished'");
    assert_eq!(tally(session), told);
    assert_eq!(session.find_all("#old-version:not([hidden])").len(), 0);
    // Nothing chosen is nothing to go with.
    session.find("#together [type=submit]").click();
    session.wait_for("document.getElementById('together-error').textContent");
    let choice = session.find("#find-may .choice");
    choice.bring_to_the_middle();
    choice.click();
    session.wait_for("document.getElementById('chosen').textContent");
    let chosen = session.find("#chosen").property("textContent");
    assert_eq!(chosen, json!("选了 1 件：老年优待"));
    session.find("#together [type=submit]").click();
    session.wait_for(
        "location.pathname.endsWith('/plan.html') && document.documentElement.dataset.screen",
    );
    let known = "return [document.getElementById('old-version').hidden, document.getElementById('answers-lost').hidden, Array.from(document.querySelectorAll('#answer-rows .answer-text'), (one) => one.textContent).join()];";
    let known = session.execute(known, &[]);
    assert_eq!((&known[0], &known[1]), (&json!(true), &json!(true)));
    assert!(
        known[2]
            .as_str()
            .is_some_and(|said| said.contains("年龄：70 周岁")),
        "{known}"
    );
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_guide_opened_from_there_knows_the_answers() {
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    open(&session, &server.url(FIND));
    answer(&session, "多大", "85");
    answer(&session, "户口", "外地");
    // Elsewhere is no refusal, but it is said.
    let may = group(&session, "find-may");
    let allowance = may.iter().find(|(title, _)| title == "高龄津贴");
    assert!(
        allowance.is_some_and(|(_, text)| text.contains("请回户口所在地问")),
        "{may:?}"
    );
    answer(&session, "养老金", "不清楚");
    session.wait_for("document.documentElement.dataset.screen === 'finished'");
    let rows = session.find_all("#find-may .find-row");
    let row = rows
        .iter()
        .find(|row| row.text().contains("高龄津贴"))
        .expect("it stands there");
    let at = row.attribute("data-matter").expect("its number");
    session
        .find(&format!("[data-matter='{at}'] .matter-link"))
        .click();
    session.wait_for("location.pathname.endsWith('/a01.html') && document.documentElement.dataset.screen === 'stopped'");
    assert_eq!(session.find_all("#old-version:not([hidden])").len(), 0);
    assert!(
        session
            .find_visible(".stop--certain h3")
            .text()
            .contains("请回户口所在地问")
    );
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn it_is_accessible_while_it_asks_and_when_it_is_over() {
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    for (width, height) in [(390, 844), (320, 640), (1280, 800)] {
        session.viewport(width, height);
        for page in [FIND, "wenyuan/en/find.html"] {
            open(&session, &server.url(page));
            assert_accessible(&session, &format!("{page} at {width}, asking"));
            session.find("#next").click();
            assert_accessible(&session, &format!("{page} at {width}, nothing was typed"));
            session
                .find_visible("#questions input[type=text]")
                .send_keys("85");
            session.find("#next").click();
            for _ in 0..2 {
                session.find_visible("#questions .choice").click();
                session.find("#next").click();
            }
            session.wait_for("document.documentElement.dataset.screen === 'finished'");
            session.execute("for (const one of document.querySelectorAll('.find details, details.find')) one.open = true; document.getElementById('find-no').open = true;", &[]);
            assert_accessible(&session, &format!("{page} at {width}, finished"));
            let wide = session.execute(
                "return document.documentElement.scrollWidth - innerWidth;",
                &[],
            );
            assert!(
                wide.as_i64().is_some_and(|wide| wide <= 0),
                "{page} at {width}: {wide} px too wide"
            );
        }
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn without_its_engine_it_is_the_list_of_refusals() {
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";
    let options = Options {
        policy: Some(policy.into()),
        ..Options::default()
    };
    let server = Server::start_with(&Site::demonstration().root(), options);
    let session = browser();
    session.open(&server.url(FIND));
    session.wait_for("document.querySelectorAll('script[src*=\"data/find.js\"]').length");
    let whole = "return [document.getElementById('find-all').hidden, document.getElementById('wizard').hidden, document.getElementById('list').hidden];";
    session.wait("the list", || {
        (session.execute(whole, &[]) == json!([false, true, true])).then_some(())
    });
    assert!(
        session
            .find("#find-all")
            .text()
            .contains("还不到年龄：年龄：不满 80 周岁")
    );
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn from_a_disk_it_asks_as_well() {
    let folder = TempDir::new("find");
    copy_folder(&Site::demonstration().root(), folder.path());
    let file = fs::canonicalize(folder.path().join(FIND)).expect("it is there");
    let session = browser();
    open(&session, &format!("file://{}", file.display()));
    answer(&session, "多大", "59");
    let said = tally(&session);
    assert!(said.contains("不符合 3 件"), "{said}");
}
