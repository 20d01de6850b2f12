//! The preview: what it answers, and what it outlives.

use std::fs;

use onetrip_tests::preview::Preview;
use onetrip_tests::site::command;

const GUIDE: &str = "matters/elderly/gao-ling.md";
const PAGE: &str = "/dong/a07.html";
const ABOUT: &str = "/_about?/dong/a07.html";

/// What `onetrip check` says of the content, without its last lines.
fn checked(preview: &Preview) -> String {
    let content = preview.file("");
    let mut command = command(content.parent().expect("it lies in a folder"));
    command.args(["check", "--lang", "zh"]);
    let output = command.output().expect("the command starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let end = said.find("\n用 onetrip explain").unwrap_or(said.len());
    said[..end].trim().to_owned()
}

#[test]
fn a_page_follows_the_guide_and_says_what_is_wrong_with_it() {
    let preview = Preview::start();
    let page = preview.ask(&format!("GET {PAGE}"));
    assert!(page.contains("高龄津贴") && page.contains("/_preview.js"));
    preview.edit(GUIDE, "标题: 高龄津贴", "标题: 高龄补贴");
    preview.wait(PAGE, "the new title", |page| page.contains("高龄补贴"));

    preview.edit(GUIDE, "办件:", "办牛:");
    let about = preview.wait(ABOUT, "what is wrong", |about| about.contains("办牛"));
    let (_, body) = about.split_once("\r\n\r\n").expect("head and body");
    let about: serde_json::Value = serde_json::from_str(body).expect("it is JSON");
    let text = about["here"][0]["text"].as_str().unwrap_or_default();
    assert_eq!(
        text.trim(),
        checked(&preview),
        "the same words as in the terminal"
    );
    assert_eq!(
        (&about["old"], &about["elsewhere"]),
        (&true.into(), &0.into())
    );
    let old = preview.ask(&format!("GET {PAGE}"));
    assert!(old.contains("高龄补贴"), "the last good page stays");
    // Another page says that there is something elsewhere.
    let other = preview.ask("GET /_about?/dong/b01.html");
    assert!(other.contains("别处还有 1 处"), "{other}");
    assert!(preview.ask("GET /_findings").contains("办牛"));
    let why = preview.ask("GET /_explain/unknown-key");
    assert!(why.starts_with("HTTP/1.1 200") && why.contains("[unknown-key]"));
    let format = preview.ask("GET /_format");
    assert!(format.starts_with("HTTP/1.1 200") && format.contains("办件"));

    preview.edit(GUIDE, "办牛:", "办件:");
    preview.wait(ABOUT, "nothing wrong", |about| {
        about.contains("\"here\":[]")
    });
}

#[test]
fn sheets_are_printed_when_somebody_asks_for_one() {
    let preview = Preview::start();
    let booklet = preview.ask("GET /dong/print/booklet.html");
    assert!(
        booklet.contains("href=\"posters.pdf\""),
        "pages link to sheets"
    );
    let head = |path: &str| {
        let answer = preview.ask(&format!("GET {path}"));
        answer
            .split("\r\n\r\n")
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let poster = head("/dong/print/a07.pdf");
    assert!(
        poster.starts_with("HTTP/1.1 200") && poster.contains("application/pdf"),
        "{poster}"
    );
    assert!(head("/dong/print/posters.pdf").starts_with("HTTP/1.1 200"));
    assert!(head("/dong/print/z99.pdf").starts_with("HTTP/1.1 404"));
    // A sheet may be hung up: its code leads to where the site will stand.
    let drawing = preview.ask("GET /dong/print/a07.svg");
    assert!(drawing.contains("<svg") && !drawing.contains(&preview.address));
    preview.edit(GUIDE, "编号: a07", "编号: a17");
    preview.wait("/dong/a17.html", "the new code", |page| {
        page.starts_with("HTTP/1.1 200")
    });
    assert!(head("/dong/print/a17.pdf").starts_with("HTTP/1.1 200"));
    assert!(head("/dong/print/a07.pdf").starts_with("HTTP/1.1 404"));
    assert!(!preview.file("codes.lock").exists(), "nothing is recorded");
}

#[test]
fn it_outlives_what_happens_to_files() {
    let mut preview = Preview::start();
    let [matters, away] = ["matters", "matters-away"].map(|folder| preview.file(folder));
    fs::rename(&matters, &away).expect("it can be renamed");
    preview.wait("/_findings", "no guide", |all| all.contains("no-matter"));
    assert!(preview.ask(&format!("GET {PAGE}")).contains("高龄津贴"));
    fs::rename(&away, &matters).expect("it can be renamed");
    preview.wait("/_findings", "all is well", |all| {
        all.contains("没有发现问题")
    });
    // Half a guide, bytes that are no text, nothing at all.
    let guide = preview.file(GUIDE);
    let whole = fs::read(&guide).expect("it can be read");
    for (broken, id) in [
        (&whole[..whole.len() / 3], "["),
        (&[0xff, 0xfe, 0][..], "not-utf8"),
        (&[][..], "["),
    ] {
        fs::write(&guide, broken).expect("it can be written");
        preview.wait("/_findings", id, |all| {
            all.contains("class=\"error\"") && all.contains(id)
        });
    }
    fs::remove_dir_all(preview.file("")).expect("it goes away");
    preview.wait("/_findings", "no content", |all| {
        all.contains("class=\"error\"")
    });
    assert!(preview.ask(&format!("GET {PAGE}")).contains("高龄津贴"));
    assert!(preview.runs());
}

#[test]
fn it_answers_this_machine_alone() {
    let preview = Preview::start();
    let status = |answer: String| answer.lines().next().unwrap_or_default().to_owned();
    let ask = |request: &str| status(preview.ask(request));
    assert_eq!(ask("GET /"), "HTTP/1.1 200 OK");
    assert_eq!(ask("GET /dong/"), "HTTP/1.1 200 OK");
    assert_eq!(ask("GET /nowhere.html"), "HTTP/1.1 404 Not Found");
    assert_eq!(ask("GET /../content/site.yaml"), "HTTP/1.1 404 Not Found");
    assert_eq!(
        ask("GET /%2e%2e/content/site.yaml"),
        "HTTP/1.1 404 Not Found"
    );
    assert_eq!(ask("POST /"), "HTTP/1.1 405 Method Not Allowed");
    for host in ["example.org", "example.org:80", ""] {
        assert_eq!(
            status(preview.ask_as("GET /", host)),
            "HTTP/1.1 403 Forbidden"
        );
    }
    let head = preview.ask("HEAD /");
    assert!(head.starts_with("HTTP/1.1 200 OK") && head.ends_with("\r\n\r\n"));
    assert!(!preview.file("codes.lock").exists(), "nothing is recorded");
}

#[test]
fn many_saves_take_no_more_memory() {
    let preview = Preview::start();
    let save = |number: usize| {
        let (old, new) = (number, number + 1);
        let title = |number| match number {
            0 => "标题: 居住登记\n".to_owned(),
            number => format!("标题: 居住登记{number}次\n"),
        };
        preview.edit("matters/ju-zhu.md", &title(old), &title(new));
        let wanted = format!("居住登记{new}次");
        preview.wait("/dong/b01.html", &wanted, |page| page.contains(&wanted));
    };
    (0..15).for_each(save);
    let before = preview.memory();
    (15..45).for_each(save);
    let after = preview.memory();
    // Thirty sites of this size that were kept would be far more.
    assert!(after < before + 15_000, "{before} KB, then {after} KB");
}

#[test]
fn a_port_that_is_taken_is_told() {
    let preview = Preview::start();
    let (_, port) = preview.address.split_once(':').expect("host and port");
    let content = preview.file("");
    let mut command = command(content.parent().expect("it lies in a folder"));
    command.args(["serve", "--lang", "zh", "--port", port]);
    let output = command.output().expect("the command starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said.contains(&format!("错误[port-taken]: 端口 {port} 用不了")),
        "{said}"
    );
    assert!(said.contains("--port 8765"), "{said}");
}
