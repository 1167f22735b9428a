//! Octets taken apart into APDUs, framed or not.

use csta_client::MAX_APDU;
use csta_codec::Ber as _;
use der_parser::ber::{Length, Tag, ber_read_element_header};

/// How many octets of length are before an APDU in a frame.
const LENGTH_OCTETS: usize = 2;

/// One APDU, or what stands where one should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece<'a> {
    /// Where it begins in what was taken apart; in a frame, behind the length.
    pub(crate) offset: usize,
    pub(crate) framing: Framing,
    pub(crate) octets: &'a [u8],
}

/// What stands before an APDU.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Framing {
    /// Nothing.
    Bare,
    /// Its length.
    Framed,
    /// A length that is longer than what is there.
    Short {
        /// That length.
        announced: usize,
    },
}

/// Takes octets apart, to the last one; no octets are one piece too, an empty frame.
pub(crate) fn split(octets: &[u8]) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    if octets.is_empty() {
        pieces.push(Piece { offset: 0, framing: Framing::Bare, octets });
    }
    let mut offset = 0;
    while let Some(rest) = octets.get(offset..).filter(|rest| !rest.is_empty()) {
        let (framing, skipped, octets) = first(rest);
        pieces.push(Piece { offset: offset + skipped, framing, octets });
        offset += skipped + octets.len();
    }
    pieces
}

/// Whether all of the octets are messages, as far as their lengths tell.
pub(crate) fn is_whole(octets: &[u8]) -> bool {
    let pieces = split(octets);
    !pieces.is_empty()
        && pieces.iter().all(|piece| match piece.framing {
            Framing::Bare => is_apdu(piece.octets),
            Framing::Framed => piece.octets.is_empty() || is_apdu(piece.octets),
            Framing::Short { .. } => false,
        })
}

/// Where the message begins with which octets end before it does, if they do; no message is longer
/// than a frame can be.
pub(crate) fn cut_off(octets: &[u8]) -> Option<usize> {
    let last = split(octets).pop().filter(|piece| piece.octets.len() < MAX_APDU)?;
    match last.framing {
        Framing::Bare => {
            let is_longer = |len| len > last.octets.len();
            let is_cut_off = begins_apdu(last.octets)
                && (lacks_end(last.octets) || element_len(last.octets).is_none_or(is_longer));
            is_cut_off.then_some(last.offset)
        }
        Framing::Framed => None,
        Framing::Short { .. } => last.offset.checked_sub(LENGTH_OCTETS),
    }
}

/// Whether octets begin with the indefinite form and do not end as that does.
fn lacks_end(octets: &[u8]) -> bool {
    octets.get(1) == Some(&0x80) && !octets.ends_with(&[0, 0])
}

/// Whether octets begin with the identifier of a message of ROSE or ACSE.
pub(crate) fn begins_apdu(octets: &[u8]) -> bool {
    matches!(octets, [0x60..=0x64 | 0xA1..=0xA4, ..])
}

/// Whether octets are one message, as far as its length tells.
fn is_apdu(octets: &[u8]) -> bool {
    begins_apdu(octets) && element_len(octets) == Some(octets.len())
}

/// The framing of what octets begin with, how many octets it takes, and what is in it.
fn first(rest: &[u8]) -> (Framing, usize, &[u8]) {
    let Some((head, body)) = rest.split_at_checked(LENGTH_OCTETS) else {
        return (Framing::Bare, 0, rest);
    };
    let announced = head.iter().fold(0, |length, octet| length << 8 | usize::from(*octet));
    let framed = body.get(..announced);
    if begins_apdu(rest) {
        // As a length this announces 24,576 octets or more.
        return match framed {
            Some(framed) if is_apdu(framed) => (Framing::Framed, LENGTH_OCTETS, framed),
            _ => {
                let len = element_len(rest).filter(|len| *len <= rest.len());
                (Framing::Bare, 0, len.and_then(|len| rest.get(..len)).unwrap_or(rest))
            }
        };
    }
    match framed {
        Some(framed) if announced == 0 || begins_apdu(framed) || framed.len() == body.len() => {
            (Framing::Framed, LENGTH_OCTETS, framed)
        }
        None if begins_apdu(body) => (Framing::Short { announced }, LENGTH_OCTETS, body),
        _ => (Framing::Bare, 0, rest),
    }
}

