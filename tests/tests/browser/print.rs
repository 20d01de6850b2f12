//! The slip on paper: one A4 page, all that the window and the resident need, and a code that brings the answers back.

use std::process::Output;

use onetrip_tests::html::Document;
use onetrip_tests::server::{Options, Server};
use onetrip_tests::site::Site;
use onetrip_tests::situations::{Guide, all, decoded, distinct, guides, session};
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;
use onetrip_tests::webdriver::Session;
use onetrip_widget::rules::Status;
use onetrip_widget::share;
use serde_json::json;

use crate::keep::set_day;
use crate::page::{Page, at_home, browser, case_site, confirm, console_errors};
use crate::region::answer;

/// The smallest type of a paper's name and of what stands beside it, in CSS pixels: 14 and 12 pt.
const SMALLEST: [f64; 2] = [18.6, 15.9];
/// The smallest type of names, and of all text, in the list as it is printed.
const TYPE: &str = "
  const sizes = (nodes) => Math.min(...Array.from(nodes).filter((node) => node.getClientRects().length && node.textContent.trim())
    .map((node) => parseFloat(getComputedStyle(node).fontSize)));
  return [sizes(document.querySelectorAll('#list .line-name, #list .counts strong')), sizes(document.querySelectorAll('#list .line, #list .line *'))];";

/// A sheet of paper as a PDF file in a folder that vanishes.
struct Sheet {
    folder: TempDir,
}

impl Sheet {
    /// Presses the page's own button, then prints as the browser would.
    fn print(session: &Session) -> Self {
        let button = session.find_visible("[data-keep=print]");
        button.bring_to_the_middle();
        button.click();
        session.wait_for("document.documentElement.dataset.printed");
        Self::of(session)
    }

    /// What the browser prints of the page as it stands.
    fn of(session: &Session) -> Self {
        let folder = TempDir::new("sheet");
        // A4 in inches, the margins of the style sheet.
        let how = json!({ "preferCSSPageSize": true, "paperWidth": 8.27, "paperHeight": 11.69 });
        let printed = session.cdp("Page.printToPDF", &how);
        let pdf = decoded(printed["data"].as_str().unwrap_or_default());
        std::fs::write(folder.path().join("sheet.pdf"), pdf)
            .expect("a folder of ours can be written");
        Self { folder }
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Output {
        let file = self.folder.path().join("sheet.pdf");
        let all = arguments
            .iter()
            .map(Into::into)
            .chain([file.into_os_string()]);
        let output = tools::run(program, all);
        assert!(
            output.status.success(),
            "{program}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        output
    }

    fn pages(&self) -> usize {
        let told = self.run("pdfinfo", &[]);
        let told = String::from_utf8_lossy(&told.stdout);
        let line = |name: &str| {
            told.lines()
                .find_map(|line| line.strip_prefix(name))
                .unwrap_or_default()
                .trim()
        };
        assert!(line("Page size:").contains("A4"), "{told}");
        line("Pages:").parse().expect("a number of pages")
    }

    /// The text of the pages, white space left out; in the order in which it was set, so that nothing that stands beside a line comes
    /// between its words.
    fn text(&self) -> String {
        let sheet = self.folder.path().join("sheet.pdf");
        let how = ["-raw".as_ref(), sheet.as_os_str(), "-".as_ref()];
        let output = tools::run("pdftotext", how);
        String::from_utf8_lossy(&output.stdout)
            .split_whitespace()
            .collect()
    }

    /// What the codes say that a phone reads off the paper.
    fn codes(&self) -> Vec<String> {
        let image = self.folder.path().join("page");
        let file = self.folder.path().join("sheet.pdf");
        let drawn = tools::run(
            "pdftoppm",
            [
                "-r".as_ref(),
                "150".as_ref(),
                "-png".as_ref(),
                file.as_os_str(),
                image.as_os_str(),
            ],
        );
        assert!(
            drawn.status.success(),
            "pdftoppm: {}",
            String::from_utf8_lossy(&drawn.stderr)
        );
        let mut pictures: Vec<_> = std::fs::read_dir(self.folder.path())
            .expect("a folder of ours")
            .filter_map(Result::ok)
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|kind| kind == "png"))
            .collect();
        pictures.sort();
        let arguments = [
            "--quiet".into(),
            "--raw".into(),
            "-Sdisable".into(),
            "-Sqrcode.enable".into(),
        ];
        let read = tools::run(
            "zbarimg",
            arguments
                .into_iter()
                .chain(pictures.into_iter().map(std::path::PathBuf::into_os_string)),
        );
        String::from_utf8_lossy(&read.stdout)
            .lines()
            .map(str::to_owned)
            .collect()
    }
}

