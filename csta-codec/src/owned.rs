//! Values that outlive the frame they came in.

use core::fmt;
use core::marker::PhantomData;
use core::ops::Range;

use bytes::{Buf, Bytes};

use crate::ber::{Tag, fill_top, normalise};
use crate::{Ber, DecodeError, Element};

/// A value with the octets it borrows from: it can be kept and sent to other tasks.
///
/// It shares the octets of the frame and was validated when it was made; [`get`](Self::get) reads
/// them again, which takes about as long as walking over them.
///
/// ```
/// use csta_codec::{Owned, types::DeviceId};
///
/// let frame = bytes::Bytes::from_static(&[0x30, 0x05, 0x80, 0x03, b'1', b'0', b'1']);
/// let device = Owned::<DeviceId<'static>>::decode(frame)?;
/// assert_eq!(device.get(), DeviceId::dialing_number("101"));
/// # Ok::<(), csta_codec::DecodeError>(())
/// ```
pub struct Owned<T> {
    tag: Tag,
    content: Bytes,
    /// Offset of the content in the message it came from, for errors.
    at: u32,
    kind: PhantomData<fn() -> T>,
}

impl<T: Ber<'static>> Owned<T> {
    /// Reads and keeps a value that takes up all of `octets`.
    ///
    /// Octets with indefinite lengths or strings in pieces are rewritten once.
    ///
    /// # Errors
    ///
    /// As [`Ber::decode`].
    pub fn decode(octets: Bytes) -> Result<Self, DecodeError> {
        let octets = match T::At::decode(&octets).err() {
            None => octets,
            Some(error) if error.is_form() => Bytes::from(normalise::<T>(&octets)?),
            Some(error) => return Err(error),
        };
        let element = Element::decode(&octets)?;
        let offset = octets.len() - element.content().len();
        Ok(Self::keep(&element.at(offset as u32), &octets))
    }

    /// Reads and keeps the value of an open type: the argument or result in an APDU that was
    /// decoded from `frame`.
    ///
    /// # Errors
    ///
    /// As [`Element::read`].
    pub fn from_element(element: &Element<'_>, frame: &Bytes) -> Result<Self, DecodeError> {
        match element.check::<T::At<'_>>() {
            Ok(()) => Ok(Self::keep(element, frame)),
            Err(error) if error.is_form() => {
                let octets = Bytes::from(normalise::<T>(&element.encode())?);
                Ok(Self::keep(&Element::decode(&octets)?, &octets))
            }
            Err(error) => Err(error),
        }
    }

    /// Keeps a value by encoding it.
    #[must_use]
    pub fn new(value: &T::At<'_>) -> Self {
        let octets = Bytes::from(value.encode());
        // What was just written can be read.
        let element = Element::decode(&octets).unwrap_or_else(|_| Element::empty());
        Self::keep(&element, &octets)
    }

    fn keep(element: &Element<'_>, octets: &Bytes) -> Self {
        Self {
            tag: element.tag(),
            content: octets.slice_ref(element.content()),
            at: element.offset() as u32,
            kind: PhantomData,
        }
    }

    /// The value.
    #[must_use]
    pub fn get(&self) -> T::At<'_> {
        let mut value = T::At::empty();
        // Validated when it was made: an error cannot be.
        let _ = fill_top(&mut value, self.tag, &self.content);
        value
    }

    /// The value without its type.
    #[must_use]
    pub fn element(&self) -> Element<'_> {
        Element::new(self.tag, &self.content).at(self.at)
    }
}

impl Owned<Element<'static>> {
    /// The element with this tag and this content in a frame, of which only that is kept. Content that
    /// is not in the frame is left out.
    ///
    /// As [`from_element`](Self::from_element), for frames that are not needed any more: taking one
    /// over costs less than sharing it.
    ///
    /// ```
    /// use csta_codec::{Apdu, Ber, Element, Owned, rose::Rose};
    ///
    /// let frame = bytes::Bytes::from_static(&[0xA2, 0x0A, 2, 1, 1, 0x30, 5, 2, 1, 4, 5, 0]);
    /// let Apdu::Rose(Rose::ReturnResult(answer)) = Apdu::decode(&frame)? else { unreachable!() };
    /// let element = answer.result.map(|result| result.result).unwrap_or(Element::null());
    /// let (tag, begin, length) = (element.tag(), element.offset(), element.content().len());
    /// let owned = Owned::of_frame(frame, tag, begin..begin + length);
    /// assert_eq!(owned.element(), Element::null());
    /// # Ok::<(), csta_codec::DecodeError>(())
    /// ```
    #[must_use]
    pub fn of_frame(mut frame: Bytes, tag: Tag, content: Range<usize>) -> Self {
        frame.truncate(content.end);
        frame.advance(content.start.min(frame.len()));
        Self { tag, content: frame, at: content.start as u32, kind: PhantomData }
    }

    /// Reads it as a value of a type, sharing the octets.
    ///
    /// # Errors
    ///
    /// As [`Element::read`].
    pub fn read<T: Ber<'static>>(&self) -> Result<Owned<T>, DecodeError> {
        self.clone().into_value()
    }

    /// Makes it a value of a type.
    ///
    /// # Errors
    ///
    /// As [`Element::read`].
    pub fn into_value<T: Ber<'static>>(self) -> Result<Owned<T>, DecodeError> {
        match self.element().check::<T::At<'_>>() {
            Ok(()) => {
                let Self { tag, content, at, .. } = self;
                Ok(Owned { tag, content, at, kind: PhantomData })
            }
            Err(error) if error.is_form() => Owned::from_element(&self.element(), &self.content),
            Err(error) => Err(error),
        }
    }
}

/// Shares the octets.
impl<T> Clone for Owned<T> {
    fn clone(&self) -> Self {
        Self { tag: self.tag, content: self.content.clone(), at: self.at, kind: PhantomData }
    }
}

impl<T: Ber<'static>> fmt::Debug for Owned<T>
where
    for<'a> T::At<'a>: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

/// Compares the values, however they were encoded.
impl<T: Ber<'static>> PartialEq for Owned<T> {
    fn eq(&self, other: &Self) -> bool {
        self.get().encode() == other.get().encode()
    }
}
