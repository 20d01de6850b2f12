//! A site comes to its place whole: beside what others put there, whoever else builds, whoever reads, and whenever the power goes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use onetrip_tests::site::{command, copy_folder, tree};
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;
use serde_json::Value;
use sha2::{Digest, Sha256};

const GUIDE: &str = "content/matters/ju-zhu.md";
const COMMUNITY: &str = "dong";

fn region(label: &str) -> TempDir {
    let folder = TempDir::new(label);
    let base = tools::workspace().join("tests/cases/base");
    copy_folder(&base, &folder.path().join("content"));
    folder
}

fn build(folder: &Path, more: &[&str]) -> Output {
    let mut command = command(folder);
    command.args(["build", "--no-print", "--lang", "en"]);
    command.args(more).output().expect("the command starts")
}

fn builds(folder: &Path, more: &[&str]) {
    let output = build(folder, more);
    assert!(output.status.success(), "{}", said(&output));
}

fn refuses(folder: &Path, more: &[&str], finding: &str) -> String {
    let output = build(folder, more);
    let said = said(&output);
    assert!(!output.status.success(), "{said}");
    assert!(said.contains(&format!("[{finding}]")), "{said}");
    said
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

/// Makes every page of the guide another one.
fn change(folder: &Path, word: &str) {
    let guide = folder.join(GUIDE);
    let text = fs::read_to_string(&guide).expect("a guide");
    let kept: Vec<&str> = text
        .lines()
        .filter(|line| !line.starts_with("这是第"))
        .collect();
    fs::write(
        &guide,
        format!("{}\n\n这是第{word}次。\n", kept.join("\n").trim_end()),
    )
    .expect("a guide");
}

fn hex(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// What a site's own manifest says is there, held against what is; what is wrong, if anything is.
fn fault(site: &Path) -> Option<String> {
    let manifest = match fs::read(site.join("manifest.json")) {
        Ok(bytes) => bytes,
        Err(error) => return Some(format!("manifest.json: {error}")),
    };
    let manifest: Value = serde_json::from_slice(&manifest).expect("JSON");
    let mut listed = BTreeMap::new();
    for file in manifest["files"].as_array().expect("a list") {
        let text = |key: &str| file[key].as_str().expect("a text").to_owned();
        listed.insert(text("path"), text("sha256"));
    }
    for (path, bytes) in tree(site) {
        match listed.remove(&path) {
            None if path == "manifest.json" => {}
            None => return Some(format!("{path}: not listed")),
            Some(sha256) if hex(&bytes) == sha256 => {}
            Some(_) => return Some(format!("{path}: other bytes")),
        }
    }
    listed
        .into_keys()
        .next()
        .map(|path| format!("{path}: not there"))
}

/// The codes of the site's pages that the ledger does not know.
fn unrecorded(folder: &Path) -> Vec<String> {
    let ledger = fs::read_to_string(folder.join("content/codes.lock")).unwrap_or_default();
    let known = |code: &str| {
        let code = format!("{COMMUNITY}/{code} ");
        ledger.lines().any(|line| line.starts_with(&code))
    };
    let mut codes: Vec<String> = tree(&folder.join("dist"))
        .into_keys()
        .filter_map(|path| {
            let code = path.strip_prefix(&format!("{COMMUNITY}/qr/"))?;
            code.strip_suffix(".svg").map(str::to_owned)
        })
        .collect();
    assert!(!codes.is_empty(), "a site has codes");
    codes.retain(|code| !known(code));
    codes
}

/// Names beside the site and the ledger that no build shall leave; what it notes for the next one is none.
fn leftovers(folder: &Path) -> Vec<String> {
    let names = [folder.to_owned(), folder.join("content")];
    let names = names
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let names = names.map(|entry| entry.expect("an entry").file_name());
    let names = names.map(|name| name.to_string_lossy().into_owned());
    let left = |name: &String| name.contains(".onetrip-") && name != ".dist.onetrip-made";
    names.filter(left).collect()
}

#[test]
fn what_did_not_change_is_not_touched() {
    let folder = region("untouched");
    let folder = folder.path();
    builds(folder, &[]);
    let dist = folder.join("dist");
    let state = |path: &Path| {
        let meta = fs::metadata(path).expect("it is there");
        (meta.modified().expect("a time"), id(&meta))
    };
    let of = |path: &str| state(&dist.join(path));
    let before = (state(&dist), of("manifest.json"), of("index.html"));
    builds(folder, &[]);
    assert_eq!(
        before,
        (state(&dist), of("manifest.json"), of("index.html"))
    );
    // One guide changed: its pages are new files, the others are the same ones.
    change(folder, "二");
    builds(folder, &[]);
    assert_eq!(
        before.2,
        of("404.html").min(of("index.html")).max(of("index.html"))
    );
    assert_ne!(before.1, of("manifest.json"));
    assert_eq!(fault(&dist), None);
    assert_eq!(leftovers(folder), Vec::<String>::new());
}

#[cfg(unix)]
fn id(meta: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(meta)
}

#[cfg(not(unix))]
fn id(meta: &fs::Metadata) -> u64 {
    meta.len()
}

#[test]
fn what_others_put_there_stays() {
    let folder = region("kept");
    let folder = folder.path();
    builds(folder, &[]);
    let theirs = [
        (".well-known/security.txt", "Contact: mailto:a@example.com"),
        ("CNAME", "banshi.example.com"),
        (".nojekyll", ""),
        ("MP_verify_abcDEF123.txt", "abcDEF123"),
        ("statistics/2026/11.html", "<p>3"),
        ("assets/theirs/logo.svg", "<svg/>"),
    ];
    for (name, text) in theirs {
        write(&folder.join("dist"), name, text);
    }
    let keep = ["--keep", "statistics/", "--keep", "assets/theirs"];
    let said = refuses(folder, &keep[..2], "output-foreign");
    assert!(said.contains("assets/theirs/logo.svg"), "{said}");
    for word in ["二", "三"] {
        change(folder, word);
        builds(folder, &keep);
        for (name, text) in theirs {
            let now = fs::read_to_string(folder.join("dist").join(name)).ok();
            assert_eq!(now.as_deref(), Some(text), "{name}");
        }
    }
    // What the site has itself cannot be somebody else's as well; and nothing is recorded then.
    let ledger = fs::read(folder.join("content/codes.lock")).expect("a ledger");
    let guide = fs::read_to_string(folder.join(GUIDE)).expect("a guide");
    let other = guide
        .replace("编号: b01", "编号: b09")
        .replace("标题: ", "标题: 又一个");
    write(folder, "content/matters/another.md", &other);
    refuses(
        folder,
        &[
            "--keep",
            "statistics",
            "--keep",
            "assets/theirs",
            "--keep",
            "index.html",
        ],
        "keep-made",
    );
    assert!(ledger == fs::read(folder.join("content/codes.lock")).expect("a ledger"));
    assert_eq!(leftovers(folder), Vec::<String>::new());
    builds(folder, &keep);
    assert!(ledger != fs::read(folder.join("content/codes.lock")).expect("a ledger"));
}

#[test]
fn a_strangers_folder_is_never_taken_for_ours() {
    let folder = region("strangers");
    let folder = folder.path();
    let stranger = r#"{"name": "相册", "start_url": "/", "icons": []}"#;
    write(folder, "album/manifest.json", stranger);
    let said = refuses(folder, &["--out", "album"], "output-foreign");
    assert!(said.contains("manifest.json"), "{said}");
    assert_eq!(tree(&folder.join("album")).len(), 1);
    // A manifest of ours that went astray into a folder with pages of somebody else.
    builds(folder, &[]);
    for name in ["index.html", "404.html"] {
        write(
            folder,
            &format!("pages/{name}"),
            "<p>my own work, three years of it",
        );
    }
    fs::copy(
        folder.join("dist/manifest.json"),
        folder.join("pages/manifest.json"),
    )
    .expect("a file");
    refuses(folder, &["--out", "pages"], "output-foreign");
    assert_eq!(tree(&folder.join("pages")).len(), 3);
    // A page that was mended by hand makes nobody else's site of it.
    write(folder, "dist/index.html", "<p>by hand");
    builds(folder, &[]);
    assert_eq!(fault(&folder.join("dist")), None);
}

#[test]
fn a_build_that_fails_leaves_no_folder() {
    let folder = region("no-folder");
    let folder = folder.path();
    write(folder, "content/matters/bad.md", "no front matter");
    assert!(!build(folder, &["--out", "a/b/dist"]).status.success());
    assert!(!folder.join("a").exists());
    assert!(!build(folder, &["--to", "a/b/site.zip"]).status.success());
    assert!(!folder.join("a").exists());
}

#[cfg(unix)]
#[test]
fn links_lead_to_the_folder_that_is_meant_and_its_mode_stays() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = region("links");
    let folder = folder.path();
    // Nothing is there yet.
    symlink("releases/one", folder.join("dist")).expect("a link");
    builds(folder, &[]);
    let is_link = || {
        let meta = fs::symlink_metadata(folder.join("dist")).expect("it is there");
        meta.file_type().is_symlink()
    };
    assert!(is_link());
    let real = folder.join("releases/one");
    assert_eq!(fault(&real), None);
    let mode = |path: &Path| {
        fs::metadata(path)
            .expect("it is there")
            .permissions()
            .mode()
            & 0o7777
    };
    let set = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("ours");
    };
    let page = real.join(COMMUNITY).join("b01.html");
    set(&real, 0o2771);
    set(&real.join(COMMUNITY), 0o2775);
    set(&page, 0o664);
    let before = fs::read(&page).expect("a page");
    change(folder, "二");
    builds(folder, &[]);
    assert!(is_link());
    assert!(
        before != fs::read(&page).expect("a page"),
        "the page changed"
    );
    assert_eq!(mode(&real), 0o2771);
    assert_eq!(mode(&real.join(COMMUNITY)), 0o2775);
    assert_eq!(mode(&page), 0o664);
    let beside = fs::read_dir(folder.join("releases")).expect("a folder");
    let beside = beside.map(|entry| entry.expect("an entry").file_name());
    let beside: BTreeSet<_> = beside.collect();
    assert_eq!(beside, [".one.onetrip-made", "one"].map(Into::into).into());
}

