//! Which documents there are.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// Folders without documentation of this repository.
const SKIPPED: [&str; 3] = ["target", "node_modules", "corpus"];

/// The root of the repository.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// All Markdown files of the repository, as paths from its root, in order.
///
/// # Errors
///
/// If a folder cannot be read.
pub fn documents() -> io::Result<Vec<PathBuf>> {
    let root = root();
    let (mut folders, mut found) = (vec![root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name.starts_with('.') || SKIPPED.contains(&name.as_ref()) {
                continue;
            }
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else if name.ends_with(".md") {
                let path = entry.path();
                found.extend(path.strip_prefix(&root).map(Path::to_owned));
            }
        }
    }
    found.sort();
    Ok(found)
}
