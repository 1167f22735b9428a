//! Types that are known at run time alone.

use core::fmt;

use crate::error::Place;
use crate::{Ber, DecodeError, Element};

/// A decoded value of a type that was chosen at run time.
pub trait Decoded: fmt::Debug {
    /// The value in BER, in definite and minimal lengths.
    fn to_ber(&self) -> Vec<u8>;

    /// The value in JSON, to be serialised or displayed; see [`jer`](crate::jer).
    #[cfg(feature = "serde")]
    fn to_jer(&self) -> crate::jer::Json<'_>;
}

#[cfg(not(feature = "serde"))]
impl<'a, T: Ber<'a> + fmt::Debug> Decoded for T {
    fn to_ber(&self) -> Vec<u8> {
        self.encode()
    }
}

#[cfg(feature = "serde")]
impl<'a, T: Ber<'a> + crate::jer::Jer + fmt::Debug> Decoded for T {
    fn to_ber(&self) -> Vec<u8> {
        self.encode()
    }

    fn to_jer(&self) -> crate::jer::Json<'_> {
        crate::jer::Json::new(self)
    }
}

/// A type of argument, result or event: its name, and how to decode it.
///
/// ```
/// use csta_codec::{Ber, Element, TypeInfo};
///
/// let octets = [0x55, 0x04, 0x01, 0x11, 0x00, 0x65];
/// let argument = [[0x30, 0x06].as_slice(), &octets].concat();
/// let monitor_stop = TypeInfo::by_name("MonitorStopArgument").ok_or("no such type")?;
/// let value = monitor_stop.decode(&Element::decode(&argument)?)?;
/// assert_eq!(value.to_ber(), argument);
/// assert!(format!("{value:?}").starts_with("MonitorStopArgument"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct TypeInfo {
    pub(crate) place: &'static Place,
    pub(crate) check: fn(&Element<'_>) -> Result<(), DecodeError>,
    pub(crate) decode: for<'a> fn(&Element<'a>) -> Result<Box<dyn Decoded + 'a>, DecodeError>,
    #[cfg(feature = "serde")]
    pub(crate) member: &'static crate::jer::Member,
}

impl TypeInfo {
    /// The type of an ASN.1 name: the argument or result of an operation, an event, or the
    /// UniversalFailure.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        let operations =
            crate::OPERATIONS.iter().flat_map(|o| [Some(o.argument), o.result]).flatten();
        let events = crate::EVENTS.iter().map(|event| event.value);
        operations.chain(events).chain([UNIVERSAL_FAILURE]).find(|known| known.name() == name)
    }

    /// The ASN.1 name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.place.type_name
    }

    /// Whether an element is a value of the type, without keeping it.
    ///
    /// # Errors
    ///
    /// As [`Element::read`].
    pub fn check(&self, element: &Element<'_>) -> Result<(), DecodeError> {
        (self.check)(element)
    }

    /// Decodes an element as a value of the type. Unlike the typed way, this allocates.
    ///
    /// # Errors
    ///
    /// As [`Element::read`].
    pub fn decode<'a>(&self, element: &Element<'a>) -> Result<Box<dyn Decoded + 'a>, DecodeError> {
        (self.decode)(element)
    }

    /// Rewrites octets so that [`decode`](Self::decode) can read the element that they are: see
    /// [`ber::normalise`](crate::ber::normalise).
    ///
    /// ```
    /// use csta_codec::{Ber, Element, TypeInfo};
    ///
    /// let octets = [0x30, 0x80, 0x55, 0x04, 0x01, 0x11, 0x00, 0x65, 0x00, 0x00];
    /// let monitor_stop = TypeInfo::by_name("MonitorStopArgument").ok_or("no such type")?;
    /// let octets = monitor_stop.normalise(&octets)?;
    /// assert_eq!(octets, [0x30, 0x06, 0x55, 0x04, 0x01, 0x11, 0x00, 0x65]);
    /// monitor_stop.check(&Element::decode(&octets)?)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`ber::normalise`](crate::ber::normalise).
    pub fn normalise(&self, octets: &[u8]) -> Result<Vec<u8>, DecodeError> {
        crate::ber::rewrite(octets, &|octets| {
            let element = Element::decode(octets)?;
            let offset = octets.len() - element.content().len();
            self.check(&element.at(offset as u32))
        })
        .map_err(|error| error.within(self.place))
    }

    /// A random valid value, in definite and minimal lengths; see [`arbitrary`](crate::arbitrary).
    #[cfg(feature = "arbitrary")]
    #[doc(hidden)]
    #[must_use]
    pub fn arbitrary(&self, source: &mut crate::arbitrary::Source<'_>) -> Vec<u8> {
        source.value(self.member)
    }

    /// Encodes the value of the type that JSON describes; see [`jer`](crate::jer).
    ///
    /// ```
    /// use csta_codec::{Ber, Element, OperationInfo, jer};
    ///
    /// let clear = OperationInfo::by_name("clearCall").ok_or("no such operation")?;
    /// let json = jer::parse(r#"{"callToBeCleared": {"callID": "0111"}}"#)?;
    /// let octets = clear.argument.encode_jer(&json)?;
    /// let value = clear.argument.decode(&Element::decode(&octets)?)?;
    /// assert_eq!(serde_json::to_value(value.to_jer())?, json);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Jer::encode_jer`](crate::jer::Jer::encode_jer).
    #[cfg(feature = "serde")]
    pub fn encode_jer(&self, json: &crate::jer::Value) -> Result<Vec<u8>, crate::jer::JerError> {
        self.encode_jer_at(json, &crate::jer::Path::ROOT)
    }

    /// Encodes as [`encode_jer`](Self::encode_jer) does, what stands at a place of other JSON, or
    /// with a hook for private data: see [`Path`](crate::jer::Path).
    ///
    /// # Errors
    ///
    /// As [`Jer::encode_jer`](crate::jer::Jer::encode_jer).
    #[cfg(feature = "serde")]
    pub fn encode_jer_at(
        &self,
        json: &crate::jer::Value,
        at: &crate::jer::Path<'_>,
    ) -> Result<Vec<u8>, crate::jer::JerError> {
        crate::jer::encode_member(self.member, json, at)
    }
}

impl fmt::Debug for TypeInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The only error of CSTA, which answers any operation.
pub const UNIVERSAL_FAILURE: TypeInfo =
    type_info!("UniversalFailure", crate::types::UniversalFailure<'_>);

/// The [`TypeInfo`] of a type, whose lifetime is written `'_`.
macro_rules! type_info {
    ($name:expr, $type:ty) => {
        $crate::typed::TypeInfo {
            place: const { &$crate::__Place { type_name: $name, member: "" } },
            check: |element| element.read::<$type>().map(drop),
            decode: |element| Ok(Box::new(element.read::<$type>()?)),
            #[cfg(feature = "serde")]
            member: const { &$crate::jer::Member::value::<$type>() },
        }
    };
}
pub(crate) use type_info;
