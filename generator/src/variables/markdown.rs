//! The reference as Markdown: what all pages get, what each template gets beside it, and the views that these are made of.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use onetrip_core::diagnostic::Lang;
use onetrip_core::variables::{Field, View};

use super::shape::add;
use super::views::{fields_of, mentioned, title, view_of};
use super::{Shape, Variables};

/// The reference.
pub(super) fn reference(variables: &Variables, lang: Lang) -> String {
    let mut out = String::from(match lang {
        Lang::Zh => {
            "# 模板变量\n\n每个模板能用的变量，按模板列出，后面是各种变量里面有什么。被 include 的模板和包含它的用一样的变量；组件（component）只有参数。说明是英文的。\n"
        }
        Lang::En => {
            "# Variables of templates\n\nWhat each template gets, and then what the variables hold. A template that is included gets what the one gets that includes it; a component has its arguments alone.\n"
        }
    });
    let mut wanted: Vec<&'static View> = Vec::new();
    let (pages, sheets): (Vec<_>, Vec<_>) = variables
        .iter()
        .partition(|(template, _)| template.starts_with("templates/"));
    for (title, templates) in [
        (words(lang, "所有页面", "Every page"), pages),
        (words(lang, "所有印刷品", "Every sheet"), sheets),
    ] {
        let shared = shared(&templates);
        section(&mut out, title, &shared, &mut wanted, lang);
        for (template, values) in templates {
            let own = values
                .iter()
                .filter(|(name, _)| !shared.contains_key(*name));
            let own: BTreeMap<_, _> = own
                .map(|(name, shape)| (name.clone(), shape.clone()))
                .collect();
            section(&mut out, template, &own, &mut wanted, lang);
        }
    }
    views(&mut out, wanted, lang);
    out
}

fn words<'a>(lang: Lang, zh: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// What all of the templates get, with all that is known of it.
fn shared(templates: &[(&String, &BTreeMap<String, Shape>)]) -> BTreeMap<String, Shape> {
    let mut shared: BTreeMap<String, Shape> = BTreeMap::new();
    for (_, values) in templates {
        for (name, shape) in *values {
            add(&mut shared, name.clone(), shape.clone());
        }
    }
    shared.retain(|name, _| {
        templates
            .iter()
            .all(|(_, values)| values.contains_key(name))
    });
    shared
}

fn section(
    out: &mut String,
    title: &str,
    values: &BTreeMap<String, Shape>,
    wanted: &mut Vec<&'static View>,
    lang: Lang,
) {
    let _ = write!(out, "\n## {title}\n\n");
    if values.is_empty() {
        out.push_str(words(lang, "没有别的。\n", "Nothing else.\n"));
        return;
    }
    out.push_str(words(
        lang,
        "| 变量 | 是什么 |\n|---|---|\n",
        "| variable | kind |\n|---|---|\n",
    ));
    for (name, shape) in values {
        let _ = writeln!(out, "| `{name}` | {} |", shown(shape, wanted, lang));
    }
}

fn head(out: &mut String, lang: Lang) {
    out.push_str(words(
        lang,
        "| 变量 | 是什么 | 说明 |\n|---|---|---|\n",
        "| variable | kind | what it is |\n|---|---|---|\n",
    ));
}

/// A kind in words, with the way to its view.
fn shown(shape: &Shape, wanted: &mut Vec<&'static View>, lang: Lang) -> String {
    match shape {
        Shape::Nothing => words(lang, "空", "nothing").to_owned(),
        Shape::Maybe(shape) => {
            let shape = shown(shape, wanted, lang);
            words(lang, "{}，或空", "{}, or nothing").replace("{}", &shape)
        }
        Shape::Text => words(lang, "文字", "text").to_owned(),
        Shape::Number => words(lang, "数字", "number").to_owned(),
        Shape::Flag => words(lang, "是或否", "yes or no").to_owned(),
        Shape::List(entry) if **entry == Shape::Nothing => words(lang, "一串", "list").to_owned(),
        Shape::List(entry) => {
            let entry = shown(entry, wanted, lang);
            words(lang, "一串：{}", "list: {}").replace("{}", &entry)
        }
        Shape::Map(map) => match view_of(map) {
            Some(view) => {
                wanted.push(view);
                link(view)
            }
            None => fields(map, wanted, lang),
        },
    }
}

