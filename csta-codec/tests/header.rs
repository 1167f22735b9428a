//! Identifier and length octets, read by the codec and by `asn1-rs`: both read the same.

use asn1_rs::{Any, Class as PeerClass, FromBer};
use csta_codec::ber::{Class, Tag};
use csta_codec::{Ber, DecodeErrorKind, Element};
use proptest::prelude::*;

/// Class, number, form and content of an element.
type Parts<'a> = (u8, u32, bool, &'a [u8]);

fn ours(octets: &[u8]) -> Option<Parts<'_>> {
    let element = Element::decode(octets).ok()?;
    let class = match element.tag().class() {
        Class::Universal => 0,
        Class::Application => 1,
        Class::Context => 2,
        Class::Private => 3,
    };
    let tag = element.tag();
    Some((class, tag.number(), tag.is_constructed(), element.content()))
}

fn peers(octets: &[u8]) -> Option<Parts<'_>> {
    let (rest, any) = Any::from_ber(octets).ok()?;
    if !rest.is_empty() {
        return None;
    }
    let class = match any.header.class() {
        PeerClass::Universal => 0,
        PeerClass::Application => 1,
        PeerClass::ContextSpecific => 2,
        PeerClass::Private => 3,
    };
    Some((class, any.header.tag().0, any.header.is_constructed(), any.data))
}

fn agree(octets: &[u8]) -> Result<(), TestCaseError> {
    prop_assert_eq!(ours(octets), peers(octets), "{:02X?}", octets);
    Ok(())
}

/// Identifier octets of a number below 2^21, with up to one octet of padding; in the long form only
/// of a number that needs it, since the codec refuses others.
///
/// `asn1-rs` reads up to five octets of a number and lets it overflow 32 bits; the codec stops at
/// 2^21 and takes any padding. Four octets are within the limits of both.
fn identifier() -> impl Strategy<Value = Vec<u8>> {
    let short = (0_u8..8, 0_u8..31).prop_map(|(class, number)| vec![class << 5 | number]);
    let long =
        (0_u8..8, 31_u32..=Tag::MAX_NUMBER, 0_usize..2).prop_map(|(class, number, padding)| {
            let mut octets: Vec<u8> = vec![(number & 0x7F) as u8];
            let mut rest = number >> 7;
            while rest > 0 {
                octets.push(0x80 | (rest & 0x7F) as u8);
                rest >>= 7;
            }
            octets.extend(vec![0x80; padding]);
            octets.push(class << 5 | 0x1F);
            octets.reverse();
            octets
        });
    prop_oneof![short, long]
}

/// Length octets in the short or the long form, with zeros in front.
///
/// The indefinite form is not among them: the codec leaves it to `normalise`.
fn length(length: usize) -> impl Strategy<Value = Vec<u8>> {
    (0_usize..4).prop_map(move |form| {
        if form == 0 && length < 0x80 {
            return vec![length as u8];
        }
        let octets = (length as u32).to_be_bytes();
        let significant: Vec<u8> = octets.into_iter().skip_while(|&octet| octet == 0).collect();
        let count = significant.len() + form;
        [0x80 | count as u8].into_iter().chain(vec![0; form]).chain(significant).collect()
    })
}

fn element() -> impl Strategy<Value = (Vec<u8>, Vec<u8>)> {
    prop_oneof![0..8_usize, 120..136_usize, 250..260_usize]
        .prop_flat_map(|length| proptest::collection::vec(any::<u8>(), length))
        .prop_flat_map(|content| {
            (identifier(), length(content.len()), Just(content)).prop_map(
                |(identifier, length, content)| {
                    ([identifier, length, content.clone()].concat(), content)
                },
            )
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn both_read_an_element_alike((octets, content) in element()) {
        let (class, number, constructed, read) = ours(&octets).unwrap();
        prop_assert_eq!(read, content.as_slice());
        prop_assert_eq!(peers(&octets), Some((class, number, constructed, read)));
    }

    #[test]
    fn both_refuse_an_element_that_is_cut_off((octets, _) in element(), at in any::<prop::sample::Index>()) {
        let octets = octets.get(..at.index(octets.len())).unwrap();
        prop_assert_eq!(ours(octets), None);
        prop_assert_eq!(peers(octets), None);
    }

    #[test]
    fn both_refuse_what_is_behind_an_element((octets, _) in element(), behind in any::<u8>()) {
        let octets = [octets.as_slice(), &[behind]].concat();
        prop_assert_eq!(ours(&octets), None);
        prop_assert_eq!(peers(&octets), None);
    }

    /// Any octets whose number has at most four octets and whose length is definite.
    #[test]
    fn both_read_any_octets_alike(
        start in prop_oneof![
            any::<u8>().prop_filter("a short number", |octet| octet & 0x1F != 0x1F)
                .prop_map(|octet| vec![octet]),
            (any::<u8>(), any::<u8>(), 31_u8..0x80)
                .prop_map(|(class, high, low)| vec![class | 0x1F, high | 0x80, low]),
        ],
        length in any::<u8>().prop_filter("a definite length", |&octet| octet != 0x80),
        rest in proptest::collection::vec(any::<u8>(), 0..40),
    ) {
        agree(&[start, vec![length], rest].concat())?;
    }

    /// What the codec writes, the peer reads.
    #[test]
    fn the_peer_reads_what_is_written(
        class in 0_u8..4,
        number in 0..=Tag::MAX_NUMBER,
        constructed in any::<bool>(),
        content in proptest::collection::vec(any::<u8>(), 0..300),
    ) {
        let class_of = [Class::Universal, Class::Application, Class::Context, Class::Private];
        let tag = Tag::new(class_of[usize::from(class)], number, constructed);
        let octets = Element::new(tag, &content).encode();
        prop_assert_eq!(peers(&octets), Some((class, number, constructed, content.as_slice())));
        prop_assert_eq!(ours(&octets), peers(&octets));
    }
}

#[test]
fn numbers_that_the_peer_wraps_around_are_refused() {
    // Number 2^32 + 5, which is 5 to asn1-rs.
    let octets = [0x9F, 0x90, 0x80, 0x80, 0x80, 0x05, 0x00];
    assert_eq!(peers(&octets), Some((2, 5, false, [].as_slice())));
    assert_eq!(Element::decode(&octets).unwrap_err().kind(), DecodeErrorKind::TagTooLarge);
}

#[test]
fn the_largest_number_is_read_and_the_next_one_refused() {
    let largest = Element::new(Tag::new(Class::Context, Tag::MAX_NUMBER, false), &[]);
    assert_eq!(largest.encode(), [0x9F, 0xFF, 0xFF, 0x7F, 0x00]);
    assert_eq!(Element::decode(&largest.encode()), Ok(largest));
    let next = Element::decode(&[0x9F, 0x81, 0x80, 0x80, 0x00, 0x00]);
    assert_eq!(next.unwrap_err().kind(), DecodeErrorKind::TagTooLarge);
}

#[test]
fn a_small_number_in_the_form_of_large_ones_is_refused() {
    // [3] and [30], and [3] with a zero in front.
    for octets in [[0xBF, 0x03, 0x00].as_slice(), &[0x9F, 0x1E, 0x00], &[0xBF, 0x80, 0x03, 0x00]] {
        assert_eq!(Element::decode(octets).unwrap_err().kind(), DecodeErrorKind::InvalidTag);
    }
    assert!(Element::decode(&[0x9F, 0x1F, 0x00]).is_ok());
}
