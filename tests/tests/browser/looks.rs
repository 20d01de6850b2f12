//! What papers look like: small in a row, larger in the open row; in a list, in a plan, in a page in one file.

use onetrip_tests::server::Server;
use onetrip_tests::site::{Site, copy_folder};
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;
use onetrip_tests::webdriver::Session;
use serde_json::Value;

use crate::page::{browser, confirm, console_errors, go_through};
use crate::single::{make, make_of};

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
    assert_eq!(sources(&session, "data:image/svg+xml,"), [true]);
}

/// Whether pictures of papers come from an address that begins so: each answer once.
fn sources(session: &Session, begin: &str) -> Vec<bool> {
    let script = "const all = Array.from(document.querySelectorAll('.looks img'), (image) => image.src.startsWith(arguments[0]));
      return [true, false].filter((one) => all.includes(one));";
    let found = session.execute(script, &[begin.into()]);
    let found = found.as_array().expect("answers");
    found.iter().filter_map(Value::as_bool).collect()
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn a_community_s_own_picture_is_in_the_file_whatever_its_kind() {
    let folder = TempDir::new("looks");
    let content = folder.path().join("content");
    copy_folder(&tools::workspace().join("content"), &content);
    let png = Site::demonstration().root().join("wenyuan/qr/a01.png");
    std::fs::copy(png, content.join("files/own.png")).expect("a picture");
    let path = content.join("materials.yaml");
    let text = std::fs::read_to_string(&path).expect("the register");
    let text = text.replace("files/tu-shen-fen-zheng.svg", "files/own.png");
    std::fs::write(&path, text).expect("the register");
    let session = browser();
    session.open(&make_of(&content, folder.path(), "a01"));
    go_through(&session, "83");
    assert_eq!(sources(&session, "data:image/"), [true]);
    assert_eq!(sources(&session, "data:image/png;base64,"), [true, false]);
    seen(&session);
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
    go_through(&session, "83");
    let rows = seen(&session);
    let with: Vec<&Value> = rows.iter().filter(|row| !row[1].is_null()).collect();
    assert!(with.len() >= 3, "{rows:?}");
    assert!(
        with.iter().all(|row| row[1] == true && row[3] == true),
        "{rows:?}"
    );
}
