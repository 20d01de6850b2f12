//! `case.txt`: how a case's content differs from the base, and how the command is called. One change a line.
//!
//! ```text
//! # why the case exists
//! empty                                   start from nothing instead of the base
//! like good/english                       start from another case's content instead of the base
//! delete matters/a07.md
//! replace site.yaml 语言: => 语言：          the old text must stand there exactly once
//! append materials.yaml \n身份证: {}
//! bytes matters/x.md FF FE 00
//! fill files/scan.pdf 2500000             a file of so many zeros
//! symlink files/secret -> /etc/hostname
//! args --base-url https://example.org      {case} stands for the case's folder: --theme {case}/theme
//! check                                   `onetrip check` instead of `onetrip build` (good cases)
//! out file | below-file | stranger | missing | content   what stands at the output's place (default: a good site)
//! exit 2                                  the exit code (default: 1 for bad cases, 0 for good ones)
//! ```
//! In texts `\n`, `\t`, `\\` and `\u{3000}` are understood: what the eye cannot see is written out.

use std::fs;
use std::path::Path;

use super::{Case, root};
use crate::site::copy_folder;

/// What stands at the place of the output before the command runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Before {
    /// A site that onetrip made.
    #[default]
    Site,
    /// Nothing.
    Missing,
    /// A file.
    File,
    /// The output's parent folder is a file.
    BelowFile,
    /// A folder with a file that onetrip did not make.
    Stranger,
    /// The content itself is named as the output.
    Content,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Change {
    Empty,
    Like(String),
    Delete(String),
    Replace { path: String, old: String, new: String },
    Append { path: String, text: String },
    Bytes { path: String, bytes: Vec<u8> },
    Fill { path: String, length: usize },
    Symlink { path: String, target: String },
}

/// A case's `case.txt`, read.
#[derive(Debug, Default)]
pub struct Recipe {
    changes: Vec<Change>,
    /// Further arguments of the command.
    pub arguments: Vec<String>,
    /// The content is only checked.
    pub check: bool,
    /// What stands at the output's place.
    pub before: Before,
    /// The expected exit code, when it is not the kind's usual one.
    pub exit: Option<i32>,
}

impl Recipe {
    /// Reads the case's `case.txt`; without one the recipe is empty.
    ///
    /// # Errors
    ///
    /// The line that is not understood.
    pub fn read(case: &Case) -> Result<Self, String> {
        let file = case.folder.join("case.txt");
        if !file.exists() {
            return Ok(Self::default());
        }
        let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        Self::parse(&text.replace("{case}", &case.folder.to_string_lossy()))
    }

    fn parse(text: &str) -> Result<Self, String> {
        let mut recipe = Self::default();
        let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
        for line in lines {
            recipe.read_line(line).ok_or_else(|| format!("case.txt: not understood: {line}"))?;
        }
        Ok(recipe)
    }

    fn read_line(&mut self, line: &str) -> Option<()> {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let change = match word {
            "empty" => Change::Empty,
            "like" => Change::Like(rest.trim().to_owned()),
            "delete" => Change::Delete(rest.trim().to_owned()),
            "replace" => {
                let (path, texts) = rest.split_once(' ')?;
                let (old, new) = texts.split_once(" =>")?;
                let new = new.strip_prefix(' ').unwrap_or(new);
                Change::Replace { path: path.to_owned(), old: unescaped(old)?, new: unescaped(new)? }
            }
            "append" => {
                let (path, text) = rest.split_once(' ')?;
                Change::Append { path: path.to_owned(), text: unescaped(text)? }
            }
            "bytes" => {
                let (path, digits) = rest.split_once(' ')?;
                let bytes = digits
                    .split_whitespace()
                    .map(|two| u8::from_str_radix(two, 16).ok())
                    .collect::<Option<_>>()?;
                Change::Bytes { path: path.to_owned(), bytes }
            }
            "fill" => {
                let (path, length) = rest.split_once(' ')?;
                Change::Fill { path: path.to_owned(), length: length.trim().parse().ok()? }
            }
            "symlink" => {
                let (path, target) = rest.split_once(" -> ")?;
                Change::Symlink { path: path.to_owned(), target: target.to_owned() }
            }
            _ => return self.read_setting(word, rest),
        };
        self.changes.push(change);
        Some(())
    }

