//! A third language that nobody speaks: the English texts in Arabic letters, written from right to left as Uyghur is. It costs a theme of
//! one file, and shows what of the pages comes from elsewhere than the texts.

use std::fs;
use std::sync::OnceLock;

use crate::site::{Site, copy_folder, tree};
use crate::temp::TempDir;
use crate::tools;

/// A letter for each from a to z.
const LETTERS: &str = "ابتثجحخدذرزسشصضطظعغفقكلمنه";

/// The same text in the other letters; what is filled in and what is escaped stays.
pub fn pseudo(text: &str) -> String {
    let (mut out, mut gap, mut escaped) = (String::new(), false, false);
    for sign in text.chars() {
        gap = (gap || sign == '{') && sign != '}';
        let letter = sign.to_ascii_lowercase();
        let at = usize::try_from(u32::from(letter))
            .expect("small")
            .checked_sub(usize::from(b'a'));
        let other = at
            .filter(|_| !gap && !escaped)
            .and_then(|at| LETTERS.chars().nth(at));
        out.push(other.unwrap_or(sign));
        escaped = sign == '\\' && !escaped;
    }
    out
}

/// The built-in English texts by their keys, read line by line as no parser of ours does.
///
/// # Panics
/// When they cannot be read.
pub fn english() -> Vec<(String, String)> {
    let path = tools::workspace().join("themes/default/i18n/en.yaml");
    let text = fs::read_to_string(path).expect("the texts");
    let lines = text.lines().filter_map(|line| line.split_once(": "));
    let is_key = |key: &str| {
        key.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    let texts = lines.filter(|(key, _)| is_key(key));
    texts
        .map(|(key, text)| (key.to_owned(), text.to_owned()))
        .collect()
}

/// The demonstration in Chinese, English and the third language, whose guides are the English ones.
///
/// # Panics
/// When it cannot be built.
pub fn site() -> &'static Site {
    static SITE: OnceLock<Site> = OnceLock::new();
    SITE.get_or_init(|| {
        let folder = TempDir::new("pseudo");
        let (content, theme) = (folder.path().join("content"), folder.path().join("theme"));
        copy_folder(&tools::workspace().join("content"), &content);
        for (path, bytes) in tree(&content) {
            let third = path.replace(".en.", ".ug.");
            if third != path {
                fs::write(content.join(third), bytes).expect("a translation");
            }
        }
        let file = content.join("site.yaml");
        let text = fs::read_to_string(&file).expect("site.yaml");
        assert!(text.contains("[zh, en]"));
        fs::write(&file, text.replace("[zh, en]", "[zh, en, ug]")).expect("site.yaml");
        fs::create_dir_all(theme.join("i18n")).expect("a folder");
        let lines = english().into_iter();
        let lines = lines.map(|(key, text)| format!("{key}: {}\n", pseudo(&text)));
        fs::write(theme.join("i18n/ug.yaml"), lines.collect::<String>()).expect("the texts");
        let theme = theme.to_str().expect("a path in UTF-8");
        Site::build_with(&content, &["--theme", theme, "--no-print"])
    })
}
