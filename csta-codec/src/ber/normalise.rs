//! Forms of BER that a borrowing decoder cannot read in place: indefinite lengths and strings in
//! pieces. No Panasonic PBX has been seen to send either, so this is a path for the rare case.

use std::borrow::Cow;

use super::reader::Header;
use super::{Ber, Tag, Writer};
use crate::error::{DecodeError, DecodeErrorKind, Place};

/// How deep elements may be nested; the deepest legal value of ECMA-285 has 12 levels.
const MAX_DEPTH: u32 = 32;

/// How many strings in pieces are joined in one message.
const MAX_STRINGS: usize = 64;

/// Rewrites a message so that [`Ber::decode`] can read it: lengths become definite, and the
/// strings of `T` that are in pieces are joined.
///
/// # Errors
///
/// What still cannot be decoded as a `T`; offsets count in the rewritten message, unless the
/// octets are not even elements. More than 32 levels of nesting are
/// [`TooDeep`](DecodeErrorKind::TooDeep), and of more than 64 strings in pieces the 65th is an
/// error.
///
/// ```
/// use csta_codec::{Ber, ber::normalise, types::DeviceId};
///
/// let indefinite = [0x30, 0x80, 0x80, 0x03, b'1', b'0', b'1', 0x00, 0x00];
/// assert!(DeviceId::decode(&indefinite).unwrap_err().is_form());
/// let definite = normalise::<DeviceId<'static>>(&indefinite)?;
/// assert_eq!(DeviceId::decode(&definite)?, DeviceId::dialing_number("101"));
/// # Ok::<(), csta_codec::DecodeError>(())
/// ```
pub fn normalise<T: Ber<'static>>(octets: &[u8]) -> Result<Vec<u8>, DecodeError> {
    let place = const { &Place { type_name: T::NAME, member: "" } };
    rewrite(octets, &|octets| T::At::decode(octets).map(drop)).map_err(|error| error.within(place))
}

/// Rewrites a message until `check` can read it.
pub(crate) fn rewrite(
    octets: &[u8],
    check: &dyn Fn(&[u8]) -> Result<(), DecodeError>,
) -> Result<Vec<u8>, DecodeError> {
    let mut octets = Node::parse(octets)?.encode();
    for _ in 0..MAX_STRINGS {
        match check(&octets) {
            Err(error) if error.kind() == DecodeErrorKind::ConstructedString => {
                octets = join(&octets, error.offset())?;
            }
            result => return result.map(|()| octets),
        }
    }
    check(&octets)?;
    Ok(octets)
}

/// The message in which the string whose pieces begin at `offset` is joined.
fn join(octets: &[u8], offset: usize) -> Result<Vec<u8>, DecodeError> {
    let mut message = Node::parse(octets)?;
    message.join(offset).map_err(|error| error.relative_to(octets))?;
    Ok(message.encode())
}

/// An element and the elements in it.
struct Node<'a> {
    tag: Tag,
    /// Offset of its content in the message.
    offset: usize,
    content: Content<'a>,
}

