//! Octets that are cut off, changed, nested, or written in another form.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "what fails here fails the test"
)]

#[path = "golden/mod.rs"]
mod vectors;

use bytes::Bytes;
use csta_codec::acse::{Acse, csta_version};
use csta_codec::ber::normalise;
use csta_codec::events::EventReportArgument;
use csta_codec::rose::Reject;
use csta_codec::services::MakeCallArgument;
use csta_codec::types::{CallingDeviceId, ConnectionId, CstaVersion, DeviceId};
use csta_codec::{Apdu, Ber, DecodeError, DecodeErrorKind, Element, OPERATIONS, Owned, TypeInfo};
use hex_literal::hex;
use proptest::prelude::*;
use vectors::open::{open, recode, recode_any_form, recode_octets};
use vectors::tree::{Content, Lengths, Tree};
use vectors::{Vector, captured, constructed};

/// Each type of argument and result.
fn types() -> impl Iterator<Item = TypeInfo> {
    OPERATIONS.iter().flat_map(|operation| [Some(operation.argument), operation.result]).flatten()
}

/// An error names its type and an offset within the input, and has an answer.
fn check_error(error: &DecodeError, input: &[u8]) {
    let text = error.to_string();
    assert!(error.offset() <= input.len(), "{text}, of {} octets", input.len());
    assert!(text.contains(&format!("at octet {}", error.offset())), "{text}");
    assert!(!error.type_name().is_empty(), "{text}");
    assert!(text.contains(&format!(" in {}", error.type_name())), "{text}");
    assert!(Apdu::from(csta_codec::rose::Rose::Reject(Reject::of_apdu(error))).encode().len() > 6);
}

/// Reads octets as far as an application would. What can be read can be written and read again.
fn check(octets: &[u8]) -> Result<(), DecodeError> {
    let apdu = match Apdu::decode(octets) {
        Ok(apdu) => apdu,
        Err(error) => {
            check_error(&error, octets);
            if error.is_form() {
                check_owned(octets);
            }
            return Err(error);
        }
    };
    let written = apdu.encode();
    let again = Apdu::decode(&written).expect("what was written can be read");
    assert_eq!(again.encode(), written);
    if let Apdu::Acse(Acse::Aarq(request)) = &apdu {
        request.user_information.as_ref().and_then(csta_version);
        request.calling_authentication_value.and_then(|value| value.login());
    }
    let Some((known, element)) = open(&apdu) else {
        return Ok(());
    };
    let written = recode(known, &element).inspect_err(|error| {
        check_error(error, octets);
        assert!(error.offset() >= element.offset(), "{error}, before {}", element.offset());
        if error.is_form() {
            check_owned(octets);
        }
    })?;
    assert_eq!(recode_octets(known, &written).as_ref(), Ok(&written), "{known:?} {octets:02X?}");
    Ok(())
}

/// The same by way of owned values, which normalise. Offsets may count in the rewritten message.
fn check_owned(octets: &[u8]) {
    let Ok(apdu) = Owned::<Apdu<'static>>::decode(Bytes::copy_from_slice(octets)) else {
        return;
    };
    if let Some((known, element)) = open(&apdu.get())
        && let Err(error) = recode_any_form(known, &element)
    {
        assert!(error.to_string().contains(" in "), "{error}");
    }
}

fn check_changes(vectors: &[Vector]) {
    let mut readable = 0;
    for vector in vectors {
        let mut octets = vector.octets.to_vec();
        for position in 0..octets.len() {
            let original = octets[position];
            for change in 1..=255 {
                octets[position] = original ^ change;
                readable += usize::from(check(&octets).is_ok());
            }
            octets[position] = original;
        }
        assert_eq!(octets, vector.octets);
    }
    assert!(readable > 0, "some changes only change a value");
}

#[test]
fn no_change_of_one_octet_of_a_captured_message_does_harm() {
    check_changes(captured::ALL);
}

#[test]
fn no_change_of_one_octet_of_a_constructed_message_does_harm() {
    check_changes(constructed::ALL);
}

#[test]
fn what_is_cut_off_is_an_error() {
    for vector in vectors::all() {
        for length in 0..vector.octets.len() {
            let octets = &vector.octets[..length];
            let error = check(octets).expect_err(vector.name);
            let expected = [DecodeErrorKind::Truncated, DecodeErrorKind::Overrun];
            assert!(expected.contains(&error.kind()), "{} at {length}: {error}", vector.name);
        }
    }
}

