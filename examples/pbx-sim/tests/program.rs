//! The program, as a child process.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that goes wrong here fails, as it should"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::process::{Child, ChildStdin, ChildStdout, Command, Output, Stdio};

use csta_client::{Client, MonitorItem};
use csta_codec::types::DeviceId;
use futures::StreamExt;

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_csta-pbx-sim"))
}

fn output(arguments: &[&str]) -> Output {
    program().args(arguments).stdin(Stdio::null()).output().unwrap()
}

/// What it says on standard error; it must have failed with this status.
fn failure(arguments: &[&str], status: i32) -> String {
    let output = output(arguments);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(status), "{error}");
    error
}

/// A file in a directory that is removed with it.
fn file(text: &str) -> (tempfile::TempDir, String) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("file");
    std::fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (directory, path)
}

/// A program that runs; it ends with the test.
struct Running {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    address: String,
}

impl Running {
    fn start(arguments: &[&str]) -> Self {
        let mut command = program();
        command.args(["--listen", "127.0.0.1:0"]).args(arguments);
        let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child = child.unwrap();
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().unwrap());
        let mut running = Self { child, input, output, address: String::new() };
        let first = running.line_with("listening on ");
        let address = first.split("listening on ").nth(1).unwrap();
        running.address = address.split([';', ',']).next().unwrap().to_owned();
        running
    }

    /// The next line that has a text in it.
    fn line_with(&mut self, text: &str) -> String {
        let mut line = String::new();
        while self.output.read_line(&mut line).unwrap() > 0 {
            if line.contains(text) {
                return line;
            }
            line.clear();
        }
        panic!("it has ended, and did not say {text:?}")
    }

    /// Reads until lines with these texts have come, whichever is first.
    fn lines_with(&mut self, texts: &[&str]) {
        let mut missing = texts.to_vec();
        while !missing.is_empty() {
            let line = self.line_with("");
            missing.retain(|text| !line.contains(text));
        }
    }

    fn say(&mut self, line: &str) {
        writeln!(self.input.as_mut().unwrap(), "{line}").unwrap();
    }

    fn end(mut self) -> String {
        self.say("quit");
        let mut rest = String::new();
        self.output.read_to_string(&mut rest).unwrap();
        assert!(self.child.wait().unwrap().success());
        rest
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn tells_how_it_is_called() {
    let help = String::from_utf8(output(&["--help"]).stdout).unwrap();
    for option in ["--listen", "--config", "--script", "--load", "--record", "--replay"] {
        assert!(help.contains(option), "{option}");
    }
    assert!(failure(&["--dance"], 2).contains("--dance"));
    assert!(failure(&["--load", "many"], 2).contains("expected calls a second"));
    assert!(failure(&["--answer-after", "soon"], 2).contains("expected a time such as 2s"));
    assert!(failure(&["--fast"], 2).contains("--replay"));
}

#[test]
fn a_port_that_is_taken_is_named_with_what_to_do() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let error = failure(&["--listen", &address], 1);
    assert!(error.contains(&address) && error.contains("choose another port"), "{error}");
}

#[test]
fn files_that_make_no_sense_are_refused_before_anything_begins() {
    let (_directory, config) = file("version = 1\n[timing]\nprompt = 'long'\n");
    let error = failure(&["--config", &config], 1);
    assert!(error.contains(&format!("{config}:3:10: ")), "{error}");
    assert_eq!(failure(&["config", "check", &config], 1), error);

    let (_directory, script) = file("103 lifts\n103 dails 102\n104 hangs\n");
    let error = failure(&["--script", &script], 1);
    assert!(error.contains("line 2, column 5: \"dails\"") && error.contains("line 3"), "{error}");

    let (_directory, recording) = file("yesterday < A1");
    let error = failure(&["--replay", &recording], 1);
    assert!(error.contains("line 1: expected a time"), "{error}");

    let error = failure(&["--script", "there/is/no/such/file"], 1);
    assert!(error.contains("there/is/no/such/file"), "{error}");
}

