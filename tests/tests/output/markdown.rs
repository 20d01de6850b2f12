//! What authors' Markdown becomes, held against other readers of it: the examples of CommonMark, and emphasis beside Chinese as npm's
//! `markdown-it-cjk-friendly` has it.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use onetrip_tests::cases;
use onetrip_tests::site::{Site, copy_folder, onetrip};
use onetrip_tests::situations::Dice;
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;
use serde_json::Value;

/// The examples as JSON: number, Markdown, HTML.
const EXAMPLES: &str = r"
  const { tests } = require(process.argv[1]);
  const tabs = (text) => text.replace(/→/g, '\t');
  console.log(JSON.stringify(tests.map((t) => [t.number, tabs(t.markdown), tabs(t.html)])));";

/// The paragraphs of a JSON array as HTML.
const PARAGRAPHS: &str = r"
  const [modules, file] = process.argv.slice(1);
  const { default: MarkdownIt } = await import(modules + '/markdown-it/dist/markdown-it.mjs');
  const { default: friendly } = await import(modules + '/markdown-it-cjk-friendly/dist/index.js');
  const { readFileSync } = await import('fs');
  const reader = new MarkdownIt().use(friendly);
  console.log(JSON.stringify(JSON.parse(readFileSync(file, 'utf8')).map((text) => reader.render(text))));";

/// Indented paragraphs are paragraphs: guides hold no programs.
const INDENTED: &[u32] = &[
    1, 2, 3, 5, 6, 7, 8, 18, 36, 48, 69, 85, 100, 107, 110, 111, 112, 114, 115, 116, 117, 118, 134,
    211, 225, 231, 236, 252, 253, 254, 257, 264, 270, 271, 272, 273, 274, 278, 286, 287, 288, 289,
    290, 309, 313,
];
/// Of HTML the words stay, what looks like a tag goes, and tables are tables.
const HTML: &[u32] = &[
    148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 160, 161, 163, 164, 165, 166, 167, 169,
    170, 171, 172, 173, 174, 175, 176, 177, 178, 180, 181, 182, 183, 184, 185, 186, 188, 189, 190,
    191, 475, 494, 524, 536, 613, 614, 615, 616, 617, 623, 626, 627, 628, 629,
];
/// Addresses in text are links, and `[x] (url)` is one.
const ADDRESSES: &[u32] = &[
    14, 197, 209, 508, 511, 513, 518, 519, 546, 547, 548, 551, 552, 590, 602, 606, 608, 611, 612,
];
/// A heading of the fifth level below one of the first: pages leave no level out.
const LEVELS: &[u32] = &[72];
/// A star between figures is a star: 3*5*2.
const FIGURES: &[u32] = &[356];
/// Links to files that are not there, to the top of a host, or of kinds that no page may have are errors.
const REFUSED: &[u32] = &[
    21, 22, 23, 31, 32, 33, 159, 162, 187, 194, 195, 200, 201, 203, 204, 206, 217, 344, 476, 477,
    484, 485, 486, 487, 489, 491, 492, 495, 496, 498, 499, 500, 501, 502, 503, 504, 517, 520, 522,
    531, 567, 572, 573, 574, 575, 576, 577, 578, 579, 580, 581, 582, 583, 584, 585, 586, 587, 588,
    589, 591, 596, 598, 599, 601, 630, 631, 642, 643,
];

/// The part of a page that its author wrote.
fn prose(site: &Site, name: &str) -> String {
    let page = site.text(&format!("{name}.html"));
    let (_, rest) = page
        .split_once("<div class=\"prose\">\n")
        .unwrap_or_else(|| panic!("{name} has no text"));
    let end = rest.find("\n</div>\n</article>").expect("it ends");
    rest[..end].to_owned()
}

/// HTML without white space, remarks and attributes that only one of two readers gives; the page's own heading is the first.
fn plain(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
            continue;
        }
        let end = rest.find('>').map_or(rest.len(), |end| end + 1);
        let tag = &rest[1..end - 1];
        let name: String = tag
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '/')
            .collect();
        let name = if name.ends_with("h1") {
            name.replace("h1", "h2")
        } else {
            name
        };
        let mut kept: Vec<String> = ["href", "src", "start", "alt", "title"]
            .into_iter()
            .filter_map(|attribute| {
                let (_, value) = tag.split_once(&format!(" {attribute}=\""))?;
                Some(format!(" {attribute}={}", value.split('"').next()?))
            })
            .collect();
        kept.sort();
        let _ = write!(out, "<{}{}>", name.trim_end_matches('/'), kept.concat());
        rest = &rest[end..];
    }
    out.push_str(rest);
    let out = out
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'");
    let out = out
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
    out.chars().filter(|c| !c.is_whitespace()).collect()
}

fn base(content: &Path) {
    copy_folder(&cases::root().join("base"), content);
    fs::create_dir(content.join("pages")).expect("the base has no pages");
}

fn page(content: &Path, name: &str, text: &str) {
    let text = format!("---\n标题: 例\n---\n{text}");
    let path = content.join(format!("pages/{name}.md"));
    fs::write(path, text).expect("a page");
}

/// The numbers of pages with an error.
fn refused(folder: &Path) -> BTreeSet<u32> {
    let output = onetrip(folder, ["check", "--format", "json"]);
    let findings: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let all = findings.as_array().expect("a list").iter();
    let errors = all.filter(|finding| finding["severity"] == "error");
    let number = |finding: &Value| {
        let file = finding["file"].as_str()?;
        file.strip_prefix("pages/e")?
            .strip_suffix(".md")?
            .parse()
            .ok()
    };
    errors.filter_map(number).collect()
}

