//! The examples for fleets (`generator/examples/fleet/`), run on this machine: each gives the site that is built as a whole.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use onetrip_tests::site::{copy_folder, executable, onetrip, tree};
use onetrip_tests::temp::TempDir;
use onetrip_tests::tools;
use serde_json::Value;

/// 2026-11-22, noon.
const DAY: &str = "1795348800";

/// A folder with the content and the command, and the site as a whole.
struct Yard {
    folder: TempDir,
    site: std::collections::BTreeMap<String, Vec<u8>>,
}

impl Yard {
    fn new(label: &str) -> Self {
        let base = tools::workspace().join("tests/cases/base");
        let whole = TempDir::new("fleet-whole");
        let folder = TempDir::new(label);
        for folder in [&whole, &folder] {
            copy_folder(&base, &folder.path().join("content"));
        }
        let built = onetrip(whole.path(), ["build", "--no-print"]);
        assert!(built.status.success());
        let yard = Self {
            site: tree(&whole.path().join("dist")),
            folder,
        };
        // Scripts call the command by its name.
        let command = format!("exec '{}' \"$@\"\n", executable().display());
        yard.program("onetrip", &command);
        yard
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A program that scripts find before any other of its name.
    fn program(&self, name: &str, script: &str) {
        let file = self.path().join("bin").join(name);
        fs::create_dir_all(self.path().join("bin")).expect("a folder");
        fs::write(&file, format!("#!/bin/bash\n{script}")).expect("it is written");
        let made = tools::run("chmod", [OsString::from("+x"), file.into()]);
        assert!(made.status.success());
    }

    /// Runs a script; what it says.
    fn bash(&self, arguments: &[&str], variables: &[(&str, &str)]) -> String {
        let path = std::env::var("PATH").unwrap_or_default();
        let path = format!("{}:{path}", self.path().join("bin").display());
        let mut command = Command::new("bash");
        command.args(arguments).current_dir(self.path());
        command.env("PATH", path).env("SOURCE_DATE_EPOCH", DAY);
        command.envs(variables.iter().copied());
        let output = command.output().expect("bash starts");
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said).into_owned();
        assert!(output.status.success(), "{arguments:?}: {said}");
        said
    }

    /// What was put together is the whole site, and its codes are recorded.
    #[track_caller]
    fn prove(&self, merged: &str) {
        assert!(tree(&self.path().join(merged)) == self.site);
        assert!(self.path().join("content/codes.lock").exists());
    }
}

fn example(name: &str) -> PathBuf {
    let folder = tools::workspace().join("generator/examples/fleet");
    folder.join(name)
}

#[test]
#[ignore = "needs parallel; tests/run runs it"]
fn parts_are_built_by_parallel() {
    assert!(tools::has("parallel"), "run tests/run once, it installs it");
    let yard = Yard::new("fleet-parallel");
    let script = example("parallel.sh");
    yard.bash(&[&script.to_string_lossy(), "3", "--no-print"], &[]);
    yard.prove("dist");
}

/// Stands for Slurm: what is submitted runs at once, each task of an array after the other.
const SBATCH: &str = r#"
echo "$@" >> sbatch.log
tasks=""
while [[ "$1" == --* ]]; do
  [[ "$1" == --array=1-* ]] && tasks="${1#--array=1-}"
  shift
done
for task in $(seq "${tasks:-1}"); do
  SLURM_JOB_ID=1 SLURM_CPUS_PER_TASK=1 SLURM_ARRAY_TASK_ID="${tasks:+$task}" bash "$@" >&2
done
echo 7
"#;

#[test]
fn a_slurm_array_builds_parts_and_what_waits_for_it_merges() {
    let yard = Yard::new("fleet-slurm");
    yard.program("sbatch", SBATCH);
    let script = example("slurm.sbatch").display().to_string();
    yard.bash(&[&script, "3", "--no-print"], &[]);
    yard.prove("dist");
    let log = fs::read_to_string(yard.path().join("sbatch.log")).expect("it was called");
    let wanted = format!(
        "--parsable --array=1-3 {script} --no-print\n\
         --dependency=afterok:7 --kill-on-invalid-dep=yes {script}\n"
    );
    assert_eq!(log, wanted);
}

