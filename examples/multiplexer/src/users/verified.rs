//! Logins that were verified: a thousand applications that come back at once need not wait for a
//! slow hash each.

use ring::hmac;
use ring::rand::SystemRandom;
use rustc_hash::FxHashMap;

/// Remembers verified logins by a hash under a key that never leaves the memory of this process.
#[derive(Debug)]
pub(super) struct Verified {
    key: hmac::Key,
    /// The hash of the last verified password of each user, with the hash it was verified by. There
    /// are no more than there are users.
    logins: FxHashMap<String, hmac::Tag>,
}

impl Verified {
    /// Without any login; `None` if the system has no random numbers.
    pub(super) fn new() -> Option<Self> {
        let key = hmac::Key::generate(hmac::HMAC_SHA256, &SystemRandom::new()).ok()?;
        Some(Self { key, logins: FxHashMap::default() })
    }

    /// Whether this password was verified by this hash. The time it takes does not tell how much
    /// of it is right.
    pub(super) fn knows(&self, name: &str, password: &str, hash: &str) -> bool {
        let tag = self.logins.get(name);
        tag.is_some_and(|tag| {
            hmac::verify(&self.key, &message(password, hash), tag.as_ref()).is_ok()
        })
    }

    /// Takes in that a password was verified by a hash.
    pub(super) fn remember(&mut self, name: &str, password: &str, hash: &str) {
        let tag = hmac::sign(&self.key, &message(password, hash));
        self.logins.insert(name.to_owned(), tag);
    }

    /// Forgets those who are no users any more.
    pub(super) fn retain(&mut self, is_user: impl Fn(&str) -> bool) {
        self.logins.retain(|name, _| is_user(name));
    }
}

/// Two texts as one from which both can be told.
fn message(password: &str, hash: &str) -> Vec<u8> {
    let mut message = (password.len() as u64).to_be_bytes().to_vec();
    message.extend_from_slice(password.as_bytes());
    message.extend_from_slice(hash.as_bytes());
    message
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_password_or_another_hash_is_not_known() {
        let mut verified = Verified::new().unwrap();
        assert!(!verified.knows("admin", "opensesame", "hash"));
        verified.remember("admin", "opensesame", "hash");
        assert!(verified.knows("admin", "opensesame", "hash"));
        assert!(!verified.knows("admin", "opensesam", "ehash"));
        assert!(!verified.knows("admin", "opensesame", "another"));
        assert!(!verified.knows("other", "opensesame", "hash"));
        verified.retain(|name| name != "admin");
        assert!(!verified.knows("admin", "opensesame", "hash"));
    }
}