enum Content<'a> {
    Primitive(Cow<'a, [u8]>),
    Constructed(Vec<Node<'a>>),
}

impl<'a> Node<'a> {
    /// A whole message.
    fn parse(message: &'a [u8]) -> Result<Self, DecodeError> {
        let parsed = Self::parse_first(message, message, MAX_DEPTH).and_then(|(node, rest)| {
            if rest.is_empty() {
                Ok(node)
            } else {
                Err(DecodeError::new(DecodeErrorKind::TrailingData, rest))
            }
        });
        parsed.map_err(|error| error.relative_to(message))
    }

    /// The first element of `octets`, and what is behind it.
    fn parse_first(
        message: &[u8],
        octets: &'a [u8],
        depth: u32,
    ) -> Result<(Self, &'a [u8]), DecodeError> {
        if depth == 0 {
            return Err(DecodeError::new(DecodeErrorKind::TooDeep, octets));
        }
        let Header { tag, length, behind } = Header::read(octets)?;
        let offset = behind.as_ptr() as usize - message.as_ptr() as usize;
        let (mut content, mut rest) = match length {
            Some(length) => behind
                .split_at_checked(length)
                .ok_or_else(|| DecodeError::new(DecodeErrorKind::Overrun, behind))?,
            None if tag.is_constructed() => (behind, behind),
            None => return Err(DecodeError::new(DecodeErrorKind::InvalidLength, octets)),
        };
        if !tag.is_constructed() {
            let content = Content::Primitive(Cow::Borrowed(content));
            return Ok((Self { tag, offset, content }, rest));
        }
        let mut nodes = Vec::new();
        loop {
            if length.is_some() && content.is_empty() {
                break;
            }
            if length.is_none()
                && let Some(behind) = content.strip_prefix(&[0, 0])
            {
                rest = behind;
                break;
            }
            let (node, behind) = Self::parse_first(message, content, depth - 1)?;
            nodes.push(node);
            content = behind;
        }
        Ok((Self { tag, offset, content: Content::Constructed(nodes) }, rest))
    }

    fn encode(&self) -> Vec<u8> {
        let mut writer = Writer::new();
        self.write(&mut writer);
        writer.octets().to_vec()
    }

    fn write(&self, writer: &mut Writer) {
        let end = writer.len();
        match &self.content {
            Content::Primitive(content) => writer.prepend(content),
            Content::Constructed(nodes) => nodes.iter().rev().for_each(|node| node.write(writer)),
        }
        writer.header(self.tag, end);
    }

    /// Joins the string whose pieces begin at `offset`.
    fn join(&mut self, offset: usize) -> Result<(), DecodeError> {
        let Content::Constructed(nodes) = &mut self.content else {
            return Ok(());
        };
        if self.offset != offset {
            // Only the last one that begins before the offset can hold it.
            return match nodes.iter_mut().rfind(|node| node.offset <= offset) {
                Some(node) => node.join(offset),
                None => Ok(()),
            };
        }
        let (mut octets, mut unused) = (Vec::new(), None);
        nodes.iter().try_for_each(|node| node.collect(&mut octets, &mut unused))?;
        if let Some(unused) = unused {
            octets.insert(0, unused);
        }
        self.tag = Tag::new(self.tag.class(), self.tag.number(), false);
        self.content = Content::Primitive(Cow::Owned(octets));
        Ok(())
    }

    /// Adds the octets of a piece, or of its pieces. Those of a BIT STRING begin with the number
    /// of unused bits, of which the last one counts.
    fn collect(&self, octets: &mut Vec<u8>, unused: &mut Option<u8>) -> Result<(), DecodeError> {
        match &self.content {
            Content::Constructed(nodes) => {
                nodes.iter().try_for_each(|node| node.collect(octets, unused))
            }
            Content::Primitive(content) if self.tag.matches(Tag::universal(3)) => {
                let Some((first, content)) = content.split_first() else {
                    return Err(DecodeError::new(DecodeErrorKind::InvalidValue, content));
                };
                *unused = Some(*first);
                octets.extend_from_slice(content);
                Ok(())
            }
            Content::Primitive(content) => {
                octets.extend_from_slice(content);
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ber::{BitString, Ia5String, OctetString, SequenceOf};
    use hex_literal::hex;

    #[test]
    fn strings_in_pieces_are_joined() {
        let octets = hex!("36 0D 04 01 31 24 80 04 01 32 04 01 33 0000");
        assert_eq!(normalise::<Ia5String<'static>>(&octets).unwrap(), hex!("16 03 313233"));
        let octets = hex!("23 09 03 03 00 0A3B 03 02 04 50");
        assert_eq!(normalise::<BitString<'static>>(&octets).unwrap(), hex!("03 04 04 0A3B50"));
    }

    #[test]
    fn each_string_of_a_list_is_joined() {
        let octets = hex!("30 0C 24 03 04 01 AA 04 00 24 03 04 01 BB");
        let joined = normalise::<SequenceOf<'static, OctetString<'static>>>(&octets).unwrap();
        assert_eq!(joined, hex!("30 08 04 01 AA 04 00 04 01 BB"));
    }

    #[test]
    fn a_missing_end_and_deep_nesting_are_errors() {
        let kind = |octets: &[u8]| {
            normalise::<SequenceOf<'static, OctetString<'static>>>(octets).unwrap_err().kind()
        };
        assert_eq!(kind(&hex!("30 80 04 01 AA")), DecodeErrorKind::Truncated);
        assert_eq!(kind(&[0x30, 0x80].repeat(1000)), DecodeErrorKind::TooDeep);
        assert_eq!(kind(&hex!("04 80 0000")), DecodeErrorKind::InvalidLength);
    }

    #[test]
    fn the_number_of_strings_is_limited() {
        let mut octets = vec![0x30, 0x82, 0x01, 0x45];
        octets.extend(hex!("24 03 04 01 AA").repeat(65));
        let error = normalise::<SequenceOf<'static, OctetString<'static>>>(&octets).unwrap_err();
        assert_eq!(error.kind(), DecodeErrorKind::ConstructedString);
    }
}
