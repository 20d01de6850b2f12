//! What was typed wrong, in the person's language, and `onetrip help`. clap itself speaks English only.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use onetrip_core::diagnostic::{Lang, closest};

use super::{USAGE, report};

/// `help check` and `codes help retire` as `check --help` and `codes retire --help`: clap's own `help` speaks English, and
/// knows no command that is misspelt.
pub(super) fn as_flags(mut args: Vec<OsString>) -> Vec<OsString> {
    let mut first = 1;
    while args
        .get(first)
        .is_some_and(|arg| arg.to_string_lossy().starts_with("--lang"))
    {
        first += if args[first] == "--lang" { 2 } else { 1 };
    }
    let is_help = |at: &usize| args.get(*at).is_some_and(|arg| arg == "help");
    if let Some(at) = [first, first + 1].into_iter().find(is_help) {
        args.remove(at);
        args.push("--help".into());
    }
    args
}

/// Prints help, version or what was typed wrong; the exit code.
pub(super) fn explain(error: Error, lang: Lang) -> ExitCode {
    let error = with_suggestion(error);
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            report::out(&error.render().to_string());
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            report::err(&error.render().to_string());
            ExitCode::from(USAGE)
        }
        _ => {
            report::err(&match lang {
                Lang::En => error.render().to_string(),
                Lang::Zh => in_chinese(&error),
            });
            ExitCode::from(USAGE)
        }
    }
}

fn in_chinese(error: &Error) -> String {
    let context = |kind| error.get(kind).map(words).unwrap_or_default();
    let what = match error.kind() {
        ErrorKind::UnknownArgument => format!("不认识“{}”", context(ContextKind::InvalidArg)),
        ErrorKind::InvalidSubcommand => {
            format!("没有“{}”这个命令", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => {
            format!("“{}”后面少了内容", context(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = context(ContextKind::InvalidValue);
            let arg = context(ContextKind::InvalidArg);
            let arg = arg.split(" <").next().unwrap_or_default();
            let valid = match arg {
                "--shard" => "第几份/共几份，例如 3/16".to_owned(),
                _ => context(ContextKind::ValidValue),
            };
            format!("“{arg}”不能写“{value}”，可以写：{valid}")
        }
        ErrorKind::MissingSubcommand => {
            format!("少写了命令：{}", context(ContextKind::ValidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => {
            format!("少写了：{}", context(ContextKind::InvalidArg))
        }
        ErrorKind::ArgumentConflict => conflict(
            &context(ContextKind::InvalidArg),
            &context(ContextKind::PriorArg),
        ),
        _ => error.render().to_string().trim().to_owned(),
    };
    let kinds = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    let suggestion = kinds
        .into_iter()
        .map(context)
        .find(|text| !text.is_empty())
        // Of several the last is the nearest.
        .and_then(|text| Some(text.rsplit('、').next()?.to_owned()))
        .map(|text| format!("。是不是想写“{text}”？"))
        .unwrap_or_default();
    format!("错误：{what}{suggestion}\n\n看全部用法：onetrip --help\n")
}

/// Where one value alone is near enough to be meant, it is offered; of several all are told anyway.
fn with_suggestion(mut error: Error) -> Error {
    let typed = error.get(ContextKind::InvalidValue).map(words);
    let valid = match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(valid)) => valid.clone(),
        _ => Vec::new(),
    };
    let near =
        |known: &&String| closest(typed.as_deref().unwrap_or_default(), [known.as_str()]).is_some();
    let near: Vec<&String> = valid.iter().filter(near).collect();
    if let [meant] = near.as_slice() {
        let meant = ContextValue::String((*meant).clone());
        error.insert(ContextKind::SuggestedValue, meant);
    } else {
        error.remove(ContextKind::SuggestedValue);
    }
    error
}

fn conflict(argument: &str, prior: &str) -> String {
    if prior.is_empty() || prior == argument {
        return format!("“{argument}”不能写两遍");
    }
    format!("“{argument}”和“{prior}”不能一起写")
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join("、"),
        ContextValue::StyledStr(text) => plain(text),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

fn plain(text: &StyledStr) -> String {
    text.to_string()
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::as_flags;

    #[test]
    fn help_is_asked_for_in_words() {
        let flags = |typed: &str| {
            let args = as_flags(typed.split(' ').map(OsString::from).collect());
            args.join(" ".as_ref()).to_string_lossy().into_owned()
        };
        for (typed, wanted) in [
            ("onetrip help", "onetrip --help"),
            ("onetrip help check", "onetrip check --help"),
            (
                "onetrip --lang en help codes retire",
                "onetrip --lang en codes retire --help",
            ),
            (
                "onetrip codes help retire --lang=zh",
                "onetrip codes retire --lang=zh --help",
            ),
            ("onetrip codes retire help", "onetrip codes retire help"),
            (
                "onetrip check --content help",
                "onetrip check --content help",
            ),
        ] {
            assert_eq!(flags(typed), wanted);
        }
    }
}
