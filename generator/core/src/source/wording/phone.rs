//! A phone number where one belongs: one, whole, and one that can be dialled from anywhere.

use crate::diagnostic::SenseFault;
use crate::source::text::narrow;

/// What may stand before an extension.
const EXTENSION: [&str; 4] = ["转", "分机", "ext.", "ext"];
/// What may stand between the figures of one number.
const INSIDE: [char; 8] = [' ', '-', '—', '–', '(', ')', '+', '\u{3000}'];

/// What is wrong with what stands where a number belongs. A local fact may say one.
pub(super) fn fault(words: &str) -> Option<SenseFault> {
    if words.contains("{{") || words.contains("｛｛") {
        return None;
    }
    let told = || words.to_owned();
    let narrowed = narrow(words);
    let plain = narrowed.trim().trim_matches(['"', '\'']);
    let (number, extension) = split(plain);
    let parts = number.split(|c: char| !c.is_ascii_digit() && !INSIDE.contains(&c));
    let numbers = parts.filter(|part| figures(part).len() >= 3).count();
    let is_one = |text: &str| {
        text.chars()
            .all(|c| c.is_ascii_digit() || INSIDE.contains(&c))
    };
    if numbers > 1 {
        return Some(SenseFault::PhoneSeveral { phone: told() });
    }
    if numbers == 0 || !is_one(number) || !extension.is_none_or(is_one) {
        return Some(SenseFault::PhoneWords { words: told() });
    }
    let phone = told();
    match national(number) {
        national if is_whole(&national) => None,
        national if lacks_area(&national) => Some(SenseFault::PhoneNoArea { phone }),
        _ => Some(SenseFault::PhoneLength { phone }),
    }
}

/// The number and its extension: 0354-5550101 转 8001.
fn split(phone: &str) -> (&str, Option<&str>) {
    let found = EXTENSION.iter().find_map(|word| phone.split_once(word));
    found.map_or((phone, None), |(number, extension)| {
        (number, Some(extension))
    })
}

fn figures(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The figures as they are dialled inside the country.
pub(in crate::source) fn national(phone: &str) -> String {
    let narrowed = narrow(phone);
    let (number, extension) = split(narrowed.trim());
    let all = figures(number);
    let abroad = all
        .strip_prefix("0086")
        .or_else(|| all.strip_prefix("86").filter(|rest| rest.len() >= 10));
    let inside = match abroad {
        Some(rest) if !rest.starts_with(['0', '1']) => format!("0{rest}"),
        Some(rest) => rest.to_owned(),
        None => all,
    };
    inside + &figures(extension.unwrap_or_default())
}

/// Whether it has as many figures as numbers of its kind (电信网编号计划, 2017): area code and seven or eight, a mobile number, 400
/// and 800, or a short one (110, 12345, 95598).
fn is_whole(number: &str) -> bool {
    let length = number.len();
    let starts = |starts: &[&str]| starts.iter().any(|start| number.starts_with(start));
    if starts(&["01", "02"]) {
        return length == 11;
    }
    if starts(&["0"]) {
        return (11..=12).contains(&length);
    }
    if starts(&["400", "800"]) && length == 10 {
        return true;
    }
    starts(&["1"]) && length == 11 || starts(&["1", "9"]) && (3..=6).contains(&length)
}

fn lacks_area(number: &str) -> bool {
    (7..=8).contains(&number.len()) && !number.starts_with(['0', '1'])
}

#[cfg(test)]
mod tests {
    use super::{fault, national};
    use crate::diagnostic::Problem;

    fn said(words: &str) -> Option<&'static str> {
        fault(words).map(|fault| Problem::from(fault).id())
    }

    #[test]
    fn a_number_is_whole() {
        for words in [
            "0354-5550101",
            "（０３５４）５５５　０１０１",
            "010-88886666",
            "+86 354 5550101",
            "13900001234",
            "400-123-4567",
            "12345",
            "110",
            "95598",
            "0354-5550101转8001",
            "0354-5550101 分机 12",
            "\"12345\"",
            "{{街道电话}}",
        ] {
            assert_eq!(said(words), None, "{words}");
        }
        for (words, id) in [
            ("0354-5550101、5550102", "phone-several"),
            ("0354-5550101/5550102", "phone-several"),
            ("5550101", "phone-no-area"),
            ("0354-55501", "phone-length"),
            ("0354-555010199", "phone-length"),
            ("010-8888666", "phone-length"),
            ("1390000123", "phone-length"),
            ("上班打 0354-5550101", "phone-words"),
            ("问社区", "phone-words"),
        ] {
            assert_eq!(said(words), Some(id), "{words}");
        }
    }

    #[test]
    fn one_number_is_one_however_it_is_written() {
        assert_eq!(national("+86 354 5550101"), national("（0354）5550101"));
        assert_ne!(national("0354-5550101"), national("0354-5550101转8001"));
    }
}
