//! How a set of TAPI's constants is declared.

/// Declares a set of constants of TAPI: each with TAPI's value and its name in TAPI, without the
/// prefix and in small letters.
macro_rules! constants {
    (
        $(#[$meta:meta])* pub enum $name:ident {
            $($(#[$value_meta:meta])* $value:ident = $number:literal $text:literal),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $(
                $(#[$value_meta])*
                #[doc = concat!("\n\n`", $text, "`, ", stringify!($number))]
                $value,
            )*
        }

        impl $name {
            /// All of them, in the order of their values.
            pub const ALL: &'static [Self] = &[$(Self::$value),*];

            /// TAPI's value of the constant.
            #[must_use]
            pub const fn value(self) -> u32 {
                match self {
                    $(Self::$value => $number,)*
                }
            }

            /// TAPI's name of the constant, without its prefix and in small letters.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$value => $text,)*
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.name())
            }
        }

        /// By its name.
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.name())
            }
        }
    };
}

pub(crate) use constants;
