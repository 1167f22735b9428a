//! The outputs in the documentation of the repository are those of the program.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail that way")]

mod support;

use std::fs;
use std::path::Path;

use support::run;

/// Each command of a document with its output.
fn commands(text: &str) -> Vec<(&str, &str)> {
    let blocks = text.split("```console\n$ csta-inspect ").skip(1);
    blocks
        .map(|block| {
            let block = block.split("```").next().unwrap();
            block.split_once('\n').unwrap()
        })
        .collect()
}

#[test]
fn each_output_is_what_the_program_shows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut count = 0;
    for name in ["protocol.md", "kme.md"] {
        let text = fs::read_to_string(root.join("docs").join(name)).unwrap();
        for (command, expected) in commands(&text) {
            // Files are named from the root of the repository.
            let words: Vec<_> = command
                .split(' ')
                .map(|word| {
                    word.replace("examples/inspect/", concat!(env!("CARGO_MANIFEST_DIR"), "/"))
                })
                .collect();
            let words: Vec<_> = words.iter().map(String::as_str).collect();
            assert_eq!(run(&words).out, expected, "{name}: {command}");
            count += 1;
        }
    }
    assert!(count > 10, "{count}");
}