/// Reads YAML files and writes their documents as JSON.
const READ: &str = "
const yaml = require(process.argv[1]);
const text = require('fs').readFileSync(process.argv[2], 'utf8');
const documents = yaml.parseAllDocuments(text);
for (const one of documents) if (one.errors.length || one.warnings.length) throw one.errors[0] || one.warnings[0];
console.log(JSON.stringify(documents.map((one) => one.toJS())));
";

fn documents(name: &str) -> Value {
    let yaml = tools::npm_file("yaml/dist/index.js");
    let arguments: [OsString; 4] = ["-e".into(), READ.into(), yaml.into(), example(name).into()];
    let output = tools::run("node", arguments);
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name}: {complaint}");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
#[ignore = "needs node and yaml; tests/run runs it"]
fn an_indexed_job_builds_parts_and_another_one_merges() {
    let yard = Yard::new("fleet-kubernetes");
    let jobs = documents("kubernetes.yaml");
    let container = |job: usize| &jobs[job]["spec"]["template"]["spec"]["containers"][0];
    let script = |job: usize| {
        let words = container(job)["command"].as_array().expect("a list");
        assert_eq!(
            (words.len(), &words[0], &words[1]),
            (3, &"/bin/sh".into(), &"-ec".into())
        );
        words[2].as_str().expect("a text").to_owned()
    };
    assert_eq!(container(0)["env"], container(1)["env"]);
    let parts = container(0)["env"][0]["value"].as_str().expect("a text");
    assert_eq!(jobs[0]["spec"]["completions"].to_string(), parts);
    assert_eq!(jobs[0]["spec"]["completionMode"], "Indexed");
    // Three will do here. Pods print sheets as well; that is another test's concern.
    yard.program("onetrip", &without_print());
    for index in ["0", "1", "2"] {
        let variables = [("PARTS", "3"), ("JOB_COMPLETION_INDEX", index)];
        yard.bash(&["-ec", &script(0)], &variables);
    }
    yard.bash(&["-ec", &script(1)], &[("PARTS", "3")]);
    yard.prove("dist");
}

#[test]
#[ignore = "needs node and yaml; tests/run runs it"]
fn a_matrix_builds_parts_and_a_job_behind_it_merges() {
    let yard = Yard::new("fleet-matrix");
    yard.program("onetrip", &without_print());
    let flow = &documents("matrix.yml")[0];
    let run = |job: &str| {
        let steps = flow["jobs"][job]["steps"].as_array().expect("steps");
        let run = steps.iter().find_map(|step| step["run"].as_str());
        run.expect("a step that runs something").to_owned()
    };
    yard.bash(&["-ec", &run("day")], &[("GITHUB_OUTPUT", "day")]);
    let day = fs::read_to_string(yard.path().join("day")).expect("it was written");
    let epoch = day.strip_prefix("epoch=").map(str::trim);
    assert!(
        epoch.and_then(|epoch| epoch.parse::<u64>().ok()).is_some(),
        "{day}"
    );
    let parts = &flow["jobs"]["parts"]["strategy"]["matrix"]["part"];
    fs::create_dir(yard.path().join("parts")).expect("a folder");
    for part in parts.as_array().expect("a list") {
        let build = run("parts").replace("${{ matrix.part }}", &part.to_string());
        yard.bash(&["-ec", &build], &[]);
        let name = format!("part{part}.zip");
        let to = yard.path().join("parts").join(&name);
        fs::rename(yard.path().join(&name), to).expect("it was built");
    }
    let merge = run("merge");
    yard.bash(&["-ec", &merge], &[]);
    assert!(yard.path().join("site.zip").exists());
    let folder = merge.replace("--to site.zip", "--out dist");
    assert_ne!(folder, merge);
    yard.bash(&["-ec", &folder], &[]);
    yard.prove("dist");
}

/// The command, without sheets.
fn without_print() -> String {
    format!(
        "command=\"$1\"; shift\n[[ $command == build ]] && set -- --no-print \"$@\"\nexec '{}' \"$command\" \"$@\"\n",
        executable().display()
    )
}
