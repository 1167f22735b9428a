//! Who may log in, and what they may do.

mod attempts;
mod directory;
mod edit;
mod file;
mod gate;
mod password;
mod verified;

pub use directory::{User, Users};
pub use edit::{UserFileError, add_user, limit_user, remove_user};
pub use gate::{Admission, Gate, Refusal};
pub use password::{PasswordError, hash_password};
