//! The rules for numbers on the command line.
#![allow(clippy::unwrap_used, reason = "a test may fail that way")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use tempfile::NamedTempFile;

fn rules(suffix: &str, text: &str) -> NamedTempFile {
    let mut file = tempfile::Builder::new().suffix(suffix).tempfile().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file
}

fn config() -> NamedTempFile {
    rules(
        ".toml",
        r#"
version = 1

[[incoming]]
regex = '^0(.*)'
replace = '\1'

[[incoming]]
regex = '^00'
replace = '+'

[[pc_dialing]]
regex = '^([0-9][0-9][0-9].+)'
replace = '0\1'
"#,
    )
}

fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_csta-tsp"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn check_rewrites_numbers_of_arguments_and_of_standard_input() {
    let config = config();
    let path = config.path().to_str().unwrap();
    let output = run(&["numfmt", "check", "--rules", path, "0301234", "102"], "");
    assert_eq!(stdout(&output), "0301234 > 301234\n102 > 102\n");
    let arguments = ["numfmt", "check", "--rules", path, "--list", "pc_dialing"];
    assert_eq!(stdout(&run(&arguments, "5551\n102\n")), "5551 > 05551\n102 > 102\n");
}

#[test]
fn check_explains_each_step() {
    let config = config();
    let path = config.path().to_str().unwrap();
    let output = run(&["numfmt", "check", "--rules", path, "--explain", "0301234"], "");
    let shown = stdout(&output);
    assert!(shown.contains("0301234") && shown.contains("301234"), "{shown}");
    assert!(shown.contains("^0(.*)"), "{shown}");
}

#[test]
fn lint_names_file_and_line_of_a_rule_that_cannot_match() {
    let config = config();
    let path = config.path().to_str().unwrap();
    let output = run(&["numfmt", "lint", "--rules", path], "");
    let shown = stdout(&output);
    assert!(shown.contains(&format!("{path}:9:")), "{shown}");
}

#[test]
fn wrong_rules_are_told_with_list_line_and_column() {
    let config = rules(".toml", "version = 1\n\n[[incoming]]\nregex = '^0(.*'\nreplace = '\\1'\n");
    let path = config.path().to_str().unwrap();
    let output = run(&["numfmt", "check", "--rules", path, "1"], "");
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("incoming") && error.contains('4'), "{error}");
    let output = run(&["numfmt", "check", "--rules", "/no/such/file.toml", "1"], "");
    assert_eq!(output.status.code(), Some(1));
}
