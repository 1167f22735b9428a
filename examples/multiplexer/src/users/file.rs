//! The file of the users.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use config_file::{ConfigFile, ConfigFileError};
use rustc_hash::FxHashSet;
use serde::Deserialize;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use super::gate::LONGEST_NAME;
use super::password::{self, PasswordError, hash_password};
use super::{User, Users};
use crate::config::VERSION;
use crate::{Access, DeviceSet};

/// The most users: each takes a few hundred octets of memory.
const MOST_USERS: usize = 10_000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UserFile {
    #[serde(default)]
    user: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    password: String,
    /// All devices unless it says which.
    monitor: Option<Vec<String>>,
    control: Option<Vec<String>>,
    #[serde(default)]
    read_only: bool,
}

pub(super) fn load(path: &Path) -> Result<Users, ConfigFileError> {
    read(&ConfigFile::load(path, VERSION)?)
}

fn read(file: &ConfigFile) -> Result<Users, ConfigFileError> {
    let UserFile { user: entries } = file.settings()?;
    if entries.len() > MOST_USERS {
        return Err(file.wrong("user", format!("there are more than {MOST_USERS} users")));
    }
    let mut names = FxHashSet::default();
    entries
        .into_iter()
        .enumerate()
        .map(|(index, entry)| {
            let wrong =
                |key: &str, message: String| file.wrong(&format!("user[{index}].{key}"), message);
            if entry.name.len() > LONGEST_NAME {
                return Err(wrong("name", format!("has more than {LONGEST_NAME} octets")));
            }
            if entry.name.is_empty() || !names.insert(entry.name.clone()) {
                return Err(wrong("name", format!("{:?} is empty or there already", entry.name)));
            }
            password::check(&entry.password).map_err(|message| wrong("password", message))?;
            let devices = |key, numbers: Option<Vec<String>>| match numbers {
                None => Ok(DeviceSet::Any),
                Some(numbers) => DeviceSet::only(numbers.iter().map(String::as_str))
                    .map_err(|error| wrong(key, error.to_string())),
            };
            let access = Access {
                monitor: devices("monitor", entry.monitor)?,
                control: devices("control", entry.control)?,
                read_only: entry.read_only,
            };
            let user = User { password_hash: entry.password, access: Arc::new(access) };
            Ok((entry.name, user))
        })
        .collect()
}

/// Why a user cannot be added.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum UserFileError {
    /// The file is not as it should be.
    #[error(transparent)]
    File(#[from] ConfigFileError),
    /// The name cannot be.
    #[error("the name is empty, has more than {LONGEST_NAME} octets, or control characters in it")]
    Name,
    /// There is such a user.
    #[error("{path}: there is a user {name:?}; remove it first, or replace it by --replace", path = path.display())]
    Exists {
        /// The file.
        path: PathBuf,
        /// The user.
        name: String,
    },
    /// The password cannot be.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// The file cannot be written.
    #[error("{path}: cannot be written: {error}", path = path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
}

/// Adds a user who may do everything to a file, which is made if there is none and keeps its
/// comments if there is. With `replace`, a user of this name gets the new password and keeps what
/// it may do.
///
/// # Errors
///
/// If the file is not as it should be or cannot be written, or there is such a user already. The
/// file is then as it was.
pub fn add_user(
    path: impl AsRef<Path>,
    name: &str,
    password: &str,
    replace: bool,
) -> Result<(), UserFileError> {
    let path = path.as_ref();
    if name.is_empty() || name.len() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(UserFileError::Name);
    }
    let hash = hash_password(password)?;
    let text = if path.exists() {
        let file = ConfigFile::load(path, VERSION)?;
        read(&file)?;
        file.text().to_owned()
    } else {
        HEAD.to_owned()
    };
    let failed = |error| UserFileError::Write { path: path.to_owned(), error };
    let mut document: DocumentMut =
        text.parse().map_err(|error| failed(io::Error::other(error)))?;
    let users = document.entry("user").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    let Some(users) = users.as_array_of_tables_mut() else {
        return Err(failed(io::Error::other("its users are not written as [[user]]")));
    };
    let named = |user: &Table| user.get("name").and_then(Item::as_str) == Some(name);
    let known = users.iter().position(named);
    match known.and_then(|index| users.get_mut(index)) {
        Some(user) if replace => {
            user.insert("password", value(hash));
        }
        Some(_) => {
            return Err(UserFileError::Exists { path: path.to_owned(), name: name.to_owned() });
        }
        None => {
            let mut user = Table::new();
            user.insert("name", value(name));
            user.insert("password", value(hash));
            users.push(user);
        }
    }
    replace_file(path, &document.to_string()).map_err(failed)
}

