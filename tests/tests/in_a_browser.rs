//! The core as WebAssembly, with no disk, no clock and one thread, says and makes to the byte what the command does.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, ChildStdout, Command, Stdio};

use onetrip_tests::cases::{self, Recipe};
use onetrip_tests::site::{command, copy_folder, tree};
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use walkdir::WalkDir;
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";
/// The day of all builds, and its noon in seconds.
const DAY: (&str, &str) = ("2026-11-22", "1795348800");

/// The module of `generator/core/examples/in_a_browser.rs`, for Node.
fn module(folder: &TempDir) -> String {
    let target = tools::target_dir();
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(tools::workspace()).args([
        "build",
        "--quiet",
        "--locked",
        "--package",
        "onetrip-core",
        "--example",
        "in_a_browser",
        "--target",
        TARGET,
        "--target-dir",
    ]);
    cargo.arg(&target);
    // Nobody looks into it with a debugger, and half of the time went there.
    cargo.env("CARGO_PROFILE_DEV_DEBUG", "false");
    // Compiling is most of it: two small folders are soon built without optimisation.
    for package in ["\"*\"", "onetrip-widget"] {
        cargo.arg(format!(
            "--config=profile.dev.package.{package}.opt-level=0"
        ));
    }
    let built = cargo.status().expect("cargo starts");
    assert!(
        built.success(),
        "tests/run installs what is missing: rustup target add {TARGET}"
    );
    let name = "in_a_browser";
    Bindgen::new()
        .input_path(target.join(format!("{TARGET}/debug/examples/{name}.wasm")))
        .nodejs(true)
        .expect("Node is known")
        .generate(folder.path())
        .expect("what cargo built is a module");
    let module = folder.path().join(format!("{name}.js"));
    module.to_string_lossy().into_owned()
}

/// What the module is about to tell of each of these folders; it has read them.
fn telling(module: &str, folders: &[String]) -> (Child, BufReader<ChildStdout>) {
    let script = tools::workspace().join("tests/in-a-browser.js");
    let mut node = Command::new("node")
        .arg(script)
        .arg(module)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("tests/run installs node");
    let jobs: Vec<Value> = folders
        .iter()
        .map(|folder| json!([folder, DAY.0]))
        .collect();
    let mut input = node.stdin.take().expect("it was asked for");
    let written = input.write_all(json!(jobs).to_string().as_bytes());
    written.expect("node listens");
    drop(input);
    let mut told = BufReader::new(node.stdout.take().expect("it was asked for"));
    let mut line = String::new();
    told.read_line(&mut line).expect("node speaks");
    assert_eq!(line, "read\n");
    (node, told)
}

/// What it told.
fn told((mut node, mut told): (Child, BufReader<ChildStdout>)) -> Vec<Value> {
    let mut json = Vec::new();
    told.read_to_end(&mut json).expect("node speaks");
    let ended = node.wait().expect("node ends");
    assert!(ended.success(), "the module fails");
    serde_json::from_slice(&json).expect("it tells JSON")
}

/// What the command finds, and SHA-256 of each file of the site that it makes; none where it makes none.
fn made(folder: &TempDir) -> Value {
    let run = |what: &[&str]| {
        let mut command = command(folder.path());
        command.env("SOURCE_DATE_EPOCH", DAY.1);
        command
            .args(what)
            .args(["--lang", "en", "--format", "json"]);
        command.output().expect("the command starts")
    };
    let checked = run(&["check"]).stdout;
    let found: Value = serde_json::from_slice(&checked).expect("a check tells JSON");
    // Afterwards, as it records codes.
    let built = run(&["build", "--no-print"]).status.success();
    let hash = |(path, bytes): (String, Vec<u8>)| {
        let digest = Sha256::digest(bytes);
        let digits = digest.iter().map(|byte| format!("{byte:02x}"));
        (path, digits.collect::<String>())
    };
    let site: Option<BTreeMap<String, String>> = built.then(|| {
        let files = tree(&folder.path().join("dist"));
        files.into_iter().map(hash).collect()
    });
    json!({ "found": found, "site": site })
}

#[test]
#[ignore = "needs Node and another target of Rust; tests/run runs it"]
fn the_core_says_and_makes_the_same_without_a_machine() {
    let mut names = vec!["content".to_owned()];
    let whole = TempDir::new("browser");
    copy_folder(
        &tools::workspace().join("content"),
        &whole.path().join("content"),
    );
    let mut folders = vec![whole];
    for case in ["good", "bad"].into_iter().flat_map(cases::all) {
        let recipe = Recipe::read(&case).expect("a case is sound");
        if !recipe.arguments.is_empty() {
            continue;
        }
        let folder = TempDir::new("browser");
        let laid_out = recipe.lay_out(&case, &folder.path().join("content"));
        laid_out.expect("a case is sound");
        // A browser has no links and no files that cannot be read.
        let all = WalkDir::new(folder.path()).into_iter();
        if all.flatten().any(|entry| entry.path_is_symlink()) {
            continue;
        }
        names.push(case.name);
        folders.push(folder);
    }
    let contents: Vec<String> = folders
        .iter()
        .map(|folder| folder.path().join("content"))
        .map(|content| content.to_string_lossy().into_owned())
        .collect();
    let place = TempDir::new("module");
    let telling = telling(&module(&place), &contents);
    let made: Vec<Value> = folders.iter().map(made).collect();
    let told = told(telling);
    assert_eq!(told.len(), names.len());
    let (mut files, mut findings) = (0, 0);
    for ((name, made), told) in names.iter().zip(&made).zip(&told) {
        assert_eq!(told["found"], made["found"], "{name}: what is found");
        let [told, made] = [told, made].map(|one| one["site"].as_object());
        findings += usize::from(told.is_none());
        let differ: Vec<&String> = told
            .into_iter()
            .chain(made)
            .flat_map(|site| site.keys())
            .filter(|path| {
                told.and_then(|site| site.get(*path)) != made.and_then(|site| site.get(*path))
            })
            .collect();
        assert!(differ.is_empty(), "{name}: {differ:?}");
        files += told.map_or(0, serde_json::Map::len);
    }
    assert!(
        files > 2_000 && findings > 100,
        "{files} files, {findings} without a site"
    );
}
