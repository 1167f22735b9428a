//! What can be set: by a file, or by the command line for what is set most.

#[cfg(feature = "nats")]
mod bus;
mod check;
mod load;
mod settings;

#[cfg(feature = "nats")]
pub use self::bus::{BusSettings, Standby};
pub use check::SettingError;
pub(crate) use load::VERSION;
pub use settings::{Config, Limits, Login, Pbx, SpoolSettings, Tcp, Tls, UserSettings, Web};
