//! Changes of the file of the users.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use config_file::{ConfigFile, ConfigFileError};
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, value};

use super::file::read;
use super::gate::LONGEST_NAME;
use super::password::{PasswordError, hash_password};
use crate::config::VERSION;
use crate::{Access, DeviceSet};

/// Why the file of the users cannot be changed.
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
    #[error("{path}: there is a user {name:?}; remove it first, or replace its password by --replace", path = path.display())]
    Exists {
        /// The file.
        path: PathBuf,
        /// The user.
        name: String,
    },
    /// There is no such user.
    #[error("{path}: there is no user {name:?}", path = path.display())]
    Unknown {
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
    if name.is_empty() || name.len() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(UserFileError::Name);
    }
    let hash = hash_password(password)?;
    change(path.as_ref(), true, |path, users| {
        match find(users, name).and_then(|index| users.get_mut(index)) {
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
        Ok(())
    })
}

/// Removes a user from a file. A multiplexer that runs aborts its applications within seconds.
///
/// # Errors
///
/// If the file is not as it should be or cannot be written, or there is no such user. The file is
/// then as it was.
pub fn remove_user(path: impl AsRef<Path>, name: &str) -> Result<(), UserFileError> {
    change(path.as_ref(), false, |path, users| {
        users.remove(known(path, users, name)?);
        Ok(())
    })
}

/// Says what a user may do from now on. A multiplexer that runs aborts its applications within
/// seconds, so that they come back under the new rights.
///
/// # Errors
///
/// If the file is not as it should be or cannot be written, or there is no such user. The file is
/// then as it was.
pub fn limit_user(
    path: impl AsRef<Path>,
    name: &str,
    access: &Access,
) -> Result<(), UserFileError> {
    change(path.as_ref(), false, |path, users| {
        let index = known(path, users, name)?;
        let Some(user) = users.get_mut(index) else {
            return Ok(());
        };
        for (key, devices) in [("monitor", &access.monitor), ("control", &access.control)] {
            match devices {
                DeviceSet::Any => user.remove(key),
                DeviceSet::Only(ranges) => {
                    let list: Array = ranges.iter().map(ToString::to_string).collect();
                    user.insert(key, value(list))
                }
            };
        }
        if access.read_only {
            user.insert("read_only", value(true));
        } else {
            user.remove("read_only");
        }
        Ok(())
    })
}

/// Where a user is who has to be there.
fn known(path: &Path, users: &ArrayOfTables, name: &str) -> Result<usize, UserFileError> {
    let unknown = || UserFileError::Unknown { path: path.to_owned(), name: name.to_owned() };
    find(users, name).ok_or_else(unknown)
}

fn find(users: &ArrayOfTables, name: &str) -> Option<usize> {
    users.iter().position(|user| user.get("name").and_then(Item::as_str) == Some(name))
}

/// Reads a file, which may be a new one, has its users changed and writes it.
fn change(
    path: &Path,
    may_be_new: bool,
    change: impl FnOnce(&Path, &mut ArrayOfTables) -> Result<(), UserFileError>,
) -> Result<(), UserFileError> {
    let text = if may_be_new && !path.exists() {
        HEAD.to_owned()
    } else {
        let file = ConfigFile::load(path, VERSION)?;
        read(&file)?;
        file.text().to_owned()
    };
    let failed = |error| UserFileError::Write { path: path.to_owned(), error };
    let mut document: DocumentMut =
        text.parse().map_err(|error| failed(io::Error::other(error)))?;
    let users = document.entry("user").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    let Some(users) = users.as_array_of_tables_mut() else {
        return Err(failed(io::Error::other("its users are not written as [[user]]")));
    };
    change(path, users)?;
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
    use super::super::file::load;
    use super::super::password;
    use super::*;

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
    fn who_is_limited_keeps_the_password_and_who_is_removed_is_gone() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("users.toml");
        for name in ["admin", "reception", "wall"] {
            add_user(&path, name, name, false).unwrap();
        }
        let access = Access {
            monitor: DeviceSet::only(["101", "200-299"]).unwrap(),
            control: DeviceSet::only([]).unwrap(),
            read_only: false,
        };
        limit_user(&path, "reception", &access).unwrap();
        limit_user(&path, "wall", &Access { read_only: true, ..Access::full() }).unwrap();
        remove_user(&path, "admin").unwrap();

        let users = load(&path).unwrap();
        assert!(users.by_name("admin").is_none());
        let reception = users.by_name("reception").unwrap();
        assert_eq!(*reception.access, access);
        assert!(password::verify("reception", &reception.password_hash));
        assert!(users.by_name("wall").unwrap().access.read_only);
        limit_user(&path, "reception", &Access::full()).unwrap();
        assert!(load(&path).unwrap().by_name("reception").unwrap().access.is_full());

        let before = fs::read(&path).unwrap();
        for failed in [remove_user(&path, "admin"), limit_user(&path, "admin", &access)] {
            assert!(matches!(failed, Err(UserFileError::Unknown { .. })), "{failed:?}");
        }
        assert_eq!(fs::read(&path).unwrap(), before);
        let nowhere = directory.path().join("none.toml");
        assert!(remove_user(&nowhere, "admin").is_err() && !nowhere.exists());
    }
}
