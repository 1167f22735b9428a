//! How the switch speaks CSTA: what stands between the APDUs of an association and the calls.
//!
//! [`Switch`] is sans-IO as the call model is. Services are answered with results, errors and
//! rejects; what happens in calls becomes event reports for the devices that are monitored.

mod argument;
mod call_control;
mod call_features;
mod call_record_services;
mod call_records;
mod capability;
mod clock;
mod device_list;
mod devices;
mod event;
mod failure;
mod feature_event;
mod logical;
mod monitor;
mod monitoring;
mod naming;
mod offer;
mod physical;
mod segment;
mod service;
mod session;
mod setting_event;
mod snapshot;

mod switch;
mod system;
mod telephone;

pub use switch::{Act, ApplicationId, Notice, Switch, Verdict};