#[test]
fn an_argument_that_is_cut_off_is_an_error() {
    for vector in vectors::all() {
        let apdu = Apdu::decode(vector.octets).unwrap();
        let Some((known, element)) = open(&apdu) else {
            continue;
        };
        let octets = element.encode();
        for length in 0..octets.len() {
            let error = recode_octets(known, &octets[..length]).expect_err(vector.name);
            check_error(&error, &octets[..length]);
        }
    }
}

/// Runs over each element of a tree, with the octets of the whole in which this one claims
/// a length of 2 GiB.
fn with_huge_lengths(tree: &Tree, each: &mut dyn FnMut(&[u8])) {
    const CLAIM: [u8; 5] = [0x84, 0x7F, 0xFF, 0xFF, 0xFF];
    let mut claim = tree.identifier.clone();
    claim.extend(CLAIM);
    if let Content::Primitive(content) = &tree.content {
        claim.extend(content);
    }
    each(&claim);
    let Content::Constructed(children) = &tree.content else {
        return;
    };
    for (i, child) in children.iter().enumerate() {
        with_huge_lengths(child, &mut |octets| {
            let content: Vec<u8> = children
                .iter()
                .enumerate()
                .flat_map(
                    |(k, child)| {
                        if k == i { octets.to_vec() } else { child.write(Lengths::Minimal) }
                    },
                )
                .collect();
            let outer =
                Tree { identifier: tree.identifier.clone(), content: Content::Primitive(content) };
            each(&outer.write(Lengths::Minimal));
        });
    }
}

#[test]
fn a_length_beyond_the_end_is_an_error() {
    for vector in vectors::all() {
        // Private data and the values of an EXTERNAL stay as they are, so not each claim is found.
        let mut errors = 0;
        with_huge_lengths(&Tree::of(vector.octets), &mut |octets| match check(octets) {
            Ok(()) => {}
            Err(error) => {
                assert_eq!(error.kind(), DecodeErrorKind::Overrun, "{}", vector.name);
                errors += 1;
            }
        });
        assert!(errors > 0, "{}", vector.name);
    }
    let kind = |octets: &[u8]| Apdu::decode(octets).unwrap_err().kind();
    assert_eq!(kind(&[0xA1, 0x84, 0xFF, 0xFF, 0xFF, 0xFF]), DecodeErrorKind::Overrun);
    assert_eq!(kind(&[0xA1, 0x85, 1, 0, 0, 0, 0]), DecodeErrorKind::InvalidLength);
    assert_eq!(kind(&[0xA1, 0xFF, 0]), DecodeErrorKind::InvalidLength);
}

/// An element in so many others.
fn nested(identifier: u8, levels: usize) -> Vec<u8> {
    // Backwards, with lengths of three octets.
    let mut octets = Vec::new();
    for level in 0..levels {
        let length = (level * 5) as u32;
        let [_, high, middle, low] = length.to_be_bytes();
        octets.extend([low, middle, high, 0x83, identifier]);
    }
    octets.reverse();
    octets
}

#[test]
fn deep_nesting_is_an_error_or_skipped() {
    for identifier in [0x24, 0x30, 0x61, 0x6B, 0xA0, 0xA1, 0xA4, 0xBE] {
        let deep = nested(identifier, 10_000);
        let _ = check(&deep);
        let indefinite = [identifier, 0x80].repeat(10_000);
        assert!(check(&indefinite).is_err());
        let error = normalise::<Apdu<'static>>(&indefinite).unwrap_err();
        assert_eq!(error.kind(), DecodeErrorKind::TooDeep);
        for known in types() {
            let _ = recode_octets(known, &deep);
            let error = known.normalise(&indefinite).unwrap_err();
            assert_eq!(error.kind(), DecodeErrorKind::TooDeep);
        }
    }
    // Behind the members that are known it is skipped.
    let mut octets = DeviceId::dialing_number("101").encode();
    let deep = nested(0xBE, 10_000);
    octets.extend(&deep);
    let [_, high, middle, low] = (5 + deep.len() as u32).to_be_bytes();
    octets.splice(1..2, [0x83, high, middle, low]);
    assert_eq!(DeviceId::decode(&octets), Ok(DeviceId::dialing_number("101")));
}