/// A browser whose print only leaves a mark.
fn printing_browser() -> Session {
    let session = browser();
    session.before_every_page(
        "window.print = () => { document.documentElement.dataset.printed = 'yes'; }",
    );
    session
}

fn finish(page: &Page<'_>) {
    for _ in 0..30 {
        let state = page.state();
        if state.state() != "asking" {
            return;
        }
        answer(page, &state);
        page.wait_until("the answer is taken", |now| {
            now.texts("answers") != state.texts("answers")
        });
    }
    panic!("no end");
}

/// Addresses of the guide's list of middle length and of its longest, if any situation has a list.
fn usual_and_longest(guide: &Guide) -> Option<[String; 2]> {
    let page = Document::parse(&guide.html);
    let lines: Vec<usize> = page
        .with("data-item")
        .filter(|element| element.has_class("line"))
        .filter_map(|line| line.attribute("data-item")?.parse().ok())
        .collect();
    let mut lists: Vec<_> = all(&guide.book)
        .iter()
        .map(|answers| session(&guide.book, answers))
        .filter(|native| native.stop().is_none())
        .map(|native| {
            let needed = lines
                .iter()
                .filter(|line| native.status(**line) == Status::Needed);
            (needed.count(), share::fragment(&native))
        })
        .collect();
    lists.sort();
    let middle = lists.get(lists.len() / 2)?.1.clone();
    Some([middle, lists.last()?.1.clone()])
}

/// Texts of the page that a slip must have: community, hours, phone, the day of the visit, version, where to sign.
fn demanded(guide: &Guide) -> Vec<String> {
    let page = Document::parse(&guide.html);
    let hall = page
        .elements()
        .find(|element| element.attribute("id") == Some("hall"))
        .expect("a hall");
    let of_hall = ["data-place", "data-address", "data-phone", "data-hours"]
        .map(|name| hall.attribute(name).unwrap_or_default().to_owned());
    let version = page
        .elements()
        .find(|element| element.attribute("id") == Some("slip-version"))
        .expect("a version");
    let sign = page
        .elements()
        .find(|element| element.has_class("slip-sign"))
        .expect("lines for signatures");
    let lines = sign
        .descendants()
        .filter(|element| element.name() == "li")
        .map(|line| line.text());
    of_hall
        .into_iter()
        .chain(["哪天来：".to_owned(), version.text()])
        .chain(lines)
        .collect()
}

fn printed_type(session: &Session) -> [f64; 2] {
    session.cdp("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    let sizes = session.execute(TYPE, &[]);
    session.cdp("Emulation.setEmulatedMedia", &json!({ "media": "" }));
    [0, 1].map(|nth| sizes[nth].as_f64().unwrap_or_default())
}

/// What is wrong with the paper of a finished list.
fn faults_of(sheet: &Sheet, guide: &Guide, session: &Session) -> Vec<String> {
    let (text, codes) = (sheet.text(), sheet.codes());
    let page = Page { session };
    let state = page.state();
    let names = state
        .all_lines()
        .filter_map(|line| line["name"].as_str().map(str::to_owned));
    let mut faults = Vec::new();
    for wanted in demanded(guide).into_iter().chain(names) {
        // Whose a paper is stands behind its name, in other signs.
        let plain: String = wanted
            .split('（')
            .next()
            .unwrap_or_default()
            .split_whitespace()
            .collect();
        if plain.is_empty() || !text.contains(&plain) {
            faults.push(format!("{wanted:?} is not on the paper"));
        }
    }
    let counts = "return Array.from(document.querySelectorAll('#list .lines > .line > .counts')).map((node) => node.textContent.replace(/\\s+/g, ''));";
    let counts = session.execute(counts, &[]);
    for counted in counts
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|one| one.as_str())
    {
        if !counted.is_empty() && text.contains(&counted.repeat(2)) {
            faults.push(format!("{counted} is told twice"));
        }
    }
    let html = Document::parse(&guide.html);
    let address = html
        .with("data-url")
        .find_map(|keep| keep.attribute("data-url"))
        .unwrap_or_default();
    let wanted = format!("{address}#{}", session.fragment());
    if !codes.contains(&wanted) {
        faults.push(format!("the code says {codes:?}, not {wanted}"));
    }
    faults
}

