//! Reading private data from whatever carries it.

mod confirmations;

use csta_codec::ber::{Iter, Rare};
use csta_codec::events::PrivateEvent;
use csta_codec::services::EscapeArgument;
use csta_codec::types::{CstaCommonArguments, CstaPrivateData, DeviceId};
use csta_codec::{Ber, OctetString, SequenceOf};

use crate::{AdditionalData, ConditionCode, HoldType, KmePrivateData, PrivateData, SystemData};

/// What can carry private data: the `extensions` of events, results and reports as they stand
/// there, optional or kept encoded, results that are nothing else, and the requests and events
/// that are there for private data.
///
/// ```
/// use csta_codec::{Ber, types::CstaCommonArguments};
/// use kme_private::{ConditionCode, PrivateDataCarrier};
///
/// // As in a report of call records; an event is asked by `event.extensions.condition_code()`.
/// let octets = [0x7E, 0x09, 0xA1, 0x07, 0xA6, 0x05, 0xAA, 0x03, 0x0A, 0x01, 0x01];
/// let extensions = Some(CstaCommonArguments::decode(&octets)?);
/// assert_eq!(extensions.condition_code(), Some(ConditionCode::Transfer));
/// assert_eq!(extensions.did_number(), None);
/// # Ok::<(), csta_codec::DecodeError>(())
/// ```
pub trait PrivateDataCarrier<'a> {
    /// All private data in it.
    fn private_values(&self) -> PrivateValues<'a>;

    /// The first that is about data of the system.
    fn system_data(&self) -> Option<SystemData<'a>> {
        self.private_values().find_map(|value| match value.kme()? {
            KmePrivateData::SystemData(data) => Some(data),
            _ => None,
        })
    }

    /// The condition code of a call record.
    fn condition_code(&self) -> Option<ConditionCode> {
        self.private_values().additional().find_map(|data| match data {
            AdditionalData::ConditionCode(code) => Some(code),
            _ => None,
        })
    }

    /// How a call is held.
    fn hold_type(&self) -> Option<HoldType> {
        self.private_values().additional().find_map(|data| match data {
            AdditionalData::HoldType(hold_type) => Some(hold_type),
            _ => None,
        })
    }

    /// The number that an outside caller dialled to reach an extension directly.
    fn did_number(&self) -> Option<DeviceId<'a>> {
        self.private_values().additional().find_map(|data| match data {
            AdditionalData::DidNumber(device) => Some(device),
            _ => None,
        })
    }

    /// The other identifier of the call.
    fn additional_call_id(&self) -> Option<OctetString<'a>> {
        self.private_values().additional().find_map(|data| match data {
            AdditionalData::CallId(call_id) => Some(call_id),
            _ => None,
        })
    }

    /// The other device that takes part.
    fn additional_device(&self) -> Option<DeviceId<'a>> {
        self.private_values().additional().find_map(|data| match data {
            AdditionalData::Device(device) => Some(device),
            _ => None,
        })
    }
}

impl<'a> PrivateDataCarrier<'a> for CstaPrivateData<'a> {
    fn private_values(&self) -> PrivateValues<'a> {
        PrivateValues { single: Some(*self), list: None }
    }
}

impl<'a> PrivateDataCarrier<'a> for SequenceOf<'a, CstaPrivateData<'a>> {
    fn private_values(&self) -> PrivateValues<'a> {
        PrivateValues { single: None, list: Some(self.iter()) }
    }
}

impl<'a> PrivateDataCarrier<'a> for EscapeArgument<'a> {
    fn private_values(&self) -> PrivateValues<'a> {
        self.private_data.private_values()
    }
}

impl<'a> PrivateDataCarrier<'a> for PrivateEvent<'a> {
    fn private_values(&self) -> PrivateValues<'a> {
        self.private_data.private_values()
    }
}

impl<'a> PrivateDataCarrier<'a> for CstaCommonArguments<'a> {
    fn private_values(&self) -> PrivateValues<'a> {
        self.private_data.private_values()
    }
}

impl<'a, T: PrivateDataCarrier<'a>> PrivateDataCarrier<'a> for Option<T> {
    fn private_values(&self) -> PrivateValues<'a> {
        self.as_ref().map_or_else(PrivateValues::default, T::private_values)
    }
}

impl<'a, T: PrivateDataCarrier<'a> + Ber<'a>> PrivateDataCarrier<'a> for Rare<'a, T> {
    fn private_values(&self) -> PrivateValues<'a> {
        self.get().private_values()
    }
}

/// The private data that something carries, see [`PrivateDataCarrier::private_values`].
#[derive(Clone, Debug, Default)]
pub struct PrivateValues<'a> {
    single: Option<CstaPrivateData<'a>>,
    list: Option<Iter<'a, CstaPrivateData<'a>>>,
}

impl<'a> PrivateValues<'a> {
    /// The additions to an event or a call record among them.
    pub fn additional(self) -> impl Iterator<Item = AdditionalData<'a>> {
        self.filter_map(|value| match value.kme()? {
            KmePrivateData::AdditionalData(data) => Some(data),
            _ => None,
        })
    }
}

impl<'a> Iterator for PrivateValues<'a> {
    type Item = PrivateData<'a>;

    fn next(&mut self) -> Option<PrivateData<'a>> {
        self.single.take().or_else(|| self.list.as_mut()?.next()).map(PrivateData::from)
    }
}
