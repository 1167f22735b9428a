//! What can be set: by a file, or by the command line for what is set most.

mod check;
mod load;
mod settings;

pub use check::SettingError;
pub(crate) use load::VERSION;
pub use settings::{
    Config, Limits, Login, Numbers, Pbx, ProtocolLogs, SpoolSettings, Tcp, Tls, UserSettings, Web,
};
