use std::str::FromStr;

use crate::limits::{MAX_DIGITS, MAX_RANGES};

/// The internal numbers of a PBX: which devices become lines, and which numbers are internal.
///
/// Written as ranges, single numbers and beginnings, parted by commas: `100-199,300,4*`. A number belongs to it when
/// one of these takes it and its length is allowed. `4*` alone takes every number that begins with 4, an external one
/// too, so give it a longest length.
///
/// ```
/// use numfmt::ExtensionRange;
///
/// let range = ExtensionRange::new("100-199,300,4*", None, Some(3))?;
/// assert!(range.is_internal("100") && range.is_internal("300") && range.is_internal("42"));
/// assert!(!range.is_internal("200") && !range.is_internal("4912345"));
/// # Ok::<(), numfmt::RangeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtensionRange {
    entries: Box<[Entry]>,
    min_length: usize,
    max_length: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Entry {
    /// From one number to another, both included.
    Span(Box<str>, Box<str>),
    /// All numbers that begin so.
    Beginning(Box<str>),
}

impl ExtensionRange {
    /// Reads ranges, with the fewest and most digits a number may have.
    ///
    /// Without ranges every number of an allowed length belongs to it. The ends of a range are written with as many
    /// digits as the numbers have: `001-099`; where the ends differ in length (`98-102`) no number has leading zeros.
    ///
    /// # Errors
    ///
    /// What cannot be read, with its column; and ranges that say nothing at all (neither ranges nor a longest length).
    pub fn new(
        ranges: &str,
        min_length: Option<usize>,
        max_length: Option<usize>,
    ) -> Result<Self, RangeError> {
        let (min_length, longest) = (min_length.unwrap_or(1), max_length.unwrap_or(MAX_DIGITS));
        if min_length == 0 || longest > MAX_DIGITS || min_length > longest {
            return Err(RangeError {
                column: 1,
                kind: RangeErrorKind::Lengths { limit: MAX_DIGITS },
            });
        }
        if ranges.trim().is_empty() {
            return match max_length {
                Some(_) => Ok(Self { entries: Box::default(), min_length, max_length: longest }),
                None => Err(RangeError { column: 1, kind: RangeErrorKind::Empty }),
            };
        }
        let mut entries = Vec::new();
        let mut column = 1;
        for part in ranges.split(',') {
            let leading = part.chars().take_while(|c| c.is_whitespace()).count();
            let error = |kind| RangeError { column: column + leading, kind };
            if entries.len() == MAX_RANGES {
                return Err(error(RangeErrorKind::TooMany { limit: MAX_RANGES }));
            }
            entries.push(Entry::parse(part.trim()).map_err(error)?);
            column += part.chars().count() + 1;
        }
        Ok(Self { entries: entries.into(), min_length, max_length: longest })
    }

    /// Whether a number belongs to the PBX. Only digits do; what has other characters does not.
    pub fn is_internal(&self, number: &str) -> bool {
        (self.min_length..=self.max_length).contains(&number.len())
            && is_digits(number)
            && (self.entries.is_empty() || self.entries.iter().any(|entry| entry.contains(number)))
    }

    /// The devices of a list whose number is internal, in their order.
    pub fn filter<D: AsRef<str>>(
        &self,
        devices: impl IntoIterator<Item = D>,
    ) -> impl Iterator<Item = D> {
        devices.into_iter().filter(|device| self.is_internal(device.as_ref()))
    }

    /// The first beginning such as `4*` that takes numbers of any length, if the length is not limited.
    pub(crate) fn open_beginning(&self) -> Option<&str> {
        self.entries.iter().find_map(|entry| match entry {
            Entry::Beginning(start) if self.max_length == MAX_DIGITS => Some(&**start),
            _ => None,
        })
    }
}

impl FromStr for ExtensionRange {
    type Err = RangeError;

    /// Reads ranges without limits of length.
    fn from_str(ranges: &str) -> Result<Self, RangeError> {
        Self::new(ranges, None, None)
    }
}

impl Entry {
    fn parse(text: &str) -> Result<Self, RangeErrorKind> {
        let digits = |text: &str| match text.trim() {
            digits if is_digits(digits) && digits.len() <= MAX_DIGITS => Ok(Box::from(digits)),
            _ => Err(RangeErrorKind::NotANumber { limit: MAX_DIGITS }),
        };
        if let Some(start) = text.strip_suffix('*') {
            return if start.is_empty() {
                Ok(Self::Beginning("".into()))
            } else {
                digits(start).map(Self::Beginning)
            };
        }
        let Some((low, high)) = text.split_once('-') else {
            let number = digits(text)?;
            return Ok(Self::Span(number.clone(), number));
        };
        let (low, high) = (digits(low)?, digits(high)?);
        if order(&low) > order(&high) {
            return Err(RangeErrorKind::Reversed);
        }
        if low.len() != high.len() && low.starts_with('0') {
            return Err(RangeErrorKind::LeadingZero);
        }
        Ok(Self::Span(low, high))
    }

