//! The whole content folder: every file is read, everything wrong is collected, nothing stops at the first fault.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::decode::Reader;
use super::guide::{self, Registers};
use super::site::{self, Site};
use super::yaml::{self, Node, Value};
use super::{Entry, Files, World, community, front_matter, keys, markdown, prescan, register, text};
use crate::diagnostic::{At, Finding, Place, Problem, Sources};
use crate::model::{Community, Markdown, Matter, Page, Region};

/// What was read, as far as it could be.
#[derive(Debug)]
pub struct Loaded {
    /// The region; `None` when there is nothing to speak of.
    pub region: Option<Region>,
    /// What was wrong.
    pub findings: Vec<Finding>,
    /// The texts that findings point into.
    pub sources: Sources,
}

/// Reads the content folder of `world`; `folder` is its name for messages.
pub fn load(world: &World<'_>, folder: &str) -> Loaded {
    let entries = world.content.list().unwrap_or_default();
    if entries.is_empty() {
        let problem = Problem::ContentEmpty { folder: folder.to_owned() };
        return Loaded { region: None, findings: vec![Finding::nowhere(problem)], sources: Sources::new() };
    }
    let mut loader = Loader { files: world.content, findings: Vec::new(), sources: Sources::new() };
    let region = loader.region(&entries);
    Loaded { region: Some(region), findings: loader.findings, sources: loader.sources }
}

struct Loader<'a> {
    files: &'a dyn Files,
    findings: Vec<Finding>,
    sources: Sources,
}

/// A text file that was read: its path, its text, or what was wrong with it.
type Text = (Arc<str>, Result<Arc<str>, Problem>);

impl Loader<'_> {
    fn region(&mut self, entries: &[Entry]) -> Region {
        for entry in entries {
            if let Some(target) = &entry.leads_out {
                self.found(Place::file(&entry.path), Problem::LinkOutside { target: target.clone() });
            }
        }
        let inside: Vec<&Entry> = entries.iter().filter(|e| e.leads_out.is_none()).collect();
        let paths: Vec<&str> = inside.iter().map(|e| e.path.as_str()).collect();
        let site = self.site(&paths);
        let registers = self.registers(&paths, &site);
        let communities = self.communities(&paths, &site);
        let matters = self.matters(&paths, &registers);
        let pages = self.pages(&paths);
        let files = inside
            .iter()
            .filter(|e| e.path.starts_with("files/"))
            .map(|e| (e.path.clone(), e.bytes))
            .collect();
        let base_url =
            site.base_url.unwrap_or_else(|| At { value: String::new(), place: Place::file("site.yaml") });
        Region {
            name: site.name,
            base_url,
            languages: site.languages,
            categories: site.categories,
            life_events: site.life_events,
            local_facts: site.local_facts,
            disclaimer: site.disclaimer,
            communities,
            materials: registers.materials,
            matters,
            pages,
            files,
        }
    }

    fn found(&mut self, place: Place, problem: Problem) {
        self.findings.push(Finding::at(place, problem));
    }

    fn site(&mut self, paths: &[&str]) -> Site {
        if !paths.contains(&"site.yaml") {
            self.findings.push(Finding::nowhere(Problem::SiteMissing));
            return Site::default();
        }
        self.yaml_file("site.yaml", site::site).unwrap_or_default()
    }

    fn registers(&mut self, paths: &[&str], site: &Site) -> Registers {
        let mut registers = Registers {
            categories: site.categories.clone(),
            life_events: site.life_events.clone(),
            materials: BTreeMap::new(),
            questions: BTreeMap::new(),
        };
        if paths.contains(&"materials.yaml") {
            registers.materials = self.yaml_file("materials.yaml", register::materials).unwrap_or_default();
        }
        if paths.contains(&"questions.yaml") {
            registers.questions = self.yaml_file("questions.yaml", register::questions).unwrap_or_default();
        }
        registers
    }

    fn communities(&mut self, paths: &[&str], site: &Site) -> Vec<Community> {
        let mut communities: Vec<Community> = site.community.iter().cloned().collect();
        for path in paths {
            let Some(name) = path.strip_prefix("communities/").and_then(|rest| rest.strip_suffix(".yaml"))
            else {
                continue;
            };
            if name.contains('/') {
                continue;
            }
            let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
            if name.is_empty() || !name.bytes().all(fits) {
                self.found(Place::file(path), Problem::CommunityId { name: name.to_owned() });
            }
            communities.extend(
                self.yaml_file(path, |reader, root| community::community(reader, name, root, &site.hours))
                    .flatten(),
            );
        }
        communities
    }

    /// A YAML file, read by `read`; `None` when it has no content or cannot be parsed (which was reported).
    fn yaml_file<T>(&mut self, path: &str, read: impl FnOnce(&Reader, &Node) -> T) -> Option<T> {
        let (file, text) = self.text(path)?;
        let reader = Reader::new(&file, &text);
        let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let root = tree(&reader, start..text.len());
        let result = root.map(|root| read(&reader, &root));
        self.findings.extend(reader.into_findings());
        result
    }

    fn text(&mut self, path: &str) -> Option<(Arc<str>, Arc<str>)> {
        let (file, text) = read_text(self.files, path);
        match text {
            Ok(text) => {
                self.sources.insert(Arc::clone(&file), Arc::clone(&text));
                Some((file, text))
            }
            Err(problem) => {
                self.found(Place::file(path), problem);
                None
            }
        }
    }

    fn matters(&mut self, paths: &[&str], registers: &Registers) -> Vec<Matter> {
        let guides: Vec<&str> = paths
            .iter()
            .copied()
            .filter(|p| p.starts_with("matters/") && p.ends_with(".md") && !p.ends_with(".en.md"))
            .collect();
        let files = self.files;
        let read: Vec<(Text, Option<Matter>, Vec<Finding>)> =
            guides.par_iter().map(|path| read_guide(files, path, registers)).collect();
        let mut matters = Vec::new();
        for ((file, text), matter, findings) in read {
            if let Ok(text) = text {
                self.sources.insert(file, text);
            }
            self.findings.extend(findings);
            matters.extend(matter);
        }
        matters.sort_by(|a, b| (&a.code.value, &a.file).cmp(&(&b.code.value, &b.file)));
        matters
    }

    fn pages(&mut self, paths: &[&str]) -> Vec<Page> {
        let mut pages = Vec::new();
        for path in paths.iter().filter(|p| p.starts_with("pages/") && p.ends_with(".md")) {
            let Some((file, text)) = self.text(path) else {
                continue;
            };
            let reader = Reader::new(&file, &text);
            pages.extend(page(&reader, path));
            self.findings.extend(reader.into_findings());
        }
        pages
    }
}

