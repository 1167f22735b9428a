//! Call records on disk, until they are collected.

mod directory;
mod entry;
mod journal;
mod keeper;

pub(crate) use directory::Directory;
pub(crate) use journal::{Journal, Medium};
pub(crate) use keeper::{SpoolHandle, Work, keep};
