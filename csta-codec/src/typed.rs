//! Types that are known at run time alone.

use core::fmt;

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
    pub(crate) name: &'static str,
    pub(crate) check: fn(&Element<'_>) -> Result<(), DecodeError>,
    pub(crate) decode: for<'a> fn(&Element<'a>) -> Result<Box<dyn Decoded + 'a>, DecodeError>,
    #[cfg(feature = "serde")]
    pub(crate) encode_jer:
        fn(&crate::jer::Value, &crate::jer::Path<'_>) -> Result<Vec<u8>, crate::jer::JerError>,
}

impl TypeInfo {
    /// The type of an ASN.1 name: the argument or result of an operation, an event, or the
    /// UniversalFailure.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        let operations =
            crate::OPERATIONS.iter().flat_map(|o| [Some(o.argument), o.result]).flatten();
        let events = crate::EVENTS.iter().map(|event| event.value);
        operations.chain(events).chain([UNIVERSAL_FAILURE]).find(|known| known.name == name)
    }

    /// The ASN.1 name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
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
        (self.encode_jer)(json, &crate::jer::Path::ROOT)
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
        (self.encode_jer)(json, at)
    }
}

impl fmt::Debug for TypeInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// The only error of CSTA, which answers any operation.
pub const UNIVERSAL_FAILURE: TypeInfo =
    type_info!("UniversalFailure", crate::types::UniversalFailure<'_>);

/// The [`TypeInfo`] of a type, whose lifetime is written `'_`.
macro_rules! type_info {
    ($name:expr, $type:ty) => {
        $crate::typed::TypeInfo {
            name: $name,
            check: |element| element.read::<$type>().map(drop),
            decode: |element| Ok(Box::new(element.read::<$type>()?)),
            #[cfg(feature = "serde")]
            encode_jer: |json, at| <$type as $crate::jer::Jer>::encode_jer_at(json, at),
        }
    };
}
pub(crate) use type_info;
