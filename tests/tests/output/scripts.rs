//! The scripts are what old phones understand: classic scripts of ES2018.

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
