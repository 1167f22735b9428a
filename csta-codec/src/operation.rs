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
/// With a result it is confirmed, without one it is not.
#[macro_export]
macro_rules! operation {
    (
        $(#[$meta:meta])* $vis:vis $name:ident $asn:literal = $code:literal,
        $direction:ident: $argument:ty $(=> $result:ty)?
    ) => {
        $(#[$meta])*
        #[doc = concat!("\n\nThe operation `", $asn, "`, code ", $code, ", invoked: ",
            stringify!($direction), ".", $crate::__operation!(@doc $($result)?))]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        $vis enum $name {}

        impl $crate::Operation for $name {
            const CODE: i32 = $code;
            const NAME: &'static str = $asn;
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
    (@doc) => {
        " It is not confirmed."
    };
    (@doc $result:ty) => {
        " It is confirmed."
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