#[test]
fn files_that_are_too_large_or_no_text_are_not_read() {
    let (_directory, path) = file("");
    let large = |octets| std::fs::File::create(&path).unwrap().set_len(octets).unwrap();
    large((16 << 20) + 1);
    let error = failure(&["--script", &path], 1);
    assert!(error.contains(&path) && error.contains("more than 16 MiB"), "{error}");
    large((256 << 20) + 1);
    let error = failure(&["--replay", &path], 1);
    assert!(error.contains(&path) && error.contains("more than 256 MiB"), "{error}");
    std::fs::write(&path, b"103 lifts\n\xFF").unwrap();
    let error = failure(&["--script", &path], 1);
    assert!(error.contains(&path) && error.contains("octet 10 is not UTF-8"), "{error}");
}

#[test]
fn the_configuration_that_is_printed_is_good() {
    let printed = output(&["config", "print"]);
    let (_directory, config) = file(&String::from_utf8(printed.stdout).unwrap());
    let checked = output(&["config", "check", &config]);
    assert!(checked.status.success());
    assert_eq!(checked.stdout, format!("{config}: good\n").into_bytes());
}

#[test]
fn what_is_typed_happens_and_is_shown_in_order() {
    let mut running = Running::start(&[]);
    for line in ["103 dials 102", "calls", "103 dails", "102 answers", "101 answers"] {
        running.say(line);
    }
    running.line_with("102 Boris Novak rings, 103 Carla Rossi calls");
    running.line_with("103 Carla Rossi  <->  102 Boris Novak, ringing");
    running.line_with("not understood: column 5: \"dails\"");
    running.line_with("102 Boris Novak answers 103 Carla Rossi");
    running.line_with("not possible: 101 answers: ");
    assert!(running.end().ends_with("ended\n"));
}

#[test]
fn a_line_without_end_is_read_in_parts_and_what_comes_behind_it_happens() {
    let mut running = Running::start(&[]);
    running.say(&"x".repeat(200_000));
    running.say("103 dials 102");
    running.line_with("not understood: column 1: ");
    running.line_with("102 Boris Novak rings, 103 Carla Rossi calls");
    running.end();
}

#[test]
fn the_scenario_that_is_built_in_can_be_played() {
    let mut running = Running::start(&["--scenario"]);
    running.line_with("  Anna calls Boris.");
    running.end();
}

#[cfg(unix)]
#[test]
fn it_serves_without_input_until_it_is_terminated() {
    let mut running = Running::start(&[]);
    drop(running.input.take());
    let connected = std::net::TcpStream::connect(&running.address);
    assert!(connected.is_ok());
    let id = running.child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    running.line_with("ended");
    assert!(running.child.wait().unwrap().success());
}

#[test]
fn an_application_watches_a_script_and_its_recording() {
    let (directory, script) = file("wait for application\nsay there it is\nwait 1h");
    let tape = directory.path().join("tape");
    let tape = tape.to_str().unwrap();
    let mut running = Running::start(&["--script", &script, "--record", tape]);
    let address = running.address.clone();
    let events = watch(&address, || {
        for line in ["103 dials 102", "102 answers", "102 hangs up"] {
            running.say(line);
        }
    });
    running.lines_with(&["there it is", "an application is gone"]);
    running.end();

    let mut replayed = Running::start(&["--replay", tape, "--fast"]);
    assert_eq!(watch(&replayed.address, || ()), events);
    assert_eq!(watch(&replayed.address, || ()), events, "and again");
    replayed.line_with("all of this association has been sent");
}

/// The events that an application is told of 102 until it has hung up, of what happens when it
/// watches. Then it is gone.
fn watch(address: &str, happen: impl FnOnce()) -> Vec<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let (client, connection) = Client::builder().address(address).connect().await.unwrap();
        tokio::spawn(connection.run());
        let monitor = client.monitor(DeviceId::dialing_number("102"), None).await.unwrap();
        happen();
        let told = monitor.map(|item| match item {
            MonitorItem::Event(event) => format!("{:?}", event.get().event_specific_info),
            other => panic!("{other:?}"),
        });
        told.take(3).collect().await
    })
}
