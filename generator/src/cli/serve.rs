//! `onetrip serve`.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, UdpSocket};
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

use onetrip_core::diagnostic::{Finding, Lang, OutputFault, Sources};
use onetrip_core::qr::{Codes, Level, QUIET};
use onetrip_core::site::{self, Options, Silent};
use onetrip_print::PrintOptions;

use super::args::{Format, Serve};
use super::build::{ours, world};
use super::target::theme_exists;
use super::{FINDINGS, report};
use crate::machine::Disk;
use crate::preview::{self, Preview, Printer, Snapshot, Watch};

/// Where it is served if nobody says otherwise and it is free.
const USUAL: u16 = 8000;

/// Shows the site while somebody writes, until the process is ended.
pub(super) fn serve(args: &Serve, lang: Lang) -> ExitCode {
    let listening = theme_exists(args.theme.as_deref()).and_then(|()| listen(args));
    let (listener, address) = match listening {
        Ok(listening) => listening,
        Err(finding) => {
            let sources = Sources::new();
            report::findings(&[finding], &sources, lang, Format::Human, &args.content);
            return ExitCode::from(FINDINGS);
        }
    };
    let site = format!("http://{address}/");
    let folders = std::iter::once(&args.content).chain(&args.theme);
    let mut watch = Watch::new(folders.cloned().collect());
    let options = Options {
        folder: args.content.display().to_string(),
        base_url: Some(site.clone()),
        community: args.community.clone(),
        drafts: args.drafts,
        sheets_elsewhere: !args.drafts,
        ..ours()
    };
    let preview = Arc::new(Preview::new(lang, printer(args, &options)));
    let make = || {
        let content = Disk::new(&args.content);
        let theme = args.theme.as_ref().map(Disk::new);
        preview.make(&world(&content, theme.as_ref()), &options)
    };
    tell(&make(), lang);
    report::err(&begun(&site, args.lan, lang));
    if args.open {
        open(&site);
    }
    let port = address.port();
    let local = ["127.0.0.1", "localhost"].map(|name| format!("{name}:{port}"));
    let hosts: Vec<String> = local.into_iter().chain([address.to_string()]).collect();
    let serving = Arc::clone(&preview);
    thread::spawn(move || preview::serve(&listener, &serving, &hosts));
    loop {
        watch.wait();
        tell(&make(), lang);
    }
}

/// Prints what is there when somebody asks for it. Its codes lead to where the site will stand, and not to this machine: somebody may hang a sheet
/// up. Drafts have none.
fn printer(args: &Serve, pages: &Options) -> Option<Printer> {
    let (content, theme) = (args.content.clone(), args.theme.clone());
    let options = Options {
        base_url: None,
        print: Some(PrintOptions::default()),
        ..pages.clone()
    };
    let print = move || {
        let content = Disk::new(&content);
        let theme = theme.as_ref().map(Disk::new);
        let mut sheets = BTreeMap::new();
        let world = world(&content, theme.as_ref());
        let printed = site::print(&world, &options, &Silent, &mut sheets);
        printed.listing.map(|_| sheets).unwrap_or_default()
    };
    (!args.drafts).then(|| Box::new(print) as Printer)
}

/// The door, and the address that leads to it.
fn listen(args: &Serve) -> Result<(TcpListener, SocketAddr), Finding> {
    let inside = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let bind = if args.lan {
        IpAddr::V4(Ipv4Addr::UNSPECIFIED)
    } else {
        inside
    };
    let bound = match args.port {
        Some(port) => TcpListener::bind((bind, port)),
        None => TcpListener::bind((bind, USUAL)).or_else(|_| TcpListener::bind((bind, 0))),
    };
    let taken = |error: io::Error| {
        let fault = OutputFault::PortTaken {
            port: args.port.unwrap_or(USUAL).into(),
            reason: error.into(),
        };
        Finding::nowhere(fault.into())
    };
    let listener = bound.map_err(taken)?;
    let port = listener.local_addr().map_err(taken)?.port();
    let seen = if args.lan { lan() } else { None };
    Ok((listener, SocketAddr::new(seen.unwrap_or(inside), port)))
}

/// This machine's address in its own network: the one that it would send from. Nothing is sent.
fn lan() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    // A documentation address (RFC 5737), which nobody has.
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    socket.local_addr().ok().map(|address| address.ip())
}

/// What there is to say after a change.
fn tell(site: &Snapshot, lang: Lang) {
    let texts: Vec<&str> = site
        .findings
        .iter()
        .map(|told| told.text.as_str())
        .collect();
    let (errors, warnings) = site.count();
    let number = site.number;
    let end = match (lang, errors) {
        (Lang::Zh, 0) => format!("第 {number} 次：页面已更新，提醒 {warnings} 处。\n"),
        (Lang::Zh, _) => {
            format!("第 {number} 次：错误 {errors} 处，页面还是上一次没有错的样子。\n")
        }
        (Lang::En, 0) => format!(
            "#{number}: the pages are new, {}.\n",
            report::many(warnings, "warning")
        ),
        (Lang::En, _) => format!(
            "#{number}: {}; the pages are the last without.\n",
            report::many(errors, "error")
        ),
    };
    report::err(&format!("{}{end}", texts.concat()));
}

fn begun(site: &str, lan: bool, lang: Lang) -> String {
    let code = if lan { code(site) } else { String::new() };
    match lang {
        Lang::Zh => format!(
            "{code}预览：{site}\n改了内容会自己更新；全部问题在 {site}_findings；手机宽度在 {site}_phone。按 Ctrl+C 结束。\n"
        ),
        Lang::En => format!(
            "{code}Preview: {site}\nIt follows your changes; all findings: {site}_findings; as wide as a phone: {site}_phone. Ctrl+C ends it.\n"
        ),
    }
}

/// The address as a code, two rows of modules a line, light on dark as terminals are.
fn code(site: &str) -> String {
    let found = Codes::default().of(site, Level::M);
    let Some(modules) = found.ok().filter(|_| io::stderr().is_terminal()) else {
        return String::new();
    };
    let across = modules.side + 2 * QUIET;
    let light = |x: usize, y: usize| {
        let inside = x.checked_sub(QUIET).zip(y.checked_sub(QUIET));
        inside.is_none_or(|(x, y)| !modules.is_dark(x, y))
    };
    let rows = (0..across).step_by(2).map(|y| {
        let row = (0..across).map(
            |x| match (light(x, y), y + 1 >= across || light(x, y + 1)) {
                (true, true) => '█',
                (true, false) => '▀',
                (false, true) => '▄',
                (false, false) => ' ',
            },
        );
        row.chain(['\n']).collect::<String>()
    });
    rows.collect()
}

/// Opens the page in the browser that the system would take; without one nothing happens.
fn open(site: &str) {
    let command = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let _ = std::process::Command::new(command).arg(site).spawn();
}
