//! Random documents: laid out they say the same, twice is once, and no remark is lost.

use std::fmt::Write as _;

use super::super::front_matter;
use super::super::yaml::{self, Node, Value};
use super::{lay_out, layout_of};
use crate::schema::{Field, Files, Record, Shape};

/// Numbers that look random and are the same every time (Marsaglia's xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (bound.max(1) as u64)).unwrap_or_default()
    }

    fn of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }
}

/// Writes documents of the records as nobody would.
struct Writer {
    dice: Dice,
    remarks: usize,
}

impl Writer {
    fn text(&mut self) -> &'static str {
        self.dice.of(&[
            "身份证",
            "\"08:30-12:00\"",
            "'a: b'",
            "\"{{津贴标准}}\"",
            "0354-5550101",
            "03545550101",
            "\"12345\"",
            "\"甲，乙：丙\"",
            "'他说“好”, \"行\"'",
            "\"< 80\"",
            "年满 80 周岁",
            "\"是\"",
            "\"null\"",
            "''",
            "\"说\\\\t \\\"了\\\"\"",
            "一 http://a.cn/b#c",
            "\"一 #二\"",
        ])
    }

    fn remark(&mut self) -> String {
        self.remarks += 1;
        format!("# 第{}句", self.remarks)
    }

    fn end(&mut self) -> String {
        match self.dice.below(6) {
            0 => format!("  {}\n", self.remark()),
            1 => " \n".to_owned(),
            _ => "\n".to_owned(),
        }
    }

    fn above(&mut self, indent: usize) -> String {
        let mut out = String::new();
        if self.dice.below(6) == 0 {
            out.push_str(self.dice.of(&["\n", "\n\n", "\n\n\n"]));
        }
        if self.dice.below(6) == 0 {
            let _ = writeln!(out, "{:indent$}{}", "", self.remark());
        }
        out
    }

    fn fields(&mut self, record: &'static Record) -> Vec<&'static Field> {
        let mut left: Vec<&Field> = record.fields.iter().collect();
        let number = 1 + self.dice.below(left.len().min(6));
        let mut chosen = Vec::new();
        for _ in 0..number {
            let at = self.dice.below(left.len());
            chosen.push(left.swap_remove(at));
        }
        chosen
    }

    /// A value inside brackets.
    fn flow(&mut self, shape: &Shape, depth: usize) -> String {
        let blank = |dice: &mut Dice| dice.of(&["", " ", "  "]).to_owned();
        match shape {
            Shape::Record(record) | Shape::Part(record) if depth < 4 => {
                let entries = self.fields(record);
                let entries = entries.into_iter().map(|field| {
                    let value = self.flow(&field.shape, depth + 1);
                    format!("{}{}: {value}", blank(&mut self.dice), field.key.zh)
                });
                format!("{{{}}}", entries.collect::<Vec<_>>().join(" ,"))
            }
            Shape::List(inner) if depth < 4 => {
                let number = self.dice.below(4);
                let entries = (0..number).map(|_| self.flow(inner, depth + 1));
                format!("[{} ]", entries.collect::<Vec<_>>().join(","))
            }
            Shape::Either(shapes) => {
                let at = self.dice.below(shapes.len());
                self.flow(&shapes[at], depth)
            }
            Shape::Condition => "{户籍: [本区,外地], 年龄: \"80..89\"}".to_owned(),
            Shape::Count | Shape::Number => self.dice.of(&["1", "\"10\"", "'0'"]).to_owned(),
            _ => match self.text() {
                plain if plain.starts_with(['"', '\'']) => plain.to_owned(),
                plain => format!("\"{plain}\""),
            },
        }
    }

    fn table(&mut self, record: &'static Record, indent: usize) -> String {
        let fields = self.fields(record);
        let lines = fields.into_iter().map(|field| {
            let above = self.above(indent);
            let value = self.behind(&field.shape, indent);
            format!("{above}{:indent$}{}:{value}", "", field.key.zh)
        });
        lines.collect()
    }

    /// What stands behind a colon, up to the end of its last line.
    fn behind(&mut self, shape: &Shape, indent: usize) -> String {
        let step = 1 + self.dice.below(4);
        let deeper = indent + step;
        match shape {
            _ if indent > 12 || self.dice.below(3) == 0 => {
                format!(" {}{}", self.flow(shape, 2), self.end())
            }
            Shape::Record(record) | Shape::Part(record) => {
                format!("{}{}", self.end(), self.table(record, deeper))
            }
            Shape::List(inner) => {
                let number = 1 + self.dice.below(3);
                let mut out = self.end();
                for _ in 0..number {
                    out.push_str(&self.above(deeper));
                    let _ = write!(out, "{:deeper$}-", "");
                    out.push_str(&self.item(inner, deeper));
                }
                out
            }
            Shape::Either(shapes) => {
                let at = self.dice.below(shapes.len());
                self.behind(&shapes[at], indent)
            }
            Shape::Condition | Shape::Count | Shape::Number => {
                format!(" {}{}", self.flow(shape, 2), self.end())
            }
            _ => match self.dice.below(6) {
                0 => format!(" |\n{:deeper$}甲\n\n{:deeper$}  乙 #丙\n", "", ""),
                1 => format!(" >-\n{:deeper$}甲\n{:deeper$}乙\n", "", ""),
                2 => format!(" 甲\n{:deeper$}乙{}", "", self.end()),
                3 => format!(" \"甲\n\n{:deeper$}乙\"{}", "", self.end()),
                _ => format!(" {}{}", self.text(), self.end()),
            },
        }
    }

    fn item(&mut self, shape: &Shape, indent: usize) -> String {
        match shape {
            Shape::Record(record) if self.dice.below(2) == 0 => {
                let table = self.table(record, indent + 2);
                let first = table.lines().next().unwrap_or_default();
                if first.trim_start().starts_with(['#']) || first.trim().is_empty() {
                    return format!("\n{table}");
                }
                format!(" {}", table.trim_start())
            }
            _ => format!(" {}{}", self.flow(shape, 1), self.end()),
        }
    }
}