#[test]
#[ignore = "needs node and commonmark-spec; tests/run runs it"]
fn examples_of_commonmark_read_the_same_or_differ_on_purpose() {
    let module = tools::npm_file("commonmark-spec/index.js");
    let output = tools::run(
        "node",
        ["-e".into(), EXAMPLES.into(), module.into_os_string()],
    );
    let examples: Vec<(u32, String, String)> =
        serde_json::from_slice(&output.stdout).expect("the examples are JSON");
    assert_eq!(examples.len(), 652);
    let folder = TempDir::new("commonmark");
    let content = folder.path().join("content");
    base(&content);
    // A site has no top of its host.
    let somewhere = |text: &str| {
        let text = text.replace("/url", "https://a.example/url");
        text.replace("/uri", "https://a.example/uri")
    };
    for (number, markdown, _) in &examples {
        page(&content, &format!("e{number}"), &somewhere(markdown));
    }
    let refused = refused(folder.path());
    for number in &refused {
        fs::remove_file(content.join(format!("pages/e{number}.md"))).expect("it was written");
    }
    let site = Site::build_with(&content, &["--no-print"]);
    let differs = |(number, _, html): &&(u32, String, String)| {
        let known = !refused.contains(number);
        known && plain(&prose(&site, &format!("e{number}"))) != plain(&somewhere(html))
    };
    let found: BTreeSet<u32> = examples.iter().filter(differs).map(|one| one.0).collect();
    let purpose = [INDENTED, HTML, ADDRESSES, LEVELS, FIGURES].concat();
    let purpose: BTreeSet<u32> = purpose.into_iter().collect();
    let of = |one: &BTreeSet<u32>, other: &BTreeSet<u32>| {
        one.difference(other).copied().collect::<Vec<_>>()
    };
    let none: Vec<u32> = Vec::new();
    assert_eq!(of(&found, &purpose), none, "these differ");
    assert_eq!(of(&purpose, &found), none, "these do not differ any more");
    assert_eq!(refused, REFUSED.iter().copied().collect());
}

/// Some Chinese with stars in it.
fn emphasis(dice: &mut Dice) -> String {
    const SIGNS: [&str; 6] = [
        "字人收费元住房证",
        "，。：；？！、「」『』（）《》“”‘’…—·",
        "￥℃㎡№→★✓％＋①😀€$",
        "ab",
        "35",
        ".,()!:",
    ];
    const RUNS: [&str; 5] = ["*", "**", "**", "**", "***"];
    let mut piece = |text: &mut String| {
        let of = [0, 0, 0, 0, 1, 1, 2, 2, 3, 4, 5][dice.below(11)];
        let signs: Vec<char> = SIGNS[of].chars().collect();
        for _ in 0..=dice.below(2) {
            text.push(signs[dice.below(signs.len())]);
        }
        dice.below(4)
    };
    let mut text = String::from("字");
    for nth in 0..6 {
        let mut more = piece(&mut text);
        while more > 1 {
            more = piece(&mut text);
        }
        if nth < 5 {
            text.push_str(RUNS[more + nth % 3]);
        }
    }
    text
}

/// A run of stars behind a figure or a unit and before a figure is meant as stars.
fn has_stars_of_its_own(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let runs = chars.chunk_by(|one, other| (*one == '*') == (*other == '*'));
    let runs: Vec<&[char]> = runs.collect();
    runs.array_windows().any(|[before, stars, behind]| {
        let before = before[before.len() - 1];
        let is_amount = before.is_ascii_alphanumeric() || before == '㎡';
        stars[0] == '*' && is_amount && behind[0].is_ascii_digit()
    })
}

#[test]
#[ignore = "needs node and markdown-it; tests/run runs it"]
fn emphasis_beside_chinese_is_that_of_another_reader() {
    let mut dice = Dice::new(20_261_126);
    let mut texts: Vec<String> = Vec::new();
    while texts.len() < 3000 {
        let text = emphasis(&mut dice);
        if !has_stars_of_its_own(&text) {
            texts.push(text);
        }
    }
    let folder = TempDir::new("emphasis");
    let content = folder.path().join("content");
    base(&content);
    page(&content, "e", &texts.join("\n\n"));
    let site = Site::build_with(&content, &["--no-print"]);
    let ours = prose(&site, "e").replace("</p>\n", "</p>");
    let file = folder.path().join("texts.json");
    fs::write(&file, serde_json::to_vec(&texts).expect("JSON")).expect("a file");
    let package = tools::npm_file("markdown-it/package.json");
    let modules = package.ancestors().nth(2).expect("node_modules");
    let arguments: [OsString; 5] = [
        "--input-type=module".into(),
        "-e".into(),
        PARAGRAPHS.into(),
        modules.into(),
        file.into(),
    ];
    let output = tools::run("node", arguments);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    let theirs: Vec<String> = serde_json::from_slice(&output.stdout).expect("JSON");
    let ours: Vec<String> = ours.split_inclusive("</p>").map(plain).collect();
    assert_eq!(ours.len(), texts.len());
    let mut bold = 0;
    for ((text, ours), theirs) in texts.iter().zip(&ours).zip(&theirs) {
        assert_eq!(*ours, plain(theirs), "{text}");
        bold += usize::from(ours.contains("<strong>"));
    }
    assert!(bold > 1000, "{bold} of {} have something bold", texts.len());
}
