//! Passwords at rest: argon2id.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};

/// The longest password, in octets: longer ones are refused unseen.
pub(super) const LONGEST: usize = 1024;

/// The most memory that a hash of the file may ask for, in KiB, and the most passes: 256 MiB, 16.
/// The file is the administrator's, but a mistake in it must not stop the program.
const MOST_MEMORY: u32 = 256 << 10;
const MOST_PASSES: u32 = 16;

/// Why no hash can be made of a password.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PasswordError {
    /// It is empty.
    #[error("the password is empty")]
    Empty,
    /// It is too long.
    #[error("the password has more than {LONGEST} octets")]
    TooLong,
    /// The system has no random numbers, or no memory.
    #[error("the password cannot be hashed: {0}")]
    Hash(String),
}

/// Makes the hash of a password that is kept: argon2id with the parameters that OWASP recommends
/// (19 MiB, two passes) and a random salt, in the PHC form.
///
/// # Errors
///
/// If it is empty or longer than 1024 octets.
pub fn hash_password(password: &str) -> Result<String, PasswordError> {
    match password.len() {
        0 => Err(PasswordError::Empty),
        length if length > LONGEST => Err(PasswordError::TooLong),
        _ => {
            let hash: PasswordHash = Argon2::default()
                .hash_password(password.as_bytes())
                .map_err(|error| PasswordError::Hash(error.to_string()))?;
            Ok(hash.to_string())
        }
    }
}

/// Whether a password is the one of a hash. Takes tens of milliseconds.
pub(super) fn verify(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash)
        .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

/// Whether a hash can be verified: what is wrong with it, if anything.
pub(super) fn check(hash: &str) -> Result<(), String> {
    let advice = "write it by csta-mux user add";
    let parsed = PasswordHash::new(hash)
        .map_err(|error| format!("is no hash of a password ({error}): {advice}"))?;
    if !parsed.algorithm.as_str().starts_with("argon2") || parsed.hash.is_none() {
        return Err(format!("is no hash by argon2: {advice}"));
    }
    let parameters = argon2::Params::try_from(&parsed)
        .map_err(|error| format!("has parameters that argon2 does not take ({error}): {advice}"))?;
    if parameters.m_cost() > MOST_MEMORY || parameters.t_cost() > MOST_PASSES {
        return Err(format!(
            "takes more than {} MiB or {MOST_PASSES} passes: {advice}",
            MOST_MEMORY >> 10
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_of_its_password_alone() {
        let hash = hash_password("opensesame").unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(verify("opensesame", &hash));
        assert!(!verify("opensesami", &hash));
        assert!(!verify("", &hash));
        assert_ne!(hash, hash_password("opensesame").unwrap(), "the salt is random");
        check(&hash).unwrap();
    }

    #[test]
    fn what_is_no_hash_admits_nobody() {
        for hash in ["", "opensesame", "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ", "$pbkdf2$x$y"]
        {
            assert!(!verify("opensesame", hash), "{hash}");
            assert!(check(hash).is_err(), "{hash}");
        }
    }

    #[test]
    fn a_hash_that_takes_all_memory_is_refused() {
        let hash = "$argon2id$v=19$m=4194304,t=2,p=1$c2FsdHNhbHRzYWx0$\
                    aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g";
        assert!(check(hash).unwrap_err().contains("256 MiB"));
    }

    #[test]
    fn passwords_have_limits() {
        assert!(matches!(hash_password(""), Err(PasswordError::Empty)));
        assert!(matches!(hash_password(&"x".repeat(1025)), Err(PasswordError::TooLong)));
    }
}
