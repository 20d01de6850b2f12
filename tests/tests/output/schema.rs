//! The schemas for editors: the content's own files are as they say, by another reader of YAML and another validator, and faulty ones are not.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::Path;

use onetrip_tests::site::{copy_folder, onetrip};
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;
use walkdir::WalkDir;

/// Says of every file that is not as its schema wants what is wrong with it.
const CHECK: &str = r"
  const [modules, ...pairs] = process.argv.slice(1);
  const fs = require('fs');
  const { parseDocument } = require(modules + '/yaml');
  const Ajv = require(modules + '/ajv/dist/2020').default;
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  const validators = {};
  for (let i = 0; i < pairs.length; i += 2) {
    const [schema, file] = [pairs[i], pairs[i + 1]];
    validators[schema] = validators[schema] || ajv.compile(JSON.parse(fs.readFileSync(schema, 'utf8')));
    const text = fs.readFileSync(file, 'utf8').replace(/^\ufeff/, '');
    const yaml = file.endsWith('.md') ? text.split(/^---$/m)[1] : text;
    const value = parseDocument(yaml).toJS();
    if (!validators[schema](value)) console.log(file + ': ' + ajv.errorsText(validators[schema].errors));
  }";

/// Says of every example of a schema that is not as the schema wants what is wrong with it, and how many there are.
const EXAMPLES: &str = r"
  const [modules, word, ...schemas] = process.argv.slice(1);
  const fs = require('fs');
  const { parse } = require(modules + '/yaml');
  const Ajv = require(modules + '/ajv/dist/2020').default;
  let count = 0;
  for (const file of schemas) {
    const { $defs = {} } = JSON.parse(fs.readFileSync(file, 'utf8'));
    for (const [id, { properties = {} }] of Object.entries($defs)) {
      for (const [key, property] of Object.entries(properties)) {
        if (!(property.description || '').includes(word)) continue;
        count += 1;
        const example = property.description.split(word)[1].trim();
        const ajv = new Ajv({ allowUnionTypes: true });
        const whole = { type: 'object', properties: { [key]: property }, additionalProperties: false, $defs };
        try {
          if (!ajv.validate(whole, parse(example))) console.log(id + ' ' + example + ': ' + ajv.errorsText());
        } catch (error) { console.log(id + ' ' + example + ': ' + error.message); }
      }
    }
  }
  console.log(count > 300 ? 'enough' : count + ' examples');";

/// The schema of a file of a content folder by its path.
fn schema_of(path: &str) -> Option<&'static str> {
    let depth = path.matches('/').count();
    let (folder, name) = path.split_once('/').unwrap_or(("", path));
    match (folder, name) {
        ("", "site.yaml") => Some("site"),
        ("", "questions.yaml") => Some("questions"),
        ("", "materials.yaml") => Some("materials"),
        ("" | "communities", name) if name.ends_with(".en.yaml") => Some("phrases"),
        ("communities", name) if name.ends_with(".yaml") => Some("community"),
        ("communities", name) if name.ends_with(".en.md") => None,
        ("communities", name) if name.ends_with(".md") && depth == 2 => Some("overlay"),
        ("matters", name) if name.ends_with(".en.md") => Some("translation"),
        ("matters", name) if name.ends_with(".md") => Some("guide"),
        _ => None,
    }
}

/// Where npm's packages lie.
fn modules() -> OsString {
    let package = tools::npm_file("yaml/package.json");
    let modules = package.ancestors().nth(2);
    modules.expect("a package lies in node_modules").into()
}