#[test]
fn builds_at_once_end_as_one_of_them() {
    let folder = region("at-once");
    let folder = folder.path();
    let (mut done, mut refused) = (0, 0);
    for round in 0..10 {
        change(folder, &round.to_string());
        let start = || {
            let mut command = command(folder);
            command.args(["build", "--no-print", "--lang", "en"]);
            command
                .stderr(Stdio::piped())
                .spawn()
                .expect("the command starts")
        };
        let running = [start(), start(), start()];
        let mut through = 0;
        for child in running {
            let output = child.wait_with_output().expect("it ends");
            let said = said(&output);
            if output.status.success() {
                through += 1;
            } else {
                // The only reason, and a true one.
                assert!(
                    said.contains("[output-busy]") && said.contains("(process "),
                    "{said}"
                );
                refused += 1;
            }
        }
        assert!(through > 0, "nobody got through");
        done += through;
        assert_eq!(fault(&folder.join("dist")), None);
        assert_eq!(unrecorded(folder), Vec::<String>::new());
        let page = fs::read_to_string(folder.join("dist").join(COMMUNITY).join("b01.html"));
        let page = page.expect("a page");
        assert!(page.contains(&format!("这是第{round}次")), "an older page");
    }
    assert_eq!(done + refused, 30);
    assert_eq!(leftovers(folder), Vec::<String>::new());
}

