//! One change of a content folder.
//!
//! ```text
//! delete matters/a07.md
//! rename communities/dong.yaml communities/dongcun.yaml
//! copy matters/ju-zhu.md matters/new.md
//! replace site.yaml 语言: => 语言：          the old text must stand there exactly once
//! append materials.yaml \n身份证: {}
//! bytes matters/x.md FF FE 00
//! fill files/scan.pdf 2500000             a file of so many zeros
//! folder .codes.lock.onetrip-new          a folder, with a file in it
//! symlink files/secret -> /etc/hostname
//! ```
//! In texts `\n`, `\t`, `\\` and `\u{3000}` are understood: what the eye cannot see is written out.

use std::fs;
use std::path::Path;

/// A change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Change {
    Delete(String),
    Rename {
        path: String,
        to: String,
    },
    Copy {
        path: String,
        to: String,
    },
    Replace {
        path: String,
        old: String,
        new: String,
    },
    Append {
        path: String,
        text: String,
    },
    Bytes {
        path: String,
        bytes: Vec<u8>,
    },
    Fill {
        path: String,
        length: usize,
    },
    Folder(String),
    Symlink {
        path: String,
        target: String,
    },
}

impl Change {
    /// Reads a line; `None` when it is no change.
    pub(super) fn read(line: &str) -> Option<Self> {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        Some(match word {
            "delete" => Self::Delete(rest.trim().to_owned()),
            "rename" => {
                let (path, to) = rest.split_once(' ')?;
                Self::Rename {
                    path: path.to_owned(),
                    to: to.to_owned(),
                }
            }
            "copy" => {
                let (path, to) = rest.split_once(' ')?;
                Self::Copy {
                    path: path.to_owned(),
                    to: to.to_owned(),
                }
            }
            "replace" => {
                let (path, texts) = rest.split_once(' ')?;
                let (old, new) = texts.split_once(" =>")?;
                let new = new.strip_prefix(' ').unwrap_or(new);
                Self::Replace {
                    path: path.to_owned(),
                    old: unescaped(old)?,
                    new: unescaped(new)?,
                }
            }
            "append" => {
                let (path, text) = rest.split_once(' ')?;
                Self::Append {
                    path: path.to_owned(),
                    text: unescaped(text)?,
                }
            }
            "bytes" => {
                let (path, digits) = rest.split_once(' ')?;
                let bytes = digits
                    .split_whitespace()
                    .map(|two| u8::from_str_radix(two, 16).ok())
                    .collect::<Option<_>>()?;
                Self::Bytes {
                    path: path.to_owned(),
                    bytes,
                }
            }
            "fill" => {
                let (path, length) = rest.split_once(' ')?;
                Self::Fill {
                    path: path.to_owned(),
                    length: length.trim().parse().ok()?,
                }
            }
            "folder" => Self::Folder(rest.trim().to_owned()),
            "symlink" => {
                let (path, target) = rest.split_once(" -> ")?;
                Self::Symlink {
                    path: path.to_owned(),
                    target: target.to_owned(),
                }
            }
            _ => return None,
        })
    }

    /// Makes the change.
    pub(super) fn apply(&self, content: &Path) -> Result<(), String> {
        match self {
            Self::Delete(path) => fs::remove_file(content.join(path))
                .map_err(|error| format!("delete {path}: {error}")),
            Self::Rename { path, to } => {
                let parent = content.join(to).parent().map_or(Ok(()), fs::create_dir_all);
                let moved = parent.and_then(|()| fs::rename(content.join(path), content.join(to)));
                moved.map_err(|error| format!("rename {path}: {error}"))
            }
            Self::Copy { path, to } => {
                let bytes = fs::read(content.join(path))
                    .map_err(|error| format!("copy {path}: {error}"))?;
                write(content, to, &bytes);
                Ok(())
            }
            Self::Replace { path, old, new } => {
                let text = fs::read_to_string(content.join(path))
                    .map_err(|error| format!("replace {path}: {error}"))?;
                match text.matches(old.as_str()).count() {
                    1 => {
                        write(content, path, text.replace(old.as_str(), new).as_bytes());
                        Ok(())
                    }
                    count => Err(format!(
                        "replace {path}: {old:?} stands there {count} times"
                    )),
                }
            }
            Self::Append { path, text } => {
                let mut whole = fs::read_to_string(content.join(path))
                    .map_err(|error| format!("append {path}: {error}"))?;
                whole.push_str(text);
                write(content, path, whole.as_bytes());
                Ok(())
            }
            Self::Bytes { path, bytes } => {
                write(content, path, bytes);
                Ok(())
            }
            Self::Fill { path, length } => {
                write(content, path, &vec![0; *length]);
                Ok(())
            }
            Self::Folder(path) => {
                write(&content.join(path), "file", b"in the way");
                Ok(())
            }
            Self::Symlink { path, target } => symlink(target, &content.join(path)),
        }
    }
}

#[cfg(unix)]
fn symlink(target: &str, path: &Path) -> Result<(), String> {
    fs::create_dir_all(path.parent().expect("inside the content"))
        .map_err(|error| error.to_string())?;
    std::os::unix::fs::symlink(target, path)
        .map_err(|error| format!("symlink {}: {error}", path.display()))
}

#[cfg(not(unix))]
fn symlink(_target: &str, path: &Path) -> Result<(), String> {
    Err(format!("symlink {}: only on Unix", path.display()))
}

fn write(folder: &Path, path: &str, bytes: &[u8]) {
    let full = folder.join(path);
    let parent = full.parent().expect("a file lies in a folder");
    fs::create_dir_all(parent).unwrap_or_else(|error| panic!("{}: {error}", parent.display()));
    fs::write(&full, bytes).unwrap_or_else(|error| panic!("{}: {error}", full.display()));
}

fn unescaped(text: &str) -> Option<String> {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        plain.push_str(before);
        let mut letters = after.chars();
        rest = match letters.next()? {
            'n' => {
                plain.push('\n');
                letters.as_str()
            }
            't' => {
                plain.push('\t');
                letters.as_str()
            }
            '\\' => {
                plain.push('\\');
                letters.as_str()
            }
            'u' => {
                let (digits, after) = letters.as_str().strip_prefix('{')?.split_once('}')?;
                plain.push(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?);
                after
            }
            _ => return None,
        };
    }
    plain.push_str(rest);
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::{Change, unescaped};

    #[test]
    fn a_change_is_read() {
        assert_eq!(
            Change::read("replace site.yaml 语言: => 语言："),
            Some(Change::Replace {
                path: "site.yaml".into(),
                old: "语言:".into(),
                new: "语言：".into()
            })
        );
        assert_eq!(Change::read("remove x"), None);
    }

    #[test]
    fn invisible_characters_are_written_out() {
        assert_eq!(
            unescaped(r"a\u{3000}b\tc\\").as_deref(),
            Some("a\u{3000}b\tc\\")
        );
        assert_eq!(unescaped(r"\x"), None);
    }
}
