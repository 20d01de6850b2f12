//! `onetrip schema`: what editors need to complete and check the content while somebody types.

use std::fs;
use std::process::ExitCode;

use onetrip_core::diagnostic::Lang;
use onetrip_core::schema::{Files, KeyNames, json_schema};
use serde_json::{Map, Value, json};

use super::args::{NamesArg, Schema};
use super::{files, report};

/// Where schemas stand in a content folder.
const SCHEMAS: &str = ".schema";
/// What VS Code reads when somebody opens the folder.
const SETTINGS: &str = ".vscode/settings.json";

/// Writes the schemas, and settings where there are none.
pub(super) fn schema(args: &Schema, lang: Lang) -> ExitCode {
    let has_settings = fs::exists(args.out.join(SETTINGS)).unwrap_or(false);
    let mut written = for_editors(names(args.keys, lang));
    written.retain(|(path, _)| !(has_settings && path == SETTINGS));
    let (number, out) = (written.len(), args.out.display());
    if let Err(code) = files::write(written, &args.out, lang) {
        return code;
    }
    report::err(&match lang {
        Lang::Zh => format!(
            "写好了：{number} 个文件 → {out}\n用 VS Code（装上 YAML 扩展）打开这个文件夹，输入时就有提示和检查。\n"
        ),
        Lang::En => format!(
            "Written: {} → {out}\nOpen this folder in VS Code with its YAML extension: it completes and checks while you type.\n",
            report::many(number, "file")
        ),
    });
    if has_settings {
        let settings = settings();
        report::err(&match lang {
            Lang::Zh => format!("已经有 {SETTINGS}，没有动它；里面要有：\n{settings:#}\n"),
            Lang::En => format!("{SETTINGS} was there and is untouched; it needs:\n{settings:#}\n"),
        });
    }
    ExitCode::SUCCESS
}

/// The schema of every kind of file, and the settings that name them.
pub(super) fn for_editors(names: KeyNames) -> Vec<(String, String)> {
    let file = |files: Files| {
        let schema = json_schema(files, names);
        (
            format!("{SCHEMAS}/{}.json", files.name()),
            format!("{schema:#}\n"),
        )
    };
    let settings = (SETTINGS.to_owned(), format!("{:#}\n", settings()));
    Files::ALL.into_iter().map(file).chain([settings]).collect()
}

/// The names of keys; where nothing is said, those of the person's language.
pub(super) fn names(named: Option<NamesArg>, lang: Lang) -> KeyNames {
    match (named, lang) {
        (Some(NamesArg::Chinese), _) | (None, Lang::Zh) => KeyNames::Chinese,
        (Some(NamesArg::English), _) | (None, Lang::En) => KeyNames::English,
    }
}

/// Which schema is that of which files; front matter is no file of its own for an editor.
fn settings() -> Value {
    let yaml = Files::ALL.into_iter().filter_map(|files| {
        let patterns = files.patterns().iter();
        let patterns: Vec<&str> = patterns
            .copied()
            .filter(|one| one.ends_with(".yaml"))
            .collect();
        let schema = format!("{SCHEMAS}/{}.json", files.name());
        (!patterns.is_empty()).then(|| (schema, json!(patterns)))
    });
    let yaml: Map<String, Value> = yaml.collect();
    json!({ "yaml.schemas": yaml })
}
