//! Random values of every type: arguments, results and events, the error, ACSE and ROSE.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

#[path = "golden/tree.rs"]
mod tree;

use std::fmt;

use bytes::Bytes;
use csta_codec::acse::{Acse, CstaAuthentication};
use csta_codec::arbitrary::{Source, encoding};
use csta_codec::events::EventReportArgument;
use csta_codec::jer::{self, Jer};
use csta_codec::rose::Rose;
use csta_codec::services::{EscapeArgument, SnapshotDeviceResult};
use csta_codec::types::UserInformation;
use csta_codec::{
    Apdu, Ber, DecodeError, Decoded, EVENTS, Element, OPERATIONS, Owned, TypeInfo,
    UNIVERSAL_FAILURE,
};
use proptest::prelude::*;
use tree::{Lengths, Tree};

/// Each type that the tables know.
fn known() -> impl Iterator<Item = TypeInfo> {
    let operations = OPERATIONS.iter().flat_map(|known| [Some(known.argument), known.result]);
    let events = EVENTS.iter().map(|known| Some(known.value));
    operations.chain(events).flatten().chain([UNIVERSAL_FAILURE])
}

/// What values are made from; a failure does not list it, but the value that was made.
struct Octets(Vec<u8>);

impl fmt::Debug for Octets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} octets", self.0.len())
    }
}

fn octets() -> impl Strategy<Value = Octets> {
    use proptest::collection::vec;
    prop_oneof![vec(any::<u8>(), 0..100), vec(any::<u8>(), 0..3000)].prop_map(Octets)
}

/// What was decoded is written as it was, and comes back from what it shows as JSON.
fn check(
    value: Result<&dyn Decoded, DecodeError>,
    octets: &[u8],
    encode: impl Fn(&jer::Value) -> Result<Vec<u8>, jer::JerError>,
) -> Result<(), TestCaseError> {
    let value = value.map_err(|error| TestCaseError::fail(format!("{error}: {octets:02X?}")))?;
    prop_assert_eq!(value.to_ber(), octets);
    let json = serde_json::to_value(value.to_jer()).unwrap();
    let encoded = encode(&json).map_err(|error| TestCaseError::fail(format!("{error}: {json}")))?;
    prop_assert_eq!(encoded, octets, "{}", json);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn arguments_results_and_events_come_back(Octets(source) in octets()) {
        for known in known() {
            let octets = known.arbitrary(&mut Source::new(&source));
            let element = Element::decode(&octets).unwrap();
            let value = known.decode(&element);
            let value = value.as_deref().map_err(|error| *error);
            check(value, &octets, |json| known.encode_jer(json))
                .map_err(|error| TestCaseError::fail(format!("{known:?}: {error}")))?;
        }
    }
}

/// The octets and the JSON of what octets of a type mean.
fn meaning(known: TypeInfo, octets: &[u8]) -> Result<(Vec<u8>, jer::Value), TestCaseError> {
    let value = Element::decode(octets).unwrap();
    let value = known.decode(&value);
    let value =
        value.map_err(|error| TestCaseError::fail(format!("{known:?}: {error}: {octets:02X?}")))?;
    Ok((value.to_ber(), serde_json::to_value(value.to_jer()).unwrap()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// They are in lists and seldom-read members, too, which are written as they were read: so
    /// it is the JSON that is compared.
    #[test]
    fn members_of_later_editions_are_skipped(Octets(source) in octets()) {
        for known in known() {
            let source = Source::new(&source);
            let plain = known.arbitrary(&mut source.clone());
            let extended = known.arbitrary(&mut source.with_unknown_members());
            let (_, json) = meaning(known, &extended)?;
            prop_assert_eq!(known.encode_jer(&json).unwrap(), plain, "{:?}", known);
        }
    }

    #[test]
    fn lengths_of_any_form_mean_the_same(Octets(source) in octets()) {
        for known in known() {
            let octets = known.arbitrary(&mut Source::new(&source));
            let tree = Tree::of(&octets);
            // What is not known is written as it was read.
            let long = tree.write(Lengths::Long(3));
            let (written, _) = meaning(known, &long)?;
            let minimal = known.normalise(&written);
            prop_assert_eq!(minimal.as_ref(), Ok(&octets), "{:?}", known);
            for lengths in [Lengths::Indefinite, Lengths::IndefiniteAndLong(2)] {
                let definite = known.normalise(&tree.write(lengths));
                prop_assert_eq!(definite.as_ref(), Ok(&octets), "{:?}", known);
            }
        }
    }
}

/// A test for types that stand in no table.
macro_rules! come_back {
    ($($name:ident: $type:ty),* $(,)?) => {
        proptest! {
            #![proptest_config(ProptestConfig::with_cases(500))]

            $(#[test]
            fn $name(Octets(source) in octets()) {
                let octets = encoding::<$type>(&mut Source::new(&source));
                let value = <$type>::decode(&octets);
                let shown = value.as_ref().map(|value| value as &dyn Decoded);
                check(shown.map_err(|error| *error), &octets, <$type>::encode_jer)?;
                let written = value.unwrap().encode();
                prop_assert_eq!(<$type>::decode(&written), value);
                let indefinite = Tree::of(&octets).write(Lengths::Indefinite);
                let owned = Owned::<$type>::decode(Bytes::from(indefinite));
                prop_assert_eq!(owned.map(|owned| owned.get().encode()), Ok(octets));
            })*
        }
    };
}

come_back! {
    messages_of_acse_come_back: Acse<'_>,
    messages_of_rose_come_back: Rose<'_>,
    user_information_comes_back: UserInformation<'_>,
    logins_come_back: CstaAuthentication<'_>,
    reports_come_back: EventReportArgument<'_>,
    escapes_come_back: EscapeArgument<'_>,
    snapshots_come_back: SnapshotDeviceResult<'_>,
}

proptest! {
    #[test]
    fn any_message_is_an_apdu(Octets(source) in octets()) {
        let mut source = Source::new(&source);
        for octets in [encoding::<Acse<'_>>(&mut source), encoding::<Rose<'_>>(&mut source)] {
            prop_assert_eq!(Apdu::decode(&octets).map(|apdu| apdu.encode()), Ok(octets.clone()));
        }
    }
}