fn schemas(into: &Path, names: &str) {
    let output = onetrip(into, ["schema", "--keys", names, "--out", "."]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// What is wrong with the files of a content folder.
fn faults(schemas: &Path, content: &Path) -> (usize, String) {
    let files = WalkDir::new(content).sort_by_file_name().into_iter();
    let files = files.map(|entry| entry.expect("the folder can be read"));
    let mut arguments: Vec<OsString> = vec!["-e".into(), CHECK.into()];
    arguments.push(modules());
    let mut count = 0;
    for entry in files.filter(|entry| entry.file_type().is_file()) {
        let path = entry.path().strip_prefix(content).expect("it is in it");
        if let Some(schema) = schema_of(&path.to_string_lossy()) {
            arguments.push(schemas.join(format!(".schema/{schema}.json")).into());
            arguments.push(entry.path().into());
            count += 1;
        }
    }
    let output = tools::run("node", arguments);
    let told = [output.stdout, output.stderr].concat();
    (count, String::from_utf8_lossy(&told).into_owned())
}

#[test]
#[ignore = "needs node, ajv and yaml; tests/run runs it"]
fn the_demonstration_is_as_its_schemas_say() {
    let folder = TempDir::new("schema");
    schemas(folder.path(), "chinese");
    let (count, told) = faults(folder.path(), &tools::workspace().join("content"));
    assert!(count > 40, "{count} files");
    assert_eq!(told, "");
}

#[test]
#[ignore = "needs node, ajv and yaml; tests/run runs it"]
fn faults_are_found_by_an_editor_too() {
    let folder = TempDir::new("schema");
    schemas(folder.path(), "chinese");
    let content = TempDir::new("schema-content");
    let base = tools::workspace().join("tests/cases/base");
    copy_folder(&base, content.path());
    let guide = content.path().join("matters/ju-zhu.md");
    let sound = fs::read_to_string(&guide).expect("the base has it");
    assert_eq!(faults(folder.path(), content.path()).1, "");
    for (from, to, told) in [
        ("标题: 居住登记\n", "", "标题"),
        ("办件: 当场办结", "办件: 当场办", "办件"),
        ("承诺: 0", "承若: 0", "additional properties"),
        ("次数: 1", "次数: 一次", "次数"),
        ("核对日期: 2026-11-01", "核对日期: 去年", "核对日期"),
        ("原件: 1", "原件: {每个: 人}", "原件"),
        ("编号: b01", "编号: B-01", "编号"),
    ] {
        assert!(sound.contains(from), "{from}");
        fs::write(&guide, sound.replacen(from, to, 1)).expect("it can be written");
        let found = faults(folder.path(), content.path()).1;
        assert!(found.contains(told), "{from} → {to}: {found:?}");
    }
}

#[test]
#[ignore = "needs node, ajv and yaml; tests/run runs it"]
fn every_example_is_as_its_schema_says() {
    for (names, word) in [("chinese", "例如"), ("english", "for example")] {
        let folder = TempDir::new("schema");
        schemas(folder.path(), names);
        let files = WalkDir::new(folder.path().join(".schema")).into_iter();
        let files = files.map(|entry| entry.expect("it was written"));
        let files = files.filter(|entry| entry.file_type().is_file());
        let mut arguments: Vec<OsString> = vec!["-e".into(), EXAMPLES.into()];
        arguments.extend([modules(), word.into()]);
        arguments.extend(files.map(|entry| entry.into_path().into()));
        let output = tools::run("node", arguments);
        let told = [output.stdout, output.stderr].concat();
        assert_eq!(String::from_utf8_lossy(&told), "enough\n", "{names}");
    }
}

#[test]
fn every_reference_in_the_reference_leads_somewhere() {
    let folder = TempDir::new("docs");
    let output = onetrip(folder.path(), ["docs", "--out", "."]);
    assert!(output.status.success());
    for name in ["format.md", "format.en.md"] {
        let text = fs::read_to_string(folder.path().join(name)).expect("it was written");
        let links = text
            .split("(#")
            .skip(1)
            .filter_map(|rest| rest.split(')').next());
        let links: Vec<&str> = links.collect();
        assert!(links.len() > 50, "{name}");
        for link in links {
            assert!(text.contains(&format!("{{#{link}}}")), "{name}: {link}");
        }
    }
}

#[test]
fn the_schemas_beside_the_content_are_those_of_the_command() {
    let folder = TempDir::new("schema");
    schemas(folder.path(), "chinese");
    let all = |root: &Path| -> BTreeMap<String, String> {
        let files = [".schema", ".vscode"].into_iter();
        let files = files.flat_map(|part| WalkDir::new(root.join(part)));
        let files = files.map(|entry| entry.expect("`onetrip schema` wrote it"));
        let files = files.filter(|entry| entry.file_type().is_file());
        let read = |entry: walkdir::DirEntry| {
            let path = entry.path().strip_prefix(root).expect("it is in it");
            let text = fs::read_to_string(entry.path()).expect("it can be read");
            (path.to_string_lossy().into_owned(), text)
        };
        files.map(read).collect()
    };
    let committed = all(&tools::workspace().join("content"));
    assert_eq!(
        committed,
        all(folder.path()),
        "run `onetrip schema --keys chinese`"
    );
}
