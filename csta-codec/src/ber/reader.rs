//! Reading identifiers and lengths: the only place that takes an element apart.

use super::Tag;
use crate::error::{DecodeError, DecodeErrorKind};

/// The elements of a constructed value, one after the other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    #[inline(always)]
    pub(crate) const fn new(content: &'a [u8]) -> Self {
        Self { rest: content }
    }

    /// What has not been read.
    #[inline(always)]
    pub(crate) const fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// The next element's tag and content, or [`Tag::NONE`] behind the last one.
    // Inlined, the short form alone, and the rest by value: with the state in memory, a typed
    // decoder takes three times as long.
    #[inline(always)]
    pub(crate) fn next(&mut self) -> Result<(Tag, &'a [u8]), DecodeError> {
        let (tag, content, rest) = if let [identifier, length, tail @ ..] = self.rest
            && identifier & 0x1F != 0x1F
            && *length < 0x80
            && let Some((content, rest)) = tail.split_at_checked(usize::from(*length))
        {
            (Tag::from_octet(*identifier), content, rest)
        } else if self.rest.is_empty() {
            (Tag::NONE, self.rest, self.rest)
        } else {
            next_long(self.rest)?
        };
        self.rest = rest;
        Ok((tag, content))
    }

    /// The content of the next element, whose identifier is known to be a single octet.
    #[inline(always)]
    pub(crate) fn content(&mut self) -> Result<&'a [u8], DecodeError> {
        let content;
        (content, self.rest) = if let [_, length, tail @ ..] = self.rest
            && *length < 0x80
            && let Some(split) = tail.split_at_checked(usize::from(*length))
        {
            split
        } else {
            content_long(self.rest)?
        };
        Ok(content)
    }

    /// The content of the next element.
    #[inline(always)]
    pub(crate) fn content_long(&mut self) -> Result<&'a [u8], DecodeError> {
        let content;
        (content, self.rest) = content_long(self.rest)?;
        Ok(content)
    }
}

/// The content of the first element, and what is behind it.
#[cold]
#[inline(never)]
fn content_long(octets: &[u8]) -> Result<(&[u8], &[u8]), DecodeError> {
    // What larger events stand in.
    if let [identifier, 0x81, length, tail @ ..] = octets
        && identifier & 0x1F != 0x1F
        && let Some(split) = tail.split_at_checked(usize::from(*length))
    {
        return Ok(split);
    }
    let (_, content, rest) = next_long(octets)?;
    Ok((content, rest))
}

type Next<'a> = (Tag, &'a [u8], &'a [u8]);

/// Everything that is not an identifier of one octet with a length of one octet: the tag, the
/// content and what is behind it.
#[cold]
#[inline(never)]
fn next_long(octets: &[u8]) -> Result<Next<'_>, DecodeError> {
    let header = Header::read(octets)?;
    let Some(length) = header.length else {
        return Err(DecodeError::new(DecodeErrorKind::IndefiniteLength, octets));
    };
    let Some((content, rest)) = header.behind.split_at_checked(length) else {
        return Err(DecodeError::new(DecodeErrorKind::Overrun, header.behind));
    };
    Ok((header.tag, content, rest))
}

/// Whether each length in these elements is in its shortest form, so that they can be written as
/// they were read. What is no element is not, and neither is anything below `depth` levels.
pub(crate) fn is_minimal(mut elements: &[u8], depth: u32) -> bool {
    while let [identifier, length, tail @ ..] = elements {
        let (length, tail) = match (length, tail) {
            (0..=0x7F, tail) => (usize::from(*length), tail),
            (0x81, [length, tail @ ..]) if *length >= 0x80 => (usize::from(*length), tail),
            (0x82, [high, low, tail @ ..]) if *high > 0 => {
                (usize::from(u16::from_be_bytes([*high, *low])), tail)
            }
            _ => return false,
        };
        let Some((content, rest)) = tail.split_at_checked(length) else {
            return false;
        };
        let is_constructed = identifier & 0x20 != 0;
        let is_large = identifier & 0x1F == 0x1F;
        if is_large || (is_constructed && (depth == 0 || !is_minimal(content, depth - 1))) {
            return false;
        }
        elements = rest;
    }
    elements.is_empty()
}