/// A value without its place; keys of tables sorted.
fn meaning(node: &Node) -> String {
    match &node.value {
        Value::Null => "~".to_owned(),
        Value::Text { text, .. } => format!("{:?}", text.trim()),
        Value::List { items, .. } => {
            let items: Vec<String> = items.iter().map(meaning).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Map(entries) => {
            let entries = entries.iter();
            let entries =
                entries.map(|(key, value)| format!("{}: {}", meaning(key), meaning(value)));
            let mut entries: Vec<String> = entries.collect();
            entries.sort();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

#[test]
fn what_is_laid_out_says_the_same_and_stays() {
    let mut laid_out = 0;
    for seed in 1..3000 {
        let mut writer = Writer {
            dice: Dice(0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(seed)),
            remarks: 0,
        };
        let files = [Files::Guide, Files::Overlay, Files::Site, Files::Community];
        let files = files[writer.dice.below(files.len())];
        let Shape::Record(record) = files.shape() else {
            continue;
        };
        let yaml = writer.table(record, 0);
        let (path, old) = match files {
            Files::Guide => ("matters/a.md", format!("---\n{yaml}---\n")),
            Files::Overlay => ("communities/a/a.md", format!("---\n{yaml}---\n")),
            Files::Site => ("site.yaml", yaml.clone()),
            _ => ("communities/a.yaml", yaml.clone()),
        };
        let result = lay_out(path, files, old.as_bytes());
        let Some(new) = result.text else {
            let ids: Vec<&str> = result.findings.iter().map(|one| one.problem.id()).collect();
            assert!(!ids.contains(&"layout-differs"), "{seed}:\n{old}");
            continue;
        };
        laid_out += 1;
        let read = |text: &str| {
            let range = front_matter::split(text).map_or(0..text.len(), |parts| parts.yaml);
            let root = yaml::parse(text, range).expect("it was read before");
            root.map(|root| meaning(&root))
        };
        assert_eq!(read(&old), read(&new), "{seed}:\n{old}\n{new}");
        for number in 1..=writer.remarks {
            let remark = format!("# 第{number}句\n");
            assert_eq!(new.matches(&remark).count(), 1, "{seed}:\n{old}\n{new}");
        }
        let again = lay_out(path, files, new.as_bytes()).text;
        assert_eq!(again.as_deref(), Some(&*new), "{seed}:\n{old}");
    }
    assert!(laid_out > 2000, "{laid_out} of 3000");
}

#[test]
fn what_editors_are_told_of_files_is_what_is_read_of_them() {
    for files in Files::ALL {
        for pattern in files.patterns() {
            let path = pattern.replace("**", "elderly").replace('*', "gao-ling");
            assert_eq!(layout_of(&path), Some(files), "{path}");
        }
    }
    for path in ["codes.lock", "README.md", "themes/a.yaml", "pages/a/b.md"] {
        assert_eq!(layout_of(path), None, "{path}");
    }
}
