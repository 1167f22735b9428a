//! Events of call control, a file for each.

mod delivered;
mod established;
mod service_initiated;

pub use delivered::*;
pub use established::*;
pub use service_initiated::*;

use crate::choice;

choice! {
    /// What has happened to a call or connection.
    pub enum CallControlEvents<'a> "CallControlEvents" {
        Delivered "delivered" [4 IMPLICIT]: DeliveredEvent<'a>,
        Established "established" [7 IMPLICIT]: EstablishedEvent<'a>,
        ServiceInitiated "serviceInitiated" [16 IMPLICIT]: ServiceInitiatedEvent<'a>,
    }
}
