//! What a TAPI service provider does, for Panasonic PBXs and on any platform: lines, and calls
//! with TAPI's states.
//!
//! ```no_run
//! # async fn call() -> Result<(), tsp::Error> {
//! use tsp::{CallState, Device, LineItem, Provider};
//!
//! let provider = Provider::connect("192.168.0.101", &Default::default()).await?;
//! let mut line = provider.open(Device::by_number("101")).await?;
//! line.dial("102").await?;
//! while let LineItem::Change(change) = line.next().await? {
//!     println!("{} is {}", change.call.id, change.call.state);
//!     if change.call.state == CallState::Idle {
//!         break;
//!     }
//! }
//! provider.close().await;
//! # Ok(())
//! # }
//! ```

mod calls;
mod device;
mod error;
mod line;
mod party;
mod provider;
mod report;
mod state;

pub use calls::{Call, Calls, Change, Origin};
pub use device::Device;
pub use error::Error;
pub use line::{CONFIRMATION_LIMIT, Line, LineItem};
pub use party::Party;
pub use provider::Provider;
pub use report::CallId;
pub use state::CallState;

/// The example on the front page, kept true.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct FrontPage;