/// Two folders change places at one stroke here.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
#[test]
fn a_reader_never_finds_a_gap() {
    let folder = region("reader");
    let folder = folder.path();
    builds(folder, &[]);
    let stop = AtomicBool::new(false);
    let paths =
        ["index.html", "manifest.json", "dong/b01.html"].map(|path| folder.join("dist").join(path));
    let looks = thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut looks = 0;
            while !stop.load(Ordering::Relaxed) {
                for path in &paths {
                    let text = fs::read(path).expect("it is there at every moment");
                    assert!(!text.is_empty());
                    looks += 1;
                }
            }
            looks
        });
        for round in 0..12 {
            change(folder, &round.to_string());
            builds(folder, &[]);
        }
        stop.store(true, Ordering::Relaxed);
        reader.join().expect("no gap")
    });
    assert!(looks > 1000, "{looks} looks");
}

#[test]
fn a_kill_leaves_the_old_site_or_the_new_one() {
    let folder = region("kills");
    let folder = folder.path();
    builds(folder, &[]);
    let mut kills = 0;
    for round in 0..48_u64 {
        change(folder, &round.to_string());
        let guide = fs::read_to_string(folder.join(GUIDE)).expect("a guide");
        let code = format!("编号: c{round:02}");
        let other = guide
            .replace("编号: b01", &code)
            .replace("标题: ", &format!("标题: 又一个{round}"));
        write(
            folder,
            &format!("content/matters/another-{round}.md"),
            &other,
        );
        let mut child = command(folder);
        child.args(["build", "--no-print", "--lang", "en"]);
        let mut child = child
            .stderr(Stdio::null())
            .spawn()
            .expect("the command starts");
        thread::sleep(Duration::from_millis(round * 7));
        if child.try_wait().expect("a child").is_none() {
            child.kill().expect("a child of ours can be ended");
            kills += 1;
        }
        child.wait().expect("it ends");
        assert_eq!(fault(&folder.join("dist")), None, "round {round}");
        assert_eq!(unrecorded(folder), Vec::<String>::new(), "round {round}");
    }
    assert!(kills > 0, "no build was killed");
    builds(folder, &[]);
    assert_eq!(fault(&folder.join("dist")), None);
    assert_eq!(leftovers(folder), Vec::<String>::new());
}
