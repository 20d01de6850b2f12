//! The box on a home: what people type is found, and what they see when nothing is.

use onetrip_tests::server::Server;
use onetrip_tests::site::Site;
use onetrip_tests::tools;
use onetrip_tests::webdriver::{Browser, Session};
use serde_json::{Value, json};

use crate::page::{browser, console_errors};

/// Types into the box as people do, and gives the titles found, with what is said of each.
fn find(session: &Session, text: &str) -> Vec<(String, String)> {
    let field = session.find("#find");
    field.click();
    session.wait_for("self.onetrip && document.querySelector('script[src*=\"data/search.js\"]')");
    let script = "
      const field = document.getElementById('find');
      field.value = arguments[0];
      field.dispatchEvent(new Event('input', { bubbles: true }));";
    session.execute(script, &[json!(text)]);
    session.wait_for("document.getElementById('found-count').textContent");
    let rows = session.execute(
        "return Array.from(document.querySelectorAll('#found > li')).map((row) => [row.querySelector('a').textContent, row.querySelector('.hint') ? row.querySelector('.hint').textContent : '']);",
        &[],
    );
    let rows = rows.as_array().cloned().unwrap_or_default();
    let text = |row: &Value, at: usize| row[at].as_str().unwrap_or_default().to_owned();
    rows.iter()
        .map(|row| (text(row, 0), text(row, 1)))
        .collect()
}