fn read_text(files: &dyn Files, path: &str) -> Text {
    let text = files
        .read(path)
        .map_err(|error| Problem::Unreadable { reason: error.to_string() })
        .and_then(text::decode);
    (path.into(), text.map(Arc::from))
}

fn read_guide(files: &dyn Files, path: &str, registers: &Registers) -> (Text, Option<Matter>, Vec<Finding>) {
    let (file, text) = read_text(files, path);
    let text = match text {
        Ok(text) => text,
        Err(problem) => {
            let finding = Finding::at(Place::file(path), problem.clone());
            return ((file, Err(problem)), None, vec![finding]);
        }
    };
    let reader = Reader::new(&file, &text);
    let matter =
        split(&reader).and_then(|(root, body)| guide::matter(&reader, stem(path), &root, body, registers));
    ((file, Ok(text)), matter, reader.into_findings())
}

fn page(reader: &Reader, path: &str) -> Option<Page> {
    let (root, body) = split(reader)?;
    let table = reader.table("", &root, &[keys::TITLE])?;
    let title = table.required_text(keys::TITLE)?;
    Some(Page { file: path.to_owned(), name: stem(path).to_owned(), title, body })
}

/// Front matter and text of a Markdown file.
fn split(reader: &Reader) -> Option<(Node, Markdown)> {
    match front_matter::split(&reader.text) {
        Ok(parts) => {
            let body = markdown::render(reader, parts.body);
            tree(reader, parts.yaml).map(|root| (root, body))
        }
        Err((span, problem)) => {
            reader.report(&span, problem);
            None
        }
    }
}

/// The YAML at `range` as a tree; what is wrong with it is reported as the slip that a person made.
fn tree(reader: &Reader, range: Range<usize>) -> Option<Node> {
    let source = &*reader.text;
    let slips = prescan::certain(source, &range);
    let report = |faults: Vec<yaml::Fault>| {
        for (span, fault) in faults {
            reader.report(&span, Problem::Yaml(fault));
        }
    };
    match yaml::parse(source, range.clone()) {
        // A slip that YAML took for text makes everything after it doubtful: mend it first.
        _ if !slips.is_empty() => {
            report(slips);
            None
        }
        Ok(Some(root)) => Some(root),
        Ok(None) => Some(Node { span: range.start..range.start, value: Value::Map(Vec::new()) }),
        Err(fault) => {
            let causes = prescan::explaining(source, &range);
            report(if causes.is_empty() { vec![fault] } else { causes });
            None
        }
    }
}

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('.').next().unwrap_or(name)
}
