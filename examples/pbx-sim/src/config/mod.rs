//! What a switch has and how it behaves.

mod check;
mod devices;
mod file;
mod groups;
mod link;
mod model;
mod records;
mod settings;
mod surroundings;
mod timing;

pub use check::ConfigError;
pub(crate) use check::is_number;
pub use devices::{Extension, Trunk};
pub use file::ConfigFileError;
pub use groups::{Group, GroupKind, PickupGroup, Service};
pub use link::Link;
pub use model::{Model, Sizes};
pub use records::Records;
pub use settings::Config;
pub use surroundings::{Network, Outcome, People};
pub use timing::Timing;