/// The identifier and length octets of one element, in any form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Header<'a> {
    pub(crate) tag: Tag,
    /// `None` in the indefinite form.
    pub(crate) length: Option<usize>,
    /// Everything behind the length octets, the content first.
    pub(crate) behind: &'a [u8],
}

impl<'a> Header<'a> {
    #[inline]
    pub(crate) fn read(octets: &'a [u8]) -> Result<Self, DecodeError> {
        let (tag, behind) = read_tag(octets)?;
        let (length, behind) = read_length(behind)?;
        Ok(Self { tag, length, behind })
    }
}

#[inline(always)]
fn read_tag(octets: &[u8]) -> Result<(Tag, &[u8]), DecodeError> {
    match octets {
        [] => Err(DecodeError::new(DecodeErrorKind::Truncated, octets)),
        [leading, rest @ ..] if leading & 0x1F != 0x1F => Ok((Tag::from_octet(*leading), rest)),
        [leading, rest @ ..] => read_large_tag(octets, Tag::from_octet(*leading), rest),
    }
}

fn read_large_tag<'a>(
    octets: &[u8],
    tag: Tag,
    mut rest: &'a [u8],
) -> Result<(Tag, &'a [u8]), DecodeError> {
    let mut number = 0;
    loop {
        let Some((&octet, behind)) = rest.split_first() else {
            return Err(DecodeError::new(DecodeErrorKind::Truncated, rest));
        };
        number = number << 7 | u32::from(octet & 0x7F);
        if number > Tag::MAX_NUMBER {
            return Err(DecodeError::new(DecodeErrorKind::TagTooLarge, octets));
        }
        rest = behind;
        if octet & 0x80 == 0 {
            let tag = tag.with_number(number);
            // Members are found by their first octet, which would be another one.
            return if tag.is_large() {
                Ok((tag, rest))
            } else {
                Err(DecodeError::new(DecodeErrorKind::InvalidTag, octets))
            };
        }
    }
}

/// X.690, 8.1.3: short, long (leading zeros are allowed) or indefinite.
#[inline(always)]
fn read_length(octets: &[u8]) -> Result<(Option<usize>, &[u8]), DecodeError> {
    match octets {
        [length @ 0..=0x7F, rest @ ..] | [0x81, length, rest @ ..] => {
            Ok((Some(usize::from(*length)), rest))
        }
        [0x82, high, low, rest @ ..] => {
            Ok((Some(usize::from(u16::from_be_bytes([*high, *low]))), rest))
        }
        _ => read_other_length(octets),
    }
}

#[cold]
fn read_other_length(octets: &[u8]) -> Result<(Option<usize>, &[u8]), DecodeError> {
    let Some((&first, rest)) = octets.split_first() else {
        return Err(DecodeError::new(DecodeErrorKind::Truncated, octets));
    };
    match first {
        0x80 => Ok((None, rest)),
        0xFF => Err(DecodeError::new(DecodeErrorKind::InvalidLength, octets)),
        _ => {
            let Some((length, rest)) = rest.split_at_checked(usize::from(first & 0x7F)) else {
                return Err(DecodeError::new(DecodeErrorKind::Truncated, rest));
            };
            let significant = length.iter().skip_while(|&&octet| octet == 0);
            if significant.clone().count() > 4 {
                return Err(DecodeError::new(DecodeErrorKind::InvalidLength, octets));
            }
            let length = significant.fold(0, |sum, &octet| sum << 8 | usize::from(octet));
            Ok((Some(length), rest))
        }
    }
}
