//! The command `onetrip`.

use std::process::ExitCode;

use mimalloc::MiMalloc;

#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    onetrip::cli::run(std::env::args_os())
}
