//! Operations: what a code stands for.

use crate::Ber;

/// An operation of CSTA: its code, and the types of its argument and result.
///
/// Implemented by empty types in [`services`](crate::services), so that a request and its answer
/// are typed by one name.
///
/// ```
/// use csta_codec::{Operation, services::MakeCall};
///
/// assert_eq!((MakeCall::CODE, MakeCall::NAME), (10, "makeCall"));
/// ```
pub trait Operation {
    /// Its number on the wire.
    const CODE: i32;
    /// Its identifier in the ASN.1 module.
    const NAME: &'static str;
    /// The service of ECMA-269 that it carries.
    const SERVICE: &'static str;
    /// Who invokes it.
    const DIRECTION: Direction;
    /// Whether it is answered.
    const CONFIRMED: bool;
    /// What it is invoked with.
    type Argument<'a>: Ber<'a>;
    /// What it is answered with; a NULL that is never sent if it is not confirmed.
    type Result<'a>: Ber<'a>;
}

/// Who invokes an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// The application, in the switch.
    ToSwitch,
    /// The switch, in the application.
    FromSwitch,
    /// Either, or the reference does not say which.
    Either,
}

/// Declares an operation: an empty type that implements [`Operation`].
///
/// It has its identifier, its code, the service of ECMA-269 that it carries, who invokes it and the
/// types of its argument and result. With a result it is confirmed, without one it is not.
///
/// ```
/// use csta_codec::{Operation, operation, types::DeviceId};
///
/// operation! {
///     /// Makes a telephone blink.
///     pub Blink "blink" = 9001, "Blink", ToSwitch: DeviceId<'a> => ()
/// }
/// assert!(Blink::CONFIRMED);
/// ```
#[macro_export]
macro_rules! operation {
    (
        $(#[$meta:meta])* $vis:vis $name:ident $asn:literal = $code:literal, $service:literal,
        $direction:ident: $argument:ty $(=> $result:ty)?
    ) => {
        $(#[$meta])*
        #[doc = concat!("\n\nThe service ", $service, " of ECMA-269: operation `", $asn, "`, code ",
            $code, ", invoked by ", $crate::__operation!(@by $direction),
            $crate::__operation!(@doc $($result)?))]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        $vis enum $name {}

        impl $crate::Operation for $name {
            const CODE: i32 = $code;
            const NAME: &'static str = $asn;
            const SERVICE: &'static str = $service;
            const DIRECTION: $crate::Direction = $crate::Direction::$direction;
            const CONFIRMED: bool = $crate::__operation!(@confirmed $($result)?);
            type Argument<'a> = $argument;
            type Result<'a> = $crate::__operation!(@result $($result)?);
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __operation {
    (@by ToSwitch) => {
        "the application"
    };
    (@by FromSwitch) => {
        "the switch"
    };
    (@by Either) => {
        "either side"
    };
    (@doc) => {
        " and not confirmed."
    };
    (@doc $result:ty) => {
        " and confirmed."
    };
    (@confirmed) => {
        false
    };
    (@confirmed $result:ty) => {
        true
    };
    (@result) => {
        ()
    };
    (@result $result:ty) => {
        $result
    };
}