/// The beginning of a new file.
const HEAD: &str = r#"# Users of csta-mux, written by `csta-mux user add`. It can be edited while the program runs.
#
# [[user]]
# name = "reception"
# password = "..."               # only as `csta-mux user add` writes it
# monitor = ["101", "200-299"]   # which devices may be monitored; all if it is left out
# control = ["101"]              # which may be controlled; all if it is left out
# read_only = true               # nothing may be controlled
version = 1
"#;

/// Writes a file that only its owner can read, whole or not at all.
fn replace_file(path: &Path, text: &str) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&beside)?;
    if let Ok(former) = fs::metadata(path) {
        file.set_permissions(former.permissions())?;
    }
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&beside, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_file(text: &str) -> Result<Users, ConfigFileError> {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("users.toml");
        fs::write(&path, text).unwrap();
        load(&path)
    }

    #[test]
    fn who_is_added_can_be_loaded_and_comments_stay() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("users.toml");
        add_user(&path, "admin", "opensesame", false).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, format!("# ours\n{text}read_only = true\n")).unwrap();
        add_user(&path, "reception", "opensesami", false).unwrap();

        let users = load(&path).unwrap();
        assert_eq!(users.len(), 2);
        assert!(users.by_name("admin").unwrap().access.read_only);
        assert!(users.by_name("reception").unwrap().access.is_full());
        assert!(password::verify("opensesame", &users.by_name("admin").unwrap().password_hash));
        assert!(fs::read_to_string(&path).unwrap().starts_with("# ours\n"));

        let again = add_user(&path, "admin", "other", false).unwrap_err();
        assert!(matches!(again, UserFileError::Exists { .. }), "{again}");
        add_user(&path, "admin", "other", true).unwrap();
        let users = load(&path).unwrap();
        assert!(users.by_name("admin").unwrap().access.read_only, "rights stay");
        assert!(password::verify("other", &users.by_name("admin").unwrap().password_hash));
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_can_read_a_new_file() {
        use std::os::unix::fs::PermissionsExt as _;
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("users.toml");
        add_user(&path, "admin", "opensesame", false).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn what_users_may_do_is_read() {
        let hash = hash_password("x").unwrap();
        let text = format!(
            "version = 1\n[[user]]\nname = \"a\"\npassword = \"{hash}\"\n\
             monitor = [\"101\", \"200-299\"]\ncontrol = []\n"
        );
        let users = in_file(&text).unwrap();
        let access = &users.by_name("a").unwrap().access;
        assert!(access.monitor.contains("250") && !access.monitor.contains("300"));
        assert!(!access.control.contains("101"), "an empty list is no device");
    }

    #[test]
    fn errors_name_the_line() {
        let hash = hash_password("x").unwrap();
        let user = |rest: &str| format!("version = 1\n[[user]]\nname = \"a\"\n{rest}\n");
        let twice =
            user(&format!("password = \"{hash}\"\n[[user]]\nname = \"a\"\npassword = \"\""));
        let long =
            format!("version = 1\n[[user]]\nname = \"{}\"\npassword = \"\"", "x".repeat(257));
        for (text, expected) in [
            (long, ":3:8: user[0].name: has more than 256 octets"),
            (user("password = \"secret\""), ":4:12: user[0].password: is no hash"),
            (
                user(&format!("password = \"{hash}\"\nmonitor = [\"9-1\"]")),
                ":5:11: user[0].monitor: \"9-1\" is neither",
            ),
            (twice, ":6:8: user[1].name: "),
            (user("passwort = \"x\""), ":4:1: user[0].passwort: there is no such key"),
        ] {
            let error = in_file(&text).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
    }
}
