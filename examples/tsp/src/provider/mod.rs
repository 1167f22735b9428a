//! Providers: one PBX or multiplexer each.

mod action;
mod binding;
mod board;
mod device;
mod directory;
mod entry;
mod events;
mod handle;
mod hub;
mod loading;
mod log;
mod observation;
mod reading;
mod settings;
mod shared;
mod status;
mod task;

pub use device::Device;
pub use directory::Directory;
pub use handle::Provider;
pub use settings::{LineSettings, ProviderSettings};
pub use status::{LinkState, ProviderId, ProviderStatus};

pub(crate) use binding::{BindingId, Made};
pub(crate) use board::Board;
pub(crate) use shared::Shared;
pub(crate) use task::Command;

#[cfg(test)]
mod tests;