#[test]
#[ignore = "needs Chromium, poppler and zbar; tests/run runs it"]
fn every_list_is_one_page_in_large_type_with_all_that_is_demanded() {
    let (server, session) = (
        Server::start(&Site::demonstration().root()),
        printing_browser(),
    );
    let mut faults = Vec::new();
    for guide in distinct(guides(Site::demonstration())) {
        let parts =
            usual_and_longest(&guide).unwrap_or_else(|| panic!("{} has no list", guide.page));
        for (part, which) in parts.iter().zip(["usual", "longest"]) {
            session.open("about:blank");
            let page = Page::open(&session, &format!("{}#{part}", server.url(&guide.page)));
            page.wait_until("the finished list", |state| state.state() == "finished");
            let sheet = Sheet::print(&session);
            let (pages, lines) = (sheet.pages(), page.state().all_lines().count());
            if pages > 1 {
                faults.push(format!(
                    "{} {which}: {pages} pages for {lines} lines",
                    guide.page
                ));
            }
            let sizes = printed_type(&session);
            if sizes[0] < SMALLEST[0] || sizes[1] < SMALLEST[1] {
                faults.push(format!("{} {which}: type of {sizes:?} pixels", guide.page));
            }
            let found = faults_of(&sheet, &guide, &session);
            faults.extend(
                found
                    .into_iter()
                    .map(|fault| format!("{} {which}: {fault}", guide.page)),
            );
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(console_errors(&session, ""), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium, poppler and zbar; tests/run runs it"]
fn the_slip_of_a_trip_names_its_matters_and_brings_the_trip_back() {
    let (server, session) = (
        Server::start(&Site::demonstration().root()),
        printing_browser(),
    );
    let page = Page::open(&session, &server.url("wenyuan/plan.html#a01+a02+d01"));
    confirm(&session);
    page.wait_until("the choice to be taken", |state| state.state() == "asking");
    finish(&page);
    let sheet = Sheet::print(&session);
    let text = sheet.text();
    for wanted in ["高龄津贴", "老年优待", "生育登记"] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    let codes = sheet.codes();
    let code = codes
        .iter()
        .find(|code| code.contains('#'))
        .unwrap_or_else(|| panic!("no code with answers: {codes:?}"));
    let (address, part) = code.split_once('#').expect("it has a # part");
    assert_eq!(part, session.fragment());
    assert!(address.ends_with("/wenyuan/plan.html"), "{address}");
    let pages = sheet.pages();
    assert!(pages <= 2, "{pages} pages for three matters");
}

/// The day before the hundredth birthday, and on it (`cases/good/dates`): the list, the fee, and what follows on a later day.
#[test]
#[ignore = "needs Chromium, poppler and zbar; tests/run runs it"]
fn the_slip_is_that_of_the_day_of_the_visit() {
    let site = case_site("dates");
    let server = Server::start_with(&site.root(), at_home(Options::default()));
    let session = printing_browser();
    let page = Page::open(&session, &server.url("dong/a07.html"));
    page.choose("本人");
    page.date(["1926", "12", "2"]);
    page.choose("本区");
    page.choose("以上都没有");
    page.wait_until("the end", |state| state.state() == "finished");
    let printed = |day: &str| {
        set_day(&session, day);
        Sheet::print(&session).text()
    };
    let later = "到2026年12月2日就满100周岁了，有的要求会不一样。";
    let before = printed("2026-12-01");
    assert!(!before.contains("百岁照片"), "{before}");
    assert!(before.contains(later), "{before}");
    assert!(
        !before.contains("改成那天"),
        "that is for the screen: {before}"
    );
    assert!(before.contains("7.5元"), "{before}");
    let on = printed("2026-12-02");
    assert!(on.contains("百岁照片"), "{on}");
    assert!(!on.contains(later), "{on}");
    let next_year = printed("2027-01-04");
    assert!(next_year.contains("百岁照片"), "{next_year}");
    assert!(!next_year.contains("7.5元"), "{next_year}");
}

#[test]
#[ignore = "needs Chromium, poppler and zbar; tests/run runs it"]
fn without_scripts_the_paper_has_the_whole_list_with_its_conditions() {
    let (server, session) = (Server::start(&Site::demonstration().root()), browser());
    session.cdp(
        "Emulation.setScriptExecutionDisabled",
        &json!({ "value": true }),
    );
    for guide in distinct(guides(Site::demonstration())) {
        session.open(&server.url(&guide.page));
        let text = Sheet::of(&session).text();
        let page = Document::parse(&guide.html);
        for line in page
            .with("data-item")
            .filter(|element| element.has_class("line"))
        {
            let when = line
                .descendants()
                .find(|inner| inner.has_class("when"))
                .map(|when| when.text());
            let when: String = when.unwrap_or_default().split_whitespace().collect();
            assert!(
                text.contains(&when),
                "{}: {when:?} is not on the paper",
                guide.page
            );
        }
    }
}
