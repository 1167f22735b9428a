//! The file of the users.

use std::path::Path;
use std::sync::Arc;

use config_file::{ConfigFile, ConfigFileError};
use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::gate::LONGEST_NAME;
use super::password;
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

pub(super) fn read(file: &ConfigFile) -> Result<Users, ConfigFileError> {
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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::hash_password;
    use super::*;

    fn in_file(text: &str) -> Result<Users, ConfigFileError> {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("users.toml");
        fs::write(&path, text).unwrap();
        load(&path)
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
