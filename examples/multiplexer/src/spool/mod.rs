//! Call records on disk, until they are collected.

mod directory;
mod entries;
mod entry;
mod journal;
mod keeper;

pub(crate) use directory::Directory;
#[cfg(test)]
pub(crate) use journal::Memory;
pub(crate) use journal::{Damaged, Journal, Medium};
#[cfg(test)]
pub(crate) use keeper::keep_in_task;
pub(crate) use keeper::{SpoolHandle, Work, keep};