    fn read_setting(&mut self, word: &str, rest: &str) -> Option<()> {
        match word {
            "check" if rest.is_empty() => self.check = true,
            "args" => self.arguments.extend(rest.split_whitespace().map(str::to_owned)),
            "exit" => self.exit = Some(rest.trim().parse().ok()?),
            "out" => {
                self.before = match rest.trim() {
                    "missing" => Before::Missing,
                    "file" => Before::File,
                    "below-file" => Before::BelowFile,
                    "stranger" => Before::Stranger,
                    "content" => Before::Content,
                    _ => return None,
                }
            }
            _ => return None,
        }
        Some(())
    }

    /// Lays out the content: the base, the case's `in/` over it, then the changes.
    ///
    /// # Errors
    ///
    /// A change that does not fit the base any more.
    pub fn lay_out(&self, case: &Case, content: &Path) -> Result<(), String> {
        fs::create_dir_all(content).map_err(|error| error.to_string())?;
        let like = self.changes.iter().find_map(|change| match change {
            Change::Like(name) => Some(name),
            _ => None,
        });
        if let Some(name) = like {
            let other = Case { name: name.clone(), folder: root().join(name) };
            Self::read(&other)?.lay_out(&other, content)?;
        } else if !self.changes.contains(&Change::Empty) {
            copy_folder(&root().join("base"), content);
        }
        let inner = case.folder.join("in");
        if inner.is_dir() {
            copy_folder(&inner, content);
        }
        self.changes.iter().try_for_each(|change| change.apply(content))
    }
}

impl Change {
    fn apply(&self, content: &Path) -> Result<(), String> {
        match self {
            Self::Empty | Self::Like(_) => Ok(()),
            Self::Delete(path) => {
                fs::remove_file(content.join(path)).map_err(|error| format!("delete {path}: {error}"))
            }
            Self::Replace { path, old, new } => {
                let text = fs::read_to_string(content.join(path))
                    .map_err(|error| format!("replace {path}: {error}"))?;
                match text.matches(old.as_str()).count() {
                    1 => {
                        write(content, path, text.replace(old.as_str(), new).as_bytes());
                        Ok(())
                    }
                    count => Err(format!("replace {path}: {old:?} stands there {count} times")),
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
            Self::Symlink { path, target } => symlink(target, &content.join(path)),
        }
    }
}

#[cfg(unix)]
fn symlink(target: &str, path: &Path) -> Result<(), String> {
    fs::create_dir_all(path.parent().expect("inside the content")).map_err(|error| error.to_string())?;
    std::os::unix::fs::symlink(target, path).map_err(|error| format!("symlink {}: {error}", path.display()))
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
    use super::{Before, Change, Recipe, unescaped};

    #[test]
    fn a_recipe_is_read_line_by_line() {
        let recipe =
            Recipe::parse("# why\nreplace site.yaml 语言: => 语言：\nargs --base-url x\nout file\nexit 2\n")
                .expect("good");
        assert_eq!(
            recipe.changes,
            [Change::Replace { path: "site.yaml".into(), old: "语言:".into(), new: "语言：".into() }]
        );
        assert_eq!(recipe.arguments, ["--base-url", "x"]);
        assert_eq!((recipe.before, recipe.exit), (Before::File, Some(2)));
        assert!(Recipe::parse("remove x").is_err());
    }

    #[test]
    fn invisible_characters_are_written_out() {
        assert_eq!(unescaped(r"a\u{3000}b\tc\\").as_deref(), Some("a\u{3000}b\tc\\"));
        assert_eq!(unescaped(r"\x"), None);
    }
}