#[track_caller]
fn assert_first(session: &Session, text: &str, title: &str) {
    let found = find(session, text);
    let first = found.first().map(|(first, _)| first.as_str());
    assert_eq!(first, Some(title), "{text}: {found:?}");
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn in_chromium_what_people_type_is_found() {
    what_people_type_is_found(&browser());
}

#[test]
#[ignore = "needs WebKit; tests/run runs it"]
fn in_webkit_what_people_type_is_found() {
    what_people_type_is_found(&Session::start(Browser::WebKit));
}

fn what_people_type_is_found(session: &Session) {
    let server = Server::start(&Site::demonstration().root());
    session.open(&server.url("wenyuan/index.html"));
    for text in [
        "高龄津贴",
        "高龄",
        "高岭津贴",
        "高津贴",
        "高龄补津贴",
        "gaolingjintie",
        "gljt",
        "gaol",
        "gaolingjt",
        "gaolinjintie",
        "GLJT",
        "ｇｌｊｔ",
        "高 龄 津 贴",
        "a01",
        "老年补贴",
        "lnbt",
    ] {
        assert_first(session, text, "高龄津贴");
    }
    let found = find(session, "老年补贴");
    assert_eq!(found[0].1, "也叫：老年补贴");
    // A paper finds all matters that ask for it, and says so.
    let found = find(session, "残疾人证");
    assert!(found.len() > 1, "{found:?}");
    assert!(
        found.iter().any(|(_, why)| why.starts_with("要用到：")),
        "{found:?}"
    );
    // Two words have to be in it both.
    let both = find(session, "津贴 身份证");
    assert!(
        both.iter().any(|(title, _)| title == "高龄津贴"),
        "{both:?}"
    );
    assert!(both.len() < find(session, "身份证").len(), "{both:?}");

    assert_eq!(find(session, "宇宙飞船驾驶证"), []);
    assert!(session.find("#found-none a[href^='tel:']").is_displayed());
    let told = session.find("#found-count").text();
    assert!(told.contains("宇宙飞船驾驶证"), "{told}");
    assert!(!session.find("#catalogue").is_displayed());
    session.execute(
        "const field = document.getElementById('find'); field.value = ''; field.dispatchEvent(new Event('input', { bubbles: true }));",
        &[],
    );
    assert!(session.find("#catalogue").is_displayed());
}

/// By the contract: every title with any one of its signs missing, another, or twice.
#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn every_title_is_found_with_one_sign_wrong() {
    let server = Server::start(&Site::demonstration().root());
    let session = browser();
    for home in ["wenyuan/index.html", "yuhu/index.html"] {
        session.open(&server.url(home));
        session.find("#find").click();
        session.wait_for("document.querySelector('script[src*=\"data/search.js\"]')");
        let missed = session.execute_async(
            "const done = arguments[arguments.length - 1];
             const script = document.createElement('script');
             let index;
             self.onetripSearch = (got) => { index = got; };
             script.src = 'data/search.js?again';
             script.onload = () => {
               const find = self.onetrip.finder(index);
               const titles = Array.from(document.querySelectorAll('.category .matter-link'), (link) => link.textContent);
               const missed = [];
               let tried = 0;
               titles.forEach((title) => {
                 const signs = Array.from(title).filter((sign) => !/[（）、 ]/.test(sign));
                 const variants = [title];
                 if (signs.length > 3) signs.forEach((sign, i) => {
                   const other = (some) => signs.slice(0, i).concat(some, signs.slice(i + 1)).join('');
                   variants.push(other([]), other(['乛']), other([sign, '乛']));
                 });
                 variants.forEach((text) => {
                   tried += 1;
                   if (!find(text).some((one) => one.matter.title === title)) missed.push(title + ' by ' + text);
                 });
                 if (!find(title)[0] || find(title)[0].matter.title !== title) missed.push(title + ' is not the first');
               });
               done({ missed: missed, tried: tried, matters: index.matters.length, titles: titles.length });
             };
             document.head.appendChild(script);",
            &[],
        );
        assert_eq!(missed["missed"], json!([]), "{home}");
        assert_eq!(missed["matters"], missed["titles"], "{home}: {missed}");
        assert!(
            missed["tried"].as_u64().is_some_and(|tried| tried > 200),
            "{missed}"
        );
    }
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn the_way_back_from_a_find_leads_to_it_and_the_index_comes_only_when_wanted() {
    let server = Server::start(&Site::demonstration().root());
    let session = browser();
    session.viewport(390, 844);
    session.open(&server.url("wenyuan/index.html"));
    let asked = || {
        let requests = server.requests();
        let found = requests
            .iter()
            .filter(|one| one.target.contains("search.js"));
        found.filter(|one| one.target.contains("/data/")).count()
    };
    assert_eq!(asked(), 0);
    let height = session.execute("return document.documentElement.scrollHeight;", &[]);
    assert!(
        height.as_u64().is_some_and(|height| height <= 3000),
        "{height}"
    );
    assert_first(&session, "gljt", "高龄津贴");
    assert_eq!(asked(), 1);
    session.find_visible("#found a").click();
    session.wait_for("location.pathname.endsWith('/a01.html')");
    session.back();
    session.wait_for("document.querySelector('#found a')");
    assert_eq!(session.find("#find").property("value"), json!("gljt"));
    assert_eq!(session.find("#found a").text(), "高龄津贴");
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn from_a_disk_it_finds_and_without_a_script_there_is_no_box() {
    let site = Site::demonstration();
    let session = browser();
    let home = site.root().join("wenyuan/index.html");
    session.open(&format!("file://{}", home.display()));
    assert_first(&session, "jzz", "居住证");
    let session = browser();
    session.cdp(
        "Emulation.setScriptExecutionDisabled",
        &json!({ "value": true }),
    );
    session.open(&format!("file://{}", home.display()));
    assert!(!session.find("#search").is_displayed());
    assert!(session.find(".category .matter-link").is_displayed());
}

/// By the contract: the guides whose text says so, read as lines.
fn told(key: &str, value: &str, offered: &[String]) -> Vec<String> {
    let mut titles = Vec::new();
    let matters = tools::workspace().join("content/matters");
    for folder in std::fs::read_dir(matters).expect("it is there") {
        for guide in std::fs::read_dir(folder.expect("a folder").path()).expect("a folder") {
            let path = guide.expect("a guide").path();
            let text = std::fs::read_to_string(&path).expect("it is text");
            let line = |key: &str| text.lines().find_map(|line| line.strip_prefix(key));
            if line(key).is_some_and(|line| line.contains(value)) {
                titles.extend(line("标题: ").map(str::to_owned));
            }
        }
    }
    titles.retain(|title| offered.contains(title));
    titles.sort();
    titles
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn ways_narrow_what_is_found_and_stand_in_the_address() {
    let server = Server::start(&Site::demonstration().root());
    let session = browser();
    session.viewport(390, 844);
    session.open(&server.url("wenyuan/index.html"));
    let texts = |script: &str| -> Vec<String> {
        let found = session.execute(script, &[]);
        let found = found.as_array().cloned().unwrap_or_default();
        let mut found: Vec<String> = found
            .iter()
            .filter_map(|one| one.as_str().map(str::to_owned))
            .collect();
        found.sort();
        found
    };
    let found =
        "return Array.from(document.querySelectorAll('#found a'), (link) => link.textContent);";
    let offered = texts(
        "return Array.from(document.querySelectorAll('.category .matter-link'), (link) => link.textContent);",
    );
    for (way, key, value) in [
        ("spot", "办件: ", "当场办结"),
        ("home", "渠道: ", "上门暖办"),
    ] {
        let wanted = told(key, value, &offered);
        assert!(!wanted.is_empty() && wanted.len() < offered.len());
        let chip = session.find(&format!(".ways [value={way}]"));
        let count = session.find(&format!(".ways [value={way}] .count")).text();
        assert_eq!(count, wanted.len().to_string(), "{way}");
        chip.click();
        session.wait_for("document.getElementById('found-count').textContent");
        assert_eq!(texts(found), wanted, "{way}");
        assert_eq!(session.fragment(), format!("only={way}"));
        // The address brings it back, also with a word.
        session.refresh();
        session.wait_for("document.querySelector('#found a')");
        assert_eq!(texts(found), wanted, "{way}");
        assert_eq!(chip_pressed(&session, way), json!("true"));
        let all = find(&session, "身份证").len();
        assert!(all > 0 && all <= wanted.len(), "{way}: {all}");
        assert!(session.fragment().ends_with(&format!("&only={way}")));
        find_nothing(&session);
        session.find(&format!(".ways [value={way}]")).click();
        assert!(session.find("#catalogue").is_displayed(), "pressed again");
        assert_eq!(session.fragment(), "");
    }
    // Who decides finds too.
    let found = find(&session, "民政局");
    assert!(
        found.iter().any(|(_, why)| why.starts_with("由区民政局")),
        "{found:?}"
    );
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

fn chip_pressed(session: &Session, way: &str) -> Value {
    let script = "return document.querySelector('.ways [value=' + arguments[0] + ']').getAttribute('aria-pressed');";
    session.execute(script, &[json!(way)])
}

fn find_nothing(session: &Session) {
    session.execute(
        "const field = document.getElementById('find'); field.value = ''; field.dispatchEvent(new Event('input', { bubbles: true }));",
        &[],
    );
}

#[test]
#[ignore = "needs Chromium; tests/run runs it"]
fn where_the_index_does_not_come_the_list_and_what_was_typed_stay() {
    let server = Server::start(&Site::demonstration().root());
    let session = browser();
    session.cdp("Network.enable", &json!({}));
    let block = |urls: &[&str]| session.cdp("Network.setBlockedURLs", &json!({ "urls": urls }));
    block(&["*data/search.js*"]);
    session.open(&server.url("wenyuan/index.html"));
    let type_in = |text: &str| {
        session.execute(
            "const field = document.getElementById('find'); field.value = arguments[0]; field.dispatchEvent(new Event('input', { bubbles: true }));",
            &[json!(text)],
        );
    };
    type_in("gl");
    session.wait_for("!document.querySelector('script[src*=\"data/search.js\"]')");
    assert!(session.find("#catalogue").is_displayed());
    assert_eq!(session.find("#find").property("value"), json!("gl"));
    // A way that cannot be looked at does not stay pressed.
    session.find(".ways [value=spot]").click();
    session.wait_for(
        "document.querySelector('.ways [value=spot]').getAttribute('aria-pressed') === 'false'",
    );
    assert!(session.find("#catalogue").is_displayed());
    assert_eq!(session.fragment(), "find=gl");
    block(&[]);
    type_in("gljt");
    session.wait_for("document.querySelector('#found a')");
    assert_eq!(session.find("#found a").text(), "高龄津贴");
}
