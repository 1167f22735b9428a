//! The token that changes need.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// The shortest token that is taken, in octets.
const SHORTEST: usize = 16;

/// Why a file gives no token.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TokenError {
    /// It cannot be read.
    #[error("{path}: cannot be read: {error}", path = path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// It can be guessed, or is none.
    #[error(
        "{path}: its first line is no token: expected {SHORTEST} to 1024 letters and digits, as \
         `openssl rand -hex 16` makes them",
        path = path.display()
    )]
    Weak {
        /// The file.
        path: PathBuf,
    },
}

/// Reads the token of the status page in the first line of a file.
///
/// # Errors
///
/// If it cannot be read, or is too short to be a secret.
pub fn read_token(path: impl AsRef<Path>) -> Result<String, TokenError> {
    let path = path.as_ref();
    let failed = |error| TokenError::Read { path: path.to_owned(), error };
    let mut text = String::new();
    File::open(path).and_then(|file| file.take(4096).read_to_string(&mut text)).map_err(failed)?;
    let token = text.lines().next().unwrap_or_default().trim();
    let is_token = token.bytes().all(|octet| octet.is_ascii_graphic());
    if !is_token || !(SHORTEST..=1024).contains(&token.len()) {
        return Err(TokenError::Weak { path: path.to_owned() });
    }
    Ok(token.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_that_can_be_guessed_is_refused() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("token");
        for (text, is_token) in [
            ("0123456789abcdef\n# ours\n", true),
            ("short\n", false),
            ("", false),
            ("0123456789 abcdef", false),
        ] {
            std::fs::write(&path, text).unwrap();
            assert_eq!(read_token(&path).is_ok(), is_token, "{text:?}");
        }
        assert!(matches!(read_token(directory.path().join("none")), Err(TokenError::Read { .. })));
    }
}
