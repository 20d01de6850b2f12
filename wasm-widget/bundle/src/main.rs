//! `cargo widget` writes `wasm-widget/dist/`; `cargo widget --check` only tells whether that would change it.

use std::process::ExitCode;

use onetrip_widget_bundle::place::Place;
use onetrip_widget_bundle::{Outcome, bundle};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => write(),
        ["--check"] => check(),
        _ => Err("usage: cargo widget [--check]".to_owned()),
    };
    match outcome {
        Ok(message) => {
            println!("{message}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn write() -> Outcome<String> {
    let place = Place::find()?;
    let files = bundle::build(&place)?;
    bundle::write(&place, &files)?;
    let size = |(name, bytes): (&String, &Vec<u8>)| format!("{name} {} bytes", bytes.len());
    Ok(files.iter().map(size).collect::<Vec<_>>().join(", "))
}

fn check() -> Outcome<String> {
    let place = Place::find()?;
    let differing = bundle::differing(&place, &bundle::build(&place)?);
    if differing.is_empty() {
        return Ok("wasm-widget/dist is up to date".to_owned());
    }
    Err(format!(
        "not up to date in wasm-widget/dist: {}; run cargo widget",
        differing.join(", ")
    ))
}