/// The length of the element that octets begin with, its header included, if its header is there;
/// in the indefinite form, if all of it is.
pub(crate) fn element_len(octets: &[u8]) -> Option<usize> {
    let mut len = 0;
    // How many elements in the indefinite form have not ended.
    let mut open = 0_usize;
    loop {
        let rest = octets.get(len..)?;
        if open > 0 && rest.starts_with(&[0, 0]) {
            (len, open) = (len + 2, open - 1);
        } else {
            let (content, header) = ber_read_element_header(rest).ok()?;
            len = octets.len() - content.len();
            match header.length() {
                Length::Definite(content) => len = len.checked_add(content)?,
                Length::Indefinite => open += 1,
            }
        }
        if open == 0 {
            return Some(len);
        }
    }
}

/// The first two INTEGERs in a message, of which the second may stand in a SEQUENCE, whatever comes
/// behind them.
pub(crate) fn first_numbers(octets: &[u8]) -> [Option<i32>; 2] {
    let Ok((content, _)) = ber_read_element_header(octets) else {
        return [None, None];
    };
    let Some((first, rest)) = number(content) else {
        return [None, None];
    };
    let in_sequence = || {
        let (content, header) = ber_read_element_header(rest).ok()?;
        (header.tag() == Tag::Sequence).then(|| number(content))?
    };
    let second = number(rest).or_else(in_sequence);
    [Some(first), second.map(|(second, _)| second)]
}

/// The INTEGER that octets begin with, and what comes behind it.
fn number(octets: &[u8]) -> Option<(i32, &[u8])> {
    let (_, header) = ber_read_element_header(octets).ok()?;
    let (element, rest) = octets.split_at_checked(element_len(octets)?)?;
    let number = (header.tag() == Tag::Integer).then(|| i32::decode(element).ok())??;
    Some((number, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABORT: &[u8] = &[0x64, 0x03, 0x80, 0x01, 0x00];

    #[test]
    fn takes_frames_and_bare_messages_apart() {
        let octets = [&[0x00, 0x05], ABORT, ABORT, &[0x00, 0x00], &[0x00, 0x05], ABORT].concat();
        let found: Vec<_> =
            split(&octets).iter().map(|p| (p.offset, p.framing, p.octets.len())).collect();
        let framed = Framing::Framed;
        assert_eq!(
            found,
            [(2, framed, 5), (7, Framing::Bare, 5), (14, framed, 0), (16, framed, 5)]
        );
        assert!(is_whole(&octets) && cut_off(&octets).is_none());
    }

    #[test]
    fn tells_what_is_cut_off() {
        let short = [&[0x00, 0x06], ABORT].concat();
        assert_eq!(split(&short)[0].framing, Framing::Short { announced: 6 });
        for cut_off in [&short, &ABORT[..4], &ABORT[..1]] {
            assert!(super::cut_off(cut_off) == Some(0) && !is_whole(cut_off), "{cut_off:?}");
        }
        for (begin, at) in [([ABORT, &short].concat(), 5), ([ABORT, &ABORT[..4]].concat(), 5)] {
            assert_eq!(cut_off(&begin), Some(at));
        }
    }

    #[test]
    fn no_message_is_longer_than_a_frame() {
        let begin = [[0xA1, 0x80].as_slice(), &[0x05, 0x00].repeat(100)].concat();
        assert_eq!(cut_off(&begin), Some(0));
        let endless = [[0xA1, 0x80].as_slice(), &[0x05, 0x00].repeat(MAX_APDU / 2)].concat();
        assert_eq!(cut_off(&endless), None);
    }

    #[test]
    fn indefinite_forms_end_where_all_in_them_have() {
        let octets = [0xA1, 0x80, 0x30, 0x80, 0x04, 0x02, 0, 0, 0, 0, 0x02, 0x01, 0x01, 0, 0];
        assert_eq!(element_len(&octets), Some(octets.len()));
        assert_eq!(element_len(&[&octets[..], &[0xA1]].concat()), Some(octets.len()));
        for end in 2..octets.len() {
            assert_eq!(element_len(&octets[..end]), None, "{end}");
            assert_eq!(cut_off(&octets[..end]), Some(0), "{end}");
        }
    }

    #[test]
    fn keeps_octets_that_are_nothing() {
        let octets = [0xFF, 0xFE, 0xFD];
        assert_eq!(split(&octets), [Piece { offset: 0, framing: Framing::Bare, octets: &octets }]);
        assert!(!is_whole(&octets) && cut_off(&octets).is_none());
    }
}
