//! Data of the system: asking for it, and what comes in answer.

use csta_codec::ber::Unknown;
use csta_codec::types::DeviceId;
use csta_codec::{Element, Ia5String, OctetString, SequenceOf, choice, enumerated, sequence};

use crate::{DeviceCategory, DeviceNumber};

choice! {
    /// A request for data of the system, an answer to one, or a notice about it.
    ///
    /// Observed are the tags of [`GetSystemData`](Self::GetSystemData),
    /// [`LinkedReply`](Self::LinkedReply) and [`Acknowledgement`](Self::Acknowledgement). The
    /// others are inferred from the order in which a client lists the names, and what is in them
    /// is unknown; they hold the element under their tag, octet for octet.
    pub enum SystemData<'a> "KmeSystemData" {
        /// Asks for data. Observed.
        GetSystemData "getSystemData" [0 EXPLICIT]: GetSystemData<'a>,
        /// Tag inferred, inside unknown.
        SetSystemData "setSystemData" [1 EXPLICIT]: Element<'a>,
        /// Tag inferred, inside unknown.
        SystemDataChanged "systemDataChanged" [2 EXPLICIT]: Element<'a>,
        /// One segment of the data that was asked for. Observed.
        LinkedReply "systemDataLinkedReply" [3 EXPLICIT]: LinkedReply<'a>,
        /// Says that the data will come, and the cross reference that its segments will carry.
        /// Observed.
        Acknowledgement "getSystemDataPosAck" [4 EXPLICIT]: OctetString<'a>,
        /// Tag inferred, inside unknown.
        LockSystemData "lockSystemData" [5 EXPLICIT]: Element<'a>,
        /// Tag inferred, inside unknown.
        SystemDataStatus "systemDataStatus" [6 EXPLICIT]: Element<'a>,
        /// Tag inferred, inside unknown.
        DataRevisionRecord "dataRevisionRecord" [7 EXPLICIT]: Element<'a>,
        /// Tag inferred, inside unknown.
        GetDataRevisionRecord "getDataRevisionRecord" [8 EXPLICIT]: Element<'a>,
        /// Tag inferred, inside unknown.
        SetProgrammingEventOn "setProgrammingEventOn" [9 EXPLICIT]: Element<'a>,
    }
}

choice! {
    /// Which data are asked for.
    ///
    /// Observed with the list of devices; other data can surely be asked for, but not how.
    pub enum GetSystemData<'a> "KmeGetSystemData" {
        /// The list of devices. Observed.
        DeviceList "deviceList" [4 EXPLICIT]: RequestedDevice<'a>,
    }
}

choice! {
    /// Which devices are asked for.
    pub enum RequestedDevice<'a> "KmeRequestedDevice" {
        /// Those of a category. Observed.
        Category "category" [1 EXPLICIT]: RequestedCategory<'a>,
    }
}

choice! {
    /// Which category is asked for.
    pub enum RequestedCategory<'a> "KmeDeviceCategory" {
        /// One of CSTA's. Observed with stations and network interfaces.
        StandardDevice "standardDevice" [0 EXPLICIT]: DeviceCategory,
    }
}

sequence! {
    /// One segment of the data that was asked for.
    ///
    /// Observed. It comes in an Escape request of the switch, which no client is known to answer.
    pub struct LinkedReply<'a> "KmeSystemDataLinkedReply" {
        /// The one of the acknowledgement.
        cross_ref_id "crossRefID" [0 EXPLICIT]: OctetString<'a>,
        /// The number of the segment. Whether the first one is 0 or 1 is not known.
        segment_id "segmentID" [1 EXPLICIT]: i64,
        last_segment "lastSegment" [2 EXPLICIT]: bool,
        sys_data "sysData" [3 EXPLICIT]: GetSystemDataResponse<'a>,
        unknown "unknown": Unknown<'a> = REST,
    }
}

sequence! {
    /// The data in a segment.
    ///
    /// The list of devices is observed; other data will stand under other tags.
    pub struct GetSystemDataResponse<'a> "KmeGetSystemDataResponse" {
        device_list "deviceList" [38 EXPLICIT]: SequenceOf<'a, DeviceStateEntry<'a>> = OPTIONAL,
        unknown "unknown": Unknown<'a> = REST,
    }
}

sequence! {
    /// A device in a list of devices.
    ///
    /// Observed without [`status2`](Self::status2) on one switch and with it on another, so that
    /// further members are to be expected; they are kept in [`unknown`](Self::unknown). There is
    /// no name among them.
    pub struct DeviceStateEntry<'a> "KmeDeviceStateEntry" {
        /// The device by its device number, see [`device_number`](Self::device_number).
        device "device": DeviceId<'a>,
        /// The number of the extension or trunk line.
        number "number": Ia5String<'a> = OPTIONAL,
        status "status": DeviceStatus = OPTIONAL,
        /// Sent by some models; its meaning is unknown.
        status2 "status2": i64 = OPTIONAL,
        unknown "unknown": Unknown<'a> = REST,
    }
}

enumerated! {
    /// The state of a device in a list of devices.
    ///
    /// That 0 is usable is inferred: a client monitors only the devices with it. What other values
    /// mean is unknown.
    pub enum DeviceStatus "KmeDeviceStateEntryStatus" {
        /// The device can be used.
        InService "inService" = 0,
        /// It cannot, or not now.
        Other "other" = 1,
    }
}

impl<'a> SystemData<'a> {
    /// The request for the devices of a category.
    #[must_use]
    pub const fn device_list_request(category: DeviceCategory) -> Self {
        Self::GetSystemData(GetSystemData::DeviceList(RequestedDevice::Category(
            RequestedCategory::StandardDevice(category),
        )))
    }

    /// The category, if this is a request for the devices of one.
    #[must_use]
    pub const fn requested_category(&self) -> Option<DeviceCategory> {
        match self {
            Self::GetSystemData(GetSystemData::DeviceList(RequestedDevice::Category(
                RequestedCategory::StandardDevice(category),
            ))) => Some(*category),
            _ => None,
        }
    }
}

impl<'a> LinkedReply<'a> {
    /// A segment of a list of devices.
    #[must_use]
    pub const fn of_devices(
        cross_ref_id: OctetString<'a>,
        segment_id: i64,
        last_segment: bool,
        devices: SequenceOf<'a, DeviceStateEntry<'a>>,
    ) -> Self {
        let sys_data = GetSystemDataResponse { device_list: Some(devices), unknown: Unknown::NONE };
        Self::new(cross_ref_id, segment_id, last_segment, sys_data)
    }

    /// The devices in it.
    pub fn devices(&self) -> impl Iterator<Item = DeviceStateEntry<'a>> + use<'a> {
        self.sys_data.device_list.into_iter().flatten()
    }
}

impl<'a> DeviceStateEntry<'a> {
    /// A usable device with its number.
    #[must_use]
    pub const fn in_service(device: DeviceNumber, number: Ia5String<'a>) -> Self {
        Self {
            number: Some(number),
            status: Some(DeviceStatus::InService),
            ..Self::new(device.to_device_id())
        }
    }

    /// The device number of the device, as far as it is named by one.
    #[must_use]
    pub fn device_number(&self) -> Option<DeviceNumber> {
        DeviceNumber::of(&self.device)
    }

    /// Whether the device is said to be usable.
    #[must_use]
    pub const fn is_in_service(&self) -> bool {
        matches!(self.status, Some(DeviceStatus::InService))
    }
}
