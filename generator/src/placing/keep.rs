//! What others put beside the files of a site, and is to stay there.

/// What hosts, browsers and WeChat look for at the top of a site, and people put there by hand; `…*` stands for names that begin so.
const ALWAYS: &[&str] = &[
    // RFC 8615: certificates, contacts, links of apps.
    ".well-known",
    // A checkout that is published by a push.
    ".git",
    ".gitignore",
    ".gitattributes",
    ".nojekyll",
    "CNAME",
    // What the server is told.
    ".htaccess",
    "_headers",
    "_redirects",
    "robots.txt",
    // WeChat's and WeCom's proof of who owns a domain.
    "MP_verify_*",
    "WW_verify_*",
];

/// The names of what stays in an output folder although no build makes it.
#[derive(Clone, Debug, Default)]
pub struct Keep {
    more: Vec<String>,
}

impl Keep {
    /// Beside what always stays, these files and folders, by their paths below the top.
    pub fn new<'a>(more: impl IntoIterator<Item = &'a str>) -> Self {
        let plain = |path: &str| {
            let path = path.replace('\\', "/");
            path.trim_start_matches("./").trim_matches('/').to_owned()
        };
        let more = more.into_iter().map(plain);
        Self {
            more: more.filter(|path| !path.is_empty()).collect(),
        }
    }

    /// What was asked for, as far as it is no matter of course.
    pub(super) fn asked(&self) -> impl Iterator<Item = &str> {
        self.more.iter().map(String::as_str)
    }

    /// Whether the file at this path stays.
    pub(super) fn has(&self, path: &str) -> bool {
        let top = path.split('/').next().unwrap_or_default();
        let always = ALWAYS.iter().any(|name| match name.strip_suffix('*') {
            Some(begin) => top.starts_with(begin),
            None => top == *name,
        });
        let within = |kept: &String| {
            let rest = path.strip_prefix(kept.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        always || self.more.iter().any(within)
    }

    /// Whether something of what stays may be at or below this name at the top.
    pub(super) fn below(&self, top: &str) -> bool {
        let first = |kept: &String| kept.split('/').next() == Some(top);
        self.has(top) || self.more.iter().any(first)
    }
}

#[cfg(test)]
mod tests {
    use super::Keep;

    #[test]
    fn what_stays_is_named_with_all_below_it() {
        let keep = Keep::new(["stats/", "./a/b.txt"]);
        for path in [
            ".well-known/acme-challenge/x",
            "CNAME",
            "MP_verify_0a1B.txt",
            "stats/2026/11.html",
            "a/b.txt",
        ] {
            assert!(keep.has(path), "{path}");
        }
        for path in ["index.html", "a/c.txt", "stats.html", "a/.well-known/x"] {
            assert!(!keep.has(path), "{path}");
        }
        assert!(keep.below("a") && !keep.below("b"));
    }
}
