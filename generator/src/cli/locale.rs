//! The language of the person at the keyboard.

use std::env;
use std::ffi::OsString;

use onetrip_core::diagnostic::Lang;

/// `--lang`, else the locale; it has to be known before the arguments are read, since reading them may fail.
pub(super) fn language(args: &[OsString]) -> Lang {
    let texts: Vec<&str> = args.iter().filter_map(|arg| arg.to_str()).collect();
    let typed = texts
        .windows(2)
        .find(|pair| pair[0] == "--lang")
        .map(|pair| pair[1]);
    let typed = typed.or_else(|| texts.iter().find_map(|text| text.strip_prefix("--lang=")));
    match typed {
        Some("zh") => Lang::Zh,
        Some("en") => Lang::En,
        _ => from_environment(),
    }
}

/// POSIX order; without any setting (as on Windows) the tool speaks the language of its content.
fn from_environment() -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()));
    match set {
        Some(locale) if !locale.starts_with("zh") => Lang::En,
        _ => Lang::Zh,
    }
}
