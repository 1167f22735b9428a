//! A type under a tag of its own.

/// Declares a type that is another one under a tag of its own.
///
/// `IMPLICIT` puts the tag in place of the other type's, `EXPLICIT` around it.
///
/// ```
/// use csta_codec::{Ber, OctetString, newtype};
///
/// newtype! {
///     /// Names a session.
///     pub struct SessionId<'a> "SessionID" [APPLICATION 24 IMPLICIT]: OctetString<'a>
/// }
/// assert_eq!(SessionId(OctetString(&[1, 2])).encode(), [0x58, 0x02, 1, 2]);
/// ```
#[macro_export]
macro_rules! newtype {
    (
        $(#[$meta:meta])* $vis:vis struct $name:ident<$lt:lifetime> $asn:literal
        [$class:ident $number:literal $mode:ident]: $ty:ty
    ) => {
        $(#[$meta])*
        #[doc = $crate::__doc!(@type "The type" $asn [$class $number $mode])]
        #[derive(Clone, Copy, Debug, PartialEq)]
        $vis struct $name<$lt>(pub $ty);

        impl<$lt> $crate::Ber<$lt> for $name<$lt> {
            const NAME: &'static str = $asn;
            const TAG: $crate::ber::Tag =
                $crate::__tag!(<$ty as $crate::Ber<'_>>::TAG; $class $number $mode);
            type At<'at> = $name<'at>;

            #[inline(always)]
            fn empty() -> Self {
                Self(<$ty as $crate::Ber<'_>>::empty())
            }

            #[inline]
            fn fill(
                &mut self,
                _: $crate::ber::Tag,
                content: &$lt [u8],
            ) -> ::core::result::Result<(), $crate::DecodeError> {
                $crate::__newtype!(@fill self, content, $mode)
            }

            #[inline]
            fn put_content(&self, room: &mut [u8], end: usize) -> usize {
                $crate::__newtype!(@put self, room, end, $mode)
            }
        }

        $crate::__jer! {
            impl<$lt> $crate::jer::Jer for $name<$lt> {
                fn show(&self, to: &mut dyn FnMut($crate::jer::Node<'_>)) {
                    $crate::jer::Jer::show(&self.0, to);
                }

                fn shape() -> &'static $crate::jer::Shape {
                    $crate::__newtype!(@shape $ty, $mode)
                }
            }

            $crate::__serialize! { [<$lt>] $name<$lt> }
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __newtype {
    (@fill $self:ident, $content:ident, IMPLICIT) => {
        $crate::Ber::fill(&mut $self.0, $crate::ber::Tag::NONE, $content)
    };
    (@fill $self:ident, $content:ident, EXPLICIT) => {{
        let (tag, content) = $crate::ber::inner($content)?;
        $crate::__fill_top(&mut $self.0, tag, content)
    }};
    (@put $self:ident, $room:ident, $end:ident, IMPLICIT) => {
        $crate::Ber::put_content(&$self.0, $room, $end)
    };
    (@put $self:ident, $room:ident, $end:ident, EXPLICIT) => {
        $crate::Ber::put(&$self.0, $room, $end)
    };
    (@shape $ty:ty, IMPLICIT) => {
        <$ty as $crate::jer::Jer>::shape()
    };
    (@shape $ty:ty, EXPLICIT) => {
        const { &$crate::jer::Shape::Explicit { value: &$crate::jer::Member::value::<$ty>() } }
    };
}
