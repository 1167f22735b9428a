//! Links in the documentation lead somewhere.
#![allow(clippy::unwrap_used, reason = "a test may fail that way")]

use std::fs;

use docs::{documents, root};
use regex::Regex;

#[test]
fn each_link_to_a_file_leads_to_one() {
    let link = Regex::new(r"\]\(([^)\s#]+)[^)]*\)").unwrap();
    let code = Regex::new(r"(?s)```.*?```|`[^`\n]*`").unwrap();
    let (mut count, mut dead) = (0, Vec::new());
    for path in documents().unwrap() {
        let text = fs::read_to_string(root().join(&path)).unwrap();
        let folder = root().join(&path).parent().unwrap().to_owned();
        for found in link.captures_iter(&code.replace_all(&text, "")) {
            let to = &found[1];
            // Pages elsewhere, and items of Rust in what is documentation of a crate as well.
            if to.contains("://") || to.contains("::") {
                continue;
            }
            count += 1;
            if !folder.join(to).exists() {
                dead.push(format!("{}: {to}", path.display()));
            }
        }
    }
    assert!(dead.is_empty(), "{dead:#?}");
    assert!(count > 50, "{count}");
}
