//! What a TAPI service provider does, for Panasonic PBXs and without TAPI: lines and calls
//! with TAPI's states, and TAPI's operations.
//!
//! ```no_run
//! # async fn call() -> Result<(), tsp::Error> {
//! use std::time::Duration;
//! use tsp::{CallState, Notification, ProviderSettings, Registry};
//!
//! let registry = Registry::new(Default::default());
//! let provider = registry.add(ProviderSettings::new("192.168.0.101")).await?;
//! provider.ready(Duration::from_secs(30)).await?;
//! let line = registry.find("101")?;
//! line.open().await?;
//! line.ready(Duration::from_secs(10)).await?;
//!
//! let mut notifications = registry.notifications();
//! let dialled = line.dial("102").await?;
//! while let Some(notification) = notifications.next().await {
//!     let Notification::Call(change) = notification else { continue };
//!     println!("{} is {}", change.call.id, change.call.state);
//!     if Some(change.call.id) == dialled.call && change.call.state == CallState::Idle {
//!         break;
//!     }
//! }
//! registry.close().await;
//! # Ok(())
//! # }
//! ```
//!
//! - [`Registry`]: all [`Provider`]s and their [`Line`]s, how many lines may be open, one stream of
//!   [`Notification`]s.
//! - [`Provider`]: one PBX or multiplexer. It comes back by itself, and knows its lines.
//! - [`Line`]: a telephone, or the two of a Super-Twin, with its [`Call`]s and its operations.
//! - [`Calls`]: from the events of the switch to call states, without I/O.
//! - [`config`]: the configuration file of the program.

mod call;
pub mod config;
mod constants;
mod error;
mod line;
mod moment;
mod operation;
mod provider;
mod reducer;
mod refusal;
mod registry;

pub use call::{
    BusyMode, Call, CallData, CallId, CallIdError, CallInfo, CallState, DisconnectMode, Identity,
    Member, Origin, Party, Reason, SwitchCallId,
};
pub use error::Error;
pub use line::{
    Address, AddressCapabilities, AddressId, AddressStatus, CallStatus, DeviceCapabilities,
    Dialled, ForwardMode, Forwarding, Line, LineId, LineIdError, LineInfo, LineState, LineStatus,
};
pub use operation::Operation;
pub use provider::{
    Device, Directory, LineSettings, LinkState, Provider, ProviderId, ProviderSettings,
    ProviderStatus,
};
pub use reducer::{CallParties, Calls, Change, MAX_CALLS, Names, Reduced, Unused};
pub use refusal::{FailureCode, Refusal};
pub use registry::{
    CallNotification, LineChange, LineNotification, Notification, Notifications, ProviderChange,
    ProviderNotification, Registry, RegistrySettings, StatusMessage,
};

/// The example on the front page, kept true.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct FrontPage;

/// The example of the README, kept true.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