#[test]
fn normalisation_ends_at_32_levels() {
    // The indefinite form around elements in an open type.
    let levels = |levels: usize| {
        let mut octets = vec![0xA1, 0x80, 0x02, 0x01, 0x01, 0x02, 0x01, 0x33];
        octets.extend([0x30, 0x80].repeat(levels));
        octets.extend([0, 0].repeat(levels + 1));
        normalise::<Apdu<'static>>(&octets).map_err(|error| error.kind())
    };
    assert!(levels(31).is_ok());
    assert_eq!(levels(32), Err(DecodeErrorKind::TooDeep));
}

#[test]
fn long_lengths_are_read_in_place() {
    for vector in vectors::all() {
        for count in [2, 3, 4, 8, 126] {
            let octets = Tree::of(vector.octets).write(Lengths::Long(count));
            assert_eq!(check(&octets), Ok(()), "{}", vector.name);
            assert_eq!(normalise::<Apdu<'static>>(&octets).unwrap(), vector.octets);

            let original = Apdu::decode(vector.octets).unwrap();
            let apdu = Apdu::decode(&octets).unwrap();
            let Some((known, element)) = open(&apdu) else {
                continue;
            };
            // Minimal but for private data, which is copied.
            let written = recode(known, &element).unwrap();
            let expected = open(&original).unwrap().1.encode();
            assert_eq!(known.normalise(&written).unwrap(), expected, "{}", vector.name);
        }
    }
}

#[test]
fn indefinite_lengths_are_read_into_owned_values() {
    for vector in vectors::all() {
        for lengths in [Lengths::Indefinite, Lengths::IndefiniteAndLong(4)] {
            let octets = Tree::of(vector.octets).write(lengths);
            let error = Apdu::decode(&octets).unwrap_err();
            assert_eq!((error.kind(), error.offset()), (DecodeErrorKind::IndefiniteLength, 0));
            assert_eq!(normalise::<Apdu<'static>>(&octets).unwrap(), vector.octets);

            let original = Apdu::decode(vector.octets).unwrap();
            let apdu = Owned::<Apdu<'static>>::decode(Bytes::from(octets.clone())).unwrap();
            assert_eq!(apdu.get(), original, "{}", vector.name);
            check_owned(&octets);
        }
    }
}

#[test]
fn an_indefinite_argument_in_a_definite_message_is_read_into_an_owned_value() {
    for vector in vectors::all() {
        let original = Apdu::decode(vector.octets).unwrap();
        let Some((_, argument)) = open(&original) else {
            continue;
        };
        let definite = argument.encode();
        if !argument.tag().is_constructed() {
            continue;
        }
        let indefinite = Tree::parse(&definite).0.write(Lengths::Indefinite);
        // The argument stands last, alone or in the SEQUENCE of a result.
        let mut tree = Tree::of(vector.octets);
        replace_last(&mut tree, &definite, &indefinite);
        let frame = tree.write(Lengths::Minimal);
        let Ok(apdu) = Apdu::decode(&frame) else {
            panic!("{}: {:?}", vector.name, Apdu::decode(&frame));
        };
        let (known, element) = open(&apdu).unwrap();
        assert_eq!(recode_any_form(known, &element).unwrap(), definite, "{}", vector.name);
    }
}

/// Puts the content of `indefinite`, and its form, in place of the element `definite`.
///
/// The outermost element keeps a definite length, as it is what an open type knows by itself.
fn replace_last(tree: &mut Tree, definite: &[u8], indefinite: &[u8]) {
    if tree.write(Lengths::Minimal) == definite {
        let content = indefinite[tree.identifier.len() + 1..indefinite.len() - 2].to_vec();
        tree.content = Content::Primitive(content);
    } else if let Content::Constructed(children) = &mut tree.content {
        replace_last(children.last_mut().unwrap(), definite, indefinite);
    }
}

#[test]
fn strings_in_pieces_are_joined_in_owned_values() {
    const OCTETS: u8 = 0x04;
    const BITS: u8 = 0x03;
    const TEXT: u8 = 0x16;
    let cases: [(&Vector, &[(u8, u8)]); 8] = [
        (&captured::SERVICE_INITIATED, &[(0x55, OCTETS), (0x80, OCTETS)]),
        (&captured::MONITOR_START_DIALING, &[(0x80, TEXT)]),
        (&captured::MAKE_CALL, &[(0x80, TEXT)]),
        (&captured::HIPATH_SET_DISPLAY, &[(0x16, OCTETS), (0x80, TEXT)]),
        (&constructed::MONITOR_START_RESULT, &[(0x55, OCTETS)]),
        (&constructed::DELIVERED, &[(0x55, OCTETS), (0x80, OCTETS)]),
        (&constructed::CDR_REPORT, &[(0x18, OCTETS), (0x04, OCTETS), (0x80, TEXT), (0x86, TEXT)]),
        (&constructed::HIPATH_HELD, &[(0x55, OCTETS), (0x18, OCTETS), (0x80, OCTETS)]),
    ];
    for (vector, strings) in cases {
        let mut tree = Tree::of(vector.octets);
        tree.split(strings);
        let original = Apdu::decode(vector.octets).unwrap();
        let (_, argument) = open(&original).unwrap();
        for lengths in [Lengths::Minimal, Lengths::Long(2), Lengths::Indefinite] {
            let octets = tree.write(lengths);
            assert_ne!(octets, vector.octets);
            let frame = match normalise::<Apdu<'static>>(&octets) {
                Ok(octets) => octets,
                Err(error) => panic!("{}: {error}", vector.name),
            };
            let apdu = Apdu::decode(&frame).unwrap();
            let (known, element) = open(&apdu).unwrap();
            let error = recode(known, &element).unwrap_err();
            assert_eq!(error.kind(), DecodeErrorKind::ConstructedString, "{}", vector.name);
            assert_eq!(recode_any_form(known, &element).unwrap(), argument.encode());
        }
    }

    // Where there is no open type, a bit string as well.
    let mut tree = Tree::of(captured::BARE_AARQ.octets);
    tree.split(&[(0x80, BITS)]);
    for lengths in [Lengths::Minimal, Lengths::Long(2), Lengths::Indefinite] {
        let octets = tree.write(lengths);
        assert_eq!(normalise::<Apdu<'static>>(&octets).unwrap(), captured::BARE_AARQ.octets);
    }
}

/// What was there before does not show, and open types know where they stand.
#[test]
fn an_apdu_is_read_into_another() {
    let mut apdu = Apdu::decode(captured::BARE_AARQ.octets).unwrap();
    for vector in vectors::all() {
        assert_eq!(apdu.decode_into(vector.octets), Ok(()), "{}", vector.name);
        assert_eq!(Ok(apdu), Apdu::decode(vector.octets), "{}", vector.name);
        let Some((_, element)) = open(&apdu) else {
            continue;
        };
        // The argument or result stands last.
        let offset = vector.octets.len() - element.content().len();
        assert_eq!(element.offset(), offset, "{}", vector.name);
    }
}

/// An open type is not read with the message around it, but what is asked for is found.
#[test]
fn versions_and_logins_in_other_forms_are_read() {
    // Only the values in the EXTERNALs have indefinite lengths, and a name is in two pieces.
    let octets = hex!(
        "60 33 A1 07 06 05 2B 0C 00 81 5A"
        "AC 17 A2 15 A0 13 A0 11 24 80 04 02 6164 04 03 6D696E 0000 04 02 7077"
        "BE 0F 28 0D A0 0B A0 09 23 80 03 03 00 0800 0000"
    );
    let error = Apdu::decode(&octets).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (DecodeErrorKind::IndefiniteLength, 44));
    let mut apdu = Apdu::decode(captured::BARE_AARQ.octets).unwrap();
    assert_eq!(apdu.decode_into(&octets), Err(error));
    let apdu = Owned::<Apdu<'static>>::decode(Bytes::copy_from_slice(&octets)).unwrap();
    let Apdu::Acse(acse) = apdu.get() else {
        panic!("{apdu:?}");
    };
    let version = acse.user_information().as_ref().and_then(csta_version).unwrap();
    assert!(version.contains(CstaVersion::VERSION_FIVE));
    let login = acse.authentication().and_then(|value| value.login()).unwrap();
    assert_eq!((login.name.as_bytes(), login.password.as_bytes()), (&b"admin"[..], &b"pw"[..]));
}

#[test]
fn offsets_count_from_the_start_of_what_was_decoded() {
    let mut octets = captured::SERVICE_INITIATED.octets.to_vec();
    let cause = octets.len() - 3;
    octets[cause] = 0x02; // an INTEGER, which is no member
    let error = check(&octets).unwrap_err();
    assert_eq!(error.kind(), DecodeErrorKind::MissingMember);
    assert_eq!((error.type_name(), error.member()), ("ServiceInitiatedEvent", Some("cause")));
    assert_eq!(error.offset(), octets.len());

    let octets = [0x30, 0x05, 0x81, 0x00, 0x80, 0x01, 0x31];
    let error = DeviceId::decode(&octets).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (DecodeErrorKind::InvalidValue, 4));
    let owned = Owned::<DeviceId<'static>>::decode(Bytes::copy_from_slice(&octets)).unwrap_err();
    assert_eq!(owned, error);
}

