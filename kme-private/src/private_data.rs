//! The CHOICE that Panasonic puts where CSTA leaves private data open, and reading and building it.

use csta_codec::services::EscapeArgument;
use csta_codec::types::{CstaCommonArguments, CstaPrivateData};
use csta_codec::{DecodeError, Element, OctetString, Owned, SequenceOf, choice};

use crate::{AdditionalData, DeviceCategory, SystemData};

choice! {
    /// Panasonic's private data.
    ///
    /// It stands in place of the `private` alternative of `CSTAPrivateData`. Requests and replies
    /// of [`SystemData`] and additions of [`AdditionalData`] have been observed on the wire. Of the
    /// other alternatives the names and numbers are known and, but for
    /// [`ExtendedDataAccess`](Self::ExtendedDataAccess), not what is in them: they hold the
    /// element under their tag, octet for octet.
    ///
    /// ```
    /// use csta_codec::{Ber, OctetString};
    /// use kme_private::KmePrivateData;
    ///
    /// let octets = [0xAA, 0x04, 0x04, 0x02, 0x01, 0x02];
    /// let value = KmePrivateData::decode(&octets)?;
    /// assert_eq!(value, KmePrivateData::ExtendedDataAccess(OctetString(&[1, 2])));
    /// assert_eq!(value.encode(), octets);
    /// # Ok::<(), csta_codec::DecodeError>(())
    /// ```
    pub enum KmePrivateData<'a> "KMESpecificPrivateData" {
        /// Inside unknown.
        CallControl "kmeCallControl" [1 EXPLICIT]: Element<'a>,
        /// Inside unknown.
        DeviceStatus "kmeDeviceStatus" [2 EXPLICIT]: Element<'a>,
        /// Inside unknown.
        DeviceMonitor "kmeDeviceMonitor" [3 EXPLICIT]: Element<'a>,
        /// Data of the system, such as its lists of devices. Observed.
        SystemData "kmeSystemData" [4 EXPLICIT]: SystemData<'a>,
        /// Inside unknown. Panasonic spells it `kmeLocalAlerm`.
        LocalAlarm "kmeLocalAlarm" [5 EXPLICIT]: Element<'a>,
        /// An addition to an event or a call record. Observed.
        AdditionalData "kmeAdditionalData" [6 EXPLICIT]: AdditionalData<'a>,
        /// Inside unknown.
        PrivateEvent "kmePrivateEvent" [7 EXPLICIT]: Element<'a>,
        /// Inside unknown.
        ResourceControl "kmeResourceControl" [8 EXPLICIT]: Element<'a>,
        /// Inside unknown.
        Generic "kmeGeneric" [9 EXPLICIT]: Element<'a>,
        /// The type is known, what the octets mean is not.
        ExtendedDataAccess "kmeExtendedDataAccess" [10 EXPLICIT]: OctetString<'a>,
        /// Inside unknown.
        PdfControl "kmePDFControl" [11 EXPLICIT]: Element<'a>,
        /// Inside unknown.
        AlterIf "kmeAlterIf" [12 EXPLICIT]: Element<'a>,
        /// Hotel functions. Inside unknown.
        HotelControl "kmeHotelControl" [13 EXPLICIT]: Element<'a>,
    }
}

impl KmePrivateData<'_> {
    /// The value as CSTA carries it in an Escape request or a private event.
    ///
    /// ```
    /// use csta_codec::OctetString;
    /// use kme_private::{KmePrivateData, PrivateData, PrivateDataCarrier};
    ///
    /// let value = KmePrivateData::ExtendedDataAccess(OctetString(&[1, 2]));
    /// let carried = value.to_private();
    /// assert_eq!(carried.get().private_values().next(), Some(PrivateData::Kme(value)));
    /// ```
    #[must_use]
    pub fn to_private(&self) -> Owned<CstaPrivateData<'static>> {
        let encoded = Owned::<KmePrivateData<'static>>::new(self);
        Owned::new(&CstaPrivateData::Private(encoded.element()))
    }
}

