//! All providers and their lines.

mod admission;
mod handle;
mod notification;
mod notifications;

pub use handle::{Registry, RegistrySettings};
pub use notification::{
    CallNotification, LineChange, LineNotification, Notification, ProviderChange,
    ProviderNotification, StatusMessage,
};
pub use notifications::Notifications;

pub(crate) use handle::Common;
