//! The pages are valid HTML by the judgement of the Nu checker.

use onetrip_tests::cases;
use onetrip_tests::site::{Site, is_kind};
use onetrip_tests::tools;

#[test]
#[ignore = "needs java and vnu-jar; tests/run runs it"]
fn pages_are_valid() {
    assert!(
        tools::has("java"),
        "java is not installed: run tests/run once, it installs it"
    );
    valid(Site::demonstration());
    valid(&cases::site("good/retired"));
}

fn valid(site: &Site) {
    let pages = site
        .files()
        .into_keys()
        .filter(|path| is_kind(path, "html") || is_kind(path, "svg"));
    let pages = pages.map(|path| site.root().join(path).into_os_string());
    let jar = tools::npm_file("vnu-jar/build/dist/vnu.jar").into_os_string();
    let arguments = [
        "-Xss8m".into(),
        "-jar".into(),
        jar,
        "--also-check-svg".into(),
    ];
    let output = tools::run("java", arguments.into_iter().chain(pages));
    let text = String::from_utf8_lossy(&output.stderr)
        .replace(&format!("file:{}/", site.root().display()), "");
    let found: Vec<_> = text.lines().take(60).collect();
    assert!(
        output.status.success() && found.is_empty(),
        "the Nu checker finds\n{}",
        found.join("\n")
    );
}
