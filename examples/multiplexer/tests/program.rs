//! The program as people start it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail that way"
)]

mod support;

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Stdio;

use hex_literal::hex;

use support::program::{Running, csta_mux, run};

/// The request of an association of Panasonic's driver, in its frame.
const AARQ: &[u8] = &hex!(
    "00 25 60 23 80 02 07 80 A1 07 06 05 2B 0C 00 81 5A
     BE 14 28 12 06 07 2B 0C 00 82 1D 81 48 A0 07 A0 05 03 03 00 08 00"
);

fn error(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(!output.status.success(), "{arguments:?} should fail");
    String::from_utf8(output.stderr).unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn it_says_what_is_missing() {
    assert!(error(&[]).contains("--pbx"));
    assert!(error(&["--config", "/nowhere.toml"]).contains("/nowhere.toml"));
    assert!(error(&["--pbx", "pbx", "--tls-listen", "127.0.0.1:0"]).contains("--certificate"));
    assert!(error(&["--pbx", "pbx", "--config", "x"]).contains("cannot be used with"));
    assert!(error(&["status", "--web", "127.0.0.1:1"]).contains("127.0.0.1:1"));
}

/// What it says with these variables set, and whether it does what it is told.
fn with(variables: &[(&str, &str)], arguments: &[&str]) -> (bool, String) {
    let mut command = csta_mux();
    command.envs(variables.iter().copied()).args(arguments).stdin(Stdio::null());
    let output = command.output().unwrap();
    (output.status.success(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn what_is_typed_wins_over_the_environment() {
    let directory = tempfile::tempdir().unwrap();
    let path = |name: &str| directory.path().join(name);
    let config = path("csta-mux.toml");
    let settings = "version = 1\npbx.address = \"pbx\"\ntcp.listen = \"127.0.0.1:0\"\n\
                    spool.directory = \"spool\"\n";
    std::fs::write(&config, settings).unwrap();
    let config = text(&config);

    let all = [
        ("CSTA_MUX_PBX", "nowhere"),
        ("CSTA_MUX_SPOOL", "/nowhere"),
        ("CSTA_MUX_WEB", "neither an address"),
        ("CSTA_MUX_BUS", "nats://nowhere:4222"),
    ];
    let (is_done, told) = with(&all, &["--config", config, "--check"]);
    assert!(is_done, "{told}");

    let by_config = [("CSTA_MUX_CONFIG", "/nowhere.toml")];
    let spool = path("other spool");
    let one_time = ["--pbx", "pbx", "--listen", "127.0.0.1:0", "--web", "127.0.0.1:0"];
    let (is_done, told) =
        with(&by_config, &[&one_time[..], &["--spool", text(&spool), "--check"]].concat());
    assert!(is_done, "{told}");
    let (_, told) = with(&by_config, &["--spool", text(&spool), "--check"]);
    assert!(told.contains("no PBX is named") && told.contains("CSTA_MUX_CONFIG"), "{told}");

    let (is_done, told) =
        with(&by_config, &["user", "add", "admin", "--file", text(&path("users.toml"))]);
    assert!(!is_done && told.contains("password"), "{told}");
    let (_, told) = with(&by_config, &["status", "--web", "127.0.0.1:1"]);
    assert!(told.contains("127.0.0.1:1: no csta-mux"), "{told}");
    let web = [("CSTA_MUX_WEB", "127.0.0.1:1")];
    let (_, told) = with(&web, &["status", "--config", config]);
    assert!(told.contains(&format!("{config}: has no [web]")), "{told}");

    // What is for running alone is in the way of no other command.
    let both = [("CSTA_MUX_CONFIG", "x"), ("CSTA_MUX_SPOOL", "y")];
    assert!(with(&both, &["config"]).0);
}

#[test]
fn what_is_wrong_with_the_environment_is_told_as_such() {
    let both = [("CSTA_MUX_CONFIG", "/nowhere.toml"), ("CSTA_MUX_SPOOL", "/nowhere")];
    let (_, told) = with(&both, &[]);
    assert!(told.contains("'--config <FILE>' cannot be used with"), "{told}");
    for option in ["'--config' comes from the environment, as CSTA_MUX_CONFIG", "as CSTA_MUX_SPOOL"]
    {
        assert!(told.contains(option), "{told}");
    }
    // What is typed comes from nowhere else.
    let (_, told) = with(&both, &["--pbx", "pbx", "--config", "x"]);
    assert!(told.contains("cannot be used with") && !told.contains("environment"), "{told}");

    let (_, told) = with(&[("CSTA_MUX_WEB", "here")], &["status"]);
    assert!(told.contains("invalid value 'here'") && told.contains("as CSTA_MUX_WEB"), "{told}");
    let (_, told) = with(&[("CSTA_MUX_TLS_LISTEN", "127.0.0.1:0")], &["--pbx", "pbx"]);
    assert!(told.contains("--certificate") && told.contains("as CSTA_MUX_TLS_LISTEN"), "{told}");
}

#[test]
fn a_command_says_what_it_has_to_be_told() {
    let directory = tempfile::tempdir().unwrap();
    let config = directory.path().join("csta-mux.toml");
    std::fs::write(&config, "version = 1\npbx.address = \"pbx\"\n[tcp]\n").unwrap();
    assert!(error(&["user", "add", "x"]).contains("give --file FILE, or a configuration"));
    let no_users = error(&["user", "add", "x", "--config", text(&config)]);
    assert!(no_users.contains(&format!("{}: has no users.file", config.display())), "{no_users}");
    let no_web = error(&["status", "--config", text(&config)]);
    assert!(no_web.contains(&format!("{}: has no [web]", config.display())), "{no_web}");
}

#[test]
fn the_configuration_it_prints_can_be_used() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("csta-mux.toml");
    let printed = String::from_utf8(run(&["config"]).stdout).unwrap();
    let printed = printed
        .replace("127.0.0.1:33333", "127.0.0.1:0")
        .replace("127.0.0.1:33380", "127.0.0.1:0")
        .replace("#directory = \"/var/lib/csta-mux\"", "directory = \"spool\"");
    std::fs::write(&path, &printed).unwrap();
    let checked = run(&["--config", text(&path), "--check"]);
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));

    std::fs::write(&path, printed.replace("send_limit = 240", "send_limit = 2")).unwrap();
    let wrong = error(&["--config", text(&path), "--check"]);
    assert!(wrong.contains("csta-mux.toml:13:14: pbx.send_limit: is 2"), "{wrong}");
}

#[test]
fn users_are_added_with_a_password_from_standard_input() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("users.toml");
    let add = |password: &str, more: &[&str]| {
        let mut child = csta_mux()
            .args(["user", "add", "admin", "--file", text(&file)])
            .args(more)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(password.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    };
    assert!(add("opensesame\n", &[]).status.success());
    let written = std::fs::read_to_string(&file).unwrap();
    assert!(written.contains("$argon2id$") && !written.contains("opensesame"));
    let again = add("other\n", &[]);
    assert!(String::from_utf8_lossy(&again.stderr).contains("--replace"));
    assert!(add("other\n", &["--replace"]).status.success());
    assert!(!add("\n", &["--replace"]).status.success(), "an empty password is none");

    let user = |arguments: &[&str]| {
        let output = run(&[&["user"], arguments, &["--file", text(&file)]].concat());
        (output.status.success(), String::from_utf8(output.stdout).unwrap())
    };
    assert!(user(&["limit", "admin", "--monitor", "101,200-299", "--read-only"]).0);
    let listed = "admin                monitors 101,200-299 and controls nothing\n";
    assert_eq!(user(&["list"]), (true, listed.to_owned()));
    assert!(user(&["limit", "admin"]).0);
    assert_eq!(user(&["list"]).1, "admin                everything\n");
    assert!(!user(&["limit", "admin", "--monitor", "2-1"]).0);
    assert!(user(&["remove", "admin"]).0);
    assert_eq!(user(&["list"]), (true, String::new()));
    assert!(!user(&["remove", "admin"]).0, "there is none any more");
}

#[test]
fn its_status_tells_whether_it_may_be_tried_again() {
    let directory = tempfile::tempdir().unwrap();
    let config = directory.path().join("csta-mux.toml");
    let status = |settings: &str| {
        let spool = format!("spool.directory = {:?}", directory.path().join("spool"));
        let settings = format!("version = 1\npbx.address = \"127.0.0.1:1\"\n{spool}\n{settings}");
        std::fs::write(&config, settings).unwrap();
        run(&["--config", text(&config)]).status.code()
    };
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap();
    assert_eq!(status(&format!("tcp.listen = \"{port}\"")), Some(1), "it may become free");
    assert_eq!(status("pbx.send_limit = 2\n[tcp]\nlisten = \"127.0.0.1:0\""), Some(78));
    assert_eq!(status("nonsense = 2"), Some(78));
    assert_eq!(run(&["--config", "/nowhere.toml"]).status.code(), Some(78));
    assert_eq!(run(&[]).status.code(), Some(78));
    assert_eq!(run(&["--nonsense"]).status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn it_runs_with_certificate_and_users_and_ends_at_a_signal() {
    let directory = tempfile::tempdir().unwrap();
    let path = |name: &str| directory.path().join(name);
    let (certificate, key, users) = (path("server.pem"), path("server.key"), path("users.toml"));
    let made = run(&[
        "certificate",
        "localhost",
        "--certificate",
        text(&certificate),
        "--key",
        text(&key),
    ]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    multiplexer::add_user(&users, "admin", "opensesame", false).unwrap();
    // Nobody listens on port 1.
    let mut running = Running::start(&[
        "--pbx",
        "127.0.0.1:1",
        "--listen",
        "127.0.0.1:0",
        "--tls-listen",
        "127.0.0.1:0",
        "--certificate",
        text(&certificate),
        "--key",
        text(&key),
        "--users",
        text(&users),
        "--web",
        "127.0.0.1:0",
        "--spool",
        text(&path("spool")),
    ]);
    let line = running.line(" serves ");
    assert!(line.contains("tcp=127.0.0.1:") && line.contains("tls=127.0.0.1:"), "{line}");
    let web = line.split("web=").nth(1).unwrap().split_whitespace().next().unwrap();
    running.line("there is no link to the switch");
    let status = run(&["status", "--web", web]);
    let status = String::from_utf8(status.stdout).unwrap();
    assert!(status.contains("PBX link       down (127.0.0.1:1)"), "{status}");
    let json = String::from_utf8(run(&["status", "--web", web, "--json"]).stdout).unwrap();
    assert!(json.starts_with("{\"version\":"), "{json}");

    assert!(running.end().contains("csta-mux stops"));
}

#[cfg(unix)]
#[test]
fn a_flood_of_connections_does_not_fill_the_log() {
    let directory = tempfile::tempdir().unwrap();
    let spool = directory.path().join("spool");
    let mut running = Running::start(&[
        "--pbx",
        "127.0.0.1:1",
        "--listen",
        "127.0.0.1:0",
        "--web",
        "127.0.0.1:0",
        "--spool",
        text(&spool),
    ]);
    let line = running.line(" serves ");
    let address = line.split("tcp=").nth(1).unwrap().split_whitespace().next().unwrap();
    for number in 0..400 {
        let mut stream = TcpStream::connect(address).unwrap();
        let first = if number % 2 == 0 { AARQ } else { &[0, 2, 0xFF, 0xFF] };
        stream.write_all(first).unwrap();
        // The answer, or the end.
        let _ = stream.read(&mut [0; 64]);
    }
    let log = running.end();
    for wanted in
        ["an application is connected", "an application is gone", "no association was requested"]
    {
        let lines: Vec<_> = log.lines().filter(|line| line.contains(wanted)).collect();
        let left_out = |line: &&str| {
            let before = line.split_once(" more like this were left out")?.0;
            before.rsplit(' ').next()?.parse::<usize>().ok()
        };
        let counts: Vec<_> = lines.iter().filter_map(left_out).collect();
        let told = lines.len() - counts.len();
        assert_eq!(told + counts.iter().sum::<usize>(), 200, "{log}");
        // Twenty a minute, and it does not take many.
        assert!((20..=100).contains(&told), "{log}");
    }
    assert!(log.lines().count() < 400, "{log}");
}
