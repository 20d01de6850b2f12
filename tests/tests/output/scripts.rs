//! The scripts are what old phones understand: classic scripts of ES2018.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use onetrip_tests::site::{Site, is_kind};
use onetrip_tests::tools;

const PARSE: &str = "
  const [acorn, ...files] = process.argv.slice(1);
  const { parse } = require(acorn);
  for (const file of files) {
    try { parse(require('fs').readFileSync(file, 'utf8'), { ecmaVersion: 2018, sourceType: 'script' }); }
    catch (error) { console.error(file + ': ' + error.message); process.exitCode = 1; }
  }";

#[test]
#[ignore = "needs node and acorn; tests/run runs it"]
fn scripts_are_es2018() {
    let site = Site::demonstration();
    let scripts: Vec<_> = site
        .files()
        .into_keys()
        .filter(|path| is_kind(path, "js"))
        .collect();
    assert!(!scripts.is_empty(), "there is a wizard");
    let mut arguments = vec![
        "-e".into(),
        PARSE.into(),
        tools::npm_file("acorn/dist/acorn.js").into_os_string(),
    ];
    arguments.extend(
        scripts
            .iter()
            .map(|path| site.root().join(path).into_os_string()),
    );
    let output = tools::run("node", arguments);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn pages_hold_no_script_of_their_own() {
    for (path, bytes) in Site::demonstration()
        .files()
        .iter()
        .filter(|(path, _)| is_kind(path, "html"))
    {
        let page = onetrip_tests::html::Document::parse(&String::from_utf8_lossy(bytes));
        for script in page.elements().filter(|element| element.name() == "script") {
            let data = script.attribute("type") == Some("application/ld+json");
            assert!(
                data || script.attribute("src").is_some(),
                "{path}: an inline script breaks a strict policy"
            );
            assert_ne!(
                script.attribute("type"),
                Some("module"),
                "{path}: file:// loads no modules"
            );
        }
    }
}

/// The texts that a script says by name: `say("key")`, where `const say = teller("prefix_")`.
fn said(script: &str) -> BTreeSet<String> {
    let own = script.contains("const tell = (");
    let shared = (!own).then(|| ("tell".to_owned(), String::new()));
    let mut tellers: Vec<(String, String)> = shared.into_iter().collect();
    for (before, after) in script
        .match_indices(" = teller(\"")
        .map(|(at, found)| (&script[..at], &script[at + found.len()..]))
    {
        let name = before.rsplit(' ').next().expect("a name");
        let prefix = after.split('"').next().expect("a prefix");
        tellers.push((name.to_owned(), prefix.to_owned()));
    }
    let mut said = BTreeSet::new();
    for (name, prefix) in tellers {
        let call = format!("{name}(\"");
        for (at, _) in script.match_indices(&call) {
            // Neither the end of another name, nor the begin of a key that is put together.
            let is_whole = !script[..at].ends_with(|it: char| it.is_alphanumeric() || it == '.');
            let (key, rest) = script[at + call.len()..].split_once('"').expect("a key");
            let is_whole = is_whole && !rest.starts_with(" +");
            said.extend(is_whole.then(|| format!("{prefix}{key}")));
        }
    }
    said
}

#[test]
fn every_text_that_a_script_says_is_there() {
    let web = Path::new(env!("CARGO_MANIFEST_DIR")).join("../wasm-widget/web");
    let scripts = walkdir::WalkDir::new(web).into_iter().flatten();
    let scripts = scripts.filter(|entry| entry.path().extension().is_some_and(|end| end == "js"));
    let scripts = scripts.map(|entry| fs::read_to_string(entry.path()).expect("a script"));
    let said: BTreeSet<String> = scripts.flat_map(|script| said(&script)).collect();
    assert!(said.len() > 80, "{said:?}");
    for language in ["zh", "en"] {
        let files = Site::demonstration().files();
        let start = format!("assets/texts-{language}-");
        let (_, texts) = files
            .iter()
            .find(|(path, _)| path.starts_with(&start))
            .expect("the texts of the scripts");
        let texts = String::from_utf8_lossy(texts);
        let missing = said
            .iter()
            .filter(|key| !texts.contains(&format!("\"{key}\":")));
        assert_eq!(
            missing.collect::<Vec<_>>(),
            Vec::<&String>::new(),
            "{language}"
        );
    }
}
