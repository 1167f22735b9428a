//! Panasonic's private data in CSTA: what the standard leaves open and the switches of the series
//! KX-TDA, TDE, NCP, NS and NSX fill.
//!
//! This crate reads the octets and builds them; it does no I/O and has no clock. It stands on
//! [`csta_codec`], which reads everything around private data.
//!
//! - [`KmePrivateData`] is the type that stands in the open place. What is known of it is typed;
//!   what is not is kept octet for octet, so that what is read can be written again.
//! - [`PrivateDataCarrier`] reads it in one call, from whatever carries it:
//!   `event.extensions.did_number()`. [`KmePrivateData::to_private`] and [`common_arguments`]
//!   build it.
//! - [`DeviceListAssembler`] asks the switch for its devices and puts the answer together.
//! - `KmeJson`, with the feature `serde`, shows it by name in the JSON of whatever carries it, and
//!   takes it back.
//! - [`DeviceNumber`] takes a device number apart, and [`DeviceDirectory`] finds the number that
//!   is dialled for a device number and the reverse.
//!
//! # The extensions of a switch
//!
//! ```
//! use std::time::Instant;
//! use csta_codec::rose::{Invoke, ReturnResult, Rose, Code};
//! use csta_codec::services::{Escape, EscapeArgument, EscapeResult};
//! use csta_codec::{Apdu, Ber, Operation};
//! use kme_private::{DeviceCategory, DeviceDirectory, DeviceListAssembler, escape_for_devices};
//! # let acknowledgement = [
//! #     0xA2, 0x17, 0x02, 0x02, 0x06, 0x02, 0x30, 0x11, 0x02, 0x01, 0x33, 0x7E, 0x0C, 0xA1, 0x0A,
//! #     0xA4, 0x08, 0xA4, 0x06, 0x04, 0x04, 0, 0, 0, 1];
//! # let segment = [
//! #     0xA1, 0x53, 0x02, 0x01, 0x02, 0x02, 0x01, 0x33, 0x30, 0x4B, 0xA4, 0x49, 0xA3, 0x47, 0x30,
//! #     0x45, 0xA0, 0x06, 0x04, 0x04, 0, 0, 0, 1, 0xA1, 0x03, 0x02, 0x01, 0x01, 0xA2, 0x03, 0x01,
//! #     0x01, 0xFF, 0xA3, 0x31, 0x30, 0x2F, 0xBF, 0x26, 0x2C, 0x30, 0x2A, 0x30, 0x13, 0x30, 0x06,
//! #     0x81, 0x04, 0x01, 0x11, 0, 1, 0x16, 3, 0x31, 0x30, 0x31, 0x0A, 1, 0, 0x02, 1, 0, 0x30,
//! #     0x13, 0x30, 0x06, 0x81, 0x04, 0x01, 0x11, 0, 2, 0x16, 3, 0x31, 0x30, 0x32, 0x0A, 1, 0,
//! #     0x02, 1, 0];
//! # let frames = [acknowledgement.as_slice(), &segment];
//! # let now = Instant::now();
//!
//! let mut assembler = DeviceListAssembler::default();
//! let dialogue = assembler.start(now, DeviceCategory::Station)?;
//! let argument = escape_for_devices(DeviceCategory::Station);
//! let request = Apdu::from(Rose::Invoke(Invoke {
//!     argument: Some(argument.element()),
//!     ..Invoke::new(0x0602, Code::Local(Escape::CODE))
//! }));
//! assert_eq!(request.encode(), [
//!     0xA1, 0x16, 0x02, 0x02, 0x06, 0x02, 0x02, 0x01, 0x33, // invoke 0x0602, escape
//!     0x30, 0x0D, 0xA4, 0x0B, 0xA0, 0x09, 0xA4, 0x07, 0xA1, 0x05, 0xA0, 0x03, 0x0A, 0x01, 0x05,
//! ]);
//!
//! let mut directory = DeviceDirectory::new();
//! for frame in frames {
//!     match Apdu::decode(frame)? {
//!         Apdu::Rose(Rose::ReturnResult(ReturnResult { result: Some(result), .. })) => {
//!             assembler.handle_result(now, dialogue, &result.result.read::<EscapeResult<'_>>()?)?;
//!         }
//!         Apdu::Rose(Rose::Invoke(Invoke { argument: Some(argument), .. })) => {
//!             assembler.handle_private_data(now, &argument.read::<EscapeArgument<'_>>()?);
//!         }
//!         _ => {}
//!     }
//!     while let Some(outcome) = assembler.poll_outcome() {
//!         directory.insert_list(&outcome.list?);
//!     }
//! }
//! let numbers: Vec<_> = directory.iter().filter_map(|device| device.number.as_deref()).collect();
//! assert_eq!(numbers, ["101", "102"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What is known, and how well
//!
//! Panasonic gives its definitions to nobody. The documentation of each type says whether it has
//! been *observed* (taken from a program that works with such a switch, or from its traffic),
//! *inferred* from something observed, or is *unknown*. Where a definition is not known to its
//! end, what comes besides is kept: an alternative in `Unrecognised`, a member in `unknown`, a
//! value with another number in `Unrecognised`.

mod additional_data;
mod carrier;
mod device_list;
mod device_number;
mod directory;
#[cfg(feature = "serde")]
mod json;
mod private_data;
mod system_data;

pub use additional_data::{AdditionalData, ConditionCode, HoldType};
pub use carrier::{PrivateDataCarrier, PrivateValues};
pub use device_list::{
    AcknowledgeError, Completeness, DeviceList, DeviceListAssembler, DeviceListError,
    DeviceListLimits, DeviceListOutcome, DialogueId, StartError, Taken,
};
pub use device_number::{DeviceKind, DeviceNumber, DeviceNumberError};
pub use directory::{Device, DeviceDirectory};
#[cfg(feature = "serde")]
pub use json::KmeJson;
pub use private_data::{KmePrivateData, PrivateData, common_arguments, escape_for_devices};
pub use system_data::{
    DeviceStateEntry, DeviceStatus, GetSystemData, GetSystemDataResponse, LinkedReply,
    RequestedCategory, RequestedDevice, SystemData,
};

pub use csta_codec::types::capability::DeviceCategory;

// The examples of the README are tests too.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
enum Readme {}
