//! Whole-command cases: site in, site out; wrong site in, messages out. See `onetrip_tests::cases`.
//!
//! One case: `cargo test -p onetrip-tests --test cases -- unknown-key`.

use libtest_mimic::{Arguments, Failed, Trial};
use onetrip_tests::cases;

fn main() {
    let arguments = Arguments::from_args();
    let mut trials = vec![Trial::test("no_strays", || {
        cases::check_no_strays().map_err(Failed::from)
    })];
    for case in cases::all("good") {
        trials.push(Trial::test(format!("good::{}", case.name), move || {
            Ok(cases::run_good(&case)?)
        }));
    }
    for case in cases::all("bad") {
        trials.push(Trial::test(format!("bad::{}", case.name), move || {
            Ok(cases::run_bad(&case)?)
        }));
    }
    for kind in ["codes", "fleet", "print", "explain", "fmt", "new", "theme"] {
        for case in cases::all(kind) {
            let name = format!("{kind}::{}", case.name);
            trials.push(Trial::test(name, move || Ok(cases::run_story(&case)?)));
        }
    }
    libtest_mimic::run(&arguments, trials).exit();
}
