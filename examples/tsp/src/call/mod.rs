//! Calls, as TAPI shows them.

mod data;
mod id;
mod party;
mod reason;
mod record;
mod state;

pub use data::{CallData, CallInfo};
pub use id::{CallId, CallIdError, SwitchCallId};
pub use party::{Identity, Party};
pub use reason::{BusyMode, DisconnectMode, Origin, Reason};
pub use record::{Call, Member};
pub use state::CallState;