    fn contains(&self, number: &str) -> bool {
        match self {
            Self::Span(low, high) => {
                (low.len() == high.len() || !number.starts_with('0'))
                    && (order(low)..=order(high)).contains(&order(number))
            }
            Self::Beginning(start) => number.starts_with(&**start),
        }
    }
}

/// Shorter numbers first, numbers of one length by their digits.
fn order(number: &str) -> (usize, &str) {
    (number.len(), number)
}

pub(crate) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What is wrong in an extension range, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("extension range, column {column}: {kind}")]
pub struct RangeError {
    column: usize,
    kind: RangeErrorKind,
}

impl RangeError {
    /// Where the fault is, in characters from 1.
    pub const fn column(&self) -> usize {
        self.column
    }

    /// What is wrong.
    pub const fn kind(&self) -> &RangeErrorKind {
        &self.kind
    }
}

/// The kinds of [`RangeError`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RangeErrorKind {
    /// Neither ranges nor a longest length.
    #[error(
        "it says nothing: write ranges such as 100-199,300,4* or the most digits an extension has (max_length)"
    )]
    Empty,
    /// A part that is no number, range or beginning.
    #[error("not a number of up to {limit} digits: write 300, 100-199 or 4*, parted by commas")]
    NotANumber {
        /// The most digits a number has.
        limit: usize,
    },
    /// A range whose first number is the higher.
    #[error("the range ends before it begins: write the lower number first")]
    Reversed,
    /// A range with leading zeros whose ends differ in length.
    #[error(
        "a range with leading zeros needs ends of one length: write 000-099 and 100-199 as two ranges"
    )]
    LeadingZero,
    /// Lengths that no number has.
    #[error(
        "the lengths allow no number: min_length is at least 1, max_length at most {limit} and not below it"
    )]
    Lengths {
        /// The most digits a number has.
        limit: usize,
    },
    /// Too many parts.
    #[error("more than {limit} ranges: join neighbours to one range")]
    TooMany {
        /// The limit.
        limit: usize,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(ranges: &str) -> ExtensionRange {
        ranges.parse().unwrap()
    }

    fn error(ranges: &str) -> RangeError {
        ranges.parse::<ExtensionRange>().unwrap_err()
    }

    #[test]
    fn a_range_has_both_its_ends_and_only_numbers_of_their_length() {
        let range = range("100-199");
        for number in ["100", "150", "199"] {
            assert!(range.is_internal(number), "{number}");
        }
        for number in ["099", "200", "0100", "10", "1000", "", "1*0", "+100", "١٠٠"] {
            assert!(!range.is_internal(number), "{number}");
        }
    }

    #[test]
    fn a_range_across_lengths_has_no_leading_zeros() {
        let range = range("98-102");
        let internal: Vec<_> =
            (0..200).map(|n| n.to_string()).filter(|number| range.is_internal(number)).collect();
        assert_eq!(internal, ["98", "99", "100", "101", "102"]);
        assert!(!range.is_internal("099"));
        assert_eq!(error("08-102").kind, RangeErrorKind::LeadingZero);
    }

    #[test]
    fn leading_zeros_count_in_ends_of_one_length() {
        assert!(range("001-050").is_internal("007") && !range("001-050").is_internal("7"));
    }

    #[test]
    fn a_length_alone_is_a_range() {
        let range = ExtensionRange::new("", None, Some(3)).unwrap();
        assert!(range.is_internal("1") && range.is_internal("999"));
        assert!(!range.is_internal("1000") && !range.is_internal(""));
    }

    #[test]
    fn the_device_list_keeps_internal_numbers_in_order() {
        let range = range("100-199,300,4*");
        assert_eq!(
            range.filter(["401", "200", "100", "300", "T1"]).collect::<Vec<_>>(),
            ["401", "100", "300"]
        );
    }

    #[test]
    fn faults_have_their_column() {
        assert_eq!(
            (error("100-199, x").column, error("100-199, x").kind),
            (10, RangeErrorKind::NotANumber { limit: MAX_DIGITS })
        );
        assert_eq!(error("199-100").kind, RangeErrorKind::Reversed);
        assert_eq!(error("100,").column, 5);
        assert_eq!(error("").kind, RangeErrorKind::Empty);
        assert_eq!(
            error(&"1,".repeat(MAX_RANGES + 1)).kind,
            RangeErrorKind::TooMany { limit: MAX_RANGES }
        );
        assert!(ExtensionRange::new("1", Some(4), Some(3)).is_err());
        assert!(ExtensionRange::new("1", Some(0), None).is_err());
    }
}
