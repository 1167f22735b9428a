//! Each check holds for its seeds and for all that fuzzing has ever found.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail that way")]

use std::collections::BTreeSet;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use checks::CHECKS;

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The names in a folder, without what is behind a dot.
fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}

#[test]
fn what_was_found_is_not_found_again() {
    let regressions = fuzz().join("regressions");
    for folder in names(&regressions) {
        let check = checks::Check::by_name(&folder).unwrap_or_else(|| panic!("no check {folder}"));
        for entry in fs::read_dir(regressions.join(&folder)).unwrap() {
            let path = entry.unwrap().path();
            let octets = fs::read(&path).unwrap();
            assert!(catch_unwind(|| (check.run)(&octets)).is_ok(), "{}", path.display());
        }
    }
}

#[test]
fn each_check_holds_for_its_seeds() {
    for check in CHECKS {
        let seeds = (check.seeds)();
        assert!(!seeds.is_empty(), "{}", check.name);
        for octets in seeds {
            let held = catch_unwind(|| (check.run)(&octets)).is_ok();
            assert!(held, "{}: {octets:02X?}", check.name);
        }
    }
}

#[test]
fn each_check_has_its_target_and_its_line_in_the_readme() {
    let targets = names(&fuzz().join("fuzz_targets"));
    let readme = fs::read_to_string(fuzz().join("README.md")).unwrap();
    for check in CHECKS {
        assert!(targets.contains(check.name), "no fuzz_targets/{}.rs", check.name);
        let line = format!("| `{}` | {} |", check.name, check.claim);
        assert!(readme.contains(&line), "the README has not: {line}");
    }
    assert_eq!(targets.len(), CHECKS.len(), "a target without a check");
}
