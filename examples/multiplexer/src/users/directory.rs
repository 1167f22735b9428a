//! The users that there are.

use std::path::Path;
use std::sync::Arc;

use config_file::ConfigFileError;
use rustc_hash::FxHashMap;

use super::file;
use crate::Access;

/// The users that there are, by name.
#[derive(Clone, Debug, Default)]
pub struct Users {
    users: FxHashMap<String, User>,
}

/// A user.
#[derive(Clone, Debug)]
pub struct User {
    /// What is kept of the password: argon2, in the PHC form.
    pub password_hash: String,
    /// What the user may do.
    pub access: Arc<Access>,
}

impl Users {
    /// Reads the file that [`add_user`](super::add_user) writes.
    ///
    /// # Errors
    ///
    /// What is wrong, with the line and the key.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, ConfigFileError> {
        file::load(path.as_ref())
    }

    /// A user by name.
    #[must_use]
    pub fn by_name(&self, name: &str) -> Option<&User> {
        self.users.get(name)
    }

    /// All of them, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &User)> {
        let mut users: Vec<_> =
            self.users.iter().map(|(name, user)| (name.as_str(), user)).collect();
        users.sort_unstable_by_key(|(name, _)| *name);
        users.into_iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.users.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.users.is_empty()
    }
}

impl FromIterator<(String, User)> for Users {
    fn from_iter<I: IntoIterator<Item = (String, User)>>(users: I) -> Self {
        Self { users: users.into_iter().collect() }
    }
}