/// The values of a map that is no view; texts by their keys are too many to tell.
fn fields(map: &BTreeMap<String, Shape>, wanted: &mut Vec<&'static View>, lang: Lang) -> String {
    let is_text = |shape: &Shape| *shape == Shape::Text;
    if map.len() > 60 && map.values().all(is_text) {
        return words(lang, "界面文字，见 i18n/zh.yaml", "texts of i18n/en.yaml").to_owned();
    }
    let mut parts = Vec::new();
    for (name, shape) in map {
        parts.push(format!("`{name}` {}", shown(shape, wanted, lang)));
    }
    parts.join(words(lang, "，", ", "))
}

fn link(view: &View) -> String {
    let title = title(view);
    format!("[{title}](#{})", title.to_lowercase())
}

/// The views that are named above, and those that they name.
fn views(out: &mut String, wanted: Vec<&'static View>, lang: Lang) {
    let mut seen = BTreeSet::new();
    let mut named = BTreeMap::new();
    let mut waiting = wanted;
    while let Some(view) = waiting.pop() {
        if seen.insert(title(view)) {
            waiting.extend(
                fields_of(view)
                    .iter()
                    .flat_map(|field| mentioned(field.kind)),
            );
            named.insert(title(view), view);
        }
    }
    for (title, view) in named {
        let _ = write!(out, "\n## {title}\n\n");
        if !view.about.is_empty() {
            let _ = write!(out, "{}\n\n", plain(view.about));
        }
        head(out, lang);
        for field in fields_of(view) {
            let _ = writeln!(
                out,
                "| `{}` | {} | {} |",
                field.name,
                kind(field, lang),
                plain(field.about)
            );
        }
    }
}

/// Remarks without the links that only programmers can follow, and without what would end a cell.
fn plain(about: &str) -> String {
    let mut out = String::new();
    let mut rest = about;
    while let Some((before, behind)) = rest.split_once("[`") {
        out.push_str(before);
        let (name, behind) = behind.split_once("`]").unwrap_or((behind, ""));
        let _ = write!(out, "`{}`", name.trim_end_matches("View"));
        rest = match behind
            .strip_prefix('(')
            .and_then(|link| link.split_once(')'))
        {
            Some((_, behind)) => behind,
            None => behind,
        };
    }
    out.push_str(rest);
    out.replace('|', "\\|")
}

/// A type of Rust in words.
fn kind(field: &Field, lang: Lang) -> String {
    told(field.kind, lang)
}

fn told(kind: &str, lang: Lang) -> String {
    let inside = |outer: &str| {
        kind.strip_prefix(outer)?
            .strip_prefix('<')?
            .strip_suffix('>')
    };
    if let Some(inner) = inside("Option") {
        return words(lang, "{}，或空", "{}, or nothing").replace("{}", &told(inner, lang));
    }
    if let Some(inner) = inside("Vec") {
        return words(lang, "一串：{}", "list: {}").replace("{}", &told(inner, lang));
    }
    match kind {
        "String" | "&'static str" | "&'a str" => words(lang, "文字", "text").to_owned(),
        "bool" => words(lang, "是或否", "yes or no").to_owned(),
        "usize" | "u8" | "u32" | "u64" | "i16" | "i64" | "f64" => {
            words(lang, "数字", "number").to_owned()
        }
        "EndView" => words(
            lang,
            "数字，有小数的是文字",
            "number; text where it has decimals",
        )
        .to_owned(),
        _ => {
            let views = mentioned(kind);
            let links: Vec<String> = views.into_iter().map(link).collect();
            if links.is_empty() {
                kind.to_owned()
            } else {
                links.join(" + ")
            }
        }
    }
}
