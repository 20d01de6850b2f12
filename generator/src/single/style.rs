//! Of a style sheet what one page can use.

/// The rules whose classes and ids occur in `used`: in the page, or in the scripts, where a name may be put together of a beginning and more.
pub(super) fn used(sheet: &str, used: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    rules(sheet, used, &mut out);
    out
}

fn rules(sheet: &str, used: &str, out: &mut String) {
    let mut rest = sheet;
    while let Some(open) = sign(rest, '{') {
        let head = rest[..open].trim();
        let close = end(&rest[open..]).map_or(rest.len(), |end| open + end);
        let body = rest.get(open + 1..close).unwrap_or_default();
        rest = rest.get(close + 1..).unwrap_or_default();
        if head.starts_with("@media") || head.starts_with("@supports") {
            let mut inner = String::new();
            rules(body, used, &mut inner);
            if !inner.is_empty() {
                out.extend([head, "{", &inner, "}"]);
            }
        } else if head.starts_with('@') {
            out.extend([head, "{", body, "}"]);
        } else {
            let heads = selectors(head);
            let heads: Vec<&str> = heads.into_iter().filter(|one| matches(one, used)).collect();
            if !heads.is_empty() {
                out.extend([&*heads.join(","), "{", body.trim(), "}"]);
            }
        }
    }
    // What stands outside of blocks, such as `@charset`.
    out.push_str(rest.trim());
}

/// Where a sign stands first outside of quotation marks.
fn sign(text: &str, wanted: char) -> Option<usize> {
    outside(text)
        .find(|(_, sign)| *sign == wanted)
        .map(|(at, _)| at)
}

/// The end of the block that begins here.
fn end(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    outside(text).find_map(|(at, sign)| {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at)
    })
}

/// The signs outside of quotation marks.
fn outside(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut quote = None;
    let mut escaped = false;
    text.char_indices().filter(move |(_, sign)| {
        let was = quote;
        match quote {
            _ if escaped => {}
            Some(mark) if mark == *sign => quote = None,
            None if matches!(sign, '"' | '\'') => quote = Some(*sign),
            _ => {}
        }
        escaped = was.is_some() && !escaped && *sign == '\\';
        was.is_none() && quote.is_none()
    })
}

/// The parts between the commas that stand outside of brackets.
fn selectors(head: &str) -> Vec<&str> {
    let (mut parts, mut from, mut depth) = (Vec::new(), 0, 0i32);
    for (at, sign) in outside(head) {
        match sign {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(head[from..at].trim());
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(head[from..].trim());
    parts
}

/// Whether all that a selector asks for can be there; what it excludes need not.
fn matches(selector: &str, used: &str) -> bool {
    if let Some((before, rest)) = selector.split_once(":not(") {
        let mut depth = 1;
        let end = rest.find(|sign| {
            depth += i32::from(sign == '(') - i32::from(sign == ')');
            depth == 0
        });
        let behind = end.map_or("", |end| &rest[end + 1..]);
        return matches(before, used) && matches(behind, used);
    }
    let name_at = |at: usize| {
        let name = &selector[at + 1..];
        let is_in = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_');
        &name[..name.find(|sign| !is_in(sign)).unwrap_or(name.len())]
    };
    let names = outside(selector).filter(|(_, sign)| matches!(sign, '.' | '#'));
    names
        .map(|(at, _)| name_at(at))
        .all(|name| occurs(name, used))
}

/// Whether a name occurs, or its beginning up to a hyphen at the end of a text of a script.
fn occurs(name: &str, used: &str) -> bool {
    let begins = |(at, _): (usize, &str)| {
        let beginning = &name[..=at];
        ['"', '\'', '`', '$']
            .iter()
            .any(|mark| used.contains(&format!("{beginning}{mark}")))
    };
    used.contains(name) || name.match_indices('-').any(begins)
}

#[cfg(test)]
mod tests {
    use super::used;

    #[test]
    fn rules_for_what_is_not_there_go() {
        let page = "<p class=\"a\" id=\"b\">";
        let script = "classes.toggle(\"size-\"+n);x=`line--${kind}`";
        let all = format!("{page}{script}");
        for (sheet, left) in [
            (".a{x:1}.none{x:2}", ".a{x:1}"),
            (".none,.a .none,#b>p{x:1}", "#b>p{x:1}"),
            (".size-2 p{x:1}.other-2{x:2}", ".size-2 p{x:1}"),
            (
                ".line--may::before{content:\"}{,\"}",
                ".line--may::before{content:\"}{,\"}",
            ),
            (
                "@media print{.none{x:1}}@media print{.a{x:2}.none{x:3}}",
                "@media print{.a{x:2}}",
            ),
            ("@page{margin:1cm}.none p{x:1}", "@page{margin:1cm}"),
            (
                ".a:not(.none):not(:is(.none,.nor)) p{x:1}",
                ".a:not(.none):not(:is(.none,.nor)) p{x:1}",
            ),
            (".a:not(.a) .none{x:1}", ""),
            ("a[href=\".none\"]{x:1}p{}", "a[href=\".none\"]{x:1}p{}"),
        ] {
            assert_eq!(used(sheet, &all), left, "{sheet}");
        }
    }
}
