//! The command `onetrip`.

use std::process::ExitCode;

fn main() -> ExitCode {
    onetrip::cli::run(std::env::args_os())
}
