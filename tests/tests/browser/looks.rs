//! What papers look like: small in a row, larger in the open row; in a list, in a plan, in a page in one file.

use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::temp::TempDir;
use onetrip_tests::webdriver::Session;
use serde_json::Value;

use crate::page::{browser, confirm, console_errors, go_through};
use crate::single::make;

/// Of every row that is seen: its name, whether its picture is there, how wide, whether it is inside its row, and the height of the row.
const SEEN: &str = "
  const rows = Array.from(document.querySelectorAll('#list .lines > .line')).filter((row) => row.getClientRects().length);
  return rows.map((row) => {
    const image = row.querySelector(':scope > .looks img');
    if (!image) return [row.dataset.name, null];
    const [box, around] = [image.getBoundingClientRect(), row.getBoundingClientRect()];
    const inside = box.top >= around.top && box.bottom <= around.bottom && box.left >= around.left && box.right <= around.right;
    return [row.dataset.name, image.complete && image.naturalWidth > 0, Math.round(box.width), inside, Math.round(around.height)];
  });";
/// Every picture that is seen has come.
const CAME: &str = "Array.from(document.querySelectorAll('#list .lines > .line > .looks img')).every((image) => !image.getClientRects().length || (image.scrollIntoView(), image.complete && image.naturalWidth > 0))";

fn seen(session: &Session) -> Vec<Value> {
    session.wait_for(CAME);
    let rows = session.execute(SEEN, &[]);
    rows.as_array().expect("rows").clone()
}

/// Away from the bar at the bottom.
fn press(session: &Session, selector: &str) {
    let middle =
        format!("document.querySelector('{selector}').scrollIntoView({{block: 'center'}});");
    session.execute(&middle, &[]);
    session.find_visible(selector).click();
}

/// The rows of an old person's list have their pictures, small; and pressed, one opens its row.
fn small_and_large(session: &Session) {
    let rows = seen(session);
    let pictured: Vec<&Value> = rows.iter().filter(|row| !row[1].is_null()).collect();
    assert!(pictured.len() >= 3, "{rows:?}");
    assert!(pictured.len() < rows.len(), "a form has none: {rows:?}");
    for row in pictured {
        assert_eq!((&row[1], &row[3]), (&true.into(), &true.into()), "{row}");
        assert!(
            (40..=80).contains(&row[2].as_u64().expect("a width")),
            "{row}"
        );
        assert!(row[4].as_u64() <= Some(110), "{row}");
    }
    press(session, "#list .lines > .line > .looks img");
    let opened = seen(session);
    let first = opened.iter().find(|row| !row[1].is_null()).expect("one");
    assert!(first[2].as_u64() >= Some(100), "{first}");
    let told = "return document.querySelector('#list .line--open > .line-more').getAttribute('aria-expanded');";
    assert_eq!(session.execute(told, &[]), "true");
    press(session, "#list .line--open > .looks img");
    assert_eq!(session.find_all("#list .line--open").len(), 0);
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_row_shows_its_paper_and_a_press_on_it_opens_the_row() {
    let server = Server::start(&Site::demonstration().root());
    let session = browser();
    session.viewport(390, 844);
    session.open(&server.url("wenyuan/a01.html"));
    go_through(&session, "83");
    small_and_large(&session);
    // The shortest row is as high as its picture.
    session.open(&server.url("wenyuan/a02.html"));
    go_through(&session, "83");
    let rows = seen(&session);
    assert!(
        rows.len() > 1 && rows.iter().all(|row| row[1].is_null() || row[3] == true),
        "{rows:?}"
    );
    assert_eq!(console_errors(&session, ""), [] as [String; 0]);
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_page_in_one_file_has_its_pictures_in_it() {
    let folder = TempDir::new("looks");
    let session = browser();
    session.viewport(390, 844);
    session.open(&make(folder.path(), "a01"));
    go_through(&session, "83");
    small_and_large(&session);
    let sources = "return Array.from(document.querySelectorAll('.looks img'), (image) => image.src.slice(0, 19));";
    let sources = session.execute(sources, &[]);
    let sources = sources.as_array().expect("addresses");
    assert!(sources.iter().all(|one| one == "data:image/svg+xml,"));
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_plan_shows_each_paper_once_with_its_picture() {
    let server = Server::start(&Site::demonstration().root());
    let session = browser();
    session.viewport(390, 844);
    session.open(&server.url("wenyuan/plan.html#a01+e01"));
    confirm(&session);
    session.wait_for("document.documentElement.dataset.screen === 'asking'");
    for _ in 0..20 {
        if session.execute("return document.documentElement.dataset.screen;", &[]) != "asking" {
            break;
        }
        let numbers = "return Array.from(document.querySelectorAll('#questions input[type=text]')).some((field) => field.getClientRects().length);";
        if session.execute(numbers, &[]) == true {
            session
                .find_visible("#questions input[type=text]")
                .send_keys("83");
        } else {
            session.find_visible("#questions .choice").click();
        }
        session.find_visible("#next").click();
    }
    session.wait_for("document.documentElement.dataset.screen === 'finished'");
    let rows = seen(&session);
    let with: Vec<&Value> = rows.iter().filter(|row| !row[1].is_null()).collect();
    assert!(with.len() >= 3, "{rows:?}");
    assert!(
        with.iter().all(|row| row[1] == true && row[3] == true),
        "{rows:?}"
    );
}
