//! Where in the JSON something stands.

use core::fmt::{self, Write as _};

use super::{JerError, JerErrorKind, PrivateData};

/// A place in JSON that is being encoded, and how private data are read there.
///
/// ```
/// use csta_codec::jer::{self, Jer, Path};
///
/// let steps = Path::ROOT.member("params");
/// let error = i64::encode_jer_at(&jer::parse("true")?, &steps.index(1)).unwrap_err();
/// assert_eq!(error.to_string(), "$.params[1]: not an integer of 64 bits");
/// # Ok::<(), jer::JerError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Path<'p> {
    parent: Option<&'p Self>,
    step: Step<'p>,
    private: Option<&'p dyn PrivateData>,
}

#[derive(Clone, Copy)]
enum Step<'p> {
    Root,
    Member(&'p str),
    Index(usize),
}

impl<'p> Path<'p> {
    /// The whole, without a hook for private data.
    pub const ROOT: Self = Self { parent: None, step: Step::Root, private: None };

    /// The member of this name.
    #[must_use]
    pub const fn member(&'p self, name: &'p str) -> Self {
        Self { parent: Some(self), step: Step::Member(name), private: self.private }
    }

    /// The element of this number.
    #[must_use]
    pub const fn index(&'p self, index: usize) -> Self {
        Self { parent: Some(self), step: Step::Index(index), private: self.private }
    }

    /// The same place, below which private data are read by a hook.
    #[must_use]
    pub const fn with_private_data(self, hook: &'p dyn PrivateData) -> Self {
        Self { private: Some(hook), ..self }
    }

    pub(super) const fn private_data(&self) -> Option<&'p dyn PrivateData> {
        self.private
    }

    /// An error at this place.
    #[cold]
    #[must_use]
    pub fn error(&self, kind: JerErrorKind) -> JerError {
        JerError::new(self.to_string(), kind)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            fmt::Display::fmt(parent, f)?;
        }
        match self.step {
            Step::Root => f.write_char('$'),
            Step::Member(name) => write!(f, ".{}", clipped(name)),
            Step::Index(index) => write!(f, "[{index}]"),
        }
    }
}

impl fmt::Debug for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What an error repeats of a name that someone has sent.
pub(super) fn clipped(name: &str) -> &str {
    match name.char_indices().nth(64) {
        Some((end, _)) => name.split_at(end).0,
        None => name,
    }
}
