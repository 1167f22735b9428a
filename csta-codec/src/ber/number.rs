//! BOOLEAN, INTEGER and NULL.

use super::{Ber, Tag, prepend};
use crate::error::{DecodeError, DecodeErrorKind};

impl<'a> Ber<'a> for () {
    const NAME: &'static str = "NULL";
    const TAG: Tag = Tag::universal(5);
    type At<'b> = ();

    #[inline(always)]
    fn empty() -> Self {}

    #[inline(always)]
    fn fill(&mut self, _: Tag, content: &'a [u8]) -> Result<(), DecodeError> {
        match content {
            [] => Ok(()),
            _ => Err(DecodeError::new(DecodeErrorKind::InvalidValue, content)),
        }
    }

    fn put_content(&self, _: &mut [u8], end: usize) -> usize {
        end
    }
}

impl<'a> Ber<'a> for bool {
    const NAME: &'static str = "BOOLEAN";
    const TAG: Tag = Tag::universal(1);
    type At<'b> = Self;

    #[inline(always)]
    fn empty() -> Self {
        false
    }

    #[inline(always)]
    fn fill(&mut self, _: Tag, content: &'a [u8]) -> Result<(), DecodeError> {
        match content {
            [octet] => *self = *octet != 0,
            _ => return Err(DecodeError::new(DecodeErrorKind::InvalidValue, content)),
        }
        Ok(())
    }

    fn put_content(&self, room: &mut [u8], end: usize) -> usize {
        prepend(&[if *self { 0xFF } else { 0 }], room, end)
    }
}

/// ECMA-285 sets no limits to its INTEGERs; no value that needs more than 64 bits has a meaning.
impl<'a> Ber<'a> for i64 {
    const NAME: &'static str = "INTEGER";
    const TAG: Tag = Tag::universal(2);
    type At<'b> = Self;

    #[inline(always)]
    fn empty() -> Self {
        0
    }

    #[inline(always)]
    fn fill(&mut self, _: Tag, content: &'a [u8]) -> Result<(), DecodeError> {
        *self = read(content)?;
        Ok(())
    }

    #[inline]
    fn put_content(&self, room: &mut [u8], end: usize) -> usize {
        put(*self, room, end)
    }
}

/// For identifiers that are known to be small, such as invoke ids.
impl<'a> Ber<'a> for i32 {
    const NAME: &'static str = "INTEGER";
    const TAG: Tag = Tag::universal(2);
    type At<'b> = Self;

    #[inline(always)]
    fn empty() -> Self {
        0
    }

    #[inline(always)]
    fn fill(&mut self, _: Tag, content: &'a [u8]) -> Result<(), DecodeError> {
        *self = read_i32(content)?;
        Ok(())
    }

    #[inline]
    fn put_content(&self, room: &mut [u8], end: usize) -> usize {
        put(i64::from(*self), room, end)
    }
}

#[inline(always)]
fn read(content: &[u8]) -> Result<i64, DecodeError> {
    match content {
        [octet] => Ok(i64::from(*octet as i8)),
        _ => read_long(content),
    }
}

#[inline(never)]
fn read_long(content: &[u8]) -> Result<i64, DecodeError> {
    let [first, rest @ ..] = content else {
        return Err(DecodeError::new(DecodeErrorKind::InvalidValue, content));
    };
    if rest.len() > 7 {
        return read_padded(content);
    }
    Ok(rest.iter().fold(i64::from(*first as i8), |value, &octet| value << 8 | i64::from(octet)))
}

/// More octets than the value can need: leading ones that only repeat the sign are tolerated.
#[cold]
fn read_padded(content: &[u8]) -> Result<i64, DecodeError> {
    let (padding, value) = content.split_at(content.len().saturating_sub(8));
    let sign = if value.first().is_some_and(|octet| octet & 0x80 != 0) { 0xFF } else { 0 };
    if padding.iter().any(|&octet| octet != sign) {
        return Err(DecodeError::new(DecodeErrorKind::TooLarge, content));
    }
    read_long(value)
}

/// Reads the content octets of a small INTEGER or an ENUMERATED.
#[inline(always)]
pub fn read_i32(content: &[u8]) -> Result<i32, DecodeError> {
    match content {
        [octet] => Ok(i32::from(*octet as i8)),
        _ => i32::try_from(read_long(content)?)
            .map_err(|_| DecodeError::new(DecodeErrorKind::TooLarge, content)),
    }
}

/// Puts the content octets of an INTEGER or ENUMERATED, as few as hold the value.
#[inline]
fn put(value: i64, room: &mut [u8], end: usize) -> usize {
    match i8::try_from(value) {
        Ok(small) => prepend(&small.to_be_bytes(), room, end),
        Err(_) => put_large(value, room, end),
    }
}

#[inline(never)]
fn put_large(value: i64, room: &mut [u8], end: usize) -> usize {
    let octets = value.to_be_bytes();
    let sign_bits = if value < 0 { value.leading_ones() } else { value.leading_zeros() };
    let redundant = (sign_bits as usize - 1) / 8;
    prepend(octets.get(redundant..).unwrap_or_default(), room, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use hex_literal::hex;

    #[test]
    fn integers_take_as_few_octets_as_they_can() {
        for (value, octets) in [
            (0, hex!("02 01 00").as_slice()),
            (127, &hex!("02 01 7F")),
            (128, &hex!("02 02 0080")),
            (-128, &hex!("02 01 80")),
            (-129, &hex!("02 02 FF7F")),
            (0x0111_0065, &hex!("02 04 01110065")),
            (i64::MIN, &hex!("02 08 8000000000000000")),
        ] {
            assert_eq!(value.encode(), octets);
            assert_eq!(i64::decode(octets), Ok(value));
        }
    }

    #[test]
    fn padded_integers_are_read() {
        assert_eq!(i64::decode(&hex!("02 03 000005")), Ok(5));
        assert_eq!(i64::decode(&hex!("02 0A 00000000000000000005")), Ok(5));
        assert_eq!(i64::decode(&hex!("02 0A FFFFFFFFFFFFFFFFFFFE")), Ok(-2));
    }

    #[test]
    fn what_cannot_be_held_is_an_error() {
        let kind = |octets: &[u8]| i64::decode(octets).unwrap_err().kind();
        assert_eq!(kind(&hex!("02 09 010000000000000000")), DecodeErrorKind::TooLarge);
        assert_eq!(kind(&hex!("02 00")), DecodeErrorKind::InvalidValue);
        let error = i32::decode(&hex!("02 05 0100000000")).unwrap_err();
        assert_eq!(error.kind(), DecodeErrorKind::TooLarge);
        let error = bool::decode(&hex!("01 02 0000")).unwrap_err();
        assert_eq!(error.kind(), DecodeErrorKind::InvalidValue);
    }
}