/// Private data as the results and events of CSTA carry it in their `extensions`.
///
/// ```
/// use csta_codec::Ber;
/// use kme_private::{AdditionalData, ConditionCode, KmePrivateData, common_arguments};
///
/// let code = AdditionalData::ConditionCode(ConditionCode::Transfer);
/// let extensions = common_arguments(&[KmePrivateData::AdditionalData(code)]);
/// assert_eq!(
///     extensions.get().encode(),
///     [0x7E, 0x09, 0xA1, 0x07, 0xA6, 0x05, 0xAA, 0x03, 0x0A, 0x01, 0x01],
/// );
/// ```
#[must_use]
pub fn common_arguments(values: &[KmePrivateData<'_>]) -> Owned<CstaCommonArguments<'static>> {
    let encoded: Vec<_> = values.iter().map(Owned::<KmePrivateData<'static>>::new).collect();
    let private: Vec<_> =
        encoded.iter().map(|value| CstaPrivateData::Private(value.element())).collect();
    Owned::new(&CstaCommonArguments {
        private_data: Some(SequenceOf::from(private.as_slice())),
        ..CstaCommonArguments::new()
    })
}

/// The argument of the Escape request for the devices of a category.
///
/// Observed with [`Station`](DeviceCategory::Station), which brings extensions and probably
/// portable stations too, and with [`NetworkInterface`](DeviceCategory::NetworkInterface), which
/// brings trunk lines. Both may be asked for at once. What comes back is put together by a
/// [`DeviceListAssembler`](crate::DeviceListAssembler).
///
/// ```
/// use csta_codec::Ber;
/// use kme_private::{DeviceCategory, escape_for_devices};
///
/// let argument = escape_for_devices(DeviceCategory::NetworkInterface);
/// assert_eq!(argument.get().encode(), [
///     0x30, 0x0D, 0xA4, 0x0B, 0xA0, 0x09, 0xA4, 0x07, 0xA1, 0x05, 0xA0, 0x03, 0x0A, 0x01, 0x02,
/// ]);
/// ```
#[must_use]
pub fn escape_for_devices(category: DeviceCategory) -> Owned<EscapeArgument<'static>> {
    let request = KmePrivateData::SystemData(SystemData::device_list_request(category));
    Owned::new(&EscapeArgument::new(request.to_private().get()))
}

/// One value of private data, whoever's it is.
///
/// Reading one cannot fail: what cannot be read is there as it was received.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PrivateData<'a> {
    /// Panasonic's.
    Kme(KmePrivateData<'a>),
    /// Octets that the switch and the application have agreed on, the `string` alternative.
    String(OctetString<'a>),
    /// Another manufacturer's, or of a Panasonic switch that knows more alternatives: the tag is
    /// none of those of [`KmePrivateData`].
    Foreign(Element<'a>),
    /// The tag is one of Panasonic's, what stands under it is not.
    Undecodable {
        /// The value as it was received.
        element: Element<'a>,
        /// Why it is not Panasonic's; offsets count from its content.
        error: DecodeError,
    },
}

impl<'a> PrivateData<'a> {
    /// Panasonic's value, if it is one.
    #[must_use]
    pub const fn kme(self) -> Option<KmePrivateData<'a>> {
        match self {
            Self::Kme(value) => Some(value),
            Self::String(_) | Self::Foreign(_) | Self::Undecodable { .. } => None,
        }
    }
}

impl<'a> From<CstaPrivateData<'a>> for PrivateData<'a> {
    fn from(value: CstaPrivateData<'a>) -> Self {
        match value {
            CstaPrivateData::String(string) => Self::String(string),
            CstaPrivateData::Private(element) => match element.read() {
                Ok(KmePrivateData::Unrecognised(_)) => Self::Foreign(element),
                Ok(value) => Self::Kme(value),
                Err(error) => Self::Undecodable { element, error },
            },
        }
    }
}
