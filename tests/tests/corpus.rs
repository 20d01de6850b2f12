//! Mistakes of community workers, each made once and judged in both languages. See `onetrip_tests::cases` and `tests/corpus/`.
//!
//! One of them: `cargo test -p onetrip-tests --test corpus -- two-numbers-in-one`.

use libtest_mimic::{Arguments, Failed, Trial};
use onetrip_tests::cases;

fn main() {
    let arguments = Arguments::from_args();
    let mut trials = vec![Trial::test("silence", || {
        cases::check_silence().map_err(Failed::from)
    })];
    for mistake in cases::mistakes() {
        let name = mistake.name.clone();
        trials.push(Trial::test(name, move || Ok(mistake.judge()?)));
    }
    libtest_mimic::run(&arguments, trials).exit();
}
