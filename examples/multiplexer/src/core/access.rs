//! What the user of an application may do.

use std::fmt;

/// What the user of an application may do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Access {
    /// Which devices may be monitored and asked about.
    pub monitor: DeviceSet,
    /// Which devices may be controlled.
    pub control: DeviceSet,
    /// Whether nothing at all may be controlled.
    pub read_only: bool,
}

/// A set of devices, by the numbers that are dialled to reach them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DeviceSet {
    /// All devices.
    #[default]
    Any,
    /// Those with these numbers. A device that the switch has told no number of is not among them.
    Only(Vec<NumberRange>),
}

/// Numbers of the same length, from one to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberRange {
    first: String,
    last: String,
}

/// Why a text is no set of devices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessError {
    text: String,
}

impl Access {
    /// Everything.
    #[must_use]
    pub const fn full() -> Self {
        Self { monitor: DeviceSet::Any, control: DeviceSet::Any, read_only: false }
    }

    /// Whether everything is allowed.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        matches!(self, Self { monitor: DeviceSet::Any, control: DeviceSet::Any, read_only: false })
    }
}

impl DeviceSet {
    /// The devices of a list of numbers and ranges of numbers.
    ///
    /// ```
    /// use multiplexer::DeviceSet;
    ///
    /// let devices = DeviceSet::only(["101", "200-299"])?;
    /// assert!(devices.contains("101") && devices.contains("250"));
    /// assert!(!devices.contains("102") && !devices.contains("25") && !devices.contains("2500"));
    /// # Ok::<(), multiplexer::AccessError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If an entry is neither a number nor two numbers of the same length with a `-` between, the
    /// smaller first.
    pub fn only<'a>(entries: impl IntoIterator<Item = &'a str>) -> Result<Self, AccessError> {
        entries.into_iter().map(NumberRange::parse).collect::<Result<_, _>>().map(Self::Only)
    }

    /// Whether the device of a number is in the set.
    #[must_use]
    pub fn contains(&self, number: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Only(ranges) => ranges.iter().any(|range| range.contains(number)),
        }
    }
}

impl NumberRange {
    fn parse(text: &str) -> Result<Self, AccessError> {
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        let (first, last) = (first.trim(), last.trim());
        let is_number = |text: &str| {
            !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit() || c == b'*' || c == b'#')
        };
        if !is_number(first) || !is_number(last) || first.len() != last.len() || first > last {
            return Err(AccessError { text: text.to_owned() });
        }
        Ok(Self { first: first.to_owned(), last: last.to_owned() })
    }

    /// The number, if it is only one.
    #[cfg(feature = "nats")]
    pub(crate) fn single(&self) -> Option<&str> {
        (self.first == self.last).then_some(self.first.as_str())
    }

    /// Of the same length, the order of numbers is that of their text.
    fn contains(&self, number: &str) -> bool {
        number.len() == self.first.len()
            && self.first.as_str() <= number
            && number <= self.last.as_str()
    }
}

impl fmt::Display for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_full() {
            return f.write_str("everything");
        }
        write!(f, "monitors {} and controls ", self.monitor)?;
        if self.read_only { f.write_str("nothing") } else { self.control.fmt(f) }
    }
}

impl fmt::Display for DeviceSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => f.write_str("all"),
            Self::Only(ranges) if ranges.is_empty() => f.write_str("nothing"),
            Self::Only(ranges) => {
                for (index, range) in ranges.iter().enumerate() {
                    let comma = if index == 0 { "" } else { "," };
                    write!(f, "{comma}{range}")?;
                }
                Ok(())
            }
        }
    }
}

impl fmt::Display for NumberRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.first)?;
        if self.first == self.last { Ok(()) } else { write!(f, "-{}", self.last) }
    }
}

impl fmt::Display for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} is neither a number such as 101 nor a range of numbers of the same length such \
             as 100-199",
            self.text
        )
    }
}

impl std::error::Error for AccessError {}