#[test]
fn an_error_reads_as_the_readme_shows() {
    let mut octets = captured::SERVICE_INITIATED.octets.to_vec();
    assert_eq!(octets[24..26], [0x80, 0x04]);
    octets[25] = 0x40; // the length of the call id
    assert_eq!(
        check(&octets).unwrap_err().to_string(),
        "a length reaches beyond the end of its container, at octet 26 in ConnectionIDBoth.callID"
    );
}

#[test]
fn a_choice_of_nothing_is_an_error() {
    for octets in [&[0x61, 0x00][..], &[0x61, 0x80, 0x00, 0x00]] {
        let error = match CallingDeviceId::decode(octets) {
            Err(error) if error.is_form() => {
                normalise::<CallingDeviceId<'static>>(octets).unwrap_err()
            }
            result => result.unwrap_err(),
        };
        assert_eq!(error.kind(), DecodeErrorKind::Truncated);
        assert_eq!(error.type_name(), "CallingDeviceID");
    }
    assert!(ConnectionId::decode(&[0x6B, 0x00]).is_err());
    assert!(MakeCallArgument::decode(&[0x30, 0x00]).is_err());
    assert!(
        EventReportArgument::decode(&[0x30, 0x06, 0x55, 0x00, 0xA0, 0x02, 0xA4, 0x00]).is_err()
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn random_octets_do_no_harm(
        octets in proptest::collection::vec(any::<u8>(), 0..64),
        known in any::<proptest::sample::Index>(),
    ) {
        let _ = check(&octets);
        check_owned(&octets);
        check_type(known.get(&types().collect::<Vec<_>>()), &octets)?;
    }

    /// Elements of tags that occur, so that more of them are read further.
    #[test]
    fn random_elements_do_no_harm(
        trees in proptest::collection::vec(tree(), 1..6),
        known in any::<proptest::sample::Index>(),
    ) {
        let content: Vec<u8> = trees.iter().flat_map(|tree| tree.write(Lengths::Minimal)).collect();
        let octets = Tree { identifier: vec![0x30], content: Content::Primitive(content) }
            .write(Lengths::Minimal);
        check_type(known.get(&types().collect::<Vec<_>>()), &octets)?;
    }
}

/// Reads octets as a type: what can be read is read again as it was written.
fn check_type(known: &TypeInfo, octets: &[u8]) -> Result<(), TestCaseError> {
    match recode_octets(*known, octets) {
        Ok(written) => prop_assert_eq!(recode_octets(*known, &written), Ok(written)),
        Err(error) => check_error(&error, octets),
    }
    if let Ok(element) = Element::decode(octets) {
        let _ = recode_any_form(*known, &element);
    }
    let _ = known.normalise(octets);
    Ok(())
}

fn tree() -> impl Strategy<Value = Tree> {
    let leaf = (any::<u8>(), proptest::collection::vec(any::<u8>(), 0..4)).prop_map(
        |(identifier, content)| Tree {
            identifier: vec![small(identifier) & 0xDF],
            content: Content::Primitive(content),
        },
    );
    leaf.prop_recursive(4, 32, 6, |inner| {
        (any::<u8>(), proptest::collection::vec(inner, 0..6)).prop_map(|(identifier, children)| {
            Tree {
                identifier: vec![small(identifier) | 0x20],
                content: Content::Constructed(children),
            }
        })
    })
}

/// An identifier octet whose number does not follow in further octets.
const fn small(identifier: u8) -> u8 {
    if identifier & 0x1F == 0x1F { identifier ^ 1 } else { identifier }
}
